import { ByteReader, checksum, decodeUtf8 } from './bytes.js';
import {
  formatNormalized,
  formatNumber,
  formatTableSymbol,
  organOfStem,
  parseDesignator,
  parseNumber,
} from './designator.js';
import type { Designator } from './designator.js';
import { encodeCatalogue } from './encode.js';
import { HEADER, MAGIC, SECTIONS, VERSION, VOCABULARY_BLOCK, fromDays } from './layout.js';
import type { SectionName } from './layout.js';
import { RESOLUTION_COLUMNS } from './rows.js';
import type { ResolutionRow } from './rows.js';
import { TextPool } from './texts.js';
import { isNear, queryWords, titleKey } from './words.js';

/** Why a catalogue could not be opened: what the bytes are not. */
export type CatalogueErrorCode = 'not-a-catalogue' | 'version' | 'truncated' | 'altered' | 'platform';

export interface CatalogueError {
  readonly code: CatalogueErrorCode;
  /** For `version` that of the file, for `truncated` how many bytes are missing or too many. */
  readonly detail?: number;
}

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

/** For each node the first of its targets, one more at the end, and the targets of all in a row. */
interface Neighbours {
  readonly start: Uint32Array;
  readonly targets: Uint32Array;
}

/** How much a hit in a word is worth that is not the word itself. */
const PREFIX_WORTH = 0.7;
const NEAR_WORTH = 0.4;
/** So many resolutions of one title come before other titles have had their turn. */
const PER_TITLE = 4;

/**
 * Resolutions and who cites whom, read out of one array of bytes as they are asked for. Opening looks at every byte
 * once, for the checksum, and parses nothing; indexes in memory are built when a question first needs them. Immutable.
 */
export class Catalogue {
  readonly #pool: TextPool;
  readonly #sections: ReadonlyMap<SectionName, Uint8Array>;
  readonly #number: Uint16Array;
  readonly #suffix: Uint16Array;
  readonly #title: Uint16Array;
  readonly #date: Uint16Array;
  readonly #record: Uint32Array;
  readonly #suffixes: readonly string[];
  readonly #groups: readonly Group[];
  readonly #groupOf: ReadonlyMap<string, Group>;
  /** Row and column to the text that the column could not hold. */
  readonly #exceptions: ReadonlyMap<number, ReadonlyMap<number, number>>;
  #inboundBuilt: Neighbours | undefined;
  #outboundBuilt: Neighbours | undefined;
  #strangersBuilt: readonly string[] | undefined;
  #titleRowsBuilt: Neighbours | undefined;
  #vocabularyBuilt: readonly string[] | undefined;

  private constructor(sections: ReadonlyMap<SectionName, Uint8Array>) {
    this.#sections = sections;
    this.#pool = new TextPool({
      words: sections.get('words')!,
      wordIndex: this.#wide('wordIndex'),
      texts: sections.get('texts')!,
      textIndex: this.#wide('textIndex'),
    });
    this.#number = this.#narrow('number');
    this.#suffix = this.#narrow('suffix');
    this.#title = this.#narrow('title');
    this.#date = this.#narrow('date');
    this.#record = this.#wide('undlRecord');
    this.#suffixes = Array.from(this.#narrow('suffixes'), (id) => this.#pool.text(id));
    const groups: Group[] = [];
    const table = this.#wide('groups');
    for (let i = 0; i + 7 < table.length; i += 4) {
      groups.push({
        organ: this.#pool.text(table[i]!),
        session: this.#pool.text(table[i + 1]!),
        decision: table[i + 2] === 1,
        start: table[i + 3]!,
        end: Math.min(table[i + 7]!, this.#number.length),
      });
    }
    this.#groups = groups;
    this.#groupOf = new Map(
      groups.map((group) => [keyOf(group.organ, group.decision, group.session), group]),
    );
    const exceptions = new Map<number, Map<number, number>>();
    const list = this.#wide('exceptions');
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
   */
  static open(bytes: Uint8Array): OpenResult {
    const fail = (code: CatalogueErrorCode, detail?: number): OpenResult => ({
      ok: false,
      error: detail === undefined ? { code } : { code, detail },
    });
    if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) return fail('platform');
    if (bytes.byteOffset % 4 !== 0) return Catalogue.open(new Uint8Array(bytes));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) return fail('not-a-catalogue');
    const version = view.getUint16(4, true);
    if (version !== VERSION) return fail('version', version);
    const length = view.getUint32(8, true);
    if (length !== bytes.length || length % 4 !== 0) return fail('truncated', length - bytes.length);
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + HEADER, (length - HEADER) / 4);
    if (checksum(words) !== view.getUint32(12, true) || view.getUint16(6, true) !== SECTIONS.length) {
      return fail('altered');
    }
    const sections = new Map<SectionName, Uint8Array>();
    for (const [i, name] of SECTIONS.entries()) {
      const start = view.getUint32(HEADER + i * 8, true);
      const size = view.getUint32(HEADER + i * 8 + 4, true);
      if (start % 4 !== 0 || start + size > length) return fail('altered');
      sections.set(name, bytes.subarray(start, start + size));
    }
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

  /** All pairs (citing, cited) of normalized symbols, sorted by the rows of the citing ones. */
  *citations(): Generator<readonly [citing: string, cited: string]> {
    const { citing, cited } = this.#pairs();
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
      if (isBracketed(group) === slash || (wanted.session !== '' && group.session !== wanted.session))
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
        if (!all && !String(this.#number[row]).startsWith(typed.number)) continue;
        if (typed.suffix === '' || this.#suffixOf(row).startsWith(typed.suffix)) rows.push(row);
      }
    }
    const exact = Number(typed.number);
    const { start } = this.#inbound();
    const uses = (row: number): number => start[row + 1]! - start[row]!;
    rows.sort(
      (a, b) =>
        Number(this.#number[b] === exact && typed.number !== '') -
          Number(this.#number[a] === exact && typed.number !== '') ||
        uses(b) - uses(a) ||
        this.#when(b) - this.#when(a),
    );
    return rows.slice(0, limit).map((row) => this.#entry(row));
  }

  /**
   * The other resolutions of the same organ with the same title (apart from case, accents and punctuation), oldest
   * first. Empty for the Security Council, whose resolutions have none.
   */
  family(symbol: string): readonly ResolutionEntry[] {
    const designator = parseDesignator(symbol);
    const row = designator ? this.#rowOf(designator) : -1;
    if (!designator || row < 0 || this.#title[row] === 0 || designator.organ === 'SC') return [];
    return this.#rowsOfFamily(this.#title[row]!, designator.organ)
      .filter((other) => other !== row)
      .map((other) => this.#entry(other));
  }

  /** The resolutions of an organ whose title is this one, apart from case, accents and punctuation; oldest first. */
  familyOfTitle(title: string, organ: string): readonly ResolutionEntry[] {
    const key = titleKey(title);
    const words = queryWords(title).filter((word) => word.length > 1);
    const same = this.#titlesWithAll(words).find((candidate) => titleKey(this.#pool.text(candidate)) === key);
    return same === undefined ? [] : this.#rowsOfFamily(same, organ).map((row) => this.#entry(row));
  }

  /** Who cites a resolution, out of the links of the resolutions of 2019 and after. Nothing for an unknown symbol. */
  citedBy(symbol: string): CitedBy {
    const node = this.#nodeOf(symbol);
    if (node < 0) return { count: 0, last: null };
    const { start, targets } = this.#inbound();
    let last = -1;
    let latest = -1;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const when = this.#when(targets[i]!);
      if (when < latest) continue;
      latest = when;
      last = targets[i]!;
    }
    return { count: start[node + 1]! - start[node]!, last: last < 0 ? null : this.#symbolOf(last) };
  }

  /** Normalized symbols of the resolutions that cite this one, oldest first. */
  citing(symbol: string): readonly string[] {
    const node = this.#nodeOf(symbol);
    if (node < 0) return [];
    const { start, targets } = this.#inbound();
    return [...targets.subarray(start[node], start[node + 1])]
      .sort((a, b) => this.#when(a) - this.#when(b))
      .map((one) => this.#symbolOf(one));
  }

  /** Normalized symbols of the resolutions that this one cites. */
  cites(symbol: string): readonly string[] {
    const node = this.#nodeOf(symbol);
    if (node < 0) return [];
    const { start, targets } = this.#outbound();
    return [...targets.subarray(start[node], start[node + 1])].map((one) => this.#symbolOf(one));
  }

  /**
   * Resolutions whose titles have the words of a query, best first. A word may be begun only, be one letter off, or
   * stand in another order; a year among them also means the year of adoption. Where no title has all the words, those
   * that have most of them come. At most `limit`.
   */
  search(query: string, options: SearchOptions = {}): readonly SearchHit[] {
    const { limit = 20, organ } = options;
    const words = queryWords(query);
    if (words.length === 0 || limit <= 0) return [];
    let titles = this.#rank(words);
    let year = '';
    if (titles.length === 0 || !titles[0]!.all) {
      const years = words.filter((word) => /^(?:19|20)\d\d$/.test(word));
      const others = words.filter((word) => !years.includes(word));
      const without = years.length === 1 && others.length > 0 ? this.#rank(others) : [];
      if (without[0]?.all) {
        titles = without;
        year = years[0]!;
      }
    }
    const best = titles[0];
    if (!best) return [];
    const first: { row: number; score: number }[] = [];
    const later: { row: number; score: number }[] = [];
    for (const { title, score } of titles) {
      const rows = [...this.#rowsOfTitle(title)]
        .filter((row) => organ === undefined || this.#groupAt(row)?.organ === organ)
        .filter((row) => year === '' || fromDays(this.#date[row]!).startsWith(year))
        .sort((a, b) => this.#when(b) - this.#when(a) || b - a);
      rows.forEach((row, i) => {
        if (i < PER_TITLE) first.push({ row, score: score * (1 - i * 0.001) });
        else later.push({ row, score: score * 0.5 * (1 - Math.min(i, 400) * 0.001) });
      });
      if (first.length >= limit) break;
    }
    return [...first, ...later].slice(0, limit).map(({ row, score }) => ({ entry: this.#entry(row), score }));
  }

  #narrow(name: SectionName): Uint16Array {
    const bytes = this.#sections.get(name)!;
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
  }

  #wide(name: SectionName): Uint32Array {
    const bytes = this.#sections.get(name)!;
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  }

  #found(match: MatchKind, rows: readonly number[]): Found | null {
    return rows.length === 0 ? null : { match, entries: rows.map((row) => this.#entry(row)) };
  }

  #suffixOf(row: number): string {
    return this.#suffixes[this.#suffix[row]!] ?? '';
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
      if (this.#number[middle]! < number) low = middle + 1;
      else high = middle;
    }
    const rows: number[] = [];
    for (let row = low; row < group.end && this.#number[row] === number; row++) rows.push(row);
    return rows;
  }

  #designatorAt(row: number): Designator {
    const group = this.#groupAt(row);
    return {
      organ: group?.organ ?? '',
      decision: group?.decision ?? false,
      session: group?.session ?? '',
      number: this.#number[row] ?? 0,
      suffix: this.#suffixOf(row),
    };
  }

  #entry(row: number): ResolutionEntry {
    const designator = this.#designatorAt(row);
    const record = this.#record[row]!;
    const text = (name: SectionName): string => this.#pool.text(this.#narrow(name)[row]!);
    const entry: ResolutionEntry = {
      organ: designator.organ,
      symbol: formatTableSymbol(designator),
      number: formatNumber(designator),
      session: designator.session,
      title: this.#pool.text(this.#title[row]!),
      adoptionDate: fromDays(this.#date[row]!),
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
    const days = this.#date[node];
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

  #strangers(): readonly string[] {
    this.#strangersBuilt ??= Array.from(this.#narrow('strangers'), (id) => this.#pool.text(id));
    return this.#strangersBuilt;
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

  /** All pairs that the file holds, in its order. A pair costs a byte at least: the bytes bound their number. */
  #pairs(): { readonly citing: Uint32Array; readonly cited: Uint32Array } {
    const nodes = this.#nodes;
    const reader = new ByteReader(this.#sections.get('citations')!);
    const from = new Uint32Array(reader.bytes.length);
    const to = new Uint32Array(reader.bytes.length);
    let length = 0;
    let citing = 0;
    while (reader.at < reader.bytes.length) {
      citing += reader.varint();
      let cited = 0;
      for (let count = reader.varint(); count > 0 && reader.at < reader.bytes.length; count--) {
        cited += reader.varint();
        if (citing >= nodes || cited >= nodes) continue;
        from[length] = citing;
        to[length++] = cited;
      }
    }
    return { citing: from.subarray(0, length), cited: to.subarray(0, length) };
  }

  get #nodes(): number {
    return this.size + this.#narrow('strangers').length;
  }

  /** For each node those that cite it. */
  #inbound(): Neighbours {
    if (!this.#inboundBuilt) {
      const { citing, cited } = this.#pairs();
      this.#inboundBuilt = neighbours(this.#nodes, cited, citing);
    }
    return this.#inboundBuilt;
  }

  /** For each node those that it cites. */
  #outbound(): Neighbours {
    if (!this.#outboundBuilt) {
      const { citing, cited } = this.#pairs();
      this.#outboundBuilt = neighbours(this.#nodes, citing, cited);
    }
    return this.#outboundBuilt;
  }

  #rowsOfTitle(title: number): Uint32Array {
    if (!this.#titleRowsBuilt) {
      const rows = new Uint32Array(this.size);
      for (let row = 0; row < rows.length; row++) rows[row] = row;
      this.#titleRowsBuilt = neighbours(this.#narrow('family').length, this.#title, rows);
    }
    const { start, targets } = this.#titleRowsBuilt;
    return targets.subarray(start[title], start[title + 1]);
  }

  /** All words of titles, sorted. Decoded whole when a search first needs them. */
  #vocabulary(): readonly string[] {
    if (this.#vocabularyBuilt) return this.#vocabularyBuilt;
    const count = Math.max(this.#wide('postingsIndex').length - 1, 0);
    const index = this.#wide('vocabularyIndex');
    const reader = new ByteReader(this.#sections.get('vocabulary')!);
    const words: string[] = [];
    const buffer = new Uint8Array(256);
    for (let i = 0; i < count; i++) {
      if (i % VOCABULARY_BLOCK === 0) reader.at = index[i / VOCABULARY_BLOCK] ?? reader.bytes.length;
      const shared = reader.byte();
      const length = reader.byte();
      for (let k = shared; k < shared + length; k++) buffer[k] = reader.byte();
      words.push(decodeUtf8(buffer, 0, shared + length));
    }
    this.#vocabularyBuilt = words;
    return words;
  }

  #rowsOfFamily(title: number, organ: string): number[] {
    const family = this.#narrow('family');
    const rows: number[] = [];
    for (let one = 0; one < family.length; one++) {
      if (family[one] === family[title]) rows.push(...this.#rowsOfTitle(one));
    }
    return rows
      .filter((row) => this.#groupAt(row)?.organ === organ)
      .sort((a, b) => this.#when(a) - this.#when(b) || a - b);
  }

  #titlesOfWord(word: number): number[] {
    const index = this.#wide('postingsIndex');
    const reader = new ByteReader(this.#sections.get('postings')!, index[word] ?? 0);
    const end = Math.min(index[word + 1] ?? 0, reader.bytes.length);
    const titles: number[] = [];
    let title = 0;
    while (reader.at < end) {
      title += reader.varint();
      titles.push(title);
    }
    return titles;
  }

  /** The words of the vocabulary that a word of a query stands for, with what each is worth. */
  #matches(word: string): (readonly [word: number, worth: number])[] {
    const vocabulary = this.#vocabulary();
    const start = lowerBound(vocabulary, word);
    const out: (readonly [number, number])[] = [];
    for (let i = start; i < vocabulary.length && vocabulary[i]!.startsWith(word); i++) {
      const rest = vocabulary[i]!.length - word.length;
      const plural = rest === 1 && vocabulary[i]!.endsWith('s');
      out.push([
        i,
        rest === 0 ? 1 : plural ? 0.95 : PREFIX_WORTH * (word.length / vocabulary[i]!.length) ** 0.5,
      ]);
    }
    if (word.length > 3 && word.endsWith('s')) {
      const singular = lowerBound(vocabulary, word.slice(0, -1));
      if (vocabulary[singular] === word.slice(0, -1)) out.push([singular, 0.95]);
    }
    if (out.length === 0 && word.length >= 4 && !/^\d+$/.test(word)) {
      vocabulary.forEach((candidate, i) => {
        if (
          Math.abs(candidate.length - word.length) <= 1 &&
          candidate[0] === word[0] &&
          isNear(word, candidate)
        ) {
          out.push([i, NEAR_WORTH]);
        }
      });
    }
    return out;
  }

  /** Titles with most words of the query, best first; `all` tells whether the title has all of them. */
  #rank(words: readonly string[]): { title: number; score: number; all: boolean }[] {
    const lengths = this.#sections.get('titleLength')!;
    const titles = lengths.length;
    const score = new Float64Array(titles);
    const matched = new Uint8Array(titles);
    const best = new Float64Array(titles);
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
        best[title] = 0;
      }
    }
    let most = 0;
    for (let title = 0; title < titles; title++) if (matched[title]! > most) most = matched[title]!;
    if (most === 0 || most * 2 < words.length) return [];
    const out: { title: number; score: number; all: boolean }[] = [];
    for (let title = 0; title < titles; title++) {
      if (matched[title] !== most) continue;
      const spare = Math.max(lengths[title]! - most, 0);
      out.push({ title, score: score[title]! / (1 + 0.15 * spare), all: most === words.length });
    }
    return out.sort((a, b) => b.score - a.score || a.title - b.title);
  }

  #titlesWithAll(words: readonly string[]): number[] {
    if (words.length === 0) return [];
    const vocabulary = this.#vocabulary();
    let left: Set<number> | undefined;
    for (const word of words) {
      const index = lowerBound(vocabulary, word);
      if (vocabulary[index] !== word) return [];
      const titles = this.#titlesOfWord(index);
      left = new Set(left ? titles.filter((title) => left!.has(title)) : titles);
    }
    return [...left!];
  }
}

function keyOf(organ: string, decision: boolean, session: string): string {
  return `${organ} ${decision ? 1 : 0} ${session}`;
}

/** Whether a group's numbers carry their session or year in parentheses: "217 (III)", "2546 (2020)". */
function isBracketed(group: Group): boolean {
  return group.organ === 'SC' || /^(?:(?:ES|S)-)?[IVXLC]+$/.test(group.session);
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

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each of `count` nodes the `to` of its pairs, in their order: starts, with one more at the end, and targets. */
function neighbours(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Neighbours {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < from.length; i++) start[from[i]! + 1]!++;
  for (let node = 0; node < count; node++) start[node + 1]! += start[node]!;
  const targets = new Uint32Array(to.length);
  const next = start.slice();
  for (let i = 0; i < from.length; i++) targets[next[from[i]!]!++] = to[i]!;
  return { start, targets };
}

interface TypedNumber {
  readonly organ: string | undefined;
  readonly decision: boolean;
  readonly slash: boolean;
  /** Before the slash, or the begun parenthesis. */
  readonly session: string;
  readonly number: string;
  readonly suffix: string;
}

/** Reads a number that is being typed: "75/1", "A/RES/75/", "S/RES/25", "2546 (20", "217 A (". */
function typedNumber(prefix: string): TypedNumber | null {
  if (prefix.length > 40) return null;
  const compact = prefix
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^UNEP\/EA\.(\d{1,3})\/(RES|DEC)\./, 'UNEP/EA/$2/$1/');
  const stem = /^([A-Z][A-Z.\d/]*)\/(RES|DEC)\//.exec(compact);
  const organ = stem ? (organOfStem(stem[1]!)?.code ?? stem[1]!) : undefined;
  const decision = stem?.[2] === 'DEC';
  const rest = stem ? compact.slice(stem[0].length) : compact;
  const slashed = /^((?:(?:ES|S)-)?\d{1,4})\/(\d{0,5})([A-Z]?)$/.exec(rest);
  if (slashed) {
    return {
      organ,
      decision,
      slash: true,
      session: slashed[1]!,
      number: slashed[2]!,
      suffix: slashed[3]!,
    };
  }
  const plain = /^(\d{0,5})([A-Z]{0,2})(?:\(([A-Z\d-]{0,7})\)?([A-Z]?))?$/.exec(rest);
  if (!plain || (plain[1] === '' && !stem)) return null;
  const suffix = plain[4] || plain[2]!;
  return { organ, decision, slash: false, session: plain[3] ?? '', number: plain[1]!, suffix };
}
