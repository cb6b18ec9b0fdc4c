import { Slot, type Block } from './block.js';

/** The number in the caption of a table, figure or box. Offsets are those of the block's source. */
export interface Caption {
  /** "table", "figure" or "box". */
  readonly word: string;
  /** As written: "3", "IV". */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * How a caption begins, in the source or in the words of a block: marks of Markdown, the word, and on the same line its
 * number if it has one, "**Table 3", "Figure IV". All that tells captions from other text goes by it.
 */
const HEAD = /^[\s*_#]*(Table|Figure|Box)(?:[^\S\r\n]+(\d{1,3}|[IVX]{1,5})\b)?/;

/** How far into the source of a block a caption's number may stand. */
const HEAD_WITHIN = 80;

/** The caption that a block begins with, looked for once in each text. */
const CAPTION = new Slot<Caption | null>();

/** Whether a source or words begin with the word of a caption, a number behind it or not. */
export function beginsAsCaption(text: string): boolean {
  return HEAD.test(text);
}

/** Whether the words of a heading are those of a caption: "Table 3. Costs", or "Table" alone. */
export function isCaption(words: string): boolean {
  const head = HEAD.exec(words);
  return head !== null && (head[2] !== undefined || words.slice(head[0].length).trim() === '');
}

/** The caption that a block is: a short line that begins with "Table 3"; null for all else, a sentence above all. */
export function captionOf(block: Block): Caption | null {
  if ((block.form !== 'text' && block.form !== 'atx') || !mayBeCaption(block.text)) return null;
  let caption = CAPTION.get(block);
  if (caption === undefined) {
    const head = HEAD.exec(block.text.slice(0, HEAD_WITHIN));
    const value = head?.[2];
    if (head && value !== undefined) {
      const end = head[0].length;
      caption = { word: head[1]!.toLowerCase(), value, start: end - value.length, end };
    } else {
      caption = null;
    }
    CAPTION.set(block, caption);
  }
  if (caption && block.role !== 'heading' && block.reading.text.length >= 200) return null;
  return caption;
}

/** Whether the first letter is one that "Table", "Figure" or "Box" begins with. */
function mayBeCaption(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x54 || code === 0x46 || code === 0x42) return true;
    if (code > 0x20 && code !== 0x2a && code !== 0x5f && code !== 0x23) return false;
  }
  return false;
}
