import type { AdoptingBody, BodyNoun } from './bodies.js';
import type { Citation, CitationContext, DateCitation, DateRangeCitation } from './citation.js';
import type { Names } from './names.js';

/** A citation while it is being made: fields that a later step fills in may still change. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** A body named in the text: by its name, or by the noun that stands for it. */
export interface BodyAt {
  readonly start: number;
  readonly end: number;
  /** Null for a noun alone ("the Council") and for a body that adopts nothing the grammar knows. */
  readonly body: AdoptingBody | null;
  readonly noun: BodyNoun;
  readonly name: string;
}

/** A treaty named in the text, by a name of the tables or another, or a noun that stands for one ("the Convention"; then `name` is null). */
export interface TreatyAt {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
  /** The noun that stands for it; empty for a name of the tables, unless that is the noun alone ("the Charter"). */
  readonly noun: string;
  /** True where no table holds it: "the European Convention on Human Rights", "the Optional Protocol". */
  readonly other: boolean;
}

/**
 * What is known so far of the text that is being read. One scan goes over one text from its start to its end; the
 * recognizers see what stands before them here, and look at what follows themselves.
 */
export class Scan {
  readonly found: Draft<Citation>[] = [];
  readonly bodies: BodyAt[] = [];
  readonly treaties: TreatyAt[] = [];
  /** Ends of what the recognizers of one kind have taken already: they do not look at it again. */
  urlEnd = 0;
  nameStart = 0;
  nameEnd = 0;
  acronymEnd = 0;
  /** End of the last name of a treaty that no table holds: the nouns in it name no other. */
  otherEnd = 0;
  symbolEnd = 0;
  listEnd = 0;
  referenceEnd = 0;
  dateEnd = 0;
  sessionEnd = 0;
  lists = 0;
  /** Whether the Security Council or a resolution of it has been named. */
  councilNamed = false;
  /** The last date or month, to which one that follows may be joined. */
  lastDate: Draft<DateCitation> | Draft<DateRangeCitation> | null = null;
  lastMonth: { start: number; end: number; month: number; year: number | null } | null = null;

  constructor(
    readonly text: string,
    readonly context: CitationContext,
    readonly names: Names,
    /** The document's own body, where the table of bodies holds it. */
    readonly own: AdoptingBody | null,
  ) {}
}
