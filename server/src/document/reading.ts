import type { Span } from '../text/span.js';
import type { Form, Label } from './block.js';

/** An indicator of a note: `[^3]`, `<sup>3</sup>`, `³`, `*` in the masthead. */
export interface Indicator {
  /** Offset in the reading text behind which the indicator stands. */
  readonly at: number;
  /** "3", "*", "a". */
  readonly key: string;
  /** The indicator with its marks, in the block's source. */
  readonly source: Span;
  readonly form: 'markdown' | 'sup' | 'unicode' | 'asterisk';
}

/** A link: `[75/158](#)`, `<https://…>` or a bare address. Offsets are those of the reading text. */
export interface Link extends Span {
  readonly target: string;
  /** Where the target stands in the block's source; empty where it is the text itself. */
  readonly targetSource: Span;
  readonly form: 'inline' | 'auto' | 'bare';
}

/** A stretch of text set off by marks; offsets are those of the reading text. */
export interface Emphasis extends Span {
  readonly strong: boolean;
}

/**
 * The words of a block as a reader sees them, with a monotone map to the source. Line ends and the white space around
 * them read as one space, a hyphen at the end of a line joins; Markdown marks, notes' indicators, comments and link
 * targets are left out.
 */
export interface Reading {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  readonly links: readonly Link[];
  readonly indicators: readonly Indicator[];
  /** Stretches between backticks. */
  readonly code: readonly Span[];
  /** Whether it differs from a stretch of the source in anything but its place. */
  readonly marked: boolean;
  /** Offset in the block's source of the character that an offset in the reading text stands for. */
  toSource(offset: number): number;
  /** The source span of a reading span: from its first character to behind its last one, marks around it left out. */
  spanToSource(start: number, end: number): Span;
  /** The reading offset of a source offset; inside a mark, that of the next character. */
  toReading(sourceOffset: number): number;
  /** True where source and reading text are the same between two reading offsets: an edit there cuts no mark. */
  isPlain(start: number, end: number): boolean;
}

const NONE: readonly never[] = [];

class PlainReading implements Reading {
  constructor(
    readonly text: string,
    readonly shift: number,
  ) {}
  get emphasis(): typeof NONE {
    return NONE;
  }
  get links(): typeof NONE {
    return NONE;
  }
  get indicators(): typeof NONE {
    return NONE;
  }
  get code(): typeof NONE {
    return NONE;
  }
  get marked(): boolean {
    return false;
  }
  toSource(offset: number): number {
    return offset + this.shift;
  }
  spanToSource(start: number, end: number): Span {
    return { start: start + this.shift, end: end + this.shift };
  }
  toReading(sourceOffset: number): number {
    return Math.max(0, Math.min(sourceOffset - this.shift, this.text.length));
  }
  isPlain(): boolean {
    return true;
  }
}

class MappedReading implements Reading {
  /** Runs of equal text: reading offset and source offset of each run's start, and its length. */
  constructor(
    readonly text: string,
    readonly emphasis: readonly Emphasis[],
    readonly links: readonly Link[],
    readonly indicators: readonly Indicator[],
    readonly code: readonly Span[],
    private readonly runs: Int32Array,
  ) {}

  get marked(): boolean {
    return true;
  }

  #run(offset: number): number {
    const { runs } = this;
    let low = 0;
    let high = runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle * 3]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  toSource(offset: number): number {
    if (this.runs.length === 0) return 0;
    const at = Math.max(0, offset);
    const run = this.#run(at) * 3;
    return this.runs[run + 1]! + Math.min(at - this.runs[run]!, this.runs[run + 2]!);
  }

  spanToSource(start: number, end: number): Span {
    const from = this.toSource(start);
    return { start: from, end: end > start ? this.toSource(end - 1) + 1 : from };
  }

  toReading(sourceOffset: number): number {
    const { runs } = this;
    let low = 0;
    let high = runs.length / 3 - 1;
    if (high < 0) return 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle * 3 + 1]! <= sourceOffset) low = middle;
      else high = middle - 1;
    }
    const into = sourceOffset - runs[low * 3 + 1]!;
    if (into < 0) return runs[low * 3]!;
    return runs[low * 3]! + Math.min(into, runs[low * 3 + 2]!);
  }

  isPlain(start: number, end: number): boolean {
    const run = this.#run(start) * 3;
    return end <= this.runs[run]! + this.runs[run + 2]!;
  }
}

/** Characters that make the slow path necessary. */
const SPECIAL = /[*_<[\]\\`&\n\r\t\f¹²³⁰⁴-⁹​‎‏‑­﻿]| {2}|https?:|www\./;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The reading text of a block's source. Never fails. A label that counts is left out. */
export function readBlock(source: string, form: Form, label: Label | null): Reading {
  let start = label ? label.bodyStart : 0;
  let end = source.length;
  while (end > start && source.charCodeAt(end - 1) <= 0x20) end--;
  while (start < end && (source.charCodeAt(start) <= 0x20 || source.charCodeAt(start) === 0xfeff)) start++;
  switch (form) {
    case 'comment':
    case 'code':
    case 'front-matter':
    case 'furniture':
    case 'rule':
    case 'html':
    case 'blank':
      return new PlainReading('', start);
    case 'atx':
      if (!label) while (start < end && /[#\s]/.test(source[start]!)) start++;
      break;
    case 'bullet': {
      if (!label) {
        const mark = /^[ \t]*(?:\\?[-*+•–—▪●]|)[ \t]*/.exec(source.slice(start, start + 40));
        if (mark) start += mark[0].length;
      }
      break;
    }
    case 'quote':
      if (!label)
        while (start < end && (source[start] === '>' || source[start] === ' ' || source[start] === '\t'))
          start++;
      break;
    case 'note': {
      const mark = noteMark(source.slice(start, Math.min(end, start + 60)));
      if (mark) start += mark.length;
      break;
    }
    default:
  }
  if (start >= end) return new PlainReading('', start);
  const slice = source.slice(start, end);
  if (!SPECIAL.test(slice)) return new PlainReading(slice, start);
  return readMarked(source, start, end, form);
}

/** The mark at the start of a note's body: its key, form and length, or null. */
export function noteMark(text: string): { key: string; form: Indicator['form']; length: number } | null {
  let m = /^[ \t]*\[\^([^\]\s]{1,40})\]:[ \t]*/.exec(text);
  if (m) return { key: m[1]!, form: 'markdown', length: m[0].length };
  m = /^[ \t]*<sup>[ \t]*([0-9]{1,4}|[a-z]{1,2}|\*{1,4})[ \t]*<\/sup>[ \t]*/.exec(text);
  if (m) return { key: m[1]!, form: 'sup', length: m[0].length };
  m = /^[ \t]*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[ \t]*/.exec(text);
  if (m) return { key: fromSuperscript(m[1]!), form: 'unicode', length: m[0].length };
  m = /^[ \t]*((?:\\?\*){1,4})[ \t]+/.exec(text);
  if (m) return { key: m[1]!.replace(/\\/g, ''), form: 'asterisk', length: m[0].length };
  return null;
}

function fromSuperscript(text: string): string {
  return [...text].map((c) => String(SUPERSCRIPTS.indexOf(c))).join('');
}

function readMarked(source: string, from: number, to: number, form: Form): Reading {
  let text = '';
  const runs: number[] = [];
  const emphasis: Emphasis[] = [];
  const links: Link[] = [];
  const indicators: Indicator[] = [];
  const code: Span[] = [];
  const open: { mark: string; at: number }[] = [];
  let linkStart = -1;
  /** Where the text of the link that is being read ends, and its target. */
  let linkEnd = -1;
  let linkTarget: Span = { start: 0, end: 0 };
  let runSource = from;
  let runReading = 0;
  let runLength = 0;
  /** Start of source text not yet copied. */
  let pending = from;
  /** The last code unit of `text` and the one before; looking at the text itself would have it copied each time. */
  let last = 0;
  let lastButOne = 0;

  const flush = (upTo: number): void => {
    if (upTo > pending) {
      if (runLength === 0 || runSource + runLength !== pending || runReading + runLength !== text.length) {
        if (runLength > 0) runs.push(runReading, runSource, runLength);
        runReading = text.length;
        runSource = pending;
        runLength = 0;
      }
      runLength += upTo - pending;
      text += source.slice(pending, upTo);
      lastButOne = upTo - pending > 1 ? source.charCodeAt(upTo - 2) : last;
      last = source.charCodeAt(upTo - 1);
    }
  };
  /** Puts `what`, one code unit, where the source has something else of any length from `at` on. */
  const put = (what: string, at: number): void => {
    if (runLength > 0) runs.push(runReading, runSource, runLength);
    runReading = text.length;
    runSource = at;
    runLength = what.length;
    text += what;
    lastButOne = last;
    last = what.charCodeAt(0);
    runs.push(runReading, runSource, runLength);
    runLength = 0;
  };
  const skip = (at: number, length: number): number => {
    flush(at);
    pending = at + length;
    return pending;
  };

  let i = from;
  while (i < to) {
    if (i === linkEnd) {
      // The text of an inline link is over; its target is skipped.
      flush(i);
      links.push({
        start: linkStart,
        end: text.length,
        target: source.slice(linkTarget.start, linkTarget.end),
        targetSource: linkTarget,
        form: 'inline',
      });
      let close = linkTarget.end;
      while (close < to && source[close] !== ')') close++;
      pending = close + 1;
      i = pending;
      linkEnd = -1;
      continue;
    }
    const c = source.charCodeAt(i);
    if (c > 0x60 && c < 0x7b && c !== 0x68 && c !== 0x77) {
      i++;
      continue;
    }
    switch (c) {
      case 0x0a:
      case 0x0d:
      case 0x0c:
      case 0x09: {
        let start = i;
        while (
          start > pending &&
          (source.charCodeAt(start - 1) === 0x20 || source.charCodeAt(start - 1) === 0x09)
        )
          start--;
        let end = i;
        let breaks = false;
        while (end < to && source.charCodeAt(end) <= 0x20) {
          if (source.charCodeAt(end) !== 0x20 && source.charCodeAt(end) !== 0x09) breaks = true;
          end++;
        }
        // A line of a block quotation or a bulleted list begins with its mark.
        if (breaks && form === 'quote') {
          while (end < to && (source[end] === '>' || source[end] === ' ')) end++;
        }
        flush(start);
        pending = end;
        const hyphen =
          breaks && last === 0x2d && isLetterCode(lastButOne) && isLetterCode(source.charCodeAt(end));
        if (!hyphen && text.length > 0 && last !== 0x20 && end < to) put(' ', start);
        i = end;
        continue;
      }
      case 0x20: {
        if (source.charCodeAt(i + 1) === 0x20) {
          // Runs of spaces are layout, except inside a line that continues: they read as one.
          let end = i + 1;
          while (end < to && source.charCodeAt(end) === 0x20) end++;
          const next = source.charCodeAt(end);
          if (next === 0x0a || next === 0x0d) {
            i = end;
            continue;
          }
          i = skip(i + 1, end - i - 1);
          continue;
        }
        i++;
        continue;
      }
      case 0x2a: // *
      case 0x5f: {
        // _
        let length = 1;
        while (i + length < to && source.charCodeAt(i + length) === c) length++;
        const before = i > from ? source.charCodeAt(i - 1) : 0x20;
        const after = i + length < to ? source.charCodeAt(i + length) : 0x20;
        if (c === 0x5f && (length > 3 || (isWordCode(before) && isWordCode(after)))) {
          i = length > 3 ? skip(i, length) : i + length;
          continue;
        }
        const mark = source.slice(i, i + Math.min(length, 3));
        const top = open.at(-1);
        if (
          c === 0x2a &&
          after <= 0x20 &&
          !(top && closes(top.mark, mark)) &&
          length <= 4 &&
          !(before <= 0x20)
        ) {
          // An asterisk behind a word, nothing open: the indicator of a note, as in the masthead.
          flush(i);
          indicators.push({
            at: text.length,
            key: '*'.repeat(length),
            source: { start: i, end: i + length },
            form: 'asterisk',
          });
          pending = i + length;
          i = pending;
          continue;
        }
        if (before <= 0x20 && after <= 0x20) {
          i += length;
          continue;
        }
        flush(i);
        if (top && closes(top.mark, mark) && (before > 0x20 || top.mark.length === mark.length)) {
          open.pop();
          if (text.length > top.at)
            emphasis.push({ start: top.at, end: text.length, strong: top.mark.length >= 2 });
        } else if (open.length > 1 && closes(open[0]!.mark + open[1]!.mark, mark)) {
          for (const one of open.splice(0))
            emphasis.push({ start: one.at, end: text.length, strong: one.mark.length >= 2 });
        } else {
          open.push({ mark, at: text.length });
        }
        pending = i + length;
        i = pending;
        continue;
      }
      case 0x5c: {
        // \
        const next = source[i + 1];
        if (next === '*' && (i === from || source.charCodeAt(i - 1) > 0x20)) {
          let length = 0;
          while (source.startsWith('\\*', i + length)) length += 2;
          const after = source.charCodeAt(i + length);
          if (!(after > 0x20) || /[\s,.;:)]/.test(source[i + length] ?? ' ') || !isWordCode(after)) {
            flush(i);
            indicators.push({
              at: text.length,
              key: '*'.repeat(length / 2),
              source: { start: i, end: i + length },
              form: 'asterisk',
            });
            pending = i + length;
            i = pending;
            continue;
          }
        }
        if (next !== undefined && /[!-/:-@[-`{-~]/.test(next)) {
          skip(i, 1);
          i += 2;
          continue;
        }
        i++;
        continue;
      }
      case 0x3c: {
        // <
        const rest = source.slice(i, Math.min(to, i + 400));
        let m = /^<sup>[ \t]*([0-9]{1,4}|[a-z]|\*{1,4})[ \t]*<\/sup>/.exec(rest);
        if (m && !isUnitBefore(source, i, m[1]!)) {
          // Converters put a space before the raised figure; the words around it stay one space apart.
          flush(i);
          indicators.push({
            at: text.length,
            key: m[1]!,
            source: { start: i, end: i + m[0].length },
            form: 'sup',
          });
          pending = i + m[0].length;
          i = pending;
          continue;
        }
        m = /^<!--[^]*?-->/.exec(rest) ?? /^<\/?[a-zA-Z][^<>\n]{0,200}>/.exec(rest);
        if (m) {
          const br = /^<br/i.test(m[0]);
          const auto = /^<(https?:\/\/[^\s>]+)>$/.exec(m[0]);
          if (auto) {
            flush(i);
            const at = text.length;
            pending = i + 1;
            flush(i + 1 + auto[1]!.length);
            links.push({
              start: at,
              end: text.length,
              target: auto[1]!,
              targetSource: { start: i + 1, end: i + 1 + auto[1]!.length },
              form: 'auto',
            });
            pending = i + m[0].length;
          } else {
            skip(i, m[0].length);
            if (br && text.length > 0 && last !== 0x20) put(' ', i);
          }
          i += m[0].length;
          continue;
        }
        i++;
        continue;
      }
      case 0x5b: {
        // [
        const rest = source.slice(i, Math.min(to, i + 2000));
        const note = /^\[\^([^\]\s]{1,40})\]/.exec(rest);
        if (note) {
          flush(i);
          indicators.push({
            at: text.length,
            key: note[1]!,
            source: { start: i, end: i + note[0].length },
            form: 'markdown',
          });
          pending = i + note[0].length;
          i = pending;
          continue;
        }
        const link =
          linkEnd < 0
            ? /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*){0,3})\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*){0,3})(?:[ \t]+"[^"]*")?\)/.exec(
                rest,
              )
            : null;
        if (link) {
          flush(i);
          linkStart = text.length;
          linkEnd = i + 1 + link[1]!.length;
          const targetStart = linkEnd + 2;
          linkTarget = { start: targetStart, end: targetStart + link[2]!.length };
          pending = i + 1;
          i = pending;
          continue;
        }
        i++;
        continue;
      }
      case 0x60: {
        // `
        let length = 1;
        while (source.charCodeAt(i + length) === 0x60) length++;
        const close = source.indexOf('`'.repeat(length), i + length);
        if (close >= 0 && close < to) {
          flush(i);
          const at = text.length;
          pending = i + length;
          flush(close);
          code.push({ start: at, end: text.length });
          pending = close + length;
          i = pending;
          continue;
        }
        i += length;
        continue;
      }
      case 0x26: {
        // &
        const m = /^&(nbsp|amp|lt|gt|quot|#160|ndash|mdash);/.exec(source.slice(i, i + 8));
        if (m) {
          const what =
            { nbsp: ' ', '#160': ' ', amp: '&', lt: '<', gt: '>', quot: '"', ndash: '–', mdash: '—' }[
              m[1]!
            ] ?? ' ';
          flush(i);
          put(what, i);
          pending = i + m[0].length;
          i = pending;
          continue;
        }
        i++;
        continue;
      }
      case 0x68: // h
      case 0x77: {
        // w
        if (
          source.startsWith('http://', i) ||
          source.startsWith('https://', i) ||
          source.startsWith('www.', i)
        ) {
          let end = i;
          while (end < to && source.charCodeAt(end) > 0x20 && !/[<>"”)\]]/.test(source[end]!)) end++;
          while (end > i && /[.,;:*_]/.test(source[end - 1]!)) end--;
          flush(i);
          const at = text.length;
          pending = i;
          flush(end);
          pending = end;
          links.push({
            start: at,
            end: text.length,
            target: source.slice(i, end),
            targetSource: { start: i, end },
            form: 'bare',
          });
          i = end;
          continue;
        }
        i++;
        continue;
      }
      case 0xad:
      case 0x200b:
      case 0x200e:
      case 0x200f:
      case 0xfeff:
        i = skip(i, 1);
        continue;
      case 0xb9:
      case 0xb2:
      case 0xb3: {
        const end = superscriptEnd(source, i, to);
        if (isUnitBefore(source, i, '')) {
          i = end;
          continue;
        }
        flush(i);
        indicators.push({
          at: text.length,
          key: fromSuperscript(source.slice(i, end)),
          source: { start: i, end },
          form: 'unicode',
        });
        pending = end;
        i = end;
        continue;
      }
      default:
        if (c === 0x2070 || (c >= 0x2074 && c <= 0x2079)) {
          const end = superscriptEnd(source, i, to);
          flush(i);
          indicators.push({
            at: text.length,
            key: fromSuperscript(source.slice(i, end)),
            source: { start: i, end },
            form: 'unicode',
          });
          pending = end;
          i = end;
          continue;
        }
        i++;
    }
  }
  flush(to);
  if (runLength > 0) runs.push(runReading, runSource, runLength);
  for (const one of open) {
    if (text.length > one.at)
      emphasis.push({ start: one.at, end: text.length, strong: one.mark.length >= 2 });
  }
  emphasis.sort((a, b) => a.start - b.start || b.end - a.end);
  return new MappedReading(text, emphasis, links, indicators, code, Int32Array.from(runs));
}

function closes(opened: string, mark: string): boolean {
  return opened === mark || (opened[0] === mark[0] && opened.length === mark.length);
}

function superscriptEnd(source: string, from: number, to: number): number {
  let end = from;
  while (end < to && SUPERSCRIPTS.includes(source[end]!)) end++;
  return end;
}

/** Whether a raised figure is an exponent (m<sup>2</sup>, km²) rather than a note. */
function isUnitBefore(source: string, at: number, key: string): boolean {
  if (key !== '' && key !== '2' && key !== '3') return false;
  return /(?:^|[^A-Za-z])(?:k|c|d|m|µ)?m$/.test(source.slice(Math.max(0, at - 4), at));
}

function isLetterCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f);
}

function isWordCode(code: number): boolean {
  return isLetterCode(code) || (code >= 0x30 && code <= 0x39);
}
