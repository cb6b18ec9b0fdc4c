import { Anchors } from '../text/anchors.js';
import { adoptingBody, type BodyNoun } from './bodies.js';
import type { Citation, CitationContext } from './citation.js';
import {
  MONTH_WORDS,
  recognizeColon,
  recognizeDash,
  recognizeFrom,
  recognizeHalfDay,
  recognizeMonth,
  recognizeNoon,
  recognizeDotted,
  recognizeSlash,
} from './dates.js';
import { link } from './link.js';
import { BODY_NOUN_WORDS, recognizeBodyNoun, recognizeName, recognizeTreatyNoun } from './mentions.js';
import type { Names } from './names.js';
import { isAlphanumeric, isDigit, isLower, isSpace, isUpper } from './reading.js';
import {
  ARTICLE_WORDS,
  ITEM_WORDS,
  PARAGRAPH_WORDS,
  PART_WORDS,
  recognizeArticles,
  recognizeItem,
  recognizeParagraphs,
  recognizePart,
} from './references.js';
import { recognizeResolutions } from './resolutions/behindNoun.js';
import { RESOLUTION_NOUNS } from './resolutions/nouns.js';
import { pushSymbolResolution, recognizeSlashed, recognizeUnmistakable } from './resolutions/withoutNoun.js';
import { Scan, type Draft } from './scan.js';
import { recognizeSession, SESSION_WORDS } from './sessions.js';
import { readFollowers, readSymbol, type ReadSymbol } from './symbols.js';
import {
  recognizeAcronym,
  recognizeAcronymDefinition,
  recognizeHereinafter,
  recognizeMeaning,
  recognizeQuotedTerm,
} from './terms.js';
import { TREATY_NOUNS } from './treatyNames.js';

/** Reads the citations of a text; see `createRecognizer`. */
export interface Recognizer {
  (text: string, context?: CitationContext): Citation[];
  /** The steps of which the reading of a text is made, for who walks over the text for other anchors as well. */
  readonly reading: CitationReading;
}

/** The steps of a reading: `begin`, a handler at each anchor from where `urlEnd` of the scan is, `finish`. */
export interface CitationReading {
  /** The anchors; the value -1 stands for the first of the handlers, -2 for the second, and so on. */
  readonly anchors: {
    readonly words: readonly (readonly [string, number])[];
    readonly chars: readonly (readonly [string, number])[];
    readonly numbers: readonly number[];
    readonly capitals: readonly number[];
  };
  readonly handlers: readonly Handler[];
  begin(text: string, context: CitationContext): Scan;
  finish(scan: Scan): readonly Citation[];
}

/** A recognizer at its anchor: the word, character or digits in [start, end). */
export type Handler = (scan: Scan, start: number, end: number) => void;

const NO_CONTEXT: CitationContext = {};
const NONE: readonly never[] = Object.freeze([]);

/**
 * Makes a recognizer that knows these names. It takes the reading text of one block and what is known of the document
 * around it, and returns all citations sorted by start (the longer first where two start together). Offsets are UTF-16
 * code units of the text. The result depends on the text and the context alone; any text is read, in time that grows
 * with its length; nothing throws.
 */
export function createRecognizer(names: Names): Recognizer {
  const handlers: Handler[] = [];
  const known = new Map<Handler, number>();
  const numberOf = (handler: Handler): number => {
    let number = known.get(handler);
    if (number === undefined) known.set(handler, (number = -handlers.push(handler)));
    return number;
  };
  const { words, chars, capitals } = anchorsFor(names);
  const spec = {
    words: words.map(([word, handler]) => [word, numberOf(handler)] as const),
    chars: chars.map(([char, handler]) => [char, numberOf(handler)] as const),
    numbers: [],
    capitals: capitals.map(numberOf),
  };
  // Who walks over a text for other anchors as well has a table of its own.
  let anchors: Anchors<number> | null = null;
  const bodies = new Map<string, ReturnType<typeof adoptingBody>>();
  const reading: CitationReading = {
    anchors: spec,
    begin: (text, context) => new Scan(text, context, names, ownBody(context, bodies)),
    handlers,
    finish: (scan) => {
      if (scan.found.length === 0) return NONE;
      link(scan);
      return finish(scan);
    },
  };
  const recognizer = (text: string, context: CitationContext = NO_CONTEXT): Citation[] => {
    const scan = reading.begin(text, context);
    anchors ??= new Anchors<number>(spec);
    anchors.scan(text, (anchor, start, end) => {
      if (start >= scan.urlEnd) handlers[-1 - anchor]!(scan, start, end);
    });
    return [...reading.finish(scan)];
  };
  return Object.assign(recognizer, { reading });
}

function ownBody(
  context: CitationContext,
  known: Map<string, ReturnType<typeof adoptingBody>>,
): Exclude<ReturnType<typeof adoptingBody>, undefined> | null {
  const { body } = context;
  if (!body) return null;
  if (!known.has(body)) {
    if (known.size > 200) known.clear();
    known.set(body, adoptingBody(body));
  }
  return known.get(body) ?? null;
}

/** All anchors, and what is done at each. Where one word has several handlers, they are called in this order. */
function anchorsFor(names: Names): {
  readonly words: readonly (readonly [string, Handler])[];
  readonly chars: readonly (readonly [string, Handler])[];
  readonly capitals: readonly Handler[];
} {
  const words: [string, Handler][] = [];
  const add = (word: string, handler: Handler): void => {
    words.push([word, handler]);
  };
  // Names come first: nouns for bodies and treaties are tried where no name has matched.
  for (const word of names.firstWords) add(word, recognizeName);
  for (const [word, noun] of BODY_NOUN_WORDS) add(word, bodyNoun(noun));
  for (const word of TREATY_NOUNS) add(word, recognizeTreatyNoun);
  for (const [word, noun] of RESOLUTION_NOUNS)
    add(word, (scan, start, end) => recognizeResolutions(scan, start, end, noun));
  for (const [word, kind] of PARAGRAPH_WORDS)
    add(word, (scan, start, end) => recognizeParagraphs(scan, start, end, kind));
  for (const [word, plural] of ARTICLE_WORDS)
    add(word, (scan, start, end) => recognizeArticles(scan, start, end, plural));
  for (const [word, kind] of PART_WORDS)
    add(word, (scan, start, end) => recognizePart(scan, start, end, kind));
  for (const [word, plural] of ITEM_WORDS)
    add(word, (scan, start, end) => recognizeItem(scan, start, end, plural));
  for (const [word, noun] of SESSION_WORDS)
    add(word, (scan, start, end) => recognizeSession(scan, start, end, noun));
  for (const word of MONTH_WORDS) add(word, recognizeMonth);
  for (const word of ['from', 'between']) add(word, recognizeFrom);
  for (const word of ['m', 'am', 'pm']) add(word, recognizeHalfDay);
  for (const word of ['noon', 'midnight']) add(word, recognizeNoon);
  for (const word of ['mean', 'means']) add(word, recognizeMeaning);
  for (const word of ['hereinafter', 'hereafter']) add(word, recognizeHereinafter);
  add('ibid', recognizeIbid);
  add('www', (scan, start) => skipAddress(scan, start));
  return {
    words,
    chars: [
      ['/', atSlash],
      ['(', atParenthesis],
      [':', (scan, start) => atColon(scan, start)],
      ['-', (scan, start) => atDash(scan, start)],
      ['\u2010', (scan, start) => atDash(scan, start)],
      ['\u2011', (scan, start) => atDash(scan, start)],
      ['\u2013', (scan, start) => atDash(scan, start)],
      ['.', recognizeDotted],
      ['@', atSign],
    ],
    capitals: [(scan, start) => recognizeAcronym(scan, start)],
  };
}

function bodyNoun(noun: BodyNoun): Handler {
  return (scan, start, end) => recognizeBodyNoun(scan, start, end, noun);
}

// ---- Characters

function atParenthesis(scan: Scan, start: number): void {
  const { text } = scan;
  const next = text.charCodeAt(start + 1);
  if (isUpper(next)) {
    recognizeAcronymDefinition(scan, start);
  } else if (next === 0x201c || next === 0x22) {
    recognizeQuotedTerm(scan, start);
    recognizeAcronymDefinition(scan, start);
  } else if (next === 0x74) {
    recognizeQuotedTerm(scan, start);
  }
  if (isDigit(next) || isUpper(next) || isSpace(next)) recognizeUnmistakable(scan, start);
}

function atColon(scan: Scan, start: number): void {
  const { text } = scan;
  if (text.charCodeAt(start + 1) === 0x2f && text.charCodeAt(start + 2) === 0x2f) {
    skipAddress(scan, start);
    return;
  }
  recognizeColon(scan, start);
}

function atDash(scan: Scan, start: number): void {
  if (start < scan.symbolEnd || start < scan.listEnd) return;
  if (isDigit(scan.text.charCodeAt(start + 1)) || isSpace(scan.text.charCodeAt(start + 1)))
    recognizeDash(scan, start);
}

/** An address of the Web goes on to the next space or closing mark. Nothing in it is read. */
function skipAddress(scan: Scan, start: number): void {
  const { text } = scan;
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === 0x3e || code === 0x22 || code === 0x201d || code === 0x5d || code === 0x29)
      break;
    end++;
  }
  scan.urlEnd = end;
}

/** An address of electronic mail. */
function atSign(scan: Scan, start: number): void {
  if (isAlphanumeric(scan.text.charCodeAt(start - 1)) && isAlphanumeric(scan.text.charCodeAt(start + 1)))
    skipAddress(scan, start);
}

/** Whether a domain's name ends at `slash`: "undocs.org/A/75/292". */
function isDomain(text: string, slash: number): boolean {
  let i = slash;
  while (i > 0 && isLower(text.charCodeAt(i - 1))) i--;
  return slash - i >= 2 && text.charCodeAt(i - 1) === 0x2e && isAlphanumeric(text.charCodeAt(i - 2));
}

function atSlash(scan: Scan, start: number): void {
  const { text } = scan;
  if (start < scan.symbolEnd) return;
  if (isLower(text.charCodeAt(start - 1)) && isDomain(text, start)) {
    skipAddress(scan, start);
    return;
  }
  if (isDigit(text.charCodeAt(start - 1))) {
    if (start < scan.listEnd || start < scan.dateEnd) return;
    if (recognizeSlashed(scan, start) || recognizeSlash(scan, start)) return;
  }
  const symbol = readSymbol(text, start);
  if (!symbol || symbol.start < scan.symbolEnd) return;
  pushSymbol(scan, symbol);
  for (const follower of readFollowers(text, symbol)) pushSymbol(scan, follower);
}

function pushSymbol(scan: Scan, symbol: ReadSymbol): void {
  scan.symbolEnd = symbol.end;
  if (symbol.resolution) {
    pushSymbolResolution(scan, symbol);
    return;
  }
  scan.found.push({
    type: 'symbol',
    start: symbol.start,
    end: symbol.end,
    text: scan.text.slice(symbol.start, symbol.end),
    normalized: symbol.normalized,
    components: symbol.components,
    ...(symbol.expandsTo && { expandsTo: symbol.expandsTo }),
  });
}

/** "Ibid.": what it stands for is the last document cited. */
function recognizeIbid(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const stop = text.charCodeAt(end) === 0x2e ? end + 1 : end;
  scan.found.push({
    type: 'symbol',
    start,
    end: stop,
    text: text.slice(start, stop),
    normalized: '',
    components: [],
    anaphoric: true,
  });
}

// ---- The end

/** Sorts what was found and leaves out what another citation has taken: acronyms and years inside symbols and numbers. */
function finish(scan: Scan): Citation[] {
  const found: Draft<Citation>[] = scan.found;
  for (let i = 1; i < found.length; i++) {
    const [one, next] = [found[i - 1]!, found[i]!];
    if (next.start < one.start || (next.start === one.start && next.end > one.end)) {
      found.sort((a, b) => a.start - b.start || b.end - a.end);
      break;
    }
  }
  let coveredTo = 0;
  const kept: Citation[] = [];
  for (const one of found) {
    switch (one.type) {
      case 'resolution':
      case 'symbol':
        if (!one.anaphoric) coveredTo = Math.max(coveredTo, one.end);
        kept.push(one);
        break;
      case 'acronym-definition':
        kept.push(one);
        coveredTo = Math.max(coveredTo, one.end);
        break;
      case 'acronym':
      case 'date-range':
      case 'state':
      case 'body':
      case 'treaty':
        if (one.start >= coveredTo) kept.push(one);
        break;
      default:
        kept.push(one);
    }
  }
  // A list that has grown has room for more than will ever come; a copy has not.
  return kept.slice();
}
