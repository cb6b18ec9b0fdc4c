// The rules of the house that a machine can check. The way of knowledge through server/src is the part to know:
// text -> document -> citations -> catalogue -> rules -> features, and no way back.
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What each room under server/src may know; a room that is not listed may know nothing. */
const ROOMS = {
  l10n: [],
  text: [],
  document: ['text'],
  citations: ['text', 'document'],
  catalogue: ['l10n', 'text', 'document', 'citations'],
  settings: ['l10n', 'text', 'document'],
  rules: ['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
  numbering: ['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
  cleanup: ['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
  templates: ['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
  render: ['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
  paste: [],
  workspace: [
    ...['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
    ...['rules', 'numbering', 'cleanup', 'templates', 'render'],
  ],
  features: [
    ...['l10n', 'text', 'document', 'citations', 'catalogue', 'settings'],
    ...['rules', 'numbering', 'cleanup', 'templates', 'render', 'paste', 'workspace'],
  ],
};

/** Files at the top of server/src that belong to the server's wiring, not to the engine. */
const WIRING = 'server|node|browser|version|clock|index';

const NO_NODE = {
  regex: `^(node:|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/|$))`,
  message: 'The engine runs in a browser too: Node is for node.ts and cli/.',
};
const NO_EDITOR = { regex: '^vscode$', message: 'Only the client knows the editor.' };
const NO_CONNECTION = {
  regex: '^vscode-languageserver(/|$)',
  message: 'Only server.ts, serving/, node.ts and browser.ts hold the connection.',
};
const PROTOCOL_TYPES = {
  regex: '^vscode-(languageserver-protocol|jsonrpc)(/|$)',
  allowTypeImports: true,
  message: 'Features return types of the protocol and know nothing else of it.',
};

const PROTOCOL_DOOR = {
  regex: '^vscode-languageserver$',
  allowTypeImports: true,
  message: 'What runs of the library comes through serving/protocol.ts, once.',
};

const restrictImports = (...patterns) => ['error', { patterns }];

/** One room: its files know only the rooms to their left. */
function room(name, known) {
  const others = [...Object.keys(ROOMS), 'serving', 'cli'].filter(
    (other) => other !== name && !known.includes(other),
  );
  return {
    files: [`server/src/${name}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrictImports(
        NO_NODE,
        NO_EDITOR,
        NO_CONNECTION,
        PROTOCOL_TYPES,
        {
          regex: `^(\\.\\./)+(${others.join('|')})/`,
          message: `${name}/ knows only ${known.join(', ') || 'itself'}.`,
        },
        { regex: `^(\\.\\./)+(${WIRING})\\.js$`, message: 'The engine does not know who runs it.' },
      ),
    },
  };
}

const NO_AMBIENT = [
  ...['process', 'Buffer', 'global', 'require', 'setImmediate', '__dirname', '__filename'].map((name) => ({
    name,
    message: 'The engine runs in a browser too.',
  })),
  ...['fetch', 'XMLHttpRequest', 'WebSocket'].map((name) => ({
    name,
    message: 'What a person writes never leaves the computer: the engine has no network.',
  })),
  { name: 'performance', message: 'The engine has no clock.' },
];

const NO_SEARCH_TO_THE_END = ['indexOf', 'lastIndexOf'].flatMap((name) =>
  [
    '[callee.object.name="text"]',
    '[callee.object.object.name=/^(context|reading)$/][callee.object.property.name="text"]',
  ].map((of) => ({
    selector: `CallExpression[callee.property.name="${name}"]${of}`,
    message:
      'This looks through the block to its end, at each place where it is called: use firstIn, lastIn or placesOf (text/search.ts).',
  })),
);

const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Today comes in as a parameter.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Today comes in as a parameter.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The same text has the same result each time.',
  },
];

const NODE_GLOBALS = [
  ...['console', 'process', 'Buffer', 'URL', 'fetch', 'AbortSignal', 'AbortController'],
  ...[
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'performance',
    'TextDecoder',
    'TextEncoder',
  ],
  ...['require', 'module', '__dirname', 'Element', 'structuredClone'],
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.cache/',
      'test/.artifacts/',
      'coverage/',
      'docs/',
      'samples/',
    ],
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      // An index that was just checked is known to be there by the reader, not by the compiler.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A Disposable of the editor is anything that can be disposed of.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/node.ts', 'server/src/clock.ts', 'server/src/cli/**'],
    rules: {
      'no-restricted-globals': ['error', ...NO_AMBIENT],
      'no-restricted-syntax': ['error', ...NO_CLOCK],
      '@typescript-eslint/no-restricted-imports': restrictImports(
        NO_NODE,
        NO_EDITOR,
        NO_CONNECTION,
        PROTOCOL_TYPES,
      ),
    },
  },
  ...Object.entries(ROOMS).map(([name, known]) => room(name, known)),
  {
    // Called at place after place of a block.
    files: ['server/src/rules/families/**/*.ts', 'server/src/citations/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK, ...NO_SEARCH_TO_THE_END] },
  },
  {
    // The wiring holds the connection, and runs in a browser as well.
    files: ['server/src/server.ts', 'server/src/serving/**/*.ts', 'server/src/browser.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrictImports(NO_NODE, NO_EDITOR, PROTOCOL_DOOR),
    },
  },
  {
    files: ['server/src/serving/protocol.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': restrictImports(NO_NODE, NO_EDITOR) },
  },
  {
    files: ['client/src/**/*.ts', 'client/webview/**/*.ts', 'test/host/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrictImports(NO_NODE, {
        regex: '/server/src/(?!messages\\.js$|document/(?:kinds|block|labels|reading)\\.js$)',
        message:
          'The client knows the messages of the server, the kinds of documents and what a number looks like, and nothing else of it.',
      }),
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests of a promise by mocha, and empty stand-ins.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
