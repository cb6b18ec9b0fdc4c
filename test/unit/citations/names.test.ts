import assert from 'node:assert/strict';
import type { CitationKind } from '../../../server/src/citations/citation.js';
import { cases, recognize } from './kit.js';

const STATE: readonly CitationKind[] = ['state'];
const TREATY: readonly CitationKind[] = ['treaty'];
const BODY: readonly CitationKind[] = ['body'];
const ACRONYM: readonly CitationKind[] = ['acronym-definition', 'acronym'];
const TERM: readonly CitationKind[] = ['term-definition'];

describe('States', () => {
  cases(STATE, [
    '⟦Ghana→GHA short⟧ and the ⟦Republic of Ghana→GHA formal⟧',
    '⟦Bolivia (Plurinational State of)→BOL short⟧, the ⟦Plurinational State of Bolivia→BOL formal⟧, ⟦Bolivia→BOL former⟧',
    'the ⟦Democratic People’s Republic of Korea→PRK short⟧ and the ⟦Republic of Korea→KOR short⟧',
    'the ⟦Democratic Republic of the Congo→COD short⟧ and the ⟦Congo→COG short⟧',
    '⟦Papua New Guinea→PNG short⟧, ⟦Equatorial Guinea→GNQ short⟧, ⟦Guinea-Bissau→GNB short⟧ and ⟦Guinea→GIN short⟧',
    'the ⟦United Kingdom→GBR vote-list⟧, Northern Ireland and ⟦Ireland→IRL short⟧',
    '⟦Burma→MMR former⟧, ⟦Swaziland→SWZ former⟧ and ⟦Russia→RUS informal⟧',
    'china cups and a turkey, the Gulf of Guinea, South Georgia',
    '⟦LEBANON→LBN short⟧',
    'the former ⟦Yugoslav Republic of Macedonia→MKD former⟧',
  ]);
});

describe('treaties', () => {
  cases(TREATY, [
    'the ⟦United Nations Convention against Corruption→Convention against Corruption⟧, the ⟦Convention against Corruption→Convention against Corruption⟧ and ⟦UNCAC→Convention against Corruption⟧',
    'the ⟦Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children→Trafficking in Persons Protocol⟧',
    'the ⟦Charter of the United Nations→Charter of the United Nations⟧, the ⟦Charter→Charter of the United Nations⟧ and the ⟦UN Charter→Charter of the United Nations⟧',
    'the ⟦1988 Convention→1988 Convention⟧',
    'the ⟦Nordic Agreement on Lakes and Rivers→Nordic Agreement on Lakes and Rivers⟧ and the ⟦Nordic Agreement→Nordic Agreement on Lakes and Rivers⟧ again',
    'the ⟦Harbour Convention→Harbour Convention⟧ was signed; the ⟦Protocol relating to the Status of Harbours→Protocol relating to the Status of Harbours⟧ was not',
    'the ⟦Convention on the Carriage of Boats by Sea→Convention on the Carriage of Boats by Sea⟧ by Slovenia; the ⟦Lake Convention→Lake Convention⟧ by Malta',
    'the ⟦Harbour Convention on Trade in Boats→Harbour Convention on Trade in Boats⟧ and ⟦Lake Convention on Ships→Lake Convention on Ships⟧',
    'the ⟦1951 Convention relating to the Status of Refugees→Convention relating to the Status of Refugees⟧',
    '⟦CRC→Convention on the Rights of the Child⟧ ⟦Convention on the Rights of the Child→Convention on the Rights of the Child⟧; United Nations, Treaty Series, vol. 2225',
    'adopted the Convention on Monday; Recalling Conventions and the Optional Protocol',
    'the ⟦Lake Convention against Fraud, Forgery and Smuggling→Lake Convention against Fraud, Forgery and Smuggling⟧, the Plan of Action and others',
    'the ⟦Agreement on Harbour Measures to Prevent, Deter and Eliminate Illegal, Unreported and Unregulated Trade→Agreement on Harbour Measures to Prevent, Deter and Eliminate Illegal, Unreported and Unregulated Trade⟧, Norway and Malta',
    'the ⟦Protocol for the Prohibition of the Use of Burning, Smoking or Other Lamps, and of Smoke→Protocol for the Prohibition of the Use of Burning, Smoking or Other Lamps, and of Smoke⟧, and of Norway',
    'the ⟦Convention on Sacks (Woven) and on Their Trade→Convention on Sacks (Woven) and on Their Trade⟧ (⟦Sack Convention→Sack Convention⟧) and Rules',
    'the ⟦Harbour Declaration on the Keeping of Boats and the Protection of Sailors→Harbour Declaration on the Keeping of Boats and the Protection of Sailors⟧ and the Programme of Work of the Council',
    'the ⟦Convention on Boats→Convention on Boats⟧ and the Commission of Harbours, the ⟦Convention on Ropes→Convention on Ropes⟧ and the Government of Malta',
    'the ⟦Convention on Lamps→Convention on Lamps⟧, France, Malta and Norway; the ⟦Convention on Ropes→Convention on Ropes⟧, the Rules and the Code',
    'under the ⟦Convention on Sails→Convention on Sails⟧, Harbour 2000 and other plans; the ⟦Convention on Oars→Convention on Oars⟧, UNICEF and WHO',
    'the ⟦Agreement between the Government of Norway and the Government of Malta on Fishing→Agreement between the Government of Norway and the Government of Malta on Fishing⟧ in force',
    'the ⟦Lake Declaration and Programme of Action on Boats→Lake Declaration and Programme of Action on Boats⟧, the ⟦Harbour Declaration→Harbour Declaration⟧ and the Programme of Action',
    'the ⟦Declaration on the Lake Agreement and Public Health→Declaration on the Lake Agreement and Public Health⟧ and the ⟦Rope Agreement→Rope Agreement⟧',
    'the ⟦Protocol to the Lake Charter on the Rights of Sailors→Protocol to the Lake Charter on the Rights of Sailors⟧ and a Protocol to the Convention',
    'the ⟦Declaration on Friendly Relations and Co-operation→Declaration on Friendly Relations and Co-operation⟧ and the ⟦Lake Pact for Africa’s Development→Lake Pact for Africa’s Development⟧’s article 3',
    'the ⟦Convention on the Safety of Boats at Sea→Convention on the Safety of Boats at Sea⟧ at Headquarters; the ⟦Convention on Trade in Boats→Convention on Trade in Boats⟧ by the Lake Council in January',
    'the Lake Security Treaty Organization and the ⟦Lake Security Treaty→Lake Security Treaty⟧',
    '⟦Convention No. 311 concerning Work on Boats→Convention No. 311 concerning Work on Boats⟧ and the ⟦LBO Convention No. 12→LBO Convention No. 12⟧',
    'the 1973 ⟦Partition of Harbours Agreement→Partition of Harbours Agreement⟧ and the ⟦Agreement on the Founding of a Lake Court under Harbour Law→Agreement on the Founding of a Lake Court under Harbour Law⟧ of old',
    'the ⟦Convention on Lamps Which May Be Deemed Too Bright→Convention on Lamps Which May Be Deemed Too Bright⟧; the ⟦Convention on Sails→Convention on Sails⟧ and a Plan of Action',
    'the ⟦Declaration on Strengthening Our Boats at the Local, Regional and Wider Levels to Count Harbours→Declaration on Strengthening Our Boats at the Local, Regional and Wider Levels to Count Harbours⟧, and more',
    'the ⟦Lake Declaration on Bringing Boats into the Wider Harbour Agenda→Lake Declaration on Bringing Boats into the Wider Harbour Agenda⟧, the ⟦Plan Pact on Work towards a Lasting Strategy→Plan Pact on Work towards a Lasting Strategy⟧; the ⟦Convention on Lamps→Convention on Lamps⟧ towards Norway and through the Council',
    'the ⟦Declaration on Access to Boats as a Cornerstone for Harbours→Declaration on Access to Boats as a Cornerstone for Harbours⟧, the ⟦Convention on Lamps→Convention on Lamps⟧ as a Party, the ⟦Convention on Oars→Convention on Oars⟧ as amended',
    'the ⟦Charter on Counting of Boats→Charter on Counting of Boats⟧ was signed',
    'the ⟦Charter→Charter of the United Nations⟧ on Monday',
    'the ⟦Separation of Vessels Agreement→Separation of Vessels Agreement⟧; a Party of ⟦Lake Convention→Lake Convention⟧',
    'the ⟦African Charter→African Charter⟧, a charter school, the ⟦Charter of Economic Rights and Duties of States→Charter of Economic Rights and Duties of States⟧',
    'CRC/C/GC/25 and OP-CAT and a cat',
  ]);
});

describe('bodies', () => {
  cases(BODY, [
    'the ⟦General Assembly→General Assembly⟧ and the ⟦Security Council→Security Council⟧',
    '⟦UNODC→United Nations Office on Drugs and Crime⟧ and the ⟦Commission on Narcotic Drugs→Commission on Narcotic Drugs⟧',
    'the Governing Council of the Asian Centre, a general assembly of members',
    'the Group of Experts on Financing for Development, the Conference on Small Arms and Light Weapons',
    'the Open-ended Working Group on Lamps and the ⟦Committee of Experts on Public Administration→Committee of Experts on Public Administration⟧',
    'the General Assembly of the ⟦Organization of American States→Organization of American States⟧, the Security Council of Norway and the ⟦General Assembly→General Assembly⟧ of the United Nations',
  ]);
});

describe('acronyms', () => {
  cases(ACRONYM, [
    'the Office of the Lake Commissioner (⟦OLC→Office of the Lake Commissioner⟧), the Lake Investment Authority’s (⟦LIA→Lake Investment Authority⟧) share',
    'a ‘national mechanism for lakes’ (⟦NML→national mechanism for lakes⟧)',
    'section AB and building CD, GE.98-76543 (E), LEF_Boats, OP4, CoL-LM and the non-⟦LFU→LFU joined⟧ members',
    '⟦LSCO→LSCO⟧/OLIRH, p. 22, ⟦LFC→LFC joined⟧/M23 and ⟦PTLR→PTLR⟧/JS3, LB/2024/6 and LGC/WP.3',
    'Seats were found in the UNITED STATES OF AMERICA, ⟦LSFO→LSFO⟧ said',
    'the Lake States Fisheries Office (⟦LSFO→Lake States Fisheries Office⟧) and ⟦LSFO→LSFO⟧ staff',
    'the Regional Office for Roads and Bridges (⟦RORB→Regional Office for Roads and Bridges⟧)',
    'non-governmental organizations (⟦NGO→non-governmental organizations⟧s) and ⟦NGO→NGO⟧s',
    'Sharing Records and Laws on Cargo (⟦SHRLOC→Sharing Records and Laws on Cargo⟧)',
    'the ⟦COVID-19→COVID-19 named⟧ pandemic, ⟦UN-Women→UN-Women⟧',
    'Chapter XII, part II, M23 and A/75/292',
    'A HEADING WITH WORDS ONLY',
    'ROADS, HARBOURS AND BOATS\nthe ⟦LSFO→LSFO⟧ office',
    'COORDINATION OF THE LAKE-HARBOUR OFFICE',
    'Distr.: GENERAL; Original: ENGLISH; DONE at the lake',
    'members: GHANA, MALTA and the ⟦LSFO→LSFO⟧',
    '⟦ISIL→ISIL⟧ (Da’esh)',
    '⟦LSFO→LSFO explained⟧ (Lake States Fisheries Office), ⟦LSFO→LSFO explained⟧, the Lake States Fisheries Office',
    '⟦LSFO→LSFO explained⟧: Lake States Fisheries Office; ⟦NGS→NGS explained⟧, national General Service',
    '⟦LSFO→LSFO⟧, the Lake States; ⟦LEL→LEL⟧, Legal Office in towns',
    '⟦LNDP→LNDP⟧, the Lake Nations Office for Ports, ⟦SHRLOC→SHRLOC explained⟧ (Sharing Records and Laws on Cargo), ⟦STEM→STEM explained⟧ (Science, Tools, Engines and Mathematics)',
    '⟦LCER→LCER explained⟧, the Lake Convention on Every Form of Rust; ⟦LABORA→LABORA explained⟧ (Lake Boats of the Region), ⟦LABORA→LABORA⟧ (Lake 2024)',
    '⟦RBL→RBL explained⟧ (Lake Agreement concerning the Boats), ⟦LSO→LSO⟧ (Geneva and Rome), ⟦LSO→LSO⟧ (see the annex below)',
    'the Lake Force Union (⟦LFU→Lake Force Union⟧)/M9 and ⟦LFU→LFU joined⟧/M9; ⟦SLO→SLO joined⟧:⟦BOR→BOR joined⟧; decision LX.CB/Dec.9',
    'Mr. Ilo AMARU, Ms. AMARU Ilo and H.E. Ada Ilo AMARU of ⟦LSFO→LSFO⟧; (Signed) AMARU Ilo',
    'a part of Lake Ways and Boats, ⟦LWB→LWB⟧, Lake-based',
    'the Associação dos Barcos (⟦LABORA→LABORA named⟧), the “⟦GREEN→GREEN named⟧” case, ⟦COP28→COP28 named⟧',
    'the ⟦LSFO→LSFO joined⟧/A and the ⟦LSFO→LSFO⟧-led body, ⟦RADF→RADF⟧ -⟦LSFO→LSFO joined⟧ patrols',
    'services (DP/2023/5)',
    'resolution LHA75.17, decision LB148(3), decision LC(65)/RES/11, resolution LPC.20(62) and ⟦LHA→LHA⟧.9 In ⟦LHA→LHA⟧.',
  ]);
});

describe('acronyms joined by hyphens', () => {
  it('are one, and those longer than two letters are others as well', () => {
    const text = 'OP-LSC-AB and LSC-FRA';
    assert.deepEqual(
      recognize(text).map((one) => text.slice(one.start, one.end)),
      ['OP-LSC-AB', 'LSC', 'LSC-FRA', 'FRA'],
    );
  });
});

describe('terms', () => {
  cases(TERM, [
    '(a) “⟦Safe vessel→any craft that floats⟧” shall mean any craft that floats;',
    '“⟦Party→a Party to this Protocol⟧” means a Party to this Protocol.',
    'f) ``Freezing" or ``⟦seizure→a temporary measure⟧" shall mean a temporary measure;',
    'the Trust Fund for Roads (hereinafter “⟦the Fund→the Trust Fund for Roads⟧”)',
    'the Trust Fund for Roads, hereinafter referred to as “⟦the Fund→the Trust Fund for Roads⟧”',
    'the Trust Fund for Roads (“⟦the Fund→the Trust Fund for Roads⟧”)',
    'the Trust Fund for Roads (the “⟦Fund→the Trust Fund for Roads⟧”) and the Lake Office (the “⟦Office→the Lake Office⟧”); the lamp (the “lamp”)',
    'through “peaceful” means, by all means, what it means',
  ]);
});
