import { ordinalFigures, ordinalWords, parseOrdinal } from '../text/ordinals.js';

/**
 * The forms in which United Nations documents write sessions, dates and ranges, for building new documents.
 * Everything here is arithmetic on its arguments: there is no clock.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/**
 * The ordinal of a session or meeting as it is printed: words up to ninety-ninth, figures from 100th on
 * (rules MAST-006 and NUM-011). Numbers below one or not whole have no ordinal: the number itself is given back.
 */
export function ordinalInWords(number: number): string {
  return (number < 100 ? ordinalWords(number) : ordinalFigures(number)) || String(number);
}

/** The number of a session written in figures ("12", "12th") or in words ("twelfth", "Twelfth session"); null if it is neither. */
export function ordinalNumber(text: string): number | null {
  const bare = text.trim().replace(/ (?:session|meeting)$/i, '');
  const number = /^\d{1,4}$/.test(bare) ? Number(bare) : parseOrdinal(bare);
  return number >= 1 ? number : null;
}

/** The first letter as a capital. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A calendar day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads "2024-10-14", "14 October 2024" and "Monday, 14 October 2024" (the weekday is not believed, but computed).
 * Null for anything else, and for days that do not exist.
 */
export function readDay(text: string): Day | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return dayOrNull(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const words = /^(?:[A-Za-z]{6,9}, )?(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})$/.exec(trimmed);
  if (!words) return null;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === (words[2] ?? '').toLowerCase()) + 1;
  return month === 0 ? null : dayOrNull(Number(words[3]), month, Number(words[1]));
}

/** "14 October 2024". */
export function dayInWords(day: Day): string {
  return `${day.day} ${MONTHS[day.month - 1] ?? ''} ${day.year}`;
}

/** "Monday, 14 October 2024": the form of the header of a statement. */
export function dayWithWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''}, ${dayInWords(day)}`;
}

/** A range of dates as mastheads print it: "12 - 19 April 2015" and "12-19 April 2015" become "12–19 April 2015" (rule MAST-007). */
export function datesForMasthead(text: string): string {
  return text.trim().replace(/ ?[-–] ?/g, '–');
}

/** An agenda item as it is cited: "2(b)" becomes "2 (b)" (rule XREF-005). */
export function agendaItem(text: string): string {
  return text.trim().replace(/(\d)\(/g, '$1 (');
}

function dayOrNull(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0) ? { year, month, day } : null;
}

/** 0 for Monday to 6 for Sunday, by Zeller's congruence. */
function weekdayOf({ year, month, day }: Day): number {
  const shifted = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const century = Math.floor(y / 100);
  const ofCentury = y % 100;
  const saturdayFirst =
    (day +
      Math.floor((13 * (shifted + 1)) / 5) +
      ofCentury +
      Math.floor(ofCentury / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7;
  return (saturdayFirst + 5) % 7;
}
