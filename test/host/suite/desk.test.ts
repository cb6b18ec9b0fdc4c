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

  it('cleans up what a converter left', async () => {
    const document = await draft('Madam Chair,\n\nThis is the 12<sup>th</sup> session. See [75/158](#).\n');
    await statusOf(document.uri, ({ recognized }) => recognized);
    await vscode.commands.executeCommand('plenary.cleanUp', { preview: false });
    equal(document.getText(), 'Madam Chair,\n\nThis is the 12th session. See 75/158.\n', 'text');
  });
});
