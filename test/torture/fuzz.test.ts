import assert from 'node:assert/strict';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { TODAY } from '../unit/features/kit.js';
import { AT_A_PLACE, OF_THE_WHOLE, placesIn } from './requests.js';
import { ODD } from './texts.js';
import { cpuOf } from './time.js';

/** The length of the odd texts in UTF-16 code units, and at how many places each request is asked. */
const LENGTH = Number(process.env['PLENARY_TORTURE_LENGTH'] ?? 400_000);
const LONG = Number(process.env['PLENARY_TORTURE_LONG'] ?? 10_000_000);
const PLACES = Number(process.env['PLENARY_TORTURE_PLACES'] ?? 12);
/** No request takes more of the processor than this. Milliseconds. */
const MOST = 1_000;

function ask(name: string, text: string): void {
  let open!: OpenDraft;
  const opening = cpuOf(() => {
    open = new OpenDraft(text, {
      today: TODAY,
      onRuleFailure: (rule, error) => assert.fail(`${rule.code}: ${String(error)}`),
    });
  });
  let slowest = { request: '', time: 0 };
  const slow: string[] = [];
  const timed = (request: string, run: () => unknown): void => {
    const time = cpuOf(run);
    if (time > slowest.time) slowest = { request, time };
    if (time > MOST) slow.push(`${request}: ${time.toFixed(0)} ms`);
  };
  for (const [request, run] of Object.entries(OF_THE_WHOLE))
    timed(request, () => run(open, { line: 0, character: 0 }));
  for (const place of placesIn(open, PLACES)) {
    for (const [request, run] of Object.entries(AT_A_PLACE)) timed(request, () => run(open, place));
  }
  console.log(
    `      ${name}: ${text.length} units, opened in ${opening.toFixed(0)} ms; slowest: ${slowest.request}, ${slowest.time.toFixed(0)} ms`,
  );
  assert.deepEqual(slow, []);
}

describe('every request on odd texts', () => {
  for (const [name, make] of Object.entries(ODD)) it(name, () => ask(name, make(LENGTH)));
});

describe('every request on a very long line, and on very many lines', () => {
  it('one line of words', () => ask('one line of words', ODD['one line of words']!(LONG)));
  it('one line without a blank', () =>
    ask('one line without a blank', ODD['one line without a blank']!(LONG)));
  it('100,000 lines that say (a)', () => ask('(a)', '(a)\n'.repeat(100_000)));
});
