import { checksum } from './bytes.js';
import { BLOCK, HEADER, MAGIC, SECTIONS, TABLE_END, VERSION, bodyOf } from './layout.js';
import type { SectionName } from './layout.js';

/** What Node and every browser have, and what a program that is compiled for neither knows no type of. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Why a catalogue could not be opened: what the bytes are not. */
export type CatalogueErrorCode = 'not-a-catalogue' | 'version' | 'truncated' | 'altered' | 'platform';

export interface CatalogueError {
  readonly code: CatalogueErrorCode;
  /** For `version` that of the file, for `truncated` how many bytes are missing or too many. */
  readonly detail?: number;
}

/** A file that is read piece by piece, as it is asked for. */
export interface CatalogueFile {
  /** Its length in bytes. */
  readonly size: number;
  /** Fills `into` with the bytes from `position` on; where the file ends before, the rest stays as it is. May throw. */
  read(into: Uint8Array, position: number): void;
}

/** A catalogue that is read piece by piece is not what was written, or cannot be read (`cause`), where it was asked. */
export class CatalogueDamage extends Error {}

/** Numbers of 16 or 32 bits, each checked before it is handed out. */
export class Column<T extends Uint16Array | Uint32Array = Uint16Array> {
  readonly #sections: Sections;
  readonly #start: number;
  readonly #cells: T;

  constructor(sections: Sections, start: number, cells: T) {
    this.#sections = sections;
    this.#start = start;
    this.#cells = cells;
  }

  get length(): number {
    return this.#cells.length;
  }

  /** One cell; undefined past the end. */
  at(place: number): number | undefined {
    const cells = this.#cells;
    const width = cells.BYTES_PER_ELEMENT;
    const from = this.#start + place * width;
    if (place < cells.length) this.#sections.check(from, from + width);
    return cells[place];
  }

  /** All cells. */
  all(): T {
    this.#sections.check(this.#start, this.#start + this.#cells.byteLength);
    return this.#cells;
  }
}

/**
 * The sections of a file. What is handed out has been checked: all of it at once where the whole lies in memory,
 * otherwise each block when it is first asked for, which throws a CatalogueDamage where the block is not what was
 * written.
 */
export class Sections {
  readonly #bytes: Uint8Array;
  readonly #spans: ReadonlyMap<SectionName, Uint8Array>;
  /** Where the blocks begin, and the checksum of each. */
  readonly #body: number;
  readonly #sums: Uint32Array;
  readonly #file: CatalogueFile | null;
  /** For each block whether it has been checked; null when all are. */
  #checked: Uint8Array | null;

  private constructor(
    bytes: Uint8Array,
    spans: ReadonlyMap<SectionName, Uint8Array>,
    sums: Uint32Array,
    body: number,
    file: CatalogueFile | null,
  ) {
    this.#bytes = bytes;
    this.#spans = spans;
    this.#sums = sums;
    this.#body = body;
    this.#file = file;
    this.#checked = new Uint8Array(sums.length);
  }

  /**
   * Reads the directory of a file that lies in memory, or that is read as it is asked for. Bytes that are something
   * else, are cut short, or have another directory than was written are refused with an error value.
   */
  static open(source: Uint8Array | CatalogueFile): Sections | CatalogueError {
    if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) return { code: 'platform' };
    if (source instanceof Uint8Array) {
      // Wider numbers are read in place, and stand at multiples of their width.
      const bytes = source.byteOffset % 4 === 0 ? source : new Uint8Array(source);
      const opened = Sections.#over(bytes, null);
      if (!(opened instanceof Sections)) return opened;
      return opened.#isWhole() ? opened : { code: 'altered' };
    }
    const bytes = new Uint8Array(source.size);
    source.read(bytes.subarray(0, bodyOf(source.size)), 0);
    return Sections.#over(bytes, source);
  }

  static #over(bytes: Uint8Array, file: CatalogueFile | null): Sections | CatalogueError {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) return { code: 'not-a-catalogue' };
    const version = view.getUint16(4, true);
    if (version !== VERSION) return { code: 'version', detail: version };
    const length = view.getUint32(8, true);
    if (length !== bytes.length || length % 4 !== 0)
      return { code: 'truncated', detail: length - bytes.length };
    const body = bodyOf(length);
    if (view.getUint16(6, true) !== SECTIONS.length || body > length) return { code: 'altered' };
    const directory = new Int32Array(bytes.buffer, bytes.byteOffset + HEADER, (body - HEADER) / 4);
    if (checksum(directory) !== view.getUint32(12, true)) return { code: 'altered' };
    const spans = new Map<SectionName, Uint8Array>();
    for (const [i, name] of SECTIONS.entries()) {
      const start = view.getUint32(HEADER + i * 8, true);
      const size = view.getUint32(HEADER + i * 8 + 4, true);
      if (start % 4 !== 0 || start < body || start + size > length) return { code: 'altered' };
      spans.set(name, bytes.subarray(start, start + size));
    }
    const sums = new Uint32Array(bytes.buffer, bytes.byteOffset + TABLE_END, (body - TABLE_END) / 4);
    return new Sections(bytes, spans, sums, body, file);
  }

  /** Whether all blocks are what was written; nothing is checked again after that. */
  #isWhole(): boolean {
    if (!this.#sums.every((_, block) => this.#isSound(block))) return false;
    this.#checked = null;
    return true;
  }

  #isSound(block: number): boolean {
    const start = this.#body + block * BLOCK;
    const size = Math.min(BLOCK, this.#bytes.length - start);
    return (
      checksum(new Int32Array(this.#bytes.buffer, this.#bytes.byteOffset + start, size / 4)) ===
      this.#sums[block]
    );
  }

  /** Makes sure of the bytes from one offset of the file up to another. */
  check(from: number, to: number): void {
    const checked = this.#checked;
    if (!checked || to <= from) return;
    const last = Math.floor((to - 1 - this.#body) / BLOCK);
    let block = Math.floor((from - this.#body) / BLOCK);
    while (block <= last) {
      if (checked[block] === 1) {
        block++;
        continue;
      }
      let end = block + 1;
      while (end <= last && checked[end] !== 1) end++;
      const start = this.#body + block * BLOCK;
      const whole = this.#bytes.subarray(start, Math.min(start + (end - block) * BLOCK, this.#bytes.length));
      try {
        this.#file?.read(whole, start);
      } catch (cause) {
        throw new CatalogueDamage('The catalogue could not be read to its end.', { cause });
      }
      for (; block < end; block++) {
        if (!this.#isSound(block)) throw new CatalogueDamage('A block of the catalogue was altered.');
        checked[block] = 1;
      }
    }
  }

  /** The bytes of a section before any of them was checked: `bytes` has to be asked for a part before it is read. */
  unchecked(name: SectionName): Uint8Array {
    return this.#spans.get(name)!;
  }

  /** The bytes of a section. Only those from `from` up to `to` are sure to be right. */
  bytes(name: SectionName, from = 0, to = Number.MAX_SAFE_INTEGER): Uint8Array {
    const bytes = this.#spans.get(name)!;
    const start = bytes.byteOffset - this.#bytes.byteOffset;
    if (this.#checked) this.check(start + from, start + Math.min(to, bytes.length));
    return bytes;
  }

  /** What was written as JSON. */
  json(name: SectionName): unknown {
    return JSON.parse(new TextDecoder().decode(this.bytes(name)));
  }

  /** Numbers of 16 bits. */
  narrow(name: SectionName): Column {
    const { buffer, byteOffset, byteLength } = this.#spans.get(name)!;
    return new Column(
      this,
      byteOffset - this.#bytes.byteOffset,
      new Uint16Array(buffer, byteOffset, byteLength >> 1),
    );
  }

  /** Numbers of 32 bits. */
  wide(name: SectionName): Column<Uint32Array> {
    const { buffer, byteOffset, byteLength } = this.#spans.get(name)!;
    return new Column(
      this,
      byteOffset - this.#bytes.byteOffset,
      new Uint32Array(buffer, byteOffset, byteLength >> 2),
    );
  }
}
