import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  CancellationToken,
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  Position,
  MessageConnection,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DOCUMENT_STATUS } from '../../server/src/messages.js';
import type { DocumentStatusParams } from '../../server/src/messages.js';

const SERVER = fileURLToPath(new URL('../../server/bin/plenary-language-server.js', import.meta.url));
/** How long anything is waited for. Milliseconds. */
const PATIENCE = 8_000;

export interface StartOptions {
  /** What the client can do; nothing by default: the plainest of editors. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The language of the editor, as it tells the server. */
  readonly locale?: string;
  /** Handed to the server beside `--stdio`. */
  readonly args?: readonly string[];
  /** Addresses of folders. */
  readonly folders?: readonly string[];
  /** What the client answers to `workspace/configuration` for the section `plenary`. */
  readonly settings?: Record<string, unknown>;
  /** Answers to requests of the server, by method. */
  readonly answers?: Record<string, (params: never) => unknown>;
}

/** An editor without a window: it speaks with a real server process over standard input and output. */
export class TestEditor {
  /** What the server said of itself. */
  readonly server: InitializeResult;
  /** Each request that the server sent, by method, in order. */
  readonly requests: { readonly method: string; readonly params: unknown }[];
  readonly #connection: MessageConnection;
  readonly #process: ChildProcess;
  readonly #inbox: Inbox;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    server: InitializeResult,
    connection: MessageConnection,
    process: ChildProcess,
    inbox: Inbox,
    requests: { readonly method: string; readonly params: unknown }[],
  ) {
    this.server = server;
    this.#connection = connection;
    this.#process = process;
    this.#inbox = inbox;
    this.requests = requests;
  }

  /** Starts a server and introduces itself. */
  static async start({
    capabilities = {},
    initializationOptions,
    locale,
    args = [],
    folders,
    settings = {},
    answers = {},
  }: StartOptions = {}): Promise<TestEditor> {
    const child = spawn(process.execPath, [SERVER, '--stdio', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const inbox = new Inbox();
    const requests: { method: string; params: unknown }[] = [];
    connection.onNotification((method: string, params: unknown) => inbox.add(method, params));
    connection.onUnhandledProgress((params) => inbox.add('$/progress', params));
    connection.onRequest((method: string, params: unknown) => {
      requests.push({ method, params });
      if (method in answers) return answers[method]!(params as never);
      if (method === 'workspace/configuration') {
        const { items } = params as { items: readonly { section?: string }[] };
        return items.map(({ section }) => at(settings, section));
      }
      return null;
    });
    connection.listen();
    const server = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folders?.[0] ?? null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri.split('/').at(-1) ?? uri })) ?? null,
      capabilities,
      initializationOptions,
      ...(locale === undefined ? {} : { locale }),
    });
    await connection.sendNotification('initialized', {});
    return new TestEditor(server, connection, child, inbox, requests);
  }

  /** Opens a document; the address is made up where none is given. */
  async open(
    text: string,
    languageId = 'un-document',
    uri = `file:///draft-${this.#documents.size + 1}.undoc`,
  ): Promise<string> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Replaces ranges of a document, each change on top of the one before, as one new version. */
  async change(
    uri: string,
    ...changes: readonly { readonly range: Range; readonly text: string }[]
  ): Promise<void> {
    const document = this.#document(uri);
    const version = document.version + 1;
    const contentChanges: TextDocumentContentChangeEvent[] = [...changes];
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the first place where `from` stands. */
  async replace(uri: string, from: string, to: string): Promise<void> {
    await this.change(uri, { range: this.range(uri, from), text: to });
  }

  async save(uri: string): Promise<void> {
    await this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The text of an open document as the editor has it. */
  text(uri: string): string {
    return this.#document(uri).getText();
  }

  /** Where `words` first stand in a document. */
  range(uri: string, words: string): Range {
    const document = this.#document(uri);
    const offset = document.getText().indexOf(words);
    if (offset < 0) throw new Error(`"${words}" does not stand in ${uri}.`);
    return { start: document.positionAt(offset), end: document.positionAt(offset + words.length) };
  }

  /** The place just within the first `words` of a document. */
  position(uri: string, words: string): Position {
    const { start } = this.range(uri, words);
    return { line: start.line, character: start.character + 1 };
  }

  /** The process of the server. */
  get process(): ChildProcess {
    return this.#process;
  }

  request<T>(method: string, params: unknown, token?: CancellationToken): Promise<T> {
    // A token that is absent must not be handed on: it would count as a parameter.
    return token
      ? this.#connection.sendRequest<T>(method, params, token)
      : this.#connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Asks about the place just within the first `words` of a document. */
  ask<T>(method: string, uri: string, words: string, more: object = {}): Promise<T> {
    return this.request<T>(method, { textDocument: { uri }, position: this.position(uri, words), ...more });
  }

  /** The findings of the present version: pulled where the server offers it, else as it pushes them. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    if (this.server.capabilities.diagnosticProvider) {
      const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.kind === 'full' ? report.items : [];
    }
    const { version } = this.#document(uri);
    const pushed = await this.received<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && (params.version ?? version) >= version,
    );
    return pushed.diagnostics;
  }

  /** What the server takes the present version of a document for. */
  status(
    uri: string,
    accept: (status: DocumentStatusParams) => boolean = () => true,
  ): Promise<DocumentStatusParams> {
    return this.received<DocumentStatusParams>(
      DOCUMENT_STATUS,
      (status) => status.uri === uri && accept(status),
    );
  }

  /** The newest notification that `accept` agrees to, of those that came and those to come. */
  received<T>(method: string, accept: (params: T) => boolean): Promise<T> {
    return this.#inbox.find(method, accept as (params: unknown) => boolean) as Promise<T>;
  }

  /** All notifications of one method so far. */
  receivedAll<T>(method: string): T[] {
    return this.#inbox.all(method) as T[];
  }

  /** Says goodbye, and returns the exit code of the server. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    const slow = setTimeout(() => this.#process.kill('SIGKILL'), PATIENCE);
    const code = await ended;
    clearTimeout(slow);
    this.#connection.dispose();
    return code;
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }
}

/** What `a.b` of the section "plenary.a.b" is in the settings; all of them for "plenary". */
function at(settings: Record<string, unknown>, section: string | undefined): unknown {
  const names = (section ?? 'plenary').split('.').slice(1);
  let value: unknown = settings;
  for (const name of names) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value ?? null;
}

/** Notifications as they come, and those who wait for one. */
class Inbox {
  readonly #received: { method: string; params: unknown }[] = [];
  readonly #waiting = new Set<(method: string, params: unknown) => void>();

  add(method: string, params: unknown): void {
    this.#received.push({ method, params });
    for (const listener of [...this.#waiting]) listener(method, params);
  }

  all(method: string): unknown[] {
    return this.#received.filter((message) => message.method === method).map(({ params }) => params);
  }

  find(method: string, accept: (params: unknown) => boolean): Promise<unknown> {
    const known = this.all(method).findLast(accept);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const slow = setTimeout(() => {
        this.#waiting.delete(listener);
        reject(new Error(`Waited in vain for ${method}.`));
      }, PATIENCE);
      const listener = (received: string, params: unknown): void => {
        if (received !== method || !accept(params)) return;
        clearTimeout(slow);
        this.#waiting.delete(listener);
        resolve(params);
      };
      this.#waiting.add(listener);
    });
  }
}
