import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import { axe, ROOT, Workbench } from './kit.js';

describe('The preview in the workbench', function () {
  let workbench: Workbench;
  let preview: Frame;
  const downloads = mkdtempSync(path.join(tmpdir(), 'plenary-downloads-'));

  before(async () => {
    workbench = await Workbench.open({
      folder: path.join(ROOT, 'samples'),
      viewport: { width: 1500, height: 900 },
    });
  });
  after(async () => {
    await workbench.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  /** The line of the draft that stands at the top of the editor. */
  const topLineOfEditor = async (): Promise<number> => {
    const numbers = await workbench.page.locator('.editor-instance .line-numbers').allInnerTexts();
    return Math.min(...numbers.map(Number).filter((number) => number > 0));
  };
  const scrollOfPreview = (): Promise<number> => preview.evaluate('window.scrollY');
  const until = async (what: string, ask: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + 10_000;
    while (!(await ask())) {
      if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`);
      await workbench.page.waitForTimeout(100);
    }
  };

  it('opens beside the draft by the button of the editor', async () => {
    await workbench.openFile('report-of-the-secretariat.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
    await workbench.page.locator('.editor-actions [aria-label*="Open preview to the side"]').first().click();
    preview = await workbench.webview('#document');
    await preview.locator('.masthead .symbol', { hasText: 'CTOC/COP/2024/12' }).waitFor();
    assert.equal(
      await preview.locator('h1:visible').last().innerText(),
      'Training of practitioners and assistance to States in the implementation of the Trafficking in Persons Protocol',
    );
    assert.equal(await preview.locator('#notes .note').count(), 3);
    await workbench.picture('preview-report');
  });

  it('has no violation that axe-core knows of', async () => {
    assert.deepEqual(await axe(preview), []);
  });

  it('follows each change, and leaves alone what has not changed', async () => {
    await preview.evaluate("document.querySelectorAll('.paragraph')[1].dataset.kept = 'yes'");
    await workbench.find('The present report is submitted');
    await workbench.clickOn('The present report is submitted');
    // The first press leads to the end of the wrapped line, the second to that of the paragraph.
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' Nothing more.');
    const added = preview.locator('.paragraph.current', { hasText: 'Nothing more.' });
    await added.waitFor();
    // What was typed is taken back word by word.
    const rest = preview.locator('.paragraph', { hasText: 'Nothing' });
    for (let times = 0; times < 5 && (await rest.count()) > 0; times++) {
      await workbench.page.keyboard.press('Control+Z');
      await rest.waitFor({ state: 'detached', timeout: 1_500 }).catch(() => undefined);
    }
    assert.equal(await rest.count(), 0);
    assert.equal(await preview.locator('.paragraph[data-kept]').count(), 1);
  });

  it('scrolls with the editor', async () => {
    await workbench.find('Resources');
    const before = await scrollOfPreview();
    await workbench.page.keyboard.press('Control+1');
    await workbench.page.keyboard.press('Control+End');
    await until('the preview to follow', async () => (await scrollOfPreview()) > before + 200);
    await workbench.page.keyboard.press('Control+Home');
    await until('the preview to come back', async () => (await scrollOfPreview()) < 50);
  });

  it('takes the editor along when it is scrolled itself', async () => {
    await workbench.page.waitForTimeout(400);
    assert.equal(await topLineOfEditor(), 1);
    await preview.evaluate("[...document.querySelectorAll('.paragraph')].at(-3).scrollIntoView()");
    await until('the editor to follow', async () => (await topLineOfEditor()) > 40);
    await workbench.page.waitForTimeout(600);
    const settled = await scrollOfPreview();
    await workbench.page.waitForTimeout(300);
    assert.equal(await scrollOfPreview(), settled, 'neither pulls the other any further');
  });

  it('shows sheets of paper, notes at the foot of the one that points at them', async () => {
    await preview.locator('[data-view="flow"]').focus();
    await workbench.page.keyboard.press('ArrowRight');
    await preview.locator('.sheet').first().waitFor();
    assert.ok((await preview.locator('.sheet').count()) > 2);
    const first = preview.locator('.sheet').first();
    assert.equal(await first.locator('.note').count(), 2);
    assert.match(
      await preview.locator('.sheet').nth(1).locator('.sheet-head').innerText(),
      /CTOC\/COP\/2024\/12/,
    );
    assert.equal(await preview.locator('.sheet .paragraph').first().isVisible(), true);
    const words = async (selector: string): Promise<string> =>
      (await preview.locator(selector).allTextContents()).join('').replaceAll(/\s+/g, '');
    assert.equal(await words('.sheet-body'), await words('#flow'), 'no word is lost between the sheets');
    const over = await preview.evaluate<number[]>(
      "[...document.querySelectorAll('.sheet')].map((one) => one.scrollHeight - one.clientHeight)",
    );
    assert.ok(Math.max(...over) <= 1, `pixels beyond the sheets: ${over.join(', ')}`);
    assert.deepEqual(await axe(preview), []);
    await preview.evaluate('window.scrollTo(0, 0)');
    await until('the editor to follow', async () => (await topLineOfEditor()) === 1);
    await workbench.picture('preview-pages');
  });

  it('fits into a narrow page, however it is shown', async () => {
    await workbench.page.setViewportSize({ width: 1100, height: 900 });
    for (const view of ['reading', 'flow', 'pages']) {
      await preview.locator(`[data-view="${view}"]`).click();
      await preview.locator(`#document.view-${view}`).waitFor();
      await until(`nothing beyond the edge (${view})`, () =>
        preview.evaluate(
          'document.documentElement.clientWidth < 400 && document.documentElement.scrollWidth <= document.documentElement.clientWidth',
        ),
      );
    }
    await workbench.page.setViewportSize({ width: 1500, height: 900 });
  });

  it('downloads a file that prints itself where no disk is shared', async () => {
    const downloading = workbench.page.waitForEvent('download');
    await preview.locator('#print').click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), 'report-of-the-secretariat.html');
    const file = path.join(downloads, download.suggestedFilename());
    await download.saveAs(file);
    const html = readFileSync(file, 'utf8');
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /(?:src|href)="(?!#|https?:\/\/|mailto:)|<link|@import|url\(/);
    const page = await workbench.page.context().newPage();
    const errors: string[] = [];
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript('window.print = () => { window.printed = true; }');
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction('window.printed === true');
    assert.ok((await page.locator('.sheet').count()) > 2);
    assert.deepEqual(await axe(page.mainFrame()), []);
    assert.deepEqual(errors, []);
    await page.close();
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
    assert.match(html, /<h2[^>]*>.*Introduction/);
    assert.match(html, /1\./);
    const text = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(text, /^1\.\tThe present report is submitted/m);
  });

  it('is large and airy for a statement, with minutes for the speaker', async () => {
    await preview.locator('[data-view="flow"]').click();
    // From the preview back to the editor first: a double click that only takes the keyboard opens nothing.
    await workbench.page.keyboard.press('Control+1');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.openFile('national-statement.txt');
    await workbench.kind.filter({ hasText: 'Statement' }).waitFor();
    await preview.locator('.kind-statement .delivery').waitFor();
    await preview.locator('#message.shown').waitFor({ state: 'detached' });
    await workbench.picture('preview-statement');
    await preview.locator('[data-view="reading"]').click();
    const minute = preview.locator('.minute', { hasText: '2 min' });
    await minute.waitFor();
    await minute.scrollIntoViewIfNeeded();
    assert.deepEqual(await axe(preview), []);
    await workbench.picture('preview-speaker');
  });

  // The settings of the folder, which is a copy.
  const writeTheme = (theme: string): void => {
    mkdirSync(path.join(workbench.folder, '.vscode'), { recursive: true });
    const file = path.join(workbench.folder, '.vscode/settings.json');
    writeFileSync(file, JSON.stringify({ 'workbench.colorTheme': theme }));
  };
  for (const [theme, body] of [
    ['Dark Modern', 'vscode-dark'],
    ['Default High Contrast', 'vscode-high-contrast:not(.vscode-high-contrast-light)'],
    ['Default High Contrast Light', 'vscode-high-contrast-light'],
  ] as const)
    it(`can be read in the theme ${theme}`, async () => {
      writeTheme(theme);
      await preview.locator(`body.${body}`).waitFor();
      assert.deepEqual(await axe(preview), []);
      await workbench.evidence(`preview ${theme}`);
    });
});
