import * as vscode from 'vscode';
import { EXTENSION_ID, closeAll, draft, equal, fixture, ok, plenary, show, statusOf, until } from '../kit.js';

describe('The client', () => {
  afterEach(closeAll);

  it('is activated by opening a document, without being asked', async () => {
    await show(fixture('statement.undoc'));
    const extension = vscode.extensions.getExtension<{ isRunning(): boolean }>(EXTENSION_ID);
    await until('the server', () => extension?.isActive && extension.exports.isRunning());
  });

  it('learns what a document is', async () => {
    const document = await show(fixture('statement.undoc'));
    equal(document.languageId, 'un-document', 'language');
    const status = await statusOf(document.uri);
    equal(status.recognized, true, 'recognition');
    ok(status.words > 20, `words are counted: ${status.words}`);
  });

  it('takes no interest in a README', async () => {
    const document = await show(fixture('README.md'));
    const status = await statusOf(document.uri);
    equal(status.recognized, false, 'recognition');
    equal(vscode.languages.getDiagnostics(document.uri).length, 0, 'number of findings');
  });

  it('serves a document that was never saved', async () => {
    const { uri } = await draft('Madam Chair,\n\nThank you.\n');
    equal((await statusOf(uri)).recognized, true, 'recognition');
  });

  it('changes the kind of a document, and back', async () => {
    const { uri } = await show(fixture('README.md'));
    await statusOf(uri);
    await vscode.commands.executeCommand('plenary.changeKind', 'note');
    await statusOf(uri, (status) => status.recognized && status.kind === 'note');
    await vscode.commands.executeCommand('plenary.changeKind', 'none');
    await statusOf(uri, (status) => !status.recognized);
    await vscode.commands.executeCommand('plenary.changeKind', null);
    await statusOf(uri, (status) => !status.recognized);
  });

  it('restarts the server, which knows the open documents again', async () => {
    const { uri } = await show(fixture('statement.undoc'));
    await statusOf(uri);
    const api = await plenary();
    await vscode.commands.executeCommand('plenary.restartServer');
    ok(api.isRunning(), 'the server runs');
    equal((await statusOf(uri)).recognized, true, 'recognition');
  });
});

describe('The language', () => {
  afterEach(closeAll);

  it('keeps symbols, numbers and compounds whole as words', async () => {
    const text = 'See CTOC/COP/WG.4/2021/2, A/75/292 and the Secretary-General’s report 2019–2021.';
    const document = await draft(text);
    const words: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const range = document.getWordRangeAtPosition(new vscode.Position(0, at));
      const word = range && document.getText(range);
      if (word && words.at(-1) !== word) words.push(word);
    }
    equal(words, [
      'See',
      'CTOC/COP/WG.4/2021/2',
      'A/75/292',
      'and',
      'the',
      'Secretary-General’s',
      'report',
      '2019',
      '2021',
    ]);
  });

  it('wraps lines and puts no boxes around curly quotes', async () => {
    const { uri, languageId } = await draft('“Quoted”');
    const editor = vscode.workspace.getConfiguration('editor', { uri, languageId });
    equal(editor.get('wordWrap'), 'on', 'editor.wordWrap');
    equal(editor.get('unicodeHighlight.ambiguousCharacters'), false, 'highlighting of ambiguous characters');
  });

  it('is given to *.undoc and *.un.md', async () => {
    await vscode.workspace.fs.writeFile(fixture('new.un.md'), new TextEncoder().encode('Mr. President,\n'));
    equal((await show(fixture('new.un.md'))).languageId, 'un-document', 'language of new.un.md');
  });
});
