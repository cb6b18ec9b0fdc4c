import type { Span } from '../text/span.js';

/** The organs whose resolutions and decisions the grammar tells apart; others are given by their symbol's stem. */
export type Organ =
  | 'General Assembly'
  | 'Security Council'
  | 'Economic and Social Council'
  | 'Human Rights Council'
  | 'Commission on Human Rights'
  | 'Trusteeship Council'
  | (string & {});

/**
 * What a text points at. Offsets are UTF-16 code units of the text that was read (a block's reading text);
 * `start`/`end` of the base enclose the designator alone ("75/158", "A/75/292", "paragraphs 3 and 4 of resolution 75/158").
 * `phrase`, where there is one, encloses the words that belong to it ("General Assembly resolution 75/158").
 */
export type Citation =
  | ResolutionCitation
  | SymbolCitation
  | ParagraphReference
  | ArticleReference
  | PartReference
  | AgendaItemReference
  | SessionReference
  | DateCitation
  | DateRangeCitation
  | TimeCitation
  | TreatyMention
  | BodyMention
  | AcronymDefinition
  | AcronymUse
  | TermDefinition
  | StateMention;

export type CitationKind = Citation['type'];

interface Base extends Span {
  readonly phrase?: Span;
}

/** A resolution or decision; each member of a list is a citation of its own. */
export interface ResolutionCitation extends Base {
  readonly type: 'resolution';
  /** The designator as written, white space folded: "75/158", "2546 (2020)", "217 A (III)", "ES-11/5". */
  readonly text: string;
  /** The adopting organ in words; null where the text alone does not say and the document must. */
  readonly organ: Organ | null;
  /** The normalized form ("A/RES/75/158", "S/RES/2546(2020)"); a best reading when `organ` is null or `assumed`. */
  readonly normalized: string;
  readonly decision: boolean;
  /** True where the organ was not named here: taken from the form of the number or the subject of the sentence. */
  readonly assumed: boolean;
  /** The year in parentheses as written, where the form has one (Security Council) or where it was added by mistake. */
  readonly year?: number;
  /** The parentheses of a year that was added to a number which has its session already: " (2010)" behind "64/293". */
  readonly yearSpan?: Span;
  /** The number before "/" (session or year) and after it, or the running number alone. */
  readonly session?: string;
  readonly number: string;
  /** A date given with it: "of 16 December 2020". */
  readonly date?: { readonly iso: string; readonly span: Span };
  /** Annex, section or part named with it: "annex", "sect. II". */
  readonly part?: string;
  /** The word that stands for the body where its name is not beside the number: "its", "Council", "Conference". */
  readonly adopter?: string;
  /** Written as a symbol: "A/RES/75/158". */
  readonly asSymbol?: boolean;
  /** Points back: "the same resolution", "that decision"; the designator is that of the antecedent, `normalized` empty while it is not known. */
  readonly anaphoric?: boolean;
  /** The Security Council's year is left out ("resolution 2360") and known from the list or not at all. */
  readonly elliptical?: boolean;
  /** The Security Council's year stands behind a stroke ("418/1977") instead of in parentheses. */
  readonly stroke?: boolean;
  /** Letters before the session say whose it is ("BC-14/12"): no table holds them. */
  readonly coded?: boolean;
  /** Number of the list the citation is a member of, within the text; members of one list share it. */
  readonly list?: number;
}

/** A document symbol: "A/75/292", "CTOC/COP/WG.4/2021/2", "A/C.4/53/SR.3–6". */
export interface SymbolCitation extends Base {
  readonly type: 'symbol';
  readonly text: string;
  /** White space and marks of conversion removed, joint symbols kept as they are. */
  readonly normalized: string;
  readonly components: readonly string[];
  /** "Ibid.": `normalized` is that of the last document cited, a resolution's included; empty while it is not known. */
  readonly anaphoric?: boolean;
  /** "Ibid." behind a source that is no document (a submission, an address, the same series): it stays without one. */
  readonly elsewhere?: boolean;
  /** For a range (SR.3–6) its members. */
  readonly expandsTo?: readonly string[];
}

/** One phrase that names paragraphs: "paragraphs 7 (b) and 9 above", "para. 12", "operative paragraph 3 of resolution 2292 (2016)". */
export interface ParagraphReference extends Base {
  readonly type: 'paragraph';
  readonly text: string;
  /** As one would cite them; ranges written out: ["12", "13", "14", "7 (b)"]. */
  readonly numbers: readonly string[];
  /** The number tokens in the text, in order: a single number, or the two ends of a range. */
  readonly tokens: readonly NumberToken[];
  /** Whether the word is abbreviated, and plural: "paras.". */
  readonly abbreviated: boolean;
  readonly plural: boolean;
  readonly word: Span;
  /** "above", "below", or "of the present report": the reference is to this document. */
  readonly direction?: 'above' | 'below';
  readonly directionSpan?: Span;
  /** "self" for this document, a normalized designator or symbol, a treaty's short title, or null where the text does not say. */
  readonly target: string | null;
  readonly targetSpan?: Span;
  /** What the target is called where only another text can say which it is: "that resolution", "the Convention". */
  readonly targetWord?: string;
  readonly unit:
    'paragraph' | 'operative' | 'preambular' | 'subparagraph' | 'rule' | 'section' | 'chapter' | 'regulation';
  /** "that paragraph", "the preceding paragraph". */
  readonly anaphoric?: boolean;
}

/** A number within a reference; `to` is there for a range. Spans enclose the digits (and letters) alone. */
export interface NumberToken {
  readonly from: string;
  readonly span: Span;
  readonly to?: string;
  readonly toSpan?: Span;
}

/** An article of a treaty; one for each article. */
export interface ArticleReference extends Base {
  readonly type: 'article';
  readonly text: string;
  /** "3 (a)", "32, para. 3" is article "32" with paragraph "3". */
  readonly article: string;
  readonly paragraph?: string;
  /** All that is cited of it, as one would cite it: ["3 (a)"]. */
  readonly numbers: readonly string[];
  readonly numberSpan: Span;
  /** The treaty's short title, "self" for "this Protocol" in a treaty's own text, "this Convention" …, or null. */
  readonly target: string | null;
  readonly targetSpan?: Span;
  /** What the treaty is called where another text may say which it is: "Convention", "Protocol", "Charter". */
  readonly targetWord?: string;
  readonly list?: number;
}

/** A section, chapter, annex, appendix, footnote, table or figure, of this document or another. */
export interface PartReference extends Base {
  readonly type: 'part';
  readonly part:
    'section' | 'chapter' | 'part' | 'annex' | 'appendix' | 'footnote' | 'table' | 'figure' | 'box';
  readonly text: string;
  readonly numbers: readonly string[];
  readonly tokens: readonly NumberToken[];
  readonly direction?: 'above' | 'below';
  readonly directionSpan?: Span;
  readonly target: string | null;
  readonly targetSpan?: Span;
  /** What the treaty is called where another text may say which it is: "chapter V of the Convention". */
  readonly targetWord?: string;
}

/** "agenda item 2 (b)", "item 106 of the provisional agenda". */
export interface AgendaItemReference extends Base {
  readonly type: 'agenda-item';
  readonly text: string;
  /** "2 (b)"; one citation for each item. */
  readonly number: string;
  readonly numberSpan: Span;
}

/** "its seventy-fifth session", "the tenth meeting", "12th Session". */
export interface SessionReference extends Base {
  readonly type: 'session';
  readonly text: string;
  /** "session", "meeting" or "congress". */
  readonly noun: string;
  readonly number: number;
  /** Where the ordinal stands. */
  readonly ordinalSpan: Span;
  /** Written in figures ("12th") rather than in words. */
  readonly figures: boolean;
  readonly special?: 'special' | 'emergency special' | 'resumed';
  /** The body, where the words beside it or the subject of the sentence name it. */
  readonly body: string | null;
  /** The word that stands for the body: "its", "Council". */
  readonly adopter?: string;
}

/** A single date. `iso` is null where no such day exists (31 November) or where its year is not known. */
export interface DateCitation extends Base {
  readonly type: 'date';
  readonly text: string;
  readonly iso: string | null;
  readonly day: number;
  readonly month: number;
  /** The year written with it, or behind the date it is joined to ("30 September and 1 October 2021"); null where there is none. */
  readonly year: number | null;
  /** False for a day that no year has, or that the given year has not (29 February 2022). */
  readonly exists: boolean;
  /** The day of the week written before it, Monday = 1 … Sunday = 7. */
  readonly weekday?: number;
  readonly weekdaySpan?: Span;
  /** "July 22nd, 2022": month first, ordinal, or both. */
  readonly form: 'day-month' | 'month-day' | 'ordinal' | 'numeric';
}

/** "12–17 October 2020", "from 9 to 11 September 2019", "2019–2021". The dates inside are not listed again. */
export interface DateRangeCitation extends Base {
  readonly type: 'date-range';
  readonly text: string;
  /** ISO dates, or years for a range of years; null where no such day exists or the year is not known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly unit: 'day' | 'month' | 'year';
  readonly first: DatePoint;
  readonly last: DatePoint;
  /** What stands between: a dash, words ("to", "and") or the slash of a split year ("2023/24"). */
  readonly joined: 'dash' | 'words' | 'slash';
  /** The word before a range in words: "from 9 to 11", "between 19 and 30". */
  readonly opened?: 'from' | 'between';
}

/** One end of a range of dates. What is not written there and not shared with the other end is null. */
export interface DatePoint extends Span {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly exists: boolean;
}

/** "3.30 p.m.", "14:00", "noon". Minutes since midnight. */
export interface TimeCitation extends Base {
  readonly type: 'time';
  readonly text: string;
  readonly minutes: number;
  /** "3.30 p.m.", "3.30 pm" and "3:30 p.m." are 12-hour; "14:00" and "14.00 hours" are 24-hour. */
  readonly form: '12-hour' | '24-hour' | 'word';
}

/** A treaty by full or short title, or an alias; `name` is its short title in the treaty table. */
export interface TreatyMention extends Base {
  readonly type: 'treaty';
  readonly text: string;
  readonly name: string;
  /** No table holds it: `name` is the longest that the text calls it ("European Charter for Regional or Minority Languages"). */
  readonly other?: boolean;
}

/** An organ, body, programme or office, by its name in the table of bodies. */
export interface BodyMention extends Base {
  readonly type: 'body';
  readonly text: string;
  readonly name: string;
  /** The short title of the treaty that its name names: "Conference of the Parties to the …". */
  readonly treaty?: string;
}

/** "United Nations Office on Drugs and Crime (UNODC)": the base encloses the acronym. */
export interface AcronymDefinition extends Base {
  readonly type: 'acronym-definition';
  readonly acronym: string;
  /** The words it stands for, and where they are. */
  readonly expansion: string;
  readonly expansionSpan: Span;
}

/** An acronym used: a word of two or more capitals that is no roman numeral. */
export interface AcronymUse extends Base {
  readonly type: 'acronym';
  readonly acronym: string;
  /** It may be a word in capitals ("ANNEX" alone in its line): an acronym only where the text defines it or uses it elsewhere. */
  readonly doubtful?: true;
  /**
   * How it stands there, if not by itself among words: with its explanation behind it ("LSFO, the Lake States Fisheries
   * Office"); as a name, in parentheses, in quotation marks or with a number ("COP28"); or joined to another ("OP-CRC").
   */
  readonly standing?: AcronymStanding;
}

export type AcronymStanding = 'explained' | 'named' | 'joined';

/** A term that the text defines: `(a) “Trafficking in persons” shall mean …`, `(hereinafter “the Fund”)`. */
export interface TermDefinition extends Base {
  readonly type: 'term-definition';
  readonly term: string;
  readonly definition: string;
}

/** A State by short, formal or former name; `iso3` is its code in the table of States. */
export interface StateMention extends Base {
  readonly type: 'state';
  readonly text: string;
  readonly iso3: string;
  readonly form: 'short' | 'formal' | 'former' | 'vote-list' | 'informal';
}

/** What the grammar may know of the document around a text. All of it may be absent. */
export interface CitationContext {
  /** The organ or body that issued the document, or on whose behalf it speaks; decides between equal numbers. */
  readonly body?: string | null;
  /** The document's kind: in a treaty "this Protocol" is the text itself. */
  readonly kind?: string;
  /** The year of the document, for dates without one. */
  readonly year?: number | null;
  /** The document's own symbol: that of a document of the General Assembly has the session in it. */
  readonly symbol?: string | null;
}
