import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { applyEdit, EDIT, picture } from '../unit/document/equivalence.test.js';

/** How many sequences of edits are made. */
const RUNS = Number(process.env['PLENARY_RUNS'] ?? 100_000);
/** Published documents, where they are at hand; longer ones are left out. */
const DOCUMENTS = fileURLToPath(new URL('../../../shared/corpus/docs', import.meta.url));
const LONGEST = 120_000;
/** Most sequences are made in a piece of a document of so many lines, some in the whole of it. */
const PIECE = 80;

function texts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(txt|md|undoc)$/.test(file) && statSync(file).size <= LONGEST)
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}

describe('published documents that are edited', () => {
  it('are the same as those that are read afresh', function () {
    if (!existsSync(DOCUMENTS)) this.skip();
    const sources = texts(DOCUMENTS);
    const lines = sources.map((text) => text.split(/(?<=\n)/));
    const start = fc
      .record({ document: fc.nat(sources.length - 1), from: fc.nat(), whole: fc.nat(40) })
      .map(({ document, from, whole }) => {
        if (whole === 0) return sources[document]!;
        const all = lines[document]!;
        // Half of the pieces are beginnings: the masthead says what the rest is read as.
        const first = whole % 2 === 0 ? 0 : from % all.length;
        return all.slice(first, first + PIECE).join('');
      });
    let made = 0;
    const begun = Date.now();
    fc.assert(
      fc.property(start, fc.array(EDIT, { minLength: 1, maxLength: 6 }), (initial, edits) => {
        const open = new OpenDraft(initial);
        let now = initial;
        for (const e of edits) now = applyEdit(open, now, e);
        assert.equal(open.draft.text, now);
        // Without its last edits a sequence is one that fast-check comes to while it shrinks.
        assert.equal(picture(open), picture(new OpenDraft(now)));
        if (++made % 1_000 === 0)
          console.log(`      ${made} sequences, ${((Date.now() - begun) / 1_000).toFixed(0)} s`);
      }),
      { numRuns: RUNS },
    );
    console.log(`      ${made} sequences over ${sources.length} documents`);
  });
});
