import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import { Slot, type Block } from '../document/block.js';
import type { Draft, Range } from '../document/draft.js';
import { captionsOf, type Heading, type Structure } from '../document/structure.js';
import { firstWords, headingWords, wordsOfParagraph } from './words.js';

/** So many characters of a paragraph's first words are shown. */
const SHOWN = 60;

/** The first words of each block, kept until its text changes. */
const WORDS = new Slot<string>();

/** The symbol of a block that heads a part, as it was last told, with what it was made from. */
interface Told {
  readonly symbol: DocumentSymbol;
  readonly line: number;
  readonly label: string;
  /** Whether nothing but the block belonged to the part. */
  readonly alone: boolean;
}

const TOLD = new Slot<Told>();

/** Paragraphs lie deeper than every heading. */
const PARAGRAPH_DEPTH = 100;

/** One part of a draft: a heading with all that stands under it, or a paragraph with its subparagraphs. */
export interface Part {
  readonly block: Block;
  readonly heading: Heading | null;
  readonly depth: number;
  readonly children: readonly Part[];
  /** The last block that belongs to it. */
  readonly last: Block;
}

/** A part while the blocks behind it are still being read. */
interface OpenPart extends Part {
  readonly children: OpenPart[];
  last: Block;
}

/**
 * The parts of a draft as a tree: headings, under them paragraphs, under these subparagraphs. Paragraphs without a number
 * are parts where they have none at all, as in a statement, and in resolutions.
 */
export function partsOf(draft: Draft): readonly Part[] {
  const { structure } = draft;
  // What the parts are is a matter of the structure alone; places and words are looked up when they are asked for.
  let parts = known.get(structure);
  if (!parts) known.set(structure, (parts = readParts(draft)));
  return parts;
}

const known = new WeakMap<Structure, readonly Part[]>();

function readParts(draft: Draft): readonly Part[] {
  const { structure, blocks } = draft;
  const headings = new Map<Block, Heading>();
  for (const heading of structure.headings) {
    headings.set(heading.labelBlock ?? heading.block, heading);
  }
  const captions = captionsOf(structure, blocks);
  const prose =
    structure.paragraphs.length === 0 || structure.kind === 'statement' || structure.kind === 'letter';
  const roots: OpenPart[] = [];
  const open: OpenPart[] = [];
  let last: Block | undefined;
  const close = (depth: number): void => {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()!.last = last!;
  };
  const add = (block: Block, heading: Heading | null, depth: number): void => {
    close(depth);
    const part: OpenPart = { block, heading, depth, children: [], last: block };
    (open.at(-1)?.children ?? roots).push(part);
    open.push(part);
  };
  for (const block of blocks) {
    if (block.role === 'blank') continue;
    const heading = headings.get(block);
    // Notes and comments behind a paragraph are its section's.
    if (block.role === 'note' || block.role === 'comment') close(PARAGRAPH_DEPTH);
    // Behind a table its section goes on.
    const top = open.at(-1);
    if (top?.heading && captions.has(top.heading) && block.role !== 'table') close(top.depth);
    if (heading) {
      add(block, heading, heading.level);
      // The titles of a masthead head no section; those of resolutions in a collection do.
      if (heading.level === 0 && block.index < structure.bodyStart) open.pop();
    } else if (isParagraph(block, prose)) add(block, null, PARAGRAPH_DEPTH + Math.max(1, block.level));
    last = block;
  }
  close(0);
  return roots;
}

function isParagraph(block: Block, prose: boolean): boolean {
  switch (block.role) {
    case 'paragraph':
    case 'preambular':
    case 'operative':
      return block.labelled || block.role !== 'paragraph';
    case 'prose':
    case 'closing':
    case 'salutation':
      return prose && block.reading.text !== '';
    default:
      return false;
  }
}

/**
 * The outline of a draft. The symbol of a part that has stayed as it was, with all that lies in it, is the same object from
 * one call to the next, so that what was made of it can be used again; it is not to be changed.
 */
export function documentSymbols(draft: Draft): DocumentSymbol[] {
  return partsOf(draft).map((part) => symbolOf(draft, part));
}

/** The outline as a list, for clients that show no tree. */
export function flatSymbols(draft: Draft, uri: string): SymbolInformation[] {
  const list: SymbolInformation[] = [];
  const add = (symbols: readonly DocumentSymbol[], containerName?: string): void => {
    for (const { name, kind, range, children } of symbols) {
      list.push({
        name,
        kind,
        location: { uri, range },
        ...(containerName === undefined ? {} : { containerName }),
      });
      add(children ?? [], name);
    }
  };
  add(documentSymbols(draft));
  return list;
}

function symbolOf(draft: Draft, part: Part): DocumentSymbol {
  const { block, heading, last, children } = part;
  const label = labelOf(block);
  const told = TOLD.get(block);
  const stands = told?.line === block.startLine && told.label === label;
  const alone = last === block && children.length === 0;
  // A paragraph without subparagraphs whose words are its own says all that its symbol does.
  if (stands && told.alone && alone && !heading && block.body.text !== '') return told.symbol;
  const name = nameOf(draft, part);
  const kind = heading ? (heading.level === 0 ? SymbolKind.File : SymbolKind.String) : SymbolKind.Number;
  const range = rangeOf(draft, part);
  const within = children.map((child) => symbolOf(draft, child));
  if (stands && isAs(told.symbol, name, kind, range, within)) return told.symbol;
  const symbol: DocumentSymbol = { name, kind, range, selectionRange: draft.contentRange(block) };
  if (within.length > 0) symbol.children = within;
  TOLD.set(block, { symbol, line: block.startLine, label, alone });
  return symbol;
}

/** Whether a symbol of a block that starts where it did says this. */
function isAs(
  symbol: DocumentSymbol,
  name: string,
  kind: SymbolKind,
  { end }: Range,
  children: readonly DocumentSymbol[],
): boolean {
  const old = symbol.children ?? [];
  return (
    symbol.name === name &&
    symbol.kind === kind &&
    symbol.range.end.line === end.line &&
    symbol.range.end.character === end.character &&
    old.length === children.length &&
    old.every((child, i) => child === children[i])
  );
}

/** The label of a block as it stands in names; empty where it counts for nothing. */
function labelOf(block: Block): string {
  return block.labelled ? (block.label?.text ?? '') : '';
}

/** What a part is called in the outline; never empty, which editors refuse. */
export function nameOf(draft: Draft, { block, heading }: Part): string {
  if (heading) return firstWords(headingWords(heading), SHOWN * 2) || '…';
  // A number that stands alone takes the words of the block behind it, which may change by themselves.
  const own = block.body.text !== '';
  let words = own ? WORDS.get(block) : undefined;
  if (words === undefined) {
    words = firstWords(wordsOfParagraph(draft, block), SHOWN);
    if (own) WORDS.set(block, words);
  }
  return `${labelOf(block)} ${words}`.trim() || '…';
}

/** A part from its first to its last character, the blank lines behind it left out. */
export function rangeOf(draft: Draft, { block, last }: Part): Range {
  const range = draft.contentRange(block);
  return last === block ? range : { start: range.start, end: draft.contentRange(last).end };
}
