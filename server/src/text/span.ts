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

/** The first index of a list in the order of its starts whose span does not start before `offset`; the length where none is. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of one of the spans of a list in the order of its starts, or -1. */
export function placeOf<T extends Span>(spans: readonly T[], one: T): number {
  for (let i = firstFrom(spans, one.start); i < spans.length && spans[i]!.start === one.start; i++)
    if (spans[i] === one) return i;
  return -1;
}

/** The last of a list in the order of its starts that starts before `offset` and fits; null where none does. */
export function lastBefore<T extends Span>(
  spans: readonly T[],
  offset: number,
  fits: (span: T) => boolean = () => true,
): T | null {
  for (let i = firstFrom(spans, offset) - 1; i >= 0; i--) if (fits(spans[i]!)) return spans[i]!;
  return null;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The stretches that some spans cover together, in order and apart from one another. */
export function united(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const made: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = made[made.length - 1];
    if (!last || start > last.end) made.push({ start, end });
    else if (end > last.end) last.end = end;
  }
  return made;
}

/** Whether one of the stretches that `united` gives covers an offset. */
export function within(spans: readonly Span[], offset: number): boolean {
  if (spans.length === 0) return false;
  const at = firstFrom(spans, offset + 1) - 1;
  return at >= 0 && offset < spans[at]!.end;
}
