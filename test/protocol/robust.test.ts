import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver-protocol/node';
import type { Hover, Position, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { TestEditor } from './kit.js';

const SERVER = fileURLToPath(new URL('../../server/bin/plenary-language-server.js', import.meta.url));
const TEXT = 'Madam Chair,\n\n1. We thank 😀 the the Secretariat for resolution 75/158.\n';
const NOWHERE = { line: 0, character: 0 };

/** The code of the error that a request is answered with; null where it is answered. */
function codeOf(answer: Promise<unknown>): Promise<number | null> {
  return answer.then(
    () => null,
    (error: unknown) => (error instanceof ResponseError ? error.code : 0),
  );
}

describe('A client that keeps to no order', () => {
  let editor: TestEditor;
  beforeEach(async () => {
    editor = await TestEditor.start();
  });
  afterEach(async () => {
    assert.equal(await editor.stop(), 0);
  });

  /** The server still knows the text as it should be: its findings come to say so. */
  const serves = async (uri: string): Promise<void> => {
    await editor.received<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && params.diagnostics.some(({ code }) => code === 'doubled-word'),
    );
  };

  it('is told what the server does not know', async () => {
    assert.equal(await codeOf(editor.request('plenary/noSuchThing', {})), -32601);
    assert.equal(await codeOf(editor.request('textDocument/noSuchThing', { x: [null] })), -32601);
    await editor.notify('$/noSuchThing', {});
    await editor.notify('textDocument/noSuchThing', {});
    await serves(await editor.open(TEXT));
  });

  it('may leave out what a request needs', async () => {
    const uri = await editor.open(TEXT);
    for (const params of [{}, { textDocument: {} }, { textDocument: { uri } }, { position: NOWHERE }])
      await codeOf(editor.request('textDocument/hover', params));
    await serves(uri);
  });

  it('may ask about any position', async () => {
    const uri = await editor.open(TEXT);
    const smile = TEXT.split('\n')[2]!.indexOf('😀');
    const places: readonly Position[] = [
      { line: 2, character: smile + 1 },
      { line: 2, character: 1_000_000 },
      { line: 1_000_000, character: 3 },
      { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
      { line: -1, character: -1 },
      { line: 2, character: -5 },
      { line: 0.5, character: 1.5 },
    ];
    const methods = ['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename'];
    for (const position of places) {
      for (const method of methods)
        assert.equal(
          await codeOf(editor.request(`textDocument/${method}`, { textDocument: { uri }, position })),
          null,
          `${method} at ${JSON.stringify(position)}`,
        );
      assert.equal(
        await codeOf(
          editor.request('textDocument/codeAction', {
            textDocument: { uri },
            range: { start: position, end: NOWHERE },
            context: { diagnostics: [] },
          }),
        ),
        null,
      );
    }
    await serves(uri);
  });

  it('may edit where the text has no place: the edit is cut to the text', async () => {
    const uri = await editor.open('Madam Chair,\n');
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 900, character: 7 }, end: { line: 901, character: 0 } },
          text: '\n1. It is the the end.\n',
        },
        { range: { start: { line: -3, character: -3 }, end: { line: -2, character: 9 } }, text: '' },
      ],
    });
    await serves(uri);
  });

  it('may change and close what is not open, and open what is', async () => {
    const uri = await editor.open(TEXT);
    const change = { contentChanges: [{ text: 'gone' }] };
    await editor.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///no.undoc', version: 2 },
      ...change,
    });
    await editor.notify('textDocument/didClose', { textDocument: { uri: 'file:///no.undoc' } });
    await editor.notify('textDocument/didSave', { textDocument: { uri: 'file:///no.undoc' } });
    await serves(uri);
    await editor.close(uri);
    await editor.notify('textDocument/didChange', { textDocument: { uri, version: 3 }, ...change });
    assert.equal(
      await editor.request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 2, character: 48 },
      }),
      null,
      'a document that was closed is not known',
    );
    await editor.open(TEXT, 'un-document', uri);
    await editor.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'un-document', version: 7, text: `${TEXT}\n2. It was the the end.\n` },
    });
    await serves(uri);
  });

  it('may give versions in any order, or none: changes count as they come', async () => {
    const uri = await editor.open('Madam Chair,\n');
    for (const [version, text] of [
      [9, 'Madam Chair,\n\n1. One'],
      [3, 'Madam Chair,\n\n1. One'],
      [null, 'Madam Chair,\n\n1. It is the the end.\n'],
    ] as const)
      await editor.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    await serves(uri);
  });

  it('may cancel what it has asked', async () => {
    const uri = await editor.open(TEXT);
    const asked = Array.from({ length: 30 }, () => {
      const source = new CancellationTokenSource();
      const answer = codeOf(
        editor.request(
          'textDocument/references',
          {
            textDocument: { uri },
            position: { line: 2, character: 48 },
            context: { includeDeclaration: true },
          },
          source.token,
        ),
      );
      source.cancel();
      return answer;
    });
    for (const code of await Promise.all(asked)) assert.ok(code === null || code === -32800, String(code));
    await editor.notify('$/cancelRequest', { id: 123_456 });
    await serves(uri);
  });
});

describe('The order of beginning and end', () => {
  it('nothing is answered after the goodbye', async () => {
    const editor = await TestEditor.start();
    const uri = await editor.open(TEXT);
    await editor.request('shutdown', undefined);
    for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/documentSymbol'])
      assert.equal(
        await codeOf(editor.request(method, { textDocument: { uri }, position: NOWHERE })),
        -32600,
        method,
      );
    assert.equal(await codeOf(editor.request('workspace/symbol', { query: 'a' })), -32600);
    assert.equal(await editor.stop(), 0);
  });

  const start = (): { child: ChildProcess; ended: Promise<number | null> } => {
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))) };
  };
  const say = (child: ChildProcess, message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const heard = (child: ChildProcess, words: string): Promise<void> =>
    new Promise((resolve) => {
      let all = '';
      child.stdout!.on('data', (data: Buffer) => {
        all += data.toString('utf8');
        if (all.includes(words)) resolve();
      });
    });

  it('nothing is answered before the introduction', async () => {
    const { child, ended } = start();
    const answered = heard(child, '-32002');
    say(child, {
      id: 1,
      method: 'textDocument/hover',
      params: { textDocument: { uri: 'file:///a.undoc' }, position: NOWHERE },
    });
    await answered;
    say(child, { method: 'exit' });
    assert.equal(await ended, 1, 'an end without a goodbye');
  });

  it('an end without a goodbye is one in disorder', async () => {
    const { child, ended } = start();
    const answered = heard(child, 'capabilities');
    say(child, { id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } });
    await answered;
    say(child, { method: 'exit' });
    assert.equal(await ended, 1);
  });

  it('bytes that are no message end nothing but themselves', async () => {
    const { child, ended } = start();
    const answered = heard(child, 'capabilities');
    say(child, { id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } });
    await answered;
    const after = heard(child, '"id":2');
    child.stdin!.write('Content-Length: 9\r\n\r\n{"not js}');
    say(child, { id: 2, method: 'shutdown' });
    await after;
    say(child, { method: 'exit' });
    assert.equal(await ended, 0);
  });

  it('a client that dies leaves no server: its end of the pipe closes', async () => {
    const { child, ended } = start();
    const answered = heard(child, 'capabilities');
    say(child, { id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
    await answered;
    child.stdin!.end();
    assert.notEqual(await ended, null, 'it ended by itself');
  });

  it('a client that dies leaves no server: its process is gone though the pipe is held open', async () => {
    const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const { child, ended } = start();
    const answered = heard(child, 'capabilities');
    say(child, { id: 1, method: 'initialize', params: { processId: client.pid, capabilities: {} } });
    await answered;
    client.kill('SIGKILL');
    assert.notEqual(await ended, null, 'it ended by itself');
  }).timeout(30_000);
});

describe('Documents that are opened and closed', () => {
  const COUNT = Number(process.env['PLENARY_DOCUMENTS'] ?? 2_000);

  it('leave no memory behind', async function () {
    const editor = await TestEditor.start();
    const status = `/proc/${editor.process.pid}/status`;
    if (!existsSync(status)) {
      await editor.stop();
      this.skip();
    }
    /** The memory of the server that is resident. MB. */
    const resident = (): number =>
      Number(/VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1_024;
    const text = `Report of the Secretary-General\n\nI. Introduction\n\n${'1. It met, as in resolution 75/158 and para. 2 above.\n\n'.repeat(30)}`;
    const some = async (from: number, count: number): Promise<void> => {
      for (let i = from; i < from + count; i++) {
        const uri = await editor.open(text, 'un-document', `file:///many/${i}.undoc`);
        if (i % 100 === 0) await editor.diagnostics(uri);
        await editor.close(uri);
      }
      await editor.request('workspace/symbol', { query: 'x' });
    };
    await some(0, COUNT / 2);
    const before = resident();
    await some(COUNT / 2, COUNT);
    const after = resident();
    // Were each kept, its text, blocks, citations and findings would take a tenth of a megabyte.
    assert.ok(after - before < 60, `${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`);
    assert.equal(await editor.stop(), 0);
  }).timeout(120_000);
});
