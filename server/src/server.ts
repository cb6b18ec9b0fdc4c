import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  ExecuteCommandRequest,
} from './serving/protocol.js';
import type {
  Connection,
  FileEvent,
  InitializeParams,
  InitializeResult,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { WORKSPACE_TABLE } from './catalogue/import/table.js';
import { phrase } from './l10n/phrase.js';
import { CATALOGUE_CHANGED, CHECK_FOLDER, SET_KIND, UNCHECK_FOLDER, type SetKindParams } from './messages.js';
import { Answering } from './serving/answering.js';
import { capabilitiesFor, WATCHED } from './serving/capabilities.js';
import { Catalogues } from './serving/catalogues.js';
import { answerAssistants, answerDesk } from './serving/desk.js';
import { Folders } from './serving/folders.js';
import type { ServerHost } from './serving/host.js';
import { answerLanguage } from './serving/language.js';
import { answerNumbering } from './serving/numbering.js';
import { Publisher } from './serving/publisher.js';
import { PATIENCE, Session } from './serving/session.js';
import { askSettings, readConfiguration, setEverywhere } from './serving/settings.js';
import { CONFIGURATION_FILE } from './settings/configurationFile.js';
import { OpenDocument, type Surroundings } from './workspace/documents.js';
import { VERSION } from './version.js';

/** Listens on `connection` until it is closed. Wiring only: what is answered is found in the features. */
export function startServer(connection: Connection, host: ServerHost): void {
  new Server(new Session(connection, host)).listen();
}

/** What comes from the client, in the order of the protocol: its introduction, settings, documents and files. */
class Server {
  readonly #session: Session;
  readonly #catalogues: Catalogues;
  readonly #publisher: Publisher;
  readonly #folders: Folders;

  constructor(session: Session) {
    this.#session = session;
    this.#publisher = new Publisher(session);
    this.#catalogues = new Catalogues(session, (first) => {
      this.#surroundAll();
      if (!first) return;
      for (const document of session.documents)
        if (!this.#publisher.hasReported(document)) this.#changed(document);
    });
    this.#folders = new Folders(session, this.#catalogues, this.#publisher, (uri) => this.#around(uri));
  }

  listen(): void {
    const session = this.#session;
    const { connection } = session;
    const answering = new Answering(session, this.#catalogues, this.#publisher, this.#folders);
    connection.onInitialize((params) => this.#initialize(params));
    connection.onShutdown(() => session.end());
    connection.onInitialized(() => session.guard('initialized', () => this.#initialized()));
    this.#listenToDocuments();
    this.#listenToFolders();
    answerLanguage(answering);
    answerNumbering(answering);
    answerDesk(answering);
    answerAssistants(answering);
    connection.listen();
  }

  // ---- the beginning

  async #initialize(params: InitializeParams): Promise<InitializeResult> {
    const session = this.#session;
    await session.begin(params);
    this.#catalogues.begin();
    setEverywhere(session, session.options.settings);
    return {
      capabilities: capabilitiesFor(session),
      serverInfo: { name: 'plenary-language-server', version: VERSION },
    };
  }

  async #initialized(): Promise<void> {
    const session = this.#session;
    const { client, connection } = session;
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    session.settling = Promise.race([this.#settle(), tooLong]).then(() => {
      session.settled = true;
      this.#surroundAll();
      for (const document of session.documents) this.#changed(document);
      this.#folders.begin();
    });
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'plenary' });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHED] });
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        session.guard('didChangeWorkspaceFolders', async () => {
          for (const { uri } of removed) {
            session.configuration.removeFolder(uri);
            this.#catalogues.removeFolder(uri.replace(/\/$/, ''));
          }
          for (const { uri } of added) session.configuration.addFolder(uri);
          await this.#settle();
          this.#surroundAll();
          this.#folders.scan();
        }),
      );
    }
    await session.settling;
  }

  /** Gathers the settings of all folders. */
  async #settle(): Promise<void> {
    const session = this.#session;
    const { folders } = session.configuration;
    await Promise.all([
      session.client.workspace?.configuration ? askSettings(session) : undefined,
      ...folders.map((folder) => readConfiguration(session, folder)),
      this.#catalogues.readTables(folders),
      this.#catalogues.readOwn(),
    ]);
  }

  // ---- documents

  #listenToDocuments(): void {
    const session = this.#session;
    const { connection, documents } = session;
    connection.onDidOpenTextDocument(({ textDocument }) =>
      session.guard('didOpen', () => this.#open(textDocument)),
    );
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
      session.guard('didChange', () => this.#edit(textDocument, contentChanges)),
    );
    connection.onDidSaveTextDocument(({ textDocument }) =>
      session.guard('didSave', () => {
        const document = documents.get(textDocument.uri);
        document?.markSaved();
        if (document) this.#publisher.publish(document);
      }),
    );
    connection.onDidCloseTextDocument(({ textDocument }) =>
      session.guard('didClose', () => {
        const document = documents.get(textDocument.uri);
        documents.delete(textDocument.uri);
        this.#folders.closed(textDocument.uri);
        if (document) this.#publisher.takeBack(textDocument.uri);
      }),
    );
    connection.onRequest(SET_KIND, ({ uri, kind }: SetKindParams) => {
      session.chosen.set(uri, kind);
      const document = documents.get(uri);
      if (document) {
        document.choose(kind);
        this.#changed(document);
        this.#publisher.refresh();
      }
      return null;
    });
  }

  #open(item: TextDocumentItem): void {
    const { chosen, documents } = this.#session;
    const document = new OpenDocument(item, this.#around(item.uri), chosen.get(item.uri) ?? null);
    documents.set(document);
    this.#folders.opened(document);
    // What the first findings are read with: the text is not to be read twice.
    if (document.recognized) void this.#catalogues.load();
    this.#changed(document);
  }

  #edit(
    { uri, version }: VersionedTextDocumentIdentifier,
    changes: readonly TextDocumentContentChangeEvent[],
  ): void {
    const session = this.#session;
    const document = session.documents.get(uri);
    if (!document) return;
    // Each range is one of the text that the change before it left: it is not read before that change is made.
    const read = function* (): Generator<TextDocumentContentChangeEvent> {
      for (const change of changes) yield session.fromClient(change, uri);
    };
    try {
      document.change(read(), version);
    } finally {
      this.#changed(document);
    }
  }

  #around(uri: string): Surroundings {
    const session = this.#session;
    return {
      settings: session.configuration.settingsOf(uri),
      path: session.configuration.pathOf(uri),
      catalogue: this.#catalogues.view,
      today: session.host.today(),
      deferred: true,
      onRuleFailure: (rule, error) => {
        session.log(`The rule ${rule.code}`, error);
        session.connection.window.showWarningMessage(
          session.language.say(
            phrase`The rule “${rule.code}” failed and is off until the server is restarted. All others go on.`,
          ),
        );
      },
    };
  }

  /** Reads every open document with what now surrounds it. */
  #surroundAll(): void {
    this.#folders.surroundingsChanged();
    let changed = false;
    for (const document of this.#session.documents) {
      const { revision } = document;
      document.surround(this.#around(document.uri));
      if (document.revision === revision) continue;
      changed = true;
      this.#changed(document);
    }
    if (changed) this.#publisher.refresh();
  }

  #changed(document: OpenDocument): void {
    this.#folders.compareSoon();
    // Settings and a catalogue that have not come yet may change everything: the first findings wait for them.
    if (!this.#session.settled || this.#catalogues.coming) return;
    this.#publisher.publish(document);
    this.#publisher.tellStatus(document);
  }

  // ---- settings, files and folders

  #listenToFolders(): void {
    const session = this.#session;
    const { connection } = session;
    connection.onDidChangeConfiguration(({ settings }: { settings?: { plenary?: unknown } | null }) =>
      session.guard('didChangeConfiguration', async () => {
        if (!session.client.workspace?.configuration) setEverywhere(session, settings?.plenary);
        else await askSettings(session);
        this.#surroundAll();
        this.#folders.reread();
      }),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      session.guard('didChangeWatchedFiles', () => this.#filesChanged(changes)),
    );
    for (const type of [
      DidRenameFilesNotification.type,
      DidCreateFilesNotification.type,
      DidDeleteFilesNotification.type,
    ])
      connection.onNotification(type.method, () => this.#folders.scan());
    connection.onRequest(CATALOGUE_CHANGED, async () => {
      await this.#catalogues.readOwn();
      this.#surroundAll();
      return null;
    });
    connection.onRequest(ExecuteCommandRequest.type, ({ command }, token) => {
      if (command === CHECK_FOLDER) return this.#folders.check(token);
      if (command === UNCHECK_FOLDER) this.#folders.uncheck();
      return null;
    });
    connection.languages.diagnostics.onWorkspace(
      async (params, token, _work, partial): Promise<WorkspaceDiagnosticReport> => {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        await this.#folders.pull(params, token, (some) => {
          if (partial) partial.report({ items: some });
          else items.push(...some);
        });
        return { items };
      },
    );
  }

  async #filesChanged(changes: readonly FileEvent[]): Promise<void> {
    const session = this.#session;
    const having = (name: string): string[] =>
      session.configuration.folders.filter((folder) =>
        changes.some(({ uri }) => uri === `${folder}/${name}`),
      );
    const folders = having(CONFIGURATION_FILE);
    for (const folder of folders) await readConfiguration(session, folder);
    const tables = having(WORKSPACE_TABLE);
    await this.#catalogues.readTables(tables);
    if (folders.length + tables.length > 0) this.#surroundAll();
    if (folders.length > 0) this.#folders.reread();
    this.#folders.filesChanged(changes);
  }
}
