import { adoptingBody, BODY_NOUNS, SECURITY_COUNCIL, type BodyNoun } from './bodies.js';
import type { NameHit } from './names.js';
import {
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
import type { Scan } from './scan.js';

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
      if (hit) from = digits;
    }
  }
  hit ??= names.match(text, start);
  if (!hit) return false;
  const { entry, end } = hit;
  const next = text.charCodeAt(end);
  if (isLetter(next) || isDigit(next)) return false;
  switch (entry.kind) {
    case 'treaty': {
      // "CRC/C/GC/25" is a symbol, "CAT-2" something else.
      if (entry.exact && (next === 0x2f || isDash(next) || isDash(text.charCodeAt(start - 1)))) return false;
      if (entry.definite && continuesName(text, end)) return false;
      scan.treaties.push({ start: from, end, name: entry.of, noun: '', other: false });
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
        scan.found.push({ type: 'body', start: from, end, text: text.slice(from, end), name: entry.of });
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

/** "the Convention", "this Protocol" in [start, end), where no name has matched. */
export function recognizeTreatyNoun(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (start < scan.nameEnd || !isUpper(text.charCodeAt(start))) return;
  const before = skipSpacesBack(text, start);
  const from = wordStart(text, before);
  const adjective = from < before && isUpper(text.charCodeAt(from)) && !isFirstWord(text, from);
  const next = skipSpaces(text, end);
  const goesOn = readAnyWord(text, next, ['on', 'for', 'against', 'relating', 'concerning', 'relative']) > 0;
  const named = goesOn && isUpper(text.charCodeAt(skipSpaces(text, skipSpaces(text, wordEnd(text, next)))));
  scan.treaties.push({ start, end, name: null, noun: text.slice(start, end), other: adjective || named });
}
