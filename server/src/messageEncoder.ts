/** Shorter lists are written anew each time. */
const LEAST = 20;

/** Where reports of diagnostics stand in messages: in those that are pushed and in answers to those who pull. */
interface Parts {
  readonly method?: string;
  readonly params?: { readonly diagnostics?: unknown };
  readonly result?: { readonly kind?: unknown; readonly items?: unknown } | null;
}

/** Shorter messages are given bytes of their own. UTF-16 code units. */
const LONG = 16_384;

/** Pieces are put together until they are so long, and become bytes then. UTF-16 code units. */
const AT_ONCE = 8_192;

/** Of an outline with more symbols nothing is kept from one answer to the next. */
const MOST_SYMBOLS = 5_000;

/** Room for longer ones is not kept. Bytes; a code unit takes three at most. */
const MOST_KEPT = 8_000_000;

/** A symbol of an outline, which has others within it. */
interface OutlineSymbol {
  readonly selectionRange?: unknown;
  readonly children?: readonly OutlineSymbol[];
}

/**
 * Writes messages as JSON in UTF-8. The diagnostics of a draft are the same objects from one report to the next, but for
 * those that an edit moved or changed, and so are the symbols of its outline: each is written once, and a report is then put
 * together of such pieces. Long
 * messages are written piece by piece into bytes that are used again and again: fresh ones cost more than the writing.
 */
export class MessageEncoder {
  readonly name = 'application/json';
  readonly #encoder = new TextEncoder();
  readonly #pieces = new WeakMap<object, string>();
  #bytes = new Uint8Array(0);

  /**
   * The bytes of a message, which are good until the next call: a writer of messages writes one after the other. Rejects
   * where it cannot be written as JSON, as the encoder that it stands for does.
   */
  encode(message: object): Promise<Uint8Array> {
    try {
      return Promise.resolve(this.#encode(this.#piecesOf(message)));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The JSON of a message: what `JSON.stringify` gives, put together of pieces where there are some. */
  textOf(message: object): string {
    return this.#piecesOf(message).join('');
  }

  #encode(pieces: readonly string[]): Uint8Array {
    let length = 0;
    for (const piece of pieces) length += piece.length;
    if (length < LONG) return this.#encoder.encode(pieces.join(''));
    const bytes = this.#room(length * 3);
    let end = 0;
    let together = '';
    for (const piece of pieces) {
      together += piece;
      if (together.length < AT_ONCE) continue;
      end += this.#encoder.encodeInto(together, bytes.subarray(end)).written;
      together = '';
    }
    end += this.#encoder.encodeInto(together, bytes.subarray(end)).written;
    return bytes.subarray(0, end);
  }

  #room(size: number): Uint8Array {
    if (size > MOST_KEPT) return new Uint8Array(size);
    if (this.#bytes.length < size) this.#bytes = new Uint8Array(Math.min(MOST_KEPT, size * 2));
    return this.#bytes;
  }

  #piecesOf(message: object): string[] {
    const { method, params, result } = message as Parts;
    if (method === 'textDocument/publishDiagnostics' && params && isLong(params.diagnostics))
      return around(message, 'params', around(params, 'diagnostics', this.#list(params.diagnostics, true)));
    if (isOutline(result)) {
      const symbols: string[] = [];
      this.#outline(result, symbols);
      return around(message, 'result', symbols);
    }
    if (Array.isArray(result) && isLong(result)) return around(message, 'result', this.#list(result, false));
    if (result?.kind === 'full' && isLong(result.items))
      return around(message, 'result', around(result, 'items', this.#list(result.items, true)));
    return [JSON.stringify(message)];
  }

  /** The pieces of a list; those of `kept` objects are kept with them. */
  #list(list: readonly unknown[], kept: boolean): string[] {
    const pieces = ['['];
    for (const item of list) {
      if (pieces.length > 1) pieces.push(',');
      pieces.push(kept ? this.#kept(item as object) : inList(item));
    }
    pieces.push(']');
    return pieces;
  }

  /** Adds the pieces of a list of symbols, that of a symbol without what lies within it. */
  #outline(list: readonly OutlineSymbol[], pieces: string[]): void {
    let before = '[';
    for (const symbol of list) {
      const { children } = symbol;
      let piece = this.#pieces.get(symbol);
      if (piece === undefined) {
        // JSON leaves out what is undefined.
        piece = JSON.stringify(children ? { ...symbol, children: undefined } : symbol).slice(0, -1);
        this.#pieces.set(symbol, piece);
      }
      pieces.push(before, piece);
      if (children) {
        pieces.push(',"children":');
        this.#outline(children, pieces);
      }
      pieces.push('}');
      before = ',';
    }
    pieces.push(list.length === 0 ? '[]' : ']');
  }

  #kept(item: object): string {
    let piece = this.#pieces.get(item);
    if (piece === undefined) this.#pieces.set(item, (piece = JSON.stringify(item)));
    return piece;
  }
}

/** What `JSON.stringify` writes of a thing in a list: what has no JSON is null there. */
function inList(item: unknown): string {
  return item === undefined ? 'null' : JSON.stringify(item);
}

/** The JSON of an object in which the value of a key is given in pieces. */
function around(value: object, key: string, pieces: readonly string[]): string[] {
  const out: string[] = [];
  let before = '{';
  for (const [name, other] of Object.entries(value)) {
    const written = name === key ? '' : (JSON.stringify(other) as string | undefined);
    if (written === undefined) continue;
    out.push(`${before}${JSON.stringify(name)}:${written}`);
    if (name === key) for (const piece of pieces) out.push(piece);
    before = ',';
  }
  out.push('}');
  return out;
}

/** Whether an answer is an outline as our own features write it, of which it is worth to keep pieces. */
function isOutline(result: unknown): result is readonly OutlineSymbol[] {
  if (!Array.isArray(result) || (result as readonly OutlineSymbol[])[0]?.selectionRange === undefined)
    return false;
  const left = { count: MOST_SYMBOLS };
  return isWithin(result as readonly OutlineSymbol[], left) && MOST_SYMBOLS - left.count >= LEAST;
}

/** Counts the symbols of an outline down; false where there are more than are left. */
function isWithin(list: readonly OutlineSymbol[], left: { count: number }): boolean {
  for (const symbol of list) {
    if (--left.count < 0) return false;
    if (symbol.children && !isWithin(symbol.children, left)) return false;
  }
  return true;
}

function isLong(list: unknown): list is readonly object[] {
  return Array.isArray(list) && list.length >= LEAST;
}
