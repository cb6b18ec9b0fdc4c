import type { CitationKind } from '../../../server/src/citations/citation.js';
import { cases } from './kit.js';

const PARA: readonly CitationKind[] = ['paragraph'];
const ART: readonly CitationKind[] = ['article'];
const PART: readonly CitationKind[] = ['part'];
const ITEM: readonly CitationKind[] = ['agenda-item'];

describe('paragraphs: of this document', () => {
  cases(PARA, [
    'as set out in ⟦paragraph 12 above→12 of self above⟧',
    'see ⟦paras. 12–15 below→12, 13, 14, 15 of self below⟧',
    'see ⟦paras. 5 and 12 –14 below→5, 12, 13, 14 of self below⟧',
    '⟦paragraphs 7 (b) and 9 above→7 (b), 9 of self above⟧',
    '⟦paragraph 3 (a) to (c) above→3 (a), 3 (b), 3 (c) of self above⟧',
    '⟦paragraphs 3, 5–7 and 9 below→3, 5, 6, 7, 9 of self below⟧',
    '⟦paragraph 40 of the present report→40 of self⟧',
    'in ⟦paragraph 1 of this resolution→1 of self⟧',
    '(see ⟦para. 14→14 of self⟧)',
    '(see also ⟦paras. 3 and 4→3, 4 of self⟧)',
    '⟦paragraph 3 bis above→3 bis of self above⟧',
    'in ⟦this paragraph→that one of self⟧ and ⟦the preceding paragraph→that one of self⟧',
    '⟦subparagraph (a) above→subparagraph (a) of self above⟧',
    '⟦operative paragraph 3→operative 3 of ?⟧ and ⟦preambular paragraph 2→preambular 2 of ?⟧',
  ]);
});

describe('paragraphs: of others', () => {
  cases(PARA, [
    'resolution 1980/67 on anniversaries, particularly ⟦paragraphs 1 and 2→1, 2 of E/RES/1980/67⟧ of the annex thereto',
    '(A/75/292, ⟦para. 6→6 of A/75/292⟧)',
    '(A/78/7/Add.9, ⟦para. 9→9 of A/78/7/Add.9⟧, and A/77/7/Add.14, ⟦para. 10→10 of A/77/7/Add.14⟧)',
    'resolution 66/288, annex, ⟦paras. 5 and 6→5, 6 of A/RES/66/288⟧',
    'in ⟦paragraph 4 (b) of its resolution 67/214→4 (b) of A/RES/67/214⟧',
    '⟦paragraphs 5 and 6 of Security Council resolution 1502 (2003)→5, 6 of S/RES/1502(2003)⟧',
    '⟦paragraph 4 of the annex to Council resolution 1982/51→4 of E/RES/1982/51⟧',
    '⟦paragraph 7 of chapter VII of the report of the Special Committee (see A/52/23 (Part III)→7 of A/52/23 (Part III)⟧)',
    '⟦paragraph 23 of my report of 15 July 2004 (S/2004/565→23 of S/2004/565⟧)',
    '⟦paragraph 9 of document A/74/12→9 of A/74/12⟧',
    '⟦paragraph 2 of the Charter→2 of Charter of the United Nations⟧',
    'resolution 2719 (2023), in particular ⟦paragraph 5→5 of S/RES/2719(2023)⟧',
    'resolution 76/7, in ⟦paragraph 5→5 of A/RES/76/7⟧ of which',
    'The Declaration, in its ⟦paragraph 81→81 of ?⟧, said',
    'Resolution 2250 (2015) says so; ⟦paragraph 3 of that resolution→3 of S/RES/2250(2015)⟧',
    '⟦paragraph 3 of the same decision→3 of the decision⟧',
    'A/74/12, ⟦para. 3→3 of A/74/12⟧; ibid., ⟦para. 5→5 of A/74/12⟧',
    'noting ⟦paragraph (d) of Statistical Commission decision 53/112→(d) of E/CN.3/DEC/53/112⟧',
    'in accordance with ⟦rule 5→rule 5 of ?⟧ of the rules of procedure',
    '⟦subparagraphs (a) and (b)→subparagraph (a), (b) of self⟧ of ⟦paragraph 3 above→3 of self above⟧',
    '⟦paragraphs 3 to 5→3, 4, 5 of self⟧ hereof; ⟦paragraph 2bis→2 bis of ?⟧',
    // A corrigendum is cited with its document; the paragraph is one of the document.
    '(A/74/366 and Corr.1, ⟦para. 8→8 of A/74/366⟧), A/74/367/Corr.1, ⟦para. 9→9 of A/74/367/Corr.1⟧',
  ]);
  cases(
    PARA,
    [
      'the conduct set forth in ⟦subparagraph a) of this article→subparagraph (a) of self⟧',
      'in accordance with ⟦paragraph 2→2 of self⟧, unless',
      '⟦paragraphs 9 to 11 of this article→9, 10, 11 of self⟧ apply',
    ],
    { kind: 'treaty' },
  );
});

describe('paragraphs: of a symbol that nothing parts from them', () => {
  cases(['paragraph'], ['See CAT/C/NOR/CO/5⟦para. 10→10 of CAT/C/NOR/CO/5⟧.']);
});

describe('paragraphs: letters below letters and beside them', () => {
  cases(
    ['paragraph'],
    [
      '⟦paragraphs 44 (b) (c) and (e), and 74 (c) above→44 (b), 44 (c), 44 (e), 74 (c) of self above⟧',
      '⟦paragraph 1 (a) (i) or (ii) or (b) (i) above→1 (a) (i), 1 (a) (ii), 1 (b) (i) of self above⟧',
      '⟦paragraphs 71–72 (b) (c) and (d) above→71, 72 (b), 72 (c), 72 (d) of self above⟧',
      '⟦paragraph 3 (h) and (i) above→3 (h), 3 (i) of self above⟧',
    ],
  );
});

describe('paragraphs: what is none', () => {
  cases(PARA, [
    'the Lake Harbour Rules 1994 and the Boat Regulations 2007, under ⟦Rule 12→rule 12 of ?⟧',
    'the paragraph on costs, a paragraph of 12 lines',
    'paramilitary 12, parade 5',
    'in paragraphs of more than 300 words',
    'pp. 12–15',
    'ICCPR-OP 1 (1993)',
    // A count behind a comma is not a paragraph.
    'in ⟦paragraph 5→5 of ?⟧, 12 States joined',
    'in ⟦paragraph 5→5 of ?⟧, 12 October 2020 is named',
  ]);
});

describe('articles', () => {
  cases(ART, [
    '⟦article 3 (a) of the Trafficking in Persons Protocol→3 (a) of Trafficking in Persons Protocol⟧',
    '⟦article 32, paragraph 3, of the Organized Crime Convention→32, para. 3 of Organized Crime Convention⟧',
    '⟦Articles 55→55 of Charter of the United Nations⟧ and ⟦56 of the Charter→56 of Charter of the United Nations⟧',
    'under ⟦Article 73 e of the Charter of the United Nations→73 e of Charter of the United Nations⟧',
    '⟦articles 31, paragraph 1→31, para. 1 of Convention against Corruption⟧, and ⟦54, paragraph 1 a), of the United Nations Convention against Corruption→54, para. 1 (a) of Convention against Corruption⟧',
    'ICCPR, ⟦art. 14→14 of International Covenant on Civil and Political Rights⟧; CRC, ⟦arts. 3→3 of Convention on the Rights of the Child⟧ and ⟦12→12 of Convention on the Rights of the Child⟧',
    '⟦article 6 bis of the Kyoto Protocol→6 bis of Kyoto Protocol⟧',
    'paragraph 2 of ⟦article 5 of the Paris Agreement→5, para. 2 of Paris Agreement⟧',
    '⟦article 27 of the Convention→27 of the Convention⟧',
    'The Paris Agreement is clear: ⟦Article 4, paragraph 1, of the Agreement→4, para. 1 of Paris Agreement⟧',
    'The European Convention on Human Rights protects it in ⟦article 8 of the Convention→8 of European Convention on Human Rights⟧',
    // A name that no table holds is the noun's from there on, the Charter's own included.
    'The Nordic Charter for Lesser Rivers, in particular ⟦article 5 of the Charter→5 of Nordic Charter for Lesser Rivers⟧',
    'the Northland Framework Convention for the Protection of Lakes, ⟦article 4 of the Framework Convention→4 of Northland Framework Convention for the Protection of Lakes⟧',
    // A short title of the tables with another adjective is another treaty's.
    '⟦article 5 of the Inter-Island Convention against Corruption→5 of Inter-Island Convention against Corruption⟧ and ⟦article 6 of the United Nations Convention against Corruption→6 of Convention against Corruption⟧',
    '⟦article 15 of the Statute of the Harbour Tribunal→15 of Statute of the Harbour Tribunal⟧',
    'the entry into force of the Convention for that Party, in accordance with ⟦article 9 of the Convention→9 of the Convention⟧',
    '⟦article 5 of this Protocol→5 of self⟧',
    '⟦article 12→12 of ?⟧ was discussed',
    // Right beside an acronym, and joined to what follows.
    '⟦art. 14 ICCPR→14 of International Covenant on Civil and Political Rights⟧, ⟦arts. 11→11 of International Covenant on Economic, Social and Cultural Rights⟧ and ⟦12 ICESCR→12 of International Covenant on Economic, Social and Cultural Rights⟧; UNTOC ⟦article 18→18 of Organized Crime Convention⟧',
    'The Organized Crime Convention; ⟦article 16, para. 4→16, para. 4 of Convention against Corruption⟧, and ⟦article 18 of the Convention against Corruption→18 of Convention against Corruption⟧',
    'The Organized Crime Convention, ⟦article 16→16 of Organized Crime Convention⟧, and ⟦article 18 of the Convention against Corruption→18 of Convention against Corruption⟧',
    'the 1951 Convention relating to the Status of Refugees, in particular its ⟦article 33→33 of Convention relating to the Status of Refugees⟧ and ⟦article 1 A (2) of the Convention→1 A (2) of Convention relating to the Status of Refugees⟧',
    'the Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons recalled ⟦article IV of the Treaty→IV of Treaty on the Non-Proliferation of Nuclear Weapons⟧',
  ]);
  cases(
    ART,
    [
      'in accordance with ⟦article 7→7 of self⟧',
      'Article 5',
      'Article 6. Criminalization',
      'Article 7\nMeasures',
    ],
    {
      kind: 'treaty',
    },
  );
});

describe('articles: what is none', () => {
  cases(ART, [
    'an article on trade, articles in journals, 12 articles',
    'article 148 of the Criminal Code',
    'article 25 of the Constitution of the Republic',
    'the art of 3 masters',
  ]);
});

describe('sections, annexes, tables', () => {
  cases(PART, [
    'see ⟦sect. II.A→section II.A of self⟧',
    '⟦section III above→section III of self above⟧',
    '⟦annexes I and II→annex I, II of ?⟧',
    'under ⟦section 29 B→section 29 B of ?⟧, Office of Invention',
    'resolution 77/288, ⟦annex→annex of A/RES/77/288⟧',
    '(see ⟦annex→annex of self⟧)',
    '⟦section VI of its resolution 66/253 A→section VI of A/RES/66/253A⟧',
    '⟦Chapter VII of the Charter→chapter VII of Charter of the United Nations⟧',
    'see ⟦table 3→table 3 of self⟧ and ⟦figure II→figure II of ?⟧',
    '⟦footnote 12 above→footnote 12 of self above⟧',
    'resolution 60/250; ⟦annex I→annex I of A/HRC/RES/5/2⟧, paragraph 4, to Human Rights Council resolution 5/2',
    '⟦section XII→section XII of A/RES/66/247A⟧, paragraph 5, of resolution 66/247 A',
    'E/1996/28, ⟦chap. I.C→chapter I.C of E/1996/28⟧',
    'A/61/7, ⟦chap. IV→chapter IV of A/61/7⟧, ⟦sect. C.2→section C.2 of A/61/7⟧, and ⟦annex II→annex II of A/61/7⟧',
    'A/61/7, ⟦figure IX→figure IX of A/61/7⟧ and ⟦table 5→table 5 of A/61/7⟧; see A/61/8 and ⟦annex III→annex III of ?⟧',
    'a part of it, in part, Part two, on the table, figures for 2020',
    'Annex II',
    'Table 1. Costs',
  ]);
});

describe('chapters of a treaty', () => {
  cases(
    PART,
    [
      'the powers set forth in ⟦Chapters IX and X→chapter IX, X of self⟧, the Parties listed in ⟦Annex I→annex I of ?⟧',
    ],
    { kind: 'treaty' },
  );
});

describe('agenda items', () => {
  cases(ITEM, [
    'under ⟦agenda item 2 (b)→2 (b)⟧',
    '⟦Agenda items 18→18⟧, ⟦87→87⟧ and ⟦90→90⟧',
    '⟦Item 106 of the provisional agenda→106⟧*',
    '⟦item 5 of the agenda→5⟧',
    'line item 12 and items 3 and 4 of the list of goods',
  ]);
});
