import { styleText } from 'node:util';
import { lazy } from '../text/lazy.js';

const STYLES = ['bold', 'dim', 'red', 'green', 'yellow', 'blue', 'cyan'] as const;

/** Texts in colour, or as they are. */
export type Colours = Readonly<Record<(typeof STYLES)[number], (text: string) => string>>;

/** Colours where they are wanted, which is asked when something is first coloured: to look at a stream costs time. */
export function colours(wanted: () => boolean): Colours {
  const on = lazy(() => ({ wanted: wanted() }));
  const paint =
    (style: (typeof STYLES)[number]) =>
    (text: string): string =>
      on().wanted ? styleText(style, text, { validateStream: false }) : text;
  return Object.fromEntries(STYLES.map((style) => [style, paint(style)])) as Colours;
}
