import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { MESSAGES } from '../../../server/src/catalogue/messages.js';
import { FEATURE_MESSAGES } from '../../../server/src/features/messages.js';
import { RULE_SET } from '../../../server/src/rules/table.js';
import { NEW_DOCUMENTS, SNIPPETS } from '../../../server/src/templates/index.js';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The languages beside English. */
export const TRANSLATED = ['fr', 'es'] as const;

/** A table of the repository. */
export function tableOf(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(ROOT + path, 'utf8')) as Record<string, string>;
}

/** The names of the places in a sentence, each once: "{0}", "{name}"; a mark of gender does not count. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?::f)?\}/g)].map((match) => match[1]!))].sort();
}

function filesUnder(folder: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

function visitFiles(folder: string, visit: (node: ts.Node, where: string) => void): void {
  for (const file of filesUnder(folder)) {
    const source = ts.createSourceFile(file, readFileSync(ROOT + file, 'utf8'), ts.ScriptTarget.Latest, true);
    const go = (node: ts.Node): void => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      visit(node, `${file}:${line}`);
      ts.forEachChild(node, go);
    };
    go(source);
  }
}

/** The words of a template with `{0}`, `{1}` … in its places, as `phrase` puts them together. */
function wordsOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, span, i) => `${text}{${i}}${span.literal.text}`,
    template.head.text,
  );
}

/** Whether a sentence has words of its own, and not only places for those of others. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
}

/** Every English sentence that the engine may say to a person: phrases of the source, and the tables of messages. */
export function spokenByEngine(): ReadonlySet<string> {
  const spoken = new Set<string>();
  visitFiles('server/src', (node) => {
    if (!ts.isTaggedTemplateExpression(node)) return;
    const tag = node.tag.getText();
    if (tag === 'phrase' || tag === 'said') spoken.add(wordsOf(node.template));
  });
  const messages = [...Object.values(MESSAGES), ...Object.values(FEATURE_MESSAGES)];
  for (const message of messages) {
    if (typeof message === 'string') spoken.add(message);
    else for (const form of Object.values(message)) spoken.add(form);
  }
  for (const rule of RULE_SET.rules) for (const message of Object.values(rule.messages)) spoken.add(message);
  for (const { title, description, questions } of NEW_DOCUMENTS) {
    spoken.add(title).add(description);
    for (const { label } of questions) spoken.add(label);
  }
  for (const { title, description } of SNIPPETS) spoken.add(title).add(description);
  return spoken;
}

/** Every English sentence that the client says through the editor; what is no literal is told by its place. */
export function spokenByClient(): {
  readonly spoken: ReadonlySet<string>;
  readonly hidden: readonly string[];
} {
  const spoken = new Set<string>();
  const hidden: string[] = [];
  visitFiles('client/src', (node, where) => {
    if (!ts.isCallExpression(node) || !/^(?:vscode\.l10n\.)?t$/.test(node.expression.getText())) return;
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first)) spoken.add(first.text);
    else hidden.push(where);
  });
  return { spoken, hidden };
}
