import { ByteReader, ByteWriter, decodeUtf8, encodeUtf8 } from './bytes.js';

/**
 * Texts as sequences of words of one dictionary. The titles of resolutions repeat each other: a word costs one byte
 * or two, and the space between two words nothing. A text is decoded alone, without those before it.
 */

/** Texts and words come in blocks of this many; the start of each block is indexed. */
const BLOCK = 16;
/** Codes of one byte; the 94 bytes above begin a code of two, the next one a code of three. */
const ONE = 160;
const TWO = 94;
const THREE = 254;
/** Two parts of one long word follow each other without a space. */
const JOIN = 255;
/** The longest piece of a word that the dictionary holds, in code units. */
const LONGEST = 40;

/** Letters and digits make words; the rest stands between them. */
function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  return code >= 0xc0 && code < 0x2000;
}

/** Words and what stands between them, in order; `null` joins two parts of one word. */
function pieces(text: string): (string | null)[] {
  const out: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const word = isWordCode(text.charCodeAt(at));
    let end = at + 1;
    while (end < text.length && end - at < LONGEST && isWordCode(text.charCodeAt(end)) === word) end++;
    const joined = at > 0 && word && isWordCode(text.charCodeAt(at - 1));
    if (joined) out.push(null);
    out.push(text.slice(at, end));
    at = end;
  }
  return out.filter((piece, i) => !(piece === ' ' && isBetweenWords(out, i)));
}

function isBetweenWords(list: readonly (string | null)[], i: number): boolean {
  const before = list[i - 1];
  const after = list[i + 1];
  return !!before && !!after && isWordCode(before.charCodeAt(0)) && isWordCode(after.charCodeAt(0));
}

/** The parts that a pool of texts is stored in. */
export interface TextParts {
  readonly words: Uint8Array;
  readonly wordIndex: Uint32Array;
  readonly texts: Uint8Array;
  readonly textIndex: Uint32Array;
}

/** Collects texts, each once, and writes them. Ids count from 0, in the order of `add`. */
export class TextPoolWriter {
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#ids.size;
  }

  add(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(text, id);
    return id;
  }

  /** The texts added so far, in the order of their ids. */
  texts(): Iterable<string> {
    return this.#ids.keys();
  }

  finish(): TextParts {
    const counts = new Map<string, number>();
    const coded = [...this.#ids.keys()].map((text) => pieces(text));
    for (const list of coded) {
      for (const piece of list) if (piece !== null) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
    const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
    const codes = new Map(words.map((word, i) => [word, i]));
    const wordBytes = new ByteWriter();
    const wordIndex: number[] = [];
    words.forEach((word, i) => {
      if (i % BLOCK === 0) wordIndex.push(wordBytes.length);
      const bytes = encodeUtf8(word);
      wordBytes.byte(bytes.length);
      wordBytes.bytes(bytes);
    });
    const textBytes = new ByteWriter();
    const textIndex: number[] = [];
    coded.forEach((list, i) => {
      if (i % BLOCK === 0) textIndex.push(textBytes.length);
      const one = new ByteWriter();
      for (const piece of list) writeCode(one, piece === null ? -1 : codes.get(piece)!);
      textBytes.varint(one.length);
      textBytes.bytes(one.take());
    });
    return {
      words: wordBytes.take(),
      wordIndex: Uint32Array.from(wordIndex),
      texts: textBytes.take(),
      textIndex: Uint32Array.from(textIndex),
    };
  }
}

function writeCode(out: ByteWriter, code: number): void {
  if (code < 0) out.byte(JOIN);
  else if (code < ONE) out.byte(code);
  else if (code < ONE + TWO * 256) out.bytes([ONE + ((code - ONE) >> 8), (code - ONE) & 255]);
  else {
    const rest = code - ONE - TWO * 256;
    out.bytes([THREE, rest & 255, (rest >> 8) & 255, rest >> 16]);
  }
}

/** Texts read one by one out of their stored parts. An id that does not exist reads as the empty text. */
export class TextPool {
  readonly #parts: TextParts;
  readonly #check: (part: 'words' | 'texts', from: number, to?: number) => void;
  /** Words once decoded; a title's words come back in other titles. */
  readonly #words: (string | undefined)[] = [];

  /** `check` is told which bytes of a part are about to be read, up to its end where that is not known. */
  constructor(
    parts: TextParts,
    check: (part: 'words' | 'texts', from: number, to?: number) => void = () => undefined,
  ) {
    this.#parts = parts;
    this.#check = check;
  }

  text(id: number): string {
    const { texts, textIndex } = this.#parts;
    const block = Math.floor(id / BLOCK);
    const start = textIndex[block];
    if (start === undefined) return '';
    this.#check('texts', start, textIndex[block + 1]);
    const reader = new ByteReader(texts, start);
    for (let skip = id % BLOCK; skip > 0; skip--) {
      const length = reader.varint();
      reader.at += length;
    }
    const length = reader.varint();
    const end = Math.min(reader.at + length, texts.length);
    let text = '';
    let afterWord = false;
    while (reader.at < end) {
      const byte = reader.byte();
      if (byte === JOIN) {
        afterWord = false;
        continue;
      }
      let code = byte;
      if (byte === THREE)
        code = ONE + TWO * 256 + reader.byte() + (reader.byte() << 8) + (reader.byte() << 16);
      else if (byte >= ONE) code = ONE + ((byte - ONE) << 8) + reader.byte();
      const word = this.#word(code);
      const isWord = isWordCode(word.charCodeAt(0));
      text += afterWord && isWord ? ' ' + word : word;
      afterWord = isWord;
    }
    return text;
  }

  #word(code: number): string {
    const known = this.#words[code];
    if (known !== undefined) return known;
    const { words, wordIndex } = this.#parts;
    const block = Math.floor(code / BLOCK);
    let at = wordIndex[block];
    if (at === undefined) return '';
    this.#check('words', at, wordIndex[block + 1]);
    for (let skip = code % BLOCK; skip > 0; skip--) at += 1 + (words[at] ?? 0);
    const word = decodeUtf8(words, at + 1, words[at] ?? 0);
    this.#words[code] = word;
    return word;
  }
}
