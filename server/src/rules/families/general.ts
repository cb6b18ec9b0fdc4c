import { UNUSED_IGNORE } from '../ignore.js';
import type { Rule } from '../rule.js';

/** Reported by the engine itself, when the ignores of a text have been applied. */
const unusedIgnore: Rule = {
  code: UNUSED_IGNORE,
  ids: [],
  title: 'An ignore comment suppresses something',
  why: 'A comment that no longer suppresses anything hides the next mistake of its kind.',
  severity: 'hint',
  source: null,
  fix: 'none',
  messages: { default: 'This ignore suppresses nothing; it can be taken out.' },
  wrong: [
    '1. The Office held a meeting.\n\n⟦<!-- plenary-ignore-next paragraph-sequence -->⟧\n\n2. It trained judges.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n<!-- plenary-ignore-next paragraph-sequence -->\n\n3. It trained judges.\n\n4. It drafted laws.\n',
  ],
};

export const rules: readonly Rule[] = [unusedIgnore];
