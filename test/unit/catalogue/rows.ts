import { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { rowOf } from '../../../server/src/catalogue/import/rows.js';
import type { FoundCells } from '../../../server/src/catalogue/import/rows.js';
import type { ResolutionRow } from '../../../server/src/catalogue/rows.js';
import { CatalogueView, overlayOf } from '../../../server/src/catalogue/view.js';

/** A row of a test: the symbol decides on organ, number and session. */
export function row(symbol: string, title: string, rest: Partial<FoundCells> = {}): ResolutionRow {
  const made = rowOf({
    confidence: 'high',
    sources: 'un-xml',
    titleSource: 'un-xml',
    ...rest,
    symbol,
    title,
  });
  if (!made) throw new Error(`The symbol of a test is not understood: ${symbol}`);
  return made;
}

/** Invented resolutions under numbers that the tables may know; what they say is of no record. */
export const ROWS: readonly ResolutionRow[] = [
  row('A/RES/217(III)', 'Charter of the lighthouses'),
  row('A/RES/217(III)A', 'Charter of the lighthouses: duties of keepers', {
    adoptionDate: '1948-12-10',
    vote: '40-0-8',
    meeting: 'A/PV.183',
  }),
  row('A/RES/217(III)B', 'Charter of the lighthouses: lamps'),
  row('A/RES/48/75A', 'Depth of harbours: dredging'),
  row('A/RES/48/75C', 'Depth of harbours: soundings'),
  row('A/RES/70/12', 'Protection of migratory lighthouses', { adoptionDate: '2015-11-20' }),
  row('A/RES/73/146', 'Protection of migratory light-houses', { adoptionDate: '2018-12-17' }),
  row('A/RES/75/158', 'Protection of migratory lighthouses', {
    adoptionDate: '2020-12-16',
    vote: 'without a vote',
    meeting: 'A/75/PV.46',
    subject: 'Agenda item 28 (b): Advancement of beacons',
    draft: 'A/C.3/75/L.10',
    report: 'A/75/470',
    undlRecord: '3890001',
    sources: 'un-xml,voting-records',
  }),
  row('A/RES/75/254A-C', 'Budget of the lamps'),
  row('A/RES/76/2', 'Lamps and women keepers', { confidence: 'medium', sources: 'draft-titles' }),
  row('A/RES/79/154', 'Protection of migratory lighthouses', { adoptionDate: '2024-12-17' }),
  row('A/RES/ES-11/5', 'Fog in the strait', { adoptionDate: '2022-11-14', vote: '94-14-73' }),
  row('S/RES/1325(2000)', 'on keepers of lamps', {
    adoptionDate: '2000-10-31',
    vote: '15-0-0',
    meeting: 'S/PV.4213',
    subject: 'Keepers and peace',
  }),
  row('S/RES/2546(2020)', 'on renewal of the harbour patrol', { adoptionDate: '2020-10-02', vote: '14-0-1' }),
  row('E/RES/2021/25', 'Report of the harbour masters', { adoptionDate: '2021-07-22' }),
  row('A/HRC/RES/10/3', 'Right to a quiet harbour'),
  row('CTOC/COP/RES/10/3', 'Smuggling of lamps'),
];

export const CITATIONS: readonly (readonly [string, string])[] = [
  ['A/RES/79/154', 'A/RES/75/158'],
  ['A/RES/76/2', 'A/RES/75/158'],
  ['A/RES/75/158', 'A/RES/73/146'],
  ['A/RES/75/158', 'A/RES/217(III)'],
  ['A/RES/79/154', 'A/RES/217(III)'],
  ['A/RES/79/154', 'A/RES/217(III)A'],
  // Neither end of this one has a row.
  ['A/RES/80/900', 'A/RES/60/1'],
];

export const CATALOGUE = Catalogue.fromRows(ROWS, CITATIONS);
export const VIEW = new CatalogueView(CATALOGUE);
export { CatalogueView, overlayOf };
