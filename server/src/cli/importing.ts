import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readImport } from '../catalogue/import/read.js';
import { mergeRows } from '../catalogue/import/rows.js';
import { readTable, writeTable } from '../catalogue/import/table.js';
import { translator } from '../catalogue/messages.js';
import type { ResolutionRow } from '../catalogue/rows.js';
import { conflictWords, replacedWords } from '../catalogue/notices.js';
import { overlayOf, type CatalogueView, type Conflict } from '../catalogue/view.js';
import { loadCatalogue, ownCatalogueFile } from './catalogue.js';
import { UsageError } from './command.js';
import type { CommonOptions } from './options.js';
import { causeOf, complain, print, remark } from './output.js';
import { shown } from './shown.js';
import { decode } from './text.js';
import { replaceFile } from './write.js';
import { language, said } from './language.js';

/** More problems or conflicts of one file than these are counted and not told. */
const MOST_PROBLEMS = 10;
const MOST_CONFLICTS = 20;

/** Runs `plenary catalogue import`. What the catalogues say that are named counts as known beside the built-in one. */
export async function runImport(files: readonly string[], options: CommonOptions): Promise<void> {
  const target = ownCatalogueFile();
  let rows: readonly ResolutionRow[] = existing(target);
  let changed = false;
  const t = translator(language());
  const named = (options.catalogue ?? []).map((file) => ({ file: path.resolve(file), mayBeAbsent: false }));
  const { view: known, failures } = await loadCatalogue(named);
  failures.forEach(complain);
  for (const file of files) {
    let text: string;
    try {
      text = decode(readFileSync(file === '-' ? 0 : file));
    } catch (error) {
      complain(said`${file} cannot be read: ${causeOf(error)}.`);
      continue;
    }
    const read = readImport(text);
    for (const { key, args } of read.problems.slice(0, MOST_PROBLEMS)) remark(`${file}: ${t(key, args)}`);
    if (read.problems.length > MOST_PROBLEMS)
      remark(said`${file}: ${read.problems.length - MOST_PROBLEMS} more lines could not be taken over.`);
    if (read.rows.length === 0) {
      complain(said`${file} holds no resolutions that can be read.`);
      continue;
    }
    const merged = mergeRows(rows, read.rows);
    rows = merged.rows;
    changed ||= merged.added + merged.updated > 0;
    tellConflicts(file, [
      ...merged.conflicts.map((conflict) => replacedWords(path.basename(file), conflict, t)),
      ...contradictions(path.basename(file), read.rows, known).map((conflict) => conflictWords(conflict, t)),
    ]);
    await print(
      `${said`${file}: ${merged.added} added, ${merged.updated} updated, ${read.rows.length} read.`}\n`,
    );
  }
  if (!changed) return;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    replaceFile(target, Buffer.from(writeTable(rows), 'utf8'));
    await print(`${said`Your catalogue is ${shown(target)}; it holds ${rows.length} resolutions.`}\n`);
  } catch (error) {
    throw new UsageError(said`${shown(target)} could not be written: ${causeOf(error)}.`);
  }
}

/** Where a file says something else than the built-in catalogue and those that were named. */
function contradictions(
  file: string,
  rows: readonly ResolutionRow[],
  known: CatalogueView,
): readonly Conflict[] {
  return known.withTop(overlayOf(file, rows)).conflicts.filter(({ catalogue }) => catalogue === file);
}

function tellConflicts(file: string, conflicts: readonly string[]): void {
  for (const conflict of conflicts.slice(0, MOST_CONFLICTS)) remark(`${conflict}.`);
  if (conflicts.length > MOST_CONFLICTS)
    remark(said`${file}: ${conflicts.length - MOST_CONFLICTS} more cells differ from what was known.`);
}

/** The rows that are there already. A catalogue that cannot be read is not written over. */
function existing(file: string): readonly ResolutionRow[] {
  let text: string;
  try {
    text = decode(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UsageError(said`${shown(file)} cannot be read: ${causeOf(error)}.`);
  }
  const { rows, problems } = readTable(text);
  if (rows.length === 0 && problems.length > 0 && text.trim() !== '')
    throw new UsageError(said`${shown(file)} is no catalogue; it is left as it is.`);
  return rows;
}
