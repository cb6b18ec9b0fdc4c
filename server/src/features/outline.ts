import type { Position, Range } from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { DocumentKind } from '../document/kinds.js';
import { countWords, wordsOfBlock } from '../document/words.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase } from '../l10n/phrase.js';
import {
  exchange,
  groupOf,
  isRefused,
  moveParagraph,
  moveSection,
  sectionGroup,
  type Group,
  type Operation,
  type Outcome,
} from '../numbering/operations.js';
import type { Numbered } from '../numbering/plan.js';
import { lengthLimit } from '../settings/length.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { partsOf, rangeOf, type Part } from './documentSymbols.js';
import { numberedOf, refused, resultOf, type NumberingResult } from './numbering.js';
import { firstWords, wordsOfParagraph } from './words.js';

/** A part of a draft as the outline shows it, with the parts that lie within it. */
export interface OutlinePart {
  readonly kind: 'title' | 'section' | 'annex' | 'article' | 'paragraph' | 'salutation';
  /** The number as written: "II.", "12.", "(a)"; empty for what has none. */
  readonly label: string;
  /** The first words; may be empty where a number stands alone. */
  readonly text: string;
  /** Words of the part and of all that lies within it, counted as for the limit. */
  readonly words: number;
  /** From its first to its last character. */
  readonly range: Range;
  /** Its first block, number included: where the cursor goes, and what the part is known by. */
  readonly selection: Range;
  readonly children: readonly OutlinePart[];
}

/** A draft as its outline and its count of words show it. */
export interface Outline {
  readonly kind: DocumentKind;
  /** Words of the whole draft, and how many of them stand in notes. */
  readonly words: number;
  readonly noteWords: number;
  /** The limit that counts for it, or null. */
  readonly limit: number | null;
  /** How fast it is read aloud, and the minutes that are allowed; 0 where nothing was said. */
  readonly wordsPerMinute: number;
  readonly minutes: number;
  readonly parts: readonly OutlinePart[];
}

/** So many characters of the first words are shown. */
const SHOWN = 90;

/** The parts of a draft with their words. */
export function outline(open: OpenDraft): Outline {
  const { draft } = open;
  const { settings } = open.analysis;
  // Words before each block, so that a part costs two look-ups.
  const before = [0];
  let noteWords = 0;
  for (const block of draft.blocks) {
    const words = wordsOfBlock(block);
    before.push(before.at(-1)! + words);
    if (block.role === 'note') noteWords += words;
  }
  const part = (one: Part): OutlinePart => {
    const { block, heading, last, children } = one;
    const words = heading ? heading.block.reading.text : wordsOfParagraph(draft, block);
    return {
      kind: kindOf(one),
      label: heading ? (heading.label?.text ?? '') : block.labelled ? (block.label?.text ?? '') : '',
      text: firstWords(words, SHOWN),
      words: before[last.index + 1]! - before[block.index]!,
      range: rangeOf(draft, one),
      selection: draft.contentRange(block),
      children: children.map(part),
    };
  };
  return {
    kind: draft.structure.kind,
    words: before.at(-1)!,
    noteWords,
    limit: lengthLimit(draft.structure, settings),
    wordsPerMinute: settings.statement.wordsPerMinute,
    minutes: settings.statement.minutes,
    parts: partsOf(draft).map(part),
  };
}

function kindOf({ block, heading }: Part): OutlinePart['kind'] {
  if (!heading) return block.role === 'salutation' ? 'salutation' : 'paragraph';
  if (heading.level === 0) return 'title';
  const style = heading.label?.style;
  if (style === 'article') return 'article';
  return style === 'annex' || /^annex\b/i.test(heading.block.body.text) ? 'annex' : 'section';
}

/** The words within ranges of a draft, counted as for its length: marks, numbers and the masthead are none. */
export function wordsWithin(draft: Draft, ranges: readonly Range[]): number {
  let sum = 0;
  for (const { start, end } of ranges) {
    const from = draft.locate(start);
    const to = draft.locate(end);
    if (!from || !to) continue;
    for (let i = from.block.index; i <= to.block.index; i++) {
      const block = draft.blocks[i]!;
      // What counts for nothing in a block counts for nothing in a part of it.
      const whole = wordsOfBlock(block);
      if (whole === 0) continue;
      const { reading } = block;
      const first = i === from.block.index ? reading.toReading(from.offset) : 0;
      const last = i === to.block.index ? endIn(block, to.offset) : reading.text.length;
      sum +=
        first === 0 && last === reading.text.length ? whole : countWords(reading.text.slice(first, last));
    }
  }
  return sum;
}

/** The reading offset behind the last character before a source offset. */
function endIn(block: Block, offset: number): number {
  const { reading } = block;
  if (offset >= block.contentEnd) return reading.text.length;
  return reading.toReading(offset);
}

// ---- moving

/** Where a part goes: over its neighbour, or to the place of another part, which begins at a position. */
export type PartTarget = 'up' | 'down' | Position;

/**
 * Moves the part that begins at `source`, with all that lies within it; numbers and references follow. A part that is
 * dropped on another beside it takes that one's place, on the one that it lies in it becomes the last; a paragraph goes
 * into any section of its scope. Null where there is no such part or it would stand where it stands.
 */
export function movePart(
  open: OpenDraft,
  source: Position,
  target: PartTarget,
  language: Language = ENGLISH,
): NumberingResult | null {
  const { draft } = open;
  const roots = partsOf(draft);
  const own = pathTo(draft, roots, source);
  const part = own?.at(-1);
  if (!own || !part) return null;
  if (draft.structure.status === 'adopted')
    return refused(phrase`This text is adopted: its parts stay in their order.`, language);
  if (part.heading?.level === 0) return refused(phrase`The title stays where it is.`, language);
  const numbered = numberedOf(open);
  let outcome: Outcome | null;
  if (target === 'up' || target === 'down') {
    outcome = step(numbered, roots, own, target);
  } else {
    const other = pathTo(draft, roots, target);
    if (!other || other.includes(part)) return null;
    outcome = drop(numbered, own, other);
  }
  if (!outcome) return null;
  if (isRefused(outcome)) return refused(outcome.refused, language);
  const result = resultOf(draft, outcome, language);
  return result.cursor ? result : { ...result, cursor: firstPlace(outcome) };
}

/** Where a part that went up stands afterwards: where the first block that made room for it stood. */
function firstPlace({ edits }: Operation): Position | null {
  let first: Block | null = null;
  for (const { block, start, end, text } of edits) {
    if (start !== 0 || end !== block.text.length || text !== '') continue;
    if (!first || block.index < first.index) first = block;
  }
  return first ? { line: first.startLine, character: 0 } : null;
}

/** The part that begins at a position, behind those that it lies in. */
function pathTo(draft: Draft, parts: readonly Part[], position: Position): readonly Part[] | null {
  const block = draft.locate(position)?.block;
  if (!block) return null;
  for (const part of parts) {
    if (part.block === block) return [part];
    if (block.index < part.block.index || block.index > part.last.index) continue;
    const inner = pathTo(draft, part.children, position);
    if (inner) return [part, ...inner];
  }
  return null;
}

/** The blocks that move with a part. */
function groupOfPart(draft: Draft, part: Part): Group {
  if (part.heading) return sectionGroup(draft, part.heading);
  if (part.block.labelled && part.block.level > 0) return groupOf(draft, part.block);
  return { first: part.block.index, end: part.last.index + 1 };
}

/** One place up or down. */
function step(
  numbered: Numbered,
  roots: readonly Part[],
  path: readonly Part[],
  direction: 'up' | 'down',
): Outcome | null {
  const part = path.at(-1)!;
  if (part.heading) return moveSection(numbered, part.block, direction);
  if (part.block.labelled && part.block.level > 0) return moveParagraph(numbered, part.block, direction);
  const siblings = path.at(-2)?.children ?? roots;
  const other = siblings[siblings.indexOf(part) + (direction === 'up' ? -1 : 1)];
  if (!other || other.heading)
    return {
      refused:
        direction === 'up'
          ? phrase`This paragraph can't be moved further up: it is the first of its part.`
          : phrase`This paragraph can't be moved further down: it is the last of its part.`,
    };
  const { first, end } = groupOfPart(numbered.draft, other);
  return put(numbered, groupOfPart(numbered.draft, part), direction === 'up' ? first : end);
}

function drop(numbered: Numbered, path: readonly Part[], target: readonly Part[]): Outcome | null {
  const { draft } = numbered;
  const part = path.at(-1)!;
  const own = groupOfPart(draft, part);
  // Sections and subparagraphs are numbered within what they lie in; paragraphs are numbered through.
  const bound = part.heading !== null || part.block.level > 1;
  const within = path.at(-2);
  // The part of the same kind that the target is or lies in.
  const at = target.findIndex((one) => one.depth === part.depth && !one.heading === !part.heading);
  const equal = target[at];
  if (equal && (bound ? target[at - 1] === within : equal.block.scope === part.block.scope)) {
    const their = groupOfPart(draft, equal);
    return put(numbered, own, own.first < their.first ? their.end : their.first);
  }
  const onto = target.at(-1)!;
  if (bound) {
    if (onto === within) return put(numbered, own, groupOfPart(draft, onto).end);
    return {
      refused: part.heading
        ? phrase`A section is numbered within the one that it lies in, and can be moved among those beside it.`
        : phrase`A subparagraph is numbered within its paragraph, and can be moved among those beside it.`,
    };
  }
  if (onto.block.scope !== part.block.scope)
    return { refused: phrase`That part has numbers of its own: the paragraph can’t be moved there.` };
  if (onto.heading) return put(numbered, own, Math.max(onto.heading.block.index, onto.block.index) + 1);
  return null;
}

/** Puts a group in front of the block with index `to`; null where it stands there already. */
function put(numbered: Numbered, group: Group, to: number): Outcome | null {
  const { draft } = numbered;
  if (to >= group.first && to <= group.end) return null;
  const follow = draft.blocks[group.first]!;
  if (to > group.end)
    return exchange(numbered, { upper: group, lower: { first: group.end, end: to }, follow });
  return exchange(numbered, { upper: { first: to, end: group.first }, lower: group, follow });
}
