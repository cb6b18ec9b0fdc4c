import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, snippets, type Snippet } from './kit.js';

const EDITORS = ['Neovim', 'Emacs', 'Helix', 'Zed', 'Sublime Text', 'Kate'];

/** How a program that knows a language is asked whether it can read it; it ends with 0 where it can. */
const READERS: Readonly<Record<string, { program: string; args: readonly string[] }>> = {
  toml: { program: 'python3', args: ['-c', 'import sys, tomllib; tomllib.loads(sys.stdin.read())'] },
  lua: {
    program: process.env['PLENARY_NEOVIM'] ?? 'nvim',
    args: [
      '--headless',
      '-u',
      'NONE',
      '-c',
      'lua if loadstring(io.read("*a")) then vim.cmd("qall!") else vim.cmd("cquit") end',
    ],
  },
  elisp: {
    program: process.env['PLENARY_EMACS'] ?? 'emacs',
    args: [
      '--batch',
      '--eval',
      `(let ((line nil) (text ""))
         (while (setq line (ignore-errors (read-string "")))
           (setq text (concat text line "\\n")))
         (with-temp-buffer (insert text) (emacs-lisp-mode) (check-parens)))`,
    ],
  },
};

describe('What docs/editors.md says to paste', () => {
  const all = snippets();
  const page = readFileSync(path.join(ROOT, 'docs/editors.md'), 'utf8');

  for (const editor of EDITORS) {
    it(`has something for ${editor}, and names the page of its documentation`, () => {
      assert.ok(all.some((one) => one.editor === editor));
      const section = page.split(`\n## ${editor}\n`)[1]!.split('\n## ')[0]!;
      assert.match(section, /\]\(https:\/\/[^)]+\)/);
    });
  }

  it('starts the program with an option that it knows', () => {
    const names = all.filter(
      (one) => one.text.includes('plenary-language-server"') || one.text.includes("plenary-language-server'"),
    );
    for (const { editor, text } of names) assert.match(text, /--stdio/, editor);
    assert.ok(names.length >= EDITORS.length);
  });

  it('sets what can be set', () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { enum?: string[] }> } };
    };
    const { properties } = manifest.contributes.configuration;
    for (const { editor, text } of all.filter((one) => one.text.includes('profile'))) {
      const [, value] = /profile"?\s*[=:]?\s*["']([\w-]+)["']/.exec(text) ?? [];
      assert.ok(properties['plenary.profile']?.enum?.includes(value ?? ''), `${editor}: ${value}`);
    }
  });

  const title = ({ editor, language, text }: Snippet): string =>
    `${editor}: ${language}, “${text.split('\n', 1)[0]}”`;

  for (const one of all) {
    if (one.language === 'json') {
      it(`can be read (${title(one)})`, () => {
        assert.equal(typeof JSON.parse(one.text), 'object');
      });
      continue;
    }
    const reader = READERS[one.language];
    if (!reader) continue;
    it(`can be read (${title(one)})`, function () {
      const { status, stderr, error } = spawnSync(reader.program, reader.args, {
        input: one.text,
        encoding: 'utf8',
        timeout: 20_000,
      });
      if (error || /tomllib/.test(stderr)) {
        this.test!.title += ` (not tried: there is no ${reader.program} here that could)`;
        return this.skip();
      }
      assert.equal(status, 0, stderr);
    });
  }
});
