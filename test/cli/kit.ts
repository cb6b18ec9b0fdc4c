import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = path.join(ROOT, 'server/dist/plenary.cjs');

/** The day on which the tests are run, whatever the clock says. */
export const TODAY = '2024-06-03';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Handed to Node before the program. */
  readonly node?: readonly string[];
  /** Another file to run than the program. */
  readonly program?: string;
}

/** Runs the command line in a process of its own and waits for its end. */
export function run(
  args: readonly string[],
  { cwd, input, env, node = [], program = PROGRAM }: RunOptions = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...node, program, ...args], {
    cwd: cwd ?? tmpdir(),
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // Neither a user's own catalogue nor colours of the terminal that the tests run in.
    env: {
      ...process.env,
      PLENARY_CATALOGUE: path.join(tmpdir(), 'plenary-no-such-catalogue.tsv'),
      NO_COLOR: '1',
      ...env,
    },
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** A folder with these files, which is gone after the test. */
export function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'plenary-cli-'));
  folders.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

const folders: string[] = [];
after(() => {
  for (const root of folders.splice(0)) rmSync(root, { recursive: true, force: true });
});

export function json(ran: Ran): unknown {
  return JSON.parse(ran.stdout);
}

/** Fails where a value does not fit one of the project's own schemas. */
export function assertFits(name: 'check' | 'inspect' | 'rules' | 'lookup', value: unknown): void {
  const file = path.join(ROOT, `docs/plenary.${name}.schema.json`);
  fits(new Ajv({ allErrors: true, strict: false }).compile(readJson(file)), value);
}

const require = createRequire(import.meta.url);

/** Fails where a value is no log of SARIF 2.1.0, by the schema of its standard. */
export function assertSarif(value: unknown): void {
  const inside = createRequire(require.resolve('@microsoft/jest-sarif'));
  const Draft4 = inside('ajv') as new (options: object) => {
    addMetaSchema(schema: object): void;
    compile(schema: object): ValidateFunction;
  };
  const ajv = new Draft4({ schemaId: 'auto', allErrors: true, unknownFormats: 'ignore' });
  ajv.addMetaSchema(inside('ajv/lib/refs/json-schema-draft-04.json') as object);
  fits(ajv.compile(inside('./schemas/sarif-2.1.0-rtm.5.json') as object), value);
}

function fits(validate: ValidateFunction, value: unknown): void {
  if (validate(value)) return;
  const errors = (validate.errors ?? []).slice(0, 5).map((one) => JSON.stringify(one));
  throw new Error(`The value does not fit the schema:\n${errors.join('\n')}`);
}

function readJson(file: string): object {
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}
