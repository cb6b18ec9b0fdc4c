import type { Citation, ParagraphReference } from '../citations/citation.js';
import { markOfNote, Targets, type ResolvedNumber, type ResolvedReference } from '../citations/targets.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import {
  numberedCaption,
  numbersOf,
  type Inserted,
  type Numberable,
  type NumberingOptions,
  type Numbers,
  type Sequence,
} from './sequence.js';

/** A change of a block's source. Edits of one plan never overlap. */
export interface PlannedEdit {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A row of the table of correspondence: a number as it was and as it is to be. */
export interface Renumbered {
  readonly block: Block;
  readonly unit: 'paragraph' | 'heading' | 'article' | 'annex' | 'note' | 'caption';
  readonly old: string;
  readonly new: string;
}

/** A reference that the plan changes. Offsets are those of the block's reading text. */
export interface FollowedReference {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly old: string;
  readonly new: string;
}

/** A reference that can't be carried along; it is left as it is and told. */
export interface PlanProblem {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly what:
    'missing' | 'ambiguous' | 'reversed' | 'deleted' | 'marked' | 'direction' | 'parted' | 'doubtful';
}

/** What a change of numbers does to a text. */
export interface NumberingPlan {
  readonly edits: readonly PlannedEdit[];
  readonly renumbered: readonly Renumbered[];
  readonly references: readonly FollowedReference[];
  readonly problems: readonly PlanProblem[];
}

/** A draft with its citations: what a plan is made from. */
export interface Numbered<T extends Numberable = Draft> {
  readonly draft: T;
  readonly citationsOf: (block: Block) => readonly Citation[];
  /**
   * The blocks among which are all that refer to paragraphs, articles or parts of a document, and all that are notes or
   * bear their marks, both in the order of the text; all blocks where they are left out.
   */
  readonly referring?: readonly Block[];
  readonly noted?: readonly Block[];
}

/** Plans new numbers for a sequence of the draft's blocks, and the references that follow them. */
export function planFor(
  numbered: Numbered<Numberable>,
  sequence: Sequence,
  options: NumberingOptions & { readonly deleted?: ReadonlySet<Block> } = {},
): { plan: NumberingPlan; numbers: Numbers } {
  const { draft } = numbered;
  const numbers = numbersOf(draft, sequence, options, numbered.noted);
  const plan = new PlanMaker(numbered, numbers, options.deleted ?? new Set<Block>()).make();
  return { plan, numbers };
}

/** A plan for numbers that were settled by hand. */
export function planWith(
  numbered: Numbered<Numberable>,
  numbers: Numbers,
  deleted: ReadonlySet<Block> = new Set<Block>(),
): NumberingPlan {
  return new PlanMaker(numbered, numbers, deleted).make();
}

/** Renumbers everything, or what `options.keep` does not hold back. */
export function planRenumber(numbered: Numbered<Numberable>, options: NumberingOptions = {}): NumberingPlan {
  return planFor(numbered, numbered.draft.blocks, options).plan;
}

class PlanMaker {
  readonly #edits: PlannedEdit[] = [];
  readonly #renumbered: Renumbered[] = [];
  readonly #references: FollowedReference[] = [];
  readonly #problems: PlanProblem[] = [];
  readonly #targets: Targets;

  constructor(
    private readonly numbered: Numbered<Numberable>,
    private readonly numbers: Numbers,
    private readonly deleted: ReadonlySet<Block>,
  ) {
    this.#targets = Targets.of(numbered.draft);
  }

  make(): NumberingPlan {
    const { draft } = this.numbered;
    for (const block of draft.structure.paragraphs) this.#label(block, 'paragraph', block.number);
    for (const h of draft.structure.headings) {
      if (!h.label || !h.labelBlock) continue;
      const unit = h.label.style === 'article' ? 'article' : h.label.style === 'annex' ? 'annex' : 'heading';
      this.#label(
        h.labelBlock,
        unit,
        unit === 'heading' ? this.#targets.headingNumber(h) || h.label.value : h.label.value,
      );
    }
    for (const block of this.#targets.captioned) if (!this.deleted.has(block)) this.#caption(block);
    const { citationsOf, referring = draft.blocks, noted = draft.blocks } = this.numbered;
    if (this.numbers.notes.size > 0)
      for (const block of noted) if (!this.deleted.has(block)) this.#notes(block);
    for (const block of referring) {
      const citations = citationsOf(block);
      if (citations.length === 0 || this.deleted.has(block)) continue;
      const { references, doubtful } = this.#targets.resolved(block, citations);
      for (const reference of references) this.#follow(reference);
      for (const reference of doubtful) this.#tell(reference);
      for (const citation of citations)
        if (citation.type === 'paragraph' && citation.anaphoric) this.#followNeighbour(block, citation);
    }
    return {
      edits: this.#edits.sort((a, b) => a.block.index - b.block.index || a.start - b.start),
      renumbered: this.#renumbered,
      references: this.#references,
      problems: this.#problems,
    };
  }

  #label(block: Block, unit: Renumbered['unit'], old: string): void {
    const value = this.numbers.values.get(block);
    const label = block.label;
    if (value === undefined || !label || this.deleted.has(block) || block.quoted) return;
    if (value !== label.value)
      this.#edits.push({ block, start: label.valueSpan.start, end: label.valueSpan.end, text: value });
    const cited = this.numbers.cited.get(block) ?? value;
    if (cited !== old) this.#renumbered.push({ block, unit, old, new: cited });
  }

  #caption(block: Block): void {
    const value = this.numbers.values.get(block);
    if (value === undefined || block.labelled) return;
    const caption = numberedCaption(block);
    if (!caption || caption.value === value) return;
    this.#edits.push({ block, start: caption.start, end: caption.end, text: value });
    this.#renumbered.push({
      block,
      unit: 'caption',
      old: `${caption.word} ${caption.value}`,
      new: `${caption.word} ${value}`,
    });
  }

  #notes(block: Block): void {
    const { notes } = this.numbers;
    const change = (key: string, start: number, end: number): void => {
      const next = notes.get(key);
      if (next === undefined || next === key) return;
      const source = block.text.slice(start, end);
      const superscript = source.replace(/[^⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '');
      const at = superscript ? source.indexOf(superscript) : source.indexOf(key);
      if (at < 0) return;
      const text = superscript ? [...next].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('') : next;
      this.#edits.push({ block, start: start + at, end: start + at + (superscript || key).length, text });
    };
    const mark = markOfNote(block);
    if (mark && mark.form !== 'asterisk') {
      change(mark.key, 0, mark.length);
      const next = notes.get(mark.key);
      if (next !== undefined && next !== mark.key)
        this.#renumbered.push({ block, unit: 'note', old: mark.key, new: next });
    }
    for (const i of block.reading.indicators)
      if (i.form !== 'asterisk') change(i.key, i.source.start, i.source.end);
  }

  /** Tells of a reference that stays as it is because it may be to another document, where the number it has is changed. */
  #tell({ block, citation, numbers }: ResolvedReference): void {
    for (const number of numbers) {
      if (typeof number.target === 'string') continue;
      const target = number.target.block;
      const next = this.#numberOf(citation, number, target);
      const stays =
        citation.type === 'paragraph'
          ? next === undefined || next === target.number
          : changedPieces(number.written, '', next ?? number.written).length === 0;
      if (!stays || this.deleted.has(target)) this.#problem(block, number, 'doubtful');
    }
  }

  /** The number that a reference is to have which points at a target; undefined where that has none. */
  #numberOf(citation: Citation, { written }: ResolvedNumber, target: Block): string | undefined {
    return citation.type === 'part' && citation.part === 'footnote'
      ? (this.numbers.notes.get(written) ?? written)
      : this.numbers.cited.get(target);
  }

  #follow(reference: ResolvedReference): void {
    const { block, citation } = reference;
    const positions: number[] = [];
    let former: Block | null = null;
    for (const number of reference.numbers) {
      if (typeof number.target === 'string') {
        if (reference.certain) this.#problem(block, number, number.target);
        continue;
      }
      let target = number.target.block;
      if (this.deleted.has(target)) {
        const neighbour = number.range ? this.#neighbour(target, number.range) : null;
        if (!neighbour) {
          this.#problem(block, number, 'deleted');
          continue;
        }
        target = neighbour;
      }
      const place = this.numbers.order.get(target);
      if (place !== undefined) positions.push(place);
      this.#rewrite(reference, number, target, former);
      former = target;
    }
    const ranges = reference.numbers;
    for (let i = 1; i < ranges.length; i++) {
      const from = ranges[i - 1]!;
      const to = ranges[i]!;
      if (
        from.range !== 'from' ||
        to.range !== 'to' ||
        typeof from.target === 'string' ||
        typeof to.target === 'string'
      )
        continue;
      const a = this.numbers.order.get(from.target.block);
      const b = this.numbers.order.get(to.target.block);
      if (a !== undefined && b !== undefined && a > b && from.target.block.index <= to.target.block.index)
        this.#problem(block, to, 'reversed');
    }
    this.#direction(reference, citation, positions);
  }

  /**
   * "the preceding paragraph" follows the paragraph it means: it turns into "the following paragraph" where the two have
   * changed places, and names the number where another paragraph has come between.
   */
  #followNeighbour(block: Block, citation: ParagraphReference): void {
    const m = /^(the)(\s+)(preceding|previous|following)\s+paragraph$/i.exec(citation.text);
    if (!m || block.quoted || block.role === 'note') return;
    const { old, now } = (this.#rows ??= this.#makeRows());
    // A subparagraph speaks of the paragraph before its own.
    let at = block.index;
    while (at >= 0 && !old.has(this.numbered.draft.blocks[at]!)) {
      if (this.numbered.draft.blocks[at]!.role === 'heading') return;
      at--;
    }
    const own = this.numbered.draft.blocks[at];
    if (!own) return;
    const back = m[3]!.toLowerCase() !== 'following';
    const was = old.get(own)!;
    const target = back ? was.before : was.after;
    const is = now.get(own);
    if (!target || !is || 'inserted' in target) return;
    if ((back ? is.before : is.after) === target) return;
    const { start, end } = citation;
    if (this.deleted.has(target)) {
      this.#problems.push({ block, start, end, text: citation.text, what: 'deleted' });
      return;
    }
    const { reading } = block;
    const number = this.numbers.cited.get(target);
    if (number === undefined || !reading.isPlain(start, end)) {
      this.#problems.push({ block, start, end, text: citation.text, what: 'marked' });
      return;
    }
    const span = (from: number, to: number, text: string): void => {
      const source = reading.spanToSource(from, to);
      this.#edits.push({ block, start: source.start, end: source.end, text });
    };
    let next: string;
    if ((back ? is.after : is.before) === target) {
      const from = start + m[1]!.length + m[2]!.length;
      const word = back ? 'following' : 'preceding';
      span(from, from + m[3]!.length, word);
      next = `${m[1]} ${word} paragraph`;
    } else {
      const above = this.numbers.order.get(target)! < this.numbers.order.get(own)!;
      next = `${m[1] === 'The' ? 'Paragraph' : 'paragraph'} ${number} ${above ? 'above' : 'below'}`;
      span(start, end, next);
    }
    this.#references.push({ block, start, end, old: citation.text, new: next });
  }

  #rows: { old: Row; now: Row } | undefined;

  /** The paragraphs of the first level with those before and after them, as they stand and as they are to stand. */
  #makeRows(): { old: Row; now: Row } {
    const row = (items: Iterable<Block | Inserted>): Row => {
      const made: Row = new Map();
      const last = new Map<number, Block | Inserted>();
      for (const item of items) {
        const { scope } = 'inserted' in item ? item.like : item;
        const before = last.get(scope);
        made.set(item, { before, after: undefined });
        if (before) made.get(before)!.after = item;
        last.set(scope, item);
      }
      return made;
    };
    const known = new Set(this.numbered.draft.structure.paragraphs.filter((p) => p.level === 1));
    const { sequence, values } = this.numbers;
    const first = sequence.filter((item) =>
      'inserted' in item ? item.level === 1 && values.get(item) !== undefined : known.has(item),
    );
    return { old: row(known), now: row(first) };
  }

  /** The paragraph of the same level that takes the place of a deleted one at the end of a range. */
  #neighbour(deleted: Block, end: 'from' | 'to'): Block | null {
    const all = this.numbered.draft.structure.paragraphs;
    const step = end === 'from' ? 1 : -1;
    for (let i = all.indexOf(deleted) + step; i >= 0 && i < all.length; i += step) {
      const p = all[i]!;
      if (p.level === deleted.level && p.scope === deleted.scope && !this.deleted.has(p)) return p;
    }
    return null;
  }

  /** Writes the number that a target is to have; `former` is the target of the number before it in the same reference. */
  #rewrite(reference: ResolvedReference, number: ResolvedNumber, target: Block, former: Block | null): void {
    const { block, citation } = reference;
    const next = this.#numberOf(citation, number, target);
    if (next === undefined) return;
    const { reading } = block;
    const shown = reading.text.slice(number.start, number.end);
    // The number of the target stays, and so does what is written of it.
    const stays = citation.type === 'paragraph' && next === target.number && !isReplaced(number, target);
    if (stays && !shown.startsWith('(')) return;
    const from = citation.type === 'paragraph' || /^\d|\(/.test(shown) ? target.number : '';
    let pieces = stays ? [] : changedPieces(shown, from, next);
    if (shown.startsWith('(') && !this.#follows(target, former, shown, next)) {
      if (!former) {
        this.#problem(block, number, 'parted');
        return;
      }
      pieces = [{ start: 0, end: shown.length, text: next }];
    }
    // "sections II.A and B": the letter goes with the numeral before it as long as both have the same.
    const numeral = next.slice(0, next.lastIndexOf('.') + 1);
    if (
      former &&
      numeral !== '' &&
      CAPITAL.test(shown) &&
      !this.numbers.cited.get(former)?.startsWith(numeral)
    )
      pieces = [{ start: 0, end: shown.length, text: next }];
    if (pieces.length === 0) return;
    for (const piece of pieces) {
      if (!reading.isPlain(number.start + piece.start, number.start + piece.end)) {
        this.#problem(block, number, 'marked');
        return;
      }
    }
    for (const piece of pieces) {
      const span = reading.spanToSource(number.start + piece.start, number.start + piece.end);
      this.#edits.push({ block, start: span.start, end: span.end, text: piece.text });
    }
    let written = shown;
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i]!;
      written = written.slice(0, piece.start) + piece.text + written.slice(piece.end);
    }
    this.#references.push({ block, start: number.start, end: number.end, old: shown, new: written });
  }

  /**
   * Whether letters alone still say what they belong to: "(b)" behind "2 (a)" belongs to paragraph 2, as long as both go to
   * one paragraph; "(b)" that is all that is written belongs to the paragraph around it.
   */
  #follows(target: Block, former: Block | null, shown: string, next: string): boolean {
    const depth = shown.match(GROUPS)?.length ?? 0;
    const parts = next.match(PARTS) ?? [];
    const stem = parts.slice(0, parts.length - depth).join(' ');
    const bearer = former ?? this.#above(target, depth);
    const carried = ((bearer && this.numbers.cited.get(bearer)) ?? '').match(PARTS) ?? [];
    return stem !== '' && carried.slice(0, parts.length - depth).join(' ') === stem;
  }

  /** The paragraph so many levels above a subparagraph, as the text stands. */
  #above(block: Block, levels: number): Block | null {
    const { blocks } = this.numbered.draft;
    for (let i = block.index - 1; i >= 0; i--) {
      const b = blocks[i]!;
      if (b.labelled && b.level > 0 && b.role !== 'heading' && b.level <= block.level - levels) return b;
    }
    return null;
  }

  /** "above" turns into "below" where the text it points at now stands behind, and the reverse. */
  #direction(reference: ResolvedReference, citation: Citation, positions: readonly number[]): void {
    const { block } = reference;
    if (
      (citation.type !== 'paragraph' && citation.type !== 'part') ||
      !citation.direction ||
      !citation.directionSpan
    )
      return;
    if (positions.length === 0 || positions.length < reference.numbers.length || block.role === 'note')
      return;
    const own = this.numbers.order.get(block);
    if (own === undefined) return;
    const now = positions.every((p) => p < own) ? 'above' : positions.every((p) => p > own) ? 'below' : null;
    const old = reference.numbers.map((n) =>
      typeof n.target === 'string' ? block.index : n.target.block.index,
    );
    const was = old.every((p) => p < block.index)
      ? 'above'
      : old.every((p) => p > block.index)
        ? 'below'
        : null;
    if (was !== citation.direction || now === citation.direction) return;
    if (now === null) {
      // Some of it stands above now, some below: that is for the author to word.
      const { start, end } = citation.directionSpan;
      this.#problems.push({ block, start, end, text: citation.direction, what: 'direction' });
      return;
    }
    const { start, end } = citation.directionSpan;
    if (!block.reading.isPlain(start, end)) return;
    const span = block.reading.spanToSource(start, end);
    this.#edits.push({ block, start: span.start, end: span.end, text: now });
    this.#references.push({ block, start, end, old: citation.direction, new: now });
  }

  #problem(block: Block, number: ResolvedNumber, what: PlanProblem['what']): void {
    this.#problems.push({ block, start: number.start, end: number.end, text: number.written, what });
  }
}

type Row = Map<
  Block | Inserted,
  { readonly before: Block | Inserted | undefined; after: Block | Inserted | undefined }
>;

const FIGURES = /^\d+$/;
const CAPITAL = /^[A-Z]$/;
const GROUPS = /\([a-z0-9]+\)/g;
const PARTS = /[A-Za-z0-9]+(?: (?:bis|ter|quater))?/g;

/** Whether a reference is to point at another block than it did. */
function isReplaced(number: ResolvedNumber, target: Block): boolean {
  return typeof number.target === 'string' || number.target.block !== target;
}

/**
 * Where a number as written differs from what it is to be, piece by piece: "7 (b)" that becomes "8 (b)" changes its
 * first digit alone. `old` is the full number of the target, of which a text may write the last parts only.
 */
export function changedPieces(
  written: string,
  old: string,
  next: string,
): { start: number; end: number; text: string }[] {
  // Most numbers are plain figures.
  if (FIGURES.test(written) && FIGURES.test(next))
    return written === next ? [] : [{ start: 0, end: written.length, text: next }];
  const parts = (text: string): { value: string; start: number }[] =>
    [...text.matchAll(/(?!subsection\b)\b[A-Za-z0-9]+(?: (?:bis|ter|quater))?/g)].map((m) => ({
      value: m[0],
      start: m.index,
    }));
  const own = parts(written);
  const oldParts = parts(old);
  const target = parts(next);
  if (own.length === 0) return [];
  // A text that writes fewer parts than the number has shows the last ones.
  const wanted = target.slice(target.length - own.length);
  if (
    wanted.length !== own.length ||
    (oldParts.length > 0 && oldParts.length !== target.length && own.length === oldParts.length)
  ) {
    return written === next ? [] : [{ start: 0, end: written.length, text: next }];
  }
  const out: { start: number; end: number; text: string }[] = [];
  own.forEach((part, i) => {
    const value = wanted[i]!.value;
    if (part.value !== value)
      out.push({ start: part.start, end: part.start + part.value.length, text: value });
  });
  return out;
}

export type { Inserted, Numbers, Sequence };
