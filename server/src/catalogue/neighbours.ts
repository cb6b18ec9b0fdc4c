import { ByteReader } from './bytes.js';

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

/** Who cites whom, by the numbers of nodes; each direction is sorted when it is first asked for. */
export class CitationNetwork {
  readonly #bytes: Uint8Array;
  readonly #nodes: number;
  #inboundBuilt: Neighbours | undefined;
  #outboundBuilt: Neighbours | undefined;

  constructor(bytes: Uint8Array, nodes: number) {
    this.#bytes = bytes;
    this.#nodes = nodes;
  }

  /** All pairs that the file holds, in its order. A pair costs a byte at least: the bytes bound their number. */
  pairs(): { readonly citing: Uint32Array; readonly cited: Uint32Array } {
    const reader = new ByteReader(this.#bytes);
    const from = new Uint32Array(reader.bytes.length);
    const to = new Uint32Array(reader.bytes.length);
    let length = 0;
    let citing = 0;
    while (reader.at < reader.bytes.length) {
      citing += reader.varint();
      let cited = 0;
      for (let count = reader.varint(); count > 0 && reader.at < reader.bytes.length; count--) {
        cited += reader.varint();
        if (citing >= this.#nodes || cited >= this.#nodes) continue;
        from[length] = citing;
        to[length++] = cited;
      }
    }
    return { citing: from.subarray(0, length), cited: to.subarray(0, length) };
  }

  /** Those that cite a node. */
  inbound(node: number): Uint32Array {
    if (!this.#inboundBuilt) {
      const { citing, cited } = this.pairs();
      this.#inboundBuilt = neighbours(this.#nodes, cited, citing);
    }
    return targetsOf(this.#inboundBuilt, node);
  }

  /** Those that a node cites. */
  outbound(node: number): Uint32Array {
    if (!this.#outboundBuilt) {
      const { citing, cited } = this.pairs();
      this.#outboundBuilt = neighbours(this.#nodes, citing, cited);
    }
    return targetsOf(this.#outboundBuilt, node);
  }
}
