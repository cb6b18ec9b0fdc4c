import type * as vscode from 'vscode';
import { activateClient } from './client.js';
import type { PlenaryApi } from './client.js';
import { offerDictionary } from './spellChecker.js';

/** The desktop's entry: what speaks with the server is a file of its own, which is read behind the activation. */
export function activate(context: vscode.ExtensionContext): PlenaryApi {
  void offerDictionary(context.extensionUri);
  return activateClient(context, async (options) => {
    const { desktopSession } = await import('./desktop.js');
    return desktopSession(context.extensionUri, options);
  });
}
