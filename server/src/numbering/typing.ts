import { markOfNote } from '../citations/targets.js';
import type { Block, LabelStyle } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Heading } from '../document/structure.js';
import { phrase } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import { footnoteAt } from './footnote.js';
import {
  insertHeading,
  insertParagraph,
  isSuffixed,
  labelLike,
  type Operation,
  type Outcome,
  type Refusal,
} from './operations.js';
import { planFor, planWith, type Numbered, type NumberingPlan, type PlannedEdit } from './plan.js';
import { identity } from './rename.js';
import type { Inserted, Sequence } from './sequence.js';

/** Said where a key has nothing to do, and the editor's own is all that happens. */
const NOTHING: Refusal = { refused: phrase`There is nothing to number here.` };

/**
 * What Enter at an offset of a block adds to the editor's own line break. At the end of a numbered paragraph, heading or
 * note the next one starts there, and the cursor is where its label ends; a note's mark is set behind that of the note
 * before it. An empty number goes. Refused everywhere else. Texts with `frozen` numbers get "12 bis".
 */
export function enter(numbered: Numbered, block: Block, offset: number, frozen = false): Outcome {
  const { draft } = numbered;
  // On the empty lines behind it nothing ends.
  if (block.quoted || offset < block.contentEnd || offset > lineEnd(block)) return NOTHING;
  const empty = emptyNumber(block);
  if (empty)
    return takeNumber(numbered, block, { start: empty.start, end: offset }, { joined: false, frozen });
  if (isParagraph(block)) return insertParagraph(numbered, block, { here: true, frozen });
  if (frozen) return NOTHING;
  if (block.role === 'note') return nextNote(numbered, block);
  const heading = headingAt(draft, block);
  return heading ? insertHeading(numbered, heading, { here: true }) : NOTHING;
}

/**
 * What Backspace at an offset of a block does behind an empty number: the number goes, and the numbers behind it fall
 * back. Its line goes too where a paragraph or a note stands before it, as if Enter had not been pressed. Refused
 * everywhere else.
 */
export function backspace(numbered: Numbered, block: Block, offset: number, frozen = false): Outcome {
  const empty = block.quoted ? null : emptyNumber(block);
  if (!empty || offset < empty.end || block.text.slice(offset, block.contentEnd).trim() !== '')
    return NOTHING;
  const before = numbered.draft.blocks[block.index - 1];
  const joined =
    before !== undefined &&
    before.role === (block.role === 'note' ? 'note' : 'paragraph') &&
    block.role === before.role;
  return takeNumber(numbered, block, { start: empty.start, end: offset }, { joined, frozen });
}

function isParagraph(block: Block): boolean {
  return block.labelled && block.level > 0 && block.role !== 'heading' && block.role !== 'title';
}

/** The heading whose label and title both stand in a block, if there are words in it: a title may stand on a line of its own. */
function headingAt(draft: Draft, block: Block): Heading | null {
  if (block.role !== 'heading' || !block.labelled || block.label?.style === 'annex') return null;
  if (block.label?.alone !== false) return null;
  return draft.structure.headings.find((h) => h.labelBlock === block && h.block === block) ?? null;
}

/** How headings are numbered where none of a level stands in the text yet. */
const FIRST = ['I. ', 'A. ', '1. '] as const;
const LEVELS: Partial<Record<LabelStyle, number>> = { roman: 1, capital: 2, arabic: 3 };

/**
 * Gives the empty number of a heading that has just been started another level: one below (1) or above (-1) it, with the
 * number that is next there. Null where there is no such number at the block; refused where the level can't be had.
 */
export function changeEmptyHeading(numbered: Numbered, block: Block, by: 1 | -1): Outcome | null {
  const { draft } = numbered;
  const empty = block.quoted || isParagraph(block) || block.role === 'note' ? null : emptyNumber(block);
  if (!empty) return null;
  const before = draft.structure.headings.filter((h) => h.block !== block && h.block.index < block.index);
  const above = before.at(-1);
  const own =
    before.findLast((h) => h.label?.style === block.label!.style)?.level ?? LEVELS[block.label!.style];
  if (!above || own === undefined) return NOTHING;
  const level = own + by;
  const open = before.slice(
    Math.max(
      0,
      before.findLastIndex((h) => h.level < level),
    ),
  );
  const like = open.findLast((h) => h.level === level && h.labelBlock !== null)?.labelBlock;
  if (level < 1 || (by === -1 && !like) || level > above.level + 1) return NOTHING;
  const rest = draft.blocks.filter((b) => b !== block && b.index < block.index);
  const behind = draft.blocks.slice(block.index + 1);
  const inserted: Inserted | null = like ? { inserted: true, like, level: 0 } : null;
  const sequence: Sequence = [...rest, ...(inserted ? [inserted] : []), ...behind];
  const { plan, numbers } = planFor(numbered, sequence, { deleted: new Set([block]) });
  if (plan.problems.some(({ what }) => what === 'deleted')) return NOTHING;
  const hashes = /^#{1,5}(?=[ \t])/.exec(block.text.slice(empty.start))?.[0] ?? '';
  const text =
    inserted && like
      ? labelLike(like, numbers.values.get(inserted) ?? '', 0)
      : FIRST[level - 1] && `${hashes ? `${hashes}# ` : ''}${FIRST[level - 1]}`;
  if (!text) return NOTHING;
  const label: PlannedEdit = { block, start: empty.start, end: block.label!.bodyStart, text };
  const edits = plan.edits.filter((edit) => edit.block !== block);
  return { plan, edits: [...edits, label], cursor: { edit: label, offset: text.length }, doubt: null };
}

/** Where the number of a block stands that has a number and no words; null for others. */
function emptyNumber(block: Block): Span | null {
  const note = markOfNote(block);
  if (note) {
    if (block.text.slice(note.length).trim() !== '') return null;
    const start = block.text.length - block.text.trimStart().length;
    return { start, end: Math.max(start, block.contentEnd) };
  }
  const { label } = block;
  // An article's number may stand alone: its title is on the next line.
  if (!label?.alone || /^(?:article|division|annex)$/.test(label.style)) return null;
  if (block.text.slice(label.bodyStart, block.contentEnd).trim() !== '') return null;
  return { start: lineStart(block, label.start), end: Math.max(label.end, block.contentEnd) };
}

function lineStart({ text }: Block, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The end of a block's last line: behind the blanks at its end. */
function lineEnd(block: Block): number {
  let end = block.contentEnd;
  while (block.text[end] === ' ' || block.text[end] === '\t') end++;
  return end;
}

/** Takes an empty number away, and the blanks behind it up to `end`; `joined` with the lines between it and the text before. What others cite stays. */
function takeNumber(
  numbered: Numbered,
  block: Block,
  { start, end }: Span,
  { joined, frozen }: { joined: boolean; frozen: boolean },
): Outcome {
  let plan: NumberingPlan;
  const more: PlannedEdit[] = [];
  if (block.role === 'note') {
    const without = withoutNote(numbered, block);
    if (!without) return NOTHING;
    plan = without.plan;
    more.push(without.mark);
  } else if (frozen) {
    if (!isSuffixed(block)) return NOTHING;
    plan = planWith(numbered, identity(numbered.draft), new Set([block]));
  } else {
    const sequence = numbered.draft.blocks.filter((b) => b !== block);
    const gone = isParagraph(block) ? {} : { gone: block };
    plan = planFor(numbered, sequence, { deleted: new Set([block]), follow: block.index, ...gone }).plan;
  }
  if (plan.problems.some(({ what }) => what === 'deleted')) return NOTHING;
  const edits = plan.edits.filter((edit) => edit.block !== block);
  const before = numbered.draft.blocks[block.index - 1];
  const from = joined ? 0 : start;
  const label: PlannedEdit = { block, start: from, end, text: '' };
  if (joined && before) {
    more.push({ block: before, start: lineEnd(before), end: before.text.length, text: '' });
  }
  return { plan, edits: [...edits, ...more, label], cursor: { edit: label, offset: 0 }, doubt: null };
}

/** The next note, its mark right behind that of the note it follows. */
function nextNote(numbered: Numbered, block: Block): Operation | Refusal {
  const found = markOf(numbered.draft, block);
  return found ? footnoteAt(numbered, found.block, found.end) : NOTHING;
}

/** The mark that points at a numbered note; null where it is not one alone, or where two notes bear one number. */
function markOf(draft: Draft, note: Block): { block: Block; start: number; end: number; key: string } | null {
  const key = markOfNote(note)?.key ?? '';
  if (!/^\d+$/.test(key)) return null;
  const bodies = new Set<string>();
  let found: { block: Block; start: number; end: number; key: string } | null = null;
  for (const b of draft.blocks) {
    const mark = markOfNote(b);
    if (mark && mark.form !== 'asterisk') {
      // Numbers that begin anew on each page tie no mark to a note.
      if (bodies.has(mark.key)) return null;
      bodies.add(mark.key);
    }
    for (const i of b.reading.indicators) {
      if (i.key !== key || i.form === 'asterisk') continue;
      if (found) return null;
      found = { block: b, start: i.source.start, end: i.source.end, key };
    }
  }
  return found;
}

/** A plan without a note, and the edit that takes its mark out of the text. */
function withoutNote(numbered: Numbered, note: Block): { plan: NumberingPlan; mark: PlannedEdit } | null {
  const mark = markOf(numbered.draft, note);
  if (!mark) return null;
  const notes = new Map<string, string>();
  for (const b of numbered.draft.blocks) {
    const key = markOfNote(b)?.key ?? '';
    if (/^\d+$/.test(key) && Number(key) > Number(mark.key)) notes.set(key, String(Number(key) - 1));
  }
  const plan = planWith(numbered, { ...identity(numbered.draft), notes }, new Set([note]));
  return { plan, mark: { block: mark.block, start: mark.start, end: mark.end, text: '' } };
}
