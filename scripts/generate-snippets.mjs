/**
 * Writes snippets/un-document.json, the snippets that the extension contributes, from the tables of the engine.
 * Run through tsx: `npx tsx scripts/generate-snippets.mjs`; with `--check` nothing is written, and a file that differs
 * ends in exit status 1.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { snippetContribution } from '../server/src/templates/contribution.ts';

const file = fileURLToPath(new URL('../snippets/un-document.json', import.meta.url));
const options = await resolveConfig(file);
const wanted = await format(JSON.stringify(snippetContribution()), { ...options, filepath: file });

if (process.argv.includes('--check')) {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error(
      'snippets/un-document.json is not what the tables say: run npx tsx scripts/generate-snippets.mjs',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
  console.log(`snippets/un-document.json: ${Object.keys(JSON.parse(wanted)).length} snippets`);
}
