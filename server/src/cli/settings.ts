import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentKind } from '../document/kinds.js';
import { isRuleCode } from '../rules/table.js';
import { CONFIGURATION_FILE, readConfigurationFile } from '../settings/configurationFile.js';
import { matchesGlob } from '../settings/glob.js';
import { DEFAULTS, merge, type Profile, type Settings } from '../settings/settings.js';
import { UsageError } from './command.js';
import { causeOf } from './output.js';
import { decode } from './text.js';
import { said, say } from './language.js';
import { shown } from './shown.js';

/** The settings that count for the files of a folder, and the folder that their patterns are relative to. */
export interface FolderSettings {
  readonly settings: Settings;
  readonly root: string;
}

/** What is decided for one file by a pattern of the configuration. */
export interface Decided {
  readonly kind: DocumentKind | null;
  readonly recognize: 'always' | 'never' | null;
}

/** What was said on the command line counts more than any file. */
export function onTopOf({ profile }: { readonly profile?: Profile }): Partial<Settings> {
  return profile ? { profile } : {};
}

/** Told of what is wrong with a configuration file: `fatal` where it could not be read at all. */
type Report = (message: string, fatal: boolean) => void;

/**
 * Settings by folder: defaults, then plenary.config.json found upwards from the file (or the one that was named), then
 * what was said on the command line. Each file is read once.
 */
export class SettingsFinder {
  readonly #named: string | undefined;
  readonly #onTop: Partial<Settings>;
  readonly #report: Report;
  readonly #folders = new Map<string, FolderSettings>();

  constructor(named: string | undefined, onTop: Partial<Settings>, report: Report) {
    this.#named = named;
    this.#onTop = onTop;
    this.#report = report;
  }

  /** The settings for files in a folder, which is given absolute. */
  of(folder: string): FolderSettings {
    const known = this.#folders.get(folder);
    if (known) return known;
    const found = this.#named === undefined ? this.#upwards(folder) : this.#fromNamed(this.#named);
    this.#folders.set(folder, found);
    return found;
  }

  #upwards(folder: string): FolderSettings {
    const file = path.join(folder, CONFIGURATION_FILE);
    let text: string | null = null;
    try {
      text = decode(readFileSync(file));
    } catch (error) {
      if (!isAbsent(error)) this.#report(said`${shown(file)} cannot be read: ${causeOf(error)}.`, true);
    }
    if (text !== null) return this.#read(file, text);
    const parent = path.dirname(folder);
    return parent === folder ? { settings: merge(DEFAULTS, this.#onTop), root: folder } : this.of(parent);
  }

  /** A file that was asked for by name and cannot be used ends the run: nobody wants its work done by other settings. */
  #fromNamed(named: string): FolderSettings {
    const file = path.resolve(named);
    for (const known of this.#folders.values()) return known;
    let text: string;
    try {
      text = decode(readFileSync(file));
    } catch (error) {
      throw new UsageError(said`${named} cannot be read: ${causeOf(error)}.`);
    }
    return this.#read(file, text, (message) => {
      throw new UsageError(message);
    });
  }

  #read(
    file: string,
    text: string,
    unusable: (message: string) => void = (message) => this.#report(message, true),
  ): FolderSettings {
    const { layer, problems } = readConfigurationFile(text.replace(/^\ufeff/, ' '), isRuleCode);
    for (const { start, message } of problems) {
      const before = text.slice(0, start).split(/\r\n|\r|\n/);
      const place = `${shown(file)}:${before.length}:${before.at(-1)!.length + 1}`;
      if (layer === null) unusable(`${place}: ${say(message)}`);
      else this.#report(`${place}: ${say(message)}`, false);
    }
    return { settings: merge(merge(DEFAULTS, layer ?? {}), this.#onTop), root: path.dirname(file) };
  }
}

/** What the patterns of a configuration decide for a file; the first that matches counts for each question. */
export function decidedFor(file: string, { settings, root }: FolderSettings): Decided {
  const name = path.relative(root, file).split(path.sep).join('/');
  let kind: Decided['kind'] = null;
  let recognize: Decided['recognize'] = null;
  for (const entry of settings.files) {
    if ((entry.kind === undefined || kind) && (entry.recognize === undefined || recognize)) continue;
    if (!matchesGlob(name, entry.pattern)) continue;
    kind ??= entry.kind ?? null;
    recognize ??= entry.recognize ?? null;
  }
  return { kind, recognize };
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
