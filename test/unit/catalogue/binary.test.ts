import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { checksum, decodeUtf8, encodeUtf8 } from '../../../server/src/catalogue/bytes.js';
import { EncodeError, encodeCatalogue } from '../../../server/src/catalogue/encode.js';
import { fromDays, toDays } from '../../../server/src/catalogue/layout.js';
import { RESOLUTION_COLUMNS } from '../../../server/src/catalogue/rows.js';
import type { ResolutionRow } from '../../../server/src/catalogue/rows.js';
import { CatalogueDamage, type CatalogueFile } from '../../../server/src/catalogue/sections.js';
import { TextPool, TextPoolWriter } from '../../../server/src/catalogue/texts.js';
import { CITATIONS, ROWS, row } from './rows.js';

/** Titles and other cells as they come: words, odd spacing, hyphens, long words, characters of any kind. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          'Report',
          'of',
          'the',
          'harbour',
          'A/75/PV.46',
          '  ',
          ' ',
          '-',
          '’',
          '1990s',
          'Côte',
          'x'.repeat(90),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }) },
);
const symbol = fc.oneof(
  fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 400 })).map(([s, n]) => `A/RES/${s}/${n}`),
  fc
    .tuple(fc.nat({ max: 99 }), fc.nat({ max: 400 }), fc.constantFrom('A', 'B-C', 'IV'))
    .map(([s, n, x]) => `A/RES/${s}/${n}${x}`),
  fc.tuple(fc.nat({ max: 3541 }), fc.constantFrom('I', 'XXX', 'S-VI')).map(([n, s]) => `A/RES/${n}(${s})`),
  fc.tuple(fc.nat({ max: 65535 }), fc.integer({ min: 1946, max: 2030 })).map(([n, y]) => `S/RES/${n}(${y})`),
  fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 9 })).map(([s, n]) => `CTOC/COP resolution ${s}/${n}`),
  fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 9 })).map(([s, n]) => `E/CN.9/RES/${s}/${n}`),
  fc.tuple(fc.nat({ max: 80 }), fc.nat({ max: 900 })).map(([s, n]) => `A/DEC/${s}/${n}`),
);
const date = fc.oneof(
  fc.constantFrom('', '1946-01-24', '2026-06-29', '2020-13-45', 'soon', '1899-12-31'),
  cell,
);
const record = fc.oneof(fc.constantFrom('', '0', '007', '671200', '12345678901'), cell);
/** Rows whose number, session and organ need not fit the symbol: nothing may be lost all the same. */
const anyRow = fc
  .tuple(symbol, fc.array(cell, { minLength: 12, maxLength: 12 }), date, record)
  .map(([text, cells, adopted, undl]): ResolutionRow => {
    const made: Partial<Record<keyof ResolutionRow, string>> = {};
    const rest = [...cells];
    for (const [, key] of RESOLUTION_COLUMNS) {
      made[key] =
        key === 'symbol'
          ? text
          : key === 'adoptionDate'
            ? adopted
            : key === 'undlRecord'
              ? undl
              : (rest.pop() ?? '');
    }
    return made as ResolutionRow;
  });

function columns(one: ResolutionRow): string[] {
  return RESOLUTION_COLUMNS.map(([, key]) => one[key]);
}

describe('catalogue: the binary', () => {
  it('gives every row and every pair back as it was', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyRow, { maxLength: 40, selector: (one) => one.symbol }),
        fc.uniqueArray(fc.tuple(symbol, symbol), { maxLength: 40, selector: (pair) => pair.join(' ') }),
        (rows, pairs) => {
          // A pair is stored by its normalized symbols.
          const normal = pairs.filter((pair) => pair.every((one) => !one.includes(' ')));
          const catalogue = Catalogue.fromRows(rows, normal);
          assert.deepEqual([...catalogue.rows()].map(columns).sort(), rows.map(columns).sort());
          assert.deepEqual([...catalogue.citations()].map(String).sort(), normal.map(String).sort());
          for (const one of rows) assert.deepEqual(columns(catalogue.get(one.symbol)!), columns(one));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has nothing where there is nothing', () => {
    const empty = Catalogue.fromRows([]);
    assert.equal(empty.size, 0);
    assert.deepEqual([...empty.rows()], []);
    assert.deepEqual(empty.search('harbour'), []);
    assert.deepEqual(empty.completeNumber('75/1'), []);
    assert.deepEqual(empty.citedBy('A/RES/75/158'), { count: 0, last: null });
    assert.equal(empty.find('A/RES/75/158'), null);
  });

  it('refuses bytes that are cut short, changed or something else', () => {
    const bytes = encodeCatalogue(ROWS, CITATIONS);
    const code = (changed: Uint8Array): string => {
      const opened = Catalogue.open(changed);
      return opened.ok ? 'ok' : opened.error.code;
    };
    assert.equal(code(bytes), 'ok');
    assert.equal(code(new Uint8Array()), 'not-a-catalogue');
    assert.equal(code(bytes.slice(0, 10)), 'not-a-catalogue');
    assert.equal(code(new TextEncoder().encode('organ\tsymbol\tnumber and more')), 'not-a-catalogue');
    assert.equal(code(bytes.slice(0, 400)), 'truncated');
    assert.equal(code(bytes.slice(0, -1)), 'truncated');
    assert.equal(code(Uint8Array.from([...bytes, 0])), 'truncated');
    const other = bytes.slice();
    other[4] = 99;
    assert.equal(code(other), 'version');
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = bytes.slice();
          changed[at]! ^= flip;
          assert.equal(code(changed), 'altered');
        },
      ),
      { numRuns: 300 },
    );
  });

  describe('read piece by piece', () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      row(`A/RES/${90 + (i % 40)}/${Math.floor(i / 40) + 1}`, `Lamps of harbour ${i % 300}`),
    );
    const whole = encodeCatalogue([...ROWS, ...many], CITATIONS);
    /** A file that notes how much of it was read. */
    const file = (bytes: Uint8Array): CatalogueFile & { seen: number } => ({
      size: bytes.length,
      seen: 0,
      read(into, position) {
        this.seen += into.length;
        into.set(bytes.subarray(position, position + into.length));
      },
    });
    const QUESTIONS: readonly ((catalogue: Catalogue) => unknown)[] = [
      (one) => one.get('A/RES/75/158'),
      (one) => one.byNumber('100/7'),
      (one) => one.find('A/RES/48/75'),
      (one) => one.family('A/RES/101/3'),
      (one) => one.citedBy('A/RES/75/158'),
      (one) => one.cites('A/RES/75/158'),
      (one) => one.search('harbours 12', { limit: 3 }),
      (one) => one.search('harbour lamps', { limit: 400 }),
      (one) => one.completeNumber('75/1', { limit: 5 }),
      (one) => [...one.rows()].length,
    ];
    const opened = (source: Uint8Array | CatalogueFile): Catalogue => {
      const result = Catalogue.open(source);
      assert.ok(result.ok);
      return result.catalogue;
    };
    const answers = QUESTIONS.map((ask) => ask(opened(whole)));

    it('it answers as it does from the whole, out of few pieces', () => {
      QUESTIONS.forEach((ask, i) => assert.deepEqual(ask(opened(file(whole))), answers[i], `question ${i}`));
      const one = file(whole);
      opened(one).get('A/RES/75/158');
      assert.ok(one.seen < whole.length / 2, `${one.seen} of ${whole.length} bytes`);
    });

    it('it is refused at once where it is cut short or something else', () => {
      const code = (bytes: Uint8Array): string => {
        const result = Catalogue.open(file(bytes));
        return result.ok ? 'ok' : result.error.code;
      };
      assert.equal(code(new Uint8Array()), 'not-a-catalogue');
      assert.equal(code(whole.slice(0, -1)), 'truncated');
      assert.equal(code(whole.slice(0, 5000)), 'truncated');
      assert.equal(code(whole.map((byte, at) => (at === 40 ? byte ^ 1 : byte))), 'altered');
    });

    it('no answer comes from a piece that was altered', () => {
      let refused = 0;
      fc.assert(
        fc.property(
          fc.integer({ min: 12, max: whole.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          fc.nat({ max: QUESTIONS.length - 1 }),
          (at, flip, question) => {
            const changed = whole.slice();
            changed[at]! ^= flip;
            try {
              const result = Catalogue.open(file(changed));
              if (result.ok) assert.deepEqual(QUESTIONS[question]!(result.catalogue), answers[question]);
              else assert.equal(result.error.code, 'altered');
            } catch (error) {
              if (!(error instanceof CatalogueDamage)) throw error;
              refused++;
            }
          },
        ),
        { numRuns: 300 },
      );
      assert.ok(refused > 50, `${refused} refused`);
    });

    it('what cannot be read is told with its cause', () => {
      const cause = new Error('The disk is gone.');
      const failing = file(whole);
      const catalogue = opened(failing);
      failing.read = () => {
        throw cause;
      };
      assert.throws(
        () => catalogue.get('A/RES/75/158'),
        (error) => error instanceof CatalogueDamage && error.cause === cause,
      );
    });
  });

  it('opens bytes that begin anywhere in a buffer', () => {
    const bytes = encodeCatalogue(ROWS);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const opened = Catalogue.open(shifted.subarray(3));
    assert.ok(opened.ok);
    assert.equal(opened.catalogue.size, ROWS.length);
  });

  it('refuses rows that it cannot keep apart', () => {
    assert.throws(() => encodeCatalogue([row('A/RES/1/1', 'a'), row('A/RES/1/1', 'b')]), EncodeError);
    assert.throws(() => encodeCatalogue([{ ...row('A/RES/1/1', 'a'), symbol: 'and/or' }]), EncodeError);
  });

  it('keeps texts of any kind', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 60 }), (list) => {
        const writer = new TextPoolWriter();
        const ids = list.map((text) => writer.add(text));
        const pool = new TextPool(writer.finish());
        assert.deepEqual(
          ids.map((id) => pool.text(id)),
          list,
        );
        assert.equal(pool.text(100_000), '');
      }),
    );
  });

  it('has codes enough for forty thousand different words', () => {
    const writer = new TextPoolWriter();
    const texts = Array.from({ length: 4000 }, (_, i) =>
      Array.from({ length: 10 }, (__, k) => `w${(i * 10 + k).toString(36)}`).join(' '),
    );
    const ids = texts.map((text) => writer.add(text));
    const pool = new TextPool(writer.finish());
    assert.deepEqual(
      ids.map((id) => pool.text(id)),
      texts,
    );
  });

  it('writes UTF-8 and reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = encodeUtf8(text);
        assert.equal(decodeUtf8(bytes, 0, bytes.length), text);
        if (!/\p{Cs}/u.test(text)) assert.deepEqual(bytes, new TextEncoder().encode(text));
      }),
    );
  });

  it('counts days', () => {
    for (const iso of ['1946-01-24', '2000-02-29', '2026-06-29', '1900-01-01'])
      assert.equal(fromDays(toDays(iso)), iso);
    for (const text of ['', '2021-02-29', '2020-1-1', '1899-12-31', '9999-01-01'])
      assert.equal(toDays(text), 0);
  });

  it('sums words so that no single change escapes', () => {
    fc.assert(
      fc.property(
        fc.int32Array({ minLength: 1, maxLength: 50 }),
        fc.nat(),
        fc.integer({ min: 1 }),
        (words, at, flip) => {
          const changed = words.slice();
          changed[at % words.length]! ^= flip;
          assert.notEqual(checksum(changed), checksum(words));
        },
      ),
    );
  });
});
