import assert from 'node:assert/strict';
import type { Diagnostic, DocumentSymbol } from 'vscode-languageserver-types';
import { MessageEncoder } from '../../../server/src/messageEncoder.js';

const diagnostic = (line: number, message = `“${line}”`): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
  severity: 2,
  code: 'per-cent',
  source: 'plenary',
  message,
});
const many = Array.from({ length: 60 }, (_, i) => diagnostic(i));

const MESSAGES: readonly (readonly [string, object])[] = [
  ['a report that is pushed', push(many)],
  ['one without a version', push(many, null)],
  ['a short one', push(many.slice(0, 3))],
  ['an empty one', push([])],
  [
    'a report that was pulled',
    { jsonrpc: '2.0', id: 7, result: { kind: 'full', resultId: '3', items: many } },
  ],
  ['one that is unchanged', { jsonrpc: '2.0', id: 7, result: { kind: 'unchanged', resultId: '3' } }],
  ['an answer that is null', { jsonrpc: '2.0', id: 7, result: null }],
  ['a failure', { jsonrpc: '2.0', id: 7, error: { code: -32800, message: 'cancelled' } }],
  [
    'an answer that is a list',
    { jsonrpc: '2.0', id: 7, result: many.map(({ range }) => ({ name: '“a”', range })) },
  ],
  [
    'a list of what has no JSON',
    { jsonrpc: '2.0', id: 7, result: Array.from({ length: 30 }, () => undefined) },
  ],
  ['a long answer', { jsonrpc: '2.0', id: 7, result: { contents: 'Türkiye – “\ud800” '.repeat(4_000) } }],
  [
    'a longer list',
    { jsonrpc: '2.0', id: 7, result: Array.from({ length: 4_000 }, (_, i) => diagnostic(i)) },
  ],
  ['a long one behind a longer one', push(Array.from({ length: 400 }, (_, i) => diagnostic(i)))],
  ['an outline', { jsonrpc: '2.0', id: 7, result: [outlined(0, 1), outlined(1, 40), outlined(2, 0)] }],
  ['a short outline', { jsonrpc: '2.0', id: 7, result: [outlined(0, 2)] }],
  ['an outline of very many symbols', { jsonrpc: '2.0', id: 7, result: [outlined(0, 6_000)] }],
  ['other lists', { jsonrpc: '2.0', id: 7, result: { isIncomplete: false, items: many } }],
];

function outlined(line: number, within: number): DocumentSymbol {
  const { range } = diagnostic(line);
  const symbol: DocumentSymbol = { name: `“${line}”\ud800`, kind: 15, range, selectionRange: range };
  if (within > 0)
    symbol.children = Array.from({ length: within }, (_, i) => outlined(line + i, i % 3 === 1 ? 1 : 0));
  return symbol;
}

function push(diagnostics: readonly Diagnostic[], version: number | null = 4): object {
  const params = { uri: 'file:///a.undoc', ...(version === null ? {} : { version }), diagnostics };
  return { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params };
}

describe('messages', () => {
  const encoder = new MessageEncoder();
  for (const [what, message] of MESSAGES) {
    it(`are written as JSON: ${what}`, async () => {
      for (let round = 0; round < 2; round++) {
        const bytes = await encoder.encode(message);
        assert.equal(new TextDecoder().decode(bytes), JSON.stringify(message));
      }
    });
  }

  it('tell of a diagnostic that is another one', () => {
    const first = encoder.textOf(push(many));
    const changed = many.with(5, diagnostic(5, 'other'));
    const second = encoder.textOf(push(changed));
    assert.equal(second, first.replace('“5”', 'other'));
  });
});
