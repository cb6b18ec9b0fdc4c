import type { Citation } from '../citations/citation.js';
import { Targets, type ResolvedNumber, type ResolvedReference } from '../citations/targets.js';
import type { Block } from '../document/block.js';
import type { Span } from '../text/span.js';
import type { DraftContext } from './draftContext.js';
import type { Anchor, Reads } from './rule.js';

/** What checks of internal references read: the numbers of the draft, and all that may own a number in a sentence. */
export const REFERENCE_READS: readonly Reads[] = [
  'structure',
  'citation:paragraph',
  'citation:part',
  'citation:article',
  'citation:resolution',
  'citation:symbol',
  'citation:treaty',
];

/** The internal references of the draft, in order. Quoted text has none of its own. */
export function internalReferences(context: DraftContext): readonly ResolvedReference[] {
  return context.once(referencesOf);
}

function referencesOf(context: DraftContext): ResolvedReference[] {
  const targets = Targets.of(context.draft);
  const all: ResolvedReference[] = [];
  for (const block of context.blocksCiting('paragraph', 'part', 'article')) {
    if (block.quoted) continue;
    for (const reference of targets.referencesOf(block, context.citationsIn(block))) all.push(reference);
  }
  return all;
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
