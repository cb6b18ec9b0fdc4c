import {
  folded,
  isDash,
  isUpper,
  readAnyWord,
  readWord,
  readWordBack,
  skipSpaces,
  skipSpacesBack,
  wordStart,
} from '../reading.js';
import type { Scan } from '../scan.js';
import type { ResolutionNoun } from './nouns.js';

/** Verbs that "That resolution" may be followed by. */
const VERBS_BEHIND: readonly string[] = [
  'was',
  'is',
  'has',
  'had',
  'also',
  'will',
  'would',
  'should',
  'may',
  'must',
  'does',
  'did',
  'calls',
  'called',
  'requests',
  'requested',
  'remains',
];

const POINTERS: readonly string[] = ['same', 'said', 'aforementioned', 'aforesaid', 'latter'];

/** "the same resolution", "that decision", "the above-mentioned resolution". The antecedent is found in a later step. */
export function recognizeAnaphor(scan: Scan, start: number, end: number, noun: ResolutionNoun): void {
  if (noun.plural) return;
  const { text } = scan;
  const before = skipSpacesBack(text, start);
  let from = wordStart(text, before);
  if (from === before) return;
  const word = text.slice(from, before).toLowerCase();
  let strong = POINTERS.includes(word);
  if (!strong && word === 'mentioned' && isDash(text.charCodeAt(from - 1))) {
    from = wordStart(text, from - 1);
    strong = true;
  }
  if (strong) {
    const the = readWordBack(text, skipSpacesBack(text, from), 'the');
    if (the < 0) return;
    from = the;
  } else if (word === 'that' && isUpper(text.charCodeAt(from))) {
    // "That decision was confirmed": the sentence goes on with a verb, not with "makers" or "of conflicts".
    if (readAnyWord(text, skipSpaces(text, end), VERBS_BEHIND) < 0) return;
    // Any choice is a decision: one of a body has been cited.
    const cited = scan.found.some((one) => one.type === 'resolution' && one.decision === noun.decision);
    if (!cited) return;
  } else if (word === 'that') {
    // "noting that resolution of conflicts …" is none: a preposition stands before one that points back.
    const prepositionEnd = skipSpacesBack(text, from);
    const prepositionStart = wordStart(text, prepositionEnd);
    if (
      !/^(?:in|of|by|to|under|with|on|through|from|per|and|implementing|adopting)$/i.test(
        text.slice(prepositionStart, prepositionEnd),
      )
    )
      return;
    if (readWord(text, skipSpaces(text, end), 'of') > 0) return;
  } else {
    return;
  }
  scan.found.push({
    type: 'resolution',
    start: from,
    end,
    phrase: { start: from, end },
    text: folded(text, from, end),
    organ: null,
    normalized: '',
    decision: noun.decision,
    assumed: true,
    number: '',
    anaphoric: true,
  });
}
