import assert from 'node:assert/strict';
import { compileNames } from '../../../server/src/catalogue/compileNames.js';
import { nameTable } from '../../../server/src/catalogue/nameTable.js';
import {
  acronymOf,
  acronymsStarting,
  bodies,
  findAcronym,
  findBody,
} from '../../../server/src/catalogue/bodies.js';
import { existenceOf } from '../../../server/src/catalogue/existence.js';
import { openings } from '../../../server/src/catalogue/openings.js';
import {
  assemblyInterval,
  assemblySessionInSymbol,
  assemblySessionOn,
  councilYear,
  rangeOf,
  sessionOf,
  sessionOfYear,
  sessionsOf,
  yearOfSession,
} from '../../../server/src/catalogue/sessions.js';
import {
  findState,
  properCase,
  runningName,
  shortName,
  stateByCode,
  stateNames,
  states,
  statesStarting,
} from '../../../server/src/catalogue/states.js';
import {
  articleExistence,
  articleTitle,
  findTreaty,
  treaties,
  treatiesStarting,
  treatyByShortTitle,
} from '../../../server/src/catalogue/treaties.js';
import { CATALOGUE } from './rows.js';

describe('the table of names', () => {
  it('is that of the tables of facts', () => {
    assert.deepEqual(nameTable(), compileNames());
  });
});

describe('catalogue: what exists', () => {
  for (const [symbol, expected] of [
    // Rows.
    ['A/RES/75/158', 'exists row'],
    ['A/RES/48/75', 'exists parts'],
    ['A/RES/75/254B', 'exists parts'],
    ['A/RES/75/158B', 'unknown letter'],
    // A session that ended with a known number.
    ['A/RES/75/328', 'exists range'],
    ['A/RES/75/329', 'absent after-last'],
    ['A/RES/75/999', 'absent after-last'],
    ['A/RES/75/0', 'implausible zero'],
    ['A/RES/75/12A', 'unknown letter'],
    // A session of which only a lower bound is known.
    ['A/RES/58/12', 'exists range'],
    ['A/RES/58/330', 'unknown after-last-known'],
    ['A/RES/58/351', 'implausible too-many'],
    ['A/RES/80/300', 'unknown after-last-known'],
    ['A/RES/80/400', 'implausible too-many'],
    ['A/RES/81/5', 'implausible future'],
    ['A/RES/91/5', 'implausible future'],
    // The numbering of the first thirty sessions.
    ['A/RES/29/3201', 'implausible numbering'],
    ['A/RES/217(IV)', 'implausible other-session A/RES/217(III)'],
    ['A/RES/217(IV)A', 'implausible other-session A/RES/217(III)A'],
    ['A/RES/200(III)', 'exists range'],
    ['A/RES/3600(XXX)', 'implausible too-many'],
    ['A/RES/100(LXXV)', 'implausible numbering'],
    ['A/RES/3202(S-VI)', 'unknown after-last-known'],
    ['A/RES/998(ES-I)', 'exists range'],
    ['A/RES/S-6/1', 'implausible numbering'],
    ['A/RES/S-20/2', 'exists range'],
    ['A/RES/ES-11/40', 'unknown after-last-known'],
    // Decisions are not in the tables.
    ['A/DEC/75/512', 'unknown no-knowledge'],
    ['A/DEC/75/12', 'implausible decision-number'],
    ['A/HRC/DEC/35/1', 'unknown no-knowledge'],
    // The Security Council.
    ['S/RES/2546(2020)', 'exists row'],
    ['S/RES/2546(2021)', 'absent other-year S/RES/2546(2020)'],
    ['S/RES/2547(2020)', 'exists range'],
    ['S/RES/2547(2030)', 'implausible future'],
    ['S/RES/2762(2024)', 'exists range'],
    ['S/RES/2900(2020)', 'absent after-last'],
    ['S/RES/2840(2026)', 'unknown after-last-known'],
    ['S/RES/4000(2026)', 'implausible too-many'],
    ['S/RES/1(1945)', 'implausible numbering'],
    ['S/RES/2547', 'exists range'],
    ['S/RES/9999', 'unknown after-last-known'],
    // Others.
    ['E/RES/2021/2', 'exists range'],
    ['E/RES/2021/99', 'unknown after-last-known'],
    ['E/RES/2044/1', 'implausible future'],
    ['E/RES/1503(XLVIII)', 'unknown no-knowledge'],
    ['A/HRC/RES/35/5', 'exists range'],
    ['A/HRC/RES/35/99', 'unknown after-last-known'],
    ['E/CN.9/RES/2004/1', 'unknown no-knowledge'],
    ['A/75/292', 'unknown no-knowledge'],
  ] as const) {
    it(`says of ${symbol}: ${expected}`, () => {
      const existence = existenceOf(symbol, CATALOGUE, '2026-07-30');
      const instead = 'instead' in existence && existence.instead ? ` ${existence.instead}` : '';
      assert.equal(`${existence.status} ${existence.reason}${instead}`, expected);
    });
  }

  it('says nothing of the future without a date', () => {
    assert.equal(existenceOf('A/RES/91/5', null).status, 'unknown');
    assert.equal(existenceOf('S/RES/4000(2026)', null).status, 'unknown');
  });
});

describe('catalogue: sessions', () => {
  it('knows the sessions of the General Assembly', () => {
    const session = sessionOf('General Assembly', 75);
    assert.deepEqual(
      [session?.from, session?.to, session?.ordinal, session?.noun],
      [2020, 2021, 'seventy-fifth', 'session'],
    );
    assert.equal(yearOfSession('GA', 31), 1976);
    assert.equal(sessionOf('GA', 1)?.to, 1946);
    assert.equal(sessionOf('GA', 300), null);
    assert.equal(sessionOfYear('General Assembly', 2020)?.number, 75);
    assert.equal(assemblySessionInSymbol(3), 'III');
    assert.equal(assemblySessionInSymbol(31), '31');
  });

  it('knows those of other bodies', () => {
    const meeting = sessionOf('Working Group on Trafficking in Persons', 11);
    assert.deepEqual(
      [meeting?.opened, meeting?.closed, meeting?.noun],
      ['2021-10-12', '2021-10-13', 'meeting'],
    );
    assert.equal(yearOfSession('CTOC-COP', 10), 2020);
    assert.equal(yearOfSession('Human Rights Council', 35), 2017);
    assert.equal(yearOfSession('Human Rights Council', 200), null);
    assert.equal(sessionsOf('Commission on Crime Prevention and Criminal Justice').length, 35);
    assert.deepEqual(sessionsOf('Society of lamps'), []);
  });

  for (const [date, expected] of [
    ['2020-12-16', '75 true'],
    ['2020-08-31', '74 true'],
    ['2020-09-05', '75 false'],
    ['1946-02-01', '1 true'],
    ['1945-10-24', 'null'],
    ['1956-11-11', '10 true'],
    ['1956-11-12', '11 true'],
    ['1964-10-01', '18 true'],
    ['soon', 'null'],
  ] as const) {
    it(`tells the session of ${date}`, () => {
      const session = assemblySessionOn(date);
      assert.equal(session ? `${session.number} ${session.certain}` : 'null', expected);
    });
  }

  it('leaves room where an opening is not known', () => {
    assert.deepEqual(assemblyInterval(75), { earliest: '2020-09-01', latest: '2021-09-30' });
    assert.deepEqual(assemblyInterval(64), { earliest: '2009-09-01', latest: '2010-09-13' });
    assert.equal(assemblyInterval(0), null);
    assert.equal(assemblyInterval(7.5), null);
  });

  it('knows the years of the Security Council', () => {
    assert.equal(councilYear(2546), 2020);
    assert.equal(councilYear(1), 1946);
    assert.equal(councilYear(9999), null);
    assert.equal(rangeOf('GA', 'III')?.first, 190);
    assert.equal(rangeOf('GA', '300'), undefined);
  });
});

describe('catalogue: names', () => {
  it('knows treaties by any name', () => {
    for (const name of [
      'Trafficking in Persons Protocol',
      'the Palermo Protocol',
      'TRAFFICKING IN PERSONS PROTOCOL',
    ]) {
      assert.equal(findTreaty(name)?.shortTitle, 'Trafficking in Persons Protocol');
    }
    assert.equal(findTreaty('UNTOC')?.shortTitle, 'Organized Crime Convention');
    assert.equal(findTreaty('Treaty of the lamps'), undefined);
    assert.equal(treatyByShortTitle('Paris Agreement')?.articles, 29);
    assert.deepEqual(
      treatiesStarting('traff').map((row) => row.shortTitle),
      ['Trafficking in Persons Protocol'],
    );
  });

  it('has the titles of articles within their treaties', () => {
    const protocol = findTreaty('Trafficking in Persons Protocol')!;
    assert.equal(articleTitle(protocol, '3 (a)')?.title, 'Use of terms');
    assert.equal(articleTitle(protocol, '21'), undefined);
    assert.equal(articleExistence(protocol, '20'), 'exists');
    assert.equal(articleExistence(protocol, '21'), 'absent');
    assert.equal(articleExistence(protocol, '0'), 'absent');
    assert.equal(articleExistence(protocol, 'bis'), 'unknown');
    assert.equal(articleExistence(findTreaty('Rome Statute')!, '129'), 'probably absent');
    assert.equal(articleExistence(findTreaty('NPT')!, 'IV'), 'exists');
    assert.equal(articleExistence(findTreaty('NPT')!, 'XII'), 'probably absent');
    for (const treaty of treaties()) {
      for (let article = 1; article <= treaty.articles; article++) {
        const title = articleTitle(treaty, String(article))?.title;
        assert.ok(
          title === undefined || /^[A-Z].*\S$/.test(title),
          `${treaty.shortTitle} ${article}: ${title}`,
        );
      }
    }
  });

  for (const [name, expected] of [
    ['Bolivia (Plurinational State of)', 'BOL short'],
    ['the Plurinational State of Bolivia', 'BOL short'],
    ['bolivia', 'BOL former'],
    ['the Republic of Albania', 'ALB formal'],
    ['TÜRKİYE', 'TUR short'],
    ['Turkey', 'TUR former'],
    ['Russia', 'RUS informal'],
    ["Côte d'Ivoire", 'CIV short'],
    ['Ivory Coast', 'CIV former'],
    ['the Central African Republic', 'CAF short'],
    ['USSR', ' vote-list'],
    ['Atlantis', 'undefined'],
  ] as const) {
    it(`knows ${name}`, () => {
      const found = findState(name);
      assert.equal(found ? `${found.state.iso3} ${found.form}` : 'undefined', expected);
    });
  }

  it('writes names of States as they stand in a text', () => {
    const state = (code: string) => stateByCode(code)!;
    assert.equal(shortName(state('CAF')), 'Central African Republic');
    assert.equal(runningName(state('IRN')), 'Islamic Republic of Iran');
    assert.equal(runningName(state('FRA')), 'France');
    assert.equal(properCase('LIBYAN ARAB JAMAHIRIYA'), 'Libyan Arab Jamahiriya');
    assert.equal(properCase('UKRAINIAN SSR'), 'Ukrainian SSR');
    assert.equal(properCase('CONGO (DEMOCRATIC REPUBLIC OF)'), 'Congo (Democratic Republic of)');
    assert.equal(stateByCode(''), undefined);
    assert.equal(states().filter((one) => one.iso3 !== '').length, 193);
    assert.ok(statesStarting('united').some((found) => found.state.iso3 === 'TZA'));
    assert.ok(stateNames().every((found) => found.name.trim() !== ''));
  });

  it('knows bodies and acronyms', () => {
    assert.equal(findBody('UNODC')?.name, 'United Nations Office on Drugs and Crime');
    assert.equal(findBody('the general assembly')?.series[0]?.prefix, 'A');
    assert.equal(findBody('unodc'), undefined);
    assert.ok(bodies().length > 200);
    assert.deepEqual(
      findAcronym('CEDAW').map((row) => row.kind),
      ['treaty'],
    );
    assert.deepEqual(findAcronym('QQQ'), []);
    assert.equal(acronymOf('world health organization')?.acronym, 'WHO');
    assert.ok(acronymsStarting('UNOD').some((row) => row.acronym === 'UNODC'));
  });

  it('knows how paragraphs open', () => {
    const words = openings('GA', 'preambular');
    assert.equal(words[0]?.words, 'Recalling');
    assert.ok(words.every((opening, i) => i === 0 || opening.occurrences <= words[i - 1]!.occurrences));
    assert.deepEqual(openings('XYZ', 'operative'), []);
  });
});
