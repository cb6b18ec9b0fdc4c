import type { Block } from '../document/block.js';
import { romanValue, toRoman } from '../document/numerals.js';
import { snippetsFor, type SnippetPlace, type SnippetRow } from '../templates/index.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { noteMarkOf } from './subjects.js';

/** A snippet that fits a place. */
export interface FittingSnippet {
  readonly row: SnippetRow;
  /** The prefix that was begun. */
  readonly prefix: string;
  /** Its body in snippet syntax, with the numbers that come next in the text. */
  readonly body: string;
}

/** Within a sentence a word of so many letters may be the beginning of a snippet. */
const WITHIN = 3;

/** A number of its own that a snippet begins with. */
const OWN_NUMBER = /^\$\{1:\d+\}\. /;

/**
 * The snippets that fit the end of `before`, a line of a block as far as it is written. Where the line holds nothing but
 * the beginning of a word, those of the kind of document; behind the number of a paragraph those for what a number
 * stands before, without it; within a sentence those that belong there, until the word is written out: then it is a word.
 */
export function snippetsAt(open: OpenDraft, block: Block, before: string): FittingSnippet[] {
  const word = /[A-Za-z][\w-]*$/.exec(before)?.[0] ?? '';
  const lead = before.slice(0, before.length - word.length).trim();
  const alone = lead === '';
  const numbered = !alone && block.labelled && block.label?.style === 'arabic' && lead === block.label.text;
  if (!alone && !numbered && word.length < WITHIN) return [];
  const fits = (row: SnippetRow): string | undefined => {
    const within = row.place === 'reference';
    if (numbered && !within && !OWN_NUMBER.test(row.body)) return undefined;
    if (!alone && !numbered && !within) return undefined;
    return row.prefixes.find((prefix) => begins(prefix, word) && (alone || !within || prefix !== word));
  };
  return snippetsFor(open.draft.structure.kind, placeOf(block)).flatMap((row) => {
    const prefix = fits(row);
    if (prefix === undefined) return [];
    const own = numbered ? row.body.replace(OWN_NUMBER, '') : row.body;
    return [{ row, prefix, body: numbered ? own : counted(open, block, own) }];
  });
}

function begins(prefix: string, word: string): boolean {
  return prefix.toLowerCase().startsWith(word.toLowerCase());
}

/** The body with the numbers of the next paragraphs, heading and note in place of 1, 2 and I. */
function counted({ draft }: OpenDraft, at: Block, body: string): string {
  const { paragraphs, headings } = draft.structure;
  const last = paragraphs.findLast(
    ({ index, level, scope }) => index < at.index && level === 1 && scope === at.scope,
  );
  const paragraph = Number(last?.number ?? 0);
  const heading = headings.findLast(
    ({ block, label, level }) => block.index < at.index && level === 1 && label?.style === 'roman',
  );
  const section = heading?.label ? romanValue(heading.label.value) : 0;
  let note = 0;
  for (const block of draft.blocks) note = Math.max(note, Number(noteMarkOf(block)?.key ?? 0) || 0);
  return body
    .replace(/\[\^\$\{1:1\}\]/, `[^\${1:${note + 1}}]`)
    .replace(/^## \$\{1:[IVX]+\}\./, `## \${1:${toRoman(section + 1).toUpperCase()}}.`)
    .replace(/(^|\n)\$\{(\d+):(\d+)\}\. /g, (all, start: string, stop: string, number: string) =>
      Number.isInteger(paragraph) ? `${start}\${${stop}:${paragraph + Number(number)}}. ` : all,
    );
}

/** The place of a block in the words of the table of snippets. */
function placeOf(block: Block): SnippetPlace | undefined {
  switch (block.role) {
    case 'masthead':
    case 'title':
      return 'masthead';
    case 'heading':
      return 'heading';
    case 'preambular':
    case 'organ':
      return 'preamble';
    case 'operative':
      return 'operative';
    case 'note':
      return 'note';
    case 'salutation':
      return 'salutation';
    case 'closing':
      return 'closing';
    case 'paragraph':
      return 'paragraph';
    default:
      return undefined;
  }
}
