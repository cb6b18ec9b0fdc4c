import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Severity } from '../document/kinds.js';
import type { Structure } from '../document/structure.js';
import type { Arguments } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import type { DraftFacts } from './blockContext.js';
import type { Anchor, Fact, Finding, Fix, Related, Rule } from './rule.js';

/** What the engine keeps of a block for the checks of the draft. */
export interface BlockSummary {
  readonly facts: readonly Fact[];
  readonly citations: readonly Citation[];
}

export interface DraftReportOptions {
  readonly variant?: string;
  readonly args?: Arguments;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly atMost?: Severity;
}

/** A fact or citation with its place. `ordinal` counts those of the same type in the block. */
export interface Placed<T> {
  readonly block: Block;
  readonly item: T;
  readonly ordinal: number;
  readonly anchor: Anchor;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a check of the whole draft sees, and how it reports. */
export class DraftContext {
  readonly findings: Finding[] = [];
  #rule: Rule | null = null;
  #severity: Severity = 'hint';

  constructor(
    readonly draft: Draft,
    readonly facts: DraftFacts,
    private readonly summaries: (block: Block) => BlockSummary | undefined,
  ) {}

  /** Used by the engine alone: the rule that is being checked. */
  enter(rule: Rule, severity: Severity): void {
    this.#rule = rule;
    this.#severity = severity;
  }

  get structure(): Structure {
    return this.draft.structure;
  }

  get blocks(): readonly Block[] {
    return this.draft.blocks;
  }

  /** All facts of a type that checks of blocks noted down, in the order of the text. */
  *factsOf(type: string): Generator<Placed<Fact>> {
    for (const block of this.draft.blocks) {
      const summary = this.summaries(block);
      if (!summary || summary.facts.length === 0) continue;
      let ordinal = 0;
      for (const item of summary.facts) {
        if (item.type !== type) continue;
        yield { block, item, ordinal, anchor: { kind: 'fact', type, ordinal } };
        ordinal++;
      }
    }
  }

  /** All citations of a kind, in the order of the text. */
  *citationsOf<K extends CitationKind>(type: K): Generator<Placed<Extract<Citation, { type: K }>>> {
    for (const block of this.draft.blocks) {
      const summary = this.summaries(block);
      if (!summary || summary.citations.length === 0) continue;
      let ordinal = 0;
      for (const item of summary.citations) {
        if (item.type !== type) continue;
        yield {
          block,
          item: item as Extract<Citation, { type: K }>,
          ordinal,
          anchor: { kind: 'citation', type, ordinal },
        };
        ordinal++;
      }
    }
  }

  /** All citations of one block, in order, with what points back resolved. */
  citationsIn(block: Block): readonly Citation[] {
    return this.summaries(block)?.citations ?? [];
  }

  /** An anchor at a part of a citation: its direction, one of its numbers. */
  partOf<K extends CitationKind>(
    placed: Placed<Extract<Citation, { type: K }>>,
    part: (c: Extract<Citation, { type: K }>) => Span,
  ): Anchor {
    return {
      kind: 'citation',
      type: placed.item.type,
      ordinal: placed.ordinal,
      part: (c) => part(c as Extract<Citation, { type: K }>),
    };
  }

  /** Reports the rule broken at an anchor. */
  report(block: Block, anchor: Anchor, options: DraftReportOptions = {}): void {
    const rule = this.#rule!;
    this.findings.push({
      rule,
      severity:
        options.atMost && ORDER.indexOf(options.atMost) > ORDER.indexOf(this.#severity)
          ? options.atMost
          : this.#severity,
      block,
      anchor,
      variant: options.variant ?? 'default',
      args: options.args ?? {},
      fixes: options.fixes ?? [],
      related: options.related ?? [],
    });
  }
}
