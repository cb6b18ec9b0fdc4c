import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { completion, newDocuments, resolveCompletion } from '../../../server/src/features/completion.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { edited, everywhere, marked, withCatalogue, WITHOUT_CATALOGUE } from './kit.js';

const AROUND = `Report of the Secretariat

## I. Introduction

1. The Harbour Guild of Arendale (HGA) met.

2. It cited resolution 76/186 and CTOC/COP/WG.4/2021/2.

`;

interface Offer {
  readonly items: readonly CompletionItem[];
  readonly text: string;
  /** The whole text with the first item taken. */
  readonly first: string;
}

function offer(text: string, trigger?: string, kind: DocumentKind = 'report'): Offer {
  const marks = marked(text, kind);
  const list = completion(marks.open, marks.position, withCatalogue(), {
    ...(trigger === undefined ? {} : { trigger }),
    snippets: true,
  });
  const items = list?.items ?? [];
  const edit = items[0]?.textEdit;
  const more = items[0]?.additionalTextEdits ?? [];
  const first = edit && 'range' in edit ? edited(marks.text, [edit, ...more]) : marks.text;
  return { items, text: marks.text, first };
}

const labels = ({ items }: Offer): string[] => items.map(({ label }) => label);

describe('Completion', () => {
  it('offers resolutions by number', () => {
    const found = offer(`${AROUND}3. See General Assembly resolution 75/15‸\n`);
    assert.ok(
      labels(found).every((label) => label.startsWith('75/15')),
      labels(found).join(),
    );
    assert.ok(labels(found).includes('75/158'));
    assert.match(found.first, /3\. See General Assembly resolution 75\/15\d?/);
  });

  it('offers resolutions by words of their titles, and puts the number in their place', () => {
    const found = offer(`${AROUND}3. See resolution trafficking women‸\n`);
    assert.ok(labels(found).includes('75/158'), labels(found).join());
    assert.match(found.first, /3\. See General Assembly resolution \d+\/\d+\n$/);
    const edit = found.items[0]?.textEdit;
    assert.ok(edit && 'range' in edit);
    assert.equal(found.items[0]?.filterText, 'trafficking women');
    assert.deepEqual(edit.range.end.character - edit.range.start.character, 'trafficking women'.length);
  });

  it('offers only those of the organ that is named', () => {
    const found = offer(`${AROUND}3. See Security Council resolution 25‸\n`);
    assert.ok(
      labels(found).every((label) => /^25\d* \(\d{4}\)$/.test(label)),
      labels(found).join(),
    );
    assert.ok(labels(found).length > 0);
  });

  it('offers behind the word, at once, what the text cites already', () => {
    assert.equal(labels(offer(`${AROUND}3. See resolution ‸\n`, ' '))[0], '76/186');
  });

  it('offers a body its own resolutions behind “its”', () => {
    const draft =
      'The General Assembly,\n\nRecalling Security Council resolution 1325 (2000), and its resolution trafficking women‸\n\n1. Decides to meet.\n';
    const found = labels(offer(draft, undefined, 'resolution'));
    assert.ok(found.includes('75/158') && !found.includes('53/9'), found.join());
    assert.ok(
      !labels(offer(draft.replace('trafficking women', ''), ' ', 'resolution')).includes('1325 (2000)'),
    );
  });

  it('says whose resolution it is at the first mention, and always where the number alone would mislead', () => {
    const first = (sentence: string): string | undefined =>
      offer(`${AROUND}3. ${sentence}‸\n`).first.split('\n').at(-2);
    assert.equal(first('See resolution 75/158'), '3. See General Assembly resolution 75/158');
    assert.equal(first('See resolution 76/186'), '3. See resolution 76/186');
    assert.equal(first('See resolution 2388'), '3. See Security Council resolution 2388 (2017)');
    assert.equal(first('See its resolution 75/158'), '3. See its resolution 75/158');
    assert.equal(first('See resolutions 76/186 and 75/158'), '3. See resolutions 76/186 and 75/158');
    const council = offer(`${AROUND}3. See resolution special rapporteur trafficking‸\n`);
    const item = council.items.find(({ data }) => (data as { id: string }).id.startsWith('A/HRC/RES/'));
    assert.match(item?.labelDetails?.description ?? '', /^Human Rights Council: /);
    assert.equal(item?.additionalTextEdits?.[0]?.newText, 'Human Rights Council ');
  });

  it('offers no resolution for a decision, but the decisions that the text cites', () => {
    assert.deepEqual(labels(offer(`${AROUND}3. See decision 75/15‸\n`)), []);
    const cited = offer(`${AROUND}3. See decision 75/504 and, again, decision 75/5‸\n`);
    assert.deepEqual(labels(cited), ['75/504']);
  });

  it('gives the date in the preamble, at the first mention', () => {
    const draft = 'The General Assembly,\n\nRecalling its resolution 75/158‸\n\n1. Decides to meet.\n';
    const found = offer(draft, undefined, 'resolution');
    assert.match(found.first, /Recalling its resolution 75\/158 of 16 December 2020\n/);
    const later = `The General Assembly,\n\nRecalling its resolution 75/158,\n\nRecalling also resolution 75/158‸\n\n1. Decides to meet.\n`;
    assert.match(offer(later, undefined, 'resolution').first, /also resolution 75\/158\n/);
  });

  it('leaves a sentence alone that goes on behind the word', () => {
    assert.deepEqual(labels(offer(`${AROUND}3. The resolution was‸\n`)), []);
    assert.deepEqual(labels(offer(`${AROUND}3. The resolution was adopted ‸\n`, ' ')), []);
  });

  it('says nothing to a space anywhere else', () => {
    assert.deepEqual(labels(offer(`${AROUND}3. The Harbour ‸\n`, ' ')), []);
  });

  it('offers symbols, those of the text first', () => {
    assert.equal(labels(offer(`${AROUND}3. See CTOC/COP/W‸\n`))[0], 'CTOC/COP/WG.4/2021/2');
    assert.ok(labels(offer(`${AROUND}3. See A/RES/75/15‸\n`, '/')).includes('A/RES/75/158'));
    assert.deepEqual(labels(offer(`${AROUND}3. See S/‸\n`, '/')), ['S/RES/', 'S/PRST/']);
    assert.deepEqual(labels(offer(`${AROUND}3. The 1/‸\n`, '/')), []);
    assert.deepEqual(labels(offer(`${AROUND}3. men and/‸\n`, '/')), []);
  });

  it('offers the paragraphs of the draft with their first words', () => {
    const found = offer(`${AROUND}3. See para. ‸\n`, ' ');
    assert.deepEqual(labels(found), ['1', '2']);
    assert.match(found.items[1]?.detail ?? '', /^It cited resolution/);
    assert.deepEqual(labels(offer(`${AROUND}3. See paragraphs 1 and ‸\n`, ' ')), ['1', '2']);
    assert.deepEqual(labels(offer(`${AROUND}3. See sect. ‸\n`, ' ')), ['I']);
  });

  it('offers treaties, States, acronyms and terms once they are begun', () => {
    assert.ok(
      labels(offer(`${AROUND}3. The Trafficking in Per‸\n`)).includes('Trafficking in Persons Protocol'),
      labels(offer(`${AROUND}3. The Trafficking in Per‸\n`)).join(),
    );
    assert.match(
      offer(`${AROUND}3. The Trafficking in Per‸\n`).first,
      /3\. The Trafficking in Persons Protocol\n/,
    );
    assert.ok(labels(offer(`${AROUND}3. In Burk‸\n`)).includes('Burkina Faso'));
    assert.equal(labels(offer(`${AROUND}3. The HG‸\n`))[0], 'HGA');
    assert.ok(labels(offer(`${AROUND}3. By UNOD‸\n`)).includes('UNODC'));
  });

  describe('of snippets', () => {
    const BODY = `${AROUND}2. It met again.\n\n[^1]: A note.\n\n`;
    const snippets = (text: string, kind: DocumentKind = 'report'): string[] =>
      offer(text, undefined, kind)
        .items.filter(({ insertTextFormat }) => insertTextFormat === 2)
        .map(({ label }) => label);

    it('has those of the kind of document where a block begins', () => {
      assert.deepEqual(snippets(`${BODY}rec‸\n`), ['conclusions']);
      assert.ok(snippets('The General Assembly,\n\nrec‸\n', 'resolution').includes('recalling'));
    });

    it('has behind a number what a number stands before, without a number of its own', () => {
      const found = offer(`${AROUND}3. purp‸\n`);
      assert.match(found.first, /\n3\. The present \$\{2\|report,note\|\} is submitted/);
      assert.deepEqual(snippets(`${AROUND}3. conclusio‸\n`), []);
    });

    it('has within a sentence what stands there, and nothing once the word is written out', () => {
      assert.ok(snippets(`${AROUND}3. It adopted a resol‸\n`).includes('res-ga'));
      assert.deepEqual(snippets(`${AROUND}3. It adopted a resolution‸\n`), []);
      assert.deepEqual(snippets(`${AROUND}## II. Conclusions and recommendations‸\n`), []);
    });

    it('goes on with the numbers of the text', () => {
      assert.match(offer(`${BODY}para‸\n`).first, /\n\$\{1:3\}\. \$\{2:Paragraph\.\}/);
      assert.match(offer(`${BODY}section‸\n`).first, /\n## \$\{1:II\}\. \$\{2:Heading\}\n\n\$\{3:3\}\. /);
      assert.match(offer(`${BODY}fn‸\n`).first, /\n\[\^\$\{1:2\}\]/);
    });
  });

  it('offers new documents in an empty file', () => {
    const list = newDocuments(new OpenDraft('').draft, { snippets: true });
    assert.ok((list?.items.length ?? 0) >= 8);
    assert.ok(list?.items.every(({ label }) => label.startsWith('new-')));
    const { draft } = new OpenDraft('\n\n');
    const edit = newDocuments(draft, { snippets: false })?.items[0]?.textEdit;
    assert.ok(edit && 'range' in edit);
    assert.deepEqual(edit.range, { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } });
    assert.doesNotMatch(edit.newText, /\$\{/);
  });

  it('says nothing in front matter, comments and code', () => {
    for (const text of ['---\nkind: rep‸\n---\n', '<!-- resolution ‸ -->\n', '```\nresolution ‸\n```\n'])
      assert.deepEqual(labels(offer(`${text}\n1. One.\n`)), [], text);
  });

  it('documents an item when it is asked to', () => {
    const item = offer(`${AROUND}3. See General Assembly resolution 75/158‸\n`).items.find(
      ({ label }) => label === '75/158',
    );
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    const { documentation } = resolveCompletion(
      JSON.parse(JSON.stringify(item)) as CompletionItem,
      withCatalogue(),
    );
    assert.ok(typeof documentation === 'object');
    assert.match(documentation.value, /^\*\*General Assembly resolution 75\/158\*\*/);
    assert.deepEqual(resolveCompletion({ label: 'x', data: 7 }, withCatalogue()), { label: 'x', data: 7 });
  });

  it('survives every place of odd texts', () => {
    everywhere((open, position) => {
      completion(open, position, WITHOUT_CATALOGUE, { snippets: true });
      completion(open, position, WITHOUT_CATALOGUE, { trigger: ' ', snippets: true });
    });
  }).timeout(240_000);
});
