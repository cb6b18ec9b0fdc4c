import assert from 'node:assert/strict';
import { difference } from '../../../client/webview/difference.js';

describe('The difference of two lists of pieces', () => {
  for (const [before, after, expected] of [
    ['abc', 'abc', null],
    ['', '', null],
    ['', 'ab', { start: 0, count: 0, added: ['a', 'b'] }],
    ['ab', '', { start: 0, count: 2, added: [] }],
    ['abc', 'axc', { start: 1, count: 1, added: ['x'] }],
    ['abc', 'abxc', { start: 2, count: 0, added: ['x'] }],
    ['abc', 'ac', { start: 1, count: 1, added: [] }],
    ['aaa', 'aa', { start: 2, count: 1, added: [] }],
    ['aa', 'aaa', { start: 2, count: 0, added: ['a'] }],
    ['abc', 'xyz', { start: 0, count: 3, added: ['x', 'y', 'z'] }],
  ] as const)
    it(`of “${before}” and “${after}”`, () => {
      const found = difference(Array.from(before), Array.from(after), (a, b) => a === b);
      assert.deepEqual(found, expected);
    });
});
