import { articleExistence, treatyByShortTitle } from '../../catalogue/treaties.js';
import { listing, phrase, type Sentence } from '../../l10n/phrase.js';
import { internalReferences, numberAnchor, REFERRING } from '../references.js';
import type { Rule } from '../rule.js';
import { relabel } from './numbering.js';
import { inParentheses } from '../words.js';

const LABEL = { kind: 'label' } as const;

const articleMissing: Rule = {
  code: 'treaty-article-missing',
  ids: ['TR-001'],
  title: 'An article that is cited exists in its treaty',
  why: 'A treaty has a last article. One beyond it is a slip of the pen, or belongs to another treaty.',
  severity: 'error',
  source: 'The texts of the treaties; see the table of treaties',
  fix: 'none',
  messages: {
    default: 'The {treaty} has {articles} articles; there is no article {found}.',
    likely: 'The {treaty} usually counts {articles} articles; article {found} may not exist.',
  },
  wrong: [
    '1. The Office recalled ⟦article 99 of the Trafficking in Persons Protocol⟧ in its notes.\n\n2. The report was adopted.\n',
  ],
  right: [
    '1. The Office recalled article 3 (a) of the Trafficking in Persons Protocol and rule 99 of the rules of procedure.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: [],
    citing: ['article'],
    checkBlock(context, block) {
      if (block.quoted) return;
      for (const { item, anchor } of context.citationsOfIn('article', block)) {
        if (!item.target || item.target === 'self') continue;
        const treaty = treatyByShortTitle(item.target);
        if (!treaty || treaty.articles === 0) continue;
        // Annexes, regulations and rules of a treaty count for themselves.
        const before = block.reading.text.slice(Math.max(0, item.start - 40), item.start);
        if (/\b(?:annex|statute|regulations|rules|declaration|protocol)\b[^.;]{0,20}$/i.test(before))
          continue;
        const existence = articleExistence(treaty, item.article);
        if (existence !== 'absent' && existence !== 'probably absent') continue;
        context.report(block, anchor, {
          variant: existence === 'absent' ? 'default' : 'likely',
          args: { treaty: treaty.shortTitle, articles: treaty.articles, found: item.article },
          ...(existence === 'absent' ? {} : { atMost: 'warning' as const }),
        });
      }
    },
  },
};

const articleForm: Rule = {
  code: 'treaty-article-form',
  ids: ['TR-002'],
  title: 'Articles are cited as “article 32, paragraph 3”',
  why: 'The full form is read the same way by everyone; “art. 32 (3)” and “Article 32.3” are forms of other houses.',
  severity: { default: 'hint', treaty: 'off', record: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Write “{right}”.' },
  wrong: [
    '1. The Office recalled ⟦article 32(3)⟧ of the Convention against Corruption.\n\n2. The report was adopted.\n',
    '1. The Office recalled ⟦Art. 32(3)⟧ of the Convention against Corruption.\n\n2. The report was adopted.\n',
  ],
  right: [
    '1. The Office recalled article 32, paragraph 3, of the Convention against Corruption, and article 3 (a).\n\n2. The report was adopted (art. 3(2)).\n',
  ],
  block: {
    on: { words: ['article', 'articles', 'art'] },
    roles: ['paragraph', 'prose', 'continuation', 'operative', 'preambular', 'item'],
    check(context, start, word) {
      const short = context.word === 'art';
      if (short && context.text.charCodeAt(word) !== 0x2e) return;
      // In parentheses the short form is the usual one.
      if (short && inParentheses(context.text, start)) return;
      const end = short ? word + 1 : word;
      const m = /^ (\d{1,3})(?:\((\d{1,2})\)|\.(\d{1,2})(?![\d.]))(?=[\s,;)])/.exec(
        context.text.slice(end, end + 12),
      );
      if (!m) return;
      const from = end + 1;
      const right = `${short ? 'article ' : ''}${m[1]}, paragraph ${m[2] ?? m[3]}`;
      const to = end + m[0].length;
      const comma = /^ of\b/.test(context.text.slice(to, to + 4)) ? ',' : '';
      context.report(start, to, {
        args: { right: short ? right : `article ${right}` },
        fix: {
          title: phrase`Write “${right}”`,
          edits: [{ start: short ? start : from, end: to, text: right + comma }],
        },
      });
    },
  },
};

const FINAL_CLAUSES: readonly (readonly [name: Sentence, pattern: RegExp])[] = [
  [phrase`settlement of disputes`, /settlement of disputes|disputes/i],
  [phrase`signature and ratification`, /signature|ratification|accession|consent to be bound/i],
  [phrase`entry into force`, /entry into force/i],
  [phrase`amendment`, /amendment|revision/i],
  [phrase`denunciation or withdrawal`, /denunciation|withdrawal/i],
  [phrase`depositary and languages`, /depositary|languages|authentic texts/i],
];

const finalClauses: Rule = {
  code: 'final-clauses-incomplete',
  ids: ['TR-006'],
  title: 'The final provisions of a treaty are complete',
  why: 'Without these clauses it stays open how States join, change or leave the treaty.',
  severity: { default: 'off', treaty: 'information' },
  source: 'Trafficking in Persons Protocol, articles 15–20',
  fix: 'none',
  onSave: true,
  messages: { default: 'The final provisions say nothing of: {missing}.' },
  exampleKind: 'treaty',
  wrong: [
    'Draft convention on river basins\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n# Chapter I\n\n# General\n\n## Article 1\n\n## Purpose\n\nThe purpose is to protect rivers.\n\n# ⟦Chapter II⟧\n\n# Final provisions\n\n## Article 2\n\n## Signature\n\nThis Convention is open for signature.\n\n## Article 3\n\n## Entry into force\n\nThis Convention enters into force.\n',
  ],
  right: [
    'Draft convention on river basins\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n## Article 1\n\n## Purpose\n\nThe purpose is to protect rivers.\n\n## Article 2\n\n## Scope\n\nThis Convention applies to all rivers.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings, status } = context.structure;
      if (status === 'adopted') return;
      const at = headings.findIndex((h) => /^final (?:provisions|clauses)$/i.test(h.block.body.text.trim()));
      if (at < 0) return;
      const final = headings[at]!;
      const under: string[] = [];
      for (let i = at + 1; i < headings.length && headings[i]!.level > final.level; i++)
        under.push(headings[i]!.block.body.text);
      const missing = FINAL_CLAUSES.filter(([, pattern]) => !under.some((title) => pattern.test(title))).map(
        ([name]) => name,
      );
      if (under.length > 0 && missing.length > 0) {
        const block = final.labelBlock ?? final.block;
        context.report(block, final.labelBlock ? LABEL : { kind: 'block' }, {
          args: { missing: listing(missing) },
        });
      }
    },
  },
};

const articleSequence: Rule = {
  code: 'article-sequence',
  ids: ['TR-008'],
  title: 'Articles are numbered consecutively through all chapters',
  why: 'Articles are cited by their numbers alone, whatever chapter they stand in.',
  severity: { default: 'off', treaty: 'error', resolution: 'warning' },
  source: 'Published texts of treaties',
  fix: 'suggested',
  messages: {
    default: 'Article {found} follows article {previous}; article {expected} was expected.',
    repeated: 'Article {found} is there already; article {expected} was expected.',
  },
  exampleKind: 'treaty',
  wrong: [
    'Draft convention\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n## Article 1\n\nThe purpose is to protect rivers.\n\n## Article 2\n\nIt applies to all rivers.\n\n## ⟦Article 4⟧\n\nIt enters into force.\n\n## Article 5\n\nIt is open to all States.\n',
  ],
  right: [
    'Draft convention\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n## Article 1\n\nThe purpose is to protect rivers.\n\n## Article 1 bis\n\nIt applies to all rivers.\n\n## Article 2\n\nIt enters into force.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const articles = context.structure.headings.filter(
        (h) =>
          h.label?.style === 'article' &&
          h.labelBlock &&
          !h.labelBlock.quoted &&
          /^article\b/i.test(h.label.text) &&
          /^\d+$/.test(h.label.value),
      );
      let last = 0;
      articles.forEach((h, i) => {
        const n = Number(h.label!.value);
        const next = articles[i + 1] ? Number(articles[i + 1]!.label!.value) : null;
        // A protocol or an annex behind the treaty starts anew.
        if (n === last + 1 || (n === 1 && next === 2) || i === 0) {
          last = n;
          return;
        }
        // A single article far from its neighbours is quoted or out of a list.
        if (next !== null && next === last + 1 && n !== last) return;
        const block = h.labelBlock!;
        context.report(block, LABEL, {
          variant: n <= last ? 'repeated' : 'default',
          args: { found: n, expected: last + 1, previous: last },
          fixes: relabel(block, String(last + 1)),
        });
        last = next === last + 2 ? last + 1 : n;
      });
    },
  },
};

const termUnused: Rule = {
  code: 'defined-term-unused',
  ids: ['TR-007'],
  title: 'A term that is defined is used',
  why: 'A definition that nothing uses may be left over, or the text uses another word for the same thing.',
  severity: { default: 'off', treaty: 'hint' },
  source: null,
  fix: 'none',
  onSave: true,
  messages: { default: '“{term}” is defined here and used nowhere else.' },
  exampleKind: 'treaty',
  wrong: [
    'Draft convention\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n## Article 1\n\n## Use of terms\n\nFor the purposes of this Convention:\n\n(a) “⟦Upper basin⟧” shall mean the land above the falls;\n\n(b) “Lower basin” shall mean the land below the falls.\n\n## Article 2\n\n## Scope\n\nThis Convention applies to the lower basin.\n',
  ],
  right: [
    'Draft convention\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n## Article 1\n\n## Use of terms\n\nFor the purposes of this Convention:\n\n(a) “Lower basin” shall mean the land below the falls.\n\n## Article 2\n\n## Scope\n\nThis Convention applies to the lower basin.\n',
  ],
  block: {
    on: { citations: ['term-definition'] },
    check(context, start, end, citation) {
      if (citation?.type === 'term-definition') context.fact('term', citation.term, start, end);
    },
  },
  draft: {
    // A use may stand in any block: it is looked for when the text is saved, where the structure or a term changed.
    reads: ['fact:term', 'structure'],
    check(context) {
      for (const { block, item, anchor } of context.factsOf('term')) {
        const term = item.key.toLowerCase();
        if (term.length < 4 || context.structure.status === 'adopted') continue;
        const stem = term.replace(/(?:ies|y|s)$/, '');
        const used = context.blocks.some((b) => b !== block && b.reading.text.toLowerCase().includes(stem));
        if (!used) context.report(block, anchor, { args: { term: item.key } });
      }
    },
  },
};

const treatySeries: Rule = {
  code: 'treaty-series-form',
  ids: ['TR-010'],
  title: 'The Treaty Series is cited by its full name',
  why: 'United Nations, Treaty Series, vol. 2237, No. 39574: the reader finds the volume by it.',
  severity: { default: 'hint', record: 'off' },
  source: 'Editorial Manual, Footnotes and other references, chapter III',
  fix: 'suggested',
  language: true,
  messages: { default: 'Cite the series as “United Nations, Treaty Series, vol. {volume}”.' },
  wrong: [
    '1. The treaty is in force.[^1]\n\n[^1]: ⟦UNTS 2237⟧, p. 319.\n',
    '1. The treaty is in force.[^1]\n\n[^1]: ⟦United Nations Treaty Series, Vol. 2237⟧, p. 319.\n',
  ],
  right: ['1. The treaty is in force.[^1]\n\n[^1]: United Nations, *Treaty Series*, vol. 2237, No. 39574.\n'],
  block: {
    on: { words: ['UNTS', 'series'] },
    check(context, start, end) {
      if (context.word === 'series') {
        const name = /\bUnited Nations Treaty $/.exec(context.text.slice(Math.max(0, start - 22), start));
        const volume = /^,? [Vv]ol(?:\.|ume) (\d{1,4})\b/.exec(context.text.slice(end, end + 16));
        if (!name || !volume) return;
        context.report(start - name[0].length, end + volume[0].length, { args: { volume: volume[1]! } });
        return;
      }
      const after = /^[ ,]{1,2}(?:[Vv]ol\. )?(\d{1,4})/.exec(context.text.slice(end, end + 14));
      const before = /(\d{1,4}) $/.exec(context.text.slice(Math.max(0, start - 6), start));
      if (after) context.report(start, end + after[0].length, { args: { volume: after[1]! } });
      else if (before) context.report(start - before[0].length, end, { args: { volume: before[1]! } });
    },
  },
};

const ownArticleMissing: Rule = {
  code: 'own-article-missing',
  ids: ['TR-001', 'TR-003'],
  title: 'Articles and paragraphs of its own text that a treaty refers to exist',
  why: 'References go astray when articles are added, moved or taken out.',
  severity: { default: 'off', treaty: 'error' },
  source: null,
  fix: 'none',
  messages: {
    default: 'There is no article {number} in this text.',
    paragraph: 'The article has no paragraph {number}.',
  },
  exampleKind: 'treaty',
  wrong: [
    '# Protocol on Paper\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\nArticle 1\n\nPurpose\n\n1. The purpose is set out in article ⟦9⟧ of this Protocol.\n\n2. It binds all Parties.\n\nArticle 2\n\nScope\n\n1. This Protocol applies to paper.\n\n2. It applies everywhere.\n',
  ],
  right: [
    '# Protocol on Paper\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\nArticle 1\n\nPurpose\n\n1. The purpose is set out in article 2 of this Protocol.\n\n2. It binds all Parties.\n\nArticle 2\n\nScope\n\n1. This Protocol applies to paper.\n\n2. It applies in accordance with article 40 of the Convention.\n',
  ],
  draft: {
    ...REFERRING,
    checkBlock(context, block) {
      for (const reference of internalReferences(context, block)) {
        if (reference.citation.type !== 'article' || !reference.certain) continue;
        reference.numbers.forEach((n, i) => {
          if (n.target !== 'missing') return;
          context.report(block, numberAnchor(context, reference, n), {
            variant: i === 0 ? 'default' : 'paragraph',
            args: { number: n.written },
            ...(i === 0 ? {} : { atMost: 'information' as const }),
          });
        });
      }
    },
  },
};

const selfReference: Rule = {
  code: 'treaty-self-reference',
  ids: ['TR-004'],
  title: 'A treaty speaks of itself in one way',
  why: 'Modern United Nations treaties say “this Protocol”; a text that says both leaves readers looking for a difference.',
  severity: { default: 'off', treaty: 'hint' },
  source: null,
  fix: 'suggested',
  messages: { default: 'This text speaks of itself as “{other}” elsewhere.' },
  exampleKind: 'treaty',
  wrong: [
    'Article 1\n\n1. This Protocol applies to paper.\n\n2. The Parties to this Protocol save paper.\n\nArticle 2\n\n1. The Parties to ⟦the present Protocol⟧ meet once a year.\n',
  ],
  right: [
    'Article 1\n\n1. This Protocol applies to paper.\n\n2. The Parties to this Protocol save paper.\n\nArticle 2\n\n1. The Parties to this Protocol meet once a year.\n',
  ],
  block: {
    on: { words: ['this', 'present'] },
    check(context, start, end) {
      const { text } = context;
      if (
        !/^ (?:Convention|Protocol|Agreement|Covenant|Statute|Treaty|Charter)\b/.test(
          text.slice(end, end + 13),
        )
      )
        return;
      if (context.inQuotation(start)) return;
      const noun = /^ ([A-Z][a-z]+)/.exec(text.slice(end, end + 13))![0];
      const present = text.charCodeAt(end - 1) === 0x74;
      if (present && !/\b[Tt]he $/.test(text.slice(Math.max(0, start - 4), start))) return;
      context.fact(
        'treaty-self',
        `${present ? 'the present' : 'this'}${noun}`,
        present ? start - 4 : start,
        end + noun.length,
      );
    },
  },
  draft: {
    reads: ['fact:treaty-self'],
    check(context) {
      const counts = new Map<string, number>();
      const facts = [...context.factsOf('treaty-self')];
      for (const { item } of facts) counts.set(item.key, (counts.get(item.key) ?? 0) + 1);
      for (const { block, item, anchor } of facts) {
        const noun = item.key.slice(item.key.lastIndexOf(' ') + 1);
        const other = item.key.startsWith('this') ? `the present ${noun}` : `this ${noun}`;
        const mine = counts.get(item.key) ?? 0;
        const others = counts.get(other) ?? 0;
        // One or the other is the text's own way only where it clearly leads.
        if (mine <= 3 && others >= 2 * mine) context.report(block, anchor, { args: { other } });
      }
    },
  },
};

const statesParties: Rule = {
  code: 'treaty-states-parties',
  ids: ['TR-004'],
  title: '“States Parties” has capitals in a treaty',
  why: 'In the text of a treaty the words name its Parties.',
  severity: { default: 'off', treaty: 'hint' },
  source: null,
  fix: 'suggested',
  messages: { default: 'In a treaty this is written “{right}”.' },
  exampleKind: 'treaty',
  wrong: ['Article 1\n\n1. The ⟦States parties⟧ save paper.\n\n2. This Protocol applies to paper.\n'],
  right: ['Article 1\n\n1. The States Parties save paper.\n\n2. This Protocol applies to paper.\n'],
  block: {
    on: { words: ['parties', 'party'] },
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(start) !== 0x70) return;
      const m = /\bStates? $/.exec(text.slice(Math.max(0, start - 7), start));
      if (!m || context.inQuotation(start)) return;
      const from = start - m[0].length;
      const right = `${m[0]}P${text.slice(start + 1, end)}`;
      context.report(from, end, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end: start + 1, text: 'P' }] },
      });
    },
  },
};

const numbersInWords: Rule = {
  code: 'treaty-numbers-in-words',
  ids: ['TR-005'],
  title: 'Ordinals of days and instruments are in words in a treaty',
  why: 'Final clauses are copied from treaty to treaty; they write “the ninetieth day after the deposit of the fortieth instrument”.',
  severity: { default: 'off', treaty: 'hint' },
  source: null,
  fix: 'none',
  messages: { default: 'Treaties write this ordinal in words.' },
  exampleKind: 'treaty',
  wrong: [
    'Article 9\n\n1. This Protocol enters into force on the ⟦90th⟧ day after the deposit of the ⟦40th⟧ instrument.\n',
  ],
  right: ['Article 9\n\n1. This Protocol enters into force on the ninetieth day after 29 September 2030.\n'],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      const m = /^(?:st|nd|rd|th)(?= (?:day|instrument)\b)/.exec(context.text.slice(end, end + 14));
      if (m) context.report(start, end + m[0].length);
    },
  },
};

const squareBrackets: Rule = {
  code: 'brackets-of-negotiation',
  ids: ['TR-009', 'PAR-011'],
  title: 'Square brackets of a text under negotiation are balanced',
  why: 'Brackets enclose what is not agreed. Where one is missing nobody knows what is.',
  severity: { default: 'off', treaty: 'warning', resolution: 'warning', decision: 'warning' },
  source: 'Editorial Manual, Paragraphs and subparagraphs',
  fix: 'none',
  onSave: true,
  messages: {
    default: 'This square bracket is not closed.',
    closing: 'No square bracket is open here.',
  },
  exampleKind: 'treaty',
  wrong: [
    'Draft protocol on paper\n\nArticle 1\n\n1. Each Party [shall] ⟦[⟧should save paper.\n\n2. The Parties [may] meet.\n',
  ],
  right: [
    'Draft protocol on paper\n\nArticle 1\n\n1. Each Party [shall] [should] save paper.\n\n[2. The Parties meet.\n\n3. They report.]\n',
  ],
  block: {
    on: { chars: '[]' },
    check(context, start, end) {
      const open = context.text.charCodeAt(start) === 0x5b;
      if (open && /^\[(?:sic|…|\.\.\.)\]/.test(context.text.slice(start, start + 6))) return;
      context.fact('bracket', open ? '[' : ']', start, end);
    },
  },
  draft: {
    reads: ['structure', 'fact:bracket'],
    check(context) {
      if (context.structure.status !== 'draft') return;
      const facts = [...context.factsOf('bracket')];
      // Brackets around a whole paragraph stand before its number, which is no part of its words.
      const outer = context.blocks.some((b) => /^\s*\\?\[/.test(b.text.slice(0, 6)) && b.labelled);
      if (outer) return;
      const open: typeof facts = [];
      for (const fact of facts) {
        if (fact.item.key === '[') open.push(fact);
        else if (open.pop() === undefined) context.report(fact.block, fact.anchor, { variant: 'closing' });
      }
      for (const fact of open) context.report(fact.block, fact.anchor);
    },
  },
};

export const rules: readonly Rule[] = [
  articleMissing,
  articleForm,
  finalClauses,
  articleSequence,
  termUnused,
  treatySeries,
  ownArticleMissing,
  selfReference,
  statesParties,
  numbersInWords,
  squareBrackets,
];
