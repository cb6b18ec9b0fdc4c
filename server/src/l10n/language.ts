import type { Argument, Arguments, Phrase } from './phrase.js';

/** The languages that Plenary speaks with people. The rules are about English texts whatever is chosen here. */
export const LOCALES = ['en', 'fr', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** English sentences and what they are in another language. A sentence that is missing is said in English. */
export type Table = Readonly<Record<string, string>>;

/** The language for a tag as editors and systems write it ("fr", "fr-CA", "es_419"); English where none fits. */
export function localeOf(tag: string | null | undefined): Locale {
  const language = /^[a-z]+/i.exec(tag ?? '')?.[0].toLowerCase();
  return LOCALES.find((locale) => locale === language) ?? 'en';
}

/** What differs between languages beside the words. */
interface Grammar {
  /** What stands before the last of several, by that last one. `Intl` knows it as well, and takes 10 ms to begin. */
  readonly and: (last: string) => string;
  readonly months: readonly string[];
  readonly day: (day: number, month: string, year: string) => string;
  readonly one: (count: number) => boolean;
  /** What stands between groups of three figures, and from how many figures on. */
  readonly thousands: { readonly mark: string; readonly from: number };
  readonly ordinal: (value: number, english: string, feminine: boolean) => string;
}

const GRAMMARS: Readonly<Record<Locale, Grammar>> = {
  en: {
    and: () => 'and',
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
    day: (day, month, year) => `${day} ${month} ${year}`,
    one: (count) => count === 1,
    thousands: { mark: ',', from: 4 },
    ordinal: (_value, english) => english,
  },
  fr: {
    and: () => 'et',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
    one: (count) => count < 2,
    thousands: { mark: '\u00a0', from: 4 },
    ordinal: (value, _english, feminine) => `${value}${value === 1 ? (feminine ? 're' : 'er') : 'e'}`,
  },
  es: {
    and: (last) => (/^(?:i|hi(?![ae]))/i.test(last) ? 'e' : 'y'),
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
    day: (day, month, year) => `${day} de ${month} de ${year}`,
    one: (count) => count === 1,
    thousands: { mark: '\u00a0', from: 5 },
    ordinal: (value, _english, feminine) => `${value}${feminine ? 'ª' : 'º'}`,
  },
};

/**
 * A language to speak with people. Sentences are looked up by their English words; the grammar that goes with arguments
 * (plurals, lists, dates, ordinals, thousands) is known without a table. English needs no table and looks nothing up.
 */
export class Language {
  readonly #table: Table;
  readonly #grammar: Grammar;

  constructor(
    readonly locale: Locale,
    table: Table = {},
  ) {
    this.#table = table;
    this.#grammar = GRAMMARS[locale];
  }

  /** Words a phrase. What is no phrase but words or figures of a text stays as it is. */
  say(what: Argument): string {
    return this.#word(what, false);
  }

  /** A sentence of a table by its English words, `{name}` replaced by the argument of that name; a name without one stays. */
  fill(english: string, args: Arguments): string {
    return this.#put(this.translate(english), (name) => args[name]);
  }

  /** A sentence without arguments by its English words. */
  translate(english: string): string {
    return this.locale === 'en' ? english : (this.#table[english] ?? english);
  }

  /** Whether a number takes the singular. */
  isOne(count: number): boolean {
    return this.#grammar.one(count);
  }

  /** "a", "a and b", "a, b and c". */
  list(items: readonly string[]): string {
    if (items.length < 2) return items[0] ?? '';
    const last = items.at(-1)!;
    return `${items.slice(0, -1).join(', ')} ${this.#grammar.and(last)} ${last}`;
  }

  /** "16 December 2020" of an ISO date; the text itself where it is none. */
  day(iso: string): string {
    const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
    const month = this.#grammar.months[Number(match?.[2]) - 1];
    return match && month !== undefined ? this.#grammar.day(Number(match[3]), month, match[1]!) : iso;
  }

  /** A whole number with its thousands set apart: "8,500". */
  amount(value: number): string {
    const { mark, from } = this.#grammar.thousands;
    const figures = String(value);
    return figures.length < from ? figures : figures.replace(/\B(?=(?:\d{3})+$)/g, mark);
  }

  #word(what: Argument, feminine: boolean): string {
    if (typeof what === 'string') return what;
    if (typeof what === 'number') return String(what);
    return this.#phrase(what, feminine);
  }

  #phrase(what: Phrase, feminine: boolean): string {
    if ('text' in what) return this.#put(this.translate(what.text), (name) => what.args[Number(name)]);
    if ('count' in what) return this.say(this.isOne(what.count) ? what.one : what.other);
    if ('list' in what) return this.list(what.list.map((item) => this.say(item)));
    if ('day' in what) return this.day(what.day);
    if ('amount' in what) return this.amount(what.amount);
    return this.#grammar.ordinal(what.ordinal, what.english, feminine);
  }

  #put(template: string, argument: (name: string) => Argument | undefined): string {
    if (!template.includes('{')) return template;
    return template.replace(/\{(\w+)(:f)?\}/g, (whole, name: string, feminine: string | undefined) => {
      const value = argument(name);
      return value === undefined ? whole : this.#word(value, feminine !== undefined);
    });
  }
}

/** English: what everything is written in, and what is spoken where nothing else was asked for. */
export const ENGLISH = new Language('en');
