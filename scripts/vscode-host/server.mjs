// Starts the workbench's server: VS Code for the browser with an extension host on this computer.
import { spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { workbench } from './bootstrap.mjs';

/** What a fresh workbench would show and do by itself has no place in a test or a first look. */
export const SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
};

/**
 * Starts a server that keeps all it writes in `dir`. Resolves when it listens, with its address, its end and a way to
 * stop it. `token`: a secret that the address then carries. `port` 0: any free one. `development`: an extension and a suite
 * may be named in the address; messages to the user are then kept back behind the bell.
 */
export async function startWorkbench({
  dir,
  settings = {},
  extensionsDir,
  token,
  port = 0,
  development = false,
  logFile,
}) {
  const { node, serverMain } = workbench();
  const data = path.join(dir, 'data');
  for (const part of ['User', 'Machine']) mkdirSync(path.join(data, 'data', part), { recursive: true });
  const file = path.join(data, 'data/User/settings.json');
  // A person's own settings stay as they are.
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const log = createWriteStream(logFile ?? path.join(dir, 'workbench.log'));
  const env = {
    ...process.env,
    HOME: dir,
    XDG_CONFIG_HOME: path.join(dir, 'config'),
    XDG_DATA_HOME: path.join(dir, 'share'),
    XDG_RUNTIME_DIR: dir,
    TMPDIR: dir,
    // Without the gallery nothing is asked of the network.
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
  };
  delete env.NODE_OPTIONS;
  delete env.VSCODE_IPC_HOOK_CLI;
  const args = [
    ...[serverMain, '--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
    ...['--server-data-dir', data],
    ...(extensionsDir ? ['--extensions-dir', path.resolve(extensionsDir)] : []),
    // A built VS Code takes an extension under development from the address only with this.
    ...(development ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  const stop = async () => {
    child.kill('SIGTERM');
    const slow = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(slow);
    log.end();
  };
  try {
    return { url: await listening(child, log), pid: child.pid, ended, stop, log };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`The workbench ${why}.\n${output}`));
    const slow = setTimeout(() => fail('did not start within a minute'), 60_000);
    const read = (chunk) => {
      log.write(chunk);
      if (output === undefined) return;
      output += chunk;
      const address = /Web UI available at (http\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(slow);
      const url = new URL(address);
      url.hostname = '127.0.0.1';
      output = undefined;
      resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

/**
 * A folder of extensions that holds the one in `extension` as if it were installed, by a link: what is built anew there
 * is what runs after a reload. Returns the folder, which lies in `dir`.
 */
export function linkExtension(dir, extension) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  const extensions = path.join(dir, 'extensions');
  // What an earlier version left behind would be found as well.
  rmSync(extensions, { recursive: true, force: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(path.resolve(extension), path.join(extensions, `${publisher}.${name}-${version}`), 'junction');
  return extensions;
}

/** The address that opens `folder`, a path or an address of another file system, with the extension under development in `extension`, and runs `tests` in it. */
export function workbenchAddress(url, { folder, extension, tests }) {
  const remote = (file) => `vscode-remote://${url.host}${path.resolve(file)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const address = new URL(url);
  address.searchParams.set('folder', /^[\w-]{2,}:/.test(folder) ? folder : path.resolve(folder));
  address.searchParams.set('payload', JSON.stringify(payload));
  return address;
}
