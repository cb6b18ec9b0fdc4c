import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';
import { restrictionOf } from '../../../server/src/document/restriction.js';

const BODY = '\n\n## I. Introduction\n\n1. The Office met.\n';

/** The beginning of a draft, and the word that restricts it. */
const CASES: readonly (readonly [string, string | null])[] = [
  ['United Nations\n\nA/90/292\n\nGeneral Assembly\n\nDistr.: General\n\nReport of the Secretariat', null],
  ['A/90/292\n\nDistr.: Limited\n\nReport of the Secretariat', 'Limited'],
  ['A/90/292\n\nDistr. : Restricted\n\nReport of the Secretariat', 'Restricted'],
  ['**Distribution: confidential**\n\nReport of the Secretariat', 'confidential'],
  ['Distr.: LIMITED 3 May 2024 Original: English\n\nReport of the Secretariat', 'LIMITED'],
  ['STRICTLY CONFIDENTIAL\n\nReport of the Secretariat', 'STRICTLY CONFIDENTIAL'],
  ['> **Confidential**\n\nMadam Chair,', 'Confidential'],
  ['| Restricted |\n\nReport of the Secretariat', 'Restricted'],
  ['---\nkind: report\ndistribution: limited\n---\n\nReport of the Secretariat', 'limited'],
  ['---\nkind: report\nclassification: "confidential"\n---\n\nReport of the Secretariat', 'confidential'],
  ['A/C.3/90/L.12\n\nDraft resolution', 'Limited'],
  ['A/AC.999/R.4\n\nReport of the Secretariat', 'Restricted'],
  ['Report of the Secretariat\n\nThe matter is confidential.', null],
  ['Report of the Secretariat\n\nLimited resources remain.', null],
  ['', null],
];

describe('What says that a draft is not for everybody', () => {
  for (const [text, word] of CASES) {
    it(`${word ?? 'nothing'}: ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.equal(restrictionOf(new Draft(text + BODY)), word);
      assert.equal(restrictionOf(new Draft((text + BODY).replace(/\n/g, '\r\n'))), word);
    });
  }

  it('is found in time among blanks and stars', () => {
    const draft = new Draft(
      `${' '.repeat(50_000)}confidential\n${'* '.repeat(50_000)}\n${'Distr: '.repeat(20_000)}`,
    );
    assert.equal(restrictionOf(draft), null);
  });
});
