import assert from 'node:assert/strict';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** The text with the first fix of the first finding of a rule made; null where there is none. */
function mended(text: string, code: string): string | null {
  const finding = new OpenDraft(text, { today: '2026-01-15' })
    .findings()
    .find(({ rule }) => rule.code === code);
  const edits = finding?.fixes[0]?.edits() ?? [];
  const [edit] = edits;
  if (!edit || edits.length > 1) return null;
  const { block } = edit;
  const made = block.text.slice(0, edit.start) + edit.text + block.text.slice(edit.end);
  return text.replace(block.text, made);
}

const REPORT = 'Report of the Secretariat\n\n';

const CASES: readonly (readonly [code: string, text: string, after: string | null])[] = [
  [
    'assembly-year-added',
    '1. It recalled resolution 64/293 (2010).\n',
    '1. It recalled resolution 64/293.\n',
  ],
  [
    'assembly-year-added',
    '1. It saw [resolution 64/293](#) (2010).\n',
    '1. It saw [resolution 64/293](#).\n',
  ],
  ['number-sign', '1. It cited treaty #39574.\n', '1. It cited treaty No. 39574.\n'],
  ['number-sign', '1. It cited treaty # 39574.\n', '1. It cited treaty No. 39574.\n'],
  ['colon-before-title', '1. A plan titled: “Lamps” began.\n', '1. A plan titled “Lamps” began.\n'],
  ['city-without-country', '1. It met in Kyoto.\n', '1. It met in Kyoto, Japan.\n'],
  ['treaty-article-form', '1. See Art. 32(3) of the law.\n', '1. See article 32, paragraph 3, of the law.\n'],
  // The noun may stand behind what cut the sentence.
  ['article-before-acronym', '1. The lamps are kept with the UNDP\n\n17\n\nService Centre.\n', null],
];

describe('Fixes', () => {
  for (const [code, text, after] of CASES)
    it(`of ${code}: ${text.trim()}`, () =>
      assert.equal(mended(REPORT + text, code), after === null ? null : REPORT + after));
});
