import assert from 'node:assert/strict';
import { recognize } from '../unit/citations/kit.js';
import { SLOW } from './texts.js';
import { cpuOf } from './time.js';

describe('citations of texts made to be slow', () => {
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
