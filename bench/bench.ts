// Measures the server over standard input and output, and its peers in the same run. Prints a table, and writes
// bench/results.json and docs/images/growth.svg. `npm run bench -- PART …` measures parts alone: whole, noise, start,
// activation, open, folder, growth. Options: --quick leaves out the text of 5 MB, --no-peers the peers; --check compares the ratios
// to the peers with those that were recorded, and fails where one is more than 30 % worse; --large measures the text of
// 5 MB alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientCapabilities, Range } from 'vscode-languageserver-protocol';
import { CatalogueView } from '../server/src/catalogue/view.js';
import { LazyCatalogue } from '../server/src/catalogue/source.js';
import { OpenDraft } from '../server/src/workspace/openDraft.js';
import { activation } from './activation.js';
import { BenchClient } from './client.js';
import { plot, type Line } from './growth.js';
import { cpuOf, memoryOf, ownCpu, processorTime, summary, time, type Figure } from './measure.js';
import { loadPeers, type Peers } from './peers.js';
import { grow } from './texts.js';

const at = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const RESULTS = at('bench/results.json');
const SERVER = at('server/bin/plenary-language-server.js');
const CLI = at('server/dist/plenary.cjs');
/** How much worse a ratio may be than the recorded one. */
const TOLERANCE = 1.3;
const IDLE_MS = 10_000;
const FOLDER = { documents: 5_000, characters: 10_000 };
const PARTS = ['whole', 'noise', 'start', 'activation', 'open', 'folder', 'growth'] as const;

interface Results {
  readonly machine: string;
  /** How busy the machine was with other work: the load average at the beginning and at the end. */
  readonly load: string[];
  /** Milliseconds, by what was measured and the size of the text. */
  readonly figures: Record<string, Figure>;
  /** Megabytes. */
  readonly memory: Record<string, number>;
  /** Findings for 10,000 words of published texts, by tool. */
  readonly noise: Record<string, number>;
  /** Megabytes a second. */
  readonly speed: Record<string, number>;
  /** Our time over a peer's in the same run: less is better. */
  readonly ratios: Record<string, number>;
}

const words = process.argv.slice(2);
const flags = new Set(words.filter((word) => word.startsWith('--')));
const named = words.filter((word) => !word.startsWith('--'));
const wants = (part: (typeof PARTS)[number]): boolean => named.length === 0 || named.includes(part);
const unknown = named.filter((name) => !(PARTS as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`There is no part “${unknown.join(', ')}”: ${PARTS.join(', ')}.`);

// Certificates that a machine has Node read beside its own take longer to read than Node takes for all else at its start.
delete process.env.NODE_EXTRA_CA_CERTS;

const loadNow = (): string => readLoad() ?? 'unknown';
const results: Results = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`,
  load: [loadNow()],
  figures: {},
  memory: {},
  noise: {},
  speed: {},
  ratios: {},
};

function readLoad(): string | null {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
  } catch {
    return null;
  }
}

function row(name: string, ...cells: readonly (number | string)[]): void {
  const shown = cells.map((cell) =>
    (typeof cell === 'number' ? cell.toFixed(Math.abs(cell) < 1 ? 3 : 1) : cell).padStart(10),
  );
  console.log(`${name.padEnd(62)}${shown.join('')}`);
}

function note(name: string, times: readonly number[], cpu?: number): void {
  const figure = summary(times, cpu);
  results.figures[name] = figure;
  row(name, figure.median, figure.p95, ...(figure.cpu === undefined ? [] : [figure.cpu]));
}

/** Runs a task so many times, after a few that do not count, and notes its times; and the processor's, of a process. */
async function measure(
  name: string,
  count: number,
  run: (round: number) => Promise<unknown>,
  pid?: number,
  /** What comes before each round and does not count. */
  prepare?: () => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  let cpu = 0;
  // What a server does for the first time is interpreted; those who write have done it many times.
  const ahead = Math.max(Math.min(count, 6), count >> 1);
  for (let i = -ahead; i < count; i++) {
    await prepare?.();
    const before = pid === undefined ? NaN : cpuOf(pid);
    const took = await time(() => run(i + ahead));
    if (i < 0) continue;
    times.push(took);
    if (pid !== undefined) cpu += cpuOf(pid) - before;
  }
  note(name, times, pid === undefined ? undefined : cpu / count);
}

const PUSH: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
const PULL: ClientCapabilities = { ...PUSH, textDocument: { ...PUSH.textDocument, diagnostic: {} } };

const point = (line: number, character: number): Range['start'] => ({ line, character });
const range = (line: number, from: number, to = from): Range => ({
  start: point(line, from),
  end: point(line, to),
});

/** The places of a text that are measured at. */
interface Places {
  readonly lines: readonly string[];
  /** In the number of a resolution, in the middle of the text. */
  readonly middle: Range['start'];
  /** In the last word of that paragraph, which nothing cites with. */
  readonly word: Range['start'];
  /** In the first word of the next heading that cites nothing, and of the next subparagraph that is short. */
  readonly heading: Range['start'];
  readonly item: Range['start'];
  /** The line of paragraph 1. */
  readonly first: number;
}

function placesIn(text: string): Places {
  const lines = text.split('\n');
  let middle = lines.length >> 1;
  while (!/^\d+\. .*resolution \d.* [a-z]{5,}\.$/.test(lines[middle]!)) middle++;
  const line = lines[middle]!;
  const below = (pattern: RegExp): number => lines.findIndex((one, at) => at > middle && pattern.test(one));
  return {
    lines,
    middle: point(middle, line.indexOf('resolution') + 'resolution'.length + 2),
    word: point(middle, line.length - 3),
    heading: point(below(/^#+ [A-Z]\w{5,} of [a-z]/), 8),
    item: point(below(/^\([a-z]\) \w+ \w{6}.{20,80}$/), 12),
    first: lines.findIndex((one) => one.startsWith('1. ')),
  };
}

/** Our server with one text: what an editor asks of it, with findings pushed and with findings pulled. */
async function ours(label: string, text: string): Promise<void> {
  const large = text.length > 1_000_000;
  const places = placesIn(text);
  const { middle, word, heading, item, first, lines } = places;
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
    const tokens = (): Promise<unknown> =>
      client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
    const open = (): Promise<void> => {
      uri = `file:///bench-${++document}.undoc`;
      return findings(() => client.open(uri, 'un-document', text));
    };
    await open();
    // The catalogue comes behind the first findings; what is measured is a server that has it and has read all.
    await client.request('textDocument/hover', { textDocument: { uri }, position: middle });
    await tokens();
    if (mode === 'push') {
      const rounds = large ? 3 : 40;
      const prepare = async (): Promise<void> => {
        await client.settled(uri);
        await client.close(uri);
      };
      await measure(`open → first findings, ${label}`, rounds, open, client.pid, prepare);
      await measure(
        `open → all findings and tokens, ${label}`,
        rounds,
        async () => {
          await open();
          await tokens();
        },
        client.pid,
        prepare,
      );
      await client.settled(uri);
    }
    const typed =
      ({ line, character }: Range['start'], letter: string) =>
      (round: number): Promise<void> =>
        findings(() =>
          client.change(
            uri,
            round % 2 === 0 ? range(line, character) : range(line, character, character + letter.length),
            round % 2 === 0 ? letter : '',
          ),
        );
    const letters = large ? 40 : 80;
    const { pid } = client;
    await measure(`letter → findings (${mode}), ${label}`, letters, typed(word, 'x'), pid);
    await measure(`letter in a heading → findings (${mode}), ${label}`, 20, typed(heading, 'x'), pid);
    await measure(`letter in a short paragraph → findings (${mode}), ${label}`, 20, typed(item, 'x'), pid);
    await measure(`figure in a citation → findings (${mode}), ${label}`, 20, typed(middle, '1'), pid);
    const end = lines[first]!.length;
    for (const [name, entered] of [
      ['Enter, Backspace in paragraph 1', '\n\n'],
      ['a paragraph behind paragraph 1, and without', '\n\n2. '],
    ] as const)
      await measure(
        `${name} (${mode}), ${label}`,
        20,
        (round) =>
          findings(() =>
            round % 2 === 0
              ? client.change(uri, range(first, end), entered)
              : client.change(
                  uri,
                  { start: point(first, end), end: point(first + 2, entered.length - 2) },
                  '',
                ),
          ),
        pid,
      );
    if (mode === 'push') {
      const textDocument = { uri };
      const ask = (name: string, method: string, more: object = {}, count = 20): Promise<void> =>
        measure(`${name}, ${label}`, count, () => client.request(method, { textDocument, ...more }), pid);
      await ask('hover', 'textDocument/hover', { position: middle });
      await ask('completion', 'textDocument/completion', { position: middle });
      await ask('outline', 'textDocument/documentSymbol');
      await ask('folding', 'textDocument/foldingRange');
      await ask('semantic tokens, full', 'textDocument/semanticTokens/full');
      let { resultId } = await client.request<{ resultId?: string }>('textDocument/semanticTokens/full', {
        textDocument,
      });
      await measure(
        `semantic tokens, delta, ${label}`,
        20,
        async () => {
          ({ resultId } = await client.request<{ resultId?: string }>(
            'textDocument/semanticTokens/full/delta',
            {
              textDocument,
              previousResultId: resultId,
            },
          ));
        },
        pid,
      );
      if (large) await largeEdits(client, uri, label, places);
    }
    client.stop();
  }
  // Memory of a server that holds this document alone.
  const client = await BenchClient.start({ program: SERVER, capabilities: PUSH });
  const uri = 'file:///bench.undoc';
  const sent = client.open(uri, 'un-document', text);
  await client.pushed(uri);
  await sent;
  await client.request('textDocument/hover', { textDocument: { uri }, position: middle });
  await client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  results.memory[`RSS, idle, ${label}`] = Math.round(client.memory);
  row(`RSS, idle, ${label} (MB)`, client.memory);
  client.stop();
}

/** What changes much of a text at once: a megabyte pasted and deleted, all paragraphs renumbered and back. */
async function largeEdits(
  client: BenchClient,
  uri: string,
  label: string,
  { lines, first, middle }: Places,
): Promise<void> {
  const ready = async (send: () => Promise<void>): Promise<void> => {
    const sent = send();
    await client.pushed(uri);
    await sent;
  };
  const block = lines.slice(first).join('\n').slice(0, 1_000_000);
  const pasted = block.split('\n');
  const above = middle.line - 1;
  await measure(
    `paste, delete 1 MB, ${label}`,
    4,
    (round) =>
      ready(() =>
        round % 2 === 0
          ? client.change(uri, range(above, 0), `\n${block}\n\n`)
          : client.change(uri, { start: point(above, 0), end: point(above + 1 + pasted.length + 1, 0) }, ''),
      ),
    client.pid,
  );
  // A number of five figures is no paragraph's.
  const renumbered = lines.map((line) =>
    line.replace(/^(\d{1,4})(?=\. )/, (n) => (n === '9999' ? n : String(Number(n) + 1))),
  );
  const changed = lines.flatMap((line, i) => (line === renumbered[i] ? [] : [i]));
  await measure(
    `renumber all, undo, ${label}`,
    4,
    (round) =>
      ready(() =>
        client.changes(
          uri,
          changed.map((line) => {
            const [from, to] =
              round % 2 === 0 ? [lines[line]!, renumbered[line]!] : [renumbered[line]!, lines[line]!];
            return { range: range(line, 0, from.indexOf('.')), text: to.slice(0, to.indexOf('.')) };
          }),
        ),
      ),
    client.pid,
  );
}

async function start(label: string, text: string): Promise<void> {
  await measure(`start → first findings, ${label}`, 7, async () => {
    const client = await BenchClient.start({ program: SERVER, capabilities: PUSH });
    const uri = 'file:///bench.undoc';
    const sent = client.open(uri, 'un-document', text);
    await client.pushed(uri);
    await sent;
    client.stop();
  });
}

/** A question on the command line, from the start of the process to its end, beside Node with nothing to do. */
async function commandLine(): Promise<void> {
  for (const [name, args] of [
    ['an empty Node', ['-e', '0']],
    ...['75/158', 'UNTOC', 'Bolivia', 'trafficking women', 'Human Rights Council'].map(
      (question) => [`plenary lookup ${question}`, [CLI, 'lookup', ...question.split(' ')]] as const,
    ),
  ] as const)
    await measure(name, 15, () => ended(args));
}

function ended(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.on('close', () => resolve());
    child.on('error', reject);
  });
}

/** Whole texts in one process, milliseconds per KB. */
async function whole(name: string, text: string, count: number, run: () => unknown): Promise<void> {
  const kilobytes = text.length / 1024;
  for (let i = 0; i < Math.min(count, 5); i++) await run();
  const times: number[] = [];
  const before = ownCpu();
  for (let i = 0; i < count; i++) times.push((await time(run)) / kilobytes);
  note(`whole text, ms/KB: ${name}`, times, (ownCpu() - before) / count / kilobytes);
}

/** The Markdown server of VS Code: a letter, and then its outline. It has no findings in this setting. */
async function markdownServer({ server, markdown }: Peers, label: string, text: string): Promise<void> {
  const uri = 'file:///bench.md';
  const client = await BenchClient.start({
    program: server,
    capabilities: PULL,
    options: { markdownFileExtensions: ['md'] },
    answers: {
      // This server leaves reading Markdown to its client.
      'markdown/parse': (): unknown =>
        JSON.parse(
          JSON.stringify(markdown.parse(text, {}), (key, v: unknown) => (key === 'meta' ? null : v)),
        ),
      'markdown/fs/stat': () => ({ isDirectory: false }),
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/readFile': () => [],
      'markdown/findMarkdownFilesInWorkspace': () => [],
      'workspace/configuration': () => [{ validate: { enabled: true } }],
    },
  });
  await client.open(uri, 'markdown', text);
  const { word } = placesIn(text);
  const name = `letter → outline, Markdown server of VS Code, ${label}`;
  const large = text.length > 1_000_000;
  try {
    await measure(name, large ? 3 : 10, async (round) => {
      const typed = round % 2 === 0;
      const sent = client.change(
        uri,
        range(word.line, word.character, word.character + (typed ? 0 : 1)),
        typed ? 'x' : '',
      );
      await client.request('textDocument/documentSymbol', { textDocument: { uri } });
      await sent;
    });
  } catch (error) {
    // At 5 MB it may fail ("Maximum call stack size exceeded").
    row(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  client.stop();
}

/** What each tool says of texts that an editor has passed: the published texts that lie beside the repository. */
async function noise(peers: Peers | null, catalogue: CatalogueView): Promise<void> {
  const folder = at('../shared/corpus/docs');
  if (!existsSync(folder)) {
    console.log('False alarms were not counted: the published texts do not lie beside the repository.');
    return;
  }
  const texts: string[] = [];
  for (const kind of readdirSync(folder).sort()) {
    const within = path.join(folder, kind);
    if (!statSync(within).isDirectory()) continue;
    const files = readdirSync(within)
      .filter((name) => name.endsWith('.md'))
      .sort();
    for (const name of files.slice(0, 3))
      texts.push(readFileSync(path.join(within, name), 'utf8').slice(0, 60_000));
  }
  const total = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const say = (name: string, count: number): void => {
    results.noise[name] = Math.round((count / total) * 10_000 * 10) / 10;
    row(`findings for 10,000 words: ${name}`, results.noise[name]);
  };
  const counts: Record<string, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const text of texts)
    for (const { severity } of new OpenDraft(text, { catalogue }).findings()) counts[severity]!++;
  for (const [severity, count] of Object.entries(counts)) say(`Plenary, ${severity}`, count);
  for (const peer of peers?.peers.filter(({ finds }) => finds) ?? []) {
    let count = 0;
    for (const text of texts) count += await peer.run(text);
    say(peer.name, count);
  }
}

/** `plenary check` over a folder of many documents, with one worker and with one for each core. */
async function folder(): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'plenary-bench-'));
  try {
    const text = grow(FOLDER.characters);
    let bytes = 0;
    for (let i = 0; i < FOLDER.documents; i++) {
      const own = text.replace('Report of the Secretariat', `Report ${i + 1} of the Secretariat`);
      bytes += Buffer.byteLength(own);
      writeFileSync(path.join(root, `report-${String(i + 1).padStart(4, '0')}.undoc`), own);
    }
    for (const jobs of [1, cpus().length]) {
      const { seconds, cpu, peak } = await check(root, jobs);
      const name = `plenary check, ${FOLDER.documents} documents, ${jobs} at a time`;
      results.speed[`${name}, MB/s`] = Math.round((bytes / 1e6 / seconds) * 100) / 100;
      results.speed[`${name}, MB/s of processor time`] = Math.round((bytes / 1e6 / cpu) * 100) / 100;
      results.memory[`${name}, peak`] = Math.round(peak);
      row(`${name} (MB/s; MB/s of processor; MB)`, bytes / 1e6 / seconds, bytes / 1e6 / cpu, peak);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function check(root: string, jobs: number): Promise<{ seconds: number; cpu: number; peak: number }> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [CLI, 'check', root, '--jobs', String(jobs), '--format', 'json'], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    let [peak, cpu] = [NaN, NaN];
    const watch = setInterval(() => {
      const now = cpuOf(child.pid!);
      if (!Number.isNaN(now)) [cpu, peak] = [now / 1000, memoryOf(child.pid!, true)];
    }, 50);
    child.on('close', () => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - started) / 1000, cpu, peak });
    });
  });
}

/** Time of the processor, which other work disturbs less, against size; as a plot. */
async function growth(peers: Peers | null, catalogue: CatalogueView): Promise<void> {
  const sizes = [10, 30, 100, 300, 1_000, ...(flags.has('--quick') ? [] : [3_000, 5_000])];
  const lines: { readonly name: string; readonly most: number; readonly run: (text: string) => unknown }[] = [
    {
      name: 'Plenary, all rules',
      most: Infinity,
      run: (text) => new OpenDraft(text, { catalogue }).findings(),
    },
    ...(peers?.peers ?? [])
      .filter(({ name }) => ['markdown-it', 'markdownlint', 'harper.js', 'cspell-lib'].includes(name))
      .map(({ name, run }) => ({ name, most: name === 'markdown-it' ? 5_000 : 100, run })),
  ];
  const drawn: Line[] = [];
  for (const { name, most, run } of lines) {
    const points: [number, number][] = [];
    for (const size of sizes.filter((one) => one <= most)) {
      const text = grow(size * 1024);
      const times: number[] = [];
      for (let i = 0; i < 4; i++) times.push(await processorTime(() => run(text)));
      points.push([text.length / 1024, Math.min(...times)]);
    }
    drawn.push({ name, points });
  }
  drawn.push(await letters(sizes));
  for (const { name, points } of drawn)
    row(
      `growth: ${name}`,
      points.map(([x, y]) => `${Math.round(x)} KB ${y.toFixed(y < 10 ? 2 : 0)} ms`).join(', '),
    );
  writeFileSync(
    at('docs/images/growth.svg'),
    plot('Time of the processor against the size of the text', drawn),
  );
}

/** One letter typed in the middle until the findings are there, within the process. */
async function letters(sizes: readonly number[]): Promise<Line> {
  const points: [number, number][] = [];
  for (const size of sizes) {
    const text = grow(size * 1024);
    const open = new OpenDraft(text);
    const { word } = placesIn(text);
    const times: number[] = [];
    for (let i = 0; i < 60; i++) {
      const typed = i % 2 === 0;
      times.push(
        await processorTime(() => {
          open.edit(range(word.line, word.character, word.character + (typed ? 0 : 1)), typed ? 'x' : '');
          return open.findings(false);
        }),
      );
    }
    points.push([text.length / 1024, summary(times.slice(20)).median]);
  }
  return { name: 'Plenary, one letter', points };
}

function ratios(sizes: readonly (readonly [string, string])[]): void {
  const ratio = (name: string, us: string, them: string): void => {
    const [a, b] = [results.figures[us], results.figures[them]];
    if (a && b) results.ratios[name] = Math.round((a.median / b.median) * 10_000) / 10_000;
  };
  for (const peer of [
    'citation',
    'markdown-it',
    'markdownlint',
    'textlint, preset of Google’s guide',
    'harper.js',
    'cspell-lib',
  ])
    ratio(`whole text / ${peer}`, 'whole text, ms/KB: Plenary', `whole text, ms/KB: ${peer}`);
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

const all = [
  ['50 KB', grow(50_000)],
  ['500 KB', grow(500_000)],
  ...(flags.has('--quick') ? [] : [['5 MB', grow(5_000_000)] as const]),
] as const;
const [small, medium] = [all[0][1], all[1][1]];
const sizes = flags.has('--large') ? all.slice(2) : all;
console.log(`${results.machine}; load average ${results.load[0]}`);
row('', 'median', 'p95', 'processor');
const loaded = await new LazyCatalogue({
  read: () => Promise.resolve(new Uint8Array(readFileSync(at('data/catalogue.bin')))),
}).load();
const catalogue = loaded.ok ? new CatalogueView(loaded.catalogue) : CatalogueView.EMPTY;
const peers = flags.has('--no-peers') ? null : await loadPeers(at('.cache/bench'));
if (wants('whole')) {
  await whole('Plenary, 500 KB', medium, 25, () => new OpenDraft(medium, { catalogue }).findings());
  await whole('Plenary', small, 40, () => new OpenDraft(small, { catalogue }).findings());
  for (const peer of peers?.peers ?? []) {
    const slow =
      peer.name.startsWith('harper') || peer.name.startsWith('textlint') || peer.name === 'cspell-lib';
    await whole(peer.name, small, slow ? 3 : 8, () => peer.run(small));
  }
}
if (wants('noise')) await noise(peers, catalogue);
if (wants('start')) {
  await start('50 KB', small);
  await commandLine();
}
if (wants('activation')) {
  for (const [name, kind] of [
    ['activation of the extension', undefined],
    ['activation in the browser', 'web'],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) times.push(await activation(kind));
    note(name, times);
  }
}
if (wants('open')) {
  for (const [label, text] of sizes) {
    if (peers) await markdownServer(peers, label, text);
    await ours(label, text);
  }
}
if (wants('folder')) await folder();
if (wants('growth')) await growth(peers, catalogue);
ratios(sizes);
results.load.push(loadNow());
console.log();
for (const [name, ratio] of Object.entries(results.ratios)) row(name, String(ratio));
if (flags.has('--check')) {
  const worse = regressions(JSON.parse(readFileSync(RESULTS, 'utf8')) as Results);
  for (const line of worse) console.error(`Slower than recorded: ${line}`);
  process.exitCode = worse.length > 0 ? 1 : 0;
} else if (peers) {
  // What this run did not measure stays as it was recorded.
  const before =
    named.length > 0 && existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : null;
  const merged = Object.fromEntries(
    Object.entries(results).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'object' && !Array.isArray(value)
        ? { ...(before?.[key as keyof Results] as object | undefined), ...value }
        : value,
    ]),
  );
  writeFileSync(RESULTS, `${JSON.stringify(merged, null, 2)}\n`);
}
process.exit();
