import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { NodeModule } from 'vscode-languageclient/node';
import { Session, type SessionOptions } from './session.js';

/** The port that a debugger of the server connects to, when the extension itself is being debugged. */
const INSPECT_PORT = 6029;

/** Tells its troubles to the output alone: the session shows them, once, with what can be done. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A session on the desktop, where the server is a process of its own. */
export function desktopSession(extension: vscode.Uri, options: SessionOptions): Session {
  const run: NodeModule = {
    module: vscode.Uri.joinPath(extension, 'dist', 'server', 'node.mjs').fsPath,
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', `--inspect=${INSPECT_PORT}`] } };
  return new Session(
    {
      createClient: (clientOptions) => new QuietClient('plenary', 'Plenary', { run, debug }, clientOptions),
      initializationOptions: () => Promise.resolve({}),
      answer: () => [],
      stopped: () => undefined,
    },
    options,
  );
}
