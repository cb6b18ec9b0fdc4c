/** New documents and snippets, as data: what can be started, what can be inserted, and how it is filled. */
export { BODIES, bodyFromName, bodyNamed, type BodyFacts } from './bodies.js';
export { openPlaces, snippetContribution, type ContributedSnippet } from './contribution.js';
export { NEW_DOCUMENTS } from './documents/index.js';
export { everyFilledTemplate, type FilledTemplate } from './filled.js';
export {
  describeNewDocumentError,
  findNewDocument,
  newDocument,
  type Answers,
  type AnswerType,
  type Blank,
  type FreshDocument,
  type NewDocument,
  type NewDocumentError,
  type NewDocumentResult,
  type OpenBlank,
  type Question,
} from './newDocument.js';
export {
  OPENINGS,
  openingsOf,
  type Opening,
  type OpeningGroup,
  type OpeningOrgan,
  type OpeningPart,
} from './openings.js';
export {
  bracketSnippet,
  escapeSnippetChoice,
  escapeSnippetText,
  fillSnippet,
  parseSnippet,
  placeholdersOf,
  type ParsedSnippet,
  type SnippetNode,
  type SnippetPlaceholder,
  type SnippetProblem,
  type SnippetValues,
} from './snippetSyntax.js';
export { snippetsFor } from './snippets/fitting.js';
export { SNIPPETS } from './snippets/index.js';
export type { SnippetContext, SnippetPlace, SnippetRow } from './snippets/row.js';
