import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bracketSnippet,
  escapeSnippetChoice,
  escapeSnippetText,
  fillSnippet,
  parseSnippet,
  placeholdersOf,
} from '../../../server/src/templates/index.js';

describe('templates: snippet syntax', () => {
  const filled: [name: string, body: string, values: Record<number, string>, expected: string][] = [
    ['plain text', 'The General Assembly,', {}, 'The General Assembly,'],
    ['a placeholder keeps its text', 'of ${1:day month year},', {}, 'of day month year,'],
    ['a value replaces it', 'of ${1:day month year},', { 1: '1 May 2024' }, 'of 1 May 2024,'],
    ['the first choice is the default', '${1|Madam Chair,Mr. Chair|},', {}, 'Madam Chair,'],
    ['a value replaces a choice', '${1|Madam Chair,Mr. Chair|},', { 1: 'Mr. Chair' }, 'Mr. Chair,'],
    ['a number says the same everywhere', '${1:a} $1 ${1}', { 1: 'b' }, 'b b b'],
    ['a mirror before its placeholder', '$1 ${1:a}', {}, 'a a'],
    ['a mirror of a choice', '${1|x,y|}-$1', {}, 'x-x'],
    ['an empty tab stop is nothing', 'a$1b$0', {}, 'ab'],
    [
      'nested placeholders',
      '${1:Deputy ${2:Permanent} Representative}',
      {},
      'Deputy Permanent Representative',
    ],
    ['escapes', 'a \\$ b \\} c \\\\ d', {}, 'a $ b } c \\ d'],
    ['other backslashes stay', 'a \\n b', {}, 'a \\n b'],
    ['escapes in choices', '${1|a\\, b,c\\|d|}', {}, 'a, b'],
    ['a closing brace outside', 'a } b', {}, 'a } b'],
    ['a dollar that is no tab stop', 'costs $ and ${name}', {}, 'costs $ and ${name}'],
    ['an unclosed placeholder', 'a ${1:b', {}, 'a b'],
    ['an unclosed choice', 'a ${1|b,c', {}, 'a ${1|b,c'],
    ['Markdown footnotes', '[^${1:1}]\n\n[^${1}]: ${2:text}.', { 1: '3' }, '[^3]\n\n[^3]: text.'],
  ];
  for (const [name, body, values, expected] of filled) {
    it(`fills: ${name}`, () => assert.equal(fillSnippet(body, values), expected));
  }

  const bracketed: [body: string, expected: string][] = [
    ['at its ${1:number in words} session', 'at its [number in words] session'],
    ['${1|Madam Chair,Mr. Chair|}, … you, $1.', '[Madam Chair], … you, [Madam Chair].'],
    ['done.$0', 'done.'],
    ['${1:outer ${2:inner}}', '[outer inner]'],
  ];
  for (const [body, expected] of bracketed) {
    it(`brackets: ${body}`, () => assert.equal(bracketSnippet(body), expected));
  }

  it('lists what is asked, each number once and without the last stop', () => {
    assert.deepEqual(placeholdersOf('$2 ${1:one} ${2|a,b|} $1 $0'), [
      { number: 2, text: 'a', choices: ['a', 'b'] },
      { number: 1, text: 'one' },
    ]);
  });

  it('reports what an editor would not read as a tab stop', () => {
    assert.deepEqual(
      parseSnippet('$ ${x} ${1:a ${2|b').problems.map(({ offset, code }) => `${offset} ${code}`),
      ['0 not-a-tab-stop', '2 not-a-tab-stop', '13 unclosed-choice', '7 unclosed-placeholder'],
    );
  });

  it('never throws, and reads escaped text back unchanged', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (odd, text) => {
        parseSnippet(odd);
        fillSnippet(odd);
        bracketSnippet(odd);
        assert.equal(fillSnippet(escapeSnippetText(text)), text);
        assert.equal(fillSnippet(`\${1:${escapeSnippetText(text)}}`), text);
        assert.equal(fillSnippet(`\${1|${escapeSnippetChoice(text)}|}`), text);
      }),
    );
  });

  it('takes time that grows no faster than the text', () => {
    const deep = '${1:'.repeat(20_000);
    assert.equal(parseSnippet(deep).problems.length, 20_000);
    assert.equal(fillSnippet(deep).length, 4 * (20_000 - 8));
    assert.equal(parseSnippet('${1|a,'.repeat(20_000)).problems.length, 20_000);
  });
});
