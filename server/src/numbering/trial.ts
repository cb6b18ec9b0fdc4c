import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import { segment } from '../document/segment.js';
import { structure } from '../document/structurePass.js';
import { planRenumber } from './plan.js';

/** A part of a text as it is to be, and the block that stands there now. */
export interface Piece {
  readonly origin: Block;
  readonly text: string;
}

/** A label that would be read as another number than it is given. */
export interface Doubt {
  readonly block: Block;
  /** The label as it would stand there: "14.", "(b)". */
  readonly label: string;
}

/**
 * Reads the numbers of a text as it would be after an operation, and tells the first that would not be taken for what it
 * is given: null where all would. What a number is (a paragraph's, a heading's, one in a wrapped line) is told by the
 * numbers and words around it, so that in a text with stray numbers, as a conversion leaves them, another order or one
 * number more can turn the reading of a line. Takes time that grows with the number of blocks: those that keep their
 * words are not read again.
 */
export function doubtIn(draft: Draft, pieces: readonly Piece[]): Doubt | null {
  const blocks: Block[] = [];
  const origins: Block[] = [];
  const put = (block: Block, origin: Block): void => {
    block.index = blocks.length;
    blocks.push(block);
    origins.push(origin);
  };
  for (const { origin, text } of pieces) {
    if (text === origin.text) put(origin.copy(), origin);
    else
      for (const block of segment(text, blocks.length === 0, blocks.length === 0 ? null : ''))
        put(block, origin);
  }
  const trial = { blocks, structure: structure(blocks, { kind: draft.chosenKind }) };
  const first = planRenumber({ draft: trial, citationsOf: () => [] }).edits[0]?.block;
  // A break that was not there before is as much in doubt as a number that would be changed.
  const broken = draft.structure.breaks.length > 0 ? undefined : trial.structure.breaks[0]?.block;
  const block = first && broken ? (first.index <= broken.index ? first : broken) : (first ?? broken);
  if (!block) return null;
  // Where the text was out of order before, what counts is that each number is read as one of its kind, as it was.
  if (first && planRenumber({ draft, citationsOf: () => [] }).edits.length > 0) {
    const other = blocks.find((b, i) => origins[i] !== origins[i - 1] && isReadOtherwise(b, origins[i]!));
    return other ? { block: origins[other.index]!, label: origins[other.index]!.label?.text ?? '' } : null;
  }
  return { block: origins[block.index]!, label: block.label?.text ?? '' };
}

/** Whether a block that begins with a number is now taken for something else. */
function isReadOtherwise(block: Block, origin: Block): boolean {
  return (
    origin.labelled &&
    (block.labelled !== origin.labelled || block.role !== origin.role || block.level !== origin.level)
  );
}
