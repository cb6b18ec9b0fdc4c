import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';
import { renderHtml } from '../../../server/src/render/html.js';

const html = (text: string, mode: 'page' | 'reading' = 'page', wordsPerMinute = 110): string =>
  renderHtml(new Draft(text), { mode, wordsPerMinute }).html;

const REPORT = `---
kind: report
---

# Report of the Secretariat

## I. Introduction

1. The Office *met* in **Vienna**.[^1]

<!-- plenary-ignore -->

[^1]: See the plan.
`;

describe('A draft as markup', () => {
  for (const [what, expected] of [
    [
      'numbers, emphasis and lines',
      /data-line="8"><span class="number">1\.<\/span> The Office <em>met<\/em> in <strong>Vienna<\/strong>\.<sup>1<\/sup>/,
    ],
    [
      'notes at the foot',
      /<footer><p class="note" data-line="12"><sup>1<\/sup> See the plan\.<\/p><\/footer>/,
    ],
  ] as const)
    it(`shows ${what}`, () => assert.match(html(REPORT), expected));

  it('hides front matter and comments', () => assert.doesNotMatch(html(REPORT), /kind:|ignore/));

  it('marks minutes in the reading mode only', () => {
    const text = '1. One two three four.\n\n2. Five six seven eight.\n';
    assert.match(html(text, 'reading', 4), /four\.<\/p><p class="minute">1 min<\/p>/);
    assert.doesNotMatch(html(text, 'page', 4), /class="minute"/);
  });

  for (const hostile of [
    '1. <script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '1. [here](javascript:alert(1))',
    '1. ![a](https://example.org/a.png)',
    '| <iframe src="x"> | b |\n| --- | --- |\n| <svg onload=x> | d |',
    '[^"><script>]: a note',
  ])
    it(`lets nothing active through: ${hostile.slice(0, 24)}`, () => {
      const out = html(`1. First.\n\n${hostile}\n`);
      assert.doesNotMatch(
        out,
        /<(?:script|img|iframe|svg|object|style)|href="(?!https?:|mailto:)|<[^>]* on\w+=/i,
      );
    });
});
