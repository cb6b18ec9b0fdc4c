import * as vscode from 'vscode';
import { CHECK_FOLDER, UNCHECK_FOLDER } from '../../server/src/messages.js';
import type { CheckFolderResult } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** The commands over all documents of the folders that are open. The server shows how far it is, and can be stopped there. */
export function registerFolders(ask: Ask): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(CHECK_FOLDER, () => check(ask)),
    vscode.commands.registerCommand(UNCHECK_FOLDER, async () => {
      await ask('workspace/executeCommand', { command: UNCHECK_FOLDER });
      await tellChecked(false);
    }),
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

function tellChecked(checked: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'plenary.folderChecked', checked);
}

function summary({ documents, errors, warnings, others, cancelled }: CheckFolderResult): string {
  const { t } = vscode.l10n;
  if (documents === 0 && !cancelled) return t('There are no closed United Nations documents in this folder.');
  const found = t(
    'Closed documents: {documents}. Errors: {errors}, warnings: {warnings}, information: {others}.',
    {
      documents,
      errors,
      warnings,
      others,
    },
  );
  return cancelled ? `${found} ${t('The check was stopped before the end.')}` : found;
}
