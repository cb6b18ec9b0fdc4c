import { ENGLISH, type Language } from '../l10n/language.js';
import type { Arguments } from '../l10n/phrase.js';

/**
 * Everything that the catalogue says to a person, in English; the tables of translations know each sentence by its
 * English words. `{name}` is replaced by the argument of that name; where a text depends on a
 * number, the argument is called `count`.
 */
export type Message = string | { readonly one: string; readonly other: string };

export const MESSAGES = {
  years: '{from}–{to}',
  'list.more': { one: '{list} and {count} other', other: '{list} and {count} others' },

  'heading.resolution': '{organ} resolution {number}',
  'heading.decision': '{organ} decision {number}',
  'heading.symbol': 'Document {symbol}',
  'heading.article': '{treaty}, article {article}',
  'heading.session': '{ordinal} session, {body}',
  'heading.meeting': '{ordinal} meeting, {body}',
  'heading.congress': '{ordinal} congress, {body}',
  'organ.assembly': 'General Assembly',
  'organ.security': 'Security Council',
  'organ.economic': 'Economic and Social Council',
  'organ.rights': 'Human Rights Council',
  'title.description': 'Description: {title}',

  'adopted.on': 'Adopted on {date}',
  'adopted.undated': 'Adopted on a date that is not in the catalogue',
  'adopted.at': '{adopted} at the {meeting}',
  'adopted.written': '{adopted} in a written procedure',
  'adopted.vote': '{adopted}, {vote}',
  'meeting.plenary': '{ordinal} plenary meeting ({symbol})',
  'meeting.council': '{ordinal} meeting ({symbol})',
  'meeting.plenary.named': '{ordinal} plenary meeting',
  'meeting.named': '{ordinal} meeting',
  'vote.none': 'without a vote',
  'vote.against': 'by {yes} votes to {no}',
  'vote.abstaining': 'by {yes} votes to {no}, with {abstain} abstaining',
  'vote.nobody': 'none',
  'adopted.noVote': '{adopted}; the vote is not in the catalogue',
  'adopted.bare': 'Date and vote of its adoption are not in the catalogue',
  'session.regular': '{ordinal} session ({years})',
  'session.undated': '{ordinal} session',
  'session.special': '{ordinal} special session',
  'session.emergency': '{ordinal} emergency special session',
  'session.number': 'session {session}',
  'item.agenda': 'Agenda item {item}: {title}',
  'item.agendaOnly': 'Agenda item {item}',
  'item.under': 'Under “{title}”',
  'family.same': 'Same title: {list}',
  'cited.by': {
    one: 'Cited by one resolution since {since}: {last}',
    other: 'Cited by {count} resolutions since {since}, last by {last}',
  },
  'cited.whole': {
    one: '{number} as a whole is cited by one resolution since {since}: {last}',
    other: '{number} as a whole is cited by {count} resolutions since {since}, last by {last}',
  },
  'cited.organ': '{organ} resolution {number}',
  'cited.last': '{number} of {date}',
  'parts.listed': 'In parts: {list}',

  'unknown.row': 'Not in the catalogue',
  'unknown.range': 'Not in the catalogue, but it exists: the numbers run on to {last} at least',
  'unknown.after': 'Not in the catalogue; the last one known there is {last}',
  'unknown.letter': 'The catalogue has {number} without this letter',
  'unknown.decision': 'The catalogue holds no decisions',
  'absent.last': 'There is no such resolution: the last one there is {last}',
  'absent.year': 'There is no such resolution; perhaps {instead} is meant',
  'odd.zero': 'Resolutions are numbered from 1',
  'odd.assembly':
    'Hardly exists: no session of the General Assembly has adopted more than {most} resolutions',
  'odd.roman': 'Hardly exists: the resolutions of the first thirty sessions end with {last}',
  'odd.council': 'Hardly exists: the last one known is {last}',
  'odd.session': 'Hardly exists: the numbers ran on from session to session; perhaps {instead} is meant',
  'odd.numbering': 'Hardly exists: that session or year did not number its resolutions in this way',
  'odd.future': 'Hardly exists: that session or year has not begun',
  'odd.decision': 'Hardly exists: decisions of the General Assembly are numbered from 301 or 401 upwards',

  'symbol.part': '{part}: {meaning}',
  'symbol.usually': 'usually {meaning}',
  'symbol.apparently': 'apparently {meaning}',
  'symbol.year': 'year',
  'symbol.session': 'session {number} of the body',
  'symbol.number': 'number of the document',
  'symbol.numbered': '{meaning}, No. {number}',
  'symbol.state': 'concerning {state}',
  'symbol.special': '{ordinal} special session',
  'symbol.emergency': '{ordinal} emergency special session',
  'symbol.section': 'part of the document',
  'symbol.joint': 'Also issued as {symbol}',
  'symbol.unknown': 'not in the catalogue',

  'treaty.aliases': 'Also called {list}',
  'treaty.adopted': 'Adopted on {date} ({by})',
  'treaty.adoptedOn': 'Adopted on {date}',
  'treaty.inForce': 'In force since {date}',
  'treaty.series': 'United Nations, Treaty Series, {place}',
  'treaty.articles': { one: 'One article', other: '{count} articles' },
  'treaty.articlesUsually': {
    one: 'Usually given as one article',
    other: 'Usually given as {count} articles',
  },
  'treaty.note': 'Note: {note}',
  'treaty.noArticles': 'Not divided into articles',
  'article.title': '{title}',
  'article.usually': 'Usually given as “{title}”',
  'article.untitled': 'The title of the article is not in the catalogue',
  'article.absent': { one: 'There is one article only', other: 'There are {count} articles only' },
  'article.probablyAbsent': {
    one: 'There seems to be one article only',
    other: 'There seem to be {count} articles only',
  },
  'article.none': 'The instrument is not divided into articles',

  'state.member': 'Member State of the United Nations',
  'state.former': 'Former member of the United Nations',
  'state.formal': 'Formal name: {name}',
  'state.running': 'In a sentence: {name}',
  'state.names': 'Earlier names in lists of votes: {list}',
  'state.name': '{name} ({from}–{to})',
  'state.codes': 'Codes: {iso3}, {iso2}, {m49}',
  'state.votes': 'In lists of votes from {from} to {to}',
  'state.informal': '“{name}” is not the name that the United Nations uses',

  'body.symbols': 'Symbols of its documents begin with {list}',
  'body.symbolsUsually': 'Symbols of its documents usually begin with {list}',
  'body.acronyms': 'Known as {list}',
  'body.sessions': 'Sessions known: {first} to {last}',
  'body.sessionPoint': '{number} ({year})',
  'session.held': 'Held from {from} to {to}',
  'session.opened': 'Opened on {date}',
  'session.years': '{years}',

  'confidence.high': 'high confidence',
  'confidence.medium': 'medium confidence: about one such row in a hundred has a mistake',
  'confidence.general': 'general knowledge, not checked against a source',
  'provenance.line': 'Source: {sources}',
  'provenance.confidence': 'Source: {sources} ({confidence})',
  'source.un-xml': 'machine-readable resolutions of the United Nations',
  'source.voting-records': 'voting records of the UN Digital Library',
  'source.un-texts': 'texts of the United Nations',
  'source.official-records': 'official records of the session',
  'source.official-records-scanned': 'official records of the session, transcribed from scans',
  'source.programme-budget': 'programme budgets',
  'source.draft-titles': 'titles of drafts',
  'source.hrc-lists': 'lists of the Human Rights Council',
  'source.sc-tables': 'tables of the Security Council',
  'source.sc-list': 'list of the Security Council',
  'source.ga-ecosoc-tables': 'tables of the General Assembly and the Economic and Social Council',
  'source.session-lists': 'lists of the session',
  'source.citations': 'citations in later resolutions',
  'source.roll-calls': 'roll-call votes',
  'source.named-beside': 'resolutions that name the body beside the symbol',
  'source.drafts': 'drafts and committees of adopted resolutions',
  'source.undl-marcxml': 'records of the UN Digital Library',
  'source.undl-voting-csv': 'voting data of the UN Digital Library',

  'link.document': 'Read {symbol}',

  'catalogue.absent': 'The catalogue is not there: titles and dates of resolutions are not known.',
  'catalogue.not-a-catalogue': 'The file of the catalogue is none. Install Plenary again.',
  'catalogue.version':
    'The catalogue is of another version ({detail}) than this program. Install Plenary again.',
  'catalogue.truncated': 'The file of the catalogue is not whole. Install Plenary again.',
  'catalogue.altered': 'The file of the catalogue was changed. Install Plenary again.',
  'catalogue.platform': 'This computer stores numbers in an order that the catalogue cannot be read in.',
  'catalogue.unreadable': 'The catalogue cannot be read: {reason}',

  'conflict.builtIn':
    '{symbol}, {column}: “{theirs}” in {catalogue}, “{ours}” in the built-in catalogue; {catalogue} counts',
  'conflict.other': '{symbol}, {column}: “{theirs}” in {catalogue}, “{ours}” in {below}; {catalogue} counts',
  'conflict.replaced': '{file}: {symbol}, {column}: “{theirs}” replaces “{ours}” in your own catalogue',
  'column.title': 'title',
  'column.adoption_date': 'date of adoption',
  'column.vote': 'vote',
  'import.own': 'your own catalogue',
  'import.header': 'The first line names no column “{column}”',
  'import.column': 'Line {line}: “{column}” is no column of such a table and is left aside',
  'import.columns': 'Line {line}: {cells} cells where the first line has {columns}',
  'import.symbol': 'Line {line}: “{symbol}” is no symbol of a resolution',
  'import.record': 'Record {line} has no symbol of a resolution',
  'import.twice': 'Line {line}: {symbol} stands there a second time with another {column}',
  'import.again': 'Line {line}: {symbol} stands there a second time; this line counts',
  'import.date': 'Line {line}: “{date}” is no date',
  'import.quote': 'A quotation mark opened in line {line} is not closed',
  'import.xml': 'No XML that can be read: {reason}',
  'import.nothing': 'The file holds no resolutions',
  'import.unknown': 'The file is none of those that can be imported: MARCXML, voting data, or a table',
} as const satisfies Readonly<Record<string, Message>>;

export type MessageKey = keyof typeof MESSAGES;
export type MessageArgs = Arguments;

/** Says a message in a language. Every string for a person goes through one of these. */
export interface Translate {
  (key: MessageKey, args?: MessageArgs): string;
  readonly language: Language;
}

/** Says messages in a language. An argument that is not given is left in braces. */
export function translator(language: Language): Translate {
  const say = (key: MessageKey, args: MessageArgs = {}): string => {
    const message: Message = MESSAGES[key];
    const { count } = args;
    const one = typeof count === 'number' && language.isOne(count);
    return language.fill(typeof message === 'string' ? message : one ? message.one : message.other, args);
  };
  return Object.assign(say, { language });
}

export const english: Translate = translator(ENGLISH);

/** A source's key in words; the key itself where it has none (a file that was imported). */
export function sourceName(t: Translate, source: string): string {
  const key = `source.${source}`;
  return isMessageKey(key) ? t(key) : source;
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES, key);
}

/** "16 December 2020" of an ISO date; the text itself where it is none. */
export function dateInWords(t: Translate, iso: string): string {
  return t.language.day(iso);
}

/** "2020–2021", or "2020" where both are the same. */
export function yearsInWords(t: Translate, from: number, to: number): string {
  return from === to ? String(from) : t('years', { from, to });
}

/** "46th", "21st", "112th". */
export function ordinalFigure(number: number): string {
  const tens = number % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** "a", "a and b", "a, b and c"; with `more`, "a, b and 3 others". */
export function listInWords(t: Translate, items: readonly string[], more = 0): string {
  if (more > 0) return t('list.more', { list: items.join(', '), count: more });
  return t.language.list(items);
}
