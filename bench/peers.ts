// The tools that are measured beside ours. They are no dependencies: they are installed into a cache when the bench
// runs, at the versions that the recorded figures are of.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const VERSIONS: Readonly<Record<string, string>> = {
  'vscode-markdown-languageserver': '0.3.0',
  markdownlint: '0.40.0',
  'markdown-it': '15.0.3',
  'harper.js': '2.10.0',
  'cspell-lib': '9.8.0',
  citation: '0.9.0',
  '@textlint/kernel': '15.8.0',
  '@textlint/textlint-plugin-markdown': '15.8.0',
  '@textlint-rule/textlint-rule-preset-google': '0.1.2',
};

/** A tool that reads a whole text: how many things it has to say of it. */
export interface Peer {
  readonly name: string;
  /** Whether what it says are findings that a person would read. */
  readonly finds: boolean;
  readonly run: (text: string) => number | Promise<number>;
}

interface Markdown {
  render(text: string): string;
  parse(text: string, env: object): unknown;
}

export interface Peers {
  readonly peers: readonly Peer[];
  readonly markdown: Markdown;
  /** The program of the Markdown server. */
  readonly server: string;
}

/** Installs what is missing in a folder, and loads it. Throws where npm cannot install it. */
export async function loadPeers(folder: string): Promise<Peers> {
  install(folder);
  const require = createRequire(`${folder}/package.json`);
  const load = (name: string): unknown => require(name);
  const bring = async <T>(path: string): Promise<T> =>
    (await import(pathToFileURL(`${folder}/node_modules/${path}`).href)) as T;

  const MarkdownIt = load('markdown-it') as new (options: object) => Markdown;
  const markdown = new MarkdownIt({ html: true });
  const { lint } = await bring<{
    readonly lint: (options: object) => Readonly<Record<string, readonly unknown[]>>;
  }>('markdownlint/lib/exports-sync.mjs');
  const citation = load('citation') as {
    readonly find: (text: string) => { readonly citations: readonly unknown[] };
  };

  interface Preset {
    readonly rules: Readonly<Record<string, unknown>>;
    readonly rulesConfig: Readonly<Record<string, unknown>>;
  }
  const main = <T extends object>(module: T | { default: T }): T =>
    'default' in module ? module.default : module;
  const { TextlintKernel } = load('@textlint/kernel') as {
    readonly TextlintKernel: new () => {
      lintText(text: string, options: object): Promise<{ readonly messages: readonly unknown[] }>;
    };
  };
  const plugin = main(load('@textlint/textlint-plugin-markdown') as object);
  const preset = main(load('@textlint-rule/textlint-rule-preset-google') as Preset);
  const kernel = new TextlintKernel();
  const rules = Object.entries(preset.rules)
    .map(([ruleId, rule]) => ({ ruleId, rule, options: preset.rulesConfig[ruleId] }))
    .filter(({ options }) => options !== false);
  const textlint = { filePath: 'a.md', ext: '.md', plugins: [{ pluginId: 'markdown', plugin }], rules };

  const harper = await bring<{
    LocalLinter: new (options: object) => {
      setup(): Promise<void>;
      lint(text: string, options: object): Promise<readonly unknown[]>;
    };
  }>('harper.js/dist/index.js');
  const { binary } = await bring<{ binary: unknown }>('harper.js/dist/binary.js');
  const linter = new harper.LocalLinter({ binary });
  await linter.setup();

  const { getDefaultSettings, spellCheckDocument } = await bring<{
    readonly getDefaultSettings: () => Promise<object>;
    readonly spellCheckDocument: (
      document: object,
      options: object,
      settings: object,
    ) => Promise<{ readonly issues: readonly unknown[] }>;
  }>('cspell-lib/dist/index.js');
  const settings = await getDefaultSettings();

  return {
    markdown,
    server: require.resolve('vscode-markdown-languageserver/out/node/workerMain.js'),
    peers: [
      { name: 'citation', finds: false, run: (text) => citation.find(text).citations.length },
      { name: 'markdown-it', finds: false, run: (text) => markdown.render(text).length },
      {
        name: 'markdownlint',
        finds: true,
        run: (text) => lint({ strings: { text } })['text']?.length ?? 0,
      },
      {
        name: 'textlint, preset of Google’s guide',
        finds: true,
        run: async (text) => (await kernel.lintText(text, textlint)).messages.length,
      },
      {
        name: 'harper.js',
        finds: true,
        run: async (text) => (await linter.lint(text, { language: 'markdown' })).length,
      },
      {
        name: 'cspell-lib',
        finds: true,
        run: async (text) => {
          const document = { uri: 'file:///a.md', text, languageId: 'markdown' };
          return (await spellCheckDocument(document, { noConfigSearch: true }, settings)).issues.length;
        },
      },
    ],
  };
}

function install(folder: string): void {
  const names = Object.keys(VERSIONS);
  const missing = names.filter((name) => versionIn(folder, name) !== VERSIONS[name]);
  if (missing.length === 0) return;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(`${folder}/package.json`)) writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const wanted = names.map((name) => `${name}@${VERSIONS[name]!}`);
  const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

function versionIn(folder: string, name: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8')) as {
      readonly version?: string;
    };
    return version;
  } catch {
    return undefined;
  }
}
