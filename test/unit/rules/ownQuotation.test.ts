import assert from 'node:assert/strict';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** The words that are said to stand twice. */
function doubled(text: string): string[] {
  const open = new OpenDraft(text, { today: '2026-01-15' });
  return open
    .findings()
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

  it('is a statement by the President of the Security Council and no other', () => {
    assert.deepEqual(doubled(`Distr.: General\n\n1. The delegation said:\n\n${FIRST}\n`), []);
  });
});
