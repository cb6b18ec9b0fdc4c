import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Block } from '../../../server/src/document/block.js';
import type { Field } from '../../../server/src/document/masthead.js';
import { Draft, type DraftEdit } from '../../../server/src/document/draft.js';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { semanticTokens } from '../../../server/src/features/semanticTokens.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { LINES, SEEDS } from './texts.js';

/** All that the engine says of a draft, as text. */
export function picture(open: OpenDraft): string {
  const { draft, analysis } = open;
  const blocks = draft.blocks.map(
    (b) =>
      `${b.startLine} ${b.form} ${b.role} ${b.level} ${b.number} ${b.container} ${b.labelled} ${b.scope} ${b.continues?.index ?? '-'} ${b.quoted} ${JSON.stringify(b.label)} ${JSON.stringify(b.text)}\n  ${JSON.stringify(analysis.citationsOf(b))}`,
  );
  const findings = open.findings().map((f) => {
    const span = analysis.spanOf(f.block, f.anchor);
    const fixes = f.fixes.map((fix) =>
      fix.edits().map((e) => `${e.block.index} ${e.start}-${e.end} ${JSON.stringify(e.text)}`),
    );
    const related = f.related.map((r) => `${r.block.index} ${JSON.stringify(r.message)}`);
    return `${f.block.index} ${span.start}-${span.end} ${f.severity} ${f.rule.code} ${f.variant} ${JSON.stringify(f.args)} ${JSON.stringify(fixes)} ${related.join()}`;
  });
  const { structure } = draft;
  const { masthead } = structure;
  const fields = Object.entries(masthead).map(([name, field]: [string, Field | string | null]) => {
    return typeof field === 'object' && field
      ? `${name}=${field.block.index}:${field.value}`
      : `${name}=${field}`;
  });
  return [
    structure.kind,
    structure.status,
    structure.language,
    structure.bodyStart,
    fields.join(' '),
    structure.headings
      .map((h) => `${h.block.index} ${h.level} ${h.label?.text ?? ''} ${h.parent}`)
      .join('; '),
    semanticTokens(open).join(' '),
    JSON.stringify(documentSymbols(draft)),
    ...blocks,
    ...findings,
  ].join('\n');
}

const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: 'grapheme' }) },
);
const text = fc
  .array(fc.tuple(line, eol), { maxLength: 40 })
  .map((lines) => lines.map(([l, e]) => l + e).join(''));
const start = fc.oneof(text, fc.constantFrom(...SEEDS));
/** An edit as it is drawn: a place and a length, both cut to the text, and what is put there. */
export const EDIT = fc.record({
  from: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200), fc.nat(3000)),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      'x',
      ' ',
      '\n',
      '\n\n',
      '.',
      '1',
      '(a) ',
      '```\n',
      '<!-- ',
      '-->',
      '# ',
      '#',
      '> ',
      '|',
      '*',
    ),
    // Words that make others of what stands beside them.
    fc.constantFrom(
      ' its ',
      ' (see ',
      ' of the Convention',
      ' of the Council ',
      ' above',
      ' below, ',
      '; see also ',
      ' “',
      '” ',
      ' report, in ',
      ', on rivers, ',
      ' of 5 May 2021 ',
      ' resolution ',
      ' not ',
      '. In ',
      ' (2020)',
      ' the States parties ',
      ' and ',
    ),
    line,
    text,
  ),
  // Whether it is a letter or two in a short line, of which more hangs on each: headings, mastheads, running heads.
  short: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  // Whether it is taken back at once: what the text said before, it says again.
  undone: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** Makes one edit both on the text and, as a range, on the draft. */
export function applyEdit(open: OpenDraft, before: string, e: Drawn): string {
  const [a, b] = placesOf(before, e);
  // What waits for a saved text, and the outline, are known before the edit, so that they may be out of date behind it.
  open.findings();
  documentSymbols(open.draft);
  open.edit({ start: open.draft.positionAt(a), end: open.draft.positionAt(b) }, e.insert);
  const now = before.slice(0, a) + e.insert + before.slice(b);
  if (!e.undone) return now;
  const back = { from: a, length: e.insert.length, insert: before.slice(a, b) };
  // An editor takes back what it put in; where that has become half of a line end, it is another edit.
  const [from, to] = placesOf(now, back);
  return from === a && to === a + e.insert.length ? applyEdit(open, now, back) : now;
}

/** An edit as it is drawn, where it need not say more than the place and what is put there. */
interface Drawn {
  readonly from: number;
  readonly length: number;
  readonly insert: string;
  readonly short?: boolean;
  readonly undone?: boolean;
}

/** A line of no more than 120 characters. */
const SHORT_LINE = /(?<![^\r\n])[^\r\n]{3,120}(?![^\r\n])/g;

/** Where a place that is drawn lies in one of the short lines of a text; as it is where there are none. */
function inShortLine(text: string, drawn: number): number {
  const lines = [...text.matchAll(SHORT_LINE)];
  const line = lines[drawn % Math.max(1, lines.length)];
  return line ? line.index + (Math.floor(drawn / lines.length) % line[0].length) : drawn;
}

/** The ends of an edit as it is drawn, cut to a text. */
function placesOf(text: string, e: Drawn): [number, number] {
  const drawn = e.short ? inShortLine(text, e.from) : e.from;
  const from = text.length === 0 ? 0 : drawn % (text.length + 1);
  const to = Math.min(text.length, from + (e.short ? e.length % 3 : e.length));
  // No edit falls between CR and LF, or between two halves of a character: editors make none there.
  const whole = (at: number): number => {
    const c = text.charCodeAt(at);
    const p = text.charCodeAt(at - 1);
    return (c === 10 && p === 13) || (c >= 0xdc00 && c < 0xe000 && p >= 0xd800 && p < 0xdc00) ? at + 1 : at;
  };
  const start = whole(from);
  return [start, Math.max(start, whole(to))];
}

describe('a draft that is edited', () => {
  it('is the same as one that is read afresh', () => {
    fc.assert(
      fc.property(start, fc.array(EDIT, { minLength: 1, maxLength: 6 }), (initial, edits) => {
        const open = new OpenDraft(initial);
        let now = initial;
        for (const e of edits) {
          now = applyEdit(open, now, e);
          assert.equal(open.draft.text, now);
          assert.equal(picture(open), picture(new OpenDraft(now)));
        }
      }),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 600) },
    );
  }).timeout(120_000);

  it('is the same where several edits are made at once', () => {
    fc.assert(
      fc.property(
        start,
        fc.array(EDIT, { minLength: 1, maxLength: 3 }),
        fc.array(EDIT, { minLength: 1, maxLength: 8 }),
        (initial, ahead, edits) => {
          const open = new OpenDraft(initial);
          let now = initial;
          for (const e of ahead) now = applyEdit(open, now, e);
          open.findings();
          const one = function* (): Generator<DraftEdit> {
            for (const e of edits) {
              const [a, b] = placesOf(now, e);
              yield {
                range: { start: open.draft.positionAt(a), end: open.draft.positionAt(b) },
                text: e.insert,
              };
              now = now.slice(0, a) + e.insert + now.slice(b);
            }
          };
          open.editAll(one());
          assert.equal(open.draft.text, now);
          assert.equal(picture(open), picture(new OpenDraft(now)));
        },
      ),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 400) },
    );
  }).timeout(120_000);

  it('is the same where figures take the place of as many others, alone and with other edits', () => {
    /** Other figures for some of the text's, told by the nth of them, or some edit. */
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ nth: fc.nat(), figures: fc.stringMatching(/^[0-9]{1,4}$/) }) },
      { weight: 1, arbitrary: EDIT },
    );
    type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
    const editOf = (now: string, one: Step): { from: number; length: number; insert: string } => {
      if ('insert' in one) return one;
      const runs = [...now.matchAll(/[0-9]+/g)];
      const run = runs[one.nth % Math.max(1, runs.length)];
      if (!run) return { from: 0, length: 0, insert: '' };
      const insert = one.figures.slice(0, run[0].length);
      return { from: run.index, length: insert.length, insert };
    };
    fc.assert(
      fc.property(
        start,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.nat(8),
        (initial, steps, alone) => {
          const open = new OpenDraft(initial);
          let now = initial;
          for (const one of steps.slice(0, alone)) {
            now = applyEdit(open, now, editOf(now, one));
            assert.equal(picture(open), picture(new OpenDraft(now)));
          }
          open.findings();
          const together = function* (): Generator<DraftEdit> {
            for (const one of steps.slice(alone)) {
              const e = editOf(now, one);
              const [a, b] = placesOf(now, e);
              yield {
                range: { start: open.draft.positionAt(a), end: open.draft.positionAt(b) },
                text: e.insert,
              };
              now = now.slice(0, a) + e.insert + now.slice(b);
            }
          };
          open.editAll(together());
          assert.equal(open.draft.text, now);
          assert.equal(picture(open), picture(new OpenDraft(now)));
        },
      ),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 600) },
    );
  }).timeout(120_000);

  describe('with an edit that fails among several', () => {
    const before =
      'Report of the Secretary-General\n\n1. The Office met in Vienna.\n\n2. It wil meet again.\n\n3. It saw 182 parties (see para. 2 above).\n';
    const at = (open: OpenDraft, words: string, length = words.length): DraftEdit['range'] => {
      const from = open.draft.text.indexOf(words);
      return { start: open.draft.positionAt(from), end: open.draft.positionAt(from + length) };
    };
    for (const deferred of [false, true]) {
      const read = deferred ? ' and is read by and by' : '';
      it(`is the same as one that is read afresh, where the edit cannot be read${read}`, () => {
        const open = new OpenDraft(before, { deferred });
        open.analysis.advance(Infinity);
        const edits = function* (): Generator<DraftEdit> {
          yield { range: at(open, '2. It', 1), text: '5' };
          yield { range: at(open, 'Office met', 6), text: 'the the group' };
          throw new RangeError('fault');
        };
        assert.throws(() => open.editAll(edits()), RangeError);
        open.analysis.advance(Infinity);
        const now = before.replace('2. It', '5. It').replace('Office met', 'the the group met');
        assert.equal(open.draft.text, now);
        assert.ok(open.findings().some(({ rule }) => rule.code === 'doubled-word'));
        assert.equal(picture(open), picture(new OpenDraft(now)));
      });
    }

    it('is the same where the edit is half made, and can be edited on', () => {
      const open = new OpenDraft(before);
      const make = Object.getOwnPropertyDescriptor(Block.prototype, 'replaceContent')!;
      Object.defineProperty(Block.prototype, 'replaceContent', {
        ...make,
        value(this: Block, other: Block) {
          (make.value as (this: Block, other: Block) => void).call(this, other);
          throw new RangeError('fault');
        },
      });
      try {
        const edits = [
          { range: at(open, '2. It', 1), text: '5' },
          { range: at(open, 'Office met', 10), text: 'Council was the the first\nto meet' },
        ];
        assert.throws(() => open.editAll(edits), RangeError);
      } finally {
        Object.defineProperty(Block.prototype, 'replaceContent', make);
      }
      assert.equal(picture(open), picture(new OpenDraft(open.draft.text)));
      open.editAll([{ range: at(open, 'wil', 3), text: 'will' }]);
      assert.equal(picture(open), picture(new OpenDraft(open.draft.text)));
    });
  });

  describe('is the same where the words of a short line bear on others', () => {
    // What is edited stands between ⟦ and ⟧, and behind the arrow what it becomes.
    const CASES: Readonly<Record<string, string>> = {
      'a running head that becomes like the others':
        'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n<!-- page 2 -->\n\nReview of the lamps.\n\n2. It met again.\n\n<!-- page 3 -->\n\nReview of the lamps.\n\n3. It met again.\n\n<!-- page 4 -->\n\nReview of the ⟦lumps→lamps⟧.\n\n4. It met again.\n',
      'the same far from the top': `Report of the Secretary-General\n\nI. Introduction\n\n${Array.from({ length: 70 }, (_, i) => `${i + 1}. The Office met.\n\n`).join('')}<!-- page 2 -->\n\nReview of the lamps.\n\n71. It met again.\n\n<!-- page 3 -->\n\nReview of the lamps.\n\n72. It met again.\n\n<!-- page 4 -->\n\nReview of the ⟦lumps→lamps⟧.\n\n73. It met again.\n`,
      'a line that becomes a sentence':
        'Lamps of the north\n\nOld lamps\n\nNew lamps\n\nGreen lamps\n\nRed lamps\n\nBlue lamps\n\nWhite lamps\n\nLamps are ⟦veryvery→very ver⟧ old.\n\nMore lamps here.\n',
      'a sentence that begins the text':
        'Distr.: General\n\nNotes of the day\n\nOld lamps\n\nNew lamps\n\nThe lamps were old.\n\nThe lamps were new.\n\nThey came.\n\nThe ⟦L→l⟧amps of the north were seen by many who had come from far and who went home soon.\n\nThey went.\n',
      'the number that an old resolution was given':
        '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report:\n\n• 2099⟦ (XX)→/2000⟧. Lamps of the north and of the south, which were lit for many years by those who lived there and by those who came to see them\n\n2. *Decides* to remain seized of the matter.\n',
      'the length of a paragraph that has no number': `*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n${Array.from({ length: 70 }, (_, i) => `${i + 1}. *Welcomes* the report;\n\n`).join('')}*Requests* the lamps to be ⟦lit→lite⟧;\n\n71. *Decides* to remain seized of the matter.\n`,
      'a caption in a link':
        'Report of the Secretary-General\n\nI. Introduction\n\n1. It met.\n\n# [⟦Table→Gable⟧ 3](x)\n\n2. It went.\n\n3. It went.\n',
      'a caption behind many spaces': `Report of the Secretary-General\n\nI. Introduction\n\n1. See table 1 below.\n\n2. See table 2.\n\n${' '.repeat(37)}**Table ⟦1→2⟧. Lamps of the north.**\n\n3. It went.\n`,
    };
    for (const [what, marked] of Object.entries(CASES)) {
      it(what, () => {
        const [before, old = '', insert = '', behind = ''] = marked.split(/[⟦→⟧]/);
        const open = new OpenDraft(`${before}${old}${behind}`);
        const edit = { from: before!.length, length: old.length, insert };
        const now = applyEdit(open, open.draft.text, edit);
        assert.equal(now, `${before}${insert}${behind}`);
        assert.equal(picture(open), picture(new OpenDraft(now)));
        // As an editor sends it: as one of several edits, perhaps the only one.
        const sent = new OpenDraft(`${before}${old}${behind}`);
        documentSymbols(sent.draft);
        const start = sent.draft.positionAt(before!.length);
        const end = sent.draft.positionAt(before!.length + old.length);
        sent.editAll([{ range: { start, end }, text: insert }]);
        assert.equal(picture(sent), picture(new OpenDraft(now)));
      });
    }
  });

  it('is the same where the words beside a citation change, and the citation does not', () => {
    const before =
      'Report of the Secretary-General\n\n1. The Office met in Vienna.\n\n2. Before the Council, resolution 75/158 was read.\n';
    const open = new OpenDraft(before);
    const now = applyEdit(open, before, { from: before.indexOf('Council'), length: 7, insert: 'people' });
    assert.ok(open.findings().some(({ rule }) => rule.code === 'resolution-body-at-first-mention'));
    assert.equal(picture(open), picture(new OpenDraft(now)));
  });

  it('is the same where words change around what a long paragraph cites', () => {
    const lead =
      'The members who had come from near and far were heard one after another, for as long as each of them wished to speak of lamps and of boats';
    const front = `Report of the Secretary-General\n\nI. Introduction\n\n${[1, 2, 3, 4].map((n) => `${n}. ${lead}.\n\n`).join('')}`;
    const before = fc.constantFrom(
      'As noted in ',
      'The report, in ',
      'It came (see ',
      'It is its ',
      'A/75/292. See ',
      'In A/75/292 it came. In ',
      'Study, para. 3. See ',
      'All of ',
      'Article 5, ',
      'Mr. ',
      'On ',
    );
    const cited = fc.constantFrom(
      'paragraph 9',
      'paragraphs 8 and 9',
      'section IV',
      'annex VII',
      'footnote 9',
      'resolution 75/158',
      'Security Council resolution 2331 (2016)',
      'article 99 of the Trafficking in Persons Protocol',
      'the Organized Crime Convention',
      '31 February 2021',
      'the seventy-fifth session',
      'UNODC',
      'word.<sup>2</sup>',
      'word. <sup>2</sup>',
    );
    const behind = fc.constantFrom(
      ', all came.',
      ' above, all came.',
      ' below) and all.',
      ' of the Convention said.',
      ' of annex B.',
      ' of the present report.',
      '; para. 10.',
      ', on rivers, said.',
      ' of 5 May 2021.',
    );
    fc.assert(
      fc.property(
        before,
        before,
        cited,
        behind,
        behind,
        fc.boolean(),
        (from, to, what, end, other, atEnd) => {
          const made = (head: string, tail: string): string =>
            `${front}5. ${lead}. ${head}${what}${tail} ${lead}.\n\n6. ${lead} in paragraph 5 above.[^1]\n\n[^1]: A/75/292.\n`;
          const initial = made(from, end);
          const open = new OpenDraft(initial);
          const at = initial.indexOf(`${from}${what}${end}`);
          const now = applyEdit(
            open,
            initial,
            atEnd
              ? { from: at + from.length + what.length, length: end.length, insert: other }
              : { from: at, length: from.length, insert: to },
          );
          assert.equal(picture(open), picture(new OpenDraft(now)));
        },
      ),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 300) },
    );
  }).timeout(120_000);

  it('is the same where a resolution loses its date', () => {
    const before =
      'The General Assembly,\n\nRecalling its resolution 75/158 of 16 December 2020,\n\n1. Decides to meet again.\n';
    const open = new OpenDraft(before, { kind: 'resolution' });
    const now = applyEdit(open, before, { from: before.indexOf(' of 16'), length: 3, insert: '; ' });
    assert.ok(open.findings().some(({ rule }) => rule.code === 'preambular-resolution-date'));
    assert.equal(picture(open), picture(new OpenDraft(now, { kind: 'resolution' })));
  });

  it('is the same where a heading gets a mark more or less, and says what it said', () => {
    const before =
      'Report of the Secretary-General\n\nThe courts, the judges and the clerks met.\n\nThey met twice.\n\n## Courts\n\nThe courts met.\n\n### Judges\n\nThe judges met.\n\n### Clerks\n\nThe clerks met.\n';
    for (const [heading, length, insert] of [
      ['## Courts', 0, '#'],
      ['### Judges', 1, ''],
      ['### Clerks', 2, ''],
    ] as const) {
      const open = new OpenDraft(before);
      const now = applyEdit(open, before, { from: before.indexOf(heading), length, insert });
      assert.equal(picture(open), picture(new OpenDraft(now)));
    }
  });

  it('is the same where a block plays another part, and says what it said', () => {
    const signed = '(Signed) Alex Moss\n';
    const before = `Review of the Training Academy of Rural Courts (TARC)\n\n${signed}`;
    const open = new OpenDraft(before);
    assert.ok(open.findings().some(({ rule }) => rule.code === 'acronym-unused'));
    const now = applyEdit(open, before, { from: before.indexOf(signed), length: signed.length, insert: '' });
    assert.equal(open.draft.blocks[0]?.role, 'title');
    assert.equal(picture(open), picture(new OpenDraft(now)));
  });

  describe('keeps from one edit to the next only what still holds', () => {
    const front = 'Report of the Secretary-General\n\n';
    /** A text, and what is made of one stretch of it, again and again: "from → to". */
    const cases: Record<string, { text: string; edits: readonly string[]; rule: string }> = {
      'first mentions without a body': {
        text: `${front}1. In resolution 75/158 it was said.\n\n2. In resolution 75/159 as well, and in resolution 75/158.\n`,
        edits: [
          'In resolution 75/158 it → It',
          '75/159 → 75/157',
          'In → In a text of the Council,',
          'as well → so',
        ],
        rule: 'resolution-body-at-first-mention',
      },
      'descriptions of a resolution': {
        text: `${front}1. In resolution 79/12, on the protection of rivers, it was clear.\n\n2. In resolution 79/12, on rivers, it was not. In resolution 79/12, on women migrant workers, it was.\n`,
        edits: [
          'women migrant workers → river workers',
          'river workers → lamps and oil',
          '79/12, on the → 79/13, on the',
        ],
        rule: 'resolution-two-descriptions',
      },
      'forms of a term': {
        text: `${front}1. The Conference called upon States to act.\n\n2. It called on States to go. It called on the Office.\n`,
        edits: [
          'called upon → asked',
          'called on States → called upon States',
          'It called on the → It asked the',
        ],
        rule: 'term-drift',
      },
      'names of a treaty': {
        text: `${front}1. The Organized Crime Convention was applied. The Organized Crime Convention helped.\n\n2. The Palermo Convention was signed.\n`,
        edits: [
          'was signed → has been signed',
          'Palermo → Organized Crime',
          'applied. The Organized Crime → applied. The Palermo',
        ],
        rule: 'treaty-name-varies',
      },
      'long quotations': {
        text: `${front}1. In its resolution 75/158, the Assembly said:\n\n> ${'The Assembly takes note of the report of the Office. '.repeat(10).trim()}\n\n2. The report was adopted.\n`,
        edits: ['its resolution 75/158 → a text', 'a text → resolution 75/158', '> The → The'],
        rule: 'long-quotation',
      },
      'the purpose and the masthead': {
        text: `Implementation of the Smuggling of Migrants Protocol\n\n${front}I. Introduction\n\n1. The present report is meant to tell of the implementation of the Trafficking in Persons Protocol.\n`,
        edits: ['Trafficking in Persons → Smuggling of Migrants', 'meant → made', 'Introduction → Beginning'],
        rule: 'purpose-against-masthead',
      },
    };
    for (const [name, { text, edits, rule }] of Object.entries(cases))
      it(name, () => {
        const open = new OpenDraft(text, { kind: 'report' });
        let now = text;
        let told = open.findings().filter((finding) => finding.rule.code === rule).length > 0;
        for (const edit of edits) {
          const [from, to] = edit.split(' → ') as [string, string];
          assert.ok(now.includes(from), from);
          now = applyEdit(open, now, { from: now.indexOf(from), length: from.length, insert: to });
          const fresh = new OpenDraft(now, { kind: 'report' });
          assert.equal(picture(open), picture(fresh), edit);
          told ||= fresh.findings().some((finding) => finding.rule.code === rule);
        }
        assert.ok(told, `${rule} has nothing to say of the text`);
      });
  });

  it('is the same where it is read by and by, and edited before all is read', () => {
    const step = fc.oneof(EDIT, fc.nat(300));
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 8 }), (initial, steps) => {
        const open = new OpenDraft(initial, { deferred: true });
        let now = initial;
        for (const one of steps) {
          if (typeof one === 'number') open.analysis.advance(one);
          else now = applyEdit(open, now, one);
          assert.ok(open.findings().every(({ block }) => open.draft.blocks[block.index] === block));
        }
        assert.ok(open.analysis.advance(Infinity));
        assert.ok(open.analysis.complete);
        assert.equal(picture(open), picture(new OpenDraft(now)));
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('tiles its text with blocks and counts its lines', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' }), fc.string()), (source) => {
        const draft = new Draft(source);
        assert.equal(draft.text, source);
        assert.equal(draft.lineCount, source.split(/\r\n|\r|\n/).length);
        for (const b of draft.blocks) {
          const { reading } = b;
          for (let i = 0; i <= reading.text.length; i += 7) {
            const at = reading.toSource(i);
            assert.ok(at >= 0 && at <= b.text.length);
          }
        }
      }),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 600) },
    );
  });
});
