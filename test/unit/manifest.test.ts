import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import words from '../../package.nls.json' with { type: 'json' };
import schema from '../../schemas/plenary.config.schema.json' with { type: 'json' };
import { KINDS } from '../../server/src/document/kinds.js';
import { readSettings } from '../../server/src/settings/read.js';
import type { SettingsProblem } from '../../server/src/settings/read.js';
import { DEFAULTS, PROFILES } from '../../server/src/settings/settings.js';

const properties: Record<string, { default?: unknown; enum?: readonly string[] }> =
  manifest.contributes.configuration.properties;

const strings: Readonly<Record<string, string>> = words;

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

describe('The commands that the extension declares', () => {
  const commands = manifest.contributes.commands.map(({ command }) => command);
  const palette: readonly { command: string; when: string }[] = manifest.contributes.menus.commandPalette;

  /** What shows, copies or begins something of its own, and so may be asked for where the text cannot be changed. */
  const LEAVE_THE_TEXT = [
    'plenary.newDocument',
    'plenary.changeKind',
    'plenary.checkFolder',
    'plenary.uncheckFolder',
    'plenary.healthReport',
    'plenary.importResolutions',
    'plenary.reportFalseAlarm',
    'plenary.restartServer',
    'plenary.showOutput',
    'plenary.showLength',
    'plenary.openPreview',
    'plenary.printDraft',
    'plenary.copyForWord',
  ];

  for (const command of commands.filter((name) => !LEAVE_THE_TEXT.includes(name)))
    it(`${command} is offered only where the text can be changed`, () => {
      const when = palette.find((entry) => entry.command === command)?.when ?? '';
      // What belongs to the outline is offered there and nowhere else.
      if (command.startsWith('plenary.outline.')) assert.equal(when, 'false');
      else assert.match(when, /plenary\.recognized .*!editorReadonly/);
    });

  it('are all told of in what the documentation says of the browser', () => {
    const page = readFileSync(new URL('../../docs/faces.md', import.meta.url), 'utf8');
    const part = page.split('## Commands in the browser')[1] ?? '';
    const words = manifest.contributes.commands.map(({ title }) => strings[title.slice(1, -1)] ?? title);
    assert.deepEqual(
      words.filter((title) => !part.includes(`“${title}”`)),
      [],
    );
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
