import type { DocumentLink } from 'vscode-languageserver-types';
import { linkedSymbol } from '../catalogue/documentOf.js';
import { documentUrl } from '../catalogue/links.js';
import type { Citation } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import type { Say } from './messages.js';

/**
 * A link to the official document for each resolution and symbol of a draft, also where a link of the text's own leads
 * nowhere. They are followed on a person's click only.
 */
export function documentLinks(open: OpenDraft, say: Say): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const block of open.draft.blocks) {
    for (const citation of open.analysis.citationsOf(block)) {
      const symbol = linkedSymbol(citation);
      if (symbol === null || isLinked(block, citation)) continue;
      links.push({
        range: open.draft.rangeOf(block, block.reading.spanToSource(citation.start, citation.end)),
        target: documentUrl(symbol),
        tooltip: say('link.document', { symbol }),
      });
    }
  }
  return links;
}

/** Whether the text itself links the words of a citation to somewhere. */
function isLinked(block: Block, citation: Citation): boolean {
  return block.reading.links.some(
    (link) =>
      link.start < citation.end &&
      citation.start < link.end &&
      link.target.trim() !== '' &&
      link.target.trim() !== '#',
  );
}
