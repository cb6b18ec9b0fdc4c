import type { Finding, Rule } from './rule.js';

/** From this many findings on, a text has a habit rather than slips. */
const HABIT = 4;

const hints = new WeakMap<Finding, Finding>();

/** The same finding as a hint; the same object each time it is asked for. */
function asHint(finding: Finding): Finding {
  if (finding.severity === 'hint') return finding;
  let hint = hints.get(finding);
  if (!hint) {
    hint = { ...finding, severity: 'hint' };
    hints.set(finding, hint);
  }
  return hint;
}

/**
 * Where a text breaks a rule of habit throughout (another spelling, hyphens in all its ranges), the first place stands
 * for all: it keeps its severity, and the others are hints. One sentence tells an author of a habit; forty do not.
 * The findings are to be in the order of the text; none is left out.
 */
export function softenHabits(findings: readonly Finding[]): Finding[] {
  const counts = new Map<Rule, number>();
  for (const { rule } of findings) if (rule.habit) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const told = new Set<Rule>();
  return findings.map((finding) => {
    const { rule } = finding;
    if ((counts.get(rule) ?? 0) < HABIT) return finding;
    if (!told.has(rule)) {
      told.add(rule);
      return finding;
    }
    return asHint(finding);
  });
}
