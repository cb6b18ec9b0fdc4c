import type { Found } from './catalogue.js';
import { formatNormalized, fromRoman, parseDesignator } from './designator.js';
import type { Designator } from './designator.js';
import { rangeRows } from './tables.js';
import type { RangeRow } from './rows.js';
import { assemblyInterval, councilYear, councilYears, rangeOf } from './sessions.js';

/**
 * What can be said of whether a resolution or decision exists. `absent` is certain and rests on an exact range alone;
 * `implausible` rests on what no session or year has ever done; of anything else nothing is said.
 */
export type Existence =
  | {
      readonly status: 'exists';
      /** A row of it; letters of it, or a range that has its letter; a number below one that is known to exist. */
      readonly reason: 'row' | 'parts' | 'range';
      readonly range?: RangeRow;
    }
  | {
      readonly status: 'absent';
      /** The session or year ended with a lower number; the number is of another year. */
      readonly reason: 'after-last' | 'other-year';
      readonly range?: RangeRow;
      /** The normalized form of the one that exists. */
      readonly instead?: string;
    }
  | {
      readonly status: 'implausible';
      readonly reason:
        | 'zero'
        /** More than any session or year has adopted. */
        | 'too-many'
        /** Resolutions ran on from session to session: the number belongs to another. */
        | 'other-session'
        /** The form is not of that time: "29/3201", "76 (LXXV)", "S-6/1". */
        | 'numbering'
        /** The session has not opened yet. */
        | 'future'
        /** Decisions are numbered from 301 or 401 upwards. */
        | 'decision-number';
      readonly range?: RangeRow;
      readonly instead?: string;
    }
  | {
      readonly status: 'unknown';
      /** A letter of which nothing is known; a number after the last known one; nothing known of the series at all. */
      readonly reason: 'letter' | 'after-last-known' | 'no-knowledge';
      readonly range?: RangeRow;
    };

/** What `existenceOf` asks of a catalogue. */
export interface RowFinder {
  find(symbol: string): Found | null;
}

/** No session of the General Assembly since the thirty-first has adopted more (README of the tables of facts). */
const MOST_IN_A_SESSION = 350;
/** Resolutions of the first thirty sessions run on from 1 to this number (same source). */
const LAST_ROMAN = 3541;
/** Most resolutions that the Security Council has adopted in a year, out of the ranges themselves. */
function mostInAYear(): number {
  return Math.max(...councilYears().map((year) => year.last - year.first + 1));
}

/**
 * Says whether a resolution or decision exists, by rows and ranges. `today` (ISO date), where given, tells which
 * sessions and years have not begun. A text that is no designator is `unknown`.
 */
export function existenceOf(symbol: string, rows: RowFinder | null, today?: string): Existence {
  const designator = parseDesignator(symbol);
  if (!designator) return { status: 'unknown', reason: 'no-knowledge' };
  if (designator.number === 0) return { status: 'implausible', reason: 'zero' };
  const found = rows?.find(symbol);
  if (found) {
    if (found.match === 'exact') return { status: 'exists', reason: 'row' };
    if (found.match !== 'letter-dropped' || found.entries.some((entry) => entry.designator.suffix !== '')) {
      return { status: 'exists', reason: 'parts' };
    }
    return { status: 'unknown', reason: 'letter' };
  }
  if (designator.organ === 'GA') return ofAssembly(designator, today);
  if (designator.decision) return { status: 'unknown', reason: 'no-knowledge' };
  if (designator.organ === 'SC') return ofCouncil(designator, today);
  if (designator.organ === 'ECOSOC' && today !== undefined && designator.session > today.slice(0, 4)) {
    if (/^\d{4}$/.test(designator.session)) return { status: 'implausible', reason: 'future' };
  }
  return byRange(designator);
}

function byRange(designator: Designator): Existence {
  const range = rangeOf(designator.organ, designator.session);
  if (!range) return { status: 'unknown', reason: 'no-knowledge' };
  if (designator.number > range.last) {
    return range.lastIs === 'exact'
      ? { status: 'absent', reason: 'after-last', range }
      : { status: 'unknown', reason: 'after-last-known', range };
  }
  if (designator.number < range.first) return { status: 'unknown', reason: 'no-knowledge', range };
  return designator.suffix === ''
    ? { status: 'exists', reason: 'range', range }
    : { status: 'unknown', reason: 'letter', range };
}

function ofAssembly(designator: Designator, today: string | undefined): Existence {
  const { session, number, decision } = designator;
  const special = /^(ES|S)-(.+)$/.exec(session);
  const roman = fromRoman(special?.[2] ?? session);
  if (roman !== null) {
    if (roman > (special?.[1] === 'ES' ? 5 : special ? 7 : 30)) {
      return { status: 'implausible', reason: 'numbering' };
    }
    if (decision) return { status: 'unknown', reason: 'no-knowledge' };
    if (number > LAST_ROMAN) return { status: 'implausible', reason: 'too-many' };
    // Special sessions took their numbers between those of the regular ones: only a regular session's range counts.
    const owner = rangeRows().find(
      (range) =>
        range.organ === 'GA' &&
        fromRoman(range.session) !== null &&
        range.first <= number &&
        number <= range.last,
    );
    if (owner && owner.session !== session) {
      return {
        status: 'implausible',
        reason: 'other-session',
        range: owner,
        instead: formatNormalized({ ...designator, session: owner.session }),
      };
    }
    return byRange(designator);
  }
  const arabic = Number(special?.[2] ?? session);
  if (special ? arabic < (special[1] === 'ES' ? 6 : 8) : arabic < 31) {
    return { status: 'implausible', reason: 'numbering' };
  }
  if (!special && today !== undefined && (assemblyInterval(arabic)?.earliest ?? '9') > today) {
    return { status: 'implausible', reason: 'future' };
  }
  if (decision) {
    return number <= 300
      ? { status: 'implausible', reason: 'decision-number' }
      : { status: 'unknown', reason: 'no-knowledge' };
  }
  const known = byRange(designator);
  return known.status === 'unknown' && number > MOST_IN_A_SESSION
    ? { ...known, status: 'implausible', reason: 'too-many' }
    : known;
}

function ofCouncil(designator: Designator, today: string | undefined): Existence {
  const { session, number } = designator;
  const year = councilYear(number);
  if (session === '') {
    const range = year === null ? undefined : rangeOf('SC', String(year));
    return range
      ? { status: 'exists', reason: 'range', range }
      : { status: 'unknown', reason: 'after-last-known' };
  }
  if (!/^\d{4}$/.test(session) || Number(session) < 1946)
    return { status: 'implausible', reason: 'numbering' };
  if (today !== undefined && session > today.slice(0, 4)) return { status: 'implausible', reason: 'future' };
  if (year !== null && String(year) !== session) {
    const range = rangeOf('SC', String(year));
    return {
      status: 'absent',
      reason: 'other-year',
      ...(range ? { range } : {}),
      instead: formatNormalized({ ...designator, session: String(year) }),
    };
  }
  const latest = councilYears().at(-1);
  if (year === null && latest && today !== undefined) {
    const years = Number(today.slice(0, 4)) - latest.year + 1;
    if (number > latest.last + years * mostInAYear()) return { status: 'implausible', reason: 'too-many' };
  }
  return byRange(designator);
}
