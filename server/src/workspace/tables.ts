import { readTable, WORKSPACE_TABLE } from '../catalogue/import/table.js';
import { overlayOf, type Overlay } from '../catalogue/view.js';
import type { FileSystem } from './fileSystem.js';

/** The tables of resolutions that teams keep in their folders, as they were last read. */
export class WorkspaceTables {
  readonly #files: FileSystem;
  readonly #tables = new Map<string, { readonly text: string; readonly overlay: Overlay }>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The tables that hold something, to be laid over the catalogue in the order of their folders. */
  get overlays(): readonly Overlay[] {
    return [...this.#tables.keys()].sort().map((folder) => this.#tables.get(folder)!.overlay);
  }

  /** Reads a folder's table again. True where something changed; a file that is gone is laid over no more. */
  async read(folder: string): Promise<boolean> {
    const text = await this.#files.readFile(`${folder}/${WORKSPACE_TABLE}`);
    if (text === (this.#tables.get(folder)?.text ?? null)) return false;
    const rows = text === null ? [] : readTable(text).rows;
    if (text === null || rows.length === 0) return this.#tables.delete(folder);
    this.#tables.set(folder, { text, overlay: overlayOf(WORKSPACE_TABLE, rows) });
    return true;
  }

  /** Forgets a folder that is no longer open. True where it had a table. */
  remove(folder: string): boolean {
    return this.#tables.delete(folder);
  }
}
