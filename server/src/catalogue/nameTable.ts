import { lazy } from '../text/lazy.js';
import { nameIndex } from './generated/nameIndex.js';
import type { StateForm } from './states.js';

/** A name of a State: what it is compared by, the row of the State, the form of the name, the name as the table has it. */
export type StateEntry = readonly [key: string, row: number, form: StateForm, name: string];

/** A name of a treaty: what it is compared by, and the row of the treaty. */
export type TreatyEntry = readonly [key: string, row: number];

/** A body: what its name is compared by, its name, its acronyms, and the rows of the stems of symbols that stand for it. */
export type BodyEntry = readonly [
  key: string,
  name: string,
  acronyms: readonly string[],
  series: readonly number[],
];

/** All names that one may ask for, in the order in which they count: of two that are compared alike the first. */
export interface NameTable {
  readonly states: readonly StateEntry[];
  /** The names of one treaty follow one another, its short title first. */
  readonly treaties: readonly TreatyEntry[];
  readonly bodies: readonly BodyEntry[];
}

/** The names as they were compiled (see compileNames.ts): making the table takes longer than all the rest of a lookup. */
export const nameTable = lazy(() => JSON.parse(nameIndex()) as NameTable);
