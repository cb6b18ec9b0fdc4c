/** What a document is, in the words of the command line's contract. */
export const KINDS = [
  'statement',
  'report',
  'note',
  'resolution',
  'decision',
  'treaty',
  'letter',
  'agenda',
  'record',
  'other',
] as const;
export type DocumentKind = (typeof KINDS)[number];

/** Whether a document is still being drafted or is the adopted text. Adopted texts are offered no renumbering. */
export type DocumentStatus = 'draft' | 'adopted';

/** Severities, gravest first; `off` switches a rule off. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The language a document is written in, as far as the engine tells: rules of language run on English only. */
export type DocumentLanguage = 'en' | 'fr' | 'es' | 'other';
