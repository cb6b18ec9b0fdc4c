import { lazy } from '../text/lazy.js';
import { fromRoman } from './designator.js';
import { articleRows, treatyRows } from './tables.js';
import type { ArticleRow, TreatyRow } from './rows.js';
import { nameTable } from './nameTable.js';
import { nameKey } from './words.js';

const byName = lazy(() => {
  const rows = new Map<string, number>();
  // "the Covenant" is both: the first one in the table keeps it, and a text must say which one it means.
  for (const [key, row] of nameTable().treaties) if (!rows.has(key)) rows.set(key, row);
  return rows;
});

const byTitle = lazy(() => new Map(treatyRows().map((treaty) => [treaty.shortTitle, treaty])));
const articles = lazy(() => new Map(articleRows().map((row) => [`${row.treaty} ${row.article}`, row])));

/** All treaties and like instruments of the table. */
export function treaties(): readonly TreatyRow[] {
  return treatyRows();
}

/** The treaty with this short title, as the table writes it. */
export function treatyByShortTitle(shortTitle: string): TreatyRow | undefined {
  return byTitle().get(shortTitle);
}

/** The treaty known by a short or full title or another name, in any case; undefined for a name of none. */
export function findTreaty(name: string): TreatyRow | undefined {
  const row = byName().get(nameKey(name));
  return row === undefined ? undefined : treatyRows()[row];
}

/** The title of an article ("3", also "3 (a)", whose paragraph is left aside); undefined where it is not known. */
export function articleTitle(treaty: TreatyRow, article: string): ArticleRow | undefined {
  return articles().get(`${treaty.shortTitle} ${articleNumber(article) ?? ''}`);
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
  const byShort = new Set<number>();
  const byOther = new Set<number>();
  let last = -1;
  for (const [name, row] of nameTable().treaties) {
    if (name.startsWith(key)) (row === last ? byOther : byShort).add(row);
    last = row;
  }
  return [...new Set([...byShort, ...byOther])].map((row) => treatyRows()[row]!);
}
