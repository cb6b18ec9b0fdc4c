import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase } from '../l10n/phrase.js';
import { renamableAt, rename as renameIn } from '../numbering/rename.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { numberedOf, textEdits } from './numbering.js';

/** What a rename at a position would change: its range and its name; null where nothing can be renamed. */
export function prepareRename(
  open: OpenDraft,
  position: Position,
): { range: Range; placeholder: string } | null {
  const place = open.draft.locate(position);
  const found = place ? renamableAt(numberedOf(open), place.block, place.offset) : null;
  return found && place
    ? { range: open.draft.rangeOf(place.block, found.span), placeholder: found.written }
    : null;
}

/** The edits of a rename, or why it can't be done, in words for the person who asked. */
export function rename(
  open: OpenDraft,
  position: Position,
  name: string,
  language: Language = ENGLISH,
): { edits: TextEdit[] } | { refused: string } {
  const place = open.draft.locate(position);
  const numbered = numberedOf(open);
  const found = place ? renamableAt(numbered, place.block, place.offset) : null;
  if (!found) {
    return {
      refused: language.say(
        phrase`Only the numbers of paragraphs, headings, articles and notes, and acronyms and terms that the text defines can be renamed.`,
      ),
    };
  }
  const outcome = renameIn(numbered, found, name);
  return 'refused' in outcome
    ? { refused: language.say(outcome.refused) }
    : { edits: textEdits(open.draft, outcome.edits) };
}
