import { KINDS, type DocumentKind, type Severity } from '../document/kinds.js';
import type { FixKind } from '../rules/rule.js';
import { RULE_SET } from '../rules/table.js';
import { DEFAULTS, type Settings } from '../settings/settings.js';
import { shownExample } from '../rules/examples.js';

/** A rule as a person or a program may want to know it; the shape of `plenary rules --format json`. */
export interface RuleDescription {
  /** What stands in findings, in the configuration and in comments. */
  readonly code: string;
  /** Its identifiers in the catalogue of drafting rules: "PAR-001". */
  readonly ids: readonly string[];
  readonly title: string;
  readonly why: string;
  /** What it says of a text where it is off is nothing. */
  readonly severity: Readonly<Record<DocumentKind, Severity | 'off'>>;
  /** Where the rule is written; null for practice without a written source. */
  readonly source: string | null;
  readonly fix: FixKind;
  /** A rule of language has its say on English texts only. */
  readonly englishOnly: boolean;
  /** Pieces of texts in which it is broken, the places found between ⟦ and ⟧, and pieces in which it is not. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** All rules in the order of the table, with the severities that the settings give them. */
export function describeRules(settings: Settings = DEFAULTS): readonly RuleDescription[] {
  const byKind = new Map(KINDS.map((kind) => [kind, RULE_SET.severities(kind, settings)]));
  return RULE_SET.rules.map((rule, index): RuleDescription => ({
    code: rule.code,
    ids: rule.ids,
    title: rule.title,
    why: rule.why,
    severity: Object.fromEntries(KINDS.map((kind) => [kind, byKind.get(kind)?.[index] ?? 'off'])) as Record<
      DocumentKind,
      Severity | 'off'
    >,
    source: rule.source,
    fix: rule.fix,
    englishOnly: rule.language ?? false,
    wrong: rule.wrong.map(shownExample),
    right: rule.right.map(shownExample),
  }));
}
