import type { Explanation, Fact } from './explanation.js';
import type { MessageKey, Translate } from '../messages.js';

/** Facts that share a line with the one before them in Markdown, by what that may be: a hover is read at a glance. */
const SHARES: { readonly [key in MessageKey]?: MessageKey } = {
  'session.regular': 'adopted.on',
  'cited.by': 'family.same',
  'symbol.part': 'symbol.part',
  'treaty.inForce': 'treaty.adopted',
  'treaty.articles': 'treaty.series',
};

/** An explanation as plain text: the heading, its title and one line for each fact. No line ends in white space. */
export function toPlainText(explanation: Explanation, t: Translate): string {
  const lines = [explanation.heading];
  if (explanation.title !== '') lines.push(`  ${titleLine(explanation, t)}`);
  for (const fact of explanation.facts) lines.push(`  ${fact.text}`);
  const provenance = provenanceLine(explanation, t);
  if (provenance !== '') lines.push(`  ${provenance}`);
  for (const link of explanation.links) lines.push(`  ${link.url}`);
  return lines.join('\n');
}

/** An explanation as Markdown. What comes from tables and users' files is escaped and makes no marks. */
export function toMarkdown(explanation: Explanation, t: Translate): string {
  const head = `**${escapeMarkdown(explanation.heading)}**`;
  const title =
    explanation.title === ''
      ? ''
      : explanation.described
        ? escapeMarkdown(titleLine(explanation, t))
        : `*${escapeMarkdown(explanation.title)}*`;
  const links = explanation.links.map((link) => `[${escapeMarkdown(link.text)}](${link.url})`);
  const foot = [escapeMarkdown(provenanceLine(explanation, t)), ...links].filter((part) => part !== '');
  return [
    [head, title].filter((part) => part !== '').join('  \n'),
    factLines(explanation.facts),
    foot.join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factLines(facts: readonly Fact[]): string {
  let text = '';
  facts.forEach((fact, i) => {
    const before = facts[i - 1];
    if (before) text += before.key === SHARES[fact.key] ? ' · ' : '  \n';
    text += escapeMarkdown(fact.text);
  });
  return text;
}

function titleLine(explanation: Explanation, t: Translate): string {
  return explanation.described ? t('title.description', { title: explanation.title }) : explanation.title;
}

/** Where the facts come from; empty where nothing is known of it. */
export function provenanceLine(explanation: Explanation, t: Translate): string {
  const { sources, confidence } = explanation.provenance;
  if (sources.length === 0) return confidence === '' ? '' : t('provenance.line', { sources: confidence });
  const list = sources.join(', ');
  return confidence === ''
    ? t('provenance.line', { sources: list })
    : t('provenance.confidence', { sources: list, confidence });
}

/** The text with every character escaped that Markdown or HTML in it would read as a mark; a line break is a space. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replace(/^(\s*)([-+])(?=\s)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}
