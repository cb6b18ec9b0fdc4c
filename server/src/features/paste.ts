import { noteMark } from '../document/reading.js';
import type { Draft } from '../document/draft.js';
import { richTextToMarkdown, type Pasted } from '../paste/richText.js';

/** What is pasted, as Markdown; see `richTextToMarkdown`. */
export type PastedText = Pasted;

/** Rich text as Markdown for a draft: its footnotes take numbers behind those that the draft has. */
export function pastedText(draft: Draft, html: string): PastedText | null {
  let notesFrom = 0;
  for (const block of draft.blocks) {
    const keys = block.reading.indicators.map(({ key }) => key);
    if (block.role === 'note') keys.push(noteMark(block.text.slice(0, 80))?.key ?? '');
    for (const key of keys) if (/^\d{1,4}$/.test(key)) notesFrom = Math.max(notesFrom, Number(key));
  }
  return richTextToMarkdown(html, { notesFrom });
}
