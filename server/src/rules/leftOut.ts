import type { LeftOut } from './pages.js';

/** Drafting rules of the catalogue that are no rows of the table, with the reason. Those that are built meanwhile are not shown. */
export const LEFT_OUT: readonly LeftOut[] = [
  { id: 'PAR-002', why: 'Tells headings from paragraphs: part of the parser, not a finding.' },
  { id: 'PAR-015', why: 'Not every report has conclusions; nothing in the text says whether it should.' },
  { id: 'FN-007', why: 'How many notes are too many is a matter of judgement.' },
  { id: 'HEAD-009', why: 'Published headings are often not parallel.' },
  { id: 'MAST-011', why: 'Titles are abridged in the first paragraph as often as not.' },
  { id: 'MAST-014', why: 'Needs the agenda of the session, which is not at hand.' },
  { id: 'DATE-013', why: 'The reporting period is seldom stated in a form that can be relied on.' },
  { id: 'NUM-017', why: 'Whether two figures mean the same quantity needs an understanding of the text.' },
  {
    id: 'NAME-004',
    why: 'Needs a list of the capitals of the world, which the tables of facts do not hold.',
  },
  { id: 'NAME-006', why: 'Whether territories are meant needs an understanding of the text.' },
  { id: 'PUNC-010', why: 'Titles of publications cannot be told from other names.' },
  { id: 'STMT-007', why: 'Shown in the status bar rather than reported.' },
  {
    id: 'STMT-009',
    why: 'What is hard to say aloud is a matter of the speaker; “and/or” has a rule of its own.',
  },
  {
    id: 'STMT-010',
    why: 'Covered for written texts by the rule on pages; the order of speech is a matter of style.',
  },
  { id: 'STMT-011', why: 'Whether a translation is handed in is not in the text.' },
  { id: 'DR-011', why: 'What a committee means by “takes note of” is for the committee to know.' },
  { id: 'CONS-005', why: 'Needs an understanding of the text.' },
  { id: 'CONS-006', why: 'Resolutions repeat their predecessors on purpose.' },
  { id: 'CONS-009', why: 'Needs an understanding of the text.' },
  { id: 'CONS-010', why: 'Needs facts on publications that the tables do not hold.' },
  { id: 'CONS-011', why: 'Needs the number of parties by date, which the tables do not hold.' },
  { id: 'CONS-012', why: 'Needs an understanding of the text.' },
];
