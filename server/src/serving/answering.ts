import type { ProtocolRequestType } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './protocol.js';
import type { CancellationToken } from 'vscode-languageserver';
import type { Knowledge } from '../features/knowledge.js';
import type { OpenDocument } from '../workspace/documents.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import type { Catalogues } from './catalogues.js';
import type { Folders } from './folders.js';
import type { Publisher } from './publisher.js';
import type { AboutDocument } from './requests.js';
import type { Session } from './session.js';

/** What a request about a document is answered with. */
export interface Asked {
  readonly document: OpenDocument;
  readonly open: OpenDraft;
  readonly knowledge: Knowledge;
}

/** How a request is run: what it needs before it can be answered. */
export interface Needs<M = undefined> {
  /** Waits for the catalogue, where it is not read yet. */
  readonly catalogue?: true;
  /** Asks the structure alone, and is answered before a large text has been read to its end. */
  readonly structure?: true;
  /** Waits for the folders to be read: before the answer, or where there is none without them. */
  readonly index?: 'first' | 'where-empty';
  /** Answers for a document that is not attended to; the empty answer otherwise. */
  readonly unattended?: (document: OpenDocument, piece: M) => unknown;
}

/** Runs features on behalf of requests. */
export class Answering {
  constructor(
    readonly session: Session,
    readonly catalogues: Catalogues,
    readonly publisher: Publisher,
    readonly folders: Folders,
  ) {}

  /** What features know beside the open drafts. */
  knowledge(document?: OpenDocument): Knowledge {
    const { client, host, say, t } = this.session;
    return {
      catalogue: this.catalogues.view,
      today: document?.today ?? host.today(),
      t,
      say,
      linksShown: client.textDocument?.documentLink?.tooltipSupport ?? false,
    };
  }

  /**
   * Answers a request about a document by a feature. An exception becomes a line in the log and the empty answer; so does
   * a document that is not attended to. A request that was cancelled while something was waited for is told so.
   */
  answer<P extends AboutDocument, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    empty: R,
    run: (asked: Asked, params: P) => R,
    needs: Needs = {},
  ): void {
    this.answerBy(nothing, type, empty, (_piece, asked, params) => run(asked, params), needs);
  }

  /** Like `answer`, by a piece of the server that is read when it is first asked for. */
  answerBy<M, P extends AboutDocument, R, PR, E, RO>(
    read: () => Promise<M> | M,
    type: ProtocolRequestType<P, R, PR, E, RO>,
    empty: R,
    run: (piece: M, asked: Asked, params: P) => R,
    needs: Needs<M> = {},
  ): void {
    const { session, catalogues, folders, publisher } = this;
    session.connection.onRequest(type.method, async (params: P, token: CancellationToken): Promise<R> => {
      let piece: M;
      try {
        const reading = read();
        piece = reading instanceof Promise ? await reading : reading;
      } catch (error) {
        session.log(type.method, error);
        return empty;
      }
      if (!session.settled) await session.settling;
      if (catalogues.coming) await catalogues.coming;
      if (needs.catalogue) await catalogues.load();
      if (!needs.structure) {
        const asked = session.documents.get(params.textDocument.uri);
        while (asked?.open?.analysis.complete === false && !token.isCancellationRequested)
          await publisher.readOn(asked);
      }
      if (needs.index === 'first') await folders.read(token);
      const answer = (): R =>
        session.run(type.method, empty, () => {
          if (token.isCancellationRequested)
            throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
          const { uri } = params.textDocument;
          const document = session.documents.get(uri);
          if (!document) return empty;
          const { open } = document;
          if (!open) return needs.unattended ? (needs.unattended(document, piece) as R) : empty;
          const asked = { document, open, knowledge: this.knowledge(document) };
          return session.toClient(run(piece, asked, session.fromClient(params, uri)), uri);
        });
      const result = answer();
      const nothing = result === null || (Array.isArray(result) && result.length === 0);
      if (!nothing || needs.index !== 'where-empty' || folders.isReady) return result;
      await folders.read(token);
      return answer();
    });
  }
}

/** What needs no piece to be read. */
function nothing(): undefined {
  return undefined;
}
