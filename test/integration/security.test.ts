import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentUrl } from '../../server/src/catalogue/links.js';
import { readImport } from '../../server/src/catalogue/import/read.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Modules of Node that open a connection or start a program. */
const OUTWARD = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dns',
  'dgram',
  'child_process',
  'cluster',
  'vm',
  'inspector',
  'repl',
];
/** The protocol's own library needs these for `--socket` and `--pipe`, and to start a server from a client. */
const OF_THE_PROTOCOL = ['net', 'child_process'];

/** The scripts that ship, with the modules that they ask for. */
function shipped(): { name: string; text: string; asks: string[] }[] {
  return ['server/dist', 'dist'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[cm]?js$/.test(name))
      .map((name) => {
        const text = readFileSync(path.join(ROOT, folder, name), 'utf8');
        const asks = new Set<string>();
        for (const [, module] of text.matchAll(
          /(?:\bfrom ?|\bimport ?\(?|\b(?:__)?require\d*\()["'](?:node:)?([a-z_/0-9]+)["']/g,
        ))
          asks.add(module!);
        return { name: `${folder}/${name}`, text, asks: [...asks] };
      }),
  );
}

describe('What ships', () => {
  it('asks for no module that opens a connection or runs a program, but what the protocol needs', () => {
    const scripts = shipped();
    assert.ok(scripts.length > 3, 'the build is there');
    assert.ok(
      scripts.some(({ asks }) => asks.length > 0),
      'modules are seen',
    );
    const found = scripts.flatMap(({ name, asks }) =>
      asks
        .filter((module) => OUTWARD.includes(module) && !OF_THE_PROTOCOL.includes(module))
        .map((module) => `${name}: ${module}`),
    );
    assert.deepEqual(found, []);
  });

  it('fetches nothing', () => {
    const found = shipped().filter(({ text }) =>
      /(?<![.\w$])(?:fetch|importScripts)\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\(/.test(
        text,
      ),
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      [],
    );
  });
});

describe('What is told by others', () => {
  it('is no way to read a file: XML has no external entities, and none that grow', () => {
    const records = (entity: string, value: string): string =>
      `<?xml version="1.0"?>\n<!DOCTYPE collection [${entity}]>\n<collection xmlns="http://www.loc.gov/MARC21/slim"><record><datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/RES/99/998</subfield></datafield><datafield tag="245" ind1=" " ind2=" "><subfield code="a">${value}</subfield></datafield></record></collection>`;
    const secret = path.join(ROOT, 'package.json');
    const outside = readImport(records(`<!ENTITY x SYSTEM "file://${secret}">`, '&x;'));
    assert.ok(!JSON.stringify(outside).includes('contributes'));
    const growing = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('');
    const laughs = readImport(records(`<!ENTITY e0 "ha">${growing}`, '&e12;'));
    assert.ok(JSON.stringify(laughs).length < 10_000);
  });

  it('makes no link but to the official site, by https', () => {
    for (const symbol of [
      'A/RES/75/158',
      'javascript:alert(1)',
      '//example.org',
      '@example.org/x',
      '?#"><b>',
    ]) {
      const { protocol, host } = new URL(documentUrl(symbol));
      assert.equal(protocol, 'https:');
      assert.equal(host, 'undocs.org');
    }
  });
});

describe('The manifest', () => {
  it('supports workspaces that are not trusted, and has no setting that names a program', () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      capabilities: { untrustedWorkspaces: { supported: boolean } };
    };
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    const names = JSON.stringify(manifest).match(/"plenary\.[\w.]+"/g) ?? [];
    assert.deepEqual(
      names.filter((name) => /(?:path|command|executable|shell|args)"$/i.test(name)),
      [],
    );
  });
});
