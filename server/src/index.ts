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
