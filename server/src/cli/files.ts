import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import type { DocumentKind } from '../document/kinds.js';
import { SURE, TEXTS } from '../workspace/attach.js';
import { Ignored } from './ignored.js';
import { causeOf } from './output.js';
import { decidedFor, type SettingsFinder } from './settings.js';
import { shown } from './shown.js';
import type { Job } from './work.js';
import { said } from './language.js';

/** The files of one call, in the order in which they are reported. */
export interface Collected {
  readonly jobs: readonly Job[];
  /** A sentence for each argument that leads to no file. */
  readonly failures: readonly string[];
}

/**
 * Finds the files that the arguments name. A file that is named, by itself or by a pattern, is taken for a United
 * Nations document (unless `ifRecognized`); in a folder only what shows that it is one. Each file comes once, where it was met first; within
 * a folder by name.
 */
export function collect(
  args: readonly string[],
  finder: SettingsFinder,
  { kind = null, ifRecognized = false }: { kind?: DocumentKind | null; ifRecognized?: boolean },
  standardInput: () => string,
): Collected {
  const jobs: Job[] = [];
  const failures: string[] = [];
  /** Where in the list of jobs each file is. */
  const seen = new Map<string, number>();
  const ignored = new Ignored();

  const add = (file: string, named: boolean): void => {
    const wanted = named && !ifRecognized;
    const before = seen.get(file);
    if (before !== undefined) {
      if (wanted) jobs[before] = { ...jobs[before]!, sure: true };
      return;
    }
    const folder = finder.of(path.dirname(file));
    const { settings } = folder;
    const decided = decidedFor(file, folder);
    if (!wanted && decided.recognize === 'never') return;
    const known = SURE.test(file) || decided.recognize === 'always' || decided.kind !== null;
    if (!wanted && !known && settings.recognize === 'never') return;
    seen.set(file, jobs.length);
    const sure = wanted || known || settings.recognize === 'always';
    jobs.push({ path: shown(file), file, sure, kind: kind ?? decided.kind, settings });
  };

  const walk = (folder: string, take: (file: string) => void): void => {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      failures.push(said`${shown(folder)} cannot be read: ${causeOf(error)}.`);
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      const at = path.join(folder, entry.name);
      // Links to folders are not followed: they may lead round in a circle.
      if (entry.isDirectory()) {
        if (!ignored.test(at, true)) walk(at, take);
      } else if ((entry.isFile() || leadsToFile(at)) && !ignored.test(at, false)) {
        take(at);
      }
    }
  };

  for (const arg of args) {
    if (arg === '-') {
      if (seen.has('-')) continue;
      seen.set('-', jobs.length);
      const { settings } = finder.of(process.cwd());
      jobs.push({ path: '-', file: null, text: standardInput(), sure: !ifRecognized, kind, settings });
      continue;
    }
    if (arg === '') {
      // An argument that a script left empty is not the folder that one happens to be in.
      failures.push(said`An empty name leads to no file.`);
      continue;
    }
    const file = path.resolve(arg);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      walk(file, (found) => {
        if (TEXTS.test(found)) add(found, false);
      });
    } else if (stats) {
      add(file, true);
    } else {
      const pattern = picomatch.scan(arg.split(path.sep).join('/'));
      if (!pattern.isGlob) {
        failures.push(said`${arg} cannot be read: there is no such file or folder.`);
        continue;
      }
      const base = path.resolve(pattern.base);
      const matches = picomatch(pattern.glob);
      const before = jobs.length;
      if (statSync(base, { throwIfNoEntry: false })?.isDirectory()) {
        walk(base, (found) => {
          if (matches(path.relative(base, found).split(path.sep).join('/'))) add(found, true);
        });
      }
      if (jobs.length === before) failures.push(said`${arg} matches no file.`);
    }
  }
  return { jobs, failures };
}

function leadsToFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
