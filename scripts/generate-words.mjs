// Generates the word lists for spell checkers from the tables of names: data/words/un-names.txt (one word a line) and
// data/words/cspell-ext.json with data/words/un-names.cspell.txt (a cSpell dictionary).
//
//     node --import tsx scripts/generate-words.mjs             writes the files
//     node --import tsx scripts/generate-words.mjs --check     says whether they are up to date (exit status 1: they are not)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordFiles } from '../server/src/rules/tables/gazetteer.ts';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../data/words');
const check = process.argv.includes('--check');
let stale = false;
if (!check) mkdirSync(folder, { recursive: true });
for (const [name, text] of wordFiles()) {
  const file = path.join(folder, name);
  if (!check) {
    writeFileSync(file, text);
    continue;
  }
  let now = '';
  try {
    now = readFileSync(file, 'utf8');
  } catch {
    // A file that is not there is not up to date.
  }
  if (now !== text) {
    console.error(`data/words/${name} is not up to date: run scripts/generate-words.mjs.`);
    stale = true;
  }
}
process.exitCode = stale ? 1 : 0;
