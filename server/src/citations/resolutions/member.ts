import { GENERAL_ASSEMBLY, type AdoptingBody } from '../bodies.js';
import { isoDate, readDate } from '../dates.js';
import { readDesignator, type ReadDesignator } from '../designator.js';
import { romanEnd } from '../numerals.js';
import {
  digitsEnd,
  isAlphanumeric,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  readAnyWord,
  readWord,
  skipNoteMark,
  skipSpaces,
  wordEnd,
} from '../reading.js';

/** One member of a list of numbers, with what is said of it alone. */
export interface Member {
  readonly read: ReadDesignator;
  date: { iso: string; year: number; start: number; end: number } | null;
  part: string;
}

const PARTS: readonly string[] = [
  'annex',
  'annexes',
  'section',
  'sections',
  'sect',
  'sects',
  'sec',
  'part',
  'parts',
  'paragraph',
  'paragraphs',
  'para',
  'paras',
  'chapter',
  'chap',
  'appendix',
  'preambular',
  'operative',
];

/** Parts whose full stop is none of the sentence's. */
const SHORTENED: readonly string[] = ['sect', 'sects', 'sec', 'para', 'paras', 'chap'];

/** The place behind ", annex II", ", sect. XV, para. 5", "(sect. VIII, para. 20)" at `at`, or -1. */
export function readPart(text: string, at: number): number {
  let i = skipSpaces(text, at);
  if (text.charCodeAt(i) === 0x28) {
    const inner = readPart(text, i + 1);
    if (inner < 0) return -1;
    let end = inner;
    for (let next = readPart(text, end); next > 0; next = readPart(text, end)) end = next;
    end = skipSpaces(text, end);
    return text.charCodeAt(end) === 0x29 ? end + 1 : -1;
  }
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const word = readAnyWord(text, i, PARTS);
  if (word < 0) return -1;
  let end = word;
  if (text.charCodeAt(end) === 0x2e && readAnyWord(text, i, SHORTENED) > 0) end++;
  for (;;) {
    const next = readPartNumber(text, skipSpaces(text, end));
    if (next < 0) return end;
    end = next;
    // "annexes I and II", "paras. 5–7": a joint counts only when a number of a part follows, not of a resolution.
    let joint = skipSpaces(text, end);
    if (isDash(text.charCodeAt(joint)) || text.charCodeAt(joint) === 0x2c) joint++;
    else joint = readAnyWord(text, joint, ['and', 'to', 'or']);
    if (joint < 0) return end;
    joint = skipSpaces(text, joint);
    const and = readWord(text, joint, 'and');
    if (and > 0) joint = skipSpaces(text, and);
    const other = readDesignator(text, joint);
    if (other && other.form !== 'bare' && other.form !== 'letter') return end;
    if (readPartNumber(text, joint) < 0) return end;
    end = joint;
  }
}

/** The place behind "II", "XV.3", "5 (a)", "B" at `at`, or -1. */
function readPartNumber(text: string, at: number): number {
  let end = digitsEnd(text, at);
  if (end === at) {
    end = romanEnd(text, at);
    if (end === at && isUpper(text.charCodeAt(at)) && !isAlphanumeric(text.charCodeAt(at + 1))) end = at + 1;
  }
  if (end === at || isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2f) return -1;
  while (
    text.charCodeAt(end) === 0x2e &&
    isAlphanumeric(text.charCodeAt(end + 1)) &&
    !isLower(text.charCodeAt(end + 1))
  ) {
    end++;
    while (isAlphanumeric(text.charCodeAt(end)) && !isLower(text.charCodeAt(end))) end++;
  }
  for (let open = skipSpaces(text, end); text.charCodeAt(open) === 0x28; open = skipSpaces(text, end)) {
    const close = wordEnd(text, open + 1);
    if (close === open + 1 || close - open > 6 || text.charCodeAt(close) !== 0x29) break;
    end = close + 1;
  }
  return end;
}

/** Reads what belongs to the member that ends at `at`: its date, annex, section. Returns the place behind it. */
export function readSuffixes(text: string, at: number, member: Member): number {
  let end = skipNoteMark(text, at);
  for (let round = 0; round < 8; round++) {
    const dated = member.date ? -1 : readAdoption(text, end, member);
    if (dated > 0) {
      end = skipNoteMark(text, dated);
      continue;
    }
    const part = readPart(text, end);
    // "…, section VI of its resolution 71/272": the part of what follows.
    if (part > 0 && !isPartOfNext(text, part)) {
      if (member.part === '') {
        let from = skipSpaces(text, end);
        if (text.charCodeAt(from) === 0x2c) from = skipSpaces(text, from + 1);
        member.part = text.slice(from, part).replace(/\s+/g, ' ');
      }
      end = skipNoteMark(text, part);
      continue;
    }
    break;
  }
  return end;
}

/** Whether "of" and what is no date follow a part. */
function isPartOfNext(text: string, at: number): boolean {
  const of = readWord(text, skipSpaces(text, at), 'of');
  return of > 0 && !isDigit(text.charCodeAt(skipSpaces(text, of)));
}

/** " of 16 December 2020", " adopted on 30 July 2010", ", on 29 November 1947": the place behind the date, or -1. */
function readAdoption(text: string, at: number, member: Member): number {
  let i = skipSpaces(text, at);
  if (i === at && text.charCodeAt(i) !== 0x2c) return -1;
  if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
  const also = readWord(text, i, 'also');
  if (also > 0) i = skipSpaces(text, also);
  let word = readAnyWord(text, i, ['of', 'dated', 'on']);
  if (word < 0) {
    word = readWord(text, i, 'adopted');
    if (word > 0) word = readWord(text, skipSpaces(text, word), 'on');
  }
  if (word < 0) return -1;
  const date = readDate(text, skipSpaces(text, word));
  if (!date) return -1;
  const iso = isoDate(date.day, date.month, date.year);
  if (iso !== null && date.year !== null)
    member.date = { iso, year: date.year, start: date.start, end: date.end };
  return date.end;
}

/** A date that only the Assembly's session explains speaks against another body. */
export function fitsDate(body: AdoptingBody, member: Member): boolean {
  if (!member.date || body === GENERAL_ASSEMBLY || member.read.form !== 'slash') return true;
  const session = Number(member.read.session);
  return (
    !(member.date.year === 1945 + session || member.date.year === 1946 + session) || member.date.year >= 2051
  );
}
