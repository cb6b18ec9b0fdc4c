import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Heading } from '../document/structure.js';

/** The first words of a text, at most `most` characters, cut at a word and marked where it goes on. */
export function firstWords(text: string, most: number): string {
  const head = text.length > most * 2 ? text.slice(0, most * 2) : text;
  const folded = head.replace(/\s+/g, ' ').trim();
  if (folded.length <= most && head.length === text.length) return folded;
  const cut = folded.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** The words of a paragraph; where its number stands alone, those of the block behind it. */
export function wordsOfParagraph(draft: Draft, block: Block): string {
  const own = block.body.text;
  if (own !== '' || !block.labelled) return own === '' ? block.reading.text : own;
  const next = draft.blocks[block.index + 1];
  return next && (next.role === 'continuation' || next.role === 'prose') ? next.reading.text : '';
}

/** A heading as one says it: "II.A" has the label "A."; "A. Technical assistance". */
export function headingWords(heading: Heading): string {
  const words = heading.block.reading.text;
  const label = heading.label?.text ?? '';
  return label === '' ? words : `${label} ${words}`.trim();
}

/** The numbers of a heading with those of the headings above it, as it is cited: "II.A.3"; empty where it has none. */
export function sectionNumber(headings: readonly Heading[], index: number): string {
  const parts: string[] = [];
  for (let i = index; i >= 0; i = headings[i]!.parent) {
    const value = headings[i]!.label?.value;
    if (value !== undefined) parts.unshift(value);
  }
  return parts.join('.');
}

/** How a paragraph is called in running text: "paragraph 12 (b)"; articles and annexes have their own lists. */
export function paragraphName(block: Block): string {
  const base = `paragraph ${block.number}`;
  if (block.container === 'body' || block.container === 'operative') return base;
  return `${base} of ${block.container === 'draft resolution' ? 'the draft resolution' : block.container}`;
}
