import * as vscode from 'vscode';
import { CATALOGUE_CHANGED, CATALOGUE_IMPORT } from '../../server/src/messages.js';
import type { CatalogueImportParams, ImportOutcome } from '../../server/src/messages.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** Where a user's own catalogue lies. */
export function ownCatalogue(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'catalogue.tsv');
}

/** The command that adds exports of the UN Digital Library to the user's own catalogue. */
export function registerImport(
  ask: Ask,
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('plenary.importResolutions', async (chosen?: readonly vscode.Uri[]) => {
      const uris = chosen ?? (await choose());
      return uris && uris.length > 0 ? importAll(ask, ownCatalogue(context), uris, output) : undefined;
    }),
  ];
}

function choose(): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Exports of the UN Digital Library: MARCXML, voting data (CSV), or a table (TSV)'),
    filters: {
      [vscode.l10n.t('Exports of the UN Digital Library')]: ['xml', 'csv', 'tsv'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
}

async function importAll(
  ask: Ask,
  target: vscode.Uri,
  uris: readonly vscode.Uri[],
  output: vscode.LogOutputChannel,
): Promise<ImportOutcome> {
  const files = await Promise.all(
    uris.map(async (uri) => ({
      name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
      text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
    })),
  );
  const params: CatalogueImportParams = { files };
  const outcome = (await ask(CATALOGUE_IMPORT, params)) as ImportOutcome;
  for (const problem of outcome.problems) output.warn(problem);
  for (const conflict of outcome.conflicts) output.warn(conflict);
  if (outcome.table !== null) {
    await replace(target, outcome.table);
    await ask(CATALOGUE_CHANGED, {});
  }
  tell(outcome, output);
  return outcome;
}

/** Written beside it and put in its place: a catalogue is never half there. */
async function replace(target: vscode.Uri, text: string): Promise<void> {
  const folder = vscode.Uri.joinPath(target, '..');
  await vscode.workspace.fs.createDirectory(folder);
  const beside = vscode.Uri.joinPath(folder, `catalogue.${Date.now().toString(36)}.tmp`);
  await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(beside, target, { overwrite: true });
}

function tell(outcome: ImportOutcome, output: vscode.LogOutputChannel): void {
  const { t } = vscode.l10n;
  const { added, updated, rows, problems, conflicts, table } = outcome;
  const show = t('Show output');
  const words =
    table === null
      ? [t('Nothing was imported.')]
      : [t('Resolutions added: {0}, updated: {1}; your catalogue holds {2}.', added, updated, rows)];
  if (conflicts.length > 0) words.push(t('Cells that differ from what was known: {0}.', conflicts.length));
  if (problems.length > 0) words.push(t('Lines that could not be read: {0}.', problems.length));
  const more = conflicts.length + problems.length > 0 ? [show] : [];
  void vscode.window.showInformationMessage(words.join(' '), ...more).then((answer) => {
    if (answer === show) output.show();
  });
}
