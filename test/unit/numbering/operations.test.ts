import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { numberingOperation, type NumberingOperation } from '../../../server/src/features/numbering.js';
import { formatOnEnter } from '../../../server/src/features/onTypeFormatting.js';
import { prepareRename, rename } from '../../../server/src/features/rename.js';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

interface Case {
  readonly name: string;
  readonly do: NumberingOperation | 'enter' | { readonly rename: string };
  readonly kind?: DocumentKind;
  /** The cursor is at ‸. */
  readonly text: string;
  /** The text afterwards, with the cursor at ‸ where it moves; or the words of the refusal. */
  readonly gives: string;
  readonly problems?: readonly string[];
  /** What is said of numbers that would be read otherwise than they are given; nothing where it is left out. */
  readonly doubt?: string;
  /** The table of correspondence, without its line of headings. */
  readonly table?: readonly string[];
}

const R = 'Report of the Secretary-General\n\nI. Introduction\n\n';

const CASES: readonly Case[] = [
  {
    name: 'inserts a paragraph, and the references follow',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. It was well attended (see para. 3 below).\n\n3. The report was adopted (see paragraphs 1 and 2 above).\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. It was well attended (see para. 4 below).\n\n4. The report was adopted (see paragraphs 1 and 3 above).\n`,
  },
  {
    name: 'lets a range grow',
    do: 'insert',
    text: `${R}1. The Office met.\n\n2. It was well attended.‸\n\n3. The agenda was adopted.\n\n4. See paras. 1–3 above.\n`,
    gives: `${R}1. The Office met.\n\n2. It was well attended.\n\n3. ‸\n\n4. The agenda was adopted.\n\n5. See paras. 1–4 above.\n`,
  },
  {
    name: 'inserts a subparagraph',
    do: 'insert',
    text: `${R}1. The Office:\n\n(a) Met;‸\n\n(b) Trained judges.\n\n2. See paragraph 1 (b) above.\n`,
    gives: `${R}1. The Office:\n\n(a) Met;\n\n(b) ‸\n\n(c) Trained judges.\n\n2. See paragraph 1 (c) above.\n`,
  },
  {
    name: 'keeps tabs, line ends and the absence of empty lines',
    do: 'insert',
    text: `Report of the Secretary-General\r\n\r\nI. Introduction\r\n\r\n1.\tThe Office met.‸\r\n2.\tIt was well attended.\r\n3.\tThe report was adopted.\r\n`,
    gives: `Report of the Secretary-General\r\n\r\nI. Introduction\r\n\r\n1.\tThe Office met.\r\n2.\t‸\r\n3.\tIt was well attended.\r\n4.\tThe report was adopted.\r\n`,
  },
  {
    name: 'leaves other documents alone',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. In paragraph 2 of resolution 75/158, the Assembly took note (A/75/292, para. 2).\n\n3. See paragraph 2 above.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. In paragraph 2 of resolution 75/158, the Assembly took note (A/75/292, para. 2).\n\n4. See paragraph 3 above.\n`,
  },
  {
    name: 'moves a paragraph up, and turns “below” into “above”',
    do: 'move-up',
    text: `${R}1. The Office met (see para. 2 below).\n\n2. It was well attended.‸\n\n3. The report was adopted.\n`,
    gives: `${R}1. It was well attended.\n\n2. The Office met (see para. 1 above).\n\n3. The report was adopted.\n`,
  },
  {
    name: 'moves a section with all that stands in it',
    do: 'section-up',
    text: `${R}1. The Office met.\n\nII. Activities\n\n2. Judges were trained (see sect. I above).\n\nIII. Results‸\n\n3. Laws were drafted (see sect. II above and paragraph 2 above).\n`,
    gives: `${R}1. The Office met.\n\nII. Results\n\n2. Laws were drafted (see sect. III below and paragraph 3 below).\n\nIII. Activities\n\n3. Judges were trained (see sect. I above).\n`,
  },
  {
    name: 'carries each number of a list that points above and below',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. It was well attended.\n\n3. See paragraphs 2 above and 4 and 5 below.\n\n4. The agenda was adopted.\n\n5. From paragraph 2 to paragraph 4 above, the meeting is described.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. It was well attended.\n\n4. See paragraphs 3 above and 5 and 6 below.\n\n5. The agenda was adopted.\n\n6. From paragraph 3 to paragraph 5 above, the meeting is described.\n`,
  },
  {
    name: 'carries a letter that stands behind its numeral, and one that shares the numeral before it',
    do: 'section-up',
    text: `${R}1. See section II B below and sections II A and B below, and the report in section II A of resolution 75/158.\n\nII. Activities\n\nA. Training\n\n2. Judges were trained.\n\nB. Laws‸\n\n3. Laws were drafted.\n`,
    gives: `${R}1. See section II A below and sections II B and A below, and the report in section II A of resolution 75/158.\n\nII. Activities\n\nA. Laws\n\n2. Laws were drafted.\n\nB. Training\n\n3. Judges were trained.\n`,
  },
  {
    name: 'carries a subsection that is named behind its section, its letter alone',
    do: 'section-up',
    text: `${R}1. See section II, subsection B, below.\n\nII. Activities\n\nA. Training\n\n2. Judges were trained.\n\nB. Laws‸\n\n3. Laws were drafted.\n`,
    gives: `${R}1. See section II, subsection A, below.\n\nII. Activities\n\nA. Laws\n\n2. Laws were drafted.\n\nB. Training\n\n3. Judges were trained.\n`,
  },
  {
    name: 'leaves what may be the number of another document, and tells of it where this one has another number now',
    do: 'move-up',
    text: `${R}1. Judges met.\n\n2. Clerks met.‸\n\n3. As paragraph 2 states, clerks met; paragraph 3 says so. Its paragraph 1 is of old. Paragraph 1 of resolution 75/158 asks why.\n`,
    gives: `${R}1. Clerks met.\n\n2. Judges met.\n\n3. As paragraph 2 states, clerks met; paragraph 3 says so. Its paragraph 1 is of old. Paragraph 1 of resolution 75/158 asks why.\n`,
    problems: ['Whether “2” refers to this document is not clear; it is left as it is.'],
  },
  {
    name: 'refuses to move the first paragraph further up',
    do: 'move-up',
    text: `${R}1. The Office met.‸\n\n2. It was well attended.\n`,
    gives: "refused: This paragraph can't be moved further up: it is the first of its list.",
  },
  {
    name: 'deletes a paragraph, shrinks the range and tells of the reference',
    do: 'delete',
    text: `${R}1. The Office met.\n\n2. It was well attended.\n\n3. The agenda was adopted.‸\n\n4. See paras. 1–3 above.\n\n5. See paragraph 3 above.\n`,
    gives: `${R}1. The Office met.\n\n2. It was well attended.\n\n3. See paras. 1–2 above.\n\n4. See paragraph 3 above.\n`,
    problems: ['“3” pointed at what is deleted.'],
  },
  {
    name: 'deletes the note of a paragraph with it, and keeps one that another points at too',
    do: 'delete',
    text: `${R}1. The Office met.[^1]\n\n2. It was well attended.[^2]‸[^3]\n\n3. See the report.[^3]\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n\n[^3]: A/75/294.\n`,
    gives: `${R}1. The Office met.[^1]\n\n2. See the report.[^2]\n\n[^1]: A/75/292.\n\n[^2]: A/75/294.\n`,
  },
  {
    name: 'leaves notes alone where a mark is lost: a number more would tie marks to other notes',
    do: 'renumber',
    text: `${R}1. The Office met.<sup>1</sup>‸\n\n3. It was well attended.<sup>4</sup>\n\n<sup>1</sup> A/75/292.\n\n<sup>3</sup> A/75/293.\n\n<sup>4</sup> A/75/294.\n`,
    gives: `${R}1. The Office met.<sup>1</sup>\n\n2. It was well attended.<sup>4</sup>\n\n<sup>1</sup> A/75/292.\n\n<sup>3</sup> A/75/293.\n\n<sup>4</sup> A/75/294.\n`,
  },
  {
    name: 'keeps the note of another paragraph that stands behind the one that is deleted, and comments',
    do: 'delete',
    text: `${R}1. The Office met.[^1]\n\n2. It was well attended.‸[^2]\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n\n<!-- for the editor -->\n\n3. The report was adopted.\n`,
    gives: `${R}1. The Office met.[^1]\n\n[^1]: A/75/292.\n\n<!-- for the editor -->\n\n2. The report was adopted.\n`,
  },
  {
    name: 'moves what is said of a paragraph in a comment before it, and the blanks at its end',
    do: 'move-up',
    text: `${R}1. The Office met.\n\n<!-- plenary-ignore-next per-cent -->\n\n2. It was half full:‸ 50%. \n\n<!-- for the editor -->\n\n3. The report was adopted.\n`,
    gives: `${R}<!-- plenary-ignore-next per-cent -->\n\n1. It was half full: 50%. \n\n2. The Office met.\n\n<!-- for the editor -->\n\n3. The report was adopted.\n`,
  },
  {
    name: 'puts the stop of a new number where it belongs, behind a sibling whose stop stands apart',
    do: 'insert',
    text: `${R}1.\tThe ferries ran.\n2 . The quays were paved.‸\n3.\tThe buoys were lit.\n4.\tThe pilots slept.\n`,
    gives: `${R}1.\tThe ferries ran.\n2 . The quays were paved.\n3. ‸\n4.\tThe buoys were lit.\n5.\tThe pilots slept.\n`,
  },
  {
    name: 'counts no entry of the contents among the paragraphs, however short its leader',
    do: 'delete',
    text: `Report of the Secretary-General\n\nContents\n\n1. The ferries of the northern and southern harbours ................ 2\n\n2. The quays, the buoys and the lamps of the northern harbour .. 3\n\nI. Introduction\n\n1. The ferries ran.‸\n\n2. The quays were paved.\n\n3. The buoys were lit.\n`,
    gives: `Report of the Secretary-General\n\nContents\n\n1. The ferries of the northern and southern harbours ................ 2\n\n2. The quays, the buoys and the lamps of the northern harbour .. 3\n\nI. Introduction\n\n1. The quays were paved.\n\n2. The buoys were lit.\n`,
  },
  {
    name: 'tells where a line that has become the first of a list would be read as a heading',
    do: 'move-up',
    text: `${R}1. The ferries ran.\n\n2. The quays were paved.\n\n3. The buoys were lit.\n\n*Measures for the harbours*\n\n1. Lamps to be lit at night.\n\n2. Customs‸\n\n3. Pilots and tugs\n\nThey work together.\n`,
    gives: `${R}1. The ferries ran.\n\n2. The quays were paved.\n\n3. The buoys were lit.\n\n*Measures for the harbours*\n\n1. Customs\n\n2. Lamps to be lit at night.\n\n3. Pilots and tugs\n\nThey work together.\n`,
    doubt: 'From “2.” on, the numbers can be read in more than one way; check whether they follow.',
  },
  {
    name: 'has no doubt where the same lines end in a stop',
    do: 'move-up',
    text: `${R}1. The ferries ran.\n\n2. The quays were paved.\n\n3. The buoys were lit.\n\n*Measures for the harbours*\n\n1. Lamps to be lit at night.\n\n2. Customs are quick.‸\n\n3. Pilots and tugs work together.\n`,
    gives: `${R}1. The ferries ran.\n\n2. The quays were paved.\n\n3. The buoys were lit.\n\n*Measures for the harbours*\n\n1. Customs are quick.\n\n2. Lamps to be lit at night.\n\n3. Pilots and tugs work together.\n`,
  },
  {
    name: 'does not move a section into another row of numbers',
    do: 'section-up',
    text: `Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\nII. Results\n\n2. Laws were drafted.\n\nI. Outlook‸\n\n3. The report was adopted.\n`,
    gives: "refused: This section can't be moved further up: it is the first at its level.",
  },
  {
    name: 'marks references to what is deleted',
    do: 'delete-marking-references',
    text: `${R}1. The Office met.‸\n\n2. See paragraph 1 above.\n\n3. The report was adopted.\n`,
    gives: `${R}1. See paragraph [1, deleted] above.\n\n2. The report was adopted.\n`,
    problems: ['“1” pointed at what is deleted.'],
  },
  {
    name: 'renumbers after a gap',
    do: 'renumber',
    text: `${R}1. The Office met.\n\n2. It was well attended (see para. 5 below).\n\n4. The agenda was adopted.‸\n\n5. The report was adopted.\n`,
    gives: `${R}1. The Office met.\n\n2. It was well attended (see para. 4 below).\n\n3. The agenda was adopted.\n\n4. The report was adopted.\n`,
  },
  {
    name: 'renumbers notes in the order of the text',
    do: 'renumber',
    text: `${R}1. The Office met.[^2]‸\n\n2. It was well attended (see footnote 2 above).[^1]\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n`,
    gives: `${R}1. The Office met.[^1]\n\n2. It was well attended (see footnote 1 above).[^2]\n\n[^2]: A/75/292.\n\n[^1]: A/75/293.\n`,
  },
  {
    name: 'leaves what is out of order before a new paragraph, which pushes on what follows it',
    do: 'insert',
    text: `${R}1. The Office met.\n\n3. It was well attended.\n\n4. The agenda was adopted.‸\n\n5. The report was adopted (see paras. 3 and 4 above).\n\n6. See paragraph 5 above.\n`,
    gives: `${R}1. The Office met.\n\n3. It was well attended.\n\n4. The agenda was adopted.\n\n5. ‸\n\n6. The report was adopted (see paras. 3 and 4 above).\n\n7. See paragraph 6 above.\n`,
  },
  {
    name: 'lets a gap take up a new paragraph',
    do: 'insert',
    text: `${R}1. The Office met.\n\n2. It was well attended.‸\n\n7. The report was adopted (see para. 8 below).\n\n8. It said:\n\n(a) Much;\n\n(c) Little.\n`,
    gives: `${R}1. The Office met.\n\n2. It was well attended.\n\n3. ‸\n\n7. The report was adopted (see para. 8 below).\n\n8. It said:\n\n(a) Much;\n\n(c) Little.\n`,
  },
  {
    name: 'closes no gap that stood there before when a paragraph is deleted',
    do: 'delete',
    text: `${R}1. The Office met.\n\n2. It was well attended.‸\n\n3. The agenda was adopted.\n\n7. The report was adopted (see para. 3 above).\n`,
    gives: `${R}1. The Office met.\n\n2. The agenda was adopted.\n\n7. The report was adopted (see para. 2 above).\n`,
  },
  {
    name: 'follows notes by either name, and what one of two paragraphs says of both',
    do: 'renumber',
    text: `${R}1. The Office met.[^2]‸ A note 2 hung on the door.\n\n3. It was well attended (see note 2 above).[^1]\n\n5. It went on from paragraph 1 to paragraph 3 above, notes 1 and 2 above included.\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n`,
    gives: `${R}1. The Office met.[^1] A note 2 hung on the door.\n\n2. It was well attended (see note 1 above).[^2]\n\n3. It went on from paragraph 1 to paragraph 2 above, notes 2 and 1 above included.\n\n[^2]: A/75/292.\n\n[^1]: A/75/293.\n`,
  },
  {
    name: 'keeps the numbers of annexes apart',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. See annex I, para. 2.\n\n# Annex I\n\n1. The agenda follows.\n\n2. See paragraph 1 above.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. See annex I, para. 2.\n\n# Annex I\n\n1. The agenda follows.\n\n2. See paragraph 1 above.\n`,
  },
  {
    name: 'leaves a list in a paragraph, code and comments alone',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. It took up: (a) laws; (b) plans.\n\n<!-- see paragraph 2 above -->\n\n\`\`\`\n2. code\n\`\`\`\n\n3. The report was adopted.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. It took up: (a) laws; (b) plans.\n\n<!-- see paragraph 2 above -->\n\n\`\`\`\n2. code\n\`\`\`\n\n4. The report was adopted.\n`,
  },
  {
    name: 'inserts an article of a draft treaty',
    do: 'insert',
    kind: 'treaty',
    text: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n## Use of terms\n\n1. Terms are used as in article 2, paragraph 1, of this Protocol.\n\n2. They apply to all.‸\n\n## Article 2\n\n## Scope\n\n1. This Protocol applies as set out in paragraph 2 of article 1.\n`,
    gives: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n## Use of terms\n\n1. Terms are used as in article 2, paragraph 1, of this Protocol.\n\n2. They apply to all.\n\n3. ‸\n\n## Article 2\n\n## Scope\n\n1. This Protocol applies as set out in paragraph 2 of article 1.\n`,
  },
  {
    name: 'makes a paragraph a subparagraph',
    do: 'demote',
    text: `${R}1. The Office:\n\n2. Met;‸\n\n3. The report was adopted (see paragraph 2 above).\n`,
    gives: `${R}1. The Office:\n\n(a) Met;\n\n2. The report was adopted (see paragraph 1 (a) above).\n`,
  },
  {
    name: 'keeps the numbers of a text under negotiation',
    do: 'insert-frozen',
    text: `${R}1. The Office met.‸\n\n2. See paragraph 1 above.\n`,
    gives: `${R}1. The Office met.\n\n[1 bis. ‸]\n\n2. See paragraph 1 above.\n`,
  },
  {
    name: 'makes them final',
    do: 'accept',
    text: `${R}1. The Office met.‸\n\n1 bis. It was well attended.\n\n2. See paragraphs 1 bis and 1 above.\n`,
    gives: `${R}1. The Office met.\n\n2. It was well attended.\n\n3. See paragraphs 2 and 1 above.\n`,
  },
  {
    name: 'tells old and new numbers of the body and of an annex, of sections and of notes',
    do: 'renumber',
    text: `${R}1. The Office met.[^2]‸\n\n3. It was well attended.[^1]\n\nIII. Results\n\n4. The report was adopted.\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n\n# Annex I\n\n1. The agenda follows.\n\n3. It was adopted.\n`,
    gives: `${R}1. The Office met.[^1]\n\n2. It was well attended.[^2]\n\nII. Results\n\n3. The report was adopted.\n\n[^2]: A/75/292.\n\n[^1]: A/75/293.\n\n# Annex I\n\n1. The agenda follows.\n\n2. It was adopted.\n`,
    table: [
      'paragraph 3\tparagraph 2',
      'paragraph 4\tparagraph 3',
      'annex I, paragraph 3\tannex I, paragraph 2',
      'section III\tsection II',
      'note 1\tnote 2',
      'note 2\tnote 1',
    ],
  },
  {
    name: 'leaves a resolution that is quoted in a report alone, and references to it',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. The Assembly adopted the following resolution:\n\n> The General Assembly,\n>\n> 1. Takes note of the report;\n>\n> 2. Requests the Office to continue, as set out in paragraph 1 above and paragraph 3 below.\n\n3. The Office did so (see para. 2 above).\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. The Assembly adopted the following resolution:\n\n> The General Assembly,\n>\n> 1. Takes note of the report;\n>\n> 2. Requests the Office to continue, as set out in paragraph 1 above and paragraph 3 below.\n\n4. The Office did so (see para. 3 above).\n`,
  },
  {
    name: 'leaves what is quoted as it is, and tells where its number may be one of this document',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. The committee asked for “a report on the work under paragraph 2 above, section I and paragraph 9”.\n\n3. See paragraph 2 above.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. The committee asked for “a report on the work under paragraph 2 above, section I and paragraph 9”.\n\n4. See paragraph 3 above.\n`,
    problems: ['Whether “2” refers to this document is not clear; it is left as it is.'],
  },
  {
    name: 'tells of a section that may be another document’s, where the number is another one now',
    do: 'section-up',
    text: `${R}1. The Office met.\n\nII. Work\n\n2. The Board reported. Where section II goes on, it is short.\n\nIII. Results‸\n\n3. Laws were drafted.\n`,
    gives: `${R}1. The Office met.\n\nII. Results\n\n2. Laws were drafted.\n\nIII. Work\n\n3. The Board reported. Where section II goes on, it is short.\n`,
    problems: ['Whether “II” refers to this document is not clear; it is left as it is.'],
  },
  {
    name: 'takes an empty number and its line away, with the cursor at the end of the line before',
    do: 'backspace',
    text: `${R}1. The Office met.\n\n2. It spoke (see para. 4 below).\n\n3. ‸\n\n4. See paras. 1–2 above.\n`,
    gives: `${R}1. The Office met.\n\n2. It spoke (see para. 3 below).‸\n\n3. See paras. 1–2 above.\n`,
  },
  {
    name: 'takes the empty number of a heading away, and those behind it fall back',
    do: 'backspace',
    text: `${R}1. The Office met (see sect. III below).\n\n## II. ‸\n\n## III. Work\n\n2. Judges were trained.\n\n## V. Results\n\n3. Laws were drafted.\n`,
    gives: `${R}1. The Office met (see sect. II below).\n\n‸\n\n## II. Work\n\n2. Judges were trained.\n\n## V. Results\n\n3. Laws were drafted.\n`,
  },
  {
    name: 'leaves the cells of a table alone, and the table with its paragraph',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n| No. | Place |\n| --- | --- |\n| 2. | Geneva |\n| 3. | Arendale |\n\n2. The table above has two places.\n`,
    gives: `${R}1. The Office met.\n\n| No. | Place |\n| --- | --- |\n| 2. | Geneva |\n| 3. | Arendale |\n\n2. ‸\n\n3. The table above has two places.\n`,
  },
  {
    name: 'keeps apart headings and paragraphs that are both numbered in figures',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\nA. Work\n\n1. Training\n\n2. Judges were trained (see para. 3 below).\n\n2. Laws\n\n3. Laws were drafted (see para. 2 above).\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\nA. Work\n\n1. Training\n\n3. Judges were trained (see para. 4 below).\n\n2. Laws\n\n4. Laws were drafted (see para. 3 above).\n`,
  },
  {
    name: 'keeps apart Markdown headings that are numbered in figures',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n### 1. Training\n\n2. Judges were trained (see para. 3 below).\n\n### 2. Laws\n\n3. Laws were drafted (see para. 2 above).\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n### 1. Training\n\n3. Judges were trained (see para. 4 below).\n\n### 2. Laws\n\n4. Laws were drafted (see para. 3 above).\n`,
  },
  {
    name: 'lets articles of a draft treaty follow, and paragraphs that are cited with them',
    do: 'section-up',
    kind: 'treaty',
    text: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n1. This Protocol applies to harbours.\n\n## Article 2\n\n1. States shall apply article 3, paragraph 2, of this Protocol.\n\n## Article 3\n\n1. Terms are used‸ as in article 2 of this Protocol.\n\n2. They apply to all.\n`,
    gives: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n1. This Protocol applies to harbours.\n\n## Article 2\n\n1. Terms are used as in article 3 of this Protocol.\n\n2. They apply to all.\n\n## Article 3\n\n1. States shall apply article 2, paragraph 2, of this Protocol.\n`,
  },
  {
    name: 'lets references to tables, figures and annexes follow',
    do: 'renumber',
    text: `${R}1. See table 2 and figure 3 below, and annex II.‸\n\nTable 2\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nFigure 3\n\n2. The report was adopted.\n\n# Annex II\n\n1. The agenda follows.\n\n# Annex III\n\n1. See annex II, para. 1.\n`,
    gives: `${R}1. See table 1 and figure 1 below, and annex I.\n\nTable 1\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nFigure 1\n\n2. The report was adopted.\n\n# Annex I\n\n1. The agenda follows.\n\n# Annex II\n\n1. See annex I, para. 1.\n`,
  },
  {
    name: 'reads captions whose number stands behind a space that does not break',
    do: 'renumber',
    text: `${R}1. See table 2 below.‸\n\nTable\u00a02\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n`,
    gives: `${R}1. See table 1 below.\n\nTable\u00a01\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n`,
  },
  {
    name: 'lets “the preceding paragraph” name the number where another has come between',
    do: 'move-down',
    text: `${R}1. The Office met.‸\n\n2. It was well attended.\n\n3. As noted in the preceding paragraph, many came.\n`,
    gives: `${R}1. It was well attended.\n\n‸2. The Office met.\n\n3. As noted in paragraph 1 above, many came.\n`,
  },
  {
    name: 'turns “the preceding paragraph” into the following one where the two change places',
    do: 'move-up',
    text: `${R}1. The Office met.\n\n2. The preceding paragraph‸ is short.\n\n3. The report was adopted.\n`,
    gives: `${R}1. The following paragraph is short.\n\n2. The Office met.\n\n3. The report was adopted.\n`,
  },
  {
    name: 'leaves “the preceding paragraph” where its paragraph still precedes',
    do: 'move-down',
    text: `${R}1. The Office met.‸\n\n2. It was well attended.\n\n3. The report was adopted.\n\n4. As noted in the preceding paragraph, it was so.\n`,
    gives: `${R}1. It was well attended.\n\n2. The Office met.\n\n3. The report was adopted.\n\n4. As noted in the preceding paragraph, it was so.\n`,
  },
  {
    name: 'tells of “the preceding paragraph” when that is deleted',
    do: 'delete',
    text: `${R}1. The Office met.\n\n2. It was well attended.‸\n\n3. As noted in the preceding paragraph, many came.\n`,
    gives: `${R}1. The Office met.\n\n2. As noted in the preceding paragraph, many came.\n`,
    problems: ['“the preceding paragraph” pointed at what is deleted.'],
  },
  {
    name: 'starts the list that a paragraph announces',
    do: 'insert',
    text: `${R}1. The Office did the following:‸\n\n(a) It met;\n\n(b) It reported (see para. 1 (a) above).\n`,
    gives: `${R}1. The Office did the following:\n\n(a) ‸\n\n(b) It met;\n\n(c) It reported (see para. 1 (b) above).\n`,
  },
  {
    name: 'starts the next paragraph on Enter',
    do: 'enter',
    text: `${R}1. The Office met.\n\n2. It was well attended.\n‸\n\n3. See paragraph 2 above and paragraph 4 below.\n\n4. The report was adopted.\n`,
    gives: `${R}1. The Office met.\n\n2. It was well attended.\n\n3. \n\n4. See paragraph 2 above and paragraph 5 below.\n\n5. The report was adopted.\n`,
  },
  {
    name: 'takes an empty number away on Enter',
    do: 'enter',
    text: `${R}1. The Office met.\n\n2. \n‸\n\n3. The report was adopted (see paragraph 1 above).\n`,
    gives: `${R}1. The Office met.\n\n\n\n\n2. The report was adopted (see paragraph 1 above).\n`,
  },
  {
    name: 'renames a paragraph by one of its references',
    do: { rename: '7' },
    text: `${R}1. The Office met (see para. ‸2 below).\n\n2. It did:\n\n(a) This;\n\n(b) That.\n\n3. See paragraph 2 (b) above.\n`,
    gives: `${R}1. The Office met (see para. 7 below).\n\n7. It did:\n\n(a) This;\n\n(b) That.\n\n3. See paragraph 7 (b) above.\n`,
  },
  {
    name: 'renames an acronym',
    do: { rename: 'OWB' },
    text: `${R}1. The Office of the Water Board (O‸WAB) met.\n\n2. OWAB reported, and the OWAB was thanked.\n`,
    gives: `${R}1. The Office of the Water Board (OWB) met.\n\n2. OWB reported, and the OWB was thanked.\n`,
  },
  {
    name: 'carries letters that stand alone in a list of references',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. It:\n\n(a) Met:\n\n(i) Here;\n\n(ii) There;\n\n(b) Reported.\n\n3. See paragraphs 2 (a) and (b), 2 (a) (i) and (ii) and 2 (a)–(b) above; paragraph 2, subparagraph (b), above; para. 2.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. It:\n\n(a) Met:\n\n(i) Here;\n\n(ii) There;\n\n(b) Reported.\n\n4. See paragraphs 3 (a) and (b), 3 (a) (i) and (ii) and 3 (a)–(b) above; paragraph 3, subparagraph (b), above; para. 3.\n`,
  },
  {
    name: 'writes a letter out where it goes to another paragraph than the number before it',
    do: 'promote',
    text: `${R}1. The Office:\n\n(a) Met;\n\n(b) Reported.‸\n\n2. See paragraphs 1 (a) and (b) above.\n`,
    gives: `${R}1. The Office:\n\n(a) Met;\n\n2. Reported.\n\n3. See paragraphs 1 (a) and 2 above.\n`,
  },
  {
    name: 'leaves the report, resolution and treaty of others alone that have no name in the text',
    do: 'insert',
    text: `${R}1. The Office met.‸\n\n2. Paragraphs 2 and 3 of that report were read, and paragraph 2 of the same resolution.\n\n3. See paragraph 2 above.\n`,
    gives: `${R}1. The Office met.\n\n2. ‸\n\n3. Paragraphs 2 and 3 of that report were read, and paragraph 2 of the same resolution.\n\n4. See paragraph 3 above.\n`,
  },
  {
    name: 'lets all paragraphs of an article follow that are cited with it, and no article of another treaty',
    do: 'insert',
    kind: 'treaty',
    text: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n1. This Protocol applies to harbours.‸\n\n2. It applies to:\n\n(a) Quays;\n\n(b) Lamps.\n\n3. It is short.\n\n## Article 2\n\n1. States shall apply article 1, paragraphs 2 (a) and (b) and 3, of this Protocol, article 1 (2) and subparagraph (b) of paragraph 2 of article 1, and paragraphs 2–3 of article 1.\n\n2. Article 1, paragraphs 2 and 3, of the Convention applies.\n`,
    gives: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n1. This Protocol applies to harbours.\n\n2. ‸\n\n3. It applies to:\n\n(a) Quays;\n\n(b) Lamps.\n\n4. It is short.\n\n## Article 2\n\n1. States shall apply article 1, paragraphs 3 (a) and (b) and 4, of this Protocol, article 1 (3) and subparagraph (b) of paragraph 3 of article 1, and paragraphs 3–4 of article 1.\n\n2. Article 1, paragraphs 2 and 3, of the Convention applies.\n`,
  },
  {
    name: 'leaves the notes at the foot of the text where they are when a paragraph moves',
    do: 'move-up',
    text: `${R}1. The Office met.[^1]\n\n2. It reported[^2] (see footnote 1 above).‸\n\n[^1]: In spring.\n\n[^2]: In summer.\n`,
    gives: `${R}1. It reported[^1] (see footnote 2 above).\n\n2. The Office met.[^2]\n\n[^2]: In spring.\n\n[^1]: In summer.\n`,
  },
  {
    name: 'carries the notes below a paragraph along, where only it points at them',
    do: 'move-up',
    text: `${R}1. The Office met.[^1]\n\n[^1]: In spring.\n\n2. It reported.[^2]‸\n\n[^2]: In summer.\n`,
    gives: `${R}1. It reported.[^1]\n\n[^1]: In summer.\n\n2. The Office met.[^2]\n\n[^2]: In spring.\n`,
  },
  {
    name: 'starts another section behind the one whose heading the cursor is in',
    do: 'insert',
    text: `${R}1. The Office met (see sect. II below).\n\nII. Results‸\n\n2. Laws were drafted.\n\nIII. Outlook\n\n3. See sect. III above.\n`,
    gives: `${R}1. The Office met (see sect. II below).\n\nII. Results\n\n2. Laws were drafted.\n\nIII. ‸\n\nIV. Outlook\n\n3. See sect. IV above.\n`,
  },
  {
    name: 'starts another article behind one without numbered paragraphs',
    do: 'insert',
    kind: 'treaty',
    text: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\nThis Protocol applies to harbours.‸\n\n## Article 2\n\nSee article 2 of this Protocol.\n`,
    gives: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\nThis Protocol applies to harbours.\n\n## Article 2 ‸\n\n## Article 3\n\nSee article 3 of this Protocol.\n`,
  },
  {
    name: 'gives no paragraph a number that another one has',
    do: { rename: '1' },
    text: `${R}1. The Office met (see para. 2 below).\n\n‸2. It reported.\n`,
    gives: 'refused: The number 1 is given already. Move the text or renumber to exchange numbers.',
  },
  {
    name: 'gives no note a number that another one has',
    do: { rename: '2' },
    text: `${R}1. The Office met.[^‸1]\n\n2. It reported.[^2]\n\n[^1]: In spring.\n\n[^2]: In summer.\n`,
    gives: 'refused: There is a note 2 already. Renumbering gives all notes new numbers.',
  },
  {
    name: 'gives no acronym the letters of another one',
    do: { rename: 'OLB' },
    text: `${R}1. The Office of the Water Board (O‸WAB) and the Office of the Lamp Board (OLB) met.\n\n2. OWAB reported.\n`,
    gives: 'refused: “OLB” stands for something else in this document.',
  },
  {
    name: 'renames an article, and the references to it and to its paragraphs',
    do: { rename: '7' },
    kind: 'treaty',
    text: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article ‸1\n\n1. This Protocol applies to harbours.\n\n## Article 2\n\n1. See article 1, paragraph 1, of this Protocol and paragraph 1 of article 1.\n`,
    gives: `Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 7\n\n1. This Protocol applies to harbours.\n\n## Article 2\n\n1. See article 7, paragraph 1, of this Protocol and paragraph 1 of article 7.\n`,
  },
  {
    name: 'renames a heading, and the references to what stands under it',
    do: { rename: 'V' },
    text: `${R}1. See sect. II.A and sect. II below.\n\n‸II. Results\n\nA. Laws\n\n2. Laws were drafted.\n`,
    gives: `${R}1. See sect. V.A and sect. V below.\n\nV. Results\n\nA. Laws\n\n2. Laws were drafted.\n`,
  },
  {
    name: 'renames a note with its body, and the references to it',
    do: { rename: '7' },
    text: `${R}1. The Office met[^1] (see footnote 1).\n\n[^‸1]: In spring.\n`,
    gives: `${R}1. The Office met[^7] (see footnote 7).\n\n[^7]: In spring.\n`,
  },
  {
    name: 'renames a defined term',
    do: { rename: 'wharf' },
    text: `${R}1. For the purposes of the present report, “quay” means any landing place.\n\n2. The qu‸ay is long. Quay walls are high.\n`,
    gives: `${R}1. For the purposes of the present report, “wharf” means any landing place.\n\n2. The wharf is long. Wharf walls are high.\n`,
  },
  {
    name: 'says what a number looks like',
    do: { rename: 'seven' },
    text: `${R}‸1. The Office met.\n\n2. It was well attended.\n`,
    gives: 'refused: The label of this paragraph or heading is a number, as in 12 or 12 bis.',
  },
];

describe('operations on numbers', () => {
  for (const c of CASES) {
    it(c.name, () => {
      const offset = c.text.indexOf('‸');
      const text = c.text.replace('‸', '');
      const document = TextDocument.create('untitled:a', 'un-document', 0, text);
      const open = new OpenDraft(text, { kind: c.kind ?? 'report' });
      const position = document.positionAt(offset);
      if (c.do === 'enter') {
        assert.equal(TextDocument.applyEdits(document, formatOnEnter(open, position)), c.gives);
        return;
      }
      if (typeof c.do === 'object') {
        assert.ok(prepareRename(open, position));
        const outcome = rename(open, position, c.do.rename);
        assert.equal(
          'refused' in outcome
            ? `refused: ${outcome.refused}`
            : TextDocument.applyEdits(document, outcome.edits),
          c.gives,
        );
        return;
      }
      const result = numberingOperation(open, c.do, { start: position, end: position });
      if (result.refused !== null) {
        assert.equal(`refused: ${result.refused}`, c.gives);
        return;
      }
      let after = TextDocument.applyEdits(document, [...result.edits]);
      if (c.gives.includes('‸') && result.cursor) {
        const at = TextDocument.create('untitled:b', 'un-document', 0, after).offsetAt(result.cursor);
        after = `${after.slice(0, at)}‸${after.slice(at)}`;
      }
      assert.equal(after, c.gives);
      assert.deepEqual(
        result.problems.map((p) => p.message),
        c.problems ?? [],
      );
      assert.equal(result.doubt?.message, c.doubt);
      if (c.table) assert.deepEqual(result.correspondence.split('\n'), ['Old\tNew', ...c.table]);
    });
  }
});

describe('what can be given another number', () => {
  const text = `${R}1. The Office met, as said in paragraph 2 (b) below and in section I.\n\n2. It:\n\n(a) Met;\n\n(b) Spoke.\n`;
  for (const [at, written] of [
    ['‸1. The', '1'],
    ['paragraph ‸2 (b)', 'b'],
    ['(‸b) Spoke', 'b'],
    ['section ‸I', 'I'],
    ['‸I. Intro', 'I'],
  ] as const) {
    it(`is what stands at ${at}, and no more`, () => {
      const open = new OpenDraft(text, { kind: 'report' });
      const document = TextDocument.create('untitled:a', 'un-document', 0, text);
      const offset = text.indexOf(at.replace('‸', '')) + at.indexOf('‸');
      const found = prepareRename(open, document.positionAt(offset));
      assert.ok(found);
      assert.equal(found.placeholder, written);
      assert.equal(document.getText(found.range), written);
    });
  }
});
