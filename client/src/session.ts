import * as vscode from 'vscode';
import { CloseAction, ErrorAction, RevealOutputChannelOn, State } from 'vscode-languageclient';
import type {
  BaseLanguageClient,
  CloseHandlerResult,
  ErrorHandler,
  LanguageClientOptions,
} from 'vscode-languageclient';
import { DOCUMENT_STATUS } from '../../server/src/messages.js';
import type { DocumentStatusParams, PlenaryInitializationOptions } from '../../server/src/messages.js';
import { answerFileRequests } from './files.js';
import { tellChecked } from './folders.js';
import { draftSchemes, draftSelector } from './selector.js';
import type { DocumentStatuses, ServerState } from './status.js';

/** What differs between the desktop and the browser: how a server is started and what it can't get by itself. */
export interface Platform {
  /** A client that starts a server of its own each time it is started. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** What the client tells the server about itself, beyond what every client of ours answers. */
  initializationOptions(): Promise<PlenaryInitializationOptions>;
  /** Answers the requests that only a server on this platform sends. */
  answer(client: BaseLanguageClient): vscode.Disposable[];
  /** Ends what a stopped client may have left running. */
  stopped(): void;
}

/** What a session writes to, whom it tells how the server stands, and where the user's own catalogue is. */
export interface SessionOptions {
  readonly output: vscode.LogOutputChannel;
  readonly statuses: DocumentStatuses;
  readonly ownCatalogue: string;
}

/** The server is started again this many times within the span of time before a person has to ask for it. */
const RESTARTS = 5;
const RESTART_SPAN = 3 * 60_000;
/** The first restart follows at once, the next ones after a pause that doubles. Milliseconds. */
const FIRST_PAUSE = 1_000;

/** What the library says of a server, as it is told on. */
const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

/** One client after another: a restart makes a new one, because what it selects can't be changed later. */
export class Session implements vscode.Disposable {
  #client: BaseLanguageClient | undefined;
  #disposables: vscode.Disposable[] = [];
  #schemes: string[] = [];
  /** Whether the server has answered since it was last started. */
  #cameUp = false;
  /** Starts and stops follow one another, never overlap. */
  #queue: Promise<void> = Promise.resolve();
  readonly #platform: Platform;
  /** The address of the user's own catalogue. */
  readonly #ownCatalogue: string;
  readonly #output: vscode.LogOutputChannel;
  readonly #statuses: DocumentStatuses;
  readonly #crashes = new Crashes();

  constructor(platform: Platform, { output, statuses, ownCatalogue }: SessionOptions) {
    this.#platform = platform;
    this.#ownCatalogue = ownCatalogue;
    this.#output = output;
    this.#statuses = statuses;
  }

  isRunning(): boolean {
    return this.#client?.state === State.Running;
  }

  start(): Promise<void> {
    return this.#enqueue(() => this.#start());
  }

  /** Ends the server, whatever state it is in, and starts a new one with a clean record. */
  restart(): Promise<void> {
    return this.#enqueue(async () => {
      this.#output.info('Restarting the server.');
      await this.#stop();
      this.#crashes.forget();
      await this.#start();
    });
  }

  /** A folder on a file system that nothing was selected in yet needs a client that selects it. */
  foldersChanged(): void {
    if (draftSchemes().some((scheme) => !this.#schemes.includes(scheme))) void this.restart();
  }

  async request(method: string, params: unknown): Promise<unknown> {
    // A command may be the very first thing that happens: the server that is starting is waited for.
    if (!this.#client?.isRunning()) await this.#queue;
    const client = this.#client;
    if (!client?.isRunning())
      throw new Error(vscode.l10n.t('The server of Plenary is not running. Restart it first.'));
    return client.sendRequest(method, params);
  }

  dispose(): void {
    void this.#enqueue(() => this.#stop());
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step, step);
    return this.#queue;
  }

  async #start(): Promise<void> {
    this.#schemes = draftSchemes();
    this.#cameUp = false;
    const own = await this.#platform.initializationOptions();
    const client = this.#platform.createClient({
      documentSelector: draftSelector(this.#schemes),
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: {
        fileSystem: true,
        documentStatus: true,
        commands: true,
        ownCatalogue: this.#ownCatalogue,
        ...own,
      } satisfies PlenaryInitializationOptions,
      diagnosticPullOptions: { onChange: true, onSave: true },
      middleware: {
        // Our own keys number the next paragraph: an editor that formats while one types would do it once more.
        provideOnTypeFormattingEdits: (document, position, ch, options, token, next) =>
          vscode.workspace.getConfiguration('plenary.numbering', document).get<boolean>('keys', true)
            ? []
            : next(document, position, ch, options, token),
      },
      initializationFailedHandler: () => false,
      errorHandler: this.#errorHandler(),
    });
    this.#client = client;
    this.#disposables = [
      client.onDidChangeState(({ newState }) => {
        if (client !== this.#client) return;
        this.#cameUp ||= newState === State.Running;
        this.#statuses.setState(STATES[newState]);
        if (newState === State.Starting) void tellChecked(false);
        if (newState === State.StartFailed) {
          this.#tellStopped(vscode.l10n.t('The language server of Plenary could not be started.'));
        }
      }),
      client.onNotification(DOCUMENT_STATUS, (status: DocumentStatusParams) => this.#statuses.update(status)),
      ...answerFileRequests(client),
      ...this.#platform.answer(client),
    ];
    try {
      await client.start();
    } catch {
      // The client has written down why, and its state has told the rest.
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    for (const disposable of this.#disposables) disposable.dispose();
    this.#disposables = [];
    try {
      await client?.dispose();
    } catch {
      // A server that is gone, or that never came up, can't be asked to stop; there is nothing left to do.
    }
    this.#platform.stopped();
  }

  #errorHandler(): ErrorHandler {
    return {
      error: (error, _message, count) => {
        this.#output.error(`The connection to the server reports: ${error.message}`);
        return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
      },
      closed: async (): Promise<CloseHandlerResult> => {
        // One that ends before it was ever there would do so again; the failed start tells of it.
        if (!this.#cameUp) return { action: CloseAction.DoNotRestart, handled: true };
        this.#cameUp = false;
        const pause = this.#crashes.next(Date.now());
        if (pause === undefined) {
          this.#tellStopped(
            vscode.l10n.t('The language server of Plenary stopped several times and is not started again.'),
          );
          return { action: CloseAction.DoNotRestart, handled: true };
        }
        this.#output.warn('The server stopped and is started again.');
        this.#platform.stopped();
        await new Promise((resolve) => setTimeout(resolve, pause));
        return { action: CloseAction.Restart, handled: true };
      },
    };
  }

  #tellStopped(message: string): void {
    const restart = vscode.l10n.t('Restart');
    const show = vscode.l10n.t('Show output');
    void vscode.window.showErrorMessage(message, restart, show).then((answer) => {
      if (answer === restart) void this.restart();
      if (answer === show) this.#output.show();
    });
  }
}

/** When the server stopped by itself, and how long to wait before it is started again. */
class Crashes {
  #times: number[] = [];

  /** The pause in milliseconds before the next start, or undefined when there have been too many. */
  next(now: number): number | undefined {
    this.#times = [...this.#times.filter((time) => now - time < RESTART_SPAN), now];
    const count = this.#times.length;
    if (count > RESTARTS) return undefined;
    return count === 1 ? 0 : FIRST_PAUSE * 2 ** (count - 2);
  }

  forget(): void {
    this.#times = [];
  }
}
