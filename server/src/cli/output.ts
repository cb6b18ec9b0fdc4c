import { fstatSync, writeSync } from 'node:fs';
import { phrase, plural } from '../l10n/phrase.js';
import { lazy } from '../text/lazy.js';
import { colours } from './colours.js';
import { said, say } from './language.js';
import { endWith, STATUS } from './status.js';

/** Colours for standard output and standard error, each only where a person looks at it. */
export const out = colours(() => wantsColours(isTerminal));
export const err = colours(() => wantsColours(() => process.stderr.isTTY));

/** NO_COLOR (no-color.org) and FORCE_COLOR win over what the stream is. */
function wantsColours(isSeen: () => boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return isSeen() && TERM !== 'dumb';
}

/** What moves a terminal instead of being read: the controls of ASCII and Latin-1. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
/** The same without ends of lines, tabs and the colours that are ours. */
const UNASKED = /(\u001b\[\d*(?:;\d+)*m)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Words of a document or the name of a file as a piece of one line, whatever they hold: each control becomes U+FFFD. */
export function visible(text: string): string {
  return text.replace(CONTROLS, '\ufffd');
}

/** A text of several lines of which none does anything to a terminal but be read; its colours stay. */
function harmless(text: string): string {
  return text.replace(UNASKED, (_control, colour?: string) => colour ?? '\ufffd');
}

/** The streams, watched from the first use on. What Node loads for them takes longer than to write to a file. */
const standardOutput = lazy(() => process.stdout.on('error', notWritten));
const standardError = lazy(() => process.stderr.on('error', () => undefined));

/** Whether standard output is a file or a pipe that takes what it is given at once. */
const isDirect = lazy(() => {
  let yes = false;
  try {
    const stats = fstatSync(1);
    yes = stats.isFile() || (stats.isFIFO() && process.platform !== 'win32');
  } catch {
    // It is closed, which the stream tells.
  }
  return { yes };
});

/** Whether a person looks at standard output. */
function isTerminal(): boolean {
  return !isDirect().yes && standardOutput().isTTY;
}

/**
 * Writes to standard output; resolves when the text has left the process. A reader that went away is no error. At a
 * terminal a text that is shown does nothing to it but be read; elsewhere every byte is as it was.
 */
export function print(text: string): Promise<void> {
  const rest = isDirect().yes ? written(Buffer.from(text)) : isTerminal() ? harmless(text) : text;
  if (rest.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    standardOutput().write(rest, () => resolve());
  });
}

/** Writes bytes as far as they are taken at once; returns those that are left. */
function written(bytes: Buffer): Buffer {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(1, bytes, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return bytes.subarray(at);
    notWritten(error);
  }
  return bytes.subarray(bytes.length);
}

/** Prints a value as JSON, indented for a person at a terminal. */
export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value, null, isTerminal() ? 2 : undefined)}\n`);
}

/** Says on standard error what went wrong, and that the run ends with 2. */
export function complain(message: string): void {
  standardError().write(`${err.bold(err.red('plenary:'))} ${harmless(message)}\n`);
  endWith(STATUS.failed);
}

/** Says something on standard error that changes nothing of the outcome. */
export function remark(message: string): void {
  standardError().write(`${err.dim('plenary:')} ${harmless(message)}\n`);
}

/** "4 other files passed over". */
export function passedOverWords(count: number): string {
  return say(
    plural(count, phrase`${count} other file passed over`, phrase`${count} other files passed over`),
  );
}

/** Why something on the disk did not work, in words: "no such file", "permission denied". */
export function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return said`there is no such file or folder`;
    case 'EACCES':
    case 'EPERM':
      return said`permission is denied`;
    case 'EISDIR':
      return said`it is a folder`;
    case 'ENOTDIR':
      return said`a part of its path is not a folder`;
    case 'ENOSPC':
      return said`there is no space left`;
    case 'EROFS':
      return said`the disk cannot be written`;
    case 'EMFILE':
    case 'ENFILE':
      return said`too many files are open`;
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return said`it is too large`;
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Watches what others write to the streams as well: commander and the bar of a long run. */
export function watchOutput(): void {
  standardOutput();
  standardError();
}

/**
 * What cannot be written ends the run with a word. A reader that has seen enough does not: the status still says whether
 * there are findings, and what was to be changed is changed.
 */
function notWritten(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
  try {
    writeSync(2, `plenary: ${said`Standard output could not be written: ${causeOf(error)}.`}\n`);
  } catch {
    // There is nobody left to tell.
  }
  process.exit(STATUS.failed);
}
