import { ORGANS } from './designator.js';
import type { BodyEntry, NameTable, TreatyEntry } from './nameTable.js';
import { bodiesWithSessions } from './sessions.js';
import { stateNames } from './states.js';
import { acronymRows, seriesRows, stateRows, treatyRows } from './tables.js';
import { nameKeys } from './words.js';

/** Makes the table out of the tables of facts; what is compiled is what this gives. */
export function compileNames(): NameTable {
  const names = stateNames();
  const keys = nameKeys(names.map(({ name }) => name));
  const rows = new Map(stateRows().map((row, i) => [row, i]));
  const titles = treatyRows().map((treaty) => [treaty.shortTitle, treaty.fullTitle, ...treaty.aliases]);
  const titleKeys = nameKeys(titles.flat());
  let at = 0;
  return {
    states: distinct(names.map(({ state, form, name }, i) => [keys[i]!, rows.get(state)!, form, name])),
    treaties: distinct(titles.flatMap((list, row) => list.map((): TreatyEntry => [titleKeys[at++]!, row]))),
    bodies: compileBodies(),
  };
}

/** Entries without those that say of a row what one before them has said: the first counts. */
function distinct<T extends readonly [key: string, row: number, ...unknown[]]>(entries: readonly T[]): T[] {
  const seen = new Set<string>();
  return entries.filter(([key, row]) => {
    const entry = `${row} ${key}`;
    return !seen.has(entry) && seen.add(entry);
  });
}

/** A meaning in the table of symbols is a body's name where it has one of these words; others are subjects or titles. */
const BODY_WORD =
  /\b(?:Assembly|Council|Committee|Commission|Conference|Congress|Group|Programme|Board|Unit|Tribunal|Fund|Organization|Forum|Summit|Secretariat)\b/;

/** The organs first, then the bodies that have sessions, those of symbols, those of acronyms. */
function compileBodies(): readonly BodyEntry[] {
  const found = new Map<string, { name: string; acronyms: string[]; series: number[] }>();
  const body = (name: string, key: string): { acronyms: string[]; series: number[] } => {
    const known = found.get(key) ?? { name, acronyms: [], series: [] };
    found.set(key, known);
    return known;
  };
  const each = (names: readonly string[], take: (name: string, key: string, row: number) => void): void => {
    const keys = nameKeys(names);
    names.forEach((name, row) => take(name, keys[row]!, row));
  };
  each(
    ORGANS.map(({ name }) => name),
    body,
  );
  each(
    bodiesWithSessions().map((one) => one.body),
    body,
  );
  const titles = new Set(nameKeys(treatyRows().map(({ fullTitle }) => fullTitle)));
  each(
    seriesRows().map(({ meaning }) => meaning),
    (meaning, key, row) => {
      if (!seriesRows()[row]!.prefix.startsWith('-') && BODY_WORD.test(meaning) && !titles.has(key))
        body(meaning, key).series.push(row);
    },
  );
  each(
    acronymRows().map(({ expansion }) => expansion),
    (expansion, key, row) => {
      const { kind, acronym } = acronymRows()[row]!;
      if (kind === 'body') body(expansion, key).acronyms.push(acronym);
    },
  );
  return [...found].map(([key, { name, acronyms, series }]) => [key, name, acronyms, series]);
}
