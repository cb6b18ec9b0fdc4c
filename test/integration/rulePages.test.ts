import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { LEFT_OUT } from '../../server/src/rules/leftOut.js';
import { rulePages } from '../../server/src/rules/pages.js';
import { RULES } from '../../server/src/rules/table.js';

const FOLDER = new URL('../../docs/rules/', import.meta.url);

describe('The pages of the rules', () => {
  const pages = rulePages(RULES, LEFT_OUT);

  it('are those of the table', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), [...pages.keys()].sort(), 'Run `npm run docs`.');
  });

  it('say what the table says', () => {
    for (const [name, text] of pages)
      assert.equal(readFileSync(new URL(name, FOLDER), 'utf8'), text, `${name}: run \`npm run docs\`.`);
  });
});
