import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { CATALOGUE } from './messages.js';
import type { CatalogueResult } from './messages.js';
import { startServer } from './server.js';

/** The part of a worker's global scope that the connection needs; the DOM's types are not loaded here. */
type Scope = ConstructorParameters<typeof BrowserMessageReader>[0];

const scope = globalThis as unknown as Scope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
  catalogue: () => connection.sendRequest<CatalogueResult>(CATALOGUE),
  // The client tells its date; this is the fallback for one that does not, by the worker's clock.
  today: () => new Date().toISOString().slice(0, 10),
});
