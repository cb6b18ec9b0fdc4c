import { lazy } from '../text/lazy.js';

/** What may be done to a text at a terminal: the codes that begin and end it (ECMA-48, "select graphic rendition"). */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

/** Texts in colour, or as they are. */
export type Colours = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

/** Colours where they are wanted, which is asked when something is first coloured. */
export function colours(wanted: () => boolean): Colours {
  const on = lazy(() => ({ wanted: wanted() }));
  const paint =
    ([begin, end]: readonly [number, number]) =>
    (text: string): string =>
      on().wanted ? `\u001b[${begin}m${text}\u001b[${end}m` : text;
  return {
    bold: paint(CODES.bold),
    dim: paint(CODES.dim),
    red: paint(CODES.red),
    green: paint(CODES.green),
    yellow: paint(CODES.yellow),
    blue: paint(CODES.blue),
    cyan: paint(CODES.cyan),
  };
}
