import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../server/src/settings/frontMatter.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

describe('Settings in front matter', () => {
  const layers: readonly (readonly [title: string, source: string, layer: object])[] = [
    ['are none without the name', '---\nkind: report\n---\n', {}],
    [
      'are read from indented lines',
      '---\nkind: report\nplenary:\n  profile: delegation\n  rules:\n    date-format: off\n    "spelling-*": hint\ntitle: x\n---\n',
      { profile: 'delegation', rules: { 'date-format': 'off', 'spelling-*': 'hint' } },
    ],
    [
      'are read from one line',
      '---\nplenary: { profile: model-un, names: [Arendale, "Sol, Isle of"], statement: { minutes: 5 } }\n---\n',
      { profile: 'model-un', names: ['Arendale', 'Sol, Isle of'], statement: { minutes: 5 } },
    ],
    [
      'may differ by kind, in lines with comments and other line ends',
      '---\r\nplenary: # ours\r\n  rules:\r\n    date-format:\r\n      statement: off # as always\r\n      default: warning\r\n---\r\n',
      { rules: { 'date-format': { statement: 'off', default: 'warning' } } },
    ],
    [
      'may be a list of lines',
      "---\nplenary:\n  names:\n    - Arendale\n    - 'Sol'\n---\n",
      { names: ['Arendale', 'Sol'] },
    ],
    [
      'are none where the name belongs to another',
      '---\nother:\n  plenary:\n    profile: delegation\n---\n',
      {},
    ],
  ];
  for (const [title, source, layer] of layers) {
    it(title, () => {
      const read = readFrontMatter(source);
      assert.deepEqual({ ...read.layer }, layer);
      assert.deepEqual(read.problems, []);
    });
  }

  it('tell what is not understood, and where', () => {
    const source = '---\nplenary:\n  profile: poets\n  rules:\n    date-format: loud\n---\n';
    const { layer, problems } = readFrontMatter(source);
    assert.deepEqual(layer, { profile: undefined, rules: {} });
    assert.deepEqual(
      problems.map(({ start, end }) => source.slice(start, end)),
      ['poets', 'loud'],
    );
  });

  it('are read of any text without failing, and in little time', () => {
    for (const source of [
      '',
      'plenary:',
      'plenary: {',
      'plenary: [[[[[[[[[[1',
      'plenary: }{][',
      'plenary:\n  "',
      "plenary:\n  ':'",
      'plenary:\n  __proto__:\n    a: b',
      `plenary: ${'{a: '.repeat(20_000)}`,
      `plenary:\n${Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
    ])
      readFrontMatter(source);
  });

  it('count in a draft, and follow its edits', () => {
    const text =
      '---\nkind: report\nplenary:\n  rules:\n    doubled-word: off\n---\n\n1. It was held in the the hall.\n';
    const open = new OpenDraft(text);
    const codes = (): string[] => open.findings().map(({ rule }) => rule.code);
    assert.ok(!codes().includes('doubled-word'));
    open.edit({ start: { line: 4, character: 18 }, end: { line: 4, character: 21 } }, 'hint');
    assert.equal(open.findings().find(({ rule }) => rule.code === 'doubled-word')?.severity, 'hint');
  });
});
