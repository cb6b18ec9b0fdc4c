import { bodyOfStem, SECURITY_COUNCIL } from '../bodies.js';
import type { ResolutionCitation } from '../citation.js';
import { readDesignator, type ReadDesignator } from '../designator.js';
import {
  digitsStart,
  folded,
  isAlphanumeric,
  isDash,
  isDigit,
  isLetter,
  isOpeningQuote,
  isUpper,
  numberAt,
  skipSpaces,
  skipSpacesBack,
} from '../reading.js';
import type { Draft, Scan } from '../scan.js';
import type { ReadSymbol } from '../symbols.js';
import { bodyByForm } from './bodyOfNumber.js';
import { readMembers, readSeparator } from './list.js';
import { readPart, readSuffixes, type Member } from './member.js';
import { pushMember } from './memberCitation.js';

/** A resolution written as a symbol, and the numbers alone that follow it: "A/RES/60/1 and 63/225". */
export function pushSymbolResolution(scan: Scan, symbol: ReadSymbol): void {
  const { resolution } = symbol;
  if (!resolution) return;
  const { text } = scan;
  const body = bodyOfStem(resolution.stem);
  const { designator, decision } = resolution;
  const list = ++scan.lists;
  const member: Member = { read: designator, date: null, part: '' };
  const suffixEnd = readSuffixes(text, symbol.end, member);
  const phrase = { start: symbol.start, end: symbol.end };
  const citation: Draft<ResolutionCitation> = {
    type: 'resolution',
    start: symbol.start,
    end: symbol.end,
    phrase,
    text: folded(text, symbol.start, symbol.end),
    organ: body?.name ?? resolution.stem,
    normalized: resolution.normalized,
    decision,
    assumed: false,
    number: designator.number,
    asSymbol: true,
    list,
  };
  if (designator.session !== '' && designator.form !== 'year') citation.session = designator.session;
  if (designator.form === 'year') citation.year = Number(designator.session);
  if (designator.addedYear > 0) {
    citation.year = designator.addedYear;
    citation.yearSpan = { start: designator.addedYearStart, end: designator.addedYearEnd };
  }
  if (member.date)
    citation.date = { iso: member.date.iso, span: { start: member.date.start, end: member.date.end } };
  if (member.part !== '') citation.part = member.part;
  if (body === SECURITY_COUNCIL) scan.councilNamed = true;
  scan.found.push(citation);
  if (!body || designator.form === 'bare') return;
  const next = readSeparator(text, suffixEnd);
  const read = next > 0 ? readDesignator(text, next) : null;
  if (!read || read.form !== designator.form || !body.fits(read, decision) || next < scan.listEnd) return;
  const { members, end } = readMembers(text, next, false, read);
  scan.listEnd = Math.max(scan.listEnd, end);
  for (const one of members) {
    if (!body.fits(one.read, decision)) break;
    pushMember(scan, one, body, {
      decision,
      assumed: true,
      word: '',
      list,
      phrase: { start: one.read.start, end: one.read.end },
    });
  }
}

/** Words that make "12 (IV)" a part of something else. */
const NUMBERED =
  /(?:paragraphs?|paras?|articles?|arts?|sections?|sects?|annex(?:es)?|chapters?|chaps?|parts?|vols?|volumes?|nos?|tables?|figures?|rules?|items?|groups?|class(?:es)?|schedules?|pages?|pp?|cases?|series|type|phase|category|stage|level|grade|target|goal|option|scenario)\.?$/i;

/** "217 A (III)", "3201 (S-VI)" anywhere, and "2546 (2020)" where the Council is spoken of; `open` is the parenthesis. */
export function recognizeUnmistakable(scan: Scan, open: number): void {
  const { text } = scan;
  if (open < scan.listEnd || open < scan.symbolEnd) return;
  let end = skipSpacesBack(text, open);
  if (end === 0 || open - end > 2) return;
  const letter = text.charCodeAt(end - 1);
  if (isUpper(letter) && !isLetter(text.charCodeAt(end - 2))) end = skipSpacesBack(text, end - 1);
  if (!isDigit(text.charCodeAt(end - 1))) return;
  const start = digitsStart(text, end);
  const sign = text.charCodeAt(start - 1);
  if (
    isLetter(sign) ||
    sign === 0x2f ||
    sign === 0x2e ||
    sign === 0x2d ||
    (sign === 0x2c && isDigit(text.charCodeAt(start - 2)))
  )
    return;
  const read = readDesignator(text, start);
  if (!read || (read.form !== 'roman' && read.form !== 'year')) return;
  const number = numberAt(text, start, end);
  const title = start === skipSpaces(text, 0) && text.charCodeAt(read.end) === 0x2e;
  if (read.form === 'year') {
    if (scan.names.councilYear(number) !== Number(read.session)) return;
    const council = scan.own === SECURITY_COUNCIL || scan.councilNamed;
    if (!title && !(council && number >= 50)) return;
  } else {
    if (number < 100 && !title) return;
    const before = skipSpacesBack(text, start);
    if (NUMBERED.test(text.slice(Math.max(0, before - 12), before))) return;
    const member: Member = { read, date: null, part: '' };
    readSuffixes(text, read.end, member);
    if (member.date && !title) {
      pushList(scan, start, read);
      return;
    }
  }
  pushAlone(scan, read);
}

/** The rest of a list that a page has cut; `read` is its first number, at `start`. */
function pushList(scan: Scan, start: number, read: ReadDesignator): void {
  const { members, end } = readMembers(scan.text, start, true, read);
  const list = ++scan.lists;
  scan.listEnd = Math.max(scan.listEnd, end);
  const phrase = { start, end: members[members.length - 1]!.read.end };
  for (const one of members) {
    const body = bodyByForm(scan, start, one, false);
    pushMember(scan, one, body, { decision: false, assumed: true, word: '', list, phrase });
  }
}

/**
 * Numbers with a slash that need no noun: the one a resolution's own title begins with ("79/310. Financing of …"), one
 * whose date fits its session ("76/206 of 17 December 2021": the rest of a list that a page has cut), and the decisions
 * that name their conference ("1/CP.21"). Returns whether there is one.
 */
export function recognizeSlashed(scan: Scan, slash: number): boolean {
  const { text } = scan;
  const first = skipSpaces(text, 0);
  let start = digitsStart(text, slash);
  if (isDash(text.charCodeAt(start - 1)) && text.charCodeAt(start - 2) === 0x53) {
    start -= text.charCodeAt(start - 3) === 0x45 ? 3 : 2;
  }
  const before = text.charCodeAt(start - 1);
  if (isAlphanumeric(before) || before === 0x2f || before === 0x2e || isDash(before)) return false;
  const read = readDesignator(text, start);
  if (!read) return false;
  if (read.form === 'conference') {
    pushAlone(scan, read, true);
    return true;
  }
  if (read.form !== 'slash' && read.form !== 'year-slash' && read.form !== 'special') return false;
  const { kind } = scan.context;
  const atStart = start === first;
  const bracket = text.charCodeAt(skipSpacesBack(text, start) - 1) === 0x5d;
  if ((atStart || bracket) && text.charCodeAt(read.end) === 0x2e) {
    const next = skipSpaces(text, read.end + 1);
    const titled =
      next > read.end + 1 && (isUpper(text.charCodeAt(next)) || isOpeningQuote(text.charCodeAt(next)));
    const plain = read.form === 'slash' && Number(read.session) >= 31 && read.number.length > 1;
    if (titled && (kind === 'resolution' || kind === 'decision' || plain || bracket)) {
      pushAlone(scan, read, kind === 'decision');
      return true;
    }
  }
  const member: Member = { read, date: null, part: '' };
  readSuffixes(text, read.end, member);
  const session = Number(read.session);
  const dated =
    member.date !== null &&
    (read.form === 'slash'
      ? member.date.year === 1945 + session || member.date.year === 1946 + session
      : read.form === 'year-slash' && member.date.year === session);
  const parted = readPart(text, read.end);
  const cut =
    atStart &&
    read.form === 'slash' &&
    session >= 31 &&
    parted > 0 &&
    (read.letter !== '' || /^[\s,(]*(?:sect|annex)/.test(text.slice(read.end, parted)));
  if (!dated && !cut) return false;
  pushList(scan, start, read);
  return true;
}

function pushAlone(scan: Scan, read: ReadDesignator, decision = scan.context.kind === 'decision'): void {
  const { own, text } = scan;
  const member: Member = { read, date: null, part: '' };
  const end = readSuffixes(text, Math.max(read.end, read.addedYearEnd), member);
  const body = own?.fits(read, decision) ? own : bodyByForm(scan, read.start, member, decision);
  const list = ++scan.lists;
  scan.listEnd = Math.max(scan.listEnd, end);
  pushMember(scan, member, body, {
    decision,
    assumed: true,
    word: '',
    list,
    phrase: { start: read.start, end: read.end },
  });
}
