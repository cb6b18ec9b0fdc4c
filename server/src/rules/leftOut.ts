import type { LeftOut } from './pages.js';

/** Drafting rules of the catalogue that are no rows of the table, with the reason. Those that are built meanwhile are not shown. */
export const LEFT_OUT: readonly LeftOut[] = [
  { id: 'PAR-002', why: 'Tells headings from paragraphs: part of the parser, not a finding.' },
  { id: 'DATE-013', why: 'The reporting period is seldom stated in a form that can be relied on.' },
  { id: 'NUM-017', why: 'Whether two figures mean the same quantity needs an understanding of the text.' },
  {
    id: 'NAME-004',
    why: 'Needs a list of the capitals of the world, which the tables of facts do not hold.',
  },
  { id: 'NAME-006', why: 'Whether territories are meant needs an understanding of the text.' },
  { id: 'PUNC-010', why: 'Titles of publications cannot be told from other names.' },
  {
    id: 'STMT-010',
    why: 'The part on pages is the rule “reference-page”, which holds for statements too; whether a speaker names the paragraph before or after the words is a matter of delivery.',
  },
  {
    id: 'STMT-011',
    why: 'The line is needed only where a written translation is handed in, and the text does not say whether one is.',
  },
  {
    id: 'DR-011',
    why: 'Both forms are used on purpose: “takes note with appreciation” and its like open some 850 paragraphs of the resolutions adopted from 2019 to 2026, and what a committee means by them is for the committee to know.',
  },
  { id: 'CONS-010', why: 'Needs outside knowledge: when each edition of a publication appeared.' },
  { id: 'CONS-011', why: 'Needs outside knowledge: how many parties each treaty had on each date.' },
  { id: 'CONS-012', why: 'Needs an understanding of the text.' },
];
