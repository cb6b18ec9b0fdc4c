import * as vscode from 'vscode';
import type { Rendered } from '../../server/src/messages.js';
import type { View } from '../webview/messages.js';

/** What the pages are made of: everything they need stands in them, so that they load nothing at all. */
export interface Parts {
  readonly documentStyle: string;
  readonly previewStyle: string;
  readonly printStyle: string;
  readonly previewScript: string;
  readonly printScript: string;
}

/** Reads the parts from the extension, once. */
export class PreviewParts {
  readonly #extension: vscode.Uri;
  #read: Promise<Parts> | undefined;

  constructor(extension: vscode.Uri) {
    this.#extension = extension;
  }

  all(): Promise<Parts> {
    return (this.#read ??= this.#all());
  }

  async #all(): Promise<Parts> {
    const text = async (...path: string[]): Promise<string> => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extension, ...path));
      return new TextDecoder().decode(bytes);
    };
    const [documentStyle, previewStyle, printStyle, previewScript, printScript] = await Promise.all([
      text('media', 'preview', 'document.css'),
      text('media', 'preview', 'preview.css'),
      text('media', 'preview', 'print.css'),
      text('dist', 'webview', 'preview.js'),
      text('dist', 'webview', 'print.js'),
    ]);
    return { documentStyle, previewStyle, printStyle, previewScript, printScript };
  }
}

/** The page of the preview. It may run its own script and use its own styles, and reach nothing else. */
export function previewPage({ documentStyle, previewStyle, previewScript }: Parts): string {
  const nonce = newNonce();
  const view = (name: View, label: string, chosen = false): string =>
    `<button type="button" role="radio" data-view="${name}" aria-checked="${chosen}" tabindex="${chosen ? 0 : -1}">${label}</button>`;
  return `<!DOCTYPE html>
<html lang="${escape(vscode.env.language)}">
<head>
<meta charset="utf-8">
${policy(nonce)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(vscode.l10n.t('Preview'))}</title>
<style nonce="${nonce}">${documentStyle}\n${previewStyle}</style>
</head>
<body data-copied="${escape(vscode.l10n.t('Copied: paste it into Word.'))}" data-downloaded="${escape(vscode.l10n.t('Downloaded: open the file in your browser to print it.'))}">
<header id="bar">
<div id="views" role="radiogroup" aria-label="${escape(vscode.l10n.t('How the document is shown'))}">
${view('flow', escape(vscode.l10n.t('Document')), true)}${view('pages', escape(vscode.l10n.t('Pages')))}${view('reading', escape(vscode.l10n.t('For the speaker')))}
</div>
<span class="space"></span>
<div id="actions">
<button type="button" id="word">${escape(vscode.l10n.t('Copy for Word'))}</button>
<button type="button" id="print">${escape(vscode.l10n.t('Print'))}</button>
</div>
</header>
<main>
<h1 id="title" class="unseen">${escape(vscode.l10n.t('Preview'))}</h1>
<div id="nothing" hidden></div>
<div id="document" class="document"><div id="flow"></div><div id="pages" hidden></div><div id="notes" role="region" aria-label="${escape(vscode.l10n.t('Notes'))}" hidden></div></div>
</main>
<div id="prompt" role="dialog" aria-label="${escape(vscode.l10n.t('Copy for Word'))}" hidden><button type="button">${escape(vscode.l10n.t('Copy for Word'))}</button></div>
<div id="message" role="status"></div>
<script nonce="${nonce}">${previewScript}</script>
</body>
</html>`;
}

/** The printed file: one document that holds all it needs, and can be kept or sent as it is. */
export function printedPage(
  rendered: Rendered,
  view: View,
  name: string,
  { documentStyle, printStyle, printScript }: Parts,
): string {
  const nonce = newNonce();
  const lang = rendered.language === 'other' ? '' : ` lang="${rendered.language}"`;
  const pieces = rendered.pieces.map(({ html }) => html).join('\n');
  const notes = rendered.notes.map(({ html }) => html).join('\n');
  const title = [rendered.symbol, rendered.title].filter(Boolean).join(': ') || name;
  const shown = view === 'reading' ? 'reading' : 'pages';
  return `<!DOCTYPE html>
<html${lang}>
<head>
<meta charset="utf-8">
${policy(nonce)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style nonce="${nonce}">${documentStyle}\n${printStyle}</style>
</head>
<body data-view="${shown}" data-running="${escape(rendered.symbol)}">
<button type="button" id="print">${escape(vscode.l10n.t('Print'))}</button>
<main class="document kind-${rendered.kind} view-${shown}">
<div id="flow">${pieces}</div>
<div id="pages"></div>
<div id="notes"${rendered.notes.length === 0 ? ' hidden' : ''}>${notes}</div>
</main>
<script nonce="${nonce}">${printScript}</script>
</body>
</html>`;
}

function policy(nonce: string): string {
  const content = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

/** A word that no text can know beforehand: only what bears it runs. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll(/[^A-Za-z0-9]/g, '');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
