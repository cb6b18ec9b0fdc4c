import assert from 'node:assert/strict';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { Home, REPORT, ROOT, snippet, versionOf } from './kit.js';

/** A finding as Flymake shows it holds the code of its rule. */
const DOUBLED = /doubled-word/;

interface Report {
  readonly errors: readonly string[];
  readonly mode: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  readonly fixed: string;
  readonly renamed: string;
  readonly entered: string;
}

describe('Emacs (eglot), set up as docs/editors.md says', () => {
  const program = process.env['PLENARY_EMACS'] ?? 'emacs';
  const setup = snippet('Emacs', 'eglot-server-programs');
  /** The packages of the system are where they are found; nothing of a person's own. */
  const start = ['--batch', '--eval', "(progn (require 'package) (package-initialize))"];
  let home: Home | undefined;
  let report: Report;

  const drive = (text: string, what: 'all' | 'findings' = 'all'): Report => {
    home!.write('init.el', text);
    const driver = path.join(ROOT, 'test/editors/drive.el');
    return home!.run(program, [...start, '-l', home!.path('init.el'), '-l', driver], what) as Report;
  };

  before(function () {
    this.timeout(120_000);
    const missing =
      versionOf(program, /GNU Emacs ([\d.]+)/) === null
        ? 'Emacs is not installed'
        : spawnSync(program, [...start, '--eval', "(require 'eglot)"]).status !== 0
          ? 'this Emacs has no eglot'
          : null;
    if (missing !== null) {
      this.test!.parent!.title += ` (not tried: ${missing})`;
      return this.skip();
    }
    home = new Home({ 'work/report.undoc': REPORT });
    report = drive(setup);
  });
  after(() => home?.remove());

  it('starts the server for a .undoc, and everything it was asked for came', () => {
    assert.equal(report.mode, 'un-document-mode');
    assert.deepEqual(report.errors, []);
  });

  it('shows findings, and takes them away when they are mended', () => {
    assert.ok(
      report.before.some((text) => DOUBLED.test(text)),
      report.before.join('\n'),
    );
    assert.ok(!report.after.some((text) => DOUBLED.test(text)), report.after.join('\n'));
  });

  it('shows the hover of a resolution', () => {
    assert.match(report.hover, /General Assembly resolution 75\/158/);
  });

  it('completes the number of a resolution', () => {
    assert.ok(
      report.completion.some((label) => label.includes('75/158')),
      report.completion.join(),
    );
  });

  it('offers code actions and applies one', () => {
    assert.ok(report.actions.length > 0);
    assert.equal(report.fixed.trim(), REPORT.replace('the the', 'the').trim());
  });

  it('renames a paragraph with the references to it', () => {
    assert.match(report.renamed, /\(see para\. 7 below\)[^]*\n7\. The training/);
  });

  it('numbers the next paragraph when a line is begun', () => {
    assert.match(report.entered, /75\/158\.\n\n2\. \n\n3\. AHO[^]*para\. 4 below[^]*\n4\. The training/);
  });

  it('hands its settings over', () => {
    const off = setup.replace(':profile "secretariat"', ':rules (:doubled-word "off")');
    assert.notEqual(off, setup);
    const { before } = drive(off, 'findings');
    assert.ok(before.length > 0 && !before.some((text) => DOUBLED.test(text)), before.join('\n'));
  });
});
