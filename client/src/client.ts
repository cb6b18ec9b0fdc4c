import * as vscode from 'vscode';
import type { ChosenKind, DocumentStatusParams } from '../../server/src/messages.js';
import { registerAssistants } from './assistants.js';
import { registerDesk } from './desk.js';
import { ownCatalogue, registerImport } from './importing.js';
import { registerFolders } from './folders.js';
import { changeKind } from './kind.js';
import { registerNumbering } from './numbering.js';
import { registerPreview } from './preview.js';
import type { Session, SessionOptions } from './session.js';
import { DocumentStatuses } from './status.js';

/** What the extension offers to other extensions, and to its tests. */
export interface PlenaryApi {
  /** What the server takes an open document for; undefined until it has said so. */
  documentStatus(uri: vscode.Uri): DocumentStatusParams | undefined;
  /** Fires with each word of the server on a document. */
  readonly onDidChangeDocumentStatus: vscode.Event<DocumentStatusParams>;
  /** Whether the server is there to be asked. */
  isRunning(): boolean;
}

/**
 * Sets up everything that shows what the server says, and begins to start the server without waiting for it: the
 * commands have to work above all when it does not come up. All of it ends with the extension's subscriptions.
 */
export function activateClient(
  context: vscode.ExtensionContext,
  makeSession: (options: SessionOptions) => Promise<Session>,
): PlenaryApi {
  const output = vscode.window.createOutputChannel('Plenary', { log: true });
  const statuses = new DocumentStatuses();
  const session = new ComingSession(makeSession, {
    output,
    statuses,
    ownCatalogue: ownCatalogue(context).toString(),
  });
  context.subscriptions.push(
    output,
    statuses,
    session,
    vscode.commands.registerCommand('plenary.restartServer', () => session.restart()),
    vscode.commands.registerCommand('plenary.showOutput', () => output.show()),
    vscode.commands.registerCommand('plenary.changeKind', (kind?: ChosenKind) =>
      changeKind(
        statuses.document,
        (method, params) => session.request(method, params),
        (uri) => statuses.of(uri),
        kind,
      ),
    ),
    ...registerNumbering((method, params) => session.request(method, params)),
    ...registerDesk((method, params) => session.request(method, params), statuses),
    ...registerAssistants((method, params) => session.request(method, params)),
    ...registerPreview(context, (method, params) => session.request(method, params), statuses),
    ...registerFolders((method, params) => session.request(method, params)),
    ...registerImport((method, params) => session.request(method, params), context, output),
    vscode.workspace.onDidChangeWorkspaceFolders(() => session.foldersChanged()),
  );
  return {
    documentStatus: (uri) => statuses.of(uri),
    onDidChangeDocumentStatus: statuses.onDidChange,
    isRunning: () => session.isRunning(),
  };
}

/** The session, whose library is large: it is read behind the activation, when other extensions have had their turn. */
class ComingSession implements vscode.Disposable {
  readonly #coming: Promise<Session>;
  #session: Session | undefined;

  constructor(make: (options: SessionOptions) => Promise<Session>, options: SessionOptions) {
    this.#coming = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => make(options));
    this.#coming.then(
      (session) => {
        this.#session = session;
        void session.start();
      },
      (error: unknown) => {
        options.output.error(`The client could not be read: ${String(error)}`);
        options.statuses.setState('stopped');
      },
    );
  }

  isRunning(): boolean {
    return this.#session?.isRunning() ?? false;
  }

  async request(method: string, params: unknown): Promise<unknown> {
    return (await this.#coming).request(method, params);
  }

  async restart(): Promise<void> {
    await (await this.#coming).restart();
  }

  foldersChanged(): void {
    this.#session?.foldersChanged();
  }

  dispose(): void {
    this.#coming.then((session) => session.dispose()).catch(() => undefined);
  }
}
