import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Anchor, Fact } from './rule.js';

/** What the engine keeps of a block for the checks of the draft. */
export interface BlockSummary {
  readonly facts: readonly Fact[];
  readonly citations: readonly Citation[];
  /** The note that the block is the body of and the indicators in it, as checks of notes compare them; '' for none. */
  readonly notes: string;
}

/** A fact or citation with its place. */
export interface Placed<T> {
  readonly block: Block;
  readonly item: T;
  /** Counts those of the same type in the block. */
  readonly ordinal: number;
  /** A mark of the place that stays right while the block is edited elsewhere. */
  readonly anchor: Anchor;
}

class PlacedFact implements Placed<Fact> {
  constructor(
    readonly block: Block,
    readonly item: Fact,
    readonly ordinal: number,
  ) {}

  get anchor(): Anchor {
    return { kind: 'fact', type: this.item.type, ordinal: this.ordinal };
  }
}

class PlacedCitation implements Placed<Citation> {
  constructor(
    readonly block: Block,
    readonly item: Citation,
    readonly ordinal: number,
  ) {}

  get anchor(): Anchor {
    return { kind: 'citation', type: this.item.type, ordinal: this.ordinal };
  }
}

/** How the items of one kind are kept: facts or citations. */
interface Kind<T> {
  readonly lists: Map<string, Placed<T>[]>;
  readonly place: (block: Block, item: T, ordinal: number) => Placed<T>;
  /** By type and by key; null where items have none. */
  readonly keys: { readonly placed: Map<string, Map<string, Set<Placed<T>>>>; of(item: T): string } | null;
}

const NONE: readonly never[] = Object.freeze([]);
const NO_KEYS: ReadonlyMap<string, never> = new Map<string, never>();

/**
 * The facts and the citations of a draft by their type, each list in the order of the text: a check of the draft asks
 * for what it reads and never goes over the blocks. An edit exchanges what belongs to the blocks that it changed.
 */
export class Gathered {
  readonly #facts: Kind<Fact> = {
    lists: new Map(),
    place: (block, item, ordinal) => new PlacedFact(block, item, ordinal),
    keys: { placed: new Map(), of: ({ key }) => key },
  };
  #withNotes: Block[] = [];
  #citing: Block[] = [];
  readonly #citations: Kind<Citation> = {
    lists: new Map(),
    place: (block, item, ordinal) => new PlacedCitation(block, item, ordinal),
    keys: null,
  };

  facts(type: string): readonly Placed<Fact>[] {
    return this.#facts.lists.get(type) ?? NONE;
  }

  /** The facts of a type by their keys; in no order. */
  factsByKey(type: string): ReadonlyMap<string, ReadonlySet<Placed<Fact>>> {
    return this.#facts.keys?.placed.get(type) ?? NO_KEYS;
  }

  citations(type: CitationKind): readonly Placed<Citation>[] {
    return this.#citations.lists.get(type) ?? NONE;
  }

  /** The citations of a type in one block. */
  citationsIn(type: CitationKind, block: Block): readonly Placed<Citation>[] {
    const list = this.citations(type);
    const from = placeOf(list, block.index);
    let to = from;
    while (to < list.length && list[to]!.block === block) to++;
    return list.slice(from, to);
  }

  /** The blocks that are the body of a note or hold indicators of notes, in the order of the text. */
  get withNotes(): readonly Block[] {
    return this.#withNotes;
  }

  /** The blocks that cite something, in the order of the text. */
  get citing(): readonly Block[] {
    return this.#citing;
  }

  /** The blocks that cite something of some kinds, in the order of the text. */
  withCitations(types: readonly CitationKind[]): readonly Block[] {
    const blocks = new Set<Block>();
    for (const type of types) for (const { block } of this.citations(type)) blocks.add(block);
    return [...blocks].sort((a, b) => a.index - b.index);
  }

  /** Gathers everything again. */
  rebuild(blocks: readonly Block[], of: (block: Block) => BlockSummary | undefined): void {
    this.#withNotes = [];
    this.#citing = [];
    this.#facts.lists.clear();
    this.#facts.keys?.placed.clear();
    this.#citations.lists.clear();
    for (const block of blocks) {
      const own = of(block);
      if (!own) continue;
      if (own.notes !== '') this.#withNotes.push(block);
      if (own.facts.length > 0) append(this.#facts, block, own.facts);
      if (own.citations.length === 0) continue;
      this.#citing.push(block);
      append(this.#citations, block, own.citations);
    }
  }

  /**
   * Takes in an edit: what belongs to `removed` and to `changed` goes, and what `changed` holds now is put at its place.
   * `before` gives what was gathered of a block. The indices of the blocks that are still there must be those of now.
   */
  exchange(
    removed: readonly Block[],
    changed: readonly Block[],
    before: (block: Block) => BlockSummary | undefined,
    now: (block: Block) => BlockSummary | undefined,
  ): void {
    if (removed.length > 0) {
      drop(this.#facts, removed, (block) => before(block)?.facts);
      drop(this.#citations, removed, (block) => before(block)?.citations);
    }
    const exchanged = (list: Block[], belongs: (own: BlockSummary | undefined) => boolean): Block[] => {
      const isSame =
        !removed.some((block) => belongs(before(block))) &&
        changed.every((block) => belongs(now(block)) === holds(list, block));
      if (isSame) return list;
      const touched = new Set([...removed, ...changed]);
      const kept = list.filter((block) => !touched.has(block));
      for (const block of changed) if (belongs(now(block))) kept.push(block);
      return kept.sort((a, b) => a.index - b.index);
    };
    this.#withNotes = exchanged(this.#withNotes, (own) => (own?.notes ?? '') !== '');
    this.#citing = exchanged(this.#citing, (own) => (own?.citations.length ?? 0) > 0);
    for (const block of changed) {
      const [old, own] = [before(block), now(block)];
      replace(this.#facts, block, old?.facts ?? NONE, own?.facts ?? NONE);
      replace(this.#citations, block, old?.citations ?? NONE, own?.citations ?? NONE);
    }
  }

  /** Exchanges the citations of a block, whose own are those that were `read`, for others of their types; a type may be gone. */
  resolve(block: Block, read: readonly Citation[], citations: readonly Citation[]): void {
    replace(this.#citations, block, read, citations);
  }
}

/** Keeps an item by its key as well. */
function enter<T extends { readonly type: string }>({ keys }: Kind<T>, placed: Placed<T>): void {
  if (!keys) return;
  const { item } = placed;
  let byKey = keys.placed.get(item.type);
  if (!byKey) keys.placed.set(item.type, (byKey = new Map<string, Set<Placed<T>>>()));
  const key = keys.of(item);
  const same = byKey.get(key);
  if (same) same.add(placed);
  else byKey.set(key, new Set([placed]));
}

function leave<T extends { readonly type: string }>({ keys }: Kind<T>, placed: Placed<T>): void {
  if (!keys) return;
  const { item } = placed;
  const byKey = keys.placed.get(item.type);
  const key = keys.of(item);
  const same = byKey?.get(key);
  same?.delete(placed);
  if (same?.size === 0) byKey?.delete(key);
}

function drop<T extends { readonly type: string }>(
  kind: Kind<T>,
  removed: readonly Block[],
  before: (block: Block) => readonly { readonly type: string }[] | undefined,
): void {
  const { lists } = kind;
  const types = new Set<string>();
  for (const block of removed) for (const { type } of before(block) ?? NONE) types.add(type);
  if (types.size === 0) return;
  const gone = new Set(removed);
  for (const type of types) {
    const kept = lists.get(type)?.filter((placed) => {
      const stays = !gone.has(placed.block);
      if (!stays) leave(kind, placed);
      return stays;
    });
    if (kept && kept.length > 0) lists.set(type, kept);
    else lists.delete(type);
  }
}

function append<T extends { readonly type: string }>(kind: Kind<T>, block: Block, items: readonly T[]): void {
  const { lists, place } = kind;
  for (const item of items) {
    const list = lists.get(item.type);
    const last = list?.[list.length - 1];
    const placed = place(block, item, last?.block === block ? last.ordinal + 1 : 0);
    if (list) list.push(placed);
    else lists.set(item.type, [placed]);
    enter(kind, placed);
  }
}

/** The items of a block, whatever their number was, become others. */
function replace<T extends { readonly type: string }>(
  kind: Kind<T>,
  block: Block,
  before: readonly { readonly type: string }[],
  now: readonly T[],
): void {
  if (before.length === 0 && now.length === 0) return;
  const { lists, place } = kind;
  const types = new Set<string>();
  for (const { type } of before) types.add(type);
  for (const { type } of now) types.add(type);
  for (const type of types) {
    const list = lists.get(type) ?? [];
    const from = placeOf(list, block.index);
    let to = from;
    while (to < list.length && list[to]!.block === block) to++;
    const fresh: Placed<T>[] = [];
    for (const item of now) if (item.type === type) fresh.push(place(block, item, fresh.length));
    for (const placed of list.splice(from, to - from, ...fresh)) leave(kind, placed);
    for (const placed of fresh) enter(kind, placed);
    if (list.length > 0) lists.set(type, list);
    else lists.delete(type);
  }
}

/** The first place of a list whose block stands at `index` or behind it. */
function placeOf(list: readonly { readonly block: Block }[], index: number): number {
  return firstPlace(list.length, (i) => list[i]!.block.index >= index);
}

/** Whether a list of blocks in the order of the text has one. */
function holds(list: readonly Block[], block: Block): boolean {
  return list[firstPlace(list.length, (i) => list[i]!.index >= block.index)] === block;
}

/** The first of `length` places from which on something is so. */
function firstPlace(length: number, isSo: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
