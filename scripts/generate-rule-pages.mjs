// Writes docs/rules/<code>.md for each rule and docs/rules/README.md, out of the table of rules. `--check` writes
// nothing and fails where a page is not what the table says. Run through tsx: the table is TypeScript.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEFT_OUT } from '../server/src/rules/leftOut.ts';
import { rulePages } from '../server/src/rules/pages.ts';
import { RULES } from '../server/src/rules/table.ts';

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const pages = rulePages(RULES, LEFT_OUT);
const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
const stale = [];
for (const [name, text] of pages) {
  const file = path.join(folder, name);
  let before = null;
  try {
    before = readFileSync(file, 'utf8');
  } catch {
    // A page that is not there yet.
  }
  if (before === text) continue;
  stale.push(name);
  if (!check) writeFileSync(file, text);
}
for (const name of readdirSync(folder)) {
  if (pages.has(name)) continue;
  stale.push(name);
  if (!check) rmSync(path.join(folder, name));
}
if (check && stale.length > 0) {
  console.error(`Not what the table of rules says: ${stale.join(', ')}. Run \`npm run docs\`.`);
  process.exitCode = 1;
} else {
  console.log(
    check ? `${pages.size} pages are up to date.` : `${stale.length} of ${pages.size} pages written.`,
  );
}
