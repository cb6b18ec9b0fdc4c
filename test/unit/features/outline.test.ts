import assert from 'node:assert/strict';
import type { Position } from '../../../server/src/document/draft.js';
import { movePart, outline, wordsWithin, type OutlinePart } from '../../../server/src/features/outline.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { edited, everywhere } from './kit.js';

const REPORT = `Report of the Secretary-General

## I. Introduction

1. The Office met (see para. 3 below).

2. It was well attended.[^1]

## II. Activities

### A. Training

3. The following were trained:

(a) Judges;

(b) Prosecutors of two States.

### B. Advice

4. Advice was given (see section II.A above).

## III. Conclusions

5. The work goes on.

[^1]: Twelve States took part.
`;

const STATEMENT = `Madam Chair,

I thank you for the report.

It tells of twelve States.

Madam Chair,

My delegation has two questions.
`;

/** An outline as lines: label, first words, words. */
function lines(parts: readonly OutlinePart[], depth = 0): string[] {
  return parts.flatMap(({ kind, label, text, words, children }) => [
    `${'  '.repeat(depth)}${kind} ${label} ${text} · ${words}`.replace(/ {2,}(?=\S)/g, (gap) =>
      gap.length > 1 && depth > 0 ? gap : ' ',
    ),
    ...lines(children, depth + 1),
  ]);
}

/** The place at which the line with these words begins. */
function at(text: string, words: string): Position {
  const line = text.split('\n').findIndex((one) => one.includes(words));
  assert.ok(line >= 0, words);
  return { line, character: 0 };
}

function moved(text: string, from: string, to: string): string {
  const open = new OpenDraft(text);
  const target = to === 'up' || to === 'down' ? to : at(text, to);
  const result = movePart(open, at(text, from), target);
  if (!result) return 'nothing';
  if (result.refused !== null) return `refused: ${result.refused}`;
  return edited(text, result.edits);
}

/** The lines that hold something, joined. */
function short(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(0, 44))
    .join(' | ');
}

describe('The outline of a draft', () => {
  it('has numbers, first words and words of each part', () => {
    const { parts, words, noteWords, limit } = outline(new OpenDraft(REPORT));
    const shown = lines(parts).map((line) => line.trim());
    assert.deepEqual(shown.slice(0, 4), [
      'title Report of the Secretary-General · 4',
      'section I. Introduction · 12',
      'paragraph 1. The Office met (see para. 3 below). · 7',
      'paragraph 2. It was well attended. · 4',
    ]);
    assert.ok(shown.includes('section A. Training · 10'), shown.join('\n'));
    assert.ok(shown.includes('paragraph (b) Prosecutors of two States. · 4'));
    assert.equal(noteWords, 4);
    assert.equal(limit, 8500);
    assert.equal(
      parts.reduce((sum, part) => sum + part.words, 0),
      words,
    );
  });

  it('goes on with the section behind a table', () => {
    const text =
      'Report of the Secretary-General\n\n## I. Lamps\n\n1. One.\n\nTable\n\n**Lamps by year**\n\n| Year | Lamps |\n| --- | --- |\n| 2024 | 3 |\n\n2. Two.\n';
    const { parts } = outline(new OpenDraft(text));
    assert.deepEqual(lines(parts), [
      'title Report of the Secretary-General · 4',
      'section I. Lamps · 11',
      '  paragraph 1. One. · 1',
      '  section  Table · 1',
      '  section  Lamps by year · 7',
      '  paragraph 2. Two. · 1',
    ]);
  });

  it('has the paragraphs of a statement', () => {
    const { parts, kind, limit } = outline(new OpenDraft(STATEMENT));
    assert.equal(kind, 'statement');
    assert.equal(limit, null);
    assert.deepEqual(
      parts.map(({ kind: part, text }) => `${part} ${text}`),
      [
        'salutation Madam Chair,',
        'paragraph I thank you for the report.',
        'paragraph It tells of twelve States.',
        'salutation Madam Chair,',
        'paragraph My delegation has two questions.',
      ],
    );
  });

  it('says what the front matter allows', () => {
    const text = `---\nplenary:\n  statement:\n    minutes: 3\n    wordsPerMinute: 100\n---\n\n${STATEMENT}`;
    const { minutes, wordsPerMinute } = outline(new OpenDraft(text));
    assert.deepEqual([minutes, wordsPerMinute], [3, 100]);
  });

  const MOVES: readonly (readonly [what: string, text: string, from: string, to: string, after: RegExp])[] = [
    [
      'a paragraph on one below takes its place',
      REPORT,
      '1. The Office',
      '2. It was',
      /1\. It was well attended.*2\. The Office met \(see para\. 3 below\)/,
    ],
    [
      'a paragraph goes into another section, its references with it',
      REPORT,
      '1. The Office',
      '4. Advice',
      /1\. It was.*2\. The following.*3\. Advice was given.*4\. The Office met \(see para\. 2 above\)/,
    ],
    [
      'a paragraph on a heading becomes the first there',
      REPORT,
      '5. The work',
      'B. Advice',
      /B\. Advice \| 4\. The work goes on\. \| 5\. Advice was given/,
    ],
    [
      'a section on another of its level takes its place',
      REPORT,
      '## III. Conclusions',
      '## I. Introduction',
      /I\. Conclusions \| 1\. The work.*II\. Introduction.*III\. Activities.*see section III\.A above/,
    ],
    [
      'a section on a paragraph of another goes there',
      REPORT,
      '## III. Conclusions',
      '1. The Office',
      /I\. Conclusions.*II\. Introduction/,
    ],
    [
      'a section on the one it lies in becomes the last',
      REPORT,
      '### A. Training',
      '## II. Activities',
      /## II\. Activities \| ### A\. Advice.*section II\.B below.*### B\. Training.*## III\. Conclusions/,
    ],
    [
      'subparagraphs change places',
      REPORT,
      '(b) Prosecutors',
      '(a) Judges',
      /\(a\) Prosecutors of two States.* \| \(b\) Judges/,
    ],
    ['up, over a heading', REPORT, '5. The work', 'up', /III\. Conclusions/],
    ['a section up', REPORT, '### B. Advice', 'up', /A\. Advice.*B\. Training/],
    [
      'a paragraph of a statement down',
      STATEMENT,
      'I thank you',
      'down',
      /Chair, \| It tells of twelve States\. \| I thank you for the report\. \| Madam Chair/,
    ],
    [
      'a paragraph of a statement on another',
      STATEMENT,
      'My delegation',
      'I thank you',
      /^Madam Chair, \| My delegation has two questions\. \| I thank you/,
    ],
    ['on itself', REPORT, '1. The Office', '1. The Office', /^nothing$/],
    ['a section into itself', REPORT, '## II. Activities', '4. Advice', /^nothing$/],
    ['a section into another', REPORT, '### A. Training', '## III. Conclusions', /^refused: A section/],
    ['a subparagraph on a heading', REPORT, '(a) Judges', '## I. Introduction', /^refused: A subparagraph/],
    ['the title', REPORT, 'Report of the', '1. The Office', /^refused: The title/],
  ];
  for (const [what, text, from, to, after] of MOVES) {
    it(`moves ${what}`, () => {
      const result = moved(text, from, to);
      assert.match(short(result), after);
      if (!/^(?:refused|nothing)/.test(result))
        // Nothing is lost, and the notes stay at the foot.
        assert.equal(result.split(/\s+/).length, text.split(/\s+/).length);
    });
  }

  it('counts the words of a selection as those of the draft', () => {
    const open = new OpenDraft(REPORT);
    const { lineCount } = open.draft;
    const whole = { start: { line: 0, character: 0 }, end: { line: lineCount, character: 0 } };
    assert.equal(wordsWithin(open.draft, [whole]), outline(open).words);
    const line = at(REPORT, '2. It was').line;
    const within = (from: number, to: number): number =>
      wordsWithin(open.draft, [{ start: { line, character: from }, end: { line, character: to } }]);
    assert.equal(within(0, 100), 4, 'number and mark of the note are no words');
    assert.equal(within(3, 9), 2);
    assert.equal(within(5, 5), 0);
  });

  it('survives every text and place', () => {
    everywhere((open, position) => {
      outline(open);
      movePart(open, position, 'up');
      movePart(open, position, 'down');
      movePart(open, position, { line: 3, character: 0 });
      wordsWithin(open.draft, [{ start: position, end: { line: 2, character: 1 } }]);
    });
  });
});
