import ignore, { type Ignore } from 'ignore';
import type { FileSystem, FolderEntry } from './fileSystem.js';

/** Files whose patterns are heeded, in each folder; the later one counts where both speak. */
export const IGNORE_FILES: readonly string[] = ['.gitignore', '.plenaryignore'];

/** Folders that are never looked into: what they hold was not written by hand. */
export const NEVER: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Tells which files and folders of a workspace are left out, as the command line does: .gitignore and .plenaryignore of
 * each folder, from the top of the repository down. What the files say is kept until `forget`.
 */
export class Ignored {
  readonly #files: FileSystem;
  readonly #patterns = new Map<string, Ignore | null>();
  readonly #tops = new Map<string, string>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** Reads the ignore files anew from now on. */
  forget(): void {
    this.#patterns.clear();
    this.#tops.clear();
  }

  /** Takes in what a folder holds, so that it is not asked for ignore files that are not there. */
  learn(folder: string, entries: readonly FolderEntry[]): void {
    if (!entries.some(({ name }) => IGNORE_FILES.includes(name))) this.#patterns.set(folder, null);
  }

  /** Whether a file or folder is left out. Its folder is taken for one that is not. `root` is the workspace's folder. */
  async test(uri: string, isFolder: boolean, root: string): Promise<boolean> {
    if (isFolder && NEVER.has(nameOf(uri))) return true;
    const top = await this.#topOf(root);
    let folder = parentOf(uri);
    for (;;) {
      let patterns = this.#patterns.get(folder);
      if (patterns === undefined) patterns = await this.#read(folder);
      if (patterns) {
        const path = decode(uri.slice(folder.length + 1));
        const { ignored, unignored } = patterns.test(isFolder ? `${path}/` : path);
        if (ignored) return true;
        if (unignored) return false;
      }
      if (folder.length <= top.length) return false;
      folder = parentOf(folder);
    }
  }

  /** Whether a file is left out by itself or by one of the folders that it lies in. */
  async leavesOut(uri: string, root: string): Promise<boolean> {
    const names = uri.slice(root.length + 1).split('/');
    let folder = root;
    for (const name of names.slice(0, -1)) {
      folder = `${folder}/${name}`;
      if (await this.test(folder, true, root)) return true;
    }
    return this.test(uri, false, root);
  }

  async #read(folder: string): Promise<Ignore | null> {
    let patterns: Ignore | null = null;
    for (const name of IGNORE_FILES) {
      const text = await this.#files.readFile(`${folder}/${name}`);
      if (text !== null) patterns = (patterns ?? ignore()).add(text);
    }
    this.#patterns.set(folder, patterns);
    return patterns;
  }

  /** The top of the repository that a folder of the workspace is in; on file systems other than the disk the folder itself. */
  async #topOf(root: string): Promise<string> {
    const known = this.#tops.get(root);
    if (known !== undefined) return known;
    let top = root;
    if (root.startsWith('file:')) {
      for (;;) {
        if ((await this.#files.stat(`${top}/.git`)) !== null) break;
        const parent = parentOf(top);
        // "file://" and "file:///c%3A" are no folders of anybody.
        if (!/^file:\/\/.*\/[^/]+$/.test(parent)) break;
        top = parent;
      }
    }
    this.#tops.set(root, top);
    return top;
  }
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function nameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

/** An address's path as names; as it is where it is not well formed. */
export function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
