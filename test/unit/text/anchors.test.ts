import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Anchors } from '../../../server/src/text/anchors.js';

/** What an anchor set finds in a text: the value and the words it stands at. */
function found(anchors: Anchors<string>, text: string): string[] {
  const out: string[] = [];
  anchors.scan(text, (value, start, end) => out.push(`${value} ${text.slice(start, end)}`));
  return out;
}

describe('anchors', () => {
  const anchors = new Anchors<string>({
    words: [
      ['may', 'month'],
      ['étage', 'floor'],
      ['may', 'verb'],
    ],
    chars: [
      ['/', 'slash'],
      ['–', 'dash'],
    ],
    numbers: ['number'],
    capitals: ['acronym'],
  });

  it('finds whole words without regard to case, each value in the order given', () => {
    assert.deepEqual(found(anchors, 'May mayor dismay MAY'), [
      'month May',
      'verb May',
      'month MAY',
      'verb MAY',
      'acronym MAY',
    ]);
    assert.deepEqual(found(anchors, 'l’Étage'), ['floor Étage']);
  });

  it('finds characters, also those above the table, runs of digits and words in capitals', () => {
    assert.deepEqual(found(anchors, 'A/75–292 UNo Un u'), [
      'slash /',
      'number 75',
      'dash –',
      'number 292',
      'acronym UNo',
    ]);
  });

  it('finds a word that stands once more behind itself, one character between', () => {
    const twice = new Anchors<string>({ words: [['the', 'article']], repeated: ['twice'] });
    assert.deepEqual(found(twice, 'In in the THE-the  the thethe.'), [
      'twice In',
      'article the',
      'twice the',
      'article THE',
      'twice THE',
      'article the',
      'article the',
    ]);
  });

  it('takes no word that is none', () => {
    assert.throws(() => new Anchors({ words: [['two words', 1]] }));
  });

  it('agrees with a plain search', () => {
    const words = ['in', 'inn', 'session', 'ß'];
    const set = new Anchors<string>({ words: words.map((w) => [w, w]) });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('in', 'Inn', 'SESSION', 'ß', 'x', '1', ' ', '-', 'é'), { maxLength: 20 }),
        (parts) => {
          const text = parts.join('');
          const expected = [...text.matchAll(/[A-Za-zß-öø-ɏÀ-ÖØ-Þ]+/g)].flatMap((m) =>
            words.includes(m[0].toLowerCase()) ? [`${m[0].toLowerCase()} ${m[0]}`] : [],
          );
          assert.deepEqual(found(set, text), expected);
        },
      ),
    );
  });
});
