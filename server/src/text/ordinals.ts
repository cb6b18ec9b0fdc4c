/**
 * Ordinal and cardinal numbers in words, as English spells sessions, meetings and congresses: "seventy-fifth",
 * "one hundred and twelfth".
 */

const UNITS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
const TENTHS = [
  '',
  '',
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const CARDINALS = [
  '',
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
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];

const ORDINAL_VALUES = new Map<string, number>();
for (let i = 1; i < 20; i++) ORDINAL_VALUES.set(UNITS[i]!, i);
for (let i = 2; i < 10; i++) ORDINAL_VALUES.set(TENTHS[i]!, i * 10);
ORDINAL_VALUES.set('hundredth', 100);

const TEN_VALUES = new Map<string, number>();
for (let i = 2; i < 10; i++) TEN_VALUES.set(TENS[i]!, i * 10);

const CARDINAL_VALUES = new Map<string, number>(TEN_VALUES);
for (let i = 1; i < 20; i++) CARDINAL_VALUES.set(CARDINALS[i]!, i);

/** The value of one word that ends an ordinal ("fifth" is 5, "fortieth" 40, "hundredth" 100); 0 for any other word. */
export function ordinalWordValue(word: string): number {
  return ORDINAL_VALUES.get(word.toLowerCase()) ?? 0;
}

/** The value of a word for tens ("seventy"); 0 for any other word. */
export function tensWordValue(word: string): number {
  return TEN_VALUES.get(word.toLowerCase()) ?? 0;
}

/** The value of a cardinal from one to nineteen or a word for tens; 0 for any other word. */
export function cardinalWordValue(word: string): number {
  return CARDINAL_VALUES.get(word.toLowerCase()) ?? 0;
}

/** All words that an ordinal may end with. */
export const ORDINAL_WORDS: readonly string[] = [...ORDINAL_VALUES.keys()];

/** "seventy-fifth", "one hundred and twelfth"; an empty string outside 1 to 999. */
export function ordinalWords(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) return '';
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  const below =
    rest === 0
      ? ''
      : rest < 20
        ? UNITS[rest]!
        : rest % 10 === 0
          ? TENTHS[rest / 10]!
          : `${TENS[Math.floor(rest / 10)]!}-${UNITS[rest % 10]!}`;
  if (hundreds === 0) return below;
  return below === '' ? `${CARDINALS[hundreds]!} hundredth` : `${CARDINALS[hundreds]!} hundred and ${below}`;
}

/** "75th", "1st", "112th"; an empty string for anything but a positive whole number. */
export function ordinalFigures(n: number): string {
  return Number.isInteger(n) && n > 0 ? `${n}${ordinalSuffix(n)}` : '';
}

/** "st", "nd", "rd" or "th". */
export function ordinalSuffix(n: number): string {
  const tens = n % 100;
  if (tens > 10 && tens < 14) return 'th';
  return n % 10 === 1 ? 'st' : n % 10 === 2 ? 'nd' : n % 10 === 3 ? 'rd' : 'th';
}

/** The number that an ordinal writes, in words or figures ("seventy-fifth", "Hundred and second", "12th"); 0 for anything else. */
export function parseOrdinal(text: string): number {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.length > 60) return 0;
  const figures = /^(\d{1,5})\s?(st|nd|rd|th)$/.exec(trimmed);
  if (figures) return Number(figures[1]);
  const words = trimmed.split(/[\s\-\u2010\u2011]+/);
  const last = words.pop() ?? '';
  let value = ordinalWordValue(last);
  if (value === 0) return 0;
  if (value < 10 && words.length > 0) {
    const tens = tensWordValue(words.at(-1)!);
    if (tens > 0) {
      value += tens;
      words.pop();
    }
  }
  if (words.length === 0) return value;
  if (value === 100) {
    const count = words.length === 1 ? cardinalWordValue(words[0]!) : 0;
    return count > 0 && count < 10 ? count * 100 : 0;
  }
  if (words.at(-1) === 'and') words.pop();
  if (words.pop() !== 'hundred') return 0;
  if (words.length === 0) return 100 + value;
  const count = words.length === 1 ? cardinalWordValue(words[0]!) : 0;
  return count > 0 && count < 10 ? count * 100 + value : 0;
}
