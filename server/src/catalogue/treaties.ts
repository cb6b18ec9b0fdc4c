import { fromRoman } from './designator.js';
import { ARTICLES } from './generated/articles.js';
import { TREATIES } from './generated/treaties.js';
import type { ArticleRow, TreatyRow } from './rows.js';
import { foldCase } from './words.js';

/** A name as it is compared: without case, accents, punctuation and the article before it. */
export function nameKey(name: string): string {
  return foldCase(name)
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

let byName: ReadonlyMap<string, TreatyRow> | undefined;
let byTitle: ReadonlyMap<string, TreatyRow> | undefined;
let articleOf: ReadonlyMap<string, ArticleRow> | undefined;

function namesIndex(): ReadonlyMap<string, TreatyRow> {
  const map = new Map<string, TreatyRow>();
  for (const treaty of TREATIES) {
    for (const name of [treaty.shortTitle, treaty.fullTitle, ...treaty.aliases]) {
      // "the Covenant" is both: the first one in the table keeps it, and a text must say which one it means.
      const key = nameKey(name);
      if (!map.has(key)) map.set(key, treaty);
    }
  }
  return map;
}

/** All treaties and like instruments of the table. */
export function treaties(): readonly TreatyRow[] {
  return TREATIES;
}

/** The treaty with this short title, as the table writes it. */
export function treatyByShortTitle(shortTitle: string): TreatyRow | undefined {
  byTitle ??= new Map(TREATIES.map((treaty) => [treaty.shortTitle, treaty]));
  return byTitle.get(shortTitle);
}

/** The treaty known by a short or full title or another name, in any case; undefined for a name of none. */
export function findTreaty(name: string): TreatyRow | undefined {
  byName ??= namesIndex();
  return byName.get(nameKey(name));
}

/** The title of an article ("3", also "3 (a)", whose paragraph is left aside); undefined where it is not known. */
export function articleTitle(treaty: TreatyRow, article: string): ArticleRow | undefined {
  articleOf ??= new Map(ARTICLES.map((row) => [`${row.treaty} ${row.article}`, row]));
  return articleOf.get(`${treaty.shortTitle} ${articleNumber(article) ?? ''}`);
}

/** The number of an article without its paragraph: 3 of "3 (a)", 4 of "IV"; null where there is none. */
export function articleNumber(article: string): number | null {
  const match = /^\d{1,4}/.exec(article);
  return match ? Number(match[0]) : fromRoman(/^[IVXLC]+\b/.exec(article)?.[0] ?? '');
}

/** Whether a treaty has an article: `absent` is certain, `probably absent` where its length is general knowledge. */
export function articleExistence(
  treaty: TreatyRow,
  article: string,
): 'exists' | 'absent' | 'probably absent' | 'unknown' {
  const number = articleNumber(article);
  if (number === null) return 'unknown';
  if (number >= 1 && number <= treaty.articles) return 'exists';
  return treaty.articlesFrom === 'general knowledge' ? 'probably absent' : 'absent';
}

/** Treaties one of whose names begins so, in any case; the short titles that do come first. */
export function treatiesStarting(prefix: string): readonly TreatyRow[] {
  const key = nameKey(prefix);
  const byShort = TREATIES.filter((treaty) => nameKey(treaty.shortTitle).startsWith(key));
  const byOther = TREATIES.filter(
    (treaty) =>
      !byShort.includes(treaty) &&
      [treaty.fullTitle, ...treaty.aliases].some((name) => nameKey(name).startsWith(key)),
  );
  return [...byShort, ...byOther];
}
