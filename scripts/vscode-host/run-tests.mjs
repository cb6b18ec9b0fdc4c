#!/usr/bin/env node
// run-tests.mjs EXTENSION TESTS FOLDER: runs a suite in an extension host by `runTests` of @vscode/test-electron. The
// host is the VS Code that PLENARY_VSCODE names; else a downloaded one, where there is a screen and a network; else the
// workbench from npm.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';

const [extension, tests, folder] = process.argv.slice(2).map((file) => path.resolve(file));
const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const STAND_IN = path.join(HERE, 'code.mjs');
const VERSIONS = 'https://update.code.visualstudio.com/api/releases/stable';

/** The newest desktop VS Code, or undefined where none can be run or had. */
async function downloaded() {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return undefined;
  try {
    const answer = await fetch(VERSIONS, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) return undefined;
    return await downloadAndUnzipVSCode({ cachePath: path.join(ROOT, '.cache/vscode-desktop') });
  } catch {
    return undefined;
  }
}

const named = process.env.PLENARY_VSCODE;
const desktop = named ?? (await downloaded());
console.log(`Host: ${desktop && desktop !== STAND_IN ? desktop : 'the workbench from npm'}`);
await runTests({
  vscodeExecutablePath: desktop ?? STAND_IN,
  extensionDevelopmentPath: extension,
  extensionTestsPath: tests,
  launchArgs: [
    folder,
    ...(desktop && desktop !== STAND_IN ? ['--disable-extensions', '--disable-workspace-trust'] : []),
  ],
}).catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
