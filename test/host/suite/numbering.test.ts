import * as vscode from 'vscode';
import { answering, closeAll, draft, equal, ok, statusOf, until } from '../kit.js';

const REPORT = `Report of the Secretary-General

I. Introduction

1. The Office met.

2. It was well attended (see para. 3 below).

II. Activities

3. The report was adopted (see paragraph 2 above).
`;

describe('Numbering', () => {
  afterEach(closeAll);

  async function open(text = REPORT): Promise<vscode.TextEditor> {
    const document = await draft(text);
    await statusOf(document.uri);
    const editor = await vscode.window.showTextDocument(document);
    return editor;
  }

  function place(editor: vscode.TextEditor, words: string, atEnd = false): void {
    const offset = editor.document.getText().indexOf(words) + (atEnd ? words.length : 0);
    const position = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(position, position);
  }

  /** The keys, as they are bound: the editor does its own first. */
  const press = (own: string | object, key: string): Thenable<unknown> =>
    vscode.commands.executeCommand('runCommands', { commands: [own, key] });
  const enter = (): Thenable<unknown> =>
    press({ command: 'type', args: { text: '\n' } }, 'plenary.key.enter');

  it('starts the next paragraph, carries the references, and is undone in one step', async () => {
    const editor = await open();
    place(editor, 'The Office met.', true);
    await enter();
    await until('numbers that follow', () =>
      editor.document.getText().includes('\n3. It was well attended (see para. 4 below)'),
    );
    equal(editor.document.lineAt(editor.selection.active.line).text, '2. ');
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), REPORT);
  });

  it('takes an empty number back on Backspace', async () => {
    const editor = await open();
    place(editor, 'The Office met.', true);
    await enter();
    await until('numbers that follow', () => editor.document.getText().includes('\n4. The report'));
    await press('deleteLeft', 'plenary.key.backspace');
    await until('the text as it was', () => editor.document.getText() === REPORT);
  });

  it('moves a section with its references', async () => {
    const editor = await open();
    place(editor, 'II. Activities');
    await vscode.commands.executeCommand('plenary.moveSectionUp');
    await until('the section moved', () =>
      editor.document
        .getText()
        .includes('I. Activities\n\n1. The report was adopted (see paragraph 3 below)'),
    );
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), REPORT);
  });

  it('moves a paragraph with its references', async () => {
    const editor = await open();
    place(editor, 'The Office met.');
    await vscode.commands.executeCommand('plenary.moveParagraphDown');
    await until('the paragraph moved', () =>
      editor.document
        .getText()
        .includes('1. It was well attended (see para. 3 below).\n\n2. The Office met.\n\nII.'),
    );
    ok(editor.document.getText().includes('(see paragraph 1 above)'), editor.document.getText());
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), REPORT);
  });

  it('deletes a paragraph, and asks what becomes of the references to it', async () => {
    const editor = await open();
    place(editor, 'The Office met.');
    await vscode.commands.executeCommand('plenary.deleteParagraph');
    await until('numbers that follow', () =>
      editor.document.getText().includes('1. It was well attended (see para. 2 below)'),
    );
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), REPORT);
    place(editor, 'The report was adopted');
    const asked = await answering(['Delete and mark'], () =>
      vscode.commands.executeCommand('plenary.deleteParagraph'),
    );
    equal(asked, ['One reference points at what would be deleted.'], 'questions');
    await until('the mark', () => editor.document.getText().includes('(see para. [3, deleted] below)'));
  });

  it('renumbers the document with its references', async () => {
    const text = REPORT.replace('3. The report', '7. The report').replace('para. 3', 'para. 7');
    const editor = await open(text);
    // It ends when what it tells has been read.
    void vscode.commands.executeCommand('plenary.renumber');
    await until('numbers in order', () => editor.document.getText() === REPORT);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('renames a paragraph with its references', async () => {
    const editor = await open();
    const offset = editor.document.getText().indexOf('3. The report');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      editor.document.positionAt(offset),
      '9',
    );
    await vscode.workspace.applyEdit(edit);
    equal(editor.document.getText().includes('(see para. 9 below)'), true);
    equal(editor.document.getText().includes('\n9. The report'), true);
  });
});
