import { Targets } from '../citations/targets.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import { phrase, type Sentence } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import { planWith, type Numbered, type NumberingPlan, type PlannedEdit } from './plan.js';
import { AS_THEY_STAND, ByItem, type Lookup, type Numbers } from './sequence.js';

/** What can be renamed at a place, and where it stands there (offsets of the block's source). */
export interface Renamable {
  readonly what: 'paragraph' | 'heading' | 'article' | 'note' | 'acronym' | 'term';
  readonly span: Span;
  /** As it is written there. */
  readonly written: string;
  /** The numbered block, for the first three. */
  readonly block?: Block;
}

/**
 * What stands at an offset of a block's source that can be renamed: the label of a paragraph, heading or article, or a
 * reference to one; a note's mark; an acronym or a term that the text defines. Null elsewhere.
 */
export function renamableAt(numbered: Numbered, block: Block, offset: number): Renamable | null {
  const { draft } = numbered;
  const label = block.label;
  if (block.labelled && label && offset >= label.start && offset <= label.end) {
    const what =
      label.style === 'article'
        ? 'article'
        : block.role === 'heading' || block.role === 'title'
          ? 'heading'
          : 'paragraph';
    return { what, span: label.valueSpan, written: label.value, block };
  }
  for (const i of block.reading.indicators) {
    if (i.form !== 'asterisk' && offset >= i.source.start && offset <= i.source.end) {
      const at = block.text.indexOf(i.key, i.source.start);
      if (at >= 0 && at < i.source.end)
        return { what: 'note', span: { start: at, end: at + i.key.length }, written: i.key };
    }
  }
  if (block.role === 'note') {
    const m = /^[ \t]*\[\^([^\]\s]{1,40})\]:/.exec(block.text.slice(0, 60));
    if (m && offset <= m[0].length) {
      const start = block.text.indexOf(m[1]!);
      return { what: 'note', span: { start, end: start + m[1]!.length }, written: m[1]! };
    }
  }
  const { reading } = block;
  const at = reading.toReading(offset);
  const citations = numbered.citationsOf(block);
  for (const reference of Targets.of(draft).referencesOf(block, citations)) {
    for (const n of reference.numbers) {
      if (at < n.start || at > n.end || typeof n.target === 'string') continue;
      const target = n.target.block;
      const citation = reference.citation;
      const what =
        citation.type === 'article' && /^\d+$/.test(n.written) && target.label?.style === 'article'
          ? 'article'
          : citation.type === 'part'
            ? citation.part === 'footnote'
              ? 'note'
              : 'heading'
            : 'paragraph';
      if (what !== 'note' && !target.label) continue;
      // Of "7 (b)" the letter is what is renamed.
      const value = target.label?.value ?? '\0';
      const end = n.written.endsWith(')') ? n.end - 1 : n.end;
      const own = reading.text.slice(n.start, end).endsWith(value) ? end - value.length : -1;
      return {
        what,
        span: own < 0 ? reading.spanToSource(n.start, n.end) : reading.spanToSource(own, end),
        written: target.label?.value ?? n.written,
        block: target,
      };
    }
  }
  for (const c of citations) {
    if (at < c.start || at > c.end) continue;
    if (c.type === 'acronym-definition' || c.type === 'acronym') {
      if (isDefined(numbered, c.acronym))
        return { what: 'acronym', span: reading.spanToSource(c.start, c.end), written: c.acronym };
    }
  }
  const term = termAt(numbered, reading.text, at);
  return term ? { what: 'term', span: reading.spanToSource(term.start, term.end), written: term.term } : null;
}

function isDefined(numbered: Numbered, acronym: string): boolean {
  return numbered.draft.blocks.some((b) =>
    numbered.citationsOf(b).some((c) => c.type === 'acronym-definition' && c.acronym === acronym),
  );
}

function termAt(
  numbered: Numbered,
  text: string,
  at: number,
): { term: string; start: number; end: number } | null {
  for (const term of termsOf(numbered)) {
    for (const start of occurrences(text, term))
      if (at >= start && at <= start + term.length) return { term, start, end: start + term.length };
  }
  return null;
}

/** The terms that the text defines, the longest first. */
function termsOf(numbered: Numbered): string[] {
  const terms = new Set<string>();
  for (const b of numbered.draft.blocks)
    for (const c of numbered.citationsOf(b)) if (c.type === 'term-definition') terms.add(c.term);
  return [...terms].filter((t) => t.length > 2).sort((a, b) => b.length - a.length);
}

/** Where a term stands as whole words; case counts but for its first letter. */
function occurrences(text: string, term: string): number[] {
  const out: number[] = [];
  const tail = term.slice(1);
  for (let i = text.indexOf(tail); i >= 0; i = text.indexOf(tail, i + 1)) {
    const start = i - 1;
    if (start < 0 || text[start]!.toLowerCase() !== term[0]!.toLowerCase()) continue;
    if (
      /[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') ||
      /[\p{L}\p{N}]/u.test(text[start + term.length] ?? ' ')
    )
      continue;
    out.push(start);
  }
  return out;
}

export type RenameOutcome =
  | { readonly edits: readonly PlannedEdit[]; readonly plan: NumberingPlan | null }
  | { readonly refused: Sentence };

/** Renames what `renamableAt` found. A name of the wrong form is refused with a word on what is expected. */
export function rename(numbered: Numbered, found: Renamable, to: string): RenameOutcome {
  const name = to.trim();
  switch (found.what) {
    case 'paragraph':
    case 'heading':
    case 'article':
      return renumberOne(numbered, found.block!, name);
    case 'note':
      return renameNote(numbered, found.written, name);
    case 'acronym':
      if (name !== found.written && isDefined(numbered, name))
        return { refused: phrase`“${name}” stands for something else in this document.` };
      if (!/^[\p{L}\p{N}][\p{L}\p{N}./-]{1,30}$/u.test(name))
        return { refused: phrase`An acronym is made of letters and figures, without spaces.` };
      return {
        edits: replaceAll(numbered, (b) => acronymSpans(numbered, b, found.written), name),
        plan: null,
      };
    case 'term':
      if (name.length < 2) return { refused: phrase`A term has at least two letters.` };
      if (name !== found.written && termsOf(numbered).some((term) => same(term, name)))
        return { refused: phrase`“${name}” stands for something else in this document.` };
      return {
        edits: replaceAll(
          numbered,
          (b) =>
            occurrences(b.reading.text, found.written).map((start) => ({
              start,
              end: start + found.written.length,
            })),
          name,
        ),
        plan: null,
      };
  }
}

function acronymSpans(numbered: Numbered, block: Block, acronym: string): Span[] {
  return numbered
    .citationsOf(block)
    .filter((c) => (c.type === 'acronym' || c.type === 'acronym-definition') && c.acronym === acronym);
}

function replaceAll(
  numbered: Numbered,
  spansOf: (block: Block) => readonly Span[],
  text: string,
): PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  for (const block of numbered.draft.blocks) {
    const { reading } = block;
    for (const span of spansOf(block)) {
      if (!reading.isPlain(span.start, span.end)) continue;
      const old = reading.text.slice(span.start, span.end);
      // A term that begins a sentence keeps its capital.
      const first = old[0]!;
      const kept =
        first !== first.toLowerCase() &&
        text[0] === text[0]!.toLowerCase() &&
        text.length > 1 &&
        /\p{Ll}/u.test(old.slice(1))
          ? first.toUpperCase() === first
            ? text[0].toUpperCase() + text.slice(1)
            : text
          : text;
      const source = reading.spanToSource(span.start, span.end);
      edits.push({ block, start: source.start, end: source.end, text: kept });
    }
  }
  return edits;
}

function renameNote(numbered: Numbered, from: string, to: string): RenameOutcome {
  const name = to.replace(/^\[\^|\]$/g, '');
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(name))
    return { refused: phrase`The mark of a note is a number, or a word of letters, figures and hyphens.` };
  if (name !== from && typeof Targets.of(numbered.draft).note(name) !== 'string')
    return { refused: phrase`There is a note ${name} already. Renumbering gives all notes new numbers.` };
  const numbers = identity(numbered.draft);
  const plan = planWith(numbered, { ...numbers, notes: new Map([[from, name]]) });
  return { edits: plan.edits, plan };
}

const FORMS: Record<string, readonly [RegExp, Sentence]> = {
  arabic: [/^\d{1,4}(?: (?:bis|ter|quater|quinquies|sexies))?$/, phrase`a number, as in 12 or 12 bis`],
  number: [/^\d{1,3}$/, phrase`a number`],
  article: [/^\d{1,3}(?: (?:bis|ter|quater))?$|^[IVXL]{1,7}$/, phrase`a number, as in 7 or 7 bis`],
  roman: [/^[IVXL]{1,7}$/, phrase`a roman numeral, as in IV`],
  capital: [/^[A-Z]$/, phrase`a capital letter`],
  letter: [/^[a-z]{1,5}$/, phrase`a small letter or roman numeral`],
  lower: [/^[a-z]{1,5}$/, phrase`a small letter`],
};

/** Gives one numbered block another number; what is cited with it follows, its neighbours keep theirs. */
function renumberOne(numbered: Numbered, block: Block, to: string): RenameOutcome {
  const label = block.label!;
  const value = to.replace(/^[([]|[)\].:]$/g, '').replace(/^(?:article|annex|paragraph|para\.)\s+/i, '');
  const form = FORMS[label.style];
  if (form && !form[0].test(value))
    return {
      refused:
        label.style === 'article'
          ? phrase`The label of this article is ${form[1]}.`
          : phrase`The label of this paragraph or heading is ${form[1]}.`,
    };
  const { draft } = numbered;
  const numbers = identity(draft);
  const values = new ByItem(numbers.values);
  const cited = new ByItem(numbers.cited);
  values.set(block, value);
  const heading = draft.structure.headings.find((h) => h.labelBlock === block);
  if (heading && label.style !== 'article') {
    const old = cited.get(block) ?? label.value;
    const next = old.includes('.') ? `${old.slice(0, old.lastIndexOf('.'))}.${value}` : value;
    cited.set(block, next);
    for (const { labelBlock: other } of draft.structure.headings) {
      const path = other && other.index > block.index ? cited.get(other) : undefined;
      if (path?.startsWith(`${old}.`)) cited.set(other!, next + path.slice(old.length));
    }
  } else if (heading) {
    cited.set(block, value);
  } else {
    const old = block.number;
    const tail = label.style === 'letter' || label.style === 'number' ? `(${label.value})` : label.value;
    const next = old.endsWith(tail)
      ? old.slice(0, old.length - tail.length) + tail.replace(label.value, value)
      : value;
    const all = draft.structure.paragraphs;
    cited.set(block, next);
    for (let i = all.indexOf(block) + 1; i < all.length && all[i]!.level > block.level; i++)
      cited.set(all[i]!, next + all[i]!.number.slice(old.length));
  }
  // References to the one and to the other could not be told apart any longer.
  if (isTaken(draft, block, cited))
    return {
      refused: phrase`The number ${cited.get(block) ?? value} is given already. Move the text or renumber to exchange numbers.`,
    };
  const plan = planWith(numbered, { ...numbers, values, cited });
  return { edits: plan.edits, plan };
}

/** Whether another block of the same kind is cited by the number that a block is to have. */
function isTaken({ structure }: Draft, block: Block, cited: Lookup<string>): boolean {
  const number = cited.get(block);
  const style = block.label?.style;
  const paragraph = structure.paragraphs.includes(block);
  const others = paragraph
    ? structure.paragraphs.filter(({ scope }) => scope === block.scope)
    : structure.headings
        .filter(
          ({ label, container, labelBlock }) =>
            label?.style === style &&
            (style === 'article' || style === 'annex' || container === block.container) &&
            labelBlock,
        )
        .map(({ labelBlock }) => labelBlock!);
  return others.some((other) => other !== block && cited.get(other) === number);
}

/** Whether two terms are one but for their first letter's case. */
function same(a: string, b: string): boolean {
  return a.slice(1) === b.slice(1) && a[0]?.toLowerCase() === b[0]?.toLowerCase();
}

/** The numbers as they stand. */
export function identity(draft: Draft): Numbers {
  const values = new ByItem<string>(draft.blocks.length);
  const cited = new ByItem<string>(draft.blocks.length);
  for (const p of draft.structure.paragraphs) {
    values.set(p, p.label!.value);
    cited.set(p, p.number);
  }
  const targets = Targets.of(draft);
  for (const h of draft.structure.headings) {
    if (!h.label || !h.labelBlock) continue;
    values.set(h.labelBlock, h.label.value);
    cited.set(h.labelBlock, targets.headingNumber(h) || h.label.value);
  }
  return { values, cited, sequence: draft.blocks, order: AS_THEY_STAND, notes: new Map() };
}
