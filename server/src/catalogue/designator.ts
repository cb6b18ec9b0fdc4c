/**
 * What tells a resolution or decision apart: who adopted it, in which session or year, under which number. The
 * normalized forms are those of the command line's contract ("A/RES/75/158", "S/RES/2546(2020)",
 * "A/RES/217(III)A"); for bodies that give their resolutions no symbol of that kind they are a convention of ours.
 */
export interface Designator {
  /** The organ's code in the tables ("GA", "SC", "HRC" …); for an organ they do not hold, the stem of its symbols. */
  readonly organ: string;
  readonly decision: boolean;
  /** "75", "III", "ES-11", "S-VI"; the year for the Security Council and, since 1978, the Economic and Social Council. */
  readonly session: string;
  readonly number: number;
  /** The letter, range of letters or part behind the number: "A", "A-C", "II"; mostly empty. */
  readonly suffix: string;
}

/** An organ of the tables: its code, its name, the stem of its normalized forms and the one its table uses. */
export interface OrganInfo {
  readonly code: string;
  readonly name: string;
  readonly stem: string;
  /** Whether the normalized form is also the official symbol of the resolution, under which its text is found. */
  readonly official: boolean;
  /** The stem of the resolutions table where it differs: "CND resolution 62/1". */
  readonly tableStem?: string;
}

export const ORGANS: readonly OrganInfo[] = [
  { code: 'GA', name: 'General Assembly', stem: 'A', official: true },
  { code: 'SC', name: 'Security Council', stem: 'S', official: true },
  { code: 'ECOSOC', name: 'Economic and Social Council', stem: 'E', official: true },
  { code: 'HRC', name: 'Human Rights Council', stem: 'A/HRC', official: true },
  {
    code: 'CTOC-COP',
    name: 'Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    stem: 'CTOC/COP',
    official: false,
    tableStem: 'CTOC/COP',
  },
  {
    code: 'CAC-COSP',
    name: 'Conference of the States Parties to the United Nations Convention against Corruption',
    stem: 'CAC/COSP',
    official: false,
    tableStem: 'CAC/COSP',
  },
  {
    code: 'CND',
    name: 'Commission on Narcotic Drugs',
    stem: 'E/CN.7',
    official: false,
    tableStem: 'CND',
  },
  {
    code: 'CCPCJ',
    name: 'Commission on Crime Prevention and Criminal Justice',
    stem: 'E/CN.15',
    official: false,
    tableStem: 'CCPCJ',
  },
  { code: 'UNEA', name: 'United Nations Environment Assembly', stem: 'UNEP/EA', official: true },
];

const BY_CODE = new Map(ORGANS.map((organ) => [organ.code, organ]));
const BY_STEM = new Map(ORGANS.map((organ) => [organ.stem, organ]));
const BY_TABLE_STEM = new Map(ORGANS.flatMap((organ) => (organ.tableStem ? [[organ.tableStem, organ]] : [])));
const BY_NAME = new Map(ORGANS.map((organ) => [organ.name.toLowerCase(), organ]));

/** The organ with this code or name; undefined for one that the tables do not hold. */
export function organInfo(codeOrName: string): OrganInfo | undefined {
  return BY_CODE.get(codeOrName) ?? BY_NAME.get(codeOrName.toLowerCase());
}

/** The organ whose normalized forms begin with `stem` ("A/HRC"); undefined for one that the tables do not hold. */
export function organOfStem(stem: string): OrganInfo | undefined {
  return BY_STEM.get(stem);
}

/** "III", "S-VI", "ES-11", "75", "1946": what stands for a session or year. */
const SESSION = /^(?:(?:ES|S)-)?(?:\d{1,4}|[IVXLC]{1,9})$/;
const ROMAN = /^(?:(?:ES|S)-)?[IVXLC]+$/;
/** A letter, two letters, a range of letters, or the roman number of a part. */
const SUFFIX = /^(?:[A-Z]{1,2}|[IVX]{1,5})(?:-(?:[A-Z]{1,2}|[IVX]{1,5}))?$/;
const NUMBER = /^\d{1,5}$/;
/** The largest number the tables can hold. */
const MAX_NUMBER = 65535;

/**
 * Reads a normalized form, and what is near enough to one to be understood: other spacing and case, the letter before
 * the parenthesis or in square brackets as libraries write it ("A/RES/217 A (III)", "A/RES/37/100[A]"), and the forms
 * of the tables ("CND resolution 62/1"). "S/RES/2546" gives an empty session. Null for anything else.
 */
export function parseDesignator(text: string): Designator | null {
  if (text.length > 80) return null;
  const table = /^([A-Z][A-Z/.\d]{0,14}) resolution (\S{1,30})$/.exec(text);
  if (table) {
    const organ = BY_TABLE_STEM.get(table[1]!);
    const rest = organ && parseNumber(table[2]!);
    return organ && rest ? { organ: organ.code, decision: false, ...rest } : null;
  }
  const compact = text.replace(/\s+/g, '').toUpperCase();
  const assembly = /^UNEP\/EA\.(\d{1,3})\/(RES|DEC)\.(\d{1,5})$/.exec(compact);
  if (assembly) {
    return checked('UNEA', assembly[2] === 'DEC', assembly[1]!, assembly[3]!, '');
  }
  const found = /\/(RES|DEC)\//.exec(compact);
  if (!found) return null;
  const stem = compact.slice(0, found.index);
  if (!/^[A-Z][A-Z.\d/]*$/.test(stem)) return null;
  const number = compact.slice(found.index + 5);
  const rest = parseNumber(number);
  if (!rest) return null;
  const designator = { organ: BY_STEM.get(stem)?.code ?? stem, decision: found[1] === 'DEC', ...rest };
  // "A/RES/64(2010)" is of no organ: the Assembly's sessions are no years.
  return rest.session !== '' && isParenthesized(designator) === number.includes('/') ? null : designator;
}

/**
 * Reads a number as cited: "75/158", "48/75 C", "217 A (III)", "217(III)A", "2546 (2020)", "ES-11/5", "3201 (S-VI)".
 * A number alone gives an empty session. Null for anything else.
 */
export function parseNumber(text: string): Pick<Designator, 'session' | 'number' | 'suffix'> | null {
  if (text.length > 40) return null;
  const compact = text
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/\[([A-Z]{1,2})\]$/, '$1');
  const slash = compact.indexOf('/');
  if (slash >= 0) {
    const match = /^(\d{1,5})([A-Z][A-Z-]{0,9})?$/.exec(compact.slice(slash + 1));
    if (!match || ROMAN.test(compact.slice(0, slash))) return null;
    return part(compact.slice(0, slash), match[1]!, match[2] ?? '');
  }
  const open = compact.indexOf('(');
  const head = /^(\d{1,5})([A-Z][A-Z-]{0,9})?$/.exec(open < 0 ? compact : compact.slice(0, open));
  if (!head) return null;
  if (open < 0) return head[2] ? null : part('', head[1]!, '');
  const close = compact.indexOf(')', open);
  if (close < 0) return null;
  const behind = compact.slice(close + 1);
  const session = compact.slice(open + 1, close);
  if ((behind !== '' && head[2]) || !(ROMAN.test(session) || /^\d{4}$/.test(session))) return null;
  return part(session, head[1]!, behind || (head[2] ?? ''));
}

function part(
  session: string,
  number: string,
  suffix: string,
): Pick<Designator, 'session' | 'number' | 'suffix'> | null {
  if (session !== '' && !SESSION.test(session)) return null;
  if (suffix !== '' && !SUFFIX.test(suffix)) return null;
  if (!NUMBER.test(number) || Number(number) > MAX_NUMBER) return null;
  return { session, number: Number(number), suffix };
}

function checked(
  organ: string,
  decision: boolean,
  session: string,
  number: string,
  suffix: string,
): Designator | null {
  const rest = part(session, number, suffix);
  return rest && { organ, decision, ...rest };
}

/** Whether the session stands in parentheses behind the number ("217 (III)", "2546 (2020)") and not before a slash. */
export function isParenthesized(designator: Pick<Designator, 'organ' | 'session'>): boolean {
  return designator.organ === 'SC' || ROMAN.test(designator.session);
}

/** The normalized form: "A/RES/75/158", "A/RES/217(III)A", "S/RES/2546(2020)", "UNEP/EA.5/Res.14". */
export function formatNormalized(designator: Designator): string {
  const { organ, decision, session, number, suffix } = designator;
  if (organ === 'UNEA') return `UNEP/EA.${session}/${decision ? 'Dec' : 'Res'}.${number}${suffix}`;
  const stem = `${BY_CODE.get(organ)?.stem ?? organ}/${decision ? 'DEC' : 'RES'}/`;
  if (session === '') return `${stem}${number}${suffix}`;
  return isParenthesized(designator)
    ? `${stem}${number}(${session})${suffix}`
    : `${stem}${session}/${number}${suffix}`;
}

/** The number as one cites it: "75/158", "48/75 C", "217 A (III)", "2546 (2020)". */
export function formatNumber(designator: Omit<Designator, 'decision'>): string {
  const { session, number, suffix } = designator;
  const letter = suffix === '' ? '' : ` ${suffix}`;
  if (session === '') return `${number}${letter}`;
  return isParenthesized(designator) ? `${number}${letter} (${session})` : `${session}/${number}${letter}`;
}

/** The symbol as the resolutions table writes it: like the normalized form, or "CND resolution 62/1". */
export function formatTableSymbol(designator: Designator): string {
  const organ = BY_CODE.get(designator.organ);
  return organ?.tableStem && !designator.decision
    ? `${organ.tableStem} resolution ${designator.session}/${designator.number}${designator.suffix}`
    : formatNormalized(designator);
}

/**
 * The one spelling under which a resolution is known here, whatever spelling it is given in; the text itself where it
 * is no designator.
 */
export function normalizeDesignator(text: string): string {
  const designator = parseDesignator(text);
  return designator ? formatNormalized(designator) : text;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of a roman number in capitals ("XXX"); null where it is none. */
export function fromRoman(text: string): number | null {
  if (!/^[IVXLC]+$/.test(text)) return null;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = ROMAN_DIGITS[text[i]!]!;
    value += digit < (ROMAN_DIGITS[text[i + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value;
}
