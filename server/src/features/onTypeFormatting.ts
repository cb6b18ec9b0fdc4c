import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import { paragraphAt } from '../numbering/operations.js';
import { planFor } from '../numbering/plan.js';
import type { Inserted, Sequence } from '../numbering/sequence.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { numberedOf, textEdits } from './numbering.js';

/**
 * What Enter at the end of a numbered paragraph adds: the label of the next one, and the numbers and references that
 * follow. `position` is where the cursor stands behind the new line end. Enter on a label without words takes the label
 * away again. An empty list where there is nothing to do; adopted texts are left alone.
 */
export function formatOnEnter(open: OpenDraft, position: Position): TextEdit[] {
  const { draft } = open;
  if (position.line === 0 || draft.structure.status === 'adopted') return [];
  const above = draft.locate({ line: position.line - 1, character: Number.MAX_SAFE_INTEGER });
  if (!above) return [];
  const here = draft.locate(position);
  // Only on a line that is empty: text that was pushed down goes on as it is.
  if (!here || lineOf(here.block, here.offset).trim() !== '') return [];
  const paragraph = paragraphAt(draft, above.block);
  if (!paragraph || (above.block !== paragraph && above.block.role !== 'continuation')) return [];
  const own = lineOf(above.block, above.offset);
  if (own.trim() === '') return [];
  const numbered = numberedOf(open);
  if (paragraph.body.text.trim() === '') {
    // An empty paragraph ends the list: its label goes, and the numbers behind it fall back.
    const gone = new Set([paragraph]);
    const sequence = draft.blocks.filter((b) => b !== paragraph);
    const { plan } = planFor(numbered, sequence, { deleted: gone });
    const label = paragraph.label!;
    return textEdits(draft, [
      ...plan.edits.filter((e) => e.block !== paragraph),
      {
        block: paragraph,
        start: label.start,
        end: behindBlanks(paragraph.text, label.end),
        text: '',
      },
    ]);
  }
  const level = paragraph.body.text.endsWith(':') ? paragraph.level + 1 : paragraph.level;
  const at = above.block.index + 1;
  const inserted: Inserted = { inserted: true, like: paragraph, level };
  const sequence: Sequence = [...draft.blocks.slice(0, at), inserted, ...draft.blocks.slice(at)];
  const { plan, numbers } = planFor(numbered, sequence);
  const value = numbers.values.get(inserted) ?? '';
  const eol = /\r\n|\n|\r/.exec(above.block.text)?.[0] ?? '\n';
  const blank = spaced(draft.blocks, paragraph) ? eol : '';
  const edits = textEdits(draft, plan.edits);
  edits.push({
    range: { start: position, end: position },
    newText: `${blank}${labelOf(paragraph, value, level)}`,
  });
  return edits;
}

function behindBlanks(text: string, from: number): number {
  let end = from;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}

function lineOf(block: Block, offset: number): string {
  const { line } = block.positionAt(offset);
  const start = block.lineStarts[line]!;
  const end = block.lineStarts[line + 1] ?? block.text.length;
  return block.text.slice(start, end);
}

/** Whether the paragraphs of the text stand apart by empty lines: told by those before this one. */
function spaced(blocks: readonly Block[], paragraph: Block): boolean {
  for (let i = paragraph.index - 1; i >= 0 && i > paragraph.index - 6; i--) {
    const b = blocks[i]!;
    if (b.labelled && b.level > 0) return (b.text.slice(b.contentEnd).match(/\r\n|\n|\r/g)?.length ?? 0) > 1;
  }
  return true;
}

function labelOf(like: Block, value: string, level: number): string {
  const label = like.label!;
  if (like.level !== level) return level === 1 ? `${value}. ` : `(${value}) `;
  const gap = /^[ \t]+$/.exec(like.text.slice(label.end, label.bodyStart))?.[0] ?? ' ';
  return `${like.text.slice(label.start, label.valueSpan.start).replace(/[*_]/g, '')}${value}${like.text.slice(label.valueSpan.end, label.end).replace(/[*_]/g, '')}${gap}`;
}
