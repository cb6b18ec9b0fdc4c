import type * as importing from './features/importing.js';
import type * as paste from './features/paste.js';
import type * as render from './features/render.js';
import type * as writing from './features/writing.js';

/**
 * Large pieces of the server that nobody asks for at the beginning: the templates, the reader of pages that are pasted,
 * the writer of pages, the readers of files that are imported. Each is read when it is first asked for; how it comes
 * there differs between the places that a server runs in.
 */
export interface Pieces {
  readonly writing: () => Promise<typeof writing>;
  readonly render: () => Promise<typeof render>;
  readonly paste: () => Promise<typeof paste>;
  readonly importing: () => Promise<typeof importing>;
}
