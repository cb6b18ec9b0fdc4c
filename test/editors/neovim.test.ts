import assert from 'node:assert/strict';
import path from 'node:path';
import { Home, REPORT, ROOT, snippet, versionOf } from './kit.js';

interface Report {
  readonly version: string;
  readonly errors: readonly string[];
  readonly filetype: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  readonly fixed: string;
  readonly renamed: string;
  readonly formats: boolean;
  readonly entered: string;
}

describe('Neovim (vim.lsp), set up as docs/editors.md says', () => {
  const program = process.env['PLENARY_NEOVIM'] ?? 'nvim';
  let home: Home | undefined;
  let setup: string;
  let report: Report;

  const drive = (text: string, what: 'all' | 'findings' = 'all'): Report => {
    home!.write('init.lua', `vim.cmd('filetype on')\n${text}`);
    const driver = `luafile ${path.join(ROOT, 'test/editors/drive.lua')}`;
    const args = ['--headless', '-u', home!.path('init.lua'), 'report.undoc', '-c', driver];
    return home!.run(program, args, what) as Report;
  };

  before(function () {
    const version = versionOf(program, /NVIM v([\d.]+)/);
    if (version === null) {
      this.test!.parent!.title += ' (not tried: Neovim is not installed)';
      return this.skip();
    }
    const [major, minor] = version.split('.').map(Number) as [number, number];
    setup = snippet('Neovim', major > 0 || minor >= 11 ? 'vim.lsp.config(' : 'vim.lsp.start_client(');
    home = new Home({ 'work/report.undoc': REPORT });
    report = drive(setup);
  });
  after(() => home?.remove());

  it('starts the server for a .undoc, and everything it was asked for came', () => {
    assert.equal(report.filetype, 'un-document');
    assert.deepEqual(report.errors, []);
  });

  it('shows findings, and takes them away when they are mended', () => {
    assert.ok(report.before.includes('doubled-word'), report.before.join());
    assert.ok(!report.after.includes('doubled-word'), report.after.join());
  });

  it('shows the hover of a resolution', () => {
    assert.match(report.hover, /General Assembly resolution 75\/158/);
    assert.match(report.hover, /Trafficking in women and girls/);
  });

  it('completes the number of a resolution', () => {
    assert.ok(
      report.completion.some((label) => label.includes('75/158')),
      report.completion.join(),
    );
  });

  it('offers code actions and applies one', () => {
    assert.match(report.actions[0] ?? '', /the/);
    assert.equal(report.fixed.trim(), REPORT.replace('the the', 'the').trim());
  });

  it('renames a paragraph with the references to it', () => {
    assert.match(report.renamed, /\(see para\. 7 below\)[^]*\n7\. The training/);
  });

  it('hands its settings over', () => {
    const off = setup.replace("profile = 'secretariat'", "rules = { ['doubled-word'] = 'off' }");
    assert.notEqual(off, setup);
    const { before } = drive(off, 'findings');
    assert.ok(before.length > 0 && !before.includes('doubled-word'), before.join());
  });

  it('numbers the next paragraph on Enter, where it formats on typing', function () {
    if (!report.formats) {
      this.test!.title += ` (not tried: Neovim ${report.version} has no formatting on typing)`;
      return this.skip();
    }
    assert.match(report.entered, /\n2\. *\n/);
  });
});
