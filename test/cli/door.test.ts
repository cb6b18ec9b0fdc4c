import assert from 'node:assert/strict';
import path from 'node:path';
import { plainQuestion } from '../../server/src/cli/plainQuestion.js';
import { folder, PROGRAM, run, type RunOptions } from './kit.js';

/** The program without its front door. */
const BEHIND = path.join(path.dirname(PROGRAM), 'cli.js');

/** Calls that the front door answers itself. */
const PLAIN: readonly (readonly string[])[] = [
  ['75/158'],
  ['trafficking', 'women'],
  ['trafficking women', '--format', 'json'],
  ['--format=json', 'UNTOC'],
  ['--limit', '2', 'women', 'in', 'conflict'],
  ['General Assembly, 75th session', '--locale', 'fr'],
  ['A/C.3/75/L.10', '--locale=es'],
  ['article 3 of the Trafficking in Persons Protocol'],
  ['nothing is known of zzzz'],
  ['help'],
  [''],
];

/** Calls that it leaves to the program, be they right or wrong. */
const OTHERS: readonly (readonly string[])[] = [
  ['--help'],
  ['75/158', '--limit', '007'],
  ['75/158', '--today', '2000-01-01'],
  [],
  ['75/158', '--format', 'xml'],
  ['75/158', '--format'],
  ['75/158', '--format='],
  ['75/158', '--limit', '0'],
  ['75/158', '--limit', '2', '--limit', '3'],
  ['75/158', '--locale', 'de'],
  ['75/158', '--no-such-option'],
  ['--', '75/158'],
  ['-'],
];

describe('The front door', () => {
  it('knows what is plain', () => {
    for (const args of PLAIN) assert.ok(plainQuestion(['lookup', ...args]), args.join(' '));
    for (const args of OTHERS) assert.equal(plainQuestion(['lookup', ...args]), null, args.join(' '));
    assert.equal(plainQuestion(['rules']), null);
    assert.equal(plainQuestion(['help', 'lookup']), null);
    assert.equal(plainQuestion([]), null);
  });

  const own = 'symbol\ttitle\tadoption_date\nA/RES/99/1\tLamps of harbours\t2044-01-02\n';
  const cwd = (): string => folder({ 'own.tsv': own, 'odd.tsv': 'a letter', 'plenary.catalogue.tsv': own });
  const settings: readonly (readonly [string, readonly string[], RunOptions['env']])[] = [
    ...[...PLAIN, ...OTHERS.slice(0, 3)].map((args) => [args.join(' '), args, {}] as const),
    ['in colours', ['75/158'], { NO_COLOR: '', FORCE_COLOR: '1' }],
    ['a catalogue of the user', ['99/1'], { PLENARY_CATALOGUE: 'own.tsv' }],
    ['a catalogue of the user, by title', ['lamps', '--format', 'json'], { PLENARY_CATALOGUE: 'own.tsv' }],
    ['a catalogue that is none', ['75/158'], { PLENARY_CATALOGUE: 'odd.tsv' }],
    ['a catalogue that is a folder', ['75/158'], { PLENARY_CATALOGUE: '.' }],
  ];
  for (const [name, args, env] of settings)
    it(`answers like the program: ${name}`, () => {
      const [ours, theirs] = [PROGRAM, BEHIND].map((program) =>
        run(['lookup', ...args], { cwd: cwd(), program, ...(env ? { env } : {}) }),
      );
      assert.deepEqual(ours, theirs);
    });
});
