import type { PositionEncodingKind } from 'vscode-languageserver-protocol';

/** The units in which a client counts the characters of a line. The engine counts UTF-16 code units. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The text of a line of a document, without its line end; undefined for a document that is not known. */
export type LineOf = (uri: string, line: number) => string | undefined;

/** The encoding to agree on: the first one offered that is understood. A client that offers none counts in UTF-16. */
export function negotiate(offered: readonly PositionEncodingKind[] | undefined): Encoding {
  return offered?.find(isEncoding) ?? 'utf-16';
}

function isEncoding(kind: PositionEncodingKind): kind is Encoding {
  return kind === 'utf-8' || kind === 'utf-16' || kind === 'utf-32';
}

/** How many units a stretch of a line is long; an unpaired surrogate counts as the character that replaces it. */
export function unitsOf(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length;
  let units = 0;
  for (const character of text) {
    if (encoding === 'utf-32') units++;
    else {
      const code = character.codePointAt(0)!;
      units += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
  }
  return units;
}

/** The UTF-16 offset in a line of a place that a client counts; within a character it is that character's start. */
export function fromUnits(line: string, units: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return units;
  let rest = units;
  let offset = 0;
  for (const character of line) {
    rest -= unitsOf(character, encoding);
    if (rest < 0) return offset;
    offset += character.length;
  }
  return offset;
}

/** Turns the positions in what a client sends into those of the engine. `uri` is the document that is spoken of. */
export function fromClient<T>(value: T, encoding: Encoding, lineOf: LineOf, uri = ''): T {
  if (encoding === 'utf-16') return value;
  return convert(value, uri, (line, character, of) => {
    const text = lineOf(of, line);
    return text === undefined ? character : fromUnits(text, character, encoding);
  }) as T;
}

/** Turns the positions in what the engine answers into those of a client. */
export function toClient<T>(value: T, encoding: Encoding, lineOf: LineOf, uri = ''): T {
  if (encoding === 'utf-16') return value;
  return convert(value, uri, (line, character, of) => {
    const text = lineOf(of, line);
    return text === undefined ? character : unitsOf(text.slice(0, character), encoding);
  }) as T;
}

/**
 * Turns semantic tokens, which are counted from each other, into those of a client. The array holds five numbers for
 * each token: lines and characters since the one before, length, type and modifiers.
 */
export function tokensToClient(
  data: readonly number[],
  encoding: Encoding,
  lineOf: (line: number) => string,
): number[] {
  if (encoding === 'utf-16') return [...data];
  const out: number[] = [];
  let line = 0;
  let character = 0;
  let before = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    if (data[i]! > 0) {
      line += data[i]!;
      character = 0;
      before = 0;
    }
    character += data[i + 1]!;
    const text = lineOf(line);
    const start = unitsOf(text.slice(0, character), encoding);
    const length = unitsOf(text.slice(character, character + data[i + 2]!), encoding);
    out.push(data[i]!, start - before, length, data[i + 3]!, data[i + 4]!);
    before = start;
  }
  return out;
}

type Table = Readonly<Record<string, unknown>>;
type Convert = (line: number, character: number, uri: string) => number;

/** Goes through a value of the protocol; each position is one of the document that the objects around it name. */
function convert(value: unknown, uri: string, turn: Convert): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, uri, turn));
  if (typeof value !== 'object' || value === null) return value;
  const table = value as Table;
  const { line, character } = table;
  if (typeof line === 'number' && typeof character === 'number') {
    return { ...table, character: turn(line, character, uri) };
  }
  const own = uriOf(table) ?? uri;
  const out: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(table)) {
    if (name === 'changes' && typeof one === 'object' && one !== null && !Array.isArray(one)) {
      out[name] = Object.fromEntries(
        Object.entries(one as Table).map(([of, edits]) => [of, convert(edits, of, turn)]),
      );
    } else if (name === 'data') {
      out[name] = one;
    } else if (name === 'originSelectionRange') {
      out[name] = convert(one, uri, turn);
    } else {
      out[name] = convert(one, own, turn);
    }
    // A folding range names its characters beside its lines.
    if (name === 'startCharacter' || name === 'endCharacter') {
      const at = table[name === 'startCharacter' ? 'startLine' : 'endLine'];
      if (typeof one === 'number' && typeof at === 'number') out[name] = turn(at, one, own);
    }
  }
  return out;
}

function uriOf(table: Table): string | undefined {
  for (const name of ['uri', 'targetUri'] as const) {
    const one = table[name];
    if (typeof one === 'string') return one;
  }
  const document = table['textDocument'];
  return typeof document === 'object' && document !== null ? uriOf(document as Table) : undefined;
}
