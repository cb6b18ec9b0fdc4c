import * as vscode from 'vscode';
import { closeAll, draft, equal, fixture, hoverOver, ok, show, statusOf, until } from '../kit.js';

const REPORT = `Distr.: General

## I. Introduction

1. The present report is submitted pursuant to General Assembly resolution 64/293 and Security Council resolution 2331 (2016).

## II. Activities

2. Further information is contained in document A/79/412.

(a) Training;

(b) Legislation.
`;

/** The names of symbols, those within others behind them in parentheses. */
function outline(symbols: readonly vscode.DocumentSymbol[]): string {
  return symbols
    .map(({ name, children }) => name + (children.length > 0 ? ` (${outline(children)})` : ''))
    .join(', ');
}

describe('Reading a document', () => {
  afterEach(closeAll);

  it('explains resolutions and symbols, out of the catalogue', async () => {
    const document = await draft(REPORT);
    await statusOf(document.uri);
    ok((await hoverOver(document, '64/293')).includes('Global Plan of Action'), 'the title of 64/293');
    ok((await hoverOver(document, '2331 (2016)')).includes('Security Council'), 'the organ of 2331 (2016)');
    ok((await hoverOver(document, 'A/79/412')).includes('General Assembly'), 'the organ of A/79/412');
  });

  it('lists sections and paragraphs', async () => {
    const document = await draft(REPORT);
    await statusOf(document.uri);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const text = outline(symbols);
    for (const part of ['I. Introduction', 'II. Activities', '2. Further']) ok(text.includes(part), text);
  });

  it('tells numbers, headings and references apart', async () => {
    const document = await draft(REPORT);
    await statusOf(document.uri);
    const [legend, tokens] = await Promise.all([
      vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
      vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      ),
    ]);
    const painted: Record<string, string[]> = {};
    let line = 0;
    let character = 0;
    for (let i = 0; i < tokens.data.length; i += 5) {
      const [lines, characters, length, type] = tokens.data.slice(i, i + 4);
      character = lines ? characters! : character + characters!;
      line += lines!;
      const text = document.getText(new vscode.Range(line, character, line, character + length!));
      (painted[legend.tokenTypes[type!]!] ??= []).push(text);
    }
    equal(painted['resolution'], ['64/293', '2331 (2016)'], 'resolutions');
    equal(painted['documentSymbol'], ['A/79/412'], 'symbols');
    equal(painted['paragraphNumber'], ['1.', '2.', '(a)', '(b)'], 'numbers');
  });

  it('folds sections', async () => {
    const document = await draft(REPORT);
    await statusOf(document.uri);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    ok(
      ranges.some(({ start }) => document.lineAt(start).text.includes('I. Introduction')),
      JSON.stringify(ranges),
    );
  });

  it('offers what begins a new document in an empty one', async () => {
    const document = await draft('');
    await statusOf(document.uri);
    const labels = await until('snippets', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 0),
      );
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.length > 0 && found;
    });
    ok(
      labels.some((label) => /statement/i.test(label)),
      labels.join(' | '),
    );
  });

  it('leaves a README alone', async () => {
    const document = await show(fixture('README.md'));
    await statusOf(document.uri);
    equal(await hoverOver(document, '4/12'), '', 'hover');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(3, 0),
    );
    // Markdown's own are there; what would begin a United Nations document is not.
    const ours = items
      .map(({ label }) => (typeof label === 'string' ? label : label.label))
      .filter((label) => /statement|report|resolution|protocol|note by/i.test(label));
    equal(ours, [], 'snippets');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    // The editor's own Markdown tells one heading, once it is there; in the browser that may be later.
    if (symbols) equal(outline(symbols), '# bridge-tools', 'outline');
  });
});
