import * as vscode from 'vscode';
import { RENDER, RENDER_FOR_WORD } from '../../server/src/messages.js';
import type { ForWord, OnDocument, Rendered, RenderParams } from '../../server/src/messages.js';
import type { FromPreview, PreviewState, ToPreview, View } from '../webview/messages.js';
import { previewPage, PreviewParts, printedPage } from './previewPages.js';
import { PREVIEW_TYPE } from './status.js';
import type { DocumentStatuses } from './status.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** After a change, how long to wait for the next one before the preview follows. Milliseconds. */
const PAUSE = 120;
/** A draft that takes long to render is rendered the less often: the pause is so many times as long as that took. */
const PATIENCE = 3;
/**
 * For so long after the editor was scrolled by the preview, all that it reports is taken for the echo of that; later only the
 * first report, where it shows the line that was asked for. Milliseconds.
 */
const ECHO = 250;
/** Printed files older than this are removed when the next one is written. Milliseconds. */
const PRINTS_STAY = 24 * 3_600_000;

/** The preview of the draft before the person, its printed file, and its way to the clipboard. */
export function registerPreview(
  context: vscode.ExtensionContext,
  ask: Ask,
  statuses: DocumentStatuses,
): vscode.Disposable[] {
  const desk = new PrintDesk(context, ask, statuses);
  return [
    desk,
    vscode.commands.registerCommand('plenary.openPreview', () => desk.open(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('plenary.printDraft', () => desk.print()),
    vscode.commands.registerCommand('plenary.copyForWord', () => desk.copy()),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
      deserializeWebviewPanel: (panel, state: PreviewState | undefined) => desk.restore(panel, state),
    }),
  ];
}

class PrintDesk implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #ask: Ask;
  readonly #statuses: DocumentStatuses;
  readonly #parts: PreviewParts;
  #preview: Preview | undefined;

  constructor(context: vscode.ExtensionContext, ask: Ask, statuses: DocumentStatuses) {
    this.#context = context;
    this.#ask = ask;
    this.#statuses = statuses;
    this.#parts = new PreviewParts(context.extensionUri);
  }

  dispose(): void {
    this.#preview?.dispose();
  }

  /** Shows the preview of the draft before the person; there is one, which follows from draft to draft. */
  async open(column: vscode.ViewColumn): Promise<Preview | undefined> {
    const document = this.#document();
    if (!document) {
      this.#tellNothing();
      return undefined;
    }
    if (this.#preview) {
      this.#preview.show(document.uri);
      this.#preview.reveal();
      return this.#preview;
    }
    const panel = vscode.window.createWebviewPanel(
      PREVIEW_TYPE,
      vscode.l10n.t('Preview'),
      { viewColumn: column, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    );
    return this.#adopt(panel, document.uri, 'flow');
  }

  /** Brings a preview of the last session to life again. */
  async restore(panel: vscode.WebviewPanel, state: PreviewState | undefined): Promise<void> {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    const uri = state ? vscode.Uri.parse(state.uri) : this.#document()?.uri;
    if (!uri || this.#preview) {
      panel.dispose();
      return;
    }
    // The server answers for documents that the editor knows; one that is gone says so.
    await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    await this.#adopt(panel, uri, state?.view ?? 'flow');
  }

  async #adopt(panel: vscode.WebviewPanel, uri: vscode.Uri, view: View): Promise<Preview> {
    const preview = new Preview(panel, uri, view, this.#ask, this.#statuses, {
      print: () => void this.print(),
      copy: () => void this.copy(),
    });
    this.#preview = preview;
    panel.onDidDispose(() => {
      if (this.#preview === preview) this.#preview = undefined;
    });
    panel.webview.html = previewPage(await this.#parts.all());
    return preview;
  }

  /** What the person works on: the draft in the active editor, or that in the preview. */
  #document(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && this.#statuses.of(active.uri)?.recognized) return active;
    const uri = this.#preview?.uri.toString();
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  }

  #tellNothing(): void {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a United Nations document first: there is nothing to show here.'),
    );
  }

  /**
   * Writes the draft as one file that prints itself and opens it in the browser. Where the person's browser does not
   * see this disk, the file is offered as a download. Returns the file, if one was written.
   */
  async print(): Promise<vscode.Uri | undefined> {
    const document = this.#document();
    if (!document) {
      this.#tellNothing();
      return;
    }
    const view = this.#preview?.uri.toString() === document.uri.toString() ? this.#preview.view : 'pages';
    const rendered = await render(this.#ask, document, view);
    if (!rendered) {
      this.#tellNothing();
      return;
    }
    const html = printedPage(rendered, view, nameOf(document.uri), await this.#parts.all());
    const name = `${nameOf(document.uri).replace(/[^\p{L}\p{N}._ -]+/gu, '_')}.html`;
    const { globalStorageUri } = this.#context;
    const file =
      globalStorageUri.scheme === 'file'
        ? await writePrint(vscode.Uri.joinPath(globalStorageUri, 'print'), name, html)
        : undefined;
    const here = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    if (file && here) {
      await vscode.env.openExternal(file);
      return file;
    }
    const preview = await this.open(vscode.ViewColumn.Beside);
    preview?.send({ type: 'download', name, html });
    return file;
  }

  /** Puts the draft on the clipboard as rich text, which only a page before the person can do. */
  async copy(): Promise<void> {
    const document = this.#document();
    if (!document) {
      this.#tellNothing();
      return;
    }
    const params: OnDocument = { textDocument: { uri: document.uri.toString() } };
    const words = (await this.#ask(RENDER_FOR_WORD, params)) as ForWord | null;
    if (!words) {
      this.#tellNothing();
      return;
    }
    const preview = await this.open(vscode.ViewColumn.Beside);
    preview?.reveal(true);
    preview?.send({ type: 'clipboard', ...words });
  }
}

/** One panel, and what keeps it true to the draft: its text, where the editor stands, what kind of draft it is. */
class Preview {
  readonly #panel: vscode.WebviewPanel;
  readonly #ask: Ask;
  readonly #statuses: DocumentStatuses;
  readonly #disposables: vscode.Disposable[];
  #uri: vscode.Uri;
  #view: View;
  /** Messages wait until the page is there to hear them. */
  #waiting: ToPreview[] | undefined = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #took = 0;
  #round = 0;
  #scrolledByPreview = 0;
  /** The line that the editor was scrolled to by the preview, until it has told where it is. */
  #revealed: number | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    uri: vscode.Uri,
    view: View,
    ask: Ask,
    statuses: DocumentStatuses,
    actions: { print(): void; copy(): void },
  ) {
    this.#panel = panel;
    this.#uri = uri;
    this.#view = view;
    this.#ask = ask;
    this.#statuses = statuses;
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: FromPreview) => {
        switch (message.type) {
          case 'ready': {
            this.#ready();
            return;
          }
          case 'view':
            this.#view = message.view;
            {
              this.#refresh();
              return;
            }
          case 'scrolled': {
            this.#scrolled(message.line);
            return;
          }
          case 'open':
            return void this.#openAt(message.line);
          case 'print': {
            actions.print();
            return;
          }
          case 'copy': {
            actions.copy();
            return;
          }
        }
      }),
      panel.onDidDispose(() => this.#end()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#shows(document.uri)) this.#refreshSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!editor || this.#shows(editor.document.uri)) return;
        if (statuses.of(editor.document.uri)?.recognized) this.show(editor.document.uri);
      }),
      statuses.onDidChange(({ uri, recognized }) => {
        if (this.#shows(vscode.Uri.parse(uri))) this.#refreshSoon();
        // A document has been opened, and only now is known for a draft.
        else if (recognized && vscode.window.activeTextEditor?.document.uri.toString() === uri)
          this.show(vscode.Uri.parse(uri));
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const [visible] = visibleRanges;
        if (!visible || !this.#shows(textEditor.document.uri) || this.#isEcho(visible)) return;
        this.send({ type: 'scroll', line: visible.start.line });
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (this.#shows(textEditor.document.uri))
          this.send({ type: 'cursor', line: selections[0]?.active.line ?? 0 });
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('plenary.statement', this.#uri)) this.#refresh();
      }),
    ];
    this.#name();
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get view(): View {
    return this.#view;
  }

  show(uri: vscode.Uri): void {
    if (this.#shows(uri)) return;
    this.#uri = uri;
    // What one speaker reads from is not how the next report is wanted.
    if (this.#view === 'reading' && this.#statuses.of(uri)?.kind !== 'statement') this.#view = 'flow';
    this.#name();
    this.#refresh();
  }

  reveal(focus = false): void {
    this.#panel.reveal(undefined, !focus);
  }

  send(message: ToPreview): void {
    if (this.#waiting) this.#waiting.push(message);
    else void this.#panel.webview.postMessage(message);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#round++;
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The page has come up, for the first time or again: what it has lost while it was hidden is sent anew. */
  #ready(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    void this.#render().then(() => {
      for (const message of waiting) if (message.type !== 'show') this.send(message);
      const editor = this.#editor();
      if (!editor) return;
      this.send({ type: 'cursor', line: editor.selection.active.line });
      this.send({ type: 'scroll', line: editor.visibleRanges[0]?.start.line ?? 0 });
    });
  }

  #name(): void {
    this.#panel.title = vscode.l10n.t('Preview {0}', nameOf(this.#uri));
  }

  #shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#uri.toString();
  }

  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => this.#shows(document.uri));
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), Math.max(PAUSE, PATIENCE * this.#took));
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    if (!this.#waiting) void this.#render();
  }

  async #render(): Promise<void> {
    const round = ++this.#round;
    const uri = this.#uri;
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document) {
      this.send({ type: 'nothing', reason: vscode.l10n.t('This document is closed.') });
      return;
    }
    const started = Date.now();
    let rendered: Rendered | null;
    try {
      rendered = await render(this.#ask, document, this.#view);
    } catch {
      // The server is not there just now, and has told so; the draft is shown again when it knows it again.
      return;
    }
    if (round !== this.#round) return;
    this.#took = Date.now() - started;
    if (rendered) this.send({ type: 'show', rendered, uri: uri.toString(), view: this.#view });
    else if (this.#statuses.of(uri)?.recognized === false)
      this.send({
        type: 'nothing',
        reason: vscode.l10n.t('Plenary does not take this for a United Nations document.'),
      });
  }

  #scrolled(line: number): void {
    const editor = this.#editor();
    if (!editor) return;
    this.#scrolledByPreview = Date.now();
    const at = Math.max(0, Math.min(Math.floor(line), editor.document.lineCount - 1));
    this.#revealed = editor.visibleRanges[0]?.start.line === at ? undefined : at;
    editor.revealRange(new vscode.Range(at, 0, at, 0), vscode.TextEditorRevealType.AtTop);
  }

  /** Whether the editor tells where the preview has put it. It may be late, and near the end it stands above the line. */
  #isEcho({ start, end }: vscode.Range): boolean {
    const soon = Date.now() - this.#scrolledByPreview < ECHO;
    const at = this.#revealed;
    const arrived = at !== undefined && start.line <= at && at <= end.line;
    if (arrived || !soon) this.#revealed = undefined;
    return soon || arrived;
  }

  async #openAt(line: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#uri);
    const editor = this.#editor();
    const at = document.validatePosition(new vscode.Position(line, 0));
    await vscode.window.showTextDocument(document, {
      viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
  }
}

async function render(ask: Ask, document: vscode.TextDocument, view: View): Promise<Rendered | null> {
  const params: RenderParams = {
    textDocument: { uri: document.uri.toString() },
    view: view === 'reading' ? 'reading' : 'page',
    wordsPerMinute: vscode.workspace
      .getConfiguration('plenary', document)
      .get('statement.wordsPerMinute', 110),
  };
  return (await ask(RENDER, params)) as Rendered | null;
}

/** The name of a file without its folders and its ending. */
function nameOf(uri: vscode.Uri): string {
  const name = uri.path.split('/').at(-1) ?? '';
  return name.replace(/(?:\.un)?\.(?:md|txt|undoc|markdown)$/i, '') || name || 'draft';
}

/** Writes a printed file into a folder of our own, and removes those that were printed long ago. */
async function writePrint(folder: vscode.Uri, name: string, html: string): Promise<vscode.Uri> {
  const { fs } = vscode.workspace;
  await fs.createDirectory(folder);
  const before = Date.now() - PRINTS_STAY;
  for (const [old] of await fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, old);
    try {
      if ((await fs.stat(uri)).mtime < before) await fs.delete(uri);
    } catch {
      // It is gone already, or still open somewhere: the next print tries again.
    }
  }
  const file = vscode.Uri.joinPath(folder, name);
  await fs.writeFile(file, new TextEncoder().encode(html));
  return file;
}
