import type { Citation, DateRangeCitation } from '../citations/citation.js';
import { isNear, titleKey } from '../catalogue/words.js';
import type { Block } from '../document/block.js';
import type { Draft, Range } from '../document/draft.js';
import type { Field } from '../document/masthead.js';
import { parseOrdinal } from '../text/ordinals.js';
import type { Span } from '../text/span.js';
import { addTo } from '../text/lists.js';

/** What a document may say of its meeting or of another document. */
export type StatementKind = 'dates' | 'place' | 'session' | 'item' | 'title' | 'acronym';

/** One thing that a document says: two documents that say different things about the same contradict each other. */
export interface Statement {
  readonly kind: StatementKind;
  /** Of what it is said: "dates|General Assembly|75". */
  readonly about: string;
  /** What is said, in the form in which two of them are compared. */
  readonly says: string;
  /** What is said, as it is written. */
  readonly words: string;
  /** True where a document says it of itself; false for what it says of another document. */
  readonly own: boolean;
}

/** A statement and where it stands in a draft: a span of the block's source. */
export interface PlacedStatement extends Statement {
  readonly block: Block;
  readonly span: Span;
}

/** A statement of another document. */
export interface StatementElsewhere extends Statement {
  readonly uri: string;
  readonly range: Range;
  /** What the document is called. */
  readonly document: string;
  /** The symbol that the document bears, white space removed, in small letters; empty for none. */
  readonly symbol: string;
}

/** What the other documents of the workspace say. Immutable: what is different is another value. */
export interface Elsewhere {
  about(key: string): readonly StatementElsewhere[];
}

/** The statements of several documents as one. */
export function elsewhereOf(statements: Iterable<StatementElsewhere>): Elsewhere {
  const by = new Map<string, StatementElsewhere[]>();
  for (const statement of statements) {
    const known = by.get(statement.about);
    if (known) known.push(statement);
    else by.set(statement.about, [statement]);
  }
  return { about: (key) => by.get(key) ?? [] };
}

/** Of what contradicts a statement, so many places are told. */
export const MOST_TOLD = 5;

/** What is said about one thing. */
interface View {
  /** The statements by what they say. */
  readonly by: Map<string, StatementElsewhere[]>;
  /** The symbol, where one document has said it all of itself, in however many files; empty where several say it. */
  symbol: string;
}

/**
 * Of several documents those that something said elsewhere contradicts, by `uri`, with as much of what the others say as
 * is told. Takes time in proportion to the statements and, where several documents speak of the same, to the different
 * things that are said of it.
 */
export function disputed(
  said: readonly StatementElsewhere[],
): ReadonlyMap<string, readonly StatementElsewhere[]> {
  const views = new Map<string, View>();
  for (const one of said) {
    const symbol = one.own ? one.symbol : '';
    let view = views.get(one.about);
    if (!view) views.set(one.about, (view = { by: new Map(), symbol }));
    if (view.symbol !== symbol) view.symbol = '';
    const same = view.by.get(one.says);
    if (same) same.push(one);
    else view.by.set(one.says, [one]);
  }
  const found = new Map<string, StatementElsewhere[]>();
  for (const one of said) {
    const view = views.get(one.about)!;
    // Files of one symbol contradict none of their own.
    if (view.symbol !== '') continue;
    for (const others of view.by.values()) {
      if (!contradicts(one, others[0]!)) continue;
      const told = firstOf(
        others,
        MOST_TOLD,
        (other) => other.uri !== one.uri && isContradictedBy(one, one.symbol, other),
      );
      for (const other of told) addTo(found, one.uri, other);
    }
  }
  return found;
}

function firstOf<T>(list: readonly T[], most: number, test: (one: T) => boolean): T[] {
  const found: T[] = [];
  for (const one of list) {
    if (found.length === most) break;
    if (test(one)) found.push(one);
  }
  return found;
}

/**
 * Whether another document contradicts a statement of the one with this symbol (empty for none). Two files of one symbol
 * are two states of one document: what they say of it themselves may differ.
 */
export function isContradictedBy(one: Statement, symbol: string, other: StatementElsewhere): boolean {
  const same = one.own && other.own && symbol !== '' && other.symbol === symbol;
  return !same && contradicts(one, other);
}

/** A symbol as two of them are compared. */
export function symbolKey(symbol: string): string {
  return symbol.replace(/\s+/g, '').toLowerCase();
}

const MOST_TITLE = 300;
/** Shorter acronyms that differ in a letter are two names as often as one. */
const LEAST_ACRONYM = 6;
const NAME_END = /(?:[\p{L}\d’'-]+ ){4}[\p{L}\d’'-]+ $/u;
const ENTITLED = /\bentitled [“"]([^“”"]{8,300})[”"],? ?[([]$/;

/**
 * What a draft says of its meeting in its masthead (dates, place, session, title of the agenda item), its own title, the
 * titles that an agenda gives its items, the acronyms that it gives to names, and the titles that it gives to other
 * documents: “entitled “…” (A/75/292)”. Nothing is said where a field is missing or not understood.
 */
export function statementsOf(
  draft: Draft,
  body: string | null,
  citationsOf: (block: Block) => readonly Citation[],
): PlacedStatement[] {
  const { masthead, bodyStart } = draft.structure;
  const found: PlacedStatement[] = [];
  const add = (
    kind: StatementKind,
    about: string,
    says: string,
    words: string,
    at: { readonly block: Block; readonly span: Span },
    own = true,
  ): void => {
    if (says !== '') found.push({ kind, about: `${kind}|${about}`, says, words, own, ...at });
  };
  const session = masthead.session && sessionNumber(masthead.session.value);
  const { place } = masthead;
  const range = place
    ? citationsOf(place.block).find(
        (one): one is DateRangeCitation => one.type === 'date-range' && one.unit === 'day',
      )
    : undefined;
  const dates = range?.from && range.to ? `${range.from}/${range.to}` : '';
  if (body !== null && session) {
    const meeting = `${body}|${session}`;
    if (place && range && dates !== '') {
      const { reading } = place.block;
      add('dates', meeting, dates, range.text, {
        block: place.block,
        span: reading.spanToSource(range.start, range.end),
      });
      const city = /^([\p{L}][\p{L} .'’-]{1,40}), \d/u.exec(reading.text);
      if (city)
        add('place', meeting, titleKey(city[1]!), city[1]!, {
          block: place.block,
          span: reading.spanToSource(0, city[1]!.length),
        });
    }
    if (dates !== '')
      add('session', `${body}|${dates}`, String(session), masthead.session.value, at(masthead.session));
    const item = masthead.agendaItem;
    const title = item && draft.blocks[item.block.index + 1];
    // The title of the item stands behind its number, and is not that of the document.
    if (
      item &&
      title?.role === 'title' &&
      title !== masthead.title?.block &&
      title !== masthead.author?.block &&
      title.index < bodyStart
    ) {
      const provisional = /provisional/i.test(item.block.reading.text) ? 'provisional' : 'final';
      const { text } = title.reading;
      add('item', `${meeting}|${provisional}|${item.value.replace(/\s+/g, '')}`, titleKey(text), text, {
        block: title,
        span: title.reading.spanToSource(0, text.length),
      });
    }
  }
  if (body !== null && session) addAgenda(draft, `${body}|${session}`, add);
  const { symbol, title } = masthead;
  if (symbol && title && title.value.length <= MOST_TITLE)
    add('title', symbolKey(symbol.value), titleKey(title.value), title.value, at(title));
  for (const block of draft.blocks) {
    const citations = citationsOf(block);
    if (citations.length === 0) continue;
    const { reading } = block;
    for (const citation of citations) {
      if (citation.type === 'acronym' || citation.type === 'acronym-definition') {
        const name = nameBefore(reading.text, citation.start, citation.end);
        if (name === '' || citation.acronym.length < LEAST_ACRONYM) continue;
        // A hyphen that does not break is the same hyphen.
        add('acronym', titleKey(name), citation.acronym.replace(/[‐‑]/g, '-'), citation.acronym, {
          block,
          span: reading.spanToSource(citation.start, citation.end),
        });
        continue;
      }
      if (citation.type !== 'symbol' || citation.normalized === '' || citation.expandsTo) continue;
      const from = Math.max(0, citation.start - MOST_TITLE - 20);
      const entitled = ENTITLED.exec(reading.text.slice(from, citation.start));
      if (!entitled) continue;
      const start = from + entitled.index + entitled[0].indexOf(entitled[1]!);
      const span = reading.spanToSource(start, start + entitled[1]!.length);
      add(
        'title',
        symbolKey(citation.normalized),
        titleKey(entitled[1]!),
        entitled[1]!,
        { block, span },
        false,
      );
    }
  }
  return found;
}

/** Words of an agenda item without the mark that ends it; empty where the text goes on with a sentence. */
function itemTitle(block: Block): string {
  const text = block.reading.text.trim();
  return text.length > MOST_TITLE || /\. /.test(text) ? '' : text.replace(/[.;:,]+$/, '');
}

/** The titles that an agenda gives its items: those of sub-items behind that of their item and a colon. */
function addAgenda(
  draft: Draft,
  meeting: string,
  add: (
    kind: StatementKind,
    about: string,
    says: string,
    words: string,
    at: { readonly block: Block; readonly span: Span },
  ) => void,
): void {
  const { kind, paragraphs, masthead } = draft.structure;
  if (kind !== 'agenda') return;
  const provisional = /provisional/i.test(masthead.title?.value ?? '') ? 'provisional' : 'final';
  const titles = new Map<string, string>();
  for (const block of paragraphs) {
    const m = /^(\d+)(?: (\([a-z]\)))?$/.exec(block.number);
    // An annotated agenda gives each number again, with a text.
    if (!m || titles.has(block.number)) continue;
    const own = itemTitle(block);
    const words = m[2] === undefined ? own : `${titles.get(m[1]!) ?? ''}: ${own}`;
    titles.set(block.number, words);
    if (own === '' || words.startsWith(':')) continue;
    const { reading } = block;
    add('item', `${meeting}|${provisional}|${block.number.replace(' ', '')}`, titleKey(words), words, {
      block,
      span: reading.spanToSource(0, reading.text.length),
    });
  }
}

/** The last five words before an acronym in parentheses: what it stands for, as far as two texts can be compared; or empty. */
function nameBefore(text: string, start: number, end: number): string {
  if (text[start - 1] !== '(' || text[end] !== ')') return '';
  return NAME_END.exec(text.slice(Math.max(0, start - 121), start - 1))?.[0] ?? '';
}

function at(field: Field): { readonly block: Block; readonly span: Span } {
  return { block: field.block, span: field.block.body.spanToSource(field.start, field.end) };
}

/** The number of "Eleventh session"; 0 for a special or resumed one, and where there is none. */
function sessionNumber(text: string): number {
  if (/\b(?:special|resumed|emergency)\b/i.test(text)) return 0;
  const number = parseOrdinal(text.split(' ')[0] ?? '');
  return Number.isNaN(number) ? 0 : number;
}

/**
 * Whether two statements about the same contradict each other. Titles do only where they are plainly the same one in
 * different words: one that leaves out a part of the other, or has hardly a word of it, may be meant otherwise.
 */
function contradicts(a: Statement, b: Statement): boolean {
  if (a.kind !== b.kind || a.says === b.says) return false;
  // Two acronyms for one name are a choice; two that differ in one letter are a slip.
  if (a.kind === 'acronym') return isNear(a.says.toLowerCase(), b.says.toLowerCase());
  if (a.kind !== 'title' && a.kind !== 'item') return true;
  if (a.says.includes(b.says) || b.says.includes(a.says)) return false;
  const words = new Set(a.says.split(' '));
  const others = b.says.split(' ');
  const shared = others.filter((word) => words.has(word)).length;
  return shared * 2 > Math.max(words.size, others.length);
}
