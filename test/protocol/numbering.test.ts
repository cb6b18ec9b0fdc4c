import assert from 'node:assert/strict';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NUMBERING } from '../../server/src/messages.js';
import type { NumberingResult } from '../../server/src/messages.js';
import { TestEditor } from './kit.js';

const URI = 'untitled:report.undoc';
const TEXT =
  'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n2. It was well attended (see para. 3 below).\n\n3. The report was adopted.\n';

describe('numbering over the protocol', () => {
  let editor: TestEditor;
  beforeEach(async () => {
    editor = await TestEditor.start();
    await editor.open(TEXT, 'un-document', URI);
  });
  afterEach(() => editor.stop());

  const applied = (edits: readonly TextEdit[] | null | undefined, text = TEXT): string =>
    TextDocument.applyEdits(TextDocument.create(URI, 'un-document', 1, text), [...(edits ?? [])]);

  it('offers rename, and Enter, to every client', () => {
    assert.deepEqual(editor.server.capabilities.renameProvider, { prepareProvider: true });
    assert.equal(editor.server.capabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter, '\n');
  });

  it('renames a paragraph with its references', async () => {
    const prepared = await editor.ask<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      URI,
      '3 below',
    );
    assert.equal(prepared.placeholder, '3');
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', URI, '3 below', { newName: '7' });
    assert.match(applied(edit.changes![URI]), /para\. 7 below[^]*\n7\. The report/);
  });

  it('refuses a name of the wrong form in words', async () => {
    await assert.rejects(
      editor.ask('textDocument/rename', URI, '3 below', { newName: 'seven' }),
      /is a number/,
    );
  });

  it('numbers the next paragraph on Enter', async () => {
    await editor.replace(URI, 'met.\n', 'met.\n\n');
    const text = editor.text(URI);
    const edits = await editor.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri: URI },
      position: { line: 5, character: 0 },
      ch: '\n',
      options: { tabSize: 4, insertSpaces: true },
    });
    assert.match(
      applied(edits, text),
      /met\.\n\n2\. \n\n3\. It was well attended \(see para\. 4 below\)\.\n\n4\. The report/,
    );
  });

  it('plans operations for its own client', async () => {
    const range = editor.range(URI, 'The Office met.');
    const result = await editor.request<NumberingResult>(NUMBERING, {
      textDocument: { uri: URI },
      operation: 'move-down',
      range,
    });
    assert.match(
      applied(result.edits),
      /1\. It was well attended \(see para\. 3 below\)\.\n\n2\. The Office met\./,
    );
    assert.equal(result.correspondence, '1\t2\n2\t1');
  });
});
