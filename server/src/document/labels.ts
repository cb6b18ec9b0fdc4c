import type { Label, LabelStyle } from './block.js';

/**
 * Labels at the start of a line. Everything here looks at one line (and at whether anything follows the label on it);
 * whether a label counts is decided by the structure pass.
 */

/** White space, Markdown marks, list marks and brackets that may stand before a label. */
const OPENING =
  /[ \t\f]*(?:#{1,6}[ \t]*)?(?:>[ \t]*)*(?:\*{1,3}|_{1,3})?[ \t]*(?:\\?\[)?(?:\*{1,3}|_{1,3})?/y;

/** A converter may leave a space before the stop: "102 . The"; a capital behind it tells that it is a label. */
const ARABIC =
  /(\d{1,4}(?:[ \t](?:bis|ter|quater|quinquies|sexies)\b)?)(\*?)(\\?\.|[ \t]\.(?=[ \t]+[A-Z*_“[]))(\*{0,3})(?=\s|$|\*|\[|“)/y;
const RESOLUTION = /(\d{1,4}\/\d{1,4}(?:[ \t]?[A-Z])?)(\\?\.)(\*{0,3})(?=\s|$|\*)/y;
const DECIMAL = /(\d{1,3}(?:\.\d{1,3}){1,3})(\\?\.)?(\*{0,3})(?=[ \t]+\S)/y;
const ROMAN = /([IVXL]{1,7})(\\?\.)(\*{0,3})(?=\s|$|\*)/y;
const CAPITAL = /([A-Z])(\\?\.)(\*{0,3})(?=\s|$|\*)/y;
const LETTER = /(\(|\[?)([a-z]{1,5})(\))(\*{0,3})(?=\s|$|\*|[A-Z“])/y;
const LETTER_EMPHASIZED = /\((\*{1,2}|_)([a-z]{1,5})(?:\*{1,2}|_)\)(?=\s|$)/y;
const LOWER = /([a-z]|[ivx]{2,5})(\\?\.)(\*{0,3})(?=[ \t]+[A-Z“*_]|$)/y;
/** On an indented line small letters may follow: "   a. fund the shelters", but not "   p. 12" or "   e. g. so". */
const LOWER_INDENTED = /([a-l]|[ivx]{2,4})(\\?\.)(\*{0,3})(?=[ \t]+[a-z]{3,})/y;
const NUMBER = /\((\d{1,3})\)(?=\s|$)/y;
const ARTICLE =
  /(Article|ARTICLE|Art\.|Rule|RULE|Regulation|Principle|Guideline|Goal|Target)[ \t]+(\d{1,3}(?:[ \t]?(?:bis|ter|quater))?|[IVXL]{1,7})(\\?\.|:)?(\*{0,3})(?=\s|$|\*|[-–—])/y;
const DIVISION =
  /(Chapter|CHAPTER|Part|PART|Section|SECTION|Title|TITLE)[ \t]+(\d{1,3}|[IVXL]{1,7}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)(\\?\.|:)?(\*{0,3})(?=\s|$|\*|[-–—])/y;
const ANNEX =
  /(Annex|ANNEX|Appendix|APPENDIX|Enclosure|ENCLOSURE|Attachment)(?:[ \t]+([IVXL]{1,7}|\d{1,2}|[A-Z]))?(\\?\.|:)?(\*{0,3})(?=[ \t]*(?:$|[\r\n])|\s*\*|[ \t]+[A-Z“(*]|[-–—])/y;

const GREEK_LIKE_ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;

/** Whether letters can be read as a small roman numeral. */
export function isRomanLetters(value: string): boolean {
  return value.length > 0 && GREEK_LIKE_ROMAN.test(value);
}

/** Whether capitals are a roman numeral in its canonical form, up to LXXXIX. */
export function isRoman(value: string): boolean {
  return /^(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,3})$/.test(value) && value.length > 0;
}

/**
 * The label that the line of `text` between `start` and `end` begins with, or null. Offsets in the label are counted
 * from `start`. `bodyStart` is behind the label and the white space after it on the same line.
 */
export function labelAt(text: string, start: number, end: number): Label | null {
  let at = start;
  const first = firstCode(text, start, end);
  if (!mayStartLabel(first)) return null;
  if (isLetterOrDigit(first)) {
    // No mark stands before it.
    while (text.charCodeAt(at) !== first) at++;
  } else {
    OPENING.lastIndex = start;
    if (OPENING.test(text)) at = OPENING.lastIndex;
  }
  if (at >= end) return null;
  if (first === 0x23) {
    const roman = loneRoman(text, start, at, end);
    if (roman) return roman;
  }
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) {
    let behind = at + 1;
    while (isDigit(text.charCodeAt(behind))) behind++;
    const mark = text.charCodeAt(behind);
    return (
      (mark === 0x2f ? match(RESOLUTION, 'resolution', 1, text, start, at, end) : null) ??
      (mark === 0x2e && isDigit(text.charCodeAt(behind + 1))
        ? match(DECIMAL, 'decimal', 1, text, start, at, end)
        : null) ??
      match(ARABIC, 'arabic', 1, text, start, at, end)
    );
  }
  if (code === 0x28 /* ( */ || code === 0x5b) {
    return (
      match(NUMBER, 'number', 1, text, start, at, end) ??
      match(LETTER_EMPHASIZED, 'letter', 2, text, start, at, end) ??
      letter(text, start, at, end)
    );
  }
  if (code >= 0x61 && code <= 0x7a) {
    // Behind five letters at most comes the mark of a label; no other word is one.
    let behind = at + 1;
    while (behind < at + 5 && isSmall(text.charCodeAt(behind))) behind++;
    const mark = text.charCodeAt(behind);
    if (mark !== 0x29 && mark !== 0x2e && mark !== 0x5c) return null;
    return (
      letter(text, start, at, end) ??
      match(LOWER, 'lower', 1, text, start, at, end) ??
      (at > start ? match(LOWER_INDENTED, 'lower', 1, text, start, at, end) : null)
    );
  }
  if (code >= 0x41 && code <= 0x5a) {
    const next = text.charCodeAt(at + 1);
    if (next >= 0x61 && next <= 0x7a) {
      if (WORDS.has(text.slice(at, at + 3)))
        return (
          match(ANNEX, 'annex', 2, text, start, at, end, 1) ??
          match(ARTICLE, 'article', 2, text, start, at, end, 1) ??
          match(DIVISION, 'division', 2, text, start, at, end, 1)
        );
      return null;
    }
    const roman = match(ROMAN, 'roman', 1, text, start, at, end);
    if (roman && isRoman(roman.value)) return roman;
    return (
      match(CAPITAL, 'capital', 1, text, start, at, end) ??
      match(ANNEX, 'annex', 2, text, start, at, end, 1) ??
      match(ARTICLE, 'article', 2, text, start, at, end, 1) ??
      match(DIVISION, 'division', 2, text, start, at, end, 1)
    );
  }
  return null;
}

/** How the words of labels begin: "Annex", "Article", "Chapter" … */
const WORDS: ReadonlySet<string> = new Set(
  'Ann App Enc Att Art Rul Reg Pri Gui Goa Tar Cha Par Sec Tit'.split(' '),
);

/** "### IV": a Markdown heading that is a roman numeral and nothing else; its title is the heading below it. */
function loneRoman(text: string, start: number, at: number, end: number): Label | null {
  const m = /^([IVXL]{1,7})\s*$/.exec(text.slice(at, end));
  if (!m || !isRoman(m[1]!)) return null;
  const valueSpan = { start: at - start, end: at - start + m[1]!.length };
  return {
    style: 'roman',
    text: m[1]!,
    value: m[1]!,
    ...valueSpan,
    valueSpan,
    bodyStart: end - start,
    alone: true,
  };
}

function letter(text: string, start: number, at: number, end: number): Label | null {
  const label = match(LETTER, 'letter', 2, text, start, at, end);
  if (!label) return null;
  // Letters run (a) … (z), (aa) … (zz); otherwise only small roman numerals stand in parentheses.
  const { value } = label;
  const fits = value.length === 1 || (value.length === 2 && value[0] === value[1]) || isRomanLetters(value);
  return fits ? label : null;
}

function match(
  pattern: RegExp,
  style: LabelStyle,
  valueGroup: number,
  text: string,
  start: number,
  at: number,
  end: number,
  wordGroup = 0,
): Label | null {
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  if (!m || at + m[0].length > end) return null;
  const value = m[valueGroup] ?? '';
  const word = wordGroup ? m[wordGroup]! : '';
  const from = word.length;
  const valueStart = value === '' ? at + word.length : at + m[0].indexOf(value, from);
  const all = m[0];
  let bodyStart = at + all.length;
  while (bodyStart < end && isBlank(text.charCodeAt(bodyStart))) bodyStart++;
  // Marks that close around the label alone ("**I.** Introduction") belong to it.
  return {
    style,
    text: withoutMarks(all),
    value: /[ \t]/.test(value) ? value.replace(/[ \t]+/g, ' ') : value,
    start: at - start,
    end:
      at - start + (isMark(all.charCodeAt(all.length - 1)) ? all.replace(/[*_]+$/, '').length : all.length),
    valueSpan: { start: valueStart - start, end: valueStart - start + value.length },
    bodyStart: bodyStart - start,
    alone: bodyStart >= end,
  };
}

/** A label as it is read: without backslashes and the marks behind it. */
function withoutMarks(label: string): string {
  const last = label.charCodeAt(label.length - 1);
  const bare = isMark(last) || last === 0x5c ? label.replace(/[*_\\]+$/, '') : label;
  return bare.includes('\\') ? bare.replace(/\\/g, '') : bare;
}

function isMark(code: number): boolean {
  return code === 0x2a || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || isSmall(code) || (code >= 0x41 && code <= 0x5a);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0c || code === 0xa0;
}

function firstCode(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0c) return code;
  }
  return 0;
}

/** Digits, letters, an opening parenthesis or bracket, or a mark that may stand before them. */
function mayStartLabel(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x28 ||
    code === 0x23 ||
    code === 0x2a ||
    code === 0x5f ||
    code === 0x5b ||
    code === 0x5c ||
    code === 0x3e
  );
}
