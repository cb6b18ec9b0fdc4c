import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assertFits, assertSarif, folder, json, PROGRAM, run, TODAY } from './kit.js';
import { CLEAN, RECIPE, REPORT } from './texts.js';

interface Found {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly kind: string;
    readonly diagnostics: readonly {
      readonly code: string;
      readonly severity: string;
      readonly offset: number;
      readonly length: number;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly fix: string;
      readonly fingerprint: string;
    }[];
  }[];
}

const check = (args: readonly string[], options: Parameters<typeof run>[1] = {}): ReturnType<typeof run> =>
  run(['check', '--today', TODAY, ...args], options);

const found = (args: readonly string[], options: Parameters<typeof run>[1] = {}): Found =>
  json(check(['--format', 'json', ...args], options)) as Found;

const paths = (value: Found): string[] => value.files.map((file) => file.path);

describe('plenary check', () => {
  it('prints a line for each finding, and ends with 1 where there are errors', () => {
    const cwd = folder({ 'report.md': REPORT });
    const { status, stdout, stderr } = check(['report.md'], { cwd });
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /^report\.md:19:1: error: .*\[paragraph-sequence\]$/m);
    assert.match(stdout, /^report\.md:17:\d+: \w+: .* \(can be fixed\) \[doubled-word\]$/m);
    assert.match(stdout.trimEnd().split('\n').at(-1)!, /^1 error.* in 1 document\.$/);
    assert.ok(!stdout.includes('\u001b'), 'no colours where nobody looks at a terminal');
  });

  it('ends with 1 also where the reader of its output has seen enough', async () => {
    const cwd = folder({ 'a.md': REPORT, 'b.md': REPORT });
    const child = spawn(process.execPath, [PROGRAM, 'check', '--jobs', '1', 'a.md', 'b.md'], { cwd });
    // Nobody reads: the pipe is shut before the first line is written.
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(status, 1);
  });

  it('gives the places of its JSON as offsets and ranges, by the schema', () => {
    const cwd = folder({ 'report.md': REPORT });
    const value = found(['report.md'], { cwd });
    assertFits('check', value);
    assert.equal(value.version, 1);
    assert.deepEqual(paths(value), ['report.md']);
    assert.equal(value.files[0]!.kind, 'report');
    const { diagnostics } = value.files[0]!;
    const gap = diagnostics.find((one) => one.code === 'paragraph-sequence')!;
    assert.equal(REPORT.slice(gap.offset, gap.offset + gap.length), '4.');
    assert.deepEqual(gap.range.start, { line: 18, character: 0 });
    assert.equal(diagnostics.find((one) => one.code === 'doubled-word')!.fix, 'safe');
    assert.equal(new Set(diagnostics.map((one) => one.fingerprint)).size, diagnostics.length);
  });

  it('counts a byte order mark and reads UTF-16', () => {
    const cwd = folder({
      'plain.md': REPORT,
      'mark.md': `\ufeff${REPORT}`,
      'little.md': Buffer.from(`\ufeff${REPORT}`, 'utf16le'),
      'big.md': Buffer.from(`\ufeff${REPORT}`, 'utf16le').swap16(),
    });
    const value = found(['plain.md', 'mark.md', 'little.md', 'big.md'], { cwd });
    const [plain, ...others] = value.files.map((file) =>
      file.diagnostics.map(({ code, offset }) => ({ code, offset })),
    );
    for (const other of others)
      assert.deepEqual(
        other,
        plain!.map(({ code, offset }) => ({ code, offset: offset + 1 })),
      );
  });

  it('reads standard input', () => {
    const value = found(['-'], { input: REPORT });
    assert.deepEqual(paths(value), ['-']);
    assert.ok(value.files[0]!.diagnostics.some((one) => one.code === 'paragraph-sequence'));
  });

  describe('counts for its exit status', () => {
    const cwd = (): string =>
      folder({ 'clean.md': CLEAN, 'doubled.md': CLEAN.replace('the training', 'the the training') });
    const cases: readonly (readonly [args: readonly string[], status: number])[] = [
      [['clean.md'], 0],
      [['doubled.md'], 0],
      [['doubled.md', '--severity', 'error'], 0],
      [['doubled.md', '--severity', 'warning'], 1],
      [['doubled.md', '--severity', 'hint'], 1],
      [['doubled.md', '--max-warnings', '0'], 1],
      [['doubled.md', '--max-warnings', '50'], 0],
    ];
    for (const [args, status] of cases) {
      it(args.join(' '), () => assert.equal(check(args, { cwd: cwd() }).status, status));
    }
  });

  describe('ends with 2 and says why', () => {
    const cases: readonly (readonly [args: readonly string[], message: RegExp])[] = [
      [['none.md'], /none\.md cannot be read: there is no such file or folder/],
      [['*.nothing'], /\*\.nothing matches no file/],
      [[''], /An empty name leads to no file/],
      [[], /missing required argument 'files'/],
      [['a.md', '--format', 'xml'], /Allowed choices are text, json, sarif, github/],
      [['a.md', '--severity', 'grave'], /Allowed choices are error, warning/],
      [['a.md', '--kind', 'poem'], /Allowed choices are statement, report/],
      [['a.md', '--max-warnings', 'few'], /A whole number is needed, 0 or more/],
      [['a.md', '--jobs', '0'], /A whole number is needed, 1 or more/],
      [['a.md', '--today', '2023-02-29'], /A day that exists is needed/],
      [['a.md', '--config', 'none.json'], /none\.json cannot be read/],
      [['a.md', '--baseline', 'none.json'], /none\.json cannot be read/],
      [['a.md', '--baseline', 'a.md'], /a\.md cannot be read: it is no JSON/],
      [['a.md', '--baseline', 'other.json'], /other\.json is not what `plenary check --format json` writes/],
      [['a.md', '--catalogue', 'none.tsv'], /none\.tsv cannot be read/],
      [['a.md', '--colour'], /unknown option '--colour'/],
    ];
    it('and does nothing by other settings than those that were named', () => {
      const cwd = folder({ 'a.md': REPORT, 'broken.json': '{ "profile": ' });
      for (const config of ['none.json', 'broken.json']) {
        const { status, stdout } = run(['fix', '--write', 'a.md', '--config', config], { cwd });
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.equal(readFileSync(path.join(cwd, 'a.md'), 'utf8'), REPORT);
      }
    });

    for (const [args, message] of cases) {
      it(args.join(' ') || 'no arguments', () => {
        const ran = check(args, { cwd: folder({ 'a.md': CLEAN, 'other.json': '{"files": 1}' }) });
        assert.equal(ran.status, 2, ran.stderr);
        assert.match(ran.stderr, message);
        assert.ok(!/\n {4}at /.test(ran.stderr), 'no stack');
      });
    }
  });

  it('works on the other files where one cannot be read', () => {
    const cwd = folder({ 'a.md': REPORT, 'c.md': CLEAN });
    const ran = check(['--format', 'json', 'a.md', 'b.md', 'c.md'], { cwd });
    assert.equal(ran.status, 2);
    assert.deepEqual(paths(json(ran) as Found), ['a.md', 'c.md']);
    assert.match(ran.stderr, /b\.md cannot be read/);
  });

  it('says so where a file may not be read', function () {
    if (process.getuid?.() === 0) {
      this.test!.title += ' (not tried: the superuser may read everything)';
      return this.skip();
    }
    const cwd = folder({ 'a.md': REPORT });
    chmodSync(path.join(cwd, 'a.md'), 0);
    const ran = check(['a.md'], { cwd });
    assert.equal(ran.status, 2);
    assert.match(ran.stderr, /a\.md cannot be read: permission is denied/);
  });

  it('reads any bytes as text', () => {
    const cwd = folder({
      'noise.md': Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)),
      'empty.md': '',
    });
    const value = found(['noise.md', 'empty.md'], { cwd });
    assertFits('check', value);
    assert.deepEqual(paths(value), ['noise.md', 'empty.md']);
  });

  it('says which of them were no text', () => {
    const latin = Buffer.from(`${REPORT}\n5. A caf\u00e9.\n`, 'latin1');
    const cwd = folder({
      'latin.md': latin,
      'null.md': `${CLEAN}\0`,
      'clean.md': CLEAN,
      'wide.md': Buffer.from(`\ufeff${CLEAN}`, 'utf16le'),
      'recipe.md': RECIPE,
    });
    const told = [
      'plenary: latin.md holds bytes that are no text in UTF-8: they are read as “\ufffd”.\n',
      'plenary: null.md holds bytes that are no text in UTF-8: they are read as “\ufffd”.\n',
    ];
    for (const jobs of ['1', '2'])
      assert.equal(check(['.', '--jobs', jobs], { cwd }).stderr, told.join(''), `${jobs} threads`);
    assert.match(check(['-'], { input: latin }).stderr, /^plenary: - holds bytes that are no text/);
  });

  it('reads no file of Word and no PDF as if it were a text', () => {
    const cwd = folder({
      'a.docx': Buffer.from('PK\x03\x04 word/document.xml'),
      'b.doc': Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
      'c.rtf': '{\\rtf1 1. A report.}',
      'd.pdf': `%PDF-1.7\n${REPORT}`,
      'e.md': CLEAN,
    });
    const word = 'it is a file of Word or a like program. Save it as plain text first.';
    const ran = check(['*.*'], { cwd });
    assert.equal(ran.status, 2);
    assert.equal(
      ran.stderr,
      [
        ...['a.docx', 'b.doc', 'c.rtf'].map((name) => `plenary: ${name} cannot be read: ${word}\n`),
        'plenary: d.pdf cannot be read: it is a PDF. Make a text of it first, with pdftotext for example.\n',
      ].join(''),
    );
    assert.match(ran.stdout, /in 1 document\.\n$/);
    const piped = check(['-'], { input: Buffer.from('PK\x03\x04') });
    assert.equal(piped.status, 2);
    assert.equal(piped.stderr, `plenary: Standard input cannot be read: ${word}\n`);
  });

  it('lets no word and no name out that a terminal or a pipeline would obey', function () {
    const name = '\u001b[2Ja\n::error::b.md';
    let cwd: string;
    try {
      cwd = folder({ [name]: REPORT.replace('the the', 'the\u001b]0;x\u0007 the') });
    } catch {
      this.test!.title += ' (not tried: no file may have such a name here)';
      return this.skip();
    }
    const known = (text: string): string => text.replace(/\n/g, '');
    for (const args of [[name], [name, 'none\n::error::c.md']]) {
      const { stdout, stderr } = check(args, { cwd });
      for (const text of [stdout, stderr]) {
        assert.doesNotMatch(known(text), /\p{Cc}/u);
        assert.doesNotMatch(text, /^::/m);
      }
      assert.match(stdout, /^\ufffd\[2Ja\ufffd::error::b\.md:\d+:\d+: /m);
    }
  });
});

describe('The files that plenary check finds', () => {
  it('are in a folder those that are United Nations documents; the others are counted', () => {
    const cwd = folder({
      'a/report.md': CLEAN,
      'a/recipe.md': RECIPE,
      'a/b/plain.txt': CLEAN,
      'a/b/notes.undoc': RECIPE,
      'a/picture.png': 'no text',
    });
    const value = found(['a'], { cwd });
    assert.deepEqual(paths(value), ['a/b/notes.undoc', 'a/b/plain.txt', 'a/report.md']);
    assert.match(check(['a'], { cwd }).stdout, /; 1 other file passed over\.\n$/);
  });

  it('are whatever they look like where they are named', () => {
    const cwd = folder({ 'recipe.md': RECIPE });
    assert.deepEqual(paths(found(['recipe.md'], { cwd })), ['recipe.md']);
  });

  it('may be passed over although they are named', () => {
    const cwd = folder({ 'recipe.md': RECIPE, 'report.md': CLEAN, 'notes.undoc': RECIPE });
    const args = ['recipe.md', 'report.md', 'notes.undoc', '--if-recognized'];
    assert.deepEqual(paths(found(args, { cwd })), ['report.md', 'notes.undoc']);
    assert.deepEqual(paths(found(['.', 'recipe.md'], { cwd })), ['notes.undoc', 'recipe.md', 'report.md']);
  });

  it('come once, in the order of the arguments, and within a folder by name', () => {
    const cwd = folder({ 'z.md': CLEAN, 'd/b.md': CLEAN, 'd/a.md': CLEAN });
    assert.deepEqual(paths(found(['z.md', 'd', 'd/a.md', './z.md'], { cwd })), ['z.md', 'd/a.md', 'd/b.md']);
  });

  it('are one workspace: what one contradicts in another is told of both', () => {
    const document = (symbol: string, dates: string): string =>
      `CTOC/COP/2022/${symbol}\n\nConference of the Parties to the United Nations Convention against Transnational Organized Crime\n\nDistr.: General\n22 July 2022\n\nEleventh session\n\nVienna, ${dates}\n\n# Lamps\n\nReport of the Secretariat\n\nI. Introduction\n\n1. The lamps are old.\n`;
    const cwd = folder({
      'a.md': document('3', '17–21 October 2022'),
      'b.md': document('4', '17–22 October 2022'),
      'c.md': CLEAN,
    });
    const told = (args: readonly string[]): string[] =>
      found(args, { cwd }).files.flatMap(({ path, diagnostics }) =>
        diagnostics.filter(({ code }) => code === 'contradicts-other-document').map(() => path),
      );
    assert.deepEqual(told(['.']), ['a.md', 'b.md']);
    assert.deepEqual(told(['a.md', 'c.md']), []);
  });

  it('are those that a pattern matches', () => {
    const cwd = folder({ 'd/a.md': CLEAN, 'd/e/b.md': CLEAN, 'd/e/c.txt': CLEAN, 'd/recipe.md': RECIPE });
    assert.deepEqual(paths(found(['d/**/*.md'], { cwd })), ['d/a.md', 'd/e/b.md', 'd/recipe.md']);
    assert.deepEqual(paths(found(['d/*.{md,txt}'], { cwd })), ['d/a.md', 'd/recipe.md']);
    assert.deepEqual(paths(found(['d/[ab].md'], { cwd })), ['d/a.md']);
  });

  it('are not those that .gitignore and .plenaryignore leave out', () => {
    const cwd = folder({
      '.gitignore': 'built/\n*.bak.md\n',
      '.plenaryignore': '/archive\n!keep.bak.md\n',
      'a.md': CLEAN,
      'b.bak.md': CLEAN,
      'keep.bak.md': CLEAN,
      'built/c.md': CLEAN,
      'archive/d.md': CLEAN,
      'sub/archive/e.md': CLEAN,
      'sub/.gitignore': 'f.md\n',
      'sub/f.md': CLEAN,
      'node_modules/x/g.md': CLEAN,
      '.git/h.md': CLEAN,
    });
    assert.deepEqual(paths(found(['.'], { cwd })), ['a.md', 'keep.bak.md', 'sub/archive/e.md']);
    assert.deepEqual(paths(found(['sub'], { cwd })), ['sub/archive/e.md'], 'patterns of folders above count');
    assert.deepEqual(paths(found(['**/*.md'], { cwd })), ['a.md', 'keep.bak.md', 'sub/archive/e.md']);
    assert.deepEqual(paths(found(['b.bak.md', 'sub/f.md'], { cwd })), ['b.bak.md', 'sub/f.md'], 'named');
  });

  it('may lie behind links, which are not followed round in circles', function () {
    const cwd = folder({ 'd/a.md': CLEAN });
    try {
      symlinkSync(path.join(cwd, 'd'), path.join(cwd, 'd/round'), 'dir');
      symlinkSync(path.join(cwd, 'd/a.md'), path.join(cwd, 'd/b.md'));
    } catch {
      return this.skip();
    }
    assert.deepEqual(paths(found(['d'], { cwd })), ['d/a.md', 'd/b.md']);
  });

  it('may be many: the output is the same for any number of threads', () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 26; i++)
      files[`d/${String(i).padStart(2, '0')}.md`] = i % 3 === 0 ? CLEAN : i % 7 === 0 ? RECIPE : REPORT;
    const cwd = folder(files);
    for (const format of ['json', 'text']) {
      const one = check(['d', '--format', format, '--jobs', '1'], { cwd });
      const three = check(['d', '--format', format, '--jobs', '3'], { cwd });
      assert.deepEqual(three, one, format);
      assert.equal(one.status, 1);
    }
  });
});

describe('The settings of plenary check', () => {
  it('come from the plenary.config.json that is nearest upwards', () => {
    const cwd = folder({
      'plenary.config.json': '{ // ours\n  "rules": { "paragraph-sequence": "off" },\n}',
      'a/report.md': REPORT,
      'b/plenary.config.json': '{ "rules": { "paragraph-sequence": "hint" } }',
      'b/c/report.md': REPORT,
    });
    const severities = found(['a', 'b'], { cwd }).files.map(
      (file) => file.diagnostics.find((one) => one.code === 'paragraph-sequence')?.severity,
    );
    assert.deepEqual(severities, [undefined, 'hint']);
  });

  it('may come from a file that is named', () => {
    const cwd = folder({
      'plenary.config.json': '{ "rules": { "paragraph-sequence": "off" } }',
      'other.json': '{ "rules": { "doubled-word": "error" } }',
      'report.md': REPORT,
    });
    const [file] = found(['report.md', '--config', 'other.json'], { cwd }).files;
    const severity = (code: string): string | undefined =>
      file!.diagnostics.find((one) => one.code === code)?.severity;
    assert.equal(severity('paragraph-sequence'), 'error');
    assert.equal(severity('doubled-word'), 'error');
  });

  it('are told of where they are not understood; a file that is no JSON ends with 2', () => {
    const cwd = folder({ 'plenary.config.json': '{\n  "colour": 1\n}', 'clean.md': CLEAN });
    const odd = check(['clean.md'], { cwd });
    assert.equal(odd.status, 0);
    assert.match(odd.stderr, /plenary\.config\.json:2:3: There is no setting “colour”/);
    writeFileSync(path.join(cwd, 'plenary.config.json'), '{ "rules": ');
    const broken = check(['clean.md'], { cwd });
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /plenary\.config\.json:1:\d+: This is no JSON/);
  });

  it('say by patterns what files are', () => {
    const cwd = folder({
      'plenary.config.json':
        '{ "files": [{ "pattern": "notes/*.md", "kind": "note" }, { "pattern": "old/**", "recognize": "never" }] }',
      'notes/recipe.md': RECIPE,
      'old/report.md': CLEAN,
    });
    const value = found(['.'], { cwd });
    assert.deepEqual(
      value.files.map(({ path: name, kind }) => [name, kind]),
      [['notes/recipe.md', 'note']],
    );
    assert.equal(found(['notes', '--kind', 'agenda'], { cwd }).files[0]!.kind, 'agenda');
  });

  it('may stand in front matter and comments', () => {
    const cwd = folder({
      'front.md': `---\nplenary:\n  rules:\n    doubled-word: off\n---\n\n${REPORT}`,
      'comment.md': REPORT.replace('2. The', '<!-- plenary-ignore-next doubled-word -->\n\n2. The'),
    });
    for (const file of found(['front.md', 'comment.md'], { cwd }).files)
      assert.ok(!file.diagnostics.some((one) => one.code === 'doubled-word'), file.path);
  });
});

describe('The formats of plenary check', () => {
  it('SARIF is valid, and its fingerprints stay where text moves', () => {
    const cwd = folder({ 'a b/report.md': REPORT });
    interface Log {
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly partialFingerprints: Readonly<Record<string, string>>;
          readonly locations: readonly {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number; readonly charOffset: number };
            };
          }[];
        }[];
      }[];
    }
    const log = (args: readonly string[] = []): Log =>
      json(check(['a b', '--format', 'sarif', ...args], { cwd })) as Log;
    const before = log();
    assertSarif(before);
    const [{ results, tool }] = before.runs as [Log['runs'][number]];
    assert.ok(results.length > 2);
    for (const { ruleId, ruleIndex, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
      assert.equal(locations[0]!.physicalLocation.artifactLocation.uri, 'a%20b/report.md');
    }
    const prints = (value: Log): string[] =>
      value.runs[0]!.results.map((one) => `${one.ruleId} ${Object.values(one.partialFingerprints).join()}`);
    writeFileSync(
      path.join(cwd, 'a b/report.md'),
      REPORT.replace('## I.', 'A summary of the report is to be found in its introduction.\n\n## I.').replace(
        '4. Further',
        '5. Further',
      ),
    );
    const moved = log();
    for (const print of prints(before)) assert.ok(prints(moved).includes(print), print);
    assert.notEqual(
      moved.runs[0]!.results[0]!.locations[0]!.physicalLocation.region.charOffset,
      results[0]!.locations[0]!.physicalLocation.region.charOffset,
    );
    assertSarif(json(run(['check', '-', '--format', 'sarif'], { input: REPORT })));
  });

  it('GitHub gets annotations that are escaped', () => {
    const cwd = folder({ 'a,b/100%.md': REPORT });
    const { stdout, status } = check(['a,b', '--format', 'github'], { cwd });
    assert.equal(status, 1);
    for (const line of stdout.trimEnd().split('\n'))
      assert.match(
        line,
        /^::(error|warning|notice) file=a%2Cb\/100%25\.md,line=\d+,endLine=\d+,.*title=Plenary%3A [a-z-]+::.+$/,
      );
    assert.match(
      stdout,
      /^::error file=[^,]+,line=19,endLine=19,col=1,endColumn=2,title=Plenary%3A paragraph-sequence::/m,
    );
  });

  it('a baseline leaves out what is known, wherever it has moved', () => {
    const cwd = folder({ 'report.md': REPORT });
    writeFileSync(path.join(cwd, 'known.json'), check(['report.md', '--format', 'json'], { cwd }).stdout);
    const same = check(['report.md', '--baseline', 'known.json', '--severity', 'hint'], { cwd });
    assert.equal(same.status, 0, same.stdout);
    assert.match(same.stdout, /^No findings in 1 document; \d+ known already\.\n$/);
    writeFileSync(
      path.join(cwd, 'report.md'),
      `${REPORT.replace('## I.', 'Summary of it all.\n\n## I.')}\n5. It was held on 31 November 2023.\n`,
    );
    const fresh = found(['report.md', '--baseline', 'known.json'], { cwd }).files[0]!.diagnostics;
    assert.ok(fresh.some((one) => one.code === 'impossible-date'));
    assert.ok(!fresh.some((one) => one.code === 'doubled-word' || one.code === 'paragraph-sequence'));
  });

  it('colours come when they are asked for', () => {
    const cwd = folder({ 'report.md': REPORT });
    const { stdout } = check(['report.md'], { cwd, env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    assert.ok(stdout.includes('\u001b[31m'));
  });
});

describe('What plenary check never does', () => {
  it('write to a file that it checks', () => {
    const cwd = folder({ 'report.md': REPORT });
    check(['report.md'], { cwd });
    assert.equal(readFileSync(path.join(cwd, 'report.md'), 'utf8'), REPORT);
  });
});
