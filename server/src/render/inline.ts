import MarkdownIt from 'markdown-it';
import { readBlock, type Indicator } from '../document/reading.js';
import { escapeHtml, noteId } from './escape.js';

type InlineState = Parameters<Parameters<MarkdownIt['inline']['ruler']['push']>[1]>[0];
type Token = InlineState['tokens'][number];

/** How words with marks become markup. */
export interface InlineOptions {
  /** The end of a line in the source is one in print: mastheads and signatures. Otherwise it is a space. */
  readonly breaks?: boolean;
  /** Where a minute of speaking begins, by the offset in the source. */
  readonly minutes?: ReadonlyMap<number, number>;
  /** The markup of an indicator of a note; a link to the note by default. `linked` says that it stands in a link. */
  readonly note?: (key: string, form: Indicator['form'], linked: boolean) => string;
}

/** What travels with one text through the Markdown library. */
interface Env extends InlineOptions {
  readonly marks: Map<string, ReadonlyMap<number, Indicator>>;
  /** The text that `minutes` counts in. */
  readonly source: string;
}

/** Tags of converters that say how words look, and what they are in print. All other tags are left out. */
const TAGS: Readonly<Record<string, string>> = {
  sup: 'sup',
  sub: 'sub',
  i: 'em',
  em: 'em',
  b: 'strong',
  strong: 'strong',
  u: 'u',
};

/** Characters at which the Markdown library may have something to do, beside letters, digits and spaces. */
const SPECIAL = new Set(Array.from('\n!#$%&*+-:<=>@[\\]^_`{}~', (c) => c.charCodeAt(0)));

let library: MarkdownIt | undefined;

/**
 * The words of a source as markup: emphasis, code and links by the Markdown library, indicators of notes as the engine
 * reads them. No tag, image, script or style of the text comes through, and links lead to http, https and mailto
 * addresses only. Never fails.
 */
export function renderInline(source: string, options: InlineOptions = {}): string {
  // The library would do the same in its own way: as long as before, so that offsets stay what they are.
  const text = source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n').replaceAll('\0', '\uFFFD');
  return markdown().renderInline(text, { ...options, marks: new Map(), source: text } satisfies Env);
}

/** A table of the text, with or without the line that sets off its head. Columns are aligned by classes. */
export function renderTable(source: string, options: InlineOptions = {}): string {
  const rows = source.split(/\r\n|\r|\n/).filter((row) => row.trim() !== '');
  if (rows.length === 0) return '';
  const delimiter = rows[1] !== undefined && DELIMITER.test(rows[1]) ? cellsOf(rows[1]) : null;
  const columns = cellsOf(rows[0]!).length;
  const line = Array.from({ length: columns }, (_, i) => delimiter?.[i]?.trim() || '---').join(' | ');
  // A table needs a head and a line below it to be one; what was added is taken away again.
  const text = delimiter
    ? [rows[0], `| ${line} |`, ...rows.slice(2)].join('\n')
    : [`|${'   |'.repeat(columns)}`, `| ${line} |`, ...rows].join('\n');
  const env: Env = { ...options, marks: new Map(), source: '' };
  const html = markdown().render(text, env);
  return delimiter ? html : html.replace(/<thead>[^]*?<\/thead>\n?/, '');
}

const DELIMITER = /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/;

/** The cells of a row between its bars; a bar behind a backslash is part of the words. */
function cellsOf(row: string): string[] {
  const trimmed = row.trim();
  const cells: string[] = [];
  let start = trimmed.startsWith('|') ? 1 : 0;
  for (let i = start; i < trimmed.length; i++) {
    if (trimmed[i] === '\\') i++;
    else if (trimmed[i] === '|') {
      cells.push(trimmed.slice(start, i));
      start = i + 1;
    }
  }
  if (start < trimmed.length) cells.push(trimmed.slice(start));
  return cells;
}

function markdown(): MarkdownIt {
  return (library ??= create());
}

function create(): MarkdownIt {
  const md = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false });
  // What is a block is the engine's business; of those of Markdown only tables are read here.
  md.block.ruler.enableOnly(['table', 'paragraph']);
  // "report.md" is a file, not a site in Moldova.
  md.linkify.set({ fuzzyLink: false });
  // A link that may not lead anywhere is shown as its words, not as its source.
  md.validateLink = () => true;
  md.inline.ruler.at('text', text);
  md.inline.ruler.after('text', 'note', note);
  // A picture is its words: nothing is fetched, and nothing on the disk is looked at.
  md.inline.ruler.at('image', picture);
  md.inline.ruler.before('entity', 'tag', tag);
  md.inline.ruler2.push('pairs', pairs);
  const { rules } = md.renderer;
  rules.note = (tokens, i, _options, env: Env) => {
    const { key, form, linked } = tokens[i]!.meta as {
      key: string;
      form: Indicator['form'];
      linked: boolean;
    };
    return (env.note ?? noteLink)(key, form, linked);
  };
  rules.minute = (tokens, i) => `<span class="minute">${escapeHtml(tokens[i]!.content)}</span>`;
  rules.tag = (tokens, i) => {
    const { tag, nesting } = tokens[i]!.meta as Mark;
    return nesting > 0 ? `<${tag}>` : `</${tag}>`;
  };
  rules.softbreak = (tokens, i, _options, env: Env) => {
    if (env.breaks) return '<br>\n';
    // A word cut at the end of a line is one word.
    const before = tokens[i - 1]?.content ?? '';
    const after = tokens[i + 1]?.content ?? '';
    return /\p{L}-$/u.test(before) && /^\p{L}/u.test(after) ? '' : '\n';
  };
  rules.hardbreak = () => '<br>\n';
  for (const cell of ['th_open', 'td_open'] as const)
    rules[cell] = (tokens, i) => {
      const align = /text-align:\s*(left|right|center)/.exec(tokens[i]!.attrGet('style') ?? '')?.[1];
      const scope = cell === 'th_open' ? ' scope="col"' : '';
      return `<${cell.slice(0, 2)}${scope}${align ? ` class="${align}"` : ''} dir="auto">`;
    };
  return md;
}

/** An indicator as a link to its note. The asterisk of a masthead is raised by itself. */
function noteLink(key: string, form: Indicator['form'], linked: boolean): string {
  const words = escapeHtml(key);
  const inner = linked ? words : `<a href="#${noteId(key)}" data-note="${words}">${words}</a>`;
  return form === 'asterisk' ? `<span class="mark">${inner}</span>` : `<sup class="mark">${inner}</sup>`;
}

/** The indicators in a text that the library is reading, by their offsets in it; read once for each text. */
function indicators({ src, env }: InlineState): ReadonlyMap<number, Indicator> {
  const { marks } = env as Env;
  let found = marks.get(src);
  if (!found) {
    found = new Map(readBlock(src, 'text', null).indicators.map((one) => [one.source.start, one]));
    marks.set(src, found);
  }
  return found;
}

/** A stretch of plain words, up to the next character or indicator that needs to be looked at. */
function text(state: InlineState, silent: boolean): boolean {
  const { src, posMax } = state;
  const { minutes, source } = state.env as Env;
  const notes = indicators(state);
  const start = state.pos;
  const counted = minutes && minutes.size > 0 && src === source ? minutes : undefined;
  let pos = start;
  while (pos < posMax && !SPECIAL.has(src.charCodeAt(pos)) && !notes.has(pos)) {
    const minute = counted?.get(pos);
    if (minute !== undefined && !silent) {
      state.pending += src.slice(state.pos, pos);
      state.push('minute', '', 0).content = `${minute} min`;
      state.pos = pos;
    }
    pos++;
  }
  if (pos === start) return false;
  if (!silent) state.pending += src.slice(state.pos, pos);
  state.pos = pos;
  return true;
}

function note(state: InlineState, silent: boolean): boolean {
  const found = indicators(state).get(state.pos);
  if (!found || found.source.end > state.posMax) return false;
  if (!silent) {
    const token = state.push('note', '', 0);
    token.meta = { key: found.key, form: found.form, linked: false };
  }
  state.pos = found.source.end;
  return true;
}

/** The mark before the words of a picture, which then are those of a link. */
function picture(state: InlineState): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x21 || state.src.charCodeAt(state.pos + 1) !== 0x5b) return false;
  if (!/^!\[[^[\]]{0,400}\]\(/.test(state.src.slice(state.pos, state.pos + 420))) return false;
  state.pos++;
  return true;
}

/** What a tag token says: the tag of our own, and whether it opens or closes. */
interface Mark {
  readonly tag: string;
  readonly nesting: 1 | -1;
}

const COMMENT_OR_TAG = /<!--[^]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>\n]{0,200})?>/y;

/** A tag or a comment in the text: seen as the engine's reading sees it, which leaves it out. */
function tag(state: InlineState, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  COMMENT_OR_TAG.lastIndex = 0;
  const m = COMMENT_OR_TAG.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 400)));
  if (!m) return false;
  const name = m[2]?.toLowerCase() ?? '';
  const kept = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  if (!silent) {
    if (name === 'br') state.push('hardbreak', 'br', 0);
    else if (kept) state.push('tag', '', 0).meta = { tag: kept, nesting: m[1] ? -1 : 1 } satisfies Mark;
  }
  state.pos += m[0].length;
  return true;
}

/** Leaves out tags that have no partner at their level and links that may not be followed, once all else is settled. */
function pairs(state: InlineState): boolean {
  const { tokens } = state;
  const open: { readonly tag: string | null; readonly token: Token }[] = [];
  let linked = 0;
  for (const token of tokens) {
    if (token.type === 'tag') {
      const { tag, nesting } = token.meta as Mark;
      if (nesting > 0) open.push({ tag, token });
      else if (open.at(-1)?.tag === tag) open.pop();
      else drop(token);
    } else if (token.nesting > 0) {
      open.push({ tag: null, token });
      if (token.type === 'link_open') {
        if (mayFollow(token.attrGet('href') ?? '')) linked++;
        else drop(token);
      }
    } else if (token.nesting < 0) {
      let top = open.pop();
      for (; top && top.tag !== null; top = open.pop()) drop(top.token);
      if (token.type === 'link_close') {
        if (top && top.token.type === 'text') drop(token);
        else linked--;
      }
    } else if (token.type === 'note' && linked > 0) {
      (token.meta as { linked: boolean }).linked = true;
    }
  }
  for (const { tag, token } of open) if (tag !== null) drop(token);
  return false;
}

function drop(token: Token): void {
  token.type = 'text';
  token.content = '';
  token.attrs = null;
}

/** Whether an address may be opened: nothing that runs, and nothing within the text. */
function mayFollow(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}
