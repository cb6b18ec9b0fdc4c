import { LETTER_SNIPPETS } from './letters.js';
import { REFERENCE_SNIPPETS } from './references.js';
import { REPORT_SNIPPETS } from './reports.js';
import { RESOLUTION_SNIPPETS } from './resolutions.js';
import type { SnippetRow } from './row.js';
import { STATEMENT_SNIPPETS } from './statements.js';
import { TREATY_SNIPPETS } from './treaties.js';

/** The table of snippets: parts of documents, in the order of the documents they belong to. */
export const SNIPPETS: readonly SnippetRow[] = [
  ...STATEMENT_SNIPPETS,
  ...REPORT_SNIPPETS,
  ...REFERENCE_SNIPPETS,
  ...RESOLUTION_SNIPPETS,
  ...TREATY_SNIPPETS,
  ...LETTER_SNIPPETS,
];
