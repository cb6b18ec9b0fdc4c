import assert from 'node:assert/strict';
import { recognize } from '../unit/citations/kit.js';
import { cpuOf } from './time.js';

describe('citations of texts made to be slow', () => {
  // Each is a piece that starts something and never ends it.
  const SLOW = [
    'resolutions 75/158, on x y z ',
    'resolutions 75/158, ',
    '75/158 ',
    'A/',
    'A/75/',
    'A/75/292-',
    '(',
    '((',
    '“',
    'paragraphs 5, ',
    'paragraph 5 of the report of ',
    'article 5, paragraph 1, and ',
    'seventy-',
    'first and ',
    '12 ',
    '12, ',
    '12 and ',
    '5 October and ',
    'its resolution ',
    'Council ',
    'United Nations ',
    'ibid. ',
    'that resolution ',
    '(A B C D E F ',
    'A ',
    'hereinafter “',
    '“a” means ',
    'para. 5, ',
    'S/RES/',
    '[^',
    '<sup>',
    'Ghana (',
    '2020–',
    '3.30 p.m.–',
    '1325 (2000) ',
    'the Convention ',
    'article 5 of the Convention ',
    'paragraph 5 of article 5 ',
    'Council resolution 75/1 ',
    'its resolution 75/1 of ',
    'para. 5 of which ',
    'https://a ibid. ',
    'Conference resolution 5/1 ',
  ];
  /** The best of three. */
  const time = (t: string): number =>
    Math.min(...[1, 2, 3].map(() => cpuOf(() => recognize(t, { body: 'General Assembly' }))));
  for (const piece of SLOW) {
    it(JSON.stringify(piece), () => {
      const short = piece.repeat(Math.ceil(10000 / piece.length));
      const before = time(short);
      const after = time(short.repeat(16));
      // Sixteen times the text: quadratic growth would take two hundred and fifty times as long.
      assert.ok(after < Math.max(before * 80, 250), `${before.toFixed(1)} ms, then ${after.toFixed(1)} ms`);
    });
  }
});
