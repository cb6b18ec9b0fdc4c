import type { Block } from '../document/block.js';
import type { Span } from '../text/span.js';

/** What a change of the clean-up is about. */
export type CleanUpKind =
  | 'furniture'
  | 'page-break'
  | 'hyphen'
  | 'line-break'
  | 'label'
  | 'ordinal'
  | 'space'
  | 'empty-line'
  | 'escape'
  | 'link'
  | 'note';

/** One change. Offsets are UTF-16 code units from the start of the draft's text. */
export interface CleanUpChange extends Span {
  readonly kind: CleanUpKind;
  readonly before: string;
  readonly after: string;
}

/** A change within a block: offsets are UTF-16 code units from the start of the block. */
export interface BlockChange extends Span {
  readonly kind: CleanUpKind;
  readonly after: string;
}

/** Notes a change down, unless it changes nothing. */
export function add(
  changes: CleanUpChange[],
  kind: CleanUpKind,
  start: number,
  before: string,
  after: string,
): void {
  if (before !== after) changes.push({ kind, start, end: start + before.length, before, after });
}

/** The text after changes, which are in order and do not overlap. */
export function applyCleanUp(text: string, changes: readonly CleanUpChange[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, after } of changes) {
    out += text.slice(at, start) + after;
    at = end;
  }
  return out + text.slice(at);
}

/** Blocks of running words. */
export function isText(block: Block): boolean {
  return block.form === 'text' || block.form === 'atx' || block.form === 'bullet' || block.form === 'note';
}

/** How the lines of a text end. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Words that end no line of a title and no page: what follows belongs to them. */
export const GOES_ON =
  /\b(?:a|against|an|and|at|by|for|from|in|its|of|on|or|the|to|with|AND|AT|BY|FOR|FROM|IN|OF|ON|OR|THE|TO|WITH)[ \t\\]*$/;
