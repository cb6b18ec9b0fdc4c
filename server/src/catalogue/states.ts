import { lazy } from '../text/lazy.js';
import { informalNameRows, stateRows } from './tables.js';
import type { StateRow } from './rows.js';
import { nameTable, type StateEntry } from './nameTable.js';
import { nameKey } from './words.js';

/** How a name names a State. */
export type StateForm = 'short' | 'formal' | 'former' | 'vote-list' | 'informal';

/** A State and the form of the name that it was found by. */
export interface FoundState {
  readonly state: StateRow;
  readonly form: StateForm;
  /** The name as the table has it. */
  readonly name: string;
}

/** "Central African Republic" of "Central African Republic (the)"; an inversion stays: "Bolivia (Plurinational State of)". */
export function shortName(state: StateRow): string {
  return state.shortName === ''
    ? properCase(state.voteListNames[0] ?? '')
    : state.shortName.replace(/ \(the\)$/, '');
}

/** "Plurinational State of Bolivia" of "Bolivia (Plurinational State of)", as it stands in a sentence. */
export function runningName(state: StateRow): string {
  const inverted = /^(.+) \((.+ of)(?: the)?\)$/.exec(state.shortName);
  return inverted ? `${inverted[2]} ${inverted[1]}` : shortName(state);
}

/** A name in capitals, as lists of votes have it, with capitals only where words begin; abbreviations stay. */
export function properCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s(-])([\p{L}])/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(?<=.) (Of|The|And)\b/g, (word) => word.toLowerCase())
    .replace(/\b(Ussr|Ssr)\b/g, (word) => word.toUpperCase());
}

/** Every name of every State, the forms that the United Nations uses first. */
export function stateNames(): readonly FoundState[] {
  const forms: FoundState[] = [];
  const add = (form: StateForm, of: (state: StateRow) => readonly string[]): void => {
    for (const state of stateRows()) {
      for (const name of of(state)) if (name !== '') forms.push({ state, form, name });
    }
  };
  add('short', (state) => (state.shortName === '' ? [] : [shortName(state), runningName(state)]));
  add('formal', (state) => [state.formalName]);
  add('vote-list', (state) => state.voteListNames);
  add('former', (state) => state.formerNames.map((former) => former.name));
  add('informal', (state) => informalNames(state));
  return forms;
}

const informal = lazy(() => {
  const names = new Map<string, string[]>();
  for (const { iso3, name } of informalNameRows()) names.set(iso3, [...(names.get(iso3) ?? []), name]);
  return names;
});

/** Names for a State that are in use and that the United Nations does not use. */
export function informalNames(state: StateRow): readonly string[] {
  return state.iso3 === '' ? [] : (informal().get(state.iso3) ?? []);
}

/** What the names of States are compared by; of two that are alike the first. */
const byKey = lazy(() => {
  const map = new Map<string, StateEntry>();
  for (const entry of nameTable().states) if (!map.has(entry[0])) map.set(entry[0], entry);
  return map;
});

function found([, row, form, name]: StateEntry): FoundState {
  return { state: stateRows()[row]!, form, name };
}

/** All States of the table; the former members, which have no codes, at its end. */
export function states(): readonly StateRow[] {
  return stateRows();
}

/** The State with this code (ISO 3166-1, three letters, capitals). */
export function stateByCode(iso3: string): StateRow | undefined {
  return iso3 === '' ? undefined : stateRows().find((state) => state.iso3 === iso3);
}

/** The State of a short, formal, former, listed or informal name, in any case; undefined for a name of none. */
export function findState(name: string): FoundState | undefined {
  const entry = byKey().get(nameKey(name));
  return entry && found(entry);
}

/** States one of whose names begins so, each once, by short and formal names before others. */
export function statesStarting(prefix: string): readonly FoundState[] {
  const key = nameKey(prefix);
  const rows = new Set<number>();
  return nameTable()
    .states.filter(([name, row]) => name.startsWith(key) && !rows.has(row) && rows.add(row))
    .map(found);
}
