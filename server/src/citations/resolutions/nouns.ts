import { firstIn } from '../../text/search.js';
import { readDesignator } from '../designator.js';
import {
  endsSentence,
  isDigit,
  isLetter,
  isUpper,
  readAnyWord,
  readWord,
  skipSpaces,
  skipSpacesBack,
  wordStart,
} from '../reading.js';

/** What a noun that cites is: its decision flag, whether it is plural, and whether it says "Security Council" itself (UNSCR). */
export interface ResolutionNoun {
  readonly decision: boolean;
  readonly plural: boolean;
  readonly council: boolean;
}

/** The nouns that cite, in small letters. */
export const RESOLUTION_NOUNS: readonly (readonly [word: string, noun: ResolutionNoun])[] = [
  ['resolution', { decision: false, plural: false, council: false }],
  ['resolutions', { decision: false, plural: true, council: false }],
  ['decision', { decision: true, plural: false, council: false }],
  ['decisions', { decision: true, plural: true, council: false }],
  ['res', { decision: false, plural: false, council: false }],
  ['unscr', { decision: false, plural: false, council: true }],
  ['unscrs', { decision: false, plural: true, council: true }],
];

/** Whether a word for resolutions or decisions stands at `at`. */
export function isResolutionWord(text: string, at: number): boolean {
  return readAnyWord(text, at, ['resolution', 'resolutions', 'decision', 'decisions']) > 0;
}

const CONNECTORS: readonly string[] = [
  'including',
  'namely',
  'notably',
  'particularly',
  'especially',
  'principally',
];

/** Where a first number may stand behind the noun that ends at `end`: at once, or behind "including", "such as", a colon. */
export function firstNumberAt(
  text: string,
  end: number,
  plural: boolean,
  decision: boolean,
): { at: number; numbered: boolean } {
  let i = skipSpaces(text, end);
  let numbered = false;
  const no = readAnyWord(text, i, ['no', 'nos', 'number', 'numbers']);
  if (no > 0) {
    i = text.charCodeAt(no) === 0x2e ? no + 1 : no;
    i = skipSpaces(text, i);
    numbered = true;
  }
  if (text.charCodeAt(i) === 0x28 && (isDigit(text.charCodeAt(i + 1)) || text.startsWith('S-', i + 1))) i++;
  if (readDesignator(text, i)) return { at: i, numbered };
  if (!plural) return { at: i, numbered };
  if (text.charCodeAt(i) === 0x3a) return { at: skipSpaces(text, i + 1), numbered };
  const at = numberBehindTopic(text, i, decision ? OWN_DECISION : OWN_RESOLUTION);
  return { at: at < 0 ? i : at, numbered };
}

/** What may stand between "including" and the first number; a noun of the other kind has numbers of its own. */
const OWN_RESOLUTION: readonly string[] = ['its', 'resolution', 'resolutions'];

const OWN_DECISION: readonly string[] = ['its', 'decision', 'decisions'];

/** How far the first number may stand behind "resolutions on …, in particular". */
const FIRST_REACH = 160;

/**
 * The first number behind a topic: "resolutions on Iraq, in particular 1500 (2003)", "resolutions, including its
 * resolution 75/1", "resolutions (such as 66/288)". -1 where no such words introduce one in the same sentence.
 */
function numberBehindTopic(text: string, from: number, own: readonly string[]): number {
  const limit = Math.min(text.length, from + FIRST_REACH);
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e && endsSentence(text, i)) return -1;
    if (code === 0x3b || code === 0x3a || code === 0x29) return -1;
    const joint = code === 0x2c || code === 0x28;
    if (!joint && i > from) {
      if (isLetter(code) && !isLetter(text.charCodeAt(i - 1))) {
        if (isResolutionWord(text, i)) return -1;
        if (readAnyWord(text, i, ['including', 'namely']) < 0) continue;
      } else {
        continue;
      }
    }
    let next = joint ? skipSpaces(text, i + 1) : i;
    const and = readWord(text, next, 'and');
    if (and > 0) next = skipSpaces(text, and);
    const introduced = readIntroduction(text, next);
    if (introduced < 0) {
      // Another parenthesis is read over.
      if (code === 0x28) {
        const close = firstIn(text, ')', i, limit + 1);
        if (close < 0) return -1;
        i = close;
      }
      continue;
    }
    next = skipSpaces(text, introduced);
    if (text.charCodeAt(next) === 0x2c) next = skipSpaces(text, next + 1);
    for (let w = readAnyWord(text, next, own); w > 0; w = readAnyWord(text, next, own)) {
      next = skipSpaces(text, w);
    }
    const read = readDesignator(text, next);
    return read && read.form !== 'bare' && read.form !== 'letter' ? next : -1;
  }
  return -1;
}

/** The place behind "including", "in particular", "such as", "most recently" at `at`, or -1. */
function readIntroduction(text: string, at: number): number {
  const word = readAnyWord(text, at, CONNECTORS);
  if (word > 0) return word;
  const first = readAnyWord(text, at, ['such', 'in', 'inter', 'most', 'last', 'first']);
  return first < 0
    ? -1
    : readAnyWord(text, skipSpaces(text, first), ['as', 'particular', 'alia', 'recently', 'notably']);
}

/** Capitalized words before "Resolution" that make it another's: "Cabinet Resolution 12". */
export function isOthers(text: string, start: number): boolean {
  if (!isUpper(text.charCodeAt(start))) return false;
  const end = skipSpacesBack(text, start);
  const from = wordStart(text, end);
  if (from === end || !isUpper(text.charCodeAt(from))) return false;
  return /^(?:ministerial|cabinet|government|governmental|presidential|joint|supreme|federal|national|administrative|executive|parliamentary|house|senate|board|governor)$/i.test(
    text.slice(from, end),
  );
}
