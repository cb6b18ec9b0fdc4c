/** Numbers of labels: letters, small and capital roman numerals. */

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Small roman numerals, each at its number; the first is empty. Labels go no further. */
const NUMERALS: readonly string[] = Array.from({ length: 400 }, (_, n) => {
  let rest = n;
  let out = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  }
  return out;
});

const NUMBERS: ReadonlyMap<string, number> = new Map(NUMERALS.map((numeral, n) => [numeral, n]));

/** The value of a roman numeral in either case, or 0 where it is none in its canonical form or is above 399. */
export function romanValue(text: string): number {
  return NUMBERS.get(text.toLowerCase()) ?? 0;
}

/** The small roman numeral of a number from 1 to 399; an empty string outside. */
export function toRoman(n: number): string {
  return NUMERALS[n] ?? '';
}

/** The value of a letter label: a = 1 … z = 26, aa = 27, bb = 28 …; 0 for anything else. */
export function letterValue(text: string): number {
  const lower = text.toLowerCase();
  const code = lower.charCodeAt(0) - 96;
  if (code < 1 || code > 26 || lower.length > 3) return 0;
  for (let i = 1; i < lower.length; i++) if (lower[i] !== lower[0]) return 0;
  return code + 26 * (lower.length - 1);
}

/** The letter label of a number from 1 to 78: a … z, aa, bb …; an empty string outside. */
export function toLetter(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 78) return '';
  const repeat = Math.floor((n - 1) / 26) + 1;
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(repeat);
}
