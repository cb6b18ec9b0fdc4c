import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';

/** The structure of a text, a line for each heading and paragraph, indented by level. */
function outline(text: string): string {
  const { structure } = new Draft(text);
  const rows = [
    ...structure.headings.map((h) => ({
      at: h.block.index,
      row: `${'  '.repeat(h.level)}# ${h.label ? `${h.label.text} ` : ''}${h.block.reading.text}`,
    })),
    ...structure.paragraphs.map((p) => ({
      at: p.index,
      row: `${'  '.repeat(p.level)}${p.number} (${p.container})`,
    })),
  ];
  return [
    `${structure.kind}, ${structure.status}`,
    ...rows.sort((a, b) => a.at - b.at).map((r) => r.row),
    ...structure.breaks.map((b) => `! ${b.what} ${b.found} for ${b.expected}`),
  ].join('\n');
}

const STUDENTS_DRAFT = [
  'Committee: Harbours and Lights\nTopic: Safety of moorings\nSponsors: Brazil, Kenya\nSignatories: France, Japan',
  'The General Assembly,',
  'Having considered the report of the Secretary-General',
  '1. Calls upon all members to:\n   a. fund the moorings,\n   b. train the wardens;\n   d. mend the lights;\n2. Decides to remain seized of the matter.\n',
].join('\n\n');

const CASES: readonly { readonly name: string; readonly text: string; readonly gives: string }[] = [
  {
    name: 'tells an arabic heading from a paragraph',
    text: 'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n2. It was well attended.\n\nII. Activities\n\nA. Support\n\n1. Meetings of the bodies\n\n3. Two meetings were held.\n\n2. Training of the members\n\n4. Judges were trained.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  2 (body)\n  # II. Activities\n    # A. Support\n      # 1. Meetings of the bodies\n  3 (body)\n      # 2. Training of the members\n  4 (body)',
  },
  {
    name: 'takes “Check against delivery” for a note on the paper, before the salutation and behind it',
    text: 'Twelfth session\n\n# Statement by Valmora\n\n*Check against delivery*\n\nMadam Chair,\n\nCheck against delivery\n\nWe met.\n\nThank you.\n',
    gives: 'statement, draft\n# Statement by Valmora',
  },
  {
    name: 'leaves the equals signs below a title out of its words',
    text: 'Safety of the moorings and the lights\n===================\n\n# Background\n\nThe moorings are old, and the lights that stand behind them are older still.\n',
    gives: 'other, draft\n# Safety of the moorings and the lights\n  # Background',
  },
  {
    name: 'reads labels that stand alone on their lines',
    text: 'Distr.: General\nReport of the Secretary-General\n\nI. Introduction\n1.\nThe Office met in the spring, as was planned by all of its\nmembers.\n2.\nIt was well attended.\n',
    gives: 'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  2 (body)',
  },
  {
    name: 'takes a number at the start of a wrapped line for what it is',
    text: 'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met as it had been decided at the last of its sessions in paragraph\n12. It was well attended.\n\n2. The report was adopted.\n',
    gives: 'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  2 (body)',
  },
  {
    name: 'numbers an operative part and its subparagraphs',
    text: '*The General Assembly*,\n\n*Recalling* its resolution 75/158,\n\n1. *Requests* the Secretary-General:\n\n(a) To report;\n\n(b) To inform:\n\n(i) The members;\n\n(ii) The observers;\n\n2. *Decides* to remain seized of the matter.\n',
    gives:
      'resolution, draft\n  1 (operative)\n    1 (a) (operative)\n    1 (b) (operative)\n      1 (b) (i) (operative)\n      1 (b) (ii) (operative)\n  2 (operative)',
  },
  {
    name: 'finds the organ below the title where no blank lines stand',
    text: 'A/C.2/79/L.500\n\nDistr.: Limited\n\nSeventy-ninth session\nAgenda item 20\nValmora: draft resolution\n\nCare of the rivers and of the lakes\nin the northern regions\nThe General Assembly,\nRecalling its resolution 75/158 of 16 December 2020,\nHaving considered the report of the Secretary-General,\n1. Requests the Secretary-General to report;\n2. Decides to remain seized of the matter.\n',
    gives: 'resolution, draft\n# Valmora: draft resolution\n  1 (operative)\n  2 (operative)',
  },
  {
    name: 'reads a draft of students: lines of the conference, lettered clauses, a preamble whose comma is missing',
    text: STUDENTS_DRAFT,
    gives:
      'resolution, draft\n  1 (operative)\n    1 a (operative)\n    1 b (operative)\n    1 d (operative)\n  2 (operative)\n! gap (d) for (c)',
  },
  {
    name: 'reads the masthead and the organ of a resolution in French',
    text: 'Nations Unies  A/C.3/80/L.999\n\nAssemblée générale\n\nDistr. limitée\n\nL’Assemblée générale,\n\nRappelant sa résolution 75/158,\n\n1. Engage les États à agir;\n\n2. Décide de rester saisie.\n',
    gives: 'resolution, draft\n  1 (operative)\n  2 (operative)',
  },
  {
    name: 'takes a text with a salutation in Spanish for a statement',
    text: '# Declaración de la delegación de Valmora\n\nSeñora Presidenta,\n\nMi delegación la felicita por su elección.\n\nMuchas gracias.\n',
    gives: 'statement, draft\n# Declaración de la delegación de Valmora',
  },
  {
    name: 'numbers the paragraphs of each article anew',
    text: 'Draft convention\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n### I\n\n### General provisions\n\n## Article 1\n\n## Purpose\n\n1. The purpose is peace.\n\n2. It is for all.\n\n## Article 2\n\n## Scope\n\n1. It applies to all.\n',
    gives:
      'treaty, draft\n# Draft convention\n  # I General provisions\n    # Article 1 Purpose\n  1 (article 1)\n  2 (article 1)\n    # Article 2 Scope\n  1 (article 2)',
  },
  {
    name: 'takes a resolution that bears its number for adopted',
    text: '75/500. Care of the rivers\n\n*The General Assembly*,\n\n*Recalling* its resolution 75/158,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
    gives: 'resolution, adopted\n# 75/500. Care of the rivers\n  1 (operative)\n  2 (operative)',
  },
  {
    name: 'reads a number that a converter parted from its stop',
    text: 'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n2 . It was well attended.\n\n3. The year closed with 2 . 4 per cent more.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  2 (body)\n  3 (body)',
  },
  {
    name: 'takes a long line for a heading where its label is the next',
    text: `Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\nII. ${'Progress on rivers and lakes and wells '.repeat(6).trim()}\n\n2. It was well attended.\n\nIII. Conclusion\n\n3. The meeting was closed.\n`,
    gives: `report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  # II. ${'Progress on rivers and lakes and wells '.repeat(6).trim()}\n  2 (body)\n  # III. Conclusion\n  3 (body)`,
  },
  {
    name: 'reads a heading behind whose words note marks lost their height',
    text: 'Report of the Secretary-General\n\nI. Introduction\n1. The Office met.\n\nII. Scope of obligations and cooperation\nwith other bodies1, 2\n2. It was well attended.\n\nIII. Conclusion3\n3. The meeting was closed.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  # II. Scope of obligations and cooperation with other bodies1, 2\n  2 (body)\n  # III. Conclusion3\n  3 (body)',
  },
  {
    name: 'lets numbers run on through headings that stand in a list',
    text: 'Report of the Secretary-General\n\n1. The Office met.\n\n2. It was well attended.\n\nThe objectives are:\n\n1. To meet;\n\n2. To report;\n\n## **Means**\n\n3. To publish;\n\n4. To close.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  1 (body)\n  2 (body)\n  1 (body)\n  2 (body)\n  # Means\n  3 (body)\n  4 (body)',
  },
  {
    name: 'takes the same line at the top of pages for a running head',
    text: 'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n<!-- Page 2 -->\n\nII. Reports without a committee 52\n\n2. It was well attended.\n\n<!-- Page 3 -->\n\nII. Reports without a committee 53\n\nII. Conclusion\n\n3. The meeting was closed.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  2 (body)\n  # II. Conclusion\n  3 (body)',
  },
  {
    name: 'knows an entry of the contents whose dots were lost',
    text: 'Report of the Secretary-General\n\nContents\n\nI. Introduction ............ 2\n\nII. Activities\n\nIII. Conclusion ............ 9\n\nIV. Annexes\n\nI. Introduction\n\n1. The Office met.\n\nII. Activities\n\n2. It was well attended.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  # II. Activities\n  2 (body)',
  },
  {
    name: 'opens an annex whose label stands on a line above its title',
    text: 'Report of the Secretary-General\n\n1.\nThe Office met in the spring.\n2.\nIt was well attended.\n\nAnnex I\nCompact on rivers\n1.\nRivers are common goods of all.\n2.\nThey are kept.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  1 (body)\n  2 (body)\n  # Annex I Compact on rivers\n  1 (annex I)\n  2 (annex I)',
  },
  {
    name: 'does not take the end of a range for a paragraph',
    text: 'Report of the Secretary-General\n\n1. The Office met.\n\n2. It was well attended, as said in paragraphs 8–\n\n17.\n\n3. The meeting was closed.\n',
    gives: 'report, draft\n# Report of the Secretary-General\n  1 (body)\n  2 (body)\n  3 (body)',
  },
  {
    name: 'reports a break once and goes on from what it found',
    text: 'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n2. It was well attended.\n\n5. The agenda was adopted.\n\n6. The report was adopted.\n\n7. The meeting was closed.\n',
    gives:
      'report, draft\n# Report of the Secretary-General\n  # I. Introduction\n  1 (body)\n  2 (body)\n  5 (body)\n  6 (body)\n  7 (body)\n! gap 5 for 3',
  },
];

describe('the structure of a draft', () => {
  for (const { name, text, gives } of CASES) it(name, () => assert.equal(outline(text), gives));

  it('takes the preamble of a treaty that stands in one block for text, not for masthead', () => {
    const preamble = `The States Parties to the present Convention, Considering that paper is made of trees, ${'Recalling that it can be made anew, '.repeat(9)}Have agreed as follows:`;
    const { blocks } = new Draft(
      `# Convention on Paper\n\n${preamble}\n\nArticle 1\n\n1. Paper is saved.\n\nArticle 2\n\n1. Trees are planted.\n`,
    );
    assert.equal(blocks[1]?.role, 'prose');
  });

  it('has the first sentence of a letter for text, however short, and a long line of titles for masthead', () => {
    const role = (line: string): string | undefined =>
      new Draft(
        `# Letter dated 10 May 2024 from the Secretary-General\n\n${line}\n\n${'You will recall that the lamps of the harbour were lit again in the spring of the year. '.repeat(2)}\n`,
      ).blocks[1]?.role;
    assert.equal(
      role('I have the honour to refer to my mission of good offices in the harbours of the northern lakes.'),
      'prose',
    );
    assert.equal(
      role('At the meeting held on 3 May 2024, the President of the Lake Council made this statement:'),
      'prose',
    );
    assert.equal(
      role('Lake Council Harbour Committee Working Group on Lamps, Ropes, Sails, Oars, Anchors, Boats etc.'),
      'masthead',
    );
  });
});

const SENTENCES = [
  'The Guild met in the harbour and heard its wardens.',
  'Its members saw each of the places in the list.',
  'The wardens were thanked for their help.',
];

/** A report out of labels: "1" is a paragraph, "a" and "i" are below it, "II" and "A" are headings. */
function reportOf(labels: string): string {
  const lines = labels.split(' ').map((label, i) => {
    const words = SENTENCES[i % SENTENCES.length]!;
    if (/^\d/.test(label)) return `${label}. ${words}`;
    if (/^[IVX]+$/.test(label)) return `## ${label}. Moorings`;
    if (/^[A-Z]$/.test(label)) return `### ${label}. Lights`;
    return `(${label}) ${words}`;
  });
  return `Report of the Secretary-General\n\n${lines.join('\n\n')}\n`;
}

/** Slips of the pen, and what is said of them: each once, and nothing of the numbers behind it. */
const SLIPS: readonly { readonly labels: string; readonly breaks: string }[] = [
  { labels: '1 2 3 4', breaks: '' },
  { labels: '1 2 4 5', breaks: 'gap 4 for 3' },
  { labels: '1 2 2 4 5', breaks: 'duplicate 2 for 3' },
  { labels: '1 2 2 3 4', breaks: 'duplicate 2 for 3' },
  { labels: '1 1 2 3', breaks: 'duplicate 1 for 2' },
  { labels: '1 2 2 2 3', breaks: 'duplicate 2 for 3, duplicate 2 for 3' },
  { labels: '1 2 3 3', breaks: 'duplicate 3 for 4' },
  { labels: 'I 1 2 II 2 3', breaks: 'duplicate 2 for 3' },
  { labels: '1 2 a b 2 3', breaks: 'duplicate 2 for 3' },
  { labels: '1 2 3 2 4 5', breaks: 'order 2 for 4' },
  { labels: '1 2 3 1 4 5', breaks: 'order 1 for 4' },
  { labels: '1 2 21 3', breaks: 'order 21 for 3' },
  { labels: '1 2 4 3 5', breaks: 'swapped 4 for 3' },
  { labels: '1 a b b c 2', breaks: 'duplicate (b) for (c)' },
  { labels: '1 a a b 2', breaks: 'duplicate (a) for (b)' },
  { labels: '1 a i i ii b 2', breaks: 'duplicate (i) for (ii)' },
  { labels: '1 a c 2', breaks: 'gap (c) for (b)' },
  { labels: '1 a b 2 a b 3', breaks: '' },
  { labels: 'I 1 2 II 1 2', breaks: '' },
];

describe('numbers out of turn', () => {
  for (const { labels, breaks } of SLIPS)
    it(`${labels}: ${breaks || 'in order'}`, () => {
      const found = new Draft(reportOf(labels)).structure.breaks;
      assert.equal(found.map((b) => `${b.what} ${b.found} for ${b.expected}`).join(', '), breaks);
    });

  it('and words that only begin with a number are no paragraphs: a line that was cut, one of a list', () => {
    const cut =
      'Report\n\n1. The Guild met.\n\n2. It read the list of\n\n1. Moorings\n\n2. Lights\n\n3. It closed.\n';
    assert.deepEqual(new Draft(cut).structure.breaks, []);
  });
});
