/** Shorter lists are written anew each time. */
const LEAST = 20;

/** Where reports of diagnostics stand in messages: in those that are pushed and in answers to those who pull. */
interface Parts {
  readonly method?: string;
  readonly params?: { readonly diagnostics?: unknown };
  readonly result?: { readonly kind?: unknown; readonly items?: unknown } | null;
}

/**
 * Writes messages as JSON in UTF-8. The diagnostics of a draft are the same objects from one report to the next, but for
 * those that an edit moved or changed: each is written once, and a report is then put together of such pieces.
 */
export class MessageEncoder {
  readonly name = 'application/json';
  readonly #bytes = new TextEncoder();
  readonly #pieces = new WeakMap<object, string>();

  /** The bytes of a message. Rejects where it cannot be written as JSON, as the encoder that it stands for does. */
  encode(message: object): Promise<Uint8Array> {
    try {
      return Promise.resolve(this.#bytes.encode(this.textOf(message)));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The JSON of a message: what `JSON.stringify` gives, put together of pieces where there are some. */
  textOf(message: object): string {
    const { method, params, result } = message as Parts;
    if (method === 'textDocument/publishDiagnostics' && params && isLong(params.diagnostics))
      return this.#with(message, 'params', this.#with(params, 'diagnostics', this.#list(params.diagnostics)));
    if (result?.kind === 'full' && isLong(result.items))
      return this.#with(message, 'result', this.#with(result, 'items', this.#list(result.items)));
    return JSON.stringify(message);
  }

  /** The JSON of an object in which the value of a key is given as text. */
  #with(value: object, key: string, text: string): string {
    const parts: string[] = [];
    for (const [name, other] of Object.entries(value)) {
      const written = name === key ? text : (JSON.stringify(other) as string | undefined);
      if (written !== undefined) parts.push(`${JSON.stringify(name)}:${written}`);
    }
    return `{${parts.join(',')}}`;
  }

  #list(list: readonly object[]): string {
    const pieces: string[] = [];
    for (const item of list) {
      let piece = this.#pieces.get(item);
      if (piece === undefined) this.#pieces.set(item, (piece = JSON.stringify(item)));
      pieces.push(piece);
    }
    return `[${pieces.join(',')}]`;
  }
}

function isLong(list: unknown): list is readonly object[] {
  return Array.isArray(list) && list.length >= LEAST;
}
