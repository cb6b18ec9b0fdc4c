#!/usr/bin/env node
// Renders media/icon.svg to the PNG that the gallery wants, in Chromium. Run it after the drawing was changed.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './vscode-host/browser.mjs';

const MEDIA = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../media');
const svg = readFileSync(path.join(MEDIA, 'icon.svg'), 'utf8');
const browser = await launchBrowser();
try {
  for (const size of [128, 256]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(path.join(MEDIA, `icon-${size}.png`), png);
    console.log(`media/icon-${size}.png ${(png.length / 1024).toFixed(1)} KB`);
  }
} finally {
  await browser.close();
}
