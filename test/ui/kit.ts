import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Frame, Locator, Page } from 'playwright-core';
import { startHost } from '../../scripts/vscode-host/host.mjs';
import type { Host, HostOptions } from '../../scripts/vscode-host/host.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ARTIFACTS = path.join(ROOT, 'test/.artifacts');
const IMAGES = path.join(ROOT, 'docs/images');

/** How long anything on the screen is waited for. Milliseconds. */
const PATIENCE = 20_000;

/** A report of three paragraphs, two of which refer to others. */
export const THREE_PARAGRAPHS = `---
kind: report
---

Report of the Secretary-General

I. Introduction

1. The Harbour Guild met in spring (see para. 3 below).

2. It was attended by many.

3. It adopted its agenda, as noted in paragraph 2 above.
`;

/** The workbench as a person has it before them: what can be seen, pointed at and typed. */
export class Workbench {
  readonly page: Page;
  /** The folder on disk that is open, a copy. */
  readonly folder: string;
  readonly #host: Host;

  /** Those that have not been closed. */
  static readonly #open = new Set<Workbench>();

  private constructor(host: Host) {
    this.#host = host;
    Workbench.#open.add(this);
    this.page = host.page;
    this.folder = host.folder;
    this.page.setDefaultTimeout(PATIENCE);
  }

  /** Opens a folder with the extension under development, or with the installed ones of `extensionsDir`. */
  static async open(options: Partial<HostOptions> & { folder: string }): Promise<Workbench> {
    mkdirSync(ARTIFACTS, { recursive: true });
    const host = await startHost({
      ...(options.extensionsDir ? {} : { extension: ROOT }),
      logFile: path.join(ARTIFACTS, 'ui.log'),
      ...options,
    });
    const workbench = new Workbench(host);
    await workbench.page.locator('.monaco-workbench').waitFor();
    return workbench;
  }

  /** Opens a folder of its own with one report in it, and the report. */
  static async openReport(name: string, text: string): Promise<Workbench> {
    const root = mkdtempSync(path.join(tmpdir(), `plenary-${name}-`));
    const folder = path.join(root, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, `${name}.undoc`), text);
    const workbench = await Workbench.open({ folder });
    rmSync(root, { recursive: true, force: true });
    await workbench.openFile(`${name}.undoc`);
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
    return workbench;
  }

  close(): Promise<void> {
    Workbench.#open.delete(this);
    return this.#host.close();
  }

  /** Closes what a test that failed has left open: a window would keep the run from ending. */
  static async closeAll(): Promise<void> {
    await Promise.all([...Workbench.#open].map((workbench) => workbench.close()));
  }

  /** Goes on in a window in which no folder is open. What was not saved is lost. */
  async leaveFolder(): Promise<void> {
    const address = new URL(this.page.url());
    address.searchParams.delete('folder');
    address.searchParams.set('ew', 'true');
    await this.page.goto(address.href);
    await this.page.locator('.activitybar [aria-label^="Plenary"]').first().waitFor();
  }

  /** Opens a file from the explorer, by its path within the folder. */
  async openFile(...names: string[]): Promise<void> {
    // Another view may stand in its place.
    const explorer = this.page.locator('.explorer-folders-view');
    if (!(await explorer.isVisible())) await this.command('View: Show Explorer');
    for (const [index, name] of names.entries()) {
      const row = this.page
        .locator('.explorer-folders-view .monaco-list-row')
        .filter({ has: this.page.getByText(name, { exact: true }) })
        .first();
      if (index === names.length - 1) await row.dblclick();
      else await row.click();
    }
    await this.page.locator('.tab.active', { hasText: names.at(-1) }).waitFor();
    // The first text waits for the extensions, which a busy machine takes its time to start.
    await this.page
      .locator('.monaco-editor .view-line')
      .first()
      .waitFor({ timeout: 3 * PATIENCE });
  }

  /** Waits until something outside of the window is so. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`Waited in vain: ${what}.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** A stretch of text in the editor. */
  text(words: string): Locator {
    return this.page.locator('.editor-instance .view-line span', { hasText: words }).last();
  }

  /** A line of the editor. */
  line(words: string): Locator {
    return this.page.locator('.editor-instance .view-line', { hasText: words }).first();
  }

  /** Brings the first `words` of the file to the middle of the editor, by the editor's own search. */
  async find(words: string): Promise<void> {
    const input = this.page.locator('.find-widget.visible textarea.input').first();
    // A view that has just been opened may take the keyboard back: the editor is asked again.
    for (let times = 0; times < 5 && !(await input.isVisible()); times++) {
      // The first group of editors takes the keyboard.
      await this.page.keyboard.press('Control+1');
      await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await this.page.keyboard.press('Control+Home');
      await this.page.keyboard.press('Control+F');
      await input.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await input.waitFor();
    await input.fill(words);
    await this.page.locator('.find-widget .matchesCount', { hasText: ' of ' }).waitFor();
    await this.page.keyboard.press('Escape');
    await this.line(words).waitFor();
  }

  /** Puts the cursor into `words`. */
  async clickOn(words: string): Promise<void> {
    const box = await this.#place(words);
    await this.page.mouse.click(box.x, box.y);
  }

  /** Rests the pointer on `words` until a hover that says `expected` appears. */
  async hover(words: string, expected: string): Promise<Locator> {
    const box = await this.#place(words);
    await this.page.mouse.move(box.x, box.y - 40);
    await this.page.mouse.move(box.x, box.y, { steps: 4 });
    const hover = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    await hover.waitFor();
    return hover;
  }

  /** Runs a command by its title, through the palette. */
  async command(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    // What has just been shown may take the keyboard, and the palette is gone: it is asked for again.
    for (let times = 0; ; times++) {
      await this.page.keyboard.press('F1');
      try {
        await input.waitFor({ timeout: 5_000 });
        await input.fill(`>${title}`, { timeout: 3_000 });
        const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
        await row.waitFor({ timeout: 6_000 });
        break;
      } catch (error) {
        if (times === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.page.keyboard.press('Enter');
  }

  /** Answers the question that is being asked, by typing. */
  async answer(question: string, typed: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    const asked = box
      .getByText(question, { exact: false })
      .or(box.getByPlaceholder(question, { exact: false }));
    await asked.first().waitFor();
    await box.locator('input.input').fill(typed);
    // On a busy machine the question that has been answered may stand a little longer.
    for (let times = 0; times < 5 && (await asked.first().isVisible()); times++) {
      await this.page.waitForTimeout(400);
      await this.page.keyboard.press('Enter');
      await asked
        .first()
        .waitFor({ state: 'hidden', timeout: 4_000 })
        .catch(() => undefined);
    }
    await asked.first().waitFor({ state: 'hidden' });
  }

  /** Chooses in the list that is open. */
  async choose(label: string): Promise<void> {
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first().click();
    // A pointer that rests on the status bar would call up a hover there, in front of what comes next.
    await this.page.mouse.move(640, 300);
  }

  /** Pastes rich text at the cursor, as another program would have put it on the clipboard. */
  async paste(html: string, plain: string): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    const data = JSON.stringify({ 'text/html': html, 'text/plain': plain });
    await this.page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(${data})) clipboardData.setData(type, value);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    })()`);
  }

  /** A row of the Problems panel, which is opened. */
  async problem(words: string): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.command('Problems: Focus on Problems View');
    const row = panel.locator('.monaco-list-row', { hasText: words }).first();
    await row.waitFor();
    return row;
  }

  /** Opens the list of quick fixes at the cursor. */
  async openQuickFixes(): Promise<Locator> {
    const list = this.page.locator('.action-widget').first();
    // The cursor has just come here: a list that was asked for too early does not open, and is asked for again.
    for (let times = 0; times < 5; times++) {
      await this.page.keyboard.press('Control+.');
      const opened = await list.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (opened) return list;
    }
    throw new Error('There are no quick fixes here.');
  }

  /** The item of ours in the status bar. */
  get kind(): Locator {
    return this.page.locator('.statusbar-item', { has: this.page.locator('.codicon-law') });
  }

  /** The item of ours in the status bar that says how long the document is. */
  get length(): Locator {
    return this.page.locator('.statusbar-item[id$="plenary.length"]');
  }

  /** The processes of this workbench's language server: not those of any other workbench. */
  serverProcesses(): number[] {
    const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
      .filter((match) => match !== null)
      .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args: args! }));
    const family = new Set([this.#host.pid]);
    for (let size = 0; size !== family.size;) {
      size = family.size;
      for (const { pid, parent } of rows) if (family.has(parent)) family.add(pid);
    }
    return rows
      .filter(({ pid, args }) => family.has(pid) && args.includes('server/node.mjs'))
      .map(({ pid }) => pid);
  }

  /** The frame of a webview that is open: the innermost one, which holds the extension's page. `has` stands in it. */
  async webview(has: string): Promise<Frame> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        // A frame that goes away while it is asked is not the one.
        if (
          (await frame
            .locator(has)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
      if (Date.now() > end) throw new Error(`There is no webview with ${has}.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** A picture for docs/images, taken only when PLENARY_SCREENSHOTS is set. */
  async picture(name: string): Promise<void> {
    if (!process.env.PLENARY_SCREENSHOTS) return;
    mkdirSync(IMAGES, { recursive: true });
    await this.page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
  }

  /** A picture for a page of the walkthrough, which ships with the extension and is small. */
  async pictureOfWalkthrough(
    name: string,
    clip: { x: number; y: number; width: number; height: number },
  ): Promise<void> {
    if (!process.env.PLENARY_SCREENSHOTS) return;
    const file = path.join(ROOT, 'media/walkthrough', `${name}.jpg`);
    await this.page.screenshot({ path: file, type: 'jpeg', quality: 62, clip });
  }

  /** A picture of what went wrong, for a person to look at. */
  async evidence(name: string): Promise<void> {
    const file = name.replaceAll(/[^\w-]+/g, '-').toLowerCase();
    await this.page.screenshot({ path: path.join(ARTIFACTS, `${file}.png`) }).catch(() => undefined);
  }

  /** The middle of the first place where `words` can be seen in the editor, once it does not move any more. */
  async #place(words: string): Promise<{ x: number; y: number }> {
    await this.line(words).waitFor();
    let place = await this.#placeNow(words);
    for (let times = 0; times < 20; times++) {
      // What has just been typed may still push the lines down.
      await this.page.waitForTimeout(300);
      const again = await this.#placeNow(words);
      if (again.x === place.x && again.y === place.y) break;
      place = again;
    }
    return place;
  }

  async #placeNow(words: string): Promise<{ x: number; y: number }> {
    // Tokens cut a line into pieces at any place: only the browser's own ranges know where words stand.
    // The loader of these tests wraps each function in a helper that the page does not have.
    const place = await this.page.evaluate(
      `(() => { const __name = (f) => f; return (${findWords.toString()})(${JSON.stringify(words)}); })()`,
    );
    if (!place) throw new Error(`"${words}" can't be seen in the editor.`);
    return place as { x: number; y: number };
  }
}

/**
 * What axe-core finds wrong with the accessibility of a page, best practices included: each violation with the elements
 * that it was found in, none for a page that everyone can use. Runs beside the page's own policy for scripts.
 */
export async function axe(frame: Frame): Promise<string[]> {
  await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id} (${help}): ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

/** Runs in the page. Written without types of the browser, which are not loaded here. */
function findWords(words: string): { x: number; y: number } | undefined {
  interface TextNode {
    data: string;
  }
  interface Box {
    left: number;
    top: number;
    width: number;
    height: number;
  }
  interface DomRange {
    setStart(node: TextNode, offset: number): void;
    setEnd(node: TextNode, offset: number): void;
    getClientRects(): ArrayLike<Box>;
  }
  interface Walker {
    nextNode(): TextNode | null;
  }
  interface Line {
    textContent: string;
  }
  const { document } = globalThis as unknown as {
    document: {
      querySelectorAll(selector: string): Iterable<Line>;
      createTreeWalker(root: Line, what: number): Walker;
      createRange(): DomRange;
    };
  };
  // Spaces are non-breaking ones on the screen.
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const start = plain(line.textContent).indexOf(plain(words));
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, 4);
    let offset = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = offset + node.data.length;
      if (start >= offset && start < end) range.setStart(node, start - offset);
      if (start + words.length > offset && start + words.length <= end) {
        range.setEnd(node, start + words.length - offset);
      }
      offset = end;
    }
    const box = range.getClientRects()[0];
    if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }
  return undefined;
}

after(() => Workbench.closeAll());
