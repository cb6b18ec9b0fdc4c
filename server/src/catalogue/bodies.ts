import { ORGANS } from './designator.js';
import { ACRONYMS } from './generated/acronyms.js';
import { SERIES } from './generated/series.js';
import type { AcronymRow, SeriesRow } from './rows.js';
import { bodiesWithSessions } from './sessions.js';
import { nameKey, treaties } from './treaties.js';

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

let table: ReadonlyMap<string, BodyInfo> | undefined;

function index(): ReadonlyMap<string, BodyInfo> {
  if (table) return table;
  const map = new Map<string, { name: string; acronyms: string[]; series: SeriesRow[] }>();
  const body = (name: string): { name: string; acronyms: string[]; series: SeriesRow[] } => {
    const key = nameKey(name);
    const known = map.get(key) ?? { name, acronyms: [], series: [] };
    map.set(key, known);
    return known;
  };
  for (const organ of ORGANS) body(organ.name);
  for (const { body: name } of bodiesWithSessions()) body(name);
  const titles = new Set(treaties().map((treaty) => nameKey(treaty.fullTitle)));
  for (const row of SERIES) {
    if (row.prefix.startsWith('-') || !BODY_WORD.test(row.meaning) || titles.has(nameKey(row.meaning)))
      continue;
    body(row.meaning).series.push(row);
  }
  for (const row of ACRONYMS) if (row.kind === 'body') body(row.expansion).acronyms.push(row.acronym);
  table = map;
  return map;
}

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
  return ACRONYMS.filter((row) => row.acronym === acronym);
}

/** Acronyms that begin so; capitals count. */
export function acronymsStarting(prefix: string): readonly AcronymRow[] {
  return ACRONYMS.filter((row) => row.acronym.startsWith(prefix));
}

/** The acronym of a name, in any case; undefined where the table has none. */
export function acronymOf(name: string): AcronymRow | undefined {
  const key = nameKey(name);
  return ACRONYMS.find((row) => nameKey(row.expansion) === key);
}
