import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  SemanticTokensLegend,
} from 'vscode-languageserver-types';
import type { Citation } from '../citations/citation.js';
import { Slot, type Block } from '../document/block.js';
import type { Range } from '../document/draft.js';
import { noteMark } from '../document/reading.js';
import type { Span } from '../text/span.js';
import type { OpenDraft } from '../workspace/openDraft.js';

/** The names of the tokens; the manifest of the extension describes each and says how it is coloured. */
const TYPES = [
  'paragraphNumber',
  'heading',
  'resolution',
  'documentSymbol',
  'reference',
  'noteMark',
  'masthead',
] as const;
type TokenType = (typeof TYPES)[number];

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] };

/** The tokens of a block: line (from the block's), character, length and type of each, in the order of the text. */
interface BlockTokens {
  readonly citations: readonly Citation[];
  readonly data: readonly number[];
}

const SLOT = new Slot<BlockTokens>();

/** The tokens of a draft, or of the blocks that a range touches, in the form of the protocol. */
export function semanticTokens(open: OpenDraft, range?: Range): number[] {
  const { draft, analysis } = open;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  const first = range ? (draft.blockAtLine(range.start.line)?.index ?? 0) : 0;
  const { blocks } = draft;
  for (let i = first; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (range && block.startLine > range.end.line) break;
    const own = tokensOf(block, analysis.citationsOf(block));
    for (let j = 0; j < own.length; j += 4) {
      const at = block.startLine + own[j]!;
      const from = own[j + 1]!;
      data.push(at - line, at === line ? from - character : from, own[j + 2]!, own[j + 3]!, 0);
      line = at;
      character = from;
    }
  }
  return data;
}

function tokensOf(block: Block, citations: readonly Citation[]): readonly number[] {
  const kept = SLOT.get(block);
  if (kept && kept.citations === citations) return kept.data;
  const data = paint(block, citations);
  SLOT.set(block, { citations, data });
  return data;
}

interface Stroke extends Span {
  readonly type: TokenType;
}

const NONE: readonly number[] = [];

/** The tokens of one block. What is painted later lies over what was painted before. */
function paint(block: Block, citations: readonly Citation[]): readonly number[] {
  const strokes: Stroke[] = [];
  const { content } = block;
  switch (block.role) {
    case 'title':
    case 'heading':
      strokes.push({ ...content, type: 'heading' });
      break;
    case 'masthead':
    case 'salutation':
      strokes.push({ ...content, type: 'masthead' });
      break;
    case 'note': {
      const mark = noteMark(block.text.slice(content.start, content.start + 60));
      if (mark) strokes.push({ start: content.start, end: content.start + mark.length, type: 'noteMark' });
      break;
    }
    default:
      if (block.labelled && block.label)
        strokes.push({ start: block.label.start, end: block.label.end, type: 'paragraphNumber' });
  }
  const { reading } = block;
  // Inner citations come after those that hold them: "paragraph 3 of resolution 75/158".
  for (const citation of [...citations].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const type = typeOf(citation);
    if (type) strokes.push({ ...reading.spanToSource(citation.start, citation.end), type });
  }
  for (const { source } of reading.indicators) strokes.push({ ...source, type: 'noteMark' });
  return strokes.length === 0 ? NONE : byLine(block, flatten(strokes));
}

function typeOf(citation: Citation): TokenType | null {
  switch (citation.type) {
    case 'resolution':
      return 'resolution';
    case 'symbol':
      return 'documentSymbol';
    case 'paragraph':
    case 'article':
    case 'part':
    case 'agenda-item':
      return 'reference';
    default:
      return null;
  }
}

/** Strokes without overlaps, in the order of the text: a later stroke cuts the ones under it. */
function flatten(strokes: readonly Stroke[]): Stroke[] {
  const painted = strokes
    .map((stroke, order) => ({ ...stroke, order }))
    .filter(({ start, end }) => end > start);
  painted.sort((a, b) => a.start - b.start || a.order - b.order);
  const flat: Stroke[] = [];
  /** What reaches a place, in the order in which it was painted: the last of it is seen there. */
  const open: (typeof painted)[number][] = [];
  let seen: (typeof painted)[number] | undefined;
  let at = 0;
  /** Goes on to `end`, and writes down what is seen on the way. */
  const seeUpTo = (end: number): void => {
    while (at < end) {
      while (open.length > 0 && open.at(-1)!.end <= at) open.pop();
      const top = open.at(-1);
      if (!top) break;
      const to = Math.min(top.end, end);
      // What began beneath it does not cut it.
      if (top === seen && flat.at(-1)!.end === at) flat[flat.length - 1] = { ...flat.at(-1)!, end: to };
      else flat.push({ start: at, end: to, type: top.type });
      seen = top;
      at = to;
    }
    at = end;
  };
  for (const stroke of painted) {
    seeUpTo(stroke.start);
    let place = open.length;
    while (place > 0 && open[place - 1]!.order > stroke.order) place--;
    open.splice(place, 0, stroke);
  }
  seeUpTo(Number.MAX_SAFE_INTEGER);
  return flat;
}

/** Cuts strokes at the ends of lines, white space at both ends of a line left out. */
function byLine(block: Block, strokes: readonly Stroke[]): number[] {
  const { text, lineStarts } = block;
  const data: number[] = [];
  for (const { start, end, type } of strokes) {
    const number = TYPES.indexOf(type);
    for (let line = block.positionAt(start).line; line < lineStarts.length; line++) {
      const lineStart = lineStarts[line]!;
      if (lineStart >= end) break;
      let from = Math.max(start, lineStart);
      let to = Math.min(end, lineStarts[line + 1] ?? text.length);
      while (to > from && text.charCodeAt(to - 1) <= 0x20) to--;
      while (from < to && text.charCodeAt(from) <= 0x20) from++;
      if (to > from) data.push(line, from - lineStart, to - from, number);
    }
  }
  return data;
}

/** The tokens that a client was last given for a document, so that it is then told the difference alone. */
export class TokenReports {
  #count = 0;
  #last: readonly number[] = [];

  /** All tokens, under a new name. */
  full(data: readonly number[]): SemanticTokens {
    this.#last = data;
    return { resultId: String(++this.#count), data: [...data] };
  }

  /** The difference to what was given under a name; all tokens where that was not the last. */
  delta(data: readonly number[], previous: string): SemanticTokens | SemanticTokensDelta {
    if (previous !== String(this.#count)) return this.full(data);
    const edits = difference(this.#last, data);
    this.#last = data;
    return { resultId: String(++this.#count), edits };
  }
}

/** The one edit between two lists that leaves their common beginning and end alone; none where they are equal. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ start, deleteCount: before.length - start - end, data: after.slice(start, after.length - end) }];
}
