import * as vscode from 'vscode';
import { closeAll, draft, equal, fixture, hoverOver, ok, problemsOf, statusOf, until } from '../kit.js';

const WRONG =
  'Report of the Secretariat\n\nI. Lamps\n\n1. One percent.\n\n3. They met on 31 November 2022.\n';

describe('Document health', () => {
  afterEach(closeAll);

  it('is a report in a new document', async () => {
    const { uri } = await draft(WRONG);
    await problemsOf(uri, (problems) => problems.length > 0);
    await vscode.commands.executeCommand('plenary.healthReport');
    // The text is there to be kept; it is shown as a page where there is one who shows pages of Markdown.
    const report = await until('the report', () =>
      vscode.workspace.textDocuments.find((document) => document.getText().startsWith('# Document health')),
    );
    await until('a tab for the text', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(
          ({ input }) =>
            input instanceof vscode.TabInputText && input.uri.toString() === report.uri.toString(),
        ),
    );
    const text = report.getText();
    ok(text.includes('`impossible-date`') && text.includes('## Length'), text);
  });
});

describe('A user’s own catalogue', () => {
  afterEach(closeAll);

  it('takes in an export, which counts at once', async () => {
    const document = await draft('Report of the Secretariat\n\nI. Lamps\n\n1. See resolution 98/1234.\n');
    await statusOf(document.uri);
    ok(!(await hoverOver(document, '98/1234')).includes('Arendale'), 'not known before');
    const uri = fixture('export.tsv');
    const table = 'symbol\ttitle\nA/RES/98/1234\tThe harbours of Arendale\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(table));
    const outcome = await vscode.commands.executeCommand<{ added: number; problems: string[] }>(
      'plenary.importResolutions',
      [uri],
    );
    equal([outcome.added, outcome.problems], [1, []], 'outcome');
    ok((await hoverOver(document, '98/1234')).includes('harbours of Arendale'), 'known at once');
    await vscode.workspace.fs.delete(uri);
  });
});
