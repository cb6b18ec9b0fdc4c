import assert from 'node:assert/strict';
import { findAcronym, findBody } from '../../../server/src/catalogue/bodies.js';
import { Language } from '../../../server/src/l10n/language.js';
import {
  describeAcronym,
  describeBody,
  describeSession,
} from '../../../server/src/catalogue/describe/body.js';
import type { Explanation } from '../../../server/src/catalogue/describe/explanation.js';
import { escapeMarkdown, toMarkdown, toPlainText } from '../../../server/src/catalogue/describe/render.js';
import { describeResolution } from '../../../server/src/catalogue/describe/resolution.js';
import { describeState } from '../../../server/src/catalogue/describe/state.js';
import { describeSymbol } from '../../../server/src/catalogue/describe/symbol.js';
import { describeArticle, describeTreaty } from '../../../server/src/catalogue/describe/treaty.js';
import { documentUrl, officialSymbol } from '../../../server/src/catalogue/links.js';
import {
  MESSAGES,
  dateInWords,
  english,
  listInWords,
  ordinalFigure,
  translator,
} from '../../../server/src/catalogue/messages.js';
import { sessionOf } from '../../../server/src/catalogue/sessions.js';
import { findState } from '../../../server/src/catalogue/states.js';
import { findTreaty } from '../../../server/src/catalogue/treaties.js';
import { CatalogueView, VIEW, overlayOf, row } from './rows.js';

const t = english;
const said = (explanation: Explanation | null): string[] =>
  explanation ? toPlainText(explanation, t).split('\n') : [];
const symbol = (text: string): string[] => said(describeSymbol(text, VIEW, t, '2026-07-30'));

describe('catalogue: explanations of resolutions', () => {
  it('tells what the catalogue has', () => {
    assert.deepEqual(symbol('A/RES/75/158'), [
      'General Assembly resolution 75/158',
      '  Protection of migratory lighthouses',
      '  Adopted on 16 December 2020 at the 46th plenary meeting (A/75/PV.46), without a vote',
      '  Seventy-fifth session (2020–2021). Agenda item 28 (b): Advancement of beacons',
      '  Same title: 70/12, 73/146 and 79/154',
      '  Cited by 2 resolutions since 2019, last by 79/154 of 17 December 2024',
      '  Source: machine-readable resolutions of the United Nations, voting records of the UN Digital Library (high confidence)',
      '  https://undocs.org/en/A/RES/75/158',
    ]);
  });

  it('shows the description of a Security Council resolution as one', () => {
    assert.deepEqual(symbol('S/RES/1325 (2000)').slice(0, 4), [
      'Security Council resolution 1325 (2000)',
      '  Description: on keepers of lamps',
      '  Adopted on 31 October 2000 at the 4213th meeting (S/PV.4213), by 15 votes to none',
      '  Under “Keepers and peace”',
    ]);
  });

  it('tells what is not known, and a lesser confidence', () => {
    assert.deepEqual(symbol('A/RES/76/2'), [
      'General Assembly resolution 76/2',
      '  Lamps and women keepers',
      '  Date and vote of its adoption are not in the catalogue',
      '  Seventy-sixth session (2021–2022)',
      '  Source: titles of drafts (medium confidence: about one such row in a hundred has a mistake)',
      '  https://undocs.org/en/A/RES/76/2',
    ]);
    assert.equal(
      symbol('A/RES/79/154')[2],
      '  Adopted on 17 December 2024; the vote is not in the catalogue',
    );
    assert.equal(
      symbol('A/RES/ES-11/5')[2],
      '  Adopted on 14 November 2022, by 94 votes to 14, with 73 abstaining',
    );
    assert.equal(symbol('A/RES/ES-11/5')[3], '  Eleventh emergency special session');
  });

  it('tells of a vote in writing', () => {
    const own = overlayOf('own.tsv', [
      row('S/RES/3100(2031)', 'on lamps', {
        adoptionDate: '2031-05-06',
        meeting: 'Voting by mail',
        vote: '15-0-0',
      }),
    ]);
    const explanation = describeResolution('S/RES/3100(2031)', new CatalogueView(null, [own]), t)!;
    assert.equal(said(explanation)[2], '  Adopted on 6 May 2031 in a written procedure, by 15 votes to none');
  });

  it('tells of a part what is said of the whole', () => {
    const lines = symbol('A/RES/217 A (III)');
    assert.equal(lines[4], '  Cited by one resolution since 2019: 79/154 of 17 December 2024');
    assert.equal(
      lines[5],
      '  217 (III) as a whole is cited by 2 resolutions since 2019, last by 79/154 of 17 December 2024',
    );
    assert.equal(lines.at(-1), '  https://undocs.org/en/A/RES/217%28III%29');
  });

  for (const [text, ...lines] of [
    [
      'A/RES/48/75',
      '  In parts: 48/75 A (Depth of harbours: dredging) and 48/75 C (Depth of harbours: soundings)',
      '  Forty-eighth session (1993–1994)',
      '  https://undocs.org/en/A/RES/48/75',
    ],
    [
      'A/RES/58/12',
      '  Not in the catalogue, but it exists: the numbers run on to 58/318 at least',
      '  Fifty-eighth session (2003–2004)',
      '  https://undocs.org/en/A/RES/58/12',
    ],
    [
      'A/RES/75/999',
      '  There is no such resolution: the last one there is 75/328',
      '  Seventy-fifth session (2020–2021)',
    ],
    ['S/RES/2546(2021)', '  There is no such resolution; perhaps 2546 (2020) is meant'],
    [
      'A/RES/217(IV)',
      '  Hardly exists: the numbers ran on from session to session; perhaps 217 (III) is meant',
      '  Fourth session (1949–1950)',
    ],
    [
      'A/RES/80/400',
      '  Hardly exists: no session of the General Assembly has adopted more than 350 resolutions',
      '  Eightieth session (2025–2026)',
    ],
    ['A/RES/95/1', '  Hardly exists: that session or year has not begun', '  95th session'],
    [
      'A/RES/75/158B',
      '  The catalogue has 75/158 without this letter',
      '  Seventy-fifth session (2020–2021)',
      '  https://undocs.org/en/A/RES/75/158B',
    ],
    [
      'A/RES/60/1',
      '  Not in the catalogue, but it exists: the numbers run on to 60/288 at least',
      '  Sixtieth session (2005–2006)',
      '  Cited by one resolution since 2019: 80/900',
      '  https://undocs.org/en/A/RES/60/1',
    ],
    ['E/CN.9/RES/2004/1', '  Not in the catalogue'],
  ] as const) {
    it(`tells what the number alone says of ${text}`, () => assert.deepEqual(symbol(text).slice(1), lines));
  }

  it('reads the agenda out of what the sources write', () => {
    for (const [subject, line] of [
      ['Agenda item 5', 'Agenda item 5'],
      [
        'A/58/251 145b Harbours of the strait. HARBOURS--FINANCING',
        'Agenda item 145 (b): Harbours of the strait',
      ],
      [
        'A/54/251 20b - Aid to harbours. - AID, A/54/251 20b[31] - AID--HARBOURS',
        'Agenda item 20 (b): Aid to harbours',
      ],
      ['A/8801 & Add.1,2 62 A convention on lamps.', 'Agenda item 62: A convention on lamps'],
      ['Harbours of the strait.', 'Under “Harbours of the strait”'],
    ] as const) {
      const view = new CatalogueView(null, [overlayOf('x', [row('A/RES/58/307', 'Lamps', { subject })])]);
      const fact = describeResolution('A/RES/58/307', view, t)!.facts.find(
        (one) => one.key === 'session.regular',
      );
      assert.equal(fact?.text, `Fifty-eighth session (2003–2004). ${line}`);
    }
  });

  it('names the catalogue that a row comes from', () => {
    const own = overlayOf('plenary.catalogue.tsv', [
      row('A/RES/99/1', 'Lamps of tomorrow', { sources: '', confidence: '' }),
    ]);
    const explanation = describeResolution('A/RES/99/1', new CatalogueView(null, [own]), t)!;
    assert.equal(said(explanation).at(-2), '  Source: plenary.catalogue.tsv');
    assert.deepEqual(explanation.data['catalogues'], ['plenary.catalogue.tsv']);
  });

  it('gives values beside the words', () => {
    const { kind, id, data } = describeResolution('A/RES/75/158', VIEW, t)!;
    assert.deepEqual([kind, id], ['resolution', 'A/RES/75/158']);
    assert.equal(data['vote'], 'without a vote');
    assert.deepEqual(data['sameTitle'], ['A/RES/70/12', 'A/RES/73/146', 'A/RES/79/154']);
    assert.equal(Object.hasOwn(describeResolution('A/RES/76/2', VIEW, t)!.data, 'vote'), false);
  });

  it('is Markdown that the words cannot break out of', () => {
    const view = new CatalogueView(null, [overlayOf('*x*', [row('A/RES/99/1', '[a](b) <b>*c*</b>\\ `d`')])]);
    const text = toMarkdown(describeResolution('A/RES/99/1', view, t)!, t);
    assert.ok(text.includes('*\\[a\\](b) \\<b\\>\\*c\\*\\</b\\>\\\\ \\`d\\`*'), text);
    assert.equal(escapeMarkdown('1. a\n- b &amp; c'), '1\\. a - b &amp;amp; c');
    assert.equal(escapeMarkdown('- b'), '\\- b');
    assert.equal(
      toMarkdown(describeResolution('A/RES/76/2', VIEW, t)!, t),
      [
        '**General Assembly resolution 76/2**  ',
        '*Lamps and women keepers*',
        '',
        'Date and vote of its adoption are not in the catalogue · Seventy-sixth session (2021–2022)',
        '',
        'Source: titles of drafts (medium confidence: about one such row in a hundred has a mistake) · ' +
          '[Read A/RES/76/2](https://undocs.org/en/A/RES/76/2)',
      ].join('\n'),
    );
  });
});

describe('catalogue: explanations of symbols', () => {
  for (const [text, ...lines] of [
    [
      'A/75/292',
      'A: General Assembly',
      '75: seventy-fifth session (2020–2021)',
      '292: number of the document',
    ],
    [
      'A/C.3/75/L.10/Rev.1',
      'A: General Assembly',
      'C.3: Third Committee',
      '75: seventy-fifth session (2020–2021)',
      'L.10: Limited distribution (generally draft documents), No. 10',
      'Rev.1: Revision, No. 1',
    ],
    [
      'CTOC/COP/WG.4/2021/2',
      'CTOC/COP: Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
      'WG.4: Working Group on Trafficking in Persons',
      '2021: year',
      '2: number of the document',
    ],
    ['S/2018/451', 'S: Security Council', '2018: year', '451: number of the document'],
    [
      'A/HRC/29/38/Add.2',
      'A: General Assembly',
      'HRC: Human Rights Council',
      '29: twenty-ninth session (2015)',
      '38: number of the document',
      'Add.2: Addendum, No. 2',
    ],
    [
      'A/53/23 (Part IV)',
      'A: General Assembly',
      '53: fifty-third session (1998–1999)',
      '23: number of the document',
      '(Part IV): part of the document',
    ],
    [
      'A/77/895-S/2023/363',
      'A: General Assembly',
      '77: seventy-seventh session (2022–2023)',
      '895: number of the document',
      'Also issued as S/2023/363',
    ],
    [
      'A/ES-10/PV.45',
      'A: General Assembly',
      'ES-10: tenth emergency special session',
      'PV.45: Verbatim records of meetings, No. 45',
    ],
    [
      'A/S-26/L.2',
      'A: General Assembly',
      'S-26: twenty-sixth special session',
      'L.2: Limited distribution (generally draft documents), No. 2',
    ],
    ['A/10034', 'A: General Assembly', '10034: number of the document'],
    [
      'CEDAW/C/SVN/CO/4',
      'CEDAW: Convention on the Elimination of All Forms of Discrimination against Women',
      'C: Committee on the Elimination of Discrimination against Women',
      'SVN: concerning Slovenia',
      'CO: not in the catalogue',
      '4: number of the document',
    ],
    [
      'E/CN.6/2020/3',
      'E: Economic and Social Council',
      'CN.6: usually Commission on the Status of Women',
      '2020: year',
      '3: number of the document',
    ],
    [
      'E/CN.3/2020/3',
      'E: Economic and Social Council',
      'CN.3: apparently Statistical Commission',
      '2020: year',
      '3: number of the document',
    ],
    [
      'UNEP/EA.5/L.1',
      'UNEP: United Nations Environment Programme',
      'EA.5: United Nations Environment Assembly, No. 5',
      'L.1: Limited distribution (generally draft documents), No. 1',
    ],
    ['XYZ/2020/1', 'XYZ: not in the catalogue', '2020: year', '1: number of the document'],
    [
      'CTOC / COP / 2022 / CRP. 3',
      'CTOC/COP: Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
      '2022: year',
      'CRP.3: Conference room paper, No. 3',
    ],
  ] as const) {
    it(`explains ${text}`, () => {
      const explanation = describeSymbol(text, VIEW, t);
      assert.deepEqual(
        explanation?.facts.map((fact) => fact.text),
        lines,
      );
    });
  }

  for (const text of [
    'and/or',
    'km/h',
    's/he',
    '',
    '75/158',
    'http://example.org/A/1',
    'A/',
    '/A/75',
    'a'.repeat(500),
    'A/' + '1/'.repeat(200),
  ]) {
    it(`explains no ${JSON.stringify(text.slice(0, 20))}`, () =>
      assert.equal(describeSymbol(text, VIEW, t), null));
  }

  it('links to both symbols of a joint document', () => {
    assert.deepEqual(
      describeSymbol('A/77/895-S/2023/363', VIEW, t)?.links.map((link) => link.url),
      ['https://undocs.org/en/A/77/895', 'https://undocs.org/en/S/2023/363'],
    );
  });

  it('escapes what it links to', () => {
    assert.equal(documentUrl('S/RES/2546(2020)'), 'https://undocs.org/en/S/RES/2546%282020%29');
    assert.equal(documentUrl('A/78/5 (Vol. II)'), 'https://undocs.org/en/A/78/5%20%28Vol.%20II%29');
    assert.equal(
      documentUrl('A/1?x=<"\')#\ud800'),
      'https://undocs.org/en/A/1%3Fx%3D%3C%22%27%29%23%EF%BF%BD',
    );
    assert.equal(officialSymbol('A/RES/217(III)A'), 'A/RES/217(III)');
    assert.equal(officialSymbol('A/RES/48/75C'), 'A/RES/48/75C');
    assert.equal(officialSymbol('CTOC/COP/RES/10/3'), null);
    assert.equal(officialSymbol('UNEP/EA.5/Res.14'), 'UNEP/EA.5/Res.14');
    assert.equal(officialSymbol('S/RES/2546'), null);
  });
});

describe('catalogue: explanations of treaties, States and bodies', () => {
  it('explains a treaty', () => {
    const lines = said(describeTreaty(findTreaty('Trafficking in Persons Protocol')!, t));
    assert.deepEqual(lines.slice(2), [
      '  Also called Palermo Protocol',
      '  Adopted on 15 November 2000 (A/RES/55/25, annex II)',
      '  In force since 25 December 2003',
      '  United Nations, Treaty Series, vol. 2237, No. 39574',
      '  20 articles',
      '  Source: text of the treaty; notes on treaties',
      '  https://undocs.org/en/A/RES/55/25',
    ]);
    const statute = said(describeTreaty(findTreaty('Rome Statute')!, t));
    assert.ok(statute.includes('  Usually given as 128 articles'));
    assert.equal(statute.at(-1), '  Source: general knowledge, not checked against a source');
    assert.ok(
      said(describeTreaty(findTreaty('Global Compact for Migration')!, t)).includes(
        '  Not divided into articles',
      ),
    );
  });

  it('explains an article', () => {
    const article = (treaty: string, number: string): Explanation =>
      describeArticle(findTreaty(treaty)!, number, t);
    assert.deepEqual(said(article('Trafficking in Persons Protocol', '3 (a)')).slice(0, 2), [
      'Trafficking in Persons Protocol, article 3 (a)',
      '  Use of terms',
    ]);
    assert.equal(said(article('Trafficking in Persons Protocol', '21'))[1], '  There are 20 articles only');
    assert.equal(said(article('Rome Statute', '129'))[1], '  There seem to be 128 articles only');
    assert.equal(said(article('Firearms Protocol', '8'))[1], '  Usually given as “Marking of firearms”');
    assert.equal(said(article('Rome Statute', '7'))[1], '  The title of the article is not in the catalogue');
  });

  it('explains a State', () => {
    assert.deepEqual(said(describeState(findState('Bolivia')!, t)).slice(0, 4), [
      'Bolivia (Plurinational State of)',
      '  Member State of the United Nations',
      '  In a sentence: Plurinational State of Bolivia',
      '  Earlier names in lists of votes: Bolivia (1946–2009)',
    ]);
    assert.equal(
      said(describeState(findState('Russia')!, t))[1],
      '  “Russia” is not the name that the United Nations uses',
    );
    assert.deepEqual(said(describeState(findState('Czechoslovakia')!, t)).slice(0, 3), [
      'Czechoslovakia',
      '  Former member of the United Nations',
      '  In lists of votes from 1946 to 1992',
    ]);
  });

  it('explains a body, a session and an acronym', () => {
    assert.deepEqual(said(describeBody(findBody('Working Group on Trafficking in Persons')!, t)), [
      'Working Group on Trafficking in Persons',
      '  Symbols of its documents begin with CTOC/COP/WG.4',
      '  Sessions known: 9 (2019) to 12 (2022)',
    ]);
    assert.deepEqual(
      said(describeSession(sessionOf('Working Group on Trafficking in Persons', 11)!, t)).slice(0, 2),
      [
        'Eleventh meeting, Working Group on Trafficking in Persons',
        '  Held from 12 October 2021 to 13 October 2021',
      ],
    );
    assert.deepEqual(
      said(describeSession(sessionOf('GA', 11)!, t))[1],
      '  Held from 12 November 1956 to 8 March 1957',
    );
    assert.deepEqual(said(describeSession(sessionOf('GA', 37)!, t)).slice(1, 3), [
      '  1982–1983',
      '  Opened on 21 September 1982',
    ]);
    assert.deepEqual(said(describeAcronym(findAcronym('UNODC')[0]!, t)), [
      'UNODC',
      '  United Nations Office on Drugs and Crime',
      '  Source: defined so in A/79/797',
    ]);
  });
});

describe('catalogue: messages', () => {
  it('says what a table leaves out in English', () => {
    const french = translator(new Language('fr', { 'without a vote': 'sans vote' }));
    assert.equal(french('vote.none'), 'sans vote');
    assert.equal(dateInWords(french, '2020-12-16'), '16 décembre 2020');
    assert.equal(dateInWords(french, 'soon'), 'soon');
    assert.equal(
      french('vote.abstaining', { yes: 1, no: 2, abstain: 3 }),
      'by 1 votes to 2, with 3 abstaining',
    );
    assert.equal(french('heading.symbol'), 'Document {symbol}');
  });

  it('counts', () => {
    assert.equal(listInWords(t, []), '');
    assert.equal(listInWords(t, ['a']), 'a');
    assert.equal(listInWords(t, ['a', 'b', 'c']), 'a, b and c');
    assert.equal(listInWords(t, ['a', 'b'], 1), 'a, b and 1 other');
    assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112, 4213].map(ordinalFigure), [
      ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th', '4213th'],
    ]);
  });

  it('has no message with a brace that is not an argument', () => {
    for (const message of Object.values(MESSAGES)) {
      for (const text of typeof message === 'string' ? [message] : Object.values(message)) {
        assert.equal(text.replace(/\{[a-z]\w*\}/gi, '').search(/[{}]/), -1, text);
      }
    }
  });
});
