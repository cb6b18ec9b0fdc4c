import type { Citation } from '../citations/citation.js';
import { symbolsOf } from './describe/symbol.js';
import { officialSymbol } from './links.js';
import { explainSymbol, looksLikeSymbol } from './symbols.js';

/** The symbol under which the document of a citation is found; null for what is no document or is not known. */
export function linkedSymbol(citation: Citation): string | null {
  if (citation.type === 'resolution')
    return citation.normalized === '' ? null : officialSymbol(citation.normalized);
  if (citation.type !== 'symbol' || citation.normalized === '' || citation.anaphoric) return null;
  if (!looksLikeSymbol(citation.normalized)) return null;
  const explained = explainSymbol(citation.normalized);
  // A document that several bodies issue has one text under each of its symbols.
  return explained ? (symbolsOf(explained)[0] ?? null) : null;
}
