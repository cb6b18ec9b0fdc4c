import type { Span } from '../text/span.js';
import type { Block, Label } from './block.js';
import { citedBy, structureKey } from './features.js';
import type { DocumentKind } from './kinds.js';
import { labelAt } from './labels.js';
import { RECOGNITION_BLOCKS, recognitionKey, sampleLanguage } from './recognize.js';
import { LOOK_AHEAD, segment } from './segment.js';
import { startsPage } from './runningHeads.js';
import type { Structure } from './structure.js';
import { structure } from './structurePass.js';

/** A place in a draft: 0-based line, and character in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range and the text that takes its place; without a range the whole text. */
export interface DraftEdit {
  readonly range?: Range | undefined;
  readonly text: string;
}

/** What an edit did to the blocks. */
export interface DraftChange {
  /** Blocks whose words are new, in order. */
  readonly changed: readonly Block[];
  /** Blocks that are gone. */
  readonly removed: readonly Block[];
  /** True where what the structure pass reads has changed: roles, numbers, the sequence of blocks, the words of headings. */
  readonly structural: boolean;
  /** True where roles, numbers, the sequence of blocks or what blocks are cited by may be others. */
  readonly renumbered: boolean;
}

/**
 * An open text and its structure. The text is kept as blocks that tile it; an edit costs the blocks it touches. Lines
 * end with LF, CRLF or a lone CR; a byte order mark is part of the first line.
 */
export class Draft {
  readonly #blocks: Block[];
  #lineCount: number;
  #structure: Structure;
  #kind: DocumentKind | null;
  /** While several edits are made: whether the structure is to be worked out behind them. Null otherwise. */
  #stale: boolean | null = null;
  /** Whether the structure of before several edits may still hold behind them: none moved a block or its number. */
  #mayHold = false;

  constructor(text: string, options: { kind?: DocumentKind | null } = {}) {
    this.#kind = options.kind ?? null;
    this.#blocks = text === '' ? [] : segment(text, true, null);
    this.#lineCount = 1;
    this.#renumber(0);
    this.#structure = structure(this.#blocks, { kind: this.#kind });
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get structure(): Structure {
    return this.#structure;
  }

  /** The kind that was set by hand, or null where the draft goes by its text. */
  get chosenKind(): DocumentKind | null {
    return this.#kind;
  }

  /** Number of lines: one more than there are line ends. */
  get lineCount(): number {
    return this.#lineCount;
  }

  /** The whole text. Joins all blocks: not for the path of a keystroke. */
  get text(): string {
    let out = '';
    for (const b of this.#blocks) out += b.text;
    return out;
  }

  /** Number of UTF-16 code units. */
  get length(): number {
    let n = 0;
    for (const b of this.#blocks) n += b.text.length;
    return n;
  }

  /** Sets the kind by hand, or null to go by the text. */
  setKind(kind: DocumentKind | null): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    this.#structure = structure(this.#blocks, { kind });
  }

  /** The block that a line lies in; lines outside are clamped. Undefined only in an empty draft. */
  blockAtLine(line: number): Block | undefined {
    const blocks = this.#blocks;
    let low = 0;
    let high = blocks.length - 1;
    if (high < 0) return undefined;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle]!.startLine <= line) low = middle;
      else high = middle - 1;
    }
    return blocks[low];
  }

  /** The block and the offset in its source of a position; clamped to the text. */
  locate(position: Position): { block: Block; offset: number } | undefined {
    const line = Math.max(0, Math.min(position.line, this.#lineCount - 1));
    const block = this.blockAtLine(line);
    if (!block) return undefined;
    return {
      block,
      offset: block.offsetAt(
        line - block.startLine,
        position.line > line ? Number.MAX_SAFE_INTEGER : position.character,
      ),
    };
  }

  /** The range of a span of a block's source. */
  rangeOf(block: Block, span: Span): Range {
    const { lineStarts, startLine, text } = block;
    const start = Math.max(0, Math.min(span.start, text.length));
    const end = Math.max(0, Math.min(span.end, text.length));
    const line = block.lineAt(start);
    const next = lineStarts[line + 1];
    const last = end >= start && (next === undefined || end < next) ? line : block.lineAt(end);
    return {
      start: { line: startLine + line, character: start - lineStarts[line]! },
      end: { line: startLine + last, character: end - lineStarts[last]! },
    };
  }

  /** The range of a block, white space around it left out. */
  contentRange(block: Block): Range {
    const { text, startLine: line, content } = block;
    // What stands on one line needs no list of lines.
    const feed = text.indexOf('\n');
    if ((feed >= 0 && feed < content.end) || text.includes('\r')) return this.rangeOf(block, content);
    if (feed >= 0 && feed < content.start) return this.rangeOf(block, content);
    return { start: { line, character: content.start }, end: { line, character: content.end } };
  }

  /** The offset from the start of the text at which a block begins. Walks the blocks before it. */
  offsetOf(block: Block): number {
    let n = 0;
    for (let i = 0; i < block.index; i++) n += this.#blocks[i]!.text.length;
    return n;
  }

  /** The position of an offset from the start of the text; clamped. */
  positionAt(offset: number): Position {
    return this.positionsAt([offset])[0]!;
  }

  /** The positions of offsets from the start of the text, which come in order; clamped. Walks the blocks once. */
  positionsAt(offsets: readonly number[]): Position[] {
    const blocks = this.#blocks;
    let index = 0;
    let start = 0;
    return offsets.map((offset) => {
      const at = Math.max(0, offset);
      while (index < blocks.length - 1 && at >= start + blocks[index]!.text.length)
        start += blocks[index++]!.text.length;
      const block = blocks[index];
      if (!block) return { line: 0, character: 0 };
      const { line, character } = block.positionAt(Math.min(at - start, block.text.length));
      return { line: block.startLine + line, character };
    });
  }

  /** The text between two positions, which are clamped and put in order. */
  textIn(range: Range): string {
    const [from, to] = this.#ordered(range);
    if (!from || !to) return '';
    if (from.block === to.block) return from.block.text.slice(from.offset, to.offset);
    let out = from.block.text.slice(from.offset);
    for (let i = from.block.index + 1; i < to.block.index; i++) out += this.#blocks[i]!.text;
    return out + to.block.text.slice(0, to.offset);
  }

  /**
   * Makes several edits, each in the text that the one before it left. Their structure is worked out once, behind the
   * last: a renumbering changes thousands of blocks. Where one of them throws, those before it are made, what is there of the
   * text is read afresh (all blocks are new then), and the error is thrown on.
   */
  editAll(edits: Iterable<DraftEdit>): DraftChange {
    const changed = new Set<Block>();
    const removed = new Set<Block>();
    let structural = false;
    this.#stale = false;
    this.#mayHold = true;
    try {
      for (const { range, text } of edits) {
        const one = range ? this.edit(range, text) : this.replace(text);
        for (const block of one.changed) changed.add(block);
        for (const block of one.removed) {
          changed.delete(block);
          removed.add(block);
        }
        structural ||= one.structural;
      }
    } catch (error) {
      // The edit at hand may be half made.
      this.#stale = null;
      this.replace(this.text);
      throw error;
    }
    this.#stale = null;
    const renumbered = structural && this.#restructure(this.#held());
    return {
      changed: [...changed].sort((a, b) => a.index - b.index),
      removed: [...removed],
      structural,
      renumbered,
    };
  }

  /**
   * Works out the structure anew, or leaves that to the end of several edits. `before` is the one that may still hold. Returns
   * whether it is another, as far as that is known.
   */
  #restructure(before: Structure | null): boolean {
    if (this.#stale !== null) {
      this.#stale = true;
      this.#mayHold &&= before !== null;
      return true;
    }
    this.#structure = structure(this.#blocks, { kind: this.#kind }, before);
    return this.#structure !== before;
  }

  /** The structure of before several edits, where it may still hold. */
  #held(): Structure | null {
    return this.#mayHold ? this.#structure : null;
  }

  /** What an edit did; `before` is the structure that may still hold behind it. */
  #changeOf(
    changed: readonly Block[],
    removed: readonly Block[],
    structural: boolean,
    before: Structure | null = null,
  ): DraftChange {
    return { changed, removed, structural, renumbered: structural && this.#restructure(before) };
  }

  /** Replaces the whole text. */
  replace(text: string): DraftChange {
    const removed = this.#blocks.slice();
    this.#blocks.length = 0;
    if (text !== '') for (const b of segment(text, true, null)) this.#blocks.push(b);
    this.#renumber(0);
    return this.#changeOf(this.#blocks.slice(), removed, true);
  }

  /** Replaces a range, whose ends are clamped and put in order, by a text. */
  edit(range: Range, text: string): DraftChange {
    const blocks = this.#blocks;
    const [from, to] = this.#ordered(range);
    if (!from || !to) return this.replace(text);
    if (from.block === to.block) {
      const change = this.#exchangeFigures(from.block, from.offset, to.offset, text);
      if (change) return change;
    }
    let first = from.block.index;
    let last = to.block.index;
    let region = from.block.text.slice(0, from.offset) + text + to.block.text.slice(to.offset);

    // Cuts before the edit may have looked at lines that changed.
    let ahead = from.block.positionAt(from.offset).line;
    while (first > 0 && ahead <= LOOK_AHEAD) {
      first--;
      ahead += blocks[first]!.lineBreaks;
      region = blocks[first]!.text + region;
    }
    // Front matter is looked for from the top.
    if (
      first > 0 &&
      first < 40 &&
      blocks[0]!.startLine === 0 &&
      /^﻿?---[ \t]*[\r\n]/.test(blocks[0]!.text) &&
      from.block.startLine < 220
    ) {
      let head = '';
      for (let i = 0; i < first; i++) head += blocks[i]!.text;
      region = head + region;
      first = 0;
    }
    const before = first > 0 ? lastLineOf(blocks[first - 1]!) : null;

    // Blocks after it are cut again until an old cut is met with the same block behind it.
    let step = 1;
    for (;;) {
      const guardFrom = last + 1;
      let guards = 0;
      let guardLines = 0;
      let tail = '';
      while (guardFrom + guards < blocks.length && (guards < step || guardLines <= LOOK_AHEAD)) {
        const g = blocks[guardFrom + guards]!;
        tail += g.text;
        guardLines += g.lineBreaks;
        guards++;
      }
      const made = segment(region + tail, first === 0, before);
      if (guardFrom + guards >= blocks.length) return this.#splice(first, blocks.length - first, made);
      // The cut at the end of the region must be met, and the first guard be the block it was.
      let length = 0;
      let cut = -1;
      for (let i = 0; i < made.length; i++) {
        if (length === region.length) {
          cut = i;
          break;
        }
        length += made[i]!.text.length;
        if (length > region.length) break;
      }
      const guard = blocks[guardFrom]!;
      if (cut >= 0 && made[cut]!.text === guard.text && made[cut]!.form === guard.form) {
        return this.#splice(first, last + 1 - first, made.slice(0, cut));
      }
      region += tail;
      last = guardFrom + guards - 1;
      step *= 2;
    }
  }

  #ordered(
    range: Range,
  ): readonly [{ block: Block; offset: number } | undefined, { block: Block; offset: number } | undefined] {
    const a = this.locate(range.start);
    const b = this.locate(range.end);
    if (a && b && (a.block.index > b.block.index || (a.block === b.block && a.offset > b.offset)))
      return [b, a];
    return [a, b];
  }

  #splice(first: number, count: number, made: Block[]): DraftChange {
    const blocks = this.#blocks;
    // Blocks at both ends that are as they were keep their objects.
    let head = 0;
    while (head < count && head < made.length && same(blocks[first + head]!, made[head]!)) head++;
    let tail = 0;
    while (
      tail < count - head &&
      tail < made.length - head &&
      same(blocks[first + count - 1 - tail]!, made[made.length - 1 - tail]!)
    )
      tail++;
    const at = first + head;
    const gone = count - head - tail;
    const fresh = made.slice(head, made.length - tail);

    if (gone === 1 && fresh.length === 1) {
      const block = blocks[at]!;
      return this.#change(block, () => {
        const lines = block.lineBreaks;
        block.replaceContent(fresh[0]!);
        if (lines !== block.lineBreaks) this.#renumber(at);
      });
    }
    const removed = splice(blocks, at, gone, fresh);
    this.#renumber(at);
    return this.#changeOf(fresh, removed, gone > 0 || fresh.length > 0);
  }

  /** Makes a change to the words of a block that leaves it one. */
  #change(block: Block, make: () => void): DraftChange {
    const at = block.index;
    const early = at < RECOGNITION_BLOCKS;
    // The words of the masthead, and of the line behind it, are read by the structure pass.
    const looked =
      at <= this.#structure.bodyStart + 1 || this.#stale === true
        ? 'all'
        : early || startsPage(this.#blocks, at)
          ? 'short'
          : 'features';
    const old = structureKey(block, looked);
    const told = early ? recognitionKey(block) : '';
    const cited = citedBy(block);
    make();
    const structural =
      structureKey(block, looked) !== old ||
      (early &&
        (recognitionKey(block) !== told || sampleLanguage(this.#blocks) !== this.#structure.language));
    // Who cites a block by its words finds it by the structure.
    return this.#changeOf([block], NONE, structural, citedBy(block) === cited ? this.#structure : null);
  }

  /**
   * Exchanges figures in a block for as many others, which moves no cut (see `segment`); null where an edit is none of that
   * kind.
   */
  #exchangeFigures(block: Block, start: number, end: number, figures: string): DraftChange | null {
    const { label, text } = block;
    if (figures.length !== end - start || !FIGURES.test(figures) || !FIGURES.test(text.slice(start, end)))
      return null;
    const now = text.slice(0, start) + figures + text.slice(end);
    if (!label || start >= label.bodyStart)
      return this.#change(block, () => block.replaceFigures(now, label, false));
    const { valueSpan } = label;
    if (start < valueSpan.start || end > valueSpan.end) return null;
    const other = labelOf(now, block.lineStarts[1] ?? now.length, label.bodyStart);
    if (!other) return null;
    block.replaceFigures(now, other, true);
    // What is told by a number may be another: that is for the structure to say.
    return this.#changeOf(block.labelled ? NONE : [block], NONE, true);
  }

  #renumber(from: number): void {
    const blocks = this.#blocks;
    let line = from > 0 ? blocks[from - 1]!.startLine + blocks[from - 1]!.lineBreaks : 0;
    for (let i = from; i < blocks.length; i++) {
      const b = blocks[i]!;
      b.index = i;
      b.startLine = line;
      line += b.lineBreaks;
    }
    this.#lineCount = line + 1;
  }
}

const NONE: readonly never[] = Object.freeze([]);

const FIGURES = /^[0-9]+$/;

/** The label that a text begins with, whose first line ends before `next`, and behind which the words begin at `bodyStart`. */
function labelOf(text: string, next: number, bodyStart: number): Label | null {
  let end = next;
  while (end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  const label = labelAt(text, 0, end);
  // The words behind a label that stands alone are on the next line.
  return label?.alone ? { ...label, bodyStart } : label;
}

function same(a: Block, b: Block): boolean {
  return a.form === b.form && a.text === b.text;
}

/** `Array.splice` for any number of new items, which a spread would limit. */
function splice(blocks: Block[], at: number, count: number, fresh: readonly Block[]): Block[] {
  if (fresh.length < 10_000) return blocks.splice(at, count, ...fresh);
  const tail = blocks.slice(at + count);
  const removed = blocks.slice(at, at + count);
  blocks.length = at;
  for (const b of fresh) blocks.push(b);
  for (const b of tail) blocks.push(b);
  return removed;
}

function lastLineOf(block: Block): string {
  const starts = block.lineStarts;
  let index = starts.length - 1;
  if (starts[index] === block.text.length) index--;
  const start = starts[Math.max(0, index)]!;
  return block.text.slice(start).replace(/[\r\n]+$/, '');
}
