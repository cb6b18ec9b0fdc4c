import { spawn, type ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { memoryOf } from './measure.js';
import type { ClientCapabilities, PublishDiagnosticsParams, Range } from 'vscode-languageserver-protocol';

export interface ServerCommand {
  readonly program: string;
  readonly capabilities: ClientCapabilities;
  readonly options?: unknown;
  /** Answers to requests of the server, by method; null to all others. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
}

/** The plainest of clients: it keeps no text and measures from the moment a message is written. */
export class BenchClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Map<
    string,
    { readonly version: number; readonly resolve: (count: number) => void }
  >();

  private constructor(process: ChildProcess, connection: MessageConnection) {
    this.#process = process;
    this.#connection = connection;
  }

  /** Starts a server under Node, and returns when it has answered `initialize`. */
  static async start({ program, capabilities, options, answers = {} }: ServerCommand): Promise<BenchClient> {
    const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new BenchClient(child, connection);
    connection.onRequest((method: string, params: unknown) => answers[method]?.(params) ?? null);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const waiting = client.#waiting.get(params.uri);
      if (!waiting || (params.version ?? 0) < waiting.version) return;
      client.#waiting.delete(params.uri);
      waiting.resolve(params.diagnostics.length);
    });
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions: options,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Resolves with their number when the findings of the present version are pushed. */
  pushed(uri: string): Promise<number> {
    return new Promise((resolve) => {
      this.#waiting.set(uri, { version: this.#versions.get(uri) ?? 0, resolve });
    });
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, range: Range, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  request<T = unknown>(method: string, params: unknown): Promise<T> {
    return this.#connection.sendRequest<T>(method, params);
  }

  /** Several changes of one version, each of the text that the one before it left. */
  async changes(
    uri: string,
    changes: readonly { readonly range: Range; readonly text: string }[],
  ): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Resolves when the server has nothing left to read of a document. */
  async settled(uri: string): Promise<void> {
    await this.request('textDocument/documentLink', { textDocument: { uri } });
  }

  get pid(): number {
    return this.#process.pid ?? NaN;
  }

  /** Memory of the server in MB, or NaN where the system does not tell. */
  get memory(): number {
    return memoryOf(this.pid);
  }

  stop(): void {
    this.#connection.dispose();
    this.#process.kill();
  }
}
