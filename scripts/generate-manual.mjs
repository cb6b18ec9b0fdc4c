/**
 * Writes server/man/plenary.1, the manual page of the command line, out of its commands. Run through tsx:
 * `npx tsx scripts/generate-manual.mjs`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { manual } from '../server/src/cli/manual.ts';
import { program } from '../server/src/cli/program.ts';
import { VERSION } from '../server/src/version.ts';

const file = fileURLToPath(new URL('../server/man/plenary.1', import.meta.url));
await mkdir(new URL('../server/man/', import.meta.url), { recursive: true });
await writeFile(file, manual(program(), VERSION));
console.log('server/man/plenary.1');
