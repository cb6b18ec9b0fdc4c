import { firstIn } from '../../text/search.js';
import {
  readDesignator,
  readLetter,
  readSession,
  type DesignatorForm,
  type ReadDesignator,
} from '../designator.js';
import {
  digitsEnd,
  endsSentence,
  isAlphanumeric,
  isApostrophe,
  isDash,
  isDigit,
  isLetter,
  isOpeningQuote,
  isUpper,
  readAnyWord,
  readWord,
  readWordBack,
  skipNoteMark,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
} from '../reading.js';
import { readSuffixes, type Member } from './member.js';
import { isResolutionWord } from './nouns.js';

/** How far a chain looks for its next member behind a topic, in code units; it never crosses the end of a sentence. */
const TOPIC_REACH = 320;

/** The most members that one list may have: more than any published one. */
const MOST_MEMBERS = 400;

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
export function readSeparator(text: string, at: number): number {
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
export function readMembers(
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
