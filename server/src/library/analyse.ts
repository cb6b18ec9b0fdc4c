import { Catalogue } from '../catalogue/catalogue.js';
import { CatalogueView, type Overlay } from '../catalogue/view.js';
import type { DocumentKind, DocumentLanguage } from '../document/kinds.js';
import type { Language } from '../l10n/language.js';
import type { Rule } from '../rules/rule.js';
import type { Settings } from '../settings/settings.js';
import { OpenDraft } from '../workspace/openDraft.js';
import { checkDraft, type Diagnostic } from './check.js';
import { inspectDraft, type Inspection } from './inspect.js';

export interface AnalyseOptions {
  /** What the document is, where its own words need not decide. */
  readonly kind?: DocumentKind | null;
  /** What the user chose; `DEFAULTS` unless told. */
  readonly settings?: Settings;
  /** ISO date of today ("2026-01-31"). Without it nothing is said that depends on it. */
  readonly today?: string | null;
  /** What is known of resolutions; without it nothing is said of whether they exist. */
  readonly catalogue?: CatalogueView;
  /** How findings are worded; English unless told. */
  readonly language?: Language;
  /** Told once of each rule that failed and was switched off. */
  readonly onRuleFailure?: (rule: Rule, error: unknown) => void;
}

/** A text read and checked. */
export interface Analysed {
  /** Whether the text shows by its own words that it is a United Nations document; it is checked in any case. */
  readonly recognized: boolean;
  /** Rules of language have their say in English only. */
  readonly language: DocumentLanguage;
  readonly inspection: Inspection;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a text and checks it. Never fails: every text, even an empty or a binary one, has a structure and perhaps
 * findings. The result depends on the arguments alone.
 */
export function analyse(text: string, options: AnalyseOptions = {}): Analysed {
  const opened = open(text, options);
  const { recognition, language } = opened.draft.structure;
  return {
    recognized: recognition.recognized,
    language,
    inspection: inspectDraft(opened),
    diagnostics: checkDraft(opened, options.language).diagnostics,
  };
}

/** Opens a text that will be edited: its draft can be changed range by range, and each edit costs what it touches. */
export function open(text: string, options: AnalyseOptions = {}): OpenDraft {
  return new OpenDraft(text, options);
}

/**
 * The catalogue of resolutions out of the bytes of `data/catalogue.bin`, with others laid over it. Throws an error
 * that says what is wrong where the bytes are no catalogue of this version.
 */
export function openCatalogue(bytes: Uint8Array | null, overlays: readonly Overlay[] = []): CatalogueView {
  if (bytes === null) return new CatalogueView(null, overlays);
  const opened = Catalogue.open(bytes);
  if (!opened.ok) throw new Error(`The catalogue cannot be read: ${opened.error.code}.`);
  return new CatalogueView(opened.catalogue, overlays);
}
