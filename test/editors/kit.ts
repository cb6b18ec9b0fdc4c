import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = path.join(ROOT, 'server/bin/plenary-language-server.js');
const PAGE = path.join(ROOT, 'docs/editors.md');

/** A report with a doubled word and a spelling that is not the house's, which cites a resolution and itself. */
export const REPORT = `Report of the Secretariat

## I. Introduction

1. The Arendale Harbour Office (AHO) was founded in accordance with General Assembly resolution 75/158.

2. AHO organised the the training (see para. 3 below).

3. The training was well attended.
`;

/** A part of docs/editors.md that is to be pasted into an editor. */
export interface Snippet {
  /** The heading it stands under, which is the editor's name. */
  readonly editor: string;
  /** What is written behind the fence: lua, elisp, toml, json, rust. */
  readonly language: string;
  readonly text: string;
}

export function snippets(): Snippet[] {
  const found: Snippet[] = [];
  for (const part of readFileSync(PAGE, 'utf8').split(/^## /m).slice(1)) {
    const editor = part.slice(0, part.indexOf('\n'));
    for (const [, language, text] of part.matchAll(/^```(\w+)\n([^]*?)^```$/gm))
      found.push({ editor, language: language!, text: text! });
  }
  return found;
}

/** The one snippet of an editor that contains these words. */
export function snippet(editor: string, words: string): string {
  const found = snippets().filter((one) => one.editor === editor && one.text.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} snippets for ${editor} contain "${words}".`);
  return found[0]!.text;
}

/** The version of a program, or null where it is not installed. */
export function versionOf(program: string, pattern: RegExp): string | null {
  const { stdout, error } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return error ? null : (pattern.exec(stdout)?.[1] ?? null);
}

/** A home without settings, in which the server is on the PATH as it is after its installation. */
export class Home {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'plenary-editor-'));

  constructor(files: Readonly<Record<string, string>>) {
    const bin = path.join(this.dir, 'bin');
    mkdirSync(bin);
    const program = path.join(bin, 'plenary-language-server');
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${SERVER}' "$@"\n`);
    chmodSync(program, 0o755);
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  path(name: string): string {
    return path.join(this.dir, name);
  }

  write(name: string, text: string): void {
    const file = this.path(name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /**
   * Runs an editor to its end, and returns what it wrote into `report.json`: of all that it is asked to do, or of its
   * findings alone.
   */
  run(program: string, args: readonly string[], drive: 'all' | 'findings' = 'all'): unknown {
    rmSync(this.path('report.json'), { force: true });
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: this.path('work'),
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        PLENARY_DRIVE: drive,
        HOME: this.dir,
        XDG_CONFIG_HOME: this.path('config'),
        XDG_DATA_HOME: this.path('data'),
        XDG_STATE_HOME: this.path('state'),
        XDG_CACHE_HOME: this.path('cache'),
        PATH: `${this.path('bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      },
    });
    if (error) throw error;
    try {
      return JSON.parse(this.read('report.json')) as unknown;
    } catch {
      throw new Error(`${program} ended with ${status} and left no report.\n${stdout}\n${stderr}`);
    }
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
