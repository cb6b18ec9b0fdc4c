import type { Block } from '../document/block.js';
import { listing } from '../l10n/phrase.js';
import { containerWords } from '../rules/words.js';
import type { Say } from './messages.js';
import { noteMarkOf } from './subjects.js';
import { firstWords } from './words.js';

/** Where a block stands, in words: "paragraph 14", "note 3", "the masthead". */
export function placeOf(block: Block, say: Say): string {
  const mark = noteMarkOf(block);
  if (mark) return say('place.note', { key: mark.key });
  if (block.number !== '') return paragraphsIn(containerOf(block), [block.number], say);
  if (block.role === 'masthead') return say('place.masthead');
  if (block.role === 'heading' || block.role === 'title')
    return say('place.heading', { title: firstWords(block.reading.text, 60) });
  return say('place.line', { line: block.startLine + 1 });
}

/** Several blocks in words: "paragraphs 14 and 31, note 3". Each place is named once. */
export function placesOf(blocks: readonly Block[], say: Say): string {
  /** Numbers of paragraphs by the annex or article that they stand in, which is empty for the body. */
  const paragraphs = new Map<string, string[]>([['', []]]);
  const notes: string[] = [];
  const others: string[] = [];
  const add = (list: string[], words: string): void => {
    if (!list.includes(words)) list.push(words);
  };
  for (const block of blocks) {
    const mark = noteMarkOf(block);
    if (mark) add(notes, mark.key);
    else if (block.number !== '') {
      const container = containerOf(block);
      const list = paragraphs.get(container) ?? [];
      paragraphs.set(container, list);
      add(list, block.number);
    } else add(others, placeOf(block, say));
  }
  const groups: string[] = [];
  for (const [container, numbers] of paragraphs)
    if (numbers.length > 0) groups.push(paragraphsIn(container, numbers, say));
  if (notes.length === 1) groups.push(say('place.note', { key: notes[0]! }));
  if (notes.length > 1) groups.push(say('place.notes', { list: listing(notes) }));
  return [...groups, ...others].join(', ');
}

/** The annex or article that a paragraph is counted in; empty for those of the body. */
function containerOf({ container }: Block): string {
  return /^(?:annex|article|appendix)/.test(container) ? container : '';
}

function paragraphsIn(container: string, numbers: readonly string[], say: Say): string {
  const [number] = numbers;
  if (container === '')
    return numbers.length === 1
      ? say('place.paragraph', { number: number! })
      : say('place.paragraphs', { list: listing(numbers) });
  return numbers.length === 1
    ? say('place.paragraphOf', { number: number!, container: containerWords(container) })
    : say('place.paragraphsOf', { list: listing(numbers), container: containerWords(container) });
}
