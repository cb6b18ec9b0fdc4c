import { LOCALES, type Locale } from '../l10n/language.js';
import { FORMATS, MATCHES_SHOWN, type LookupFormat } from './lookupOptions.js';

/** A question to the catalogue as most are asked: words, and options that change nothing but how it is answered. */
export interface PlainQuestion {
  readonly words: readonly string[];
  readonly format: LookupFormat;
  readonly limit: number;
  readonly locale: Locale;
}

/**
 * Reads `lookup WORDS…` with `--format`, `--limit` and `--locale`, each once at most, apart from its value or joined to
 * it by "=". Null for anything else, be it right or wrong: the program tells.
 */
export function plainQuestion(args: readonly string[]): PlainQuestion | null {
  if (args[0] !== 'lookup') return null;
  const words: string[] = [];
  const given = new Map<string, string>();
  for (let i = 1; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const [, name, joined] = /^--(format|limit|locale)(?:=(.+))?$/s.exec(arg) ?? [];
    const value = joined ?? args[++i];
    if (name === undefined || value === undefined || value.startsWith('-') || given.has(name)) return null;
    given.set(name, value);
  }
  const format = FORMATS.find((one) => one === (given.get('format') ?? 'text'));
  const locale = LOCALES.find((one) => one === (given.get('locale') ?? 'en'));
  const limit = given.get('limit') ?? String(MATCHES_SHOWN);
  if (words.length === 0 || !format || !locale || !/^[1-9]\d{0,8}$/.test(limit)) return null;
  return { words, format, locale, limit: Number(limit) };
}
