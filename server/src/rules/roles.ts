import type { Role } from '../document/block.js';

/** Blocks of sentences: the running text and its items, without headings, quotations, tables and notes. */
export const SENTENCES: readonly Role[] = [
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'item',
];
