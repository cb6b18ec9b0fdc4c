import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator } from 'playwright-core';
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
    // Where the keys are when a view has just been opened differs: the button is before them or behind.
    for (const key of ['Tab', 'Shift+Tab'])
      for (let times = 0; times < 12 && !(await button.first().evaluate(hasFocus)); times++) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
      }
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByPlaceholder('What do you want to write?').waitFor();
    await page.keyboard.press('Escape');
  });

  it('moves the part that the arrow keys stand on, and moves it on', async () => {
    const { page } = workbench;
    await open('report-of-the-secretariat.undoc');
    await workbench.length.filter({ hasText: 'words' }).waitFor({ timeout: 60_000 });
    const rows = page.locator('.pane-body .monaco-list-row[aria-level]');
    const focused = page.locator('.pane-body .monaco-list-row.focused');
    // A view that fills only now has no row yet that could take the keys.
    for (let times = 0; times < 4 && !(await focused.first().isVisible()); times++) {
      await workbench.command('Plenary: Focus on Draft View');
      await rows.filter({ hasText: '2.' }).first().waitFor();
      await page.keyboard.press('Home');
      await page.waitForTimeout(500);
    }
    // The keys go to a paragraph; what is selected is another part, the one with the cursor of the text.
    for (let times = 0; times < 12 && !/^2\./.test(await focused.first().innerText()); times++) {
      await page.keyboard.press(times % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
      await page.waitForTimeout(200);
    }
    const words = (await focused.first().innerText()).replace(/^2\.\s*/, '').slice(0, 12);
    const numbered = (number: number): Locator => rows.filter({ hasText: `${number}. ${words}` }).first();
    await page.keyboard.press('Alt+ArrowUp');
    await numbered(1).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await numbered(2).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await numbered(3).waitFor();
    for (let times = 0; times < 3; times++) {
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+Z');
    }
  });

  it('goes from the health of the document to the place of a finding', async () => {
    const { page } = workbench;
    await open('with-mistakes.undoc');
    await page.locator('.editor-instance .squiggly-error').first().waitFor();
    await workbench.command('Plenary: Focus on Document health View');
    const focused = page.locator('.pane-body .monaco-list-row.focused');
    await page
      .locator('.pane-body .monaco-list-row', { hasText: 'Numbering and headings' })
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Home');
    for (let times = 0; times < 4; times++) {
      if (await focused.filter({ hasText: 'Numbering and headings' }).first().isVisible()) break;
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(200);
    }
    await page.keyboard.press('ArrowRight');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'This paragraph' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const item = focused.filter({ hasText: 'paragraph' }).first();
    await item.waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.locator('.statusbar-item', { hasText: /^Ln (?!1,)\d+, Col/ }).waitFor();
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
    // The buttons come next.
    for (const button of ['#word', '#print']) {
      await page.keyboard.press('Tab');
      assert.equal(await frame.locator(button).evaluate(hasFocus), true, button);
    }
  });
});

/** Runs in the page. */
function hasFocus(element: unknown): boolean {
  return (element as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement === element;
}
