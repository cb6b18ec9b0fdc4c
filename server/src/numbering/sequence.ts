import { captionOf, markOfNote, type Caption } from '../citations/targets.js';
import type { Block } from '../document/block.js';
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
  readonly #inserted = new Map<Inserted, V>();
  /** In the order in which they were set first. */
  readonly #items: (Block | Inserted)[];

  /** An empty one, or a copy of another. */
  constructor(other?: ByItem<V>) {
    this.#blocks = other ? [...other.#blocks] : [];
    this.#items = other ? [...other.#items] : [];
    for (const [item, value] of other ? other.#inserted : []) this.#inserted.set(item, value);
  }

  get(item: Block | Inserted): V | undefined {
    return isInserted(item) ? this.#inserted.get(item) : this.#blocks[item.index];
  }

  /** Blocks are those of one draft: they are told apart by their index. */
  set(item: Block | Inserted, value: V): void {
    if (this.get(item) === undefined) this.#items.push(item);
    if (isInserted(item)) this.#inserted.set(item, value);
    else this.#blocks[item.index] = value;
  }

  /** What has been set, in that order. */
  get items(): readonly (Block | Inserted)[] {
    return this.#items;
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
  /** The place of each block in the sequence. */
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

/** Which old list each subparagraph, heading or article belongs to: a list is over where its labels start anew. */
interface Membership {
  readonly list: number;
  readonly style: Style;
}

/** Computes the numbers of a sequence of blocks. The structure must be that of the draft as it stands. */
export function numbersOf(draft: Numberable, sequence: Sequence, options: NumberingOptions = {}): Numbers {
  const values = new ByItem<string>();
  const cited = new ByItem<string>();
  const order = orderOf(draft, sequence);
  paragraphs(draft, sequence, options, values, cited);
  headings(draft, sequence, options, values, cited);
  captions(draft, sequence, options, values, cited);
  return {
    values,
    cited,
    order,
    notes: sameNotes(draft, order, options) ? new Map() : notes(draft, sequence),
  };
}

function orderOf(draft: Numberable, sequence: Sequence): Lookup<number> {
  if (sequence === draft.blocks) return AS_THEY_STAND;
  const order = new ByItem<number>();
  sequence.forEach((item, i) => order.set(item, i));
  return order;
}

/** Whether what changes holds neither a note nor the mark of one: numbers of notes then stay as they are. */
function sameNotes(draft: Numberable, order: Lookup<number>, { follow }: NumberingOptions): boolean {
  if (follow === undefined) return false;
  return draft.blocks.every(
    (b) => order.get(b) !== undefined || (markOfNote(b) === null && b.reading.indicators.length === 0),
  );
}

/** Numbers one list: tells the next number for what stands in it, by the numbers that stand there now. */
class Run {
  readonly #options: NumberingOptions;
  /** Those whose number follows the one before it, in the text as it stands. */
  readonly #consecutive = new Set<Block>();
  readonly #last = new Map<string | number, number>();

  constructor(options: NumberingOptions) {
    this.#options = options;
  }

  /** Takes a number of the text as it stands, in order. `list` is the one it belongs to. */
  stands(list: string | number, block: Block, value: number): void {
    if (this.#options.follow === undefined) return;
    if (value === (this.#last.get(list) ?? Number.NaN) + 1) this.#consecutive.add(block);
    this.#last.set(list, value);
  }

  /** The number of what stands behind `last` in its list; `value` is the one it has, 0 where that can't be read. */
  next(item: Block | Inserted, value: number, last: number): number {
    if (isInserted(item)) return last + 1;
    const { keep, follow } = this.#options;
    if (keep?.(item)) return value || last + 1;
    if (follow === undefined) return last + 1;
    if (item.index < follow) return value || last + 1;
    return this.#consecutive.has(item) || value <= last ? last + 1 : value;
  }
}

function styleOfParagraph(block: Block): Style {
  const label = block.label!;
  if (block.level === 1 || label.style === 'number' || label.style === 'arabic') return 'arabic';
  // A list of small roman numerals is told by its level: (i) is also the ninth letter.
  const roman = romanValue(label.value) > 0;
  if (block.level % 2 === 1) return roman ? 'roman' : 'letter';
  return roman &&
    (label.value.length > 1 || label.value === 'i') &&
    block.level === 2 &&
    !isNinthLetter(block)
    ? 'roman'
    : 'letter';
}

/** "(i)" behind "(h)": told by the number the structure gave its neighbours. */
function isNinthLetter(block: Block): boolean {
  return letterLists.get(block) === true;
}

const letterLists = new WeakMap<Block, boolean>();

function paragraphs(
  draft: Numberable,
  sequence: Sequence,
  options: NumberingOptions,
  values: ByItem<string>,
  cited: ByItem<string>,
): void {
  // The lists as they stand.
  const membership = new ByItem<Membership>();
  const firstOf = new Map<number, number>();
  const runs = new Run(options);
  {
    let list = 0;
    const open: { level: number; list: number; style: Style; last: number }[] = [];
    for (const p of draft.structure.paragraphs) {
      if (p.level === 1) {
        open.length = 0;
        if (!firstOf.has(p.scope))
          firstOf.set(p.scope, p.container.startsWith('annex') ? 1 : Number.parseInt(p.number, 10) || 1);
        if (!/ /.test(p.label!.value)) runs.stands(-1 - p.scope, p, Number.parseInt(p.label!.value, 10));
        continue;
      }
      while (open.length > 0 && open.at(-1)!.level > p.level) open.pop();
      const top = open.at(-1);
      const label = p.label!;
      if (top && top.level === p.level && valueOf(label.value, top.style) > 1) {
        top.last = valueOf(label.value, top.style);
        runs.stands(top.list, p, top.last);
        membership.set(p, { list: top.list, style: top.style });
        letterLists.set(p, top.style === 'letter');
        continue;
      }
      letterLists.set(
        p,
        letterValue(label.value) === 1 || (letterValue(label.value) > 0 && romanValue(label.value) !== 1),
      );
      const style = styleOfParagraph(p);
      list++;
      if (top && top.level === p.level) open.pop();
      open.push({ level: p.level, list, style, last: 1 });
      runs.stands(list, p, 1);
      membership.set(p, { list, style });
    }
  }

  const counters = new Map<number, number>();
  let scope = -1;
  let stack: { level: number; list: number; count: number; style: Style; text: string }[] = [];
  let stem = '';
  const known = new Uint8Array(draft.blocks.length);
  for (const p of draft.structure.paragraphs) known[p.index] = 1;
  for (const item of sequence) {
    const block = isInserted(item) ? item.like : item;
    if (isInserted(item)) {
      if (known[block.index] !== 1) continue;
    } else if (known[block.index] !== 1) {
      if (block.role === 'heading') stack = [];
      continue;
    }
    const moved = isInserted(item) ? undefined : options.levels?.get(block);
    const level = isInserted(item) ? item.level : (moved ?? block.level);
    if (level === 1) {
      scope = block.scope;
      stack = [];
      const label = block.label!.value;
      const suffix =
        !isInserted(item) && label.includes(' ')
          ? /^\d+( (?:bis|ter|quater|quinquies|sexies))$/.exec(label)?.[1]
          : undefined;
      const last = counters.get(scope) ?? (firstOf.get(scope) ?? 1) - 1;
      let value: string;
      if (suffix && !options.accept) value = `${last}${suffix}`;
      else {
        const n = runs.next(item, Number.parseInt(label, 10) || 0, last);
        counters.set(scope, n);
        value = String(n);
      }
      values.set(item, value);
      cited.set(item, value);
      stem = value;
      continue;
    }
    while (stack.length > 0 && stack.at(-1)!.level > level) stack.pop();
    const member = isInserted(item)
      ? item.like.level === level
        ? membership.get(item.like)
        : undefined
      : moved === undefined
        ? membership.get(block)
        : undefined;
    let top = stack.at(-1);
    if (top && top.level === level && member && top.list !== member.list && !isInserted(item)) {
      // What was put before the first of a list has become its first.
      if (top.list === -1) top.list = member.list;
      else {
        stack.pop();
        top = undefined;
      }
    }
    if (!top || top.level !== level) {
      const style = member?.style ?? (level % 2 === 0 ? 'letter' : 'roman');
      top = { level, list: member?.list ?? -1, count: 0, style, text: '' };
      stack.push(top);
    }
    const own = member && !isInserted(item) ? valueOf(block.label!.value, top.style) : 0;
    top.count = runs.next(item, own, top.count);
    const value = write(top.count, top.style);
    top.text = block.label?.style === 'lower' ? value : `(${value})`;
    values.set(item, value);
    cited.set(item, [stem, ...stack.map((s) => s.text)].filter(Boolean).join(' '));
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
  const runs = new Run(options);
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
    runs.stands(run, block, value);
    runOf.set(block, { run, style, first: state.first });
  }
  const counters = new Map<string, number>();
  const paths = new Map<number, string>();
  for (const item of sequence) {
    const block = isInserted(item) ? item.like : item;
    const known = byBlock.get(block);
    const run = runOf.get(block);
    if (!known || !run) continue;
    if (isInserted(item) && item.level !== 0) continue;
    const { heading, index } = known;
    const own = valueOf(heading.label!.value, run.style);
    const n = runs.next(item, own, counters.get(run.run) ?? run.first - 1);
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
  sequence: Sequence,
  options: NumberingOptions,
  values: ByItem<string>,
  cited: ByItem<string>,
): void {
  const counters = new Map<string, number>();
  const runs = new Run(options);
  const keyOf = (block: Block, { word }: Caption): string => `${word}|${block.container}`;
  if (options.follow !== undefined)
    for (const block of draft.blocks) {
      const caption = numberedCaption(block);
      if (caption) runs.stands(keyOf(block, caption), block, Number(caption.value));
    }
  for (const item of sequence) {
    if (isInserted(item)) continue;
    const caption = numberedCaption(item);
    if (!caption || values.get(item) !== undefined) continue;
    const key = keyOf(item, caption);
    const n = runs.next(item, Number(caption.value), counters.get(key) ?? 0);
    counters.set(key, n);
    const value = String(n);
    values.set(item, value);
    cited.set(item, value);
  }
}

const NUMBER = /^\d+$/;

/**
 * New keys of numbered notes, in the order in which the text points at them; notes without a number keep their names.
 * Empty where the marks are not whole, as in texts that come out of a conversion: a note without a body, a body that
 * nothing points at, two bodies of one number (notes that begin anew on each page). A number more or less would then
 * tie a mark to another note.
 */
function notes(draft: Numberable, sequence: Sequence): Map<string, string> {
  const keys = new Map<string, string>();
  const bodies = new Set<string>();
  const marks = new Set<string>();
  let first = Number.MAX_SAFE_INTEGER;
  for (const b of draft.blocks) {
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
  for (const item of sequence) {
    if (isInserted(item)) continue;
    for (const i of item.reading.indicators) {
      if (i.form === 'asterisk' || !bodies.has(i.key)) continue;
      if (item.role === 'note') inNotes.push(i.key);
      else if (!keys.has(i.key)) keys.set(i.key, String(++n));
    }
  }
  for (const key of inNotes) if (!keys.has(key)) keys.set(key, String(++n));
  // What nothing points at any longer stands behind the others.
  for (const key of bodies) if (!keys.has(key)) keys.set(key, String(++n));
  return keys;
}
