import { isMarcXml, readMarcXml } from './marcXml.js';
import type { ImportResult } from './rows.js';
import { readTable } from './table.js';
import { isVotingData, readVotingData } from './votingData.js';

/** What a file that can be imported is, by its beginning; null for any other. */
export type ImportFormat = 'marcxml' | 'voting-data' | 'table';

/** Tells what a file is from its first few thousand characters; its name does not count. */
export function importFormat(head: string): ImportFormat | null {
  const text = head.replace(/^\ufeff/, '');
  if (isMarcXml(text)) return 'marcxml';
  if (isVotingData(text)) return 'voting-data';
  const first = text.split(/[\r\n]+/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return first.split('\t').some((column) => column.trim() === 'symbol') ? 'table' : null;
}

/**
 * Reads a file of any of the formats. What it holds and what is wrong with it come back together; nothing is thrown.
 * A very large file of voting data is better handed to a `VotingDataReader` piece by piece.
 */
export function readImport(text: string): ImportResult {
  switch (importFormat(text)) {
    case 'marcxml':
      return readMarcXml(text);
    case 'voting-data':
      return readVotingData(text);
    case 'table':
      return readTable(text);
    case null:
      return { rows: [], problems: [{ key: 'import.unknown', args: {} }] };
  }
}
