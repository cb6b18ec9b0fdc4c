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
  /**
   * Values that are reported for each word that stands once more behind itself, one character between. The offsets are
   * those of the first of the two; letters beyond Latin-1 count as they are.
   */
  readonly repeated?: Iterable<T>;
}

/** Called for each anchor found, in the order of the text; `start` and `end` enclose the word, character or digits. */
export type AnchorVisitor<T> = (value: T, start: number, end: number) => void;

/** What a walk has found: used again and again, so that a walk allocates nothing. */
export class AnchorHits {
  /** Three numbers for each anchor in the order of the text: the number of the anchor (see `Anchors.values`), start, end. */
  data = new Int32Array(3 * 512);
  /** How many numbers of `data` count. */
  length = 0;

  /** Makes room for more, keeping what is there. */
  grow(): Int32Array<ArrayBuffer> {
    const data = new Int32Array(this.data.length * 2);
    data.set(this.data);
    return (this.data = data);
  }
}

const LETTER = 1;
const DIGIT = 2;
const CHAR = 4;

/** What FNV-1a begins and multiplies with. */
const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a over letters folded to lower case, as a signed number of 32 bits. */
function hashOf(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ FOLDED[word.charCodeAt(i)]!, PRIME);
  return hash;
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

/** A word of which each character is a letter as `isLetter` has it. */
const LETTERS = /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]*$/;

/** `fold` of every character below the end of the class table: the walk looks it up rather than computes it. */
const FOLDED = new Uint16Array(0x250);
for (let code = 0; code < FOLDED.length; code++) FOLDED[code] = fold(code);

/** A compiled set of anchors. Immutable; shared by all texts. */
export class Anchors<T> {
  /**
   * The values of each anchor: first those of the words, in the order of `words`, then those of the characters, of
   * numbers, of capitals and of repeated words. The place in this list is the number of the anchor.
   */
  readonly values: readonly (readonly T[])[];
  /** The words in lower case: a word's place here is its number. */
  readonly words: readonly string[];
  readonly #classes = new Uint8Array(0x250);
  readonly #mask: number;
  /** Index of the first entry in a bucket, plus one; 0 is an empty bucket. */
  readonly #buckets: Int32Array;
  readonly #hashes: Int32Array;
  readonly #next: Int32Array;
  /** The number of a character's anchor. */
  readonly #chars = new Map<number, number>();
  /** The numbers of the anchors for digits, capitals and repeated words; -1 where they have no value. */
  readonly #numbers: number;
  readonly #capitals: number;
  readonly #repeated: number;
  /** Whether characters with values lie above the class table. */
  readonly #highChars: boolean;

  constructor(spec: AnchorSpec<T>) {
    const values: T[][] = [];
    const words = new Map<string, number>();
    for (const [word, value] of spec.words ?? []) {
      if (!LETTERS.test(word)) throw new Error(`An anchor word holds letters only: "${word}"`);
      const key = word.toLowerCase();
      const index = words.get(key);
      if (index === undefined) words.set(key, values.push([value]) - 1);
      else values[index]!.push(value);
    }
    let size = 16;
    while (size < words.size * 4) size *= 2;
    this.#mask = size - 1;
    this.#buckets = new Int32Array(size);
    this.#hashes = new Int32Array(words.size);
    this.#next = new Int32Array(words.size);
    for (const [word, index] of words) {
      const hash = hashOf(word);
      const bucket = hash & this.#mask;
      this.#hashes[index] = hash;
      this.#next[index] = this.#buckets[bucket]!;
      this.#buckets[bucket] = index + 1;
    }
    let high = false;
    for (const [char, value] of spec.chars ?? []) {
      const code = char.charCodeAt(0);
      const index = this.#chars.get(code);
      if (index === undefined) this.#chars.set(code, values.push([value]) - 1);
      else values[index]!.push(value);
      if (code >= this.#classes.length) high = true;
    }
    this.#highChars = high;
    const numbers = [...(spec.numbers ?? [])];
    this.#numbers = numbers.length > 0 ? values.push(numbers) - 1 : -1;
    const capitals = [...(spec.capitals ?? [])];
    this.#capitals = capitals.length > 0 ? values.push(capitals) - 1 : -1;
    const repeated = [...(spec.repeated ?? [])];
    this.#repeated = repeated.length > 0 ? values.push(repeated) - 1 : -1;
    this.values = values;
    this.words = [...words.keys()];
    for (let code = 0; code < this.#classes.length; code++) {
      if (isLetter(code)) this.#classes[code] = LETTER;
      else if (code >= 0x30 && code <= 0x39) this.#classes[code] = DIGIT;
      else if (this.#chars.has(code)) this.#classes[code] = CHAR;
    }
  }

  /** Calls `visit` for each anchor in `text`. An exception of `visit` is passed on. */
  scan(text: string, visit: AnchorVisitor<T>): void {
    const hits = new AnchorHits();
    this.find(text, hits);
    const { data } = hits;
    for (let i = 0; i < hits.length; i += 3)
      for (const value of this.values[data[i]!]!) visit(value, data[i + 1]!, data[i + 2]!);
  }

  /** Puts each anchor in `text` into `hits`, in the place of what it held. */
  find(text: string, hits: AnchorHits): void {
    const classes = this.#classes;
    const buckets = this.#buckets;
    const mask = this.#mask;
    const numbers = this.#numbers;
    const capitals = this.#capitals;
    const repeated = this.#repeated;
    const highChars = this.#highChars;
    const top = classes.length;
    const length = text.length;
    let { data } = hits;
    let at = 0;
    let i = 0;
    // The word before: its hash, its first character and its end.
    let formerHash = 0;
    let formerStart = 0;
    let formerEnd = -1;
    while (i < length) {
      const code = text.charCodeAt(i);
      const cls = code < top ? classes[code]! : highChars && this.#chars.has(code) ? CHAR : 0;
      if (cls === 0) {
        i++;
        continue;
      }
      // A word may be three anchors: the former once more, itself and its capitals.
      if (at + 9 > data.length) data = hits.grow();
      const start = i;
      if (cls === LETTER) {
        let hash = OFFSET;
        let c = code;
        do {
          hash = Math.imul(hash ^ FOLDED[c]!, PRIME);
          if (++i >= length) break;
          c = text.charCodeAt(i);
        } while (c < top && classes[c] === LETTER);
        if (hash === formerHash && start - formerEnd === 1 && repeated >= 0) {
          data[at] = repeated;
          data[at + 1] = formerStart;
          data[at + 2] = formerEnd;
          at += 3;
        }
        formerHash = hash;
        formerStart = start;
        formerEnd = i;
        const entry = buckets[hash & mask]!;
        const word = entry === 0 ? -1 : this.#word(entry, text, hash, start, i);
        if (word >= 0) {
          data[at] = word;
          data[at + 1] = start;
          data[at + 2] = i;
          at += 3;
        }
        if (code <= 0x5a && capitals >= 0 && i - start > 1 && isCapital(text.charCodeAt(start + 1))) {
          data[at] = capitals;
          data[at + 1] = start;
          data[at + 2] = i;
          at += 3;
        }
        continue;
      }
      let anchor = numbers;
      if (cls === DIGIT) {
        do i++;
        while (i < length && isDigitCode(text.charCodeAt(i)));
        if (anchor < 0) continue;
      } else {
        anchor = this.#chars.get(code)!;
        i++;
      }
      data[at] = anchor;
      data[at + 1] = start;
      data[at + 2] = i;
      at += 3;
    }
    hits.length = at;
  }

  /** The number of the word in [start, end), looked for from an entry of its bucket on, or -1. */
  #word(entry: number, text: string, hash: number, start: number, end: number): number {
    for (; entry !== 0; entry = this.#next[entry - 1]!) {
      const index = entry - 1;
      if (this.#hashes[index] === hash && isSame(text, start, end, this.words[index]!)) return index;
    }
    return -1;
  }
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether the letters in [start, end) are a word that is given in lower case. */
function isSame(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    if (FOLDED[text.charCodeAt(start + i)] !== word.charCodeAt(i)) return false;
  }
  return true;
}
