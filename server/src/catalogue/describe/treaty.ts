import { normalizeDesignator } from '../designator.js';
import { documentUrl, officialSymbol } from '../links.js';
import { dateInWords, listInWords } from '../messages.js';
import type { MessageKey, Translate } from '../messages.js';
import type { TreatyRow } from '../rows.js';
import { articleExistence, articleTitle } from '../treaties.js';
import { known } from './explanation.js';
import type { DocumentLink, Explanation, Fact } from './explanation.js';

/** Explains a treaty or like instrument out of its row. */
export function describeTreaty(treaty: TreatyRow, t: Translate): Explanation {
  const facts: Fact[] = [];
  const add = (key: MessageKey, text: string): void => {
    if (text !== '') facts.push({ key, text });
  };
  if (treaty.aliases.length > 0)
    add('treaty.aliases', t('treaty.aliases', { list: listInWords(t, treaty.aliases) }));
  if (treaty.adoptedOn !== '') {
    const date = dateInWords(t, treaty.adoptedOn);
    add(
      'treaty.adopted',
      treaty.adoptedBy === ''
        ? t('treaty.adoptedOn', { date })
        : t('treaty.adopted', { date, by: treaty.adoptedBy }),
    );
  }
  if (treaty.inForce !== '')
    add('treaty.inForce', t('treaty.inForce', { date: dateInWords(t, treaty.inForce) }));
  if (treaty.treatySeries !== '') add('treaty.series', t('treaty.series', { place: treaty.treatySeries }));
  add('treaty.articles', articlesWords(treaty, t));
  // What is general knowledge has no source: the column then holds a note.
  const usual = treaty.articlesFrom === 'general knowledge' || treaty.source === '';
  if (usual && treaty.source !== '') add('treaty.note', t('treaty.note', { note: treaty.source }));
  return {
    kind: 'treaty',
    id: treaty.shortTitle,
    heading: treaty.shortTitle,
    title: treaty.fullTitle === treaty.shortTitle ? '' : treaty.fullTitle,
    described: false,
    facts,
    links: linksOf(treaty, t),
    provenance: usual
      ? { sources: [], confidence: t('confidence.general') }
      : { sources: [treaty.source], confidence: '' },
    data: known({
      shortTitle: treaty.shortTitle,
      fullTitle: treaty.fullTitle,
      aliases: treaty.aliases,
      adoptedBy: treaty.adoptedBy,
      adopted: treaty.adoptedOn,
      inForce: treaty.inForce,
      treatySeries: treaty.treatySeries,
      articles: treaty.articles === 0 ? undefined : treaty.articles,
      articlesFrom: treaty.articlesFrom,
      source: treaty.source,
    }),
  };
}

/** Explains an article of a treaty by its number ("3", "3 (a)"): its title, or that there is no such article. */
export function describeArticle(treaty: TreatyRow, article: string, t: Translate): Explanation {
  const facts: Fact[] = [];
  const row = articleTitle(treaty, article);
  const existence = articleExistence(treaty, article);
  if (treaty.articles === 0) facts.push({ key: 'article.none', text: t('article.none') });
  else if (existence === 'absent') {
    facts.push({ key: 'article.absent', text: t('article.absent', { count: treaty.articles }) });
  } else if (existence === 'probably absent') {
    facts.push({
      key: 'article.probablyAbsent',
      text: t('article.probablyAbsent', { count: treaty.articles }),
    });
  } else if (!row) facts.push({ key: 'article.untitled', text: t('article.untitled') });
  else if (row.confidence === 'general knowledge') {
    facts.push({ key: 'article.usually', text: t('article.usually', { title: row.title }) });
  }
  const whole = describeTreaty(treaty, t);
  if (treaty.fullTitle !== treaty.shortTitle) facts.push({ key: 'article.title', text: treaty.fullTitle });
  return {
    kind: 'article',
    id: `${treaty.shortTitle}, article ${article}`,
    heading: t('heading.article', { treaty: treaty.shortTitle, article }),
    title: row && row.confidence !== 'general knowledge' ? row.title : '',
    described: false,
    facts: [
      ...facts,
      ...whole.facts.filter((fact) => fact.key === 'treaty.adopted' || fact.key === 'treaty.inForce'),
    ],
    links: whole.links,
    provenance: row ? { sources: [row.source], confidence: '' } : whole.provenance,
    data: known({
      treaty: treaty.shortTitle,
      article,
      title: row?.title,
      existence,
      articles: treaty.articles === 0 ? undefined : treaty.articles,
      confidence: row?.confidence,
      source: row?.source,
    }),
  };
}

function articlesWords(treaty: TreatyRow, t: Translate): string {
  if (treaty.articles === 0) return t('treaty.noArticles');
  const usual = treaty.articlesFrom === 'general knowledge';
  return t(usual ? 'treaty.articlesUsually' : 'treaty.articles', { count: treaty.articles });
}

/** The resolution that adopted the treaty holds its text: "A/RES/55/25, annex II". */
function linksOf(treaty: TreatyRow, t: Translate): DocumentLink[] {
  const symbol = officialSymbol(normalizeDesignator(treaty.adoptedBy.split(',')[0]!));
  return symbol === null ? [] : [{ text: t('link.document', { symbol }), url: documentUrl(symbol) }];
}
