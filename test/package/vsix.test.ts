import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workbench } from '../../scripts/vscode-host/bootstrap.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { ROOT, Workbench } from '../ui/kit.js';

const LIMIT = 4 * 2 ** 20;

/** Everything that ships; a pattern for each, so that a new file has to be let in knowingly. */
const SHIPS = [
  /^media\/walkthrough\/[a-z]+(\.nls\.[a-z]{2})?\.md$/,
  /^media\/walkthrough\/[a-z]+\.jpg$/,
  /^package(\.nls(\.[a-z]{2})?)?\.json$/,
  /^(dist\/server\/)?l10n\/(bundle\.l10n\.)?[a-z]{2}\.json$/,
  /^media\/preview\/(document|preview|print)\.css$/,
  /^(readme|changelog|license|notice|support|security|privacy|threats)(\.md|\.txt)?$/i,
  /^language-configuration\.json$/,
  /^syntaxes\/un-document\.tmLanguage\.json$/,
  /^schemas\/plenary\.config\.schema\.json$/,
  /^snippets\/un-document\.json$/,
  /^media\/[\w-]+\.(png|svg|md)$/,
  /^media\/icons\/[\w-]+\.svg$/,
  /^docs\/images\/[\w-]+\.png$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/client\/(extension(\.web)?|desktop)\.js$/,
  /^dist\/server\/((node|chunk-\w+)\.mjs|browser\.js)$/,
  /^dist\/webview\/(preview|print)\.js$/,
  /^dist\/server\/data\/(catalogue\.bin|[a-zA-Z]+\.json)$/,
  /^data\/words\/(cspell-ext\.json|un-names(\.cspell)?\.txt)$/,
  // What VS Code itself writes when it unpacks.
  /^\.vsixmanifest$/,
];
const NEEDED = [
  'package.json',
  'media/icon-128.png',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/client/desktop.js',
  'dist/client/extension.js',
  'dist/client/extension.web.js',
  'dist/server/node.mjs',
  'data/words/cspell-ext.json',
  'data/words/un-names.cspell.txt',
  'dist/webview/preview.js',
  'dist/webview/print.js',
  'media/preview/document.css',
];

describe('The package', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'plenary-package-'));
  const file = path.join(dir, 'plenary.vsix');
  const extensionsDir = path.join(dir, 'extensions');
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is made, and is small', () => {
    const size = packageExtension(file);
    assert.ok(size <= LIMIT, `${size} bytes`);
  });

  it('can be installed', () => {
    mkdirSync(extensionsDir);
    const { node, serverMain } = workbench();
    const folders = ['--extensions-dir', extensionsDir, '--server-data-dir', path.join(dir, 'data')];
    const { status, stderr } = spawnSync(node, [serverMain, '--install-extension', file, ...folders], {
      encoding: 'utf8',
      env: { ...process.env, HOME: dir },
    });
    assert.equal(status, 0, stderr);
  });

  it('holds what ships and nothing else', () => {
    const folder = readdirSync(extensionsDir).find((name) => name.includes('.plenary-'));
    assert.ok(folder, 'the extension is in the folder of extensions');
    const files = readdirSync(path.join(extensionsDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(path.join(extensionsDir, folder), path.join(entry.parentPath, entry.name)),
      )
      .map((name) => name.split(path.sep).join('/'));
    assert.deepEqual(
      files.filter((name) => !SHIPS.some((pattern) => pattern.test(name))),
      [],
    );
    assert.deepEqual(
      NEEDED.filter((name) => !files.includes(name)),
      [],
    );
  });

  it('hands on the licences of what is bundled', () => {
    const notices = readFileSync(path.join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'vscode-jsonrpc', 'jsonc-parser'])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
    assert.doesNotMatch(notices, /^(commander|zod|esbuild|mocha) \d/m);
    // Each of them with the words of its licence.
    const parts = notices.split(/^-{80}$/m).slice(1);
    for (const part of parts) assert.match(part, /permission|permitted|licen[cs]e/i, part.slice(0, 80));
  });

  it('shows pictures that it holds, and an icon of its own', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file!);
    assert.ok(pictures.length >= 2);
    for (const file of pictures) assert.ok(existsSync(path.join(ROOT, file)), file);
    // A PNG tells its size behind sixteen bytes.
    for (const size of [128, 256]) {
      const png = readFileSync(path.join(ROOT, `media/icon-${size}.png`));
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size]);
    }
  });

  it('works', async () => {
    const editor = await Workbench.open({ folder: path.join(ROOT, 'test/host/workspace'), extensionsDir });
    try {
      await editor.openFile('statement.undoc');
      await editor.kind.waitFor();
    } catch (error) {
      await editor.evidence('package');
      throw error;
    } finally {
      await editor.close();
    }
  });
});
