import { numberedOf, numberingOperation } from '../features/numbering.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { planRenumber } from '../numbering/plan.js';
import { textAfter } from '../numbering/operations.js';
import type { OpenDraft } from '../workspace/openDraft.js';

/** A text with its numbers in order. */
export interface Renumbering {
  readonly after: string;
  /** How many labels and references changed. */
  readonly labels: number;
  readonly references: number;
  /** References that could not be carried along, with their 0-based line. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Why nothing was renumbered (an adopted text keeps its numbers), or null. */
  readonly refused: string | null;
}

/** Renumbers paragraphs, headings, articles and notes of a draft; the references follow. The draft is not changed. */
export function renumberDraft(open: OpenDraft, language: Language = ENGLISH): Renumbering {
  const { draft } = open;
  const start = { line: 0, character: 0 };
  const { labels, references, problems, refused } = numberingOperation(
    open,
    'renumber',
    { start, end: start },
    language,
  );
  const after = refused === null ? textAfter(draft, planRenumber(numberedOf(open)).edits) : draft.text;
  return {
    after,
    labels,
    references,
    problems: problems.map(({ range, message }) => ({ line: range.start.line, message })),
    refused,
  };
}
