import { KINDS, type DocumentKind, type Severity } from '../document/kinds.js';
import { describeRules, type RuleDescription } from '../library/tables.js';
import { UsageError } from './command.js';
import type { RulesOptions } from './commands/rules.js';
import { complain, out, print, printJson, remark } from './output.js';
import { onTopOf, SettingsFinder } from './settings.js';
import { said } from './language.js';

/** Runs `plenary rules`. */
export async function runRules(code: string | undefined, options: RulesOptions): Promise<void> {
  const finder = new SettingsFinder(options.config, onTopOf(options), (message, fatal) =>
    fatal ? complain(message) : remark(message),
  );
  const all = describeRules(finder.of(process.cwd()).settings);
  const chosen =
    code === undefined ? all : all.filter((rule) => rule.code === code || rule.ids.includes(code));
  if (chosen.length === 0)
    throw new UsageError(`${said`There is no rule “${code ?? ''}”.`} ${suggestion(code ?? '', all)}`);
  if (options.format === 'json') await printJson({ version: 1, rules: chosen });
  else if (code === undefined) await print(table(all, options.kind));
  else await print(chosen.map((rule) => page(rule)).join('\n'));
}

function table(rules: readonly RuleDescription[], kind: DocumentKind | undefined): string {
  const width = Math.max(...rules.map((rule) => rule.code.length));
  return rules
    .map((rule) => {
      const severity = kind ? rule.severity[kind] : usual(rule);
      const fix = rule.fix === 'none' ? '' : out.dim(` (fix: ${rule.fix})`);
      return `${out.bold(rule.code.padEnd(width))}  ${severity.padEnd(11)}  ${rule.title}${fix}\n`;
    })
    .join('');
}

function page(rule: RuleDescription): string {
  const lines = [
    `${out.bold(rule.code)}  ${out.dim(rule.ids.join(', '))}`,
    rule.title,
    '',
    rule.why,
    '',
    `Source:    ${rule.source ?? 'practice; there is no written source'}`,
    `Fix:       ${rule.fix}`,
    `Severity:  ${severities(rule)}`,
    ...(rule.englishOnly ? ['Language:  English only'] : []),
    ...examples('Wrong', rule.wrong),
    ...examples('Right', rule.right),
  ];
  return `${lines.join('\n')}\n`;
}

function examples(title: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return [
    '',
    `${title}:`,
    ...texts.flatMap((text) => [
      '',
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`.trimEnd()),
    ]),
  ];
}

/** "warning; off for records": the severity that most kinds have, and the others. */
function severities(rule: RuleDescription): string {
  const most = usual(rule);
  const other = KINDS.filter((kind) => rule.severity[kind] !== most);
  if (other.length === 0) return most;
  const bySeverity = new Map<string, string[]>();
  for (const kind of other) {
    const severity = rule.severity[kind];
    bySeverity.set(severity, [...(bySeverity.get(severity) ?? []), kind]);
  }
  return `${most}; ${[...bySeverity].map(([severity, kinds]) => `${severity} for ${kinds.join(', ')}`).join('; ')}`;
}

function usual(rule: RuleDescription): Severity | 'off' {
  const counts = new Map<Severity | 'off', number>();
  for (const kind of KINDS) counts.set(rule.severity[kind], (counts.get(rule.severity[kind]) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** The codes that share most of their words with one that does not exist. */
function suggestion(code: string, rules: readonly RuleDescription[]): string {
  const words = code
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const near = rules
    .map((rule) => ({ rule, shared: words.filter((word) => rule.code.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 4)
    .map(({ rule }) => rule.code);
  return near.length === 0 ? said`\`plenary rules\` lists all.` : said`Did you mean ${near.join(', ')}?`;
}
