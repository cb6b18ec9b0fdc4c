import * as vscode from 'vscode';
import type { DocumentStatusParams } from '../../server/src/messages.js';

/**
 * What the suites share. Only the `vscode` API and what every extension host has: the same bundle runs on the desktop,
 * in the workbench's Node host and in a browser's worker.
 */

export const EXTENSION_ID = 'to-be-set-by-whoever-publishes.plenary';

interface PlenaryApi {
  documentStatus(uri: vscode.Uri): DocumentStatusParams | undefined;
  readonly onDidChangeDocumentStatus: vscode.Event<DocumentStatusParams>;
  isRunning(): boolean;
}

/** The extension's own API; activates it. */
export async function plenary(): Promise<PlenaryApi> {
  const extension = vscode.extensions.getExtension<PlenaryApi>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  return extension.activate();
}

/** A file of the workspace that the suites run in. */
export function fixture(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Shows a file in the editor and returns its document. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Shows a new, unsaved document with that text. */
export async function draft(content: string, language = 'un-document'): Promise<vscode.TextDocument> {
  for (let times = 0; ; times++) {
    const document = await vscode.workspace.openTextDocument({ language, content });
    // One that is still being closed lends its name, and its text, to the next.
    if (document.getText() === content || times === 20) {
      await vscode.window.showTextDocument(document);
      return document;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks again and again until the answer is neither undefined nor false; fails after ten seconds, saying what it waited for. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the server takes a document for, once it has said so and `accept` agrees. */
export async function statusOf(
  uri: vscode.Uri,
  accept: (status: DocumentStatusParams) => boolean = () => true,
): Promise<DocumentStatusParams> {
  const api = await plenary();
  return until(`the status of ${uri.path}`, () => {
    const status = api.documentStatus(uri);
    return status && accept(status) ? status : undefined;
  });
}

/** The findings of Plenary for a document, as the Problems panel lists them, once `accept` agrees. */
export async function problemsOf(
  uri: vscode.Uri,
  accept: (problems: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return until(`findings in ${uri.path}`, () => {
    const problems = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'plenary');
    return accept(problems) ? problems : undefined;
  });
}

/** The text of all hovers at the first place where `words` stand in the document. */
export async function hoverOver(document: vscode.TextDocument, words: string): Promise<string> {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`"${words}" does not stand in the document.`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset + 1),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/**
 * Answers the next questions of the extension as a person would, by choosing the button whose words begin so; null closes
 * the question. Returns what was asked, and ends with `run`.
 */
export async function answering(
  answers: readonly (string | null)[],
  run: () => PromiseLike<unknown>,
): Promise<readonly string[]> {
  const asked: string[] = [];
  const left = [...answers];
  const window = vscode.window as unknown as Record<string, unknown>;
  const own = window['showWarningMessage'];
  window['showWarningMessage'] = (
    message: string,
    _options: vscode.MessageOptions,
    ...buttons: readonly string[]
  ): Promise<string | undefined> => {
    asked.push(message);
    const answer = left.shift();
    return Promise.resolve(buttons.find((button) => answer && button.startsWith(answer)));
  };
  try {
    await run();
  } finally {
    window['showWarningMessage'] = own;
  }
  return asked;
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Fails when the two differ as JSON; `what` says what they are. */
export function equal<T>(actual: T, expected: T, what = 'value'): void {
  const [a, e] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (a !== e) throw new Error(`Unexpected ${what}:\n  is        ${a}\n  should be ${e}`);
}

/** Fails with `message` when the condition does not hold. */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
