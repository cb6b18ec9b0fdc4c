import * as vscode from 'vscode';
import { closeAll, draft, equal, fixture, ok, problemsOf, show, statusOf, until } from '../kit.js';

const REPORT = `I. Introduction

1. The present report is submitted to the Commission.

2. The Secretariat has trained practitioners.

4. The Commission may wish to take note of the report.
`;

describe('Findings', () => {
  afterEach(closeAll);

  it('underline a number that is wrong, and go when it is put right', async () => {
    const document = await draft(REPORT);
    const [problem] = await problemsOf(document.uri, (problems) => problems.length > 0);
    ok(problem, 'there is a finding');
    equal(document.getText(problem.range), '4.', 'underlined text');
    const code = typeof problem.code === 'object' ? problem.code.value : problem.code;
    equal(code, 'paragraph-sequence', 'code');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, problem.range, '3.');
    await vscode.workspace.applyEdit(edit);
    await problemsOf(document.uri, (problems) => problems.length === 0);
  });

  it('are answered by a quick fix', async () => {
    const document = await draft(REPORT);
    const [problem] = await problemsOf(document.uri, (problems) => problems.length > 0);
    ok(problem, 'there is a finding');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit }) => edit?.has(document.uri));
    ok(fix?.edit, `there is a fix among: ${actions.map(({ title }) => title).join(' | ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    ok(document.getText().includes('3. The Commission may wish'), document.getText());
    await problemsOf(document.uri, (problems) => problems.length === 0);
  });

  it('are mended at each save where a person wishes it', async () => {
    const uri = fixture('percent.undoc');
    const text = 'Report of the Secretariat\n\nI. Lamps\n\n1. One percent.\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'un-document' });
    const value = { 'source.fixAll.plenary': 'explicit' };
    await settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace, true);
    const document = await show(uri);
    await problemsOf(uri, (problems) => problems.length > 0);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, '\n2. Two.\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
    ok(document.getText().includes('One per cent.'), document.getText());
    await vscode.workspace.fs.delete(uri);
  });

  it('that are wrong are reported as a case on the clipboard, without names', async () => {
    const document = await draft('Report of the Secretariat\n\nI. Lamps\n\n1. Arendale has 4 percent.\n');
    const [problem] = await problemsOf(document.uri, (problems) => problems.length > 0);
    ok(problem, 'there is a finding');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const { command } = actions.find(({ title }) => title.includes('false alarm')) ?? {};
    ok(command, actions.map(({ title }) => title).join(' | '));
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const text = await vscode.env.clipboard.readText();
    ok(text.includes('text: 9. Xxxx has 9 ⟦percent⟧.'), text);
  });

  it('are no business of a README', async () => {
    const document = await show(fixture('README.md'));
    await statusOf(document.uri);
    equal(vscode.languages.getDiagnostics(document.uri).length, 0, 'number of findings');
  });
});

describe('The settings of the editor', () => {
  afterEach(closeAll);

  it('turn rules off and on, for documents that are open', async () => {
    const { uri } = await draft(REPORT);
    await problemsOf(uri, (problems) => problems.length > 0);
    const settings = vscode.workspace.getConfiguration('plenary');
    const { Workspace } = vscode.ConfigurationTarget;
    await settings.update('rules', { 'paragraph-*': 'off' }, Workspace);
    await problemsOf(uri, (problems) => problems.length === 0);
    await settings.update('rules', undefined, Workspace);
    await problemsOf(uri, (problems) => problems.length > 0);
  });
});

describe('plenary.config.json', () => {
  const file = (): vscode.Uri => fixture('plenary.config.json');
  const write = (value: unknown): Thenable<void> =>
    vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(JSON.stringify(value)));

  afterEach(async () => {
    await vscode.workspace.fs.delete(file());
    await closeAll();
  });

  it('decides what a file is, as soon as it is written', async () => {
    const { uri } = await show(fixture('README.md'));
    await statusOf(uri, ({ recognized }) => !recognized);
    await write({ files: [{ pattern: 'README.md', kind: 'note' }] });
    await statusOf(uri, ({ recognized, kind }) => recognized && kind === 'note');
    await write({});
    await statusOf(uri, ({ recognized }) => !recognized);
  });

  it('turns rules off', async () => {
    const uri = fixture('numbers.undoc');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(REPORT));
    await show(uri);
    await problemsOf(uri, (problems) => problems.length > 0);
    await write({ rules: { 'paragraph-sequence': 'off' } });
    await problemsOf(uri, (problems) => problems.length === 0);
  });

  it('shows its own mistakes', async () => {
    await write({ profile: 'the whole world' });
    await until('a finding in plenary.config.json', () =>
      vscode.languages.getDiagnostics(file()).some(({ source }) => source === 'plenary'),
    );
  });
});
