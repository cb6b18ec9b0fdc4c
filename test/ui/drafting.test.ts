import assert from 'node:assert/strict';
import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

describe('A person drafting in the workbench', function () {
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

  it('hovers over a resolution and reads what it is', async () => {
    await workbench.openFile('report-of-the-secretariat.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
    await workbench.find('64/293');
    const hover = await workbench.hover('64/293', 'General Assembly');
    assert.match(await hover.innerText(), /Global Plan of Action/);
    await workbench.picture('hover');
  });

  it('sees the sections and paragraphs in the outline', async () => {
    await workbench.command('Explorer: Focus on Outline View');
    await workbench.page
      .locator('.outline-pane .monaco-list-row', { hasText: 'Introduction' })
      .first()
      .waitFor();
  });

  it('sees a wrong number underlined, and listed among the problems', async () => {
    await workbench.openFile('with-mistakes.undoc');
    await workbench.page.locator('.editor-instance .squiggly-error').first().waitFor();
    await workbench.problem('resolution-session-mismatch');
    await workbench.pictureOfWalkthrough('check', { x: 4, y: 36, width: 1276, height: 732 });
  });

  it('puts a number right by a quick fix', async () => {
    await workbench.find('6. Assistance');
    await workbench.clickOn('6. Assistance');
    await workbench.page.keyboard.press('Home');
    const fixes = await workbench.openQuickFixes();
    await workbench.picture('quick-fix');
    await fixes.locator('.monaco-list-row', { hasText: 'Change “6” to “7”' }).click();
    await workbench.line('7. Assistance').waitFor();
    const problem = workbench.page.locator('.markers-panel .monaco-list-row', {
      hasText: 'paragraph-duplicate',
    });
    await problem.first().waitFor({ state: 'detached' });
  });
});
