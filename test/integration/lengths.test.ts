import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LIMITS, SHORT } from '../../server/src/document/features.js';

/** Where lengths of blocks are asked for that the key of the structure has to tell apart. */
const ROOMS = ['document', 'rules/families'];

/** "f.length > 120", "featuresOf(b).length <= SHORT". */
const ASKED = /\b(?:f|p|features|featuresOf\(\w+\))\.length (<=|>=|<|>) (\d+|SHORT)\b/g;

describe('the lengths at which minds are changed', () => {
  for (const room of ROOMS) {
    const folder = fileURLToPath(new URL(`../../server/src/${room}/`, import.meta.url));
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      it(`are among those of the key of the structure: ${room}/${file}`, () => {
        for (const [asked, sign, length] of readFileSync(folder + file, 'utf8').matchAll(ASKED)) {
          const limit = length === 'SHORT' ? SHORT : Number(length);
          // Behind which length the answer is another one.
          const last = sign === '<' || sign === '>=' ? limit - 1 : limit;
          assert.ok(LIMITS.includes(last), `${asked} is not told apart: LIMITS lacks ${last}.`);
        }
      });
    }
  }
});
