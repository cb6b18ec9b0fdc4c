import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstIn, lastIn, placesOf } from '../../../server/src/text/search.js';

describe('searches within a stretch', () => {
  it('find what lies between two offsets as a whole', () => {
    assert.equal(firstIn('(a) and (b)', '(', 1, 11), 8);
    assert.equal(lastIn('(a) and (b)', '(', 0, 8), 0);
    assert.equal(firstIn('(a) and (b)', 'and', 0, 6), -1);
    assert.equal(firstIn('(a) and (b)', 'and', 0, 7), 4);
  });

  it('clamp offsets outside of the text', () => {
    assert.equal(firstIn('a.b', '.', -5, 99), 1);
    assert.equal(lastIn('a.b', '.', -5, 99), 1);
    assert.equal(firstIn('a.b', '.', 7, 9), -1);
    assert.equal(firstIn('a.b', '.', 2, 1), -1);
  });

  it('agree with a search through the whole text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '(', ' '), maxLength: 30 });
    const what = fc.string({ unit: fc.constantFrom('a', 'b', '('), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, what, fc.nat(30), fc.nat(30), (of, looked, from, to) => {
        const places = Array.from(of, (_, at) => at).filter(
          (at) => at >= from && at + looked.length <= to && of.startsWith(looked, at),
        );
        assert.equal(firstIn(of, looked, from, to), places[0] ?? -1);
        assert.equal(lastIn(of, looked, from, to), places.at(-1) ?? -1);
      }),
    );
  });

  it('list the places of a word, none within another', () => {
    assert.deepEqual([...placesOf('aaaa b aa', 'aa')], [0, 2, 7]);
    assert.deepEqual([...placesOf('', 'a')], []);
  });
});
