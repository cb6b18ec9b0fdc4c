import * as vscode from 'vscode';

/** Code Spell Checker, and the part of its interface that extensions with dictionaries use. */
const SPELL_CHECKER = 'streetsidesoftware.code-spell-checker';
interface SpellChecker {
  registerConfig?(path: string): unknown;
}

/**
 * Gives Plenary's names to Code Spell Checker where it is installed, so that it keeps quiet about UNODC and Türkiye. Its
 * settings stay as they are. Desktop only: the checker reads the dictionary from a file.
 */
export async function offerDictionary(extensionUri: vscode.Uri): Promise<void> {
  const checker = vscode.extensions.getExtension<SpellChecker | undefined>(SPELL_CHECKER);
  if (!checker) return;
  try {
    const api = await checker.activate();
    await api?.registerConfig?.(vscode.Uri.joinPath(extensionUri, 'data', 'words', 'cspell-ext.json').fsPath);
  } catch {
    // A checker that does not start reports that itself.
  }
}
