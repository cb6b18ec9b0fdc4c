import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  PublishDiagnosticsParams,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { SET_KIND } from '../../server/src/messages.js';
import { TestEditor } from './kit.js';

const REPORT = `Report of the Secretariat

# The harbour

1. The harbour is old.

2. It was built by hand.

4. It is deep.
`;
const PULLS = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe('Findings that are pulled', () => {
  let editor: TestEditor;
  beforeEach(async () => {
    editor = await TestEditor.start({ capabilities: PULLS });
  });
  afterEach(() => editor.stop());

  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    editor.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

  it('are answered, and never pushed as well', async () => {
    const uri = await editor.open(REPORT);
    assert.ok(codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
    await editor.replace(uri, '4. It', '3. It');
    assert.ok(!codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
    assert.deepEqual(editor.receivedAll('textDocument/publishDiagnostics'), []);
  });

  it('are not sent again while they are the same', async () => {
    const uri = await editor.open(REPORT);
    const first = await pull(uri);
    assert.equal(first.kind, 'full');
    const again = await pull(uri, first.resultId);
    assert.equal(again.kind, 'unchanged');
    await editor.replace(uri, '4. It', '3. It');
    const after = await pull(uri, first.resultId);
    assert.equal(after.kind, 'full');
    assert.notEqual(after.resultId, first.resultId);
  });

  it('are none for what is no document of the United Nations, until a person says it is one', async () => {
    const uri = await editor.open('# Tool\n\n1. One.\n\n3. Three.\n', 'markdown', 'file:///README.md');
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.request(SET_KIND, { uri, kind: 'report' });
    assert.ok(codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
  });

  it('are none for a document that is not open', async () => {
    assert.deepEqual(await editor.diagnostics('file:///nowhere.undoc'), []);
  });
});

describe('Findings that are pushed', () => {
  let editor: TestEditor;
  beforeEach(async () => {
    editor = await TestEditor.start();
  });
  afterEach(() => editor.stop());

  it('come with each version, and go when the document is closed', async () => {
    const uri = await editor.open(REPORT);
    assert.ok(codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
    await editor.replace(uri, '4. It', '3. It');
    assert.ok(!codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
    await editor.close(uri);
    await editor.received<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && params.version === undefined && params.diagnostics.length === 0,
    );
  });

  it('are mended by a quick fix', async () => {
    const uri = await editor.open(REPORT);
    const range = editor.range(uri, '4.');
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: await editor.diagnostics(uri) },
    });
    const fix = actions.find(
      ({ diagnostics, edit }) => edit && codes(diagnostics ?? []).includes('paragraph-sequence'),
    );
    assert.ok(fix, actions.map(({ title }) => title).join('\n'));
    await editor.change(
      uri,
      ...(fix.edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({ range, text: newText })),
    );
    assert.match(editor.text(uri), /\n3\. It is deep/);
    assert.ok(!codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
  });
});

describe('Quick fixes', () => {
  const PERCENT = 'Report of the Secretariat\n\nI. Lamps\n\n1. One percent.\n\n2. Two percent of Arendale.\n';
  const ask = async (
    editor: TestEditor,
    uri: string,
    only?: readonly string[],
  ): Promise<readonly CodeAction[]> =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: editor.range(uri, 'percent'),
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });

  it('mend one place, all of a rule, all that is safe, or leave a person alone', async () => {
    const editor = await TestEditor.start({
      folders: ['memfs:/team'],
      initializationOptions: { fileSystem: true, commands: true },
      capabilities: { workspace: { workspaceEdit: { resourceOperations: ['create'] } } },
    });
    const uri = await editor.open(PERCENT, 'un-document', 'memfs:/team/a.undoc');
    const actions = await ask(editor, uri);
    const titles = actions.map(({ title }) => title);
    for (const title of [
      'Fix all of this rule in the document (per-cent, 2)',
      'Ignore “per-cent” here',
      'Ignore “per-cent” in this document',
      'Turn off “per-cent” in this folder',
      'Report “per-cent” here as a false alarm',
    ])
      assert.ok(titles.includes(title), `${title} is not among:\n${titles.join('\n')}`);
    const [all] = await ask(editor, uri, ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.plenary');
    assert.equal(all.edit?.changes?.[uri]?.length, 2);
    const { command } = actions.find(({ title }) => title.startsWith('Report'))!;
    const [of, code, range] = command!.arguments as [string, string, unknown];
    const text = await editor.request<string | null>('plenary/falseAlarm', {
      textDocument: { uri: of },
      code,
      range,
    });
    assert.match(text ?? '', /^rule: per-cent\n[^]*text: 9\. Xxxx ⟦percent⟧\.\n$/);
    await editor.stop();
  });

  it('offer no command that another client has not', async () => {
    const editor = await TestEditor.start();
    const uri = await editor.open(PERCENT);
    assert.ok((await ask(editor, uri)).every(({ command }) => command === undefined));
    await editor.stop();
  });
});

describe('Settings', () => {
  it('come from the client, folder by folder', async () => {
    const editor = await TestEditor.start({
      capabilities: { workspace: { configuration: true } },
      settings: { rules: { 'paragraph-*': 'off' } },
    });
    const uri = await editor.open(REPORT);
    assert.ok(!codes(await editor.diagnostics(uri)).includes('paragraph-sequence'));
    await editor.stop();
  });

  it('may come with the introduction, where the client is asked nothing', async () => {
    const editor = await TestEditor.start({
      initializationOptions: { settings: { rules: { 'paragraph-sequence': 'hint' } } },
    });
    const uri = await editor.open(REPORT);
    const found = (await editor.diagnostics(uri)).find(({ code }) => code === 'paragraph-sequence');
    assert.equal(found?.severity, 4);
    await editor.notify('workspace/didChangeConfiguration', {
      settings: { plenary: { rules: { 'paragraph-sequence': 'off' } } },
    });
    await editor.received<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ diagnostics }) => !codes(diagnostics).includes('paragraph-sequence'),
    );
    await editor.stop();
  });

  it('come from plenary.config.json, whose mistakes are shown in it and hide nothing else', async () => {
    const text = '{\n  "colour": 1,\n  "files": [{ "pattern": "notes/*.md", "kind": "report" }]\n}';
    const editor = await TestEditor.start({
      folders: ['memfs:/team'],
      initializationOptions: { fileSystem: true, documentStatus: true },
      answers: {
        'plenary/fs/readFile': ({ uri }: { uri: string }) =>
          uri.endsWith('/plenary.config.json') ? { text } : null,
      },
    });
    const uri = await editor.open('1. One.\n\n3. Three.\n', 'markdown', 'memfs:/team/notes/a%20b.md');
    assert.ok((await editor.status(uri, ({ recognized }) => recognized)).kind === 'report');
    const { diagnostics } = await editor.received<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === 'memfs:/team/plenary.config.json',
    );
    assert.deepEqual(
      diagnostics.map(({ message, range }) => [message, range.start]),
      [['There is no setting “colour”.', { line: 1, character: 2 }]],
    );
    await editor.stop();
  });

  it('stay as the file last said them while it cannot be read', async () => {
    let text = '{ "rules": { "paragraph-sequence": "off" } }';
    const editor = await TestEditor.start({
      folders: ['memfs:/team'],
      initializationOptions: { fileSystem: true },
      answers: {
        'plenary/fs/readFile': ({ uri }: { uri: string }) =>
          uri.endsWith('/plenary.config.json') ? { text } : null,
      },
    });
    const config = 'memfs:/team/plenary.config.json';
    const uri = 'memfs:/team/a.undoc';
    const write = async (next: string): Promise<void> => {
      text = next;
      await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    };
    /** The mistakes of the file, once the server has read it again. */
    const mistakes = (some: boolean): Promise<unknown> =>
      editor.received<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        (params) => params.uri === config && params.diagnostics.length > 0 === some,
      );
    // After an edit, for what was pushed of an earlier version says nothing.
    const found = async (): Promise<boolean> => {
      await editor.replace(uri, 'old', 'old and old');
      return codes(await editor.diagnostics(uri)).includes('paragraph-sequence');
    };
    await editor.open(REPORT, 'un-document', uri);
    assert.equal(await found(), false);
    await write('{ "rules": { "paragraph-sequence": ');
    await mistakes(true);
    assert.equal(await found(), false);
    await write('{}');
    await mistakes(false);
    assert.equal(await found(), true);
    await editor.stop();
  });
});

describe('Positions', () => {
  // Before "B" stand a letter outside the basic plane and one with an accent.
  const TEXT = 'Report of the Secretariat\n\n# Ships\n\n1. A.\n\n2. \u{1d518}né B, see resolution 75/158.\n';
  for (const [encoding, start] of [
    ['utf-8', 11],
    ['utf-16', 8],
    ['utf-32', 7],
  ] as const) {
    it(`are counted in ${encoding} where the client wishes it`, async () => {
      const editor = await TestEditor.start({
        capabilities: { general: { positionEncodings: [encoding] } },
        settings: {},
      });
      assert.equal(editor.server.capabilities.positionEncoding, encoding);
      const uri = await editor.open(TEXT);
      const at = { line: 6, character: start };
      await editor.notify('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: { start: at, end: { line: 6, character: start + 1 } }, text: 'C' }],
      });
      const symbols = await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
      assert.match(JSON.stringify(symbols), /\u{1d518}né C, see/u);
      const hover = await editor.request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 6, character: start + 20 },
      });
      assert.deepEqual(hover?.range?.start, { line: 6, character: start + 18 });
      const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
        textDocument: { uri },
      });
      assert.deepEqual(data.slice(-5, -2), [0, start + 18, 6]);
      await editor.stop();
    });
  }
});
