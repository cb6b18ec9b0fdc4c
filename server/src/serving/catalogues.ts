import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Catalogue } from '../catalogue/catalogue.js';
import { readTable, WORKSPACE_TABLE } from '../catalogue/import/table.js';
import { LazyCatalogue } from '../catalogue/source.js';
import { CatalogueView, overlayOf, type Overlay } from '../catalogue/view.js';
import { SOURCE } from '../features/diagnostics.js';
import { NO_FILES } from '../workspace/fileSystem.js';
import { WorkspaceTables } from '../workspace/tables.js';
import { PATIENCE, type Session } from './session.js';
import { wholeLine } from './places.js';

/**
 * The catalogue of the server: the built-in one, which is read when it is first needed, under the user's own, under the
 * tables of the folders.
 */
export class Catalogues {
  /** All of them as one; empty until they are read. */
  view = CatalogueView.EMPTY;
  builtIn: Catalogue | null = null;
  /** While the built-in one is being read, and the first findings wait for it, but not for ever. */
  coming: Promise<void> | null = null;
  readonly #session: Session;
  readonly #lazy: LazyCatalogue;
  #tables = new WorkspaceTables(NO_FILES);
  #own: Overlay | null = null;
  #asked: Promise<void> | undefined;
  readonly #arrived: (first: boolean) => void;

  /** `arrived` is told when the built-in catalogue is there: `first` where the first findings have waited for it. */
  constructor(session: Session, arrived: (first: boolean) => void) {
    this.#session = session;
    this.#lazy = new LazyCatalogue({ read: () => session.host.catalogue() });
    this.#arrived = arrived;
  }

  /** Begins anew with the files of a client that has introduced itself. */
  begin(): void {
    this.#tables = new WorkspaceTables(this.#session.files());
  }

  /** Reads the built-in catalogue at the first call; what depends on it is then checked again. */
  load(): Promise<void> {
    this.#asked ??= this.#take();
    return this.#asked;
  }

  #take(): Promise<void> {
    const session = this.#session;
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    const taken = this.#lazy.load().then((result) => {
      if (!result.ok) {
        if (result.error.code !== 'absent') session.log('The catalogue', JSON.stringify(result.error));
        return;
      }
      this.builtIn = result.catalogue;
      this.#lay();
      for (const folder of this.#tables.folders) this.#tellOf(folder);
      // Findings that waited for it come by themselves.
      if (!this.coming) this.#arrived(false);
    });
    // Whatever comes of it, nothing waits for it any longer.
    const over = taken.catch((error: unknown) => session.log('The catalogue', String(error)));
    this.coming = Promise.race([over, tooLong]).then(() => {
      this.coming = null;
      this.#arrived(true);
    });
    return over;
  }

  /** Reads the tables of resolutions that teams keep in these folders. */
  async readTables(folders: readonly string[]): Promise<void> {
    const changed = await Promise.all(folders.map((folder) => this.#tables.read(folder)));
    if (changed.includes(true)) this.#lay();
    folders.forEach((folder, i) => {
      if (changed[i]) this.#tellOf(folder);
    });
  }

  /** Forgets the table of a folder that is no longer open. */
  removeFolder(folder: string): void {
    if (this.#tables.remove(folder)) this.#lay();
  }

  /** Shows the mistakes of a folder's table at their lines, and where it contradicts the built-in catalogue. */
  #tellOf(folder: string): void {
    const { connection, t } = this.#session;
    void connection.sendDiagnostics({
      uri: `${folder}/${WORKSPACE_TABLE}`,
      diagnostics: this.#tables.notices(folder, this.builtIn, t).map(({ line, kind, message }) => ({
        range: wholeLine(line),
        severity: kind === 'mistake' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
        source: SOURCE,
        message,
      })),
    });
  }

  /** The text of the user's own catalogue; null where there is none. */
  async ownText(): Promise<string | null> {
    const { ownCatalogue } = this.#session.options;
    return ownCatalogue === undefined ? null : this.#session.files().readFile(ownCatalogue);
  }

  /** Reads the user's own catalogue, which lies over the built-in one and under those of the folders. */
  async readOwn(): Promise<void> {
    const text = await this.ownText();
    const rows = text === null ? [] : readTable(text).rows;
    if (rows.length === 0 && !this.#own) return;
    this.#own = rows.length === 0 ? null : overlayOf(this.#session.t('import.own'), rows);
    this.#lay();
  }

  #lay(): void {
    const own = this.#own ? [this.#own] : [];
    this.view = new CatalogueView(this.builtIn, [...own, ...this.#tables.overlays]);
  }
}
