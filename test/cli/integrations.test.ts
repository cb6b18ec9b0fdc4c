import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assertSarif, folder, ROOT } from './kit.js';
import { CLEAN, RECIPE, REPORT } from './texts.js';

const RUNNER = path.join(ROOT, 'scripts/run-plenary.mjs');

/** The text of a step of action.yml; the file is plain enough to be read by its lines. */
function actionFile(): { readonly inputs: readonly string[]; readonly env: ReadonlyMap<string, string> } {
  const text = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');
  const inputs = [
    ...text
      .split(/^runs:/m)[0]!
      .split(/^inputs:/m)[1]!
      .matchAll(/^ {2}([\w-]+):$/gm),
  ];
  const env = [...text.matchAll(/^ {8}(PLENARY_\w+): \$\{\{ inputs\.([\w-]+) \}\}$/gm)];
  return {
    inputs: inputs.map(([, name]) => name!),
    env: new Map(env.map(([, variable, input]) => [input!, variable!])),
  };
}

describe('The GitHub Action', () => {
  it('hands each of its inputs to the program, and through the environment only', () => {
    const { inputs, env } = actionFile();
    const script = readFileSync(RUNNER, 'utf8');
    assert.ok(inputs.length >= 7);
    for (const input of inputs) assert.ok(script.includes(env.get(input)!), input);
    const text = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');
    for (const line of text.split('\n').filter((one) => /^\s+run:/.test(one)))
      assert.ok(!line.includes('${{'), 'an input in a shell could be run');
  });

  const act = (cwd: string, inputs: Readonly<Record<string, string>>): ReturnType<typeof spawnSync> => {
    const { env } = actionFile();
    const variables = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [env.get(name)!, value]),
    );
    return spawnSync(process.execPath, [RUNNER, '--action'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...variables },
    });
  };

  it('annotates, fails, and writes SARIF', () => {
    const cwd = folder({ 'a/report.md': REPORT, 'a/recipe.md': RECIPE });
    const { status, stdout } = act(cwd, { files: 'a\n', sarif: 'found.sarif' });
    assert.equal(status, 1);
    assert.match(String(stdout), /^::error file=a\/report\.md,line=19,/m);
    assertSarif(JSON.parse(readFileSync(path.join(cwd, 'found.sarif'), 'utf8')));
  });

  it('passes where nothing grave is found', () => {
    const cwd = folder({
      'report.md': CLEAN,
      'doubled.md': CLEAN.replace('the training', 'the the training'),
    });
    assert.equal(act(cwd, {}).status, 0);
    assert.equal(act(cwd, { severity: 'warning' }).status, 1);
    assert.equal(act(cwd, { 'max-warnings': '0', files: 'report.md\n\n' }).status, 0);
    assert.equal(act(cwd, { files: 'none.md' }).status, 2);
  });
});

describe('The hooks of pre-commit', () => {
  const git = (cwd: string, ...args: string[]): void => {
    const identity = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'init.defaultBranch=main',
    ];
    const { status, stderr, error } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
    if (error) throw error;
    assert.equal(status, 0, stderr);
  };

  it('check and fix what is committed', function () {
    const program = process.env['PLENARY_PRE_COMMIT'] ?? 'pre-commit';
    if (spawnSync(program, ['--version']).error) {
      this.test!.title += ' (not tried: pre-commit is not installed)';
      return this.skip();
    }
    // A copy of what a hook needs, already built, in a repository of its own.
    const hooks = folder({});
    for (const name of [
      '.pre-commit-hooks.yaml',
      'scripts/run-plenary.mjs',
      'server/bin',
      'server/package.json',
      'server/dist',
    ]) {
      mkdirSync(path.dirname(path.join(hooks, name)), { recursive: true });
      cpSync(path.join(ROOT, name), path.join(hooks, name), {
        recursive: true,
        filter: (file) => !file.endsWith('.map'),
      });
    }
    git(hooks, 'init', '-q');
    git(hooks, 'add', '-A');
    git(hooks, 'commit', '-q', '-m', 'Hooks');

    const cwd = folder({ 'report.md': REPORT, 'README.md': RECIPE });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '-A');
    const attempt = (id: string): ReturnType<typeof spawnSync> =>
      spawnSync(program, ['try-repo', hooks, id, '--all-files', '--color', 'never'], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', PRE_COMMIT_HOME: path.join(hooks, '.cache') },
      });
    const check = attempt('plenary-check');
    assert.equal(check.status, 1, String(check.stdout));
    assert.match(String(check.stdout), /report\.md:19:1: error: .*\[paragraph-sequence\]/);
    assert.doesNotMatch(String(check.stdout), /README\.md/);
    const fix = attempt('plenary-fix');
    assert.match(String(fix.stdout), /files were modified by this hook/);
    assert.ok(readFileSync(path.join(cwd, 'report.md'), 'utf8').includes('organized the training'));
    assert.equal(readFileSync(path.join(cwd, 'README.md'), 'utf8'), RECIPE);
    writeFileSync(path.join(cwd, 'report.md'), CLEAN);
    assert.equal(attempt('plenary-check').status, 0);
  });
});
