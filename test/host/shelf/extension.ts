import * as vscode from 'vscode';
import readme from '../workspace/README.md';
import statement from '../workspace/statement.undoc';

/**
 * A file system that no disk holds, as those of repositories on the web are: it can be read, written, listed and watched, and
 * nothing can search it. Its one folder begins with the files that the folder on the disk has.
 */
const SCHEME = 'plenary-shelf';

interface Entry {
  /** Undefined for a folder. */
  bytes: Uint8Array | undefined;
  time: number;
}

class Shelf implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #time = 1;

  constructor(files: Readonly<Record<string, string>>) {
    this.#put('/', undefined);
    this.#put('/workspace', undefined);
    for (const [name, text] of Object.entries(files))
      this.#put(`/workspace/${name}`, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, time } = this.#get(uri);
    const type = bytes ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: time, size: bytes?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (this.#get(uri).bytes) throw vscode.FileSystemError.FileNotADirectory(uri);
    const start = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path !== '/' && path.startsWith(start) && !path.includes('/', start.length))
      .map(([path, { bytes }]) => [
        path.slice(start.length),
        bytes ? vscode.FileType.File : vscode.FileType.Directory,
      ]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { bytes } = this.#get(uri);
    if (!bytes) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const there = this.#entries.get(uri.path);
    if (!there && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (there && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.#get(uri.with({ path: uri.path.replace(/\/[^/]*$/, '') || '/' }));
    this.#put(uri.path, content.slice());
    this.#tell(uri, there ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created);
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.#entries.has(uri.path)) throw vscode.FileSystemError.FileExists(uri);
    this.#put(uri.path, undefined);
    this.#tell(uri, vscode.FileChangeType.Created);
  }

  delete(uri: vscode.Uri): void {
    this.#get(uri);
    for (const path of [...this.#entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) {
        this.#entries.delete(path);
        this.#tell(uri.with({ path }), vscode.FileChangeType.Deleted);
      }
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#get(from);
    for (const [path, entry] of [...this.#entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      const moved = to.path + path.slice(from.path.length);
      this.#entries.delete(path);
      this.#entries.set(moved, entry);
      this.#tell(from.with({ path }), vscode.FileChangeType.Deleted);
      this.#tell(to.with({ path: moved }), vscode.FileChangeType.Created);
    }
  }

  #put(path: string, bytes: Uint8Array | undefined): void {
    this.#entries.set(path, { bytes, time: this.#time++ });
  }

  #get(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #tell(uri: vscode.Uri, type: vscode.FileChangeType): void {
    this.#changed.fire([{ uri, type }]);
  }
}

/** Called by the editor when it first meets an address of this file system. */
export function activate(context: vscode.ExtensionContext): void {
  const shelf = new Shelf({ 'README.md': readme, 'statement.undoc': statement });
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(SCHEME, shelf));
}
