import type { FileFacts, FileSystem, FolderEntry } from '../../../server/src/workspace/fileSystem.js';
import { DEFAULTS } from '../../../server/src/settings/settings.js';
import { readSummary } from '../../../server/src/workspace/summary.js';
import {
  LIMITS,
  WorkspaceIndex,
  type IndexLimits,
  type IndexResult,
} from '../../../server/src/workspace/workspaceIndex.js';

export const ROOT = 'memfs:/team';

/** Files without a disk: texts by their path in the folder. A text that changes is newer. */
export class Memory implements FileSystem {
  readonly #files = new Map<string, { text: string; modified: number }>();
  #time = 0;
  /** The addresses of the texts that were read, in order. */
  readonly read: string[] = [];

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): string {
    const uri = `${ROOT}/${path}`;
    this.#files.set(uri, { text, modified: ++this.#time });
    return uri;
  }

  #get(uri: string): { readonly text: string; readonly modified: number } | undefined {
    return this.#files.get(decodeURIComponent(uri));
  }

  remove(uri: string): void {
    for (const one of [...this.#files.keys()])
      if (one === uri || one.startsWith(`${uri}/`)) this.#files.delete(one);
  }

  readFile(uri: string): Promise<string | null> {
    const file = this.#get(uri);
    if (file) this.read.push(uri);
    return Promise.resolve(file?.text ?? null);
  }

  readDirectory(uri: string): Promise<readonly FolderEntry[] | null> {
    const names = new Map<string, FolderEntry['type']>();
    for (const one of this.#files.keys()) {
      if (!one.startsWith(`${decodeURIComponent(uri)}/`)) continue;
      const [name, ...rest] = one.slice(decodeURIComponent(uri).length + 1).split('/');
      names.set(name!, rest.length > 0 ? 'directory' : 'file');
    }
    return Promise.resolve(names.size === 0 ? null : [...names].map(([name, type]) => ({ name, type })));
  }

  stat(uri: string): Promise<FileFacts | null> {
    const file = this.#get(uri);
    return Promise.resolve(file ? { type: 'file', size: file.text.length, modified: file.modified } : null);
  }
}

export interface Watched {
  readonly index: WorkspaceIndex;
  readonly results: IndexResult[];
  readonly changes: () => number;
}

/** An index over files in memory. */
export function indexOf(files: FileSystem, limits: Partial<IndexLimits> = {}): Watched {
  let changes = 0;
  const results: IndexResult[] = [];
  const index = new WorkspaceIndex(
    {
      files,
      folders: () => [ROOT],
      read: (uri, text) =>
        readSummary(text, { uri, settings: DEFAULTS, path: uri.slice(ROOT.length + 1), chosen: null }),
      pause: () => Promise.resolve(),
      changed: () => changes++,
      finished: (result) => results.push(result),
    },
    { ...LIMITS, ...limits },
  );
  return { index, results, changes: () => changes };
}

/** A small document of a Conference that does not exist in a series that does. */
export function report(symbol: string, title: string, body: string): string {
  return `${symbol}

Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Distr.: General
22 July 2022

Eleventh session

Vienna, 17–21 October 2022

# ${title}

Report of the Secretariat

I. Introduction

1. ${body}
`;
}
