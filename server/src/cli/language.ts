import { readFileSync } from 'node:fs';
import { ENGLISH, Language, LOCALES, type Locale, type Table } from '../l10n/language.js';
import { phrase, type Argument } from '../l10n/phrase.js';

/** The program speaks one language from its first word to its last. */
let spoken = ENGLISH;

/** Speaks a language from now on; English where its table is not beside the program. */
export function speak(locale: Locale): void {
  if (locale === spoken.locale) return;
  spoken = ENGLISH;
  if (locale === 'en') return;
  try {
    const text = readFileSync(new URL(`./l10n/${locale}.json`, import.meta.url), 'utf8');
    spoken = new Language(locale, JSON.parse(text) as Table);
  } catch {
    // An installation without its tables still works.
  }
}

/**
 * The language that the words of a command line ask for by `--locale`; English where they do not, or name none that is
 * known. Read before the commands are made, because their help is in that language too.
 */
export function localeFrom(args: readonly string[]): Locale {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const asked = own[at] === '--locale' ? own[at + 1] : own[at]?.slice('--locale='.length);
  return LOCALES.find((locale) => locale === asked) ?? 'en';
}

/** The language that is spoken. */
export function language(): Language {
  return spoken;
}

/** Words a phrase in the language that is spoken. */
export function say(what: Argument): string {
  return spoken.say(what);
}

/** A sentence in the language that is spoken: said`There is no rule “${code}”.` */
export function said(strings: TemplateStringsArray, ...args: readonly Argument[]): string {
  return spoken.say(phrase(strings, ...args));
}
