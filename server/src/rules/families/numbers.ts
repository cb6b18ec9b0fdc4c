import { phrase } from '../../l10n/phrase.js';
import { ordinalWords } from '../../text/ordinals.js';
import type { SeveritySetting } from '../../settings/settings.js';
import type { BlockContext } from '../blockContext.js';
import type { Rule } from '../rule.js';
import {
  isDigit,
  isLetter,
  isLower,
  isNamePart,
  isSpace,
  isUpper,
  mayReport,
  nextWord,
  previousWord,
  readPhrase,
  replaceWith,
  startsSentence,
  wordAfter,
  wordBefore,
} from '../words.js';

const NUMBERS = 'Editorial Manual, Numbers, dates and time';

/** What was said and what was adopted stays as it is; there the form of a number is a hint only. */
const STYLE: SeveritySetting = { default: 'warning', record: 'hint', treaty: 'hint' };

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const TEENS = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES = new Map<string, number>();
[...WORDS, ...TEENS].forEach((word, i) => VALUES.set(word, i));
TENS.forEach((word, i) => VALUES.set(word, (i + 2) * 10));

/** A cardinal below a hundred in words. */
function cardinal(n: number): string {
  const small = [...WORDS, ...TEENS];
  if (n < 20) return small[n] ?? '';
  const tens = TENS[Math.floor(n / 10) - 2] ?? '';
  return n % 10 === 0 ? tens : `${tens}-${small[n % 10]!}`;
}

/** Nouns that a number names one of: "table 3", "phase 2", "article 5". */
const LABELS = new Set(
  `item items para paras paragraph paragraphs article articles art arts section sections sect sects chapter chapters
  chap chaps annex annexes appendix part parts rule rules regulation regulations table tables figure figures box boxes
  note notes footnote page pages p pp no nos number numbers volume vol vols phase phases step steps stage stages goal
  goals target targets indicator indicators objective objectives level levels type types category categories class
  version versions module modules unit units workshop session sessions meeting panel round rounds day days week weeks
  option options question questions recommendation recommendations component components outcome outcomes output outputs
  result results pillar pillars priority priorities principle principles theme themes cluster group groups case lot
  line lines row column schedule form forms resolution resolutions decision decisions protocol decree act law laws
  order code block zone area sector tier grade clause clauses commitment commitments action actions activity
  subparagraph subparagraphs subprogramme subprogrammes programme programmes project projects scenario schema model
  committee plan year years grades points point scale age aged ages room building gate floor line highway route channel
  km equals versus plus minus and or to than between x times approximately supplement suppl add corr rev mod
  january february march april may june july august september october november december`.split(/\s+/),
);

/** Nouns of measure, money and time of day, with which figures stand. */
const MEASURES =
  /^(?:per cent|percent|percentage|million|billion|trillion|thousand|hundred|dozen|km|kilometres?|metres?|meters?|cm|mm|kg|kilograms?|grams?|tons?|tonnes?|litres?|miles?|feet|inches|degrees?|hectares?|acres?|knots|watts?|volts?|megawatts?|kilowatts?|gigatons?|bits?|bytes?|gigabytes?|megabytes?|cents?|dollars?|euros?|pounds?|francs?|points?|votes?|abstentions?|a\.m|p\.m|am|pm|hours?|minutes?|seconds?|years? old|years? of age|degrees|parts per|times)\b/;

/** Words behind a number that cannot be what is counted. */
const NOT_COUNTED = new Set(
  `is was has does as its this thus its whereas across towards besides always perhaps yes us his hers theirs ours yours
  includes provides requires shows states notes contains focuses addresses covers applies reads sets gives makes takes
  becomes remains refers concerns deals lists presents describes outlines explains defines allows calls aims seeks
  sometimes afterwards upwards downwards onwards less plus minus versus species series news`.split(/\s+/),
);

const IRREGULAR = new Set([
  'women',
  'men',
  'children',
  'people',
  'persons',
  'staff',
  'countries',
  'girls',
  'boys',
]);

/** The noun in the plural that a number at [.., end) counts: behind it at once, or behind one or two adjectives. */
function countedPlural(text: string, end: number): { start: number; end: number } | null {
  let at = end;
  for (let i = 0; i < 3; i++) {
    if (text.charCodeAt(at) !== 0x20 && text.charCodeAt(at) !== 0xa0) return null;
    const word = wordAfter(text, at);
    if (!word || word.start !== at + 1 || !isLower(text.charCodeAt(word.start))) return null;
    let stop = word.end;
    // "low-income countries", "draft resolutions"
    while (text.charCodeAt(stop) === 0x2d && isLetter(text.charCodeAt(stop + 1))) {
      stop++;
      while (isLetter(text.charCodeAt(stop))) stop++;
    }
    const lower = text.slice(word.start, stop);
    if (NOT_COUNTED.has(lower)) return null;
    if (IRREGULAR.has(lower) || (lower.length > 3 && /[^s'u]s$/.test(lower)))
      return { start: word.start, end: stop };
    if (SMALL.has(lower)) return null;
    at = stop;
  }
  return null;
}

/** The noun of "and 1 inspection" behind "3 operations": a figure 1 alone may be a number of many things. */
function oneMore(
  text: string,
  start: number,
  end: number,
  before: string,
): { start: number; end: number } | null {
  if (text.charCodeAt(start) !== 0x31 || before !== 'and') return null;
  const noun = wordAfter(text, end);
  if (!noun || noun.end - noun.start < 4 || SMALL.has(text.slice(noun.start, noun.end))) return null;
  const counted = /(?:^|[ (])[2-9] (?:[a-z-]+ ){0,2}[a-z]{3,}s\b[^.;:()]{0,110}$/;
  return counted.test(text.slice(Math.max(0, start - 160), start)) ? noun : null;
}

/** Words that end a noun phrase: behind them a plural is another noun's. */
const SMALL = new Set(
  `of the and to in for with a an on at by from that which who or not but if it they we per into between among against
  through during before after about over within without also will would shall should may might can could must were are
  is was be been has have had do did there their its our this these those when where while than then so as under until
  since because however including`.split(/\s+/),
);

/** Whether a figure stands within `reach` characters of [start, end) in the same sentence. */
function figuresNear(text: string, start: number, end: number, reach: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - reach; i--) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      const year = /(?<![\d,.])(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?$/.exec(
        text.slice(Math.max(0, i - 10), i + 1),
      );
      if (!year) return true;
      i -= year[0].length - 1;
      continue;
    }
    if (code === 0x2e && isSpace(text.charCodeAt(i + 1)) && isUpper(text.charCodeAt(i + 2))) break;
  }
  for (let i = end; i < text.length && i < end + reach; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      // A year is no member of a series.
      const year = /^(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?!\d)/.exec(text.slice(i, i + 10));
      if (!year) return true;
      i += year[0].length;
    }
    if (code === 0x2e && (i + 1 >= text.length || isSpace(text.charCodeAt(i + 1)))) break;
  }
  return false;
}

/** Whether a citation of any kind covers the figure: a date, a number of a resolution, a paragraph. */
function isCited(context: BlockContext, at: number): boolean {
  return context.citationAt(at) !== undefined;
}

/** Words before a figure that begin a sentence or a clause, so that their capital says nothing. */
const OPENERS = new Set(
  `in of the at by for with from on to among only these those all over about after before during within some its their
  and but or as between under through against into at least most nearly almost around more than approximately up`.split(
    /\s+/,
  ),
);

const belowTen: Rule = {
  code: 'number-below-ten',
  ids: ['NUM-001'],
  title: 'Numbers under 10 in words',
  why: 'One to nine are written in words, unless they stand in a series with larger numbers or with a unit.',
  severity: STYLE,
  source: NUMBERS,
  fix: 'suggested',
  habit: true,
  houseStyle: true,
  messages: { default: 'Numbers under 10 are written in words: “{right}”.' },
  wrong: [
    '1. The Office ran courses in ⟦3⟧ countries.',
    '1. In ⟦4⟧ pilot regions, courses were held.',
    '1. The plan covers a period of ⟦2⟧ years.',
    '1. The Office held ⟦3⟧ courses in the harbours of the northern coast, and ⟦1⟧ final workshop was held later.',
  ],
  right: [
    '1. The Office ran courses in three countries.',
    '1. Of 40 victims, 7 children were heard.',
    '1. It trained 43 judges and 5 clerks.',
    '1. Three lamps and one boat were sold. In 2020, 3 lamps and 12 boats were sold, and 1 more of 14.',
    '1. Under item 2 (b), objective 3 and phase 2 activities were described.',
    '1. On 3 May, 4 per cent of 5 million dollars was spent.',
    '1. Sustainable Development Goals 5 and 8 targets were met.',
    '1. Module 4 includes exercises; table 3 shows results.',
  ],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      if (end - start !== 1) return;
      const { text } = context;
      if (text.charCodeAt(start) === 0x30) return;
      const before = text.charCodeAt(start - 1);
      const after = text.charCodeAt(end);
      if (before !== 0x20 || after !== 0x20 || !isLower(text.charCodeAt(end + 1))) return;
      const wordEnd = text.charCodeAt(start - 2) === 0x2c ? start - 2 : start - 1;
      let wordStart = wordEnd;
      while (wordStart > 0 && isLetter(text.charCodeAt(wordStart - 1))) wordStart--;
      if (wordStart === wordEnd) return;
      const word = text.slice(wordStart, wordEnd);
      const one = oneMore(text, start, end, word);
      if (!one && LABELS.has(word.toLowerCase())) return;
      // "Protocol 3 parties", "Windows 7 licences": a name.
      if (
        isUpper(word.charCodeAt(0)) &&
        !(OPENERS.has(word.toLowerCase()) && startsSentence(text, wordStart))
      )
        return;
      if (MEASURES.test(text.slice(end + 1, end + 20))) return;
      const noun = one ?? countedPlural(text, end);
      if (!noun) return;
      // Figures near by may make a series, in which small numbers have figures too.
      const series = figuresNear(text, start, end, 90);
      if (
        series &&
        !SPANS.test(text.slice(noun.start, noun.end)) &&
        (word === 'including' || figuresNear(text, start, end, 45))
      )
        return;
      if (context.draft.language !== 'en' || context.inQuotation(start) || isCited(context, start)) return;
      const right = cardinal(Number(text.slice(start, end)));
      context.report(start, end, {
        args: { right },
        fix: replaceWith(start, end, right),
        ...(series ? { atMost: 'hint' as const } : {}),
      });
    },
  },
};

/** A number in words that begins at `start`: its end and value; value 0 where none of at least ten stands there. */
function readNumberWords(text: string, start: number, end: number): { end: number; value: number } {
  let total = 0;
  let current = VALUES.get(text.slice(start, end).toLowerCase()) ?? 0;
  let at = end;
  for (let i = 0; i < 8; i++) {
    const joint = text.charCodeAt(at);
    if (joint !== 0x20 && joint !== 0x2d) break;
    let from = at + 1;
    if (joint === 0x20 && readPhrase(text, from, 'and ') >= 0) from += 4;
    let to = from;
    while (to < text.length && isLetter(text.charCodeAt(to))) to++;
    const word = text.slice(from, to).toLowerCase();
    const value = VALUES.get(word);
    if (word === 'hundred') current *= 100;
    else if (word === 'thousand') {
      total += current * 1000;
      current = 0;
    } else if (
      value !== undefined &&
      (joint === 0x2d ? current % 100 >= 20 && value < 10 : current >= 100 || total > 0)
    ) {
      current += value;
    } else break;
    at = to;
  }
  return { end: at, value: total + current };
}

/** What may be counted in words whatever the number: spans of time, approximations. */
const SPANS =
  /^(?:years?|days?|months?|weeks?|hours?|minutes?|decades?|centuries|generations?|times|seats?|strong|or)\b/;

const inFigures: Rule = {
  code: 'number-in-words',
  ids: ['NUM-002'],
  title: 'Numbers from 10 in figures',
  why: 'From 10 to 999,999 numbers are written in figures, unless they begin a sentence or only approximate.',
  severity: {
    default: 'information',
    report: 'warning',
    note: 'warning',
    record: 'hint',
    treaty: 'off',
    resolution: 'hint',
    decision: 'hint',
  },
  source: NUMBERS,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'From 10 on, numbers are written in figures: “{right}”.' },
  wrong: [
    '1. The Office trained more than ⟦six thousand⟧ judges.',
    '1. It heard ⟦one hundred and sixty⟧ persons and ⟦twenty-five⟧ experts.',
  ],
  right: [
    '1. The Office trained more than 6,000 judges.',
    '1. Twenty-five experts were heard.',
    '1. The past hundred years, twenty years ago, and the twenty-fifth session.',
    '1. The Group of Seventy-seven met.',
    '1. It trained ten judges, several thousand people and three million children.',
  ],
  block: {
    on: { words: [...VALUES.keys()] },
    check(context, start, end) {
      const { text } = context;
      const joint = text.charCodeAt(end);
      if (joint !== 0x2d && readPhrase(text, end, ' hundred') < 0 && readPhrase(text, end, ' thousand') < 0)
        return;
      if (isUpper(text.charCodeAt(start)) || startsSentence(text, start)) return;
      // Inside a longer number that has been reported from its first word.
      if (text.charCodeAt(start - 1) === 0x2d || VALUES.has(previousWord(text, start))) return;
      if (
        previousWord(text, start) === 'and' &&
        /(?:hundred|thousand) and $/.test(text.slice(Math.max(0, start - 14), start))
      )
        return;
      const number = readNumberWords(text, start, end);
      if (number.value < 10) return;
      const next = text.charCodeAt(number.end);
      if (next === 0x2d || !isSpace(next)) return;
      if (SPANS.test(text.slice(number.end + 1, number.end + 12))) return;
      if (!countedPlural(text, number.end)) return;
      const right = number.value.toLocaleString('en-US');
      context.report(start, number.end, { args: { right }, fix: replaceWith(start, number.end, right) });
    },
  },
};

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATED = new Set(
  `no nos para paras art arts chap chaps sect sects vol vols p pp fig figs app ed eds rev add corr cf ibid approx mr mrs
  ms dr st suppl op cit loc e g i vs pt prof gen col lt sgt jan feb mar apr jun jul aug sep sept oct nov dec res dec doc
  docs sr pv inc ltd co et al viz etc resp reg regs art`.split(/\s+/),
);

const sentenceStart: Rule = {
  code: 'sentence-starts-with-figure',
  ids: ['NUM-003'],
  title: 'No sentence begins with a figure',
  why: 'A figure has no capital, so that the reader does not see where the sentence begins.',
  severity: { default: 'warning', record: 'hint', treaty: 'hint', statement: 'information' },
  source: NUMBERS,
  fix: 'suggested',
  habit: true,
  houseStyle: true,
  messages: {
    default: 'A sentence does not begin with a figure: “{right}”, or recast it.',
    recast: 'A sentence does not begin with a figure; recast it.',
  },
  wrong: [
    '1. The meeting was opened. ⟦55⟧ countries were represented.',
    '1. It ended in May. ⟦2,776⟧ practitioners took part.',
  ],
  right: [
    '1. The meeting was opened. Fifty-five countries were represented.',
    '1. The text stands in para. 3 of the report, vol. 2 of the series and No. 55 of the list.',
    '1. It ended in May.\n\n2. A total of 55 countries took part.',
  ],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      const { text } = context;
      // A full stop, one or two spaces, the figure, a space and a word in small letters.
      let i = start;
      while (i > start - 3 && text.charCodeAt(i - 1) === 0x20) i--;
      if (i === start || text.charCodeAt(i - 1) !== 0x2e) return;
      let to = end;
      while (text.charCodeAt(to) === 0x2c && isDigit(text.charCodeAt(to + 1))) {
        to += 2;
        while (isDigit(text.charCodeAt(to))) to++;
      }
      const sign = /^ ?% [a-z]/.exec(text.slice(to, to + 4));
      if (!sign && (text.charCodeAt(to) !== 0x20 || !isLower(text.charCodeAt(to + 1)))) return;
      let word = i - 1;
      while (word > 0 && isLetter(text.charCodeAt(word - 1))) word--;
      const last = text.slice(word, i - 1).toLowerCase();
      // Behind "Inc." or "p." the sentence goes on; a single letter is an initial; a figure before the stop is a label.
      if (last.length < 3 || ABBREVIATED.has(last)) return;
      if (
        !sign &&
        !countedPlural(text, to) &&
        !/^(?:per cent|percent|of|out of)\b/.test(text.slice(to + 1, to + 10))
      )
        return;
      if (context.role === 'note' || !mayReport(context, start) || isCited(context, start)) return;
      const value = Number(text.slice(start, to).replace(/,/g, ''));
      if (value >= 1900 && value <= 2100 && to - start === 4) return;
      const words = value < 100 ? cardinal(value) : '';
      const right = words.charAt(0).toUpperCase() + words.slice(1);
      context.report(
        start,
        to,
        right === '' || sign
          ? { variant: 'recast' }
          : { args: { right }, fix: replaceWith(start, to, right) },
      );
    },
  },
};

const mixedSeries: Rule = {
  code: 'series-in-words-and-figures',
  ids: ['NUM-004'],
  title: 'Numbers of one series in one form',
  why: 'Where one number of a series needs figures, all of the series have them.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  language: true,
  messages: { default: 'In a series with {other}, “{right}” is written in figures.' },
  wrong: ['1. The course had 25 women and ⟦three⟧ men.'],
  right: [
    '1. The course had 25 women and 3 men.',
    '1. The course had 25 women and three sessions were held in May.',
    '1. In three operations, 17 suspects were found.',
  ],
  block: {
    on: { words: WORDS.slice(1, 10) },
    check(context, start, end) {
      const { text } = context;
      if (previousWord(text, start) !== 'and') return;
      const m = /(?:^|[^\d.,/])(\d{2,3}) ([a-z]+) and $/.exec(text.slice(Math.max(0, start - 40), start));
      if (!m || Number(m[1]) < 10) return;
      const noun = wordAfter(text, end);
      if (!noun) return;
      // Things of one kind: both are persons, and nothing more is said of the second.
      if (!PERSONS.has(m[2]!) || !PERSONS.has(text.slice(noun.start, noun.end))) return;
      const right = String(VALUES.get(text.slice(start, end).toLowerCase()) ?? '');
      context.report(start, end, { args: { other: m[1]!, right }, fix: replaceWith(start, end, right) });
    },
  },
};

const PERSONS = new Set(
  `women men girls boys children judges prosecutors officers experts participants victims suspects persons adults
  ministers representatives staff members civilians soldiers`.split(/\s+/),
);

const sideBySide: Rule = {
  code: 'numbers-side-by-side',
  ids: ['NUM-005'],
  title: 'Two numbers side by side in different styles',
  why: 'Two figures in a row read as one.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  messages: { default: 'Write one of the two numbers in words: “{right}”.' },
  wrong: ['1. The Office bought ⟦12 10⟧-foot poles.'],
  right: ['1. The Office bought twelve 10-foot poles.', '1. In 2021 35 judges were trained.'],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      const { text } = context;
      if (end - start > 2 || text.charCodeAt(end) !== 0x20 || !isDigit(text.charCodeAt(end + 1))) return;
      let to = end + 1;
      while (isDigit(text.charCodeAt(to))) to++;
      if (to - end > 4 || text.charCodeAt(to) !== 0x2d || !isLower(text.charCodeAt(to + 1))) return;
      const before = text.charCodeAt(start - 1);
      if (before !== 0x20 || LABELS.has(previousWord(text, start)) || !mayReport(context, start)) return;
      const right = `${cardinal(Number(text.slice(start, end)))} ${text.slice(end + 1, to)}`;
      context.report(start, to, {
        args: { right },
        fix: replaceWith(start, end, cardinal(Number(text.slice(start, end)))),
      });
    },
  },
};

/** Words before a run of digits that make it a number of something. */
const NUMBERED =
  /(?:\b(?:no|nos|number|resolutions?|decisions?|para|paras|paragraphs?|box|tel|telephone|fax|room|law|act|decree|order|series|vol|isbn|issn|doi|code|id|registration|sales|job|ref|bank|account|p|pp|pages?|year|since|in|of|by|until|to|from|article|iso|rule)\.? |[#$€£./:(–-])$/i;

const thousands: Rule = {
  code: 'thousands-comma',
  ids: ['NUM-006'],
  title: 'Thousands are set off by a comma',
  why: 'Four figures and more are easier to read with a comma: 3,540.',
  severity: STYLE,
  source: NUMBERS,
  fix: 'suggested',
  habit: true,
  houseStyle: true,
  messages: {
    default: 'Set the thousands off by a comma: “{right}”.',
    space: 'Thousands are set off by a comma, not by a space: “{right}”.',
    decimal: 'Decimals are set off by a point: “{right}”.',
  },
  wrong: [
    '1. It trained ⟦3540⟧ practitioners.',
    '1. More than ⟦1 488⟧ cases were heard.',
    '1. The rate fell to ⟦0,5⟧ per cent.',
  ],
  right: [
    '1. It trained 3,540 practitioners.',
    '1. In resolution 2546 (2020) and in the 2030 targets, in 1998 elections were held.',
    '1. Convention No. 39574 parties met, in postal code 10017 areas.',
    '1. It trained 12 500-page readers.',
  ],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      const { text } = context;
      const length = end - start;
      const before = text.charCodeAt(start - 1);
      const after = text.charCodeAt(end);
      if (length >= 4) {
        if (length > 7 || after !== 0x20 || !(before === 0x20 || start === 0)) return;
        const value = Number(text.slice(start, end));
        if (text.charCodeAt(start) === 0x30 || (value >= 1000 && value <= 2100)) return;
        if (NUMBERED.test(text.slice(Math.max(0, start - 14), start))) return;
        if (!countedPlural(text, end) && !readable(text, end)) return;
        if (context.draft.language !== 'en' || context.inQuotation(start) || isCited(context, start)) return;
        const right = value.toLocaleString('en-US');
        context.report(start, end, { args: { right }, fix: replaceWith(start, end, right, 'safe') });
        return;
      }
      if (
        length === 1 &&
        text.charCodeAt(start) === 0x30 &&
        after === 0x2c &&
        isDigit(text.charCodeAt(end + 1))
      ) {
        let to = end + 1;
        while (isDigit(text.charCodeAt(to))) to++;
        if (
          to - end > 3 ||
          isDigit(before) ||
          before === 0x2e ||
          before === 0x2c ||
          text.charCodeAt(to) === 0x2c
        )
          return;
        if (!mayReport(context, start)) return;
        const right = `0.${text.slice(end + 1, to)}`;
        context.report(start, to, {
          variant: 'decimal',
          args: { right },
          fix: replaceWith(start, to, right),
        });
        return;
      }
      if (length <= 3 && after === 0x20 && before === 0x20 && isDigit(text.charCodeAt(end + 1))) {
        if (
          !isDigit(text.charCodeAt(end + 2)) ||
          !isDigit(text.charCodeAt(end + 3)) ||
          text.charCodeAt(end + 4) !== 0x20
        )
          return;
        const previous = previousWord(text, start);
        if (
          !/^(?:than|trained|total|some|nearly|about|over|approximately|almost|least|were|was|received|heard)$/.test(
            previous,
          )
        )
          return;
        if (!countedPlural(text, end + 4) || !mayReport(context, start)) return;
        const right = `${text.slice(start, end)},${text.slice(end + 1, end + 4)}`;
        context.report(start, end + 4, {
          variant: 'space',
          args: { right },
          fix: replaceWith(start, end + 4, right),
        });
      }
    },
  },
};

/** Units and money behind a figure. */
function readable(text: string, end: number): boolean {
  return /^ (?:per cent|dollars|euros|km|kilometres|tons|tonnes|hectares|metres|people|persons)\b/.test(
    text.slice(end, end + 14),
  );
}

/** Cells of a table that a converter has set in a row: three numbers and more with hardly a word between them. */
function isRowOfNumbers(text: string): boolean {
  const tail = /(?:[\d.,%–-]+\s+){3,}[\d.,]*$/.exec(text);
  return tail !== null;
}

const perCent: Rule = {
  code: 'per-cent',
  ids: ['NUM-007'],
  title: 'Per cent in two words',
  why: 'In running text the United Nations writes “per cent”; the sign is for tables.',
  severity: {
    default: 'warning',
    record: 'hint',
    treaty: 'hint',
    statement: 'hint',
    letter: 'hint',
    other: 'hint',
  },
  source: NUMBERS,
  fix: 'safe',
  habit: true,
  houseStyle: true,
  messages: {
    default: 'In running text this is written “per cent”.',
    sign: 'In running text “%” is written “per cent”.',
  },
  wrong: ['1. The share rose to 24 ⟦percent⟧.', '1. The share rose to 24⟦%⟧ of cases, from 4.5 ⟦%⟧.'],
  right: [
    '1. The share rose from 2 to 4 per cent, a high percentage.',
    '1. The address https://example.org/a%20b was given.',
    '1. The “50%” label was kept.',
  ],
  exampleKind: 'report',
  block: {
    on: { words: ['percent'], chars: '%' },
    check(context, start, end) {
      const { text } = context;
      if (context.draft.language !== 'en') return;
      if (end - start > 1) {
        if (context.isProtected(start)) return;
        if (text.charCodeAt(start - 1) === 0x2d) return;
        if (isUpper(text.charCodeAt(start)) && isNamePart(text, start, end)) return;
        const before = text.charCodeAt(start - 1);
        const right = isDigit(before) ? ' per cent' : 'per cent';
        context.report(start, end, { fix: replaceWith(start, end, right) });
        return;
      }
      let from = start;
      while (from > start - 2 && isSpace(text.charCodeAt(from - 1))) from--;
      if (
        !isDigit(text.charCodeAt(from - 1)) ||
        isLetter(text.charCodeAt(end)) ||
        isDigit(text.charCodeAt(end))
      )
        return;
      // Labels of a chart or cells of a table that a converter has set in a row.
      const rest = text.slice(end, end + 12);
      if (
        /^\s*[-–—]?\s*\d/.test(rest) ||
        /%\s+(?:\d+\s+)?[\d.,]+$/.test(text.slice(Math.max(0, from - 16), from))
      )
        return;
      if (!/[a-z]{2}/.test(text.slice(Math.max(0, from - 30), from) + rest)) return;
      if (isRowOfNumbers(text.slice(Math.max(0, from - 32), from))) return;
      if (context.isProtected(start)) return;
      context.report(start, end, {
        variant: 'sign',
        fix: { title: phrase`Replace with “per cent”`, edits: [{ start: from, end, text: ' per cent' }] },
      });
    },
  },
};

const percentageInWords: Rule = {
  code: 'percentage-in-figures',
  ids: ['NUM-008'],
  title: 'Percentages in figures',
  why: 'With per cent a number is written in figures, unless it begins a sentence.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  language: true,
  messages: { default: 'With “per cent” the number is written in figures: “{right}”.' },
  wrong: ['1. The share fell by ⟦three⟧ per cent.'],
  right: ['1. The share fell by 3 per cent.', '1. Three per cent of cases were closed.'],
  block: {
    on: { words: ['cent'] },
    check(context, start) {
      const { text } = context;
      const per = wordBefore(text, start);
      if (!per || text.slice(per.start, per.end) !== 'per') return;
      const number = wordBefore(text, per.start);
      if (!number || startsSentence(text, number.start)) return;
      let from = number.start;
      // "twenty-five per cent"
      if (text.charCodeAt(from - 1) === 0x2d) {
        let first = from - 1;
        while (first > 0 && isLetter(text.charCodeAt(first - 1))) first--;
        if (!VALUES.has(text.slice(first, from - 1).toLowerCase())) return;
        from = first;
      }
      const value = text
        .slice(from, number.end)
        .toLowerCase()
        .split('-')
        .reduce((sum, word) => sum + (VALUES.get(word) ?? Number.NaN), 0);
      if (Number.isNaN(value) || startsSentence(text, from)) return;
      // "ten or fifteen per cent", "one hundred per cent": a phrase of its own.
      const right = String(value);
      context.report(from, number.end, { args: { right }, fix: replaceWith(from, number.end, right) });
    },
  },
};

const fractionInWords: Rule = {
  code: 'fraction-in-words',
  ids: ['NUM-008'],
  title: 'Fractions in words',
  why: 'A fraction is written out: one third of the population, a two-thirds majority.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  messages: {
    default: 'A fraction is written out: “{right}”.',
    hyphen: 'Before a noun a fraction has a hyphen: “{right}”.',
  },
  wrong: ['1. About ⟦1/3⟧ of the population fled.', '1. It was adopted by a ⟦two thirds⟧ majority.'],
  right: [
    '1. About one third of the population fled.',
    '1. It was adopted by a two-thirds majority.',
    '1. Resolution 2/3 of the Conference and the 1/12 scale were kept.',
  ],
  block: {
    on: { chars: '/', words: ['thirds', 'quarters'] },
    check(context, start, end) {
      const { text } = context;
      if (end - start > 1) {
        const before = previousWord(text, start);
        if ((before !== 'two' && before !== 'three') || nextWord(text, end) !== 'majority') return;
        if (!mayReport(context, start)) return;
        const from = start - before.length - 1;
        const right = `${text.slice(from, start - 1)}-${text.slice(start, end)}`;
        context.report(from, end, { variant: 'hyphen', args: { right }, fix: replaceWith(from, end, right) });
        return;
      }
      const top = text.charCodeAt(start - 1) - 0x30;
      const bottom = text.charCodeAt(end) - 0x30;
      if (!(top >= 1 && top <= 3) || !(bottom >= 2 && bottom <= 5) || top >= bottom) return;
      if (!isSpace(text.charCodeAt(start - 2)) && start !== 1) return;
      if (readPhrase(text, end + 1, ' of ') < 0 && readPhrase(text, end + 1, ' of the') < 0) return;
      if (/\b(?:resolutions?|decisions?|and|,) ?$/i.test(text.slice(Math.max(0, start - 14), start - 1)))
        return;
      if (!mayReport(context, start) || context.citationAt(start) !== undefined) return;
      const name = ['half', 'third', 'quarter', 'fifth'][bottom - 2]!;
      const right = `${cardinal(top)} ${top > 1 ? (name === 'half' ? 'halves' : `${name}s`) : name}`;
      context.report(start - 1, end + 1, { args: { right }, fix: replaceWith(start - 1, end + 1, right) });
    },
  },
};

const millions: Rule = {
  code: 'millions-in-words',
  ids: ['NUM-009'],
  title: 'Millions and billions in figures and a word',
  why: 'Round numbers are easier to read so: 1.5 million.',
  severity: 'hint',
  source: NUMBERS,
  fix: 'suggested',
  messages: {
    default: 'A round number of millions is written “{right}”.',
    suffix: '“{wrong}” is written out: “{right}”.',
  },
  wrong: [
    '1. The Fund received ⟦1,500,000⟧ dollars.',
    '1. The Fund received ⟦$1.5M⟧ and ⟦$4.3bn⟧.',
    '1. The costs were ⟦4.3 bn⟧ in all.',
  ],
  right: [
    '1. The Fund received 1.5 million dollars.',
    '1. The budget is $1,512,300.',
    '1. The plan uses 5mm pipes and 3M tape.',
  ],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      const { text } = context;
      const before = text.charCodeAt(start - 1);
      if (before === 0x2c || before === 0x2e || isDigit(before)) return;
      if (end - start <= 3 && text.charCodeAt(end) === 0x2c) {
        const m = /^\d{1,3}((?:,\d{3}){2,3})(?![\d,.]\d)/.exec(text.slice(start, start + 16));
        if (!m) return;
        const value = Number(m[0].replace(/,/g, ''));
        if (value % 100_000 !== 0) return;
        if (!mayReport(context, start)) return;
        const right = value >= 1e9 && value % 1e8 === 0 ? `${value / 1e9} billion` : `${value / 1e6} million`;
        context.report(start, start + m[0].length, {
          args: { right },
          fix: replaceWith(start, start + m[0].length, right),
        });
        return;
      }
      const sign = before === 0x24 || before === 0x20ac;
      // Without a sign before it only what means nothing else.
      if (!sign && (isLetter(before) || before === 0x2d || before === 0x2013)) return;
      const m = (
        sign
          ? /^\d{1,4}(?:\.\d{1,3})?( ?)(M|m|mn|mln|bn|b|B)(?![A-Za-z\d])/
          : /^\d{1,4}(?:\.\d{1,3})?( ?)(mln|bn)(?![A-Za-z\d])/
      ).exec(text.slice(start, start + 14));
      if (!m || !mayReport(context, start)) return;
      const to = start + m[0].length;
      const number = m[0].slice(0, m[0].length - m[1]!.length - m[2]!.length);
      const from = sign ? start - 1 : start;
      const right = `${text.slice(from, start)}${number} ${/^m/i.test(m[2]!) ? 'million' : 'billion'}`;
      const wrong = text.slice(from, to);
      context.report(from, to, {
        variant: 'suffix',
        args: { wrong, right },
        fix: replaceWith(from, to, right),
      });
    },
  },
};

const currency: Rule = {
  code: 'currency-form',
  ids: ['NUM-010'],
  title: 'The sign of a currency stands before the figure, without a space',
  why: 'One form of amounts throughout: $1.5 million.',
  severity: 'hint',
  source: 'United Nations University, style manual, currency',
  fix: 'suggested',
  messages: {
    default: 'No space between the sign and the figure: “{right}”.',
    dollar: 'United States dollars are written “$”, with a note where that is not clear.',
  },
  wrong: ['1. The Fund received ⟦€ 250,000⟧.', '1. The Fund received ⟦US$⟧1.5 million.'],
  right: ['1. The Fund received $1.5 million and €250,000.', '1. It received Can$ 200.'],
  block: {
    on: { chars: '$€' },
    check(context, start, end) {
      const { text } = context;
      if (
        text.charCodeAt(start) === 0x24 &&
        text.charCodeAt(start - 1) === 0x53 &&
        text.charCodeAt(start - 2) === 0x55
      ) {
        if (isLetter(text.charCodeAt(start - 3)) || !mayReport(context, start)) return;
        let to = end;
        if (isSpace(text.charCodeAt(to)) && isDigit(text.charCodeAt(to + 1))) to++;
        context.report(start - 2, end, {
          variant: 'dollar',
          fix: { title: phrase`Replace with “$”`, edits: [{ start: start - 2, end: to, text: '$' }] },
        });
        return;
      }
      if (
        isLetter(text.charCodeAt(start - 1)) ||
        !isSpace(text.charCodeAt(end)) ||
        !isDigit(text.charCodeAt(end + 1))
      )
        return;
      let to = end + 1;
      while (
        isDigit(text.charCodeAt(to)) ||
        (text.charCodeAt(to) === 0x2c && isDigit(text.charCodeAt(to + 1)))
      )
        to++;
      if (!mayReport(context, start)) return;
      const right = `${text[start]!}${text.slice(end + 1, to)}`;
      context.report(start, to, {
        args: { right },
        fix: { title: phrase`Take the space out`, edits: [{ start: end, end: end + 1, text: '' }] },
      });
    },
  },
};

const ordinals: Rule = {
  code: 'ordinal-in-words',
  ids: ['NUM-011'],
  title: 'Ordinals up to ninety-ninth in words',
  why: 'Ordinals are written in words: twelfth session, twentieth anniversary.',
  severity: {
    default: 'warning',
    record: 'hint',
    treaty: 'hint',
    statement: 'information',
    other: 'hint',
    letter: 'hint',
  },
  source: NUMBERS,
  fix: 'safe',
  habit: true,
  houseStyle: true,
  messages: { default: 'Ordinals up to ninety-ninth are written in words: “{right}”.' },
  wrong: ['1. On its ⟦20th⟧ anniversary the Office held its ⟦3rd⟧ workshop.', '1. The ⟦21st⟧ century began.'],
  right: [
    '1. On its twentieth anniversary the Office held a workshop.',
    '1. It met at its 112th and 82nd plenary meetings.',
    '1. The office is at 12 East 42nd Street.',
    '1. The meeting of 22nd July was held at the 9th International Crime Days.',
  ],
  block: {
    on: { numbers: true },
    check(context, start, end) {
      if (end - start > 2) return;
      const { text } = context;
      const a = text.charCodeAt(end) | 0x20;
      if (a !== 0x73 && a !== 0x6e && a !== 0x72 && a !== 0x74) return;
      const suffix = text.slice(end, end + 2).toLowerCase();
      if (!/^(?:st|nd|rd|th)$/.test(suffix) || isLetter(text.charCodeAt(end + 2))) return;
      const before = text.charCodeAt(start - 1);
      if (
        before === 0x2d ||
        before === 0x2f ||
        before === 0x2e ||
        before === 0x2c ||
        isDigit(before) ||
        isLetter(before)
      )
        return;
      const to = end + 2;
      const after = wordAfter(text, to);
      // Numbers of plenary meetings and of streets stay in figures; a capital behind makes it a title.
      const rest = text.slice(to, to + 40).replace(/\u00a0/g, ' ');
      if (/^(?:,? (?:and|to|,) \d{1,3}(?:st|nd|rd|th))* (?:\([a-z]+\) )?(?:plenary )?meetings?\b/.test(rest))
        return;
      if (/^,? (?:and|to) \d/.test(rest)) return;
      if (
        after &&
        isUpper(text.charCodeAt(after.start)) &&
        !/^(?:Session|Anniversary|Meeting)/.test(text.slice(after.start))
      )
        return;
      // Those of days and instruments in a treaty have a rule of their own.
      if (context.kind === 'treaty' && /^ (?:day|instrument)\b/.test(rest)) return;
      // Units of an army are called by figures.
      if (
        /^ (?:percentile|floor|grade|(?:[a-z]+ )?(?:brigade|division|battalion|regiment|army|corps))\b/.test(
          rest,
        )
      )
        return;
      const cited = context.citations.some(
        (c) => (c.type === 'date' || c.type === 'date-range') && c.start <= start && to <= c.end,
      );
      if (cited || context.draft.language !== 'en' || context.isProtected(start)) return;
      // "1st August", "August 1st": a date that lacks its year.
      if (MONTHS.test(`${previousWord(text, start)} ${nextWord(text, to)}`) || nextWord(text, to) === 'of')
        return;
      if (context.role === 'note' || context.role === 'title') return;
      const value = Number(text.slice(start, end));
      const words = ordinalWords(value);
      if (words === '') return;
      const right = startsSentence(text, start) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
      context.report(start, to, { args: { right }, fix: replaceWith(start, to, right) });
    },
  },
};

const MONTHS =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/;

/** Words before a range that say what it is a range of. */
const RANGED =
  /(?:^|[^A-Za-z])(?:paras?\.?|paragraphs|pp\.|pages|arts?\.|articles|chaps?\.|chapters|sects?\.|sections|vols?\.|nos\.|items|rules|annexes|appendices|tables|figures|footnotes|notes|period|biennium|bienniums|triennium|quadrennium|cycle|years?|decade|for|from|ages|aged|between|about|some|approximately) $/i;

const hyphenRange: Rule = {
  code: 'range-hyphen',
  ids: ['NUM-012'],
  title: 'Ranges of numbers have an en dash',
  why: 'The en dash means “to”; the hyphen joins words.',
  severity: {
    default: 'warning',
    record: 'hint',
    treaty: 'hint',
    statement: 'hint',
    letter: 'hint',
    other: 'hint',
  },
  source: 'United Nations Office for Disaster Risk Reduction, editorial manual, punctuation',
  fix: 'safe',
  habit: true,
  houseStyle: true,
  messages: { default: 'A range has an en dash: “{right}”.' },
  wrong: ['1. See paras. ⟦12-15⟧ and pp. ⟦3-5⟧.', '1. Between ⟦5-10⟧ persons took part.'],
  right: [
    '1. See paras. 12–15.',
    '1. The job number is 21-04831, the telephone number 555-0134, the date 2020-10-13.',
    '1. A 5-day course on COVID-19 and a 9-11 memorial.',
    '1. Document A/AC.105/2014-2017 was issued. ISBN 978-92-1.',
  ],
  block: {
    on: { chars: '-\u2010\u2011' },
    check(context, start, end) {
      const { text } = context;
      if (!isDigit(text.charCodeAt(start - 1)) || !isDigit(text.charCodeAt(end))) return;
      let from = start;
      while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
      let to = end;
      while (isDigit(text.charCodeAt(to))) to++;
      if (start - from > 4 || to - end > 4) return;
      const before = text.charCodeAt(from - 1);
      const after = text.charCodeAt(to);
      // Part of a longer number: a symbol, a date in figures, a decimal, a telephone number.
      if (!(
        from === 0 ||
        before === 0x20 ||
        before === 0xa0 ||
        before === 0x28 ||
        before === 0x5b ||
        before === 0x201c
      ))
        return;
      if (isLetter(after) || after === 0x2d || after === 0x2f || after === 0x2010 || after === 0x2013) return;
      if ((after === 0x2e || after === 0x2c) && isDigit(text.charCodeAt(to + 1)) && to - end < 4) return;
      const first = Number(text.slice(from, start));
      let last = Number(text.slice(end, to));
      const years = start - from === 4 && first >= 1900 && first <= 2100;
      if (years && to - end === 2) last += Math.floor(first / 100) * 100;
      if (last <= first) return;
      const yearRange = years && last <= 2100 && last - first < 60;
      const ranged = RANGED.test(text.slice(Math.max(0, from - 16), from));
      if (
        !yearRange &&
        !ranged &&
        !/^ (?:per cent|years?|months|weeks|days|hours|minutes|km|million|billion)\b/.test(
          text.slice(to, to + 10),
        )
      )
        return;
      const { language } = context.draft;
      if (language !== 'en' || context.inQuotation(start)) return;
      const cited = context.citationAt(start);
      // Ranges of years have a rule of their own.
      if (
        cited &&
        (cited.type === 'symbol' ||
          cited.type === 'resolution' ||
          cited.type === 'treaty' ||
          (cited.type === 'date-range' && cited.unit === 'year'))
      )
        return;
      const right = `${text.slice(from, start)}–${text.slice(end, to)}`;
      context.report(from, to, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end, text: '–' }] },
      });
    },
  },
};

const unitTwice: Rule = {
  code: 'range-unit-once',
  ids: ['NUM-012'],
  title: 'The unit of a range stands once',
  why: 'In a range with a dash the unit stands behind the second number only.',
  severity: 'hint',
  source: 'United Nations Office for Disaster Risk Reduction, editorial manual, punctuation',
  fix: 'suggested',
  messages: { default: 'The unit stands once: “{right}”.' },
  wrong: ['1. The share rose by ⟦2 per cent–4⟧ per cent.'],
  right: ['1. The share rose by 2–4 per cent, from 2 per cent to 4 per cent.'],
  block: {
    on: { words: ['cent'] },
    check(context, start, end) {
      const { text } = context;
      const dash = text.charCodeAt(end);
      if ((dash !== 0x2013 && dash !== 0x2d) || !isDigit(text.charCodeAt(end + 1))) return;
      const m = /(\d[\d.]{0,5}) per $/.exec(text.slice(Math.max(0, start - 12), start));
      const n = /^(\d[\d.]{0,5}) per cent/.exec(text.slice(end + 1, end + 18));
      if (!m || !n || !mayReport(context, start)) return;
      const from = start - m[0].length;
      const to = end + 1 + n[1]!.length;
      const right = `${m[1]!}–${n[1]!}`;
      context.report(from, to, { args: { right: `${right} per cent` }, fix: replaceWith(from, to, right) });
    },
  },
};

const impossibleShare: Rule = {
  code: 'impossible-share',
  ids: ['NUM-016'],
  title: 'A share is possible for its total',
  why: 'No whole number of participants makes some percentages: 24 per cent of 10 is nobody’s count.',
  severity: 'hint',
  source: null,
  fix: 'none',
  messages: {
    default: 'No whole number out of {total} makes {share} per cent.',
    above: '{share} per cent of {total} is more than there are.',
  },
  wrong: [
    '1. Of ⟦24 per cent of 10⟧ participants little is known.',
    '1. It was said that ⟦101 per cent of the 50⟧ participants agreed.',
  ],
  right: [
    '1. The survey reached 24 per cent of 62 participants.',
    '1. The rate rose by 150 per cent of 40 points.',
  ],
  block: {
    on: { words: ['cent'] },
    check(context, start, end) {
      const { text } = context;
      const m = /(?:^|[^\d.,])(\d{1,3}(?:\.\d)?) per $/.exec(text.slice(Math.max(0, start - 14), start));
      const n =
        /^ of (?:the )?(\d{1,3}) (participants|respondents|countries|States|members|experts|victims|cases)\b/.exec(
          text.slice(end, end + 30),
        );
      if (!m || !n || !mayReport(context, start)) return;
      const share = Number(m[1]);
      const total = Number(n[1]);
      if (total < 1 || total > 200) return;
      const from = start - 5 - m[1]!.length;
      const to = end + n[0].length - n[2]!.length - 1;
      if (share > 100) {
        context.report(from, to, { variant: 'above', args: { share, total } });
        return;
      }
      const digits = m[1]!.includes('.') ? 10 : 1;
      const near = Math.round((share * total) / 100);
      for (const k of [near - 1, near, near + 1]) {
        if (k >= 0 && k <= total && Math.round(((100 * k) / total) * digits) === Math.round(share * digits))
          return;
      }
      context.report(from, to, { args: { share, total } });
    },
  },
};

const numberSign: Rule = {
  code: 'number-sign',
  ids: ['NUM-019'],
  title: 'No. before a number',
  why: 'The abbreviation of “number” is No., in the plural Nos.',
  severity: 'hint',
  source: null,
  fix: 'safe',
  messages: { default: 'Before a number stands “No.”.' },
  wrong: ['1. Convention ⟦N°⟧ 182, treaty ⟦#⟧39574 and case ⟦#⟧ 12 were cited.'],
  right: ['1. Convention No. 182 was cited, from the Journal, n° 12.', '1. It was 12° in the # channel.'],
  block: {
    on: { chars: '°º#' },
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(start) === 0x23) {
        if (
          !isDigit(text.charCodeAt(isSpace(text.charCodeAt(end)) ? end + 1 : end)) ||
          !isSpace(text.charCodeAt(start - 1)) ||
          !mayReport(context, start)
        )
          return;
        context.report(start, end, {
          fix: replaceWith(start, end, isSpace(text.charCodeAt(end)) ? 'No.' : 'No. '),
        });
        return;
      }
      // "n° 12" in small letters is French.
      if (text.charCodeAt(start - 1) !== 0x4e || isLetter(text.charCodeAt(start - 2))) return;
      const digit = isSpace(text.charCodeAt(end)) ? end + 1 : end;
      if (!isDigit(text.charCodeAt(digit)) || !mayReport(context, start)) return;
      context.report(start - 1, end, { fix: replaceWith(start - 1, end, digit === end ? 'No. ' : 'No.') });
    },
  },
};

export const rules: readonly Rule[] = [
  belowTen,
  inFigures,
  sentenceStart,
  mixedSeries,
  sideBySide,
  thousands,
  perCent,
  percentageInWords,
  fractionInWords,
  millions,
  currency,
  ordinals,
  hyphenRange,
  unitTwice,
  impossibleShare,
  numberSign,
];
