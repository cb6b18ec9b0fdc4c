import assert from 'node:assert/strict';
import { documentKey } from '../../../server/src/workspace/summary.js';
import { indexOf, Memory, report, ROOT } from './kit.js';

const LAMPS = report('CTOC/COP/2022/3', 'Lamps of the harbour', 'See resolution 75/158 and CTOC/COP/2022/4.');
const BUOYS = report('CTOC/COP/2022/4', 'Buoys', 'Lamps are told of in CTOC/COP/2022/3 and CTOC/COP/2022/3.');
const README = '# A tool\n\n1. Install it.\n';

const names = (documents: readonly { readonly uri: string }[]): string[] =>
  documents.map(({ uri }) => uri.slice(ROOT.length + 1));

describe('The documents of the folders', () => {
  it('are those that show to be documents, by symbol, title and what they cite', async () => {
    const { index, results } = indexOf(
      new Memory({ 'a/lamps.md': LAMPS, 'README.md': README, 'x.json': '{}' }),
    );
    assert.equal(index.isReady, false);
    await index.scan();
    assert.equal(index.isReady, true);
    assert.deepEqual(results, [{ documents: 1, leftOut: 0, unlisted: 0, cancelled: false }]);
    const [lamps, ...others] = index.documents();
    assert.equal(others.length, 0);
    assert.equal(lamps?.title, 'Lamps of the harbour');
    assert.deepEqual(
      lamps.identities.map(({ name, range }) => [name, range.start.line]),
      [['CTOC/COP/2022/3', 0]],
    );
    assert.deepEqual(
      lamps.headings.map(({ name }) => name),
      ['Lamps of the harbour', 'Report of the Secretariat', 'I. Introduction'],
    );
    const line = LAMPS.split('\n').findIndex((text) => text.startsWith('1. '));
    assert.deepEqual(lamps.mentions.of(documentKey('A/RES/75/158')), [
      { start: { line, character: 18 }, end: { line, character: 24 } },
    ]);
    // The symbol in the masthead is no citation.
    assert.deepEqual(lamps.mentions.of(documentKey('CTOC/COP/2022/3')), []);
  });

  it('are known by the resolutions that they hold', async () => {
    const { index } = indexOf(
      new Memory({
        'ga.undoc':
          '# Resolution adopted by the General Assembly\n\n# 75/158. Lights\n\nThe General Assembly,\n\n1. Decides to go;\n',
        'sc.undoc':
          '# Resolution 2546 (2020)\n\nAdopted by the Security Council\n\nThe Security Council,\n\nRecalling its resolution 2240 (2015),\n\n1. Decides;\n',
        'joint.undoc': report('A/77/895-S/2023/363', 'Two organs', 'One.'),
      }),
    );
    await index.scan();
    assert.deepEqual(
      index.documents().map(({ identities }) => identities.map(({ name, title }) => [name, title])),
      [
        [['A/RES/75/158', 'Lights']],
        [
          ['A/77/895-S/2023/363', 'Two organs'],
          ['A/77/895', 'Two organs'],
          ['S/2023/363', 'Two organs'],
        ],
        [['S/RES/2546(2020)', '']],
      ],
    );
  });

  it('are not those that ignore files leave out, nor what lies in node_modules', async () => {
    const files = new Memory({
      '.gitignore': 'drafts/*\n!drafts/kept.md\n',
      'a/.plenaryignore': '*.txt\n',
      'a/one.txt': LAMPS,
      'a/two.md': LAMPS,
      'drafts/kept.md': LAMPS,
      'drafts/lost.md': LAMPS,
      'node_modules/p/x.md': LAMPS,
      'b c/d(1).md': LAMPS,
    });
    const { index } = indexOf(files);
    await index.scan();
    assert.deepEqual(names(index.documents()), ['a/two.md', 'b%20c/d%281%29.md', 'drafts/kept.md']);
    const uri = files.write('a/three.txt', LAMPS);
    await index.filesChanged([{ uri, type: 'created' }]);
    const lost = files.write('node_modules/p/y.md', LAMPS);
    await index.filesChanged([{ uri: lost, type: 'created' }]);
    assert.equal(index.documents().length, 3);
    const ignore = files.write('a/.plenaryignore', '# nothing\n');
    await index.filesChanged([{ uri: ignore, type: 'changed' }]);
    assert.equal(index.documents().length, 5);
  });

  it('follow their files', async () => {
    const files = new Memory({ 'a/lamps.md': LAMPS, 'a/b/buoys.md': BUOYS, 'README.md': README });
    const { index, changes } = indexOf(files);
    await index.scan();
    assert.equal(changes(), 1);
    const readme = files.write('README.md', `${README}\n2. Run it.\n`);
    await index.filesChanged([{ uri: readme, type: 'changed' }]);
    assert.equal(changes(), 1, 'what is no document changes nothing');
    const lamps = files.write('a/lamps.md', LAMPS.replace('2022/3\n', '2022/33\n'));
    await index.filesChanged([{ uri: lamps, type: 'changed' }]);
    assert.equal(index.get(lamps)?.identities[0]?.name, 'CTOC/COP/2022/33');
    files.remove(`${ROOT}/a`);
    await index.filesChanged([{ uri: `${ROOT}/a`, type: 'deleted' }]);
    assert.deepEqual(index.documents(), []);
  });

  it('are read again only where the file is another, until settings say otherwise', async () => {
    const files = new Memory({ 'lamps.md': LAMPS, 'buoys.md': BUOYS });
    const { index, changes } = indexOf(files);
    await index.scan();
    files.write('lamps.md', `${LAMPS}\n`);
    files.read.length = 0;
    await index.scan();
    assert.deepEqual(files.read, [`${ROOT}/lamps.md`]);
    assert.equal(changes(), 2);
    await index.reread();
    assert.equal(files.read.length, 3);
  });

  it('that are open are as they are open', async () => {
    const files = new Memory({ 'lamps.md': LAMPS });
    const { index } = indexOf(files);
    await index.scan();
    const uri = `${ROOT}/lamps.md`;
    const now = { ...index.get(uri)!, title: 'Lanterns' };
    index.setOpen(uri, () => now);
    assert.deepEqual(
      index.documents().map(({ title }) => title),
      ['Lanterns'],
    );
    assert.deepEqual(index.closed(), []);
    index.setOpen(uri, () => null);
    assert.deepEqual(index.documents(), [], 'what is taken for no document is none');
    index.setClosed(uri);
    await index.settled();
    assert.equal(index.get(uri)?.title, 'Lamps of the harbour');
  });

  it('stop at the limits, and say so', async () => {
    const files = new Memory({ 'a.md': LAMPS, 'b.md': BUOYS, 'c.md': LAMPS, 'd/e.md': LAMPS });
    for (const limits of [{ files: 2 }, { mentions: 5 }, { size: BUOYS.length - 1 }]) {
      const { index, results } = indexOf(files, limits);
      await index.scan();
      assert.ok(results[0]!.leftOut > 0, JSON.stringify(limits));
      assert.equal(index.left.leftOut, results[0]!.leftOut);
      assert.equal(results[0]!.documents, index.documents().length);
      assert.ok(index.documents().length < 4);
    }
    const { index, results } = indexOf(files, { folders: 1 });
    await index.scan();
    assert.deepEqual(results, [{ documents: 3, leftOut: 1, unlisted: 0, cancelled: false }]);
  });

  it('tell of folders that cannot be listed', async () => {
    const files = new Memory({ 'a.md': LAMPS, 'shut/b.md': BUOYS });
    const list = files.readDirectory.bind(files);
    files.readDirectory = (uri) => (uri.endsWith('/shut') ? Promise.resolve(null) : list(uri));
    const { index, results } = indexOf(files);
    await index.scan();
    assert.deepEqual(results, [{ documents: 1, leftOut: 0, unlisted: 1, cancelled: false }]);
    assert.deepEqual(index.left, { leftOut: 0, unlisted: 1 });
  });

  it('keep nothing of a text that says nothing', async () => {
    const { index } = indexOf(new Memory({ 'a.undoc': '', 'b.undoc': '\u0000\ud800', 'c.undoc': '\n\n' }));
    await index.scan();
    assert.equal(index.documents().length, 3);
    for (const { mentions, headings } of index.documents()) {
      assert.equal(mentions.size, 0);
      assert.deepEqual(headings, []);
    }
  });

  it('end to be read when they are stopped', async () => {
    const { index, results } = indexOf(new Memory({ 'a.md': LAMPS }));
    index.stop();
    await index.scan();
    assert.deepEqual(results, []);
    assert.deepEqual(index.documents(), []);
  });
});
