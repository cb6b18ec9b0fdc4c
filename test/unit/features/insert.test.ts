import assert from 'node:assert/strict';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { insertAt, insertOffers, type Inserted, type Offered } from '../../../server/src/features/insert.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { edited, everywhere, marked, withCatalogue, WITHOUT_CATALOGUE } from './kit.js';

/** What the offer with this label puts in at the cursor. */
function offered(
  text: string,
  what: Offered,
  query: string,
  label: string,
  kind: DocumentKind | null = null,
): string {
  const { open, position } = marked(text, kind);
  const offers = insertOffers(open, position, what, query, withCatalogue());
  const offer = offers.find((one) => one.label === label);
  assert.ok(offer, `${label} is not among: ${offers.map((one) => one.label).join(' | ')}`);
  return offer.text;
}

/** The text after an insertion, with the cursor's mark. */
function inserted(text: string, what: Inserted): string {
  const { open, position, text: plain } = marked(text);
  const { edits, cursor, refused } = insertAt(open, position, what, WITHOUT_CATALOGUE);
  if (refused !== null) return `refused: ${refused}`;
  const result = edited(plain, edits);
  if (!cursor) return result;
  const lines = result.split('\n');
  lines[cursor.line] =
    `${lines[cursor.line]!.slice(0, cursor.character)}‸${lines[cursor.line]!.slice(cursor.character)}`;
  return lines.join('\n');
}

const HEAD = 'Report of the Secretary-General\n\n## I. Introduction\n\n';

describe('What is put into a text', () => {
  describe('resolutions, as the place asks for them', () => {
    const cases: readonly (readonly [before: string, query: string, label: string, text: string])[] = [
      [
        `${HEAD}1. Pursuant to ‸, the Office met.\n`,
        '75/158',
        '75/158',
        'General Assembly resolution 75/158',
      ],
      [`${HEAD}1. Pursuant to resolution ‸, it met.\n`, '75/158', '75/158', '75/158'],
      [`${HEAD}1. Pursuant to General Assembly ‸\n`, '75/158', '75/158', 'resolution 75/158'],
      [`${HEAD}1. See ‸\n`, '2331 (2016)', '2331 (2016)', 'Security Council resolution 2331 (2016)'],
      [`${HEAD}1. See resolutions 73/1 and ‸\n`, '75/158', '75/158', '75/158'],
      [
        'The General Assembly,\n\nRecalling ‸,\n\n1. Decides to meet;\n',
        '75/158',
        '75/158',
        'its resolution 75/158 of 16 December 2020',
      ],
      [
        'The Security Council,\n\nRecalling ‸,\n\n1. Decides to meet;\n',
        '75/158',
        '75/158',
        'General Assembly resolution 75/158 of 16 December 2020',
      ],
      ['The General Assembly,\n\n1. Recalls ‸;\n', '75/158', '75/158', 'its resolution 75/158'],
    ];
    for (const [before, query, label, text] of cases) {
      it(`${before.split('\n').find((line) => line.includes('‸'))} ← ${text}`, () =>
        assert.equal(offered(before, 'resolution', query, label), text));
    }

    it('finds them by the words of their titles, with their titles', () => {
      const { open, position } = marked(`${HEAD}1. See ‸\n`);
      const offers = insertOffers(open, position, 'resolution', 'trafficking women girls', withCatalogue());
      assert.ok(offers.length > 3);
      assert.match(offers[0]!.description, /[Tt]raffick/);
      assert.match(offers[0]!.longText ?? '', /^General Assembly resolution \S+, entitled “.+”$/);
    });

    it('offers before a word is typed what the text cites', () => {
      const { open, position } = marked(`${HEAD}1. See resolution 75/158.\n\n2. See ‸\n`);
      assert.equal(insertOffers(open, position, 'resolution', '', withCatalogue())[0]?.label, '75/158');
    });
  });

  describe('references to the document itself', () => {
    const REPORT = `${HEAD}1. It met.\n\n2. ‸\n\n## II. Work\n\n### A. Training\n\n3. The following:\n\n(a) Judges;\n\n(b) Others.[^1]\n\n[^1]: A note.\n\n## Annex I\n\n1. First.\n`;
    const at = (line: string, label: string): string =>
      offered(REPORT.replace('2. ‸', line), 'reference', '', label);
    const cases: readonly (readonly [line: string, label: string, text: string])[] = [
      ['2. See ‸', 'paragraph 1', 'paragraph 1 above'],
      ['2. See ‸', 'paragraph 3 (b)', 'paragraph 3 (b) below'],
      ['2. It is (see ‸', 'paragraph 3', 'para. 3 below'],
      ['2. See section ‸', 'section II.A', 'II.A'],
      ['2. See ‸', 'section II.A', 'section II.A below'],
      ['2. (See ‸', 'section II.A', 'sect. II.A below'],
      ['2. See ‸', 'footnote 1', 'footnote 1 below'],
      ['2. See ‸', 'annex I', 'annex I'],
    ];
    for (const [line, label, text] of cases)
      it(`${line} ← ${text}`, () => assert.equal(at(line, label), text));

    it('names the article in a treaty', () => {
      const text =
        'Convention on Work\n\nArticle 1\n\nUse of terms\n\n1. One.\n\n2. Two.\n\nArticle 2\n\nScope\n\n1. See ‸\n';
      assert.equal(offered(text, 'reference', '', 'article 1', 'treaty'), 'article 1');
    });
  });

  describe('footnotes', () => {
    const cases: readonly (readonly [what: string, before: string, after: string])[] = [
      ['the first one, behind the full stop', `${HEAD}1. It me‸t.\n`, `${HEAD}1. It met.[^1]\n\n[^1]: ‸\n`],
      [
        'between two others, which follow with what refers to them',
        `${HEAD}1. One.[^1]\n\n2. Two.‸\n\n3. Three[^2] (see footnote 2 below).\n\n[^1]: First.\n\n[^2]: Second.\n`,
        `${HEAD}1. One.[^1]\n\n2. Two.[^2]\n\n3. Three[^3] (see footnote 3 below).\n\n[^1]: First.\n\n[^2]: ‸\n\n[^3]: Second.\n`,
      ],
      [
        'in front of the first',
        `${HEAD}1. One‸.\n\n2. Two.[^1]\n\n[^1]: First.\n`,
        `${HEAD}1. One.[^1]\n\n2. Two.[^2]\n\n[^1]: ‸\n\n[^2]: First.\n`,
      ],
      [
        'in the form of the draft',
        `${HEAD}1. One.<sup>1</sup>\n\n2. Two ‸words.\n\n<sup>1</sup> First.\n`,
        `${HEAD}1. One.<sup>1</sup>\n\n2. Two<sup>2</sup> words.\n\n<sup>1</sup> First.\n\n<sup>2</sup> ‸\n`,
      ],
    ];
    for (const [what, before, after] of cases)
      it(what, () => assert.equal(inserted(before, 'footnote'), after));

    it('not in a footnote', () =>
      assert.match(inserted(`${HEAD}1. One.[^1]\n\n[^1]: Fir‸st.\n`, 'footnote'), /^refused/));
  });

  describe('the table of contents', () => {
    const BODY = `## I. Introduction\n\n1. One.\n\n2. Two.\n\n## II. Work\n\n### A. Training\n\n3. Three.\n`;
    const TABLE =
      '<!-- plenary-contents -->\n\n**Contents**\n\n- I. Introduction …… 1–2\n- II. Work …… 3\n  - A. Training …… 3\n\n<!-- /plenary-contents -->\n\n';
    const TITLE = 'Report of the Secretary-General\n\n';

    it('stands in front of the first section', () =>
      assert.equal(inserted(`${TITLE}‸${BODY}`, 'contents'), TITLE + TABLE + BODY));

    it('stands behind the summary, which it does not list', () => {
      const summary = '## Summary\n\nMuch was done.\n\n';
      assert.equal(inserted(`${TITLE}‸${summary}${BODY}`, 'contents'), TITLE + summary + TABLE + BODY);
    });

    it('lists no table, and counts the paragraphs behind it', () => {
      const text =
        '## I. Introduction\n\n1. One.\n\nTable 1\n\n**Lamps by year**\n\n| Year | Lamps |\n| --- | --- |\n| 2024 | 3 |\n\n2. Two.\n';
      const made = inserted(`${TITLE}‸${text}`, 'contents');
      assert.match(made, /\*\*Contents\*\*\n\n- I\. Introduction …… 1–2\n\n<!--/);
    });

    it('is brought up to date, and then is right', () => {
      const changed = BODY.replace('Training', 'Advice') + '\n4. Four.\n';
      const after = inserted(`‸${TITLE}${TABLE}${changed}`, 'update-contents');
      assert.ok(
        after.includes('- II. Work …… 3–4\n  - A. Advice …… 3–4\n\n<!-- /plenary-contents -->'),
        after,
      );
      assert.equal(inserted(`‸${after}`, 'update-contents'), after);
    });

    it('counts for nothing, and is no second set of headings', () => {
      const without = new OpenDraft(TITLE + BODY);
      const withTable = new OpenDraft(TITLE + TABLE + BODY);
      assert.deepEqual(
        withTable.findings().map(({ rule }) => rule.code),
        without.findings().map(({ rule }) => rule.code),
      );
      assert.equal(withTable.draft.structure.headings.length, without.draft.structure.headings.length);
    });

    it('needs headings', () =>
      assert.match(inserted('Madam Chair,\n\nI thank you.‸\n', 'contents'), /^refused/));
  });

  it('States in their forms', () => {
    const at = `${HEAD}1. ‸\n`;
    assert.equal(offered(at, 'state', '', 'France'), 'France');
    assert.equal(offered(at, 'state', '', 'the French Republic'), 'the French Republic');
    assert.equal(offered(at, 'state', '', 'the Gambia'), 'the Gambia');
    const { open, position } = marked(at);
    assert.deepEqual(
      insertOffers(open, position, 'state', '', withCatalogue())
        .filter(({ label }) => label.startsWith('Bolivia'))
        .map(({ description, text }) => [description, text]),
      [
        ['the Plurinational State of Bolivia', 'the Plurinational State of Bolivia'],
        ['as in lists', 'Bolivia (Plurinational State of)'],
      ],
    );
  });

  it('States as the place asks for them, and no article twice', () => {
    const first = (text: string): string => {
      const { open, position } = marked(text);
      const offers = insertOffers(open, position, 'state', '', withCatalogue());
      return offers.find(({ label }) => label.includes('Bolivia'))!.text;
    };
    assert.equal(first(`${HEAD}1. The Government of ‸\n`), 'the Plurinational State of Bolivia');
    assert.equal(first(`${HEAD}1. The Government of the ‸\n`), 'Plurinational State of Bolivia');
    assert.equal(
      first(`${HEAD}1. It met.\n\n| State | Cases |\n| --- | --- |\n| ‸ | 2 |\n`),
      'Bolivia (Plurinational State of)',
    );
  });

  it('are found by what they are called elsewhere, and parts by all their words', () => {
    const { open, position } = marked(
      `${HEAD}1. ${'Many words come first. '.repeat(8)}Then the lighthouse.\n\n2. See ‸\n`,
    );
    const found = (what: Offered, words: string): string[] =>
      insertOffers(open, position, what, '', withCatalogue())
        .filter(({ search }) => search?.includes(words))
        .map(({ label }) => label);
    assert.deepEqual(found('reference', 'lighthouse'), ['paragraph 1']);
    assert.ok(found('state', 'Ivory Coast').includes('Côte d’Ivoire'));
  });

  it('agenda items', () => {
    assert.equal(
      offered(`${HEAD}1. Under ‸\n`, 'agenda-item', '12 (b): Trafficking', 'item 12 (b)'),
      'agenda item 12 (b), entitled “Trafficking”',
    );
    assert.equal(
      offered(
        'Statement\n\n‸\n\nMadam Chair,\n\nI thank you.\n',
        'agenda-item',
        '3: Work',
        'item 3',
        'statement',
      ),
      'Agenda item 3: Work',
    );
    const text =
      'Twelfth session\n\nVienna, 14–18 October 2024\n\nItem 2 (b) of the provisional agenda\n\n# Work\n\nReport of the Secretariat\n\n## I. Introduction\n\n1. Under ‸\n';
    assert.equal(offered(text, 'agenda-item', '', 'item 2 (b)'), 'agenda item 2 (b)');
    const titled = text.replace('agenda\n', 'agenda*\n\n**Work of the harbours**\n');
    assert.equal(
      offered(titled, 'agenda-item', '', 'item 2 (b)'),
      'agenda item 2 (b), entitled “Work of the harbours”',
    );
  });

  it('the date of today', () =>
    assert.equal(inserted(`${HEAD}1. On ‸\n`, 'date'), `${HEAD}1. On 14 October 2024\n`));

  it('survives every text and place', () => {
    everywhere((open, position) => {
      for (const what of ['resolution', 'reference', 'agenda-item'] as const)
        insertOffers(open, position, what, '12', WITHOUT_CATALOGUE);
      for (const what of ['footnote', 'contents', 'update-contents', 'date'] as const)
        insertAt(open, position, what, WITHOUT_CATALOGUE);
    });
  });
});
