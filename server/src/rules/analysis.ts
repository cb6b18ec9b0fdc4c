import type { Citation, CitationContext, CitationKind } from '../citations/citation.js';
import { CatalogueView } from '../catalogue/view.js';
import { documentBody } from '../citations/bodies.js';
import { resolveAcross } from '../citations/resolve.js';
import { Slot, type Block } from '../document/block.js';
import type { Draft, DraftChange } from '../document/draft.js';
import { noteMark } from '../document/reading.js';
import type { Severity } from '../document/kinds.js';
import { FrontMatterLayer } from '../settings/frontMatter.js';
import type { Settings } from '../settings/settings.js';
import type { Span } from '../text/span.js';
import { BlockContext, type DraftFacts } from './blockContext.js';
import { DraftContext, type BlockSummary } from './draftContext.js';
import { foldHints, softenHabits } from './habit.js';
import { Suppressions } from './ignore.js';
import type { Anchor, Fact, Finding, Rule } from './rule.js';
import { roleBit, type RuleSet } from './ruleSet.js';

/** What the engine needs beside the draft. */
export interface AnalysisOptions {
  readonly rules: RuleSet;
  readonly recognize: (text: string, context: CitationContext) => readonly Citation[];
  readonly settings: Settings;
  /** ISO date, or null. */
  readonly today: string | null;
  /** What is known of resolutions; empty until the catalogue is there. */
  readonly catalogue?: CatalogueView;
  /** Told once of each rule that threw and was switched off. */
  readonly onRuleFailure?: (rule: Rule, error: unknown) => void;
}

interface BlockAnalysis {
  readonly version: string;
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  /** By what checks of drafts may read: a key that is equal when nothing they read has changed. */
  readonly digests: ReadonlyMap<string, string>;
}

const NONE: readonly never[] = Object.freeze([]);
const NO_DIGESTS: ReadonlyMap<string, string> = new Map();
const EMPTY: Omit<BlockAnalysis, 'version'> = {
  citations: NONE,
  facts: NONE,
  findings: NONE,
  digests: NO_DIGESTS,
};

/**
 * The citations and findings of a draft, kept up to date with its edits. A block is read again when its text or its
 * place in the document changed; a check of the whole draft runs again when something it reads did.
 */
export class Analysis {
  readonly #draft: Draft;
  #options: AnalysisOptions;
  readonly #slot = new Slot<BlockAnalysis>();
  readonly #frontMatter = new FrontMatterLayer();
  #facts: DraftFacts;
  #severities: (Severity | null)[] = [];
  /** Blocks with findings of their own, and blocks that may say what to pass over; null while they are not known. */
  #carriers: Set<Block> | null = null;
  #sayings: readonly Block[] | null = null;
  /** Citations that the blocks before them complete, by block. */
  #resolved = new Map<Block, readonly Citation[]>();
  readonly #draftFindings = new Map<Rule, readonly Finding[]>();
  /** Rules that threw: off until the engine is started anew. */
  static readonly #broken = new WeakSet<Rule>();

  constructor(draft: Draft, options: AnalysisOptions) {
    this.#draft = draft;
    this.#options = options;
    this.#facts = this.#draftFactsNow();
    this.#run(draft.blocks, new Set(['*']));
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** What counts in this draft: the settings that were handed in, and its front matter over them. */
  get settings(): Settings {
    return this.#facts.settings;
  }

  get draftFacts(): DraftFacts {
    return this.#facts;
  }

  /** Takes in an edit that was made to the draft. */
  update(change: DraftChange): void {
    const dirty = new Set<string>();
    for (const block of change.removed) {
      for (const key of this.#before.get(block)?.keys() ?? NONE) dirty.add(key);
    }
    if (change.structural) {
      dirty.add('structure');
      this.#run(this.#draft.blocks, dirty);
    } else {
      this.#run(change.changed, dirty);
    }
  }

  /** Changes settings, catalogue or date: everything is checked again. */
  reconfigure(options: Partial<AnalysisOptions>): void {
    this.#options = { ...this.#options, ...options };
    this.#run(this.#draft.blocks, new Set(['*']));
  }

  /**
   * The citations of a block, in order; offsets are those of its reading text. What points back to an earlier block
   * ("that resolution", "ibid.") is resolved.
   */
  citationsOf(block: Block): readonly Citation[] {
    return this.#resolved.get(block) ?? this.#slot.get(block)?.citations ?? NONE;
  }

  factsOf(block: Block): readonly Fact[] {
    return this.#slot.get(block)?.facts ?? NONE;
  }

  /** What is shown of the findings: of a rule with many hints the first few (see habit.ts). Otherwise as `allFindings`. */
  findings(saved = true): Finding[] {
    return foldHints(this.allFindings(saved));
  }

  /**
   * All findings in the order of the text, ignores applied. `saved` says that the text is as it was saved: rules that
   * wait for that have their say.
   */
  allFindings(saved = true): Finding[] {
    const all: Finding[] = [];
    for (const block of this.#found()) for (const f of this.#slot.get(block)?.findings ?? NONE) all.push(f);
    for (const found of this.#draftFindings.values()) for (const f of found) all.push(f);
    this.#sayings ??= Suppressions.blocksOf(this.#draft);
    const suppressions = Suppressions.of(this.#draft, this.#options.rules, this.#sayings);
    const kept = all.filter((f) => (saved || !f.rule.onSave) && !suppressions.covers(f));
    for (const f of suppressions.unused(this.#severityOf.bind(this))) kept.push(f);
    const keys = new Map<Finding, number>();
    for (const f of kept) keys.set(f, this.spanOf(f.block, f.anchor).start);
    kept.sort((a, b) => a.block.index - b.block.index || keys.get(a)! - keys.get(b)!);
    return softenHabits(kept);
  }

  /** The span of an anchor in its block's source. An anchor that is no longer there gives the block's first character. */
  spanOf(block: Block, anchor: Anchor): Span {
    switch (anchor.kind) {
      case 'source':
        return anchor;
      case 'label':
        return block.label
          ? block.label
          : { start: block.contentStart, end: Math.min(block.contentStart + 1, block.text.length) };
      case 'block':
        return { start: block.contentStart, end: Math.max(block.contentStart, block.contentEnd) };
      case 'fact': {
        const fact = nth(this.factsOf(block), anchor.type, anchor.ordinal);
        return fact
          ? block.reading.spanToSource(fact.start, fact.end)
          : this.spanOf(block, { kind: 'label' });
      }
      case 'citation': {
        const citation = nth(this.citationsOf(block), anchor.type, anchor.ordinal);
        if (!citation) return this.spanOf(block, { kind: 'label' });
        const part = anchor.part ? anchor.part(citation) : citation;
        return block.reading.spanToSource(part.start, part.end);
      }
      case 'indicator':
        return block.reading.indicators[anchor.ordinal]?.source ?? this.spanOf(block, { kind: 'label' });
    }
  }

  /** The blocks that have findings of their own, in order; gone through anew only when one of them may have changed. */
  #found(): ReadonlySet<Block> {
    if (!this.#carriers) {
      this.#carriers = new Set();
      for (const block of this.#draft.blocks) if (this.#has(block)) this.#carriers.add(block);
    }
    return this.#carriers;
  }

  #has(block: Block): boolean {
    return (this.#slot.get(block)?.findings.length ?? 0) > 0;
  }

  #severityOf(rule: Rule): Severity | null {
    const index = this.#options.rules.rules.indexOf(rule);
    return index < 0 ? null : (this.#severities[index] ?? null);
  }

  #run(blocks: readonly Block[], dirty: Set<string>): void {
    const facts = this.#draftFactsNow();
    if (facts.version !== this.#facts.version || dirty.has('*')) {
      this.#severities = this.#options.rules.severities(facts.kind, facts.settings, facts.houseStyle);
      this.#facts = facts;
      dirty.add('*');
      blocks = this.#draft.blocks;
    }
    const all = dirty.has('*');
    for (const block of blocks) {
      const old = this.#slot.get(block);
      if (old && !all && old.version === facts.version) continue;
      const made = this.#analyse(block, facts);
      this.#slot.set(block, made);
      if (!all) markChanged(this.#before.get(block) ?? NO_DIGESTS, made.digests, dirty);
      if (made.digests.size > 0) this.#before.set(block, made.digests);
      else this.#before.delete(block);
    }
    if (all || dirty.has('structure')) {
      this.#carriers = null;
      this.#sayings = null;
    } else if (this.#carriers) {
      const carriers = this.#carriers;
      if (blocks.some((block) => carriers.has(block) !== this.#has(block))) this.#carriers = null;
    }
    this.#resolve(dirty);
    this.#checkDraft(dirty);
  }

  /** Resolves what points back, where citations came, went or changed. Notes follow one another. */
  #resolve(dirty: ReadonlySet<string>): void {
    let needed = dirty.has('*') || dirty.has('structure');
    for (const key of dirty) needed ||= key.startsWith('citation:');
    if (!needed) return;
    const resolved = new Map<Block, readonly Citation[]>();
    for (const notes of [false, true]) {
      const blocks: Block[] = [];
      const lists: (readonly Citation[])[] = [];
      for (const block of this.#draft.blocks) {
        if ((block.role === 'note') !== notes) continue;
        const own = this.#slot.get(block)?.citations;
        if (!own || own.length === 0) continue;
        blocks.push(block);
        lists.push(own);
      }
      resolveAcross(lists, { body: this.#facts.body, kind: this.#facts.kind }).forEach((list, i) => {
        if (list !== lists[i]) resolved.set(blocks[i]!, list);
      });
    }
    this.#resolved = resolved;
  }

  /**
   * Digests of the last analysis of each block, to compare with: the slots of a block are emptied when its text changes.
   */
  readonly #before = new WeakMap<Block, ReadonlyMap<string, string>>();

  #draftFactsNow(): DraftFacts {
    const { structure } = this.#draft;
    const { masthead } = structure;
    const { today, catalogue = CatalogueView.EMPTY } = this.#options;
    const settings = this.#frontMatter.over(this.#options.settings, this.#draft);
    const date = masthead.date?.value ?? null;
    const symbol = masthead.symbol?.value ?? null;
    const body = documentBody(symbol, masthead.organ?.value ?? null, structure.organLine);
    const houseStyle =
      structure.kind !== 'record' &&
      structure.kind !== 'other' &&
      !structure.recognition.forState &&
      structure.status !== 'adopted' &&
      !isOld(date, symbol);
    const version = [
      structure.kind,
      structure.status,
      structure.language,
      date,
      symbol,
      body,
      today,
      houseStyle,
      versionOf(settings),
      versionOf(catalogue),
    ].join('|');
    return {
      kind: structure.kind,
      status: structure.status,
      language: structure.language,
      settings,
      today,
      catalogue,
      date,
      symbol,
      body,
      houseStyle,
      version,
    };
  }

  #analyse(block: Block, facts: DraftFacts): BlockAnalysis {
    const { version } = facts;
    const { role } = block;
    if (role === 'blank' || role === 'code' || role === 'front-matter' || role === 'comment')
      return { version, ...EMPTY };
    const text = block.reading.text;
    const year = facts.date ? Number(/\d{4}/.exec(facts.date)?.[0] ?? NaN) : NaN;
    let citations: readonly Citation[] = NONE;
    if (text.length > 0) {
      citations = this.#options.recognize(text, {
        body: facts.body,
        kind: facts.kind,
        year: Number.isNaN(year) ? null : year,
      });
    }
    const context = new BlockContext(block, text, citations, facts);
    if (text.length > 0) this.#check(context, roleBit(role));
    const digests = digestsOf(block, citations, context.facts);
    if (
      citations.length === 0 &&
      context.facts.length === 0 &&
      context.findings.length === 0 &&
      digests === NO_DIGESTS
    )
      return { version, ...EMPTY };
    return { version, citations, facts: context.facts, findings: context.findings, digests };
  }

  #check(context: BlockContext, bit: number): void {
    const { rules, masks, anchors, perBlock, perCitation } = this.#options.rules;
    const severities = this.#severities;
    const english = context.draft.language === 'en';
    const call = (index: number, start: number, end: number, citation?: Citation): void => {
      if ((masks[index]! & bit) === 0) return;
      const severity = severities[index];
      if (!severity) return;
      const rule = rules[index]!;
      if (rule.language && (!english || context.isProtected(start))) return;
      context.enter(rule, severity);
      try {
        rule.block!.check(context, start, end, citation);
      } catch (error) {
        this.#switchOff(rule, index, error);
      }
    };
    for (const index of perBlock) call(index, 0, context.text.length);
    for (const citation of context.citations) {
      for (const index of perCitation.get(citation.type) ?? NONE)
        call(index, citation.start, citation.end, citation);
    }
    anchors.scan(context.text, call);
  }

  #checkDraft(dirty: ReadonlySet<string>): void {
    const all = dirty.has('*');
    const summaries = (block: Block): BlockSummary | undefined => {
      const own = this.#slot.get(block);
      const resolved = this.#resolved.get(block);
      return own && resolved ? { facts: own.facts, citations: resolved } : own;
    };
    this.#options.rules.rules.forEach((rule, index) => {
      if (!rule.draft) return;
      const severity = this.#severities[index];
      if (!severity || (rule.language && this.#facts.language !== 'en')) {
        this.#draftFindings.delete(rule);
        return;
      }
      if (!all && !rule.draft.reads.some((key) => dirty.has(key))) return;
      const context = new DraftContext(this.#draft, this.#facts, summaries);
      context.enter(rule, severity);
      try {
        rule.draft.check(context);
        this.#draftFindings.set(rule, context.findings);
      } catch (error) {
        this.#draftFindings.delete(rule);
        this.#switchOff(rule, index, error);
      }
    });
  }

  #switchOff(rule: Rule, index: number, error: unknown): void {
    this.#severities[index] = null;
    if (Analysis.#broken.has(rule)) return;
    Analysis.#broken.add(rule);
    this.#options.onRuleFailure?.(rule, error);
  }
}

/**
 * Whether a document is of before 2000, by its date or by a symbol that has its year or a Roman session:
 * "S/RES/827 (1993)", "A/RES/2099 (XX)".
 */
function isOld(date: string | null, symbol: string | null): boolean {
  const year = /\d{4}/.exec(date ?? '')?.[0] ?? /\/RES\/\d+ ?\((\d{4})\)/.exec(symbol ?? '')?.[1];
  if (year !== undefined) return Number(year) < 2000;
  return /\/RES\/\d+(?: [A-Z])? ?\((?:S-|ES-)?[IVXL]+\)/.test(symbol ?? '');
}

/** Adds the keys whose digest is new, gone or different. */
function markChanged(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  dirty: Set<string>,
): void {
  for (const [key, digest] of now) if (before.get(key) !== digest) dirty.add(key);
  for (const key of before.keys()) if (!now.has(key)) dirty.add(key);
}

function nth<T extends { readonly type: string }>(
  items: readonly T[],
  type: string,
  ordinal: number,
): T | undefined {
  let count = 0;
  for (const item of items) {
    if (item.type !== type) continue;
    if (count === ordinal) return item;
    count++;
  }
  return undefined;
}

const versions = new WeakMap<object, number>();
let nextVersion = 1;

/** A number for each value of the settings and each state of the catalogue. */
function versionOf(value: object): number {
  let version = versions.get(value);
  if (version === undefined) {
    version = nextVersion++;
    versions.set(value, version);
  }
  return version;
}

function digestsOf(
  block: Block,
  citations: readonly Citation[],
  facts: readonly Fact[],
): ReadonlyMap<string, string> {
  const indicators = block.reading.indicators;
  if (citations.length === 0 && facts.length === 0 && indicators.length === 0 && block.role !== 'note')
    return NO_DIGESTS;
  const digests = new Map<string, string>();
  const add = (key: string, value: string): void => {
    digests.set(key, `${digests.get(key) ?? ''}\n${value}`);
  };
  for (const c of citations) add(CITATION_KEYS[c.type], digestOf(c));
  for (const f of facts) add(`fact:${f.type}`, f.key);
  if (block.role === 'note') add('notes', `body ${noteMark(block.text.slice(0, 60))?.key ?? ''}`);
  for (const n of indicators) add('notes', n.key);
  return digests;
}

const CITATION_KEYS: Record<CitationKind, string> = {
  resolution: 'citation:resolution',
  symbol: 'citation:symbol',
  paragraph: 'citation:paragraph',
  article: 'citation:article',
  part: 'citation:part',
  'agenda-item': 'citation:agenda-item',
  session: 'citation:session',
  date: 'citation:date',
  'date-range': 'citation:date-range',
  time: 'citation:time',
  treaty: 'citation:treaty',
  body: 'citation:body',
  'acronym-definition': 'citation:acronym-definition',
  acronym: 'citation:acronym',
  'term-definition': 'citation:term-definition',
  state: 'citation:state',
};

/** All that a citation says, its places left out. */
function digestOf(citation: Citation): string {
  let out = '';
  for (const value of Object.values(citation) as unknown[]) {
    if (typeof value === 'string' || typeof value === 'boolean') out += `${value}|`;
    else if (Array.isArray(value))
      out += `${value.map((v) => (typeof v === 'object' ? '' : String(v))).join(',')}|`;
  }
  return out;
}
