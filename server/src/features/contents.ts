import type { TextEdit } from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import { captionsOf, isSummary, type Heading } from '../document/structure.js';
import { phrase, type Sentence } from '../l10n/phrase.js';
import { headingWords } from './words.js';

/** The comments between which a table of contents is kept up to date. */
const OPENING = '<!-- plenary-contents -->';
const CLOSING = '<!-- /plenary-contents -->';

/** Headings down to this level are listed: I., A., 1. */
const DEEPEST = 3;

/** What makes the table of contents right: none where there is no table or it is right already. */
export function updateContents(draft: Draft): TextEdit[] {
  const place = contentsOf(draft);
  if (!place) return [];
  const made = table(draft);
  const range = {
    start: draft.rangeOf(place.opening, { start: 0, end: 0 }).start,
    end: draft.rangeOf(place.closing, { start: place.closing.contentEnd, end: place.closing.contentEnd }).end,
  };
  return draft.textIn(range) === made ? [] : [{ range, newText: made }];
}

/** Puts a table of contents in front of the first section, or brings the one that is there up to date. */
export function insertContents(draft: Draft): TextEdit[] | { readonly refused: Sentence } {
  if (contentsOf(draft)) return updateContents(draft);
  const first = listed(draft)[0];
  if (!first) return { refused: phrase`A table of contents needs headings, and this document has none.` };
  const block = first.labelBlock ?? first.block;
  const { start } = draft.rangeOf(block, { start: 0, end: 0 });
  const eol = lineEnd(draft);
  return [{ range: { start, end: start }, newText: table(draft) + eol + eol }];
}

function contentsOf(draft: Draft): { readonly opening: Block; readonly closing: Block } | null {
  let opening: Block | null = null;
  for (const block of draft.blocks) {
    if (block.form !== 'comment') continue;
    const text = block.text.trim();
    if (text === OPENING) opening = block;
    else if (text === CLOSING && opening) return { opening, closing: block };
  }
  return null;
}

/** The headings under which something stands: that of a table has its section's text behind it. */
function sectionsOf(draft: Draft): Heading[] {
  const captions = captionsOf(draft.structure, draft.blocks);
  return draft.structure.headings.filter((heading) => !captions.has(heading));
}

function listed(draft: Draft): Heading[] {
  const { bodyStart } = draft.structure;
  return sectionsOf(draft).filter(
    (heading) =>
      heading.level > 0 &&
      heading.level <= DEEPEST &&
      heading.block.index >= bodyStart &&
      heading.block.reading.text !== '' &&
      !isSummary(heading),
  );
}

/** The whole table, from comment to comment. */
function table(draft: Draft): string {
  const headings = sectionsOf(draft);
  const lines = listed(draft).map((heading) => {
    const depth = '  '.repeat(heading.level - 1);
    const words = headingWords(heading).replace(/\s+/g, ' ');
    const numbers = paragraphsUnder(draft, headings, heading);
    return `${depth}- ${words} ……${numbers === '' ? '' : ` ${numbers}`}`;
  });
  return [OPENING, '', '**Contents**', '', ...lines, '', CLOSING].join(lineEnd(draft));
}

/** The numbers of the paragraphs under a heading: "12", "12–15"; empty where none is numbered. */
function paragraphsUnder(draft: Draft, headings: readonly Heading[], heading: Heading): string {
  const after = headings.slice(headings.indexOf(heading) + 1).find(({ level }) => level <= heading.level);
  const start = heading.block.index;
  const end = after ? (after.labelBlock ?? after.block).index : draft.blocks.length;
  const own = draft.structure.paragraphs.filter(
    ({ index, level }) => level === 1 && index > start && index < end,
  );
  const first = own[0]?.number ?? '';
  // A section with annexes or articles under it has several counts: no range would be true.
  const last = own.findLast(({ scope }) => scope === own[0]!.scope)?.number ?? '';
  return first === last ? first : `${first}–${last}`;
}

function lineEnd(draft: Draft): string {
  for (const { text } of draft.blocks) {
    const found = /\r\n|\n|\r/.exec(text);
    if (found) return found[0];
  }
  return '\n';
}
