import * as vscode from 'vscode';
import { closeAll, draft, equal, ok, statusOf, until } from '../kit.js';

const REPORT = `Report of the Secretariat

## I. Introduction

1. The Office met <script>alert(1)</script> in *Vienna*.[^1]

[^1]: See the plan.
`;

const previews = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('plenary.preview'),
    );

describe('The preview', () => {
  afterEach(closeAll);

  it('opens beside the draft, once, and bears its name', async () => {
    const document = await draft(REPORT);
    await statusOf(document.uri, ({ recognized }) => recognized);
    await vscode.commands.executeCommand('plenary.openPreview');
    // A tab is told of before its name.
    await until('the name of the preview', () => /^Preview Untitled/.test(previews()[0]?.label ?? ''));
    await vscode.commands.executeCommand('plenary.openPreview');
    equal(previews().length, 1, 'previews');
  });

  it('is offered for drafts only', async () => {
    const document = await draft('# A shopping list\n\nBread and butter.\n', 'markdown');
    await statusOf(document.uri, ({ recognized }) => !recognized);
    await vscode.commands.executeCommand('plenary.openPreview');
    equal(previews().length, 0, 'previews');
  });

  it('prints one file that holds all it needs, where there is a disk', async () => {
    const document = await draft(REPORT);
    await statusOf(document.uri, ({ recognized }) => recognized);
    const file = await vscode.commands.executeCommand<vscode.Uri | undefined>('plenary.printDraft');
    // A browser's worker has no disk: there the preview offers the file.
    if (!file) {
      ok(vscode.env.uiKind === vscode.UIKind.Web, 'a desktop has a disk');
      await until('the preview', () => previews().length > 0);
      return;
    }
    const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    ok(html.startsWith('<!DOCTYPE html>'), html.slice(0, 80));
    ok(/<em>Vienna<\/em>/.test(html), 'the words');
    ok(html.includes("default-src 'none'"), 'a policy');
    ok(!html.includes('<script>alert'), 'nothing of the text runs');
    equal(/<(?:link|img|iframe)\b/.exec(html), null, 'what is loaded');
    await vscode.workspace.fs.delete(file);
  });
});
