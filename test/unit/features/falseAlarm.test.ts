import assert from 'node:assert/strict';
import { anonymized, falseAlarmCase, findingAt } from '../../../server/src/features/falseAlarm.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { ODD_TEXTS } from './kit.js';

describe('A text without what tells whose it is', () => {
  for (const [text, expected] of [
    [
      'Ms. Olga Öström-Hale met 1,250 persons on 3 May 2021.',
      'Ms. Xxxx Xxxx-Xxxx met 9,999 persons on 9 May 9999.',
    ],
    [
      'The General Assembly recalled resolution 75/158 (see A/75/292).',
      'The General Assembly recalled resolution 99/999 (see A/99/999).',
    ],
    ['the HGA’s lamps, part II', 'the Xxxx’s lamps, part II'],
    [
      'write to o.hale@arendale.example or https://arendale.example/x?y=1 now',
      'write to address or address now',
    ],
    ['eBay and McKay’s iLamp', 'xxxx and Xxxx’s xxxx'],
    ['', ''],
    ['\ud800 ٣٤ \u0000', '\ud800 99 \u0000'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(anonymized(text), expected));
  }

  it('takes time that grows no faster than the text', () => {
    for (const piece of ['a', '@', 'A9', 'a@', 'https://', '’']) anonymized(piece.repeat(100_000));
  });
});

describe('A false alarm', () => {
  const TEXT =
    'Report of the Secretariat\n\nI. Lamps\n\n1. In Arendale, Ms. Hale counted 12 lamps. She moved 13 per cent of them, 14 percent by boat, to Weselton.\n';

  it('is told with its rule and the shortest excerpt', () => {
    const open = new OpenDraft(TEXT);
    const finding = open.findings().find(({ rule }) => rule.code === 'per-cent')!;
    assert.equal(
      falseAlarmCase(open, finding, '1.2.3'),
      [
        'rule: per-cent',
        `severity: ${finding.severity}`,
        'version: 1.2.3',
        'document: report, draft, en',
        'place: paragraph',
        'text: She moved 99 per cent of them, 99 ⟦percent⟧ by boat, to Xxxx.',
        '',
      ].join('\n'),
    );
    const at = open.draft.positionAt(TEXT.indexOf('percent') + 2);
    assert.equal(findingAt(open, { start: at, end: at }, null, true), finding);
    assert.equal(findingAt(open, { start: at, end: at }, 'no-such-rule', true), undefined);
  });

  it('can be told of every finding in odd texts', () => {
    for (const text of ODD_TEXTS) {
      const open = new OpenDraft(text, { kind: 'report' });
      for (const finding of open.findings()) assert.ok(falseAlarmCase(open, finding, '0').length < 900);
    }
  });
});
