import assert from 'node:assert/strict';
import { healthOf, healthPartOf, healthReport } from '../../../server/src/features/health.js';
import { sayEnglish } from '../../../server/src/features/messages.js';
import { RULES } from '../../../server/src/rules/table.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { ODD_TEXTS } from './kit.js';

const TEXT = `A/75/998

Distr.: General

Original: English

Report of the Secretary-General

I. Lamps

1. One percent, see para. 9 below.

3. They met on 31 November 2022.
`;

describe('Document health', () => {
  const health = healthOf(new OpenDraft(TEXT), true, sayEnglish);
  const codes = Object.fromEntries(
    health.parts.map(({ part, items }) => [part, items.map(({ code }) => code)]),
  );

  it('puts each finding to its part, with its place', () => {
    assert.ok(codes['masthead']?.includes('masthead-complete'), JSON.stringify(codes));
    assert.ok(codes['numbering']?.includes('paragraph-sequence'), JSON.stringify(codes));
    assert.ok(
      codes['references']?.some(
        (code) => code.startsWith('paragraph-reference') || code.includes('reference'),
      ),
    );
    assert.ok(codes['facts']?.includes('impossible-date'), JSON.stringify(codes));
    assert.ok(codes['style']?.includes('per-cent'), JSON.stringify(codes));
    const [date] = health.parts.find(({ part }) => part === 'facts')!.items;
    assert.equal(date?.place, 'paragraph 3');
    assert.equal(date.range.start.line, 12);
  });

  it('knows what the masthead lacks, and the length', () => {
    assert.deepEqual(health.masthead.missing.toSorted(), ['agendaItem', 'date', 'organ', 'session', 'title']);
    assert.equal(health.limit, 8500);
    assert.ok(health.words > 10 && health.words < 40);
  });

  it('is a report to file', () => {
    const text = healthReport(health, 'a_b.undoc', '2024-05-17');
    assert.match(text, /^# Document health: a\\_b\.undoc\n\nAs of 2024-05-17; kind of document: report\.\n/);
    assert.match(text, /\| Facts \| 1 \| 0 \| 0 \| \d+ \|/);
    assert.match(text, /\nMissing: date, organ, session, agenda item, title\.\n/);
    assert.match(text, /- error, paragraph 3 \(line 13\): .* `impossible-date`\n/);
    assert.match(text, / words of at most 8,500\.\n/);
    assert.ok(!text.includes('\n\n\n'));
  });

  it('has a part for every rule', () => {
    const parts = new Set(RULES.map(healthPartOf));
    assert.equal(parts.size, 6);
  });

  it('is told of every text', () => {
    for (const text of ODD_TEXTS) {
      const odd = healthOf(new OpenDraft(text), true, sayEnglish);
      assert.equal(odd.parts.length, 6);
      healthReport(odd, '', '2024-05-17');
    }
  });
});
