import { XmlElement, parseXml } from '@rgrove/parse-xml';
import type { ResolutionRow } from '../rows.js';
import { isoDate, rowOf } from './rows.js';
import type { ImportProblem, ImportResult } from './rows.js';
import { cleanTitle } from './votingData.js';
import { addTo } from '../../text/lists.js';

/**
 * Records of the UN Digital Library in MARCXML, of resolutions and of votes on them. The fields are those of the
 * library's reference manual for bibliographic description:
 *
 *     001      record number
 *     191 $a   symbol of the document; 791 $a symbol of the resolution in a record of a vote; a letter that the document
 *              does not bear itself stands in square brackets ("A/RES/37/100[A]")
 *     245 $a   title
 *     269 $a   date of the document, in a record of a vote that of the vote; 992 $a date of adoption
 *     952 $a   record of the meeting
 *     967 $d   the vote of one State (Y, N, A)
 *     991      agenda: $a document, $b item, $c or $d title
 *     993 $a   related documents: the draft, the report of a committee, the record of the meeting
 *     996      $a "Adopted without vote, 83rd plenary meeting"; $b yes, $c no, $d abstentions
 */
export function readMarcXml(text: string): ImportResult {
  let root: XmlElement | null;
  try {
    root = parseXml(text.replace(/^\ufeff/, ''), { ignoreUndefinedEntities: true }).root;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { rows: [], problems: [{ key: 'import.xml', args: { reason } }] };
  }
  const rows: ResolutionRow[] = [];
  const problems: ImportProblem[] = [];
  recordsOf(root).forEach((record, i) => {
    const row = rowOfRecord(record);
    if (row) rows.push(row);
    else problems.push({ key: 'import.record', args: { line: i + 1 } });
  });
  if (rows.length === 0 && problems.length === 0) problems.push({ key: 'import.nothing', args: {} });
  return { rows, problems };
}

/** Whether a file is MARCXML, by its beginning. */
export function isMarcXml(head: string): boolean {
  return /<(?:\w+:)?(?:collection|record)[\s>]/.test(head.slice(0, 4000)) && head.trimStart().startsWith('<');
}

/** The name of an element without a prefix: records come with and without one. */
function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => child instanceof XmlElement);
}

function recordsOf(root: XmlElement | null): XmlElement[] {
  if (!root) return [];
  if (localName(root) === 'record') return [root];
  return elementsOf(root).flatMap((child) =>
    localName(child) === 'record' ? [child] : localName(child) === 'collection' ? recordsOf(child) : [],
  );
}

/** One field of a record: its subfields by code, each with its values in order. */
type Field = ReadonlyMap<string, readonly string[]>;

function fieldsOf(record: XmlElement, tag: string): Field[] {
  return elementsOf(record)
    .filter((field) => localName(field) === 'datafield' && field.attributes['tag'] === tag)
    .map((field) => {
      const out = new Map<string, string[]>();
      for (const subfield of elementsOf(field)) {
        const code = subfield.attributes['code'] ?? '';
        addTo(out, code, subfield.text.replace(/\s+/g, ' ').trim());
      }
      return out;
    });
}

function first(fields: readonly Field[], code: string): string {
  return fields.flatMap((field) => field.get(code) ?? []).find((value) => value !== '') ?? '';
}

function rowOfRecord(record: XmlElement): ResolutionRow | null {
  const voted = fieldsOf(record, '791');
  const symbols = [...voted, ...fieldsOf(record, '191')].flatMap((field) => field.get('a') ?? []);
  const symbol = symbols.find((text) => rowOf({ symbol: text }) !== null);
  if (symbol === undefined) return null;
  const action = fieldsOf(record, '996');
  const note = first(action, 'a');
  const related = fieldsOf(record, '993').flatMap((field) => field.get('a') ?? []);
  const agenda = fieldsOf(record, '991')[0];
  const controls = elementsOf(record).filter((field) => localName(field) === 'controlfield');
  const number = controls.find((field) => field.attributes['tag'] === '001')?.text.trim() ?? '';
  const date =
    first(fieldsOf(record, '992'), 'a') || (voted.length > 0 ? first(fieldsOf(record, '269'), 'a') : '');
  return rowOf({
    symbol,
    title: cleanTitle(first(fieldsOf(record, '245'), 'a')),
    adoptionDate: isoDate(date),
    vote: voteOf(action, note, fieldsOf(record, '967')),
    meeting:
      first(fieldsOf(record, '952'), 'a') ||
      (related.find((text) => /\/PV\./.test(text)) ??
        /\d+(?:st|nd|rd|th) (?:plenary )?meeting/.exec(note)?.[0] ??
        ''),
    draft: related.find((text) => /\/L\.\d/.test(text)) ?? '',
    report: related.find((text) => !/\/(?:L|PV)\.\d/.test(text)) ?? '',
    subject: agenda ? subjectOf(agenda) : '',
    titleSource: 'undl-marcxml',
    sources: 'undl-marcxml',
    confidence: 'high',
    undlRecord: /^\d+$/.test(number) ? number : '',
  });
}

/** The vote by the totals of the field, by its words, or counted from the States' votes. */
function voteOf(action: readonly Field[], note: string, votes: readonly Field[]): string {
  const totals = ['b', 'c', 'd'].map((code) => first(action, code));
  if (totals[0] !== '' && totals.every((total) => /^\d*$/.test(total))) {
    return totals.map((total) => (total === '' ? '0' : String(Number(total)))).join('-');
  }
  if (/without (?:a )?vote/i.test(note)) return 'without a vote';
  const said = /\b(\d{1,3})-(\d{1,3})-(\d{1,3})\b/.exec(note);
  if (said) return said.slice(1).map(Number).join('-');
  const cast = votes.flatMap((vote) => vote.get('d') ?? []).map((vote) => vote.toUpperCase());
  const count = (letter: string): number => cast.filter((vote) => vote === letter).length;
  return cast.some((vote) => 'YNA'.includes(vote) && vote !== '')
    ? `${count('Y')}-${count('N')}-${count('A')}`
    : '';
}

function subjectOf(agenda: Field): string {
  const title = (agenda.get('c')?.[0] ?? agenda.get('d')?.[0] ?? '').replace(/\.$/, '');
  const item = agenda.get('b')?.[0] ?? '';
  const document = agenda.get('a')?.[0] ?? '';
  return [document, item, title].filter((part) => part !== '').join(' ');
}
