#!/usr/bin/env node
// Runs the command line out of this repository, for the GitHub Action and for pre-commit; builds it where that was not
// done. With --action the arguments come from the inputs of action.yml, as PLENARY_… in the environment.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.join(ROOT, 'server/dist/plenary.cjs');

/** Options of `plenary check` by the variable that holds their value. */
const OPTIONS = {
  PLENARY_SEVERITY: '--severity',
  PLENARY_MAX_WARNINGS: '--max-warnings',
  PLENARY_BASELINE: '--baseline',
  PLENARY_CONFIG: '--config',
  PLENARY_KIND: '--kind',
};

/** Builds the command line. Its words go to standard error: standard output belongs to the program. */
function prepare() {
  if (existsSync(path.join(ROOT, 'server/dist/plenary.cjs'))) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  for (const [command, ...args] of [
    [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    [process.execPath, path.join(ROOT, 'scripts/build.mjs'), '--production'],
  ]) {
    const { status, error } = spawnSync(command, args, options);
    if (status === 0) continue;
    console.error(`plenary: The command line could not be built (${error?.message ?? `status ${status}`}).`);
    process.exit(2);
  }
}

function run(args, stdio = 'inherit') {
  const { status, stdout, error } = spawnSync(process.execPath, [PROGRAM, ...args], {
    stdio,
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  return { status: status ?? 2, stdout };
}

prepare();
const args = process.argv.slice(2);
if (args[0] !== '--action') {
  process.exitCode = run(args).status;
} else {
  const { env } = process;
  const files = (env.PLENARY_FILES ?? '').split(/\r?\n/).map((line) => line.trim());
  const wanted = files.filter((line) => line !== '');
  const common = Object.entries(OPTIONS).flatMap(([name, option]) => (env[name] ? [option, env[name]] : []));
  const check = ['check', ...common];
  const documents = ['--', ...(wanted.length > 0 ? wanted : ['.'])];
  const { status } = run([...check, '--format', 'github', ...documents]);
  process.exitCode = status;
  if (env.PLENARY_SARIF) {
    const sarif = run([...check, '--format', 'sarif', ...documents], ['ignore', 'pipe', 'ignore']);
    if (sarif.status !== 2 || sarif.stdout.length > 0) writeFileSync(env.PLENARY_SARIF, sarif.stdout);
  }
}
