import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, PROGRAM, run } from './kit.js';

const TEXT = 'Report of the Secretariat\n\n## I. Introduction\n\n1. It is the the end.\n\n3. It was.\n';
const TABLE = 'symbol\ttitle\tadoption_date\nA/RES/99/998\tFriendship among gardeners\t2045-01-02\n';
const MORE = 'symbol\ttitle\tadoption_date\nA/RES/99/999\tFriendship among bakers\t2045-01-02\n';

/** What writes over a file, and the file. */
const WRITERS: readonly (readonly [args: readonly string[], file: string])[] = [
  [['fix', '--write', 'a.md'], 'a.md'],
  [['renumber', '--write', 'a.md'], 'a.md'],
  [['catalogue', 'import', 'more.tsv'], 'own.tsv'],
];

/** Put before the program: the disk is full after three bytes, or cannot rename. */
const FULL = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const write = fs.writeSync;
let left = 3;
fs.writeSync = (handle, bytes, ...rest) => {
  if (handle <= 2) return write(handle, bytes, ...rest);
  if (left <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const part = write(handle, bytes.subarray(0, left));
  left -= part;
  return part;
};
syncBuiltinESMExports();
`;
const NO_RENAME = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
fs.renameSync = () => { throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }); };
syncBuiltinESMExports();
`;
// By its rights rather than by those of the file: who runs the tests may be one whom no permission stops.
const READ_ONLY = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const open = fs.openSync;
fs.openSync = (file, flags = 'r', ...rest) => {
  if (flags !== 'r') throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
  return open(file, flags, ...rest);
};
syncBuiltinESMExports();
`;

describe('A disk that does not take what is written', () => {
  for (const [args, file] of WRITERS) {
    for (const [what, fault] of [
      ['is full', FULL],
      ['fails at the last moment', NO_RENAME],
      ['may not be written on', READ_ONLY],
    ] as const) {
      it(`${what}: ${args[0]} leaves the original whole, and says so`, () => {
        const cwd = folder({ 'a.md': TEXT, 'own.tsv': TABLE, 'more.tsv': MORE, 'fault.mjs': fault });
        const before = readFileSync(path.join(cwd, file));
        const ran = run(args, {
          cwd,
          env: { PLENARY_CATALOGUE: path.join(cwd, 'own.tsv') },
          node: ['--import', path.join(cwd, 'fault.mjs')],
        });
        assert.equal(ran.status, 2, ran.stderr);
        assert.match(ran.stderr, /could not be written/);
        assert.ok(readFileSync(path.join(cwd, file)).equals(before));
        assert.deepEqual(readdirSync(cwd).sort(), ['a.md', 'fault.mjs', 'more.tsv', 'own.tsv']);
      });
    }
  }
});

describe('A catalogue that was cut short or altered', () => {
  it('is told of, and the built-in one is used: the user’s own', () => {
    const cwd = folder({ 'own.tsv': Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0, 0xfe]), 'a.md': TEXT });
    const env = { PLENARY_CATALOGUE: path.join(cwd, 'own.tsv') };
    const ran = run(['lookup', '75/158'], { cwd, env });
    assert.match(ran.stderr, /own\.tsv holds no resolutions that can be read/);
    assert.match(ran.stdout, /75\/158/);
  });

  it('is told of, and the rest goes on: the program’s own', () => {
    const server = path.dirname(path.dirname(PROGRAM));
    const cwd = folder({ 'fault.mjs': '' });
    for (const change of ['bytes.subarray(0, 5000)', '(bytes[9000] ^= 1, bytes)']) {
      const fault = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => {
  const bytes = read(file, ...rest);
  return String(file).endsWith('catalogue.bin') ? ${change} : bytes;
};
syncBuiltinESMExports();
`;
      writeFileSync(path.join(cwd, 'fault.mjs'), fault);
      const ran = run(['check', '-', '--format', 'json'], {
        cwd,
        input: TEXT,
        node: ['--import', path.join(cwd, 'fault.mjs')],
      });
      assert.match(ran.stderr, /The catalogue of this installation cannot be used/, server);
      assert.match(ran.stdout, /doubled-word/);
    }
  });

  it('is told of, and the rest goes on, where only a piece of it was asked for', () => {
    const cwd = folder({ 'fault.mjs': '' });
    const faults = [
      [
        `const read = fs.readSync;
fs.readSync = (file, into, at, length, position) => {
  const count = read(file, into, at, length, position);
  if (position > 20000) into[at] ^= 1;
  return count;
};`,
        /\(altered\)/,
      ],
      [
        `const stat = fs.fstatSync; fs.fstatSync = (file) => Object.assign(stat(file), { size: 5000 });`,
        /\(truncated\)/,
      ],
      [
        `const open = fs.openSync; fs.openSync = (file, ...rest) => {
  if (String(file).endsWith('catalogue.bin')) throw Object.assign(new Error('no'), { code: 'EACCES' });
  return open(file, ...rest);
};`,
        /cannot be read: permission is denied/,
      ],
    ] as const;
    for (const [fault, told] of faults) {
      writeFileSync(path.join(cwd, 'fault.mjs'), `import fs from 'node:fs';\n${fault}\n`);
      const ran = run(['lookup', 'UNTOC'], { cwd, node: ['--import', path.join(cwd, 'fault.mjs')] });
      assert.match(ran.stderr, /^plenary: The catalogue of this installation cannot be/, fault);
      assert.match(ran.stderr, told, fault);
      assert.match(ran.stdout, /Organized Crime/);
      assert.equal(ran.status, 2);
    }
  });
});
