import type { DocumentKind } from '../../document/kinds.js';
import type { Blank, Question } from '../newDocument.js';

/** Questions that several documents ask, with the example that fits the document. */

const CONFERENCE =
  'Conference of the Parties to the United Nations Convention against Transnational Organized Crime';

export function body(example = CONFERENCE, label = 'Which body is the document for?'): Question {
  return { name: 'body', label, type: 'body', hint: 'name of the body', example };
}

export function session(example = '12'): Question {
  return {
    name: 'session',
    label: 'Which session or meeting?',
    type: 'session',
    hint: 'session',
    example,
  };
}

export function place(example = 'Vienna'): Question {
  return { name: 'place', label: 'Where does the session take place?', type: 'text', hint: 'place', example };
}

export function dates(example = '14–18 October 2024'): Question {
  return {
    name: 'dates',
    label: 'From when to when?',
    type: 'text',
    hint: 'first day–last day month year',
    example,
  };
}

export function item(example = '2 (b)'): Question {
  return {
    name: 'item',
    label: 'Under which agenda item?',
    type: 'agenda-item',
    hint: 'number of the item',
    example,
  };
}

export function itemTitle(example = 'Trafficking in Persons Protocol'): Question {
  return {
    name: 'itemTitle',
    label: 'What is the title of the item?',
    type: 'text',
    hint: 'title of the item',
    example,
  };
}

export function date(example = '2024-10-14', label = 'On what date?'): Question {
  return { name: 'date', label, type: 'date', hint: 'day month year', example };
}

export function speaker(example = 'Ms. Ada Lindqvist'): Question {
  return {
    name: 'speaker',
    label: 'Who speaks?',
    type: 'person',
    hint: 'Ms. or Mr. First name Surname',
    example,
  };
}

export function capacity(example = 'Chief of the Drafting Support Section'): Question {
  return { name: 'capacity', label: 'In what capacity?', type: 'text', hint: 'office or function', example };
}

export function state(example = 'Valmora'): Question {
  return {
    name: 'state',
    label: 'On behalf of which State?',
    type: 'text',
    hint: 'name of the State',
    example,
  };
}

/** Who presides. The interface offers the forms that fit the body; any other form of address may be written. */
export function presiding(example = 'Madam President'): Question {
  return {
    name: 'presiding',
    label: 'Who presides, and how is that person addressed?',
    type: 'choice',
    hint: 'Madam President',
    example,
    choices: ['Madam President', 'Mr. President', 'Madam Chair', 'Mr. Chair'],
    open: true,
  };
}

export function title(example: string, label = 'What is the title of the document?'): Question {
  return { name: 'title', label, type: 'text', hint: 'title of the document', example };
}

export function sponsors(example = 'Austria, Brazil and Chile'): Question {
  return {
    name: 'sponsors',
    label: 'Who sponsors the draft, in English alphabetical order?',
    type: 'text',
    hint: 'sponsors in English alphabetical order',
    example,
  };
}

/** The addressees of a salutation after the presiding officer, in the forms that are heard. */
export const AUDIENCE: Blank = {
  name: 'audience',
  hint: 'representatives',
  example: 'representatives',
  choices: ['representatives', 'delegates', 'colleagues', 'experts'],
};

/** The short name of a body that the table of bodies does not know. */
export const BODY_SHORT: Blank = {
  name: 'bodyShort',
  hint: 'short name of the body, with article',
  example: 'the Conference',
};

export function blank(name: string, hint: string, example: string): Blank {
  return { name, hint, example };
}

/** What the symbol of a document is made of where the series of the body is not known, or its number is not. */
export function symbolBlanks(symbol: string, number: string, agendaSymbol: string): Blank[] {
  return [
    blank('symbol', 'symbol of the document', symbol),
    blank('number', 'number', number),
    blank('agendaSymbol', 'symbol of the provisional agenda', agendaSymbol),
  ];
}

/** Front matter, for a document whose own words do not say what it is. It does not show in the preview. */
export function frontMatter(kind: DocumentKind): string {
  return `---\nkind: ${kind}\n---`;
}
