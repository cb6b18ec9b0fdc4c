import assert from 'node:assert/strict';
import type { CitationKind } from '../../../server/src/citations/citation.js';
import { parseSymbol } from '../../../server/src/citations/symbols.js';
import { cases } from './kit.js';

const SYM: readonly CitationKind[] = ['symbol', 'resolution'];

/** Symbols of every sort; each must be found whole and read as itself. */
const SYMBOLS = [
  'A/76/291',
  'A/C.3/77/L.41/Rev.1',
  'A/CONF.222/10',
  'A/HRC/28/38/Add.3',
  'A/60/PV.11',
  'S/2020/826',
  'S/PRST/2021/4',
  'E/2020/30',
  'E/CN.15/2014/L.6',
  'E/CN.7/2020/2',
  'CTOC/COP/2020/CRP.2',
  'CTOC/COP/WG.4/2021/3',
  'CAC/COSP/2019/16',
  'ST/AI/188/Add.2',
  'ST/SGB/2017/1',
  'CEDAW/C/GC/37',
  'CCPR/C/GC/35',
  'TD/B/67/3',
  'UNEP/EA.4/L.2',
  'S/4472',
  'A/10044',
  'A/ES-10/274',
  'A/S-27/3',
  'A/53/24 (Part III)',
  'A/76/6 (Sect. 29A)',
  'GC.17/INF/3',
  'CD/1998',
  'TD/540/Add.1',
  'ISBA/24/A/3',
  'FCCC/PA/CMA/2021/10/Add.2',
  'A/CONF.192/2016/RC/3',
  'GEGN.2/2024/12',
  'JIU/REP/2021/2',
  'CEB/2020/1/Add.3',
  'CRPD/C/UTO/CO/1',
  'HRI/MC/2005/2',
  'E/ICEF/2021/9',
  'DP/FPA/2020/4 (Part I/Add.1)',
  'A/AC.109/2020/L.7',
  'E/2021/SR.40',
  'A/74/891-S/2020/372',
  'A/66/372–S/2011/593',
  'UNW/2022/3',
  'SPLOS/32/2',
  'TD/41(1)/L.6',
  'UNCTAD/SHIP/493(9)',
  'DP/FPA/ICEF-UNW/2023/2',
] as const;

describe('symbols: found whole', () => {
  cases(
    SYM,
    SYMBOLS.map((symbol) => `See ⟦${symbol}→${symbol.replace('–', '-')}⟧, and more.`),
  );
});

describe('symbols: what converters do to them', () => {
  cases(SYM, [
    'document ⟦LCSP16/LSA/INF.3→LCSP16/LSA/INF.3⟧, but documents LHA58/2005/REC/1 and LCSP16/LSA/3',
    'document ⟦OM/2024/15→OM/2024/15⟧ and the ratio OM/2024/15',
    '(⟦A/C.3/76/L. 11→A/C.3/76/L.11⟧)',
    '(⟦CTOC/COP/ 2020/3→CTOC/COP/2020/3⟧)',
    '(⟦A / 74 / 291→A/74/291⟧)',
    'Distr. ⟦A./46/434→A/46/434⟧',
    '⟦A/75/292→A/75/292⟧)1 and ⟦A/75/293→A/75/293⟧and',
    'the end.⟦A/75/292→A/75/292⟧ follows',
    '⟦A/71/70-E/2016/11→A/71/70-E/2016/11⟧. 3. Next',
    '⟦A/71/71 -S/2016/447→A/71/71-S/2016/447⟧ and ⟦A/71/72→A/71/72⟧ - ⟦S/2016/448→S/2016/448⟧',
    '⟦CERD/C/UTO/CO/5-6/Add.1→CERD/C/UTO/CO/5-6/Add.1⟧. 33 Letter',
    'slips: ⟦A/75//292→A/75/292⟧, ⟦A-75/292→A/75/292⟧, ⟦A-HRC/59/15→A/HRC/59/15⟧, ⟦S-2021/827→S/2021/827⟧',
    'no slips: S-21 and A-1/2, P-2/1, sub-75/12',
    'small letters ⟦a/75/292→a/75/292⟧ and ⟦A/Res/75/158→A/RES/75/158⟧',
  ]);
});

describe('symbols: what follows in words', () => {
  cases(SYM, [
    '⟦A/54/98→A/54/98⟧ and ⟦Corr.1→A/54/98/Corr.1⟧',
    '⟦A/54/98/Add.1→A/54/98/Add.1⟧ and ⟦Add.2→A/54/98/Add.2⟧',
    '⟦A/54/98/Add.1→A/54/98/Add.1⟧ and ⟦Corr.1→A/54/98/Add.1/Corr.1⟧',
    '⟦A/54/98→A/54/98⟧ and ⟦Corr.1→A/54/98/Corr.1⟧ and ⟦2→A/54/98/Corr.2⟧.',
    '⟦A/54/98→A/54/98⟧ and Addis Ababa',
    '⟦A/54/98→A/54/98⟧ and ⟦Corr.1→A/54/98/Corr.1⟧, ⟦Add.1→A/54/98/Add.1⟧ and ⟦2→A/54/98/Add.2⟧ and ⟦Add.3/Rev.1→A/54/98/Add.3/Rev.1⟧',
    '⟦A/C.5/76/SR.4→A/C.5/76/SR.4⟧, ⟦6–8→A/C.5/76/SR.6-8 = A/C.5/76/SR.6 … A/C.5/76/SR.8⟧ and ⟦11→A/C.5/76/SR.11⟧; ⟦S/PV.8690→S/PV.8690⟧ and ⟦8691→S/PV.8691⟧',
    '⟦A/C.5/76/SR.4→A/C.5/76/SR.4⟧, 12 States and 3 others; ⟦A/C.5/76/SR.4→A/C.5/76/SR.4⟧ and 2.',
  ]);
});

describe('symbols: what is none', () => {
  cases(SYM, [
    'and/or, s/he, km/h, HIV/AIDS, hybrid/in-person, N/A, A/H1N1, AC/DC, I/O',
    'grade A/2, P-2/1, IICA3/P4',
    'job number V.21-04831 and sales number E.20.IV.3',
    'MC/INF/268 of another organization',
    'https://example.org/A/75/292 and www.example.org/A/75/293 and example.org/A/75/294',
    'write to office@example.org/A/75/292',
    'E/CN.7 and A/C.3 are series',
    'AFC/M23, TCP/IP, ISO/IEC 27001, WHO/CDS/2017.4',
    'Directive (EU) 2016/679, Law No. 27/2007',
  ]);
});

describe('symbols: taken apart', () => {
  const parsed = (text: string) => {
    const p = parseSymbol(text);
    assert.ok(p, text);
    return p;
  };

  it('tells stem, session, year, number and modifiers', () => {
    const rows: [string, string, number | null, number | null, number | null, string][] = [
      ['A/75/292', 'A', 75, null, 292, ''],
      ['A/C.3/78/L.60/Rev.1', 'A/C.3', 78, null, null, 'Rev.1'],
      ['CTOC/COP/WG.4/2022/2', 'CTOC/COP/WG.4', null, 2022, 2, ''],
      ['S/2021/827', 'S', null, 2021, 827, ''],
      ['E/CN.15/2013/L.5', 'E/CN.15', null, 2013, null, ''],
      ['A/HRC/29/38/Add.2', 'A/HRC', 29, null, 38, 'Add.2'],
      ['A/CONF.222/11', 'A/CONF.222', null, null, 11, ''],
    ];
    for (const [text, stem, session, year, number, modifiers] of rows) {
      const p = parsed(text);
      assert.deepEqual(
        [p.stem, p.session, p.year, p.number, p.modifiers.join(' '), p.problems.length],
        [stem, session, year, number, modifiers, 0],
        text,
      );
    }
  });

  it('says what is wrong, where, and what is right', () => {
    const rows: [string, string][] = [
      ['A/75/292', ''],
      ['CTOC/COP/2022/CRP3', 'point-missing CRP3→CRP.3 = CTOC/COP/2022/CRP.3'],
      ['A/C.3/78/L.60/Rev1', 'point-missing Rev1→Rev.1 = A/C.3/78/L.60/Rev.1'],
      ['A/C.3/75/L. 10', 'space  → = A/C.3/75/L.10'],
      ['A/75/1/Corr.1/Add.1', 'modifier-order Corr.1/Add.1 = A/75/1/Corr.1/Add.1'],
      ['A/RES/75-158', 'separator -→/ = A/RES/75/158'],
      ['S/RES/2546', 'year-missing S/RES/2546 = S/RES/2546'],
      ['a/75/292', 'case a→A = A/75/292'],
      ['A/75//292', 'separator //→/ = A/75/292'],
      ['A-75/292', 'separator -→/ = A/75/292'],
      ['E-CN.9/2014/3', 'separator -→/ = E/CN.9/2014/3'],
      ['a/hrc/59/15', 'case a→A; case hrc→HRC = A/HRC/59/15'],
      ['e/cn.9/2014/3', 'case e→E; case cn.9→CN.9 = E/CN.9/2014/3'],
      ['CTCO/COP/2022/1', 'stem-unknown CTCO = CTCO/COP/2022/1'],
    ];
    for (const [text, expected] of rows) {
      const p = parsed(text);
      const problems = p.problems.map(
        (x) => `${x.kind} ${text.slice(x.start, x.end)}${x.right === undefined ? '' : `→${x.right}`}`,
      );
      assert.equal(problems.length === 0 ? '' : `${problems.join('; ')} = ${p.canonical}`, expected, text);
    }
  });

  it('gives null for what is no symbol', () => {
    for (const text of ['', 'A', 'and/or', '12/10/2020', '24/7', '/', 'A/', 'HIV/AIDS'])
      assert.equal(parseSymbol(text), null, text);
  });
});
