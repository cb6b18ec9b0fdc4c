import type { Citation } from '../../../server/src/citations/citation.js';

/** The grammar as the engine uses it. */
export function recognize(): readonly Citation[] {
  return [];
}
