import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { folder, PROGRAM } from './kit.js';
import { REPORT } from './texts.js';

describe('At a terminal', () => {
  const script = '/usr/bin/script';

  /** What the program writes to a terminal of its own, which `script` of util-linux makes. */
  const at = (cwd: string, args: string, more: Readonly<Record<string, string>> = {}): string => {
    const env: NodeJS.ProcessEnv = { ...process.env, TERM: 'xterm-256color', ...more };
    if (!('NO_COLOR' in more)) delete env['NO_COLOR'];
    const { stdout, error } = spawnSync(
      script,
      ['-qec', `'${process.execPath}' '${PROGRAM}' ${args}`, '/dev/null'],
      { cwd, encoding: 'utf8', env, maxBuffer: 2 ** 26 },
    );
    if (error) throw error;
    return stdout;
  };

  before(function () {
    if (process.platform === 'linux' && existsSync(script)) return;
    this.test!.parent!.title += ' (not tried: there is no /usr/bin/script here that makes one)';
    this.skip();
  });

  it('findings are coloured, and not where no colours are wanted', () => {
    const cwd = folder({ 'report.md': REPORT });
    assert.match(at(cwd, 'check report.md'), /\x1b\[\d+m/);
    assert.doesNotMatch(at(cwd, 'check report.md', { NO_COLOR: '1' }), /\x1b\[\d+m/);
  });

  it('what a document holds does nothing to it but be read', () => {
    const cwd = folder({
      'report.md': REPORT.replace('Introduction', 'Intro\u001b[2J\u001b]0;x\u0007duction'),
    });
    for (const args of ['inspect report.md', 'fix report.md', 'check report.md']) {
      const seen = at(cwd, args);
      // Colours are the program's own; a terminal ends its lines with both.
      assert.doesNotMatch(seen.replaceAll(/\x1b\[\d*(?:;\d+)*m|\r?\n/g, ''), /\p{Cc}/u, args);
    }
    assert.match(at(cwd, 'inspect report.md'), /Intro\ufffd\[2J/);
  });

  it('a bar tells how far a run over many files is, and is gone at the end', () => {
    const long =
      REPORT + Array.from({ length: 900 }, (_, i) => `\n${i + 5}. The training went on.\n`).join('');
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`r${i}.md`, long]));
    const cwd = folder(files);
    const seen = at(cwd, 'check . --jobs 1 --today 2024-06-03');
    assert.match(seen, /\r\x1b\[K[█░\x1b[\]0-9m]+ \d+\/40 /);
    // The last thing that is done with the bar's line is to clear it.
    assert.doesNotMatch(seen.slice(seen.lastIndexOf('\r\x1b[K') + 4), /[█░]/);
    const piped = spawnSync(process.execPath, [PROGRAM, 'check', '.', '--jobs', '1'], {
      cwd,
      encoding: 'utf8',
    });
    assert.equal(piped.stderr.includes('█'), false, 'elsewhere nothing of it is written');
  });
});
