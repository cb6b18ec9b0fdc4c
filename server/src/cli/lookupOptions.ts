/** How `plenary lookup` shows what it found. */
export const FORMATS = ['text', 'json'] as const;
export type LookupFormat = (typeof FORMATS)[number];

/** At most so many matches are shown unless told otherwise. */
export const MATCHES_SHOWN = 10;
