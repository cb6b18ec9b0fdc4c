import type { Finding, Rule } from './rule.js';

/** From this many findings on, a text has a habit rather than slips. */
const HABIT = 3;

/** So many hints of one rule are shown in a text; the first says how many more there are. */
const SHOWN = 5;

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

const firsts = new WeakMap<Finding, Finding>();

/** The same finding, saying of how many other places it speaks; the same object while their number is the same. */
function speakingFor(finding: Finding, more: number): Finding {
  let first = firsts.get(finding);
  if (first?.more !== more) {
    first = { ...finding, more };
    firsts.set(finding, first);
  }
  return first;
}

/**
 * What is shown of the findings of a text: of each rule all that are more than hints, and its first few hints. The first
 * finding of a rule that has more hints than that says how many places are left out (`more`); nothing is passed over in
 * silence, and a fix of all of them still mends them all.
 */
export function foldHints(findings: readonly Finding[]): Finding[] {
  const hints = new Map<Rule, number>();
  for (const { rule, severity } of findings)
    if (severity === 'hint' && !rule.distinct) hints.set(rule, (hints.get(rule) ?? 0) + 1);
  const shown = new Map<Rule, number>();
  const told = new Set<Rule>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const { rule, severity } = finding;
    const more = (hints.get(rule) ?? 0) - SHOWN;
    if (severity === 'hint' && !rule.distinct) {
      const count = (shown.get(rule) ?? 0) + 1;
      shown.set(rule, count);
      if (count > SHOWN) continue;
    }
    if (more > 0 && !told.has(rule)) kept.push(speakingFor(finding, more));
    else kept.push(finding);
    told.add(rule);
  }
  return kept;
}
