import * as vscode from 'vscode';
import { closeAll, equal, hoverOver, ok, problemsOf, show, statusOf } from '../kit.js';

const SCHEME = 'azurerepos';
const TEXT = `Report of the Secretariat

## I. Introduction

1. It is the the end: see General Assembly resolution 75/158.
`;

/** A repository that no disk holds: one file. */
class Repository implements vscode.FileSystemProvider {
  #content = new TextEncoder().encode(TEXT);
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path.endsWith('.undoc'))
      return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: this.#content.length };
    if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 1, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['report.undoc', vscode.FileType.File]];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    if (!path.endsWith('.undoc')) throw vscode.FileSystemError.FileNotFound(path);
    return this.#content;
  }

  writeFile(_uri: vscode.Uri, content: Uint8Array): void {
    this.#content = new Uint8Array(content);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('A document of a repository that no disk holds', () => {
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, new Repository());
  });
  after(async () => {
    await closeAll();
    registration.dispose();
  });

  it('is attended to, checked, explained and mended like any other', async () => {
    const document = await show(vscode.Uri.parse(`${SCHEME}:/report.undoc`));
    equal(document.languageId, 'un-document', 'language');
    await statusOf(document.uri, ({ kind }) => kind === 'report');
    const [finding] = await problemsOf(document.uri, (all) => all.length > 0);
    ok(finding && document.getText(finding.range) === 'the the', 'the doubled word');
    ok(/Trafficking in women and girls/.test(await hoverOver(document, '75/158')), 'the catalogue');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    ok(fix?.edit, 'a fix');
    await vscode.workspace.applyEdit(fix.edit);
    await document.save();
    ok(!document.getText().includes('the the') && !document.isDirty, 'mended and saved');
  });
});
