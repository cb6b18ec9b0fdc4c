import { ErrorCodes, ResponseError } from './protocol.js';
import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import { translator } from '../catalogue/messages.js';
import { Diagnostics } from '../features/diagnostics.js';
import { sayer } from '../features/messages.js';
import { fromClient, negotiate, toClient, type Encoding } from '../features/positionEncoding.js';
import { ENGLISH, Language, localeOf, type Locale } from '../l10n/language.js';
import {
  READ_DIRECTORY,
  READ_FILE,
  STAT,
  type ChosenKind,
  type PlenaryInitializationOptions,
  type ReadDirectoryResult,
  type ReadFileResult,
  type StatResult,
} from '../messages.js';
import { Configuration } from '../workspace/configuration.js';
import { OpenDocuments } from '../workspace/documents.js';
import { NO_FILES, type FileSystem } from '../workspace/fileSystem.js';
import type { ServerHost } from './host.js';
import { wholeLine } from './places.js';

/** How long settings and the catalogue are waited for before documents are read without them. Milliseconds. */
export const PATIENCE = 1_500;

/**
 * A conversation with one client: who is at the other end and what it can do, the language that is spoken, how places are
 * counted, the documents that are open and the settings. What goes wrong in it is written down and ends nothing.
 */
export class Session {
  readonly documents = new OpenDocuments();
  /** Kinds that were chosen by hand, by document. */
  readonly chosen = new Map<string, ChosenKind>();
  client: ClientCapabilities = {};
  options: PlenaryInitializationOptions = {};
  encoding: Encoding = 'utf-16';
  language = ENGLISH;
  t = translator(ENGLISH);
  say = sayer(ENGLISH);
  configuration = new Configuration(NO_FILES);
  diagnostics = new Diagnostics({ related: false, links: false });
  /** Whether the settings have come, or have been waited for long enough; and the waiting. */
  settled = false;
  settling: Promise<void> = Promise.resolve();
  /** The order of the protocol: nothing is answered before the introduction, nor after the goodbye. */
  #phase: 'before' | 'serving' | 'after' = 'before';

  constructor(
    readonly connection: Connection,
    readonly host: ServerHost,
  ) {}

  /** Takes in how the client introduces itself. */
  async begin(params: InitializeParams): Promise<void> {
    this.#phase = 'serving';
    this.client = params.capabilities;
    this.options = (params.initializationOptions as PlenaryInitializationOptions | undefined) ?? {};
    await this.#speak(this.host.locale ?? localeOf(params.locale));
    this.encoding = negotiate(params.capabilities.general?.positionEncodings);
    this.configuration = new Configuration(this.files());
    const folders = params.workspaceFolders ?? [];
    for (const { uri } of folders) this.configuration.addFolder(uri);
    // Clients of an older kind name one folder only.
    const root = (params as { readonly rootUri?: string | null }).rootUri;
    if (folders.length === 0 && root) this.configuration.addFolder(root);
    const { publishDiagnostics, diagnostic } = params.capabilities.textDocument ?? {};
    const shown = diagnostic ?? publishDiagnostics;
    this.diagnostics = new Diagnostics({
      related: shown?.relatedInformation ?? false,
      links: shown?.codeDescriptionSupport ?? false,
      language: this.language,
    });
  }

  end(): void {
    this.#phase = 'after';
  }

  /** Speaks a language from now on; English where its table is not there. */
  async #speak(locale: Locale): Promise<void> {
    if (locale === 'en') return;
    const table = this.options.translations ?? (await this.host.translations(locale).catch(() => null));
    if (table === null) return;
    this.language = new Language(locale, table);
    this.t = translator(this.language);
    this.say = sayer(this.language);
  }

  /** Whether the client asks for findings; otherwise they are sent to it. */
  get pulls(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  /** The files of the folders: those of the disk where there is one, all others through the client. */
  files(): FileSystem {
    const { files } = this.host;
    const { connection } = this;
    const asked: FileSystem = this.options.fileSystem
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

  /** Places as the client counts them, turned into ours, and the reverse. */
  fromClient<T>(value: T, uri: string): T {
    return fromClient(value, this.encoding, this.lineOf, uri);
  }

  toClient<T>(value: T, uri: string): T {
    return toClient(value, this.encoding, this.lineOf, uri);
  }

  /** A line of an open document. */
  readonly lineOf = (uri: string, line: number): string | undefined =>
    this.documents.get(uri)?.draft.textIn(wholeLine(line));

  /** Runs what may fail: the failure is written down, and the answer is the empty one. */
  run<R>(what: string, empty: R, run: () => R): R {
    if (this.#phase === 'before')
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
    if (this.#phase === 'after')
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    try {
      return run();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.log(what, error);
      return empty;
    }
  }

  /** Runs what a notification asks for; what goes wrong is written down and ends nothing. */
  guard(what: string, run: () => void | Promise<void>): void {
    try {
      const result = run();
      if (result) result.catch((error: unknown) => this.log(what, error));
    } catch (error) {
      this.log(what, error);
    }
  }

  log(what: string, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${what} failed: ${reason}`);
  }
}
