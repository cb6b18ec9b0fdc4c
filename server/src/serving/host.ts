import type { Locale, Table } from '../l10n/language.js';
import type { Pieces } from '../pieces.js';
import type { FileSystem } from '../workspace/fileSystem.js';

/** What differs between the places that a server can run in. */
export interface ServerHost {
  /** The bytes of the catalogue, read on first use; null where there is none. */
  catalogue(): Promise<Uint8Array | null>;
  /** Today's date where the user is, "2024-05-17". */
  today(): string;
  /** The table of a language other than English; null where there is none. Read at the beginning, once. */
  translations(locale: Locale): Promise<Table | null>;
  /** The language that was asked for where the server was started; it wins over the client's. */
  readonly locale?: Locale;
  /** Pieces of the server that are read when they are first asked for. */
  readonly pieces: Pieces;
  /** The files of the disk, for addresses that begin with `file:`; absent where there is no disk. */
  readonly files?: FileSystem;
}
