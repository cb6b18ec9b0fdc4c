import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Catalogue } from '../../server/src/catalogue/catalogue.js';
import { describeSymbol } from '../../server/src/catalogue/describe/symbol.js';
import { english } from '../../server/src/catalogue/messages.js';
import { CatalogueView } from '../../server/src/catalogue/view.js';
import { cpuOf } from './time.js';

/** Of several runs: what else the machine does must not count. */
const quickest = (run: () => unknown): number => Math.min(...Array.from({ length: 5 }, () => cpuOf(run)));

describe('the compiled catalogue', () => {
  it('is quick once it is warm', () => {
    const bytes = readFileSync(new URL('../../data/catalogue.bin', import.meta.url));
    const opened = Catalogue.open(bytes);
    assert.ok(opened.ok);
    const { catalogue } = opened;
    const view = new CatalogueView(catalogue);
    const entries = [...catalogue.rows()].slice(0, 500);
    assert.ok(quickest(() => Catalogue.open(bytes)) < 30);
    assert.ok(quickest(() => view.get('A/RES/75/158')) < 1);
    assert.ok(quickest(() => describeSymbol('A/RES/75/158', view, english)) < 1);
    assert.ok(quickest(() => entries.map((entry) => catalogue.get(entry.symbol))) < 500);
    for (const query of [
      'trafficking women',
      'a',
      'un',
      's',
      'situation middle east',
      'convention',
      'traficking in wimen',
    ]) {
      assert.ok(quickest(() => catalogue.search(query, { limit: 50 })) < 10, query);
    }
    for (const typed of ['7', '75', '75/1', '2', 'A/RES/', 'S/RES/25']) {
      assert.ok(quickest(() => catalogue.completeNumber(typed)) < 10, typed);
    }
  });
});
