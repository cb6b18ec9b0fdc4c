/** What helps to write, and knows the templates: one piece, read when it is first asked for. */
export { completion, isBlank, newDocuments, resolveCompletion } from './completion.js';
export { insertAt, insertOffers } from './insert.js';
export { createDocument, newDocumentList } from './wizard.js';
