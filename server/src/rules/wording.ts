import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase, plural } from '../l10n/phrase.js';
import type { Finding } from './rule.js';

/** What a finding says, in a language; the first one of a rule speaks for places that are not shown. */
export function messageOf(finding: Finding, language: Language = ENGLISH): string {
  const { rule, variant, args, more } = finding;
  const message = language.fill(rule.messages[variant] ?? rule.messages.default, args);
  if (!more) return message;
  const rest = plural(
    more,
    phrase`So it is in one more place of this text.`,
    phrase`So it is in ${more} more places of this text.`,
  );
  return `${message} ${language.say(rest)}`;
}
