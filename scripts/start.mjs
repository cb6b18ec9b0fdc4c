#!/usr/bin/env node
// Opens an editor with Plenary loaded on samples/: installs what is missing, builds, and starts VS Code when `code` is
// on the PATH, the workbench from npm in your browser otherwise. Uses nothing but Node until it has installed the rest.
//
//   npm start                 as above
//   npm start -- --browser    the workbench, even where VS Code is installed
//   npm start -- --port 8100  the workbench at that port
//   npm start -- --check      starts the workbench, waits until it answers, and ends
//   npm start -- FOLDER       on another folder than samples/
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(ROOT, ...parts);
const DEFAULT_PORT = 8731;
const WINDOWS = process.platform === 'win32';

const { values, positionals } = parseArgs({
  options: { browser: { type: 'boolean' }, check: { type: 'boolean' }, port: { type: 'string' } },
  allowPositionals: true,
});
const folder = path.resolve(positionals[0] ?? at('samples'));
if (!existsSync(folder)) fail(`There is no folder ${folder}.`);
if (values.port !== undefined && !(Number(values.port) > 0)) fail(`"${values.port}" is no port.`);

installDependencies();
const { build } = await import('./build.mjs');
try {
  await build();
} catch {
  fail('The build failed; what is above says why.');
}
console.log('Built.');

if (!values.browser && !values.check && hasCode()) openCode();
else await openWorkbench();

/** What npm last installed is told by the time of a file of its own. */
function installDependencies() {
  const installed = statSync(at('node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed && installed.mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return;
  console.log('Installing what the build needs …');
  // The build follows in any case: npm need not run it as well.
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: WINDOWS,
  });
  if (status !== 0) fail('npm install failed; what is above says why.');
}

function hasCode() {
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell: WINDOWS }).status === 0;
}

function openCode() {
  const { status } = spawnSync('code', [`--extensionDevelopmentPath=${ROOT}`, folder], {
    stdio: 'inherit',
    shell: WINDOWS,
  });
  if (status !== 0) fail('VS Code could not be started. Try: npm start -- --browser');
  console.log(`VS Code opens ${path.relative(process.cwd(), folder) || '.'} with Plenary loaded.`);
}

async function openWorkbench() {
  const { linkExtension, startWorkbench, workbenchAddress } = await import('./vscode-host/server.mjs');
  const dir = at('.cache/workbench');
  mkdirSync(dir, { recursive: true });
  const server = await startWorkbench({
    dir,
    extensionsDir: linkExtension(dir, ROOT),
    port: values.port ? Number(values.port) : values.check ? 0 : await freePort(DEFAULT_PORT),
    // Other pages in the same browser must not be able to use it.
    token: randomBytes(16).toString('hex'),
  });
  const address = workbenchAddress(server.url, { folder });
  if (!(await answers(address))) {
    await server.stop();
    fail('The workbench does not answer as it should; .cache/workbench/workbench.log may say why.');
  }
  if (values.check) {
    await server.stop();
    console.log('The editor answers.');
    return;
  }
  console.log(`\nOpen this address in your browser (Ctrl+C ends it):\n\n  ${address.href}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop());
  await server.ended;
}

/** Whether the workbench is at that address. It takes the secret out of the address and into a cookie first. */
async function answers(address) {
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const target = new URL(first.headers.get('location') ?? address, address);
  const page = await fetch(target, { headers: { cookie } });
  return page.ok && (await page.text()).includes('vscode-workbench-web-configuration');
}

/** `wanted` when nothing listens there, else 0: any. */
function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)));
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
