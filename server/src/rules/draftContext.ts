import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Severity } from '../document/kinds.js';
import type { Structure } from '../document/structure.js';
import type { Arguments } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import { standsAsItIs, type DraftFacts } from './blockContext.js';
import type { Gathered, Placed } from './gathered.js';
import type { Anchor, Fact, Finding, Fix, Related, RelatedElsewhere, Rule } from './rule.js';

export interface DraftReportOptions {
  readonly variant?: string;
  readonly args?: Arguments;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly elsewhere?: readonly RelatedElsewhere[];
  readonly atMost?: Severity;
}

export type { Placed } from './gathered.js';

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a check of the whole draft sees, and how it reports. */
export class DraftContext {
  readonly findings: Finding[] = [];
  #rule: Rule | null = null;
  #severity: Severity = 'hint';

  constructor(
    readonly draft: Draft,
    readonly facts: DraftFacts,
    private readonly gathered: Gathered,
    private readonly citations: (block: Block) => readonly Citation[],
    /** What checks of the same run have worked out for each other. */
    private readonly shared: Map<object, unknown> = new Map(),
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
  factsOf(type: string): readonly Placed<Fact>[] {
    return this.gathered.facts(type);
  }

  /** All citations of a kind, in the order of the text. */
  citationsOf<K extends CitationKind>(type: K): readonly Placed<Extract<Citation, { type: K }>>[] {
    return this.gathered.citations(type) as readonly Placed<Extract<Citation, { type: K }>>[];
  }

  /** The blocks that are the body of a note or hold indicators of notes, in the order of the text. */
  get blocksWithNotes(): readonly Block[] {
    return this.gathered.withNotes;
  }

  /** All citations of one block, in order, with what points back resolved. */
  citationsIn(block: Block): readonly Citation[] {
    return this.citations(block);
  }

  /** What `make` gives, worked out once for all checks that run after the same edit and ask for it by this function. */
  once<T>(make: (context: DraftContext) => T): T {
    if (!this.shared.has(make)) this.shared.set(make, make(this));
    return this.shared.get(make) as T;
  }

  /** The blocks that hold a citation of one of these kinds, in the order of the text. */
  blocksCiting(...kinds: readonly CitationKind[]): Block[] {
    const blocks = new Set<Block>();
    for (const kind of kinds) for (const { block } of this.gathered.citations(kind)) blocks.add(block);
    return [...blocks].sort((a, b) => a.index - b.index);
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

  #fixes(rule: Rule, block: Block, fixes: readonly Fix[]): readonly Fix[] {
    if (!fixes.some(({ kind }) => kind === 'safe') || !standsAsItIs(rule, this.facts, block)) return fixes;
    return fixes.map((fix) => ({ ...fix, kind: 'suggested' }));
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
      fixes: this.#fixes(rule, block, options.fixes ?? []),
      related: options.related ?? [],
      ...(options.elsewhere && options.elsewhere.length > 0 ? { elsewhere: options.elsewhere } : {}),
    });
  }
}
