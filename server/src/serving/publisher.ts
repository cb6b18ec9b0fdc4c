import { CodeLensRefreshRequest } from './protocol.js';
import { DiagnosticReports } from '../features/diagnostics.js';
import { DOCUMENT_STATUS, type DocumentStatusParams } from '../messages.js';
import type { OpenDocument } from '../workspace/documents.js';
import type { Session } from './session.js';

/** How much of a large text is read before others have their turn, in UTF-16 code units: some ten milliseconds. */
const SLICE = 50_000;

/** How long after the first findings the piece that completions come from is read. Milliseconds. */
const READ_AHEAD = 300;

/** Tells the client of findings and of how documents stand; reads large texts to their end behind that. */
export class Publisher {
  readonly #session: Session;
  readonly #reports = new WeakMap<OpenDocument, DiagnosticReports>();
  /** Large texts that are being read. */
  readonly #reading = new Map<OpenDocument, Promise<void>>();
  readonly #told = new WeakMap<OpenDocument, DocumentStatusParams>();
  /** A person who begins to write is not to wait for the piece that helps with it; a failure is told when it is asked for. */
  #readAhead: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Sends the findings of a document to a client that does not ask for them. */
  publish(document: OpenDocument): void {
    const session = this.#session;
    if (session.pulls) return;
    const { open } = document;
    if (open && !open.analysis.complete) {
      // The whole is published when it has been read; of a text that was just opened, what is known already.
      const first = !this.hasReported(document);
      if (first) open.analysis.advance(SLICE);
      void this.readOn(document);
      if (!first) return;
    }
    const diagnostics = open ? session.diagnostics.of(open, document.uri, document.saved) : [];
    if (!open && !this.hasReported(document)) return;
    this.reportsOf(document);
    void session.connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: session.toClient(diagnostics, document.uri),
    });
  }

  /** Takes back all findings of a document that is closed. */
  takeBack(uri: string): void {
    if (!this.#session.pulls) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Reads a large text to its end, in slices between which others have their turn. */
  readOn(document: OpenDocument): Promise<void> {
    let reading = this.#reading.get(document);
    if (!reading) {
      reading = this.#slices(document).finally(() => this.#reading.delete(document));
      this.#reading.set(document, reading);
    }
    return reading;
  }

  async #slices(document: OpenDocument): Promise<void> {
    const { documents } = this.#session;
    const isOpen = (): boolean => documents.get(document.uri) === document;
    do await new Promise<void>((resolve) => setTimeout(resolve, 0));
    while (isOpen() && document.open?.analysis.advance(SLICE) === false);
    if (isOpen()) this.publish(document);
  }

  /** Whether findings of a document were sent or asked for. */
  hasReported(document: OpenDocument): boolean {
    return this.#reports.has(document);
  }

  reportsOf(document: OpenDocument): DiagnosticReports {
    const { pieces } = this.#session.host;
    let reports = this.#reports.get(document);
    if (!reports) {
      this.#reports.set(document, (reports = new DiagnosticReports()));
      this.#readAhead ??= setTimeout(() => void pieces.writing().catch(() => undefined), READ_AHEAD);
    }
    return reports;
  }

  /** Asks the client to ask again, where something changed that is not in its documents. */
  refresh(): void {
    const { client, connection, pulls } = this.#session;
    const { workspace } = client;
    const { languages } = connection;
    if (pulls && workspace?.diagnostics?.refreshSupport) void languages.diagnostics.refresh();
    if (workspace?.semanticTokens?.refreshSupport) void languages.semanticTokens.refresh();
    if (workspace?.inlayHint?.refreshSupport) void languages.inlayHint.refresh();
    if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** Tells a client that shows it how a document stands, where that is another than it was told. */
  tellStatus(document: OpenDocument): void {
    const { options, connection } = this.#session;
    if (!options.documentStatus) return;
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
    void connection.sendNotification(DOCUMENT_STATUS, status);
  }
}
