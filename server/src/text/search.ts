/**
 * Looking for words within a stretch of a text. Rules and recognizers are called at each place of a block that may concern
 * them: one that searched from there to the end of the block would take time that grows with the square of its length.
 * Offsets are UTF-16 code units; those outside of the text are clamped.
 */

/** Where `what` begins first, from `from` on, so that it ends at `to` at the latest; -1 where it does not. */
export function firstIn(text: string, what: string, from: number, to: number): number {
  const start = Math.max(0, from);
  const at = text.slice(start, Math.max(start, to)).indexOf(what);
  return at < 0 ? -1 : start + at;
}

/** Where `what` begins last, from `from` on, so that it ends at `to` at the latest; -1 where it does not. */
export function lastIn(text: string, what: string, from: number, to: number): number {
  const start = Math.max(0, from);
  const at = text.slice(start, Math.max(start, to)).lastIndexOf(what);
  return at < 0 ? -1 : start + at;
}

/** Where `what`, which is not empty, begins, each place in order and none within another. */
export function* placesOf(text: string, what: string): Generator<number> {
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length)) yield at;
}
