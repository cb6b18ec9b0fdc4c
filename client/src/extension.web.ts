import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './client.js';
import type { PlenaryApi } from './client.js';
import { answerCatalogueRequest, translations } from './files.js';
import { Session, type Platform } from './session.js';

/** Tells its troubles to the output alone: the session shows them, once, with what can be done. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The browser's entry: the server is a worker, which has neither disk nor process. */
export function activate(context: vscode.ExtensionContext): PlenaryApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  let worker: Worker | undefined;
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const startWorker = (): Worker => {
    end();
    worker = new Worker(script, { name: 'plenary-language-server' });
    return worker;
  };
  const platform: Platform = {
    createClient: (options) =>
      new QuietClient(
        'plenary',
        'Plenary',
        // Handed over as its two ends: in some hosts `Worker` is replaced, and is not recognized by its class.
        () => {
          const started = startWorker();
          return Promise.resolve({
            reader: new BrowserMessageReader(started),
            writer: new BrowserMessageWriter(started),
          });
        },
        options,
      ),
    initializationOptions: async () => ({ catalogue: true, ...(await translations(context.extensionUri)) }),
    answer: (client) => [answerCatalogueRequest(client, context.extensionUri)],
    stopped: end,
  };
  return activateClient(context, (options) => Promise.resolve(new Session(platform, options)));
}
