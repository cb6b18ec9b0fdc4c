import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the tests that a cell names by its first word lie. */
const FOLDERS: Readonly<Record<string, string>> = {
  host: 'test/host/suite',
  web: 'test/host/suite',
  protocol: 'test/protocol',
  editors: 'test/editors',
  cli: 'test/cli',
  unit: 'test/unit',
  ui: 'test/ui',
};

/** What a test of a feature calls or looks at: one that does nothing of this is named in the wrong row. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  findings: /problemsOf|\bdiagnostics\b|#findings|report\.before/,
  'findings follow edits': /applyEdit|editor\.replace|report\.after|draft\.edit|fill\('#text'/,
  fixes: /executeCodeActionProvider|textDocument\/codeAction|report\.fixed|\['fix'|applySafeFixes/,
  hover: /hoverOver|textDocument\/hover|report\.hover|\['lookup'|hoverAt|#card/,
  'definition, references': /executeDefinitionProvider|textDocument\/definition|paragraphReferences/,
  completion: /executeCompletionItemProvider|textDocument\/completion|report\.completion/,
  'outline, folding, colours':
    /executeFoldingRangeProvider|textDocument\/foldingRange|file\.headings|#outline/,
  'numbers on Enter': /plenary\.key\.enter|onTypeFormatting|report\.entered/,
  'rename with references': /executeDocumentRenameProvider|textDocument\/rename|report\.renamed/,
  'move, delete, renumber': /plenary\.deleteParagraph|Delete paragraph|\['renumber'|renumberDraft/,
  settings: /getConfiguration\('plenary'\)|'off'|hands its settings over|merge\(|plenary\.config\.json/,
  snippets: /suggest-widget|snippetSupport/,
  'insert a footnote, the contents, a resolution …': /plenary\.insertFootnote|Insert a resolution/,
  preview: /plenary\.openPreview|Open preview|RENDER/,
  print: /plenary\.printDraft|#print/,
  'rich text for Word, and from it': /#word|workbench\.paste|RENDER_FOR_WORD/,
  'clean-up of a converted text': /plenary\.cleanUp|Clean up a converted text/,
  'length by section, time to speak': /workbench\.length/,
  'health of the document': /plenary\.healthReport|Document health View|paragraph-sequence/,
  'every command, with and without a document': /of commands\)|not told what to do/,
  'in French and Spanish': /\blocale\b|translations|Language/,
  'kind, chosen by hand': /plenary\.changeKind|SET_KIND|'--kind'|#kind/,
  'new documents': /plenary\.newDocument|new-national-statement|\['new'|newDocument\(/,
  catalogue: /75\/158|64\/293/,
  'closed files of the folder': /plenary\.checkFolder|workspace\/diagnostic|are one workspace/,
  'documents that no disk holds': /registerFileSystemProvider|memfs:|\['-'\]/,
  'tools for assistants': /plenary_checkDraft|check_draft/,
  transports: /isRunning\(\)|--node-ipc/,
};

/** The files of one test, or of a folder of them. */
function filesOf(part: string, name: string): string[] {
  const at = path.join(ROOT, FOLDERS[part]!, name);
  if (existsSync(`${at}.test.ts`)) return [`${at}.test.ts`];
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(at, file));
}

describe('The table of docs/faces.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs/faces.md'), 'utf8');
  const rows = page
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| ?(-|\|)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const namedIn = (cell: string): string[][] =>
    [...cell.matchAll(/\b(host|web|protocol|editors|cli|unit|ui) `(\w+)`/g)].map(([, part, name]) => [
      part!,
      name!,
    ]);

  it('has a cell for each face', () => {
    assert.ok(rows.length > 12);
    for (const row of rows) assert.equal(row.length, 6, row[0]);
    assert.deepEqual(
      rows.map(([feature]) => feature),
      Object.keys(SIGNS),
    );
  });

  it('names a test in each cell, or says why there is none', () => {
    for (const [feature, ...cells] of rows)
      for (const cell of cells)
        assert.ok(namedIn(cell).length > 0 || /^– \S/.test(cell), `${feature}: ${cell}`);
  });

  for (const [feature, ...cells] of rows)
    it(`names tests that there are, and that are about: ${feature}`, () => {
      for (const [part, name] of cells.flatMap(namedIn)) {
        const files = filesOf(part!, name!);
        assert.ok(files.length > 0, `there is no ${part} ${name}`);
        const texts = files.map((file) => readFileSync(file, 'utf8'));
        assert.ok(
          texts.some((text) => SIGNS[feature!]!.test(text)),
          `${part} ${name} does nothing of this`,
        );
      }
    });

  it('has each command in the list of those in the browser', () => {
    const list = page.split('\n## Commands in the browser\n')[1]!.split('\n## ')[0]!;
    const read = (name: string): unknown => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
    const { contributes } = read('package.json') as {
      contributes: { commands: readonly { readonly title: string }[] };
    };
    const words = read('package.nls.json') as Readonly<Record<string, string | { readonly message: string }>>;
    for (const { title } of contributes.commands) {
      const text = words[title.slice(1, -1)]!;
      const shown = typeof text === 'string' ? text : text.message;
      assert.ok(list.includes(`“${shown}”`), shown);
    }
  });

  it('tells the same of both extension hosts, which run one suite', () => {
    for (const [feature, desktop, browser] of rows) {
      const names = (cell: string | undefined): string[] =>
        namedIn(cell ?? '')
          .filter(([part]) => part === 'host' || part === 'web')
          .map(([, name]) => name!);
      assert.deepEqual(names(desktop), names(browser), feature);
    }
  });
});
