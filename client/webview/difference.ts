/** A stretch of a list that is replaced: `count` entries from `start` on give way to `added`. */
export interface Difference<T> {
  readonly start: number;
  readonly count: number;
  readonly added: readonly T[];
}

/**
 * What turns one list into another, as one stretch between what is the same at the beginning and at the end; null where
 * nothing differs. Edits of a person are such stretches, so no more is looked for.
 */
export function difference<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): Difference<T> | null {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start]!, after[start]!)) start++;
  let end = 0;
  while (end < shorter - start && same(before[before.length - 1 - end]!, after[after.length - 1 - end]!))
    end++;
  const count = before.length - end - start;
  const added = after.slice(start, after.length - end);
  return count === 0 && added.length === 0 ? null : { start, count, added };
}
