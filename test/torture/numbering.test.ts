import assert from 'node:assert/strict';
import { numberingOperation, type NumberingOperation } from '../../server/src/features/numbering.js';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { cpuOf } from './time.js';

const HEAD = 'Report of the Secretary-General\n\nI. Introduction\n\n';

/** Texts that nobody writes, of about so many lines. */
const ODD: Readonly<Record<string, (lines: number) => string>> = {
  'subparagraphs that all say (a)': (n) => `${HEAD}1. It did:\n\n${'(a) this;\n'.repeat(n)}`,
  'paragraphs that all say 1': (n) => `${HEAD}${'1. It met (see para. 1 above).\n\n'.repeat(n / 2)}`,
  'sections that all say I': (n) => `${HEAD}${'I. Part\n\n1. It met.\n\n'.repeat(n / 4)}`,
  'quotes in quotes': (n) =>
    HEAD + Array.from({ length: n / 2 }, (_, i) => `${'>'.repeat((i % 50) + 1)} ${i}. Quoted.\n\n`).join(''),
  'references on one line': (n) => `${HEAD}1. ${'see paras. 1–3 above, '.repeat(n / 8)}\n\n2. X.\n\n3. Y.\n`,
  'annexes that all say I': (n) => `${HEAD}${'# Annex I\n\n1. See annex I, para. 1.\n\n'.repeat(n / 4)}`,
  'the preceding paragraph, again and again': (n) =>
    HEAD + Array.from({ length: n / 2 }, (_, i) => `${i + 2}. See the preceding paragraph.\n\n`).join(''),
  'notes of notes': (n) =>
    HEAD +
    Array.from(
      { length: n / 4 },
      (_, i) => `${i + 2}. X.[^${i + 2}]\n\n[^${i + 2}]: See note ${i + 2}.\n\n`,
    ).join(''),
};

const OPERATIONS: readonly NumberingOperation[] = ['renumber', 'insert', 'move-up', 'section-up', 'delete'];

/** The processor's time that the operations take in the middle of a text. Milliseconds; the best of three. */
function timeOf(text: string): number {
  const open = new OpenDraft(text, { kind: 'report' });
  const { paragraphs } = open.draft.structure;
  const block = paragraphs[paragraphs.length >> 1] ?? open.draft.blocks.at(-1)!;
  const { start } = open.draft.rangeOf(block, { start: block.contentStart, end: block.contentStart });
  let best = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 3; times++)
    best = Math.min(
      best,
      cpuOf(() => {
        for (const operation of OPERATIONS) numberingOperation(open, operation, { start, end: start });
      }),
    );
  return best;
}

describe('numbering of texts made to be slow', () => {
  for (const [name, make] of Object.entries(ODD)) {
    it(`takes time that grows no faster than the text: ${name}`, () => {
      const small = timeOf(make(2_000));
      const large = timeOf(make(16_000));
      // Eight times the text: a square would take 64 times as long.
      assert.ok(large < 24 * small + 60, `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    });
  }
});
