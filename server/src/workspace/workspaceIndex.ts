import { SURE, TEXTS } from './attach.js';
import type { FileSystem } from './fileSystem.js';
import { decode, IGNORE_FILES, Ignored } from './ignored.js';
import type { DocumentSummary } from './summary.js';

/** Where the limits of the index lie. What is beyond them is left out, and told. */
export interface IndexLimits {
  /** Texts that are read, and documents that are kept. */
  readonly files: number;
  /** Folders that are looked into. */
  readonly folders: number;
  /** The largest file, in bytes. */
  readonly size: number;
  /** Places that point at something, in all documents together. */
  readonly mentions: number;
}

/** About 60 MB at most: 20 bytes for each mention, some kilobytes for each document. */
export const LIMITS: IndexLimits = { files: 5_000, folders: 10_000, size: 2_000_000, mentions: 1_000_000 };

/** What the index asks of those who keep it. */
export interface IndexHost {
  readonly files: FileSystem;
  /** The folders of the workspace, as the client writes them, without a slash at the end. */
  folders(): readonly string[];
  /** The facts of a text; null for what is no United Nations document. */
  read(uri: string, text: string): DocumentSummary | null;
  /** Lets others have their turn; called after each file. */
  pause(): Promise<void>;
  /** Something is known that was not known before, or no longer. */
  changed(): void;
  /** Told as files are read: how many of those found so far. True ends the reading; what is known then stays. */
  progress?(done: number, found: number): boolean;
  /** The reading came to its end. */
  finished?(result: IndexResult): void;
}

/** What came of a reading. */
export interface IndexResult {
  readonly documents: number;
  /** Files that were too large, or beyond a limit. */
  readonly leftOut: number;
  /** Folders that could not be listed: what lies in them is not known. */
  readonly unlisted: number;
  readonly cancelled: boolean;
}

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

interface Known {
  /** As it was found, or as the client's watch told it. */
  readonly uri: string;
  /** By which a file is known not to have changed. */
  readonly modified: number;
  readonly size: number;
  /** Null for what is no document of ours. */
  readonly summary: DocumentSummary | null;
}

/**
 * The documents of the workspace by what they say of themselves and point at. Files are read one after another, others
 * have their turn in between; of each the facts are kept and the text is forgotten. Documents that are open are
 * described by whoever holds them, and go before their files.
 */
export class WorkspaceIndex {
  readonly #host: IndexHost;
  readonly #limits: IndexLimits;
  readonly #ignored: Ignored;
  /** By address with its escapes read: clients do not escape the same characters. */
  readonly #known = new Map<string, Known>();
  readonly #open = new Map<string, () => DocumentSummary | null>();
  /** Jobs follow one another: a change that is told during a scan is read behind it. */
  #queue: Promise<void> = Promise.resolve();
  #jobs = 0;
  #started = false;
  #stopped = false;
  #mentions = 0;
  /** Counts what was found to be different: an answer that was made at one number holds while it stays. */
  revision = 0;

  constructor(host: IndexHost, limits: IndexLimits = LIMITS) {
    this.#host = host;
    this.#limits = limits;
    this.#ignored = new Ignored(host.files);
  }

  /** Whether all that was asked for has been read. */
  get isReady(): boolean {
    return this.#started && this.#jobs === 0;
  }

  /** Begins to read the folders; at a later call, what has changed in them. Ends when all is read. */
  scan(): Promise<void> {
    this.#started = true;
    return this.#enqueue(() => this.#scan());
  }

  /** Reads every file anew: what decides whether a file is a document has changed. */
  reread(): Promise<void> {
    if (!this.#started) return Promise.resolve();
    return this.#enqueue(async () => {
      for (const [id, known] of this.#known) this.#known.set(id, { ...known, modified: NaN });
      await this.#scan();
    });
  }

  /** Ends when everything is read that was asked for before. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Ends all reading for good. */
  stop(): void {
    this.#stopped = true;
  }

  /** Takes in what the client's watch over the files has seen. Folders that are gone take their files with them. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    if (!this.#started) return Promise.resolve();
    const names = changes.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
    if (names.some((name) => IGNORE_FILES.includes(name))) {
      this.#ignored.forget();
      return this.scan();
    }
    const wanted = changes.filter(({ uri, type }) => type === 'deleted' || TEXTS.test(uri));
    if (wanted.length === 0) return Promise.resolve();
    return this.#enqueue(async () => {
      let changed = false;
      for (const { uri, type } of wanted) {
        if (this.#stopped) return;
        if (type === 'deleted') changed = this.#remove(uri) || changed;
        else if (this.#rootOf(uri) !== undefined) {
          const root = this.#rootOf(uri)!;
          if (!(await this.#ignored.leavesOut(uri, root))) changed = (await this.#read(uri)) || changed;
          await this.#host.pause();
        }
      }
      if (changed) this.#tell();
    });
  }

  /** A document is open: `describe` tells of its present text whenever it is asked, null while it is none of ours. */
  setOpen(uri: string, describe: () => DocumentSummary | null): void {
    this.#open.set(decode(uri), describe);
  }

  /** A document is no longer open: its file counts again. */
  setClosed(uri: string): void {
    this.#open.delete(decode(uri));
    // It may have been saved, or never been read.
    if (TEXTS.test(uri)) void this.filesChanged([{ uri, type: 'changed' }]);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(decode(uri));
  }

  /** All documents: those that are open as they are now, then the closed ones by address. */
  documents(): DocumentSummary[] {
    const all: DocumentSummary[] = [];
    for (const describe of this.#open.values()) {
      const summary = describe();
      if (summary) all.push(summary);
    }
    return all.concat(this.closed());
  }

  /** The documents that are not open, by address. */
  closed(): DocumentSummary[] {
    const all: DocumentSummary[] = [];
    for (const [id, { summary }] of this.#known) {
      if (summary && !this.#open.has(id)) all.push(summary);
    }
    return all.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  }

  /** What is known of one document; undefined for none of ours. */
  get(uri: string): DocumentSummary | undefined {
    const id = decode(uri);
    const describe = this.#open.get(id);
    return (describe ? describe() : this.#known.get(id)?.summary) ?? undefined;
  }

  /** A mark of a closed file's state, which is another after each change of it; undefined for a file that is not known. */
  stateOf(uri: string): string | undefined {
    const known = this.#known.get(decode(uri));
    return known?.summary ? `${known.modified}.${known.size}` : undefined;
  }

  #enqueue(job: () => Promise<void>): Promise<void> {
    this.#jobs++;
    const done = (): void => {
      this.#jobs--;
    };
    this.#queue = this.#queue.then(job).then(done, done);
    return this.#queue;
  }

  #tell(): void {
    this.revision++;
    this.#host.changed();
  }

  async #scan(): Promise<void> {
    const host = this.#host;
    this.#ignored.forget();
    const found: string[] = [];
    const roots = [...this.#host.folders()];
    const outer = roots.filter((root) => !roots.some((other) => root.startsWith(`${other}/`)));
    let folders = 0;
    let leftOut = 0;
    let unlisted = 0;
    for (const root of outer) {
      const waiting = [root];
      for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        if (this.#stopped) return;
        if (++folders > this.#limits.folders) {
          leftOut++;
          continue;
        }
        const entries = await host.files.readDirectory(folder);
        if (!entries) {
          unlisted++;
          continue;
        }
        this.#ignored.learn(folder, entries);
        const inner: string[] = [];
        for (const { name, type, link } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
          const uri = `${folder}/${encode(name)}`;
          if (type === 'directory' && link !== true) {
            if (!(await this.#ignored.test(uri, true, root))) inner.push(uri);
          } else if (type === 'file' && TEXTS.test(name) && !(await this.#ignored.test(uri, false, root))) {
            if (found.length < this.#limits.files) found.push(uri);
            else leftOut++;
          }
        }
        waiting.push(...inner.reverse());
        await this.#host.pause();
      }
    }
    // Documents by their name are read first.
    found.sort((a, b) => Number(SURE.test(b)) - Number(SURE.test(a)));
    let changed = false;
    const there = new Set(found.map(decode));
    for (const [id, { uri }] of [...this.#known]) if (!there.has(id)) changed = this.#remove(uri) || changed;
    let cancelled = false;
    for (const [i, uri] of found.entries()) {
      if (this.#stopped) return;
      if (await this.#read(uri)) changed = true;
      if (this.#tooLarge.has(uri)) leftOut++;
      await this.#host.pause();
      if (host.progress?.(i + 1, found.length) === true) {
        cancelled = true;
        break;
      }
    }
    if (changed) this.#tell();
    let documents = 0;
    for (const { summary } of this.#known.values()) if (summary) documents++;
    this.#left = { leftOut, unlisted };
    host.finished?.({ documents, leftOut, unlisted, cancelled });
  }

  readonly #tooLarge = new Set<string>();
  #left: Pick<IndexResult, 'leftOut' | 'unlisted'> = { leftOut: 0, unlisted: 0 };

  /** What the last reading did not read. */
  get left(): Pick<IndexResult, 'leftOut' | 'unlisted'> {
    return this.#left;
  }

  /** Reads a file where it is not as it was. True where what is known of it is different now. */
  async #read(uri: string): Promise<boolean> {
    const facts = await this.#host.files.stat(uri);
    const before = this.#known.get(decode(uri));
    if (facts?.type !== 'file') return this.#remove(uri);
    const { modified, size } = facts;
    if (before?.modified === modified && before.size === size) return false;
    this.#tooLarge.delete(uri);
    if (size > this.#limits.size) {
      this.#tooLarge.add(uri);
      return this.#remove(uri);
    }
    const text = await this.#host.files.readFile(uri);
    if (text === null) return this.#remove(uri);
    this.#mentions -= before?.summary?.mentions.size ?? 0;
    let summary = this.#host.read(uri, text);
    if (summary && this.#mentions + summary.mentions.size > this.#limits.mentions) {
      this.#tooLarge.add(uri);
      summary = null;
    }
    this.#mentions += summary?.mentions.size ?? 0;
    this.#known.set(decode(uri), { uri, modified, size, summary });
    return summary !== null || (before?.summary ?? null) !== null;
  }

  /** Forgets a file, or all files of a folder. True where there was a document among them. */
  #remove(uri: string): boolean {
    let was = false;
    const forget = (one: string): void => {
      const summary = this.#known.get(one)?.summary;
      this.#mentions -= summary?.mentions.size ?? 0;
      this.#known.delete(one);
      was ||= summary !== undefined && summary !== null;
    };
    const id = decode(uri);
    if (this.#known.has(id)) forget(id);
    else if (!TEXTS.test(uri))
      for (const one of [...this.#known.keys()]) if (one.startsWith(`${id}/`)) forget(one);
    return was;
  }

  /** The folder of the workspace that a file lies in; what is told of others is not read. */
  #rootOf(uri: string): string | undefined {
    const id = decode(uri);
    return this.#host.folders().find((folder) => id.startsWith(`${decode(folder)}/`));
  }
}

/** A name as the editor writes it in an address: it escapes more than the standard asks for. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
