import assert from 'node:assert/strict';
import { withKind } from '../../../client/src/configurationFile.js';
import type { ChosenKind } from '../../../server/src/messages.js';

/** Each case: what the file holds, the choice for drafts/a.md, and what the file holds then; layout aside. */
const CASES: readonly (readonly [title: string, before: string, choice: ChosenKind, after: string])[] = [
  [
    'writes into an empty file',
    '',
    'statement',
    '{ "files": [{ "pattern": "drafts/a.md", "kind": "statement" }] }',
  ],
  [
    'comes before what is there, and keeps it with its comments',
    '{ // ours\n "profile": "delegation", "files": [/* all */ { "pattern": "**/*.md", "kind": "note" }] }',
    'letter',
    '{ // ours\n "profile": "delegation", "files": [{ "pattern": "drafts/a.md", "kind": "letter" }, /* all */ { "pattern": "**/*.md", "kind": "note" }] }',
  ],
  [
    'replaces an earlier choice',
    '{ "files": [{ "pattern": "b.md" }, { "pattern": "drafts/a.md", "kind": "note" }] }',
    'none',
    '{ "files": [{ "pattern": "b.md" }, { "pattern": "drafts/a.md", "recognize": "never" }] }',
  ],
  [
    'takes a choice out again',
    '{ "files": [{ "pattern": "drafts/a.md", "kind": "note" }, { "pattern": "b.md", "kind": "note" }] }',
    null,
    '{ "files": [{ "pattern": "b.md", "kind": "note" }] }',
  ],
  ['writes nothing when there is nothing to take out', '{}', null, '{}'],
  [
    'leaves what else is decided for the file',
    '{ "files": [{ "pattern": "drafts/a.md", "kind": "note", "locale": "fr" }] }',
    null,
    '{ "files": [{ "pattern": "drafts/a.md", "locale": "fr" }] }',
  ],
];

function layoutAside(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

describe('The kind of a file in plenary.config.json', () => {
  for (const [title, before, choice, after] of CASES) {
    it(title, () => {
      const result = withKind(before, 'drafts/a.md', choice);
      assert.equal(layoutAside(result), layoutAside(after));
      assert.equal(withKind(result, 'drafts/a.md', choice), result, 'once more changes nothing');
    });
  }

  it('is laid out to be read', () => {
    assert.equal(
      withKind('{}\n', 'a.md', 'report'),
      '{\n  "files": [\n    {\n      "pattern": "a.md",\n      "kind": "report"\n    }\n  ]\n}\n',
    );
  });
});
