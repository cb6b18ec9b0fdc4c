import type { DocumentKind, Severity } from '../document/kinds.js';
import type { Range } from '../document/draft.js';
import type { Masthead } from '../document/masthead.js';
import { wordsOf } from '../document/words.js';
import type { Finding, Rule } from '../rules/rule.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { messageOf } from '../rules/wording.js';
import { lengthLimit } from '../settings/length.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import type { Say } from './messages.js';
import { placeOf } from './places.js';

/** What is looked at, in the order in which it is shown. */
export const HEALTH_PARTS = ['masthead', 'numbering', 'references', 'facts', 'style', 'length'] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

/** One finding, and where it leads to. */
export interface HealthItem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where it stands, in words: "paragraph 14". */
  readonly place: string;
  readonly range: Range;
}

/** One part of a document's health. Hints are counted and not listed: they are advice. */
export interface HealthOfPart {
  readonly part: HealthPart;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly hints: number;
  readonly items: readonly HealthItem[];
}

/** How a document stands. */
export interface Health {
  readonly kind: DocumentKind;
  readonly parts: readonly HealthOfPart[];
  /** Fields that the masthead of such a document has, and which of them are there. */
  readonly masthead: {
    readonly present: readonly MastheadField[];
    readonly missing: readonly MastheadField[];
  };
  readonly words: number;
  /** How many words it may have; null where nothing limits it. */
  readonly limit: number | null;
}

export type MastheadField = Exclude<keyof Masthead, 'agendaNote' | 'place' | 'author'>;

/** What the masthead of a parliamentary document has (ST/CS/SER.A/44/Rev.1); other kinds have none that could be incomplete. */
const FIELDS: Partial<Record<DocumentKind, readonly MastheadField[]>> = {
  report: ['symbol', 'distribution', 'date', 'original', 'organ', 'session', 'agendaItem', 'title'],
  note: ['symbol', 'distribution', 'date', 'original', 'organ', 'session', 'agendaItem', 'title'],
  agenda: ['symbol', 'distribution', 'date', 'original', 'organ', 'session'],
  resolution: ['symbol', 'distribution', 'date', 'original', 'organ', 'session', 'agendaItem', 'title'],
  decision: ['symbol', 'distribution', 'date', 'original', 'organ', 'session', 'agendaItem', 'title'],
};

/** The families of the catalogue of drafting rules, by the part that they belong to; all others are matters of style. */
const FAMILIES: Readonly<Record<string, HealthPart>> = {
  MAST: 'masthead',
  PAR: 'numbering',
  HEAD: 'numbering',
  XREF: 'references',
  FN: 'references',
  SYM: 'references',
  RES: 'references',
  TR: 'references',
  DATE: 'facts',
  TIME: 'facts',
  CONS: 'facts',
  LEN: 'length',
};

/** The part that a rule belongs to. */
export function healthPartOf({ ids, language }: Pick<Rule, 'ids' | 'language'>): HealthPart {
  const part = FAMILIES[ids[0]?.split('-')[0] ?? ''] ?? 'style';
  // The form of a date is style; what it says is a fact.
  return part === 'facts' && language ? 'style' : part;
}

/** How a draft stands, out of its findings, worded in a language. `saved` says that the text is as it was saved. */
export function healthOf(open: OpenDraft, saved: boolean, say: Say, language: Language = ENGLISH): Health {
  const { draft } = open;
  const { structure } = draft;
  const found = new Map<HealthPart, Finding[]>(HEALTH_PARTS.map((part) => [part, []]));
  for (const finding of open.findings(saved)) found.get(healthPartOf(finding.rule))!.push(finding);
  const fields = FIELDS[structure.kind] ?? [];
  return {
    kind: structure.kind,
    parts: HEALTH_PARTS.map((part) => partOf(part, found.get(part)!, open, say, language)),
    masthead: {
      present: fields.filter((field) => structure.masthead[field] !== null),
      missing: fields.filter((field) => structure.masthead[field] === null),
    },
    words: wordsOf(draft),
    limit: lengthLimit(structure, open.analysis.settings),
  };
}

function partOf(
  part: HealthPart,
  findings: readonly Finding[],
  open: OpenDraft,
  say: Say,
  language: Language,
): HealthOfPart {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return {
    part,
    errors: count('error'),
    warnings: count('warning'),
    others: count('information'),
    hints: count('hint'),
    items: findings
      .filter(({ severity }) => severity !== 'hint')
      .map((finding) => ({
        code: finding.rule.code,
        severity: finding.severity,
        message: messageOf(finding, language),
        place: placeOf(finding.block, say),
        range: open.draft.rangeOf(finding.block, open.analysis.spanOf(finding.block, finding.anchor)),
      })),
  };
}

const TITLES: Readonly<Record<HealthPart, string>> = {
  masthead: 'Masthead',
  numbering: 'Numbering and headings',
  references: 'References',
  facts: 'Facts',
  style: 'Style',
  length: 'Length',
};

const FIELD_WORDS: Readonly<Record<MastheadField, string>> = {
  symbol: 'symbol',
  distribution: 'distribution',
  date: 'date',
  original: 'original language',
  organ: 'organ',
  session: 'session',
  agendaItem: 'agenda item',
  title: 'title',
};

/** How a document stands, as a report in Markdown to file or send, in English. `today` is an ISO date. */
export function healthReport(health: Health, name: string, today: string): string {
  const lines = [
    `# Document health: ${escaped(name)}`,
    '',
    `As of ${today}; kind of document: ${health.kind}.`,
    '',
  ];
  lines.push('| Part | Errors | Warnings | Information | Hints |', '|---|--:|--:|--:|--:|');
  for (const { part, errors, warnings, others, hints } of health.parts)
    lines.push(`| ${TITLES[part]} | ${errors} | ${warnings} | ${others} | ${hints} |`);
  for (const { part, items, hints } of health.parts) {
    lines.push('', `## ${TITLES[part]}`, '');
    if (part === 'masthead') lines.push(mastheadWords(health), '');
    if (part === 'length') lines.push(lengthWords(health), '');
    if (items.length === 0) lines.push(hints === 0 ? 'Nothing to report.' : onlyHints(hints));
    for (const { severity, message, place, range, code } of items)
      lines.push(`- ${severity}, ${place} (line ${range.start.line + 1}): ${escaped(message)} \`${code}\``);
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function onlyHints(hints: number): string {
  return `Nothing to report but ${hints === 1 ? 'one hint' : `${hints} hints`}, marked in the text by dots.`;
}

function mastheadWords({ masthead: { present, missing } }: Health): string {
  if (present.length + missing.length === 0) return 'A document of this kind has no fixed masthead.';
  if (missing.length === 0) return 'The masthead is complete.';
  return `Missing: ${missing.map((field) => FIELD_WORDS[field]).join(', ')}.`;
}

function lengthWords({ words, limit }: Health): string {
  const count = `${words.toLocaleString('en')} words`;
  return limit === null
    ? `${count}; nothing limits this document.`
    : `${count} of at most ${limit.toLocaleString('en')}.`;
}

/** Words as they are in Markdown: what would be a mark there is none. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
