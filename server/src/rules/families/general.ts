import { amount } from '../../l10n/phrase.js';
import { UNUSED_IGNORE } from '../ignore.js';
import type { Rule } from '../rule.js';
import { LONGEST_READ, RUNNING } from '../blockContext.js';
import { OPEN_PLACES } from '../tables/openPlaces.js';
import { firstIn } from '../../text/search.js';

/** Reported by the engine itself, when the ignores of a text have been applied. */
const unusedIgnore: Rule = {
  code: UNUSED_IGNORE,
  ids: [],
  title: 'An ignore comment suppresses something',
  why: 'A comment that no longer suppresses anything hides the next mistake of its kind.',
  severity: 'hint',
  source: null,
  fix: 'none',
  onSave: true,
  messages: { default: 'This ignore suppresses nothing; it can be taken out.' },
  wrong: [
    '1. The Office held a meeting.\n\n⟦<!-- plenary-ignore-next paragraph-sequence -->⟧\n\n2. It trained judges.\n',
  ],
  right: [
    '1. The Office held a meeting.\n\n<!-- plenary-ignore-next paragraph-sequence -->\n\n3. It trained judges.\n\n4. It drafted laws.\n',
  ],
};

/** Longer than the longest of the places that new documents leave open. */
const LONGEST_PLACE = Math.max(...Array.from(OPEN_PLACES, ({ length }) => length));

const openPlace: Rule = {
  code: 'place-left-open',
  ids: [],
  title: 'Nothing is left to be written',
  why: 'A new document says in square brackets what belongs there. A place that was passed over goes out as it stands.',
  severity: 'information',
  source: null,
  fix: 'none',
  onSave: true,
  messages: {
    default: 'This is still to be written.',
    several: '{count} places are still to be written; this is the first one.',
  },
  wrong: [
    '1. The Office held a meeting.\n\n2. The meeting recommended ⟦[what is encouraged]⟧.\n',
    'Statement\n\n⟦[weekday, day month year]⟧\n\n1. The Office held [name of the meeting] in May.\n\n2. It recommended [what is encouraged].\n',
  ],
  right: ['1. The Office [held] [convened] a meeting in [Vienna].\n\n2. It recommended [more care] [sic].\n'],
  block: {
    on: { chars: '[' },
    roles: [...RUNNING, 'masthead', 'organ', 'signature', 'table'],
    check(context, start) {
      const end = firstIn(context.text, ']', start, start + LONGEST_PLACE + 2);
      if (end < 0) return;
      if (OPEN_PLACES.has(context.text.slice(start + 1, end))) context.fact('open-place', '', start, end + 1);
    },
  },
  draft: {
    reads: ['fact:open-place'],
    check(context) {
      const places = context.factsOf('open-place');
      const [first] = places;
      if (!first) return;
      const several = places.length > 1 ? { variant: 'several', args: { count: places.length } } : {};
      context.report(first.block, first.anchor, several);
    },
  },
};

const SENTENCE = 'The Office held a meeting of its members. ';

const unreadParagraph: Rule = {
  code: 'unread-paragraph',
  ids: [],
  title: 'A paragraph is not too long to be checked',
  why: 'A paragraph of the length of a book is mostly a text that lost its line ends. So that the editor never waits for it, its words are not read: nothing is found in it, and nothing in it is looked up.',
  severity: 'information',
  source: null,
  fix: 'none',
  messages: {
    default: 'This paragraph has {characters} characters, too many to be checked. Divide it into paragraphs.',
  },
  wrong: [
    `1. ⟦The Office⟧${SENTENCE.repeat(Math.ceil(LONGEST_READ / SENTENCE.length)).slice('The Office'.length)}\n\n2. It closed.\n`,
  ],
  right: [`1. ${SENTENCE}\n\n2. It closed.\n`],
  block: {
    on: { blocks: 'unread' },
    roles: [...RUNNING, 'masthead', 'organ', 'signature', 'table', 'quote', 'contents'],
    check(context) {
      const { text } = context;
      const first = /^\S{1,40}(?: \S{1,40})?/.exec(text)?.[0].length ?? 0;
      context.report(0, Math.max(1, first), { args: { characters: amount(text.length) } });
    },
  },
};

export const rules: readonly Rule[] = [unusedIgnore, openPlace, unreadParagraph];
