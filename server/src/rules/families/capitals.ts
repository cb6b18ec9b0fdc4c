import { phrase } from '../../l10n/phrase.js';
import type { SeveritySetting } from '../../settings/settings.js';
import { nameMistakes } from '../tables/nameIndex.js';
import type { BlockContext } from '../blockContext.js';
import type { Rule } from '../rule.js';
import {
  fixOccurrence,
  isApostrophe,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  likeCase,
  nextWord,
  ordinalOf,
  previousWord,
  readPhrase,
  replaceWith,
  startsSentence,
  wordAfter,
  wordBefore,
} from '../words.js';
import { lastIn } from '../../text/search.js';

const CAPITALS = 'Editorial Manual, Capitalization in English';

/** What was said and what was adopted stays as it is; there a capital is a hint only. */
const STYLE: SeveritySetting = { default: 'warning', record: 'hint', treaty: 'off' };

const OTHER_ORGANIZATION = /\b(?:European Union|African Union|Community|League|ASEAN|EU|AU)\b[^.]{0,20}$/;

const memberStates: Rule = {
  code: 'member-states-capital',
  ids: ['CAP-001'],
  title: 'Member States with capitals',
  why: 'The States Members of the United Nations are written with capitals.',
  severity: STYLE,
  source: CAPITALS,
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'Written with capitals: “{right}”.' },
  wrong: ['1. The Office helped ⟦member states⟧ and one ⟦Member state⟧.'],
  right: [
    '1. The Office helped Member States.',
    '1. The member States of the European Union took part.',
    '1. The report states that a member states its reasons.',
  ],
  block: {
    on: { words: ['member'] },
    check(context, start, end) {
      const { text } = context;
      const state = wordAfter(text, end);
      if (!state) return;
      const word = text.slice(state.start, state.end);
      if (!/^states?$/.test(word)) return;
      // "a member states its reasons": the verb has a subject in the singular.
      if (
        word === 'states' &&
        /^(?:a|an|the|each|every|one|which|this|that)$/.test(previousWord(text, start))
      ) {
        const next = nextWord(text, state.end);
        if (/^(?:that|its|his|her|their|the|a|an|in)$/.test(next) && previousWord(text, start) !== 'the')
          return;
      }
      // Members of other organizations are "member States".
      const other =
        OTHER_ORGANIZATION.test(text.slice(Math.max(0, start - 60), start)) ||
        /^ of (?:the )?(?!United Nations|Organization\b)[A-Z]/.test(text.slice(state.end, state.end + 24));
      const right = `${other ? 'member' : 'Member'} ${likeCase('S', word)}`;
      context.report(start, state.end, { args: { right }, fix: replaceWith(start, state.end, right) });
    },
  },
};

/** Words before "states" that make it a noun in the plural. */
const BEFORE_STATES = new Set(
  `all other these those many several most developing requesting requested receiving sponsoring participating
  non-member nuclear-weapon interested concerned sovereign neighbouring coastal landlocked`.split(/\s+/),
);

const states: Rule = {
  code: 'states-capital',
  ids: ['CAP-001'],
  title: 'States with a capital',
  why: 'A State in the sense of international law has a capital; a state of affairs has none.',
  severity: STYLE,
  source: CAPITALS,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'A State in the sense of international law is written with a capital.' },
  wrong: [
    '1. The Office helped all ⟦states⟧ and other ⟦states⟧ of the region.',
    '1. It relied on ⟦states’⟧ efforts.',
  ],
  right: [
    '1. The Office helped all States; the report states that they agreed.',
    '1. In all federal states, in all states of emergency and in most states of the federation, courts sat.',
    '1. The report of other experts states the facts.',
  ],
  block: {
    on: { words: ['states'] },
    check(context, start, end) {
      const { text } = context;
      if (!isLower(text.charCodeAt(start)) || text.charCodeAt(start - 1) === 0x2d) return;
      const possessive = isApostrophe(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 0x20;
      const before = previousWord(text, start);
      if (!possessive && !BEFORE_STATES.has(before)) return;
      if (before === 'member') return;
      // "states of emergency", "states and territories", "the states of the federation": of another kind.
      if (
        /^ (?:of|and (?:territories|provinces|regions|municipalities|counties)|or (?:territories|provinces|regions)|that|the|its|in the (?:country|federation|union))\b/.test(
          text.slice(end, end + 24),
        )
      )
        if (!/^ of the region\b/.test(text.slice(end, end + 16))) return;
      context.report(start, possessive ? end + 1 : end, {
        fix: { title: phrase`Replace with “States”`, edits: [{ start, end: start + 1, text: 'S' }] },
      });
    },
  },
};

const statesParties: Rule = {
  code: 'states-parties',
  ids: ['CAP-002'],
  title: 'States parties with a small p',
  why: 'Outside the treaty’s own text and the names of its conferences the manual writes “States parties”.',
  severity: {
    default: 'hint',
    report: 'warning',
    note: 'warning',
    statement: 'warning',
    treaty: 'off',
    record: 'hint',
  },
  source: CAPITALS,
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: {
    default: 'Outside treaties this is written “{right}”.',
    plural: 'The plural is “States parties”.',
  },
  wrong: [
    '1. The ⟦States Parties⟧ reported, and one ⟦State Party⟧ did not.',
    '1. There are 141 ⟦Parties⟧ to the Protocol.',
    '1. All ⟦State parties⟧ met.',
  ],
  right: [
    '1. The States parties reported.',
    '1. The Conference of the States Parties to the United Nations Convention against Corruption met.',
    '1. The Meeting of States Parties was held in May.',
    '1. The protocol says: “The States Parties shall cooperate”.',
  ],
  block: {
    on: { words: ['parties', 'party'] },
    check(context, start, end) {
      const { text } = context;
      // "141 Parties to the Protocol".
      if (
        end - start === 7 &&
        text.slice(start, end) === 'Parties' &&
        /\d $/.test(text.slice(Math.max(0, start - 2), start)) &&
        /^ to the /.test(text.slice(end, end + 8)) &&
        !inTreatyText(context)
      ) {
        context.report(start, end, { args: { right: 'parties' }, fix: replaceWith(start, end, 'parties') });
        return;
      }
      const state = wordBefore(text, start);
      if (!state || !isUpper(text.charCodeAt(state.start))) return;
      const word = text.slice(state.start, state.end);
      if (word !== 'States' && word !== 'State') return;
      const plural = end - start === 7;
      const capital = isUpper(text.charCodeAt(start));
      if (!capital && !(plural && word === 'State')) return;
      if (capital && isUpper(text.charCodeAt(start + 1))) return;
      if (inTreatyText(context)) return;
      // "Conference of the States Parties", "Meeting of States Parties", "Assembly of States Parties".
      const before = text.slice(Math.max(0, state.start - 60), state.start);
      if (/\b[A-Z][a-z]+(?: (?:for|to|on|by|and|of|the|[A-Z][a-z]+))* of (?:the )?$/.test(before)) return;
      // A title or heading with capitals throughout.
      if (isTitleCase(text, start)) return;
      const right = `${plural ? 'States' : word} ${text.slice(start, end).toLowerCase()}`;
      context.report(state.start, end, {
        variant: capital ? 'default' : 'plural',
        args: { right },
        fix: replaceWith(state.start, end, right),
      });
    },
  },
};

/** Whether the block belongs to an annex or an article: there the words are those of an instrument. */
function inTreatyText(context: BlockContext): boolean {
  return /^(?:annex|article|appendix)/i.test(context.block.container);
}

/** Whether the words around are capitalized too, as in a title. */
function isTitleCase(text: string, at: number): boolean {
  const next = /^[A-Za-z]+ (?:(?:to|of|on|and|the|in) )*([A-Za-z])/.exec(text.slice(at, at + 50));
  const before = wordBefore(text, wordBefore(text, at)?.start ?? at);
  return (
    next !== null &&
    before !== null &&
    isUpper(next[1]!.charCodeAt(0)) &&
    isUpper(text.charCodeAt(before.start)) &&
    !startsSentence(text, before.start)
  );
}

const LOCAL =
  /^(?:local|regional|state|provincial|municipal|subnational|federal|central|national|territorial|self|good|open|digital|whole|multilevel|devolved|county|city|tribal|electronic)$/;

const government: Rule = {
  code: 'government-capital',
  ids: ['CAP-003'],
  title: 'The Government of a State with a capital',
  why: 'The Government of a State has a capital; local government has none.',
  severity: 'hint',
  source: CAPITALS,
  fix: 'suggested',
  language: true,
  messages: { default: 'The Government of a State is written with a capital.' },
  wrong: [
    '1. The ⟦government⟧ of Kenya and other ⟦governments⟧ took part.',
    '1. The Group is engaging ⟦governments⟧ and civil society.',
  ],
  right: [
    '1. The Government of Kenya and other Governments took part.',
    '1. Local governments, government officials and the government of a city took part.',
  ],
  block: {
    on: { words: ['government', 'governments'] },
    check(context, start, end) {
      const { text } = context;
      if (!isLower(text.charCodeAt(start)) || text.charCodeAt(start - 1) === 0x2d) return;
      if (LOCAL.test(previousWord(text, start))) return;
      if (end - start === 10) {
        let at = readPhrase(text, end, ' of ');
        if (at < 0) return;
        const the = readPhrase(text, at, 'the ');
        if (the >= 0) at = the;
        if (context.citationAt(at, 'state') === undefined) return;
      } else if (
        !/^(?:other|all|member|national|their|host|donor|between|by|and|of|with|to|among|for|from|that|many|several|interested|foreign|engaging|helping|assisting|supporting|encouraging|enabling|urging|advising)$/.test(
          previousWord(text, start),
        )
      ) {
        return;
      } else if (
        /\b(?:local|regional|provincial|municipal|subnational)\b/.test(
          text.slice(Math.max(0, start - 30), start),
        )
      ) {
        return;
      }
      context.report(start, end, {
        fix: { title: phrase`Replace with a capital`, edits: [{ start, end: start + 1, text: 'G' }] },
      });
    },
  },
};

const secretaryGeneral: Rule = {
  code: 'secretary-general-hyphen',
  ids: ['CAP-004'],
  title: 'Secretary-General with a hyphen and two capitals',
  why: 'The title of the Secretary-General of the United Nations has a hyphen.',
  severity: { default: 'warning', record: 'hint' },
  source: CAPITALS,
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'The title is written “{right}”.' },
  wrong: [
    '1. The ⟦Secretary General⟧ of the United Nations spoke.',
    '1. The ⟦Secretary-general⟧ and the Under-⟦Secretary General⟧ spoke.',
  ],
  right: [
    '1. The Secretary-General and the Under-Secretary-General spoke.',
    '1. The Secretary General of the Council of Europe and the NATO Secretary General spoke.',
    '1. The secretary general of an association of judges spoke.',
  ],
  block: {
    on: { words: ['secretary'] },
    check(context, start, end) {
      const { text } = context;
      const joint = text.charCodeAt(end);
      if (joint !== 0x2d && joint !== 0x2010 && joint !== 0x2011 && joint !== 0x2013 && !isSpace(joint))
        return;
      const to = readPhrase(text, end + 1, 'general');
      if (to < 0 || isLetter(text.charCodeAt(to)) || !isUpper(text.charCodeAt(start))) return;
      const wrong = text.slice(start, to);
      if (/^Secretary[-\u2010\u2011]General$/.test(wrong) || wrong === wrong.toUpperCase()) return;
      // "Secretary General Assembly and Conference Management": two names in a row.
      if (/^ (?:Assembly|Counsel|Council|Affairs|Service)\b/.test(text.slice(to, to + 12))) return;
      // Other organizations write it their way.
      const rest = /^(?:s)? (?:of|for) (?:the )?([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)/.exec(
        text.slice(to, to + 60),
      );
      if (rest && !/^(?:United Nations|UN\b)/.test(rest[1]!)) return;
      const before = wordBefore(text, start);
      if (before) {
        const word = text.slice(before.start, before.end);
        if (/^[A-Z]{2,}$/.test(word) && word !== 'UN') return;
      }
      const right = 'Secretary-General';
      context.report(start, to, { args: { right }, fix: replaceWith(start, to, right) });
    },
  },
};

/** Short names of organs, with the verbs that show that the organ acts. */
const ORGANS = ['assembly', 'council', 'commission', 'committee', 'conference', 'secretariat'];
const ACTS = new Set(
  `urged requested decided recommended adopted noted welcomed invited endorsed agreed recalled stressed reaffirmed
  approved emphasized encouraged expressed concluded reiterated took called established mandated also further`.split(
    /\s+/,
  ),
);

/** How far before a short name its long form is looked for. */
const FAR = 5_000;

const organShort: Rule = {
  code: 'organ-capital',
  ids: ['CAP-005'],
  title: 'Short names of organs with a capital',
  why: 'Once it has been named, “the Assembly” is that organ and no other.',
  severity: { default: 'warning', record: 'hint', treaty: 'off' },
  source: CAPITALS,
  fix: 'suggested',
  language: true,
  houseStyle: true,
  messages: { default: '“{noun}” stands here for {body} and has a capital.' },
  wrong: ['1. The General Assembly met in May.\n\n2. The ⟦assembly⟧ urged States to act.'],
  right: [
    '1. The General Assembly met in May.\n\n2. The Assembly urged States to act.',
    '1. The General Assembly met in May.\n\n2. A conference urged States to act.',
    '1. The village met in May.\n\n2. The assembly urged the elders to act.',
    '1. The General Assembly met in May.\n\n2. The village has its own assembly. The assembly urged the elders to act.',
  ],
  block: {
    on: { words: ORGANS },
    check(context, start, end) {
      const { text } = context;
      if (!isLower(text.charCodeAt(start)) || previousWord(text, start) !== 'the') return;
      if (!ACTS.has(nextWord(text, end))) return;
      const word = text.slice(start, end);
      // "The vendor review committee … The committee": the word for something smaller stands before it.
      const again = lastIn(text, ` ${word}`, start - FAR, start);
      if (again > 0 && !/\bthe$/i.test(text.slice(Math.max(0, again - 3), again))) return;
      context.fact('organ-noun', word, start, end, ordinalOf(text, word, start));
    },
  },
  draft: {
    reads: ['fact:organ-noun', 'citation:body'],
    check(context) {
      const facts = [...context.factsOf('organ-noun')];
      if (facts.length === 0) return;
      const known = new Map<string, string>();
      for (const { item } of context.citationsOf('body')) {
        const noun = item.text.slice(item.text.lastIndexOf(' ') + 1).toLowerCase();
        if (ORGANS.includes(noun) && item.text.includes(' ')) known.set(noun, item.text);
      }
      for (const { block, item, anchor } of facts) {
        const body = known.get(item.key);
        if (!body) continue;
        const right = likeCase('A', item.key);
        context.report(block, anchor, {
          args: { noun: right, body: `the ${body.replace(/\s+/g, ' ')}` },
          fixes: [fixOccurrence(block, item.key, item.data as number, right, 'suggested')],
        });
      }
    },
  },
};

const toChair: Rule = {
  code: 'chair-verb',
  ids: ['CAP-006'],
  title: 'To chair with a small letter',
  why: 'The office has a capital, the verb has none.',
  severity: 'hint',
  source: CAPITALS,
  fix: 'suggested',
  language: true,
  messages: { default: 'As a verb this has a small letter.' },
  wrong: ['1. She was asked to ⟦Chair⟧ the Working Group.'],
  right: ['1. She was asked to chair the Working Group.', '1. The letter to Chair Amaru was sent.'],
  block: {
    on: { words: ['chair'] },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start)) || !/^(?:to|will|would|shall)$/.test(previousWord(text, start)))
        return;
      if (!/^(?:the|a|an|this|that|its|these|both)$/.test(nextWord(text, end))) return;
      context.report(start, end, {
        fix: { title: phrase`Replace with “chair”`, edits: [{ start, end: start + 1, text: 'c' }] },
      });
    },
  },
};

/** Parts of a text and kinds of text that have a small letter before their number. */
const PARTS = new Map<string, string>([
  ['Paragraph', 'paragraph'],
  ['Paragraphs', 'paragraphs'],
  ['Article', 'article'],
  ['Articles', 'articles'],
  ['Annex', 'annex'],
  ['Annexes', 'annexes'],
  ['Section', 'section'],
  ['Sections', 'sections'],
  ['Resolution', 'resolution'],
  ['Resolutions', 'resolutions'],
  ['Decision', 'decision'],
  ['Decisions', 'decisions'],
]);

const partCapital: Rule = {
  code: 'part-lower-case',
  ids: ['CAP-007'],
  title: 'article 3, annex II, resolution 64/293 with a small letter',
  why: 'In running text the word before the number of a part or of a resolution has a small letter.',
  severity: {
    default: 'warning',
    record: 'hint',
    treaty: 'off',
    other: 'hint',
    letter: 'hint',
    statement: 'information',
  },
  source: 'Editorial Manual, Resolutions and other formal decisions',
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'In running text this has a small letter: “{right}”.' },
  wrong: [
    '1. Under ⟦Article⟧ 3 of the Protocol and ⟦Annex⟧ II States report.',
    '1. The Council adopted ⟦Resolution⟧ 64/293 in May.',
  ],
  right: [
    '1. Under article 3 of the Protocol States report.',
    '1. Article 3 of the Protocol was applied. Resolution 64/293 was adopted.',
    '1. Under Article 51 of the Charter and Chapter VII, the Council acted.',
    '1. Section 12 of the Penal Code and Article 5 of the Law on Courts were repealed; see Article 4 of the Constitution.',
    '## Article 3 of the Protocol',
  ],
  block: {
    on: { words: [...PARTS.keys()] },
    roles: ['paragraph', 'prose', 'continuation', 'operative', 'preambular', 'item'],
    check(context, start, end) {
      const { text } = context;
      const right = PARTS.get(text.slice(start, end));
      if (!right) return;
      const next = text.charCodeAt(end);
      if (!isSpace(next) || inTreatyText(context)) return;
      const number = text.slice(end + 1, end + 12);
      if (!/^(?:\d|[IVX]+\b)/.test(number)) return;
      const before = wordBefore(text, start);
      // Only a word in small letters before it shows that no sentence, title or name begins here.
      if (!before || isDigit(text.charCodeAt(before.start - 1))) return;
      const opens =
        /^(?:Under|In|By|With|To)$/.test(text.slice(before.start, before.end)) &&
        startsSentence(text, before.start);
      if (!opens && !isLower(text.charCodeAt(before.start))) return;
      const rest = text.slice(end, end + 110);
      // The Charter's own parts have capitals, and laws are cited as they are called.
      if (
        /\b(?:Charter|Constitution|Code|Law|Act|Statute|Rules|Regulations|Decree|Ordinance|Treaty|Agreement|Accords?|Penal|Criminal|Civil|Rome|EU|Directive|Amendment|Title)\b/.test(
          rest,
        )
      )
        return;
      if (
        /\b(?:Charter|Constitution|Code|Law|Act|Statute|Decree|Treaty|Agreement|Accord)\b/.test(
          text.slice(Math.max(0, start - 90), start),
        )
      )
        return;
      context.report(start, end, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end, text: right }] },
      });
    },
  },
};

const genericInstrument: Rule = {
  code: 'generic-instrument',
  ids: ['CAP-008'],
  title: 'Kinds of instruments and papers with small letters',
  why: 'A memorandum of understanding is a kind of paper; only the title of one has capitals.',
  severity: 'hint',
  source: CAPITALS,
  fix: 'suggested',
  language: true,
  messages: { default: 'As a kind of paper this is written “{right}”.' },
  wrong: ['1. The Office signed a ⟦Memorandum of Understanding⟧ and circulated a ⟦Conference Room Paper⟧.'],
  right: [
    '1. The Office signed a memorandum of understanding.',
    '1. The Memorandum of Understanding between the Office and the Group was signed.',
  ],
  block: {
    on: { words: ['memorandum', 'memorandums', 'memoranda', 'conference'] },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start)) || isUpper(text.charCodeAt(start + 1))) return;
      if (
        !/^(?:a|an|several|two|three|new|of|these|such|such a|draft|further|joint)$/.test(
          previousWord(text, start),
        )
      )
        return;
      if (previousWord(text, start) === 'of' && !/form of $/.test(text.slice(Math.max(0, start - 9), start)))
        return;
      const phrase =
        end - start === 10 && text.slice(start, end) === 'Conference' ? ' room paper' : ' of understanding';
      const to = readPhrase(text, end, phrase);
      if (to < 0) return;
      const right = text.slice(start, to).toLowerCase();
      context.report(start, to, { args: { right }, fix: replaceWith(start, to, right) });
    },
  },
};

const colonCapital: Rule = {
  code: 'colon-capital',
  ids: ['CAP-010'],
  title: 'A small letter behind a colon',
  why: 'Behind a colon the sentence goes on, and a small letter follows.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Behind a colon the sentence goes on with a small letter.' },
  wrong: ['1. The aims are: ⟦To⟧ train judges and to draft laws.'],
  right: [
    '1. The aims are: to train judges and to draft laws.',
    '1. He said: “To train judges is our aim.”',
    '1. Workshop 2: The role of judges.',
  ],
  block: {
    on: { chars: ':' },
    roles: ['paragraph', 'prose', 'operative', 'preambular', 'continuation'],
    check(context, start) {
      const { text } = context;
      if (text.charCodeAt(start + 1) !== 0x20 || !isUpper(text.charCodeAt(start + 2))) return;
      const next = wordAfter(text, start + 1);
      if (!next || !/^(?:To|By|With|For|In order)$/.test(text.slice(next.start, next.end))) return;
      const verb = wordAfter(text, next.end);
      if (!verb || !isLower(text.charCodeAt(verb.start))) return;
      // A title goes before a colon as well; a clause in small letters does not.
      if (
        !/\b(?:are|is|were|was|following|as follows|namely|include|includes)$/.test(
          text.slice(Math.max(0, start - 14), start),
        )
      )
        return;
      context.report(next.start, next.end, {
        fix: {
          title: phrase`Replace with a small letter`,
          edits: [{ start: next.start, end: next.start + 1, text: text[next.start]!.toLowerCase() }],
        },
      });
    },
  },
};

const NAMES = nameMistakes();

const nameExact: Rule = {
  code: 'name-miswritten',
  ids: ['CAP-009', 'NAME-007'],
  title: 'Names of organs and treaties as they are written',
  why: 'A name in which a capital, a comma or a word has slipped is no longer found by those who look for it.',
  severity: { default: 'warning', record: 'hint' },
  source: null,
  fix: 'suggested',
  messages: { default: 'The name is written “{right}”.' },
  wrong: [
    '1. The ⟦Economic community of West African States⟧ took part.',
    '1. The ⟦Protocol to Prevent, Suppress, and Punish Trafficking in Persons, Especially Women and Children⟧ was applied.',
    '1. The ⟦United Nations Convention Against Transnational Organised Crime⟧ was applied.',
  ],
  right: [
    '1. The Economic Community of West African States took part.',
    '1. The Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children was applied.',
    '1. The United Nations Convention against Transnational Organized Crime and the Convention against Corruption were applied.',
    '1. The economic community of the region took part. The security council of a company met.',
  ],
  block: {
    on: { words: NAMES.triggers },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start)) || isUpper(text.charCodeAt(start + 1))) return;
      const hit = NAMES.at(text, start, end, context.word);
      if (!hit || context.draft.language !== 'en' || context.inQuotation(start) || inItalics(context, start))
        return;
      context.report(start, hit.end, {
        args: { right: hit.right },
        fix: replaceWith(start, hit.end, hit.right),
      });
    },
  },
};

/** Whether an offset lies in italics: a title keeps what stands in it. */
function inItalics(context: BlockContext, at: number): boolean {
  return context.block.reading.emphasis.some((e) => !e.strong && e.start <= at && at < e.end);
}

export const rules: readonly Rule[] = [
  memberStates,
  states,
  statesParties,
  government,
  secretaryGeneral,
  organShort,
  toChair,
  partCapital,
  genericInstrument,
  nameExact,
  colonCapital,
];
