import type { Role } from '../document/block.js';
import type { DraftContext } from './draftContext.js';

/** Blocks of sentences: the running text and its items, without headings, quotations, tables and notes. */
export const SENTENCES: readonly Role[] = [
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'item',
];

/** Titles of notes that somebody speaks from. */
const POINTS = /^(?:talking points|speaking (?:points|notes)|key messages|main messages)\b/i;

/** Whether a text is notes for a speaker, not what is read out: its title says so. */
export function isForSpeaker(context: DraftContext): boolean {
  return (
    context.structure.headings[0] !== undefined &&
    POINTS.test(context.structure.headings[0].block.reading.text)
  );
}
