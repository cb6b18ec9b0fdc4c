import * as vscode from 'vscode';
import { closeAll, equal, ok, plenary, until } from '../kit.js';

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
});
