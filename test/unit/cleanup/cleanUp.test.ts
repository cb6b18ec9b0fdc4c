import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyCleanUp, planCleanUp } from '../../../server/src/cleanup/cleanUp.js';
import { Draft } from '../../../server/src/document/draft.js';

function clean(text: string): string {
  return applyCleanUp(text, planCleanUp(new Draft(text)).changes);
}

/** The characters of the words, without what the clean-up may change between them. */
function substance(text: string): string {
  return text.normalize('NFKC').replace(/\s|\\|<\/?sup>|\]\(#?\)|\[\^?|\]:?/g, '');
}

const HEAD = '# Activities of the Office\n\n**Report of the Secretariat**\n\n## I. Introduction\n\n';

describe('The clean-up of a converted text', () => {
  const CASES: readonly (readonly [what: string, before: string, after: string])[] = [
    ['ordinals', '1. The 12<sup>th</sup> session met.\n', '1. The 12th session met.\n'],
    ['empty links', '1. See resolution [75/158](#) again.\n', '1. See resolution 75/158 again.\n'],
    [
      'links that lead somewhere stay',
      '1. See [75/158](https://undocs.org/A/RES/75/158).\n',
      '1. See [75/158](https://undocs.org/A/RES/75/158).\n',
    ],
    ['doubled spaces', '1. The report  was issued .\n', '1. The report was issued.\n'],
    ['a cut title', '1. The Secretary -General spoke.\n', '1. The Secretary-General spoke.\n'],
    ['wrapped lines', '1. The report was\nissued in Vienna.\n', '1. The report was issued in Vienna.\n'],
    ['hanging hyphens', '1. A two-\nand three-year plan.\n', '1. A two- and three-year plan.\n'],
    ['compounds cut at the hyphen', '1. A counter-\ntrafficking law.\n', '1. A counter-trafficking law.\n'],
    ['a number alone on its line', '1.\nThe report was issued.\n', '1. The report was issued.\n'],
    [
      'a page’s end',
      '1. The report is short.\n\n2. In the course of the year, the office trained judges and\n\nV.24-01234 3/12\n\nprosecutors in five States.\n',
      '1. The report is short.\n\n2. In the course of the year, the office trained judges and prosecutors in five States.\n',
    ],
    [
      'a running head',
      '1. It was short.\n\nV.24-01234 3/12\n\nThe Programme for the Future\n\nthis regard recall it.\n',
      '1. It was short.\n\nThe Programme for the Future\n\nthis regard recall it.\n',
    ],
    [
      'running heads that come back, the first kept',
      '1. One.\n\n1/4\n\nActivities in brief\n\n2. Two.\n\n2/4\n\nActivities in brief\n\n3. Three.\n\n3/4\n\nActivities in brief\n\n4. Four.\n',
      '1. One.\n\nActivities in brief\n\n2. Two.\n\n3. Three.\n\n4. Four.\n',
    ],
    [
      'running heads in two halves, which change sides from page to page',
      '1. One.\n\n1/4\n\fABC/24/7               Lighthouses of Valmora\n\n2. Two.\n\n2/4\n\fLighthouses of Valmora               ABC/24/7\n\n3. Three.\n\n3/4\n\fABC/24/7               Lighthouses of Valmora\n\n4. Four.\n',
      '1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four.\n',
    ],
    [
      'an ellipsis, dots that lead and a decimal keep their space',
      '1. He said “we go ...” and left .5 of it .\n',
      '1. He said “we go ...” and left .5 of it.\n',
    ],
    ['a sign at the end of a line', '1. It is 20 +/-\n2 per cent.\n', '1. It is 20 +/- 2 per cent.\n'],
    [
      'figures that are raised within a symbol, and a space before a mark',
      '1. See A/XY/202<sup>1</sup>/4. It met. <sup>1</sup> It ended.\n\n<sup>1</sup> First.\n',
      '1. See A/XY/202<sup>1</sup>/4. It met.[^1] It ended.\n\n[^1]: First.\n',
    ],
    [
      'a field of a masthead in the middle of a text',
      'The General Assembly,\n\nRecalling its resolutions on lighthouses, in particular on\n\nOriginal: English\n\nequality of keepers,\n\n1. Decides to meet.\n',
      'The General Assembly,\n\nRecalling its resolutions on lighthouses, in particular on\n\nOriginal: English\n\nequality of keepers,\n\n1. Decides to meet.\n',
    ],
    [
      'a number of a note that stands alone',
      '1. One.\n\n1/4\n\n2. Two.\n\n2/4\n\n7\n\nSee A/75/292.\n',
      '1. One.\n\n2. Two.\n\n7\n\nSee A/75/292.\n',
    ],
    [
      'raised marks of notes',
      '1. One.<sup>1</sup> Two.²\n\n<sup>1</sup> First.\n\n² Second.\n',
      '1. One.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n',
    ],
    [
      'marks of notes that are left as plain figures',
      '1. One river.<sup>1</sup> Two lakes. 2 Three hills rise, among the others, 3\n\n2. See para. 4. The end.\n\n<sup>1</sup> First.\n\n<sup>2</sup> Second.\n\n<sup>3</sup> Third.\n\n<sup>4</sup> Fourth.\n',
      '1. One river.[^1] Two lakes.[^2] Three hills rise, among the others,[^3]\n\n2. See para. 4. The end.\n\n[^1]: First.\n\n[^2]: Second.\n\n[^3]: Third.\n\n<sup>4</sup> Fourth.\n',
    ],
    [
      'plain figures that may be numbers',
      '1. There were, in all, 1 of them. It was large. 1 The rest was small. 1 All was well.\n\n<sup>1</sup> First.\n',
      '1. There were, in all, 1 of them. It was large. 1 The rest was small. 1 All was well.\n\n<sup>1</sup> First.\n',
    ],
    [
      'marks whose note is not certain',
      '1. One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> First.\n\n<sup>1</sup> Other.\n',
      '1. One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> First.\n\n<sup>1</sup> Other.\n',
    ],
    [
      'what is clean',
      '1. The report was issued.\n\n2. It was read.\n',
      '1. The report was issued.\n\n2. It was read.\n',
    ],
  ];
  for (const [what, before, after] of CASES) {
    it(what, () => assert.equal(clean(HEAD + before), HEAD + after));
  }

  it('joins a title that a hard break cuts within a phrase', () => {
    const title =
      '**Opening statement at the twelfth session of the  \nWorking Group on Trafficking in Persons**\n\n';
    const body = '**Ms. Amina Kovacs**\n\nThank you, Madam Chair.\n\nExcellencies,\n\nI thank you.\n';
    assert.equal(clean(title + body), title.replace('  \n', ' ') + body);
  });

  it('keeps the lines of a masthead', () => {
    const text =
      'United Nations\nA/79/123\nGeneral Assembly\nDistr.: General\n22 July 2024\nOriginal: English\n\n';
    assert.equal(clean(text), text);
  });

  it('loses nothing but furniture, which is listed', () => {
    const piece = fc.constantFrom(
      ...[
        '1. ',
        '2. ',
        'The ',
        'office',
        ' and',
        ' trained',
        ',',
        '.',
        ' .',
        '-',
        ' -General',
        '\n',
        '\n\n',
        '  ',
      ],
      ...[
        '12<sup>th</sup>',
        '[75/158](#)',
        '\\',
        '(a) ',
        'V.24-01234',
        '3/12',
        '## I. ',
        '* ',
        '**',
        '<sup>',
        '<sup>1</sup>',
        '\n\n<sup>1</sup> ',
        '¹',
        '\n\n7\n\n',
        '\n\n3/12\n\nA head\n\n',
        '\r\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { changes } = planCleanUp(new Draft(text));
        let last = 0;
        for (const { start, end, before } of changes) {
          assert.ok(start >= last);
          assert.equal(text.slice(start, end), before);
          last = end;
        }
        const furniture = changes.filter(({ kind }) => kind === 'furniture');
        const after = applyCleanUp(text, changes);
        assert.equal(substance(after), substance(applyCleanUp(text, furniture)));
        assert.deepEqual(planCleanUp(new Draft(after)).changes, [], 'a second time changes nothing');
      }),
      { numRuns: 600 },
    );
  });
});
