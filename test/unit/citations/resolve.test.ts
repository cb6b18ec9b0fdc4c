import assert from 'node:assert/strict';
import type { CitationContext, CitationKind } from '../../../server/src/citations/citation.js';
import { resolveAcross } from '../../../server/src/citations/resolve.js';
import { mark, plain, recognize } from './kit.js';

/** Blocks of one document, marked with what is known once all before them have been read. */
function checkBlocks(
  kinds: readonly CitationKind[],
  marked: readonly string[],
  context: CitationContext = {},
): void {
  const texts = marked.map(plain);
  const read = texts.map((text) => recognize(text, context));
  const resolved = resolveAcross(read, context);
  assert.deepEqual(
    texts.map((text, i) => mark(text, resolved[i]!, kinds)),
    marked,
  );
}

describe('citations across blocks', () => {
  it('"that resolution" is the last one', () =>
    checkBlocks(
      ['resolution'],
      [
        'The Council adopted resolution ⟦2250 (2015)→S/RES/2250(2015)⟧.',
        'No number here.',
        'In ⟦that resolution→= S/RES/2250(2015)⟧, it asked for a study; ⟦the same decision→= ?⟧ is another matter.',
      ],
    ));

  it('a word in capitals alone in its line is an acronym only where the text knows it as one', () =>
    checkBlocks(
      ['acronym', 'acronym-definition'],
      [
        'ANNEX',
        '⟦LAFIO→LAFIO⟧',
        '⟦ROHA→ROHA⟧ | Director',
        'The Lake Fisheries Office (⟦LAFIO→Lake Fisheries Office⟧) and ⟦ROHA→ROHA⟧ staff, and INTRODUCTION',
      ],
    ));

  it('a word that ends as words do, or stands beside a small one, is no acronym because it is in capitals', () =>
    checkBlocks(
      ['acronym'],
      [
        'Boats are counted. VOTING',
        'If this notification OR REQUEST TO moor is lost, see LANTERNS AND SAILS there',
        'A NEW HARBOUR FOR THE NEW LAKE',
        'the ⟦LAFIO→LAFIO⟧ and ⟦CARIFOR→CARIFOR⟧ staff',
      ],
    ));

  it('a part of “ibid.” is of the document before', () =>
    checkBlocks(
      ['part'],
      [
        'A/74/46.',
        'Ibid., ⟦chap. II→chapter II of A/74/46⟧, ⟦sect. C→section C of A/74/46⟧.',
        'Nothing.',
        'Ibid., ⟦annex→annex of ?⟧.',
      ],
    ));

  it('“the Executive Board” is that of the fund whose document it is', () =>
    checkBlocks(
      ['body'],
      ['The ⟦Executive Board→Executive Board of the United Nations Children’s Fund⟧ met.'],
      { body: 'Executive Board of the United Nations Children’s Fund' },
    ));

  it('a noun stands for the treaty before “for” and what is done with it', () =>
    checkBlocks(
      ['article'],
      [
        'the Convention on Biological Diversity',
        '⟦article 9, paragraph 7, of the Convention→9, para. 7 of Convention on Biological Diversity⟧ for consideration',
      ],
    ));

  it('an acronym of a body and a treaty is the treaty before an article', () =>
    checkBlocks(
      ['treaty'],
      [
        'the Committee against Torture (CAT)',
        'CAT met; ⟦CAT→Convention against Torture⟧, art. 22, and CAT again',
      ],
    ));

  it('a session is of the body that its noun stands for', () =>
    checkBlocks(
      ['session'],
      [
        'The International Law Commission met. The High-level Committee on Programmes did not.',
        'the ⟦seventieth session→session 70 of International Law Commission⟧ of the Commission and the Committee’s ⟦fiftieth session→session 50 of High-level Committee on Programmes⟧',
        'the Convention on Biological Diversity was read',
        'the Conference of the Parties to the Convention at its ⟦tenth meeting→meeting 10 of Conference of the Parties to the Convention on Biological Diversity⟧',
        'the ⟦Fifteenth United Nations Congress→congress 15 of United Nations Congress on Crime Prevention and Criminal Justice⟧ on Crime Prevention and Criminal Justice',
        'the theme of the ⟦Fifteenth Congress→congress 15 of United Nations Congress on Crime Prevention and Criminal Justice⟧ was chosen',
      ],
    ));

  it('a treaty of the tables stays itself where another bears its name', () =>
    checkBlocks(
      ['article'],
      [
        'the Lake Protocol on Boats to the Convention on Biological Diversity',
        'the Convention on Biological Diversity and ⟦article 2 of the Convention→2 of Convention on Biological Diversity⟧',
        '⟦article 3 of the Protocol→3 of Lake Protocol on Boats to the Convention on Biological Diversity⟧',
      ],
    ));

  it('paragraphs of what points back', () =>
    checkBlocks(
      ['paragraph'],
      ['It adopted decision 74/544.', 'See ⟦paragraph 2 of that decision→2 of A/DEC/74/544⟧.'],
    ));

  it('a noun means the treaty named last, one that no table holds included', () =>
    checkBlocks(
      ['article', 'treaty', 'part'],
      [
        'The ⟦Convention on the Rights of the Child→Convention on the Rights of the Child⟧ applies.',
        'The ⟦Harbour Convention on Children→Harbour Convention on Children⟧ as well.',
        '⟦Article 5 of the Convention→5 of Harbour Convention on Children⟧ and ⟦chapter V of the Convention→chapter V of Harbour Convention on Children⟧; the ⟦Harbour Convention→Harbour Convention on Children⟧.',
      ],
    ));

  it('a noun means the treaty in the name of the body named last', () =>
    checkBlocks(
      ['article'],
      [
        'The Treaty on the Prohibition of Nuclear Weapons is younger.',
        'The Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons met.',
        '⟦Article IV of the Treaty→IV of Treaty on the Non-Proliferation of Nuclear Weapons⟧ was recalled.',
      ],
    ));

  it('a noun that the text has defined stays what it was defined for', () =>
    checkBlocks(
      ['article'],
      [
        'The United Nations Convention against Corruption, adopted under the Charter of the United Nations (hereinafter “the Convention”), is in force.',
        'The Convention on the Rights of the Child is another.',
        '⟦Article 5 of the Convention→5 of Convention against Corruption⟧ applies.',
        '“Convention” means the Convention on Biological Diversity, done at Nairobi.',
        '⟦Article 6 of the Convention→6 of Convention on Biological Diversity⟧ applies.',
      ],
    ));

  it('"the Charter" is the United Nations\' unless another was named, and nobody\'s where both were', () =>
    checkBlocks(
      ['article'],
      [
        '⟦Article 51 of the Charter→51 of Charter of the United Nations⟧ is well known.',
        'The Nordic Charter for Lesser Rivers was signed.',
        '⟦Article 7 of the Charter→7 of Nordic Charter for Lesser Rivers⟧ says so.',
        'The Charter of the United Nations is older.',
        '⟦Article 7 of the Charter→7 of Charter of the United Nations⟧ says so.',
        'The Nordic Charter was changed.',
        '⟦Article 7 of the Charter→7 of the Charter⟧ says so.',
      ],
    ));

  it('a number has the body that the text gave it, unless it gave it two', () =>
    checkBlocks(
      ['resolution'],
      [
        'The Economic Commission for Africa adopted resolution ⟦2024/3→E/ECA/RES/2024/3⟧ and Commission on Human Rights resolution ⟦2002/5→E/CN.4/RES/2002/5⟧ is known.',
        'Resolution ⟦2024/3→E/ECA/RES/2024/3⟧ is set out below, and resolution ⟦2024/4→E/RES/2024/4⟧ is not.',
        'Economic and Social Council resolution ⟦2024/3→E/RES/2024/3⟧ is another.',
        'Resolution ⟦2024/3→E/RES/2024/3⟧ is either.',
      ],
    ));

  it('"ibid." is the note before, and not one further up', () =>
    checkBlocks(
      ['symbol', 'paragraph'],
      [
        'See ⟦A/75/292→A/75/292⟧.',
        '⟦Ibid.→= A/75/292⟧',
        'Interview of 3 May.',
        '⟦Ibid.→= ?⟧',
        '⟦E/2017/30→E/2017/30⟧.',
        '⟦Ibid.→= ?⟧, 2013, Supplement No. 7 (⟦E/2013/27→E/2013/27⟧).',
      ],
    ));

  it('"ibid." behind a source that is no document has none, nor has the one behind it', () =>
    checkBlocks(
      ['symbol'],
      [
        '11 ⟦A/75/292→A/75/292⟧. 12 Submission of the Network, p. 3. 13 ⟦Ibid.→= ?⟧ 14 ⟦Ibid.→= ?⟧',
        '15 ⟦Ibid.→= ?⟧',
      ],
    ));

  it('"ibid." behind the paragraph of another source is not the document before', () =>
    checkBlocks(
      ['symbol'],
      [
        '11 ⟦A/75/292→A/75/292⟧, paras. 7 and 8. 12 UNICORN, para. 37. 13 ⟦Ibid.→= ?⟧, para. 38.',
        'See ⟦A/75/292→A/75/292⟧, sect. XV, para. 5. The Committee met (⟦ibid.→= A/75/292⟧, para. 9).',
      ],
    ));

  it('"ibid." before another volume of the series is no document', () =>
    checkBlocks(
      ['symbol'],
      [
        'See Official Records of the General Assembly, Seventy-first Session, Supplement No. 7 (⟦A/71/7→A/71/7⟧).',
        '⟦Ibid.→= ?⟧, Seventy-second Session, Supplement No. 7 (⟦A/72/7→A/72/7⟧).',
      ],
    ));

  it('an acronym means what the text says it means', () =>
    checkBlocks(
      ['treaty'],
      [
        'Parties to ⟦CAT→Convention against Torture⟧ report.',
        'The Committee against Torture (CAT) met.',
        'CAT recommended a law.',
      ],
    ));

  it('a paragraph of "ibid."', () =>
    checkBlocks(
      ['paragraph'],
      ['See A/75/292, ⟦para. 3→3 of A/75/292⟧.', 'Ibid., ⟦para. 5→5 of A/75/292⟧.'],
    ));

  it('a year left out is that of the first mention', () =>
    checkBlocks(
      ['resolution'],
      [
        'Recalling resolution ⟦9999 (2050)→S/RES/9999(2050)⟧',
        'as in Security Council resolution ⟦9999→S/RES/9999(2050)⟧,',
      ],
    ));

  it('"the Commission" is the one named last', () =>
    checkBlocks(
      ['resolution'],
      [
        'The Commission on Narcotic Drugs met in Vienna.',
        'In Commission resolution ⟦61/3→E/CN.7/RES/61/3⟧, it asked for more.',
      ],
    ));

  it('“Executive Board” is the one of the fund whose Board is named', () => {
    checkBlocks(['resolution'], ['In Executive Board decision ⟦2009/11→DP/DEC/2009/11⟧, it asked for more.']);
    checkBlocks(
      ['resolution'],
      [
        'The UNICEF Executive Board met in June.',
        'In accordance with Executive Board decision ⟦2009/11→E/ICEF/DEC/2009/11⟧, it met.',
      ],
    );
  });

  it('a number of no body is of the last body whose number it may be, and references follow', () =>
    checkBlocks(
      ['resolution', 'part'],
      [
        'The Conference of the States Parties to the United Nations Convention against Corruption met in Doha.',
        'The mandate in resolution ⟦6/2→CAC/COSP/RES/6/2⟧, ⟦annex→annex of CAC/COSP/RES/6/2⟧, stands.',
      ],
    ));

  it('"the Convention" is the one named last, if that is not too long ago', () => {
    checkBlocks(
      ['article'],
      [
        'The Organized Crime Convention has 41 articles.',
        'See ⟦article 10 of the Convention→10 of Organized Crime Convention⟧.',
      ],
    );
    const between = Array.from({ length: 50 }, () => 'Nothing.');
    checkBlocks(
      ['article'],
      [
        'The Organized Crime Convention has 41 articles.',
        ...between,
        'See ⟦article 10 of the Convention→10 of the Convention⟧.',
      ],
    );
  });

  it('leaves what it does not change the very same', () => {
    const read = [recognize('resolution 75/1 of the General Assembly'), recognize('and paragraph 5 above')];
    const resolved = resolveAcross(read);
    assert.equal(resolved[0], read[0]);
    assert.equal(resolved[1], read[1]);
  });
});
