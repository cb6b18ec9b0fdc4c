import { Catalogue } from './catalogue.js';
import type { CatalogueError } from './sections.js';

/** Where the bytes of the catalogue come from: a file in Node, an array from the client in a browser. */
export interface CatalogueSource {
  /** The bytes, or null where there is no catalogue. May reject. */
  read(): Promise<Uint8Array | null>;
}

/** What came of loading: a catalogue, or why there is none. */
export type LoadResult =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | {
      readonly ok: false;
      readonly error: CatalogueError | { readonly code: 'absent' | 'unreadable'; readonly reason?: string };
    };

/** A catalogue that is read when it is first asked for, and once only. */
export class LazyCatalogue {
  readonly #source: CatalogueSource;
  #loading: Promise<LoadResult> | undefined;
  #result: LoadResult | undefined;

  constructor(source: CatalogueSource) {
    this.#source = source;
  }

  /** What there is already; undefined until the first `load` has ended. */
  get current(): LoadResult | undefined {
    return this.#result;
  }

  /** Loads, or says what came of it before. Never rejects. */
  load(): Promise<LoadResult> {
    this.#loading ??= this.#read().then((result) => {
      this.#result = result;
      return result;
    });
    return this.#loading;
  }

  async #read(): Promise<LoadResult> {
    try {
      const bytes = await this.#source.read();
      return bytes ? Catalogue.open(bytes) : { ok: false, error: { code: 'absent' } };
    } catch (error) {
      return {
        ok: false,
        error: { code: 'unreadable', reason: error instanceof Error ? error.message : String(error) },
      };
    }
  }
}
