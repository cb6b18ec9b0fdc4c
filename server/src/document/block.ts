import type { Span } from '../text/span.js';
import type { Features } from './features.js';
import { readBlock, type Reading } from './reading.js';

/** What a block is by its own lines alone, before the document around it is considered. */
export type Form =
  | 'text'
  | 'atx'
  | 'quote'
  | 'bullet'
  | 'note'
  | 'table'
  | 'rule'
  | 'furniture'
  | 'comment'
  | 'code'
  | 'front-matter'
  | 'html'
  | 'blank';

/**
 * How a label at the start of a block is written.
 * arabic `12.` · resolution `79/310.` · decimal `12.1` · roman `IV.` · capital `B.` · letter `(a)`, `a)` · lower `a.` ·
 * number `(1)` · article `Article 5` · division `Chapter I`, `Part two`, `Section 2` · annex `Annex I`, `Appendix` · goal `Goal 3.`
 */
export type LabelStyle =
  | 'arabic'
  | 'resolution'
  | 'decimal'
  | 'roman'
  | 'capital'
  | 'letter'
  | 'lower'
  | 'number'
  | 'article'
  | 'division'
  | 'annex';

/** A label that a block begins with; offsets are relative to the block's source. */
export interface Label extends Span {
  readonly style: LabelStyle;
  /** As written, marks removed: "12.", "(a)", "Article 5". */
  readonly text: string;
  /** The number or letter alone: "12", "a", "IV", "5", and a suffix as in "12 bis". */
  readonly value: string;
  /** Where `value` stands. */
  readonly valueSpan: Span;
  /** Where the words after the label begin. */
  readonly bodyStart: number;
  /** True where the label stands alone on its line. */
  readonly alone: boolean;
}

/** The part a block plays in its document, given by the structure pass. */
export type Role =
  | 'masthead'
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'prose'
  | 'continuation'
  | 'preambular'
  | 'operative'
  | 'organ'
  | 'salutation'
  | 'closing'
  | 'item'
  | 'note'
  | 'quote'
  | 'table'
  | 'contents'
  | 'signature'
  | 'furniture'
  | 'comment'
  | 'code'
  | 'front-matter'
  | 'blank';

/**
 * A place to keep what other rooms derive from a block's words and the part that it plays; emptied when these change. What
 * depends on its number is not kept here, as that may change while nothing else does. Made once for each kind of thing,
 * never for each document: every block makes room for all the slots that there are.
 */
export class Slot<T> {
  static #count = 0;
  readonly #index = Slot.#count++;

  /** What was kept for `block`, or undefined. */
  get(block: Block): T | undefined {
    return block.slots[this.#index] as T | undefined;
  }

  set(block: Block, value: T): void {
    if (block.slots.length <= this.#index) {
      // All the slots there are and no more: a list that grows by itself keeps room for many that never come.
      const slots = new Array<unknown>(Slot.#count);
      block.slots.forEach((kept, i) => (slots[i] = kept));
      block.slots = slots;
    }
    block.slots[this.#index] = value;
  }

  /** Forgets what is kept for `block`. */
  empty(block: Block): void {
    if (this.#index < block.slots.length) block.slots[this.#index] = undefined;
  }

  /** What was kept for `block` before its text or context changed last, or undefined. */
  before(block: Block): T | undefined {
    return block.former?.[this.#index] as T | undefined;
  }

  /** What is kept for `block`, or what was kept before the block's text or context changed last. */
  formerly(block: Block): T | undefined {
    return (block.slots[this.#index] ?? block.former?.[this.#index]) as T | undefined;
  }
}

/** What a block has whose slots are empty; never written to. */
const NO_SLOTS: unknown[] = [];

/**
 * A block of a draft: one heading, paragraph, note, table …, with the blank lines that follow it, so that the blocks
 * of a draft tile its text. A block is a place: its object stays the same while its text is edited, as long as the
 * block is not split or joined.
 */
export class Block {
  /** The source with its line ends, blank lines after it included. */
  text: string;
  form: Form;
  label: Label | null;
  /** Number of line ends in `text`. */
  lineBreaks: number;
  /** 0-based line of the draft that the block starts on, and its place in the sequence of blocks. */
  startLine = 0;
  index = 0;

  // Given by the structure pass.
  role: Role = 'prose';
  /** Headings: 0 title, 1 `I.`, 2 `A.` … Paragraphs: 1 `1.`, 2 `(a)`, 3 `(i)`. 0 where it says nothing. */
  level = 0;
  /** The number as one would cite it: "12", "12 (a)", "12 (a) (i)"; empty for what has none. */
  number = '';
  /** body, operative, annex, annex II, article 5, draft resolution, agenda … */
  container = 'body';
  /** Whether the label counts: false where a wrapped line only looks as if it began with one. */
  labelled = false;
  /** The block whose sentence this one carries on (a paragraph cut by a page break), or null. */
  continues: Block | null = null;
  /** Number of the scope within which paragraph numbers are unique; scopes are counted from 0 in each draft. */
  scope = 0;
  /** True inside a quotation of another text: diagnosed by no rule of numbering or language. */
  quoted = false;

  slots: unknown[] = NO_SLOTS;
  /** What the slots held before they were emptied last. */
  former: unknown[] | null = null;
  /** The summary that the structure pass reads; made by `featuresOf`. */
  features: Features | null = null;
  #lineStarts: number[] | null = null;
  #body: Reading | null = null;
  #whole: Reading | null = null;

  constructor(text: string, form: Form, label: Label | null, lineBreaks: number) {
    this.text = text;
    this.form = form;
    this.label = label;
    this.lineBreaks = lineBreaks;
  }

  /** A block of the same text for another order of blocks: it shares what was read off the text, and no role is given to it yet. */
  copy(): Block {
    const copy = new Block(this.text, this.form, this.label, this.lineBreaks);
    copy.features = this.features;
    copy.#lineStarts = this.#lineStarts;
    copy.#body = this.#body;
    copy.#whole = this.#whole;
    return copy;
  }

  /** Takes over text and form of another block, keeping what the structure pass said. */
  replaceContent(other: Block): void {
    this.text = other.text;
    this.form = other.form;
    this.label = other.label;
    this.lineBreaks = other.lineBreaks;
    this.forget();
    this.features = null;
    this.#lineStarts = null;
    this.#body = null;
    this.#whole = null;
  }

  /**
   * Takes over a text in which other figures stand for as many, and the label that it has. The number of a label that counts
   * is no part of the words: with `inLabel` these are as they were, and so is what is kept of them.
   */
  replaceFigures(text: string, label: Label | null, inLabel: boolean): void {
    this.text = text;
    this.label = label;
    this.#whole = null;
    if (inLabel && this.labelled) return;
    this.forget();
    this.features = null;
    this.#body = null;
  }

  /** Empties the slots: the text or what the structure says of the block has changed. */
  forget(): void {
    if (this.slots.length === 0) return;
    // What was kept last counts, for each room by itself.
    const { slots, former } = this;
    former?.forEach((value, i) => (slots[i] ??= value));
    this.former = slots;
    this.slots = NO_SLOTS;
  }

  /**
   * The words of the block without marks, label, link targets and page furniture. A label that does not count is part
   * of the words.
   */
  get reading(): Reading {
    if (this.labelled || !this.label) return this.body;
    return (this.#whole ??= readBlock(this.text, this.form, null));
  }

  /** The words behind the label, whether it counts or not. */
  get body(): Reading {
    return (this.#body ??= readBlock(this.text, this.form, this.label));
  }

  /** Offset at which the content ends: before the blank lines and line ends after it. */
  get contentEnd(): number {
    let end = this.text.length;
    while (end > 0 && this.text.charCodeAt(end - 1) <= 0x20) end--;
    return end;
  }

  /** Offset of the first character of the block that is not white space. */
  get contentStart(): number {
    const text = this.text;
    let start = 0;
    while (start < text.length && text.charCodeAt(start) <= 0x20) start++;
    return start === text.length ? 0 : start;
  }

  /** From the first character that is not white space to behind the last one. */
  get content(): Span {
    const start = this.contentStart;
    return { start, end: Math.max(start, this.contentEnd) };
  }

  /** Offsets at which the lines of the block start, the first being 0. Lines end with LF, CRLF or CR. */
  get lineStarts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    const text = this.text;
    // Most texts have no CR, and looking for LF alone is quick.
    if (text.includes('\r')) for (let i = nextBreak(text, 0); i >= 0; i = nextBreak(text, i)) starts.push(i);
    else for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    this.#lineStarts = starts;
    return starts;
  }

  /** Line (relative to the block) and character of an offset; offsets outside are clamped. */
  positionAt(offset: number): { line: number; character: number } {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    return { line, character: at - this.lineStarts[line]! };
  }

  /** The line (relative to the block) that an offset stands on; offsets outside are clamped. */
  lineAt(offset: number): number {
    const starts = this.lineStarts;
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of a line (relative to the block) and character; both are clamped to what exists. */
  offsetAt(line: number, character: number): number {
    const starts = this.lineStarts;
    if (line < 0) return 0;
    if (line >= starts.length) return this.text.length;
    const start = starts[line]!;
    const next = line + 1 < starts.length ? starts[line + 1]! : this.text.length;
    let end = next;
    while (end > start && (this.text.charCodeAt(end - 1) === 10 || this.text.charCodeAt(end - 1) === 13))
      end--;
    return Math.min(start + Math.max(0, character), end);
  }
}

/** The offset behind the next line end at or after `from`, or -1. */
export function nextBreak(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return -1;
}
