import * as vscode from 'vscode';
import type { DocumentStatusParams } from '../../server/src/messages.js';
import { mayBeDraft } from './selector.js';
import { kindLabel, wordsCounted } from './words.js';

/** How the server stands; one that could not be started has stopped. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** The preview's kind of panel; `activeWebviewPanelId` has this name while one is before the person. */
export const PREVIEW_TYPE = 'plenary.preview';

/**
 * What the server takes each open document for, and where a person sees it: the status bar and the context keys
 * `plenary.recognized` and `plenary.kind`, which follow the active editor.
 */
export class DocumentStatuses implements vscode.Disposable {
  readonly #statuses = new Map<string, DocumentStatusParams>();
  readonly #changed = new vscode.EventEmitter<DocumentStatusParams>();
  readonly #item = vscode.window.createStatusBarItem('plenary.kind', vscode.StatusBarAlignment.Right, 100);
  readonly #disposables: vscode.Disposable[];
  #state: ServerState = 'starting';
  #document = vscode.window.activeTextEditor?.document;

  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #documentChanged = new vscode.EventEmitter<vscode.TextDocument | undefined>();

  /** A status has arrived or changed. */
  readonly onDidChange = this.#changed.event;
  /** The server starts, runs or has stopped. */
  readonly onDidChangeState = this.#stateChanged.event;
  /** Another document is before the person, or none. */
  readonly onDidChangeDocument = this.#documentChanged.event;

  constructor() {
    this.#item.name = vscode.l10n.t('Plenary: kind of document');
    this.#disposables = [
      this.#item,
      this.#changed,
      this.#stateChanged,
      this.#documentChanged,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      // A preview that is left for what is no editor of texts is not told of as another editor.
      vscode.window.tabGroups.onDidChangeTabs(() => this.#follow(vscode.window.activeTextEditor)),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#follow(vscode.window.activeTextEditor)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#statuses.delete(document.uri.toString());
        if (document === this.#document) this.#follow(vscode.window.activeTextEditor);
      }),
    ];
    this.#show();
  }

  /** The document before the person: that of the active editor, or that which the preview shows. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    // The output is an editor of its own kind: whoever looks at it, or at the preview, has not left the document.
    if (editor?.document.uri.scheme === 'output') return;
    if (!editor && this.#document?.isClosed === false && previewIsActive()) return;
    const before = this.#document;
    this.#document = editor?.document;
    this.#show();
    if (this.#document !== before) this.#documentChanged.fire(this.#document);
  }

  /** What the server has said of a document; undefined before it has, and for what it was never asked about. */
  of(uri: vscode.Uri): DocumentStatusParams | undefined {
    return this.#statuses.get(uri.toString());
  }

  /** The server's word on a document. */
  update(status: DocumentStatusParams): void {
    // The server's way of writing an address is not the editor's: "%3A" for ":" is the usual difference.
    this.#statuses.set(vscode.Uri.parse(status.uri).toString(), status);
    this.#changed.fire(status);
    this.#show();
  }

  /** The server starts, runs or has stopped; what an ended server said no longer holds. */
  setState(state: ServerState): void {
    this.#state = state;
    if (state !== 'running') this.#statuses.clear();
    this.#stateChanged.fire(state);
    this.#show();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(): void {
    const document = this.document;
    const status = document && this.of(document.uri);
    const recognized = status?.recognized === true;
    // Commands that act on the text are for where the cursor is.
    const edited = recognized && vscode.window.activeTextEditor !== undefined;
    void vscode.commands.executeCommand('setContext', 'plenary.recognized', edited);
    if (!document || !mayBeDraft(document)) {
      this.#item.hide();
    } else if (this.#state === 'stopped') {
      this.#present(
        '$(warning) Plenary',
        vscode.l10n.t('The language server has stopped.'),
        'plenary.restartServer',
        true,
      );
    } else if (recognized) {
      this.#present(`$(law) ${kindLabel(status.kind, status.status)}`, tooltip(status), 'plenary.changeKind');
    } else if (status && document.languageId === 'un-document') {
      this.#present(
        `$(circle-slash) ${vscode.l10n.t('Not checked')}`,
        vscode.l10n.t('Plenary does not take this for a United Nations document.'),
        'plenary.changeKind',
      );
    } else {
      // A README is no business of ours, and says nothing.
      this.#item.hide();
    }
  }

  #present(text: string, tooltip: string | vscode.MarkdownString, command: string, warning = false): void {
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = command;
    this.#item.backgroundColor = warning
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }
}

/** Whether the preview of a draft has the keyboard, or a page of Markdown: the report of a draft's health is one. */
function previewIsActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return (
    input instanceof vscode.TabInputWebview &&
    (input.viewType.endsWith(PREVIEW_TYPE) || input.viewType.endsWith('markdown.preview'))
  );
}

/** How many words of which language. */
function wordsIn({ words, language }: DocumentStatusParams): string {
  const count = wordsCounted(words);
  switch (language) {
    case 'en':
      return vscode.l10n.t('{0} in English', count);
    case 'fr':
      return vscode.l10n.t('{0} in French', count);
    case 'es':
      return vscode.l10n.t('{0} in Spanish', count);
    case 'other':
      return vscode.l10n.t('{0} in another language', count);
  }
}

function tooltip(status: DocumentStatusParams): vscode.MarkdownString {
  const lines = [
    status.status === 'draft'
      ? vscode.l10n.t('**{0}**, a draft', kindLabel(status.kind, status.status))
      : vscode.l10n.t('**{0}**, adopted', kindLabel(status.kind, status.status)),
    wordsIn(status),
  ];
  if (status.language === 'other')
    lines.push(vscode.l10n.t('structure and references are checked, the language is not'));
  lines.push(vscode.l10n.t('Click to change the kind of document.'));
  return new vscode.MarkdownString(lines.join('  \n'));
}
