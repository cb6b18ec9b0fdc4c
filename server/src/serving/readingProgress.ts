import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { phrase } from '../l10n/phrase.js';
import type { IndexResult } from '../workspace/workspaceIndex.js';
import type { Session } from './session.js';

/** How long the folders are read before a person is shown that they are. Milliseconds. */
const SILENT_READING = 1_500;

/** Shows that the folders are read, where it takes long, and says when it is done. */
export class ReadingProgress {
  readonly #session: Session;
  readonly #shown: boolean;
  #begin: Promise<WorkDoneProgressServerReporter> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #late = false;
  #cancelled = false;

  constructor(session: Session) {
    this.#session = session;
    this.#shown = session.client.window?.workDoneProgress ?? false;
  }

  /** True where a person has had enough of it. */
  progress(done: number, found: number): boolean {
    const { connection, language } = this.#session;
    if (!this.#shown || this.#cancelled) return this.#cancelled;
    this.#silence ??= setTimeout(() => (this.#late = true), SILENT_READING);
    if (this.#late && !this.#begin) {
      this.#begin = connection.window.createWorkDoneProgress().then((progress) => {
        progress.begin(language.say(phrase`Plenary reads the documents of the folder`), 0, undefined, true);
        progress.token.onCancellationRequested(() => (this.#cancelled = true));
        return progress;
      });
    }
    void this.#begin?.then((progress) =>
      progress.report((100 * done) / found, language.say(phrase`${done} of ${found}`)),
    );
    return this.#cancelled;
  }

  finished({ documents, leftOut, unlisted }: IndexResult): void {
    void this.#begin?.then((progress) => progress.done());
    clearTimeout(this.#silence);
    this.#begin = undefined;
    this.#silence = undefined;
    this.#late = false;
    this.#cancelled = false;
    const { console } = this.#session.connection;
    console.info(
      documents === 1 ? 'The folder holds one document.' : `The folder holds ${documents} documents.`,
    );
    if (leftOut > 0)
      console.warn(
        `${leftOut} files or folders were not read: they are too large or too many. References to them are not followed.`,
      );
    if (unlisted > 0)
      console.warn(`${unlisted} folders could not be listed. Closed documents in them are not known.`);
  }
}
