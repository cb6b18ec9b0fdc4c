import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyCleanUp, planCleanUp } from '../../server/src/cleanup/cleanUp.js';
import { Draft } from '../../server/src/document/draft.js';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
/** Real documents as converters left them: those of users, and every ninth of a collection. */
const FOLDERS = [path.join(SHARED, 'seeds'), path.join(SHARED, 'corpus/docs')];
const STEP = 9;

function texts(): string[] {
  const files = FOLDERS.filter((folder) => existsSync(folder)).map((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .sort()
      .map((name) => path.join(folder, name)),
  );
  return files.flatMap((list, i) => (i === 0 ? list : list.filter((_, n) => n % STEP === 0)));
}

/** The words of a text in their order; a raised figure is a word of its own, an ordinal and a link are what they say. */
function words(text: string): string[] {
  return (
    text
      .replace(/<sup>\s?(st|nd|rd|th)\s?<\/sup>/g, '$1')
      .replace(/<\/?sup>|[⁰¹²³⁴-⁹]/g, ' $& ')
      .replace(/<\/?sup>/g, '')
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether two lists are the same but that the beginning of the one is the end of the other. */
function isTurned(before: readonly string[], after: readonly string[]): boolean {
  return (
    before.length === after.length && ` ${[...after, ...after].join(' ')} `.includes(` ${before.join(' ')} `)
  );
}

describe('The clean-up of real texts', function () {
  const files = texts();

  it('has texts to read', function () {
    // The texts belong to others and are not part of the project.
    if (files.length === 0) this.skip();
    assert.ok(files.length >= 20);
  });

  for (const file of files) {
    it(`loses no word and is done at once: ${path.basename(file)}`, () => {
      const text = readFileSync(file, 'utf8');
      const { changes } = planCleanUp(new Draft(text));
      for (const { kind, before, after } of changes) {
        // Notes that stand within a paragraph change their place with its rest.
        if (kind === 'page-break') assert.ok(isTurned(words(before), words(after)), JSON.stringify(before));
        else if (kind !== 'furniture') assert.deepEqual(words(after), words(before), JSON.stringify(before));
      }
      // What the furniture was and which notes went elsewhere is listed: the words of the rest are the same.
      const furniture = changes.filter(({ kind }) => kind === 'furniture');
      const moving = changes.filter(({ kind }) => kind === 'furniture' || kind === 'page-break');
      const after = applyCleanUp(text, changes);
      assert.deepEqual(words(after), words(applyCleanUp(text, moving)));
      for (const { before, after: left } of furniture) {
        const joined = left.replace(/\s+/g, ' ');
        const lines = before.split(/[\r\n\f]+/).map((line) => line.trim().replace(/\s+/g, ' '));
        for (const line of lines.filter((one) => !joined.includes(one))) assert.ok(line.length <= 120, line);
      }
      assert.deepEqual(planCleanUp(new Draft(after)).changes, []);
    });
  }
});
