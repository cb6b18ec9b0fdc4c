import { acronymOf } from '../catalogue/bodies.js';
import { assemblySessionOn, sessionName, sessionsOf } from '../catalogue/sessions.js';
import type { DocumentKind } from '../document/kinds.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase } from '../l10n/phrase.js';
import {
  BODIES,
  describeNewDocumentError,
  newDocument,
  NEW_DOCUMENTS,
  type Answers,
  type Question,
} from '../templates/index.js';
import { dayInWords, ordinalInWords, readDay } from '../templates/wordForms.js';

/** What the wizard of new documents offers: all kinds of document with their questions, and the bodies known. */
export interface NewDocumentList {
  readonly documents: readonly OfferedDocument[];
  readonly bodies: readonly OfferedBody[];
  /** The date of today as it stands in a document, "14 October 2024". */
  readonly today: string;
}

export interface OfferedDocument {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: DocumentKind;
  readonly questions: readonly Question[];
}

export interface OfferedBody {
  readonly name: string;
  /** What else it is known by: its acronym and the beginning of its symbols, "CCPCJ · E/CN.15". */
  readonly known: string;
  /** Who presides, to offer the fitting forms of address. */
  readonly office: 'President' | 'Chair';
  /** Where it meets as a rule; empty where that changes. */
  readonly place: string;
  /** "session" or "meeting"; null where its documents name neither. */
  readonly noun: 'session' | 'meeting' | null;
  /** The sessions that may be meant, likeliest first. */
  readonly sessions: readonly OfferedSession[];
}

export interface OfferedSession {
  /** The answer: "12", or the year where sessions are named by it. */
  readonly value: string;
  /** "twelfth session". */
  readonly label: string;
  /** The year in which it opened; empty for the one that follows the last one known. */
  readonly year: string;
}

/** So many sessions of a body are offered; any other may be typed. */
const SESSIONS_OFFERED = 12;

/** Everything that can be begun. `today` is an ISO date; it decides which sessions are offered first. Titles and questions are in `language`; what goes into the document is English. */
export function newDocumentList(today: string, language: Language = ENGLISH): NewDocumentList {
  return {
    documents: NEW_DOCUMENTS.map(({ id, title, description, kind, questions }) => ({
      id,
      title: language.translate(title),
      description: language.translate(description),
      kind,
      questions: questions.map((question) => ({
        ...question,
        label: language.translate(question.label),
        example: question.type === 'date' ? inWords(question.example) : question.example,
      })),
    })),
    bodies: BODIES.map(({ name, office, noun, sessions, organ, series, place }) => ({
      name,
      known: [acronymOf(name)?.acronym, /^.+\/[^{/]+(?=\/\{)/.exec(series ?? '')?.[0]]
        .filter((words) => words !== undefined)
        .join(' · '),
      office,
      place: place ?? '',
      noun: sessions === 'none' ? null : noun,
      sessions: offeredSessions(name, organ, sessions, noun, today, language),
    })),
    today: inWords(today),
  };
}

/** "14 October 2024" for 2024-10-14. */
function inWords(date: string): string {
  const day = readDay(date);
  return day ? dayInWords(day) : date;
}

function offeredSessions(
  name: string,
  organ: string,
  how: 'ordinal' | 'year' | 'none',
  noun: 'session' | 'meeting',
  today: string,
  language: Language,
): OfferedSession[] {
  const year = Number(today.slice(0, 4));
  if (how === 'none' || !Number.isInteger(year)) return [];
  if (how === 'year') {
    return [year, year + 1, year - 1].map((value) => ({
      value: String(value),
      label: language.say(noun === 'session' ? phrase`${value} session` : phrase`${value} meeting`),
      year: String(value),
    }));
  }
  let known = sessionsOf(name);
  // A Main Committee meets in the sessions of the Assembly.
  if (known.length === 0 && name.endsWith(' Committee')) known = sessionsOf(organ);
  const now = organ === 'General Assembly' ? assemblySessionOn(today)?.number : undefined;
  const last = known.findLast((session) => session.from <= year);
  const near = now ?? last?.number ?? 0;
  const offered = [...known]
    .sort((a, b) => Math.abs(a.number - near) - Math.abs(b.number - near) || b.number - a.number)
    .slice(0, SESSIONS_OFFERED)
    .map(({ number, ordinal: words, from }) => ({
      value: String(number),
      label: language.say(sessionName(number, words, noun)),
      year: String(from),
    }));
  const next = near + 1;
  if (near === 0 || known.some(({ number }) => number === next)) return offered;
  // Texts are written for the session that comes; it is first once the year of the last one is over.
  const label = language.say(sessionName(next, ordinalInWords(next), noun));
  const place = now === undefined && last !== undefined && last.from < year ? 0 : 1;
  return offered.toSpliced(place, 0, { value: String(next), label, year: '' });
}

/** A new document in the editor's snippet syntax, or why there is none, in words. */
export type CreatedDocument =
  | { readonly snippet: string; readonly text: string; readonly kind: DocumentKind }
  | { readonly error: string };

/** Makes the document with this id from the answers; answers that are empty or absent stay open as tab stops. */
export function createDocument(id: string, answers: Answers, language: Language = ENGLISH): CreatedDocument {
  const made = newDocument(id, answers);
  if (!made.ok) return { error: language.say(describeNewDocumentError(made.error)) };
  const { snippet, text, kind } = made.document;
  return { snippet, text, kind };
}
