import type {
  AgendaItemReference,
  ArticleReference,
  NumberToken,
  ParagraphReference,
  PartReference,
} from './citation.js';
import { readNumbers, type NumberList, type NumberStyle } from './numbers.js';
import {
  isDash,
  isDigit,
  isLetter,
  isLower,
  isOpeningQuote,
  isUpper,
  readAnyWord,
  readWord,
  readWordBack,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './reading.js';
import type { Draft, Scan } from './scan.js';

// ---- Paragraphs

interface ParagraphWord {
  readonly unit: ParagraphReference['unit'];
  readonly plural: boolean;
  readonly abbreviated: boolean;
  /** Written in capitals only: "OP 3". */
  readonly capitals?: boolean;
}

export const PARAGRAPH_WORDS: readonly (readonly [word: string, kind: ParagraphWord])[] = [
  ['paragraph', { unit: 'paragraph', plural: false, abbreviated: false }],
  ['paragraphs', { unit: 'paragraph', plural: true, abbreviated: false }],
  ['para', { unit: 'paragraph', plural: false, abbreviated: true }],
  ['paras', { unit: 'paragraph', plural: true, abbreviated: true }],
  ['subparagraph', { unit: 'subparagraph', plural: false, abbreviated: false }],
  ['subparagraphs', { unit: 'subparagraph', plural: true, abbreviated: false }],
  ['subpara', { unit: 'subparagraph', plural: false, abbreviated: true }],
  ['subparas', { unit: 'subparagraph', plural: true, abbreviated: true }],
  ['op', { unit: 'operative', plural: false, abbreviated: true, capitals: true }],
  ['ops', { unit: 'operative', plural: true, abbreviated: true, capitals: true }],
  ['pp', { unit: 'preambular', plural: false, abbreviated: true, capitals: true }],
  ['rule', { unit: 'rule', plural: false, abbreviated: false }],
  ['rules', { unit: 'rule', plural: true, abbreviated: false }],
  ['regulation', { unit: 'regulation', plural: false, abbreviated: false }],
  ['regulations', { unit: 'regulation', plural: true, abbreviated: false }],
];

const PARAGRAPH_STYLE: NumberStyle = { roman: true, capital: false, lettered: true, tail: false };
const RULE_STYLE: NumberStyle = { roman: false, capital: false, lettered: false, tail: false };

/** A reference to paragraphs behind the word in [start, end). What it points at is found in a later step. */
export function recognizeParagraphs(scan: Scan, start: number, end: number, word: ParagraphWord): void {
  const { text } = scan;
  if (start < scan.referenceEnd) return;
  if (word.capitals) {
    // "OP 3", but neither "pp. 3" nor "ICCPR-OP 1".
    if (!isUpper(text.charCodeAt(start)) || !isUpper(text.charCodeAt(start + 1))) return;
    if (isDash(text.charCodeAt(start - 1)) || isDash(text.charCodeAt(end))) return;
  }
  let i = end;
  if (word.abbreviated && text.charCodeAt(i) === 0x2e) i++;
  i = skipSpaces(text, i);
  const code = text.charCodeAt(i);
  const may =
    isDigit(code) ||
    code === 0x28 ||
    isUpper(code) ||
    (isLower(code) && word.unit === 'subparagraph') ||
    isLower(code);
  const list = may
    ? readNumbers(
        text,
        i,
        word.unit === 'rule' || word.unit === 'regulation' ? RULE_STYLE : PARAGRAPH_STYLE,
        word.plural,
      )
    : null;
  let { unit } = word;
  let from = start;
  const before = skipSpacesBack(text, start);
  if (unit === 'paragraph') {
    const sub = isDash(text.charCodeAt(start - 1)) ? readWordBack(text, start - 1, 'sub') : -1;
    const adjectiveStart = wordStart(text, before);
    const adjective = text.slice(adjectiveStart, before).toLowerCase();
    if (sub >= 0) {
      unit = 'subparagraph';
      from = sub;
    } else if (adjective === 'operative' || adjective === 'preambular') {
      unit = adjective;
      from = adjectiveStart;
    }
  }
  if (!list) {
    recognizeThatParagraph(scan, start, end, word, unit);
    return;
  }
  // A number alone with a letter only ("paragraph A") is none; roman numbers stand with a point ("XI.30") or in capitals.
  if (unit === 'paragraph' && list.numbers.every((n) => /^[IVXLC]$/.test(n))) return;
  // "the Harbour Rules 1994" are those of that year.
  if (isUpper(text.charCodeAt(start)) && list.tokens.length === 1 && isYear(list.numbers[0]!, unit)) return;
  push(scan, {
    type: 'paragraph',
    start: from,
    end: list.end,
    text: text.slice(from, list.end),
    numbers: list.numbers,
    tokens: list.tokens,
    abbreviated: word.abbreviated,
    plural: word.plural,
    word: { start, end },
    target: null,
    unit,
  });
  scan.referenceEnd = list.end;
  for (
    let more = readOnward(text, list.end, PARAGRAPH_STYLE);
    more;
    more = readOnward(text, more.end, PARAGRAPH_STYLE)
  ) {
    push(scan, {
      type: 'paragraph',
      start: more.start,
      end: more.end,
      text: text.slice(more.start, more.end),
      numbers: more.numbers,
      tokens: more.tokens,
      abbreviated: word.abbreviated,
      plural: word.plural,
      word: { start, end },
      target: null,
      unit,
    });
    scan.referenceEnd = more.end;
  }
}

/** The numbers that go on behind "above" or "below": "paragraphs 4 above and 6 below". */
function readOnward(
  text: string,
  at: number,
  style: NumberStyle,
): (NumberList & { readonly start: number }) | null {
  const direction = readAnyWord(text, skipSpaces(text, at), ['above', 'below']);
  if (direction < 0) return null;
  const start = readComma(text, direction);
  if (start < 0 || !(isDigit(text.charCodeAt(start)) || isUpper(text.charCodeAt(start)))) return null;
  const list = readNumbers(text, start, style, true);
  if (!list || readAnyWord(text, skipSpaces(text, list.end), ['above', 'below']) < 0) return null;
  return { ...list, start };
}

function isYear(number: string, unit: ParagraphReference['unit']): boolean {
  return (unit === 'rule' || unit === 'regulation') && /^(?:1[89]|20)\d\d$/.test(number);
}

/** "that paragraph", "the preceding paragraph", "this paragraph", "the same paragraph". */
function recognizeThatParagraph(
  scan: Scan,
  start: number,
  end: number,
  word: ParagraphWord,
  unit: ParagraphReference['unit'],
): void {
  if (word.unit !== 'paragraph' && word.unit !== 'subparagraph') return;
  const { text } = scan;
  const before = skipSpacesBack(text, start);
  let from = wordStart(text, before);
  const adjective = text.slice(from, before).toLowerCase();
  if (
    adjective === 'preceding' ||
    adjective === 'previous' ||
    adjective === 'following' ||
    adjective === 'same' ||
    adjective === 'present'
  ) {
    const the = readWordBack(text, skipSpacesBack(text, from), 'the');
    if (the < 0) return;
    from = the;
  } else if (adjective !== 'this' && adjective !== 'that') {
    return;
  }
  push(scan, {
    type: 'paragraph',
    start: from,
    end,
    text: text.slice(from, end),
    numbers: [],
    tokens: [],
    abbreviated: word.abbreviated,
    plural: word.plural,
    word: { start, end },
    target: adjective === 'same' || adjective === 'that' ? null : 'self',
    unit,
    anaphoric: true,
  });
}

function push(
  scan: Scan,
  citation:
    Draft<ParagraphReference> | Draft<ArticleReference> | Draft<PartReference> | Draft<AgendaItemReference>,
): void {
  scan.found.push(citation);
}

// ---- Articles

export const ARTICLE_WORDS: readonly (readonly [word: string, plural: boolean])[] = [
  ['article', false],
  ['articles', true],
  ['art', false],
  ['arts', true],
];

const ARTICLE_STYLE: NumberStyle = { roman: true, capital: false, lettered: false, tail: true };

/** Whether a label at the start of the text is a heading or caption ("Article 5", "Table 1. Costs") and no reference. */
function isHeading(text: string, start: number, end: number): boolean {
  if (skipSpaces(text, 0) !== start || !isUpper(text.charCodeAt(start))) return false;
  const code = text.charCodeAt(end);
  if (Number.isNaN(code) || code === 0x0a || code === 0x3a || code === 0x2e || isDash(code)) return true;
  const next = skipSpaces(text, end);
  if (next >= text.length || text.charCodeAt(next) === 0x0a || isOpeningQuote(text.charCodeAt(next)))
    return true;
  if (isDash(text.charCodeAt(next))) return true;
  return next > end && isUpper(text.charCodeAt(next));
}

/** References to articles behind the word in [start, end); one for each article. */
export function recognizeArticles(scan: Scan, start: number, end: number, plural: boolean): void {
  const { text } = scan;
  if (start < scan.referenceEnd) return;
  let i = end;
  const abbreviated = end - start <= 4;
  if (abbreviated && text.charCodeAt(i) === 0x2e) i++;
  else if (abbreviated) return;
  i = skipSpaces(text, i);
  if (!isDigit(text.charCodeAt(i)) && !isUpper(text.charCodeAt(i))) return;
  const found: Draft<ArticleReference>[] = [];
  let stop = i;
  for (;;) {
    // Behind one article its paragraphs may be named, and then the next article: "31, paragraph 1, and 54, paragraph 1".
    const list = readNumbers(text, i, ARTICLE_STYLE, plural);
    if (!list) break;
    for (const token of list.tokens)
      pushArticle(text, found, token, found.length === 0 ? start : token.span.start);
    stop = list.end;
    const paragraph = readParagraphOf(text, stop);
    if (!paragraph) break;
    const last = found[found.length - 1]!;
    last.paragraph = paragraph.numbers.join(', ');
    last.numbers = paragraph.numbers.map((n) => `${last.article}, para. ${n}`);
    last.end = paragraph.end;
    stop = paragraph.end;
    if (!plural) break;
    const next = readComma(text, stop);
    if (next < 0 || !isDigit(text.charCodeAt(next))) break;
    i = next;
  }
  if (found.length === 0 || isHeading(text, start, stop)) return;
  if (found.every((one) => /^[IVXLC]$/.test(one.article)) && !plural && !isUpper(text.charCodeAt(start)))
    return;
  const list = found.length > 1 ? ++scan.lists : 0;
  for (const one of found) {
    one.text = text.slice(one.start, one.end);
    if (list > 0) one.list = list;
    push(scan, one);
  }
  scan.referenceEnd = stop;
}

function pushArticle(
  text: string,
  found: Draft<ArticleReference>[],
  token: NumberToken,
  start: number,
): void {
  const add = (article: string, span: { start: number; end: number }, from: number): void => {
    found.push({
      type: 'article',
      start: from,
      end: span.end,
      text: text.slice(from, span.end),
      article,
      numbers: [article],
      numberSpan: span,
      target: null,
    });
  };
  add(token.from, token.span, start);
  if (token.to === undefined || !token.toSpan) return;
  const first = Number(token.from);
  const last = Number(token.to);
  if (Number.isInteger(first) && Number.isInteger(last) && last - first > 1 && last - first < 100) {
    const whole = { start: token.span.start, end: token.toSpan.end };
    for (let n = first + 1; n < last; n++) add(String(n), whole, whole.start);
  }
  add(token.to, token.toSpan, token.toSpan.start);
}

/** The place behind ", and" or "," at `at`, or -1. */
function readComma(text: string, at: number): number {
  let i = skipSpaces(text, at);
  const comma = text.charCodeAt(i) === 0x2c;
  if (comma) i = skipSpaces(text, i + 1);
  const and = readAnyWord(text, i, ['and', 'or']);
  if (and > 0) return skipSpaces(text, and);
  return comma ? i : -1;
}

/** ", paragraph 3 (a)", ", para. 2", " (para. 3)" behind an article. */
function readParagraphOf(text: string, at: number): { numbers: readonly string[]; end: number } | null {
  let i = skipSpaces(text, at);
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const plain = readAnyWord(text, i, ['paragraph', 'para', 'subparagraph']);
  const plural = plain < 0 ? readAnyWord(text, i, ['paragraphs', 'paras', 'subparagraphs']) : -1;
  let word = Math.max(plain, plural);
  if (word < 0) return null;
  if (text.charCodeAt(word) === 0x2e) word++;
  const list = readNumbers(text, skipSpaces(text, word), PARAGRAPH_STYLE, plural > 0);
  if (!list) return null;
  // ", subparagraph (a)" behind the paragraph.
  let end = list.end;
  let numbers = list.numbers;
  const sub = skipSpaces(text, text.charCodeAt(end) === 0x2c ? end + 1 : end);
  const subWord = readAnyWord(text, sub, ['subparagraph', 'subparagraphs', 'subpara']);
  if (subWord > 0 && numbers.length === 1) {
    const letters = readNumbers(
      text,
      skipSpaces(text, text.charCodeAt(subWord) === 0x2e ? subWord + 1 : subWord),
      PARAGRAPH_STYLE,
      true,
    );
    if (letters) {
      numbers = letters.numbers.map((n) => `${numbers[0]!} ${n}`);
      end = letters.end;
    }
  }
  return { numbers, end };
}

// ---- Sections, annexes, notes, tables

interface PartWord {
  readonly part: PartReference['part'];
  readonly plural: boolean;
  readonly style: NumberStyle;
  /** A word of many uses, which refers to a part of this text only where "above" or "below" follows. */
  readonly pointing?: boolean;
}

const DIVISION: NumberStyle = { roman: true, capital: true, lettered: false, tail: false };
const COUNTED: NumberStyle = { roman: true, capital: false, lettered: false, tail: false };

export const PART_WORDS: readonly (readonly [word: string, kind: PartWord])[] = [
  ['section', { part: 'section', plural: false, style: DIVISION }],
  ['sections', { part: 'section', plural: true, style: DIVISION }],
  ['sect', { part: 'section', plural: false, style: DIVISION }],
  ['sects', { part: 'section', plural: true, style: DIVISION }],
  ['chapter', { part: 'chapter', plural: false, style: DIVISION }],
  ['chapters', { part: 'chapter', plural: true, style: DIVISION }],
  ['chap', { part: 'chapter', plural: false, style: DIVISION }],
  ['chaps', { part: 'chapter', plural: true, style: DIVISION }],
  ['part', { part: 'part', plural: false, style: DIVISION }],
  ['parts', { part: 'part', plural: true, style: DIVISION }],
  ['annex', { part: 'annex', plural: false, style: DIVISION }],
  ['annexes', { part: 'annex', plural: true, style: DIVISION }],
  ['appendix', { part: 'appendix', plural: false, style: DIVISION }],
  ['appendices', { part: 'appendix', plural: true, style: DIVISION }],
  ['footnote', { part: 'footnote', plural: false, style: COUNTED }],
  ['footnotes', { part: 'footnote', plural: true, style: COUNTED }],
  ['note', { part: 'footnote', plural: false, style: COUNTED, pointing: true }],
  ['notes', { part: 'footnote', plural: true, style: COUNTED, pointing: true }],
  ['table', { part: 'table', plural: false, style: DIVISION }],
  ['tables', { part: 'table', plural: true, style: DIVISION }],
  ['figure', { part: 'figure', plural: false, style: DIVISION }],
  ['figures', { part: 'figure', plural: true, style: DIVISION }],
  ['fig', { part: 'figure', plural: false, style: DIVISION }],
  ['figs', { part: 'figure', plural: true, style: DIVISION }],
  ['box', { part: 'box', plural: false, style: COUNTED }],
  ['boxes', { part: 'box', plural: true, style: COUNTED }],
];

const ABBREVIATED = new Set(['sect', 'sects', 'chap', 'chaps', 'fig', 'figs']);

/** A reference to a part of a document behind the word in [start, end). */
export function recognizePart(scan: Scan, start: number, end: number, word: PartWord): void {
  const { text } = scan;
  if (start < scan.referenceEnd || start < scan.symbolEnd) return;
  let i = end;
  // A full point belongs to an abbreviation ("sect.", "figs."), not to a whole word.
  if (text.charCodeAt(i) === 0x2e && ABBREVIATED.has(text.slice(start, end).toLowerCase())) i++;
  i = skipSpaces(text, i);
  const code = text.charCodeAt(i);
  const list =
    (isDigit(code) || isUpper(code)) && i > end ? readNumbers(text, i, word.style, word.plural) : null;
  if (!list) {
    if (word.part === 'annex' && !word.plural && annexStands(text, start, end))
      pushPart(scan, word, start, end, [], []);
    return;
  }
  if (isHeading(text, start, list.end)) return;
  if (word.pointing && readAnyWord(text, skipSpaces(text, list.end), ['above', 'below']) < 0) return;
  const first = list.numbers[0]!;
  // "Part" is a common word: only "part II" and "part A" are taken, and "table" and "figure" with a small number.
  if (word.part === 'part' && isDigit(code)) return;
  if ((word.part === 'table' || word.part === 'figure') && /^\d{4,}$/.test(first)) return;
  if (/^[A-Z]$/.test(first) && isWordAfter(text, list.end)) return;
  pushPart(scan, word, start, list.end, list.numbers, list.tokens);
  scan.referenceEnd = list.end;
  for (
    let more = readOnward(text, list.end, word.style);
    more;
    more = readOnward(text, more.end, word.style)
  ) {
    pushPart(scan, word, more.start, more.end, more.numbers, more.tokens);
    scan.referenceEnd = more.end;
  }
}

/** Whether the capital before `at` begins a phrase ("Table A shows" does not, "Part A few" does). */
function isWordAfter(text: string, at: number): boolean {
  const next = skipSpaces(text, at);
  return (
    text.charCodeAt(at - 1) === 0x41 &&
    isLower(text.charCodeAt(next)) &&
    wordEnd(text, next) - next <= 4 &&
    readAnyWord(text, next, ['of', 'and', 'to', 'in', 'is', 'was', 'or']) < 0
  );
}

/** An annex without a number is a reference where it is pointed at: "see annex", "the annex to the present report", "75/1, annex". */
function annexStands(text: string, start: number, end: number): boolean {
  const before = skipSpacesBack(text, start);
  if (readWordBack(text, before, 'see') >= 0) return true;
  const next = readAnyWord(text, skipSpaces(text, end), ['to', 'of']);
  if (next > 0 && isLetter(text.charCodeAt(skipSpaces(text, next))))
    return readWordBack(text, before, 'the') >= 0;
  const mark = text.charCodeAt(before - 1);
  return (
    mark === 0x2c &&
    (isDigit(text.charCodeAt(before - 2)) ||
      text.charCodeAt(before - 2) === 0x29 ||
      readWordBack(text, before - 2, 'ibid') >= 0 ||
      isUpper(text.charCodeAt(before - 2)))
  );
}

function pushPart(
  scan: Scan,
  word: PartWord,
  start: number,
  end: number,
  numbers: readonly string[],
  tokens: readonly NumberToken[],
): void {
  push(scan, {
    type: 'part',
    part: word.part,
    start,
    end,
    text: scan.text.slice(start, end),
    numbers,
    tokens,
    target: null,
  });
}

// ---- Agenda items

export const ITEM_WORDS: readonly (readonly [word: string, plural: boolean])[] = [
  ['item', false],
  ['items', true],
  ['subitem', false],
  ['subitems', true],
];

/** "agenda item 2 (b)", "item 106 of the provisional agenda"; [start, end) is the word "item". */
export function recognizeItem(scan: Scan, start: number, end: number, plural: boolean): void {
  const { text } = scan;
  if (start < scan.referenceEnd) return;
  const i = skipSpaces(text, end);
  if (!isDigit(text.charCodeAt(i)) || i === end) return;
  const list = readNumbers(text, i, RULE_STYLE, plural);
  if (!list) return;
  const before = skipSpacesBack(text, start);
  let from = start;
  let evident = skipSpaces(text, 0) === start;
  const agenda = readWordBack(text, before, 'agenda');
  if (agenda >= 0) {
    from = agenda;
    evident = true;
  } else if (
    readWordBack(text, before, 'under') >= 0 ||
    (isDash(text.charCodeAt(start - 1)) && readWordBack(text, start - 1, 'sub') >= 0)
  ) {
    evident = true;
  }
  let end2 = list.end;
  const of = readWord(text, skipSpaces(text, list.end), 'of');
  if (of > 0) {
    let next = skipSpaces(text, of);
    const words = ['the', 'its', 'preliminary', 'provisional', 'annotated', 'adopted'];
    let preliminary = false;
    for (let word = readAnyWord(text, next, words); word > 0; word = readAnyWord(text, next, words)) {
      preliminary = readWord(text, next, 'preliminary') > 0;
      next = skipSpaces(text, word);
    }
    // Before a session there is a "preliminary list" of items.
    const noun = readAnyWord(text, next, preliminary ? ['agenda', 'list'] : ['agenda']);
    if (noun > 0) {
      evident = true;
      end2 = noun;
    }
  }
  if (!evident) return;
  const several = list.tokens.length > 1;
  list.tokens.forEach((token, index) => {
    const last = index === list.tokens.length - 1;
    const first = index === 0 ? from : token.span.start;
    const stop = last ? end2 : token.span.end;
    const one = (number: string, span: { start: number; end: number }, a: number, b: number): void =>
      push(scan, { type: 'agenda-item', start: a, end: b, text: text.slice(a, b), number, numberSpan: span });
    one(token.from, token.span, first, token.toSpan ? token.span.end : several ? token.span.end : stop);
    if (token.to !== undefined && token.toSpan) one(token.to, token.toSpan, token.toSpan.start, stop);
  });
  scan.referenceEnd = list.end;
}
