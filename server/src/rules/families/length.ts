import { countWords, wordsOf, wordsOfBlock } from '../../document/words.js';
import type { Block } from '../../document/block.js';
import { isSummary } from '../../document/structure.js';
import { amount } from '../../l10n/phrase.js';
import { lengthLimit } from '../../settings/length.js';
import type { Derived } from '../draftContext.js';
import type { Rule } from '../rule.js';

const PREPARATION = 'Instructions for the preparation of official documents (ST/CS/SER.A/44/Rev.1)';

const reportLength: Rule = {
  code: 'report-length',
  ids: ['LEN-001', 'LEN-002'],
  title: 'A report keeps within its limit of words',
  why: 'Reports that originate in the Secretariat have 8,500 words, others 10,700, notes and annexes included. Longer ones are sent back or need a waiver.',
  severity: { default: 'off', report: 'warning' },
  source: PREPARATION,
  fix: 'none',
  onSave: true,
  messages: {
    default: 'The report has {words} words; its limit is {limit}, footnotes and annexes included.',
    near: 'The report has {words} words and comes close to its limit of {limit}.',
  },
  wrong: [
    `⟦Report of the Secretariat⟧\n\nI. Introduction\n\n1. ${'The Office held a meeting of its members. '.repeat(1100)}\n`,
  ],
  right: ['Report of the Secretariat\n\nI. Introduction\n\n1. The Office held a meeting.\n'],
  draft: {
    reads: ['length', 'structure'],
    check(context) {
      const { author } = context.structure.masthead;
      const limit = lengthLimit(context.structure, context.facts.settings);
      if (limit === null) return;
      const words = wordsOf(context.draft);
      if (words < limit * 0.95) return;
      const block = author?.block ?? context.blocks.find((b) => b.reading.text !== '');
      if (!block) return;
      context.report(
        block,
        { kind: 'block' },
        {
          variant: words > limit ? 'default' : 'near',
          args: { words: amount(words), limit: amount(limit) },
          // Experts, inspectors and treaty bodies have limits of their own, and waivers are given.
          ...(words > limit && limit === context.facts.settings.length.secretariat
            ? {}
            : { atMost: 'information' as const }),
        },
      );
    },
  },
};

/** The heading of the summary; null where there is none. */
const SUMMARY: Derived<Block | null> = {
  reads: ['structure'],
  make: ({ structure }) => structure.headings.find(isSummary)?.block ?? null,
};

const summaryLength: Rule = {
  code: 'summary-length',
  ids: ['LEN-004'],
  title: 'A summary fits on a page',
  why: 'A summary is what most readers read; one that runs over a page is no summary.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'none',
  messages: { default: 'The summary has {words} words; about 500 fit on a page.' },
  wrong: [
    `Report of the Secretariat\n\n⟦Summary⟧\n\n${'The present report tells of the work of the Office. '.repeat(70)}\n\nI. Introduction\n\n1. The Office held a meeting.\n`,
  ],
  right: [
    'Report of the Secretariat\n\nSummary\n\nThe present report tells of the work of the Office in the year under review.\n\nI. Introduction\n\n1. The Office held a meeting.\n',
  ],
  draft: {
    reads: ['structure', 'length'],
    check(context) {
      const summary = context.kept(SUMMARY);
      if (!summary) return;
      let words = 0;
      for (let i = summary.index + 1; i < context.blocks.length; i++) {
        const b = context.blocks[i]!;
        if (b.role === 'heading' || b.role === 'title' || (b.role === 'paragraph' && b.level === 1)) break;
        if (b.role === 'prose' || b.role === 'continuation' || b.role === 'item') words += wordsOfBlock(b);
      }
      if (words > 500) context.report(summary, { kind: 'block' }, { args: { words } });
    },
  },
};

const longParagraph: Rule = {
  code: 'long-paragraph',
  ids: ['LEN-005'],
  title: 'A paragraph can be taken in at one reading',
  why: 'A paragraph of more than 300 words is hard to read and to cite; a reference to it points at a page.',
  severity: { default: 'off', report: 'hint', note: 'hint', statement: 'hint' },
  source: null,
  fix: 'none',
  messages: { default: 'This paragraph has {words} words. Can it be divided?' },
  wrong: [
    `1. ${'The Office held a meeting of its members in the spring. '.repeat(31).trim().replace('The Office', '⟦The Office⟧')}\n\n2. The report was adopted.\n`,
  ],
  right: ['1. The Office held a meeting.\n\n2. The report was adopted.\n'],
  block: {
    on: { blocks: true },
    roles: ['paragraph', 'prose'],
    check(context) {
      const { text } = context;
      if (text.length < 1500) return;
      const words = countWords(text);
      if (words <= 300) return;
      const first = /^\S+(?: \S+)?/.exec(text)![0].length;
      context.report(0, first, { args: { words } });
    },
  },
};

/** Block quotations, and what stands before them and says what is quoted. */
const QUOTATIONS: Derived<readonly { readonly block: Block; readonly before: Block | null }[]> = {
  reads: ['structure'],
  make({ blocks }) {
    let before: Block | null = null;
    const quotations: { block: Block; before: Block | null }[] = [];
    for (const block of blocks) {
      if (block.role === 'quote') quotations.push({ block, before });
      else if (block.reading.text !== '') before = block;
    }
    return quotations;
  },
};

const longQuotation: Rule = {
  code: 'long-quotation',
  ids: ['LEN-003'],
  title: 'Documents that have been issued are cited, not quoted at length',
  why: 'The reader can open the document; long quotations count against the limit of words.',
  severity: { default: 'off', report: 'hint' },
  source: PREPARATION,
  fix: 'none',
  messages: { default: 'This quotation has {words} words. A reference to the document says as much.' },
  wrong: [
    `1. In its resolution 75/158, the Assembly said:\n\n> ⟦${'The Assembly takes note of the report of the Office. '.repeat(10).trim()}⟧\n\n2. The report was adopted.\n`,
  ],
  right: [
    '1. In its resolution 75/158, the Assembly said:\n\n> The Assembly takes note of the report.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure', 'citation:resolution', 'citation:symbol', 'words:resolution', 'words:symbol'],
    check(context) {
      const cites = (block: Block): boolean =>
        context.citationsIn(block).some(({ type }) => type === 'resolution' || type === 'symbol');
      for (const { block, before } of context.kept(QUOTATIONS)) {
        if (!cites(block) && !(before && cites(before))) continue;
        const { text } = block.reading;
        const words = countWords(text);
        if (words <= 80) continue;
        const span = block.reading.spanToSource(0, text.length);
        context.report(block, { kind: 'source', start: span.start, end: span.end }, { args: { words } });
      }
    },
  },
};

export const rules: readonly Rule[] = [reportLength, summaryLength, longParagraph, longQuotation];
