import assert from 'node:assert/strict';
import { numberState, Typed } from '../../../client/src/typed.js';

describe('What is typed while an answer is awaited', () => {
  /** A text in which something is typed at ‸, by changes one after another; gives what was typed, or null where the place is gone. */
  function typed(
    text: string,
    changes: readonly (readonly [at: number, length: number, text: string])[],
    head = 0,
  ): string | null {
    const start = text.indexOf('‸');
    const place = new Typed(start, head);
    let now = text.replace('‸', '');
    for (const [rangeOffset, rangeLength, put] of changes) {
      place.take({ rangeOffset, rangeLength, text: put });
      now = now.slice(0, rangeOffset) + put + now.slice(rangeOffset + rangeLength);
    }
    return place.isGone() ? null : now.slice(place.start, place.end);
  }

  for (const [name, text, changes, head, gives] of [
    ['is what is put in there', 'one‸ two', [[3, 0, 'a'], [4, 0, 'b']], 0, 'ab'], // prettier-ignore
    ['is without what is taken back', 'one‸ two', [[3, 0, 'abc'], [4, 2, '']], 0, 'a'], // prettier-ignore
    ['goes over several lines', 'one‸', [[3, 0, 'a'], [4, 0, '\nb']], 0, 'a\nb'], // prettier-ignore
    ['moves with the text before it', 'one‸ two', [[3, 0, 'a'], [0, 1, 'long o'], [9, 0, 'b']], 0, 'ab'], // prettier-ignore
    ['is not what is put in behind it', 'one‸ two', [[3, 0, 'a'], [6, 0, 'x']], 0, 'a'], // prettier-ignore
    ['is gone with the line break before it', 'one\n‸', [[4, 0, 'a'], [3, 1, '']], 1, null], // prettier-ignore
    ['is gone with the place itself', 'one‸ two', [[3, 0, 'a'], [2, 3, '']], 0, null], // prettier-ignore
  ] as const)
    it(name, () => {
      assert.equal(typed(text, changes, head), gives);
    });

  it('tells once of changes elsewhere', () => {
    const place = new Typed(4, 1);
    place.take({ rangeOffset: 4, rangeLength: 0, text: 'a' });
    assert.equal(place.changedElsewhere(), false);
    place.take({ rangeOffset: 0, rangeLength: 0, text: 'a' });
    assert.equal(place.changedElsewhere(), true);
    assert.equal(place.changedElsewhere(), false);
  });
});

describe('The keys that number', () => {
  /** What the keys could act on at ‸. */
  function state(text: string): string {
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes('‸'));
    const character = lines[line]!.indexOf('‸');
    lines[line] = lines[line]!.replace('‸', '');
    return Object.entries(numberState((at) => lines[at], { line, character }))
      .filter(([, value]) => value)
      .map(([key]) => key)
      .join(' ');
  }
  for (const [text, expected] of [
    ['12. The quays were paved.‸', 'ends'],
    ['12. The quays were paved.‸\n\n13. The lamps were lit.', 'ends'],
    ['12. The quays were paved.‸\n13. The lamps were lit.', 'ends'],
    ['12. The quays\nwere paved.‸', 'ends'],
    ['12. The quays‸\nwere paved.', ''],
    ['12. The quays were‸ paved.', ''],
    ['12.‸ The quays were paved.', 'label'],
    ['12. ‸The quays were paved.', 'label'],
    ['12. ‸', 'ends empty label'],
    ['12.‸', 'ends label'],
    ['**12.** The quays were paved.‸', 'ends'],
    ['**12.** ‸', 'ends empty label'],
    ['    (b)\tLit lamps;‸', 'ends'],
    ['## A. Harbours‸', 'ends'],
    ['## A. ‸', 'ends empty label'],
    ['II. Harbours‸', 'ends'],
    ['## Article 7‸', 'ends label'],
    ['Article 7. Scope‸', 'ends'],
    ['[^3]: By hand.‸', 'ends'],
    ['[^3]: ‸', 'ends empty label'],
    ['<sup>3</sup> By hand.‸', 'ends'],
    ['The quays were paved.‸', 'apart'],
    ['1. The quays were paved.\n\nThe lamps were lit.‸', 'apart'],
    ['The quays were paved.\nThe lamps were lit.‸', ''],
    ['The quays were paved.‸\nThe lamps were lit.', ''],
    ['- The quays were paved.‸', ''],
    ['    code‸', ''],
    ['The year was\n\n‸', ''],
    ['‸', ''],
  ] as const)
    it(`at “${text.replaceAll('\n', '⏎')}”: ${expected || 'none'}`, () => {
      assert.equal(state(text), expected);
    });
});
