import { ordinalWordValue, tensWordValue, cardinalWordValue } from '../text/ordinals.js';
import { BODY_NOUNS, GENERAL_ASSEMBLY, HUMAN_RIGHTS_COUNCIL, type BodyNoun } from './bodies.js';
import type { SessionReference } from './citation.js';
import {
  digitsStart,
  endsSentence,
  isDash,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
  numberAt,
  readWord,
  readWordBack,
  sentenceEndBetween,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './reading.js';
import { conferenceAt } from './mentions.js';
import type { Draft, Scan } from './scan.js';

export const SESSION_WORDS: readonly (readonly [word: string, noun: string])[] = [
  ['session', 'session'],
  ['sessions', 'session'],
  ['meeting', 'meeting'],
  ['meetings', 'meeting'],
  ['congress', 'congress'],
  ['congresses', 'congress'],
];

/** Words that may stand between the ordinal and the noun. */
const BETWEEN = new Set([
  'special',
  'emergency',
  'regular',
  'annual',
  'resumed',
  'reconvened',
  'substantive',
  'organizational',
  'plenary',
  'formal',
  'informal',
  'ordinary',
  'extraordinary',
  'biennial',
  'high',
  'level',
  'united',
  'nations',
  'main',
  'open',
  'closed',
  'private',
  'public',
  'joint',
  'consultative',
  'ministerial',
]);

interface OrdinalBack {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly figures: boolean;
}

/** The ordinal that ends at `end`, in words ("seventy-fifth", "one hundred and twelfth") or figures ("12th"); null where there is none. */
export function readOrdinalBack(text: string, end: number): OrdinalBack | null {
  const start = wordStart(text, end);
  if (start === end) return null;
  if (
    isDigit(text.charCodeAt(start - 1)) ||
    (end - start === 2 && isSpace(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start - 2)))
  ) {
    const suffix = text.slice(start, end).toLowerCase();
    if (suffix !== 'st' && suffix !== 'nd' && suffix !== 'rd' && suffix !== 'th') return null;
    const digits = skipSpacesBack(text, start);
    const from = digitsStart(text, digits);
    // "8,700th": the comma of thousands.
    if (digits - from === 3 && text.charCodeAt(from - 1) === 0x2c && isDigit(text.charCodeAt(from - 2))) {
      const thousands = digitsStart(text, from - 1);
      if (from - thousands <= 3) {
        const number = 1000 * numberAt(text, thousands, from - 1) + numberAt(text, from, digits);
        return { start: thousands, end, number, figures: true };
      }
    }
    if (digits - from > 5 || text.charCodeAt(from - 1) === 0x2f || text.charCodeAt(from - 1) === 0x2e)
      return null;
    const number = numberAt(text, from, digits);
    return number > 0 ? { start: from, end, number, figures: true } : null;
  }
  if (end - start > 12) return null;
  let number = ordinalWordValue(text.slice(start, end));
  if (number === 0) return null;
  let from = start;
  if (number < 10) {
    // "seventy-fifth"; converters leave a space or break behind the hyphen.
    let edge = skipSpacesBack(text, from);
    if (isDash(text.charCodeAt(edge - 1))) edge = skipSpacesBack(text, edge - 1);
    else if (edge === from) edge = -1;
    if (edge > 0) {
      const tens = wordStart(text, edge);
      const value = tens < edge ? tensWordValue(text.slice(tens, edge)) : 0;
      if (value > 0) {
        number += value;
        from = tens;
      }
    }
  }
  if (number === 100) {
    const edge = skipSpacesBack(text, from);
    const cardinal = wordStart(text, edge);
    const count = cardinal < edge ? cardinalWordValue(text.slice(cardinal, edge)) : 0;
    if (count > 0 && count < 10) return { start: cardinal, end, number: count * 100, figures: false };
    return { start: from, end, number, figures: false };
  }
  // "(one) hundred and twelfth"
  let edge = skipSpacesBack(text, from);
  const and = readWordBack(text, edge, 'and');
  if (and >= 0) edge = skipSpacesBack(text, and);
  const hundred = readWordBack(text, edge, 'hundred');
  if (hundred >= 0) {
    let first = hundred;
    edge = skipSpacesBack(text, hundred);
    const cardinal = wordStart(text, edge);
    let count = cardinal < edge ? cardinalWordValue(text.slice(cardinal, edge)) : 0;
    if (count > 0 && count < 10) first = cardinal;
    else count = 1;
    return { start: first, end, number: number + count * 100, figures: false };
  }
  return { start: from, end, number, figures: false };
}

/** A session, meeting or congress whose noun stands in [start, end). */
export function recognizeSession(scan: Scan, start: number, end: number, noun: string): void {
  const { text } = scan;
  let edge = skipSpacesBack(text, start);
  if (edge === start) return;
  let special = false;
  let emergency = false;
  let resumed = false;
  let ordinal: OrdinalBack | null = null;
  for (let i = 0; i < 5; i++) {
    ordinal = readOrdinalBack(text, edge);
    if (ordinal) break;
    const from = wordStart(text, edge);
    if (from === edge) return;
    const word = text.slice(from, edge).toLowerCase();
    if (!BETWEEN.has(word)) return;
    if (word === 'special') special = true;
    else if (word === 'emergency') emergency = true;
    else if (word === 'resumed' || word === 'reconvened') resumed = true;
    edge = skipSpacesBack(text, from);
    if (isDash(text.charCodeAt(edge - 1))) edge--;
  }
  if (!ordinal || ordinal.start < scan.sessionEnd) return;
  const ordinals = [ordinal];
  // "eighth and ninth sessions", "3rd to 6th meetings".
  for (let i = 0; i < 20; i++) {
    let back = skipSpacesBack(text, ordinals[0]!.start);
    const and = Math.max(readWordBack(text, back, 'and'), readWordBack(text, back, 'to'));
    if (and >= 0) back = skipSpacesBack(text, and);
    else if (text.charCodeAt(back - 1) === 0x2c || isDash(text.charCodeAt(back - 1)))
      back = skipSpacesBack(text, back - 1);
    else break;
    if (text.charCodeAt(back - 1) === 0x2c) back = skipSpacesBack(text, back - 1);
    const other = readOrdinalBack(text, back);
    if (!other || other.number >= ordinals[0]!.number || other.start < scan.sessionEnd) break;
    ordinals.unshift(other);
  }
  if (!resumed && readWordBack(text, skipSpacesBack(text, ordinals[0]!.start), 'resumed') >= 0)
    resumed = true;
  const body = bodyOf(scan, ordinals[0]!.start, end, { emergency, noun, number: ordinal.number });
  ordinals.forEach((one, index) => {
    const last = index === ordinals.length - 1;
    const stop = last ? end : one.end;
    const session: Draft<SessionReference> = {
      type: 'session',
      start: one.start,
      end: stop,
      text: text.slice(one.start, stop),
      noun,
      number: one.number,
      ordinalSpan: { start: one.start, end: one.end },
      figures: one.figures,
      body: body?.name ?? null,
    };
    if (special) session.special = emergency ? 'emergency special' : 'special';
    else if (resumed) session.special = 'resumed';
    if (body?.word) session.adopter = body.word;
    scan.found.push(session);
  });
  scan.sessionEnd = end;
}

const SMALL = new Set([
  'at',
  'its',
  'the',
  'in',
  'during',
  'held',
  'of',
  'to',
  'also',
  'on',
  'by',
  'and',
  'for',
  's',
  'has',
  'decided',
  'adopted',
  'annual',
  'resumed',
]);

/** The body whose session it is: named behind ("of the General Assembly"), or the last one before it in the sentence. */
function bodyOf(
  scan: Scan,
  start: number,
  end: number,
  { emergency, noun, number }: { emergency: boolean; noun: string; number: number },
): { name: string | null; word: string } | null {
  const { text, names, bodies, own, context } = scan;
  // Only the Assembly has emergency special sessions.
  if (emergency) return { name: GENERAL_ASSEMBLY.name, word: '' };
  let i = skipSpaces(text, end);
  const of = readWord(text, i, 'of');
  if (of > 0) {
    i = skipSpaces(text, of);
    const the = readWord(text, i, 'the');
    if (the > 0) i = skipSpaces(text, the);
    const hit = names.match(text, i);
    if (hit && hit.entry.kind === 'body') return { name: hit.entry.of, word: '' };
    const conference = conferenceAt(scan, i);
    if (conference !== undefined) return conference === null ? null : { name: conference.name, word: '' };
    const called = nounAt(text, i);
    if (called !== '' && !isUpper(text.charCodeAt(skipSpaces(text, wordEnd(text, i)))))
      return { name: nameOfNoun(scan, called), word: called };
    // A body that no table holds: "of the Working Group on …".
    if (isUpper(text.charCodeAt(i))) return null;
  }
  const before = skipSpacesBack(text, start);
  const its = readAnyWordBack(text, before, ['its', 'their']);
  const last = bodies[bodies.length - 1];
  if (last && start - last.end < (its ? 600 : 160) && !sentenceEndBetween(text, last.end, start)) {
    if (its || linked(text, last.end, start)) {
      const name = last.body?.name ?? (last.noun ? nameOfNoun(scan, last.noun) : last.name || null);
      return { name, word: its ? 'its' : '' };
    }
  }
  if (!its) return null;
  const subject = subjectBehind(scan, start, end);
  if (subject !== undefined) return { name: subject, word: 'its' };
  // "Decides to consider the question at its eightieth session": the document's own body, unless the clause opens the
  // sentence and its subject was not understood. Bodies without numbered sessions, and small numbers that may be
  // anyone's, are not guessed.
  const adopted = context.kind === 'resolution' || context.kind === 'decision';
  const numbered = own === GENERAL_ASSEMBLY ? number >= 20 : own === HUMAN_RIGHTS_COUNCIL && adopted;
  const named = own && numbered && noun === 'session' && !opensSentence(text, start);
  return { name: named ? own.name : null, word: 'its' };
}

/** Whether only "At its", "During its" and the like stand between the beginning of the sentence and `at`. */
function opensSentence(text: string, at: number): boolean {
  let end = skipSpacesBack(text, at);
  for (let i = 0; i < 3; i++) {
    const from = wordStart(text, end);
    if (from === end) break;
    if (isUpper(text.charCodeAt(from))) return true;
    end = skipSpacesBack(text, from);
  }
  return end === 0;
}

/**
 * "At its seventy-first session, held in Geneva, the Economic Commission for Europe adopted": the subject that follows, null
 * where it is a noun whose body is not known, undefined where none follows.
 */
function subjectBehind(scan: Scan, start: number, end: number): string | null | undefined {
  const { text, names } = scan;
  const limit = Math.min(text.length, end + 300);
  // Where the clause opens the sentence its comma is often left out: "At its third session the Assembly met".
  const opens = opensSentence(text, start);
  for (let i = end; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e && endsSentence(text, i)) return undefined;
    if (code !== 0x2c && !(opens && i === end)) continue;
    const the = readWord(text, skipSpaces(text, code === 0x2c ? i + 1 : i), 'the');
    if (the < 0) continue;
    const at = skipSpaces(text, the);
    const hit = names.match(text, at);
    if (hit?.entry.kind === 'body') return hit.entry.of;
    const noun = hit ? '' : nounAt(text, at);
    if (noun !== '') return nameOfNoun(scan, noun);
  }
  return undefined;
}

function linked(text: string, from: number, to: number): boolean {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (isLetter(code)) {
      const end = wordEnd(text, i);
      if (!SMALL.has(text.slice(i, end).toLowerCase())) return false;
      i = end;
    } else if (isSpace(code) || code === 0x2c || code === 0x2019 || code === 0x27) {
      i++;
    } else {
      return false;
    }
  }
  return true;
}

function readAnyWordBack(text: string, end: number, words: readonly string[]): boolean {
  return words.some((word) => readWordBack(text, end, word) >= 0);
}

function nounAt(text: string, at: number): BodyNoun {
  const end = wordEnd(text, at);
  const word = text.slice(at, end);
  return BODY_NOUNS.find((noun) => noun === word) ?? '';
}

/** The name of the body that a noun stands for: the last one named so, the document's own, or the Assembly. */
function nameOfNoun(scan: Scan, noun: BodyNoun): string | null {
  for (let i = scan.bodies.length - 1; i >= 0 && i > scan.bodies.length - 60; i--) {
    const one = scan.bodies[i]!;
    if (one.body?.noun === noun) return one.body.name;
  }
  if (scan.own?.noun === noun) return scan.own.name;
  return noun === 'Assembly' ? GENERAL_ASSEMBLY.name : null;
}
