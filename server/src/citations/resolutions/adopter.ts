import { parseOrdinal } from '../../text/ordinals.js';
import { adoptingBody, BODY_NOUNS, type AdoptingBody, type BodyNoun } from '../bodies.js';
import type { ResolutionCitation } from '../citation.js';
import type { ReadDesignator } from '../designator.js';
import { conferenceAt, conferenceNameEnd } from '../mentions.js';
import {
  endsSentence,
  folded,
  isApostrophe,
  isClosingQuote,
  isLetter,
  isOpeningQuote,
  isSpace,
  isUpper,
  readAnyWord,
  readWord,
  sentenceEndBetween,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from '../reading.js';
import type { BodyAt, Draft, Scan } from '../scan.js';
import { bodyByForm, bodyForNoun, isReported, seriesBody } from './bodyOfNumber.js';
import { fitsDate, type Member } from './member.js';

/** A body, or that it belongs to another organization. */
export interface Adopter {
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

/** The last body before `at` that is tied to it by nothing but small words: "the Council, in its", "the Commission adopted". */
function linkedBody(scan: Scan, at: number): BodyAt | null {
  const last = scan.bodies[scan.bodies.length - 1];
  if (!last || at < last.end || at - last.end > 90) return null;
  return onlyWords(scan.text, last.end, at, LINKS, true) ? last : null;
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
export function bodiesBefore(scan: Scan, at: number): BodyAt[] {
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
export function adopterOf(
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
