import { lazy } from '../text/lazy.js';
import {
  formatNormalized,
  formatNumber,
  formatTableSymbol,
  parseDesignator,
  parseNumber,
} from './designator.js';
import type { Designator } from './designator.js';
import { encodeCatalogue } from './encode.js';
import { TEXT_COLUMNS, fromDays } from './layout.js';
import type { SectionName, StoredGroup } from './layout.js';
import { CitationNetwork, neighbours, targetsOf } from './neighbours.js';
import type { Neighbours } from './neighbours.js';
import { RESOLUTION_COLUMNS } from './rows.js';
import type { ResolutionRow } from './rows.js';
import { Sections } from './sections.js';
import type { CatalogueError, CatalogueFile, Column } from './sections.js';
import { TextPool } from './texts.js';
import { TitleIndex } from './titleIndex.js';
import type { RankedTitle } from './titleIndex.js';
import { typedNumber } from './typedNumber.js';
import { queryWords, titleKey } from './words.js';

export type OpenResult =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly error: CatalogueError };

/** A row with the normalized form and the parts of its symbol. */
export interface ResolutionEntry extends ResolutionRow {
  /** "A/RES/75/158", "S/RES/2546(2020)", "CTOC/COP/RES/10/3". */
  readonly normalized: string;
  readonly designator: Designator;
}

/** How a row was found: as asked for; by its number where the year or letter asked for is not known, or not given. */
export type MatchKind = 'exact' | 'letter-added' | 'letter-dropped' | 'year-added';

export interface Found {
  readonly match: MatchKind;
  readonly entries: readonly ResolutionEntry[];
}

export interface CitedBy {
  /** By how many different resolutions. */
  readonly count: number;
  /** Normalized symbol of the latest of them, by date of adoption; null where there is none. */
  readonly last: string | null;
}

export interface SearchHit {
  readonly entry: ResolutionEntry;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
}

export interface SearchOptions {
  /** At most so many hits; 20 unless told. */
  readonly limit?: number;
  /** An organ's code: only its resolutions. */
  readonly organ?: string;
}

interface Group {
  readonly organ: string;
  readonly session: string;
  readonly decision: boolean;
  readonly start: number;
  readonly end: number;
}

/** The rows of so many titles are looked for one by one; for more it is worth sorting all of them. */
const FEW = 50;

/** So many resolutions of one title come before other titles have had their turn. */
const PER_TITLE = 4;

/**
 * Resolutions and who cites whom, read out of one array of bytes as they are asked for. Opening looks at every byte
 * once, for the checksum, and parses nothing; indexes in memory are built when a question first needs them. Immutable.
 */
export class Catalogue {
  readonly #pool: TextPool;
  readonly #titles: TitleIndex;
  readonly #strangers: () => readonly string[];
  readonly #network: () => CitationNetwork;
  readonly #number: Column;
  readonly #suffix: Column;
  readonly #title: Column;
  readonly #date: Column;
  /** The columns that hold the number of a text. */
  readonly #texts: ReadonlyMap<SectionName, Column>;
  readonly #record: Column<Uint32Array>;
  readonly #family: Column;
  readonly #suffixes: readonly string[];
  readonly #groups: readonly Group[];
  readonly #groupOf: ReadonlyMap<string, Group>;
  /** Row and column to the text that the column could not hold. */
  readonly #exceptions: ReadonlyMap<number, ReadonlyMap<number, number>>;
  #titleRowsBuilt: Neighbours | undefined;
  #titlesSought = 0;
  #usesCounted: Uint32Array | undefined;

  private constructor(sections: Sections) {
    this.#titles = new TitleIndex(sections);
    this.#pool = new TextPool(
      {
        words: sections.unchecked('words'),
        wordIndex: sections.wide('wordIndex').all(),
        texts: sections.unchecked('texts'),
        textIndex: sections.wide('textIndex').all(),
      },
      (part, from, to) => sections.bytes(part, from, to),
    );
    this.#number = sections.narrow('number');
    this.#suffix = sections.narrow('suffix');
    this.#title = sections.narrow('title');
    this.#date = sections.narrow('date');
    this.#texts = new Map(TEXT_COLUMNS.map((name) => [name, sections.narrow(name)]));
    this.#record = sections.wide('undlRecord');
    this.#family = sections.narrow('family');
    this.#strangers = lazy(() => sections.json('strangers') as readonly string[]);
    this.#network = lazy(() => new CitationNetwork(sections, this.size + this.#strangers().length));
    this.#suffixes = sections.json('suffixes') as readonly string[];
    const stored = sections.json('groups') as readonly StoredGroup[];
    const groups = stored.map(([organ, session, decision, start], i): Group => ({
      organ,
      session,
      decision: decision === 1,
      start,
      end: stored[i + 1]?.[3] ?? this.size,
    }));
    this.#groups = groups;
    this.#groupOf = new Map(
      groups.map((group) => [keyOf(group.organ, group.decision, group.session), group]),
    );
    const exceptions = new Map<number, Map<number, number>>();
    const list = sections.wide('exceptions').all();
    for (let i = 0; i + 2 < list.length; i += 3) {
      const row = exceptions.get(list[i]!) ?? new Map<number, number>();
      row.set(list[i + 1]!, list[i + 2]!);
      exceptions.set(list[i]!, row);
    }
    this.#exceptions = exceptions;
  }

  /**
   * Opens what `encodeCatalogue` wrote. Bytes that are something else, are cut short, or differ from what was written
   * by a single bit are refused with an error value. The bytes are kept and must not change any more.
   *
   * A file is looked at only where a question leads: opening it is quick, and tells that it is something else or cut
   * short. What was altered is found out when it is asked for: any question may then throw a CatalogueDamage. That is
   * for one question; whoever asks many of them reads the whole.
   */
  static open(source: Uint8Array | CatalogueFile): OpenResult {
    const sections = Sections.open(source);
    if (!(sections instanceof Sections)) return { ok: false, error: sections };
    return { ok: true, catalogue: new Catalogue(sections) };
  }

  /**
   * A catalogue in memory over rows that come from elsewhere (a user's own, a test's). Throws an EncodeError where a
   * symbol is not understood or comes twice: readers of files leave such rows out and say so.
   */
  static fromRows(
    rows: readonly ResolutionRow[],
    citations: readonly (readonly [string, string])[] = [],
  ): Catalogue {
    const opened = Catalogue.open(encodeCatalogue(rows, citations));
    if (!opened.ok) throw new Error(`A catalogue that was just written is refused: ${opened.error.code}.`);
    return opened.catalogue;
  }

  /** How many resolutions there are. */
  get size(): number {
    return this.#number.length;
  }

  /** All rows, sorted by organ and session as they first came, and by number. */
  *rows(): Generator<ResolutionEntry> {
    for (let row = 0; row < this.size; row++) yield this.#entry(row);
  }

  /** All pairs (citing, cited) of normalized symbols, sorted by the rows of the cited ones. */
  *citations(): Generator<readonly [citing: string, cited: string]> {
    const { citing, cited } = this.#network().pairs();
    for (let i = 0; i < citing.length; i++) yield [this.#symbolOf(citing[i]!), this.#symbolOf(cited[i]!)];
  }

  /** The resolution with exactly this symbol, in whatever spelling; undefined where there is no row of it. */
  get(symbol: string): ResolutionEntry | undefined {
    const designator = parseDesignator(symbol);
    const row = designator ? this.#rowOf(designator) : -1;
    return row < 0 ? undefined : this.#entry(row);
  }

  /**
   * The resolutions that a symbol may mean: the one itself; all that bear the number with a letter where none is given
   * ("A/RES/48/75"); the one without letter, or with a range of letters, where the letter given is not known
   * ("A/RES/217(III)A" for 217 (III), "A/RES/75/254B" for 75/254 A-C); the one of the right year where none is given
   * ("S/RES/2546"). Null where nothing is found or the text is no designator.
   */
  find(symbol: string): Found | null {
    const designator = parseDesignator(symbol);
    if (!designator) return null;
    const exact = this.#rowOf(designator);
    if (exact >= 0) return { match: 'exact', entries: [this.#entry(exact)] };
    if (designator.session === '') {
      const rows = this.#groups
        .filter((group) => group.organ === designator.organ && group.decision === designator.decision)
        .flatMap((group) => (isBracketed(group) ? this.#rowsOfNumber(group, designator.number) : []));
      return this.#found('year-added', rows);
    }
    const group = this.#groupOf.get(keyOf(designator.organ, designator.decision, designator.session));
    if (!group) return null;
    const rows = this.#rowsOfNumber(group, designator.number);
    if (designator.suffix === '') return this.#found('letter-added', rows);
    const covering = rows.filter((row) => covers(this.#suffixOf(row), designator.suffix));
    const bare = rows.filter((row) => this.#suffixOf(row) === '');
    return this.#found('letter-dropped', covering.length > 0 ? covering : bare);
  }

  /**
   * All resolutions of all organs that bear a number as one cites it: "75/158", "10/3" (several organs), "217 A (III)",
   * "2546 (2020)", "2546". A letter that is left out or not known is forgiven as in `find`. Empty for anything else.
   */
  byNumber(text: string): readonly ResolutionEntry[] {
    const wanted = parseNumber(text);
    if (!wanted) return [];
    const slash = text.includes('/');
    const rows: number[] = [];
    for (const group of this.#groups) {
      if ((wanted.session !== '' && group.session !== wanted.session) || isBracketed(group) === slash)
        continue;
      const ofNumber = this.#rowsOfNumber(group, wanted.number);
      const exact = ofNumber.filter((row) => this.#suffixOf(row) === wanted.suffix);
      if (exact.length > 0) rows.push(...exact);
      else if (wanted.suffix === '') rows.push(...ofNumber);
      else {
        rows.push(
          ...ofNumber.filter(
            (row) => this.#suffixOf(row) === '' || covers(this.#suffixOf(row), wanted.suffix),
          ),
        );
      }
    }
    return rows.map((row) => this.#entry(row));
  }

  /**
   * Resolutions whose number begins as typed: "75/1", "S/RES/25", "217 (", "ES-11/". The number itself comes first,
   * then those most cited, then the newest. At most `limit`, 50 unless told.
   */
  completeNumber(prefix: string, options: SearchOptions = {}): readonly ResolutionEntry[] {
    const { limit = 50 } = options;
    const typed = typedNumber(prefix);
    if (!typed) return [];
    const organ = typed.organ ?? options.organ;
    const rows: number[] = [];
    for (const group of this.#groups) {
      if (group.decision !== typed.decision || (organ !== undefined && group.organ !== organ)) continue;
      const bracketed = isBracketed(group);
      if (typed.slash) {
        if (bracketed || group.session !== typed.session) continue;
      } else if (
        bracketed ? !group.session.startsWith(typed.session) : !group.session.startsWith(typed.number)
      ) {
        continue;
      }
      const all = !typed.slash && !bracketed;
      for (let row = group.start; row < group.end; row++) {
        if (!all && !String(this.#number.at(row)).startsWith(typed.number)) continue;
        if (typed.suffix === '' || this.#suffixOf(row).startsWith(typed.suffix)) rows.push(row);
      }
    }
    const exact = typed.number === '' ? -1 : Number(typed.number);
    this.#usesCounted ??= this.#network().counts();
    const uses = this.#usesCounted;
    const order = (row: number): number =>
      (this.#number.at(row) === exact ? 1e12 : 0) + uses[row]! * 1e6 + this.#when(row);
    return best(rows, order, limit).map((row) => this.#entry(row));
  }

  /**
   * The other resolutions of the same organ with the same title (apart from case, accents and punctuation), oldest
   * first. Empty for the Security Council, whose resolutions have none.
   */
  family(symbol: string): readonly ResolutionEntry[] {
    return this.#otherRows(symbol).map((row) => this.#entry(row));
  }

  /** The normalized symbols of `family`; quicker, where the rows themselves are not needed. */
  familySymbols(symbol: string): readonly string[] {
    return this.#otherRows(symbol).map((row) => this.#symbolOf(row));
  }

  /** The resolutions of an organ whose title is this one, apart from case, accents and punctuation; oldest first. */
  familyOfTitle(title: string, organ: string): readonly ResolutionEntry[] {
    const key = titleKey(title);
    const words = queryWords(title).filter((word) => word.length > 1);
    const same = this.#titles
      .titlesWithAll(words)
      .find((candidate) => titleKey(this.#pool.text(candidate)) === key);
    return same === undefined ? [] : this.#rowsOfFamily(same, organ).map((row) => this.#entry(row));
  }

  /** Who cites a resolution, out of the links of the resolutions of 2019 and after. Nothing for an unknown symbol. */
  citedBy(symbol: string): CitedBy {
    const node = this.#nodeOf(symbol);
    if (node < 0) return { count: 0, last: null };
    const citing = this.#network().inbound(node);
    let last = -1;
    let latest = -1;
    for (const one of citing) {
      const when = this.#when(one);
      if (when < latest) continue;
      latest = when;
      last = one;
    }
    return { count: citing.length, last: last < 0 ? null : this.#symbolOf(last) };
  }

  /** Normalized symbols of the resolutions that cite this one, oldest first. */
  citing(symbol: string): readonly string[] {
    const node = this.#nodeOf(symbol);
    if (node < 0) return [];
    return [...this.#network().inbound(node)]
      .sort((a, b) => this.#when(a) - this.#when(b))
      .map((one) => this.#symbolOf(one));
  }

  /** Normalized symbols of the resolutions that this one cites. */
  cites(symbol: string): readonly string[] {
    const node = this.#nodeOf(symbol);
    if (node < 0) return [];
    return Array.from(this.#network().outbound(node), (one) => this.#symbolOf(one));
  }

  /**
   * Resolutions whose titles have the words of a query, best first. A word may be begun only, be one letter off, or
   * stand in another order; a year among them also means the year of adoption. Where no title has all the words, those
   * that have most of them come. Of titles that fit equally well the one that was used last comes first. At most
   * `limit`.
   */
  search(query: string, options: SearchOptions = {}): readonly SearchHit[] {
    const { limit = 20, organ } = options;
    const words = queryWords(query);
    if (words.length === 0 || limit <= 0) return [];
    const { titles, year } = this.#rankWithYear(words);
    const first: { row: number; score: number }[] = [];
    const later: { row: number; score: number }[] = [];
    for (const { title, score } of this.#latestFirst(titles)) {
      const rows = [...this.#rowsOfTitle(title)]
        .filter((row) => organ === undefined || this.#groupAt(row)?.organ === organ)
        .filter((row) => year === '' || fromDays(this.#date.at(row)!).startsWith(year))
        .sort((a, b) => this.#when(b) - this.#when(a) || b - a);
      rows.forEach((row, i) => {
        if (i < PER_TITLE) first.push({ row, score: score * (1 - i * 0.001) });
        else later.push({ row, score: score * 0.5 * (1 - Math.min(i, 400) * 0.001) });
      });
      if (first.length >= limit) break;
    }
    return [...first, ...later].slice(0, limit).map(({ row, score }) => ({ entry: this.#entry(row), score }));
  }

  /** The same titles in the same order, but that those of one score stand by when they were used last. */
  *#latestFirst(titles: readonly RankedTitle[]): Iterable<RankedTitle> {
    const used = ({ title }: RankedTitle): number =>
      Math.max(...[...this.#rowsOfTitle(title)].map((row) => this.#when(row)));
    for (let i = 0; i < titles.length;) {
      let end = i + 1;
      while (end < titles.length && titles[end]!.score === titles[i]!.score) end++;
      const equal = titles.slice(i, end).map((one) => ({ one, used: used(one) }));
      yield* equal.sort((a, b) => b.used - a.used).map(({ one }) => one);
      i = end;
    }
  }

  /** Titles by all words; where no title has all, a year among them is taken for that of adoption instead. */
  #rankWithYear(words: readonly string[]): {
    readonly titles: readonly RankedTitle[];
    readonly year: string;
  } {
    const titles = this.#titles.rank(words);
    const years = words.filter((word) => /^(?:19|20)\d\d$/.test(word));
    if (titles[0]?.all || years.length !== 1 || words.length === 1) return { titles, year: '' };
    const others = this.#titles.rank(words.filter((word) => word !== years[0]));
    return others[0]?.all ? { titles: others, year: years[0]! } : { titles, year: '' };
  }

  #found(match: MatchKind, rows: readonly number[]): Found | null {
    return rows.length === 0 ? null : { match, entries: rows.map((row) => this.#entry(row)) };
  }

  #suffixOf(row: number): string {
    return this.#suffixes[this.#suffix.at(row)!] ?? '';
  }

  #groupAt(row: number): Group | undefined {
    let low = 0;
    let high = this.#groups.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = this.#groups[middle]!;
      if (row < group.start) high = middle - 1;
      else if (row >= group.end) low = middle + 1;
      else return group;
    }
    return undefined;
  }

  #rowOf(designator: Designator): number {
    const group = this.#groupOf.get(keyOf(designator.organ, designator.decision, designator.session));
    if (!group) return -1;
    return (
      this.#rowsOfNumber(group, designator.number).find((row) => this.#suffixOf(row) === designator.suffix) ??
      -1
    );
  }

  #rowsOfNumber(group: Group, number: number): number[] {
    let low = group.start;
    let high = group.end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#number.at(middle)! < number) low = middle + 1;
      else high = middle;
    }
    const rows: number[] = [];
    for (let row = low; row < group.end && this.#number.at(row) === number; row++) rows.push(row);
    return rows;
  }

  #designatorAt(row: number): Designator {
    const group = this.#groupAt(row);
    return {
      organ: group?.organ ?? '',
      decision: group?.decision ?? false,
      session: group?.session ?? '',
      number: this.#number.at(row) ?? 0,
      suffix: this.#suffixOf(row),
    };
  }

  #entry(row: number): ResolutionEntry {
    const designator = this.#designatorAt(row);
    const record = this.#record.at(row)!;
    const text = (name: SectionName): string => this.#pool.text(this.#texts.get(name)!.at(row)!);
    const entry: ResolutionEntry = {
      organ: designator.organ,
      symbol: formatTableSymbol(designator),
      number: formatNumber(designator),
      session: designator.session,
      title: this.#pool.text(this.#title.at(row)!),
      adoptionDate: fromDays(this.#date.at(row)!),
      vote: text('vote'),
      meeting: text('meeting'),
      draft: text('draft'),
      report: text('report'),
      subject: text('subject'),
      titleSource: text('titleSource'),
      sources: text('sources'),
      confidence: text('confidence'),
      undlRecord: record === 0 ? '' : String(record),
      normalized: formatNormalized(designator),
      designator,
    };
    const exceptions = this.#exceptions.get(row);
    if (!exceptions) return entry;
    const changed: Partial<Record<keyof ResolutionRow, string>> = {};
    for (const [column, id] of exceptions) {
      const name = RESOLUTION_COLUMNS[column]?.[1];
      if (name) changed[name] = this.#pool.text(id);
    }
    return { ...entry, ...changed };
  }

  /** A number that grows with the date of adoption; where that is not known, with the session or year. */
  #when(node: number): number {
    const days = this.#date.at(node);
    if (days) return days;
    const designator =
      node < this.size
        ? this.#designatorAt(node)
        : parseDesignator(this.#strangers()[node - this.size] ?? '');
    if (!designator || !/^\d+$/.test(designator.session)) return 0;
    const session = Number(designator.session);
    if (session > 1900) return (session - 1900) * 365.25 + 180;
    return designator.organ === 'GA' ? (session + 45.9) * 365.25 : 0;
  }

  #symbolOf(node: number): string {
    return node < this.size
      ? formatNormalized(this.#designatorAt(node))
      : (this.#strangers()[node - this.size] ?? '');
  }

  #nodeOf(symbol: string): number {
    const designator = parseDesignator(symbol);
    if (!designator) return -1;
    const row = this.#rowOf(designator);
    if (row >= 0) return row;
    const stranger = this.#strangers().indexOf(formatNormalized(designator));
    return stranger < 0 ? -1 : this.size + stranger;
  }

  #rowsOfTitle(title: number): ArrayLike<number> & Iterable<number> {
    if (!this.#titleRowsBuilt) {
      if (this.#titlesSought++ < FEW) return placesOf(title, this.#title.all());
      const rows = new Uint32Array(this.size);
      for (let row = 0; row < rows.length; row++) rows[row] = row;
      this.#titleRowsBuilt = neighbours(this.#family.length, this.#title.all(), rows);
    }
    return targetsOf(this.#titleRowsBuilt, title);
  }

  #otherRows(symbol: string): readonly number[] {
    const designator = parseDesignator(symbol);
    const row = designator ? this.#rowOf(designator) : -1;
    if (!designator || row < 0 || this.#title.at(row) === 0 || designator.organ === 'SC') return [];
    return this.#rowsOfFamily(this.#title.at(row)!, designator.organ).filter((other) => other !== row);
  }

  #rowsOfFamily(title: number, organ: string): number[] {
    const families = this.#family.all();
    const titles = this.#title.all();
    return placesOf(families[title]!, families)
      .flatMap((same) => placesOf(same, titles))
      .filter((row) => this.#groupAt(row)?.organ === organ)
      .sort((a, b) => this.#when(a) - this.#when(b) || a - b);
  }
}

/** Where a number stands in a column. The search is the platform's own, which is fast from the first call on. */
function placesOf(wanted: number, column: Uint16Array): number[] {
  const places: number[] = [];
  for (let at = column.indexOf(wanted); at >= 0; at = column.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

function keyOf(organ: string, decision: boolean, session: string): string {
  return `${organ} ${decision ? 1 : 0} ${session}`;
}

/** Whether a group's numbers carry their session or year in parentheses: "217 (III)", "2546 (2020)". */
function isBracketed(group: Group): boolean {
  return group.organ === 'SC' || /^(?:(?:ES|S)-)?[IVXLC]+$/.test(group.session);
}

/** The `count` rows that stand highest in an order, the highest first; of equal ones the earlier. */
function best(rows: readonly number[], order: (row: number) => number, count: number): number[] {
  const kept: { row: number; key: number }[] = [];
  for (const row of rows) {
    const key = order(row);
    const last = kept[count - 1];
    if (last && key <= last.key) continue;
    let at = kept.length;
    while (at > 0 && kept[at - 1]!.key < key) at--;
    kept.splice(at, 0, { row, key });
    if (kept.length > count) kept.pop();
  }
  return kept.map(({ row }) => row);
}

/** Whether a row's suffix is a range that has the one asked for ("A-C" has "B"), or a part of it ("A-I" is of A). */
function covers(range: string, wanted: string): boolean {
  const dash = range.indexOf('-');
  if (dash < 0) return false;
  const from = range.slice(0, dash);
  const to = range.slice(dash + 1);
  if (from === wanted) return true;
  const letters = /^[A-H]$/;
  return letters.test(from) && letters.test(to) && letters.test(wanted) && from <= wanted && wanted <= to;
}
