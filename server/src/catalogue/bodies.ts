import { lazy } from '../text/lazy.js';
import { acronymRows, seriesRows } from './tables.js';
import type { AcronymRow, SeriesRow } from './rows.js';
import { nameTable } from './nameTable.js';
import { nameKey, nameKeys } from './words.js';

/** An organ, body, programme, office or mission, with what it is known by. */
export interface BodyInfo {
  readonly name: string;
  readonly acronyms: readonly string[];
  /** The stems of symbols that stand for it. */
  readonly series: readonly SeriesRow[];
}

const index = lazy(() => {
  const map = new Map<string, BodyInfo>();
  for (const [key, name, acronyms, rows] of nameTable().bodies)
    map.set(key, {
      name,
      acronyms,
      get series() {
        return rows.map((row) => seriesRows()[row]!);
      },
    });
  return map;
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

/** What the expansions of acronyms are compared by. */
const expansions = lazy(() => nameKeys(acronymRows().map(({ expansion }) => expansion)));

/** The acronym of a name, in any case; undefined where the table has none. */
export function acronymOf(name: string): AcronymRow | undefined {
  return acronymRows()[expansions().indexOf(nameKey(name))];
}
