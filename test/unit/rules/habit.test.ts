import assert from 'node:assert/strict';
import { findingsOf } from './kit.js';

/** The severities of one rule's findings, in the order of the text. */
function severities(text: string, code: string): string[] {
  return findingsOf(text, { kind: 'report', today: '2026-01-15' })
    .filter(({ finding }) => finding.rule.code === code)
    .map(({ finding }) => finding.severity);
}

describe('Habits of a text', () => {
  const slips = '1. They organise courses.\n\n2. They recognise plans.\n\n3. They prioritise aid.\n';

  it('are slips while they are few', () => {
    assert.deepEqual(severities(slips, 'ize-spelling'), ['warning', 'warning', 'warning']);
  });

  it('are told once when they run through the text, and hinted at elsewhere', () => {
    const text = `${slips}\n4. They finalise drafts.\n\n5. They summarise answers.\n`;
    assert.deepEqual(severities(text, 'ize-spelling'), ['warning', 'hint', 'hint', 'hint', 'hint']);
  });

  it('soften no rule that is not of habit', () => {
    const text = [1, 2, 3, 4, 5].map((n) => `${n}. The report of the the Group was read.\n`).join('\n');
    assert.deepEqual(severities(text, 'doubled-word'), Array(5).fill('warning'));
  });
});
