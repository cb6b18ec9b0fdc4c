// A browser to drive the workbench with: one that is installed, or Chromium from npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { packagedChromium } from './bootstrap.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** What the Chromium from npm does not bring along, and where Debian and its kin keep it. */
const LIBRARIES = { 'libnss3.so': 'libnss3', 'libnspr4.so': 'libnspr4', 'libexpat.so.1': 'libexpat1' };

/** Starts a headless browser with playwright-core; `options` are those of its `launch`. */
export async function launchBrowser({ args = [], ...options } = {}) {
  const { chromium } = await import('playwright-core');
  const installed = installedBrowser();
  const { executable, fonts } = installed ? { executable: installed } : packagedChromium();
  const env = { ...process.env };
  if (fonts && !existsSync('/etc/fonts')) env.FONTCONFIG_PATH = fonts;
  try {
    return await chromium.launch({
      executablePath: executable,
      headless: true,
      args: [...ARGUMENTS, ...args],
      env,
      ...options,
    });
  } catch (error) {
    const missing = missingLibraries(executable);
    if (missing.length === 0) throw error;
    const packages = missing.map((name) => LIBRARIES[name] ?? name).join(' ');
    throw new Error(`The browser lacks ${missing.join(', ')}. Install with: apt-get install -y ${packages}`, {
      cause: error,
    });
  }
}

function installedBrowser() {
  const named = process.env.PLENARY_CHROMIUM;
  if (named) return named;
  if (process.platform === 'darwin') return MAC_APPLICATIONS.find((file) => existsSync(file));
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((dir) => path.join(dir, name))).find((file) => existsSync(file));
}

/** The shared libraries that the loader does not find for an executable. */
export function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}
