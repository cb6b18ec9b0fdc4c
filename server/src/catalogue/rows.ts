/**
 * The rows of the tables of facts, as the tables have them. An empty text means unknown, never "none". Every row keeps
 * where it comes from.
 */

/** How far a fact may be trusted; `high` and `medium` for resolutions, the others for the small tables. */
export type Confidence = 'high' | 'medium' | 'sourced' | 'text' | 'weak' | 'general knowledge';

/** One resolution. */
export interface ResolutionRow {
  /** The organ's code: "GA", "SC", "ECOSOC", "HRC", "CTOC-COP", "CAC-COSP", "CND", "CCPCJ", "UNEA". */
  readonly organ: string;
  readonly symbol: string;
  /** As cited: "75/158", "2546 (2020)", "217 A (III)". */
  readonly number: string;
  /** For the Security Council the year. */
  readonly session: string;
  /** For the Security Council, whose resolutions have no title, the library's description ("on renewal of …"). */
  readonly title: string;
  /** ISO date. */
  readonly adoptionDate: string;
  /** "yes-no-abstain" or "without a vote". */
  readonly vote: string;
  /** A record's symbol ("A/75/PV.46") or words ("46th plenary meeting"). */
  readonly meeting: string;
  readonly draft: string;
  readonly report: string;
  /** The agenda item, with what the source has beside it. */
  readonly subject: string;
  readonly titleSource: string;
  /** The sources of the row, separated by commas. */
  readonly sources: string;
  readonly confidence: string;
  /** Record number in the UN Digital Library. */
  readonly undlRecord: string;
}

/** The columns of a table of resolutions, in order, with the name each has in a file. */
export const RESOLUTION_COLUMNS: readonly (readonly [column: string, key: keyof ResolutionRow])[] = [
  ['organ', 'organ'],
  ['symbol', 'symbol'],
  ['number', 'number'],
  ['session', 'session'],
  ['title', 'title'],
  ['adoption_date', 'adoptionDate'],
  ['vote', 'vote'],
  ['meeting', 'meeting'],
  ['draft', 'draft'],
  ['report', 'report'],
  ['subject', 'subject'],
  ['title_source', 'titleSource'],
  ['sources', 'sources'],
  ['confidence', 'confidence'],
  ['undl_record', 'undlRecord'],
];

/** First and last number by organ and session or year. */
export interface RangeRow {
  readonly organ: string;
  /** "75", "III", "ES-10"; a year for the Security Council and, since 1978, the Economic and Social Council. */
  readonly session: string;
  readonly first: number;
  readonly last: number;
  readonly firstAdoption: string;
  readonly lastAdoption: string;
  readonly rows: number;
  /** Only `exact` says that the number after the last does not exist. */
  readonly lastIs: 'exact' | 'last seen' | 'lower bound';
  readonly note: string;
}

/** A session, meeting or congress of a body. */
export interface SessionRow {
  readonly body: string;
  readonly noun: string;
  readonly number: number;
  readonly ordinal: string;
  readonly year: number;
  readonly opened: string;
  readonly closed: string;
  readonly source: string;
}

/** A treaty or like instrument. */
export interface TreatyRow {
  readonly shortTitle: string;
  readonly fullTitle: string;
  readonly aliases: readonly string[];
  readonly adoptedBy: string;
  readonly adoptedOn: string;
  readonly inForce: string;
  readonly treatySeries: string;
  /** Number of articles; 0 where the instrument has none. */
  readonly articles: number;
  readonly articlesFrom: 'text' | 'sourced' | 'general knowledge';
  readonly source: string;
}

/** The title of one article of a treaty. */
export interface ArticleRow {
  /** The treaty's short title. */
  readonly treaty: string;
  readonly article: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A member State, or a former one (then without codes). */
export interface StateRow {
  readonly iso3: string;
  readonly iso2: string;
  readonly m49: string;
  readonly shortName: string;
  readonly formalName: string;
  /** Names in the United Nations' lists of votes, in capitals. */
  readonly voteListNames: readonly string[];
  readonly firstVote: string;
  readonly lastVote: string;
  readonly formerNames: readonly FormerName[];
  /** For a State that is no member any more: that it has no single successor. */
  readonly note: string;
  readonly source: string;
}

/** A former name in a list of votes, with the first and last vote under it. */
export interface FormerName {
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

/** A name for a State that is in use but is not the United Nations' own. */
export interface InformalNameRow {
  readonly iso3: string;
  readonly name: string;
  readonly source: string;
}

/** A part of a document symbol: a stem ("A/C.3") or, between dashes, a component at any place ("-/CONF.n/-"). */
export interface SeriesRow {
  readonly prefix: string;
  readonly meaning: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Opening words of a paragraph of resolutions, with how often the adopted ones use them. */
export interface OpeningRow {
  readonly organ: string;
  readonly part: 'preambular' | 'operative';
  readonly opening: string;
  readonly occurrences: number;
}

/** An acronym and what it stands for. */
export interface AcronymRow {
  readonly acronym: string;
  readonly expansion: string;
  /** A body, office, mission or organization; a treaty; or a term. */
  readonly kind: 'body' | 'treaty' | 'term';
  readonly source: string;
}
