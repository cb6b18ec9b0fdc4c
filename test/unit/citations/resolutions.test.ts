import type { CitationContext, CitationKind } from '../../../server/src/citations/citation.js';
import assert from 'node:assert/strict';
import { documentBody } from '../../../server/src/citations/bodies.js';
import { cases, recognize } from './kit.js';

const RES: readonly CitationKind[] = ['resolution'];

describe('resolutions: the body beside the number', () => {
  cases(RES, [
    'General Assembly resolution ⟦71/44→A/RES/71/44⟧ of 5 December 2016',
    'Security Council resolution ⟦2417 (2018)→S/RES/2417(2018)⟧',
    'Economic and Social Council resolution ⟦2014/22→E/RES/2014/22⟧',
    'Economic and Social Council resolution ⟦1296 (XLIV)→E/RES/1296(XLIV)⟧',
    'Human Rights Council resolution ⟦34/5→A/HRC/RES/34/5⟧',
    'Human Rights Council resolution ⟦S-25/1→A/HRC/RES/S-25/1⟧',
    'Human Rights Council decision ⟦17/119→A/HRC/DEC/17/119⟧',
    'Commission on Human Rights resolution ⟦2001/77→E/CN.4/RES/2001/77⟧',
    'Commission on Narcotic Drugs resolution ⟦59/3→E/CN.7/RES/59/3⟧',
    'Commission on Crime Prevention and Criminal Justice resolution ⟦26/2→E/CN.15/RES/26/2⟧',
    'Executive Board decision ⟦2019/11→DP/DEC/2019/11⟧',
    'United Nations Environment Assembly resolution ⟦3/7→UNEP/EA.3/Res.7⟧ and decision ⟦4/2→UNEP/EA.4/Dec.2⟧',
    'the Assembly, in its resolution ⟦70/174→A/RES/70/174⟧, requested',
    'in line with Council resolution ⟦2015/15→E/RES/2015/15⟧',
    'in line with Council resolution ⟦2185 (2014)→S/RES/2185(2014)⟧',
    'in line with Council resolution ⟦35/12→A/HRC/RES/35/12⟧',
    'pursuant to GA resolution ⟦64/179→A/RES/64/179⟧ and GA res. ⟦66/181→A/RES/66/181⟧',
    'pursuant to UNGA Resolution ⟦68/193→A/RES/68/193⟧',
    'the UN resolution ⟦71/313→A/RES/71/313⟧',
    'resolution ⟦12/4→CTOC/COP/RES/12/4⟧ of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    'resolution ⟦7/4→CAC/COSP/RES/7/4⟧ of 10 November 2017 of the Conference of the States Parties to the United Nations Convention against Corruption',
    'decision ⟦14/5→CBD/COP/DEC/14/5⟧ of the Conference of the Parties to the Convention on Biological Diversity',
    'decision ⟦XII/3→CBD/COP/DEC/XII/3⟧ of the twelfth meeting of the Conference of the Parties to the Convention on Biological Diversity',
    'resolutions ⟦242→S/RES/242(1967)⟧ and ⟦338→S/RES/338(1973)⟧ of the Security Council',
    'a resolution adopted by the General Assembly, ⟦A/RES/72/1→A/RES/72/1⟧, and the ones before',
  ]);
});

describe('resolutions: letters before the session, a stroke before the year', () => {
  cases(RES, [
    'decisions ⟦LC-14/12→DEC/LC-14/12⟧, ⟦RC-9/3→DEC/RC-9/3⟧ and ⟦LC.Ex-2/1→DEC/LC.Ex-2/1⟧ of the conferences',
    'decision ⟦C-24/DEC.7→DEC/C-24/DEC.7⟧ of 26 November 2020 of the Conference of the States Parties',
    'decision ⟦MP-IV/5→DEC/MP-IV/5⟧ and resolution ⟦BO-3/Res.2→RES/BO-3/Res.2⟧',
    'paragraph C-24/7, decision B-12/5, decision AB-2024/11b, group BC-14/12',
    'Security Council resolutions ⟦418/1977→S/RES/418(1977)⟧ and ⟦1325/2000→S/RES/1325(2000)⟧',
    'resolution ⟦1970/2011→S/RES/1970(2011)⟧, resolution 418/1978',
    'in 1325/2000 parts, in General Assembly resolution 418/1977',
  ]);

  it('the words behind it say whose it is', () => {
    const organ = (text: string) => {
      const [one] = recognize(text).filter((c) => c.type === 'resolution');
      return one?.type === 'resolution' ? one.organ : undefined;
    };
    assert.equal(
      organ('decision LC-14/12 of the Conference of the Parties to the Lake Convention on Boats, on sails'),
      'Conference of the Parties to the Lake Convention on Boats',
    );
    assert.equal(
      organ('decision C-24/DEC.7 of 26 November 2020 of the Conference of the States Parties, on sails'),
      'Conference of the States Parties',
    );
    assert.equal(organ('decision LC-14/12 of the committee'), null);
  });
});

describe('resolutions: the body decides between equal numbers', () => {
  const CONFERENCE =
    'Conference of the Parties to the United Nations Convention against Transnational Organized Crime';
  cases(RES, ['In resolution ⟦9/2→CTOC/COP/RES/9/2⟧, the Conference called upon States parties'], {
    body: CONFERENCE,
  });
  cases(RES, ['In its resolution ⟦8/1→CTOC/COP/RES/8/1⟧, the Conference decided'], { body: CONFERENCE });
  cases(RES, [
    'the Convention against Corruption, and taking note of resolution ⟦6/5→CAC/COSP/RES/6/5⟧, entitled “A statement”, adopted by the Conference of the States Parties',
    'In its resolution ⟦48/131→A/RES/48/131⟧, in which it endorsed the outcome, the General Assembly decided that the Commission on Narcotic Drugs would meet',
    // A number below the thirty-first session with no body in sight is nobody's.
    'pursuant to resolution ⟦11/6→RES/11/6⟧',
    // The date tells the session: the Assembly's thirty-ninth was in 1984.
    'recalling resolution ⟦39/13→A/HRC/RES/39/13⟧ of 27 September 2018 of the Human Rights Council',
    'the Human Rights Council, established by resolution ⟦60/251→A/RES/60/251⟧, met',
    'See A/75/53, chap. V, sect. A, resolution ⟦43/14→A/HRC/RES/43/14⟧.',
    // A resolution in another body's report is not the Assembly's.
    'See Official Records of the Economic and Social Council, 2024, Supplement No. 7 (E/2024/27), chap. I, sect. C, resolution ⟦68/2→RES/68/2⟧',
    'chap. I, sect. C, resolution ⟦68/2→RES/68/2⟧, annex; resolution ⟦68/2→A/RES/68/2⟧',
    'See A/72/49, chap. I, resolution ⟦72/2→A/RES/72/2⟧.',
    'document CBD/COP/14/14, decision ⟦14/34→CBD/COP/DEC/14/34⟧, annex',
  ]);
  cases(
    RES,
    [
      'Recalling General Assembly resolution ⟦48/141→A/RES/48/141⟧ and its resolution ⟦34/21→A/HRC/RES/34/21⟧',
      'Recalling its resolutions ⟦5/1→A/HRC/RES/5/1⟧ and ⟦5/2→A/HRC/RES/5/2⟧ of 18 June 2007',
      'Bearing in mind resolution ⟦32/2→A/HRC/RES/32/2⟧',
    ],
    { body: 'Human Rights Council', kind: 'resolution' },
  );
});

describe('resolutions: lists', () => {
  const ASSEMBLY: CitationContext = { body: 'General Assembly', kind: 'resolution' };
  cases(
    RES,
    [
      'Recalling its resolutions ⟦62/137→A/RES/62/137⟧ of 18 December 2007, ⟦64/139→A/RES/64/139⟧ of 18 December 2009 and ⟦66/131→A/RES/66/131⟧ of 19 December 2011',
      'its resolutions ⟦68/262→A/RES/68/262⟧, annex, and ⟦70/2→A/RES/70/2⟧',
      'its resolutions ⟦69/149→A/RES/69/149⟧, on trafficking in women and girls, and ⟦69/150→A/RES/69/150⟧, on harmful practices',
      'its resolutions ⟦31/7 A→A/RES/31/7A⟧ and ⟦B→A/RES/31/7B⟧',
      'its resolutions ⟦45/250 A→A/RES/45/250A⟧ to ⟦C→A/RES/45/250C⟧ of 21 December 1990',
      'its resolution ⟦55/181 A→A/RES/55/181A⟧ of 19 December 2000 and its decision ⟦55/502→A/DEC/55/502⟧',
      'its resolutions ⟦ES-10/14→A/RES/ES-10/14⟧ of 8 December 2003 and ⟦ES-10/16→A/RES/ES-10/16⟧ of 17 November 2006',
      'its resolution ⟦63/308→A/RES/63/308⟧ and the Protocols thereto',
      // What is not understood breaks the chain.
      'its resolutions ⟦63/308→A/RES/63/308⟧ and 12 others, in 1/2 of cases',
      'its resolutions, including ⟦71/1→A/RES/71/1⟧ and ⟦72/1→A/RES/72/1⟧',
      // The rest of a list that a page has cut.
      '⟦72/220→A/RES/72/220⟧ of 20 December 2017, ⟦73/234→A/RES/73/234⟧ of 20 December 2018 and others',
      '⟦1875 (S-IV)→A/RES/1875(S-IV)⟧ of 27 June 1963, ⟦3102 (XXVIII)→A/RES/3102(XXVIII)⟧ of 12 December 1973 and ⟦54/191→A/RES/54/191⟧',
    ],
    ASSEMBLY,
  );
  cases(RES, [
    'all its previous relevant resolutions on Iraq, in particular ⟦1500 (2003)→S/RES/1500(2003)⟧, ⟦1546 (2004)→S/RES/1546(2004)⟧ and ⟦1557 (2004)→S/RES/1557(2004)⟧, and more',
    'its resolutions on the rights of the child, the most recent of which is known, and 12 others',
    'resolutions concerning the Sudan (S/2004/12), including ⟦1591 (2005)→S/RES/1591(2005)⟧',
    'Security Council resolutions ⟦1325 (2000)→S/RES/1325(2000)⟧, ⟦1820 (2008)→S/RES/1820(2008)⟧ and ⟦2122→S/RES/2122(2013)⟧',
    'Security Council resolutions ⟦1325→S/RES/1325(2000)⟧ and ⟦2250→S/RES/2250(2015)⟧ and related texts',
    'General Assembly and Security Council resolutions ⟦70/262→A/RES/70/262⟧ and ⟦2282 (2016)→S/RES/2282(2016)⟧',
    'Human Rights Council resolutions ⟦16/18→A/HRC/RES/16/18⟧ of 24 March 2011,[^3] ⟦S‑18/1→A/HRC/RES/S-18/1⟧ of 2 December 2011,[^4] and ⟦19/25→A/HRC/RES/19/25⟧',
    'decisions ⟦1/CP.16→FCCC/CP/DEC/1/CP.16⟧ and ⟦3/CP.17→FCCC/CP/DEC/3/CP.17⟧',
    '⟦A/RES/61/1→A/RES/61/1⟧ and ⟦64/225→A/RES/64/225⟧ in force',
    // What stands in parentheses is a topic as well.
    'resolutions ⟦45/112→A/RES/45/112⟧ (Green Rules), ⟦40/34→A/RES/40/34⟧ (Blue Rules) and ⟦45/114→A/RES/45/114⟧ (Red Rules)',
    'resolutions ⟦45/112→A/RES/45/112⟧ (Green Rules), 12 others',
    'Governing Council decisions ⟦20/32→UNEP/GC/DEC/20/32⟧ (1999), paras. 4 and 9, and ⟦26/2→UNEP/GC/DEC/26/2⟧ (2011), para. 6',
  ]);
});

describe('resolutions: a noun joined to a list', () => {
  cases(RES, [
    'Commission on Narcotic Drugs resolutions ⟦52/13→E/CN.7/RES/52/13⟧ and ⟦53/5→E/CN.7/RES/53/5⟧ and decision ⟦55/2→E/CN.7/DEC/55/2⟧',
    'Commission on Human Rights resolution ⟦1994/41→E/CN.4/RES/1994/41⟧, and decision ⟦2004/111→E/CN.4/DEC/2004/111⟧',
    'Economic and Social Council decision ⟦2011/267→E/DEC/2011/267⟧ and resolutions ⟦664 C (XXIV)→E/RES/664(XXIV)C⟧ and ⟦2077 (LXII)→E/RES/2077(LXII)⟧',
    'Economic and Social Council resolution ⟦2012/27→E/RES/2012/27⟧ and resolution ⟦66/284→A/RES/66/284⟧',
    'Human Rights Council resolution ⟦16/18→A/HRC/RES/16/18⟧ and resolution ⟦66/9→A/RES/66/9⟧ of 11 November 2011',
    // The Assembly's decisions are numbered from 301.
    'pursuant to decision ⟦54/2→DEC/54/2⟧',
    'Sub-Commission resolution ⟦1998/17→E/CN.4/SUB.2/RES/1998/17⟧',
  ]);
});

describe('resolutions: forms', () => {
  cases(RES, [
    'the Declaration (⟦217 A (III)→A/RES/217(III)A⟧) remains',
    '⟦377 (V) A→A/RES/377(V)A⟧ is of 1950',
    'resolutions ⟦376 A→A/RES/376(V)A⟧, ⟦B→A/RES/376(V)B⟧ and ⟦C (V)→A/RES/376(V)C⟧ of 2 November 1950',
    'General Assembly resolution ⟦64/293→A/RES/64/293⟧ (2010)',
    'its resolution ⟦52/212B→A/RES/52/212B⟧ of 31 March 1998',
    'resolution ⟦S -27/2→A/RES/S-27/2⟧, annex',
    'the report on resolution ⟦43/48→A/RES/43/48⟧,134 Bearing in mind',
    'that in resolution ⟦78/ 252→A/RES/78/252⟧ it',
    'the Security Council, and ⟦2553 (2020)→S/RES/2553(2020)⟧ above all',
    // Without the Council or a noun, a number with a year is any number.
    'Marine Policy 2553 (2020)',
    'decision ⟦24/COP.14→ICCD/COP/DEC/24/COP.14⟧ on land tenure',
    'Table of decisions: ⟦1/CP.20→FCCC/CP/DEC/1/CP.20⟧ Lima call',
    'see ⟦S/RES/1737 (2006)→S/RES/1737(2006)⟧ and ⟦A/RES/217 A (III)→A/RES/217(III)A⟧',
    'in ⟦A/HRC/RES/30/15→A/HRC/RES/30/15⟧ and ⟦UNEP/EA.3/Res.8→UNEP/EA.3/Res.8⟧',
    '⟦CTOC/COP/RES/10/3→CTOC/COP/RES/10/3⟧',
    '⟦A/DEC/75/511→A/DEC/75/511⟧',
  ]);
  cases(RES, ['⟦77/204→A/RES/77/204⟧. Rights of the child', '⟦ES-11/4→A/RES/ES-11/4⟧. A title'], {
    body: 'General Assembly',
    kind: 'resolution',
  });
  cases(
    RES,
    [
      'Resolution ⟦2719 (2023)→S/RES/2719(2023)⟧',
      '⟦90 (1951)→S/RES/90(1951)⟧. Resolution of 31 January 1951',
    ],
    {
      body: 'Security Council',
      kind: 'resolution',
    },
  );
});

describe('resolutions: letters before a verb', () => {
  cases(RES, [
    'the strategy in its resolution ⟦68/246 A→A/RES/68/246A⟧ included the old halls; resolution ⟦67/253 B→A/RES/67/253B⟧ remains in force',
    'in its resolution ⟦68/246→A/RES/68/246⟧ A new strategy',
  ]);
});

describe('resolutions: nouns that follow one another', () => {
  cases(RES, [
    'decision ⟦71/557→A/DEC/71/557⟧ and other resolutions and decisions of the General Assembly, such as resolution ⟦53/31→A/RES/53/31⟧',
    'its resolutions and decisions on rivers, including its decision ⟦71/558→A/DEC/71/558⟧',
    'resolutions and decisions, including its resolution ⟦45/101→A/RES/45/101⟧ of 14 December 1990',
  ]);

  it('a section before "of its resolution" is of what follows', () => {
    const parts = recognize(
      'resolution 65/259, section VI of its resolution 71/273 A and resolution 72/2, annex.',
    )
      .filter((c) => c.type === 'resolution')
      .map(({ normalized, part }) => `${normalized}${part === undefined ? '' : `, ${part}`}`);
    assert.deepEqual(parts, ['A/RES/65/259', 'A/RES/71/273A', 'A/RES/72/2, annex']);
  });
});

describe('resolutions: what points back', () => {
  cases(RES, [
    'In resolution ⟦2242 (2015)→S/RES/2242(2015)⟧ it asked for more. ⟦The same resolution→= S/RES/2242(2015)⟧ foresees a review.',
    'By decision ⟦74/544→A/DEC/74/544⟧ of 27 March it did so; in ⟦that decision→= A/DEC/74/544⟧ it also said',
    'In decision ⟦74/544→A/DEC/74/544⟧ it asked for more. ⟦That decision→= A/DEC/74/544⟧ was confirmed; that decision makers agree, is known.',
    'It voted in favour of resolution ⟦74/273→A/RES/74/273⟧. That decision is its own.',
    'noting that resolution of conflicts takes time',
    'as set out in ⟦the above-mentioned resolution→= ?⟧',
    'the present resolution and this resolution',
  ]);
});

describe('resolutions: what is none', () => {
  cases(RES, [
    'a resolution of 1/2 of the members',
    'draft resolution A/76/L.12 and draft resolution I',
    'Law No. 27/2007 and Act 12/2009',
    'Directive (EU) 2016/679',
    'at the end of 2019/20',
    'on 12/10/2020',
    'open 24/7, and 9/11',
    'resolution 2, annex II',
    'World Health Assembly resolution 65.6',
    'Council of the European Union decision 2010/279',
    'Cabinet Resolution 1043 of 2018',
    'Ministerial resolution No. 1245',
    'high-resolution images at 1920/1080',
    'conflict resolution and decision-making in 12/15 cases',
    'resolution 79/… and resolution XX/YY',
    'his decision in 1970 (see above)',
    'section 2 (IV), annex 3 (II), table 12 (V)',
    'job number 21-04831 (E)',
    'a vote of 116/12/5',
    'scores of 3/4 and 7/8 and and/or s/he km/h',
  ]);
});

describe('the body in whose name a document speaks', () => {
  const ROWS: readonly (readonly [
    symbol: string | null,
    organ: string | null,
    line: string | null,
    body: string | null,
  ])[] = [
    ['S/RES/2700 (2023)', null, 'The Security Council', 'Security Council'],
    ['S/2023/120', null, null, 'Security Council'],
    ['A/HRC/55/L.3', 'General Assembly', null, 'Human Rights Council'],
    ['E/CN.9/2015/1', 'Economic and Social Council', null, 'Commission on Population and Development'],
    ['A/78/120', 'General Assembly', null, 'General Assembly'],
    ['A/78/120', null, null, 'General Assembly'],
    ['UNEP/EA.5/L.4', null, null, 'United Nations Environment Assembly'],
    [
      'CTOC/COP/WG.4/2021/3',
      null,
      null,
      'Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    ],
    [null, 'the Working Group on Odd Matters', null, 'the Working Group on Odd Matters'],
    [null, null, 'The General Assembly', 'General Assembly'],
    [null, null, null, null],
  ];
  for (const [symbol, organ, line, body] of ROWS) {
    it(`${symbol ?? 'no symbol'}, ${organ ?? 'no organ'}, ${line ?? 'no line'}`, () =>
      assert.equal(documentBody(symbol, organ, line), body));
  }
});
