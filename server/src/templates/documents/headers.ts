import type { BodyFacts } from '../bodies.js';
import type { Sheet } from '../sheet.js';

/** What a masthead shows, apart from the answers. */
export interface MastheadForm {
  readonly body: BodyFacts | null;
  /** What stands before the number in the symbol: nothing, "L." (limited) or "CRP." (conference room paper). */
  readonly series: '' | 'L.' | 'CRP.';
  /** `none` for conference room papers, which carry no distribution line. */
  readonly distribution: 'General' | 'Limited' | 'none';
  /** Before the session the item is one of the provisional agenda, with a note; during it, of the agenda. */
  readonly item: 'provisional' | 'adopted' | 'none';
}

/**
 * The masthead as blocks of patterns: symbol, organ, distribution, date, language, session, place and dates, item and
 * its title. The title of the document, the author line and the note to the provisional agenda follow it.
 */
export function masthead(sheet: Sheet, form: MastheadForm): string[] {
  const { body } = form;
  const organ = body?.organ ?? '{body}';
  const blocks = ['United Nations', symbolPattern(sheet, form), `**${organ}**`];
  if (form.distribution !== 'none') blocks.push(`Distr.: ${form.distribution}`);
  blocks.push(sheet.date(), form.distribution === 'none' ? 'English only' : 'Original: English');
  const own = body !== null && body.organ !== body.name ? `**${body.name}**` : '';
  const session = body?.sessions === 'none' ? '' : `**${sheet.sessionHeading(body)}**`;
  if (body?.order === 'session-body') blocks.push(session, own);
  else blocks.push(own, session);
  blocks.push(placeAndDates(sheet, body));
  if (form.item !== 'none') {
    blocks.push(
      form.item === 'provisional' ? 'Item {item} of the provisional agenda*' : 'Agenda item {item}',
    );
    blocks.push('**{itemTitle}**');
  }
  return blocks;
}

/** The note that the asterisk of the agenda item points at. */
export function agendaNote(sheet: Sheet, body: BodyFacts | null): string {
  return `* ${withSession(sheet, body?.agenda ?? null) ?? '{agendaSymbol}'}.`;
}

/** "Vienna, 14–18 October 2024", the dates alone where the place is not printed, or nothing at all. */
export function placeAndDates(sheet: Sheet, body: BodyFacts | null): string {
  if (body && !body.dates) return '';
  const place = sheet.has('place') ? '{place}' : (body?.place ?? (body ? '' : '{place}'));
  return place === '' ? '{dates}' : `${place}, {dates}`;
}

/**
 * The header of a statement: date, body, session, place, item, title, and the lines that say who speaks.
 * `speakerLines` are patterns, each a block.
 */
export function statementHeader(sheet: Sheet, title: string, speakerLines: readonly string[]): string[] {
  const body = sheet.body();
  return [
    sheet.dateWithWeekday(),
    `**${body?.name ?? '{body}'}**`,
    body?.sessions === 'none' ? '' : sheet.sessionHeading(body),
    placeAndDates(sheet, body),
    'Agenda item {item}: {itemTitle}',
    `# ${title}`,
    ...speakerLines,
  ];
}

/** The form of address of whoever presides; before it is answered, the forms that fit the office. */
export function presidingPattern(sheet: Sheet): string {
  const body = sheet.body();
  if (sheet.has('presiding') || !body) return '{presiding}';
  return body.office === 'President' ? '{presidingPresident}' : '{presidingChair}';
}

/** The body's name with its article, for running text. */
export function theBody(sheet: Sheet): string {
  const body = sheet.body();
  return `the ${body?.name ?? '{body}'}`;
}

/** What the body is called after its first mention. */
export function shortBody(sheet: Sheet): string {
  return sheet.body()?.short ?? '{bodyShort}';
}

function symbolPattern(sheet: Sheet, { body, series }: MastheadForm): string {
  if (sheet.has('symbol')) return '{symbol}';
  const stem = withSession(sheet, body?.series ?? null);
  return stem === null ? '{symbol}' : `${stem}/${series}{number}`;
}

/** A series with its session or year filled in; null where it is not known yet. */
function withSession(sheet: Sheet, series: string | null): string | null {
  if (series === null) return null;
  const session = sheet.sessionNumber();
  const year = sheet.year();
  if (series.includes('{session}') && session === null) return null;
  if (series.includes('{year}') && year === null) return null;
  return series.replace('{session}', session ?? '').replace('{year}', year ?? '');
}
