import { findAcronym, findBody } from './bodies.js';
import { formatNormalized, isParenthesized, organInfo, parseDesignator, parseNumber } from './designator.js';
import { describeAcronym, describeBody, describeSession } from './describe/body.js';
import type { Explanation } from './describe/explanation.js';
import { describeEntry, describeResolution } from './describe/resolution.js';
import { describeState } from './describe/state.js';
import { describeSymbol } from './describe/symbol.js';
import { describeArticle, describeTreaty } from './describe/treaty.js';
import type { Translate } from './messages.js';
import { bodiesWithSessions, ordinalWord, sessionOf } from './sessions.js';
import { findState, statesStarting } from './states.js';
import { findTreaty, treatiesStarting } from './treaties.js';
import type { CatalogueView } from './view.js';
import { nameKey } from './words.js';

/** What a query was taken for; `words` are the words of titles, `nothing` is an empty query. */
export type QueryKind = 'number' | 'symbol' | 'article' | 'session' | 'name' | 'words' | 'nothing';

export interface LookupResult {
  readonly query: string;
  readonly kind: QueryKind;
  /** The best first. Empty where nothing is known. */
  readonly matches: readonly Explanation[];
}

export interface LookupOptions {
  /** At most so many matches; 10 unless told. */
  readonly limit?: number;
  /** ISO date: tells which sessions have not begun. */
  readonly today?: string;
}

/** Ways in which people name the organs before a number, in lower case. */
const ORGAN_WORDS: readonly (readonly [words: string, organ: string])[] = [
  ['united nations general assembly', 'GA'],
  ['un general assembly', 'GA'],
  ['general assembly', 'GA'],
  ['united nations security council', 'SC'],
  ['un security council', 'SC'],
  ['security council', 'SC'],
  ['economic and social council', 'ECOSOC'],
  ['human rights council', 'HRC'],
  ['commission on narcotic drugs', 'CND'],
  ['commission on crime prevention and criminal justice', 'CCPCJ'],
  ['environment assembly', 'UNEA'],
  ['ecosoc', 'ECOSOC'],
  ['unga', 'GA'],
  ['unsc', 'SC'],
  ['ccpcj', 'CCPCJ'],
  ['unea', 'UNEA'],
  ['cnd', 'CND'],
  ['hrc', 'HRC'],
  ['ga', 'GA'],
  ['sc', 'SC'],
];

/**
 * Looks a query up as a person types it: a number ("75/158", "Security Council resolution 2546"), a symbol
 * ("CTOC/COP/2022/CRP.3"), an article ("article 3 of the Trafficking in Persons Protocol"), a session ("tenth session of
 * the …"), a treaty, body, State or acronym, or words of a title ("trafficking women"). Never throws.
 */
export function lookup(
  query: string,
  view: CatalogueView,
  t: Translate,
  options: LookupOptions = {},
): LookupResult {
  const { limit = 10, today } = options;
  const text = query.slice(0, 500).replace(/\s+/g, ' ').trim();
  const answer = (kind: QueryKind, matches: readonly (Explanation | null)[]): LookupResult => ({
    query,
    kind,
    matches: matches.filter((match) => match !== null).slice(0, limit),
  });
  if (text === '') return answer('nothing', []);

  const designator = parseDesignator(text);
  if (designator) return answer('number', ofSymbol(text, view, t, today));
  const numbered = readNumber(text);
  if (numbered) {
    // Where the organ named has no such number, another may: the person sees which one it is.
    const named = ofNumber(numbered, view, t, today);
    const matches = named.length > 0 ? named : ofNumber({ ...numbered, organ: null }, view, t, today);
    if (matches.length > 0) return answer('number', matches);
  }
  const symbol = /\s/.test(text.replace(/ ?\([^()]*\)/g, '')) ? null : describeSymbol(text, view, t, today);
  if (symbol) return answer('symbol', [symbol]);
  const article = ofArticle(text, t);
  if (article) return answer('article', [article]);
  const session = ofSession(text, t);
  if (session) return answer('session', [session]);

  const named = ofName(text, t);
  const hits = view.search(text, { limit }).map((hit) => describeEntry(hit.entry, view, t));
  return answer(named.length > 0 ? 'name' : 'words', [...named, ...hits]);
}

/** The resolution of a symbol; where it has letters and none was given, the parts after the whole. */
function ofSymbol(
  symbol: string,
  view: CatalogueView,
  t: Translate,
  today: string | undefined,
): (Explanation | null)[] {
  const whole = describeResolution(symbol, view, t, today);
  const entries = view.find(symbol)?.entries ?? [];
  return entries.length < 2 ? [whole] : [whole, ...entries.map((entry) => describeEntry(entry, view, t))];
}

interface Numbered {
  readonly organ: string | null;
  readonly decision: boolean;
  readonly number: string;
}

/** Reads "General Assembly resolution 75/158", "UNSCR 2546", "resolution 217 A (III)", "75/158". */
function readNumber(text: string): Numbered | null {
  let rest = text.toLowerCase().replace(/^the /, '');
  let organ: string | null = null;
  const abbreviated = /^unscr? ?(?=\d)/.exec(rest);
  if (abbreviated) {
    organ = 'SC';
    rest = rest.slice(abbreviated[0].length);
  } else {
    const found = ORGAN_WORDS.find(([words]) => rest.startsWith(`${words} `));
    if (found) {
      organ = found[1];
      rest = rest.slice(found[0].length + 1);
    }
  }
  const noun = /^(resolutions?|res\.?|decisions?|dec\.?) (?:no\.? ?)?/.exec(rest);
  if (noun) rest = rest.slice(noun[0].length);
  if (!parseNumber(rest)) return null;
  return { organ, decision: noun?.[1]?.startsWith('dec') ?? false, number: rest.toUpperCase() };
}

function ofNumber(
  { organ, decision, number }: Numbered,
  view: CatalogueView,
  t: Translate,
  today: string | undefined,
): (Explanation | null)[] {
  const entries = decision
    ? []
    : view.byNumber(number).filter((entry) => organ === null || entry.designator.organ === organ);
  if (entries.length > 0) return entries.map((entry) => describeEntry(entry, view, t));
  const parts = parseNumber(number)!;
  const whose = organ ?? likelyOrgan(number, parts.session);
  if (whose === null || !organInfo(whose)) return [];
  const designator = { organ: whose, decision, ...parts };
  // A form that the organ does not use is no number of its: "75/158" is none of the Security Council's.
  if (parts.session !== '' && isParenthesized(designator) === number.includes('/')) return [];
  return [describeResolution(formatNormalized(designator), view, t, today)];
}

/** The organ that a number without a name is most likely of, by its form; null where the form does not tell. */
function likelyOrgan(number: string, session: string): string | null {
  if (/^\d{4}$/.test(session)) return number.includes('/') ? 'ECOSOC' : 'SC';
  if (session === '') return 'SC';
  if (number.includes('/')) return Number(session) >= 31 || session.startsWith('ES-') ? 'GA' : null;
  return 'GA';
}

/** "article 3 (a) of the Trafficking in Persons Protocol", "art. 6, UNTOC". */
function ofArticle(text: string, t: Translate): Explanation | null {
  const match =
    /^art(?:icle|\.)? ?(\d{1,4}(?: ?\([a-z\d]{1,4}\))*|[IVXL]{1,7})(?: of|,)? (?:the )?(.+)$/i.exec(text);
  const treaty = match ? findTreaty(match[2]!) : undefined;
  return match && treaty ? describeArticle(treaty, match[1]!, t) : null;
}

/** "tenth session of the Conference of …", "75th session of the General Assembly", "General Assembly, 75th session". */
function ofSession(text: string, t: Translate): Explanation | null {
  const ahead = /^(?:the )?([\w-]+) (?:session|meeting|congress) (?:of|,) ?(?:the )?(.+)$/i.exec(text);
  const behind = ahead ? null : /^(?:the )?(.+?),? ([\w-]+) (?:session|meeting|congress)$/i.exec(text);
  const [number, name] = ahead ? [ahead[1]!, ahead[2]!] : behind ? [behind[2]!, behind[1]!] : ['', ''];
  if (name === '') return null;
  const value = ordinalValue(number);
  const body = findBody(name)?.name ?? findBody(name.toUpperCase())?.name ?? bodyBeginning(name);
  const session = value === null || body === undefined ? null : sessionOf(body, value);
  return session && describeSession(session, t);
}

/** A body with sessions whose name begins so: "Conference of the Parties". The first of the table. */
function bodyBeginning(name: string): string | undefined {
  return bodiesWithSessions().find(({ body }) => nameKey(body).startsWith(nameKey(name)))?.body;
}

function ordinalValue(text: string): number | null {
  const figures = /^(\d{1,3})(?:st|nd|rd|th)?$/i.exec(text);
  if (figures) return Number(figures[1]);
  for (let number = 1; number < 100; number++) if (ordinalWord(number) === text.toLowerCase()) return number;
  return null;
}

/** What bears the name: an acronym, treaty, State or body; and where none does, those that begin so. */
function ofName(text: string, t: Translate): Explanation[] {
  const out: Explanation[] = [];
  const acronyms = findAcronym(text).length > 0 ? findAcronym(text) : findAcronym(text.toUpperCase());
  const treaty = findTreaty(text);
  const state = findState(text);
  const body = findBody(text);
  if (treaty) out.push(describeTreaty(treaty, t));
  else out.push(...acronyms.map((row) => describeAcronym(row, t)));
  if (state) out.push(describeState(state, t));
  if (body && !body.acronyms.includes(text)) out.push(describeBody(body, t));
  if (out.length > 0 || nameKey(text).length < 4) return out;
  return [
    ...treatiesStarting(text)
      .slice(0, 3)
      .map((row) => describeTreaty(row, t)),
    ...statesStarting(text)
      .slice(0, 3)
      .map((found) => describeState(found, t)),
  ];
}
