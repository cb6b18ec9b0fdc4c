import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { numberingWhileTyping } from '../../../server/src/features/numbering.js';
import { formatOnEnter } from '../../../server/src/features/onTypeFormatting.js';
import { DEFAULTS } from '../../../server/src/settings/settings.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

interface Case {
  readonly name: string;
  readonly kind?: DocumentKind;
  /**
   * The text when the server is asked. Enter was pressed at ⏎, which stands for the line break that the editor made, with
   * the indentation behind it; Backspace was pressed at ⌫, Tab at ⇥, Shift and Tab at ⇤. What follows up to ‸ was typed since.
   */
  readonly text: string;
  /** The text with the cursor at ‸; left out where the editor's own is all that happens. */
  readonly gives?: string;
  /** What an editor without our keys gets from Enter, where that differs. */
  readonly onType?: string;
  readonly onRequest?: true;
}

const R = 'Report of the Secretary-General\n\nI. Introduction\n\n';
const T = 'Draft protocol\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n';

const CASES: readonly Case[] = [
  {
    name: 'starts the next paragraph',
    text: `${R}1. The quays were paved.⏎‸\n\n2. The lamps were lit (see para. 1 above).\n\n3. See paras. 1–2 above.\n`,
    gives: `${R}1. The quays were paved.\n\n2. ‸\n\n3. The lamps were lit (see para. 1 above).\n\n4. See paras. 1–3 above.\n`,
  },
  {
    name: 'leaves what was typed since where it is, behind the new number',
    text: `${R}1. The quays were paved.⏎Ferries ran‸\n\n2. The lamps were lit (see para. 2 above).\n`,
    gives: `${R}1. The quays were paved.\n\n2. Ferries ran‸\n\n3. The lamps were lit (see para. 3 above).\n`,
  },
  {
    name: 'knows a second line that was typed since from the text',
    text: `${R}1. The quays were paved.⏎Ferries ran.\nThey were full‸\n\n2. The lamps were lit (see para. 2 above).\n`,
    gives: `${R}1. The quays were paved.\n\n2. Ferries ran.\nThey were full‸\n\n3. The lamps were lit (see para. 3 above).\n`,
  },
  {
    name: 'starts the next paragraph where none stand apart, with Windows line ends and tabs',
    text: `${R}1.\tThe quays were paved.⏎‸\n2.\tThe lamps were lit.\n3.\tThe ferries ran.\n`.replaceAll(
      '\n',
      '\r\n',
    ),
    gives: `${R}1.\tThe quays were paved.\n2.\t‸\n3.\tThe lamps were lit.\n4.\tThe ferries ran.\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  },
  {
    name: 'takes the indentation from the label before, not twice',
    text: `${R}1. The guild:\n\n    (a) Paved quays;⏎    ‸\n\n    (b) Lit lamps.\n`,
    gives: `${R}1. The guild:\n\n    (a) Paved quays;\n\n    (b) ‸\n\n    (c) Lit lamps.\n`,
  },
  {
    name: 'starts the next paragraph behind a bold label',
    text: `${R}**1.** The quays were paved.⏎‸\n\n**2.** The lamps were lit.\n`,
    gives: `${R}**1.** The quays were paved.\n\n**2.** ‸\n\n**3.** The lamps were lit.\n`,
  },
  {
    name: 'starts the next paragraph where the cursor is, in front of subparagraphs and of a note',
    text: `${R}1. The quays were paved.[^1]⏎‸\n\n[^1]: By hand.\n\n2. The lamps were lit.\n`,
    gives: `${R}1. The quays were paved.[^1]\n\n2. ‸\n\n[^1]: By hand.\n\n3. The lamps were lit.\n`,
  },
  {
    name: 'starts the next heading of a Markdown text',
    text: `# Report of the Secretary-General\n\n## I. Harbours⏎‸\n\n1. The quays were paved (see sect. II below).\n\n## II. Lights\n\n2. The lamps were lit.\n`,
    gives: `# Report of the Secretary-General\n\n## I. Harbours\n\n## II. ‸\n\n1. The quays were paved (see sect. III below).\n\n## III. Lights\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'starts the next heading of the second level, and of a plain text',
    text: `${R}A. Quays⏎‸\n\n1. The quays were paved (see sect. I.B below).\n\nB. Lamps\n\n2. The lamps were lit.\n`,
    gives: `${R}A. Quays\n\nB. ‸\n\n1. The quays were paved (see sect. I.C below).\n\nC. Lamps\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'starts the next heading of a heading in bold letters',
    text: `# Report of the Secretary-General\n\n## **I.** Harbours⏎‸\n\n1. The quays were paved.\n\n## **II.** Lights\n\n2. The lamps were lit.\n`,
    gives: `# Report of the Secretary-General\n\n## **I.** Harbours\n\n## **II.** ‸\n\n1. The quays were paved.\n\n## **III.** Lights\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'starts the next article whose title stands beside its number',
    kind: 'treaty',
    text: `${T}## Article 1. Terms⏎‸\n\n1. Terms are used as in article 2 of this Protocol.\n\n## Article 2. Scope\n\n1. This Protocol applies to harbours.\n`,
    gives: `${T}## Article 1. Terms\n\n## Article 2. ‸\n\n1. Terms are used as in article 3 of this Protocol.\n\n## Article 3. Scope\n\n1. This Protocol applies to harbours.\n`,
  },
  {
    name: 'leaves the number of an article alone whose title comes on the next line',
    kind: 'treaty',
    text: `${T}## Article 1⏎‸\n\n1. Terms are used as in article 2 of this Protocol.\n\n## Article 2\n\n1. This Protocol applies to harbours.\n`,
  },
  {
    name: 'starts the next paragraph of an article, and references to it follow',
    kind: 'treaty',
    text: `${T}## Article 1\n\n1. Terms are used.⏎‸\n\n2. They apply to all.\n\n## Article 2\n\n1. See article 1, paragraph 2, of this Protocol.\n`,
    gives: `${T}## Article 1\n\n1. Terms are used.\n\n2. ‸\n\n3. They apply to all.\n\n## Article 2\n\n1. See article 1, paragraph 3, of this Protocol.\n`,
  },
  {
    name: 'starts the next operative paragraph of a draft resolution',
    kind: 'resolution',
    text: `Draft resolution\n\nHarbours\n\nThe General Assembly,\n\nRecalling its resolution 74/3,\n\n1. Takes note of the report;⏎‸\n\n2. Decides to remain seized of the matter.\n`,
    gives: `Draft resolution\n\nHarbours\n\nThe General Assembly,\n\nRecalling its resolution 74/3,\n\n1. Takes note of the report;\n\n2. ‸\n\n3. Decides to remain seized of the matter.\n`,
  },
  {
    name: 'starts the next note, its mark behind that of the note before it',
    text: `${R}1. The quays were paved.[^1] The lamps were lit[^2] (see footnote 2 above).\n\n[^1]: By hand.⏎‸\n\n[^2]: With oil.\n`,
    gives: `${R}1. The quays were paved.[^1][^2] The lamps were lit[^3] (see footnote 3 above).\n\n[^1]: By hand.\n\n[^2]: ‸\n\n[^3]: With oil.\n`,
  },
  {
    name: 'starts no note where no mark points at the one before it',
    text: `${R}1. The quays were paved.\n\n[^1]: By hand.⏎‸\n`,
  },
  {
    name: 'starts no note where two bear one number',
    text: `${R}1. The quays were paved.[^1]\n\n[^1]: By hand.⏎‸\n\n2. The lamps were lit.\n\n[^1]: With oil.\n`,
  },
  {
    name: 'takes an empty note and its mark away',
    text: `${R}1. The quays were paved.[^1][^2] The lamps were lit.[^3]\n\n[^1]: By hand.\n\n[^2]: ⏎‸\n\n[^3]: With oil.\n`,
    gives: `${R}1. The quays were paved.[^1] The lamps were lit.[^2]\n\n[^1]: By hand.\n\n‸\n\n[^2]: With oil.\n`,
    onType: `${R}1. The quays were paved.[^1] The lamps were lit.[^2]\n\n[^1]: By hand.\n\n\n‸\n\n[^2]: With oil.\n`,
  },
  {
    name: 'takes an empty number away, and the line is free',
    text: `${R}1. The quays were paved.\n\n2. ⏎‸\n\n3. The lamps were lit (see para. 3 above).\n`,
    gives: `${R}1. The quays were paved.\n\n‸\n\n2. The lamps were lit (see para. 2 above).\n`,
    onType: `${R}1. The quays were paved.\n\n\n‸\n\n2. The lamps were lit (see para. 2 above).\n`,
  },
  {
    name: 'takes an empty number away under what was typed since',
    text: `${R}1. The quays were paved.\n\n2. ⏎II. Lights‸\n\n3. The lamps were lit.\n`,
    gives: `${R}1. The quays were paved.\n\nII. Lights‸\n\n2. The lamps were lit.\n`,
    onType: `${R}1. The quays were paved.\n\n\nII. Lights‸\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'takes an empty heading away',
    text: `# Report of the Secretary-General\n\n## I. Harbours\n\n## II. ⏎‸\n\n1. The quays were paved.\n\n## III. Lights\n\n2. The lamps were lit.\n`,
    gives: `# Report of the Secretary-General\n\n## I. Harbours\n\n‸\n\n1. The quays were paved.\n\n## II. Lights\n\n2. The lamps were lit.\n`,
    onType: `# Report of the Secretary-General\n\n## I. Harbours\n\n\n‸\n\n1. The quays were paved.\n\n## II. Lights\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'takes an empty heading of a plain text away, whatever was typed since',
    text: `${R.trimEnd()}\n\nII. ⏎Before\nall else.‸\n\n1. The quays were paved.\n\nII. Lights\n\n2. The lamps were lit.\n`,
    gives: `${R.trimEnd()}\n\nBefore\nall else.‸\n\n1. The quays were paved.\n\nII. Lights\n\n2. The lamps were lit.\n`,
    onType: '',
  },
  {
    name: 'keeps an empty number that others cite',
    text: `${R}1. The quays were paved.\n\n2. ⏎‸\n\n3. The lamps were lit (see para. 2 above).\n`,
  },
  {
    name: 'is a plain line break on an empty line',
    text: `${R}1. The quays were paved.\n⏎‸\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'is a plain line break inside of a paragraph',
    text: `${R}1. The quays were⏎‸ paved.\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'is a plain line break at the end of a line that is not the last of its paragraph',
    text: `${R}1. The quays were⏎‸\npaved in spring.\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'is a plain line break in a quoted text',
    text: `${R}1. The guild said:\n\n> 1. The quays are paved;⏎‸\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'is a plain line break behind words without a number',
    text: `${R}1. The quays were paved.\n\nThe lamps were lit.⏎‸\n\n2. The ferries ran.\n`,
  },
  {
    name: 'keeps the numbers of an adopted text',
    kind: 'resolution',
    text: `Resolution adopted by the General Assembly on 16 December 2020\n\n75/158. Lighthouses\n\nThe General Assembly,\n\n1. Takes note of the report;⏎‸\n\n2. Decides to remain seized of the matter.\n`,
    gives: `Resolution adopted by the General Assembly on 16 December 2020\n\n75/158. Lighthouses\n\nThe General Assembly,\n\n1. Takes note of the report;\n\n1 bis. ‸\n\n2. Decides to remain seized of the matter.\n`,
  },
  {
    name: 'changes no other number where that is done on request',
    onRequest: true,
    text: `${R}1. The quays were paved.⏎‸\n\n2. The lamps were lit (see para. 1 above).\n`,
    gives: `${R}1. The quays were paved.\n\n2. ‸\n\n2. The lamps were lit (see para. 1 above).\n`,
  },
  {
    name: 'takes back an empty number and its line',
    text: `${R}1. The quays were paved.\n\n2.⌫‸\n\n3. The lamps were lit (see para. 3 above).\n`,
    gives: `${R}1. The quays were paved.‸\n\n2. The lamps were lit (see para. 2 above).\n`,
  },
  {
    name: 'takes it back in front of what was typed since',
    text: `${R}1. The quays were paved.\n\n2.⌫ And so on‸\n\n3. The lamps were lit.\n`,
    gives: `${R}1. The quays were paved. And so on‸\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'takes back an empty subparagraph with tabs and Windows line ends',
    text: `${R}1. The guild:\n\t(a)\tPaved quays;\n\t(b)⌫‸\n\t(c)\tLit lamps.\n`.replaceAll('\n', '\r\n'),
    gives: `${R}1. The guild:\n\t(a)\tPaved quays;‸\n\t(b)\tLit lamps.\n`.replaceAll('\n', '\r\n'),
  },
  {
    name: 'takes back a number under a heading, and keeps its line',
    text: `${R}1.⌫‸\n\n2. The lamps were lit.\n`,
    gives: `${R}‸\n\n1. The lamps were lit.\n`,
  },
  {
    name: 'takes back a note with its mark',
    text: `${R}1. The quays were paved.[^1][^2]\n\n[^1]: By hand.\n\n[^2]:⌫‸\n`,
    gives: `${R}1. The quays were paved.[^1]\n\n[^1]: By hand.‸\n`,
  },
  {
    name: 'makes a new paragraph a subparagraph on Tab, whatever was typed since',
    text: `${R}1. The quays were paved.\n\n2. ⇥And lit‸\n\n3. The lamps were lit (see para. 3 above).\n`,
    gives: `${R}1. The quays were paved.\n\n(a) And lit‸\n\n2. The lamps were lit (see para. 2 above).\n`,
  },
  {
    name: 'makes a new heading one of the next level on Tab',
    text: `# Report of the Secretary-General\n\n## I. Harbours\n\n## II. ⇥‸\n\n1. The quays were paved (see sect. III below).\n\n## III. Lights\n\n2. The lamps were lit.\n`,
    gives: `# Report of the Secretary-General\n\n## I. Harbours\n\n### A. ‸\n\n1. The quays were paved (see sect. II below).\n\n## II. Lights\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'counts a new heading of the next level with those before and behind it',
    text: `${R}A. Quays\n\n1. The quays were paved (see sect. I.B below).\n\nII. ⇥‸\n\n2. The ferries ran.\n\nB. Lamps\n\n3. The lamps were lit.\n`,
    gives: `${R}A. Quays\n\n1. The quays were paved (see sect. I.C below).\n\nB. ‸\n\n2. The ferries ran.\n\nC. Lamps\n\n3. The lamps were lit.\n`,
  },
  {
    name: 'lifts a new heading one level on Shift and Tab',
    text: `# Report of the Secretary-General\n\n## I. Harbours\n\n### A. Quays\n\n1. The quays were paved.\n\n### B. ⇤‸\n\n## II. Lights\n\n2. The lamps were lit (see sect. II above).\n`,
    gives: `# Report of the Secretary-General\n\n## I. Harbours\n\n### A. Quays\n\n1. The quays were paved.\n\n## II. ‸\n\n## III. Lights\n\n2. The lamps were lit (see sect. III above).\n`,
  },
  {
    name: 'does not lift a heading of the highest level',
    text: `${R}1. The quays were paved.\n\nII. ⇤‸\n\nII. Lights\n\n2. The lamps were lit.\n`,
  },
  {
    name: 'leaves Backspace behind words to the editor',
    text: `${R}1. The quays were⌫‸\n\n2. The lamps were lit.\n`,
  },
];

const OPERATIONS = { '⏎': 'enter', '⌫': 'backspace', '⇥': 'demote', '⇤': 'promote' } as const;

/** A text with its edits made, and a place in it; what is put in at the place stands before it. */
function edited(document: TextDocument, edits: readonly Edit[], place: number): string {
  let shift = 0;
  for (const { range, newText } of edits) {
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    if (end <= place) shift += newText.length - (end - start);
  }
  const after = TextDocument.applyEdits(document, [...edits]);
  return `${after.slice(0, place + shift)}‸${after.slice(place + shift)}`;
}
type Edit = Parameters<typeof TextDocument.applyEdits>[1][number];

describe('keys that number while a person types', () => {
  for (const c of CASES) {
    it(c.name, () => {
      const eol = c.text.includes('\r\n') ? '\r\n' : '\n';
      const key = /[⏎⌫⇥⇤]/.exec(c.text)!;
      const enter = key[0] === '⏎';
      const written = c.text.replace('⏎', eol).replace(/[⌫⇥⇤]/, '');
      const place = written.indexOf('‸');
      const text = written.replace('‸', '');
      const document = TextDocument.create('untitled:a', 'un-document', 0, text);
      const numbering = {
        ...DEFAULTS.numbering,
        ...(c.onRequest ? { onInsert: 'on-request' as const } : {}),
      };
      const open = new OpenDraft(text, { kind: c.kind ?? 'report', settings: { ...DEFAULTS, numbering } });
      const indent = /^ */.exec(c.text.slice(key.index + 1))![0].length;
      const from = document.positionAt(key.index);
      const behind = document.positionAt(key.index + (enter ? eol.length + indent : 0));
      const typed = { start: from, end: document.positionAt(place) };
      const result = numberingWhileTyping(
        open,
        OPERATIONS[key[0] as keyof typeof OPERATIONS],
        { start: from, end: behind },
        typed,
      );
      const unchanged = `${text.slice(0, place)}‸${text.slice(place)}`;
      assert.equal(edited(document, result.edits, place), c.gives ?? unchanged);
      assert.equal(result.refused !== null, c.gives === undefined);
      assert.equal(open.draft.text, text, 'the draft is as it was');

      if (!enter || text.slice(document.offsetAt(behind), place) !== '') return;
      assert.equal(edited(document, formatOnEnter(open, behind), place), c.onType ?? c.gives ?? unchanged);
    });
  }
});
