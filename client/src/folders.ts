import * as vscode from 'vscode';
import { CHECK_FOLDER, FALSE_ALARM, UNCHECK_FOLDER } from '../../server/src/messages.js';
import type { CheckFolderResult, FalseAlarmParams } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** The commands over all documents of the folders that are open. The server shows how far it is, and can be stopped there. */
export function registerFolders(ask: Ask): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(CHECK_FOLDER, () => check(ask)),
    vscode.commands.registerCommand(UNCHECK_FOLDER, async () => {
      await ask('workspace/executeCommand', { command: UNCHECK_FOLDER });
      await tellChecked(false);
    }),
    vscode.commands.registerCommand(
      'plenary.reportFalseAlarm',
      (uri?: string, code?: string, range?: FalseAlarmParams['range']) =>
        reportFalseAlarm(ask, uri, code, range),
    ),
  ];
}

async function check(ask: Ask): Promise<CheckFolderResult> {
  const result = (await ask('workspace/executeCommand', { command: CHECK_FOLDER })) as CheckFolderResult;
  await tellChecked(true);
  const show = vscode.l10n.t('Show problems');
  const found = result.errors + result.warnings + result.others;
  // Not waited for: a message stays until a person has read it.
  void vscode.window.showInformationMessage(summary(result), ...(found > 0 ? [show] : [])).then((answer) => {
    if (answer === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
  return result;
}

/** Copies a short case of a finding that a person takes for wrong; without arguments the one at the cursor. */
async function reportFalseAlarm(
  ask: Ask,
  uri: string | undefined,
  code: string | undefined,
  range: FalseAlarmParams['range'] | undefined,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const textDocument = { uri: uri ?? editor?.document.uri.toString() ?? '' };
  const selection = range ?? editor?.selection;
  if (!selection) return;
  const { start, end } = selection;
  const params: FalseAlarmParams = {
    textDocument,
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    code: code ?? null,
  };
  const text = (await ask(FALSE_ALARM, params)) as string | null;
  if (text === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Put the cursor on a finding of Plenary that you take for wrong.'),
    );
    return;
  }
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The case is on the clipboard. Names and figures are replaced; read it before you send it to anyone.',
    ),
  );
}

/** Tells the menus whether findings of closed documents are shown. A server that starts shows none. */
export function tellChecked(checked: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'plenary.folderChecked', checked);
}

function summary({
  documents,
  errors,
  warnings,
  others,
  leftOut,
  unlisted,
  cancelled,
}: CheckFolderResult): string {
  const { t } = vscode.l10n;
  const sentences =
    documents === 0 && !cancelled && unlisted === 0
      ? [t('There are no closed United Nations documents in this folder.')]
      : [
          t('Closed documents: {documents}. Errors: {errors}, warnings: {warnings}, information: {others}.', {
            documents,
            errors,
            warnings,
            others,
          }),
        ];
  if (leftOut > 0) sentences.push(t('Not read, because too large or too many: {leftOut}.', { leftOut }));
  if (unlisted > 0)
    sentences.push(
      t('Folders that could not be listed, so that closed documents in them are not known: {unlisted}.', {
        unlisted,
      }),
    );
  if (cancelled) sentences.push(t('The check was stopped before the end.'));
  return sentences.join(' ');
}
