import { MONTH_NAMES } from '../calendar.js';
import { openings } from '../../catalogue/openings.js';
import type { Block } from '../../document/block.js';
import { featuresOf } from '../../document/features.js';
import { phrase, type Sentence } from '../../l10n/phrase.js';
import type { BlockContext } from '../blockContext.js';
import type { DraftContext } from '../draftContext.js';
import type { Fix, Rule } from '../rule.js';
import { likeCase, replaceWith } from '../words.js';
import { firstIn } from '../../text/search.js';

const DRAFTING = 'Editorial Manual, Resolutions and other formal decisions: drafting and editing';
const IDENTIFICATION = 'Editorial Manual, Resolutions and other formal decisions: system of identification';
const DRAFTS = { default: 'off', resolution: 'warning', decision: 'warning' } as const;
const HINT = { default: 'off', resolution: 'hint', decision: 'hint' } as const;

/** Offset behind the last character of a text that is no space, quotation mark, bracket or raised figure. */
function lastMark(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s"”’')\]\d]/.test(text[end - 1]!)) end--;
  // Two note marks that lost their place above the line: "reports;16,17".
  const marks = /[;.,](?:\d{1,3}, ?)+$/.exec(text.slice(Math.max(0, end - 20), end));
  return marks ? end - marks[0].length + 1 : end;
}

/** The last block of a paragraph that a page break cut, and whether it has subparagraphs. */
function endOf(context: DraftContext, paragraph: Block): { last: Block; divided: boolean } {
  let last = paragraph;
  for (let i = paragraph.index + 1; i < context.blocks.length; i++) {
    const b = context.blocks[i]!;
    if (b.role === 'note' || b.role === 'furniture' || b.role === 'comment' || b.role === 'blank') continue;
    if (b.role === 'continuation') {
      last = b;
      continue;
    }
    const inside =
      (b.labelled && b.level > paragraph.level) ||
      b.role === 'table' ||
      b.role === 'item' ||
      b.role === 'quote';
    return { last, divided: inside };
  }
  return { last, divided: false };
}

/** Operative paragraphs of the first level with a number, by scope, in order. */
function operatives(context: DraftContext): Block[][] {
  const scopes = new Map<number, Block[]>();
  for (const p of context.structure.paragraphs) {
    if (p.level !== 1 || p.role !== 'operative' || p.quoted || p.label?.style !== 'arabic') continue;
    const list = scopes.get(p.scope);
    if (list) list.push(p);
    else scopes.set(p.scope, [p]);
  }
  return [...scopes.values()];
}

const organLine: Rule = {
  code: 'organ-line',
  ids: ['DR-001'],
  title: 'The name of the organ opens the text',
  why: 'The organ is the subject of every paragraph that follows; its name stands in the same form in all resolutions.',
  severity: { default: 'off', resolution: 'error', decision: 'error' },
  source: DRAFTING,
  fix: 'safe',
  messages: {
    default: 'The organ’s name is written “{right}”.',
    missing: 'The text does not begin with the name of the organ, such as “The General Assembly,”.',
  },
  exampleKind: 'resolution',
  wrong: [
    '⟦The general assembly:⟧\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*\n\n1. *Takes note* of the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['organ', 'prose', 'preambular', 'title', 'heading', 'masthead', 'paragraph'],
    check(context) {
      const { text } = context;
      if (text.length < 20 || text.length > 40 || !/^the /i.test(text)) return;
      const m =
        /^the (general assembly|security council|economic and social council|human rights council)([,:;.]?)$/i.exec(
          text,
        );
      if (!m) return;
      const name = m[1]!
        .toLowerCase()
        .replace(/\b[a-z]/g, (c) => c.toUpperCase())
        .replace(/And/g, 'and');
      // In capitals it is a heading of the house; the comma falls away where no preamble follows.
      if (text === text.toUpperCase()) return;
      if (text === `The ${name},` || text === `The ${name}`) return;
      const right = `The ${name},`;
      context.report(0, text.length, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start: 0, end: text.length, text: right }] },
      });
    },
  },
};

const organMissing: Rule = {
  code: 'organ-missing',
  ids: ['DR-001'],
  title: 'A resolution says which organ speaks',
  why: 'Every paragraph of a resolution continues the sentence that the organ’s name begins.',
  severity: { default: 'off', resolution: 'warning', decision: 'off' },
  source: DRAFTING,
  fix: 'none',
  onSave: true,
  messages: {
    default: 'No line with the organ’s name, such as “The General Assembly,”, stands before this paragraph.',
  },
  exampleKind: 'resolution',
  wrong: [
    '# Draft resolution on the work of the Office\n\n⟦*Recalling* its earlier resolutions on the matter,⟧\n\n1. *Welcomes* the report of the Office;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
    '*The Ministerial Conference of the Region*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      if (context.structure.status === 'adopted') return;
      let first: Block | null = null;
      let verbs = 0;
      for (const b of context.blocks) {
        if (b.quoted || b.role === 'note' || b.role === 'table') continue;
        const f = featuresOf(b);
        if (
          b.role === 'organ' ||
          f.line === 'organ' ||
          /\bThe [A-Z][^.;:]{4,60},$/.test(b.reading.text.slice(-66))
        )
          return;
        // An organ that is not in the list of organs, in words of its own.
        if (
          !first &&
          /^The [^.;:]{4,160}$/.test(b.reading.text.slice(0, 170)) &&
          (f.ending === 'comma' || f.ending === 'none')
        )
          return;
        if (f.opening === 'participle' && f.ending === 'comma' && !first) first = b;
        if (first && f.opening === 'verb' && (f.ending === 'semicolon' || f.ending === 'stop')) verbs++;
      }
      if (first && verbs >= 2) context.report(first, { kind: 'block' });
    },
  },
};

const preambularEnding: Rule = {
  code: 'preambular-ending',
  ids: ['DR-002'],
  title: 'A preambular paragraph ends with a comma',
  why: 'The preamble is one sentence that runs on to the operative part.',
  severity: DRAFTS,
  source: DRAFTING,
  fix: 'safe',
  messages: { default: 'A preambular paragraph ends with a comma, not with “{found}”.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions on the work of the Office⟦;⟧\n\n*Noting* the report,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions on the work of the Office,\n\n*Noting* the following:\n\n(a) The report of the Office;\n\n(b) The plan of the Office,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['preambular'],
    check(context) {
      const { text, block } = context;
      if (block.level > 0 || block.quoted || text.length < 30) return;
      const f = featuresOf(block);
      if (f.ending !== 'semicolon' && f.ending !== 'stop') return;
      // Only what opens like a preambular paragraph: other prose before the operative part is no part of the preamble.
      if (f.opening !== 'participle') return;
      // A block that holds several paragraphs is not read for its end.
      const end = lastMark(text);
      const found = text[end - 1];
      if (found !== ';' && found !== '.') return;
      if (f.ending === 'stop' && (text.endsWith(']') || /[.;] [A-Z]/.test(text.slice(-160, -20)))) return;
      context.report(end - 1, end, {
        args: { found },
        fix: { title: phrase`End with a comma`, edits: [{ start: end - 1, end, text: ',' }] },
      });
    },
  },
};

const FINITE =
  /^(?:We|The (?:General )?(?:Assembly|Council|Conference|Commission|Committee|Board|States Parties)|It) (?:[a-z]+ ){0,2}[a-z]+/;

const preambularOpening: Rule = {
  code: 'preambular-opening',
  ids: ['DR-002'],
  title: 'A preambular paragraph begins with a participle or an adjective',
  why: 'The organ’s name at the head is the subject; a paragraph with a subject of its own breaks the sentence.',
  severity: DRAFTS,
  source: DRAFTING,
  fix: 'none',
  messages: {
    default: 'A preambular paragraph begins with a word such as “Recalling” or “Deeply concerned”.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n⟦We recall⟧ the report of the Secretary-General on the work of the Office,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n*Mindful of* the report of the Secretary-General,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['preambular'],
    check(context) {
      const { text, block } = context;
      if (block.level > 0 || block.quoted || text.length < 30 || !text.endsWith(',')) return;
      const m = FINITE.exec(text.slice(0, 80));
      if (m && !/^The .{0,60}\b(?:of|in|on|for)$/.test(m[0])) {
        const end = /^\S+ \S+/.exec(m[0])![0].length;
        context.report(0, end);
      }
    },
  },
};

const verbFor = (participle: string): string | null => {
  const stem = participle.replace(/ing$/, '');
  const known: Readonly<Record<string, string>> = {
    Calling: 'Calls',
    Taking: 'Takes',
    Having: '',
    Noting: 'Notes',
    Urging: 'Urges',
    Inviting: 'Invites',
    Expressing: 'Expresses',
    Stressing: 'Stresses',
    Recognizing: 'Recognizes',
    Emphasizing: 'Emphasizes',
    Endorsing: 'Endorses',
    Deciding: 'Decides',
    Encouraging: 'Encourages',
    Acknowledging: 'Acknowledges',
    Authorizing: 'Authorizes',
    Approving: 'Approves',
    Declaring: 'Declares',
    Underlining: 'Underlines',
    Underscoring: 'Underscores',
    Reiterating: 'Reiterates',
    Welcoming: 'Welcomes',
    Deploring: 'Deplores',
  };
  const listed = known[participle];
  if (listed !== undefined) return listed === '' ? null : listed;
  return /[a-z]{3}$/.test(stem) ? `${stem}s` : null;
};

const operativeOpening: Rule = {
  code: 'operative-opening',
  ids: ['DR-003'],
  title: 'An operative paragraph begins with a verb in the present tense',
  why: 'An operative paragraph says what the organ does; a participle belongs to the preamble.',
  severity: DRAFTS,
  source: DRAFTING,
  fix: 'suggested',
  messages: {
    default:
      'An operative paragraph begins with a verb in the present tense, such as “{right}”, not with “{found}”.',
    subject:
      'An operative paragraph begins with its verb; the organ’s name stands once, before the preamble.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *⟦Requesting⟧* the Secretary-General to report on the matter;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Requests* the Secretary-General to report on the matter;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['operative'],
    check(context) {
      const { text, block } = context;
      if (block.level !== 1 || block.quoted || text.length < 12) return;
      const f = featuresOf(block);
      if (/^The (?:General )?(?:Assembly|Council|Conference|Commission) [a-z]+s\b/.test(text.slice(0, 60))) {
        context.report(0, /^The (?:General )?[A-Z][a-z]+/.exec(text)![0].length, { variant: 'subject' });
        return;
      }
      // Declarations that an annex holds speak in the first person.
      if (f.opening !== 'participle' || / we /.test(text)) return;
      const m = /^(?:(Also|Further|Strongly|Deeply|Once again|Again) )?([A-Za-z]+ing)\b/.exec(
        text.slice(0, 48),
      );
      if (!m) return;
      // "Housing and land: …" and the like: words that end so without being forms of the usual verbs.
      const word = m[2]!.charAt(0).toUpperCase() + m[2]!.slice(1);
      const verb = verbFor(word);
      if (!verb || !isOpening(verb)) return;
      const start = m[0].length - m[2]!.length;
      const right = start > 0 ? verb.toLowerCase() : verb;
      context.report(start, m[0].length, {
        args: { right, found: m[2]! },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end: m[0].length, text: right }] },
      });
    },
  },
};

const ORGAN_CODES: readonly (readonly [RegExp, string])[] = [
  [/General Assembly/, 'GA'],
  [/Security Council/, 'SC'],
  [/Economic and Social Council/, 'ECOSOC'],
  [/Human Rights Council/, 'HRC'],
];

let firstWords: ReadonlySet<string> | undefined;

/** Whether a word opens operative paragraphs of any organ in the table. */
function isOpening(word: string): boolean {
  if (!firstWords) {
    const set = new Set<string>();
    for (const [, code] of ORGAN_CODES)
      for (const o of openings(code, 'operative'))
        for (const w of o.words.split(' ').slice(0, 3)) set.add(w.toLowerCase());
    firstWords = set;
  }
  return firstWords.has(word.toLowerCase());
}

const vocabularies = new Map<string, ReadonlySet<string>>();

/** First words of the operative paragraphs of an organ; of all organs where it is not in the table. */
function vocabularyOf(body: string | null): ReadonlySet<string> {
  const code = ORGAN_CODES.find(([pattern]) => body !== null && pattern.test(body))?.[1] ?? '';
  let words = vocabularies.get(code);
  if (!words) {
    const set = new Set<string>();
    for (const [, each] of ORGAN_CODES)
      if (code === '' || code === each)
        for (const o of openings(each, 'operative')) set.add(o.words.split(' ')[0]!);
    vocabularies.set(code, (words = set));
  }
  return words;
}

const operativeVerb: Rule = {
  code: 'operative-verb-unusual',
  ids: ['DR-004'],
  title: 'Operative paragraphs open with the organ’s usual verbs',
  why: 'Each verb has its weight and its addressee. One that the organ’s resolutions do not use leaves both open. The choice is the sponsors’.',
  severity: HINT,
  source: null,
  fix: 'none',
  messages: {
    default: 'The organ’s recent resolutions do not open paragraphs with “{found}”.',
    addressee:
      'Resolutions call upon, urge, invite or encourage Member States; “{found}” is for the Secretariat.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *⟦Orders⟧* States to report on the matter;\n\n2. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *⟦Requests Member States⟧* to report on the matter;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Calls upon* Member States to report on the matter;\n\n2. *Requests* the Secretary-General to report;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['operative'],
    check(context) {
      const { text, block } = context;
      if (block.level !== 1 || block.quoted || text.length < 12) return;
      const m = /^([A-Z][a-z]+s) (Member States|States Parties|Governments)?/.exec(text.slice(0, 60));
      if (!m) return;
      const f = featuresOf(block);
      if (m[1] === 'Requests' && m[2]) {
        context.report(0, m[0].length, { variant: 'addressee', args: { found: 'Requests' } });
        return;
      }
      // Only what stands in italics as a verb does: a noun may open a paragraph of an annex.
      if (!f.italicStart || vocabularyOf(context.draft.body).has(m[1]!) || isOpening(m[1]!)) return;
      context.report(0, m[1]!.length, { args: { found: m[1]! } });
    },
  },
};

/** The mark at the end of an operative paragraph. */
const END_OF_PARAGRAPH = { kind: 'fact', type: 'end-of-paragraph', ordinal: 0 } as const;

const operativeEnding: Rule = {
  code: 'operative-ending',
  ids: ['DR-003'],
  title: 'Operative paragraphs end with a semicolon, the last one with a full stop',
  why: 'The operative part is one sentence. A full stop in the middle ends it too early.',
  severity: DRAFTS,
  source: DRAFTING,
  fix: 'safe',
  messages: {
    default: 'This is not the last operative paragraph: it ends with a semicolon, not with “{found}”.',
    last: 'The last operative paragraph ends with a full stop.',
    stops:
      'Here each operative paragraph ends with a full stop: a semicolon is usual, and a full stop at the end of the last.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report of the Office⟦.⟧\n\n2. *Requests* the Secretary-General to report;\n\n3. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report of the Office;\n\n2. *Requests* the Secretary-General to report;\n\n3. *Decides* to remain seized of the matter⟦;⟧\n',
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report of the Office⟦,⟧\n\n2. *Requests* the Secretary-General to report⟦,⟧\n\n3. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report of the Office⟦.⟧\n\n2. *Requests* the Secretary-General to report.\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report of the Office;\n\n2. *Requests* the Secretary-General to report;\n\n3. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\nI\n\n1. *Welcomes* the report of the Office;\n\n2. *Requests* the Secretary-General to do the following:\n\n(a) Report on the matter.\n\n(b) Report again.\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['operative', 'continuation'],
    check(context) {
      const { text } = context;
      const end = lastMark(text);
      const mark = text[end - 1];
      if (mark === ';' || mark === '.' || mark === ',') context.fact('end-of-paragraph', mark, end - 1, end);
    },
  },
  draft: {
    reads: ['structure', 'fact:end-of-paragraph'],
    check(context) {
      const marks = new Map<Block, string>();
      for (const { block, item } of context.factsOf('end-of-paragraph')) marks.set(block, item.key);
      for (const list of operatives(context)) {
        // Where most end with a full stop the text follows another practice: it is told once, or not at all.
        let stops = 0;
        let semicolons = 0;
        let commas = 0;
        const ends = list.map((p) => {
          const { last, divided } = endOf(context, p);
          const mark = divided ? undefined : marks.get(last);
          if (mark === '.') stops++;
          if (mark === ';') semicolons++;
          if (mark === ',') commas++;
          return { p, last, mark };
        });
        // One comma may be a slip in a text of any practice; with more of them it is the same practice as semicolons.
        const draft = context.facts.status === 'draft';
        const parted = semicolons + (draft && list.length > 2 ? commas : 0);
        if (parted === 0) {
          const first = ends.find(({ mark }) => mark === '.');
          if (first && stops > 2 && draft) context.report(first.last, END_OF_PARAGRAPH, { variant: 'stops' });
        }
        if (list.length < 2 || parted === 0 || stops > parted + 1) continue;
        ends.forEach(({ p, last, mark }, i) => {
          const next = list[i + 1];
          if (next) {
            if (mark !== '.' && mark !== ',') return;
            // The last paragraph of a part ends as the whole does.
            if (headingBetween(context, p, next)) return;
            context.report(last, END_OF_PARAGRAPH, {
              args: { found: mark },
              fixes: replaceMark(last, ';', phrase`End with a semicolon`),
            });
          } else if (mark === ';' && endsText(context, last) && semicolons > 1) {
            context.report(last, END_OF_PARAGRAPH, {
              variant: 'last',
              fixes: replaceMark(last, '.', phrase`End with a full stop`),
            });
          }
        });
      }
    },
  },
};

const unended: Rule = {
  code: 'resolution-paragraph-unended',
  ids: ['DR-002', 'DR-003'],
  title: 'No paragraph of a resolution ends without a mark',
  why: 'A resolution is one sentence: its preambular paragraphs end with a comma, its operative ones with a semicolon, the last with a full stop.',
  severity: DRAFTS,
  source: DRAFTING,
  fix: 'suggested',
  onSave: true,
  messages: {
    default: 'This preambular paragraph has no mark at its end: a comma is usual.',
    operative: 'This operative paragraph has no mark at its end: a semicolon is usual.',
    last: 'The last operative paragraph has no mark at its end: a full stop is usual.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions on the work of the ⟦Office⟧\n\n*Noting* the report of the Secretary-General on its ⟦work⟧\n\n*Noting also* the report of the Secretary-General of ⟦2019⟧\n\n1. *Welcomes* the report of the ⟦Office⟧\n\n2. *Requests* the Secretary-General to report;\n\n3. *Decides* to remain seized of the ⟦matter⟧\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions on the work of the Office,\n\n*Noting* the following:\n\n(a) The report of the Office;\n\n(b) The plan of the Office,\n\n1. *Welcomes* the report of the Office:\n\n(a) For its clarity;\n\n(b) For its brevity;\n\n2. *Requests* the Secretary-General to report on the\n\nmatter;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['operative', 'preambular'],
    check(context) {
      const { text, block } = context;
      const f = featuresOf(block);
      if (block.quoted || text.length < 30 || f.ending !== 'none') return;
      const opens = block.role === 'preambular' ? f.opening === 'participle' : block.level === 1;
      // Another figure than a year may be the mark of a note behind the comma.
      const word = /(?<= )\p{L}{2,}$|(?<=[ .])(?:19|20)\d\d$/u.exec(text.slice(-40));
      if (opens && word) context.fact('unended', word[0], text.length - word[0].length, text.length);
    },
  },
  draft: {
    reads: ['structure', 'fact:unended'],
    check(context) {
      for (const { block, anchor } of context.factsOf('unended')) {
        const next = context.blocks[block.index + 1];
        if (next && !featuresOf(block).blankAfter) continue;
        const variant = block.role === 'preambular' ? 'default' : next ? 'operative' : 'last';
        // What a page break cut, and what has subparagraphs, ends further on.
        if (next && !(next.role === 'operative' && next.level === 1 && next.labelled)) {
          if (block.role !== 'preambular' || next.role !== 'preambular') continue;
          if (featuresOf(next).opening !== 'participle') continue;
        }
        if (!next && block.role === 'preambular') continue;
        const mark = variant === 'default' ? ',' : variant === 'operative' ? ';' : '.';
        const at = block.contentEnd;
        context.report(block, anchor, {
          variant,
          fixes: [
            {
              kind: 'suggested',
              title: phrase`End with “${mark}”`,
              edits: () => [{ block, start: at, end: at, text: mark }],
            },
          ],
        });
      }
    },
  },
};

function headingBetween(context: DraftContext, a: Block, b: Block): boolean {
  for (let i = a.index + 1; i < b.index; i++) {
    const { role } = context.blocks[i]!;
    if (
      role === 'heading' ||
      role === 'title' ||
      role === 'organ' ||
      role === 'preambular' ||
      role === 'prose'
    )
      return true;
  }
  return false;
}

/** Whether no words of the resolution follow a block: what follows is the meeting, the date, notes or an annex. */
function endsText(context: DraftContext, block: Block): boolean {
  for (let i = block.index + 1; i < context.blocks.length; i++) {
    const b = context.blocks[i]!;
    if (b.role === 'note' || b.role === 'furniture' || b.role === 'blank' || b.role === 'comment') continue;
    const f = featuresOf(b);
    return b.role === 'heading' && (f.line === 'annex' || b.label?.style === 'annex');
  }
  return true;
}

function replaceMark(block: Block, mark: string, title: Sentence): Fix[] {
  return [
    {
      kind: 'safe',
      title,
      edits: () => {
        const end = lastMark(block.reading.text);
        if (end === 0) return [];
        const span = block.reading.spanToSource(end - 1, end);
        return [{ block, start: span.start, end: span.end, text: mark }];
      },
    },
  ];
}

/** The opening words of a paragraph: those in italics, or the verb with what goes before it. */
function openingOf(context: BlockContext): { words: string; end: number } | null {
  const { text, block } = context;
  const italic = block.reading.emphasis.find((e) => e.start === 0 && !e.strong && e.end <= 48);
  if (italic) return { words: text.slice(0, italic.end).replace(/[ ,]+$/, ''), end: italic.end };
  const m =
    /^(?:(?:Also|Further|Again|Once again|Strongly|Deeply) )?[A-Za-z]+(?:s|ing|ed)(?: (?:also|further|upon|on|of|note of|in mind)\b)?/.exec(
      text.slice(0, 48),
    );
  return m ? { words: m[0], end: m[0].length } : null;
}

const openingRepeated: Rule = {
  code: 'opening-repeated',
  ids: ['DR-005'],
  title: 'A repeated opening word takes “also” or “further”',
  why: 'Consecutive paragraphs with one verb read “Requests”, “Also requests”, “Further requests”.',
  severity: HINT,
  source: null,
  fix: 'suggested',
  messages: { default: '“{words}” opens the paragraph before this one as well; “{right}” is usual.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n*⟦Recalling⟧* the Charter of the United Nations,\n\n1. *Requests* the Office to report;\n\n2. *⟦Requests⟧* the Secretary-General to report;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n*Recalling also* the Charter of the United Nations,\n\n1. *Requests* the Office to report;\n\n2. *Also requests* the Secretary-General to report;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['preambular', 'operative'],
    check(context) {
      if (context.block.quoted) return;
      const { level, role } = context.block;
      if (role === 'preambular' ? level > 0 : level > 1) return;
      const opening = openingOf(context);
      if (opening) context.fact('opening', opening.words, 0, opening.end);
    },
  },
  draft: {
    reads: ['structure', 'fact:opening'],
    check(context) {
      // The Security Council opens paragraphs in a row with one word.
      if (context.facts.body === 'Security Council') return;
      let previous: { words: string; role: string; index: number } | null = null;
      for (const { block, item, anchor } of context.factsOf('opening')) {
        if (block.role === 'operative' && !block.labelled && previous?.role === 'operative') {
          previous = null;
          continue;
        }
        const words = item.key;
        if (
          previous &&
          previous.role === block.role &&
          previous.words === words &&
          !headingBetween(context, context.blocks[previous.index]!, block)
        ) {
          const right =
            block.role === 'preambular'
              ? `${/^\S+/.exec(words)![0]} also${words.slice(/^\S+/.exec(words)![0].length)}`
              : `Also ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
          context.report(block, anchor, {
            args: { words, right },
            fixes: [
              {
                kind: 'suggested',
                title: phrase`Replace with “${right}”`,
                edits: () => {
                  const { reading } = block;
                  if (!reading.text.startsWith(words) || !reading.isPlain(0, words.length)) return [];
                  const span = reading.spanToSource(0, words.length);
                  return [{ block, start: span.start, end: span.end, text: right }];
                },
              },
            ],
          });
        }
        previous = { words, role: block.role, index: block.index };
      }
    },
  },
};

const preambleOrder: Rule = {
  code: 'preamble-order',
  ids: ['DR-006'],
  title: 'The Charter comes first in a preamble',
  why: 'Preambles usually go from the Charter and treaties to earlier resolutions, to events and to the reports that are taken note of.',
  severity: HINT,
  source: null,
  fix: 'none',
  messages: { default: 'The Charter is usually named before the reports that the preamble takes note of.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Taking note* of the report of the Secretary-General,\n\n*⟦Guided by⟧* the purposes and principles of the Charter of the United Nations,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Guided by* the purposes and principles of the Charter of the United Nations,\n\n*Taking note* of the report of the Secretary-General,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['preambular'],
    check(context) {
      const head = context.text.slice(0, 160);
      if (
        /^(?:Guided|Bearing in mind|Reaffirming|Recalling) (?:by )?the (?:purposes and )?principles (?:of|enshrined in) the Charter/.test(
          head,
        )
      )
        context.fact('preamble-rank', 'charter', 0, /^\S+(?: by| in mind)?/.exec(head)![0].length);
      else if (
        /^(?:Taking note|Having considered|Noting|Welcoming)(?: also| further| with [a-z]+)?,? (?:of )?the reports? of/.test(
          head,
        )
      )
        context.fact('preamble-rank', 'report', 0, /^\S+/.exec(head)![0].length);
    },
  },
  draft: {
    reads: ['structure', 'fact:preamble-rank'],
    check(context) {
      let report = false;
      for (const { block, item, anchor } of context.factsOf('preamble-rank')) {
        if (item.key === 'report') report = true;
        else if (report) context.report(block, anchor);
      }
    },
  },
};

const resolutionDated: Rule = {
  code: 'preambular-resolution-date',
  ids: ['DR-007'],
  title: 'Resolutions are recalled with their date',
  why: 'The preamble gives the date of a resolution where it is first recalled; later mentions do without.',
  severity: HINT,
  source: 'Editorial Manual, Resolutions and other formal decisions: references',
  fix: 'suggested',
  messages: {
    default: 'The date of adoption is given where a resolution is first recalled.',
    known: 'The date of adoption is given where a resolution is first recalled: {date}.',
  },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its resolution ⟦64/293⟧ on trafficking in persons,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its resolution 64/293 of 30.07.2010,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
    '*The General Assembly*,\n\n*Recalling* its resolution 64/293 of 30 July 2010,\n\n*Recalling also* resolution 64/293 and Security Council resolution 2331 (2016),\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  draft: {
    reads: ['structure', 'citation:resolution', 'words:resolution'],
    check(context) {
      const seen = new Set<string>();
      for (const { block, item, anchor } of context.citationsOf('resolution')) {
        const before = seen.has(item.normalized);
        seen.add(item.normalized);
        if (before || block.role !== 'preambular' || block.quoted) continue;
        if (item.decision || item.asSymbol || item.anaphoric || item.date || item.year !== undefined)
          continue;
        if (!/^A\/RES\/\d+\/\d+/.test(item.normalized)) continue;
        const { text } = block.reading;
        if (!/^(?:Recalling|Reaffirming|Reiterating|Guided)/.test(text.slice(0, 12))) continue;
        // A list may be closed by one date for all of its members, and a note may carry the date.
        if (
          /^[^;]{0,60}\b(?:of|dated) \d{1,2} [A-Z]|^[^.;]{0,30}, all of /.test(
            text.slice(item.end, item.end + 90),
          )
        )
          continue;
        const iso = context.facts.catalogue.get(item.normalized)?.adoptionDate ?? '';
        const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
        const date = m ? `${Number(m[3])} ${MONTH_NAMES[Number(m[2]) - 1]} ${m[1]}` : null;
        context.report(block, anchor, {
          variant: date ? 'known' : 'default',
          args: date ? { date } : {},
          fixes: date ? insertDate(block, item.end, item.text, date) : [],
        });
      }
    },
  },
};

function insertDate(block: Block, end: number, designator: string, date: string): Fix[] {
  return [
    {
      kind: 'suggested',
      title: phrase`Add “of ${date}”`,
      edits: () => {
        const { reading } = block;
        const at = reading.text.slice(0, end).endsWith(designator)
          ? end
          : firstIn(reading.text, designator, 0, reading.text.length) + designator.length;
        if (at < designator.length || !reading.isPlain(at - 1, at)) return [];
        const source = reading.spanToSource(at - 1, at).end;
        return [{ block, start: source, end: source, text: ` of ${date}` }];
      },
    },
  ];
}

const thisResolution: Rule = {
  code: 'this-resolution',
  ids: ['DR-008'],
  title: '“The present resolution”, not “this resolution”',
  why: 'Resolutions of the Assembly and the Councils speak of themselves as “the present resolution”.',
  severity: HINT,
  source: DRAFTING,
  fix: 'safe',
  language: true,
  messages: { default: 'A resolution speaks of itself as “the present {noun}”.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Adopts* the plan annexed to ⟦this resolution⟧;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Adopts* the plan annexed to the present resolution;\n\n2. *Decides* to take up this resolve again.\n',
  ],
  block: {
    on: { words: ['this'] },
    roles: ['preambular', 'operative', 'paragraph', 'prose'],
    check(context, start, end) {
      const { text } = context;
      const m = /^ ([Rr]esolution|[Dd]ecision)\b/.exec(text.slice(end, end + 12));
      if (
        !m ||
        /Security Council/.test(context.draft.body ?? '') ||
        /\/RES\/\d+ \(|S\//.test(context.draft.symbol ?? '')
      )
        return;
      if (context.inQuotation(start)) return;
      const present = text.charCodeAt(start) === 0x54 ? 'The present' : 'the present';
      const noun = m[1]!.toLowerCase();
      context.report(start, end + m[0].length, {
        args: { noun },
        fix: {
          title: phrase`Replace with “${present} ${noun}”`,
          edits: [{ start, end: end + m[0].length, text: `${present} ${noun}` }],
        },
      });
    },
  },
};

const sponsors: Rule = {
  code: 'sponsors-order',
  ids: ['DR-009'],
  title: 'Sponsors stand in English alphabetical order',
  why: 'The order of names carries no rank; English alphabetical order is the same for all.',
  severity: DRAFTS,
  source: 'Editorial Manual, Country names',
  fix: 'suggested',
  messages: { default: '{name} comes before {previous} in alphabetical order.' },
  exampleKind: 'resolution',
  wrong: [
    'Chile, ⟦Brazil⟧ and Peru: draft resolution\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    'Austria, Bolivia (Plurinational State of) and Venezuela (Bolivarian Republic of): draft resolution\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['title', 'masthead', 'heading', 'prose'],
    check(context) {
      const { text } = context;
      if (text.length > 2500 || text.length < 24) return;
      const tail = /: (?:revised )?draft (?:resolution|decision)\*?$/.exec(text.slice(-32));
      if (!tail) return;
      const head = text.slice(0, text.length - tail[0].length);
      if (/on behalf of|[.;:]|Chair|President/.test(head)) return;
      const names: { name: string; start: number; end: number }[] = [];
      let depth = 0;
      let from = 0;
      const push = (to: number): void => {
        const name = head.slice(from, to).replace(/[*\s]+$/, '');
        if (name.trim() !== '') names.push({ name, start: from, end: from + name.length });
      };
      for (let i = 0; i < head.length; i++) {
        const c = head[i];
        if (c === '(') depth++;
        else if (c === ')') depth--;
        else if (depth === 0 && c === ',' && head[i + 1] === ' ') {
          push(i);
          from = i + 2;
        }
      }
      push(head.length);
      const last = names.at(-1);
      // "Bosnia and Herzegovina" is one name; the "and" before the last name divides.
      const divider = last ? lastAnd(last.name) : -1;
      if (last && divider > 0) {
        names.pop();
        names.push(
          { name: last.name.slice(0, divider), start: last.start, end: last.start + divider },
          { name: last.name.slice(divider + 5), start: last.start + divider + 5, end: last.end },
        );
      }
      const collator = new Intl.Collator('en', { sensitivity: 'base' });
      for (let i = 1; i < names.length; i++) {
        if (collator.compare(names[i - 1]!.name, names[i]!.name) <= 0) continue;
        const sorted = [...names].sort((a, b) => collator.compare(a.name, b.name)).map((n) => n.name);
        const listed =
          sorted.length > 1 ? `${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1)}` : sorted[0]!;
        context.report(names[i]!.start, names[i]!.end, {
          args: { name: names[i]!.name, previous: names[i - 1]!.name },
          fix: {
            title: phrase`Put the sponsors in alphabetical order`,
            edits: [{ start: 0, end: head.length, text: listed }],
          },
        });
        return;
      }
    },
  },
};

/** Names of States with "and" in them keep it. */
const WITH_AND =
  /^(?:Bosnia and Herzegovina|Antigua and Barbuda|Saint Kitts and Nevis|Saint Vincent and the Grenadines|Sao Tome and Principe|Trinidad and Tobago|United Kingdom of Great Britain and Northern Ireland)$/;

function lastAnd(name: string): number {
  let at = name.lastIndexOf(' and ');
  while (at > 0) {
    const head = name.slice(0, at);
    const tail = name.slice(at + 5);
    const joined = [...name.matchAll(/(?:Bosnia|Antigua|Kitts|Vincent|Tome|Trinidad|Britain) and /g)].some(
      (m) => m.index + m[0].length - 5 === at,
    );
    if (!joined && head !== '' && tail !== '') return at;
    at = name.lastIndexOf(' and ', at - 1);
  }
  return WITH_AND.test(name) ? -1 : at;
}

const followUp: Rule = {
  code: 'follow-up-session',
  ids: ['DR-010'],
  title: 'A matter is taken up again at a later session',
  why: 'An agenda that is to come can’t be that of a session that is over or under way.',
  severity: DRAFTS,
  source: null,
  fix: 'none',
  messages: {
    default: 'The document belongs to session {own}; the agenda of session {found} is not to come.',
  },
  exampleKind: 'resolution',
  wrong: [
    'A/C.3/78/L.60\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to include the item in the provisional agenda of its ⟦seventy-seventh⟧ session.\n',
  ],
  right: [
    'A/C.3/78/L.60\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to include the item in the provisional agenda of its eightieth session.\n',
  ],
  block: {
    on: { citations: ['session'] },
    roles: ['operative'],
    check(context, start, _end, citation) {
      if (citation?.type !== 'session' || citation.noun !== 'session' || citation.special) return;
      const own = /^A\/(?:C\.\d\/|RES\/)?(\d{2})\//.exec(context.draft.symbol ?? '');
      if (!own || citation.number >= Number(own[1])) return;
      const { text } = context;
      if (
        !/provisional agenda of (?:its|the) $/.test(
          text.slice(Math.max(0, start - 40), citation.ordinalSpan.start),
        )
      )
        return;
      if (!/\b(?:Decides|decides) to include/.test(text.slice(0, 80))) return;
      // The item of an agenda that was drawn up before is named by that agenda.
      context.report(citation.ordinalSpan.start, citation.ordinalSpan.end, {
        args: { own: own[1]!, found: citation.number },
      });
    },
  },
};

const resources: Rule = {
  code: 'existing-resources',
  ids: ['DR-012'],
  title: 'Financial phrases are chosen with care',
  why: 'The General Assembly, in resolution 45/248 B and later ones, has spoken against the phrase “within existing resources” in its Main Committees’ drafts.',
  severity: HINT,
  source: null,
  fix: 'none',
  language: true,
  messages: { default: 'The Fifth Committee alone settles resources; “{found}” may meet with an objection.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Requests* the Secretary-General to report ⟦within existing resources⟧;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Requests* the Office to report, subject to the availability of extrabudgetary resources;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { words: ['existing', 'additional'] },
    roles: ['operative'],
    check(context, start, end) {
      const { text } = context;
      const before = /\b(within|without) (?:the )?$/.exec(text.slice(Math.max(0, start - 12), start));
      const after = /^ (?:financial |budgetary )?resources\b/.exec(text.slice(end, end + 24));
      if (!before || !after) return;
      if ((before[1] === 'within') !== (text.charCodeAt(start) === 0x65)) return;
      const from = start - before[0].length;
      const to = end + after[0].length;
      context.report(from, to, { args: { found: text.slice(from, to) } });
    },
  },
};

const subparagraphEnding: Rule = {
  code: 'resolution-subparagraph-ending',
  ids: ['DR-013'],
  title: 'Subparagraphs of a resolution end alike',
  why: 'In the operative part they end with a semicolon, the last with what ends the paragraph.',
  severity: HINT,
  source: null,
  fix: 'suggested',
  messages: { default: 'The other subparagraphs of this list end with “{right}”, this one with “{found}”.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Requests* the Office:\n\n(a) To promote the plan;\n\n(b) To help States with its implementation⟦,⟧\n\n(c) To report on its work;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Requests* the Office:\n\n(a) To promote the plan;\n\n(b) To help States;\n\n(c) To report on its work;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['operative'],
    check(context) {
      const { text, block } = context;
      if (block.level !== 2) return;
      const end = lastMark(text);
      if (text[end - 1] === ',') context.fact('end-of-item', ',', end - 1, end);
    },
  },
  draft: {
    reads: ['structure', 'fact:end-of-item'],
    check(context) {
      const { paragraphs } = context.structure;
      for (let i = 0; i < paragraphs.length; i++) {
        const first = paragraphs[i]!;
        if (first.level !== 2 || first.role !== 'operative' || first.quoted) continue;
        const items: Block[] = [];
        let flat = true;
        for (; i < paragraphs.length && paragraphs[i]!.level >= 2; i++) {
          if (paragraphs[i]!.level > 2) flat = false;
          else items.push(paragraphs[i]!);
        }
        i--;
        if (!flat || items.length < 3) continue;
        const ends = items.slice(0, -1).map((p) => ({ p, ending: featuresOf(p).ending }));
        const commas = ends.filter((e) => e.ending === 'comma');
        const semicolons = ends.filter((e) => e.ending === 'semicolon');
        if (commas.length === 0 || semicolons.length === 0 || commas.length >= semicolons.length + 1)
          continue;
        for (const { p } of commas) {
          if (endOf(context, p).last !== p) continue;
          context.report(
            p,
            { kind: 'fact', type: 'end-of-item', ordinal: 0 },
            {
              args: { right: ';', found: ',' },
              fixes: replaceMark(p, ';', phrase`End with a semicolon`).map((f) => ({
                ...f,
                kind: 'suggested' as const,
              })),
            },
          );
        }
      }
    },
  },
};

const decisionForm: Rule = {
  code: 'decision-form',
  ids: ['DR-014'],
  title: 'A decision reports what was decided',
  why: 'Decisions of the Assembly and the Councils are recorded in the past tense: “At its 45th plenary meeting … the General Assembly … decided …”.',
  severity: { default: 'off', decision: 'hint' },
  source: null,
  fix: 'suggested',
  messages: { default: 'A decision is recorded in the past tense: “decided”.' },
  exampleKind: 'decision',
  wrong: [
    'Draft decision\n\nThe General Assembly ⟦decides⟧ to hold a meeting of one day on the work of the Office in 2027, with the participation of all the members of the working group and of observers.\n',
  ],
  right: [
    'Draft decision\n\nAt its 45th plenary meeting, the General Assembly decided to hold a meeting of one day on the work of the Office.\n',
  ],
  block: {
    on: { words: ['decides'] },
    roles: ['prose', 'operative', 'preambular', 'paragraph', 'organ'],
    check(context, start, end) {
      const { text } = context;
      if (
        !/^The (?:General Assembly|Economic and Social Council|Human Rights Council),? $/.test(
          text.slice(0, start),
        )
      )
        return;
      if (!text.startsWith(' to ', end) || context.block.labelled) return;
      context.report(start, end, {
        fix: { title: phrase`Replace with “decided”`, edits: [{ start, end, text: 'decided' }] },
      });
    },
  },
};

const titleCapitals: Rule = {
  code: 'resolution-title-capitals',
  ids: ['DR-015'],
  title: 'The title of a resolution is in sentence style',
  why: 'Capitals for all letters hide which words are names.',
  severity: HINT,
  source: DRAFTING,
  fix: 'none',
  messages: { default: 'Titles are written in sentence style, not in capitals.' },
  exampleKind: 'resolution',
  wrong: [
    '# ⟦PREVENTION OF THE WASTE OF PAPER⟧\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '# Prevention of the waste of paper\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['title'],
    check(context) {
      const { text, block } = context;
      if (text.length < 16 || !featuresOf(block).capitals) return;
      if (!/[A-Z]{4,} (?:[A-Z]{2,} )*[A-Z]{4,}/.test(text.slice(0, 160))) return;
      if (/^(?:UNITED NATIONS|GENERAL ASSEMBLY|SECURITY COUNCIL|RESOLUTIONS? |DRAFT )/.test(text)) return;
      context.report(0, text.length);
    },
  },
};

const adoptedMeeting: Rule = {
  code: 'adopted-meeting',
  ids: ['DR-016'],
  title: 'An adopted text names the meeting and the date',
  why: 'Meeting and date say when the text took effect; both stand below the text.',
  severity: { default: 'off', resolution: 'hint' },
  source: IDENTIFICATION,
  fix: 'none',
  onSave: true,
  messages: { default: 'The adopted text does not say at which meeting it was adopted.' },
  exampleKind: 'resolution',
  wrong: [
    'A/RES/75/500\n\n⟦75/500. Prevention of the waste of paper⟧\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    'A/RES/75/500\n\n75/500. Prevention of the waste of paper\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n\n*60th plenary meeting*\n*19 December 2020*\n',
  ],
  draft: {
    reads: ['structure', 'citation:date', 'citation:session', 'words:date', 'words:session'],
    check(context) {
      const { structure, blocks } = context;
      if (structure.status !== 'adopted') return;
      const title = structure.headings.find((h) => h.level === 0 && h.label?.style === 'resolution');
      if (!title) return;
      for (const b of blocks) {
        if (b.reading.text.length > 400 || b.role === 'note') continue;
        if (/\b(?:plenary )?meeting\b/.test(b.reading.text) && /\d/.test(b.reading.text)) return;
        if (
          /\b(?:Adopted|Resolution adopted|[Aa]dopted without)\b/.test(b.reading.text) &&
          /\d{4}/.test(b.reading.text)
        )
          return;
      }
      context.report(title.block, { kind: 'block' });
    },
  },
};

const notesReport: Rule = {
  code: 'report-taken-note-of',
  ids: ['DR-011'],
  title: 'A report is taken note of; a fact is noted',
  why: '“Takes note of” and “notes” are both neutral: they neither approve nor disapprove. Resolutions keep the first for documents, the second for what is the case.',
  severity: HINT,
  source: 'General Assembly decision 55/488',
  fix: 'suggested',
  messages: { default: 'Of a document resolutions say “{right}”.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*⟦Noting⟧* the report of the Board,\n\n1. *⟦Notes⟧* the report of the Secretary-General;\n\n2. *Also ⟦notes⟧* the reports of the Board;\n\n3. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Takes note* of the report of the Secretary-General;\n\n2. *Notes with concern* the report on the fire, and *notes* the lack of water;\n\n3. *Notes* the reporting of the Board.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['operative', 'preambular'],
    check(context) {
      const { text, block } = context;
      if (block.level > 1 || block.quoted) return;
      const m = /^(?:Also |Further )?([Nn]otes|Noting(?: also| further)?) the reports? of the /.exec(
        text.slice(0, 60),
      );
      if (!m) return;
      const start = m[0].indexOf(m[1]!);
      const end = start + m[1]!.length;
      const right =
        likeCase(m[1]!, m[1]!.startsWith('Noting') ? 'taking note' : 'takes note') + m[1]!.slice(6) + ' of';
      context.report(start, end, { args: { right }, fix: replaceWith(start, end, right) });
    },
  },
};

export const rules: readonly Rule[] = [
  organLine,
  organMissing,
  preambularEnding,
  unended,
  preambularOpening,
  operativeOpening,
  operativeEnding,
  operativeVerb,
  notesReport,
  openingRepeated,
  preambleOrder,
  resolutionDated,
  thisResolution,
  sponsors,
  followUp,
  resources,
  subparagraphEnding,
  decisionForm,
  titleCapitals,
  adoptedMeeting,
];
