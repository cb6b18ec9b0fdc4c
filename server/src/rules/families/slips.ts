import { stateByCode, states } from '../../catalogue/states.js';
import { phrase } from '../../l10n/phrase.js';
import type { SeveritySetting } from '../../settings/settings.js';
import type { BlockContext } from '../blockContext.js';
import type { Rule } from '../rule.js';
import { isNamed, Terms, type TermRow } from '../tables/terms.js';
import {
  fixOccurrence,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  likeCase,
  mayReport,
  nextWord,
  ordinalOf,
  previousWord,
  readPhrase,
  replaceWith,
  startsSentence,
  wordAfter,
  wordBefore,
} from '../words.js';
import { BASE_VERBS, gerund } from './spelling.js';

/** Words and names that are nearly right: what a spell checker passes over, because every word of it exists. */

/** What was said and what was adopted stays as it is; there the words are a hint only. */
const WORDS: SeveritySetting = { default: 'warning', record: 'hint', treaty: 'hint' };

// ---- Phrases

const LANGUAGES = new Set(['arabic', 'chinese', 'english', 'french', 'russian', 'spanish']);

const inLanguage: Rule = {
  code: 'in-language',
  ids: ['SPELL-014'],
  title: '“In English”, or “in the English language”',
  why: 'The name of a language needs neither article nor noun; the noun needs the article.',
  severity: WORDS,
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Write “{right}”, or “in the {name} language”.' },
  wrong: [
    '1. The guide is published ⟦in French language⟧, with a summary ⟦in Arabic language⟧.',
    '1. The guide was printed ⟦in Spanish language⟧.',
  ],
  right: [
    '1. The guide is published in French, and a summary in the Arabic language follows.',
    '1. Courses in English language teaching and an article in Spanish language journals were paid for.',
    '1. Speakers of the French and Spanish languages took part.',
  ],
  block: {
    on: { words: ['language'] },
    check(context, start, end) {
      const { text } = context;
      const name = wordBefore(text, start);
      if (!name || !LANGUAGES.has(text.slice(name.start, name.end).toLowerCase())) return;
      const before = wordBefore(text, name.start);
      if (!before || text.slice(before.start, before.end).toLowerCase() !== 'in') return;
      // A noun behind it takes the words as its own: "in English language schools".
      const next = nextWord(text, end);
      const open =
        next !== '' && !/^(?:and|or|as|by|for|in|is|on|to|was|were|with|which|at|from)$/.test(next);
      if (open || text.charCodeAt(end) === 0x2d) return;
      const written = text.slice(name.start, name.end);
      const right = `${text.slice(before.start, before.end)} ${written}`;
      context.report(before.start, end, {
        args: { right, name: written },
        fix: replaceWith(before.start, end, right),
      });
    },
  },
};

/** Words that take another construction than “to” and a verb, and the preposition that they take. */
const CONSTRUCTIONS: Readonly<Record<string, string>> = {
  difficulty: 'in',
  difficulties: 'in',
  capable: 'of',
  succeed: 'in',
  succeeds: 'in',
  succeeded: 'in',
};

/** Verbs behind which what follows says what for: “to overcome the difficulties to achieve peace”. */
const WHAT_FOR =
  /\b(?:overc[oa]m\w+|address\w*|resolv\w+|solv\w+|remov\w+|surmount\w*|face|faced|use[ds]?)\b[^.;,]{0,40}$/i;

const MORE_VERBS = new Set(
  'access attend participate obtain follow meet comply travel work find join reach pay register deliver respond perform produce carry deal live collect gather compile obtain'.split(
    ' ',
  ),
);

const gerundAfter: Rule = {
  code: 'gerund-after-noun',
  ids: ['SPELL-014'],
  title: 'Difficulty in attending, capable of attending',
  why: 'Some words are followed by a preposition and -ing where others have “to”.',
  severity: WORDS,
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Behind “{word}” stands “{right}”.' },
  wrong: [
    '1. Several delegates had difficulties ⟦to join⟧ the meeting, and one had difficulty ⟦to follow⟧ it.',
    '1. The team is capable ⟦to train⟧ judges and succeeded ⟦to build⟧ a court.',
  ],
  right: [
    '1. Several delegates had difficulties in joining the meeting; the team is capable of training judges.',
    '1. Efforts to overcome difficulties to achieve peace went on. He succeeded to the throne.',
    '1. The difficulty to date has been the weather.',
  ],
  block: {
    on: { words: Object.keys(CONSTRUCTIONS) },
    check(context, start, end) {
      const { text } = context;
      const to = readPhrase(text, end, ' to ');
      if (to < 0) return;
      const verb = wordAfter(text, to - 1);
      if (!verb) return;
      const base = text.slice(verb.start, verb.end);
      if (!BASE_VERBS.has(base) && !MORE_VERBS.has(base)) return;
      if (WHAT_FOR.test(text.slice(Math.max(0, start - 60), start))) return;
      const word = text.slice(start, end).toLowerCase();
      const right = `${CONSTRUCTIONS[word] ?? 'in'} ${gerund(base)}`;
      context.report(end + 1, verb.end, {
        args: { word, right },
        fix: replaceWith(end + 1, verb.end, right),
      });
    },
  },
};

// ---- Set terms

const DATA = 'Names of the tables of facts';

/** Terms of the Organization that have lost a letter, and are still words. */
const SET_TERMS: readonly TermRow[] = [
  ['trafficking in person', 'trafficking in persons'],
  ['smuggling of migrant', 'smuggling of migrants'],
  ['trafficking of human being', 'trafficking in human beings'],
  ['trafficking in human being', 'trafficking in human beings'],
  ['United Nation', 'United Nations'],
  ['Security Counsel', 'Security Council'],
  ['Human Rights Counsel', 'Human Rights Council'],
  ['Human Right Council', 'Human Rights Council'],
  ['Economic and Social Counsel', 'Economic and Social Council'],
  ['Sustainable Development Goals Goals', 'Sustainable Development Goals'],
  ['Secretary-Generals', 'Secretary-General’s'],
  ['law enforcements', 'law enforcement'],
  ['humans rights', 'human rights'],
  ['criminals justice', 'criminal justice'],
].map(([wrong, right]) => ({ wrong: wrong!, right: right!, source: DATA }));

const TERMS = new Terms(SET_TERMS);

const setTerm: Rule = {
  code: 'set-term',
  ids: ['SPELL-012'],
  title: 'Set terms with all their letters',
  why: 'A letter too few or too many makes another word of it, which a spelling check does not see.',
  severity: WORDS,
  source: null,
  fix: 'suggested',
  messages: { default: 'The term is “{right}”.' },
  wrong: [
    '1. The study *Trends in ⟦Trafficking in Person⟧ Cases* was read by the ⟦Security Counsel⟧.',
    '1. The ⟦United Nation⟧ system upholds ⟦humans rights⟧.',
  ],
  right: [
    '1. The study *Trends in Trafficking in Persons Cases* was read by the Security Council.',
    '1. The United Nations’ work in person, the United Nation-wide plan and the security counsel of the firm were named.',
  ],
  block: {
    on: { words: TERMS.triggers },
    check(context, start) {
      const { text } = context;
      const hit = TERMS.at(text, start, context.word);
      if (!hit || context.draft.language !== 'en') return;
      const written = text.slice(hit.start, hit.end);
      // A name has its capitals: the security counsel of a firm is a person.
      const capitals = isUpper(hit.row.right.charCodeAt(0));
      if (capitals && (isLower(written.charCodeAt(0)) || /\s[a-z]+$/.test(written))) return;
      if (text.charCodeAt(hit.end) === 0x2d || text.charCodeAt(hit.end) === 0x2011) return;
      const right = capitals ? hit.row.right : sameCase(written, hit.row.right);
      context.report(hit.start, hit.end, { args: { right }, fix: replaceWith(hit.start, hit.end, right) });
    },
  },
};

/** `right` with a capital where the word at the same place in `written` has one. */
function sameCase(written: string, right: string): string {
  const words = written.split(' ');
  return right
    .split(' ')
    .map((word, i) => likeCase(words[i] ?? word, word))
    .join(' ');
}

/** Terms that are common nouns: capitals make names of them. */
const COMMON: readonly TermRow[] = [
  'human trafficking',
  'trafficking in persons',
  'trafficking in human beings',
  'smuggling of migrants',
  'migrant smuggling',
  'organized crime',
  'transnational organized crime',
  'crime prevention',
  'money-laundering',
  'climate change',
  'forced labour',
  'gender equality',
].map((term) => ({ wrong: term, right: term, source: DATA }));

const COMMON_TERMS = new Terms(COMMON);
const LINKS = /^(?:against|of|on|in|for|to|and|with|from|by|or)$/;

const termCapitals: Rule = {
  code: 'term-capitals',
  ids: ['CAP-009'],
  title: 'Common terms with small letters',
  why: 'Capitals make a name of it, and readers look for the body or the document that bears it.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'suggested',
  messages: { default: 'As a term this is written “{right}”.' },
  wrong: [
    '1. The programmes against ⟦Trafficking in Persons⟧ trained judges.',
    '1. The answer of the courts to ⟦Human Trafficking⟧ in the north was read.',
  ],
  right: [
    '1. The Global Programme against Trafficking in Persons trained judges in human trafficking.',
    '1. The Human Trafficking Knowledge Portal and the new Trafficking in Persons Protocol were read.',
    '1. Trafficking in persons and the office on Trafficking in Persons and the Smuggling of Migrants were named.',
    '1. The unit for Climate Change, Peace and Rivers and the Office on Drugs and Organized Crime were named.',
  ],
  block: {
    on: { words: COMMON_TERMS.triggers },
    roles: ['paragraph', 'prose', 'continuation', 'note', 'item'],
    check(context, start) {
      const { text } = context;
      const hit = COMMON_TERMS.at(text, start, context.word);
      if (!hit || !hasCapitals(text, hit.start, hit.end) || !isNamed(text, hit)) return;
      if (startsSentence(text, hit.start) || !standsAlone(text, hit.start, hit.end)) return;
      if (context.draft.language !== 'en' || context.citationAt(hit.start) !== undefined) return;
      const title = context.isProtected(hit.start);
      context.report(hit.start, hit.end, {
        args: { right: hit.row.right },
        ...(title ? {} : { fix: replaceWith(hit.start, hit.end, hit.row.right) }),
      });
    },
  },
};

/** Whether every word but the smallest has a capital, and not all letters are capitals. */
function hasCapitals(text: string, start: number, end: number): boolean {
  let small = false;
  for (let from = start; from < end; from++) {
    const first = from;
    while (from < end && !isSpace(text.charCodeAt(from)) && text.charCodeAt(from) !== 0x2d) {
      if (isLower(text.charCodeAt(from))) small = true;
      from++;
    }
    if (!isUpper(text.charCodeAt(first)) && !LINKS.test(text.slice(first, from))) return false;
  }
  return small;
}

/** Whether no name goes on to the left or to the right: two words in small letters before it, none with a capital behind it. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = wordBefore(text, start);
  if (!before || !isLower(text.charCodeAt(before.start))) return false;
  if (!LINKS.test(text.slice(before.start, before.end))) return false;
  const second = wordBefore(text, before.start);
  if (!second || !isLower(text.charCodeAt(second.start))) return false;
  const next = text.charCodeAt(end);
  if (next === 0x2d || next === 0x2f || next === 0x2013) return false;
  const rest = /^[,;]? ?(?:and |or |the |of |for |& ){0,3}(\S)/.exec(text.slice(end, end + 20));
  return !rest || !isUpper(rest[1]!.charCodeAt(0));
}

// ---- One word in two spellings

/** Capitalized nouns that are known: none of them is a slip for another. */
const KNOWN_NOUNS = new Set(
  `Advisory Agreement Assembly Assistant Assistance Authority Charter Chairperson Commission Commissioner Committee
  Community Conference Convention Coordinator Council Counsellor Covenant Declaration Department Director Directorate
  Division Document Executive Federation Financial Framework Government Governments Governor Guidelines Headquarters
  Institute Institution International Inspector Minister Ministers Ministry Ministries Mission National Office Officer
  Organization Organizations Parliament Permanent Preparatory President Principal Programme Protocol Rapporteur
  Rapporteurs Recommendation Regional Representative Representatives Republic Resolution Secretariat Secretary Security
  Service Services Special Statute Strategy Subcommittee Subcommission Supreme Tribunal Tribunals Working Group`.split(
    /\s+/,
  ),
);

const DETERMINERS = ['the', 'a', 'an', 'another', 'first', 'second', 'this', 'each', 'every'];

/** So many letters at least: shorter words that differ in one are often two words. */
const LEAST_LETTERS = 8;

const nearTwin: Rule = {
  code: 'word-near-miss',
  ids: ['SPELL-012'],
  title: 'One spelling of an unusual word',
  why: 'Two long words with a capital that differ in one letter are hardly two things.',
  severity: { default: 'warning', record: 'hint' },
  source: null,
  fix: 'suggested',
  messages: { default: 'Elsewhere this text has “{right}”; is it the same?' },
  wrong: ['Madam Chair,\n\nThe first Bridgathon was held in Lima.\n\nAnother ⟦Bridgaton⟧ was held in Quito.'],
  right: [
    'Madam Chair,\n\nThe first Bridgathon was held in Lima.\n\nAnother Bridgathon was held in Quito, with the Bridgathons of May.',
    'The Organisation of Rivers and the Organization of Lakes took part.',
  ],
  exampleKind: 'statement',
  block: {
    on: { words: DETERMINERS },
    roles: ['paragraph', 'prose', 'continuation', 'item'],
    check(context, _start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(end + 1)) || !isLower(text.charCodeAt(end + 2))) return;
      const word = wordAfter(text, end);
      if (!word || word.end - word.start < LEAST_LETTERS) return;
      // A noun that stands alone: behind it no name goes on, and a person's name has no article.
      const code = text.charCodeAt(word.end);
      if (code === 0x2d || code === 0x2011 || code === 0x27 || code === 0x2019) return;
      const next = wordAfter(text, word.end);
      if (next && isUpper(text.charCodeAt(next.start))) return;
      const noun = text.slice(word.start, word.end);
      if (KNOWN_NOUNS.has(noun) || /[^a-zA-Z]/.test(noun) || !mayReport(context, word.start)) return;
      context.fact('unusual-noun', noun, word.start, word.end, ordinalOf(text, noun, word.start));
    },
  },
  draft: {
    reads: ['fact:unusual-noun'],
    check(context) {
      const facts = context.factsOf('unusual-noun');
      const counts = new Map<string, number>();
      for (const { item } of facts) counts.set(item.key, (counts.get(item.key) ?? 0) + 1);
      if (counts.size < 2) return;
      const twins = twinsOf([...counts.keys()]);
      for (const { block, item, anchor } of facts) {
        const other = twins.get(item.key)?.find((word) => {
          const times = counts.get(word)!;
          const own = counts.get(item.key)!;
          return own === 1 && (times > own || (times === own && isFirst(facts, word, item.key)));
        });
        if (other === undefined) continue;
        context.report(block, anchor, {
          args: { right: other },
          fixes: [fixOccurrence(block, item.key, item.data as number, other, 'suggested')],
        });
      }
    },
  },
};

function isFirst(
  facts: readonly { readonly item: { readonly key: string } }[],
  a: string,
  b: string,
): boolean {
  return facts.findIndex(({ item }) => item.key === a) < facts.findIndex(({ item }) => item.key === b);
}

/** By word: the words that differ from it in one letter within, endings and -ise/-ize apart. */
function twinsOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  // Words that differ in one place agree in their first half or in their second half.
  const byPart = new Map<string, string[]>();
  const parts = (word: string): string[] => [
    `<${word.slice(0, 4).toLowerCase()}`,
    `>${word.slice(-4).toLowerCase()}`,
  ];
  for (const word of words)
    for (const part of parts(word)) byPart.set(part, [...(byPart.get(part) ?? []), word]);
  const twins = new Map<string, string[]>();
  for (const word of words) {
    const near = new Set(parts(word).flatMap((part) => byPart.get(part)!));
    const found = [...near].filter((other) => other !== word && isSlip(word, other));
    if (found.length > 0) twins.set(word, found);
  }
  return twins;
}

/** Whether two words differ by one letter that is neither the first nor one of the last two. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const restA = a.slice(i + (a.length >= b.length ? 1 : 0));
  const restB = b.slice(i + (b.length >= a.length ? 1 : 0));
  if (restA !== restB || i < 2 || restA.length < 2) return false;
  const pair = [a[i], b[i]].sort().join('');
  return pair !== 'sz' && pair !== 'eé';
}

// ---- The titles of offices

const coChair: Rule = {
  code: 'co-chair-capital',
  ids: ['CAP-006'],
  title: 'One way to write Co-Chair',
  why: 'One office in several spellings looks like several offices.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Elsewhere this text writes “{right}”.' },
  wrong: [
    '1. As ⟦co-Chair⟧ of the Group, Amaru met the Co-Chair.\n\n2. The other Co-Chair acted as ⟦co-chair⟧ again.',
    '1. As co-Chair of the Group she met Ms. Amaru.\n\n2. She acted as ⟦co-chair⟧ again.',
  ],
  right: [
    '1. As Co-Chair she met the Co-Chair.\n\n2. She was asked to co-chair the Group, which she will co-chair in May.',
    '1. As co-chair she met the other co-chairs.',
  ],
  block: {
    on: { words: ['chair', 'chairs'] },
    check(context, start, end) {
      const { text } = context;
      const prefix = text.slice(start - 3, start).replace(/[\u2010\u2011]/g, '-');
      if (!/^co-$/i.test(prefix) || isLetter(text.charCodeAt(start - 4))) return;
      // The verb has small letters: “to co-chair”, “which she co-chairs with”.
      if (/^(?:to|will|would|shall|and|who|it|they|she|he|we)$/.test(previousWord(text, start - 3))) return;
      if (/^(?:the|a|an|this|its)$/.test(nextWord(text, end))) return;
      const form = `${prefix}${text.slice(start, end)}`.replace(/s$/, '');
      context.fact('co-chair', form, start - 3, end);
    },
  },
  draft: {
    reads: ['fact:co-chair'],
    check(context) {
      const facts = context.factsOf('co-chair');
      const counts = new Map<string, number>();
      for (const { item } of facts) counts.set(item.key, (counts.get(item.key) ?? 0) + 1);
      if (counts.size < 2) return;
      // The form that most places have; the first one where there are as many of each.
      const right = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
      for (const { block, item, anchor } of facts) {
        if (item.key === right) continue;
        const span = block.reading.spanToSource(item.start, item.end);
        const plural = block.reading.text[item.end - 1] === 's' ? 's' : '';
        context.report(block, anchor, {
          args: { right },
          fixes: block.reading.isPlain(item.start, item.end)
            ? [
                {
                  kind: 'suggested',
                  title: phrase`Replace with “${`${right}${plural}`}”`,
                  edits: () => [{ block, start: span.start, end: span.end, text: `${right}${plural}` }],
                },
              ]
            : [],
        });
      }
    },
  },
};

// ---- Names of States and treaties

/** The last words of formal names with “of the” in them, in small letters, and their formal names. */
const WITH_ARTICLE: ReadonlyMap<string, readonly { readonly wrong: string; readonly right: string }[]> =
  (() => {
    const by = new Map<string, { wrong: string; right: string }[]>();
    for (const { formalName } of states()) {
      const name = formalName.replace(/^the /, '');
      if (!name.includes(' of the ') || name.includes(' of the Union ')) continue;
      const wrong = name.replace(' of the ', ' of ');
      const last = wrong.slice(wrong.lastIndexOf(' ') + 1).toLowerCase();
      const list = by.get(last) ?? [];
      list.push({ wrong, right: name });
      by.set(last, list);
    }
    // The longest first: the Democratic Republic before the Republic.
    for (const list of by.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
    return by;
  })();

const COUNTRIES = 'Editorial Manual, Country names';

const countryArticle: Rule = {
  code: 'country-article',
  ids: ['NAME-003'],
  title: 'The article in the name of a State',
  why: 'Some States have the article in their name; without it the name is another one, or none.',
  severity: { default: 'warning', record: 'hint', treaty: 'hint', letter: 'hint' },
  source: COUNTRIES,
  fix: 'suggested',
  language: true,
  houseStyle: true,
  messages: { default: 'The name of this State has the article: “{right}”.' },
  wrong: [
    '1. Courses were held in Morocco and the ⟦Republic of Congo⟧.',
    '1. The ⟦Democratic Republic of Congo⟧ and the ⟦Republic of Gambia⟧ took part.',
  ],
  right: [
    '1. Courses were held in the Republic of the Congo and the Democratic Republic of the Congo.',
    '1. The Republic of Korea, the Gambia and the “Republic of Congo” took part.',
  ],
  block: {
    on: { words: [...WITH_ARTICLE.keys()].filter((word) => /^[a-z]+$/.test(word)) },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start))) return;
      for (const { wrong, right } of WITH_ARTICLE.get(text.slice(start, end).toLowerCase()) ?? []) {
        const from = end - wrong.length;
        if (from < 0 || isLetter(text.charCodeAt(from - 1)) || text.slice(from, end) !== wrong) continue;
        const next = wordAfter(text, end);
        if (next && isUpper(text.charCodeAt(next.start))) return;
        context.report(from, end, { args: { right }, fix: replaceWith(from, end, right) });
        return;
      }
    },
  },
};

/** States whose short name has the article in a sentence, by code; those with a title in their name are said with it anyway. */
const TAKES_ARTICLE = new Set(
  states()
    .filter(({ shortName }) => /^[A-Z][a-z]+ \(the\)$/.test(shortName))
    .map(({ iso3 }) => iso3),
);

const articleMissing: Rule = {
  code: 'country-without-article',
  ids: ['NAME-003'],
  title: 'The Comoros, the Niger, the Philippines in a sentence',
  why: 'In a sentence these States are named with the article; lists and tables leave it out.',
  severity: { default: 'hint', record: 'off', treaty: 'off', letter: 'off', agenda: 'off' },
  source: COUNTRIES,
  fix: 'suggested',
  language: true,
  houseStyle: true,
  messages: { default: 'In a sentence this State is called “the {name}”.' },
  wrong: [
    '1. A course was held in ⟦Comoros⟧.',
    '1. Three countries, namely Brunei Darussalam, ⟦Comoros⟧ and Nepal, took part.',
  ],
  right: [
    '1. A course was held in the Comoros.',
    '1. Three countries, namely Brunei Darussalam, the Comoros and Nepal, took part.',
    'Bahamas, Comoros and Fiji: draft resolution',
  ],
  block: {
    on: { citations: ['state'] },
    roles: ['paragraph', 'prose', 'continuation'],
    check(context, start, end, citation) {
      if (citation?.type !== 'state' || citation.form !== 'short' || !TAKES_ARTICLE.has(citation.iso3))
        return;
      const { text } = context;
      const before = wordBefore(text, start);
      const word = before ? text.slice(before.start, before.end).toLowerCase() : '';
      if (word === 'the' || !inSentence(context, start, word)) return;
      const next = text.charCodeAt(end);
      if (next === 0x2d || next === 0x2f || text.slice(end, end + 2) === ' (') return;
      const after = wordAfter(text, end);
      if (after && isUpper(text.charCodeAt(after.start))) return;
      const state = stateByCode(citation.iso3);
      if (!state) return;
      context.report(start, end, {
        args: { name: citation.text },
        fix: {
          title: phrase`Replace with “${`the ${citation.text}`}”`,
          edits: [{ start, end: start, text: 'the ' }],
        },
      });
    },
  },
};

/** Whether a State stands where a sentence needs its article: behind a preposition, or in a list that a word introduces. */
function inSentence(context: BlockContext, start: number, word: string): boolean {
  if (/^(?:in|to|from|by|with|between|for)$/.test(word)) {
    const first = /\b(?:Ambassador|Representative|Envoy|Rapporteur|Mission) (?:of|to|for|in) $/.test(
      context.text.slice(Math.max(0, start - 40), start),
    );
    return !first;
  }
  const list = /\b(?:namely|including|such as) ([^.;:()]{1,80}, )$/.exec(
    context.text.slice(Math.max(0, start - 100), start),
  );
  return list !== null && isUpper(list[1]!.charCodeAt(0));
}

/** Informal names of treaties: a word in small letters before “Protocol” or “Convention”, and what is meant. */
const INFORMAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  protocol: {
    trafficking: 'Trafficking in Persons Protocol',
    'anti-trafficking': 'Trafficking in Persons Protocol',
    'human trafficking': 'Trafficking in Persons Protocol',
    smuggling: 'Smuggling of Migrants Protocol',
    'anti-smuggling': 'Smuggling of Migrants Protocol',
    'migrant smuggling': 'Smuggling of Migrants Protocol',
    firearms: 'Firearms Protocol',
  },
  convention: {
    corruption: 'Convention against Corruption',
    'anti-corruption': 'Convention against Corruption',
    'organized crime': 'Organized Crime Convention',
    'transnational organized crime': 'Organized Crime Convention',
    torture: 'Convention against Torture',
    genocide: 'Genocide Convention',
  },
};

const informalTreaty: Rule = {
  code: 'treaty-name-informal',
  ids: ['NAME-007', 'NAME-008'],
  title: 'Treaties by their title or their short title',
  why: 'A name made up in passing cannot be looked up, and may be taken for another treaty.',
  severity: { default: 'warning', record: 'off', treaty: 'off', letter: 'hint' },
  source: null,
  fix: 'suggested',
  messages: {
    default: 'The short title of this treaty is “{right}”.',
    full: 'The treaty is called “{right}”; its short title is “{short}”.',
  },
  wrong: [
    '1. Laws in line with the ⟦trafficking Protocol⟧ and the ⟦anti-smuggling Protocol⟧ were adopted.',
    '1. The ⟦United Nations Transnational Organized Crime Convention⟧ was signed.',
    '1. Parties to the ⟦Transnational Organized Crime Convention⟧ met.',
  ],
  right: [
    '1. Laws in line with the Trafficking in Persons Protocol and the Organized Crime Convention were adopted.',
    '1. The trafficking protocol between the two countries and the Protocol were signed.',
    '1. The United Nations Convention against Transnational Organized Crime was signed.',
  ],
  block: {
    on: { words: ['protocol', 'convention'] },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start)) || isUpper(text.charCodeAt(start + 1))) return;
      // The words hold names that are right by themselves: names are no bar here, quotations are.
      if (context.draft.language !== 'en' || context.inQuotation(start)) return;
      const ahead = text.slice(Math.max(0, start - 60), start);
      const named = /(United Nations )?Transnational Organi[sz]ed Crime $/.exec(ahead);
      if (named && text.slice(start, end) === 'Convention') {
        const full = named[1] !== undefined;
        const right = full
          ? 'United Nations Convention against Transnational Organized Crime'
          : 'Organized Crime Convention';
        const from = start - named[0].length;
        context.report(from, end, {
          variant: full ? 'full' : 'default',
          args: { right, short: 'Organized Crime Convention' },
          fix: replaceWith(from, end, right),
        });
        return;
      }
      const modifier = /(?:^|[^A-Za-z-])((?:[a-z-]+ ){0,2}[a-z-]+) $/.exec(ahead)?.[1];
      if (modifier === undefined) return;
      const names = INFORMAL[text.slice(start, end).toLowerCase()] ?? {};
      const words = modifier.split(' ');
      for (let n = Math.min(3, words.length); n > 0; n--) {
        const tail = words.slice(-n).join(' ');
        const right = names[tail];
        if (right === undefined) continue;
        const from = start - 1 - tail.length;
        context.report(from, end, { args: { right }, fix: replaceWith(from, end, right) });
        return;
      }
    },
  },
};

const covid: Rule = {
  code: 'covid-19-name',
  ids: ['SPELL-012'],
  title: 'COVID-19 with its number',
  why: 'The disease is called coronavirus disease (COVID-19); without the number it is a family of viruses at best.',
  severity: { default: 'information', record: 'off', treaty: 'off', letter: 'hint' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'The disease is written “COVID-19”.' },
  wrong: ['1. The courts closed during ⟦COVID⟧, and opened after ⟦Covid⟧.'],
  right: ['1. The courts closed during COVID-19, and long COVID was studied with the post-COVID plan.'],
  block: {
    on: { words: ['covid'] },
    check(context, start, end) {
      const { text } = context;
      // “COVID-19”, “COVID19”, “COVID -19”, “COVID/HIV”, “post-COVID”.
      if (/^(?:[/_]|\s?[-\u2010-\u2014]|\s?\d)/.test(text.slice(end, end + 2))) return;
      const before = text.charCodeAt(start - 1);
      if (before === 0x2d || before === 0x2011 || /^(?:long|post|pre)$/.test(previousWord(text, start)))
        return;
      const after = wordAfter(text, end);
      if (after && isUpper(text.charCodeAt(after.start))) return;
      context.report(start, end, { fix: replaceWith(start, end, 'COVID-19') });
    },
  },
};

export const rules: readonly Rule[] = [
  inLanguage,
  gerundAfter,
  setTerm,
  termCapitals,
  nearTwin,
  coChair,
  countryArticle,
  articleMissing,
  informalTreaty,
  covid,
];
