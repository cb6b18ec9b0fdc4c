import type { Block, Role } from '../document/block.js';
import { noteMark } from '../document/reading.js';
import type { Span } from '../text/span.js';
import { add, type CleanUpChange } from './changes.js';
import { addTo } from '../text/lists.js';

/** Raised marks whose note has one body become "[^3]", and the body "[^3]: …". */
export function footnotes(blocks: readonly Block[], changes: CleanUpChange[]): void {
  const bodies = new Map<string, { block: Block; offset: number; length: number; raised: boolean }[]>();
  const marks = new Map<string, MarkPlace[]>();
  let offset = 0;
  for (const block of blocks) {
    if (block.role === 'note') {
      const start = block.contentStart;
      const mark = noteMark(block.text.slice(start, start + 80));
      if (mark && /^\d+$/.test(mark.key)) {
        const raised = mark.form === 'sup' || mark.form === 'unicode';
        const list = bodies.get(mark.key) ?? [];
        bodies.set(mark.key, [...list, { block, offset: offset + start, length: mark.length, raised }]);
      }
    } else {
      for (const { key, form, source } of block.reading.indicators) {
        if (!/^\d+$/.test(key)) continue;
        const raised = form === 'sup' || form === 'unicode';
        if (raised && isWithinSymbol(block.text, source)) continue;
        // A mark stands right behind what it belongs to.
        const start = /[\p{L}\p{N}.,;:)”’] $/u.test(
          block.text.slice(Math.max(0, source.start - 2), source.start),
        )
          ? source.start - 1
          : source.start;
        const text = block.text.slice(start, source.end);
        const place = { start: offset + start, end: offset + source.end, text, raised };
        addTo(marks, key, place);
      }
    }
    offset += block.text.length;
  }
  const lost = [...bodies.keys()].filter((key) => !marks.has(key));
  for (const [key, place] of lostMarks(blocks, lost, marks)) marks.set(key, [place]);
  for (const [key, [body, ...others]] of bodies) {
    const places = marks.get(key) ?? [];
    // Notes that begin anew on each page have several bodies: which is meant can't be told.
    if (!body?.raised || others.length > 0 || places.length === 0 || !places.every(({ raised }) => raised))
      continue;
    const source = body.block.text.slice(body.block.contentStart, body.block.contentStart + body.length);
    const edits = [
      { start: body.offset, before: source, after: `[^${key}]: ` },
      ...places.map(({ start, text }) => ({ start, before: text, after: `[^${key}]` })),
    ];
    // What another change touches is left for the next time.
    const free = edits.every(({ start, before }) =>
      changes.every((change) => change.end <= start || change.start >= start + before.length),
    );
    if (free) for (const { start, before, after } of edits) add(changes, 'note', start, before, after);
  }
}

/** Figures that a converter has raised within a symbol: "A/79/L.<sup>5</sup>", "A/<sup>79</sup>/1". */
function isWithinSymbol(text: string, { start, end }: Span): boolean {
  return (
    /\/(?:[A-Z]{1,5}\.)?$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^[/\d]/.test(text.slice(end, end + 1))
  );
}

interface MarkPlace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly raised: boolean;
}

/** Text in which a note can have its mark. */
const WITH_MARKS: ReadonlySet<Role> = new Set<Role>([
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'item',
  'quote',
]);
/** A figure of its own behind a word and its punctuation. */
const PLAIN_MARK = /(\p{L}{1,30}|\))([.,;:][”’)]?|[”’)][.,;:]?) ?(\d{1,3})(?=(\s+\p{Lu}|\s*$)?)/gu;
/** What stands before a number without being the end of a sentence. */
const BEFORE_NUMBER = /^(?:.{1,3}|paras?|sects?|chap|annex|arts?|vols?|figs?|items?)$/i;

/**
 * Marks that a converter has left as plain figures, "… of the report. 7 There …": of a note that has a body and no mark,
 * between the marks of the notes around it, where no sentence has a number — behind a full stop and before a capital, or
 * at the end of a paragraph. What could be meant twice is left.
 */
function lostMarks(
  blocks: readonly Block[],
  keys: readonly string[],
  marks: ReadonlyMap<string, readonly MarkPlace[]>,
): ReadonlyMap<string, MarkPlace> {
  const found = new Map<string, MarkPlace>();
  if (keys.length === 0) return found;
  const wanted = new Set(keys);
  const known = [...marks].map(([key, places]) => ({ number: Number(key), at: places[0]!.start }));
  const twice = new Set<string>();
  let offset = 0;
  for (const block of blocks) {
    if (WITH_MARKS.has(block.role))
      for (const match of block.text.matchAll(PLAIN_MARK)) {
        const [whole, word = '', punctuation = '', key = '', behind] = match;
        if (!wanted.has(key) || behind === undefined || BEFORE_NUMBER.test(word)) continue;
        // Behind a comma the next sentence does not begin: only the end of the paragraph is certain.
        if (behind.trim() !== '' && !punctuation.includes('.')) continue;
        const start = offset + match.index + word.length + punctuation.length;
        const end = offset + match.index + whole.length;
        const number = Number(key);
        if (known.some(({ number: other, at }) => (other < number ? at > start : at < start))) continue;
        if (found.has(key)) twice.add(key);
        found.set(key, { start, end, text: block.text.slice(start - offset, end - offset), raised: true });
      }
    offset += block.text.length;
  }
  for (const key of twice) found.delete(key);
  return found;
}
