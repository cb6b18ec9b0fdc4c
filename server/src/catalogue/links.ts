import { organInfo, parseDesignator } from './designator.js';
import type { Designator } from './designator.js';

/**
 * Where the official document of a symbol is read. The scheme, `https://undocs.org/en/` and the symbol, is the one in
 * use for links in documents (drafting rules FN-008 and SYM-010). This is the only place that knows it.
 */
const DOCUMENT_SITE = 'https://undocs.org/en/';

/**
 * The address of a document by its symbol. The slashes stay, everything that could end the address or a Markdown link
 * is escaped. Nothing is opened here: an address is followed on a person's click only.
 */
export function documentUrl(symbol: string): string {
  const escaped = symbol
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(/[!'()*]/g, escapeCharacter),
    )
    .join('/');
  return DOCUMENT_SITE + escaped;
}

function escapeCharacter(character: string): string {
  return '%' + character.charCodeAt(0).toString(16).toUpperCase();
}

/**
 * The symbol under which a resolution's text is found: without the letter for the sessions with roman numbers, as the
 * United Nations' own links have it. Null for a body that gives its resolutions no symbol.
 */
export function officialSymbol(normalized: string): string | null {
  const designator = parseDesignator(normalized);
  if (!designator || designator.session === '' || !hasOfficialSymbol(designator)) return null;
  return /\)[A-Z-]+$/.test(normalized) ? normalized.replace(/\)[A-Z-]+$/, ')') : normalized;
}

function hasOfficialSymbol(designator: Designator): boolean {
  return organInfo(designator.organ)?.official ?? false;
}
