import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { folder, PROGRAM, TODAY } from './kit.js';
import { REPORT } from './texts.js';

describe('plenary mcp, asked by a client of the official SDK', () => {
  let client: Client;
  const failures: string[] = [];

  before(async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [PROGRAM, 'mcp', '--today', TODAY],
      cwd: folder({}),
      env: { ...environment(), PLENARY_CATALOGUE: `${tmpdir()}/plenary-no-such-catalogue.tsv` },
      stderr: 'pipe',
    });
    transport.stderr?.on('data', (chunk: Buffer) => failures.push(chunk.toString('utf8')));
    client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
  });

  after(async () => {
    await client.close();
    assert.deepEqual(failures, []);
  });

  const ask = async (name: string, args: Record<string, unknown>): Promise<string> => {
    const { content, isError } = (await client.callTool({ name, arguments: args })) as {
      content: { type: string; text: string }[];
      isError?: boolean;
    };
    assert.notEqual(isError, true, content[0]?.text);
    assert.equal(content.length, 1);
    return content[0]!.text;
  };

  it('has tools that only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['look_up', 'search_resolutions', 'check_draft', 'outline_draft'],
    );
    for (const { annotations, description, inputSchema } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(annotations.openWorldHint, false);
      assert.ok(description!.length > 80);
      assert.equal(inputSchema.type, 'object');
    }
  });

  it('tells an assistant whose draft it may hand over', () => {
    assert.match(client.getInstructions() ?? '', /Restricted, Confidential or Limited/);
  });

  it('looks up', async () => {
    assert.match(await ask('look_up', { query: 'A/RES/75/158' }), /Trafficking in women and girls/);
    assert.match(await ask('look_up', { query: 'qwertyuiop' }), /Nothing is known .* does not mean/);
  });

  it('searches titles', async () => {
    const found = await ask('search_resolutions', { words: 'trafficking women girls', limit: 3 });
    assert.equal(found.split('\n\n---\n\n').length, 3);
    assert.match(found, /Trafficking in women and girls/);
  });

  it('checks a draft', async () => {
    const found = await ask('check_draft', { text: REPORT, severity: 'error' });
    assert.match(found, /^Taken for: report\. Findings: \d+\.\n/);
    assert.match(found, /^- line 19, column 1: error: .*\[paragraph-sequence\]$/m);
    assert.doesNotMatch(found, /doubled-word/);
  });

  it('outlines a draft', async () => {
    const outline = JSON.parse(await ask('outline_draft', { text: REPORT })) as Record<string, unknown>;
    assert.equal(outline['symbol'], 'CTOC/COP/2024/91');
    assert.deepEqual(outline['resolutions'], ['A/RES/75/158']);
    assert.deepEqual(outline['paragraphs'], ['body: 1', 'body: 2', 'body: 4']);
  });

  const LIMITED = REPORT.replace('Twelfth session', 'Distr.: Limited\n\nTwelfth session');

  it('tells nothing of a draft that is not for everybody, unless the user has said so', async () => {
    for (const name of ['check_draft', 'outline_draft']) {
      const { content, isError } = (await client.callTool({ name, arguments: { text: LIMITED } })) as {
        content: { text: string }[];
        isError?: boolean;
      };
      assert.equal(isError, true);
      assert.match(content[0]!.text, /The masthead of this draft says “Limited”/);
      assert.doesNotMatch(content[0]!.text, /paragraph-sequence|Training/);
      assert.match(await ask(name, { text: LIMITED, user_agreed: true }), /report/);
    }
  });

  it('asks the user itself where the client can', async () => {
    const asked: string[] = [];
    let answer = false;
    const other = new Client({ name: 'test', version: '1' }, { capabilities: { elicitation: {} } });
    other.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params.message);
      return { action: 'accept', content: { agreed: answer } };
    });
    await other.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [PROGRAM, 'mcp', '--today', TODAY],
        cwd: folder({}),
        env: environment(),
      }),
    );
    // What the assistant says does not count: the user said no.
    const call = { name: 'check_draft', arguments: { text: LIMITED, user_agreed: true } };
    assert.equal((await other.callTool(call)).isError, true);
    answer = true;
    assert.notEqual((await other.callTool(call)).isError, true);
    await other.callTool({ name: 'check_draft', arguments: { text: REPORT } });
    assert.equal(asked.length, 2);
    assert.match(asked[0]!, /says “Limited”/);
    await other.close();
  });

  it('refuses what it does not understand, and goes on', async () => {
    const { isError } = await client.callTool({ name: 'check_draft', arguments: { text: 7 } });
    assert.equal(isError, true);
    assert.match(await ask('look_up', { query: 'Nepal' }), /Nepal/);
  });
});

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
