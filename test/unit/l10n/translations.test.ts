import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hasWords, placesIn, ROOT, spokenByClient, spokenByEngine, tableOf, TRANSLATED } from './kit.js';

/** That a table says all of `spoken`, nothing else, and each sentence with the same places. */
function check(spoken: ReadonlySet<string>, table: Readonly<Record<string, string>>): void {
  assert.deepEqual(
    [...spoken].filter((text) => hasWords(text) && !(text in table)),
    [],
    'are not translated',
  );
  assert.deepEqual(
    Object.keys(table).filter((text) => !spoken.has(text)),
    [],
    'are said nowhere',
  );
  assert.deepEqual(
    Object.entries(table).filter(([text, said]) => placesIn(text).join() !== placesIn(said).join()),
    [],
    'have other places than the English sentence',
  );
  assert.deepEqual(
    Object.entries(table).filter(([text, said]) => said.trim() === '' || /\n/.test(text) !== /\n/.test(said)),
    [],
    'are empty, or have other lines',
  );
}

/** Signs before which French has a space that does not break, as all typography of the Organization in French. */
function frenchSpaces(table: Readonly<Record<string, string>>): string[] {
  return Object.values(table).filter((said) =>
    said
      .split('\n')
      .some(
        (line) =>
          !line.trimStart().startsWith('$') && /[^\s\u00a0]»|«[^\u00a0]| (?:[;?!»]|:(?=\s|$))/.test(line),
      ),
  );
}

describe('The translations of the engine', () => {
  const spoken = spokenByEngine();

  for (const locale of TRANSLATED) {
    it(`say all that it says in ${locale}`, () => check(spoken, tableOf(`server/src/l10n/${locale}.json`)));
  }

  it('have the spaces of French', () => {
    for (const name of ['server/src/l10n/fr.json', 'l10n/bundle.l10n.fr.json', 'package.nls.fr.json'])
      assert.deepEqual(frenchSpaces(tableOf(name)), [], name);
  });
});

describe('The translations of the extension', () => {
  const { spoken, hidden } = spokenByClient();

  it('are looked up by sentences that stand where they are said', () => {
    assert.deepEqual(hidden, []);
  });

  for (const locale of TRANSLATED) {
    it(`say all that it says in ${locale}`, () => check(spoken, tableOf(`l10n/bundle.l10n.${locale}.json`)));
  }
});

describe('The texts of the manifest', () => {
  const manifest = readFileSync(`${ROOT}package.json`, 'utf8');
  const english = tableOf('package.nls.json');
  const used = new Set([...manifest.matchAll(/"%([^"%]+)%"/g)].map((match) => match[1]!));

  it('have names, and each name a text', () => {
    assert.deepEqual(
      [...used].filter((name) => !(name in english)),
      [],
    );
    assert.deepEqual(
      Object.keys(english).filter((name) => !used.has(name)),
      [],
    );
  });

  it('are all behind names', () => {
    const contributes = (JSON.parse(manifest) as { contributes: unknown }).contributes;
    const plain: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === 'string') {
        const name = path.split('.').at(-1)!;
        const shown =
          /^(?:title|shortTitle|name|contextualTitle|contents|label|altText|\w*[dD]escription|displayName)$/.test(
            name,
          ) || /\b(?:markdownE|e)num(?:Descriptions|ItemLabels)\.\d+$/.test(path);
        if (shown && hasWords(value) && value !== 'Plenary' && !/^%.*%$/.test(value) && !forMachines(path))
          plain.push(`${path}: ${value}`);
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, one] of Object.entries(value)) visit(one, `${path}.${name}`);
      }
    };
    visit(contributes, 'contributes');
    assert.deepEqual(plain, []);
  });

  for (const locale of TRANSLATED) {
    it(`are all there in ${locale}, with their links and commands`, () => {
      const table = tableOf(`package.nls.${locale}.json`);
      assert.deepEqual(Object.keys(table), Object.keys(english));
      const targets = (text: string): string[] =>
        [...text.matchAll(/\]\(([^)]+)\)|#[\w.]+#|`[^`]+`/g)].map((match) => match[0]).sort();
      assert.deepEqual(
        Object.keys(table).filter((name) => targets(table[name]!).join() !== targets(english[name]!).join()),
        [],
      );
    });
  }
});

/** What tools tell a language model, and names that are no text. */
function forMachines(path: string): boolean {
  return (
    /\.languageModelTools\.\d+\.(?:name|modelDescription|inputSchema)\b/.test(path) ||
    /\.(?:grammars|languages|snippets)\./.test(path)
  );
}
