import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { SOURCE } from '../features/diagnostics.js';
import type { Language } from '../l10n/language.js';
import { CONFIGURATION_FILE } from '../settings/configurationFile.js';
import type { FolderConfiguration } from '../workspace/configuration.js';
import type { Session } from './session.js';

/** Asks the client for the settings of all folders. */
export async function askSettings({ configuration, connection }: Session): Promise<void> {
  const folders = [undefined, ...configuration.folders];
  const values = (await connection.workspace.getConfiguration(
    folders.map((scopeUri) => ({ section: 'plenary', ...(scopeUri === undefined ? {} : { scopeUri }) })),
  )) as unknown[];
  folders.forEach((folder, i) => configuration.setClient(folder, values[i]));
}

/** Takes settings for those of all folders. */
export function setEverywhere({ configuration }: Session, value: unknown): void {
  for (const folder of [undefined, ...configuration.folders]) configuration.setClient(folder, value);
}

/** Reads a folder's configuration file, and shows its mistakes at their places. */
export async function readConfiguration(session: Session, folder: string): Promise<void> {
  const { configuration, connection, language } = session;
  const before = configuration.configurationFor(`${folder}/${CONFIGURATION_FILE}`);
  const read = await configuration.readFile(folder);
  if (read.problems.length === 0 && (before?.problems.length ?? 0) === 0) return;
  void connection.sendDiagnostics(problemsIn(read, language));
}

/** The mistakes in a configuration file, shown in it. */
function problemsIn(
  { uri, text, problems }: FolderConfiguration,
  language: Language,
): PublishDiagnosticsParams {
  const before = (offset: number): string[] => (text ?? '').slice(0, offset).split(/\r\n|\r|\n/);
  const position = (offset: number): { line: number; character: number } => {
    const lines = before(offset);
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return {
    uri,
    diagnostics: problems.map(({ start, end, message }) => ({
      range: { start: position(start), end: position(end) },
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      message: language.say(message),
    })),
  };
}
