import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Draft } from '../document/draft.js';
import { partsOf, rangeOf, type Part } from './documentSymbols.js';

/**
 * What can be folded: sections, paragraphs with their subparagraphs, the masthead, front matter and comments, tables, and
 * notes that follow each other.
 */
export function foldingRanges(draft: Draft): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind): void => {
    if (endLine > startLine)
      ranges.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
  };
  const addPart = (part: Part): void => {
    const { start, end } = rangeOf(draft, part);
    if (part.heading || part.children.length > 0) add(start.line, end.line);
    for (const child of part.children) addPart(child);
  };
  for (const part of partsOf(draft)) addPart(part);

  const { blocks, structure } = draft;
  const masthead = new Run();
  let notes = new Run();
  for (const block of blocks) {
    const lines = (): [number, number] => {
      const { start, end } = draft.contentRange(block);
      return [start.line, end.line];
    };
    switch (block.role) {
      case 'front-matter':
      case 'comment':
        add(...lines(), FoldingRangeKind.Comment);
        break;
      case 'table':
      case 'code':
      case 'quote':
        add(...lines());
        break;
      default:
    }
    if (block.role === 'masthead' && block.index < structure.bodyStart) masthead.take(...lines());
    if (block.role === 'note') notes.take(...lines());
    else if (block.role !== 'blank') {
      add(notes.first, notes.last, FoldingRangeKind.Region);
      notes = new Run();
    }
  }
  add(notes.first, notes.last, FoldingRangeKind.Region);
  add(masthead.first, masthead.last, FoldingRangeKind.Region);
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Blocks of one sort that follow each other: their first and last line; both -1 while there are none. */
class Run {
  first = -1;
  last = -1;

  take(first: number, last: number): void {
    if (this.first < 0) this.first = first;
    this.last = last;
  }
}
