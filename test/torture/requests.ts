import type { Position } from '../../server/src/document/draft.js';
import { prepareCallHierarchy } from '../../server/src/features/callHierarchy.js';
import { cleanUpEdits } from '../../server/src/features/cleanUp.js';
import { codeActions } from '../../server/src/features/codeActions.js';
import { codeLenses } from '../../server/src/features/codeLens.js';
import { completion } from '../../server/src/features/completion.js';
import {
  definition,
  documentHighlights,
  linkedEditing,
  references,
} from '../../server/src/features/definition.js';
import { Diagnostics } from '../../server/src/features/diagnostics.js';
import { documentLinks } from '../../server/src/features/documentLinks.js';
import { documentSymbols, flatSymbols } from '../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../server/src/features/folding.js';
import { hover } from '../../server/src/features/hover.js';
import { inlayHints } from '../../server/src/features/inlayHints.js';
import { insertAt, insertOffers } from '../../server/src/features/insert.js';
import { numberingOperation } from '../../server/src/features/numbering.js';
import { numberingActions } from '../../server/src/features/numberingActions.js';
import { formatOnEnter } from '../../server/src/features/onTypeFormatting.js';
import { outline } from '../../server/src/features/outline.js';
import { prepareRename, rename } from '../../server/src/features/rename.js';
import { selectionRanges } from '../../server/src/features/selectionRange.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.js';
import type { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { summarize } from '../../server/src/workspace/summary.js';
import { URI, WITHOUT_CATALOGUE } from '../unit/features/kit.js';

/** What was said of a finding is kept from one request to the next, as the server keeps it. */
const DIAGNOSTICS = new Diagnostics({ related: true, links: true });

export type Request = (open: OpenDraft, position: Position) => unknown;

const ACTIONS = {
  uri: URI,
  languageId: 'un-document',
  version: 1,
  saved: true,
  createFiles: true,
  // An action is worked out when it is chosen, as in editors of today; the operations stand below.
  resolves: true,
  annotations: true,
  commands: true,
};

/** What is asked about a place. Any position is allowed, also one that the text does not have. */
export const AT_A_PLACE: Readonly<Record<string, Request>> = {
  hover: (open, at) => hover(open, at, WITHOUT_CATALOGUE),
  completion: (open, at) => completion(open, at, WITHOUT_CATALOGUE, { snippets: true }),
  'completion after a blank': (open, at) =>
    completion(open, at, WITHOUT_CATALOGUE, { trigger: ' ', snippets: true }),
  definition: (open, at) => definition(open, URI, at),
  references: (open, at) => references(open, URI, at, true),
  highlights: (open, at) => documentHighlights(open, at),
  'linked editing': (open, at) => linkedEditing(open, at),
  'selection range': (open, at) => selectionRanges(open, [at]),
  'code actions': (open, at) => [
    ...codeActions(open, { start: at, end: at }, { diagnostics: [] }, DIAGNOSTICS, ACTIONS),
    ...numberingActions(open, { start: at, end: at }, { diagnostics: [] }, ACTIONS),
  ],
  'rename prepare': (open, at) => prepareRename(open, at),
  rename: (open, at) => rename(open, at, 'New name'),
  'on type': (open, at) => formatOnEnter(open, at),
  'inlay hints': (open, at) => inlayHints(open, { start: at, end: { line: at.line + 100, character: 0 } }),
  'semantic tokens of a range': (open, at) =>
    semanticTokens(open, { start: at, end: { line: at.line + 100, character: 0 } }),
  'call hierarchy': (open, at) => {
    const own = summarize(open.draft, open.analysis, { uri: URI });
    return prepareCallHierarchy(open, own, at, [own], WITHOUT_CATALOGUE);
  },
  'insert: offers': (open, at) => insertOffers(open, at, 'reference', '1', WITHOUT_CATALOGUE),
  'insert: a footnote': (open, at) => insertAt(open, at, 'footnote', WITHOUT_CATALOGUE),
  'numbering: insert': (open, at) => numberingOperation(open, 'insert', { start: at, end: at }),
  'numbering: delete': (open, at) => numberingOperation(open, 'delete', { start: at, end: at }),
};

/** What is asked about a whole document; the place is not looked at. */
export const OF_THE_WHOLE: Readonly<Record<string, Request>> = {
  diagnostics: (open) => DIAGNOSTICS.of(open, URI, true),
  symbols: (open) => documentSymbols(open.draft),
  'symbols, flat': (open) => flatSymbols(open.draft, URI),
  folding: (open) => foldingRanges(open.draft),
  'semantic tokens': (open) => semanticTokens(open),
  links: (open) => documentLinks(open, WITHOUT_CATALOGUE.say),
  'code lenses': (open) => codeLenses(open, URI, WITHOUT_CATALOGUE.say, true),
  outline: (open) => outline(open),
  'clean-up': (open) => cleanUpEdits(open.draft),
  'workspace symbols': (open) => workspaceSymbols('a', [{ uri: URI, open }], []),
  renumber: (open) => {
    const at = { line: 0, character: 0 };
    return numberingOperation(open, 'renumber', { start: at, end: at });
  },
};

/**
 * About so many positions spread over a text, with those that it does not have: before its beginning, beyond the end of
 * a line and of the text, and inside of a surrogate pair where there is one.
 */
export function placesIn(open: OpenDraft, count: number): Position[] {
  const { text } = open.draft;
  const places: Position[] = [
    { line: 0, character: 0 },
    { line: -1, character: -1 },
    { line: 0, character: Number.MAX_SAFE_INTEGER },
    { line: Number.MAX_SAFE_INTEGER, character: 0 },
  ];
  const pair = /[\ud800-\udbff][\udc00-\udfff]/.exec(text.slice(0, 10_000));
  if (pair) {
    const { line, character } = open.draft.positionAt(pair.index);
    places.push({ line, character: character + 1 });
  }
  const step = Math.max(1, Math.floor(text.length / count));
  // The step is made odd, so that texts of equal pieces are met at different places of a piece.
  for (let at = 0; at <= text.length; at += step | 1) places.push(open.draft.positionAt(at));
  return places;
}
