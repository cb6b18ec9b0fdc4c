import { openingTable } from './tables.js';

/** Opening words of a paragraph, as printed in italics, and how many paragraphs of adopted resolutions begin so. */
export interface Opening {
  readonly words: string;
  readonly occurrences: number;
}

/**
 * The opening words that an organ's resolutions of 2019 and after use three times or more, the most frequent first.
 * What is not among them is unusual, not wrong. Empty for an organ that the table does not hold ("GA", "SC", "ECOSOC",
 * "HRC" are there).
 */
export function openings(organ: string, part: 'preambular' | 'operative'): readonly Opening[] {
  return (openingTable()[organ]?.[part] ?? []).map(([words, occurrences]) => ({ words, occurrences }));
}
