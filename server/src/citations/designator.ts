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
  numberAt,
  readAnyWord,
  skipSpaces,
  wordEnd,
} from './reading.js';
import { lastIn } from '../text/search.js';

/**
 * How the number of a resolution or decision is written.
 *
 * - slash `75/158`, `52/212 B` (session or, for some bodies, the number of the meeting)
 * - year-slash `2015/23` (the Economic and Social Council since 1978, commissions, boards)
 * - year `2546 (2020)` (Security Council), also with a stroke: `2546/2020`
 * - roman `217 A (III)`, `3201 (S-VI)`, `1503 (XLVIII)`
 * - special `S-21/2`, `ES-11/5`
 * - conference `1/CP.17`, `1/CMA.6`
 * - roman-slash `VII/28`, `SS.VII/1`
 * - letter `C (71)` (regional commissions)
 * - coded `BC-14/12`, `C-25/DEC.9` (letters that stand for the body, then the session)
 * - bare `2360`
 */
export type DesignatorForm =
  | 'slash'
  | 'year-slash'
  | 'year'
  | 'roman'
  | 'special'
  | 'conference'
  | 'roman-slash'
  | 'letter'
  | 'coded'
  | 'bare';

/** A number as read at one place. Its parts are as written, white space removed and dashes made one. */
export interface ReadDesignator {
  readonly form: DesignatorForm;
  readonly start: number;
  readonly end: number;
  /** Session, year or meeting: "75", "2015", "2546"'s "2020", "III", "S-VI", "S-21", "SS.VII", "71"; empty for a bare number. */
  readonly session: string;
  /** The running number; for `conference` what precedes the slash, for `letter` the letter, for `coded` all behind the slash. */
  readonly number: string;
  /** The letter of a part adopted separately: "B", "A". */
  readonly letter: string;
  /** Behind the slash of a conference's decision: "CP.17". */
  readonly organ: string;
  /** The Security Council's year stands behind a stroke instead of in parentheses. */
  readonly stroke: boolean;
  /** A year in parentheses behind a number that already has its session: "64/293 (2010)". */
  readonly addedYear: number;
  readonly addedYearStart: number;
  readonly addedYearEnd: number;
}

/** The first year of the United Nations' resolutions, and one after which no document of today is dated. */
const FIRST_YEAR = 1946;
const LAST_YEAR = 2100;

function isYear(n: number): boolean {
  return n >= FIRST_YEAR && n <= LAST_YEAR;
}

function designator(
  form: DesignatorForm,
  start: number,
  end: number,
  session: string,
  number: string,
  letter = '',
  organ = '',
): ReadDesignator {
  return {
    form,
    start,
    end,
    session,
    number,
    letter,
    organ,
    stroke: false,
    addedYear: 0,
    addedYearStart: 0,
    addedYearEnd: 0,
  };
}

/** Words that may follow the letter of a resolution in a sentence: "52/212 A of 31 March", "31/6 A and B". */
const AFTER_LETTER: readonly string[] = [
  'of',
  'and',
  'or',
  'to',
  'in',
  'on',
  'by',
  'the',
  'which',
  'that',
  'was',
  'is',
  'for',
  'at',
  'as',
  'has',
  'had',
  'with',
  'dated',
  'entitled',
  'adopted',
  'through',
  'concerning',
  'regarding',
  'paragraph',
  'paragraphs',
  'section',
  'annex',
];

/**
 * The letter of a resolution at `at` (white space may precede it): the place behind it, or -1. It is a capital alone,
 * and what follows does not make it the first word of something else ("A number of").
 */
export function readLetter(text: string, at: number): number {
  const glued = at;
  const i = skipSpaces(text, at);
  if (i - at > 3) return -1;
  if (!isUpper(text.charCodeAt(i)) || text.charCodeAt(i) > 0x5a) return -1;
  let end = i + 1;
  // Two letters ("AC") stand behind the twenty-sixth.
  if (
    text.charCodeAt(i) === 0x41 &&
    isUpper(text.charCodeAt(end)) &&
    !isAlphanumeric(text.charCodeAt(end + 1)) &&
    i > glued
  ) {
    end++;
  }
  const next = text.charCodeAt(end);
  if (isAlphanumeric(next) || next === 0x2f || next === 0x27 || next === 0x2019) return -1;
  // "I.", "A." and "A-": an initial, a label or a compound; a letter at the end of a sentence stands alone.
  if (next === 0x2e && isAlphanumeric(text.charCodeAt(end + 1))) return -1;
  if (isDash(next) && isLower(text.charCodeAt(end + 1))) return -1;
  const after = skipSpaces(text, end);
  if (isLetter(text.charCodeAt(after)) && after > end) {
    const word = text.charCodeAt(after);
    if (isLower(word)) {
      // "A" may begin what follows; "68/247 A included", "67/254 B again" are letters.
      const known = readAnyWord(text, after, AFTER_LETTER) > 0 || text.endsWith('ed', wordEnd(text, after));
      const code = text.charCodeAt(i);
      if (!known && (code === 0x41 || code === 0x49)) return -1;
    } else if (wordEnd(text, after) - after > 1 && i > glued + 1) {
      return -1;
    }
  }
  return end;
}

/** The end of the roman session in parentheses at `at` ("(III)", "(S-VI)", "(ES-V)", spaces inside allowed), or -1. */
function readRomanSession(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x28) return -1;
  let i = skipSpaces(text, at + 1);
  let numeral = i;
  if (text.charCodeAt(i) === 0x45 && text.charCodeAt(i + 1) === 0x53 && isDash(text.charCodeAt(i + 2)))
    numeral = i + 3;
  else if (text.charCodeAt(i) === 0x53 && isDash(text.charCodeAt(i + 1))) numeral = i + 2;
  const end = romanEnd(text, numeral);
  if (end === numeral || romanValueAt(text, numeral, end) === 0) return -1;
  i = skipSpaces(text, end);
  return text.charCodeAt(i) === 0x29 ? i + 1 : -1;
}

/** What stands in the parentheses from `open` to behind the closing one, without white space and with plain hyphens. */
function inside(text: string, open: number, end: number): string {
  let out = '';
  for (let i = open + 1; i < end - 1; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    out += isDash(code) ? '-' : text[i]!;
  }
  return out;
}

/** The place behind a year in parentheses at `at` ("(2020)"), or -1. */
function readYear(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x28) return -1;
  const i = skipSpaces(text, at + 1);
  const end = digitsEnd(text, i);
  // A year mistyped ("2106") is still meant as one; whether it fits is for the rules to say.
  const year = numberAt(text, i, end);
  if (end - i !== 4 || year < 1900 || year > 2199) return -1;
  const close = skipSpaces(text, end);
  return text.charCodeAt(close) === 0x29 ? close + 1 : -1;
}

/**
 * Reads the number of a resolution or decision at `at`; null where there is none. Spaces that converters leave around
 * slash and parentheses are read over. Nothing is judged but the form: that "75/158" is a resolution and no fraction
 * follows from the words around it.
 */
export function readDesignator(text: string, at: number): ReadDesignator | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return readNumber(text, at);
  if (code === 0x53 || code === 0x45) {
    const special = readSpecial(text, at);
    if (special) return special;
  }
  if (!isUpper(code)) return null;
  const numeral = romanEnd(text, at);
  if (numeral > at && text.charCodeAt(numeral) === 0x2f) {
    const end = digitsEnd(text, numeral + 1);
    if (end > numeral + 1 && end - numeral <= 4 && closes(text, end) && romanValueAt(text, at, numeral) > 0) {
      return designator('roman-slash', at, end, text.slice(at, numeral), text.slice(numeral + 1, end));
    }
    return null;
  }
  const coded = readCoded(text, at);
  if (coded) return coded;
  // "C (71)": the letter first, then the session.
  if (isAlphanumeric(text.charCodeAt(at + 1))) return null;
  const open = skipSpaces(text, at + 1);
  if (text.charCodeAt(open) !== 0x28) return null;
  const end = digitsEnd(text, open + 1);
  if (end === open + 1 || end - open > 4 || text.charCodeAt(end) !== 0x29) return null;
  return designator('letter', at, end + 1, text.slice(open + 1, end), text[at]!);
}

/** "S-21/2", "ES-11/5", "SS.VII/1". */
function readSpecial(text: string, at: number): ReadDesignator | null {
  let i = at;
  if (text.startsWith('SS.', at)) {
    const end = romanEnd(text, at + 3);
    if (end === at + 3 || text.charCodeAt(end) !== 0x2f) return null;
    const last = digitsEnd(text, end + 1);
    if (last === end + 1) return null;
    return designator('roman-slash', at, last, text.slice(at, end), text.slice(end + 1, last));
  }
  if (text.charCodeAt(i) === 0x45) i++;
  if (text.charCodeAt(i) !== 0x53) return null;
  const prefix = i > at ? 'ES-' : 'S-';
  // "S -27/2": a space before the hyphen is a converter's.
  if (text.charCodeAt(i + 1) === 0x20) i++;
  if (!isDash(text.charCodeAt(i + 1))) return null;
  const from = skipSpaces(text, i + 2);
  const slash = digitsEnd(text, from);
  if (slash === from || slash - from > 2) return null;
  const mark = skipSpaces(text, slash);
  if (text.charCodeAt(mark) !== 0x2f) return null;
  const next = skipSpaces(text, mark + 1);
  const end = digitsEnd(text, next);
  if (end === next || end - next > 3 || !closes(text, end)) return null;
  return withLetter(
    text,
    designator('special', at, end, prefix + text.slice(from, slash), text.slice(next, end)),
  );
}

/** So many letters stand for a body at most. */
const LONGEST_CODE = 6;

/** "BC-14/12", "BC.Ex-2/1", "C-25/DEC.9": letters for the body, a hyphen, the session, a slash and the number. */
function readCoded(text: string, at: number): ReadDesignator | null {
  let letters = at;
  while (isUpper(text.charCodeAt(letters))) letters++;
  const alone = letters - at === 1;
  if (text.charCodeAt(letters) === 0x2e && isUpper(text.charCodeAt(letters + 1)))
    letters = wordEnd(text, letters + 1);
  if (letters - at > LONGEST_CODE || !isDash(text.charCodeAt(letters))) return null;
  const from = letters + 1;
  const session = Math.max(digitsEnd(text, from), romanEnd(text, from));
  if (session === from || session - from > 5 || text.charCodeAt(session) !== 0x2f) return null;
  let number = session + 1;
  const word = wordEnd(text, number);
  const worded = word > number;
  if (worded) {
    if (!/^(?:DEC|RES)$/i.test(text.slice(number, word)) || text.charCodeAt(word) !== 0x2e) return null;
    number = word + 1;
  } else if (alone) {
    // "A-75/292" is a symbol with a hyphen too many.
    return null;
  }
  const end = digitsEnd(text, number);
  if (end === number || end - number > 3 || isLetter(text.charCodeAt(end)) || !closes(text, end)) return null;
  const code = `${text.slice(at, letters)}-${text.slice(from, session)}`;
  return designator('coded', at, end, code, text.slice(session + 1, end));
}

/** Whether nothing follows at `at` that makes the digits before it part of something longer. */
function closes(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x2f) return !isAlphanumeric(text.charCodeAt(at + 1));
  if (code === 0x2e || code === 0x2c) return !isDigit(text.charCodeAt(at + 1)) || noteFollows(text, at + 1);
  if (code === 0x3a) return !isDigit(text.charCodeAt(at + 1));
  return code !== 0x25;
}

/** Whether the digits at `at` are the indicator of a note that a converter glued behind a stop: "43/47,134 Bearing in mind". */
function noteFollows(text: string, at: number): boolean {
  const end = digitsEnd(text, at);
  if (end - at > 3) return false;
  const next = text.charCodeAt(end);
  return Number.isNaN(next) || isSpace(next);
}

function withLetter(text: string, read: ReadDesignator): ReadDesignator {
  const end = readLetter(text, read.end);
  if (end < 0) return read;
  return { ...read, end, letter: text.slice(skipSpaces(text, read.end), end) };
}

function readNumber(text: string, at: number): ReadDesignator | null {
  const first = digitsEnd(text, at);
  if (first - at > 4) return null;
  let i = skipSpaces(text, first);
  if (text.charCodeAt(i) === 0x2f && i - first <= 1) return readSlash(text, at, first, i);
  // A letter before the session: "217 A (III)", also glued: "217A (III)".
  let letter = '';
  if (isUpper(text.charCodeAt(i)) && i - first <= 2) {
    const behind = wordEnd(text, i);
    const open = skipSpaces(text, behind);
    if (behind - i <= 2 && text.charCodeAt(open) === 0x28) {
      letter = text.slice(i, behind);
      i = open;
    } else if (behind - i === 1) {
      const lettered = readLettered(text, at, first, i);
      if (lettered) return lettered;
    }
  }
  if (text.charCodeAt(i) === 0x28) {
    const roman = readRomanSession(text, i);
    if (roman > 0) {
      const read = designator('roman', at, roman, inside(text, i, roman), text.slice(at, first), letter);
      return letter === '' ? withLetter(text, read) : read;
    }
    if (letter === '') {
      const year = readYear(text, i);
      if (year > 0) return designator('year', at, year, inside(text, i, year), text.slice(at, first));
    }
  }
  if (!closes(text, first) || isLetter(text.charCodeAt(first)) || isDash(text.charCodeAt(first))) return null;
  return designator('bare', at, first, '', text.slice(at, first));
}

/** "377 A, B and C (V)", "2200 A to C (XXI)": the first of several letters whose session stands behind the last one. */
function readLettered(text: string, at: number, first: number, letter: number): ReadDesignator | null {
  let i = letter + 1;
  for (let letters = 1; letters < 12; letters++) {
    const session = readSession(text, i);
    if (session > 0) {
      if (letters === 1) return null;
      const open = lastIn(text, '(', i, session);
      const numeral = inside(text, open, session);
      return designator('roman', at, letter + 1, numeral, text.slice(at, first), text[letter]);
    }
    i = skipSpaces(text, i);
    if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
    const joint = readAnyWord(text, i, ['and', 'to', 'or']);
    if (joint > 0) i = skipSpaces(text, joint);
    if (!isUpper(text.charCodeAt(i)) || isAlphanumeric(text.charCodeAt(i + 1))) return null;
    i++;
  }
  return null;
}

/** The place behind the session in roman numerals and parentheses that follows at `at` (" (V)", " (S-VI)"), or -1. */
export function readSession(text: string, at: number): number {
  const open = skipSpaces(text, at);
  return open - at > 2 ? -1 : readRomanSession(text, open);
}

/** Conferences whose decisions name them behind the slash: on climate change, and on desertification ("COP."). */
const CONFERENCES = ['CP.', 'CMP.', 'CMA.', 'COP.'];

function readSlash(text: string, at: number, first: number, slash: number): ReadDesignator | null {
  const next = skipSpaces(text, slash + 1);
  if (next - slash > 3) return null;
  for (const conference of CONFERENCES) {
    if (!text.startsWith(conference, next)) continue;
    const from = skipSpaces(text, next + conference.length);
    const end = digitsEnd(text, from);
    if (end === from || end - from > 2 || !closes(text, end)) return null;
    const organ = conference + text.slice(from, end);
    return designator('conference', at, end, text.slice(from, end), text.slice(at, first), '', organ);
  }
  const end = digitsEnd(text, next);
  if (end === next || end - next > 4 || !closes(text, end)) return null;
  const session = numberAt(text, at, first);
  const year = first - at === 4;
  // "418/1977": the Security Council's year behind a stroke. No body has so high a number in one session.
  if (
    end - next === 4 &&
    isYear(numberAt(text, next, end)) &&
    session > 0 &&
    !isLetter(text.charCodeAt(end))
  ) {
    const read = designator('year', at, end, text.slice(next, end), text.slice(at, first));
    return { ...read, stroke: true };
  }
  if (session === 0 || numberAt(text, next, end) === 0 || text.charCodeAt(next) === 0x30) return null;
  if (year && !isYear(session)) return null;
  // A letter glued to the number counts only when it is a capital alone: "52/212B".
  if (isLetter(text.charCodeAt(end)) && readLetter(text, end) < 0) return null;
  const read = withLetter(
    text,
    designator(year ? 'year-slash' : 'slash', at, end, text.slice(at, first), text.slice(next, end)),
  );
  const open = skipSpaces(text, read.end);
  if (open - read.end > 2) return read;
  const added = readYear(text, open);
  if (added < 0) return read;
  return { ...read, addedYear: Number(inside(text, open, added)), addedYearStart: open, addedYearEnd: added };
}
