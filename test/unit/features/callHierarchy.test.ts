import assert from 'node:assert/strict';
import type { CallHierarchyItem } from 'vscode-languageserver-types';
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../../server/src/features/callHierarchy.js';
import { references } from '../../../server/src/features/definition.js';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { summarize, type DocumentSummary } from '../../../server/src/workspace/summary.js';
import { report } from '../workspace/kit.js';
import { everywhere, marked, URI, withCatalogue, WITHOUT_CATALOGUE } from './kit.js';

const BUOYS = 'file:///buoys.undoc';
const SPEECH = 'file:///speech.undoc';

const summaryOf = (uri: string, text: string): DocumentSummary => {
  const { draft, analysis } = new OpenDraft(text);
  return summarize(draft, analysis, { uri });
};

const LAMPS = report(
  'CTOC/COP/2022/3',
  'Lamps',
  'See CTOC/COP/2022/4, resolution 75/158 and CTOC/COP/2022/4.',
);
const OTHERS = [
  summaryOf(BUOYS, report('CTOC/COP/2022/4', 'Buoys', 'See CTOC/COP/2022/3, para. 1.')),
  summaryOf(SPEECH, 'Madam Chair,\n\nThe report on buoys (CTOC/COP/2022/4) is good.\n\nThank you.\n'),
];

/** Asks at the cursor of a text; items as "name: detail @ file:line". */
function prepare(text: string): { items: CallHierarchyItem[] | null; all: DocumentSummary[] } {
  const { open, position } = marked(text);
  const own = summarize(open.draft, open.analysis, { uri: URI });
  const all = [own, ...OTHERS];
  return { items: prepareCallHierarchy(open, own, position, all, withCatalogue()), all };
}

const shown = ({ name, detail, uri, selectionRange }: CallHierarchyItem): string =>
  `${name}: ${detail ?? ''} @ ${uri.slice('file:///'.length)}:${selectionRange.start.line}`;

describe('Who cites whom', () => {
  it('begins at a citation of a document that the workspace has', () => {
    const { items, all } = prepare(LAMPS.replace('See CTOC', 'See ‸CTOC'));
    assert.deepEqual(items?.map(shown), ['CTOC/COP/2022/4: Buoys @ buoys.undoc:0']);
    const incoming = incomingCalls(items[0]!, all);
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => `${shown(from)} ${fromRanges.length}`),
      ['CTOC/COP/2022/3: Lamps @ draft.undoc:0 2', 'speech.undoc:  @ speech.undoc:0 1'],
    );
    assert.deepEqual(
      outgoingCalls(items[0]!, all, WITHOUT_CATALOGUE).map(({ to }) => shown(to)),
      ['CTOC/COP/2022/3: Lamps @ draft.undoc:0'],
    );
  });

  it('begins at a citation of a document that it has not', () => {
    const { items, all } = prepare(LAMPS.replace('75/158', '75/1‸58'));
    const line = LAMPS.split('\n').findIndex((text) => text.startsWith('1. '));
    assert.deepEqual(items?.map(shown), [
      `A/RES/75/158: Trafficking in women and girls @ draft.undoc:${line}`,
    ]);
    assert.deepEqual(
      incomingCalls(items[0]!, all).map(({ from }) => from.name),
      ['CTOC/COP/2022/3'],
    );
    assert.deepEqual(outgoingCalls(items[0]!, all, WITHOUT_CATALOGUE), []);
  });

  it('begins in the masthead with the draft itself', () => {
    const { items, all } = prepare(LAMPS.replace('Distr.', 'Dis‸tr.'));
    assert.deepEqual(items?.map(shown), ['CTOC/COP/2022/3: Lamps @ draft.undoc:0']);
    assert.deepEqual(
      incomingCalls(items[0]!, all).map(({ from }) => from.name),
      ['CTOC/COP/2022/4'],
    );
    assert.deepEqual(
      outgoingCalls(items[0]!, all, WITHOUT_CATALOGUE).map(
        ({ to, fromRanges }) => `${to.name} ${to.detail ?? ''} ${fromRanges.length}`,
      ),
      ['CTOC/COP/2022/4 Buoys 2', 'A/RES/75/158 not in this workspace 1'],
    );
  });

  it('begins nowhere else', () => {
    assert.equal(prepare(LAMPS.replace('See CTOC', 'S‸ee CTOC')).items, null);
    assert.deepEqual(incomingCalls({ ...ITEM, data: { key: 3 } }, OTHERS), []);
    assert.deepEqual(outgoingCalls({ ...ITEM, data: 'x' }, OTHERS, WITHOUT_CATALOGUE), []);
  });

  it('fails nowhere', () => {
    everywhere((open, position) => {
      const own = summarize(open.draft, open.analysis, { uri: URI });
      prepareCallHierarchy(open, own, position, [own], WITHOUT_CATALOGUE);
    });
  });
});

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const ITEM: CallHierarchyItem = { name: 'x', kind: 1, uri: URI, range: NOWHERE, selectionRange: NOWHERE };

describe('References in the documents of the workspace', () => {
  it('are those to what is cited, and the document itself where it is wanted', () => {
    const { open, position } = marked(LAMPS.replace('See CTOC', 'See ‸CTOC'));
    const files = (includeDeclaration: boolean): string[] =>
      references(open, URI, position, includeDeclaration, OTHERS).map(({ uri }) => uri);
    assert.deepEqual(files(false), [URI, URI, SPEECH]);
    assert.deepEqual(files(true), [URI, URI, BUOYS, SPEECH]);
  });
});

describe('Symbols of the workspace', () => {
  it('are documents by symbol and title, and headings of closed ones', () => {
    const symbols = workspaceSymbols('buoys', [], OTHERS);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['CTOC/COP/2022/4: Buoys'],
    );
    assert.deepEqual(
      workspaceSymbols('introduction', [], OTHERS).map(({ name, containerName }) => [name, containerName]),
      [['I. Introduction', 'CTOC/COP/2022/4']],
    );
    assert.deepEqual(workspaceSymbols('nothing of the kind', [], OTHERS), []);
  });
});
