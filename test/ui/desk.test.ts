import path from 'node:path';
import type { Locator } from 'playwright-core';
import { ROOT, Workbench } from './kit.js';

describe('A person at the desk', function () {
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

  /** A row of the outline of the draft. */
  function part(words: string): Locator {
    return workbench.page.locator('.sidebar .monaco-list-row', { hasText: words }).first();
  }

  it('sees in the status bar how long a statement takes, and the time of what is selected', async () => {
    await workbench.openFile('introductory-statement.undoc');
    await workbench.length.filter({ hasText: /\d:\d\d min/ }).waitFor();
    await workbench.clickOn('First, the number');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.length.filter({ hasText: /0:\d\d of \d:\d\d min selected/ }).waitFor();
  });

  it('sees the length of a report by section', async () => {
    await workbench.openFile('report-of-the-secretariat.undoc');
    await workbench.length.filter({ hasText: /of 8,500 words/ }).click();
    const list = workbench.page.locator('.quick-input-widget');
    await list.locator('.monaco-list-row', { hasText: 'I. Introduction' }).first().waitFor();
    await workbench.pictureOfWalkthrough('length', { x: 340, y: 4, width: 936, height: 796 });
    await list.locator('input.input').fill('Challenges');
    await workbench.choose('Challenges and lessons learned');
    await workbench.line('III. Challenges').waitFor();
  });

  it('sees the parts of the draft, which follow the cursor and lead to it', async () => {
    await workbench.command('Plenary: Focus on Draft View');
    await part('II. Support').waitFor();
    await workbench.find('31. A further challenge');
    await workbench.clickOn('31. A further challenge');
    await part('31. A further').and(workbench.page.locator('.selected')).waitFor();
    await part('III. Challenges').click();
    await workbench.line('III. Challenges').waitFor();
    await workbench.pictureOfWalkthrough('write', { x: 4, y: 36, width: 1276, height: 732 });
    // Outside of all parts the one before is shown, and above the first one that.
    await workbench.page.keyboard.press('Control+1');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Control+Home');
    await part('Review of the implementation').and(workbench.page.locator('.selected')).waitFor();
  });

  it('moves a paragraph in the outline with the keyboard; numbers and references follow', async () => {
    await workbench.find('34. The Trafficking');
    await workbench.clickOn('34. The Trafficking');
    await part('34. The Trafficking').and(workbench.page.locator('.selected')).waitFor();
    await workbench.command('Plenary: Focus on Draft View');
    // The keys are where they were last; they go to the paragraph before they move it.
    const { keyboard } = workbench.page;
    const here = part('34. The Trafficking').and(workbench.page.locator('.focused'));
    for (let times = 0; times < 12 && !(await here.isVisible()); times++) {
      await keyboard.press('ArrowDown');
      await workbench.page.waitForTimeout(150);
    }
    await keyboard.press('Alt+ArrowUp');
    await part('33. The Trafficking').waitFor();
    await workbench.line('34. The demand for training').waitFor();
  });

  it('drags a section to the place of another', async () => {
    await part('III. Challenges').dragTo(part('IV. Conclusions'));
    await part('III. Conclusions').waitFor();
    await part('IV. Challenges').waitFor();
    await workbench.line('## IV. Challenges and lessons learned').waitFor();
  });

  it('inserts a resolution that it finds by words of its title', async () => {
    await workbench.openFile('note-by-the-secretariat.md');
    await workbench.find('6. The experience');
    await workbench.clickOn('6. The experience');
    // The first goes to the end of a line on the screen, the second to that of the paragraph.
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' That was recalled in ');
    await workbench.command('Plenary: Insert a resolution');
    const list = workbench.page.locator('.quick-input-widget');
    await list.getByPlaceholder('words of its title').fill('trafficking women girls');
    await list
      .locator('.monaco-list-row', { hasText: 'entitled “Trafficking in women and girls”' })
      .first()
      .waitFor();
    await workbench.pictureOfWalkthrough('insert', { x: 340, y: 4, width: 936, height: 540 });
    await workbench.page.keyboard.press('Enter');
    // Where the line wraps depends on the font.
    await workbench.line('79/154').waitFor();
  });

  it('inserts a cross reference by picking a paragraph', async () => {
    await workbench.page.keyboard.type(' (see ');
    await workbench.command('Plenary: Insert a cross reference');
    const list = workbench.page.locator('.quick-input-widget');
    await list.getByPlaceholder('words of the part').fill('liaison officers');
    await list.locator('.monaco-list-row', { hasText: 'paragraph 5 (a)' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.line('(see para. 5 (a) above').waitFor();
  });

  it('chooses by an Enter that comes as fast as the letters', async () => {
    await workbench.page.keyboard.type(', with ');
    const list = workbench.page.locator('.quick-input-widget');
    // One list is searched where it stands, the other by the server: neither has come when Enter does.
    for (const [command, placeholder, typed, put] of [
      ['Insert the name of a State', 'name', 'bolivi', 'the Plurinational State of Bolivia'],
      ['Insert a resolution', 'words of its title', '75/158', '75/158'],
    ] as const) {
      await workbench.command(`Plenary: ${command}`);
      const input = list.getByPlaceholder(placeholder);
      await input.waitFor();
      await input.fill(typed);
      await workbench.page.keyboard.press('Enter');
      await workbench.line(put).waitFor();
      await workbench.page.keyboard.type(' and ');
    }
  });

  it('pastes from Word, and has numbers, italics and footnotes', async () => {
    await workbench.openFile('draft-resolution.undoc');
    await workbench.kind.filter({ hasText: 'Draft resolution' }).waitFor();
    await workbench.page.keyboard.press('Control+End');
    const label = (words: string): string =>
      `<![if !supportLists]><span style='mso-list:Ignore'>${words}<span>&nbsp;&nbsp;</span></span><![endif]>`;
    const note = (href: string, name: string): string => `<a href="${href}" name="${name}">[1]</a>`;
    await workbench.paste(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->` +
        `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>${label('9.')}<i>Thanks</i> all interpreters;${note('#_ftn1', '_ftnref1')}<o:p></o:p></p>` +
        `<!--EndFragment--><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>` +
        `<p class=MsoFootnoteText>${note('#_ftnref1', '_ftn1')} In Vienna.</p></div></div></body></html>`,
      '9. Thanks all interpreters;[1]',
    );
    await workbench.line('9. *Thanks* all interpreters;[^').waitFor();
    await workbench.line(']: In Vienna.').waitFor();
  });
});
