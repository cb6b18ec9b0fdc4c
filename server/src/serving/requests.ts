import type { TextDocumentIdentifier } from 'vscode-languageserver';
import { ProtocolRequestType } from './protocol.js';
import { ASSIST_DRAFT, type AssistDraftParams, type AssistDraftResult } from '../assistMessages.js';
import {
  CLEAN_UP,
  INSERT,
  INSERT_OFFERS,
  MOVE_PART,
  OUTLINE,
  PASTE,
  RENDER,
  RENDER_FOR_WORD,
  WORDS_WITHIN,
  type CleanUpEdit,
  type ForWord,
  type InsertOffersParams,
  type InsertParams,
  type MovePartParams,
  type PastedText,
  type PasteParams,
  type Rendered,
  type RenderParams,
  type WordsWithinParams,
} from '../deskMessages.js';
import type { InsertOffer } from '../features/insert.js';
import type { NumberingResult } from '../features/numbering.js';
import type { Outline } from '../features/outline.js';
import {
  FALSE_ALARM,
  HEALTH,
  NUMBERING,
  type FalseAlarmParams,
  type HealthParams,
  type HealthResult,
  type NumberingParams,
} from '../messages.js';

/** A request about a document: what the standard protocol and our own client have in common. */
export interface AboutDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** A request of our own client; it is answered with null for a document that is not attended to. */
type Own<P, R> = ProtocolRequestType<P, R | null, never, void, void>;

/** An operation on numbers. */
export const NumberingRequest: Own<NumberingParams, NumberingResult> = new ProtocolRequestType(NUMBERING);

/** How a document stands. */
export const HealthRequest: Own<HealthParams, HealthResult> = new ProtocolRequestType(HEALTH);

/** A case of a finding that a person takes for wrong. */
export const FalseAlarmRequest: Own<FalseAlarmParams, string> = new ProtocolRequestType(FALSE_ALARM);

/** The clean-up of a converted text. */
export const CleanUpRequest: Own<AboutDocument, readonly CleanUpEdit[]> = new ProtocolRequestType(CLEAN_UP);

/** The outline of a draft, the moving of its parts, and the counting of words. */
export const OutlineRequest: Own<AboutDocument, Outline> = new ProtocolRequestType(OUTLINE);
export const MovePartRequest: Own<MovePartParams, NumberingResult> = new ProtocolRequestType(MOVE_PART);
export const WordsWithinRequest: Own<WordsWithinParams, number> = new ProtocolRequestType(WORDS_WITHIN);

/** What is put into a text. */
export const InsertOffersRequest: Own<InsertOffersParams, readonly InsertOffer[]> = new ProtocolRequestType(
  INSERT_OFFERS,
);
export const InsertRequest: Own<InsertParams, NumberingResult> = new ProtocolRequestType(INSERT);
export const PasteRequest: Own<PasteParams, PastedText> = new ProtocolRequestType(PASTE);

/** A document as it would be printed. */
export const RenderRequest: Own<RenderParams, Rendered> = new ProtocolRequestType(RENDER);
export const RenderForWordRequest: Own<AboutDocument, ForWord> = new ProtocolRequestType(RENDER_FOR_WORD);

/** A draft on behalf of an assistant. */
export const AssistDraftRequest: Own<AssistDraftParams, AssistDraftResult> = new ProtocolRequestType(
  ASSIST_DRAFT,
);
