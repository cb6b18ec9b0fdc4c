import { markOfNote, Targets } from '../citations/targets.js';
import type { Block } from '../document/block.js';
import { captionOf, type Caption } from '../document/captions.js';
import type { Draft } from '../document/draft.js';
import { letterValue, romanValue, toLetter, toRoman } from '../document/numerals.js';
import type { Heading } from '../document/structure.js';

/** What numbers are computed from: blocks and their structure, of a draft as it stands or as it would be. */
export type Numberable = Pick<Draft, 'blocks' | 'structure'>;

/** A paragraph, heading or article that does not stand in the text yet. */
export interface Inserted {
  readonly inserted: true;
  readonly like: Block;
  /** Level of the new paragraph: 1, 2, 3. Headings and articles take the level of `like`. */
  readonly level: number;
}

/** The blocks of a draft in the order they are to have. */
export type Sequence = readonly (Block | Inserted)[];

export type Unit = 'paragraph' | 'heading' | 'article' | 'annex' | 'note' | 'caption';

/** Something of each block of a draft, or of what does not stand in it yet: a map that is as quick as an array. */
export class ByItem<V> {
  readonly #blocks: (V | undefined)[];
  readonly #inserted: Map<Inserted, V>;

  /** An empty one for so many blocks, or a copy of another. */
  constructor(of: number | ByItem<V>) {
    // A list that has its length from the start stays one when its end is set first.
    this.#blocks = typeof of === 'number' ? new Array<V | undefined>(of) : of.#blocks.slice();
    this.#inserted = typeof of === 'number' ? new Map<Inserted, V>() : new Map(of.#inserted);
  }

  get(item: Block | Inserted): V | undefined {
    return isInserted(item) ? this.#inserted.get(item) : this.#blocks[item.index];
  }

  /** Blocks are those of one draft: they are told apart by their index. */
  set(item: Block | Inserted, value: V): void {
    if (isInserted(item)) this.#inserted.set(item, value);
    else this.#blocks[item.index] = value;
  }
}

/** What can be looked up for a block. */
export type Lookup<V> = Pick<ByItem<V>, 'get'>;

/** The places of blocks that stand where they stood. */
export const AS_THEY_STAND: Lookup<number> = {
  get: (item) => (isInserted(item) ? undefined : item.index),
};

/** What the numbers are to be, for every numbered block of a sequence. */
export interface Numbers {
  /** The value in a label ("13", "b", "IV"), and the whole number as one cites it ("13 (b)", "II.A"). */
  readonly values: ByItem<string>;
  readonly cited: ByItem<string>;
  /** New keys of notes by their old ones. */
  readonly notes: ReadonlyMap<string, string>;
  /** What they are the numbers of, and the place of each block in it. */
  readonly sequence: Sequence;
  readonly order: Lookup<number>;
}

type Style = 'arabic' | 'letter' | 'roman' | 'capital' | 'Roman';

export interface NumberingOptions {
  /** Turns "12 bis" into a number of its own. */
  readonly accept?: boolean;
  /** Other levels for some paragraphs: what was "13." becomes "(a)" at level 2. */
  readonly levels?: ReadonlyMap<Block, number>;
  /** Blocks whose numbers are left as they are (a part of the text, frozen numbers). */
  readonly keep?: (block: Block) => boolean;
  /**
   * Something is put in or taken out in front of the block with this index: what stands before it keeps its number, and
   * what stands behind it moves on or falls back as far as its numbers run on. A gap that stood there stays, or takes up
   * what is new. Left out, all is numbered anew.
   */
  readonly follow?: number;
  /** A label without words that is to go. It is no heading, but what stands behind it has been numbered on from it. */
  readonly gone?: Block;
}

function isInserted(item: Block | Inserted): item is Inserted {
  return 'inserted' in item;
}

function write(n: number, style: Style): string {
  switch (style) {
    case 'arabic':
      return String(n);
    case 'letter':
      return toLetter(n) || String(n);
    case 'roman':
      return toRoman(n) || String(n);
    case 'Roman':
      return toRoman(n).toUpperCase() || String(n);
    case 'capital':
      return n >= 1 && n <= 26 ? String.fromCharCode(64 + n) : String(n);
  }
}

function valueOf(text: string, style: Style): number {
  switch (style) {
    case 'arabic':
      return Number.parseInt(text, 10) || 0;
    case 'letter':
    case 'capital':
      return letterValue(text);
    case 'roman':
    case 'Roman':
      return romanValue(text);
  }
}

/** A list of the text as it stands. */
interface List {
  /** The number that was met last in it; not a number before the first. */
  last: number;
}

/** A list of subparagraphs, with its own number: it is over where its labels start anew. */
interface Sublist extends List {
  readonly list: number;
  readonly level: number;
  readonly style: Style;
}

/**
 * Computes the numbers of a sequence of blocks. The structure must be that of the draft as it stands. `noted` are the
 * blocks among which all notes and marks of notes are, in the order of the text.
 */
export function numbersOf(
  draft: Numberable,
  sequence: Sequence,
  options: NumberingOptions = {},
  noted: readonly Block[] = draft.blocks,
): Numbers {
  const values = new ByItem<string>(draft.blocks.length);
  const cited = new ByItem<string>(draft.blocks.length);
  const order = orderOf(draft, sequence);
  paragraphs(draft, sequence, options, values, cited);
  headings(draft, sequence, options, values, cited);
  captions(draft, order, options, values, cited);
  return {
    values,
    cited,
    sequence,
    order,
    notes: sameNotes(noted, order, options) ? new Map() : notes(noted, order),
  };
}

function orderOf(draft: Numberable, sequence: Sequence): Lookup<number> {
  if (sequence === draft.blocks) return AS_THEY_STAND;
  const order = new ByItem<number>(draft.blocks.length);
  sequence.forEach((item, i) => order.set(item, i));
  return order;
}

/** Some blocks in the order that they are to have, without those that are to go. */
function inOrder(blocks: readonly Block[], order: Lookup<number>): readonly Block[] {
  if (order === AS_THEY_STAND) return blocks;
  return blocks
    .filter((block) => order.get(block) !== undefined)
    .sort((a, b) => order.get(a)! - order.get(b)!);
}

/** Whether what changes holds neither a note nor the mark of one: numbers of notes then stay as they are. */
function sameNotes(noted: readonly Block[], order: Lookup<number>, { follow }: NumberingOptions): boolean {
  if (follow === undefined) return false;
  return noted.every(
    (b) => order.get(b) !== undefined || (markOfNote(b) === null && b.reading.indicators.length === 0),
  );
}

/** Numbers one list: tells the next number for what stands in it, by the numbers that stand there now. */
class Run {
  readonly #options: NumberingOptions;
  /** Whether the numbers that stand there are no matter. */
  readonly #anew: boolean;
  /** By index of the block: 1 where its number follows the one before it, in the text as it stands. */
  readonly #consecutive: Uint8Array;

  constructor({ blocks }: Numberable, options: NumberingOptions) {
    this.#options = options;
    this.#anew = options.keep === undefined && options.follow === undefined;
    this.#consecutive = new Uint8Array(options.follow === undefined ? 0 : blocks.length);
  }

  /** Takes a number of the text as it stands, in order. `list` is the one it belongs to. */
  stands(list: List, block: Block, value: number): void {
    if (this.#options.follow === undefined) return;
    if (value === list.last + 1) this.#consecutive[block.index] = 1;
    list.last = value;
  }

  /**
   * The number of what stands behind `last` in its list. `written` is the one it has, in figures or letters of a style; one
   * that can't be read counts as 0.
   */
  next(item: Block | Inserted, written: string, style: Style, last: number): number {
    if (this.#anew || isInserted(item)) return last + 1;
    const { keep, follow } = this.#options;
    const value = valueOf(written, style);
    if (keep?.(item)) return value || last + 1;
    if (follow === undefined) return last + 1;
    if (item.index < follow) return value || last + 1;
    return this.#consecutive[item.index] === 1 || value <= last ? last + 1 : value;
  }
}

/** The style of a list by its first paragraph; `ninth` says that "(i)" stands for the ninth letter there. */
function styleOfParagraph(block: Block, ninth: boolean): Style {
  const label = block.label!;
  if (block.level === 1 || label.style === 'number' || label.style === 'arabic') return 'arabic';
  // A list of small roman numerals is told by its level: (i) is also the ninth letter.
  const roman = romanValue(label.value) > 0;
  if (block.level % 2 === 1) return roman ? 'roman' : 'letter';
  return roman && (label.value.length > 1 || label.value === 'i') && block.level === 2 && !ninth
    ? 'roman'
    : 'letter';
}

/** The lists of subparagraphs as they stand: the one that each belongs to, by the index of its block. */
function listsOf(
  { structure, blocks }: Numberable,
  runs: Run,
  { follow }: NumberingOptions,
): { readonly lists: readonly (Sublist | undefined)[]; readonly firstOf: ReadonlyMap<number, number> } {
  const lists = new Array<Sublist | undefined>(blocks.length);
  /** The first number of each scope. */
  const firstOf = new Map<number, number>();
  const scopes = new Map<number, List>();
  let count = 0;
  const open: Sublist[] = [];
  for (const p of structure.paragraphs) {
    const { value } = p.label!;
    if (p.level === 1) {
      open.length = 0;
      if (!firstOf.has(p.scope))
        firstOf.set(p.scope, p.container.startsWith('annex') ? 1 : Number.parseInt(p.number, 10) || 1);
      if (follow !== undefined && !value.includes(' '))
        runs.stands(listIn(scopes, p.scope), p, Number.parseInt(value, 10));
      continue;
    }
    while (open.length > 0 && open[open.length - 1]!.level > p.level) open.pop();
    const top = open[open.length - 1];
    const place = top?.level === p.level ? valueOf(value, top.style) : 0;
    if (top && place > 1) {
      runs.stands(top, p, place);
      lists[p.index] = top;
      continue;
    }
    const letter = letterValue(value);
    const ninth = letter === 1 || (letter > 0 && romanValue(value) !== 1);
    // The first of a list has the number 1, whatever stands there.
    const own: Sublist = { list: ++count, level: p.level, style: styleOfParagraph(p, ninth), last: 1 };
    if (top?.level === p.level) open.pop();
    open.push(own);
    lists[p.index] = own;
  }
  return { lists, firstOf };
}

/** The list of a key, new where it has none. */
function listIn<K>(lists: Map<K, List>, key: K): List {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = { last: Number.NaN }));
  return list;
}

const SUFFIXED = /^\d+( (?:bis|ter|quater|quinquies|sexies))$/;

function paragraphs(
  draft: Numberable,
  sequence: Sequence,
  options: NumberingOptions,
  values: ByItem<string>,
  cited: ByItem<string>,
): void {
  const runs = new Run(draft, options);
  const { lists, firstOf } = listsOf(draft, runs, options);
  const counters = new Map<number, number>();
  let stack: { level: number; list: number; count: number; style: Style; above: string; path: string }[] = [];
  let stem = '';
  const known = new Uint8Array(draft.blocks.length);
  for (const p of draft.structure.paragraphs) known[p.index] = 1;
  for (const item of sequence) {
    const inserted = isInserted(item);
    const block = inserted ? item.like : item;
    if (known[block.index] !== 1) {
      if (!inserted && block.role === 'heading') stack = [];
      continue;
    }
    const moved = inserted ? undefined : options.levels?.get(block);
    const level = inserted ? item.level : (moved ?? block.level);
    const label = block.label!;
    if (level === 1) {
      const { scope } = block;
      if (stack.length > 0) stack = [];
      const suffix =
        !inserted && label.value.includes(' ') && !options.accept
          ? SUFFIXED.exec(label.value)?.[1]
          : undefined;
      const last = counters.get(scope) ?? (firstOf.get(scope) ?? 1) - 1;
      let value: string;
      if (suffix) value = `${last}${suffix}`;
      else {
        const n = runs.next(item, label.value, 'arabic', last);
        counters.set(scope, n);
        value = String(n);
      }
      values.set(item, value);
      cited.set(item, value);
      stem = value;
      continue;
    }
    while (stack.length > 0 && stack[stack.length - 1]!.level > level) stack.pop();
    const own = inserted ? block.level === level : moved === undefined;
    const member = own ? lists[block.index] : undefined;
    let top = stack[stack.length - 1];
    if (top && top.level === level && member && top.list !== member.list && !inserted) {
      // What was put before the first of a list has become its first.
      if (top.list === -1) top.list = member.list;
      else {
        stack.pop();
        top = undefined;
      }
    }
    if (!top || top.level !== level) {
      const above = stack.length > 0 ? stack[stack.length - 1]!.path : stem;
      const style = member?.style ?? (level % 2 === 0 ? 'letter' : 'roman');
      top = { level, list: member?.list ?? -1, count: 0, style, above, path: '' };
      stack.push(top);
    }
    top.count = runs.next(item, member ? label.value : '', top.style, top.count);
    const value = write(top.count, top.style);
    const text = label.style === 'lower' ? value : `(${value})`;
    top.path = top.above === '' ? text : `${top.above} ${text}`;
    values.set(item, value);
    cited.set(item, top.path);
  }
}

function headings(
  draft: Numberable,
  sequence: Sequence,
  options: NumberingOptions,
  values: ByItem<string>,
  cited: ByItem<string>,
): void {
  const byBlock = new Map<Block, { heading: Heading; index: number }>();
  draft.structure.headings.forEach((heading, index) => {
    if (heading.label && heading.labelBlock) byBlock.set(heading.labelBlock, { heading, index });
  });
  // Runs as they stand: headings of one style under one parent, anew where they start at 1 again.
  const runOf = new Map<Block, { run: string; style: Style; first: number }>();
  const last = new Map<string, { count: number; value: number; first: number }>();
  const runs = new Run(draft, options);
  const lists = new Map<string, List>();
  let { gone } = options;
  for (const [block, { heading }] of byBlock) {
    const label = heading.label!;
    const style = headingStyle(heading);
    if (!style) continue;
    const key = runKey(heading);
    const value = valueOf(label.value, style);
    let state = last.get(key);
    if (!state || (value === 1 && state.value > 0)) {
      state = { count: (state?.count ?? 0) + 1, value, first: value <= 2 ? 1 : value };
      last.set(key, state);
    }
    state.value = value;
    const run = `${key}#${state.count}`;
    if (gone && block.index > gone.index && gone.label?.style === label.style) {
      runs.stands(listIn(lists, run), gone, valueOf(gone.label.value, style));
      gone = undefined;
    }
    runs.stands(listIn(lists, run), block, value);
    runOf.set(block, { run, style, first: state.first });
  }
  const counters = new Map<string, number>();
  const paths = new Map<number, string>();
  // Headings that stand where they stood are few among the blocks.
  for (const item of sequence === draft.blocks ? byBlock.keys() : sequence) {
    const block = isInserted(item) ? item.like : item;
    const known = byBlock.get(block);
    const run = runOf.get(block);
    if (!known || !run) continue;
    if (isInserted(item) && item.level !== 0) continue;
    const { heading, index } = known;
    const n = runs.next(item, heading.label!.value, run.style, counters.get(run.run) ?? run.first - 1);
    const value = !isInserted(item) && options.keep?.(block) ? heading.label!.value : write(n, run.style);
    counters.set(run.run, n);
    values.set(item, value);
    const style = heading.label!.style;
    const above = heading.parent >= 0 ? (paths.get(heading.parent) ?? '') : '';
    const path =
      style === 'roman' || style === 'article' || style === 'annex' || style === 'division' || above === ''
        ? value
        : `${above}.${value}`;
    if (!isInserted(item)) paths.set(index, style === 'article' || style === 'annex' ? '' : path);
    cited.set(item, path);
  }
}

function runKey(heading: Heading): string {
  const style = heading.label!.style;
  // Articles run on through chapters, annexes through the document.
  if (style === 'article')
    return `article|${/^[A-Za-z]+/.exec(heading.label!.text)?.[0].toLowerCase() ?? ''}`;
  if (style === 'annex') return `annex|${/^[A-Za-z]+/.exec(heading.label!.text)?.[0].toLowerCase() ?? ''}`;
  return `${style}|${heading.parent}|${heading.container}|${heading.level}`;
}

function headingStyle(heading: Heading): Style | null {
  const label = heading.label!;
  switch (label.style) {
    case 'roman':
      return 'Roman';
    case 'capital':
      return 'capital';
    case 'arabic':
      return 'arabic';
    case 'letter':
      return 'letter';
    case 'article':
    case 'annex':
    case 'division':
      if (/^\d+$/.test(label.value)) return 'arabic';
      return romanValue(label.value) > 0 && label.value === label.value.toUpperCase()
        ? 'Roman'
        : /^[A-Z]$/.test(label.value)
          ? 'capital'
          : null;
    default:
      return null;
  }
}

/** A caption whose number follows from its place: one in figures, on a line that is no sentence. */
export function numberedCaption(block: Block): Caption | null {
  const caption = captionOf(block);
  if (!caption || !/^\d/.test(caption.value)) return null;
  return block.role !== 'heading' && /\.\s*$/.test(block.reading.text) ? null : caption;
}

function captions(
  draft: Numberable,
  order: Lookup<number>,
  options: NumberingOptions,
  values: ByItem<string>,
  cited: ByItem<string>,
): void {
  const counters = new Map<string, number>();
  const runs = new Run(draft, options);
  const lists = new Map<string, List>();
  const keyOf = (block: Block, { word }: Caption): string => `${word}|${block.container}`;
  const captioned = Targets.of(draft).captioned.filter((block) => numberedCaption(block));
  for (const block of captioned) {
    const caption = numberedCaption(block)!;
    runs.stands(listIn(lists, keyOf(block, caption)), block, Number(caption.value));
  }
  for (const block of inOrder(captioned, order)) {
    if (values.get(block) !== undefined) continue;
    const caption = numberedCaption(block)!;
    const key = keyOf(block, caption);
    const n = runs.next(block, caption.value, 'arabic', counters.get(key) ?? 0);
    counters.set(key, n);
    const value = String(n);
    values.set(block, value);
    cited.set(block, value);
  }
}

const NUMBER = /^\d+$/;

/**
 * Whether notes stand in the order of their numbers, one body for each, and are pointed at in that order: what most texts
 * are. They need no new numbers. False where that is not plain to see.
 */
function areInOrder(noted: readonly Block[]): boolean {
  let first = 0;
  let lastBody = 0;
  let firstMark = 0;
  let lastMark = 0;
  let lastInNotes = 0;
  for (const block of noted) {
    const own = markOfNote(block);
    if (own && own.form !== 'asterisk' && NUMBER.test(own.key)) {
      const value = Number(own.key);
      if (lastBody === 0) first = value;
      else if (value !== lastBody + 1) return false;
      lastBody = value;
      if (own.key.startsWith('0')) return false;
    }
    for (const { form, key } of block.reading.indicators) {
      if (form === 'asterisk' || !NUMBER.test(key)) continue;
      if (key.startsWith('0')) return false;
      const value = Number(key);
      if (block.role === 'note') lastInNotes = Math.max(lastInNotes, value);
      else if (lastMark === 0) {
        // An extract may begin with a later note.
        if (value === 2) return false;
        lastMark = value;
        firstMark = value;
      } else if (value > lastMark + 1 || value < firstMark) return false;
      else if (value > lastMark) lastMark = value;
    }
  }
  return lastMark === lastBody && firstMark === first && lastInNotes <= lastMark;
}

/**
 * New keys of numbered notes, in the order in which the text points at them; notes without a number keep their names.
 * Empty where the marks are not whole, as in texts that come out of a conversion: a note without a body, a body that
 * nothing points at, two bodies of one number (notes that begin anew on each page). A number more or less would then
 * tie a mark to another note.
 */
function notes(noted: readonly Block[], order: Lookup<number>): Map<string, string> {
  const keys = new Map<string, string>();
  if (order === AS_THEY_STAND && areInOrder(noted)) return keys;
  const bodies = new Set<string>();
  const marks = new Set<string>();
  let first = Number.MAX_SAFE_INTEGER;
  for (const b of noted) {
    const mark = markOfNote(b);
    if (mark && mark.form !== 'asterisk' && NUMBER.test(mark.key)) {
      if (bodies.has(mark.key)) return keys;
      bodies.add(mark.key);
      first = Math.min(first, Number(mark.key));
    }
    for (const i of b.reading.indicators) if (i.form !== 'asterisk' && NUMBER.test(i.key)) marks.add(i.key);
  }
  if (marks.size !== bodies.size) return keys;
  for (const key of marks) if (!bodies.has(key)) return keys;
  // An extract may begin with a later note.
  let n = first <= 2 ? 0 : first - 1;
  const inNotes: string[] = [];
  for (const block of inOrder(noted, order)) {
    for (const i of block.reading.indicators) {
      if (i.form === 'asterisk' || !bodies.has(i.key)) continue;
      if (block.role === 'note') inNotes.push(i.key);
      else if (!keys.has(i.key)) keys.set(i.key, String(++n));
    }
  }
  for (const key of inNotes) if (!keys.has(key)) keys.set(key, String(++n));
  // What nothing points at any longer stands behind the others.
  for (const key of bodies) if (!keys.has(key)) keys.set(key, String(++n));
  return keys;
}
