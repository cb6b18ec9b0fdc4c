import { SymbolKind, type SymbolInformation } from 'vscode-languageserver-types';
import { nameOf, partsOf, rangeOf, type Part } from './documentSymbols.js';
import type { Neighbour } from './definition.js';

/** More symbols than these nobody reads through. */
const MOST = 200;

/** Headings and paragraphs of the open drafts whose words hold a query's letters in their order; headings first. */
export function workspaceSymbols(query: string, drafts: readonly Neighbour[]): SymbolInformation[] {
  const wanted = query.replace(/\s+/g, '').toLowerCase();
  const headings: SymbolInformation[] = [];
  const paragraphs: SymbolInformation[] = [];
  for (const { uri, open } of drafts) {
    const add = (part: Part, containerName: string): void => {
      const name = nameOf(open.draft, part);
      if (holds(name.toLowerCase(), wanted)) {
        const location = { uri, range: rangeOf(open.draft, part) };
        if (part.heading) headings.push({ name, kind: SymbolKind.String, location, containerName });
        else if (wanted !== '') paragraphs.push({ name, kind: SymbolKind.Number, location, containerName });
      }
      for (const child of part.children) add(child, part.heading ? name : containerName);
    };
    for (const part of partsOf(open.draft)) add(part, '');
  }
  return [...headings, ...paragraphs].slice(0, MOST);
}

/** Whether the characters of `wanted` stand in a text in their order. */
function holds(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
