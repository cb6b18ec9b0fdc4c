import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/rules/rule.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

function findingsOf(text: string): readonly Finding[] {
  return new OpenDraft(text, { today: '2026-01-15' }).findings();
}

/** The words that are said to stand twice. */
function doubled(text: string): string[] {
  return findingsOf(text)
    .filter(({ rule }) => rule.code === 'doubled-word')
    .map(({ args }) => args['word'] as string);
}

const FIRST = '“The Council recalls the the report and what was said of the words “in in” last year.';
const statement = (symbol: string): string =>
  `United Nations ${symbol}\n\nSecurity Council\n\nDistr.: General\n3 March 2024\n\nOriginal: English\n\n**Statement by the President of the Security Council**\n\nAt the 9500th meeting of the Security Council, held on 3 March 2024, the President of the Security Council made the following statement on behalf of the Council:\n\n${FIRST}\n\n“The Council stresses the importance of of it.”\n`;

describe('A text whose own words stand in quotation marks', () => {
  it('is told a word that it has twice, but not what it quotes itself', () => {
    assert.deepEqual(doubled(statement('S/PRST/2024/99')), ['the', 'of']);
  });

  it('is told so of the sentence that leads to them, without a masthead too', () => {
    const text = `Statement by the President of the Security Council\n\nAt the the 9500th meeting of the Security Council, held on 3 March 2024, the President of the Security Council made the following statement on behalf of the Council:\n\n${FIRST}\n`;
    assert.deepEqual(doubled(text), ['the', 'the']);
  });

  it('has the words of the house, as hints, and single marks inside', () => {
    const text = `Statement by the President of the Security Council\n\nAt the 9500th meeting of the Security Council, held on 3 March 2024, the President of the Security Council made the following statement on behalf of the Council:\n\n“The Council welcomes the labor of the ‘Harbour Group’ in all ports and recalls what was said of the words “in labor” in 2023.”\n`;
    assert.deepEqual(
      findingsOf(text).map(({ rule, severity }) => `${rule.code} ${severity}`),
      ['british-spelling hint', 'quotation-marks-nested hint'],
    );
  });

  it('is no speech, which says who speaks and when', () => {
    const speech = (heading: string): string[] =>
      findingsOf(`${heading}\n\n${FIRST}\n\n“The Council recalls document (S/2024/99).”\n`)
        .filter(({ rule }) => rule.spoken)
        .map(({ rule }) => rule.code);
    assert.deepEqual(speech('Statement by the President of the Security Council'), []);
    assert.deepEqual(speech('Statement by the President of the Lake Council'), ['statement-header']);
  });

  it('is a statement by the President of the Security Council and no other', () => {
    assert.deepEqual(doubled(`Distr.: General\n\n1. The delegation said:\n\n${FIRST}\n`), []);
  });
});
