import { Catalogue } from './catalogue.js';
import type { CitedBy, Found, ResolutionEntry, SearchHit, SearchOptions } from './catalogue.js';
import { formatNormalized, formatNumber, formatTableSymbol, parseDesignator } from './designator.js';
import { existenceOf } from './existence.js';
import type { Existence } from './existence.js';
import { RESOLUTION_COLUMNS } from './rows.js';
import type { ResolutionRow } from './rows.js';
import { titleKey } from './words.js';

/** A row out of one or several catalogues. */
export interface ViewEntry extends ResolutionEntry {
  /** The names of the catalogues that a cell of it comes from; empty where all come from the built-in one. */
  readonly origins: readonly string[];
}

/** A catalogue that lies over the built-in one: a user's own, or a workspace's. */
export interface Overlay {
  /** What it is called in messages: a file's name. */
  readonly name: string;
  readonly catalogue: Catalogue;
}

/** A cell in which a catalogue differs from those under it. The catalogue on top counts. */
export interface Conflict {
  readonly normalized: string;
  /** The column's name in a file: "title", "adoption_date". */
  readonly column: string;
  readonly catalogue: string;
  /** The catalogue under it that says something else; null for the built-in one. */
  readonly below: string | null;
  readonly ours: string;
  readonly theirs: string;
}

/** How many answers of each kind are kept. */
const MOST_REMEMBERED = 4_000;

/** Columns in which two catalogues can contradict each other; the others say where a row comes from. */
const COMPARED: readonly (keyof ResolutionRow)[] = ['title', 'adoptionDate', 'vote'];

/**
 * An overlay over rows as a file's reader hands them on. Of two rows with one symbol the later counts, rows whose
 * symbol is not understood are left out: the reader has told of both.
 */
export function overlayOf(name: string, rows: readonly ResolutionRow[]): Overlay {
  const last = new Map<string, ResolutionRow>();
  for (const row of rows) {
    const designator = parseDesignator(row.symbol);
    if (!designator) continue;
    last.set(formatNormalized(designator), {
      ...row,
      organ: designator.organ,
      symbol: formatTableSymbol(designator),
      number: formatNumber(designator),
      session: designator.session,
      sources: row.sources === '' ? name : row.sources,
    });
  }
  return { name, catalogue: Catalogue.fromRows([...last.values()]) };
}

/**
 * The built-in catalogue with others laid over it, seen as one. The last overlay lies on top; a cell that it leaves
 * empty shows what lies under it. Without a built-in catalogue there are the overlays, or nothing. Immutable.
 */
export class CatalogueView {
  readonly #builtIn: Catalogue | null;
  /** From the top down. */
  readonly #overlays: readonly Overlay[];
  #conflictsFound: readonly Conflict[] | undefined;
  /** What was asked before: a text cites the same resolutions again and again, and several rules ask of each. */
  readonly #rows = new Map<string, ViewEntry | null>();
  readonly #existence = new Map<string, Existence>();
  #existenceDay: string | undefined;

  constructor(builtIn: Catalogue | null, overlays: readonly Overlay[] = []) {
    this.#builtIn = builtIn;
    this.#overlays = overlays.toReversed();
  }

  /** The built-in catalogue of this view with other overlays. */
  under(overlays: readonly Overlay[]): CatalogueView {
    return new CatalogueView(this.#builtIn, overlays);
  }

  /** This view with one more overlay, which lies over all others. */
  withTop(overlay: Overlay): CatalogueView {
    return new CatalogueView(this.#builtIn, [...this.#overlays.toReversed(), overlay]);
  }

  /** A view of nothing: what there is to say without a catalogue still is said. */
  static readonly EMPTY = new CatalogueView(null);

  /** Whether the built-in catalogue is there. */
  get isComplete(): boolean {
    return this.#builtIn !== null;
  }

  /** How many rows the catalogues have, a row in two of them counted twice. */
  get size(): number {
    return this.#catalogues().reduce((sum, catalogue) => sum + catalogue.size, 0);
  }

  /** Where overlays contradict what lies under them, in title, date of adoption or vote. */
  get conflicts(): readonly Conflict[] {
    this.#conflictsFound ??= this.#findConflicts();
    return this.#conflictsFound;
  }

  /** The resolution with exactly this symbol, in whatever spelling; undefined where no catalogue has it. */
  get(symbol: string): ViewEntry | undefined {
    const known = this.#rows.get(symbol);
    if (known !== undefined) return known ?? undefined;
    if (this.#rows.size >= MOST_REMEMBERED) this.#rows.clear();
    const entry = this.#read(symbol);
    this.#rows.set(symbol, entry ?? null);
    return entry;
  }

  #read(symbol: string): ViewEntry | undefined {
    const layers: (ViewEntry | undefined)[] = this.#overlays.map(({ name, catalogue }) => {
      const entry = catalogue.get(symbol);
      return entry && { ...entry, origins: [name] };
    });
    const builtIn = this.#builtIn?.get(symbol);
    if (builtIn) layers.push(asIs(builtIn));
    return merge(layers.filter((layer) => layer !== undefined));
  }

  /** The resolutions that a symbol may mean, as in `Catalogue.find`. */
  find(symbol: string): (Omit<Found, 'entries'> & { readonly entries: readonly ViewEntry[] }) | null {
    const exact = this.get(symbol);
    if (exact) return { match: 'exact', entries: [exact] };
    for (const catalogue of this.#catalogues()) {
      const found = catalogue.find(symbol);
      if (found) return { match: found.match, entries: this.#merged(found.entries) };
    }
    return null;
  }

  /** All resolutions that bear a number as one cites it, as in `Catalogue.byNumber`. */
  byNumber(text: string): readonly ViewEntry[] {
    return this.#merged(this.#catalogues().flatMap((catalogue) => catalogue.byNumber(text)));
  }

  /** Resolutions whose number begins as typed, as in `Catalogue.completeNumber`; those of overlays come first. */
  completeNumber(prefix: string, options: SearchOptions = {}): readonly ViewEntry[] {
    const entries = this.#catalogues().flatMap((catalogue) => catalogue.completeNumber(prefix, options));
    return this.#merged(entries).slice(0, options.limit ?? 50);
  }

  /** Resolutions by words of their titles, as in `Catalogue.search`; the best of all catalogues first. */
  search(query: string, options: SearchOptions = {}): readonly (SearchHit & { readonly entry: ViewEntry })[] {
    const best = new Map<string, SearchHit>();
    for (const catalogue of this.#catalogues()) {
      for (const hit of catalogue.search(query, options)) {
        if (!best.has(hit.entry.normalized)) best.set(hit.entry.normalized, hit);
      }
    }
    const hits = [...best.values()];
    if (this.#overlays.length === 0) return hits.map((hit) => ({ ...hit, entry: asIs(hit.entry) }));
    hits.sort((a, b) => b.score - a.score);
    return hits
      .slice(0, options.limit ?? 20)
      .map((hit) => ({ ...hit, entry: this.get(hit.entry.normalized) ?? asIs(hit.entry) }));
  }

  /** The other resolutions of the same organ with the same title, oldest first, as in `Catalogue.family`. */
  family(symbol: string): readonly ViewEntry[] {
    const entry = this.get(symbol);
    if (!entry || entry.title === '' || entry.organ === 'SC') return [];
    const known = this.#builtIn?.get(symbol);
    const builtIn =
      known && titleKey(known.title) === titleKey(entry.title)
        ? this.#builtIn!.family(symbol)
        : (this.#builtIn?.familyOfTitle(entry.title, entry.organ) ?? []);
    if (this.#overlays.length === 0) return builtIn.map(asIs);
    const others = this.#overlays.flatMap(({ catalogue }) =>
      catalogue.familyOfTitle(entry.title, entry.organ),
    );
    return this.#merged([...builtIn, ...others])
      .filter(
        (other) => other.normalized !== entry.normalized && titleKey(other.title) === titleKey(entry.title),
      )
      .sort((a, b) => (a.adoptionDate < b.adoptionDate ? -1 : a.adoptionDate > b.adoptionDate ? 1 : 0));
  }

  /** The normalized symbols of `family`; quicker, where the rows themselves are not needed. */
  familySymbols(symbol: string): readonly string[] {
    if (this.#overlays.length === 0) return this.#builtIn?.familySymbols(symbol) ?? [];
    return this.family(symbol).map((entry) => entry.normalized);
  }

  /** Who cites a resolution; the built-in catalogue alone knows. */
  citedBy(symbol: string): CitedBy {
    return this.#builtIn?.citedBy(symbol) ?? { count: 0, last: null };
  }

  /** The resolutions that cite this one, oldest first. */
  citing(symbol: string): readonly string[] {
    return this.#builtIn?.citing(symbol) ?? [];
  }

  /** The resolutions that this one cites. */
  cites(symbol: string): readonly string[] {
    return this.#builtIn?.cites(symbol) ?? [];
  }

  /** Whether a resolution or decision exists, by rows and ranges; see `existenceOf`. */
  existence(symbol: string, today?: string): Existence {
    if (today !== this.#existenceDay || this.#existence.size >= MOST_REMEMBERED) {
      this.#existence.clear();
      this.#existenceDay = today;
    }
    let known = this.#existence.get(symbol);
    if (!known) this.#existence.set(symbol, (known = existenceOf(symbol, this, today)));
    return known;
  }

  #catalogues(): readonly Catalogue[] {
    const overlays = this.#overlays.map((overlay) => overlay.catalogue);
    return this.#builtIn ? [...overlays, this.#builtIn] : overlays;
  }

  #merged(entries: readonly ResolutionEntry[]): ViewEntry[] {
    if (this.#overlays.length === 0) return entries.map(asIs);
    const symbols = new Set(entries.map((entry) => entry.normalized));
    return [...symbols].map((symbol) => this.get(symbol)).filter((entry) => entry !== undefined);
  }

  #findConflicts(): readonly Conflict[] {
    const conflicts: Conflict[] = [];
    const under: { readonly name: string | null; readonly catalogue: Catalogue }[] = this.#builtIn
      ? [{ name: null, catalogue: this.#builtIn }]
      : [];
    for (const { name, catalogue } of this.#overlays.toReversed()) {
      for (const entry of catalogue.rows()) {
        const below = merge(
          under
            .toReversed()
            .map((one) => one.catalogue.get(entry.normalized))
            .filter((one) => one !== undefined)
            .map((one) => ({ ...one, origins: [] })),
        );
        if (!below) continue;
        for (const key of COMPARED) {
          if (entry[key] === '' || below[key] === '' || sameCell(key, entry[key], below[key])) continue;
          const column = RESOLUTION_COLUMNS.find(([, name]) => name === key)![0];
          conflicts.push({
            normalized: entry.normalized,
            column,
            catalogue: name,
            below: under.findLast((one) => (one.catalogue.get(entry.normalized)?.[key] ?? '') !== '')!.name,
            ours: below[key],
            theirs: entry[key],
          });
        }
      }
      under.push({ name, catalogue });
    }
    return conflicts;
  }
}

/** A row of the built-in catalogue that nothing lies over. */
function asIs(entry: ResolutionEntry): ViewEntry {
  return { ...entry, origins: [] };
}

/** Whether two cells say the same; titles may differ in case, accents and punctuation. */
export function sameCell(key: keyof ResolutionRow, a: string, b: string): boolean {
  return key === 'title' ? titleKey(a) === titleKey(b) : a === b;
}

/** One row out of several of one symbol, the first counting most; undefined of none. */
function merge(layers: readonly ViewEntry[]): ViewEntry | undefined {
  const [first, ...rest] = layers;
  if (!first || rest.length === 0) return first;
  const under = merge(rest)!;
  const out: Partial<Record<keyof ResolutionRow, string>> = {};
  let used = false;
  for (const [, key] of RESOLUTION_COLUMNS) {
    out[key] = first[key] === '' ? under[key] : first[key];
    if (first[key] === '' && under[key] !== '') used = true;
  }
  // How far a row may be trusted goes with the cells that it vouches for.
  out.confidence = COMPARED.some((key) => first[key] !== '') ? first.confidence : under.confidence;
  out.titleSource = first.title === '' ? under.titleSource : first.titleSource;
  const sources = [...new Set([...first.sources.split(','), ...(used ? under.sources.split(',') : [])])];
  return {
    ...first,
    ...out,
    sources: sources.filter((source) => source !== '').join(','),
    origins: [...new Set([...first.origins, ...under.origins])],
  };
}
