import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { applySafeFixes } from '../../server/src/library/fix.js';
import { openCatalogue } from '../../server/src/library/analyse.js';
import { OpenDraft, type OpenOptions } from '../../server/src/workspace/openDraft.js';

// Published texts that stand beside a working copy. They are no part of the project: elsewhere this test is skipped.
const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = [join(CORPUS, 'docs'), join(CORPUS, 'linked/docs')];

/** So many documents are read each time; all of them where PLENARY_ALL_DOCUMENTS is set. */
const SAMPLE = 24;

describe('Safe fixes of published documents', function () {
  this.timeout(20_000);
  if (!FOLDERS.every((folder) => existsSync(folder))) {
    it.skip('(no published documents beside this working copy)');
    return;
  }
  const catalogue = openCatalogue(readFileSync(join(import.meta.dirname, '../../data/catalogue.bin')));
  const options: OpenOptions = { catalogue, today: '2026-11-25' };
  for (const file of chosen(FOLDERS.flatMap((folder) => textsIn(folder)))) {
    it(relative(CORPUS, file), () => {
      const text = readFileSync(file, 'utf8');
      const before = new OpenDraft(text, options);
      const fixed = applySafeFixes(before, options);
      assert.equal(applySafeFixes(fixed.text, options).text, fixed.text, 'a second time changes nothing');
      const after = new OpenDraft(fixed.text, options);
      const old = counts(before);
      for (const [code, count] of counts(after))
        assert.ok(count <= (old.get(code) ?? 0), `${code}: ${old.get(code) ?? 0} findings became ${count}`);
      assert.deepEqual(quotations(fixed.text), quotations(text), 'quotations stay as they are');
      const kept = names(after);
      for (const [name, count] of names(before))
        assert.ok((kept.get(name) ?? 0) >= count, `the name stays as it is: ${name}`);
    });
  }
});

/** Every so many of the documents, spread over the kinds. */
function chosen(files: readonly string[]): readonly string[] {
  if (process.env['PLENARY_ALL_DOCUMENTS']) return files;
  const step = Math.max(1, Math.floor(files.length / SAMPLE));
  return files.filter((_, index) => index % step === 0);
}

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function counts(open: OpenDraft): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of open.allFindings()) found.set(rule.code, (found.get(rule.code) ?? 0) + 1);
  return found;
}

/** What stands between curved quotation marks, without the marks of Markdown. */
function quotations(text: string): string[] {
  return text.match(/“[^“”\n]{1,400}”/g) ?? [];
}

/** The names of treaties and bodies as they are written, and how often; acronyms left out. */
function names({ draft, analysis }: OpenDraft): Map<string, number> {
  const out = new Map<string, number>();
  for (const block of draft.blocks)
    for (const citation of analysis.citationsOf(block)) {
      if (citation.type !== 'treaty' && citation.type !== 'body') continue;
      // "UN Statistical Commission" becomes "United Nations Statistical Commission".
      const name = block.reading.text
        .slice(citation.start, citation.end)
        .replace(/^(?:United Nations|UN) (?=.* )/, '');
      if (name.includes(' ')) out.set(name, (out.get(name) ?? 0) + 1);
    }
  return out;
}
