import type { Rule } from '../../server/src/rules/rule.js';
import { LINES, SEEDS } from '../unit/document/texts.js';
import { unmark } from '../unit/rules/kit.js';

const HEAD = 'Report of the Secretary-General\n\nI. Introduction\n\n';

function repeat(piece: string, length: number): string {
  return piece.repeat(Math.max(1, Math.ceil(length / piece.length)));
}

/** The next of a row of numbers that look random and are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
}

/** Texts that nobody writes, by what is odd about them; each makes a text of about `length` UTF-16 code units. */
export const ODD: Readonly<Record<string, (length: number) => string>> = {
  'bytes that are no text': (length) => {
    const next = numbers(7);
    return Array.from({ length }, () => String.fromCharCode((next() >>> 13) & 0xff)).join('');
  },
  'any code units, paired or not': (length) => {
    const next = numbers(11);
    return Array.from({ length }, () => String.fromCharCode(next() >>> 16)).join('');
  },
  'one line of words': (length) =>
    HEAD + repeat('1. In resolution 75/158 of 16 December 2020 (see para. 3 above, and A/75/292), ', length),
  'one line without a blank': (length) => repeat('A/75/292-', length),
  'one line of digits': (length) => repeat('1', length),
  'one line of brackets': (length) => repeat('((', length),
  'lines that all say (a)': (length) => repeat('(a)\n', length),
  'items that all say (a)': (length) => `${HEAD}1. It did:\n\n${repeat('(a) this;\n\n', length)}`,
  'paragraphs that all say 1': (length) => HEAD + repeat('1. It met (see para. 1 above).\n\n', length),
  'sections that all say I': (length) => HEAD + repeat('I. Part\n\n1. It met.\n\n', length),
  'annexes that all say I': (length) => HEAD + repeat('# Annex I\n\n1. See annex I, para. 1.\n\n', length),
  'fifty levels of quotes': (length) => {
    const lines: string[] = [];
    for (let i = 0, made = 0; made < length; i++, made += lines.at(-1)!.length)
      lines.push(`${'> '.repeat((i % 50) + 1)}${i}. Quoted.\n\n`);
    return HEAD + lines.join('');
  },
  'quotation marks that never close': (length) => HEAD + repeat('1. He said “and she ‘so "it (\n\n', length),
  'halves of surrogate pairs': (length) =>
    HEAD + repeat('1. \ud800 para. 1 \udc00 above \ud83d\ude00 \udfff\n\n', length),
  'mixed line ends': (length) =>
    HEAD + repeat('1. One.\r\n\r\n2. Two.\r\r3. Three.\n\r\n(a) four\r\u2028\u0085\n', length),
  'right-to-left marks': (length) =>
    HEAD + repeat('1. \u202eResolution\u202c \u200f75/158\u200e \u2067para. 2\u2069 עברית ١٢٣.\n\n', length),
  'characters without width': (length) =>
    HEAD + repeat('1.\u200b In re\u00adso\u200dlution\ufeff 75\u2060/158, para\u200c. 1\u034f.\n\n', length),
  'combining characters': (length) =>
    HEAD + repeat(`1. Z${'\u0301\u0323'.repeat(40)} e\u0301 in para. 1.\n\n`, length),
  'front matter that never ends': (length) => `---\n${repeat('rules:\n  a: [\n- "x\n', length)}`,
  'comments that never end': (length) => HEAD + repeat('<!-- plenary-ignore-next x <!--\n\n', length),
  'fences that never end': (length) => HEAD + repeat('```\n~~~\n1. a\n\n', length),
  'a table of one row': (length) => `${HEAD}${repeat('| a ', length)}|\n|---|\n`,
  'a table of many rows': (length) =>
    `${HEAD}| a | b |\n|---|---|\n${repeat('| 1. x | para. 2 |\n', length)}`,
  'marks of emphasis': (length) => HEAD + repeat('***a_**`[b](', length),
  'notes of notes': (length) => {
    const lines: string[] = [];
    for (let i = 2, made = 0; made < length; i++, made += lines.at(-1)!.length)
      lines.push(`${i}. X.[^${i}]\n\n[^${i}]: See note ${i}.\n\n`);
    return HEAD + lines.join('');
  },
  'blank lines': (length) => HEAD + repeat('\n \n\t\n', length),
  'all kinds of lines': (length) => {
    const next = numbers(13);
    const lines: string[] = [];
    for (let made = 0; made < length; made += lines.at(-1)!.length)
      lines.push(`${LINES[(next() >>> 8) % LINES.length]}\n${(next() >>> 20) % 3 === 0 ? '\n' : ''}`);
    return lines.join('');
  },
  'one report after another': (length) => repeat(SEEDS[0]!, length),
  'one resolution after another': (length) => repeat(SEEDS[1]!, length),
};

/**
 * Texts built to keep one rule busy: its own examples, whole, one after another; and the words and characters that it
 * looks at, on one line and as paragraphs. Each makes a text of about `length` UTF-16 code units.
 */
export function slowTextsFor(rule: Rule): Readonly<Record<string, (length: number) => string>> {
  const wrong = rule.wrong.map((text) => unmark(text).text);
  const examples = `${[...wrong, ...rule.right.map((text) => unmark(text).text)].join('\n\n')}\n\n`;
  const sentence = wrong[0]!.replace(/\s+/g, ' ').trim();
  const { words = [], chars = '', numbers: digits } = rule.block?.on ?? {};
  const triggers = [...words.slice(0, 40), ...chars, ...(digits ? ['12', '3'] : [])].join(' ');
  return {
    'its examples': (length) => repeat(examples, length),
    'its examples on one line': (length) => `${HEAD}1. ${repeat(`${sentence} `, length)}\n`,
    ...(triggers === ''
      ? {}
      : {
          'what it looks at, on one line': (length: number) =>
            `${HEAD}1. ${repeat(`${triggers} `, length)}\n`,
          'what it looks at, as paragraphs': (length: number) =>
            HEAD + repeat(`1. ${triggers}, as in para. 1.\n\n`, length),
        }),
  };
}

/** Pieces that start a citation and never end it: said again and again they make a text that is slow to read. */
export const SLOW: readonly string[] = [
  'resolutions 75/158, on x y z ',
  'resolutions 75/158, ',
  '75/158 ',
  'A/',
  'A/75/',
  'A/75/292-',
  '(',
  '((',
  '“',
  'paragraphs 5, ',
  'paragraph 5 of the report of ',
  'article 5, paragraph 1, and ',
  'seventy-',
  'first and ',
  '12 ',
  '12, ',
  '12 and ',
  '5 October and ',
  'its resolution ',
  'Council ',
  'United Nations ',
  'ibid. ',
  'that resolution ',
  '(A B C D E F ',
  'A ',
  'hereinafter “',
  '“a” means ',
  'para. 5, ',
  'S/RES/',
  '[^',
  '<sup>',
  'Ghana (',
  '2020–',
  '3.30 p.m.–',
  '1325 (2000) ',
  'the Convention ',
  'article 5 of the Convention ',
  'paragraph 5 of article 5 ',
  'Council resolution 75/1 ',
  'its resolution 75/1 of ',
  'para. 5 of which ',
  'https://a ibid. ',
  'Conference resolution 5/1 ',
];
