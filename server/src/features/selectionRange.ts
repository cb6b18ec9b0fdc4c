import type { SelectionRange } from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import type { Draft, Position, Range } from '../document/draft.js';
import type { Span } from '../text/span.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { partsOf, rangeOf, type Part } from './documentSymbols.js';

/**
 * What a selection grows to: word, citation, clause, sentence, the text of the paragraph, the paragraph with its number,
 * with its subparagraphs, each section around it, the whole draft.
 */
export function selectionRanges(open: OpenDraft, positions: readonly Position[]): SelectionRange[] {
  const parts = partsOf(open.draft);
  return positions.map((position) => selectionRange(open, parts, position));
}

function selectionRange(open: OpenDraft, parts: readonly Part[], position: Position): SelectionRange {
  const { draft } = open;
  const ranges: Range[] = [];
  const place = draft.locate(position);
  if (place) {
    const { block, offset } = place;
    for (const span of spansAround(open, block, offset)) ranges.push(draft.rangeOf(block, span));
    for (const part of around(parts, block)) ranges.push(rangeOf(draft, part));
  }
  ranges.push(wholeOf(draft));
  // From the outside in: each one holds the next and is larger.
  let selection: SelectionRange | undefined;
  for (const range of ranges.reverse()) {
    if (selection && (!contains(selection.range, range) || equal(selection.range, range))) continue;
    selection = selection ? { range, parent: selection } : { range };
  }
  return selection!;
}

/** Stretches of a block's source around an offset, from the smallest. */
function spansAround(open: OpenDraft, block: Block, offset: number): Span[] {
  const spans: Span[] = [];
  const { reading } = block;
  const { text } = reading;
  const at = Math.min(reading.toReading(offset), text.length);
  const add = (start: number, end: number): void => {
    if (end > start) spans.push(reading.spanToSource(start, end));
  };
  if (text !== '') {
    const word = wordAt(text, at);
    add(word.start, word.end);
    const citations = open.analysis.citationsOf(block).filter((c) => c.start <= at && at <= c.end);
    for (const c of [...citations].sort((a, b) => a.end - a.start - (b.end - b.start))) add(c.start, c.end);
    const sentence = sentenceAt(text, at);
    const clause = clauseAt(text, at, sentence);
    add(clause.start, clause.end);
    add(sentence.start, sentence.end);
    add(0, text.length);
  }
  spans.push(block.content);
  return spans;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2019 ||
    (code >= 0xc0 && code < 0x2000)
  );
}

/** A word; a hyphen between letters is part of it. */
function wordAt(text: string, at: number): Span {
  const inside = (i: number): boolean =>
    isWordCode(text.charCodeAt(i)) ||
    (text.charCodeAt(i) === 0x2d && isWordCode(text.charCodeAt(i - 1)) && isWordCode(text.charCodeAt(i + 1)));
  let start = at;
  let end = at;
  while (start > 0 && inside(start - 1)) start--;
  while (end < text.length && inside(end)) end++;
  return { start, end };
}

/** Words behind whose full stop a sentence goes on. */
const ABBREVIATION =
  /(?:^|[\s(])(?:para|paras|art|arts|sect|sects|chap|No|Nos|Mr|Mrs|Ms|Dr|St|vol|ed|p|pp|cf|[A-Z])$/;

function sentenceAt(text: string, at: number): Span {
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c !== '.' && c !== '!' && c !== '?') continue;
    let end = i + 1;
    while (end < text.length && /["”’)\]]/.test(text[end]!)) end++;
    if (end < text.length && text[end] !== ' ') continue;
    if (c === '.' && ABBREVIATION.test(text.slice(Math.max(0, i - 6), i))) continue;
    if (end < text.length && !/[\p{Lu}\d“"‘(]/u.test(text[end + 1] ?? 'A')) continue;
    if (at <= end) return { start, end };
    start = end + 1;
  }
  return { start: Math.min(start, text.length), end: text.length };
}

function clauseAt(text: string, at: number, sentence: Span): Span {
  let { start, end } = sentence;
  for (let i = sentence.start; i < sentence.end; i++) {
    const c = text[i]!;
    const breaks = (c === ',' || c === ';' || c === ':') && text[i + 1] === ' ';
    if (!breaks && c !== '—') continue;
    if (i < at) start = i + 1;
    else {
      end = i;
      break;
    }
  }
  while (start < end && text[start] === ' ') start++;
  return { start, end };
}

/** The parts that a block belongs to, from the innermost. */
function around(parts: readonly Part[], block: Block): Part[] {
  const found: Part[] = [];
  let level = parts;
  for (;;) {
    const part = level.find((one) => one.block.index <= block.index && block.index <= one.last.index);
    if (!part) return found;
    found.unshift(part);
    level = part.children;
  }
}

function wholeOf(draft: Draft): Range {
  const line = draft.lineCount - 1;
  const last = draft.blocks.at(-1);
  return {
    start: { line: 0, character: 0 },
    end: last
      ? draft.rangeOf(last, { start: last.text.length, end: last.text.length }).end
      : { line, character: 0 },
  };
}

function contains(outer: Range, inner: Range): boolean {
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

function equal(a: Range, b: Range): boolean {
  return before(a.start, b.start) && before(b.start, a.start) && before(a.end, b.end) && before(b.end, a.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
