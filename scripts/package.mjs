#!/usr/bin/env node
// Makes the .vsix: builds for production and packs what .vscodeignore lets through. An argument names the file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Packs into `file` and returns its size in bytes. Everything that runs is bundled: no dependencies are packed. */
export function packageExtension(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/@vscode/vsce/vsce'),
      'package',
      '--no-dependencies',
      // Whoever publishes sets the repository; until then links in the README stay as they are.
      '--no-rewrite-relative-links',
      ...['--out', file],
    ],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) throw new Error('vsce could not make the package; what is above says why.');
  return statSync(file).size;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const file = path.resolve(process.argv[2] ?? `${name}-${version}.vsix`);
  try {
    const size = packageExtension(file);
    console.log(`${path.relative(process.cwd(), file)}: ${(size / 2 ** 20).toFixed(2)} MB`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
