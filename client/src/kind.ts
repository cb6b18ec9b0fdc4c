import * as vscode from 'vscode';
import { KINDS } from '../../server/src/document/kinds.js';
import { SET_KIND } from '../../server/src/messages.js';
import type { ChosenKind, DocumentStatusParams, SetKindParams } from '../../server/src/messages.js';
import { withKind } from './configurationFile.js';
import { mayBeDraft } from './selector.js';
import { kindWords } from './words.js';

/** The name of the file that holds what a team has agreed on, at the root of a folder. */
const CONFIGURATION_FILE = 'plenary.config.json';

interface KindItem extends vscode.QuickPickItem {
  readonly choice?: ChosenKind;
}

/**
 * Asks what a document is and tells the server, which keeps it until it ends; then offers to remember it
 * in plenary.config.json. With an answer given, nobody is asked anything.
 */
export async function changeKind(
  document: vscode.TextDocument | undefined,
  send: (method: string, params: SetKindParams) => Promise<unknown>,
  statusOf: (uri: vscode.Uri) => DocumentStatusParams | undefined,
  given?: ChosenKind,
): Promise<void> {
  if (!document || !mayBeDraft(document)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a United Nations document, a Markdown file or a plain text file first.'),
    );
    return;
  }
  const choice = given === undefined ? await ask(statusOf(document.uri)) : given;
  if (choice === undefined) return;
  await send(SET_KIND, { uri: document.uri.toString(), kind: choice });
  if (given === undefined) await offerToRemember(document.uri, choice);
}

async function ask(status: DocumentStatusParams | undefined): Promise<ChosenKind | undefined> {
  const current = status?.recognized ? status.kind : undefined;
  const items: KindItem[] = KINDS.map((kind) => ({
    label: kindWords(kind).label,
    description: kind === current ? vscode.l10n.t('now') : undefined,
    detail: kindWords(kind).detail,
    choice: kind,
  }));
  items.push(
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Let Plenary find out'),
      detail: vscode.l10n.t('from the masthead, the title and the form'),
      choice: null,
    },
    {
      label: vscode.l10n.t('Not a United Nations document'),
      detail: vscode.l10n.t('nothing is checked or offered'),
      choice: 'none',
    },
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What kind of document is this?'),
    placeHolder: vscode.l10n.t('Decides which rules apply'),
    matchOnDetail: true,
  });
  return picked?.choice;
}

async function offerToRemember(uri: vscode.Uri, choice: ChosenKind): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder || uri.scheme === 'untitled') return;
  const remember = vscode.l10n.t('Remember in {0}', CONFIGURATION_FILE);
  const answer = await vscode.window.showInformationMessage(
    choice === null
      ? vscode.l10n.t('Plenary finds out what this document is, until the editor is closed.')
      : choice === 'none'
        ? vscode.l10n.t('Plenary leaves this document alone until the editor is closed.')
        : vscode.l10n.t(
            'Until the editor is closed, Plenary takes this document for: {0}.',
            kindWords(choice).label,
          ),
    remember,
  );
  if (answer === remember) await rememberKind(folder, uri, choice);
}

/**
 * Writes the choice for one file into the folder's plenary.config.json, through the editor: the change can be undone,
 * and what someone is writing in that file is neither lost nor saved for them. Rejects when it can't be written.
 */
export async function rememberKind(
  folder: vscode.WorkspaceFolder,
  uri: vscode.Uri,
  choice: ChosenKind,
): Promise<void> {
  const target = vscode.Uri.joinPath(folder.uri, CONFIGURATION_FILE);
  const path = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  // A pattern without a slash would be looked for in every folder.
  const name = path.includes('/') ? path : `/${path}`;
  // The editor makes the file, so that its explorer shows it whether or not the disk is being watched.
  const made = new vscode.WorkspaceEdit();
  made.createFile(target, { ignoreIfExists: true, contents: new TextEncoder().encode('{}\n') });
  await vscode.workspace.applyEdit(made);
  const document = await vscode.workspace.openTextDocument(target);
  const wasDirty = document.isDirty;
  const text = document.getText();
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    target,
    new vscode.Range(document.positionAt(0), document.positionAt(text.length)),
    withKind(text, name, choice),
  );
  await vscode.workspace.applyEdit(edit);
  if (!wasDirty) await document.save();
}
