/**
 * A half-open range of UTF-16 code units, `start` included and `end` excluded. What the offsets count from
 * (a document, a block's source, a block's reading text) is said wherever a span is handed over.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. Empty spans overlap nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
