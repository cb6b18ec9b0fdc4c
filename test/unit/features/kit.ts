import { readFileSync } from 'node:fs';
import { english } from '../../../server/src/catalogue/messages.js';
import { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { CatalogueView } from '../../../server/src/catalogue/view.js';
import type { Position, Range } from '../../../server/src/document/draft.js';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { sayEnglish } from '../../../server/src/features/messages.js';
import type { Knowledge } from '../../../server/src/features/knowledge.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** The mark of the cursor in the texts of tests. */
const CURSOR = '‸';

export const URI = 'file:///draft.undoc';

/** A text with the cursor's mark, opened: the mark is taken out, its place told. */
export function marked(
  text: string,
  kind: DocumentKind | null = null,
): { open: OpenDraft; position: Position; text: string } {
  const at = text.indexOf(CURSOR);
  if (at < 0) throw new Error(`No ${CURSOR} in the text.`);
  const plain = text.slice(0, at) + text.slice(at + CURSOR.length);
  const open = new OpenDraft(plain, { kind, today: TODAY });
  return { open, position: open.draft.positionAt(at), text: plain };
}

/** The day on which the tests read. */
export const TODAY = '2024-10-14';

/** What features know without the catalogue's file. */
export const WITHOUT_CATALOGUE: Knowledge = {
  catalogue: CatalogueView.EMPTY,
  today: TODAY,
  t: english,
  say: sayEnglish,
};

let full: Knowledge | undefined;

/** What features know with the catalogue as it is published. Read from the project's own tables. */
export function withCatalogue(): Knowledge {
  if (!full) {
    const opened = Catalogue.open(readFileSync(new URL('../../../data/catalogue.bin', import.meta.url)));
    if (!opened.ok) throw new Error(`The catalogue can't be opened: ${opened.error.code}`);
    full = { catalogue: new CatalogueView(opened.catalogue), today: TODAY, t: english, say: sayEnglish };
  }
  return full;
}

/** A range as "2:0–2:5 words". */
export function shown(open: OpenDraft, range: Range): string {
  const words = open.draft.textIn(range).replace(/\n/g, '⏎');
  return `${range.start.line}:${range.start.character}–${range.end.line}:${range.end.character} ${words}`;
}

/** A text with edits applied, ranges in 0-based lines and UTF-16 characters. */
export function edited(
  text: string,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): string {
  const draft = new OpenDraft(text).draft;
  const from = (position: Position): number => {
    const place = draft.locate(position);
    return place ? draft.offsetOf(place.block) + place.offset : 0;
  };
  return [...edits]
    .map(({ range, newText }) => ({ start: from(range.start), end: from(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** Texts that nobody writes and every feature survives. */
export const ODD_TEXTS: readonly string[] = [
  '',
  '\n',
  '\r\n\r\n',
  '‸'.replace('‸', '\ufeff'),
  'Madam Chair,',
  'Madam Chair,\r\n\r\n1. One [^1] (a) two\r\n\r\n(a) x;\r\n\r\n[^1]: Note, para. 9 above.\r\n',
  '\u0000\u0001 A/RES/75/158\u0000',
  '\ud800 paragraph 3 \udc00 above\n\n1. \ud83d\ude00\n',
  '# ## ###\n\n- - -\n\n> > > 1. (a) (i)\n\n---\nkind: report\n',
  '---\nkind: resolution\n---\nThe General Assembly,\n\nRecalling its resolution 75/158‑‑ and 1/1/1,\n\n1. Decides (see para. 99 below, paras. 3–1 and sect. IX);\n',
  '<!-- plenary-ignore-next',
  '[75/158](#) [^] [^x]: ** _ ` ``` \\',
  '|a|b|\n|-|-|\n|1|2|',
  '(a)\n(a)\n(a)\n(i)\n(b)\n',
];

/** Calls `at` with every position of every odd text, and beyond their ends. */
export function everywhere(at: (open: OpenDraft, position: Position) => void): void {
  for (const text of ODD_TEXTS) {
    for (const kind of [null, 'treaty', 'resolution', 'statement'] as const) {
      const open = new OpenDraft(text, { kind });
      for (let line = 0; line <= open.draft.lineCount; line++) {
        const { length } = open.draft.textIn({
          start: { line, character: 0 },
          end: { line, character: Number.MAX_SAFE_INTEGER },
        });
        for (let character = 0; character <= length + 1; character++) at(open, { line, character });
      }
      at(open, { line: 1_000_000, character: 1_000_000 });
      at(open, { line: -1, character: -1 });
    }
  }
}
