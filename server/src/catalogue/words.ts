/** How titles and queries are cut into the words that a search compares. */

/** Words that stand in nearly every title and tell none from another. */
const STOP_WORDS = new Set(
  'a an and as at by for from in into its of on or the their this to under upon with'.split(' '),
);

/** Lower case, without accents. */
export function foldCase(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** A name as it is compared: without case, accents, punctuation and the article before it. */
export function nameKey(name: string): string {
  return foldCase(name)
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** The keys of many names, none of which goes over a line; all of them together, which is many times faster. */
export function nameKeys(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return foldCase(names.join('\n'))
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    .split('\n')
    .map((key) => key.trim().replace(/^the /, ''));
}

/** A word, or several with hyphens between them. */
const COMPOUND = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu;
const HYPHEN = /[-\u2010\u2011]/g;

/** The possessive's ending is no word: "people's" is "people". */
function compounds(text: string): string[] {
  return (
    foldCase(text)
      .replace(/['\u2019]s\b/g, '')
      .match(COMPOUND) ?? []
  );
}

/**
 * The words of a text as the index holds them: folded, without stop words; a hyphenated word is one ("co-operation" is
 * "cooperation") and its parts as well; "UN" is "united nations". Each word once, in the order of the text.
 */
export function indexWords(text: string): string[] {
  const out = new Set<string>();
  for (const compound of compounds(text)) {
    const parts = compound.split(HYPHEN);
    if (parts.length > 1) out.add(parts.join(''));
    for (const part of parts) {
      if (part === 'un') {
        out.add('united');
        out.add('nations');
      } else if (!STOP_WORDS.has(part) && (part.length > 1 || /\d/.test(part))) out.add(part);
    }
  }
  return [...out];
}

/** The words of a query: like those of a title, but a hyphenated word is one word only. At most twelve. */
export function queryWords(text: string): string[] {
  const out = new Set<string>();
  for (const compound of compounds(text.slice(0, 400))) {
    const word = compound.replace(HYPHEN, '');
    if (word === 'un') {
      out.add('united');
      out.add('nations');
    } else if (!STOP_WORDS.has(word)) out.add(word);
  }
  return [...out].slice(0, 12);
}

/**
 * A title without what differs from one printing to the next: case, accents, punctuation, the hyphen in
 * "co-operation", "UN", the article at the start. Two resolutions with the same key bear the same title.
 */
export function titleKey(title: string): string {
  return foldCase(title)
    .replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '')
    .replace(/\bun\b/g, 'united nations')
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Whether two words differ by one letter at most (one other, one more, one fewer, or two changed places). */
export function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}
