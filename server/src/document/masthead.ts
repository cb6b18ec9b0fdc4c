import type { Span } from '../text/span.js';
import type { Block } from './block.js';
import { featuresOf, isDateLine } from './features.js';

/** A field of the masthead: its value and where it stands, as offsets of the block's reading text. */
export interface Field extends Span {
  readonly block: Block;
  readonly value: string;
}

/** What stands before the body of a document. Absent fields are null; nothing is guessed. */
export interface Masthead {
  /** The document's own symbol. */
  readonly symbol: Field | null;
  readonly distribution: Field | null;
  readonly date: Field | null;
  readonly original: Field | null;
  /** The organ or body whose document it is. */
  readonly organ: Field | null;
  readonly session: Field | null;
  /** "Vienna, 17–21 October 2022". */
  readonly place: Field | null;
  readonly agendaItem: Field | null;
  readonly title: Field | null;
  /** "Report of the Secretariat", "Note by the Secretary-General". */
  readonly author: Field | null;
  /** The indicator of a note on the agenda item: "*". */
  readonly agendaNote: string | null;
}

const SYMBOL =
  /(?:^|[\s*])((?:[A-Z]{1,6}|UNEP|FCCC|CTOC|CEDAW|CCPR|CERD)\/(?:[A-Z0-9][A-Za-z0-9.]*\/)*[A-Z0-9][A-Za-z0-9.]*(?: \((?:Part |Vol\. ?)?[IVX\d]+(?:\/[A-Za-z]+\.\d+)?\)| \(\d{4}\))?(?:[–-][A-Z]\/[A-Z0-9][\w./]*)?)(?=$|[\s*,)])/;
const DISTRIBUTION = /Distr(?:ibution)?\.? ?: ?([A-Za-z]+)/;
const ORIGINAL = /(?:Original|ORIGINAL) ?: ?([A-Za-z/ ,]{3,40})/;
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH} \\d{4}\\b|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`,
);
const RANGE = new RegExp(
  `^(?:[\\p{L} .,'-]{2,50}, )?(?:\\d{1,2}(?: ${MONTH})?(?: \\d{4})? ?(?:[-–—]|to|and) ?\\d{1,2} ${MONTH},? \\d{4})`,
  'u',
);
const ITEM =
  /(?:Agenda item|Items?|Provisional agenda item) (\d+(?: ?\([a-z]\))?(?:(?:,| and) (?:\d+|\([a-z]\)))*)/i;
const SESSION =
  /\b((?:[A-Z][a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)) (?:special |emergency special |regular |substantive |resumed |annual )*(?:session|meeting|year))\b/;

const ORGAN =
  /(General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council|Conference of the (?:States )?Parties to the [A-Z][^.,;]{10,140}|Commission on [A-Z][^.,;(]{3,80}|Committee on [A-Z][^.,;(]{3,80}|Executive Board of the[^.;(]{3,160}|(?:[A-Z][a-z]+ )?United Nations Congress on [A-Z][^.,;(]{3,80}|United Nations Environment Assembly|Working Group on [A-Z][^.,;(]{3,80})/;

/** Reads the fields of the masthead out of the blocks before `bodyStart`. */
export function readMasthead(blocks: readonly Block[], bodyStart: number): Masthead {
  const fields: { -readonly [K in keyof Masthead]: Masthead[K] } = {
    symbol: null,
    distribution: null,
    date: null,
    original: null,
    organ: null,
    session: null,
    place: null,
    agendaItem: null,
    title: null,
    author: null,
    agendaNote: null,
  };
  const take = (
    name: Exclude<keyof Masthead, 'agendaNote'>,
    block: Block,
    m: RegExpExecArray | null,
    group: number,
  ): boolean => {
    if (!m || fields[name]) return false;
    const value = m[group]!.trim();
    const start = m.index + m[0].indexOf(value);
    fields[name] = { block, value, start, end: start + value.length };
    return true;
  };
  const end = Math.min(bodyStart, blocks.length);
  for (let i = 0; i < end; i++) {
    const block = blocks[i]!;
    if (block.role !== 'masthead' && block.role !== 'title' && block.role !== 'furniture') continue;
    const text = block.form === 'furniture' ? block.text.trim() : block.reading.text;
    if (text.length === 0 || text.length > 700) continue;
    const f = featuresOf(block);
    if (!fields.symbol && (block.form === 'furniture' || text.length < 400)) {
      const m = SYMBOL.exec(text.slice(0, 200));
      // A resolution's title names other documents; the masthead's own symbol stands alone or after the organ's name.
      if (
        m &&
        (m.index < 2 || /^(?:United Nations|UNITED NATIONS|Nations Unies)/.test(text)) &&
        !/^\*/.test(text)
      )
        take('symbol', block, m, 1);
    }
    if (block.form === 'furniture') continue;
    take('distribution', block, DISTRIBUTION.exec(text), 1);
    take('original', block, ORIGINAL.exec(text), 1);
    if (!fields.place && RANGE.test(text)) take('place', block, RANGE.exec(text), 0);
    else if (
      isDateLine(text) ||
      f.line === 'distribution' ||
      f.line === 'united-nations' ||
      DISTRIBUTION.test(text)
    )
      take('date', block, DATE.exec(text), 0);
    if (f.line === 'agenda-item' || (text.length < 120 && /^(?:\*\*)?(?:Agenda )?[Ii]tem/.test(text))) {
      if (take('agendaItem', block, ITEM.exec(text), 1)) {
        const note = block.reading.indicators.find((n) => n.form === 'asterisk');
        if (note) fields.agendaNote = note.key;
      }
    }
    if (text.length < 260) {
      if (f.line === 'session' || SESSION.test(text.slice(0, 60)))
        take('session', block, SESSION.exec(text), 1);
      if (
        f.line === 'body' ||
        f.line === 'united-nations' ||
        /^United Nations /.test(text) ||
        text.length < 180
      ) {
        if (!/^(?:Report|Note|Review|Letter|Statement|Draft|Agenda|Item|Activities)/.test(text))
          take('organ', block, ORGAN.exec(text), 1);
      }
    }
    if (f.line === 'author' || f.line === 'note-title') take('author', block, /^.*$/.exec(text), 0);
    else if (block.role === 'title' && text.length > 3) {
      // The last title before the author's line is the document's own.
      if (!fields.author) fields.title = { block, value: text, start: 0, end: text.length };
    }
  }
  return fields;
}
