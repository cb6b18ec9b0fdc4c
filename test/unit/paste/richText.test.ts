import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFromWordProcessor, richTextToMarkdown } from '../../../server/src/paste/richText.js';

function markdown(html: string): string | null {
  return richTextToMarkdown(html)?.markdown ?? null;
}

/** A paragraph of a list as Word writes it. */
function listed(label: string, words: string, level = 1): string {
  return (
    `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
    `<![if !supportLists]><span lang=EN-GB style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>${label}` +
    `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>` +
    `<span lang=EN-GB>${words}<o:p></o:p></span></p>\r\n`
  );
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Times New Roman",serif;} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><![if !supportLists]><span style='mso-list:Ignore'>I.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><b>Introduction</b><o:p></o:p></h1>
${listed('1.', 'The present report was prepared pursuant\r\nto resolution 75/158.<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style=\'mso-special-character:footnote\'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>')}
${listed('2.', 'It deals with <i>trafficking </i>in persons&nbsp;and the <i>Hand</i><i>book</i>.')}
${listed('(a)', 'Judges;', 2)}
${listed('·', 'A point.')}
<p class=MsoNormal><span class=msoDel><del>Gone.</del></span>Kept<sup>th</sup>, see <a href="https://example.org/a">the page</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> <i>Treaty Series</i>, vol. 2237.<o:p></o:p></p>
</div></div></body></html>`;

describe('Rich text that is pasted', () => {
  it('from Word keeps numbers, headings, italics, links and footnotes', () => {
    const pasted = richTextToMarkdown(WORD);
    assert.ok(pasted);
    assert.equal(pasted.fromWordProcessor, true);
    assert.equal(
      pasted.markdown,
      `## I. Introduction

1. The present report was prepared pursuant to resolution 75/158.[^1]

2. It deals with *trafficking* in persons and the *Handbook*.

(a) Judges;

- A point.

Keptth, see [the page](https://example.org/a).

[^1]: *Treaty Series*, vol. 2237.`,
    );
  });

  it('gives footnotes numbers behind those of the draft', () => {
    const pasted = richTextToMarkdown(WORD, { notesFrom: 4 });
    assert.match(pasted!.markdown, /75\/158\.\[\^5\]/);
    assert.match(pasted!.markdown, /\n\[\^5\]: \*Treaty Series\*/);
  });

  const CASES: readonly (readonly [what: string, html: string, text: string | null])[] = [
    [
      'numbers typed by hand',
      '<p>12.<span style="mso-tab-count:1">&nbsp;&nbsp; </span>The report.</p>',
      '12. The report.',
    ],
    [
      'brackets are the author’s',
      '<p>[The Office] (A/75/292) * note</p>',
      '[The Office] (A/75/292) \\* note',
    ],
    [
      'ordinals',
      '<p>The 12<sup>th</sup> session, 5 km<sup>2</sup></p>',
      'The 12th session, 5 km<sup>2</sup>',
    ],
    [
      'lists of HTML',
      '<ol start="3"><li>One<ol type="a"><li>Two</li></ol></li><li>Three</li></ol>',
      '3. One\n\n(a) Two\n\n4. Three',
    ],
    ['bullets', '<ul><li>One</li><li><p>Two</p></li></ul>', '- One\n\n- Two'],
    [
      'a heading’s level goes by its number',
      '<h1>A. Training</h1><h2>Other</h2>',
      '### A. Training\n\n### Other',
    ],
    ['a title', '<p class=MsoTitle>Report</p>', '# Report'],
    [
      'a table',
      '<table><tr><td><p><b>Year</b></p></td><td>Cases</td></tr><tr><td>2023</td><td><p>12</p><p>new</p></td></tr></table>',
      '| Year | Cases |\n| - | - |\n| 2023 | 12 new |',
    ],
    [
      'a table that arranges a page',
      '<table><tr><td><p>United Nations</p></td><td><p>A/79/1</p></td></tr></table>',
      'United Nations\n\nA/79/1',
    ],
    [
      'a masthead in a table of two rows',
      '<table><tr><td><p>United Nations</p></td><td><p>A/79/1</p></td></tr><tr><td><p><b>General Assembly</b></p></td><td><p>Distr.: General</p><p>22 July 2024</p></td></tr></table>',
      'United Nations\n\nA/79/1\n\n**General Assembly**\n\nDistr.: General\n\n22 July 2024',
    ],
    [
      'headings whose number stands behind a tab',
      '<h2><span>\n</span>I.<span>&#9;</span>Introduction</h2><h3>A.&#9;Training</h3>',
      '## I. Introduction\n\n### A. Training',
    ],
    [
      'Google Docs',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-style:italic">Recalling</span> its <span style="font-weight:700">work</span></p></b>',
      '*Recalling* its **work**',
    ],
    [
      'notes of LibreOffice',
      '<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a> Note.</p></div>',
      'Text[^1]\n\n[^1]: Note.',
    ],
    ['no address that runs', '<p><a href="javascript:alert(1)">Text</a> <script>x()</script></p>', 'Text'],
    [
      'comments and hidden text go',
      '<p>One<span style="mso-hide:all">x</span><span class=MsoCommentReference>[a1]</span></p>',
      'One',
    ],
    ['nothing', '<p>&nbsp;</p><img src="x.png">', null],
    ['bare words', 'One <i>two</i> ', 'One *two*'],
    ['a line break', '<p>United Nations<br>Vienna</p>', 'United Nations\\\nVienna'],
  ];
  for (const [what, html, text] of CASES) it(what, () => assert.equal(markdown(html), text));

  it('knows a word processor’s from a web page’s', () => {
    assert.equal(isFromWordProcessor(WORD), true);
    assert.equal(isFromWordProcessor('<meta charset="utf-8"><p>One</p>'), false);
  });

  it('loses no word, whatever the marks', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const piece = fc.oneof(
      word,
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<i>',
        '</i>',
        '<li>',
        '<ul>',
        '<ol>',
        '</ol>',
        '<td>',
        '<tr>',
        '<table>',
      ),
      fc.constantFrom(
        '<h2>',
        '</h2>',
        '<a href="https://example.org">',
        '</a>',
        '<span>',
        '<o:p>',
        '<br>',
        '</table>',
        '<blockquote>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const words = pieces
          .filter((one) => /^[a-z]+$/.test(one))
          .toSorted()
          .join('');
        const out = (markdown(pieces.join(' ')) ?? '')
          .replaceAll('https://example.org', '')
          .replace(/<sup>|<\/sup>/g, '');
        const kept = [...out.matchAll(/[a-z]+/g)]
          .map(([one]) => one)
          .toSorted()
          .join('');
        assert.equal([...kept].toSorted().join(''), [...words].toSorted().join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('survives what is made to be deep', () => {
    const deep = `${'<div>'.repeat(300)}words${'</div>'.repeat(300)}`;
    assert.equal(markdown(deep), 'words');
    assert.equal(markdown(`<p>${'<span>'.repeat(300)}words`), 'words');
    assert.equal(markdown(`${'<ul><li>'.repeat(200)}words`), '- words');
    for (const tag of ['<div>', '<span>', '<b>', '<ul><li>', '<table><tr><td>', '<blockquote>'])
      assert.doesNotThrow(() => markdown(`${tag.repeat(5_000)}words`));
  });
});
