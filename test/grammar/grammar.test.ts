import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, render } from './kit.js';

/** Each case is a text, and the same text with its colours written out. */
const CASES: Record<string, readonly (readonly [text: string, rendered: string])[]> = {
  'numbers of paragraphs and subparagraphs': [
    ['3. The Committee met.', '⟦paragraph 3.⟧ The Committee met.'],
    ['3\\. The Committee met.', '⟦paragraph 3\\.⟧ The Committee met.'],
    ['**12.** The Committee met.', '**⟦paragraph 12.⟧** The Committee met.'],
    ['(a) Bridges;', '⟦subparagraph (a)⟧ Bridges;'],
    ['    (iv) Tunnels.', '    ⟦subparagraph (iv)⟧ Tunnels.'],
    ['2019 was a year.', '2019 was a year.'],
    ['1.5 million bridges', '1.5 million bridges'],
  ],
  headings: [
    ['I. Introduction', '⟦heading I. ⟧⟦section Introduction⟧'],
    ['## Background', '⟦heading ## ⟧⟦section Background⟧'],
    ['**Article 7**', '⟦heading **⟧⟦section Article 7⟧⟦heading **⟧'],
    ['Annex II', '⟦section Annex II⟧'],
    ['Chapter II – Tunnels', '⟦section Chapter II – Tunnels⟧'],
    ['Article 7 of the Treaty is clear.', 'Article 7 of the Treaty is clear.'],
    ['Part of the work is done by others.', 'Part of the work is done by others.'],
  ],
  masthead: [
    ['Distr.: General', '⟦masthead Distr.⟧: ⟦masthead General⟧'],
    ['Original: English', '⟦masthead Original⟧: ⟦masthead English⟧'],
    ['A/AC.999/2031/4', '⟦symbol A/AC.999/2031/4⟧'],
    ['Agenda item 2 (b): Bridges', '⟦masthead Agenda item⟧ ⟦agenda-item 2⟧ ⟦agenda-item (b)⟧: Bridges'],
    ['Madam Chair,', '⟦salutation Madam Chair⟧,'],
    ['Excellencies, ladies and gentlemen,', '⟦salutation Excellencies⟧, ladies and gentlemen,'],
  ],
  'resolutions and decisions': [
    ['as in resolution 75/158 of 16 December', 'as in resolution ⟦resolution 75/158⟧ of 16 December'],
    [
      'resolutions 61/3, 62/14 and 63/5 B were',
      'resolutions ⟦resolution 61/3⟧, ⟦resolution 62/14⟧ and ⟦resolution 63/5 B⟧ were',
    ],
    ['by its resolution 2546 (2020), the', 'by its resolution ⟦resolution 2546 (2020)⟧, the'],
    ['and 2292 (2016) as well', 'and ⟦resolution 2292 (2016)⟧ as well'],
    ['resolution 217 A (III)', 'resolution ⟦resolution 217 A (III)⟧'],
    ['Decision 10/3', 'Decision ⟦resolution 10/3⟧'],
    ['On 11/12 the meeting', 'On 11/12 the meeting'],
    ['In 2019 and/or 2020', 'In 2019 and/or 2020'],
    ['and 2019/2020', 'and 2019/2020'],
  ],
  symbols: [
    ['see A/75/292, paragraph 3', 'see ⟦symbol A/75/292⟧, paragraph 3'],
    ['see CTOC/COP/WG.4/2021/2.', 'see ⟦symbol CTOC/COP/WG.4/2021/2⟧.'],
    ['(E/CN.7/2031/L.4/Rev.1)', '(⟦symbol E/CN.7/2031/L.4/Rev.1⟧)'],
    ['S/RES/2546(2020)', '⟦symbol S/RES/2546(2020)⟧'],
    ['an N/A entry', 'an N/A entry'],
    ['TCP/IP and I/O', 'TCP/IP and I/O'],
  ],
  notes: [
    ['as reported.[^3]', 'as reported.⟦note [^3]⟧'],
    ['as reported.¹²', 'as reported.⟦note ¹²⟧'],
    ['the 12<sup>th</sup> session', 'the 12<sup>⟦note th⟧</sup> session'],
    ['[^3]: A note.', '⟦note [^3]⟧: A note.'],
  ],
  'Markdown and its remnants': [
    ['**bold** and *Recalling*', '⟦bold **bold**⟧ and ⟦italic *Recalling*⟧'],
    ['*Recalling* its resolution 75/158,', '⟦italic *Recalling*⟧ its resolution ⟦resolution 75/158⟧,'],
    ['[75/158](#)', '[⟦resolution 75/158⟧](⟦link #⟧)'],
    ['> 1. A quotation', '>⟦quote  1. A quotation⟧'],
    ['text <!-- a remark --> text', 'text ⟦block <!-- a remark -->⟧ text'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a footnote* mark and another*', 'a footnote* mark and another*'],
  ],
};

/** Constructs that reach over lines, and end. */
const LONG: readonly (readonly [text: string, rendered: string])[] = [
  ['**two\nlines**\n3. text', '⟦bold **two⟧\n⟦bold lines**⟧\n⟦paragraph 3.⟧ text'],
  ['**never closed\n\n3. text', '⟦bold **never closed⟧\n\n⟦paragraph 3.⟧ text'],
  ['```\n3. code\n```\n3. text', '⟦block ```⟧\n⟦block 3. code⟧\n⟦block ```⟧\n⟦paragraph 3.⟧ text'],
  ['---\nkind: note\n---\n3. text', '---\nkind: note\n---\n⟦paragraph 3.⟧ text'],
  ['3. text\n---\n4. text', '⟦paragraph 3.⟧ text\n---\n⟦paragraph 4.⟧ text'],
];

describe('The grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const [title, cases] of Object.entries({ ...CASES, 'constructs over several lines': LONG })) {
    it(`colours ${title}`, () => {
      assert.equal(
        cases.map(([text]) => render(grammar, text)).join('\n~~\n'),
        cases.map(([, rendered]) => rendered).join('\n~~\n'),
      );
    });
  }

  it('takes no longer for a text that is made to be slow', () => {
    const slow = [
      '*'.repeat(5000),
      '_a'.repeat(5000),
      'A/'.repeat(5000),
      '1, '.repeat(5000),
      '[('.repeat(5000),
    ];
    const started = performance.now();
    for (const text of slow) render(grammar, text);
    assert.ok(performance.now() - started < 3000, `${Math.round(performance.now() - started)} ms`);
  });
});
