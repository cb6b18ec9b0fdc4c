// Forms that published documents are known to be hard to read for, each with a line of our own.
import type { CitationContext, CitationKind } from '../../../server/src/citations/citation.js';
import { check, plain } from './kit.js';

type Case = readonly [kinds: readonly CitationKind[], marked: string, context?: CitationContext];

const RES: readonly CitationKind[] = ['resolution'];
const SYM: readonly CitationKind[] = ['symbol'];
const PARA: readonly CitationKind[] = ['paragraph'];
const ASSEMBLY: CitationContext = { body: 'General Assembly', kind: 'resolution' };
const COUNCIL: CitationContext = { body: 'Security Council', kind: 'resolution' };

const CASES: readonly Case[] = [
  [RES, 'Recalling its resolutions ⟦376 B (V)→A/RES/376(V)B⟧ of 2 November 1950 and others', ASSEMBLY],
  [RES, 'Recalling Economic and Social Council resolution ⟦680 B (XXVI)→E/RES/680(XXVI)B⟧ of 10 July 1958'],
  [RES, 'See resolution ⟦2106 A (XX)→A/RES/2106(XX)A⟧, annex.'],
  [
    RES,
    'as stated in its resolutions ⟦1875 (S-IV)→A/RES/1875(S-IV)⟧ of 27 June 1963, ⟦3102 (XXVIII)→A/RES/3102(XXVIII)⟧ of 12 December 1973 and ⟦54/191→A/RES/54/191⟧',
    ASSEMBLY,
  ],
  [RES, 'the principles of resolution ⟦3281 (S-VI)→A/RES/3281(S-VI)⟧ remain'],
  [RES, 'in resolution ⟦1969 (XVII)→A/RES/1969(XVII)⟧ of 15 December 1962, where the number is no year'],
  [RES, 'General Assembly resolution ⟦ES-10/22→A/RES/ES-10/22⟧, adopted by the Assembly on 12 December'],
  [RES, 'Also in resolution ⟦S-20/4→A/RES/S-20/4⟧, adopted at the twentieth special session'],
  [RES, 'See General Assembly resolution ⟦67/290→A/RES/67/290⟧, annex, para. 8'],
  [['resolution', 'part'], 'Resolution ⟦71/313→A/RES/71/313⟧, ⟦annex II→annex II of A/RES/71/313⟧'],
  [
    ['resolution'],
    'Recalling section IV of its resolution ⟦66/246 B→A/RES/66/246B⟧ of 24 December 2011',
    ASSEMBLY,
  ],
  [
    ['part'],
    '⟦Section XII of its resolution 73/262→section XII of A/RES/73/262⟧, ⟦section V of that resolution→section V of A/RES/73/262⟧',
    ASSEMBLY,
  ],
  [PARA, 'by its resolution 76/262 B (sect. VII, ⟦para. 19→19 of A/RES/76/262B⟧), the Assembly', ASSEMBLY],
  [RES, '(decision ⟦78/547 A→A/DEC/78/547A⟧)', ASSEMBLY],
  [RES, 'in 2017 (see decision ⟦2012/202 C→E/DEC/2012/202C⟧). Also'],
  [
    RES,
    'the Economic Commission for Europe adopted decisions ⟦A (70)→E/ECE/DEC/A(70)⟧, ⟦B (70)→E/ECE/DEC/B(70)⟧ and ⟦F (70)→E/ECE/DEC/F(70)⟧',
  ],
  [RES, 'Governing Council decision ⟦SS.VIII/2→UNEP/GC/DEC/SS.VIII/2⟧, in which the Council agreed'],
  [RES, 'noting Statistical Commission decision ⟦54/112→E/CN.3/DEC/54/112⟧ of 10 March 2023,19'],
  [
    RES,
    '(Commission resolution ⟦2003/2→E/CN.9/RES/2003/2⟧, see E/2003/25, chap. I)',
    { body: 'Commission on Population and Development' },
  ],
  [RES, 'the agreement reached in decision ⟦2/CP.18→FCCC/CP/DEC/2/CP.18⟧'],
  [RES, 'FCCC/PA/CMA/2023/16/Add.1, decision ⟦3/CMA.5→FCCC/PA/CMA/DEC/3/CMA.5⟧.'],
  [SYM, 'in documents ⟦ECE/CTCS/ 2022/L. 7→ECE/CTCS/2022/L.7⟧ and ⟦ECE/CTCS/2023/L. 12→ECE/CTCS/2023/L.12⟧'],
  [RES, 'the measures imposed by resolution ⟦2374→S/RES/2374(2017)⟧, expresses its intention', COUNCIL],
  [RES, 'on the basis of resolutions ⟦242 (1967)→S/RES/242(1967)⟧ and ⟦339(1973)→S/RES/339(1973)⟧'],
  [RES, 'the status under UNSCR⟦1325→S/RES/1325(2000)⟧ is unchanged'],
  [
    PARA,
    'those listed in ⟦OP 2(c) of Security Council Resolution 2331 (2016)→operative 2 (c) of S/RES/2331(2016)⟧.',
  ],
  [
    ['article'],
    'Inquiry procedure: OP-CEDAW, ⟦art. 10→10 of Optional Protocol to the Convention on the Elimination of All Forms of Discrimination against Women⟧; CAT, ⟦art. 28→28 of Convention against Torture⟧',
  ],
  [
    PARA,
    'the measures in ⟦paragraphs 2 to 5 of resolution 2374 (2017)→2, 3, 4, 5 of S/RES/2374(2017)⟧, including its reaffirmations therein, with the exception of ⟦paragraph 4 of resolution 1844 (2008)→4 of S/RES/1844(2008)⟧',
    COUNCIL,
  ],
  [PARA, 'endorses ⟦paragraph 41 (b) (ii)→41 (b) (ii) of ?⟧ of the report of the Advisory Committee;'],
  [PARA, 'In ⟦paragraph 8.14→8.14 of ?⟧ of the strategic plan, the Division was named'],
  [PARA, 'the project (see A/76/7, ⟦para. IX.12→IX.12 of A/76/7⟧).'],
  [PARA, '(A/69/371, ⟦paras. 4 and 17–19→4, 17, 18, 19 of A/69/371⟧)'],
  [SYM, '⟦A/C.2/54/SR.5–8→A/C.2/54/SR.5-8 = A/C.2/54/SR.5 … A/C.2/54/SR.8⟧'],
  [SYM, 'see ⟦A/5512→A/5512⟧ and ⟦Add.1-3→A/5512/Add.1-3 = A/5512/Add.1 … A/5512/Add.3⟧.'],
  [['symbol', 'part'], '⟦A/54/23 (Part II)→A/54/23 (Part II)⟧, ⟦chap. VII→chapter VII of A/54/23 (Part II)⟧'],
  [SYM, '⟦A/78/310 (Part II)/Add.2→A/78/310 (Part II)/Add.2⟧'],
  [SYM, '⟦A/77/5 (Vol. III)→A/77/5 (Vol. III)⟧'],
  [
    ['symbol', 'part'],
    '(see ⟦E/1996/28→E/1996/28⟧, ⟦annex II→annex II of E/1996/28⟧, ⟦sect. II.B→section II.B of E/1996/28⟧)',
  ],
  [SYM, '⟦CEDAW/C/UTO/CO/3/Add.2→CEDAW/C/UTO/CO/3/Add.2⟧'],
  [SYM, '⟦CAT/C/UTO/CO/2→CAT/C/UTO/CO/2⟧para. 7.'],
  [SYM, '⟦CERD/C/UTO/CO/9-12→CERD/C/UTO/CO/9-12⟧'],
  [SYM, '⟦ST/AI/2019/3/Rev.2→ST/AI/2019/3/Rev.2⟧'],
  [['resolution', 'symbol'], '⟦150 (1960)→S/RES/150(1960)⟧. Resolution of 23 August 1960 [⟦S/4466→S/4466⟧]'],
  [SYM, 'as indicated in press statement ⟦SC/15721→SC/15721⟧ agreed on 9 March 2024'],
  [RES, '17*. Decides* that'],
  [['part', 'paragraph', 'article'], '(ee) Any other duty'],
  [['resolution', 'symbol', 'date-range'], 'at the end of ⟦2021/22→2021 to 2022⟧'],
  [['resolution', 'symbol', 'date-range'], 'During the ⟦2024/25→2024 to 2025⟧ period'],
  [['resolution', 'symbol', 'date', 'date-range'], '24/7 service'],
  // A transcript's number without its slash is no number of any resolution.
  [RES, 'decision 78462 of 3 September 2024'],
  [['resolution', 'symbol'], 'HIV/AIDS'],
];

describe('forms that are hard to read', () => {
  for (const [kinds, marked, context] of CASES) {
    it(plain(marked).slice(0, 90), () => check(kinds, marked, context));
  }
});
