import { TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DOCUMENT_STATUS, SET_KIND } from './messages.js';
import type {
  ChosenKind,
  DocumentStatusParams,
  PlenaryInitializationOptions,
  SetKindParams,
} from './messages.js';
import { VERSION } from './version.js';

/** What differs between the places that a server can run in. */
export interface ServerHost {
  /** The bytes of the catalogue, read on first use; null where there is none. */
  catalogue(): Promise<Uint8Array | null>;
  /** Today's date where the user is, "2024-05-17". */
  today(): string;
}

/** Listens on `connection` until it is closed. Wiring only: what is answered is found in the features. */
export function startServer(connection: Connection, _host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  const chosen = new Map<string, ChosenKind>();

  let tellsStatus = false;
  connection.onInitialize(
    ({ initializationOptions }: { initializationOptions?: PlenaryInitializationOptions }) => {
      tellsStatus = initializationOptions?.documentStatus === true;
      return {
        capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
        serverInfo: { name: 'plenary-language-server', version: VERSION },
      };
    },
  );

  const report = (document: TextDocument): void => {
    if (!tellsStatus) return;
    const kind = chosen.get(document.uri) ?? null;
    const status: DocumentStatusParams = {
      uri: document.uri,
      version: document.version,
      recognized: kind === null ? document.languageId === 'un-document' : kind !== 'none',
      kind: kind === null || kind === 'none' ? 'other' : kind,
      status: 'draft',
      language: 'en',
      words: document.getText().split(/\s+/).filter(Boolean).length,
    };
    void connection.sendNotification(DOCUMENT_STATUS, status);
  };
  documents.onDidChangeContent(({ document }) => report(document));
  connection.onRequest(SET_KIND, ({ uri, kind }: SetKindParams) => {
    chosen.set(uri, kind);
    const document = documents.get(uri);
    if (document) report(document);
    return null;
  });

  documents.listen(connection);
  connection.listen();
}
