import { bodiesWithSessions, sessionName, sessionsOf } from '../../catalogue/sessions.js';
import type { SessionReference } from '../../citations/citation.js';
import { endsSentence, isDigit, isLetter, isUpper } from '../../citations/reading.js';
import type { Role } from '../../document/block.js';
import { phrase } from '../../l10n/phrase.js';
import type { BlockContext } from '../blockContext.js';
import { MONTH_NAMES } from '../calendar.js';
import { SENTENCES } from '../roles.js';
import type { Rule } from '../rule.js';
import { firstIn, lastIn } from '../../text/search.js';

const COUNTED: readonly Role[] = [...SENTENCES, 'note'];

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER = `\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,7}|${SMALL.slice(1).join('|')}`;

/** The value of a count in figures ("2,776") or in words up to twelve; NaN for anything else. */
function valueOf(written: string): number {
  const word = SMALL.indexOf(written.toLowerCase());
  return word >= 0 ? word : Number(written.replace(/,/g, ''));
}

function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

// ---- Sums

const COUNT = new RegExp(`(?<![\\d.,/$€£A-Za-z–-])(?:${NUMBER})(?![\\d,.]*\\d|[A-Za-z/%–-])`, 'gi');
/** A phrase, without its end, of at most so many code units before the parenthesis. */
const REACH = 110;

/** How long the parts of a whole in parentheses may be. */
const LONGEST_BREAKDOWN = 221;
const PART = new RegExp(`^(?:plus |and )?(${NUMBER})(?: ([A-Za-z].*))?$`, 'i');
/** Words that make the parts something else than a partition of the whole. */
const NO_PARTITION =
  /per cent|percent|million|billion|%|\d\s?[./–-]\s?\d|\b(?:19|20)\d\d\b|\b(?:than|including|of whom|of which|among|at least|about|approximately|around|respectively|some|each|most|over|up to|out of|paragraphs?|paras?|articles?|chapters?|annex|table|vol|pp|hours?|minutes?|metres?|km)\b|[$€£]/i;
const MONTH = new RegExp(`\\b(?:${MONTH_NAMES.join('|')})\\b`);
const PERSONS =
  /\b(?:women|men|girls|boys|female|male|females|males|children|adults|persons?|people|civilians?|officers?|victims|[DPG]-\d)\b/i;

const totalMismatch: Rule = {
  code: 'total-mismatch',
  ids: ['NUM-013'],
  title: 'A breakdown adds up to its total',
  why: 'Readers add up; where the parts do not make the whole, one of the numbers is wrong.',
  severity: { default: 'error', record: 'warning' },
  source: 'Arithmetic',
  fix: 'none',
  messages: { default: 'The parts add up to {sum}, not to {total}. Check the numbers.' },
  wrong: [
    '1. The team trained ⟦100 people (57 women and 42 men)⟧ in May.\n',
    '1. It reached ⟦1,310 judges (600 female and 700 male, plus 11 persons whose sex was not recorded)⟧.\n',
    '1. There were ⟦nine centres (four in Lima and six in Quito)⟧.\n',
    '1. The office has 9 posts ⟦(1 clerk,⟧\n\n4 drivers and 3 cooks).\n',
    '1. In that year ⟦1,200 victims were found: 700 women, 300 men and 300 children⟧. They were helped.\n',
    '1. It trained ⟦75 judges, namely 40 women and 30 men⟧.\n',
    '1. Meetings were held in Lima (20 participants), Quito (15 participants) and La Paz (30 participants), for a total of ⟦75⟧ participants.\n',
  ],
  right: [
    '1. The team trained 99 people (57 women and 42 men) and 81 victims (including 7 girls and 5 boys).\n',
    '1. It reached 71 participants (30 per cent of whom were women), 12 offices (2019 and 2020) and 30 villages (of which 3 in the north and 4 in the south).\n',
    '1. It met on 12 May (3 meetings and 2 visits) and read 14 reports (see paragraphs 3 and 4).\n',
    '1. A proposal was made in 2018 to strengthen the team (1 clerk, 1 driver and 1 cook).\n',
    '1. In that year 1,200 victims were found: 700 women, 300 men and 200 children. It trained 75 judges, namely 40 from courts of first instance.\n',
    '1. Meetings were held in Lima (20 participants), Quito (15 participants) and La Paz (30 participants), for a total of 65 participants.\n',
    '1. Of the two meetings in Lima (20 participants) and Quito (15 participants) the reports are at hand; with those of earlier years there was a total of 12 reports.\n',
  ],
  block: {
    on: { chars: '():', words: ['comprising', 'namely', 'total'] },
    roles: COUNTED,
    check(context, start, end) {
      const { text } = context;
      if (text[start] !== '(' && text[start] !== ')') {
        if (text[start]!.toLowerCase() === 't') checkTotal(context, end);
        else checkParts(context, start, end);
        return;
      }
      if (text[start] === ')') {
        // The end of a breakdown that a page cut in two.
        if (start < 120 && lastIn(text, '(', 0, start) < 0 && /^(?:and )?\d/.test(text))
          context.fact('breakdown-end', text.slice(0, start), 0, start);
        return;
      }
      const first = text.charCodeAt(end);
      if (!isDigit(first) && !isLetter(first)) return;
      const close = firstIn(text, ')', end, end + LONGEST_BREAKDOWN);
      const before = text.slice(Math.max(0, start - REACH), start);
      if (close < 0) {
        if (text.length - end < 120 && isDigit(first))
          context.fact('breakdown-start', `${before}(${text.slice(end)}`, start, text.length);
        return;
      }
      if (close - end < 8) return;
      const wrong = wrongSum(before, text.slice(end, close));
      if (!wrong) return;
      context.report(start - before.length + wrong.at, close + 1, {
        args: { sum: thousands(wrong.sum), total: thousands(wrong.total) },
        ...(wrong.certain ? {} : { atMost: 'warning' as const }),
      });
    },
  },
  draft: {
    reads: ['fact:breakdown-start', 'fact:breakdown-end', 'structure'],
    check(context) {
      const starts = [...context.factsOf('breakdown-start')];
      if (starts.length === 0) return;
      const ends = [...context.factsOf('breakdown-end')];
      for (const { block, item, anchor } of starts) {
        const next = ends.find((placed) => placed.block.index > block.index);
        if (!next || next.block.index > block.index + 2) continue;
        const open = item.key.lastIndexOf('(');
        const inner = `${item.key.slice(open + 1)} ${next.item.key}`;
        const wrong = wrongSum(item.key.slice(0, open), inner);
        if (!wrong) continue;
        context.report(block, anchor, {
          args: { sum: thousands(wrong.sum), total: thousands(wrong.total) },
          atMost: 'warning',
        });
      }
    },
  },
};

/** "1,200 victims: 700 women and 300 men", up to the end of the sentence; the same behind "namely" and "comprising". */
function checkParts(context: BlockContext, start: number, end: number): void {
  const { text } = context;
  if (text[end] !== ' ' || !isDigit(text.charCodeAt(end + 1))) return;
  const stop = sentenceEnd(text, end);
  if (stop < 0 || stop - end > 220 || stop - end < 8) return;
  const before = `${text.slice(Math.max(0, start - REACH), start).replace(/,? $/, '')} `;
  const wrong = wrongSum(before, text.slice(end + 1, stop));
  if (!wrong) return;
  const from = Math.max(0, start - REACH) + wrong.at;
  context.report(from, stop, {
    args: { sum: thousands(wrong.sum), total: thousands(wrong.total) },
    ...(wrong.certain ? {} : { atMost: 'warning' as const }),
  });
}

const TOTAL_OF = new RegExp(`^ (?:number )?of (${NUMBER}) ([a-z]+)`, 'i');
const COUNTED_PLACE = new RegExp(`\\((${NUMBER}) ([a-z]+)\\)`, 'gi');

/** "Lima (20 participants) and Quito (15 participants), for a total of 35 participants". */
function checkTotal(context: BlockContext, end: number): void {
  const { text } = context;
  const m = TOTAL_OF.exec(text.slice(end, end + 60));
  if (!m) return;
  const sentence = text.slice(sentenceStart(text, end), end);
  const places = [...sentence.matchAll(COUNTED_PLACE)];
  if (places.length < 2 || places.some((place) => place[2] !== m[2])) return;
  const sum = places.reduce((n, place) => n + valueOf(place[1]!), 0);
  const total = valueOf(m[1]!);
  if (sum === total) return;
  const at = end + m[0].indexOf(m[1]!, 3);
  context.report(at, at + m[1]!.length, {
    args: { sum: thousands(sum), total: thousands(total) },
    ...(sum > total * 0.75 && sum < total * 1.5 ? {} : { atMost: 'warning' as const }),
  });
}

/**
 * The sum of a breakdown in parentheses where it is not the count before it: `at` is where that count stands in
 * `before`; not `certain` where the parts may be examples or the count a lower bound. Null where nothing is wrong.
 */
function wrongSum(
  before: string,
  inner: string,
): { readonly sum: number; readonly total: number; readonly at: number; readonly certain: boolean } | null {
  if (!/\band\b|,|;/.test(inner) || inner.includes('(')) return null;
  const parts = inner.split(/,\s+and\s+|,\s+|\s+and\s+|;\s*(?:and\s+)?|\s+plus\s+/);
  if (parts.length < 2) return null;
  const found = parts.map((part) => PART.exec(part.trim()));
  if (found.some((m) => m === null) || NO_PARTITION.test(inner) || MONTH.test(inner)) return null;
  if (!found.some((m) => m![2] !== undefined)) return null;
  const clause = lastClause(before);
  const counts = [...clause.matchAll(COUNT)];
  const last = counts.at(-1);
  if (!last) return null;
  const behind = clause.slice(last.index + last[0].length);
  if (!/^ [A-Za-z][^\d]{1,75} $/.test(behind) || NO_PARTITION.test(behind) || MONTH.test(behind)) return null;
  const ahead = clause.slice(0, last.index);
  if (
    /\b(?:than|about|approximately|some|over|nearly|almost|around|articles?|paragraphs?|page|resolution|item|No\.?|or) $/i.test(
      ahead,
    )
  )
    return null;
  // "A proposal was made in 2018 to strengthen the team (1 clerk and 2 drivers)".
  if (
    /^(?:19|20)\d\d$/.test(last[0]) &&
    /\b(?:in|since|by|of|from|until|during|for|to|and|year) $/i.test(ahead)
  )
    return null;
  const sum = found.reduce((n, m) => n + valueOf(m![1]!), 0);
  const total = valueOf(last[0]);
  if (Number.isNaN(sum) || Number.isNaN(total)) return null;
  // "One judge and two clerks (one woman and two men)": the parts may be those of all that was counted before.
  let all = 0;
  for (const count of counts.toReversed()) {
    const value = valueOf(count[0]);
    all += value;
    if (value === sum || all === sum) return null;
  }
  // Parts far from the whole are examples, unless they say that all are meant.
  const near = sum > total * 0.75 && sum < total * 1.5;
  if (!near && !PERSONS.test(inner) && total > 9) return null;
  return {
    sum,
    total,
    at: before.length - clause.length + last.index,
    certain: near && !/\bat least $/i.test(ahead),
  };
}

const partsOfWhole: Rule = {
  code: 'parts-exceed-whole',
  ids: ['NUM-014'],
  title: 'The parts are not more than the whole',
  why: 'Of ten persons seven and five cannot be told apart: one of the numbers is wrong.',
  severity: { default: 'warning', record: 'hint' },
  source: 'Arithmetic',
  fix: 'none',
  language: true,
  messages: { default: '{parts} of {whole}: the parts are more than the whole. Check the numbers.' },
  wrong: [
    '1. The team freed ⟦63 persons, of whom 41 had been held in the north and 25⟧ in the south.\n',
    '1. There were ⟦27 members, of which 29⟧ were States.\n',
  ],
  right: [
    '1. The team freed 63 persons, of whom 41 had been held in the north and 22 in the south.\n',
    '1. The team freed 63 persons, of whom 41 were women and 30 had been held for more than 20 days.\n',
    '1. In 2020 there were 63 persons, of whom 41 were women, 15 more than in 2019.\n',
    '1. The meeting was attended by 48 experts from 20 States, of whom 25 were women.\n',
  ],
  block: {
    on: { words: ['whom', 'which'] },
    roles: COUNTED,
    check(context, start, end) {
      const { text } = context;
      if (text.slice(start - 3, start) !== 'of ') return;
      const head = text.slice(Math.max(0, start - 123), start - 3);
      const before = /(\d{1,3}(?:,\d{3})*|\d{4,7}) (?:[a-zA-Z-]+ ){0,8}[a-zA-Z-]+,? $/.exec(head);
      if (!before) return;
      // "48 experts from 20 States, of whom 25": which count is meant is not for us to say; the largest may be.
      const counts = [...lastSentence(head).matchAll(COUNT)].map(([count]) => valueOf(count));
      const whole = Math.max(valueOf(before[1]!), ...counts.filter((n) => !(n >= 1900 && n <= 2100)));
      if (!(whole > 0) || (whole >= 1900 && whole <= 2100)) return;
      const rest = text.slice(end, end + 160);
      const first = /^ (\d{1,3}(?:,\d{3})*|\d{4,7})(?! per cent|%| years| days| months)\b(?! per cent)/.exec(
        rest,
      );
      if (!first) return;
      const from = start - 3 - before[0].length;
      const one = valueOf(first[1]!);
      if (one > whole) {
        context.report(from, end + first[0].length, {
          args: { parts: thousands(one), whole: thousands(whole) },
        });
        return;
      }
      // A second part that takes the verb of the first from it: "41 had been held in the north and 25 in the south".
      const second = /^([^.;:()\d]{3,90}) and (\d{1,3}(?:,\d{3})*) (?:in|to|for|from|at|by|on) /.exec(
        rest.slice(first[0].length),
      );
      if (!second || /\b(?:including|also|both|more|least|others?)\b|,/.test(second[1]!)) return;
      const sum = one + valueOf(second[2]!);
      if (sum <= whole) return;
      const to = end + first[0].length + second[0].replace(/ \w+ $/, '').length;
      context.report(from, to, { args: { parts: thousands(sum), whole: thousands(whole) } });
    },
  },
};

/** What stands behind the last full point or semicolon. */
function lastSentence(text: string): string {
  const { length } = text;
  return text.slice(Math.max(lastIn(text, '. ', 0, length), lastIn(text, ';', 0, length)) + 1);
}

/** What stands behind the last full point, semicolon, colon, parenthesis or comma with a space. */
function lastClause(text: string): string {
  const clause = /[^.;:()]*$/.exec(text)?.[0] ?? '';
  return clause.slice(clause.lastIndexOf(', ') + 1);
}

const ANNOUNCED = new RegExp(
  `(?:^|[^A-Za-z\\d])(two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ ){0,3}(?:areas|pillars|databases|objectives|components|elements|priorities|goals|parts|steps|questions|topics|themes|categories|groups|reasons|principles|phases|recommendations|measures|points|conclusions|issues|aspects|factors|outcomes|sections|chapters|clusters|stages|workshops|seminars|subjects|tracks|languages|regions|countries|States|entities|members)$`,
);

const countAgainstList: Rule = {
  code: 'count-against-list',
  ids: ['CONS-013', 'NUM-015'],
  title: 'The list has as many items as were announced',
  why: 'One item is missing, or the number was not brought up to date.',
  severity: { default: 'warning', record: 'hint' },
  source: null,
  fix: 'none',
  language: true,
  messages: { default: '“{word}” are announced and {count} follow. Check the number and the list.' },
  wrong: [
    '1. The plan has ⟦three⟧ pillars: rivers in the north; and lakes in the south.\n',
    '1. The ⟦four⟧ countries, namely Chad, Fiji and Togo, took part.\n',
    '1. The note has ⟦four⟧ sections: legal framework, practice, and recommendations. It is short.\n',
    '1. The work has ⟦three⟧ pillars: prevention, protection, prosecution and partnership.\n',
  ],
  right: [
    '1. The plan has three pillars: rivers, in the north; lakes; and seas.\n',
    '1. The three countries, namely Chad, Fiji and Togo, took part. It has two goals: peace and rest.\n',
    '1. The plan has four pillars: (a) rivers; (b) lakes; (c) seas, and so on.\n',
    '1. The plan has three pillars: law and order, peace, and rest. It has two parts: rivers, lakes and seas of the north, and all the rest.\n',
    '1. The plan has three parts: rivers, lakes, and seas and shores.\n',
  ],
  block: {
    on: { chars: ':', words: ['namely'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      const head = text.slice(Math.max(0, start - 70), start).replace(/, $/, '');
      const announced = ANNOUNCED.exec(head);
      if (!announced) return;
      const count = valueOf(announced[1]!);
      const stop = sentenceEnd(text, end);
      if (stop < 0) return;
      let items = 0;
      if (text[start] === ':') {
        const list = text.slice(end, stop);
        // Without "; and" the list is open, or its items have semicolons of their own.
        if (/\([a-z]\)/.test(list)) return;
        items = /; and /.test(list) ? list.split(';').length : shortItems(list);
        if (items === 0) return;
      } else {
        const states = context.citations.filter((c) => c.type === 'state' && c.start >= end && c.end <= stop);
        const last = states.at(-1);
        if (!last || states[0]!.start - end > 6) return;
        let at = states[0]!.end;
        items = 1;
        for (const state of states.slice(1)) {
          if (!/^(?:, and |, | and )(?:the )?$/.test(text.slice(at, state.start))) break;
          items++;
          at = state.end;
        }
        // What follows the last State goes on with a name that is not known here.
        if (/^(?:, | and )(?:the )?[A-Z]/.test(text.slice(at, at + 12)) || items < 2) return;
      }
      if (items === count) return;
      const at = Math.max(0, start - 70) + announced.index + announced[0].indexOf(announced[1]!);
      context.report(at, at + announced[1]!.length, { args: { word: announced[1]!, count: items } });
    },
  },
};

const SHORT_ITEM = /^(?:(?:the|a|an) )?[a-z-]+(?: (?:of )?[a-z-]+){0,2}$/i;

/**
 * How many items a list of a few words each has: "a, b and c"; 0 where it can be read in more than one way (an item with
 * an "and" of its own, an apposition).
 */
function shortItems(written: string): number {
  // "(see paragraphs 3 to 6 below)" is none of it.
  const list = written.replace(/ \([^()]*\)$/, '');
  const serial = /, and [^,]+$/.test(list);
  const items = list.trim().split(serial ? /,(?: and)? / : /, | and /);
  if (items.length < 2 || !items.every((item) => SHORT_ITEM.test(item) && !/\b(?:and|or)\b/.test(item)))
    return 0;
  return !serial && list.split(' and ').length !== 2 ? 0 : items.length;
}

/** Where the sentence begins that an offset stands in, 600 code units before it at most. */
function sentenceStart(text: string, from: number): number {
  const limit = Math.max(0, from - 600);
  for (let i = from - 1; i >= limit; i--)
    if (text.charCodeAt(i) === 0x2e && endsSentence(text, i)) return i + 1;
  return limit;
}

/** Where the sentence ends, 600 code units on at most; -1 where it does not end by then. */
function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + 600);
  for (let i = from; i < limit; i++) if (text.charCodeAt(i) === 0x2e && endsSentence(text, i)) return i;
  return limit === text.length ? limit : -1;
}

// ---- Sessions and years

const CONFERENCE =
  'Conference of the Parties to the United Nations Convention against Transnational Organized Crime';
const MONTHS = MONTH_NAMES.join('|');
const WHEN = new RegExp(
  `^(?: of (?:the )?[A-Z][\\w’-]*(?: (?:[A-Z][\\w’-]*|of|the|on|and|in|to|against|for)){0,18})?,? (?:(?:which was |was )?held )?(?:in [A-Z][a-z]+,? )?(?:(?:in|on|from|between) )?(?:\\d{1,2} ?(?:(?:to|and|–|-) ?\\d{1,2} )?)?(?:(?:${MONTHS}) )?\\(?((?:19|20)\\d\\d)(?![\\d/–-])`,
);
const WHEN_BEFORE = new RegExp(
  `\\b(?:in|since) (?:(?:${MONTHS}) )?((?:19|20)\\d\\d),? when (?:the|its) $`,
  'i',
);

/** The year that the text gives a session, beside it; NaN where it gives none. */
function yearBeside(context: BlockContext, session: SessionReference): number {
  const { text } = context;
  const before = WHEN_BEFORE.exec(text.slice(Math.max(0, session.start - 44), session.start));
  if (before) return Number(before[1]);
  const behind = text.slice(session.end, session.end + 210);
  // "The thirty-third session of the Assembly of the African Union" is of another body.
  if (/^ of (?:the )?(?:Assembly|Council|Commission) of /.test(behind)) return NaN;
  const m = WHEN.exec(behind);
  if (
    !m ||
    /\b(?:since|adopted|resolution|report|entitled|established|agenda|declaration|plan)\b/i.test(m[0])
  )
    return NaN;
  return Number(m[1]);
}

const sessionYear: Rule = {
  code: 'session-against-year',
  ids: ['CONS-001'],
  title: 'The ordinal of a session fits its year',
  why: 'The calendar of the body has this session in another year: the ordinal or the year is wrong.',
  severity: 'error',
  source: 'Calendars of the bodies',
  fix: 'none',
  messages: {
    default: 'The {what} of the {body} was in {year}, not in {written}. Check the ordinal and the year.',
    likely:
      'If the {body} is meant, its {what} was in {year}, not in {written}. Check the ordinal and the year.',
  },
  wrong: [
    '1. The Commission on Crime Prevention and Criminal Justice, at its ⟦thirtieth⟧ session, in 2019, was clear.\n',
    '1. The Working Group on Trafficking in Persons has met since the ⟦eleventh⟧ session of the Conference in 2018.\n',
    '1. Since May 2015, when the ⟦seventy-fifth⟧ session of the General Assembly was held, much was done.\n',
  ],
  right: [
    '1. The Commission on Crime Prevention and Criminal Justice, at its thirtieth session, in 2021, was clear.\n',
    '1. The General Assembly, at its seventy-fifth session, in 2021, adopted the plan of 2012.\n',
    '1. The Conference on Rivers, at its eleventh session, in 1999, was clear.\n',
  ],
  block: {
    on: { citations: ['session'] },
    roles: [...COUNTED, 'title', 'heading'],
    check(context, _start, _end, citation) {
      if (citation?.type !== 'session' || citation.special) return;
      const body = citation.body ?? (citation.adopter === 'Conference' ? '?' : null);
      if (body === null) return;
      const year = yearBeside(context, citation);
      if (Number.isNaN(year)) return;
      const { start, end } = citation.ordinalSpan;
      context.fact('session-year', `${citation.number}|${year}|${citation.noun}|${body}`, start, end);
    },
  },
  draft: {
    reads: ['fact:session-year', 'citation:body', 'citation:treaty'],
    check(context) {
      let likely: string | null = null;
      for (const { block, item, anchor } of context.factsOf('session-year')) {
        const [number, year, noun, name] = item.key.split('|') as [string, string, string, string];
        let body = name;
        if (name === '?') {
          likely ??= conferenceOf(context.citationsOf('body'), context.citationsOf('treaty'));
          body = likely;
        }
        if (body === '') continue;
        const fact = sessionsOf(body).find((s) => s.number === Number(number));
        if (!fact || fact.number === 1 || fact.noun !== noun) continue;
        if (Number(year) >= fact.from && Number(year) <= fact.to) continue;
        context.report(block, anchor, {
          variant: name === '?' ? 'likely' : 'default',
          args: {
            what: sessionName(fact.number, fact.ordinal, noun),
            body,
            year: fact.from,
            written: year,
          },
        });
      }
    },
  },
};

/** The Conference that a text means which names only its working group or its protocols; empty where it may be another. */
function conferenceOf(
  bodies: Iterable<{ readonly item: { readonly name: string } }>,
  treaties: Iterable<{ readonly item: { readonly name: string } }>,
): string {
  let found = '';
  for (const { item } of bodies) {
    if (item.name === CONFERENCE || item.name === 'Working Group on Trafficking in Persons')
      found = CONFERENCE;
    else if (/^Conference of the (?:States )?Parties/.test(item.name)) return '';
  }
  if (found !== '') return found;
  for (const { item } of treaties) {
    if (/^(?:Trafficking in Persons Protocol|Organized Crime Convention)$/.test(item.name)) return CONFERENCE;
  }
  return '';
}

const NOUNS = new Map(bodiesWithSessions().map(({ body, noun }) => [body, noun]));

const sessionNoun: Rule = {
  code: 'session-or-meeting',
  ids: ['CONS-003'],
  title: 'The body’s own word: session or meeting',
  why: 'Bodies with sessions count their meetings within a session: the two words are not the same.',
  severity: { default: 'hint', record: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'The {body} counts its {noun}s. Write “{right}”.' },
  wrong: ['1. The 12th ⟦session⟧ of the Working Group on Trafficking in Persons was short.\n'],
  right: ['1. The twelfth meeting of the Working Group on Trafficking in Persons was short.\n'],
  block: {
    on: { citations: ['session'] },
    check(context, _start, end, citation) {
      if (citation?.type !== 'session' || citation.body === null || citation.noun === 'congress') return;
      const right = NOUNS.get(citation.body);
      if (right === undefined || right === citation.noun || right === 'congress') return;
      // The Assembly and the Council count their plenary meetings as well.
      if (right === 'session') return;
      const word = /[A-Za-z]+$/.exec(citation.text)?.[0] ?? '';
      if (word.toLowerCase() !== citation.noun) return;
      const shown = isUpper(word.charCodeAt(0)) ? right[0]!.toUpperCase() + right.slice(1) : right;
      context.report(end - word.length, end, {
        args: { body: citation.body, noun: right, right: shown },
        fix: {
          title: phrase`Replace with “${shown}”`,
          edits: [{ start: end - word.length, end, text: shown }],
        },
      });
    },
  },
};

// ---- Words and names

const wasCurrently: Rule = {
  code: 'was-currently',
  ids: ['CONS-004'],
  title: '“Currently” goes with the present',
  why: 'In a report that speaks of the present, “was currently” mixes two times.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'none',
  language: true,
  messages: {
    default: '“Currently” says now, the verb says then. Choose one of the two.',
    verb: 'The sentence begins with “remains”; here it says “remained”.',
  },
  wrong: [
    '1. The work remains short of means, and so the call of the Group ⟦remained⟧ pertinent.\n',
    '1. The study ⟦was currently⟧ being finalized.\n',
  ],
  right: ['1. The plan is currently being rewritten and was then published.\n'],
  block: {
    on: { words: ['currently', 'remained'] },
    roles: SENTENCES,
    check(context, start, end) {
      if (context.text.slice(start, end).toLowerCase() === 'remained') {
        const sentence = /[^.;]*$/.exec(context.text.slice(Math.max(0, start - 300), start))![0];
        if (/\bremains\b.*\band\b/.test(sentence)) context.report(start, end, { variant: 'verb' });
        return;
      }
      const verb = /\b(?:was|were) $/.exec(context.text.slice(Math.max(0, start - 6), start));
      if (verb) context.report(start - verb[0].length, end, {});
    },
  },
};

const ofWhom: Rule = {
  code: 'of-whom-attached',
  ids: ['CONS-008'],
  title: '“Of whom” stands beside the persons',
  why: 'Behind “countries” it reads as if the countries were meant.',
  severity: 'hint',
  source: null,
  fix: 'none',
  language: true,
  messages: { default: '“Of whom” follows “{noun}”. Put it beside the persons it belongs to.' },
  wrong: ['1. There were 71 participants from 9 provinces ⟦(30 per cent of whom⟧ were women).\n'],
  right: ['1. There were 71 participants (30 per cent of whom were women) from 9 provinces.\n'],
  block: {
    on: { words: ['whom'] },
    roles: SENTENCES,
    check(context, start, end) {
      const from = Math.max(0, start - 70);
      const m =
        /\b(countries|States|regions|cities|offices|organizations|institutions|provinces) (\([^()]{1,30}of )$/.exec(
          context.text.slice(from, start),
        );
      if (m) context.report(start - m[2]!.length, end, { args: { noun: m[1]! } });
    },
  },
};

const termDrift: Rule = {
  code: 'term-drift',
  ids: ['CONS-007'],
  title: 'One term in one form',
  why: 'Two forms of a term make readers look for a difference that is not meant.',
  severity: { default: 'hint', record: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Elsewhere this text writes “{right}”.' },
  wrong: [
    '1. The Conference called upon States to act, and later ⟦called on⟧ the Office.\n',
    '1. They fight trafficking in persons and the ⟦trafficking of persons⟧.\n',
  ],
  right: [
    '1. The Conference called upon States to act; the fleet called on Monday.\n',
    '1. They fight trafficking in persons under the Protocol on Trafficking of Persons.\n',
    '1. The Conference called on States to act.\n',
  ],
  block: {
    on: { words: ['called', 'trafficking'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      const c = text.slice(start, end);
      const m = (
        c === 'called'
          ? /^ (?:on(?= (?:the|all|States|Member|Governments|[A-Z]{3,}))|upon)\b/
          : /^ (?:of|in) persons\b/
      ).exec(text.slice(end, end + 24));
      if (!m || (c !== 'called' && c !== 'trafficking')) return;
      const right = c === 'called' ? 'called upon' : 'trafficking in persons';
      const form = c + m[0];
      context.fact('term-form', `${right}|${form}`, start, end + m[0].length);
    },
  },
  draft: {
    reads: ['fact:term-form'],
    check(context) {
      const used = new Set(context.keysOf('term-form'));
      /** The forms that another one is used beside, and that one. */
      const other = new Map<string, string>();
      for (const key of used) {
        const [right, phrase] = key.split('|') as [string, string];
        if (right !== phrase && used.has(`${right}|${right}`)) other.set(key, right);
      }
      for (const { block, item, anchor } of context.factsWith('term-form', other.keys())) {
        const right = other.get(item.key)!;
        const span = block.reading.spanToSource(item.start, item.end);
        context.report(block, anchor, {
          args: { right },
          fixes: block.reading.isPlain(item.start, item.end)
            ? [
                {
                  kind: 'suggested',
                  title: phrase`Replace with “${right}”`,
                  edits: () => [{ block, start: span.start, end: span.end, text: right }],
                },
              ]
            : [],
        });
      }
    },
  },
};

export const rules: readonly Rule[] = [
  partsOfWhole,
  totalMismatch,
  countAgainstList,
  sessionYear,
  sessionNoun,
  wasCurrently,
  ofWhom,
  termDrift,
];
