import type { CodeLens } from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { citersOf } from './citers.js';
import type { Say } from './messages.js';
import { placesOf } from './places.js';
import { nameSpan } from './subjects.js';

/** The command of our own client that lists the places of a lens; its arguments are an address and a position. */
export const SHOW_REFERENCES = 'plenary.showReferences';

/**
 * A line above each paragraph and heading that the text cites: "cited in paragraphs 14 and 31, note 3". For those who
 * wish it. With `clickable` a lens runs `SHOW_REFERENCES`; other clients get its words alone.
 */
export function codeLenses(open: OpenDraft, uri: string, say: Say, clickable: boolean): CodeLens[] {
  if (!open.analysis.settings.hints.citedIn) return [];
  const { draft } = open;
  const citers = citersOf(open);
  const lenses: CodeLens[] = [];
  const add = (block: Block): void => {
    const cited = citers.of(block);
    if (cited.length === 0) return;
    const range = draft.rangeOf(block, nameSpan(block));
    lenses.push({
      range,
      command: {
        title: say('lens.cited', { list: placesOf(cited, say) }),
        command: clickable ? SHOW_REFERENCES : '',
        ...(clickable ? { arguments: [uri, range.start] } : {}),
      },
    });
  };
  for (const block of draft.structure.paragraphs) add(block);
  for (const { labelBlock } of draft.structure.headings) if (labelBlock) add(labelBlock);
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}
