/**
 * Reading and writing of the catalogue's bytes: variable-length numbers, UTF-8, and the checksum. All readers stay
 * within the bytes they are given: past the end there is 0.
 */

/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = value;
  }

  /** An unsigned number below 2^31, seven bits to a byte, the low ones first. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  bytes(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.byte(values[i]!);
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** A place in some bytes, read forwards. */
export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }
}

/** UTF-8 of a text; an unpaired surrogate is written as three bytes of its own so that it comes back as it was. */
export function encodeUtf8(text: string): Uint8Array {
  const out = new ByteWriter();
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) {
      const low = text.charCodeAt(i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i++;
      }
    }
    if (code < 0x80) out.byte(code);
    else if (code < 0x800) out.bytes([0xc0 | (code >> 6), 0x80 | (code & 63)]);
    else if (code < 0x10000) out.bytes([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]);
    else
      out.bytes([
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      ]);
  }
  return out.take();
}

/** The text of `length` bytes from `start` on that `encodeUtf8` wrote. Never throws. */
export function decodeUtf8(bytes: Uint8Array, start: number, length: number): string {
  const end = Math.min(start + length, bytes.length);
  let text = '';
  let i = start;
  while (i < end) {
    const lead = bytes[i++]!;
    if (lead < 0x80) text += String.fromCharCode(lead);
    else if (lead < 0xe0) text += String.fromCharCode(((lead & 31) << 6) | (bytes[i++]! & 63));
    else if (lead < 0xf0) {
      text += String.fromCharCode(((lead & 15) << 12) | ((bytes[i]! & 63) << 6) | (bytes[i + 1]! & 63));
      i += 2;
    } else {
      const code =
        (((lead & 7) << 18) | ((bytes[i]! & 63) << 12) | ((bytes[i + 1]! & 63) << 6) | (bytes[i + 2]! & 63)) -
        0x10000;
      text += String.fromCharCode(0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff));
      i += 3;
    }
  }
  return text;
}

/** The polynomial of CRC-32 (IEEE 802.3); it is primitive. */
const POLYNOMIAL = 0x04c11db7;

/**
 * A checksum over whole 32-bit words: a shift register with feedback that takes in a word at each step. A step is a
 * bijection of the state and of the word, so that a change of any one word changes the sum. It calls nothing and
 * leaves the numbers small, because it is the first loop of a new process and runs in the interpreter. The last mixing
 * is that of MurmurHash3.
 */
export function checksum(words: Int32Array): number {
  let hash = 0x9747b28c | 0;
  for (let i = 0, count = words.length; i < count; i++)
    hash = (hash << 1) ^ ((hash >> 31) & POLYNOMIAL) ^ words[i]!;
  hash ^= words.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
