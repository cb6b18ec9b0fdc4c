import assert from 'node:assert/strict';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver-protocol';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NUMBERING } from '../../server/src/messages.js';
import type { NumberingResult } from '../../server/src/messages.js';
import { TestEditor } from './kit.js';

const URI = 'untitled:report.undoc';
const TEXT =
  'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n2. It was well attended (see para. 3 below).\n\n3. The report was adopted.\n';

describe('numbering over the protocol', () => {
  let editor: TestEditor;
  beforeEach(async () => {
    editor = await TestEditor.start();
    await editor.open(TEXT, 'un-document', URI);
  });
  afterEach(() => editor.stop());

  const applied = (edits: readonly TextEdit[] | null | undefined, text = TEXT): string =>
    TextDocument.applyEdits(TextDocument.create(URI, 'un-document', 1, text), [...(edits ?? [])]);

  it('offers rename, and Enter, to every client', () => {
    assert.deepEqual(editor.server.capabilities.renameProvider, { prepareProvider: true });
    assert.equal(editor.server.capabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter, '\n');
  });

  it('renames a paragraph with its references', async () => {
    const prepared = await editor.ask<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      URI,
      '3 below',
    );
    assert.equal(prepared.placeholder, '3');
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', URI, '3 below', { newName: '7' });
    assert.match(applied(edit.changes![URI]), /para\. 7 below[^]*\n7\. The report/);
  });

  it('refuses a name of the wrong form in words', async () => {
    await assert.rejects(
      editor.ask('textDocument/rename', URI, '3 below', { newName: 'seven' }),
      /is a number/,
    );
  });

  it('numbers the next paragraph on Enter', async () => {
    await editor.replace(URI, 'met.\n', 'met.\n\n');
    const text = editor.text(URI);
    const edits = await editor.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri: URI },
      position: { line: 5, character: 0 },
      ch: '\n',
      options: { tabSize: 4, insertSpaces: true },
    });
    assert.match(
      applied(edits, text),
      /met\.\n\n2\. \n\n3\. It was well attended \(see para\. 4 below\)\.\n\n4\. The report/,
    );
  });

  it('plans operations for its own client', async () => {
    const range = editor.range(URI, 'The Office met.');
    const result = await editor.request<NumberingResult>(NUMBERING, {
      textDocument: { uri: URI },
      operation: 'move-down',
      range,
    });
    assert.match(
      applied(result.edits),
      /1\. It was well attended \(see para\. 3 below\)\.\n\n2\. The Office met\./,
    );
    assert.equal(result.correspondence, 'Old\tNew\nparagraph 1\tparagraph 2\nparagraph 2\tparagraph 1');
  });
});

/** A client that asks for the edit of an action once a person has chosen it, and shows edits before it makes them. */
const RESOLVING: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

describe('code actions on numbers over the protocol', () => {
  let editor: TestEditor | undefined;
  afterEach(() => editor?.stop());

  const start = async (
    text: string,
    capabilities: ClientCapabilities = {},
    initializationOptions?: unknown,
  ): Promise<TestEditor> => {
    editor = await TestEditor.start({ capabilities, initializationOptions });
    await editor.open(text, 'un-document', URI);
    return editor;
  };
  const actionsAt = (
    from: TestEditor,
    words: string,
    context: Partial<CodeActionContext> = {},
  ): Promise<CodeAction[]> =>
    from.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: from.range(URI, words),
      context: { diagnostics: [], ...context },
    });
  const applied = (from: TestEditor, edit: WorkspaceEdit | undefined): string => {
    const text = TextDocument.create(URI, 'un-document', 1, from.text(URI));
    const edits =
      edit?.changes?.[URI] ??
      edit?.documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));
    assert.ok(edits, 'the action has an edit');
    return TextDocument.applyEdits(text, edits);
  };
  const titled = (actions: readonly CodeAction[], title: string): CodeAction => {
    const found = actions.find((action) => action.title.startsWith(title));
    assert.ok(found, `“${title}” is offered among ${actions.map((one) => one.title).join('; ')}`);
    return found;
  };

  const GAP = `${TEXT}\n5. The session was closed (see para. 3 above).\n`;

  it('say which kinds there are', async () => {
    const { server } = await start(TEXT);
    const provider = server.capabilities.codeActionProvider;
    assert.ok(typeof provider === 'object');
    assert.equal(provider.resolveProvider, true);
    for (const kind of [
      'source.fixAll.plenary.numbering',
      'refactor.move.plenary',
      'refactor.rewrite.plenary',
    ])
      assert.ok(provider.codeActionKinds?.includes(kind), kind);
  });

  it('move a paragraph, for a client that knows nothing but edits', async () => {
    const plain = await start(TEXT);
    const actions = await actionsAt(plain, 'well attended');
    const up = titled(actions, 'Move paragraph 2 up');
    assert.equal(up.kind, 'refactor.move.plenary');
    assert.match(
      applied(plain, up.edit),
      /1\. It was well attended \(see para\. 3 below\)\.\n\n2\. The Office met\./,
    );
    titled(actions, 'Move paragraph 2 down');
    assert.ok(!actions.some(({ title }) => title.startsWith('Move section')), 'there is one section only');
  });

  it('make no plan before an action is chosen, where the client can wait', async () => {
    const waiting = await start(TEXT, RESOLVING);
    const up = titled(await actionsAt(waiting, 'well attended'), 'Move paragraph 2 up');
    assert.equal(up.edit, undefined);
    const resolved = await waiting.request<CodeAction>('codeAction/resolve', up);
    assert.match(applied(waiting, resolved.edit), /1\. It was well attended/);
    // The same offer for a text that has changed would hit the wrong places.
    await waiting.replace(URI, 'The Office met.', 'The Office met in Geneva.');
    await assert.rejects(waiting.request('codeAction/resolve', up), /text has changed/);
  });

  it('do not offer the first paragraph a move up, nor anything where an editor asks by itself', async () => {
    const plain = await start(TEXT);
    const actions = await actionsAt(plain, 'The Office met');
    assert.ok(!actions.some(({ title }) => title === 'Move paragraph 1 up'));
    const asked = await actionsAt(plain, 'The Office met', { triggerKind: CodeActionTriggerKind.Automatic });
    assert.deepEqual(
      asked.filter(({ kind }) => kind?.startsWith(CodeActionKind.Refactor)),
      [],
    );
  });

  it('offer what becomes of the references when a cited paragraph is deleted', async () => {
    const plain = await start(TEXT);
    const actions = await actionsAt(plain, 'The report was adopted', {
      only: [CodeActionKind.RefactorRewrite],
    });
    const mark = titled(actions, 'Delete paragraph 3 and mark the references to it (paragraph 2)');
    assert.match(applied(plain, mark.edit), /2\. It was well attended \(see para\. \[3, deleted\] below\)/);
    const leave = titled(actions, 'Delete paragraph 3 and leave the references to it (paragraph 2)');
    assert.match(applied(plain, leave.edit), /see para\. 3 below\)\.\n\n$/);
    const uncited = await actionsAt(plain, 'The Office met', { only: [CodeActionKind.RefactorRewrite] });
    assert.ok(uncited.some(({ title }) => title === 'Delete paragraph 1'));
  });

  it('renumber the document at each save for those who ask for it by name, and for nobody else', async () => {
    const plain = await start(GAP);
    const [action, ...others] = await actionsAt(plain, 'Report', {
      only: ['source.fixAll.plenary.numbering'],
    });
    assert.ok(action);
    assert.equal(others.length, 0);
    assert.match(applied(plain, action.edit), /\n4\. The session was closed \(see para\. 3 above\)/);
    for (const only of [CodeActionKind.SourceFixAll, 'source.fixAll.plenary', CodeActionKind.Source]) {
      const all = await actionsAt(plain, 'Report', { only: [only] });
      assert.ok(!all.some(({ kind }) => kind === 'source.fixAll.plenary.numbering'), only);
    }
  });

  it('have nothing to renumber where all is in order, or the text is adopted', async () => {
    const plain = await start(TEXT);
    const only = ['source.fixAll.plenary.numbering'];
    assert.deepEqual(await actionsAt(plain, 'Report', { only }), []);
    const actions = await actionsAt(plain, 'The Office met');
    assert.ok(!actions.some(({ title }) => title.startsWith('Renumber')));
  });

  it('renumber the document, from here, and the selection', async () => {
    const text =
      'Report of the Secretary-General\n\nI. Introduction\n\n1. The Office met.\n\n3. It was well attended.\n\n7. The agenda was adopted.\n\n9. The report was adopted (see para. 7 above).\n';
    const plain = await start(text);
    const here = await actionsAt(plain, '7. The agenda was adopted.\n\n9. The');
    assert.match(
      applied(plain, titled(here, 'Renumber the document').edit),
      /2\. It[^]*3\. The agenda[^]*4\. The report was adopted \(see para\. 3 above\)/,
    );
    assert.match(
      applied(plain, titled(here, 'Renumber from here').edit),
      /3\. It[^]*4\. The agenda[^]*5\. The report was adopted \(see para\. 4 above\)/,
    );
    titled(here, 'Renumber the selection');
  });

  it('renumber an annex, and the selection, alone', async () => {
    const text = `${GAP}\n# Annex I\n\n1. The agenda follows.\n\n3. It was adopted (see para. 1 above).\n`;
    const plain = await start(text);
    const annex = titled(await actionsAt(plain, 'It was adopted'), 'Renumber annex I');
    const after = applied(plain, annex.edit);
    assert.match(after, /\n5\. The session[^]*\n2\. It was adopted \(see para\. 1 above\)/);
  });

  it('show the changes before they are made, where the client can', async () => {
    const showing = await start(GAP, RESOLVING);
    const preview = titled(
      await actionsAt(showing, 'The Office met'),
      'Renumber the document with a preview',
    );
    const { edit } = await showing.request<CodeAction>('codeAction/resolve', preview);
    assert.equal(edit?.changeAnnotations?.['renumber']?.needsConfirmation, true);
    assert.match(applied(showing, edit), /\n4\. The session was closed/);
    assert.ok(
      edit.documentChanges?.every(
        (change) => 'edits' in change && change.edits.every((one) => 'annotationId' in one),
      ),
    );
  });

  it('keep the numbers of an adopted text', async () => {
    const adopted = await start(
      'Resolution adopted by the General Assembly on 16 December 2020\n\n75/158. Lighthouses\n\nThe General Assembly,\n\nRecalling its resolution 74/3,\n\n1. Takes note of the report;\n\n2. Decides to remain seized of the matter.\n',
      {},
    );
    const actions = await actionsAt(adopted, 'Takes note', { only: [CodeActionKind.Refactor] });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Insert a paragraph after paragraph 1'],
    );
    assert.match(applied(adopted, actions[0]!.edit), /\n1 bis\. /);
  });

  it('count as the client counts', async () => {
    const counting = await start(TEXT.replace('The Office met', 'The Office 😀 met'), {
      ...RESOLVING,
      general: { positionEncodings: ['utf-8'] },
    });
    const up = titled(await actionsAt(counting, 'well attended'), 'Move paragraph 2 up');
    const { edit } = await counting.request<CodeAction>('codeAction/resolve', up);
    const edits = edit?.changes?.[URI] ?? [];
    assert.ok(edits.some(({ range }) => range.start.character === 0 && range.end.line > range.start.line));
  });
});
