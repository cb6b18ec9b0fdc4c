import { isUtf8 } from 'node:buffer';
import { said } from './language.js';

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. The mark stays a character of the text, so that
 * offsets count from the start of the file; bytes that are no text become U+FFFD.
 */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    return even.swap16().toString('utf16le');
  }
  return bytes.toString('utf8');
}

/** Whether bytes are wholly those of a text: UTF-8 without a null, or UTF-16 by its byte order mark. */
export function isText(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return isUtf8(bytes) && !bytes.includes(0);
}

/** The bytes of a text in the encoding that a file had before. */
export function encode(text: string, before: Buffer): Buffer {
  if (before[0] === 0xff && before[1] === 0xfe) return Buffer.from(text, 'utf16le');
  if (before[0] === 0xfe && before[1] === 0xff) return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text, 'utf8');
}

/** How files begin that hold a document in a form of their own: ZIP (.docx, .odt), OLE (.doc), RTF, and PDF. */
const OFFICE = [Buffer.from('PK\x03\x04'), Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('{\\rtf')];
const PDF = Buffer.from('%PDF-');

/**
 * What a file is that holds a document, but not as text, in the words of the locale: "no findings" in one would be no
 * answer. Null for all others, whatever their bytes.
 */
export function noText(bytes: Buffer): string | null {
  const begins = (mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);
  if (begins(PDF)) return said`it is a PDF. Make a text of it first, with pdftotext for example`;
  if (OFFICE.some(begins)) return said`it is a file of Word or a like program. Save it as plain text first`;
  return null;
}
