import type { AcronymDefinition, AcronymStanding, TermDefinition } from './citation.js';
import { romanEnd } from './numerals.js';
import {
  digitsEnd,
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
  readAnyWord,
  readWord,
  readWordBack,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
  endsSentence,
} from './reading.js';
import type { Draft, Scan } from './scan.js';

/** The end of an acronym at `at` ("UNODC", "COVID-19", "UN-Women", "NGOs" without its s), or -1. */
export function acronymEnd(text: string, at: number): number {
  let end = at;
  let capitals = 0;
  while (isUpper(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) {
    if (isUpper(text.charCodeAt(end))) capitals++;
    end++;
  }
  if (capitals < 2) return -1;
  const next = text.charCodeAt(end);
  if (isLetter(next)) {
    // The plural's s, or a name in mixed case ("UNAids"), which is no acronym.
    if (!(next === 0x73 && !isAlphanumeric(text.charCodeAt(end + 1)))) return -1;
  } else {
    end = partsEnd(text, end);
  }
  if (romanEnd(text, at) === end) return -1;
  if (end - at < 5 && SHOUTED.has(text.slice(at, end))) return -1;
  return end - at > 14 ? -1 : end;
}

/** The end of the parts that hyphens join to the acronym that ends at `end`: "COVID-19", "UN-Women", "OP-LSC-AB". */
function partsEnd(text: string, end: number): number {
  for (;;) {
    const dash = text.charCodeAt(end);
    if (dash !== 0x2d && dash !== 0x2011) return end;
    const part = end + 1;
    const stop = isUpper(text.charCodeAt(part)) ? wordEnd(text, part) : digitsEnd(text, part);
    if (stop === part || isAlphanumeric(text.charCodeAt(stop))) return end;
    end = stop;
  }
}

/** Small words that are no acronyms when a line is in capitals. */
const SHOUTED = new Set([
  'TO',
  'BE',
  'OF',
  'OR',
  'IN',
  'ON',
  'BY',
  'NO',
  'IF',
  'AS',
  'AT',
  'IS',
  'WE',
  'AND',
  'THE',
  'FOR',
  'NOT',
  'ALL',
  'YES',
  'DONE',
]);

/** A word that begins with two capitals, in [start, end): an acronym in use. */
export function recognizeAcronym(scan: Scan, start: number): void {
  const { text } = scan;
  const before = text.charCodeAt(start - 1);
  if (before === 0x2f || before === 0x2e || before === 0x40 || before === 0x5f || isDigit(before)) return;
  // "AMERICA" is a part of the State's name.
  if (start < scan.nameEnd && start > scan.nameStart) return;
  let end = acronymEnd(text, start);
  if (end < 0) return;
  if (start < scan.acronymEnd) {
    // "LSC" in "OP-LSC-AB" is an acronym of its own.
    end = wordEnd(text, start);
  }
  const after = text.charCodeAt(end);
  if (after === 0x5f || (after === 0x2f && isSymbolBehind(text, end + 1))) return;
  // "AB" in "OP-LSC-AB" and "LSO/A-AB" is none of its own.
  if (end - start === 2 && isDash(before) && isUpper(text.charCodeAt(start - 2))) return;
  const acronym = text.slice(start, end);
  // "OP4" names a paragraph.
  if (/^(?:OP|PP)s?\d/.test(acronym)) return;
  const hit = scan.names.match(text, start);
  const named = hit !== null && hit.end === end;
  // "GHANA" in a list of States is the State's name.
  if (named && hit.entry.kind === 'state') return;
  if (isNumbered(text, end)) return;
  if (beside(text, start, end) || isField(text, start) || isSurname(text, start)) return;
  if (!named && end - start === 2 && isLabel(text, start)) return;
  const sort = named ? 'acronym' : sortOf(text, start, end);
  if (sort === 'word') return;
  scan.acronymEnd = Math.max(scan.acronymEnd, end);
  const standing = standingOf(text, start, end);
  scan.found.push({
    type: 'acronym',
    start,
    end,
    acronym,
    ...(sort === 'doubtful' && { doubtful: true }),
    ...(standing && { standing }),
  });
}

/** How the acronym in [start, end) stands among what is around it; null by itself among words. */
function standingOf(text: string, start: number, end: number): AcronymStanding | null {
  const close = text.charCodeAt(end) === 0x73 ? end + 1 : end;
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(close);
  if (isDigit(text.charCodeAt(end - 1)) || isEnclosed(before, after)) return 'named';
  // "OP-CRC", "SPLM/A", "AFC/M23", "SC:ORE", but not "LSFO-led".
  const next = text.charCodeAt(close + 1);
  if (
    isDash(before) ||
    (isDash(after) && !isLower(next)) ||
    (after === 0x2f && isUpper(next) && !isLetter(text.charCodeAt(close + 2))) ||
    (after === 0x3a && isUpper(next)) ||
    (before === 0x3a && isUpper(text.charCodeAt(start - 2)))
  )
    return 'joined';
  let at = skipSpaces(text, close);
  const mark = text.charCodeAt(at);
  // "LSFO (Lake States …)", and lists of abbreviations: "LSFO: Lake States …", "ASG, Assistant …"; or alone at the head of a line.
  const isMarked = mark === 0x28 || mark === 0x3a || mark === 0x3d || mark === 0x2c || isDash(mark);
  if (isMarked) at = skipSpaces(text, at + 1);
  else if (start > 0) return null;
  const behindThe = readWord(text, at, 'the');
  if (behindThe >= 0) at = skipSpaces(text, behindThe);
  if (isOpeningQuote(text.charCodeAt(at))) at++;
  return isExpansion(text, at, text.slice(start, end), mark === 0x28) ? 'explained' : null;
}

/** Whether the characters beside a word enclose it: "(APENA)" behind a name in another language, "the “GREEN” case". */
function isEnclosed(before: number, after: number): boolean {
  return (
    (before === 0x28 && after === 0x29) ||
    (before === 0x201c && after === 0x201d) ||
    (before === 0x22 && after === 0x22) ||
    (before === 0x2018 && after === 0x2019)
  );
}

/** The longest explanation behind an acronym that is looked at, in characters. */
const MOST_CHARACTERS = 160;

/**
 * Whether the words at an offset say what an acronym stands for: its letters are the initials of two words or more, in
 * order, as `isSpelled` has it. Of words between parentheses it is enough that they are a name: they may translate it.
 * "LEL, Legal Office" goes on with another name.
 */
function isExpansion(text: string, at: number, acronym: string, isEnclosed: boolean): boolean {
  const isOwn = (text.charCodeAt(at) & ~0x20) === acronym.charCodeAt(0);
  if ((!isOwn && !isEnclosed) || !isLower(text.charCodeAt(at + 1))) return false;
  const end = isEnclosed ? /^[^.;:()[\]]*/ : /^[^.,;:()[\]]*/;
  const behind = end.exec(text.slice(at, at + MOST_CHARACTERS))![0];
  const words = behind.toUpperCase().split(/[^\p{L}\p{M}]+/u);
  if (isEnclosed && text.charCodeAt(at + behind.length) === 0x29 && isName(behind, isOwn ? 3 : 4))
    return true;
  return isSpelled(words, acronym.replace(/[^A-Z]/g, ''));
}

/** Whether some words are a name: so many at least, the first with a capital, and no figures. */
function isName(words: string, least: number): boolean {
  return /^\p{Lu}[^\d]*$/u.test(words) && words.split(' ').length >= least;
}

/**
 * Whether letters are the initials of two words or more, in order, small words and two others being skipped at will; or
 * initials and letters inside the same words ("SHRLOC" of "Sharing Records and Laws on Cargo"), with one other skipped.
 */
function isSpelled(words: readonly string[], letters: string): boolean {
  const failed = new Set<number>();
  const from = (word: number, letter: number, used: number, skipped: number, inside: number): boolean => {
    if (skipped + inside > 2) return false;
    if (letter === letters.length) return used > 1;
    if (word === words.length) return false;
    const state = (((word * letters.length + letter) * 3 + used) * 3 + skipped) * 2 + inside;
    if (failed.has(state)) return false;
    const own = words[word]!;
    if (own[0] === letters[letter]) {
      const more = Math.min(used + 1, 2);
      if (from(word + 1, letter + 1, more, skipped, inside)) return true;
      let at = 0;
      for (let next = letter + 1; next < letters.length; next++) {
        at = own.indexOf(letters[next]!, at + 1);
        if (at < 0) break;
        if (from(word + 1, next + 1, more, skipped, 1)) return true;
      }
    }
    const isSmall = own === '' || SMALL_WORDS.has(own.toLowerCase());
    if (from(word + 1, letter, used, isSmall ? skipped : skipped + 1, inside)) return true;
    failed.add(state);
    return false;
  };
  return from(0, 0, 0, 0, 0);
}

/** Whether what stands behind a slash makes the word before it the stem of a symbol: "DP/2024/6", "GC/WP.3", but not "OSCE/ODIHR", "ABC/M23". */
function isSymbolBehind(text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at))) return true;
  for (let i = at; ; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2f) return isAlphanumeric(text.charCodeAt(i + 1));
    if (code === 0x2e || code === 0x28) return isDigit(text.charCodeAt(i + 1));
    if (!isAlphanumeric(code)) return false;
  }
}

/** What a letter or two may be the label of. */
const LABELLED =
  /\b(?:annex|appendix|block|building|chapter|column|part|row|section|sector|wing)(?:es|s)? $/i;

/** "section AB", "building CD": letters that tell one from another. */
function isLabel(text: string, start: number): boolean {
  return LABELLED.test(text.slice(Math.max(0, start - 12), start));
}

/**
 * "WHA75.17", "GC(65)/RES/11", "GB.344/5", "GE.98-76543", "EX.CL/Dec.9": letters of a number that another organization
 * or a printer gives;
 * "CAT.9" is followed by a note.
 */
function isNumbered(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 0x2e && isUpper(text.charCodeAt(end + 1)) && isUpper(text.charCodeAt(end + 2))) return true;
  if ((code !== 0x2e && code !== 0x28) || !isDigit(text.charCodeAt(end + 1))) return false;
  if (isDigit(text.charCodeAt(end - 1))) return true;
  let behind = digitsEnd(text, end + 1);
  if (code === 0x28 && text.charCodeAt(behind++) !== 0x29) return false;
  const next = text.charCodeAt(behind);
  return next === 0x2f || (code === 0x2e && (next === 0x28 || next === 0x2d));
}

/** "Distr.: GENERAL", "ORIGINAL: ENGLISH": what a field of the masthead says. */
function isField(text: string, start: number): boolean {
  return /\b(?:distr|original)\s?[.:]{1,2}\s?$/i.test(text.slice(Math.max(0, start - 14), start));
}

/** "Mr. Ilo AMARU", "(Signed) AMARU Ilo": the surname of a person in capitals. */
function isSurname(text: string, start: number): boolean {
  return SURNAME.test(text.slice(Math.max(0, start - 50), start));
}

const SURNAME = /(?:\b(?:Mr|Ms|Mrs|Dr|Messrs|H\.E)\.|\(Signed\))\s+(?:\p{Lu}[\p{L}.-]*\s+){0,2}$/u;

/** Whether the words right beside are in capitals too, as in headings: then a word in capitals is no acronym. */
function beside(text: string, start: number, end: number): boolean {
  const beforeEnd = skipSpacesBack(text, start);
  const beforeStart = wordStart(text, beforeEnd);
  if (beforeEnd - beforeStart > 3 && allCapitals(text, beforeStart, beforeEnd)) return true;
  const next = skipSpaces(text, end);
  const nextEnd = wordEnd(text, next);
  return nextEnd - next > 3 && next > end && allCapitals(text, next, nextEnd) && end - start > 3;
}

/** How a line is written: in small letters and capitals; in capitals with words that tell that it is a sentence; in capitals alone. */
type Capitals = 'mixed' | 'words' | 'alone';

/** So far to either side a line is looked at. */
const LINE_REACH = 300;

function inCapitals(text: string, start: number, end: number): Capitals {
  let from = start;
  while (from > 0 && start - from < LINE_REACH && !endsLine(text.charCodeAt(from - 1))) {
    if (isLower(text.charCodeAt(from - 1))) return 'mixed';
    from--;
  }
  let to = end;
  while (to < text.length && to - end < LINE_REACH && !endsLine(text.charCodeAt(to))) {
    if (isLower(text.charCodeAt(to))) return 'mixed';
    to++;
  }
  for (let i = from; i < to;) {
    const close = wordEnd(text, i);
    if (close === i) i++;
    else if (close - i >= LONG || (close - i > 1 && SHOUTED.has(text.slice(i, close)))) return 'words';
    else if (close - i >= WORD && WORD_END.test(text.slice(close - WORD, close))) return 'words';
    else i = close;
  }
  return 'alone';
}

function endsLine(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x7c;
}

/** Hardly an acronym is so long. */
const LONG = 10;

/** As English words end, and acronyms hardly ever do. */
const WORD_END =
  /(?:ABLE|AL|ED|ENTS?|ERS?|EST|ICS?|IES|ING|ISH|ITY|IVE|MENTS?|NESS|ORTS?|OUS|[ST]IONS?|URES?)$/;
/** So long is a word at least whose end tells. */
const WORD = 6;

/**
 * Whether what looks like an acronym in [start, end) is one, or a word that is written in capitals; in doubt the text's own
 * definition tells.
 */
function sortOf(text: string, start: number, end: number): 'acronym' | 'word' | 'doubtful' {
  const length = end - start;
  const line = inCapitals(text, start, end);
  const letters = allCapitals(text, start, end);
  if (line === 'mixed' ? length < LONG : length < 4) {
    if (line === 'words') return 'doubtful';
    return letters &&
      ((length >= WORD && WORD_END.test(text.slice(end - WORD, end))) || besideSmall(text, start, end))
      ? 'doubtful'
      : 'acronym';
  }
  if (!letters) return 'acronym';
  return line === 'words' ? 'word' : 'doubtful';
}

/** "REQUEST TO", "OF SAILS": a small word beside is in capitals too. */
function besideSmall(text: string, start: number, end: number): boolean {
  const before = skipSpacesBack(text, start);
  const from = wordStart(text, before);
  if (before - from > 1 && before < start && SHOUTED.has(text.slice(from, before))) return true;
  const next = skipSpaces(text, end);
  const to = wordEnd(text, next);
  return to - next > 1 && next > end && SHOUTED.has(text.slice(next, to));
}

function allCapitals(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isUpper(text.charCodeAt(i))) return false;
  return true;
}

const SMALL_WORDS = new Set([
  'of',
  'the',
  'and',
  'for',
  'on',
  'in',
  'to',
  'a',
  'an',
  'against',
  'with',
  'from',
  'by',
  'at',
  'or',
  'as',
  'de',
  'la',
  'del',
  'des',
  'et',
  'du',
  'da',
  'do',
  'los',
  'las',
  'y',
]);

/** The longest expansion that is looked for, in words. */
const MOST_WORDS = 24;

/**
 * "United Nations Office on Drugs and Crime (UNODC)": an acronym in parentheses and the words before it that it stands
 * for. `open` is the parenthesis.
 */
export function recognizeAcronymDefinition(scan: Scan, open: number): void {
  const { text } = scan;
  let start = skipSpaces(text, open + 1);
  if (isOpeningQuote(text.charCodeAt(start))) start++;
  if (!isUpper(text.charCodeAt(start))) return;
  let end = definitionEnd(text, start);
  if (end < 0) return;
  let close = end;
  if (text.charCodeAt(close) === 0x73 && !isAlphanumeric(text.charCodeAt(close + 1))) close++;
  if (isClosingQuote(text.charCodeAt(close))) close++;
  close = skipSpaces(text, close);
  const mark = text.charCodeAt(close);
  if (mark !== 0x29 && mark !== 0x2c && mark !== 0x3b && readWord(text, close, 'or') < 0) return;
  const acronym = text.slice(start, end);
  const expansion = expansionBefore(text, open, acronym);
  if (!expansion) return;
  end = start + acronym.length;
  const definition: Draft<AcronymDefinition> = {
    type: 'acronym-definition',
    start,
    end,
    acronym,
    expansion: text.slice(expansion.start, expansion.end).replace(/\s+/g, ' '),
    expansionSpan: expansion,
  };
  scan.found.push(definition);
}

/** The end of an acronym as definitions write it: capitals with small letters inside ("SHERLOC", "CoSP", "UN-Women"). */
function definitionEnd(text: string, at: number): number {
  let end = at;
  let capitals = 0;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isUpper(code)) capitals++;
    else if (
      !isDigit(code) &&
      !isLower(code) &&
      !((code === 0x2d || code === 0x26) && isAlphanumeric(text.charCodeAt(end + 1))) &&
      // "SPLM/A" is an acronym, "DP/2024/6" a symbol.
      !(code === 0x2f && isUpper(text.charCodeAt(end + 1)) && capitals > 1)
    )
      break;
    end++;
  }
  if (text.charCodeAt(end - 1) === 0x73 && isUpper(text.charCodeAt(end - 2))) end--;
  if (capitals < 2 || end - at > 14 || end - at < 2 || romanEnd(text, at) === end) return -1;
  // More small letters than capitals make a word or a name.
  if (capitals * 2 < end - at - countDigits(text, at, end)) return -1;
  return end;
}

function countDigits(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isDigit(text.charCodeAt(i))) count++;
  return count;
}

/** The end of the name before the parenthesis at `open`: a quotation mark that closes and a genitive's "’s" do not belong to it. */
function nameEndBefore(text: string, open: number): number {
  let end = skipSpacesBack(text, open);
  if (text.charCodeAt(end - 1) === 0x73 && isApostrophe(text.charCodeAt(end - 2))) return end - 2;
  while (isApostrophe(text.charCodeAt(end - 1)) || isClosingQuote(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The words before `open` whose initials the acronym is, or the name in capitals that it is taken from. */
function expansionBefore(text: string, open: number, acronym: string): { start: number; end: number } | null {
  const end = nameEndBefore(text, open);
  const letters = acronym.replace(/[^A-Za-z]/g, '').toUpperCase();
  // The words before, nearest first.
  const starts: number[] = [];
  let edge = end;
  while (starts.length < MOST_WORDS) {
    const from = wordStart(text, edge);
    if (from === edge) {
      const code = text.charCodeAt(edge - 1);
      if (edge > 0 && (isDash(code) || isApostrophe(code) || code === 0x2c || code === 0x26)) {
        edge = skipSpacesBack(text, edge - 1);
        continue;
      }
      break;
    }
    starts.push(from);
    edge = skipSpacesBack(text, from);
    if (edge > 0 && text.charCodeAt(edge - 1) === 0x2e && endsSentence(text, edge - 1)) break;
  }
  if (starts.length === 0) return null;
  const initials = matchInitials(text, starts, letters);
  if (initials >= 0) return { start: starts[initials]!, end };
  const inner = matchInner(text, starts, end, letters);
  return inner >= 0 ? { start: starts[inner]!, end } : null;
}

/**
 * How many words back the expansion begins when each letter is an initial, small words being skipped at will and two
 * others at most; -1 where that does not work out.
 */
function matchInitials(text: string, starts: readonly number[], letters: string): number {
  let letter = letters.length - 1;
  let skipped = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    const initial = text[start]!.toUpperCase();
    const end = wordEnd(text, start);
    const small = SMALL_WORDS.has(text.slice(start, end).toLowerCase());
    // The "O" of an Office is not the "of" behind it.
    if (initial === letters[letter] && !(letter === 0 && small)) {
      if (letter === 0) return i;
      letter--;
      continue;
    }
    if (small || !isLetter(text.charCodeAt(start))) continue;
    // "Southern African Development Community" has all; "International Criminal Police Organization" skips some.
    if (++skipped > 2) return -1;
  }
  return -1;
}

/** The name in capitals before the parenthesis whose letters contain those of the acronym in order ("SHERLOC"). */
function matchInner(text: string, starts: readonly number[], end: number, letters: string): number {
  let first = -1;
  for (let i = 0; i < starts.length && i < 12; i++) {
    const start = starts[i]!;
    if (isUpper(text.charCodeAt(start))) first = i;
    else if (!SMALL_WORDS.has(text.slice(start, wordEnd(text, start)))) break;
    if (first === i && text[start]!.toUpperCase() === letters[0] && contains(text, start, end, letters))
      return i;
  }
  return -1;
}

function contains(text: string, start: number, end: number, letters: string): boolean {
  let at = 0;
  for (let i = start; i < end && at < letters.length; i++) if (text[i]!.toUpperCase() === letters[at]) at++;
  return at === letters.length;
}

// ---- Terms

/** What opens and closes a quoted term at `at`: the place of its first character, or -1. */
function openQuote(text: string, at: number): number {
  if (isOpeningQuote(text.charCodeAt(at))) return at + 1;
  if (text.charCodeAt(at) === 0x60 && text.charCodeAt(at + 1) === 0x60) return at + 2;
  return -1;
}

/** Whether the quotation mark at `at` opens rather than closes: a straight one stands before a word and behind none. */
function opensHere(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x22) return true;
  const before = text.charCodeAt(at - 1);
  return Number.isNaN(before) || isSpace(before) || before === 0x28;
}

function opensClause(text: string, open: number): boolean {
  const end = skipSpacesBack(text, open);
  if (end === 0 || !isLetter(text.charCodeAt(end - 1))) return true;
  return /^(?:terms?|expressions?|words?|phrases?|or|and)$/i.test(text.slice(wordStart(text, end), end));
}

/** `“Trafficking in persons” shall mean …`, `"Protocol" means …`; [start, end) is the word "mean" or "means". */
export function recognizeMeaning(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  let edge = skipSpacesBack(text, start);
  const shall = readWordBack(text, edge, 'shall');
  if (shall >= 0) edge = skipSpacesBack(text, shall);
  else if (end - start === 4) return;
  if (text.charCodeAt(edge - 1) === 0x2c) edge = skipSpacesBack(text, edge - 1);
  if (
    !isClosingQuote(text.charCodeAt(edge - 1)) &&
    !(isApostrophe(text.charCodeAt(edge - 1)) && isApostrophe(text.charCodeAt(edge - 2)))
  )
    return;
  const close = isClosingQuote(text.charCodeAt(edge - 1)) ? edge - 1 : edge - 2;
  let open = close - 1;
  while (open >= 0 && close - open < 120 && (openQuote(text, open) < 0 || !opensHere(text, open))) open--;
  if (open < 0 || close - open >= 120) return;
  const from = openQuote(text, open);
  if (from >= close) return;
  // "through “peaceful” means": a term that is defined opens its clause, or is called a term.
  if (shall < 0 && !opensClause(text, open)) return;
  let stop = end;
  while (stop < text.length && stop - end < 400) {
    const code = text.charCodeAt(stop);
    if (code === 0x3b || (code === 0x2e && endsSentence(text, stop))) break;
    stop++;
  }
  pushTerm(scan, from, close, text.slice(skipSpaces(text, end), stop));
}

/** `(hereinafter “the Fund”)`, `hereinafter referred to as "the Fund"`; [start, end) is the word "hereinafter" or "hereafter". */
export function recognizeHereinafter(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  let at = skipSpaces(text, end);
  for (let i = 0; i < 4; i++) {
    if (text.charCodeAt(at) === 0x2c) at = skipSpaces(text, at + 1);
    const word = readAnyWord(text, at, [
      'referred',
      'to',
      'as',
      'called',
      'the',
      'collectively',
      'jointly',
      'simply',
      'also',
    ]);
    if (word < 0 || openQuote(text, at) >= 0) break;
    at = skipSpaces(text, word);
  }
  const from = openQuote(text, at);
  if (from < 0) return;
  let close = from;
  while (close < text.length && close - from < 120 && !isClosingQuote(text.charCodeAt(close))) close++;
  if (!isClosingQuote(text.charCodeAt(close)) || close === from) return;
  pushTerm(scan, from, close, definedBefore(text, start));
}

/** `(“the Fund”)`, `(the “Fund”)`: a quoted name with its article, alone in parentheses; `open` is the parenthesis. */
export function recognizeQuotedTerm(scan: Scan, open: number): void {
  const { text } = scan;
  const article = readAnyWord(text, open + 1, ['the']);
  const from = openQuote(text, article < 0 ? open + 1 : skipSpaces(text, article));
  if (from < 0) return;
  const the = article < 0 ? readAnyWord(text, from, ['the']) : from;
  if (the < 0) return;
  let close = from;
  while (close < text.length && close - from < 80 && !isClosingQuote(text.charCodeAt(close))) close++;
  if (!isClosingQuote(text.charCodeAt(close)) || text.charCodeAt(close + 1) !== 0x29) return;
  if (!isUpper(text.charCodeAt(skipSpaces(text, the)))) return;
  pushTerm(scan, from, close, definedBefore(text, open));
}

function pushTerm(scan: Scan, start: number, quoteEnd: number, definition: string): void {
  let end = quoteEnd;
  while (end > start && (scan.text.charCodeAt(end - 1) === 0x2c || scan.text.charCodeAt(end - 1) === 0x2e))
    end--;
  // Marks alone are no term.
  if (end === start) return;
  const term: Draft<TermDefinition> = {
    type: 'term-definition',
    start,
    end,
    term: scan.text.slice(start, end).replace(/\s+/g, ' '),
    definition: definition.replace(/\s+/g, ' ').trim(),
  };
  scan.found.push(term);
}

/** What a term in parentheses stands for: the words of the sentence before it, as far back as its last comma or 160 characters. */
function definedBefore(text: string, at: number): string {
  let end = skipSpacesBack(text, at);
  if (text.charCodeAt(end - 1) === 0x28) end = skipSpacesBack(text, end - 1);
  if (text.charCodeAt(end - 1) === 0x2c) end = skipSpacesBack(text, end - 1);
  let start = end;
  while (start > 0 && end - start < 160) {
    const code = text.charCodeAt(start - 1);
    if (code === 0x3b || code === 0x28 || (code === 0x2e && isSpace(text.charCodeAt(start)))) break;
    // "the Convention (the “Convention”) and the Fund": the term before has taken what stands before it.
    if (code === 0x29 && isClosingQuote(text.charCodeAt(start - 2)))
      return text.slice(start, end).replace(/^[\s,]*(?:and|or)\s/, '');
    start--;
  }
  return text.slice(start, end);
}
