import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OpenDraft } from '../../server/src/workspace/openDraft.js';
import { ROOT, THREE_PARAGRAPHS, Workbench } from './kit.js';

/** A report of a user's, read where it is at hand; it is not part of the project. */
const SEEDS = path.join(ROOT, '../shared/seeds');

const GUILD = `${THREE_PARAGRAPHS}
II. Lights

5. The lights were mended (see paras. 1–3 above).
`;

/** Saves until the disk has what is expected, and reads it; what stands there in the end where it never does. */
async function saved(
  workbench: Workbench,
  file: string,
  expected: (text: string) => boolean,
): Promise<string> {
  let text = '';
  for (let times = 0; times < 40; times++) {
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.waitForTimeout(300);
    text = readFileSync(file, 'utf8');
    if (expected(text)) break;
  }
  return text;
}

async function undoAll(workbench: Workbench, file: string, opened: string): Promise<string> {
  let text = '';
  for (let times = 0; times < 12; times++) {
    for (let i = 0; i < 10; i++) await workbench.page.keyboard.press('Control+Z');
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.waitForTimeout(600);
    text = readFileSync(file, 'utf8');
    if (text === opened) break;
  }
  return text;
}

describe('A person who moves paragraphs in the workbench', function () {
  let workbench: Workbench;
  let folder: string;
  let file: string;

  before(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'plenary-guild-')), 'guild');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'guild.undoc'), GUILD);
    workbench = await Workbench.open({ folder });
    file = path.join(workbench.folder, 'guild.undoc');
    await workbench.openFile('guild.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();
  });
  after(async () => {
    await workbench.close();
    rmSync(path.dirname(folder), { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  it('sees what renumbering would change before it is done, and takes it back at once', async () => {
    await workbench.command('Plenary: Renumber the document with a preview');
    await workbench.page.locator('.tab.active', { hasText: 'with its numbers in order' }).waitFor();
    await workbench.page.locator('.notification-toast', { hasText: 'Would change: one number.' }).waitFor();
    assert.equal(readFileSync(file, 'utf8'), GUILD);
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await workbench.page.getByRole('button', { name: 'Renumber', exact: true }).click();
    await workbench.line('4. The lights').waitFor();
    await workbench.page
      .locator('.tab', { hasText: 'with its numbers in order' })
      .waitFor({ state: 'detached' });
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Control+Z');
    await workbench.line('5. The lights').waitFor();
  });

  it('is asked what becomes of the references when a cited paragraph is deleted', async () => {
    await workbench.clickOn('It was attended');
    await workbench.command('Plenary: Delete the paragraph and look after its references');
    const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'One reference points at' });
    await dialog.filter({ hasText: 'In paragraph 3.' }).waitFor();
    await workbench.page.getByRole('button', { name: 'Delete and mark the references' }).click();
    await workbench.line('as noted in paragraph [2, deleted] above').waitFor();
    const marked = /\n2\. It adopted its agenda[^]*paras\. 1–2 above/;
    assert.match(await saved(workbench, file, (text) => marked.test(text)), marked);
    assert.equal(await undoAll(workbench, file, GUILD), GUILD);
  });
});

/**
 * Puts the cursor behind the last word of a line that begins with a number, and waits until the keys know: a number has
 * been started there and taken back.
 */
async function behind(workbench: Workbench, words: string): Promise<void> {
  const { page } = workbench;
  await workbench.clickOn(words);
  // A line that is shown as several ends at the second stroke.
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  // The keys learn a moment later where the cursor is; nobody who has just gone there types as soon as that.
  await page.waitForTimeout(500);
  const lines = page.locator('.editor-instance .view-line');
  const empty = lines.filter({ hasText: /^(?:[0-9IVX]+\.|\([a-z]\))\s*$/ });
  // A text may have numbers without words from the start.
  const many = await empty.count();
  for (let times = 0; times < 10 && (await empty.count()) <= many; times++) {
    await page.keyboard.press('Enter');
    await empty
      .nth(many)
      .waitFor({ timeout: 4_000 })
      .catch(async () => {
        await page.keyboard.press('Control+Z');
        await page.waitForTimeout(500);
      });
  }
  await page.keyboard.press('Control+Z');
  await empty.nth(many).waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
}

const FERRIES = THREE_PARAGRAPHS;

describe('A person who types in the workbench', function () {
  let workbench: Workbench;
  let file: string;

  before(async () => {
    workbench = await Workbench.openReport('ferries', FERRIES);
    file = path.join(workbench.folder, 'ferries.undoc');
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.evidence(this.currentTest.fullTitle());
  });

  /** What the file says once it has been saved with `expected`; then all is undone. */
  async function typed(expected: string): Promise<void> {
    assert.equal(await saved(workbench, file, (text) => text === expected), expected);
    assert.equal(await undoAll(workbench, file, FERRIES), FERRIES);
  }
  const numbered = (words: string): string =>
    FERRIES.replace('para. 3 below', 'para. 5 below')
      .replace('\n2. It', `\n2. Ferries ran.\n\n3. They were full.\n\n${words}4. It`)
      .replace('\n3. It adopted', '\n5. It adopted')
      .replace('in paragraph 2 above', 'in paragraph 4 above');

  it('as fast as the keyboard allows gets each number, and no letter at another place', async () => {
    await behind(workbench, 'The Harbour Guild');
    await workbench.page.keyboard.type('\nFerries ran.\nThey were full.\n\nIn summer.');
    await typed(numbered('In summer.\n\n'));
  });

  it('while the server is not there to answer, loses nothing, and gets the numbers when it is back', async () => {
    const servers = workbench.serverProcesses();
    assert.equal(servers.length, 1);
    await behind(workbench, 'The Harbour Guild');
    process.kill(servers[0]!, 'SIGSTOP');
    try {
      await workbench.page.keyboard.type('\nFerries ran.\nThey were full.', { delay: 20 });
      await workbench.line('They were full.').waitFor();
    } finally {
      process.kill(servers[0]!, 'SIGCONT');
    }
    await typed(numbered(''));
  });

  it('gets plain lines where nothing is numbered, and inside of a paragraph', async () => {
    await behind(workbench, 'I. Introduction');
    await workbench.page.keyboard.type('\n\nBefore all else.');
    await workbench.line('Before all else.').waitFor();
    await workbench.page.waitForTimeout(800);
    await workbench.clickOn('It was attended');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.type(',\nthat is, by all');
    await typed(
      FERRIES.replace('Introduction\n', 'Introduction\n\nBefore all else.\n').replace(
        'by many.',
        'by many,\nthat is, by all.',
      ),
    );
  });

  it('takes a number back with Backspace, and makes it a subparagraph with Tab', async () => {
    await behind(workbench, 'It was attended');
    await workbench.page.keyboard.type('\n');
    await workbench.page.locator('.editor-instance .view-line', { hasText: /^3\.\s*$/ }).waitFor();
    // A person sees the number before deciding against it.
    await workbench.page.waitForTimeout(500);
    await workbench.page.keyboard.press('Backspace');
    await workbench.line('3. It adopted').waitFor();
    await workbench.page.waitForTimeout(500);
    await workbench.page.keyboard.type(' Of them:\n');
    await workbench.page.locator('.editor-instance .view-line', { hasText: /^\(a\)\s*$/ }).waitFor();
    await workbench.page.waitForTimeout(500);
    await workbench.page.keyboard.press('Shift+Tab');
    await workbench.page.keyboard.type('Many.');
    await workbench.line('3. Many.').waitFor();
    await typed(
      FERRIES.replace('by many.', 'by many. Of them:\n\n3. Many.')
        .replace('\n3. It adopted', '\n4. It adopted')
        .replace('para. 3 below', 'para. 4 below'),
    );
  });
});

describe('A person with a long report in the workbench', function () {
  let workbench: Workbench | undefined;
  let folder: string | undefined;

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.evidence(this.currentTest.fullTitle());
    // A second try opens another.
    await workbench?.close();
    if (folder) rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  it('inserts, moves and deletes by keys and commands, and undoes it to the last byte', async function () {
    this.timeout(240_000);
    const texts = existsSync(SEEDS)
      ? readdirSync(SEEDS).map((name) => readFileSync(path.join(SEEDS, name), 'utf8'))
      : [];
    const opened = texts.find((text) => {
      const { structure } = new OpenDraft(text).draft;
      return structure.kind === 'report' && structure.paragraphs.length > 40;
    });
    if (opened === undefined) return this.skip();
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'plenary-long-')), 'long');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'report.undoc'), opened);
    workbench = await Workbench.open({ folder });
    const { page } = workbench;
    const file = path.join(workbench.folder, 'report.undoc');
    await workbench.openFile('report.undoc');
    await workbench.kind.filter({ hasText: 'Report' }).waitFor();

    /** The first words of a paragraph as the text stands now, its number with them. */
    const beginning = (text: string, number: string): string => {
      const block = new OpenDraft(text).draft.structure.paragraphs.find((p) => p.number === number);
      return block!.text.trim().slice(0, 22);
    };
    const wordsOf = (begins: string): string => begins.replace(/^\S+\s+/, '');

    // A paragraph after 12.
    const thirteenth = wordsOf(beginning(opened, '13'));
    await workbench.find(beginning(opened, '12'));
    await behind(workbench, beginning(opened, '12'));
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .view-line', { hasText: /^13\.\s*$/ }).waitFor();
    await page.keyboard.type('Harbours were visited, as set out in paragraph 12 above.');
    await workbench.line('13. Harbours were visited').waitFor();
    const inserted = await saved(workbench, file, (text) => text.includes('paragraph 12 above.'));
    assert.ok(inserted.includes('\n13. Harbours were visited'));
    assert.ok(inserted.includes(`\n14. ${thirteenth}`));

    // Section B before section A: the view goes along.
    const { headings } = new OpenDraft(inserted).draft.structure;
    const a = headings.find(({ label }) => label?.text === 'A.')!.block.body.text.slice(0, 20);
    const b = headings.find(({ label }) => label?.text === 'B.')!.block.body.text.slice(0, 20);
    await workbench.find(`B. ${b}`);
    await workbench.clickOn(`B. ${b}`);
    await page.keyboard.press('Control+Alt+Shift+PageUp');
    await workbench.line(`A. ${b}`).waitFor();
    const moved = await saved(workbench, file, (text) => text.includes(`A. ${b}`));
    assert.ok(moved.indexOf(`A. ${b}`) < moved.indexOf(`B. ${a}`) && moved.includes(`A. ${b}`));
    const cited = /Harbours were visited, as set out in paragraph (\d+) above/.exec(moved)![1]!;
    assert.equal(
      wordsOf(beginning(moved, cited)),
      wordsOf(beginning(opened, '12')).slice(0, wordsOf(beginning(moved, cited)).length),
      'the reference follows',
    );

    // Paragraph 20 goes.
    const twentieth = wordsOf(beginning(moved, '20'));
    const next = wordsOf(beginning(moved, '21'));
    await workbench.find(beginning(moved, '20'));
    await workbench.clickOn(beginning(moved, '20'));
    await workbench.command('Plenary: Delete the paragraph and look after its references');
    await workbench.line(`20. ${next}`).waitFor();
    const deleted = await saved(workbench, file, (text) => text.includes(`\n20. ${next}`));
    assert.ok(!deleted.includes(`20. ${twentieth}`) && deleted.includes(`\n20. ${next}`));
    const { draft } = new OpenDraft(deleted);
    assert.deepEqual(
      draft.structure.breaks.map(({ found }) => found),
      [],
    );

    assert.equal(await undoAll(workbench, file, opened), opened);
  });
});
