import type { Catalogue } from '../catalogue/catalogue.js';
import type { ImportResult } from '../catalogue/import/rows.js';
import { readTable, WORKSPACE_TABLE } from '../catalogue/import/table.js';
import type { Translate } from '../catalogue/messages.js';
import { conflictWords } from '../catalogue/notices.js';
import { CatalogueView, overlayOf, type Overlay } from '../catalogue/view.js';
import type { FileSystem } from './fileSystem.js';

/** A table as it was last read; without an overlay where it holds no resolutions. */
interface Table {
  readonly text: string;
  readonly read: ImportResult;
  readonly overlay: Overlay | null;
}

/** Something that a person should know of a table, at its line (from 0). */
export interface TableNotice {
  readonly line: number;
  /** A mistake, or a cell that says something else than the catalogue under it. */
  readonly kind: 'mistake' | 'conflict';
  readonly message: string;
}

/** The tables of resolutions that teams keep in their folders, as they were last read. */
export class WorkspaceTables {
  readonly #files: FileSystem;
  readonly #tables = new Map<string, Table>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The tables that hold something, to be laid over the catalogue in the order of their folders. */
  get overlays(): readonly Overlay[] {
    return [...this.#tables.keys()]
      .sort()
      .map((folder) => this.#tables.get(folder)!.overlay)
      .filter((overlay) => overlay !== null);
  }

  /** The folders that have a table. */
  get folders(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /** Reads a folder's table again. True where something changed; a file that is gone is laid over no more. */
  async read(folder: string): Promise<boolean> {
    const text = await this.#files.readFile(`${folder}/${WORKSPACE_TABLE}`);
    if (text === (this.#tables.get(folder)?.text ?? null)) return false;
    if (text === null) return this.#tables.delete(folder);
    const read = readTable(text);
    const overlay = read.rows.length === 0 ? null : overlayOf(WORKSPACE_TABLE, read.rows);
    this.#tables.set(folder, { text, read, overlay });
    return true;
  }

  /** Forgets a folder that is no longer open. True where it had a table. */
  remove(folder: string): boolean {
    return this.#tables.delete(folder);
  }

  /** What is wrong in a folder's table, and where it contradicts the built-in catalogue. */
  notices(folder: string, builtIn: Catalogue | null, t: Translate): readonly TableNotice[] {
    const table = this.#tables.get(folder);
    if (!table) return [];
    const notices: TableNotice[] = table.read.problems.map(({ key, args }) => ({
      line: Math.max(0, Number(args['line'] ?? 1) - 1),
      kind: 'mistake',
      message: t(key, args),
    }));
    if (!builtIn || !table.overlay) return notices;
    const { lines } = table.read;
    const rows = new Map<string, string>();
    for (const { normalized, symbol } of table.overlay.catalogue.rows()) rows.set(normalized, symbol);
    for (const conflict of new CatalogueView(builtIn, [table.overlay]).conflicts) {
      const line = lines?.get(rows.get(conflict.normalized) ?? '') ?? 1;
      notices.push({ line: line - 1, kind: 'conflict', message: conflictWords(conflict, t) });
    }
    return notices.sort((a, b) => a.line - b.line);
  }
}
