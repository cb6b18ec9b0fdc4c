import type { Citation, CitationKind } from '../citations/citation.js';
import { CatalogueView } from '../catalogue/view.js';
import { documentBody } from '../citations/bodies.js';
import type { Recognizer } from '../citations/recognize.js';
import { resolveAcross } from '../citations/resolve.js';
import { Slot, type Block } from '../document/block.js';
import type { Draft, DraftChange } from '../document/draft.js';
import type { Severity } from '../document/kinds.js';
import { hasOtherLength } from '../document/words.js';
import { FrontMatterLayer } from '../settings/frontMatter.js';
import type { Settings } from '../settings/settings.js';
import type { Span } from '../text/span.js';
import type { DraftFacts } from './blockContext.js';
import { BlockReader, type BlockAnalysis } from './blockReader.js';
import { DraftChecks, type DraftState } from './draftChecks.js';
import { Gathered, type BlockSummary } from './gathered.js';
import { foldHints, softenHabits } from './habit.js';
import { Suppressions } from './ignore.js';
import type { Anchor, Fact, Finding, Rule } from './rule.js';
import type { RuleSet } from './ruleSet.js';
import type { Elsewhere } from './stated.js';

/** What the engine needs beside the draft. */
export interface AnalysisOptions {
  readonly rules: RuleSet;
  readonly recognize: Recognizer;
  readonly settings: Settings;
  /** ISO date, or null. */
  readonly today: string | null;
  /** What is known of resolutions; empty until the catalogue is there. */
  readonly catalogue?: CatalogueView;
  /**
   * Where it is set, what takes long (the whole text, or a large part of it) is not read at once but by `advance`, which the
   * caller calls again and again. Until then what is known is what the structure says, and the blocks that were read.
   */
  readonly deferred?: boolean;
  /** What other documents of the workspace say; null while that is not known. */
  readonly elsewhere?: Elsewhere | null;
  /** Told once of each rule that threw and was switched off. */
  readonly onRuleFailure?: (rule: Rule, error: unknown) => void;
}

const NONE: readonly never[] = Object.freeze([]);

/** More UTF-16 code units than this, changed by one edit, are not read at once where reading may be deferred. */
const LARGE_EDIT = 100_000;

/**
 * What is known of each block. One place for all drafts: a block makes room for each of the slots that there are, so
 * that their number must not grow with the documents that are read.
 */
const SLOT = new Slot<BlockAnalysis>();

/** UTF-16 code units up to which places within one block are told apart. */
const LONGEST_BLOCK = 2 ** 24;

const REFERENCES: readonly CitationKind[] = ['paragraph', 'article', 'part'];

const STRUCTURE: ReadonlySet<string> = new Set(['structure', 'numbers']);
const WORDS_OF_STRUCTURE: ReadonlySet<string> = new Set(['structure']);
const NO_KEYS: ReadonlySet<string> = new Set();
const NO_BLOCKS: ReadonlySet<Block> = new Set();

/** More blocks than this at once, and facts and citations are gathered anew rather than exchanged block by block. */
const MOST_EXCHANGED = 200;

/**
 * The citations and findings of a draft, kept up to date with its edits. A block is read again when its text or its
 * place in the document changed; a check of the whole draft runs again when something it reads did. A draft has one
 * analysis at a time: a new one takes the place of the one before.
 */
export class Analysis {
  readonly #draft: Draft;
  #options: AnalysisOptions;
  readonly #frontMatter = new FrontMatterLayer();
  #facts: DraftFacts;
  #severities: (Severity | null)[] = [];
  #reader: BlockReader | null = null;
  /** The index of the block that is read next, where reading is not complete. */
  #pending: number | null = null;
  /** Blocks with findings of their own, and blocks that may say what to pass over; null while they are not known. */
  #carriers: Set<Block> | null = null;
  #sayings: readonly Block[] | null = null;
  /** Citations that the blocks before them complete, by block. */
  #resolved: ReadonlyMap<Block, readonly Citation[]> = new Map<Block, readonly Citation[]>();
  readonly #gathered = new Gathered();
  readonly #checks: DraftChecks;
  /** Rules that threw: off until the engine is started anew. */
  static readonly #broken = new WeakSet<Rule>();

  constructor(draft: Draft, options: AnalysisOptions) {
    this.#draft = draft;
    this.#options = options;
    this.#facts = this.#draftFactsNow();
    this.#checks = new DraftChecks(draft, options.rules, this.#gathered, this.#switchOff.bind(this));
    // What another analysis knew of the draft, with other rules perhaps, does not count.
    for (const block of draft.blocks) SLOT.empty(block);
    if (options.deferred) this.#begin();
    else this.#run(draft.blocks, NONE, new Set(['*']));
  }

  /** Whether all blocks have been read. False only where reading is deferred. */
  get complete(): boolean {
    return this.#pending === null;
  }

  /**
   * Reads on, until blocks of `characters` UTF-16 code units have been read; what looks at the whole draft comes when the
   * last block has been read. Returns whether all is done.
   */
  advance(characters: number): boolean {
    if (this.#pending === null) return true;
    if (this.#draftFactsNow().version !== this.#facts.version) this.#begin();
    const { blocks } = this.#draft;
    const { version } = this.#facts;
    let left = characters;
    while (this.#pending < blocks.length && left > 0) {
      const block = blocks[this.#pending++]!;
      if (SLOT.get(block)?.version === version) continue;
      SLOT.set(block, this.#reader!.read(block));
      left -= block.text.length;
    }
    this.#carriers = null;
    if (this.#pending < blocks.length) return false;
    this.#pending = null;
    this.#sayings = null;
    this.#gathered.rebuild(blocks, (block) => SLOT.get(block));
    this.#resolve(null, new Set());
    this.#checkDraft(new Set(['*']));
    return true;
  }

  /** Sets out to read the whole draft anew. The findings of its structure are there at once. */
  #begin(): void {
    const { rules, recognize } = this.#options;
    const facts = this.#draftFactsNow();
    this.#facts = facts;
    this.#severities = this.#severitiesOf(facts);
    const failed = this.#switchOff.bind(this);
    this.#reader = new BlockReader(rules, recognize, facts, this.#severities, failed);
    this.#wait();
  }

  /** Leaves blocks that have not been read to `advance`. */
  #wait(): void {
    this.#pending = 0;
    this.#carriers = null;
    this.#sayings = null;
    this.#resolved = new Map();
    this.#gathered.rebuild([], () => undefined);
    this.#checks.clear();
    this.#checkDraft(STRUCTURE);
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
    if (this.#pending !== null || (this.#options.deferred && this.#isLarge(change))) {
      if (this.#draftFactsNow().version !== this.#facts.version) this.#begin();
      else if (change.renumbered || this.#pending === null) this.#wait();
      else {
        this.#pending = 0;
        const dirty = change.structural ? WORDS_OF_STRUCTURE : NO_KEYS;
        this.#checkDraft(dirty, new Set([...change.changed, ...change.removed]));
      }
      return;
    }
    const dirty = new Set<string>();
    for (const block of change.removed) markChanged(SLOT.formerly(block), undefined, dirty);
    if (change.structural) dirty.add('structure');
    if (change.renumbered) dirty.add('numbers');
    this.#run(change.renumbered ? this.#draft.blocks : change.changed, change.removed, dirty);
  }

  /** Whether an edit left so much to read that it takes long. */
  #isLarge({ changed }: DraftChange): boolean {
    let characters = 0;
    for (const block of changed) characters += block.text.length;
    return characters > LARGE_EDIT || this.#draftFactsNow().version !== this.#facts.version;
  }

  /** Changes settings, catalogue or date: everything is checked again. */
  reconfigure(options: Partial<AnalysisOptions>): void {
    this.#options = { ...this.#options, ...options };
    if (this.#options.deferred) this.#begin();
    else this.#run(this.#draft.blocks, NONE, new Set(['*']));
  }

  /** Takes in what other documents of the workspace say. Only what compares with them is checked again. */
  meet(elsewhere: Elsewhere | null): void {
    this.#options = { ...this.#options, elsewhere };
    this.#facts = { ...this.#facts, elsewhere };
    this.#checkDraft(new Set(['elsewhere']));
  }

  /**
   * The citations of a block, in order; offsets are those of its reading text. What points back to an earlier block
   * ("that resolution", "ibid.") is resolved.
   */
  citationsOf(block: Block): readonly Citation[] {
    return this.#resolved.get(block) ?? SLOT.get(block)?.citations ?? NONE;
  }

  /** The blocks among which are all that refer to paragraphs, articles or parts of a document, in the order of the text. */
  get referring(): readonly Block[] {
    return this.complete ? this.#gathered.withCitations(REFERENCES) : this.#draft.blocks;
  }

  /** The blocks among which are all notes and all marks of notes, in the order of the text. */
  get noted(): readonly Block[] {
    return this.complete ? this.#gathered.withNotes : this.#draft.blocks;
  }

  factsOf(block: Block): readonly Fact[] {
    return SLOT.get(block)?.facts ?? NONE;
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
    if (saved) this.#checks.runDue(this.#state());
    const all: Finding[] = [];
    for (const block of this.#found()) for (const f of SLOT.get(block)?.findings ?? NONE) all.push(f);
    for (const rule of this.#options.rules.perDraft) for (const f of this.#checks.of(rule)) all.push(f);
    this.#sayings ??= Suppressions.blocksOf(this.#draft);
    const suppressions = Suppressions.of(this.#draft, this.#options.rules, this.#sayings);
    const kept = all.filter(
      (f) => (saved || !f.rule.onSave) && !Analysis.#broken.has(f.rule) && !suppressions.covers(f),
    );
    // What an ignore is for may be said of a saved text alone.
    if (saved) for (const f of suppressions.unused(this.#severityOf.bind(this))) kept.push(f);
    const placed = kept.map((finding) => ({ finding, at: this.#placeOf(finding) }));
    placed.sort((a, b) => a.at - b.at);
    return softenHabits(placed.map(({ finding }) => finding));
  }

  /** A number that grows with the place in the text: that of the block, and behind it that in the block. */
  #placeOf({ block, anchor }: Finding): number {
    return block.index * LONGEST_BLOCK + Math.min(this.spanOf(block, anchor).start, LONGEST_BLOCK - 1);
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
        return block.content;
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

  /** The blocks that have findings of their own, in no order; gathered anew when blocks may have come or gone. */
  #found(): ReadonlySet<Block> {
    if (!this.#carriers) {
      this.#carriers = new Set();
      for (const block of this.#draft.blocks) if (this.#has(block)) this.#carriers.add(block);
    }
    return this.#carriers;
  }

  #has(block: Block): boolean {
    return (SLOT.get(block)?.findings.length ?? 0) > 0;
  }

  #severityOf(rule: Rule): Severity | null {
    const index = this.#options.rules.rules.indexOf(rule);
    return index < 0 ? null : (this.#severities[index] ?? null);
  }

  #run(blocks: readonly Block[], removed: readonly Block[], dirty: Set<string>): void {
    const facts = this.#draftFactsNow();
    if (facts.version !== this.#facts.version || dirty.has('*')) {
      this.#severities = this.#severitiesOf(facts);
      this.#facts = facts;
      dirty.add('*');
      blocks = this.#draft.blocks;
    }
    const all = dirty.has('*');
    if (all || !this.#reader) {
      const failed = this.#switchOff.bind(this);
      const { rules, recognize } = this.#options;
      this.#reader = new BlockReader(rules, recognize, facts, this.#severities, failed);
    }
    const reader = this.#reader;
    const changed: Block[] = [];
    const before = new Map<Block, BlockAnalysis>();
    for (const block of blocks) {
      const old = SLOT.get(block);
      if (old && !all && old.version === facts.version) continue;
      const made = reader.read(block);
      if (!all) {
        const former = SLOT.formerly(block);
        if (former) before.set(block, former);
        // A block that plays another part is another to all that ask for it, though it says the same.
        if (dirty.has('numbers')) markAll(former, made, dirty);
        else markChanged(former, made, dirty);
        if (hasOtherLength(block)) dirty.add('length');
        changed.push(block);
      }
      SLOT.set(block, made);
    }
    if (all || dirty.has('structure')) this.#sayings = null;
    if (all || dirty.has('numbers')) {
      this.#carriers = null;
    } else if (this.#carriers) {
      for (const block of blocks) {
        if (this.#has(block)) this.#carriers.add(block);
        else this.#carriers.delete(block);
      }
    }
    const own = (block: Block): BlockAnalysis | undefined => SLOT.get(block);
    const anew = all || removed.length + changed.length > MOST_EXCHANGED;
    if (anew) this.#gathered.rebuild(this.#draft.blocks, own);
    else {
      const former = (block: Block): BlockAnalysis | undefined => before.get(block) ?? SLOT.formerly(block);
      this.#gathered.exchange(removed, changed, former, own);
    }
    for (const block of changed) block.former = null;
    const touched = new Set([...removed, ...changed]);
    for (const block of this.#resolve(anew ? null : { removed, changed }, dirty)) touched.add(block);
    this.#checkDraft(dirty, touched);
  }

  /**
   * Resolves what points back, where citations came, went, changed or moved. Notes follow one another. `edit` is null
   * where all citations were gathered anew. Returns the blocks whose citations another block has changed; none where all
   * is dirty.
   */
  #resolve(
    edit: { readonly removed: readonly Block[]; readonly changed: readonly Block[] } | null,
    dirty: Set<string>,
  ): readonly Block[] {
    const before = this.#resolved;
    let needed = edit === null;
    // A block that becomes a note or ceases to be one has other neighbours.
    for (const key of dirty) needed ||= key.startsWith('citation:') || key === 'notes';
    for (const block of [...(edit?.changed ?? NONE), ...(edit?.removed ?? NONE)])
      needed ||= before.has(block);
    if (!needed) return NONE;
    const resolved = new Map<Block, readonly Citation[]>();
    for (const notes of [false, true]) {
      const blocks: Block[] = [];
      const lists: (readonly Citation[])[] = [];
      for (const block of this.#gathered.citing) {
        if ((block.role === 'note') !== notes) continue;
        const own = SLOT.get(block)?.citations;
        if (!own) continue;
        blocks.push(block);
        lists.push(own);
      }
      resolveAcross(lists, { body: this.#facts.body, kind: this.#facts.kind }).forEach((list, i) => {
        if (list !== lists[i]) resolved.set(blocks[i]!, list);
      });
    }
    const fresh = new Set(edit?.changed);
    for (const [block, list] of resolved) {
      const old = edit && !fresh.has(block) ? before.get(block) : undefined;
      // What still says the same of the same places is the same: whatever is kept by it stays.
      if (old && equal(old, list)) resolved.set(block, old);
      else this.#gathered.resolve(block, SLOT.get(block)?.citations ?? NONE, list);
    }
    for (const block of edit ? before.keys() : NONE) {
      if (resolved.has(block) || this.#draft.blocks[block.index] !== block) continue;
      const read = SLOT.get(block)?.citations ?? NONE;
      this.#gathered.resolve(block, read, read);
    }
    this.#resolved = resolved;
    if (dirty.has('*')) return NONE;
    const others: Block[] = [];
    for (const block of new Set([...before.keys(), ...resolved.keys()])) {
      const own = SLOT.get(block)?.citations ?? NONE;
      const [old, now] = [before.get(block) ?? own, resolved.get(block) ?? own];
      if (old === now) continue;
      markCitations(old, now, dirty);
      others.push(block);
    }
    return others;
  }

  #draftFactsNow(): DraftFacts {
    const { structure } = this.#draft;
    const { masthead } = structure;
    const { today, catalogue = CatalogueView.EMPTY } = this.#options;
    const settings = this.#frontMatter.over(this.#options.settings, this.#draft);
    const date = masthead.date?.value ?? null;
    const symbol = masthead.symbol?.value ?? null;
    const body = documentBody(symbol, masthead.organ?.value ?? null, structure.organLine);
    const speaksInQuotation = isCouncilStatement(symbol, structure.headings[0]?.block.reading.text ?? '');
    const houseStyle =
      structure.kind !== 'record' &&
      structure.kind !== 'other' &&
      !structure.recognition.forState &&
      !structure.recognition.unedited &&
      structure.status !== 'adopted' &&
      !speaksInQuotation &&
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
      speaksInQuotation,
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
      elsewhere: this.#options.elsewhere ?? null,
      date,
      symbol,
      body,
      houseStyle,
      speaksInQuotation,
      version,
    };
  }

  /** Runs the checks of the draft that what changed is for. */
  #checkDraft(dirty: ReadonlySet<string>, touched: ReadonlySet<Block> = NO_BLOCKS): void {
    this.#checks.update(this.#state(), { dirty, touched });
  }

  /** The draft as its checks find it now. */
  #state(): DraftState {
    return {
      facts: this.#facts,
      severities: this.#severities,
      citationsOf: (block) => this.citationsOf(block),
      early: this.#pending !== null,
    };
  }

  /** The severities of the rules, by index; null for those that are off and those that failed. */
  #severitiesOf({ kind, settings, houseStyle, speaksInQuotation }: DraftFacts): (Severity | null)[] {
    const { rules } = this.#options;
    const severities = rules.severities(kind, settings, { houseStyle, spoken: !speaksInQuotation });
    return severities.map((severity, i) => (Analysis.#broken.has(rules.rules[i]!) ? null : severity));
  }

  #switchOff(rule: Rule, index: number, error: unknown): void {
    this.#severities[index] = null;
    if (Analysis.#broken.has(rule)) return;
    Analysis.#broken.add(rule);
    this.#options.onRuleFailure?.(rule, error);
  }
}

/** Whether a document is a statement by the President of the Security Council: by its symbol, or by its first heading. */
function isCouncilStatement(symbol: string | null, heading: string): boolean {
  return (
    symbol?.startsWith('S/PRST/') ?? /^Statement by the President of the Security Council\b/i.test(heading)
  );
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

/** Adds the keys of what checks of drafts may read, where what the two say of it differs. */
function markChanged(
  before: BlockAnalysis | undefined,
  now: BlockAnalysis | undefined,
  dirty: Set<string>,
): void {
  markDifferences(digestsOf(before), digestsOf(now), dirty);
  // The text of this block is another: so are the words around what it cites.
  for (const of of [before, now]) for (const c of of?.citations ?? NONE) dirty.add(`words:${c.type}`);
}

/** The same for the citations of a block alone. */
function markCitations(before: readonly Citation[], now: readonly Citation[], dirty: Set<string>): void {
  const digests = (citations: readonly Citation[]): ReadonlyMap<string, string> =>
    digestsOf({ citations, facts: NONE, notes: '' });
  markDifferences(digests(before), digests(now), dirty);
}

function markDifferences(
  old: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
  dirty: Set<string>,
): void {
  for (const [key, digest] of made) if (old.get(key) !== digest) dirty.add(key);
  for (const key of old.keys()) if (!made.has(key)) dirty.add(key);
}

/** Adds the keys of all that two readings of a block say. */
function markAll(
  before: BlockAnalysis | undefined,
  now: BlockAnalysis | undefined,
  dirty: Set<string>,
): void {
  for (const of of [before, now]) {
    if (!of) continue;
    for (const c of of.citations) dirty.add(CITATION_KEYS[c.type]).add(`words:${c.type}`);
    for (const f of of.facts) dirty.add(`fact:${f.type}`);
    if (of.notes !== '') dirty.add('notes');
  }
}

/** More facts or citations than this in one block are kept by their type once one is asked for by its number. */
const MANY = 32;

const typed = new WeakMap<readonly object[], Map<string, unknown[]>>();

function nth<T extends { readonly type: string }>(
  items: readonly T[],
  type: string,
  ordinal: number,
): T | undefined {
  if (items.length > MANY) {
    let byType = typed.get(items);
    if (!byType) {
      typed.set(items, (byType = new Map<string, unknown[]>()));
      for (const item of items) {
        const list = byType.get(item.type);
        if (list) list.push(item);
        else byType.set(item.type, [item]);
      }
    }
    return byType.get(type)?.[ordinal] as T | undefined;
  }
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

/** By what checks of drafts may read: a text that is equal when nothing they read has changed. */
function digestsOf(of: BlockSummary | undefined): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  if (!of) return digests;
  const add = (key: string, value: string): void => {
    digests.set(key, `${digests.get(key) ?? ''}\n${value}`);
  };
  for (const c of of.citations) add(CITATION_KEYS[c.type], digestOf(c));
  for (const f of of.facts) add(`fact:${f.type}`, f.key);
  if (of.notes !== '') add('notes', of.notes);
  return digests;
}

/** Whether two lists of citations say the same of the same places. */
function equal(a: readonly Citation[], b: readonly Citation[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i] || sameFields(one, b[i]!));
}

function sameFields(a: Citation, b: Citation): boolean {
  const left = Object.entries(a) as readonly [string, unknown][];
  const right = b as unknown as Readonly<Record<string, unknown>>;
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => {
      const other = right[key];
      return (
        value === other || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(other))
      );
    })
  );
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
  const add = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'boolean') out += `${value}|`;
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) add(part);
  };
  add(citation);
  return out;
}
