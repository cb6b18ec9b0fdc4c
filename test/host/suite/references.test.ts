import * as vscode from 'vscode';
import { closeAll, draft, equal, hoverOver, ok, until } from '../kit.js';

const REPORT = `Report of the Secretariat

## I. Introduction

1. The present report was prepared in accordance with General Assembly resolution 75/158.[^1]

2. See paragraph 1 above.

[^1]: A/75/292.
`;

/** The place just within the first `words` of a document. */
function place(document: vscode.TextDocument, words: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(words) + 1);
}

describe('References', () => {
  afterEach(closeAll);

  it('lead to the paragraph, whose own words a hover shows', async () => {
    const document = await draft(REPORT);
    const links = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        place(document, 'paragraph 1'),
      );
      return found.length > 0 ? found : undefined;
    });
    equal(links[0]?.targetRange.start.line, 4, 'line of the definition');
    const hover = await hoverOver(document, 'paragraph 1');
    ok(hover.includes('The present report was prepared'), hover);
  });

  it('are found from the paragraph and from the note', async () => {
    const document = await draft(REPORT);
    const lines = async (words: string): Promise<number[]> => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, words),
      );
      return found.map(({ range }) => range.start.line).sort((a, b) => a - b);
    };
    await until('references', async () => ((await lines('1. The')).length > 0 ? true : undefined));
    ok((await lines('1. The')).includes(6), 'the paragraph is cited in paragraph 2');
    equal(await lines('[^1]:'), [4, 8], 'places of the note');
  });

  it('are links to the official documents', async () => {
    const document = await draft(REPORT);
    const links = await until('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    equal(
      links.map(({ target }) => target?.toString(true)),
      ['https://undocs.org/en/A/RES/75/158', 'https://undocs.org/en/A/75/292'],
      'targets',
    );
  });

  it('are completed by words of a title and by the paragraphs of the draft', async () => {
    const document = await draft(
      `${REPORT}\n3. See General Assembly resolution trafficking women\n\n4. See para. \n`,
    );
    const labels = async (words: string): Promise<string[]> => {
      const at = document.positionAt(document.getText().indexOf(words) + words.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await until('numbers of resolutions', async () =>
      (await labels('trafficking women')).includes('75/158') ? true : undefined,
    );
    const paragraphs = await labels('See para. ');
    ok(paragraphs.includes('1') && paragraphs.includes('2'), paragraphs.join());
  });
});
