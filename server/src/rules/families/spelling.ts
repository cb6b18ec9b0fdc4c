import { phrase } from '../../l10n/phrase.js';
import type { BlockContext } from '../blockContext.js';
import type { Derived, Place } from '../draftContext.js';
import type { SeveritySetting } from '../../settings/settings.js';
import type { Rule, RuleRow } from '../rule.js';
import {
  BRITISH,
  FIRST_LISTED,
  HYPHENATED,
  IZE,
  ONE_WORD,
  PLURALS,
  REGIONS,
  UNCOUNTED,
  YSE,
} from '../tables/spelling.js';
import { isNamed, Terms, type TermHit, type TermRow } from '../tables/terms.js';
import {
  fixOccurrence,
  isApostrophe,
  isLetter,
  isLower,
  isNamePart,
  isUpper,
  likeCase,
  mayReport,
  nearby,
  nextWord,
  ordinalOf,
  previousWord,
  readPhrase,
  replaceWith,
  startsSentence,
  wordAfter,
  wordBefore,
} from '../words.js';

const SPELLING = 'Editorial Manual, Spelling';

/** What was said and what was adopted stays as it is; there the words are a hint only. */
const WORDS: SeveritySetting = { default: 'warning', record: 'hint', treaty: 'hint' };

/** French words that stand beside "organisation" and the like in French titles. */
const FRENCH = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'et', 'pour', 'internationale', 'mondiale']);

function isFrench(text: string, start: number, end: number): boolean {
  // "l’organisation", "d’utilisation"
  if (isApostrophe(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start - 2))) return true;
  return FRENCH.has(nextWord(text, end)) || FRENCH.has(previousWord(text, start));
}

/** Whether a word that begins a sentence begins a name: "Organisation for Economic …". */
function opensName(text: string, { start, end }: TermHit): boolean {
  return (
    isUpper(text.charCodeAt(start)) &&
    /^ (?:for|of|on|against) (?:the )?[A-Z]/.test(text.slice(end, end + 16))
  );
}

/** A check of single words: each is wrong wherever it stands, but for names. */
function wordsRule(row: RuleRow, terms: Terms, but?: (text: string, hit: TermHit) => boolean): Rule {
  return {
    ...row,
    block: {
      on: { words: terms.triggers },
      check(context, start) {
        const { text } = context;
        const hit = terms.at(text, start, context.word);
        if (
          !hit ||
          isNamed(text, hit) ||
          opensName(text, hit) ||
          isFrench(text, hit.start, hit.end) ||
          but?.(text, hit)
        )
          return;
        const wrong = text.slice(hit.start, hit.end);
        const right = likeCase(wrong, hit.row.right);
        context.report(hit.start, hit.end, {
          args: { wrong, right },
          fix: replaceWith(hit.start, hit.end, right),
        });
      },
    },
  };
}

interface Form {
  readonly wrong: string;
  readonly right: string;
  readonly ordinal: number;
}

/**
 * A list of forms of which one is preferred. Where a document has both, that is what matters, and `mixed-spelling`
 * says so; where it keeps to the other form, this is a hint.
 */
function formsRule(
  row: RuleRow,
  rows: readonly TermRow[],
  but?: (text: string, hit: TermHit) => boolean,
): Rule {
  const terms = new Terms(rows);
  const type = `form:${row.code}`;
  return {
    ...row,
    block: {
      on: { words: terms.triggers },
      check(context, start) {
        const hit = formAt(context, terms, start, but);
        if (!hit) return;
        const wrong = context.text.slice(hit.start, hit.end);
        const form: Form = {
          wrong,
          right: likeCase(wrong, hit.row.right),
          ordinal: ordinalOf(context.text, wrong, hit.start),
        };
        context.fact(type, `${hit.row.right}|${wrong}`, hit.start, hit.end, form);
      },
    },
    draft: {
      reads: [`fact:${type}`, 'fact:right-form'],
      check(context) {
        const both = new Set<string>();
        for (const { item } of context.factsOf('right-form')) both.add(item.key);
        for (const { block, item, anchor } of context.factsOf(type)) {
          const form = item.data as Form;
          if (both.has(form.right.toLowerCase())) continue;
          context.report(block, anchor, {
            args: { wrong: form.wrong, right: form.right },
            fixes: [
              fixOccurrence(
                block,
                form.wrong,
                form.ordinal,
                form.right,
                row.fix === 'safe' ? 'safe' : 'suggested',
              ),
            ],
          });
        }
      },
    },
  };
}

function formAt(
  context: BlockContext,
  terms: Terms,
  start: number,
  but?: (text: string, hit: TermHit) => boolean,
): TermHit | null {
  const { text } = context;
  const hit = terms.at(text, start, context.word);
  if (!hit || isNamed(text, hit) || but?.(text, hit)) return null;
  return hit;
}

const oxfordSpelling = wordsRule(
  {
    code: 'ize-spelling',
    ids: ['SPELL-001'],
    title: '-ize and -ization, not -ise and -isation',
    why: 'The United Nations spells verbs of Greek origin with -ize: organize, recognize, mobilization.',
    severity: WORDS,
    source: SPELLING,
    fix: 'safe',
    language: true,
    habit: true,
    houseStyle: true,
    messages: { default: 'The United Nations spells this “{right}”.' },
    wrong: [
      '1. The ⟦organisation⟧ of the workshop was ⟦finalised⟧ in May.',
      '1. Regional ⟦organisations⟧ ⟦recognised⟧ the need to ⟦prioritise⟧ prevention.',
    ],
    right: [
      '1. The enterprise advised and supervised the exercise, and promised to revise the crisis plan.',
      '1. The Organisation for Economic Co-operation and Development published a study.',
      '1. The report cites “the organisation of justice” as its title.',
      '1. Le Bureau a présenté son plan d’utilisation.',
      '1. The study *Organisation du travail* was circulated.',
      '1. Organisation for Economic Co- operation and Development, *Rivers*.',
    ],
  },
  new Terms(IZE),
);

const yseSpelling = wordsRule(
  {
    code: 'yse-spelling',
    ids: ['SPELL-002'],
    title: '-yse, not -yze',
    why: 'These verbs are not of the -ize family: analyse, paralyse, catalyse.',
    severity: WORDS,
    source: SPELLING,
    fix: 'safe',
    language: true,
    habit: true,
    houseStyle: true,
    messages: { default: 'The United Nations spells this “{right}”.' },
    wrong: ['1. The Unit ⟦analyzed⟧ the answers.', '1. ⟦Analyzing⟧ the trend took two years.'],
    right: ['1. The Unit analysed the answers.', '1. The firm Analyze This Limited was consulted.'],
  },
  new Terms(YSE),
);

const britishSpelling = wordsRule(
  {
    code: 'british-spelling',
    ids: ['SPELL-004'],
    title: 'British spelling: labour, centre, defence, travelled',
    why: 'The spelling of the United Nations follows British usage, apart from -ize.',
    severity: WORDS,
    source: SPELLING,
    fix: 'safe',
    language: true,
    habit: true,
    houseStyle: true,
    messages: { default: 'The United Nations spells this “{right}”.' },
    wrong: [
      '1. The ⟦labor⟧ market of ⟦neighboring⟧ regions was studied.',
      '1. The ⟦center⟧ in the capital was ready to ⟦fulfill⟧ its mandate.',
    ],
    right: [
      '1. The labour market of neighbouring regions was studied.',
      '1. The delegation visited the World Trade Center and Pearl Harbor.',
      '1. The Northern Institute for the Defense of Rivers took part.',
    ],
  },
  new Terms(BRITISH),
);

const SOFTWARE = /\b(?:computer|software|machine|code|source|training data|web|malware|script)\b/i;

const programme: Rule = {
  code: 'programme-spelling',
  ids: ['SPELL-003'],
  title: 'Programme of work, but computer program',
  why: '“Program” is kept for software; plans and activities are programmes.',
  severity: WORDS,
  source: SPELLING,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: {
    default: 'For a plan of activities the word is “{right}”; “program” is for software.',
    software: 'In the sense of software this is spelled “{right}”.',
  },
  wrong: [
    '1. The training ⟦program⟧ was extended.',
    '1. Two pilot ⟦programs⟧ were launched.',
    '1. The computer ⟦programmes⟧ were installed in three offices.',
  ],
  right: [
    '1. The training programme was extended.',
    '1. The computer program was installed.',
    '1. The Global Program Office of the foundation took part.',
    '1. Programming and programmers were discussed.',
  ],
  block: {
    on: { words: ['program', 'programs', 'programme', 'programmes'] },
    check(context, start, end) {
      const { text } = context;
      if (isNamePart(text, start, end) || isFrench(text, start, end)) return;
      const word = text.slice(start, end);
      const before = previousWord(text, start);
      const computer = before === 'computer' || before === 'software';
      if (/mme/i.test(word)) {
        // "the software programme of work" is a plan: only the plainest case is certain.
        if (!computer || nextWord(text, end) === 'of') return;
        const right = likeCase(word, word.toLowerCase().startsWith('programmes') ? 'programs' : 'program');
        context.report(start, end, {
          variant: 'software',
          args: { right },
          fix: replaceWith(start, end, right),
        });
        return;
      }
      if (computer || nearby(text, start, end, 40, SOFTWARE)) return;
      // A word that a converter cut in two: "program me", "program s".
      if (/^ ?(?:m?mes?|s)\b/.test(text.slice(end, end + 6))) return;
      const right = likeCase(word, word.length === 7 ? 'programme' : 'programmes');
      context.report(start, end, { args: { right }, fix: replaceWith(start, end, right) });
    },
  },
};

const COURT =
  /\b(?:courts?|tribunals?|chamber|appeal|judges?|judicial|convict|sentenc|deliver|case|trial|retrial|defendant|accused|acquit|verdict|lawsuit|litigation|declaratory|decree)/i;

const firstListed = formsRule(
  {
    code: 'first-listed-spelling',
    ids: ['SPELL-005'],
    title: 'The form that the dictionary lists first',
    why: 'Where the dictionary has two forms, the first one is used: acknowledgement, ageing, combating.',
    severity: 'hint',
    source: SPELLING,
    fix: 'safe',
    language: true,
    houseStyle: true,
    messages: { default: 'The dictionary lists “{right}” first.' },
    wrong: [
      '1. The Office is ⟦combatting⟧ corruption.',
      '1. In the ⟦judgment⟧ of the Group, an ⟦aging⟧ fleet is a risk.',
    ],
    right: [
      '1. The Office is combating corruption.',
      '1. The judgment of the International Court of Justice was noted.',
      '1. The tribunal delivered two judgments.',
    ],
  },
  FIRST_LISTED,
  // A court gives a judgment, without e.
  (text, hit) => hit.row.wrong.startsWith('judgment') && nearby(text, hit.start, hit.end, 80, COURT),
);

const oneWord = formsRule(
  {
    code: 'one-word-spelling',
    ids: ['SPELL-006'],
    title: 'Words written as one, or as two',
    why: 'Published documents write cooperation, policymaker and workplan as one word, road map and side event as two.',
    severity: 'hint',
    source: null,
    fix: 'safe',
    language: true,
    houseStyle: true,
    messages: { default: 'Usual in United Nations documents: “{right}”.' },
    wrong: ['1. ⟦Co-operation⟧ with ⟦policy-makers⟧ went on.', '1. A ⟦roadmap⟧ was drawn up.'],
    right: [
      '1. Cooperation with policymakers went on.',
      '1. The Organization for Security and Co-operation in Europe took part.',
      '1. The “roadmap” was drawn up.',
    ],
  },
  ONE_WORD,
);

const HYPHEN_TERMS = [...HYPHENATED];

const hyphenated = formsRule(
  {
    code: 'hyphenated-spelling',
    ids: ['SPELL-007'],
    title: 'Compounds with a hyphen',
    why: 'Published documents write capacity-building, decision-making and awareness-raising with a hyphen.',
    severity: 'hint',
    source: null,
    fix: 'safe',
    language: true,
    houseStyle: true,
    messages: { default: 'Usual in United Nations documents: “{right}”.' },
    wrong: ['1. The Office supported ⟦capacity building⟧ and ⟦decision making⟧.'],
    right: [
      '1. The Office supported capacity-building and decision-making.',
      '1. The Fund for Capacity Building was closed.',
      '1. Support for building capacity went on.',
    ],
  },
  HYPHEN_TERMS,
);

const REGION_TERMS = new Terms(REGIONS);

const regions: Rule = {
  code: 'region-hyphen',
  ids: ['SPELL-007'],
  title: 'South-Eastern Europe, South-East Asia',
  why: 'Two points of the compass that make one adjective are joined by a hyphen.',
  severity: 'hint',
  source: null,
  fix: 'safe',
  language: true,
  houseStyle: true,
  messages: { default: 'Usual in United Nations documents: “{right}”.' },
  wrong: ['1. Courses were held in ⟦South Eastern Europe⟧.'],
  right: [
    '1. Courses were held in South-Eastern Europe and South-East Asia.',
    '1. The south-east of Asia was covered.',
  ],
  block: {
    on: { words: REGION_TERMS.triggers },
    check(context, start) {
      const hit = REGION_TERMS.at(context.text, start, context.word);
      if (!hit) return;
      const { right } = hit.row;
      context.report(hit.start, hit.end, { args: { right }, fix: replaceWith(hit.start, hit.end, right) });
    },
  },
};

const ALL_FORMS = [...FIRST_LISTED, ...ONE_WORD, ...HYPHENATED].filter(
  (row) => !row.wrong.startsWith('judgment'),
);
const WRONG_FORMS = new Terms(ALL_FORMS);
const RIGHT_FORMS = new Terms(ALL_FORMS, 'right');

const mixedSpelling: Rule = {
  code: 'mixed-spelling',
  ids: ['SPELL-008'],
  title: 'One spelling of a word throughout',
  why: 'Two spellings of one word in a text look like two meanings, or like two hands.',
  severity: { default: 'warning', record: 'hint', treaty: 'hint' },
  source: null,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'This text also has “{right}”; one form throughout is clearer.' },
  wrong: [
    '1. The Office supported capacity-building.\n\n2. It went on with ⟦capacity building⟧ in May.',
    '1. The plan for combating crime helps in ⟦combatting⟧ fraud.',
  ],
  right: [
    '1. The Office supported capacity-building.\n\n2. It went on with capacity-building in May.',
    '1. The Office supported capacity-building.\n\n2. The title “Capacity building for all” was chosen.',
    '1. The Office supported capacity building.\n\n2. It went on with capacity building.',
  ],
  block: {
    on: { words: [...WRONG_FORMS.triggers, ...RIGHT_FORMS.triggers] },
    check(context, start) {
      const wrong = formAt(context, WRONG_FORMS, start);
      if (wrong) {
        // Two words that a line break parts: which of the two forms is meant cannot be seen.
        if (!context.block.reading.isPlain(wrong.start, wrong.end)) return;
        const written = context.text.slice(wrong.start, wrong.end);
        const form: Form = {
          wrong: written,
          right: likeCase(written, wrong.row.right),
          ordinal: ordinalOf(context.text, written, wrong.start),
        };
        context.fact('other-form', `${wrong.row.right}|${written}`, wrong.start, wrong.end, form);
        return;
      }
      const right = formAt(context, RIGHT_FORMS, start);
      if (right) context.fact('right-form', right.row.right.toLowerCase(), right.start, right.end);
    },
  },
  draft: {
    reads: ['fact:other-form', 'fact:right-form'],
    check(context) {
      const both = new Set<string>();
      for (const { item } of context.factsOf('right-form')) both.add(item.key);
      if (both.size === 0) return;
      for (const { block, item, anchor } of context.factsOf('other-form')) {
        const form = item.data as Form;
        if (!both.has(form.right.toLowerCase())) continue;
        context.report(block, anchor, {
          args: { right: form.right },
          fixes: [fixOccurrence(block, form.wrong, form.ordinal, form.right, 'suggested')],
        });
      }
    },
  },
};

/** Words in -ly that are adjectives or nouns, or that stand first in a compound of their own. */
const NOT_ADVERBS = new Set(
  `family early only supply assembly daily weekly monthly yearly quarterly friendly elderly hourly likely costly reply
  anomaly lonely lively lovely timely scholarly worldly godly italy july ally bully belly jelly fly rely apply poly
  multiply biannually holy ugly silly homely orderly cowardly monopoly oligopoly butterly butterfly sickly kindly
  disorderly mealy wholly half-yearly half`.split(/\s+/),
);

const lyHyphen: Rule = {
  code: 'hyphen-after-ly',
  ids: ['SPELL-009'],
  title: 'No hyphen after an adverb in -ly',
  why: 'The ending -ly already says that the adverb belongs to the word behind it.',
  severity: 'hint',
  source: 'Editorial Manual, Spelling (hyphens)',
  fix: 'safe',
  messages: { default: 'No hyphen is needed after “{adverb}”.' },
  wrong: ['1. The ⟦newly-established⟧ court began to sit.'],
  right: [
    '1. The newly established court began to sit.',
    '1. A family-friendly policy and early-stage supply-chain reviews.',
    '1. An Italy-based firm took part.',
  ],
  block: {
    on: { chars: '-' },
    check(context, start) {
      const { text } = context;
      if (text.charCodeAt(start - 1) !== 0x79 || text.charCodeAt(start - 2) !== 0x6c) return;
      if (!isLower(text.charCodeAt(start + 1))) return;
      let from = start;
      while (from > 0 && isLetter(text.charCodeAt(from - 1))) from--;
      let to = start + 1;
      while (to < text.length && isLetter(text.charCodeAt(to))) to++;
      const adverb = text.slice(from, start).toLowerCase();
      if (adverb.length < 5 || NOT_ADVERBS.has(adverb) || text.charCodeAt(from - 1) === 0x2d) return;
      const next = text.slice(start + 1, to);
      // A participle or an adjective follows; "friendly-fire" and the like do not.
      if (!/(?:ed|ing|en|able|ible|ful|ous|ive|al|ant|ent|sized)$/.test(next) || text.charCodeAt(to) === 0x2d)
        return;
      if (!mayReport(context, from)) return;
      context.report(from, to, {
        args: { adverb },
        fix: { title: phrase`Replace the hyphen by a space`, edits: [{ start, end: start + 1, text: ' ' }] },
      });
    },
  },
};

const foreignPlurals = wordsRule(
  {
    code: 'foreign-plural',
    ids: ['SPELL-010'],
    title: 'Plurals of foreign words',
    why: 'Published documents write forums and memorandums, but curricula, criteria and phenomena.',
    severity: 'hint',
    source: null,
    fix: 'safe',
    language: true,
    messages: { default: 'Usual in United Nations documents: “{right}”.' },
    wrong: ['1. Regional ⟦fora⟧ adopted ⟦memoranda⟧ of understanding.'],
    right: ['1. Regional forums adopted memorandums of understanding with curricula and criteria.'],
  },
  new Terms(PLURALS),
);

const internet: Rule = {
  code: 'internet-capital',
  ids: ['SPELL-011'],
  title: 'Internet with a capital, website in one word',
  why: 'Published documents write Internet and website.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Usual in United Nations documents: “{right}”.' },
  wrong: ['1. Access to the ⟦internet⟧ was restored.', '1. The ⟦web site⟧ was renewed.'],
  right: ['1. Access to the Internet was restored on the website.', '1. An intranet was built.'],
  block: {
    on: { words: ['internet', 'web'] },
    check(context, start, end) {
      const { text } = context;
      if (end - start === 8) {
        if (isUpper(text.charCodeAt(start)) || text.charCodeAt(start - 1) === 0x2e) return;
        context.report(start, end, { args: { right: 'Internet' }, fix: replaceWith(start, end, 'Internet') });
        return;
      }
      const next = wordAfter(text, end);
      if (!next || !/^sites?$/.test(text.slice(next.start, next.end))) return;
      const right = likeCase(text.slice(start, end), `web${text.slice(next.start, next.end)}`);
      context.report(start, next.end, { args: { right }, fix: replaceWith(start, next.end, right) });
    },
  },
};

/** Words that a slip of the keyboard doubles, and that English does not double. */
const DOUBLED: ReadonlySet<string> = new Set(
  `the of and to in for with a an on at by from is are was were be been has have its their this these those
  which who as or not but if it they we our all any some such under into between among against through during before
  after about over within without per also will would shall should may might can could must more most other
  states nations united council committee assembly commission report resolution rights member human international
  national support development people children women`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const doubledWord: Rule = {
  code: 'doubled-word',
  ids: ['SPELL-013'],
  title: 'No word twice in a row',
  why: 'A word written twice is a slip that reading over does not see.',
  severity: WORDS,
  source: null,
  fix: 'safe',
  messages: { default: '“{word}” stands here twice.' },
  wrong: [
    '1. The report of ⟦the the⟧ Group was read ⟦in in⟧ May.',
    '*The General Assembly*,\n\n*Recalling ⟦also also⟧* its resolution 78/1,\n\n1. *Requests ⟦the the⟧* Office to report.\n',
  ],
  right: [
    '1. The report of the Group was read in May.',
    '1. It was an in-service course held in in-house rooms.',
    '1. He had had that that was needed.',
    '1. A resolution on the protection of persons, persons who fled.',
    '1. The sentence “the the” was struck out.',
  ],
  block: {
    on: { repeated: true },
    check(context, start, end) {
      const { text } = context;
      const next = wordAfter(text, end);
      if (!next || next.end - next.start !== end - start) return;
      const word = text.slice(start, end);
      if (!DOUBLED.has(word.toLowerCase())) return;
      const again = text.slice(next.start, next.end);
      if (word.toLowerCase() !== again.toLowerCase()) return;
      // "A a" and "the The" at the seam of two lines that a converter joined; "in in-house".
      if (isUpper(text.charCodeAt(next.start)) && word !== again) return;
      const after = text.charCodeAt(next.end);
      const before = text.charCodeAt(start - 1);
      if ((after === 0x2d || after === 0x2011) && isLetter(text.charCodeAt(next.end + 1))) return;
      if (before === 0x2d || before === 0x2011 || isApostrophe(before) || isApostrophe(after)) return;
      if (
        isUpper(text.charCodeAt(start)) &&
        (isUpper(text.charCodeAt(start + 1)) || !startsSentence(text, start))
      )
        return;
      // "(a) a plan", "item a A": a label.
      if (word.length === 1 && (before === 0x28 || after === 0x29 || after === 0x2e)) return;
      if (context.draft.language !== 'en' || context.isProtected(start)) return;
      context.report(start, next.end, {
        args: { word: word.toLowerCase() },
        fix: { title: phrase`Take one “${again}” out`, edits: [{ start: end, end: next.end, text: '' }] },
      });
    },
  },
};

/** Pairs of prepositions between which a noun is missing. */
const GAPS: Readonly<Record<string, readonly string[]>> = {
  against: ['in', 'of', 'for', 'on', 'to', 'from'],
  between: ['of', 'for', 'to'],
  among: ['of', 'for', 'to'],
  with: ['of', 'to'],
  of: ['for', 'to', 'from'],
  for: ['of'],
  by: ['of'],
  the: ['of', 'and', 'to', 'for', 'from', 'with', 'by', 'is', 'are', 'was', 'were', 'in'],
};

const missingWord: Rule = {
  code: 'missing-word',
  ids: ['SPELL-013'],
  title: 'No word missing between two small words',
  why: 'Between two such words a noun is expected; it was probably lost.',
  severity: WORDS,
  source: null,
  fix: 'none',
  messages: { default: 'A word seems to be missing between “{first}” and “{second}”.' },
  wrong: [
    '1. The programme Action ⟦against in⟧ Persons went on.',
    '1. The report of ⟦the of⟧ the Group was read.',
  ],
  right: [
    '1. The programme against trafficking in persons went on.',
    '1. The report on the in-service training was read.',
    '1. The number of people lived with, of whom ten were women, fell.',
  ],
  block: {
    on: { words: Object.keys(GAPS) },
    check(context, start, end) {
      const { text } = context;
      // The second word is a small one as well: a space stands behind four letters at most.
      let gap = end + 2;
      while (gap < end + 7 && text.charCodeAt(gap) !== 0x20) gap++;
      if (gap >= end + 6 || text.charCodeAt(end) !== 0x20) return;
      const seconds = GAPS[context.word]!;
      const next = wordAfter(text, end);
      if (!next || next.start !== end + 1) return;
      const second = text.slice(next.start, next.end);
      if (!seconds.includes(second)) return;
      const after = text.charCodeAt(next.end);
      if (after === 0x2d || after === 0x2011 || isApostrophe(after)) return;
      if (!isLetter(text.charCodeAt(next.end + 1)) && text.charCodeAt(next.end) !== 0x20) return;
      if (text.charCodeAt(start - 1) === 0x2d) return;
      // "discriminated against on the ground of …"
      if (end - start !== 3 && /(?:ed|en) $/.test(text.slice(Math.max(0, start - 8), start))) return;
      if (!mayReport(context, start)) return;
      context.report(start, next.end, { args: { first: text.slice(start, end), second } });
    },
  },
};

/** Base forms that are hardly nouns: behind "with a view to" they want -ing. */
export const BASE_VERBS: ReadonlySet<string> = new Set(
  `address achieve adopt allow assess assist avoid detect evaluate investigate build combat conclude consider contribute create develop eliminate
  enable enhance ensure establish examine expand explore facilitate foster identify implement improve include increase
  inform introduce maintain mobilize prepare prevent promote protect prove provide put raise reach recommend reduce
  reinforce remove resolve restore secure seek solve stabilize strengthen take train understand
  make bring give help find get keep`.split(/\s+/),
);

/** The form in -ing of a verb of the list. */
export function gerund(verb: string): string {
  if (/^(?:put|get)$/.test(verb)) return `${verb}ting`;
  if (/ee$|ye$/.test(verb)) return `${verb}ing`;
  return verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

const viewTo: Rule = {
  code: 'view-to-gerund',
  ids: ['SPELL-014'],
  title: '“With a view to” is followed by -ing',
  why: 'In “with a view to” and “committed to”, “to” is a preposition.',
  severity: WORDS,
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Behind “with a view to” stands “{right}”.' },
  wrong: ['1. A course was held with a view to ⟦address⟧ the gaps.'],
  right: [
    '1. A course was held with a view to addressing the gaps.',
    '1. A course was held with a view to peace.',
  ],
  block: {
    on: { words: ['view'] },
    check(context, start, end) {
      const { text } = context;
      if (previousWord(text, start) !== 'a') return;
      const to = wordAfter(text, end);
      if (!to || text.slice(to.start, to.end) !== 'to') return;
      const verb = wordAfter(text, to.end);
      if (!verb) return;
      const word = text.slice(verb.start, verb.end);
      if (!BASE_VERBS.has(word)) return;
      const right = gerund(word);
      context.report(verb.start, verb.end, {
        args: { right },
        fix: replaceWith(verb.start, verb.end, right),
      });
    },
  },
};

/** "Assist the actors evaluate": one to three words, then a verb without "to" or "in". */
const ASSIST = /^ ((?:the |those |all |these )?(?:[a-z]+ ){0,1}[A-Za-z]+s) ([a-z]+)\b/;
const NOT_HELPED = /\b(?:to|in|with|by|and|or|that|which|who|as|at|on|from|for|efforts|needs|programmes)\b/;

const wrongWord: Rule = {
  code: 'wrong-word',
  ids: ['SPELL-014'],
  title: 'The word that is meant',
  why: 'Both words exist, and a spelling check passes over them.',
  severity: WORDS,
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: '“{wrong}” is probably meant to be “{right}”.' },
  wrong: [
    '1. The Fund ⟦owns⟧ much of its success to its donors.',
    '1. A programme ⟦which aim⟧ is to prevent crime was launched.',
    '1. Experts on ⟦refugees law⟧ took part.',
    '1. The Group is ⟦comprised of⟧ ten experts.',
    '1. The tool helps and assists. It will assist the actors ⟦evaluate⟧ the courts of the ⟦Governate⟧.',
    '1. It was set up with the sole purpose ⟦to prevent⟧ crime.',
  ],
  right: [
    '1. The Fund owes much of its success to its donors.',
    '1. The State owns much of the land.',
    '1. A programme whose aim is to prevent crime was launched.',
    '1. The programme for which aim and budget were set.',
    '1. Experts on refugee law took part. The Group is composed of ten experts.',
    '1. It will assist the actors in evaluating the courts, assist States to prevent crime and assist programmes.',
    '1. It was set up with the sole purpose of preventing crime, and serves that purpose to this day.',
  ],
  block: {
    on: {
      words: [
        'own',
        'owns',
        'which',
        'refugees',
        'comprised',
        'governate',
        'governates',
        'assist',
        'purpose',
      ],
    },
    check(context, start, end) {
      const { text } = context;
      const say = (from: number, to: number, right: string): void => {
        context.report(from, to, {
          args: { wrong: text.slice(from, to), right },
          fix: replaceWith(from, to, right),
        });
      };
      switch (context.word) {
        case 'own':
        case 'owns': {
          const rest = readPhrase(text, end, ' much of ');
          if (rest < 0 && readPhrase(text, end, ' much of') < 0) return;
          if (
            !/^[^.;]{1,60} to /.test(text.slice(end + 9, end + 80)) &&
            !/^\s*(?:its|their|his|her) (?:reputation|success|strength|authority|existence|credibility|value|influence|fame|standing)\b/.test(
              text.slice(end + 8, end + 40),
            )
          )
            return;
          say(start, end, text.slice(start, end).length === 3 ? 'owe' : 'owes');
          return;
        }
        case 'which': {
          const noun = wordAfter(text, end);
          if (!noun || !/^(?:aim|goal|purpose|objective)s?$/.test(text.slice(noun.start, noun.end))) return;
          if (!/^ (?:is|was|are|were)\b/.test(text.slice(noun.end, noun.end + 8))) return;
          const before = wordBefore(text, start);
          if (before && /^(?:of|for|in|to|with|on|by)$/.test(text.slice(before.start, before.end))) return;
          say(start, noun.end, `whose ${text.slice(noun.start, noun.end)}`);
          return;
        }
        case 'refugees': {
          const law = readPhrase(text, end, ' law');
          if (law < 0 || isUpper(text.charCodeAt(start))) return;
          say(start, law, 'refugee law');
          return;
        }
        case 'governate':
        case 'governates': {
          const plural = text.charCodeAt(end - 1) === 0x73;
          say(start, end, likeCase(text.slice(start, end), plural ? 'governorates' : 'governorate'));
          return;
        }
        case 'assist': {
          const m = ASSIST.exec(text.slice(end, end + 60));
          if (!m || !BASE_VERBS.has(m[2]!) || NOT_HELPED.test(m[1]!)) return;
          const at = end + m[0].length - m[2]!.length;
          say(at, at + m[2]!.length, `in ${gerund(m[2]!)}`);
          return;
        }
        case 'purpose': {
          const verb = /^ to ([a-z]+)\b/.exec(text.slice(end, end + 24));
          if (!verb || !BASE_VERBS.has(verb[1]!)) return;
          if (!/\bwith the (?:[a-z]+ )?$/.test(text.slice(Math.max(0, start - 30), start))) return;
          say(end + 1, end + verb[0].length, `of ${gerund(verb[1]!)}`);
          return;
        }
        default: {
          const of = readPhrase(text, end, ' of');
          if (of < 0 || !/^(?:is|are|was|were|be|been|being)$/.test(previousWord(text, start))) return;
          // Many dictionaries take it by now.
          context.report(start, of, {
            args: { wrong: text.slice(start, of), right: 'composed of' },
            fix: replaceWith(start, of, 'composed of'),
            atMost: 'hint',
          });
        }
      }
    },
  },
};

/** Nouns that take the singular, whatever stands between them and their verb. */
const SINGULAR = [
  'guidance',
  'information',
  'assistance',
  'advice',
  'knowledge',
  'evidence',
  'equipment',
  'training',
];

const agreement: Rule = {
  code: 'verb-agreement',
  ids: ['SPELL-015'],
  title: 'The verb agrees with its subject',
  why: 'The noun nearest to the verb is not always its subject.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'The subject is “{noun}”: “{right}”.' },
  wrong: [
    '1. The guidance provided by the reports ⟦are⟧ useful.',
    '1. In this field, the guidance provided by the reports of the Group ⟦are⟧ useful.',
  ],
  right: [
    '1. The guidance provided by the reports is useful.',
    '1. The guidance and the reports of experts are useful.',
    '1. The information that the reports contain, which are new, is useful.',
    '1. Evidence gathered by States whose courts are independent is admitted.',
  ],
  block: {
    on: { words: SINGULAR },
    check(context, start, end) {
      const { text } = context;
      if (previousWord(text, start) !== 'the') return;
      if (!startsSentence(text, start - 4) && text.charCodeAt(start - 6) !== 0x2c) return;
      const m =
        /^ (?:provided |given |offered |received |gathered )?(?:by|of|from|in) (?:the )?[a-z]+(?: [A-Za-z]+){0,6} (are|were|have) /.exec(
          text.slice(end, end + 90),
        );
      if (!m || /\b(?:and|or|that|which|who|whose)\b/.test(m[0])) return;
      const at = end + m[0].length - m[1]!.length - 1;
      const right = m[1] === 'are' ? 'is' : m[1] === 'were' ? 'was' : 'has';
      context.report(at, at + m[1]!.length, {
        args: { noun: text.slice(start, end), right },
        fix: replaceWith(at, at + m[1]!.length, right),
      });
    },
  },
};

const dataPlural: Rule = {
  code: 'data-plural',
  ids: ['SPELL-015'],
  title: '“Data” is plural',
  why: 'In United Nations documents data are plural.',
  severity: 'hint',
  source: 'United Nations Office for Disaster Risk Reduction, editorial manual',
  fix: 'suggested',
  language: true,
  messages: { default: '“Data” takes the plural: “{right}”.' },
  wrong: ['1. The data ⟦is⟧ collected each year.'],
  right: [
    '1. The data are collected each year.',
    '1. The collection of data is costly.',
    '1. Access to the data was denied.',
    '1. Sharing data is useful.',
  ],
  block: {
    on: { words: ['data'] },
    check(context, start, end) {
      const { text } = context;
      const verb = wordAfter(text, end);
      if (!verb) return;
      const right = { is: 'are', was: 'were', has: 'have' }[text.slice(verb.start, verb.end)];
      if (!right) return;
      let from = start;
      for (let i = 0; i < 2 && !startsSentence(text, from); i++) {
        const before = wordBefore(text, from);
        if (
          !before ||
          !/^(?:the|these|all|such|this|our|reliable|available|disaggregated)$/i.test(
            text.slice(before.start, before.end),
          )
        )
          return;
        from = before.start;
      }
      if (!startsSentence(text, from)) return;
      context.report(verb.start, verb.end, {
        args: { right },
        fix: replaceWith(verb.start, verb.end, right),
      });
    },
  },
};

const uncounted = wordsRule(
  {
    code: 'uncounted-noun',
    ids: ['NUM-018'],
    title: 'Words that have no plural',
    why: 'Software, equipment and information are not counted.',
    severity: 'hint',
    source: null,
    fix: 'safe',
    language: true,
    messages: { default: 'This word has no plural: “{right}”.' },
    wrong: ['1. The Office delivered ⟦softwares⟧ and ⟦equipments⟧.'],
    right: ['1. The Office delivered software and items of equipment.'],
  },
  new Terms(UNCOUNTED),
);

function distanceOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return a.slice(i + (a.length >= b.length ? 1 : 0)) === b.slice(i + (b.length >= a.length ? 1 : 0));
}

const acronymTypo: Rule = {
  code: 'acronym-near-miss',
  ids: ['SPELL-012'],
  title: 'One spelling of an acronym',
  why: 'Two long acronyms that differ in one character are hardly two names.',
  severity: 'warning',
  source: null,
  fix: 'suggested',
  messages: { default: 'Elsewhere this text has “{right}” ({times} times); is it the same?' },
  wrong: ['1. TRAFNET9 was launched in May.\n\n2. In June, TRAFNET9 trained judges. Then ⟦TRAFNETA⟧ ended.'],
  right: [
    '1. UNMISS and UNMIS and UNMISS again.',
    '1. TRAFNET1 was launched, then TRAFNET2, and TRAFNET1 again.',
    '1. SUBPROG and SUBPROGS.',
  ],
  draft: {
    reads: ['citation:acronym', 'citation:acronym-definition', 'words:acronym'],
    check(context) {
      for (const { place, right, times } of context.kept(NEAR_MISSES)) {
        const placed = context.citationAt('acronym', place);
        if (!placed) continue;
        const { block, item, anchor } = placed;
        // "M INUJUSTH": a letter that a converter has parted from the rest.
        const { text } = block.reading;
        if (/(?:^|[^A-Z])[A-Z] $/.test(text.slice(Math.max(0, item.start - 3), item.start))) continue;
        context.report(block, anchor, {
          args: { right, times },
          fixes: [fixOccurrence(block, item.acronym, 0, right, 'suggested')],
        });
      }
    },
  },
};

/** Acronyms that stand once, each with one that stands more often and differs from it in one character. */
const NEAR_MISSES: Derived<
  readonly { readonly place: Place; readonly right: string; readonly times: number }[]
> = {
  reads: ['citation:acronym', 'citation:acronym-definition'],
  make(context) {
    /** Hyphens of all kinds are one. */
    const plain = (name: string): string => name.replace(/[\u2010\u2011]/g, '-');
    const counts = new Map<string, number>();
    const defined = new Set<string>();
    for (const { item } of context.citationsOf('acronym')) {
      const name = plain(item.acronym);
      if (name.length >= 7) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const { item } of context.citationsOf('acronym-definition')) {
      if (item.acronym.length < 7) continue;
      counts.set(plain(item.acronym), (counts.get(plain(item.acronym)) ?? 0) + 1);
      defined.add(plain(item.acronym));
    }
    if (counts.size < 2) return [];
    const names = [...counts.keys()];
    return context.citationsOf('acronym').flatMap((place) => {
      const written = plain(place.item.acronym);
      if (counts.get(written) !== 1 || defined.has(written)) return [];
      const right = names.find(
        (name) =>
          counts.get(name)! > 1 &&
          distanceOne(name, written) &&
          // Numbers count editions, and an s is a plural.
          name.replace(/\d+$/, '') !== written.replace(/\d+$/, '') &&
          `${name}S` !== written &&
          name !== `${written}S`,
      );
      return right === undefined ? [] : [{ place, right, times: counts.get(right)! }];
    });
  },
};

export const rules: readonly Rule[] = [
  oxfordSpelling,
  yseSpelling,
  programme,
  britishSpelling,
  firstListed,
  oneWord,
  hyphenated,
  regions,
  mixedSpelling,
  lyHyphen,
  foreignPlurals,
  internet,
  acronymTypo,
  doubledWord,
  missingWord,
  viewTo,
  wrongWord,
  agreement,
  dataPlural,
  uncounted,
];
