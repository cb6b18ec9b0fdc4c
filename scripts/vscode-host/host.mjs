// A workbench in a browser, for a test that runs in its extension host or drives it as a person would.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { linkExtension, SETTINGS, startWorkbench, workbenchAddress } from './server.mjs';

/** The suite marks each line of its report with this: the console is the one way out of every extension host. */
export const REPORT_MARK = '@@test ';

/**
 * Opens a copy of `folder`, so that no fixture is ever changed. `extension`: the folder of one under development;
 * `tests`: the bundle to run in the extension host; `kind: 'web'`: the worker's host instead of Node's.
 * `others`: folders of more extensions for the worker's host, within that of the first. `opens`: the address of a folder that
 * one of them serves, to be opened instead of the copy. `locale`: the language of the interface, as far as extensions speak
 * it; the editor's own words come with a language pack. `browserArgs`, `viewport`, `deviceScaleFactor`: for the browser. Everything is removed by `close`.
 */
export async function startHost({
  folder,
  extension,
  tests,
  kind,
  others = [],
  opens,
  extensionsDir,
  settings,
  logFile,
  browserArgs,
  viewport = { width: 1280, height: 800 },
  locale,
  deviceScaleFactor,
}) {
  const dir = mkdtempSync(path.join(tmpdir(), 'plenary-host-'));
  const workspace = path.join(dir, path.basename(folder));
  cpSync(path.resolve(folder), workspace, { recursive: true });
  let server, browser;
  const close = async () => {
    await browser?.close().catch(() => undefined);
    await server?.stop();
    // Processes of the built-in extensions end a little later, and write as they do. What they leave behind for good
    // is a folder among the temporary ones, and no failure of a test.
    for (let times = 0; times < 20; times++) {
      try {
        rmSync(dir, { recursive: true, force: true });
      } catch {
        // It is written into at this moment.
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (!existsSync(dir)) break;
    }
  };
  try {
    const web = kind === 'web';
    const development = web || tests !== undefined;
    server = await startWorkbench({
      dir,
      settings,
      extensionsDir: extension && !development ? linkExtension(dir, extension) : extensionsDir,
      development,
      logFile,
    });
    browser = await launchBrowser({ args: browserArgs });
    const context = await browser.newContext({ viewport, deviceScaleFactor });
    if (locale) await context.addInitScript(speak, locale);
    const page = await context.newPage();
    const host = { page, browser, pid: server.pid, url: server.url, folder: workspace, report: [], close };
    host.exit = new Promise((resolve) => (host.end = resolve));
    await listen(page, server, host);
    if (web) {
      const alone = opens !== undefined;
      await serveWebExtension(context, server, { extension: path.resolve(extension), others, tests, alone });
    }
    const address = workbenchAddress(server.url, {
      folder: opens ?? workspace,
      ...(tests && !web ? { extension, tests } : {}),
    });
    await page.goto(address.href);
    return host;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the page, before the workbench: what a language pack would say. */
function speak(locale) {
  globalThis._VSCODE_NLS_LANGUAGE = locale;
}

/** Collects the report of a suite in the host, and tells how it ended. */
async function listen(page, server, host) {
  const { log } = server;
  await page.exposeFunction('codeAutomationExit', (code) => host.end(code));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    log.write(`[${type}] ${text}\n`);
    for (const line of text.split('\n')) {
      if (!line.startsWith(REPORT_MARK)) continue;
      host.report.push(line);
      host.onReport?.(line);
    }
  });
  page.on('crash', () => host.end('the page crashed'));
  page.on('pageerror', (error) => log.write(`[pageerror] ${error.stack}\n`));
  page.on('requestfailed', (request) => log.write(`[requestfailed] ${request.url()}\n`));
}

const TYPES = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * An extension that comes from the server may not start workers in the browser's host: it is served from the page's
 * own origin instead, and named where the page looks for an extension under development. `alone`: the page is told of
 * no server to go back to, as in an editor that is a web site and nothing else; no extension runs but in its worker.
 */
async function serveWebExtension(context, { url, log }, { extension, others, tests, alone }) {
  const prefix = '/plenary-under-development';
  const uri = (file) => ({
    scheme: 'http',
    authority: url.host,
    path: path.posix.join(prefix, path.relative(extension, path.resolve(file)).split(path.sep).join('/')),
  });
  await context.route(`${url.origin}${prefix}/**`, async (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length));
    try {
      const body = readFileSync(path.join(extension, name));
      const contentType = TYPES[path.extname(name)] ?? 'application/octet-stream';
      await route.fulfill({ status: 200, contentType, body });
    } catch {
      log.write(`[not found] ${name}\n`);
      await route.fulfill({ status: 404, body: '' });
    }
  });
  if (alone) await cutOff(context);
  await context.addInitScript(
    ({ options, defaults }) => {
      const get = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = get.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
        const settings = JSON.parse(value);
        settings.developmentOptions = { ...settings.developmentOptions, ...options };
        if (defaults) settings.configurationDefaults = { ...settings.configurationDefaults, ...defaults };
        return JSON.stringify(settings);
      };
    },
    {
      options: {
        extensions: [extension, ...others].map(uri),
        ...(tests ? { extensionTestsPath: uri(tests) } : {}),
      },
      // Without a server there is no file of settings.
      ...(alone ? { defaults: SETTINGS } : {}),
    },
  );
}

/**
 * The page of this workbench takes the server that it comes from for the computer to work on, and keeps what is a person's own
 * there. It is made to know of none, and to keep that in the browser, as the page of any editor on the web does.
 */
async function cutOff(context) {
  await context.route('**/code/browser/workbench/workbench.js', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const changes = [
      [/remoteAuthority:location\.host/, 'remoteAuthority:undefined'],
      [
        /(get userRoamingDataHome\(\)\{return [^}]{0,80}\.with\(\{scheme:)[\w$.]+\.vscodeRemote/,
        '$1"vscode-userdata"',
      ],
    ];
    let body = text;
    for (const [found, instead] of changes) {
      if (!found.test(body)) throw new Error(`The page of the workbench is another than it was: ${found}.`);
      body = body.replace(found, instead);
    }
    await route.fulfill({ response, body });
  });
}
