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

/** The letters and figures of a text in their order; raised figures count as the figures they are. */
function characters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<\/?sup>/g, '')
    .replace(/\]\(#?\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
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
        if (kind !== 'furniture') assert.equal(characters(after), characters(before), JSON.stringify(before));
      }
      // What the furniture was is listed, change by change: the rest of the text is the same.
      const furniture = changes.filter(({ kind }) => kind === 'furniture');
      const after = applyCleanUp(text, changes);
      assert.equal(characters(after), characters(applyCleanUp(text, furniture)));
      for (const { before, after: left } of furniture) {
        const lines = before.split(/[\r\n\f]+/).filter((line) => !left.includes(line.trim()));
        for (const line of lines) assert.ok(line.trim().replace(/\s+/g, ' ').length <= 120, line);
      }
      assert.deepEqual(planCleanUp(new Draft(after)).changes, []);
    });
  }
});
