import assert from 'node:assert/strict';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { AT_A_PLACE, OF_THE_WHOLE, placesIn } from '../torture/requests.js';
import { ODD } from '../torture/texts.js';
import { TODAY } from './features/kit.js';

describe('every request on texts that nobody writes', () => {
  for (const [name, make] of Object.entries(ODD)) {
    it(name, () => {
      const open = new OpenDraft(make(700), {
        today: TODAY,
        onRuleFailure: (rule, error) => assert.fail(`${rule.code}: ${String(error)}`),
      });
      for (const run of Object.values(OF_THE_WHOLE)) run(open, { line: 0, character: 0 });
      for (const place of placesIn(open, 20)) for (const run of Object.values(AT_A_PLACE)) run(open, place);
    });
  }
});

describe('every code unit', () => {
  it('can stand in a text with marks', () => {
    for (let first = 0; first < 0x10000; first += 0x100) {
      const units = Array.from({ length: 0x100 }, (_, i) => String.fromCharCode(first + i));
      new OpenDraft(`1. *a*${units.join('b ')}\n\n${units.join('')}\n`);
    }
  });
});
