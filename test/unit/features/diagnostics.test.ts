import assert from 'node:assert/strict';
import { codeActions, FIX_ALL, type CodeActionOptions } from '../../../server/src/features/codeActions.js';
import { DiagnosticReports, Diagnostics } from '../../../server/src/features/diagnostics.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';
import { edited, everywhere, marked, shown, URI } from './kit.js';

const REPORT = `Report of the Secretariat

# The harbour

1. The harbour is old.

2. It was built by hand.

4. It is deep.

5. It is wide. ${'The pilots know each of its shoals by name. '.repeat(8).trim()}
`;

const diagnostics = new Diagnostics({ related: true, links: true });
const options: CodeActionOptions = {
  uri: URI,
  languageId: 'un-document',
  version: 1,
  saved: true,
  createFiles: true,
};

function titles(text: string, more: Partial<CodeActionOptions> = {}, only?: string[]): string[] {
  const { open, position } = marked(text, 'report');
  const range = { start: position, end: position };
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  return codeActions(open, range, context, diagnostics, { ...options, ...more }).map(({ title }) => title);
}

/** The text after the first action whose title begins so. */
function after(text: string, title: string, more: Partial<CodeActionOptions> = {}): string {
  const marks = marked(text, 'report');
  const range = { start: marks.position, end: marks.position };
  const action = codeActions(marks.open, range, { diagnostics: [] }, diagnostics, {
    ...options,
    ...more,
  }).find((one) => one.title.startsWith(title));
  assert.ok(action, `"${title}" is offered`);
  return edited(marks.text, action.edit?.changes?.[URI] ?? []);
}

describe('Diagnostics', () => {
  it('show a break in the numbers at its label, with the page of its rule', () => {
    const open = new OpenDraft(REPORT, { kind: 'report' });
    const [first] = diagnostics.of(open, URI, true).filter(({ code }) => code === 'paragraph-sequence');
    assert.ok(first);
    assert.match(shown(open, first.range), /^8:0–8:\d 4/);
    assert.equal(first.source, 'plenary');
    assert.match(first.codeDescription?.href ?? '', /docs\/rules\/paragraph-sequence\.md$/);
  });

  it('are the same objects while they stand where they stood', () => {
    const open = new OpenDraft(REPORT, { kind: 'report' });
    const before = diagnostics.of(open, URI, true);
    open.edit({ start: { line: 10, character: 12 }, end: { line: 10, character: 12 } }, 'r');
    const after = diagnostics.of(open, URI, true);
    assert.ok(before.length > 0);
    assert.ok(before.every((diagnostic, i) => diagnostic === after[i]));
    open.edit({ start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, '\n');
    const moved = diagnostics.of(open, URI, true).find(({ code }) => code === 'paragraph-sequence');
    assert.equal(moved?.range.start.line, 9);
  });

  it('have one name as long as nothing in them changes', () => {
    const open = new OpenDraft(REPORT, { kind: 'report' });
    const reports = new DiagnosticReports();
    const first = reports.idOf(diagnostics.of(open, URI, true));
    assert.equal(reports.idOf(diagnostics.of(open, URI, true)), first);
    open.edit({ start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, '\n');
    assert.notEqual(reports.idOf(diagnostics.of(open, URI, true)), first);
    assert.equal(new DiagnosticReports().idOf([]), '1');
  });
});

describe('Code actions', () => {
  const GAP = REPORT.replace('4. It', '‸4. It');

  it('offer the fix first, and ways to be left alone after it', () => {
    const found = titles(GAP, {
      configuration: { uri: 'file:///plenary.config.json', text: null, problems: [] },
    });
    assert.deepEqual(found.slice(-3), [
      'Ignore “paragraph-sequence” here',
      'Ignore “paragraph-sequence” in this document',
      'Turn off “paragraph-sequence” in this folder',
    ]);
    assert.ok(found.length > 3, found.join('\n'));
  });

  it('offer nothing where nothing is found', () => {
    assert.deepEqual(titles(REPORT.replace('2. It was', '2. It ‸was'), {}, ['quickfix']), []);
  });

  it('offer no comments in plain text', () => {
    assert.ok(!titles(GAP, { languageId: 'plaintext' }).some((title) => title.startsWith('Ignore')));
  });

  it('keep to the kinds that are asked for', () => {
    assert.deepEqual(titles(GAP, {}, ['refactor']), []);
    assert.ok(titles(GAP, {}, ['quickfix']).length > 0);
    assert.ok(titles(GAP, {}, ['source']).every((title) => title.startsWith('Fix all problems')));
    assert.equal(FIX_ALL, 'source.fixAll.plenary');
  });

  it('ignore here, so that the finding is gone', () => {
    const text = after(GAP, 'Ignore “paragraph-sequence” here');
    assert.match(text, /\n\n<!-- plenary-ignore-next paragraph-sequence -->\n4\. It is deep/);
    const codes = new OpenDraft(text, { kind: 'report' }).findings().map(({ rule }) => rule.code);
    assert.ok(!codes.includes('paragraph-sequence'), codes.join());
    assert.ok(!codes.includes('unused-ignore'), codes.join());
  });

  it('are not called idle while what they are for waits for the text to be saved', () => {
    const ignored =
      '<!-- plenary-ignore-next acronym-unused -->\n\n1. The Training Academy of Rural Courts (TARC) met in May.\n\n2. It ended.\n';
    const open = new OpenDraft(ignored, { kind: 'report' });
    assert.deepEqual(open.findings(false), []);
    assert.deepEqual(open.findings(true), []);
  });

  it('add a code to the comment that is there', () => {
    const commented = GAP.replace('‸4.', '<!-- plenary-ignore-next date-form -->\n‸4.');
    assert.match(
      after(commented, 'Ignore “paragraph-sequence” here'),
      /<!-- plenary-ignore-next date-form, paragraph-sequence -->\n4\./,
    );
  });

  it('ignore in the document, by front matter where there is some', () => {
    assert.match(
      after(GAP, 'Ignore “paragraph-sequence” in this'),
      /^<!-- plenary-ignore-file paragraph-sequence -->\n\nReport/,
    );
    assert.match(
      after(`---\nkind: report\n---\n\n${GAP}`, 'Ignore “paragraph-sequence” in this'),
      /^---\nplenary-ignore: paragraph-sequence\nkind: report\n---\n/,
    );
  });

  it('turn a rule off in the configuration that is there', () => {
    const configuration = {
      uri: 'file:///plenary.config.json',
      text: '{\n  // ours\n  "profile": "delegation"\n}\n',
      problems: [],
    };
    const { open, position } = marked(GAP, 'report');
    const range = { start: position, end: position };
    const action = codeActions(open, range, { diagnostics: [] }, diagnostics, {
      ...options,
      configuration,
    }).at(-1);
    const edits = action?.edit?.changes?.['file:///plenary.config.json'] ?? [];
    assert.deepEqual(
      edited(configuration.text, edits),
      '{\n  // ours\n  "profile": "delegation",\n  "rules": {\n    "paragraph-sequence": "off"\n  }\n}\n',
    );
  });

  it('survive every place of odd texts', () => {
    everywhere((open, position) => {
      codeActions(open, { start: position, end: position }, { diagnostics: [] }, diagnostics, options);
    });
  });
});
