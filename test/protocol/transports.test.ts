import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

const SERVER = fileURLToPath(new URL('../../server/bin/plenary-language-server.js', import.meta.url));
const TEXT = 'Report of the Secretariat\n\n## I. Introduction\n\n1. It is the the end.\n';

/** Says hello, opens a draft, waits for its findings, says goodbye; returns the codes and the exit code. */
async function talk(connection: MessageConnection, child: ChildProcess): Promise<unknown[]> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const found = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  connection.listen();
  const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {},
  });
  assert.equal(serverInfo?.name, 'plenary-language-server');
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///draft.undoc', languageId: 'markdown', version: 1, text: TEXT },
  });
  const { diagnostics } = await found;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  assert.equal(await ended, 0, 'it ends with 0');
  connection.dispose();
  return diagnostics.map(({ code }) => code);
}

/** Listens where the server will call, starts it, and returns the call. */
async function called(
  where: number | string,
  option: (address: number | string) => string,
): Promise<{ socket: Socket; child: ChildProcess; stop: () => void }> {
  const listener = createServer();
  await new Promise<void>((resolve) => {
    const listening = (): void => resolve();
    if (typeof where === 'number') listener.listen(where, '127.0.0.1', listening);
    else listener.listen(where, listening);
  });
  const address = listener.address();
  const to = typeof address === 'object' && address ? address.port : where;
  const call = new Promise<Socket>((resolve) => listener.once('connection', resolve));
  const child = spawn(process.execPath, [SERVER, option(to)], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { socket: await call, child, stop: () => listener.close() };
}

describe('The other ways to speak with the server', () => {
  const over = async (
    where: number | string,
    option: (address: number | string) => string,
  ): Promise<void> => {
    const { socket, child, stop } = await called(where, option);
    try {
      const connection = createMessageConnection(
        new SocketMessageReader(socket),
        new SocketMessageWriter(socket),
      );
      assert.deepEqual(await talk(connection, child), ['doubled-word']);
    } finally {
      stop();
      child.kill();
    }
  };

  it('--socket=PORT calls a port of this computer', () => over(0, (port) => `--socket=${port}`));

  it('--pipe=NAME calls a named pipe', () => {
    const name = `plenary-${process.pid}.sock`;
    const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), name);
    return over(pipe, (address) => `--pipe=${address}`);
  });

  it('--node-ipc speaks with the Node process that started it', async () => {
    const child = fork(SERVER, ['--node-ipc'], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    assert.deepEqual(await talk(connection, child), ['doubled-word']);
  });
});

describe('The name of a file', () => {
  it('tells a document of the United Nations where the editor knows no such language', async () => {
    const { TestEditor } = await import('./kit.js');
    const editor = await TestEditor.start();
    const plain = '1. It is the the end.\n';
    for (const name of ['note.undoc', 'note.un.md', 'NOTE.UNDOC']) {
      const uri = await editor.open(plain, 'text', `file:///${name}`);
      assert.equal((await editor.diagnostics(uri)).length, 1, name);
    }
    const uri = await editor.open(plain, 'text', 'file:///note.txt');
    await editor.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    const all = editor.receivedAll<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    assert.ok(!all.some((one) => one.uri === uri && one.diagnostics.length > 0));
    assert.equal(await editor.stop(), 0);
  });
});
