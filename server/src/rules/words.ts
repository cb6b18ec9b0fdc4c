import { type Argument, phrase } from '../l10n/phrase.js';
import type { Block } from '../document/block.js';
import type { BlockContext, FixOption } from './blockContext.js';
import type { Fix } from './rule.js';
import type { Span } from '../text/span.js';

/** Small readers for rules of language. Offsets are UTF-16 code units; none of them throws, whatever the offset. */

/** Letters as the anchors take them: ASCII, Latin-1 and Latin Extended. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

export function isUpper(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

export function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Space, no-break space, thin spaces. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0xa0 || code === 0x09 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  );
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** The word behind `at`, one or two spaces left out; null where something else stands there. */
export function wordAfter(text: string, at: number): Span | null {
  let start = at;
  while (start < at + 2 && isSpace(text.charCodeAt(start))) start++;
  if (start === at) return null;
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end > start ? { start, end } : null;
}

/** The word before `at`, one or two spaces left out; null where something else stands there. */
export function wordBefore(text: string, at: number): Span | null {
  let end = at;
  while (end > at - 2 && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === at) return null;
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return end > start ? { start, end } : null;
}

/** The word behind `at` in lower case, or an empty text. */
export function nextWord(text: string, at: number): string {
  const span = wordAfter(text, at);
  return span ? text.slice(span.start, span.end).toLowerCase() : '';
}

/** The word before `at` in lower case, or an empty text. */
export function previousWord(text: string, at: number): string {
  const span = wordBefore(text, at);
  return span ? text.slice(span.start, span.end).toLowerCase() : '';
}

/** Whether a sentence, a clause after a colon or the text itself begins at `at`. Quotation marks and brackets before it count for nothing. */
export function startsSentence(text: string, at: number): boolean {
  let i = at;
  while (i > 0) {
    const code = text.charCodeAt(i - 1);
    if (
      isSpace(code) ||
      code === 0x28 ||
      code === 0x22 ||
      code === 0x201c ||
      code === 0x2018 ||
      code === 0x5b
    )
      i--;
    else break;
  }
  if (i === 0) return true;
  const code = text.charCodeAt(i - 1);
  // Full stop, exclamation and question marks, colon, semicolon, dash, bullet.
  return (
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x3a ||
    code === 0x3b ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0x2022 ||
    code === 0x29 ||
    code === 0x201d
  );
}

/**
 * Whether the word in [start, end) is a part of a name: it begins with a capital without beginning a sentence, or a
 * word beside it does so with it.
 */
export function isNamePart(text: string, start: number, end: number): boolean {
  if (!isUpper(text.charCodeAt(start))) return false;
  if (!startsSentence(text, start)) return true;
  const next = wordAfter(text, end);
  return next !== null && isUpper(text.charCodeAt(next.start));
}

/** Whether a word in small letters stands between two that are capitalized, as in "Centre for organised Crime". */
export function betweenCapitals(text: string, start: number, end: number): boolean {
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  return (
    before !== null &&
    after !== null &&
    isUpper(text.charCodeAt(before.start)) &&
    isUpper(text.charCodeAt(after.start))
  );
}

/** `right` with the capitals of `wrong`: all of them, the first, or none. */
export function likeCase(wrong: string, right: string): string {
  if (wrong.length > 1 && wrong === wrong.toUpperCase() && wrong !== wrong.toLowerCase())
    return right.toUpperCase();
  return isUpper(wrong.charCodeAt(0)) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

/** A fix that puts one text in the place of a stretch of the reading text. */
export function replaceWith(
  start: number,
  end: number,
  text: string,
  kind?: 'safe' | 'suggested',
): FixOption {
  const title = text === '' ? phrase`Take it out` : phrase`Replace with “${text}”`;
  return kind ? { title, edits: [{ start, end, text }], kind } : { title, edits: [{ start, end, text }] };
}

/** Whether `phrase` (lower case) stands at `at`, without regard to case, spaces of any kind for spaces. Returns its end or -1. */
export function readPhrase(text: string, at: number, phrase: string): number {
  for (let i = 0; i < phrase.length; i++) {
    const code = text.charCodeAt(at + i);
    const wanted = phrase.charCodeAt(i);
    if (code === wanted) continue;
    if (wanted === 0x20 && isSpace(code)) continue;
    if (wanted >= 0x61 && wanted <= 0x7a && (code | 0x20) === wanted && code < 0x80) continue;
    if (wanted === 0x2019 && code === 0x27) continue;
    return -1;
  }
  const end = at + phrase.length;
  return isLetter(text.charCodeAt(end)) && isLetter(phrase.charCodeAt(phrase.length - 1)) ? -1 : end;
}

/** Whether the sentence around an offset contains, within `reach` characters on either side, what `pattern` finds. */
export function nearby(text: string, start: number, end: number, reach: number, pattern: RegExp): boolean {
  return (
    pattern.test(text.slice(Math.max(0, start - reach), start)) || pattern.test(text.slice(end, end + reach))
  );
}

/** Whether a block's words are English and not held back: for rules whose triggers are too many for `language`. */
export function mayReport(context: BlockContext, at: number): boolean {
  return context.draft.language === 'en' && !context.isProtected(at);
}

/**
 * A fix for a finding of the draft: the occurrence number `ordinal` (from 0) of `wrong` in the block, as whole words,
 * becomes `right`. It is looked up when it is asked for, so that it stays right while the block is edited elsewhere.
 */
export function fixOccurrence(
  block: Block,
  wrong: string,
  ordinal: number,
  right: string,
  kind: 'safe' | 'suggested',
): Fix {
  return {
    kind,
    title: right === '' ? phrase`Take it out` : phrase`Replace with “${right}”`,
    edits: () => {
      const { reading } = block;
      const { text } = reading;
      let seen = 0;
      for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length)) {
        if (isLetter(text.charCodeAt(at - 1)) && isLetter(wrong.charCodeAt(0))) continue;
        const end = at + wrong.length;
        if (isLetter(text.charCodeAt(end)) && isLetter(wrong.charCodeAt(wrong.length - 1))) continue;
        if (seen++ < ordinal) continue;
        if (!reading.isPlain(at, end)) return [];
        const source = reading.spanToSource(at, end);
        return [{ block, start: source.start, end: source.end, text: right }];
      }
      return [];
    },
  };
}

/** How many times some words were found in a text up to a place, and where they are found next. */
interface Count {
  at: number;
  seen: number;
  next: number;
}

/** What was counted in the text at hand, by the words: the next one of the same words is counted on from there. */
const counted = { text: '', byWords: new Map<string, Count>() };

/** How many times `wrong` stands in `text` before `at`, as whole words: the ordinal that `fixOccurrence` asks for. */
export function ordinalOf(text: string, wrong: string, at: number): number {
  if (counted.text !== text) {
    counted.text = text;
    counted.byWords.clear();
  }
  let count = counted.byWords.get(wrong);
  if (!count || count.at > at)
    counted.byWords.set(wrong, (count = { at, seen: 0, next: text.indexOf(wrong) }));
  let { seen, next } = count;
  for (; next >= 0 && next < at; next = text.indexOf(wrong, next + wrong.length)) {
    if (isLetter(text.charCodeAt(next - 1)) && isLetter(wrong.charCodeAt(0))) continue;
    const end = next + wrong.length;
    if (isLetter(text.charCodeAt(end)) && isLetter(wrong.charCodeAt(wrong.length - 1))) continue;
    seen++;
  }
  count.at = at;
  count.seen = seen;
  count.next = next;
  return seen;
}

/** Whether an offset lies between parentheses that are opened in the same text, not far before it. */
export function inParentheses(text: string, offset: number): boolean {
  let depth = 0;
  const from = Math.max(0, offset - 600);
  for (let i = offset - 1; i >= from; i--) {
    const c = text.charCodeAt(i);
    if (c === 0x29) depth++;
    else if (c === 0x28) {
      if (depth === 0) return true;
      depth--;
    }
  }
  return false;
}

/** What a paragraph lies in as a person reads it: "annex I", "article 3", "the draft resolution". */
export function containerWords(container: string): Argument {
  const [kind = '', ...rest] = container.split(' ');
  const number = rest.join(' ');
  if (container === 'draft resolution') return phrase`the draft resolution`;
  if (kind === 'annex') return number === '' ? phrase`the annex` : phrase`annex ${number}`;
  return kind === 'article' && number !== '' ? phrase`article ${number}` : container;
}
