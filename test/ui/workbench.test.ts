import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

describe('A person in the workbench', function () {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: path.join(ROOT, 'test/host/workspace') });
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  it('opens a statement and sees in the status bar what it is taken for', async () => {
    await workbench.openFile('statement.undoc');
    await workbench.kind.waitFor();
  });

  it('changes the kind from the status bar, and has it remembered', async () => {
    await workbench.kind.click();
    await workbench.choose('Letter');
    await workbench.kind.filter({ hasText: 'Letter' }).waitFor();
    // Back in the text: the hover of the status bar goes, which may lie in front of the offer.
    await workbench.clickOn('Arendale thanks');
    const offer = workbench.page.locator('.notification-toast', { hasText: 'until the editor is closed' });
    await offer.getByText('Remember in plenary.config.json').click();
    await workbench.until('plenary.config.json is written', () =>
      existsSync(path.join(workbench.folder, 'plenary.config.json')),
    );
    await workbench.openFile('plenary.config.json');
    await workbench.line('"kind": "letter"').waitFor();
  });

  it('finds nothing of Plenary on a README', async () => {
    await workbench.openFile('README.md');
    await workbench.kind.waitFor({ state: 'detached' });
  });
});
