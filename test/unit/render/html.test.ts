import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';
import { countWords } from '../../../server/src/document/words.js';
import { renderHtml, type Rendered } from '../../../server/src/render/html.js';

const render = (text: string, view: 'page' | 'reading' = 'page', wordsPerMinute = 110): Rendered =>
  renderHtml(new Draft(text), { view, wordsPerMinute });

/** Each piece as `line: markup`, then the notes behind a line. */
const show = (text: string, view?: 'page' | 'reading', wordsPerMinute?: number): string[] => {
  const { pieces, notes } = render(text, view, wordsPerMinute);
  const lines = (list: Rendered['pieces']): string[] =>
    list.map(({ line, html }) => `${line}: ${html.replaceAll(' dir="auto"', '')}`);
  return [...lines(pieces), ...(notes.length > 0 ? ['--', ...lines(notes)] : [])];
};

const words = (rendered: Rendered): string =>
  [...rendered.pieces, ...rendered.notes]
    .map(({ html }) =>
      html
        .replaceAll(/<(?:p|li|h\d|div|br|td|th|blockquote|hr)\b[^>]*>/g, ' ')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const REPORT = `---
kind: report
---

# Report of the Secretariat

## I. Introduction

1. The Office *met* in **Vienna**.[^1]

<!-- plenary-ignore -->

[^1]: See the plan.
`;

/** What stands in a draft, and what is printed of it. `[]` for what is not printed. */
const PRINTED: readonly (readonly [what: string, text: string, pieces: readonly string[]])[] = [
  [
    'a report without front matter and comments, its notes behind it',
    REPORT,
    [
      '4: <h1>Report of the Secretariat</h1>',
      '6: <h2 class="heading level-1"><bdi class="number">I. </bdi><span class="words">Introduction</span></h2>',
      '8: <p class="paragraph level-1"><bdi class="number">1. </bdi>The Office <em>met</em> in <strong>Vienna</strong>.<sup class="mark"><a href="#note-1" data-note="1">1</a></sup></p>',
      '--',
      '12: <p class="note" id="note-1" data-note="1"><sup class="mark">1</sup> See the plan.</p>',
    ],
  ],
  [
    'subparagraphs by their level, and an emphasis that begins before the number',
    '**1. Member States** shall:\n\n(a) Act;\n\n(i) At once;\n',
    [
      '0: <p class="paragraph level-1"><bdi class="number">1. </bdi><strong>Member States</strong> shall:</p>',
      '2: <p class="paragraph level-2"><bdi class="number">(a) </bdi>Act;</p>',
      '4: <p class="paragraph level-3"><bdi class="number">(i) </bdi>At once;</p>',
    ],
  ],
  [
    'a resolution',
    '# Draft resolution\n\n*The General Assembly*,\n\n*Recalling* its resolution,\n\n1. *Decides* to act;\n',
    [
      '0: <p class="sponsors level-0">Draft resolution</p>',
      '2: <p class="organ level-0"><em>The General Assembly</em>,</p>',
      '4: <p class="preambular level-0"><em>Recalling</em> its resolution,</p>',
      '6: <p class="operative level-1"><bdi class="number">1. </bdi><em>Decides</em> to act;</p>',
    ],
  ],
  [
    'a table, aligned by classes, with a note and an escaped bar',
    '1. See below.\n\n| State | Cases |\n| :-- | --: |\n| Val\\|mora[^1] | 1,240 |\n',
    [
      '0: <p class="paragraph level-1"><bdi class="number">1. </bdi>See below.</p>',
      '2: <div class="table"><table>\n<thead>\n<tr>\n<th scope="col" class="left">State</th>\n<th scope="col" class="right">Cases</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="left">Val|mora<sup class="mark"><a href="#note-1" data-note="1">1</a></sup></td>\n<td class="right">1,240</td>\n</tr>\n</tbody>\n</table>\n</div>',
    ],
  ],
  [
    'a table without a head',
    '1. See below.\n\n| a | b |\n| c | d |\n',
    [
      '0: <p class="paragraph level-1"><bdi class="number">1. </bdi>See below.</p>',
      '2: <div class="table"><table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n</div>',
    ],
  ],
  [
    'items that follow one another as one list, their lines counted from its first',
    '1. Namely:\n\n- one\n- two\n',
    [
      '0: <p class="paragraph level-1"><bdi class="number">1. </bdi>Namely:</p>',
      '2: <ul><li class="level-1" data-at="0">one</li><li class="level-1" data-at="1">two</li></ul>',
    ],
  ],
  [
    'a quotation of two paragraphs',
    '1. He said:\n\n> Go *on*.\n>\n> And stop.\n',
    [
      '0: <p class="paragraph level-1"><bdi class="number">1. </bdi>He said:</p>',
      '2: <blockquote><p>Go <em>on</em>.</p></blockquote>',
      '4: <blockquote><p>And stop.</p></blockquote>',
    ],
  ],
  [
    'words of a converter: ordinals, empty links, cut words, tags without a partner',
    '1. The 12<sup>th</sup> session, see [75/158](#), on traf-\nficking</b> in <i>persons</i>.\n',
    [
      '0: <p class="paragraph level-1"><bdi class="number">1. </bdi>The 12<sup>th</sup> session, see 75/158, on traf-ficking in <em>persons</em>.</p>',
    ],
  ],
];

describe('A draft in print', () => {
  for (const [what, text, pieces] of PRINTED) {
    it(`shows ${what}`, () => assert.deepEqual(show(text), pieces));
  }

  it('shows a line of a table of contents with a row of dots', () => {
    const all = show('# Report\n\n## I. Introduction\n\nI. Introduction .......... 3\n\n1. Words.\n').join(
      '\n',
    );
    assert.match(
      all,
      /<p class="contents"><span class="words">I\. Introduction<\/span><span class="dots"><\/span><span class="page">3<\/span><\/p>/,
    );
  });

  it('shows the table of contents that is kept up to date with dots, levels and paragraphs', () => {
    const all = show(
      '# Report\n\n<!-- plenary-contents -->\n\n**Contents**\n\n- I. Introduction …… 1–2\n  - A. Harbours …… 3\n\n<!-- /plenary-contents -->\n\n## I. Introduction\n\n1. Words.\n',
    ).join('\n');
    const line = (level: string, words: string, numbers: string): string =>
      `<p class="contents${level}"><span class="words">${words}</span><span class="dots"></span><span class="page">${numbers}</span></p>`;
    assert.ok(all.includes(line('', 'I. Introduction', '1–2')), all);
    assert.ok(all.includes(line(' deep-1', 'A. Harbours', '3')), all);
  });

  it('shows a signature in its column', () => {
    const all = show('# Report\n\n1. I write.\n\n(*Signed*) Ada **Example**\n\nAmbassador\n').join('\n');
    assert.match(all, /<p class="signature level-0">\(<em>Signed<\/em>\) Ada <strong>Example<\/strong><\/p>/);
    assert.match(all, /<p class="signature level-0">Ambassador<\/p>/);
  });

  it('puts an annex, numbered anew, behind its mark', () => {
    const all = show('# Report\n\n1. One.\n\n## Annex I\n\n### Terms of reference\n\n1. One again.\n');
    assert.ok(
      all.some((piece) => /class="heading(?:-label)? level-1 annex"/.test(piece)),
      all.join('\n'),
    );
  });

  it('joins a sentence that a page has cut', () => {
    const all = show('# Report\n\n1. The Office met in the city of\n\n12/34\n\nvienna and went on.\n');
    assert.ok(
      all.some((piece) => piece.includes('in the city of vienna and went on.')),
      all.join('\n'),
    );
  });

  it('gives headings the level of their place, leaving none out', () => {
    const all = show('# Report\n\n## I. One\n\n##### Deep\n\n1. Words.\n').join('\n');
    assert.match(all, /<h2 class="heading level-1">/);
    assert.match(all, /<h3 class="heading level-\d">.*Deep/);
  });
});

describe('A masthead in print', () => {
  const MASTHEAD = `United Nations

A/79/512–S/2024/730

**General Assembly**

**Security Council**

Distr.: General

4 October 2024

Original: English

**General Assembly**

**Seventy-ninth session**

Agenda items 32 and 71

**Security Council**

**Seventy-ninth year**

# Letter dated 1 October 2024 from the Permanent Representative of Valmora

1. Words.
`;
  const head = render(MASTHEAD).pieces[0]!.html.replaceAll(/ (?:dir="auto"|data-at="\d+")/g, '');

  it('has the symbol at the other end of the first line, the letters of the organ larger', () => {
    assert.match(
      head,
      /^<div class="masthead"><div class="top"><p class="organization">United Nations<\/p><p class="symbol"><span class="series">A<\/span>\/79\/512–S\/2024\/730<\/p><\/div>/,
    );
  });

  it('has the organs beside distribution, date and language', () => {
    assert.match(
      head,
      /<div class="organs"><p><strong>General Assembly<\/strong><\/p><p><strong>Security Council<\/strong><\/p><\/div><div class="distribution"><p>Distr\.: General<\/p><p>4 October 2024<\/p><p>Original: English<\/p><\/div>/,
    );
  });

  it('has a column for the agenda of each of two organs', () => {
    assert.match(
      head,
      /<div class="agenda columns-2"><div class="column"><p class="organ">.*Agenda items 32 and 71<\/p><\/div><div class="column"><p class="organ"><strong>Security Council<\/strong><\/p><p><strong>Seventy-ninth year<\/strong><\/p><\/div><\/div>/,
    );
  });

  it('says nothing twice, and leaves nothing out', () => {
    const before = MASTHEAD.replaceAll(/[*#]/g, '').trim().split(/\s+/).sort();
    assert.deepEqual(words(render(MASTHEAD)).split(' ').sort(), before);
  });

  it('raises the asterisk of the agenda item, which leads to its note', () => {
    const text = MASTHEAD.replace('and 71', 'and 71*').replace(
      '1. Words.',
      '1. Words.\n\n\\* Reissued for technical reasons.',
    );
    const { pieces, notes } = render(text);
    assert.match(pieces[0]!.html, /71<span class="mark"><a href="#note-_2a" data-note="\*">\*<\/a><\/span>/);
    assert.match(notes[0]!.html, /id="note-_2a"/);
  });

  it('has sponsors and the title of a draft resolution below it', () => {
    const { pieces, title } = render(
      'United Nations\n\nA/C.3/79/L.1\n\n**General Assembly**\n\nDistr.: Limited\n\n**Third Committee**\n\n**Austria and Nepal: draft resolution**\n\n# Cooperation of inspectors\n\n*The General Assembly*,\n\n1. *Decides* to act.\n',
    );
    assert.equal(title, 'Cooperation of inspectors');
    assert.match(pieces[0]!.html, /<div class="column">.*Third Committee/);
    assert.match(pieces[1]!.html, /^<p class="sponsors/);
    assert.match(pieces[2]!.html, /^<h1/);
  });
});

describe('A statement in print', () => {
  const STATEMENT = `General Assembly

# Statement by the representative of Valmora

Mr. President,

One two three four five six *seven* eight nine ten.

Thank you.
`;

  it('is to be checked against delivery', () => {
    assert.match(show(STATEMENT)[0]!, /^0: <p class="delivery"><em>Check against delivery<\/em><\/p>$/);
  });

  it('says so once', () => {
    const all = show(`Check against delivery\n\n${STATEMENT}`).join('\n');
    assert.equal(all.match(/delivery<\/em>/g)?.length, 1, all);
  });

  it('does not say so of notes that only the speaker sees', () => {
    assert.doesNotMatch(
      show(STATEMENT.replace('Statement by', 'Speaking notes for')).join(''),
      /against delivery/,
    );
  });

  it('marks each minute where it begins, for the speaker only', () => {
    // The title and the salutation are eight words, so that the third minute begins with the speech.
    const all = show(STATEMENT, 'reading', 4).join('\n');
    const marks = [...all.matchAll(/<span class="minute">(\d+) min<\/span>(\w+)/g)].map(([, n, word]) => [
      n,
      word,
    ]);
    assert.deepEqual(marks, [
      ['1', 'of'],
      ['2', 'One'],
      ['3', 'five'],
      ['4', 'nine'],
    ]);
    assert.doesNotMatch(show(STATEMENT, 'page', 4).join(''), /minute/);
  });

  for (const speed of [0, -1, Number.NaN])
    it(`marks no minutes at a speed of ${speed}`, () =>
      assert.doesNotMatch(show(STATEMENT, 'reading', speed).join(''), /minute/));
});

describe('Markup of a draft', () => {
  // What a text may hold, and what must stand there as words, or not at all.
  const HOSTILE: readonly (readonly [text: string, shown: RegExp])[] = [
    ['1. <script>alert(1)</script>', /alert\(1\)/],
    ['1. <img src=x onerror=alert(1)>', /<\/bdi><\/p>/],
    ['1. a < b & c > d "e" \'f\'', /a &lt; b &amp; c &gt; d &quot;e&quot; /],
    ['1. [here](javascript:alert(1))', /here<\/p>/],
    [
      '1. [here](JaVaScRiPt:alert(1)) [there](data:text/html,x) [file](file:///etc/passwd)',
      /here there file/,
    ],
    ['1. [here](https://example.org/"onmouseover="alert(1))', /here/],
    [
      '1. ![a picture](https://example.org/a.png)',
      /<\/bdi><a href="https:\/\/example\.org\/a\.png">a picture<\/a><\/p>/,
    ],
    ['1. <svg/onload=alert(1)>', /<\/bdi>/],
    ['1. `<b onclick=x>`', /<code>&lt;b onclick=x&gt;<\/code>/],
    ['1. &lt;script&gt;', /&lt;script&gt;/],
    ['1. <sup onclick="x">th</sup>', /<sup>th<\/sup>/],
    ['| <iframe src="x"> | b |\n| --- | --- |\n| <svg onload=x> | d |', /<table>/],
    ['```\n<script>alert(1)</script>\n```', /&lt;script&gt;/],
    ['[^"><script>]: a note', /a note/],
    ['1. See.[^"><script>]', /See/],
    ['> <style>*{display:none}</style>', /blockquote/],
    ['United Nations\n\nA/<script>/1\n\nDistr.: <b>General', /United Nations/],
    ['<script>alert(1)</script>. Title', /alert/],
  ];
  for (const [text, shown] of HOSTILE)
    it(`lets nothing active through: ${text.slice(0, 34).replaceAll('\n', ' ')}`, () => {
      for (const draft of [`# Report\n\n1. First.\n\n${text}\n`, `${text}\n`]) {
        const { pieces, notes } = render(draft);
        const out = [...pieces, ...notes].map(({ html }) => html).join('\n');
        assert.doesNotMatch(out, /<(?:script|img|iframe|svg|object|style|base|link|meta|form)\b/i);
        assert.doesNotMatch(out, /<[^>]*\son\w+\s*=/i);
        assert.doesNotMatch(out, /(?:href|src)="(?!#note-|https?:|mailto:)/i);
        assert.doesNotMatch(out, / style=/i);
        if (draft.startsWith('# Report')) assert.match(out, shown);
      }
    });

  it('is balanced whatever the text is', () => {
    for (const text of [
      '1. <b>a *b</b> c* <sup>d **e</sup> f** </i></b> <u>',
      '1. [a **b](https://example.org) c** <b>',
      '1. *a **b *c [d <i>e](https://x.org)',
    ]) {
      const { html } = render(`# R\n\n${text}\n`).pieces.at(-1)!;
      const open: string[] = [];
      for (const [, close, tag] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
        if (!close) open.push(tag!);
        else assert.equal(open.pop(), tag, html);
      }
      assert.deepEqual(open, [], html);
    }
  });

  it('is one element for each piece', () => {
    for (const { html } of render(`${REPORT}\n- a\n- b\n\n> q\n\n---\n\ntext\n`).pieces)
      assert.match(html, /^<(\w+)[ >][^]*<\/\1>$|^<hr>$/);
  });

  it('leaves no words out and adds none', () => {
    const text =
      '# Report\n\nProse with `code`.\n\n1. One (a) two;\n\n> quoted\n\n* item\n\n---\n\nLast words\n';
    assert.equal(words(render(text)), 'Report Prose with code. 1. One (a) two; quoted item Last words');
  });

  it('takes the direction of a paragraph from its words, not from its number', () => {
    assert.match(show('# R\n\n1. الفقرة الأولى.\n').at(-1)!, /<bdi class="number">1\. <\/bdi>الفقرة/);
    assert.match(render('# R\n\n1. الفقرة الأولى.\n').pieces.at(-1)!.html, /^<p [^>]*dir="auto"/);
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['white space', ' \n\t\r\n\r\u2028'],
    ['a byte order mark', '\uFEFF'],
    ['half a character', '1. \uD83D and \uDE00'],
    ['control characters', '\0\u0001\u0007# \0\n\n1. \0'],
    ['marks alone', '#\n**\n__\n> \n- \n|\n| |\n|-|\n[^]:\n```'],
  ] as const)
    it(`is made of ${what}`, () => assert.doesNotThrow(() => render(text, 'reading')));

  it('of lines that end otherwise is the same', () => {
    const html = (text: string): string[] =>
      render(text, 'reading', 2).pieces.map((piece) => piece.html.replaceAll(/\s+/g, ' '));
    const text = '# Report\n\n1. One *two\nthree* four\nfive.\n\n(a) Six seven.\n';
    assert.deepEqual(html(text.replaceAll('\n', '\r\n')), html(text));
  });

  it('is the same after an edit as from a new start', () => {
    const draft = new Draft(REPORT);
    const options = { view: 'page', wordsPerMinute: 110 } as const;
    renderHtml(draft, options);
    const line = REPORT.split('\n').indexOf('1. The Office *met* in **Vienna**.[^1]');
    draft.edit({ start: { line, character: 3 }, end: { line, character: 6 } }, 'An');
    assert.match(renderHtml(draft, options).pieces[2]!.html, /An Office/);
    assert.deepEqual(renderHtml(draft, options), renderHtml(new Draft(draft.text), options));
  });

  it('of a long document has all its parts', () => {
    const paragraph = (n: number): string =>
      `${n}. The *Office* met representatives of **Member States** and recalled resolution 75/158.[^${n}]\n\n[^${n}]: Note ${n}.\n`;
    const text = `# Report\n\n${Array.from({ length: 3_000 }, (_, i) => paragraph(i + 1)).join('\n')}`;
    const draft = new Draft(text);
    const options = { view: 'page', wordsPerMinute: 110 } as const;
    const rendered = renderHtml(draft, options);
    assert.equal(rendered.pieces.length, 3_001);
    assert.equal(rendered.notes.length, 3_000);
    assert.ok(countWords(words(rendered)) > 40_000);
  });
});
