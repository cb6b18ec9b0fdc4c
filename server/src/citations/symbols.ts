import { readDesignator, type ReadDesignator } from './designator.js';
import { normalizedForm } from './normalize.js';
import { romanEnd, romanValueAt } from './numerals.js';
import {
  digitsEnd,
  isAlphanumeric,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  readWord,
  skipSpaces,
  wordEnd,
} from './reading.js';
import { firstIn } from '../text/search.js';

/**
 * First components of document symbols. The principal ones and the special ones are those of the United Nations'
 * guides to symbols; the rest are series met in published documents.
 */
const STEMS = new Set([
  'A',
  'S',
  'E',
  'T',
  'ST',
  'CTOC',
  'CAC',
  'UNEP',
  'TD',
  'DP',
  'HRI',
  'CCPR',
  'CEDAW',
  'CRC',
  'CAT',
  'CERD',
  'CMW',
  'CRPD',
  'CED',
  'FCCC',
  'CBD',
  'HSP',
  'ID',
  'LOS',
  'ISBA',
  'TPNW',
  'JIU',
  'CEB',
  'IDB',
  'AT',
  'WFC',
  'LC',
  'ECE',
  'ESCAP',
  'ECA',
  'ESCWA',
  'ICCD',
  'UNW',
  'CD',
  'CCM',
  'NPT',
  'SPLOS',
  'PBC',
  'CCW',
  'BWC',
  'APLC',
  'UNCTAD',
  'TRANS',
  'ENERGY',
  'TRADE',
  'CES',
  'ICEF',
  'UNITAR',
  'DPI',
  'PRST',
  'HR',
  'HRC',
  'INFCIRC',
  'GOV',
  'ICC-ASP',
  'PCNICC',
  'SPT',
  'OPCAT',
  'WIPO',
  'UNIDIR',
  'CLCS',
  'ITLOS',
  'ACC',
  'COPUOS',
]);

/** Series of press releases: no documents in the strict sense, but cited by number. */
const PRESS = new Set([
  'SC',
  'GA',
  'SG',
  'DSG',
  'ECOSOC',
  'PRESS',
  'OBV',
  'SAG',
  'POP',
  'WOM',
  'SEA',
  'DEV',
  'ENV',
  'NGO',
  'IHA',
  'AFR',
  'PKO',
]);

/** Capitals joined by a slash that are no symbols. */
const NO_STEMS = new Set([
  'HIV',
  'AIDS',
  'ISO',
  'IEC',
  'EU',
  'EC',
  'MC',
  'AC',
  'DC',
  'COVID',
  'SARS',
  'TCP',
  'AM',
  'PM',
  'USD',
  'EUR',
  'NA',
  'TV',
  'CV',
  'LGBT',
  'UN',
  'IT',
  'WT',
  'MEPC',
  'IMO',
  'OECD',
  'IATI',
  'UNFPA',
  'UNDP',
  'UNICEF',
]);

/** Kinds of document and subsidiaries; a number follows behind a full point. */
const DOTTED = new Set([
  'L',
  'R',
  'SR',
  'PV',
  'CRP',
  'WP',
  'INF',
  'C',
  'CN',
  'AC',
  'CONF',
  'WG',
  'GC',
  'SC',
  'SUB',
  'BUR',
  'PC',
  'EA',
  'ADD',
  'CORR',
  'REV',
  'AMEND',
  'RES',
  'DEC',
  'GE',
  'MP',
  'HLS',
  'MISC',
  'SYMP',
  'MSP',
  'GGE',
  'G',
  'EM',
]);

/** Kinds of document that stand without a number. */
const UNDOTTED = new Set([
  'NGO',
  'PET',
  'PRST',
  'RES',
  'DEC',
  'INF',
  'BUR',
  'SUMMARY',
  'EXCERPT',
  'AGENDA',
  'COP',
  'COSP',
  'HRC',
  'DECL',
]);

/** Components that are written with one capital only. */
const FIXED_CASE: Readonly<Record<string, string>> = {
  ADD: 'Add',
  AMEND: 'Amend',
  CORR: 'Corr',
  REV: 'Rev',
  SUB: 'Sub',
  SUMMARY: 'Summary',
  EXCERPT: 'Excerpt',
  MISC: 'Misc',
  AGENDA: 'Agenda',
  DECL: 'Decl',
};

/** Modifiers: what is added to a document's symbol. */
const MODIFIERS = new Set(['ADD', 'AMEND', 'CORR', 'REV', 'SUMMARY', 'EXCERPT']);

interface Component {
  readonly end: number;
  /** Without white space, with plain hyphens. */
  readonly text: string;
  /** For "SR.3–6": the text before the numbers, and the two ends. */
  readonly range?: { readonly prefix: string; readonly from: number; readonly to: number };
}

/** A symbol as read at one place of a text. */
export interface ReadSymbol {
  readonly start: number;
  readonly end: number;
  /** White space and marks of conversion removed. */
  readonly normalized: string;
  readonly components: readonly string[];
  readonly expandsTo?: readonly string[];
  /** Whether the first component is one of the known ones. */
  readonly known: boolean;
  /** For a resolution or decision written as a symbol. */
  readonly resolution?: SymbolResolution;
}

/** What the symbol of a resolution says. */
export interface SymbolResolution {
  readonly stem: string;
  readonly decision: boolean;
  readonly normalized: string;
  readonly designator: ReadDesignator;
}

function isStemCode(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || isDigit(code) || code === 0x2e;
}

interface Stem {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
  /** The component behind the stem, where a hyphen stands for the slash between them: "A-75/292". */
  readonly second?: string;
}

/** "A-75/292", "E-CN.9/2014/3", "S-2021/827": a principal organ with a hyphen where its slash belongs. */
function readHyphenedStem(text: string, start: number, second: string, slash: number): Stem | null {
  const letter = text[start - 2];
  if (letter !== 'A' && letter !== 'S' && letter !== 'E') return null;
  const before = text.charCodeAt(start - 3);
  if (isAlphanumeric(before) || before === 0x2f || before === 0x2e || isDash(before)) return null;
  // "S-21/2" is a resolution of a special session.
  const series = /^(?:HRC|C\.\d|CN\.\d{1,2}|CONF\.\d{1,3}|AC\.\d{1,3})$/.test(second);
  const session = letter === 'A' ? /^\d{2}$/.test(second) : /^(?:19|20)\d\d$/.test(second);
  if (!series && !(session && digitsEnd(text, slash + 1) > slash + 2)) return null;
  return { start: start - 2, end: slash, stem: letter, second };
}

/** Where the first component that ends before `slash` begins and ends; null where none can stand there. */
function readStem(text: string, slash: number): Stem | null {
  let end = slash;
  // "A / 75 / 292": a space before the slash is read over when one stands behind it too.
  if (isSpace(text.charCodeAt(end - 1)) && isUpper(text.charCodeAt(end - 2))) {
    if (!isSpace(text.charCodeAt(slash + 1)) && !isDigit(text.charCodeAt(slash + 1))) return null;
    end--;
  }
  let start = end;
  while (start > 0 && end - start < 12 && isStemCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return null;
  const before = text.charCodeAt(start - 1);
  if (isAlphanumeric(before) || before === 0x2f || before === 0x40 || before === 0x5f || before === 0x5c)
    return null;
  let stem = text.slice(start, end);
  if (isDash(before) && start >= 4 && isUpper(text.charCodeAt(start - 2))) {
    // "ICC-ASP": the one stem with a hyphen.
    const from = start - 4;
    if (text.startsWith('ICC', from) && stem === 'ASP') return { start: from, end, stem: 'ICC-ASP' };
  }
  if (isDash(before)) {
    const hyphened = readHyphenedStem(text, start, stem, slash);
    if (hyphened) return hyphened;
  }
  const point = stem.lastIndexOf('.');
  if (point >= 0) {
    if (point === stem.length - 1) {
      // "A./47/435" as optical character recognition reads it.
      stem = stem.slice(0, -1);
      if (stem.includes('.')) return null;
    } else if (!/^[A-Z]{2,8}\.(?:\d{1,3}|[A-Z]{2,6}|[IVXL]+)$/.test(stem)) {
      // A sentence ends right before the symbol.
      start += point + 1;
      stem = stem.slice(point + 1);
    }
  }
  return stem === '' ? null : { start, end, stem };
}

/** Reads one component at `at`. */
function readComponent(text: string, at: number, loose: boolean): Component | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) {
    let end = digitsEnd(text, at);
    if (isDash(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))) {
      end = digitsEnd(text, end + 1);
    } else if (text.charCodeAt(end) === 0x28 && isDigit(text.charCodeAt(end + 1))) {
      // "TD/40(2)/L.7": a part of a session; "UNCTAD/SHIP/494(10)": a number of a series.
      const close = digitsEnd(text, end + 1);
      const inSeries = end - at > 1 && close - end <= 3 && !isAlphanumeric(text.charCodeAt(close + 1));
      if (text.charCodeAt(close) === 0x29 && (text.charCodeAt(close + 1) === 0x2f || inSeries))
        end = close + 1;
    } else if (isUpper(text.charCodeAt(end)) && !isAlphanumeric(text.charCodeAt(end + 1)) && end - at > 1) {
      end++;
    }
    return { end, text: plain(text, at, end) };
  }
  if (!isUpper(code) && !(isLower(code) && loose)) return null;
  let end = at;
  while (isLetterOfSymbol(text.charCodeAt(end))) end++;
  const word = text.slice(at, end);
  const upper = word.toUpperCase();
  const isCaps = word === upper;
  if (!isCaps && !DOTTED.has(upper) && !UNDOTTED.has(upper) && upper !== 'CONF') return null;
  if (word.length > 12) return null;
  const next = text.charCodeAt(end);
  if (isDash(next)) {
    // "S-27", "ES-10": special and emergency special sessions.
    if ((upper === 'S' || upper === 'ES') && isDigit(text.charCodeAt(end + 1))) {
      end = digitsEnd(text, end + 1);
      return { end, text: plain(text, at, end) };
    }
    // "DP/FPA/ICEF-UNW/2024/1": several funds in one component.
    let joined = end;
    while (isCaps && isDash(text.charCodeAt(joined)) && capitalsEnd(text, joined + 1) > joined + 2)
      joined = capitalsEnd(text, joined + 1);
    if (joined > end && text.charCodeAt(joined) === 0x2f && isDigit(text.charCodeAt(joined + 1)))
      return { end: joined, text: plain(text, at, joined) };
    return { end, text: word };
  }
  if (isDigit(next)) {
    // "CRP3", "Rev1": the point was forgotten.
    if (!DOTTED.has(upper) || word.length < 2) return null;
    end = digitsEnd(text, end);
    return isLetter(text.charCodeAt(end)) ? null : { end, text: text.slice(at, end) };
  }
  if (next === 0x28 && isCaps && word.length > 1) {
    // "COP(14)/23".
    const close = digitsEnd(text, end + 1);
    if (close > end + 1 && text.charCodeAt(close) === 0x29 && text.charCodeAt(close + 1) === 0x2f) {
      return { end: close + 1, text: text.slice(at, close + 1) };
    }
    return { end, text: word };
  }
  if (next !== 0x2e) return { end, text: word };
  // A point: a number, a roman numeral or capitals belong to the component.
  let out = word;
  let range: Component['range'];
  while (text.charCodeAt(end) === 0x2e) {
    let i = end + 1;
    if (isSpace(text.charCodeAt(i))) {
      i = skipSpaces(text, i);
      if (
        i - end > 3 ||
        out !== word ||
        !DOTTED.has(upper) ||
        !isDigit(text.charCodeAt(i)) ||
        isCaps !== (FIXED_CASE[upper] === undefined)
      )
        break;
    }
    const digits = digitsEnd(text, i);
    if (digits > i) {
      if (
        isLetter(text.charCodeAt(digits)) &&
        isLower(text.charCodeAt(digits)) &&
        text.charCodeAt(digits + 1) === 0x2f
      )
        break;
      const prefix = `${out}.`;
      out = prefix + text.slice(i, digits);
      end = digits;
      const dash = skipDash(text, digits);
      if (dash > 0) {
        const last = digitsEnd(text, dash);
        const from = Number(text.slice(i, digits));
        const to = Number(text.slice(dash, last));
        if (to > from && to - from < 500 && !isLetter(text.charCodeAt(last))) {
          range = { prefix, from, to };
          out += `-${text.slice(dash, last)}`;
          end = last;
        }
        break;
      }
      if (isUpper(text.charCodeAt(digits)) && !isAlphanumeric(text.charCodeAt(digits + 1))) {
        out += text[digits]!;
        end = digits + 1;
      }
      continue;
    }
    const capitals = capitalsEnd(text, i);
    if (i === end + 1 && capitals > i && !isLower(text.charCodeAt(capitals))) {
      out += `.${text.slice(i, capitals)}`;
      end = capitals;
      continue;
    }
    break;
  }
  return range ? { end, text: out, range } : { end, text: out };
}

/** The place of the digits behind a dash at `at` (spaces that a converter put behind it read over), or -1. */
function skipDash(text: string, at: number): number {
  if (!isDash(text.charCodeAt(at))) return -1;
  const i = at + 1;
  if (isDigit(text.charCodeAt(i))) return i;
  // "Add.1- 6": only behind an en dash may a space stand, lest the dash be one between phrases.
  const spaced = skipSpaces(text, i);
  return spaced - i === 1 && isDigit(text.charCodeAt(spaced)) && text.charCodeAt(at) === 0x2013 ? spaced : -1;
}

function isLetterOfSymbol(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function capitalsEnd(text: string, at: number): number {
  while (text.charCodeAt(at) >= 0x41 && text.charCodeAt(at) <= 0x5a) at++;
  return at;
}

/** The text in [start, end) without white space and with plain hyphens. */
function plain(text: string, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code)) out += isDash(code) ? '-' : text[i]!;
  }
  return out;
}

const QUALIFIERS = [
  'part',
  'parts',
  'vol',
  'vols',
  'sect',
  'resumption',
  'prog',
  'supp',
  'suppl',
  'annex',
  'introduction',
  'chap',
];

/** "(Part IV)", "(Vol. II)", "(Sect. 29D)", "(Resumption 1)", "(Part I/Add.1)" at `at`: the place behind it, or -1. */
function readQualifier(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x28) return -1;
  let i = skipSpaces(text, at + 1);
  let word = -1;
  for (const one of QUALIFIERS) {
    word = readWord(text, i, one);
    if (word > 0) break;
  }
  if (word < 0 || !isUpper(text.charCodeAt(i))) return -1;
  i = word;
  if (text.charCodeAt(i) === 0x2e) i++;
  const close = firstIn(text, ')', i, i + 25);
  if (close < 0) return -1;
  for (let j = i; j < close; j++) {
    const code = text.charCodeAt(j);
    if (isLower(code)) {
      const end = wordEnd(text, j);
      const length = end - j;
      if (!(length === 3 && text.startsWith('and', j)) && !isModifierTail(text, j)) return -1;
      j = end - 1;
    } else if (!isAlphanumeric(code) && !isSpace(code) && !isDash(code) && code !== 0x2f && code !== 0x2e) {
      return -1;
    }
  }
  return close + 1;
}

/** Whether the small letters at `at` are the tail of "Add", "Corr", "Rev", "Amend". */
function isModifierTail(text: string, at: number): boolean {
  return (
    (text.startsWith('dd', at) && text[at - 1] === 'A') ||
    (text.startsWith('orr', at) && text[at - 1] === 'C') ||
    (text.startsWith('ev', at) && text[at - 1] === 'R') ||
    (text.startsWith('mend', at) && text[at - 1] === 'A')
  );
}

/** A document issued under three symbols is known; under more, none. */
const MOST_JOINTS = 3;

/**
 * Reads the document symbol whose first slash stands at `slash`; null where there is none. Spaces and line breaks that
 * converters leave inside are read over; text glued behind ("CO/3para.") is left out. Joint symbols are one.
 */
export function readSymbol(text: string, slash: number, joints = MOST_JOINTS): ReadSymbol | null {
  const head = readStem(text, slash);
  if (!head) return null;
  const { start, stem } = head;
  const upper = stem.toUpperCase();
  let known = STEMS.has(stem);
  let pressRelease = false;
  // "a/75/292", "a/res/75/158": small letters, but too much like a symbol to be anything else.
  let loose = false;
  if (!known) {
    if (PRESS.has(stem)) pressRelease = true;
    else if (stem.includes('.') && STEMS.has(stem.slice(0, stem.indexOf('.')))) known = true;
    else if (/^(?:GEGN|GC|EB|IDB)\.[A-Z0-9]+$/.test(stem)) known = true;
    else if (
      (stem === 'a' || stem === 's' || stem === 'e') &&
      /^\/(?:(?:res|hrc|c\.\d|cn\.\d{1,2}|conf\.\d{1,3}|ac\.\d{1,3})\/\d|\d{2,4}\/\d)/.test(
        text.slice(slash, slash + 12),
      )
    ) {
      loose = true;
      known = true;
    } else if (!/^[A-Z]{2,8}(?:\.?\d{1,2})?$/.test(stem) || NO_STEMS.has(stem) || isRoman(stem)) {
      return null;
    }
  }
  const components = head.second === undefined ? [stem] : [stem, head.second];
  let normalized = components.join('/');
  let end = head.end;
  let at = slash;
  let digits = stem.includes('.');
  let expandsTo: string[] | undefined;
  for (;;) {
    let next = at + 1;
    // "A/75//292": a slash too many.
    if (text.charCodeAt(next) === 0x2f && known && components.length > 1) next++;
    const spaced = skipSpaces(text, next);
    if (spaced > next) {
      if (spaced - next > 2 && !text.slice(next, spaced).includes('\n')) break;
      if (!known) break;
      next = spaced;
    }
    const last = components[components.length - 1]!;
    const kind = last.toUpperCase();
    if (components.length > 1 && (kind === 'RES' || kind === 'DEC')) {
      const read = readDesignator(text, next);
      const base = components.slice(0, -1).join('/');
      if (read && !(read.stroke && base !== 'S')) {
        const decision = kind === 'DEC';
        const form = normalizedForm(base.toUpperCase(), decision, read);
        return {
          start,
          end: read.end,
          normalized: form,
          components: [...components, ...form.slice(base.length + 5).split('/')],
          known,
          resolution: { stem: base.toUpperCase(), decision, normalized: form, designator: read },
        };
      }
    }
    const component = readComponent(text, next, loose);
    if (!component) break;
    if (
      isSpace(text.charCodeAt(next - 1)) &&
      !isDigit(text.charCodeAt(next)) &&
      !/\d/.test(component.text) &&
      !UNDOTTED.has(component.text)
    )
      break;
    if (expandsTo) break;
    const before = normalized;
    components.push(component.text);
    normalized += `/${component.text}`;
    end = component.end;
    if (/\d/.test(component.text)) digits = true;
    if (component.range) {
      expandsTo = [];
      for (let n = component.range.from; n <= component.range.to; n++)
        expandsTo.push(`${before}/${component.range.prefix}${n}`);
    }
    const open = skipSpaces(text, end);
    if (digits && text.charCodeAt(open) === 0x28) {
      const close = readQualifier(text, open);
      if (close > 0) {
        const qualifier = text.slice(open, close).replace(/\s+/g, ' ');
        components[components.length - 1] = `${component.text} ${qualifier}`;
        normalized += ` ${qualifier}`;
        end = close;
      }
    }
    if (text.charCodeAt(end) === 0x2f) at = end;
    else if (
      isSpace(text.charCodeAt(end)) &&
      text.charCodeAt(end + 1) === 0x2f &&
      isSpace(text.charCodeAt(end + 2)) &&
      known
    ) {
      at = end + 1;
    } else {
      break;
    }
    if (components.length > 12) break;
  }
  if (!digits || components.length < 2) return null;
  const last = components[components.length - 1]!;
  if (
    !/\d/.test(last) &&
    !/^[A-Z]{3}$/.test(last) &&
    !MODIFIERS.has(last.toUpperCase()) &&
    !last.includes('(')
  )
    return null;
  if (pressRelease) {
    if (!/^\d{3,}$/.test(last)) return null;
  } else if (!known) {
    // "LCSP16/LSA/INF.3": a meeting with its number, known by its working papers alone.
    if (/[A-Z]\d/.test(stem) && !/^(?:CRP|INF|L|MISC|WP)\.\d/.test(last)) return null;
    // "WHO/CDS/2018.3": numbered as no organ of the United Nations numbers.
    if (text.charCodeAt(end) === 0x2e && isDigit(text.charCodeAt(end + 1))) return null;
    const sorted = components.length > 2 && /^[A-Z][A-Z.]*\d*$/.test(components[1]!);
    if (!sorted && !isCalledDocument(text, start)) return null;
  } else if (components.length === 2) {
    const second = components[1]!;
    if (/^(?:AC|C|CN|CONF|SC|WG|GC|Sub|PC)\.\d+$/i.test(second)) return null;
    if (stem.length === 1 && /^\d$/.test(second)) return null;
    if (upper === 'A' && /^[A-Z]+$/.test(second)) return null;
  }
  let read: ReadSymbol = expandsTo
    ? { start, end, normalized, components, expandsTo, known }
    : { start, end, normalized, components, known };
  const environment = /^(?:Res|Dec|RES|DEC)\.(\d{1,4})$/.exec(last);
  const session = /^EA\.(\d{1,2})$/.exec(components[components.length - 2] ?? '');
  if (environment && session && components.length === 3) {
    const decision = /^dec/i.test(last);
    const designator: ReadDesignator = {
      form: 'slash',
      start,
      end,
      session: session[1]!,
      number: environment[1]!,
      letter: '',
      organ: '',
      stroke: false,
      addedYear: 0,
      addedYearStart: 0,
      addedYearEnd: 0,
    };
    read = { ...read, resolution: { stem: 'UNEP/EA', decision, normalized, designator } };
  }
  return readJoint(text, read, joints);
}

/** "A/77/895-S/2023/363": the second half of a joint symbol, if one follows. */
function readJoint(text: string, first: ReadSymbol, joints: number): ReadSymbol {
  if (joints === 0) return first;
  // A converter leaves a blank on either side of the dash, or on one.
  const dash = text.charCodeAt(first.end) === 0x20 ? first.end + 1 : first.end;
  if (!isDash(text.charCodeAt(dash)) || first.expandsTo) return first;
  const at = skipSpaces(text, dash + 1);
  if (at - dash > 3 || (dash > first.end && at > dash + 1)) return first;
  const stemEnd = capitalsEnd(text, at);
  if (stemEnd === at || text.charCodeAt(stemEnd) !== 0x2f || !STEMS.has(text.slice(at, stemEnd)))
    return first;
  const second = readSymbol(text, stemEnd, joints - 1);
  if (!second || second.start !== at || second.resolution) return first;
  return {
    start: first.start,
    end: second.end,
    normalized: `${first.normalized}-${second.normalized}`,
    components: [...first.components, ...second.components],
    known: first.known && second.known,
  };
}

/** "document OM/2024/15": the noun before says that what has the look of a symbol is one. */
function isCalledDocument(text: string, start: number): boolean {
  return /\b(?:documents?|circulars?|memorandum|symbol) $/i.test(text.slice(Math.max(0, start - 12), start));
}

function isRoman(word: string): boolean {
  return romanEnd(word, 0) === word.length && romanValueAt(word, 0, word.length) > 0;
}

/**
 * Modifiers that follow a symbol in words: "A/5455 and Add.1–6", "A/79/9 and Corr.1 and 2". Each is a symbol of its own,
 * whose text is what stands there. Empty where none follow.
 */
export function readFollowers(text: string, symbol: ReadSymbol): ReadSymbol[] {
  const found: ReadSymbol[] = [];
  let at = symbol.end;
  let base = symbol.normalized;
  let word = '';
  // "A/C.5/77/SR.5, 7 and 12": the records of other meetings, later ones.
  const record = /^(SR|PV)\.(\d+)$/.exec(symbol.components[symbol.components.length - 1]!);
  let meeting = 0;
  if (record) {
    base = base.slice(0, base.lastIndexOf('/'));
    word = record[1]!;
    meeting = Number(record[2]);
  }
  for (;;) {
    let i = skipSpaces(text, at);
    let separated = false;
    if (text.charCodeAt(i) === 0x2c) {
      i = skipSpaces(text, i + 1);
      separated = true;
    }
    const and = readWord(text, i, 'and');
    if (and > 0) {
      i = skipSpaces(text, and);
      separated = true;
    }
    if (!separated) return found;
    if (isUpper(text.charCodeAt(i))) {
      const component = readModifier(text, i);
      if (!component) return found;
      if (record && meeting > 0) {
        base = symbol.normalized;
        meeting = 0;
      }
      const kind = component.text.slice(0, component.text.indexOf('.'));
      // A second addendum stands beside the first; a corrigendum behind an addendum corrects it.
      const lastSlash = base.lastIndexOf('/');
      if (base.startsWith(`${kind}.`, lastSlash + 1)) base = base.slice(0, lastSlash);
      word = kind;
      found.push(follower(base, i, component));
      base =
        found.length === 1 && !component.range
          ? base
          : symbol.normalized.startsWith(base)
            ? base
            : symbol.normalized;
      at = component.end;
    } else if (word !== '' && isDigit(text.charCodeAt(i))) {
      const number = readFollowingNumber(text, i, word, meeting);
      if (!number) return found;
      if (meeting > 0) meeting = Number(text.slice(i, digitsEnd(text, i)));
      found.push(follower(base, i, number));
      at = number.end;
    } else {
      return found;
    }
  }
}

/** "Add.1", "Corr.2", "Add.3/Rev.1" at `at`, or null. */
function readModifier(text: string, at: number): Component | null {
  const component = readComponent(text, at, false);
  if (!component) return null;
  const point = component.text.indexOf('.');
  if (point < 0 || !MODIFIERS.has(component.text.slice(0, point).toUpperCase()) || !/\d/.test(component.text))
    return null;
  if (text.charCodeAt(component.end) !== 0x2f) return component;
  const more = component.range ? null : readModifier(text, component.end + 1);
  return more && !more.range ? { end: more.end, text: `${component.text}/${more.text}` } : null;
}

/** "2" behind "Corr.1 and", "7–9" behind "SR.5,": the number of another of the same kind at `at`, or null for a count. */
function readFollowingNumber(text: string, at: number, word: string, after: number): Component | null {
  const first = digitsEnd(text, at);
  const from = Number(text.slice(at, first));
  if (first - at > (after > 99 ? 5 : 2) || (after > 0 && (from <= after || from > after + 99))) return null;
  const dash = after > 0 ? skipDash(text, first) : -1;
  const end = dash > 0 ? digitsEnd(text, dash) : first;
  const next = text.charCodeAt(end);
  const closed =
    Number.isNaN(next) ||
    next === 0x29 ||
    next === 0x3b ||
    next === 0x2c ||
    (next === 0x2e && !isDigit(text.charCodeAt(end + 1)));
  if (!closed && readWord(text, skipSpaces(text, end), 'and') < 0) return null;
  const prefix = `${word}.`;
  if (dash < 0) return { end, text: prefix + text.slice(at, end) };
  const to = Number(text.slice(dash, end));
  if (to <= from || to - from > 99) return null;
  return { end, text: `${prefix}${from}-${to}`, range: { prefix, from, to } };
}

function follower(base: string, start: number, component: Component): ReadSymbol {
  const normalized = `${base}/${component.text}`;
  const { range, end } = component;
  const read = { start, end, normalized, components: normalized.split('/'), known: true };
  if (!range) return read;
  const expandsTo: string[] = [];
  for (let n = range.from; n <= range.to; n++) expandsTo.push(`${base}/${range.prefix}${n}`);
  return { ...read, expandsTo };
}

// ---- Well-formedness

/** What is wrong with a symbol as written; offsets are those of the text given to `parseSymbol`. */
export interface SymbolProblem {
  readonly kind:
    | 'space'
    | 'case'
    | 'point-missing'
    | 'number-missing'
    | 'separator'
    | 'year-missing'
    | 'modifier-order'
    | 'stem-unknown';
  readonly start: number;
  readonly end: number;
  /** What should stand there, where that is certain. */
  readonly right?: string;
}

/** A symbol taken apart. */
export interface ParsedSymbol {
  readonly normalized: string;
  /** As it should be written; equal to `normalized` where nothing is wrong. */
  readonly canonical: string;
  readonly components: readonly string[];
  /** Organ and subsidiaries: "A/C.3", "CTOC/COP/WG.4", "S". */
  readonly stem: string;
  /** Session of the Assembly or of a body under it, where the symbol has one. */
  readonly session: number | null;
  /** "S-27", "ES-10". */
  readonly specialSession: string | null;
  readonly year: number | null;
  /** The running number, where it stands alone in a component. */
  readonly number: number | null;
  readonly modifiers: readonly string[];
  readonly resolution: SymbolResolution | null;
  readonly problems: readonly SymbolProblem[];
}

/**
 * Takes a symbol apart and says what is wrong with its form. `text` is the symbol alone, as it stands in the source;
 * null where it is no symbol at all. Whether a stem is known is judged by its first component only.
 */
export function parseSymbol(text: string): ParsedSymbol | null {
  const slash = firstIn(text, '/', 0, text.length);
  if (slash < 1 || text.length > 200) return null;
  const read = readSymbol(text, slash);
  if (!read) return null;
  const problems: SymbolProblem[] = [];
  let canonical = '';
  let session: number | null = null;
  let specialSession: string | null = null;
  let year: number | null = null;
  let number: number | null = null;
  let stemParts = 0;
  let stemOpen = true;
  const modifiers: string[] = [];
  let place = 0;
  read.components.forEach((component, index) => {
    const at = findComponent(text, component, place);
    place = at.end;
    const right = canonicalComponent(component);
    const last = index === read.components.length - 1;
    if (right.text !== component && !read.resolution) {
      problems.push({ kind: right.kind, start: at.start, end: at.end, right: right.text });
    }
    canonical += index === 0 ? right.text : `/${right.text}`;
    const word = /^[A-Za-z]+/.exec(component)?.[0].toUpperCase() ?? '';
    if (MODIFIERS.has(word) && index > 0) {
      modifiers.push(right.text);
      if (word !== 'SUMMARY' && word !== 'EXCERPT' && !/\d/.test(component)) {
        problems.push({ kind: 'number-missing', start: at.start, end: at.end });
      }
      stemOpen = false;
    } else if (
      /^\d{4}$/.test(component) &&
      Number(component) >= 1946 &&
      Number(component) <= 2100 &&
      !last &&
      year === null
    ) {
      year = Number(component);
      stemOpen = false;
    } else if (/^(?:S|ES)-\d+$/i.test(component)) {
      specialSession = component.toUpperCase();
      stemOpen = false;
    } else if (/^\d{1,3}$/.test(component) && !last && session === null && year === null && stemOpen) {
      session = Number(component);
      stemOpen = false;
    } else if (/^\d+/.test(component)) {
      if (number === null) number = Number(/^\d+/.exec(component)![0]);
      stemOpen = false;
    } else if (stemOpen && !UNDOTTED_KIND.has(word) && !KIND_OF_DOCUMENT.has(word)) {
      stemParts = index + 1;
    } else {
      stemOpen = false;
    }
  });
  if (!read.known) {
    problems.push({ kind: 'stem-unknown', start: 0, end: read.components[0]!.length });
  }
  // "A/75-292", "A/RES/75-158": a hyphen where a slash belongs.
  const resolution = read.resolution ?? null;
  if (!resolution && /^A(?:\/RES|\/DEC)?\/\d{2}-\d{1,4}$/.test(canonical)) {
    const hyphen = text.search(/\d\s*[-\u2010-\u2013]\s*\d/) + 1;
    problems.push({ kind: 'separator', start: hyphen, end: hyphen + 1, right: '/' });
    canonical = canonical.replace(/(\d)-(\d)/, '$1/$2');
  }
  const doubled = firstIn(text, '//', read.start, read.end + 1);
  if (doubled >= 0) problems.push({ kind: 'separator', start: doubled, end: doubled + 2, right: '/' });
  if (isDash(text.charCodeAt(read.start + 1))) {
    problems.push({ kind: 'separator', start: read.start + 1, end: read.start + 2, right: '/' });
  }
  if (resolution?.stem === 'S' && resolution.designator.form === 'bare') {
    problems.push({ kind: 'year-missing', start: read.start, end: read.end });
  }
  const badOrder = modifiers.findIndex(
    (m, i) => i > 0 && /^Corr/.test(modifiers[i - 1]!) && /^(?:Add|Rev|Amend)/.test(m),
  );
  if (badOrder > 0) {
    const at = findComponent(text, modifiers[badOrder - 1]!, 0);
    problems.push({
      kind: 'modifier-order',
      start: at.start,
      end: findComponent(text, modifiers[badOrder]!, at.end).end,
    });
  }
  if (resolution) canonical = resolution.normalized;
  for (let i = read.start; i < read.end; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    const end = skipSpaces(text, i);
    if (!resolution && text.charCodeAt(end) !== 0x28 && !/\([^)]*$/.test(text.slice(0, i)))
      problems.push({ kind: 'space', start: i, end, right: '' });
    i = end;
  }
  problems.sort((a, b) => a.start - b.start);
  return {
    normalized: read.normalized,
    canonical,
    components: read.components,
    stem: read.components.slice(0, Math.max(1, stemParts)).join('/'),
    session,
    specialSession,
    year,
    number,
    modifiers,
    resolution,
    problems,
  };
}

/** Components that begin what is a document, not a body. */
const KIND_OF_DOCUMENT = new Set([
  'L',
  'R',
  'SR',
  'PV',
  'CRP',
  'WP',
  'INF',
  'RES',
  'DEC',
  'ADD',
  'CORR',
  'REV',
  'AMEND',
  'MISC',
]);
const UNDOTTED_KIND = new Set(['RES', 'DEC', 'PRST', 'NGO', 'INF', 'PET', 'CO', 'SUMMARY', 'EXCERPT']);

/** Where a component stands in the text, white space inside it read over. */
function findComponent(text: string, component: string, from: number): { start: number; end: number } {
  const bare = component.replace(/\s/g, '');
  for (let start = from; start < text.length; start++) {
    let i = start;
    let j = 0;
    while (j < bare.length && i < text.length) {
      const code = text.charCodeAt(i);
      if (isSpace(code) && j > 0) {
        i++;
      } else if (text[i] === bare[j] || (isDash(code) && bare[j] === '-')) {
        i++;
        j++;
      } else {
        break;
      }
    }
    if (j === bare.length && bare.length > 0) return { start, end: i };
  }
  return { start: from, end: from };
}

/** A component as it should be written, and what kind of slip it is where it is not. */
function canonicalComponent(component: string): { text: string; kind: 'case' | 'point-missing' } {
  const match = /^([A-Za-z]+)(.*)$/s.exec(component);
  if (!match) return { text: component, kind: 'case' };
  const [, word, rest] = match as unknown as [string, string, string];
  const upper = word.toUpperCase();
  // "Res" and "Dec" are the Environment Assembly's own spelling when a number follows.
  const right = /^(?:Res|Dec)$/.test(word) && rest.startsWith('.') ? word : (FIXED_CASE[upper] ?? upper);
  if (/^\d/.test(rest) && DOTTED.has(upper)) return { text: `${right}.${rest}`, kind: 'point-missing' };
  return { text: right + rest, kind: 'case' };
}
