import type { DocumentKind } from '../document/kinds.js';
import { NEW_DOCUMENTS } from './documents/index.js';
import { newDocument } from './newDocument.js';
import { fillSnippet } from './snippetSyntax.js';
import { SNIPPETS } from './snippets/index.js';
import { blocks, type SnippetRow } from './snippets/row.js';

/** A template filled with its examples, as a whole document that the rules can be run on. */
export interface FilledTemplate {
  /** "document:…" or "snippet:…" with the id of the row. */
  readonly id: string;
  readonly kind: DocumentKind;
  /** A whole document. A snippet stands in a small document of its kind. */
  readonly text: string;
  /** UTF-16 offsets of the template's own text within `text`: findings outside are those of the surroundings. */
  readonly start: number;
  readonly end: number;
}

const CONFERENCE =
  'Conference of the Parties to the United Nations Convention against Transnational Organized Crime';

/**
 * Every new document and every snippet, filled with its examples. What the rules find between `start` and `end` is a
 * fault of the template.
 */
export function* everyFilledTemplate(): Generator<FilledTemplate> {
  for (const template of NEW_DOCUMENTS) {
    const answers = Object.fromEntries(
      template.questions.map((question) => [question.name, question.example]),
    );
    const result = newDocument(template.id, answers);
    if (!result.ok) continue;
    const { snippet, open } = result.document;
    const text = fillSnippet(snippet, Object.fromEntries(open.map((blank) => [blank.number, blank.example])));
    yield { id: `document:${template.id}`, kind: template.kind, text, start: 0, end: text.length };
  }
  for (const row of SNIPPETS) {
    const fragment = fillSnippet(row.body, row.examples);
    const surroundings = around(row, fragment);
    const before = surroundings.before + (row.context?.before ?? '');
    const after = (row.context?.after ?? '') + surroundings.after;
    yield {
      id: `snippet:${row.id}`,
      kind: kindOf(row),
      text: `${before}${fragment}${after}\n`,
      start: before.length,
      end: before.length + fragment.length,
    };
  }
}

/** The kind of the small document in which a snippet is tried. */
function kindOf(row: SnippetRow): DocumentKind {
  const first = row.kinds[0];
  if (first !== undefined)
    return row.place === 'reference' && row.kinds.includes('report') ? 'report' : first;
  return row.place === 'amendment' ? 'other' : 'report';
}

function around(row: SnippetRow, fragment: string): { before: string; after: string } {
  switch (kindOf(row)) {
    case 'statement':
      return aroundStatement(row);
    case 'resolution':
      return aroundResolution(row, fragment);
    case 'decision':
      return { before: `${decisionHead()}\n\n`, after: '' };
    case 'treaty':
      return aroundTreaty(row, fragment);
    case 'letter':
      return aroundLetter(row);
    case 'other':
      return { before: `${AMENDMENT_HEAD}\n\n`, after: '' };
    default:
      return aroundReport(row, fragment);
  }
}

function statementHead(body: string): string {
  const isConference = body === CONFERENCE;
  return blocks(
    'Monday, 14 October 2024',
    `**${body}**`,
    ...(isConference ? ['Twelfth session'] : []),
    'Agenda item 2 (b): Trafficking in Persons Protocol',
    '# Statement',
    'Ms. Ada Lindqvist',
    'Chief of the Drafting Support Section',
  );
}

const SALUTATION = blocks(
  'Madam President,',
  'Excellencies, distinguished representatives, ladies and gentlemen,',
);
const SPEECH = 'Cooperation among practitioners has saved lives. It deserves the support of all States.';
const THANKS = 'I thank you for your attention.';

function aroundStatement(row: SnippetRow): { before: string; after: string } {
  const head = statementHead(row.context?.body ?? CONFERENCE);
  switch (row.place) {
    case 'header':
      return { before: '', after: `\n\n${blocks(SALUTATION, SPEECH, THANKS)}` };
    case 'salutation':
      return { before: `${head}\n\n`, after: `\n\n${blocks(SPEECH, THANKS)}` };
    case 'closing':
      return { before: `${blocks(head, SALUTATION, SPEECH)}\n\n`, after: '' };
    default:
      return { before: `${blocks(head, SALUTATION)}\n\n`, after: `\n\n${blocks(SPEECH, THANKS)}` };
  }
}

const REPORT_HEAD = blocks(
  'United Nations',
  'CTOC/COP/2024/12',
  `**${CONFERENCE}**`,
  'Distr.: General',
  '22 July 2024',
  'Original: English',
  '**Twelfth session**',
  'Vienna, 14–18 October 2024',
  'Item 2 (b) of the provisional agenda*',
  '**Trafficking in Persons Protocol**',
  '# Activities to support the implementation of the Trafficking in Persons Protocol',
  '**Report of the Secretariat**',
  '* CTOC/COP/2024/1.',
);
const INTRODUCTION = blocks(
  '## I. Introduction',
  `1. The present report is submitted to the ${CONFERENCE}, at its twelfth session.`,
);
const REPORT = { before: `${REPORT_HEAD}\n\n${INTRODUCTION}\n\n`, after: '' };

function aroundReport(row: SnippetRow, fragment: string): { before: string; after: string } {
  if (row.place === 'front-matter') return { before: '', after: `\n\n${REPORT_HEAD}\n\n${INTRODUCTION}` };
  if (row.place === 'masthead') return { before: '', after: `\n\n${INTRODUCTION}${conclusion(2, 'II')}` };
  // Notes end the document, so that the mark and its note stay together.
  if (row.place === 'note' || row.id === 'footnote-see-above') return REPORT;
  if (row.id === 'conclusions-and-recommendations' || row.id === 'annex') return REPORT;
  const all = (row.context?.before ?? '') + fragment + (row.context?.after ?? '');
  return { ...REPORT, after: conclusion(lastNumber(all) + 1, /^## II\. /m.test(all) ? 'III' : 'II') };
}

function conclusion(number: number, roman: string): string {
  return `\n\n## ${roman}. Conclusions\n\n${number}. The demand for assistance has continued to grow.`;
}

/** The number of the last paragraph that begins a line; headings, which begin with marks, do not count. */
function lastNumber(text: string): number {
  let last = 1;
  for (const match of text.matchAll(/^(\d{1,3})\. /gm)) last = Number(match[1]);
  return last;
}

function draftHead(sponsors: string): string {
  return blocks(
    'United Nations',
    'A/C.3/80/L.71',
    '**General Assembly**',
    'Distr.: Limited',
    '20 October 2025',
    'Original: English',
    '**Eightieth session**',
    '**Third Committee**',
    'Agenda item 107',
    '**Crime prevention and criminal justice**',
    ...(sponsors === '' ? [] : [sponsors]),
  );
}

function decisionHead(): string {
  return blocks(
    draftHead('**Draft decision submitted by the Chair**'),
    '# Dates of the expert meeting on labour inspection',
  );
}

const DRAFT_TITLE = '# Cooperation of labour inspectorates in action against trafficking in persons';
const SPONSORS = '**Austria, Brazil and Chile: draft resolution**';
const ORGAN_LINE = '*The General Assembly*,';
const PREAMBLE = '*Guided* by the purposes and principles of the Charter of the United Nations,';
const FIRST_OPERATIVE = '1. *Calls upon* Member States to train labour inspectors;';

/** The draft in which a snippet is tried, as far as its organ line; the Security Council's drafts have no title and item. */
function draftAround(
  organ: string | undefined,
  sponsors: string,
): { head: string; title: string; organLine: string } {
  if (organ !== 'Security Council')
    return { head: draftHead(sponsors), title: DRAFT_TITLE, organLine: ORGAN_LINE };
  return {
    head: blocks(
      'United Nations',
      'S/2025/912',
      '**Security Council**',
      'Distr.: General',
      '20 October 2025',
      'Original: English',
      '**Denmark and Guyana: draft resolution**',
    ),
    title: '',
    organLine: '*The Security Council*,',
  };
}

function aroundResolution(row: SnippetRow, fragment: string): { before: string; after: string } {
  const { head, title, organLine } = draftAround(row.context?.body, row.place === 'sponsors' ? '' : SPONSORS);
  const upToTitle = title === '' ? head : blocks(head, title);
  // The same verb is never printed twice running, so that the last paragraph has another where the snippet decides.
  const last = (number: number): string =>
    /^\d{1,3}\. \*(?:Also d|Further d|D)ecides/.test(fragment)
      ? `${number}. *Stresses* the importance of international cooperation.`
      : `${number}. *Decides* to remain seized of the matter.`;
  const operative = blocks(FIRST_OPERATIVE, last(2));
  switch (row.place) {
    case 'masthead':
      return {
        before: '',
        after: `\n\n${blocks(...(row.id === 'model-un-header' ? [DRAFT_TITLE] : []), ORGAN_LINE, PREAMBLE, operative)}`,
      };
    case 'sponsors':
      return { before: `${head}\n\n`, after: `\n\n${blocks(DRAFT_TITLE, ORGAN_LINE, PREAMBLE, operative)}` };
    case 'organ':
      return { before: `${upToTitle}\n\n`, after: `\n\n${blocks(PREAMBLE, operative)}` };
    case 'preamble': {
      const first = row.id === 'preamble-guided-by-charter' ? [organLine] : [organLine, PREAMBLE];
      return { before: `${blocks(upToTitle, ...first)}\n\n`, after: `\n\n${operative}` };
    }
    default: {
      const begins = /^(\d{1,3})\. /.exec((row.context?.before ?? '') + fragment);
      const first = begins?.[1] === '2' ? [FIRST_OPERATIVE] : [];
      const closes = fragment.endsWith('.') && !fragment.includes('[^');
      return {
        before: `${blocks(upToTitle, organLine, PREAMBLE, ...first)}\n\n`,
        after: closes ? '' : `\n\n${last(lastNumber(fragment) + 1)}`,
      };
    }
  }
}

const TREATY_HEAD = blocks(
  '# Draft Convention on the Protection of Records',
  '## Preamble',
  '*The States Parties to this Convention*,',
  '*Convinced* that the protection of records requires cooperation,',
  'Have agreed as follows:',
);

function aroundTreaty(row: SnippetRow, fragment: string): { before: string; after: string } {
  if (row.id === 'treaty-preamble') return { before: '', after: '' };
  const head = fragment.includes('this Protocol')
    ? TREATY_HEAD.replaceAll('Convention', 'Protocol')
    : TREATY_HEAD;
  if (row.place !== 'final-clause') return { before: `${head}\n\n`, after: '' };
  return {
    before: `${blocks(head, '### Article 1. Scope of application', 'This Convention shall apply to records.')}\n\n`,
    after: '',
  };
}

const AMENDMENT_HEAD = blocks(
  draftHead('**Chile and Kenya: amendment to draft resolution A/C.3/80/L.71**'),
  DRAFT_TITLE,
);

function aroundLetter(row: SnippetRow): { before: string; after: string } {
  const head = blocks(
    'United Nations',
    'S/2024/912',
    '**Security Council**',
    'Distr.: General',
    '3 June 2024',
    'Original: English',
  );
  if (row.id === 'letter-title') return { before: `${head}\n\n`, after: '' };
  if (row.id.startsWith('note-verbale'))
    return { before: '# Note verbale\n\n', after: '\n\nVienna, 2 September 2024' };
  return {
    before: `${blocks(
      head,
      '# Letter dated 3 June 2024 from the Permanent Representative of Valmora to the United Nations addressed to the President of the Security Council',
    )}\n\n`,
    after: '',
  };
}
