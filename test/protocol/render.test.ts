import assert from 'node:assert/strict';
import { RENDER, RENDER_FOR_WORD } from '../../server/src/messages.js';
import type { ForWord, Rendered } from '../../server/src/messages.js';
import { TestEditor } from './kit.js';

const REPORT = `---
kind: report
---
# Report of the Secretariat

## I. Introduction

1. The Office *met* in Vienna.[^1]

[^1]: See the plan.
`;

describe('A draft in print over standard input and output', () => {
  let editor: TestEditor;
  before(async () => {
    editor = await TestEditor.start();
  });
  after(async () => {
    assert.equal(await editor.stop(), 0);
  });
  const render = (uri: string, more: object = {}): Promise<Rendered | null> =>
    editor.request(RENDER, { textDocument: { uri }, view: 'page', wordsPerMinute: 110, ...more });

  it('comes in pieces that know their lines', async () => {
    const uri = await editor.open(REPORT);
    const rendered = await render(uri);
    assert.deepEqual(
      rendered?.pieces.map(({ line }) => line),
      [3, 5, 7],
    );
    assert.equal(rendered.kind, 'report');
    assert.equal(rendered.title, 'Report of the Secretariat');
    assert.deepEqual(
      rendered.notes.map(({ line }) => line),
      [9],
    );
  });

  it('is that of the newest text', async () => {
    const uri = await editor.open(REPORT);
    await editor.replace(uri, 'Vienna', 'Nairobi');
    const rendered = await render(uri);
    assert.match(rendered?.pieces.at(-1)?.html ?? '', /Nairobi/);
  });

  it('is not made of what is no United Nations document, nor of what is not open', async () => {
    const uri = await editor.open('# Bread\n\nButter.\n', 'markdown', 'file:///list.md');
    assert.equal(await render(uri), null);
    assert.equal(await render('file:///nowhere.undoc'), null);
  });

  it('takes what it is asked for as it comes', async () => {
    const uri = await editor.open(REPORT);
    const expected = await render(uri);
    assert.deepEqual(await render(uri, { view: 'sideways', wordsPerMinute: null }), expected);
  });

  it('goes to the clipboard of a word processor', async () => {
    const uri = await editor.open(REPORT);
    const words = await editor.request<ForWord | null>(RENDER_FOR_WORD, { textDocument: { uri } });
    assert.match(words?.html ?? '', /<h2[^>]*>I\.<span style='mso-tab-count:1'>/);
    assert.match(words?.text ?? '', /^1\.\tThe Office met in Vienna\.$/m);
  });
});
