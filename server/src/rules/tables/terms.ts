import type { Span } from '../../text/span.js';
import { isLetter, isNamePart, isSpace, isUpper } from '../words.js';

/** A row of a word list: what is wrong, what is right, and where that is written. */
export interface TermRow {
  readonly wrong: string;
  readonly right: string;
  /** Where the form is written, or how it is known. */
  readonly source: string;
}

/** A row found in a text; offsets are those of the text. */
export interface TermHit extends Span {
  readonly row: TermRow;
}

interface Entry {
  readonly row: TermRow;
  /** The form looked for, in lower case. */
  readonly form: string;
  /** Where the trigger word begins in it. */
  readonly offset: number;
}

const ONE_WORD = /^[a-zà-ÿ]+$/;

/**
 * A word list, found by one word of each term: `triggers` are to be made anchors, and `at` is called with each of
 * them. Terms hold words, spaces and hyphens; they are found whole and without regard to case.
 */
export class Terms {
  readonly triggers: readonly string[];
  readonly #entries = new Map<string, Entry[]>();

  constructor(rows: readonly TermRow[], side: 'wrong' | 'right' = 'wrong') {
    for (const row of rows) {
      const form = row[side].toLowerCase();
      // Most terms are a word.
      let best = ONE_WORD.test(form) ? form : '';
      let offset = 0;
      for (const m of best === '' ? form.matchAll(/[a-zà-ÿ]+/g) : []) {
        if (m[0].length > best.length) {
          best = m[0];
          offset = m.index;
        }
      }
      const list = this.#entries.get(best);
      const entry = { row, form, offset };
      if (list) list.push(entry);
      else this.#entries.set(best, [entry]);
    }
    // The longest first: "policy makers" before "policy maker".
    for (const list of this.#entries.values()) list.sort((a, b) => b.form.length - a.form.length);
    this.triggers = [...this.#entries.keys()];
  }

  /** The term that the word at `start`, `word` in lower case, belongs to; or null. */
  at(text: string, start: number, word: string): TermHit | null {
    const list = this.#entries.get(word);
    if (!list) return null;
    for (const { row, form, offset } of list) {
      const from = start - offset;
      const to = from + form.length;
      if (from < 0 || to > text.length || !stands(text, from, form)) continue;
      const before = text.charCodeAt(from - 1);
      const after = text.charCodeAt(to);
      if (isLetter(before) || isLetter(after)) continue;
      // A part of a longer compound: "non-policy-maker", "capacity-building-related".
      if (before === 0x2d || before === 0x2010 || before === 0x2011) continue;
      if ((after === 0x2d || after === 0x2011) && isLetter(text.charCodeAt(to + 1))) continue;
      return { row, start: from, end: to };
    }
    return null;
  }
}

function stands(text: string, from: number, form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const code = text.charCodeAt(from + i);
    const wanted = form.charCodeAt(i);
    if (code === wanted) continue;
    if (wanted === 0x20 && isSpace(code)) continue;
    if (wanted === 0x2d && (code === 0x2010 || code === 0x2011)) continue;
    if (code < 0x80 ? (code | 0x20) === wanted && isLetter(code) : isUpper(code) && code + 32 === wanted)
      continue;
    return false;
  }
  return true;
}

/** Whether a term is written as a name: its first word is part of one, or a later word has a capital. */
export function isNamed(text: string, hit: Span): boolean {
  let end = hit.start;
  while (end < hit.end && isLetter(text.charCodeAt(end))) end++;
  if (isNamePart(text, hit.start, end)) return true;
  for (let i = end + 1; i < hit.end; i++) {
    if (isUpper(text.charCodeAt(i)) && !isLetter(text.charCodeAt(i - 1))) return true;
  }
  return false;
}
