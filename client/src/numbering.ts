import * as vscode from 'vscode';
import { NUMBERING } from '../../server/src/messages.js';
import type { NumberingOperation, NumberingParams, NumberingResult } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** The label of a numbered paragraph, subparagraph, heading or article at the start of a line, and what follows it. */
const LABEL =
  /^\s*(?:\d{1,4}(?: (?:bis|ter|quater))?\.|\([a-z]{1,5}\)|[a-z]\.|[IVXL]{1,7}\.|[A-Z]\.)(?:\s+|$)/;
/** A line that ends a paragraph above it. */
const BOUNDARY = /^\s*(?:$|#|```|<!--|\|)/;

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

/** The commands and keys that act on numbers. Each applies one edit, which one undo takes back. */
export function registerNumbering(ask: Ask): vscode.Disposable[] {
  const numbering = new Numbering(ask);
  return [
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

class Numbering {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks the server for an operation at the cursor or on the selection. */
  async #plan(editor: vscode.TextEditor, operation: NumberingOperation): Promise<NumberingResult | null> {
    const { document, selection } = editor;
    const params: NumberingParams = {
      textDocument: { uri: document.uri.toString() },
      operation,
      range: { start: plain(selection.start), end: plain(selection.end) },
    };
    const { version } = document;
    const result = (await this.#ask(NUMBERING, params)) as NumberingResult | null;
    // What was planned for a text that has changed in the meantime would hit the wrong places.
    return document.version === version ? result : null;
  }

  async #apply(editor: vscode.TextEditor, result: NumberingResult): Promise<boolean> {
    if (result.edits.length === 0) return false;
    const done = await editor.edit((builder) => {
      for (const { range, newText } of result.edits) builder.replace(rangeOf(range), newText);
    });
    if (done && result.cursor) {
      const cursor = new vscode.Position(result.cursor.line, result.cursor.character);
      editor.selection = new vscode.Selection(cursor, cursor);
      editor.revealRange(new vscode.Range(cursor, cursor));
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
    await this.#apply(editor, result);
    await this.#tell(result, operation);
  }

  /** What changed, with the table of correspondence and the references that were left. */
  async #tell(result: NumberingResult, operation: NumberingOperation): Promise<void> {
    const { labels, references, problems } = result;
    if (!TOLD.has(operation) && problems.length === 0) return;
    const changed =
      labels + references === 0
        ? vscode.l10n.t('All numbers are in order.')
        : vscode.l10n.t('Changed: {0}, {1}.', numbersInWords(labels), referencesInWords(references));
    const left = problems.length > 0 ? ` ${needALook(problems.length)}` : '';
    const copy = vscode.l10n.t('Copy the table of correspondence');
    const show = vscode.l10n.t('Show the references');
    const actions = [...(problems.length > 0 ? [show] : []), ...(labels > 0 ? [copy] : [])];
    const chosen = await vscode.window.showInformationMessage(changed + left, ...actions);
    if (chosen === copy) await vscode.env.clipboard.writeText(result.correspondence);
    if (chosen === show) await this.#showProblems(result);
  }

  async #showProblems(result: NumberingResult): Promise<void> {
    const chosen = await vscode.window.showQuickPick(
      result.problems.map((problem) => ({
        label: problem.message,
        description: vscode.l10n.t('line {0}', problem.range.start.line + 1),
        problem,
      })),
      { placeHolder: vscode.l10n.t('References that were left as they are') },
    );
    const editor = vscode.window.activeTextEditor;
    if (!chosen || !editor) return;
    const line = Math.min(chosen.problem.range.start.line, editor.document.lineCount - 1);
    const range = editor.document.lineAt(line).range;
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Shows each change in the editor's preview of refactorings before any is made. */
  async preview(operation: NumberingOperation): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const result = await this.#plan(editor, operation);
    if (!result) return;
    if (result.refused !== null || result.edits.length === 0) {
      void vscode.window.showInformationMessage(result.refused ?? vscode.l10n.t('All numbers are in order.'));
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of result.edits) {
      edit.replace(editor.document.uri, rangeOf(range), newText, {
        needsConfirmation: true,
        label: vscode.l10n.t('Renumber'),
      });
    }
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
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
    if (result.problems.length === 0) {
      await this.#apply(editor, result);
      return;
    }
    const keep = vscode.l10n.t('Delete and leave the references');
    const mark = vscode.l10n.t('Delete and mark the references');
    const show = vscode.l10n.t('Show the references');
    const chosen = await vscode.window.showWarningMessage(
      result.problems.length === 1
        ? vscode.l10n.t('This paragraph is cited once.')
        : vscode.l10n.t('This paragraph is cited {0} times.', result.problems.length),
      { modal: true },
      keep,
      mark,
      show,
    );
    if (chosen === show) await this.#showProblems(result);
    if (chosen === keep) await this.#apply(editor, result);
    if (chosen === mark) {
      const marked = await this.#plan(editor, 'delete-marking-references');
      if (marked) await this.#apply(editor, marked);
    }
  }

  /** Enter at the end of a numbered paragraph starts the next one; everywhere else it is the editor's own. */
  async enter(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor && endsParagraph(editor)) {
      const line = editor.document.lineAt(editor.selection.active.line).text;
      if (isEmptyLabel(line)) return this.#removeLabel(editor);
      const result = await this.#plan(editor, 'insert').catch(() => null);
      if (result && result.refused === null && (await this.#apply(editor, result))) return;
    }
    await vscode.commands.executeCommand('default:type', { text: '\n' });
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

function needALook(count: number): string {
  return count === 1
    ? vscode.l10n.t('One reference needs a look.')
    : vscode.l10n.t('{0} references need a look.', count);
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
