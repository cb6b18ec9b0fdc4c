import {
  CONFIGURATION_FILE,
  readConfigurationFile,
  type ConfigurationProblem,
} from '../settings/configurationFile.js';
import { isRuleCode } from '../rules/table.js';
import { readSettings } from '../settings/read.js';
import { DEFAULTS, merge, type Settings } from '../settings/settings.js';
import type { FileSystem } from './fileSystem.js';
import { decode } from './ignored.js';

/** The configuration file of a folder as it was last read. */
export interface FolderConfiguration {
  readonly uri: string;
  /** Its text; null where there is none. */
  readonly text: string | null;
  readonly problems: readonly ConfigurationProblem[];
}

interface Folder {
  readonly uri: string;
  /** What the client's own settings say for the folder. */
  client: Partial<Settings>;
  /** What the folder's file says; of a file with a mistake that hides all of it, what it said before. */
  file: Partial<Settings>;
  configuration: FolderConfiguration;
  merged: Settings;
}

/**
 * The settings of each folder: defaults, then the client's, then those of the folder's plenary.config.json. Documents
 * outside every folder have the client's alone. The value for a folder stays the same object until something changes.
 */
export class Configuration {
  readonly #files: FileSystem;
  readonly #folders = new Map<string, Folder>();
  readonly #outside: Folder = newFolder('');

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The folders, as the client writes their addresses. */
  get folders(): readonly string[] {
    return [...this.#folders.keys()];
  }

  addFolder(uri: string): void {
    const plain = uri.replace(/\/$/, '');
    if (!this.#folders.has(plain)) this.#folders.set(plain, newFolder(plain));
  }

  removeFolder(uri: string): void {
    this.#folders.delete(uri.replace(/\/$/, ''));
  }

  /** The folder that a document lies in, the innermost where folders lie in each other; undefined for none. */
  folderOf(uri: string): string | undefined {
    let best: string | undefined;
    for (const folder of this.#folders.keys()) {
      if (uri.startsWith(`${folder}/`) && folder.length >= (best?.length ?? 0)) best = folder;
    }
    return best;
  }

  /** A document's path from its folder, with slashes; null where it lies in none. */
  pathOf(uri: string): string | null {
    const folder = this.folderOf(uri);
    return folder === undefined ? null : decode(uri.slice(folder.length + 1));
  }

  /** The settings that count for a document. */
  settingsOf(uri: string): Settings {
    return this.#folder(this.folderOf(uri)).merged;
  }

  /** Takes in what the client's settings say for a folder; undefined for documents outside every folder. */
  setClient(folder: string | undefined, value: unknown): void {
    const one = this.#folder(folder);
    one.client = readSettings(value);
    remerge(one);
  }

  /** Reads the folder's plenary.config.json again. Returns what was found, for its mistakes to be shown. */
  async readFile(folder: string): Promise<FolderConfiguration> {
    const one = this.#folder(folder);
    const uri = `${one.uri}/${CONFIGURATION_FILE}`;
    const text = await this.#files.readFile(uri);
    const { layer, problems } =
      text === null ? { layer: {}, problems: [] } : readConfigurationFile(text, isRuleCode);
    if (layer) one.file = layer;
    one.configuration = { uri, text, problems };
    remerge(one);
    return one.configuration;
  }

  /** The configuration file that counts for a document; undefined where it lies in no folder. */
  configurationFor(uri: string): FolderConfiguration | undefined {
    const folder = this.folderOf(uri);
    return folder === undefined ? undefined : this.#folder(folder).configuration;
  }

  #folder(uri: string | undefined): Folder {
    return (uri === undefined ? undefined : this.#folders.get(uri)) ?? this.#outside;
  }
}

function newFolder(uri: string): Folder {
  return {
    uri,
    client: {},
    file: {},
    configuration: { uri: `${uri}/${CONFIGURATION_FILE}`, text: null, problems: [] },
    merged: DEFAULTS,
  };
}

function remerge(folder: Folder): void {
  const merged = merge(merge(DEFAULTS, folder.client), folder.file);
  if (JSON.stringify(merged) !== JSON.stringify(folder.merged)) folder.merged = merged;
}
