import * as vscode from 'vscode';
import { NUMBERING } from '../../server/src/messages.js';
import type { NumberingOperation, NumberingParams, NumberingResult } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** The label of a numbered paragraph, subparagraph, heading or article at the start of a line, and what follows it. */
const LABEL =
  /^\s*(?:\d{1,4}(?: (?:bis|ter|quater))?\.|\([a-z]{1,5}\)|[a-z]\.|[IVXL]{1,7}\.|[A-Z]\.)(?:\s+|$)/;
/** A line that ends a paragraph above it. */
const BOUNDARY = /^\s*(?:$|#|```|<!--|\|)/;

/** A line that goes on by itself in Markdown, or is none of the text: a list, a quotation, a table, code, a comment. */
const NO_PARAGRAPH = /^(?:\s|[-*+>|](?:\s|$)|```|~~~|---|<!--|\[\^)/;

/** Commands that ask the server for an operation, with what they are called when they have nothing to do. */
const COMMANDS: readonly (readonly [command: string, operation: NumberingOperation])[] = [
  ['plenary.insertParagraph', 'insert'],
  ['plenary.insertFrozenParagraph', 'insert-frozen'],
  ['plenary.moveParagraphUp', 'move-up'],
  ['plenary.moveParagraphDown', 'move-down'],
  ['plenary.moveSectionUp', 'section-up'],
  ['plenary.moveSectionDown', 'section-down'],
  ['plenary.demoteParagraph', 'demote'],
  ['plenary.promoteParagraph', 'promote'],
  ['plenary.renumber', 'renumber'],
  ['plenary.renumberFromHere', 'renumber-from-here'],
  ['plenary.renumberSelection', 'renumber-selection'],
  ['plenary.renumberAnnex', 'renumber-annex'],
  ['plenary.acceptNumbering', 'accept'],
];

/** Operations whose outcome is told: the others show it by themselves. */
const TOLD: ReadonlySet<NumberingOperation> = new Set<NumberingOperation>([
  'renumber',
  'renumber-from-here',
  'renumber-selection',
  'renumber-annex',
  'accept',
]);

/** Operations that take what the cursor is in to another place: the editor goes along. */
const FAR: ReadonlySet<NumberingOperation> = new Set<NumberingOperation>([
  'move-up',
  'move-down',
  'section-up',
  'section-down',
  'delete',
  'delete-marking-references',
]);

/** The scheme of texts as they would be: shown beside those that are, and kept nowhere. */
const PREVIEW = 'plenary-preview';

/** The commands and keys that act on numbers. Each applies one edit, which one undo takes back. */
export function registerNumbering(ask: Ask): vscode.Disposable[] {
  const numbering = new Numbering(ask);
  return [
    vscode.workspace.registerTextDocumentContentProvider(PREVIEW, numbering),
    ...COMMANDS.map(([command, operation]) =>
      vscode.commands.registerCommand(command, () => numbering.perform(operation)),
    ),
    vscode.commands.registerCommand('plenary.renumberWithPreview', () => numbering.preview('renumber')),
    vscode.commands.registerCommand('plenary.showReferences', showReferences),
    vscode.commands.registerCommand('plenary.deleteParagraph', () => numbering.deleteParagraph()),
    vscode.commands.registerCommand('plenary.key.enter', () => numbering.enter()),
    vscode.commands.registerCommand('plenary.key.backspace', () => numbering.backspace()),
    vscode.commands.registerCommand('plenary.key.tab', () => numbering.tab('demote', 'tab')),
    vscode.commands.registerCommand('plenary.key.outdent', () => numbering.tab('promote', 'outdent')),
  ];
}

class Numbering implements vscode.TextDocumentContentProvider {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks the server for an operation at the cursor or on the selection. */
  async #plan(
    editor: vscode.TextEditor,
    operation: NumberingOperation,
    typing = false,
  ): Promise<NumberingResult | null> {
    const { document, selection } = editor;
    const params: NumberingParams = {
      textDocument: { uri: document.uri.toString() },
      operation,
      range: { start: plain(selection.start), end: plain(selection.end) },
    };
    const { version } = document;
    const result = (await this.#ask(NUMBERING, params)) as NumberingResult | null;
    // What was planned for a text that has changed in the meantime would hit the wrong places.
    return typing || document.version === version ? result : null;
  }

  async #apply(
    editor: vscode.TextEditor,
    result: NumberingResult,
    operation?: NumberingOperation,
  ): Promise<boolean> {
    if (result.edits.length === 0) return false;
    const done = await editor.edit((builder) => {
      for (const { range, newText } of result.edits) builder.replace(rangeOf(range), newText);
    });
    if (done && result.cursor) {
      const cursor = new vscode.Position(result.cursor.line, result.cursor.character);
      editor.selection = new vscode.Selection(cursor, cursor);
      editor.revealRange(new vscode.Range(cursor, cursor));
    } else if (done && operation && FAR.has(operation)) {
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    return done;
  }

  async perform(operation: NumberingOperation): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const result = await this.#plan(editor, operation);
    if (!result) return;
    if (result.refused !== null) {
      void vscode.window.showInformationMessage(result.refused);
      return;
    }
    await this.#apply(editor, result, operation);
    await this.#tell(editor, result, operation);
  }

  /** What changed, with the table of correspondence and the references that were left. */
  async #tell(
    editor: vscode.TextEditor,
    result: NumberingResult,
    operation: NumberingOperation,
  ): Promise<void> {
    const { labels, references, problems, doubt } = result;
    if (!TOLD.has(operation) && problems.length === 0 && !doubt) return;
    const said: string[] = [];
    if (labels + references > 0) said.push(vscode.l10n.t('Changed: {0}.', changes(result)));
    else if (TOLD.has(operation)) said.push(vscode.l10n.t('All numbers are in order.'));
    if (problems.length > 0) said.push(needALook(problems.length));
    if (doubt) said.push(doubt.message);
    const copy = vscode.l10n.t('Copy the table of correspondence');
    const show = vscode.l10n.t('Show the references');
    const actions = [...(problems.length > 0 ? [show] : []), ...(labels > 0 ? [copy] : [])];
    const chosen = await vscode.window.showInformationMessage(said.join(' '), ...actions);
    if (chosen === copy) await vscode.env.clipboard.writeText(result.correspondence);
    if (chosen === show) {
      await this.#showProblems(
        editor,
        result,
        vscode.l10n.t('References that were left as they are'),
        (position) => moved(position, result.edits),
      );
    }
  }

  async #showProblems(
    editor: vscode.TextEditor,
    { problems }: NumberingResult,
    placeHolder: string,
    place: (position: vscode.Position) => vscode.Position,
  ): Promise<void> {
    const chosen = await vscode.window.showQuickPick(
      problems.map((problem) => ({ label: problem.message, description: problem.where, problem })),
      { placeHolder },
    );
    if (!chosen) return;
    const { start, end } = rangeOf(chosen.problem.range);
    const range = editor.document.validateRange(new vscode.Range(place(start), place(end)));
    await vscode.window.showTextDocument(editor.document, {
      selection: range,
      ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    });
  }

  /** The texts that are shown as they would be, by their address. */
  readonly #previews = new Map<string, string>();

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#previews.get(uri.toString()) ?? '';
  }

  /** Shows the text as it is beside the text as it would be; changes it when that is confirmed. */
  async preview(operation: NumberingOperation): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, viewColumn } = editor;
    const result = await this.#plan(editor, operation);
    if (!result) return;
    if (result.refused !== null || result.edits.length === 0) {
      void vscode.window.showInformationMessage(result.refused ?? vscode.l10n.t('All numbers are in order.'));
      return;
    }
    const { version } = document;
    // The name at the end is that of the document: its language is told by it.
    const uri = document.uri.with({ scheme: PREVIEW, query: String(version) });
    this.#previews.set(uri.toString(), textAfter(document, result.edits));
    const name = document.uri.path.split('/').at(-1) ?? '';
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      uri,
      vscode.l10n.t('{0}: with its numbers in order', name),
      { preview: true, ...(viewColumn === undefined ? {} : { viewColumn }) },
    );
    const apply = vscode.l10n.t('Renumber');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('Would change: {0}.', changes(result)),
      apply,
      vscode.l10n.t('Leave as it is'),
    );
    await closePreview(uri);
    this.#previews.delete(uri.toString());
    if (chosen !== apply) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The text has changed in the meantime. Please ask for the preview again.'),
      );
      return;
    }
    const again = await vscode.window.showTextDocument(document, viewColumn);
    await this.#apply(again, result, operation);
    await this.#tell(again, result, operation);
  }

  /** Deletes the paragraph at the cursor; where others cite it, asks what becomes of the references. */
  async deleteParagraph(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const result = await this.#plan(editor, 'delete');
    if (!result) return;
    if (result.refused !== null) {
      void vscode.window.showInformationMessage(result.refused);
      return;
    }
    const { problems } = result;
    if (problems.length === 0) {
      await this.#apply(editor, result, 'delete');
      tellDoubt(result);
      return;
    }
    const mark = vscode.l10n.t('Delete and mark the references');
    const keep = vscode.l10n.t('Delete and leave the references');
    const show = vscode.l10n.t('Show the references');
    const chosen = await vscode.window.showWarningMessage(
      problems.length === 1
        ? vscode.l10n.t('One reference points at what would be deleted.')
        : vscode.l10n.t('{0} references point at what would be deleted.', problems.length),
      {
        modal: true,
        detail: vscode.l10n.t(
          'In {0}. A reference that is marked reads “[{1}, deleted]”.',
          [...new Set(problems.map(({ where }) => where))].join(', '),
          editor.document.getText(rangeOf(problems[0]!.range)),
        ),
      },
      mark,
      keep,
      show,
    );
    if (chosen === show) {
      await this.#showProblems(
        editor,
        result,
        vscode.l10n.t('References to what would be deleted'),
        (p) => p,
      );
    }
    if (chosen === keep) {
      await this.#apply(editor, result, 'delete');
      tellDoubt(result);
    }
    if (chosen === mark) {
      const marked = await this.#plan(editor, 'delete-marking-references');
      if (marked) {
        await this.#apply(editor, marked, 'delete-marking-references');
        tellDoubt(marked);
      }
    }
  }

  /**
   * Enter at the end of a numbered paragraph starts the next one, at the end of another one a paragraph of its own;
   * everywhere else it is the editor's own.
   */
  enter(): Promise<void> {
    // Who presses the key twice means it twice: the second waits for the first.
    this.#entering = this.#entering.then(() => this.#enter());
    return this.#entering;
  }

  #entering: Promise<void> = Promise.resolve();

  async #enter(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor && endsParagraph(editor)) {
      const line = editor.document.lineAt(editor.selection.active.line).text;
      if (isEmptyLabel(line)) return this.#removeLabel(editor);
      const meanwhile = new Typed(editor);
      try {
        const result = await this.#plan(editor, 'insert', true).catch(() => null);
        if (result && result.refused === null && (await this.#insert(editor, result, meanwhile))) return;
      } finally {
        meanwhile.dispose();
      }
    }
    if (editor && this.#isFresh(editor)) return;
    const apart = editor !== undefined && standsApart(editor);
    await vscode.commands.executeCommand('default:type', { text: apart ? '\n\n' : '\n' });
    this.#fresh = apart
      ? { document: editor.document, version: editor.document.version, line: editor.selection.active.line }
      : undefined;
  }

  /** Where the key has just begun a paragraph: who is used to press it twice has one empty line, and not two. */
  #fresh: { document: vscode.TextDocument; version: number; line: number } | undefined;

  #isFresh({ document, selection }: vscode.TextEditor): boolean {
    const fresh = this.#fresh;
    this.#fresh = undefined;
    return (
      fresh?.document === document &&
      fresh.version === document.version &&
      fresh.line === selection.active.line &&
      selection.isEmpty
    );
  }

  /** Makes the edits of a new paragraph. What was typed while they were asked for is taken over into it. */
  async #insert(editor: vscode.TextEditor, result: NumberingResult, meanwhile: Typed): Promise<boolean> {
    // A letter that comes in while the edits are on their way makes them void: they are made for the text with it.
    for (let times = 0; times < 50; times++) {
      const { text } = meanwhile;
      if (text === null) return false;
      if (await this.#insertBefore(editor, result, meanwhile, text)) return true;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return false;
  }

  async #insertBefore(
    editor: vscode.TextEditor,
    result: NumberingResult,
    meanwhile: Typed,
    text: string,
  ): Promise<boolean> {
    const { place, caret } = meanwhile;
    const shifted = (position: vscode.Position): vscode.Position =>
      position.line === place.line && position.isAfterOrEqual(place)
        ? position.translate(0, text.length)
        : position;
    const starts = (edit: NumberingResult['edits'][number]): boolean =>
      /^[\r\n]/.test(edit.newText) && rangeOf(edit.range).isEmpty;
    // The new paragraph is the one edit that begins a line, at the cursor or behind what hangs on the paragraph.
    const own = result.edits.find((edit) => starts(edit) && !rangeOf(edit.range).start.isBefore(place));
    const here = own !== undefined && rangeOf(own.range).start.isEqual(place);
    const done = await editor.edit((builder) => {
      if (!here && text !== '') builder.delete(new vscode.Range(place, place.translate(0, text.length)));
      for (const edit of result.edits) {
        const { start, end } = rangeOf(edit.range);
        // Put in at the cursor, it takes the cursor along, and what stands behind it.
        if (edit === own && here) builder.insert(place, edit.newText);
        else if (edit === own) builder.insert(shifted(start), edit.newText + text);
        else builder.replace(new vscode.Range(shifted(start), shifted(end)), edit.newText);
      }
    });
    if (done && result.cursor && !here) {
      const cursor = new vscode.Position(result.cursor.line, result.cursor.character + caret);
      editor.selection = new vscode.Selection(cursor, cursor);
    }
    if (done) editor.revealRange(editor.selection);
    return done;
  }

  /** Backspace behind an empty number removes it, and the numbers behind it fall back. */
  async backspace(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (
      editor &&
      isEmptyLabel(editor.document.lineAt(editor.selection.active.line).text) &&
      atLineEnd(editor)
    ) {
      return this.#removeLabel(editor);
    }
    await vscode.commands.executeCommand('deleteLeft');
  }

  async #removeLabel(editor: vscode.TextEditor): Promise<void> {
    const line = editor.selection.active.line;
    const result = await this.#plan(editor, 'delete').catch(() => null);
    if (
      result &&
      result.refused === null &&
      result.problems.length === 0 &&
      (await this.#apply(editor, result))
    ) {
      // The cursor goes back to the end of the text before it.
      let above = Math.min(line, editor.document.lineCount - 1);
      while (above > 0 && (above === line || editor.document.lineAt(above).isEmptyOrWhitespace)) above--;
      const end = editor.document.lineAt(above).range.end;
      editor.selection = new vscode.Selection(end, end);
      return;
    }
    const whole = editor.document.lineAt(line).range;
    await editor.edit((builder) => builder.delete(whole));
  }

  /** Tab right behind a label changes the level of its paragraph; elsewhere it is the editor's own. */
  async tab(operation: 'demote' | 'promote', own: string): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor) {
      const { line, character } = editor.selection.active;
      const label = LABEL.exec(editor.document.lineAt(line).text);
      if (label && character <= label[0].length) {
        const result = await this.#plan(editor, operation).catch(() => null);
        if (result && result.refused === null && (await this.#apply(editor, result))) return;
      }
    }
    await vscode.commands.executeCommand(own);
  }
}

/** Lists what points at a place; run by the lens above a paragraph. */
async function showReferences(address: string, place: { line: number; character: number }): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const position = new vscode.Position(place.line, place.character);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  // The place itself is not what points at it.
  const others = found.filter(({ range }) => !range.contains(position));
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, others);
}

function numbersInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('one number') : vscode.l10n.t('{0} numbers', count);
}

function referencesInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('one reference') : vscode.l10n.t('{0} references', count);
}

/** Says from where on the numbers may be read otherwise than they were given; silent where all are certain. */
function tellDoubt({ doubt }: NumberingResult): void {
  if (doubt) void vscode.window.showInformationMessage(doubt.message);
}

function needALook(count: number): string {
  return count === 1
    ? vscode.l10n.t('One reference needs a look.')
    : vscode.l10n.t('{0} references need a look.', count);
}

/** What is typed at the cursor from now on: a person does not wait for an answer. */
class Typed implements vscode.Disposable {
  readonly place: vscode.Position;
  readonly #editor: vscode.TextEditor;
  readonly #start: number;
  readonly #listener: vscode.Disposable;
  #text: string | null = '';

  constructor(editor: vscode.TextEditor) {
    this.#editor = editor;
    this.place = editor.selection.active;
    this.#start = editor.document.offsetAt(this.place);
    this.#listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document !== editor.document) return;
      for (const { rangeOffset, rangeLength, text } of contentChanges) {
        const at = rangeOffset - this.#start;
        const old = this.#text;
        const within = old !== null && at >= 0 && at + rangeLength <= old.length && !/[\r\n]/.test(text);
        this.#text = within ? old.slice(0, at) + text + old.slice(at + rangeLength) : null;
      }
    });
  }

  /** The text; null where something else was changed too. */
  get text(): string | null {
    return this.#text;
  }

  /** Where the cursor stands in the text. */
  get caret(): number {
    const { document, selection } = this.#editor;
    const at = document.offsetAt(selection.active) - this.#start;
    return Math.max(0, Math.min(at, this.#text?.length ?? 0));
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

/** "3 numbers, one reference". */
function changes({ labels, references }: NumberingResult): string {
  const parts: string[] = [];
  if (labels > 0) parts.push(numbersInWords(labels));
  if (references > 0) parts.push(referencesInWords(references));
  return parts.join(', ');
}

/** The text of a document once edits are made. */
function textAfter(document: vscode.TextDocument, edits: NumberingResult['edits']): string {
  const text = document.getText();
  let out = '';
  let from = 0;
  for (const { range, newText } of edits) {
    const { start, end } = rangeOf(range);
    out += text.slice(from, document.offsetAt(start)) + newText;
    from = document.offsetAt(end);
  }
  return out + text.slice(from);
}

/** Where a place stands once edits are made, which are in the order of the text. */
function moved(place: vscode.Position, edits: NumberingResult['edits']): vscode.Position {
  let { line, character } = place;
  for (const { range, newText } of edits) {
    const { start, end } = rangeOf(range);
    if (end.isAfter(place)) break;
    const lines = newText.split(/\r\n|\r|\n/);
    line += lines.length - 1 - (end.line - start.line);
    if (end.line !== place.line) continue;
    character += lines.at(-1)!.length - end.character + (lines.length === 1 ? start.character : 0);
  }
  return new vscode.Position(Math.max(0, line), Math.max(0, character));
}

async function closePreview(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
  );
  await vscode.window.tabGroups.close(shown);
}

function plain(position: vscode.Position): { line: number; character: number } {
  return { line: position.line, character: position.character };
}

function rangeOf(range: NumberingResult['edits'][number]['range']): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

function isEmptyLabel(line: string): boolean {
  const m = LABEL.exec(line);
  return m?.[0].trimEnd().length === line.trimEnd().length && line.trim() !== '';
}

function atLineEnd(editor: vscode.TextEditor): boolean {
  const { active } = editor.selection;
  return (
    editor.selection.isEmpty && editor.document.lineAt(active.line).text.slice(active.character).trim() === ''
  );
}

/** Whether the cursor stands at the end of a paragraph without number in a draft that parts them by empty lines. */
function standsApart(editor: vscode.TextEditor): boolean {
  const { document, selection } = editor;
  const { line } = selection.active;
  if (document.languageId !== 'un-document' || !atLineEnd(editor)) return false;
  const { text } = document.lineAt(line);
  if (text.trim() === '' || LABEL.test(text) || NO_PARAGRAPH.test(text)) return false;
  const isEmpty = (at: number): boolean =>
    at < 0 || at >= document.lineCount || document.lineAt(at).isEmptyOrWhitespace;
  return isEmpty(line - 1) && isEmpty(line + 1);
}

/** Whether the cursor stands at the end of a paragraph whose first line begins with a label. */
function endsParagraph(editor: vscode.TextEditor): boolean {
  if (!atLineEnd(editor)) return false;
  const { document } = editor;
  const { line } = editor.selection.active;
  // Inside a paragraph of several lines Enter is Enter.
  if (line + 1 < document.lineCount) {
    const next = document.lineAt(line + 1).text;
    if (!BOUNDARY.test(next) && !LABEL.test(next)) return false;
  }
  for (let at = line; at >= 0 && at > line - 40; at--) {
    const text = document.lineAt(at).text;
    if (BOUNDARY.test(text)) return false;
    if (LABEL.test(text)) return true;
  }
  return false;
}
