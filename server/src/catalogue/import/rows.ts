import { formatNormalized, formatNumber, formatTableSymbol, parseDesignator } from '../designator.js';
import { RESOLUTION_COLUMNS } from '../rows.js';
import type { ResolutionRow } from '../rows.js';
import type { MessageArgs, MessageKey } from '../messages.js';
import { sameCell } from '../view.js';

/** Something in a file that could not be taken over, to be worded by the messages. */
export interface ImportProblem {
  readonly key: MessageKey;
  readonly args: MessageArgs;
}

/** What a file gave. Problems are reported beside the rows: one bad line does not lose the others. */
export interface ImportResult {
  readonly rows: readonly ResolutionRow[];
  readonly problems: readonly ImportProblem[];
  /** The line (from 1) that each row stands in, by its symbol, where the file has one row to a line. */
  readonly lines?: ReadonlyMap<string, number>;
}

/** Cells of a row as a reader found them; the organ, number and session follow from the symbol. */
export type FoundCells = Partial<Omit<ResolutionRow, 'organ' | 'number' | 'session'>> & {
  readonly symbol: string;
};

/** A whole row of the cells found; null where the symbol is none of a resolution. */
export function rowOf(cells: FoundCells): ResolutionRow | null {
  const designator = parseDesignator(cells.symbol);
  if (!designator || designator.session === '' || designator.number === 0) return null;
  return {
    title: '',
    adoptionDate: '',
    vote: '',
    meeting: '',
    draft: '',
    report: '',
    subject: '',
    titleSource: '',
    sources: '',
    confidence: '',
    undlRecord: '',
    ...cells,
    organ: designator.organ,
    symbol: formatTableSymbol(designator),
    number: formatNumber(designator),
    session: designator.session,
  };
}

/** "2020-12-16" of "2020-12-16", "20201216" or a date with a time; empty for no date. The first, where there are several. */
export function isoDate(text: string): string {
  const match = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(text);
  if (!match) return '';
  const iso = `${match[1]}-${match[2]}-${match[3]}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? '' : iso;
}

/** What came of adding rows to those of a user's own catalogue. */
export interface MergeResult {
  readonly rows: readonly ResolutionRow[];
  readonly added: number;
  /** Rows in which a cell was filled or replaced. */
  readonly updated: number;
  /** Cells that said something else before; the new one counts. */
  readonly conflicts: readonly {
    readonly symbol: string;
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** Adds rows to others: a new cell replaces the old one, an empty one leaves it. The order of the old rows stays. */
export function mergeRows(
  existing: readonly ResolutionRow[],
  incoming: readonly ResolutionRow[],
): MergeResult {
  const rows = new Map<string, ResolutionRow>();
  for (const row of existing) rows.set(keyOf(row), row);
  const added = new Set<string>();
  const updated = new Set<string>();
  const conflicts: { symbol: string; column: string; before: string; after: string }[] = [];
  for (const row of incoming) {
    const key = keyOf(row);
    const before = rows.get(key);
    if (!before) {
      rows.set(key, row);
      added.add(key);
      continue;
    }
    const cells: Partial<Record<keyof ResolutionRow, string>> = {};
    for (const [column, name] of RESOLUTION_COLUMNS) {
      if (row[name] === '' || row[name] === before[name]) continue;
      cells[name] = row[name];
      const compared = name === 'title' || name === 'adoptionDate' || name === 'vote';
      if (compared && before[name] !== '' && !sameCell(name, before[name], row[name])) {
        conflicts.push({ symbol: key, column, before: before[name], after: row[name] });
      }
    }
    if (Object.keys(cells).length === 0) continue;
    rows.set(key, { ...before, ...cells });
    if (!added.has(key)) updated.add(key);
  }
  return { rows: [...rows.values()], added: added.size, updated: updated.size, conflicts };
}

function keyOf(row: ResolutionRow): string {
  const designator = parseDesignator(row.symbol);
  return designator ? formatNormalized(designator) : row.symbol;
}
