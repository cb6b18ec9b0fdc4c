import type { SectionName } from './layout.js';

/** The sections of an opened file, in the widths that they are read in. */
export class Sections {
  readonly #sections: ReadonlyMap<SectionName, Uint8Array>;

  constructor(sections: ReadonlyMap<SectionName, Uint8Array>) {
    this.#sections = sections;
  }

  bytes(name: SectionName): Uint8Array {
    return this.#sections.get(name)!;
  }

  /** Numbers of 16 bits. */
  narrow(name: SectionName): Uint16Array {
    const bytes = this.bytes(name);
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
  }

  /** Numbers of 32 bits. */
  wide(name: SectionName): Uint32Array {
    const bytes = this.bytes(name);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  }
}
