import type { Rendered } from '../../server/src/messages.js';

/** How the preview shows a document: as one long page, on sheets of paper, or large for a speaker. */
export type View = 'flow' | 'pages' | 'reading';

/** From the extension to the preview. */
export type ToPreview =
  | { readonly type: 'show'; readonly rendered: Rendered; readonly uri: string; readonly view: View }
  /** There is nothing to show, for a reason. */
  | { readonly type: 'nothing'; readonly reason: string }
  /** The editor has been scrolled; a fraction of a line is one of its height. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'cursor'; readonly line: number }
  | { readonly type: 'clipboard'; readonly html: string; readonly text: string }
  | { readonly type: 'download'; readonly name: string; readonly html: string };

/** From the preview to the extension. */
export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'open'; readonly line: number }
  | { readonly type: 'print' }
  | { readonly type: 'copy' };

/** What the editor keeps of a preview between two sessions. */
export interface PreviewState {
  readonly uri: string;
  readonly view: View;
}
