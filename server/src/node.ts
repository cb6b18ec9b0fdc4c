import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageWriter,
  type Connection,
} from 'vscode-languageserver/node';
import { today } from './clock.js';
import { localeOf, type Locale, type Table } from './l10n/language.js';
import { MessageEncoder } from './messageEncoder.js';
import type { Pieces } from './pieces.js';
import { startServer } from './server.js';
import type { FileSystem, FileType } from './workspace/fileSystem.js';
import { VERSION } from './version.js';

/** The ways in which an editor can speak with the server; each is an argument on the command line. */
const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

const LOCALE = '--locale=';

const USAGE = `plenary-language-server: a language server for United Nations documents

    plenary-language-server --stdio         speak over standard input and output
    plenary-language-server --socket=PORT   connect to a port of this computer
    plenary-language-server --pipe=NAME     connect to a named pipe
    plenary-language-server --node-ipc      speak with the Node process that started this one
    plenary-language-server --version       print the version

With --locale=en, --locale=fr or --locale=es the server speaks that language; otherwise the editor's.
`;

/** The table of a language lies beside the bundle that this file becomes a part of. */
async function translations(locale: Locale): Promise<Table | null> {
  const text = await readFile(new URL(`./l10n/${locale}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Table;
}

/** The catalogue lies beside the bundle that this file becomes a part of. */
async function catalogue(): Promise<Uint8Array | null> {
  try {
    return await readFile(new URL('./data/catalogue.bin', import.meta.url));
  } catch {
    return null;
  }
}

interface Entry {
  isFile(): boolean;
  isDirectory(): boolean;
}

function typeOf(entry: Entry): FileType {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other';
}

/** The disk. What can't be read, and what is no text, is as if it were not there. */
const files: FileSystem = {
  readFile: async (uri) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(fileURLToPath(uri)));
    } catch {
      return null;
    }
  },
  readDirectory: async (uri) => {
    try {
      const folder = uri.endsWith('/') ? uri : `${uri}/`;
      const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
      return await Promise.all(
        entries.map(async (entry) => {
          const { name } = entry;
          if (!entry.isSymbolicLink()) return { name, type: typeOf(entry) };
          const facts = await files.stat(folder + encodeURIComponent(name));
          return { name, type: facts?.type ?? 'other', link: true };
        }),
      );
    } catch {
      return null;
    }
  },
  stat: async (uri) => {
    try {
      const entry = await stat(fileURLToPath(uri));
      return { type: typeOf(entry), size: entry.size, modified: entry.mtimeMs };
    } catch {
      return null;
    }
  },
};

/** Pieces of the server lie in files of their own. */
const pieces: Pieces = {
  writing: () => import('./features/writing.js'),
  render: () => import('./features/render.js'),
  paste: () => import('./features/paste.js'),
  importing: () => import('./features/importing.js'),
};

/** Over standard input and output, which most editors use, messages are written by an encoder of our own. */
function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  const writer = new StreamMessageWriter(process.stdout, {
    charset: 'utf-8',
    contentTypeEncoder: new MessageEncoder(),
  });
  // The end of the input stream ends the server; the writer is taken where a stream is as well.
  return createConnection(ProposedFeatures.all, process.stdin, writer as unknown as NodeJS.WritableStream);
}

const args = process.argv.slice(2);
if (args.some((arg) => TRANSPORTS.some((name) => arg === name || arg.startsWith(`${name}=`)))) {
  const asked = args.find((arg) => arg.startsWith(LOCALE))?.slice(LOCALE.length);
  const locale = asked === undefined ? {} : { locale: localeOf(asked) };
  startServer(connect(), { catalogue, translations, today, files, pieces, ...locale });
} else if (args.includes('--version')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const asked = args.includes('--help') || args.includes('-h');
  (asked ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = asked ? 0 : 2;
}
