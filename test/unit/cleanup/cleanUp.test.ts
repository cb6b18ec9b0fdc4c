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

/** Whether two texts are the same but that the beginning of the one is the end of the other. */
function isTurned(before: string, after: string): boolean {
  return before.length === after.length && (after + after).includes(before);
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
      'a page’s end behind emphasis, behind a short paragraph and behind a word that ends no sentence',
      '1. One.\n\n2. The office trained **judges and clerks in**\n\nfive States. It was helped by the\n\nNational Academy of Lighthouses.\n',
      '1. One.\n\n2. The office trained **judges and clerks in** five States. It was helped by the National Academy of Lighthouses.\n',
    ],
    [
      'a number that a page has cut from its words, and a page’s end without an empty line',
      '1. It was short.\n2.\n\n24-01234 (E)\n\nThe rest was shorter:\n\fABC/24/7\n\n\n3. It ended.\n',
      '1. It was short.\n2. The rest was shorter:\n\n3. It ended.\n',
    ],
    [
      'lines at the top of a page below its symbol',
      '1. The keepers met in\n\n/...\n\n\fABC/24/7\nEnglish\nPage 2\n\nValmora, and parted.\n\nPage 3\n\nEnglish Page <sup>4</sup>\n\n2. It ended.\n',
      '1. The keepers met in Valmora, and parted.\n\n2. It ended.\n',
    ],
    [
      'the title above the rest of a sentence, and beside a symbol in two lines',
      '1. The keepers met, and\n\n24-01234 (E)\n\n\fABC/24/7\n\nActivities of the\nOffice\n\nthey parted.\n\n1/2\n\n\f   Activities of   ABC/24/7\n   the Office\n\n2. It ended.\n',
      '1. The keepers met, and they parted.\n\n2. It ended.\n',
    ],
    [
      'notes at the foot of a page, whose numbers are no page numbers',
      '1. One of them shone for the length of a whole\nnight, 1 and the other did not.\n\n      __________________\n        1\n          See ABC/24/1.\n        2\n          ABC/24/2.\n\n24-01234 (E)\n\n\fABC/24/7\n\n2. It ended.\n',
      '1. One of them shone for the length of a whole night, 1 and the other did not.\n\n__________________\n1 See ABC/24/1.\n\n2 ABC/24/2.\n\n2. It ended.\n',
    ],
    [
      'a paragraph in which the notes of its page stand',
      '1. The keepers of the northern lamps<sup>1</sup> wrote to the\n\n**__________**\n\n<sup>1</sup> See ABC/24/1.\n\n<sup>2</sup> ABC/24/2.\n\noffice, which answered.<sup>2</sup>\n\n2. It ended.\n',
      '1. The keepers of the northern lamps[^1] wrote to the office, which answered.[^2]\n\n**__________**\n\n[^1]: See ABC/24/1.\n\n[^2]: ABC/24/2.\n\n2. It ended.\n',
    ],
    [
      'what follows a note that has not ended, in a paragraph that has not either',
      '1. The keepers wrote to their\n\n<sup>1</sup> See the annual report of the\n\nlighthouses of the coast.\n\n2. It ended.\n',
      '1. The keepers wrote to their\n\n<sup>1</sup> See the annual report of the\n\nlighthouses of the coast.\n\n2. It ended.\n'.replace(
        'of the\n\n',
        'of the ',
      ),
    ],
    [
      'a note that is whole when its halves are joined, in a paragraph with more to mend',
      '1. The keepers wrote to a small\n\n<sup>1</sup> See the annual report of the\n\nlighthouses of the coast.\n\noffice on the 12<sup>th</sup> of May.\n\n2. It ended.\n',
      '1. The keepers wrote to a small office on the 12th of May.\n\n<sup>1</sup> See the annual report of the lighthouses of the coast.\n\n2. It ended.\n',
    ],
    [
      'a paragraph in which the notes of its page stand, as the page’s end tells where they have none',
      '1. The keepers of the northern lamps wrote to a small\n\n1 Valmora, Ostrana and Kestia\n\nV.24-01234 3/12\n\noffice, which answered.\n\n2. It ended.\n',
      '1. The keepers of the northern lamps wrote to a small office, which answered.\n\n1 Valmora, Ostrana and Kestia\n\n2. It ended.\n',
    ],
    [
      'numbers that end the pages, in lines of their own or not',
      '1. The keepers met, and with them came all three\n3\n\n\fABC/24/7\n\nof their helpers.\n\n2. It rained on 4\n\n4\n\n\fABC/24/7\n\n3. They stayed.\n5\n\n\fABC/24/7\n\n4. It ended.\n',
      '1. The keepers met, and with them came all three of their helpers.\n\n2. It rained on 4\n\n3. They stayed.\n\n4. It ended.\n',
    ],
    [
      'a space before a mark that words follow at once',
      '1. They met at ;akarta , and parted .\n',
      '1. They met at ;akarta, and parted.\n',
    ],
    [
      'the symbol that a note consists of',
      '1. One.\n\n__________________\n1\n\nABC/2024/81.\n\n24-01234 (E)\n',
      '1. One.\n\n__________________\n1\n\nABC/2024/81.\n',
    ],
    [
      'indentation, empty lines, and paragraphs without one between them',
      '            1.      The lamp of the old lighthouse was lit in the spring of\n      that year, and all the keepers of the coast came to see it shine\n      out over the bay for the first time in many years, as the mayor of the town had\n      said.\n            2.      They stayed.\n\n\n\n      (a)   Some left.\n\f\n',
      '1. The lamp of the old lighthouse was lit in the spring of that year, and all the keepers of the coast came to see it shine out over the bay for the first time in many years, as the mayor of the town had said.\n\n2. They stayed.\n\n(a) Some left.\n',
    ],
    [
      'what is nested in a list keeps its indentation',
      '1. Three:\n\n- One\n\n    There is more.\n\n- Two\n',
      '1. Three:\n\n- One\n\n    There is more.\n\n- Two\n',
    ],
    [
      'short lines that end a paragraph, and lines that are indented',
      '1. The vote on the lamps of the three harbours was as follows:\nIn favour:\nValmora, Ostrana, Kestia, Belmark, Norrwick, Tarnholm, Adrana,\nBrenn, Cormund, Dalvia, Estervale, Falmar, Gorland, Hestria and\nIlmark, Jorvia, Kolmar, Lendria, Morvath, Nestria, Ormund, Pelia\nand Quillon.\nAgainst:\nNone.\n',
      '1. The vote on the lamps of the three harbours was as follows:\n\nIn favour:\n\nValmora, Ostrana, Kestia, Belmark, Norrwick, Tarnholm, Adrana, Brenn, Cormund, Dalvia, Estervale, Falmar, Gorland, Hestria and Ilmark, Jorvia, Kolmar, Lendria, Morvath, Nestria, Ormund, Pelia and Quillon.\n\nAgainst:\n\nNone.\n',
    ],
    [
      'a first line that is indented begins a paragraph',
      '1. One.\n\n          The keepers of the northern lamps have written to the Office twice.\n     They have asked for oil and for wicks, and have had no answer to it.\n          The keepers of the southern lamps have not, as they have both oil\n     and wicks.\n',
      '1. One.\n\nThe keepers of the northern lamps have written to the Office twice. They have asked for oil and for wicks, and have had no answer to it.\n\nThe keepers of the southern lamps have not, as they have both oil and wicks.\n',
    ],
    [
      'what only looks like the number of a paragraph',
      '1. One.\n\n2. The keepers have met each year since the plan was adopted in\n2019 and will meet again; the trend of which the Office has spoken in\n2018. No lamp went out.\n',
      '1. One.\n\n2. The keepers have met each year since the plan was adopted in 2019 and will meet again; the trend of which the Office has spoken in 2018. No lamp went out.\n',
    ],
    [
      'compounds around whose hyphen there is a space',
      '1. A high-level event and a high -level lamp; rule-based and lamp -based, Secretary -\nGeneral and Secretary-General; non- governmental, two- and three-year; a lamp -which was old- shone.\n',
      '1. A high-level event and a high-level lamp; rule-based and lamp-based, Secretary-General and Secretary-General; non-governmental, two- and three-year; a lamp -which was old- shone.\n',
    ],
    ['the dash of a range', '1. It met on 5– 13 May.\n', '1. It met on 5–13 May.\n'],
    [
      'notes on one line',
      '1. One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> First. <sup>2</sup> Second.\n',
      '1. One.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n',
    ],
    [
      'columns that spaces keep together',
      '1. One.\n\nYear      Lamps      Keepers\n2019      12         24\n2020      13         26\n\n2. Two.\n',
      '1. One.\n\nYear      Lamps      Keepers\n2019      12         24\n2020      13         26\n\n2. Two.\n',
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

  it('makes lines of the columns of a masthead', () => {
    const body = 'Seventy-ninth session\n\n# Lamps\n\n## I. Introduction\n\n1. One.\n';
    const after =
      'United Nations\nA/79/123\n**General Assembly**\nDistr.: General\n\n22 July 2024\nEnglish\nOriginal: French\n\n';
    const pdf =
      'United Nations A/79/123 **General Assembly** Distr.: General\n\n22 July 2024 English Original: French\n\n';
    assert.equal(clean(pdf + body), after + body);
    const columns = after.replace('United Nations\n', '    United Nations            ').replace(/\*\*/g, '');
    assert.equal(clean(columns + body), after.replace(/\*\*/g, '') + body);
    // A heading is no line of two columns.
    const heading = '### **Agenda item 2 (b): Lamps**\n\nExcellencies,\n\nI thank you.\n';
    assert.equal(clean(heading), heading);
  });

  it('joins the lines of a title of which most go on', () => {
    const title =
      '**Review of the work of the United Nations\nOffice for Lighthouses\nand of its keepers, harbours,\nlamps and wicks**\n\n';
    const body = 'Report of the Secretariat\n\nI. Introduction\n\n1. One.\n\n2. Two.\n';
    assert.equal(clean(title + body), `${title.trimEnd().replace(/\n/g, ' ')}\n\n${body}`);
    const names = '**Speaking notes for\nMs. Amina Kovacs\nChair of the Working Group**\n\nExcellencies,\n';
    assert.equal(clean(names), names.replace('for\n', 'for '));
  });

  it('keeps the lines of a masthead', () => {
    const text =
      'United Nations\nA/79/123\nGeneral Assembly\nDistr.: General\n22 July 2024\nOriginal: English\n';
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
        // What takes something away says so; notes within a paragraph change their place with its rest.
        for (const { kind, before, after } of changes)
          if (kind === 'page-break') assert.ok(isTurned(substance(before), substance(after)), before);
          else if (kind !== 'furniture') assert.equal(substance(after), substance(before));
        const moving = changes.filter(({ kind }) => kind === 'furniture' || kind === 'page-break');
        const after = applyCleanUp(text, changes);
        assert.equal(substance(after), substance(applyCleanUp(text, moving)));
        assert.deepEqual(planCleanUp(new Draft(after)).changes, [], 'a second time changes nothing');
      }),
      { numRuns: 600 },
    );
  });
});
