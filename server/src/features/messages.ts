import { ENGLISH, type Language } from '../l10n/language.js';
import type { Arguments } from '../l10n/phrase.js';

/**
 * What features say to a person, in English; the tables of translations know each sentence by its English words. `{name}`
 * is replaced by the argument of that name.
 */
export const FEATURE_MESSAGES = {
  'paragraph.heading': 'Paragraph {number}',
  'paragraph.of': 'Paragraph {number}, {container}',
  'paragraph.none': 'There is no paragraph {number} in this document',
  'paragraph.cited': 'Cited in {list}',
  'paragraph.notCited': 'Cited nowhere in this document',
  'paragraph.unread':
    'Nothing is looked up in this paragraph: it has {characters} characters, too many to be read. Divide it into paragraphs',
  'section.heading': 'Section {number}: {title}',
  'section.none': 'There is no section {number} in this document',
  'section.paragraphs': 'Paragraphs {first} to {last}',
  'annex.heading': 'Annex {number}: {title}',
  'part.none': 'There is no {part} {number} in this document',
  'part.unknown': '{text}: not in the catalogue',
  'part.unknownOf': '{text}: that is, of the {name}, which is not in the catalogue',
  'article.heading': 'Article {number}',
  'note.heading': 'Note {key}',
  'note.none': 'Note {key} has no text in this document',
  'note.cited': 'Cited in {list}',
  'reference.of': '{text}, of the following:',
  'reference.unknown': '{text}: the text does not say of which document',
  'reference.more': { one: 'and one more', other: 'and {count} more' },
  'acronym.here': '{acronym}: {expansion}',
  'acronym.defined': 'Defined in {place} of this document',
  'acronym.used': { one: 'Used once in this document', other: 'Used {count} times in this document' },
  'acronym.unknown': '{acronym} is not defined in this document and is not in the catalogue',
  'acronym.several': '{acronym} is not defined in this document; it may stand for:',
  'term.heading': '“{term}”',
  'term.defined': 'Defined in {place}',
  'resolution.heading': 'Resolution {number}',
  'decision.heading': 'Decision {number}',
  'resolution.nobody': 'The text does not say of which body',
  'resolution.coded': 'The letters before the number stand for the body that adopted it',
  'resolution.unresolved': 'Points back to a resolution that the text does not name',
  'symbol.unresolved': 'Points back to a document that the text does not name',
  'symbol.unknown': '{symbol} is no symbol of a known form',
  'treaty.unknown': '{name} is not in the catalogue',
  'body.unknown': '{name} is not in the catalogue',
  'session.heading': '{text}',
  'session.unknown': 'When the {body} held it is not in the catalogue',
  'session.nobody': 'The text does not say of which body',
  'agenda.heading': 'Agenda item {number}',
  'agenda.own': 'The item under which this document is submitted',
  'agenda.unknown': 'Agendas are not in the catalogue',
  'date.weekday': '{weekday}, {date}',
  'date.none': 'There is no {text}',
  'date.yearless': '{text}: the year is not known',
  'date.session': 'During the {ordinal} session of the General Assembly',
  'range.days': { one: '{from} to {to}: one day', other: '{from} to {to}: {count} days, both included' },
  'time.other': '{hours}.{minutes} on the 24-hour clock',
  'time.twelve': '{time} on the 12-hour clock',
  'weekday.1': 'Monday',
  'weekday.2': 'Tuesday',
  'weekday.3': 'Wednesday',
  'weekday.4': 'Thursday',
  'weekday.5': 'Friday',
  'weekday.6': 'Saturday',
  'weekday.7': 'Sunday',
  'place.masthead': 'the masthead',
  'place.paragraph': 'paragraph {number}',
  'place.paragraphs': 'paragraphs {list}',
  'place.paragraphOf': 'paragraph {number} of {container}',
  'place.paragraphsOf': 'paragraphs {list} of {container}',
  'place.note': 'note {key}',
  'place.notes': 'notes {list}',
  'place.heading': 'the heading “{title}”',
  'place.line': 'line {line}',
  'link.document': 'Read {symbol} at the United Nations',
  'lens.cited': 'cited in {list}',
  'calls.absent': 'not in this workspace',
  'complete.new': 'New: {title}',
  'complete.snippet': 'Snippet',
} as const satisfies Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;

export type FeatureMessageKey = keyof typeof FEATURE_MESSAGES;

/** Says a message of a feature; where it depends on a number, the argument is called `count`. */
export interface Say {
  (key: FeatureMessageKey, args?: Arguments): string;
  readonly language: Language;
}

/** Says messages in a language. An argument that is not given stays in braces. */
export function sayer(language: Language): Say {
  const say = (key: FeatureMessageKey, args: Arguments = {}): string => {
    const message: string | { readonly one: string; readonly other: string } = FEATURE_MESSAGES[key];
    const { count } = args;
    const one = typeof count === 'number' && language.isOne(count);
    return language.fill(typeof message === 'string' ? message : one ? message.one : message.other, args);
  };
  return Object.assign(say, { language });
}

export const sayEnglish: Say = sayer(ENGLISH);
