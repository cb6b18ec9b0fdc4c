import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Citation } from '../../../server/src/citations/citation.js';
import { buildNames } from '../../../server/src/citations/names.js';
import { createRecognizer } from '../../../server/src/citations/recognize.js';
import { resolveAcross } from '../../../server/src/citations/resolve.js';
import { parseSymbol } from '../../../server/src/citations/symbols.js';
import { recognize } from './kit.js';

/** Pieces of which citations are made, and pieces that break them. */
const PIECES = [
  'resolution',
  'resolutions',
  'decision',
  'its',
  'the',
  'General Assembly',
  'Security Council',
  'Council',
  'Conference',
  'and',
  'to',
  'of',
  ',',
  ';',
  '.',
  '(',
  ')',
  '/',
  '–',
  '-',
  '75/158',
  '2546 (2020)',
  '217 A (III)',
  'ES-11/5',
  'S-21/2',
  '1/CP.17',
  'VII/28',
  'C (71)',
  '2360',
  'A/75/292',
  'S/2021/827',
  'A/C.3/75/L. 10',
  'SR.3–6',
  'and Add.1-6',
  'paragraph',
  'paras.',
  '5 (a)',
  '12–15',
  'above',
  'article',
  '32, para. 3',
  'of the Charter',
  'annex II',
  'sect. XV',
  'item 2 (b)',
  'agenda',
  'seventy-fifth',
  'session',
  '12th',
  'meeting',
  'one hundred and twelfth',
  '13',
  'October',
  '2020',
  '2019/20',
  '12/10/2020',
  '3.30 p.m.',
  '14:00',
  'noon',
  '“',
  '”',
  'shall mean',
  'hereinafter',
  'ibid.',
  'UNODC',
  'Ghana',
  'Republic of',
  '[^3]',
  '³',
  '\n',
  '  ',
  '\u00a0',
  '\u2011',
  'https://',
  'www.',
  '@',
  '😀',
  '\ud800',
  'é',
];

const text = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

const context = fc.record({
  body: fc.constantFrom(
    null,
    'General Assembly',
    'Security Council',
    'Human Rights Council',
    'the Committee on Odd Matters',
  ),
  kind: fc.constantFrom(undefined, 'resolution', 'decision', 'treaty', 'report'),
});

/** All spans that a citation holds. */
function spans(
  value: unknown,
  found: { start: number; end: number }[] = [],
): { start: number; end: number }[] {
  if (Array.isArray(value)) {
    for (const one of value) spans(one, found);
  } else if (typeof value === 'object' && value !== null) {
    const { start, end } = value as { start?: unknown; end?: unknown };
    if (typeof start === 'number' && typeof end === 'number') found.push({ start, end });
    for (const one of Object.values(value)) spans(one, found);
  }
  return found;
}

describe('the grammar on any text', () => {
  it('never throws; spans lie inside the text and are not empty; citations are sorted', () => {
    fc.assert(
      fc.property(text, context, (t, c) => {
        const found = recognize(t, c);
        let last = 0;
        for (const one of found) {
          assert.ok(one.start >= last);
          last = one.start;
          assert.ok(one.end > one.start);
          for (const span of spans(one)) {
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= t.length, JSON.stringify(one));
          }
          if (one.type !== 'resolution' && 'text' in one && one.type !== 'symbol') {
            assert.equal(one.text, t.slice(one.start, one.end));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same for the same text, whatever was read before', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const first = recognize(a);
        recognize(b);
        assert.deepEqual(recognize(a), first);
      }),
      { numRuns: 300 },
    );
  });

  it('reads a block by itself: a finished sentence before it changes nothing but the place', () => {
    const tail = 'See A/75/292, para. 6, on 13 October 2020.';
    const shift = (citations: readonly Citation[], by: number) =>
      citations.map((c) => [c.type, c.start - by, c.end - by]);
    const head = 'Nothing is cited here. ';
    assert.deepEqual(shift(recognize(head + tail), head.length), shift(recognize(tail), 0));
  });

  it('resolves any sequence of blocks', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), context, (texts, c) => {
        const read = texts.map((t) => recognize(t, c));
        const resolved = resolveAcross(read, c);
        assert.equal(resolved.length, read.length);
        // What a text's own words do away with: names by custom, and words in capitals.
        const sure = (list: readonly Citation[]): number =>
          list.filter((one) => one.type !== 'treaty' && !(one.type === 'acronym' && one.doubtful)).length;
        resolved.forEach((citations, i) => {
          assert.ok(citations.length <= read[i]!.length);
          assert.equal(sure(citations), sure(read[i]!));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('takes any symbol apart', () => {
    fc.assert(
      fc.property(text, (t) => {
        const parsed = parseSymbol(t);
        if (!parsed) return;
        for (const { start, end } of parsed.problems)
          assert.ok(start >= 0 && start <= end && end <= t.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back what it found: a symbol alone is the same symbol', () => {
    fc.assert(
      fc.property(text, (t) => {
        for (const one of recognize(t)) {
          if (
            one.type !== 'symbol' ||
            one.anaphoric ||
            !one.text.includes('/') ||
            !one.text.startsWith(one.components[0]!)
          )
            continue;
          assert.equal(parseSymbol(one.text)?.normalized, one.normalized, one.text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('names from any rows', () => {
  it('are built and matched without throwing', () => {
    const name = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('the', '', 'Ghana', 'the Republic of Ghana', '1988 Convention', 'A (B)'),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), text, (names, t) => {
        const rows = buildNames({
          treaties: names.map((n) => ({ shortTitle: n, fullTitle: n, aliases: names })),
          bodies: names.map((n) => ({ name: n, aliases: names })),
          states: names.map((n) => ({
            iso3: 'XXX',
            shortName: n,
            formalName: n,
            formerNames: names,
            voteListNames: [],
            informalNames: [],
          })),
          councilYears: [],
        });
        createRecognizer(rows)(t);
      }),
      { numRuns: 200 },
    );
  });
});
