import { SymbolKind, type SymbolInformation } from 'vscode-languageserver-types';
import { nameOf, partsOf, rangeOf, type Part } from './documentSymbols.js';
import { decode } from '../workspace/ignored.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import type { DocumentSummary } from '../workspace/summary.js';

/** More symbols than these nobody reads through. */
const MOST = 200;

/** A document that is open. */
export interface OpenOne {
  readonly uri: string;
  readonly open: OpenDraft;
}

/**
 * What in the workspace has a query's letters in its name, in their order: documents by symbol and title, then headings,
 * then the paragraphs of the drafts that are open. `all` are the summaries of all documents, the open ones included.
 */
export function workspaceSymbols(
  query: string,
  drafts: readonly OpenOne[],
  all: readonly DocumentSummary[] = [],
): SymbolInformation[] {
  const wanted = query.replace(/\s+/g, '').toLowerCase();
  const documents: SymbolInformation[] = [];
  const headings: SymbolInformation[] = [];
  const paragraphs: SymbolInformation[] = [];
  const opened = new Set(drafts.map(({ uri }) => uri));
  for (const summary of all) {
    const { uri, identities, title, start } = summary;
    for (const { name, range, title: own } of identities) {
      const full = own === '' ? name : `${name}: ${own}`;
      if (holds(full.toLowerCase(), wanted))
        documents.push({ name: full, kind: SymbolKind.File, location: { uri, range } });
    }
    if (identities.length === 0 && title !== '' && holds(title.toLowerCase(), wanted))
      documents.push({ name: title, kind: SymbolKind.File, location: { uri, range: start } });
    if (opened.has(uri)) continue;
    const containerName = nameOfDocument(summary);
    for (const { name, range } of summary.headings) {
      // The title is told as the document.
      if (name === title || name === identities[0]?.title || !holds(name.toLowerCase(), wanted)) continue;
      headings.push({ name, kind: SymbolKind.String, location: { uri, range }, containerName });
    }
  }
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
  return [...documents, ...headings, ...paragraphs].slice(0, MOST);
}

/** What a document is called in a list: its symbol, else its title, else its file's name. */
export function nameOfDocument({ uri, identities, title }: DocumentSummary): string {
  return identities[0]?.name ?? (title || decode(uri.slice(uri.lastIndexOf('/') + 1)));
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
