import { existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Catalogue } from '../catalogue/catalogue.js';
import { CatalogueDamage, type CatalogueErrorCode, type CatalogueFile } from '../catalogue/sections.js';
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
export async function loadCatalogue(files: CatalogueFiles): Promise<LoadedCatalogue> {
  const failures: string[] = [];
  const builtIn = openBuiltIn(() => readFileSync(BUILT_IN), failures);
  return { view: new CatalogueView(builtIn, await overlays(files, failures)), failures };
}

/**
 * Asks one question of the built-in catalogue and the files over it. Of the built-in one only those parts are read that
 * lead to the answer; where they turn out to be damaged, the question is asked again without it.
 */
export async function askCatalogue<T>(
  files: CatalogueFiles,
  ask: (view: CatalogueView) => T,
): Promise<{ readonly answer: T; readonly failures: readonly string[] }> {
  const failures: string[] = [];
  const builtIn = openBuiltIn(() => pieceByPiece(BUILT_IN), failures);
  const damaged = failures.length;
  const above = await overlays(files, failures);
  try {
    return { answer: ask(new CatalogueView(builtIn, above)), failures };
  } catch (error) {
    if (!(error instanceof CatalogueDamage)) throw error;
    failures.splice(damaged, 0, describe(error));
    return { answer: ask(new CatalogueView(null, above)), failures };
  }
}

function openBuiltIn(source: () => Uint8Array | CatalogueFile, failures: string[]): Catalogue | null {
  try {
    const opened = Catalogue.open(source());
    if (opened.ok) return opened.catalogue;
    failures.push(unusable(opened.error.code));
  } catch (error) {
    failures.push(describe(error));
  }
  return null;
}

function describe(error: unknown): string {
  if (error instanceof CatalogueDamage && error.cause === undefined) return unusable('altered');
  const cause = error instanceof CatalogueDamage ? error.cause : error;
  return said`The catalogue of this installation cannot be read: ${causeOf(cause)}.`;
}

function unusable(code: CatalogueErrorCode): string {
  return said`The catalogue of this installation cannot be used (${code}).`;
}

/** A file that stays open until the program ends. */
function pieceByPiece(file: URL): CatalogueFile {
  const descriptor = openSync(file, 'r');
  return {
    size: fstatSync(descriptor).size,
    read(into, position) {
      for (let at = 0; at < into.length;) {
        const count = readSync(descriptor, into, at, into.length - at, position + at);
        if (count === 0) return;
        at += count;
      }
    },
  };
}

/** The files that could be read, as they lie over each other. */
async function overlays(files: CatalogueFiles, failures: string[]): Promise<Overlay[]> {
  const found: Overlay[] = [];
  for (const { file, mayBeAbsent } of files) {
    try {
      const text = decode(readFileSync(file));
      // Most have none: what reads them is loaded when there is one.
      const { readImport } = await import('../catalogue/import/read.js');
      const { rows, problems } = readImport(text);
      if (rows.length > 0) found.push(overlayOf(path.basename(file), rows));
      else if (problems.length > 0)
        failures.push(said`${shown(file)} holds no resolutions that can be read.`);
    } catch (error) {
      if (mayBeAbsent && isAbsent(error)) continue;
      failures.push(said`${shown(file)} cannot be read: ${causeOf(error)}.`);
    }
  }
  return found;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
