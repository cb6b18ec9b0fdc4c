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
  const { changes } = planCleanUp(draft);
  const places = draft.positionsAt(changes.flatMap(({ start, end }) => [start, end]));
  return changes.map(({ kind, after }, i) => ({
    kind,
    range: { start: places[2 * i]!, end: places[2 * i + 1]! },
    newText: after,
  }));
}
