import assert from 'node:assert/strict';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** The kind that a text is taken for, and the severity of its one finding of spelling. */
function reading(text: string): [string, string | undefined] {
  const open = new OpenDraft(text, { today: '2026-01-15' });
  const found = open.findings().filter(({ rule }) => rule.code === 'ize-spelling');
  assert.equal(found.length, 1, text);
  return [open.draft.structure.kind, found[0]!.severity];
}

const BODY =
  'The courts of the region have begun to organise hearings at which the victims are heard, and the General Assembly has welcomed it.';

describe('House style', () => {
  it('binds a statement of the Secretariat', () => {
    const text = `Opening statement\n\nMadam Chair,\n\nExcellencies, ladies and gentlemen,\n\n${BODY}\n\nI thank you.\n`;
    assert.deepEqual(reading(text), ['statement', 'warning']);
  });

  it('does not bind a delegation', () => {
    const own = `Statement\n\nMadam Chair,\n\nMy delegation thanks you. ${BODY}\n\nI thank you.\n`;
    assert.deepEqual(reading(own), ['statement', 'hint']);
    const office = `Statement by the Prime Minister of Aruland\n\nMadam Chair,\n\n${BODY}\n\nI thank you.\n`;
    assert.deepEqual(reading(office), ['statement', 'hint']);
    const state = `Statement by Aruland at the general debate\n\nMadam President,\n\n${BODY}\n\nI thank you.\n`;
    assert.deepEqual(reading(state), ['statement', 'hint']);
    const republic = `STATEMENT BY H.E. ADA AMARU, PRESIDENT\nOF THE UNITED REPUBLIC OF ARULAND\n\nMadam President,\n\n${BODY}\n\nI thank you.\n`;
    assert.deepEqual(reading(republic), ['statement', 'hint']);
  });

  it('does not bind a record of what was said', () => {
    const text = `# Session 2 | Briefing\n\n**AWG | Ada Amaru | Co-Chair**\n\nGood morning.\n\nI call to order the meeting of the Working Group.\n\n${BODY}\n`;
    assert.deepEqual(reading(text), ['record', 'hint']);
  });

  it('does not bind a text that says that it was not edited', () => {
    const report = (note: string): string =>
      `A/79/901\n\nDistr.: General\n12 May 2024\n\nOriginal: English\n\n**Report of the Secretary-General**\n\n* ${note}\n\nI. Introduction\n\n1. ${BODY}\n`;
    assert.deepEqual(reading(report('The present document is being issued without formal editing.')), [
      'report',
      'hint',
    ]);
    assert.deepEqual(reading(report('The present annex is issued without formal editing.')), [
      'report',
      'warning',
    ]);
  });

  it('does not bind the letter of a delegation', () => {
    const letter = (from: string): string =>
      `A/79/901\n\nDistr.: General\n12 May 2024\n\nLetter dated 10 May 2024 from ${from} addressed to the President of the General Assembly\n\n${BODY}\n`;
    assert.deepEqual(reading(letter('the Permanent Representative of Aruland')), ['letter', 'hint']);
    assert.deepEqual(reading(letter('the Secretary-General')), ['letter', 'warning']);
  });

  it('does not bind a text of before 2000', () => {
    const report = (year: number): string =>
      `United Nations A/52/901\n\n**General Assembly**\n\nDistr.: General\n12 May ${year}\n\nOriginal: English\n\n**Report of the Secretary-General**\n\nI. Introduction\n\n1. ${BODY}\n`;
    assert.deepEqual(reading(report(1998)), ['report', 'hint']);
    assert.deepEqual(reading(report(2024)), ['report', 'warning']);
  });

  it('does not bind the words of an adopted resolution', () => {
    const resolution = (head: string): string =>
      `${head}\n\n*The General Assembly*,\n\n*Recalling* the Charter of the United Nations,\n\n1. *Requests* the Secretary-General to organise a meeting;\n\n2. *Decides* to remain seized of the matter.\n`;
    assert.deepEqual(reading(resolution('Resolution adopted by the General Assembly on 18 December 2024')), [
      'resolution',
      'hint',
    ]);
    assert.deepEqual(reading(resolution('2599 (XX). Care of the rivers')), ['resolution', 'hint']);
    assert.deepEqual(reading(resolution('A/C.3/79/L.4\n\nDraft resolution')), ['resolution', 'warning']);
  });

  it('changes nothing unread in what stands as it is', () => {
    /** The kinds of fixes that a text is offered for its spelling, of a word and of a compound. */
    const fixes = (text: string): string[] =>
      new OpenDraft(text, { today: '2026-01-15' })
        .findings()
        .filter(({ rule }) => rule.code === 'ize-spelling' || rule.code === 'one-word-spelling')
        .flatMap((finding) => finding.fixes.map(({ kind }) => kind));
    const body = 'The Council shall organise its work and promote co-operation.';
    const report = (year: number, text: string): string =>
      `United Nations A/79/901\n\n**General Assembly**\n\nDistr.: General\n12 May ${year}\n\nOriginal: English\n\n**Report of the Secretary-General**\n\nI. Introduction\n\n1. ${text}\n`;
    assert.deepEqual(fixes(report(2024, body)), ['safe', 'safe']);
    assert.deepEqual(fixes(report(1996, body).replace('A/79', 'A/50')), ['suggested', 'suggested']);
    assert.deepEqual(fixes(report(2024, `The work is done.[^1]\n\n[^1]: ${body}`)), [
      'suggested',
      'suggested',
    ]);
    const adopted = `Resolution adopted by the General Assembly on 18 December 2024\n\n*The General Assembly*,\n\n*Recalling* the Charter of the United Nations,\n\n1. *Requests* the Council to organise its work and to promote co-operation;\n\n2. *Decides* to remain seized of the matter.\n`;
    assert.deepEqual(fixes(adopted), ['suggested', 'suggested']);
  });

  it('follows an edit', () => {
    const text = `Statement\n\nMadam Chair,\n\nWe thank you. ${BODY}\n\nI thank you.\n`;
    const open = new OpenDraft(text, { today: '2026-01-15' });
    const severity = (): string | undefined =>
      open.findings().find(({ rule }) => rule.code === 'ize-spelling')?.severity;
    assert.equal(severity(), 'warning');
    const at = open.draft.positionAt(text.indexOf('We thank'));
    const end = open.draft.positionAt(text.indexOf('We thank') + 'We thank'.length);
    open.edit({ start: at, end }, 'My delegation thanks');
    assert.equal(severity(), 'hint');
  });
});
