import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeActionKind,
  CodeActionResolveRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  ErrorCodes,
  LSPErrorCodes,
  PrepareRenameRequest,
  ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TextDocumentSyncKind,
  WatchKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type {
  CancellationToken,
  ClientCapabilities,
  CodeAction,
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  FileEvent,
  FileOperationRegistrationOptions,
  InitializeParams,
  InitializeResult,
  Range,
  ServerCapabilities,
  TextDocumentIdentifier,
  WorkDoneProgressServerReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { translator } from './catalogue/messages.js';
import type { Draft } from './document/draft.js';
import { readTable, WORKSPACE_TABLE } from './catalogue/import/table.js';
import { LazyCatalogue } from './catalogue/source.js';
import type { Catalogue } from './catalogue/catalogue.js';
import { CatalogueView, overlayOf, type Overlay } from './catalogue/view.js';
import { cleanUpEdits } from './features/cleanUp.js';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/callHierarchy.js';
import { codeActions, FIX_ALL } from './features/codeActions.js';
import { codeLenses } from './features/codeLens.js';
import { DiagnosticReports, Diagnostics, SOURCE } from './features/diagnostics.js';
import type { CompletionOptions } from './features/completion.js';
import { definition, documentHighlights, linkedEditing, references } from './features/definition.js';
import { documentLinks } from './features/documentLinks.js';
import { documentSymbols, flatSymbols } from './features/documentSymbols.js';
import { falseAlarmCase, findingAt } from './features/falseAlarm.js';
import { foldingRanges } from './features/folding.js';
import { healthOf, healthReport } from './features/health.js';
import { hover } from './features/hover.js';
import type { InsertOffer } from './features/insert.js';
import { inlayHints } from './features/inlayHints.js';
import type { Knowledge } from './features/knowledge.js';
import { sayEnglish, sayer } from './features/messages.js';
import { numberingOperation, numberingWhileTyping, type NumberingResult } from './features/numbering.js';
import {
  FIX_NUMBERING,
  isNumberingAction,
  MOVE,
  numberingActions,
  resolveNumberingAction,
  REWRITE,
  type NumberingActionOptions,
} from './features/numberingActions.js';
import { formatOnEnter } from './features/onTypeFormatting.js';
import {
  fromClient,
  negotiate,
  toClient,
  tokensToClient,
  type Encoding,
  type LineOf,
} from './features/positionEncoding.js';
import { movePart, outline, wordsWithin, type Outline } from './features/outline.js';
import { prepareRename, rename } from './features/rename.js';
import { selectionRanges } from './features/selectionRange.js';
import { LEGEND, semanticTokens, TokenReports } from './features/semanticTokens.js';
import { workspaceSymbols, type OpenOne } from './features/workspaceSymbols.js';
import {
  CATALOGUE_CHANGED,
  CATALOGUE_IMPORT,
  CHECK_FOLDER,
  DOCUMENT_STATUS,
  FALSE_ALARM,
  HEALTH,
  NUMBERING,
  READ_DIRECTORY,
  READ_FILE,
  SET_KIND,
  STAT,
  UNCHECK_FOLDER,
} from './messages.js';
import {
  CLEAN_UP,
  INSERT,
  INSERT_OFFERS,
  MOVE_PART,
  NEW_DOCUMENT_CREATE,
  NEW_DOCUMENT_LIST,
  OUTLINE,
  RENDER,
  RENDER_FOR_WORD,
  PASTE,
  WORDS_WITHIN,
} from './deskMessages.js';
import type {
  CleanUpEdit,
  ForWord,
  InsertOffersParams,
  InsertParams,
  MovePartParams,
  NewDocumentCreateParams,
  Rendered,
  RenderParams,
  PasteParams,
  PastedText,
  WordsWithinParams,
} from './deskMessages.js';
import { ASSIST_DRAFT, ASSIST_LOOK_UP } from './assistMessages.js';
import type { AssistDraftParams, AssistDraftResult, AssistLookUpParams } from './assistMessages.js';
import { restrictionOf } from './document/restriction.js';
import { tellFindings, tellOf, tellOutline } from './library/assist.js';
import type {
  CatalogueImportParams,
  CheckFolderResult,
  ChosenKind,
  DocumentStatusParams,
  FalseAlarmParams,
  HealthParams,
  HealthResult,
  NumberingParams,
  PlenaryInitializationOptions,
  ReadDirectoryResult,
  ReadFileResult,
  SetKindParams,
  StatResult,
} from './messages.js';
import { elsewhereOf, type Elsewhere } from './rules/stated.js';
import { CONFIGURATION_FILE } from './settings/configurationFile.js';
import { ENGLISH, Language, localeOf, type Locale, type Table } from './l10n/language.js';
import { phrase } from './l10n/phrase.js';
import { languageOfName } from './workspace/attach.js';
import { Configuration, type FolderConfiguration } from './workspace/configuration.js';
import { OpenDocument, OpenDocuments, type Surroundings } from './workspace/documents.js';
import type { FolderCheckHost } from './workspace/folderCheck.js';
import { FolderFindings } from './workspace/folderFindings.js';
import { WorkspaceTables } from './workspace/tables.js';
import { NO_FILES, type FileSystem } from './workspace/fileSystem.js';
import type { OpenDraft } from './workspace/openDraft.js';
import { readSummary, type DocumentSummary } from './workspace/summary.js';
import { WorkspaceIndex, type FileChange, type IndexResult } from './workspace/workspaceIndex.js';
import type { Pieces } from './pieces.js';
import { VERSION } from './version.js';

/** What differs between the places that a server can run in. */
export interface ServerHost {
  /** The bytes of the catalogue, read on first use; null where there is none. */
  catalogue(): Promise<Uint8Array | null>;
  /** Today's date where the user is, "2024-05-17". */
  today(): string;
  /** The table of a language other than English; null where there is none. Read at the beginning, once. */
  translations(locale: Locale): Promise<Table | null>;
  /** The language that was asked for where the server was started; it wins over the client's. */
  readonly locale?: Locale;
  /** Pieces of the server that are read when they are first asked for. */
  readonly pieces: Pieces;
  /** The files of the disk, for addresses that begin with `file:`; absent where there is no disk. */
  readonly files?: FileSystem;
}

/** Listens on `connection` until it is closed. Wiring only: what is answered is found in the features. */
export function startServer(connection: Connection, host: ServerHost): void {
  new Server(connection, host).listen();
}

/** The request of our own client for an operation on numbers. */
const NumberingRequest = new ProtocolRequestType<NumberingParams, NumberingResult | null, never, void, void>(
  NUMBERING,
);

/** The request of our own client for how a document stands. */
const HealthRequest = new ProtocolRequestType<HealthParams, HealthResult | null, never, void, void>(HEALTH);

/** The request of our own client for a case of a finding that a person takes for wrong. */
const FalseAlarmRequest = new ProtocolRequestType<FalseAlarmParams, string | null, never, void, void>(
  FALSE_ALARM,
);

/** The request of our own client for the clean-up of a converted text. */
const CleanUpRequest = new ProtocolRequestType<
  AboutDocument,
  readonly CleanUpEdit[] | null,
  never,
  void,
  void
>(CLEAN_UP);

/** The requests of our own client for the outline of a draft, for moving its parts and for counting words. */
const OutlineRequest = new ProtocolRequestType<AboutDocument, Outline | null, never, void, void>(OUTLINE);
const MovePartRequest = new ProtocolRequestType<MovePartParams, NumberingResult | null, never, void, void>(
  MOVE_PART,
);
const WordsWithinRequest = new ProtocolRequestType<WordsWithinParams, number | null, never, void, void>(
  WORDS_WITHIN,
);
/** The request of our own client on behalf of an assistant, about a draft. */
const AssistDraftRequest = new ProtocolRequestType<
  AssistDraftParams,
  AssistDraftResult | null,
  never,
  void,
  void
>(ASSIST_DRAFT);

/** The requests of our own client for what is put into a text. */
const InsertOffersRequest = new ProtocolRequestType<
  InsertOffersParams,
  readonly InsertOffer[] | null,
  never,
  void,
  void
>(INSERT_OFFERS);
const PasteRequest = new ProtocolRequestType<PasteParams, PastedText | null, never, void, void>(PASTE);
const InsertRequest = new ProtocolRequestType<InsertParams, NumberingResult | null, never, void, void>(
  INSERT,
);

/** The requests of our own client for a document as it would be printed. */
const RenderRequest = new ProtocolRequestType<RenderParams, Rendered | null, never, void, void>(RENDER);
const RenderForWordRequest = new ProtocolRequestType<AboutDocument, ForWord | null, never, void, void>(
  RENDER_FOR_WORD,
);

/** How much of a large text is read before others have their turn, in UTF-16 code units: some ten milliseconds. */
const SLICE = 50_000;

/** How long settings are waited for before documents are read without them. Milliseconds. */
const PATIENCE = 1_500;

/** How long a request waits for the folders to be read, before it is answered out of what is known so far. Milliseconds. */
const READING_PATIENCE = 5_000;

/** How long the folders are read before a person is shown that they are. Milliseconds. */
const SILENT_READING = 1_500;

/** Characters that open the list by themselves. A space does so only behind words that ask for a number. */
const COMPLETION_TRIGGERS: readonly string[] = [' ', '/'];

/** How long after the first findings the piece that completions come from is read. Milliseconds. */
const READ_AHEAD = 300;

/** How long after the last change the open documents are compared with the others. Milliseconds. */
const COMPARE_DELAY = 400;

/** The files that the index wants to hear of; a folder that goes takes its files with it. */
const WATCHED_TEXTS = '**/*.{undoc,md,markdown,txt,gitignore,plenaryignore}';

/** What a request about a document is answered with. */
interface Asked {
  readonly document: OpenDocument;
  readonly open: OpenDraft;
  readonly knowledge: Knowledge;
}

interface AboutDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** How a request is run: what it needs before it can be answered. */
interface Needs<M = undefined> {
  /** Waits for the catalogue, where it is not read yet. */
  readonly catalogue?: true;
  /** Asks the structure alone, and is answered before a large text has been read to its end. */
  readonly structure?: true;
  /** Waits for the folders to be read: before the answer, or where there is none without them. */
  readonly index?: 'first' | 'where-empty';
  /** Answers for a document that is not attended to; the empty answer otherwise. */
  readonly unattended?: (document: OpenDocument, piece: M) => unknown;
}

class Server {
  readonly #connection: Connection;
  readonly #host: ServerHost;
  readonly #documents = new OpenDocuments();
  readonly #chosen = new Map<string, ChosenKind>();
  readonly #reports = new WeakMap<OpenDocument, DiagnosticReports>();
  /** Large texts that are being read. */
  readonly #reading = new Map<OpenDocument, Promise<void>>();
  readonly #tokens = new WeakMap<OpenDocument, TokenReports>();
  readonly #told = new WeakMap<OpenDocument, DocumentStatusParams>();
  readonly #lazy: LazyCatalogue;
  #catalogue = CatalogueView.EMPTY;
  #catalogueAsked: Promise<void> | undefined;
  /** While the catalogue is being read, and the first findings wait for it, but not for ever. */
  #catalogueComing: Promise<void> | null = null;
  #client: ClientCapabilities = {};
  #options: PlenaryInitializationOptions = {};
  #encoding: Encoding = 'utf-16';
  #language = ENGLISH;
  #t = translator(ENGLISH);
  #say = sayer(ENGLISH);
  #configuration = new Configuration(NO_FILES);
  #tables = new WorkspaceTables(NO_FILES);
  #index: WorkspaceIndex | undefined;
  #builtIn: Catalogue | null = null;
  #diagnostics = new Diagnostics({ related: false, links: false });
  /** The order of the protocol: nothing is answered before the introduction, nor after the goodbye. */
  #phase: 'before' | 'serving' | 'after' = 'before';
  #settled = false;
  #settling: Promise<void> = Promise.resolve();

  constructor(connection: Connection, host: ServerHost) {
    this.#connection = connection;
    this.#host = host;
    this.#lazy = new LazyCatalogue({ read: () => host.catalogue() });
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => {
      this.#phase = 'serving';
      return this.#initialize(params);
    });
    connection.onShutdown(() => {
      this.#phase = 'after';
    });
    connection.onInitialized(() => this.#guard('initialized', () => this.#initialized()));
    connection.onDidOpenTextDocument(({ textDocument }) =>
      this.#guard('didOpen', () => this.#open(textDocument)),
    );
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
      this.#guard('didChange', () => {
        const document = this.#documents.get(textDocument.uri);
        if (!document) return;
        for (const change of contentChanges) {
          // Each range is one of the text that the change before it left.
          document.change([this.#fromClient(change, document.uri)], textDocument.version);
        }
        this.#changed(document);
      }),
    );
    connection.onDidSaveTextDocument(({ textDocument }) =>
      this.#guard('didSave', () => {
        const document = this.#documents.get(textDocument.uri);
        document?.markSaved();
        if (document) this.#publish(document);
      }),
    );
    connection.onDidCloseTextDocument(({ textDocument }) =>
      this.#guard('didClose', () => {
        const document = this.#documents.get(textDocument.uri);
        this.#documents.delete(textDocument.uri);
        this.#index?.setClosed(textDocument.uri);
        this.#foldersChanged();
        if (document && !this.#pulls)
          void connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] });
      }),
    );
    connection.onDidChangeConfiguration(({ settings }: { settings?: { plenary?: unknown } | null }) =>
      this.#guard('didChangeConfiguration', async () => {
        if (!this.#client.workspace?.configuration) this.#setEverywhere(settings?.plenary);
        else await this.#askSettings();
        this.#surroundAll();
        this.#rereadFolders();
      }),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      this.#guard('didChangeWatchedFiles', async () => {
        const folders = this.#configuration.folders.filter((folder) =>
          changes.some(({ uri }) => uri === `${folder}/${CONFIGURATION_FILE}`),
        );
        for (const folder of folders) await this.#readConfiguration(folder);
        const tables = this.#configuration.folders.filter((folder) =>
          changes.some(({ uri }) => uri === `${folder}/${WORKSPACE_TABLE}`),
        );
        await this.#readTables(tables);
        if (folders.length + tables.length > 0) this.#surroundAll();
        if (folders.length > 0) this.#rereadFolders();
        void this.#index?.filesChanged(changes.map(fileChange));
      }),
    );
    connection.onRequest(SET_KIND, ({ uri, kind }: SetKindParams) => {
      this.#chosen.set(uri, kind);
      const document = this.#documents.get(uri);
      if (document) {
        document.choose(kind);
        this.#changed(document);
        this.#refresh();
      }
      return null;
    });
    this.#answers();
    this.#numbering();
    this.#desk();
    this.#assist();
    this.#folders();
    connection.listen();
  }

  /** The table from requests to features. A request about a document that is not attended to gets the empty answer. */
  #answers(): void {
    const { pieces } = this.#host;
    this.#answer(
      DocumentDiagnosticRequest.type,
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      ({ document, open }, { previousResultId }): DocumentDiagnosticReport => {
        const items = this.#diagnostics.of(open, document.uri, document.saved);
        const resultId = this.#report(document).idOf(items);
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    );
    this.#answer(CodeActionRequest.type, null, ({ document, open }, { range, context }) => [
      ...codeActions(open, range, context, this.#diagnostics, {
        uri: document.uri,
        languageId: document.languageId,
        version: document.version,
        saved: document.saved,
        configuration: this.#configuration.configurationFor(document.uri),
        falseAlarms: this.#options.commands ?? false,
        createFiles: this.#client.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
        language: this.#language,
      }),
      ...numberingActions(open, range, context, this.#numberingActionOptions(document)),
    ]);
    this.#answer(
      HoverRequest.type,
      null,
      ({ open, knowledge }, { position }) => hover(open, position, knowledge),
      {
        catalogue: true,
      },
    );
    this.#answer(
      DocumentSymbolRequest.type,
      null,
      ({ document, open }) =>
        this.#client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
          ? documentSymbols(open.draft)
          : flatSymbols(open.draft, document.uri),
      { structure: true },
    );
    this.#answer(FoldingRangeRequest.type, null, ({ open }) => foldingRanges(open.draft), {
      structure: true,
    });
    this.#answer(SemanticTokensRequest.type, null, ({ document, open }) =>
      this.#tokenReports(document).full(this.#encodeTokens(document, semanticTokens(open))),
    );
    this.#answer(SemanticTokensDeltaRequest.type, null, ({ document, open }, { previousResultId }) =>
      this.#tokenReports(document).delta(
        this.#encodeTokens(document, semanticTokens(open)),
        previousResultId,
      ),
    );
    this.#answer(SemanticTokensRangeRequest.type, null, ({ document, open }, { range }) => ({
      data: [...this.#encodeTokens(document, semanticTokens(open, range))],
    }));
    this.#answer(
      DefinitionRequest.type,
      null,
      ({ document, open }, { position }) => {
        const links = definition(open, document.uri, position, this.#others(document));
        if (this.#client.textDocument?.definition?.linkSupport) return links;
        return links.map(({ targetUri, targetSelectionRange }) => ({
          uri: targetUri,
          range: targetSelectionRange,
        }));
      },
      { index: 'where-empty' },
    );
    this.#answer(
      ReferencesRequest.type,
      null,
      ({ document, open }, { position, context }) =>
        references(open, document.uri, position, context.includeDeclaration, this.#others(document)),
      { index: 'first' },
    );
    this.#answer(DocumentHighlightRequest.type, null, ({ open }, { position }) =>
      documentHighlights(open, position),
    );
    this.#answer(DocumentLinkRequest.type, null, ({ open, knowledge }) => documentLinks(open, knowledge.say));
    this.#answerBy(
      pieces.writing,
      CompletionRequest.type,
      null,
      ({ completion }, { open, knowledge }, { position, context }) =>
        completion(open, position, knowledge, this.#completionOptions(context?.triggerCharacter)),
      {
        catalogue: true,
        unattended: ({ draft }, { isBlank, newDocuments }) =>
          isBlank(draft) ? newDocuments(draft, this.#completionOptions(), this.#language) : null,
      },
    );
    this.#answer(SelectionRangeRequest.type, null, ({ open }, { positions }) =>
      selectionRanges(open, positions),
    );
    this.#answer(InlayHintRequest.type, null, ({ open }, { range }) => inlayHints(open, range));
    this.#answer(CodeLensRequest.type, null, ({ document, open, knowledge }) =>
      codeLenses(open, document.uri, knowledge.say, this.#options.commands ?? false),
    );
    this.#answer(LinkedEditingRangeRequest.type, null, ({ open }, { position }) => {
      const ranges = linkedEditing(open, position);
      return ranges && { ranges };
    });
    this.#connection.onRequest(CompletionResolveRequest.type, async (item) => {
      await this.#loadCatalogue();
      const { resolveCompletion } = await pieces.writing();
      return this.#run(CompletionResolveRequest.method, item, () =>
        resolveCompletion(item, this.#knowledge()),
      );
    });
    this.#connection.onRequest(WorkspaceSymbolRequest.type, ({ query }) =>
      this.#run(WorkspaceSymbolRequest.method, [], () => {
        const symbols = workspaceSymbols(query, this.#openOnes(), this.#allDocuments());
        return symbols.map((symbol) => this.#toClient(symbol, symbol.location.uri));
      }),
    );
  }

  /** The documents that are open and attended to. */
  #openOnes(): OpenOne[] {
    const ones: OpenOne[] = [];
    for (const document of this.#documents) {
      const { open } = document;
      if (open) ones.push({ uri: document.uri, open });
    }
    return ones;
  }

  #tokenReports(document: OpenDocument): TokenReports {
    let reports = this.#tokens.get(document);
    if (!reports) this.#tokens.set(document, (reports = new TokenReports()));
    return reports;
  }

  #encodeTokens(document: OpenDocument, data: number[]): number[] {
    if (this.#encoding === 'utf-16') return data;
    return tokensToClient(data, this.#encoding, (line) => this.#lineOf(document.uri, line) ?? '');
  }

  #completionOptions(trigger?: string): CompletionOptions {
    const item = this.#client.textDocument?.completion?.completionItem;
    return {
      ...(trigger === undefined ? {} : { trigger }),
      snippets: item?.snippetSupport ?? false,
    };
  }

  #knowledge(document?: OpenDocument): Knowledge {
    return {
      catalogue: this.#catalogue,
      today: document?.today ?? this.#host.today(),
      t: this.#t,
      say: this.#say,
      linksShown: this.#client.textDocument?.documentLink?.tooltipSupport ?? false,
    };
  }

  /** Numbering: operations of our own client, and what the standard protocol has of it. */
  #numbering(): void {
    this.#answer(NumberingRequest, null, ({ open }, { operation, range, typed }) =>
      typed
        ? numberingWhileTyping(open, operation, range, typed, this.#language)
        : numberingOperation(open, operation, range, this.#language),
    );
    this.#answer(PrepareRenameRequest.type, null, ({ open }, { position }) => prepareRename(open, position));
    this.#answer(RenameRequest.type, null, ({ document, open }, { position, newName }) => {
      const outcome = rename(open, position, newName, this.#language);
      if ('refused' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused);
      return { changes: { [document.uri]: outcome.edits } };
    });
    this.#connection.onRequest(CodeActionResolveRequest.type, (action: CodeAction): CodeAction => {
      const data: unknown = action.data;
      if (!isNumberingAction(data)) return action;
      const { uri, version } = data.numbering;
      const document = this.#documents.get(uri);
      if (!document?.open || document.version !== version)
        throw new ResponseError(
          LSPErrorCodes.ContentModified,
          this.#language.say(phrase`The text has changed: please choose again.`),
        );
      const outcome = resolveNumberingAction(document.open, data, this.#language);
      if ('refused' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused);
      return { ...action, edit: this.#toClient(outcome.edit, uri) };
    });
    this.#answer(DocumentOnTypeFormattingRequest.type, null, ({ open }, { position }) =>
      formatOnEnter(open, position),
    );
  }

  #numberingActionOptions({ uri, version }: OpenDocument): NumberingActionOptions {
    const { codeAction } = this.#client.textDocument ?? {};
    return {
      language: this.#language,
      uri,
      version,
      resolves:
        (codeAction?.dataSupport ?? false) &&
        (codeAction?.resolveSupport?.properties.includes('edit') ?? false),
      annotations: this.#client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      commands: this.#options.commands ?? false,
    };
  }

  /** What our own client asks for on behalf of a person at the desk, beyond the standard protocol. */
  #desk(): void {
    const connection = this.#connection;
    const { pieces } = this.#host;
    this.#answer(CleanUpRequest, null, ({ open }) => cleanUpEdits(open.draft));
    this.#answerBy(
      pieces.writing,
      InsertOffersRequest,
      null,
      ({ insertOffers }, { open, knowledge }, { position, what, query }) =>
        insertOffers(open, position, what, query, knowledge),
      { catalogue: true },
    );
    this.#answerBy(
      pieces.writing,
      InsertRequest,
      null,
      ({ insertAt }, { open, knowledge }, { position, what }) => insertAt(open, position, what, knowledge),
    );
    this.#answerBy(pieces.paste, PasteRequest, null, ({ pastedText }, { open }, { html }) =>
      pastedText(open.draft, html),
    );
    this.#answer(OutlineRequest, null, ({ open }) => outline(open));
    this.#answer(MovePartRequest, null, ({ open }, { source, target }) =>
      movePart(open, source, target, this.#language),
    );
    this.#answer(WordsWithinRequest, null, ({ open }, { ranges }) => wordsWithin(open.draft, ranges));
    this.#answerBy(pieces.render, RenderRequest, null, ({ rendered }, { open }, options) =>
      rendered(open.draft, options),
    );
    this.#answerBy(pieces.render, RenderForWordRequest, null, ({ forWord }, { open }) => forWord(open.draft));
    connection.onRequest(NEW_DOCUMENT_LIST, async () =>
      (await pieces.writing()).newDocumentList(this.#host.today(), this.#language),
    );
    connection.onRequest(
      NEW_DOCUMENT_CREATE,
      async ({ id, answers }: NewDocumentCreateParams): Promise<unknown> =>
        (await pieces.writing()).createDocument(id, answers, this.#language),
    );
  }

  // ---- the documents of the folders

  /** What needs to know the documents of the folders: who cites whom. */
  #folders(): void {
    this.#answer(
      CallHierarchyPrepareRequest.type,
      null,
      ({ document, knowledge, open }, { position }) =>
        prepareCallHierarchy(open, document.summary!, position, this.#allDocuments(), knowledge),
      { catalogue: true, index: 'first' },
    );
    this.#answer(HealthRequest, null, ({ document, open, knowledge }, { name }) => {
      const health = healthOf(open, document.saved, knowledge.say, this.#language);
      // What is filed is in the language of the documents.
      const english = healthOf(open, document.saved, sayEnglish);
      return { health, report: healthReport(english, name, this.#host.today()) };
    });
    this.#connection.onRequest(CATALOGUE_IMPORT, async ({ files }: CatalogueImportParams) => {
      await this.#loadCatalogue();
      const { importFiles } = await this.#host.pieces.importing();
      return importFiles(await this.#ownText(), files, this.#builtIn, this.#t);
    });
    this.#connection.onRequest(CATALOGUE_CHANGED, async () => {
      await this.#readOwn();
      this.#surroundAll();
      return null;
    });
    this.#answer(FalseAlarmRequest, null, ({ document, open }, { range, code }) => {
      const finding = findingAt(open, range, code, document.saved);
      return finding ? falseAlarmCase(open, finding, VERSION) : null;
    });
    const connection = this.#connection;
    connection.onRequest(ExecuteCommandRequest.type, ({ command }, token) => {
      if (command === CHECK_FOLDER) return this.#checkFolders(token);
      if (command === UNCHECK_FOLDER) this.#folderFindings.uncheck();
      return null;
    });
    connection.languages.diagnostics.onWorkspace(
      async (params, token, _work, partial): Promise<WorkspaceDiagnosticReport> => {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        await this.#workspaceDiagnostics(params, token, (some) => {
          if (partial) partial.report({ items: some });
          else items.push(...some);
        });
        return { items };
      },
    );
    for (const type of [
      DidRenameFilesNotification.type,
      DidCreateFilesNotification.type,
      DidDeleteFilesNotification.type,
    ])
      connection.onNotification(type.method, () => void this.#index?.scan());
    connection.onRequest(CallHierarchyIncomingCallsRequest.type, async ({ item }, token) => {
      await this.#foldersRead(token);
      return this.#run(CallHierarchyIncomingCallsRequest.method, [], () =>
        incomingCalls(item, this.#allDocuments()).map((call) => this.#toClient(call, call.from.uri)),
      );
    });
    connection.onRequest(CallHierarchyOutgoingCallsRequest.type, async ({ item }, token) => {
      await this.#foldersRead(token);
      return this.#run(CallHierarchyOutgoingCallsRequest.method, [], () =>
        outgoingCalls(item, this.#allDocuments(), this.#knowledge()).map((call) =>
          this.#toClient(call, item.uri),
        ),
      );
    });
  }

  /** Begins to read the folders, behind all that a person waits for. */
  #readFolders(): void {
    const reading = new Reading(this.#connection, this.#client, this.#language);
    this.#index = new WorkspaceIndex({
      files: this.#files(),
      folders: () => this.#configuration.folders,
      read: (uri, text) =>
        readSummary(text, {
          uri,
          settings: this.#configuration.settingsOf(uri),
          path: this.#configuration.pathOf(uri),
          chosen: this.#chosen.get(uri) ?? null,
          // Their texts are not there when they are told of: places are kept as the client counts.
          place: (range, draft) =>
            toClient(range, this.#encoding, (_, line) => draft.textIn(lineRange(line))),
        }),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      changed: () => this.#foldersChanged(),
      progress: (done, found) => reading.progress(done, found),
      finished: (result) => reading.finished(result),
    });
    for (const document of this.#documents) this.#index.setOpen(document.uri, () => document.summary);
    void this.#index.scan();
  }

  // ---- the findings of whole folders

  /** Counts what may change the findings of a document beside its text: settings, the catalogue, other documents. */
  #epoch = 0;
  #foldersChanged(): void {
    this.#folderFindings.changed();
    this.#compareSoon();
  }

  #comparing: ReturnType<typeof setTimeout> | undefined;

  /** Compares the open documents with all others a little later: what is typed does not wait for it. */
  #compareSoon(): void {
    this.#said = undefined;
    clearTimeout(this.#comparing);
    this.#comparing = setTimeout(
      () => this.#guard('The comparison of documents', () => this.#compare()),
      COMPARE_DELAY,
    );
  }

  #said: Elsewhere | undefined;

  /** What all documents but one say; gathered anew when one of them has changed. */
  #saidElsewhere(except: string): Elsewhere {
    const said = (this.#said ??= elsewhereOf(this.#allDocuments().flatMap(({ stated }) => stated)));
    return { about: (key) => said.about(key).filter(({ uri }) => uri !== except) };
  }

  #compare(): void {
    if (!this.#settled || this.#catalogueComing) return;
    let changed = false;
    for (const document of this.#documents) {
      if (!document.recognized || !document.meet(this.#saidElsewhere(document.uri))) continue;
      changed = true;
      this.#publish(document);
    }
    if (changed) this.#refresh();
  }

  readonly #folderFindings = new FolderFindings({
    check: (which) => this.#folderCheck(which),
    closed: () => this.#closed(),
    isOpen: (uri) => this.#index?.isOpen(uri) ?? false,
    settled: async () => this.#index?.settled(),
    show: (uri, diagnostics) => {
      // Where findings are pushed, an open document tells of its own.
      if (this.#pulls || !this.#index?.isOpen(uri))
        void this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    },
    failed: (error) => this.#log('The check of the folder', error),
  });

  #closed(): string[] {
    return this.#index?.closed().map(({ uri }) => uri) ?? [];
  }

  readonly #folderCheck = (which: 'all' | 'always'): FolderCheckHost<Diagnostic[]> => ({
    documents: () => {
      const closed = this.#closed();
      return which === 'always'
        ? closed.filter((uri) => this.#configuration.settingsOf(uri).checkFolder)
        : closed;
    },
    stateOf: (uri) => {
      const state = this.#index?.stateOf(uri);
      return state === undefined ? undefined : `${state}.${this.#epoch}`;
    },
    check: async (uri) => {
      const text = await this.#files().readFile(uri);
      if (text === null) return null;
      const languageId = languageOfName(uri);
      const item = { uri, languageId, version: 0, text };
      const document = new OpenDocument(item, this.#around(uri), this.#chosen.get(uri) ?? null);
      const { open, draft } = document;
      if (!open) return null;
      document.meet(this.#saidElsewhere(uri));
      // A hint is shown in the text, faded: there is no text to be seen.
      const items = this.#diagnostics
        .of(open, uri, true)
        .filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
      return toClient(items, this.#encoding, lineOfDraft(uri, draft, this.#lineOf), uri);
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });

  /** The findings of closed documents, as they are pulled: our own client asks again and again, and waits for a change. */
  async #workspaceDiagnostics(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    report: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ): Promise<void> {
    await this.#settling;
    await this.#loadCatalogue();
    const waits = this.#options.commands ?? false;
    await this.#folderFindings.pull(previousResultIds, waits, token, ({ uri, state, findings }) =>
      report([
        {
          kind: DocumentDiagnosticReportKind.Full,
          uri,
          version: null,
          items: findings ?? [],
          ...(state === null ? {} : { resultId: state }),
        },
      ]),
    );
  }

  /** Checks every document of the folders on request; shows how far it is, and can be stopped there. */
  async #checkFolders(token: CancellationToken): Promise<CheckFolderResult> {
    await this.#settling;
    await this.#loadCatalogue();
    const shown = this.#client.window?.workDoneProgress ?? false;
    const progress = shown ? await this.#connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(this.#language.say(phrase`Plenary checks the whole folder`), 0, undefined, true);
    const cancelled = {
      get isCancellationRequested(): boolean {
        return token.isCancellationRequested || (progress?.token.isCancellationRequested ?? false);
      },
    };
    try {
      await this.#foldersRead(token);
      const counts = await this.#folderFindings.check(cancelled, (done, total) =>
        progress?.report((100 * done) / total, this.#language.say(phrase`${done} of ${total}`)),
      );
      const left = this.#index?.left ?? { leftOut: 0, unlisted: 0 };
      return { ...counts, ...left, cancelled: cancelled.isCancellationRequested };
    } finally {
      progress?.done();
    }
  }

  /** Reads the folders again: the settings that say which files are documents may have changed. */
  #rereadFolders(): void {
    void this.#index?.reread();
  }

  /** Waits until the folders are read, for a while and while the request stands. */
  async #foldersRead(token: CancellationToken): Promise<void> {
    const index = this.#index;
    if (!index || index.isReady) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, READING_PATIENCE);
      const end = (): void => {
        clearTimeout(late);
        resolve();
      };
      token.onCancellationRequested(end);
      void index.settled().then(end);
    });
  }

  /** All documents that are known, those that are open among them. */
  #allDocuments(): DocumentSummary[] {
    if (this.#index) return this.#index.documents();
    return [...this.#documents].map(({ summary }) => summary).filter((summary) => summary !== null);
  }

  #others(document: OpenDocument): DocumentSummary[] {
    return this.#allDocuments().filter(({ uri }) => uri !== document.uri);
  }

  /** What our own client asks for on behalf of an assistant; it has asked the person before. */
  #assist(): void {
    this.#connection.onRequest(ASSIST_LOOK_UP, async ({ query, limit }: AssistLookUpParams) => {
      await this.#loadCatalogue();
      const today = this.#host.today();
      return this.#run(ASSIST_LOOK_UP, '', () =>
        tellOf(query, this.#catalogue, this.#t, { ...(limit === undefined ? {} : { limit }), today }),
      );
    });
    this.#answer(
      AssistDraftRequest,
      null,
      ({ open }, { what, severity }) => ({
        restriction: restrictionOf(open.draft),
        text:
          what === 'check'
            ? tellFindings(open, severity, this.#language)
            : what === 'outline'
              ? tellOutline(open)
              : '',
      }),
      { catalogue: true },
    );
  }

  #capabilities(): ServerCapabilities {
    return {
      positionEncoding: this.#encoding,
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      hoverProvider: true,
      completionProvider: {
        triggerCharacters: [...COMPLETION_TRIGGERS],
        resolveProvider: true,
        completionItem: { labelDetailsSupport: true },
      },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: { label: 'Plenary' },
      workspaceSymbolProvider: true,
      callHierarchyProvider: true,
      documentLinkProvider: {},
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      linkedEditingRangeProvider: true,
      inlayHintProvider: true,
      codeLensProvider: {},
      semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
      renameProvider: { prepareProvider: true },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, FIX_NUMBERING, MOVE, REWRITE],
        resolveProvider: true,
      },
      ...(this.#pulls
        ? {
            diagnosticProvider: {
              identifier: SOURCE,
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          }
        : {}),
      // Our own client has the commands by itself.
      ...(this.#options.commands
        ? {}
        : { executeCommandProvider: { commands: [CHECK_FOLDER, UNCHECK_FOLDER] } }),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        // The watch over files does not tell of those in a folder that is moved as a whole.
        fileOperations: { didRename: FOLDERS, didCreate: FOLDERS, didDelete: FOLDERS },
      },
    };
  }

  // ---- the beginning

  async #initialize(params: InitializeParams): Promise<InitializeResult> {
    this.#client = params.capabilities;
    this.#options = (params.initializationOptions as PlenaryInitializationOptions | undefined) ?? {};
    await this.#speak(this.#host.locale ?? localeOf(params.locale));
    this.#encoding = negotiate(params.capabilities.general?.positionEncodings);
    const files = this.#files();
    this.#configuration = new Configuration(files);
    this.#tables = new WorkspaceTables(files);
    const folders = params.workspaceFolders ?? [];
    for (const { uri } of folders) this.#configuration.addFolder(uri);
    // Clients of an older kind name one folder only.
    const root = (params as { readonly rootUri?: string | null }).rootUri;
    if (folders.length === 0 && root) this.#configuration.addFolder(root);
    const { publishDiagnostics, diagnostic } = params.capabilities.textDocument ?? {};
    const shown = diagnostic ?? publishDiagnostics;
    this.#diagnostics = new Diagnostics({
      related: shown?.relatedInformation ?? false,
      links: shown?.codeDescriptionSupport ?? false,
      language: this.#language,
    });
    this.#setEverywhere(this.#options.settings);
    return {
      capabilities: this.#capabilities(),
      serverInfo: { name: 'plenary-language-server', version: VERSION },
    };
  }

  /** Speaks a language from now on; English where its table is not there. */
  async #speak(locale: Locale): Promise<void> {
    if (locale === 'en') return;
    const table = this.#options.translations ?? (await this.#host.translations(locale).catch(() => null));
    if (table === null) return;
    this.#language = new Language(locale, table);
    this.#t = translator(this.#language);
    this.#say = sayer(this.#language);
  }

  async #initialized(): Promise<void> {
    const { workspace } = this.#client;
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    this.#settling = Promise.race([this.#settle(), tooLong]).then(() => {
      this.#settled = true;
      this.#surroundAll();
      for (const document of this.#documents) this.#changed(document);
      this.#readFolders();
    });
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      void this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'plenary' });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          ...[CONFIGURATION_FILE, WORKSPACE_TABLE].map((name) => ({ globPattern: `**/${name}` })),
          { globPattern: WATCHED_TEXTS, kind: WatchKind.Create | WatchKind.Change },
          { globPattern: '**/*', kind: WatchKind.Delete },
        ],
      });
    }
    if (workspace?.workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.#guard('didChangeWorkspaceFolders', async () => {
          for (const { uri } of removed) {
            this.#configuration.removeFolder(uri);
            if (this.#tables.remove(uri.replace(/\/$/, ''))) this.#layTables();
          }
          for (const { uri } of added) this.#configuration.addFolder(uri);
          await this.#settle();
          this.#surroundAll();
          void this.#index?.scan();
        }),
      );
    }
    await this.#settling;
  }

  /** Gathers the settings of all folders. */
  async #settle(): Promise<void> {
    await Promise.all([
      this.#client.workspace?.configuration ? this.#askSettings() : undefined,
      ...this.#configuration.folders.map((folder) => this.#readConfiguration(folder)),
      this.#readTables(this.#configuration.folders),
      this.#readOwn(),
    ]);
  }

  async #askSettings(): Promise<void> {
    const folders = [undefined, ...this.#configuration.folders];
    const values = (await this.#connection.workspace.getConfiguration(
      folders.map((scopeUri) => ({ section: 'plenary', ...(scopeUri === undefined ? {} : { scopeUri }) })),
    )) as unknown[];
    folders.forEach((folder, i) => this.#configuration.setClient(folder, values[i]));
  }

  #setEverywhere(value: unknown): void {
    for (const folder of [undefined, ...this.#configuration.folders])
      this.#configuration.setClient(folder, value);
  }

  /** Reads a folder's configuration file, and shows its mistakes at their places. */
  async #readConfiguration(folder: string): Promise<void> {
    const before = this.#configuration.configurationFor(`${folder}/${CONFIGURATION_FILE}`);
    const configuration = await this.#configuration.readFile(folder);
    if (configuration.problems.length === 0 && (before?.problems.length ?? 0) === 0) return;
    void this.#connection.sendDiagnostics(problemsIn(configuration, this.#language));
  }

  #files(): FileSystem {
    const { files } = this.#host;
    const connection = this.#connection;
    const asked: FileSystem = this.#options.fileSystem
      ? {
          readFile: async (uri) =>
            (await connection.sendRequest<ReadFileResult>(READ_FILE, { uri }))?.text ?? null,
          readDirectory: (uri) => connection.sendRequest<ReadDirectoryResult>(READ_DIRECTORY, { uri }),
          stat: (uri) => connection.sendRequest<StatResult>(STAT, { uri }),
        }
      : NO_FILES;
    if (!files) return asked;
    const of = (uri: string): FileSystem => (uri.startsWith('file:') ? files : asked);
    return {
      readFile: (uri) => of(uri).readFile(uri),
      readDirectory: (uri) => of(uri).readDirectory(uri),
      stat: (uri) => of(uri).stat(uri),
    };
  }

  // ---- documents

  #open(item: { uri: string; languageId: string; version: number; text: string }): void {
    const document = new OpenDocument(item, this.#around(item.uri), this.#chosen.get(item.uri) ?? null);
    this.#documents.set(document);
    this.#index?.setOpen(document.uri, () => document.summary);
    this.#foldersChanged();
    // What the first findings are read with: the text is not to be read twice.
    if (document.recognized) void this.#loadCatalogue();
    this.#changed(document);
  }

  #around(uri: string): Surroundings {
    return {
      settings: this.#configuration.settingsOf(uri),
      path: this.#configuration.pathOf(uri),
      catalogue: this.#catalogue,
      today: this.#host.today(),
      deferred: true,
      onRuleFailure: (rule, error) => {
        this.#log(`The rule ${rule.code}`, error);
        this.#connection.window.showWarningMessage(
          this.#language.say(
            phrase`The rule “${rule.code}” failed and is off until the server is restarted. All others go on.`,
          ),
        );
      },
    };
  }

  /** Reads every open document with what now surrounds it. */
  #surroundAll(): void {
    this.#epoch++;
    this.#foldersChanged();
    let changed = false;
    for (const document of this.#documents) {
      const { revision } = document;
      document.surround(this.#around(document.uri));
      if (document.revision === revision) continue;
      changed = true;
      this.#changed(document);
    }
    if (changed) this.#refresh();
  }

  #changed(document: OpenDocument): void {
    this.#compareSoon();
    // Settings and a catalogue that have not come yet may change everything: the first findings wait for them.
    if (!this.#settled || this.#catalogueComing) return;
    this.#publish(document);
    this.#tellStatus(document);
  }

  get #pulls(): boolean {
    return this.#client.textDocument?.diagnostic !== undefined;
  }

  #publish(document: OpenDocument): void {
    if (this.#pulls) return;
    const { open } = document;
    if (open && !open.analysis.complete) {
      // The whole is published when it has been read; of a text that was just opened, what is known already.
      const first = !this.#reports.has(document);
      if (first) open.analysis.advance(SLICE);
      void this.#readOn(document);
      if (!first) return;
    }
    const diagnostics = open ? this.#diagnostics.of(open, document.uri, document.saved) : [];
    if (!open && !this.#reports.has(document)) return;
    this.#report(document);
    void this.#connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: this.#toClient(diagnostics, document.uri),
    });
  }

  /** Reads a large text to its end, in slices between which others have their turn. */
  #readOn(document: OpenDocument): Promise<void> {
    let reading = this.#reading.get(document);
    if (!reading) {
      reading = this.#slices(document).finally(() => this.#reading.delete(document));
      this.#reading.set(document, reading);
    }
    return reading;
  }

  async #slices(document: OpenDocument): Promise<void> {
    const isOpen = (): boolean => this.#documents.get(document.uri) === document;
    do await new Promise<void>((resolve) => setTimeout(resolve, 0));
    while (isOpen() && document.open?.analysis.advance(SLICE) === false);
    if (isOpen()) this.#publish(document);
  }

  #report(document: OpenDocument): DiagnosticReports {
    const { pieces } = this.#host;
    let reports = this.#reports.get(document);
    if (!reports) {
      this.#reports.set(document, (reports = new DiagnosticReports()));
      this.#readAhead ??= setTimeout(() => void pieces.writing().catch(() => undefined), READ_AHEAD);
    }
    return reports;
  }

  /** A person who begins to write is not to wait for the piece that helps with it; a failure is told when it is asked for. */
  #readAhead: ReturnType<typeof setTimeout> | undefined;

  /** Asks the client to ask again, where something changed that is not in its documents. */
  #refresh(): void {
    const { workspace } = this.#client;
    const { languages } = this.#connection;
    if (this.#pulls && workspace?.diagnostics?.refreshSupport) void languages.diagnostics.refresh();
    if (workspace?.semanticTokens?.refreshSupport) void languages.semanticTokens.refresh();
    if (workspace?.inlayHint?.refreshSupport) void languages.inlayHint.refresh();
    if (workspace?.codeLens?.refreshSupport) void this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  #tellStatus(document: OpenDocument): void {
    if (!this.#options.documentStatus) return;
    const { status } = document;
    const told = this.#told.get(document);
    if (
      told &&
      (Object.keys(status) as (keyof typeof status)[]).every(
        (key) => key === 'version' || status[key] === told[key],
      )
    )
      return;
    this.#told.set(document, status);
    void this.#connection.sendNotification(DOCUMENT_STATUS, status);
  }

  // ---- the catalogue

  /** Reads the catalogue at the first call; what depends on it is then checked again. */
  #loadCatalogue(): Promise<void> {
    this.#catalogueAsked ??= this.#takeCatalogue();
    return this.#catalogueAsked;
  }

  #takeCatalogue(): Promise<void> {
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    const taken = this.#lazy.load().then((result) => {
      if (!result.ok) {
        if (result.error.code !== 'absent') this.#log('The catalogue', JSON.stringify(result.error));
        return;
      }
      this.#builtIn = result.catalogue;
      this.#layTables();
      for (const folder of this.#tables.folders) this.#tellOfTable(folder);
      // Findings that waited for it come by themselves.
      if (!this.#catalogueComing) this.#surroundAll();
    });
    // Whatever comes of it, nothing waits for it any longer.
    const over = taken.catch((error: unknown) => this.#log('The catalogue', String(error)));
    this.#catalogueComing = Promise.race([over, tooLong]).then(() => {
      this.#catalogueComing = null;
      this.#surroundAll();
      for (const document of this.#documents) if (!this.#reports.has(document)) this.#changed(document);
    });
    return over;
  }

  /** Reads the tables of resolutions that teams keep in these folders. */
  async #readTables(folders: readonly string[]): Promise<void> {
    const changed = await Promise.all(folders.map((folder) => this.#tables.read(folder)));
    if (changed.includes(true)) this.#layTables();
    folders.forEach((folder, i) => {
      if (changed[i]) this.#tellOfTable(folder);
    });
  }

  /** Shows the mistakes of a folder's table at their lines, and where it contradicts the built-in catalogue. */
  #tellOfTable(folder: string): void {
    const notices = this.#tables.notices(folder, this.#builtIn, this.#t);
    void this.#connection.sendDiagnostics({
      uri: `${folder}/${WORKSPACE_TABLE}`,
      diagnostics: notices.map(({ line, kind, message }) => ({
        range: lineRange(line),
        severity: kind === 'mistake' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
        source: SOURCE,
        message,
      })),
    });
  }

  /** The user's own catalogue, which lies over the built-in one and under those of the folders. */
  #own: Overlay | null = null;

  async #ownText(): Promise<string | null> {
    const { ownCatalogue } = this.#options;
    return ownCatalogue === undefined ? null : this.#files().readFile(ownCatalogue);
  }

  async #readOwn(): Promise<void> {
    const text = await this.#ownText();
    const rows = text === null ? [] : readTable(text).rows;
    if (rows.length === 0 && !this.#own) return;
    this.#own = rows.length === 0 ? null : overlayOf(this.#t('import.own'), rows);
    this.#layTables();
  }

  #layTables(): void {
    const own = this.#own ? [this.#own] : [];
    this.#catalogue = new CatalogueView(this.#builtIn, [...own, ...this.#tables.overlays]);
  }

  // ---- the runner

  /**
   * Answers a request about a document by a feature. An exception becomes a line in the log and the empty answer; so does
   * a document that is not attended to. A request that was cancelled while something was waited for is told so.
   */
  #answer<P extends AboutDocument, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    empty: R,
    run: (asked: Asked, params: P) => R,
    needs: Needs = {},
  ): void {
    this.#answerBy(nothing, type, empty, (_piece, asked, params) => run(asked, params), needs);
  }

  /** Like `#answer`, by a piece of the server that is read when it is first asked for. */
  #answerBy<M, P extends AboutDocument, R, PR, E, RO>(
    read: () => Promise<M> | M,
    type: ProtocolRequestType<P, R, PR, E, RO>,
    empty: R,
    run: (piece: M, asked: Asked, params: P) => R,
    needs: Needs<M> = {},
  ): void {
    this.#connection.onRequest(type.method, async (params: P, token: CancellationToken): Promise<R> => {
      let piece: M;
      try {
        const reading = read();
        piece = reading instanceof Promise ? await reading : reading;
      } catch (error) {
        this.#log(type.method, error);
        return empty;
      }
      if (!this.#settled) await this.#settling;
      if (this.#catalogueComing) await this.#catalogueComing;
      if (needs.catalogue) await this.#loadCatalogue();
      if (!needs.structure) {
        const asked = this.#documents.get(params.textDocument.uri);
        while (asked?.open?.analysis.complete === false && !token.isCancellationRequested)
          await this.#readOn(asked);
      }
      if (needs.index === 'first') await this.#foldersRead(token);
      const answer = (): R =>
        this.#run(type.method, empty, () => {
          if (token.isCancellationRequested)
            throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
          const { uri } = params.textDocument;
          const document = this.#documents.get(uri);
          if (!document) return empty;
          const { open } = document;
          if (!open) return needs.unattended ? (needs.unattended(document, piece) as R) : empty;
          const result = run(
            piece,
            { document, open, knowledge: this.#knowledge(document) },
            this.#fromClient(params, uri),
          );
          return this.#toClient(result, uri);
        });
      const result = answer();
      const nothing = result === null || (Array.isArray(result) && result.length === 0);
      if (!nothing || needs.index !== 'where-empty' || (this.#index?.isReady ?? true)) return result;
      await this.#foldersRead(token);
      return answer();
    });
  }

  /** Runs what may fail: the failure is written down, and the answer is the empty one. */
  #run<R>(what: string, empty: R, run: () => R): R {
    if (this.#phase === 'before')
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
    if (this.#phase === 'after')
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    try {
      return run();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.#log(what, error);
      return empty;
    }
  }

  #fromClient<T>(value: T, uri: string): T {
    return fromClient(value, this.#encoding, this.#lineOf, uri);
  }

  #toClient<T>(value: T, uri: string): T {
    return toClient(value, this.#encoding, this.#lineOf, uri);
  }

  readonly #lineOf = (uri: string, line: number): string | undefined => {
    const draft = this.#documents.get(uri)?.draft;
    return draft?.textIn({
      start: { line, character: 0 },
      end: { line, character: Number.MAX_SAFE_INTEGER },
    });
  };

  /** Runs what a notification asks for; what goes wrong is written down and ends nothing. */
  #guard(what: string, run: () => void | Promise<void>): void {
    try {
      const result = run();
      if (result) result.catch((error: unknown) => this.#log(what, error));
    } catch (error) {
      this.#log(what, error);
    }
  }

  #log(what: string, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(`${what} failed: ${reason}`);
  }
}

/** What needs no piece to be read. */
function nothing(): undefined {
  return undefined;
}

/** Shows that the folders are read, where it takes long, and says when it is done. */
class Reading {
  readonly #connection: Connection;
  readonly #language: Language;
  readonly #shown: boolean;
  #begin: Promise<WorkDoneProgressServerReporter> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #late = false;
  #cancelled = false;

  constructor(connection: Connection, client: ClientCapabilities, language: Language) {
    this.#connection = connection;
    this.#language = language;
    this.#shown = client.window?.workDoneProgress ?? false;
  }

  /** True where a person has had enough of it. */
  progress(done: number, found: number): boolean {
    if (!this.#shown || this.#cancelled) return this.#cancelled;
    this.#silence ??= setTimeout(() => (this.#late = true), SILENT_READING);
    if (this.#late && !this.#begin) {
      this.#begin = this.#connection.window.createWorkDoneProgress().then((progress) => {
        progress.begin(
          this.#language.say(phrase`Plenary reads the documents of the folder`),
          0,
          undefined,
          true,
        );
        progress.token.onCancellationRequested(() => (this.#cancelled = true));
        return progress;
      });
    }
    void this.#begin?.then((progress) =>
      progress.report((100 * done) / found, this.#language.say(phrase`${done} of ${found}`)),
    );
    return this.#cancelled;
  }

  finished({ documents, leftOut, unlisted }: IndexResult): void {
    void this.#begin?.then((progress) => progress.done());
    clearTimeout(this.#silence);
    this.#begin = undefined;
    this.#silence = undefined;
    this.#late = false;
    this.#cancelled = false;
    const console = this.#connection.console;
    console.info(
      documents === 1 ? 'The folder holds one document.' : `The folder holds ${documents} documents.`,
    );
    if (leftOut > 0)
      console.warn(
        `${leftOut} files or folders were not read: they are too large or too many. References to them are not followed.`,
      );
    if (unlisted > 0)
      console.warn(`${unlisted} folders could not be listed. Closed documents in them are not known.`);
  }
}

const FOLDERS: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*', matches: 'folder' } }],
};

/** The lines of a document that is closed, and of those that are open. */
function lineOfDraft(uri: string, draft: Draft, lineOf: LineOf): LineOf {
  return (of, line) => (of === uri ? draft.textIn(lineRange(line)) : lineOf(of, line));
}

function lineRange(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } };
}

function fileChange({ uri, type }: FileEvent): FileChange {
  if (type === FileChangeType.Deleted) return { uri, type: 'deleted' };
  return { uri, type: type === FileChangeType.Created ? 'created' : 'changed' };
}

/** The mistakes in a configuration file, shown in it. */
function problemsIn(
  { uri, text, problems }: FolderConfiguration,
  language: Language,
): Parameters<Connection['sendDiagnostics']>[0] {
  const before = (offset: number): string[] => (text ?? '').slice(0, offset).split(/\r\n|\r|\n/);
  const position = (offset: number): { line: number; character: number } => {
    const lines = before(offset);
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return {
    uri,
    diagnostics: problems.map(({ start, end, message }) => ({
      range: { start: position(start), end: position(end) },
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      message: language.say(message),
    })),
  };
}
