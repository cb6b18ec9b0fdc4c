import type { Block } from '../../document/block.js';
import { featuresOf } from '../../document/features.js';
import { letterValue, romanValue, toLetter, toRoman } from '../../document/numerals.js';
import type { NumberingBreak } from '../../document/structure.js';
import { phrase } from '../../l10n/phrase.js';
import { isForSpeaker } from '../roles.js';
import { containerWords } from '../words.js';
import type { DraftContext } from '../draftContext.js';
import type { Fix, Rule } from '../rule.js';
import { firstIn } from '../../text/search.js';

const LABEL = { kind: 'label' } as const;
const PARAGRAPHS = 'Editorial Manual, Paragraphs and subparagraphs';

/** Writes another number into a block's label. */
export function relabel(block: Block, value: string): Fix[] {
  const label = block.label;
  if (!label) return [];
  const bare = value.replace(/[()]/g, '');
  return [
    {
      kind: 'suggested',
      title: phrase`Change “${label.value}” to “${bare}”`,
      edits: () => [{ block, start: label.valueSpan.start, end: label.valueSpan.end, text: bare }],
    },
  ];
}

function report(context: DraftContext, b: NumberingBreak, variant: string): void {
  const args = { found: b.found, expected: b.expected, previous: b.previous?.number ?? '' };
  context.report(b.block, LABEL, {
    variant,
    args,
    fixes: relabel(b.block, b.expected),
    related: b.previous
      ? [{ block: b.previous, anchor: LABEL, message: phrase`Paragraph ${b.previous.number} stands here.` }]
      : [],
  });
}

/** A gap of one number with one unnumbered paragraph in it: the paragraph lost its number. */
function explained(b: NumberingBreak): boolean {
  return b.unnumbered !== null && Number(b.found) - Number(b.expected) === 1;
}

const paragraphSequence: Rule = {
  code: 'paragraph-sequence',
  ids: ['PAR-001'],
  title: 'Paragraph numbers run consecutively through the whole text',
  why: 'Paragraphs are cited by their numbers. A number that is left out or out of order sends every later reference astray.',
  severity: 'error',
  source: PARAGRAPHS,
  fix: 'suggested',
  messages: {
    default:
      'Paragraph {found} follows paragraph {previous}; {expected} was expected. Renumber the paragraphs, or change this number.',
    gap: 'Paragraph {expected} is missing: {found} follows {previous}. Renumber from here, or put the missing paragraph back.',
    swapped:
      'Paragraph {found} stands before paragraph {expected}. Exchange the two numbers or the two paragraphs.',
    restart:
      'The numbers start again here; paragraphs are numbered through the whole text. {expected} was expected.',
  },
  wrong: [
    'I. Introduction\n\n1. The Office held a meeting.\n\n2. It was attended by all members.\n\n⟦4.⟧ The report was adopted.\n\n5. The meeting was closed.\n',
    '1. The Office held a meeting.\n\n2. It was attended by all.\n\n⟦4.⟧ The report was adopted.\n\n3. The agenda was adopted.\n\n5. The meeting was closed.\n',
  ],
  right: [
    'I. Introduction\n\n1. The Office held a meeting.\n\nA. Support\n\n1. First heading\n\n2. It was attended by all members.\n\n2. Second heading\n\n3. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      for (const b of context.structure.breaks) {
        if (b.level !== 1 || b.what === 'duplicate' || b.block.quoted) continue;
        if (context.facts.kind !== 'record' && explained(b)) continue;
        report(context, b, b.what === 'order' ? 'default' : b.what);
      }
    },
  },
};

const paragraphDuplicate: Rule = {
  code: 'paragraph-duplicate',
  ids: ['PAR-003'],
  title: 'No paragraph number is used twice',
  why: 'Two paragraphs with one number cannot be told apart in a reference.',
  severity: 'error',
  source: PARAGRAPHS,
  fix: 'suggested',
  messages: { default: 'The number {found} is used twice; {expected} was expected here.' },
  wrong: [
    '1. The Office held a meeting.\n\n2. It was attended by all.\n\n⟦2.⟧ The report was adopted.\n\n4. The meeting was closed.\n',
    '1. The Office held a meeting.\n\n2. It was attended by all.\n\n⟦2.⟧ The report was adopted.\n\n3. The meeting was closed.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n2. It was attended by all.\n\n2 bis. The report was adopted.\n\n3. The meeting was closed.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      for (const b of context.structure.breaks)
        if (b.level === 1 && b.what === 'duplicate' && !b.block.quoted) report(context, b, 'default');
    },
  },
};

const paragraphUnnumbered: Rule = {
  code: 'paragraph-unnumbered',
  ids: ['PAR-004'],
  title: 'Every paragraph of the body has a number',
  why: 'A paragraph without a number cannot be cited.',
  severity: { default: 'warning', record: 'off' },
  source: PARAGRAPHS,
  fix: 'suggested',
  messages: { default: 'This paragraph has no number, and number {expected} is missing after {previous}.' },
  wrong: [
    '1. The Office held a meeting in the spring of the year under review, as planned.\n\n⟦It was attended by all the members of the working group and by observers.⟧\n\n3. The report was adopted without a vote.\n\n4. The meeting was closed.\n',
  ],
  right: [
    'Summary\n\nThe present report describes the work of the Office in the period under review.\n\n1. The Office held a meeting.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      for (const b of context.structure.breaks) {
        const block = b.unnumbered;
        if (b.level !== 1 || b.what !== 'gap' || !block || !explained(b) || b.block.quoted) continue;
        context.report(
          block,
          { kind: 'block' },
          {
            args: { expected: b.expected, previous: b.previous?.number ?? '' },
            fixes: [
              {
                kind: 'suggested',
                title: phrase`Number this paragraph ${b.expected}`,
                edits: () => [
                  { block, start: block.contentStart, end: block.contentStart, text: `${b.expected}. ` },
                ],
              },
            ],
            related: [{ block: b.block, anchor: LABEL, message: phrase`Paragraph ${b.found} follows.` }],
          },
        );
      }
    },
  },
};

const statementNumbered: Rule = {
  code: 'statement-numbered',
  ids: ['PAR-005'],
  title: 'Statements carry no paragraph numbers',
  why: 'Numbers are for texts that are cited by paragraph. A statement that is circulated is read out, not cited.',
  severity: { default: 'off', statement: 'information' },
  source: PARAGRAPHS,
  fix: 'suggested',
  spoken: true,
  messages: { default: 'The paragraphs of a statement are not numbered.' },
  exampleKind: 'statement',
  wrong: [
    'Madam Chair,\n\n⟦1.⟧ It is an honour to speak to this meeting on behalf of my delegation.\n\n2. We thank the Secretariat for its report.\n\n3. We support the draft.\n\nI thank you.\n',
  ],
  right: [
    'Madam Chair,\n\nIt is an honour to speak to this meeting.\n\nWe thank the Secretariat for its report.\n\nI thank you.\n',
    'Talking points on harbours\n\n1. The moorings are old, and the lights that stand behind them are older still.\n\n2. The lights are new, and the moorings that lie before them are newer.\n\n3. The wardens are few, and the harbours that they look after are many.\n',
    'Speaking notes for the Chair\n\nMadam Chair,\n\n1. Call the meeting to order.\n\n2. Open the floor.\n\n3. Close the item.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const numbered = context.structure.paragraphs.filter((p) => p.level === 1);
      const first = numbered[0];
      // The verbatim records of old are numbered through a whole meeting; a few points, or a line for each step, are a list.
      if (!first || first.number !== '1' || numbered.length < 3) return;
      // Talking points and notes for a speaker are no text that is read out.
      if (isForSpeaker(context)) return;
      if (numbered.every((p) => featuresOf(p).length <= 60)) return;
      const prose = context.blocks.filter((b) => b.role === 'prose' && b.index > first.index).length;
      if (prose <= numbered.length) context.report(first, LABEL);
    },
  },
};

const subparagraphLevel: Rule = {
  code: 'subparagraph-level',
  ids: ['PAR-006'],
  title: 'Subparagraphs go (a), then (i), then a.',
  why: 'Readers tell the level of a subparagraph by its label.',
  severity: {
    default: 'warning',
    statement: 'off',
    record: 'off',
    other: 'hint',
    letter: 'hint',
    agenda: 'off',
    treaty: 'hint',
  },
  source: PARAGRAPHS,
  fix: 'suggested',
  messages: {
    default: 'The first subparagraphs of a paragraph are (a), (b), (c); (i), (ii), (iii) come below them.',
  },
  wrong: [
    '1. The Office did the following:\n\n⟦(i)⟧ It held meetings;\n\n(ii) It trained judges.\n\n2. The report was adopted.\n',
  ],
  right: [
    '1. The Office did the following:\n\n(a) It held meetings:\n\n(i) In Vienna;\n\n(ii) In Geneva;\n\n(b) It trained judges.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { paragraphs } = context.structure;
      for (let i = 0; i < paragraphs.length; i++) {
        const p = paragraphs[i]!;
        if (p.quoted || p.label?.style !== 'letter' || p.label.value !== 'i' || p.level !== 2) continue;
        if (!/\d/.test(p.number)) continue;
        const next = paragraphs[i + 1];
        if (next?.label?.value !== 'ii') continue;
        context.report(p, LABEL);
      }
    },
  },
};

const subparagraphSequence: Rule = {
  code: 'subparagraph-sequence',
  ids: ['PAR-007'],
  title: 'Subparagraphs follow on without gap or repetition',
  why: 'Subparagraphs are cited by their letters. A letter that is left out or used twice makes a reference point to nothing, or to two places.',
  severity: 'error',
  source: PARAGRAPHS,
  fix: 'suggested',
  messages: {
    default: 'Subparagraph {found} stands where {expected} was expected.',
    gap: 'Subparagraph {expected} is missing before {found}.',
    duplicate: 'Subparagraph {found} is used twice; {expected} was expected.',
  },
  wrong: [
    '1. The Office:\n\n(a) Held meetings;\n\n(b) Trained judges;\n\n⟦(d)⟧ Drafted laws.\n\n2. The report was adopted.\n',
  ],
  right: [
    '1. The Office:\n\n(a) Held meetings;\n\n(b) Trained judges;\n\n(c) Drafted laws.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      for (const b of context.structure.breaks) {
        if (b.level < 2 || b.block.quoted) continue;
        context.report(b.block, LABEL, {
          variant: b.what === 'gap' || b.what === 'duplicate' ? b.what : 'default',
          args: { found: b.found, expected: b.expected },
          fixes: relabel(b.block, b.expected),
        });
      }
    },
  },
};

const subparagraphSingle: Rule = {
  code: 'subparagraph-single',
  ids: ['PAR-007'],
  title: 'A list has more than one subparagraph',
  why: 'A single subparagraph divides nothing; its words can go into the paragraph.',
  severity: {
    default: 'hint',
    treaty: 'off',
    record: 'off',
    statement: 'off',
    letter: 'off',
    other: 'off',
    agenda: 'off',
  },
  source: null,
  fix: 'none',
  onSave: true,
  messages: { default: 'Subparagraph {found} stands alone; its words can go into the paragraph.' },
  wrong: ['1. The Office:\n\n⟦(a)⟧ Held meetings.\n\n2. The report was adopted.\n'],
  right: ['1. The Office:\n\n(a) Held meetings;\n\n(b) Trained judges.\n\n2. The report was adopted.\n'],
  draft: {
    reads: ['structure'],
    check(context) {
      const { paragraphs } = context.structure;
      paragraphs.forEach((p, i) => {
        if (p.level < 2 || p.quoted || p.label?.style !== 'letter') return;
        const first = p.label.value === 'a' || (p.label.value === 'i' && p.level > 2);
        if (!first || !/\d/.test(p.number)) return;
        for (let j = i + 1; j < paragraphs.length; j++) {
          const q = paragraphs[j]!;
          if (q.level < p.level) break;
          if (q.level === p.level) return;
        }
        if (i + 1 < paragraphs.length) context.report(p, LABEL, { args: { found: p.label.text } });
      });
    },
  },
};

const annexNumbering: Rule = {
  code: 'annex-numbering',
  ids: ['PAR-009'],
  title: 'The paragraphs of an annex are numbered anew from 1',
  why: 'Each annex is cited on its own: “annex I, para. 3”.',
  severity: { default: 'warning', record: 'off', other: 'hint' },
  source: null,
  fix: 'suggested',
  messages: { default: 'The first paragraph of {container} has the number {found}; annexes start at 1.' },
  wrong: [
    '1. The Office held a meeting.\n\n2. The report was adopted.\n\n# Annex I\n\n⟦3.⟧ The meeting was held in Vienna.\n\n4. The agenda was adopted.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n2. The report was adopted.\n\n# Annex I\n\n1. The meeting was held in Vienna.\n\n2. The agenda was adopted.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const seen = new Set<number>();
      let last = 0;
      for (const p of context.structure.paragraphs) {
        if (p.level !== 1) continue;
        const n = Number.parseInt(p.number, 10);
        if (p.container.startsWith('annex') && !seen.has(p.scope) && n === last + 1 && n > 1) {
          context.report(p, LABEL, {
            args: { container: containerWords(p.container), found: p.number },
            fixes: relabel(p, '1'),
          });
        }
        seen.add(p.scope);
        last = n;
      }
    },
  },
};

/** Whether a numbered operative paragraph stands on that side of a block, with no heading between them. */
function neighbour(context: DraftContext, block: Block, step: 1 | -1): boolean {
  for (let i = block.index + step; i >= 0 && i < context.blocks.length; i += step) {
    const other = context.blocks[i]!;
    if (other.role === 'heading' || other.role === 'title' || other.role === 'organ') return false;
    if (other.role === 'operative' && other.labelled && other.level === 1) return true;
  }
  return false;
}

const operativeUnnumbered: Rule = {
  code: 'operative-unnumbered',
  ids: ['PAR-010'],
  title: 'Operative paragraphs are numbered',
  why: 'Operative paragraphs are cited by number; only a resolution with a single one leaves it without.',
  severity: { default: 'off', resolution: 'error', decision: 'error' },
  source: 'Editorial Manual, Resolutions: drafting and editing',
  fix: 'suggested',
  messages: {
    default: 'This operative paragraph has no number; the others are numbered.',
    all: 'The operative paragraphs have no numbers; they are numbered where there are several.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n⟦*Requests* the Secretary-General to report on the matter;⟧\n\n2. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n⟦*Requests* the Secretary-General to report on the matter;⟧\n\n*Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n*Decides* to remain seized of the matter.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const numbered = context.structure.paragraphs.filter((p) => p.level === 1 && p.role === 'operative');
      const first = numbered[0];
      const last = numbered.at(-1);
      if (!first && context.facts.status === 'draft') {
        const bare = context.blocks.filter(
          (b) =>
            b.role === 'operative' &&
            !b.labelled &&
            !b.quoted &&
            featuresOf(b).opening === 'verb' &&
            featuresOf(b).length >= 30,
        );
        if (bare.length > 1) context.report(bare[0]!, { kind: 'block' }, { variant: 'all' });
        return;
      }
      if (!first || !last || numbered.length < 2) return;
      for (const b of context.blocks) {
        if (b.role !== 'operative' || b.labelled || b.quoted || b.index > last.index) continue;
        const f = featuresOf(b);
        // Sub-headings and paragraphs that go on below their subparagraphs are no operative paragraphs of their own.
        if (
          f.opening !== 'verb' ||
          f.length < 30 ||
          !f.italicStart ||
          (f.ending !== 'semicolon' && f.ending !== 'stop')
        )
          continue;
        // Sections of a resolution are numbered by themselves: a numbered paragraph stands before and behind it, no
        // heading in between.
        if (!neighbour(context, b, -1) || !neighbour(context, b, 1)) continue;
        context.report(b, { kind: 'block' });
      }
    },
  },
};

const preambularNumbered: Rule = {
  code: 'preambular-numbered',
  ids: ['PAR-010'],
  title: 'Preambular paragraphs carry no number',
  why: 'The preamble is cited by its words or by the place of a paragraph; numbers are for the operative part.',
  severity: { default: 'off', resolution: 'error', decision: 'error' },
  source: 'Editorial Manual, Resolutions: drafting and editing',
  fix: 'suggested',
  messages: { default: 'Preambular paragraphs are not numbered.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n⟦1.⟧ *Recalling* its earlier resolutions on the matter,\n\n2. *Noting* the report of the Secretary-General,\n\n3. *Welcomes* the report;\n\n4. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const first = context.structure.paragraphs.find((p) => p.level === 1 && p.container === 'operative');
      if (!first) return;
      const f = featuresOf(first);
      if (f.opening !== 'participle' || f.ending !== 'comma') return;
      const label = first.label!;
      context.report(first, LABEL, {
        fixes: [
          {
            kind: 'suggested',
            title: phrase`Remove the number`,
            edits: () => [{ block: first, start: label.start, end: label.bodyStart, text: '' }],
          },
        ],
      });
    },
  },
};

/** How long a member of an enumeration in running text may be, and what stands before the enumeration. */
const LONGEST_MEMBER = 2_000;
const LONGEST_LIST = 5_000;

const inlineEnumeration: Rule = {
  code: 'inline-enumeration',
  ids: ['PAR-008'],
  title: 'Enumerations in a sentence are marked (a), (b), (c)',
  why: 'The first degree of an enumeration is (a), in a sentence as in a list.',
  severity: { default: 'hint', treaty: 'off', record: 'off', resolution: 'off', decision: 'off' },
  source: PARAGRAPHS,
  fix: 'suggested',
  language: true,
  messages: { default: 'Enumerations in a sentence are marked (a), (b), (c) rather than {found}.' },
  wrong: [
    '1. The Office took up three topics: ⟦(i)⟧ prevention; (ii) protection; and (iii) prosecution.\n\n2. The report was adopted.\n',
  ],
  right: [
    '1. The Office took up three topics: (a) prevention; (b) protection; and (c) prosecution.\n\n2. See article 3, paragraph (a) (i) and (ii), of the Protocol.\n',
  ],
  block: {
    on: { chars: '(' },
    roles: ['paragraph', 'prose', 'continuation', 'item'],
    check(context, start) {
      const { text } = context;
      if (text.slice(start, start + 4) !== '(i) ' && text.slice(start, start + 4) !== '(1) ') return;
      if (start > 0 && !/[:;,a-z] $/.test(text.slice(Math.max(0, start - 2), start))) return;
      if (/\([a-z]\) ?$|\d ?$/.test(text.slice(Math.max(0, start - 5), start))) return;
      const roman = text[start + 1] === 'i';
      if (firstIn(text, '(a) ', start - LONGEST_LIST, start) >= 0) return;
      const members: { start: number; end: number }[] = [];
      for (let n = 1, at = start; n <= 12; n++) {
        const mark = `(${roman ? toRoman(n) : n}) `;
        at = firstIn(text, mark, at, at + LONGEST_MEMBER);
        if (at < 0 || (n > 1 && !/[;,] (?:and |or )?$/.test(text.slice(Math.max(0, at - 6), at)))) break;
        members.push({ start: at + 1, end: at + mark.length - 2 });
      }
      if (members.length < 2) return;
      context.report(start, start + 3, {
        args: { found: roman ? '(i), (ii), (iii)' : '(1), (2), (3)' },
        fix: {
          title: phrase`Use (a), (b), (c)`,
          edits: members.map((m, i) => ({ ...m, text: toLetter(i + 1) })),
        },
      });
    },
  },
};

const pageBreaks: Rule = {
  code: 'page-break-cuts',
  ids: ['PAR-013', 'PAR-014'],
  title: 'Paragraphs and words are whole',
  why: 'A conversion cuts paragraphs where a page ended. They are counted, found and numbered as two.',
  severity: { default: 'information', record: 'off' },
  source: null,
  fix: 'none',
  onSave: true,
  messages: {
    default:
      'Page breaks cut this document in {count} places; this is the first one. The command “Clean up a converted text” joins the parts.',
  },
  wrong: [
    '1. The Office held a meeting in the spring of the year, as planned, with all members of the\n\n⟦working group and observers.⟧\n\n2. The report on the meeting was adopted without a vote by the members of the working\n\ngroup in the autumn.\n',
  ],
  right: ['1. The Office held a meeting in the spring of the year.\n\n2. The report was adopted.\n'],
  draft: {
    reads: ['structure'],
    check(context) {
      let first: Block | null = null;
      let count = 0;
      for (const b of context.blocks) {
        if (b.role !== 'continuation' || b.quoted || !b.continues) continue;
        if (featuresOf(b).first !== 'lower' || featuresOf(b.continues).ending !== 'none') continue;
        first ??= b;
        count++;
      }
      // A single one may be a slip; several are the trace of a conversion.
      if (first && count >= 2) context.report(first, { kind: 'block' }, { args: { count } });
    },
  },
};

const bulletEnding: Rule = {
  code: 'bullet-ending',
  ids: ['PAR-012'],
  title: 'Bulleted items end with a full stop or with nothing',
  why: 'Semicolons belong to lettered subparagraphs, which are parts of a sentence.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: PARAGRAPHS,
  fix: 'none',
  messages: {
    default: 'Bulleted items end with a full stop or with nothing, not with a comma or semicolon.',
  },
  wrong: [
    '1. The Office trained the following:\n\n⟦• Judges in two regions;⟧\n\n• Prosecutors in three regions;\n\n• Officers.\n',
  ],
  right: ['1. The Office trained the following:\n\n• Judges\n\n• Prosecutors\n\n• Officers\n'],
  draft: {
    reads: ['structure'],
    check(context) {
      let inList = false;
      for (const b of context.blocks) {
        if (b.role !== 'item' || b.form !== 'bullet' || b.quoted) {
          if (b.role !== 'note' && b.role !== 'furniture') inList = false;
          continue;
        }
        const { ending } = featuresOf(b);
        // One finding for a list.
        if (!inList && (ending === 'semicolon' || ending === 'comma')) {
          context.report(b, { kind: 'block' });
          inList = true;
        }
      }
    },
  },
};

export const rules: readonly Rule[] = [
  paragraphSequence,
  paragraphDuplicate,
  paragraphUnnumbered,
  statementNumbered,
  subparagraphLevel,
  subparagraphSequence,
  subparagraphSingle,
  inlineEnumeration,
  annexNumbering,
  operativeUnnumbered,
  preambularNumbered,
  pageBreaks,
  bulletEnding,
];

/** The value of a letter or roman label, for families that compare them. */
export function labelValue(value: string, roman: boolean): number {
  return roman ? romanValue(value) : letterValue(value);
}
