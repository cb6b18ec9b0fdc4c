import type { SessionReference, TreatyMention } from '../../citations/citation.js';
import type { Block, Role } from '../../document/block.js';
import type { Field } from '../../document/masthead.js';
import { wordsOfBlock } from '../../document/words.js';
import { ordinal } from '../../l10n/phrase.js';
import { ordinalWords, parseOrdinal } from '../../text/ordinals.js';
import { MONTH_NAMES } from '../calendar.js';
import type { DraftContext, Placed } from '../draftContext.js';
import type { Rule } from '../rule.js';
import { isLower, isUpper, nextWord, previousWord, startsSentence, wordAfter, wordBefore } from '../words.js';
import { addTo } from '../../text/lists.js';
import { firstIn } from '../../text/search.js';

/** What a report, a note or a statement should hold as a whole, and what a paragraph says twice or otherwise. */

const SENTENCES: readonly Role[] = ['paragraph', 'prose', 'continuation'];

const REPORT_FRONT =
  'CTOC/COP/2022/9\n\nDistr.: General\n15 July 2022\n\nOriginal: English\n\nConference of the Parties to the United Nations Convention against Transnational Organized Crime\n\nEleventh session\n\nVienna, 17–21 October 2022\n\n';

// ---- Conclusions

const CLOSING =
  /conclu|recommend|observation|way forward|ways? ahead|next step|action|outlook|summary|proposal|lessons|looking (?:ahead|forward)|future|remarks|decision/i;

/** A report with fewer sections and paragraphs than these may do without. */
const LEAST_SECTIONS = 3;
const LEAST_PARAGRAPHS = 20;

const conclusions: Rule = {
  code: 'conclusions-missing',
  ids: ['PAR-015'],
  title: 'A report of the Secretariat draws conclusions',
  why: 'Legislative bodies look for conclusions and recommendations in one place, at the end or before it.',
  severity: { default: 'off', report: 'hint' },
  source: 'Official documents: drafting practices under General Assembly resolution 52/214',
  fix: 'none',
  onSave: true,
  messages: { default: 'No section of this report has conclusions, recommendations or observations.' },
  wrong: [
    `⟦Report of the Secretariat⟧\n\n${['Introduction', 'Lamps', 'Boats']
      .map(
        (title, i) =>
          `${['I', 'II', 'III'][i]!}. ${title}\n\n${Array.from({ length: 8 }, (_, k) => `${i * 8 + k + 1}. The Office held a meeting on the subject.`).join('\n\n')}`,
      )
      .join('\n\n')}\n`,
  ],
  right: [
    `Report of the Secretariat\n\n${['Introduction', 'Lamps', 'Conclusions and recommendations']
      .map(
        (title, i) =>
          `${['I', 'II', 'III'][i]!}. ${title}\n\n${Array.from({ length: 8 }, (_, k) => `${i * 8 + k + 1}. The Office held a meeting on the subject.`).join('\n\n')}`,
      )
      .join('\n\n')}\n`,
    'Report of the Secretariat\n\nI. Introduction\n\n1. The Office held a meeting.\n\nII. Lamps\n\n2. The lamps are old.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings, masthead, paragraphs } = context.structure;
      const author = masthead.author;
      if (!author || !/^Report of the Secretar(?:iat|y-General)/.test(author.value)) return;
      if (paragraphs.length < LEAST_PARAGRAPHS) return;
      const sections = headings.filter(
        ({ level, label, container }) => level === 1 && label?.style === 'roman' && container === 'body',
      );
      if (sections.length < LEAST_SECTIONS) return;
      if (headings.some(({ block }) => CLOSING.test(block.reading.text))) return;
      context.report(author.block, anchorOf(author));
    },
  },
};

function anchorOf({ block, start, end }: Field): { kind: 'source'; start: number; end: number } {
  return { kind: 'source', ...block.body.spanToSource(start, end) };
}

// ---- Masthead and first paragraph

const PURPOSE =
  /\b(?:purpose of the present|present (?:report|note|document|paper) (?:is|was|has been|aims))\b/;

const purpose: Rule = {
  code: 'purpose-against-masthead',
  ids: ['MAST-011'],
  title: 'The first paragraph fits the masthead',
  why: 'A first paragraph that was taken from an earlier report names its session, or another instrument.',
  severity: { default: 'off', report: 'warning', note: 'warning' },
  source: null,
  fix: 'none',
  messages: {
    default:
      'The masthead gives the {session} session; the first paragraph speaks of the {found}. Check which it is.',
    treaty: 'The title names the {title}; the first paragraph names the {found}. Check which it is.',
  },
  wrong: [
    `${REPORT_FRONT}Report of the Secretariat\n\nI. Introduction\n\n1. The purpose of the present report is to inform the Conference, at its ⟦twelfth⟧ session, of the work done.\n\n2. The lamps are old.\n`,
    `${REPORT_FRONT}# Implementation of the Smuggling of Migrants Protocol\n\nReport of the Secretariat\n\nI. Introduction\n\n1. The present report is meant to tell of the implementation of the ⟦Trafficking in Persons Protocol⟧.\n\n2. The lamps are old.\n`,
  ],
  right: [
    `${REPORT_FRONT}Report of the Secretariat\n\nI. Introduction\n\n1. The purpose of the present report is to inform the Conference, at its eleventh session, of the work done since its tenth session.\n\n2. The lamps are old.\n`,
    `${REPORT_FRONT}# Implementation of the Smuggling of Migrants Protocol\n\nReport of the Secretariat\n\nI. Introduction\n\n1. The present report is meant to tell of the implementation of the Smuggling of Migrants Protocol.\n\n2. The Trafficking in Persons Protocol is older.\n`,
  ],
  draft: {
    reads: ['structure', 'citation:session', 'citation:treaty', 'words:session', 'words:treaty'],
    check(context) {
      const { masthead, paragraphs } = context.structure;
      const first = paragraphs[0];
      if (!first || !PURPOSE.test(first.reading.text.slice(0, 200))) return;
      reportSession(context, first, masthead.session);
      reportTreaty(context, first, masthead.title?.block);
    },
  },
};

function reportSession(context: DraftContext, first: Block, field: Field | null): void {
  if (!field || /\b(?:special|resumed|emergency)\b/i.test(field.value)) return;
  const session = parseOrdinal(field.value.split(' ')[0] ?? '');
  const noun = field.value.slice(field.value.lastIndexOf(' ') + 1).toLowerCase();
  if (Number.isNaN(session) || session === 0) return;
  const cited = context
    .citationsOfIn('session', first)
    .filter(({ item }) => item.noun === noun && !item.special);
  const [only] = cited;
  // With two sessions one of them may be that of the mandate.
  if (!only || cited.length > 1 || only.item.number === session) return;
  // “at its tenth session” in the purpose itself, not in a clause on who asked for it.
  const { text } = first.reading;
  const clause = text.slice(0, only.item.start);
  if (!/,? (?:at|for) (?:its|the) $/.test(clause)) return;
  if (/\b(?:resolution|decision|request\w*|pursuant|accordance|adopted|since|by)\b/.test(clause)) return;
  context.report(
    first,
    context.partOf(only, (c: SessionReference) => c.ordinalSpan),
    {
      args: {
        session: ordinal(session, ordinalWords(session)),
        found: ordinal(only.item.number, ordinalWords(only.item.number)),
      },
    },
  );
}

function reportTreaty(context: DraftContext, first: Block, title: Block | undefined): void {
  if (!title) return;
  const protocols = (block: Block): readonly Placed<TreatyMention>[] =>
    context.citationsOfIn('treaty', block).filter(({ item }) => / Protocol$/.test(item.name));
  const inTitle = protocols(title).map(({ item }) => item.name);
  const inFirst = protocols(first);
  const [found] = inFirst;
  if (!found || inTitle.length === 0 || inFirst.some(({ item }) => inTitle.includes(item.name))) return;
  context.report(first, found.anchor, {
    variant: 'treaty',
    args: { title: inTitle[0]!, found: found.item.name },
  });
}

// ---- Notes and headings

const charterNote: Rule = {
  code: 'footnote-charter',
  ids: ['FN-007'],
  title: 'No note for what everybody knows',
  why: 'The Charter needs no reference; a note that only names it sends readers to the foot of the page for nothing.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: 'Editorial Manual, Footnotes and other references, I',
  fix: 'none',
  messages: { default: 'A note that only names the {name} can be left out.' },
  wrong: [
    '1. The Office acts under the Charter of the United Nations.[^1]\n\n[^1]: ⟦Charter of the United Nations⟧.\n',
  ],
  right: [
    '1. The Office acts under the Charter of the United Nations.[^1]\n\n[^1]: Charter of the United Nations, Article 100.\n',
    '1. The Office acts.[^1]\n\n[^1]: The Charter of the United Nations was signed in San Francisco.\n',
  ],
  block: {
    on: { words: ['charter', 'declaration'] },
    roles: ['note'],
    check(context) {
      const { text } = context;
      const m =
        /^(?:\d+ )?(?:See )?(?:the )?(Charter of the United Nations|Universal Declaration of Human Rights)\.?\s*$/.exec(
          text,
        );
      if (!m) return;
      const at = firstIn(text, m[1]!, 0, text.length);
      context.report(at, at + m[1]!.length, { args: { name: m[1]! } });
    },
  },
};

type Form = 'infinitive' | 'gerund' | 'other';

/** Words in -ing that are nouns as often as not: they say nothing of how a heading is built. */
const NOUNS_IN_ING =
  /^(?:training|funding|building|meeting|meetings|housing|financing|staffing|monitoring|planning|reporting|mainstreaming|programming|peacebuilding|peacekeeping|capacity-building|following|during|regarding|concerning|proceedings|findings|briefing|briefings|screening|sharing|spring|morning|evening|hearing|ruling|vetting|accounting|budgeting|policing)$/i;

function formOf(heading: string): Form {
  const [first = '', second = ''] = heading.split(/\s+/);
  if (/^To$/.test(first) && /^[a-z]+$/.test(second)) return 'infinitive';
  return /^[A-Z][a-z]{2,}ing$/.test(first) && !NOUNS_IN_ING.test(first) ? 'gerund' : 'other';
}

/** Fewer headings than these are no series. */
const LEAST_SERIES = 4;

const parallel: Rule = {
  code: 'heading-parallel',
  ids: ['HEAD-009'],
  title: 'Headings of one level are built alike',
  why: 'One noun among verbs, or one verb among nouns, makes readers look for a difference that is not meant.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: 'Editorial Manual, Headings and subheadings',
  fix: 'none',
  onSave: true,
  messages: { default: 'The other headings of this level begin with a verb, as “{example}” does.' },
  wrong: [
    'I. Activities\n\nA. Teaching judges\n\n1. The Office trained.\n\nB. Drafting laws\n\n2. The Office wrote.\n\nC. Opening courts\n\n3. The Office built.\n\n⟦D.⟧ Support for police\n\n4. The Office helped.\n\nE. Renewing roads\n\n5. The Office paid.\n',
  ],
  right: [
    'I. Activities\n\nA. Teaching judges\n\n1. The Office trained.\n\nB. Drafting laws\n\n2. The Office wrote.\n\nC. Opening courts\n\n3. The Office built.\n\nD. Supporting police\n\n4. The Office helped.\n',
    'I. Activities\n\nA. Teaching judges\n\n1. The Office trained.\n\nB. Laws\n\n2. The Office wrote.\n\nC. Opening courts\n\n3. The Office built.\n\nD. Support for police\n\n4. The Office helped.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { headings } = context.structure;
      const siblings = new Map<string, number[]>();
      headings.forEach((h, i) => {
        if (!h.label || !h.labelBlock || !/^(?:capital|arabic)$/.test(h.label.style)) return;
        const key = `${h.parent}|${h.container}|${h.label.style}`;
        addTo(siblings, key, i);
      });
      for (const group of siblings.values()) {
        if (group.length < LEAST_SERIES) continue;
        const forms = group.map((i) => formOf(headings[i]!.block.reading.text));
        for (const form of ['gerund', 'infinitive'] as const) {
          const other = forms.findIndex((one) => one !== form);
          if (other < 0 || forms.filter((one) => one === form).length !== group.length - 1) continue;
          const example = headings[group[other === 0 ? 1 : 0]!]!.block.reading.text;
          context.report(headings[group[other]!]!.labelBlock!, { kind: 'label' }, { args: { example } });
        }
      }
    },
  },
};

// ---- Statements

const SPOKEN: Rule['severity'] = { default: 'off', statement: 'hint' };
const OPEN = 'Madam Chair,\n\n';

const unspeakable: Rule = {
  code: 'symbol-spoken',
  ids: ['STMT-009'],
  title: 'Nothing in a statement that cannot be spoken',
  why: 'A symbol in parentheses is read out letter by letter, or not at all; “the report before you” can be spoken.',
  severity: SPOKEN,
  source: null,
  fix: 'none',
  spoken: true,
  exampleKind: 'statement',
  messages: {
    default: 'This cannot be read aloud. The written copy may have it, as a note or in the margin.',
  },
  wrong: [
    `${OPEN}The Conference has before it the report ⟦(CTOC/COP/2020/2)⟧ on its work.\n\nI thank you.\n`,
  ],
  right: [
    `${OPEN}The Conference has the report on its work before it, document CTOC/COP/2020/2.\n\nI thank you.\n`,
  ],
  block: {
    on: { citations: ['symbol'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      if (context.kind !== 'statement' || context.draft.language !== 'en') return;
      if (text[start - 1] === '(' && text[end] === ')') context.report(start - 1, end + 1);
    },
  },
};

const speakingTime: Rule = {
  code: 'speaking-time',
  ids: ['STMT-007'],
  title: 'A statement keeps within its time',
  why: 'The microphone is cut off when the time is over, and the end is what people remember.',
  severity: { default: 'off', statement: 'information' },
  source: null,
  fix: 'none',
  spoken: true,
  language: true,
  onSave: true,
  exampleKind: 'statement',
  exampleSettings: { statement: { wordsPerMinute: 110, minutes: 3 } },
  messages: { default: 'This takes about {needed} minutes to say; {minutes} are allowed.' },
  wrong: [
    `⟦Madam Chair,⟧\n\n${'We support the draft and the work of the Office in the field of water. '.repeat(40)}\n\nI thank you.\n`,
  ],
  right: [`${OPEN}We support the draft.\n\nI thank you.\n`],
  block: {
    on: { blocks: true },
    roles: ['salutation', 'prose', 'continuation', 'item', 'closing'],
    check(context) {
      if (context.kind !== 'statement' || context.draft.settings.statement.minutes === 0) return;
      context.fact('spoken', String(wordsOfBlock(context.block)), 0, context.text.length);
    },
  },
  draft: {
    reads: ['fact:spoken'],
    check(context) {
      const { minutes, wordsPerMinute } = context.facts.settings.statement;
      if (minutes === 0 || wordsPerMinute === 0) return;
      const facts = context.factsOf('spoken');
      let words = 0;
      for (const { item } of facts) words += Number(item.key);
      // A speaker is a tenth faster or slower from one day to the next.
      if (words <= minutes * wordsPerMinute * 1.1 || facts.length === 0) return;
      const { block, anchor } = facts[0]!;
      context.report(block, anchor, { args: { needed: Math.ceil(words / wordsPerMinute), minutes } });
    },
  },
};

// ---- Within a paragraph

const EVENTS = ['workshop', 'meeting', 'seminar', 'conference', 'symposium', 'webinar', 'colloquium'];
const EVENT = new RegExp(
  `\\b(${EVENTS.join('|')}|course|training|session|round table|event|forum|dialogue|consultation|summit|congress|briefing|retreat|panel)s?\\b`,
  'gi',
);

const eventRenamed: Rule = {
  code: 'event-renamed',
  ids: ['CONS-005'],
  title: 'An event keeps its name within a paragraph',
  why: 'A meeting that becomes a workshop in the next sentence looks like a second event.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'none',
  language: true,
  messages: { default: 'This paragraph speaks of a {first} before. Is the {second} the same?' },
  wrong: [
    '1. In May the Office held a regional meeting on rivers. The ⟦workshop⟧ gave the experts time to talk.',
  ],
  right: [
    '1. In May the Office held a regional meeting on rivers. The meeting gave the experts time to talk.',
    '1. In May the Office held a meeting and a workshop on rivers. The workshop gave the experts time to talk.',
    '1. The Office met the Secretariat. The conference was put off.',
  ],
  block: {
    on: { words: EVENTS },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      const the = wordBefore(text, start);
      if (!the || text.slice(the.start, the.end) !== 'The' || !startsSentence(text, the.start)) return;
      const second = text.slice(start, end);
      const verb = nextWord(text, end);
      if (
        !/^(?:was|provided|brought|led|gave|explored|focused|included|aimed|discussed|addressed|concluded|gathered|resulted|offered|allowed|covered|examined|served)$/.test(
          verb,
        )
      )
        return;
      // All that was said before it in the paragraph, in reach.
      const before = text.slice(Math.max(0, start - 600), the.start);
      const named = new Set([...before.matchAll(EVENT)].map((m) => m[1]!.toLowerCase()));
      if (named.size !== 1 || named.has(second)) return;
      const [first] = named;
      if (!new RegExp(`\\b[Aa]n? (?:[a-zA-Z-]+ ){0,5}${first!}\\b`).test(before)) return;
      context.report(start, end, { args: { first: first!, second } });
    },
  },
};

const clauseRepeated: Rule = {
  code: 'clause-repeated',
  ids: ['CONS-006'],
  title: 'No clause twice in a paragraph',
  why: 'The same clause again is what is left of a sentence that was written anew.',
  severity: { default: 'hint', record: 'off', treaty: 'off', resolution: 'off', decision: 'off' },
  source: null,
  fix: 'none',
  language: true,
  messages: { default: 'The words “{words}” stand in this paragraph before. “Those {noun}” may do.' },
  wrong: [
    '1. The study looks at small farms that were left by their owners in the north. It helps the ⟦farms that were left by their owners⟧ to be sold.',
  ],
  right: [
    '1. The study looks at small farms that were left by their owners in the north. It helps those farms to be sold.',
    '1. The farms that were left by their owners and the farms that were left by their heirs were counted.',
  ],
  block: {
    on: { words: ['that', 'which', 'who'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      const verb = /^ (?:is|are|was|were|has|have|had) ((?:[a-z-]+ ){3}[a-z-]+)/.exec(
        text.slice(end, end + 80),
      );
      if (!verb) return;
      const noun = wordBefore(text, start);
      if (!noun || !isLower(text.charCodeAt(noun.start))) return;
      const to = end + verb[0].length;
      const words = text.slice(noun.start, to);
      const from = Math.max(0, noun.start - 700);
      if (!text.slice(from, noun.start).includes(words)) return;
      context.report(noun.start, to, { args: { words, noun: text.slice(noun.start, noun.end) } });
    },
  },
};

const NATIONAL =
  /^(?:National (?:Secretariat|Police|Commission|Council|Agency|Authority|Institute|Assembly|Bureau|Institution)|Ministr(?:y|ies)|Supreme Court|Prosecutor General|Attorney General)\b/;

const namesTogether: Rule = {
  code: 'names-run-together',
  ids: ['CONS-009'],
  title: 'A comma between two names of a list',
  why: 'Without its comma the second name reads as a part of the first.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'none',
  messages: { default: 'Is a comma missing between “{first}” and the name behind it?' },
  wrong: [
    '1. The course was given by ⟦UNODC National⟧ Secretariat of Rivers and the Amaru Group.',
    '1. It was written with ⟦UNHCR IOM⟧ and UNODC.',
  ],
  right: [
    '1. The course was given by UNODC, the National Secretariat of Rivers and the Amaru Group.',
    '1. It was written with UNHCR, IOM and UNODC by the UNODC Regional Office.',
  ],
  block: {
    on: { citations: ['acronym'] },
    roles: SENTENCES,
    check(context, start, end, citation) {
      if (citation?.type !== 'acronym' || context.draft.language !== 'en' || context.inQuotation(start))
        return;
      const { text } = context;
      const next = wordAfter(text, end);
      if (!next || !isUpper(text.charCodeAt(next.start))) return;
      const opens = /^(?:with|by|and|between|of|from|for)$/.test(previousWord(text, start));
      const rest = text.slice(next.start, next.start + 60);
      const national = opens && NATIONAL.test(rest) && / of | and /.test(rest);
      const list = opens && /^[A-Z]{3,8},? (?:and|or) [A-Z]{3,8}\b/.test(rest);
      if (!national && !list) return;
      context.report(start, next.end, { args: { first: citation.acronym } });
    },
  },
};

// ---- Names that nothing introduces

/** Heads of names, as they stand alone: "the Fund". */
const HEADS = [
  'Alliance',
  'Facility',
  'Forum',
  'Fund',
  'Group',
  'Initiative',
  'Mechanism',
  'Network',
  'Panel',
  'Partnership',
  'Platform',
  'Team',
];

/** What follows a head that is not alone: "Fund for Lamps", "Partnership in Truth", "Group (2020)". */
const GOES_ON = new RegExp(
  `^(?:[-‐’']| [A-Z(\\d]| (?:of|for|on|to|against|d)\\b| in (?!${MONTH_NAMES.join('|')})[A-Z])`,
);

const nameNotIntroduced: Rule = {
  code: 'name-not-introduced',
  ids: ['CONS-012'],
  title: 'A short name follows the full one',
  why: '“The Fund” tells a reader which fund is meant only when its name has been given before.',
  severity: { default: 'off', report: 'hint', note: 'hint', resolution: 'hint', decision: 'hint' },
  source: null,
  fix: 'none',
  messages: { default: 'No {head} has been named so far. Give its full name here.' },
  wrong: [
    '1. The money came from the ⟦Fund⟧ in May.\n\n2. The Fund for Lamps paid in June.',
    '1. The report was written by the ⟦Working Group⟧ in May. The Working Group met in June.',
  ],
  right: [
    '1. The Fund for Lamps paid in May.\n\n2. The money came from the Fund.',
    '1. The United Nations Population Fund paid in May; the Lamp Group (“the Group”) did too. The money came from the Fund and the Group.',
    'Working Group on Lamps\n\nFirst meeting\n\n1. The report was written by the Working Group.',
  ],
  block: {
    on: { words: HEADS },
    roles: [...SENTENCES, 'title', 'heading', 'masthead', 'item', 'note'],
    check(context, start, end) {
      const { text } = context;
      if (context.draft.language !== 'en' || !isUpper(text.charCodeAt(start))) return;
      const before = wordBefore(text, start);
      const working = before !== null && text.slice(before.start, before.end) === 'Working';
      const from = working ? before.start : start;
      const article = wordBefore(text, from);
      const head = text.slice(from, end);
      const alone =
        article !== null &&
        /^[Tt]he$/.test(text.slice(article.start, article.end)) &&
        !GOES_ON.test(text.slice(end, end + 16)) &&
        isLower(text.charCodeAt(end - 1)) &&
        !context.isProtected(start);
      context.fact('named', `${head.toLowerCase()}|${alone ? 'alone' : 'named'}`, from, end, head);
    },
  },
  draft: {
    reads: ['fact:named'],
    check(context) {
      const known = new Set<string>();
      const body = context.facts.body?.toLowerCase() ?? '';
      for (const { block, item, anchor } of context.factsOf('named')) {
        const [head = '', how = ''] = item.key.split('|');
        if (known.has(head)) continue;
        known.add(head);
        if (how === 'alone' && !body.includes(head) && !block.quoted)
          context.report(block, anchor, { args: { head: String(item.data) } });
      }
    },
  },
};

export const rules: readonly Rule[] = [
  conclusions,
  purpose,
  charterNote,
  parallel,
  unspeakable,
  speakingTime,
  eventRenamed,
  clauseRepeated,
  namesTogether,
  nameNotIntroduced,
];
