import { letterValue, romanValue, toRoman } from '../../document/numerals.js';
import type { Heading } from '../../document/structure.js';
import type { DraftContext } from '../draftContext.js';
import type { Rule } from '../rule.js';
import { relabel } from './numbering.js';

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

/** Reports each break of a run once, and goes on from what was found when the next one agrees with it. */
function checkRuns(
  context: DraftContext,
  runs: readonly { heading: Heading; value: number }[][],
  write: (n: number) => string,
): void {
  for (const run of runs) {
    // A contents list, or a first part that was cut off, starts anew: that is no break.
    let last = 0;
    run.forEach(({ heading, value }, i) => {
      const expected = last + 1;
      const next = run[i + 1]?.value;
      if (value === expected || value === 0) {
        last = value || expected;
        return;
      }
      if (i === 0 && value !== 2) {
        last = value;
        return;
      }
      if (value === 1) {
        last = 1;
        return;
      }
      const block = heading.labelBlock!;
      const previous = run[i - 1]?.heading.labelBlock;
      context.report(block, LABEL, {
        variant: value < expected ? 'repeated' : 'default',
        args: { found: write(value), expected: write(expected), previous: i > 0 ? write(last) : '–' },
        fixes: relabel(block, write(expected)),
        related: previous
          ? [{ block: previous, anchor: LABEL, message: `Heading ${write(last)} stands here.` }]
          : [],
      });
      last = next === value + 1 ? value : next === expected + 1 ? expected : value;
    });
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
  messages: {
    default: 'Heading {found} follows heading {previous}; {expected} was expected.',
    repeated: 'Heading {found} comes again or too late; {expected} was expected.',
  },
  wrong: ['I. Introduction\n\n1. The Office held a meeting.\n\n⟦III.⟧ Activities\n\n2. It trained judges.\n'],
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
  messages: {
    default: 'Heading {found} follows heading {previous}; {expected} was expected.',
    repeated: 'Heading {found} comes again or too late; {expected} was expected.',
  },
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
  messages: {
    default: 'Heading {found} follows heading {previous}; {expected} was expected.',
    repeated: 'Heading {found} comes again or too late; {expected} was expected.',
  },
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
      for (const h of headings)
        if (h.parent >= 0) children.set(h.parent, [...(children.get(h.parent) ?? []), h]);
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

export const rules: readonly Rule[] = [romanSequence, letterSequence, arabicSequence, levelSkipped, single];
