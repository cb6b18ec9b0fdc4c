import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbench } from './kit.js';

const REPORT = `---
kind: report
---

Report of the Secretary-General

I. Introduction

1. The Lake Fisheries Office (LAFIO) met in spring (see para. 3 below).

2. It thanked the Trust Fund for Roads (hereinafter “the Fund”) for its help.[^1]

3. It adopted its agenda, as noted in paragraph 2 above and in A/99/901.

4. As stated in paragraph 2 above, the office thanked the Fund.

5. The help of LAFIO was great.

[^1]: The help was given in kind.
`;

const OTHER = `---
kind: report
---

A/99/901

Report on lamps

1. The lamps were lit.
`;

describe('A person who follows what a text points at by the keys of the editor', function () {
  let workbench: Workbench;

  before(async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'plenary-ways-'));
    const folder = path.join(root, 'ways');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'report.undoc'), REPORT);
    writeFileSync(path.join(folder, 'lamps.undoc'), OTHER);
    workbench = await Workbench.open({ folder });
    rmSync(root, { recursive: true, force: true });
    await workbench.openFile('report.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  for (const { what, words, line } of [
    { what: 'a paragraph', words: 'paragraph 2 above', line: 11 },
    { what: 'a paragraph that comes later', words: 'para. 3 below', line: 13 },
    { what: 'an acronym', words: 'of LAFIO was', line: 9 },
    { what: 'a term', words: 'the Fund.', line: 11 },
  ]) {
    it(`goes to ${what} by F12`, async () => {
      const { page } = workbench;
      await workbench.clickOn(words);
      await page.keyboard.press('F12');
      await page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, Col \\d+`) }).waitFor();
    });

    it(`peeks at ${what} by the keys for it`, async () => {
      const { page } = workbench;
      await workbench.clickOn(words);
      // Alt+F12 on other systems than Linux.
      await page.keyboard.press('Control+Shift+F10');
      await page.locator('.peekview-widget .preview .view-line').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.peekview-widget').first().waitFor({ state: 'hidden' });
    });
  }

  it('sees who points at a paragraph by Shift+F12', async () => {
    const { page } = workbench;
    await workbench.clickOn('paragraph 2 above');
    await page.keyboard.press('Shift+F12');
    await page.locator('.peekview-widget .ref-tree .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('goes to another document of the folder by F12', async () => {
    const { page } = workbench;
    await workbench.clickOn('A/99/901');
    await page.keyboard.press('F12');
    await page.locator('.tab.active', { hasText: 'lamps.undoc' }).waitFor();
  });
});
