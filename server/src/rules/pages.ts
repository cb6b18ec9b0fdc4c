import { KINDS } from '../document/kinds.js';
import type { SeveritySetting } from '../settings/settings.js';
import { LONGEST_READ } from './blockContext.js';
import { shownExample } from './examples.js';
import { profileOverrides } from './profiles.js';
import type { Rule } from './rule.js';
import { pick } from './ruleSet.js';

/** A drafting rule of the catalogue that is not built, and why. */
export interface LeftOut {
  readonly id: string;
  readonly why: string;
}

const FIXES = {
  safe: 'Safe: “fix all safe problems” applies it.',
  suggested: 'Suggested: offered as a quick fix, never applied on its own.',
  none: 'None: the author decides.',
} as const;

/** The pages of the rules as Markdown, by file name: one for each rule, and a README that lists them. */
export function rulePages(rules: readonly Rule[], leftOut: readonly LeftOut[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const rule of rules) pages.set(`${rule.code}.md`, rulePage(rule));
  pages.set('README.md', index(rules, leftOut));
  return pages;
}

function rulePage(rule: Rule): string {
  const lines = [`# ${rule.code}`, '', `${rule.title}.`, '', rule.why, ''];
  lines.push(`- **Severity**: ${severityWords(rule)}`);
  lines.push(`- **Fix**: ${FIXES[rule.fix]}`);
  lines.push(`- **Source**: ${rule.source ?? 'drafting practice; no written source at hand'}`);
  if (rule.ids.length > 0) lines.push(`- **Catalogue of drafting rules**: ${rule.ids.join(', ')}`);
  if (rule.language)
    lines.push(
      '- English texts only; quotations, titles, official names, code and addresses are left alone.',
    );
  if (rule.houseStyle)
    lines.push(
      '- House style: a hint in adopted texts and statements of the Security Council, where a delegation speaks, in records, in texts of no known kind and of before 2000.',
    );
  if (rule.habit)
    lines.push(
      '- A habit: a text that breaks it in three places or more is told once; the other places are hints.',
    );
  if (rule.spoken)
    lines.push('- What is read out: off in statements by the President of the Security Council.');
  if (rule.onSave) lines.push('- Reported once the text has been saved.');
  if (rule.exampleElsewhere) {
    lines.push(
      '- Found where several documents of one meeting lie in the folders that are open; both places are linked.',
    );
  }
  lines.push('', '## What it says', '');
  for (const message of Object.values(rule.messages)) lines.push(`- ${message}`);
  lines.push('', '## Wrong', '', 'The places that are found stand between ⟦ and ⟧.', '');
  for (const text of rule.wrong) lines.push(...example(text));
  if (rule.exampleElsewhere) {
    lines.push('## The other document', '');
    for (const text of rule.exampleElsewhere) lines.push(...example(text));
  }
  lines.push('## Right', '');
  for (const text of rule.right) lines.push(...example(text));
  lines.push(
    '## To pass over it',
    '',
    `- once: \`<!-- plenary-ignore-next ${rule.code} -->\` before the paragraph`,
    `- in one file: \`<!-- plenary-ignore-file ${rule.code} -->\`, or \`plenary-ignore: ${rule.code}\` in its front matter`,
    `- everywhere: \`"rules": { "${rule.code}": "off" }\` in plenary.config.json, or the setting \`plenary.rules\``,
    '',
  );
  return lines.join('\n');
}

/** A text as a fenced block; the fence is longer than any in the text. */
function example(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, shownExample(text.replace(/\n+$/, '')), fence, ''];
}

function severityWords(rule: Rule): string {
  if (typeof rule.severity === 'string') return rule.severity;
  const general = rule.severity.default ?? 'off';
  const kinds = new Map<string, string[]>();
  for (const kind of KINDS) {
    const severity = pick(rule.severity, kind) ?? 'off';
    if (severity === general) continue;
    kinds.set(severity, [...(kinds.get(severity) ?? []), kind]);
  }
  return [
    general,
    ...[...kinds].map(([severity, names]) => `${severity} in documents of kind ${names.join(', ')}`),
  ].join('; ');
}

function settingWords(setting: SeveritySetting): string {
  if (typeof setting === 'string') return setting;
  return Object.entries(setting)
    .map(([kind, severity]) => `${kind}: ${severity}`)
    .join(', ');
}

function index(rules: readonly Rule[], leftOut: readonly LeftOut[]): string {
  const lines = [
    '# The rules',
    '',
    `${rules.length} rules. Each page is written from the rule's row in the table, with its source and examples; change the`,
    'row and run `npm run docs`. Severities are those of the profile `secretariat` for a report.',
    '',
    'Of the hints of one rule the first five are shown in a text, and the first finding of the rule says how many more',
    'places there are; “Fix all of this rule” mends them all.',
    '',
    '| rule | severity | fix | what |',
    '|---|---|---|---|',
  ];
  for (const rule of rules) {
    const severity = pick(rule.severity, 'report') ?? 'off';
    lines.push(
      `| [${rule.code}](${rule.code}.md) | ${severity} | ${rule.fix} | ${rule.title.replace(/\|/g, '\\|')} |`,
    );
  }
  lines.push(
    '',
    '## Profiles',
    '',
    'The setting `plenary.profile`. `secretariat` is the table as it stands; the others switch:',
    '',
  );
  lines.push('| rule | delegation | model-un |', '|---|---|---|');
  const profiles = [profileOverrides('delegation'), profileOverrides('model-un')] as const;
  const codes = new Set(profiles.flatMap((overrides) => Object.keys(overrides)));
  for (const code of [...codes].sort()) {
    const cells = profiles.map((overrides) => {
      const setting = overrides[code];
      return setting === undefined ? '' : settingWords(setting);
    });
    lines.push(`| ${code} | ${cells.join(' | ')} |`);
  }
  lines.push(
    '',
    '## How far a rule looks',
    '',
    'So that an answer never waits for one odd paragraph, rules look within bounds, which a text that somebody writes does',
    'not meet; beyond them they say nothing:',
    '',
    `- a paragraph of more than ${LONGEST_READ.toLocaleString('en')} characters is not read, and a finding says so;`,
    '- quotation marks more than 1,000 characters apart are no pair of an inner quotation, and parentheses are looked for',
    '  600 characters around;',
    '- an enumeration in a sentence has members of 2,000 characters at most, and its beginning is looked for 5,000 before;',
    '- the full name of an organ is looked for 5,000 characters before the short one;',
    '- where more than forty parentheses or quotation marks of a paragraph stand alone, nothing is said of them.',
    '',
    '## Left out',
    '',
    'Rules of the catalogue of drafting rules that are not built, and why.',
    '',
    '| rule | why |',
    '|---|---|',
  );
  const built = new Set(rules.flatMap((rule) => rule.ids));
  for (const { id, why } of leftOut.filter((rule) => !built.has(rule.id))) lines.push(`| ${id} | ${why} |`);
  lines.push('');
  return lines.join('\n');
}
