/**
 * What is said to a person, before it is said: an English sentence, which is its own key in the tables of translations,
 * and what stands in its places. It is worded where it is shown, in the language of whoever reads it.
 */
export interface Sentence {
  /** The English words, with `{0}`, `{1}` … where the arguments stand. */
  readonly text: string;
  readonly args: readonly Argument[];
}

/** One of two sentences, by a number. */
export interface Plural {
  readonly count: number;
  readonly one: Sentence;
  readonly other: Sentence;
}

/** "a, b and c". */
export interface Listing {
  readonly list: readonly Argument[];
}

/** A day, as an ISO date. */
export interface Day {
  readonly day: string;
}

/** A number with its thousands set apart. */
export interface Amount {
  readonly amount: number;
}

/** "46th": a translation says `{name:f}` where its noun is feminine. */
export interface Ordinal {
  readonly ordinal: number;
  /** How English says it here: "46th" or "forty-sixth". */
  readonly english: string;
}

export type Phrase = Sentence | Plural | Listing | Day | Amount | Ordinal;

/** What may stand in a sentence: the words of a text and figures as they are, or something that is worded itself. */
export type Argument = string | number | Phrase;

/** Arguments by name, for the sentences that stand in tables. */
export type Arguments = Readonly<Record<string, Argument>>;

/** The English words of each template, put together once. */
const TEXTS = new WeakMap<TemplateStringsArray, string>();

/**
 * A sentence for a person: phrase`Replace with “${word}”`. The tables of translations know it as
 * "Replace with “{0}”". Costs next to nothing: the words are put together when they are shown.
 */
export function phrase(strings: TemplateStringsArray, ...args: readonly Argument[]): Sentence {
  let text = TEXTS.get(strings);
  if (text === undefined) {
    text = strings.reduce((whole, part, i) => (i === 0 ? part : `${whole}{${i - 1}}${part}`), '');
    TEXTS.set(strings, text);
  }
  return { text, args };
}

/** One sentence for a single thing, another one for any other number of them. */
export function plural(count: number, one: Sentence, other: Sentence): Plural {
  return { count, one, other };
}

/** Several things as a list in a sentence. */
export function listing(list: readonly Argument[]): Listing {
  return { list };
}

/** A day; what is no ISO date stands as it is. */
export function day(iso: string): Day {
  return { day: iso };
}

/** A number that may be large. */
export function amount(value: number): Amount {
  return { amount: value };
}

/** The place in a row, and how English says it here. */
export function ordinal(value: number, english: string): Ordinal {
  return { ordinal: value, english };
}
