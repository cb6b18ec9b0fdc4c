import type { Label } from '../../server/src/document/block.js';
import { labelAt } from '../../server/src/document/labels.js';
import { noteMark } from '../../server/src/document/reading.js';

/** A change of a text, in places of the text before it; UTF-16 code units. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * What is typed at a place from now on: a person does not wait for an answer. The place keeps its words while the text
 * before it changes.
 */
export class Typed {
  #start: number;
  #length = 0;
  readonly #head: number;
  #gone = false;
  #elsewhere = false;

  /** `start` is an offset; `head` the length of what stands before it and must stay, as the line break of Enter. */
  constructor(start: number, head: number) {
    this.#start = start;
    this.#head = head;
  }

  /** Where what is typed begins and ends. */
  get start(): number {
    return this.#start;
  }
  get end(): number {
    return this.#start + this.#length;
  }

  /** Whether the place itself was taken away. */
  isGone(): boolean {
    return this.#gone;
  }

  /** Whether anything was changed outside of what is typed, since this was asked last. */
  changedElsewhere(): boolean {
    const was = this.#elsewhere;
    this.#elsewhere = false;
    return was;
  }

  take({ rangeOffset, rangeLength, text }: Change): void {
    const behind = rangeOffset + rangeLength;
    const growth = text.length - rangeLength;
    if (rangeOffset >= this.#start && behind <= this.end) {
      this.#length += growth;
      return;
    }
    this.#elsewhere = true;
    if (rangeOffset >= this.end) return;
    if (behind <= this.#start - this.#head) this.#start += growth;
    else this.#gone = true;
  }
}

/** What the keys could act on at a cursor. */
export interface NumberState {
  /** The cursor stands at the end of what begins with a number. */
  readonly ends: boolean;
  /** The line is a number and the blank behind it, and the cursor stands behind that. */
  readonly empty: boolean;
  /** The cursor stands in a number or right behind it. */
  readonly label: boolean;
  /** The cursor stands at the end of a paragraph without number that empty lines part from others. */
  readonly apart: boolean;
}

export const NOWHERE: NumberState = { ends: false, empty: false, label: false, apart: false };

/** No paragraph of more lines than this is looked through for its number. */
const LINES = 40;
/** A line that ends a paragraph above it. */
const BOUNDARY = /^\s*(?:$|#|```|<!--|\|)/;
/** A line that goes on by itself in Markdown, or is none of the text: a list, a quotation, a table, code, a comment. */
const NO_PARAGRAPH = /^(?:\s|[-*+>|](?:\s|$)|```|~~~|---|<!--|\[\^)/;

/**
 * What stands at a cursor, told by the few lines around it: a guess that costs nothing, for the server to settle. `line`
 * gives a line without its end; undefined outside of the text.
 */
export function numberState(
  line: (at: number) => string | undefined,
  cursor: { readonly line: number; readonly character: number },
): NumberState {
  const own = line(cursor.line) ?? '';
  const label = numberOf(own);
  const atEnd = own.slice(cursor.character).trim() === '';
  const empty = label?.empty === true && atEnd && /\s$/.test(own.slice(0, cursor.character));
  return {
    ends: atEnd && own.trim() !== '' && endsNumbered(line, cursor.line),
    empty,
    label: label !== null && cursor.character <= label.bodyStart,
    apart:
      atEnd &&
      label === null &&
      own.trim() !== '' &&
      !NO_PARAGRAPH.test(own) &&
      (line(cursor.line - 1) ?? '').trim() === '' &&
      (line(cursor.line + 1) ?? '').trim() === '',
  };
}

/** Where the words behind the number of a line begin, and whether there are none; null without a number. */
export function numberOf(line: string): { readonly bodyStart: number; readonly empty: boolean } | null {
  const note = noteMark(line);
  if (note) return { bodyStart: note.length, empty: line.slice(note.length).trim() === '' };
  const label: Label | null = labelAt(line, 0, line.length);
  if (!label) return null;
  return { bodyStart: label.bodyStart, empty: line.slice(label.bodyStart).trim() === '' };
}

function endsNumbered(line: (at: number) => string | undefined, at: number): boolean {
  // Inside a paragraph of several lines Enter is Enter.
  const next = line(at + 1);
  if (next !== undefined && !BOUNDARY.test(next) && !numberOf(next)) return false;
  for (let i = at; i >= 0 && i > at - LINES; i--) {
    const text = line(i) ?? '';
    if (numberOf(text)) return true;
    if (BOUNDARY.test(text)) return false;
  }
  return false;
}
