import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/rules/table.js';
import { messageOf } from '../../../server/src/rules/wording.js';
import { check, findingsOf, unmark } from './kit.js';

describe('the table of rules', () => {
  for (const rule of RULES) {
    describe(rule.code, () => {
      it('has examples of both kinds, a title and a reason', () => {
        assert.ok(rule.wrong.length > 0 && rule.right.length > 0);
        assert.ok(rule.title.length > 0 && rule.why.endsWith('.'));
        for (const message of Object.values(rule.messages)) assert.match(message, /[.?]$/);
      });
      rule.wrong.forEach((text, i) => {
        it(`finds what is wrong in example ${i + 1}`, () => check(rule, text));
        it(`says all of it in example ${i + 1}`, () => {
          const found = findingsOf(unmark(text).text, {
            kind: rule.exampleKind ?? 'report',
            today: rule.exampleToday ?? '2026-01-15',
            only: rule,
          });
          for (const f of found) assert.doesNotMatch(messageOf(f.finding), /\{[a-z]+\}/i);
        });
      });
      rule.right.forEach((text, i) => {
        it(`is silent on right example ${i + 1}`, () => check(rule, text));
      });
    });
  }
});
