// A workbench in a browser, for a test that runs in its extension host or drives it as a person would.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { linkExtension, startWorkbench, workbenchAddress } from './server.mjs';

/** The suite marks each line of its report with this: the console is the one way out of every extension host. */
export const REPORT_MARK = '@@test ';

/**
 * Opens a copy of `folder`, so that no fixture is ever changed. `extension`: the folder of one under development;
 * `tests`: the bundle to run in the extension host; `kind: 'web'`: the worker's host instead of Node's.
 * `browserArgs`, `viewport`, `deviceScaleFactor`: for the browser. Everything is removed by `close`.
 */
export async function startHost({
  folder,
  extension,
  tests,
  kind,
  extensionsDir,
  settings,
  logFile,
  browserArgs,
  viewport = { width: 1280, height: 800 },
  deviceScaleFactor,
}) {
  const dir = mkdtempSync(path.join(tmpdir(), 'plenary-host-'));
  const workspace = path.join(dir, path.basename(folder));
  cpSync(path.resolve(folder), workspace, { recursive: true });
  let server, browser;
  const close = async () => {
    await browser?.close().catch(() => undefined);
    await server?.stop();
    // Processes of the built-in extensions end a little later, and write as they do.
    for (let times = 0; times < 3; times++) {
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
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
    const page = await context.newPage();
    const host = { page, browser, pid: server.pid, url: server.url, folder: workspace, report: [], close };
    host.exit = new Promise((resolve) => (host.end = resolve));
    await listen(page, server, host);
    if (web) await serveWebExtension(context, server, { extension: path.resolve(extension), tests });
    const address = workbenchAddress(server.url, {
      folder: workspace,
      ...(tests && !web ? { extension, tests } : {}),
    });
    await page.goto(address.href);
    return host;
  } catch (error) {
    await close();
    throw error;
  }
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
 * own origin instead, and named where the page looks for an extension under development.
 */
async function serveWebExtension(context, { url, log }, { extension, tests }) {
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
  await context.addInitScript(
    (options) => {
      const get = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = get.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
        const settings = JSON.parse(value);
        settings.developmentOptions = { ...settings.developmentOptions, ...options };
        return JSON.stringify(settings);
      };
    },
    { extensions: [uri(extension)], ...(tests ? { extensionTestsPath: uri(tests) } : {}) },
  );
}
