import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Catalogue } from '../catalogue/catalogue.js';
import { readImport } from '../catalogue/import/read.js';
import { WORKSPACE_TABLE } from '../catalogue/import/table.js';
import { overlayOf, CatalogueView, type Overlay } from '../catalogue/view.js';
import { decode } from './text.js';
import { causeOf } from './output.js';
import { shown } from './shown.js';
import { said } from './language.js';

/** What could be loaded, and what there is to say about the rest. */
export interface LoadedCatalogue {
  readonly view: CatalogueView;
  /** A sentence for each file that was asked for and cannot be read: the run fails. */
  readonly failures: readonly string[];
}

/** The catalogue lies beside the program. */
const BUILT_IN = new URL('./data/catalogue.bin', import.meta.url);

/**
 * The user's own catalogue, which `plenary catalogue import` adds to. PLENARY_CATALOGUE names another file; otherwise
 * it lies where programs keep their data: XDG_DATA_HOME, or LOCALAPPDATA on Windows.
 */
export function ownCatalogueFile(): string {
  const { PLENARY_CATALOGUE, XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (PLENARY_CATALOGUE) return path.resolve(PLENARY_CATALOGUE);
  const base =
    process.platform === 'win32'
      ? (LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'))
      : XDG_DATA_HOME || path.join(homedir(), '.local', 'share');
  return path.join(base, 'plenary', 'catalogue.tsv');
}

/** The files that lie over the built-in catalogue, the last one highest; a file that `mayBeAbsent` is asked for by nobody. */
export type CatalogueFiles = readonly { readonly file: string; readonly mayBeAbsent: boolean }[];

/** The user's own catalogue, the table of the folder one works in, and the files that were named. */
export function catalogueFiles(named: readonly string[] = []): CatalogueFiles {
  const own = { file: ownCatalogueFile(), mayBeAbsent: true };
  const files = named.map((file) => ({ file: path.resolve(file), mayBeAbsent: false }));
  const table = upwards(process.cwd(), WORKSPACE_TABLE);
  return [own, ...(table === null ? [] : [{ file: table, mayBeAbsent: true }]), ...files];
}

function upwards(folder: string, name: string): string | null {
  const file = path.join(folder, name);
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? null : upwards(parent, name);
}

/** The built-in catalogue and the files over it, seen as one. */
export function loadCatalogue(files: CatalogueFiles): LoadedCatalogue {
  const failures: string[] = [];
  let builtIn: Catalogue | null = null;
  try {
    const opened = Catalogue.open(readFileSync(BUILT_IN));
    if (opened.ok) builtIn = opened.catalogue;
    else failures.push(said`The catalogue of this installation cannot be used (${opened.error.code}).`);
  } catch (error) {
    failures.push(said`The catalogue of this installation cannot be read: ${causeOf(error)}.`);
  }
  const overlays: Overlay[] = [];
  for (const { file, mayBeAbsent } of files) {
    try {
      const { rows, problems } = readImport(decode(readFileSync(file)));
      if (rows.length > 0) overlays.push(overlayOf(path.basename(file), rows));
      else if (problems.length > 0)
        failures.push(said`${shown(file)} holds no resolutions that can be read.`);
    } catch (error) {
      if (mayBeAbsent && isAbsent(error)) continue;
      failures.push(said`${shown(file)} cannot be read: ${causeOf(error)}.`);
    }
  }
  return { view: new CatalogueView(builtIn, overlays), failures };
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
