import assert from 'node:assert/strict';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { ROOT, Workbench } from './kit.js';

/** What a person does with the extension that runs in the browser's worker, beyond what its suites can reach. */
describe('A person whose editor is a web page', function () {
  let workbench: Workbench;
  let preview: Frame;

  before(async () => {
    workbench = await Workbench.open({
      folder: path.join(ROOT, 'samples'),
      kind: 'web',
      viewport: { width: 1500, height: 900 },
    });
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  it('has no server but the worker', async () => {
    await workbench.openFile('report-of-the-secretariat.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
    assert.deepEqual(workbench.serverProcesses(), []);
  });

  it('sees the length by section', async () => {
    await workbench.length.filter({ hasText: /of 8,500 words/ }).click();
    await workbench.choose('Challenges and lessons learned');
    await workbench.line('III. Challenges').waitFor();
  });

  it('inserts a resolution that is found by words of its title', async () => {
    await workbench.find('31. A further challenge');
    await workbench.clickOn('31. A further challenge');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' That was recalled in ');
    await workbench.command('Plenary: Insert a resolution');
    const list = workbench.page.locator('.quick-input-widget');
    await list.getByPlaceholder('words of its title').fill('trafficking women girls');
    await workbench.choose('entitled “Trafficking in women and girls”');
    // Where the line wraps depends on the font.
    await workbench.line('Assembly').waitFor();
  });

  it('is offered a snippet for a part of the text by typing its name', async () => {
    const { page } = workbench;
    await workbench.openFile('national-statement.txt');
    await workbench.kind.filter({ hasText: 'Statement' }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1_500);
    await page.keyboard.type('closing', { delay: 60 });
    const offers = page.locator('.suggest-widget.visible .monaco-list-row');
    for (let times = 0; times < 4 && !(await offers.first().isVisible()); times++) {
      await page.keyboard.press('Control+Space');
      await offers
        .first()
        .waitFor({ timeout: 4_000 })
        .catch(() => undefined);
    }
    await offers.first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
  });

  it('pastes from Word, and has numbers and italics', async () => {
    await workbench.openFile('draft-resolution.undoc');
    await workbench.kind.filter({ hasText: 'Draft resolution' }).waitFor();
    await workbench.page.keyboard.press('Control+End');
    const label = `<![if !supportLists]><span style='mso-list:Ignore'>9.<span>&nbsp;&nbsp;</span></span><![endif]>`;
    await workbench.paste(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->` +
        `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>${label}<i>Thanks</i> all interpreters;<o:p></o:p></p>` +
        `<!--EndFragment--></body></html>`,
      '9. Thanks all interpreters;',
    );
    await workbench.line('9. *Thanks* all interpreters;').waitFor();
  });

  it('reads the draft in print beside it', async () => {
    await workbench.page.locator('.editor-actions [aria-label*="Open preview to the side"]').first().click();
    preview = await workbench.webview('#document');
    await preview.getByText('all interpreters').first().waitFor();
  });

  it('prints by a file that the page offers', async () => {
    const downloading = workbench.page.waitForEvent('download');
    await preview.locator('#print').click();
    assert.equal((await downloading).suggestedFilename(), 'draft-resolution.html');
  });

  it('copies rich text that a word processor understands', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await preview.locator('#word').click();
    const copied = preview.locator('#message.shown', { hasText: 'Copied' });
    const again = preview.locator('#prompt:not([hidden]) button');
    await copied.or(again).first().waitFor();
    // A browser that has forgotten the click by now wants to see another one.
    if (await again.isVisible()) await again.click();
    await copied.waitFor();
    const html = await workbench.page.evaluate<string>(
      "navigator.clipboard.read().then((items) => items[0].getType('text/html')).then((blob) => blob.text())",
    );
    assert.match(html, /<(?:i|em)>Thanks<\/(?:i|em)> all interpreters/);
  });
});
