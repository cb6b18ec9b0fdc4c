import type { Block } from '../document/block.js';
import type { DocumentKind, Severity } from '../document/kinds.js';
import type { Range } from '../document/draft.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import type { Finding, FixKind } from '../rules/rule.js';
import { messageOf } from '../rules/wording.js';
import type { Span } from '../text/span.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { blockOffsets } from './inspect.js';

/** One finding; the shape of `plenary check --format json`. */
export interface Diagnostic {
  /** The rule's code; see `plenary rules`. */
  readonly code: string;
  readonly severity: Severity;
  /** What, why and how, in full sentences. */
  readonly message: string;
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** Lines and characters are 0-based. */
  readonly range: Range;
  /** Whether a fix may be applied without asking, only after it was read, or there is none. */
  readonly fix: FixKind;
  /**
   * 14 hexadecimal digits that stay the same while the words around the finding do: it may move and its paragraph be
   * renumbered. No two findings of one text have the same.
   */
  readonly fingerprint: string;
  /** Other places of the same text that belong to it; left out where there are none. */
  readonly related?: readonly RelatedPlace[];
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly range: Range;
}

/** The findings of a document. */
export interface Check {
  readonly kind: DocumentKind;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The findings of a draft with their places as offsets and ranges, in the order of the text, worded in a language. */
export function checkDraft(open: OpenDraft, language: Language = ENGLISH): Check {
  const { draft, analysis } = open;
  const offsets = blockOffsets(draft.blocks);
  const seen = new Map<string, number>();
  const diagnostics = open.findings().map((finding): Diagnostic => {
    const { block, rule } = finding;
    const span = analysis.spanOf(block, finding.anchor);
    const related = finding.related.map((one): RelatedPlace => {
      const place = analysis.spanOf(one.block, one.anchor);
      return {
        message: language.say(one.message),
        offset: (offsets.get(one.block) ?? 0) + place.start,
        length: place.end - place.start,
        range: draft.rangeOf(one.block, place),
      };
    });
    const context = contextOf(finding, span);
    const before = seen.get(context) ?? 0;
    seen.set(context, before + 1);
    return {
      code: rule.code,
      severity: finding.severity,
      message: messageOf(finding, language),
      offset: (offsets.get(block) ?? 0) + span.start,
      length: span.end - span.start,
      range: draft.rangeOf(block, span),
      fix: bestFix(finding),
      fingerprint: digest(before === 0 ? context : `${context}\n${before}`),
      ...(related.length > 0 ? { related } : {}),
    };
  });
  return { kind: draft.structure.kind, diagnostics };
}

/** The most that is offered for a finding: a safe fix before one that has to be read. */
function bestFix(finding: Finding): FixKind {
  if (finding.fixes.some((fix) => fix.kind === 'safe')) return 'safe';
  return finding.fixes.length > 0 ? 'suggested' : 'none';
}

/** How many characters on each side of a finding are part of its fingerprint, and of a block that is found whole. */
const AROUND = 24;
const OPENING = 60;

/** The words by which a finding is known again. A number that stands before its paragraph is none of them. */
function contextOf({ rule, variant, block, anchor }: Finding, span: Span): string {
  const words =
    anchor.kind === 'label' || anchor.kind === 'block'
      ? opening(block)
      : `${block.text.slice(Math.max(bodyStart(block), span.start - AROUND), span.start)}|${block.text.slice(span.start, span.end + AROUND)}`;
  return `${rule.code}\n${variant}\n${words.replace(/\s+/g, ' ').trim()}`;
}

function opening(block: Block): string {
  return block.body.text.slice(0, OPENING) || block.text.slice(0, OPENING);
}

function bodyStart(block: Block): number {
  return block.labelled && block.label ? block.label.bodyStart : 0;
}

/** A digest of 53 bits (cyrb53, public domain): a text has few findings, and a chance hit would only hide one. */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
