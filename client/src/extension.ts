import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { NodeModule } from 'vscode-languageclient/node';
import { activateClient } from './client.js';
import type { PlenaryApi } from './client.js';
import { offerDictionary } from './spellChecker.js';

/** The port that a debugger of the server connects to, when the extension itself is being debugged. */
const INSPECT_PORT = 6029;

/** Tells its troubles to the output alone: the session shows them, once, with what can be done. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The desktop's entry: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): PlenaryApi {
  const run: NodeModule = {
    module: vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.mjs').fsPath,
    transport: TransportKind.ipc,
  };
  void offerDictionary(context.extensionUri);
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', `--inspect=${INSPECT_PORT}`] } };
  return activateClient(context, {
    createClient: (options) => new QuietClient('plenary', 'Plenary', { run, debug }, options),
    initializationOptions: () => Promise.resolve({}),
    answer: () => [],
    stopped: () => undefined,
  });
}
