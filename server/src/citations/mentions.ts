import {
  adoptingBody,
  BODY_NOUNS,
  conferenceOf,
  SECURITY_COUNCIL,
  type AdoptingBody,
  type BodyNoun,
} from './bodies.js';
import type { NameHit, Names } from './names.js';
import {
  digitsEnd,
  isApostrophe,
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
  scan.nameEnd = end;
  return true;
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

/** Whether "of the …" follows "the Charter", so that it is another one. */
function continuesName(text: string, end: number): boolean {
  const i = skipSpaces(text, end);
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
  )
    return;
  if (isDash(text.charCodeAt(start - 1))) return;
  // "Commission on …", "Conference on …", "Council of …": the beginning of a name that no table holds.
  const next = skipSpaces(text, end);
  if (readWord(text, next, 'on') > 0 || readWord(text, next, 'for') > 0) {
    const word = skipSpaces(text, readWord(text, next, 'on') > 0 ? next + 2 : next + 3);
    if (isUpper(text.charCodeAt(word))) return;
  }
  scan.bodies.push({ start, end, body: null, noun, name: '' });
}

/** Whether the word at `at` begins the text or a sentence, so that its capital says nothing. */
function isFirstWord(text: string, at: number): boolean {
  const before = skipSpacesBack(text, at);
  return before === 0 || text.charCodeAt(before - 1) === 0x2e || text.charCodeAt(before - 1) === 0x28;
}

/** Nouns that stand for a treaty: "the Convention". */
export const TREATY_NOUNS: readonly string[] = [
  'convention',
  'protocol',
  'covenant',
  'charter',
  'statute',
  'treaty',
  'agreement',
  'declaration',
  'pact',
];

/** What the tables' own treaties may bear in front of their names. */
const OWN_PREFIX = /^(?:United\s+Nations|UN|International|UN’s|UN's)\s*$/;

/** Words before the noun that say which kind of instrument it is, not which one. */
const KINDS = new Set([
  'optional',
  'additional',
  'supplementary',
  'draft',
  'model',
  'framework',
  'revised',
  'amended',
  'first',
  'second',
  'third',
  'final',
  'new',
  'old',
  'parent',
  'original',
  'present',
  'said',
  'same',
  'states',
  'state',
  'members',
  'member',
  'parties',
  'party',
  'contracting',
  'international',
  'united',
  'nations',
  'un',
  'multilateral',
  'bilateral',
]);

/** Words that begin with a capital before a name without belonging to it. */
const OPENERS =
  /^(?:a|an|the|this|that|these|those|in|on|under|of|by|for|to|from|with|as|at|and|or|if|when|where|while|see|cf|also|its|their|our|his|her|both|each|any|no|every|all|another|such|article|articles|art|arts|chapter|section|part|annex|paragraph)$/i;

/** The same where they begin a sentence: "Recalling Convention No. 29". */
const VERBS = /^(?!United$)\w+(?:ing|ed|s)$/;

/** Nouns that are joined to a name in front by "of": "Council of Europe Convention". */
const JOINED = /^(?:Council|League|Organi[sz]ation|Commonwealth|Community|Union)$/;

/** The words before a short title of the tables that make it another treaty's, or null; a long title is unmistakable. */
function prefixOfShort(text: string, start: number, written: string): { start: number } | null {
  if (written.split(' ').length > 4) return null;
  if (!TREATY_NOUNS.includes(text.slice(start, wordEnd(text, start)).toLowerCase())) return null;
  const prefix = readPrefix(text, start);
  return prefix.named && !OWN_PREFIX.test(text.slice(prefix.start, start)) ? prefix : null;
}

/** The words with capitals before the noun at `start` that belong to its name; `named` where they tell it from others. */
function readPrefix(
  text: string,
  start: number,
  names: Names | null = null,
): { start: number; named: boolean } {
  let at = start;
  let named = false;
  for (let words = 0; words < 8; words++) {
    let before = skipSpacesBack(text, at);
    if (before === at) break;
    const from = hyphenatedStart(text, before);
    if (from === before) break;
    const word = text.slice(from, before);
    if (word === 'of' && named) {
      before = skipSpacesBack(text, from);
      const head = wordStart(text, before);
      if (!JOINED.test(text.slice(head, before))) break;
      at = head;
      continue;
    }
    if (!isUpper(text.charCodeAt(from)) || OPENERS.test(word)) break;
    if (VERBS.test(word) && isFirstWord(text, from)) break;
    const acronym = word.length > 1 && word === word.toUpperCase();
    // "CRC Convention on …" in a list of abbreviations: another name, not the beginning of this one.
    if (acronym && (word.includes('-') || names?.match(text, from)?.entry.kind === 'treaty')) break;
    if (!KINDS.has(word.toLowerCase())) named = true;
    at = from;
    if (acronym) break;
  }
  return { start: at, named };
}

/** The start of the word that ends at `end`, parts joined by hyphens included: "Inter-American". */
function hyphenatedStart(text: string, end: number): number {
  let start = wordStart(text, end);
  while (start < end && isDash(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start - 2))) {
    start = wordStart(text, start - 1);
  }
  return start;
}

/** Small words that a name goes on with behind its noun. */
const BEGINNINGS: readonly string[] = [
  'on',
  'for',
  'against',
  'relating',
  'concerning',
  'relative',
  'regarding',
  'of',
  'between',
];
/** Small words within the name of an instrument, behind its noun. */
const WITHIN = new Set([...BEGINNINGS, 'to', 'and', 'or', 'the', 'in', 'by', 'that']);
const PARTIES = /^(?:Part(?:y|ies)|States?|Members?)$/;
/** A capital behind these begins something else: "by Slovenia", a sentence whose stop a converter has lost. */
const ENDS = /^(?:The|This|These|We|Preamble|Article|Annex|Having|Recalling)$/;
const PURPOSES: readonly string[] = [
  'combat',
  'prevent',
  'suppress',
  'eliminate',
  'regulate',
  'provide',
  'prohibit',
];
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;
const LONGEST_NAME = 240;

/** The end of the name that goes on behind the noun which ends at `end`: "on Human Rights", "of the League of Nations"; `end` where none does. */
function readRest(text: string, end: number, names: Names): number {
  let at = skipSpaces(text, end);
  const first = readAnyWord(text, at, BEGINNINGS);
  if (first < 0) {
    const to = readWord(text, at, 'to');
    if (to < 0 || readAnyWord(text, skipSpaces(text, to), PURPOSES) < 0) return end;
  }
  let stop = end;
  let small = '';
  /** Where the name ends if what stands behind the last "and" begins another: "and Stockholm Convention". */
  let beforeAnd = -1;
  while (at - end < LONGEST_NAME) {
    const close = wordEnd(text, at);
    if (close === at) break;
    const word = text.slice(at, close);
    if (isUpper(text.charCodeAt(at))) {
      // "the Treaty on Monday", "entry into force of the Convention for that Party"
      if (stop === end && (CALENDAR.test(word) || PARTIES.test(word))) return end;
      if (ENDS.test(word)) break;
      if (TREATY_NOUNS.includes(word.toLowerCase())) return beforeAnd < 0 ? stop : beforeAnd;
      if (/^(?:by|of|in|that) $/.test(small) && names.match(text, at)?.entry.kind === 'state') break;
      if (small !== '') beforeAnd = small === 'and ' ? stop : -1;
      stop = close;
      small = '';
    } else {
      if (!WITHIN.has(word)) break;
      // "the Convention on Transit and the Agreement": two names.
      small += `${word} `;
      if (small === 'and the ') break;
    }
    const joint = text.charCodeAt(close);
    const next = isDash(joint) || joint === 0x2f ? close + 1 : skipSpaces(text, close);
    if (next === close) {
      // "Peoples’ Rights"
      if (!isApostrophe(text.charCodeAt(close)) || !isUpper(text.charCodeAt(skipSpaces(text, close + 1))))
        break;
      at = skipSpaces(text, close + 1);
      continue;
    }
    at = next;
  }
  return stop;
}

/** A treaty that no table holds: what the text calls it is its name, or the longer name it was given before. */
function pushOther(scan: Scan, start: number, end: number, noun: string): void {
  const text = scan.text.slice(start, end).replace(/\s+/g, ' ');
  const name = longerName(scan, text) ?? text;
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
  const named = lastOf(scan.treaties, ({ name }) => name?.includes(noun) ?? false);
  const met = lastOf(scan.bodies, ({ body, name }) => body?.noun === 'Conference' && name.includes(noun));
  if (met && met.start > (named?.start ?? -1)) return met.body;
  if (named) return conferenceOf(named.name ?? '') ?? null;
  return scan.own?.noun === 'Conference' ? scan.own : null;
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
  return lastOf(scan.treaties, ({ name }) => name?.includes(noun) ?? false)?.other ?? false;
}

/** "the Convention", "this Protocol", "the European Charter" in [start, end), where no name has matched. */
export function recognizeTreatyNoun(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (start < scan.nameEnd || !isUpper(text.charCodeAt(start))) return;
  // "United Nations, Treaty Series"
  if (readWord(text, skipSpaces(text, end), 'Series') > 0) return;
  const prefix = readPrefix(text, start, scan.names);
  const stop = readRest(text, end, scan.names);
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
