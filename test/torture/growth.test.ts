import assert from 'node:assert/strict';
import { RULES } from '../../server/src/rules/table.js';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { ODD, slowTextsFor } from './texts.js';
import { cpuOf } from './time.js';

/** The length of the shorter text, in UTF-16 code units; the longer one has four times that, and is still read whole. */
const LENGTH = Number(process.env['PLENARY_TORTURE_GROWTH'] ?? 40_000);
/** Four times the text takes at most so many times as long: between a line (4) and a square (16). */
const MOST = 8;
/** A text that takes less than this is at the mercy of the clock and the collector of garbage. Milliseconds. */
const NOISE = 100;
const TRIES = 5;

function grows(make: (length: number) => string, kind: OpenDraft['draft']['structure']['kind'] | null): void {
  const short = make(LENGTH);
  const long = make(4 * LENGTH);
  let [before, after] = [Infinity, Infinity];
  // The best times of several tries: what else the machine does only adds to a time.
  for (let i = 0; i < TRIES; i++) {
    before = Math.min(
      before,
      cpuOf(() => new OpenDraft(short, { kind })),
    );
    after = Math.min(
      after,
      cpuOf(() => new OpenDraft(long, { kind })),
    );
    if (after <= MOST * before || after < NOISE) return;
  }
  assert.fail(`${before.toFixed(0)} ms, then ${after.toFixed(0)} ms for four times the text`);
}

describe('the time that a text takes grows no faster than the text', () => {
  for (const [name, make] of Object.entries(ODD)) it(name, () => grows(make, null));
  for (const rule of RULES) {
    for (const [name, make] of Object.entries(slowTextsFor(rule)))
      it(`${rule.code}: ${name}`, () => grows(make, rule.exampleKind ?? 'report'));
  }
});
