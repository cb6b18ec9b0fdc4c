import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Severity } from '../document/kinds.js';
import type { Structure } from '../document/structure.js';
import type { Arguments } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import { standsAsItIs, type DraftFacts } from './blockContext.js';
import type { Gathered, Placed } from './gathered.js';
import type { Anchor, Fact, Finding, Fix, Reads, Related, RelatedElsewhere, Rule } from './rule.js';

export interface DraftReportOptions {
  readonly variant?: string;
  readonly args?: Arguments;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly elsewhere?: readonly RelatedElsewhere[];
  readonly atMost?: Severity;
}

export type { Placed } from './gathered.js';

/**
 * What a check works out of a draft and keeps from one edit to the next: it is made anew when something of what it reads
 * has changed. It may hold blocks, and count citations and facts in them, but no offsets: those of a block move without
 * notice. Made once for each kind of thing, never for each draft.
 */
export interface Derived<T> {
  readonly reads: readonly Reads[];
  make(context: DraftContext): T;
}

/** Where a citation or fact stands, as it may be kept: the block, and how many of its kind stand before it there. */
export type Place = Pick<Placed<unknown>, 'block' | 'ordinal'>;

/** The derived values of one draft. */
export class DerivedValues {
  readonly #values = new Map<Derived<unknown>, unknown>();

  get<T>(derived: Derived<T>, context: DraftContext): T {
    if (!this.#values.has(derived)) this.#values.set(derived, derived.make(context));
    return this.#values.get(derived) as T;
  }

  /** Forgets what read one of the things that are `dirty`; '*' stands for all. */
  forget(dirty: ReadonlySet<string>): void {
    if (dirty.has('*')) this.#values.clear();
    else
      for (const derived of this.#values.keys())
        if (derived.reads.some((key) => dirty.has(key))) this.#values.delete(derived);
  }
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a check of the whole draft sees, and how it reports. */
export class DraftContext {
  #findings: Finding[] = [];
  #rule: Rule | null = null;
  #severity: Severity = 'hint';

  constructor(
    readonly draft: Draft,
    readonly facts: DraftFacts,
    private readonly gathered: Gathered,
    private readonly citations: (block: Block) => readonly Citation[],
    /** What checks of the same run have worked out for each other. */
    private readonly shared: Map<object, unknown> = new Map(),
    private readonly derived: DerivedValues = new DerivedValues(),
  ) {}

  /** Used by the engine alone: the rule that is being checked. */
  enter(rule: Rule, severity: Severity): void {
    this.#rule = rule;
    this.#severity = severity;
  }

  /** Used by the engine alone: what was reported since it was asked last. */
  taken(): readonly Finding[] {
    const taken = this.#findings;
    if (taken.length > 0) this.#findings = [];
    return taken;
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

  /** The keys that facts of a type have. */
  keysOf(type: string): readonly string[] {
    return [...this.gathered.factsByKey(type).keys()];
  }

  /** The facts of a type that have one of these keys, in the order of the text: without going over the others. */
  factsWith(type: string, keys: Iterable<string>): readonly Placed<Fact>[] {
    const byKey = this.gathered.factsByKey(type);
    const found: Placed<Fact>[] = [];
    for (const key of keys) for (const placed of byKey.get(key) ?? []) found.push(placed);
    return found.sort((a, b) => a.block.index - b.block.index || a.ordinal - b.ordinal);
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

  /** What is derived from the draft, kept from an earlier edit where nothing that it reads has changed. */
  kept<T>(derived: Derived<T>): T {
    return this.derived.get(derived, this);
  }

  /** The citation of a kind at a place that was kept; undefined where there is none any more. */
  citationAt<K extends CitationKind>(
    type: K,
    { block, ordinal }: Place,
  ): Placed<Extract<Citation, { type: K }>> | undefined {
    return this.citationsOfIn(type, block)[ordinal];
  }

  /** The citations of a kind in one block, in order: the ordinal of each is its place in the list. */
  citationsOfIn<K extends CitationKind>(
    type: K,
    block: Block,
  ): readonly Placed<Extract<Citation, { type: K }>>[] {
    return this.gathered.citationsIn(type, block) as readonly Placed<Extract<Citation, { type: K }>>[];
  }

  /** The blocks that hold a citation of one of these kinds, in the order of the text. */
  blocksCiting(kinds: readonly CitationKind[]): readonly Block[] {
    let blocks = this.shared.get(kinds) as readonly Block[] | undefined;
    if (!blocks) this.shared.set(kinds, (blocks = this.gathered.withCitations(kinds)));
    return blocks;
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
    this.#findings.push({
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
