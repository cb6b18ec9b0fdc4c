import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  numberedOf,
  numberingOperation,
  type NumberingOperation,
  type NumberingResult,
} from '../../server/src/features/numbering.js';
import { planRenumber } from '../../server/src/numbering/plan.js';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';

/**
 * Operations on the numbers of published documents, which are read where they are at hand and never kept here. What a
 * reference points at is read off by a few plain patterns that share nothing with the engine.
 */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const RUNS = Number(process.env['PLENARY_RUNS'] ?? 60);
/** Larger documents take long to be read again after each operation. Bytes. */
const LARGEST = 60_000;

function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => /\.(?:md|txt)$/.test(name) && statSync(name).size < LARGEST)
    .toSorted();
}

// ---- the independent reading

const LABEL = /^[\s>*_]*(\d{1,3})\.[*_]*\s+(\S.*)$/;
const REFERENCE =
  /\b(?:[Pp]aragraphs?|[Pp]aras?\.)\s+(\d{1,3}(?:(?:,\s+|\s+and\s+|\s+to\s+|\s*[–-]\s*|,\s+and\s+)\d{1,3})*)\s+(above|below)\b/g;

/** Words without what renumbering may change. */
function plain(text: string): string {
  return text
    .replace(/[Tt]he (?:preceding|previous|following) paragraph|[Pp]aragraph \d+ (?:above|below)/g, '¶')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+/g, '#')
    .replace(/\b(?:above|below)\b/g, '^')
    .replace(/\b(?:[ivxl]{1,6}|[IVXL]{1,6}|[a-z]|[A-Z])(?=[.)\]\s,;]|$)/g, '@');
}

const MISSING = '(missing)';
/** A text that adds a draft resolution has each number twice: a finger can't tell which is meant. */
const TWICE = '(twice)';

interface PointedAt {
  /** Words of each paragraph that the numbers name; the constants where a number is not there, or is there twice. */
  readonly words: string[];
}

/** The references that a person could follow with a finger, by the words around them. */
function readOff(text: string): Map<string, PointedAt> {
  const lines = text.split(/\r\n|\r|\n/);
  const labels = new Map<string, string[]>();
  for (const line of lines) {
    const m = LABEL.exec(line);
    if (m) labels.set(m[1]!, [...(labels.get(m[1]!) ?? []), plain(m[2]!).slice(0, 80)]);
  }
  const found = new Map<string, PointedAt>();
  const twice = new Set<string>();
  for (const line of lines) {
    for (const m of line.matchAll(REFERENCE)) {
      const key = plain(
        `${line.slice(Math.max(0, m.index - 60), m.index)}…${line.slice(m.index + m[0].length, m.index + m[0].length + 30)}`,
      );
      if (found.has(key)) twice.add(key);
      const words = [...m[1]!.matchAll(/\d+/g)].map(([number]) => {
        const all = labels.get(number) ?? [];
        return all.length === 0 ? MISSING : all.length === 1 ? all[0]! : TWICE;
      });
      found.set(key, { words });
    }
  }
  for (const key of twice) found.delete(key);
  return found;
}

function lineEnds(text: string): string {
  return [...new Set(text.match(/\r\n|\r|\n/g) ?? [])].toSorted().join('|');
}

/** The lines in an order of their own, numbers taken out: equal where lines changed places and numbers alone. */
function lines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(plain)
    .toSorted();
}

// ---- operations

const OPERATIONS = [
  'renumber',
  'insert',
  'move-up',
  'move-down',
  'section-up',
  'section-down',
  'delete',
] as const satisfies readonly NumberingOperation[];

function perform(open: OpenDraft, operation: NumberingOperation, at: number): NumberingResult | null {
  const { paragraphs } = open.draft.structure;
  const block = paragraphs[at % Math.max(1, paragraphs.length)];
  if (!block) return null;
  const { start } = open.draft.rangeOf(block, { start: block.contentStart, end: block.contentStart });
  const result = numberingOperation(open, operation, { start, end: start });
  return result.refused === null ? result : null;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'un-document', 1, text), [...edits]);
}

/** The edits that take others back, as an editor's undo makes them. */
function inverse(before: string, edits: readonly TextEdit[], after: string): TextEdit[] {
  const old = TextDocument.create('file:///a', 'un-document', 1, before);
  const now = TextDocument.create('file:///a', 'un-document', 2, after);
  let shift = 0;
  return edits.map(({ range, newText }) => {
    const start = old.offsetAt(range.start);
    const end = old.offsetAt(range.end);
    const from = start + shift;
    shift += newText.length - (end - start);
    return {
      range: { start: now.positionAt(from), end: now.positionAt(from + newText.length) },
      newText: before.slice(start, end),
    };
  });
}

function outOfOrder(open: OpenDraft): string[] {
  return open
    .findings()
    .map(({ rule }) => rule.code)
    .filter((code) => /^(?:paragraph|subparagraph|heading|article)-.*(?:sequence|duplicate)$/.test(code));
}

describe('The numbers of published documents', function () {
  this.timeout(3_600_000);
  const documents = [
    ...files(path.join(SHARED, 'corpus/docs')),
    ...files(path.join(SHARED, 'corpus/linked/docs')),
    ...files(path.join(SHARED, 'seeds')),
  ];
  before(function () {
    // The documents are other people's and are not part of the project.
    if (documents.length === 0) this.skip();
  });
  const texts = new Map<string, string>();
  const textOf = (file: string): string => {
    let text = texts.get(file);
    if (text === undefined) texts.set(file, (text = readFileSync(file, 'utf8')));
    return text;
  };

  it('are in order once they have been renumbered', () => {
    for (const file of documents) {
      const text = textOf(file);
      const open = new OpenDraft(text);
      const result = numberingOperation(open, 'renumber', WHERE);
      if (result.refused !== null) continue;
      const after = apply(text, result.edits);
      assert.deepEqual(
        planRenumber(numberedOf(new OpenDraft(after))).edits.map((edit) => edit.text),
        [],
        path.basename(file),
      );
      assert.equal(
        plain(after).length,
        plain(text).length,
        `${path.basename(file)}: nothing but numbers changes`,
      );
    }
  });

  it('take every reference along, whatever is inserted, moved and deleted', () => {
    let followed = 0;
    let performed = 0;
    let doubted = 0;
    const step = fc.record({ operation: fc.constantFrom(...OPERATIONS), at: fc.nat() });
    fc.assert(
      fc.property(
        fc.nat(documents.length - 1),
        fc.array(step, { minLength: 1, maxLength: 3 }),
        (which, steps) => {
          let text = textOf(documents[which]!);
          for (const { operation, at } of steps) {
            const open = new OpenDraft(text);
            // What is out of order from the start has no numbers that a finger could follow.
            if (operation !== 'renumber' && planRenumber(numberedOf(open)).edits.length > 0) break;
            const result = perform(open, operation, at);
            if (!result) continue;
            const after = apply(text, result.edits);
            const where = `${path.basename(documents[which]!)}: ${operation} at ${at}`;
            assert.equal(apply(after, inverse(text, result.edits, after)), text, `${where}: undone`);
            if (text.includes('\n') || text.includes('\r'))
              assert.equal(lineEnds(after), lineEnds(text), where);
            const was = lines(text);
            const is = lines(after);
            if (operation === 'delete') {
              const left = new Map<string, number>();
              for (const line of was) left.set(line, (left.get(line) ?? 0) + 1);
              for (const line of is) {
                assert.ok((left.get(line) ?? 0) > 0, `${where}: a line that was not there: ${line}`);
                left.set(line, left.get(line)! - 1);
              }
            } else if (operation === 'insert') {
              assert.equal(is.length, was.length + 1, where);
            } else {
              assert.deepEqual(is, was, `${where}: lines and marks are kept`);
            }
            const again = new OpenDraft(after);
            const unsettled = planRenumber(numberedOf(again)).edits.map((edit) => edit.text);
            if (result.doubt) {
              // What is told must be so, and is the author's to settle before a finger can follow again.
              doubted++;
              assert.ok(
                unsettled.length > 0 || again.draft.structure.breaks.length > 0,
                `${where}: numbers are doubted that are read as they are given`,
              );
              break;
            }
            assert.deepEqual(unsettled, [], `${where}: renumbering again changes nothing`);
            if (outOfOrder(open).length === 0) assert.deepEqual(outOfOrder(again), [], where);
            performed++;
            const before = readOff(text);
            const told = result.problems.length > 0;
            for (const [key, { words }] of readOff(after)) {
              const old = before.get(key);
              if (!old || old.words.includes(MISSING) || old.words.includes(TWICE)) continue;
              if (words.includes(TWICE) || words.length !== old.words.length) continue;
              if (told || (operation === 'delete' && words.join('|') !== old.words.join('|'))) continue;
              followed++;
              assert.deepEqual(words, old.words, `${where}: ${key}`);
            }
            text = after;
          }
        },
      ),
      // Smaller numbers are other documents and other places: nothing is gained by looking for them.
      { numRuns: RUNS, endOnFailure: true },
    );
    if (RUNS >= 1000) assert.ok(followed * 25 > RUNS, `${followed} references were followed`);
    if (RUNS >= 1000)
      assert.ok(doubted * 50 <= performed, `${doubted} operations were doubted beside ${performed}`);
  });
});

const WHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
