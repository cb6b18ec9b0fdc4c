import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { OpenDraft } from '../workspace/openDraft.js';
import { numberingWhileTyping } from './numbering.js';

/**
 * What Enter at the end of a numbered paragraph, heading or note adds: the label of the next one, and the numbers and
 * references that follow. `position` is where the cursor stands behind the new line end. Enter on a label without words
 * takes the label away again. An empty list where there is nothing to do.
 */
export function formatOnEnter(open: OpenDraft, position: Position): TextEdit[] {
  const { draft } = open;
  const line = position.line - 1;
  const above = line < 0 ? undefined : draft.locate({ line, character: Number.MAX_SAFE_INTEGER });
  if (!above) return [];
  const start = { line, character: above.block.positionAt(above.offset).character };
  const typed = { start, end: position };
  const { edits } = numberingWhileTyping(open, 'enter', typed, typed);
  // The line break itself is the editor's, and stays.
  return edits.filter(({ range }) => range.end.line !== position.line || range.start.line === position.line);
}
