import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const ROOT = path.resolve(path.dirname(SCRIPT), '..');

function start(args: string[], env: NodeJS.ProcessEnv = process.env) {
  return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
}

describe('npm start', () => {
  it('builds, and opens an editor that answers', () => {
    const { status, stdout, stderr } = start(['--check']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /The editor answers\./);
  });

  it('opens VS Code where there is one', function () {
    if (process.platform === 'win32') this.skip();
    const dir = mkdtempSync(path.join(tmpdir(), 'plenary-start-'));
    try {
      // A `code` that writes down what it is asked for.
      const file = path.join(dir, 'asked');
      writeFileSync(path.join(dir, 'code'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${file}"\n`);
      chmodSync(path.join(dir, 'code'), 0o755);
      const { status, stderr } = start([], { ...process.env, PATH: `${dir}:${process.env.PATH}` });
      assert.equal(status, 0, stderr);
      assert.deepEqual(readFileSync(file, 'utf8').trim().split('\n'), [
        `--extensionDevelopmentPath=${ROOT}`,
        path.join(ROOT, 'samples'),
      ]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('says what is wrong with a folder that is not there', () => {
    const { status, stderr } = start(['no-such-folder']);
    assert.equal(status, 1);
    assert.match(stderr, /There is no folder .*no-such-folder/);
  });
});
