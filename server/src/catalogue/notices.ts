import type { CatalogueError } from './catalogue.js';
import type { Translate } from './messages.js';
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
  return t('conflict.cell', {
    symbol: conflict.normalized,
    column: conflict.column,
    theirs: conflict.theirs,
    catalogue: conflict.catalogue,
    ours: conflict.ours,
  });
}
