import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

/** Nothing here is pointed at: each view and each button is reached by keys. */
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

  it('goes from a finding in the view of health to its place', async () => {
    const { page } = workbench;
    await open('with-mistakes.undoc');
    await page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 });
    await workbench.command('Plenary: Focus on Document health View');
    const rows = page.locator('.pane-body .monaco-list-row');
    const part = rows.filter({ hasText: 'Masthead' }).first();
    await part.waitFor();
    await page.keyboard.press('Home');
    await part.and(page.locator('.focused')).waitFor();
    await page.keyboard.press('ArrowRight');
    const finding = rows.filter({ hasText: 'The line is written' }).first();
    await finding.waitFor();
    await page.keyboard.press('ArrowDown');
    await finding.and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /^Ln (?!1,)\d+, Col \d+/ }).waitFor();
  });

  it('moves a part in the outline, and takes it back', async () => {
    const { page } = workbench;
    await open('report-of-the-secretariat.undoc');
    await workbench.length.filter({ hasText: 'words' }).waitFor();
    await workbench.command('Plenary: Focus on Draft View');
    const row = (words: string) => page.locator('.sidebar .monaco-list-row', { hasText: words }).first();
    await row('1. ').waitFor();
    await page.keyboard.press('Home');
    for (let times = 0; times < 30 && !(await row('2. ').and(page.locator('.focused')).isVisible()); times++)
      await page.keyboard.press('ArrowDown');
    const words = /2\. (\w+ \w+)/.exec(await row('2. ').innerText())![1]!;
    await page.keyboard.press('Alt+ArrowUp');
    await row(`1. ${words}`).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await row(`2. ${words}`).waitFor();
  });

  it('chooses how the preview shows the draft, and copies it', async () => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
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
    const word = frame.locator('#word');
    for (let times = 0; times < 4 && !(await word.evaluate(hasFocus)); times++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const copied = frame.locator('#message.shown', { hasText: 'Copied' });
    const again = frame.locator('#prompt button');
    await copied.or(again).first().waitFor();
    if (await again.isVisible()) await page.keyboard.press('Enter');
    await copied.waitFor();
    await page.keyboard.press('Tab');
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await downloading;
  });
});

/** Runs in the page. */
function hasFocus(element: unknown): boolean {
  return (element as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement === element;
}
