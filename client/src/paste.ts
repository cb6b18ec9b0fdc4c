import * as vscode from 'vscode';
import { PASTE } from '../../server/src/messages.js';
import type { PastedText, PasteParams } from '../../server/src/messages.js';
import { draftSchemes, draftSelector } from './selector.js';
import type { DocumentStatuses } from './status.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

const HTML = 'text/html';
const PLAIN = 'text/plain';
/** What the editor itself puts on the clipboard beside its HTML, whose marks are only colours. */
const OF_THE_EDITOR = ['vscode-editor-data', 'application/vnd.code.copymetadata'];
/** More than this is pasted as it is. Characters. */
const MOST = 8_000_000;

/** Offers rich text from Word and other programs as Markdown, wherever the document is a draft of the United Nations. */
export function registerPaste(ask: Ask, statuses: DocumentStatuses): vscode.Disposable[] {
  const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'plenary');
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, _ranges, data, { only }, token) {
      if (statuses.of(document.uri)?.recognized !== true) return undefined;
      if (only && !only.contains(kind) && !kind.contains(only)) return undefined;
      if (OF_THE_EDITOR.some((mime) => data.get(mime))) return undefined;
      const html = await data.get(HTML)?.asString();
      if (!html || html.length > MOST || token.isCancellationRequested) return undefined;
      const plain = (await data.get(PLAIN)?.asString()) ?? '';
      const params: PasteParams = { textDocument: { uri: document.uri.toString() }, html };
      const pasted = (await ask(PASTE, params).catch(() => null)) as PastedText | null;
      // Words without any form are pasted as ever.
      if (!pasted || same(pasted.markdown, plain)) return undefined;
      const edit = new vscode.DocumentPasteEdit(
        pasted.markdown,
        vscode.l10n.t('Paste as United Nations text'),
        kind,
      );
      // What a word processor calls a list or a note is meant as one; of a web page plain words are wanted as a rule.
      if (!pasted.fromWordProcessor) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  return [
    vscode.languages.registerDocumentPasteEditProvider(draftSelector(draftSchemes()), provider, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [HTML],
    }),
  ];
}

function same(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
