/** Letters without case and accents: "Côte d’Ivoire" is found by "cote". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The items that have a word beginning with each word of a query, in whatever order a person remembers them; all of
 * them for an empty query. `text` is everything that an item is found by.
 */
export function searched<T>(items: readonly T[], query: string, text: (item: T) => string): readonly T[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return items;
  return items.filter((item) => {
    const words = wordsOf(text(item));
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}
