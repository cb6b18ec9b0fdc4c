import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { TestEditor } from './kit.js';

const URI = 'file:///drafts/report.undoc';
const REPORT = `I. Introduction

1. The Office held a meeting, as noted in paragraph 2 below.

2. It was attended by all the the members.

4. The report was adopted; see resolution 75/158 of the General Assembly.
`;

function wordsOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

describe('The language of the server', () => {
  let editor: TestEditor;
  afterEach(() => editor.stop());

  it('is that of the client: findings, quick fixes and hovers', async () => {
    editor = await TestEditor.start({ locale: 'es-MX' });
    await editor.open(REPORT, 'un-document', URI);
    const diagnostics = await editor.diagnostics(URI);
    const gap = diagnostics.find(({ code }) => code === 'paragraph-sequence')!;
    assert.match(wordsOf(gap), /^Falta el párrafo 3: 4 sigue a 2\./);
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: gap.range,
      context: { diagnostics: [gap] },
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Cambiar “4” por “3”'), titles.join('\n'));
    assert.ok(titles.includes('Ignorar “paragraph-sequence” aquí'), titles.join('\n'));
    const hover = await editor.ask<Hover>('textDocument/hover', URI, 'paragraph 2 below');
    assert.match(JSON.stringify(hover.contents), /Párrafo 2/);
  });

  it('is English for a client without one, and for one whose language is not spoken', async () => {
    editor = await TestEditor.start({ locale: 'de' });
    await editor.open(REPORT, 'un-document', URI);
    const diagnostics = await editor.diagnostics(URI);
    assert.ok(diagnostics.some((one) => wordsOf(one).startsWith('Paragraph 3 is missing')));
  });

  it('is the one that was asked for where the server was started', async () => {
    editor = await TestEditor.start({ locale: 'es', args: ['--locale=fr'] });
    await editor.open(REPORT, 'un-document', URI);
    const diagnostics = await editor.diagnostics(URI);
    assert.ok(diagnostics.some((one) => wordsOf(one).startsWith('Il manque le paragraphe 3')));
  });

  it('comes from the table that the client hands over, where the server has no disk', async () => {
    editor = await TestEditor.start({
      locale: 'fr',
      initializationOptions: {
        translations: {
          'Paragraph {expected} is missing: {found} follows {previous}. Renumber from here, or put the missing paragraph back.':
            'Manque {expected}.',
        },
      },
    });
    await editor.open(REPORT, 'un-document', URI);
    const diagnostics = await editor.diagnostics(URI);
    assert.ok(diagnostics.some((one) => wordsOf(one) === 'Manque 3.'));
  });
});
