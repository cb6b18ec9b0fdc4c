import type { DocumentKind } from '../../document/kinds.js';
import { SNIPPETS } from './index.js';
import type { SnippetPlace, SnippetRow } from './row.js';

/**
 * The snippets that fit a kind of document, those of `place` first; the order of the table is kept otherwise. Without a
 * kind (an untitled or empty text) all snippets fit.
 */
export function snippetsFor(kind: DocumentKind | null, place?: SnippetPlace): readonly SnippetRow[] {
  const fitting = SNIPPETS.filter(
    (row) => kind === null || row.kinds.length === 0 || row.kinds.includes(kind),
  );
  if (place === undefined) return fitting;
  return [...fitting.filter((row) => row.place === place), ...fitting.filter((row) => row.place !== place)];
}
