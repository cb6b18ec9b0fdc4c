import { Slot, type Block, type Role } from './block.js';
import type { Draft } from './draft.js';

/** Blocks whose words count towards the length of a document: body, headings, notes and annexes. */
const COUNTED: ReadonlySet<Role> = new Set<Role>([
  'title',
  'heading',
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'organ',
  'salutation',
  'closing',
  'item',
  'note',
  'quote',
  'table',
]);

const COUNT = new Slot<number>();

/**
 * The words of a draft as the United Nations count them: body, headings, notes and annexes; not masthead, front matter
 * and comments. A hyphenated compound is one word. Each block is counted once and remembered.
 */
export function wordsOf(draft: Draft): number {
  let sum = 0;
  for (const block of draft.blocks) sum += wordsOfBlock(block);
  return sum;
}

/** The words of one block; 0 for what does not count. */
export function wordsOfBlock(block: Block): number {
  if (!COUNTED.has(block.role)) return 0;
  let count = COUNT.get(block);
  if (count === undefined) {
    count = countWords(block.reading.text);
    COUNT.set(block, count);
  }
  return count;
}

/** Whether a block has another number of words than before its text or its context changed last, as far as is known. */
export function hasOtherLength(block: Block): boolean {
  return COUNT.before(block) !== wordsOfBlock(block);
}

const SPACE = 1;
const WORD = 2;

/** White space, and letters and digits, of ASCII. */
const ASCII = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code <= 0x20 ? SPACE : /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? WORD : 0,
);

/** The words of a text: stretches between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return walkWords(text, () => undefined);
}

/** The offsets of the first letter or digit of each word that `countWords` counts, in order. */
export function wordStarts(text: string): number[] {
  const starts: number[] = [];
  walkWords(text, (at) => starts.push(at));
  return starts;
}

function walkWords(text: string, word: (at: number) => void): number {
  let count = 0;
  let counted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      const kind = ASCII[code]!;
      if (kind === SPACE) counted = false;
      else if (kind === WORD && !counted) {
        counted = true;
        count++;
        word(i);
      }
    } else if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) counted = false;
    else if (!counted && isWordCharacter(code)) {
      counted = true;
      count++;
      word(i);
    }
  }
  return count;
}

/** Beyond ASCII everything but the usual punctuation. */
function isWordCharacter(code: number): boolean {
  return code >= 0xc0 && (code < 0x2010 || code > 0x2060);
}
