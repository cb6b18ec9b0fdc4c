import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

/** Nothing here is pointed at. */
describe('A person without a mouse', function () {
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

  /** Opens a file by its name, through the list of files. */
  async function open(name: string): Promise<void> {
    const { page } = workbench;
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input.input').fill(name);
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor();
  }

  it('begins a document from the view that is still empty', async () => {
    const { page } = workbench;
    await page.locator('.activitybar [aria-label^="Plenary"]').first().waitFor();
    await workbench.command('Plenary: Focus on Draft View');
    const button = page.locator('.pane-body .monaco-button', { hasText: 'New United Nations document' });
    await button.first().waitFor();
    for (let times = 0; times < 12 && !(await button.first().evaluate(hasFocus)); times++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByPlaceholder('What do you want to write?').waitFor();
    await page.keyboard.press('Escape');
  });

  it('chooses how the preview shows the draft', async () => {
    const { page } = workbench;
    await open('report-of-the-secretariat.undoc');
    await workbench.length.filter({ hasText: 'words' }).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+1');
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('V');
    const frame = await workbench.webview('#flow');
    await frame.locator('.masthead .symbol').waitFor();
    await page.keyboard.press('Control+2');
    const chosen = frame.locator('#views [aria-checked="true"]');
    for (let times = 0; times < 8 && !(await chosen.evaluate(hasFocus)); times++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await frame.locator('.sheet').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await frame.locator('#flow .paragraph').first().waitFor();
  });
});

/** Runs in the page. */
function hasFocus(element: unknown): boolean {
  return (element as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement === element;
}
