import type { ResolutionRow } from '../rows.js';
import { CsvReader } from './csv.js';
import { isoDate, rowOf } from './rows.js';
import type { ImportProblem, ImportResult } from './rows.js';

/**
 * The voting data that the UN Digital Library offers for download: one row for each State and vote, about 190 rows to
 * a resolution. The columns are found by name; those of the library's files since 2024 are known, with the names that
 * its descriptions give them:
 *
 *     undl_id, ms_code, ms_name, ms_vote (Y, N, A, X for not voting), date, session, resolution, draft,
 *     committee_report, meeting, title, agenda_title, subjects, vote_note, total_yes, total_no, total_abstentions,
 *     total_non_voting, total_ms, undl_link; and `modality` where a file has it
 */
const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  record: ['undl_id'],
  vote: ['ms_vote', 'ms_votes'],
  date: ['date'],
  resolution: ['resolution', 'resolutions'],
  draft: ['draft'],
  report: ['committee_report'],
  meeting: ['meeting'],
  title: ['title'],
  agenda: ['agenda_title', 'agenda_titles', 'agenda'],
  modality: ['modality'],
  yes: ['total_yes', 'yes'],
  no: ['total_no', 'no'],
  abstain: ['total_abstentions', 'abstentions'],
};

type Column =
  | 'record'
  | 'vote'
  | 'date'
  | 'resolution'
  | 'draft'
  | 'report'
  | 'meeting'
  | 'title'
  | 'agenda'
  | 'modality'
  | 'yes'
  | 'no'
  | 'abstain';

interface Tally {
  readonly cells: Readonly<Record<Column, string>>;
  yes: number;
  no: number;
  abstain: number;
  /** Columns whose cells differ between the rows of this resolution, reported once each. */
  readonly odd: Set<Column>;
}

/** Whether the first line of a file is that of voting data. */
export function isVotingData(head: string): boolean {
  return /(?:^|[,;\t"])ms_votes?(?:$|[,;\t"])/m.test(head.slice(0, 2000).split(/[\r\n]/)[0] ?? '');
}

/** Folds voting data, handed over in pieces, into one row for each resolution. */
export class VotingDataReader {
  readonly #csv: CsvReader;
  #places: Readonly<Record<Column, number>> | undefined;
  #width = 0;
  readonly #tallies = new Map<string, Tally>();
  readonly #problems: ImportProblem[] = [];
  #unread = false;

  constructor() {
    this.#csv = new CsvReader((cells, line) => {
      if (this.#unread) return;
      if (this.#places) this.#row(cells, line, this.#places);
      else this.#header(cells);
    });
  }

  push(chunk: string): void {
    this.#csv.push(chunk);
  }

  finish(): ImportResult {
    const open = this.#csv.finish();
    if (open > 0) this.#problems.push({ key: 'import.quote', args: { line: open } });
    const rows = [...this.#tallies].flatMap(([symbol, tally]) => rowOfTally(symbol, tally) ?? []);
    if (rows.length === 0 && this.#problems.length === 0) {
      this.#problems.push({ key: 'import.nothing', args: {} });
    }
    return { rows, problems: this.#problems };
  }

  #header(cells: readonly string[]): void {
    const names = cells.map((cell) => cell.trim().toLowerCase());
    const place = (column: Column): number => names.findIndex((name) => COLUMNS[column].includes(name));
    const places: Partial<Record<Column, number>> = {};
    for (const column of Object.keys(COLUMNS)) places[column as Column] = place(column as Column);
    for (const column of ['resolution', 'vote'] as const) {
      if (places[column] !== -1) continue;
      this.#problems.push({ key: 'import.header', args: { column: COLUMNS[column][0]! } });
      this.#unread = true;
    }
    this.#width = cells.length;
    this.#places = places as Record<Column, number>;
  }

  #row(cells: readonly string[], line: number, places: Readonly<Record<Column, number>>): void {
    if (cells.length !== this.#width) {
      this.#problems.push({
        key: 'import.columns',
        args: { line, cells: cells.length, columns: this.#width },
      });
      return;
    }
    const cell = (column: Column): string => (places[column] < 0 ? '' : cells[places[column]]!.trim());
    const symbol = cell('resolution');
    const known = this.#tallies.get(symbol);
    const tally = known ?? this.#newTally(symbol, line, cell);
    if (!tally) return;
    if (known) {
      for (const column of ['date', 'title'] as const) {
        if (cell(column) === tally.cells[column] || tally.odd.has(column)) continue;
        tally.odd.add(column);
        this.#problems.push({ key: 'import.twice', args: { line, symbol, column } });
      }
    }
    const vote = cell('vote').toUpperCase();
    if (vote === 'Y') tally.yes++;
    else if (vote === 'N') tally.no++;
    else if (vote === 'A') tally.abstain++;
  }

  #newTally(symbol: string, line: number, cell: (column: Column) => string): Tally | null {
    if (!rowOf({ symbol })) {
      this.#problems.push({ key: 'import.symbol', args: { line, symbol } });
      return null;
    }
    const cells: Partial<Record<Column, string>> = {};
    for (const column of Object.keys(COLUMNS)) cells[column as Column] = cell(column as Column);
    if (cells.date !== '' && isoDate(cells.date ?? '') === '') {
      this.#problems.push({ key: 'import.date', args: { line, date: cells.date ?? '' } });
    }
    const tally: Tally = {
      cells: cells as Record<Column, string>,
      yes: 0,
      no: 0,
      abstain: 0,
      odd: new Set(),
    };
    this.#tallies.set(symbol, tally);
    return tally;
  }
}

/** Reads voting data that stands in memory as a whole. */
export function readVotingData(text: string): ImportResult {
  const reader = new VotingDataReader();
  reader.push(text);
  return reader.finish();
}

function rowOfTally(symbol: string, { cells, yes, no, abstain }: Tally): ResolutionRow | null {
  return rowOf({
    symbol,
    title: cleanTitle(cells.title),
    adoptionDate: isoDate(cells.date),
    vote: voteOf(cells, [yes, no, abstain]),
    meeting: cells.meeting,
    draft: cells.draft,
    report: cells.report,
    subject: cells.agenda,
    titleSource: 'undl-voting-csv',
    sources: 'undl-voting-csv',
    confidence: 'high',
    undlRecord: /^\d+$/.test(cells.record) ? cells.record : '',
  });
}

/** The totals that the file gives, or those counted; a resolution adopted without a vote has no State that voted. */
function voteOf(cells: Readonly<Record<Column, string>>, counted: readonly number[]): string {
  if (/without/i.test(cells.modality)) return 'without a vote';
  const totals = [cells.yes, cells.no, cells.abstain].map((cell) =>
    /^\d+(?:\.0*)?$/.test(cell) ? parseInt(cell, 10) : null,
  );
  const numbers = totals.every((total) => total !== null) ? totals : counted;
  return numbers.every((number) => number === 0) ? '' : numbers.join('-');
}

/**
 * A title as the library's records have it, without what is not the resolution's own: the statement of
 * responsibility ("… : resolution / adopted by the General Assembly") and, for the Security Council, the number before
 * the description in brackets ("Security Council resolution 2546 (2020) [on …]").
 */
export function cleanTitle(title: string): string {
  const folded = title.replace(/\s+/g, ' ').trim();
  const described = /^Security Council resolution \d+ \(\d{4}\) ?\[(.+)\]/.exec(folded);
  if (described) return described[1]!.trim();
  return folded
    .replace(/ ?[:/] ?(?:resolution|decision)s? ?(?:\/.*)?$/i, '')
    .replace(/ ?\/ ?adopted by .*$/i, '')
    .replace(/(?<![\s:/;,])[\s:/;,]+$/, '');
}
