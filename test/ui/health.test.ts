import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

describe('The health of a document', function () {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: path.join(ROOT, 'samples') });
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  it('is shown by parts, whose findings lead to their places', async () => {
    await workbench.openFile('with-mistakes.undoc');
    await workbench.page.locator('.editor-instance .squiggly-error').first().waitFor();
    await workbench.command('Plenary: Focus on Document health View');
    const rows = workbench.page.locator('.pane-body .monaco-list-row');
    const part = rows.filter({ hasText: 'Numbering and headings' }).first();
    await part.waitFor();
    const item = rows.filter({ hasText: 'paragraph' }).filter({ hasNotText: 'Numbering' }).first();
    // Findings that come a moment later exchange the rows: a click may be lost.
    for (let times = 0; times < 4 && !(await item.isVisible()); times++) {
      await part.click();
      await item.waitFor({ timeout: 4_000 }).catch(() => undefined);
    }
    await item.waitFor();
    await item.click();
    await workbench.picture('health');
  });
});
