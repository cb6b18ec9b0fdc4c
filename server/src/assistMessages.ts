import type { Severity } from './document/kinds.js';

/** The requests behind the tools that assistants inside an editor may call; spoken with our own client alone. */

/** What is known of a number, a symbol or a name: answered with text. */
export const ASSIST_LOOK_UP = 'plenary/assist/lookUp';

export interface AssistLookUpParams {
  readonly query: string;
  readonly limit?: number;
}

/** About an open draft: answered with an `AssistDraftResult`, null where the document is not attended to. */
export const ASSIST_DRAFT = 'plenary/assist/draft';

export interface AssistDraftParams {
  readonly textDocument: { readonly uri: string };
  /** Nothing but the restriction, the findings, or the outline. */
  readonly what: 'restriction' | 'check' | 'outline';
  readonly severity?: Severity;
}

export interface AssistDraftResult {
  /** The word of the masthead that says that the draft is not for everybody; null where nothing says so. */
  readonly restriction: string | null;
  /** What the assistant is told; empty where only the restriction was asked for. */
  readonly text: string;
}
