import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import { featuresOf } from '../document/features.js';
import type { Masthead } from '../document/masthead.js';
import { noteMark } from '../document/reading.js';
import { wordsOfBlock, wordStarts } from '../document/words.js';

/** What a part of the printed document is. */
export type PartType =
  | 'title'
  | 'heading'
  | 'heading-label'
  | 'paragraph'
  | 'preambular'
  | 'operative'
  | 'organ'
  | 'prose'
  | 'salutation'
  | 'closing'
  | 'signature'
  | 'delivery'
  | 'sponsors'
  | 'author'
  | 'field'
  | 'item'
  | 'quote'
  | 'table'
  | 'contents'
  | 'code'
  | 'rule'
  | 'note';

/** A stretch of a part's source that comes from one block. Offsets are UTF-16 code units. */
interface Stretch {
  readonly block: Block;
  /** Where it begins in the part's source, and in the block's. */
  readonly at: number;
  readonly from: number;
}

/** A part of the printed document: a paragraph with its number, a heading, a table, a note. */
export interface Part {
  readonly type: PartType;
  /** 0-based line of the draft that it begins on. */
  readonly line: number;
  /** Headings: 0 title, 1 `I.` …; paragraphs: 1 `1.`, 2 `(a)`; 0 without a number; items by their indentation from 1. */
  readonly level: number;
  /** How many headings stand above a heading; 0 for all else. */
  readonly depth: number;
  /** The number or letter as it stands there, without marks; empty where there is none. */
  readonly label: string;
  /** The words with their marks, without label and without the marks of the block. */
  readonly source: string;
  /** The words as read. */
  readonly text: string;
  /** The lines of the source are lines of print, as in a masthead. */
  readonly breaks: boolean;
  /** Where the container of the part begins anew: an annex, which starts on a new page. */
  readonly annex: boolean;
  readonly stretches: readonly Stretch[];
}

/** The masthead of a document with a symbol or a distribution, as it is printed. */
export interface Head {
  readonly line: number;
  readonly symbol: string | null;
  /** "Distr.: General", the date, "Original: English", as far as they are there. */
  readonly distribution: readonly string[];
  readonly organs: readonly Part[];
  /** Session, place, agenda item and its title, in one column or in one for each of two organs. */
  readonly columns: readonly (readonly Part[])[];
}

/** A draft taken apart for printing. */
export interface Printed {
  readonly head: Head | null;
  /** Title, body and annexes in the order of the text. */
  readonly parts: readonly Part[];
  readonly notes: readonly Part[];
}

/** Organs whose agendas stand beside each other where a document belongs to two of them. */
const ORGAN_OF_ITS_OWN = /^(?:General Assembly|Security Council|Economic and Social Council)$/;
const NAME_OF_ORGANIZATION = /United Nations|UNITED NATIONS|Nations Unies/g;
const WORDS_OF_FIELDS = /Distr(?:ibution)?\.? ?:|Original ?:|ORIGINAL ?:/g;
const SIGNED = /^\W{0,3}Signed\b/;

/**
 * Takes a draft apart for printing. Front matter, comments and page furniture are left out; all other words of the draft
 * are in one of the parts. Never fails.
 */
export function partsOf(draft: Draft): Printed {
  return new Parts(draft).run();
}

class Parts {
  readonly #draft: Draft;
  readonly #parts: Part[] = [];
  readonly #notes: Part[] = [];
  readonly #depths = new Map<Block, number>();
  /** Labels of headings that stand in a block of their own. */
  readonly #labelBlocks = new Set<Block>();
  /** Blocks that the masthead has said all of. */
  readonly #said = new Set<Block>();
  /** The document's own title, of the bold lines before the body. */
  #title: Block | undefined;
  #lastBlock: Block | null = null;
  #container = 'body';

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  run(): Printed {
    const { headings, bodyStart } = this.#draft.structure;
    const depths: number[] = [];
    headings.forEach((heading, i) => {
      const depth = heading.parent < 0 ? 0 : depths[heading.parent]! + 1;
      depths[i] = depth;
      this.#depths.set(heading.block, depth);
      if (heading.labelBlock && heading.labelBlock !== heading.block) {
        this.#labelBlocks.add(heading.labelBlock);
        this.#depths.set(heading.labelBlock, depth);
      }
    });
    const head = this.#head();
    const { blocks } = this.#draft;
    blocks.forEach((block, i) => {
      if (!this.#said.has(block)) this.#block(block, i < bodyStart);
    });
    // A line that sets off what is not there any more, at the end or before the notes, sets off nothing.
    while (this.#parts.at(-1)?.type === 'rule') this.#parts.pop();
    return { head, parts: this.#parts, notes: this.#notes };
  }

  // ---- the masthead

  #head(): Head | null {
    const { masthead, bodyStart } = this.#draft.structure;
    const front = this.#draft.blocks.slice(0, bodyStart);
    const author = masthead.author?.block;
    // A report that is called nothing else is called what it is.
    this.#title = masthead.title?.block ?? (author?.role === 'title' ? author : undefined);
    if (!masthead.symbol && !masthead.distribution) {
      // Names stand below the title of a statement, as bold as that.
      this.#title = front.find(isNamedTitle) ?? this.#title;
      return null;
    }
    const first = front.find((block) => block.role === 'masthead' || block.form === 'furniture');
    const distribution: string[] = [];
    if (masthead.distribution) distribution.push(`Distr.: ${masthead.distribution.value}`);
    if (masthead.date) distribution.push(masthead.date.value);
    if (masthead.original) distribution.push(`Original: ${masthead.original.value.trim()}`);
    const organs: Part[] = [];
    const columns: Part[][] = [[]];
    for (const block of front) {
      // Bold lines before the last of them are fields of the agenda: a committee, the title of the item.
      if (block === this.#title || block === masthead.author?.block || isSponsors(block)) break;
      if (block.role !== 'masthead' && block.role !== 'title' && block.form !== 'furniture') continue;
      const name = block.form === 'furniture' ? '' : block.reading.text.trim();
      if (masthead.organ?.block === block && saysNoMore(block, masthead)) {
        const organ = this.#part('organ', block, true);
        const { value } = masthead.organ;
        organs.push(name === value ? organ : { ...organ, source: value, text: value });
        this.#said.add(block);
      } else if (organs.length > 0 && ORGAN_OF_ITS_OWN.test(name)) {
        // A document of two organs names both above, and again at the head of a column for each.
        const known = organs.findIndex(({ text }) => text === name);
        const organ = this.#part('organ', block, true);
        const column = columns.at(-1)!;
        if (known < 0) organs.push(organ);
        if (known === 0) column.unshift(organ);
        else if (column.length > 0) columns.push([organ]);
        this.#said.add(block);
      } else if (saysNoMore(block, masthead)) {
        this.#said.add(block);
      } else if (block.form !== 'furniture') {
        columns.at(-1)!.push(this.#part('field', block, true));
        this.#said.add(block);
      }
    }
    const symbol = masthead.symbol?.value ?? null;
    return { line: first?.startLine ?? 0, symbol, distribution, organs, columns };
  }

  // ---- one block

  #block(block: Block, front: boolean): void {
    switch (block.role) {
      case 'blank':
      case 'front-matter':
      case 'comment':
        return;
      case 'furniture':
        if (block.form === 'rule' && this.#parts.length > 0 && this.#parts.at(-1)!.type !== 'rule')
          this.#add('rule', block);
        return;
      case 'note':
        // The line above the notes is that of print.
        if (this.#parts.at(-1)?.type === 'rule') this.#parts.pop();
        this.#notes.push(this.#part('note', block, false));
        return;
      default:
    }
    const text = block.reading.text.trim();
    if (text === '' && !block.labelled && block.role !== 'code' && block.role !== 'table') return;
    if (featuresOf(block).line === 'delivery') this.#add('delivery', block);
    else if (block.role === 'masthead' || (block.role === 'title' && front)) this.#front(block);
    else if (block.role === 'heading')
      this.#add(this.#labelBlocks.has(block) ? 'heading-label' : 'heading', block);
    else if (block.role === 'continuation') this.#continuation(block);
    else if (block.role === 'prose') this.#prose(block, text);
    else this.#add(block.role, block, block.role === 'closing' || block.role === 'signature');
  }

  /** A line before the body that is not part of the masthead proper. */
  #front(block: Block): void {
    const { author } = this.#draft.structure.masthead;
    const afterSponsors = this.#parts.at(-1)?.type === 'sponsors' && block.role === 'masthead';
    let type: PartType = 'field';
    if (isSponsors(block)) type = 'sponsors';
    else if (this.#title === block || afterSponsors) type = 'title';
    else if (author?.block === block) type = 'author';
    this.#add(type, block, true);
  }

  /** A sentence that a page has cut is whole again in print; what goes on below a list is a paragraph without a number. */
  #continuation(block: Block): void {
    const last = this.#parts.at(-1);
    const before = block.continues;
    if (last && before && before === this.#lastBlock && featuresOf(before).ending === 'none') {
      const { source, from } = sourceOf(block);
      const hyphen = /\p{L}-$/u.test(last.source) && /^\p{L}/u.test(source);
      const joined = `${last.source}${hyphen ? '' : ' '}`;
      this.#parts[this.#parts.length - 1] = {
        ...last,
        source: joined + source,
        text: `${last.text} ${block.reading.text}`,
        stretches: [...last.stretches, { block, at: joined.length, from }],
      };
      this.#lastBlock = block;
      return;
    }
    this.#add('prose', block, false, before ? before.level : 0);
  }

  /** "(Signed)", the name and the title below it stand in a column of their own. */
  #prose(block: Block, text: string): void {
    const last = this.#parts.at(-1);
    const below = last?.type === 'signature' && text.length < 140 && featuresOf(block).ending === 'none';
    this.#add(SIGNED.test(text) || below ? 'signature' : 'prose', block);
  }

  #add(type: PartType, block: Block, breaks = false, level?: number): void {
    const part = this.#part(type, block, breaks, level);
    this.#parts.push(part);
    this.#lastBlock = block;
  }

  #part(type: PartType, block: Block, breaks: boolean, level?: number): Part {
    const whole = type === 'table' || type === 'code' || type === 'contents';
    const { source, from } = whole ? { source: block.text.trimEnd(), from: 0 } : sourceOf(block);
    const annex = block.container !== this.#container && block.container.startsWith('annex');
    if (type !== 'note') this.#container = block.container;
    return {
      type,
      line: block.startLine,
      level: level ?? (type === 'item' ? Math.min(4, 1 + (featuresOf(block).indent >> 1)) : block.level),
      depth: this.#depths.get(block) ?? 0,
      label: type === 'note' ? noteKey(block) : block.labelled && block.label ? block.label.text : '',
      source,
      breaks,
      text: block.reading.text.trim(),
      annex: annex && (type === 'heading' || type === 'heading-label'),
      stretches: [{ block, at: 0, from }],
    };
  }
}

/** Whether a block of the masthead holds nothing beyond the name of the Organization and the fields of its upper part. */
function saysNoMore(block: Block, masthead: Masthead): boolean {
  let rest = block.form === 'furniture' ? block.text : block.reading.text;
  if (block.form === 'rule') return true;
  const fields = [masthead.symbol, masthead.distribution, masthead.date, masthead.original, masthead.organ];
  const here = fields.filter((field) => field?.block === block);
  const names = NAME_OF_ORGANIZATION.test(rest);
  NAME_OF_ORGANIZATION.lastIndex = 0;
  if (here.length === 0 && !names) return false;
  for (const field of here) rest = rest.replace(field!.value, '');
  return rest.replace(NAME_OF_ORGANIZATION, '').replace(WORDS_OF_FIELDS, '').trim() === '';
}

/** "Austria and Nepal: draft resolution": who submits a draft; its own title follows. */
function isSponsors(block: Block): boolean {
  return (block.role === 'masthead' || block.role === 'title') && featuresOf(block).line === 'draft-title';
}

/** A title that says what kind of document this is: "Opening statement", "Note verbale". */
function isNamedTitle(block: Block): boolean {
  return block.role === 'title' && (featuresOf(block).line?.endsWith('-title') ?? false);
}

/** The key of a note: "1", "*". */
function noteKey(block: Block): string {
  return noteMark(block.text.slice(0, 80))?.key ?? /^\s*(\d{1,3})\s/.exec(block.text)?.[1] ?? '';
}

/** The words of a block with their marks, without its label and the marks of the block itself. */
function sourceOf(block: Block): { readonly source: string; readonly from: number } {
  const { text, form, label } = block;
  const end = block.contentEnd;
  if (block.labelled && label) {
    const open = openMarks(text.slice(0, label.bodyStart));
    // A mark that opens before the number closes behind words that follow it.
    const source = open + trimEnd(text.slice(label.bodyStart, end), form);
    return { source, from: label.bodyStart - open.length };
  }
  let from = block.contentStart;
  const mark = /^[﻿\s]*/.exec(text.slice(0, end))![0].length;
  from = Math.max(from, mark);
  const rest = text.slice(from, Math.min(end, from + 80));
  if (form === 'quote') from += /^>+[ \t]*/.exec(rest)?.[0].length ?? 0;
  else if (form === 'atx') from += /^#{1,6}\s*/.exec(rest)?.[0].length ?? 0;
  else if (form === 'bullet') from += /^(?:\\?[-*+•–—▪●])[ \t]*/.exec(rest)?.[0].length ?? 0;
  else if (form === 'note') from += noteMark(rest)?.length ?? /^\d{1,3}[ \t]+/.exec(rest)?.[0].length ?? 0;
  let source = trimEnd(text.slice(from, end), form);
  // As long as before, so that offsets stay what they are.
  if (form === 'quote') source = source.replace(/^[ \t]*>+/gm, (marks) => ' '.repeat(marks.length));
  return { source, from };
}

function trimEnd(source: string, form: Block['form']): string {
  return form === 'atx' ? source.replace(/[ \t]+#{1,6}$/, '') : source;
}

/** The marks of emphasis that are open at the end of a text: those that stand before a label and close behind it. */
function openMarks(text: string): string {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/\*{1,3}|_{1,3}/g)) {
    if (open.at(-1) === mark) open.pop();
    else open.push(mark);
  }
  return open.join('');
}

/** What is read aloud: all but notes, contents and masthead. */
const SPOKEN: ReadonlySet<PartType> = new Set<PartType>([
  ...(['title', 'heading', 'paragraph', 'preambular', 'operative', 'organ', 'prose'] as const),
  ...(['salutation', 'closing', 'item', 'quote'] as const),
]);

/**
 * Where each minute of speaking begins: for each part the minutes by their offsets in its source, counted as the length
 * of a draft is. The first minute has no mark. None where the speed is not above 0.
 */
export function minutesOf(parts: readonly Part[], wordsPerMinute: number): Map<Part, Map<number, number>> {
  const minutes = new Map<Part, Map<number, number>>();
  if (!(wordsPerMinute > 0)) return minutes;
  let words = 0;
  for (const part of parts) {
    if (!SPOKEN.has(part.type)) continue;
    for (const { block, at, from } of part.stretches) {
      const count = wordsOfBlock(block);
      const reached = Math.floor((words + count - 1) / wordsPerMinute);
      const first = Math.floor((words - 1) / wordsPerMinute) + 1;
      if (count > 0 && reached >= Math.max(1, first)) {
        const starts = wordStarts(block.reading.text);
        for (let minute = Math.max(1, first); minute <= reached; minute++) {
          const start = starts[Math.ceil(minute * wordsPerMinute) - words];
          if (start === undefined) continue;
          const offset = at + block.reading.toSource(start) - from;
          const marks = minutes.get(part) ?? new Map<number, number>();
          if (!marks.has(offset)) marks.set(offset, minute);
          minutes.set(part, marks);
        }
      }
      words += count;
    }
  }
  return minutes;
}
