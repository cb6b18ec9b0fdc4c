import type { Block } from '../document/block.js';
import { add, GOES_ON, lineEndOf, type BlockChange, type CleanUpChange } from './changes.js';

/** Whether the lines of a block are one paragraph: those of mastheads and signatures stand each for itself. */
export function isOneParagraph(block: Block): boolean {
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

/** Whether a compound with a hyphen ("high-level", in small letters) is known. */
export type IsCompound = (word: string) => boolean;

/** What the clean-up of a block has to know of the text around it. */
export interface Surroundings {
  /** Its indentation makes the block a part of a list. */
  readonly nested: boolean;
  /** It follows the line that sets the notes of a page apart. */
  readonly isNotes: boolean;
  readonly isCompound: IsCompound;
}

/** Goes through a block once, from the left, and looks around each character that may be a trace of a converter. */
export function inBlock(
  block: Block,
  offset: number,
  { nested, isNotes, isCompound }: Surroundings,
  changes: CleanUpChange[],
): void {
  const { text } = block;
  const end = block.contentEnd;
  const ends = lineEndsOf(block, isNotes);
  if (block.role !== 'masthead' && block.role !== 'title' && isTabular(text, end)) return;
  const label = block.labelled ? block.label : null;
  let i = block.contentStart;
  if (
    !nested &&
    i > 0 &&
    (block.form === 'text' || block.form === 'note') &&
    /^[ \t]+$/.test(text.slice(0, i))
  )
    add(changes, 'space', offset, text.slice(0, i), '');
  while (i < end) {
    const c = text.charCodeAt(i);
    let change: BlockChange | null = null;
    if (c === 10 || c === 13 || ((c === 32 || c === 9) && atLineEnd(text, i, end))) {
      LINE_END.lastIndex = i;
      const m = LINE_END.exec(text);
      const next = m ? i + m[0].length : i + 1;
      if (m && next < end) {
        const hard = m[0].startsWith('  ') || text[i - 1] === '\\';
        if (label?.alone && i >= label.end && i <= label.bodyStart)
          change = { kind: 'label', start: i, end: next, after: ' ' };
        else {
          const what = ends(i, next, hard);
          if (what === 'joined') change = joinLines(text, i, next, isCompound);
          else if (what === 'number') change = { kind: 'label', start: i, end: next, after: ' ' };
          else if (what === 'phrase') {
            const start = text[i - 1] === '\\' ? i - 1 : i;
            change = { kind: 'line-break', start, end: next, after: ' ' };
          } else if (what === 'paragraph') {
            const eol = lineEndOf(m[0]);
            change = { kind: 'empty-line', start: i, end: next, after: eol + eol };
          } else if (!nested && !hard && block.form !== 'bullet' && /[ \t]$/.test(m[0])) {
            change = { kind: 'space', start: i, end: next, after: lineEndOf(m[0]) };
          }
        }
      }
      if (!change) {
        i = next;
        continue;
      }
    } else if (c === 32)
      change =
        (block.role === 'masthead' && block.form === 'text'
          ? column(text, i)
          : block.role === 'note'
            ? nextNote(text, i)
            : null) ?? spaces(text, i, end, isCompound);
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

/** Most lines have their words in columns: a table that its spaces alone keep together. */
function isTabular(text: string, end: number): boolean {
  const lines = text.slice(0, end).split(/\r\n|\r|\n/);
  if (lines.length < 2) return false;
  const isRow = (line: string): boolean =>
    /\S {3,}\S/.test(line.replace(/^\s*(?:\(?\w{1,3}[.)]?|\*+)\s/, ''));
  return lines.filter(isRow).length * 2 > lines.length;
}

// ---- line ends

/** What begins no line of a title or a sentence. */
const WENT_ON = /^(?:\p{Ll}|(?:AND|AT|BY|FOR|FROM|IN|OF|ON|OR|TO|WITH) )/u;

type LineEnd = 'joined' | 'number' | 'phrase' | 'paragraph' | 'kept';

/** What a line end of a block is, by where it begins and where the next line's words do; `hard` is Markdown's own. */
function lineEndsOf(block: Block, isNotes: boolean): (start: number, next: number, hard: boolean) => LineEnd {
  const { text } = block;
  const goesOn = (start: number, next: number): boolean =>
    GOES_ON.test(text.slice(Math.max(0, start - 40), start)) || WENT_ON.test(text.slice(next, next + 8));
  const lines = linesOf(block);
  if (isNotes && block.role !== 'note' && lines.some(({ words, next }) => isNumberOf(words, next))) {
    // The number of a note stands on a line of its own, its words on the next one.
    const numbers = new Set(lines.filter(({ words, next }) => isNumberOf(words, next)).map(({ end }) => end));
    const before = new Set(lines.filter(({ next }) => BARE_NUMBER.test(next)).map(({ end }) => end));
    return (start) => (numbers.has(start) ? 'number' : before.has(start) ? 'paragraph' : 'joined');
  }
  // Lines that are not of one length stand each for itself, unless a sentence goes on.
  const isNarrow = !block.label && block.role !== 'note' && widthOf(lines) < NARROW;
  const isLoose = block.role === 'prose' || (block.role === 'continuation' && !isNotes);
  if (isNarrow ? isOneParagraph(block) && !isNotes : isLoose && !(isOneParagraph(block) && isEven(lines)))
    return (start, next, hard) => (!hard && goesOn(start, next) ? 'joined' : 'kept');
  if (isOneParagraph(block)) {
    const paragraph = paragraphEnds(lines);
    return (start, _next, hard) => (hard ? 'kept' : paragraph.has(start) ? 'paragraph' : 'joined');
  }
  if (block.role === 'heading' && block.label) return () => 'phrase';
  if (block.role !== 'heading' && block.role !== 'title' && block.role !== 'masthead') return () => 'kept';
  // Lines of a masthead go on in the next only within a phrase, those of a title behind a comma, too. Where most lines of
  // one emphasis do, all of them do.
  const isTitle = block.role !== 'masthead';
  const within = (start: number, next: number): boolean =>
    goesOn(start, next) || (isTitle && text[start - 1] === ',');
  const words = text.trim();
  const emphasis = /^(\*\*|\*|__|_)(?=[^*_])[^*_]*\1$/.test(words);
  let certain = 0;
  let all = 0;
  for (const m of words.matchAll(/[ \t\\]*(?:\r\n|\r|\n)[ \t]*/g)) {
    const at = block.contentStart + m.index;
    all++;
    if (within(at, at + m[0].length)) certain++;
  }
  if (isTitle && emphasis && certain * 2 > all) return () => 'phrase';
  return (start, next) => (within(start, next) ? 'phrase' : 'kept');
}

function isNumberOf(words: string, next: string): boolean {
  return BARE_NUMBER.test(words) && !BARE_NUMBER.test(next);
}

/** A line of a block: where its words end, how long they are, and what the next line begins with. */
interface LineOfBlock {
  readonly end: number;
  readonly words: string;
  /** The next line with its indentation. */
  readonly next: string;
}

/** The lines of a block that another follows. */
function linesOf(block: Block): LineOfBlock[] {
  const found: LineOfBlock[] = [];
  const words = block.text.slice(0, block.contentEnd);
  let start = 0;
  for (const m of words.matchAll(/[ \t]*(?:\r\n|\r|\n)/g)) {
    if (m.index <= block.contentStart) continue;
    const next = m.index + m[0].length;
    const stop = words.slice(next).search(/[\r\n]/);
    const line = words.slice(start, m.index).trimStart();
    found.push({
      end: m.index,
      words: line,
      next: words.slice(next, stop < 0 ? words.length : next + stop).trimEnd(),
    });
    start = next;
  }
  const label = block.labelled && block.label?.alone;
  return label ? found.slice(1) : found;
}

/** The length that wrapped lines have: three of four are no longer. */
function widthOf(lines: readonly LineOfBlock[]): number {
  const lengths = lines.map(({ words }) => words.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.75)] ?? 0;
}

/** Lines that were wrapped are of about one length; of those that stand for themselves about half are. */
function isEven(lines: readonly LineOfBlock[]): boolean {
  const width = widthOf(lines);
  if (lines.some(({ words }) => LEADERS.test(words))) return false;
  const wide = lines.filter(({ words }) => words.length >= width * 0.75).length;
  return wide >= lines.length * (lines.length > 2 ? 0.55 : 0.5);
}

/** The dots of a table of contents. */
const LEADERS = /\.{5,} ?\d{0,3}$/;

/** A line that was wrapped has so many characters at least. */
const NARROW = 40;

/** The end of a sentence, the figure of a note behind it. */
const STOP = /(?<!\d)[.:;!?][”"’)\]]{0,2}(?: ?\d{1,3})?$/;
const BARE_NUMBER = /^\s*\d{1,3}\s*$/;
/** "4 Governments of …": the number of a note and its text. No sentence begins with a figure. */
const NOTE = /^\s*(\d{1,3}) (?=[\p{Lu}“])/u;

/**
 * Where a paragraph ends among lines that follow each other without an empty one: behind a line that is much too short to
 * have been wrapped, in front of one that is indented more than those around it, and in front of the number of the next
 * paragraph or note.
 */
function paragraphEnds(lines: readonly LineOfBlock[]): ReadonlySet<number> {
  const found = new Set<number>();
  const width = widthOf(lines);
  const even = isEven(lines);
  const common = commonIndent(lines);
  let note = Number(NOTE.exec(lines[0]?.words ?? '')?.[1] ?? -1);
  lines.forEach(({ end, words, next }, i) => {
    const room = words.length + 1 + (/^\s*(\S*)/.exec(next)?.[1]?.length ?? 0);
    const begins = /^\s*[\p{Lu}\p{N}“"[(]/u.test(next);
    const before = lines[i - 1];
    const begun = Number(NOTE.exec(next)?.[1] ?? -1);
    if (begun > 0 && (begun === note + 1 || STOP.test(words))) {
      note = begun;
      found.add(end);
    } else if (/^\s*\d{1,3} {2,}\S/.test(next) || BARE_NUMBER.test(next)) found.add(end);
    else if (BARE_NUMBER.test(words)) return;
    else if (
      begins &&
      STOP.test(words) &&
      indentOf(next) >= common + 3 &&
      (!before || indentOf(before.next) <= common)
    )
      found.add(end);
    else if (even && begins && (room <= width * 0.6 || (STOP.test(words) && room <= width * 0.8))) {
      found.add(end);
      // A line of its own: it did not begin in the middle of the one before it either.
      if (
        before &&
        (!STOP.test(words) || words.endsWith(':')) &&
        STOP.test(before.words) &&
        room <= width * 0.6
      )
        found.add(before.end);
    }
  });
  return found;
}

/** The indentation that most lines have. */
function commonIndent(lines: readonly LineOfBlock[]): number {
  const indents = lines.map(({ next }) => indentOf(next)).sort((a, b) => a - b);
  return indents[indents.length >> 1] ?? 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function atLineEnd(text: string, from: number, end: number): boolean {
  let i = from;
  while (i < end && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++;
  return i < end && (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13);
}

/** Two lines of one paragraph. A hyphen at the end of the first closes, unless it hangs ("two-\nand three-year"). */
function joinLines(text: string, start: number, end: number, isCompound: IsCompound): BlockChange {
  const next = text.slice(end, end + 4);
  if (text[start - 1] !== '-' || start === 0) return { kind: 'line-break', start, end, after: ' ' };
  if (/^(?:and|or|to)\b/.test(next)) return { kind: 'hyphen', start, end, after: ' ' };
  // Behind a space it is a dash, unless the words are known as a compound; behind another sign a part of that: "+/-".
  const before = /(\p{L}+) *-$/u.exec(text.slice(Math.max(0, start - 40), start));
  if (text[start - 2] === ' ' && before) {
    const after = /^\p{L}+/u.exec(text.slice(end, end + 40))?.[0] ?? '';
    const from = start - before[0].length + before[1]!.length;
    if (isCompound(`${before[1]}-${after}`)) return { kind: 'hyphen', start: from, end, after: '-' };
  }
  if (!/[\p{L}\p{N})”’]/u.test(text[start - 2] ?? ' ')) return { kind: 'line-break', start, end, after: ' ' };
  // Whether the hyphen is the word's own can't be told here: it stays, and the words read on.
  return { kind: 'hyphen', start, end, after: '' };
}

// ---- spaces

/** What begins a line of a masthead that a converter has put behind another: a field, an organ in bold, an agenda item. */
const COLUMN =
  / +(?=(?:(?:Arabic|Chinese|English|French|Russian|Spanish) )?(?:Distr(?:ibution)?\.? ?:|Original ?:)|(?:Agenda i|I)tems? \d{1,3}\b|\*\*\p{Lu})/iuy;

/** The two columns of a masthead are lines of their own. */
function column(text: string, start: number): BlockChange | null {
  if (start === 0 || /[\r\n ]/.test(text[start - 1]!)) return null;
  const wide = /^ {3,}(?=\S)/.exec(text.slice(start, start + 200));
  COLUMN.lastIndex = start;
  const m = wide ?? COLUMN.exec(text) ?? symbolBehind(text, start);
  return m && { kind: 'line-break', start, end: start + m[0].length, after: lineEndOf(text) };
}

/** "United Nations A/79/123" */
function symbolBehind(text: string, start: number): RegExpExecArray | null {
  if (!/^\s*United Nations$/.test(text.slice(0, start))) return null;
  return /^ +(?=[A-Z][A-Z.\d]*\/)/.exec(text.slice(start, start + 24));
}

const NEXT_NOTE = / +(?=(?:<sup>\d{1,3}<\/sup>|\*\*|\\\*\\\*) \*?[\p{Lu}“])/uy;

/** A note that stands on the line of the one before it. */
function nextNote(text: string, start: number): BlockChange | null {
  if (!/[.)”]/.test(text[start - 1] ?? '')) return null;
  NEXT_NOTE.lastIndex = start;
  const m = NEXT_NOTE.exec(text);
  const eol = lineEndOf(text);
  return m && { kind: 'empty-line', start, end: start + m[0].length, after: eol + eol };
}

/** Words that are the second half of a compound wherever they follow a hyphen. */
const SECOND_HALF =
  /^(?:based|building|driven|level|led|making|oriented|owned|related|rooted|sensitive|term|wide)\b(?! (?:by|on)\b)/;

/** Spaces doubled within a line, before a full stop or comma, or around the hyphen of a compound. */
function spaces(text: string, start: number, end: number, isCompound: IsCompound): BlockChange | null {
  let stop = start;
  while (stop < end && text.charCodeAt(stop) === 32) stop++;
  const before = text[start - 1] ?? '';
  const next = text[stop] ?? '';
  if (before === '' || /[\r\n|>]/.test(before) || /[\r\n]/.test(next)) return null;
  // An ellipsis, the dots of a table of contents and a decimal are no full stop.
  const behind = text.slice(stop + 1, stop + 3);
  if (
    (/[,;]/.test(next) && !/^[\p{L}\p{N}]/u.test(behind)) ||
    (next === '.' && /^(?:$|\s(?!\.))/.test(behind))
  ) {
    if (/[\p{L}\p{N})”]/u.test(before)) return { kind: 'space', start, end: stop, after: '' };
  }
  if (next === '-' && /\p{Ll}/u.test(before)) {
    const after = text.slice(stop + 1, stop + 40);
    const word = /\p{L}+$/u.exec(text.slice(Math.max(0, start - 40), start))![0];
    const second = /^\p{L}+/u.exec(after)?.[0];
    if (second && (/^\p{Lu}/u.test(after) || SECOND_HALF.test(after) || isCompound(`${word}-${second}`)))
      return { kind: 'space', start, end: stop, after: '' };
  }
  // "non- governmental", but "two- and three-year".
  if (before === '-') {
    const first = /(?<![\p{L}-])\p{L}+(?=-$)/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
    const second = /^\p{L}+/u.exec(text.slice(stop, stop + 40))?.[0] ?? '';
    const isHanging = /^(?:and|or|to)$/.test(second);
    if (
      !isHanging &&
      second !== '' &&
      (/^(?:anti|counter|inter|multi|non|sub)$/i.test(first) || isCompound(`${first}-${second}`))
    )
      return { kind: 'space', start, end: stop, after: '' };
  }
  // "5– 13 September": the dash of a range stands close on both sides.
  if (before === '–' && /\d/.test(next) && /\d/.test(text[start - 2] ?? ''))
    return { kind: 'space', start, end: stop, after: '' };
  return stop - start > 1 ? { kind: 'space', start, end: stop, after: ' ' } : null;
}

// ---- marks of converters

const ORDINAL = /<sup>[ \t]?(st|nd|rd|th)[ \t]?<\/sup>/y;

/** "12<sup>th</sup>". */
function ordinal(text: string, at: number): BlockChange | null {
  if (!/\d/.test(text[at - 1] ?? '')) return null;
  ORDINAL.lastIndex = at;
  const m = ORDINAL.exec(text);
  return m ? { kind: 'ordinal', start: at, end: at + m[0].length, after: m[1]! } : null;
}

const EMPTY_LINK = /\[([^[\]\r\n]{1,80})\]\(#?\)/y;

/** "[75/158](#)": a link that leads nowhere becomes its words. */
function emptyLink(text: string, at: number, end: number): BlockChange | null {
  EMPTY_LINK.lastIndex = at;
  const m = EMPTY_LINK.exec(text);
  return m && at + m[0].length <= end
    ? { kind: 'link', start: at, end: at + m[0].length, after: m[1]! }
    : null;
}
