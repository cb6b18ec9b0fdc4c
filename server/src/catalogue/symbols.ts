import { lazy } from '../text/lazy.js';
import { organInfo } from './designator.js';
import { seriesRows } from './tables.js';
import type { Confidence, SeriesRow, StateRow } from './rows.js';
import { sessionOf } from './sessions.js';
import type { SessionFact } from './sessions.js';
import { stateByCode } from './states.js';

/** What one part of a document symbol means. */
export interface SymbolPart {
  /** As written: "C.3", "75", "L.10", "Rev.1", "(Part IV)". */
  readonly text: string;
  readonly role:
    | 'body'
    | 'type'
    | 'modifier'
    | 'session'
    | 'special-session'
    | 'emergency-session'
    | 'year'
    | 'number'
    | 'state'
    | 'section'
    | 'unknown';
  /** What the table says it means; empty where the table says nothing. */
  readonly meaning: string;
  /** The number within the part: 10 of "L.10". */
  readonly number?: string;
  readonly session?: SessionFact;
  readonly state?: StateRow;
  /** Empty where the part speaks for itself. */
  readonly confidence: Confidence | '';
  readonly source: string;
}

/** A document symbol taken apart. */
export interface SymbolExplanation {
  /** White space removed. */
  readonly symbol: string;
  readonly parts: readonly SymbolPart[];
  /** The last body named in it; empty where the table knows none. */
  readonly body: string;
  /** The other symbol of a joint one ("A/77/895-S/2023/363"). */
  readonly joint?: SymbolExplanation;
}

/** Stems ("A/C.3") and, by the word before the dot, components ("CONF" of "-/CONF.n/-"). */
const meanings = lazy(() => {
  const stems = new Map<string, SeriesRow>();
  const components = new Map<string, SeriesRow>();
  for (const row of seriesRows()) {
    const component = /^-\/([A-Za-z]+)(?:\.n)?(?:\/-)?$/.exec(row.prefix);
    if (component) components.set(component[1]!.toUpperCase(), row);
    else stems.set(row.prefix.toUpperCase(), row);
  }
  return { stems, components };
});

const MODIFIERS = new Set(['ADD', 'AMEND', 'CORR', 'REV', 'SUMMARY']);
const BODIES = new Set(['AC', 'C', 'CN', 'CONF', 'GC', 'PC', 'SC', 'SUB', 'WG']);
/** From the thirty-first session on symbols of the Assembly carry the session (drafting rules, SYM-004). */
const FIRST_SESSION_IN_SYMBOL = 31;

/** The longest symbol is far shorter; what is longer is none. */
const LONGEST = 80;

/** Whether a text can be a document symbol at all: a stem in capitals, a slash, a digit, and nothing else in it. */
export function looksLikeSymbol(text: string): boolean {
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  const [stem, ...rest] = text.split('/');
  return (
    /^[A-Z][A-Za-z.\d]* ?$/.test(stem!) &&
    rest.length > 0 &&
    rest.every((piece) => /^[\w.()* \u2010-\u2013-]+$/.test(piece) && piece.trim() !== '')
  );
}

/**
 * Takes a document symbol apart. What the tables do not know is a part without meaning, never an error; null where the
 * text is no symbol at all.
 */
export function explainSymbol(text: string): SymbolExplanation | null {
  if (!looksLikeSymbol(text.trim())) return null;
  const symbol = text
    .split(/(?=\()|(?<=\))/)
    .map((piece) => (piece.startsWith('(') ? ` ${piece.replace(/\s+/g, ' ')}` : piece.replace(/\s+/g, '')))
    .join('')
    .replace(/\*+$/, '');
  const seam = /-(?=(?:A|S|E)\/)/.exec(symbol);
  if (seam && seam.index > 0) {
    const first = explainSymbol(symbol.slice(0, seam.index));
    const joint = explainSymbol(symbol.slice(seam.index + 1));
    return first && joint ? { ...first, symbol, joint } : (first ?? joint);
  }
  const pieces = symbol.split('/').map((piece) => {
    const section = /^(.*?) ?(\([^()]*\))$/.exec(piece);
    return section ? { main: section[1]!, section: section[2]! } : { main: piece, section: '' };
  });
  const reader = new SymbolReader(pieces.map((piece) => piece.main));
  const parts: SymbolPart[] = [];
  let before = '';
  pieces.forEach((piece, i) => {
    // Of a stem only the whole has a meaning: "CTOC" has none without "COP".
    if (reader.isBegun(i)) {
      before += `${piece.main}/`;
      return;
    }
    if (piece.main !== '') {
      const part = reader.part(i);
      parts.push({ ...part, text: before + part.text });
      before = '';
    }
    if (piece.section !== '') parts.push({ ...NOTHING, text: piece.section, role: 'section' });
  });
  return { symbol, parts, body: reader.body };
}

const NOTHING = { meaning: '', confidence: '', source: '' } as const;

/** Reads the components of one symbol from left to right; what a number means depends on the body before it. */
class SymbolReader {
  readonly #pieces: readonly string[];
  /** The longest stem: so many components belong to it. */
  readonly #stemLength: number;
  /** The last component that may be the document's own number. */
  readonly #lastNumber: number;
  body = '';

  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
    let stemLength = 0;
    pieces.forEach((_, i) => {
      if (this.#stem(i)) stemLength = i + 1;
    });
    this.#stemLength = stemLength;
    this.#lastNumber = pieces.findLastIndex(
      (piece, i) => i > 0 && /\d/.test(piece) && !MODIFIERS.has(wordOf(piece)) && !BODIES.has(wordOf(piece)),
    );
  }

  /** Whether component i is the beginning of a stem that has no meaning yet. */
  isBegun(i: number): boolean {
    return i < this.#stemLength && !this.#stem(i);
  }

  part(i: number): SymbolPart {
    const text = this.#pieces[i]!;
    const stem = this.#stem(i);
    if (stem) {
      this.body = stem.row.meaning;
      const number = stem.number === '' ? {} : { number: stem.number };
      return { text, role: 'body', meaning: stem.row.meaning, ...number, ...sourceOf(stem.row) };
    }
    const word = wordOf(text);
    const component = meanings().components.get(word);
    const behind = /^[A-Za-z]+\.?(.*)$/.exec(text)?.[1] ?? '';
    if (component && (behind === '' || /^\d/.test(behind))) {
      const role = MODIFIERS.has(word) ? 'modifier' : BODIES.has(word) ? 'body' : 'type';
      if (role === 'body') this.body = '';
      const number = behind === '' ? {} : { number: behind };
      return { text, role, meaning: component.meaning, ...number, ...sourceOf(component) };
    }
    const special = /^(ES|S)-(\d{1,2})$/.exec(text);
    if (special && this.#pieces[0] === 'A') {
      const role = special[1] === 'ES' ? 'emergency-session' : 'special-session';
      return { text, role, ...NOTHING, number: special[2]! };
    }
    if (/^\d+[A-Z]?$/.test(text)) return this.#number(i, text);
    const state = /^[A-Z]{3}$/.test(text) ? stateByCode(text) : undefined;
    if (state && i >= this.#stemLength && this.#stemLength > 0) {
      return { text, role: 'state', meaning: state.shortName, state, confidence: '', source: state.source };
    }
    const alone = text.length > 2 ? meanings().stems.get(text.toUpperCase()) : undefined;
    if (alone) {
      this.body = alone.meaning;
      return { text, role: 'body', meaning: alone.meaning, ...sourceOf(alone) };
    }
    return { text, role: 'unknown', ...NOTHING };
  }

  #number(i: number, text: string): SymbolPart {
    const value = Number.parseInt(text, 10);
    if (i >= this.#lastNumber) return { text, role: 'number', ...NOTHING, number: text };
    if (value >= 1946 && value <= 2100) return { text, role: 'year', ...NOTHING, number: text };
    const session = this.#sessionBody(value);
    const fact = session ? sessionOf(session, value) : null;
    return { text, role: 'session', ...NOTHING, number: text, ...(fact ? { session: fact } : {}) };
  }

  /** The body whose session a number before the last one is: the Assembly's for its Main Committees as well. */
  #sessionBody(value: number): string | null {
    if (this.#pieces[0] === 'A' && value >= FIRST_SESSION_IN_SYMBOL && !organInfo(this.body)) {
      if (/^(?:First|Second|Third|Fourth|Fifth|Sixth) Committee$/.test(this.body)) return 'General Assembly';
    }
    if (this.body === 'General Assembly' && value < FIRST_SESSION_IN_SYMBOL) return null;
    return this.body === '' ? null : this.body;
  }

  /** The stem that ends with component i: as it stands, or with a session behind a dot ("UNEP/EA.5"). */
  #stem(i: number): { row: SeriesRow; number: string } | undefined {
    const joined = this.#pieces
      .slice(0, i + 1)
      .join('/')
      .toUpperCase();
    const row = meanings().stems.get(joined);
    if (row) return { row, number: '' };
    const dotted = /^(.*[A-Z])\.(\d+)$/.exec(joined);
    const shorter = dotted ? meanings().stems.get(dotted[1]!) : undefined;
    return dotted && shorter ? { row: shorter, number: dotted[2]! } : undefined;
  }
}

/** The letters before the dot or the first digit, in capitals: "CONF" of "CONF.234". */
function wordOf(piece: string): string {
  return /^[A-Za-z]+/.exec(piece)?.[0].toUpperCase() ?? '';
}

function sourceOf(row: SeriesRow): { confidence: Confidence; source: string } {
  return { confidence: row.confidence, source: row.source };
}
