import { SENTENCES } from '../roles.js';
import type { Rule } from '../rule.js';
import { nextWord, previousWord } from '../words.js';

/** Numbers of a text that stand for the same thing and are not the same. */

/** The sentence around an offset, 300 code units to either side at most. */
function sentenceAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 300), at);
  const after = text.slice(at, at + 300);
  const stop = before.search(/[.;!?] (?=[^.;!?]*$)/);
  const end = after.search(/[.;!?](?: |$)/);
  return before.slice(stop + 1) + (end < 0 ? after : after.slice(0, end));
}

const COUNTED_BEFORE =
  /(?<![\d,.–-])(\d{1,3}) (?:(States) (?:are|were|have become|had become) (?:now )?(?:a )?part(?:y|ies)|(?:(States) )?[Pp]arties) to (?:the )?$/;
const COUNTED_BEHIND =
  /^ (?:has|had|counts|counted) (?:now )?(?:a total of )?(\d{1,3}) (?:(States) )?[Pp]arties\b/;

const partiesDiffer: Rule = {
  code: 'parties-differ',
  ids: ['NUM-017', 'CONS-011'],
  title: 'A treaty has one number of parties in a text',
  why: 'A number of parties that was brought up to date in one paragraph is easily left as it was in another.',
  severity: { default: 'information', record: 'hint', treaty: 'off' },
  source: null,
  fix: 'none',
  messages: { default: 'Elsewhere this text counts {other} of the {treaty}. Check which number is right.' },
  wrong: [
    '1. There are 178 parties to the Trafficking in Persons Protocol.\n\n2. The Trafficking in Persons Protocol has ⟦179⟧ parties.',
    '1. The Organized Crime Convention has a total of 190 States parties, and ⟦189⟧ States are party to the Organized Crime Convention.',
  ],
  right: [
    '1. There are 178 parties to the Trafficking in Persons Protocol.\n\n2. The Trafficking in Persons Protocol has 178 parties, 177 of them States.',
    '1. In 2015 there were 166 parties to the Trafficking in Persons Protocol. There are now 178 parties to the Trafficking in Persons Protocol.',
    '1. There are 178 parties to the Trafficking in Persons Protocol and 190 parties to the Organized Crime Convention.',
  ],
  block: {
    on: { citations: ['treaty'] },
    roles: SENTENCES,
    check(context, start, end, citation) {
      if (citation?.type !== 'treaty' || citation.other || context.draft.language !== 'en') return;
      if (context.inQuotation(start)) return;
      const { text } = context;
      const before = COUNTED_BEFORE.exec(text.slice(Math.max(0, start - 60), start));
      const behind = COUNTED_BEHIND.exec(text.slice(end, end + 50));
      const m = before ?? behind;
      if (!m) return;
      const states = m.slice(2).some((one) => one === 'States');
      // What a date stands beside was so on that date: numbers of one date are compared.
      const dates =
        sentenceAround(text, start)
          .match(/\b(?:19|20)\d\d\b/g)
          ?.join(' ') ?? '';
      const at = (before ? start - before[0].length : end) + m[0].indexOf(m[1]!);
      context.fact(
        'parties',
        [citation.name, states ? 'States' : 'all', dates, m[1]].join('|'),
        at,
        at + m[1]!.length,
      );
    },
  },
  draft: {
    reads: ['fact:parties'],
    check(context) {
      const first = new Map<string, string>();
      for (const { block, item, anchor } of context.factsOf('parties')) {
        const cut = item.key.lastIndexOf('|');
        const about = item.key.slice(0, cut);
        const count = item.key.slice(cut + 1);
        const other = first.get(about);
        if (other === undefined) first.set(about, count);
        else if (other !== count && !block.quoted)
          context.report(block, anchor, { args: { other, treaty: about.slice(0, about.indexOf('|')) } });
      }
    },
  },
};

const SMALL = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ANY_NUMBER =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|another|additional|further|more|other|\d+)\b/i;

const countGrows: Rule = {
  code: 'count-grows',
  ids: ['CONS-013'],
  title: 'What was counted once keeps its number',
  why: 'A paragraph that speaks of six courts and then of “the seven courts” has one number that was not brought up to date.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'none',
  language: true,
  messages: { default: 'This paragraph speaks of {first} {noun} before. Check the number.' },
  wrong: ['1. The Office supported six new courts in the north. The ⟦seven⟧ courts were opened in May.'],
  right: [
    '1. The Office supported seven new courts in the north. The seven courts were opened in May.',
    '1. The Office supported six new courts in the north, of which the two courts on the coast are the oldest.',
    '1. The Office supported six courts in the north and one in the south. The seven courts were opened in May.',
    '1. The Office supported six years of work. In the seven years before, it had done less.',
  ],
  block: {
    on: { words: SMALL },
    roles: SENTENCES,
    check(context, start, end) {
      if (previousWord(context.text, start) !== 'the') return;
      const { text } = context;
      const noun = nextWord(text, end);
      if (!/^[a-z]{4,}s$/.test(noun) || /^(?:years|months|weeks|days|hours|times|others|thirds)$/.test(noun))
        return;
      const before = text.slice(Math.max(0, start - 600), start);
      const earlier = [
        ...before.matchAll(new RegExp(`\\b(${SMALL.join('|')}) (?:[a-z-]+ ){0,5}${noun}\\b`, 'gi')),
      ];
      const [only] = earlier;
      if (!only || earlier.length > 1) return;
      const first = only[1]!.toLowerCase();
      if (SMALL.indexOf(context.word) <= SMALL.indexOf(first)) return;
      // Another number between the two may make up the difference.
      if (ANY_NUMBER.test(before.slice(only.index + only[1]!.length))) return;
      context.report(start, end, { args: { first, noun } });
    },
  },
};

export const rules: readonly Rule[] = [partiesDiffer, countGrows];
