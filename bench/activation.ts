import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHost } from '../scripts/vscode-host/host.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/**
 * How long the workbench says that the extension took to be activated, in milliseconds: reading its code, the call and
 * what the call waits for. A new workbench with an extension host of its own (`web`: the browser's worker, else Node's), and
 * a report open in it.
 */
export async function activation(kind?: 'web'): Promise<number> {
  const host = await startHost({
    folder: path.join(ROOT, 'samples'),
    extension: ROOT,
    ...(kind ? { kind } : {}),
    logFile: path.join(ROOT, '.cache/bench/activation.log'),
  });
  try {
    const { page } = host;
    page.setDefaultTimeout(60_000);
    await page.locator('.monaco-workbench').waitFor();
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'report-of-the' })
      .first()
      .dblclick();
    await page.locator('.statusbar-item', { hasText: 'Report' }).first().waitFor();
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Developer: Show Running Extensions');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Show Running Extensions' })
      .first()
      .click();
    const list = page.locator('.runtime-extensions-editor');
    const row = list.locator('.extension', { hasText: 'Plenary' }).first();
    await list.locator('.extension').first().waitFor();
    // The slowest stand first, and what lies below is not there before it is scrolled to.
    for (let i = 0; i < 20 && (await row.count()) === 0; i++) {
      await list.hover();
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(200);
    }
    const time = await row.locator('.activation-time').innerText();
    const milliseconds = /(\d+)\s*ms/.exec(time)?.[1];
    if (milliseconds === undefined) throw new Error(`The workbench tells no time: “${time}”.`);
    return Number(milliseconds);
  } finally {
    await host.close();
  }
}
