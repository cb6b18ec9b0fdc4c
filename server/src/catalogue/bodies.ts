import { lazy } from '../text/lazy.js';
import { ORGANS } from './designator.js';
import { acronymRows, seriesRows } from './tables.js';
import type { AcronymRow, SeriesRow } from './rows.js';
import { bodiesWithSessions } from './sessions.js';
import { treaties } from './treaties.js';
import { nameKey, nameKeys } from './words.js';

/** An organ, body, programme, office or mission, with what it is known by. */
export interface BodyInfo {
  readonly name: string;
  readonly acronyms: readonly string[];
  /** The stems of symbols that stand for it. */
  readonly series: readonly SeriesRow[];
}

/** A meaning in the table of symbols is a body's name where it has one of these words; others are subjects or titles. */
const BODY_WORD =
  /\b(?:Assembly|Council|Committee|Commission|Conference|Congress|Group|Programme|Board|Unit|Tribunal|Fund|Organization|Forum|Summit|Secretariat)\b/;

const index = lazy(() => {
  const { organs, sessions, meanings, titles, expansions } = allKeys();
  const map = new Map<string, { name: string; acronyms: string[]; series: SeriesRow[] }>();
  const body = (name: string, key: string): { name: string; acronyms: string[]; series: SeriesRow[] } => {
    const known = map.get(key) ?? { name, acronyms: [], series: [] };
    map.set(key, known);
    return known;
  };
  ORGANS.forEach(({ name }, i) => body(name, organs[i]!));
  bodiesWithSessions().forEach(({ body: name }, i) => body(name, sessions[i]!));
  const treatyTitles = new Set(titles);
  seriesRows().forEach((row, i) => {
    const key = meanings[i]!;
    if (row.prefix.startsWith('-') || !BODY_WORD.test(row.meaning) || treatyTitles.has(key)) return;
    body(row.meaning, key).series.push(row);
  });
  acronymRows().forEach((row, i) => {
    if (row.kind === 'body') body(row.expansion, expansions[i]!).acronyms.push(row.acronym);
  });
  return map;
});

/** What the names of all these tables are compared by. */
const allKeys = lazy(() => {
  const lists = {
    organs: ORGANS.map(({ name }) => name),
    sessions: bodiesWithSessions().map(({ body }) => body),
    meanings: seriesRows().map(({ meaning }) => meaning),
    titles: treaties().map(({ fullTitle }) => fullTitle),
    expansions: acronymRows().map(({ expansion }) => expansion),
  };
  const keys = nameKeys(Object.values(lists).flat());
  const take = (list: readonly string[]): readonly string[] => keys.splice(0, list.length);
  return {
    organs: take(lists.organs),
    sessions: take(lists.sessions),
    meanings: take(lists.meanings),
    titles: take(lists.titles),
    expansions: take(lists.expansions),
  };
});

/** All bodies known, the organs first. */
export function bodies(): readonly BodyInfo[] {
  return [...index().values()];
}

/** The body of a name or an acronym; the name in any case, the acronym in capitals. Undefined for none. */
export function findBody(name: string): BodyInfo | undefined {
  const known = index().get(nameKey(name));
  if (known) return known;
  return bodies().find((body) => body.acronyms.includes(name));
}

/** What an acronym may stand for; empty for one that the table does not have. Capitals count. */
export function findAcronym(acronym: string): readonly AcronymRow[] {
  return acronymRows().filter((row) => row.acronym === acronym);
}

/** Acronyms that begin so; capitals count. */
export function acronymsStarting(prefix: string): readonly AcronymRow[] {
  return acronymRows().filter((row) => row.acronym.startsWith(prefix));
}

/** The acronym of a name, in any case; undefined where the table has none. */
export function acronymOf(name: string): AcronymRow | undefined {
  return acronymRows()[allKeys().expansions.indexOf(nameKey(name))];
}
