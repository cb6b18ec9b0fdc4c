import type { Finding } from './rule.js';

/** Puts the arguments into a message: `{name}` is replaced; a name without an argument stays as it is. */
export function fill(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
}

/** What a finding says, in English or as a translation given by code and variant. */
export function messageOf(
  finding: Finding,
  translate?: (code: string, variant: string) => string | undefined,
): string {
  const { rule, variant, args } = finding;
  const template = translate?.(rule.code, variant) ?? rule.messages[variant] ?? rule.messages.default;
  return fill(template, args);
}
