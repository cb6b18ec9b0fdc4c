// Measures the server over standard input and output, and its peers in the same run. Prints a table and writes
// bench/results.json; with --check compares the ratios to the peers with those that were recorded, and fails where one
// is more than 30 % worse. --quick measures the small texts only. --no-peers leaves the peers out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, Range } from 'vscode-languageserver-protocol';
import { CatalogueView } from '../server/src/catalogue/view.js';
import { LazyCatalogue } from '../server/src/catalogue/source.js';
import { OpenDraft } from '../server/src/workspace/openDraft.js';
import { BenchClient } from './client.js';
import { grow } from './texts.js';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const RESULTS = at('bench/results.json');
const CACHE = at('.cache/bench');
/** The peers, at the versions that the recorded figures are of. */
const PEERS: Readonly<Record<string, string>> = {
  'vscode-markdown-languageserver': '0.3.0',
  markdownlint: '0.40.0',
  'markdown-it': '15.0.3',
};
/** How much worse a ratio may be than the recorded one. */
const TOLERANCE = 1.3;
const IDLE_MS = 10_000;

interface Figure {
  readonly median: number;
  readonly p95: number;
}

interface Results {
  readonly machine: string;
  /** Milliseconds, by what was measured and the size of the text. */
  readonly figures: Record<string, Figure>;
  /** Megabytes. */
  readonly memory: Record<string, number>;
  /** Our time over a peer's in the same run: less is better. */
  readonly ratios: Record<string, number>;
}

const args = new Set(process.argv.slice(2));
const results: Results = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`,
  figures: {},
  memory: {},
  ratios: {},
};

function summary(times: readonly number[]): Figure {
  const sorted = times.toSorted((a, b) => a - b);
  const round = (n: number): number => Math.round(n * 1000) / 1000;
  const of = (part: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN);
  return { median: of(0.5), p95: of(0.95) };
}

function note(name: string, times: readonly number[]): void {
  const figure = summary(times);
  results.figures[name] = figure;
  const [median, p95] = [figure.median, figure.p95].map((n) => n.toFixed(n < 1 ? 3 : 1).padStart(10));
  console.log(`${name.padEnd(58)}${median}${p95}`);
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Runs a task so many times, after a few that do not count, and notes its times. */
async function measure(name: string, count: number, run: (round: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < Math.min(count, 6); i++) await run(i);
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await time(() => run(i)));
  note(name, times);
}

const PUSH: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
const PULL: ClientCapabilities = { ...PUSH, textDocument: { ...PUSH.textDocument, diagnostic: {} } };
const SERVER = at('server/bin/plenary-language-server.js');

const point = (line: number, character: number): Range['start'] => ({ line, character });
const range = (line: number, from: number, to = from): Range => ({
  start: point(line, from),
  end: point(line, to),
});

/** The places of a text that are measured at. */
function placesIn(text: string): { middle: Range['start']; first: number; lines: string[] } {
  const lines = text.split('\n');
  let middle = lines.length >> 1;
  while (!/^\d+\. .*resolution \d/.test(lines[middle]!)) middle++;
  return {
    middle: point(middle, lines[middle]!.indexOf('resolution') + 'resolution'.length + 2),
    first: lines.findIndex((line) => line.startsWith('1. ')),
    lines,
  };
}

/** Our server with one text: what an editor asks of it, with findings pushed and with findings pulled. */
async function ours(label: string, text: string): Promise<void> {
  const rounds = text.length > 1_000_000 ? 30 : 60;
  const { middle, first, lines } = placesIn(text);
  for (const mode of ['push', 'pull'] as const) {
    const client = await BenchClient.start({ program: SERVER, capabilities: mode === 'push' ? PUSH : PULL });
    let document = 0;
    let uri = '';
    const findings = async (send: () => Promise<void>): Promise<void> => {
      const sent = send();
      if (mode === 'push') await client.pushed(uri);
      else await client.request('textDocument/diagnostic', { textDocument: { uri } });
      await sent;
    };
    const open = (): Promise<void> => {
      uri = `file:///bench-${++document}.undoc`;
      return findings(() => client.open(uri, 'un-document', text));
    };
    await open();
    // The catalogue comes behind the first findings; what is measured is a server that has it.
    await client.request('textDocument/hover', { textDocument: { uri }, position: middle });
    if (mode === 'push') await measure(`open, ${label}`, text.length > 1_000_000 ? 2 : 5, open);
    // In the last word of the paragraph, which no citation holds.
    const column = lines[middle.line]!.length - 3;
    const letter = range(middle.line, column);
    await measure(`letter → findings (${mode}), ${label}`, rounds, (round) =>
      findings(() =>
        client.change(
          uri,
          round % 2 === 0 ? letter : range(middle.line, column, column + 1),
          round % 2 === 0 ? 'x' : '',
        ),
      ),
    );
    const end = lines[first]!.length;
    await measure(`Enter, Backspace in paragraph 1 (${mode}), ${label}`, 20, (round) =>
      findings(() =>
        round % 2 === 0
          ? client.change(uri, range(first, end), '\n\n')
          : client.change(uri, { start: point(first, end), end: point(first + 2, 0) }, ''),
      ),
    );
    if (mode === 'push') {
      const textDocument = { uri };
      const ask = (name: string, method: string, more: object = {}, count = 20): Promise<void> =>
        measure(`${name}, ${label}`, count, () => client.request(method, { textDocument, ...more }));
      await ask('hover', 'textDocument/hover', { position: middle });
      await ask('completion', 'textDocument/completion', { position: middle });
      await ask('outline', 'textDocument/documentSymbol');
      await ask('folding', 'textDocument/foldingRange');
      await ask('semantic tokens, full', 'textDocument/semanticTokens/full');
      let { resultId } = await client.request<{ resultId?: string }>('textDocument/semanticTokens/full', {
        textDocument,
      });
      await measure(`semantic tokens, delta, ${label}`, 20, async () => {
        ({ resultId } = await client.request<{ resultId?: string }>(
          'textDocument/semanticTokens/full/delta',
          {
            textDocument,
            previousResultId: resultId,
          },
        ));
      });
      if (text.length > 1_000_000) {
        const block = lines.slice(first).join('\n').slice(0, 1_000_000);
        const pasted = block.split('\n');
        await measure(`paste, delete 1 MB, ${label}`, 4, (round) =>
          findings(() =>
            round % 2 === 0
              ? client.change(uri, range(middle.line - 1, 0), `\n${block}\n\n`)
              : client.change(
                  uri,
                  { start: point(middle.line - 1, 0), end: point(middle.line + pasted.length + 1, 0) },
                  '',
                ),
          ),
        );
      }
      client.stop();
    } else client.stop();
  }
  // Memory of a server that holds this document alone.
  const client = await BenchClient.start({ program: SERVER, capabilities: PUSH });
  const uri = 'file:///bench.undoc';
  const sent = client.open(uri, 'un-document', text);
  await client.pushed(uri);
  await sent;
  await client.request('textDocument/hover', { textDocument: { uri }, position: middle });
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  results.memory[`RSS, idle, ${label}`] = Math.round(client.memory);
  console.log(`${`RSS, idle, ${label} (MB)`.padEnd(58)}${client.memory.toFixed(0).padStart(10)}`);
  client.stop();
}

async function start(label: string, text: string): Promise<void> {
  await measure(`start → first findings, ${label}`, 5, async () => {
    const client = await BenchClient.start({ program: SERVER, capabilities: PUSH });
    const uri = 'file:///bench.undoc';
    const sent = client.open(uri, 'un-document', text);
    await client.pushed(uri);
    await sent;
    client.stop();
  });
}

/** Whole texts in one process, milliseconds per KB. */
async function whole(name: string, text: string, count: number, run: () => unknown): Promise<void> {
  const kilobytes = text.length / 1024;
  for (let i = 0; i < 3; i++) await run();
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push((await time(() => Promise.resolve(run()))) / kilobytes);
  note(`whole text, ms/KB: ${name}`, times);
}

interface Markdown {
  render(text: string): string;
  parse(text: string, env: object): unknown;
}

async function peers(sizes: readonly (readonly [string, string])[]): Promise<void> {
  const names = Object.keys(PEERS);
  if (names.some((name) => !existsSync(`${CACHE}/node_modules/${name}`))) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${CACHE}/package.json`, '{ "private": true }\n');
    const wanted = names.map((name) => `${name}@${PEERS[name]!}`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], {
      cwd: CACHE,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('The peers could not be installed.');
  }
  const require = createRequire(`${CACHE}/package.json`);
  const MarkdownIt = require('markdown-it') as new (options: object) => Markdown;
  const markdown = new MarkdownIt({ html: true });
  const [, small] = sizes[0]!;
  await whole('markdown-it', small, 10, () => markdown.render(small));
  const lint = (await import(
    pathToFileURL(`${CACHE}/node_modules/markdownlint/lib/exports-sync.mjs`).href
  )) as { lint(options: object): unknown };
  await whole('markdownlint', small, 5, () => lint.lint({ strings: { text: small } }));
  const program = require.resolve('vscode-markdown-languageserver/out/node/workerMain.js');
  for (const [label, text] of sizes) {
    const uri = 'file:///bench.md';
    const held = { text };
    const client = await BenchClient.start({
      program,
      capabilities: PULL,
      options: { markdownFileExtensions: ['md'] },
      answers: {
        // This server leaves reading Markdown to its client.
        'markdown/parse': (): unknown =>
          JSON.parse(
            JSON.stringify(markdown.parse(held.text, {}), (key, v: unknown) => (key === 'meta' ? null : v)),
          ),
        'markdown/fs/stat': () => ({ isDirectory: false }),
        'markdown/fs/readDirectory': () => [],
        'markdown/fs/readFile': () => [],
        'markdown/findMarkdownFilesInWorkspace': () => [],
        'workspace/configuration': () => [{ validate: { enabled: true } }],
      },
    });
    await client.open(uri, 'markdown', text);
    const { middle } = placesIn(text);
    await measure(
      `letter → outline, Markdown server of VS Code, ${label}`,
      text.length > 1_000_000 ? 3 : 10,
      async (round) => {
        const typed = round % 2 === 0;
        const sent = client.change(uri, range(middle.line, 20, typed ? 20 : 21), typed ? 'x' : '');
        await client.request('textDocument/documentSymbol', { textDocument: { uri } });
        await sent;
      },
    );
    client.stop();
  }
}

function ratios(sizes: readonly (readonly [string, string])[]): void {
  const ratio = (name: string, us: string, them: string): void => {
    const [a, b] = [results.figures[us], results.figures[them]];
    if (a && b) results.ratios[name] = Math.round((a.median / b.median) * 10_000) / 10_000;
  };
  ratio('whole text / markdownlint', 'whole text, ms/KB: Plenary', 'whole text, ms/KB: markdownlint');
  ratio('whole text / markdown-it', 'whole text, ms/KB: Plenary', 'whole text, ms/KB: markdown-it');
  for (const [label] of sizes) {
    for (const mode of ['push', 'pull'])
      ratio(
        `letter (${mode}) / Markdown server, ${label}`,
        `letter → findings (${mode}), ${label}`,
        `letter → outline, Markdown server of VS Code, ${label}`,
      );
  }
}

/** Ratios that are worse than the recorded ones by more than the tolerance. */
function regressions(recorded: Results): string[] {
  return Object.entries(results.ratios).flatMap(([name, ratio]) => {
    const before = recorded.ratios[name];
    return before !== undefined && ratio > before * TOLERANCE ? [`${name}: ${before} → ${ratio}`] : [];
  });
}

const sizes = [
  ['50 KB', grow(50_000)],
  ['500 KB', grow(500_000)],
  ...(args.has('--quick') ? [] : [['5 MB', grow(5_000_000)] as const]),
] as const;
console.log(`${''.padEnd(58)}${'median'.padStart(10)}${'p95'.padStart(10)}   (ms)`);
const loaded = await new LazyCatalogue({
  read: () => Promise.resolve(new Uint8Array(readFileSync(at('data/catalogue.bin')))),
}).load();
const catalogue = loaded.ok ? new CatalogueView(loaded.catalogue) : CatalogueView.EMPTY;
await whole('Plenary', sizes[0][1], 15, () => new OpenDraft(sizes[0][1], { catalogue }).findings());
if (!args.has('--no-peers')) await peers(sizes);
await start('50 KB', sizes[0][1]);
for (const [label, text] of sizes) await ours(label, text);
ratios(sizes);
console.log();
for (const [name, ratio] of Object.entries(results.ratios)) console.log(`${name.padEnd(58)}${ratio}`);
if (args.has('--check')) {
  const worse = regressions(JSON.parse(readFileSync(RESULTS, 'utf8')) as Results);
  for (const line of worse) console.error(`Slower than recorded: ${line}`);
  process.exitCode = worse.length > 0 ? 1 : 0;
} else if (!args.has('--no-peers')) {
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}
process.exit();
