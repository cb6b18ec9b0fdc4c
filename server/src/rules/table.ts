import { rules as abbreviations } from './families/abbreviations.js';
import { rules as capitals } from './families/capitals.js';
import { rules as consistency } from './families/consistency.js';
import { rules as dates } from './families/dates.js';
import { rules as drafts } from './families/drafts.js';
import { rules as general } from './families/general.js';
import { rules as headings } from './families/headings.js';
import { rules as inclusive } from './families/inclusive.js';
import { rules as length } from './families/length.js';
import { rules as meetings } from './families/meetings.js';
import { rules as masthead } from './families/masthead.js';
import { rules as names } from './families/names.js';
import { rules as notes } from './families/notes.js';
import { rules as numbering } from './families/numbering.js';
import { rules as numbers } from './families/numbers.js';
import { rules as places } from './families/places.js';
import { rules as punctuation } from './families/punctuation.js';
import { rules as quantities } from './families/quantities.js';
import { rules as references } from './families/references.js';
import { rules as reports } from './families/reports.js';
import { rules as resolutions } from './families/resolutions.js';
import { rules as slips } from './families/slips.js';
import { rules as spelling } from './families/spelling.js';
import { rules as statements } from './families/statements.js';
import { rules as symbols } from './families/symbols.js';
import { rules as treaties } from './families/treaties.js';
import type { Rule } from './rule.js';
import { RuleSet } from './ruleSet.js';

/** All rules, by family, in the order in which the table and its pages show them. */
export const RULES: readonly Rule[] = [
  ...numbering,
  ...references,
  ...notes,
  ...headings,
  ...masthead,
  ...symbols,
  ...resolutions,
  ...dates,
  ...numbers,
  ...spelling,
  ...slips,
  ...capitals,
  ...abbreviations,
  ...names,
  ...places,
  ...punctuation,
  ...inclusive,
  ...length,
  ...statements,
  ...drafts,
  ...consistency,
  ...quantities,
  ...meetings,
  ...reports,
  ...treaties,
  ...general,
];

/** The compiled table, made once. */
export const RULE_SET = new RuleSet(RULES);

/** Whether a code, or the beginning of codes before a "*", is one of the table. */
export function isRuleCode(code: string): boolean {
  if (code.endsWith('*')) return RULES.some((rule) => rule.code.startsWith(code.slice(0, -1)));
  return RULES.some((rule) => rule.code === code);
}
