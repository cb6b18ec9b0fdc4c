import type { Range } from 'vscode-languageserver-types';
import { planCleanUp, type CleanUpKind } from '../cleanup/cleanUp.js';
import type { Draft } from '../document/draft.js';

/** A change that the clean-up of a converted text proposes. */
export interface CleanUpEdit {
  readonly kind: CleanUpKind;
  readonly range: Range;
  readonly newText: string;
}

/** The proposals of the clean-up in the order of the text; none for a clean draft. */
export function cleanUpEdits(draft: Draft): CleanUpEdit[] {
  return planCleanUp(draft).changes.map(({ kind, start, end, after }) => ({
    kind,
    range: { start: draft.positionAt(start), end: draft.positionAt(end) },
    newText: after,
  }));
}
