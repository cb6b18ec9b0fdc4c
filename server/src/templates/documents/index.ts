import type { NewDocument } from '../newDocument.js';
import { LETTERS } from './letters.js';
import { REPORTS } from './reports.js';
import { RESOLUTIONS } from './resolutions.js';
import { STATEMENTS } from './statements.js';
import { TREATIES } from './treaties.js';

/** All kinds of document that can be started, in the order in which a wizard shows them. */
export const NEW_DOCUMENTS: readonly NewDocument[] = [
  ...STATEMENTS,
  ...REPORTS,
  ...RESOLUTIONS,
  ...LETTERS,
  ...TREATIES,
];
