import assert from 'node:assert/strict';
import type {
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  LinkedEditingRanges,
  Location,
  LocationLink,
  PublishDiagnosticsParams,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { TestEditor } from './kit.js';

const REPORT = `Report of the Secretariat

## I. Introduction

1. The present report was prepared in accordance with General Assembly resolution 75/158.[^1]

2. See paragraph 1 above.

[^1]: A/75/292.
`;

const value = (hover: Hover | null): string =>
  hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';

describe('Features over standard input and output', () => {
  let editor: TestEditor;
  let uri: string;
  before(async () => {
    editor = await TestEditor.start({
      capabilities: {
        textDocument: {
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          definition: { linkSupport: true },
          completion: { completionItem: { snippetSupport: true } },
        },
      },
      initializationOptions: { settings: { hints: { references: true } } },
    });
    uri = await editor.open(REPORT);
  });
  after(async () => {
    assert.equal(await editor.stop(), 0);
  });
  const all = <T>(method: string, more: object = {}): Promise<T> =>
    editor.request<T>(method, { textDocument: { uri }, ...more });

  it('explain a resolution out of the catalogue', async () => {
    const hover = await editor.ask<Hover | null>('textDocument/hover', uri, '75/158');
    assert.match(value(hover), /^\*\*General Assembly resolution 75\/158\*\*/);
    assert.match(value(hover), /16 December 2020/);
  });

  it('show the paragraph that is pointed at, and go there', async () => {
    const hover = await editor.ask<Hover | null>('textDocument/hover', uri, 'paragraph 1');
    assert.match(value(hover), /The present report was prepared/);
    const [link] = await editor.ask<LocationLink[]>('textDocument/definition', uri, 'paragraph 1');
    assert.equal(link?.targetSelectionRange.start.line, 4);
    const found = await editor.ask<Location[]>('textDocument/references', uri, '1. The present', {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [6],
    );
    const highlights = await editor.ask<DocumentHighlight[]>('textDocument/documentHighlight', uri, '[^1]:');
    assert.equal(highlights.length, 2);
    const linked = await editor.ask<LinkedEditingRanges | null>(
      'textDocument/linkedEditingRange',
      uri,
      '[^1]:',
    );
    assert.equal(linked?.ranges.length, 2);
  });

  it('give the outline, what folds, links and hints', async () => {
    const symbols = await all<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.length ?? 0]),
      [
        ['Report of the Secretariat', 0],
        ['I. Introduction', 2],
      ],
    );
    assert.ok((await all<FoldingRange[]>('textDocument/foldingRange')).length > 0);
    const links = await all<DocumentLink[]>('textDocument/documentLink');
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://undocs.org/en/A/RES/75/158', 'https://undocs.org/en/A/75/292'],
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await all<InlayHint[]>('textDocument/inlayHint', { range });
    assert.equal(hints.length, 1);
    const positions = [editor.position(uri, 'prepared')];
    const [selection] = await all<SelectionRange[]>('textDocument/selectionRange', { positions });
    assert.ok(selection?.parent?.parent);
    const found = await editor.request<SymbolInformation[]>('workspace/symbol', { query: 'intro' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['I. Introduction'],
    );
  });

  it('colour the text, and then tell the difference alone', async () => {
    const first = await all<SemanticTokens>('textDocument/semanticTokens/full');
    assert.ok(first.data.length >= 25);
    await editor.replace(uri, '## I.', '\n## I.');
    const delta = await all<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      previousResultId: first.resultId,
    });
    assert.deepEqual(
      delta.edits.map(({ deleteCount, data }) => [deleteCount, data?.length]),
      [[1, 1]],
    );
  });

  it('complete a number, and document it when asked', async () => {
    const draft = await editor.open(
      'Report of the Secretariat\n\n1. See General Assembly resolution 75/158\n',
    );
    const { end } = editor.range(draft, '75/158');
    const list = await editor.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: draft },
      position: end,
    });
    const item = list.items.find(({ label }) => label === '75/158');
    assert.ok(item);
    const resolved = await editor.request<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /resolution 75\/158/);
  });

  it('offer new documents in an empty file, and nothing in a README', async () => {
    const empty = await editor.open('', 'plaintext', 'untitled:Untitled-1');
    const ask = <T>(method: string, of: string): Promise<T> =>
      editor.request<T>(method, { textDocument: { uri: of }, position: { line: 0, character: 0 } });
    const list = await ask<CompletionList | null>('textDocument/completion', empty);
    assert.ok(list?.items.some(({ label }) => label === 'new-national-statement'));
    const readme = await editor.open(
      '# Tool\n\n1. See resolution 75/158.\n',
      'markdown',
      'file:///README.md',
    );
    for (const method of [
      'completion',
      'hover',
      'documentSymbol',
      'foldingRange',
      'documentLink',
      'definition',
      'semanticTokens/full',
    ]) {
      assert.equal(await ask(`textDocument/${method}`, readme), null, method);
    }
  });

  it('answer for places outside the text, and for documents that are not open', async () => {
    for (const position of [
      { line: 0, character: 9_999 },
      { line: 9_999, character: 0 },
    ]) {
      await all('textDocument/hover', { position });
      await all('textDocument/definition', { position });
      await all('textDocument/completion', { position });
    }
    const gone = { textDocument: { uri: 'file:///gone.undoc' }, position: { line: 0, character: 0 } };
    assert.equal(await editor.request('textDocument/hover', gone), null);
    await editor.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///gone.undoc', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    assert.ok(await all('textDocument/documentSymbol'));
  });
});

describe('A team’s own table of resolutions', () => {
  it('is laid over the catalogue', async () => {
    const table = 'symbol\ttitle\nA/RES/99/12\tThe harbours of Arendale\n';
    const editor = await TestEditor.start({
      folders: ['memfs:/team'],
      initializationOptions: { fileSystem: true },
      answers: {
        'plenary/fs/readFile': ({ uri }: { uri: string }) =>
          uri === 'memfs:/team/plenary.catalogue.tsv' ? { text: table } : null,
      },
    });
    const uri = await editor.open('1. See General Assembly resolution 99/12.\n');
    assert.match(
      value(await editor.ask<Hover | null>('textDocument/hover', uri, '99/12')),
      /harbours of Arendale/,
    );
    await editor.stop();
  });

  it('is read again when it changes, and its mistakes are shown at their lines', async () => {
    const uri = 'memfs:/team/plenary.catalogue.tsv';
    let table = 'symbol\ttitle\nA/RES/99/12\tThe harbours of Arendale\nnonsense\tx\n';
    const editor = await TestEditor.start({
      folders: ['memfs:/team'],
      initializationOptions: { fileSystem: true },
      answers: {
        'plenary/fs/readFile': (asked: { uri: string }) => (asked.uri === uri ? { text: table } : null),
      },
    });
    const told = async (count: number): Promise<readonly Diagnostic[]> =>
      (
        await editor.received<PublishDiagnosticsParams>(
          'textDocument/publishDiagnostics',
          (params) => params.uri === uri && params.diagnostics.length === count,
        )
      ).diagnostics;
    assert.deepEqual(
      (await told(1)).map(({ range, message }) => [range.start.line, message]),
      [[2, 'Line 3: “nonsense” is no symbol of a resolution']],
    );
    const draft = await editor.open('1. See General Assembly resolution 99/12.\n');
    table = 'symbol\ttitle\nA/RES/99/12\tThe lamps of Arendale\n';
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    assert.deepEqual(await told(0), []);
    assert.match(
      value(await editor.ask<Hover | null>('textDocument/hover', draft, '99/12')),
      /lamps of Arendale/,
    );
    await editor.stop();
  });
});
