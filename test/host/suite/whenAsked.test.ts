import * as vscode from 'vscode';
import { draft, ok, statusOf } from '../kit.js';

// The last of the suites, for it leaves a question open that nobody answers.
describe('A tool for assistants that asks the person', () => {
  it('tells nothing of a draft before there is an answer', async () => {
    const document = await draft('Distr.: Limited\n\nReport of the Secretariat\n\n1. It is the the end.\n');
    await statusOf(document.uri, ({ recognized }) => recognized);
    let told = false;
    void vscode.lm
      .invokeTool('plenary_checkDraft', { input: {}, toolInvocationToken: undefined })
      .then(() => (told = true));
    await new Promise((resolve) => setTimeout(resolve, 700));
    ok(!told, 'told all the same');
  });
});
