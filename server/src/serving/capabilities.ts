import { CodeActionKind } from 'vscode-languageserver-types';
import { TextDocumentSyncKind, WatchKind } from './protocol.js';
import type {
  FileOperationRegistrationOptions,
  FileSystemWatcher,
  ServerCapabilities,
} from 'vscode-languageserver';
import { WORKSPACE_TABLE } from '../catalogue/import/table.js';
import { FIX_ALL } from '../features/codeActions.js';
import { SOURCE } from '../features/diagnostics.js';
import { FIX_NUMBERING, MOVE, REWRITE } from '../features/numberingActions.js';
import { LEGEND } from '../features/semanticTokens.js';
import { CHECK_FOLDER, UNCHECK_FOLDER } from '../messages.js';
import { CONFIGURATION_FILE } from '../settings/configurationFile.js';
import type { Session } from './session.js';

/** Characters that open the list by themselves. A space does so only behind words that ask for a number. */
const COMPLETION_TRIGGERS: readonly string[] = [' ', '/'];

const FOLDERS: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*', matches: 'folder' } }],
};

/** The files that the server wants to hear of; a folder that goes takes its files with it. */
export const WATCHED: readonly FileSystemWatcher[] = [
  ...[CONFIGURATION_FILE, WORKSPACE_TABLE].map((name) => ({ globPattern: `**/${name}` })),
  {
    globPattern: '**/*.{undoc,md,markdown,txt,gitignore,plenaryignore}',
    kind: WatchKind.Create | WatchKind.Change,
  },
  { globPattern: '**/*', kind: WatchKind.Delete },
];

/** What the server can do for the client of a session. */
export function capabilitiesFor({ encoding, options, pulls }: Session): ServerCapabilities {
  return {
    positionEncoding: encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: [...COMPLETION_TRIGGERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: 'Plenary' },
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    renameProvider: { prepareProvider: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, FIX_NUMBERING, MOVE, REWRITE],
      resolveProvider: true,
    },
    ...(pulls
      ? {
          diagnosticProvider: {
            identifier: SOURCE,
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    // Our own client has the commands by itself.
    ...(options.commands ? {} : { executeCommandProvider: { commands: [CHECK_FOLDER, UNCHECK_FOLDER] } }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // The watch over files does not tell of those in a folder that is moved as a whole.
      fileOperations: { didRename: FOLDERS, didCreate: FOLDERS, didDelete: FOLDERS },
    },
  };
}
