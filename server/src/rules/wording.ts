import type { Finding } from './rule.js';

/** Puts the arguments into a message: `{name}` is replaced; a name without an argument stays as it is. */
export function fill(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
}

/** What the first finding of a rule adds where it speaks for places that are not shown. */
const MORE_PLACES = {
  one: 'So it is in one more place of this text.',
  many: 'So it is in {more} more places of this text.',
};

/** What a finding says, in English or as a translation given by code and variant. */
export function messageOf(
  finding: Finding,
  translate?: (code: string, variant: string) => string | undefined,
): string {
  const { rule, variant, args, more } = finding;
  const template = translate?.(rule.code, variant) ?? rule.messages[variant] ?? rule.messages.default;
  const message = fill(template, args);
  if (!more) return message;
  const rest = more === 1 ? 'one' : 'many';
  return `${message} ${fill(translate?.('more-places', rest) ?? MORE_PLACES[rest], { more })}`;
}
