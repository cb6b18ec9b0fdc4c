/**
 * Small readers over a string: each looks at one place and says where it ends. They allocate nothing.
 *
 * All positions are UTF-16 code units. A reader that finds nothing returns -1 (or the place it was given, where the
 * name says "skip"); none of them throws, whatever the position.
 */

import { firstIn } from '../text/search.js';

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isUpper(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

export function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

/** Letters of the Latin alphabets: what `Anchors` takes for a part of a word. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

export function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** Spaces of all widths and line breaks; NaN (beyond the text) is none. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus. */
export function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2014) || code === 0x2212;
}

/** The apostrophe of the keyboard and the curly ones that stand for it. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018;
}

/** Opening quotation marks, the straight one included. */
export function isOpeningQuote(code: number): boolean {
  return code === 0x201c || code === 0x22 || code === 0x201e || code === 0xab;
}

/** Closing quotation marks, the straight one included. */
export function isClosingQuote(code: number): boolean {
  return code === 0x201d || code === 0x22 || code === 0xbb;
}

/** Superscript digits, which converters leave for the indicators of notes. */
export function isSuperscriptDigit(code: number): boolean {
  return (
    code === 0xb9 || code === 0xb2 || code === 0xb3 || code === 0x2070 || (code >= 0x2074 && code <= 0x2079)
  );
}

/** The first place from `at` on that is no space. */
export function skipSpaces(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of what stands before `at`, spaces left out; 0 at the beginning. */
export function skipSpacesBack(text: string, at: number): number {
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The end of the run of digits at `at`; `at` itself where there is none. */
export function digitsEnd(text: string, at: number): number {
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** The start of the run of digits that ends at `end`. */
export function digitsStart(text: string, end: number): number {
  while (end > 0 && isDigit(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The number that the digits in [start, end) write; for the short runs that citations have. */
export function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + text.charCodeAt(i) - 0x30;
  return value;
}

/** The end of the word at `at`; `at` itself where no letter stands there. */
export function wordEnd(text: string, at: number): number {
  while (at < text.length && isLetter(text.charCodeAt(at))) at++;
  return at;
}

/** The start of the word that ends at `end`. */
export function wordStart(text: string, end: number): number {
  while (end > 0 && isLetter(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether `word` (lower case, ASCII) stands at `at`, without regard to case, and no letter follows. Returns its end or -1. */
export function readWord(text: string, at: number, word: string): number {
  const end = at + word.length;
  if (end > text.length) return -1;
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(at + i);
    const wanted = word.charCodeAt(i);
    if (code !== wanted && (code | 0x20) !== wanted) return -1;
  }
  return isLetter(text.charCodeAt(end)) ? -1 : end;
}

/** The end of the first of `words` that stands at `at`, or -1. */
export function readAnyWord(text: string, at: number, words: readonly string[]): number {
  for (const word of words) {
    const end = readWord(text, at, word);
    if (end >= 0) return end;
  }
  return -1;
}

/** Whether the word in [start, end) is `word` (lower case, ASCII), without regard to case. */
export function isWord(text: string, start: number, end: number, word: string): boolean {
  return end - start === word.length && readWord(text, start, word) === end;
}

/** Whether `word` ends at `end` and no letter stands before it. Returns its start or -1. */
export function readWordBack(text: string, end: number, word: string): number {
  const start = end - word.length;
  if (start < 0) return -1;
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(start + i);
    const wanted = word.charCodeAt(i);
    if (code !== wanted && (code | 0x20) !== wanted) return -1;
  }
  return start > 0 && isLetter(text.charCodeAt(start - 1)) ? -1 : start;
}

/**
 * Skips the indicator of a note that stands at `at`: "[^12]", superscript digits, or "<sup>3</sup>" where marks were left.
 * Returns `at` where there is none.
 */
export function skipNoteMark(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x5b && text.charCodeAt(at + 1) === 0x5e) {
    const close = firstIn(text, ']', at, at + 13);
    return close < 0 ? at : close + 1;
  }
  if (code === 0x3c && text.startsWith('<sup>', at)) {
    const close = firstIn(text, '</sup>', at, at + 26);
    return close < 0 ? at : close + 6;
  }
  while (isSuperscriptDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Farther apart than this, two places are not looked upon as in one sentence: no text may make the search grow. */
const LONGEST_SENTENCE = 3000;

/** Whether a sentence ends between `from` and `to`: a full stop, then space and a capital or an opening mark; or an empty line. */
export function sentenceEndBetween(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_SENTENCE) return true;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) {
      if (text.charCodeAt(i + 1) === 0x0a) return true;
    } else if (code === 0x2e || code === 0x3f || code === 0x21) {
      if (endsSentence(text, i)) return true;
    }
  }
  return false;
}

/** Whether the stop at `at` ends a sentence rather than an abbreviation ("paras.", "Mr.", "p.m.", "No."). */
export function endsSentence(text: string, at: number): boolean {
  let next = at + 1;
  while (isClosingQuote(text.charCodeAt(next)) || text.charCodeAt(next) === 0x29) next++;
  next = skipNoteMark(text, next);
  if (next >= text.length) return true;
  if (!isSpace(text.charCodeAt(next))) return false;
  next = skipSpaces(text, next);
  const code = text.charCodeAt(next);
  if (!isUpper(code) && !isOpeningQuote(code)) return false;
  const start = wordStart(text, at);
  const length = at - start;
  if (length === 0) return true;
  if (length === 1 && isUpper(text.charCodeAt(start))) return false;
  return !ABBREVIATIONS.has(text.slice(start, at).toLowerCase());
}

const ABBREVIATIONS = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'no',
  'nos',
  'vol',
  'vols',
  'st',
  'sect',
  'sects',
  'chap',
  'chaps',
  'art',
  'arts',
  'para',
  'paras',
  'res',
  'dec',
  'rev',
  'add',
  'corr',
  'pp',
  'cf',
  'jan',
  'feb',
  'aug',
  'sept',
  'oct',
  'nov',
  'suppl',
  'gen',
  'prof',
  'ed',
  'eds',
]);

/** What stands in [start, end), with its white space folded, as a designator is shown. */
export function folded(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  return /\s{2}|[\t\n\r\u00a0]/.test(slice) ? slice.replace(/\s+/g, ' ') : slice;
}
