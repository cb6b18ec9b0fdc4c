#!/usr/bin/env node
// Stands in for the desktop's `code` where there is none: `runTests` of @vscode/test-electron starts it with the
// arguments of the desktop, and the workbench from npm does what they ask for.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost } from './host.mjs';

const options = {};
const paths = [];
for (const argument of process.argv.slice(2)) {
  const option = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (option) options[option[1]] = option[2] ?? true;
  else paths.push(argument);
}

/** A suite that does not end by itself within this time has failed. Milliseconds. */
const PATIENCE = Number(process.env.PLENARY_HOST_TIMEOUT ?? 300) * 1000;

const host = await startHost({
  folder: paths.find((file) => existsSync(file)) ?? mkdtempSync(path.join(tmpdir(), 'plenary-empty-')),
  extension: options.extensionDevelopmentPath,
  tests: options.extensionTestsPath,
  logFile: process.env.PLENARY_HOST_LOG,
});
host.onReport = (line) => console.log(line);
for (const line of host.report) console.log(line);
const slow = setTimeout(() => host.end('no end within the time allowed'), PATIENCE);
const code = await host.exit;
clearTimeout(slow);
// The last lines of the report travel on another way than the exit code.
await new Promise((resolve) => setTimeout(resolve, 200));
await host.close();
if (code !== 0) console.error(`The extension host ended with: ${code}`);
process.exit(code === 0 ? 0 : 1);
