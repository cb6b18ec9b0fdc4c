import assert from 'node:assert/strict';
import manifest from '../../package.json' with { type: 'json' };
import schema from '../../schemas/plenary.config.schema.json' with { type: 'json' };
import { KINDS } from '../../server/src/document/kinds.js';
import { readSettings } from '../../server/src/settings/read.js';
import type { SettingsProblem } from '../../server/src/settings/read.js';
import { DEFAULTS, PROFILES } from '../../server/src/settings/settings.js';

const properties: Record<string, { default?: unknown; enum?: readonly string[] }> =
  manifest.contributes.configuration.properties;

/** What only the editor and the client read; the engine knows nothing of it. */
const OF_THE_CLIENT = ['plenary.trace.server', 'plenary.numbering.keys'];

/** The value at a dotted path. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
      value,
    );
}

describe('The settings that the extension declares', () => {
  for (const [name, { default: value }] of Object.entries(properties)) {
    if (OF_THE_CLIENT.includes(name)) continue;
    it(`${name} has the engine's default`, () => {
      assert.deepEqual(value, at(DEFAULTS, name.replace(/^plenary\./, '')));
    });
  }

  it('know the profiles of the engine', () => {
    assert.deepEqual(properties['plenary.profile']?.enum, PROFILES);
  });
});

describe('The schema of plenary.config.json', () => {
  const names = Object.keys(schema.properties).filter((name) => name !== '$schema');

  it('names each setting that the engine reads, and no other', () => {
    assert.deepEqual(names.toSorted(), Object.keys(DEFAULTS).toSorted());
    const problems: SettingsProblem[] = [];
    readSettings(Object.fromEntries(names.map((name) => [name, {}])), (problem) => problems.push(problem));
    assert.deepEqual(
      problems.filter(({ message }) => message.text.startsWith('There is no setting')),
      [],
    );
  });

  it('names the parts of each', () => {
    for (const name of ['statement', 'length', 'numbering', 'hints'] as const) {
      assert.deepEqual(Object.keys(schema.properties[name].properties), Object.keys(DEFAULTS[name]), name);
    }
  });

  it('knows the kinds of document', () => {
    assert.deepEqual(schema.definitions.kind.enum, KINDS);
  });
});
