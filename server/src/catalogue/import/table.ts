import { RESOLUTION_COLUMNS } from '../rows.js';
import type { ResolutionRow } from '../rows.js';
import { isoDate, rowOf } from './rows.js';
import type { ImportProblem, ImportResult } from './rows.js';

/** The name of a team's own table in a workspace. */
export const WORKSPACE_TABLE = 'plenary.catalogue.tsv';

const COLUMNS: ReadonlySet<string> = new Set(RESOLUTION_COLUMNS.map(([column]) => column));

/**
 * A table of resolutions: `plenary.catalogue.tsv` of a workspace, or a user's own catalogue. Tab-separated, UTF-8, the
 * first line names the columns, in any order: `symbol` must be there, the others are those of data/README.md and may be
 * left out. Lines that are empty or begin with `#` are comments. An unknown column is left aside, and told.
 */
export function readTable(text: string): ImportResult {
  const rows = new Map<string, ResolutionRow>();
  const problems: ImportProblem[] = [];
  const lines = new Map<string, number>();
  let columns: string[] | undefined;
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return;
      const cells = line.split('\t').map((cell) => cell.trim());
      if (!columns) {
        columns = cells;
        if (!cells.includes('symbol')) {
          problems.push({ key: 'import.header', args: { column: 'symbol', line: i + 1 } });
          return;
        }
        for (const column of cells.filter((one) => one !== '' && !COLUMNS.has(one)))
          problems.push({ key: 'import.column', args: { column, line: i + 1 } });
        return;
      }
      if (columns.includes('symbol')) readLine(cells, columns, i + 1, { rows, problems, lines });
    });
  if (rows.size === 0 && problems.length === 0) problems.push({ key: 'import.nothing', args: {} });
  return { rows: [...rows.values()], problems, lines };
}

/** What was read so far; see `ImportResult`. */
interface TableSoFar {
  readonly rows: Map<string, ResolutionRow>;
  readonly problems: ImportProblem[];
  readonly lines: Map<string, number>;
}

function readLine(
  cells: readonly string[],
  columns: readonly string[],
  line: number,
  { rows, problems, lines }: TableSoFar,
): void {
  if (cells.length > columns.length) {
    problems.push({ key: 'import.columns', args: { line, cells: cells.length, columns: columns.length } });
    return;
  }
  const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
  const found: Partial<Record<keyof ResolutionRow, string>> = {};
  for (const [column, key] of RESOLUTION_COLUMNS) found[key] = cell(column);
  const row = rowOf({ ...found, symbol: cell('symbol') });
  if (!row) {
    problems.push({ key: 'import.symbol', args: { line, symbol: cell('symbol') } });
    return;
  }
  const date = isoDate(row.adoptionDate);
  if (row.adoptionDate !== '' && date === '') {
    problems.push({ key: 'import.date', args: { line, date: row.adoptionDate } });
  }
  if (rows.has(row.symbol)) problems.push({ key: 'import.again', args: { line, symbol: row.symbol } });
  rows.set(row.symbol, { ...row, adoptionDate: date });
  lines.set(row.symbol, line);
}

/** Writes rows as `readTable` reads them; tabs and line breaks inside a cell become spaces. */
export function writeTable(rows: readonly ResolutionRow[]): string {
  const lines = [RESOLUTION_COLUMNS.map(([column]) => column)];
  for (const row of rows)
    lines.push(RESOLUTION_COLUMNS.map(([, key]) => row[key].replace(/[\t\r\n]+/g, ' ')));
  return lines.map((cells) => `${cells.join('\t')}\n`).join('');
}
