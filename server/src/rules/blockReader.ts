import type { Citation, CitationContext, CitationKind } from '../citations/citation.js';
import type { CitationReading, Handler, Recognizer } from '../citations/recognize.js';
import { markOfNote } from '../citations/targets.js';
import type { Block, Role } from '../document/block.js';
import type { Severity } from '../document/kinds.js';
import type { Reading } from '../document/reading.js';
import { AnchorHits, Anchors } from '../text/anchors.js';
import { BlockContext, LONGEST_READ, type DraftFacts } from './blockContext.js';
import type { BlockSummary } from './gathered.js';
import type { Finding, ReadingPart, Rule } from './rule.js';
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
}

const tables = new WeakMap<RuleSet, WeakMap<Recognizer, Table>>();

function tableOf(rules: RuleSet, recognizer: Recognizer): Table {
  let byRecognizer = tables.get(rules);
  if (!byRecognizer) tables.set(rules, (byRecognizer = new WeakMap()));
  let table = byRecognizer.get(recognizer);
  if (!table) byRecognizer.set(recognizer, (table = makeTable(rules, recognizer)));
  return table;
}

function makeTable({ triggers }: RuleSet, { reading }: Recognizer): Table {
  const cited = reading.anchors;
  const anchors = new Anchors<number>({
    words: [...cited.words, ...triggers.words],
    chars: [...cited.chars, ...triggers.chars],
    numbers: [...cited.numbers, ...triggers.numbers],
    capitals: cited.capitals,
    repeated: triggers.repeated,
  });
  const handlers: (Handler[] | null)[] = [];
  const rules: (number[] | null)[] = [];
  for (const values of anchors.values) {
    let here: Handler[] | null = null;
    let asked: number[] | null = null;
    for (const value of values) {
      if (value < 0) (here ??= []).push(reading.handlers[-1 - value]!);
      else (asked ??= []).push(value);
    }
    handlers.push(here);
    rules.push(asked);
  }
  return { anchors, reading, handlers, rules };
}

/** A check of blocks that is on in a draft. */
interface Active {
  readonly rule: Rule;
  readonly index: number;
  readonly severity: Severity;
  readonly check: NonNullable<Rule['block']>['check'];
  /** Whether an anchor calls it once for its block, and the number of the block for which one has done so last. */
  readonly once: boolean;
  called: number;
  /** False once it has failed. */
  on: boolean;
}

/** The checks that are on for blocks of one role, by what calls them. */
interface RoleRules {
  readonly perBlock: readonly Active[];
  readonly perPart: readonly (readonly [ReadingPart, readonly Active[]])[];
  /** For blocks that are too long to be read. */
  readonly perUnread: readonly Active[];
  readonly perCitation: ReadonlyMap<CitationKind, readonly Active[]>;
  /** By index of the rule; null for those that are off. */
  readonly byIndex: readonly (Active | null)[];
}

/** Whether a reading has something of a kind. */
function has(reading: Reading, part: ReadingPart): boolean {
  return part === 'marked' || reading[part].length > 0;
}

/**
 * Reads the blocks of a draft one by one: what each cites and what the rules say of it, in one walk over its words.
 * Made anew when the facts of the draft or the severities change.
 */
export class BlockReader {
  readonly #rules: RuleSet;
  readonly #table: Table;
  readonly #facts: DraftFacts;
  /** By index of the rule; null for those that are off or have no check of blocks. */
  readonly #active: readonly (Active | null)[];
  readonly #failed: (rule: Rule, index: number, error: unknown) => void;
  readonly #context: CitationContext;
  readonly #byRole = new Map<Role, RoleRules>();
  readonly #nothing: BlockAnalysis;
  readonly #hits = new AnchorHits();
  /** How many blocks have been read. */
  #count = 0;

  constructor(
    rules: RuleSet,
    recognizer: Recognizer,
    facts: DraftFacts,
    /** By index of the rule; null where it is off. */
    severities: readonly (Severity | null)[],
    failed: (rule: Rule, index: number, error: unknown) => void,
  ) {
    this.#rules = rules;
    this.#table = tableOf(rules, recognizer);
    this.#facts = facts;
    this.#failed = failed;
    const year = /\d{4}/.exec(facts.date ?? '');
    this.#context = {
      body: facts.body,
      kind: facts.kind,
      year: year ? Number(year[0]) : null,
      symbol: facts.symbol,
    };
    const english = facts.language === 'en';
    this.#active = rules.rules.map((rule, index) => {
      const severity = severities[index];
      if (!severity || !rule.block || (rule.language && !english)) return null;
      const { check, when } = rule.block;
      if (when && !when(facts)) return null;
      return { rule, index, severity, check, once: rules.once[index] === 1, called: 0, on: true };
    });
    this.#nothing = { version: facts.version, citations: NONE, facts: NONE, findings: NONE, notes: '' };
  }

  /** Reads a block. A rule that throws is switched off, and reading goes on. */
  read(block: Block): BlockAnalysis {
    const { role } = block;
    if (role === 'blank' || role === 'code' || role === 'front-matter' || role === 'comment')
      return this.#nothing;
    const read = block.reading;
    const { text } = read;
    const notes = notesIn(block);
    if (text.length === 0) return notes === '' ? this.#nothing : { ...this.#nothing, notes };
    let rules = this.#byRole.get(role);
    if (!rules) this.#byRole.set(role, (rules = this.#rulesFor(role)));
    if (text.length > LONGEST_READ) return this.#pass(block, notes, rules.perUnread);
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
    for (const active of rules.perBlock) this.#call(context, active, 0, text.length);
    if (read.marked) {
      for (const [part, actives] of rules.perPart) {
        if (has(read, part)) for (const active of actives) this.#call(context, active, 0, text.length);
      }
    }
    for (const citation of citations) {
      const actives = rules.perCitation.get(citation.type);
      if (!actives) continue;
      for (const active of actives) this.#call(context, active, citation.start, citation.end, citation);
    }
    const { byIndex } = rules;
    const { words } = anchors;
    const count = ++this.#count;
    for (let i = 0; i < length; i += 3) {
      const anchor = data[i]!;
      const indices = looking[anchor];
      if (!indices) continue;
      context.word = anchor < words.length ? words[anchor]! : '';
      for (let k = 0; k < indices.length; k++) {
        const active = byIndex[indices[k]!];
        if (!active) continue;
        if (!active.once) this.#call(context, active, data[i + 1]!, data[i + 2]!);
        else if (active.called !== count) {
          active.called = count;
          this.#call(context, active, 0, text.length);
        }
      }
    }
    const { facts, findings } = context;
    if (citations.length + facts.length + findings.length === 0 && notes === '') return this.#nothing;
    return { version: this.#facts.version, citations, facts, findings, notes };
  }

  /** What is said of a block whose words are not read. */
  #pass(block: Block, notes: string, told: readonly Active[]): BlockAnalysis {
    const context = new BlockContext(block, block.reading.text, NONE, this.#facts);
    for (const active of told) this.#call(context, active, 0, context.text.length);
    const { facts, findings } = context;
    return { version: this.#facts.version, citations: NONE, facts, findings, notes };
  }

  #call(context: BlockContext, active: Active, start: number, end: number, citation?: Citation): void {
    if (!active.on) return;
    const { check, rule, severity } = active;
    context.enter(rule, severity, start);
    try {
      check(context, start, end, citation);
    } catch (error) {
      active.on = false;
      this.#failed(rule, active.index, error);
    }
  }

  #rulesFor(role: Role): RoleRules {
    const { masks, perBlock, perPart, perUnread, perCitation } = this.#rules;
    const bit = roleBit(role);
    const byIndex = this.#active.map((one, index) => ((masks[index]! & bit) === 0 ? null : one));
    const active = (indices: readonly number[]): readonly Active[] =>
      indices.flatMap((index) => byIndex[index] ?? []);
    const cited = new Map<CitationKind, readonly Active[]>();
    for (const [kind, indices] of perCitation) {
      const left = active(indices);
      if (left.length > 0) cited.set(kind, left);
    }
    return {
      perBlock: active(perBlock),
      perPart: [...perPart].map(([part, indices]) => [part, active(indices)]),
      perUnread: active(perUnread),
      perCitation: cited,
      byIndex,
    };
  }
}

/**
 * The key of the note that a block is the body of, and the indicators in it; with raised figures the characters around
 * them, which tell whether they are indicators.
 */
function notesIn(block: Block): string {
  const { indicators, text } = block.reading;
  if (indicators.length === 0 && block.role !== 'note') return '';
  const body = block.role === 'note' ? `body ${markOfNote(block)?.key ?? ''}` : '';
  const marks = indicators.map(({ key, form, at }) =>
    form === 'sup' || form === 'unicode' ? `${key} in ${text.slice(Math.max(0, at - 5), at + 2)}` : key,
  );
  return `${body}|${marks.join('|')}`;
}
