import assert from 'node:assert/strict';
import { Draft } from '../../server/src/document/draft.js';
import { renderHtml } from '../../server/src/render/html.js';
import { cpuOf } from './time.js';

/** Marks that open something and never close it. */
const MARKS = [
  '*',
  '_',
  '[',
  '![',
  '[^',
  '`',
  '<',
  '<sup>',
  '</b>',
  '<!--',
  '](',
  '**a ',
  '| ',
  '&',
  '~~',
  'https://',
];

const time = (text: string): number =>
  cpuOf(() => renderHtml(new Draft(`# R\n\n1. ${text}\n`), { view: 'reading', wordsPerMinute: 110 }));

describe('the preview of texts made to be slow', () => {
  for (const mark of MARKS) {
    it(JSON.stringify(mark), () => {
      time(mark.repeat(2_000));
      const small = time(mark.repeat(10_000));
      // The least of three: what is swept up in between counts for nothing.
      const large = Math.min(...[1, 2, 3].map(() => time(mark.repeat(40_000))));
      assert.ok(large < 60 + small * 10, `${small} ms, four times the text ${large} ms`);
    });
  }
});
