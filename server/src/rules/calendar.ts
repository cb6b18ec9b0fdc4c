import { dayExists, isoDate } from '../citations/dates.js';

/** The months as texts write them, January first. */
export const MONTH_NAMES: readonly string[] = [
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

/** The days of the week, Monday first. */
export const WEEKDAY_NAMES: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** "13 October 2020"; the year is left out where it is null. */
export function dayMonthYear(day: number, month: number, year: number | null): string {
  const name = MONTH_NAMES[month - 1] ?? '';
  return year === null ? `${day} ${name}` : `${day} ${name} ${year}`;
}

const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8}) (\d{4})/;
const MONTH_FIRST = /([A-Z][a-z]{2,8}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/;

/** The ISO date that a masthead's words give ("22 July 2022", "July 22, 2022"); null where they give none. */
export function isoOf(words: string | null): string | null {
  if (words === null) return null;
  const text = words.slice(0, 80);
  const first = DAY_FIRST.exec(text);
  const month = first ? MONTH_NAMES.indexOf(first[2]!) + 1 : 0;
  if (first && month > 0) return isoDate(Number(first[1]), month, Number(first[3]));
  const second = MONTH_FIRST.exec(text);
  const other = second ? MONTH_NAMES.indexOf(second[1]!) + 1 : 0;
  return second && other > 0 ? isoDate(Number(second[2]), other, Number(second[3])) : null;
}

/** The days from one ISO date to another; NaN where one of them is none. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The ISO date some days after another. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "3 p.m.", "9.05 a.m.", "noon", "midnight": the clock as the Editorial Manual writes it. */
export function clock(minutes: number, withHalf = true): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`}`;
  return withHalf ? `${shown} ${hour < 12 ? 'a.m.' : 'p.m.'}` : shown;
}

/** Whether there is such a day; `year` null is any year. */
export { dayExists };
