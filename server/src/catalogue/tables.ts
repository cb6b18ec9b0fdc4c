import { lazy } from '../text/lazy.js';
import { acronyms } from './generated/acronyms.js';
import { articles } from './generated/articles.js';
import { openings } from './generated/openings.js';
import { ranges } from './generated/ranges.js';
import { series } from './generated/series.js';
import { sessions } from './generated/sessions.js';
import { stateNames } from './generated/stateNames.js';
import { states } from './generated/states.js';
import { treaties } from './generated/treaties.js';
import type {
  AcronymRow,
  ArticleRow,
  InformalNameRow,
  RangeRow,
  SeriesRow,
  SessionRow,
  StateRow,
  TreatyRow,
} from './rows.js';

// The small tables of facts. Each is parsed when it is first asked for, and not before: a program that asks for one
// resolution needs two of them.

/** Acronyms and what they stand for. */
export const acronymRows = lazy(() => JSON.parse(acronyms()) as readonly AcronymRow[]);
/** Titles of articles of treaties. */
export const articleRows = lazy(() => JSON.parse(articles()) as readonly ArticleRow[]);
/** Names for States that are in use but are not the United Nations’ own. */
export const informalNameRows = lazy(() => JSON.parse(stateNames()) as readonly InformalNameRow[]);
/** First and last numbers of resolutions. */
export const rangeRows = lazy(() => JSON.parse(ranges()) as readonly RangeRow[]);
/** Parts of document symbols and what they mean. */
export const seriesRows = lazy(() => JSON.parse(series()) as readonly SeriesRow[]);
/** Sessions, meetings and congresses of bodies. */
export const sessionRows = lazy(() => JSON.parse(sessions()) as readonly SessionRow[]);
/** Member States, and former ones. */
export const stateRows = lazy(() => JSON.parse(states()) as readonly StateRow[]);
/** Treaties and like instruments. */
export const treatyRows = lazy(() => JSON.parse(treaties()) as readonly TreatyRow[]);

/** Opening words of paragraphs by organ and part, with how many paragraphs of adopted resolutions use them. */
export const openingTable = lazy(
  () =>
    JSON.parse(openings()) as Readonly<
      Record<string, Readonly<Record<'preambular' | 'operative', readonly (readonly [string, number])[]>>>
    >,
);
