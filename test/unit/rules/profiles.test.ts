import assert from 'node:assert/strict';
import { profileOverrides } from '../../../server/src/rules/profiles.js';
import { RULE_SET } from '../../../server/src/rules/table.js';
import { DEFAULTS, merge, PROFILES } from '../../../server/src/settings/settings.js';

describe('profiles', () => {
  for (const profile of PROFILES) {
    it(`${profile} names rules that there are`, () => {
      const unknown = Object.keys(profileOverrides(profile)).filter(
        (code) => !code.endsWith('*') && !RULE_SET.byCode.has(code),
      );
      assert.deepEqual(unknown, []);
    });
  }

  it('switch severities, and give way to what a user sets', () => {
    const index = RULE_SET.rules.findIndex((rule) => rule.code === 'un-abbreviated');
    const severity = (settings: Parameters<typeof merge>[1]): string | null =>
      RULE_SET.severities('report', merge(DEFAULTS, settings))[index] ?? null;
    assert.equal(severity({}), 'warning');
    assert.equal(severity({ profile: 'delegation' }), null);
    assert.equal(severity({ profile: 'delegation', rules: { 'un-abbreviated': 'hint' } }), 'hint');
  });
});
