import type { Block, Label } from './block.js';
import { isCaption } from './captions.js';
import type { DocumentKind, DocumentLanguage, DocumentStatus } from './kinds.js';
import type { Masthead } from './masthead.js';
import type { Recognition } from './recognize.js';

/** A heading: its words, its label if it has one, and its place in the tree. */
export interface Heading {
  /** The block that holds the words. */
  readonly block: Block;
  /** The block that holds the label, where it stands apart; otherwise the same block. */
  readonly labelBlock: Block | null;
  readonly label: Label | null;
  readonly level: number;
  /** Index in the list of headings of the heading this one stands under, or -1. */
  readonly parent: number;
  /** Number of the numbering scope of paragraphs it stands in: annexes and articles have their own. */
  readonly container: string;
}

/** Whether a heading is that of the summary, which stands in front of the text and of its table of contents. */
export function isSummary({ block: { body } }: Heading): boolean {
  return body.text.length < 40 && /^(?:executive )?summary$/i.test(body.text.trim());
}

/**
 * The headings that are those of a table, figure or box, its title below "Table 3" among them: what follows behind it
 * belongs to the section, and does not stand under them.
 */
export function captionsOf({ headings }: Structure, blocks: readonly Block[]): ReadonlySet<Heading> {
  const found = new Set<Heading>();
  let last: Heading | undefined;
  for (const heading of headings) {
    const { block, label } = heading;
    if (label || heading.level === 0) continue;
    const isTitle = last?.block.index === block.index - 1 && blocks[block.index + 1]?.form === 'table';
    if (!isTitle && !isCaption(block.body.text)) continue;
    found.add(heading);
    last = heading;
  }
  return found;
}

/** A place where numbers do not follow on. Each break is told once. */
export interface NumberingBreak {
  readonly block: Block;
  readonly what: 'gap' | 'duplicate' | 'order' | 'swapped' | 'restart';
  readonly level: number;
  /** The label that stands there and the one that was expected, without marks: "14", "13"; "(d)", "(c)". */
  readonly found: string;
  readonly expected: string;
  /** The paragraph before it in the same list. */
  readonly previous: Block | null;
  /** An unnumbered paragraph in between, which explains the gap. */
  readonly unnumbered: Block | null;
}

/** One list of paragraphs that are numbered together. */
export interface Scope {
  readonly id: number;
  readonly container: string;
  readonly outer: number;
}

/** What is known of a document as a whole. */
export interface Structure {
  readonly recognition: Recognition;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly language: DocumentLanguage;
  readonly masthead: Masthead;
  readonly headings: readonly Heading[];
  readonly breaks: readonly NumberingBreak[];
  readonly scopes: readonly Scope[];
  /** Index of the first block behind the masthead. */
  readonly bodyStart: number;
  /** Paragraphs and subparagraphs whose label counts, in order. */
  readonly paragraphs: readonly Block[];
  /** The words of the first line that names the organ which acts, "The Security Council", without its comma; or null. */
  readonly organLine: string | null;
}
