import { united, type Span } from './span.js';

/**
 * Stretches between quotation marks; one that is not closed runs to the end of the text. `own`: the first mark opens no
 * quotation.
 */
export function quotations(text: string, own: boolean): readonly Span[] {
  // Most blocks quote nothing.
  if (!text.includes('\u201c') && !text.includes('"') && !text.includes('\u00ab')) return [];
  const spans: Span[] = [];
  let curly = -1;
  let straight = -1;
  for (let i = own ? 1 : 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x201c || c === 0xab) {
      if (curly < 0) curly = i;
    } else if ((c === 0x201d || c === 0xbb) && curly >= 0) {
      spans.push({ start: curly, end: i + 1 });
      curly = -1;
    } else if (c === 0x22) {
      if (straight < 0) straight = i;
      else {
        spans.push({ start: straight, end: i + 1 });
        straight = -1;
      }
    }
  }
  if (curly >= 0) spans.push({ start: curly, end: text.length });
  if (straight >= 0) spans.push({ start: straight, end: text.length });
  return united(spans);
}
