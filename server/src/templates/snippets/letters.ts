import { blocks, type SnippetRow } from './row.js';

const LETTER = ['letter'] as const;

/** The formulas of correspondence. */
export const LETTER_SNIPPETS: readonly SnippetRow[] = [
  {
    id: 'letter-title',
    prefixes: ['letter-title', 'letter-dated'],
    title: 'Title of a circulated letter',
    description: 'Date, sender and addressee, as letters are entitled when they are circulated.',
    kinds: LETTER,
    place: 'letter',
    body: '# ${1|Letter,Identical letters,Note verbale|} dated ${2:day month year} from the ${3:sender} to the United Nations addressed to ${4|the Secretary-General,the President of the General Assembly,the President of the Security Council|}',
    examples: { 2: '3 June 2024', 3: 'Permanent Representative of Valmora' },
    context: { after: '\n\nI have the honour to transmit herewith a concept note.' },
  },
  {
    id: 'letter-honour',
    prefixes: ['have-the-honour', 'honour'],
    title: 'I have the honour to',
    description: 'The first sentence of a letter.',
    kinds: LETTER,
    place: 'letter',
    body: 'I have the honour to ${1|transmit herewith,refer to,inform you of,draw your attention to|} ${2:what}.',
    examples: { 2: 'the concept note for the open debate on the protection of civilian infrastructure' },
  },
  {
    id: 'letter-circulation',
    prefixes: ['circulate', 'grateful'],
    title: 'Request for circulation',
    description: 'Asks that the letter be circulated as a document.',
    kinds: LETTER,
    place: 'letter',
    body: 'I should be grateful if the present letter ${1|and its annex could,and its enclosures could,could|} be circulated as a document of the ${2|Security Council,General Assembly,Economic and Social Council|}.',
    examples: {},
  },
  {
    id: 'letter-signature',
    prefixes: ['signed', 'signature'],
    title: 'Signature',
    description: 'The name as it is printed in a circulated letter, and the capacity.',
    kinds: LETTER,
    place: 'letter',
    body: blocks('(*Signed*) ${1:First name Surname}', '${2:capacity}'),
    examples: {
      1: 'Ilse Marenholt',
      2: 'Ambassador and Permanent Representative of Valmora to the United Nations',
    },
    context: { before: 'I have the honour to transmit herewith a concept note.\n\n' },
  },
  {
    id: 'note-verbale-opening',
    prefixes: ['note-verbale', 'compliments'],
    title: 'Note verbale: opening',
    description: 'The sender presents its compliments and has the honour to write.',
    kinds: LETTER,
    place: 'letter',
    body: 'The ${1:sender} presents its compliments to ${2:the addressee} and has the honour to ${3:do what}.',
    examples: {
      1: 'Permanent Mission of Valmora to the United Nations (Vienna)',
      2: 'the United Nations Office on Drugs and Crime',
      3: 'refer to the twelfth session of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    },
  },
  {
    id: 'note-verbale-closing',
    prefixes: ['note-verbale-closing', 'avails'],
    title: 'Note verbale: closing',
    description: 'The sender renews the assurances of its highest consideration.',
    kinds: LETTER,
    place: 'letter',
    body: 'The ${1:sender} avails itself of this opportunity to renew to ${2:the addressee} the assurances of its highest consideration.',
    examples: {
      1: 'Permanent Mission of Valmora to the United Nations (Vienna)',
      2: 'the United Nations Office on Drugs and Crime',
    },
  },
];
