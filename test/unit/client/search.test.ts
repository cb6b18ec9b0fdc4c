import assert from 'node:assert/strict';
import { searched } from '../../../client/src/search.js';

const PLACES = [
  'Conference of the Parties to the Convention against Floods · FLOOD/COP',
  'Commission on Rivers · E/CN.99',
  'Côte d’Ivoire Ivory Coast',
];

const CASES: readonly (readonly [query: string, found: readonly number[]])[] = [
  ['', [0, 1, 2]],
  ['  ', [0, 1, 2]],
  ['conf', [0]],
  ['floods conference', [0]],
  ['cop', [0]],
  ['e/cn.99', [1]],
  ['co', [0, 1, 2]],
  ['ivory', [2]],
  ['cote d’iv', [2]],
  ['erence', []],
  ['conference rivers', []],
];

describe('What a list is searched by', () => {
  for (const [query, found] of CASES)
    it(`“${query}”`, () =>
      assert.deepEqual(
        searched(PLACES, query, (place) => place),
        found.map((i) => PLACES[i]),
      ));
});
