import { InlayHintKind, type InlayHint } from 'vscode-languageserver-types';
import type { Range } from '../document/draft.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { internalReferences, targetsOf } from './subjects.js';
import { firstWords, wordsOfParagraph } from './words.js';

/** So many characters of the paragraph that is pointed at are shown. */
const SHOWN = 32;

/** The first words of what each reference to this document points at, shown behind it. For those who wish it. */
export function inlayHints(open: OpenDraft, range: Range): InlayHint[] {
  if (!open.analysis.settings.hints.references) return [];
  const { draft } = open;
  const hints: InlayHint[] = [];
  const first = draft.blockAtLine(range.start.line)?.index ?? 0;
  for (let i = first; i < draft.blocks.length; i++) {
    const block = draft.blocks[i]!;
    if (block.startLine > range.end.line) break;
    for (const { citation } of internalReferences(open, block)) {
      const [target, ...others] = targetsOf(open, block, citation);
      // Behind a list of paragraphs the words of one of them would mislead.
      if (!target || others.length > 0) continue;
      const words = firstWords(
        target.labelled ? wordsOfParagraph(draft, target) : target.reading.text,
        SHOWN,
      );
      if (words === '') continue;
      hints.push({
        position: draft.rangeOf(block, block.reading.spanToSource(citation.start, citation.end)).end,
        label: words,
        kind: InlayHintKind.Type,
        paddingLeft: true,
      });
    }
  }
  return hints;
}
