import assert from 'node:assert/strict';
import { indexWords, isNear, queryWords, titleKey } from '../../../server/src/catalogue/words.js';
import { CATALOGUE, VIEW, row } from './rows.js';
import { Catalogue } from '../../../server/src/catalogue/catalogue.js';

const found = (query: string, limit = 5): string =>
  CATALOGUE.search(query, { limit })
    .map((hit) => hit.entry.normalized)
    .join(' ');

describe('catalogue: search by words', () => {
  for (const [query, expected] of [
    ['lighthouses migratory', 'A/RES/79/154 A/RES/75/158 A/RES/70/12 A/RES/73/146'],
    ['migr lighth', 'A/RES/79/154 A/RES/75/158 A/RES/70/12 A/RES/73/146'],
    ['Migratory Light-Houses', 'A/RES/79/154 A/RES/75/158 A/RES/70/12 A/RES/73/146'],
    ['migratery lighthouses', 'A/RES/79/154 A/RES/75/158 A/RES/70/12 A/RES/73/146'],
    ['women lamps', 'A/RES/76/2'],
    ['harbour masters’ report', 'E/RES/2021/25'],
    ['quiet harbours', 'A/HRC/RES/10/3'],
    ['fog', 'A/RES/ES-11/5'],
    ['lighthouses 2020', 'A/RES/75/158'],
    ['', ''],
    ['of the and', ''],
    ['zzzz', ''],
    ['???', ''],
  ] as const) {
    it(`finds ${JSON.stringify(query)}`, () => assert.equal(found(query), expected));
  }

  it('keeps to an organ and to a limit', () => {
    assert.deepEqual(
      CATALOGUE.search('lamps', { organ: 'SC' }).map((hit) => hit.entry.normalized),
      ['S/RES/1325(2000)'],
    );
    assert.equal(CATALOGUE.search('lamps', { limit: 1 }).length, 1);
    assert.deepEqual(CATALOGUE.search('lamps', { limit: 0 }), []);
  });

  it('puts first, of titles that fit equally well, the one that was used last', () => {
    const rows = [
      row('A/RES/50/1', 'Depth of old harbours', { adoptionDate: '1995-12-01' }),
      row('A/RES/70/1', 'Depth of new harbours', { adoptionDate: '2015-12-01' }),
      row('A/RES/60/1', 'Depth of all harbours', { adoptionDate: '2005-12-01' }),
    ];
    const hits = Catalogue.fromRows(rows, []).search('harbours depth');
    assert.deepEqual(
      hits.map(({ entry }) => entry.normalized),
      ['A/RES/70/1', 'A/RES/60/1', 'A/RES/50/1'],
    );
  });

  it('takes what has most of the words where nothing has all', () => {
    assert.equal(found('quiet harbour volcano'), 'A/HRC/RES/10/3');
    assert.equal(found('volcano quiet eruption'), '');
  });

  it('finds other resolutions of the same title', () => {
    const family = (symbol: string): string =>
      CATALOGUE.family(symbol)
        .map((entry) => entry.number)
        .join(' ');
    assert.equal(family('A/RES/75/158'), '70/12 73/146 79/154');
    assert.equal(family('A/RES/76/2'), '');
    assert.equal(family('S/RES/1325(2000)'), '');
    assert.equal(family('A/RES/99/1'), '');
    assert.equal(CATALOGUE.familyOfTitle('protection of  MIGRATORY light-houses.', 'GA').length, 4);
    assert.equal(CATALOGUE.familyOfTitle('protection of migratory lighthouses', 'HRC').length, 0);
  });

  for (const [typed, expected] of [
    ['75/1', 'A/RES/75/158'],
    ['75/', 'A/RES/75/158 A/RES/75/254A-C'],
    ['A/RES/7', 'A/RES/75/158 A/RES/73/146 A/RES/79/154 A/RES/76/2 A/RES/75/254A-C A/RES/70/12'],
    ['S/RES/', 'S/RES/2546(2020) S/RES/1325(2000)'],
    ['25', 'S/RES/2546(2020)'],
    ['2546 (20', 'S/RES/2546(2020)'],
    ['2546 (19', ''],
    ['217', 'A/RES/217(III) A/RES/217(III)A A/RES/217(III)B'],
    ['217 A', 'A/RES/217(III)A'],
    ['217 (III) B', 'A/RES/217(III)B'],
    ['10/3', 'A/HRC/RES/10/3 CTOC/COP/RES/10/3'],
    ['ES-11/', 'A/RES/ES-11/5'],
    ['', ''],
    ['abc', ''],
    ['75/1/2', ''],
  ] as const) {
    it(`completes ${JSON.stringify(typed)}`, () => {
      const entries = CATALOGUE.completeNumber(typed).map((entry) => entry.normalized);
      assert.equal(entries.join(' '), expected);
    });
  }

  for (const [symbol, expected] of [
    ['A/RES/75/158', 'exact A/RES/75/158'],
    ['A/RES/48/75', 'letter-added A/RES/48/75A A/RES/48/75C'],
    ['A/RES/48/75B', 'null'],
    ['A/RES/75/254B', 'letter-dropped A/RES/75/254A-C'],
    ['A/RES/75/254D', 'null'],
    ['A/RES/217(III)F', 'letter-dropped A/RES/217(III)'],
    ['S/RES/2546', 'year-added S/RES/2546(2020)'],
    ['S/RES/2546(2021)', 'null'],
    ['A/RES/75/159', 'null'],
    ['nonsense', 'null'],
  ] as const) {
    it(`finds ${symbol}`, () => {
      const hit = CATALOGUE.find(symbol);
      const text = hit ? `${hit.match} ${hit.entries.map((entry) => entry.normalized).join(' ')}` : 'null';
      assert.equal(text, expected);
    });
  }

  for (const [number, expected] of [
    ['75/158', 'A/RES/75/158'],
    ['10/3', 'A/HRC/RES/10/3 CTOC/COP/RES/10/3'],
    ['217 A (III)', 'A/RES/217(III)A'],
    ['217 F (III)', 'A/RES/217(III)'],
    ['217', 'A/RES/217(III)'],
    ['2546 (2020)', 'S/RES/2546(2020)'],
    ['2546', 'S/RES/2546(2020)'],
    ['2020/2546', ''],
    ['75/254 B', 'A/RES/75/254A-C'],
    ['48/75', 'A/RES/48/75A A/RES/48/75C'],
    ['what', ''],
  ] as const) {
    it(`finds the number ${number}`, () => {
      assert.equal(
        CATALOGUE.byNumber(number)
          .map((entry) => entry.normalized)
          .join(' '),
        expected,
      );
    });
  }

  it('finds the part of a resolution that is stored by its sections', () => {
    const sections = Catalogue.fromRows([row('A/RES/33/116A-I', 'Lamps'), row('A/RES/33/116C-X', 'Fog')]);
    const numbers = (symbol: string) =>
      sections
        .find(symbol)
        ?.entries.map((entry) => entry.number)
        .join();
    assert.deepEqual(
      ['A', 'B', 'C'].map((letter) => numbers(`A/RES/33/116${letter}`)),
      ['33/116 A-I', undefined, '33/116 C-X'],
    );
  });

  it('knows who cites whom', () => {
    assert.deepEqual(CATALOGUE.citedBy('A/RES/75/158'), { count: 2, last: 'A/RES/79/154' });
    assert.deepEqual(CATALOGUE.citing('A/RES/75/158'), ['A/RES/76/2', 'A/RES/79/154']);
    assert.deepEqual(CATALOGUE.cites('A/RES/75/158'), ['A/RES/217(III)', 'A/RES/73/146']);
    assert.deepEqual(CATALOGUE.citedBy('A/RES/60/1'), { count: 1, last: 'A/RES/80/900' });
    assert.deepEqual(CATALOGUE.cites('A/RES/80/900'), ['A/RES/60/1']);
    assert.deepEqual(CATALOGUE.citedBy('A/RES/ES-11/5'), { count: 0, last: null });
    assert.deepEqual(VIEW.citing('unknown'), []);
  });

  it('cuts titles and queries into words', () => {
    assert.deepEqual(indexWords('The co-operation of UN bodies: people’s rights (1990s)'), [
      ...['cooperation', 'co', 'operation', 'united', 'nations', 'bodies', 'people', 'rights', '1990s'],
    ]);
    assert.deepEqual(queryWords('Co-operation with the UN'), ['cooperation', 'united', 'nations']);
    assert.equal(
      titleKey('The Co-ordination of UN’s work '),
      titleKey('coordination of United Nations work'.replace('Nations', 'Nationss')),
    );
    assert.equal(isNear('lamp', 'lamps') && isNear('lmap', 'lamp') && isNear('lamp', 'lump'), true);
    assert.equal(isNear('lamp', 'lumps') || isNear('lamp', 'plum'), false);
  });
});
