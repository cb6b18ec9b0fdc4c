import assert from 'node:assert/strict';
import {
  citeForm,
  normalizeDesignatorText,
  parseNormalized,
} from '../../../server/src/citations/normalize.js';
import { romanValue, toRoman } from '../../../server/src/citations/numerals.js';
import { ordinalFigures, ordinalWords, parseOrdinal } from '../../../server/src/text/ordinals.js';

describe('normalized forms', () => {
  const ROWS: readonly (readonly [
    stem: string,
    decision: boolean,
    text: string,
    normalized: string,
    cited: string,
  ])[] = [
    ['A', false, '75/158', 'A/RES/75/158', 'General Assembly resolution 75/158'],
    ['A', false, '217 A (III)', 'A/RES/217(III)A', 'General Assembly resolution 217 A (III)'],
    ['A', false, '3201 (S-VI)', 'A/RES/3201(S-VI)', 'General Assembly resolution 3201 (S-VI)'],
    ['A', false, 'ES-11/5', 'A/RES/ES-11/5', 'General Assembly resolution ES-11/5'],
    ['A', false, 'S-21/2', 'A/RES/S-21/2', 'General Assembly resolution S-21/2'],
    ['A', false, '52/212 B', 'A/RES/52/212B', 'General Assembly resolution 52/212 B'],
    ['A', true, '75/511', 'A/DEC/75/511', 'General Assembly decision 75/511'],
    ['S', false, '2546 (2020)', 'S/RES/2546(2020)', 'Security Council resolution 2546 (2020)'],
    ['E', false, '2015/23', 'E/RES/2015/23', 'Economic and Social Council resolution 2015/23'],
    [
      'E',
      false,
      '1503 (XLVIII)',
      'E/RES/1503(XLVIII)',
      'Economic and Social Council resolution 1503 (XLVIII)',
    ],
    ['A/HRC', false, '35/5', 'A/HRC/RES/35/5', 'Human Rights Council resolution 35/5'],
    [
      'E/CN.9',
      false,
      '2004/1',
      'E/CN.9/RES/2004/1',
      'Commission on Population and Development resolution 2004/1',
    ],
    ['UNEP/EA', false, '5/14', 'UNEP/EA.5/Res.14', 'United Nations Environment Assembly resolution 5/14'],
    ['E/ECE', true, 'C (71)', 'E/ECE/DEC/C(71)', 'Economic Commission for Europe decision C (71)'],
  ];
  for (const [stem, decision, text, normalized, cited] of ROWS) {
    it(`${text} of ${stem}`, () => {
      assert.equal(normalizeDesignatorText(text, stem, decision), normalized);
      assert.equal(citeForm(normalized)?.full, cited);
      assert.equal(parseNormalized(normalized)?.number, text);
    });
  }

  it('gives null for what is none', () => {
    for (const text of ['', '75/', 'resolution 75/158', '75/158 and more', '12/10/2020']) {
      assert.equal(normalizeDesignatorText(text, 'A', false), null, text);
    }
    for (const text of ['', 'A/75/158', 'RES', '/RES/1']) assert.equal(citeForm(text), null, text);
  });
});

describe('ordinals', () => {
  it('are written and read back, up to the hundreds', () => {
    for (let n = 1; n < 1000; n++) {
      assert.equal(parseOrdinal(ordinalWords(n)), n);
      assert.equal(parseOrdinal(ordinalFigures(n)), n);
    }
    assert.equal(ordinalWords(75), 'seventy-fifth');
    assert.equal(ordinalWords(112), 'one hundred and twelfth');
    assert.deepEqual([1, 2, 3, 11, 12, 13, 21, 112].map(ordinalFigures), [
      '1st',
      '2nd',
      '3rd',
      '11th',
      '12th',
      '13th',
      '21st',
      '112th',
    ]);
    for (const text of ['', 'fifthly', 'seventy', '75', 'twenty-tenth', 'and first'])
      assert.equal(parseOrdinal(text), 0, text);
    for (const n of [0, -1, 1.5, 1000]) assert.equal(ordinalWords(n), '');
  });
});

describe('roman numerals', () => {
  it('are canonical', () => {
    for (let n = 1; n < 400; n++) assert.equal(romanValue(toRoman(n)), n);
    for (const text of ['', 'IIII', 'IC', 'VX', 'ABC', 'i']) assert.equal(romanValue(text), 0, text);
  });
});
