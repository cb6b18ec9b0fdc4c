import { bodyFromName, type BodyFacts } from './bodies.js';
import type { Blank, OpenBlank, Question } from './newDocument.js';
import { escapeSnippetChoice, escapeSnippetText } from './snippetSyntax.js';
import {
  agendaItem,
  capitalized,
  datesForMasthead,
  dayInWords,
  dayWithWeekday,
  ordinalInWords,
  ordinalNumber,
  readDay,
} from './wordForms.js';

/**
 * Blanks that stand in for answers in a form of their own, so that one open answer can be written in two ways
 * ("Twelfth session" in the masthead, "twelfth session" in the text).
 */
export const DERIVED: readonly Blank[] = [
  { name: 'sessionHeading', hint: 'Number of the session in words', example: 'Twelfth' },
  { name: 'sessionText', hint: 'number of the session in words', example: 'twelfth' },
  { name: 'sessionYear', hint: 'year of the session', example: '2024' },
  { name: 'weekdayAndDate', hint: 'weekday, day month year', example: 'Monday, 14 October 2024' },
  { name: 'place', hint: 'place', example: 'Vienna' },
  { name: 'dates', hint: 'first day–last day month year', example: '14–18 October 2024' },
  {
    name: 'presidingPresident',
    hint: 'Madam President',
    example: 'Madam President',
    choices: ['Madam President', 'Mr. President'],
  },
  {
    name: 'presidingChair',
    hint: 'Madam Chair',
    example: 'Madam Chair',
    choices: ['Madam Chair', 'Mr. Chair'],
  },
];

/** The answers given for one document, and the tab stops of what is open. A sheet serves one document, once. */
export class Sheet {
  readonly #fields: ReadonlyMap<string, Blank>;
  readonly #values: ReadonlyMap<string, string>;
  readonly #numbers = new Map<string, number>();

  constructor(questions: readonly Question[], blanks: readonly Blank[], values: ReadonlyMap<string, string>) {
    this.#fields = new Map(
      [...DERIVED, ...derivedExamples(questions), ...blanks, ...questions].map((field) => [
        field.name,
        field,
      ]),
    );
    this.#values = values;
  }

  /** The answer as it was given, or undefined. */
  answer(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Whether the answer was given. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** What is known of the body that was answered (or of `name`); null while none was named. */
  body(name = this.answer('body')): BodyFacts | null {
    return name === undefined ? null : bodyFromName(name);
  }

  /** "Twelfth session", "2025 session", or a tab stop for the number. A pattern, to be expanded. */
  sessionHeading(body: BodyFacts | null): string {
    const noun = body?.noun ?? 'session';
    const given = this.answer('session');
    if (body?.sessions === 'year') return `${given ?? '{sessionYear}'} ${noun}`;
    if (given === undefined) return `{sessionHeading} ${noun}`;
    return `${capitalized(sessionWords(given))} ${noun}`;
  }

  /** "twelfth session", for running text. A pattern, to be expanded. */
  sessionText(body: BodyFacts | null): string {
    const noun = body?.noun ?? 'session';
    const given = this.answer('session');
    if (body?.sessions === 'year') return `${given ?? '{sessionYear}'} ${noun}`;
    if (given === undefined) return `{sessionText} ${noun}`;
    return `${sessionWords(given)} ${noun}`;
  }

  /** "14 October 2024", or a tab stop. */
  date(name = 'date'): string {
    const day = readDay(this.answer(name) ?? '');
    return day ? dayInWords(day) : `{${name}}`;
  }

  /** "Monday, 14 October 2024", or a tab stop. */
  dateWithWeekday(): string {
    const day = readDay(this.answer('date') ?? '');
    return day ? dayWithWeekday(day) : '{weekdayAndDate}';
  }

  /**
   * The year the document belongs to: that which names the session, or that of its dates, or else of the date of the
   * document; null if none is known.
   */
  year(): string | null {
    const session = this.answer('session') ?? '';
    if (/^(?:19|20)\d\d$/.test(session)) return session;
    const dates = /\b\d{4}\b/.exec(this.answer('dates') ?? '');
    if (dates) return dates[0];
    const day = readDay(this.answer('date') ?? '');
    return day ? String(day.year) : null;
  }

  /** The number of the session in figures, where it was answered. */
  sessionNumber(): string | null {
    const number = ordinalNumber(this.answer('session') ?? '');
    return number === null ? null : String(number);
  }

  /**
   * Turns a pattern into snippet text: `{name}` becomes the answer, or the tab stop of what is open. The first time
   * the tab stop shows its hint or choices, later it mirrors what is written there. All else stands for itself: a
   * pattern may hold words that the user wrote.
   */
  expand(pattern: string): string {
    return pattern
      .split(/(\{[A-Za-z0-9]{1,40}\})/)
      .map((part, index) => (index % 2 === 0 ? escapeSnippetText(part) : this.#blank(part.slice(1, -1))))
      .join('');
  }

  #blank(name: string): string {
    const value = this.#values.get(name);
    if (value !== undefined) return escapeSnippetText(this.#formed(name, value));
    const known = this.#numbers.get(name);
    if (known !== undefined) return `\${${known}}`;
    const number = this.#numbers.size + 1;
    this.#numbers.set(name, number);
    const field = this.#fields.get(name);
    if (field?.choices) return `\${${number}|${field.choices.map(escapeSnippetChoice).join(',')}|}`;
    // The brackets stay where a person leaves the tab stops: nobody takes what is still open for words of the text.
    return `\${${number}:${escapeSnippetText(`[${field?.hint ?? name}]`)}}`;
  }

  /** What is open in the patterns expanded so far. */
  open(): OpenBlank[] {
    return [...this.#numbers].map(([name, number]) => {
      const field = this.#fields.get(name);
      return {
        name,
        number,
        hint: field?.hint ?? name,
        example: formedExample(name, field),
        ...(field?.choices ? { choices: field.choices } : {}),
      };
    });
  }

  #formed(name: string, value: string): string {
    if (name === 'item') return agendaItem(value);
    if (name === 'dates') return datesForMasthead(value);
    return value;
  }
}

/** "twelfth" for what can be read as a number; anything else ("resumed thirty-ninth") is left as the user wrote it. */
function sessionWords(given: string): string {
  const bare = given.trim().replace(/ (?:session|meeting)$/i, '');
  const number = ordinalNumber(bare);
  return number === null ? bare : ordinalInWords(number);
}

/** The example as it stands in a text: a date in words, where the question gives it in figures. */
function formedExample(name: string, field: Blank | undefined): string {
  const example = field?.example ?? '';
  const day = name === 'date' ? readDay(example) : null;
  return day ? dayInWords(day) : example;
}

/** The examples of the derived blanks, so that they fit the examples of the questions they are derived from. */
function derivedExamples(questions: readonly Question[]): Blank[] {
  const example = (name: string): string =>
    questions.find((question) => question.name === name)?.example ?? '';
  const derived: Record<string, string> = {};
  const number = ordinalNumber(example('session'));
  if (number !== null) {
    derived['sessionHeading'] = capitalized(ordinalInWords(number));
    derived['sessionText'] = ordinalInWords(number);
    derived['sessionYear'] = String(number);
  }
  const day = readDay(example('date'));
  if (day) derived['weekdayAndDate'] = dayWithWeekday(day);
  return DERIVED.flatMap((blank) => {
    const better = derived[blank.name];
    return better === undefined ? [] : [{ ...blank, example: better }];
  });
}
