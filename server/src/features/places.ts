import type { Block } from '../document/block.js';
import { listed, type Say } from './messages.js';
import { noteMarkOf } from './subjects.js';
import { firstWords } from './words.js';

/** Where a block stands, in words: "paragraph 14", "note 3", "the masthead". */
export function placeOf(block: Block, say: Say): string {
  const mark = noteMarkOf(block);
  if (mark) return say('place.note', { key: mark.key });
  if (block.number !== '') return say('place.paragraph', { number: block.number });
  if (block.role === 'masthead') return say('place.masthead');
  if (block.role === 'heading' || block.role === 'title')
    return say('place.heading', { title: firstWords(block.reading.text, 60) });
  return say('place.line', { line: block.startLine + 1 });
}

/** Several blocks in words: "paragraphs 14 and 31, note 3". Each place is named once. */
export function placesOf(blocks: readonly Block[], say: Say): string {
  const paragraphs: string[] = [];
  const notes: string[] = [];
  const others: string[] = [];
  const add = (list: string[], words: string): void => {
    if (!list.includes(words)) list.push(words);
  };
  for (const block of blocks) {
    const mark = noteMarkOf(block);
    if (mark) add(notes, mark.key);
    else if (block.number !== '') add(paragraphs, block.number);
    else add(others, placeOf(block, say));
  }
  const groups: string[] = [];
  if (paragraphs.length === 1) groups.push(say('place.paragraph', { number: paragraphs[0]! }));
  if (paragraphs.length > 1) groups.push(say('place.paragraphs', { list: listed(say, paragraphs) }));
  if (notes.length === 1) groups.push(say('place.note', { key: notes[0]! }));
  if (notes.length > 1) groups.push(say('place.notes', { list: listed(say, notes) }));
  return [...groups, ...others].join(', ');
}
