import { isUpper } from './reading.js';

const VALUES: Readonly<Record<number, number>> = { 0x49: 1, 0x56: 5, 0x58: 10, 0x4c: 50, 0x43: 100 };

/** The end of the run of roman digits in capitals (I, V, X, L, C) at `at`; `at` where there is none or a letter follows. */
export function romanEnd(text: string, at: number): number {
  let i = at;
  while (VALUES[text.charCodeAt(i)] !== undefined) i++;
  return isUpper(text.charCodeAt(i)) ? at : i;
}

/** The value of the roman numeral in [start, end), or 0 where it is none in its canonical form. */
export function romanValueAt(text: string, start: number, end: number): number {
  if (end - start > 12 || end <= start) return 0;
  let total = 0;
  for (let i = start; i < end; i++) {
    const value = VALUES[text.charCodeAt(i)];
    if (value === undefined) return 0;
    const next = i + 1 < end ? (VALUES[text.charCodeAt(i + 1)] ?? 0) : 0;
    total += value < next ? -value : value;
  }
  return total > 0 && toRoman(total) === text.slice(start, end) ? total : 0;
}

/** The value of a roman numeral in capitals, or 0. */
export function romanValue(text: string): number {
  return romanValueAt(text, 0, text.length);
}

const STEPS: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The roman numeral in capitals for 1 to 399; an empty string outside. */
export function toRoman(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 399) return '';
  let rest = n;
  let out = '';
  for (const [value, letters] of STEPS) {
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  }
  return out;
}
