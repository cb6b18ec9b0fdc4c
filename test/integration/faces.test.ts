import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the tests that a cell names by its first word lie. */
const FOLDERS: Readonly<Record<string, string>> = {
  host: 'test/host/suite',
  web: 'test/host/suite',
  protocol: 'test/protocol',
  cli: 'test/cli',
  unit: 'test/unit',
  ui: 'test/ui',
};

describe('The table of docs/faces.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs/faces.md'), 'utf8');
  const rows = page
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| ?(-|\|)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

  it('has a cell for each face', () => {
    assert.ok(rows.length > 12);
    for (const row of rows) assert.equal(row.length, 6, row[0]);
  });

  it('names a test in each cell, or says why there is none', () => {
    for (const [feature, ...cells] of rows) {
      for (const cell of cells) {
        const place = `${feature}: ${cell}`;
        const named = [...cell.matchAll(/\b(host|web|protocol|cli|unit|ui) `(\w+)`/g)];
        for (const [, part, name] of named) {
          const folder = path.join(ROOT, FOLDERS[part!]!);
          assert.ok(
            existsSync(path.join(folder, `${name}.test.ts`)) || existsSync(path.join(folder, name!)),
            place,
          );
        }
        assert.ok(named.length > 0 || /^–|\b(editors|demo)\b|^(node-ipc|worker)\b/.test(cell), place);
      }
    }
  });

  it('tells the same of both extension hosts, which run one suite', () => {
    for (const [feature, desktop, browser] of rows) {
      const names = (cell: string | undefined): string[] =>
        [...(cell ?? '').matchAll(/\b(?:host|web) `(\w+)`/g)].map(([, n]) => n!);
      assert.deepEqual(names(desktop), names(browser), feature);
    }
  });
});
