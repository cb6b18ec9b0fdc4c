import assert from 'node:assert/strict';
import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

describe('A server that dies', function () {
  let workbench: Workbench;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    workbench = await Workbench.open({ folder: path.join(ROOT, 'test/host/workspace') });
    await workbench.openFile('statement.undoc');
    await workbench.kind.waitFor();
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  /** Ends the server, and waits until it is known to have ended. */
  async function kill(): Promise<void> {
    const pids = workbench.serverProcesses();
    assert.equal(pids.length, 1, 'there is one server');
    process.kill(pids[0]!, 'SIGKILL');
    while (workbench.serverProcesses().includes(pids[0]!)) await workbench.page.waitForTimeout(50);
  }

  async function started(): Promise<void> {
    const end = Date.now() + 20_000;
    while (workbench.serverProcesses().length === 0) {
      if (Date.now() > end) throw new Error('The server was not started again.');
      await workbench.page.waitForTimeout(100);
    }
    // What the screen shows may still be what the dead server said; the new one takes a moment to be there.
    await workbench.page.waitForTimeout(2000);
    await workbench.kind.waitFor();
  }

  it('is started again, and knows the open document', async () => {
    await kill();
    await started();
  });

  it('is given up when it dies too often, and says so', async () => {
    for (let times = 0; times < 4; times++) {
      await kill();
      await started();
    }
    await kill();
    await workbench.page
      .locator('.notification-toast', { hasText: 'stopped several times and is not started again' })
      .waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Plenary' }).waitFor();
    assert.deepEqual(workbench.serverProcesses(), []);
  });

  it('comes back when a person asks for it', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Plenary' }).click();
    await started();
  });
});
