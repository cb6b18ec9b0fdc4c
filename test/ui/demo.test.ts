import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildDemo } from '../../scripts/build-demo.mjs';
import { launchBrowser } from '../../scripts/vscode-host/browser.mjs';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const TEXT = `Report of the Secretariat

## I. Introduction

1. It is the the end: see General Assembly resolution 75/158 and paragraph 2 below.

2. Nothing follows. <script>alert(1)</script>
`;

describe('The demo page, opened as a file', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'plenary-demo-'));
  const file = path.join(dir, 'plenary.html');
  let browser: Browser | undefined;
  let page: Page;
  const troubles: string[] = [];
  const requests: string[] = [];

  before(async () => {
    const size = await buildDemo(file);
    assert.ok(size < 5 * 2 ** 20, `${size} bytes`);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });
  after(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const barriers = async (): Promise<string[]> => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResult>('axe.run()');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  it('allows nothing but itself', async () => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy!, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /);
    assert.doesNotMatch(policy!, /unsafe|http|\*/);
  });

  it('shows findings of a text that is pasted', async () => {
    await page.fill('#text', TEXT);
    await page.locator('#findings button', { hasText: 'stands here twice' }).waitFor();
    assert.equal(await page.locator('#page mark.warning').first().textContent(), 'the the');
    assert.equal(await page.locator('#page').textContent(), TEXT, 'the text is shown as it is');
    assert.match((await page.locator('#status').textContent())!, /^Report · \d+ words · \d+ to look at$/);
  });

  it('shows the outline, which leads to its places', async () => {
    const entry = page.locator('#outline button', { hasText: 'I. Introduction' });
    assert.match((await entry.textContent())!, /\(1–2\)$/);
    await entry.click();
    const selected = await page.evaluate<string>(
      `(() => { const t = document.getElementById('text'); return t.value.slice(t.selectionStart, t.selectionEnd); })()`,
    );
    assert.equal(selected, 'Introduction');
  });

  it('explains a citation to the pointer, out of the catalogue', async () => {
    await page.locator('#page .cite', { hasText: '75/158' }).first().hover();
    const card = page.locator('#card');
    await card.getByText('Trafficking in women and girls').waitFor();
    assert.match((await card.textContent())!, /16 December 2020/);
    assert.doesNotMatch((await card.textContent())!, /\*\*|\]\(/);
  });

  it('explains it to the keyboard too, and Escape closes it', async () => {
    await page.locator('#page').focus();
    await page.keyboard.press('Tab');
    await page.locator('#card').getByText('Trafficking in women and girls').waitFor();
    assert.equal(await page.locator('#page .cite:focus').getAttribute('aria-describedby'), 'card');
    await page.keyboard.press('Tab');
    await page.locator('#card').getByText('Nothing follows').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#card').isVisible(), false);
  });

  it('has no barriers, in light and in dark', async () => {
    await page.locator('.flash').waitFor({ state: 'detached' });
    assert.deepEqual(await barriers(), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await barriers(), []);
    await page.locator('#page .cite').first().hover();
    assert.deepEqual(await barriers(), []);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 420, height: 800 });
    assert.deepEqual(await barriers(), []);
  });

  it('reads a sample, as the kind that a person says it is', async () => {
    await page.click('#sample');
    await page.locator('#findings button', { hasText: 'paragraph-sequence' }).waitFor();
    await page.selectOption('#kind', 'statement');
    await page.locator('#status', { hasText: /^Statement/ }).waitFor();
  });

  it('asked for nothing, and met no trouble', () => {
    assert.deepEqual(requests, [pathToFileURL(file).href]);
    assert.deepEqual(troubles, []);
  });
});
