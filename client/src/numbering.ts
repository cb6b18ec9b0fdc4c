import * as vscode from 'vscode';
import { NUMBERING } from '../../server/src/messages.js';
import type { NumberingOperation, NumberingParams, NumberingResult } from '../../server/src/messages.js';
import { registerKeys } from './keys.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

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

/** The commands that act on numbers, and the keys. Each applies one edit, which one undo takes back. */
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
    ...registerKeys(ask),
  ];
}

class Numbering implements vscode.TextDocumentContentProvider {
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
