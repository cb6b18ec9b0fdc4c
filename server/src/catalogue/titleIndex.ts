import { ByteReader, decodeUtf8 } from './bytes.js';
import { VOCABULARY_BLOCK } from './layout.js';
import type { Column, Sections } from './sections.js';
import { isNear } from './words.js';

/** How much a hit in a word is worth that is not the word itself. */
const PLURAL_WORTH = 0.95;
const PREFIX_WORTH = 0.7;
const NEAR_WORTH = 0.4;
/** Each word that a title has beside those asked for makes it a little less likely to be the one. */
const SPARE_WORD = 0.15;

/** A title that has words of a query. */
export interface RankedTitle {
  readonly title: number;
  readonly score: number;
  /** Whether it has all of them. */
  readonly all: boolean;
}

/** The words of titles and the titles that have each. */
export class TitleIndex {
  readonly #sections: Sections;
  readonly #vocabularyIndex: Column<Uint32Array>;
  readonly #postingsIndex: Column<Uint32Array>;
  /** Blocks of the vocabulary, each decoded when a search first comes by. */
  readonly #blocks: (readonly string[] | undefined)[] = [];

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#vocabularyIndex = sections.wide('vocabularyIndex');
    this.#postingsIndex = sections.wide('postingsIndex');
  }

  /**
   * Titles with most words of the query, best first; none where no title has half of them. A word may be begun only,
   * stand in the plural or singular, or, where nothing begins so, be one letter off. A rare word counts more.
   */
  rank(words: readonly string[]): readonly RankedTitle[] {
    const lengths = this.#sections.bytes('titleLength');
    const titles = lengths.length;
    const score = new Float64Array(titles);
    const matched = new Uint8Array(titles);
    const best = new Float64Array(titles);
    let most = 0;
    for (const word of words) {
      const touched: number[] = [];
      for (const [candidate, worth] of this.#matches(word)) {
        const list = this.#titlesOfWord(candidate);
        const weight = worth * Math.log(1 + titles / (1 + list.length));
        for (const title of list) {
          if (best[title] === 0) touched.push(title);
          if (weight > best[title]!) best[title] = weight;
        }
      }
      for (const title of touched) {
        score[title]! += best[title]!;
        matched[title]! += 1;
        if (matched[title]! > most) most = matched[title]!;
        best[title] = 0;
      }
    }
    if (most === 0 || most * 2 < words.length) return [];
    const out: RankedTitle[] = [];
    for (let title = 0; title < titles; title++) {
      if (matched[title] !== most) continue;
      const spare = Math.max(lengths[title]! - most, 0);
      out.push({ title, score: score[title]! / (1 + SPARE_WORD * spare), all: most === words.length });
    }
    return out.sort((a, b) => b.score - a.score || a.title - b.title);
  }

  /** The titles that have all of these words, each exactly. */
  titlesWithAll(words: readonly string[]): readonly number[] {
    let left: readonly number[] = [];
    for (const [i, word] of words.entries()) {
      const index = this.#lowerBound(word);
      if (this.#word(index) !== word) return [];
      const titles = this.#titlesOfWord(index);
      const before = new Set(left);
      left = i === 0 ? titles : titles.filter((title) => before.has(title));
    }
    return left;
  }

  get #wordCount(): number {
    return Math.max(this.#postingsIndex.length - 1, 0);
  }

  /** The words of one block; each has its beginning in common with the one before it. */
  #block(block: number): readonly string[] {
    const decoded = this.#blocks[block];
    if (decoded) return decoded;
    const start = this.#vocabularyIndex.at(block);
    const next = this.#vocabularyIndex.at(block + 1);
    const reader = new ByteReader(this.#sections.bytes('vocabulary', start, next), start);
    const count = Math.min(this.#wordCount - block * VOCABULARY_BLOCK, VOCABULARY_BLOCK);
    const buffer = new Uint8Array(256);
    const words: string[] = [];
    for (let i = 0; i < count && start !== undefined; i++) {
      const shared = reader.byte();
      const length = reader.byte();
      for (let k = shared; k < shared + length; k++) buffer[k] = reader.byte();
      words.push(decodeUtf8(buffer, 0, shared + length));
    }
    this.#blocks[block] = words;
    return words;
  }

  /** A word by its place in the sorted vocabulary; undefined past the last. */
  #word(index: number): string | undefined {
    return this.#block(Math.floor(index / VOCABULARY_BLOCK))[index % VOCABULARY_BLOCK];
  }

  /** The place of the first word that is not before this one. */
  #lowerBound(wanted: string): number {
    let low = 0;
    let high = this.#wordCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#word(middle)! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #titlesOfWord(word: number): number[] {
    const start = this.#postingsIndex.at(word) ?? 0;
    const next = this.#postingsIndex.at(word + 1) ?? 0;
    const reader = new ByteReader(this.#sections.bytes('postings', start, next), start);
    const end = Math.min(next, reader.bytes.length);
    const titles: number[] = [];
    let title = 0;
    while (reader.at < end) {
      title += reader.varint();
      titles.push(title);
    }
    return titles;
  }

  /** The words of the vocabulary that a word of a query stands for, with what each is worth. */
  #matches(word: string): readonly (readonly [word: number, worth: number])[] {
    const out: (readonly [number, number])[] = [];
    for (let i = this.#lowerBound(word); this.#word(i)?.startsWith(word); i++) {
      out.push([i, worthOf(word, this.#word(i)!)]);
    }
    if (word.length > 3 && word.endsWith('s')) {
      const singular = this.#lowerBound(word.slice(0, -1));
      if (this.#word(singular) === word.slice(0, -1)) out.push([singular, PLURAL_WORTH]);
    }
    if (out.length > 0 || word.length < 4 || /^\d+$/.test(word)) return out;
    // A slip of one letter leaves the first one alone: only the words that begin with it are looked at.
    for (let i = this.#lowerBound(word[0]!); this.#word(i)?.[0] === word[0]; i++) {
      const candidate = this.#word(i)!;
      if (Math.abs(candidate.length - word.length) <= 1 && isNear(word, candidate)) out.push([i, NEAR_WORTH]);
    }
    return out;
  }
}

/** What it is worth that a title has a word of which the query has the beginning. */
function worthOf(typed: string, word: string): number {
  if (word.length === typed.length) return 1;
  if (word === `${typed}s`) return PLURAL_WORTH;
  return PREFIX_WORTH * Math.sqrt(typed.length / word.length);
}
