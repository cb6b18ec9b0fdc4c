import { phrase, type Sentence } from '../../l10n/phrase.js';
import type { SeveritySetting } from '../../settings/settings.js';
import type { Block, Role } from '../../document/block.js';
import type { BlockContext } from '../blockContext.js';
import type { DraftContext, Placed } from '../draftContext.js';
import { SENTENCES } from '../roles.js';
import type { Fact, Fix, Rule, SourceEdit } from '../rule.js';
import {
  isApostrophe,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  likeCase,
  mayReport,
  nextWord,
  readPhrase,
  replaceWith,
  startsSentence,
  wordAfter,
  wordBefore,
} from '../words.js';
import { addTo } from '../../text/lists.js';
import { firstIn, lastIn, placesOf } from '../../text/search.js';

const QUOTATIONS = 'Editorial Manual, Quotations';
const PUNCTUATION = 'United Nations Office for Disaster Risk Reduction, editorial manual, punctuation';
const ITALICS = 'Editorial Manual, Italics and bold print';

/** Roles whose marks are paired: the masthead, the running text, and quoted text, whose marks belong to the author. */
const PAIRED: readonly Role[] = [
  'masthead',
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'item',
  'note',
  'heading',
  'title',
  'salutation',
  'closing',
];

const isQuoteOpen = (code: number): boolean => code === 0x201c;
const isQuoteClose = (code: number): boolean => code === 0x201d;

/** Whether a straight mark at `at` opens: a space or bracket before it and none behind. */
function opensAt(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const free =
    at === 0 || isSpace(before) || before === 0x28 || before === 0x5b || before === 0x2014 || before === 0x2f;
  return free && !isSpace(after) && !Number.isNaN(after);
}

/** A mark without its other half in its block. */
interface Single {
  readonly key: string;
  readonly at: number;
}

/** A block with more marks without their other half is a drawing or a formula: nothing is said of it. */
const MOST_SINGLE = 40;

function noteSingles(context: BlockContext, type: string, single: readonly Single[]): void {
  if (single.length > MOST_SINGLE) return;
  for (const { key, at } of single) context.fact(type, key, at, at + 1);
}

/**
 * What a block leaves open, as facts for the check of the draft: marks without their partner, and whether it begins
 * with an opening mark (a quotation that runs over paragraphs repeats it).
 */
function pairQuotes(context: BlockContext): void {
  const { text } = context;
  const stack: { at: number; straight: boolean }[] = [];
  const single: Single[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (
      isQuoteOpen(code) ||
      (code === 0x60 && text.charCodeAt(i + 1) === 0x60 && text.charCodeAt(i - 1) !== 0x60)
    )
      stack.push({ at: i, straight: code === 0x60 });
    else if (isQuoteClose(code)) {
      const open = stack.pop();
      if (!open) single.push({ key: 'unopened-curly', at: i });
      else if (open.straight) single.push({ key: 'mixed-open', at: open.at });
    } else if (code === 0x22) {
      // Inches and seconds: 12", 30".
      if (isDigit(text.charCodeAt(i - 1)) && (stack.length === 0 || !stack[stack.length - 1]!.straight))
        continue;
      const top = stack[stack.length - 1];
      // A straight mark that opens while one is open: the first was never closed.
      if (top?.straight && opensAt(text, i) && isLetter(text.charCodeAt(i + 1)))
        stack.push({ at: i, straight: true });
      else if (top?.straight) stack.pop();
      else if (top && !opensAt(text, i)) {
        stack.pop();
        single.push({ key: 'mixed-close', at: i });
      } else if (opensAt(text, i)) stack.push({ at: i, straight: true });
      else single.push({ key: 'unopened', at: i });
    }
  }
  for (const { at, straight } of stack) single.push({ key: straight ? 'unclosed-straight' : 'unclosed', at });
  noteSingles(context, 'quotes', single);
  // A quotation that goes on begins its paragraphs with a mark and ends with the last of them; a term that is defined
  // ends within its own.
  const first = text.charCodeAt(0);
  if (!isQuoteOpen(first) && first !== 0x22 && first !== 0xab) return;
  const closed = text.search(first === 0x22 ? /[^ ("]"(?=[\s,.;:)]|$)/ : /[\u201d\u00bb]/);
  if (closed < 0 || closed > text.length - 6) context.fact('quotes', 'starts', 0, 1);
}

/** Facts of pairs by block, in the order of the text. */
function byBlock(context: DraftContext, type: string): Map<Block, Placed<Fact>[]> {
  const map = new Map<Block, Placed<Fact>[]>();
  for (const placed of context.factsOf(type)) addTo(map, placed.block, placed);
  return map;
}

/** How many blocks with words a quotation or a parenthesis may run over before its other half is given up. */
const REACH = 4;

/** The next block with words of the draft after `block`, or null. */
function nextOf(context: DraftContext, block: Block): Block | null {
  for (let i = block.index + 1; i < context.blocks.length; i++) {
    const next = context.blocks[i]!;
    if (next.form === 'blank' || next.form === 'comment' || next.role === 'furniture') continue;
    return next;
  }
  return null;
}

/** Takes from `facts` those that another block within reach completes; what is left has no partner. */
function partners(
  context: DraftContext,
  facts: Map<Block, Placed<Fact>[]>,
): { unclosed: Placed<Fact>[]; unopened: Placed<Fact>[]; mixed: Placed<Fact>[] } {
  const mixed: Placed<Fact>[] = [];
  const unclosed: Placed<Fact>[] = [];
  const unopened: Placed<Fact>[] = [];
  let open: Placed<Fact>[] = [];
  for (const [block, placed] of facts) {
    // What has been open for too long has no partner.
    const kept: Placed<Fact>[] = [];
    for (const one of open) (block.index - one.block.index > REACH ? unclosed : kept).push(one);
    open = kept;
    for (const one of placed) {
      if (one.item.key.startsWith('unclosed')) open.push(one);
      else if (one.item.key.startsWith('unopened')) {
        const partner = open.pop();
        if (!partner) unopened.push(one);
        else if (partner.item.key === 'unclosed-straight' && one.item.key === 'unopened-curly')
          mixed.push(partner);
      }
    }
  }
  for (const one of open) unclosed.push(one);
  return {
    unclosed: unclosed.filter((one) => !runsOn(context, one.block, facts)),
    unopened: unopened.filter((one) => one.block.continues === null),
    mixed,
  };
}

/** Whether what is open in a block may go on in the next: the quotation repeats its mark there, or a page cut it. */
function runsOn(context: DraftContext, block: Block, facts: Map<Block, Placed<Fact>[]>): boolean {
  const next = nextOf(context, block);
  if (!next) return false;
  if (next.role === 'quote' || next.quoted) return true;
  return facts.get(next)?.some(({ item }) => item.key === 'starts') ?? false;
}

/** A fix that is looked up anew: the mark number `ordinal` (from 0) of its kind in the block becomes `right`. */
function markFix(block: Block, mark: string, at: number, right: string, title: Sentence): Fix {
  const text = block.reading.text;
  let ordinal = 0;
  for (const i of placesOf(text, mark)) {
    if (i >= at) break;
    ordinal++;
  }
  return {
    kind: 'suggested',
    title,
    edits: (): readonly SourceEdit[] => {
      const now = block.reading.text;
      let seen = 0;
      for (let i = now.indexOf(mark); i >= 0; i = now.indexOf(mark, i + 1)) {
        if (seen++ < ordinal) continue;
        const source = block.reading.spanToSource(i, i + 1);
        return [{ block, start: source.start, end: source.end, text: right }];
      }
      return [];
    },
  };
}

const quotePairs: Rule = {
  code: 'quotation-marks-unmatched',
  ids: ['PUNC-002'],
  title: 'Quotation marks come in pairs',
  why: 'Without its other mark nobody sees where the quotation begins or ends.',
  severity: { default: 'warning', record: 'hint', treaty: 'hint' },
  source: QUOTATIONS,
  fix: 'suggested',
  messages: {
    default: 'This quotation is not closed.',
    unopened: 'No quotation is open that this mark could close.',
    mixed: 'The two marks of this quotation are of different kinds.',
  },
  wrong: [
    '1. The plan ⟦“⟧Courts for all was adopted.',
    '1. The plan Courts for all⟦”⟧ was adopted.',
    '1. The plan ⟦"⟧Courts for all” was adopted.',
    '1. The plan ⟦"⟧Courts for all was adopted.',
    '1. The plan was called ⟦"⟧Courts for all and for the\n\npeople of the north” and was adopted.',
  ],
  right: [
    '1. The plan “Courts for all” and the plan "Roads" were adopted.',
    '1. He said:\n\n“The plan was good.\n\n“It was adopted.”',
    '1. The rod was 12" long and the plan “The ‘hot spot’ approach” short.',
    '1. A quotation “that begins here\n\n2. and ends here” is long.',
  ],
  block: { on: { blocksWith: '\u201c\u201d"' }, roles: PAIRED, check: (context) => pairQuotes(context) },
  draft: {
    reads: ['fact:quotes', 'structure'],
    check(context) {
      const facts = byBlock(context, 'quotes');
      if (facts.size === 0) return;
      for (const [block, placed] of facts) {
        if (block.quoted) continue;
        for (const { item, anchor } of placed) {
          if (item.key !== 'mixed-open' && item.key !== 'mixed-close') continue;
          const right = item.key === 'mixed-open' ? '“' : '”';
          context.report(block, anchor, {
            variant: 'mixed',
            fixes: [markFix(block, '"', item.start, right, phrase`Replace with ${right}`)],
          });
        }
      }
      const { unclosed, unopened, mixed } = partners(context, facts);
      for (const { block, anchor, item } of mixed)
        context.report(block, anchor, {
          variant: 'mixed',
          fixes: [markFix(block, '"', item.start, '“', phrase`Replace with “`)],
        });
      for (const { block, anchor } of unclosed) if (!block.quoted) context.report(block, anchor);
      for (const { block, anchor, item } of unopened) {
        // A quotation of several paragraphs whose marks a converter lost: only curly marks and text that ends are certain.
        if (!block.quoted && block.reading.text[item.start] !== undefined)
          context.report(block, anchor, { variant: 'unopened' });
      }
    },
  },
};

/** A label with a parenthesis of its own: "a)", "12)", "iv)". */
const LABEL_BEFORE = /(?:^|[\s(;,])(?:[a-zA-Z]|\d{1,3}|[ivxIVX]{1,5})$/;

function pairParentheses(context: BlockContext): void {
  const { text } = context;
  const open: number[] = [];
  const single: Single[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x28) open.push(i);
    else if (code === 0x29) {
      if (open.length > 0) open.pop();
      else if (!LABEL_BEFORE.test(text.slice(Math.max(0, i - 7), i))) single.push({ key: 'unopened', at: i });
    }
  }
  for (const at of open) single.push({ key: 'unclosed', at });
  noteSingles(context, 'parentheses', single);
}

const parentheses: Rule = {
  code: 'parenthesis-unmatched',
  ids: ['PUNC-006'],
  title: 'Parentheses come in pairs',
  why: 'Without its other half nobody sees where an insertion begins or ends.',
  severity: { default: 'warning', record: 'hint', treaty: 'hint' },
  source: null,
  fix: 'none',
  messages: { default: 'This parenthesis is not closed.', unopened: 'No parenthesis is open here.' },
  wrong: [
    '1. The Group ⟦(⟧with ten experts, met in May.',
    '1. The Group with ten experts⟦)⟧ met in May.',
    'Resolution adopted by the General Assembly\n\n[on the report of the Lake Committee ⟦(⟧Ninth Committee (A/80/901)]\n\n80/901. Care of the lakes\n\n1. The Group met in May.',
  ],
  right: [
    '1. The Group (with ten experts (of the region)) met in May.',
    '1. The Group had a) ten experts, b) two judges, and iv) a clerk.',
    '1. An insertion (that begins here\n\n2. and ends here) is long.',
  ],
  block: { on: { blocksWith: '()' }, roles: PAIRED, check: (context) => pairParentheses(context) },
  draft: {
    reads: ['fact:parentheses', 'structure'],
    check(context) {
      const facts = byBlock(context, 'parentheses');
      if (facts.size === 0) return;
      const { unclosed, unopened } = partners(context, facts);
      for (const { block, anchor } of unclosed) if (!block.quoted) context.report(block, anchor);
      for (const { block, anchor } of unopened)
        if (!block.quoted) context.report(block, anchor, { variant: 'unopened' });
    },
  },
};

/** Whether the straight mark at `at` is one of quotation: no inches, and not in code. */
function isStraightQuote(block: Block, text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at - 1)) && !isLetter(text.charCodeAt(at + 1))) return false;
  return !block.reading.code.some((c) => c.start <= at && at < c.end);
}

/** Makes all straight marks of a block curly, each in its direction; looked up when it is asked for. */
function curlFix(block: Block): Fix {
  return {
    kind: 'suggested',
    title: phrase`Make the quotation marks of this paragraph curly`,
    edits: () => {
      const { text } = block.reading;
      const edits: SourceEdit[] = [];
      for (const i of placesOf(text, '"')) {
        if (!isStraightQuote(block, text, i)) continue;
        const source = block.reading.spanToSource(i, i + 1);
        edits.push({ block, start: source.start, end: source.end, text: opensAt(text, i) ? '“' : '”' });
      }
      return edits;
    },
  };
}

const straight: Rule = {
  code: 'straight-quotation-marks',
  ids: ['PUNC-001'],
  title: 'Curly quotation marks',
  why: 'Curly marks show where a quotation opens and closes; one kind throughout reads as one hand.',
  severity: 'hint',
  source: QUOTATIONS,
  fix: 'suggested',
  messages: {
    default: 'Elsewhere this text has curly quotation marks; in this paragraph they are straight.',
    all: 'This text has straight quotation marks; the manual has curly ones. This is said once.',
  },
  wrong: [
    '1. The plan “Courts for all” was adopted.\n\n2. The plans ⟦"⟧Roads" and "Rivers" were not.',
    '1. The plans ⟦"⟧Courts for all" and "Roads" were adopted.\n\n2. The plan "Rivers" was not.',
  ],
  right: [
    '1. The plans “Courts for all” and “Roads” were adopted.',
    '1. The `"code"` was kept, and the 12" rod.',
  ],
  block: {
    on: { blocksWith: '\u201c"' },
    check(context) {
      const { text, block } = context;
      const curly = firstIn(text, '\u201c', 0, text.length);
      if (curly >= 0) context.fact('curly-mark', '', curly, curly + 1);
      for (const i of placesOf(text, '"')) {
        if (!isStraightQuote(block, text, i)) continue;
        context.fact('straight-mark', '', i, i + 1);
        return;
      }
    },
  },
  draft: {
    reads: ['fact:straight-mark', 'fact:curly-mark'],
    check(context) {
      const [curly] = context.factsOf('curly-mark');
      for (const { block, anchor } of context.factsOf('straight-mark')) {
        context.report(block, anchor, { variant: curly ? 'default' : 'all', fixes: [curlFix(block)] });
        if (!curly) return;
      }
    },
  },
};

/** Marks of quotation that are farther apart than this are not looked upon as a pair. */
const LONGEST_QUOTED = 1_000;

const nesting: Rule = {
  code: 'quotation-marks-nested',
  ids: ['PUNC-003'],
  title: 'Double marks outside, single marks inside',
  why: 'The manual has “double marks”, and ‘single’ ones only within a quotation.',
  severity: 'hint',
  source: QUOTATIONS,
  fix: 'suggested',
  messages: {
    default: 'Outer quotation marks are double.',
    inner: 'Within a quotation the marks are single.',
  },
  wrong: ['1. The ⟦‘hot spot’⟧ approach was used.', '1. He wrote: “the words ⟦“in force⟧” are clear”.'],
  right: [
    '1. The “hot spot” approach was used.',
    '1. He wrote: “the words ‘in force’ are clear”.',
    '1. The ‘ayn was kept.',
  ],
  block: {
    on: { chars: '\u2018\u201c' },
    check(context, start) {
      const { text } = context;
      if (context.draft.language !== 'en') return;
      if (text.charCodeAt(start) === 0x201c) {
        // A second opening mark before the first is closed, and two closing marks behind.
        if (!isSpace(text.charCodeAt(start - 1))) return;
        const open = lastIn(text, '\u201c', start - 400, start);
        if (open < 0 || firstIn(text, '\u201d', open, start) >= 0) return;
        const close = firstIn(text, '\u201d', start, start + LONGEST_QUOTED);
        const second = close < 0 ? -1 : firstIn(text, '\u201d', close + 1, close + LONGEST_QUOTED);
        if (second < 0 || firstIn(text, '\u201c', start + 1, second) >= 0) return;
        context.report(start, close, {
          variant: 'inner',
          fix: {
            title: phrase`Replace with single marks`,
            edits: [
              { start, end: start + 1, text: '\u2018' },
              { start: close, end: close + 1, text: '\u2019' },
            ],
          },
        });
        return;
      }
      if (context.inQuotation(start) || isLetter(text.charCodeAt(start - 1))) return;
      // What a text quotes whose own words stand in double marks has single ones.
      if (context.draft.speaksInQuotation) return;
      // Its closing mark: the next one that no letter follows.
      const limit = start + 121;
      let close = firstIn(text, '\u2019', start + 1, limit);
      while (close >= 0 && isLetter(text.charCodeAt(close + 1)))
        close = firstIn(text, '\u2019', close + 1, limit);
      if (close < 0 || close - start < 3) return;
      context.report(start, close + 1, {
        fix: {
          title: phrase`Replace with double marks`,
          edits: [
            { start, end: start + 1, text: '\u201c' },
            { start: close, end: close + 1, text: '\u201d' },
          ],
        },
      });
    },
  },
};

const stopInside: Rule = {
  code: 'stop-inside-quotation',
  ids: ['PUNC-004'],
  title: 'The stop outside the quotation, unless a full sentence is quoted',
  why: 'What is quoted is only what stands between the marks.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: QUOTATIONS,
  fix: 'suggested',
  messages: { default: 'The {mark} belongs behind the closing mark.' },
  wrong: ['1. The plan was entitled “Courts for all⟦.”⟧', '1. The words “for all⟦,”⟧ he said, are clear.'],
  right: [
    '1. The plan was entitled “Courts for all”.',
    '1. He said: “The meeting is adjourned.”',
    '1. “The meeting is adjourned.” So he said.',
  ],
  block: {
    on: { chars: '\u201d' },
    check(context, start, end) {
      const { text } = context;
      const mark = text.charCodeAt(start - 1);
      if (mark !== 0x2e && mark !== 0x2c) return;
      if (context.block.quoted || context.draft.language !== 'en') return;
      const open = lastIn(text, '\u201c', start - LONGEST_QUOTED, start);
      if (open <= 0 || firstIn(text, '\u201d', open + 1, start) >= 0) return;
      const before =
        text.charCodeAt(open - 1) === 0x20 ? text.charCodeAt(open - 2) : text.charCodeAt(open - 1);
      // A sentence is quoted: a colon or a comma introduces it, or it begins the paragraph or a sentence.
      if (before === 0x3a || before === 0x2e || before === 0x2c || before === 0x201d) return;
      const quoted = text.slice(open + 1, start - 1);
      if (mark === 0x2e && (quoted.length > 80 || /[.!?] /.test(quoted))) return;
      if (mark === 0x2c && quoted.length > 200) return;
      if (
        mark === 0x2e &&
        isUpper(quoted.charCodeAt(0)) &&
        !/\b(?:entitled|titled|called|named|theme|known as|phrase|words?|term)$/.test(
          text.slice(Math.max(0, open - 12), open - 1),
        )
      )
        return;
      const name = mark === 0x2e ? phrase`full stop` : phrase`comma`;
      context.report(start - 1, end, {
        args: { mark: name },
        fix: {
          title: phrase`Put the ${name} behind the mark`,
          edits: [{ start: start - 1, end, text: `\u201d${text[start - 1]!}` }],
        },
      });
    },
  },
};

const serialComma: Rule = {
  code: 'serial-comma',
  ids: ['PUNC-005'],
  title: 'No comma before “and” in a simple list',
  why: 'United Nations style has no comma before the last member of a simple list.',
  severity: { default: 'hint', treaty: 'off' },
  source: PUNCTUATION,
  fix: 'suggested',
  language: true,
  messages: { default: 'In a simple list no comma stands before “{word}”.' },
  wrong: ['1. It covers legislation, policy⟦,⟧ and research.'],
  right: [
    '1. It covers legislation, policy and research.',
    '1. It covers laws, search and seizure, and appeal.',
    '1. The Group met, and States agreed.',
    '1. It covers legislation, policy, and the research that experts did.',
  ],
  block: {
    on: { words: ['and', 'or'] },
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(start - 1) !== 0x20 || text.charCodeAt(start - 2) !== 0x2c) return;
      // "x, y, and z" of single words in small letters, with nothing more behind the last.
      const comma = start - 2;
      let i = comma;
      while (i > 0 && isLower(text.charCodeAt(i - 1))) i--;
      if (comma - i < 3 || text.charCodeAt(i - 1) !== 0x20 || text.charCodeAt(i - 2) !== 0x2c) return;
      let j = i - 2;
      while (j > 0 && isLower(text.charCodeAt(j - 1))) j--;
      if (i - 2 - j < 3) return;
      const last = wordAfter(text, end);
      if (!last || !isLower(text.charCodeAt(last.start))) return;
      const after = text.charCodeAt(last.end);
      if (after !== 0x2e && after !== 0x3b && after !== 0x29 && !Number.isNaN(after)) return;
      const middle = text.slice(i, comma);
      // A comma of its own kind: "however", adverbs, participles.
      if (/(?:ly|ing)$|^(?:however|therefore|inter|alia|where|when|also|too|then|and|or)$/.test(middle))
        return;
      context.report(comma, comma + 1, {
        args: { word: text.slice(start, end) },
        fix: { title: phrase`Take the comma out`, edits: [{ start: comma, end: comma + 1, text: '' }] },
      });
    },
  },
};

const DOUBLED: SeveritySetting = { default: 'warning', record: 'hint', treaty: 'hint' };

const doubledMark: Rule = {
  code: 'doubled-punctuation',
  ids: ['PUNC-006'],
  title: 'No mark of punctuation twice',
  why: 'A mark written twice is a slip.',
  severity: DOUBLED,
  source: null,
  fix: 'suggested',
  messages: {
    default: '“{mark}” stands here twice.',
    pair: '“{mark}” and “{second}” do not stand side by side.',
  },
  wrong: ['1. The Group met⟦..⟧', '1. The Group met⟦,,⟧ then rested⟦;;⟧ then left.', '1. The Group met⟦,.⟧'],
  right: [
    '1. The Group met ... and rested … then left.',
    '1. The Group (Amaru Inc.), met etc., then left.',
    '1. Contents ........ 5',
  ],
  block: {
    on: { chars: '.,;:' },
    check(context, start) {
      const { text } = context;
      const code = text.charCodeAt(start);
      const next = text.charCodeAt(start + 1);
      if (next !== 0x2e && next !== 0x2c && next !== 0x3b && next !== 0x3a) return;
      const before = text.charCodeAt(start - 1);
      if (next === code) {
        // Dots that lead to a page, an ellipsis, a range in code.
        if (
          text.charCodeAt(start + 2) === code ||
          before === code ||
          !(isLetter(before) || before === 0x29 || isDigit(before))
        )
          return;
        if (code === 0x3a || (code === 0x2e && isLetter(text.charCodeAt(start + 2)))) return;
        // "etc.." and "Inc..": the stop of an abbreviation and that of the sentence.
        if (!mayReport(context, start)) return;
        context.report(start, start + 2, {
          args: { mark: text[start]! },
          fix: { title: phrase`Take one out`, edits: [{ start: start + 1, end: start + 2, text: '' }] },
        });
        return;
      }
      // ",." and ";," and ",;": the second is what is meant. A full stop may end an abbreviation.
      if (code === 0x2e || code === 0x3a || next === 0x3a) return;
      if (!isLetter(before) || !mayReport(context, start)) return;
      const after = text.charCodeAt(start + 2);
      if (!Number.isNaN(after) && !isSpace(after)) return;
      context.report(start, start + 2, {
        variant: 'pair',
        args: { mark: text[start]!, second: text[start + 1]! },
        fix: { title: phrase`Keep “${text[start + 1]!}”`, edits: [{ start, end: start + 1, text: '' }] },
      });
    },
  },
};

const spacing: Rule = {
  code: 'space-before-punctuation',
  ids: ['PUNC-006'],
  title: 'No space before a comma or a stop, one behind it',
  why: 'A mark that has lost its place hangs between two words.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: {
    default: 'No space stands before “{mark}”.',
    swapped: 'The space belongs behind “{mark}”.',
    inside: 'No space stands inside a parenthesis.',
  },
  wrong: [
    '1. The Group met⟦ ,⟧ then rested.',
    '1. The Group met⟦ ,⟧then rested.',
    '1. The Group⟦( ⟧of ten) met.',
  ],
  right: [
    '1. The Group met, then rested.',
    '1. The Group (of ten) met at a rate of .5 per cent.',
    '1. He paused ... then went on.',
  ],
  block: {
    on: { chars: ',;()' },
    check(context, start, end) {
      const { text } = context;
      const code = text.charCodeAt(start);
      if (code === 0x28 || code === 0x29) {
        const gap = code === 0x28 ? end : start - 1;
        if (text.charCodeAt(gap) !== 0x20) return;
        const beyond = text.charCodeAt(code === 0x28 ? end + 1 : start - 2);
        if (!isLetter(beyond)) return;
        const from = code === 0x28 ? start : start - 1;
        context.report(from, from + 2, {
          variant: 'inside',
          fix: { title: phrase`Take the space out`, edits: [{ start: gap, end: gap + 1, text: '' }] },
        });
        return;
      }
      if (text.charCodeAt(start - 1) !== 0x20 || !isLetter(text.charCodeAt(start - 2))) return;
      const after = text.charCodeAt(end);
      const mark = text[start]!;
      if (isLetter(after)) {
        context.report(start - 1, end, {
          variant: 'swapped',
          args: { mark },
          fix: {
            title: phrase`Replace with “${mark} ”`,
            edits: [{ start: start - 1, end, text: `${mark} ` }],
          },
        });
      } else if (isSpace(after)) {
        context.report(start - 1, end, {
          args: { mark },
          fix: { title: phrase`Take the space out`, edits: [{ start: start - 1, end: start, text: '' }] },
        });
      }
    },
  },
};

const andOr: Rule = {
  code: 'and-or',
  ids: ['PUNC-007'],
  title: 'No “and/or”, and no slash between words',
  why: '“Or” is mostly enough, or the sentence gains when it says which. A slash leaves open whether it means “and” or “or”, and cannot be translated.',
  severity: { default: 'hint', treaty: 'off' },
  source: PUNCTUATION,
  fix: 'none',
  language: true,
  messages: {
    default: 'Mostly “or” is enough, or “and”; say which.',
    slash: 'A slash may mean “and” or “or”: write the word that is meant.',
  },
  wrong: [
    '1. Judges ⟦and/or⟧ prosecutors took part.',
    '1. The meeting was held in a ⟦hybrid/in-person⟧ form.',
  ],
  right: [
    '1. Judges or prosecutors took part in the HIV/AIDS course.',
    '1. Pumps of 40 litres/hour are on www.example.org/pumps/hand and in the folder notes/pumps/hand.',
    '1. He/she and s/he; the Unit/Office; 12/10/2020; dogs/ cats.',
  ],
  block: {
    on: { chars: '/' },
    check(context, start, end) {
      const { text } = context;
      const or = readPhrase(text, end, 'or');
      if (or >= 0 && /(?:^|[^A-Za-z])and$/i.test(text.slice(Math.max(0, start - 4), start))) {
        context.report(start - 3, or);
        return;
      }
      // Two words of the language; what has another slash, or a full point before letters, is an address or a path.
      const before = /(?:^|[\s(“])([a-z]{4,}(?:-[a-z]+)*)$/.exec(text.slice(Math.max(0, start - 40), start));
      const behind = /^[a-z]{2,}(?:-[a-z]+)*(?=[\s,;:.)”]|$)(?!\.[a-z])/.exec(text.slice(end, end + 40));
      if (!before || !behind || behind[0].length < 4 || MEASURES.test(behind[0])) return;
      context.report(start - before[1]!.length, end + behind[0].length, { variant: 'slash' });
    },
  },
};

/** What a quantity is measured by: "litres/hour". */
const MEASURES = /^(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|person|persons|capita|litres?)$/;

const colonBeforeTitle: Rule = {
  code: 'colon-before-title',
  ids: ['PUNC-006', 'RES-015'],
  title: 'No colon between “entitled” and the title',
  why: 'A colon interrupts the sentence between a verb or a preposition and what belongs to it; the quotation marks are enough.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'No colon stands behind “{word}”.' },
  wrong: [
    '1. The Office began an initiative titled⟦:⟧ “Lamps for All”.',
    '1. A report entitled⟦:⟧ *Lamps for All* deals with objective 3 on⟦:⟧ “Light”.',
  ],
  right: [
    '1. The Office began an initiative titled “Lamps for All”.',
    '1. The lamps were as follows: “Lamps for All” and “Light”. The report has a title: “Light”.',
    '1. The switch was turned on: the lamps were lit.',
  ],
  block: {
    on: { chars: ':' },
    check(context, start, end) {
      const { text } = context;
      const word = /\b(?:entitled|titled|on|of|for|called)$/.exec(
        text.slice(Math.max(0, start - 9), start),
      )?.[0];
      if (word === undefined || text.charCodeAt(end) !== 0x20) return;
      const quoted = /^ [“"][A-Z]/.test(text.slice(end, end + 3));
      const italic = context.block.reading.emphasis.some((e) => !e.strong && e.start === end + 1);
      if (!quoted && !(italic && /titled$/.test(word))) return;
      context.report(start, end, {
        args: { word },
        fix: { title: phrase`Take it out`, edits: [{ start, end, text: '' }] },
      });
    },
  },
};

/** Kinds of publications, as their titles have them. */
const PUBLICATIONS = [
  'Assessment',
  'Compendium',
  'Digest',
  'Guide',
  'Guidelines',
  'Handbook',
  'Manual',
  'Outlook',
  'Report',
  'Study',
  'Survey',
  'Toolkit',
];

const titleItalicsVary: Rule = {
  code: 'title-italics-vary',
  ids: ['PUNC-010'],
  title: 'The title of a publication is in italics throughout',
  why: 'A title that is in italics in one place and not in another looks like two publications.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: ITALICS,
  fix: 'none',
  messages: { default: 'Elsewhere this title is in italics.' },
  wrong: [
    '1. The *Global Report on Lamps and Boats* was read. The ⟦Global Report on Lamps and Boats⟧ is new.',
  ],
  right: [
    '1. The *Global Report on Lamps and Boats* was read. The *Global Report on Lamps and Boats* is new.',
    '1. The Global Report on Lamps was read. The *Report on Lamps* is old, and so is “Report on Lamps”.',
    '1. The *Global Report on Lamps and Boats 2020* was read. The Global Report on Lamps and Boats appears each year.',
  ],
  block: {
    on: { words: PUBLICATIONS },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      if (context.draft.language !== 'en' || !isUpper(text.charCodeAt(start))) return;
      // "Global Report on Lamps and": the word before and three words behind are enough to know it again.
      const tail =
        /^ (?:on|for|to|of|in) (?:[A-Z][\p{L}’'-]*|and|of|the|in|on|for|to)(?: (?:[A-Z][\p{L}’'-]*|and|of|the|in|on|for|to))*/u
          .exec(text.slice(end, end + 120))?.[0]
          .replace(/(?: (?:and|of|the|in|on|for|to))+$/, '');
      const words = tail?.trim().split(' ') ?? [];
      if (words.length < 3) return;
      const before = wordBefore(text, start);
      const from = before && isUpper(text.charCodeAt(before.start)) ? before.start : start;
      if (from === start || /^[Tt]he$/.test(text.slice(from, start).trim()) || context.inQuotation(start))
        return;
      const { reading } = context.block;
      const italic = reading.emphasis.some((e) => !e.strong && e.start <= from && e.end >= end);
      // An edition, or a title that goes on, has another title: "*Global Report on Lamps 2020*".
      const whole = reading.emphasis.some((e) => !e.strong && e.end === end + tail!.length);
      if (italic && !whole) return;
      const linked = reading.links.some((l) => l.start <= from && l.end >= end);
      const name = `${text.slice(from, end)} ${words.slice(0, 4).join(' ')}`;
      context.fact(
        'publication',
        `${name}|${italic ? 'italic' : linked ? 'link' : 'roman'}`,
        from,
        end + tail!.length,
      );
    },
  },
  draft: {
    reads: ['fact:publication'],
    check(context) {
      const italic = new Set<string>();
      const facts = [...context.factsOf('publication')];
      for (const { item } of facts)
        if (item.key.endsWith('|italic')) italic.add(item.key.slice(0, item.key.lastIndexOf('|')));
      if (italic.size === 0) return;
      for (const { block, item, anchor } of facts) {
        if (!item.key.endsWith('|roman') || block.quoted) continue;
        if (italic.has(item.key.slice(0, item.key.lastIndexOf('|')))) context.report(block, anchor);
      }
    },
  },
};

const dashes: Rule = {
  code: 'dash-form',
  ids: ['PUNC-008'],
  title: 'A spaced en dash between parts of a sentence',
  why: 'A hyphen joins words; an en dash with spaces parts them.',
  severity: { default: 'hint', treaty: 'off', record: 'off', resolution: 'off', decision: 'off' },
  source: PUNCTUATION,
  fix: 'suggested',
  language: true,
  messages: {
    default: 'Between parts of a sentence an en dash stands: “ – ”.',
    em: 'The em dash is not usual here; an en dash with spaces is.',
  },
  wrong: ['1. The Group⟦ - ⟧ten experts met in May.', '1. The Group⟦—⟧ten experts⟦—⟧met in May.'],
  right: [
    '1. The Group – ten experts – met in May.',
    '1. A well-known rate of 5 - 3 was found; pre- and post-trial.',
    '1. A victim - centred approach of the Secretary - General was tailor - made for Amaru - Ilo.',
  ],
  block: {
    on: { chars: '-\u2014' },
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(start) === 0x2014) {
        const from = isSpace(text.charCodeAt(start - 1)) ? start - 1 : start;
        const to = isSpace(text.charCodeAt(end)) ? end + 1 : end;
        if (
          from === 0 ||
          to >= text.length ||
          !isLetter(text.charCodeAt(from - 1)) ||
          !isLetter(text.charCodeAt(to))
        )
          return;
        context.report(from, to, { variant: 'em', fix: replaceWith(from, to, ' – ') });
        return;
      }
      if (text.charCodeAt(start - 1) !== 0x20 || text.charCodeAt(end) !== 0x20) return;
      if (!isLetter(text.charCodeAt(start - 2)) || !isLetter(text.charCodeAt(end + 1))) return;
      if (isCompound(text, start, end)) return;
      context.report(start - 1, end + 1, { fix: replaceWith(start - 1, end + 1, ' – ') });
    },
  },
};

/** Last parts of compounds. */
const LAST_PARTS =
  /^(?:based|building|centred|driven|economic|effective|friendly|governmental|keeping|led|making|minded|oriented|owned|related|responsive|scale|sensitive|sharing|specific|term|wide)$/i;

/** First parts of compounds. */
const FIRST_PARTS =
  /^(?:anti|co|cross|counter|decision|director|e|ex|high|inter|intra|long|low|mid|multi|non|post|pre|re|secretary|self|short|socio|sub|tailor|under|vice|well)$/i;

/** Whether a hyphen between spaces is one of a compound that a converter has parted: "victim - centred", "Samruk - Kazyna". */
function isCompound(text: string, start: number, end: number): boolean {
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  if (!before || !after) return false;
  return (
    (isUpper(text.charCodeAt(before.start)) && isUpper(text.charCodeAt(after.start))) ||
    LAST_PARTS.test(text.slice(after.start, after.end)) ||
    FIRST_PARTS.test(text.slice(before.start, before.end))
  );
}

const titleMarks: Rule = {
  code: 'title-italics-and-quotes',
  ids: ['PUNC-009'],
  title: 'A title in italics or in quotation marks, not in both',
  why: 'Titles of publications are in italics, those of articles and events in quotation marks.',
  severity: { default: 'warning', record: 'hint', treaty: 'off', resolution: 'hint', decision: 'hint' },
  source: ITALICS,
  fix: 'suggested',
  messages: { default: 'The title has italics and quotation marks; one of them is enough.' },
  wrong: ['1. The report “*⟦Courts for All⟧*” was read.', '1. The report *⟦“Courts for All”⟧* was read.'],
  right: [
    '1. The report *Courts for All* and the article “Courts” were read.',
    '1. The report *The Concept of “Courts” in Law* was read.',
  ],
  block: {
    on: { blocks: 'emphasis' },
    check(context) {
      const { text, block } = context;
      for (const e of block.reading.emphasis) {
        if (e.strong || e.end - e.start < 4) continue;
        const first = text.charCodeAt(e.start);
        const last = text.charCodeAt(e.end - 1);
        const outside = isMark(text.charCodeAt(e.start - 1)) && isMark(text.charCodeAt(e.end));
        const inside = isMark(first) && isMark(last) && !hasMark(text, e.start + 1, e.end - 1);
        if (!outside && !inside) continue;
        const [a, b] = inside ? [e.start, e.end - 1] : [e.start - 1, e.end];
        context.report(e.start, e.end, {
          fix: {
            title: phrase`Take the quotation marks out`,
            edits: [
              { start: a, end: a + 1, text: '' },
              { start: b, end: b + 1, text: '' },
            ],
          },
        });
      }
    },
  },
};

function isMark(code: number): boolean {
  return code === 0x22 || code === 0x201c || code === 0x201d;
}

function hasMark(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isMark(text.charCodeAt(i))) return true;
  return false;
}

const emphasis: Rule = {
  code: 'bold-for-emphasis',
  ids: ['PUNC-011'],
  title: 'No bold print for emphasis',
  why: 'In reports bold print is for recommendations and headings; emphasis lies in the words.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: ITALICS,
  fix: 'none',
  exampleKind: 'report',
  messages: { default: 'In running text nothing is set in bold for emphasis.' },
  wrong: ['1. There were **⟦185⟧** parties to the Protocol.'],
  right: [
    '1. There were 185 parties to the Protocol.',
    '1. **Courts.** There were 185 parties.',
    '1. **The Group recommends that courts be built.**',
  ],
  block: {
    on: { blocks: 'emphasis' },
    roles: ['paragraph', 'prose'],
    check(context) {
      const { text, block } = context;
      for (const e of block.reading.emphasis) {
        // A lead-in at the start and a recommendation set in bold throughout are in order.
        if (!e.strong || e.start === 0 || e.end >= text.length - 1 || e.end - e.start > 40) continue;
        if (!isSpace(text.charCodeAt(e.start - 1)) || !isLower(text.charCodeAt(e.end + 1))) continue;
        if (!isLetter(text.charCodeAt(e.start - 2))) continue;
        context.report(e.start, e.end);
      }
    },
  },
};

const NATURALIZED = new Set([
  'inter alia',
  'ad hoc',
  'per se',
  'modus operandi',
  'modi operandi',
  'de facto',
  'de jure',
  'bona fide',
  'vis-à-vis',
  'status quo',
  'pro bono',
  'prima facie',
  'vice versa',
  'mutatis mutandis',
  'ex officio',
  'per capita',
  'ipso facto',
  'quid pro quo',
  'raison d’être',
]);

const foreignItalics: Rule = {
  code: 'foreign-word-italics',
  ids: ['PUNC-012'],
  title: 'Foreign words that English has taken in are not in italics',
  why: 'What stands in the dictionary is English.',
  severity: 'hint',
  source: ITALICS,
  fix: 'none',
  messages: { default: '“{words}” is in the dictionary and needs no italics.' },
  wrong: ['1. The Group noted, *⟦inter alia⟧*, the delay.'],
  right: ['1. The Group noted, inter alia, the delay of *Amaru v. State*.'],
  block: {
    on: { blocks: 'emphasis' },
    check(context) {
      const { text, block } = context;
      for (const e of block.reading.emphasis) {
        if (e.strong || e.end - e.start > 18) continue;
        const words = text.slice(e.start, e.end).toLowerCase().replace(/'/g, '’');
        if (NATURALIZED.has(words)) context.report(e.start, e.end, { args: { words } });
      }
    },
  },
};

const doubleSpace: Rule = {
  code: 'double-space',
  ids: ['PUNC-013'],
  title: 'One space between words',
  why: 'Two spaces in a row are a slip.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: null,
  fix: 'suggested',
  messages: { default: 'One space is enough.' },
  wrong: ['1. The Group⟦ ⟧ met in May.'],
  right: ['1. The Group met in May.  \nIt rested in June.'],
  block: {
    on: { blocks: 'marked' },
    roles: ['paragraph', 'prose', 'preambular', 'operative', 'item'],
    check(context) {
      // The reading text folds white space; the source has it.
      const { block } = context;
      const source = block.text;
      const stop = block.contentEnd;
      const places: number[] = [];
      let found = source.indexOf('  ', block.labelled && block.label ? block.label.bodyStart : 0);
      while (found >= 0 && found < stop && places.length <= 3) {
        let end = found + 2;
        while (source.charCodeAt(end) === 0x20) end++;
        // Between words; behind a full stop two spaces are an old habit, and in columns they make the page.
        if (end - found > 2) return;
        if (isLetter(source.charCodeAt(found - 1)) && isLetter(source.charCodeAt(end))) places.push(found);
        found = source.indexOf('  ', end);
      }
      if (places.length > 3) return;
      for (const place of places) {
        const start = block.reading.toReading(place);
        if (context.text.charCodeAt(start) !== 0x20) continue;
        context.report(start, start + 1, {
          fix: { title: phrase`Leave one space`, edits: [{ start, end: start + 1, text: '' }] },
        });
      }
    },
  },
};

const apposition: Rule = {
  code: 'apposition-comma',
  ids: ['PUNC-014'],
  title: 'An insertion has a comma on both sides',
  why: 'One comma alone parts the subject from its verb.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'The insertion needs a comma here as well.' },
  wrong: [
    '1. The Conference⟦ ⟧at its tenth session, adopted a plan.',
    '1. The Training Academy of Rural Courts (TARC) met. TARC⟦ ⟧as the school of the region, continues to grow.',
  ],
  right: [
    '1. The Conference, at its tenth session, adopted a plan.',
    '1. At its tenth session, the Conference adopted a plan.',
  ],
  block: {
    on: { citations: ['session'], words: ['as'] },
    check(context, start, end, citation) {
      const { text } = context;
      if (!citation) {
        // "UNODC as the guardian of these instruments, continues".
        if (!isUpper(text.charCodeAt(start - 2)) || !isUpper(text.charCodeAt(start - 3))) return;
        let name = start - 2;
        while (name > 0 && isUpper(text.charCodeAt(name - 1))) name--;
        if (!startsSentence(text, name) || !AS_THE.test(text.slice(start - 1, start + 110))) return;
        context.report(start - 1, start, {
          fix: { title: phrase`Put a comma in`, edits: [{ start: start - 1, end: start, text: ', ' }] },
        });
        return;
      }
      if (citation.type !== 'session') return;
      const stop = Math.max(end, citation.phrase?.end ?? end);
      if (
        text.charCodeAt(stop) !== 0x2c ||
        !/^(?:adopted|decided|requested|considered|welcomed|noted|urged|recommended|endorsed|agreed|took|called|invited|recalled|established)$/.test(
          nextWord(text, stop + 1),
        )
      )
        return;
      const from = citation.phrase ? Math.min(citation.phrase.start, start) : start;
      const m =
        /(?:^|\. )(?:The )?(?:Conference|Commission|Committee|Council|Assembly|Working Group|General Assembly|Security Council|Meeting|Board|Group)( )(?:at|in) its $/.exec(
          text.slice(Math.max(0, from - 60), Math.max(from, start)),
        ) ??
        /(?:^|\. )(?:The )?[A-Z][a-z]+(?: [A-Z][a-z]+)?( )(?:at|in) its [a-z-]* ?$/.exec(
          text.slice(Math.max(0, start - 60), start),
        );
      if (!m) return;
      const head = text.slice(Math.max(0, start - 60), start);
      const at = Math.max(0, start - 60) + head.search(/ (?:at|in) its [a-z-]* ?$/);
      if (at < 0 || !isLetter(text.charCodeAt(at - 1))) return;
      context.report(at, at + 1, {
        fix: { title: phrase`Put a comma in`, edits: [{ start: at, end: at + 1, text: ', ' }] },
      });
    },
  },
};

/** What an apposition with "as the" is followed by where its first comma is missing. */
const AS_THE =
  /^ as (?:the|an?) [a-z][^,.;:()]{3,80}, (?:also )?(?:continues|supports|provides|works|helps|plays|remains|has|is|leads|promotes|serves|assists|offers|encourages) /;

const nameThat: Rule = {
  code: 'name-that',
  ids: ['PUNC-015'],
  title: 'Behind a name “which” with a comma',
  why: 'A name needs no clause to say which one is meant.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Behind a name the clause begins with “, which”.' },
  wrong: ['1. The Training Academy of Rural Courts (TARC)⟦ that⟧ consists of ten schools met.'],
  right: [
    '1. The Training Academy of Rural Courts (TARC), which consists of ten schools, met.',
    '1. It told the Group (TARC) that courts met.',
  ],
  block: {
    on: { citations: ['acronym-definition'] },
    check(context, _start, end, citation) {
      if (citation?.type !== 'acronym-definition') return;
      const { text } = context;
      if (text.charCodeAt(end) !== 0x29) return;
      const that = readPhrase(text, end + 1, ' that');
      if (that < 0) return;
      if (
        !/^(?:consists|provides|contains|includes|offers|supports|serves|covers|aims|seeks|was|is)$/.test(
          nextWord(text, that),
        )
      )
        return;
      // "informed UNODC (…) that it is": the clause belongs to a verb of saying.
      const before = text.slice(Math.max(0, citation.expansionSpan.start - 40), citation.expansionSpan.start);
      if (
        /\b(?:told|informed|assured|reminded|advised|notified|stated|noted|said|recalled|requested|showed|agreed|ensure|by)\b/.test(
          before,
        )
      )
        return;
      context.report(end + 1, that, {
        fix: {
          title: phrase`Replace with “, which”`,
          edits: [{ start: end + 1, end: that, text: ', which' }],
        },
      });
    },
  },
};

/** Persons in the plural, and nouns before which they want an apostrophe or the singular. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['victims', 'victim'],
  ['traffickers', 'traffickers’'],
  ['smugglers', 'smugglers’'],
  ['refugees', 'refugee'],
  ['migrants', 'migrants’'],
]);
const OWNED =
  /^(?:identification|assistance|protection|organi[sz]ations?|networks|assets|profits|rights|status|camps?|referral|compensation)$/;

const missingApostrophe: Rule = {
  code: 'missing-apostrophe',
  ids: ['PUNC-016'],
  title: 'An apostrophe, or the singular, before a noun',
  why: 'Two nouns in a row want to be joined: victim identification, traffickers’ organizations.',
  severity: { default: 'warning', record: 'hint' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Before “{noun}” this is “{right}”.' },
  wrong: ['1. The ⟦traffickers⟧ organizations and ⟦victims⟧ identification were studied.'],
  right: [
    '1. The traffickers’ organizations and victim identification were studied.',
    '1. The Office gave victims assistance, and granted refugees status.',
    '1. It gave victims protection.',
  ],
  block: {
    on: { words: [...OWNERS.keys()] },
    check(context, start, end) {
      const { text } = context;
      const noun = wordAfter(text, end);
      if (!noun || isApostrophe(text.charCodeAt(end)) || !OWNED.test(text.slice(noun.start, noun.end)))
        return;
      // "gave victims assistance": a verb with two objects. An article or preposition makes it one phrase.
      const before = wordBefore(text, start);
      const word = before ? text.slice(before.start, before.end).toLowerCase() : '';
      const listed = text.charCodeAt(start - 2) === 0x2c;
      if (
        !listed &&
        !/^(?:of|on|the|for|in|and|about|through|to|against|by|improve|strengthen|improving|strengthening|enhancing|including)$/.test(
          word,
        ) &&
        !startsSentence(text, start)
      )
        return;
      if (
        /^(?:the|to)$/.test(word) &&
        /^(?:assistance|protection|status|compensation|rights)$/.test(text.slice(noun.start, noun.end))
      )
        return;
      const right = likeCase(text.slice(start, end), OWNERS.get(text.slice(start, end).toLowerCase()) ?? '');
      context.report(start, end, {
        args: { noun: text.slice(noun.start, noun.end), right },
        fix: replaceWith(start, end, right),
      });
    },
  },
};

export const rules: readonly Rule[] = [
  straight,
  quotePairs,
  nesting,
  stopInside,
  serialComma,
  doubledMark,
  spacing,
  parentheses,
  andOr,
  colonBeforeTitle,
  dashes,
  titleMarks,
  titleItalicsVary,
  emphasis,
  foreignItalics,
  doubleSpace,
  apposition,
  nameThat,
  missingApostrophe,
];
