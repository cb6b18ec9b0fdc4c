#!/usr/bin/env node
// Makes the demo page: one file that holds the engine, its facts and everything else, and is opened without a server.
//
//   npm run demo               builds docs/demo/plenary.html and opens it in the browser
//   npm run demo -- --no-open  builds it and prints its address
//   npm run demo -- FILE       writes it elsewhere
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(ROOT, ...parts);
const PAGE = at('docs/demo/plenary.html');

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Builds the page into `file` and returns its size in bytes. */
export async function buildDemo(file = PAGE) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['docs/demo/demo.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.md': 'text' },
    alias: { 'plenary-language-server': at('server/src/index.ts') },
    mainFields: ['browser', 'module', 'main'],
    logLevel: 'warning',
  });
  // Inside of a page the beginning of a comment and an end tag count, whatever they mean in the script.
  const script = outputFiles[0].text
    .trim()
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '\\x3c!--');
  const style = readFileSync(at('docs/demo/demo.css'), 'utf8').trim();
  const catalogue = gzipSync(readFileSync(at('data/catalogue.bin')), { level: 9 }).toString('base64');
  // Nothing is loaded and nothing is sent: only this script and this style count, and no connection is allowed.
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = { policy, style, catalogue, script };
  const page = readFileSync(at('docs/demo/index.html'), 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => parts[name],
  );
  writeFileSync(file, page);
  return Buffer.byteLength(page);
}

function show(address) {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {
      // No browser that could be told: the address is printed in any case.
    })
    .unref();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    options: { 'no-open': { type: 'boolean' } },
    allowPositionals: true,
  });
  const file = path.resolve(positionals[0] ?? PAGE);
  const size = await buildDemo(file);
  const address = pathToFileURL(file).href;
  console.log(`${(size / 2 ** 20).toFixed(1)} MB. Open it in any browser:\n\n  ${address}\n`);
  if (!values['no-open']) show(address);
}
