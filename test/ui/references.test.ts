import { THREE_PARAGRAPHS, Workbench } from './kit.js';

describe('A person who writes references in the workbench', function () {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.openReport('lights', THREE_PARAGRAPHS);
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  for (const { writes, offer, result } of [
    {
      writes: 'resolution trafficking women',
      offer: '75/158',
      result: 'many. See General Assembly resolution 75/158',
    },
    {
      writes: 'Traffick',
      offer: 'Trafficking in Persons Protocol',
      result: 'Trafficking in Persons Protocol',
    },
    { writes: 'Turk', offer: 'Türkiye', result: 'many. See Türkiye' },
    { writes: 'para. ', offer: '3', result: 'many. See para. 3' },
  ])
    it(`is offered ${offer} for “${writes.trim()}”`, async () => {
      const { page } = workbench;
      await workbench.clickOn('It was attended');
      await page.keyboard.press('End');
      await page.keyboard.type(` See ${writes}`, { delay: 60 });
      const row = page
        .locator('.suggest-widget.visible .monaco-list-row', { hasText: new RegExp(`^\\W*${offer}`) })
        .first();
      // A list that was asked for too early on a busy machine does not open, and is asked for again.
      await row.waitFor({ timeout: 6_000 }).catch(() => page.keyboard.press('Control+Space'));
      await row.click();
      await workbench.line(result).waitFor();
      const untouched = page.locator('.editor-instance .view-line', {
        hasText: /^2\. It was attended by many\.$/,
      });
      for (let times = 0; times < 60 && !(await untouched.isVisible()); times++)
        await page.keyboard.press('Control+Z');
    });

  it('follows a reference by Ctrl and a click', async () => {
    const { page } = workbench;
    const place = page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+$/ });
    await page.keyboard.down('Control');
    await workbench.clickOn('paragraph 2 above');
    await page.keyboard.up('Control');
    await place.filter({ hasText: 'Ln 11, ' }).waitFor();
  });
});
