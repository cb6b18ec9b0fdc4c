import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { DocumentDiagnosticReportKind, FileChangeType } from './protocol.js';
import type {
  CancellationToken,
  Diagnostic,
  FileEvent,
  WorkspaceDiagnosticParams,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { toClient } from '../features/positionEncoding.js';
import { phrase } from '../l10n/phrase.js';
import type { CheckFolderResult } from '../messages.js';
import { elsewhereOf, type Elsewhere } from '../rules/stated.js';
import { languageOfName } from '../workspace/attach.js';
import { OpenDocument, type Surroundings } from '../workspace/documents.js';
import type { FolderCheckHost } from '../workspace/folderCheck.js';
import { FolderFindings } from '../workspace/folderFindings.js';
import { readSummary, type DocumentSummary } from '../workspace/summary.js';
import { WorkspaceIndex, type FileChange } from '../workspace/workspaceIndex.js';
import type { Catalogues } from './catalogues.js';
import { linesOfDraft, wholeLine } from './places.js';
import type { Publisher } from './publisher.js';
import { ReadingProgress } from './readingProgress.js';
import type { Session } from './session.js';

/** How long a request waits for the folders to be read, before it is answered out of what is known so far. Milliseconds. */
const READING_PATIENCE = 5_000;

/** How long after the last change the open documents are compared with the others. Milliseconds. */
const COMPARE_DELAY = 400;

/** What is told by all documents of the folders, open or closed: who cites whom, what they say of the same, their findings. */
export class Folders {
  readonly #session: Session;
  readonly #catalogues: Catalogues;
  readonly #publisher: Publisher;
  readonly #around: (uri: string) => Surroundings;
  #index: WorkspaceIndex | undefined;
  /** Counts what may change the findings of a document beside its text: settings, the catalogue. */
  #epoch = 0;
  #comparing: ReturnType<typeof setTimeout> | undefined;
  #said: Elsewhere | undefined;

  constructor(
    session: Session,
    catalogues: Catalogues,
    publisher: Publisher,
    around: (uri: string) => Surroundings,
  ) {
    this.#session = session;
    this.#catalogues = catalogues;
    this.#publisher = publisher;
    this.#around = around;
  }

  /** Begins to read the folders, behind all that a person waits for. */
  begin(): void {
    const session = this.#session;
    const reading = new ReadingProgress(session);
    const index = new WorkspaceIndex({
      files: session.files(),
      folders: () => session.configuration.folders,
      read: (uri, text) =>
        readSummary(text, {
          uri,
          settings: session.configuration.settingsOf(uri),
          path: session.configuration.pathOf(uri),
          chosen: session.chosen.get(uri) ?? null,
          // Their texts are not there when they are told of: places are kept as the client counts.
          place: (range, draft) =>
            toClient(range, session.encoding, (_, line) => draft.textIn(wholeLine(line))),
        }),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      changed: () => this.changed(),
      progress: (done, found) => reading.progress(done, found),
      finished: (result) => reading.finished(result),
    });
    this.#index = index;
    for (const document of session.documents) index.setOpen(document.uri, () => document.summary);
    void index.scan();
  }

  // ---- what changes

  opened(document: OpenDocument): void {
    this.#index?.setOpen(document.uri, () => document.summary);
    this.changed();
  }

  closed(uri: string): void {
    this.#index?.setClosed(uri);
    this.changed();
  }

  filesChanged(changes: readonly FileEvent[]): void {
    void this.#index?.filesChanged(changes.map(fileChange));
  }

  /** Looks for files again: folders came or went. */
  scan(): void {
    void this.#index?.scan();
  }

  /** Reads the folders again: the settings that say which files are documents may have changed. */
  reread(): void {
    void this.#index?.reread();
  }

  /** What surrounds the documents is another: settings, or the catalogue. */
  surroundingsChanged(): void {
    this.#epoch++;
    this.changed();
  }

  changed(): void {
    this.#findings.changed();
    this.compareSoon();
  }

  // ---- what is known of them

  /** Whether all of them have been read. */
  get isReady(): boolean {
    return this.#index?.isReady ?? true;
  }

  /** Waits until the folders are read, for a while and while the request stands. */
  async read(token: CancellationToken): Promise<void> {
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
  documents(): DocumentSummary[] {
    if (this.#index) return this.#index.documents();
    return [...this.#session.documents].map(({ summary }) => summary).filter((summary) => summary !== null);
  }

  others(document: OpenDocument): DocumentSummary[] {
    return this.documents().filter(({ uri }) => uri !== document.uri);
  }

  // ---- what they say of the same

  /** Compares the open documents with all others a little later: what is typed does not wait for it. */
  compareSoon(): void {
    this.#said = undefined;
    clearTimeout(this.#comparing);
    this.#comparing = setTimeout(
      () => this.#session.guard('The comparison of documents', () => this.#compare()),
      COMPARE_DELAY,
    );
  }

  /** What all documents but one say; gathered anew when one of them has changed. */
  #saidElsewhere(except: string): Elsewhere {
    const said = (this.#said ??= elsewhereOf(this.documents().flatMap(({ stated }) => stated)));
    return { about: (key) => said.about(key).filter(({ uri }) => uri !== except) };
  }

  #compare(): void {
    const { documents, settled } = this.#session;
    if (!settled || this.#catalogues.coming) return;
    let changed = false;
    for (const document of documents) {
      if (!document.recognized || !document.meet(this.#saidElsewhere(document.uri))) continue;
      changed = true;
      this.#publisher.publish(document);
    }
    if (changed) this.#publisher.refresh();
  }

  // ---- their findings

  readonly #findings = new FolderFindings({
    check: (which) => this.#check(which),
    closed: () => this.#closed(),
    isOpen: (uri) => this.#index?.isOpen(uri) ?? false,
    settled: async () => this.#index?.settled(),
    show: (uri, diagnostics) => {
      const { connection, pulls } = this.#session;
      // Where findings are pushed, an open document tells of its own.
      if (pulls || !this.#index?.isOpen(uri))
        void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    },
    failed: (error) => this.#session.log('The check of the folder', error),
  });

  #closed(): string[] {
    return this.#index?.closed().map(({ uri }) => uri) ?? [];
  }

  readonly #check = (which: 'all' | 'always'): FolderCheckHost<Diagnostic[]> => ({
    documents: () => {
      const closed = this.#closed();
      return which === 'always'
        ? closed.filter((uri) => this.#session.configuration.settingsOf(uri).checkFolder)
        : closed;
    },
    stateOf: (uri) => {
      const state = this.#index?.stateOf(uri);
      return state === undefined ? undefined : `${state}.${this.#epoch}`;
    },
    check: async (uri) => {
      const { chosen, diagnostics, encoding, lineOf } = this.#session;
      const text = await this.#session.files().readFile(uri);
      if (text === null) return null;
      const languageId = languageOfName(uri);
      const item = { uri, languageId, version: 0, text };
      const document = new OpenDocument(item, this.#around(uri), chosen.get(uri) ?? null);
      const { open, draft } = document;
      if (!open) return null;
      document.meet(this.#saidElsewhere(uri));
      // A hint is shown in the text, faded: there is no text to be seen.
      const items = diagnostics
        .of(open, uri, true)
        .filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
      return toClient(items, encoding, linesOfDraft(uri, draft, lineOf), uri);
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });

  /** The findings of closed documents, as they are pulled: our own client asks again and again, and waits for a change. */
  async pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    report: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ): Promise<void> {
    await this.#session.settling;
    await this.#catalogues.load();
    const waits = this.#session.options.commands ?? false;
    await this.#findings.pull(previousResultIds, waits, token, ({ uri, state, findings }) =>
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
  async check(token: CancellationToken): Promise<CheckFolderResult> {
    const { client, connection, language, settling } = this.#session;
    await settling;
    await this.#catalogues.load();
    const shown = client.window?.workDoneProgress ?? false;
    const progress = shown ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(language.say(phrase`Plenary checks the whole folder`), 0, undefined, true);
    const cancelled = {
      get isCancellationRequested(): boolean {
        return token.isCancellationRequested || (progress?.token.isCancellationRequested ?? false);
      },
    };
    try {
      await this.read(token);
      const counts = await this.#findings.check(cancelled, (done, total) =>
        progress?.report((100 * done) / total, language.say(phrase`${done} of ${total}`)),
      );
      const left = this.#index?.left ?? { leftOut: 0, unlisted: 0 };
      return { ...counts, ...left, cancelled: cancelled.isCancellationRequested };
    } finally {
      progress?.done();
    }
  }

  /** Takes back what a check of the folders found. */
  uncheck(): void {
    this.#findings.uncheck();
  }
}

function fileChange({ uri, type }: FileEvent): FileChange {
  if (type === FileChangeType.Deleted) return { uri, type: 'deleted' };
  return { uri, type: type === FileChangeType.Created ? 'created' : 'changed' };
}
