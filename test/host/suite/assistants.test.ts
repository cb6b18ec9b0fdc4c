import * as vscode from 'vscode';
import { answering, closeAll, draft, equal, ok, plenary, statusOf, until } from '../kit.js';

const NAMES = ['plenary_checkDraft', 'plenary_lookUp', 'plenary_outlineDraft'];

const textOf = ({ content }: vscode.LanguageModelToolResult): string =>
  content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');

describe('Tools for assistants', () => {
  afterEach(closeAll);

  it('are there where the host knows such tools, and nothing breaks where it does not', async function () {
    const api = await plenary();
    await until('the server', () => api.isRunning());
    const { lm } = vscode as Partial<typeof vscode>;
    if (typeof lm?.registerTool !== 'function') return this.skip();
    const names = await until('the tools', () => {
      const ours = lm.tools.map(({ name }) => name).filter((name) => name.startsWith('plenary_'));
      return ours.length > 0 && ours;
    });
    equal([...names].sort(), NAMES, 'tools');
  });

  it('look up a resolution', async () => {
    const result = await vscode.lm.invokeTool('plenary_lookUp', {
      input: { query: 'A/RES/75/158' },
      toolInvocationToken: undefined,
    });
    ok(/Trafficking in women and girls/.test(textOf(result)), textOf(result));
    const nothing = await vscode.lm.invokeTool('plenary_lookUp', {
      input: { query: 'qwertyuiop' },
      toolInvocationToken: undefined,
    });
    ok(/Nothing is known/.test(textOf(nothing)), textOf(nothing));
  });

  const report = (distribution: string): string =>
    `A/79/7\n\nDistr.: ${distribution}\n\nReport of the Secretariat\n\n## I. Lamps\n\n1. It is the the end.\n`;
  const ask = async (name: string): Promise<string> =>
    textOf(await vscode.lm.invokeTool(name, { input: {}, toolInvocationToken: undefined }));

  it('tell of a draft what they are asked for, when the person has agreed, each time', async () => {
    const { uri } = await draft(report('General'));
    await statusOf(uri, ({ recognized }) => recognized);
    const told: string[] = [];
    const asked = await answering(['Hand it over', 'Hand it over', 'Hand it over'], async () => {
      for (const name of ['plenary_checkDraft', 'plenary_outlineDraft', 'plenary_checkDraft'])
        told.push(await ask(name));
    });
    equal(asked.length, 3, 'questions');
    ok(asked[0]?.startsWith('Hand “Untitled-'), asked.join('\n'));
    ok(/doubled-word/.test(told[0]!) && told[2] === told[0], told.join('\n'));
    ok(/Lamps/.test(told[1]!), told[1]!);
  });

  for (const distribution of ['Restricted', 'Confidential', 'Limited'])
    it(`ask a second time of a draft whose masthead says ${distribution}`, async () => {
      const { uri } = await draft(report(distribution));
      await statusOf(uri, ({ recognized }) => recognized);
      const told: string[] = [];
      const tell = async (): Promise<unknown> => told.push(await ask('plenary_checkDraft'));
      equal((await answering([null], tell)).length, 1, 'questions after a no');
      const second = await answering(['Hand it over', null], tell);
      equal(second.length, 2, 'questions');
      ok(second[1]?.includes(`The masthead says “${distribution}”`), second.join('\n'));
      for (const words of told) ok(/did not agree/.test(words) && !/doubled-word/.test(words), words);
      await answering(['Hand it over', `Hand over although it is ${distribution.toLowerCase()}`], tell);
      ok(/doubled-word/.test(told[2]!), told[2]!);
    });
});
