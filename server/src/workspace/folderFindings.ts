import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { checkFolder, type Cancellable, type FolderCheckHost, type FolderReport } from './folderCheck.js';
import { decode } from './ignored.js';

/** How long after a change the findings that are shown of closed documents are looked at again. Milliseconds. */
const PUSH_DELAY = 300;

/** What the findings of closed documents need of those who keep the documents and speak with the client. */
export interface FolderFindingsHost {
  /** The documents to check: all that are closed, or those whose settings ask for it always. */
  check(which: 'all' | 'always'): FolderCheckHost<Diagnostic[]>;
  /** The addresses of the closed documents. */
  closed(): readonly string[];
  isOpen(uri: string): boolean;
  /** Ends when the folders have been read. */
  settled(): Promise<void>;
  /** Shows the findings of a document; one that is open may tell of them by itself, and is then left out. */
  show(uri: string, findings: readonly Diagnostic[]): void;
  /** What went wrong where nobody waits for an answer. */
  failed(error: unknown): void;
}

/** How many documents were checked on request, and what was found in them by severity. */
export interface FolderCounts {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** A request that can be cancelled, and tells when it is. */
export interface CancellableRequest extends Cancellable {
  onCancellationRequested(listener: () => void): unknown;
}

/** The findings of documents that are closed: pulled by the client, or shown on request and followed from then on. */
export class FolderFindings {
  readonly #host: FolderFindingsHost;
  /** Waiting to be told that something changed in the folders. */
  readonly #waiting = new Set<() => void>();
  /** The documents whose findings are shown on request, each with the mark of its state; null while none are. */
  #shown: Map<string, string> | null = null;
  readonly #counts = new Map<string, Omit<FolderCounts, 'documents'>>();
  #showing: Promise<unknown> = Promise.resolve();
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FolderFindingsHost) {
    this.#host = host;
  }

  /** Something changed in the folders: who waits is told, and what is shown is looked at again a little later. */
  changed(): void {
    for (const tell of [...this.#waiting]) tell();
    if (!this.#shown || this.#again !== undefined) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.#show({ isCancellationRequested: false }).catch((error: unknown) => this.#host.failed(error));
    }, PUSH_DELAY);
  }

  /**
   * Reports the findings of closed documents that are not as the client has them; `previous` has the mark of each by the
   * address that the client uses. Where nothing changed and the client `waits`, ends only when something does.
   */
  async pull(
    previous: Iterable<{ readonly uri: string; readonly value: string }>,
    waits: boolean,
    token: CancellableRequest,
    report: (one: Pick<FolderReport<Diagnostic[]>, 'uri' | 'state' | 'findings'>) => void,
  ): Promise<void> {
    const addresses = new Map<string, string>();
    const reported = new Map<string, string>();
    for (;;) {
      await this.#host.settled();
      if (reported.size === 0) {
        const closed = new Map(this.#host.closed().map((uri) => [decode(uri), uri]));
        for (const { uri, value } of previous) {
          // Documents that are open are asked for by themselves.
          if (this.#host.isOpen(uri)) continue;
          const own = closed.get(decode(uri)) ?? uri;
          addresses.set(own, uri);
          reported.set(own, value);
        }
      }
      let told = false;
      for await (const { uri, state, findings } of checkFolder(this.#host.check('always'), reported, token)) {
        if (this.#host.isOpen(uri)) continue;
        told = true;
        report({ uri: addresses.get(uri) ?? uri, state, findings });
      }
      if (told || token.isCancellationRequested || !waits) return;
      await this.#change(token);
    }
  }

  /** Ends when something changed in the folders, or is no longer waited for. */
  #change(token: CancellableRequest): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.#waiting.delete(end);
        resolve();
      };
      this.#waiting.add(end);
      token.onCancellationRequested(end);
    });
  }

  /** Checks every document of the folders on request and shows what is found in closed ones, which are followed from then on. */
  async check(token: Cancellable, tell: (done: number, total: number) => void): Promise<FolderCounts> {
    this.#shown ??= new Map();
    await this.#show(token, tell);
    const counts = { documents: 0, errors: 0, warnings: 0, others: 0 };
    for (const found of this.#counts.values()) {
      counts.documents++;
      counts.errors += found.errors;
      counts.warnings += found.warnings;
      counts.others += found.others;
    }
    return counts;
  }

  /** Takes the findings that were shown on request away again. */
  uncheck(): void {
    const shown = this.#shown;
    this.#shown = null;
    this.#counts.clear();
    for (const uri of shown?.keys() ?? []) this.#host.show(uri, []);
  }

  /** Shows what changed since the last time, one run after the other. */
  async #show(
    token: Cancellable,
    tell: (done: number, total: number) => void = () => undefined,
  ): Promise<void> {
    const run = async (): Promise<void> => {
      const shown = this.#shown;
      if (!shown) return;
      for await (const one of checkFolder(this.#host.check('all'), shown, token)) {
        if (this.#shown !== shown) return;
        const { uri, state, findings } = one;
        if (state === null) {
          shown.delete(uri);
          this.#counts.delete(uri);
        } else {
          shown.set(uri, state);
          this.#counts.set(uri, counted(findings ?? []));
        }
        this.#host.show(uri, findings ?? []);
        tell(one.done, one.total);
      }
    };
    const next = this.#showing.then(run);
    this.#showing = next.catch(() => undefined);
    await next;
  }
}

function counted(findings: readonly Diagnostic[]): Omit<FolderCounts, 'documents'> {
  const of = (severity: DiagnosticSeverity): number =>
    findings.filter((one) => one.severity === severity).length;
  const errors = of(DiagnosticSeverity.Error);
  const warnings = of(DiagnosticSeverity.Warning);
  return { errors, warnings, others: findings.length - errors - warnings };
}
