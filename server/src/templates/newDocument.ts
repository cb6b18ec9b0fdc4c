import { phrase, type Sentence } from '../l10n/phrase.js';
import type { DocumentKind } from '../document/kinds.js';
import { NEW_DOCUMENTS } from './documents/index.js';
import { Sheet } from './sheet.js';
import { bracketSnippet } from './snippetSyntax.js';
import { readDay } from './wordForms.js';

/** What the answer to a question is, so that an interface can offer the right field or list. */
export type AnswerType = 'text' | 'choice' | 'body' | 'session' | 'date' | 'agenda-item' | 'person';

/** A question of the wizard. An answer that is not given leaves a tab stop, or the default where there is one. */
export interface Question {
  readonly name: string;
  /** The question as a person reads it. */
  readonly label: string;
  readonly type: AnswerType;
  /** What stands in the draft while the answer is open. */
  readonly hint: string;
  /** An answer that makes a faultless document; the tests fill every template with it. */
  readonly example: string;
  readonly default?: string;
  /** The alternatives of a choice; the first is offered first. */
  readonly choices?: readonly string[];
  /** Whether something that is not among the choices may be answered too. */
  readonly open?: boolean;
  /** Whether an answer that is not given leaves the sentence out, and no tab stop. */
  readonly optional?: boolean;
}

/** A place in the text that is left for the drafter to write. */
export interface Blank {
  readonly name: string;
  readonly hint: string;
  readonly example: string;
  readonly choices?: readonly string[];
}

/** A kind of document that can be started. */
export interface NewDocument {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: DocumentKind;
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
  readonly blanks: readonly Blank[];
  /**
   * The text as a pattern: `{name}` stands for an answer or a blank, an empty line parts two blocks. Depends on the
   * answers through the sheet alone.
   */
  readonly build: (sheet: Sheet) => readonly string[];
}

/** Answers by the name of the question or of the blank. */
export type Answers = Readonly<Record<string, string>>;

/** A draft, ready to be written or inserted. Lines end with a line feed; the text ends with one. */
export interface FreshDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  /** Plain text: what is still open stands in square brackets. */
  readonly text: string;
  /** The same in the snippet syntax of the Language Server Protocol: what is still open is a tab stop. */
  readonly snippet: string;
  /** What is still open, by the number of its tab stop. */
  readonly open: readonly OpenBlank[];
}

/** A tab stop of a draft. */
export interface OpenBlank extends Blank {
  readonly number: number;
}

/** Why no draft could be made; `describeNewDocumentError` words it. */
export type NewDocumentError =
  | { readonly code: 'unknown-document'; readonly id: string; readonly known: readonly string[] }
  | { readonly code: 'unknown-answer'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'no-such-day'; readonly name: string; readonly value: string }
  | {
      readonly code: 'not-a-choice';
      readonly name: string;
      readonly value: string;
      readonly choices: readonly string[];
    };

export type NewDocumentResult =
  | { readonly ok: true; readonly document: FreshDocument }
  | { readonly ok: false; readonly error: NewDocumentError };

/** The template that is meant by a kind of the command line's contract, where several have that kind. */
const BY_KIND: Readonly<Partial<Record<DocumentKind, string>>> = {
  statement: 'national-statement',
  report: 'report-of-the-secretariat',
  note: 'note-by-the-secretariat',
  resolution: 'draft-resolution-general-assembly',
  decision: 'draft-decision',
  treaty: 'protocol',
  letter: 'letter',
  agenda: 'provisional-agenda',
  record: 'meeting-summary',
};

/**
 * The template with this id, or, for a kind of document ("report"), the one most often meant by it.
 * Case, spaces and underscores do not matter. Undefined for anything else.
 */
export function findNewDocument(idOrKind: string): NewDocument | undefined {
  const id = idOrKind
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const wanted = Object.hasOwn(BY_KIND, id) ? BY_KIND[id as DocumentKind] : id;
  return NEW_DOCUMENTS.find((template) => template.id === wanted);
}

/**
 * Builds a draft. Depends on its arguments alone: today's date, where it is wanted, is an answer like any other.
 * Empty answers count as not given. An unknown document or answer, a day that does not exist and a choice that is
 * none are reported, never guessed.
 */
export function newDocument(id: string, answers: Answers = {}): NewDocumentResult {
  const template = findNewDocument(id);
  if (!template) {
    return {
      ok: false,
      error: { code: 'unknown-document', id, known: NEW_DOCUMENTS.map((known) => known.id) },
    };
  }
  const known = [
    ...template.questions.map((question) => question.name),
    ...template.blanks.map((blank) => blank.name),
  ];
  const values = new Map<string, string>();
  for (const question of template.questions) {
    if (question.default !== undefined) values.set(question.name, question.default);
  }
  for (const [name, raw] of Object.entries(answers)) {
    if (!known.includes(name)) return { ok: false, error: { code: 'unknown-answer', name, known } };
    const value = raw.trim();
    if (value === '') continue;
    const question = template.questions.find((asked) => asked.name === name);
    if (question?.type === 'date' && !readDay(value)) {
      return { ok: false, error: { code: 'no-such-day', name, value } };
    }
    if (
      question?.type === 'choice' &&
      question.choices &&
      !question.open &&
      !question.choices.includes(value)
    ) {
      return { ok: false, error: { code: 'not-a-choice', name, value, choices: question.choices } };
    }
    values.set(name, value);
  }
  const sheet = new Sheet(template.questions, template.blanks, values);
  const blocks = template.build(sheet).filter((block) => block !== '');
  const snippet = `${sheet.expand(blocks.join('\n\n'))}\n`;
  return {
    ok: true,
    document: {
      id: template.id,
      kind: template.kind,
      text: bracketSnippet(snippet),
      snippet,
      open: sheet.open(),
    },
  };
}

/** The error as a sentence that says what to do instead. */
export function describeNewDocumentError(error: NewDocumentError): Sentence {
  switch (error.code) {
    case 'unknown-document':
      return phrase`There is no template “${error.id}”. Known templates: ${error.known.join(', ')}.`;
    case 'unknown-answer':
      return phrase`This document asks for nothing named “${error.name}”. It asks for: ${error.known.join(', ')}.`;
    case 'no-such-day':
      return phrase`“${error.value}” is no date for “${error.name}”: write it as 2024-10-14 or 14 October 2024.`;
    case 'not-a-choice':
      return phrase`“${error.value}” cannot be chosen for “${error.name}”. Choose one of: ${error.choices.join(', ')}.`;
  }
}
