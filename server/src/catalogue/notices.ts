import type { CatalogueError } from './sections.js';
import { voteWords } from './describe/resolution.js';
import type { MergeResult } from './import/rows.js';
import { dateInWords, type Translate } from './messages.js';
import type { LoadResult } from './source.js';
import type { Conflict } from './view.js';

/** Why there is no catalogue, and what to do about it, as one sentence for a person. */
export function loadErrorWords(
  error: CatalogueError | Extract<LoadResult, { ok: false }>['error'],
  t: Translate,
): string {
  switch (error.code) {
    case 'unreadable':
      return t('catalogue.unreadable', { reason: ('reason' in error ? error.reason : undefined) ?? '?' });
    case 'version':
      return t('catalogue.version', { detail: ('detail' in error ? error.detail : undefined) ?? '?' });
    case 'absent':
      return t('catalogue.absent');
    case 'not-a-catalogue':
      return t('catalogue.not-a-catalogue');
    case 'truncated':
      return t('catalogue.truncated');
    case 'altered':
      return t('catalogue.altered');
    case 'platform':
      return t('catalogue.platform');
  }
}

/** Where one catalogue contradicts those under it, as one sentence. */
export function conflictWords(conflict: Conflict, t: Translate): string {
  const { normalized, column, catalogue, below, theirs, ours } = conflict;
  const args = {
    symbol: normalized,
    column: columnName(column, t),
    theirs: cellWords(column, theirs, t),
    ours: cellWords(column, ours, t),
    catalogue,
  };
  return below === null ? t('conflict.builtIn', args) : t('conflict.other', { ...args, below });
}

/** Where a file that is imported says something else than the user's own catalogue, as one sentence. */
export function replacedWords(
  file: string,
  { symbol, column, before, after }: MergeResult['conflicts'][number],
  t: Translate,
): string {
  return t('conflict.replaced', {
    file,
    symbol,
    column: columnName(column, t),
    theirs: cellWords(column, after, t),
    ours: cellWords(column, before, t),
  });
}

function columnName(column: string, t: Translate): string {
  return column === 'title' || column === 'adoption_date' || column === 'vote'
    ? t(`column.${column}`)
    : column;
}

/** A cell as one would say it: a date and a vote in words. */
function cellWords(column: string, cell: string, t: Translate): string {
  if (column === 'adoption_date') return dateInWords(t, cell);
  return column === 'vote' ? voteWords(cell, t) : cell;
}
