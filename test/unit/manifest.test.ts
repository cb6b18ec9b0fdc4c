import assert from 'node:assert/strict';
import manifest from '../../package.json' with { type: 'json' };
import { DEFAULTS, PROFILES } from '../../server/src/settings/settings.js';

const properties: Record<string, { default?: unknown; enum?: readonly string[] }> =
  manifest.contributes.configuration.properties;

/** What only the client reads; the engine knows nothing of it. */
const OF_THE_CLIENT = ['plenary.trace.server'];

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
