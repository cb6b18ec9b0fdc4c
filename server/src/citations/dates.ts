import type { DateCitation, DatePoint, DateRangeCitation } from './citation.js';
import {
  digitsEnd,
  digitsStart,
  isAlphanumeric,
  isDash,
  isDigit,
  isLetter,
  isUpper,
  isWord,
  numberAt,
  readAnyWord,
  readWord,
  readWordBack,
  skipSpaces,
  skipSpacesBack,
  wordStart,
} from './reading.js';
import type { Draft, Scan } from './scan.js';

const MONTHS: readonly (readonly [word: string, month: number])[] = [
  ['january', 1],
  ['february', 2],
  ['march', 3],
  ['april', 4],
  ['may', 5],
  ['june', 6],
  ['july', 7],
  ['august', 8],
  ['september', 9],
  ['october', 10],
  ['november', 11],
  ['december', 12],
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
];

/** The words at which `recognizeMonth` is worth calling. */
export const MONTH_WORDS: readonly string[] = MONTHS.map(([word]) => word);

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The month that the word in [start, end) names, or 0. A month begins with a capital. */
export function monthAt(text: string, start: number, end: number): number {
  if (!isUpper(text.charCodeAt(start))) return 0;
  for (const [word, month] of MONTHS) if (isWord(text, start, end, word)) return month;
  return 0;
}

/** The number of days of a month; of February in a leap year where the year is not known. */
export function daysInMonth(month: number, year: number | null): number {
  if (month === 2)
    return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a day, in any year where none is given. */
export function dayExists(day: number, month: number, year: number | null): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);
}

/** "2020-10-13"; null where there is no such day or no year. */
export function isoDate(day: number, month: number, year: number | null): string | null {
  if (year === null || !dayExists(day, month, year)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Monday = 1 … Sunday = 7; 0 for a day that does not exist. */
export function weekdayOf(day: number, month: number, year: number): number {
  if (!dayExists(day, month, year)) return 0;
  const a = Math.floor((14 - month) / 12);
  const y = year - a;
  const m = month + 12 * a - 2;
  const sunday0 =
    (day + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((31 * m) / 12)) % 7;
  return sunday0 === 0 ? 7 : sunday0;
}

/** A day, month and year as they stand at one place. */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/** Reads "16 December 2020" or "16 December" at `at`; null where no day and month stand there. */
export function readDate(text: string, at: number): ReadDate | null {
  const dayEnd = digitsEnd(text, at);
  if (dayEnd === at || dayEnd - at > 2) return null;
  if (text.charCodeAt(dayEnd) === 0x2e && isDigit(text.charCodeAt(dayEnd + 1))) return readDotted(text, at);
  const wordAt = skipSpaces(text, dayEnd);
  let end = wordAt;
  while (isLetter(text.charCodeAt(end))) end++;
  const month = end > wordAt ? monthAt(text, wordAt, end) : 0;
  if (month === 0) return null;
  const year = readYearBehind(text, end);
  return {
    start: at,
    end: year ? year.end : end,
    day: numberAt(text, at, dayEnd),
    month,
    year: year ? year.year : null,
  };
}

/** "25.10.1971" at `at`, day first; null for numbers of sections, versions and amounts. */
function readDotted(text: string, at: number): (ReadDate & { readonly year: number }) | null {
  const dayEnd = digitsEnd(text, at);
  const monthEnd = digitsEnd(text, dayEnd + 1);
  const end = digitsEnd(text, monthEnd + 1);
  if (dayEnd - at > 2 || monthEnd - dayEnd > 3 || end - monthEnd !== 5) return null;
  if (text.charCodeAt(dayEnd) !== 0x2e || text.charCodeAt(monthEnd) !== 0x2e) return null;
  const before = text.charCodeAt(at - 1);
  if (isAlphanumeric(before) || isBound(before) || before === 0x2e) return null;
  const after = text.charCodeAt(end);
  if (isAlphanumeric(after) || isBound(after)) return null;
  if (after === 0x2e && isDigit(text.charCodeAt(end + 1))) return null;
  const day = numberAt(text, at, dayEnd);
  const month = numberAt(text, dayEnd + 1, monthEnd);
  const year = numberAt(text, monthEnd + 1, end);
  if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2200) return null;
  return { start: at, end, day, month, year };
}

/** "25.10.1971"; `at` is a full point. */
export function recognizeDotted(scan: Scan, at: number): void {
  const { text } = scan;
  if (at < scan.dateEnd || at < scan.urlEnd) return;
  if (!isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at - 1))) return;
  const date = readDotted(text, digitsStart(text, at));
  if (!date) return;
  pushDate(scan, date.start, date.end, date.day, date.month, date.year, 'numeric');
  scan.dateEnd = date.end;
}

/** The year behind a month that ends at `at` (a full point or comma may stand between), or null. */
function readYearBehind(text: string, at: number): { year: number; end: number } | null {
  let i = at;
  if (text.charCodeAt(i) === 0x2e) i++;
  i = skipSpaces(text, i);
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  return readYear(text, i);
}

/** A year of four digits at `at` that nothing longer goes on from, or null. */
function readYear(text: string, at: number): { year: number; end: number } | null {
  const end = digitsEnd(text, at);
  if (end - at !== 4) return null;
  const year = numberAt(text, at, end);
  if (year < 1500 || year > 2200) return null;
  if (text.charCodeAt(end) === 0x2f && isDigit(text.charCodeAt(end + 1))) return null;
  return { year, end };
}

/** A day of one or two digits that ends at `end`, an ordinal's ending included ("13th"); null where there is none. */
function readDayBack(
  text: string,
  end: number,
): { start: number; end: number; day: number; ordinal: boolean } | null {
  let digits = end;
  let ordinal = false;
  if (end >= 3 && isLetter(text.charCodeAt(end - 1))) {
    const suffix = text.slice(end - 2, end).toLowerCase();
    if (suffix !== 'st' && suffix !== 'nd' && suffix !== 'rd' && suffix !== 'th') return null;
    digits = skipSpacesBack(text, end - 2);
    ordinal = true;
  }
  const start = digitsStart(text, digits);
  if (start === digits || digits - start > 2) return null;
  const before = text.charCodeAt(start - 1);
  if (isLetter(before) || before === 0x2f) return null;
  if ((before === 0x2e || before === 0x2c || before === 0x3a) && isDigit(text.charCodeAt(start - 2)))
    return null;
  const day = numberAt(text, start, digits);
  return day > 0 && day < 100 ? { start, end, day, ordinal } : null;
}

const NOT_DAYS: readonly string[] = [
  'paragraph',
  'paragraphs',
  'para',
  'paras',
  'article',
  'articles',
  'art',
  'arts',
  'item',
  'items',
  'rule',
  'rules',
  'section',
  'sections',
  'no',
  'nos',
  'page',
  'pages',
  'pp',
  'chapter',
  'chapters',
  'target',
  'targets',
  'goal',
  'goals',
  'table',
  'annex',
  'vol',
];

/** Whether the number that starts at `at` belongs to a word such as "paragraphs" before it. */
function belongsToWord(text: string, at: number): boolean {
  let end = skipSpacesBack(text, at);
  if (text.charCodeAt(end - 1) === 0x2e) end--;
  const start = wordStart(text, end);
  if (start === end) return false;
  for (const word of NOT_DAYS) if (isWord(text, start, end, word)) return true;
  return false;
}

/** The day of the week that stands before `at` ("Tuesday, 13 October"), or null. */
function readWeekdayBack(text: string, at: number): { weekday: number; start: number; end: number } | null {
  let end = skipSpacesBack(text, at);
  if (text.charCodeAt(end - 1) === 0x2c) end = skipSpacesBack(text, end - 1);
  if (readWordBack(text, end, 'the') >= 0) end = skipSpacesBack(text, end - 3);
  const start = wordStart(text, end);
  const index = end - start > 5 ? WEEKDAYS.findIndex((word) => isWord(text, start, end, word)) : -1;
  return index < 0 ? null : { weekday: index + 1, start, end };
}

function point(start: number, end: number, day: number, month: number, year: number | null): DatePoint {
  return { start, end, day, month, year, exists: dayExists(day, month, year) };
}

/** How two dates are joined by what stands in [from, to): "–", "to", "and"; null where they are not. */
function joint(text: string, from: number, to: number): 'dash' | 'to' | 'and' | null {
  const i = skipSpaces(text, from);
  if (isDash(text.charCodeAt(i))) return skipSpaces(text, i + 1) === to ? 'dash' : null;
  let end = readAnyWord(text, i, ['to', 'until', 'through']);
  if (end > 0) return skipSpaces(text, end) === to ? 'to' : null;
  end = readWord(text, i, 'and');
  return end > 0 && skipSpaces(text, end) === to ? 'and' : null;
}

/** The word "from" or "between" before `at`. */
function openedBy(text: string, at: number): 'from' | 'between' | undefined {
  const end = skipSpacesBack(text, at);
  if (readWordBack(text, end, 'from') >= 0) return 'from';
  if (readWordBack(text, end, 'between') >= 0) return 'between';
  return undefined;
}

function pushRange(
  scan: Scan,
  first: DatePoint,
  last: DatePoint,
  joined: 'dash' | 'words',
  unit: 'day' | 'month' = 'day',
): void {
  const { text } = scan;
  const opened = openedBy(text, first.start);
  const iso = (p: DatePoint, day: number): string | null =>
    p.exists && p.month !== null ? isoDate(p.day ?? day, p.month, p.year) : null;
  const lastDay = last.month === null ? 0 : daysInMonth(last.month, last.year);
  const range: Draft<DateRangeCitation> = {
    type: 'date-range',
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    from: iso(first, 1),
    to: iso(last, lastDay),
    unit,
    first,
    last,
    joined,
    ...(opened && { opened }),
  };
  scan.found.push(range);
  if (unit === 'day' && last.year === null) scan.lastDate = range;
}

/** Dates around a month's name in [start, end). */
export function recognizeMonth(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const month = monthAt(text, start, end);
  if (month === 0 || start < scan.dateEnd) return;
  let dayEnd = skipSpacesBack(text, start);
  let ordinal = false;
  const of = readWordBack(text, dayEnd, 'of');
  let day = readDayBack(text, dayEnd);
  if (!day && of > 0) {
    dayEnd = skipSpacesBack(text, of);
    day = readDayBack(text, dayEnd);
    // "13th of October"; "the 5 of October" is no date.
    if (day && !day.ordinal) day = null;
  }
  if (dayEnd === start && day) return;
  const behind = readYearBehind(text, end);
  if (day && !belongsToWord(text, day.start)) {
    ordinal = day.ordinal;
    const year = behind ? behind.year : null;
    const stop = behind ? behind.end : end;
    recognizeDays(scan, day, month, year, stop, ordinal);
    scan.dateEnd = stop;
    return;
  }
  // "October 13, 2020".
  const i = skipSpaces(text, text.charCodeAt(end) === 0x2e ? end + 1 : end);
  const digits = digitsEnd(text, i);
  if (digits > i && digits - i <= 2 && i > end) {
    let stop = digits;
    const suffix = text.slice(digits, digits + 2).toLowerCase();
    if (
      (suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th') &&
      !isLetter(text.charCodeAt(digits + 2))
    ) {
      ordinal = true;
      stop = digits + 2;
    }
    const next = text.charCodeAt(stop);
    const longer =
      isLetter(next) ||
      next === 0x2f ||
      next === 0x25 ||
      ((next === 0x3a || next === 0x2e) && isDigit(text.charCodeAt(stop + 1)));
    const number = numberAt(text, i, digits);
    const written = readYearBehind(text, stop);
    if (!longer && number >= 1 && number <= 31 && (written || ordinal || monthFirst(text, start))) {
      const year = written ? written.year : null;
      if (written) stop = written.end;
      const weekday = readWeekdayBack(text, start);
      const date: Draft<DateCitation> = {
        type: 'date',
        start,
        end: stop,
        text: text.slice(start, stop),
        iso: isoDate(number, month, year),
        day: number,
        month,
        year,
        exists: dayExists(number, month, year),
        form: 'month-day',
      };
      if (weekday) {
        date.weekday = weekday.weekday;
        date.weekdaySpan = { start: weekday.start, end: weekday.end };
      }
      scan.found.push(date);
      scan.lastDate = date;
      scan.dateEnd = stop;
      return;
    }
  }
  recognizeMonths(scan, start, end, month, behind);
}

/** "On March 8 women …": a day without year behind a month counts where a preposition or weekday stands before. */
function monthFirst(text: string, start: number): boolean {
  const end = skipSpacesBack(text, start);
  return (
    readWordBack(text, end, 'on') >= 0 ||
    readWordBack(text, end, 'of') >= 0 ||
    readWeekdayBack(text, start) !== null
  );
}

/** A day with month, and the days before it that share the month: "5, 7, 9 and 12 October", "12–17 October". */
function recognizeDays(
  scan: Scan,
  day: { start: number; end: number; day: number },
  month: number,
  year: number | null,
  stop: number,
  ordinal: boolean,
): void {
  const { text } = scan;
  const before = skipSpacesBack(text, day.start);
  // A range of days in one month.
  const dash = isDash(text.charCodeAt(before - 1)) ? before - 1 : -1;
  const to = readWordBack(text, before, 'to');
  const and = readWordBack(text, before, 'and');
  const mark = dash >= 0 ? dash : to >= 0 ? to : and;
  if (mark > 0) {
    const first = readDayBack(text, skipSpacesBack(text, mark));
    if (first && first.day <= 31 && !belongsToWord(text, first.start) && first.start >= scan.dateEnd) {
      const opened = openedBy(text, first.start);
      if (mark !== and || opened === 'between') {
        pushRange(
          scan,
          point(first.start, first.end, first.day, month, year),
          point(day.start, stop, day.day, month, year),
          mark === dash ? 'dash' : 'words',
        );
        joinYear(scan, first.start, year);
        recognizeRangesBefore(scan, first.start, month, year);
        return;
      }
      // A list: each day is a date of its own.
      const days = [first];
      let at = skipSpacesBack(text, first.start);
      while (text.charCodeAt(at - 1) === 0x2c && days.length < 31) {
        const previous = readDayBack(text, skipSpacesBack(text, at - 1));
        if (!previous || previous.day > 31 || previous.start < scan.dateEnd) break;
        days.push(previous);
        at = skipSpacesBack(text, previous.start);
      }
      if (!belongsToWord(text, days[days.length - 1]!.start)) {
        joinYear(scan, days[days.length - 1]!.start, year);
        for (let i = days.length - 1; i >= 0; i--) {
          const one = days[i]!;
          pushDate(scan, one.start, one.end, one.day, month, year, one.ordinal ? 'ordinal' : 'day-month');
        }
      }
    }
  }
  const previous = scan.lastDate;
  if (previous && previous.type === 'date' && previous.end <= day.start && day.start - previous.end <= 12) {
    const how = joint(text, previous.end, day.start);
    const opened = openedBy(text, previous.start);
    const crossing = previous.month !== month || previous.year !== null;
    if (how === 'dash' || how === 'to' || (how === 'and' && opened === 'between' && crossing)) {
      // "from 30 September to 1 October 2021": the year behind the second date is that of the first.
      const at = scan.found.lastIndexOf(previous);
      if (at >= 0) scan.found.splice(at, 1);
      const firstYear = previous.year ?? year;
      pushRange(
        scan,
        point(previous.start, previous.end, previous.day, previous.month, firstYear),
        point(day.start, stop, day.day, month, year),
        how === 'dash' ? 'dash' : 'words',
      );
      if (scan.lastDate === previous) scan.lastDate = null;
      return;
    }
  }
  joinYear(scan, day.start, year);
  pushDate(scan, day.start, stop, day.day, month, year, ordinal ? 'ordinal' : 'day-month');
}

/** "14–18 and 21–23 July 2025": a range of days that shares the month behind the next one. */
function recognizeRangesBefore(scan: Scan, at: number, month: number, year: number | null): void {
  const { text } = scan;
  let edge = skipSpacesBack(text, at);
  const and = readWordBack(text, edge, 'and');
  if (and > 0) edge = skipSpacesBack(text, and);
  else if (text.charCodeAt(edge - 1) === 0x2c) edge = skipSpacesBack(text, edge - 1);
  else return;
  const last = readDayBack(text, edge);
  if (!last || !isDash(text.charCodeAt(skipSpacesBack(text, last.start) - 1))) return;
  const first = readDayBack(text, skipSpacesBack(text, skipSpacesBack(text, last.start) - 1));
  if (!first || first.day >= last.day || last.day > 31 || first.start < scan.dateEnd) return;
  if (belongsToWord(text, first.start)) return;
  pushRange(
    scan,
    point(first.start, first.end, first.day, month, year),
    point(last.start, last.end, last.day, month, year),
    'dash',
  );
}

/** What joins a date to the one before it, whose year it shares. */
const JOINS_YEAR =
  /^(?:,|or|,? ?(?:and|to|until)(?: on| from)?)(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,)?$/;

/** Gives the year of a date to the one before it that has none: "30 September and 1 October 2021", "from 2 to 5 May and on 9 June 2021". */
function joinYear(scan: Scan, start: number, year: number | null): void {
  const previous = scan.lastDate;
  if (year === null || !previous) return;
  if (previous.end > start || start - previous.end > 26) return;
  if (!JOINS_YEAR.test(scan.text.slice(previous.end, start).trim())) return;
  if (previous.type === 'date') {
    if (previous.year !== null) return;
    previous.year = year;
    previous.exists = dayExists(previous.day, previous.month, year);
    previous.iso = isoDate(previous.day, previous.month, year);
    return;
  }
  if (previous.first.year !== null || previous.last.year !== null) return;
  previous.first = inYear(previous.first, year);
  previous.last = inYear(previous.last, year);
  previous.from = isoOf(previous.first);
  previous.to = isoOf(previous.last);
}

/** A day without a year in that year. */
function inYear({ start, end, day, month }: DatePoint, year: number): DatePoint {
  return point(start, end, day ?? 1, month ?? 1, year);
}

function isoOf({ day, month, year, exists }: DatePoint): string | null {
  return exists && day !== null && month !== null ? isoDate(day, month, year) : null;
}

function pushDate(
  scan: Scan,
  start: number,
  end: number,
  day: number,
  month: number,
  year: number | null,
  form: DateCitation['form'],
): void {
  const { text } = scan;
  const date: Draft<DateCitation> = {
    type: 'date',
    start,
    end,
    text: text.slice(start, end),
    iso: isoDate(day, month, year),
    day,
    month,
    year,
    exists: dayExists(day, month, year),
    form,
  };
  const weekday = readWeekdayBack(text, start);
  if (weekday) {
    date.weekday = weekday.weekday;
    date.weekdaySpan = { start: weekday.start, end: weekday.end };
  }
  scan.found.push(date);
  scan.lastDate = date;
}

/** "May to June 2020", "January–March 2021": a month without a day, joined to the one before it. */
function recognizeMonths(
  scan: Scan,
  start: number,
  end: number,
  month: number,
  behind: { year: number; end: number } | null,
): void {
  const previous = scan.lastMonth;
  const stop = behind ? behind.end : end;
  const year = behind ? behind.year : null;
  if (previous && start > previous.end && start - previous.end <= 9 && (previous.year ?? year) !== null) {
    const how = joint(scan.text, previous.end, start);
    const opened = openedBy(scan.text, previous.start);
    if (how === 'dash' || how === 'to' || (how === 'and' && opened === 'between')) {
      const first = previous.year ?? year;
      pushRange(
        scan,
        {
          start: previous.start,
          end: previous.end,
          day: null,
          month: previous.month,
          year: first,
          exists: true,
        },
        { start, end: stop, day: null, month, year, exists: true },
        how === 'dash' ? 'dash' : 'words',
        'month',
      );
      scan.lastMonth = null;
      scan.dateEnd = stop;
      return;
    }
  }
  scan.lastMonth = { start, end: stop, month, year };
}

/** Years around a dash: "2019–2021", "2004-05"; and "2020-10-13". */
export function recognizeDash(scan: Scan, at: number): void {
  const { text } = scan;
  if (at < scan.dateEnd) return;
  const before = text.charCodeAt(at - 1);
  const wide = !isDigit(before);
  const firstEnd = wide ? skipSpacesBack(text, at) : at;
  if (wide && (firstEnd === at || !isDigit(text.charCodeAt(firstEnd - 1)) || at - firstEnd > 1)) return;
  const start = digitsStart(text, firstEnd);
  // The year of a date is no end of a range of years: "1 December 2024–28 February 2025".
  if (firstEnd - start !== 4 || start < scan.dateEnd) return;
  const next = skipSpaces(text, at + 1);
  if (next - at > 2) return;
  const end = digitsEnd(text, next);
  const length = end - next;
  if (length !== 4 && length !== 2) return;
  const year = numberAt(text, start, firstEnd);
  if (year < 1900 || year > 2200) return;
  if (length === 2 && text.charCodeAt(end) === 0x2d && digitsEnd(text, end + 1) === end + 3) {
    // "2020-10-13"
    const stop = end + 3;
    if (isAlphanumeric(text.charCodeAt(stop)) || isBound(text.charCodeAt(start - 1))) return;
    const month = numberAt(text, next, end);
    const day = numberAt(text, end + 1, stop);
    if (month < 1 || month > 12 || day > 31) return;
    pushDate(scan, start, stop, day, month, year, 'numeric');
    scan.dateEnd = stop;
    return;
  }
  if (isBound(text.charCodeAt(start - 1)) || isBound(text.charCodeAt(end)) || isLetter(text.charCodeAt(end)))
    return;
  const written = numberAt(text, next, end);
  const last = length === 4 ? written : Math.floor(year / 100) * 100 + written;
  if (last < 1900 || last > 2200 || Math.abs(last - year) > 200 || (length === 2 && last <= year)) return;
  pushYears(scan, start, firstEnd, year, next, end, last, 'dash');
}

/** Characters that make digits beside them part of something longer: a number, a symbol, an address. */
function isBound(code: number): boolean {
  return isDigit(code) || code === 0x2f || code === 0x2d || code === 0x5f || code === 0x40;
}

function pushYears(
  scan: Scan,
  start: number,
  firstEnd: number,
  year: number,
  lastStart: number,
  end: number,
  last: number,
  joined: 'dash' | 'words' | 'slash',
): void {
  const opened = openedBy(scan.text, start);
  scan.found.push({
    type: 'date-range',
    start,
    end,
    text: scan.text.slice(start, end),
    from: String(year),
    to: String(last),
    unit: 'year',
    first: { start, end: firstEnd, day: null, month: null, year, exists: true },
    last: { start: lastStart, end, day: null, month: null, year: last, exists: true },
    joined,
    ...(opened && { opened }),
  });
  scan.dateEnd = end;
}

/** "from 2019 to 2021", "between 2016 and 2019"; [start, end) is the word "from" or "between". */
export function recognizeFrom(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const at = skipSpaces(text, end);
  if (!isDigit(text.charCodeAt(at))) return;
  const first = readYear(text, at);
  if (!first) return;
  const between = text.charCodeAt(start) === 0x62 || text.charCodeAt(start) === 0x42;
  const word = readAnyWord(
    text,
    skipSpaces(text, first.end),
    between ? ['and', 'to'] : ['to', 'until', 'through'],
  );
  if (word < 0) return;
  const next = skipSpaces(text, word);
  const last = readYear(text, next);
  if (!last || isBound(text.charCodeAt(last.end)) || first.year < 1900 || last.year < 1900) return;
  pushYears(scan, at, first.end, first.year, next, last.end, last.year, 'words');
}

/** What a slash between digits may be, when it is no resolution: "13/10/2020", "2023/24", "2020/2021". Returns whether it took it. */
export function recognizeSlash(scan: Scan, at: number): boolean {
  const { text } = scan;
  const start = digitsStart(text, at);
  const end = digitsEnd(text, at + 1);
  const left = at - start;
  const right = end - at - 1;
  if (left === 0 || right === 0) return false;
  if (isBound(text.charCodeAt(start - 1)) || isLetter(text.charCodeAt(start - 1))) return false;
  if (left <= 2 && right <= 2 && text.charCodeAt(end) === 0x2f) {
    const yearEnd = digitsEnd(text, end + 1);
    if ((yearEnd - end === 5 || yearEnd - end === 3) && text.charCodeAt(yearEnd) !== 0x2f) {
      const a = numberAt(text, start, at);
      const b = numberAt(text, at + 1, end);
      const written = numberAt(text, end + 1, yearEnd);
      if (yearEnd - end === 5 && a >= 1 && b >= 1 && written > 1900 && written < 2200) {
        // Day first, as everywhere but in one country, unless only the other order gives a month.
        if (b <= 12 && a <= 31) pushDate(scan, start, yearEnd, a, b, written, 'numeric');
        else if (a <= 12 && b <= 31) pushDate(scan, start, yearEnd, b, a, written, 'numeric');
      }
      scan.dateEnd = yearEnd;
      return true;
    }
    return false;
  }
  if (
    left === 4 &&
    (right === 2 || right === 4) &&
    !isBound(text.charCodeAt(end)) &&
    !isLetter(text.charCodeAt(end))
  ) {
    const year = numberAt(text, start, at);
    const written = numberAt(text, at + 1, end);
    const last = right === 4 ? written : Math.floor(year / 100) * 100 + written;
    if (
      year >= 1900 &&
      year < 2200 &&
      (last === year + 1 || (right === 2 && year % 100 === 99 && written === 0))
    ) {
      pushYears(scan, start, at, year, at + 1, end, last > year ? last : year + 1, 'slash');
      return true;
    }
  }
  return false;
}

// ---- Times

function pushTime(
  scan: Scan,
  start: number,
  end: number,
  minutes: number,
  form: '12-hour' | '24-hour' | 'word',
): void {
  scan.found.push({ type: 'time', start, end, text: scan.text.slice(start, end), minutes, form });
}

/** "noon", "midnight". */
export function recognizeNoon(scan: Scan, start: number, end: number): void {
  const code = scan.text.charCodeAt(start) | 0x20;
  pushTime(scan, start, end, code === 0x6e ? 720 : 0, 'word');
}

/** "3.30 p.m.", "9 a.m.", "2pm": [start, end) is the word "m", "am" or "pm". */
export function recognizeHalfDay(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  let mark = start;
  let stop = end;
  if (end - start === 1) {
    if (text.charCodeAt(start - 1) === 0x20) mark--;
    if (text.charCodeAt(mark - 1) !== 0x2e) return;
    mark -= 2;
    if (text.charCodeAt(stop) === 0x2e) stop++;
  }
  const letter = text.charCodeAt(mark) | 0x20;
  if (letter !== 0x61 && letter !== 0x70) return;
  const digits = skipSpacesBack(text, mark);
  const time = readClockBack(text, digits);
  if (!time || time.hour > 12 || time.hour === 0 || time.start < scan.dateEnd) return;
  const half = letter === 0x70 ? 720 : 0;
  const minutes = (time.hour % 12) * 60 + time.minute + half;
  // "2 to 3.30 p.m.", "3–5 p.m.": the half of the day is that of both, unless noon lies between.
  let before = skipSpacesBack(text, time.start);
  const word = Math.max(readWordBack(text, before, 'to'), readWordBack(text, before, 'and'));
  if (word > 0) before = skipSpacesBack(text, word);
  else if (isDash(text.charCodeAt(before - 1))) before = skipSpacesBack(text, before - 1);
  else before = -1;
  const first = before > 0 ? readClockBack(text, before) : null;
  if (
    first &&
    first.hour > 0 &&
    first.hour <= 12 &&
    first.start >= scan.dateEnd &&
    !belongsToWord(text, first.start)
  ) {
    const earlier = (first.hour % 12) * 60 + first.minute + half;
    pushTime(scan, first.start, before, earlier <= minutes ? earlier : earlier - half, '12-hour');
  }
  pushTime(scan, time.start, stop, minutes, '12-hour');
  scan.dateEnd = stop;
}

/** Hours and minutes that end at `end`: "3", "3.30", "14:00". */
function readClockBack(text: string, end: number): { start: number; hour: number; minute: number } | null {
  const start = digitsStart(text, end);
  if (start === end || end - start > 2) return null;
  const sign = text.charCodeAt(start - 1);
  if ((sign === 0x3a || sign === 0x2e) && isDigit(text.charCodeAt(start - 2))) {
    const from = digitsStart(text, start - 1);
    if (end - start !== 2 || start - 1 - from > 2) return null;
    if (isBound(text.charCodeAt(from - 1)) && text.charCodeAt(from - 1) !== 0x2d) return null;
    const hour = numberAt(text, from, start - 1);
    const minute = numberAt(text, start, end);
    return hour < 24 && minute < 60 ? { start: from, hour, minute } : null;
  }
  if (isLetter(sign) || sign === 0x2f) return null;
  const hour = numberAt(text, start, end);
  return hour < 24 ? { start, hour, minute: 0 } : null;
}

/** "14:00", "09:30"; `at` is the colon. Ratios ("3:2"), verses ("3:16") and longer chains ("10:20:30") are none. */
export function recognizeColon(scan: Scan, at: number): void {
  const { text } = scan;
  if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) return;
  const start = digitsStart(text, at);
  const end = digitsEnd(text, at + 1);
  if (
    end - at !== 3 ||
    at - start > 2 ||
    isBound(text.charCodeAt(start - 1)) ||
    text.charCodeAt(start - 1) === 0x3a
  )
    return;
  if (text.charCodeAt(end) === 0x3a || isLetter(text.charCodeAt(end)) || isBound(text.charCodeAt(end)))
    return;
  const hour = numberAt(text, start, at);
  const minute = numberAt(text, at + 1, end);
  if (hour > 24 || minute > 59) return;
  // With "a.m." or "p.m." behind, it is read there.
  const next = skipSpaces(text, end);
  const half = text.charCodeAt(next) | 0x20;
  if ((half === 0x61 || half === 0x70) && /^[ap]\.?\s?m\b/i.test(text.slice(next, next + 5))) return;
  if (
    at - start === 1 &&
    readAnyWord(text, next, ['hours', 'hrs', 'h']) < 0 &&
    readWordBack(text, skipSpacesBack(text, start), 'at') < 0
  )
    return;
  pushTime(scan, start, end, hour * 60 + minute, '24-hour');
}
