import type { Draft } from '../document/draft.js';
import { renderHtml, type Rendered, type RenderOptions } from '../render/html.js';
import { renderForWord, type ForWord } from '../render/word.js';

export type { ForWord, Rendered, RenderOptions };

/** A draft as it would be printed, or as a speaker reads it. Views that are not known are those of print. */
export function rendered(draft: Draft, { view, wordsPerMinute }: RenderOptions): Rendered {
  return renderHtml(draft, {
    view: view === 'reading' ? 'reading' : 'page',
    wordsPerMinute: Number.isFinite(wordsPerMinute) ? wordsPerMinute : 0,
  });
}

/** A draft for the clipboard of a word processor. */
export function forWord(draft: Draft): ForWord {
  return renderForWord(draft);
}
