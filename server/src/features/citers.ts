import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import { groupOf } from '../numbering/operations.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { internalReferences, targetsOf } from './subjects.js';

/** What cites each numbered block of a draft. */
export interface Citers {
  /** The blocks that cite a block, in the order of the text, each once; members of a range are cited too. */
  of(block: Block): readonly Block[];
  /** The same for a paragraph with its subparagraphs; what they cite among themselves does not count. */
  ofGroup(draft: Draft, paragraph: Block): readonly Block[];
}

/** Finds for all blocks at once what cites them: one walk over the references of the draft. */
export function citersOf(open: OpenDraft): Citers {
  const citers = new Map<Block, Block[]>();
  for (const block of open.draft.blocks) {
    for (const { citation } of internalReferences(open, block)) {
      for (const target of targetsOf(open, block, citation)) {
        const list = citers.get(target);
        if (!list) citers.set(target, [block]);
        else if (list.at(-1) !== block) list.push(block);
      }
    }
  }
  return {
    of: (block) => citers.get(block) ?? [],
    ofGroup: (draft, paragraph) => {
      const { first, end } = groupOf(draft, paragraph);
      const found = new Set<Block>();
      for (let i = first; i < end; i++)
        for (const block of citers.get(draft.blocks[i]!) ?? []) found.add(block);
      return [...found]
        .filter((block) => block.index < first || block.index >= end)
        .sort((a, b) => a.index - b.index);
    },
  };
}
