import * as vscode from 'vscode';
import { closeAll, equal, fixture, problemsOf, show, statusOf, until } from '../kit.js';

const masthead = (symbol: string, title: string, body: string): string => `${symbol}

Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Distr.: General
22 July 2022

Eleventh session

Vienna, 17–21 October 2022

# ${title}

Report of the Secretariat

I. Introduction

1. ${body}
`;

const WRONG = 'Report of the Secretariat\n\nI. Buoys\n\n1. One.\n\n3. Three.\n';

const write = async (name: string, text: string): Promise<vscode.Uri> => {
  const uri = fixture('folder', name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
};

describe('The documents of a folder', () => {
  let lamps: vscode.Uri;
  let buoys: vscode.Uri;
  before(async () => {
    lamps = await write('lamps.undoc', masthead('CTOC/COP/2022/3', 'Lamps', 'See CTOC/COP/2022/4.'));
    buoys = await write('buoys (1).md', masthead('CTOC/COP/2022/4', 'Buoys', 'See CTOC/COP/2022/3.'));
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fixture('folder'), { recursive: true });
  });

  it('are gone to by their symbol, though they are closed', async () => {
    const document = await show(lamps);
    await statusOf(lamps, ({ recognized }) => recognized);
    const at = document.positionAt(document.getText().indexOf('COP/2022/4'));
    const links = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        lamps,
        at,
      );
      return found.length > 0 ? found : undefined;
    });
    equal(links[0]?.targetUri.toString(), buoys.toString(), 'target');
    equal(links[0]?.targetRange.start.line, 0, 'line');
  });

  it('tell who cites whom', async () => {
    await show(lamps);
    await statusOf(lamps, ({ recognized }) => recognized);
    const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      lamps,
      new vscode.Position(0, 3),
    );
    equal(
      items.map(({ name }) => name),
      ['CTOC/COP/2022/3'],
      'items',
    );
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      items[0],
    );
    equal(
      incoming.map(({ from }) => from.uri.toString()),
      [buoys.toString()],
      'files that cite it',
    );
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      items[0],
    );
    equal(
      outgoing.map(({ to }) => `${to.name} ${to.detail ?? ''}`),
      ['CTOC/COP/2022/4 Buoys'],
      'documents that it cites',
    );
  });

  it('are symbols of the workspace', async () => {
    const symbols = await until('the symbol of the document', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'buoys',
      );
      // The editor's own Markdown tells of headings as well.
      return found.find(({ name }) => name === 'CTOC/COP/2022/4: Buoys');
    });
    equal(symbols.location.uri.toString(), buoys.toString(), 'file');
  });

  it('are checked on request, closed ones too, and left alone again', async () => {
    const wrong = await write('wrong.undoc', WRONG);
    await until('findings', async () => {
      await vscode.commands.executeCommand('plenary.checkFolder');
      return vscode.languages.getDiagnostics(wrong).length > 0;
    });
    await vscode.commands.executeCommand('plenary.uncheckFolder');
    await problemsOf(wrong, (problems) => problems.length === 0);
  });

  it('are checked all the time where that is set', async () => {
    const settings = vscode.workspace.getConfiguration('plenary');
    await settings.update('checkFolder', true, vscode.ConfigurationTarget.Workspace);
    const wrong = fixture('folder', 'wrong.undoc');
    await problemsOf(wrong, (problems) => problems.length > 0);
    await settings.update('checkFolder', undefined, vscode.ConfigurationTarget.Workspace);
    await problemsOf(wrong, (problems) => problems.length === 0);
  });
});
