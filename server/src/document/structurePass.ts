import type { Block, Label, Role } from './block.js';
import { atxDepth, featuresOf, SHORT, type Features } from './features.js';
import type { DocumentKind } from './kinds.js';
import { readMasthead } from './masthead.js';
import { letterValue, romanValue } from './numerals.js';
import { recognizeKind, type Recognition } from './recognize.js';
import { NO_BLOCKS, runningHeads } from './runningHeads.js';
import { saysAs } from './sameStructure.js';
import type { Heading, NumberingBreak, Scope, Structure } from './structure.js';

export interface StructureOptions {
  /** A kind that was chosen by hand, in front matter or in the configuration. */
  readonly kind?: DocumentKind | null;
}

/**
 * So many numberings stand in each other; a further one stands beside the innermost. No document holds as many, and a text
 * that opens one after another is read in time that grows with its length.
 */
const DEEPEST = 24;

interface OpenScope {
  id: number;
  container: string;
  last: number;
  lastBlock: Block | null;
  /** The last number as it stands there, where that is not the one that counts. */
  written: number;
  /** Numbers that were swapped and are still to come: they are taken without a word. */
  pending: number;
  outer: OpenScope | null;
  /** In how many others it stands. */
  depth: number;
  /** The first heading level at which this scope ends, or 0. */
  kind: 'body' | 'annex' | 'article' | 'operative' | 'list';
}

interface OpenList {
  style: 'letter' | 'roman' | 'lower' | 'lower-roman' | 'number';
  last: number;
  level: number;
  block: Block;
}

/**
 * Gives every block its role, level and number and returns what is known of the document. Never fails: a text that
 * follows no order gets prose. The pass reads summaries of blocks, not their texts (short lines apart). `before` is what it
 * returned for the same blocks before the words of one of them changed: where that still holds, it is returned.
 */
export function structure(
  blocks: readonly Block[],
  options: StructureOptions = {},
  before: Structure | null = null,
): Structure {
  return new Pass(blocks, options).run(before);
}

class Pass {
  readonly #blocks: readonly Block[];
  readonly #options: StructureOptions;
  readonly #headings: Heading[] = [];
  readonly #breaks: NumberingBreak[] = [];
  readonly #scopes: Scope[] = [];
  readonly #paragraphs: Block[] = [];
  /** Blocks with an arabic label, in order, for looking ahead. */
  readonly #candidates: Block[] = [];
  #candidate = 0;
  /** Indices of blocks behind which numbers may start anew: headings of articles and annexes. */
  readonly #restarts: number[] = [];
  #scope: OpenScope;
  #lists: OpenList[] = [];
  #stem: Block | null = null;
  #recognition!: Recognition;
  #kind: DocumentKind = 'other';
  #container = 'body';
  #actingOrgan: string | null = null;
  #part: 'front' | 'body' | 'preamble' | 'operative' | 'contents' = 'front';
  /** Last arabic heading under the current letter heading. */
  #arabicHeading = 0;
  #stack: { level: number; index: number; style: string }[] = [];
  #previous: Block | null = null;
  #unnumbered: Block | null = null;
  #hasDivisions = false;
  #pendingLabel: Block | null = null;
  #runningHeads: ReadonlySet<Block> = NO_BLOCKS;

  constructor(blocks: readonly Block[], options: StructureOptions) {
    this.#blocks = blocks;
    this.#options = options;
    this.#scope = this.#newScope('body', 'body', null);
  }

  #newScope(container: string, kind: OpenScope['kind'], within: OpenScope | null): OpenScope {
    const outer = within && within.depth >= DEEPEST ? within.outer : within;
    const scope: OpenScope = {
      id: this.#scopes.length,
      container,
      last: 0,
      lastBlock: null,
      written: 0,
      pending: 0,
      outer,
      depth: outer ? outer.depth + 1 : 0,
      kind,
    };
    this.#scopes.push({ id: scope.id, container, outer: outer?.id ?? -1 });
    return scope;
  }

  run(before: Structure | null): Structure {
    const blocks = this.#blocks;
    /** Whether the pass says of each block what it said before. */
    let holds = before !== null;
    this.#recognition = recognizeKind(blocks);
    this.#kind = this.#options.kind ?? this.#recognition.kind;
    for (const b of blocks) {
      if (b.label?.style === 'arabic' && (b.form === 'text' || b.form === 'atx' || b.form === 'quote'))
        this.#candidates.push(b);
      const style = b.label?.style;
      if (
        (style === 'article' || style === 'annex') &&
        (b.label!.alone || b.form === 'atx' || featuresOf(b).bold)
      )
        this.#restarts.push(b.index);
      if (b.label?.style === 'division' || (b.label?.style === 'roman' && this.#kind === 'treaty'))
        this.#hasDivisions = true;
    }
    this.#runningHeads = runningHeads(blocks);
    const bodyStart = this.#recognition.bodyStart;
    for (let i = 0; i < blocks.length; i++) {
      const b = blocks[i]!;
      const { role, level, container, labelled, quoted, number, scope, continues } = b;
      b.labelled = false;
      b.level = 0;
      b.number = '';
      b.continues = null;
      b.quoted = false;
      b.scope = this.#scope.id;
      b.container = this.#container;
      if (this.#part === 'front' && i >= bodyStart) this.#part = 'body';
      this.#place(b, i);
      // Another number makes no block say something else.
      if (
        role !== b.role ||
        level !== b.level ||
        container !== b.container ||
        labelled !== b.labelled ||
        quoted !== b.quoted
      ) {
        b.forget();
        holds = false;
      }
      holds &&= number === b.number && scope === b.scope && continues === b.continues;
      if (!isApart(b.role)) this.#previous = b;
    }
    const structure: Structure = {
      recognition: this.#recognition,
      kind: this.#kind,
      status: this.#recognition.status,
      language: this.#recognition.language,
      masthead: readMasthead(blocks, bodyStart),
      headings: this.#headings,
      breaks: this.#breaks,
      scopes: this.#scopes,
      bodyStart,
      paragraphs: this.#paragraphs,
      organLine: this.#actingOrgan,
    };
    return holds && before && saysAs(structure, before) ? before : structure;
  }

  // ---- one block

  #place(b: Block, index: number): void {
    switch (b.form) {
      case 'blank':
        b.role = 'blank';
        return;
      case 'front-matter':
      case 'comment':
      case 'code':
        b.role = b.form;
        return;
      case 'furniture':
      case 'rule':
      case 'html':
        b.role = 'furniture';
        return;
      case 'table':
        b.role = 'table';
        this.#unnumbered = null;
        return;
      case 'note':
        b.role = 'note';
        return;
      case 'quote':
        b.role = 'quote';
        b.quoted = true;
        return;
      case 'bullet':
        this.#bullet(b);
        return;
      case 'atx':
      case 'text':
        break;
    }
    const f = featuresOf(b);
    if ((f.length === 0 && !b.label) || this.#runningHeads.has(b)) {
      b.role = 'furniture';
      return;
    }
    if (f.contents || this.#amongContents(b, f, index)) {
      b.role = 'contents';
      return;
    }
    if (this.#pendingTitle(b, f)) return;
    if (this.#container !== 'body' || this.#part !== 'front') {
      if (this.#organLine(b, f)) return;
    }
    if (this.#part === 'front') {
      this.#front(b, f);
      return;
    }
    if (b.label && this.#labelled(b, f, b.label)) return;
    this.#plain(b, f, index);
  }

  /** A table of contents has entries whose leaders were lost: between two that have them, or the next number behind one. */
  #amongContents(b: Block, f: Features, index: number): boolean {
    const prev = this.#previous;
    if (prev?.role !== 'contents' || b.form !== 'text' || f.length > SHORT) return false;
    const last = prev.label;
    if (last && b.label && last.style === b.label.style && f.ending === 'none') {
      if (b.label.style === 'roman') return romanValue(b.label.value) === romanValue(last.value) + 1;
      if (b.label.style === 'capital') return letterValue(b.label.value) === letterValue(last.value) + 1;
    }
    for (let i = index + 1, seen = 0; i < this.#blocks.length && seen < 2; i++) {
      const next = this.#blocks[i]!;
      if (next.form === 'furniture' || next.form === 'blank') continue;
      if (next.form !== 'text') return false;
      if (featuresOf(next).contents) return true;
      seen++;
    }
    return false;
  }

  // ---- the masthead

  #front(b: Block, f: Features): void {
    if (f.line === 'salutation') {
      b.role = 'salutation';
      return;
    }
    const title = this.#recognition.titles.get(b);
    if (title) {
      b.role = 'title';
      if (b.label?.style === 'resolution') b.labelled = true;
      this.#heading(b, 0, b.labelled ? b.label : null, null);
      return;
    }
    b.role = 'masthead';
  }

  // ---- resolutions

  #organLine(b: Block, f: Features): boolean {
    // "1. The Parties to the Convention shall meet" is a paragraph of an article.
    if (f.line === 'parties' && b.label) return false;
    if (f.line !== 'organ' && !(f.line === 'parties' && this.#kind === 'treaty' && f.length < 300))
      return false;
    if (f.line === 'organ' && !(f.ending === 'comma' || f.ending === 'none') && f.length > 60) return false;
    if (f.line === 'organ' && f.length > 120 && b.label) return false;
    b.role = f.length > 120 ? 'preambular' : 'organ';
    if (b.role === 'organ' && f.line === 'organ')
      this.#actingOrgan ??= b.body.text.replace(/[,\s]+$/, '').slice(0, 120);
    this.#part = 'preamble';
    if (
      this.#kind !== 'resolution' &&
      this.#kind !== 'decision' &&
      this.#kind !== 'treaty' &&
      this.#scope.last > 0
    ) {
      this.#scope = this.#newScope('draft resolution', 'operative', this.#scope);
    } else if (this.#scope.kind !== 'body' || this.#scope.last > 0) {
      this.#scope = this.#newScope('operative', 'operative', this.#scope.outer);
    }
    this.#container =
      this.#kind === 'resolution' || this.#kind === 'decision'
        ? 'operative'
        : this.#kind === 'treaty'
          ? 'body'
          : 'draft resolution';
    b.container = this.#container;
    b.scope = this.#scope.id;
    this.#lists = [];
    return true;
  }

  // ---- headings

  /** A block that carries on a label that stood alone: "Article 1" ⏎ "Use of terms". */
  #pendingTitle(b: Block, f: Features): boolean {
    const label = this.#pendingLabel;
    this.#pendingLabel = null;
    if (!label || !label.label) return false;
    if (b.label && b.label.style !== 'annex') return false;
    const titleLike =
      f.length <= SHORT &&
      f.ending === 'none' &&
      (f.first === 'upper' || f.first === 'quote') &&
      (b.form === 'atx' || f.bold || f.italic || f.lines <= 2);
    const last = this.#headings.at(-1);
    if (!titleLike || !last || last.block !== label) return false;
    b.role = 'heading';
    b.level = last.level;
    this.#headings[this.#headings.length - 1] = { ...last, block: b, labelBlock: label };
    return true;
  }

  #heading(b: Block, level: number, label: Label | null, labelBlock: Block | null): void {
    while (this.#stack.length > 0 && this.#stack.at(-1)!.level >= level) this.#stack.pop();
    const parent = this.#stack.at(-1)?.index ?? -1;
    b.level = level;
    this.#headings.push({
      block: b,
      labelBlock: labelBlock ?? (label ? b : null),
      label,
      level,
      parent,
      container: this.#container,
    });
    if (level > 0) {
      this.#stack.push({ level, index: this.#headings.length - 1, style: label?.style ?? '' });
      this.#lists = [];
      this.#stem = null;
      this.#unnumbered = null;
      // A heading without a label does not end the numbers of the headings below it.
      if (level <= 2 && label) this.#arabicHeading = 0;
      if (level === 3 && label?.style === 'arabic') this.#arabicHeading = Number(label.value);
      // A heading ends a list of its own numbers and a quoted resolution.
      if (level <= 1 && this.#scope.kind === 'list' && !this.#goesOn(b))
        this.#scope = this.#scope.outer ?? this.#scope;
    }
  }

  /** Enters an annex: its paragraphs are numbered anew. */
  #annex(b: Block, label: Label | null): void {
    const value = label?.value ?? '';
    // The annex of a draft resolution within a report: behind it the report goes on.
    const inner = this.#container === 'draft resolution' && this.#scope.outer !== null;
    this.#container = value ? `annex ${value}` : 'annex';
    this.#scope = this.#newScope(this.#container, 'annex', inner ? this.#scope.outer : null);
    this.#lists = [];
    this.#stem = null;
    this.#part = 'body';
    if (!inner) {
      this.#stack = [];
      this.#arabicHeading = 0;
    }
    b.container = this.#container;
    b.scope = this.#scope.id;
  }

  /** An annex stands at the level of main headings; one inside a draft resolution below the heading of that. */
  #annexLevel(): number {
    return this.#scope.outer === null ? 1 : Math.min(6, (this.#stack.at(-1)?.level ?? 0) + 1);
  }

  /** A block whose first line begins with a label. True where that settles what the block is. */
  #labelled(b: Block, f: Features, label: Label): boolean {
    switch (label.style) {
      case 'annex': {
        if (f.length > SHORT || f.ending === 'stop' || (f.ending !== 'none' && !label.alone)) return false;
        if (
          label.value === '' &&
          !label.alone &&
          !/^[*_]*\(?[A-Z]/.test(b.text.slice(label.bodyStart, label.bodyStart + 8))
        )
          return false;
        if (label.value === '' && !label.alone && b.form !== 'atx' && !f.bold) return false;
        this.#annex(b, label);
        b.role = 'heading';
        b.labelled = label.value !== '';
        this.#heading(b, this.#annexLevel(), b.labelled ? label : null, null);
        if (label.alone && b.labelled) this.#pendingLabel = b;
        return true;
      }
      case 'article': {
        if (!this.#isArticleHeading(b, f, label)) return false;
        const level = this.#hasDivisions && this.#kind === 'treaty' ? 2 : 1;
        b.role = 'heading';
        b.labelled = true;
        const word = /^[A-Za-z]+/.exec(label.text)?.[0].toLowerCase() ?? 'article';
        // Goals and targets divide a report whose paragraphs are numbered through.
        if (this.#kind !== 'treaty' && this.#goesOn(b)) {
          this.#heading(b, level, label, null);
          if (label.alone) this.#pendingLabel = b;
          return true;
        }
        this.#container = `${word === 'art' ? 'article' : word} ${label.value}`;
        this.#scope = this.#newScope(this.#container, 'article', null);
        b.container = this.#container;
        b.scope = this.#scope.id;
        this.#part = 'body';
        this.#heading(b, level, label, null);
        if (label.alone) this.#pendingLabel = b;
        return true;
      }
      case 'division': {
        if (!this.#headingShape(b, f) && !label.alone) return false;
        b.role = 'heading';
        b.labelled = true;
        this.#heading(b, 1, label, null);
        if (label.alone) this.#pendingLabel = b;
        return true;
      }
      case 'resolution': {
        if (f.length > 400) return false;
        b.role = 'title';
        b.labelled = true;
        this.#heading(b, 0, label, null);
        return true;
      }
      case 'roman':
        return this.#romanHeading(b, f, label);
      case 'capital':
        return this.#capitalHeading(b, f, label);
      case 'arabic':
        return this.#arabic(b, f, label);
      case 'letter':
      case 'lower':
      case 'number':
        return this.#subparagraph(b, f, label);
      case 'decimal':
        return false;
    }
  }

  /** Whether the paragraphs behind a heading go on with the numbers before it. */
  #goesOn(b: Block): boolean {
    const { last } = this.#scope;
    if (last < 2) return false;
    for (let i = this.#candidate; i < this.#candidates.length; i++) {
      const c = this.#candidates[i]!;
      if (c.index <= b.index || looksLikeHeading(c)) continue;
      const n = Number.parseInt(c.label!.value, 10);
      return n > last && n <= last + 2;
    }
    return false;
  }

  #isArticleHeading(b: Block, f: Features, label: Label): boolean {
    const prev = this.#previous;
    if (label.alone) return true;
    if (b.form === 'atx' || f.bold) return true;
    const word = /^[A-Za-z]+/.exec(label.text)![0];
    if (!/^(?:Article|ARTICLE)$/.test(word)) return this.#kind === 'treaty' && this.#headingShape(b, f);
    // "Article 5 of the Protocol provides …" is a sentence.
    const body = b.text.slice(label.bodyStart, label.bodyStart + 30);
    if (/^(?:of|and|to|shall|is|in|on|[a-z(])/.test(body)) return false;
    return (
      this.#headingShape(b, f) && (!prev || featuresOf(prev).blankAfter || featuresOf(prev).ending !== 'none')
    );
  }

  /** Short, no final stop, begins with a capital. One that is marked as a heading, or `expected`, may be longer. */
  #headingShape(b: Block, f: Features, expected = false): boolean {
    if (f.length === 0 || f.length > (b.form === 'atx' || expected ? LONG : SHORT)) return false;
    if (f.ending === 'semicolon' || f.ending === 'comma' || f.ending === 'colon')
      return b.form === 'atx' && f.ending === 'colon';
    if (f.ending === 'stop' && !(f.bold || b.form === 'atx')) return false;
    return f.first === 'upper' || f.first === 'quote' || f.first === 'digit' || b.form === 'atx' || f.bold;
  }

  #romanHeading(b: Block, f: Features, label: Label): boolean {
    const value = romanValue(label.value);
    // "C." and "D." are letters unless they carry on roman numerals.
    const last = this.#lastHeading('roman');
    const letters = this.#lastHeading('capital');
    const asLetter =
      label.value.length === 1 && letterValue(label.value) === (letters ? letterValue(letters.value) + 1 : 1);
    if (label.value.length === 1 && asLetter && value !== (last ? romanValue(last.value) : 0) + 1) {
      return this.#capitalHeading(b, f, label);
    }
    // "I." where H. was expected or left out is a letter, unless the romans before it lead up to it.
    if (
      label.value === 'I' &&
      last &&
      letters &&
      letterValue(letters.value) >= 6 &&
      letterValue(letters.value) <= 8
    )
      return this.#capitalHeading(b, f, label);
    const lone = f.length === 0 && (b.form === 'atx' || this.#titleFollows(b));
    const follows = value > 1 && value === (last ? romanValue(last.value) : 0) + 1;
    if (!lone && !this.#headingShape(b, f, follows)) return false;
    if (this.#wraps(b, f)) return false;
    b.role = 'heading';
    b.labelled = true;
    if (this.#scope.outer !== null && !this.#goesOn(b)) this.#leaveInner();
    this.#heading(b, 1, label, null);
    if (lone) this.#pendingLabel = b;
    if (this.#kind === 'treaty') this.#hasDivisions = true;
    return true;
  }

  /** Whether the block behind a label that stands alone between blank lines reads like its title. */
  #titleFollows(b: Block): boolean {
    const next = this.#blocks[b.index + 1];
    if (!next || next.form !== 'text' || next.label) return false;
    const f = featuresOf(next);
    return f.length > 4 && f.length <= SHORT && f.ending === 'none' && f.first === 'upper' && !f.contents;
  }

  #capitalHeading(b: Block, f: Features, label: Label): boolean {
    const before = this.#lastHeading('capital');
    const ahead = before ? letterValue(label.value) - letterValue(before.value) : 0;
    if (!this.#headingShape(b, f, ahead === 1) || this.#wraps(b, f)) return false;
    // A name's initial: "J. Smith" in a list of names.
    if (b.form !== 'atx' && !f.bold && f.length < 3) return false;
    if (this.#scope.outer !== null && (ahead === 1 || ahead === 2) && !this.#goesOn(b)) this.#leaveInner();
    b.role = 'heading';
    b.labelled = true;
    this.#heading(b, 2, { ...label, style: 'capital' }, null);
    return true;
  }

  /** The last heading of a style at its level under the present tree. */
  #lastHeading(style: string): Label | null {
    const level = style === 'roman' ? 1 : 2;
    for (let i = this.#headings.length - 1; i >= 0; i--) {
      const h = this.#headings[i]!;
      if (h.level < level && h.level > 0) return null;
      if (h.level === level && h.label?.style === style) return h.label;
    }
    return null;
  }

  #leaveInner(): void {
    while (this.#scope.outer) this.#scope = this.#scope.outer;
    this.#container = this.#scope.container;
  }

  /** A line that carries on the sentence of the line before it, without a blank line between. */
  #wraps(b: Block, f: Features): boolean {
    const prev = this.#previous;
    if (!prev || prev.index !== b.index - 1) return false;
    const p = featuresOf(prev);
    if (p.blankAfter || b.form === 'atx') return false;
    if (prev.role === 'heading' || prev.role === 'title' || prev.role === 'masthead') return false;
    return p.ending === 'none' && f.first !== 'none' && p.length > 40;
  }

  // ---- paragraphs with arabic numbers

  #arabic(b: Block, f: Features, label: Label): boolean {
    while (this.#candidates[this.#candidate] && this.#candidates[this.#candidate]!.index < b.index)
      this.#candidate++;
    const n = Number.parseInt(label.value, 10);
    const suffixed = /[a-z]/.test(label.value);
    const expected = this.#scope.last + 1;
    const headingLike = this.#arabicHeadingLike(b, f, label);
    if (suffixed) {
      this.#paragraph(b, 1, label.value, this.#scope);
      return true;
    }
    if (n > 2000 && this.#scope.last < 1900) return this.#reject(b);
    if (label.alone && this.#endsRange(b)) return this.#reject(b);
    if (n !== expected && this.#wraps(b, f)) return this.#reject(b);
    if (this.#kind === 'agenda' && b.form === 'atx') {
      b.role = 'heading';
      b.labelled = true;
      this.#heading(b, 2, label, null);
      return true;
    }
    if (headingLike && this.#isArabicHeading(b, f, n, expected)) {
      b.role = 'heading';
      b.labelled = true;
      this.#heading(b, 3, label, null);
      this.#arabicHeading = n;
      return true;
    }
    return this.#numbered(b, f, n, expected);
  }

  /** A number alone on its line that ends the range in the line before it: "paras. 8–" ⏎ "17." */
  #endsRange(b: Block): boolean {
    for (let i = b.index - 1; i >= 0 && i > b.index - 4; i--) {
      const before = this.#blocks[i]!;
      if (before.form !== 'blank' && before.form !== 'furniture')
        return /\d[–-]\s*$/.test(before.text.slice(-12));
    }
    return false;
  }

  #arabicHeadingLike(b: Block, f: Features, label: Label): boolean {
    if (b.form === 'atx') return true;
    if (f.length === 0 || f.length > SHORT || f.ending !== 'none') return false;
    if (label.alone && f.lines > 3) return false;
    // A line that breaks off before a number runs on in the next one.
    if (!f.blankAfter && RUNS_ON.test(b.body.text.slice(-16))) return false;
    return f.first === 'upper' || f.first === 'quote';
  }

  /** PAR-002: the arabic heading against the numbered paragraph. */
  #isArabicHeading(b: Block, f: Features, n: number, expected: number): boolean {
    if (this.#kind === 'resolution' || this.#kind === 'decision') {
      if (b.form !== 'atx' && !f.bold) return false;
    }
    const follows = n === 1 || n === this.#arabicHeading + 1;
    if (b.form === 'atx') return follows || n !== expected;
    if (f.bold && follows) return true;
    if (!follows && n !== expected) {
      // A heading out of order: told apart from a paragraph by its look alone.
      return (
        this.#arabicHeading > 0 &&
        n > this.#arabicHeading &&
        n - this.#arabicHeading <= 2 &&
        this.#nextNumbers(2).includes(expected)
      );
    }
    if (!follows) return false;
    if (n !== expected) {
      // Paragraphs go on with their own number after it.
      const next = this.#nextNumbers(4);
      return next.includes(expected) || this.#scope.last === 0 || this.#stack.length > 0;
    }
    // The number fits both series: the same number again means that this one is the heading.
    const next = this.#nextNumbers(2);
    if (next[0] === n) return true;
    if (next[0] === n + 1) {
      // 3. Heading, 4. paragraph? Only where the paragraphs' own number is missing otherwise.
      return false;
    }
    return this.#stack.length > 0 && n === 1 && next[0] !== 2;
  }

  /** The numbers of the next candidates behind the present one that look like paragraphs or headings. */
  #nextNumbers(count: number): number[] {
    const out: number[] = [];
    for (let i = this.#candidate + 1; i < this.#candidates.length && out.length < count; i++) {
      out.push(Number.parseInt(this.#candidates[i]!.label!.value, 10));
    }
    return out;
  }

  /** The numbers of the next candidates that are paragraphs rather than headings. */
  #nextParagraphs(count: number): number[] {
    const out: number[] = [];
    const restart = this.#nextRestart();
    for (
      let i = this.#candidate + 1;
      i < this.#candidates.length && out.length < count && i < this.#candidate + 12;
      i++
    ) {
      const c = this.#candidates[i]!;
      if (c.index > restart) break;
      if (looksLikeHeading(c)) continue;
      out.push(Number.parseInt(c.label!.value, 10));
    }
    return out;
  }

  /** Index of the next heading behind the present candidate that starts numbers anew. */
  #nextRestart(): number {
    const from = this.#candidates[this.#candidate]?.index ?? 0;
    let low = 0;
    let high = this.#restarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#restarts[middle]! <= from) low = middle + 1;
      else high = middle;
    }
    return this.#restarts[low] ?? Number.MAX_SAFE_INTEGER;
  }

  #reject(b: Block): boolean {
    b.role = 'continuation';
    b.continues = this.#previous;
    b.labelled = false;
    if (this.#previous) {
      b.number = this.#previous.number;
      b.level = 0;
    }
    return true;
  }

  #numbered(b: Block, f: Features, n: number, expected: number): boolean {
    const scope = this.#scope;
    if (n === scope.pending) {
      scope.pending = 0;
      this.#paragraph(b, 1, String(n), scope);
      return true;
    }
    if (n === expected || scope.last === 0) {
      if (scope.last === 0 && n !== 1 && !this.#startsHere(b, f, n)) return this.#reject(b);
      this.#accept(b, n, scope);
      return true;
    }
    // It goes on from a number that was taken for a slip of the pen: told once.
    if (scope.written > 0 && n === scope.written + 1) {
      this.#accept(b, n, scope);
      return true;
    }
    // A list of its own inside, or the end of one.
    for (let outer = scope.outer; outer; outer = outer.outer) {
      if (n === outer.last + 1) {
        this.#scope = outer;
        this.#container = outer.container;
        if (this.#part === 'operative' || this.#part === 'preamble') this.#part = 'body';
        this.#accept(b, n, outer);
        return true;
      }
    }
    const next = this.#nextParagraphs(3);
    if (next[0] === expected && n <= scope.last && this.#isParagraphOfItsOwn(f)) {
      // Put in with a number that stands already: the others go on without it.
      this.#report(b, n === scope.last ? 'duplicate' : 'order', 1, String(n), String(expected));
      this.#accept(b, scope.last, scope, String(n));
      return true;
    }
    if (n === 1) {
      if (next[0] === expected && expected !== 2) {
        // One numbered line among paragraphs.
        return this.#reject(b);
      }
      const inner = this.#newScope(this.#part === 'operative' ? 'operative' : 'list', 'list', scope);
      this.#scope = inner;
      this.#accept(b, 1, inner);
      return true;
    }
    if (next[0] === expected && next[1] !== expected + 2 && n !== expected + 1) {
      if (!this.#isParagraphOfItsOwn(f)) return this.#reject(b);
      // A number from elsewhere.
      this.#report(b, 'order', 1, String(n), String(expected));
      this.#accept(b, scope.last, scope, String(n));
      return true;
    }
    if (n === expected + 1 && next[0] === expected) {
      // 14 before 13.
      if (next[1] === undefined || next[1] === expected + 2 || next[1] > expected + 2) {
        this.#report(b, 'swapped', 1, String(n), String(expected));
        scope.pending = expected;
        this.#accept(b, n, scope);
        return true;
      }
      return this.#reject(b);
    }
    if (n < expected) {
      if (next[0] === expected + 1 || next[0] === undefined) {
        // A slip of the pen: the numbers go on as if it were right.
        this.#report(b, n === scope.last ? 'duplicate' : 'order', 1, String(n), String(expected));
        this.#accept(b, expected, scope, String(n));
        return true;
      }
      if (next[0] === n + 1 || n === scope.last) {
        this.#report(b, n === scope.last ? 'duplicate' : 'order', 1, String(n), String(expected));
        this.#accept(b, n, scope);
        return true;
      }
      return this.#reject(b);
    }
    if (next[0] === expected + 1) {
      this.#report(b, 'order', 1, String(n), String(expected));
      this.#accept(b, expected, scope, String(n));
      return true;
    }
    if (
      n - expected <= 400 &&
      (next[0] === undefined || next[0] === n + 1 || next[0] > n || next.includes(n + 1)) &&
      this.#standsAlone(b, f)
    ) {
      this.#report(b, 'gap', 1, String(n), String(expected));
      this.#accept(b, n, scope);
      return true;
    }
    return this.#reject(b);
  }

  /** Whether a first number other than 1 may start the document's paragraphs (extracts, addenda, records). */
  #startsHere(b: Block, f: Features, n: number): boolean {
    if (!this.#standsAlone(b, f)) return false;
    const next = this.#nextParagraphs(2);
    // The second and third may have been exchanged.
    return next[0] === n + 1 || (next[0] === n + 2 && (next[1] === n + 1 || next[1] === n + 3));
  }

  #standsAlone(b: Block, f: Features): boolean {
    const prev = this.#previous;
    if (!prev || prev.index < b.index - 1) return true;
    const p = featuresOf(prev);
    return p.blankAfter || p.ending !== 'none' || prev.role === 'heading' || f.length === 0;
  }

  /** Whole sentences between blank lines, behind others or a heading: no line that was cut off, nor one of a list. */
  #isParagraphOfItsOwn(f: Features): boolean {
    const previous = this.#previous;
    if (!previous || f.first !== 'upper' || f.length < 16 || !f.blankAfter || !isWhole(f)) return false;
    const before = featuresOf(previous);
    return before.blankAfter && (previous.role === 'heading' || isWhole(before));
  }

  #accept(b: Block, n: number, scope: OpenScope, written?: string): void {
    scope.last = n;
    scope.written = written === undefined ? 0 : Number(written);
    this.#paragraph(b, 1, written ?? String(n), scope);
    scope.lastBlock = b;
  }

  #report(b: Block, what: NumberingBreak['what'], level: number, found: string, expected: string): void {
    this.#breaks.push({
      block: b,
      what,
      level,
      found,
      expected,
      previous: level === 1 ? this.#scope.lastBlock : (this.#lists.at(-1)?.block ?? null),
      unnumbered: level === 1 && what === 'gap' ? this.#unnumbered : null,
    });
  }

  #paragraph(b: Block, level: number, number: string, scope: OpenScope): void {
    b.labelled = true;
    b.level = level;
    b.number = number;
    b.scope = scope.id;
    b.container = this.#container;
    const opening = this.#part === 'preamble' || this.#part === 'operative';
    if (level === 1) {
      if (opening) this.#part = 'operative';
      this.#lists = [];
      this.#stem = b;
      this.#unnumbered = null;
    }
    b.role = opening || this.#part === 'operative' ? 'operative' : 'paragraph';
    this.#paragraphs.push(b);
  }

  // ---- subparagraphs

  #subparagraph(b: Block, f: Features, label: Label): boolean {
    const value = label.value;
    const lists = this.#lists;
    const letter = letterValue(value);
    const roman = romanValue(value);
    const prev = this.#previous;
    const p = prev ? featuresOf(prev) : null;
    // Which open list does it carry on?
    for (let i = lists.length - 1; i >= 0; i--) {
      const list = lists[i]!;
      const next = this.#valueIn(list.style, label, letter, roman);
      if (next > 0 && next === list.last + 1) {
        lists.length = i + 1;
        list.last = next;
        this.#sub(b, label, list);
        return true;
      }
    }
    // Does it open one?
    const opens = this.#opens(label, letter, roman);
    const wraps =
      prev !== null &&
      p !== null &&
      prev.index === b.index - 1 &&
      !p.blankAfter &&
      p.ending === 'none' &&
      p.length > 30 &&
      f.first === 'lower';
    const isDeep = label.style !== 'lower' || lists.length >= 2 || this.#isLetteredClause(b, p);
    if (opens && !wraps && isDeep) {
      if (f.length === 0 && !label.alone) return false;
      // A list of the same style that is open is over: its labels start anew. (i) goes below (a).
      const same = this.#lists.findIndex((list) => list.style === opens);
      const open = this.#lists[same];
      if (open?.block === prev && open.last === 1 && this.#isSecond(this.#nextSubparagraph(b), open)) {
        this.#lists.length = same + 1;
        this.#report(b, 'duplicate', open.level, `(${value})`, this.#labelOf(open, 2));
        this.#sub(b, label, open);
        return true;
      }
      if (same >= 0) this.#lists.length = same;
      this.#lists.push({
        style: opens,
        last: 1,
        level: this.#lists.length + (this.#scope.last > 0 && this.#stem ? 2 : 2),
        block: b,
      });
      this.#sub(b, label, this.#lists.at(-1)!);
      return true;
    }
    if (wraps || label.style === 'number') return false;
    if (label.style === 'lower' && !lists.some(({ style }) => style === 'lower')) return false;
    // A break in an open list.
    for (let i = lists.length - 1; i >= 0; i--) {
      const list = lists[i]!;
      const found = this.#valueIn(list.style, label, letter, roman);
      if (found === 0) continue;
      if (list.style === 'roman' && value.length === 1 && letter > 0 && roman === 0) continue;
      const gap = found - list.last;
      if (gap > 1 && gap <= 6) {
        const ahead = this.#nextSubparagraph(b);
        if (
          ahead !== null &&
          this.#valueIn(list.style, ahead, letterValue(ahead.value), romanValue(ahead.value)) ===
            list.last + 1
        )
          continue;
        lists.length = i + 1;
        this.#report(b, 'gap', list.level, `(${value})`, this.#labelOf(list, list.last + 1));
        list.last = found;
        this.#sub(b, label, list);
        return true;
      }
      if (gap <= 0 && gap >= -2 && found !== 1) {
        lists.length = i + 1;
        const ahead = this.#nextSubparagraph(b);
        const next = ahead
          ? this.#valueIn(list.style, ahead, letterValue(ahead.value), romanValue(ahead.value))
          : 0;
        this.#report(
          b,
          gap === 0 ? 'duplicate' : 'order',
          list.level,
          `(${value})`,
          this.#labelOf(list, list.last + 1),
        );
        list.last = next === list.last + 2 || next === 0 ? list.last + 1 : found;
        this.#sub(b, label, list);
        return true;
      }
    }
    if (f.length > 0 && this.#stem !== null && f.first === 'upper') {
      // A letter without its list: an extract, or a list that starts elsewhere.
      this.#lists.push({
        style: roman > 0 && value.length > 1 ? 'roman' : 'letter',
        last: roman > 0 && value.length > 1 ? roman : letter,
        level: this.#lists.length + 2,
        block: b,
      });
      this.#sub(b, label, this.#lists.at(-1)!);
      return true;
    }
    return false;
  }

  /** "a." right below an operative paragraph that ends with a colon, with another behind it: as students write them. */
  #isLetteredClause(b: Block, before: Features | null): boolean {
    if (this.#part !== 'operative' || before?.ending !== 'colon' || this.#lists.length > 0) return false;
    const next = this.#blocks[b.index + 1]?.label;
    return next?.style === 'lower' && letterValue(next.value) > 1;
  }

  /** Whether a label is the second of a list. */
  #isSecond(label: Label | null, { style }: OpenList): boolean {
    return (
      label !== null && this.#valueIn(style, label, letterValue(label.value), romanValue(label.value)) === 2
    );
  }

  #nextSubparagraph(b: Block): Label | null {
    for (let i = b.index + 1; i < this.#blocks.length && i < b.index + 8; i++) {
      const other = this.#blocks[i]!;
      if (other.label?.style === 'arabic') return null;
      if (other.label?.style === 'letter') return other.label;
    }
    return null;
  }

  #valueIn(style: OpenList['style'], label: Label, letter: number, roman: number): number {
    switch (style) {
      case 'letter':
        return label.style === 'letter' ? letter : 0;
      case 'roman':
        return label.style === 'letter' ? roman : 0;
      case 'lower':
        return label.style === 'lower' ? letter : 0;
      case 'lower-roman':
        return label.style === 'lower' ? roman : 0;
      case 'number':
        return label.style === 'number' ? Number(label.value) : 0;
    }
  }

  #opens(label: Label, letter: number, roman: number): OpenList['style'] | null {
    if (label.style === 'letter') return letter === 1 ? 'letter' : roman === 1 ? 'roman' : null;
    if (label.style === 'lower') return letter === 1 ? 'lower' : roman === 1 ? 'lower-roman' : null;
    return label.style === 'number' && label.value === '1' ? 'number' : null;
  }

  #labelOf(list: OpenList, n: number): string {
    const roman = [
      '',
      'i',
      'ii',
      'iii',
      'iv',
      'v',
      'vi',
      'vii',
      'viii',
      'ix',
      'x',
      'xi',
      'xii',
      'xiii',
      'xiv',
      'xv',
    ][n];
    const letter = n <= 26 ? String.fromCharCode(96 + n) : String.fromCharCode(96 + n - 26).repeat(2);
    return list.style === 'roman' || list.style === 'lower-roman' ? `(${roman ?? n})` : `(${letter})`;
  }

  #sub(b: Block, label: Label, list: OpenList): void {
    list.block = b;
    b.labelled = true;
    b.level = list.level;
    const parents =
      this.#lists.length > 1
        ? this.#lists.slice(0, -1).map((l) => `(${l.block.label?.value ?? ''})`)
        : NO_PARENTS;
    const stem =
      this.#scope.lastBlock && this.#stem === this.#scope.lastBlock
        ? this.#scope.lastBlock.number
        : this.#stem
          ? this.#stem.number
          : '';
    const own = label.style === 'lower' ? label.value : `(${label.value})`;
    b.number = [stem, ...parents, own].filter(Boolean).join(' ');
    b.scope = this.#scope.id;
    b.container = this.#container;
    b.role =
      this.#part === 'operative' ? 'operative' : this.#part === 'preamble' ? 'preambular' : 'paragraph';
    this.#paragraphs.push(b);
  }

  // ---- text without a label

  #bullet(b: Block): void {
    if (featuresOf(b).contents) {
      b.role = 'contents';
      return;
    }
    if (this.#part === 'front') {
      b.role = 'masthead';
      return;
    }
    if (b.label && (b.label.style === 'letter' || b.label.style === 'arabic')) {
      const f = featuresOf(b);
      if (this.#labelled(b, f, b.label)) return;
    }
    b.role = 'item';
  }

  #plain(b: Block, f: Features, index: number): void {
    const prev = this.#previous;
    const p = prev ? featuresOf(prev) : null;
    if (f.line === 'annex' && f.length < 40) {
      this.#annex(b, null);
      b.role = 'heading';
      this.#heading(b, this.#annexLevel(), null, null);
      return;
    }
    if (
      f.line === 'salutation' &&
      (this.#kind === 'statement' || this.#kind === 'letter' || this.#kind === 'record') &&
      f.length <= 160
    ) {
      b.role = 'salutation';
      return;
    }
    if (f.line === 'contents') {
      b.role = 'contents';
      return;
    }
    // Behind the salutation too it is a note on the paper, and no heading.
    if (f.line === 'delivery' && this.#kind === 'statement') {
      b.role = 'masthead';
      return;
    }
    if (
      (this.#kind === 'resolution' || this.#kind === 'decision') &&
      f.line === 'resolution-title' &&
      f.length < 300 &&
      this.#part !== 'operative'
    ) {
      b.role = 'title';
      this.#heading(b, 0, null, null);
      return;
    }
    if (this.#part === 'preamble') {
      // Without its comma it is no heading yet.
      const opens = f.opening === 'participle' && b.form === 'text' && !f.bold;
      if (!opens && this.#isHeadingBlock(b, f, index)) {
        b.role = 'heading';
        this.#heading(b, this.#plainLevel(b), null, null);
        return;
      }
      if (
        prev &&
        p &&
        f.first === 'lower' &&
        (p.ending === 'none' || p.ending === 'comma') &&
        prev.role === 'preambular' &&
        f.opening === null
      ) {
        b.role = 'continuation';
        b.continues = prev;
        return;
      }
      if (f.opening === 'verb' && f.ending !== 'comma') {
        this.#part = 'operative';
        b.role = 'operative';
        b.container = this.#container;
        return;
      }
      b.role = 'preambular';
      return;
    }
    if (this.#isHeadingBlock(b, f, index)) {
      b.role = 'heading';
      this.#heading(b, this.#plainLevel(b), null, null);
      return;
    }
    if (prev && p && this.#carriesOn(f, prev, p)) {
      b.role = 'continuation';
      b.continues = prev;
      b.container = prev.container;
      b.scope = prev.scope;
      return;
    }
    if (f.line === 'thanks' && f.length <= 160 && this.#kind === 'statement') {
      b.role = 'closing';
      return;
    }
    b.role = this.#part === 'operative' && f.opening === 'verb' ? 'operative' : 'prose';
    if (
      b.role === 'prose' &&
      f.length >= 60 &&
      f.ending === 'stop' &&
      f.first === 'upper' &&
      this.#scope.last > 0 &&
      this.#blocks[index - 1]?.role !== 'furniture'
    )
      this.#unnumbered ??= b;
  }

  /** A sentence cut by a page break, or a paragraph that goes on below its list. */
  #carriesOn(f: Features, prev: Block, p: Features): boolean {
    if (
      prev.role === 'heading' ||
      prev.role === 'title' ||
      prev.role === 'masthead' ||
      prev.role === 'salutation'
    )
      return false;
    if (
      p.ending === 'none' &&
      p.length > 20 &&
      (f.first === 'lower' || f.first === 'digit' || f.first === 'other')
    )
      return true;
    if (f.first === 'lower' && p.ending !== 'stop') return true;
    return p.ending === 'none' && p.length > 60 && !p.bold && f.length > 0 && !p.blankAfter;
  }

  #isHeadingBlock(b: Block, f: Features, index: number): boolean {
    if (b.form === 'atx') return f.length > 0;
    if (f.length === 0 || f.length > SHORT) return false;
    if (f.bold) {
      if (f.ending === 'stop' && f.length > 100) return false;
      // A statement's emphasis or a speaker's name is no heading; a bold line with a full sentence neither.
      return f.ending === 'none' || (f.ending === 'stop' && f.length < 60);
    }
    if (f.ending !== 'none' || f.first !== 'upper') return false;
    if (this.#kind === 'statement' || this.#kind === 'letter' || this.#kind === 'record') {
      return f.italic && f.length <= 100 && f.blankAfter && this.#followedByText(index);
    }
    if (f.line === 'summary') return true;
    if (f.lines > 3 || f.indent > 30) return false;
    const prev = this.#previous;
    const p = prev ? featuresOf(prev) : null;
    if (
      p &&
      prev!.role !== 'heading' &&
      prev!.role !== 'title' &&
      prev!.role !== 'masthead' &&
      prev!.role !== 'organ' &&
      p.ending === 'none' &&
      !p.bold &&
      prev!.role !== 'furniture'
    )
      return false;
    if (p && p.ending === 'comma') return false;
    if (p && p.ending === 'colon' && this.#kind !== 'treaty') return false;
    if (f.length > 160) return false;
    return this.#followedByText(index);
  }

  /** Behind a heading comes a paragraph or another heading, not a table's cell or a signature. */
  #followedByText(index: number): boolean {
    for (let i = index + 1; i < this.#blocks.length && i < index + 6; i++) {
      const next = this.#blocks[i]!;
      if (next.form === 'furniture' || next.form === 'rule' || next.form === 'comment') continue;
      if (next.form !== 'text' && next.form !== 'atx')
        return next.form === 'bullet' && featuresOf(next).length > 60;
      const f = featuresOf(next);
      if (next.label && next.label.style !== 'lower') return true;
      if (f.first === 'lower') return false;
      if (f.length > 120 && f.ending !== 'none') return true;
      if (f.length <= SHORT && f.ending === 'none' && f.first === 'upper' && f.bold) return true;
      if (f.length <= SHORT && f.ending === 'none') {
        // A run of short lines is a list, unless a paragraph follows it soon.
        const after = this.#blocks[i + 1];
        return (
          i <= index + 2 &&
          after !== undefined &&
          (after.label?.style === 'arabic' || featuresOf(after).length > 160)
        );
      }
      return f.length > 60;
    }
    return false;
  }

  /** The level of an unnumbered heading: one below the numbered heading it stands under. */
  #plainLevel(b: Block): number {
    if (b.form === 'atx') {
      const depth = atxDepth(b.text);
      const top = this.#recognition.topAtx;
      const numbered = this.#stack.findLast((s) => s.style !== '');
      const byDepth = Math.max(1, depth - top + 1);
      return numbered && byDepth <= numbered.level && numbered.style !== 'annex' && depth > top
        ? Math.min(byDepth, numbered.level + 1)
        : byDepth;
    }
    const numbered = this.#stack.findLast((s) => s.style !== '');
    return numbered ? Math.min(6, numbered.level + 1) : 1;
  }
}

/** A heading that is marked as one, or whose label is the next, may have up to so many characters. */
const LONG = 400;

const NO_PARENTS: readonly string[] = [];

/** Words that no heading ends with. */
const RUNS_ON =
  /\b(?:of|the|in|to|and|or|by|on|for|with|from|at|its|their|paragraphs?|resolutions?|articles?|decisions?|sections?|annex|No)$/i;

/** Whether words come to an end: those of a sentence, or of an operative paragraph with others behind it. */
function isWhole(f: Features): boolean {
  return f.ending === 'stop' || (f.ending === 'semicolon' && f.opening === 'verb');
}

/** A block with a number that is more likely a heading than a paragraph, by its looks alone. */
function looksLikeHeading(b: Block): boolean {
  if (b.form === 'atx') return true;
  const f = featuresOf(b);
  return f.length <= SHORT && f.ending === 'none' && f.first === 'upper' && !b.label!.alone;
}

/** Blocks that stand between the words of a text without being part of them. */
function isApart(role: Role): boolean {
  return (
    role === 'furniture' ||
    role === 'note' ||
    role === 'comment' ||
    role === 'blank' ||
    role === 'front-matter' ||
    role === 'code'
  );
}
