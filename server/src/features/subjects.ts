import type { ArticleReference, Citation, ParagraphReference, PartReference } from '../citations/citation.js';
import { isAlphanumeric } from '../citations/reading.js';
import {
  Targets,
  type FoundReference,
  type ResolvedNumber,
  type ResolvedReference,
} from '../citations/targets.js';
import type { Block } from '../document/block.js';
import type { Draft, Position, Range } from '../document/draft.js';
import { noteMark, type Indicator } from '../document/reading.js';
import type { Span } from '../text/span.js';
import type { OpenDraft } from '../workspace/openDraft.js';

/**
 * What a place in a draft is about. Definition, references, highlights, hover and hints all ask here, so that they agree
 * on what belongs together.
 */
export type Subject =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'note'; readonly key: string }
  | { readonly kind: 'acronym'; readonly acronym: string }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'document'; readonly symbol: string }
  | { readonly kind: 'treaty'; readonly name: string }
  | { readonly kind: 'article'; readonly treaty: string; readonly article: string };

/** What stands at a position: the block, the place in its source, and what covers it. */
export interface Here {
  readonly block: Block;
  /** Offset in the block's source. */
  readonly offset: number;
  /** The citations that cover it, the innermost first. */
  readonly citations: readonly Citation[];
  readonly indicator: Indicator | null;
  /** The position is in the label of the block, and the label counts. */
  readonly onLabel: boolean;
  /** The position is in the mark that a note begins with; its span in the block's source. */
  readonly noteMark: Span | null;
}

/** What stands at a position; undefined only in an empty draft. Positions outside the text are clamped. */
export function hereAt(open: OpenDraft, position: Position): Here | undefined {
  const place = open.draft.locate(position);
  if (!place) return undefined;
  const { block, offset } = place;
  const { reading } = block;
  const citations = open.analysis
    .citationsOf(block)
    .filter((citation) => covers(reading.spanToSource(citation.start, citation.end), offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const indicator = reading.indicators.find(({ source }) => covers(source, offset)) ?? null;
  const label = block.labelled ? block.label : null;
  return {
    block,
    offset,
    citations,
    indicator,
    onLabel: label !== null && covers(label, offset),
    noteMark: noteMarkAt(block, offset),
  };
}

/** Whether an offset lies in a span or at its end: a cursor behind a word is at the word. */
export function covers(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** Where the mark of a note stands in its block. */
export function noteMarkOf(block: Block): (Span & { readonly key: string }) | null {
  if (block.role !== 'note') return null;
  const start = block.contentStart;
  const mark = noteMark(block.text.slice(start, start + 60));
  if (!mark) return null;
  let end = start + mark.length;
  while (end > start && block.text.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end, key: mark.key };
}

function noteMarkAt(block: Block, offset: number): Span | null {
  const mark = noteMarkOf(block);
  return mark && covers(mark, offset) ? mark : null;
}

/** The subjects of a position, the most particular first; several where one phrase names several paragraphs. */
export function subjectsAt(open: OpenDraft, position: Position): Subject[] {
  const here = hereAt(open, position);
  if (!here) return [];
  const { block } = here;
  if (here.indicator) return [{ kind: 'note', key: here.indicator.key }];
  const mark = noteMarkOf(block);
  if (mark && here.noteMark) return [{ kind: 'note', key: mark.key }];
  if (here.onLabel) return [{ kind: 'block', block }];
  for (const citation of here.citations) {
    const subjects = subjectsOf(open, block, citation, here.offset);
    if (subjects.length > 0) return subjects;
  }
  const term = termAt(open, here);
  return term === null ? [] : [{ kind: 'term', term }];
}

function subjectOfBlock(block: Block): Subject {
  const mark = noteMarkOf(block);
  return mark ? { kind: 'note', key: mark.key } : { kind: 'block', block };
}

/** What a citation is about; `offset` (in the block's source) tells which of several numbers is meant. */
export function subjectsOf(open: OpenDraft, block: Block, citation: Citation, offset?: number): Subject[] {
  switch (citation.type) {
    case 'resolution':
    case 'symbol':
      return citation.normalized === '' ? [] : [{ kind: 'document', symbol: citation.normalized }];
    case 'acronym':
      return [{ kind: 'acronym', acronym: citation.acronym }];
    case 'acronym-definition':
      return [{ kind: 'acronym', acronym: citation.acronym }];
    case 'term-definition':
      return [{ kind: 'term', term: citation.term }];
    case 'treaty':
      return [{ kind: 'treaty', name: citation.name }];
    case 'body': {
      // A body may be named by its acronym.
      return /^[A-Z][A-Z-]+$/.test(citation.text) ? [{ kind: 'acronym', acronym: citation.text }] : [];
    }
    case 'article': {
      const targets = targetsOf(open, block, citation, offset);
      if (targets.length > 0) return targets.map(subjectOfBlock);
      return citation.target === null || citation.target === 'self'
        ? []
        : [{ kind: 'article', treaty: citation.target, article: citation.article }];
    }
    case 'paragraph':
    case 'part':
      return targetsOf(open, block, citation, offset).map(subjectOfBlock);
    default:
      return [];
  }
}

// ---- targets of internal references

type InternalReference = ParagraphReference | ArticleReference | PartReference;

/** The references of a block to this document, with what their numbers point at. */
export function internalReferences(open: OpenDraft, block: Block): readonly ResolvedReference[] {
  return Targets.of(open.draft).referencesOf(block, open.analysis.citationsOf(block));
}

/** Whether a reference is to this document, whatever it finds there. */
export function isInternal(open: OpenDraft, block: Block, reference: InternalReference): boolean {
  if (reference.target === 'self') return true;
  if (reference.target === null && 'direction' in reference && reference.direction !== undefined) return true;
  return foundReference(open, block, reference)?.internal === true;
}

/** A reference with its numbers resolved; one between quotation marks that says outright that it is of this document is as well. */
function resolvedReference(
  open: OpenDraft,
  from: Block,
  reference: InternalReference,
): ResolvedReference | undefined {
  const found = foundReference(open, from, reference);
  return found && (found.internal || reference.target === 'self') ? found.reference : undefined;
}

function foundReference(
  open: OpenDraft,
  from: Block,
  reference: InternalReference,
): FoundReference | undefined {
  return Targets.of(open.draft).referenceOf(from, open.analysis.citationsOf(from), reference);
}

/** The articles of this document that a range names, "3 to 6", where one within it is what is asked for: none is written alone. */
function ofRange(open: OpenDraft, from: Block, reference: InternalReference): Block[] {
  if (reference.type !== 'article' || reference.target !== 'self') return [];
  const [first, last] = (reference.text.match(/\d+/g) ?? []).map(Number);
  const targets: Block[] = [];
  for (let number = first ?? 1; last !== undefined && number <= last; number++) {
    const target = Targets.of(open.draft).article(String(number), from);
    if (typeof target === 'object') targets.push(target.block);
  }
  return targets;
}

/** Whether more than one thing has the number that a reference names. */
export function isAmbiguous(open: OpenDraft, from: Block, reference: InternalReference): boolean {
  return (
    resolvedReference(open, from, reference)?.numbers.some(({ target }) => target === 'ambiguous') === true
  );
}

/**
 * The blocks that a reference points at, those within a range of numbers included; empty where it is to another document
 * or there is no such place. `offset` (in the block's source) tells which of several numbers is meant.
 */
export function targetsOf(
  open: OpenDraft,
  from: Block,
  reference: InternalReference,
  offset?: number,
): Block[] {
  const found = resolvedReference(open, from, reference);
  if (!found) return ofRange(open, from, reference);
  const { reading } = from;
  const targets = new Set<Block>();
  const add = (block: Block | undefined): void => {
    if (block) targets.add(block);
  };
  if (offset !== undefined) {
    const meant = found.numbers.find((number) =>
      covers(reading.spanToSource(number.start, number.end), offset),
    );
    if (meant) {
      add(blockOf(open, from, meant));
      return [...targets];
    }
  }
  // An article's paragraph is what is meant where both are named.
  const numbers = reference.type === 'article' ? found.numbers.slice(-1) : found.numbers;
  numbers.forEach((number, i) => {
    const block = blockOf(open, from, number);
    add(block);
    const last = number.range === 'from' ? numbers[i + 1] : undefined;
    if (last) for (const between of blocksBetween(open, block, blockOf(open, from, last))) add(between);
  });
  return [...targets];
}

/** The block of a number; a subparagraph that has no block of its own stands in the text of its paragraph. */
function blockOf(open: OpenDraft, from: Block, { target, written }: ResolvedNumber): Block | undefined {
  if (typeof target === 'object') return target.block;
  const stem = /^\d+(?= ?\()/.exec(written)?.[0];
  if (target === 'ambiguous' || stem === undefined) return undefined;
  const whole = Targets.of(open.draft).paragraph(stem, from);
  return typeof whole === 'object' ? whole.block : undefined;
}

function blocksBetween(open: OpenDraft, first: Block | undefined, last: Block | undefined): Block[] {
  if (!first || !last || first.scope !== last.scope || first.level !== last.level) return [];
  return open.draft.structure.paragraphs.filter(
    (block) =>
      block.index > first.index &&
      block.index < last.index &&
      block.scope === first.scope &&
      block.level === first.level,
  );
}

/** The note with a key. */
export function noteBlock(draft: Draft, key: string): Block | undefined {
  const target = Targets.of(draft).note(key);
  if (typeof target === 'object') return target.block;
  return target === 'missing' ? undefined : draft.blocks.find((block) => noteMarkOf(block)?.key === key);
}

// ---- terms

/** The terms that the text defines, as it writes them. */
export function termsOf(
  open: OpenDraft,
): Map<string, { readonly block: Block; readonly span: Span; readonly definition: string }> {
  const terms = new Map<
    string,
    { readonly block: Block; readonly span: Span; readonly definition: string }
  >();
  for (const block of open.draft.blocks) {
    for (const citation of open.analysis.citationsOf(block)) {
      if (citation.type === 'term-definition' && !terms.has(citation.term)) {
        const span = block.reading.spanToSource(citation.start, citation.end);
        terms.set(citation.term, { block, span, definition: citation.definition });
      }
    }
  }
  return terms;
}

/** The defined term that covers a place; the longest where several do. */
function termAt(open: OpenDraft, { block, offset }: Here): string | null {
  const at = block.reading.toReading(offset);
  let best: string | null = null;
  for (const term of termsOf(open).keys()) {
    if (term.length <= (best?.length ?? 0)) continue;
    if (uses(block.reading.text, term).some((span) => covers(span, at))) best = term;
  }
  return best;
}

/** Where a term is used in a text, whole words; the first letter counts as the text writes it. */
function uses(text: string, term: string): Span[] {
  const spans: Span[] = [];
  if (term === '') return spans;
  for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + term.length)) {
    const end = i + term.length;
    if (!isAlphanumeric(text.charCodeAt(i - 1)) && !isAlphanumeric(text.charCodeAt(end)))
      spans.push({ start: i, end });
  }
  return spans;
}

// ---- occurrences

/** A place where a subject stands. The span is one of the block's source. */
export interface Occurrence {
  readonly block: Block;
  readonly span: Span;
  /** What the occurrence does: it is the thing itself, or points at it. */
  readonly is: 'definition' | 'reference';
}

/** Every place of a draft where a subject stands, in the order of the text. */
export function occurrencesOf(open: OpenDraft, subject: Subject): Occurrence[] {
  const found: Occurrence[] = [];
  const { draft, analysis } = open;
  const target =
    subject.kind === 'block'
      ? subject.block
      : subject.kind === 'note'
        ? noteBlock(draft, subject.key)
        : undefined;
  for (const block of draft.blocks) {
    const { reading } = block;
    const add = (span: Span, is: Occurrence['is'] = 'reference'): void => {
      found.push({ block, span: reading.spanToSource(span.start, span.end), is });
    };
    switch (subject.kind) {
      case 'note': {
        const mark = noteMarkOf(block);
        if (mark?.key === subject.key) found.push({ block, span: mark, is: 'definition' });
        for (const indicator of reading.indicators) {
          if (indicator.key === subject.key) found.push({ block, span: indicator.source, is: 'reference' });
        }
        break;
      }
      case 'block':
        if (block === subject.block) found.push({ block, span: nameSpan(block), is: 'definition' });
        break;
      case 'term':
        for (const span of uses(reading.text, subject.term)) {
          const defines = analysis
            .citationsOf(block)
            .some((c) => c.type === 'term-definition' && c.term === subject.term && covers(c, span.start));
          add(span, defines ? 'definition' : 'reference');
        }
        break;
      default:
    }
    for (const citation of analysis.citationsOf(block)) {
      switch (citation.type) {
        case 'acronym-definition':
          if (subject.kind === 'acronym' && citation.acronym === subject.acronym) add(citation, 'definition');
          break;
        case 'acronym':
          if (subject.kind === 'acronym' && citation.acronym === subject.acronym) add(citation);
          break;
        case 'body':
          if (subject.kind === 'acronym' && citation.text === subject.acronym) add(citation);
          break;
        case 'resolution':
        case 'symbol':
          if (subject.kind === 'document' && citation.normalized === subject.symbol) add(citation);
          break;
        case 'treaty':
          if (subject.kind === 'treaty' && citation.name === subject.name) add(citation);
          break;
        case 'article':
          if (
            subject.kind === 'article' &&
            citation.target === subject.treaty &&
            citation.article === subject.article
          )
            add(citation);
          break;
        default:
      }
    }
    if (target) for (const span of spansTo(open, block, target)) add(span);
  }
  // An acronym stands where it is defined and is used there as well: one place is told once, the definition first.
  return found
    .sort(
      (a, b) =>
        a.block.index - b.block.index ||
        a.span.start - b.span.start ||
        Number(a.is !== 'definition') - Number(b.is !== 'definition'),
    )
    .filter((one, i) => one.block !== found[i - 1]?.block || one.span.start !== found[i - 1]!.span.start);
}

/** The numbers in a block's references that mean another block, or the range that holds it. Offsets of the reading text. */
function spansTo(open: OpenDraft, from: Block, target: Block): Span[] {
  const spans: Span[] = [];
  for (const { numbers } of internalReferences(open, from)) {
    numbers.forEach((number, i) => {
      const block = blockOf(open, from, number);
      if (block === target) {
        spans.push({ start: number.start, end: number.end });
        return;
      }
      const last = number.range === 'from' ? numbers[i + 1] : undefined;
      if (!last || !block) return;
      const end = blockOf(open, from, last);
      const inside =
        end !== undefined &&
        target.index > block.index &&
        target.index < end.index &&
        target.scope === block.scope &&
        target.level === block.level;
      if (inside) spans.push({ start: number.start, end: last.end });
    });
  }
  return spans;
}

/** What stands for a block where it is pointed at: its label, or its first line. */
export function nameSpan(block: Block): Span {
  const mark = noteMarkOf(block);
  if (mark) return mark;
  if (block.labelled && block.label) return block.label;
  const start = block.contentStart;
  const next = block.lineStarts[block.positionAt(start).line + 1] ?? block.text.length;
  let end = Math.min(next, Math.max(start, block.contentEnd));
  while (end > start && block.text.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end };
}

/** The range of an occurrence. */
export function rangeOfOccurrence(draft: Draft, { block, span }: Occurrence): Range {
  return draft.rangeOf(block, span);
}
