import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { documentSymbols, flatSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/folding.js';
import { selectionRanges } from '../../../server/src/features/selectionRange.js';
import { LEGEND, semanticTokens, TokenReports } from '../../../server/src/features/semanticTokens.js';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { everywhere, marked, ODD_TEXTS, URI } from './kit.js';

const REPORT = `Report of the Secretariat

# The harbour of Arendale

## I. Introduction

1. The present report was prepared in accordance with General Assembly resolution 75/158 (see A/75/292).[^1]

2. It describes:

(a) The harbour, which is old and has been rebuilt by the community after each of the storms of the last century;

(b) The lights.

## II. Work done

### A. The lights

3. The lights described in paragraph 2 (b) above were mended.

<!-- a comment
of two lines -->

[^1]: See *Official Records*, para. 3 above.

[^2]: Ibid.
`;

describe('The outline', () => {
  const outline = (text: string, kind: DocumentKind): string => {
    const lines: string[] = [];
    const add = (symbols: readonly DocumentSymbol[], indent: string): void => {
      for (const { name, range, children } of symbols) {
        lines.push(`${indent}${name} [${range.start.line}–${range.end.line}]`);
        add(children ?? [], `${indent}  `);
      }
    };
    add(documentSymbols(new OpenDraft(text, { kind }).draft), '');
    return lines.join('\n');
  };

  it('has sections, paragraphs by their first words, and subparagraphs', () => {
    assert.equal(
      outline(REPORT, 'report'),
      `Report of the Secretariat [0–0]
The harbour of Arendale [2–2]
I. Introduction [4–12]
  1. The present report was prepared in accordance with General… [6–6]
  2. It describes: [8–12]
    (a) The harbour, which is old and has been rebuilt by the… [10–10]
    (b) The lights. [12–12]
II. Work done [14–25]
  A. The lights [16–25]
    3. The lights described in paragraph 2 (b) above were mended. [18–18]`,
    );
  });

  it('has the paragraphs of a statement, which bear no numbers', () => {
    assert.equal(
      outline(
        'Madam Chair,\n\nArendale thanks the Secretariat for its report.\n\nI thank you.\n',
        'statement',
      ),
      `Madam Chair, [0–0]
Arendale thanks the Secretariat for its report. [2–2]
I thank you. [4–4]`,
    );
  });

  it('is a list for clients that show no tree', () => {
    const names = flatSymbols(new OpenDraft(REPORT, { kind: 'report' }).draft, URI).map(
      ({ name, containerName }) => `${containerName ?? ''} > ${name.slice(0, 12)}`,
    );
    assert.equal(names.length, 10);
    assert.ok(names.includes('II. Work done > A. The light'));
  });

  it('never holds a part that is not within the one above it, nor one without a name', () => {
    for (const text of [REPORT, ...ODD_TEXTS]) {
      const check = (symbols: readonly DocumentSymbol[], end: number): void => {
        for (const { name, range, selectionRange, children } of symbols) {
          assert.notEqual(name.trim(), '');
          assert.ok(range.end.line <= end, name);
          assert.ok(selectionRange.end.line <= range.end.line, name);
          check(children ?? [], range.end.line);
        }
      };
      check(documentSymbols(new OpenDraft(text).draft), Number.POSITIVE_INFINITY);
    }
  });

  it('tells sticky scroll what to hold at the top: the sections and the paragraph around each line', () => {
    const around = (symbols: readonly DocumentSymbol[], line: number): string[] => {
      const one = symbols.find(({ range }) => range.start.line <= line && line <= range.end.line);
      return one ? [one.name.slice(0, 14), ...around(one.children ?? [], line)] : [];
    };
    const symbols = documentSymbols(new OpenDraft(REPORT, { kind: 'report' }).draft);
    const lines = REPORT.split('\n');
    const at = (words: string): string[] =>
      around(
        symbols,
        lines.findIndex((line) => line.startsWith(words)),
      );
    assert.deepEqual(at('(b) The lights'), [
      'I. Introduction'.slice(0, 14),
      '2. It describe',
      '(b) The lights',
    ]);
    assert.deepEqual(at('3. The lights'), ['II. Work done', 'A. The lights', '3. The lights ']);
  });

  it('is searched through by letters in their order, headings first', () => {
    const drafts = [{ uri: URI, open: new OpenDraft(REPORT, { kind: 'report' }) }];
    assert.deepEqual(
      workspaceSymbols('lights', drafts).map(({ name }) => name.slice(0, 14)),
      ['A. The lights', '2. It describe', '(b) The lights', '3. The lights '].filter(
        (name) => name !== '2. It describe',
      ),
    );
    assert.equal(workspaceSymbols('', drafts).length, 5);
  });
});

describe('Folding', () => {
  it('folds sections, paragraphs with subparagraphs, comments and notes', () => {
    const ranges = foldingRanges(new OpenDraft(REPORT, { kind: 'report' }).draft);
    assert.deepEqual(
      ranges.map(({ startLine, endLine, kind }) => `${startLine}–${endLine}${kind ? ` ${kind}` : ''}`),
      ['4–12', '8–12', '14–25', '16–25', '20–21 comment', '23–25 region'],
    );
  });

  it('survives odd texts', () => {
    for (const text of ODD_TEXTS) foldingRanges(new OpenDraft(text).draft);
  });
});

describe('Semantic tokens', () => {
  /** The tokens of a text, each as its type and words. */
  const tokens = (open: OpenDraft, data: readonly number[]): string[] => {
    const out: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      if (data[i]! > 0) character = 0;
      line += data[i]!;
      character += data[i + 1]!;
      const words = open.draft.textIn({
        start: { line, character },
        end: { line, character: character + data[i + 2]! },
      });
      out.push(`${LEGEND.tokenTypes[data[i + 3]!]} ${words}`);
    }
    return out;
  };

  it('colour numbers, headings, citations and notes, and cut what holds another', () => {
    const open = new OpenDraft(
      'Report of the Secretariat\n\n## I. Introduction\n\n1. See paragraph 3 of resolution 75/158,[^1] A/75/292 and\nparagraphs 4\nto 6 above.\n\n[^1]: Note.\n',
      { kind: 'report' },
    );
    assert.deepEqual(tokens(open, semanticTokens(open)), [
      'heading Report of the Secretariat',
      'heading ## I. Introduction',
      'paragraphNumber 1.',
      'reference paragraph 3 of resolution',
      'resolution 75/158',
      'noteMark [^1]',
      'documentSymbol A/75/292',
      'reference paragraphs 4',
      'reference to 6 above',
      'noteMark [^1]:',
    ]);
  });

  it('are told as the difference to what the client has', () => {
    const open = new OpenDraft(REPORT, { kind: 'report' });
    const reports = new TokenReports();
    const first = semanticTokens(open);
    const { resultId } = reports.full(first);
    open.edit({ start: { line: 6, character: 0 }, end: { line: 6, character: 0 } }, '\n\n');
    const after = semanticTokens(open);
    const delta = reports.delta(after, resultId!);
    assert.ok('edits' in delta);
    const applied = [...first];
    for (const { start, deleteCount, data } of delta.edits)
      applied.splice(start, deleteCount, ...(data ?? []));
    assert.deepEqual(applied, after);
    assert.equal(delta.edits[0]?.data?.length, 1);
    const again = reports.delta(after, delta.resultId!);
    assert.deepEqual('edits' in again ? again.edits : null, []);
    assert.ok('data' in reports.delta(after, 'another'));
  });

  it('of a range are those of the blocks it touches', () => {
    const open = new OpenDraft(REPORT, { kind: 'report' });
    const range = { start: { line: 18, character: 0 }, end: { line: 18, character: 5 } };
    assert.deepEqual(tokens(open, semanticTokens(open, range)), [
      'paragraphNumber 3.',
      'reference paragraph 2 (b) above',
    ]);
  });

  it('never overlap or run out of their line, in odd texts as well', () => {
    for (const text of ODD_TEXTS) {
      const open = new OpenDraft(text);
      const data = semanticTokens(open);
      for (let i = 0; i < data.length; i += 5) {
        assert.ok(data[i + 2]! > 0);
        if (i > 0 && data[i] === 0) assert.ok(data[i + 1]! >= data[i - 3]!, text);
      }
    }
  });
});

describe('A growing selection', () => {
  const grow = (text: string): string[] => {
    const { open, position } = marked(text, 'report');
    const out: string[] = [];
    for (let one = selectionRanges(open, [position])[0]; one; one = one.parent) {
      out.push(open.draft.textIn(one.range).replace(/\n+/g, '⏎'));
    }
    return out;
  };

  it('goes from the word over clause and sentence to the paragraph, its list, the section and the draft', () => {
    const text =
      'Report of the Secretariat\n\n## I. Harbour\n\n1. It is old (para. 3). When it st‸orms, the pilots help:\n\n(a) By day;\n\n## II. End\n\n2. Yes.\n';
    assert.deepEqual(grow(text), [
      'storms',
      'When it storms',
      'When it storms, the pilots help:',
      'It is old (para. 3). When it storms, the pilots help:',
      '1. It is old (para. 3). When it storms, the pilots help:',
      '1. It is old (para. 3). When it storms, the pilots help:⏎(a) By day;',
      '## I. Harbour⏎1. It is old (para. 3). When it storms, the pilots help:⏎(a) By day;',
      text.replace('‸', '').replace(/\n+/g, '⏎'),
    ]);
  });

  it('goes from a subparagraph to its paragraph and on to the sections around it', () => {
    const text =
      'Report of the Secretariat\n\n## I. Harbour\n\n### A. Lights\n\n1. They are old:\n\n(a) The first, bu‸ilt in 1902. It burns;\n\n(b) The second.\n\n### B. Piers\n\n2. Yes.\n\n## II. End\n\n3. No.\n';
    assert.deepEqual(grow(text).slice(0, -1), [
      'built',
      'built in 1902.',
      'The first, built in 1902.',
      'The first, built in 1902. It burns;',
      '(a) The first, built in 1902. It burns;',
      '1. They are old:⏎(a) The first, built in 1902. It burns;⏎(b) The second.',
      '### A. Lights⏎1. They are old:⏎(a) The first, built in 1902. It burns;⏎(b) The second.',
      '## I. Harbour⏎### A. Lights⏎1. They are old:⏎(a) The first, built in 1902. It burns;⏎(b) The second.⏎### B. Piers⏎2. Yes.',
    ]);
  });

  it('takes a symbol as one word', () => {
    assert.deepEqual(grow('1. See A/7‸5/292.\n').slice(0, 2), ['75', 'A/75/292']);
  });

  it('survives every place of odd texts', () => {
    everywhere((open, position) => selectionRanges(open, [position]));
  });
});
