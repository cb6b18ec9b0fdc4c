import path from 'node:path';
import { ROOT, Workbench } from './kit.js';

/** The two minutes of the README, step by step. */
describe('The two minutes of the README', function () {
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

  it('1: the status bar says what the document is taken for, and a click changes it', async () => {
    await workbench.openFile('report-of-the-secretariat.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
    await workbench.kind.click();
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'Note' })
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('2: the pointer on resolutions and symbols is told what they are', async () => {
    for (const [words, told] of [
      ['64/293', 'General Assembly resolution 64/293'],
      ['2331 (2016)', 'Security Council resolution 2331 (2016)'],
      ['A/79/412', 'A/79/412'],
    ] as const) {
      await workbench.find(words);
      await workbench.hover(words, told);
    }
  });

  it('3: Enter behind a paragraph moves numbers and references on; Ctrl+Z takes all back', async () => {
    const { keyboard } = workbench.page;
    await workbench.find('The report covers');
    await workbench.clickOn('The report covers');
    await keyboard.press('End');
    await keyboard.press('End');
    await workbench.page.waitForTimeout(1_000);
    await keyboard.press('Enter');
    await workbench.line('4. As at 20 April').waitFor();
    await workbench.line('5. In the reporting period').waitFor();
    await workbench.line('paragraphs 19 to 25').waitFor();
    await keyboard.press('Control+Z');
    await workbench.line('3. As at 20 April').waitFor();
    await workbench.line('paragraphs 18 to 24').waitFor();
  });

  it('4: the Problems panel lists the findings, and Ctrl+. mends them', async () => {
    const { page } = workbench;
    await workbench.openFile('with-mistakes.undoc');
    await page.locator('.editor-instance .squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
    await workbench.find('organised');
    await workbench.clickOn('organised');
    const fixes = await workbench.openQuickFixes();
    await fixes.getByText('organized').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+M');
  });

  it('5: Ctrl+K V shows the draft in print, which “Print” and “Copy for Word” hand on', async () => {
    const { page } = workbench;
    await workbench.openFile('report-of-the-secretariat.undoc');
    await page.keyboard.press('Control+1');
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('V');
    const frame = await workbench.webview('#flow');
    await frame.locator('.masthead .symbol', { hasText: 'CTOC/COP/2024/12' }).waitFor();
    await frame.locator('#word').waitFor();
    await frame.locator('#print').waitFor();
  });

  it('6: F2 renames an acronym everywhere', async () => {
    const { page } = workbench;
    await page.locator('.tab', { hasText: 'Preview' }).click({ button: 'middle' });
    await workbench.find('UNODC took part');
    await workbench.clickOn('UNODC took part');
    await page.keyboard.press('F2');
    const input = page.locator('.rename-box input, .rename-box .rename-input').first();
    await input.waitFor();
    await input.fill('UNODX');
    await page.keyboard.press('Enter');
    await workbench.line('UNODX').waitFor();
    await page.keyboard.press('Control+Z');
  });
});
