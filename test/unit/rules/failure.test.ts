import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';
import { Analysis } from '../../../server/src/rules/analysis.js';
import type { Rule } from '../../../server/src/rules/rule.js';
import { RuleSet } from '../../../server/src/rules/ruleSet.js';
import { RULES } from '../../../server/src/rules/table.js';
import { DEFAULTS, merge } from '../../../server/src/settings/settings.js';
import { recognize } from './recognizer.js';

const ROW = {
  ids: [],
  title: 'A rule that fails',
  why: 'It shows what then happens.',
  severity: 'warning',
  source: null,
  fix: 'none',
  messages: { default: 'A lamp is mentioned.' },
  wrong: [],
  right: [],
} as const;

/** Finds the word "lamp", and throws where "broken" stands. */
function failing(code: string, where: 'block' | 'draft'): Rule {
  return {
    ...ROW,
    code,
    ...(where === 'block'
      ? {
          block: {
            on: { words: ['lamp', 'broken'] },
            check: (context, start, end) => {
              if (context.text.slice(start, end) === 'broken') throw new Error('on purpose');
              context.report(start, end);
            },
          },
        }
      : {
          draft: {
            reads: ['structure'],
            check: ({ draft }) => {
              if (draft.text.includes('broken')) throw new Error('on purpose');
            },
          },
        }),
  };
}

const TEXT = '1. The lamp of the the harbour.\n\n2. Another lamp.\n\n4. A third lamp.\n';

function read(text: string, rules: RuleSet, told: string[]): { draft: Draft; analysis: Analysis } {
  const draft = new Draft(text, { kind: 'report' });
  const analysis = new Analysis(draft, {
    rules,
    recognize,
    settings: DEFAULTS,
    today: null,
    onRuleFailure: (rule, error) => told.push(`${rule.code}: ${(error as Error).message}`),
  });
  return { draft, analysis };
}

const codes = (analysis: Analysis): string[] => [
  ...new Set(analysis.allFindings().map(({ rule }) => rule.code)),
];

describe('a rule that throws', () => {
  for (const where of ['block', 'draft'] as const) {
    it(`is off in every draft, is told of once, and all others go on (a check of the ${where})`, () => {
      const rule = failing(`fails-in-${where}`, where);
      const rules = new RuleSet([rule, ...RULES]);
      const told: string[] = [];
      const other = read(TEXT, rules, told);
      const { draft, analysis } = read(TEXT, rules, told);
      const others = codes(analysis).filter((code) => code !== rule.code);
      assert.ok(others.includes('doubled-word') && others.includes('paragraph-sequence'), others.join());
      assert.equal(codes(analysis).includes(rule.code), where === 'block');
      analysis.update(
        draft.edit({ start: { line: 2, character: 3 }, end: { line: 2, character: 10 } }, 'A broken'),
      );
      assert.deepEqual(told, [`${rule.code}: on purpose`]);
      assert.deepEqual(codes(analysis), others);
      // Neither an edit, nor other settings, nor another draft calls it again.
      analysis.update(
        draft.edit({ start: { line: 4, character: 3 }, end: { line: 4, character: 4 } }, 'broken'),
      );
      analysis.reconfigure({ settings: merge(DEFAULTS, { profile: 'delegation' }) });
      assert.ok(!codes(read(TEXT, rules, told).analysis).includes(rule.code));
      assert.ok(!codes(other.analysis).includes(rule.code), 'what it found before is gone as well');
      assert.deepEqual(told, [`${rule.code}: on purpose`]);
    });
  }
});
