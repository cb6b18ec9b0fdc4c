import {
  bodyOfStem,
  conferenceOf,
  CLIMATE_CONFERENCE,
  ECONOMIC_AND_SOCIAL_COUNCIL,
  EXECUTIVE_BOARD,
  GENERAL_ASSEMBLY,
  HUMAN_RIGHTS_COUNCIL,
  SECURITY_COUNCIL,
  adoptingBody,
  BODY_NOUNS,
  type AdoptingBody,
  type BodyNoun,
} from './bodies.js';
import type { ResolutionCitation } from './citation.js';
import { parseOrdinal } from '../text/ordinals.js';
import { isoDate, readDate } from './dates.js';
import {
  readDesignator,
  readLetter,
  readSession,
  type DesignatorForm,
  type ReadDesignator,
} from './designator.js';
import { conferenceAt, conferenceNameEnd } from './mentions.js';
import { conferenceStem, normalizedForm } from './normalize.js';
import { romanEnd, romanValue } from './numerals.js';
import {
  digitsEnd,
  digitsStart,
  endsSentence,
  isAlphanumeric,
  isApostrophe,
  isClosingQuote,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isOpeningQuote,
  isSpace,
  isUpper,
  numberAt,
  readAnyWord,
  readWord,
  readWordBack,
  sentenceEndBetween,
  skipNoteMark,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './reading.js';
import type { BodyAt, Draft, Scan } from './scan.js';
import type { ReadSymbol } from './symbols.js';
import { firstIn } from '../text/search.js';

/** One member of a list of numbers, with what is said of it alone. */
interface Member {
  readonly read: ReadDesignator;
  date: { iso: string; year: number; start: number; end: number } | null;
  part: string;
}

/** How far a chain looks for its next member behind a topic, in code units; it never crosses the end of a sentence. */
const TOPIC_REACH = 320;
/** The most members that one list may have: more than any published one. */
const MOST_MEMBERS = 400;

// ---- Lists

const SEPARATORS: readonly string[] = ['and', 'or', 'to', 'through', 'until'];
const FILLERS: readonly string[] = [
  'also',
  'its',
  'in',
  'of',
  'nos',
  'no',
  'subsequent',
  'further',
  'resolution',
  'resolutions',
  'decision',
  'decisions',
];

/** What stands between two members: the place where the next may begin, or -1. */
function readSeparator(text: string, at: number): number {
  let i = skipSpaces(text, at);
  let found = false;
  const mark = text.charCodeAt(i);
  if (mark === 0x2c || mark === 0x3b) {
    i = skipSpaces(text, skipNoteMark(text, i + 1));
    found = true;
  } else if (isDash(mark) && mark !== 0x2d) {
    i = skipSpaces(text, i + 1);
    return i;
  } else if (mark === 0x26) {
    i = skipSpaces(text, i + 1);
    found = true;
  }
  for (const word of SEPARATORS) {
    const end = readWord(text, i, word);
    if (end < 0) continue;
    i = skipSpaces(text, end);
    found = true;
    break;
  }
  const well = readWord(text, i, 'as');
  if (well > 0) {
    const second = readWord(text, skipSpaces(text, well), 'well');
    const third = second > 0 ? readWord(text, skipSpaces(text, second), 'as') : -1;
    if (third > 0) {
      i = skipSpaces(text, third);
      found = true;
    }
  }
  if (!found) return -1;
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  return i;
}

const PARTS: readonly string[] = [
  'annex',
  'annexes',
  'section',
  'sections',
  'sect',
  'sects',
  'sec',
  'part',
  'parts',
  'paragraph',
  'paragraphs',
  'para',
  'paras',
  'chapter',
  'chap',
  'appendix',
  'preambular',
  'operative',
];

/** Parts whose full stop is none of the sentence's. */
const SHORTENED: readonly string[] = ['sect', 'sects', 'sec', 'para', 'paras', 'chap'];

/** The place behind ", annex II", ", sect. XV, para. 5", "(sect. VIII, para. 20)" at `at`, or -1. */
function readPart(text: string, at: number): number {
  let i = skipSpaces(text, at);
  if (text.charCodeAt(i) === 0x28) {
    const inner = readPart(text, i + 1);
    if (inner < 0) return -1;
    let end = inner;
    for (let next = readPart(text, end); next > 0; next = readPart(text, end)) end = next;
    end = skipSpaces(text, end);
    return text.charCodeAt(end) === 0x29 ? end + 1 : -1;
  }
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const word = readAnyWord(text, i, PARTS);
  if (word < 0) return -1;
  let end = word;
  if (text.charCodeAt(end) === 0x2e && readAnyWord(text, i, SHORTENED) > 0) end++;
  for (;;) {
    const next = readPartNumber(text, skipSpaces(text, end));
    if (next < 0) return end;
    end = next;
    // "annexes I and II", "paras. 5–7": a joint counts only when a number of a part follows, not of a resolution.
    let joint = skipSpaces(text, end);
    if (isDash(text.charCodeAt(joint)) || text.charCodeAt(joint) === 0x2c) joint++;
    else joint = readAnyWord(text, joint, ['and', 'to', 'or']);
    if (joint < 0) return end;
    joint = skipSpaces(text, joint);
    const and = readWord(text, joint, 'and');
    if (and > 0) joint = skipSpaces(text, and);
    const other = readDesignator(text, joint);
    if (other && other.form !== 'bare' && other.form !== 'letter') return end;
    if (readPartNumber(text, joint) < 0) return end;
    end = joint;
  }
}

/** The place behind "II", "XV.3", "5 (a)", "B" at `at`, or -1. */
function readPartNumber(text: string, at: number): number {
  let end = digitsEnd(text, at);
  if (end === at) {
    end = romanEnd(text, at);
    if (end === at && isUpper(text.charCodeAt(at)) && !isAlphanumeric(text.charCodeAt(at + 1))) end = at + 1;
  }
  if (end === at || isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2f) return -1;
  while (
    text.charCodeAt(end) === 0x2e &&
    isAlphanumeric(text.charCodeAt(end + 1)) &&
    !isLower(text.charCodeAt(end + 1))
  ) {
    end++;
    while (isAlphanumeric(text.charCodeAt(end)) && !isLower(text.charCodeAt(end))) end++;
  }
  for (let open = skipSpaces(text, end); text.charCodeAt(open) === 0x28; open = skipSpaces(text, end)) {
    const close = wordEnd(text, open + 1);
    if (close === open + 1 || close - open > 6 || text.charCodeAt(close) !== 0x29) break;
    end = close + 1;
  }
  return end;
}

/** Reads what belongs to the member that ends at `at`: its date, annex, section. Returns the place behind it. */
function readSuffixes(text: string, at: number, member: Member): number {
  let end = skipNoteMark(text, at);
  for (let round = 0; round < 8; round++) {
    const dated = member.date ? -1 : readAdoption(text, end, member);
    if (dated > 0) {
      end = skipNoteMark(text, dated);
      continue;
    }
    const part = readPart(text, end);
    // "…, section VI of its resolution 71/272": the part of what follows.
    if (part > 0 && !isPartOfNext(text, part)) {
      if (member.part === '') {
        let from = skipSpaces(text, end);
        if (text.charCodeAt(from) === 0x2c) from = skipSpaces(text, from + 1);
        member.part = text.slice(from, part).replace(/\s+/g, ' ');
      }
      end = skipNoteMark(text, part);
      continue;
    }
    break;
  }
  return end;
}

/** Whether "of" and what is no date follow a part. */
function isPartOfNext(text: string, at: number): boolean {
  const of = readWord(text, skipSpaces(text, at), 'of');
  return of > 0 && !isDigit(text.charCodeAt(skipSpaces(text, of)));
}

/** " of 16 December 2020", " adopted on 30 July 2010", ", on 29 November 1947": the place behind the date, or -1. */
function readAdoption(text: string, at: number, member: Member): number {
  let i = skipSpaces(text, at);
  if (i === at && text.charCodeAt(i) !== 0x2c) return -1;
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const also = readWord(text, i, 'also');
  if (also > 0) i = skipSpaces(text, also);
  let word = readAnyWord(text, i, ['of', 'dated', 'on']);
  if (word < 0) {
    word = readWord(text, i, 'adopted');
    if (word > 0) word = readWord(text, skipSpaces(text, word), 'on');
  }
  if (word < 0) return -1;
  const date = readDate(text, skipSpaces(text, word));
  if (!date) return -1;
  const iso = isoDate(date.day, date.month, date.year);
  if (iso !== null && date.year !== null)
    member.date = { iso, year: date.year, start: date.start, end: date.end };
  return date.end;
}

/** Whether a number alone may be a member at this place: what follows must not make it a count of something. */
function bareStands(text: string, read: ReadDesignator): boolean {
  if (read.end - read.start < 3) return false;
  const next = skipSpaces(text, read.end);
  const code = text.charCodeAt(next);
  if (
    next >= text.length ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x2e ||
    code === 0x29 ||
    code === 0x28 ||
    code === 0x3a
  )
    return true;
  if (
    code === 0x5d ||
    code === 0x201d ||
    code === 0x22 ||
    code === 0x5b ||
    code === 0x3c ||
    code === 0x3f ||
    code === 0x2f ||
    isApostrophe(code)
  )
    return true;
  return (
    readAnyWord(text, next, [
      'and',
      'or',
      'of',
      'on',
      'in',
      'to',
      'by',
      'as',
      'at',
      'which',
      'that',
      'was',
      'is',
      'has',
      'have',
      'had',
      'were',
      'are',
      'for',
      'with',
      'adopted',
      'calls',
      'called',
      'should',
      'must',
      'will',
      'would',
      'can',
      'could',
      'expresses',
      'requests',
      'the',
      'also',
      'from',
      'concerning',
      'entitled',
      'reaffirms',
      'through',
      'provides',
      'remains',
      'after',
      'before',
      'since',
      'unanimously',
      'we',
      'it',
      'but',
      'while',
    ]) > 0
  );
}

/**
 * Reads the numbers that follow the word "resolutions" (or a first symbol) from `at` on. The chain goes on over
 * separators, dates, annexes and, where there are several, the topics between them; it ends at what it does not understand.
 */
function readMembers(
  text: string,
  at: number,
  plural: boolean,
  first: ReadDesignator | null,
  council = false,
): { members: Member[]; end: number } {
  const members: Member[] = [];
  let read = first ?? readDesignator(text, at);
  let end = at;
  if (!read) return { members, end };
  let bareOnly = read.form === 'bare';
  if (bareOnly && !council && !bareStands(text, read)) return { members, end };
  for (;;) {
    const member: Member = { read, date: null, part: '' };
    members.push(member);
    end = readSuffixes(text, Math.max(read.end, read.addedYearEnd), member);
    if (read.letter !== '') end = readLetters(text, end, members);
    if (members.length >= MOST_MEMBERS) break;
    let next = readSeparator(text, end);
    let found: ReadDesignator | null = null;
    if (next > 0) {
      found = readDesignator(text, next);
      if (!found && !isResolutionWord(text, next)) {
        const filler = readAnyWord(text, next, FILLERS);
        if (filler > 0) found = readDesignator(text, skipSpaces(text, filler));
      }
    }
    if (found && !continues(text, found, read.form, bareOnly)) found = null;
    if (!found && plural) {
      next = findMember(text, end, members[0]!.read);
      if (next > 0) found = readDesignator(text, next);
    }
    if (!found) break;
    bareOnly = bareOnly && (found.form === 'bare' || found.form === 'year');
    read = found;
  }
  return { members, end };
}

/** Whether `found` may follow members of this form: a number alone only among the Security Council's. */
function continues(text: string, found: ReadDesignator, form: DesignatorForm, bareOnly: boolean): boolean {
  if (found.form === 'bare')
    return (bareOnly || form === 'year' || form === 'bare') && bareStands(text, found);
  if (found.form === 'letter') return form === 'letter';
  return true;
}

function isResolutionWord(text: string, at: number): boolean {
  return readAnyWord(text, at, ['resolution', 'resolutions', 'decision', 'decisions']) > 0;
}

/** "31/6 A and B", "48/75 A, C and L", "2200 A to C (XXI)": the further letters of the last member. */
function readLetters(text: string, at: number, members: Member[]): number {
  let end = at;
  for (;;) {
    const last = members[members.length - 1]!.read;
    const next = readSeparator(text, end);
    if (next < 0 || !isUpper(text.charCodeAt(next))) return end;
    const letter = readLetter(text, next);
    if (letter < 0 || letter - next > 2 || text.slice(next, letter) <= last.letter) return end;
    // "377 A, B and C (V)": the session stands behind the last letter.
    const session = last.form === 'roman' ? readSession(text, letter) : -1;
    if (session < 0 && text.charCodeAt(skipSpaces(text, letter)) === 0x28) return end;
    const read: ReadDesignator = {
      ...last,
      start: next,
      end: Math.max(letter, session),
      letter: text.slice(next, letter),
      addedYear: 0,
    };
    const member: Member = { read, date: null, part: '' };
    members.push(member);
    end = readSuffixes(text, read.end, member);
  }
}

/**
 * The place of the next member behind a topic: "…, on trafficking in women and girls, and 75/195, on …". It must stand
 * behind a separator and be written like the first member; the sentence must not end before it, nor name another
 * kind of thing.
 */
function findMember(text: string, from: number, like: ReadDesignator): number {
  // A topic begins with a comma, or with a word such as "on" or "entitled", or is what parentheses hold.
  let i = skipSpaces(text, from);
  if (text.charCodeAt(i) === 0x28) {
    const close = firstIn(text, ')', i, i + TOPIC_REACH + 1);
    if (close < 0) return -1;
    const next = readSeparator(text, close + 1);
    const read = next < 0 ? null : readDesignator(text, next);
    return read && sameSort(read, like) ? next : -1;
  }
  const comma = text.charCodeAt(i) === 0x2c || text.charCodeAt(i) === 0x3b;
  const opening = comma ? skipSpaces(text, i + 1) : i;
  const topic = readAnyWord(text, opening, [
    'on',
    'entitled',
    'concerning',
    'regarding',
    'by',
    'in',
    'which',
    'adopted',
    'relating',
    'calling',
    'containing',
    'pertaining',
  ]);
  if (topic < 0 && !isOpeningQuote(text.charCodeAt(opening))) {
    return -1;
  }
  const limit = Math.min(text.length, from + TOPIC_REACH);
  let quoted = false;
  for (i = opening; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x201c) quoted = true;
    else if (code === 0x201d) quoted = false;
    if (quoted) continue;
    if (code === 0x2e && endsSentence(text, i)) return -1;
    if (code === 0x28) {
      const close = firstIn(text, ')', i, limit + 1);
      if (close < 0) return -1;
      i = close;
      continue;
    }
    if (isLetter(code) && !isAlphanumeric(text.charCodeAt(i - 1))) {
      if (isResolutionWord(text, i)) return -1;
      const special =
        (code === 0x53 || code === 0x45) && behindSeparator(text, i) ? readDesignator(text, i) : null;
      if (special && special.form === 'special' && sameSort(special, like)) return i;
      i = wordEnd(text, i) - 1;
      continue;
    }
    if (!isDigit(code)) continue;
    if (behindSeparator(text, i)) {
      const read = readDesignator(text, i);
      if (read && sameSort(read, like)) return i;
    }
    i = digitsEnd(text, i) - 1;
  }
  return -1;
}

/** Whether what stands before `at` separates members: a comma, a semicolon, "and". */
function behindSeparator(text: string, at: number): boolean {
  const end = skipSpacesBack(text, at);
  const code = text.charCodeAt(end - 1);
  return (
    code === 0x2c ||
    code === 0x3b ||
    readWordBack(text, end, 'and') >= 0 ||
    readWordBack(text, end, 'or') >= 0
  );
}

/** Whether two numbers are written alike and may be of one list. */
function sameSort(a: ReadDesignator, b: ReadDesignator): boolean {
  if (a.form === 'bare' || a.form === 'letter') return false;
  const assembly = (form: DesignatorForm): boolean =>
    form === 'slash' || form === 'roman' || form === 'special';
  return a.form === b.form || (assembly(a.form) && assembly(b.form));
}

// ---- Who adopted it

/** A body, or that it belongs to another organization. */
interface Adopter {
  readonly body: AdoptingBody | null;
  readonly foreign: boolean;
  readonly assumed: boolean;
  /** "its", "Council": the word that stood for the body. */
  readonly word: string;
  /** Where the words for it begin. */
  readonly start: number;
}

/** What stands for a body that is known by its report alone. */
export const REPORTED = 'report';

/** Words that may stand between a body and its resolution: "the Assembly, in its", "adopted", "relevant". */
const LINKS = new Set([
  'in',
  'by',
  'through',
  'under',
  'of',
  'with',
  'pursuant',
  'to',
  'accordance',
  'inter',
  'alia',
  'at',
  'the',
  'on',
  'its',
  'as',
  'and',
  'also',
  'adopted',
  'adopts',
  'adopt',
  'adopting',
  'approved',
  'passed',
  'has',
  'had',
  'unanimously',
  'without',
  'vote',
  'a',
  'via',
  'per',
  'further',
  'subsequently',
  'which',
  'recalled',
  'requested',
  'contained',
  'set',
  'out',
  'endorsed',
  'took',
  'decision',
  'resolution',
  'line',
  'following',
  'recalling',
  'reaffirming',
]);

/** Adjectives that may stand between a body's name and the noun. */
const ADJECTIVES = new Set([
  'relevant',
  'previous',
  'subsequent',
  'recent',
  'earlier',
  'other',
  'many',
  'various',
  'all',
  'later',
  'latest',
  'landmark',
  'two',
  'three',
  'four',
  'historic',
  'related',
  'applicable',
  's',
]);

/** Whether only words of `allowed`, commas and apostrophes stand in [from, to). */
function onlyWords(
  text: string,
  from: number,
  to: number,
  allowed: ReadonlySet<string>,
  commas: boolean,
): boolean {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (isSpace(code) || isApostrophe(code) || (commas && code === 0x2c)) {
      i++;
    } else if (isLetter(code)) {
      const end = wordEnd(text, i);
      if (!allowed.has(text.slice(i, end).toLowerCase())) return false;
      i = end;
    } else {
      return false;
    }
  }
  return true;
}

/** The body that "the Council", "the Commission" stands for, given the number. */
function bodyForNoun(
  scan: Scan,
  noun: BodyNoun,
  at: number,
  read: ReadDesignator,
  decision: boolean,
): AdoptingBody | null {
  const { bodies, own, text } = scan;
  let earlier: AdoptingBody | null = null;
  for (let i = bodies.length - 1; i >= 0 && i > bodies.length - 12; i--) {
    const one = bodies[i]!;
    if (!one.body || one.body.noun !== noun || !one.body.fits(read, decision)) continue;
    if (!sentenceEndBetween(text, one.end, at)) return one.body;
    earlier = one.body;
    break;
  }
  if (own && own.noun === noun && own.fits(read, decision)) return own;
  if (noun === 'Conference' && !earlier) {
    // "… the Convention against Corruption, the Conference …": the parties' own.
    for (let i = scan.treaties.length - 1; i >= 0 && i > scan.treaties.length - 60; i--) {
      const { name, start } = scan.treaties[i]!;
      if (start > at || name === null) continue;
      const conference = conferenceOf(name);
      if (conference?.fits(read, decision)) return conference;
    }
  }
  return earlier ?? nounDefault(noun, read, own);
}

function nounDefault(noun: BodyNoun, read: ReadDesignator, own: AdoptingBody | null): AdoptingBody | null {
  switch (noun) {
    case 'Assembly':
      return GENERAL_ASSEMBLY;
    case 'Council':
      if (read.form === 'year' || read.form === 'bare') return SECURITY_COUNCIL;
      if (read.form === 'year-slash' || read.form === 'roman') return ECONOMIC_AND_SOCIAL_COUNCIL;
      return read.form === 'slash' || read.form === 'special' ? HUMAN_RIGHTS_COUNCIL : null;
    case 'Conference':
      return read.form === 'conference' ? conferenceBody(read) : own?.noun === 'Conference' ? own : null;
    case 'Board':
      return own?.noun === 'Board' ? own : EXECUTIVE_BOARD;
    default:
      return own?.noun === noun ? own : null;
  }
}

function conferenceBody(read: ReadDesignator): AdoptingBody {
  return bodyOfStem(conferenceStem(read.organ)) ?? CLIMATE_CONFERENCE;
}

/** The last body before `at` that is tied to it by nothing but small words: "the Council, in its", "the Commission adopted". */
function linkedBody(scan: Scan, at: number): BodyAt | null {
  const last = scan.bodies[scan.bodies.length - 1];
  if (!last || at < last.end || at - last.end > 90) return null;
  return onlyWords(scan.text, last.end, at, LINKS, true) ? last : null;
}

/** What the number alone tells of its body, and the words around it where it tells nothing. */
function bodyByForm(scan: Scan, at: number, member: Member, decision: boolean): AdoptingBody | null {
  const { read } = member;
  const { own } = scan;
  switch (read.form) {
    case 'year':
    case 'bare':
      return SECURITY_COUNCIL;
    case 'conference':
      return conferenceBody(read);
    case 'roman': {
      const special = read.session.startsWith('S-') || read.session.startsWith('ES-');
      return special || romanValue(read.session) <= 30 ? GENERAL_ASSEMBLY : ECONOMIC_AND_SOCIAL_COUNCIL;
    }
    case 'year-slash':
      return own && own.noun === 'Board' ? own : ECONOMIC_AND_SOCIAL_COUNCIL;
    case 'special':
      if (read.session.startsWith('S-')) {
        const near = nearBody(scan, at, read, decision);
        if (near === HUMAN_RIGHTS_COUNCIL || own === HUMAN_RIGHTS_COUNCIL) return HUMAN_RIGHTS_COUNCIL;
      }
      return GENERAL_ASSEMBLY;
    case 'roman-slash': {
      const near = nearBody(scan, at, read, decision);
      if (near) return near;
      return own?.fits(read, decision)
        ? own
        : read.session.startsWith('SS.')
          ? (bodyOfStem('UNEP/GC') ?? null)
          : null;
    }
    case 'coded':
      return null;
    case 'letter':
      return nearBody(scan, at, read, decision) ?? (own?.fits(read, decision) ? own : null);
    case 'slash':
      return slashBody(scan, at, member, decision);
  }
}

/** The nearest body named before `at` whose number it may be, in the same sentence if possible. */
function nearBody(scan: Scan, at: number, read: ReadDesignator, decision: boolean): AdoptingBody | null {
  const { bodies } = scan;
  for (let i = bodies.length - 1; i >= 0 && i > bodies.length - 12; i--) {
    const one = bodies[i]!;
    if (one.body?.fits(read, decision)) return one.body;
    if (one.body === null && one.noun !== '') {
      const meant = bodyForNoun(scan, one.noun, at, read, decision);
      if (meant?.fits(read, decision)) return meant;
    }
  }
  return null;
}

/** Reports of the Human Rights Council are supplement 53 of each session of the Assembly. */
const COUNCIL_REPORT = /^A\/\d+\/53(?:\/|$)/;
/** What may stand between a report and the resolution cited in it: "(A/74/53/Add.1), chap. III, ". */
const IN_REPORT =
  /^[\s,;)]*(?:(?:see|also|chap|chaps|chapter|sect|sects|section|annex|annexes|appendix|part|draft|[IVXLC]+|[A-Z]|\d+)\b[\s.,;)]*)*$/;

/** The body whose report or series is cited right before the noun at `at`: "CBD/COP/15/17, decision 15/4". */
function seriesBody(scan: Scan, at: number, read: ReadDesignator, decision: boolean): AdoptingBody | null {
  for (let i = scan.found.length - 1; i >= 0 && i > scan.found.length - 6; i--) {
    const one = scan.found[i]!;
    if (one.type !== 'symbol' || one.end > at) continue;
    if (at - one.end > 80 || !IN_REPORT.test(scan.text.slice(one.end, at))) return null;
    if (COUNCIL_REPORT.test(one.normalized) && HUMAN_RIGHTS_COUNCIL.fits(read, decision))
      return HUMAN_RIGHTS_COUNCIL;
    for (let length = Math.min(3, one.components.length); length > 1; length--) {
      const body =
        bodyOfStem(one.components.slice(0, length).join('/')) ??
        bodyOfStem(
          one.components
            .slice(0, length)
            .join('/')
            .replace(/\.\d+$/, ''),
        );
      if (body?.fits(read, decision)) return body;
    }
    return null;
  }
  return null;
}

/** "chap. I, sect. C, " before the noun: what follows is in a report. */
const IN_CHAPTER = /\b(?:chap|chapter|sect|section)s?\.?\s+[IVXLC\dA-Z.]+,\s*$/;

/** Whether a number with a slash is one in a report that is not the Assembly's, or not to be seen here: then it is of the body that reports. */
function isReported(scan: Scan, at: number): boolean {
  if (!IN_CHAPTER.test(scan.text.slice(Math.max(0, at - 40), at))) return false;
  for (let i = scan.found.length - 1; i >= 0 && i > scan.found.length - 6; i--) {
    const one = scan.found[i]!;
    if (one.type === 'symbol' && one.end <= at && at - one.end < 80) return !one.normalized.startsWith('A/');
  }
  return true;
}

/**
 * "48/15" with no body beside it. The Assembly's sessions are told by the date if there is one: its session n opened in
 * 1945 + n. Below the thirty-first the Assembly had no such numbers; above, another body is believed only when it is
 * the last one named, or the document's own.
 */
function slashBody(scan: Scan, at: number, member: Member, decision: boolean): AdoptingBody | null {
  const { read, date } = member;
  const { own } = scan;
  const session = Number(read.session);
  const near = nearBody(scan, at, read, decision);
  const other = seriesBody(scan, at, read, decision) ?? (near && near !== GENERAL_ASSEMBLY ? near : null);
  const ownOther = own && own !== GENERAL_ASSEMBLY && own.fits(read, decision) ? own : null;
  // Since then the Assembly's decisions are numbered from 301: one below it is any other body's.
  const below = decision && Number(read.number) < 301 && own !== GENERAL_ASSEMBLY;
  if (session < 31 || below) {
    return other ?? ownOther ?? null;
  }
  if (date) {
    if (date.year === 1945 + session || date.year === 1946 + session) return GENERAL_ASSEMBLY;
    if (date.year >= 2006)
      return (
        other ??
        ownOther ??
        (HUMAN_RIGHTS_COUNCIL.fits(read, decision) ? HUMAN_RIGHTS_COUNCIL : GENERAL_ASSEMBLY)
      );
    return GENERAL_ASSEMBLY;
  }
  const series = seriesBody(scan, at, read, decision);
  if (series) return series;
  if (ownOther) return ownOther;
  const last = scan.bodies[scan.bodies.length - 1];
  if (
    last &&
    last.body === HUMAN_RIGHTS_COUNCIL &&
    other === HUMAN_RIGHTS_COUNCIL &&
    !sentenceEndBetween(scan.text, last.end, at)
  ) {
    return HUMAN_RIGHTS_COUNCIL;
  }
  return GENERAL_ASSEMBLY;
}

/** Where "its" or "their" stands before the noun that starts at `at` (adjectives may stand between), or -1. */
function pronounBefore(text: string, at: number): number {
  let end = skipSpacesBack(text, at);
  for (let i = 0; i < 3; i++) {
    const start = wordStart(text, end);
    if (start === end) return -1;
    const word = text.slice(start, end).toLowerCase();
    if (word === 'its' || word === 'their') return start;
    if (!ADJECTIVES.has(word)) return -1;
    end = skipSpacesBack(text, start);
  }
  return -1;
}

/** Words that may open a sentence before "its": "In its resolution …, the Assembly", "Furthermore, pursuant to its decision …, the Council". */
const OPENERS = new Set([
  'in',
  'by',
  'with',
  'under',
  'through',
  'pursuant',
  'to',
  'following',
  'furthermore',
  'also',
  'moreover',
  'similarly',
  'subsequently',
  'further',
  'and',
  'accordance',
  'paragraph',
  'section',
  'of',
  'on',
  'the',
  'basis',
  'as',
  'for',
  'later',
  'then',
  'recently',
  'more',
  'most',
  'addition',
  'response',
]);

/** The subject that follows a clause which opens the sentence: "In its resolution 75/158, the Assembly requested". */
function subjectBehind(
  scan: Scan,
  pronoun: number,
  listEnd: number,
  read: ReadDesignator,
  decision: boolean,
): AdoptingBody | null {
  const { text, names } = scan;
  let start = pronoun;
  while (
    start > 0 &&
    pronoun - start < 80 &&
    !(text.charCodeAt(start - 1) === 0x2e && endsSentence(text, start - 1))
  )
    start--;
  if (pronoun - start >= 80) return null;
  for (let i = start; i < pronoun;) {
    const code = text.charCodeAt(i);
    if (isLetter(code)) {
      const end = wordEnd(text, i);
      if (!OPENERS.has(text.slice(i, end).toLowerCase())) return null;
      i = end;
    } else {
      i++;
    }
  }
  const limit = Math.min(text.length, listEnd + 400);
  for (let i = listEnd; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e && endsSentence(text, i)) return null;
    if (code !== 0x2c) continue;
    const the = readWord(text, skipSpaces(text, i + 1), 'the');
    if (the < 0) continue;
    const at = skipSpaces(text, the);
    const hit = names.match(text, at);
    const body = hit?.entry.kind === 'body' ? (adoptingBody(hit.entry.of) ?? null) : null;
    if (body) return body.fits(read, decision) ? body : null;
    const noun = hit ? '' : nounOf(text.slice(at, wordEnd(text, at)));
    if (noun !== '') {
      const meant = bodyForNoun(scan, noun, pronoun, read, decision);
      return meant?.fits(read, decision) ? meant : null;
    }
  }
  return null;
}

/** "its resolution": the subject of the clause, the document's own body, or the nearest body that fits. */
function bodyForPronoun(
  scan: Scan,
  at: number,
  listEnd: number,
  member: Member,
  decision: boolean,
): { body: AdoptingBody | null; foreign: boolean } {
  const { read } = member;
  const { own, text, bodies, context } = scan;
  const subject = subjectBehind(scan, at, listEnd, read, decision);
  if (subject) return { body: subject, foreign: false };
  const linked = linkedBody(scan, at);
  if (linked) {
    if (linked.body?.stem === '') return { body: null, foreign: true };
    const meant = linked.body ?? (linked.noun ? bodyForNoun(scan, linked.noun, at, read, decision) : null);
    if (meant?.fits(read, decision)) return { body: meant, foreign: false };
  }
  const adopted = context.kind === 'resolution' || context.kind === 'decision';
  if (adopted && own?.fits(read, decision)) return { body: own, foreign: false };
  for (let i = bodies.length - 1; i >= 0 && i > bodies.length - 10; i--) {
    const one = bodies[i]!;
    if (sentenceEndBetween(text, one.end, at)) break;
    const meant = one.body ?? (one.noun ? bodyForNoun(scan, one.noun, at, read, decision) : null);
    if (meant?.fits(read, decision)) return { body: meant, foreign: false };
  }
  if (own?.fits(read, decision)) return { body: own, foreign: false };
  return { body: bodyByForm(scan, at, member, decision), foreign: false };
}

/** The place behind `, entitled “…”` at `at`; `at` where no title stands there. */
function skipTitle(text: string, at: number): number {
  let i = skipSpaces(text, at);
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const entitled = readWord(text, i, 'entitled');
  if (entitled < 0) return at;
  i = skipSpaces(text, entitled);
  if (!isOpeningQuote(text.charCodeAt(i))) return at;
  const limit = Math.min(text.length, i + 400);
  for (let j = i + 1; j < limit; j++) if (isClosingQuote(text.charCodeAt(j))) return j + 1;
  return at;
}

/** "of the Security Council", "adopted by the Conference" behind the list: the body and where its name ends. */
function bodyBehind(
  scan: Scan,
  at: number,
  read: ReadDesignator,
  decision: boolean,
): { body: AdoptingBody | null; foreign: boolean; noun: BodyNoun } | null {
  const { text, names } = scan;
  let i = skipSpaces(text, skipTitle(text, at));
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const adopted = readWord(text, i, 'adopted');
  if (adopted > 0) i = skipSpaces(text, adopted);
  const word = readAnyWord(text, i, adopted > 0 ? ['by'] : ['of']);
  if (word < 0) return null;
  i = skipSpaces(text, word);
  const the = readWord(text, i, 'the');
  if (the > 0) i = skipSpaces(text, the);
  // "of the tenth meeting of the Conference of the Parties": the meeting is read over.
  const ordinal = wordEnd(text, i);
  if (ordinal > i && parseOrdinal(text.slice(i, ordinal)) > 0) {
    const meeting = readAnyWord(text, skipSpaces(text, ordinal), ['meeting', 'session']);
    const ofMeeting = meeting > 0 ? readWord(text, skipSpaces(text, meeting), 'of') : -1;
    if (ofMeeting > 0) {
      i = skipSpaces(text, ofMeeting);
      const article = readWord(text, i, 'the');
      if (article > 0) i = skipSpaces(text, article);
    }
  }
  if (!isUpper(text.charCodeAt(i))) return null;
  const hit = names.match(text, i);
  if (hit && hit.entry.kind === 'body') {
    const body = adoptingBody(hit.entry.of);
    if (!body) return null;
    return { body: body.stem === '' ? null : body, foreign: body.stem === '', noun: '' };
  }
  const conference = conferenceAt(scan, i);
  if (conference) return { body: conference, foreign: false, noun: 'Conference' };
  const end = wordEnd(text, i);
  const noun = nounOf(text.slice(i, end));
  if (noun === '' || hit) return null;
  // "of the Conference of African Ministers": a body with a name of its own, which no table holds.
  if (/^ of (?:the )?(?!Parties\b|States Parties\b)\p{Lu}/u.test(text.slice(end, end + 24)))
    return { body: null, foreign: true, noun: '' };
  return { body: bodyForNoun(scan, noun, at, read, decision), foreign: false, noun };
}

/** Who adopted "BC-14/12", where the words behind it say so: "of the Conference of the Parties to the …". */
function codedBody(scan: Scan, at: number): AdoptingBody | null {
  const { text } = scan;
  const of = /^,?\s+(?:adopted\s+by|of)\s+the\s+/.exec(text.slice(at, at + 24));
  if (!of) return null;
  const start = at + of[0].length;
  const end = conferenceNameEnd(scan, start);
  return end < 0
    ? null
    : { name: folded(text, start, end), stem: '', noun: '', aliases: [], fits: () => false };
}

function nounOf(word: string): BodyNoun {
  const found = BODY_NOUNS.find((noun) => noun.toLowerCase() === word.toLowerCase());
  return found ?? '';
}

/** The bodies named right before the noun: "Council", "General Assembly and Security Council". Nearest first. */
function bodiesBefore(scan: Scan, at: number): BodyAt[] {
  const { text, bodies } = scan;
  const found: BodyAt[] = [];
  let edge = at;
  for (let i = bodies.length - 1; i >= 0; i--) {
    const one = bodies[i]!;
    if (one.end > edge) continue;
    const between = text.slice(one.end, Math.min(edge, one.end + 60));
    if (found.length === 0) {
      if (edge - one.end > 50 || !onlyWords(text, one.end, edge, ADJECTIVES, false)) break;
    } else if (!/^\s*(?:,|and|or|,? and)\s*(?:the\s+)?$/.test(between)) {
      break;
    }
    if (!one.body && one.noun === '') break;
    found.push(one);
    edge = one.start;
  }
  return found;
}

/** Who adopted a member of a list whose noun starts at `at`; `before` is the end of the list before it. */
function adopterOf(
  scan: Scan,
  at: number,
  listEnd: number,
  member: Member,
  index: number,
  decision: boolean,
  before: number,
): Adopter {
  const { read } = member;
  if (read.form === 'coded') {
    return { body: codedBody(scan, listEnd), foreign: false, assumed: false, word: '', start: at };
  }
  const named = bodiesBefore(scan, at);
  if (named.length > 0) {
    const start = named[named.length - 1]!.start;
    let chosen: BodyAt | null = null;
    for (const one of named) {
      const meant = one.body ?? bodyForNoun(scan, one.noun, at, read, decision);
      if (meant?.stem === '') return { body: null, foreign: true, assumed: false, word: '', start };
      if (meant?.fits(read, decision)) {
        chosen = one;
        break;
      }
    }
    // A name that does not fit its number is believed: what is wrong is said by the rules. Later members may be another's.
    if (!chosen && index === 0) chosen = named[0]!;
    if (chosen) {
      const body = chosen.body ?? bodyForNoun(scan, chosen.noun, at, read, decision);
      return { body, foreign: false, assumed: !chosen.body, word: chosen.body ? '' : chosen.noun, start };
    }
  }
  const behind = bodyBehind(scan, listEnd, read, decision);
  if (behind && (behind.foreign || behind.body?.fits(read, decision) || index === 0)) {
    return {
      body: behind.body,
      foreign: behind.foreign,
      assumed: behind.noun !== '',
      word: behind.noun,
      start: at,
    };
  }
  const pronoun = pronounBefore(scan.text, at);
  if (pronoun >= 0) {
    const { body, foreign } = bodyForPronoun(scan, pronoun, listEnd, member, decision);
    return { body, foreign, assumed: true, word: 'its', start: pronoun };
  }
  const linked = linkedBody(scan, at);
  if (linked && /adopt|pass|approv|\bin\b|\bby\b|under|pursuant/.test(scan.text.slice(linked.end, at))) {
    if (linked.body?.stem === '') return { body: null, foreign: true, assumed: true, word: '', start: at };
    const meant = linked.body ?? (linked.noun ? bodyForNoun(scan, linked.noun, at, read, decision) : null);
    if (meant?.fits(read, decision)) {
      return { body: meant, foreign: false, assumed: true, word: linked.noun, start: at };
    }
  }
  if (read.form === 'slash' && isReported(scan, at)) {
    const body = seriesBody(scan, at, read, decision);
    return { body, foreign: false, assumed: true, word: body ? '' : REPORTED, start: at };
  }
  const body = joinedBody(scan, before, at, member, decision) ?? bodyByForm(scan, at, member, decision);
  return { body, foreign: false, assumed: true, word: '', start: at };
}

/** Words that join a noun to the list before it. */
const JOINTS = new Set(['and', 'or', 'as', 'well', 'in', 'of', 'by', 'to', 'also', 'its', 'their']);

/**
 * The body of the list to which the noun at `at` is joined, whose end is `from`: "Commission resolutions 53/4 and 54/6 and
 * decision 55/1".
 */
function joinedBody(
  scan: Scan,
  from: number,
  at: number,
  member: Member,
  decision: boolean,
): AdoptingBody | null {
  if (from > at || at - from > 24 || !onlyWords(scan.text, from, at, JOINTS, true)) return null;
  const before = lastResolution(scan, at);
  if (!before || before.organ === null || before.end > from) return null;
  const body = adoptingBody(before.organ);
  return body && body.fits(member.read, decision) && fitsDate(body, member) ? body : null;
}

/** The last resolution or decision cited before `at`. */
function lastResolution(scan: Scan, at: number): Draft<ResolutionCitation> | null {
  for (let i = scan.found.length - 1; i >= 0 && i > scan.found.length - 12; i--) {
    const one = scan.found[i]!;
    if (one.type === 'resolution' && one.end <= at) return one;
  }
  return null;
}

// ---- Citations

/** Folds white space, as a designator is shown. */
function folded(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  return /\s{2}|[\t\n\r\u00a0]/.test(slice) ? slice.replace(/\s+/g, ' ') : slice;
}

function pushMember(
  scan: Scan,
  member: Member,
  body: AdoptingBody | null,
  options: {
    decision: boolean;
    assumed: boolean;
    word: string;
    list: number;
    phrase: { start: number; end: number };
  },
): void {
  const { text, names } = scan;
  const { read } = member;
  const { decision, assumed, word, list, phrase } = options;
  const bare = read.form === 'bare';
  const known = bare && body === SECURITY_COUNCIL ? names.councilYear(Number(read.number)) : 0;
  const stem = body?.stem ?? (word === REPORTED ? '' : fallbackStem(read, decision));
  const citation: Draft<ResolutionCitation> = {
    type: 'resolution',
    start: read.start,
    end: read.end,
    phrase,
    text: folded(text, read.start, read.end),
    organ: body?.name ?? null,
    normalized: normalizedForm(stem, decision, read, known),
    decision,
    assumed: assumed || body === null,
    number: read.number,
    list,
  };
  if (read.session !== '' && read.form !== 'year') citation.session = read.session;
  if (read.form === 'year') citation.year = Number(read.session);
  if (read.addedYear > 0) {
    citation.year = read.addedYear;
    citation.yearSpan = { start: read.addedYearStart, end: read.addedYearEnd };
  }
  if (member.date)
    citation.date = { iso: member.date.iso, span: { start: member.date.start, end: member.date.end } };
  if (member.part !== '') citation.part = member.part;
  if (word !== '') citation.adopter = word;
  if (bare) citation.elliptical = true;
  if (read.stroke) citation.stroke = true;
  if (read.form === 'coded') citation.coded = true;
  if (body === SECURITY_COUNCIL) scan.councilNamed = true;
  scan.found.push(citation);
}

/** The stem of a best reading where the text does not say whose number it is. */
function fallbackStem(read: ReadDesignator, decision: boolean): string {
  switch (read.form) {
    case 'year':
    case 'bare':
      return SECURITY_COUNCIL.stem;
    case 'year-slash':
      return ECONOMIC_AND_SOCIAL_COUNCIL.stem;
    case 'conference':
      return conferenceBody(read).stem;
    case 'slash':
      // Below the thirty-first session the Assembly had no such numbers, nor decisions below 301: it is any of the other bodies'.
      return Number(read.session) < 31 || (decision && Number(read.number) < 301)
        ? ''
        : GENERAL_ASSEMBLY.stem;
    case 'roman-slash':
    case 'letter':
    case 'coded':
      return '';
    default:
      return GENERAL_ASSEMBLY.stem;
  }
}

/** What a noun that cites is: its decision flag, whether it is plural, and whether it says "Security Council" itself (UNSCR). */
export interface ResolutionNoun {
  readonly decision: boolean;
  readonly plural: boolean;
  readonly council: boolean;
}

export const RESOLUTION_NOUNS: readonly (readonly [word: string, noun: ResolutionNoun])[] = [
  ['resolution', { decision: false, plural: false, council: false }],
  ['resolutions', { decision: false, plural: true, council: false }],
  ['decision', { decision: true, plural: false, council: false }],
  ['decisions', { decision: true, plural: true, council: false }],
  ['res', { decision: false, plural: false, council: false }],
  ['unscr', { decision: false, plural: false, council: true }],
  ['unscrs', { decision: false, plural: true, council: true }],
];

const CONNECTORS: readonly string[] = [
  'including',
  'namely',
  'notably',
  'particularly',
  'especially',
  'principally',
];

/** Where a first number may stand behind the noun that ends at `end`: at once, or behind "including", "such as", a colon. */
function firstNumberAt(
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
function isOthers(text: string, start: number): boolean {
  if (!isUpper(text.charCodeAt(start))) return false;
  const end = skipSpacesBack(text, start);
  const from = wordStart(text, end);
  if (from === end || !isUpper(text.charCodeAt(from))) return false;
  return /^(?:ministerial|cabinet|government|governmental|presidential|joint|supreme|federal|national|administrative|executive|parliamentary|house|senate|board|governor)$/i.test(
    text.slice(from, end),
  );
}

/** Resolutions and decisions around the noun in [start, end). */
export function recognizeResolutions(scan: Scan, start: number, end: number, noun: ResolutionNoun): void {
  const { text } = scan;
  if (start < scan.listEnd || start < scan.symbolEnd) return;
  const before = text.charCodeAt(start - 1);
  if (before === 0x2f || before === 0x2e) return;
  if (isDash(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1))) return;
  const isRes = end - start === 3;
  const stop = isRes && text.charCodeAt(end) === 0x2e ? end + 1 : end;
  const draft = readWordBack(text, skipSpacesBack(text, start), 'draft') >= 0;
  const { at, numbered } = firstNumberAt(text, stop, noun.plural && !draft, noun.decision);
  if (draft || isOthers(text, start)) return;
  const council = noun.council || bodiesBefore(scan, start).some((one) => one.body === SECURITY_COUNCIL);
  const { members, end: listEnd } = readMembers(text, at, noun.plural, null, council);
  if (members.length === 0) {
    if (!isRes && !noun.council) recognizeAnaphor(scan, start, end, noun);
    return;
  }
  const first = members[0]!;
  // The noun alone is evidence enough for a number with a slash, session or year, not for a number alone.
  if (isRes && first.read.form === 'bare' && bodiesBefore(scan, start).length === 0) return;
  const list = ++scan.lists;
  const listBefore = scan.listEnd;
  scan.listEnd = Math.max(scan.listEnd, listEnd);
  const phrase = { start, end: members[members.length - 1]!.read.end };
  const bareFirst = first.read.form === 'bare';
  const withYear = members.some((m) => m.read.form === 'year');
  let previous: AdoptingBody | null = null;
  for (let index = 0; index < members.length; index++) {
    const member = members[index]!;
    let adopter: Adopter = noun.council
      ? { body: SECURITY_COUNCIL, foreign: false, assumed: false, word: '', start }
      : adopterOf(scan, start, listEnd, member, index, noun.decision, listBefore);
    if (adopter.foreign) return;
    // A stroke before a year is a slip only where the Council adopted that number in that year.
    if (
      member.read.stroke &&
      (adopter.body !== SECURITY_COUNCIL ||
        scan.names.councilYear(Number(member.read.number)) !== Number(member.read.session))
    )
      return;
    phrase.start = Math.min(phrase.start, adopter.start);
    if (member.read.form === 'bare') {
      if (noun.decision) return;
      if (adopter.body !== SECURITY_COUNCIL) return;
      // Without a body's name, a number alone is the Council's only if it is long and the table knows it, or the list shows years.
      const named =
        !adopter.assumed || adopter.word === 'Council' || withYear || scan.own === SECURITY_COUNCIL;
      if (!named && bareFirst) {
        const number = Number(member.read.number);
        if (numbered || number < 1000 || scan.names.councilYear(number) === 0 || isOther(scan, number))
          return;
      }
    }
    // One list, one body, as long as the numbers allow it.
    if (previous && adopter.assumed && adopter.word !== '' && previous.fits(member.read, noun.decision)) {
      adopter = { ...adopter, body: previous };
    } else if (
      previous &&
      adopter.assumed &&
      previous.fits(member.read, noun.decision) &&
      previous.noun !== 'Assembly' &&
      fitsDate(previous, member)
    ) {
      adopter = { ...adopter, body: previous };
    }
    previous = adopter.body;
    pushMember(scan, member, adopter.body, {
      decision: noun.decision,
      assumed: adopter.assumed,
      word: adopter.word,
      list,
      phrase,
    });
  }
}

/** A date that only the Assembly's session explains speaks against another body. */
function fitsDate(body: AdoptingBody, member: Member): boolean {
  if (!member.date || body === GENERAL_ASSEMBLY || member.read.form !== 'slash') return true;
  const session = Number(member.read.session);
  return (
    !(member.date.year === 1945 + session || member.date.year === 1946 + session) || member.date.year >= 2051
  );
}

/** Whether this number stands before with a session in roman: then it is the Assembly's. */
function isOther(scan: Scan, number: number): boolean {
  const { found } = scan;
  const written = String(number);
  for (let i = found.length - 1; i >= 0 && i > found.length - 60; i--) {
    const one = found[i]!;
    if (one.type === 'resolution' && one.number === written && one.organ !== SECURITY_COUNCIL.name)
      return true;
  }
  return false;
}

// ---- Forms that need no noun

/** A resolution written as a symbol, and the numbers alone that follow it: "A/RES/60/1 and 63/225". */
export function pushSymbolResolution(scan: Scan, symbol: ReadSymbol): void {
  const { resolution } = symbol;
  if (!resolution) return;
  const { text } = scan;
  const body = bodyOfStem(resolution.stem);
  const { designator, decision } = resolution;
  const list = ++scan.lists;
  const member: Member = { read: designator, date: null, part: '' };
  const suffixEnd = readSuffixes(text, symbol.end, member);
  const phrase = { start: symbol.start, end: symbol.end };
  const citation: Draft<ResolutionCitation> = {
    type: 'resolution',
    start: symbol.start,
    end: symbol.end,
    phrase,
    text: folded(text, symbol.start, symbol.end),
    organ: body?.name ?? resolution.stem,
    normalized: resolution.normalized,
    decision,
    assumed: false,
    number: designator.number,
    asSymbol: true,
    list,
  };
  if (designator.session !== '' && designator.form !== 'year') citation.session = designator.session;
  if (designator.form === 'year') citation.year = Number(designator.session);
  if (designator.addedYear > 0) {
    citation.year = designator.addedYear;
    citation.yearSpan = { start: designator.addedYearStart, end: designator.addedYearEnd };
  }
  if (member.date)
    citation.date = { iso: member.date.iso, span: { start: member.date.start, end: member.date.end } };
  if (member.part !== '') citation.part = member.part;
  if (body === SECURITY_COUNCIL) scan.councilNamed = true;
  scan.found.push(citation);
  if (!body || designator.form === 'bare') return;
  const next = readSeparator(text, suffixEnd);
  const read = next > 0 ? readDesignator(text, next) : null;
  if (!read || read.form !== designator.form || !body.fits(read, decision) || next < scan.listEnd) return;
  const { members, end } = readMembers(text, next, false, read);
  scan.listEnd = Math.max(scan.listEnd, end);
  for (const one of members) {
    if (!body.fits(one.read, decision)) break;
    pushMember(scan, one, body, {
      decision,
      assumed: true,
      word: '',
      list,
      phrase: { start: one.read.start, end: one.read.end },
    });
  }
}

/** Words that make "12 (IV)" a part of something else. */
const NUMBERED =
  /(?:paragraphs?|paras?|articles?|arts?|sections?|sects?|annex(?:es)?|chapters?|chaps?|parts?|vols?|volumes?|nos?|tables?|figures?|rules?|items?|groups?|class(?:es)?|schedules?|pages?|pp?|cases?|series|type|phase|category|stage|level|grade|target|goal|option|scenario)\.?$/i;

/** "217 A (III)", "3201 (S-VI)" anywhere, and "2546 (2020)" where the Council is spoken of; `open` is the parenthesis. */
export function recognizeUnmistakable(scan: Scan, open: number): void {
  const { text } = scan;
  if (open < scan.listEnd || open < scan.symbolEnd) return;
  let end = skipSpacesBack(text, open);
  if (end === 0 || open - end > 2) return;
  const letter = text.charCodeAt(end - 1);
  if (isUpper(letter) && !isLetter(text.charCodeAt(end - 2))) end = skipSpacesBack(text, end - 1);
  if (!isDigit(text.charCodeAt(end - 1))) return;
  const start = digitsStart(text, end);
  const sign = text.charCodeAt(start - 1);
  if (
    isLetter(sign) ||
    sign === 0x2f ||
    sign === 0x2e ||
    sign === 0x2d ||
    (sign === 0x2c && isDigit(text.charCodeAt(start - 2)))
  )
    return;
  const read = readDesignator(text, start);
  if (!read || (read.form !== 'roman' && read.form !== 'year')) return;
  const number = numberAt(text, start, end);
  const title = start === skipSpaces(text, 0) && text.charCodeAt(read.end) === 0x2e;
  if (read.form === 'year') {
    if (scan.names.councilYear(number) !== Number(read.session)) return;
    const council = scan.own === SECURITY_COUNCIL || scan.councilNamed;
    if (!title && !(council && number >= 50)) return;
  } else {
    if (number < 100 && !title) return;
    const before = skipSpacesBack(text, start);
    if (NUMBERED.test(text.slice(Math.max(0, before - 12), before))) return;
    const member: Member = { read, date: null, part: '' };
    readSuffixes(text, read.end, member);
    if (member.date && !title) {
      pushList(scan, start, read);
      return;
    }
  }
  pushAlone(scan, read);
}

/** The rest of a list that a page has cut; `read` is its first number, at `start`. */
function pushList(scan: Scan, start: number, read: ReadDesignator): void {
  const { members, end } = readMembers(scan.text, start, true, read);
  const list = ++scan.lists;
  scan.listEnd = Math.max(scan.listEnd, end);
  const phrase = { start, end: members[members.length - 1]!.read.end };
  for (const one of members) {
    const body = bodyByForm(scan, start, one, false);
    pushMember(scan, one, body, { decision: false, assumed: true, word: '', list, phrase });
  }
}

/**
 * Numbers with a slash that need no noun: the one a resolution's own title begins with ("79/310. Financing of …"), one
 * whose date fits its session ("76/206 of 17 December 2021": the rest of a list that a page has cut), and the decisions
 * that name their conference ("1/CP.21"). Returns whether there is one.
 */
export function recognizeSlashed(scan: Scan, slash: number): boolean {
  const { text } = scan;
  const first = skipSpaces(text, 0);
  let start = digitsStart(text, slash);
  if (isDash(text.charCodeAt(start - 1)) && text.charCodeAt(start - 2) === 0x53) {
    start -= text.charCodeAt(start - 3) === 0x45 ? 3 : 2;
  }
  const before = text.charCodeAt(start - 1);
  if (isAlphanumeric(before) || before === 0x2f || before === 0x2e || isDash(before)) return false;
  const read = readDesignator(text, start);
  if (!read) return false;
  if (read.form === 'conference') {
    pushAlone(scan, read, true);
    return true;
  }
  if (read.form !== 'slash' && read.form !== 'year-slash' && read.form !== 'special') return false;
  const { kind } = scan.context;
  const atStart = start === first;
  const bracket = text.charCodeAt(skipSpacesBack(text, start) - 1) === 0x5d;
  if ((atStart || bracket) && text.charCodeAt(read.end) === 0x2e) {
    const next = skipSpaces(text, read.end + 1);
    const titled =
      next > read.end + 1 && (isUpper(text.charCodeAt(next)) || isOpeningQuote(text.charCodeAt(next)));
    const plain = read.form === 'slash' && Number(read.session) >= 31 && read.number.length > 1;
    if (titled && (kind === 'resolution' || kind === 'decision' || plain || bracket)) {
      pushAlone(scan, read, kind === 'decision');
      return true;
    }
  }
  const member: Member = { read, date: null, part: '' };
  readSuffixes(text, read.end, member);
  const session = Number(read.session);
  const dated =
    member.date !== null &&
    (read.form === 'slash'
      ? member.date.year === 1945 + session || member.date.year === 1946 + session
      : read.form === 'year-slash' && member.date.year === session);
  const parted = readPart(text, read.end);
  const cut =
    atStart &&
    read.form === 'slash' &&
    session >= 31 &&
    parted > 0 &&
    (read.letter !== '' || /^[\s,(]*(?:sect|annex)/.test(text.slice(read.end, parted)));
  if (!dated && !cut) return false;
  pushList(scan, start, read);
  return true;
}

function pushAlone(scan: Scan, read: ReadDesignator, decision = scan.context.kind === 'decision'): void {
  const { own, text } = scan;
  const member: Member = { read, date: null, part: '' };
  const end = readSuffixes(text, Math.max(read.end, read.addedYearEnd), member);
  const body = own?.fits(read, decision) ? own : bodyByForm(scan, read.start, member, decision);
  const list = ++scan.lists;
  scan.listEnd = Math.max(scan.listEnd, end);
  pushMember(scan, member, body, {
    decision,
    assumed: true,
    word: '',
    list,
    phrase: { start: read.start, end: read.end },
  });
}

// ---- What points back

/** Verbs that "That resolution" may be followed by. */
const VERBS_BEHIND: readonly string[] = [
  'was',
  'is',
  'has',
  'had',
  'also',
  'will',
  'would',
  'should',
  'may',
  'must',
  'does',
  'did',
  'calls',
  'called',
  'requests',
  'requested',
  'remains',
];

const POINTERS: readonly string[] = ['same', 'said', 'aforementioned', 'aforesaid', 'latter'];

/** "the same resolution", "that decision", "the above-mentioned resolution". The antecedent is found in a later step. */
function recognizeAnaphor(scan: Scan, start: number, end: number, noun: ResolutionNoun): void {
  if (noun.plural) return;
  const { text } = scan;
  const before = skipSpacesBack(text, start);
  let from = wordStart(text, before);
  if (from === before) return;
  const word = text.slice(from, before).toLowerCase();
  let strong = POINTERS.includes(word);
  if (!strong && word === 'mentioned' && isDash(text.charCodeAt(from - 1))) {
    from = wordStart(text, from - 1);
    strong = true;
  }
  if (strong) {
    const the = readWordBack(text, skipSpacesBack(text, from), 'the');
    if (the < 0) return;
    from = the;
  } else if (word === 'that' && isUpper(text.charCodeAt(from))) {
    // "That decision was confirmed": the sentence goes on with a verb, not with "makers" or "of conflicts".
    if (readAnyWord(text, skipSpaces(text, end), VERBS_BEHIND) < 0) return;
    // Any choice is a decision: one of a body has been cited.
    const cited = scan.found.some((one) => one.type === 'resolution' && one.decision === noun.decision);
    if (!cited) return;
  } else if (word === 'that') {
    // "noting that resolution of conflicts …" is none: a preposition stands before one that points back.
    const prepositionEnd = skipSpacesBack(text, from);
    const prepositionStart = wordStart(text, prepositionEnd);
    if (
      !/^(?:in|of|by|to|under|with|on|through|from|per|and|implementing|adopting)$/i.test(
        text.slice(prepositionStart, prepositionEnd),
      )
    )
      return;
    if (readWord(text, skipSpaces(text, end), 'of') > 0) return;
  } else {
    return;
  }
  scan.found.push({
    type: 'resolution',
    start: from,
    end,
    phrase: { start: from, end },
    text: folded(text, from, end),
    organ: null,
    normalized: '',
    decision: noun.decision,
    assumed: true,
    number: '',
    anaphoric: true,
  });
}
