import * as vscode from 'vscode';
import { MOVE_PART, OUTLINE } from '../../server/src/messages.js';
import type {
  MovePartParams,
  NumberingResult,
  Outline,
  OutlinePart,
  PartTarget,
} from '../../server/src/messages.js';
import { applyNumbering } from './edits.js';
import type { DocumentStatuses } from './status.js';
import { cut, figures, readingTime, wordsCounted } from './words.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

export const OUTLINE_VIEW = 'plenary.outline';
/** What a dragged part is known by, between this view and itself. */
const DRAGGED = 'application/vnd.code.tree.plenary.outline';
/** The made-up addresses by which the editor asks how a part is decorated. */
const PART_SCHEME = 'plenary-part';
/** So many characters of a part's words leave room for its length in a side bar of the usual width. */
const SHOWN = 29;
/** The editor has told by then which part is selected. Milliseconds. */
const TOLD = 400;
/** The outline follows the text this long after the last letter. Milliseconds. */
const PAUSE = 250;

/** A part in the tree. */
export interface Node {
  readonly part: OutlinePart;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  /** Its place in the tree, "2/0/1". */
  readonly id: string;
}

/** What a command is about: a part, or the one that the arrow keys stand on; neither is the part that is selected. */
type Which = Node | 'focused';

/** The outline of the draft before the person: numbers, first words, length and problems of its parts. */
export function registerOutline(ask: Ask, statuses: DocumentStatuses): vscode.Disposable[] {
  const view = new OutlineView(ask, statuses);
  return [
    view,
    vscode.commands.registerCommand('plenary.outline.goTo', (node?: Node) => view.goTo(node)),
    vscode.commands.registerCommand('plenary.outline.moveUp', (which?: Which) =>
      view.moveChosen(which, 'up'),
    ),
    vscode.commands.registerCommand('plenary.outline.moveDown', (which?: Which) =>
      view.moveChosen(which, 'down'),
    ),
    vscode.commands.registerCommand('plenary.outline.copyReference', (node?: Node) => view.copyNumber(node)),
  ];
}

class OutlineView implements vscode.Disposable {
  readonly #ask: Ask;
  readonly #statuses: DocumentStatuses;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #tree: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #outline: Outline | undefined;
  #nodes: readonly Node[] = [];
  /** The version of the document that the parts are those of. */
  #version = -1;
  /** A part was moved by keys: they go with it. */
  #keysFollow = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked for, so that a late answer is not shown. */
  #asked = 0;

  constructor(ask: Ask, statuses: DocumentStatuses) {
    this.#ask = ask;
    this.#statuses = statuses;
    this.#tree = vscode.window.createTreeView<Node>(OUTLINE_VIEW, {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) => [...(node ? node.children : this.#nodes)],
        getParent: (node) => node.parent,
        getTreeItem: (node) => this.#item(node),
      },
      dragAndDropController: {
        dragMimeTypes: [DRAGGED],
        dropMimeTypes: [DRAGGED],
        handleDrag: (nodes, data) => {
          data.set(DRAGGED, new vscode.DataTransferItem(nodes[0]?.id ?? ''));
        },
        handleDrop: async (target, data) => {
          const id: unknown = data.get(DRAGGED)?.value;
          const node = this.#find((one) => one.id === id);
          if (node && target && node !== target) await this.move(node, target.part.selection.start);
        },
      },
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#changed,
      this.#tree,
      vscode.window.registerFileDecorationProvider({ provideFileDecoration: decoration }),
      this.#tree.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.#refresh();
      }),
      statuses.onDidChange(() => this.#soon()),
      statuses.onDidChangeDocument(() => this.#soon(0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#statuses.document && contentChanges.length > 0) this.#soon();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const uri = this.#document?.uri.toString();
        if (this.#tree.visible && uris.some((one) => one.toString() === uri)) this.#changed.fire(undefined);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#document)
          void this.#follow(partAt(this.#nodes, cursorOf(textEditor)));
      }),
    ];
    this.#soon(0);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #soon(pause = PAUSE): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#refresh(), pause);
  }

  /** Asks for the outline of the document before the person, where somebody sees it. */
  async #refresh(): Promise<void> {
    if (!this.#tree.visible) return;
    const asked = ++this.#asked;
    const { document } = this.#statuses;
    const recognized = document && this.#statuses.of(document.uri)?.recognized === true;
    const version = document?.version ?? -1;
    const outline = recognized ? await this.#askOutline(document) : undefined;
    if (asked !== this.#asked) return;
    this.#document = outline ? document : undefined;
    this.#outline = outline;
    this.#version = version;
    this.#nodes = outline ? nodesOf(outline.parts, undefined, '') : [];
    this.#changed.fire(undefined);
    const editor = vscode.window.activeTextEditor;
    // Only a part that the cursor is in: to show another would take the keys from who has just come here with them.
    if (editor && editor.document === document)
      await this.#follow(innermost(this.#nodes, cursorOf(editor)), this.#keysFollow);
    this.#keysFollow = false;
  }

  async #askOutline(document: vscode.TextDocument): Promise<Outline | undefined> {
    try {
      const params = { textDocument: { uri: document.uri.toString() } };
      return ((await this.#ask(OUTLINE, params)) as Outline | null) ?? undefined;
    } catch {
      // A server that is not there yet, or no more, has its own place to say so.
      return undefined;
    }
  }

  /** Shows a part as that of the cursor; with `focus` the keys go on from there. */
  async #follow(node: Node | undefined, focus = false): Promise<void> {
    if (!this.#tree.visible) return;
    if (!node || (this.#tree.selection[0] === node && !focus)) return;
    try {
      await this.#tree.reveal(node, { select: true, focus });
    } catch {
      // The tree was exchanged in the meantime; the next one follows the cursor again.
    }
  }

  #item(node: Node): vscode.TreeItem {
    const { part, children, id } = node;
    const { kind, label, text } = part;
    const { TreeItemCollapsibleState: State } = vscode;
    const inner = children.length === 0 ? State.None : node.parent ? State.Collapsed : State.Expanded;
    const item = new vscode.TreeItem(cut(`${label} ${text}`.trim(), SHOWN - 2 * depthOf(node)) || '…', inner);
    item.id = id;
    const length = this.#lengthOf(part);
    const problems = this.#problemsIn(part);
    item.description = length;
    item.tooltip = [
      `${label} ${text}`.trim(),
      [wordsCounted(part.words), length.includes(':') ? length : '']
        .filter((words) => words !== '')
        .join(' · '),
      ...(problems.errors + problems.warnings > 0 ? [problemWords(problems.errors + problems.warnings)] : []),
    ].join('\n');
    item.iconPath = new vscode.ThemeIcon(ICONS[kind]);
    item.resourceUri = vscode.Uri.from({
      scheme: PART_SCHEME,
      path: `/${id}`,
      query: `${problems.errors},${problems.warnings}`,
    });
    item.contextValue = kind === 'title' ? 'title' : 'part';
    item.accessibilityInformation = {
      label: [`${label} ${text}`.trim(), length, problemWords(problems.errors + problems.warnings)].join(
        ', ',
      ),
    };
    item.command = {
      command: 'plenary.outline.goTo',
      title: vscode.l10n.t('Go to this part'),
      arguments: [node],
    };
    return item;
  }

  /** How long a part is: read aloud where it is spoken, in words elsewhere. */
  #lengthOf({ words }: OutlinePart): string {
    const outline = this.#outline;
    if (words === 0 || !outline) return '';
    return outline.kind === 'statement' ? readingTime(words, outline.wordsPerMinute) : figures(words);
  }

  #problemsIn({ range }: OutlinePart): { errors: number; warnings: number } {
    const count = { errors: 0, warnings: 0 };
    const document = this.#document;
    if (!document) return count;
    const whole = rangeOf(range);
    for (const { range: place, severity, source } of vscode.languages.getDiagnostics(document.uri)) {
      if (source !== 'plenary' || !whole.contains(place.start)) continue;
      if (severity === vscode.DiagnosticSeverity.Error) count.errors++;
      if (severity === vscode.DiagnosticSeverity.Warning) count.warnings++;
    }
    return count;
  }

  #find(accept: (node: Node) => boolean): Node | undefined {
    const within = (nodes: readonly Node[]): Node | undefined => {
      for (const node of nodes) {
        const found = accept(node) ? node : within(node.children);
        if (found) return found;
      }
      return undefined;
    };
    return within(this.#nodes);
  }

  async #show(): Promise<vscode.TextEditor | undefined> {
    const document = this.#document;
    if (!document) return undefined;
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    return vscode.window.showTextDocument(document, shown?.viewColumn);
  }

  async goTo(node = this.#tree.selection[0]): Promise<void> {
    if (!node) return;
    const editor = await this.#show();
    if (!editor) return;
    const { start } = rangeOf(node.part.selection);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(rangeOf(node.part.selection), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Moves a part that was pointed at, or that the keys stand on, or that is selected. */
  async moveChosen(which: Which | undefined, target: 'up' | 'down'): Promise<void> {
    if (which !== 'focused') return this.move(which, target);
    // Keys may be faster than the tree.
    if (this.#document && this.#document.version !== this.#version) await this.#refresh();
    const node = await this.#focused();
    this.#keysFollow = true;
    await this.move(node, target);
  }

  /**
   * The part that the arrow keys stand on. The editor tells which parts are selected and not which has the focus: when its
   * own command turns the selection of that one over, the part that has come or gone is it.
   */
  async #focused(): Promise<Node | undefined> {
    const before = this.#tree.selection;
    let listener: vscode.Disposable | undefined;
    const told = new Promise<readonly Node[]>((resolve) => {
      listener = this.#tree.onDidChangeSelection(({ selection }) => resolve(selection));
      setTimeout(() => resolve(before), TOLD);
    });
    await vscode.commands.executeCommand('list.toggleSelection');
    const after = await told;
    listener?.dispose();
    const lacks = (nodes: readonly Node[], { id }: Node): boolean => !nodes.some((node) => node.id === id);
    const node = after.find((one) => lacks(before, one)) ?? before.find((one) => lacks(after, one));
    if (node) await this.#tree.reveal(node, { select: true, focus: true });
    return node ?? before[0];
  }

  /** Moves a part through the server's numbering, as one edit; the cursor goes with it. */
  async move(node: Node | undefined, target: PartTarget): Promise<void> {
    const chosen = node ?? this.#tree.selection[0];
    const document = this.#document;
    if (!chosen || !document) return;
    const { version } = document;
    const params: MovePartParams = {
      textDocument: { uri: document.uri.toString() },
      source: chosen.part.selection.start,
      target: target instanceof vscode.Position ? { line: target.line, character: target.character } : target,
    };
    const result = (await this.#ask(MOVE_PART, params)) as NumberingResult | null;
    if (!result || document.version !== version) return;
    if (result.refused !== null) {
      void vscode.window.showInformationMessage(result.refused);
      return;
    }
    // The keyboard stays in the outline, so that a part can be moved on.
    const editor = await vscode.window.showTextDocument(document, { preserveFocus: true });
    await applyNumbering(editor, result);
    if (result.doubt) void vscode.window.showInformationMessage(result.doubt.message);
  }

  /** Puts the number of a part on the clipboard. */
  async copyNumber(node = this.#tree.selection[0]): Promise<void> {
    if (node) await vscode.env.clipboard.writeText(`${node.part.label} ${node.part.text}`.trim());
  }
}

const ICONS = {
  title: 'law',
  section: 'list-tree',
  annex: 'files',
  article: 'book',
  paragraph: 'circle-small',
  salutation: 'mic',
} as const;

function nodesOf(parts: readonly OutlinePart[], parent: Node | undefined, path: string): Node[] {
  return parts.map((part, i) => {
    const id = `${path}${i}`;
    const children: Node[] = [];
    const node: Node = { part, parent, children, id };
    children.push(...nodesOf(part.children, node, `${id}/`));
    return node;
  });
}

function depthOf({ parent }: Node): number {
  return parent ? 1 + depthOf(parent) : 0;
}

function cursorOf(editor: vscode.TextEditor): vscode.Position {
  return editor.selection.active;
}

/** The innermost part that a position stands in. */
function innermost(nodes: readonly Node[], position: vscode.Position): Node | undefined {
  for (const node of nodes) {
    // A line belongs to the part that begins on it, the white space in front included.
    const range = rangeOf(node.part.range);
    if (position.line < range.start.line || position.line > range.end.line) continue;
    return innermost(node.children, position) ?? node;
  }
  return undefined;
}

/** The part that a position stands in, or comes after; the first one in front of all of them. */
function partAt(nodes: readonly Node[], position: vscode.Position): Node | undefined {
  return innermost(nodes, position) ?? lastBefore(nodes, position) ?? nodes[0];
}

/** The innermost of the parts that begin on the line of a position or above it, the last one of them. */
function lastBefore(nodes: readonly Node[], position: vscode.Position): Node | undefined {
  const node = nodes.findLast(({ part }) => part.range.start.line <= position.line);
  return node && (lastBefore(node.children, position) ?? node);
}

function decoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
  if (uri.scheme !== PART_SCHEME) return undefined;
  const [errors = 0, warnings = 0] = uri.query.split(',').map(Number);
  const all = errors + warnings;
  if (!(all > 0)) return undefined;
  return {
    badge: all > 99 ? '9+' : String(all),
    tooltip: problemWords(all),
    color: new vscode.ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground'),
  };
}

function problemWords(count: number): string {
  if (count === 0) return vscode.l10n.t('no problems');
  return count === 1 ? vscode.l10n.t('one problem') : vscode.l10n.t('{0} problems', count);
}

function rangeOf({ start, end }: OutlinePart['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
