import * as vscode from 'vscode';

/** The languages that a United Nations document may be written in. */
export const LANGUAGES = ['un-document', 'markdown', 'plaintext'] as const;

/**
 * Where drafts are kept: on disk, not saved yet, in GitHub's and Azure's repositories, on a remote computer seen
 * from a browser, in a Live Share session. Named one by one, because a selector can't exclude: old versions in git,
 * comment boxes, notebook cells and output panes have schemes of their own and are no drafts.
 */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'github', 'azurerepos', 'vsls'];

/** The schemes that drafts are looked for in: the known ones and those of the folders that are open. */
export function draftSchemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...SCHEMES, ...folders.map((folder) => folder.uri.scheme)])];
}

/** Every language in every scheme. */
export function draftSelector(schemes: readonly string[]): { language: string; scheme: string }[] {
  return schemes.flatMap((scheme) => LANGUAGES.map((language) => ({ language, scheme })));
}

/** Whether the server may be attending to the document; only the server knows whether it does. */
export function mayBeDraft(document: vscode.TextDocument): boolean {
  return (
    LANGUAGES.some((language) => language === document.languageId) &&
    draftSchemes().includes(document.uri.scheme)
  );
}
