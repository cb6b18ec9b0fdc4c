/**
 * One pass over a text that finds the places where something may begin: known words, known characters, numbers.
 *
 * Recognizers and rules never search a whole text with patterns of their own. They name their anchors once, all
 * anchors are compiled into one table, and each text is walked once. At an anchor a recognizer looks around it
 * with sticky patterns or by hand. The walk costs a few nanoseconds a character however many anchors there are.
 */
export interface AnchorSpec<T> {
  /**
   * Words, matched whole and without regard to case. A word is a run of letters (ASCII, Latin-1, Latin Extended);
   * an apostrophe, a hyphen and a digit end it: name the first or the rarest part of a compound.
   */
  readonly words?: Iterable<readonly [word: string, value: T]>;
  /** Single characters other than letters and digits. */
  readonly chars?: Iterable<readonly [char: string, value: T]>;
  /** Values that are reported at the start of each run of ASCII digits. */
  readonly numbers?: Iterable<T>;
  /** Values that are reported for each word that begins with two capitals (ASCII), after those of the word itself. */
  readonly capitals?: Iterable<T>;
}

/** Called for each anchor found, in the order of the text; `start` and `end` enclose the word, character or digits. */
export type AnchorVisitor<T> = (value: T, start: number, end: number) => void;

const LETTER = 1;
const DIGIT = 2;
const CHAR = 4;

/** FNV-1a over letters folded to lower case; the multiplication is done in 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ fold(word.charCodeAt(i)), 0x01000193);
  return hash >>> 0;
}

/** Lower case for ASCII and Latin-1 letters; other characters as they are. */
function fold(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 32 : code;
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

/** `fold` of every character below the end of the class table: the walk looks it up rather than computes it. */
const FOLDED = new Uint16Array(0x250);
for (let code = 0; code < FOLDED.length; code++) FOLDED[code] = fold(code);

/** A compiled set of anchors. Immutable; shared by all texts. */
export class Anchors<T> {
  readonly #classes = new Uint8Array(0x250);
  readonly #mask: number;
  /** Index of the first entry in a bucket, plus one; 0 is an empty bucket. */
  readonly #buckets: Int32Array;
  readonly #hashes: Int32Array;
  readonly #next: Int32Array;
  readonly #words: string[] = [];
  readonly #values: T[][] = [];
  readonly #chars = new Map<number, T[]>();
  readonly #numbers: T[];
  readonly #capitals: T[];
  /** The classes of characters with values that lie above the class table. */
  readonly #highChars: boolean;

  constructor(spec: AnchorSpec<T>) {
    const words = new Map<string, T[]>();
    for (const [word, value] of spec.words ?? []) {
      for (let i = 0; i < word.length; i++) {
        if (!isLetter(word.charCodeAt(i))) throw new Error(`An anchor word holds letters only: "${word}"`);
      }
      const key = word.toLowerCase();
      const list = words.get(key);
      if (list) list.push(value);
      else words.set(key, [value]);
    }
    let size = 16;
    while (size < words.size * 4) size *= 2;
    this.#mask = size - 1;
    this.#buckets = new Int32Array(size);
    this.#hashes = new Int32Array(words.size);
    this.#next = new Int32Array(words.size);
    for (const [word, values] of words) {
      const index = this.#words.length;
      const hash = hashOf(word);
      const bucket = hash & this.#mask;
      this.#words.push(word);
      this.#values.push(values);
      this.#hashes[index] = hash | 0;
      this.#next[index] = this.#buckets[bucket]!;
      this.#buckets[bucket] = index + 1;
    }
    let high = false;
    for (const [char, value] of spec.chars ?? []) {
      const code = char.charCodeAt(0);
      const list = this.#chars.get(code);
      if (list) list.push(value);
      else this.#chars.set(code, [value]);
      if (code >= this.#classes.length) high = true;
    }
    this.#highChars = high;
    this.#numbers = [...(spec.numbers ?? [])];
    this.#capitals = [...(spec.capitals ?? [])];
    for (let code = 0; code < this.#classes.length; code++) {
      if (isLetter(code)) this.#classes[code] = LETTER;
      else if (code >= 0x30 && code <= 0x39) this.#classes[code] = DIGIT;
      else if (this.#chars.has(code)) this.#classes[code] = CHAR;
    }
  }

  /** Calls `visit` for each anchor in `text`. An exception of `visit` ends the walk and is passed on. */
  scan(text: string, visit: AnchorVisitor<T>): void {
    const classes = this.#classes;
    const top = classes.length;
    const length = text.length;
    let i = 0;
    while (i < length) {
      const code = text.charCodeAt(i);
      const cls = code < top ? classes[code]! : this.#highChars && this.#chars.has(code) ? CHAR : 0;
      if (cls === 0) {
        i++;
      } else if (cls === LETTER) {
        const start = i;
        let hash = 0x811c9dc5;
        let c = code;
        do {
          hash = Math.imul(hash ^ FOLDED[c]!, 0x01000193);
          if (++i >= length) break;
          c = text.charCodeAt(i);
        } while (c < top && classes[c] === LETTER);
        this.#word(text, hash, start, i, visit);
        if (
          code <= 0x5a &&
          this.#capitals.length > 0 &&
          i - start > 1 &&
          isCapital(text.charCodeAt(start + 1))
        ) {
          for (const value of this.#capitals) visit(value, start, i);
        }
      } else if (cls === DIGIT) {
        const start = i;
        do i++;
        while (i < length && isDigitCode(text.charCodeAt(i)));
        for (const value of this.#numbers) visit(value, start, i);
      } else {
        for (const value of this.#chars.get(code)!) visit(value, i, i + 1);
        i++;
      }
    }
  }

  #word(text: string, hash: number, start: number, end: number, visit: AnchorVisitor<T>): void {
    for (let entry = this.#buckets[hash & this.#mask]!; entry !== 0; entry = this.#next[entry - 1]!) {
      const index = entry - 1;
      if (this.#hashes[index] !== (hash | 0)) continue;
      const word = this.#words[index]!;
      if (word.length !== end - start || !sameFolded(text, start, word)) continue;
      for (const value of this.#values[index]!) visit(value, start, end);
      return;
    }
  }
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function sameFolded(text: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (fold(text.charCodeAt(start + i)) !== fold(word.charCodeAt(i))) return false;
  }
  return true;
}
