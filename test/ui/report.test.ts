import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbench } from './kit.js';

/** A person writes a report with what the interface offers, and types nothing but words. */
describe('A report from the first page to the last paragraph', function () {
  // Each test goes on where the one before it ended, and so does a second try: the file is run anew as a whole.
  this.retries(0);

  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'plenary-report-'));
    // Lines that wrap are several on the screen, and where they do depends on the font.
    const settings = { '[un-document]': { 'editor.wordWrap': 'off' } };
    workbench = await Workbench.open({ folder, settings });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  /** Types words and waits until they stand there: a command that comes next finds the cursor behind them. */
  async function write(words: string): Promise<void> {
    await workbench.page.keyboard.type(words, { delay: 8 });
    await workbench.line(words.trim().slice(-20)).waitFor();
    await workbench.page.waitForTimeout(500);
  }

  /** Begins the next paragraph; its number is there when this returns. */
  async function nextParagraph(number: string): Promise<void> {
    await workbench.page.waitForTimeout(700);
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.editor-instance .view-line')
      .filter({ hasText: new RegExp(`^${number}\\.\\s*$`) })
      .first()
      .waitFor();
  }

  /** Finds something in the list of a command and takes the first that is found. */
  async function insert(command: string, typed: string, found: string): Promise<void> {
    await workbench.command(command);
    const list = workbench.page.locator('.quick-input-widget');
    await list.getByText(command.replace('Plenary: ', '')).first().waitFor();
    await list.locator('input.input').fill(typed);
    await list.locator('.monaco-list-row.focused', { hasText: found }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  it('begins with the wizard, which knows the place and the next session', async () => {
    await workbench.page.locator('.activitybar [aria-label^="Plenary"]').first().waitFor();
    await workbench.command('Plenary: New document');
    await workbench.answer('What do you want to write?', 'Report of the Secretariat');
    await workbench.answer('Which body', 'Convention against Transnational');
    await workbench.answer('Which session', 'thirteenth');
    const place = workbench.page.locator('.quick-input-widget input.input');
    await workbench.page.locator('.quick-input-widget').getByText('take place').waitFor();
    assert.equal(await place.inputValue(), 'Vienna');
    await workbench.answer('take place', 'Vienna');
    await workbench.answer('From when to when', '12–16 October 2026');
    await workbench.answer('agenda item', '5');
    await workbench.answer('title of the item', 'Technical assistance');
    await workbench.answer('What date', '22 July 2026');
    await workbench.answer('title of the document', 'Assistance in joint investigations');
    await workbench.line('Thirteenth session').waitFor();
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
  }).timeout(180_000);

  it('fills the open places one after another', async () => {
    const { keyboard } = workbench.page;
    for (const words of [
      '7',
      '11/5',
      'October 2024',
      'June 2026',
      'Activities to assist States',
      'Legislative assistance',
      'The Secretariat assisted four States in drafting laws.',
      'Training of practitioners',
      'The Secretariat organized two courses for judges.',
      'The demand for assistance has grown.',
      'Encourage States to share national practice',
      'Invite donors to provide resources',
    ]) {
      await keyboard.type(words, { delay: 8 });
      await keyboard.press('Tab');
      await workbench.page.waitForTimeout(150);
    }
    await workbench.line('(b) Invite donors to provide resources.').waitFor();
    await keyboard.press('Escape');
  });

  it('goes on with Enter, a resolution, a State, a reference, the date and a footnote', async () => {
    const { keyboard } = workbench.page;
    await workbench.find('3. The Secretariat assisted');
    await workbench.clickOn('3. The Secretariat assisted');
    await keyboard.press('End');
    await nextParagraph('4');
    await write('Assistance was requested in ');
    await insert('Plenary: Insert a resolution', 'trafficking women girls', 'Trafficking in women and girls');
    await workbench.line('requested in General Assembly resolution').waitFor();
    await write('.');
    await nextParagraph('5');
    await write('The Government of ');
    await insert('Plenary: Insert the name of a State', 'bolivi', 'the Plurinational State of Bolivia');
    await write(' reported on its law, as described in ');
    await insert('Plenary: Insert a cross reference', 'four States', 'paragraph 3');
    await workbench.line('paragraph 3 above').waitFor();
    await write('.');
    await nextParagraph('6');
    await write('The figures are those of ');
    await workbench.command('Plenary: Insert today');
    await workbench.page.waitForTimeout(1_000);
    await write('.');
    await workbench.command('Plenary: Insert a footnote');
    await workbench.line('[^1]: ').waitFor();
    await write('See the report on agenda ');
    await insert('Plenary: Insert an agenda item', '', 'item 5');
    await workbench.line('item 5, entitled “Technical assistance”').waitFor();
  }).timeout(180_000);

  it('has ten paragraphs, whose numbers and references have followed', async () => {
    const { keyboard } = workbench.page;
    await workbench.find('7. The Secretariat organized');
    await workbench.clickOn('7. The Secretariat organized');
    await keyboard.press('End');
    await nextParagraph('8');
    await write('They were held in March, as stated in ');
    await insert('Plenary: Insert a cross reference', 'Legislative', 'section II.A');
    await workbench.line('section II.A above').waitFor();
    await write('.');
    await workbench.command('Plenary: Insert or update the table of contents');
    await workbench.find('plenary-contents');
    await workbench.line('- II. Activities to assist States …… 3–8').waitFor();
    await workbench.line('- III. Conclusions and recommendations …… 9–10').waitFor();
  });

  it('is in order, and stands in print as it should', async () => {
    await workbench.command('Plenary: Focus on Document health View');
    const rows = workbench.page.locator('.pane-body .monaco-list-row');
    for (const part of ['Masthead', 'Numbering and headings', 'References'])
      await rows.filter({ hasText: part }).filter({ hasText: 'in order' }).first().waitFor();
    await workbench.page.keyboard.press('Control+1');
    await workbench.command('Plenary: Open preview to the side');
    const frame = await workbench.webview('#flow');
    await frame.locator('.contents .page', { hasText: '9–10' }).waitFor();
    await frame.locator('.paragraph', { hasText: '10.' }).waitFor();
    await frame.locator('.note', { hasText: 'See the report' }).waitFor();
    await workbench.command('View: Toggle Word Wrap');
    await workbench.page.keyboard.press('Control+1');
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.press('PageDown');
    await workbench.page.waitForTimeout(1_500);
    await workbench.picture('report-written');
  });
});
