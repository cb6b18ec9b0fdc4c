import type { Citation } from '../citations/citation.js';
import { Targets, type ResolvedNumber, type ResolvedReference } from '../citations/targets.js';
import type { Block } from '../document/block.js';
import type { Span } from '../text/span.js';
import type { DraftContext } from './draftContext.js';
import type { Anchor, CitingCheck } from './rule.js';

/** What a check of internal references goes by: the numbers of the draft, and the citations of the block itself. */
export const REFERRING = {
  reads: ['numbers'],
  citing: ['paragraph', 'part', 'article'],
} as const satisfies Pick<CitingCheck, 'reads' | 'citing'>;

/** The internal references of a block, in order. Quoted text has none of its own. */
export function internalReferences(context: DraftContext, block: Block): readonly ResolvedReference[] {
  return block.quoted ? [] : Targets.of(context.draft).referencesOf(block, context.citationsIn(block));
}

/** An anchor at a part of a citation that stays right while its block is edited elsewhere. */
export function anchorAt(
  context: DraftContext,
  block: Block,
  citation: Citation,
  part?: (citation: Citation) => Span,
): Anchor {
  let ordinal = 0;
  for (const c of context.citationsIn(block)) {
    if (c === citation) break;
    if (c.type === citation.type) ordinal++;
  }
  return { kind: 'citation', type: citation.type, ordinal, ...(part ? { part } : {}) };
}

/** An anchor at one number of a reference. */
export function numberAnchor(
  context: DraftContext,
  reference: ResolvedReference,
  number: ResolvedNumber,
): Anchor {
  const { citation, block } = reference;
  const from = number.start - citation.start;
  const to = number.end - citation.start;
  return anchorAt(context, block, citation, (c) => ({ start: c.start + from, end: c.start + to }));
}
