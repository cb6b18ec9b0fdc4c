import type { Block } from '../../document/block.js';
import { wordsOfBlock } from '../../document/words.js';
import { phrase } from '../../l10n/phrase.js';
import type { DraftContext } from '../draftContext.js';
import { isForSpeaker } from '../roles.js';
import type { Rule } from '../rule.js';
import { firstIn } from '../../text/search.js';

const STATEMENT = { default: 'off', statement: 'hint' } as const;
const OPEN = 'Madam Chair,\n\nIt is an honour to speak to this meeting on behalf of my delegation.\n\n';

const VOCATIVE =
  /\b(Mr\.?|Madam|Madame|Ms\.?|Mister)\s+(President|Chairperson|Chairman|Chair|Moderator|Facilitator|Vice-President|Co-Chairs?|Chairs)\b/g;
const FEMALE = /^(?:Madam|Madame|Ms)/;

const salutationComma: Rule = {
  code: 'salutation-comma',
  ids: ['STMT-002'],
  title: 'A salutation ends with a comma',
  why: 'The salutation leads into the sentence that follows it.',
  severity: STATEMENT,
  source: null,
  fix: 'safe',
  spoken: true,
  language: true,
  messages: { default: 'End the salutation with a comma.' },
  exampleKind: 'statement',
  wrong: [
    'Distinguished delegates, ladies and gentlemen⟦.⟧\n\nIt is an honour to speak to this meeting.\n\nI thank you.\n',
  ],
  right: [
    'Distinguished delegates, ladies and gentlemen,\n\nIt is an honour to speak to this meeting.\n\nI thank you.\n',
    'Thank you, Madam Chair.\n\nIt is an honour to speak.\n\nI thank you.\n',
    'Madam Chair,\n\nMadam Chair, Last May our region was chosen to speak.\n\nI thank you.\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['salutation'],
    check(context, _start, end) {
      const { text } = context;
      // Forms of address only: a sentence that follows them in the same paragraph has its full stop.
      if (/[.…] *[A-Z]/.test(text.replace(/\b(?:Mr|Mrs|Ms|Dr|Messrs|H\.E)\./g, '')) || /\d/.test(text))
        return;
      if (/\b(?:is|are|was|were|has|have|had|will|would|wish|thank|congratulate)\b/.test(text)) return;
      if (!text.endsWith('.') || /^(?:Thank|I |We )/i.test(text) || /\b(?:Mr|Mrs|Ms)\.$/.test(text)) return;
      context.report(end - 1, end, {
        fix: { title: phrase`Replace with a comma`, edits: [{ start: end - 1, end, text: ',' }] },
      });
    },
  },
};

const addresseeChanges: Rule = {
  code: 'addressee-changes',
  ids: ['STMT-003'],
  title: 'The presiding officer is addressed in one way from start to end',
  why: 'A statement that begins with “Madam Chair” and ends with “Mr. Chair” has two addressees; one of them is a slip.',
  severity: { default: 'off', statement: 'warning' },
  source: null,
  fix: 'suggested',
  spoken: true,
  language: true,
  messages: { default: 'The statement begins with “{first}”; here it says “{found}”.' },
  exampleKind: 'statement',
  wrong: [`${OPEN}We support the draft.\n\nThank you, ⟦Mr. Chair⟧.\n`],
  right: [`${OPEN}We support the draft.\n\nThank you, Madam Chair.\n`],
  block: {
    on: { words: ['President', 'Chair', 'Chairperson', 'Chairman', 'Moderator', 'Facilitator', 'Chairs'] },
    roles: ['salutation', 'closing', 'prose'],
    check(context, start, end) {
      if (context.kind !== 'statement') return;
      const from = Math.max(0, start - 12);
      const m = [...context.text.slice(from, end).matchAll(VOCATIVE)].at(-1);
      if (!m || from + m.index + m[0].length !== end) return;
      const at = from + m.index;
      // An address stands apart by commas, or opens or ends its line; "Mr. President Diallo" is a name.
      if (
        /^ [A-Z]/.test(context.text.slice(end, end + 2)) ||
        !/^(?:[,.!;:]|$)/.test(context.text.slice(end, end + 1))
      )
        return;
      if (at > 0 && !/[,:] $|[Yy]ou,? $|^$/.test(context.text.slice(Math.max(0, at - 6), at))) return;
      context.fact(
        'vocative',
        `${FEMALE.test(m[1]!) ? 'Madam' : 'Mr.'} ${m[2]!.replace(/^Chair(?:person|man)$/, 'Chair')}`,
        at,
        end,
        m[0],
      );
    },
  },
  draft: {
    reads: ['fact:vocative'],
    check(context) {
      const all = [...context.factsOf('vocative')];
      const first = all[0];
      if (!first) return;
      for (const { block, item, anchor } of all.slice(1)) {
        if (item.key === first.item.key || block.quoted) continue;
        // Who presides may change once and for all, as when a panel's moderator is thanked.
        if (/Moderator|Facilitator|Co-Chair/.test(item.key + first.item.key)) continue;
        context.report(block, anchor, {
          args: { first: String(first.item.data), found: String(item.data) },
          fixes: [
            {
              kind: 'suggested',
              title: phrase`Replace with “${String(first.item.data)}”`,
              edits: () => {
                const span = block.reading.spanToSource(item.start, item.end);
                return [{ block, start: span.start, end: span.end, text: String(first.item.data) }];
              },
            },
          ],
          related: [
            {
              block: first.block,
              anchor: first.anchor,
              message: phrase`“${String(first.item.data)}” stands here.`,
            },
          ],
        });
      }
    },
  },
};

/** Blocks with words, in order. */
function spoken(context: DraftContext): Block[] {
  return context.blocks.filter((b) => wordsOfBlock(b) > 0 && b.role !== 'note' && b.role !== 'masthead');
}

const noSalutation: Rule = {
  code: 'salutation-missing',
  ids: ['STMT-001'],
  title: 'A statement opens with a salutation and ends with thanks',
  why: 'The presiding officer gave the floor; the listeners wait for the sign that the statement is over.',
  severity: STATEMENT,
  source: null,
  fix: 'none',
  spoken: true,
  onSave: true,
  messages: {
    default: 'The statement has no salutation.',
    thanks: 'The statement ends without thanks.',
  },
  exampleKind: 'statement',
  wrong: [
    `${OPEN}We support the draft.\n\nWe thank the Secretariat for its report.\n\n⟦Our delegation stands ready to work with all.⟧\n`,
  ],
  right: [
    `${OPEN}We support the draft.\n\nI thank you.\n`,
    'Talking points on harbours\n\nThe moorings are old.\n\nThe lights are new.\n\nThe wardens are few.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      if (context.facts.kind !== 'statement' || context.facts.language !== 'en') return;
      if (isForSpeaker(context)) return;
      const blocks = spoken(context);
      if (blocks.length < 3) return;
      const opening = blocks
        .slice(0, 15)
        .some(
          (b) =>
            b.role === 'salutation' ||
            /^(?:Thank you|Excellenc|Mr\.|Madam|Distinguished|Honou?rable)/.test(b.reading.text),
        );
      if (!opening) context.report(blocks[0]!, { kind: 'block' });
      const ending = blocks
        .slice(-4)
        .some((b) =>
          /\b(?:thank you|I thank|many thanks|thanks|attention)\b/i.test(b.reading.text.slice(-400)),
        );
      if (!ending && opening) context.report(blocks.at(-1)!, { kind: 'block' }, { variant: 'thanks' });
    },
  },
};

const salutationOrder: Rule = {
  code: 'salutation-order',
  ids: ['STMT-005'],
  title: 'The presiding officer is greeted first, ladies and gentlemen last',
  why: 'Salutations follow rank: the presiding officer, Excellencies, distinguished delegates, ladies and gentlemen.',
  severity: STATEMENT,
  source: null,
  fix: 'none',
  spoken: true,
  language: true,
  messages: { default: '“{later}” is greeted before “{earlier}”.' },
  exampleKind: 'statement',
  wrong: [
    '⟦Ladies and gentlemen⟧, Excellencies, Madam Chair,\n\nIt is an honour to speak to this meeting.\n\nI thank you.\n',
  ],
  right: [
    'Madam Chair, Excellencies, distinguished delegates, ladies and gentlemen,\n\nIt is an honour to speak to this meeting.\n\nI thank you.\n',
  ],
  block: {
    on: { words: ['gentlemen'] },
    roles: ['salutation'],
    check(context, start, end) {
      const from = /ladies and $/i.exec(context.text.slice(Math.max(0, start - 11), start));
      if (!from) return;
      const after =
        /\b(Excellencies|(?:Mr\.?|Madam) (?:President|Chair(?:person)?)|[Dd]istinguished \w+)/.exec(
          context.text.slice(end),
        );
      if (after) {
        const at = start - from[0].length;
        context.report(at, end, { args: { later: context.text.slice(at, end), earlier: after[1]! } });
      }
    },
  },
};

const salutationCapitals: Rule = {
  code: 'salutation-capitals',
  ids: ['STMT-006'],
  title: 'In a salutation on one line only its first word and titles have capitals',
  why: 'Capitals on every word tire the eye of the speaker.',
  severity: STATEMENT,
  source: null,
  fix: 'safe',
  spoken: true,
  language: true,
  messages: { default: 'Write “{right}” inside a salutation.' },
  exampleKind: 'statement',
  wrong: [
    'Excellencies, ⟦Ladies and Gentlemen⟧,\n\nIt is an honour to speak to this meeting.\n\nI thank you.\n',
  ],
  right: [
    'Excellencies, ladies and gentlemen,\n\nIt is an honour to speak.\n\nI thank you.\n',
    'Ladies and gentlemen,\n\nIt is an honour to speak.\n\nI thank you.\n',
  ],
  block: {
    on: { words: ['Gentlemen', 'Delegates', 'Colleagues', 'Representatives'] },
    roles: ['salutation'],
    check(context, start, end) {
      const { text } = context;
      const m = /, (Ladies and |Distinguished )$/.exec(text.slice(Math.max(0, start - 16), start));
      if (!m) return;
      const from = start - m[1]!.length;
      const right = text.slice(from, end).toLowerCase();
      context.report(from, end, {
        args: { right },
        fix: { title: phrase`Write “${right}”`, edits: [{ start: from, end, text: right }] },
      });
    },
  },
};

const longSentence: Rule = {
  code: 'long-sentence-spoken',
  ids: ['STMT-008'],
  title: 'A spoken sentence is short enough for the interpreters',
  why: 'A sentence of more than sixty words can hardly be spoken in one breath, or interpreted.',
  severity: STATEMENT,
  source: null,
  fix: 'none',
  spoken: true,
  language: true,
  messages: { default: 'This sentence has {words} words. Can it be divided?' },
  exampleKind: 'statement',
  wrong: [
    `${OPEN}⟦We⟧ support the draft ${'and the work of the Office in the field of water '.repeat(6)}as a whole.\n\nI thank you.\n`,
  ],
  right: [`${OPEN}We support the draft. We support the work of the Office.\n\nI thank you.\n`],
  block: {
    on: { blocks: true },
    roles: ['prose', 'continuation', 'item'],
    check(context) {
      const { text } = context;
      if (context.kind !== 'statement' || text.length < 300) return;
      let start = 0;
      while (start < text.length) {
        let end = start;
        do {
          end = firstIn(text, '. ', end + 1, text.length);
        } while (
          end > 0 &&
          /\b(?:Mr|Ms|Mrs|Dr|St|No|art|para|H\.E|e\.g|i\.e)$/.test(text.slice(Math.max(0, end - 5), end))
        );
        const stop = end < 0 ? text.length : end + 1;
        if (stop - start > 300) {
          // A treaty's title is long and is known by heart: it counts as five words.
          let words = text.slice(start, stop).split(' ').filter(Boolean).length;
          for (const c of context.citations) {
            if (c.start < start || c.end > stop || (c.type !== 'treaty' && c.type !== 'body')) continue;
            words -= Math.max(0, text.slice(c.start, c.end).split(' ').length - 5);
          }
          if (words > 60)
            context.report(start, start + /^\S*/.exec(text.slice(start))![0].length, { args: { words } });
        }
        start = stop + 1;
      }
    },
  },
};

const secretariatPerson: Rule = {
  code: 'speaker-person',
  ids: ['STMT-013'],
  title: 'Who speaks for the Secretariat has no country',
  why: '“My country” and “my delegation” belong to the delegates of States.',
  severity: STATEMENT,
  source: null,
  fix: 'none',
  spoken: true,
  language: true,
  messages: { default: '“{found}” does not fit a statement of the Secretariat.' },
  exampleKind: 'statement',
  wrong: [
    'Secretariat Opening Statement\n\nMadam Chair,\n\nIn this field ⟦my country⟧ has done much work.\n\nI thank you.\n',
  ],
  right: [
    'National statement\n\nMadam Chair,\n\nIn this field my country has done much work.\n\nI thank you.\n',
  ],
  block: {
    on: { words: ['country', 'delegation', 'Secretariat'] },
    roles: ['title', 'prose', 'continuation', 'masthead'],
    check(context, start, end) {
      const { text, role } = context;
      if (role === 'title' || role === 'masthead') {
        if (/^Secretariat .{0,30}[Ss]tatement/.test(text))
          context.fact('secretariat-speaks', 'yes', start, end);
        return;
      }
      if (/\bmy $/i.test(text.slice(Math.max(0, start - 3), start)))
        context.fact('my-country', text.slice(start - 3, end), start - 3, end);
    },
  },
  draft: {
    reads: ['fact:secretariat-speaks', 'fact:my-country'],
    check(context) {
      if ([...context.factsOf('secretariat-speaks')].length === 0) return;
      for (const { block, item, anchor } of context.factsOf('my-country'))
        context.report(block, anchor, { args: { found: item.key } });
    },
  },
};

/** Bodies with a President and bodies with a Chair, by the words of their names. */
const WITH_PRESIDENT =
  /\b(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Conference of the (?:States )?Parties|Congress on Crime Prevention)\b/;
const WITH_CHAIR = /\b(?:Working Group|Commission|Committee)\b/;

const officeOfBody: Rule = {
  code: 'presiding-office',
  ids: ['STMT-004'],
  title: 'The presiding officer is addressed by the office that the body has',
  why: 'Principal organs and conferences of parties have a President; committees, commissions and working groups have a Chair.',
  severity: STATEMENT,
  source: null,
  fix: 'none',
  spoken: true,
  messages: {
    default: 'The heading names {body}, which has a President.',
    chair: 'The heading names {body}, which has a Chair.',
  },
  exampleKind: 'statement',
  wrong: [
    'Statement to the Working Group on Firearms\n\n⟦Madam President⟧,\n\nWe support the draft of the group.\n\nI thank you.\n',
  ],
  right: [
    'Statement to the Working Group on Firearms\n\nMadam Chair,\n\nWe support the draft of the group.\n\nI thank you.\n',
    'Speaking notes for the Chair of the Working Group on Firearms\n\nMr. President,\n\nIt is a pleasure to brief the Conference.\n\nI thank you.\n',
    'Statement to the General Assembly, Third Committee\n\nMr. Chair,\n\nWe support the draft.\n\nI thank you.\n',
  ],
  block: {
    on: {
      words: [
        'Assembly',
        'Council',
        'Conference',
        'Congress',
        'Group',
        'Commission',
        'Committee',
        'President',
        'Chair',
      ],
    },
    roles: ['title', 'masthead', 'heading', 'salutation'],
    check(context, start, end) {
      if (context.kind !== 'statement' || context.draft.language !== 'en') return;
      const { text } = context;
      if (context.role === 'salutation') {
        const m = /^(?:Mr\.|Madam|Mme\.?|Mister) (President|Chair)(?=[,.!]|$)/.exec(text);
        if (m) context.fact('presider', m[1]!, 0, m[0].length);
        return;
      }
      const president = WITH_PRESIDENT.exec(text);
      const chair = WITH_CHAIR.exec(text);
      // "Chair of the Working Group" says who speaks, not where.
      if (/\b(?:Chair|Rapporteur|Member|Secretary|on behalf) of\b/i.test(text))
        context.fact('meeting-body', '?', start, end);
      else if (president) context.fact('meeting-body', `President|${president[0]}`, start, end);
      if (chair && !/\b(?:Chair|Rapporteur|Member|Secretary|on behalf) of\b/i.test(text))
        context.fact('meeting-body', `Chair|${chair[0]}`, start, end);
    },
  },
  draft: {
    reads: ['fact:presider', 'fact:meeting-body'],
    check(context) {
      const first = [...context.factsOf('presider')][0];
      if (!first) return;
      const bodies = [...context.factsOf('meeting-body')];
      const offices = new Set(bodies.map(({ item }) => item.key.split('|')[0]));
      // Two bodies above a statement, or a speaker of another body: which of them meets is not said.
      if (offices.size !== 1 || offices.has('?')) return;
      const [office, name] = bodies[0]!.item.key.split('|') as [string, string];
      if (first.item.key === office) return;
      context.report(first.block, first.anchor, {
        ...(office === 'Chair' ? { variant: 'chair' } : {}),
        args: { body: `the ${name}` },
      });
    },
  },
};

const SPEAKERS = 'Practical tips for speakers and delegates (United Nations Office at Geneva)';

const quotationFirst: Rule = {
  code: 'quotation-before-reference',
  ids: ['STMT-010'],
  title: 'First the paragraph, then the quotation',
  why: 'Interpreters look a quotation up while it is read out: they need to know before it begins where it stands.',
  severity: { default: 'off', statement: 'hint' },
  source: SPEAKERS,
  fix: 'none',
  spoken: true,
  exampleKind: 'statement',
  messages: { default: 'Say where it stands before you quote: “Paragraph {number} says: …”.' },
  wrong: [
    `${OPEN}The report says: “Lamps save lives on all coasts of the world” ⟦(para. 12⟧ of document A/75/292).\n\nI thank you.\n`,
    `${OPEN}“Lamps save lives on all coasts of the world”, ⟦says paragraph 4⟧ of the report.\n\nI thank you.\n`,
  ],
  right: [
    `${OPEN}Paragraph 12 of document A/75/292 says: “Lamps save lives on all coasts of the world”.\n\nI thank you.\n`,
    `${OPEN}The word “lamp” (para. 12) is old. “Lamps save lives on all coasts of the world”. Paragraph 4 is long.\n\nI thank you.\n`,
  ],
  block: {
    on: { chars: '”"' },
    roles: ['prose', 'continuation', 'paragraph', 'item'],
    check(context, start, end) {
      if (context.kind !== 'statement' || context.draft.language !== 'en') return;
      const { text } = context;
      const m =
        /^[,.]? (?:\((?:see )?|(?:as )?(?:says|states|reads|stated in|set out in|in) )(?:para(?:graph|\.) |page |p\. )(\d{1,3})/.exec(
          text.slice(end, end + 50),
        );
      if (!m) return;
      // A single term in quotation marks is not read out as a quotation.
      const before = text.slice(Math.max(0, start - 600), start);
      const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('"'));
      if (open < 0 || before.slice(open + 1).split(' ').length < LEAST_QUOTED) return;
      const from = end + m[0].search(/[(a-z]/);
      context.report(from, end + m[0].length, { args: { number: m[1]! } });
    },
  },
};

/** Fewer words are a term. */
const LEAST_QUOTED = 5;

const translationUnmarked: Rule = {
  code: 'translation-unmarked',
  ids: ['STMT-011'],
  title: 'A translation that is handed in says which text counts',
  why: 'Interpreters who are given a translation read from it; they must know whether the speaker will keep to the text.',
  severity: { default: 'off', statement: 'information' },
  source: SPEAKERS,
  fix: 'none',
  spoken: true,
  onSave: true,
  exampleKind: 'statement',
  messages: { default: 'A translation bears the words “Check against delivery” or “Read out verbatim”.' },
  wrong: [
    `Statement by Ms. Amaru of Valmora\n\n⟦(Unofficial translation)⟧\n\n${OPEN}We support the draft.\n\nI thank you.\n`,
  ],
  right: [
    `Statement by Ms. Amaru of Valmora\n\n(Unofficial translation)\n\nCheck against delivery\n\n${OPEN}We support the draft.\n\nI thank you.\n`,
    `Statement by Ms. Amaru of Valmora on translation services\n\n${OPEN}We support the draft.\n\nI thank you.\n`,
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { structure, blocks } = context;
      if (structure.kind !== 'statement') return;
      const front = blocks.slice(0, Math.min(blocks.length, structure.bodyStart + 3));
      const translated = front.find(({ body }) =>
        /^[[(*_]*(?:(?:unofficial|courtesy|english|working) translation|translat(?:ed|ion) from |translation\b.{0,3}$)/i.test(
          body.text.slice(0, 80),
        ),
      );
      if (!translated) return;
      if (front.some(({ body }) => /check against delivery|verbatim/i.test(body.text.slice(0, 200)))) return;
      context.report(translated, { kind: 'block' });
    },
  },
};

export const rules: readonly Rule[] = [
  officeOfBody,
  noSalutation,
  salutationComma,
  addresseeChanges,
  salutationOrder,
  salutationCapitals,
  longSentence,
  secretariatPerson,
  quotationFirst,
  translationUnmarked,
];
