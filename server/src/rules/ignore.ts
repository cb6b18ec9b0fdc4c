import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Severity } from '../document/kinds.js';
import type { Finding, Rule } from './rule.js';
import type { RuleSet } from './ruleSet.js';

/** The code of the rule that reports an ignore which suppresses nothing. */
export const UNUSED_IGNORE = 'unused-ignore';

interface Ignore {
  readonly block: Block;
  /** Codes, or empty for all. */
  readonly codes: readonly string[];
  readonly scope: 'next' | 'file';
  /** The block that "next" means. */
  readonly target: Block | null;
  readonly start: number;
  readonly end: number;
  used: boolean;
}

const COMMENT = /<!--\s*plenary-ignore-(next|file)\b([^<>]*?)-->/g;
const FRONT_MATTER = /^plenary-ignore[ \t]*:[ \t]*(.*)$/m;

/**
 * What comments in a text say to pass over: `<!-- plenary-ignore-next code, code -->` before a block,
 * `<!-- plenary-ignore-file code -->` anywhere, `plenary-ignore: code, code` in front matter. Without a code all rules
 * are meant.
 */
export class Suppressions {
  readonly #ignores: readonly Ignore[];
  readonly #rules: RuleSet;

  private constructor(ignores: readonly Ignore[], rules: RuleSet) {
    this.#ignores = ignores;
    this.#rules = rules;
  }

  /** The blocks of a draft that may say what to pass over. */
  static blocksOf(draft: Draft): readonly Block[] {
    return draft.blocks.filter(({ form }) => form === 'comment' || form === 'front-matter');
  }

  static of(draft: Draft, rules: RuleSet, blocks = Suppressions.blocksOf(draft)): Suppressions {
    const ignores: Ignore[] = [];
    for (const block of blocks) {
      if (block.form === 'comment') {
        for (const m of block.text.matchAll(COMMENT)) {
          ignores.push({
            block,
            codes: codesIn(m[2]!),
            scope: m[1] as 'next' | 'file',
            target: m[1] === 'next' ? nextWords(draft, block) : null,
            start: m.index,
            end: m.index + m[0].length,
            used: false,
          });
        }
      } else if (block.form === 'front-matter') {
        const m = FRONT_MATTER.exec(block.text);
        if (m)
          ignores.push({
            block,
            codes: codesIn(m[1]!),
            scope: 'file',
            target: null,
            start: m.index,
            end: m.index + m[0].length,
            used: false,
          });
      }
    }
    return new Suppressions(ignores, rules);
  }

  /** Whether a finding is to be passed over. */
  covers(finding: Finding): boolean {
    let covered = false;
    for (const ignore of this.#ignores) {
      if (ignore.scope === 'next' && ignore.target !== finding.block) continue;
      if (ignore.codes.length > 0 && !ignore.codes.includes(finding.rule.code)) continue;
      ignore.used = true;
      covered = true;
    }
    return covered;
  }

  /** A finding for each ignore that covered nothing; asked for after all findings went through `covers`. */
  unused(severityOf: (rule: Rule) => Severity | null): Finding[] {
    const rule = this.#rules.byCode.get(UNUSED_IGNORE);
    const severity = rule ? severityOf(rule) : null;
    if (!rule || !severity) return [];
    return this.#ignores
      .filter((i) => !i.used)
      .map((i) => ({
        rule,
        severity,
        block: i.block,
        anchor: { kind: 'source', start: i.start, end: i.end },
        variant: 'default',
        args: { codes: i.codes.join(', ') },
        fixes: [],
        related: [],
      }));
  }
}

function codesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((code) => /^[a-z][a-z0-9-]*$/.test(code));
}

function nextWords(draft: Draft, block: Block): Block | null {
  for (let i = block.index + 1; i < draft.blocks.length; i++) {
    const next = draft.blocks[i]!;
    if (next.form !== 'comment' && next.form !== 'blank') return next;
  }
  return null;
}
