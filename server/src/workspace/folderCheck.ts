/** What a check of whole folders asks of those who keep the documents. */
export interface FolderCheckHost<T> {
  /** The closed documents that are to be checked, in the order in which they are. */
  documents(): readonly string[];
  /** A mark of all that a document's findings depend on; undefined for one that is gone. */
  stateOf(uri: string): string | undefined;
  /** The findings of a document, read anew; null where it is none any more. */
  check(uri: string): Promise<T | null>;
  /** Lets others have their turn. */
  pause(): Promise<void>;
}

/** The findings of one document, or that there is nothing to be said of it any more. */
export interface FolderReport<T> {
  readonly uri: string;
  /** Null where the document is gone, open, or none of ours any more. */
  readonly state: string | null;
  readonly findings: T | null;
  /** How many of those that had to be looked at are done. */
  readonly done: number;
  readonly total: number;
}

export interface Cancellable {
  readonly isCancellationRequested: boolean;
}

/**
 * Goes through the documents that are not as they were last reported, one after another; of none more than its findings
 * is ever held. `reported` has the mark of each document as it was reported, by address. Ends as soon as it is cancelled.
 */
export async function* checkFolder<T>(
  host: FolderCheckHost<T>,
  reported: ReadonlyMap<string, string>,
  token: Cancellable,
): AsyncGenerator<FolderReport<T>> {
  const documents = host.documents();
  const there = new Set(documents);
  const gone = [...reported.keys()].filter((uri) => !there.has(uri));
  const changed = documents.filter((uri) => reported.get(uri) !== host.stateOf(uri));
  const total = gone.length + changed.length;
  let done = 0;
  for (const uri of gone) yield { uri, state: null, findings: null, done: ++done, total };
  for (const uri of changed) {
    await host.pause();
    if (token.isCancellationRequested) return;
    const state = host.stateOf(uri);
    const findings = state === undefined ? null : await host.check(uri);
    if (findings === null && !reported.has(uri)) {
      done++;
      continue;
    }
    yield { uri, state: findings === null ? null : state!, findings, done: ++done, total };
  }
}
