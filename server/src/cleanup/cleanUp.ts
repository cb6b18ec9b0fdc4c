import type { Block, Form } from '../document/block.js';
import { Draft } from '../document/draft.js';
import { add, applyCleanUp, isText, type CleanUpChange } from './changes.js';
import { furnitureOf } from './furniture.js';
import { Gaps } from './gaps.js';
import { inBlock, isOneParagraph, type IsCompound } from './lines.js';
import { footnotes } from './notes.js';

export { applyCleanUp, type CleanUpChange, type CleanUpKind } from './changes.js';

export interface CleanUpPlan {
  /** In the order of the text; no two overlap or touch the same characters. */
  readonly changes: readonly CleanUpChange[];
}

/** What one change uncovers the next one mends: a text is gone through at most so often. */
const PASSES = 8;

/**
 * What would make a clean draft of a text that came through a converter: page furniture and running heads go, paragraphs
 * cut by a page are joined, the notes of the page behind them, wrapped lines become one line, hyphens of line ends close, ordinals come down, the marks of
 * notes become footnotes where mark and body are certain, stray spaces, empty lines, escapes and empty links go. No word is
 * lost but those of the furniture, each of which is a change of its own. Front matter, comments, code and tables keep their
 * form; the lines of a masthead stay lines. Never fails; a clean draft, and a text that was cleaned up, has no change.
 */
export function planCleanUp(draft: Draft): CleanUpPlan {
  let changes = onePass(draft);
  if (changes.length === 0) return { changes };
  const text = draft.text;
  for (let pass = 1; pass < PASSES; pass++) {
    const more = onePass(new Draft(applyCleanUp(text, changes)));
    if (more.length === 0) break;
    changes = composed(text, changes, more);
  }
  return { changes };
}

/** So many lines within paragraphs end before the paragraph does: the text came in lines of one width. */
const WRAPPED_LINES = 3;

/** Blocks that keep the empty lines behind them. */
const UNTOUCHED: ReadonlySet<Form> = new Set<Form>(['code', 'comment', 'front-matter', 'html', 'blank']);

function onePass(draft: Draft): CleanUpChange[] {
  const changes: CleanUpChange[] = [];
  const { blocks, text } = draft;
  const furniture = furnitureOf(blocks);
  const gaps = new Gaps(blocks, furniture, text, isWrapped(blocks));
  const isCompound = compoundsOf(text);
  /** How far the bullet is indented that a list began with, while it lasts. */
  let list = -1;
  let offset = 0;
  /** The index of the last block that is done with. */
  let done = -1;
  blocks.forEach((block, i) => {
    if (i <= done) {
      // Its words were put elsewhere: what else there is to do of it the next pass does.
    } else if (furniture.blocks.has(block)) add(changes, 'furniture', offset, block.text, '');
    else {
      const indent = block.text.slice(0, block.contentStart).replace(/\t/g, '    ').length;
      if (block.form === 'bullet') list = indent;
      else if (list >= indent) list = -1;
      const isNotes = i > 0 && blocks[i - 1]!.form === 'rule' && blocks[i - 1]!.text.includes('___');
      if (isText(block)) inBlock(block, offset, { nested: list >= 0, isNotes, isCompound }, changes);
      const end = furniture.ends.get(block);
      if (end !== undefined) {
        while ((changes.at(-1)?.end ?? 0) > offset + end) changes.pop();
        add(changes, 'furniture', offset + end, block.text.slice(end, block.contentEnd), '');
      } else if (block.form === 'rule')
        add(changes, 'space', offset, block.text.slice(0, block.contentStart), '');
      if (i === 0 && block.form === 'blank' && blocks.length > 1)
        add(changes, 'empty-line', offset, block.text, '');
      else if (!UNTOUCHED.has(block.form)) done = gaps.behind(i, offset, changes);
    }
    offset += block.text.length;
  });
  footnotes(blocks, changes);
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}

function isWrapped(blocks: readonly Block[]): boolean {
  let lines = 0;
  for (const block of blocks)
    if (block.form === 'text' && isOneParagraph(block))
      lines += block.text.slice(0, block.contentEnd).split('\n').length - (block.label?.alone ? 2 : 1);
  return lines >= WRAPPED_LINES;
}

/** The compounds of a text, looked for when one is asked for. */
function compoundsOf(text: string): IsCompound {
  let known: Set<string> | null = null;
  return (word) => {
    known ??= new Set(text.toLowerCase().match(/(?<![\p{L}-])\p{L}{2,}-\p{L}{2,}/gu));
    return known.has(word.toLowerCase());
  };
}

/** Changes of a text, and changes of what they made of it, as changes of the text: what meets becomes one. */
function composed(
  text: string,
  first: readonly CleanUpChange[],
  second: readonly CleanUpChange[],
): CleanUpChange[] {
  const out: CleanUpChange[] = [];
  let i = 0;
  let j = 0;
  /** How much further a place lies in the text than in what the first changes made of it. */
  let shift = 0;
  while (i < first.length || j < second.length) {
    const a = first[i];
    const b = second[j];
    const place = a ? a.start - shift : Infinity;
    if (a && (!b || place + a.after.length < b.start)) {
      out.push(a);
      shift += a.before.length - a.after.length;
      i++;
      continue;
    }
    if (b && b.end < place) {
      out.push({ ...b, start: b.start + shift, end: b.end + shift });
      j++;
      continue;
    }
    // They meet: all that hangs together is one change, named after the first of them.
    const start = Math.min(a!.start, b!.start + shift);
    const madeStart = start - shift;
    let end = start;
    let madeEnd = madeStart;
    let after = '';
    const taken: CleanUpChange[] = [];
    const later: CleanUpChange[] = [];
    let made = '';
    for (;;) {
      const one = first[i];
      if (one && one.start - shift <= madeEnd) {
        made += text.slice(end, one.start) + one.after;
        end = one.end;
        shift += one.before.length - one.after.length;
        madeEnd = Math.max(madeEnd, end - shift);
        taken.push(one);
        i++;
        continue;
      }
      const other = second[j];
      if (other && other.start <= madeEnd) {
        if (other.end > madeEnd) madeEnd = other.end;
        taken.push(other);
        later.push(other);
        j++;
        continue;
      }
      break;
    }
    // What is left up to the end was not changed by the first ones.
    const reach = Math.max(end, madeEnd + shift);
    made += text.slice(end, reach);
    end = reach;
    // The second changes are made on what the first ones made.
    let at = madeStart;
    for (const other of later) {
      after += made.slice(at - madeStart, other.start - madeStart) + other.after;
      at = other.end;
    }
    after += made.slice(at - madeStart);
    const before = text.slice(start, end);
    // What takes something away or puts it elsewhere says so, whatever it meets.
    const { kind } =
      taken.find((one) => one.kind === 'furniture') ??
      taken.find((one) => one.kind === 'page-break') ??
      taken[0]!;
    if (before !== after) out.push({ kind, start, end, before, after });
  }
  return out;
}
