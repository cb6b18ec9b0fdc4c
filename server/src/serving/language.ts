import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from './protocol.js';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/callHierarchy.js';
import { codeActions } from '../features/codeActions.js';
import { codeLenses } from '../features/codeLens.js';
import type { CompletionOptions } from '../features/completion.js';
import { definition, documentHighlights, linkedEditing, references } from '../features/definition.js';
import { documentLinks } from '../features/documentLinks.js';
import { documentSymbols, flatSymbols } from '../features/documentSymbols.js';
import { foldingRanges } from '../features/folding.js';
import { hover } from '../features/hover.js';
import { inlayHints } from '../features/inlayHints.js';
import { numberingActions } from '../features/numberingActions.js';
import { tokensToClient } from '../features/positionEncoding.js';
import { selectionRanges } from '../features/selectionRange.js';
import { semanticTokens, TokenReports } from '../features/semanticTokens.js';
import { workspaceSymbols, type OpenOne } from '../features/workspaceSymbols.js';
import type { OpenDocument } from '../workspace/documents.js';
import type { Answering } from './answering.js';
import { numberingActionOptions } from './numbering.js';
import type { Session } from './session.js';

/**
 * The table from the requests of the standard protocol to features; those about numbers stand apart. A request about a
 * document that is not attended to gets the empty answer.
 */
export function answerLanguage(answering: Answering): void {
  const { session, publisher, folders } = answering;
  const { pieces } = session.host;
  answering.answer(
    DocumentDiagnosticRequest.type,
    { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ({ document, open }, { previousResultId }): DocumentDiagnosticReport => {
      const items = session.diagnostics.of(open, document.uri, document.saved);
      const resultId = publisher.reportsOf(document).idOf(items);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );
  answering.answer(CodeActionRequest.type, null, ({ document, open }, { range, context }) => [
    ...codeActions(open, range, context, session.diagnostics, {
      uri: document.uri,
      languageId: document.languageId,
      version: document.version,
      saved: document.saved,
      configuration: session.configuration.configurationFor(document.uri),
      falseAlarms: session.options.commands ?? false,
      createFiles: session.client.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
      language: session.language,
    }),
    ...numberingActions(open, range, context, numberingActionOptions(session, document)),
  ]);
  answering.answer(
    HoverRequest.type,
    null,
    ({ open, knowledge }, { position }) => hover(open, position, knowledge),
    { catalogue: true },
  );
  answering.answer(
    DocumentSymbolRequest.type,
    null,
    ({ document, open }) =>
      session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
        ? documentSymbols(open.draft)
        : flatSymbols(open.draft, document.uri),
    { structure: true },
  );
  answering.answer(FoldingRangeRequest.type, null, ({ open }) => foldingRanges(open.draft), {
    structure: true,
  });
  answering.answer(
    DefinitionRequest.type,
    null,
    ({ document, open }, { position }) => {
      const links = definition(open, document.uri, position, folders.others(document));
      if (session.client.textDocument?.definition?.linkSupport) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange,
      }));
    },
    { index: 'where-empty' },
  );
  answering.answer(
    ReferencesRequest.type,
    null,
    ({ document, open }, { position, context }) =>
      references(open, document.uri, position, context.includeDeclaration, folders.others(document)),
    { index: 'first' },
  );
  answering.answer(DocumentHighlightRequest.type, null, ({ open }, { position }) =>
    documentHighlights(open, position),
  );
  answering.answer(DocumentLinkRequest.type, null, ({ open, knowledge }) =>
    documentLinks(open, knowledge.say),
  );
  answering.answer(SelectionRangeRequest.type, null, ({ open }, { positions }) =>
    selectionRanges(open, positions),
  );
  answering.answer(InlayHintRequest.type, null, ({ open }, { range }) => inlayHints(open, range));
  answering.answer(CodeLensRequest.type, null, ({ document, open, knowledge }) =>
    codeLenses(open, document.uri, knowledge.say, session.options.commands ?? false),
  );
  answering.answer(LinkedEditingRangeRequest.type, null, ({ open }, { position }) => {
    const ranges = linkedEditing(open, position);
    return ranges && { ranges };
  });
  answering.answerBy(
    pieces.writing,
    CompletionRequest.type,
    null,
    ({ completion }, { open, knowledge }, { position, context }) =>
      completion(open, position, knowledge, completionOptions(session, context?.triggerCharacter)),
    {
      catalogue: true,
      unattended: ({ draft }, { isBlank, newDocuments }) =>
        isBlank(draft) ? newDocuments(draft, completionOptions(session), session.language) : null,
    },
  );
  session.connection.onRequest(CompletionResolveRequest.type, async (item) => {
    await answering.catalogues.load();
    const { resolveCompletion } = await pieces.writing();
    return session.run(CompletionResolveRequest.method, item, () =>
      resolveCompletion(item, answering.knowledge()),
    );
  });
  answerTokens(answering);
  answerAcross(answering);
}

/** Semantic tokens: as a whole, as what changed of them, and for a part of a document. */
function answerTokens(answering: Answering): void {
  const { session } = answering;
  const reports = new WeakMap<OpenDocument, TokenReports>();
  const reportsOf = (document: OpenDocument): TokenReports => {
    let made = reports.get(document);
    if (!made) reports.set(document, (made = new TokenReports()));
    return made;
  };
  const encode = (document: OpenDocument, data: number[]): number[] => {
    if (session.encoding === 'utf-16') return data;
    return tokensToClient(data, session.encoding, (line) => session.lineOf(document.uri, line) ?? '');
  };
  answering.answer(SemanticTokensRequest.type, null, ({ document, open }) =>
    reportsOf(document).full(encode(document, semanticTokens(open))),
  );
  answering.answer(SemanticTokensDeltaRequest.type, null, ({ document, open }, { previousResultId }) =>
    reportsOf(document).delta(encode(document, semanticTokens(open)), previousResultId),
  );
  answering.answer(SemanticTokensRangeRequest.type, null, ({ document, open }, { range }) => ({
    data: [...encode(document, semanticTokens(open, range))],
  }));
}

/** What needs to know the documents of the folders: their symbols, and who cites whom. */
function answerAcross(answering: Answering): void {
  const { session, folders } = answering;
  const { connection } = session;
  connection.onRequest(WorkspaceSymbolRequest.type, ({ query }) =>
    session.run(WorkspaceSymbolRequest.method, [], () =>
      workspaceSymbols(query, openOnes(session), folders.documents()).map((symbol) =>
        session.toClient(symbol, symbol.location.uri),
      ),
    ),
  );
  answering.answer(
    CallHierarchyPrepareRequest.type,
    null,
    ({ document, knowledge, open }, { position }) =>
      prepareCallHierarchy(open, document.summary!, position, folders.documents(), knowledge),
    { catalogue: true, index: 'first' },
  );
  connection.onRequest(CallHierarchyIncomingCallsRequest.type, async ({ item }, token) => {
    await folders.read(token);
    return session.run(CallHierarchyIncomingCallsRequest.method, [], () =>
      incomingCalls(item, folders.documents()).map((call) => session.toClient(call, call.from.uri)),
    );
  });
  connection.onRequest(CallHierarchyOutgoingCallsRequest.type, async ({ item }, token) => {
    await folders.read(token);
    return session.run(CallHierarchyOutgoingCallsRequest.method, [], () =>
      outgoingCalls(item, folders.documents(), answering.knowledge()).map((call) =>
        session.toClient(call, item.uri),
      ),
    );
  });
}

/** The documents that are open and attended to. */
function openOnes({ documents }: Session): OpenOne[] {
  const ones: OpenOne[] = [];
  for (const { open, uri } of documents) if (open) ones.push({ uri, open });
  return ones;
}

function completionOptions({ client }: Session, trigger?: string): CompletionOptions {
  return {
    ...(trigger === undefined ? {} : { trigger }),
    snippets: client.textDocument?.completion?.completionItem?.snippetSupport ?? false,
  };
}
