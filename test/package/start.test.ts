import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

describe('npm start', () => {
  it('builds, and opens an editor that answers', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /The editor answers\./);
  });

  it('says what is wrong with a folder that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, 'no-such-folder'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /There is no folder .*no-such-folder/);
  });
});
