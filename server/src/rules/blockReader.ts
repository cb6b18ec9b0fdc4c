import type { Citation, CitationContext, CitationKind } from '../citations/citation.js';
import type { CitationReading, Handler, Recognizer } from '../citations/recognize.js';
import type { Block, Role } from '../document/block.js';
import type { Severity } from '../document/kinds.js';
import { noteMark } from '../document/reading.js';
import { AnchorHits, Anchors } from '../text/anchors.js';
import { BlockContext, type DraftFacts } from './blockContext.js';
import type { BlockSummary } from './gathered.js';
import type { Finding, Rule } from './rule.js';
import { roleBit, type RuleSet } from './ruleSet.js';

/** What is known of one block: kept until its text, its context or the facts of the draft change. */
export interface BlockAnalysis extends BlockSummary {
  /** The version of the facts that it was read with. */
  readonly version: string;
  readonly findings: readonly Finding[];
}

const NONE: readonly never[] = Object.freeze([]);

/** Anchors of citations and of rules in one table: a rule is its index, a recognizer of citations is below zero. */
interface Table {
  readonly anchors: Anchors<number>;
  readonly reading: CitationReading;
  /** By the number of the anchor: what recognizes citations there, and the rules that look there; null for none. */
  readonly handlers: readonly (readonly Handler[] | null)[];
  readonly rules: readonly (readonly number[] | null)[];
  /** By index of the rule. */
  readonly checks: readonly (Check | null)[];
}

type Check = NonNullable<Rule['block']>['check'];

const tables = new WeakMap<RuleSet, WeakMap<Recognizer, Table>>();

function tableOf(rules: RuleSet, recognizer: Recognizer): Table {
  let byRecognizer = tables.get(rules);
  if (!byRecognizer) tables.set(rules, (byRecognizer = new WeakMap()));
  let table = byRecognizer.get(recognizer);
  if (!table) byRecognizer.set(recognizer, (table = makeTable(rules, recognizer)));
  return table;
}

function makeTable({ rules, triggers }: RuleSet, { reading }: Recognizer): Table {
  const cited = reading.anchors;
  const anchors = new Anchors<number>({
    words: [...cited.words, ...triggers.words],
    chars: [...cited.chars, ...triggers.chars],
    numbers: [...cited.numbers, ...triggers.numbers],
    capitals: cited.capitals,
  });
  const some = <T>(items: readonly T[]): readonly T[] | null => (items.length > 0 ? items : null);
  return {
    anchors,
    reading,
    handlers: anchors.values.map((values) =>
      some(values.filter((value) => value < 0).map((value) => reading.handlers[-1 - value]!)),
    ),
    rules: anchors.values.map((values) => some(values.filter((value) => value >= 0))),
    checks: rules.map(({ block }) => block?.check ?? null),
  };
}

/** The rules that are on for blocks of one role. */
interface RoleRules {
  /** By index of the rule: whether its check of blocks is to be called. */
  readonly on: Uint8Array;
  readonly perBlock: readonly number[];
  readonly perCitation: ReadonlyMap<CitationKind, readonly number[]>;
}

/**
 * Reads the blocks of a draft one by one: what each cites and what the rules say of it, in one walk over its words.
 * Made anew when the facts of the draft or the severities change.
 */
export class BlockReader {
  readonly #rules: RuleSet;
  readonly #table: Table;
  readonly #facts: DraftFacts;
  readonly #severities: (Severity | null)[];
  readonly #failed: (rule: Rule, index: number, error: unknown) => void;
  readonly #context: CitationContext;
  readonly #english: boolean;
  readonly #byRole = new Map<Role, RoleRules>();
  readonly #nothing: BlockAnalysis;
  readonly #hits = new AnchorHits();

  constructor(
    rules: RuleSet,
    recognizer: Recognizer,
    facts: DraftFacts,
    /** By index of the rule; null where it is off. A rule that fails is switched off here. */
    severities: (Severity | null)[],
    failed: (rule: Rule, index: number, error: unknown) => void,
  ) {
    this.#rules = rules;
    this.#table = tableOf(rules, recognizer);
    this.#facts = facts;
    this.#severities = severities;
    this.#failed = failed;
    const year = /\d{4}/.exec(facts.date ?? '');
    this.#context = { body: facts.body, kind: facts.kind, year: year ? Number(year[0]) : null };
    this.#english = facts.language === 'en';
    this.#nothing = { version: facts.version, citations: NONE, facts: NONE, findings: NONE, notes: '' };
  }

  /** Reads a block. A rule that throws is switched off, and reading goes on. */
  read(block: Block): BlockAnalysis {
    const { role } = block;
    if (role === 'blank' || role === 'code' || role === 'front-matter' || role === 'comment')
      return this.#nothing;
    const { text } = block.reading;
    const notes = notesIn(block);
    if (text.length === 0) return notes === '' ? this.#nothing : { ...this.#nothing, notes };
    let rules = this.#byRole.get(role);
    if (!rules) this.#byRole.set(role, (rules = this.#rulesFor(role)));
    const { reading, anchors, handlers, rules: looking } = this.#table;
    const hits = this.#hits;
    anchors.find(text, hits);
    const { data, length } = hits;
    const scan = reading.begin(text, this.#context);
    for (let i = 0; i < length; i += 3) {
      const own = handlers[data[i]!];
      if (!own) continue;
      const start = data[i + 1]!;
      for (const handle of own) if (start >= scan.urlEnd) handle(scan, start, data[i + 2]!);
    }
    const citations = reading.finish(scan);
    const context = new BlockContext(block, text, citations, this.#facts);
    for (const index of rules.perBlock) this.#call(context, index, 0, text.length);
    for (const citation of citations) {
      const indices = rules.perCitation.get(citation.type);
      if (!indices) continue;
      for (const index of indices) this.#call(context, index, citation.start, citation.end, citation);
    }
    const { on } = rules;
    const { words } = anchors;
    for (let i = 0; i < length; i += 3) {
      const anchor = data[i]!;
      const own = looking[anchor];
      if (!own) continue;
      context.word = anchor < words.length ? words[anchor]! : '';
      for (const index of own) if (on[index] === 1) this.#call(context, index, data[i + 1]!, data[i + 2]!);
    }
    const { facts, findings } = context;
    if (citations.length + facts.length + findings.length === 0 && notes === '') return this.#nothing;
    return { version: this.#facts.version, citations, facts, findings, notes };
  }

  #call(context: BlockContext, index: number, start: number, end: number, citation?: Citation): void {
    const severity = this.#severities[index];
    if (!severity) return;
    if (this.#rules.language[index] === 1 && context.isProtected(start)) return;
    const rule = this.#rules.rules[index]!;
    context.enter(rule, severity);
    const check = this.#table.checks[index]!;
    try {
      check(context, start, end, citation);
    } catch (error) {
      this.#failed(rule, index, error);
    }
  }

  #rulesFor(role: Role): RoleRules {
    const { rules, masks, language, perBlock, perCitation } = this.#rules;
    const bit = roleBit(role);
    const on = new Uint8Array(rules.length);
    for (let i = 0; i < rules.length; i++) {
      const heard = this.#english || language[i] === 0;
      if (this.#severities[i] && heard && (masks[i]! & bit) !== 0) on[i] = 1;
    }
    const isOn = (index: number): boolean => on[index] === 1;
    const cited = new Map<CitationKind, readonly number[]>();
    for (const [kind, indices] of perCitation) {
      const left = indices.filter(isOn);
      if (left.length > 0) cited.set(kind, left);
    }
    return { on, perBlock: perBlock.filter(isOn), perCitation: cited };
  }
}

/** The key of the note that a block is the body of, and the indicators in it. */
function notesIn(block: Block): string {
  const { indicators } = block.reading;
  if (indicators.length === 0 && block.role !== 'note') return '';
  const body = block.role === 'note' ? `body ${noteMark(block.text.slice(0, 60))?.key ?? ''}` : '';
  return `${body}|${indicators.map((indicator) => indicator.key).join('|')}`;
}
