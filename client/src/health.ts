import * as vscode from 'vscode';
import { HEALTH } from '../../server/src/messages.js';
import type { HealthItem, HealthOfPart, HealthResult } from '../../server/src/messages.js';
import type { DocumentStatuses } from './status.js';
import { figures, wordsCounted } from './words.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** How long after a change of the findings the view is brought up to date. Milliseconds. */
const DELAY = 400;

interface PartNode {
  readonly part: HealthOfPart;
  readonly result: HealthResult;
  readonly uri: vscode.Uri;
}
interface ItemNode {
  readonly item: HealthItem;
  readonly uri: vscode.Uri;
}
type Node = PartNode | ItemNode;

/** The view of a document's health, and the report of it. */
export function registerHealth(ask: Ask, statuses: DocumentStatuses): vscode.Disposable[] {
  const tree = new HealthTree(ask, statuses);
  const view = vscode.window.createTreeView('plenary.health', { treeDataProvider: tree });
  return [
    tree,
    view,
    view.onDidChangeVisibility(({ visible }) => visible && tree.refresh()),
    vscode.commands.registerCommand('plenary.healthReport', () => report(ask, statuses)),
  ];
}

/** Asks for the health of the document before the person; undefined where there is none of ours. */
async function healthOf(
  ask: Ask,
  statuses: DocumentStatuses,
): Promise<{ uri: vscode.Uri; result: HealthResult } | undefined> {
  const uri = statuses.document?.uri;
  if (!uri || statuses.of(uri)?.recognized !== true) return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  const params = { textDocument: { uri: uri.toString() }, name };
  const result = (await ask(HEALTH, params)) as HealthResult | null;
  return result ? { uri, result } : undefined;
}

async function report(ask: Ask, statuses: DocumentStatuses): Promise<void> {
  const health = await healthOf(ask, statuses);
  if (!health) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a United Nations document first.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: health.result.report,
  });
  await vscode.window.showTextDocument(document, { preview: false });
  // Read as a page, not as marks; the text stands behind it for whoever wants to keep or send it.
  try {
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
  } catch {
    // There is nobody here who shows pages of Markdown: the text is before the person.
  }
}

class HealthTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #ask: Ask;
  readonly #statuses: DocumentStatuses;
  readonly #disposables: vscode.Disposable[];
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask, statuses: DocumentStatuses) {
    this.#ask = ask;
    this.#statuses = statuses;
    this.#disposables = [
      this.#changed,
      statuses.onDidChangeDocument(() => this.refresh()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const uri = statuses.document?.uri.toString();
        if (uris.some((one) => one.toString() === uri)) this.refresh();
      }),
      statuses.onDidChange(() => this.refresh()),
    ];
  }

  /** Brings the view up to date a little later; several wishes at once are one. */
  refresh(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#changed.fire(undefined), DELAY);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'part' in node ? node.part.items.map((item) => ({ item, uri: node.uri })) : [];
    try {
      const health = await healthOf(this.#ask, this.#statuses);
      if (!health) return [];
      const { uri, result } = health;
      return result.health.parts.map((part) => ({ part, result, uri }));
    } catch {
      // A server that has stopped is told of elsewhere.
      return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'part' in node ? partItem(node) : itemOf(node);
  }

  dispose(): void {
    clearTimeout(this.#soon);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function partItem({ part, result }: PartNode): vscode.TreeItem {
  const label = partLabel(part.part);
  const state =
    part.items.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(label, state);
  item.id = part.part;
  item.description = description(part, result);
  item.iconPath = icon(part, result);
  item.tooltip = `${label}: ${item.description}`;
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

function itemOf({ item, uri }: ItemNode): vscode.TreeItem {
  const node = new vscode.TreeItem(item.message);
  node.description = item.place;
  node.tooltip = `${item.message}\n${item.place} · ${item.code}`;
  node.iconPath = severityIcon(item.severity);
  node.accessibilityInformation = { label: `${item.severity}, ${item.place}: ${item.message}` };
  const { start, end } = item.range;
  node.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to the place'),
    arguments: [uri, { selection: new vscode.Range(start.line, start.character, end.line, end.character) }],
  };
  return node;
}

function partLabel(part: HealthOfPart['part']): string {
  const { t } = vscode.l10n;
  switch (part) {
    case 'masthead':
      return t('Masthead');
    case 'numbering':
      return t('Numbering and headings');
    case 'references':
      return t('References');
    case 'facts':
      return t('Facts');
    case 'style':
      return t('Style');
    case 'length':
      return t('Length');
  }
}

function description(part: HealthOfPart, { health }: HealthResult): string {
  const { t } = vscode.l10n;
  const words: string[] = [];
  if (part.part === 'length') {
    const { words: count, limit } = health;
    words.push(limit === null ? wordsCounted(count) : t('{0} of {1} words', figures(count), figures(limit)));
  }
  const { missing } = health.masthead;
  if (part.part === 'masthead' && missing.length > 0)
    words.push(
      missing.length === 1 ? t('one field is missing') : t('{0} fields are missing', missing.length),
    );
  if (part.errors > 0) words.push(part.errors === 1 ? t('1 error') : t('{0} errors', part.errors));
  if (part.warnings > 0) words.push(part.warnings === 1 ? t('1 warning') : t('{0} warnings', part.warnings));
  if (part.others > 0) words.push(part.others === 1 ? t('1 remark') : t('{0} remarks', part.others));
  if (words.length === 0) words.push(t('in order'));
  // Hints are advice: what has only these is in order.
  if (part.hints > 0) words.push(part.hints === 1 ? t('1 hint') : t('{0} hints', part.hints));
  return words.join(' · ');
}

function icon(part: HealthOfPart, { health }: HealthResult): vscode.ThemeIcon {
  if (part.errors > 0) return severityIcon('error');
  if (part.warnings > 0) return severityIcon('warning');
  const missing = part.part === 'masthead' && health.masthead.missing.length > 0;
  if (part.others > 0 || missing) return severityIcon('information');
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}

function severityIcon(severity: HealthItem['severity']): vscode.ThemeIcon {
  if (severity === 'error')
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (severity === 'warning')
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('info');
}
