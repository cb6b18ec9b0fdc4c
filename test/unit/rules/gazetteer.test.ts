import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gazetteerWords, wordFiles } from '../../../server/src/rules/tables/gazetteer.js';

describe('Word lists for spell checkers', () => {
  const words = new Set(gazetteerWords());

  for (const word of ['Eswatini', 'Türkiye', 'Plurinational', 'UNODC', 'MINUSMA', 'policymakers', 'Timor']) {
    it(`have ${word}`, () => assert.ok(words.has(word)));
  }

  it('have no small words, no figures, and each word once', () => {
    const list = gazetteerWords();
    assert.equal(new Set(list).size, list.length);
    for (const word of list) assert.match(word, /^[\p{L}\p{M}'’]{3,}$/u);
  });

  it('are up to date', () => {
    for (const [name, text] of wordFiles()) {
      const file = new URL(`../../../data/words/${name}`, import.meta.url);
      assert.equal(readFileSync(file, 'utf8'), text, `${name}: run scripts/generate-words.mjs`);
    }
  });
});
