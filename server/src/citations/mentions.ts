import {
  adoptingBody,
  BODY_NOUNS,
  conferenceOf,
  GENERAL_ASSEMBLY,
  SECURITY_COUNCIL,
  type AdoptingBody,
  type BodyNoun,
} from './bodies.js';
import type { NameHit } from './names.js';
import {
  digitsEnd,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  readAnyWord,
  readWord,
  readWordBack,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './reading.js';
import type { Scan, TreatyAt } from './scan.js';
import {
  CALENDAR,
  hyphenatedEnd,
  hyphenatedStart,
  instrumentEnd,
  isFirstWord,
  ownWords,
  prefixOfShort,
  readPrefix,
  readRest,
  TREATY_NOUNS,
} from './treatyNames.js';

/** Names that belong to no body in particular when "of" follows: "Governing Council of the …". */
const GENERIC = new Set([
  'Executive Board',
  'Governing Council',
  'Parliamentary Assembly',
  'National Assembly',
]);

/** A name that begins with the word at `start`: a treaty, a body or a State. Returns whether one was found. */
export function recognizeName(scan: Scan, start: number): boolean {
  const { text, names } = scan;
  // Every name begins with a capital; most of the words that begin one stand in small letters elsewhere.
  if (!isUpper(text.charCodeAt(start))) return false;
  if (start < scan.nameEnd) return true;
  let hit: NameHit | null = null;
  let from = start;
  // "1988 Convention": the year before the word is part of the name.
  const before = skipSpacesBack(text, start);
  if (isDigit(text.charCodeAt(before - 1)) && before < start) {
    let digits = before;
    while (digits > 0 && isDigit(text.charCodeAt(digits - 1))) digits--;
    if (before - digits === 4) {
      hit = names.match(text, digits);
      if (hit) {
        from = digits;
        // "the 1951 Convention relating to the Status of Refugees": the title goes on behind the short name.
        const title = names.match(text, start);
        if (title && title.end > hit.end && title.entry.of === hit.entry.of) hit = title;
      }
    }
  }
  hit ??= names.match(text, start);
  if (!hit) return false;
  const { entry, end } = hit;
  const next = text.charCodeAt(end);
  if (isLetter(next)) return false;
  // "the Palermo Protocol4": the mark of a note that a converter has set down beside the name.
  if (isDigit(next) && (entry.exact || entry.kind !== 'treaty' || digitsEnd(text, end) > end + 2))
    return false;
  switch (entry.kind) {
    case 'treaty': {
      // "CRC/C/GC/25" is a symbol, "CAT-2" something else.
      if (entry.exact && (next === 0x2f || isDash(next) || isDash(text.charCodeAt(start - 1)))) return false;
      if (entry.definite && continuesName(text, end)) return false;
      if (entry.definite && otherNamed(scan, entry.written)) return false;
      // "the Inter-American Convention against Corruption" is not the Convention against Corruption.
      const prefix = entry.exact || from < start ? null : prefixOfShort(text, start, entry.written);
      if (prefix) {
        pushOther(scan, prefix.start, end, text.slice(start, wordEnd(text, start)));
        break;
      }
      scan.treaties.push({
        start: from,
        end,
        name: entry.of,
        noun: entry.definite ? entry.written : '',
        other: false,
      });
      scan.found.push({ type: 'treaty', start: from, end, text: text.slice(from, end), name: entry.of });
      break;
    }
    case 'body': {
      if (entry.exact && (next === 0x2f || isDash(next) || text.charCodeAt(start - 1) === 0x2f)) return false;
      const body = adoptingBody(entry.of) ?? null;
      if ((body === GENERAL_ASSEMBLY || body === SECURITY_COUNCIL) && isOfAnother(scan, end)) {
        scan.bodies.push({ start: from, end, body: null, noun: '', name: '' });
        return false;
      }
      if (body === SECURITY_COUNCIL) scan.councilNamed = true;
      if (GENERIC.has(entry.written) && readWord(text, skipSpaces(text, end), 'of') > 0) return false;
      scan.bodies.push({ start: from, end, body, noun: body?.noun ?? '', name: entry.of });
      if (body === null || body.stem !== '' || !GENERIC.has(entry.written)) {
        const treaty = treatyWithin(scan, from, end);
        if (treaty) scan.treaties.push(treaty);
        scan.found.push({
          type: 'body',
          start: from,
          end,
          text: text.slice(from, end),
          name: entry.of,
          ...(treaty?.name && { treaty: treaty.name }),
        });
      }
      break;
    }
    case 'state':
      if (!stateStands(text, from, end, entry.written)) return false;
      scan.found.push({
        type: 'state',
        start: from,
        end,
        text: text.slice(from, end),
        iso3: entry.iso3,
        form: entry.form,
      });
      break;
  }
  scan.nameStart = from;
  scan.nameEnd = end;
  return true;
}

/** Whether "of the …" behind "General Assembly" names a State or an organization that has one of its own. */
function isOfAnother({ text, names }: Scan, end: number): boolean {
  const of = readWord(text, skipSpaces(text, end), 'of');
  if (of < 0) return false;
  let at = skipSpaces(text, of);
  const the = readWord(text, at, 'the');
  if (the > 0) at = skipSpaces(text, the);
  const owner = isUpper(text.charCodeAt(at)) ? names.match(text, at) : null;
  if (owner?.entry.kind === 'state') return true;
  return owner?.entry.kind === 'body' && adoptingBody(owner.entry.of)?.stem === '';
}

/** The treaty in the name of a body in [from, end): "Conference of the Parties to the Treaty on …". */
function treatyWithin({ text, names }: Scan, from: number, end: number): TreatyAt | null {
  const to = text.slice(from, end).search(/\bto\s+the\s/);
  if (to < 0) return null;
  const start = skipSpaces(text, wordEnd(text, skipSpaces(text, from + to + 2)));
  const hit = names.match(text, start);
  return hit?.entry.kind === 'treaty' && hit.end <= end
    ? { start, end: hit.end, name: hit.entry.of, noun: '', other: false }
    : null;
}

/** Whether "of the …" or "on Lakes" follows "the Charter", so that it is another one. */
function continuesName(text: string, end: number): boolean {
  const i = skipSpaces(text, end);
  const on = readWord(text, i, 'on');
  if (on > 0) {
    const word = skipSpaces(text, on);
    return isUpper(text.charCodeAt(word)) && !CALENDAR.test(text.slice(word, wordEnd(text, word)));
  }
  const of = readWord(text, i, 'of');
  if (of < 0) return readWord(text, i, 'for') > 0;
  let next = skipSpaces(text, of);
  const the = readWord(text, next, 'the');
  if (the > 0) next = skipSpaces(text, the);
  return isUpper(text.charCodeAt(next)) && readWord(text, next, 'united') < 0;
}

/** Words before a State's name that make it a place or people of another kind: "Northern Ireland", "South Georgia". */
const OTHERS_BEFORE: Readonly<Record<string, readonly string[]>> = {
  Ireland: ['northern'],
  Georgia: ['south'],
  Samoa: ['american'],
  Mexico: ['new'],
  Guinea: ['new'],
  Jordan: ['river', 'michael'],
  Sudan: [],
};

function stateStands(text: string, start: number, end: number, written: string): boolean {
  const before = skipSpacesBack(text, start);
  const word = text.slice(wordStart(text, before), before).toLowerCase();
  if (OTHERS_BEFORE[written]?.includes(word)) return false;
  if (word === 'of') {
    const head = skipSpacesBack(text, before - 2);
    if (readWordBack(text, head, 'gulf') >= 0) return false;
    // "the former Yugoslav Republic of Macedonia" is not the short name.
    if (written === 'Macedonia' && readWordBack(text, head, 'republic') >= 0) return false;
  }
  // A hyphen makes it part of a longer name ("India-Pakistan" names both; "Guinea-Bissau" has matched as a whole).
  if (
    isDash(text.charCodeAt(start - 1)) &&
    isLower(text.charCodeAt(start - 2)) &&
    text.charCodeAt(start - 1) === 0x2d
  ) {
    return isUpper(text.charCodeAt(wordStart(text, start - 1)));
  }
  const next = skipSpaces(text, end);
  return readWord(text, next, 'sea') < 0 || !isUpper(text.charCodeAt(next));
}

/** Nouns that stand for a body: "the Council", "Commission". */
export const BODY_NOUN_WORDS: readonly (readonly [word: string, noun: BodyNoun])[] = BODY_NOUNS.filter(
  (noun) => noun !== '',
).map((noun) => [noun.toLowerCase(), noun]);

/** "the Council" in [start, end), where it is no part of a longer name. */
export function recognizeBodyNoun(scan: Scan, start: number, end: number, noun: BodyNoun): void {
  const { text } = scan;
  if (start < scan.nameEnd || !isUpper(text.charCodeAt(start)) || isUpper(text.charCodeAt(start + 1))) return;
  const before = skipSpacesBack(text, start);
  const from = wordStart(text, before);
  // "National Council", "Transitional Council": another body's name, unless a sentence begins.
  if (
    from < before &&
    isUpper(text.charCodeAt(from)) &&
    !isFirstWord(text, from) &&
    readWord(text, from, 'the') < 0
  ) {
    scan.bodies.push({ start, end, body: null, noun: '', name: '' });
    return;
  }
  if (isDash(text.charCodeAt(start - 1))) return;
  // "Commission on …", "Conference on …", "Council of …": the beginning of a name that no table holds.
  const next = skipSpaces(text, end);
  if (readWord(text, next, 'on') > 0 || readWord(text, next, 'for') > 0) {
    const word = skipSpaces(text, readWord(text, next, 'on') > 0 ? next + 2 : next + 3);
    if (isUpper(text.charCodeAt(word))) {
      // Who it is no table says; what follows is not the one's named before it.
      scan.bodies.push({ start, end, body: null, noun: '', name: '' });
      return;
    }
  }
  scan.bodies.push({ start, end, body: null, noun, name: '' });
}

/** A treaty that no table holds: what the text calls it is its name, or the longer name it was given before. */
function pushOther(scan: Scan, start: number, end: number, noun: string): void {
  const text = scan.text.slice(start, end).replace(/\s+/g, ' ');
  const name = longerName(scan, text) ?? text;
  scan.otherEnd = end;
  scan.treaties.push({ start, end, name, noun, other: true });
  scan.found.push({ type: 'treaty', start, end, text: scan.text.slice(start, end), name, other: true });
}

/** The name given before of which these words are the beginning: "the European Charter". */
function longerName(scan: Scan, words: string): string | null {
  return (
    lastOf(scan.treaties, ({ name, other }) => other && (name?.startsWith(`${words} `) ?? false))?.name ??
    null
  );
}

/**
 * The conference of the parties to a treaty at `at`: "Conference of the Parties to the Convention". Null where the treaty or
 * its conference is not known, undefined where no such words stand there.
 */
export function conferenceAt(scan: Scan, at: number): AdoptingBody | null | undefined {
  const { text, names } = scan;
  const parties = /^Conference\s+of\s+(?:the\s+)?(?:States\s+)?Parties\s+to\s+the\s+/.exec(
    text.slice(at, at + 80),
  );
  if (!parties) return undefined;
  const treaty = at + parties[0].length;
  const hit = names.match(text, treaty);
  if (hit) return hit.entry.kind === 'treaty' ? (conferenceOf(hit.entry.of) ?? null) : null;
  const noun = text.slice(treaty, wordEnd(text, treaty));
  if (!TREATY_NOUNS.includes(noun.toLowerCase())) return null;
  // The treaty named last, or the conference that was named with its treaty.
  const named = lastOf(scan.treaties, ({ name }) => name !== null && ownWords(name).includes(noun));
  const met = lastOf(scan.bodies, ({ body, name }) => body?.noun === 'Conference' && name.includes(noun));
  if (met && met.start > (named?.start ?? -1)) return met.body;
  if (named) return conferenceOf(named.name ?? '') ?? null;
  return scan.own?.noun === 'Conference' ? scan.own : null;
}

/**
 * The end of "Conference of the Parties to the Lake Convention" at `at`, whoever's it is, with the treaty where one is named;
 * -1 where no such words stand there.
 */
export function conferenceNameEnd({ text, names }: Scan, at: number): number {
  const parties = /^Conference\s+of\s+(?:the\s+)?(?:States\s+)?Parties\b/.exec(text.slice(at, at + 60));
  if (!parties) return -1;
  const end = at + parties[0].length;
  const to = /^\s+to\s+the\s+/.exec(text.slice(end, end + 20));
  if (!to) return end;
  const treaty = end + to[0].length;
  const hit = names.match(text, treaty);
  return Math.max(end, hit ? hit.end : instrumentEnd(text, treaty, names));
}

/** Small words that the name of a body goes on with before a word with a capital. */
const BODY_WITHIN: readonly string[] = ['of', 'on', 'for', 'against', 'to', 'and', 'the'];

/** So long is the name of a body at most to either side of its noun, in words. */
const BODY_WORDS = 16;

/**
 * The name of a body that no table holds, around the words in [start, end): "Standing Committee on Lakes and Rivers"; null
 * where they stand alone.
 */
export function otherBodyName(
  text: string,
  start: number,
  end: number,
): { readonly name: string; readonly end: number } | null {
  let from = start;
  for (let words = 0; words < BODY_WORDS; words++) {
    const edge = skipSpacesBack(text, from);
    const word = hyphenatedStart(text, edge);
    if (word === edge || !isUpper(text.charCodeAt(word)) || readAnyWord(text, word, OPENERS) > 0) break;
    from = word;
    if (isFirstWord(text, word)) break;
  }
  let to = hyphenatedEnd(text, start) > end ? hyphenatedEnd(text, start) : end;
  for (let words = 0; words < BODY_WORDS; words++) {
    let next = text.charCodeAt(to) === 0x2f ? to + 1 : skipSpaces(text, to);
    if (next === to) break;
    for (let small = readAnyWord(text, next, BODY_WITHIN), and = false; small > 0;) {
      // "and the Council": another one.
      if (and) return whole(text, from, to, start, end);
      and = readWord(text, next, 'and') > 0;
      next = skipSpaces(text, small);
      small = readAnyWord(text, next, BODY_WITHIN);
    }
    const close = hyphenatedEnd(text, next);
    if (close === next || !isUpper(text.charCodeAt(next))) break;
    to = close;
  }
  return whole(text, from, to, start, end);
}

/** Words that begin a sentence or a phrase before the name of a body. */
const OPENERS: readonly string[] = [
  'the',
  'this',
  'that',
  'its',
  'their',
  'our',
  'a',
  'an',
  'at',
  'in',
  'by',
  'of',
];

/** The words in [from, to) where they are more than those in [start, end). */
function whole(
  text: string,
  from: number,
  to: number,
  start: number,
  end: number,
): { name: string; end: number } | null {
  return from < start || to > end ? { name: text.slice(from, to).replace(/\s+/g, ' '), end: to } : null;
}

/** How many of the names before are looked at. */
const NEAR = 60;

/** The last one that passes, among those named last. */
function lastOf<T>(list: readonly T[], test: (one: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= 0 && i > list.length - NEAR; i--) if (test(list[i]!)) return list[i];
  return undefined;
}

/** Whether another instrument of this noun was named last, so that "the Charter" is not the one that custom means. */
function otherNamed(scan: Scan, noun: string): boolean {
  return lastOf(scan.treaties, ({ name }) => name !== null && ownWords(name).includes(noun))?.other ?? false;
}

/** "the Convention", "this Protocol", "the European Charter" in [start, end), where no name has matched. */
export function recognizeTreatyNoun(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (start < scan.nameEnd || start < scan.otherEnd || !isUpper(text.charCodeAt(start))) return;
  // "United Nations, Treaty Series"
  if (readWord(text, skipSpaces(text, end), 'Series') > 0) return;
  const prefix = readPrefix(text, start, scan.names);
  const stop = readRest(text, start, end, prefix.named, scan.names);
  // "the Lake Security Treaty Organization" is a body's name.
  if (readWord(text, skipSpaces(text, stop), 'organization') > 0 && stop === end) return;
  const noun = text.slice(start, end);
  if (prefix.named || stop > end) {
    pushOther(scan, prefix.start, stop, noun);
    return;
  }
  // "the Framework Convention": a kind of instrument, which may have been named in full before.
  const from = prefix.start;
  scan.treaties.push({
    start: from,
    end,
    name: null,
    noun: from < start ? text.slice(from, end).replace(/\s+/g, ' ') : noun,
    other: from < start,
  });
}
