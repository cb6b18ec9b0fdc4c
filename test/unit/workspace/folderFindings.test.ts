import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { FolderFindings } from '../../../server/src/workspace/folderFindings.js';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** A finding of each severity that is named: 1 is an error, 2 a warning, 3 information. */
const findings = (severities: string): Diagnostic[] =>
  [...severities].map((s) => ({ range: RANGE, message: s, severity: Number(s) as 1 | 2 | 3 }));

/** Folders whose documents have the severities of their findings as their text, and what is shown of them. */
function folders(texts: Map<string, string>, open: ReadonlySet<string> = new Set()) {
  const shown: string[] = [];
  const closed = (): string[] => [...texts.keys()].filter((uri) => !open.has(uri));
  const held = new FolderFindings({
    check: () => ({
      documents: closed,
      stateOf: (uri) => texts.get(uri),
      check: (uri) => Promise.resolve(findings(texts.get(uri)!)),
      pause: () => Promise.resolve(),
    }),
    closed,
    isOpen: (uri) => open.has(uri),
    settled: () => Promise.resolve(),
    show: (uri, all) => shown.push(`${uri} ${all.map(({ severity }) => severity).join('')}`),
    failed: (error) => assert.fail(String(error)),
  });
  return { held, shown };
}

const STANDING = { isCancellationRequested: false, onCancellationRequested: () => undefined };

async function pulled(held: FolderFindings, previous: { uri: string; value: string }[]): Promise<string[]> {
  const out: string[] = [];
  await held.pull(previous, false, STANDING, ({ uri, state }) => out.push(`${uri} ${state ?? 'gone'}`));
  return out;
}

describe('The findings of closed documents', () => {
  it('are counted and shown on request, and taken away again', async () => {
    const { held, shown } = folders(new Map(Object.entries({ a: '12', b: '3', c: '1' })), new Set(['c']));
    const counts = await held.check(STANDING, () => undefined);
    assert.deepEqual(counts, { documents: 2, errors: 1, warnings: 1, others: 1 });
    held.uncheck();
    assert.deepEqual(shown, ['a 12', 'b 3', 'a ', 'b ']);
  });

  it('are counted as they are now when they are asked for again', async () => {
    const texts = new Map(Object.entries({ a: '11', b: '2' }));
    const { held, shown } = folders(texts);
    await held.check(STANDING, () => undefined);
    texts.set('a', '2').delete('b');
    assert.deepEqual(await held.check(STANDING, () => undefined), {
      documents: 1,
      errors: 0,
      warnings: 1,
      others: 0,
    });
    assert.deepEqual(shown, ['a 11', 'b 2', 'b ', 'a 2']);
  });

  it('are pulled where they are not as they were, by the address that the client has', async () => {
    const { held } = folders(new Map(Object.entries({ 'file:///a b.md': '1', 'file:///c.md': '2' })));
    assert.deepEqual(await pulled(held, []), ['file:///a b.md 1', 'file:///c.md 2']);
    assert.deepEqual(
      await pulled(held, [
        { uri: 'file:///a%20b.md', value: 'old' },
        { uri: 'file:///c.md', value: '2' },
        { uri: 'file:///gone.md', value: '1' },
      ]),
      ['file:///gone.md gone', 'file:///a%20b.md 1'],
    );
  });

  it('are waited for by a client that asks again and again', async () => {
    const texts = new Map([['a', '1']]);
    const { held } = folders(texts);
    const out: string[] = [];
    const asked = held.pull([{ uri: 'a', value: '1' }], true, STANDING, ({ uri, state }) =>
      out.push(`${uri} ${state}`),
    );
    // One turn is enough for a request that has nothing to wait for.
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(out, []);
    texts.set('a', '2');
    held.changed();
    await asked;
    assert.deepEqual(out, ['a 2']);
  });
});
