import * as vscode from 'vscode';
import { closeAll, draft, equal, ok, plenary, statusOf, until } from '../kit.js';

describe('The desk', () => {
  afterEach(closeAll);

  it('begins a new document from answers', async () => {
    const api = await plenary();
    await until('the server', () => api.isRunning());
    await vscode.commands.executeCommand('plenary.newDocument', {
      id: 'national-statement',
      answers: { body: 'General Assembly', session: '79', state: 'Valmora' },
    });
    const document = await until('the new document', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled && shown.getText().includes('Valmora') ? shown : undefined;
    });
    ok(document.languageId === 'un-document', `language: ${document.languageId}`);
    ok(/[Ss]eventy-ninth session/.test(document.getText()), document.getText());
    ok(!document.getText().includes('${'), 'tab stops are filled in by the editor');
    await statusOf(document.uri, ({ kind }) => kind === 'statement');
  });

  it('puts in a footnote and a table of contents, which one undo takes back', async () => {
    const text = 'Report of the Secretary-General\n\n## I. Introduction\n\n1. It met.\n';
    const document = await draft(text);
    await statusOf(document.uri, ({ recognized }) => recognized);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(text.indexOf('met.') + 'met'.length);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('plenary.insertFootnote');
    await until('the footnote', () => document.getText().endsWith('1. It met.[^1]\n\n[^1]: \n'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text, 'text');
    await vscode.commands.executeCommand('plenary.insertContents');
    await until('the contents', () => document.getText().includes('- I. Introduction …… 1\n'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text, 'text');
  });

  it('cleans up what a converter left', async () => {
    const document = await draft('Madam Chair,\n\nThis is the 12<sup>th</sup> session. See [75/158](#).\n');
    await statusOf(document.uri, ({ recognized }) => recognized);
    await vscode.commands.executeCommand('plenary.cleanUp', { preview: false });
    equal(document.getText(), 'Madam Chair,\n\nThis is the 12th session. See 75/158.\n', 'text');
  });
});
