import assert from 'node:assert/strict';
import { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { CatalogueView } from '../../../server/src/catalogue/view.js';
import { Draft } from '../../../server/src/document/draft.js';
import { Analysis } from '../../../server/src/rules/analysis.js';
import { UNUSED_IGNORE } from '../../../server/src/rules/ignore.js';
import type { Finding, Rule } from '../../../server/src/rules/rule.js';
import { RuleSet } from '../../../server/src/rules/ruleSet.js';
import { elsewhereOf, type Elsewhere } from '../../../server/src/rules/stated.js';
import { RULE_SET } from '../../../server/src/rules/table.js';
import { messageOf } from '../../../server/src/rules/wording.js';
import { summarize } from '../../../server/src/workspace/summary.js';
import { DEFAULTS, merge } from '../../../server/src/settings/settings.js';
import { recognize } from './recognizer.js';

/** The one resolution that the examples of rules may know, as the tables of facts have it. */
const CATALOGUE = new CatalogueView(
  Catalogue.fromRows([
    {
      organ: 'GA',
      symbol: 'A/RES/75/158',
      number: '75/158',
      session: '75',
      title: 'Trafficking in women and girls',
      adoptionDate: '2020-12-16',
      vote: 'without a vote',
      meeting: 'A/75/PV.46',
      draft: 'A/C.3/75/L.14',
      report: 'A/75/471',
      subject: 'Agenda item 28: Advancement of women',
      titleSource: 'un-xml',
      sources: 'un-xml',
      confidence: 'high',
      undlRecord: '',
    },
  ]),
);

/** A text with the places of findings marked, taken apart. */
export function unmark(marked: string): { text: string; spans: { start: number; end: number }[] } {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (const c of marked) {
    if (c === '⟦') open.push(text.length);
    else if (c === '⟧') spans.push({ start: open.pop()!, end: text.length });
    else text += c;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start) };
}

export interface Located {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

/** All findings of a text, with their places as offsets of the text. `only` runs one rule, switched on. */
export function findingsOf(
  text: string,
  options: { kind?: Rule['exampleKind']; today?: string; only?: Rule } = {},
): Located[] {
  const draft = new Draft(text, { kind: options.kind ?? null });
  // An ignore is unused when all rules have had their say.
  const whole = options.only === undefined || options.only.code === UNUSED_IGNORE;
  const rules = whole ? RULE_SET : new RuleSet([options.only!]);
  const base = merge(DEFAULTS, options.only?.exampleSettings ?? {});
  const settings =
    options.only && isOff(options.only, draft.structure.kind)
      ? merge(base, { rules: { [options.only.code]: 'warning' } })
      : base;
  let failure: unknown;
  const analysis = new Analysis(draft, {
    rules,
    recognize,
    settings,
    today: options.today ?? null,
    catalogue: CATALOGUE,
    elsewhere: options.only?.exampleElsewhere ? others(options.only.exampleElsewhere) : null,
    onRuleFailure: (_, error) => {
      failure = error;
    },
  });
  if (failure instanceof Error) throw failure;
  assert.equal(failure, undefined);
  const found = analysis
    .findings()
    .filter((f) => options.only === undefined || f.rule.code === options.only.code);
  return found.map((finding) => {
    const span = analysis.spanOf(finding.block, finding.anchor);
    const at = draft.offsetOf(finding.block);
    return { finding, start: at + span.start, end: at + span.end };
  });
}

/** What the other documents of an example say. */
function others(texts: readonly string[]): Elsewhere {
  return elsewhereOf(
    texts.flatMap((text, i) => {
      const draft = new Draft(text);
      const analysis = new Analysis(draft, {
        rules: new RuleSet([]),
        recognize,
        settings: DEFAULTS,
        today: null,
      });
      return summarize(draft, analysis, { uri: `file:///other-${i + 1}.undoc` }).stated;
    }),
  );
}

function isOff(rule: Rule, kind: string): boolean {
  const { severity } = rule;
  return (
    (typeof severity === 'string' ? severity : (severity[kind as 'report'] ?? severity.default ?? 'off')) ===
    'off'
  );
}

/** Checks that a rule finds exactly what is marked. */
export function check(rule: Rule, marked: string): void {
  const { text, spans } = unmark(marked);
  const found = findingsOf(text, {
    kind: rule.exampleKind ?? 'report',
    today: rule.exampleToday ?? '2026-01-15',
    only: rule,
  });
  const render = (list: readonly { start: number; end: number }[]): string => {
    let out = '';
    let at = 0;
    for (const s of [...list].sort((a, b) => a.start - b.start)) {
      out += `${text.slice(at, s.start)}⟦${text.slice(Math.max(at, s.start), s.end)}⟧`;
      at = Math.max(at, s.end);
    }
    return out + text.slice(at);
  };
  assert.equal(render(found), render(spans), found.map((f) => messageOf(f.finding)).join('\n'));
}
