import { NEW_DOCUMENTS } from './documents/index.js';
import { newDocument } from './newDocument.js';
import { SNIPPETS } from './snippets/index.js';

/**
 * An entry of a snippet file of VS Code. Source: VS Code documentation, "Snippets in Visual Studio Code". It has no prefix:
 * "Insert Snippet" lists it, and while a person types the server offers what fits the place, in their language.
 */
export interface ContributedSnippet {
  readonly body: readonly string[];
  readonly description: string;
  /** Offered by "Fill File with Snippet" for an empty file. */
  readonly isFileTemplate?: boolean;
}

/**
 * The content of `snippets/un-document.json`: first the new documents, then the parts, each under its title. It depends
 * on the tables alone, so that the committed file can be compared with them.
 */
export function snippetContribution(): Record<string, ContributedSnippet> {
  const contribution: Record<string, ContributedSnippet> = {};
  for (const template of NEW_DOCUMENTS) {
    const result = newDocument(template.id);
    if (!result.ok) continue;
    contribution[`New: ${template.title}`] = {
      body: result.document.snippet.replace(/\n$/, '').split('\n'),
      description: template.description,
      isFileTemplate: true,
    };
  }
  for (const row of SNIPPETS) {
    contribution[row.title] = {
      body: row.body.split('\n'),
      description: row.description,
    };
  }
  return contribution;
}

/**
 * What new documents say in square brackets where something is still to be written, without the brackets; those of several
 * words, which nobody else puts in brackets. In the order of the alphabet.
 */
export function openPlaces(): string[] {
  const places = new Set<string>();
  for (const template of NEW_DOCUMENTS) {
    const result = newDocument(template.id);
    if (!result.ok) continue;
    for (const [, words] of result.document.text.matchAll(/\[([^\][\n]+)\]/g))
      if (/\S \S+/.test(words!) && words !== 'on …') places.add(words!);
  }
  return [...places].sort();
}
