import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Catalogue } from '../../server/src/catalogue/catalogue.js';
import { describeSymbol } from '../../server/src/catalogue/describe/symbol.js';
import { toPlainText } from '../../server/src/catalogue/describe/render.js';
import { lookup } from '../../server/src/catalogue/lookup.js';
import { english } from '../../server/src/catalogue/messages.js';
import { RESOLUTION_COLUMNS } from '../../server/src/catalogue/rows.js';
import { CatalogueView } from '../../server/src/catalogue/view.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILE = path.join(ROOT, 'data/catalogue.bin');
/** The tables that the catalogue is compiled from; they are not part of the project. */
const TABLES = path.join(ROOT, '../shared/data');

function open(): Catalogue {
  const opened = Catalogue.open(readFileSync(FILE));
  assert.ok(opened.ok);
  return opened.catalogue;
}

describe('the compiled catalogue', () => {
  const catalogue = open();
  const view = new CatalogueView(catalogue);

  it('holds every row of the tables as it is there', function () {
    if (!existsSync(TABLES)) {
      // The tables are where the project is made, not in a clone of it.
      this.skip();
    }
    const lines = readFileSync(path.join(TABLES, 'resolutions.tsv'), 'utf8').replace(/\n$/, '').split('\n');
    assert.deepEqual(
      lines[0]!.split('\t'),
      RESOLUTION_COLUMNS.map(([column]) => column),
    );
    const wanted = lines.slice(1).sort();
    const got = [...catalogue.rows()]
      .map((row) => RESOLUTION_COLUMNS.map(([, key]) => row[key]).join('\t'))
      .sort();
    assert.equal(got.length, wanted.length);
    got.forEach((line, i) => assert.equal(line, wanted[i]));
  });

  it('finds each of its rows by symbol and by number', () => {
    let rows = 0;
    for (const entry of catalogue.rows()) {
      rows++;
      assert.deepEqual(catalogue.get(entry.normalized), entry);
      assert.deepEqual(catalogue.get(entry.symbol), entry);
      assert.ok(catalogue.byNumber(entry.number).some((other) => other.normalized === entry.normalized));
    }
    assert.equal(rows, catalogue.size);
    assert.equal(rows, 23152);
    assert.equal([...catalogue.citations()].length, 31476);
  });

  it('explains its rows in whole sentences', () => {
    for (const entry of [...catalogue.rows()].filter((_, i) => i % 5 === 0)) {
      const text = toPlainText(describeSymbol(entry.normalized, view, english)!, english);
      assert.ok(!/[{}]|undefined|NaN| {3}/.test(text.replace(entry.title, '')), text);
    }
  }).timeout(60_000);

  it('knows what people ask for', () => {
    const first = (query: string): string => lookup(query, view, english).matches[0]?.id ?? '';
    assert.ok(
      catalogue.search('trafficking women', { limit: 3 }).some((hit) => hit.entry.number === '75/158'),
    );
    assert.equal(first('General Assembly resolution 75/158'), 'A/RES/75/158');
    assert.equal(first('2030 agenda transforming'), 'A/RES/70/1');
    assert.equal(first('217 A (III)'), 'A/RES/217(III)A');
    const family = view.family('A/RES/76/186').map((entry) => entry.number);
    for (const number of ['70/179', '74/176', '78/228']) assert.ok(family.includes(number), number);
    assert.ok(view.citedBy('A/RES/217(III)').count > 250);
    assert.equal(view.existence('A/RES/75/329').status, 'absent');
  });

  it('is small', () => {
    assert.ok(readFileSync(FILE).length < 2.5 * 1024 * 1024);
  });
});
