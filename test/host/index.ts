import { suites } from 'suites';
import * as vscode from 'vscode';

/** The part of mocha that runs in a browser, as far as it is used here. */
interface BrowserMocha {
  setup(options: { ui: 'bdd'; reporter: unknown; timeout: number; grep?: string }): void;
  run(done: (failures: number) => void): unknown;
}

interface Test {
  title: string;
  fullTitle(): string;
  duration?: number;
  err?: Error;
}

interface Runner {
  on(event: string, listener: (test: Test, error?: Error) => void): void;
  stats?: { passes: number; failures: number; pending: number };
}

/** Each line of the report begins with this: what an extension host writes to its console arrives among much else. */
const MARK = '@@test ';

function say(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}

/** What went wrong and where in the suites; the frames of the editor and of mocha tell nothing. */
function reason(error: Error | undefined): string {
  const frames = (error?.stack ?? '').split('\n').filter((line) => /^\s+at .*test\/host\.js/.test(line));
  return [`      ${error?.message ?? 'no reason given'}`, ...frames.slice(0, 3)].join('\n');
}

/** A reporter of mocha's: through the console, line by line, and at the end mocha's figures as JSON. */
function ConsoleReporter(runner: Runner): void {
  runner.on('pass', (test) => say(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
  runner.on('pending', (test) => say(`  - ${test.fullTitle()}`));
  runner.on('fail', (test, error) => say(`  ✖ ${test.fullTitle()}\n${reason(error)}`));
  runner.on('end', () => say(JSON.stringify(runner.stats)));
}

/** The entry that every extension host calls: Node's, the browser's worker, and the desktop's. */
export async function run(): Promise<void> {
  // Mocha reads its options from the page's address; Node's host has no page.
  const global = globalThis as { location?: { search: string; pathname: string } };
  global.location ??= { search: '', pathname: '/' };
  // Loaded here and not at the top: it takes the bundle's exports for its own.
  await import('mocha/mocha.js');
  const mocha = (globalThis as unknown as { mocha: BrowserMocha }).mocha;
  mocha.setup({ ui: 'bdd', reporter: ConsoleReporter, timeout: 20_000 });
  for (const load of suites) await load();
  const host = 'importScripts' in globalThis ? "the browser's extension host" : "Node's extension host";
  // Read by the runner: a suite that was to run in a folder of another scheme has not been run.
  const scheme = vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
  say(`  VS Code ${vscode.version}, ${host}, folder of ${scheme}`);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
