import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';
import { renderForWord } from '../../../server/src/render/word.js';

const word = (text: string): string => renderForWord(new Draft(text)).html;

describe('A draft for Word', () => {
  for (const [what, text, expected] of [
    [
      'numbers that hang before their words',
      '# Report\n\n1. One.\n\n(a) Two;\n',
      /<p style="[^"]*margin:0 0 6pt 36pt;text-indent:-36pt[^"]*">1\.<span style='mso-tab-count:1'>&#9;<\/span>One\.<\/p>\n<p style="[^"]*margin:0 0 6pt 72pt;[^"]*">\(a\)/,
    ],
    [
      'headings that are headings',
      '# Report\n\n## I. One\n\n1. Two.\n',
      /<h1 [^>]*>Report<\/h1>\n<h2 [^>]*>I\.<span/,
    ],
    [
      'the lowest headings in italics',
      '# Report of the Secretary-General\n\n## I. One\n\n### A. Two\n\n#### 1. Three\n\n##### Four\n\n1. Five.\n',
      /<h4 [^>]*;font-weight:bold">1\.[^]*<h5 [^>]*;font-weight:normal;font-style:italic">Four<\/h5>/,
    ],
    ['italics and bold', '# Report\n\n1. *One* **two**.\n', /<em>One<\/em> <strong>two<\/strong>/],
    [
      'notes that are notes',
      '# Report\n\n1. One.[^7]\n\n[^7]: See *two*.\n',
      /<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>7<\/sup><\/a><\/p>\n<div style='mso-element:footnote-list'><div style='mso-element:footnote' id="ftn1"><p [^>]*><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><sup>7<\/sup><\/a> See <em>two<\/em>\.<\/p><\/div><\/div>/,
    ],
    [
      'a note that nothing points at, and a mark without a note',
      '# Report\n\n1. One.[^1]\n\n[^2]: See two.\n',
      /One\.<sup>1<\/sup><\/p>\n<p [^>]*><sup>2<\/sup> See two\.<\/p>/,
    ],
    [
      'a table of contents with dots up to its numbers',
      '# Report\n\n- I. One …… 1–2\n  - A. Two …… 3\n\n## I. One\n\n1. Words.\n',
      /;tab-stops:right dotted 450pt">I\. One<span[^>]*>&#9;<\/span>1–2<\/p>[^]*margin-left:18pt;[^>]*>A\. Two<span[^>]*>&#9;<\/span>3<\/p>/,
    ],
    [
      'tables with lines',
      '# Report\n\n1. One.\n\n| a | b |\n| - | -: |\n| c | d |\n',
      /<table style="border-collapse:collapse;[^"]*">[^]*<td style="border:\.5pt solid windowtext;padding:2pt 4pt;text-align:right" dir="auto">d<\/td>/,
    ],
    [
      'the masthead as a table',
      'United Nations\n\nA/79/1\n\n**General Assembly**\n\nDistr.: General\n\n# Title\n\n1. One.\n',
      /<table [^>]*><tr><td [^>]*><p [^>]*>United Nations<\/p><\/td><td [^>]*><p [^>]*>A\/79\/1<\/p><\/td><\/tr>[^]*<b>General Assembly<\/b>[^]*Distr\.: General/,
    ],
  ] as const)
    it(`has ${what}`, () => assert.match(word(text), expected));

  it('lets nothing of the text become a tag', () => {
    const html = word(
      '# <script>a</script>\n\n1. <img src=x onerror=y> [z](javascript:b) `<i>`\n\n> <iframe>\n\n```\n<style>\n```\n\n[^"><script>]: c\n',
    );
    assert.doesNotMatch(html, /<(?:script|img|iframe|style)\b|javascript:/i);
  });

  it('is plain text too, with a tab behind each number', () => {
    const { text } = renderForWord(new Draft('# Report\n\n1. *One*.[^1]\n\n(a) Two;\n\n[^1]: Three.\n'));
    assert.equal(text, 'Report\n\n1.\tOne.\n\n(a)\tTwo;\n\n1\tThree.\n');
  });

  for (const text of ['', '\0', '\uD800', '|', '[^1]:', '# \n**'])
    it(`is made of odd text: ${JSON.stringify(text)}`, () => assert.doesNotThrow(() => word(text)));
});
