import { ByteWriter, checksum, encodeUtf8 } from './bytes.js';
import { formatNormalized, formatNumber, formatTableSymbol, parseDesignator } from './designator.js';
import type { Designator } from './designator.js';
import {
  BLOCK,
  HEADER,
  MAGIC,
  SECTIONS,
  TABLE_END,
  TEXT_COLUMNS,
  VERSION,
  VOCABULARY_BLOCK,
  fromDays,
  toDays,
} from './layout.js';
import type { SectionName, StoredGroup } from './layout.js';
import { RESOLUTION_COLUMNS } from './rows.js';
import type { ResolutionRow } from './rows.js';
import { TextPoolWriter } from './texts.js';
import { indexWords, titleKey } from './words.js';

/** A row that cannot be stored, with the reason in words for whoever compiles the tables. */
export class EncodeError extends Error {}

interface Placed {
  readonly row: ResolutionRow;
  readonly designator: Designator;
}

/**
 * Writes a catalogue: rows of resolutions in any order, and pairs of symbols (citing, cited). What is read from it is
 * what went in, with rows and pairs sorted. Throws an EncodeError where a symbol is not understood, comes twice, or
 * where there is more than the layout holds (65,535 different texts or rows' numbers).
 */
export function encodeCatalogue(
  rows: readonly ResolutionRow[],
  citations: readonly (readonly [citing: string, cited: string])[] = [],
): Uint8Array {
  const placed = sortRows(rows);
  const pool = new TextPoolWriter();
  pool.add('');
  for (const { row } of placed) pool.add(row.title);
  const titles = pool.size;

  const sections = new Map<SectionName, ArrayBufferView>();
  const groups: StoredGroup[] = [];
  const suffixes: string[] = [];
  const number = new Uint16Array(placed.length);
  const suffix = new Uint16Array(placed.length);
  const title = new Uint16Array(placed.length);
  const date = new Uint16Array(placed.length);
  const record = new Uint32Array(placed.length);
  const texts = new Map(TEXT_COLUMNS.map((column) => [column, new Uint16Array(placed.length)]));
  const exceptions: number[] = [];
  const ids = new Map<string, number>();
  let group = '';
  placed.forEach(({ row, designator }, i) => {
    const key = groupKey(designator);
    if (key !== group) {
      groups.push([designator.organ, designator.session, designator.decision ? 1 : 0, i]);
      group = key;
    }
    ids.set(formatNormalized(designator), i);
    number[i] = designator.number;
    suffix[i] = indexIn(suffixes, designator.suffix);
    title[i] = pool.add(row.title);
    date[i] = toDays(row.adoptionDate);
    const digits = /^[1-9]\d{0,8}$/.test(row.undlRecord) ? Number(row.undlRecord) : 0;
    record[i] = digits;
    for (const column of TEXT_COLUMNS) texts.get(column)![i] = pool.add(row[column]);
    const stored: Partial<Record<keyof ResolutionRow, string>> = {
      organ: designator.organ,
      symbol: formatTableSymbol(designator),
      number: formatNumber(designator),
      session: designator.session,
      adoptionDate: fromDays(toDays(row.adoptionDate)),
      undlRecord: digits === 0 ? '' : String(digits),
    };
    RESOLUTION_COLUMNS.forEach(([, name], column) => {
      if (stored[name] !== undefined && stored[name] !== row[name]) {
        exceptions.push(i, column, pool.add(row[name]));
      }
    });
  });
  sections.set('groups', encodeUtf8(JSON.stringify(groups)));
  sections.set('suffixes', encodeUtf8(JSON.stringify(suffixes)));
  sections.set('number', number);
  sections.set('suffix', suffix);
  sections.set('title', title);
  sections.set('date', date);
  sections.set('undlRecord', record);
  for (const [column, values] of texts) sections.set(column, values);
  sections.set('exceptions', Uint32Array.from(exceptions));
  addCitations(sections, citations, ids);
  addTitleIndex(sections, pool, titles);
  if (pool.size > 65535) {
    throw new EncodeError(`${pool.size} different texts are more than a catalogue holds.`);
  }
  const parts = pool.finish();
  sections.set('words', parts.words);
  sections.set('wordIndex', parts.wordIndex);
  sections.set('texts', parts.texts);
  sections.set('textIndex', parts.textIndex);
  return assemble(sections);
}

function groupKey(designator: Designator): string {
  return `${designator.organ} ${designator.decision ? 1 : 0} ${designator.session}`;
}

/** Groups in the order in which they first come; in each the numbers, and for one number the suffixes, ascending. */
function sortRows(rows: readonly ResolutionRow[]): Placed[] {
  const order = new Map<string, number>();
  const seen = new Set<string>();
  const placed = rows.map((row) => {
    const designator = parseDesignator(row.symbol);
    if (!designator) throw new EncodeError(`The symbol "${row.symbol}" is not understood.`);
    const normalized = formatNormalized(designator);
    if (seen.has(normalized)) throw new EncodeError(`"${row.symbol}" comes twice.`);
    seen.add(normalized);
    const key = groupKey(designator);
    if (!order.has(key)) order.set(key, order.size);
    return { row, designator, order: order.get(key)! };
  });
  return placed.sort(
    (a, b) =>
      a.order - b.order ||
      a.designator.number - b.designator.number ||
      (a.designator.suffix < b.designator.suffix ? -1 : a.designator.suffix > b.designator.suffix ? 1 : 0),
  );
}

function indexIn(list: string[], text: string): number {
  const known = list.indexOf(text);
  return known >= 0 ? known : list.push(text) - 1;
}

function addCitations(
  sections: Map<SectionName, ArrayBufferView>,
  citations: readonly (readonly [string, string])[],
  ids: ReadonlyMap<string, number>,
): void {
  const strangers = new Map<string, number>();
  const node = (symbol: string): number => {
    const row = ids.get(symbol);
    if (row !== undefined) return row;
    if (!strangers.has(symbol)) strangers.set(symbol, ids.size + strangers.size);
    return strangers.get(symbol)!;
  };
  const citing = new Map<number, Set<number>>();
  for (const [from, to] of citations) {
    const cited = node(to);
    if (!citing.has(cited)) citing.set(cited, new Set());
    citing.get(cited)!.add(node(from));
  }
  const out = new ByteWriter();
  const cited = [...citing.keys()].sort((a, b) => a - b);
  const index = cited.map((target) => {
    const start = out.length;
    let before = 0;
    for (const one of [...citing.get(target)!].sort((a, b) => a - b)) {
      out.varint(one - before);
      before = one;
    }
    return start;
  });
  sections.set('cited', Uint32Array.from(cited));
  sections.set('citedIndex', Uint32Array.from([...index, out.length]));
  sections.set('citing', out.take());
  sections.set('strangers', encodeUtf8(JSON.stringify([...strangers.keys()])));
}

function addTitleIndex(
  sections: Map<SectionName, ArrayBufferView>,
  pool: TextPoolWriter,
  titles: number,
): void {
  const family = new Uint16Array(titles);
  const length = new Uint8Array(titles);
  const families = new Map<string, number>();
  const postings = new Map<string, number[]>();
  let id = 0;
  for (const text of pool.texts()) {
    if (id === titles) break;
    const key = titleKey(text);
    if (!families.has(key)) families.set(key, families.size);
    family[id] = families.get(key)!;
    const words = indexWords(text);
    length[id] = Math.min(words.length, 255);
    for (const word of words) {
      const list = postings.get(word);
      if (list) list.push(id);
      else postings.set(word, [id]);
    }
    id++;
  }
  const vocabulary = new ByteWriter();
  const vocabularyIndex: number[] = [];
  const out = new ByteWriter();
  const postingsIndex: number[] = [];
  let before: Uint8Array = new Uint8Array();
  [...postings.keys()].sort().forEach((word, i) => {
    const bytes = encodeUtf8(word).slice(0, 255);
    let shared = 0;
    if (i % VOCABULARY_BLOCK === 0) vocabularyIndex.push(vocabulary.length);
    else while (shared < bytes.length && bytes[shared] === before[shared]) shared++;
    vocabulary.byte(shared);
    vocabulary.byte(bytes.length - shared);
    vocabulary.bytes(bytes.subarray(shared));
    before = bytes;
    postingsIndex.push(out.length);
    let last = 0;
    for (const target of postings.get(word)!) {
      out.varint(target - last);
      last = target;
    }
  });
  postingsIndex.push(out.length);
  sections.set('family', family);
  sections.set('titleLength', length);
  sections.set('vocabulary', vocabulary.take());
  sections.set('vocabularyIndex', Uint32Array.from(vocabularyIndex));
  sections.set('postings', out.take());
  sections.set('postingsIndex', Uint32Array.from(postingsIndex));
}

function assemble(sections: ReadonlyMap<SectionName, ArrayBufferView>): Uint8Array {
  const padded = (name: SectionName): number => Math.ceil(sections.get(name)!.byteLength / 4) * 4;
  const size = SECTIONS.reduce((sum, name) => sum + padded(name), 0);
  const body = TABLE_END + 4 * Math.ceil(size / BLOCK);
  const bytes = new Uint8Array(body + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, SECTIONS.length, true);
  view.setUint32(8, bytes.length, true);
  let at = body;
  SECTIONS.forEach((name, i) => {
    const section = sections.get(name)!;
    view.setUint32(HEADER + i * 8, at, true);
    view.setUint32(HEADER + i * 8 + 4, section.byteLength, true);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += padded(name);
  });
  for (let block = 0; TABLE_END + block * 4 < body; block++) {
    const start = body + block * BLOCK;
    const words = new Int32Array(bytes.buffer, start, Math.min(BLOCK, bytes.length - start) / 4);
    view.setUint32(TABLE_END + block * 4, checksum(words), true);
  }
  view.setUint32(12, checksum(new Int32Array(bytes.buffer, HEADER, (body - HEADER) / 4)), true);
  return bytes;
}
