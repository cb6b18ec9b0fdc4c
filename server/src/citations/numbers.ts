import type { NumberToken } from './citation.js';
import { monthAt } from './dates.js';
import { readDesignator } from './designator.js';
import { romanEnd, romanValueAt } from './numerals.js';
import {
  digitsEnd,
  isAlphanumeric,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  readAnyWord,
  readWord,
  skipSpaces,
  wordEnd,
} from './reading.js';

/** Which numbers a word takes: "paragraph 7 (b)", "section II.A", "table 3". */
export interface NumberStyle {
  /** "II", "II.A", "XI.30". */
  readonly roman: boolean;
  /** A capital alone: "section B". */
  readonly capital: boolean;
  /** "(a)" or "a)" without a number before it: "subparagraph (a)". */
  readonly lettered: boolean;
  /** A small letter behind a number without parentheses: "Article 73 e". */
  readonly tail: boolean;
}

/** The numbers behind a word. */
export interface NumberList {
  readonly tokens: readonly NumberToken[];
  /** All numbers, ranges written out. */
  readonly numbers: readonly string[];
  readonly end: number;
}

interface OneNumber {
  /** "7", "7 (b)", "(b)". */
  readonly text: string;
  /** The number without its letters: "7"; empty where only a letter is written. */
  readonly base: string;
  /** The letters: "(b) (i)". */
  readonly letters: string;
  readonly start: number;
  readonly end: number;
}

/** The most numbers that a range is written out to. */
const LONGEST_RANGE = 500;

/** One number at `at`, its letters included, or null. */
function readOne(text: string, at: number, style: NumberStyle): OneNumber | null {
  let end = digitsEnd(text, at);
  if (end > at) {
    if (end - at > 4) return null;
    // "29D.27": chapters of the budget carry a letter.
    if (isUpper(text.charCodeAt(end)) && !isAlphanumeric(text.charCodeAt(end + 1))) end++;
    // "section 29 B, Department of …"
    else if (style.capital && /^ [A-Z],/.test(text.slice(end, end + 3))) end += 2;
  } else if (isUpper(text.charCodeAt(at))) {
    const roman = style.roman ? romanEnd(text, at) : at;
    if (roman > at && romanValueAt(text, at, roman) > 0) end = roman;
    else if (style.capital && !isAlphanumeric(text.charCodeAt(at + 1)) && text.charCodeAt(at + 1) !== 0x2f)
      end = at + 1;
    else return null;
    // "I" is a word too.
    if (end === at + 1 && text.charCodeAt(at) === 0x49 && !romanStands(text, end)) return null;
  } else {
    return style.lettered ? readLetterAlone(text, at) : null;
  }
  // "XI.30", "II.A.2", "7.11"; a full point at the end of a sentence is none of it.
  while (
    text.charCodeAt(end) === 0x2e &&
    isAlphanumeric(text.charCodeAt(end + 1)) &&
    !isLower(text.charCodeAt(end + 1))
  ) {
    let next = end + 1;
    while (isDigit(text.charCodeAt(next)) || isUpper(text.charCodeAt(next))) next++;
    if (isLower(text.charCodeAt(next))) break;
    end = next;
  }
  const after = text.charCodeAt(end);
  // "2bis"
  const glued = isDigit(text.charCodeAt(end - 1)) ? readAnyWord(text, end, LATIN) : -1;
  if (glued < 0 && (isLetter(after) || after === 0x2f || after === 0x25)) {
    // Converters glue the word that follows ("3para."): digits end there, other numbers are none.
    if (!isDigit(text.charCodeAt(end - 1)) || !isLower(after)) return null;
    // "1a)", "5a": a letter glued to its number.
    const letter = wordEnd(text, end);
    if (letter - end > 2 || !(text.charCodeAt(letter) === 0x29 || style.tail)) return null;
  }
  if (after === 0x3a && isDigit(text.charCodeAt(end + 1))) return null;
  let base = text.slice(at, end);
  // "section II A" and "section II, subsection A" are section II.A.
  if (style.roman && style.capital && isUpper(text.charCodeAt(at))) {
    const letter = divides(text, end) ? end + 1 : subsectionBehind(text, end);
    if (letter > 0) {
      base = `${base}.${text[letter]!}`;
      end = letter + 1;
    }
  }
  let bis = skipSpaces(text, end);
  const latin = readAnyWord(text, bis, LATIN);
  let whole = base;
  if (latin > 0) {
    whole = `${base} ${text.slice(bis, latin)}`;
    end = latin;
  } else if (style.tail && dividesArticle(text, end)) {
    // "article 1 A (2)"
    whole = `${base} ${text[end + 1]!}`;
    end += 2;
  }
  let letters = '';
  for (let round = 0; round < 4; round++) {
    bis = skipSpaces(text, end);
    const close = readLetterGroup(text, bis);
    if (close < 0 || isSibling(letters, groupText(text, bis, close))) break;
    letters += `${letters === '' ? '' : ' '}${groupText(text, bis, close)}`;
    end = close;
  }
  if (letters === '' && style.tail) {
    // "Article 73 e of the Charter", "article 5 a".
    const letter = skipSpaces(text, end);
    if (
      isLower(text.charCodeAt(letter)) &&
      !isAlphanumeric(text.charCodeAt(letter + 1)) &&
      tailStands(text, letter + 1)
    ) {
      return {
        text: `${whole} ${text[letter]!}`,
        base: whole,
        letters: text[letter]!,
        start: at,
        end: letter + 1,
      };
    }
  }
  const joined = letters === '' ? whole : `${whole} ${letters}`;
  return { text: joined, base: whole, letters, start: at, end };
}

const LATIN: readonly string[] = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies'];

/** Whether a capital alone stands behind the number of an article, with a number below it or its treaty behind it. */
function dividesArticle(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x20 || !isUpper(text.charCodeAt(at + 1))) return false;
  const next = skipSpaces(text, at + 2);
  return next === at + 3 && (readLetterGroup(text, next) > 0 || readWord(text, next, 'of') > 0);
}

/** Whether a capital alone stands behind a numeral, as a number of its own and not as the first word of what follows. */
function divides(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x20 || !isUpper(text.charCodeAt(at + 1))) return false;
  const after = text.charCodeAt(at + 2);
  if (after !== 0x20)
    return !isAlphanumeric(after) && after !== 0x2f && !isDash(after) && after !== 0x27 && after !== 0x2019;
  return readAnyWord(text, at + 3, ['above', 'below', 'of', 'and', 'to', 'or', 'in']) > 0;
}

/** Where the letter of ", subsection A" stands that begins at `at`, or -1. */
function subsectionBehind(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x2c) return -1;
  const word = readWord(text, skipSpaces(text, at + 1), 'subsection');
  const letter = word < 0 ? -1 : skipSpaces(text, word);
  return letter > word && isUpper(text.charCodeAt(letter)) && !isAlphanumeric(text.charCodeAt(letter + 1))
    ? letter
    : -1;
}

/** Whether "I" at the place before `end` is a number rather than a pronoun. */
function romanStands(text: string, end: number): boolean {
  const next = skipSpaces(text, end);
  if (!isLower(text.charCodeAt(next))) return true;
  return (
    readAnyWord(text, next, [
      'of',
      'and',
      'to',
      'or',
      'above',
      'below',
      'in',
      'on',
      'contains',
      'describes',
      'provides',
      'sets',
      'is',
      'was',
      'for',
      'annexed',
    ]) > 0
  );
}

/** Whether a small letter that ends at `end` is a part of an article rather than a word. */
function tailStands(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (
    Number.isNaN(code) ||
    code === 0x2c ||
    code === 0x29 ||
    code === 0x3b ||
    (code === 0x2e && !isAlphanumeric(text.charCodeAt(end + 1)))
  )
    return true;
  const next = skipSpaces(text, end);
  return readAnyWord(text, next, ['of', 'and', 'to', 'or', 'above', 'below']) > 0;
}

/** "(a)", "(iv)", "(1)" or "a)" at `at`: the place behind it, or -1. */
function readLetterGroup(text: string, at: number): number {
  const open = text.charCodeAt(at) === 0x28;
  const from = open ? at + 1 : at;
  let end = wordEnd(text, from);
  if (end === from && open) end = digitsEnd(text, from);
  if (end === from || end - from > 4 || text.charCodeAt(end) !== 0x29) return -1;
  if (!open && end - from > 2) return -1;
  // "(see)", "(and)": words are no labels. Two letters are a double one ("aa") or roman.
  const length = end - from;
  if (isDigit(text.charCodeAt(from)) && length > 2) return -1;
  if (length > 1 && !isDigit(text.charCodeAt(from))) {
    const word = text.slice(from, end);
    if (!/^[ivxl]+$/i.test(word) && !/^([a-z])\1+$/.test(word)) return -1;
  }
  return end + 1;
}

/** A group as one would cite it: "(a)". */
function groupText(text: string, at: number, end: number): string {
  return text.charCodeAt(at) === 0x28 ? text.slice(at, end) : `(${text.slice(at, end - 1)})`;
}

/** "(b) (c)": the next letter stands beside the last one, not below it; what may be roman stands below. */
function isSibling(letters: string, group: string): boolean {
  const last = /\(([a-z])\)$/.exec(letters);
  const next = /^\(([a-hj-uwyz])\)$/.exec(group);
  return last !== null && next !== null && next[1]!.charCodeAt(0) === last[1]!.charCodeAt(0) + 1;
}

/** The letters of a number that says only what is below the number before it: "(ii)" behind "1 (a) (i)" is "(a) (ii)". */
function continued(before: string, letters: string): string {
  const path = before.match(/\([^)]*\)/g) ?? [];
  const first = /^\([ivx]+\)/.exec(letters);
  if (!first || path.length < 2 || !/^\([ivx]+\)$/.test(path[path.length - 1]!)) return letters;
  return [...path.slice(0, -1), letters].join(' ');
}

function readLetterAlone(text: string, at: number): OneNumber | null {
  let end = at;
  let letters = '';
  for (let round = 0; round < 3; round++) {
    const from = skipSpaces(text, end);
    const close = readLetterGroup(text, from);
    if (close < 0 || isSibling(letters, groupText(text, from, close))) break;
    letters += `${letters === '' ? '' : ' '}${groupText(text, from, close)}`;
    end = close;
  }
  return letters === '' ? null : { text: letters, base: '', letters, start: at, end };
}

/** The place behind a dash or the word "to" at `at` that makes a range, or -1. */
function readRangeMark(text: string, at: number): number {
  const i = skipSpaces(text, at);
  if (isDash(text.charCodeAt(i))) {
    // "40 –42" is what converters make of "40–42"; " -42" may be anything.
    const next = text.charCodeAt(i + 1);
    if (i > at && !isSpace(next) && !(text.charCodeAt(i) === 0x2013 && isDigit(next))) return -1;
    return skipSpaces(text, i + 1);
  }
  const to = readAnyWord(text, i, ['to', 'through']);
  return to > 0 && i > at ? skipSpaces(text, to) : -1;
}

/**
 * Reads the numbers behind a word ("paragraphs", "articles", "sections") from `at` on; null where none stand there.
 * `plural` says whether the word lets several follow: behind a singular a comma ends the list, and "and" goes on only
 * where the next number can be nothing else.
 */
export function readNumbers(
  text: string,
  at: number,
  style: NumberStyle,
  plural: boolean,
): NumberList | null {
  let one = readOne(text, at, style);
  if (!one) return null;
  const tokens: NumberToken[] = [];
  const numbers: string[] = [];
  let end = one.end;
  let base = one.base;
  let letters = '';
  for (;;) {
    if (one.base === '' && base !== '') one = { ...one, letters: continued(letters, one.letters) };
    letters = one.letters;
    const from = one.base === '' && base !== '' ? `${base} ${one.letters}` : one.text;
    if (one.base !== '') base = one.base;
    let token: NumberToken = { from, span: { start: one.start, end: one.end } };
    end = one.end;
    const mark = readRangeMark(text, end);
    const other = mark > 0 ? (readLetterOnly(text, mark, one) ?? readOne(text, mark, style)) : null;
    if (other && rangeStands(text, one, other)) {
      const to = other.base === '' && base !== '' ? `${base} ${other.letters}` : other.text;
      token = { ...token, to, toSpan: { start: other.start, end: other.end } };
      writeOut(numbers, from, to, one, other);
      if (other.base !== '') base = other.base;
      end = other.end;
      letters = other.letters;
    } else {
      numbers.push(from);
    }
    tokens.push(token);
    const next = readNext(text, end, style, plural, base !== '', letters !== '');
    if (!next) break;
    one = next;
  }
  return { tokens, numbers, end };
}

/** Behind "3 (a)" a range may end with a letter alone: "3 (a) to (c)". */
function readLetterOnly(text: string, at: number, first: OneNumber): OneNumber | null {
  return first.letters !== '' ? readLetterAlone(text, at) : null;
}

function rangeStands(text: string, one: OneNumber, other: OneNumber): boolean {
  if (datesFollow(text, other)) return false;
  return (one.base === '') === (other.base === '') || (one.letters !== '' && other.base === '');
}

/** Whether a month follows the number: "paragraph 5, 12 October" names a day. */
function datesFollow(text: string, one: OneNumber): boolean {
  const next = skipSpaces(text, one.end);
  const end = wordEnd(text, next);
  return end - next >= 3 && monthAt(text, next, end) > 0;
}

function writeOut(numbers: string[], from: string, to: string, one: OneNumber, other: OneNumber): void {
  const a = /^(.*?)(\d+)$/.exec(one.letters === '' ? one.base : '');
  const b = /^(.*?)(\d+)$/.exec(other.letters === '' ? other.base : '');
  if (a && b && a[1] === b[1]) {
    const first = Number(a[2]);
    const last = Number(b[2]);
    if (last > first && last - first < LONGEST_RANGE) {
      for (let n = first; n <= last; n++) numbers.push(`${a[1]!}${n}`);
      return;
    }
  }
  const letter = /^\(?([a-z])\)?$/.exec(one.letters);
  const lastLetter = /^\(?([a-z])\)?$/.exec(other.letters);
  if (letter && lastLetter && letter[1]! < lastLetter[1]!) {
    const stem = from.slice(0, from.length - one.letters.length);
    for (let c = letter[1]!.charCodeAt(0); c <= lastLetter[1]!.charCodeAt(0); c++)
      numbers.push(`${stem}(${String.fromCharCode(c)})`);
    return;
  }
  numbers.push(from, to);
}

/** The next number of a list behind a comma or "and", or null. */
function readNext(
  text: string,
  at: number,
  style: NumberStyle,
  plural: boolean,
  hasBase: boolean,
  hasLetters: boolean,
): OneNumber | null {
  let i = skipSpaces(text, at);
  // "44 (b) (c) and (e)"
  const beside = hasBase && hasLetters ? readLetterAlone(text, i) : null;
  if (beside) return beside;
  const comma = text.charCodeAt(i) === 0x2c || text.charCodeAt(i) === 0x3b;
  if (comma) i = skipSpaces(text, i + 1);
  let and = readAnyWord(text, i, ['and', 'or']);
  if (and < 0 && text.charCodeAt(i) === 0x26) and = i + 1;
  if (and > 0) i = skipSpaces(text, and);
  if (!comma && and < 0) return null;
  if (readWord(text, i, 'also') > 0) return null;
  // "3 (a) and (b)": letters go on whether the word is plural or not.
  if (hasBase && hasLetters) {
    const letter = readLetterAlone(text, i);
    if (letter) return letter;
  }
  if (!plural && comma) return null;
  const one = readOne(text, i, style);
  if (!one || datesFollow(text, one)) return null;
  const designator = readDesignator(text, i);
  if (designator && designator.form !== 'bare' && designator.form !== 'letter') return null;
  if (!plural && !closesList(text, one.end)) return null;
  if (plural && comma && and < 0 && countFollows(text, one.end)) return null;
  return one;
}

/** Whether what follows shows that the list ends here: punctuation, "above", "of". */
function closesList(text: string, at: number): boolean {
  const i = skipSpaces(text, at);
  const code = text.charCodeAt(i);
  if (Number.isNaN(code) || code === 0x2c || code === 0x2e || code === 0x3b || code === 0x29 || code === 0x5d)
    return true;
  return readAnyWord(text, i, ['above', 'below', 'of', 'thereof']) > 0;
}

/** Whether a noun follows the number, so that it counts something: "paragraphs 3, 12 States". */
function countFollows(text: string, at: number): boolean {
  const i = skipSpaces(text, at);
  if (!isLetter(text.charCodeAt(i))) return false;
  return (
    readAnyWord(text, i, [
      'and',
      'or',
      'to',
      'through',
      'above',
      'below',
      'of',
      'in',
      'on',
      'as',
      'bis',
      'ter',
      'thereof',
    ]) < 0
  );
}
