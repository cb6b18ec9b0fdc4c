import { MarkupContent } from 'vscode-languageserver-types';
import { english } from '../catalogue/messages.js';
import { CatalogueView } from '../catalogue/view.js';
import type { Position } from '../document/draft.js';
import { hover } from '../features/hover.js';
import { sayEnglish } from '../features/messages.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { blockOffsets } from './inspect.js';

/** What is known of the thing at a place of a draft. */
export interface ShownHover {
  /** A few lines, as Markdown. */
  readonly markdown: string;
  /** Where the thing stands: UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly length: number;
}

/**
 * What a hover of the editors says at an offset of a draft (a resolution, a symbol, a paragraph or an article that is
 * pointed at, an acronym …); null where there is nothing to say. Offsets outside the text are clamped.
 */
export function hoverAt(
  open: OpenDraft,
  offset: number,
  options: { readonly catalogue?: CatalogueView; readonly today?: string | null } = {},
): ShownHover | null {
  const { draft } = open;
  const { catalogue = CatalogueView.EMPTY, today = null } = options;
  const found = hover(open, draft.positionAt(Math.max(0, offset)), {
    catalogue,
    today,
    t: english,
    say: sayEnglish,
  });
  if (!found?.range || !MarkupContent.is(found.contents)) return null;
  const starts = blockOffsets(draft.blocks);
  const offsetOf = (position: Position): number => {
    const place = draft.locate(position);
    return place ? (starts.get(place.block) ?? 0) + place.offset : 0;
  };
  const start = offsetOf(found.range.start);
  return { markdown: found.contents.value, offset: start, length: offsetOf(found.range.end) - start };
}
