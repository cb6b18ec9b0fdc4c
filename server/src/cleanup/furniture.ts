import type { Block } from '../document/block.js';
import { addTo } from '../text/lists.js';

/** "3/12", "Page 3 of 12": a page's number that can be nothing else. */
const PAGE_OF = /^\s*(?:page\s+)?\d{1,4}\s*(?:\/|of)\s*\d{1,4}\s*$/i;
const BARE_NUMBER = /^\s*(?:\d{1,4}|[IVXL]{1,6})\s*$/;
/** A field of a masthead whose value stands elsewhere. */
const FIELD = /^\s*(?:Original|Distr\.?)\s*:\s*$/i;
/** Lines at the top of a page below its symbol, as documents had them until the nineties; "/…" stood at its foot. */
const PAGE_LINE =
  /^(?:(?:Arabic|Chinese|English|French|Russian|Spanish) )?page (?:\d{1,4}|<sup>\d{1,4}<\/sup>)$/i;
const LANGUAGE_LINE = /^(?:Arabic|Chinese|English|French|Russian|Spanish)$/i;
const TURN_OVER = /^\s*\/ ?(?:\.{3}|…|\. \. \.)\s*$/;

/** A running head has so many characters at most, and the line so many where its halves stand at both ends. */
const HEAD_WORDS = 120;
const HEAD_COLUMNS = 300;
/** Words fewer than so many characters tell nothing by coming back. */
const FEW_WORDS = 12;

/** What belongs to the pages of a text. */
export interface Furniture {
  /** Blocks that are nothing else. */
  readonly blocks: ReadonlySet<Block>;
  /** Where the words of a block end that a page's number follows in a line of its own: UTF-16 offsets in the block. */
  readonly ends: ReadonlyMap<Block, number>;
}

/**
 * What belongs to a page and not to the text: what is furniture by its form, short lines beside it that come back on
 * several pages, and the title where it is repeated between the halves of a sentence. A number that stands alone is a
 * page's only where pages are not numbered otherwise and other furniture stands beside it: it may be the number of a note,
 * or a figure of a table.
 */
export function furnitureOf(blocks: readonly Block[]): Furniture {
  const { found, ends } = numbersOfPages(blocks);
  let counted = 0;
  for (const block of blocks) if (block.form === 'furniture' && PAGE_OF.test(block.text)) counted++;
  const isPlain = (block: Block | undefined): boolean =>
    block?.form === 'furniture' && !BARE_NUMBER.test(block.text) && !FIELD.test(block.text);
  /** Between the line above the notes of a page and the page's end. */
  let amongNotes = false;
  blocks.forEach((block, i) => {
    if (block.form === 'rule') amongNotes = block.text.includes('___');
    else if (block.text.includes('\f')) amongNotes = false;
    if (block.form !== 'furniture') {
      if (isPageLine(block) || TURN_OVER.test(block.text)) found.add(block);
      return;
    }
    if (isPlain(block)) found.add(block);
    else if (!BARE_NUMBER.test(block.text) || amongNotes) return;
    else if (counted < 2 && (isPlain(blocks[i - 1]) || isPlain(blocks[i + 1]) || block.text.includes('\f')))
      found.add(block);
  });
  runningHeads(blocks, found);
  repeatedTitles(blocks, found);
  return { blocks: found, ends };
}

/** So many pages end with a number of their own before the numbers are those of the pages. */
const NUMBERED_PAGES = 3;

/**
 * Numbers that stand in the last line of pages whose ends the converter has marked, and go up with them: blocks of their
 * own, or the last line of one.
 */
function numbersOfPages(blocks: readonly Block[]): { found: Set<Block>; ends: Map<Block, number> } {
  /** By how much the number of a page differs from its place among the pages. */
  const byShift = new Map<number, { block: Block; end: number }[]>();
  let page = 0;
  let last: Block | undefined;
  for (const block of blocks) {
    for (let at = block.text.indexOf('\f'); at >= 0; at = block.text.indexOf('\f', at + 1)) {
      page++;
      const place = at < block.contentEnd ? last : block;
      const line =
        place && /(?:^|[ \t]*(?:\r\n|\r|\n))[ \t]*(\d{1,4})$/.exec(place.text.slice(0, place.contentEnd));
      if (!line) continue;
      const shift = Number(line[1]) - page;
      addTo(byShift, shift, { block: place, end: line.index });
    }
    if (block.contentEnd > 0) last = block;
  }
  const found = new Set<Block>();
  const ends = new Map<Block, number>();
  for (const numbers of byShift.values())
    if (numbers.length >= NUMBERED_PAGES)
      for (const { block, end } of numbers)
        if (end === 0) found.add(block);
        else ends.set(block, end);
  return { found, ends };
}

/** "Page 2", and "English" above it. */
function isPageLine(block: Block): boolean {
  if (block.form !== 'text' || block.labelled || block.contentEnd > 40) return false;
  const lines = block.text.trim().split(/\s*[\r\n]\s*/);
  return PAGE_LINE.test(lines.at(-1)!) && lines.slice(0, -1).every((line) => LANGUAGE_LINE.test(line));
}

/** The same short words beside the furniture of three pages or more. */
function runningHeads(blocks: readonly Block[], found: Set<Block>): void {
  const beside = new Map<string, Block[]>();
  blocks.forEach((block, i) => {
    if (block.form !== 'text' || block.labelled || block.contentEnd > HEAD_COLUMNS) return;
    if (!found.has(blocks[i - 1]!) && !found.has(blocks[i + 1]!)) return;
    const line = block.text.trim();
    if (line === '' || /[\r\n]/.test(line)) return;
    // On left pages a head has its two halves the other way round.
    const words = line.split(/\s+/).sort().join(' ');
    if (words.length > HEAD_WORDS) return;
    addTo(beside, words, block);
  });
  for (const same of beside.values()) {
    // The first one may be the title that the others repeat, unless a page begins with it.
    const from = same[0]!.text.startsWith('\f') ? 0 : 1;
    if (same.length >= 3) for (const block of same.slice(from)) found.add(block);
  }
}

/** A symbol that stands in a line with other words. */
const SYMBOL = /(?:^| )[A-Z]{1,5}(?:\/[A-Za-z0-9.()-]+)+(?: \(\d{4}\))?(?= |$)/;

/**
 * Words of the first page that come back where no heading can be: below a page's furniture and before the rest of a
 * sentence, or beside the symbol in the first lines of a page.
 */
function repeatedTitles(blocks: readonly Block[], found: Set<Block>): void {
  const end = blocks.findIndex((block) => found.has(block) || block.text.startsWith('\f'));
  let firstPage: string | null = null;
  for (let i = Math.max(1, end); i + 1 < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.form !== 'text' || block.labelled || block.contentEnd > HEAD_COLUMNS * 2) continue;
    const begins = block.text.startsWith('\f');
    if (!begins && !found.has(blocks[i - 1]!)) continue;
    let words = block.text.trim().replace(/\s+/g, ' ');
    const symbol = begins ? SYMBOL.exec(words) : null;
    if (symbol) words = (words.slice(0, symbol.index) + words.slice(symbol.index + symbol[0].length)).trim();
    else if (!/^\s*\p{Ll}/u.test(blocks[i + 1]!.text.slice(0, 40))) continue;
    if (words.length < FEW_WORDS || words.length > HEAD_WORDS) continue;
    firstPage ??= blocks
      .slice(0, end)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ');
    if (firstPage.includes(words)) found.add(block);
  }
}
