import { Block, nextBreak, type Form, type Label, type LabelStyle } from './block.js';
import { labelAt } from './labels.js';
import { noteMark } from './reading.js';

/**
 * Lines become blocks. What starts a block depends on its first lines alone, on one line before it and on two lines
 * after it, never on what stands further away: so an edit is followed by cutting again from a little before it until
 * the old cuts are met. Nothing here, nor in the labels, tells one figure from another: 2 for 1 moves no cut.
 */

/** How many lines before a cut may have a say in it, and how many after. */
export const LOOK_BEHIND = 1;
export const LOOK_AHEAD = 2;

interface Line {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
  readonly blank: boolean;
}

const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})/;
const RULE = /^[ \t]{0,3}(?:\*{0,2})(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){5,})(?:\*{0,2})[ \t]*$/;
/** The line below a Markdown heading, or below a title in plain text. */
const UNDERLINE = /^[ \t]{0,3}={3,}[ \t]*$/;
/** The line above the notes of a page, which a converter may have moved in. */
const NOTES_RULE = /^[ \t]*_{8,}[ \t]*$/;
const TABLE = /^[ \t]*\|.*\|?[ \t]*$/;
const BULLET = /^[ \t]*(?:[•▪●–—+]|\\?-|\*)[ \t]+\S/;
const BULLET_ALONE = /^[ \t]*[•▪●–—][ \t]*$/;
const QUOTE = /^[ \t]{0,3}>/;
const ATX = /^[ \t]{0,3}#{1,6}(?=[ \t]*\S)/;
const HTML = /^[ \t]*<(?:meta|div|\/div|p|\/p|table|\/table|tr|\/tr|td|\/td|img|a|\/a|br|hr)\b[^>]*>[ \t]*$/i;

/** Job numbers, page numbers and bare symbols that running heads and feet leave. */
const PAGE_NUMBER =
  /^[ \t\f]*(?:\d{1,3}\/\d{1,3}|(?:Page[ \t]+)\d{1,3}|[-–—] ?\d{1,3} ?[-–—]|\d{1,3}|[ivxl]{1,5})[ \t]*$/i;
const JOB_NUMBER =
  /^[ \t\f]*(?:(?:GE\.|V\.|N)?\d{2}-\d{5}[A-Z]?(?:[ \t]*\([A-Z]\))?(?:[ \t]+\d{6})*(?:[ \t]+\d{1,3}\/\d{1,3})?|\*\d{7,8}\*|\d{6}|\\?\*\d{7}\\?\*|\d{1,3}\/\d{1,3}[ \t]+(?:GE\.|V\.|N)?\d{2}-\d{5}.{0,20})[ \t]*$/;
// A symbol with a full stop is the text of a note.
const BARE_SYMBOL =
  /^[ \t\f]*(?:[A-Z]{1,5}|UNEP|FCCC|CTOC)\/[A-Z0-9][A-Za-z0-9./()-]*(?<!\.)(?:[ \t]\([A-Za-z0-9 /.]+\))?[ \t]*$/;
const PLEASE_RECYCLE = /^[ \t\f]*(?:\*?Please recycle|\[?Original: ?\]?$)/i;

function readLine(text: string, start: number, returns: boolean): Line {
  // Without a carriage return in the text the next line end is found at the speed of memory.
  let next: number;
  if (returns) {
    const at = nextBreak(text, start);
    next = at < 0 ? text.length : at;
  } else {
    next = text.indexOf('\n', start) + 1 || text.length;
  }
  let end = next;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  let blank = true;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0xa0 && code !== 0xfeff) {
      blank = false;
      break;
    }
  }
  return { start, end, next, blank };
}

/** The lines of a text, read one by one and kept as long as they are looked at. */
class Lines {
  readonly #lines: Line[] = [];
  #read = 0;
  #done = false;
  readonly #returns: boolean;

  readonly #labels: (Label | null | undefined)[] = [];

  constructor(readonly text: string) {
    this.#returns = text.includes('\r');
  }

  /** The label that a line begins with, looked for once. */
  label(index: number): Label | null {
    let label = this.#labels[index];
    if (label === undefined) {
      const line = this.at(index);
      label = line ? labelAt(this.text, line.start, line.end) : null;
      this.#labels[index] = label;
    }
    return label;
  }

  at(index: number): Line | null {
    while (index >= this.#lines.length && !this.#done) {
      if (this.#read >= this.text.length) {
        this.#done = true;
        break;
      }
      const line = readLine(this.text, this.#read, this.#returns);
      this.#lines.push(line);
      this.#read = line.next;
    }
    return this.#lines[index] ?? null;
  }
}

/**
 * Cuts a text into blocks. `atTop` says that the text starts the document (front matter and a byte order mark may
 * stand there); `before` is the line before the text, without its end, or null. The blocks tile the text.
 */
export function segment(text: string, atTop: boolean, before: string | null): Block[] {
  const blocks: Block[] = [];
  const lines = new Lines(text);
  let index = 0;
  let previousBlank = atTop || before === null || before.trim() === '';
  let previousLine: string | null = before;
  for (let line = lines.at(0); line; line = lines.at(index)) {
    const first = index;
    const form = formAt(text, lines, index, atTop && index === 0, previousBlank, previousLine);
    index = endOf(text, lines, index, form);
    // Blank lines belong to the block before them.
    while (lines.at(index)?.blank) index++;
    const start = line.start;
    const end = lines.at(index)?.start ?? text.length;
    const source = text.slice(start, end);
    let breaks = index - first;
    const last = lines.at(index - 1)!;
    if (last.next === last.end) breaks--;
    blocks.push(makeBlock(source, form, breaks, LABELLED.has(form) ? lines.label(first) : null));
    previousBlank = lines.at(index - 1)!.blank;
    previousLine = text.slice(last.start, last.end);
  }
  return blocks;
}

/** Forms of blocks that may begin with a label. */
const LABELLED: ReadonlySet<Form> = new Set<Form>(['text', 'atx', 'quote', 'bullet']);

/** A block with the label that its first line begins with. */
function makeBlock(source: string, form: Form, lineBreaks: number, found: Label | null): Block {
  if (!found?.alone) return new Block(source, form, found, lineBreaks);
  // The words stand on the next line.
  const first = readLine(source, 0, true);
  const next = readLine(source, first.next, true);
  let bodyStart = next.start;
  while (bodyStart < next.end && source.charCodeAt(bodyStart) <= 0x20) bodyStart++;
  const label = { ...found, bodyStart: bodyStart < next.end ? bodyStart : first.end };
  return new Block(source, form, label, lineBreaks);
}

function lineText(text: string, line: Line): string {
  return text.slice(line.start, line.end);
}

/** What the block that begins at line `index` is. */
function formAt(
  text: string,
  lines: Lines,
  index: number,
  top: boolean,
  previousBlank: boolean,
  previous: string | null,
): Form {
  const line = lines.at(index)!;
  if (line.blank) return 'blank';
  let at = line.start;
  while (at < line.end && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0xfeff)) at++;
  const c = text.charCodeAt(at);
  // Most lines begin with a letter and are text.
  if ((c >= 0x61 && c <= 0x7a && c !== 0x70 && !isSmallRomanStart(c)) || (c >= 0xc0 && c < 0x2000))
    return 'text';
  const source = lineText(text, line);
  if (top && /^﻿?---[ \t]*$/.test(source) && frontMatterEnd(text, lines, index) > 0) return 'front-matter';
  switch (c) {
    case 0x60:
    case 0x7e:
      return FENCE.test(source) ? 'code' : 'text';
    case 0x3c: // <
      if (text.startsWith('<!--', at)) return 'comment';
      if (noteMark(source)) return 'note';
      return HTML.test(source) ? 'html' : 'text';
    case 0x3e:
      return QUOTE.test(source) ? 'quote' : 'text';
    case 0x23:
      return ATX.test(source) ? 'atx' : 'text';
    case 0x3d: // =
      return UNDERLINE.test(source) ? 'rule' : 'text';
    case 0x7c:
      return TABLE.test(source) ? 'table' : 'text';
    case 0x5b: // [
      return /^[ \t]*\[\^[^\]\s]+\]:/.test(source) ? 'note' : 'text';
    case 0x2d: // -
    case 0x5f:
    case 0x2a: // *
    case 0x5c:
      if (RULE.test(source) || NOTES_RULE.test(source)) return 'rule';
      if (c === 0x2d && PAGE_NUMBER.test(source) && previousBlank) return 'furniture';
      if ((c === 0x2a || c === 0x5c) && JOB_NUMBER.test(source)) return 'furniture';
      if ((c === 0x2a || c === 0x5c) && isAsteriskNote(source)) return 'note';
      return BULLET.test(source) ? 'bullet' : 'text';
    default:
  }
  if (c >= 0x30 && c <= 0x39) {
    const nextBlank = lines.at(index + 1)?.blank ?? true;
    if (JOB_NUMBER.test(source)) return 'furniture';
    if (PAGE_NUMBER.test(source) && (previousBlank || nextBlank) && isFurnitureNumber(previous))
      return 'furniture';
    // "1 To be issued …": the text of a note whose raised figure was lost stands alone between blank lines.
    if (previousBlank && isBareNote(source)) return 'note';
    return 'text';
  }
  if (BULLET.test(source) || BULLET_ALONE.test(source)) return 'bullet';
  if (c >= 0x41 && c <= 0x5a) {
    if (
      BARE_SYMBOL.test(source) &&
      !top &&
      (text.charCodeAt(line.start) === 0x0c ||
        (previousBlank && (lines.at(index + 1)?.blank ?? true)) ||
        previous?.includes('\f'))
    )
      return 'furniture';
    if (JOB_NUMBER.test(source)) return 'furniture';
    if (PLEASE_RECYCLE.test(source)) return 'furniture';
    if (c === 0x50 && PAGE_NUMBER.test(source) && previousBlank) return 'furniture';
    return 'text';
  }
  if (c === 0x70 && PAGE_NUMBER.test(source) && previousBlank) return 'furniture';
  if (noteMark(source) && /^[ \t]*[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(source)) return 'note';
  return 'text';
}

function isSmallRomanStart(c: number): boolean {
  return c === 0x69 || c === 0x76 || c === 0x78;
}

/** A number alone is a page number unless the line before it runs on. */
function isFurnitureNumber(previous: string | null): boolean {
  return previous === null || !/[a-z,]$/.test(previous.trimEnd()) || previous.trim() === '';
}

/** `* CTOC/COP/2020/1.`: an asterisk, a space and something that is no list: one to four asterisks. */
function isAsteriskNote(source: string): boolean {
  const m = /^[ \t]*((?:\\\*){1,4}|\*{1,4})[ \t]+(?=\S)/.exec(source);
  if (!m) return false;
  if (m[1]!.startsWith('\\') || m[1]!.length > 1) return true;
  const rest = source.slice(m[0].length);
  return /^\[?(?:[A-Z]{1,5}(?:\/[A-Z0-9]|\.\d)|The (?:present|designations|report|list)|Reissued|Second reissue|In accordance with|For technical|Late submission|This document|Unedited|Adopted)/.test(
    rest,
  );
}

/** A small number, a space and a capital or a symbol, on lines that end in a full stop before a blank line. */
function isBareNote(source: string): boolean {
  return /^[ \t]*(\d{1,3})[ \t]+(?=(?:[A-Z]{1,5}\/[A-Z0-9]|See |Ibid|Available (?:at|from)|https?:|Official Records|General Assembly resolution|Security Council resolution|United Nations, Treaty|United Nations publication|To be issued|Adopted|Resolution |\*?Ibid|\*?Official))/.test(
    source,
  );
}

function frontMatterEnd(text: string, lines: Lines, index: number): number {
  for (let i = index + 1; i < index + 200; i++) {
    const line = lines.at(i);
    if (!line) return 0;
    const source = lineText(text, line);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(source)) return i;
    if (!/^(?:[ \t]|[\w-]+[ \t]*:|#|-|$)/.test(source)) return 0;
  }
  return 0;
}

/** Index of the line behind the last line of the block, blank lines after it not counted. */
function endOf(text: string, lines: Lines, index: number, form: Form): number {
  switch (form) {
    case 'blank': {
      let i = index;
      while (lines.at(i)?.blank) i++;
      return i;
    }
    case 'front-matter':
      return frontMatterEnd(text, lines, index) + 1;
    case 'atx':
    case 'rule':
    case 'furniture':
    case 'html':
      return index + 1;
    case 'comment': {
      for (let i = index; ; i++) {
        const line = lines.at(i);
        if (!line) return i;
        if (lineText(text, line).includes('-->')) return i + 1;
      }
    }
    case 'code': {
      const fence = FENCE.exec(lineText(text, lines.at(index)!))![1]!;
      for (let i = index + 1; ; i++) {
        const line = lines.at(i);
        if (!line) return i;
        const m = FENCE.exec(lineText(text, line));
        if (m && m[1]![0] === fence[0] && m[1]!.length >= fence.length) return i + 1;
      }
    }
    case 'table': {
      let i = index + 1;
      for (let line = lines.at(i); line && !line.blank; line = lines.at(++i)) {
        if (!lineText(text, line).includes('|')) return i;
      }
      return i;
    }
    default: {
      let i = index + 1;
      const label = form === 'text' ? lines.label(index) : null;
      if (label?.alone && TITLED.has(label.style)) return endOfTitle(text, lines, i);
      for (let line = lines.at(i); line && !line.blank; line = lines.at(++i)) {
        if (startsBlock(text, lines, i)) return i;
      }
      return i;
    }
  }
}

/** Labels of headings. */
const TITLED: ReadonlySet<LabelStyle> = new Set<LabelStyle>([
  'roman',
  'capital',
  'article',
  'division',
  'annex',
]);

/** Behind a heading's label that stands alone on its line: the lines of its title, if the next one looks like a title. */
function endOfTitle(text: string, lines: Lines, index: number): number {
  let i = index;
  for (let line = lines.at(i); line && !line.blank && i < index + 3; line = lines.at(++i)) {
    const source = lineText(text, line).trim();
    if (lines.label(i) || /[.;:,]["”*_]*$/.test(source) || source.length > 110) return i;
    if (i === index && !/^[\p{Lu}“*_]/u.test(source)) return i;
  }
  return i;
}

/** Whether a line that follows another without a blank line starts a block of its own. */
function startsBlock(text: string, lines: Lines, index: number): boolean {
  const line = lines.at(index)!;
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) <= 0x20) at++;
  const c = text.charCodeAt(at);
  // A form feed begins a page.
  if (text.charCodeAt(line.start) === 0x0c) return true;
  if (c >= 0x61 && c <= 0x7a) {
    // Only "a)" and "a." start a block; look no further for other words.
    const next = text.charCodeAt(at + 1);
    if (next !== 0x29 && next !== 0x2e && !(isSmallRomanStart(c) && at + 6 > line.start)) return false;
    return lines.label(index) !== null;
  }
  const previous = lines.at(index - 1)!;
  const form = formAt(text, lines, index, false, previous.blank, lineText(text, previous));
  if (form !== 'text') return true;
  if (lines.label(index)) return true;
  return startsPlainBlock(text, lines, index, previous);
}

/** A line behind which nothing follows on: set off by Markdown's hard break, or by its own words. */
function startsPlainBlock(text: string, lines: Lines, index: number, previous: Line): boolean {
  const line = lines.at(index)!;
  const source = lineText(text, line).trimStart();
  const before = lineText(text, previous).trim();
  // After a heading's line in text without blank lines: a label alone, or a short line that a label follows.
  if (
    /^(?:\*\*|__)/.test(source) !== /^(?:\*\*|__)/.test(before) &&
    /(?:\*\*|__)$/.test(before) &&
    /^(?:\*\*|__)/.test(before)
  )
    return true;
  if (FIELD.test(source) || FIELD.test(before)) return true;
  if (
    AUTHOR.test(source) &&
    /(?:[.,;:)”]|\b\p{Lu}[\p{L}-]*)$/u.test(before) &&
    before.length < 120 &&
    source.length < 120
  )
    return true;
  // The mark of a note may stand behind the comma.
  if (OPENING_WORD.test(source) && /[,;:.](?: ?\d{1,2})?$/.test(before)) return true;
  if (SETTLED.test(before)) return true;
  const next = lines.at(index + 1);
  // The organ's name below the last line of the title, and the preamble below it.
  if (SETTLED.test(source) && next && OPENING_WORD.test(lineText(text, next).trimStart())) return true;
  if (next && !next.blank) {
    const label = lines.label(index + 1);
    if (label && (label.style === 'arabic' || label.style === 'roman' || label.style === 'capital')) {
      // "…in the territory.\nSecurity situation\n12." – a short line between a full stop and a label is a heading.
      if (
        /[.:;]["”)]?\d{0,2}$/.test(before) &&
        source.length <= 80 &&
        /^[A-Z]/.test(source) &&
        !/[.;:,]$/.test(source.trimEnd()) &&
        source.length < before.length
      )
        return true;
    }
  }
  return false;
}

/** Lines of a masthead that stand alone. */
const FIELD =
  /^(?:\*{0,2})(?:Distr(?:ibution)?\.? ?:|Original ?:|ORIGINAL ?:|Agenda item |Items? \d+ (?:\([a-z]\) )?of the |United Nations$|Security Council$|General Assembly$|Economic and Social Council$|Human Rights Council$|(?:Report|Note) (?:of|by) the (?:Secretary-General|Secretariat)\*{0,4}$|Resolution \d{1,4} \(\d{4}\)$)/;

/** The line that says whose report or note it is. */
const AUTHOR =
  /^(?:Reports? of the (?:Secretary|Secretariat|Special|Committee|Fifth|First|Second|Third|Fourth|Sixth|Working|Advisory|Independent|Office|United|Executive|Administrator|Commission|Human|High|Director|Open|Joint|Board|Panel|Economic|Council|Expert|Chair)|Note by the (?:Secretar|President|Chair|Executive)|Adopted by the |Rapporteur:|Summary$|Annual [Rr]eport of the )/;

/** Opening words of preambular and operative paragraphs in text without blank lines between paragraphs. */
const OPENING_WORD =
  /^[*_]*(?:(?:Also|Further|Deeply|Gravely|Strongly|Fully|Particularly|Seriously)[ ]+)?(?:Recalling|Reaffirming|Recognizing|Recognising|Noting|Taking|Expressing|Emphasizing|Emphasising|Stressing|Welcoming|Bearing|Convinced|Concerned|Alarmed|Mindful|Guided|Having|Considering|Determined|Determining|Acting|Underlining|Underscoring|Acknowledging|Reiterating|Affirming|Aware|Conscious|Condemning|Encouraging|Commending|Appreciating|Deploring|Regretting|Observing|Paying|Remaining|Calling|Urging|Looking|Believing|Desiring|Disturbed|Encouraged|Grateful|Seeking|Supporting|Thanking|Viewing)\b/;

/** A line after which a new block always begins. */
const SETTLED =
  /^(?:\*{0,2})(?:The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Conference of the Parties)|I\. Introduction|Summary)(?:\*{0,2}),?(?:\*{0,2})$/;
