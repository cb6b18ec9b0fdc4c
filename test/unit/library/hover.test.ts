import assert from 'node:assert/strict';
import { hoverAt, open } from '../../../server/src/index.js';

const TEXT =
  'Report of the Secretariat\r\n\r\n1. The Office met.\r\n\r\n2. See paragraph 1 above, and A/75/292.\r\n';

describe('hoverAt', () => {
  const draft = open(TEXT);
  /** The words that a hover at the first place of `words` is about. */
  const about = (words: string): string | null => {
    const found = hoverAt(draft, TEXT.indexOf(words));
    return found && TEXT.slice(found.offset, found.offset + found.length);
  };

  it('tells where the thing stands, by offsets of the text', () => {
    assert.equal(about('paragraph 1'), 'paragraph 1 above');
    assert.equal(about('A/75/292'), 'A/75/292');
    assert.match(hoverAt(draft, TEXT.indexOf('paragraph 1'))!.markdown, /The Office met/);
  });

  it('has nothing to say of other words, and none of places outside', () => {
    assert.equal(about('Office'), null);
    for (const offset of [-5, TEXT.length, 1e9]) assert.equal(hoverAt(draft, offset), null);
    assert.equal(hoverAt(open(''), 0), null);
  });
});
