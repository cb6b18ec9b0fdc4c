import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbench } from './kit.js';

/** A text as a converter leaves it. */
const CONVERTED = `**Statement at the 12<sup>th</sup> session**

Madam Chair,

The delegation of Valmora thanks the Secretariat for its report on the protection of witnesses in small communities, which it has read from the first page to the last page, and

V.24-01234 3/12

for the notes.<sup>1</sup> It has read  resolution [75/158](#) with care .

I thank you, Madam Chair.

<sup>1</sup> A/75/292.
`;

describe('A person who is new to Plenary', function () {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'plenary-new-user-'));
    writeFileSync(path.join(folder, 'converted.md'), CONVERTED);
    workbench = await Workbench.open({ folder });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  it('begins a national statement for a Conference of the Parties with the wizard', async () => {
    // The commands are there once the extensions have been read.
    await workbench.page.locator('.activitybar [aria-label^="Plenary"]').first().waitFor();
    await workbench.command('Plenary: New document');
    await workbench.answer('What do you want to write?', 'National statement');
    await workbench.answer('Before which body', 'Convention against Transnational');
    await workbench.answer('Which session', '13');
    await workbench.answer('Where does the session', 'Vienna');
    await workbench.answer('From when to when', '12–16 October 2026');
    await workbench.answer('Under which agenda item', '2 (b)');
    await workbench.answer('What is the title of the item', 'Trafficking in Persons Protocol');
    const day = workbench.page.locator('.quick-input-widget input.input');
    await workbench.page.locator('.quick-input-widget').getByText('On what date').waitFor();
    assert.equal(await day.inputValue(), '12 October 2026', 'the first day of the session');
    await workbench.answer('On what date', '13 October 2026');
    await workbench.answer('On behalf of which State', 'Valmora');
    await workbench.answer('Who speaks', 'Ms. Ilse Marenholt');
    await workbench.answer('In what capacity', 'Head of delegation');
    await workbench.answer('Who presides', 'Madam President');
    await workbench.answer('align itself', '');
    await workbench.line('Thirteenth session').waitFor();
    await workbench.kind.filter({ hasText: 'Statement' }).waitFor();
    await workbench.length.filter({ hasText: 'min' }).waitFor();
    await workbench.picture('wizard-draft');
  });

  it('writes on in the draft, from one open place to the next', async () => {
    const { page } = workbench;
    await page.keyboard.type('delegates and observers');
    await page.keyboard.press('Tab');
    await page.keyboard.type('the protection of witnesses');
    await page.keyboard.press('Tab');
    await workbench.line('attaches great importance to the protection of witnesses.').waitFor();
    await workbench.pictureOfWalkthrough('new', { x: 352, y: 36, width: 924, height: 732 });
  });

  it('begins a paragraph with one Enter; what is left open stands in brackets', async () => {
    const { page } = workbench;
    await page.keyboard.type('Valmora has adopted a plan.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await workbench.line('[What remains difficult').waitFor();
    await page.keyboard.press('End');
    const place = page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+$/ });
    // The status bar is told a moment later.
    await place.filter({ hasText: /, Col 51$/ }).waitFor();
    const line = Number(/\d+/.exec(await place.innerText())![0]);
    const begun = place.filter({ hasText: `Ln ${line + 2}, Col 1` });
    // The keys learn a moment later where the cursor is: a key that comes before that is the editor's own.
    for (let times = 0; times < 5 && !(await begun.isVisible()); times++) {
      await page.waitForTimeout(700);
      await page.keyboard.press('Enter');
      await begun.waitFor({ timeout: 4_000 }).catch(() => page.keyboard.press('Control+Z'));
    }
    await begun.waitFor();
    // Who is used to press it twice gets no second empty line.
    await page.keyboard.press('Enter');
    await page.keyboard.type('It has set up an office.');
    await workbench.line('It has set up an office.').waitFor();
    await place.filter({ hasText: `Ln ${line + 2}, Col 25` }).waitFor();
  });

  it('sees the parts and the length of the draft also while the preview has the keyboard', async () => {
    const { page } = workbench;
    await workbench.command('Plenary: Open preview to the side');
    const frame = await workbench.webview('#flow');
    await frame.getByText('For the speaker').click();
    await frame.locator('.view-reading').waitFor();
    await workbench.length.filter({ hasText: 'min' }).waitFor();
    await workbench.kind.filter({ hasText: 'Statement' }).waitFor();
    await page.locator('.tab', { hasText: 'Preview' }).click({ button: 'middle' });
    await page.locator('.tab', { hasText: 'Preview' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+1');
  });

  it('is offered a snippet for a part of the text by typing its name', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+End');
    // Each Enter asks the numbering first: the next letter waits until the line is there.
    for (let times = 0; times < 2; times++) {
      await page.waitForTimeout(1_000);
      await page.keyboard.press('Enter');
    }
    await page.waitForTimeout(1_500);
    await page.keyboard.type('closing', { delay: 60 });
    const offers = page.locator('.suggest-widget.visible .monaco-list-row');
    // A list that was asked for too early does not open, and is asked for again.
    for (let times = 0; times < 4 && !(await offers.first().isVisible()); times++) {
      await page.keyboard.press('Control+Space');
      await offers
        .first()
        .waitFor({ timeout: 4_000 })
        .catch(() => undefined);
    }
    await offers.first().waitFor();
    await page.keyboard.press('Enter');
    // Its words are offered in several forms.
    await workbench.line('I thank you for your attention.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('cleans up a converted text, and sees each change before it is made', async () => {
    const { page } = workbench;
    await workbench.openFile('converted.md');
    await workbench.kind.filter({ hasText: 'Statement' }).waitFor();
    await workbench.command('Plenary: Clean up a converted text');
    const list = page.locator('.quick-input-widget');
    await list.getByText('Remove running heads', { exact: false }).waitFor();
    await page.locator('.monaco-diff-editor').first().waitFor();
    await workbench.picture('clean-up');
    await list.getByRole('button', { name: 'OK' }).click();
    // Where the line wraps depends on the font.
    await workbench.line('and for the notes.[^1]').waitFor();
    await workbench.line('[^1]: A/75/292.').waitFor();
    await workbench.clickOn('I thank you');
  });

  it('finds the walkthrough', async () => {
    await workbench.command('Welcome: Open Walkthrough');
    await workbench.page.keyboard.type('Get started with Plenary');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('Begin a new document').first().waitFor();
  });

  it('finds a button in the explorer where no folder is open', async () => {
    const { page } = workbench;
    await workbench.leaveFolder();
    await workbench.command('View: Show Explorer');
    await page.locator('.pane-body .monaco-button', { hasText: 'New United Nations document' }).click();
    await page.locator('.quick-input-widget').getByPlaceholder('What do you want to write?').waitFor();
  });
});
