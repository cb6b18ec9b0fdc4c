import assert from 'node:assert/strict';
import { disputed, MOST_TOLD, type StatementElsewhere } from '../../../server/src/rules/stated.js';

/** What a document says of the dates of one meeting; documents bear their own symbols unless one is given. */
function dates(uri: string, says: string, symbol = uri): StatementElsewhere {
  const position = { line: 0, character: 0 };
  return {
    kind: 'dates',
    about: 'meeting',
    says,
    words: says,
    own: true,
    uri,
    range: { start: position, end: position },
    document: uri,
    symbol,
  };
}

const told = (said: readonly StatementElsewhere[]): Record<string, string[]> =>
  Object.fromEntries([...disputed(said)].map(([uri, others]) => [uri, others.map((other) => other.uri)]));

describe('Documents that contradict each other', () => {
  it('are told of each other', () => {
    assert.deepEqual(told([dates('a', '1–5 May'), dates('b', '1–5 May')]), {});
    assert.deepEqual(told([dates('a', '1–5 May'), dates('b', '2–6 May'), dates('c', '1–5 May')]), {
      a: ['b'],
      b: ['a', 'c'],
      c: ['b'],
    });
  });

  it('are not one document with itself', () => {
    assert.deepEqual(told([dates('a', '1–5 May'), dates('a', '2–6 May')]), {});
  });

  it('are not two states of one document', () => {
    assert.deepEqual(told([dates('a', '1–5 May', 'x'), dates('b', '2–6 May', 'x')]), {});
  });

  it('are all told of what another one says of a document in several files', () => {
    const cited = { ...dates('c', '3–7 May', 'y'), own: false };
    assert.deepEqual(told([dates('a', '1–5 May', 'x'), dates('b', '2–6 May', 'x'), cited]), {
      a: ['c'],
      b: ['c'],
      c: ['a', 'b'],
    });
  });

  it('are told of no more than is shown, however many there are', () => {
    const many = Array.from({ length: 500 }, (_, i) => dates(`many${i}`, '1–5 May'));
    const all = told([...many, dates('one', '2–6 May')]);
    assert.equal(all['one']?.length, MOST_TOLD);
    assert.deepEqual(all['many7'], ['one']);
  });
});
