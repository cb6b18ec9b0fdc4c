import type { Block } from '../document/block.js';
import { add, GOES_ON, isText, lineEndOf, type CleanUpChange } from './changes.js';
import type { Furniture } from './furniture.js';
import { isOneParagraph } from './lines.js';

/** A field of a masthead ends where it ends, wherever a page has put it. */
const FIELD = /^\s*(?:Distr(?:ibution)?\.?|Original) ?:/i;
const FIELD_ALONE = /^\s*(?:Distr(?:ibution)?\.?|Original) ?:\s*$/i;
/** A sentence's end, with a closing mark and the figure of a note behind it. */
const ENDED = /[.;:!?][*_”"’')\]]{0,3}(?: ?\d{1,3})?$/;
/** "4 Governments of …": what the number of a note is not raised in. No sentence begins with a figure. */
const PLAIN_NOTE = /^\d{1,3} [\p{Lu}“]/u;
/** The end of a note that does not go on. */
const NOTE_ENDED = /[.!?][*_”"’')\]]{0,3}$/;
/** A shorter block that is no paragraph by its number is a line of its own. */
const A_SENTENCE = 60;

/** What is between the blocks of a draft: joins halves of paragraphs, and leaves one empty line between whole ones. */
export class Gaps {
  readonly #blocks: readonly Block[];
  readonly #furniture: Furniture;
  readonly #eol: string;
  /** The text came in lines of one width: its paragraphs may stand below each other without an empty line. */
  readonly #wrapped: boolean;

  constructor(blocks: readonly Block[], furniture: Furniture, text: string, wrapped: boolean) {
    this.#blocks = blocks;
    this.#furniture = furniture;
    this.#eol = lineEndOf(text);
    this.#wrapped = wrapped;
  }

  /**
   * Puts right what follows the words of the block at `index`, which begins at `offset`, up to the next block. Tells the
   * index of the last block that is done with: that of another one where notes stood within the paragraph.
   */
  behind(index: number, offset: number, changes: CleanUpChange[]): number {
    const rest = this.#restBehindNotes(index);
    if (rest === 0) {
      this.#gap(index, offset, changes);
      return index;
    }
    this.#join(index, rest, offset, changes);
    return rest;
  }

  /**
   * The index of the block in which the paragraph at `index` goes on behind the notes of its page, which a converter has
   * put where the page ended; 0 where there is none. The last of the notes has to have ended, or a page to end behind it:
   * otherwise it may be the note that goes on.
   */
  #restBehindNotes(index: number): number {
    let at = index + 1;
    let last: Block | undefined;
    let pageEnds = false;
    for (let block = this.#blocks[at]; block; block = this.#blocks[++at]) {
      if (this.#furniture.blocks.has(block)) pageEnds = true;
      else if (block.role === 'note' || PLAIN_NOTE.test(block.text)) {
        last = block;
        pageEnds = this.#furniture.ends.has(block);
      } else if (block.form !== 'rule') break;
    }
    if (!last || !this.#blocks[at] || this.#blocks[index]!.role === 'note') return 0;
    if (!pageEnds && (last.role !== 'note' || !NOTE_ENDED.test(last.text.slice(0, last.contentEnd))))
      return 0;
    return this.#carriesOn(index, at) ? at : 0;
  }

  /** Puts the rest of a paragraph, the block at `rest`, in front of the notes that stand before it. */
  #join(index: number, rest: number, offset: number, changes: CleanUpChange[]): void {
    const block = this.#blocks[index]!;
    const next = this.#blocks[rest]!;
    const between = this.#blocks.slice(index + 1, rest);
    const notes = between
      .filter((one) => !this.#furniture.blocks.has(one))
      .map((one) => {
        const end = this.#furniture.ends.get(one);
        return end === undefined ? one.text : one.text.slice(0, end) + one.text.slice(one.contentEnd);
      })
      .join('')
      .replace(/\f/g, '')
      .trimEnd();
    const words = this.#wordsOf(block);
    const gap = block.text.slice(block.contentEnd);
    const before = gap + between.map(({ text }) => text).join('') + next.text.slice(0, next.contentEnd);
    const after =
      (words.endsWith('-') ? '' : ' ') +
      next.text.slice(next.contentStart, next.contentEnd) +
      this.#eol +
      this.#eol +
      notes;
    const hasFurniture = between.some(
      (one) => this.#furniture.blocks.has(one) || this.#furniture.ends.has(one),
    );
    add(changes, hasFurniture ? 'furniture' : 'page-break', offset + block.contentEnd, before, after);
  }

  /** The words of a block without the number of its page. */
  #wordsOf(block: Block): string {
    return block.text.slice(0, this.#furniture.ends.get(block) ?? block.contentEnd);
  }

  #gap(index: number, offset: number, changes: CleanUpChange[]): void {
    const block = this.#blocks[index]!;
    let at = index + 1;
    while (this.#blocks[at] && this.#furniture.blocks.has(this.#blocks[at]!)) at++;
    const next = this.#blocks[at];
    const start = block.contentEnd;
    const gap = block.text.slice(start);
    const lines = gap.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (next?.form === 'text' && next.contentEnd < 20 && FIELD_ALONE.test(block.text)) {
      add(changes, 'line-break', offset + start, gap, ' ');
      return;
    }
    if (next && isText(block) && isText(next)) {
      if (this.#isLabelOf(block, next)) {
        add(changes, 'label', offset + start, gap, ' ');
        return;
      }
      if (lines < 2 && at === index + 1 && next.role === 'continuation' && isOneParagraph(block)) {
        // What looked like the number of a paragraph is in the middle of a sentence.
        if (!ENDED.test(this.#wordsOf(block))) {
          add(changes, 'line-break', offset + start, gap, ' ');
          return;
        }
      }
      if (this.#carriesOn(index, at)) {
        add(changes, 'page-break', offset + start, gap, this.#wordsOf(block).endsWith('-') ? '' : ' ');
        return;
      }
    }
    if (!next) {
      if (gap !== '') add(changes, 'empty-line', offset + start, gap, this.#eol);
      return;
    }
    if (gap.includes('\f') || lines > 2 || (lines < 2 && (at > index + 1 || this.#setsApart(block, next))))
      add(changes, 'empty-line', offset + start, gap, this.#eol + this.#eol);
  }

  /** Whether paragraphs that stand below each other need an empty line between them. */
  #setsApart(block: Block, next: Block): boolean {
    if (!this.#wrapped || !isText(block) || !isText(next)) return false;
    if (next.form === 'bullet' || block.form === 'bullet') return false;
    return (
      isOneParagraph(block) || isOneParagraph(next) || next.role === 'heading' || block.role === 'heading'
    );
  }

  /** "12." alone, and the words that a page or a line of its own has cut off. */
  #isLabelOf(block: Block, next: Block): boolean {
    const { label } = block;
    if (!label?.alone || label.end < block.contentEnd) return false;
    if (next.form !== 'text' || next.label) return false;
    return /^[\p{Lu}“"*]/u.test(next.text.slice(next.contentStart));
  }

  /** Whether the block at `index` and that at `at` are the halves of one paragraph. */
  #carriesOn(index: number, at: number): boolean {
    const block = this.#blocks[index]!;
    const next = this.#blocks[at]!;
    const isLong = block.role === 'prose' && block.contentEnd > A_SENTENCE;
    if (!isOneParagraph(block) && !isLong && block.role !== 'item') return false;
    if (FIELD.test(block.text.slice(0, 40))) return false;
    // A short line right behind a page's furniture is a running head: nothing is joined to it.
    const above = this.#blocks[index - 1];
    if (block.contentEnd < 100 && above && this.#furniture.blocks.has(above)) return false;
    if (next.form !== 'text' || next.labelled) return false;
    const words = this.#wordsOf(block);
    const first = next.text.slice(next.contentStart, next.contentStart + 8);
    // Behind "the" and "of" a sentence goes on, whatever it goes on with.
    if (GOES_ON.test(words.slice(-40)))
      return (next.role === 'continuation' || next.role === 'prose') && /^[\p{L}\p{N}(“"]/u.test(first);
    // What the structure calls a continuation, or what follows behind a page's furniture; only within a sentence.
    if (next.role !== 'continuation' && !(next.role === 'prose' && at > index + 1)) return false;
    return /[\p{L}\p{N},)–-][*_”"’]{0,3}$/u.test(words) && /^[\p{Ll}(]/u.test(first);
  }
}
