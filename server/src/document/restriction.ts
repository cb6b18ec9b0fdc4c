import type { Draft } from './draft.js';

/** The beginning of a text, in blocks: no masthead is longer, and a cover sheet may stand before it. */
const BEGINNING = 30;

const WORDS = '(?:strictly )?(?:confidential|restricted)|limited(?: distribution)?';
/** "Distr.: Limited", in the masthead or in front matter. */
const NAMED = new RegExp(
  `(?:^|[^a-z])(?:distr(?:ibution)?\\.?|classification) ?: ?["']?(${WORDS})(?![a-z])`,
  'i',
);
/** A stamp: the word alone on its line. */
const STAMP = new RegExp(`^[ \\t*_#>|]{0,20}(${WORDS})[ \\t*_.!|]{0,20}\\r?$`, 'im');
/** The series of limited and of restricted distribution: A/C.3/79/L.12, A/AC.9/R.2. */
const SERIES = /\/([LR])\.\d/;

/**
 * The word of a draft's beginning that says that it is not for everybody ("Limited", "Restricted", "Confidential"), as
 * it is written there; null where nothing says so. It looks at the masthead, at front matter, at stamps and at the
 * series of the document's own symbol, and takes rather too much than too little: it guards what is handed on.
 */
export function restrictionOf({ blocks, structure }: Draft): string | null {
  const { distribution, symbol } = structure.masthead;
  const said = distribution && new RegExp(`^(?:${WORDS})$`, 'i').test(distribution.value);
  if (said) return distribution.value;
  for (const { text } of blocks.slice(0, Math.max(BEGINNING, structure.bodyStart))) {
    const found = NAMED.exec(text) ?? STAMP.exec(text);
    if (found) return found[1]!;
  }
  const series = symbol && SERIES.exec(symbol.value)?.[1];
  if (series) return series === 'L' ? 'Limited' : 'Restricted';
  return null;
}
