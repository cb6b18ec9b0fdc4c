import * as vscode from 'vscode';
import { CLEAN_UP } from '../../server/src/messages.js';
import type { CleanUpEdit, OnDocument } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;
type Kind = CleanUpEdit['kind'];

/** The address of the text as it would be: what is shown beside the document before anything is changed. */
const PREVIEW = 'plenary-clean-up';

/** The command that makes a clean draft of what a converter left, each change to be looked at before it is made. */
export function registerCleanUp(ask: Ask): vscode.Disposable[] {
  const preview = new Preview();
  return [
    preview,
    vscode.workspace.registerTextDocumentContentProvider(PREVIEW, preview),
    vscode.commands.registerCommand('plenary.cleanUp', (options?: { readonly preview?: boolean }) =>
      cleanUp(ask, preview, options?.preview ?? true),
    ),
  ];
}

/** The cleaned text, which is not kept anywhere. */
class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  #text = '';

  provideTextDocumentContent(): string {
    return this.#text;
  }

  show(uri: vscode.Uri, text: string): void {
    this.#text = text;
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

async function cleanUp(ask: Ask, preview: Preview, asked: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
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
  const kinds = asked ? await choose(document, edits, preview) : new Set(edits.map(({ kind }) => kind));
  if (!kinds) return;
  if (document.version !== version) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The document has changed in the meantime: nothing was cleaned up.'),
    );
    return;
  }
  const chosen = edits.filter(({ kind }) => kinds.has(kind));
  if (chosen.length === 0) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of chosen) edit.replace(document.uri, rangeOf(range), newText);
  await vscode.workspace.applyEdit(edit);
  if (!asked) return;
  await vscode.window.showTextDocument(document, editor.viewColumn);
  void vscode.window.showInformationMessage(
    chosen.length === 1
      ? vscode.l10n.t('One change was made. Undo takes it back.')
      : vscode.l10n.t('{0} changes were made. One undo takes them back.', chosen.length),
  );
}

interface KindItem extends vscode.QuickPickItem {
  readonly change: Kind;
}

/**
 * Shows the document beside the text as it would be, and lets a person choose which kinds of change are made; the
 * comparison follows each choice. Undefined where nothing is to be done.
 */
async function choose(
  document: vscode.TextDocument,
  edits: readonly CleanUpEdit[],
  preview: Preview,
): Promise<ReadonlySet<Kind> | undefined> {
  const uri = vscode.Uri.from({ scheme: PREVIEW, path: document.uri.path });
  preview.show(uri, applied(document, edits));
  await vscode.commands.executeCommand(
    'vscode.diff',
    document.uri,
    uri,
    vscode.l10n.t('Clean-up of {0}', document.uri.path.split('/').at(-1) ?? ''),
    { preview: true },
  );
  const box = vscode.window.createQuickPick<KindItem>();
  const words = labels();
  const items = (Object.keys(words) as Kind[]).flatMap((change): KindItem[] => {
    const own = edits.filter(({ kind }) => kind === change);
    const [first] = own;
    if (!first) return [];
    return [
      { label: words[change], description: String(own.length), detail: example(document, first), change },
    ];
  });
  box.title =
    edits.length === 1
      ? vscode.l10n.t('Clean up: one change')
      : vscode.l10n.t('Clean up: {0} changes', edits.length);
  box.placeholder = vscode.l10n.t('Enter makes the changes that are ticked, Escape none');
  box.canSelectMany = true;
  box.ignoreFocusOut = true;
  box.items = items;
  box.selectedItems = items;
  const kinds = await new Promise<ReadonlySet<Kind> | undefined>((resolve) => {
    const ticked = (): ReadonlySet<Kind> => new Set(box.selectedItems.map(({ change }) => change));
    box.onDidChangeSelection(() => {
      const now = ticked();
      preview.show(
        uri,
        applied(
          document,
          edits.filter(({ kind }) => now.has(kind)),
        ),
      );
    });
    box.onDidAccept(() => {
      resolve(ticked());
      box.hide();
    });
    box.onDidHide(() => resolve(undefined));
    box.show();
  });
  box.dispose();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
    ),
  );
  return kinds;
}

/** The text after edits, which are in order and do not overlap. */
function applied(document: vscode.TextDocument, edits: readonly CleanUpEdit[]): string {
  const text = document.getText();
  let out = '';
  let at = 0;
  for (const { range, newText } of edits) {
    const { start, end } = rangeOf(range);
    out += text.slice(at, document.offsetAt(start)) + newText;
    at = document.offsetAt(end);
  }
  return out + text.slice(at);
}

/** "12<sup>th</sup> → 12th" with a few words around it. */
function example(document: vscode.TextDocument, { range, newText }: CleanUpEdit): string {
  const { start, end } = rangeOf(range);
  const from = start.with(start.line, Math.max(0, start.character - 24));
  const lead = document.getText(new vscode.Range(from, start)).replace(/^\S*\s/, '');
  const tail = document
    .lineAt(end.line)
    .text.slice(end.character, end.character + 16)
    .replace(/\s\S*$/, '');
  const show = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, ' ⏎ ').slice(0, 60);
  const before = document.getText(rangeOf(range));
  return `…${lead}${show(before)}${tail}…  →  …${lead}${show(newText)}${tail}…`;
}

function rangeOf({ start, end }: CleanUpEdit['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function labels(): Record<Kind, string> {
  return {
    furniture: vscode.l10n.t('Remove running heads, page numbers and job numbers'),
    'page-break': vscode.l10n.t('Join paragraphs cut by a page'),
    hyphen: vscode.l10n.t('Join words cut at the end of a line'),
    'line-break': vscode.l10n.t('Join the lines of a paragraph'),
    label: vscode.l10n.t('Put a number beside its words'),
    ordinal: vscode.l10n.t('Write ordinals plainly'),
    space: vscode.l10n.t('Remove stray spaces'),
    'empty-line': vscode.l10n.t('Leave one empty line between paragraphs'),
    escape: vscode.l10n.t('Remove needless backslashes'),
    link: vscode.l10n.t('Turn links that lead nowhere into words'),
    note: vscode.l10n.t('Turn raised figures with a note into footnotes'),
  };
}
