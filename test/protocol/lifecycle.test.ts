import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOCUMENT_STATUS, SET_KIND } from '../../server/src/messages.js';
import { TestEditor } from './kit.js';

const SERVER = fileURLToPath(new URL('../../server/bin/plenary-language-server.js', import.meta.url));
const MANIFEST = new URL('../../server/package.json', import.meta.url);

describe('A server over standard input and output', () => {
  let editor: TestEditor;
  beforeEach(async () => {
    editor = await TestEditor.start({ initializationOptions: { documentStatus: true } });
  });
  afterEach(async () => {
    assert.equal(await editor.stop(), 0, 'it ends with 0 when it is asked to');
  });

  it('introduces itself', () => {
    const { serverInfo, capabilities } = editor.server;
    assert.equal(serverInfo?.name, 'plenary-language-server');
    assert.ok(capabilities.textDocumentSync, 'it follows the text');
  });

  it('tells what a document is, and follows a change of kind', async () => {
    const uri = await editor.open('Madam Chair,\n\nWe thank the Secretariat.\n\nI thank you.\n');
    assert.equal((await editor.status(uri)).recognized, true);
    await editor.request(SET_KIND, { uri, kind: 'letter' });
    await editor.status(uri, ({ kind }) => kind === 'letter');
    await editor.request(SET_KIND, { uri, kind: 'none' });
    await editor.status(uri, ({ recognized }) => !recognized);
  });

  it('follows edits', async () => {
    const uri = await editor.open('Madam Chair,\n\nWe thank the Secretariat.\n');
    const before = await editor.status(uri);
    await editor.replace(uri, 'Secretariat', 'Secretariat and all delegations');
    const after = await editor.status(uri, ({ version }) => version > before.version);
    assert.equal(after.words, before.words + 3);
  });

  it('takes no interest in a README', async () => {
    const uri = await editor.open('# bridge-tools\n\n1. Install it.\n', 'markdown', 'file:///README.md');
    assert.equal((await editor.status(uri)).recognized, false);
  });
});

describe('A server and a client that knows nothing of Plenary', () => {
  it('is sent nothing beyond the standard protocol', async () => {
    const editor = await TestEditor.start();
    await editor.open('Madam Chair,\n\nWe thank the Secretariat.\n');
    assert.equal(await editor.stop(), 0);
    assert.deepEqual(editor.receivedAll(DOCUMENT_STATUS), []);
    assert.deepEqual(
      editor.requests.map(({ method }) => method).filter((method) => method.startsWith('plenary/')),
      [],
    );
  });
});

describe('The command plenary-language-server', () => {
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8', input: '' });

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string };
    assert.equal(run('--version').stdout, `${version}\n`);
  });

  it('says how it is used, and fails when it was not asked to', () => {
    assert.match(run('--help').stdout, /--stdio/);
    assert.equal(run('--help').status, 0);
    assert.match(run().stderr, /--stdio/);
    assert.equal(run().status, 2);
  });
});
