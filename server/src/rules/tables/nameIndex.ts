import { bodies } from '../../catalogue/bodies.js';
import { treaties } from '../../catalogue/treaties.js';
import { isLetter, isLower, isSpace, isUpper } from '../words.js';

/** A name that is written otherwise in a text: where it ends, and how it is written. */
export interface NameMistake {
  readonly end: number;
  readonly right: string;
}

interface Known {
  readonly name: string;
  /** Its words in lower case, -ise for -ize, dashes and commas left out. */
  readonly words: readonly string[];
}

/** The shortest name that is looked for, in words: shorter ones are ordinary phrases too. */
const LEAST_WORDS = 4;

function fold(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 6 && lower.includes('is')
    ? lower.replace(/is(e|ed|ation|ations|ing)$/, 'iz$1')
    : lower;
}

function wordsOf(name: string): string[] {
  return [...name.matchAll(/[A-Za-z\u00c0-\u024f]+/g)].map((m) => fold(m[0]));
}

/** A name that is looked for: no digits in it, and so many words. */
const SOUGHT = new RegExp(
  `^(?=[A-Z]\\D*$)([A-Za-z\u00c0-\u024f]+)(?:[^A-Za-z\u00c0-\u024f]+[A-Za-z\u00c0-\u024f]+){${LEAST_WORDS - 1}}`,
);

/** Finds names whose words are right and whose capitals, commas or -ize are not. */
export class NameMistakes {
  readonly triggers: readonly string[];
  /** By the first word; those of which no text has asked yet are not read. */
  readonly #waiting = new Map<string, string[]>();
  /**
   * By the first word, and by the letters that the second and the third begin with: they tell most places apart from
   * all names.
   */
  readonly #byInitials = new Map<string, ReadonlyMap<number, readonly Known[]>>();
  /** Names as they are written, their apostrophes curled: one of them is never a mistake for another. */
  readonly #written = new Set<string>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const first = SOUGHT.exec(name)?.[1];
      if (first === undefined || this.#written.has(curled(name))) continue;
      this.#written.add(curled(name));
      const key = fold(first);
      const waiting = this.#waiting.get(key);
      if (waiting) waiting.push(name);
      else this.#waiting.set(key, [name]);
    }
    this.triggers = [...this.#waiting.keys()].filter((word) => /^[a-z]+$/.test(word));
  }

  #namesFrom(word: string): ReadonlyMap<number, readonly Known[]> | undefined {
    const waiting = this.#waiting.get(word);
    if (waiting) {
      this.#waiting.delete(word);
      this.#byInitials.set(word, byInitials(waiting));
    }
    return this.#byInitials.get(word);
  }

  /**
   * The longest name that begins with the trigger `word` in [at, end) and is written otherwise there; null where it is
   * written so, or none is there.
   */
  at(text: string, at: number, end: number, word: string): NameMistake | null {
    const list = this.#namesFrom(word)?.get(initialsBehind(text, end));
    if (!list) return null;
    for (const known of list) {
      const to = reads(text, end, known.words);
      if (to < 0) continue;
      // Most names are written as they should be.
      if (text.startsWith(known.name, at) && to - at === known.name.length) return null;
      const written = curled(
        text
          .slice(at, to)
          .replace(/[\s\u00a0]+/g, ' ')
          .replace(/[\u2010\u2011]/g, '-'),
      );
      const right = curled(known.name);
      // Names of one wording and other punctuation ("Co-operation"), and titles in small letters, are as good.
      if (this.#written.has(written)) return null;
      if (/ [-,]|- /.test(written)) return null;
      if (isLower(text.charCodeAt(to))) return null;
      if (!isNearly(written, right)) return null;
      return { end: to, right: known.name };
    }
    return null;
  }
}

/** Names of one first word by the initials of the next two, the longest first. */
function byInitials(names: readonly string[]): Map<number, Known[]> {
  const map = new Map<number, Known[]>();
  for (const name of names) {
    const words = wordsOf(name);
    const pair = pairOf(words[1]!.charCodeAt(0), words[2]!.charCodeAt(0));
    const list = map.get(pair);
    if (list) list.push({ name, words });
    else map.set(pair, [{ name, words }]);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

/** A name with the apostrophes of print. */
function curled(name: string): string {
  return name.replace(/'/g, '’');
}

function pairOf(second: number, third: number): number {
  return (second | 0x20) * 0x1000 + (third | 0x20);
}

/** The initials of the two words behind `at`, in small letters, as `pairOf` joins them; 0 where there are not two. */
function initialsBehind(text: string, at: number): number {
  let i = at;
  let second = 0;
  for (let w = 0; w < 2; w++) {
    for (let gap = 0; gap < 3 && (isSpace(text.charCodeAt(i)) || isJoint(text.charCodeAt(i))); gap++) i++;
    const code = text.charCodeAt(i);
    if (!isLetter(code)) return 0;
    if (w === 1) return pairOf(second, code);
    second = code;
    while (isLetter(text.charCodeAt(i))) i++;
  }
  return 0;
}

/** Reads the words but for the first, from `at`; commas and dashes between them count for nothing. Returns the end or -1. */
function reads(text: string, at: number, words: readonly string[]): number {
  let i = at;
  for (let w = 1; w < words.length; w++) {
    let gap = 0;
    while (gap < 3 && (isSpace(text.charCodeAt(i)) || isJoint(text.charCodeAt(i)))) {
      i++;
      gap++;
    }
    if (gap === 0) return -1;
    const start = i;
    while (isLetter(text.charCodeAt(i))) i++;
    const word = words[w]!;
    if (!isFolded(text, start, i, word)) return -1;
  }
  return i;
}

/** Whether `fold` makes a word of the letters in [start, end). */
function isFolded(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(start + i);
    if (code === word.charCodeAt(i) || (code < 0x80 && (code | 0x20) === word.charCodeAt(i))) continue;
    // -ise for -ize, or a capital beyond ASCII.
    return ((code | 0x20) === 0x73 || code >= 0x80) && fold(text.slice(start, end)) === word;
  }
  return true;
}

function isJoint(code: number): boolean {
  return (
    code === 0x2c || code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0x27 || code === 0x2019
  );
}

/** Whether a name differs little: one or two capitals, commas, or letters; a title all in small letters differs in many. */
function isNearly(written: string, right: string): boolean {
  const a = written.match(/[A-Za-z\u00c0-\u024f]+/g) ?? [];
  const b = right.match(/[A-Za-z\u00c0-\u024f]+/g) ?? [];
  let different = 0;
  let capitals = 0;
  for (let i = 0; i < b.length; i++) {
    if (a[i] !== b[i] && !/^(?:their|the|on|in|of|for|to|and|with|by|at)$/i.test(b[i]!)) different++;
    if (isUpper((a[i] ?? 'a').charCodeAt(0))) capitals++;
  }
  const needed = b.filter((word) => isUpper(word.charCodeAt(0))).length;
  // Only small words differ, which have a capital in some titles, or a converter has put spaces in.
  if (different === 0 && written.replace(/,/g, '').length !== right.replace(/,/g, '').length) return false;
  if (different === 0 && written.split(',').length === right.split(',').length) return false;
  return different <= 2 && capitals * 3 >= needed * 2;
}

let made: NameMistakes | null = null;

/** The names of the tables of bodies and treaties; made at the first call. */
export function nameMistakes(): NameMistakes {
  made ??= new NameMistakes(
    (function* () {
      for (const treaty of treaties()) {
        yield treaty.fullTitle.replace(/,? supplementing .*$/, '');
        yield treaty.shortTitle;
      }
      for (const body of bodies()) yield body.name;
    })(),
  );
  return made;
}
