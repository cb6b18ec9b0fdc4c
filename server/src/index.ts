/**
 * The engine as a library: what the command line, the demo page and other programs use. It needs no disk, network or
 * clock and runs in Node and in browsers alike.
 *
 *     import { analyse, openCatalogue } from 'plenary-language-server';
 *
 *     const catalogue = openCatalogue(bytes); // data/catalogue.bin of the package; without it existence is not checked
 *     const { diagnostics, inspection } = analyse(text, { catalogue, today: '2026-01-31' });
 */
export { analyse, open, openCatalogue, type AnalyseOptions, type Analysed } from './library/analyse.js';
export {
  inspectDraft,
  type InspectedDate,
  type InspectedHeading,
  type InspectedParagraph,
  type InspectedReference,
  type InspectedResolution,
  type InspectedSymbol,
  type Inspection,
  type Place,
} from './library/inspect.js';
export { checkDraft, type Check, type Diagnostic, type RelatedPlace } from './library/check.js';
export { hoverAt, type ShownHover } from './library/hover.js';
export { applyEdits, applySafeFixes, safeEdits, type Fixed, type TextEdit } from './library/fix.js';
export { renumberDraft, type Renumbering } from './library/renumber.js';
export { describeRules, type RuleDescription } from './library/tables.js';
export { overlayOf, type CatalogueView, type Overlay } from './catalogue/view.js';
export { readImport } from './catalogue/import/read.js';
export { lookup, type LookupOptions, type LookupResult } from './catalogue/lookup.js';
export { toMarkdown, toPlainText } from './catalogue/describe/render.js';
export type { Explanation } from './catalogue/describe/explanation.js';
export { ENGLISH, Language, LOCALES, localeOf, type Locale, type Table } from './l10n/language.js';
export type { Argument, Phrase, Sentence } from './l10n/phrase.js';
export { english, translator, type Translate } from './catalogue/messages.js';
export { readConfigurationFile, type ConfigurationProblem } from './settings/configurationFile.js';
export { DEFAULTS, merge, type Settings, type SeveritySetting } from './settings/settings.js';
export {
  describeNewDocumentError,
  newDocument,
  NEW_DOCUMENTS,
  type NewDocument,
  type NewDocumentResult,
} from './templates/index.js';
export { KINDS, SEVERITIES } from './document/kinds.js';
export type { DocumentKind, DocumentLanguage, DocumentStatus, Severity } from './document/kinds.js';
export type { OpenDraft } from './workspace/openDraft.js';
