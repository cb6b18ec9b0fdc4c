import { conflictWords, replacedWords } from '../catalogue/notices.js';
import { readImport } from '../catalogue/import/read.js';
import { mergeRows } from '../catalogue/import/rows.js';
import { readTable, writeTable } from '../catalogue/import/table.js';
import type { ResolutionRow } from '../catalogue/rows.js';
import type { Translate } from '../catalogue/messages.js';
import { CatalogueView, overlayOf } from '../catalogue/view.js';
import type { Catalogue } from '../catalogue/catalogue.js';

/** A file that a person chose, with what it is called in messages. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

/** What came of adding files to a user's own catalogue. */
export interface ImportOutcome {
  /** The whole catalogue as it is to be written; null where nothing is to be changed. */
  readonly table: string | null;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  /** What could not be read, as sentences. */
  readonly problems: readonly string[];
  /** Cells that say something else than before, or than the built-in catalogue, as sentences. */
  readonly conflicts: readonly string[];
}

/**
 * Adds the rows of files to those of a user's own catalogue, whose text is null where there is none yet. A catalogue that
 * can't be read is never written over: then `table` is null and the problem is told. Never throws.
 */
export function importFiles(
  existing: string | null,
  files: readonly ImportFile[],
  builtIn: Catalogue | null,
  t: Translate,
): ImportOutcome {
  const problems: string[] = [];
  const conflicts: string[] = [];
  const own = existing === null || existing.trim() === '' ? null : readTable(existing);
  if (own && own.rows.length === 0) {
    for (const { key, args } of own.problems) problems.push(t(key, args));
    return { table: null, rows: 0, added: 0, updated: 0, problems, conflicts };
  }
  let rows: readonly ResolutionRow[] = own?.rows ?? [];
  const incoming: ResolutionRow[] = [];
  let added = 0;
  let updated = 0;
  for (const { name, text } of files) {
    const read = readImport(text);
    for (const { key, args } of read.problems) problems.push(`${name}: ${t(key, args)}`);
    const merged = mergeRows(rows, read.rows);
    rows = merged.rows;
    added += merged.added;
    updated += merged.updated;
    for (const row of read.rows) incoming.push(row);
    for (const conflict of merged.conflicts) conflicts.push(replacedWords(name, conflict, t));
  }
  if (builtIn && incoming.length > 0) {
    const view = new CatalogueView(builtIn, [overlayOf(t('import.own'), incoming)]);
    for (const conflict of view.conflicts) conflicts.push(conflictWords(conflict, t));
  }
  const table = added + updated > 0 ? writeTable(rows) : null;
  return { table, rows: rows.length, added, updated, problems, conflicts };
}
