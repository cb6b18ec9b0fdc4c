import type { Range } from 'vscode-languageserver';
import type { Draft } from '../document/draft.js';
import type { LineOf } from '../features/positionEncoding.js';

/** A line from its first character to its last; 0-based. */
export function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } };
}

/** The lines of a document that is closed, and of those that are open. */
export function linesOfDraft(uri: string, draft: Draft, lineOf: LineOf): LineOf {
  return (of, line) => (of === uri ? draft.textIn(wholeLine(line)) : lineOf(of, line));
}
