import type { DateCitation, DateRangeCitation, TimeCitation } from '../../citations/citation.js';
import { daysInMonth, weekdayOf } from '../../citations/dates.js';
import type { Role } from '../../document/block.js';
import { day as dayOf, phrase, type Sentence } from '../../l10n/phrase.js';
import type { BlockContext, FixOption } from '../blockContext.js';
import { RUNNING } from '../blockContext.js';
import { MONTH_NAMES, WEEKDAY_NAMES, addDays, clock, dayMonthYear, isoOf } from '../calendar.js';
import { SENTENCES } from '../roles.js';
import type { Rule } from '../rule.js';
import { placeOf } from '../../text/span.js';
import { firstIn, lastIn } from '../../text/search.js';

const NUMBERS = 'Editorial Manual, Numbers, dates and time';

/** Where facts of the calendar hold, whatever the style: mastheads, tables and signatures too. */
const ANYWHERE: readonly Role[] = [...RUNNING, 'masthead', 'table', 'signature', 'organ'];

const impossibleDate: Rule = {
  code: 'impossible-date',
  ids: ['DATE-001'],
  title: 'Every date exists',
  why: 'A day that its month does not have is a slip of the pen, and the reader cannot tell which day was meant.',
  severity: 'error',
  source: 'The calendar',
  fix: 'suggested',
  messages: {
    default: '{month} has {last} days. Check the day, or the month.',
    leap: 'February {year} has {last} days. Check the day, or the year.',
    number: 'No month has a day {day}. Check the number before “{month}”.',
  },
  wrong: [
    '1. The panel met on ⟦31 June 2021⟧.\n',
    '1. Between 19 and ⟦31 September 2021⟧ the Centre trained judges.\n',
    '1. It ended on ⟦29 February 2023⟧.\n',
    '1. The team stayed from 28 to ⟦31 April⟧.\n',
  ],
  right: [
    '1. The panel met on 30 June 2021 and on 29 February 2024.\n',
    '1. Between 19 and 30 September 2021 the Centre trained judges; 31 of them in May.\n',
    '1. See paragraphs 30 and 31. February brought a second meeting.\n',
  ],
  block: {
    on: { citations: ['date', 'date-range'] },
    roles: ANYWHERE,
    check(context, _start, _end, citation) {
      if (citation?.type === 'date') {
        if (!citation.exists) reportImpossible(context, citation, citation.start, citation.end);
      } else if (citation?.type === 'date-range') {
        for (const point of [citation.first, citation.last]) {
          if (!point.exists && point.day !== null && point.month !== null)
            reportImpossible(
              context,
              { day: point.day, month: point.month, year: point.year },
              point.start,
              point.end,
            );
        }
      }
    },
  },
};

function reportImpossible(
  context: BlockContext,
  date: { readonly day: number; readonly month: number; readonly year: number | null },
  start: number,
  end: number,
): void {
  const { day, month, year } = date;
  const last = daysInMonth(month, year);
  const digits = String(day);
  const at = context.text.slice(start, end).indexOf(digits);
  const fix: FixOption[] = [];
  if (at >= 0 && day <= 31) {
    fix.push({
      title: phrase`Replace with the last day of the month (${last} ${MONTH_NAMES[month - 1]!})`,
      edits: [{ start: start + at, end: start + at + digits.length, text: String(last) }],
    });
  }
  context.report(start, end, {
    variant: day > 31 ? 'number' : month === 2 && day === 29 ? 'leap' : 'default',
    args: { month: MONTH_NAMES[month - 1]!, last, day, year: year ?? '' },
    fix,
    // A text that is quoted may have the slip itself.
    ...(context.inQuotation(start) || day > 31 ? { atMost: 'warning' as const } : {}),
  });
}

/** The days of the week as a person reads them, Monday first. */
const WEEKDAYS: readonly Sentence[] = [
  phrase`Monday`,
  phrase`Tuesday`,
  phrase`Wednesday`,
  phrase`Thursday`,
  phrase`Friday`,
  phrase`Saturday`,
  phrase`Sunday`,
];

const weekdayMismatch: Rule = {
  code: 'weekday-mismatch',
  ids: ['DATE-002'],
  title: 'The day of the week agrees with the date',
  why: 'One of the two is wrong, and people will come on the wrong day.',
  severity: 'error',
  source: 'The calendar',
  fix: 'suggested',
  messages: { default: '{date} is a {right}, not a {written}. Correct the day of the week or the date.' },
  wrong: [
    '1. The hearing is on ⟦Monday, 14 October 2025⟧.\n',
    '1. It opened on Friday 9 May 2025, and ⟦Thursday, May 2, 2025⟧ was a working day.\n',
  ],
  right: [
    '1. The hearing is on Tuesday, 14 October 2025.\n',
    '1. It opened on Friday 9 May 2025; on Monday, the Bureau met.\n',
    '1. The group meets every Monday, from 14 October 2025 to 30 November 2025.\n',
  ],
  block: {
    on: { citations: ['date'] },
    roles: ANYWHERE,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'date' || !citation.weekday || !citation.weekdaySpan) return;
      const { day, month, year, weekday, weekdaySpan } = citation;
      if (year === null || citation.iso === null) return;
      const right = weekdayOf(day, month, year);
      if (right === 0 || right === weekday) return;
      const fix: FixOption[] = [
        {
          title: phrase`Replace with “${WEEKDAY_NAMES[right - 1]!}”`,
          edits: [{ ...weekdaySpan, text: WEEKDAY_NAMES[right - 1]! }],
        },
      ];
      // The nearest day with that name in the same month.
      let shift = weekday - right;
      if (shift > 3) shift -= 7;
      if (shift < -3) shift += 7;
      const near = addDays(citation.iso, shift);
      if (near.slice(0, 7) === citation.iso.slice(0, 7)) {
        const digits = String(day);
        const at = firstIn(context.text, digits, citation.start, citation.end);
        if (at >= 0)
          fix.push({
            title: phrase`Change the date to ${dayMonthYear(Number(near.slice(8)), month, year)}`,
            edits: [{ start: at, end: at + digits.length, text: String(Number(near.slice(8))) }],
          });
      }
      context.report(weekdaySpan.start, citation.end, {
        args: {
          date: dayOf(citation.iso),
          right: WEEKDAYS[right - 1]!,
          written: WEEKDAYS[weekday - 1]!,
        },
        fix,
        ...(context.inQuotation(citation.start) ? { atMost: 'information' as const } : {}),
      });
    },
  },
};

const ABBREVIATED = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?/;
const ORDINAL_DAY = /^(\d{1,2})\s?(?:st|nd|rd|th)(?: of)?/i;

const dateFormat: Rule = {
  code: 'date-format',
  ids: ['DATE-003'],
  title: 'Dates are written day, month, year',
  why: 'Readers from all over the world read “13 October 2020” alike; 03/04 is March to some and April to others.',
  severity: 'warning',
  source: NUMBERS,
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: {
    default: 'Write the day before the month, without a comma: “{right}”.',
    ordinal: 'Write the day as a number alone: “{right}”.',
    comma: 'No comma stands before the year: “{right}”.',
    abbreviated: 'Write the name of the month in full: “{right}”.',
    numeric: 'Write the name of the month: “{right}”.',
    ambiguous: 'Readers may take this for “{right}” or for “{other}”. Write the name of the month.',
  },
  wrong: [
    '1. The Centre opened on ⟦October 14, 2025⟧.\n',
    '1. The Centre opened on the ⟦14th October 2025⟧ and closed on ⟦15th of May 2026⟧.\n',
    '1. The Centre opened on ⟦14 Oct. 2025⟧.\n',
    '1. The Centre opened on ⟦14/10/2025⟧ and closed on ⟦03/04/2026⟧.\n',
    '1. The Centre opened on ⟦14.10.2025⟧.\n',
    '1. The plan runs from ⟦July 1, 2025⟧ to 30 June 2026.\n',
    '1. The Centre opened on ⟦March 8⟧ and closed on ⟦9 April, 2026⟧.\n',
  ],
  right: [
    '1. The Centre opened on Tuesday, 14 October 2025.\n',
    '1. In May 2025, 14 experts met; in October, 12.\n',
    '1. The report is entitled “After September 11, 2001”.\n',
    '1. Sections 1.10.2020.1 and 3.2.1 of version 2.14.2020 were read.\n',
    '1. The ratio was 3/4/5 and the file is 12/10/20201.\n',
  ],
  block: {
    on: { citations: ['date', 'date-range'] },
    roles: [...RUNNING, 'masthead'],
    check(context, _start, _end, citation) {
      if (citation?.type === 'date-range') {
        reportEnds(context, citation);
        return;
      }
      if (citation?.type !== 'date') return;
      const { form, day, month, year } = citation;
      const { text } = context;
      if (form === 'month-day') reportMonthFirst(context, citation);
      else if (form === 'numeric') {
        // "2020-10-13" is the order of databases: no reader takes it for another day.
        const iso = text.charCodeAt(citation.start + 4) === 0x2d;
        const right = dayMonthYear(day, month, year);
        const ambiguous = !iso && day <= 12 && month <= 12 && day !== month;
        const other = dayMonthYear(month, day, year);
        const replace = (words: string): FixOption => ({
          title: phrase`Replace with “${words}”`,
          edits: [{ start: citation.start, end: citation.end, text: words }],
          kind: ambiguous || iso ? 'suggested' : 'safe',
        });
        context.report(citation.start, citation.end, {
          variant: ambiguous ? 'ambiguous' : 'numeric',
          args: { right, other },
          fix: ambiguous ? [replace(right), replace(other)] : replace(right),
          ...(iso ? { atMost: 'hint' as const } : {}),
        });
      } else {
        const written = text.slice(citation.start, citation.end);
        const ordinal = ORDINAL_DAY.exec(written);
        const short = ABBREVIATED.exec(written);
        const comma = written.indexOf(',');
        if (!ordinal && !short && comma < 0) return;
        const article =
          ordinal !== null &&
          /\b(?:on|by|since|until|from|to|before|after) the $/.test(
            text.slice(Math.max(0, citation.start - 11), citation.start),
          );
        const edits = [];
        if (ordinal)
          // "On the 14th of November": the article goes with the ordinal.
          edits.push({
            start: article ? citation.start - 4 : citation.start,
            end: citation.start + ordinal[0].length,
            text: ordinal[1]!,
          });
        if (short)
          edits.push({
            start: citation.start + short.index,
            end: citation.start + short.index + short[0].length,
            text: MONTH_NAMES[month - 1]!,
          });
        if (comma >= 0)
          edits.push({ start: citation.start + comma, end: citation.start + comma + 1, text: '' });
        let right = written;
        for (const e of edits.toReversed())
          right =
            right.slice(0, Math.max(0, e.start - citation.start)) +
            e.text +
            right.slice(e.end - citation.start);
        context.report(citation.start, citation.end, {
          variant: ordinal ? 'ordinal' : short ? 'abbreviated' : 'comma',
          args: { right },
          fix: { title: phrase`Replace with “${right}”`, edits },
          ...(ordinal || context.role !== 'note' ? {} : { atMost: 'hint' as const }),
        });
      }
    },
  },
};

const MORE_DAYS = /^(\s?[–—-]\s?| (?:and|to) )(\d{1,2})(?!\d)(?:,? (\d{4}))?/;

/** The ends of a range of days, where one has its month first: "from July 1, 2023 to 30 June 2024". */
function reportEnds(context: BlockContext, range: DateRangeCitation): void {
  if (range.unit !== 'day') return;
  for (const { start, end, day, month, year } of [range.first, range.last]) {
    if (day === null || month === null || !/^[A-Z]/.test(context.text[start] ?? '')) continue;
    const written = /\d{4}$/.test(context.text.slice(start, end)) ? year : null;
    reportMonthFirst(context, { start, end, day, month, year: written });
  }
}

function reportMonthFirst(
  context: BlockContext,
  citation: Pick<DateCitation, 'start' | 'end' | 'day' | 'month' | 'year'>,
): void {
  const { text } = context;
  const { day, month, year, start, end } = citation;
  const more = year === null ? MORE_DAYS.exec(text.slice(end, end + 16)) : null;
  let right = dayMonthYear(day, month, year);
  let stop = end;
  let kind: 'safe' | 'suggested' = year === null ? 'suggested' : 'safe';
  if (more) {
    right = `${day}${more[1]!.replace(/\s?[–—-]\s?/, '–')}${dayMonthYear(Number(more[2]), month, more[3] ? Number(more[3]) : null)}`;
    stop = end + more[0].length;
    kind = 'suggested';
  }
  context.report(start, stop, {
    args: { right },
    fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end: stop, text: right }], kind },
    ...(year === null && !more?.[3] ? { atMost: 'hint' as const } : {}),
  });
}

/** Words of a range that a dash stands in for. */
function joinedByDash(range: DateRangeCitation): boolean {
  return range.joined === 'dash';
}

const ENDS_PHRASE =
  /^(?:[,.;:)\]]|\s*$|\s(?:in|at|by|for|on|with|was|were|is|are|has|have|had|under|through|as|when|which|after|before|across|within|that|it|the|we)\b)/;

/** "from 2019–2021": the words are opened and a dash closes them, and what follows is no noun they belong to. */
function openedAndDashed(context: BlockContext, range: DateRangeCitation): boolean {
  if (!joinedByDash(range) || range.opened === undefined) return false;
  return ENDS_PHRASE.test(context.text.slice(range.end, range.end + 12));
}

const rangeWordsAndDash: Rule = {
  code: 'range-words-and-dash',
  ids: ['DATE-005'],
  title: '“From” goes with “to”, “between” with “and”',
  why: 'A dash reads as “to”; after “from” or “between” the second word is missing.',
  severity: 'warning',
  source: 'Editorial Manual, Numbers, dates and time; Punctuation',
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'After “{opened}” write “{word}” instead of the dash.' },
  wrong: [
    '1. The project ran ⟦from 2019–2021⟧.\n',
    '1. It was held ⟦from 12–16 May 2025⟧, and grew ⟦between 2016-2019⟧.\n',
    '1. The Bureau meets ⟦from 10 a.m. – 1 p.m.⟧ on Tuesday.\n',
  ],
  right: [
    '1. The project ran from 2019 to 2021 and between 2022 and 2024.\n',
    '1. Figures from the 2019–2021 period, and from 2019–2020 levels to 2021–2022 levels.\n',
    '1. The move from 2018–2019 to 2020–2021 was slow. The Bureau meets from 10 a.m. to 1 p.m.\n',
  ],
  block: {
    on: { citations: ['date-range', 'time'] },
    check(context, _start, _end, citation) {
      const { text } = context;
      if (citation?.type === 'date-range') {
        if (!openedAndDashed(context, citation)) return;
        const opened = citation.opened!;
        const word = opened === 'from' ? 'to' : 'and';
        const end = opened[0] === 'f' ? 'rom' : 'etween';
        const from = lastIn(text, end, citation.start - 60, citation.start + end.length) - 1;
        context.report(Math.max(0, from), citation.end, {
          args: { opened, word },
          fix: {
            title: phrase`Replace the dash with “${word}”`,
            edits: [{ start: citation.first.end, end: citation.last.start, text: ` ${word} ` }],
          },
        });
      } else if (citation?.type === 'time') {
        const pair = pairOf(context, citation);
        if (!pair || !isCanonical(context, pair[0]) || !isCanonical(context, pair[1])) return;
        const opened = /(?:^|[^A-Za-z])(from|between) $/i.exec(
          text.slice(Math.max(0, citation.start - 10), citation.start),
        )?.[1];
        if (!opened || !/[–—-]/.test(text.slice(pair[0].end, pair[1].start))) return;
        const word = opened.toLowerCase() === 'from' ? 'to' : 'and';
        context.report(citation.start - opened.length - 1, pair[1].end, {
          args: { opened: opened.toLowerCase(), word },
          fix: {
            title: phrase`Replace the dash with “${word}”`,
            edits: [{ start: pair[0].end, end: pair[1].start, text: ` ${word} ` }],
          },
        });
      }
    },
  },
};

const dateRangeDash: Rule = {
  code: 'date-range-dash',
  ids: ['DATE-004'],
  title: 'In a sentence, a range of dates is written in words',
  why: 'The dash belongs to headings, mastheads, notes and tables; in running text one reads “from 17 to 21 May”.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  language: true,
  messages: { default: 'In a sentence write “{right}”.' },
  wrong: [
    '1. The session was ⟦held on 12–16 May 2025⟧ in Vienna.\n',
    '1. The team ⟦met 12-16 May⟧ in Vienna.\n',
  ],
  right: [
    '1. The session was held from 12 to 16 May 2025.\n',
    '1. The session (Vienna, 12–16 May 2025) was held online.\n',
    '# Report of the session held on 12–16 May 2025\n',
  ],
  block: {
    on: { citations: ['date-range'] },
    roles: SENTENCES,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'date-range' || citation.unit !== 'day' || !joinedByDash(citation)) return;
      const { text } = context;
      const before = /(?:^|[^A-Za-z])((?:(?:held|met|convened|organized|took place) )?(?:on )?)$/.exec(
        text.slice(Math.max(0, citation.start - 16), citation.start),
      );
      if (!before?.[1]) return;
      const verb = before[1].replace(/on $/, '');
      const right = `${verb}from ${text.slice(citation.first.start, citation.first.end)} to ${text.slice(citation.last.start, citation.last.end)}`;
      const start = citation.start - before[1].length;
      context.report(start, citation.end, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end: citation.end, text: right }] },
      });
    },
  },
};

const consecutiveDays: Rule = {
  code: 'consecutive-days',
  ids: ['DATE-006'],
  title: 'Two days that follow each other: “on 10 and 11 September”',
  why: 'Between two days there is no range: “from … to” suggests more of them.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Two days are no range. Write “{right}”.' },
  wrong: ['1. The Committee met ⟦from 10 to 11 September 2025⟧.\n'],
  right: [
    '1. The Committee met on 10 and 11 September 2025.\n',
    '1. The Committee met from 10 to 12 September 2025 and from 30 September to 2 October 2025.\n',
  ],
  block: {
    on: { citations: ['date-range'] },
    roles: SENTENCES,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'date-range' || citation.unit !== 'day') return;
      if (citation.joined !== 'words' || citation.opened !== 'from') return;
      const { first, last } = citation;
      if (first.day === null || last.day === null || first.month !== last.month || last.day !== first.day + 1)
        return;
      const { text } = context;
      const before = Math.max(0, citation.start - 6);
      const at =
        before +
        text
          .slice(before, citation.start + 4)
          .toLowerCase()
          .lastIndexOf('from');
      if (at < before) return;
      const on = text[at] === 'F' ? 'On' : 'on';
      const right = `${on} ${text.slice(first.start, first.end)} and ${text.slice(last.start, last.end)}`;
      context.report(at, citation.end, {
        args: { right },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: at, end: citation.end, text: right }],
        },
      });
    },
  },
};

const rangeReversed: Rule = {
  code: 'date-range-reversed',
  ids: ['DATE-007'],
  title: 'A range of dates begins with the earlier one',
  why: 'Nothing lasts from a later day to an earlier one: two numbers changed places, or one of them is wrong.',
  severity: 'error',
  source: null,
  fix: 'suggested',
  messages: { default: 'The range ends ({last}) before it begins ({first}).' },
  wrong: [
    '1. The session was held from ⟦21 to 17 May 2025⟧.\n',
    '1. The plan covers ⟦2022–2021⟧.\n',
    '1. The visit was planned for ⟦17–12 October⟧ and for ⟦3 May 2026 to 5 April 2025⟧.\n',
  ],
  right: [
    '1. The session was held from 17 to 21 May 2025 and from 28 December to 3 January.\n',
    '1. The plan covers 2021–2022 and the season 2004/05; the score was 21–17. May brought a rest.\n',
    '1. From November to February 2025 the road was closed.\n',
  ],
  block: {
    on: { citations: ['date-range'] },
    roles: ANYWHERE,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'date-range') return;
      const { first, last } = citation;
      const { text } = context;
      const firstText = text.slice(first.start, first.end);
      const lastText = text.slice(last.start, last.end);
      if (citation.unit === 'year') {
        if (first.year === null || last.year === null || first.year <= last.year) return;
      } else {
        if (!first.exists || !last.exists || first.month === null || last.month === null) return;
        const ownYear = /\d{4}/.test(firstText);
        if (first.month !== last.month || ownYear) {
          // "From 28 December to 3 January 2021": the year behind may be that of the second date alone.
          if (!ownYear || first.year === null || last.year === null) return;
          if (first.year < last.year) return;
          if (
            first.year === last.year &&
            (first.month < last.month || sameOrEarlier(first.month, first.day, last.month, last.day))
          )
            return;
        } else if (first.day === null || last.day === null || first.day <= last.day) return;
      }
      const lastDigits = citation.unit === 'year' ? lastText : String(last.day ?? '');
      const firstDigits = citation.unit === 'year' ? firstText : String(first.day ?? '');
      const simple = first.month === last.month && firstDigits !== '' && /^\d+$/.test(firstText);
      const at = simple ? lastText.indexOf(lastDigits) : -1;
      context.report(citation.start, citation.end, {
        args: { first: firstText, last: lastText },
        fix:
          at < 0
            ? []
            : {
                title: phrase`Let the two change places`,
                edits: [
                  { start: first.start, end: first.end, text: lastDigits },
                  { start: last.start + at, end: last.start + at + lastDigits.length, text: firstDigits },
                ],
              },
        ...(context.inQuotation(citation.start) ? { atMost: 'information' as const } : {}),
      });
    },
  },
};

function sameOrEarlier(
  month: number,
  day: number | null,
  otherMonth: number,
  otherDay: number | null,
): boolean {
  return month < otherMonth || (month === otherMonth && (day ?? 0) <= (otherDay ?? 31));
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const GIVEN_DATE = /^,? (?:\()?(?=\d{1,2} [A-Z][a-z]{2,8} \d{4})/;

const relativeTime: Rule = {
  code: 'relative-time',
  ids: ['DATE-008'],
  title: 'A date instead of “tomorrow”, “last year”',
  why: 'Documents are read long after their day; “last year” is then another year.',
  severity: {
    default: 'hint',
    record: 'off',
    resolution: 'off',
    decision: 'off',
    treaty: 'off',
    letter: 'off',
  },
  source: `${NUMBERS} (ambiguous terms)`,
  fix: 'suggested',
  language: true,
  messages: {
    default: '“{word}” is read at another time than it was written. Give the date or the year.',
    given: 'The date stands beside it; “{word}” can be left out.',
    computed: 'On the date of this document “{word}” is {right}. Write that.',
  },
  wrong: [
    'Distr.: General\n14 October 2025\n\n1. The launch is ⟦tomorrow⟧.\n',
    '1. In ⟦last year⟧ the Office opened two centres. ⟦This year⟧’s report is long.\n',
    '1. The launch is ⟦tomorrow⟧ 15 October 2025.\n',
  ],
  right: [
    '1. The launch is on 15 October 2025. In 2024 the Office opened two centres.\n',
    '1. The last years of the century; “tomorrow is another day”.\n',
    '1. Children are the leaders of tomorrow, and Africa today is changing.\n',
  ],
  block: {
    on: { words: ['tomorrow', 'yesterday', 'last', 'this', 'next'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      const word = text.slice(start, end).toLowerCase();
      const shift = RELATIVE_DAYS[word];
      if (shift !== undefined) {
        // "The leaders of tomorrow" is no date.
        if (
          /(?:\bof|[’'])\s*$/.test(text.slice(Math.max(0, start - 4), start)) ||
          /[’']/.test(text[end] ?? '')
        )
          return;
        const given = GIVEN_DATE.exec(text.slice(end, end + 24));
        if (given) {
          context.report(start, end, {
            variant: 'given',
            args: { word },
            fix: {
              title: phrase`Replace with “on”`,
              edits: [{ start, end: end + given[0].length, text: 'on ' }],
            },
          });
          return;
        }
        const iso = isoOf(context.draft.date);
        if (iso === null) {
          context.report(start, end, { args: { word } });
          return;
        }
        const right = spoken(addDays(iso, shift));
        context.report(start, end, {
          variant: 'computed',
          args: { word, right: `“on ${right}”` },
          fix: { title: phrase`Replace with “on ${right}”`, edits: [{ start, end, text: `on ${right}` }] },
        });
        return;
      }
      const unit = /^ (year|month|week)(?![A-Za-z-])/.exec(text.slice(end, end + 8));
      if (!unit) return;
      // "The last year of the plan", "each last month" are no time relative to now.
      if (
        /\b(?:the|each|every|its|their|his|her|first|of)\s*$/i.test(text.slice(Math.max(0, start - 8), start))
      )
        return;
      const year = Number(isoOf(context.draft.date)?.slice(0, 4) ?? NaN);
      const words = `${word}${unit[0]}`;
      const possessive = /^[’']/.test(text.slice(end + unit[0].length, end + unit[0].length + 1));
      if (unit[1] !== 'year' || Number.isNaN(year) || possessive) {
        context.report(start, end + unit[0].length, { args: { word: words } });
        return;
      }
      const right = String(year + (word === 'last' ? -1 : word === 'next' ? 1 : 0));
      context.report(start, end + unit[0].length, { variant: 'computed', args: { word: words, right } });
    },
  },
};

/** "15 October 2025" out of an ISO date. */
function spoken(iso: string): string {
  return dayMonthYear(Number(iso.slice(8, 10)), Number(iso.slice(5, 7)), Number(iso.slice(0, 4)));
}

const yearRangeHyphen: Rule = {
  code: 'year-range-hyphen',
  ids: ['DATE-009'],
  title: 'Years of a range are joined by an en dash',
  why: 'A hyphen joins parts of a word; a range of years has an en dash, and both years in full.',
  severity: 'warning',
  source: NUMBERS,
  fix: 'safe',
  habit: true,
  houseStyle: true,
  messages: {
    default: 'Join the years with an en dash: “{right}”.',
    short: 'Write both years in full: “{right}”. A slash, “{split}”, is for a split year.',
    slash: 'Two calendar years are “{right}”; a split year is “{split}”.',
  },
  wrong: [
    '1. The plan covers ⟦2021-2022⟧.\n',
    '1. In the biennium ⟦2004–05⟧ and in ⟦2005-06⟧ the staff grew.\n',
    '1. In the season ⟦2021/2022⟧ the staff grew.\n',
  ],
  right: [
    '1. The plan covers 2021–2022 and the fiscal year 2004/05; see https://example.org/2021-2022 and A/2021/2022.\n',
    '1. Call 2021-20225 or 12-2021-2022. In 2022 – 63 per cent of all years – it rained.\n',
  ],
  block: {
    on: { citations: ['date-range'] },
    roles: [...RUNNING, 'masthead'],
    check(context, _start, _end, citation) {
      if (citation?.type !== 'date-range' || citation.unit !== 'year') return;
      const { first, last } = citation;
      if (first.year === null || last.year === null || first.year >= last.year) return;
      const { text } = context;
      if (context.isProtected(citation.start)) return;
      const right = `${first.year}–${last.year}`;
      const split = `${first.year}/${String(last.year % 100).padStart(2, '0')}`;
      const between = text.slice(first.end, last.start);
      const short = last.end - last.start === 2;
      const edits = [{ start: first.end, end: last.end, text: `–${last.year}` }];
      if (citation.joined === 'slash') {
        if (short) return;
        context.report(citation.start, citation.end, {
          variant: 'slash',
          args: { right, split },
          atMost: 'hint',
          fix: [
            { title: phrase`Replace with “${right}”`, edits, kind: 'suggested' },
            {
              title: phrase`Replace with “${split}”`,
              edits: [{ start: citation.start, end: citation.end, text: split }],
              kind: 'suggested',
            },
          ],
        });
      } else if (short) {
        if (between.length > 1) return;
        context.report(citation.start, citation.end, {
          variant: 'short',
          args: { right, split },
          atMost: 'hint',
          fix: { title: phrase`Replace with “${right}”`, edits, kind: 'suggested' },
        });
      } else if (joinedByDash(citation)) {
        if (between.trim() !== '-') context.fact('year-range', 'dash', first.end, last.start);
        else if (!openedAndDashed(context, citation))
          context.fact('year-range', `hyphen ${right}`, citation.start, citation.end, { right });
      }
    },
  },
  draft: {
    reads: ['fact:year-range'],
    check(context) {
      const all = [...context.factsOf('year-range')];
      const hyphens = all.filter((placed) => placed.item.key !== 'dash');
      // A text that never has the dash has lost it on its way here, or keeps to a style of its own.
      const practice = hyphens.length > 3 && hyphens.length > all.length - hyphens.length;
      for (const { block, item, anchor } of hyphens) {
        const { right } = item.data as { readonly right: string };
        const plain = block.reading.isPlain(item.start, item.end);
        const span = block.reading.spanToSource(item.start, item.end);
        context.report(block, anchor, {
          args: { right },
          ...(practice ? { atMost: 'hint' as const } : {}),
          fixes: plain
            ? [
                {
                  kind: 'safe',
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

const decadeApostrophe: Rule = {
  code: 'decade-apostrophe',
  ids: ['DATE-010'],
  title: 'Decades have no apostrophe',
  why: 'The s makes a plural: the 1990s.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  language: true,
  messages: { default: 'Write “{right}”.' },
  wrong: ['1. In the ⟦1990’s⟧ and the ⟦’80s⟧ the Office grew.\n', "1. In the ⟦1970's⟧ it was small.\n"],
  right: ['1. In the 1990s the Office grew; the 1994’s harvest was good. It counted ’80 staff.\n'],
  block: {
    on: { chars: "'’" },
    check(context, start, end) {
      const { text } = context;
      if (text[end] === 's' && !isWordChar(text.charCodeAt(end + 1))) {
        const before = text.slice(Math.max(0, start - 5), start);
        const decade = /(?:^|[^\d/.])((?:1[5-9]|20)\d0)$/.exec(before)?.[1];
        if (!decade) return;
        context.report(start - 4, end + 1, {
          args: { right: `${decade}s` },
          fix: { title: phrase`Replace with “${decade}s”`, edits: [{ start, end, text: '' }] },
        });
        return;
      }
      const short = /^([2-9]0)s(?![A-Za-z\d])/.exec(text.slice(end, end + 4))?.[1];
      if (!short || isWordChar(text.charCodeAt(start - 1))) return;
      context.report(start, end + 3, {
        args: { right: `19${short}s` },
        fix: { title: phrase`Replace with “19${short}s”`, edits: [{ start, end, text: '19' }] },
      });
    },
  },
};

function isWordChar(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const season: Rule = {
  code: 'season-as-date',
  ids: ['DATE-011'],
  title: 'Months or quarters instead of seasons',
  why: 'Summer in Nairobi is not summer in New York.',
  severity: { default: 'off', report: 'hint', note: 'hint', resolution: 'hint', decision: 'hint' },
  source: `${NUMBERS} (seasons)`,
  fix: 'none',
  language: true,
  messages: {
    default: 'The seasons differ between the hemispheres. Name the month or the quarter of {year}.',
  },
  wrong: ['1. The centre opened in the ⟦summer of 2025⟧ and closed in ⟦autumn 2026⟧.\n'],
  right: [
    '1. The centre opened in the third quarter of 2025. The summer school of 2025 was held in spring water.\n',
  ],
  block: {
    on: { words: ['spring', 'summer', 'autumn', 'fall', 'winter'] },
    check(context, start, end) {
      const behind = /^,? (?:of )?((?:19|20)\d\d)(?!\d)/.exec(context.text.slice(end, end + 12));
      if (!behind) return;
      if (/\bArab $/.test(context.text.slice(Math.max(0, start - 5), start))) return;
      context.report(start, end + behind[0].length, { args: { year: behind[1]! } });
    },
  },
};

const EVENT =
  '(?:held|launched|convened|organized|published|issued|released|opened|inaugurated|completed|finalized|submitted|presented|deployed|concluded|established|adopted|signed)';
const PLACE = '(?:(?: in| at)(?: the)? [A-Z][a-zé]{2,20}(?: [A-Z][a-zé]{2,20})?,?)?';
const WHEN = ` (?:in|on|from|by|during) ((?:\\d{1,2} )?)(${MONTH_NAMES.join('|')}) (\\d{4})(?!\\d)`;
const FUTURE = new RegExp(
  `^ (?:also |then )?(?:be ${EVENT}|take place|begin|start|commence|meet|open|convene)${PLACE}${WHEN}`,
);
const PAST = new RegExp(`^ (?:also |then |recently )?(?:${EVENT})${PLACE}${WHEN}`);
const PLACED = new RegExp(`^ place${PLACE}${WHEN}`);

const tenseAgainstDate: Rule = {
  code: 'tense-against-date',
  ids: ['DATE-012'],
  title: 'The tense agrees with the date of the document',
  why: 'What was planned when the text was written may be past on the day it bears; and nothing has been held in the future.',
  severity: { default: 'off', report: 'warning', note: 'warning', statement: 'warning', letter: 'warning' },
  source: null,
  fix: 'none',
  language: true,
  messages: {
    default: 'The document is dated {date}: “{phrase}” was already past. Check the date or the tense.',
    future: 'The document is dated {date}: “{phrase}” was still to come. Check the date or the tense.',
  },
  wrong: [
    'Distr.: General\n14 October 2025\n\n1. The centre ⟦will be launched in March 2024⟧.\n',
    'Distr.: General\n14 October 2025\n\n1. The fair ⟦was held in Lima in May 2026⟧ and the game ⟦took place on 3 June 2027⟧.\n',
  ],
  right: [
    'Distr.: General\n14 October 2025\n\n1. The centre will be launched in March 2026. The fair was held in Lima in May 2024.\n',
    'Distr.: General\n14 October 2025\n\n1. The report will be based on data that were published in May 2024; it was decided to meet in May 2026.\n',
    '1. The centre will be launched in March 2024.\n',
  ],
  block: {
    on: { words: ['will', 'was', 'were', 'took'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { date } = context.draft;
      if (date === null) return;
      const { text } = context;
      const word = text.slice(start, end);
      const rest = text.slice(end, end + 110);
      const m = (word === 'will' ? FUTURE : word === 'took' ? PLACED : PAST).exec(rest);
      if (!m) return;
      const own = isoOf(date);
      if (own === null) return;
      const month = String(MONTH_NAMES.indexOf(m[2]!) + 1).padStart(2, '0');
      const day = m[1] ? m[1].trim().padStart(2, '0') : '';
      const when = day ? `${m[3]!}-${month}-${day}` : `${m[3]!}-${month}`;
      const compared = own.slice(0, when.length);
      const past = word === 'will';
      if (past ? when >= compared : when <= compared) return;
      context.report(start, end + m[0].length, {
        variant: past ? 'default' : 'future',
        args: { date: dayOf(own), phrase: text.slice(start, end + m[0].length).replace(/\s+/g, ' ') },
      });
    },
  },
};

const asOf: Rule = {
  code: 'as-of-date',
  ids: ['DATE-014'],
  title: '“As at” for a state on a day, “as from” for a start',
  why: '“As of” is used for both, and readers cannot tell which is meant.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Write “as at” for a state on that day, “as from” for something that begins then.' },
  wrong: [
    '1. ⟦As of⟧ 1 July 2025, there were 40 parties.\n',
    '1. There were 40 parties ⟦as on⟧ 30 June 2025.\n',
  ],
  right: [
    '1. As at 1 July 2025, there were 40 parties. As of old, the sea was calm. It was the same as on the other days.\n',
  ],
  block: {
    on: { words: ['as'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(end) !== 0x20 || text.charCodeAt(end + 1) !== 0x6f) return;
      const m = /^ o[fn](?= (?:\d{1,2} )?([A-Z][a-z]{2,8})(?: \d|[,.;]))/.exec(text.slice(end, end + 22));
      if (!m || !MONTH_NAMES.includes(m[1]!)) return;
      const a = text[start]!;
      context.report(start, end + m[0].length, {
        fix: ['at', 'from'].map((word) => ({
          title: phrase`Replace with “${a}s ${word}”`,
          edits: [{ start, end: end + m[0].length, text: `${a}s ${word}` }],
        })),
      });
    },
  },
};

// ---- Times

const CANONICAL = /^\d{1,2}(?:\.\d{2})?[ \u00a0\u202f][ap]\.m\.?$/;

/** Whether a time is written as the manual has it; the first of a pair may leave its half of the day to the second. */
function isCanonical(context: BlockContext, time: TimeCitation): boolean {
  if (time.form === 'word') return true;
  const written = context.text.slice(time.start, time.end);
  return CANONICAL.test(written) && !/^\d{1,2}\.00/.test(written);
}

function timesOf(context: BlockContext): readonly TimeCitation[] {
  return context.citationsOf('time');
}

const BETWEEN_TIMES = /^\s{0,2}(?:[–—-]|to|and|until)\s{0,2}$/;

/** A time and the one it makes a range with behind it; null where it is not the first of a pair. */
function pairOf(context: BlockContext, time: TimeCitation): readonly [TimeCitation, TimeCitation] | null {
  const times = timesOf(context);
  const next = times[placeOf(times, time) + 1];
  if (!next || next.start - time.end > 8 || next.start < time.end) return null;
  return BETWEEN_TIMES.test(context.text.slice(time.end, next.start)) ? [time, next] : null;
}

function isSecond(context: BlockContext, time: TimeCitation): boolean {
  const times = timesOf(context);
  const before = times[placeOf(times, time) - 1];
  return before !== undefined && pairOf(context, before) !== null;
}

const clockTime: Rule = {
  code: 'clock-time',
  ids: ['TIME-001'],
  title: 'Times are written “9 a.m.”, “3.30 p.m.”',
  why: 'The twelve-hour clock with a full point, no minutes on the hour.',
  severity: { default: 'warning', record: 'off', agenda: 'hint', letter: 'hint', other: 'hint' },
  source: NUMBERS,
  fix: 'safe',
  language: true,
  houseStyle: true,
  messages: { default: 'Write the time as “{right}”.' },
  wrong: [
    '1. The side event is at ⟦14:00⟧ on Tuesday.\n',
    '1. The Bureau meets ⟦from 2pm – 3:30pm⟧ and again at ⟦9:05 AM⟧.\n',
    '1. The launch is at ⟦9.00 a.m.⟧ and the lunch from ⟦1 pm to 2.30 pm⟧.\n',
    '1. Doors open at ⟦10am⟧.\n',
  ],
  right: [
    '1. The side event is at 2 p.m.; the Bureau meets from 2 to 3.30 p.m. and at noon.\n',
    '1. The ratio is 3:2, the verse 3:16 and the log 2025-01-02T14:00.\n',
    '1. The meeting was called to order at 10.05 a.m.\n',
  ],
  block: {
    on: { citations: ['time'] },
    check(context, _start, _end, citation) {
      if (citation?.type !== 'time' || isSecond(context, citation)) return;
      const { text } = context;
      // "2025-01-02T14:00" is a stamp of machines.
      if (isWordChar(text.charCodeAt(citation.start - 1))) return;
      const pair = pairOf(context, citation);
      const noonOrMidnight = (t: TimeCitation): boolean =>
        t.form === '12-hour' && /^12(?!\d|[.:][0-5][1-9]|[.:][1-5])/.test(text.slice(t.start, t.end));
      if (!pair) {
        if (isCanonical(context, citation) || noonOrMidnight(citation)) return;
        reportTime(context, citation.start, citation.end, clock(citation.minutes), citation);
        return;
      }
      const [a, b] = pair;
      const bare = /^\d{1,2}(?:\.\d{2})?$/;
      const firstRight =
        isCanonical(context, a) ||
        (a.form === '12-hour' &&
          bare.test(text.slice(a.start, a.end)) &&
          !/\.00$/.test(text.slice(a.start, a.end)));
      if (firstRight && isCanonical(context, b)) return;
      const sameHalf =
        a.minutes < 720 === b.minutes < 720 && clock(a.minutes) !== 'noon' && clock(b.minutes) !== 'midnight';
      const joint = /[–—-]/.test(text.slice(a.end, b.start));
      const opened = /(?:^|[^A-Za-z])(from|between) $/i.exec(
        text.slice(Math.max(0, a.start - 10), a.start),
      )?.[1];
      const word = opened
        ? opened.toLowerCase() === 'from'
          ? ' to '
          : ' and '
        : joint
          ? '–'
          : text.slice(a.end, b.start);
      const right = `${clock(a.minutes, !sameHalf || clock(a.minutes) === 'midnight')}${word}${clock(b.minutes)}`;
      reportTime(context, a.start, b.end, right, a, opened && joint ? opened.length + 1 : 0);
    },
  },
};

function reportTime(
  context: BlockContext,
  start: number,
  end: number,
  right: string,
  time: TimeCitation,
  opened = 0,
): void {
  const { text } = context;
  let stop = end;
  if (time.form === '24-hour') {
    const hours = /^ ?(?:hours|hrs|h)\b\.?/.exec(text.slice(end, end + 7));
    if (hours) stop += hours[0].length;
  }
  // At the end of a sentence the full point of "p.m." is that of the sentence too.
  const words = right.endsWith('.') && text[stop] === '.' ? right.slice(0, -1) : right;
  const zone = /^ ?(?:UTC|GMT|[A-Z]{2,4}T\b|\()/.test(text.slice(stop, stop + 5));
  const onTheHour = time.form === '12-hour' && /^\d{1,2}\.00 ?[ap]\.m/.test(text.slice(time.start, end));
  const atMost = zone || onTheHour ? ('hint' as const) : undefined;
  context.report(start - opened, stop, {
    args: { right },
    fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end: stop, text: words }] },
    ...(atMost ? { atMost } : {}),
  });
}

const noon: Rule = {
  code: 'noon-midnight',
  ids: ['TIME-002'],
  title: '“Noon” and “midnight” instead of 12 p.m. and 12 a.m.',
  why: 'Half of the readers take 12 a.m. for noon.',
  severity: { default: 'hint', record: 'off' },
  source: NUMBERS,
  fix: 'suggested',
  language: true,
  messages: { default: 'Write “{right}”.' },
  wrong: ['1. The session closes at ⟦12 p.m.⟧ and the deadline is ⟦12:00 a.m.⟧ on Friday.\n'],
  right: ['1. The session closes at noon; lunch is at 12.30 p.m.\n'],
  block: {
    on: { citations: ['time'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'time' || citation.form !== '12-hour') return;
      if (!/^12(?:[.:]00)?[ \u00a0]?[ap]/.test(context.text.slice(start, end))) return;
      if (pairOf(context, citation) ?? isSecond(context, citation)) return;
      const right = citation.minutes === 720 ? 'noon' : 'midnight';
      context.report(start, end, {
        args: { right },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start, end, text: right }],
        },
      });
    },
  },
};

const halfRepeated: Rule = {
  code: 'half-day-repeated',
  ids: ['TIME-003'],
  title: 'In a range, “a.m.” or “p.m.” stands once',
  why: 'Both ends lie in the same half of the day; the second one says so.',
  severity: { default: 'hint', record: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Write “{right}”.' },
  wrong: ['1. Lunch is from ⟦1 p.m. to 2.30 p.m.⟧ today.\n'],
  right: ['1. Lunch is from 1 to 2.30 p.m.; the session from 10 a.m. to 1 p.m. is open.\n'],
  block: {
    on: { citations: ['time'] },
    check(context, start, _end, citation) {
      if (citation?.type !== 'time') return;
      const pair = pairOf(context, citation);
      if (!pair || !isCanonical(context, pair[0]) || !isCanonical(context, pair[1])) return;
      const [a, b] = pair;
      if (a.form === 'word' || b.form === 'word' || a.minutes < 720 !== b.minutes < 720) return;
      const right = `${clock(a.minutes, false)}${context.text.slice(a.end, b.start)}${clock(b.minutes)}`;
      context.report(start, b.end, {
        args: { right },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: a.start, end: a.end, text: clock(a.minutes, false) }],
        },
      });
    },
  },
};

export const rules: readonly Rule[] = [
  impossibleDate,
  weekdayMismatch,
  dateFormat,
  dateRangeDash,
  rangeWordsAndDash,
  consecutiveDays,
  rangeReversed,
  relativeTime,
  yearRangeHyphen,
  decadeApostrophe,
  season,
  tenseAgainstDate,
  asOf,
  clockTime,
  noon,
  halfRepeated,
];
