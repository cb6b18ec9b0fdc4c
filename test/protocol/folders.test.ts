import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Diagnostic,
  Location,
  LocationLink,
  PublishDiagnosticsParams,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { report as masthead } from '../unit/workspace/kit.js';
import { TestEditor } from './kit.js';

const LAMPS = masthead('CTOC/COP/2022/3', 'Lamps', 'Née lamp. See CTOC/COP/2022/4, para. 1.');
const BUOYS = masthead('CTOC/COP/2022/4', 'Buoys', 'Née buoy. Lamps are told of in CTOC/COP/2022/3.');
const CAPABILITIES = {
  textDocument: { definition: { linkSupport: true } },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** A folder on the disk for one test. */
class Folder {
  readonly #path = mkdtempSync(path.join(tmpdir(), 'plenary-'));
  readonly uri = pathToFileURL(this.#path).href;

  write(name: string, text: string): string {
    const file = path.join(this.#path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  }

  remove(name: string): void {
    rmSync(path.join(this.#path, name), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.#path, { recursive: true });
  }
}

/** Asks until the answer is one that `accept` agrees to. */
async function until<T>(ask: () => Promise<T>, accept: (answer: T) => boolean): Promise<T> {
  for (let times = 0; times < 100; times++) {
    const answer = await ask();
    if (accept(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Asked in vain.');
}

describe('The documents of a folder', () => {
  let folder: Folder;
  let editor: TestEditor;
  let lamps: string;
  let buoys: string;
  const start = async (capabilities: object = CAPABILITIES): Promise<void> => {
    editor = await TestEditor.start({ capabilities, folders: [folder.uri] });
  };
  beforeEach(() => {
    folder = new Folder();
    lamps = folder.write('lamps.md', LAMPS);
    buoys = folder.write('in vain/buoys (1).undoc', BUOYS);
    folder.write('README.md', '# A tool\n\n1. See CTOC/COP/2022/4.\n');
    folder.write('.gitignore', 'old/\n');
    folder.write('old/lamps.md', LAMPS);
  });
  afterEach(async () => {
    assert.equal(await editor.stop(), 0);
    folder[Symbol.dispose]();
  });
  const close = (uri: string): string => decodeURIComponent(uri);

  it('are found by their symbol, though they are closed', async () => {
    await start();
    await editor.open(LAMPS, 'markdown', lamps);
    const links = await editor.ask<LocationLink[]>('textDocument/definition', lamps, 'CTOC/COP/2022/4');
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange: { start, end } }) => [close(targetUri), start, end]),
      [[close(buoys), { line: 0, character: 0 }, { line: 0, character: 15 }]],
    );
    const found = await editor.ask<Location[]>('textDocument/references', lamps, 'CTOC/COP/2022/3', {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ uri }) => close(uri)),
      [close(lamps), close(buoys)],
    );
    const symbols = await editor.request<SymbolInformation[]>('workspace/symbol', { query: 'buoys' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['CTOC/COP/2022/4: Buoys'],
    );
  });

  it('tell who cites whom', async () => {
    await start();
    await editor.open(LAMPS, 'markdown', lamps);
    const [item] = await editor.ask<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      lamps,
      'CTOC/COP/2022/3',
    );
    assert.equal(item?.name, 'CTOC/COP/2022/3');
    const [incoming] = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    assert.equal(close(incoming!.from.uri), close(buoys));
    assert.equal(incoming!.fromRanges[0]?.start.line, BUOYS.split('\n').length - 2);
    const [outgoing] = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    assert.equal(outgoing!.to.name, 'CTOC/COP/2022/4');
    assert.equal(close(outgoing!.to.uri), close(buoys));
  });

  it('are known as the files change', async () => {
    await start();
    await editor.open(LAMPS, 'markdown', lamps);
    const links = (): Promise<LocationLink[]> =>
      editor.ask<LocationLink[]>('textDocument/definition', lamps, 'CTOC/COP/2022/4');
    assert.equal((await links()).length, 1);
    folder.remove('in vain');
    const gone = `${folder.uri}/in%20vain`;
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: gone, type: 3 }] });
    await until(links, (found) => found.length === 0);
    const uri = folder.write('new.txt', BUOYS);
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    assert.equal((await until(links, (found) => found.length === 1))[0]?.targetUri, uri);
    const watched = editor.requests.filter(({ method }) => method === 'client/registerCapability');
    assert.match(JSON.stringify(watched), /\*\*\/\*\.\{undoc,md,/);
  });

  it('have places as the client counts them, open or closed', async () => {
    await start({ ...CAPABILITIES, general: { positionEncodings: ['utf-8'] } });
    await editor.open(LAMPS, 'markdown', lamps);
    const find = (): Promise<Location[]> =>
      editor.request<Location[]>('textDocument/references', {
        textDocument: { uri: lamps },
        position: { line: 0, character: 3 },
        context: { includeDeclaration: false },
      });
    const places = (found: Location[]): unknown[] => found.map(({ range }) => range.start.character);
    const line = BUOYS.split('\n').at(-2)!;
    const expected = Buffer.byteLength(line.slice(0, line.indexOf('CTOC')));
    assert.ok(expected > line.indexOf('CTOC'));
    assert.deepEqual(places(await find()).slice(1), [expected]);
    await editor.open(BUOYS, 'un-document', buoys);
    assert.deepEqual(places(await find()).slice(1), [expected]);
  });

  it('are asked of the client where no disk holds them', async () => {
    const root = 'memfs:/team';
    const files: Record<string, string> = {
      [`${root}/docs/buoys.undoc`]: BUOYS,
      [`${root}/.plenaryignore`]: 'old\n',
      [`${root}/old/buoys.undoc`]: BUOYS,
    };
    editor = await TestEditor.start({
      capabilities: CAPABILITIES,
      folders: [root],
      initializationOptions: { fileSystem: true },
      answers: {
        'plenary/fs/readFile': ({ uri }: { uri: string }) => (uri in files ? { text: files[uri] } : null),
        'plenary/fs/stat': ({ uri }: { uri: string }) =>
          uri in files ? { type: 'file', size: files[uri]!.length, modified: 1 } : null,
        'plenary/fs/readDirectory': ({ uri }: { uri: string }) =>
          uri === root
            ? [
                { name: 'docs', type: 'directory' },
                { name: 'old', type: 'directory' },
                { name: 'round', type: 'directory', link: true },
                { name: '.plenaryignore', type: 'file' },
              ]
            : [{ name: 'buoys.undoc', type: 'file' }],
      },
    });
    const uri = await editor.open(LAMPS, 'markdown', `${root}/lamps.md`);
    const links = await editor.ask<LocationLink[]>('textDocument/definition', uri, 'CTOC/COP/2022/4');
    assert.deepEqual(
      links.map(({ targetUri }) => targetUri),
      [`${root}/docs/buoys.undoc`],
    );
  });
});

describe('The findings of a whole folder', () => {
  let folder: Folder;
  let editor: TestEditor;
  let buoys: string;
  const WRONG = BUOYS.replace('1. Née', '1. One.\n\n3. Née');
  const PULLS = { textDocument: { diagnostic: {} } };
  const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
  beforeEach(() => {
    folder = new Folder();
    folder.write('lamps.md', LAMPS);
    buoys = folder.write('buoys.undoc', WRONG);
    folder.write('README.md', '# A tool\n\n1. One.\n\n3. Three.\n');
  });
  afterEach(async () => {
    assert.equal(await editor.stop(), 0);
    folder[Symbol.dispose]();
  });
  const pull = async (
    previousResultIds: readonly { uri: string; value: string }[] = [],
  ): Promise<WorkspaceFullDocumentDiagnosticReport[]> => {
    const { items } = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
    });
    return items as WorkspaceFullDocumentDiagnosticReport[];
  };

  it('are none until they are wished for', async () => {
    editor = await TestEditor.start({ capabilities: PULLS, folders: [folder.uri] });
    assert.deepEqual(await pull(), []);
  });

  it('are pulled, and only what changed is told again', async () => {
    const initializationOptions = { settings: { checkFolder: true } };
    editor = await TestEditor.start({ capabilities: PULLS, folders: [folder.uri], initializationOptions });
    const first = await pull();
    assert.equal(first.length, 2);
    const own = first.find(({ uri }) => uri === buoys)!;
    assert.ok(codes(own.items).includes('paragraph-sequence'));
    const ids = first.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    assert.deepEqual(await pull(ids), []);
    folder.write('buoys.undoc', BUOYS);
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: buoys, type: 2 }] });
    const [mended, ...others] = await pull(ids);
    assert.equal(others.length, 0);
    assert.ok(!codes(mended!.items).includes('paragraph-sequence'));
    folder.remove('buoys.undoc');
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: buoys, type: 3 }] });
    const gone = await pull([
      { uri: buoys, value: mended!.resultId! },
      ...ids.filter(({ uri }) => uri !== buoys),
    ]);
    assert.deepEqual(
      gone.map(({ uri, items, resultId }) => [uri, items, resultId]),
      [[buoys, [], undefined]],
    );
  });

  it('are pushed on request, follow the files, and go when they are no longer wanted', async () => {
    editor = await TestEditor.start({
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      folders: [folder.uri],
    });
    const { commands } = editor.server.capabilities.executeCommandProvider!;
    assert.deepEqual(commands, ['plenary.checkFolder', 'plenary.uncheckFolder']);
    const result = await editor.request<{ documents: number; errors: number; cancelled: boolean }>(
      'workspace/executeCommand',
      { command: 'plenary.checkFolder' },
    );
    assert.equal(result.documents, 2);
    assert.ok(result.errors > 0);
    assert.equal(result.cancelled, false);
    const pushed = (accept: (items: readonly unknown[]) => boolean): Promise<PublishDiagnosticsParams> =>
      editor.received<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        ({ uri, diagnostics }) => uri === buoys && accept(codes(diagnostics)),
      );
    await pushed((found) => found.includes('paragraph-sequence'));
    folder.write('buoys.undoc', BUOYS);
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: buoys, type: 2 }] });
    await pushed((found) => !found.includes('paragraph-sequence'));
    folder.write('buoys.undoc', `${WRONG}\n`);
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: buoys, type: 2 }] });
    await until(
      () => Promise.resolve(editor.receivedAll<PublishDiagnosticsParams>('textDocument/publishDiagnostics')),
      (all) => codes(all.at(-1)!.diagnostics).includes('paragraph-sequence'),
    );
    await editor.request('workspace/executeCommand', { command: 'plenary.uncheckFolder' });
    await until(
      () => Promise.resolve(editor.receivedAll<PublishDiagnosticsParams>('textDocument/publishDiagnostics')),
      (all) => all.filter(({ uri }) => uri === buoys).at(-1)!.diagnostics.length === 0,
    );
  });

  it('show how far they are, and stop when a person has had enough', async () => {
    for (let i = 0; i < 60; i++) folder.write(`more/${i}.undoc`, WRONG);
    editor = await TestEditor.start({
      capabilities: { window: { workDoneProgress: true } },
      folders: [folder.uri],
    });
    interface Progress {
      readonly token: string;
      readonly value: { readonly kind: string };
    }
    const begun = editor
      .received<Progress>('$/progress', ({ value }) => value.kind === 'begin')
      .then(({ token }) => editor.notify('window/workDoneProgress/cancel', { token }));
    const result = await editor.request<{ documents: number; cancelled: boolean }>(
      'workspace/executeCommand',
      { command: 'plenary.checkFolder' },
    );
    await begun;
    assert.equal(result.cancelled, true);
    assert.ok(result.documents < 62, `${result.documents} documents`);
    const progress = editor.receivedAll<Progress>('$/progress');
    assert.deepEqual([progress[0]?.value.kind, progress.at(-1)?.value.kind], ['begin', 'end']);
  });
});

describe('Documents of one meeting', () => {
  it('that contradict each other are told so, in both, with the other place', async () => {
    using folder = new Folder();
    const buoys = folder.write('buoys.undoc', BUOYS.replace('Vienna, 17–21', 'Vienna, 17–22'));
    const editor = await TestEditor.start({
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
      folders: [folder.uri],
    });
    const lamps = await editor.open(LAMPS, 'markdown', `${folder.uri}/lamps.md`);
    const told = ({ code }: Diagnostic): boolean => code === 'contradicts-other-document';
    const { diagnostics } = await editor.received<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === lamps && params.diagnostics.some(told),
    );
    const found = diagnostics.find(told)!;
    assert.deepEqual(found.range, editor.range(lamps, '17–21 October 2022'));
    assert.match(JSON.stringify(found.message), /CTOC\/COP\/2022\/4 gives “17–22 October 2022”/);
    const [other] = found.relatedInformation!;
    assert.deepEqual([other!.location.uri, other!.location.range], [buoys, found.range]);
    await editor.replace(lamps, '17–21', '17–22');
    await until(
      () => Promise.resolve(editor.receivedAll<PublishDiagnosticsParams>('textDocument/publishDiagnostics')),
      (all) =>
        !all
          .filter(({ uri }) => uri === lamps)
          .at(-1)!
          .diagnostics.some(told),
    );
    await editor.stop();
  });
});
