import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CATALOGUE, READ_DIRECTORY, READ_FILE, STAT } from '../../server/src/messages.js';
import type {
  CatalogueResult,
  DirectoryEntry,
  FileParams,
  PlenaryInitializationOptions,
  ReadDirectoryResult,
  ReadFileResult,
  StatResult,
} from '../../server/src/messages.js';

/** Where the extension keeps the tables that its server reads. */
const CATALOGUE_PATH = ['dist', 'server', 'data', 'catalogue.bin'];

/** Answers the server's questions about files that no disk of its own holds. What can't be read is null. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    client.onRequest(READ_FILE, ({ uri }: FileParams) => readFile(vscode.Uri.parse(uri, true))),
    client.onRequest(READ_DIRECTORY, ({ uri }: FileParams) => readDirectory(vscode.Uri.parse(uri, true))),
    client.onRequest(STAT, ({ uri }: FileParams) => stat(vscode.Uri.parse(uri, true))),
  ];
}

/** Answers the server's question for the catalogue, where it runs in a worker. */
export function answerCatalogueRequest(client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable {
  return client.onRequest(CATALOGUE, async (): Promise<CatalogueResult> => {
    return read(vscode.Uri.joinPath(extension, ...CATALOGUE_PATH));
  });
}

/** The table of translations for the editor's language, where a server in a worker has no disk to read it from. */
export async function translations(
  extension: vscode.Uri,
): Promise<Pick<PlenaryInitializationOptions, 'translations'>> {
  const language = vscode.env.language.split('-')[0] ?? 'en';
  if (language === 'en') return {};
  const bytes = await read(vscode.Uri.joinPath(extension, 'dist', 'server', 'l10n', `${language}.json`));
  if (bytes === null) return {};
  return { translations: JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string> };
}

async function read(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}

async function readFile(uri: vscode.Uri): Promise<ReadFileResult> {
  const bytes = await read(uri);
  if (bytes === null) return null;
  try {
    // Decodes as the editor would, with `files.encoding`; throws for a file that is not text.
    return { text: await vscode.workspace.decode(bytes, { uri }) };
  } catch {
    return null;
  }
}

async function readDirectory(uri: vscode.Uri): Promise<ReadDirectoryResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({
      name,
      type: entryType(type),
      ...(type & vscode.FileType.SymbolicLink ? { link: true } : {}),
    }));
  } catch {
    return null;
  }
}

async function stat(uri: vscode.Uri): Promise<StatResult> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    return { type: entryType(type), size, modified: mtime };
  } catch {
    return null;
  }
}

function entryType(type: vscode.FileType): DirectoryEntry['type'] {
  if (type & vscode.FileType.Directory) return 'directory';
  return type & vscode.FileType.File ? 'file' : 'other';
}
