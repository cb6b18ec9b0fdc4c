import * as vscode from 'vscode';
import { OUTLINE, WORDS_WITHIN } from '../../server/src/messages.js';
import type {
  DocumentStatusParams,
  Outline,
  OutlinePart,
  WordsWithinParams,
} from '../../server/src/messages.js';
import type { DocumentStatuses } from './status.js';
import { cut, figures, readingTime, wordsCounted } from './words.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** So many characters of a part's words leave room for its length in the list. */
const SHOWN = 48;

/** A selection is counted this long after it last changed. Milliseconds. */
const PAUSE = 150;

/** How long the draft is, in the status bar: words against its limit, or the time it takes to say it. */
export function registerLength(ask: Ask, statuses: DocumentStatuses): vscode.Disposable[] {
  const item = new LengthItem(ask, statuses);
  return [
    item,
    vscode.commands.registerCommand('plenary.showLength', () => showLength(ask, statuses.document)),
  ];
}

class LengthItem implements vscode.Disposable {
  readonly #ask: Ask;
  readonly #statuses: DocumentStatuses;
  readonly #item = vscode.window.createStatusBarItem('plenary.length', vscode.StatusBarAlignment.Right, 99);
  readonly #disposables: vscode.Disposable[];
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Words of what is selected; undefined where nothing is. */
  #selected: number | undefined;

  constructor(ask: Ask, statuses: DocumentStatuses) {
    this.#ask = ask;
    this.#statuses = statuses;
    this.#item.name = vscode.l10n.t('Plenary: length of the document');
    this.#item.command = 'plenary.showLength';
    this.#disposables = [
      this.#item,
      statuses.onDidChange(() => this.#show()),
      statuses.onDidChangeState((state) => {
        if (state !== 'running') this.#show();
      }),
      statuses.onDidChangeDocument(() => this.#selectionChanged(0)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === statuses.document) this.#selectionChanged(PAUSE);
      }),
    ];
    this.#show();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #selectionChanged(pause: number): void {
    clearTimeout(this.#pause);
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.selections.every(({ isEmpty }) => isEmpty)) {
      this.#selected = undefined;
      this.#show();
      return;
    }
    this.#pause = setTimeout(() => void this.#count(editor), pause);
  }

  async #count(editor: vscode.TextEditor): Promise<void> {
    const { document, selections } = editor;
    if (this.#statuses.of(document.uri)?.recognized !== true) return;
    const params: WordsWithinParams = {
      textDocument: { uri: document.uri.toString() },
      ranges: selections.map(({ start, end }) => ({
        start: { line: start.line, character: start.character },
        end: { line: end.line, character: end.character },
      })),
    };
    try {
      const words = (await this.#ask(WORDS_WITHIN, params)) as number | null;
      // Another selection may have been made in the meantime: that one is counted by itself.
      if (vscode.window.activeTextEditor !== editor || editor.selections !== selections) return;
      this.#selected = words ?? undefined;
    } catch {
      this.#selected = undefined;
    }
    this.#show();
  }

  #show(): void {
    const { document } = this.#statuses;
    const status = document && this.#statuses.of(document.uri);
    if (!status?.recognized) {
      this.#item.hide();
      return;
    }
    this.#item.text = text(status, this.#selected);
    this.#item.tooltip = tooltip(status, this.#selected);
    this.#item.backgroundColor =
      excess(status) > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }
}

/** By how many words a document is too long for its limit or its time; 0 or less where it is not. */
function excess({ kind, words, limit, minutes, wordsPerMinute }: DocumentStatusParams): number {
  if (kind === 'statement') return minutes > 0 ? words - minutes * wordsPerMinute : 0;
  return limit === null ? 0 : words - limit;
}

function figure(count: number): string {
  return figures(count);
}

/** "5:00" of 5, "2:30" of 2.5. */
function minutesWords(minutes: number): string {
  return readingTime(minutes, 1);
}

function text(status: DocumentStatusParams, selected: number | undefined): string {
  const { kind, words, limit, minutes, wordsPerMinute } = status;
  if (kind === 'statement') {
    const time = readingTime(words, wordsPerMinute);
    if (selected !== undefined) {
      const part = readingTime(selected, wordsPerMinute);
      return `$(watch) ${vscode.l10n.t('{0} of {1} min selected', part, time)}`;
    }
    return minutes > 0
      ? `$(watch) ${vscode.l10n.t('{0} of {1} min', time, minutesWords(minutes))}`
      : `$(watch) ${vscode.l10n.t('{0} min', time)}`;
  }
  if (selected !== undefined)
    return `$(book) ${vscode.l10n.t('{0} of {1} words selected', figure(selected), figure(words))}`;
  return limit === null
    ? `$(book) ${wordsCounted(words)}`
    : `$(book) ${vscode.l10n.t('{0} of {1} words', figure(words), figure(limit))}`;
}

function tooltip(status: DocumentStatusParams, selected: number | undefined): vscode.MarkdownString {
  const { kind, words, limit, minutes, wordsPerMinute } = status;
  const lines = [`**${wordsCounted(words)}**`];
  if (kind === 'statement') {
    lines.push(
      vscode.l10n.t('{0} min at {1} words a minute', readingTime(words, wordsPerMinute), wordsPerMinute),
    );
    if (minutes > 0) lines.push(vscode.l10n.t('{0} min are allowed', minutesWords(minutes)));
  }
  if (limit !== null) lines.push(vscode.l10n.t('The limit is {0} words.', figure(limit)));
  const over = Math.ceil(excess(status));
  if (over === 1) lines.push(vscode.l10n.t('1 word too many'));
  else if (over > 1) lines.push(vscode.l10n.t('{0} words too many', figure(over)));
  if (selected !== undefined) {
    const time = kind === 'statement' ? ` · ${readingTime(selected, wordsPerMinute)} min` : '';
    lines.push(`${vscode.l10n.t('Selected: {0}', wordsCounted(selected))}${time}`);
  }
  lines.push(vscode.l10n.t('Click to see it by section.'));
  return new vscode.MarkdownString(lines.join('  \n'));
}

interface LengthEntry extends vscode.QuickPickItem {
  readonly part?: OutlinePart;
  readonly settings?: true;
}

/** The length by section, and how it is counted; choosing a section goes to it. */
async function showLength(ask: Ask, document: vscode.TextDocument | undefined): Promise<void> {
  if (!document) return;
  const params = { textDocument: { uri: document.uri.toString() } };
  const outline = (await ask(OUTLINE, params)) as Outline | null;
  if (!outline) return;
  const chosen = await vscode.window.showQuickPick(entries(outline), {
    title: title(outline),
    placeHolder: vscode.l10n.t('Choose a part to go to it'),
    matchOnDescription: true,
  });
  if (chosen?.settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'plenary.statement');
    return;
  }
  if (!chosen?.part) return;
  const { start } = chosen.part.selection;
  const place = new vscode.Position(start.line, start.character);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function title({ kind, words, limit, minutes, wordsPerMinute }: Outline): string {
  if (kind === 'statement') {
    const time = readingTime(words, wordsPerMinute);
    return minutes > 0
      ? vscode.l10n.t('{0}: {1} min of {2} allowed', wordsCounted(words), time, minutesWords(minutes))
      : vscode.l10n.t('{0}: {1} min', wordsCounted(words), time);
  }
  return limit === null
    ? wordsCounted(words)
    : vscode.l10n.t('{0} of {1} words', figure(words), figure(limit));
}

function entries(outline: Outline): LengthEntry[] {
  const { kind, wordsPerMinute, words, noteWords } = outline;
  const spoken = kind === 'statement';
  const length = (count: number): string => {
    const share = words > 0 ? Math.round((count * 100) / words) : 0;
    const time = spoken ? `${readingTime(count, wordsPerMinute)} min · ` : '';
    return `${time}${wordsCounted(count)} · ${share} %`;
  };
  const items: LengthEntry[] = [];
  const add = (parts: readonly OutlinePart[], depth: number): void => {
    for (const part of parts) {
      // Numbered paragraphs would make the list as long as the draft.
      const numbered = part.kind === 'paragraph' || part.kind === 'salutation';
      const ofMasthead = part.kind === 'title' && part.children.length === 0;
      if (part.words === 0 || ofMasthead || (numbered && (depth > 0 || !spoken))) continue;
      items.push({
        label: `${'\u2003'.repeat(depth)}${cut(`${part.label} ${part.text}`.trim(), SHOWN - 2 * depth)}`,
        description: length(part.words),
        part,
      });
      add(part.children, depth + 1);
    }
  };
  add(outline.parts, 0);
  if (noteWords > 0)
    items.push({ label: vscode.l10n.t('Footnotes, among them'), description: length(noteWords) });
  items.push(
    { label: vscode.l10n.t('How it is counted'), kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(info) ${vscode.l10n.t('Body, headings, notes and annexes')}`,
      detail: vscode.l10n.t('Not counted: masthead, comments, numbers, note marks.'),
      alwaysShow: true,
    },
  );
  if (spoken)
    items.push({
      label: `$(settings-gear) ${vscode.l10n.t('{0} words a minute', wordsPerMinute)}`,
      detail: vscode.l10n.t('Interpreters ask for 100 to 120. Choose this to set speed and time allowed.'),
      settings: true,
      alwaysShow: true,
    });
  return items;
}
