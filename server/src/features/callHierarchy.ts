import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
} from 'vscode-languageserver-types';
import type { Position, Range } from '../document/draft.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { documentKey, type DocumentSummary } from '../workspace/summary.js';
import type { Knowledge } from './knowledge.js';
import { subjectsAt } from './subjects.js';
import { nameOfDocument } from './workspaceSymbols.js';

/** What an item carries from one request to the next: nothing is remembered in between. */
interface ItemData {
  /** The key of the document that is cited; null for one that bears no symbol. */
  readonly key: string | null;
  /** Whether `uri` is the document itself, or only a place that cites it. */
  readonly here: boolean;
}

/**
 * Who cites whom: the document that is cited at a position, or, in the masthead, the draft itself. Several where the
 * workspace has several files of one symbol; null where nothing is cited.
 */
export function prepareCallHierarchy(
  open: OpenDraft,
  own: DocumentSummary,
  position: Position,
  documents: readonly DocumentSummary[],
  knowledge: Knowledge,
): CallHierarchyItem[] | null {
  const { draft } = open;
  for (const subject of subjectsAt(open, position)) {
    if (subject.kind !== 'document') continue;
    const key = documentKey(subject.symbol);
    const files = documents.filter(({ identities }) => identities.some((one) => one.key === key));
    if (files.length > 0) return files.map((file) => itemOf(file, key));
    const place = draft.locate(position);
    if (!place) return null;
    const citation = open.analysis
      .citationsOf(place.block)
      .find(
        (one) =>
          (one.type === 'resolution' || one.type === 'symbol') &&
          documentKey(one.normalized) === key &&
          place.block.reading.spanToSource(one.start, one.end).end >= place.offset,
      );
    if (!citation) return null;
    const span = place.block.reading.spanToSource(citation.start, citation.end);
    return [absentItem(own.uri, key, subject.symbol, draft.rangeOf(place.block, span), knowledge)];
  }
  const block = draft.blockAtLine(position.line);
  if (!block || block.index >= draft.structure.bodyStart) return null;
  return [itemOf(own, own.identities[0]?.key ?? null)];
}

/** The documents of the workspace that cite the one of an item, each with the places. */
export function incomingCalls(
  item: CallHierarchyItem,
  documents: readonly DocumentSummary[],
): CallHierarchyIncomingCall[] {
  const data = dataOf(item);
  if (!data || data.key === null) return [];
  const calls: CallHierarchyIncomingCall[] = [];
  for (const document of documents) {
    const fromRanges = document.mentions.of(data.key);
    if (fromRanges.length === 0) continue;
    calls.push({ from: itemOf(document, document.identities[0]?.key ?? null), fromRanges });
  }
  return calls;
}

/** What the document of an item cites, each with the places; none where it is not in the workspace. */
export function outgoingCalls(
  item: CallHierarchyItem,
  documents: readonly DocumentSummary[],
  knowledge: Knowledge,
): CallHierarchyOutgoingCall[] {
  const data = dataOf(item);
  const document = data?.here ? documents.find(({ uri }) => uri === item.uri) : undefined;
  if (!document) return [];
  const calls: CallHierarchyOutgoingCall[] = [];
  for (const [key, { name, ranges }] of document.mentions.all()) {
    if (!key.startsWith('d:')) continue;
    const file = documents.find(({ identities }) => identities.some((one) => one.key === key));
    calls.push({
      to: file ? itemOf(file, key) : absentItem(document.uri, key, name, ranges[0]!, knowledge),
      fromRanges: ranges,
    });
  }
  return calls;
}

/** The item of a document, named by the symbol that is meant where it bears several. */
function itemOf(document: DocumentSummary, key: string | null): CallHierarchyItem {
  const identity = document.identities.find((one) => one.key === key);
  const range = identity?.range ?? document.start;
  return {
    name: identity?.name ?? nameOfDocument(document),
    detail: identity?.title || document.title,
    kind: SymbolKind.File,
    uri: document.uri,
    range,
    selectionRange: range,
    data: { key, here: true } satisfies ItemData,
  };
}

/** The item of a document that the workspace does not have: it leads to where it is cited. */
function absentItem(
  uri: string,
  key: string,
  name: string,
  range: Range,
  { catalogue, say }: Knowledge,
): CallHierarchyItem {
  const title = catalogue.get(name)?.title ?? '';
  return {
    name,
    detail: title === '' ? say('calls.absent') : title,
    kind: SymbolKind.File,
    uri,
    range,
    selectionRange: range,
    data: { key, here: false } satisfies ItemData,
  };
}

function dataOf({ data }: CallHierarchyItem): ItemData | null {
  if (typeof data !== 'object' || data === null) return null;
  const { key, here } = data as Partial<ItemData>;
  return (key === null || typeof key === 'string') && typeof here === 'boolean' ? { key, here } : null;
}
