import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { IGNORE_FILES, NEVER } from '../workspace/ignored.js';
import { decode } from './text.js';

/**
 * Tells which files and folders are left out: .gitignore and .plenaryignore of each folder, from the top of the
 * repository down. A file that was named on the command line is never asked about.
 */
export class Ignored {
  readonly #folders = new Map<string, Ignore | null>();
  readonly #tops = new Map<string, string>();

  /** Whether a path, given absolute, is left out. Its folder is taken for one that is not. */
  test(file: string, isFolder: boolean): boolean {
    if (isFolder && NEVER.has(path.basename(file))) return true;
    let folder = path.dirname(file);
    const top = this.#topOf(folder);
    for (;;) {
      const patterns = this.#patternsOf(folder);
      if (patterns) {
        const name = path.relative(folder, file).split(path.sep).join('/');
        const { ignored, unignored } = patterns.test(isFolder ? `${name}/` : name);
        if (ignored) return true;
        if (unignored) return false;
      }
      if (folder === top) return false;
      folder = path.dirname(folder);
    }
  }

  /** The top of the repository that a folder is in; the root of the disk where it is in none. */
  #topOf(folder: string): string {
    const known = this.#tops.get(folder);
    if (known !== undefined) return known;
    const parent = path.dirname(folder);
    const top = parent === folder || existsSync(path.join(folder, '.git')) ? folder : this.#topOf(parent);
    this.#tops.set(folder, top);
    return top;
  }

  #patternsOf(folder: string): Ignore | null {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    let patterns: Ignore | null = null;
    for (const name of IGNORE_FILES) {
      try {
        const text = decode(readFileSync(path.join(folder, name)));
        patterns = (patterns ?? ignore()).add(text);
      } catch {
        // Most folders have none.
      }
    }
    this.#folders.set(folder, patterns);
    return patterns;
  }
}
