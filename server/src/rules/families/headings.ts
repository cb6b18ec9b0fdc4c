import { letterValue, romanValue, toRoman } from '../../document/numerals.js';
import type { Heading } from '../../document/structure.js';
import { phrase } from '../../l10n/phrase.js';
import type { BlockContext } from '../blockContext.js';
import type { DraftContext } from '../draftContext.js';
import type { Rule } from '../rule.js';
import { relabel } from './numbering.js';
import { addTo } from '../../text/lists.js';

const LABEL = { kind: 'label' } as const;
const HEADINGS = 'Editorial Manual, Headings and subheadings';

/** Labelled headings of one style, in runs that belong to one parent. */
function runsOf(
  headings: readonly Heading[],
  style: string,
  value: (text: string) => number,
): { heading: Heading; value: number }[][] {
  const runs = new Map<string, { heading: Heading; value: number }[]>();
  let annexes = 0;
  for (const heading of headings) {
    // Chapters run on over the articles between them, not over an annex.
    if (heading.label?.style === 'annex' && heading.level === 1) annexes++;
    if (heading.label?.style !== style || !heading.labelBlock || heading.labelBlock.quoted) continue;
    const container = /^(?:article|rule|goal|target|principle|regulation|guideline) /.test(heading.container)
      ? `part ${annexes}`
      : heading.container === 'body' || heading.container.startsWith('annex')
        ? `part ${annexes}`
        : heading.container;
    const key = `${heading.parent}|${container}|${heading.level}`;
    const run = runs.get(key) ?? [];
    if (run.length === 0) runs.set(key, run);
    run.push({ heading, value: value(heading.label.value) });
  }
  return [...runs.values()];
}

/** What is said of a number out of turn. */
const SEQUENCE_MESSAGES = {
  default: 'Heading {found} follows heading {previous}; {expected} was expected.',
  first: 'The first heading here is {found}; {expected} was expected.',
  repeated: 'Heading {found} comes again or too late; {expected} was expected.',
  swapped: 'Heading {found} stands before heading {expected}. Exchange the two numbers or the two sections.',
};

/** Reports each break of a run once, and goes on from what was found when the next one agrees with it. */
function checkRuns(
  context: DraftContext,
  runs: readonly { heading: Heading; value: number }[][],
  write: (n: number) => string,
): void {
  for (const run of runs) {
    // A contents list, or a first part that was cut off, starts anew: that is no break.
    let last = 0;
    for (let i = 0; i < run.length; i++) {
      const { heading, value } = run[i]!;
      const expected = last + 1;
      const next = run[i + 1]?.value;
      if (value === expected || value === 0) {
        last = value || expected;
        continue;
      }
      const again = value === 1 && last === 1 && next === 2;
      if ((i === 0 && value !== 2) || (value === 1 && !again)) {
        last = value;
        continue;
      }
      const after = run[i + 2]?.value;
      const swapped =
        value === expected + 1 && next === expected && (after === undefined || after === value + 1);
      const block = heading.labelBlock!;
      const previous = run[i - 1]?.heading.labelBlock;
      context.report(block, LABEL, {
        variant: swapped ? 'swapped' : i === 0 ? 'first' : value < expected ? 'repeated' : 'default',
        args: { found: write(value), expected: write(expected), previous: write(last) },
        fixes: relabel(block, write(expected)),
        related: previous
          ? [{ block: previous, anchor: LABEL, message: phrase`Heading ${write(last)} stands here.` }]
          : [],
      });
      // Told once for the two.
      if (swapped) i++;
      last = next === expected + 1 && !swapped ? expected : value;
      if (next === value + 1) last = value;
    }
  }
}

const romanSequence: Rule = {
  code: 'heading-roman-sequence',
  ids: ['HEAD-001'],
  title: 'Main headings are numbered I, II, III without a gap',
  why: 'Sections are cited by their numerals; a gap sends a reference astray.',
  severity: { default: 'error', other: 'warning', record: 'off', letter: 'hint' },
  source: HEADINGS,
  fix: 'suggested',
  messages: SEQUENCE_MESSAGES,
  wrong: [
    'I. Introduction\n\n1. The Office held a meeting.\n\n⟦III.⟧ Activities\n\n2. It trained judges.\n',
    'I. Introduction\n\n1. The Office held a meeting.\n\n⟦III.⟧ Activities\n\n2. It trained judges.\n\nII. Members\n\n3. There were many.\n\nIV. Conclusions\n\n4. The work goes on.\n',
    'I. Introduction\n\n1. The Office held a meeting.\n\n⟦I.⟧ Activities\n\n2. It trained judges.\n\nII. Conclusions\n\n3. The work goes on.\n',
  ],
  right: ['I. Introduction\n\n1. The Office held a meeting.\n\nII. Activities\n\n2. It trained judges.\n'],
  draft: {
    reads: ['structure'],
    check(context) {
      checkRuns(context, runsOf(context.structure.headings, 'roman', romanValue), (n) =>
        toRoman(n).toUpperCase(),
      );
    },
  },
};

const letterSequence: Rule = {
  code: 'heading-letter-sequence',
  ids: ['HEAD-002'],
  title: 'Headings below I are lettered A, B, C, anew under each',
  why: 'Sections are cited as “sect. II.B”; a letter that is left out or carried over sends a reference astray.',
  severity: { default: 'error', other: 'warning', record: 'off', letter: 'hint' },
  source: HEADINGS,
  fix: 'suggested',
  messages: SEQUENCE_MESSAGES,
  wrong: [
    'I. Activities\n\nA. Support\n\n1. The Office held a meeting.\n\n⟦C.⟧ Training\n\n2. It trained judges.\n',
  ],
  right: [
    'I. Activities\n\nA. Support\n\n1. The Office held a meeting.\n\nB. Training\n\n2. It trained judges.\n\nII. More\n\nA. Laws\n\n3. It drafted laws.\n\nB. Plans\n\n4. It made plans.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      checkRuns(context, runsOf(context.structure.headings, 'capital', letterValue), (n) =>
        String.fromCharCode(64 + n),
      );
    },
  },
};

const arabicSequence: Rule = {
  code: 'heading-arabic-sequence',
  ids: ['HEAD-003'],
  title: 'Headings below A are numbered 1, 2, 3, anew under each',
  why: 'A heading numbered out of turn is taken for a paragraph, and cannot be cited.',
  severity: { default: 'error', other: 'warning', record: 'off', letter: 'hint', agenda: 'warning' },
  source: HEADINGS,
  fix: 'suggested',
  messages: SEQUENCE_MESSAGES,
  wrong: [
    'I. Activities\n\nA. Support\n\n1. First topic\n\n1. The Office held a meeting on the first topic.\n\n⟦3.⟧ Second topic\n\n2. It trained judges on the second topic.\n',
  ],
  right: [
    'I. Activities\n\nA. Support\n\n1. First topic\n\n1. The Office held a meeting on the first topic.\n\n2. Second topic\n\n2. It trained judges on the second topic.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      checkRuns(context, runsOf(context.structure.headings, 'arabic', Number), String);
    },
  },
};

const levelSkipped: Rule = {
  code: 'heading-level-skipped',
  ids: ['HEAD-004'],
  title: 'No level of heading is left out',
  why: 'Headings go I., A., 1.; a level that is left out suggests that a heading is missing.',
  severity: { default: 'off', report: 'warning', note: 'warning' },
  source: HEADINGS,
  fix: 'none',
  messages: { default: 'Heading {found} stands directly below heading {parent}; a level is left out.' },
  wrong: [
    'I. Activities\n\n⟦1.⟧ First topic\n\n1. The Office held a meeting.\n\n2. Second topic\n\n2. It trained judges.\n',
  ],
  right: [
    'I. Activities\n\nA. Support\n\n1. First topic\n\n1. The Office held a meeting.\n\n2. Second topic\n\n2. It trained judges.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings } = context.structure;
      const reported = new Set<number>();
      for (const h of headings) {
        if (h.label?.style !== 'arabic' || h.level !== 3 || h.parent < 0) continue;
        const parent = headings[h.parent]!;
        if (parent.label?.style !== 'roman' || parent.level !== 1 || reported.has(h.parent)) continue;
        reported.add(h.parent);
        context.report(h.labelBlock!, LABEL, { args: { found: h.label.text, parent: parent.label.text } });
      }
    },
  },
};

const single: Rule = {
  code: 'heading-single',
  ids: ['HEAD-005'],
  title: 'A section is divided into two or more',
  why: 'A single subheading divides nothing; it can be joined with the heading above it.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: HEADINGS,
  fix: 'none',
  onSave: true,
  messages: { default: 'Heading {found} is the only one at its level in this section.' },
  wrong: [
    'I. Activities\n\n⟦A.⟧ Support\n\n1. The Office held a meeting.\n\nII. Conclusions\n\n2. The work goes on.\n',
  ],
  right: [
    'I. Activities\n\nA. Support\n\n1. The Office held a meeting.\n\nB. Training\n\n2. It trained judges.\n\nII. Conclusions\n\n3. The work goes on.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings } = context.structure;
      const children = new Map<number, Heading[]>();
      for (const h of headings) if (h.parent >= 0) addTo(children, h.parent, h);
      for (const group of children.values()) {
        const only = group[0]!;
        if (
          group.length !== 1 ||
          !only.label ||
          !only.labelBlock ||
          only.label.style === 'annex' ||
          only.label.style === 'article'
        )
          continue;
        context.report(only.labelBlock, LABEL, { args: { found: only.label.text } });
      }
    },
  },
};

const finalStop: Rule = {
  code: 'heading-full-stop',
  ids: ['HEAD-006'],
  title: 'A heading has no full stop at its end',
  why: 'Headings are no sentences.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: HEADINGS,
  fix: 'suggested',
  messages: { default: 'A heading has no full stop at its end.' },
  wrong: [
    '# I. Introduction⟦.⟧\n\n1. The Office held a meeting.\n\n# II. Activities\n\n2. It trained judges.\n',
  ],
  right: [
    '# I. Introduction\n\n1. The Office held a meeting.\n\n# II. Activities of Example Inc.\n\n2. It trained judges.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['heading'],
    check(context) {
      const { text, block } = context;
      if (block.form !== 'atx' && !block.labelled) return;
      // An abbreviation keeps its stop; a run-in heading has its sentence behind it.
      if (!/[a-z]{4}\.$/.test(text) || text.length > 160 || text.includes('. ')) return;
      context.report(text.length - 1, text.length, {
        fix: {
          title: phrase`Remove the full stop`,
          edits: [{ start: text.length - 1, end: text.length, text: '' }],
        },
      });
    },
  },
};

/** Whether most of a title is the name of a body, or it bears a symbol. */
function isName({ text, citations }: BlockContext): boolean {
  return citations.some(
    (c) => c.type === 'symbol' || (c.type === 'body' && (c.end - c.start) * 2 > text.length),
  );
}

const inCapitals: Rule = {
  code: 'heading-capitals',
  ids: ['HEAD-007'],
  title: 'Headings are in sentence style',
  why: 'Capitals for all letters hide which words are names.',
  severity: { default: 'hint', record: 'off', treaty: 'off', resolution: 'off', decision: 'off' },
  source: 'Instructions for the preparation of official documents; Editorial Manual, Capitalization',
  fix: 'none',
  language: true,
  messages: { default: 'Headings are written in sentence style, not in capitals.' },
  wrong: [
    '1. The Office held a meeting.\n\n# ⟦INTRODUCTORY STATEMENT⟧\n\nThe Office held a meeting in the spring of the year under review, as planned.\n',
    'Tuesday, 13 October 2020\n\n## **⟦STATEMENT OF THE OFFICE⟧**\n\nMadam Chair,\n\nThe Office held a meeting in the spring of the year under review, as planned.\n',
  ],
  right: [
    'UNITED NATIONS\n\nGENERAL ASSEMBLY\n\n# Introductory statement\n\nThe Office held a meeting in the spring of the year under review, as planned.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['heading', 'title'],
    check(context) {
      const { text } = context;
      if (text.length < 12 || text.length > 200 || text !== text.toUpperCase()) return;
      // A letterhead has the name of an organ in capitals.
      if (context.role === 'title' && (/^(?:UNITED |NATIONS )/.test(text) || isName(context))) return;
      if (/[A-Z]{4,} (?:[A-Z]{1,3} ){0,3}[A-Z]{4,}/.test(text)) context.report(0, text.length);
    },
  },
};

const abbreviation: Rule = {
  code: 'heading-abbreviation',
  ids: ['HEAD-008'],
  title: 'Headings have no abbreviations',
  why: 'A heading is read in the contents, before the text has said what the letters stand for.',
  severity: { default: 'off', report: 'hint', note: 'hint', resolution: 'hint', decision: 'hint' },
  source: 'Editorial Manual, Abbreviations and acronyms',
  fix: 'none',
  language: true,
  messages: { default: 'In a heading the name is written in full rather than as “{acronym}”.' },
  wrong: [
    'I. Activities of ⟦ICTX⟧\n\n1. The Office held a meeting.\n\nII. Conclusions\n\n2. The work goes on.\n',
  ],
  right: [
    'I. Activities during the COVID-19 pandemic\n\n1. The Office held a meeting.\n\nII. Conclusions\n\n2. The work goes on.\n',
  ],
  block: {
    on: { citations: ['acronym'] },
    roles: ['heading'],
    check(context, start, end, citation) {
      if (citation?.type !== 'acronym' || context.text === context.text.toUpperCase()) return;
      // Names that are only ever written so.
      if (/^(?:COVID|HIV|AIDS|UN|INTERPOL|UNESCO|UNICEF|UNAIDS|ISIL|II|III|IV)\b/.test(citation.acronym))
        return;
      context.report(start, end, { args: { acronym: citation.acronym } });
    },
  },
};

const emptySection: Rule = {
  code: 'section-empty',
  ids: ['HEAD-011'],
  title: 'A section has text',
  why: 'A heading with nothing below it promises what is not there.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'none',
  onSave: true,
  messages: { default: 'No text stands below heading {found}.' },
  wrong: [
    'I. Introduction\n\n1. The Office held a meeting.\n\n⟦II.⟧ Activities\n\nIII. Conclusions\n\n2. The work goes on.\n',
  ],
  right: [
    'I. Introduction\n\n1. The Office held a meeting.\n\nII. Activities\n\nA. Training\n\n2. It trained judges.\n\nB. Laws\n\n3. It drafted laws.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings } = context.structure;
      headings.forEach((h, i) => {
        const next = headings[i + 1];
        if (!next || h.level === 0 || next.level > h.level || !h.labelBlock || !h.label) return;
        // Only between headings of one series: what a converter took for a heading proves nothing.
        if (next.label?.style !== h.label.style || next.level !== h.level) return;
        if (h.label.style !== 'roman' && h.label.style !== 'capital') return;
        for (let b = h.block.index + 1; b < (next.labelBlock ?? next.block).index; b++)
          if (context.blocks[b]!.form !== 'furniture' && context.blocks[b]!.form !== 'blank') return;
        context.report(h.labelBlock, LABEL, { args: { found: h.label.text } });
      });
    },
  },
};

const mixedSiblings: Rule = {
  code: 'heading-siblings-mixed',
  ids: ['HEAD-012'],
  title: 'Headings at one level are all numbered, or none is',
  why: 'A heading without a number among numbered ones can’t be cited, and its level is unclear.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: HEADINGS,
  fix: 'none',
  onSave: true,
  messages: { default: 'The other headings at this level are numbered.' },
  wrong: [
    '# I. Introduction\n\n1. The Office held a meeting.\n\n# II. Activities\n\n2. It trained judges.\n\n# ⟦Outlook⟧\n\n3. The work goes on.\n\n# III. Conclusions\n\n4. It went well.\n',
  ],
  right: [
    '# I. Introduction\n\n1. The Office held a meeting.\n\n## Outlook\n\n2. It trained judges.\n\n# II. Conclusions\n\n3. It went well.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings } = context.structure;
      const depth = (h: Heading): number => /^[ \t]*(#+)/.exec(h.block.text.slice(0, 10))?.[1]?.length ?? 0;
      headings.forEach((h, i) => {
        if (h.label || h.block.form !== 'atx' || h.level === 0 || h.container !== 'body') return;
        const near = [headings[i - 1], headings[i + 1]];
        if (!near.every((n) => n?.label?.style === 'roman')) return;
        const own = depth(h);
        // Numbered headings of the same depth on both sides.
        if (near.every((n) => n !== undefined && n.block.form === 'atx' && depth(n) === own))
          context.report(h.block, {
            kind: 'source',
            ...h.block.reading.spanToSource(0, h.block.reading.text.length),
          });
      });
    },
  },
};

/** A line of a table of contents: the label, the title, and what leads to the page. */
const CONTENTS_ENTRY =
  /^\s*([IVX]{1,6}|[A-Z])\.\s+(.+?)(?:\s*(?:[.…]\s?){3,}\s*|\s{2,}|\t+|\s)(\d{1,3})?(?:[–-]\d{1,3})?(?:\s+\d{1,3})?\s*$/;

const contentsDiffer: Rule = {
  code: 'contents-differ',
  ids: ['HEAD-010'],
  title: 'The table of contents has the headings as they are',
  why: 'A reader looks for the words of the contents and finds others, or nothing.',
  severity: { default: 'off', report: 'warning', note: 'warning', other: 'hint' },
  source: null,
  fix: 'none',
  messages: {
    default: 'The heading {label} reads “{heading}” in the text.',
    missing: 'There is no heading {label} in the text.',
  },
  wrong: [
    'Report of the Secretariat\n\nContents\n\nI. Introduction ........ 2\n\n⟦II. Work of the courts ........ 3⟧\n\nIII. Conclusions ........ 9\n\nI. Introduction\n\n1. The Office met.\n\nII. Work of the police\n\n2. It worked.\n\nIII. Conclusions\n\n3. It ended.\n',
  ],
  right: [
    'Report of the Secretariat\n\nContents\n\nI. Introduction ........ 2\n\nII. Work of the police ........ 3\n\nI. Introduction\n\n1. The Office met.\n\nII. Work of the police\n\n2. It worked.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['contents'],
    check(context, start, end) {
      const entry = CONTENTS_ENTRY.exec(context.block.text.slice(0, 300).replace(/\*\*|\r?\n[\s\S]*$/g, ''));
      if (entry && /^[IVX]+$/.test(entry[1]!))
        context.fact('contents-entry', `${entry[1]}|${entry[2]!.trim()}`, start, end);
    },
  },
  draft: {
    reads: ['structure', 'fact:contents-entry'],
    check(context) {
      const entries = [...context.factsOf('contents-entry')];
      // A label that comes again begins the list of the annexes.
      const labels = entries.map(({ item }) => item.key.split('|')[0]);
      const again = labels.findIndex((label, i) => labels.indexOf(label) < i);
      if (again >= 0) entries.length = again;
      if (entries.length < 2) return;
      const titles = new Map<string, string>();
      for (const h of context.structure.headings)
        if (h.label?.style === 'roman' && h.container === 'body' && !titles.has(h.label.value))
          titles.set(h.label.value, h.block.body.text);
      // Headings that a converter lost, or contents of another text: nothing can be compared.
      const found = entries.filter(({ item }) => titles.has(item.key.split('|')[0]!));
      if (found.length * 2 < entries.length || titles.size < 2) return;
      for (const { block, item, anchor } of entries) {
        const [label, title] = item.key.split('|') as [string, string];
        const heading = titles.get(label);
        if (heading === undefined) {
          context.report(block, anchor, { variant: 'missing', args: { label }, atMost: 'hint' });
          continue;
        }
        if (wordsOf(heading).startsWith(wordsOf(title)) || wordsOf(title).startsWith(wordsOf(heading)))
          continue;
        context.report(block, anchor, { args: { label, heading } });
      }
    },
  },
};

/** Letters and digits only: notes' marks, dashes and capitals make no other title. */
function wordsOf(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}]+/gu, '');
}

export const rules: readonly Rule[] = [
  contentsDiffer,
  romanSequence,
  letterSequence,
  arabicSequence,
  levelSkipped,
  single,
  finalStop,
  inCapitals,
  abbreviation,
  emptySection,
  mixedSiblings,
];
