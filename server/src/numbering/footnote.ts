import type { Block } from '../document/block.js';
import { noteMark, type Indicator } from '../document/reading.js';
import { phrase } from '../l10n/phrase.js';
import type { Operation, Outcome } from './operations.js';
import { planWith, type Numbered, type PlannedEdit } from './plan.js';
import { identity } from './rename.js';

/** What may stand between a word and the mark of its note: closing marks and punctuation. */
const BEFORE_MARK = /[\p{L}\p{N}.,;:!?”’"')*_]/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Sets the mark of a new footnote behind the word (and its punctuation) at an offset of a block, and an empty body at
 * the foot, between those of its neighbours. Later notes and the references to them follow. The mark is written as the
 * draft writes its marks; the cursor goes to the body.
 */
export function insertFootnote(numbered: Numbered, block: Block, offset: number): Outcome {
  switch (block.role) {
    case 'note':
      return { refused: phrase`A footnote has no footnotes of its own.` };
    case 'front-matter':
    case 'comment':
    case 'code':
    case 'blank':
    case 'furniture':
    case 'contents':
      return { refused: phrase`Put the cursor into the text that the footnote belongs to.` };
    default:
  }
  return footnoteAt(numbered, block, placeOfMark(block, offset));
}

/** Sets the mark of a new footnote at an offset of a block, and its empty body at the foot. */
export function footnoteAt(numbered: Numbered, block: Block, at: number): Operation {
  const { draft } = numbered;
  const keys: number[] = [];
  let before = 0;
  let form: Indicator['form'] = 'markdown';
  for (const b of draft.blocks) {
    const mark = b.role === 'note' ? noteMark(b.text.slice(0, 80)) : null;
    if (mark && /^\d+$/.test(mark.key)) keys.push(Number(mark.key));
    for (const { key, source, form: written } of b.reading.indicators) {
      if (written === 'asterisk' || !/^\d+$/.test(key)) continue;
      if (keys.length === 0) form = written;
      keys.push(Number(key));
      if (b.role !== 'note' && (b.index < block.index || (b === block && source.start < at)))
        before = Math.max(before, Number(key));
    }
  }
  const number = before > 0 ? before + 1 : keys.includes(0) ? 0 : 1;
  const notes = new Map<string, string>();
  // Where a number is free nothing has to move up.
  if (keys.includes(number))
    for (const key of keys) if (key >= number) notes.set(String(key), String(key + 1));
  const plan = planWith(numbered, { ...identity(draft), notes });
  const written = markOf(number, form);
  const mark: PlannedEdit = { block, start: at, end: at, text: written };
  const { edit, offset: cursor } = bodyEdit(
    numbered,
    number,
    form === 'markdown' ? `${written}: ` : `${written} `,
  );
  // Both at one place are one edit, so that the mark comes first.
  if (edit.block === block && edit.start === at) {
    const both: PlannedEdit = { ...edit, text: written + edit.text };
    return {
      plan,
      edits: [...plan.edits, both],
      cursor: { edit: both, offset: written.length + cursor },
      doubt: null,
    };
  }
  return { plan, edits: [...plan.edits, mark, edit], cursor: { edit, offset: cursor }, doubt: null };
}

function markOf(number: number, form: Indicator['form']): string {
  switch (form) {
    case 'sup':
      return `<sup>${number}</sup>`;
    case 'unicode':
      return [...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
    default:
      return `[^${number}]`;
  }
}

/** Behind the word that the cursor is in or at, and behind the punctuation that follows it. */
function placeOfMark(block: Block, offset: number): number {
  const { text, contentEnd } = block;
  let at = Math.max(offset, block.labelled && block.label ? block.label.bodyStart : block.contentStart);
  if (at >= contentEnd) return contentEnd;
  // In front of a word, the word before it is meant.
  if (/\s/.test(text[at - 1] ?? ' ') && at > block.contentStart) {
    let back = at;
    while (back > block.contentStart && /\s/.test(text[back - 1]!)) back--;
    if (back > (block.label?.bodyStart ?? block.contentStart)) at = back;
  }
  while (at < contentEnd && BEFORE_MARK.test(text[at]!)) at++;
  return at;
}

/** Where the body goes: behind that of the note before it, in front of the first note, or at the end. */
function bodyEdit(numbered: Numbered, number: number, mark: string): { edit: PlannedEdit; offset: number } {
  const { blocks } = numbered.draft;
  const eol = /\r\n|\n|\r/.exec(blocks.find(({ text }) => /[\r\n]/.test(text))?.text ?? '')?.[0] ?? '\n';
  let previous: Block | undefined;
  let first: Block | undefined;
  let highest = 0;
  for (const b of blocks) {
    if (b.role !== 'note') continue;
    const key = noteMark(b.text.slice(0, 80))?.key ?? '';
    if (!/^\d+$/.test(key)) continue;
    first ??= b;
    if (Number(key) < number && Number(key) >= highest) {
      previous = b;
      highest = Number(key);
    }
  }
  if (!previous && first) {
    const start = first.contentStart;
    return { edit: { block: first, start, end: start, text: mark + eol + eol }, offset: mark.length };
  }
  const last = previous ?? blocks.findLast((b) => b.role !== 'blank' && b.contentEnd > 0) ?? blocks.at(-1)!;
  const text = eol + eol + mark;
  return { edit: { block: last, start: last.contentEnd, end: last.contentEnd, text }, offset: text.length };
}
