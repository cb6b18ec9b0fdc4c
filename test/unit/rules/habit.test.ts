import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/rules/rule.js';
import { messageOf } from '../../../server/src/rules/wording.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { findingsOf } from './kit.js';

/** The severities of one rule's findings, in the order of the text. */
function severities(text: string, code: string): string[] {
  return findingsOf(text, { kind: 'report', today: '2026-01-15' })
    .filter(({ finding }) => finding.rule.code === code)
    .map(({ finding }) => finding.severity);
}

describe('Habits of a text', () => {
  const slips = '1. They organise courses.\n\n2. They recognise plans.\n';

  it('are slips while they are few', () => {
    assert.deepEqual(severities(slips, 'ize-spelling'), ['warning', 'warning']);
  });

  it('are told once when they run through the text, and hinted at elsewhere', () => {
    const text = `${slips}\n3. They prioritise aid.\n\n4. They finalise drafts.\n\n5. They summarise answers.\n`;
    assert.deepEqual(severities(text, 'ize-spelling'), ['warning', 'hint', 'hint', 'hint', 'hint']);
  });

  it('soften no rule that is not of habit', () => {
    const text = [1, 2, 3, 4, 5].map((n) => `${n}. The report of the the Group was read.\n`).join('\n');
    assert.deepEqual(severities(text, 'doubled-word'), Array(5).fill('warning'));
  });

  it('are shown in a few places, and the first says how many more there are', () => {
    const text = Array.from({ length: 9 }, (_, n) => `${n + 1}. They organise course ${n}.\n`).join('\n');
    const open = new OpenDraft(text, { kind: 'report', today: '2026-01-15' });
    const of = (findings: readonly Finding[]): Finding[] =>
      findings.filter(({ rule }) => rule.code === 'ize-spelling');
    assert.equal(of(open.allFindings()).length, 9);
    const shown = of(open.findings());
    assert.deepEqual(
      shown.map(({ severity, more }) => [severity, more]),
      [['warning', 3], ...Array<[string, undefined]>(5).fill(['hint', undefined])],
    );
    assert.match(messageOf(shown[0]!), /So it is in 3 more places of this text\.$/);
    assert.equal(of(open.findings())[0], shown[0], 'the same finding is the same object');
  });
});
