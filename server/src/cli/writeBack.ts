import { readFileSync } from 'node:fs';
import path from 'node:path';
import { causeOf, complain } from './output.js';
import { encode } from './text.js';
import { replaceFile } from './write.js';
import { said } from './language.js';

/** Writes a text over a file that still holds what was read; what goes wrong is told. */
export function writeBack(shownPath: string, before: string, after: string): boolean {
  const file = path.resolve(shownPath);
  try {
    const bytes = readFileSync(file);
    if (!bytes.equals(encode(before, bytes))) {
      // Bytes that are no text, or a change meanwhile: writing would lose something.
      complain(said`${shownPath} was not written: it holds bytes that are no text, or has just changed.`);
      return false;
    }
    replaceFile(file, encode(after, bytes));
    return true;
  } catch (error) {
    complain(said`${shownPath} could not be written: ${causeOf(error)}.`);
    return false;
  }
}
