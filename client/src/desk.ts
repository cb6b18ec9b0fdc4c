import type * as vscode from 'vscode';
import { registerCleanUp } from './cleanUp.js';
import { registerWizard } from './wizard.js';

/** The commands and views of the desk, from a blank page to a finished draft. */
export function registerDesk(
  ask: (method: string, params: unknown) => Promise<unknown>,
): vscode.Disposable[] {
  return [...registerWizard(ask), ...registerCleanUp(ask)];
}
