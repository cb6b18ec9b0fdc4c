import { defaultRecognizer } from '../catalogue/names.js';
import { CatalogueView } from '../catalogue/view.js';
import { Draft, type DraftChange, type DraftEdit, type Range } from '../document/draft.js';
import type { DocumentKind } from '../document/kinds.js';
import { Analysis } from '../rules/analysis.js';
import type { Elsewhere } from '../rules/stated.js';
import type { Finding, Rule } from '../rules/rule.js';
import { RULE_SET } from '../rules/table.js';
import { DEFAULTS, type Settings } from '../settings/settings.js';

export interface OpenOptions {
  readonly kind?: DocumentKind | null;
  readonly settings?: Settings;
  /** ISO date of today, where it is known. */
  readonly today?: string | null;
  readonly catalogue?: CatalogueView;
  /** See `AnalysisOptions.deferred`. */
  readonly deferred?: boolean;
  /** What other documents of the workspace say. */
  readonly elsewhere?: Elsewhere | null;
  readonly onRuleFailure?: (rule: Rule, error: unknown) => void;
}

/** A text with all that the engine knows of it: the draft, its citations and its findings. */
export class OpenDraft {
  readonly draft: Draft;
  readonly analysis: Analysis;

  /** Reads a text, or takes over a draft that was read already. Never fails. */
  constructor(source: string | Draft, options: OpenOptions = {}) {
    if (typeof source === 'string') {
      this.draft = new Draft(source, { kind: options.kind ?? null });
    } else {
      this.draft = source;
      if (options.kind !== undefined) source.setKind(options.kind);
    }
    this.analysis = new Analysis(this.draft, {
      rules: RULE_SET,
      recognize: defaultRecognizer(),
      settings: options.settings ?? DEFAULTS,
      today: options.today ?? null,
      catalogue: options.catalogue ?? CatalogueView.EMPTY,
      deferred: options.deferred ?? false,
      elsewhere: options.elsewhere ?? null,
      onRuleFailure: options.onRuleFailure,
    });
  }

  /** Replaces a range (0-based lines, UTF-16 characters; clamped) by a text. */
  edit(range: Range, text: string): DraftChange {
    const change = this.draft.edit(range, text);
    this.analysis.update(change);
    return change;
  }

  /**
   * Makes several edits, each in the text that the one before it left; what they come to is worked out once. Where one of
   * them throws, so does this, and the text that is there then is read and checked afresh.
   */
  editAll(edits: Iterable<DraftEdit>): DraftChange {
    let change: DraftChange;
    try {
      change = this.draft.editAll(edits);
    } catch (error) {
      this.analysis.reconfigure({});
      throw error;
    }
    this.analysis.update(change);
    return change;
  }

  /** Replaces the whole text. */
  replace(text: string): DraftChange {
    const change = this.draft.replace(text);
    this.analysis.update(change);
    return change;
  }

  /** Takes the document for a kind, or for what its text says where that is null. */
  setKind(kind: DocumentKind | null): void {
    this.draft.setKind(kind);
    this.analysis.reconfigure({});
  }

  /** Changes settings, catalogue or date: everything is checked again. */
  reconfigure(options: Pick<OpenOptions, 'settings' | 'catalogue' | 'today'>): void {
    this.analysis.reconfigure(options);
  }

  /** The findings that are shown, in the order of the text; see `Analysis.findings`. */
  findings(saved = true): Finding[] {
    return this.analysis.findings(saved);
  }

  /** All findings in the order of the text, to mend them; see `Analysis.allFindings`. */
  allFindings(saved = true): Finding[] {
    return this.analysis.allFindings(saved);
  }
}
