import type { Draft } from '../document/draft.js';
import type { Sentence } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import { readSettings } from './read.js';
import { merge, type Settings } from './settings.js';

/** Something in front matter that is not understood; offsets are those of the block's source. */
export interface FrontMatterProblem extends Span {
  readonly message: Sentence;
}

export interface FrontMatterSettings {
  readonly layer: Partial<Settings>;
  readonly problems: readonly FrontMatterProblem[];
}

/** A value of front matter and where it stands. */
type Node =
  | { readonly is: 'scalar'; readonly value: string | number | boolean; readonly span: Span }
  | { readonly is: 'list'; readonly items: readonly Node[]; readonly span: Span }
  | { readonly is: 'table'; readonly entries: ReadonlyMap<string, Node>; readonly span: Span };

interface Line {
  readonly indent: number;
  readonly start: number;
  readonly text: string;
}

/** Deeper than a rule's severity by kind nothing lies. */
const DEEPEST = 4;

/**
 * The settings that a document's front matter holds, under the name `plenary`, by the names of plenary.config.json:
 *
 *     ---
 *     plenary:
 *       profile: delegation
 *       rules:
 *         date-format: off
 *     ---
 *
 * Of YAML this much is read: names and values in indented lines, `[a, b]`, `{a: b}`, quotation marks and comments. Takes
 * the source of the front matter's block; never throws.
 */
export function readFrontMatter(source: string): FrontMatterSettings {
  const lines = linesOf(source);
  const top = lines.findIndex(({ text, indent }) => indent === 0 && /^plenary:(?:\s|$)/.test(text));
  if (top < 0) return { layer: {}, problems: [] };
  const key = lines[top]!;
  const inline = key.text.slice('plenary:'.length);
  const span = { start: key.start, end: key.start + 'plenary'.length };
  let node: Node;
  if (inline.trim() === '') {
    let end = top + 1;
    while (end < lines.length && lines[end]!.indent > 0) end++;
    node = table(lines.slice(top + 1, end), span, 0);
  } else {
    node = flow(inline, key.start + 'plenary:'.length, 0);
  }
  const problems: FrontMatterProblem[] = [];
  const layer = readSettings(plain(node), ({ path, message }) => {
    problems.push({ ...spanAt(node, path), message });
  });
  return { layer, problems };
}

/**
 * The settings of drafts with their front matter laid over others. The same object comes back until the settings below
 * it or the front matter change.
 */
export class FrontMatterLayer {
  #base: Settings | null = null;
  #source = '';
  #merged: Settings | null = null;

  /** The settings that count in a draft. */
  over(base: Settings, draft: Draft): Settings {
    const first = draft.blocks[0];
    const source = first?.form === 'front-matter' ? first.text : '';
    if (this.#merged && this.#base === base && this.#source === source) return this.#merged;
    const { layer } = readFrontMatter(source);
    this.#base = base;
    this.#source = source;
    this.#merged = Object.keys(layer).length === 0 ? base : merge(base, layer);
    return this.#merged;
  }
}

/** The lines that say something, without their comments. */
function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of source.split(/(?<=\n|\r(?!\n))/)) {
    const text = part
      .replace(/[\r\n]+$/, '')
      .replace(/^#.*| #.*/, '')
      .trimEnd();
    const indent = text.length - text.trimStart().length;
    if (text !== '' && !/^(?:\ufeff?---|\.\.\.)$/.test(text))
      lines.push({ indent, start: start + indent, text: text.trimStart() });
    start += part.length;
  }
  return lines;
}

/** Lines of names and values; those that are indented more belong to the name above them. */
function table(lines: readonly Line[], span: Span, depth: number): Node {
  const items = lines[0]?.text.startsWith('- ') ? lines : null;
  if (items) {
    const own = items.filter(({ text }) => text.startsWith('- '));
    return { is: 'list', items: own.map(({ text, start }) => flow(text.slice(2), start + 2, depth)), span };
  }
  const entries = new Map<string, Node>();
  for (let i = 0; i < lines.length;) {
    const { indent, start, text } = lines[i]!;
    let end = i + 1;
    while (end < lines.length && lines[end]!.indent > indent) end++;
    const name = /^(?:"([^"]*)"|'([^']*)'|([^\s:'"][^:]*)):(?:\s|$)/.exec(text);
    if (name) {
      const words = (name[1] ?? name[2] ?? name[3]!).trim();
      const rest = text.slice(name[0].length);
      const place = { start, end: start + name[0].trimEnd().length - 1 };
      if (rest.trim() !== '') entries.set(words, flow(rest, start + name[0].length, depth));
      else if (end > i + 1 && depth < DEEPEST)
        entries.set(words, table(lines.slice(i + 1, end), place, depth + 1));
    }
    i = end;
  }
  return { is: 'table', entries, span };
}

/** A value on one line: a word, a text in quotation marks, `[…]` or `{…}`. */
function flow(text: string, offset: number, depth: number): Node {
  const lead = text.length - text.trimStart().length;
  const start = offset + lead;
  const value = text.trim();
  const span = { start, end: start + value.length };
  const inner = value.slice(1, -1);
  if (depth < DEEPEST && value.startsWith('[') && value.endsWith(']'))
    return {
      is: 'list',
      items: pieces(inner).map(([piece, at]) => flow(piece, start + 1 + at, depth + 1)),
      span,
    };
  if (depth < DEEPEST && value.startsWith('{') && value.endsWith('}')) {
    const entries = new Map<string, Node>();
    for (const [piece, at] of pieces(inner)) {
      const colon = piece.indexOf(':');
      if (colon < 0) continue;
      const name = piece
        .slice(0, colon)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
      entries.set(name, flow(piece.slice(colon + 1), start + 1 + at + colon + 1, depth + 1));
    }
    return { is: 'table', entries, span };
  }
  const quoted = /^(["'])(.*)\1$/.exec(value);
  if (quoted) return { is: 'scalar', value: quoted[2]!, span };
  if (value === 'true' || value === 'false') return { is: 'scalar', value: value === 'true', span };
  return { is: 'scalar', value: /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value) ? Number(value) : value, span };
}

/** The pieces of `a, [b, c], d` between commas outside brackets and quotation marks, with their offsets. */
function pieces(text: string): [piece: string, offset: number][] {
  const out: [string, number][] = [];
  let open = 0;
  let quote = '';
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i] ?? ',';
    if (quote !== '' && i < text.length) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '[' || c === '{') open++;
    else if (c === ']' || c === '}') open--;
    else if (c === ',' && (open <= 0 || i === text.length)) {
      const piece = text.slice(from, i);
      if (piece.trim() !== '') out.push([piece, from]);
      from = i + 1;
    }
  }
  return out;
}

function plain(node: Node): unknown {
  switch (node.is) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'table':
      // Names are a person's own: none of them may reach the prototype.
      return Object.fromEntries([...node.entries].map(([name, value]) => [name, plain(value)]));
  }
}

/** Where the value at a path stands, or the last one on the way to it. */
function spanAt(root: Node, path: readonly (string | number)[]): Span {
  let node = root;
  for (const step of path) {
    const next =
      node.is === 'table'
        ? node.entries.get(String(step))
        : node.is === 'list'
          ? node.items[Number(step)]
          : undefined;
    if (!next) break;
    node = next;
  }
  return { start: node.span.start, end: node.span.end };
}
