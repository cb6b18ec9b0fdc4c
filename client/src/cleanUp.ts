import * as vscode from 'vscode';
import { CLEAN_UP } from '../../server/src/messages.js';
import type { CleanUpEdit, OnDocument } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** The command that makes a clean draft of what a converter left, each change to be looked at before it is made. */
export function registerCleanUp(ask: Ask): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('plenary.cleanUp', (options?: { readonly preview?: boolean }) =>
      cleanUp(ask, options?.preview ?? true),
    ),
  ];
}

async function cleanUp(ask: Ask, preview: boolean): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const { version } = document;
  const params: OnDocument = { textDocument: { uri: document.uri.toString() } };
  const edits = (await ask(CLEAN_UP, params)) as readonly CleanUpEdit[] | null;
  // What was planned for a text that has changed in the meantime would hit the wrong places.
  if (!edits || document.version !== version) return;
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to clean up in this document.'),
    );
    return;
  }
  const words = labels();
  const edit = new vscode.WorkspaceEdit();
  for (const { kind, range, newText } of edits) {
    edit.replace(
      document.uri,
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
      newText,
      ...(preview ? [{ needsConfirmation: true, label: words[kind] }] : []),
    );
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: preview });
}

function labels(): Record<CleanUpEdit['kind'], string> {
  return {
    furniture: vscode.l10n.t('Remove running heads, page numbers and job numbers'),
    'page-break': vscode.l10n.t('Join paragraphs cut by a page'),
    hyphen: vscode.l10n.t('Join words cut at the end of a line'),
    'line-break': vscode.l10n.t('Join the lines of a paragraph'),
    label: vscode.l10n.t('Put a number beside its words'),
    ordinal: vscode.l10n.t('Write ordinals plainly'),
    space: vscode.l10n.t('Remove stray spaces'),
    escape: vscode.l10n.t('Remove needless backslashes'),
    link: vscode.l10n.t('Turn links that lead nowhere into words'),
    note: vscode.l10n.t('Turn raised figures with a note into footnotes'),
  };
}
