import type { CatalogueView } from '../catalogue/view.js';
import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block, Role } from '../document/block.js';
import type { DocumentKind, DocumentLanguage, DocumentStatus, Severity } from '../document/kinds.js';
import type { Arguments, Sentence } from '../l10n/phrase.js';
import type { Settings } from '../settings/settings.js';
import { quotations } from '../text/quotations.js';
import { united, within, type Span } from '../text/span.js';
import type { Anchor, Fact, Finding, Fix, Rule } from './rule.js';
import type { Elsewhere } from './stated.js';

/** Roles that hold words of the draft's own. */
export const RUNNING: readonly Role[] = [
  'title',
  'heading',
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'salutation',
  'closing',
  'item',
  'note',
];

/**
 * UTF-16 code units of a block beyond which its words are not read, so that an answer never waits for one paragraph. Of
 * published documents the longest paragraphs have some 25,000; what is longer by so much is no text that somebody writes.
 */
export const LONGEST_READ = 200_000;

/** What is the same for all blocks of a draft. A change of it makes all blocks be checked again. */
export interface DraftFacts {
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly language: DocumentLanguage;
  readonly settings: Settings;
  /** What is known of resolutions; empty until the catalogue has been read. */
  readonly catalogue: CatalogueView;
  /** What other documents of the workspace say; null while that is not known. No part of `version`. */
  readonly elsewhere: Elsewhere | null;
  /** Today, as an ISO date, or null where it is not known. */
  readonly today: string | null;
  /** The document's own date, symbol and body, from its masthead. */
  readonly date: string | null;
  readonly symbol: string | null;
  readonly body: string | null;
  /**
   * Whether the Organization's house style binds the text: not one that is adopted, or that the Security Council has
   * agreed on, whose words stand as they are; nor one in which a delegation speaks, a record of what was said, a text that says that it was not edited, one of no known kind,
   * or one of before 2000.
   */
  readonly houseStyle: boolean;
  /**
   * Whether the document's own words stand in quotation marks, one that opens each paragraph: a statement by the President of
   * the Security Council.
   */
  readonly speaksInQuotation: boolean;
  /** Changes whenever one of the others does. */
  readonly version: string;
}

/**
 * Whether a text is not changed without being read: it was adopted; or house style does not bind it (a delegation said it,
 * or it was said long ago) and the rule is one of house style; or it is a note, which cites titles as they are.
 */
export function standsAsItIs(rule: Rule, draft: DraftFacts, block: Block): boolean {
  if (draft.status === 'adopted') return true;
  if (!rule.houseStyle) return false;
  return (!draft.houseStyle && draft.kind !== 'other') || block.role === 'note';
}

/** A change of the reading text of the block at hand. */
export interface ReadingEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ReportOptions {
  readonly variant?: string;
  readonly args?: Arguments;
  /**
   * One fix: its title, and edits of the reading text. It is dropped where an edit would cut a Markdown mark in two.
   * Its kind is the rule's unless given.
   */
  readonly fix?: FixOption | readonly FixOption[];
  /** A severity below the rule's own, for cases less certain. */
  readonly atMost?: Severity;
}

export interface FixOption {
  readonly title: Sentence;
  readonly edits: readonly ReadingEdit[];
  /** Edits of the block's source, for what is no part of the reading text: the target of a link. */
  readonly source?: readonly ReadingEdit[];
  readonly kind?: 'safe' | 'suggested';
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a check of blocks sees of one block, and how it reports. */
export class BlockContext {
  /** The word of the trigger in lower case, as the rule names it; empty for other triggers. */
  word = '';
  #findings: Finding[] | null = null;
  #facts: Fact[] | null = null;
  #rule: Rule | null = null;
  #severity: Severity = 'hint';
  /** Where the check was called, if it is not to be heard in what no rule of language may touch; -1 otherwise. */
  #heardAt = -1;
  #protected: readonly Span[] | null = null;
  #quoted: readonly Span[] | null = null;
  #shared: Map<object, unknown> | null = null;
  /** By index of a citation: the furthest end of those up to it. */
  #reach: Int32Array | null = null;

  constructor(
    /** What a check says of a block must not depend on its number, nor on the figures of a label that counts: see `Slot`. */
    readonly block: Block,
    /** The block's reading text. */
    readonly text: string,
    readonly citations: readonly Citation[],
    readonly draft: DraftFacts,
  ) {}

  /** What was reported so far; a list without room for more. */
  get findings(): readonly Finding[] {
    return exact(this.#findings);
  }

  /** What was noted down so far; a list without room for more. */
  get facts(): readonly Fact[] {
    return exact(this.#facts);
  }

  /**
   * Used by the engine alone: the rule that is being checked. What a rule of language says at a trigger that is protected
   * is dropped; that is asked when it has something to say, which is seldom.
   */
  enter(rule: Rule, severity: Severity, trigger: number): void {
    this.#rule = rule;
    this.#severity = severity;
    this.#heardAt = rule.language ? trigger : -1;
  }

  get role(): Role {
    return this.block.role;
  }

  get kind(): DocumentKind {
    return this.draft.kind;
  }

  /** Reports the rule broken between two offsets of the reading text. */
  report(start: number, end: number, options: ReportOptions = {}): void {
    if (this.#heardAt >= 0 && this.isProtected(this.#heardAt)) return;
    const rule = this.#rule!;
    const source = this.block.reading.spanToSource(start, Math.max(end, start + (end > start ? 0 : 1)));
    const given =
      options.fix === undefined
        ? []
        : Array.isArray(options.fix)
          ? (options.fix as readonly FixOption[])
          : [options.fix as FixOption];
    const fixes: Fix[] = [];
    for (const option of given) {
      const fix = this.#fix(option, rule);
      if (fix) fixes.push(fix);
    }
    const finding: Finding = {
      rule,
      severity:
        options.atMost && ORDER.indexOf(options.atMost) > ORDER.indexOf(this.#severity)
          ? options.atMost
          : this.#severity,
      block: this.block,
      anchor: { kind: 'source', start: source.start, end: source.end },
      variant: options.variant ?? 'default',
      args: options.args ?? NO_ARGS,
      fixes: fixes.length > 0 ? fixes : NO_FIXES,
      related: NO_RELATED,
    };
    if (this.#findings) this.#findings.push(finding);
    else this.#findings = [finding];
  }

  #fix(option: FixOption, rule: Rule): Fix | null {
    const { reading } = this.block;
    const block = this.block;
    for (const e of option.edits) {
      if (e.end > e.start && !reading.isPlain(e.start, e.end)) return null;
    }
    const edits = option.edits.map((e) => {
      const span =
        e.end > e.start
          ? reading.spanToSource(e.start, e.end)
          : { start: reading.toSource(e.start), end: reading.toSource(e.start) };
      return { block, start: span.start, end: span.end, text: e.text };
    });
    for (const e of option.source ?? []) edits.push({ block, ...e });
    const kind = option.kind ?? (rule.fix === 'safe' ? 'safe' : 'suggested');
    return {
      kind: standsAsItIs(rule, this.draft, block) ? 'suggested' : kind,
      title: option.title,
      edits: () => edits,
    };
  }

  /** Notes something down for the checks of the draft that read `fact:<type>`. */
  fact(type: string, key: string, start: number, end: number, data?: unknown): void {
    if (this.#heardAt >= 0 && this.isProtected(this.#heardAt)) return;
    const fact = data === undefined ? { type, key, start, end } : { type, key, start, end, data };
    if (this.#facts) this.#facts.push(fact);
    else this.#facts = [fact];
  }

  /** What `make` gives, worked out once for all checks of this block that ask for it by this function. */
  once<T>(make: (context: BlockContext) => T): T {
    const shared = (this.#shared ??= new Map());
    if (!shared.has(make)) shared.set(make, make(this));
    return shared.get(make) as T;
  }

  /** The citations of one kind, in order. */
  citationsOf<K extends CitationKind>(type: K): readonly Extract<Citation, { readonly type: K }>[] {
    return (this.once(byKind).get(type) ?? NONE) as readonly Extract<Citation, { readonly type: K }>[];
  }

  /** The citation that covers an offset, of a kind if one is given; the first of several. */
  citationAt(offset: number, type?: CitationKind): Citation | undefined {
    const { citations } = this;
    for (let i = this.#firstReaching(offset); i < citations.length; i++) {
      const c = citations[i]!;
      if (c.start > offset) return undefined;
      if (offset < c.end && (type === undefined || c.type === type)) return c;
    }
    return undefined;
  }

  /** The index of the first citation that ends behind an offset. */
  #firstReaching(offset: number): number {
    const { citations } = this;
    if (citations.length < FEW) return 0;
    if (!this.#reach) {
      this.#reach = new Int32Array(citations.length);
      citations.forEach(({ end }, i) => (this.#reach![i] = Math.max(end, i > 0 ? this.#reach![i - 1]! : 0)));
    }
    let low = 0;
    let high = citations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#reach[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Whether an offset lies in a quotation: between quotation marks, in a block quotation, in a quoted text. A text whose own
   * words stand in quotation marks is no quotation, but may have some.
   */
  inQuotation(offset: number): boolean {
    if (this.block.quoted || this.block.role === 'quote') return true;
    this.#quoted ??= quotations(this.text, this.draft.speaksInQuotation);
    return within(this.#quoted, offset);
  }

  /**
   * Whether an offset lies in what no rule of language may touch: quotations, italics (titles and foreign words, no openings of resolutions), code,
   * addresses, symbols, names of treaties and bodies, words the house has named.
   */
  isProtected(offset: number): boolean {
    return this.inQuotation(offset) || this.#isName(offset);
  }

  #isName(offset: number): boolean {
    this.#protected ??= this.#protectedSpans();
    return within(this.#protected, offset);
  }

  #protectedSpans(): readonly Span[] {
    const spans: Span[] = [];
    const { reading } = this.block;
    const opens = OPENED.has(this.block.role);
    for (const e of reading.emphasis) {
      // The words in italics that a paragraph of a resolution opens with are its own; elsewhere italics are titles and foreign words.
      if (!e.strong && !(opens && e.start === 0)) spans.push(e);
    }
    for (const c of reading.code) spans.push(c);
    for (const l of reading.links) if (l.form !== 'inline') spans.push(l);
    for (const c of this.citations)
      if (c.type === 'symbol' || c.type === 'treaty' || c.type === 'body') spans.push(c);
    for (const name of this.draft.settings.names) {
      if (name === '') continue;
      for (let i = this.text.indexOf(name); i >= 0; i = this.text.indexOf(name, i + name.length))
        spans.push({ start: i, end: i + name.length });
    }
    return united(spans);
  }
}

/** Paragraphs whose opening words stand in italics. */
const OPENED: ReadonlySet<Role> = new Set<Role>(['preambular', 'operative']);

/** With fewer citations than this, looking at each is as fast as looking one up. */
const FEW = 16;

function byKind({ citations }: BlockContext): ReadonlyMap<CitationKind, readonly Citation[]> {
  const kinds = new Map<CitationKind, Citation[]>();
  for (const c of citations) {
    const list = kinds.get(c.type);
    if (list) list.push(c);
    else kinds.set(c.type, [c]);
  }
  return kinds;
}

const NO_ARGS: Arguments = Object.freeze({});
const NO_RELATED: readonly never[] = Object.freeze([]);
const NO_FIXES: readonly never[] = Object.freeze([]);
const NONE: readonly never[] = Object.freeze([]);

/** A list as it is kept: one that has grown has room for many more. */
function exact<T>(list: readonly T[] | null): readonly T[] {
  return list === null ? NONE : list.length === 1 ? list : list.slice();
}

/** Resolves an anchor to a span of its block's source. */
export type AnchorResolver = (block: Block, anchor: Anchor) => Span;
