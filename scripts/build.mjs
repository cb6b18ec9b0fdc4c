#!/usr/bin/env node
// Builds everything that runs: the language server, the command line and the library under server/dist, and the
// extension with its own copies of the server under dist. Options: --watch, --production (minified, no source
// maps), --types (declarations of the library), --tests (the suite that runs inside an extension host).
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(ROOT, ...parts);

/** The dependencies are CommonJS and call `require` for Node's own modules: an ES module has to bring one. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

/** One bundle for each end of the engine and the client. A bundle whose entry is not there is left out. */
const BUNDLES = [
  // What runs in Node is cut in pieces, so that a command or a server loads what it needs and no more.
  {
    entry: 'server/src/cli/main.ts',
    out: 'server/dist/cli.js',
    platform: 'node',
    format: 'esm',
    split: {
      cli: 'server/src/cli/main.ts',
      worker: 'server/src/cli/worker.ts',
      reading: 'server/src/catalogue/import/read.ts',
    },
  },
  {
    // The front door of the command line: one small file that is read at once, in the form that Node reads soonest, and
    // compiled anew for each question.
    minify: true,
    entry: 'server/src/cli/door.ts',
    out: 'server/dist/plenary.cjs',
    platform: 'node',
    format: 'cjs',
    beyond: { './main.js': './cli.js', '../catalogue/import/read.js': './reading.js' },
    // Without its own `import.meta`, a file knows where it lies by its name.
    define: { 'import.meta.url': '__own' },
    banner: "'use strict';\nconst __own = require('node:url').pathToFileURL(__filename).href;",
  },
  {
    // Not one build with the command line: the more programs share, the smaller and the more numerous are the pieces.
    entry: 'server/src/node.ts',
    out: 'server/dist/node.js',
    platform: 'node',
    format: 'esm',
    split: { node: 'server/src/node.ts' },
  },
  {
    // An ES module needs `.mjs` where no package.json of its own says so.
    entry: 'server/src/node.ts',
    out: 'dist/server/node.mjs',
    platform: 'node',
    format: 'esm',
    split: { node: 'server/src/node.ts' },
    extension: '.mjs',
  },
  { entry: 'server/src/index.ts', out: 'server/dist/index.js', platform: 'neutral', format: 'esm' },
  { entry: 'server/src/browser.ts', out: 'dist/server/browser.js', platform: 'browser', format: 'iife' },
  {
    entry: 'client/src/extension.ts',
    out: 'dist/client/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode', './desktop.js'],
    // Hosts of extensions give out their own module to those who ask by `require`.
    supported: { 'dynamic-import': false },
  },
  {
    entry: 'client/src/desktop.ts',
    out: 'dist/client/desktop.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entry: 'client/src/extension.web.ts',
    out: 'dist/client/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  // What runs in the pages of the preview and in printed files stands in them as it is built here.
  { entry: 'client/webview/preview.ts', out: 'dist/webview/preview.js', platform: 'browser', format: 'iife' },
  { entry: 'client/webview/print.ts', out: 'dist/webview/print.js', platform: 'browser', format: 'iife' },
];

const HOST_SUITE = {
  entry: 'test/host/index.ts',
  out: 'dist/test/host.js',
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  define: { global: 'globalThis' },
};

/** The file system that no disk holds, for the run of the suites on a folder of it. */
const HOST_SHELF = {
  entry: 'test/host/shelf/extension.ts',
  out: 'dist/test/shelf/extension.js',
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  // Its files are those of the folder on the disk.
  loader: { '.undoc': 'text', '.md': 'text' },
  // Not under its own name in the source, where it would say what kind of module its neighbours are.
  beside: { 'package.json': 'test/host/shelf/manifest.json' },
};

/** Pieces of a bundle lie beside it, and have names that begin so. */
const CHUNK = 'chunk-';

/** Tables that the engine reads lie in `data` beside the bundle that reads them. */
const DATA_FOLDERS = ['server/dist/data', 'dist/server/data'];

function optionsFor(bundle, { production }) {
  const node = bundle.platform === 'node';
  return {
    absWorkingDir: ROOT,
    ...(bundle.split
      ? {
          entryPoints: bundle.split,
          outdir: path.dirname(bundle.out),
          splitting: true,
          chunkNames: `${CHUNK}[hash]`,
          ...(bundle.extension ? { outExtension: { '.js': bundle.extension } } : {}),
        }
      : { entryPoints: [bundle.entry], outfile: bundle.out }),
    bundle: true,
    platform: bundle.platform,
    format: bundle.format,
    target: node ? 'node20' : 'es2022',
    // Written as literals, patterns are made once and not at each place that they are used.
    supported: { 'regexp-unicode-property-escapes': true, ...bundle.supported },
    external: bundle.external ?? [],
    define: bundle.define ?? {},
    loader: bundle.loader ?? {},
    plugins: [
      ...(bundle.plugins ?? []),
      ...(bundle.beyond ? [leaveOut(bundle.beyond)] : []),
      ...(node && !bundle.out.startsWith('dist/client/') ? [tablesBeside] : []),
    ],
    banner: node && bundle.format === 'esm' ? { js: REQUIRE } : { js: bundle.banner ?? '' },
    // The UMD builds that some packages have as `main` load their parts in a way that no bundle can follow.
    mainFields: bundle.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    // What runs in a worker has no page: packages that tell the two apart give what needs none.
    ...(bundle.platform === 'browser' ? { conditions: ['worker', 'module'] } : {}),
    minify: production || bundle.minify === true,
    // A page that holds its script has no place for the map of it.
    sourcemap: production || bundle.out.startsWith('dist/webview/') ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    // A source that is all ASCII is read faster, and kept in half the memory; see `asciiOnly` for what this leaves.
    charset: 'ascii',
    metafile: true,
    logLevel: 'warning',
  };
}

/** Leaves modules out of a bundle: each is found, when it runs, in the file that is named. */
function leaveOut(modules) {
  return {
    name: 'leave-out',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, ({ path: name }) =>
        modules[name] === undefined ? null : { path: modules[name], external: true },
      );
    },
  };
}

/** A text in ASCII: what is not stands as an escape that JavaScript and JSON have in common. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The modules that hold a table of facts as JSON, each of which bears the name of the function that gives it. */
const TABLE_MODULES = 'server/src/catalogue/generated';
const TABLE_MODULE = /[\\/]catalogue[\\/]generated[\\/](\w+)\.ts$/;

/** Leaves tables of facts out of a bundle: it reads each, when it is first asked for, from `data` beside it. */
const tablesBeside = {
  name: 'tables-beside',
  setup(build) {
    build.onLoad({ filter: TABLE_MODULE }, ({ path: file }) => {
      const [, name] = TABLE_MODULE.exec(file);
      return {
        contents: `import { readFileSync } from 'node:fs';
export const ${name} = () => readFileSync(new URL('./data/${name}.json', import.meta.url), 'utf8');`,
      };
    });
  },
};

/** The suites of test/host/suite, each loaded when the runner asks for them, after mocha's interface is set up. */
const suites = {
  name: 'suites',
  setup(build) {
    build.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
    build.onLoad({ filter: /.*/, namespace: 'suites' }, async () => {
      const folder = at('test/host/suite');
      const files = (await readdir(folder)).filter((name) => name.endsWith('.test.ts')).sort();
      const lines = files.map((name) => `  () => import(${JSON.stringify('./' + name)}),`);
      return {
        contents: `export const suites = [\n${lines.join('\n')}\n];`,
        resolveDir: folder,
        watchDirs: [folder],
        loader: 'js',
      };
    });
  },
};

/** The tables of translations lie in `l10n` beside the bundle that reads them. */
const L10N_FOLDERS = ['server/dist/l10n', 'dist/server/l10n'];

async function copyTranslations() {
  const tables = (await readdir(at('server/src/l10n'))).filter((f) => f.endsWith('.json'));
  for (const folder of L10N_FOLDERS) {
    await mkdir(at(folder), { recursive: true });
    for (const table of tables) {
      const text = JSON.stringify(JSON.parse(await readFile(at('server/src/l10n', table), 'utf8')));
      await writeFile(at(folder, table), text);
    }
  }
}

async function copyData(esbuild) {
  const tables = existsSync(at('data')) ? (await readdir(at('data'))).filter((f) => f.endsWith('.bin')) : [];
  const modules = await readdir(at(TABLE_MODULES));
  for (const folder of DATA_FOLDERS) {
    await rm(at(folder), { recursive: true, force: true });
    await mkdir(at(folder), { recursive: true });
    for (const table of tables) await cp(at('data', table), at(folder, table));
  }
  for (const file of modules) {
    const { name } = path.parse(file);
    const { code } = await esbuild.transform(await readFile(at(TABLE_MODULES, file), 'utf8'), {
      loader: 'ts',
    });
    const table = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const json = inAscii(JSON.stringify(JSON.parse(table[name]())));
    for (const folder of DATA_FOLDERS) await writeFile(at(folder, `${name}.json`), json);
  }
}

/** Writes the characters of patterns, which esbuild leaves as they are, as escapes: what ships is all ASCII. */
function asciiOnly() {
  return {
    name: 'ascii-only',
    setup(build) {
      build.onEnd(async (result) => {
        for (const file of Object.keys(result.metafile?.outputs ?? {})) {
          if (!/\.m?js$/.test(file)) continue;
          const text = await readFile(at(file), 'utf8');
          const escaped = inAscii(text);
          if (escaped !== text) await writeFile(at(file), escaped);
        }
      });
    },
  };
}

/** How long the pieces of an earlier build stay: a program that was just started may still load them. */
const PIECES_STAY_MS = 120_000;

/** Removes the pieces of earlier builds; a package holds none of them. */
async function dropOldPieces(bundles, results, production) {
  const fresh = new Set(
    results.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((file) => at(file)),
  );
  const folders = new Set(bundles.filter(({ split }) => split).map(({ out }) => at(path.dirname(out))));
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name);
      if (!name.startsWith(CHUNK) || fresh.has(file)) continue;
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
      if (production || Date.now() - mtimeMs > PIECES_STAY_MS) await rm(file, { force: true });
    }
  }
}

/** The bundles that the extension ships. */
const isShipped = (out) => /^dist\/(client|server)\//.test(out);

/**
 * Lists the packages that are part of some bundles, with their licences as they have them: whoever hands a bundle on
 * hands these on with it. What is part of them is what esbuild says it put there.
 */
async function writeNotices(file, isPart, bundles, results) {
  const packages = new Set();
  bundles.forEach(({ out }, i) => {
    if (!isPart(out)) return;
    for (const input of Object.keys(results[i].metafile.inputs)) {
      const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found) packages.add(found[1]);
    }
  });
  const parts = [];
  for (const name of [...packages].sort()) {
    const { name: title, version, license } = JSON.parse(await readFile(at(name, 'package.json'), 'utf8'));
    const files = (await readdir(at(name)))
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .sort();
    const texts = await Promise.all(files.map((file) => readFile(at(name, file), 'utf8')));
    parts.push([`${title} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n'));
  }
  const head =
    'Parts of these packages are part of the programs beside this file and in the folders beside it.';
  const line = '-'.repeat(80);
  await writeFile(at(file), `${[head, ...parts].join(`\n\n${line}\n\n`)}\n`);
}

function writeDeclarations() {
  if (!existsSync(at('server/src/index.ts'))) return;
  const tsc = at('node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', at('server/tsconfig.types.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The declarations of the library could not be written.');
}

/**
 * Builds once and returns what was built, or keeps building with `watch`. Throws when a bundle fails, after
 * esbuild has printed why.
 */
export async function build({ production = false, watch = false, types = false, tests = false } = {}) {
  const esbuild = await import('esbuild');
  const bundles = [...BUNDLES, ...(tests ? [{ ...HOST_SUITE, plugins: [suites] }, HOST_SHELF] : [])]
    .filter((bundle) => existsSync(at(bundle.entry)))
    .map((bundle) =>
      production ? { ...bundle, plugins: [...(bundle.plugins ?? []), asciiOnly()] } : bundle,
    );
  // Source maps of an earlier build are not those of this one.
  if (production) await Promise.all(bundles.map(({ out }) => rm(at(`${out}.map`), { force: true })));
  await copyData(esbuild);
  await copyTranslations();
  if (watch) {
    const contexts = await Promise.all(bundles.map((b) => esbuild.context(optionsFor(b, { production }))));
    await Promise.all(contexts.map((context) => context.watch()));
    return bundles;
  }
  const results = await Promise.all(
    bundles.map((bundle) => esbuild.build(optionsFor(bundle, { production }))),
  );
  await dropOldPieces(bundles, results, production);
  await writeNotices(
    'server/dist/THIRD-PARTY-NOTICES.txt',
    (out) => path.dirname(out) === 'server/dist',
    bundles,
    results,
  );
  await writeNotices('dist/THIRD-PARTY-NOTICES.txt', isShipped, bundles, results);
  for (const { out, beside = {} } of bundles)
    for (const [name, from] of Object.entries(beside)) await cp(at(from), at(path.dirname(out), name));
  if (types) writeDeclarations();
  return bundles;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean' },
      production: { type: 'boolean' },
      types: { type: 'boolean' },
      tests: { type: 'boolean' },
    },
  });
  const started = Date.now();
  try {
    const bundles = await build(values);
    if (values.watch) {
      console.log('Watching. Press Ctrl+C to stop.');
    } else {
      for (const { out } of bundles) {
        console.log(`${out.padEnd(30)} ${((await stat(at(out))).size / 1024).toFixed(0).padStart(6)} KB`);
      }
      console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
  } catch (error) {
    // esbuild has already printed its own messages; anything else is said here.
    if (!Array.isArray(error?.errors)) console.error(error);
    process.exitCode = 1;
  }
}
