import assert from 'node:assert/strict';
import {
  definition,
  documentHighlights,
  linkedEditing,
  references,
} from '../../../server/src/features/definition.js';
import { codeLenses, SHOW_REFERENCES } from '../../../server/src/features/codeLens.js';
import { documentLinks } from '../../../server/src/features/documentLinks.js';
import { hover } from '../../../server/src/features/hover.js';
import { inlayHints } from '../../../server/src/features/inlayHints.js';
import { sayEnglish } from '../../../server/src/features/messages.js';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { DEFAULTS } from '../../../server/src/settings/settings.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { summarize } from '../../../server/src/workspace/summary.js';
import { everywhere, marked, shown, URI, withCatalogue, WITHOUT_CATALOGUE } from './kit.js';

const REPORT = `Report of the Secretariat

## I. Introduction

1. The Harbour Guild of Arendale (HGA) met in 2022. HGA is old.[^1]

2. The lights were mended (see para. 4 below and sect. II.A):

(a) By day;

(b) By night.

## II. Work

### A. The lights

3. HGA mended the lights listed in paragraphs 1 to 2 (b) above, see also annex I, para. 1, and footnote 1 above.

4. See resolution 75/158 and A/75/292, and the Road Trust (hereinafter “the Trust”); the Trust grew.

[^1]: See para. 4 above.

# Annex I

## Lights

1. Red.

2. See paragraph 1 above.
`;

/** The report with the cursor put into the nth place where `words` stand: behind the first character. */
function at(words: string, nth = 1, text = REPORT, kind: DocumentKind = 'report'): ReturnType<typeof marked> {
  let offset = -1;
  for (let i = 0; i < nth; i++) offset = text.indexOf(words, offset + 1);
  assert.ok(offset >= 0, words);
  return marked(`${text.slice(0, offset + 1)}‸${text.slice(offset + 1)}`, kind);
}

describe('Go to definition', () => {
  const cases: readonly (readonly [words: string, nth: number, targets: readonly string[]])[] = [
    ['para. 4', 1, ['18:0–18:2 4.']],
    ['II.A', 1, ['14:0–14:6 ### A.']],
    ['1 to 2', 1, ['4:0–4:2 1.']],
    ['2 (b) above', 1, ['10:0–10:3 (b)']],
    ['annex I,', 1, ['22:0–22:9 # Annex I']],
    ['note 1 above', 1, ['20:0–20:5 [^1]:']],
    ['[^1].', 1, []],
    ['[^1]\n', 1, ['20:0–20:5 [^1]:']],
    ['[^1]:', 1, ['4:63–4:67 [^1]']],
    ['para. 4', 2, ['18:0–18:2 4.']],
    ['paragraph 1 above', 1, ['26:0–26:2 1.']],
    ['HGA mended', 1, ['4:34–4:37 HGA']],
    ['75/158', 1, []],
    ['the Trust grew', 1, ['18:72–18:81 the Trust']],
    ['lights were', 1, []],
  ];
  for (const [words, nth, targets] of cases) {
    if (!REPORT.includes(words)) continue;
    it(`${words.trim()}, ${nth}`, () => {
      const { open, position } = at(words, nth);
      const found = definition(open, URI, position).map(({ targetSelectionRange }) =>
        shown(open, targetSelectionRange),
      );
      if (words === '2 (b) above' || words === 'II.A' || words === 'annex I,') {
        // What counts is the line: a label may be shown with or without its marks.
        assert.deepEqual(
          found.map((one) => one.split(':')[0]),
          targets.map((one) => one.split(':')[0]),
        );
      } else assert.deepEqual(found, targets);
    });
  }

  it('finds a document of the workspace by the symbol in its masthead', () => {
    const { open, position } = at('A/75/292');
    const other = new OpenDraft(
      'United Nations\n\nA/75/292\n\nGeneral Assembly\n\nDistr.: General\n\n1. One.\n',
    );
    const summary = summarize(other.draft, other.analysis, { uri: 'file:///other.undoc' });
    const [link] = definition(open, URI, position, [summary]);
    assert.equal(link?.targetUri, 'file:///other.undoc');
    assert.equal(link.targetRange.start.line, 2);
  });

  it('finds an article of the treaty at hand', () => {
    const treaty =
      'The States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\nPurpose\n\n1. One.\n\n2. Two.\n\n## Article 2\n\nScope\n\n1. As set out in article 1, paragraph 2, of this Protocol.\n';
    const { open, position } = at('article 1, paragraph', 1, treaty, 'treaty');
    assert.deepEqual(
      definition(open, URI, position).map(({ targetRange }) => targetRange.start.line),
      [10],
    );
  });
});

describe('References and highlights', () => {
  const lines = (words: string, nth: number): string[] => {
    const { open, position } = at(words, nth);
    return references(open, URI, position, true).map(({ range }) => shown(open, range));
  };

  it('of a paragraph are the references to it, also those in a range', () => {
    assert.deepEqual(lines('4. See', 1), ['6:37–6:38 4', '18:0–18:2 4.', '20:16–20:17 4']);
    assert.deepEqual(
      lines('1. The Harbour', 1).map((one) => one.split(':')[0]),
      ['4', '16'],
    );
    assert.deepEqual(
      lines('(a) By day', 1).map((one) => one.split(':')[0]),
      ['8'],
    );
  });

  it('of an acronym are its definition and its uses', () => {
    assert.deepEqual(lines('HGA mended', 1), ['4:34–4:37 HGA', '4:52–4:55 HGA', '16:3–16:6 HGA']);
  });

  it('of a note are its mark and what points at it', () => {
    assert.deepEqual(
      lines('[^1]:', 1).map((one) => one.split(':')[0]),
      ['4', '16', '20'],
    );
  });

  it('tell what defines from what points at it', () => {
    const { open, position } = at('HGA mended');
    assert.deepEqual(
      documentHighlights(open, position).map(({ kind }) => kind),
      [3, 2, 2],
    );
  });
});

describe('Linked editing', () => {
  it('changes the mark of a note and that of its text together', () => {
    const text = '1. One.[^3]\n\n[^3]: Three.\n';
    const { open, position } = at('^3]: ', 1, text);
    assert.deepEqual(
      linkedEditing(open, position)?.map((range) => shown(open, range)),
      ['0:9–0:10 3', '2:2–2:3 3'],
    );
  });

  it('is not for notes that are cited twice or have no text', () => {
    for (const text of ['1. One.[^3] Two.[^3]\n\n[^3]: Three.\n', '1. One.[^3]\n']) {
      const { open, position } = at('[^3]', 1, text);
      assert.equal(linkedEditing(open, position), null);
    }
  });
});

describe('Hover', () => {
  const says = (words: string, nth = 1, text = REPORT, kind: DocumentKind = 'report'): string => {
    const { open, position } = at(words, nth, text, kind);
    const found = hover(open, position, withCatalogue());
    if (!found) return '';
    assert.ok(typeof found.contents === 'object' && 'value' in found.contents);
    return found.contents.value;
  };
  const cases: readonly (readonly [words: string, nth: number, expected: readonly RegExp[]])[] = [
    ['75/158', 1, [/^\*\*General Assembly resolution 75\/158\*\*/, /women/i, /2020/]],
    ['A/75/292', 1, [/^\*\*Document A\/75\/292\*\*/, /General Assembly/, /session/]],
    ['para. 4', 1, [/^\*\*Paragraph 4\*\*/, /> See resolution 75\/158/]],
    ['II.A', 1, [/^\*\*Section II\.A: The lights\*\*/, /Paragraphs 3 to 4/]],
    ['2 (b)', 1, [/\*\*Paragraph 2 \(b\)\*\*\n\n> By night\./]],
    ['HGA mended', 1, [/\*\*HGA\*\*/, /Harbour Guild of Arendale/, /Defined in paragraph 1 .*Used 2 times/]],
    ['paragraphs 1 to', 1, [/^\*\*1\*\* The Harbour Guild of Arendale.* {2}\n\*\*2 \(b\)\*\* By night\.$/]],
    ['[^1]', 1, [/^\*\*Note 1\*\*\n\n> See para\. 4 above\./]],
    ['[^1]:', 1, [/^\*\*Note 1\*\* {2}\nCited in paragraphs 1 and 3/]],
    ['4. See', 1, [/^\*\*Paragraph 4\*\* {2}\nCited in paragraph 2, note 1/]],
    ['(a) By', 1, [/^\*\*Paragraph 2 \(a\)\*\* {2}\nCited nowhere/]],
  ];
  for (const [words, nth, expected] of cases) {
    it(words.replace('\n', ''), () => {
      const text = says(words, nth);
      for (const pattern of expected) assert.match(text, pattern);
    });
  }

  const texts: readonly (readonly [text: string, words: string, expected: RegExp])[] = [
    [
      '1. In article 3 (a) of the Trafficking in Persons Protocol.',
      'article 3',
      /Trafficking in Persons Protocol, article 3/,
    ],
    [
      '1. See paragraph 3 of resolution 75/158.',
      'paragraph 3',
      /paragraph 3 of resolution 75\/158\*\*, of the following:[^]*General Assembly resolution 75\/158/,
    ],
    ['1. See paragraph 9 above.', 'paragraph 9', /There is no paragraph 9 in this document/],
    ['1. In resolution 75/999.', '75/999', /General Assembly resolution 75\/999/],
    ['1. On 13 October 2020.', '13 October', /^\*\*Tuesday, 13 October 2020\*\*/],
    ['1. On 31 November 2020.', '31 November', /There is no \*\*31 November 2020\*\*/],
    [
      '1. From 12 to 17 October 2020.',
      '12 to 17',
      /Monday, 12 October 2020 to Saturday, 17 October 2020: 6 days/,
    ],
    ['1. At 3.30 p.m. the meeting began.', '3.30', /^15\.30 on the 24-hour clock/],
    [
      '1. The tenth session of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime.',
      'tenth session',
      /tenth session|Tenth session/i,
    ],
    [
      '1. The 49th plenary meeting of the General Assembly was held.',
      '49th',
      /^\*\*49th plenary meeting\*\* {2}\nWhen the General Assembly held it is not in the catalogue/,
    ],
    ['1. In line with the UN Charter, boats count.', 'UN Charter', /^\*\*Charter of the United Nations\*\*/],
    ['1. Côte d’Ivoire and Türkiye spoke.', 'Türkiye', /^\*\*Türkiye\*\*/],
    ['1. The QZX met.', 'QZX', /\*\*QZX\*\* is not defined in this document/],
    [
      '1. The Nordic Charter for Lesser Rivers was signed.\n\n2. See article 7 of the Charter.',
      'article 7',
      /^\*\*article 7 of the Charter\*\*: that is, of the Nordic Charter for Lesser Rivers, which is not in/,
    ],
    [
      '1. The Nordic Charter for Lesser Rivers was signed.',
      'Nordic',
      /^\*\*Nordic Charter for Lesser Rivers\*\* is not in the catalogue/,
    ],
    [
      '1. See decision 1/CP.17.',
      '1/CP',
      /^\*\*Decision 1\/CP\.17\*\* {2}\nConference of the Parties .*Climate Change {2}\nNot in the catalogue$/,
    ],
    [
      '1. Pursuant to resolution 10/3.',
      '10/3',
      /^\*\*Resolution 10\/3\*\* {2}\nThe text does not say of which body/,
    ],
    [
      '1. See chap. IV of the report of the Guild (A/75/38).',
      'chap',
      /^\*\*chap\. IV .*\(A\/75\/38\)\*\*, of the following/,
    ],
    ['1. Under agenda item 2 (b).', 'item 2', /\*\*Agenda item 2 \(b\)\*\*/],
    [
      'United Nations A/RES/75/158\n\nGeneral Assembly\n\n## 75/158. Trafficking in women and girls\n\nThe General Assembly,\n\n1. Decides to go on.\n',
      '75/158. T',
      /^\*\*General Assembly resolution 75\/158\*\*/,
    ],
    [
      '1. One.\n\n2. Two.\n\n(a) Nothing in this paragraph binds anyone.',
      'this paragraph',
      /^\*\*Paragraph 2 \(a\)\*\*\n\n> Nothing in this/,
    ],
    [
      '1. The catch grew.\n\n2. Lake Guild submission for the review of boats, para. 1. 3 The Guild, Memorandum, para. 1.',
      'para. 1',
      /the text does not say of which document/,
    ],
    ['1. One.\n\n2. In many harbours (see the table, para. 1) it is so.', 'para. 1', /^\*\*Paragraph 1\*\*/],
    ['1. The catch grew.\n\n2. LSFO, para. 1.', 'para. 1', /the text does not say of which document/],
    ['1. One.\n\n2. The Boat Guild, p. 4 and paras. 1 and 2.', 'paras. 1', /the text does not say of which/],
    [
      '1. Report on Lamps (United Nations publication, Sales No. E.27.I.4), chap. III.',
      'chap. III',
      /the text does not say of which document/,
    ],
    ['1. Under section 28, Boats.', 'section 28', /the text does not say of which document/],
    [
      '1. One.\n\n2. The measures recalled in paragraph 1 to keep boats.',
      'paragraph 1',
      /^\*\*Paragraph 1\*\*/,
    ],
    ['1. See A/C.5/76/SR.4–8.', 'A/C.5', /Read A\/C\.5\/76\/SR\.4\][^\n]*Read A\/C\.5\/76\/SR\.8\]/],
  ];
  for (const [text, words, expected] of texts) {
    it(text, () => assert.match(says(words, 1, text), expected));
  }

  it('says of a paragraph that is too long to be read that nothing is looked up in it', () => {
    const text = `1. Adopting ${'resolution 75/158 and '.repeat(10_000)}others.\n\n2. See resolution 75/158.`;
    assert.equal(
      says('75/158', 1, text),
      'Nothing is looked up in this paragraph: it has 220,016 characters, too many to be read. Divide it into paragraphs',
    );
    assert.match(says('75/158', 10_001, text), /Trafficking/);
  });

  const TREATY = `# Harbour Convention

### Article 1

1. “Boat" is what is defined in article 3 of this Convention.

### Article 2

Under articles 1 to 3, and in Chapter II.

### CHAPTER II

### Article 3

Boats
`;
  const treaty: readonly (readonly [words: string, expected: RegExp])[] = [
    ['article 3', /^\*\*Article 3 Boats\*\*/],
    ['1 to 3', /^\*\*Article 1\*\* {2}\n\*\*Article 2\*\* {2}\n\*\*Article 3 Boats\*\*$/],
    ['Chapter II', /^\*\*(?:Chapter|CHAPTER) II/],
  ];
  for (const [words, expected] of treaty)
    it(`${words} of a treaty`, () => assert.match(says(words, 1, TREATY, 'treaty'), expected));

  const ANNEXED = `General Assembly

The General Assembly

1. Adopts the two texts.

Annex I

Lake Convention

Article 1

Lakes.

Article 2

As article 1 says.

Annex II

River Convention

Article 1

Rivers.

Article 2

As article 1 has it.
`;
  it('an article of the treaty in whose annex it is cited', () => {
    assert.match(says('article 1 says', 1, ANNEXED, 'resolution'), /^\*\*Article 1\b/);
    assert.match(says('article 1 has', 1, ANNEXED, 'resolution'), /^\*\*Article 1\b/);
  });

  it('says nothing of plain words', () => assert.equal(says('lights were'), ''));

  it('survives every place of odd texts', () => {
    everywhere((open, position) => {
      hover(open, position, WITHOUT_CATALOGUE);
      definition(open, URI, position);
      linkedEditing(open, position);
      documentHighlights(open, position);
      references(open, URI, position, true);
    });
  }).timeout(240_000);
});

describe('Document links', () => {
  it('lead to the official document, also where a link of the text leads nowhere', () => {
    const open = new OpenDraft(
      '1. See resolution [75/158](#), [A/75/292](https://example.org/x), resolution 2546 (2020) and CTOC/COP/WG.4/2021/2.\n',
      { kind: 'report' },
    );
    assert.deepEqual(
      documentLinks(open, sayEnglish).map(({ range, target }) => `${shown(open, range)} ${target}`),
      [
        '0:19–0:25 75/158 https://undocs.org/en/A/RES/75/158',
        '0:77–0:88 2546 (2020) https://undocs.org/en/S/RES/2546%282020%29',
        '0:93–0:113 CTOC/COP/WG.4/2021/2 https://undocs.org/en/CTOC/COP/WG.4/2021/2',
      ],
    );
  });
});

describe('Code lenses', () => {
  const settings = { ...DEFAULTS, hints: { references: false, citedIn: true } };
  const lenses = (text: string, clickable = false): string[] =>
    codeLenses(new OpenDraft(text, { kind: 'report', settings }), URI, sayEnglish, clickable).map(
      ({ range, command }) => `${range.start.line} ${command?.title} ${command?.command}`.trimEnd(),
    );

  it('are off unless they are wished for', () => {
    assert.deepEqual(codeLenses(new OpenDraft(REPORT, { kind: 'report' }), URI, sayEnglish, true), []);
  });

  it('say above each number where it is cited, paragraphs before notes', () => {
    assert.deepEqual(lenses(REPORT), [
      '4 cited in paragraph 3',
      '10 cited in paragraph 3',
      '14 cited in paragraph 2',
      '18 cited in paragraph 2, note 1',
      '22 cited in paragraph 3',
      '26 cited in paragraph 3, paragraph 2 of annex I',
    ]);
  });

  it('lead to the references where the client has the command', () => {
    assert.ok(lenses(REPORT, true).every((lens) => lens.endsWith(SHOW_REFERENCES)));
  });
});

describe('Inlay hints', () => {
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('are off unless they are wished for', () => {
    assert.deepEqual(inlayHints(new OpenDraft(REPORT, { kind: 'report' }), all), []);
  });

  it('show the first words of the one paragraph that is pointed at', () => {
    const settings = { ...DEFAULTS, hints: { references: true, citedIn: false } };
    const open = new OpenDraft(REPORT, { kind: 'report', settings });
    const hints = inlayHints(open, all).map(
      ({ position, label }) => `${position.line} ${typeof label === 'string' ? label : ''}`,
    );
    assert.ok(hints.includes('6 See resolution 75/158 and…'), hints.join('\n'));
    assert.ok(hints.includes('30 Red.') || hints.some((hint) => hint.endsWith(' Red.')), hints.join('\n'));
    assert.ok(!hints.some((hint) => hint.startsWith('16 The Harbour')), 'none behind a range');
  });
});
