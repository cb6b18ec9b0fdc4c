import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Severity } from '../document/kinds.js';
import type { DraftFacts } from './blockContext.js';
import { DerivedValues, DraftContext } from './draftContext.js';
import type { Gathered } from './gathered.js';
import type { CitingCheck, Finding, Rule } from './rule.js';
import type { RuleSet } from './ruleSet.js';

/** A draft as its checks find it. */
export interface DraftState {
  readonly facts: DraftFacts;
  /** By index of the rule; null where it is off. */
  readonly severities: readonly (Severity | null)[];
  /** The citations of a block, with what points back resolved. */
  citationsOf(block: Block): readonly Citation[];
  /** True while blocks are still to be read: what looks at more than the structure cannot be said yet. */
  readonly early: boolean;
}

/** What changed in a draft. */
export interface DraftDifference {
  /** The keys of what checks read (see `Reads`); '*' stands for all. */
  readonly dirty: ReadonlySet<string>;
  /** Blocks with another text, part or meaning than before, and blocks that are gone. */
  readonly touched: ReadonlySet<Block>;
}

const NONE: readonly never[] = Object.freeze([]);

/**
 * What the checks of a whole draft have to say. Behind an edit those run again that read something that has changed, those
 * of which a finding stands in a block that has (its places and fixes are others now), and those that go block by block for
 * the blocks alone.
 */
export class DraftChecks {
  readonly #draft: Draft;
  readonly #rules: RuleSet;
  readonly #gathered: Gathered;
  readonly #failed: (rule: Rule, index: number, error: unknown) => void;
  readonly #findings = new Map<Rule, readonly Finding[]>();
  /** The findings of checks that go block by block. */
  readonly #byBlock = new Map<Rule, Map<Block, readonly Finding[]>>();
  readonly #derived = new DerivedValues();
  /** Checks that wait until somebody asks for what is said of a saved text. */
  readonly #due = new Set<Rule>();

  /** `failed` is told of each check that throws: it has no findings. */
  constructor(
    draft: Draft,
    rules: RuleSet,
    gathered: Gathered,
    failed: (rule: Rule, index: number, error: unknown) => void,
  ) {
    this.#draft = draft;
    this.#rules = rules;
    this.#gathered = gathered;
    this.#failed = failed;
  }

  /** The findings of a rule, in no order. */
  of(rule: Rule): readonly Finding[] {
    return this.#findings.get(rule) ?? NONE;
  }

  /** Forgets all findings, and what waits. */
  clear(): void {
    this.#findings.clear();
    this.#byBlock.clear();
    this.#due.clear();
  }

  /** Takes in what changed. All that wait for a saved text are due from now on. */
  update(state: DraftState, { dirty, touched }: DraftDifference): void {
    const all = dirty.has('*');
    this.#derived.forget(dirty);
    const shared = new Map<object, unknown>();
    this.#rules.rules.forEach((rule, index) => {
      const { draft } = rule;
      if (!draft) return;
      if (!state.severities[index] || (rule.language && state.facts.language !== 'en')) {
        this.#findings.delete(rule);
        this.#byBlock.delete(rule);
        this.#due.delete(rule);
      } else if (rule.onSave) this.#due.add(rule);
      else if (state.early && !readsStructureAlone(rule)) return;
      else if (all || draft.reads.some((key) => dirty.has(key)))
        this.#check(rule, index, state, shared, null);
      else if (draft.citing) this.#check(rule, index, state, shared, touched);
      else if (this.of(rule).some((finding) => standsIn(finding, touched)))
        this.#check(rule, index, state, shared, null);
    });
  }

  /** Runs the checks that have waited. */
  runDue(state: DraftState): void {
    if (this.#due.size === 0) return;
    const shared = new Map<object, unknown>();
    this.#rules.rules.forEach((rule, index) => {
      if (!this.#due.has(rule) || (state.early && !readsStructureAlone(rule))) return;
      this.#due.delete(rule);
      this.#check(rule, index, state, shared, null);
    });
  }

  /** Runs one check: for the blocks that were touched, or anew where that is null. */
  #check(
    rule: Rule,
    index: number,
    state: DraftState,
    shared: Map<object, unknown>,
    touched: ReadonlySet<Block> | null,
  ): void {
    const severity = state.severities[index];
    if (!severity || !rule.draft) return;
    const context = new DraftContext(
      this.#draft,
      state.facts,
      this.#gathered,
      (block) => state.citationsOf(block),
      shared,
      this.#derived,
    );
    context.enter(rule, severity);
    try {
      if (rule.draft.citing) this.#checkBlocks(rule, rule.draft, context, touched);
      else {
        rule.draft.check(context);
        this.#findings.set(rule, context.taken());
      }
    } catch (error) {
      this.#findings.delete(rule);
      this.#byBlock.delete(rule);
      this.#failed(rule, index, error);
    }
  }

  #checkBlocks(
    rule: Rule,
    draft: CitingCheck,
    context: DraftContext,
    touched: ReadonlySet<Block> | null,
  ): void {
    const { citing } = draft;
    let byBlock = this.#byBlock.get(rule);
    if (!byBlock || touched === null)
      this.#byBlock.set(rule, (byBlock = new Map<Block, readonly Finding[]>()));
    let changed = touched === null;
    for (const block of touched ?? context.blocksCiting(citing)) {
      if (byBlock.delete(block)) changed = true;
      if (touched !== null && !this.#cites(block, citing, context)) continue;
      draft.checkBlock(context, block);
      const found = context.taken();
      if (found.length === 0) continue;
      byBlock.set(block, found);
      changed = true;
    }
    if (changed) this.#findings.set(rule, [...byBlock.values()].flat());
  }

  /** Whether a block is still there and cites one of these kinds. */
  #cites(block: Block, kinds: readonly CitationKind[], context: DraftContext): boolean {
    return (
      this.#draft.blocks[block.index] === block &&
      context.citationsIn(block).some(({ type }) => kinds.includes(type))
    );
  }
}

function standsIn({ block, related }: Finding, blocks: ReadonlySet<Block>): boolean {
  return blocks.has(block) || related.some((one) => blocks.has(one.block));
}

function readsStructureAlone({ draft }: Rule): boolean {
  return (
    draft !== undefined &&
    !draft.citing &&
    draft.reads.every((key) => key === 'structure' || key === 'numbers')
  );
}
