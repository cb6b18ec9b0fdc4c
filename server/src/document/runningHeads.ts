import type { Block } from './block.js';
import { featuresOf } from './features.js';

/** No block at all. */
export const NO_BLOCKS: ReadonlySet<Block> = new Set();

/**
 * The running heads that a conversion left: the same short line at the top of several pages, told by the page number,
 * the symbol, the form feed or the page comment before it. A line with a label counts from two pages on, for no heading
 * bears the same label and words twice; any other from three.
 */
export function runningHeads(blocks: readonly Block[]): ReadonlySet<Block> {
  let tops: Map<string, Block[]> | null = null;
  for (let i = 0; i < blocks.length; i++) {
    const b = blocks[i]!;
    if (b.form !== 'text' || !startsPage(blocks, i) || featuresOf(b).length > 120) continue;
    // The page number may stand on the same line.
    const key = b.text
      .slice(0, 240)
      .replace(/\s+/g, ' ')
      .replace(/^ ?\d{1,4} | \d{0,4} ?$/g, '');
    tops ??= new Map();
    const same = tops.get(key);
    if (same) same.push(b);
    else tops.set(key, [b]);
  }
  if (!tops) return NO_BLOCKS;
  const heads = new Set<Block>();
  for (const same of tops.values())
    if (same.length >= (same[0]!.label ? 2 : 3)) for (const b of same) heads.add(b);
  return heads;
}

/** Whether a block is the first one of a page, as far as a conversion has left signs of it. */
export function startsPage(blocks: readonly Block[], index: number): boolean {
  if (blocks[index]!.text.charCodeAt(0) === 0x0c) return true;
  for (let i = index - 1; i >= 0; i--) {
    const before = blocks[i]!;
    if (before.form === 'blank') continue;
    if (before.form === 'comment') return PAGE_COMMENT.test(before.text);
    return before.form === 'furniture';
  }
  return false;
}

const PAGE_COMMENT = /^\s*<!--\s*[Pp]age\b/;
