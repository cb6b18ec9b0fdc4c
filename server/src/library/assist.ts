import { toMarkdown } from '../catalogue/describe/render.js';
import { lookup } from '../catalogue/lookup.js';
import type { Translate } from '../catalogue/messages.js';
import type { CatalogueView } from '../catalogue/view.js';
import { SEVERITIES, type Severity } from '../document/kinds.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { checkDraft } from './check.js';
import { inspectDraft } from './inspect.js';

/**
 * What assistants are told, as text: the same for those inside an editor and for those that speak the Model Context
 * Protocol. Whether a draft may be told of at all is asked before, elsewhere.
 */

/** What is known of a number, a symbol or a name; says so where nothing is. */
export function tellOf(
  query: string,
  view: CatalogueView,
  say: Translate,
  options: { readonly limit?: number; readonly today?: string | null },
): string {
  const { matches } = lookup(query, view, say, {
    limit: options.limit ?? 5,
    ...(options.today ? { today: options.today } : {}),
  });
  return matches.length === 0
    ? `Nothing is known of “${query}”. That does not mean that it does not exist.`
    : matches.map((match) => toMarkdown(match, say)).join('\n\n---\n\n');
}

/** The findings of a draft from a severity on, a line for each. Lines and columns count from 1. */
export function tellFindings(
  open: OpenDraft,
  severity: Severity = 'information',
  language: Language = ENGLISH,
): string {
  const { kind, diagnostics } = checkDraft(open, language);
  const worst = SEVERITIES.indexOf(severity);
  const shown = diagnostics.filter((one) => SEVERITIES.indexOf(one.severity) <= worst);
  const lines = shown.map(({ range: { start }, severity: grave, message, code }) => {
    return `- line ${start.line + 1}, column ${start.character + 1}: ${grave}: ${message} [${code}]`;
  });
  const head = `Taken for: ${kind}. ${shown.length === 0 ? 'Nothing was found.' : `Findings: ${shown.length}.`}`;
  return [head, ...lines].join('\n');
}

/** What a draft is and how it is built, as JSON. */
export function tellOutline(open: OpenDraft): string {
  const one = inspectDraft(open);
  const cited = (items: readonly { readonly normalized: string }[]): string[] => [
    ...new Set(items.map(({ normalized }) => normalized).filter((name) => name !== '')),
  ];
  const outline = {
    kind: one.kind,
    status: one.status,
    symbol: one.symbol,
    words: one.words,
    headings: one.headings.map(({ label, text: words, level }) => ({ level, label, text: words })),
    paragraphs: one.paragraphs.map(({ number, container }) => `${container}: ${number}`),
    resolutions: cited(one.resolutions),
    symbols: cited(one.symbols),
    articles: one.articleReferences.map(({ numbers, target }) => ({ numbers, of: target })),
  };
  return JSON.stringify(outline, null, 1);
}
