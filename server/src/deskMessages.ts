import type { Position, Range } from 'vscode-languageserver-types';
import type { CleanUpEdit } from './features/cleanUp.js';
import type { CreatedDocument, NewDocumentList } from './features/wizard.js';

/** The requests behind the commands of the desk: what a person asks for beyond the standard protocol. */

/** What can be begun: answered with a `NewDocumentList`. */
export const NEW_DOCUMENT_LIST = 'plenary/newDocument/list';

/** Makes a new document: answered with a `CreatedDocument`. */
export const NEW_DOCUMENT_CREATE = 'plenary/newDocument/create';

export interface NewDocumentCreateParams {
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
}

export type { CreatedDocument, NewDocumentList };

/** A document, and where in it the cursor or the selection is. */
export interface AtPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

export interface OnRange extends OnDocument {
  readonly range: Range;
}

/** What would make a clean draft of a converted text: answered with a list of `CleanUpEdit`, null where nothing is attended to. */
export const CLEAN_UP = 'plenary/cleanUp';
export type { CleanUpEdit };
