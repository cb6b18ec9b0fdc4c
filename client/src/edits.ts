import * as vscode from 'vscode';
import type { NumberingResult } from '../../server/src/messages.js';

/** Applies what the server planned as one edit, which one undo takes back, and puts the cursor where the plan says. */
export async function applyNumbering(
  editor: vscode.TextEditor,
  result: Pick<NumberingResult, 'edits' | 'cursor'>,
): Promise<boolean> {
  if (result.edits.length === 0) return false;
  const done = await editor.edit((builder) => {
    for (const { range, newText } of result.edits) {
      const { start, end } = range;
      builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText);
    }
  });
  if (done && result.cursor) {
    const cursor = new vscode.Position(result.cursor.line, result.cursor.character);
    editor.selection = new vscode.Selection(cursor, cursor);
    editor.revealRange(
      new vscode.Range(cursor, cursor),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }
  return done;
}
