import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { textEdits } from '../../../server/src/features/numbering.js';
import {
  deleteParagraph,
  insertParagraph,
  isRefused,
  moveParagraph,
  moveSection,
  textAfter,
  type Outcome,
} from '../../../server/src/numbering/operations.js';
import { planRenumber, type Numbered } from '../../../server/src/numbering/plan.js';
import { numbersOf } from '../../../server/src/numbering/sequence.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/**
 * A checker that knows nothing of the engine. The texts of these tests give every paragraph a word of its own and every
 * reference a mark, so that what a reference points at is read off with a few plain patterns.
 */
interface Shape {
  readonly paragraphs: readonly {
    readonly subs: number;
    readonly refs: readonly { readonly to: number; readonly sub: number; readonly form: number }[];
    readonly section: boolean;
  }[];
}

const WORDS =
  'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Katsura Larch Maple Nutmeg Oak Pine Quince Rowan Spruce Teak'.split(
    ' ',
  );
const shape: fc.Arbitrary<Shape> = fc.record({
  paragraphs: fc.array(
    fc.record({
      subs: fc.constantFrom(0, 0, 0, 2, 3),
      section: fc.constantFrom(false, false, true),
      refs: fc.array(fc.record({ to: fc.nat(), sub: fc.nat(), form: fc.nat(6) }), { maxLength: 2 }),
    }),
    { minLength: 4, maxLength: 18 },
  ),
});

function textOf({ paragraphs }: Shape): string {
  const letters = 'abc';
  const roman = [
    'I',
    'II',
    'III',
    'IV',
    'V',
    'VI',
    'VII',
    'VIII',
    'IX',
    'X',
    'XI',
    'XII',
    'XIII',
    'XIV',
    'XV',
    'XVI',
    'XVII',
    'XVIII',
    'XIX',
    'XX',
  ];
  let sections = 0;
  let out = 'Report of the Secretary-General\n\n';
  paragraphs.forEach((p, i) => {
    if (p.section || i === 0) out += `${roman[sections]}. Section ${WORDS[sections++]!.toLowerCase()}\n\n`;
    let body = `The ${WORDS[i]} group held its annual meeting in the spring.`;
    p.refs.forEach((r, k) => {
      const to = r.to % paragraphs.length;
      if (to === i) return;
      const target = paragraphs[to]!;
      const side = to < i ? 'above' : 'below';
      const sub = target.subs > 0 ? ` (${letters[r.sub % target.subs]})` : '';
      const last = Math.min(paragraphs.length, to + 3);
      const forms = [
        `see paragraph ${to + 1}${sub} ${side}`,
        `see para. ${to + 1} ${side}`,
        `as noted in paragraph ${to + 1} of the present report`,
        `see paragraphs ${to + 1} and ${to + 1} ${side}`,
        last > to + 1 && (i < to || i >= last)
          ? `see paras. ${to + 1}–${last} ${side}`
          : `see para. ${to + 1} ${side}`,
        `see paragraph ${to + 1}${sub} ${side}`,
        i > 0 && i + 1 < paragraphs.length
          ? `see paragraphs ${1 + (r.to % i)} above and ${i + 2 + (r.to % (paragraphs.length - 1 - i))} below`
          : `see para. ${to + 1} ${side}`,
      ];
      body += ` That was mark${i}x${k} (${forms[r.form]}).`;
    });
    out += `${i + 1}. ${body}${p.subs > 0 ? ' It did this:' : ''}\n\n`;
    for (let s = 0; s < p.subs; s++)
      out += `(${letters[s]}) Leaf ${WORDS[i]}${s} was gathered${s + 1 < p.subs ? ';' : '.'}\n\n`;
  });
  return out;
}

interface Mark {
  readonly words: readonly string[];
  readonly directed: readonly { readonly words: readonly string[]; readonly direction: string }[];
  readonly place: number;
}

interface Reading {
  /** Word by number: "3" → "Cedar", "3a" → "Cedar0". */
  readonly words: Map<string, string>;
  readonly places: Map<string, number>;
  /** Mark → words its numbers point at, and those before each word of direction. */
  readonly marks: Map<string, Mark>;
  readonly numbers: number[];
}

function readOff(text: string): Reading {
  const words = new Map<string, string>();
  const places = new Map<string, number>();
  const numbers: number[] = [];
  const marks = new Map<string, Mark>();
  let number = '';
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    const p = /^(\d+)\. The (\w+) group/.exec(line) ?? /^(\d+)\. (New)/.exec(line);
    if (p) {
      number = p[1]!;
      numbers.push(Number(number));
      words.set(number, p[2]!);
      places.set(p[2]!, at);
    }
    const s = /^\(([a-z])\) Leaf (\w+)/.exec(line);
    if (s) {
      words.set(number + s[1]!, s[2]!);
      places.set(s[2]!, at);
    }
  });
  lines.forEach((line, at) => {
    for (const m of line.matchAll(/mark(\d+x\d+) \(([^()]*(?:\([a-z]\)[^()]*)*)\)/g)) {
      const pointed: string[] = [];
      const directed: { words: string[]; direction: string }[] = [];
      let from = 0;
      for (const n of m[2]!.matchAll(/(\d+)(?: \(([a-z])\))?|above|below/g)) {
        if (n[1]) pointed.push(words.get(n[1] + (n[2] ?? '')) ?? `?${n[0]}`);
        else {
          directed.push({ words: pointed.slice(from), direction: n[0] });
          from = pointed.length;
        }
      }
      marks.set(m[1]!, { words: pointed, directed, place: at });
    }
  });
  return { words, places, marks, numbers };
}

/**
 * How a text may be written: line ends, what stands between a label and its words, marks around labels, and indentation.
 * `dress` writes a plain text so, `undress` takes it back; both know nothing of the engine.
 */
interface Dress {
  readonly eol: string;
  readonly gap: string;
  readonly marks: string;
  readonly indent: string;
  readonly heading: string;
}

const dresses: fc.Arbitrary<Dress> = fc.record({
  eol: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  gap: fc.constantFrom(' ', '\t', '  '),
  marks: fc.constantFrom('', '', '**'),
  indent: fc.constantFrom('', '    ', '\t'),
  heading: fc.constantFrom('', '## '),
});

function dress(text: string, { eol, gap, marks, indent, heading }: Dress): string {
  return text
    .replace(/^(\d+\.) /gm, `${marks}$1${marks}${gap}`)
    .replace(/^(\([a-z]\)) /gm, `${indent}$1${gap}`)
    .replace(/^([IVX]+\. )/gm, `${heading}$1`)
    .replaceAll('\n', eol);
}

function undress(text: string, { eol, gap, marks, indent, heading }: Dress): string {
  const escaped = (part: string): string => part.replaceAll('*', '\\*');
  return text
    .replaceAll(eol, '\n')
    .replace(new RegExp(`^${escaped(marks)}(\\d+\\.)${escaped(marks)}${gap}`, 'gm'), '$1 ')
    .replace(new RegExp(`^${indent}(\\([a-z]\\))${gap}`, 'gm'), '$1 ')
    .replace(new RegExp(`^${heading}([IVX]+\\. )`, 'gm'), '$1');
}

/** The text that an editor's undo gives back: each edit taken back at the place where it now stands. */
function undone(before: string, edits: readonly TextEdit[], after: string): string {
  const old = TextDocument.create('untitled:a', 'un-document', 1, before);
  let out = after;
  let shift = 0;
  const back = edits.map(({ range, newText }) => {
    const start = old.offsetAt(range.start);
    const end = old.offsetAt(range.end);
    const one = { at: start + shift, length: newText.length, text: before.slice(start, end) };
    shift += newText.length - (end - start);
    return one;
  });
  for (const { at, length, text } of back.toReversed())
    out = out.slice(0, at) + text + out.slice(at + length);
  return out;
}

function numbered(open: OpenDraft): Numbered {
  return { draft: open.draft, citationsOf: (b) => open.analysis.citationsOf(b) };
}

const operation = fc.record({
  kind: fc.constantFrom('insert', 'up', 'down', 'section-up', 'section-down', 'delete'),
  at: fc.nat(),
});

function perform(open: OpenDraft, op: { kind: string; at: number }): Outcome | null {
  const paragraphs = open.draft.structure.paragraphs.filter((p) => p.level === 1);
  const block = paragraphs[op.at % paragraphs.length];
  if (!block) return null;
  switch (op.kind) {
    case 'insert':
      return insertParagraph(numbered(open), block, {
        level: 1,
        text: 'New words were added here by the drafters of the text.',
      });
    case 'up':
    case 'down':
      return moveParagraph(numbered(open), block, op.kind);
    case 'section-up':
      return moveSection(numbered(open), block, 'up');
    case 'section-down':
      return moveSection(numbered(open), block, 'down');
    default:
      return paragraphs.length > 2 ? deleteParagraph(numbered(open), block) : null;
  }
}

describe('numbering', () => {
  it('keeps every reference at what it pointed at, whatever is inserted, moved and deleted', () => {
    fc.assert(
      fc.property(shape, dresses, fc.array(operation, { minLength: 1, maxLength: 5 }), (s, how, ops) => {
        let text = textOf(s);
        assert.equal(undress(dress(text, how), how), text);
        const lost = new Set<string>();
        for (const op of ops) {
          const written = dress(text, how);
          const open = new OpenDraft(written, { kind: 'report' });
          const before = readOff(text);
          const outcome = perform(open, op);
          if (!outcome || isRefused(outcome)) continue;
          const result = textAfter(open.draft, outcome.edits);
          const edits = textEdits(open.draft, outcome.edits);
          const document = TextDocument.create('untitled:a', 'un-document', 1, written);
          assert.equal(
            TextDocument.applyEdits(document, edits),
            result,
            'one text, however the edits are made',
          );
          assert.equal(undone(written, edits, result), written, 'undone');
          const after = undress(result, how);
          assert.equal(dress(after, how), result, `line ends, tabs, indentation and marks after ${op.kind}`);
          const now = readOff(after);
          now.numbers.forEach((n, i) =>
            assert.equal(n, i + 1, `numbers run on after ${op.kind}:\n${text}\n→\n${after}`),
          );
          const reported = new Set(outcome.plan.problems.map((p) => p.block));
          for (const [mark, m] of now.marks) {
            const old = before.marks.get(mark)!;
            if (lost.has(mark)) continue;
            const gone = old.words.filter((w) => !now.places.has(w));
            if (gone.length > 0) {
              // What pointed at a deleted paragraph was told, or its range shrank.
              lost.add(mark);
              const told = [...reported].some((b) => b.text.includes(`mark${mark} `)) || m.words.length > 1;
              assert.ok(told, `the lost reference of mark${mark} was told`);
              continue;
            }
            if ([...reported].some((b) => b.text.includes(`mark${mark} `))) {
              lost.add(mark);
              continue;
            }
            assert.deepEqual(m.words, old.words, `mark${mark} after ${op.kind}:\n${text}\n→\n${after}`);
            for (const { words, direction } of m.directed) {
              const sides = new Set<string>(
                words.map((w): string => (now.places.get(w)! < m.place ? 'above' : 'below')),
              );
              if (sides.size === 1)
                assert.ok(
                  sides.has(direction),
                  `direction of mark${mark} after ${op.kind}:\n${text}\n→\n${after}`,
                );
            }
          }
          const again = new OpenDraft(result, { kind: 'report' });
          assert.deepEqual(
            planRenumber(numbered(again)).edits.map((e) => e.text),
            [],
            `renumbering again changes nothing:\n${after}`,
          );
          const findings = again
            .findings()
            .filter((f) => /^(?:paragraph|subparagraph|heading)-.*(?:sequence|duplicate)$/.test(f.rule.code));
          assert.deepEqual(
            findings.map((f) => f.rule.code),
            [],
            after,
          );
          text = after;
        }
      }),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 300) },
    );
  }).timeout(3_600_000);
});

describe('the numbers of blocks', () => {
  const key = fc.constantFrom('1', '1', '2', '2', '3', '4', '5', '02', 'a', '*');
  const line = fc.oneof(
    key.map((k) => `The report was adopted.[^${k}]`),
    key.map((k) => `[^${k}]: See the annex.`),
    fc.tuple(key, key).map(([k, other]) => `[^${k}]: See the annex.[^${other}]`),
    fc.tuple(key, key).map(([k, other]) => `The report[^${k}] was adopted.[^${other}]`),
    fc.constantFrom(
      '1. The first.',
      '2. The second:',
      '(a) A part;',
      '(i) Another;',
      '## I. Talks',
      'Table 2',
    ),
  );
  /** Notes that stand in order, as most do, with a mark here and there that may be out of it. */
  const inRow = fc
    .tuple(
      fc.constantFrom(1, 2, 3),
      fc.array(fc.constantFrom('Adopted.[^#]', 'The report[^#] was adopted.[^=]', 'Adopted.[^-]'), {
        maxLength: 6,
      }),
      fc.constantFrom('', '', '[^=]', '[^-]'),
    )
    .map(([first, lines, end]) => {
      let next = first;
      const marked = lines.map((l) =>
        l
          .replace('#', () => String(next++))
          .replace('=', String(next - 1))
          .replace('-', String(first - 1)),
      );
      for (let n = first; n < next; n++) marked.push(`[^${n}]: Note.`);
      marked.push(`The end.${end.replace('=', String(first)).replace('-', String(next - 2))}`);
      return marked;
    });
  it('are the same for those that stand where they stood, and for a row of them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(line, { maxLength: 14 }), inRow), (lines) => {
        const { draft } = new OpenDraft(`Report of the Secretary-General\n\n${lines.join('\n\n')}\n`);
        const stand = numbersOf(draft, draft.blocks);
        const row = numbersOf(draft, [...draft.blocks]);
        for (const block of draft.blocks) {
          assert.equal(stand.values.get(block), row.values.get(block));
          assert.equal(stand.cited.get(block), row.cited.get(block));
        }
        const others = (notes: ReadonlyMap<string, string>): string[] =>
          [...notes].flatMap(([old, now]) => (old === now ? [] : `${old}→${now}`));
        assert.deepEqual(others(stand.notes), others(row.notes));
      }),
      { numRuns: Number(process.env['PLENARY_RUNS'] ?? 500) },
    );
  });
});
