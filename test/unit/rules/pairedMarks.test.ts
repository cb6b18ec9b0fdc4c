import assert from 'node:assert/strict';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** How many single marks are told of a paragraph between words. */
function told(marks: string): number {
  const text = `Report of the Secretary-General\n\n1. The Office met ${marks} in the spring of that year.\n`;
  return new OpenDraft(text)
    .findings()
    .filter(({ rule }) => /^(?:parenthesis|quotation-marks)-unmatched$/.test(rule.code)).length;
}

describe('Parentheses and quotation marks without their other half', () => {
  for (const mark of ['(', '“']) {
    it(`are told one by one: ${mark}`, () => {
      assert.equal(told(mark), 1);
      assert.equal(told(`${mark}a `.repeat(40)), 40);
    });

    it(`are a drawing or a formula where there are more: ${mark}`, () => {
      assert.equal(told(`${mark}a `.repeat(41)), 0);
    });
  }
});
