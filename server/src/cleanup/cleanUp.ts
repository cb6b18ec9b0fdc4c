import type { Block, Role } from '../document/block.js';
import { Draft } from '../document/draft.js';
import { noteMark } from '../document/reading.js';
import type { Span } from '../text/span.js';

/** What a change of the clean-up is about. */
export type CleanUpKind =
  | 'furniture'
  | 'page-break'
  | 'hyphen'
  | 'line-break'
  | 'label'
  | 'ordinal'
  | 'space'
  | 'escape'
  | 'link'
  | 'note';

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

/** What one change uncovers the next one mends: a text is gone through at most so often. */
const PASSES = 8;

/**
 * What would make a clean draft of a text that came through a converter: page furniture and running heads go, paragraphs
 * cut by a page are joined, wrapped lines become one line, hyphens of line ends close, ordinals come down, the marks of
 * notes become footnotes where mark and body are certain, stray spaces, escapes and empty links go. No word is lost but
 * those of the furniture, each of which is a change of its own. Front matter, comments, code, tables and the lines of the
 * masthead keep their form. Never fails; a clean draft, and a text that was cleaned up, has no change.
 */
export function planCleanUp(draft: Draft): CleanUpPlan {
  let changes = onePass(draft);
  if (changes.length === 0) return { changes };
  const text = draft.text;
  for (let pass = 1; pass < PASSES; pass++) {
    const more = onePass(new Draft(applyCleanUp(text, changes)));
    if (more.length === 0) break;
    changes = composed(text, changes, more);
  }
  return { changes };
}

function onePass(draft: Draft): CleanUpChange[] {
  const changes: CleanUpChange[] = [];
  const { blocks } = draft;
  const furniture = furnitureOf(blocks);
  let offset = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (furniture.has(block)) {
      // What stands between two halves of a paragraph goes with the blank lines behind it.
      add(changes, 'furniture', offset, block.text, '');
    } else if (isText(block)) {
      inBlock(block, offset, changes);
      joinPage(blocks, furniture, i, offset, changes);
    }
    offset += block.text.length;
  }
  footnotes(blocks, changes);
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Changes of a text, and changes of what they made of it, as changes of the text: what meets becomes one. */
function composed(
  text: string,
  first: readonly CleanUpChange[],
  second: readonly CleanUpChange[],
): CleanUpChange[] {
  const out: CleanUpChange[] = [];
  let i = 0;
  let j = 0;
  /** How much further a place lies in the text than in what the first changes made of it. */
  let shift = 0;
  while (i < first.length || j < second.length) {
    const a = first[i];
    const b = second[j];
    const place = a ? a.start - shift : Infinity;
    if (a && (!b || place + a.after.length < b.start)) {
      out.push(a);
      shift += a.before.length - a.after.length;
      i++;
      continue;
    }
    if (b && b.end < place) {
      out.push({ ...b, start: b.start + shift, end: b.end + shift });
      j++;
      continue;
    }
    // They meet: all that hangs together is one change, named after the first of them.
    const start = Math.min(a!.start, b!.start + shift);
    const madeStart = start - shift;
    let end = start;
    let madeEnd = madeStart;
    let after = '';
    const taken: CleanUpChange[] = [];
    let made = '';
    for (;;) {
      const one = first[i];
      if (one && one.start - shift <= madeEnd) {
        made += text.slice(end, one.start) + one.after;
        end = one.end;
        shift += one.before.length - one.after.length;
        madeEnd = Math.max(madeEnd, end - shift);
        taken.push(one);
        i++;
        continue;
      }
      const other = second[j];
      if (other && other.start <= madeEnd) {
        if (other.end > madeEnd) madeEnd = other.end;
        taken.push(other);
        j++;
        // The text up to its end was not changed by the first ones, unless one of them follows.
        const reach = madeEnd + shift;
        const next = first[i];
        if (!next || next.start > reach) {
          if (reach > end) {
            made += text.slice(end, reach);
            end = reach;
          }
        }
        continue;
      }
      break;
    }
    // The second changes are made on what the first ones made.
    let at = madeStart;
    for (const other of taken) {
      if (!second.includes(other)) continue;
      after += made.slice(at - madeStart, other.start - madeStart) + other.after;
      at = other.end;
    }
    after += made.slice(at - madeStart);
    const before = text.slice(start, end);
    const kind = taken.find((one) => one.kind === 'furniture')?.kind ?? taken[0]!.kind;
    if (before !== after) out.push({ kind, start, end, before, after });
  }
  return out;
}

// ---- furniture

/** "3/12", "Page 3 of 12": a page's number that can be nothing else. */
const PAGE_OF = /^\s*(?:page\s+)?\d{1,4}\s*(?:\/|of)\s*\d{1,4}\s*$/i;
const BARE_NUMBER = /^\s*(?:\d{1,4}|[IVXL]{1,6})\s*$/;

/** A running head has so many characters at most, and the line so many where its halves stand at both ends. */
const HEAD_WORDS = 120;
const HEAD_COLUMNS = 300;

/**
 * What belongs to a page and not to the text: what is furniture by its form, and short lines beside it that come back on
 * several pages. A number that stands alone is a page's only where pages are not numbered otherwise and other furniture
 * stands beside it: it may be the number of a note, or a figure of a table.
 */
function furnitureOf(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  let counted = 0;
  for (const block of blocks) if (block.form === 'furniture' && PAGE_OF.test(block.text)) counted++;
  const isPlain = (block: Block | undefined): boolean =>
    block?.form === 'furniture' && !BARE_NUMBER.test(block.text);
  blocks.forEach((block, i) => {
    if (block.form !== 'furniture') return;
    if (!BARE_NUMBER.test(block.text)) found.add(block);
    else if (counted < 2 && (isPlain(blocks[i - 1]) || isPlain(blocks[i + 1]) || block.text.includes('\f')))
      found.add(block);
  });
  // Running heads: the same short words beside the furniture of three pages or more.
  const beside = new Map<string, Block[]>();
  blocks.forEach((block, i) => {
    if (block.form !== 'text' || block.labelled || block.contentEnd > HEAD_COLUMNS) return;
    if (!found.has(blocks[i - 1]!) && !found.has(blocks[i + 1]!)) return;
    const line = block.text.trim();
    if (line === '' || /[\r\n]/.test(line)) return;
    // On left pages a head has its two halves the other way round.
    const words = line.split(/\s+/).sort().join(' ');
    if (words.length > HEAD_WORDS) return;
    beside.set(words, [...(beside.get(words) ?? []), block]);
  });
  for (const same of beside.values()) {
    // The first one may be the title that the others repeat, unless a page begins with it.
    const from = same[0]!.text.startsWith('\f') ? 0 : 1;
    if (same.length >= 3) for (const block of same.slice(from)) found.add(block);
  }
  return found;
}

// ---- footnotes

/** Raised marks whose note has one body become "[^3]", and the body "[^3]: …". */
function footnotes(blocks: readonly Block[], changes: CleanUpChange[]): void {
  const bodies = new Map<string, { block: Block; offset: number; length: number; raised: boolean }[]>();
  const marks = new Map<string, MarkPlace[]>();
  let offset = 0;
  for (const block of blocks) {
    if (block.role === 'note') {
      const start = block.contentStart;
      const mark = noteMark(block.text.slice(start, start + 80));
      if (mark && /^\d+$/.test(mark.key)) {
        const raised = mark.form === 'sup' || mark.form === 'unicode';
        const list = bodies.get(mark.key) ?? [];
        bodies.set(mark.key, [...list, { block, offset: offset + start, length: mark.length, raised }]);
      }
    } else {
      for (const { key, form, source } of block.reading.indicators) {
        if (!/^\d+$/.test(key)) continue;
        const raised = form === 'sup' || form === 'unicode';
        if (raised && isWithinSymbol(block.text, source)) continue;
        // A mark stands right behind what it belongs to.
        const start = /[\p{L}\p{N}.,;:)”’] $/u.test(
          block.text.slice(Math.max(0, source.start - 2), source.start),
        )
          ? source.start - 1
          : source.start;
        const text = block.text.slice(start, source.end);
        const place = { start: offset + start, end: offset + source.end, text, raised };
        marks.set(key, [...(marks.get(key) ?? []), place]);
      }
    }
    offset += block.text.length;
  }
  const lost = [...bodies.keys()].filter((key) => !marks.has(key));
  for (const [key, place] of lostMarks(blocks, lost, marks)) marks.set(key, [place]);
  for (const [key, [body, ...others]] of bodies) {
    const places = marks.get(key) ?? [];
    // Notes that begin anew on each page have several bodies: which is meant can't be told.
    if (!body?.raised || others.length > 0 || places.length === 0 || !places.every(({ raised }) => raised))
      continue;
    const source = body.block.text.slice(body.block.contentStart, body.block.contentStart + body.length);
    const edits = [
      { start: body.offset, before: source, after: `[^${key}]: ` },
      ...places.map(({ start, text }) => ({ start, before: text, after: `[^${key}]` })),
    ];
    // What another change touches is left for the next time.
    const free = edits.every(({ start, before }) =>
      changes.every((change) => change.end <= start || change.start >= start + before.length),
    );
    if (free) for (const { start, before, after } of edits) add(changes, 'note', start, before, after);
  }
}

/** Figures that a converter has raised within a symbol: "A/79/L.<sup>5</sup>", "A/<sup>79</sup>/1". */
function isWithinSymbol(text: string, { start, end }: Span): boolean {
  return (
    /\/(?:[A-Z]{1,5}\.)?$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^[/\d]/.test(text.slice(end, end + 1))
  );
}

interface MarkPlace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly raised: boolean;
}

/** Text in which a note can have its mark. */
const WITH_MARKS: ReadonlySet<Role> = new Set<Role>([
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'item',
  'quote',
]);
/** A figure of its own behind a word and its punctuation. */
const PLAIN_MARK = /(\p{L}{1,30}|\))([.,;:][”’)]?|[”’)][.,;:]?) ?(\d{1,3})(?=(\s+\p{Lu}|\s*$)?)/gu;
/** What stands before a number without being the end of a sentence. */
const BEFORE_NUMBER = /^(?:.{1,3}|paras?|sects?|chap|annex|arts?|vols?|figs?|items?)$/i;

/**
 * Marks that a converter has left as plain figures, "… of the report. 7 There …": of a note that has a body and no mark,
 * between the marks of the notes around it, where no sentence has a number — behind a full stop and before a capital, or
 * at the end of a paragraph. What could be meant twice is left.
 */
function lostMarks(
  blocks: readonly Block[],
  keys: readonly string[],
  marks: ReadonlyMap<string, readonly MarkPlace[]>,
): ReadonlyMap<string, MarkPlace> {
  const found = new Map<string, MarkPlace>();
  if (keys.length === 0) return found;
  const wanted = new Set(keys);
  const known = [...marks].map(([key, places]) => ({ number: Number(key), at: places[0]!.start }));
  const twice = new Set<string>();
  let offset = 0;
  for (const block of blocks) {
    if (WITH_MARKS.has(block.role))
      for (const match of block.text.matchAll(PLAIN_MARK)) {
        const [whole, word = '', punctuation = '', key = '', behind] = match;
        if (!wanted.has(key) || behind === undefined || BEFORE_NUMBER.test(word)) continue;
        // Behind a comma the next sentence does not begin: only the end of the paragraph is certain.
        if (behind.trim() !== '' && !punctuation.includes('.')) continue;
        const start = offset + match.index + word.length + punctuation.length;
        const end = offset + match.index + whole.length;
        const number = Number(key);
        if (known.some(({ number: other, at }) => (other < number ? at > start : at < start))) continue;
        if (found.has(key)) twice.add(key);
        found.set(key, { start, end, text: block.text.slice(start - offset, end - offset), raised: true });
      }
    offset += block.text.length;
  }
  for (const key of twice) found.delete(key);
  return found;
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

/** Words that end no line of a title: what follows belongs to them. */
const GOES_ON = /\b(?:of|on|in|the|and|to|for|a|an|with|by|from|against|at|its|or)[ \t\\]*$/;

/** Whether a line of a heading goes on in the next one. Lines of a masthead do so only within a phrase. */
function isOneHeading(block: Block, text: string, start: number, end: number): boolean {
  if (block.role === 'heading') return true;
  if (block.role !== 'title' && block.role !== 'masthead') return false;
  return (
    GOES_ON.test(text.slice(Math.max(0, start - 40), start)) || /^\p{Ll}/u.test(text.slice(end, end + 2))
  );
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
        else if (isOneHeading(block, text, i, next)) {
          const start = text[i - 1] === '\\' ? i - 1 : i;
          change = { kind: 'line-break', start, end: next, after: ' ' };
        }
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
  // Behind a space it is a dash, behind another sign a part of that: "+/-".
  if (!/[\p{L}\p{N})”’]/u.test(text[start - 2] ?? ' ')) return { kind: 'line-break', start, end, after: ' ' };
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
  // An ellipsis, the dots of a table of contents and a decimal are no full stop.
  if (/[,;]/.test(next) || (next === '.' && /^(?:$|\s(?!\.))/.test(text.slice(stop + 1, stop + 3)))) {
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

/** A field of a masthead ends where it ends, wherever a page has put it. */
const FIELD = /^\s*(?:Distr(?:ibution)?\.?|Original) ?:/i;

/** Closes the gap in front of the block that carries a paragraph on behind a page's end. */
function joinPage(
  blocks: readonly Block[],
  furniture: ReadonlySet<Block>,
  index: number,
  offset: number,
  changes: CleanUpChange[],
): void {
  const block = blocks[index]!;
  if (!isOneParagraph(block) || FIELD.test(block.text.slice(0, 40))) return;
  // A short line right behind a page's furniture is a running head: nothing is joined to it.
  const above = blocks[index - 1];
  if (block.contentEnd < 100 && above && furniture.has(above)) return;
  let next = index + 1;
  while (blocks[next] && furniture.has(blocks[next]!)) next++;
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
