import type { Block } from '../../document/block.js';
import type { Field } from '../../document/masthead.js';
import { noteMark } from '../../document/reading.js';
import { listing, phrase, type Sentence } from '../../l10n/phrase.js';
import { ordinalWords } from '../../text/ordinals.js';
import type { Anchor, Rule } from '../rule.js';

const MASTHEADS = 'Editorial Manual, Mastheads and cover pages';
const NUMBERS = 'Editorial Manual, Numbers, dates and time';
const FRONT = ['masthead', 'title'] as const;

/** Where a field of the masthead stands. Its words are part of what the structure is made from. */
function anchorOf(field: Field): Anchor {
  return { kind: 'source', ...field.block.reading.spanToSource(field.start, field.end) };
}

const complete: Rule = {
  code: 'masthead-complete',
  ids: ['MAST-001'],
  title: 'The masthead of a report or note is complete',
  why: 'Symbol, distribution, date and language are what a document is registered and found by.',
  severity: { default: 'off', report: 'information', note: 'information' },
  source: MASTHEADS,
  fix: 'none',
  onSave: true,
  messages: { default: 'The masthead lacks: {list}.' },
  wrong: [
    'A/75/998\n\nDistr.: ⟦General⟧\n\nOriginal: English\n\nReport of the Secretary-General\n\n1. The Office held a meeting.\n\n2. The report was adopted.\n',
  ],
  right: [
    'A/75/998\n\nDistr.: General\n\n3 June 2020\n\nOriginal: English\n\nReport of the Secretary-General\n\n1. The Office held a meeting.\n\n2. The report was adopted.\n',
    '1. The Office held a meeting.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { masthead } = context.structure;
      // A text without any of it is being drafted, or lost its masthead when it was converted.
      const { distribution } = masthead;
      if (!distribution) return;
      const list: Sentence[] = [];
      if (!masthead.symbol) list.push(phrase`the symbol`);
      if (!masthead.date) list.push(phrase`the date`);
      if (!masthead.original) list.push(phrase`the original language`);
      if (list.length > 0)
        context.report(distribution.block, anchorOf(distribution), { args: { list: listing(list) } });
    },
  },
};

const VALUES = ['General', 'Limited', 'Restricted', 'Confidential'];

const distributionValue: Rule = {
  code: 'distribution-value',
  ids: ['MAST-002'],
  title: 'The distribution is one of the fixed words',
  why: 'The word decides who receives the document; machines read it.',
  severity: { default: 'error', record: 'hint', other: 'warning' },
  source: MASTHEADS,
  fix: 'safe',
  messages: {
    default: 'The distribution is General, Limited, Restricted or Confidential.',
    form: 'The line is written “Distr.: {right}”.',
  },
  wrong: [
    'A/75/998\n\n⟦Distr: general⟧\n\n3 June 2020\n\n1. The Office held a meeting.\n',
    'A/75/998\n\nDistr.: ⟦Public⟧\n\n3 June 2020\n\n1. The Office held a meeting.\n',
  ],
  right: ['A/75/998\n\nDistr.: General\n\n3 June 2020\n\n1. The Office held a meeting.\n'],
  block: {
    on: { words: ['Distr'] },
    roles: FRONT,
    check(context, start, end) {
      const m = /^(\.?)( ?: ?)([A-Za-z]+)/.exec(context.text.slice(end, end + 24));
      if (!m) return;
      const word = m[3]!;
      const value = VALUES.find((v) => v.toLowerCase() === word.toLowerCase());
      const from = end + m[1]!.length + m[2]!.length;
      if (!value) {
        context.report(from, from + word.length);
        return;
      }
      // Older documents have the word in capitals.
      if (word === value.toUpperCase() || (word === value && m[1] === '.')) return;
      context.report(start, from + word.length, {
        variant: 'form',
        args: { right: value },
        fix: {
          title: phrase`Replace with “Distr.: ${value}”`,
          edits: [{ start, end: from + word.length, text: `Distr.: ${value}` }],
        },
      });
    },
  },
};

const distributionSymbol: Rule = {
  code: 'distribution-symbol',
  ids: ['MAST-003'],
  title: 'The distribution agrees with the symbol',
  why: 'Documents of the L. series are Limited, those of the main series General.',
  severity: { default: 'error', record: 'off', other: 'warning' },
  source: 'Dag Hammarskjöld Library, United Nations document symbols',
  fix: 'none',
  messages: {
    default: 'A document of the L. series has the distribution Limited.',
    general: 'A document of the main series has the distribution General.',
  },
  wrong: ['A/C.3/78/L.60\n\nDistr.: ⟦General⟧\n\n3 June 2023\n\n1. The Office held a meeting.\n'],
  right: [
    'A/C.3/78/L.60\n\nDistr.: Limited\n\n3 June 2023\n\n1. The Office held a meeting.\n',
    'A/78/998\n\nDistr.: General\n\n3 June 2023\n\n1. The Office held a meeting.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { symbol, distribution } = context.structure.masthead;
      if (!symbol || !distribution) return;
      const value = distribution.value.toLowerCase();
      const limited = /\/L\.\d/.test(symbol.value);
      if (limited && value === 'general') context.report(distribution.block, anchorOf(distribution));
      else if (/^[AE]\/\d{2,4}\/\d{1,3}$/.test(symbol.value) && value === 'limited')
        context.report(distribution.block, anchorOf(distribution), { variant: 'general' });
    },
  },
};

const mastheadDate: Rule = {
  code: 'masthead-date',
  ids: ['MAST-004'],
  title: 'The date of the document is a day that exists, written day, month, year',
  why: 'The date is what the document is filed and cited by.',
  severity: { default: 'error', record: 'hint', other: 'warning', letter: 'warning' },
  source: NUMBERS,
  fix: 'suggested',
  messages: {
    default: 'There is no such day.',
    form: 'In a masthead the date is written “{right}”.',
  },
  wrong: [
    'A/75/998\n\nDistr.: General\n\n⟦31 June 2020⟧\n\nOriginal: English\n\n1. The Office held a meeting.\n',
    'A/75/998\n\nDistr.: General\n\n⟦July 22, 2020⟧\n\nOriginal: English\n\n1. The Office held a meeting.\n',
  ],
  right: [
    'A/75/998\n\nDistr.: General\n\n3 June 2020\n\nOriginal: English\n\n1. The Office held a meeting.\n',
  ],
  block: {
    on: { citations: ['date'] },
    roles: ['masthead'],
    check(context, start, end, citation) {
      if (citation?.type !== 'date') return;
      const { text } = context;
      if (!citation.exists) {
        context.report(start, end);
        return;
      }
      // Only the line of the document's own date.
      if (end - start < text.length - 12 || context.draft.language !== 'en') return;
      if (citation.form !== 'month-day' && citation.form !== 'ordinal') return;
      if (citation.year === null || citation.weekday !== undefined) return;
      const month = /[A-Z][a-z]{2,}/.exec(citation.text)?.[0];
      if (!month) return;
      const right = `${citation.day} ${month} ${citation.year}`;
      context.report(start, end, {
        variant: 'form',
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end, text: right }] },
      });
    },
  },
};

const dateSession: Rule = {
  code: 'masthead-date-session',
  ids: ['MAST-005'],
  title: 'The date of a document is near its session',
  why: 'Documents are issued in the months before a session; another year is most often a slip.',
  severity: { default: 'off', report: 'information', note: 'information', agenda: 'information' },
  source: null,
  fix: 'none',
  messages: { default: 'The document is dated {year}, the session {session}.' },
  wrong: [
    'A/75/998\n\nDistr.: General\n\n⟦3 June 2010⟧\n\nOriginal: English\n\nEleventh session\n\nVienna, 6–10 October 2025\n\n1. The Office held a meeting.\n',
  ],
  right: [
    'A/75/998\n\nDistr.: General\n\n3 June 2025\n\nOriginal: English\n\nEleventh session\n\nVienna, 6–10 October 2025\n\n1. The Office held a meeting.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { date, place } = context.structure.masthead;
      const year = Number(/\b(?:19|20)\d\d\b/.exec(date?.value ?? '')?.[0]);
      const session = Number(/\b(?:19|20)\d\d\b(?!.*\b(?:19|20)\d\d\b)/.exec(place?.value ?? '')?.[0]);
      if (!date || !year || !session) return;
      // Reports of a session are issued after it, now and then in the next year.
      if (year > session + 1 || year < session - 2)
        context.report(date.block, anchorOf(date), { args: { year, session } });
    },
  },
};

const sessionOrdinal: Rule = {
  code: 'masthead-session-ordinal',
  ids: ['MAST-006'],
  title: 'The ordinal of a session is spelled out in the masthead',
  why: 'Sessions are named in words up to the ninety-ninth.',
  severity: { default: 'warning', record: 'off', other: 'hint' },
  source: NUMBERS,
  fix: 'safe',
  language: true,
  messages: { default: 'The session is written “{right} session”.' },
  wrong: [
    'A/75/998\n\nDistr.: General\n\n⟦11th⟧ session\n\n1. The Office held a meeting.\n',
    'A/75/998\n\nDistr.: General\n\n# Report on the ⟦11th⟧ Session\n\n1. The Office held a meeting.\n',
  ],
  right: [
    'A/75/998\n\nDistr.: General\n\nEleventh session\n\n82nd plenary meeting\n\n1. The Office held a meeting.\n',
  ],
  block: {
    on: { numbers: true },
    roles: ['masthead', 'title'],
    check(context, start, end) {
      const { text } = context;
      const m = /^(?:st|nd|rd|th) ((?:special |regular |resumed )*)[Ss]ession\b/.exec(
        text.slice(end, end + 40),
      );
      if (!m || end - start > 2) return;
      const words = ordinalWords(Number(text.slice(start, end)));
      if (!words) return;
      const right = start === 0 || / S/.test(m[0]) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
      context.report(start, end + 2, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end: end + 2, text: right }] },
      });
    },
  },
};

const placeDates: Rule = {
  code: 'masthead-dates-dash',
  ids: ['MAST-007'],
  title: 'The dates of a session are joined by an unspaced en dash',
  why: 'The line “Vienna, 6–10 October 2025” has one form in all documents.',
  severity: { default: 'warning', record: 'off', other: 'hint' },
  source: 'Editorial Manual, Punctuation',
  fix: 'safe',
  houseStyle: true,
  messages: { default: 'The dates are joined by an unspaced en dash: “{right}”.' },
  wrong: [
    'A/75/998\n\nDistr.: General\n\nVienna, ⟦17-21⟧ October 2022\n\n1. The Office held a meeting.\n',
    'A/75/998\n\nDistr.: General\n\nVienna, ⟦17 – 21⟧ October 2022\n\n1. The Office held a meeting.\n',
  ],
  right: ['A/75/998\n\nDistr.: General\n\nVienna, 6–10 October 2025\n\n1. The Office held a meeting.\n'],
  block: {
    on: { citations: ['date-range'] },
    roles: ['masthead'],
    check(context, _start, _end, citation) {
      if (citation?.type !== 'date-range' || citation.joined !== 'dash' || citation.unit !== 'day') return;
      const { text } = context;
      const m = /^(\d{1,2}(?: [A-Z][a-z]+)?) ?[-–—] ?(\d{1,2})/.exec(
        text.slice(citation.first.start, citation.first.start + 26),
      );
      if (!m || m[0] === `${m[1]}–${m[2]}`) return;
      const right = `${m[1]}–${m[2]}`;
      const at = citation.first.start;
      context.report(at, at + m[0].length, {
        args: { right },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: at, end: at + m[0].length, text: right }],
        },
      });
    },
  },
};

const agendaItem: Rule = {
  code: 'masthead-agenda-item',
  ids: ['MAST-008'],
  title: 'The line of the agenda item has its fixed form',
  why: 'Documents of one item are found by that line.',
  severity: { default: 'warning', record: 'off', other: 'hint', statement: 'hint', letter: 'hint' },
  source: MASTHEADS,
  fix: 'safe',
  language: true,
  messages: { default: 'The line is written “{right}”.' },
  wrong: [
    'A/75/998\n\nDistr.: General\n\n⟦Item 2(b) of the Provisional Agenda⟧\n\n1. The Office held a meeting.\n',
    'A/75/998\n\nDistr.: General\n\n⟦Agenda Item 106⟧\n\n1. The Office held a meeting.\n',
  ],
  right: [
    'A/75/998\n\nDistr.: General\n\nItem 2 (b) of the provisional agenda\n\n1. The Office held a meeting.\n',
  ],
  block: {
    on: { words: ['Item', 'Items'] },
    roles: ['masthead'],
    check(context, start) {
      const { text } = context;
      const from = /^Agenda $/.test(text.slice(0, start)) ? 0 : start;
      if (from !== 0) return;
      const m =
        /^(?:Agenda [Ii]tems?|Items?) \d{1,3}(?: ?\([a-z]\))?(?: of the [Pp]rovisional [Aa]genda)?/.exec(
          text.slice(0, 60),
        );
      if (!m) return;
      const right = m[0]
        .replace(/^Agenda Item/, 'Agenda item')
        .replace(/(\d)\(/, '$1 (')
        .replace(/[Pp]rovisional [Aa]genda/, 'provisional agenda');
      if (right === m[0]) return;
      context.report(0, m[0].length, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start: 0, end: m[0].length, text: right }] },
      });
    },
  },
};

const agendaNote: Rule = {
  code: 'masthead-agenda-note',
  ids: ['MAST-009', 'FN-003'],
  title: 'The asterisk behind the agenda has its note',
  why: 'The note gives the symbol of the agenda; without it the asterisk points at nothing.',
  severity: { default: 'off', report: 'error', note: 'error', agenda: 'warning' },
  source: 'Editorial Manual, Footnotes and other references, chapter IX',
  fix: 'none',
  onSave: true,
  messages: {
    default: 'No note with an asterisk follows. It gives the symbol of the agenda.',
    mismatch: 'The agenda in the note is of {found}, this document of {own}.',
  },
  wrong: [
    'A/75/998\n\nDistr.: General\n\n3 June 2020\n\nItem ⟦2 (b)⟧ of the provisional agenda\\*\n\nReport of the Secretary-General\n\n1. The Office held a meeting.\n\n2. The report was adopted.\n',
  ],
  right: [
    'A/75/998\n\nDistr.: General\n\n3 June 2020\n\nItem 2 (b) of the provisional agenda\\*\n\nReport of the Secretary-General\n\n1. The Office held a meeting.\n\n\\* A/75/150.\n\n2. The report was adopted.\n',
  ],
  draft: {
    reads: ['structure', 'notes'],
    check(context) {
      const { agendaItem: item, agendaNote: mark, symbol } = context.structure.masthead;
      if (!item || !mark) return;
      let found: Block | null = null;
      for (const b of context.blocks) {
        if (b.form === 'blank' || b.form === 'code') continue;
        const note = noteMark(b.text.slice(0, 60));
        const loose =
          /^[\s_]*(?:\\?\*)+ ?\[?[A-Z]{1,5}\//.test(b.text.slice(0, 40)) ||
          /\n[\s]*(?:\\?\*)+ ?[A-Z]{1,5}\//.test(b.text);
        if (loose || (note?.form === 'asterisk' && note.key === mark) || (note && note.key.startsWith('*'))) {
          found = b;
          break;
        }
      }
      if (!found) {
        context.report(item.block, anchorOf(item));
        return;
      }
      const own = /^(?:CTOC\/COP|CAC\/COSP|E\/CN\.\d+)\/(\d{4})\//.exec(symbol?.value ?? '');
      const other = /\b(?:CTOC\/COP|CAC\/COSP|E\/CN\.\d+)\/(\d{4})\//.exec(found.reading.text.slice(0, 60));
      if (own && other && own[1] !== other[1])
        context.report(
          found,
          { kind: 'block' },
          {
            variant: 'mismatch',
            args: { found: other[1]!, own: own[1]! },
            atMost: 'warning',
          },
        );
    },
  },
};

const authorLine: Rule = {
  code: 'masthead-author',
  ids: ['MAST-010'],
  title: 'The author’s line is one of the fixed forms',
  why: 'Reports are “of”, notes are “by”: “Report of the Secretary-General”, “Note by the Secretariat”.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'The line is written “{right}”.' },
  wrong: ['A/75/998\n\nDistr.: General\n\n⟦Report by the Secretariat⟧\n\n1. The Office held a meeting.\n'],
  right: ['A/75/998\n\nDistr.: General\n\nReport of the Secretariat\n\n1. The Office held a meeting.\n'],
  block: {
    on: { words: ['Report', 'Note', 'Secretariat'] },
    roles: FRONT,
    check(context, start) {
      const { text } = context;
      if (start !== 0 || text.length > 60) return;
      const m =
        /^(?:(Report) by|(Note) (?:of|from)|(Report|Note) (?:by|of) (?=Secretar)|Secretariat (Note|Report)$)(?: the)? ?(Secretariat|Secretary-General)?$/.exec(
          text,
        );
      const noun = m?.[1] ?? m?.[2] ?? m?.[3] ?? m?.[4];
      const author = m?.[5] ?? (m?.[4] ? 'Secretariat' : undefined);
      if (!noun || !author) return;
      const right = `${noun} ${noun === 'Report' ? 'of' : 'by'} the ${author}`;
      if (right === text) return;
      context.report(0, text.length, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start: 0, end: text.length, text: right }] },
      });
    },
  },
};

const statementHeader: Rule = {
  code: 'statement-header',
  ids: ['MAST-012', 'STMT-012'],
  title: 'A statement says who speaks and when',
  why: 'A statement that is circulated or posted later is read without its occasion.',
  severity: { default: 'off', statement: 'hint' },
  source: null,
  fix: 'none',
  spoken: true,
  onSave: true,
  language: true,
  messages: {
    default: 'The lines before the salutation give no {list}.',
    bare: 'The lines at the head of the statement give no {list}.',
  },
  exampleKind: 'statement',
  wrong: [
    '⟦Statement on the work of the Office⟧\n\nMadam Chair,\n\nIt is an honour to speak to this meeting on behalf of my delegation.\n\nI thank you.\n',
    '⟦Talking points on the work of the Office⟧\n\nIt is an honour to speak to this meeting on behalf of my delegation.\n\nI thank you.\n',
  ],
  right: [
    'Tuesday, 13 October 2020\n\nStatement by Ms. Ada Example, Permanent Representative of Utopia\n\nMadam Chair,\n\nIt is an honour to speak to this meeting.\n\nI thank you.\n',
  ],
  draft: {
    reads: ['structure', 'citation:date', 'citation:date-range', 'words:date', 'words:date-range'],
    check(context) {
      const { bodyStart } = context.structure;
      const front = context.blocks.slice(0, bodyStart).filter((b) => b.reading.text.length > 0);
      const first = front[0];
      if (!first) return;
      const words = front.map((b) => b.reading.text.slice(0, 300)).join('\n');
      const dated = front.some((b) =>
        context.citationsIn(b).some((c) => c.type === 'date' || c.type === 'date-range'),
      );
      const speaker =
        /\b(?:Mr|Ms|Mrs|Dr|H\.E|Her|His|Ambassador|Minister|Director|Chief|President|Chair|Representative|Statement (?:by|of|on behalf)|delivered by|Secretary-General|Rapporteur)\b/.test(
          words,
        );
      if (dated && speaker) return;
      const list = dated ? phrase`speaker` : speaker ? phrase`date` : phrase`date and no speaker`;
      const greeted = context.blocks.some((b) => b.role === 'salutation');
      context.report(first, { kind: 'block' }, { variant: greeted ? 'default' : 'bare', args: { list } });
    },
  },
};

const draftMasthead: Rule = {
  code: 'draft-resolution-masthead',
  ids: ['MAST-013'],
  title: 'A draft resolution has a symbol of the L. series',
  why: 'Drafts are issued for limited distribution, with L. before their number.',
  severity: { default: 'off', resolution: 'warning', decision: 'warning' },
  source: 'Editorial Manual, Resolutions and other formal decisions: drafting and editing',
  fix: 'none',
  messages: { default: 'The symbol of a draft of a Main Committee has L. before its number.' },
  exampleKind: 'resolution',
  wrong: [
    '⟦A/C.3/78/60⟧\n\nDistr.: Limited\n\nBrazil and Chile: draft resolution\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    'A/C.3/78/L.60\n\nDistr.: Limited\n\nBrazil and Chile: draft resolution\n\n*The General Assembly*,\n\n*Recalling* its earlier resolutions,\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  draft: {
    reads: ['structure'],
    check(context) {
      const { structure } = context;
      const { symbol } = structure.masthead;
      if (structure.status !== 'draft' || !symbol) return;
      if (/^A\/C\.\d\/\d+\/\d+$/.test(symbol.value)) context.report(symbol.block, anchorOf(symbol));
    },
  },
};

export const rules: readonly Rule[] = [
  complete,
  distributionValue,
  distributionSymbol,
  mastheadDate,
  dateSession,
  sessionOrdinal,
  placeDates,
  agendaItem,
  agendaNote,
  authorLine,
  statementHeader,
  draftMasthead,
];
