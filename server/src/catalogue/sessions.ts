import { ordinal, phrase, type Sentence } from '../l10n/phrase.js';
import { lazy } from '../text/lazy.js';
import { organInfo } from './designator.js';
import { rangeRows, sessionRows } from './tables.js';
import type { RangeRow, SessionRow } from './rows.js';

/** A session, meeting or congress of a body and when it was. */
export interface SessionFact {
  readonly body: string;
  /** "session", "meeting", "congress". */
  readonly noun: string;
  readonly number: number;
  /** "seventy-fifth"; empty where no table writes it out. */
  readonly ordinal: string;
  /** The year it opened, and the one in which it ended: a session of the General Assembly runs on to the next one. */
  readonly from: number;
  readonly to: number;
  /** ISO dates; empty where they are not known. */
  readonly opened: string;
  readonly closed: string;
  readonly source: string;
}

const ASSEMBLY = 'General Assembly';

/** The sessions of each body, by its name in lower case. */
const sessionsByBody = lazy(() => {
  const bodies = new Map<string, Map<number, SessionRow>>();
  for (const row of sessionRows()) {
    const key = row.body.toLowerCase();
    const sessions = bodies.get(key) ?? new Map<number, SessionRow>();
    sessions.set(row.number, row);
    bodies.set(key, sessions);
  }
  return bodies;
});

const ordinals = lazy(() => new Map(sessionRows().map((row) => [row.number, row.ordinal])));
const ranges = lazy(() => new Map(rangeRows().map((row) => [`${row.organ} ${row.session}`, row])));

/** The first and last number known of an organ's session or year; undefined where nothing is known. */
export function rangeOf(organ: string, session: string): RangeRow | undefined {
  return ranges().get(`${organ} ${session}`);
}

/** The number in words, "seventy-fifth", as the tables write it; empty where they do not. */
export function ordinalWord(number: number): string {
  return ordinals().get(number) ?? '';
}

/** The bodies whose sessions are known by number, with the noun each uses, in the order of the table. */
export function bodiesWithSessions(): readonly { readonly body: string; readonly noun: string }[] {
  return [...sessionsByBody().values()].map((sessions) => {
    const first = [...sessions.values()][0]!;
    return { body: first.body, noun: first.noun };
  });
}

/** All sessions of a body that the table has, by number; empty for a body it does not know. */
export function sessionsOf(body: string): readonly SessionFact[] {
  const sessions = sessionsByBody().get(nameOf(body).toLowerCase());
  return sessions ? [...sessions.values()].map(factOf) : [];
}

/**
 * A body's session by number. The body is given by its name or, for an organ, its code. Null where nothing is known.
 * For the Human Rights Council the years are those in which its resolutions were adopted.
 */
export function sessionOf(body: string, number: number): SessionFact | null {
  const name = nameOf(body);
  const row = sessionsByBody().get(name.toLowerCase())?.get(number);
  if (row) return factOf(row);
  const organ = organInfo(name);
  const range = organ && organ.code !== 'GA' ? rangeOf(organ.code, String(number)) : undefined;
  if (!organ || !range || range.firstAdoption === '' || number > 1900) return null;
  const year = Number(range.firstAdoption.slice(0, 4));
  return {
    body: organ.name,
    noun: 'session',
    number,
    ordinal: ordinalWord(number),
    from: year,
    to: year,
    opened: '',
    closed: '',
    source: 'dates of adoption of its resolutions',
  };
}

/** The year in which a body's session opened; null where it is not known. */
export function yearOfSession(body: string, number: number): number | null {
  return sessionOf(body, number)?.from ?? null;
}

/** The session of a body that opened in a year (the last one, where there were two); null where none is known. */
export function sessionOfYear(body: string, year: number): SessionFact | null {
  return sessionsOf(body).findLast((session) => session.from === year) ?? null;
}

function nameOf(body: string): string {
  return organInfo(body)?.name ?? body;
}

function factOf(row: SessionRow): SessionFact {
  // The first session was held in January and February and again from October to December 1946.
  const runsOn = row.body === ASSEMBLY && row.number > 1;
  return {
    body: row.body,
    noun: row.noun,
    number: row.number,
    ordinal: row.ordinal,
    from: row.year,
    to: row.closed === '' ? row.year + (runsOn ? 1 : 0) : Number(row.closed.slice(0, 4)),
    opened: row.opened,
    closed: row.closed,
    source: row.source,
  };
}

/** The regular session of the General Assembly that a date falls into. */
export interface AssemblySession {
  readonly number: number;
  /** False for a date in a September whose opening day the table does not have: it may be the session before. */
  readonly certain: boolean;
}

/** The first and last day on which a regular session of the General Assembly may have met, with room for doubt. */
export interface SessionInterval {
  /** The opening day, or the first of its month where the day is not known. */
  readonly earliest: string;
  /** The day before the next session opened, or the end of that month; never before a known date of adoption. */
  readonly latest: string;
}

/** The roman numbers of the Assembly's sessions up to the thirtieth, as its symbols have them. */
const ROMAN = (
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII ' +
  'XXVIII XXIX XXX'
).split(' ');

/** The session as it stands in a symbol of a resolution: "III" up to the thirtieth, "75" after it. */
export function assemblySessionInSymbol(number: number): string {
  return ROMAN[number - 1] ?? String(number);
}

/**
 * Session n opens in September of 1945 + n; where the tables have the day, that day counts. Null below 1 and for
 * sessions after the year 2100.
 */
export function assemblyInterval(number: number): SessionInterval | null {
  if (!Number.isInteger(number) || number < 1 || number > 155) return null;
  const opened = sessionOf(ASSEMBLY, number)?.opened;
  const next = sessionOf(ASSEMBLY, number + 1)?.opened;
  const year = 1945 + number;
  const adopted = rangeOf('GA', assemblySessionInSymbol(number))?.lastAdoption ?? '';
  const latest = next ? dayBefore(next) : `${year + 1}-09-30`;
  return { earliest: opened || `${year}-09-01`, latest: adopted > latest ? adopted : latest };
}

/** The regular session open on a date; null for no date, and before the first session opened. */
export function assemblySessionOn(iso: string): AssemblySession | null {
  const match = /^(\d{4})-(\d\d)-\d\d$/.exec(iso);
  if (!match) return null;
  for (const number of [Number(match[1]) - 1945, Number(match[1]) - 1946, Number(match[1]) - 1947]) {
    const interval = assemblyInterval(number);
    if (!interval || iso < interval.earliest) continue;
    const before = assemblyInterval(number - 1);
    return { number, certain: !before || iso > before.latest };
  }
  return null;
}

/** The years of the Security Council with their first and last numbers, ascending. `open` where more may follow. */
export interface CouncilYear {
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly open: boolean;
}

export const councilYears: () => readonly CouncilYear[] = lazy(() =>
  rangeRows()
    .filter((row) => row.organ === 'SC')
    .map((row) => ({
      year: Number(row.session),
      first: row.first,
      last: row.last,
      open: row.lastIs !== 'exact',
    })),
);

/** The year in which the Security Council adopted its resolution of this number; null where it is not known. */
export function councilYear(number: number): number | null {
  return councilYears().find((year) => year.first <= number && number <= year.last)?.year ?? null;
}

function dayBefore(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** "twelfth session", "forty-sixth meeting", "third congress"; in figures where the words are not known. */
export function sessionName(number: number, words: string, noun: string): Sentence {
  const which = ordinal(number, words === '' ? String(number) : words);
  if (noun === 'meeting') return phrase`${which} meeting`;
  return noun === 'congress' ? phrase`${which} congress` : phrase`${which} session`;
}
