import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../document/kinds.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { UNUSED_IGNORE } from '../rules/ignore.js';
import type { Finding } from '../rules/rule.js';
import { messageOf } from '../rules/wording.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { rulePage } from './rulePages.js';

/** Whose findings these are, as the Problems panel names them. */
export const SOURCE = 'plenary';

/** What a diagnostic carries for the code action that answers it. */
export interface DiagnosticData {
  /** How its best fix is marked; absent where it has none. */
  readonly fix: 'safe' | 'suggested';
}

export interface DiagnosticOptions {
  /** The client shows related places. */
  readonly related: boolean;
  /** The client shows a link behind the code of a rule. */
  readonly links: boolean;
  /** The language of whoever reads them; English unless told. */
  readonly language?: Language;
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

interface Kept {
  readonly uri: string;
  /** The places that the diagnostic names: line and text of each block. */
  readonly lines: readonly number[];
  readonly texts: readonly string[];
  readonly diagnostic: Diagnostic;
}

/**
 * Findings as diagnostics. One that still stands where it stood is the same object as before, so that a keystroke makes
 * only those that it moved or changed.
 */
export class Diagnostics {
  readonly #options: DiagnosticOptions;
  readonly #language: Language;
  readonly #kept = new WeakMap<Finding, Kept>();

  constructor(options: DiagnosticOptions) {
    this.#options = options;
    this.#language = options.language ?? ENGLISH;
  }

  /** All diagnostics of a draft in the order of its text. `saved` says that the text is as it was saved. */
  of(open: OpenDraft, uri: string, saved: boolean): Diagnostic[] {
    return open.findings(saved).map((finding) => this.ofFinding(open, uri, finding));
  }

  /** The diagnostic of one finding. */
  ofFinding(open: OpenDraft, uri: string, finding: Finding): Diagnostic {
    const kept = this.#kept.get(finding);
    if (kept && kept.uri === uri && stands(kept, finding)) return kept.diagnostic;
    const diagnostic = this.#make(open, uri, finding);
    const blocks = [finding.block, ...finding.related.map((related) => related.block)];
    this.#kept.set(finding, {
      uri,
      lines: blocks.map((block) => block.startLine),
      texts: blocks.map((block) => block.text),
      diagnostic,
    });
    return diagnostic;
  }

  #make(open: OpenDraft, uri: string, finding: Finding): Diagnostic {
    const { draft, analysis } = open;
    const { code } = finding.rule;
    const diagnostic: Diagnostic = {
      range: draft.rangeOf(finding.block, analysis.spanOf(finding.block, finding.anchor)),
      severity: SEVERITY[finding.severity],
      code,
      source: SOURCE,
      message: messageOf(finding, this.#language),
    };
    if (this.#options.links) diagnostic.codeDescription = { href: rulePage(code) };
    if (code === UNUSED_IGNORE) diagnostic.tags = [DiagnosticTag.Unnecessary];
    const { related, elsewhere = [] } = finding;
    if (this.#options.related && related.length + elsewhere.length > 0) {
      diagnostic.relatedInformation = [
        ...related.map(({ block, anchor, message }) => ({
          location: { uri, range: draft.rangeOf(block, analysis.spanOf(block, anchor)) },
          message: this.#language.say(message),
        })),
        ...elsewhere.map((one) => ({
          location: { uri: one.uri, range: one.range },
          message: one.message,
        })),
      ];
    }
    const fix = finding.fixes.some((one) => one.kind === 'safe') ? 'safe' : finding.fixes[0]?.kind;
    if (fix) diagnostic.data = { fix } satisfies DiagnosticData;
    return diagnostic;
  }
}

function stands(kept: Kept, finding: Finding): boolean {
  if (kept.lines[0] !== finding.block.startLine || kept.texts[0] !== finding.block.text) return false;
  return finding.related.every(
    ({ block }, i) => kept.lines[i + 1] === block.startLine && kept.texts[i + 1] === block.text,
  );
}

/** What was last reported for a document, so that a client that has it already is told so. */
export class DiagnosticReports {
  #last: readonly Diagnostic[] = [];
  #count = 0;

  /** The name of a list of diagnostics: equal to the last one where nothing in it changed. */
  idOf(diagnostics: readonly Diagnostic[]): string {
    const last = this.#last;
    if (
      this.#count === 0 ||
      last.length !== diagnostics.length ||
      diagnostics.some((diagnostic, i) => !same(diagnostic, last[i]!))
    ) {
      this.#count++;
      this.#last = diagnostics;
    }
    return String(this.#count);
  }
}

/** Whether two diagnostics say the same of the same place. */
function same(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a === b ||
    (a.code === b.code &&
      a.message === b.message &&
      a.range.start.line === b.range.start.line &&
      a.range.start.character === b.range.start.character &&
      JSON.stringify(a) === JSON.stringify(b))
  );
}
