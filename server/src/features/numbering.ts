import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Heading } from '../document/structure.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase, type Sentence } from '../l10n/phrase.js';
import {
  acceptNumbering,
  changeLevel,
  correspondence,
  deleteParagraph,
  insertHeading,
  insertParagraph,
  isRefused,
  moveParagraph,
  moveSection,
  paragraphAt,
  sectionAt,
  type Operation,
  type Outcome,
} from '../numbering/operations.js';
import { backspace, changeEmptyHeading, enter } from '../numbering/typing.js';
import { planRenumber, type Numbered, type NumberingPlan, type PlannedEdit } from '../numbering/plan.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { sayer } from './messages.js';
import { placeOf } from './places.js';

/** What can be done to the numbers of a draft; the words of the custom request and of the command line. */
export const OPERATIONS = [
  'renumber',
  'renumber-from-here',
  'renumber-selection',
  'renumber-annex',
  'insert',
  'insert-frozen',
  'enter',
  'backspace',
  'move-up',
  'move-down',
  'section-up',
  'section-down',
  'demote',
  'promote',
  'delete',
  'delete-marking-references',
  'accept',
] as const;
export type NumberingOperation = (typeof OPERATIONS)[number];

/** A reference that could not be carried along. */
export interface NumberingProblem {
  readonly range: Range;
  readonly message: string;
  /** The paragraph or note that it stands in, in words: "paragraph 14". */
  readonly where: string;
}

/** What an operation comes to: edits that are applied together, and words on what they do. */
export interface NumberingResult {
  readonly edits: readonly TextEdit[];
  /** Where the cursor goes, in the text as it is afterwards; null where it stays. */
  readonly cursor: Position | null;
  /** How many labels and references change. */
  readonly labels: number;
  readonly references: number;
  /** References that could not be carried along, with their place in the text as it is before. */
  readonly problems: readonly NumberingProblem[];
  /** From where on the numbers may be read otherwise than they are given, with the place in the text as it is before; or null. */
  readonly doubt: NumberingProblem | null;
  /** Old and new numbers, separated by a tab, a line each under a line of headings; empty where none changes. */
  readonly correspondence: string;
  /** Why nothing can be done, in words; the edits are empty then. */
  readonly refused: string | null;
}

/** A draft with its citations, for the plans of the numbering room. */
export function numberedOf({ draft, analysis }: OpenDraft): Numbered {
  const { referring, noted } = analysis;
  return { draft, citationsOf: (block) => analysis.citationsOf(block), referring, noted };
}

/** Plans an operation at a position or on a selection. Adopted texts keep their numbers: they are refused a renumbering. Words are in `language`. */
export function numberingOperation(
  open: OpenDraft,
  operation: NumberingOperation,
  selection: Range,
  language: Language = ENGLISH,
): NumberingResult {
  const { draft } = open;
  const place = draft.locate(selection.start);
  if (!place) return refused(phrase`The document is empty.`, language);
  const { block } = place;
  const numbered = numberedOf(open);
  const frozen = draft.structure.status === 'adopted';
  if (frozen && !KEEPING.has(operation)) {
    return refused(
      phrase`The numbers of an adopted text are kept. New paragraphs take “bis”; “Accept the numbering” makes them final.`,
      language,
    );
  }
  const outcome = perform(numbered, operation, place, selection, frozen);
  if (isRefused(outcome)) return refused(outcome.refused, language);
  // Who renumbers on request wants the new paragraph alone for now. Two notes of one number could not be told apart.
  if (
    WHILE_TYPING.has(operation) &&
    open.analysis.settings.numbering.onInsert === 'on-request' &&
    block.role !== 'note'
  ) {
    const planned = new Set(outcome.plan.edits);
    const own = outcome.edits.filter((edit) => !planned.has(edit));
    return resultOf(draft, { ...outcome, plan: NO_PLAN, edits: own, doubt: null }, language);
  }
  return resultOf(draft, outcome, language);
}

/** What leaves the numbers of an adopted text as they are. */
const KEEPING: ReadonlySet<NumberingOperation> = new Set<NumberingOperation>([
  'insert',
  'insert-frozen',
  'enter',
  'backspace',
  'accept',
]);

const WHILE_TYPING: ReadonlySet<NumberingOperation> = new Set<NumberingOperation>([
  'insert',
  'enter',
  'backspace',
]);

/**
 * Plans an operation for a text in which something has been typed since it was asked for, at `typed`: as if that were not
 * there. The edits are those of the text as it stands. For Enter the selection is the line break that was typed, the first
 * part of `typed`; it stays where a new number stands behind it, and goes where an empty one is taken away.
 */
export function numberingWhileTyping(
  open: OpenDraft,
  operation: NumberingOperation,
  selection: Range,
  typed: Range,
  language: Language = ENGLISH,
): NumberingResult {
  const { draft } = open;
  const { start } = selection;
  const written = textIn(draft, typed);
  if (written !== '') open.edit(typed, '');
  let result: NumberingResult;
  try {
    result = numberingOperation(open, operation, { start, end: start }, language);
  } finally {
    if (written !== '') open.edit({ start: typed.start, end: typed.start }, written);
  }
  const here = (edits: readonly TextEdit[]): TextEdit[] => edits.flatMap((edit) => around(edit, typed));
  const edits = operation === 'enter' ? behindLineBreak(result.edits, selection, here) : here(result.edits);
  return { ...result, edits, cursor: null };
}

/** The edit that starts a new line goes behind the line break that was typed; its indentation is the new label's. */
function behindLineBreak(
  edits: readonly TextEdit[],
  { start, end }: Range,
  here: (edits: readonly TextEdit[]) => TextEdit[],
): TextEdit[] {
  if (edits.length === 0) return [];
  const at = edits.findIndex(
    ({ range, newText }) => /^[\r\n]/.test(newText) && range.start.line === start.line && isEmpty(range),
  );
  const own: TextEdit =
    at < 0
      ? { range: { start, end }, newText: '' }
      : {
          range: { start: { line: end.line, character: 0 }, end },
          newText: edits[at]!.newText.replace(/^(?:\r\n|\n|\r)/, ''),
        };
  const behind = at < 0 ? edits.findIndex(({ range }) => after(range.start, start)) : at;
  const split = behind < 0 ? edits.length : behind;
  return [...here(edits.slice(0, split)), own, ...here(edits.slice(at < 0 ? split : split + 1))];
}

/** The same edit in a text with more in it, at `typed`; in two where it reaches over that, which is kept. */
function around({ range, newText }: TextEdit, typed: Range): TextEdit[] {
  const moved = (p: Position): Position =>
    p.line === typed.start.line
      ? { line: typed.end.line, character: p.character - typed.start.character + typed.end.character }
      : { line: p.line - typed.start.line + typed.end.line, character: p.character };
  const { start, end } = range;
  if (!after(end, typed.start)) return [{ range, newText }];
  if (!after(typed.start, start)) return [{ range: { start: moved(start), end: moved(end) }, newText }];
  return [
    { range: { start, end: typed.start }, newText },
    { range: { start: typed.end, end: moved(end) }, newText: '' },
  ];
}

function after(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}

function isEmpty({ start, end }: Range): boolean {
  return start.line === end.line && start.character === end.character;
}

/** The text between two places of a draft. */
function textIn(draft: Draft, { start, end }: Range): string {
  const from = draft.locate(start);
  const to = draft.locate(end);
  if (!from || !to) return '';
  if (from.block === to.block) return from.block.text.slice(from.offset, to.offset);
  let out = from.block.text.slice(from.offset);
  for (let i = from.block.index + 1; i < to.block.index; i++) out += draft.blocks[i]!.text;
  return out + to.block.text.slice(0, to.offset);
}

const NO_PLAN: NumberingPlan = { edits: [], renumbered: [], references: [], problems: [] };

function perform(
  numbered: Numbered,
  operation: NumberingOperation,
  { block, offset }: { block: Block; offset: number },
  selection: Range,
  frozen: boolean,
): Outcome {
  const { draft } = numbered;
  const whole = (plan: NumberingPlan): Operation => ({ plan, edits: plan.edits, cursor: null, doubt: null });
  switch (operation) {
    case 'renumber':
      return whole(planRenumber(numbered));
    case 'renumber-from-here': {
      const from = (paragraphAt(draft, block) ?? block).index;
      return whole(planRenumber(numbered, { keep: (b) => b.index < from }));
    }
    case 'renumber-selection': {
      const last = draft.locate(selection.end)?.block.index ?? block.index;
      return whole(planRenumber(numbered, { keep: (b) => b.index < block.index || b.index > last }));
    }
    case 'renumber-annex': {
      const { container } = block;
      if (!container.startsWith('annex')) return { refused: phrase`Put the cursor into an annex first.` };
      return whole(planRenumber(numbered, { keep: (b) => b.container !== container }));
    }
    case 'insert':
      return insertBehind(numbered, block, frozen);
    case 'enter':
      return enter(numbered, block, offset, frozen);
    case 'backspace':
      return backspace(numbered, block, offset, frozen);
    case 'insert-frozen':
      return insertParagraph(numbered, block, { frozen: true, bracketed: !frozen });
    case 'move-up':
    case 'move-down':
      return moveParagraph(numbered, block, operation === 'move-up' ? 'up' : 'down');
    case 'section-up':
    case 'section-down':
      return moveSection(numbered, block, operation === 'section-up' ? 'up' : 'down');
    case 'demote':
    case 'promote': {
      const by = operation === 'demote' ? 1 : -1;
      return (
        changeEmptyHeading(numbered, block, by) ??
        changeLevel(numbered, paragraphAt(draft, block) ?? block, by)
      );
    }
    case 'delete':
      return deleteParagraph(numbered, block, 'keep');
    case 'delete-marking-references':
      return deleteParagraph(numbered, block, 'mark');
    case 'accept':
      return acceptNumbering(numbered);
  }
}

/** A new paragraph; on a heading, and in an article without numbered paragraphs, another heading or article behind it. */
function insertBehind(numbered: Numbered, block: Block, frozen: boolean): Outcome {
  if (frozen) return insertParagraph(numbered, block, { frozen });
  const heading = followable(numbered.draft, block);
  return heading ? insertHeading(numbered, heading) : insertParagraph(numbered, block);
}

/** The numbered heading that another one can be started behind from a block of it; null where a paragraph comes next. */
export function followable(draft: Draft, block: Block): Heading | null {
  if (paragraphAt(draft, block)) return null;
  const heading = sectionAt(draft, block);
  if (!heading?.labelBlock) return null;
  if (block === heading.block || block === heading.labelBlock) return heading;
  const bare = !draft.structure.paragraphs.some(({ container }) => container === block.container);
  return heading.label?.style === 'article' && bare ? heading : null;
}

/** An operation that can't be done, for a reason in words. */
export function refused(message: Sentence, language: Language): NumberingResult {
  return {
    edits: [],
    cursor: null,
    labels: 0,
    references: 0,
    problems: [],
    doubt: null,
    correspondence: '',
    refused: language.say(message),
  };
}

const PROBLEMS: Record<NumberingPlan['problems'][number]['what'], (text: string) => Sentence> = {
  missing: (text) => phrase`Nothing in this document has the number “${text}”.`,
  ambiguous: (text) =>
    phrase`More than one paragraph has the number “${text}”; the reference is left as it is.`,
  reversed: (text) => phrase`The range that ends with “${text}” now runs backwards.`,
  deleted: (text) => phrase`“${text}” pointed at what is deleted.`,
  marked: (text) => phrase`The number “${text}” is cut by marks and is left as it is.`,
  parted: (text) =>
    phrase`“${text}” now belongs to another paragraph than is written before it, and is left as it is.`,
  doubtful: (text) => phrase`Whether “${text}” refers to this document is not clear; it is left as it is.`,
  direction: (text) =>
    phrase`Some of what is meant now stands above and some below: “${text}” is left as it is.`,
};

/** What an operation comes to, with places as the protocol has them. */
export function resultOf(draft: Draft, operation: Operation, language: Language): NumberingResult {
  const { plan, edits, cursor, doubt } = operation;
  return {
    edits: textEdits(draft, edits),
    cursor: cursor ? positionAfter(draft, edits, cursor.edit, cursor.offset) : null,
    labels: plan.renumbered.length,
    references: plan.references.length,
    problems: plan.problems.map((p) => ({
      range: draft.rangeOf(p.block, p.block.reading.spanToSource(p.start, p.end)),
      message: language.say(PROBLEMS[p.what](p.text)),
      where: placeOf(p.block, sayer(language)),
    })),
    doubt: doubt
      ? {
          range: draft.contentRange(doubt.block),
          message: language.say(
            phrase`From “${doubt.label}” on, the numbers can be read in more than one way; check whether they follow.`,
          ),
          where: placeOf(doubt.block, sayer(language)),
        }
      : null,
    correspondence: correspondence(plan),
    refused: null,
  };
}

/** Planned edits as the protocol has them, in the order of the text. */
export function textEdits(draft: Draft, edits: readonly PlannedEdit[]): TextEdit[] {
  return edits
    .toSorted((a, b) => a.block.index - b.block.index || a.start - b.start || a.end - b.end)
    .map((e) => ({ range: draft.rangeOf(e.block, e), newText: e.text }));
}

/** Where an offset of an edit's text stands once all edits are made. */
function positionAfter(
  draft: Draft,
  edits: readonly PlannedEdit[],
  edit: PlannedEdit,
  offset: number,
): Position {
  const { start } = draft.rangeOf(edit.block, { start: edit.start, end: edit.start });
  let lines = 0;
  /** By how much characters move that stand on a line behind the last edit, and which line that is. */
  let moved = 0;
  let on = -1;
  const others = edits.filter((e) => e !== edit && e.block.index <= edit.block.index);
  for (const { range, newText } of textEdits(draft, others)) {
    if (after(range.end, start)) continue;
    const breaks = breaksIn(newText);
    const from = breaks > 0 ? 0 : range.start.character + (range.start.line === on ? moved : 0);
    lines += breaks - (range.end.line - range.start.line);
    on = range.end.line;
    moved = from + lastLine(newText).length - range.end.character;
  }
  const line = start.line + lines;
  const character = start.character + (start.line === on ? moved : 0);
  const head = edit.text.slice(0, offset);
  const breaks = breaksIn(head);
  return breaks > 0
    ? { line: line + breaks, character: lastLine(head).length }
    : { line, character: character + head.length };
}

/** What stands behind the last line end of a text. */
function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
