import { ByteReader } from './bytes.js';
import type { Column, Sections } from './sections.js';

/** For each node the first of its targets, one more at the end, and the targets of all in a row. */
export interface Neighbours {
  readonly start: Uint32Array;
  readonly targets: Uint32Array;
}

/** Sorts pairs by their first member: for each of `count` nodes the `to` of its pairs, in their order. */
export function neighbours(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Neighbours {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < from.length; i++) start[from[i]! + 1]!++;
  for (let node = 0; node < count; node++) start[node + 1]! += start[node]!;
  const targets = new Uint32Array(to.length);
  const next = start.slice();
  for (let i = 0; i < from.length; i++) targets[next[from[i]!]!++] = to[i]!;
  return { start, targets };
}

/** The targets of one node. */
export function targetsOf({ start, targets }: Neighbours, node: number): Uint32Array {
  return targets.subarray(start[node], start[node + 1]);
}

/**
 * Who cites whom, by the numbers of nodes. Those that cite one are read out of the file; those that one cites are
 * sorted when they are first asked for.
 */
export class CitationNetwork {
  readonly #sections: Sections;
  readonly #cited: Column<Uint32Array>;
  readonly #index: Column<Uint32Array>;
  readonly #nodes: number;
  #outboundBuilt: Neighbours | undefined;

  constructor(sections: Sections, nodes: number) {
    this.#sections = sections;
    this.#cited = sections.wide('cited');
    this.#index = sections.wide('citedIndex');
    this.#nodes = nodes;
  }

  /** All pairs that the file holds, sorted by the one that is cited. A pair costs a byte at least. */
  pairs(): { readonly citing: Uint32Array; readonly cited: Uint32Array } {
    const most = this.#sections.bytes('citing').length;
    const citing = new Uint32Array(most);
    const cited = new Uint32Array(most);
    let length = 0;
    this.#cited.all().forEach((target, at) => {
      for (const one of this.#list(at)) {
        citing[length] = one;
        cited[length++] = target;
      }
    });
    return { citing: citing.subarray(0, length), cited: cited.subarray(0, length) };
  }

  /** Those that cite a node, ascending. */
  inbound(node: number): readonly number[] {
    let low = 0;
    let high = this.#cited.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#cited.at(middle)! < node) low = middle + 1;
      else high = middle;
    }
    return this.#cited.at(low) === node ? this.#list(low) : [];
  }

  /** For each node how many cite it. */
  counts(): Uint32Array {
    const counts = new Uint32Array(this.#nodes);
    this.#cited.all().forEach((node, at) => {
      if (node < this.#nodes) counts[node] = this.#list(at).length;
    });
    return counts;
  }

  /** Those that a node cites. */
  outbound(node: number): Uint32Array {
    if (!this.#outboundBuilt) {
      const { citing, cited } = this.pairs();
      this.#outboundBuilt = neighbours(this.#nodes, citing, cited);
    }
    return targetsOf(this.#outboundBuilt, node);
  }

  #list(at: number): readonly number[] {
    const start = this.#index.at(at) ?? 0;
    const next = this.#index.at(at + 1) ?? 0;
    const reader = new ByteReader(this.#sections.bytes('citing', start, next), start);
    const end = Math.min(next, reader.bytes.length);
    const nodes: number[] = [];
    let node = 0;
    while (reader.at < end) {
      node += reader.varint();
      if (node < this.#nodes) nodes.push(node);
    }
    return nodes;
  }
}
