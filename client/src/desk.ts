import type * as vscode from 'vscode';
import { registerCleanUp } from './cleanUp.js';
import { registerHealth } from './health.js';
import { registerInsert } from './insert.js';
import { registerLength } from './length.js';
import { registerOutline } from './outline.js';
import { registerPaste } from './paste.js';
import type { DocumentStatuses } from './status.js';
import { registerWizard } from './wizard.js';

/** The commands and views of the desk, from a blank page to a finished draft. */
export function registerDesk(
  ask: (method: string, params: unknown) => Promise<unknown>,
  statuses: DocumentStatuses,
): vscode.Disposable[] {
  return [
    ...registerWizard(ask),
    ...registerCleanUp(ask),
    ...registerLength(ask, statuses),
    ...registerOutline(ask, statuses),
    ...registerInsert(ask, statuses),
    ...registerHealth(ask, statuses),
    ...registerPaste(ask, statuses),
  ];
}
