#!/usr/bin/env node
// Runs the tests: all parts, or those that are named. What follows `--` is handed to mocha. The last line is always
// "N passed, N failed, N skipped", alone, for the parts together; a part that could not run has failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { REPORT_MARK, startHost } from './vscode-host/host.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(ROOT, ...parts);
/** What a run leaves behind for a person to look at: logs, and pictures of what went wrong. */
const ARTIFACTS = at('test/.artifacts');
const SUITE = { extension: ROOT, tests: at('dist/test/host.js'), folder: at('test/host/workspace') };

const PARTS = {
  types: { title: 'Types', run: () => commands(TYPE_CHECKS) },
  lint: { title: 'Lint and layout', run: () => commands(LINTERS) },
  unit: { title: 'Unit tests', run: (args) => mocha('test/unit/**/*.test.ts', args) },
  integration: {
    title: 'What lies on the disk',
    run: (args) => mocha('test/integration/**/*.test.ts', ['--timeout', '60000', ...args]),
  },
  cli: {
    title: 'The command line',
    run: (args) => mocha('test/cli/**/*.test.ts', ['--timeout', '60000', ...args]),
  },
  grammar: { title: 'Grammar', run: (args) => mocha('test/grammar/**/*.test.ts', args) },
  protocol: {
    title: 'Protocol: a server over standard input and output',
    run: (args) => mocha('test/protocol/**/*.test.ts', args),
  },
  editors: {
    title: 'Other editors: Neovim and Emacs, where they are installed',
    run: (args) => mocha('test/editors/**/*.test.ts', ['--timeout', '90000', ...args]),
  },
  host: { title: 'Extension host', run: desktopHost },
  oldest: { title: 'Extension host of the oldest VS Code that is supported', run: oldestHost },
  web: { title: 'Web extension host', run: () => webHost('web') },
  virtual: {
    title: 'Web extension host, in a folder that no disk holds',
    // The same suites; what cannot be listed, searched or watched by the computer is served all the same.
    run: () => webHost('virtual', { others: [at('dist/test/shelf')], opens: 'plenary-shelf:/workspace' }),
  },
  ui: {
    title: 'Workbench',
    // What a person does in a window may come too early on a busy machine, and a window may come to harm: a second
    // try, of a test or of a whole file in a new window, is told in the report. A window that will not close does not
    // keep the run from ending.
    run: (args) =>
      mocha('test/ui/**/*.test.ts', ['--timeout', '90000', '--retries', '1', '--exit', ...args], {
        anew: true,
      }),
  },
  vsix: {
    title: 'Package',
    run: (args) => mocha('test/package/vsix.test.ts', ['--timeout', '180000', ...args]),
  },
  start: {
    title: 'npm start',
    run: (args) => mocha('test/package/start.test.ts', ['--timeout', '180000', ...args]),
  },
};

const TYPE_CHECKS = ['.', 'client', 'client/webview', 'test/host', 'docs/demo'].map((project) => [
  'typescript/bin/tsc',
  '-p',
  project,
  '--noEmit',
]);
const LINTERS = [
  ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
];

/** Runs one of Node's programs to the end and returns its exit code; what it prints is seen at once. */
function run(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', ...options });
    options.onStart?.(child);
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Each command is a test: it passes when it ends with 0. */
async function commands(list) {
  const figures = { passed: 0, failed: 0, skipped: 0 };
  for (const [program, ...args] of list) {
    const code = await run([at('node_modules', program), ...args]);
    console.log(
      `  ${code === 0 ? '✔' : '✖'} ${path.basename(program).replace(/\..*/, '')} ${args.join(' ')}`,
    );
    figures[code === 0 ? 'passed' : 'failed']++;
  }
  return figures;
}

/** Runs mocha; with `anew`, each file in which a test failed is run once more, and that run counts. */
async function mocha(spec, args, { anew = false } = {}) {
  const files = await mochaFiles(spec, args);
  const failed = Object.keys(files).filter((file) => file && files[file].failed > 0);
  if (anew && failed.length > 0 && !files[''])
    for (const file of failed) {
      console.log(`\n  ↻ ${path.relative(ROOT, file)}: run anew\n`);
      files[file] = sum(Object.values(await mochaFiles(file, args)));
    }
  return sum(Object.values(files));
}

const sum = (figures) =>
  figures.reduce(
    (all, { passed, failed, skipped }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      skipped: all.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** Runs mocha once; the figures for each test file, and under '' for what belongs to none. */
async function mochaFiles(spec, args) {
  const file = path.join(ARTIFACTS, 'figures.json');
  rmSync(file, { force: true });
  const env = { ...process.env, PLENARY_TEST_FIGURES: file };
  const program = ['--import', 'tsx', at('node_modules/mocha/bin/mocha.js'), '--no-config'];
  const options = [
    '--require',
    at('test/seed.ts'),
    '--reporter',
    at('scripts/reporter.cjs'),
    '--timeout',
    '10000',
  ];
  const code = await run([...program, ...options, ...args, spec], { env });
  if (!existsSync(file)) return { '': { passed: 0, failed: 1, skipped: 0 } };
  const files = JSON.parse(readFileSync(file, 'utf8'));
  // A process that failed although no test did ended before its time.
  if (code !== 0 && sum(Object.values(files)).failed === 0) files[''] = { passed: 0, failed: 1, skipped: 0 };
  return files;
}

/** The figures at the end of a host's report; without any, or with no test that passed, the run has failed. */
function hostFigures(lines, ended) {
  const last = lines.findLast((line) => line.startsWith(`${REPORT_MARK}{`));
  if (!last) return { passed: 0, failed: 1, skipped: 0 };
  const { passes, failures, pending } = JSON.parse(last.slice(REPORT_MARK.length));
  return { passed: passes, failed: failures || (ended && passes > 0 ? 0 : 1), skipped: pending };
}

function show(line) {
  if (line.startsWith(REPORT_MARK) && !line.startsWith(`${REPORT_MARK}{`))
    console.log(line.slice(REPORT_MARK.length));
}

/** `runTests` of @vscode/test-electron, in a process of its own: it writes to its output as it pleases. */
async function desktopHost(_args, env = {}) {
  const lines = [];
  let rest = '';
  const code = await run(
    [at('scripts/vscode-host/run-tests.mjs'), SUITE.extension, SUITE.tests, SUITE.folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PLENARY_HOST_LOG: path.join(ARTIFACTS, 'host.log'), ...env },
      onStart: (child) => {
        child.stdout.setEncoding('utf8');
        child.stdout.on('data', (chunk) => {
          const parts = (rest + chunk).split('\n');
          rest = parts.pop();
          for (const line of parts) {
            // The desktop puts its own words before what a console has said.
            const mark = line.indexOf(REPORT_MARK);
            if (mark >= 0) lines.push(line.slice(mark));
            show(mark >= 0 ? line.slice(mark) : '');
            if (mark < 0 && line.startsWith('Host:')) console.log(`  ${line}`);
          }
        });
      },
    },
  );
  return hostFigures(lines, code === 0);
}

/** Always the workbench from npm: of the desktop only the newest is looked for. */
function oldestHost(args) {
  return desktopHost(args, {
    PLENARY_WORKBENCH: 'oldest',
    PLENARY_VSCODE: at('scripts/vscode-host/code.mjs'),
  });
}

async function webHost(name, options = {}) {
  const logFile = path.join(ARTIFACTS, `${name}-host.log`);
  const host = await startHost({ ...SUITE, ...options, kind: 'web', logFile });
  try {
    host.onReport = show;
    host.report.forEach(show);
    const slow = setTimeout(() => host.end('no end within five minutes'), 300_000);
    const code = await host.exit;
    clearTimeout(slow);
    // The last lines of the report travel on another way than the exit code.
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (code !== 0) console.log(`  The host ended with: ${code}`);
    const scheme = options.opens?.split(':')[0];
    if (scheme && !host.report.some((line) => line.endsWith(`, folder of ${scheme}`))) {
      console.log(`  The suites did not run in a folder of ${scheme}.`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
    return hostFigures(host.report, code === 0);
  } finally {
    await host.close();
  }
}

const separator = process.argv.indexOf('--', 2);
const words = process.argv.slice(2, separator < 0 ? undefined : separator);
const named = words.filter((word) => word in PARTS);
// npm takes the first "--" for itself: what follows the parts is mocha's in any case.
const rest = [
  ...words.filter((word) => !(word in PARTS)),
  ...(separator < 0 ? [] : process.argv.slice(separator + 1)),
];
const chosen = named.length > 0 ? named : Object.keys(PARTS);

mkdirSync(ARTIFACTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
try {
  await build({ tests: true });
} catch (error) {
  console.error(error);
  total.failed++;
  chosen.length = 0;
}
for (const name of chosen) {
  const { title, run: runPart } = PARTS[name];
  console.log(`\n== ${title}\n`);
  const started = Date.now();
  let figures;
  try {
    figures = await runPart(rest);
  } catch (error) {
    console.error(error);
    figures = { passed: 0, failed: 1, skipped: 0 };
  }
  for (const key of Object.keys(total)) total[key] += figures[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const { passed, failed, skipped } = figures;
  summary.push(
    `${name.padEnd(9)} ${seconds.padStart(6)} s   ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
