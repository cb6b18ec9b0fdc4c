import assert from 'node:assert/strict';
import { checkFolder, type FolderCheckHost } from '../../../server/src/workspace/folderCheck.js';

/** Documents by their state; what is found in one is its state in capitals, nothing in those called "none". */
function host(documents: Readonly<Record<string, string>>, checked: string[] = []): FolderCheckHost<string> {
  return {
    documents: () => Object.keys(documents),
    stateOf: (uri) => documents[uri],
    check: (uri) => {
      checked.push(uri);
      return Promise.resolve(uri === 'none' ? null : documents[uri]!.toUpperCase());
    },
    pause: () => Promise.resolve(),
  };
}

const NOT_CANCELLED = { isCancellationRequested: false };

async function run(
  documents: Readonly<Record<string, string>>,
  reported: Readonly<Record<string, string>> = {},
) {
  const out: string[] = [];
  for await (const { uri, state, findings, done, total } of checkFolder(
    host(documents),
    new Map(Object.entries(reported)),
    NOT_CANCELLED,
  ))
    out.push(`${uri} ${state ?? '-'} ${findings ?? '-'} ${done}/${total}`);
  return out;
}

describe('The check of a folder', () => {
  it('tells of each document', async () => {
    assert.deepEqual(await run({ a: 'x', none: 'y', b: 'z' }), ['a x X 1/3', 'b z Z 3/3']);
  });

  it('tells of what is not as it was reported, and of what is gone', async () => {
    assert.deepEqual(await run({ a: 'x', b: 'new', none: 'y' }, { a: 'x', b: 'old', c: 'z', none: 'old' }), [
      'c - - 1/3',
      'b new NEW 2/3',
      'none - - 3/3',
    ]);
    assert.deepEqual(await run({ a: 'x' }, { a: 'x' }), []);
  });

  it('ends at once when it is cancelled', async () => {
    const checked: string[] = [];
    const token = { isCancellationRequested: false };
    const documents = { a: '1', b: '2', c: '3' };
    for await (const { uri } of checkFolder(host(documents, checked), new Map(), token))
      token.isCancellationRequested = uri === 'b';
    assert.deepEqual(checked, ['a', 'b']);
  });
});
