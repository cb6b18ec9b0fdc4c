import type { Block } from '../../document/block.js';
import type { ParagraphReference, PartReference } from '../../citations/citation.js';
import type { ResolvedReference } from '../../citations/targets.js';
import { phrase } from '../../l10n/phrase.js';
import type { Derived, DraftContext } from '../draftContext.js';
import { anchorAt, internalReferences, numberAnchor, REFERRING } from '../references.js';
import type { Fix, Rule } from '../rule.js';
import { inParentheses } from '../words.js';

const PREPARATION = 'Instructions for the preparation of official documents';
const FOOTNOTES = 'Editorial Manual, Footnotes and other references, chapter III';

/** What a reference is called in a message. */
function nameOf(reference: ResolvedReference): string {
  const { citation } = reference;
  if (citation.type === 'part') return citation.part;
  return citation.type === 'article' ? 'article' : citation.unit;
}

/** Whether the draft has paragraphs with numbers: two at least, so that another number is missing from theirs. */
const HAS_NUMBERS: Derived<boolean> = {
  reads: ['numbers'],
  make({ structure }) {
    let count = 0;
    return structure.paragraphs.some(({ level }) => level === 1 && ++count >= 2);
  },
};

/** The number of the first paragraph; an excerpt begins further on than 1. */
const FIRST_NUMBER: Derived<number> = {
  reads: ['numbers'],
  make({ structure }) {
    const first = structure.paragraphs.find(({ label }) => label?.style === 'arabic');
    return first ? Number(/^\d+/.exec(first.number)?.[0]) : 1;
  },
};

const paragraphMissing: Rule = {
  code: 'reference-paragraph-missing',
  ids: ['XREF-001'],
  title: 'A paragraph that is referred to exists',
  why: 'A reader who follows the reference finds nothing. References go astray when paragraphs are added or taken out.',
  severity: { default: 'error', record: 'off', statement: 'hint', letter: 'hint', other: 'warning' },
  source: PREPARATION,
  fix: 'none',
  messages: {
    default:
      'There is no paragraph {number} in this document. Check the reference against the present numbering.',
    likely:
      'There is no paragraph {number} in this document. If another document is meant, its symbol can be added.',
  },
  wrong: [
    '1. The Office held a meeting.\n\n2. It was attended by all members.\n\n3. As noted in paragraph ⟦9⟧ above, the report was adopted.\n',
    '1. The Office held a meeting.\n\n2. It was attended by all members (see paras. 1–⟦8⟧ below).\n\n3. The report was adopted.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n2. It was attended by all members.\n\n3. As noted in paragraph 1 above, the report was adopted.\n',
    '1. The Office held a meeting.\n\n2. The Declaration, in its paragraph 81, calls for action.\n\n3. Article 32, paragraph 9, of the Convention provides for reports (A/75/292, para. 55).\n',
    '44. The office of the region held a meeting.\n\n45. It followed paragraph 43 above and paragraph 20 of annex B to this report.\n',
    '*The General Assembly*,\n\n1. *Requests* the Office to report;\n\n2. *Decides* to establish a panel, to be guided by the annex to this resolution.\n\n# Annex\n\nIn accordance with paragraph 2 of this resolution, the panel shall meet every year.\n',
    '41. The arrangements are set out below.\n\n42. They follow those in paragraph 38 above.\n\n43. The report was adopted.\n',
    '1. The Office held a meeting, in order (a) to plan; and (b) to report.\n\n2. The plans in paragraph 1 (b) above were adopted.\n\n3. The report was adopted.\n',
    '*The General Assembly*,\n\n1. *Requests* the Office to report;\n\n2. *Calls for* the implementation of paragraph 5 of annex B of the present resolution;\n\n3. *Decides* to remain seized of the matter.\n\n# Annex B\n\n5. The panel shall meet every year.\n\n6. It shall report.\n',
  ],
  draft: {
    ...REFERRING,
    checkBlock(context, block) {
      if (!context.kept(HAS_NUMBERS)) return;
      for (const reference of internalReferences(context, block)) {
        const { citation } = reference;
        if (citation.type !== 'paragraph') continue;
        for (const n of reference.numbers) {
          if (n.target !== 'missing' || !/^\d+(?!\.?\d)/.test(n.written)) continue;
          const certain = reference.certain || citation.direction !== undefined;
          if (!certain && !pointsHere(block, citation)) continue;
          if (mayBeOthers(context, block, citation, n.written)) continue;
          context.report(block, numberAnchor(context, reference, n), {
            variant: certain ? 'default' : 'likely',
            args: { number: n.written },
            ...(certain ? {} : { atMost: 'hint' as const }),
          });
        }
      }
    },
  },
};

/**
 * Whether a number may belong elsewhere after all: one before the first paragraph of an excerpt, one "of annex B", one
 * that goes on with the source cited before it ("Study, para. 30. See also para. 40").
 */
function mayBeOthers(
  context: DraftContext,
  block: Block,
  citation: ParagraphReference,
  written: string,
): boolean {
  const start = context.kept(FIRST_NUMBER);
  if (start > 1 && Number(/^\d+/.exec(written)?.[0]) < start) return true;
  const { text } = block.reading;
  if (
    /^ of (?:[Aa]nnex|[Aa]ppendix|[Aa]ttachment|[Ss]chedule)\b/.test(
      text.slice(citation.end, citation.end + 14),
    )
  )
    return true;
  const before = text.slice(Math.max(0, citation.start - 120), citation.start);
  return /[A-Za-z], (?:paras?|pp?)\. [^;]{1,60}\. [Ss]ee(?: also)? $/.test(before);
}

/** "(see para. 12)" in the text itself, with nothing else that it could be a paragraph of. */
function pointsHere(block: Block, citation: ParagraphReference): boolean {
  if (block.role === 'note' || block.role === 'continuation') return false;
  const { text } = block.reading;
  return (
    /(?:\(|, )see $/.test(text.slice(Math.max(0, citation.start - 6), citation.start)) &&
    /^[);.]/.test(text.slice(citation.end, citation.end + 1))
  );
}

const SIDES = { above: 'below', below: 'above' } as const;

const direction: Rule = {
  code: 'reference-direction',
  ids: ['XREF-002'],
  title: '“Above” and “below” agree with the place of what is referred to',
  why: 'A reader looks on the wrong side. The word is easily left behind when paragraphs are moved.',
  severity: { default: 'warning', record: 'off', statement: 'hint', letter: 'hint' },
  source: null,
  fix: 'safe',
  messages: { default: 'The {name} referred to stands {right}, not {wrong}.' },
  wrong: [
    '1. The Office held a meeting.\n\n2. It was attended by all members.\n\n3. As noted in paragraph 1 ⟦below⟧, the report was adopted.\n',
    'I. Meetings\n\n1. The Office held a meeting; for its results see section II ⟦above⟧.\n\nII. Results\n\n2. The report was adopted.\n',
  ],
  right: [
    '1. The Office held a meeting (see para. 3 below).\n\n2. It was attended by all members.\n\n3. As noted in paragraph 1 above, the report was adopted.\n',
    '1. The Office held a meeting (see paras. 1–3 above).\n\n2. It was attended by all members.\n\n3. The report was adopted.\n',
    '1. The Office held a meeting.[^1]\n\n2. It was attended by all members (see footnote 1 above).\n\n[^1]: See A/78/172.\n',
  ],
  draft: {
    ...REFERRING,
    checkBlock(context, block) {
      // Notes and tables float; what is above them on the page is not above them in the text.
      if (block.role === 'note' || block.role === 'table') return;
      for (const reference of internalReferences(context, block)) {
        const { citation } = reference;
        if (citation.type === 'article' || !citation.direction || !citation.directionSpan) continue;
        const wrong = citation.direction;
        // So does the note that is referred to: it is printed at the foot of the page of its mark.
        const against = (target: Block): boolean =>
          target.role !== 'note' &&
          (wrong === 'above' ? target.index > block.index : target.index < block.index);
        const found = reference.numbers.map((n) => n.target);
        if (found.length === 0) continue;
        if (!found.every((t) => typeof t === 'object' && against(t.block))) continue;
        const right = SIDES[wrong];
        const anchor = anchorAt(context, block, citation, (c) => (c as typeof citation).directionSpan ?? c);
        const target = (found[0] as { block: Block }).block;
        context.report(block, anchor, {
          args: { name: nameOf(reference), wrong, right },
          fixes: swapDirection(context, block, citation, right),
          related: [
            { block: target, anchor: { kind: 'label' }, message: phrase`This is the ${nameOf(reference)}.` },
          ],
        });
      }
    },
  },
};

function swapDirection(
  context: DraftContext,
  block: Block,
  citation: ParagraphReference | PartReference,
  right: string,
): Fix[] {
  const span = citation.directionSpan!;
  if (!block.reading.isPlain(span.start, span.end)) return [];
  const ordinal = context
    .citationsIn(block)
    .filter((c) => c.type === citation.type)
    .indexOf(citation);
  return [
    {
      kind: 'safe',
      title: phrase`Replace with “${right}”`,
      edits: () => {
        const now = context.citationsIn(block).filter((c) => c.type === citation.type)[ordinal];
        const at = now && (now.type === 'paragraph' || now.type === 'part') ? now.directionSpan : undefined;
        if (!at) return [];
        const source = block.reading.spanToSource(at.start, at.end);
        return [{ block, start: source.start, end: source.end, text: right }];
      },
    },
  ];
}

/** Whether headings carry Roman numerals. */
const HAS_NUMERALS: Derived<boolean> = {
  reads: ['numbers'],
  make: ({ structure }) => structure.headings.some(({ label }) => label?.style === 'roman'),
};

const sectionMissing: Rule = {
  code: 'reference-section-missing',
  ids: ['XREF-006'],
  title: 'A section that is referred to exists',
  why: 'A reader who follows the reference finds nothing. References go astray when sections are added or taken out.',
  severity: {
    default: 'error',
    record: 'off',
    statement: 'hint',
    letter: 'hint',
    resolution: 'hint',
    decision: 'hint',
    treaty: 'hint',
    other: 'hint',
  },
  source: PREPARATION,
  fix: 'none',
  messages: {
    default:
      'There is no section {number} in this document. Check the reference against the present headings.',
  },
  wrong: [
    'I. Meetings\n\n1. The Office held a meeting; for its results see section ⟦V⟧ below.\n\nII. Results\n\n2. The report was adopted.\n',
  ],
  right: [
    'I. Meetings\n\n1. The Office held a meeting; for its results see section II below.\n\nII. Results\n\n2. The report was adopted in line with section V of resolution 52/214.\n',
  ],
  draft: {
    ...REFERRING,
    checkBlock(context, block) {
      // A text whose headings carry no numerals can't be referred to by them: what is cited is another's.
      if (!context.kept(HAS_NUMERALS)) return;
      for (const reference of internalReferences(context, block)) {
        const { citation } = reference;
        if (citation.type !== 'part' || (citation.part !== 'section' && citation.part !== 'chapter'))
          continue;
        for (const n of reference.numbers) {
          if (n.target !== 'missing' || !/^[IVX]+/.test(n.written)) continue;
          const certain = reference.certain || citation.direction !== undefined;
          context.report(block, numberAnchor(context, reference, n), {
            args: { number: n.written },
            ...(certain ? {} : { atMost: 'hint' as const }),
          });
        }
      }
    },
  },
};

/** The numbers of the annexes that have one. */
const ANNEXES: Derived<ReadonlySet<string>> = {
  reads: ['numbers'],
  make: ({ structure }) =>
    new Set(
      structure.headings.flatMap(({ label }) =>
        label?.style === 'annex' && label.value !== '' ? [label.value] : [],
      ),
    ),
};

const partMissing: Rule = {
  code: 'reference-annex-missing',
  ids: ['XREF-007'],
  title: 'Annexes, tables and figures that are referred to exist',
  why: 'A reader who follows the reference finds nothing.',
  severity: {
    default: 'warning',
    record: 'off',
    statement: 'off',
    letter: 'hint',
    other: 'hint',
    resolution: 'hint',
    decision: 'hint',
    treaty: 'hint',
  },
  source: null,
  fix: 'none',
  messages: { default: 'There is no {name} {number} in this document.' },
  wrong: [
    '1. The Office held a meeting (see annex ⟦III⟧ below).\n\n2. It was attended by all members (see annex I).\n\nAnnex I\n\n1. The list of members.\n\nAnnex II\n\n1. The list of observers.\n',
  ],
  right: [
    '1. The Office held a meeting (see annex II).\n\n2. It was attended by all members (see annex I).\n\nAnnex I\n\n1. The list of members.\n\nAnnex II\n\n1. The list of observers.\n',
  ],
  draft: {
    ...REFERRING,
    checkBlock(context, block) {
      // One annex is "the annex"; a text that came without its annexes says nothing of them.
      if (context.kept(ANNEXES).size < 2) return;
      for (const reference of internalReferences(context, block)) {
        const { citation } = reference;
        if (citation.type !== 'part' || citation.part !== 'annex') continue;
        for (const n of reference.numbers) {
          if (n.target !== 'missing' || !/^[IVX]+$/.test(n.written)) continue;
          const certain = reference.certain || citation.direction !== undefined;
          context.report(block, numberAnchor(context, reference, n), {
            args: { name: nameOf(reference), number: n.written },
            ...(certain ? {} : { atMost: 'hint' as const }),
          });
        }
      }
    },
  },
};

const annexUnmentioned: Rule = {
  code: 'annex-unmentioned',
  ids: ['XREF-007'],
  title: 'Every annex is mentioned in the text',
  why: 'A reader learns of an annex from the text; one that is never mentioned is easily overlooked.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'none',
  onSave: true,
  messages: { default: 'The text does not mention {name}.' },
  wrong: [
    '1. The Office held a meeting (see annex I).\n\n2. It was attended by all members.\n\nAnnex I\n\n1. The list of members.\n\n⟦Annex II⟧\n\n1. The list of observers.\n',
  ],
  right: [
    '1. The Office held a meeting (see annexes I and II).\n\n2. It was attended by all members.\n\nAnnex I\n\n1. The list of members.\n\nAnnex II\n\n1. The list of observers.\n',
  ],
  draft: {
    reads: ['numbers', 'citation:part'],
    check(context) {
      const annexes = context.structure.headings.filter((h) => h.label?.style === 'annex' && h.labelBlock);
      if (annexes.length < 2) return;
      const cited = new Set<string>();
      for (const { item } of context.citationsOf('part')) {
        if (item.part !== 'annex' && item.part !== 'appendix') continue;
        for (const n of item.numbers) cited.add(n);
        for (const t of item.tokens) {
          cited.add(t.from);
          if (t.to !== undefined) cited.add(t.to);
        }
      }
      // Where none is mentioned by its number the text speaks of its annexes in other words.
      if (!annexes.some((h) => cited.has(h.label!.value))) return;
      for (const h of annexes) {
        if (h.label!.value === '' || cited.has(h.label!.value)) continue;
        context.report(h.labelBlock!, { kind: 'label' }, { args: { name: h.label!.text } });
      }
    },
  },
};

const plural: Rule = {
  code: 'reference-plural',
  ids: ['XREF-003'],
  title: '“Paragraph” for one, “paragraphs” for several',
  why: 'The word tells a reader whether to look for one paragraph or for more.',
  severity: { default: 'warning', record: 'off', treaty: 'hint' },
  source: FOOTNOTES,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: {
    default: 'Several paragraphs are referred to: “{right}”.',
    one: 'One paragraph is referred to: “{right}”.',
  },
  wrong: [
    '1. The Office held a meeting.\n\n2. It was attended by all members (see ⟦para⟧. 1 and 3 of document A/75/292).\n\n3. The report was adopted.\n',
    '1. The Office held a meeting.\n\n2. It acted in accordance with ⟦paragraph⟧ 12–15 of the plan.\n',
    '1. The Office held a meeting.\n\n2. It acted in accordance with ⟦paragraphs⟧ 7 of the plan.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n2. It acted in accordance with paragraphs 12–15 of the plan and paragraph 7 of the decision.\n',
    '1. The Office held a meeting.\n\n2. It acted in accordance with paragraph 3 (a) to (c) of the plan and paragraphs 4 (a) and (b) of the decision.\n',
  ],
  block: {
    on: { citations: ['paragraph'] },
    check(context, _start, end, citation) {
      if (citation?.type !== 'paragraph' || citation.unit !== 'paragraph' || citation.anaphoric) return;
      const { tokens, word, abbreviated } = citation;
      const first = tokens[0];
      if (!first || !/^\d+$/.test(first.from)) return;
      // "paragraphs 4 above and 6 below": the word stands before the first of them.
      if (word.end < citation.start) return;
      const { text } = context;
      if (citation.plural) {
        if (tokens.length > 1 || first.to !== undefined || citation.numbers.length > 1) return;
        // "paragraphs 7, 12 bis and others": what the grammar left unread may hold more numbers.
        if (
          /^\s*(?:[-–—,;(\d]|and\b|or\b|to\b|bis\b|et seq|ff?\b|through\b|\/)/.test(text.slice(end, end + 12))
        )
          return;
        if (text.slice(word.end, first.span.start).trim() !== '' && !abbreviated) return;
      } else {
        // "paragraph 1 or 2" is one of them; only numbers that are joined make several.
        const last = tokens.at(-1)!;
        const several =
          tokens.length > 1
            ? tokens.filter((t) => /^\d+$/.test(t.from)).length > 1 &&
              !/\bor\b/.test(text.slice(first.span.end, last.span.start))
            : first.to !== undefined && /^\d+$/.test(first.to);
        if (!several) return;
      }
      const written = text.slice(word.start, word.end);
      const right = citation.plural ? written.replace(/s$/, '') : `${written}s`;
      context.report(word.start, word.end, {
        variant: citation.plural ? 'one' : 'default',
        args: { right: abbreviated ? `${right}.` : right },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: word.start, end: word.end, text: right }],
        },
      });
    },
  },
};

const abbreviated: Rule = {
  code: 'reference-abbreviated',
  ids: ['XREF-004'],
  title: '“Para.” in notes and parentheses, “paragraph” in the text',
  why: 'Running text is read out in full; in a note or between parentheses the short form saves space.',
  severity: { default: 'hint', record: 'off', treaty: 'off', resolution: 'off', decision: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: {
    default: 'In running text the word is written in full: “{right}”.',
    short: 'Between parentheses the short form is usual: “{right}”.',
  },
  wrong: [
    '1. The Office held a meeting.\n\n2. As stated in ⟦para.⟧ 1, it was attended by all members.\n',
    '1. The Office held a meeting.\n\n2. It was attended by all members (see ⟦paragraph⟧ 1).\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n2. As stated in paragraph 1, it was attended by all members (see para. 1).\n',
    '1. The Office held a meeting (in accordance with what the working group had said in paragraph 1 of its report on the matter, which all its members supported).\n',
  ],
  block: {
    on: { citations: ['paragraph'] },
    roles: ['paragraph', 'prose', 'continuation', 'item'],
    check(context, start, _end, citation) {
      if (citation?.type !== 'paragraph' || citation.unit !== 'paragraph' || citation.anaphoric) return;
      const { text } = context;
      const { word } = citation;
      const inside = inParentheses(text, start);
      const written = text.slice(word.start, word.end);
      if (citation.abbreviated) {
        if (inside || (text[word.end - 1] !== '.' && text[word.end] !== '.')) return;
        // "A/75/292, para. 3" and "see para. 3" are notes that lost their place.
        if (
          !/[a-z]{2} $/.test(text.slice(Math.max(0, start - 3), start)) ||
          /\b(?:[Ss]ee|also) $/.test(text.slice(Math.max(0, start - 6), start))
        )
          return;
        const stop = text[word.end - 1] === '.' ? word.end : word.end + 1;
        const right = written.replace(/\.$/, '').replace(/^([Pp])ara(s?)$/, '$1aragraph$2');
        if (right === written) return;
        context.report(word.start, stop, {
          args: { right },
          fix: {
            title: phrase`Replace with “${right}”`,
            edits: [{ start: word.start, end: stop, text: right }],
          },
        });
        return;
      }
      // Only where the parentheses hold the reference and hardly more.
      if (
        !inside ||
        !/\((?:see |see also |cf\. |ibid\., )?$/.test(text.slice(Math.max(0, start - 12), start))
      )
        return;
      const right = written === 'paragraphs' ? 'paras.' : written === 'paragraph' ? 'para.' : null;
      if (!right || !/^ \d/.test(text.slice(word.end, word.end + 2))) return;
      context.report(word.start, word.end, {
        variant: 'short',
        args: { right },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: word.start, end: word.end, text: right }],
        },
      });
    },
  },
};

const BEFORE_LETTER =
  /\b(?:[Ii]tems?|[Aa]rticles?|[Aa]rts?\.|[Pp]aragraphs?|[Pp]aras?\.|[Rr]ules?|[Ss]ections?|[Ss]ects?\.|[Rr]ecommendations?) (?:\d+(?: ?\([a-z]\))?(?:, | and |, and | to |–))*\d{1,3}$/;

const letterSpacing: Rule = {
  code: 'reference-letter-spacing',
  ids: ['XREF-005'],
  title: 'A space stands between a number and its letter',
  why: 'References are written “article 3 (a)”, so that number and letter can be told apart and searched for.',
  severity: { default: 'warning', record: 'off', other: 'hint', letter: 'hint' },
  source: 'Editorial Manual, examples',
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'A space stands between the number and its letter: “{right}”.' },
  wrong: [
    '1. The Office held a meeting under agenda item ⟦2(b)⟧.\n\n2. It discussed article ⟦3(a)⟧ of the Protocol.\n',
  ],
  right: [
    '1. The Office held a meeting under agenda item 2 (b).\n\n2. It discussed article 3 (a) of the Protocol and the function f(x) = 2(a + b).\n',
  ],
  block: {
    on: { chars: '(' },
    check(context, start) {
      const { text } = context;
      const before = text.charCodeAt(start - 1);
      if (before < 0x30 || before > 0x39) return;
      const inner = /^\(([a-z]|[ivx]{1,4})\)/.exec(text.slice(start, start + 7));
      if (!inner) return;
      const head = text.slice(Math.max(0, start - 48), start);
      if (!BEFORE_LETTER.test(head)) return;
      let digits = start - 1;
      while (digits > 0 && /\d/.test(text[digits - 1]!)) digits--;
      const number = text.slice(digits, start);
      context.report(digits, start + inner[0].length, {
        args: { right: `${number} ${inner[0]}` },
        fix: {
          title: phrase`Replace with “${number} ${inner[0]}”`,
          edits: [{ start, end: start, text: ' ' }],
        },
      });
    },
  },
};

const pageCited: Rule = {
  code: 'reference-page',
  ids: ['XREF-008'],
  title: 'United Nations documents are cited by paragraph, not by page',
  why: 'Pages differ between the six languages; paragraph numbers are the same in all of them.',
  severity: { default: 'warning', record: 'off', other: 'hint', treaty: 'hint' },
  source: 'Instructions for the preparation of official documents; Editorial Manual, Quotations',
  fix: 'none',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'Cite the paragraph rather than the page: pages differ between language versions.' },
  wrong: ['1. The Office held a meeting (A/75/292, ⟦p. 6⟧).\n'],
  right: [
    '1. The Office held a meeting (A/75/292, para. 6).\n\n2. See United Nations, *Treaty Series*, vol. 2237, p. 319.\n',
  ],
  block: {
    on: { words: ['p', 'pp', 'page', 'pages'] },
    check(context, start, end) {
      const { text } = context;
      if (!/^\.? ?\d/.test(text.slice(end, end + 3))) return;
      for (const c of context.citations) {
        if (c.start > start) return;
        if (c.type !== 'symbol' || c.anaphoric || start - c.end > 15 || start < c.end) continue;
        // Older documents and plates have no numbered paragraphs; sales publications take pages.
        if (!/^[,;]? (?:at )?$/.test(text.slice(c.end, start))) continue;
        const rest = /^\.? ?\d+(?:[-–]\d+)?/.exec(text.slice(end, end + 14));
        context.report(start, end + (rest ? rest[0].length : 0));
        return;
      }
    },
  },
};

const toItself: Rule = {
  code: 'reference-to-itself',
  ids: ['XREF-009'],
  title: 'A paragraph does not refer to itself',
  why: 'A reference that leads back to where it stands is most often one that was left behind by a change of numbers.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'none',
  messages: { default: 'This paragraph refers to itself. Another number may be meant.' },
  wrong: [
    '1. The Office held a meeting.\n\n2. It was attended by all members, as noted in paragraph ⟦2⟧ above.\n\n3. The report was adopted.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n2. It was attended by all members, as noted in paragraph 1 above.\n\n3. The report was adopted.\n',
  ],
  draft: {
    ...REFERRING,
    checkBlock(context, block) {
      for (const reference of internalReferences(context, block)) {
        if (reference.citation.type !== 'paragraph' || reference.numbers.length !== 1) continue;
        const n = reference.numbers[0]!;
        if (typeof n.target !== 'object' || n.target.block !== block) continue;
        if (!reference.certain && reference.citation.direction === undefined) continue;
        context.report(block, numberAnchor(context, reference, n));
      }
    },
  },
};

export const rules: readonly Rule[] = [
  paragraphMissing,
  direction,
  plural,
  abbreviated,
  letterSpacing,
  sectionMissing,
  partMissing,
  annexUnmentioned,
  pageCited,
  toItself,
];
