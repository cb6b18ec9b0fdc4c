import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/library/fix.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** A text with the first fix of its one empty link applied; null where none is offered. */
function mended(text: string): string | null {
  const open = new OpenDraft(text, { kind: 'report', today: '2026-01-15' });
  const found = open.findings().filter(({ rule }) => rule.code === 'link-empty');
  assert.equal(found.length, 1, text);
  const fix = found[0]!.fixes[0];
  if (!fix) return null;
  assert.equal(fix.kind, 'suggested');
  return applyEdits(
    text,
    fix.edits().map(({ block, start, end, text: inserted }) => {
      const base = open.draft.offsetOf(block);
      return { start: base + start, end: base + end, text: inserted };
    }),
  );
}

describe('The fix of an empty link', () => {
  it('leads to the official document of the resolution or symbol', () => {
    assert.equal(
      mended('1. The General Assembly adopted resolution [75/158](#) in May.\n'),
      '1. The General Assembly adopted resolution [75/158](https://undocs.org/en/A/RES/75/158) in May.\n',
    );
    assert.equal(
      mended('1. The report ([A/75/292]()) was read.\n'),
      '1. The report ([A/75/292](https://undocs.org/en/A/75/292)) was read.\n',
    );
  });

  it('is not offered where the words cite nothing, or more than one document', () => {
    assert.equal(mended('1. The [policy brief](#) was read.\n'), null);
    assert.equal(mended('1. The reports [A/75/292 and A/76/292](#) were read.\n'), null);
  });
});
