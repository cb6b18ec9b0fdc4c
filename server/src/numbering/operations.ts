import { markOfNote } from '../citations/targets.js';
import type { Block } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import type { Heading } from '../document/structure.js';
import { phrase, type Sentence } from '../l10n/phrase.js';
import { planFor, type Numbered, type NumberingPlan, type PlannedEdit } from './plan.js';
import type { Inserted, Sequence } from './sequence.js';
import { doubtIn, type Doubt, type Piece } from './trial.js';

/** A change of a text with the numbers and references that follow from it: applied as one edit, undone as one. */
export interface Operation {
  readonly plan: NumberingPlan;
  readonly edits: readonly PlannedEdit[];
  /** Where the cursor goes: behind the text that an edit puts in. */
  readonly cursor: { readonly edit: PlannedEdit; readonly offset: number } | null;
  /** The first number that would be read as another than it is given, or null; see `doubtIn`. */
  readonly doubt: Doubt | null;
}

/** Why something can't be done, in words for the person who asked. */
export interface Refusal {
  readonly refused: Sentence;
}

export type Outcome = Operation | Refusal;

export function isRefused(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}

/** Consecutive blocks: from `first` to before `end`. */
export interface Group {
  readonly first: number;
  readonly end: number;
}

/** The numbered paragraph that a block is, or that it carries on; null outside of one. */
export function paragraphAt(draft: Draft, block: Block): Block | null {
  for (let i = block.index; i >= 0; i--) {
    const b = draft.blocks[i]!;
    if (b.labelled && b.level > 0 && b.role !== 'heading' && b.role !== 'title') return b;
    if (b.role === 'heading' || b.role === 'title' || b.role === 'masthead') return null;
  }
  return null;
}

/** The heading that a block is or stands under; null in front of the first. */
export function sectionAt(draft: Draft, block: Block): Heading | null {
  const { headings } = draft.structure;
  for (let i = headings.length - 1; i >= 0; i--) {
    const h = headings[i]!;
    if (h.level > 0 && (h.labelBlock ?? h.block).index <= block.index) return h;
  }
  return null;
}

/** A paragraph with its subparagraphs, continuations, notes and tables. */
export function groupOf(draft: Draft, paragraph: Block): Group {
  const { blocks } = draft;
  let end = paragraph.index + 1;
  for (; end < blocks.length; end++) {
    const b = blocks[end]!;
    if (b.role === 'heading' || b.role === 'title' || b.role === 'closing' || b.role === 'organ') break;
    if (b.labelled && b.level > 0 && b.level <= paragraph.level) break;
    if (b.scope !== paragraph.scope && b.labelled && b.level === 1 && b.container !== paragraph.container)
      break;
  }
  return trimmed(draft, { first: withComments(draft, paragraph.index), end });
}

/** What is said in comments right before a paragraph or a heading is said of it. */
function withComments({ blocks }: Draft, index: number): number {
  let first = index;
  while (first > 0 && blocks[first - 1]!.role === 'comment') first--;
  return first;
}

/** A heading with all that stands under it, to the next heading of its level or above. */
export function sectionGroup(draft: Draft, heading: Heading): Group {
  const { headings } = draft.structure;
  const at = headings.indexOf(heading);
  const next = headings.slice(at + 1).find((h) => h.level <= heading.level);
  const first = withComments(draft, (heading.labelBlock ?? heading.block).index);
  return trimmed(draft, { first, end: next ? (next.labelBlock ?? next.block).index : draft.blocks.length });
}

/**
 * Leaves out what stands at the end without belonging: page furniture, comments, and the foot of a text, which are notes
 * that others than those inside point at, with all notes beside them.
 */
function trimmed(draft: Draft, group: Group): Group {
  const { blocks } = draft;
  const pointed = new Set<string>();
  for (let i = group.first; i < group.end; i++)
    for (const n of blocks[i]!.reading.indicators) if (blocks[i]!.role !== 'note') pointed.add(n.key);
  let { end } = group;
  let kept = group.end;
  for (; end > group.first + 1; end--) {
    const b = blocks[end - 1]!;
    if (b.role === 'note') {
      if (!pointed.has(markOfNote(b)?.key ?? '')) kept = end - 1;
    } else if (b.role === 'furniture' || b.role === 'blank' || b.role === 'comment') {
      if (kept === end) kept = end - 1;
    } else break;
  }
  return { first: group.first, end: kept };
}

/** Where the last line of a block's words ends: behind the blanks that stand at its end. */
function endOfLine(block: Block): number {
  let end = block.contentEnd;
  while (block.text[end] === ' ' || block.text[end] === '\t') end++;
  return end;
}

function lineEnd(draft: Draft): string {
  for (const b of draft.blocks) {
    const m = /\r\n|\n|\r/.exec(b.text);
    if (m) return m[0];
  }
  return '\n';
}

/** What stands between paragraphs: an empty line, or none where the text has none. */
function separator(draft: Draft, block: Block): string {
  const eol = lineEnd(draft);
  const rest = block.text.slice(block.contentEnd);
  const breaks = rest.match(/\r\n|\n|\r/g)?.length ?? 0;
  if (breaks >= 2) return eol + eol;
  const next = draft.blocks[block.index + 1];
  const before = draft.blocks[block.index - 1];
  if (breaks === 1 && next?.labelled) return eol;
  if (
    !next &&
    before &&
    (before.text.slice(before.contentEnd).match(/\r\n|\n|\r/g)?.length ?? 0) === 1 &&
    before.labelled
  )
    return eol;
  return eol + eol;
}

/** What may stand before the number of a label: indentation, marks, a bracket, and the word of an article or a chapter. */
const OPENING = /^[ \t#>*_(-]*(?:[A-Z][A-Za-z]{2,11}\.?[ \t]+)?$/;
const CLOSING = /^(?:[.):][*_]*|[*_]+)?[ \t]*(?:[-–—][ \t]*)?$/;

function marksIn(text: string): string {
  return text.replace(/[^*_]/g, '');
}

/** The indentation, label and gap of a new paragraph, formed like a sibling's; of a new heading (level 0), like that of another. */
export function labelLike(like: Block, value: string, level: number): string {
  const label = like.label;
  if (label && (like.level === level || level === 0)) {
    const { text } = like;
    const lineStart =
      Math.max(text.lastIndexOf('\n', label.start - 1), text.lastIndexOf('\r', label.start - 1)) + 1;
    const opening = text.slice(lineStart, label.valueSpan.start);
    const closing = text.slice(label.valueSpan.end, label.bodyStart);
    // Marks around the label alone are taken over; marks that go on into the words are theirs.
    const whole = marksIn(opening) === [...marksIn(closing)].toReversed().join('');
    if (whole && OPENING.test(opening) && CLOSING.test(closing) && /[ \t]$/.test(closing))
      return `${opening}${value}${closing}`;
    const before = text.slice(label.start, label.valueSpan.start);
    const after = text.slice(label.valueSpan.end, label.end);
    const hashes = /^[ \t]*#{1,6}[ \t]+/.exec(opening)?.[0] ?? '';
    // A stop that a conversion set apart ("57 .") is put back: the new number has no words behind it to be known by.
    return `${hashes}${before.replace(/[*_]/g, '')}${value}${after.replace(/[*_\s]/g, '')} `;
  }
  return level === 1 ? `${value}. ` : `(${value}) `;
}

/**
 * Starts a new paragraph behind the one that `block` belongs to, at `level` (the paragraph's own where it is left out).
 * Everything behind it follows. With `frozen` the numbers stay and the new one is "12 bis".
 */
export function insertParagraph(numbered: Numbered, block: Block, options: InsertOptions = {}): Outcome {
  const { draft } = numbered;
  const paragraph = paragraphAt(draft, block);
  if (!paragraph) return { refused: phrase`Put the cursor into a numbered paragraph first.` };
  // What ends with a colon is followed by what it announces.
  const announces = paragraph === block && paragraph.body.text.endsWith(':');
  const level = options.level ?? paragraph.level + (announces ? 1 : 0);
  const end = options.here || level > paragraph.level ? paragraph.index + 1 : groupOf(draft, paragraph).end;
  return insertBehind(numbered, { like: paragraph, level, end }, options);
}

/**
 * Starts a new heading like the one given, with the next number: behind its section, or right behind it with `here`.
 * Articles follow one another through the whole text, sections within the one above them.
 */
export function insertHeading(numbered: Numbered, heading: Heading, options: InsertOptions = {}): Outcome {
  const { draft } = numbered;
  const like = heading.labelBlock;
  if (!like) return { refused: phrase`This heading has no number.` };
  const end = options.here ? heading.block.index + 1 : sectionGroup(draft, heading).end;
  return insertBehind(numbered, { like, level: 0, end }, options);
}

/** How something new is put into a text. */
export interface InsertOptions {
  /** The level of a new paragraph; that of its neighbour where it is left out. */
  readonly level?: number;
  /** Right behind the block itself, in front of what hangs on it: where a person types. */
  readonly here?: boolean;
  readonly frozen?: boolean;
  readonly bracketed?: boolean;
  readonly text?: string;
}

/** Puts a new numbered block in front of the block with the index `end`, formed like another one. */
function insertBehind(
  numbered: Numbered,
  { like, level, end }: { like: Block; level: number; end: number },
  options: InsertOptions,
): Outcome {
  const { draft } = numbered;
  const last = draft.blocks[end - 1]!;
  const inserted: Inserted = { inserted: true, like, level };
  const sequence: Sequence = [...draft.blocks.slice(0, end), inserted, ...draft.blocks.slice(end)];
  let value: string;
  let plan: NumberingPlan = EMPTY_PLAN;
  if (options.frozen) {
    value = nextSuffixed(draft, like);
  } else {
    const made = planFor(numbered, sequence, { follow: end });
    plan = made.plan;
    value = made.numbers.values.get(inserted) ?? '';
  }
  const label = labelLike(like, value, level);
  const open = options.frozen && options.bracketed ? '[' : '';
  const close = open ? ']' : '';
  const gap = separator(draft, last);
  const head = `${gap}${open}${label}${options.text ?? ''}`;
  const at = endOfLine(last);
  const edit: PlannedEdit = { block: last, start: at, end: at, text: head + close };
  // Numbers that are kept need no second reading.
  let doubt: Doubt | null = null;
  if (!options.frozen) {
    const byBlock = editsByBlock(plan.edits);
    const rest = last.text.slice(at);
    const pieces: Piece[] = [];
    // A heading without words is none yet.
    const words = level === 0 && !options.text ? 'New' : '';
    for (const item of sequence) {
      if ('inserted' in item) pieces.push({ origin: last, text: head.slice(gap.length) + words + rest });
      else {
        const text = applied(item, byBlock.get(item));
        pieces.push({
          origin: item,
          text: item === last ? text.slice(0, text.length - rest.length) + gap : text,
        });
      }
    }
    doubt = doubtIn(draft, pieces);
  }
  return { plan, edits: [...plan.edits, edit], cursor: { edit, offset: head.length }, doubt };
}

const EMPTY_PLAN: NumberingPlan = { edits: [], renumbered: [], references: [], problems: [] };
/** Whether a paragraph's number is one that was put between two others: "12 bis". */
export function isSuffixed(paragraph: Block): boolean {
  return / (?:bis|ter|quater|quinquies|sexies)$/.test(paragraph.label?.value ?? '');
}

const SUFFIXES = ['bis', 'ter', 'quater', 'quinquies', 'sexies'];

/** "12 bis" behind 12, "12 ter" behind that. */
function nextSuffixed(draft: Draft, paragraph: Block): string {
  const base = /^\d+/.exec(paragraph.label!.value)?.[0] ?? paragraph.label!.value;
  const taken = draft.structure.paragraphs.filter(
    (p) =>
      p.scope === paragraph.scope && p.level === paragraph.level && p.label!.value.startsWith(`${base} `),
  ).length;
  return `${base} ${SUFFIXES[Math.min(taken, SUFFIXES.length - 1)]}`;
}

/** Two neighbouring groups that are to change places, and the block that the cursor follows. */
export interface Exchange {
  readonly upper: Group;
  readonly lower: Group;
  readonly follow: Block;
}

/** Moves the paragraph that `block` belongs to, with all that hangs on it, over its neighbour. */
export function moveParagraph(numbered: Numbered, block: Block, direction: 'up' | 'down'): Outcome {
  const move = paragraphMove(numbered.draft, block, direction);
  return 'refused' in move ? move : exchange(numbered, move);
}

/** What changes places when a paragraph is moved: found without making a plan, for those who only ask whether it can be. */
export function paragraphMove(draft: Draft, block: Block, direction: 'up' | 'down'): Exchange | Refusal {
  const paragraph = paragraphAt(draft, block);
  if (!paragraph) return { refused: phrase`Put the cursor into a numbered paragraph first.` };
  const group = groupOf(draft, paragraph);
  const neighbour = direction === 'up' ? before(draft, paragraph, group) : after(draft, paragraph, group);
  if (!neighbour)
    return {
      refused:
        direction === 'up'
          ? phrase`This paragraph can't be moved further up: it is the first of its list.`
          : phrase`This paragraph can't be moved further down: it is the last of its list.`,
    };
  return direction === 'up'
    ? { upper: neighbour, lower: group, follow: paragraph }
    : { upper: group, lower: neighbour, follow: paragraph };
}

function before(draft: Draft, paragraph: Block, group: Group): Group | null {
  const previous = draft.blocks[group.first - 1];
  if (!previous) return null;
  if (paragraph.level === 1 && previous.role === 'heading' && previous.scope === paragraph.scope) {
    let first = group.first - 1;
    while (first > 0 && draft.blocks[first - 1]!.role === 'heading') first--;
    // A heading that nothing stands before can't be jumped over.
    const above = draft.structure.paragraphs.some((p) => p.index < first && p.scope === paragraph.scope);
    return above ? { first, end: group.first } : null;
  }
  const all = draft.structure.paragraphs;
  for (let i = all.indexOf(paragraph) - 1; i >= 0; i--) {
    const p = all[i]!;
    if (p.level < paragraph.level || p.scope !== paragraph.scope) return null;
    if (p.level === paragraph.level) return { first: p.index, end: group.first };
  }
  return null;
}

function after(draft: Draft, paragraph: Block, group: Group): Group | null {
  const next = draft.blocks[group.end];
  if (!next) return null;
  if (
    paragraph.level === 1 &&
    next.role === 'heading' &&
    next.scope === paragraph.scope &&
    !next.label?.style.startsWith('an')
  ) {
    let end = group.end + 1;
    while (end < draft.blocks.length && draft.blocks[end]!.role === 'heading') end++;
    const below = draft.structure.paragraphs.some((p) => p.index >= end && p.scope === paragraph.scope);
    return below ? { first: group.end, end } : null;
  }
  const all = draft.structure.paragraphs;
  const sibling = all.slice(all.indexOf(paragraph) + 1).find((p) => p.index >= group.end);
  if (!sibling || sibling.level !== paragraph.level || sibling.scope !== paragraph.scope) return null;
  if (sibling.index !== group.end) return null;
  return groupOf(draft, sibling);
}

/** Moves the section that `block` stands in over its neighbour of the same level. */
export function moveSection(numbered: Numbered, block: Block, direction: 'up' | 'down'): Outcome {
  const move = sectionMove(numbered.draft, block, direction);
  return 'refused' in move ? move : exchange(numbered, move);
}

/** What changes places when a section is moved. */
export function sectionMove(draft: Draft, block: Block, direction: 'up' | 'down'): Exchange | Refusal {
  const { headings } = draft.structure;
  const heading = sectionAt(draft, block);
  if (!heading)
    return { refused: phrase`Put the cursor into a section first: a part of the text under a heading.` };
  // Articles and annexes are containers of their own: they are neighbours where they bear the same kind of label.
  const style = heading.label?.style;
  const siblings = headings.filter(
    (h) =>
      h.level === heading.level &&
      h.parent === heading.parent &&
      (style === 'article' || style === 'annex'
        ? h.label?.style === style
        : h.container === heading.container),
  );
  const beside = siblings[siblings.indexOf(heading) + (direction === 'up' ? -1 : 1)];
  // Where the numbers begin anew, another row of sections begins, as behind a table of contents.
  const second = direction === 'up' ? heading : beside;
  const other = beside && second?.label && /^[1aAI]$/.test(second.label.value) ? undefined : beside;
  if (!other)
    return {
      refused:
        direction === 'up'
          ? phrase`This section can't be moved further up: it is the first at its level.`
          : phrase`This section can't be moved further down: it is the last at its level.`,
    };
  const own = sectionGroup(draft, heading);
  const their = sectionGroup(draft, other);
  const upper =
    direction === 'up' ? { first: their.first, end: own.first } : { first: own.first, end: their.first };
  const lower = direction === 'up' ? own : their;
  return { upper, lower, follow: heading.labelBlock ?? heading.block };
}

/** Puts two neighbouring groups into the other order, with all numbers and references. */
export function exchange(numbered: Numbered, { upper, lower, follow }: Exchange): Operation {
  const { draft } = numbered;
  const { blocks } = draft;
  const a = blocks.slice(upper.first, upper.end);
  const b = blocks.slice(lower.first, lower.end);
  const sequence: readonly Block[] = [
    ...blocks.slice(0, upper.first),
    ...b,
    ...a,
    ...blocks.slice(lower.end),
  ];
  const { plan } = planFor(numbered, sequence);
  const byBlock = editsByBlock(plan.edits);
  const inA = new Set(a);
  // The upper group is taken out and put in behind the lower one, its own changes made on the way.
  let moved = '';
  let followed = 0;
  for (const block of a) {
    if (block === follow) followed = moved.length + block.contentStart;
    moved += applied(block, byBlock.get(block));
  }
  const lastA = a.at(-1)!;
  const lastB = b.at(-1)!;
  const gap = lastA.text.slice(endOfLine(lastA));
  const core = moved.slice(0, moved.length - gap.length);
  const edits: PlannedEdit[] = plan.edits.filter((e) => !inA.has(e.block));
  for (const block of a) edits.push({ block, start: 0, end: block.text.length, text: '' });
  const between = gap || separator(draft, lastB);
  const at = endOfLine(lastB);
  const put: PlannedEdit = { block: lastB, start: at, end: at, text: between + core };
  edits.push(put);
  const cursor = inA.has(follow) ? { edit: put, offset: between.length + followed } : null;
  const rest = lastB.text.slice(at);
  const pieces = sequence.map((origin): Piece => {
    const text = applied(origin, byBlock.get(origin));
    if (origin === lastB) return { origin, text: text.slice(0, text.length - rest.length) + between };
    if (origin === lastA) return { origin, text: text.slice(0, text.length - gap.length) + rest };
    return { origin, text };
  });
  return { plan, edits, cursor, doubt: doubtIn(draft, pieces) };
}

/** The edits of a plan, those of each block together. */
function editsByBlock(edits: readonly PlannedEdit[]): Map<Block, PlannedEdit[]> {
  const byBlock = new Map<Block, PlannedEdit[]>();
  for (const e of edits) {
    const list = byBlock.get(e.block);
    if (list) list.push(e);
    else byBlock.set(e.block, [e]);
  }
  return byBlock;
}

function applied(block: Block, edits: readonly PlannedEdit[] | undefined): string {
  const { text } = block;
  if (!edits) return text;
  let out = '';
  let from = 0;
  for (const e of [...edits].sort((x, y) => x.start - y.start || x.end - y.end)) {
    out += text.slice(from, e.start) + e.text;
    from = e.end;
  }
  return out + text.slice(from);
}

/**
 * What goes when a paragraph goes: its blocks, and the notes that nothing else points at, wherever they stand. Notes of
 * others and comments stay, but for those that are said of the paragraph alone.
 */
function goneWith(draft: Draft, group: Group): Set<Block> {
  const gone = new Set(draft.blocks.slice(group.first, group.end));
  const own = new Set<string>();
  const others = new Set<string>();
  const notes = new Map<string, Block | null>();
  for (const block of draft.blocks) {
    const mark = markOfNote(block);
    // Where two notes bear one number nobody can tell which of them is meant.
    if (mark) notes.set(mark.key, notes.has(mark.key) ? null : block);
    for (const { key } of block.reading.indicators) (gone.has(block) && !mark ? own : others).add(key);
  }
  for (const block of gone) {
    const mark = markOfNote(block);
    if (mark && others.has(mark.key)) gone.delete(block);
    if (block.role === 'comment' && !block.text.includes('plenary-ignore-next')) gone.delete(block);
  }
  for (const key of own) {
    const note = others.has(key) ? null : notes.get(key);
    if (note && markOfNote(note)!.form !== 'asterisk') gone.add(note);
  }
  return gone;
}

/**
 * Takes the paragraph that `block` belongs to out of the text. References to it are left (and told in the plan's
 * problems) or, with `mark`, put in brackets for the author to see.
 */
export function deleteParagraph(
  numbered: Numbered,
  block: Block,
  references: 'keep' | 'mark' = 'keep',
): Outcome {
  const { draft } = numbered;
  const paragraph = paragraphAt(draft, block);
  if (!paragraph) return { refused: phrase`Put the cursor into a numbered paragraph first.` };
  const group = groupOf(draft, paragraph);
  const gone = goneWith(draft, group);
  const sequence = draft.blocks.filter((b) => !gone.has(b));
  const { plan } = planFor(numbered, sequence, { deleted: gone, follow: group.first });
  const edits: PlannedEdit[] = plan.edits.filter((e) => !gone.has(e.block));
  for (const b of gone) edits.push({ block: b, start: 0, end: b.text.length, text: '' });
  if (references === 'mark') {
    for (const p of plan.problems) {
      if (p.what !== 'deleted' || !p.block.reading.isPlain(p.start, p.end)) continue;
      const span = p.block.reading.spanToSource(p.start, p.end);
      edits.push({ block: p.block, start: span.start, end: span.end, text: `[${p.text}, deleted]` });
    }
  }
  const byBlock = editsByBlock(edits);
  const pieces = sequence.map((origin): Piece => ({
    origin,
    text: applied(origin, byBlock.get(origin)),
  }));
  return { plan, edits, cursor: null, doubt: doubtIn(draft, pieces) };
}

/** The paragraph that a change of level would act on; see `changeLevel`. */
export function levelChange(draft: Draft, block: Block, by: 1 | -1): { paragraph: Block } | Refusal {
  const paragraph = paragraphAt(draft, block);
  if (!paragraph || paragraph !== block)
    return { refused: phrase`Put the cursor into a numbered paragraph first.` };
  const level = paragraph.level + by;
  if (level < 1 || level > 4)
    return {
      refused:
        level < 1
          ? phrase`This paragraph is at the highest level.`
          : phrase`There is no level below this one.`,
    };
  const all = draft.structure.paragraphs;
  const previous = all[all.indexOf(paragraph) - 1];
  if (by === 1 && (!previous || previous.scope !== paragraph.scope || previous.level < paragraph.level)) {
    return { refused: phrase`There is no paragraph before this one that it could belong to.` };
  }
  return { paragraph };
}

/** Makes a paragraph a subparagraph of the one before it (1), or lifts a subparagraph out (-1). */
export function changeLevel(numbered: Numbered, block: Block, by: 1 | -1): Outcome {
  const { draft } = numbered;
  const change = levelChange(draft, block, by);
  if ('refused' in change) return change;
  const { paragraph } = change;
  const group = groupOf(draft, paragraph);
  const levels = new Map<Block, number>();
  for (const b of draft.blocks.slice(group.first, group.end))
    if (b.labelled && b.level > 0) levels.set(b, b.level + by);
  const { plan, numbers } = planFor(numbered, draft.blocks, { levels });
  // A label of another level is written anew as a whole.
  const edits: PlannedEdit[] = plan.edits.filter(
    (e) => !(levels.has(e.block) && e.start === e.block.label!.valueSpan.start),
  );
  for (const [b, to] of levels) {
    const label = b.label!;
    const value = numbers.values.get(b) ?? label.value;
    edits.push({ block: b, start: label.start, end: label.end, text: to === 1 ? `${value}.` : `(${value})` });
  }
  return { plan: { ...plan, edits }, edits, cursor: null, doubt: null };
}

/** Makes all numbers final: "12 bis" becomes 13, brackets around new paragraphs are left for the negotiators. */
export function acceptNumbering(numbered: Numbered): Operation {
  const { plan } = planFor(numbered, numbered.draft.blocks, { accept: true });
  return { plan, edits: plan.edits, cursor: null, doubt: null };
}

/**
 * The table of correspondence of a plan: "paragraph 12 bis", a tab, "paragraph 13", a line each under a line of headings.
 * Paragraphs of annexes and articles are told by them. Empty where no number changes.
 */
export function correspondence(plan: NumberingPlan): string {
  if (plan.renumbered.length === 0) return '';
  // The annex or article of a paragraph may have a new number too.
  const moved = new Map<string, string>();
  for (const { unit, old, new: now } of plan.renumbered)
    if (unit === 'annex' || unit === 'article') moved.set(`${unit} ${old}`, `${unit} ${now}`);
  const rows = ['Old\tNew'];
  for (const { block, unit, old, new: now } of plan.renumbered) {
    const { container } = block;
    if (unit === 'caption') rows.push(`${old}\t${now}`);
    else if (unit !== 'paragraph') {
      const word = unit === 'heading' ? 'section' : unit;
      rows.push(`${word} ${old}\t${word} ${now}`);
    } else if (container.startsWith('annex') || container.startsWith('article'))
      rows.push(`${container}, paragraph ${old}\t${moved.get(container) ?? container}, paragraph ${now}`);
    else rows.push(`paragraph ${old}\tparagraph ${now}`);
  }
  return rows.join('\n');
}

/** The text of a draft after a plan's edits. For the command line and tests: the editor applies edits itself. */
export function textAfter(draft: Draft, edits: readonly PlannedEdit[]): string {
  const byBlock = editsByBlock(edits);
  let out = '';
  for (const b of draft.blocks) out += applied(b, byBlock.get(b));
  return out;
}
