import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Span } from '../text/span.js';

/** What a change of the clean-up is about. */
export type CleanUpKind =
  'furniture' | 'page-break' | 'hyphen' | 'line-break' | 'label' | 'ordinal' | 'space' | 'escape' | 'link';

/** One change. Offsets are UTF-16 code units from the start of the draft's text. */
export interface CleanUpChange extends Span {
  readonly kind: CleanUpKind;
  readonly before: string;
  readonly after: string;
}

export interface CleanUpPlan {
  /** In the order of the text; no two overlap or touch the same characters. */
  readonly changes: readonly CleanUpChange[];
}

/**
 * What would make a clean draft of a text that came through a converter: page furniture goes, paragraphs cut by a page
 * are joined, wrapped lines become one line, hyphens of line ends close, ordinals come down, stray spaces, escapes and
 * empty links go. No word is lost but those of the furniture, each of which is a change of its own. Front matter,
 * comments, code, tables and the lines of the masthead keep their form. Never fails; a clean draft has no change.
 */
export function planCleanUp(draft: Draft): CleanUpPlan {
  const changes: CleanUpChange[] = [];
  const { blocks } = draft;
  let offset = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.form === 'furniture') {
      // What stands between two halves of a paragraph goes with the blank lines behind it.
      add(changes, 'furniture', offset, block.text, '');
    } else if (isText(block)) {
      inBlock(block, offset, changes);
      joinPage(blocks, i, offset, changes);
    }
    offset += block.text.length;
  }
  return { changes: changes.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The text after changes, which are in order and do not overlap. */
export function applyCleanUp(text: string, changes: readonly CleanUpChange[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, after } of changes) {
    out += text.slice(at, start) + after;
    at = end;
  }
  return out + text.slice(at);
}

function add(
  changes: CleanUpChange[],
  kind: CleanUpKind,
  start: number,
  before: string,
  after: string,
): void {
  if (before !== after) changes.push({ kind, start, end: start + before.length, before, after });
}

/** Blocks of running words. */
function isText(block: Block): boolean {
  return block.form === 'text' || block.form === 'atx' || block.form === 'bullet' || block.form === 'note';
}

/** Whether the lines of a block are one paragraph: those of mastheads and signatures stand each for itself. */
function isOneParagraph(block: Block): boolean {
  switch (block.role) {
    case 'paragraph':
    case 'preambular':
    case 'operative':
    case 'continuation':
    case 'note':
      return true;
    case 'prose':
      return block.contentEnd > 160;
    default:
      return false;
  }
}

/** A line end with the blanks around it; the last line of a block is not among them. */
const LINE_END = /[ \t]*(?:\r\n|\r|\n)[ \t]*/y;

/** Characters that Markdown has no need to have escaped where they stand between words. */
const ESCAPED = /[.()[\]\-+]/;

/** Goes through a block once, from the left, and looks around each character that may be a trace of a converter. */
function inBlock(block: Block, offset: number, changes: CleanUpChange[]): void {
  const { text } = block;
  const end = block.contentEnd;
  const whole = isOneParagraph(block);
  const label = block.labelled ? block.label : null;
  let i = block.contentStart;
  while (i < end) {
    const c = text.charCodeAt(i);
    let change: { kind: CleanUpKind; start: number; end: number; after: string } | null = null;
    if (c === 10 || c === 13 || ((c === 32 || c === 9) && atLineEnd(text, i, end))) {
      LINE_END.lastIndex = i;
      const m = LINE_END.exec(text);
      const next = m ? i + m[0].length : i + 1;
      if (m && next < end) {
        const hard = m[0].startsWith('  ') || text[i - 1] === '\\';
        if (label?.alone && i >= label.end && i <= label.bodyStart)
          change = { kind: 'label', start: i, end: next, after: ' ' };
        else if (whole && !hard) change = joinLines(text, i, next);
      }
      if (!change) {
        i = next;
        continue;
      }
    } else if (c === 32) change = spaces(text, i, end);
    else if (c === 60) change = ordinal(text, i);
    else if (c === 91) change = emptyLink(text, i, end);
    else if (c === 92 && ESCAPED.test(text[i + 1] ?? '') && /[\p{L}\p{N})]/u.test(text[i - 1] ?? ' ')) {
      // Behind a figure that begins a line the escape keeps Markdown from making a list of it.
      const begins = /(?:^|[\r\n])[ \t>]*\d+$/.test(text.slice(Math.max(0, i - 12), i));
      if (!begins && !(text[i + 1] === '(' && text[i - 1] === ']'))
        change = { kind: 'escape', start: i, end: i + 1, after: '' };
    }
    if (change && change.end <= end) {
      add(changes, change.kind, offset + change.start, text.slice(change.start, change.end), change.after);
      i = change.end;
    } else i++;
  }
}

type Small = { kind: CleanUpKind; start: number; end: number; after: string } | null;

function atLineEnd(text: string, from: number, end: number): boolean {
  let i = from;
  while (i < end && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++;
  return i < end && (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13);
}

/** Two lines of one paragraph. A hyphen at the end of the first closes, unless it hangs ("two-\nand three-year"). */
function joinLines(text: string, start: number, end: number): Small {
  const next = text.slice(end, end + 4);
  if (text[start - 1] !== '-' || start === 0) return { kind: 'line-break', start, end, after: ' ' };
  if (/^(?:and|or|to)\b/.test(next)) return { kind: 'hyphen', start, end, after: ' ' };
  // A space before the hyphen makes it a dash.
  if (/[ \t]/.test(text[start - 2] ?? ' ')) return { kind: 'line-break', start, end, after: ' ' };
  // Whether the hyphen is the word's own can't be told here: it stays, and the words read on.
  return { kind: 'hyphen', start, end, after: '' };
}

/** Spaces doubled within a line, before a full stop or comma, or in front of the hyphen of a compound. */
function spaces(text: string, start: number, end: number): Small {
  let stop = start;
  while (stop < end && text.charCodeAt(stop) === 32) stop++;
  const before = text[start - 1] ?? '';
  const next = text[stop] ?? '';
  if (before === '' || /[\r\n|>]/.test(before) || /[\r\n]/.test(next)) return null;
  if (/[,;]/.test(next) || (next === '.' && /(?:\s|$)/.test(text[stop + 1] ?? ''))) {
    if (/[\p{L}\p{N})”]/u.test(before)) return { kind: 'space', start, end: stop, after: '' };
  }
  if (next === '-' && /\p{Lu}/u.test(text[stop + 1] ?? '') && /\p{Ll}/u.test(before))
    return { kind: 'space', start, end: stop, after: '' };
  return stop - start > 1 ? { kind: 'space', start, end: stop, after: ' ' } : null;
}

const ORDINAL = /<sup>[ \t]?(st|nd|rd|th)[ \t]?<\/sup>/y;

/** "12<sup>th</sup>". */
function ordinal(text: string, at: number): Small {
  if (!/\d/.test(text[at - 1] ?? '')) return null;
  ORDINAL.lastIndex = at;
  const m = ORDINAL.exec(text);
  return m ? { kind: 'ordinal', start: at, end: at + m[0].length, after: m[1]! } : null;
}

const EMPTY_LINK = /\[([^[\]\r\n]{1,80})\]\(#?\)/y;

/** "[75/158](#)": a link that leads nowhere becomes its words. */
function emptyLink(text: string, at: number, end: number): Small {
  EMPTY_LINK.lastIndex = at;
  const m = EMPTY_LINK.exec(text);
  return m && at + m[0].length <= end
    ? { kind: 'link', start: at, end: at + m[0].length, after: m[1]! }
    : null;
}

/** Closes the gap in front of the block that carries a paragraph on behind a page's end. */
function joinPage(blocks: readonly Block[], index: number, offset: number, changes: CleanUpChange[]): void {
  const block = blocks[index]!;
  if (!isOneParagraph(block)) return;
  // A short line right behind a page's furniture is a running head: nothing is joined to it.
  if (block.contentEnd < 100 && blocks[index - 1]?.form === 'furniture') return;
  let next = index + 1;
  while (blocks[next]?.form === 'furniture') next++;
  const other = blocks[next];
  // What the structure calls a continuation, or what follows behind a page's furniture; only within a sentence.
  if (!other || other.form !== 'text' || other.labelled) return;
  if (other.role !== 'continuation' && !(other.role === 'prose' && next > index + 1)) return;
  if (!/[\p{Ll},–-]$/u.test(block.text.slice(0, block.contentEnd))) return;
  if (!/^[\p{Ll}(]/u.test(other.text.slice(other.contentStart))) return;
  const gap = block.text.slice(block.contentEnd);
  const hyphen = block.text[block.contentEnd - 1] === '-';
  add(changes, 'page-break', offset + block.contentEnd, gap, hyphen ? '' : ' ');
}
