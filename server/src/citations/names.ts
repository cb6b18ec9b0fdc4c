import { ADOPTING_BODIES } from './bodies.js';
import {
  digitsEnd,
  isApostrophe,
  isDash,
  isDigit,
  isLetter,
  isUpper,
  skipSpaces,
  wordEnd,
} from './reading.js';

/** The names of a treaty. */
export interface TreatyNames {
  readonly shortTitle: string;
  readonly fullTitle: string;
  readonly aliases: readonly string[];
}

/** The names of an organ, body, programme or office. */
export interface BodyNames {
  readonly name: string;
  /** Acronyms and other names in use. */
  readonly aliases: readonly string[];
}

/** The names of a State. */
export interface StateNames {
  readonly iso3: string;
  /** As in lists: "Bolivia (Plurinational State of)", "Bahamas (the)". */
  readonly shortName: string;
  readonly formalName: string;
  readonly formerNames: readonly string[];
  readonly voteListNames: readonly string[];
  /** In use, but not the United Nations' own: "Russia". */
  readonly informalNames: readonly string[];
}

/** First and last number of the Security Council's resolutions of a year. */
export interface CouncilYear {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** The rows that a set of names is built from. All of them may be empty. */
export interface NameRows {
  readonly treaties: readonly TreatyNames[];
  readonly bodies: readonly BodyNames[];
  readonly states: readonly StateNames[];
  readonly councilYears: readonly CouncilYear[];
}

/** One name and what it is a name of. */
export interface NameEntry {
  readonly kind: 'treaty' | 'body' | 'state';
  /** The treaty's short title, the body's name, the State's short name. */
  readonly of: string;
  /** As the table writes it, a leading "the" left out. */
  readonly written: string;
  /** An acronym: the text must agree in case. */
  readonly exact: boolean;
  /** A common word ("Charter") that is a name only with "the" before it. */
  readonly definite: boolean;
  readonly iso3: string;
  readonly form: 'short' | 'formal' | 'former' | 'vote-list' | 'informal';
}

/** The longest name found at a place. */
export interface NameHit {
  readonly entry: NameEntry;
  readonly end: number;
}

/** What the grammar knows of proper names; built once from tables by `buildNames`. */
export interface Names {
  /**
   * The first words of all names: the anchors at which `match` is worth calling. A name that begins with a year
   * ("1988 Convention") is found by the word behind it.
   */
  readonly firstWords: ReadonlySet<string>;
  /** The longest name that begins at `at` (the start of a word or a year), or null. White space, dashes and apostrophes of any kind agree. */
  match(text: string, at: number): NameHit | null;
  /** The year of a Security Council resolution's number, or 0 where the table does not say. */
  councilYear(number: number): number;
}

/** A name on its way into the tree: what of it stands from an offset on is not read yet. */
interface Waiting {
  readonly entry: NameEntry;
  readonly from: number;
}

/** The names that begin alike. Of most of them no text ever asks: those that wait are read when the node is first visited. */
interface Node {
  readonly token: string;
  next: Map<number, Node> | null;
  entries: NameEntry[] | null;
  waiting: Waiting[] | null;
}

function node(token: string): Node {
  return { token, next: null, entries: null, waiting: null };
}

/** Reads one more token of each name that waits at a node. */
function expand(at: Node, waiting: readonly Waiting[]): void {
  at.waiting = null;
  for (const { entry, from } of waiting) {
    const name = entry.written;
    if (from >= name.length) {
      at.entries ??= [];
      if (!at.entries.some((e) => e.kind === entry.kind && e.of === entry.of)) at.entries.push(entry);
      continue;
    }
    let end = tokenEnd(name, from);
    const isName = end > from;
    if (!isName) end = from + 1;
    const token = isName ? lowerLatin(name.slice(from, end)) : '';
    const key = isName ? wordKey(name, from, end) : punctuationKey(name.charCodeAt(from));
    at.next ??= new Map();
    let next = at.next.get(key);
    if (!next) at.next.set(key, (next = node(token)));
    else if (next.token !== token) continue;
    (next.waiting ??= []).push({ entry, from: skipSpaces(name, end) });
  }
}

/** Lower case for ASCII and Latin-1 letters; other characters as they are. */
function fold(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 32 : code;
}

/**
 * A key for the word in [start, end): FNV-1a over folded letters, of 30 bits, which are small numbers for every engine.
 * Words that share a key are told apart by comparing.
 */
function wordKey(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ fold(text.charCodeAt(i)), 0x01000193);
  return hash & 0x3fffffff;
}

/** Punctuation has keys of its own: negative ones. All dashes are one, and all apostrophes. */
function punctuationKey(code: number): number {
  return isDash(code) ? -0x2d : isApostrophe(code) ? -0x27 : -code;
}

function sameWord(text: string, start: number, end: number, token: string): boolean {
  if (token.length !== end - start) return false;
  for (let i = 0; i < token.length; i++)
    if (fold(text.charCodeAt(start + i)) !== token.charCodeAt(i)) return false;
  return true;
}

class WordTree implements Names {
  readonly firstWords = new Set<string>();
  readonly #root = node('');
  readonly #years: readonly CouncilYear[];

  constructor(years: readonly CouncilYear[]) {
    this.#years = [...years].sort((a, b) => a.first - b.first);
  }

  add(entry: NameEntry): void {
    const name = entry.written;
    const from = skipSpaces(name, 0);
    if (from >= name.length) return;
    (this.#root.waiting ??= []).push({ entry, from });
    let start = from;
    while (start < name.length && !isLetter(name.charCodeAt(start))) start++;
    if (start < name.length) this.firstWords.add(lowerLatin(name.slice(start, wordEnd(name, start))));
  }

  match(text: string, at: number): NameHit | null {
    let found: NameEntry | null = null;
    let foundEnd = 0;
    let current = this.#root;
    if (current.waiting) expand(current, current.waiting);
    let i = at;
    while (i < text.length && current.next) {
      let end = tokenEnd(text, i);
      let next: Node | undefined;
      if (end > i) {
        next = current.next.get(wordKey(text, i, end));
        if (!next || !sameWord(text, i, end, next.token)) break;
      } else {
        next = current.next.get(punctuationKey(text.charCodeAt(i)));
        if (!next) break;
        end = i + 1;
      }
      current = next;
      if (current.waiting) expand(current, current.waiting);
      if (current.entries) {
        for (const entry of current.entries) {
          if (!agrees(entry, text, at, end)) continue;
          found = entry;
          foundEnd = end;
          break;
        }
      }
      i = skipSpaces(text, end);
    }
    return found ? { entry: found, end: foundEnd } : null;
  }

  councilYear(number: number): number {
    const years = this.#years;
    let low = 0;
    let high = years.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const row = years[middle]!;
      if (number < row.first) high = middle - 1;
      else if (number > row.last) low = middle + 1;
      else return row.year;
    }
    return 0;
  }
}

/** The end of the word or the run of digits at `at`; `at` where neither stands there. */
function tokenEnd(text: string, at: number): number {
  return isDigit(text.charCodeAt(at)) ? digitsEnd(text, at) : wordEnd(text, at);
}

/** The letters of `word` as `fold` makes them: beyond Latin-1 they stay as they are. */
function lowerLatin(word: string): string {
  return word.replace(/[A-Z\u00c0-\u00d6\u00d8-\u00de]+/g, (capitals) => capitals.toLowerCase());
}

/** Whether the text in [start, end) may be the name as regards capitals and the word before it. */
function agrees(entry: NameEntry, text: string, start: number, end: number): boolean {
  if (!isUpper(text.charCodeAt(start)) && !isDigit(text.charCodeAt(start))) return false;
  if (entry.exact) {
    if (end - start !== entry.written.length || !text.startsWith(entry.written, start)) return false;
  } else if (entry.kind === 'state' && !sameCapitals(entry.written, text, start, end)) {
    return false;
  }
  if (entry.definite) {
    const before = text.slice(Math.max(0, start - 5), start);
    if (!/\bthe\s$/i.test(before)) return false;
  }
  return true;
}

/** Whether each word that begins with a capital in `written` begins with one in the text. */
function sameCapitals(written: string, text: string, start: number, end: number): boolean {
  let i = start;
  let j = 0;
  while (i < end && j < written.length) {
    const a = text.charCodeAt(i);
    const b = written.charCodeAt(j);
    if (isLetter(a) && isLetter(b)) {
      if (isUpper(b) && !isUpper(a) && (j === 0 || !isLetter(written.charCodeAt(j - 1)))) return false;
      i++;
      j++;
    } else {
      if (!isLetter(a)) i++;
      if (!isLetter(b)) j++;
    }
  }
  return true;
}

/** Whether a name is written in capitals without spaces, as acronyms are. */
function isAcronym(name: string): boolean {
  return /^[A-Z][A-Z0-9&/-]+$/.test(name) || /^[A-Z]{2,}[a-z]?[A-Z-]*$/.test(name);
}

function entryOf(
  kind: NameEntry['kind'],
  of: string,
  name: string,
  iso3 = '',
  form: NameEntry['form'] = 'short',
): NameEntry | null {
  const trimmed = name.trim();
  const definite = /^the\s+[A-Z][a-z]+$/.test(trimmed);
  const written = trimmed.replace(/^the\s+/i, '');
  if (written.length < 2) return null;
  return { kind, of, written, exact: kind !== 'state' && isAcronym(written), definite, iso3, form };
}

/** "UPPER VOLTA" as one writes it in a text: "Upper Volta". Small words stay small. */
function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s('-])([a-zà-ÿ])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(And|Of|The)\b/g, (word, _w: string, at: number) => (at === 0 ? word : word.toLowerCase()));
}

/**
 * Builds the names from plain rows. Rows without a usable name are passed over. Where one name is a name of two things,
 * treaties come before bodies and bodies before States.
 */
export function buildNames(rows: NameRows): Names {
  const tree = new WordTree(rows.councilYears);
  const add = (entry: NameEntry | null): void => {
    if (entry) tree.add(entry);
  };
  for (const treaty of rows.treaties) {
    add(entryOf('treaty', treaty.shortTitle, treaty.fullTitle));
    add(entryOf('treaty', treaty.shortTitle, treaty.shortTitle));
    // A long title is often cut at its subordinate part: "…, supplementing the United Nations Convention against …".
    const main = treaty.fullTitle.replace(/,? supplementing .*$/, '');
    if (main !== treaty.fullTitle) add(entryOf('treaty', treaty.shortTitle, main));
    if (treaty.fullTitle.startsWith('United Nations Convention')) {
      add(entryOf('treaty', treaty.shortTitle, treaty.fullTitle.slice('United Nations '.length)));
    }
    // "United Nations Charter"
    const ofUs = /^(\w+) of the United Nations$/.exec(treaty.fullTitle);
    if (ofUs) {
      add(entryOf('treaty', treaty.shortTitle, `United Nations ${ofUs[1]!}`));
      add(entryOf('treaty', treaty.shortTitle, `UN ${ofUs[1]!}`));
    }
    for (const alias of treaty.aliases) {
      // "the Covenant", "the Convention": one of several; what the text means is known from its context only.
      if (!/^the (Covenant|Convention|Protocol)s?$/i.test(alias))
        add(entryOf('treaty', treaty.shortTitle, alias));
    }
  }
  for (const body of ADOPTING_BODIES) {
    add(entryOf('body', body.name, body.name));
    for (const alias of body.aliases) add(entryOf('body', body.name, alias));
  }
  for (const body of rows.bodies) {
    add(entryOf('body', body.name, body.name));
    for (const alias of body.aliases) add(entryOf('body', body.name, alias));
  }
  for (const state of rows.states) {
    const { iso3 } = state;
    const short = state.shortName.replace(/ \(the\)$/i, '');
    const of = short || state.voteListNames[0] || state.formerNames[0] || '';
    if (!of) continue;
    if (short) add(entryOf('state', of, short, iso3, 'short'));
    if (state.formalName) add(entryOf('state', of, state.formalName, iso3, 'formal'));
    for (const name of state.voteListNames)
      add(entryOf('state', of, titleCase(name), iso3, short ? 'vote-list' : 'former'));
    const bare = short.replace(/ \([^)]*\)$/, '');
    for (const name of state.formerNames) {
      const former = titleCase(name.replace(/ \([\d-]+\.\.[\d-]+\)$/, ''));
      add(entryOf('state', of, former, iso3, 'former'));
      // In a text its first words have small letters: "the former Yugoslav Republic of Macedonia".
      const proper = former.replace(/^The Former /, '');
      if (proper !== former) add(entryOf('state', of, proper, iso3, 'former'));
    }
    for (const name of state.informalNames) add(entryOf('state', of, name, iso3, 'informal'));
    if (bare !== short) add(entryOf('state', of, bare, iso3, 'informal'));
  }
  return tree;
}
