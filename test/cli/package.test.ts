import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, ROOT } from './kit.js';
import { REPORT } from './texts.js';

const SERVER = path.join(ROOT, 'server');

function node(
  args: readonly string[],
  cwd: string,
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd, input, encoding: 'utf8' });
}

/** The first answer of a language server to a message; its input stays open until then, as a client would have it. */
function answer(args: readonly string[], cwd: string, message: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (said.includes('"id":1')) child.kill();
    });
    child.once('error', reject);
    child.once('close', () => resolve(said));
    child.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  });
}

describe('The programs of the repository', () => {
  it('are there before anything is built, as npm links no others', () => {
    const { bin } = JSON.parse(readFileSync(path.join(SERVER, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    assert.deepEqual(Object.keys(bin), ['plenary', 'plenary-language-server']);
    for (const file of Object.values(bin)) {
      assert.match(file, /^bin\//, 'what is built lies in dist');
      assert.match(readFileSync(path.join(SERVER, file), 'utf8'), /^#!\/usr\/bin\/env node\n/);
    }
  });
});

describe('The package plenary-language-server, installed in an empty folder', () => {
  let root = '';

  before(function () {
    this.timeout(120_000);
    root = folder({ 'package.json': '{ "private": true, "type": "module" }' });
    const npm = (args: readonly string[], cwd: string): void => {
      const { status, stderr, error } = spawnSync('npm', args, {
        cwd,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      if (error) throw error;
      assert.equal(status, 0, stderr);
    };
    // It has been built already; what `prepack` adds are minified bundles and declarations.
    npm(['pack', '--ignore-scripts', '--pack-destination', root], SERVER);
    const { version } = JSON.parse(readFileSync(path.join(SERVER, 'package.json'), 'utf8')) as {
      version: string;
    };
    npm(
      ['install', '--offline', '--no-audit', '--no-fund', `./plenary-language-server-${version}.tgz`],
      root,
    );
  });

  it('has the programs, and what they need', async () => {
    const bin = path.join(root, 'node_modules/.bin');
    for (const name of ['plenary', 'plenary-language-server'])
      assert.ok(existsSync(path.join(bin, name)), name);
    const installed = path.join(root, 'node_modules/plenary-language-server');
    const program = path.join(installed, 'bin/plenary.cjs');
    assert.match(node([program, 'lookup', '75/158'], root).stdout, /Trafficking in women and girls/);
    assert.match(node([program, 'check', '-'], root, REPORT).stdout, /paragraph-sequence/);
    const server = path.join(installed, 'bin/plenary-language-server.js');
    const hello = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { capabilities: {} },
    });
    assert.match(await answer([server, '--stdio'], root, hello), /"name":"plenary-language-server"/);
    for (const name of ['man/plenary.1', 'README.md', 'LICENSE', 'NOTICE'])
      assert.ok(existsSync(path.join(installed, name)), name);
    const maps = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.map'),
    );
    assert.deepEqual(maps, [], 'maps of the sources, which do not ship');
  });

  it('hands on the licences of the libraries in it, and our own', () => {
    const installed = path.join(root, 'node_modules/plenary-language-server');
    const notices = readFileSync(path.join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of [
      'commander',
      'ignore',
      'picomatch',
      'jsonc-parser',
      '@modelcontextprotocol/sdk',
      'zod',
    ])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
    for (const name of ['LICENSE', 'NOTICE'])
      assert.equal(
        readFileSync(path.join(installed, name), 'utf8'),
        readFileSync(path.join(ROOT, name), 'utf8'),
        `server/${name} is a copy of ${name}`,
      );
  });

  it('is a library for Node', () => {
    writeFileSync(
      path.join(root, 'use.mjs'),
      `import { readFile } from 'node:fs/promises';
       import { createRequire } from 'node:module';
       import { analyse, Language, openCatalogue } from 'plenary-language-server';
       const bytes = await readFile(createRequire(import.meta.url).resolve('plenary-language-server/catalogue.bin'));
       const catalogue = openCatalogue(bytes);
       const { diagnostics } = analyse('1. See resolution 75/999.\\n\\n3. It is the the end.\\n', { kind: 'report', catalogue });
       console.log(diagnostics.map((one) => one.code).join(' '));
       const require = createRequire(import.meta.url);
       const french = new Language('fr', require('plenary-language-server/l10n/fr.json'));
       console.log(analyse('1. It is the the end.\\n', { kind: 'report', language: french }).diagnostics[0].message);`,
    );
    const { stdout, stderr } = node(['use.mjs'], root);
    assert.match(stdout, /doubled-word/, stderr);
    assert.match(stdout, /resolution-/, 'the catalogue is asked');
    assert.match(stdout, /«\sthe\s» figure ici deux fois/u, 'French is spoken');
  });

  it('asks for nothing that only Node has', () => {
    const file = path.join(root, 'node_modules/plenary-language-server/dist/index.js');
    // A world with the language and the text decoder of browsers, and nothing else.
    writeFileSync(
      path.join(root, 'bare.mjs'),
      `import { readFileSync } from 'node:fs';
       import vm from 'node:vm';
       const context = vm.createContext({ TextDecoder, TextEncoder, out: [] });
       const module = new vm.SourceTextModule(readFileSync(${JSON.stringify(file)}, 'utf8'), { context });
       await module.link((name) => { throw new Error('imports ' + name); });
       await module.evaluate();
       context.lib = module.namespace;
       vm.runInContext("out.push(...lib.analyse('1. It is the the end.').diagnostics.map((one) => one.code))", context);
       console.log(context.out.join(' '));`,
    );
    const { stdout, stderr } = node(['--experimental-vm-modules', '--no-warnings', 'bare.mjs'], root);
    assert.match(stdout, /doubled-word/, stderr);
  });

  it('has types that a program without those of Node can be compiled against', function () {
    this.timeout(120_000);
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const types = path.join(root, 'node_modules/plenary-language-server/dist/types');
    const made = node([tsc, '-p', path.join(SERVER, 'tsconfig.types.json'), '--outDir', types], ROOT);
    assert.equal(made.status, 0, made.stdout);
    writeFileSync(
      path.join(root, 'use.ts'),
      `import { analyse, type Diagnostic } from 'plenary-language-server';
       const all: readonly Diagnostic[] = analyse('', { kind: 'report', today: null }).diagnostics;
       // @ts-expect-error: there is no such kind of document.
       analyse('', { kind: 'poem' });
       export const codes: string[] = all.map((one) => one.code);`,
    );
    const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: [] };
    writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    const used = node([tsc, '-p', root], root);
    assert.equal(used.status, 0, used.stdout);
  });
});
