import assert from 'node:assert/strict';
import type { DocumentKind } from '../../server/src/document/kinds.js';
import { ODD, SLOW, slowTextsFor } from '../torture/texts.js';
import { countedEngine, type CountedEngine } from './countedEngine.js';

/** The lengths of the texts that are compared, in UTF-16 code units: long enough that what is done once counts little. */
const LENGTH = 3_000;
/** Twice the text takes at most so many times the steps: between a line (2) and a square (4). */
const MOST = 2.4;
/** What takes fewer steps than this says nothing about how they grow. */
const FEW = 2_000;
/** The same of texts that something is asked of, at about so many places. */
const ASKED = 8_000;
const PLACES = 9;

describe('the steps that a text takes grow no faster than the text', () => {
  let engine: CountedEngine;

  before(async () => {
    engine = await countedEngine();
  });

  const stepsOf = (text: string, kind: DocumentKind | null): number => {
    const before = engine.steps();
    new engine.OpenDraft(text, { kind }).findings();
    return engine.steps() - before;
  };

  /** What each text says of itself where its steps grow too fast. */
  const tooFast = (
    texts: Readonly<Record<string, (length: number) => string>>,
    kind: DocumentKind | null,
  ): string[] =>
    Object.entries(texts).flatMap(([name, make]) => {
      const measure = (): string[] => {
        const [once, twice] = [stepsOf(make(LENGTH), kind), stepsOf(make(2 * LENGTH), kind)];
        return twice > MOST * once ? [`${name}: ${once} steps, then ${twice} for twice the text`] : [];
      };
      // Tables are made when a text first needs them: what is done once counts the first time only.
      return measure().length === 0 ? [] : measure();
    });

  it('of texts that nobody writes', () => {
    assert.deepEqual(tooFast(ODD, null), []);
  });

  it('of texts that nobody writes, whatever is asked of them', function () {
    this.timeout(600_000);
    const requests = Object.entries({ ...engine.OF_THE_WHOLE, ...engine.AT_A_PLACE });
    /** The most that each request takes at any of some places, which are of different kinds. */
    const stepsFor = (text: string): number[] => {
      const open = new engine.OpenDraft(text, {});
      const places = engine.placesIn(open, PLACES);
      return requests.map(([, ask]) => {
        let most = 0;
        for (const place of places) {
          const before = engine.steps();
          ask(open, place);
          most = Math.max(most, engine.steps() - before);
        }
        return most;
      });
    };
    const found = Object.entries(ODD).flatMap(([name, make]) => {
      const [once, twice] = [stepsFor(make(ASKED)), stepsFor(make(2 * ASKED))];
      const grow = (less: readonly number[], more: readonly number[], most: number) => (i: number) =>
        more[i]! > most * less[i]! && more[i]! > FEW;
      const suspects = requests.map((_, i) => i).filter(grow(once, twice, MOST));
      if (suspects.length === 0) return [];
      // Steps may come in bounds, and a longer text may hold what a shorter one does not: what grows too fast goes on to do so.
      const later = stepsFor(make(8 * ASKED));
      return suspects
        .filter(grow(twice, later, MOST * MOST))
        .map(
          (i) => `${name}, ${requests[i]![0]}: ${twice[i]} steps, then ${later[i]} for four times the text`,
        );
    });
    assert.deepEqual(found, []);
  });

  it('of citations in rows that do not end', function () {
    this.timeout(60_000);
    const rows = SLOW.map((piece) => [
      JSON.stringify(piece),
      // What looks on along its row does little at each place: it takes a long one to tell.
      (length: number) => piece.repeat(Math.ceil((length * 10) / piece.length)),
    ]);
    assert.deepEqual(tooFast(Object.fromEntries(rows) as typeof ODD, 'report'), []);
  });

  it('of texts built to keep each rule busy', function () {
    this.timeout(300_000);
    const found = engine.RULES.flatMap((rule) =>
      tooFast(slowTextsFor(rule), rule.exampleKind ?? 'report').map((line) => `${rule.code}, ${line}`),
    );
    assert.deepEqual(found, []);
  });
});
