import assert from 'node:assert/strict';
import {
  formatNormalized,
  formatNumber,
  formatTableSymbol,
  fromRoman,
  parseDesignator,
  parseNumber,
} from '../../../server/src/catalogue/designator.js';

/** As written, normalized, as cited, as the table writes it. */
const CASES: readonly (readonly [string, string, string, string?])[] = [
  ['A/RES/75/158', 'A/RES/75/158', '75/158'],
  ['a/res/75/158', 'A/RES/75/158', '75/158'],
  ['A / RES / 75 / 158', 'A/RES/75/158', '75/158'],
  ['A/RES/48/75C', 'A/RES/48/75C', '48/75 C'],
  ['A/RES/48/75 C', 'A/RES/48/75C', '48/75 C'],
  ['A/RES/37/100[A]', 'A/RES/37/100A', '37/100 A'],
  ['A/RES/75/254A-C', 'A/RES/75/254A-C', '75/254 A-C'],
  ['A/RES/217(III)A', 'A/RES/217(III)A', '217 A (III)'],
  ['A/RES/217 A (III)', 'A/RES/217(III)A', '217 A (III)'],
  ['A/RES/217(III)[A]', 'A/RES/217(III)A', '217 A (III)'],
  ['A/RES/3201(S-VI)', 'A/RES/3201(S-VI)', '3201 (S-VI)'],
  ['A/RES/ES-11/5', 'A/RES/ES-11/5', 'ES-11/5'],
  ['A/RES/S-21/2', 'A/RES/S-21/2', 'S-21/2'],
  ['A/DEC/74/512', 'A/DEC/74/512', '74/512'],
  ['S/RES/2546 (2020)', 'S/RES/2546(2020)', '2546 (2020)'],
  ['S/RES/2546', 'S/RES/2546', '2546'],
  ['E/RES/2015/23', 'E/RES/2015/23', '2015/23'],
  ['E/RES/1503(XLVIII)', 'E/RES/1503(XLVIII)', '1503 (XLVIII)'],
  ['A/HRC/RES/35/5', 'A/HRC/RES/35/5', '35/5'],
  ['E/CN.9/RES/2004/1', 'E/CN.9/RES/2004/1', '2004/1'],
  ['CTOC/COP/RES/10/3', 'CTOC/COP/RES/10/3', '10/3', 'CTOC/COP resolution 10/3'],
  ['CTOC/COP resolution 10/3', 'CTOC/COP/RES/10/3', '10/3', 'CTOC/COP resolution 10/3'],
  ['CND resolution 62/1', 'E/CN.7/RES/62/1', '62/1', 'CND resolution 62/1'],
  ['UNEP/EA.5/Res.14', 'UNEP/EA.5/Res.14', '5/14'],
];

describe('catalogue: designators', () => {
  for (const [written, normalized, number, symbol = normalized] of CASES) {
    it(`reads ${written}`, () => {
      const designator = parseDesignator(written);
      assert.ok(designator);
      assert.equal(formatNormalized(designator), normalized);
      assert.equal(formatNumber(designator), number);
      assert.equal(formatTableSymbol(designator), symbol);
      assert.deepEqual(parseDesignator(normalized), designator);
    });
  }

  for (const text of [
    '',
    'A/75/292',
    '75/158',
    'A/RES/',
    'A/RES/75',
    'A/RES/x/158',
    'A/RES/X/158',
    'A/RES/64(2010)',
    'A/RES/64(75)',
    'S/RES/2020/2546',
    'A/RES/75/158/9',
    'A/RES/75/123456',
    'and/or',
    'B '.repeat(50),
    'A/RES/217(III',
  ]) {
    it(`takes no designator for one: ${JSON.stringify(text.slice(0, 20))}`, () => {
      const read = parseDesignator(text);
      assert.equal(read?.session === '' ? null : read, null);
    });
  }

  it('reads numbers as they are cited', () => {
    assert.deepEqual(parseNumber('75/158'), { session: '75', number: 158, suffix: '' });
    assert.deepEqual(parseNumber('217 A (III)'), { session: 'III', number: 217, suffix: 'A' });
    assert.deepEqual(parseNumber('217(III)A'), { session: 'III', number: 217, suffix: 'A' });
    assert.deepEqual(parseNumber('ES‑11/5'), { session: 'ES-11', number: 5, suffix: '' });
    assert.deepEqual(parseNumber('2546'), { session: '', number: 2546, suffix: '' });
    assert.equal(parseNumber('12/10/2020'), null);
    assert.equal(parseNumber('217 A'), null);
    assert.equal(parseNumber('217 A (III) B'), null);
  });

  it('reads roman numbers', () => {
    assert.deepEqual(
      ['I', 'IV', 'IX', 'XIV', 'XXX', 'XLVIII', 'LV'].map(fromRoman),
      [1, 4, 9, 14, 30, 48, 55],
    );
    assert.equal(fromRoman('75'), null);
  });
});
