import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { encodeCatalogue } from '../../../server/src/catalogue/encode.js';
import { cleanTitle } from '../../../server/src/catalogue/import/votingData.js';
import { lookup } from '../../../server/src/catalogue/lookup.js';
import { english } from '../../../server/src/catalogue/messages.js';
import { conflictWords, loadErrorWords } from '../../../server/src/catalogue/notices.js';
import { LazyCatalogue } from '../../../server/src/catalogue/source.js';
import { CATALOGUE, CatalogueView, ROWS, VIEW, overlayOf, row } from './rows.js';

/** What a query was taken for, and the first matches. */
function found(query: string, view = VIEW): string {
  const { kind, matches } = lookup(query, view, english, { limit: 4, today: '2026-07-30' });
  return [kind, ...matches.map((match) => `${match.kind}:${match.id}`)].join(' | ');
}

describe('catalogue: lookup', () => {
  for (const [query, expected] of [
    ['75/158', 'number | resolution:A/RES/75/158'],
    ['A/RES/75/158', 'number | resolution:A/RES/75/158'],
    ['General Assembly resolution 75/158', 'number | resolution:A/RES/75/158'],
    ['the general assembly  resolution 75/158', 'number | resolution:A/RES/75/158'],
    ['GA res. 75/158', 'number | resolution:A/RES/75/158'],
    ['resolution 217 A (III)', 'number | resolution:A/RES/217(III)A'],
    ['2546', 'number | resolution:S/RES/2546(2020)'],
    ['2546 (2020)', 'number | resolution:S/RES/2546(2020)'],
    ['UNSCR 1325', 'number | resolution:S/RES/1325(2000)'],
    ['Security Council resolution 1325', 'number | resolution:S/RES/1325(2000)'],
    ['10/3', 'number | resolution:A/HRC/RES/10/3 | resolution:CTOC/COP/RES/10/3'],
    ['Human Rights Council resolution 10/3', 'number | resolution:A/HRC/RES/10/3'],
    ['48/75', 'number | resolution:A/RES/48/75A | resolution:A/RES/48/75C'],
    ['A/RES/48/75', 'number | resolution:A/RES/48/75 | resolution:A/RES/48/75A | resolution:A/RES/48/75C'],
    ['58/12', 'number | resolution:A/RES/58/12'],
    ['1999 (2011)', 'number | resolution:S/RES/1999(2011)'],
    ['2004/1', 'number | resolution:E/RES/2004/1'],
    ['decision 75/512', 'number | decision:A/DEC/75/512'],
    ['Security Council resolution 75/158', 'number | resolution:A/RES/75/158'],
    ['A/75/292', 'symbol | symbol:A/75/292'],
    ['CTOC/COP/WG.4/2021/2', 'symbol | symbol:CTOC/COP/WG.4/2021/2'],
    ['A/78/5 (Vol. II)', 'symbol | symbol:A/78/5 (Vol. II)'],
    [
      'article 3 (a) of the Trafficking in Persons Protocol',
      'article | article:Trafficking in Persons Protocol, article 3 (a)',
    ],
    ['art. 5 UNTOC', 'article | article:Organized Crime Convention, article 5'],
    [
      'tenth session of the Conference of the Parties',
      'session | session:Conference of the Parties to the United Nations Convention against Transnational Organized Crime, 10',
    ],
    ['General Assembly, 75th session', 'session | session:General Assembly, 75'],
    ['UNODC', 'name | acronym:UNODC'],
    ['unodc', 'name | acronym:UNODC'],
    ['Palermo Protocol', 'name | treaty:Trafficking in Persons Protocol'],
    ['Russia', 'name | state:RUS'],
    [
      'migratory lighthouses',
      'words | resolution:A/RES/79/154 | resolution:A/RES/75/158 | resolution:A/RES/70/12 | resolution:A/RES/73/146',
    ],
    ['Trafficking in Pers', 'name | treaty:Trafficking in Persons Protocol'],
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['qqqqqqq', 'words'],
  ] as const) {
    it(`looks up ${JSON.stringify(query)}`, () => assert.equal(found(query), expected));
  }

  it('answers without a catalogue', () => {
    assert.equal(found('75/158', CatalogueView.EMPTY), 'number | resolution:A/RES/75/158');
    assert.equal(found('UNODC', CatalogueView.EMPTY), 'name | acronym:UNODC');
    assert.equal(found('lighthouses', CatalogueView.EMPTY), 'words');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.stringMatching(/^[A-Z]{1,4}\/[A-Z0-9./() -]{0,40}$/),
          fc.stringMatching(/^(article|resolution|art\.) [0-9A-Z/()]{1,12} (of )?[A-Za-z ]{0,20}$/),
        ),
        (query) => {
          lookup(query, VIEW, english);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('catalogue: texts made to be slow', () => {
  for (const [what, text] of [
    ['slashes', 'A/'.repeat(100_000)],
    ['spaces around slashes', `A${' / x'.repeat(19)}!`],
    ['parentheses', '('.repeat(100_000)],
    ['colons', `${':'.repeat(100_000)}x`],
    ['commas', `A/1${','.repeat(100_000)}`],
    ['words', 'resolution '.repeat(20_000)],
    ['digits', '1'.repeat(100_000)],
    ['hyphens', 'a-'.repeat(50_000)],
    ['a long subject', `A/${','.repeat(100_000)} 12`],
  ] as const) {
    it(`are not: ${what}`, () => {
      lookup(text, VIEW, english);
      const view = new CatalogueView(null, [
        overlayOf('slow', [row('A/RES/1/1', cleanTitle(text).slice(0, 60_000), { subject: text })]),
      ]);
      lookup('1/1', view, english);
      lookup('words of a title', view, english);
    }).timeout(120_000);
  }
});

describe('catalogue: one view of several', () => {
  const own = overlayOf('own.tsv', [
    row('A/RES/75/158', '', { vote: '100-0-50', sources: 'undl-voting-csv' }),
    row('A/RES/82/7', 'Protection of migratory lighthouses', { adoptionDate: '2027-11-30', sources: '' }),
    row('E/RES/2021/25', 'Report of the harbour  masters.', { sources: '' }),
  ]);
  const team = overlayOf('plenary.catalogue.tsv', [
    row('A/RES/75/158', 'Protection of lighthouses that migrate', { confidence: '', sources: '' }),
  ]);
  const view = new CatalogueView(CATALOGUE, [own, team]);

  it('fills empty cells from below', () => {
    const entry = view.get('A/RES/75/158')!;
    assert.deepEqual(
      [entry.title, entry.vote, entry.adoptionDate, entry.confidence, entry.sources, entry.origins.join()],
      [
        'Protection of lighthouses that migrate',
        '100-0-50',
        '2020-12-16',
        '',
        'plenary.catalogue.tsv,undl-voting-csv,un-xml,voting-records',
        'plenary.catalogue.tsv,own.tsv',
      ],
    );
    assert.deepEqual(view.get('A/RES/70/12')?.origins, []);
  });

  it('reports where they contradict each other', () => {
    assert.deepEqual(
      view.conflicts.map(
        (one) => `${one.normalized} ${one.column} ${one.catalogue}: ${one.ours} / ${one.theirs}`,
      ),
      [
        'A/RES/75/158 vote own.tsv: without a vote / 100-0-50',
        'A/RES/75/158 title plenary.catalogue.tsv: Protection of migratory lighthouses / Protection of lighthouses that migrate',
      ],
    );
    assert.deepEqual(VIEW.conflicts, []);
  });

  it('searches, completes and groups over all', () => {
    const hits = view.search('migratory lighthouses').map((hit) => hit.entry.number);
    assert.ok(hits.includes('82/7') && hits.includes('79/154'), hits.join());
    assert.deepEqual(
      view.search('lighthouses that migrate', { limit: 1 }).map((hit) => hit.entry.number),
      ['75/158'],
    );
    assert.deepEqual(
      view.completeNumber('82/').map((entry) => entry.number),
      ['82/7'],
    );
    assert.deepEqual(
      view.family('A/RES/82/7').map((entry) => entry.number),
      ['70/12', '73/146', '79/154'],
    );
    assert.deepEqual(
      view.family('A/RES/70/12').map((entry) => entry.number),
      ['73/146', '79/154', '82/7'],
    );
    assert.equal(view.find('A/RES/82/7A')?.match, 'letter-dropped');
    assert.equal(view.byNumber('82/7').length, 1);
    assert.equal(view.existence('A/RES/82/7').status, 'exists');
    assert.equal(view.citedBy('A/RES/75/158').count, 2);
    assert.equal(view.size, ROWS.length + 4);
  });

  it('leaves out rows without a symbol and keeps the later of two', () => {
    const overlay = overlayOf('x', [
      row('A/RES/1/1', 'first'),
      { ...row('A/RES/1/2', 'lost'), symbol: 'what' },
      row('A/RES/1/1', 'second'),
    ]);
    assert.deepEqual(
      [...overlay.catalogue.rows()].map((entry) => entry.title),
      ['second'],
    );
  });
});

describe('catalogue: loading', () => {
  it('reads once, when it is asked', async () => {
    let reads = 0;
    const lazy = new LazyCatalogue({
      read: () => {
        reads++;
        return Promise.resolve(encodeCatalogue(ROWS));
      },
    });
    assert.equal(lazy.current, undefined);
    const [first, second] = await Promise.all([lazy.load(), lazy.load()]);
    assert.ok(first.ok && second.ok && first.catalogue instanceof Catalogue);
    assert.equal(first, second);
    assert.equal(lazy.current, first);
    assert.equal(reads, 1);
  });

  for (const [what, read, code] of [
    ['nothing', () => Promise.resolve(null), 'absent'],
    ['another file', () => Promise.resolve(new Uint8Array(100)), 'not-a-catalogue'],
    ['a failure', () => Promise.reject(new Error('the disk is gone')), 'unreadable'],
  ] as const) {
    it(`says what came of ${what}`, async () => {
      const result = await new LazyCatalogue({ read }).load();
      assert.equal(result.ok ? 'ok' : result.error.code, code);
    });
  }

  it('says so to a person', () => {
    for (const [error, words] of [
      [{ code: 'unreadable', reason: 'no disk' }, 'The catalogue cannot be read: no disk'],
      [
        { code: 'version', detail: 9 },
        'The catalogue is of another version (9) than this program. Install Plenary again.',
      ],
      [{ code: 'altered' }, 'The file of the catalogue was changed. Install Plenary again.'],
      [{ code: 'absent' }, 'The catalogue is not there: titles and dates of resolutions are not known.'],
    ] as const) {
      assert.equal(loadErrorWords(error, english), words);
    }
    const conflict = {
      normalized: 'A/RES/1/1',
      column: 'vote',
      catalogue: 'own.tsv',
      below: null,
      ours: '100-0-2',
      theirs: 'without a vote',
    };
    assert.equal(
      conflictWords(conflict, english),
      'A/RES/1/1, vote: “without a vote” in own.tsv, “by 100 votes to none, with 2 abstaining” in the built-in catalogue; own.tsv counts',
    );
    assert.equal(
      conflictWords(
        { ...conflict, column: 'title', below: 'team.tsv', ours: 'Lamps', theirs: 'Fog' },
        english,
      ),
      'A/RES/1/1, title: “Fog” in own.tsv, “Lamps” in team.tsv; own.tsv counts',
    );
  });
});
