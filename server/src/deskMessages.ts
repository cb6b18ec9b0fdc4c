import type { Position, Range } from 'vscode-languageserver-types';
import type { CleanUpEdit } from './features/cleanUp.js';
import type { InsertOffer, Inserted, Offered } from './features/insert.js';
import type { Outline, OutlinePart, PartTarget } from './features/outline.js';
import type { ForWord, Rendered, RenderOptions } from './features/render.js';
import type { PastedText } from './features/paste.js';
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

/** The parts of a draft with their words: answered with an `Outline`, null where nothing is attended to. */
export const OUTLINE = 'plenary/outline';
export type { Outline, OutlinePart, PartTarget };

/** Moves a part of a draft: answered with a `NumberingResult`, null where there is nothing to do. */
export const MOVE_PART = 'plenary/outline/move';
export interface MovePartParams extends OnDocument {
  /** Where the part begins, as the outline says. */
  readonly source: Position;
  readonly target: PartTarget;
}

/** The words within ranges, counted as for the length of the draft: answered with a number, null where nothing is attended to. */
export const WORDS_WITHIN = 'plenary/wordsWithin';
export interface WordsWithinParams extends OnDocument {
  readonly ranges: readonly Range[];
}

/** What can be put in at a place: answered with a list of `InsertOffer`, null where nothing is attended to. */
export const INSERT_OFFERS = 'plenary/insert/offers';
export interface InsertOffersParams extends AtPosition {
  readonly what: Offered;
  /** What was typed so far. */
  readonly query: string;
}
export type { InsertOffer, Inserted, Offered };

/** Plans what is put in at once: answered with a `NumberingResult`, null where nothing is attended to. */
export const INSERT = 'plenary/insert';
export interface InsertParams extends AtPosition {
  readonly what: Inserted;
}

/** A document as it would be printed: answered with `Rendered`, null where the document is not attended to. */
export const RENDER = 'plenary/render';
export interface RenderParams extends OnDocument, RenderOptions {}
export type { Rendered };

/** A document for the clipboard of a word processor: answered with `ForWord`, null where it is not attended to. */
export const RENDER_FOR_WORD = 'plenary/renderForWord';
export type { ForWord };
/** Rich text as Markdown for a draft: answered with a `PastedText`, null where it holds no words or nothing is attended to. */
export const PASTE = 'plenary/paste';
export interface PasteParams extends OnDocument {
  /** The HTML of the clipboard. */
  readonly html: string;
}
export type { PastedText };
