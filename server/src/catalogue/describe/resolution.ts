import { ordinal } from '../../l10n/phrase.js';
import type { CitedBy } from '../catalogue.js';
import { formatNormalized, formatNumber, fromRoman, organInfo, parseDesignator } from '../designator.js';
import type { Designator } from '../designator.js';
import type { Existence } from '../existence.js';
import { seriesRows } from '../tables.js';
import { documentUrl, officialSymbol } from '../links.js';
import { dateInWords, listInWords, ordinalFigure, sourceName, yearsInWords } from '../messages.js';
import type { MessageArgs, MessageKey, Translate } from '../messages.js';
import { councilYears, ordinalWord, sessionOf } from '../sessions.js';
import type { CatalogueView, ViewEntry } from '../view.js';
import { known } from './explanation.js';
import type { DocumentLink, Explanation, Fact } from './explanation.js';

/** The links of resolutions adopted in this year and after are known (README of the tables of facts). */
export const CITED_SINCE = 2019;
/** So many resolutions of one title are named, the rest is counted. */
const NAMED = 4;

/** The name of the organ in a designator, by its code or the stem of its symbols; the code where none is known. */
export function organName(code: string): string {
  return organInfo(code)?.name ?? seriesRows().find((row) => row.prefix === code)?.meaning ?? code;
}

/** The same in the reader's language, where that has a name for it. */
function organWords(code: string, t: Translate): string {
  return t.language.translate(organName(code));
}

/**
 * Explains a resolution or decision by its symbol in any spelling ("A/RES/75/158"): what the catalogue has of it, and
 * where it has nothing what the number alone tells. `today` (ISO date) tells what has not begun yet. Null where the
 * text is no designator.
 */
export function describeResolution(
  symbol: string,
  view: CatalogueView,
  t: Translate,
  today?: string,
): Explanation | null {
  const designator = parseDesignator(symbol);
  if (!designator) return null;
  const found = view.find(symbol);
  const only = found?.entries.length === 1 ? found.entries[0] : undefined;
  if (found && only && (found.match !== 'letter-dropped' || only.designator.suffix !== '')) {
    return describeEntry(only, view, t);
  }
  return describeUnknown(designator, symbol, found?.entries ?? [], view, t, today);
}

/** Explains a row of the catalogue. */
export function describeEntry(entry: ViewEntry, view: CatalogueView, t: Translate): Explanation {
  const { designator } = entry;
  const facts = new Facts();
  facts.add('adopted.on', adoption(entry, t));
  facts.add(
    'session.regular',
    [sessionWords(designator, t), subjectWords(entry, t)].filter((x) => x !== '').join('. '),
  );
  const family = view.familySymbols(entry.normalized);
  if (family.length > 0) {
    const named = family.length <= NAMED ? family : family.slice(1 - NAMED);
    facts.add(
      'family.same',
      t('family.same', {
        list: listInWords(t, named.map(numberOf), family.length - named.length),
      }),
    );
  }
  const cited = view.citedBy(entry.normalized);
  const whole = wholeOf(designator);
  const citedWhole: CitedBy = whole ? view.citedBy(whole) : { count: 0, last: null };
  facts.add('cited.by', citedLine('cited.by', cited, view, t));
  if (whole && citedWhole.count > cited.count) {
    const number = formatNumber({ ...designator, suffix: '' });
    facts.add('cited.whole', citedLine('cited.whole', citedWhole, view, t, { number }));
  }
  return {
    kind: designator.decision ? 'decision' : 'resolution',
    id: entry.normalized,
    heading: heading(designator, t),
    title: entry.title,
    described: designator.organ === 'SC',
    facts: facts.list,
    links: linksOf(entry.normalized, t),
    provenance: {
      sources:
        entry.sources === '' ? [] : entry.sources.split(',').map((source) => sourceName(t, source.trim())),
      confidence:
        entry.confidence === 'high'
          ? t('confidence.high')
          : entry.confidence === 'medium'
            ? t('confidence.medium')
            : '',
    },
    data: known({
      symbol: entry.normalized,
      officialSymbol: officialSymbol(entry.normalized) ?? undefined,
      organ: organName(designator.organ),
      number: entry.number,
      session: designator.session,
      title: entry.title,
      adopted: entry.adoptionDate,
      vote: entry.vote,
      meeting: entry.meeting,
      draft: entry.draft,
      report: entry.report,
      subject: entry.subject,
      sameTitle: family,
      citedBy: cited.count,
      lastCitedBy: cited.last ?? undefined,
      sources: entry.sources.split(','),
      confidence: entry.confidence,
      undlRecord: entry.undlRecord,
      catalogues: [...entry.origins],
    }),
  };
}

/** The number of a normalized symbol as one cites it. */
function numberOf(symbol: string): string {
  const designator = parseDesignator(symbol);
  return designator ? formatNumber(designator) : symbol;
}

/** The symbol without the letter, by which later texts often cite the whole; null where there is no letter. */
function wholeOf(designator: Designator): string | null {
  if (designator.suffix === '' || designator.organ !== 'GA') return null;
  const session = /^\d|^(?:ES|S)-\d/.test(designator.session)
    ? `${designator.session}/${designator.number}`
    : `${designator.number}(${designator.session})`;
  return `A/${designator.decision ? 'DEC' : 'RES'}/${session}`;
}

/** Collects lines; an empty one is no line. */
class Facts {
  readonly list: Fact[] = [];
  add(key: MessageKey, text: string): void {
    if (text !== '') this.list.push({ key, text });
  }
}

function heading(designator: Designator, t: Translate): string {
  return t(designator.decision ? 'heading.decision' : 'heading.resolution', {
    organ: organWords(designator.organ, t),
    number: formatNumber(designator),
  });
}

function linksOf(normalized: string, t: Translate): DocumentLink[] {
  const symbol = officialSymbol(normalized);
  return symbol === null ? [] : [{ text: t('link.document', { symbol }), url: documentUrl(symbol) }];
}

function adoption(entry: ViewEntry, t: Translate): string {
  if (entry.adoptionDate === '' && entry.meeting === '' && entry.vote === '') return t('adopted.bare');
  let text =
    entry.adoptionDate === ''
      ? t('adopted.undated')
      : t('adopted.on', { date: dateInWords(t, entry.adoptionDate) });
  // What the tables say in the place of a meeting where there was none.
  if (entry.meeting === 'Voting by mail') text = t('adopted.written', { adopted: text });
  else if (entry.meeting !== '')
    text = t('adopted.at', { adopted: text, meeting: meetingWords(entry.meeting, t) });
  const vote = voteWords(entry.vote, t);
  return vote === '' ? t('adopted.noVote', { adopted: text }) : t('adopted.vote', { adopted: text, vote });
}

/** "46th plenary meeting (A/75/PV.46)" of a record's symbol, or of the words of the tables; anything else is left as it is. */
function meetingWords(meeting: string, t: Translate): string {
  const assembly = /^A\/(?:\S*\/)?PV\. ?(\d+)(?:\s*\(.*\))?$/.exec(meeting);
  if (assembly) return t('meeting.plenary', { ...ordinalArgs(Number(assembly[1])), symbol: meeting });
  const council = /^S\/PV\.? ?(\d+)(?:\s*\(.*\))?$/.exec(meeting);
  if (council) return t('meeting.council', { ...ordinalArgs(Number(council[1])), symbol: meeting });
  const named = /^(\d+)(?:st|nd|rd|th) (plenary )?meeting$/.exec(meeting);
  if (named) return t(named[2] ? 'meeting.plenary.named' : 'meeting.named', ordinalArgs(Number(named[1])));
  return meeting;
}

function ordinalArgs(number: number): MessageArgs {
  return { number, ordinal: ordinal(number, ordinalFigure(number)) };
}

/** The vote in words; empty where it is not known. */
export function voteWords(vote: string, t: Translate): string {
  if (vote === 'without a vote') return t('vote.none');
  const match = /^(\d+)-(\d+)-(\d+)$/.exec(vote);
  if (!match) return vote;
  const [yes, no, abstain] = [match[1]!, match[2]!, match[3]!];
  const against = no === '0' ? t('vote.nobody') : no;
  return abstain === '0'
    ? t('vote.against', { yes, no: against })
    : t('vote.abstaining', { yes, no: against, abstain });
}

/** "Seventy-fifth session (2020–2021)"; empty for the Security Council and years. */
function sessionWords(designator: Designator, t: Translate): string {
  const { organ, session } = designator;
  if (organ === 'SC' || session === '' || /^\d{4}$/.test(session)) return '';
  const special = /^(ES|S)-(.+)$/.exec(session);
  const text = special?.[2] ?? session;
  const number = fromRoman(text) ?? Number(text);
  if (!Number.isFinite(number)) return t('session.number', { session });
  const which = ordinal(number, ordinalWord(number) || ordinalFigure(number));
  if (special) {
    const key = special[1] === 'ES' ? 'session.emergency' : 'session.special';
    return capital(t(key, { ordinal: which, number }));
  }
  const fact = sessionOf(organ, number);
  return capital(
    fact
      ? t('session.regular', { ordinal: which, number, years: yearsInWords(t, fact.from, fact.to) })
      : t('session.undated', { ordinal: which, number }),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The agenda item, without what the sources put around it: the agenda's symbol and a heading in capitals. */
function subjectWords(entry: ViewEntry, t: Translate): string {
  // What is said of it is far shorter: a text without end in a user's file costs nothing.
  const subject = entry.subject.slice(0, 1000).replace(/\s+/g, ' ').trim();
  if (subject === '' || subject === entry.title) return '';
  const named = /^Agenda item (\d+(?: \([a-z]+\))*)(?:: (.+))?$/.exec(subject);
  if (named) {
    return named[2]
      ? t('item.agenda', { item: named[1]!, title: shortened(named[2]) })
      : t('item.agendaOnly', { item: named[1]! });
  }
  const recorded =
    /^A\/\S+(?: (?:& |and )?(?:Add|Corr|Rev)\.[\d,]+)*[, ]+(\d+)([a-z]*)(?:\[\S+\])?\.? (.+)$/.exec(subject);
  if (recorded) {
    const item = recorded[2] === '' ? recorded[1]! : `${recorded[1]} (${recorded[2]})`;
    const title = recorded[3]!
      .replace(/^- /, '')
      .split(/\. (?=[A-Z][A-Z])|\.? - (?=[A-Z]{2})/)[0]!
      .replace(/\.$/, '')
      .trim();
    if (/[a-z]/.test(title)) return t('item.agenda', { item, title: shortened(title) });
    return t('item.agendaOnly', { item });
  }
  const words = subject.replace(/\.$/, '');
  return t('item.under', { title: shortened(words) });
}

/** A long subject is told by its beginning, cut between words. */
function shortened(text: string): string {
  if (text.length <= 140) return text;
  const cut = text.lastIndexOf(' ', 130);
  return `${text.slice(0, cut > 60 ? cut : 130)} …`;
}

function citedLine(
  key: 'cited.by' | 'cited.whole',
  cited: CitedBy,
  view: CatalogueView,
  t: Translate,
  args: MessageArgs = {},
): string {
  if (cited.count === 0 || cited.last === null) return '';
  return t(key, { ...args, count: cited.count, since: CITED_SINCE, last: citingName(cited.last, view, t) });
}

/** The number of a citing resolution and its date; with its organ where that is not the Assembly. */
function citingName(symbol: string, view: CatalogueView, t: Translate): string {
  const designator = parseDesignator(symbol);
  if (!designator) return symbol;
  const number = formatNumber(designator);
  const name =
    designator.organ === 'GA' ? number : t('cited.organ', { organ: organWords(designator.organ, t), number });
  const date = view.get(symbol)?.adoptionDate ?? '';
  return date === '' ? name : t('cited.last', { number: name, date: dateInWords(t, date) });
}

function describeUnknown(
  designator: Designator,
  symbol: string,
  parts: readonly ViewEntry[],
  view: CatalogueView,
  t: Translate,
  today: string | undefined,
): Explanation {
  const facts = new Facts();
  const existence = view.existence(symbol, today);
  const lettered = parts.filter((entry) => entry.designator.suffix !== '');
  if (lettered.length > 0) {
    const named = lettered.slice(0, 6);
    facts.add(
      'parts.listed',
      t('parts.listed', {
        list: listInWords(
          t,
          named.map((entry) =>
            entry.title === '' ? entry.number : `${entry.number} (${shortened(entry.title)})`,
          ),
          lettered.length - named.length,
        ),
      }),
    );
  } else {
    const [key, text] = existenceWords(existence, designator, parts, t);
    facts.add(key, text);
  }
  facts.add('session.regular', sessionWords(designator, t));
  const cited = view.citedBy(symbol);
  facts.add('cited.by', citedLine('cited.by', cited, view, t));
  const normalized = view.get(symbol)?.normalized ?? formatNormalized(designator);
  const said = existence.status === 'absent' || existence.status === 'implausible';
  return {
    kind: designator.decision ? 'decision' : 'resolution',
    id: normalized,
    heading: heading(designator, t),
    title: '',
    described: false,
    facts: facts.list,
    links: said ? [] : linksOf(normalized, t),
    provenance: { sources: [], confidence: '' },
    data: known({
      symbol: normalized,
      organ: organName(designator.organ),
      number: formatNumber(designator),
      session: designator.session,
      existence: existence.status,
      instead: 'instead' in existence ? existence.instead : undefined,
      parts: lettered.map((entry) => entry.normalized),
      citedBy: cited.count,
      lastCitedBy: cited.last ?? undefined,
    }),
  };
}

/** What the number alone tells, with the key of the message. */
export function existenceWords(
  existence: Existence,
  designator: Designator,
  parts: readonly ViewEntry[],
  t: Translate,
): readonly [key: MessageKey, text: string] {
  const say = (key: MessageKey, args: MessageArgs = {}): readonly [MessageKey, string] => [key, t(key, args)];
  const number = formatNumber(designator);
  const range = existence.range;
  const last = range
    ? formatNumber({ ...designator, session: range.session, number: range.last, suffix: '' })
    : '';
  const instead =
    'instead' in existence ? (parseDesignator(existence.instead ?? '') ?? undefined) : undefined;
  const right = instead ? formatNumber(instead) : '';
  switch (existence.reason) {
    case 'range':
      return last === '' || last === number ? say('unknown.row') : say('unknown.range', { last });
    case 'after-last':
      return say('absent.last', { last });
    case 'other-year':
      return say('absent.year', { instead: right });
    case 'zero':
      return say('odd.zero');
    case 'too-many':
      if (designator.organ === 'SC') {
        const latest = councilYears().at(-1);
        return say('odd.council', { last: latest ? `${latest.last} (${latest.year})` : '' });
      }
      return fromRoman(designator.session.replace(/^(?:ES|S)-/, '')) === null
        ? say('odd.assembly', { most: 350 })
        : say('odd.roman', { last: 3541 });
    case 'other-session':
      return say('odd.session', { instead: right });
    case 'numbering':
      return say('odd.numbering');
    case 'future':
      return say('odd.future');
    case 'decision-number':
      return say('odd.decision');
    case 'letter':
      return parts.length > 0 ? say('unknown.letter', { number: parts[0]!.number }) : say('unknown.row');
    case 'after-last-known':
      return last === '' ? say('unknown.row') : say('unknown.after', { last });
    case 'no-knowledge':
      return say(designator.decision ? 'unknown.decision' : 'unknown.row');
    case 'row':
    case 'parts':
      return say('unknown.row');
  }
}
