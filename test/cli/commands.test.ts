import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { manual } from '../../server/src/cli/manual.js';
import { program } from '../../server/src/cli/program.js';
import { VERSION } from '../../server/src/version.js';
import { assertFits, folder, json, PROGRAM, ROOT, run, TODAY } from './kit.js';
import { CLEAN, REPORT } from './texts.js';

describe('plenary inspect', () => {
  interface Place {
    readonly offset: number;
    readonly text: string;
  }
  interface Inspected {
    readonly files: readonly {
      readonly kind: string;
      readonly status: string;
      readonly symbol: string | null;
      readonly words: number;
      readonly headings: readonly (Place & { readonly label: string; readonly level: number })[];
      readonly paragraphs: readonly {
        readonly offset: number;
        readonly label: string;
        readonly number: string;
      }[];
      readonly resolutions: readonly (Place & { readonly normalized: string })[];
      readonly symbols: readonly Place[];
      readonly paragraphReferences: readonly (Place & { readonly target: string | null })[];
      readonly articleReferences: readonly (Place & { readonly numbers: readonly string[] })[];
      readonly dates: readonly (Place & { readonly iso: string | null })[];
    }[];
  }

  it('tells by places of the file what it understood, by the schema', () => {
    const text = `\ufeff${REPORT}\n5. **Article 3 (a)** of the Trafficking in Persons Protocol and [Security Council resolution 2331](#) (2017) were\ndiscussed from 12 to 14 March 2024, and again on 31 April 2024 (A/78/172, para. 6).\n`;
    const cwd = folder({ 'report.md': text });
    const value = json(run(['inspect', '--format', 'json', 'report.md'], { cwd })) as Inspected;
    assertFits('inspect', value);
    const [file] = value.files as [Inspected['files'][number]];
    assert.deepEqual(
      [file.kind, file.status, file.symbol, file.words > 40],
      ['report', 'draft', 'CTOC/COP/2024/91', true],
    );
    assert.deepEqual(
      file.headings
        .filter(({ level }) => level > 0)
        .map(({ label, text: words, level }) => [label, words, level]),
      [['I.', 'Introduction', 1]],
    );
    assert.deepEqual(
      file.paragraphs.map(({ number }) => number),
      ['1', '2', '4', '5'],
    );
    assert.deepEqual(
      file.resolutions.map(({ normalized }) => normalized),
      ['A/RES/75/158', 'S/RES/2331(2017)'],
    );
    assert.deepEqual(
      file.dates.map(({ iso }) => iso),
      ['2024-10-14', '2024-10-18', '2024-03-12', '2024-03-14', null],
    );
    assert.equal(file.paragraphReferences[0]!.target, 'self');
    assert.deepEqual(file.articleReferences[0]!.numbers, ['3 (a)']);
    const lists = [
      file.resolutions,
      file.symbols,
      file.paragraphReferences,
      file.articleReferences,
      file.dates,
    ];
    for (const place of lists.flat())
      assert.equal(text.slice(place.offset, place.offset + place.text.length), place.text);
    for (const { offset, label } of file.paragraphs)
      assert.equal(text.slice(offset, offset + label.length), label);
  });

  it('tells it in words as well', () => {
    const { stdout, status } = run(['inspect', '-'], { input: REPORT });
    assert.equal(status, 0);
    assert.match(stdout, /report, draft, CTOC\/COP\/2024\/91, \d+ words/);
    assert.match(stdout, /I\. Introduction/);
    assert.match(stdout, /A\/RES\/75\/158/);
  });
});

describe('plenary fix', () => {
  it('changes nothing without --write, and prints a patch', function () {
    const cwd = folder({ 'report.md': REPORT });
    const { status, stdout } = run(['fix', '--only', 'doubled-word', 'report.md'], { cwd });
    assert.equal(status, 1);
    assert.match(stdout, /^--- report\.md\n\+\+\+ report\.md\n@@ -15,5 \+15,5 @@\n/);
    assert.match(stdout, /^-2\. .*the the training.*\n\+2\. .*organised the training/m);
    assert.equal(readFileSync(path.join(cwd, 'report.md'), 'utf8'), REPORT);
    const patched = spawnSync('patch', ['-p0'], { cwd, input: stdout, encoding: 'utf8' });
    if (patched.error) return;
    assert.equal(patched.status, 0, patched.stdout);
    assert.equal(readFileSync(path.join(cwd, 'report.md'), 'utf8'), REPORT.replace('the the', 'the'));
  });

  it('says so where there is nothing to fix', () => {
    const cwd = folder({ 'clean.md': CLEAN });
    const { status, stdout, stderr } = run(['fix', 'clean.md'], { cwd });
    assert.deepEqual([status, stdout, stderr], [0, '', 'plenary: Nothing to fix.\n']);
    assert.doesNotMatch(run(['fix', 'none.md'], { cwd }).stderr, /Nothing to fix/);
  });

  it('writes the safe fixes, and finds nothing to do the second time', () => {
    const cwd = folder({ 'report.md': REPORT, 'clean.md': CLEAN });
    const first = run(['fix', '--write', '.'], { cwd });
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /^report\.md: .*doubled-word/m);
    const text = readFileSync(path.join(cwd, 'report.md'), 'utf8');
    assert.ok(text.includes('The Office organized the training'), text);
    assert.ok(text.includes('\n4. Further'), 'nothing is renumbered');
    const second = run(['fix', '--write', '.'], { cwd });
    assert.match(second.stdout, /^Nothing to fix/);
    assert.equal(readFileSync(path.join(cwd, 'report.md'), 'utf8'), text);
    assert.deepEqual(readdirSync(cwd).sort(), ['clean.md', 'report.md'], 'nothing is left behind');
  });

  it('keeps permissions, links, line ends and the encoding', () => {
    const crlf = `\ufeff${REPORT.replace(/\n/g, '\r\n')}`;
    const cwd = folder({ 'a.md': Buffer.from(crlf, 'utf16le') });
    chmodSync(path.join(cwd, 'a.md'), 0o640);
    symlinkSync('a.md', path.join(cwd, 'link.md'));
    assert.equal(run(['fix', '--write', '--only', 'doubled-word', 'link.md'], { cwd }).status, 0);
    assert.equal(readFileSync(path.join(cwd, 'a.md')).toString('utf16le'), crlf.replace('the the', 'the'));
    assert.equal(statSync(path.join(cwd, 'a.md')).mode & 0o777, 0o640);
    assert.ok(readFileSync(path.join(cwd, 'link.md')).equals(readFileSync(path.join(cwd, 'a.md'))));
  });

  it('hands standard input on with its fixes made', () => {
    const { stdout, status } = run(['fix', '-', '--only', 'doubled-word'], { input: REPORT });
    assert.equal(status, 0);
    assert.equal(stdout, REPORT.replace('the the', 'the'));
    assert.equal(run(['fix', '-'], { input: CLEAN }).stdout, CLEAN);
  });

  it('does not write over bytes that are no text', () => {
    const bytes = Buffer.concat([Buffer.from(REPORT), Buffer.from([0xff, 0x0a])]);
    const cwd = folder({ 'a.md': bytes });
    const { status, stderr } = run(['fix', '--write', 'a.md'], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /a\.md was not written/);
    assert.ok(readFileSync(path.join(cwd, 'a.md')).equals(bytes));
  });

  it('refuses codes that there are not, or that have no safe fix', () => {
    for (const [code, message] of [
      ['no-such-rule', /There is no rule “no-such-rule”/],
      ['paragraph-sequence', /has no safe fix/],
    ] as const) {
      const { status, stderr } = run(['fix', '--only', code, '-'], { input: REPORT });
      assert.equal(status, 2);
      assert.match(stderr, message);
    }
  });
});

describe('plenary renumber', () => {
  const GAP = `---
kind: report
---

Report of the Harbour Guild

I. Introduction

1. The Guild met.

3. It was well attended (see para. 4 below).

4. The report was adopted.
`;
  const ORDER = GAP.replace('para. 4', 'para. 3')
    .replace('3. It', '2. It')
    .replace('4. The report', '3. The report');

  it('prints what would change, and changes nothing', () => {
    const cwd = folder({ 'gap.md': GAP, 'order.md': ORDER });
    const { status, stdout } = run(['renumber', '.'], { cwd });
    assert.equal(status, 1);
    assert.match(stdout, /^--- gap\.md\n\+\+\+ gap\.md\n/);
    assert.match(
      stdout,
      /^-3\. It was well attended \(see para\. 4 below\)\.\n\+2\. It was well attended \(see para\. 3 below\)\.$/m,
    );
    assert.doesNotMatch(stdout, /order\.md/);
    assert.equal(readFileSync(path.join(cwd, 'gap.md'), 'utf8'), GAP);
  });

  it('says so where there is nothing to change', () => {
    const cwd = folder({ 'order.md': ORDER });
    const { status, stdout, stderr } = run(['renumber', 'order.md'], { cwd });
    assert.deepEqual([status, stdout, stderr], [0, '', 'plenary: All numbers are in order.\n']);
    assert.doesNotMatch(run(['renumber', 'none.md'], { cwd }).stderr, /in order/);
  });

  it('names the documents that are out of order, for a pipeline', () => {
    const cwd = folder({ 'gap.md': GAP, 'order.md': ORDER });
    const found = run(['renumber', '--check', '.'], { cwd });
    assert.equal(found.status, 1);
    assert.match(found.stdout, /^gap\.md/m);
    assert.doesNotMatch(found.stdout, /order\.md/);
    const { status, stderr } = run(['renumber', '--check', 'order.md'], { cwd });
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(readFileSync(path.join(cwd, 'gap.md'), 'utf8'), GAP);
  });

  it('writes the numbers with the references, and has nothing to do the second time', () => {
    const cwd = folder({ 'gap.md': GAP });
    assert.equal(run(['renumber', '--write', 'gap.md'], { cwd }).status, 0);
    assert.equal(readFileSync(path.join(cwd, 'gap.md'), 'utf8'), ORDER);
    assert.match(run(['renumber', '--write', 'gap.md'], { cwd }).stdout, /^All numbers are in order/);
    assert.equal(run(['renumber', '-'], { input: GAP }).stdout, ORDER);
  });
});

describe('plenary lookup', () => {
  it('explains a resolution, without a network', () => {
    const { stdout, status } = run(['lookup', '75/158', '--today', TODAY]);
    assert.equal(status, 0);
    assert.match(stdout, /^General Assembly resolution 75\/158\n {2}Trafficking in women and girls\n/);
  });

  it('answers programs by the schema', () => {
    for (const query of [
      '75/158',
      'S/RES/2331 (2017)',
      'UNODC',
      'trafficking women',
      'Nepal',
      'article 3 of the Trafficking in Persons Protocol',
      'CTOC/COP/2022/CRP.3',
    ]) {
      const ran = run(['lookup', '--format', 'json', '--limit', '3', ...query.split(' ')]);
      assert.equal(ran.status, 0, query);
      assertFits('lookup', json(ran));
    }
  });

  it('ends with 1 where nothing is known', () => {
    const { stdout, status } = run(['lookup', 'qwertyuiop']);
    assert.equal(status, 1);
    assert.equal(stdout, 'Nothing is known of “qwertyuiop”.\n');
  });

  it('needs a query', () => assert.equal(run(['lookup']).status, 2));
});

describe('plenary catalogue import', () => {
  const TABLE = 'symbol\ttitle\tadoption_date\nA/RES/99/998\tFriendship among gardeners\t2045-01-02\n';

  it('adds a table to the user’s own catalogue, which lookup and check then know', () => {
    const cwd = folder({ 'ours.tsv': TABLE });
    const env = { PLENARY_CATALOGUE: path.join(cwd, 'data/own.tsv') };
    const first = run(['catalogue', 'import', 'ours.tsv'], { cwd, env });
    assert.equal(first.status, 0, first.stderr);
    assert.match(
      first.stdout,
      /^ours\.tsv: 1 added, 0 updated, 1 read\.\nYour catalogue is data\/own\.tsv; it holds 1 resolutions?\.\n$/,
    );
    assert.match(run(['lookup', '99/998'], { cwd, env }).stdout, /Friendship among gardeners/);
    const before = readFileSync(env.PLENARY_CATALOGUE, 'utf8');
    assert.match(run(['catalogue', 'import', 'ours.tsv'], { cwd, env }).stdout, /0 added, 0 updated/);
    assert.equal(readFileSync(env.PLENARY_CATALOGUE, 'utf8'), before);
  });

  it('tells where a file says something else than the built-in catalogue', () => {
    const cwd = folder({ 'ours.tsv': 'symbol\tadoption_date\nA/RES/75/158\t2020-12-17\n' });
    const env = { PLENARY_CATALOGUE: path.join(cwd, 'own.tsv') };
    const ran = run(['catalogue', 'import', 'ours.tsv'], { cwd, env });
    assert.equal(ran.status, 0, ran.stderr);
    assert.match(
      ran.stderr,
      /A\/RES\/75\/158, date of adoption: “17 December 2020” in ours\.tsv, “16 December 2020” in the built-in catalogue; ours\.tsv counts\./,
    );
  });

  it('tells where it says something else than a catalogue that is named', () => {
    const cwd = folder({ 'ours.tsv': TABLE, 'team.tsv': TABLE.replace('gardeners', 'bakers') });
    const env = { PLENARY_CATALOGUE: path.join(cwd, 'own.tsv') };
    const ran = run(['catalogue', 'import', 'ours.tsv', '--catalogue', 'team.tsv'], { cwd, env });
    assert.equal(ran.status, 0, ran.stderr);
    assert.match(
      ran.stderr,
      /A\/RES\/99\/998, title: “[^”]*gardeners” in ours\.tsv, “[^”]*bakers” in team\.tsv/,
    );
    assert.equal(run(['catalogue', 'import', 'ours.tsv', '--catalogue', 'none.tsv'], { cwd, env }).status, 2);
  });

  it('tells what it cannot read, and takes the rest', () => {
    const cwd = folder({ 'ours.tsv': TABLE, 'recipe.md': '# Pancakes\n' });
    const env = { PLENARY_CATALOGUE: path.join(cwd, 'own.tsv') };
    const ran = run(['catalogue', 'import', 'none.tsv', 'recipe.md', 'ours.tsv'], { cwd, env });
    assert.equal(ran.status, 2);
    assert.match(ran.stderr, /none\.tsv cannot be read: there is no such file/);
    assert.match(ran.stderr, /recipe\.md holds no resolutions that can be read/);
    assert.ok(existsSync(env.PLENARY_CATALOGUE));
  });

  it('leaves a file alone that is no catalogue', () => {
    const cwd = folder({ 'ours.tsv': TABLE, 'letter.txt': 'Dear friends,\n' });
    const ran = run(['catalogue', 'import', 'ours.tsv'], {
      cwd,
      env: { PLENARY_CATALOGUE: path.join(cwd, 'letter.txt') },
    });
    assert.equal(ran.status, 2);
    assert.equal(readFileSync(path.join(cwd, 'letter.txt'), 'utf8'), 'Dear friends,\n');
  });

  it('may lie over the built-in one for a single call', () => {
    const cwd = folder({ 'ours.tsv': TABLE });
    assert.match(run(['lookup', '99/998', '--catalogue', 'ours.tsv'], { cwd }).stdout, /gardeners/);
  });
});

describe('plenary new', () => {
  it('lists the templates, and what one asks for', () => {
    const { stdout, status } = run(['new']);
    assert.equal(status, 0);
    assert.match(stdout, /^draft-resolution-security-council /m);
    assert.match(run(['new', 'report', '--questions']).stdout, /^session {2}/m);
  });

  it('prints a document that is taken for one of its kind', () => {
    const { stdout, status } = run([
      'new',
      'report',
      '--set',
      'session=12',
      '--set',
      'title=Training = progress',
    ]);
    assert.equal(status, 0);
    assert.match(stdout, /Training = progress/);
    const [file] = (
      json(run(['check', '--format', 'json', '-'], { input: stdout })) as { files: { kind: string }[] }
    ).files;
    assert.equal(file!.kind, 'report');
  });

  it('refuses what it does not know', () => {
    for (const args of [
      ['poem'],
      ['report', '--set', 'colour=blue'],
      ['report', '--set', 'title'],
      ['report', '--set', 'date=31 June 2024'],
    ]) {
      const { status, stdout, stderr } = run(['new', ...args]);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /^plenary: /);
    }
  });
});

describe('plenary rules', () => {
  it('prints the table, by the schema', () => {
    const value = json(run(['rules', '--format', 'json'])) as { rules: { code: string }[] };
    assertFits('rules', value);
    assert.equal(new Set(value.rules.map((rule) => rule.code)).size, value.rules.length);
    assert.match(run(['rules']).stdout, /^paragraph-sequence +error /m);
  });

  it('explains a rule by its code or its number', () => {
    const page = run(['rules', 'paragraph-duplicate']).stdout;
    assert.match(page, /^Source: {4}Editorial Manual/m);
    assert.match(page, /^Wrong:$/m);
    assert.equal(run(['rules', 'PAR-003']).stdout, page);
  });

  it('has the severities of the settings', () => {
    const cwd = folder({ 'plenary.config.json': '{ "rules": { "paragraph-sequence": "hint" } }' });
    assert.match(run(['rules'], { cwd }).stdout, /^paragraph-sequence +hint /m);
  });

  it('says what else there is where a code is mistyped', () => {
    const { status, stderr } = run(['rules', 'paragraph-sequense']);
    assert.equal(status, 2);
    assert.match(stderr, /Did you mean .*paragraph-/);
  });
});

describe('The program', () => {
  it('has no help for what is no command', () => {
    const { status, stderr } = run(['help', 'nonsense']);
    assert.equal(status, 2);
    assert.match(stderr.trimEnd().split('\n').at(-1)!, /^plenary: unknown command 'nonsense'$/);
  });

  it('prints its version and its help', () => {
    assert.equal(run(['--version']).stdout, `${VERSION}\n`);
    const help = run(['--help']);
    assert.equal(help.status, 0);
    for (const command of program().commands) {
      assert.ok(help.stdout.includes(`\n  ${command.name()} `), command.name());
      const own = run([command.name(), '--help']);
      assert.equal(own.status, 0);
      assert.equal(run(['help', command.name()]).stdout, own.stdout);
    }
  });

  it('understands what counts everywhere in each of its commands', () => {
    type Command = ReturnType<typeof program>;
    const leaves = (command: Command): readonly Command[] =>
      command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
    const all = leaves(program()).filter((command) => !['help', 'completion'].includes(command.name()));
    assert.ok(all.length >= 9);
    for (const command of all) {
      const help = command.helpInformation();
      for (const option of ['--today', '--locale', '--profile', '--catalogue', '--help'])
        assert.ok(help.includes(option), `${command.name()} ${option}`);
    }
  });

  it('ends with 2 where it is not told what to do, or told what it does not know', () => {
    assert.equal(run([]).status, 2);
    const { status, stderr } = run(['chek']);
    assert.equal(status, 2);
    assert.match(stderr, /unknown command 'chek'[\s\S]*check/);
  });

  it('has a manual page that says the same as its help', () => {
    const file = path.join(ROOT, 'server/man/plenary.1');
    assert.equal(
      readFileSync(file, 'utf8'),
      manual(program(), VERSION),
      'run npx tsx scripts/generate-manual.mjs',
    );
  });

  it('completes commands, options and values in bash', function () {
    const script = run(['completion', 'bash']).stdout;
    const complete = (words: readonly string[]): string[] => {
      const ask = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _plenary; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, error } = spawnSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' });
      if (error) this.skip();
      return stdout.trim().split('\n');
    };
    assert.deepEqual(complete(['plenary', 'ch']), ['check']);
    assert.deepEqual(complete(['plenary', 'check', '--format', '']), ['text', 'json', 'sarif', 'github']);
    assert.deepEqual(complete(['plenary', 'check', '--bas']), ['--baseline']);
    assert.deepEqual(complete(['plenary', 'catalogue', '']), ['import']);
  });

  it('completes commands, options and values in fish', function () {
    if (spawnSync('fish', ['--version']).error) this.skip();
    const script = path.join(folder({ 'plenary.fish': run(['completion', 'fish']).stdout }), 'plenary.fish');
    const complete = (line: string): string[] =>
      spawnSync('fish', ['--no-config', '-c', `source '${script}'; complete -C '${line}'`], {
        encoding: 'utf8',
      })
        .stdout.trim()
        .split('\n')
        .map((one) => one.split('\t')[0]!);
    assert.deepEqual(complete('plenary ch'), ['check']);
    assert.deepEqual(complete('plenary check --format '), ['github', 'json', 'sarif', 'text']);
    assert.deepEqual(complete('plenary check --bas'), ['--baseline']);
    assert.deepEqual(complete('plenary catalogue '), ['import']);
  });

  it('is completed by a function that zsh understands', function () {
    const { error, status, stderr } = spawnSync('zsh', ['-n'], {
      input: run(['completion', 'zsh']).stdout,
      encoding: 'utf8',
    });
    if (error) this.skip();
    assert.equal(status, 0, stderr);
  });

  it('names each option in the completion of each shell', () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout, status } = run(['completion', shell]);
      assert.equal(status, 0);
      for (const option of ['max-warnings', 'severity', 'questions', 'limit'])
        assert.ok(stdout.includes(option), shell);
    }
    assert.equal(run(['completion', 'csh']).status, 2);
  });

  it('says so where its output cannot be written', function () {
    if (!existsSync('/dev/full')) return this.skip();
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${PROGRAM}" rules > /dev/full`],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 2);
    assert.match(stderr, /Standard output could not be written: there is no space left/);
  });

  it('ends in silence where its reader has gone away', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'rules', '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.stdout.destroy();
    await once(child, 'close');
    assert.equal(errors, '');
  });

  it('writes a whole output where its reader is slow', function () {
    const command = `"${process.execPath}" "${PROGRAM}" rules --format json | (sleep 1; cat)`;
    const { stdout, error } = spawnSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (error) this.skip();
    assertFits('rules', JSON.parse(stdout));
  });

  it('keeps to its folder: a file that is given by its whole path is found', () => {
    const cwd = folder({ 'a.md': CLEAN });
    const { stdout } = run(['check', path.join(cwd, 'a.md'), '--format', 'json'], { cwd: ROOT });
    assert.equal((JSON.parse(stdout) as { files: { path: string }[] }).files.length, 1);
    writeFileSync(path.join(cwd, 'b c.md'), CLEAN);
    assert.equal(run(['check', 'b c.md'], { cwd }).status, 0);
  });
});
