import assert from 'node:assert/strict';
import { ENGLISH } from '../../../server/src/l10n/language.js';
import { isRuleCode } from '../../../server/src/rules/table.js';
import { readConfigurationFile } from '../../../server/src/settings/configurationFile.js';
import { matchesGlob } from '../../../server/src/settings/glob.js';
import { readSettings } from '../../../server/src/settings/read.js';

describe('A pattern for files', () => {
  const cases: readonly (readonly [
    pattern: string,
    matching: readonly string[],
    other: readonly string[],
  ])[] = [
    ['*.md', ['a.md', 'sub/a.md'], ['a.txt', 'a.md/b']],
    ['/*.md', ['a.md'], ['sub/a.md']],
    ['drafts/*.md', ['drafts/a.md'], ['a.md', 'drafts/x/a.md']],
    ['drafts/**', ['drafts/a.md', 'drafts/x/y/a.txt'], ['other/a.md']],
    ['**/notes/*.{md,txt}', ['notes/a.md', 'x/notes/b.txt'], ['notes/a.undoc']],
    ['session [1].md', ['session [1].md'], ['session 1.md']],
    ['a?.md', ['ab.md'], ['a.md', 'abc.md']],
    ['**', ['a', 'b/c'], []],
  ];
  for (const [pattern, matching, other] of cases) {
    it(pattern, () => {
      for (const path of matching) assert.equal(matchesGlob(path, pattern), true, path);
      for (const path of other) assert.equal(matchesGlob(path, pattern), false, path);
    });
  }

  it('is matched in bounded time, however it is made', () => {
    assert.equal(matchesGlob('a'.repeat(5_000), `${'*a'.repeat(200)}b`), false);
    assert.equal(matchesGlob('a/'.repeat(300), `${'**/a/'.repeat(100)}b`), false);
    assert.equal(matchesGlob('x', '{a,b}'.repeat(30)), false);
  });
});

describe('A layer of settings', () => {
  it('keeps what is understood and tells of the rest', () => {
    const problems: string[] = [];
    const layer = readSettings(
      {
        profile: 'model-un',
        recognize: 'perhaps',
        rules: { 'paragraph-sequence': { statement: 'off', poem: 'error' }, 'date-form': 'loud' },
        statement: { wordsPerMinute: 120, minutes: -1 },
        names: ['Arendale', 4],
        colour: 'blue',
      },
      ({ path, message }) => problems.push(`${path.join('.')}: ${ENGLISH.say(message).slice(0, 22)}`),
    );
    assert.deepEqual(layer, {
      profile: 'model-un',
      recognize: undefined,
      rules: { 'paragraph-sequence': { statement: 'off' } },
      statement: { wordsPerMinute: 120 },
      names: ['Arendale'],
    });
    assert.deepEqual(problems, [
      'recognize: This is one of: auto, ',
      'rules.paragraph-sequence.poem: There is no kind of do',
      'rules.date-form: This is one of: error,',
      'statement.minutes: This is a number, not ',
      'names.1: A name is a text in qu',
      'colour: There is no setting “c',
    ]);
  });

  it('says nothing where it is no object', () => {
    for (const value of [null, undefined, 7, 'x', []]) assert.deepEqual(readSettings(value), {});
  });
});

describe('plenary.config.json', () => {
  it('tells the codes that are no rules, and keeps them', () => {
    const text =
      '{ "rules": { "per-cent": "off", "cent-per": "off", "symbol-*": "hint", "cymbal-*": "off" } }';
    const { layer, problems } = readConfigurationFile(text, isRuleCode);
    assert.equal(Object.keys(layer?.rules ?? {}).length, 4);
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['"cent-per"', '"cymbal-*"'],
    );
  });

  it('may hold comments and trailing commas', () => {
    const { layer, problems } = readConfigurationFile('{ // ours\n "profile": "delegation", }');
    assert.deepEqual(layer, { profile: 'delegation' });
    assert.deepEqual(problems, []);
  });

  it('shows a mistake at its place', () => {
    const text = '{\n  "rules": { "date-form": "loud" },\n  "colour": 1\n}';
    const { problems } = readConfigurationFile(text);
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['"loud"', '"colour"'],
    );
  });

  it('has no layer where it is no JSON, and an empty one where it is empty', () => {
    assert.equal(readConfigurationFile('{ "rules": ').layer, null);
    assert.deepEqual(readConfigurationFile(' \n').layer, {});
  });
});
