import type { ResolutionRow } from './rows.js';

/**
 * How the catalogue's file is laid out. All numbers are little-endian; every section begins at a multiple of four.
 *
 *     0   "PLNY"
 *     4   version (16 bits), number of sections (16 bits)
 *     8   length of the whole file in bytes (32 bits)
 *     12  checksum of the rest of the directory, in 32-bit words
 *     16  for each section its offset and its length in bytes (32 bits each)
 *     …   for each block the checksum of its words
 *
 * What stands behind the directory is cut into blocks of 2 KB, of which the last may be shorter, so that a question
 * can be answered out of those few that hold the answer, and none of them is believed unchecked.
 *
 * Rows are sorted by group, number and suffix; a group is an organ's session or year, its resolutions apart from its
 * decisions. A row is an index into the columns, and what a column holds is mostly the number of a text.
 */
export const MAGIC = 0x594e4c50;
export const VERSION = 2;
export const HEADER = 16;
/** So many bytes have one checksum. */
export const BLOCK = 2048;

/** The sections, in the order in which they are stored. */
export const SECTIONS = [
  /** Words of the texts, see texts.ts. */
  'words',
  'wordIndex',
  'texts',
  'textIndex',
  /** For each group: organ, session, 1 for decisions, first row. JSON, as the next one is: both are read whole. */
  'groups',
  /** The suffixes; `suffix` is an index into them. */
  'suffixes',
  /** Columns of the rows. */
  'number',
  'suffix',
  'title',
  'date',
  'vote',
  'meeting',
  'draft',
  'report',
  'subject',
  'titleSource',
  'sources',
  'confidence',
  'undlRecord',
  /** What a column could not hold: row, number of the column, text. */
  'exceptions',
  /** For each title (texts 0 to the last title) the family of equal titles that it belongs to, and its words. */
  'family',
  'titleLength',
  /** Words of titles, sorted, each with the part that it shares with the one before; blocks of 16. */
  'vocabulary',
  'vocabularyIndex',
  /** For each word the titles that have it. */
  'postings',
  'postingsIndex',
  /** The symbols that are cited or cite and have no row, as JSON; they count on from the rows. */
  'strangers',
  /**
   * Who cites whom, by those that are cited: a sorted list of them, for each where its list begins (one more at the
   * end), and the lists of those that cite it, each as the distance to the one before.
   */
  'cited',
  'citedIndex',
  'citing',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** Where the offsets of the sections end and the checksums of the blocks begin. */
export const TABLE_END = HEADER + SECTIONS.length * 8;

/** Where the directory ends and the first block begins, in a file of this length. */
export function bodyOf(length: number): number {
  // A block costs four bytes of the directory besides its own.
  return TABLE_END + 4 * Math.max(Math.ceil((length - TABLE_END) / (BLOCK + 4)), 0);
}

/** The columns that hold the number of a text, in the order of the layout. */
export const TEXT_COLUMNS = [
  'vote',
  'meeting',
  'draft',
  'report',
  'subject',
  'titleSource',
  'sources',
  'confidence',
] as const satisfies readonly (keyof ResolutionRow & SectionName)[];

/** A group as the file has it. */
export type StoredGroup = readonly [organ: string, session: string, decision: 0 | 1, first: number];

/** Words of the vocabulary come in blocks of this many. */
export const VOCABULARY_BLOCK = 16;

/** Days are counted from this one; 0 is an unknown date. */
const DAY_ZERO = Date.UTC(1899, 11, 31);
const DAY = 86_400_000;
const MAX_DAYS = 65535;

/** The number of an ISO date's day, 0 where it is no date between 1900 and 2079. */
export function toDays(iso: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) return 0;
  const days = Math.round(
    (Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) - DAY_ZERO) / DAY,
  );
  return days > 0 && days <= MAX_DAYS && fromDays(days) === iso ? days : 0;
}

/** The ISO date of a day's number; empty for 0. */
export function fromDays(days: number): string {
  return days === 0 ? '' : new Date(DAY_ZERO + days * DAY).toISOString().slice(0, 10);
}
