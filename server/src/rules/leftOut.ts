import type { LeftOut } from './pages.js';

/** Drafting rules of the catalogue that are no rows of the table. */
export const LEFT_OUT: readonly LeftOut[] = [
  { id: 'PAR-002', why: 'Tells headings from paragraphs: part of the parser, not a finding.' },
];
