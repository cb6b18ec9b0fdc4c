import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { today } from './clock.js';
import * as importing from './features/importing.js';
import * as paste from './features/paste.js';
import * as render from './features/render.js';
import * as writing from './features/writing.js';
import { CATALOGUE } from './messages.js';
import type { CatalogueResult } from './messages.js';
import { startServer } from './server.js';

// The worker's own scope is its end of the line. The types of a browser are not loaded in the engine, where nothing
// else may know that there is one.
const scope = globalThis as never;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
  catalogue: () => connection.sendRequest<CatalogueResult>(CATALOGUE),
  // A worker has no disk: the client hands the table over when it introduces itself.
  translations: () => Promise.resolve(null),
  today,
  // A worker is one script.
  pieces: {
    writing: () => Promise.resolve(writing),
    render: () => Promise.resolve(render),
    paste: () => Promise.resolve(paste),
    importing: () => Promise.resolve(importing),
  },
});
