import { ordinalWordValue, tensWordValue, cardinalWordValue } from '../text/ordinals.js';
import {
  BODY_NOUNS,
  ECONOMIC_AND_SOCIAL_COUNCIL,
  GENERAL_ASSEMBLY,
  HUMAN_RIGHTS_COUNCIL,
  SECURITY_COUNCIL,
  type BodyNoun,
} from './bodies.js';
import type { CitationContext, SessionReference } from './citation.js';
import {
  digitsStart,
  endsSentence,
  isDash,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
  numberAt,
  readAnyWord,
  readWord,
  readWordBack,
  sentenceEndBetween,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './reading.js';
import { conferenceAt, conferenceNameEnd, otherBodyName } from './mentions.js';
import type { BodyAt, Draft, Scan } from './scan.js';

/** What a session's `adopter` begins with where the treaty named before tells whose it is: "Conference of the Parties to the Convention". */
export const PARTIES_OF = 'Conference of the Parties to the ';
/** The same where the conference named before is meant, and a congress. */
const PARTIES_NOUN = 'Conference of the Parties';
export const CONGRESS = 'Congress';

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
  let plenary = false;
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
    else if (word === 'plenary') plenary = true;
    else if (word === 'resumed' || word === 'reconvened') resumed = true;
    edge = skipSpacesBack(text, from);
    if (isDash(text.charCodeAt(edge - 1))) edge--;
  }
  if (!ordinal || ordinal.start < scan.sessionEnd) return;
  const ordinals = [ordinal];
  const respectively = readWord(text, skipSpaces(text, end + 1), 'respectively') > 0;
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
    if (!other || other.start < scan.sessionEnd) break;
    if (other.number >= ordinals[0]!.number && !respectively) break;
    ordinals.unshift(other);
  }
  if (!resumed && readWordBack(text, skipSpacesBack(text, ordinals[0]!.start), 'resumed') >= 0)
    resumed = true;
  // Only the Assembly has emergency special sessions.
  const body = emergency
    ? { name: GENERAL_ASSEMBLY.name, word: '' }
    : bodyOf(scan, { start: ordinals[0]!.start, end, noun, number: ordinal.number, plenary, special });
  const each = respectively ? eachOf(scan, ordinals) : null;
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
      body: each?.[index] ?? body?.name ?? null,
    };
    if (special) session.special = emergency ? 'emergency special' : 'special';
    else if (resumed) session.special = 'resumed';
    if (body?.word) session.adopter = body.word;
    scan.found.push(session);
  });
  scan.sessionEnd = end;
}

/** "the General Assembly and the Human Rights Council at their eighty-second and sixty-sixth sessions, respectively": the body of each. */
function eachOf({ text, bodies }: Scan, ordinals: readonly OrdinalBack[]): readonly string[] | null {
  if (ordinals.length < 2) return null;
  const start = ordinals[0]!.start;
  const named = bodies.slice(-ordinals.length);
  if (named.length < ordinals.length || sentenceEndBetween(text, named[0]!.start, start)) return null;
  const names = named.map(({ body, name }) => body?.name ?? name);
  return names.includes('') ? null : names;
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

/** A session whose body is asked for: where it stands, and what it is called. */
interface Called {
  readonly start: number;
  readonly end: number;
  readonly noun: string;
  readonly number: number;
  readonly plenary: boolean;
  readonly special: boolean;
}

/** Whose session it is, and the word that stands for the body; the name null where the text before may tell. */
interface Whose {
  readonly name: string | null;
  readonly word: string;
}

/** The body whose session it is: named behind ("of the General Assembly"), or the last one before it in the sentence. */
function bodyOf(scan: Scan, called: Called): Whose | null {
  const { start, end, noun, number } = called;
  const { text, bodies } = scan;
  // "Seventieth Session, Supplement No. 20 (A/70/20)": the symbol has the session in it.
  if (noun === 'session' && text.slice(end, end + SUPPLEMENT).includes(`(A/${number}/`))
    return { name: GENERAL_ASSEMBLY.name, word: '' };
  const within = bodies[bodies.length - 1];
  // "Fifteenth United Nations Congress on …": the name that begins behind the ordinal.
  if (within && within.start > start && within.end > end) return { name: within.name, word: '' };
  const behind = bodyBehind(scan, end);
  if (behind !== undefined) return behind;
  const its = readAnyWordBack(text, skipSpacesBack(text, start), ['its', 'their']);
  const last = lastBody(bodies, noun);
  const near = last && start - last.end < (its ? 600 : 160) && !sentenceEndBetween(text, last.end, start);
  if (near) {
    const whose = whoseOf(scan, last);
    const tied = whose.end <= start && linked(text, whose.end, start);
    // A body that no table holds is the subject where nothing stands between; "its" goes back to one that is known.
    if (tied || (its && (last.body !== null || last.noun !== '' || last.name !== '')))
      return { name: whose.name, word: its && whose.word === '' ? 'its' : whose.word };
  }
  if (its) {
    const subject = subjectBehind(scan, start, end);
    if (subject !== undefined) return { name: subject, word: 'its' };
  }
  if (noun === 'congress') return { name: null, word: CONGRESS };
  const own = ownBody(scan, called, its, near === true);
  return own !== null || its ? { name: own, word: its ? 'its' : '' } : null;
}

/** So far behind a session its symbol may stand: ", Supplement No. 53A and corrigendum (". */
const SUPPLEMENT = 60;

/** The body named behind a session with "of"; undefined where none stands there. */
function bodyBehind(scan: Scan, end: number): Whose | undefined {
  const { text, names } = scan;
  let i = skipSpaces(text, end);
  const of = readWord(text, i, 'of');
  if (of < 0) return undefined;
  i = skipSpaces(text, of);
  const the = readWord(text, i, 'the');
  if (the > 0) i = skipSpaces(text, the);
  const hit = names.match(text, i);
  if (hit && hit.entry.kind === 'body') return { name: hit.entry.of, word: '' };
  const conference = conferenceOfSession(scan, i);
  if (conference) return conference;
  if (!isUpper(text.charCodeAt(i))) return undefined;
  const stop = wordEnd(text, i);
  const other = otherBodyName(text, i, stop);
  const noun = nounAt(text, i);
  if (other === null) return noun === '' ? undefined : { name: nameOfNoun(scan, noun), word: noun };
  // "at its tenth session of the Plan of Action on …": what was spoken of.
  return BODY.test(other.name) ? { name: other.name, word: '' } : undefined;
}

/** What a body that no table holds is. */
const BODY =
  /\b(?:Alliance|Assembly|Association|Board|Body|Coalition|Commission|Committee|Conference|Congress|Council|Forum|Group|Mechanism|Ministers|Network|Organi[sz]ation|Panel|Parties|Subcommittee|Union)\b/;

/** The last body named before a session. The Security Council has none: with it on a masthead stands the one whose session it is. */
function lastBody(bodies: readonly BodyAt[], noun: string): BodyAt | undefined {
  const last = bodies[bodies.length - 1];
  if (last?.body !== SECURITY_COUNCIL || noun !== 'session') return last;
  const other = bodies[bodies.length - 2];
  return other && last.start - other.end <= 2 ? { ...other, end: last.end } : undefined;
}

/** Whose session it is where this body is named before it, and where its name ends. */
function whoseOf(scan: Scan, at: BodyAt): Whose & { readonly end: number } {
  const organ = organOf(scan.text, at);
  if (organ) return { ...organ, word: '' };
  if (at.body !== null) return { name: at.body.name, word: '', end: at.end };
  const conference = at.noun === 'Conference' ? conferenceOfSession(scan, at.start) : null;
  if (conference) return { ...conference, end: conferenceNameEnd(scan, at.start) };
  if (at.noun !== '') return { name: nameOfNoun(scan, at.noun), word: at.noun, end: at.end };
  if (at.name !== '') return { name: at.name, word: '', end: at.end };
  const other = otherBodyName(scan.text, at.start, at.end);
  return { name: other?.name ?? null, word: '', end: other?.end ?? at.end };
}

/** What an organ is that a body may have: its General Conference, or the Assembly of a union, speaks for the whole. */
const ORGAN =
  /\b(?:Board|Body|Committee|Council|Experts|Forum|Group|Mechanism|Panel|Subcommittee)(?: (?:of|on|for|the|and|[A-Z][\w’-]*))* of (?:the )?$/;

/** "Group of Experts on Lakes of the Conference": the organ of a body named last, whose session it is rather than the body's. */
function organOf(
  text: string,
  { start, end }: BodyAt,
): { readonly name: string; readonly end: number } | null {
  const from = Math.max(0, start - 120);
  const organ = ORGAN.exec(text.slice(from, start));
  if (!organ) return null;
  const at = from + organ.index;
  const other = otherBodyName(text, at, wordEnd(text, at));
  return other && other.end >= end ? other : null;
}

/**
 * "Conference of the Parties to the Convention", "Conference of the Parties" at `at`: whose it is, or the words by which what
 * is said before may tell; null for other words.
 */
function conferenceOfSession(scan: Scan, at: number): Whose | null {
  const parties = PARTIES.exec(scan.text.slice(at, at + 160));
  if (!parties) return null;
  // The meeting of the parties to another treaty, which only the document tells.
  if (parties[1] !== undefined) return { name: null, word: '' };
  const conference = conferenceAt(scan, at);
  if (conference === undefined) return { name: nameOfNoun(scan, PARTIES_NOUN), word: PARTIES_NOUN };
  if (conference !== null) return { name: conference.name, word: '' };
  return { name: null, word: parties[2] === undefined ? '' : `${PARTIES_OF}${parties[2]}` };
}

const PARTIES =
  /^Conference\s+of\s+(?:the\s+)?(?:States\s+)?Parties(?:\s+(serving)\b|\s+to\s+the\s+(Convention|Protocol|Agreement|Treaty)\b(?!\s+(?:on|for|against|to)\b)|\b)/;

/**
 * The document's own body, where nothing else is named. "Decides to consider the question at its eightieth session": unless
 * the clause opens the sentence and its subject was not understood; bodies without numbered sessions, and small numbers that
 * may be anyone's, are not guessed. "Seventy-ninth session" alone, as on a masthead; "47th plenary meeting" alone, or "at the
 * 900th meeting", below a resolution; "at the eightieth session" in a resolution of the Assembly of about that time.
 */
function ownBody(
  { text, own, context }: Scan,
  { start, end, noun, number, plenary, special }: Called,
  its: boolean,
  others: boolean,
): string | null {
  if (!own) return null;
  const assembly = own === GENERAL_ASSEMBLY;
  const adopted = context.kind === 'resolution' || context.kind === 'decision';
  const first = skipSpaces(text, 0) === start;
  if (noun === 'meeting') {
    if (its) return null;
    const closes = plenary ? assembly || own === ECONOMIC_AND_SOCIAL_COUNCIL : own === HUMAN_RIGHTS_COUNCIL;
    if (first && closes && (adopted || plenary)) return own.name;
    const council = own === SECURITY_COUNCIL && adopted;
    return council && ADOPTED.test(text.slice(Math.max(0, start - 32), start)) ? own.name : null;
  }
  if (noun !== 'session') return null;
  if (its) {
    const numbered = assembly
      ? number >= 20 && !(others && !isNear(number, context))
      : own === HUMAN_RIGHTS_COUNCIL && adopted && !others;
    return numbered && !opensSentence(text, start) ? own.name : null;
  }
  if (first && endsAlone(text, end)) {
    if (assembly) return isNear(number, context, 1) ? own.name : null;
    return own === ECONOMIC_AND_SOCIAL_COUNCIL || own === SECURITY_COUNCIL ? null : own.name;
  }
  // "a report at the seventy-fifth session", "the outcome of the twenty-third special session"
  if (!assembly || !adopted || readWord(text, skipSpaces(text, end), 'of') > 0) return null;
  return special || (!others && isNear(number, context)) ? own.name : null;
}

/** "Adopted unanimously at the 900th meeting" */
const ADOPTED = /^Adopted(?: unanimously)? at the $/;

/** Whether a line ends at `at`, or a date or an agenda item stands there. */
function endsAlone(text: string, at: number): boolean {
  const next = skipSpaces(text, at);
  return (
    next >= text.length ||
    isDigit(text.charCodeAt(next)) ||
    readAnyWord(text, next, ['item', 'items', 'agenda']) > 0
  );
}

/**
 * Whether the Assembly holds the session with this number about the time of the document, so many years later at most: that
 * of its symbol ("A/79/12"), or of its year; session n opens in September of 1945 + n and lasts for a year.
 */
function isNear(number: number, { symbol, year }: CitationContext, later = 5): boolean {
  const own = symbol ? /^A\/(?:[^\d/][^/]*\/)?(\d{2,3})\//.exec(symbol) : null;
  if (own) return number >= Number(own[1]) && number < Number(own[1]) + later;
  return year !== null && year !== undefined && number >= year - 1946 && number < year - 1945 + later;
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
function nameOfNoun(scan: Scan, noun: string): string | null {
  for (let i = scan.bodies.length - 1; i >= 0 && i > scan.bodies.length - 60; i--) {
    const one = scan.bodies[i]!;
    const name = one.body?.name ?? one.name;
    if (name !== '' && nounsOf(name).includes(noun)) return name;
  }
  if (scan.own && nounsOf(scan.own.name).includes(noun)) return scan.own.name;
  return noun === 'Assembly' ? GENERAL_ASSEMBLY.name : null;
}

/**
 * The words by which a text calls the body with this name when it speaks of its sessions: "Commission" for "International Law
 * Commission". None for the Security Council, which has no sessions, and for a conference of parties that serves as another
 * treaty's meeting, which is never called so.
 */
export function nounsOf(name: string): readonly string[] {
  if (name === SECURITY_COUNCIL.name) return NO_NOUN;
  if (OF_PARTIES.test(name)) return name.includes(' serving ') ? NO_NOUN : ['Conference', PARTIES_NOUN];
  const head = HEAD.exec(name)?.[0] ?? name;
  const noun = BODY_NOUNS.find((one) => head.endsWith(one));
  return noun === undefined ? NO_NOUN : [noun];
}

const NO_NOUN: readonly string[] = [];
const OF_PARTIES = /^Conference of (?:the )?(?:States )?Parties /;
/** A name up to what it is of: "Committee" of "Committee on Lakes". */
const HEAD = /^.*?(?= (?:of|on|for|to) )/;
