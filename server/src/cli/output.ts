import { writeSync } from 'node:fs';
import pc from 'picocolors';
import { endWith, STATUS } from './status.js';

/** Colours for standard output and standard error, each only where a person looks at it. */
export const out = pc.createColors(wantsColours(process.stdout));
export const err = pc.createColors(wantsColours(process.stderr));

/** NO_COLOR (no-color.org) and FORCE_COLOR win over what the stream is. */
function wantsColours(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Writes to standard output; resolves when the text has left the process. A reader that went away is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Prints a value as JSON, indented for a person at a terminal. */
export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined)}\n`);
}

/** Says on standard error what went wrong, and that the run ends with 2. */
export function complain(message: string): void {
  process.stderr.write(`${err.bold(err.red('plenary:'))} ${message}\n`);
  endWith(STATUS.failed);
}

/** Says something on standard error that changes nothing of the outcome. */
export function remark(message: string): void {
  process.stderr.write(`${err.dim('plenary:')} ${message}\n`);
}

/** "1 document", "2 documents". */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/** Why something on the disk did not work, in words: "no such file", "permission denied". */
export function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of its path is not a folder';
    case 'ENOSPC':
      return 'there is no space left';
    case 'EROFS':
      return 'the disk cannot be written';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'it is too large';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** What cannot be written ends the run: a closed pipe quietly, anything else with a word. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? STATUS.fine);
    try {
      writeSync(2, `plenary: Standard output could not be written: ${causeOf(error)}.\n`);
    } catch {
      // There is nobody left to tell.
    }
    process.exit(STATUS.failed);
  });
  process.stderr.on('error', () => process.exit(process.exitCode ?? STATUS.fine));
}
