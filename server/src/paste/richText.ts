import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Html } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

/** What a paste has to know of the draft that it goes into. */
export interface PasteOptions {
  /** Added to the numbers of pasted footnotes, so that they meet none of the draft's own. */
  readonly notesFrom?: number;
}

/** Rich text as Markdown, and where it comes from. */
export interface Pasted {
  readonly markdown: string;
  /** True for a word processor's: what it calls a list, a heading or a note is meant as one. */
  readonly fromWordProcessor: boolean;
}

/** An element of our own that stands for a piece of Markdown as it is: a label, a note's mark. */
const RAW = 'x-raw';

/**
 * Rich text from the clipboard (HTML) as clean Markdown for United Nations documents: numbers and letters of paragraphs
 * stand before their words as text, headings, italics, bold type, links, tables and footnotes are kept; fonts, colours,
 * comments, deleted text and the marks of a word processor are not. Null where the HTML holds no words or can’t be read. Never
 * throws; the result holds no HTML but superscripts.
 */
export function richTextToMarkdown(html: string, options: PasteOptions = {}): Pasted | null {
  try {
    return convert(html, options);
  } catch {
    // The libraries walk without limit: a text nested thousands deep ends them. It is pasted as plain text then.
    return null;
  }
}

function convert(html: string, options: PasteOptions): Pasted | null {
  const root = fromHtml(fragmentOf(html), { fragment: true });
  const cleaner = new Cleaner(options.notesFrom ?? 0);
  const content = [...cleaner.blocks(root.children), ...cleaner.notes];
  if (content.length === 0) return null;
  const tree = toMdast(
    { type: 'root', children: content },
    {
      document: true,
      handlers: { [RAW]: (_: unknown, node: Element): Html => ({ type: 'html', value: textOf(node) }) },
    },
  );
  const markdown = toMarkdown(tree, {
    emphasis: '*',
    strong: '*',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    handlers: { text: (node: { value: string }) => plainText(node.value) },
  })
    // Spaces that the library would keep at any price.
    .replace(/&#x(?:20|A);/g, ' ')
    .trim();
  return markdown === '' ? null : { markdown, fromWordProcessor: isFromWordProcessor(html) };
}

/** Whether HTML was written by a word processor. */
export function isFromWordProcessor(html: string): boolean {
  const head = html.slice(0, 20_000);
  return /urn:schemas-microsoft-com:office|class="?Mso|mso-|content="?(?:LibreOffice|OpenOffice)|name="?Generator"?|docs-internal-guid/i.test(
    head,
  );
}

/** The part that was copied; clipboards put it between two comments. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  const body = start >= 0 ? html.slice(start + 20, end > start ? end : undefined) : html;
  // Word's lists of notes and comments may stand behind the fragment.
  const rest = start >= 0 && end > start ? html.slice(end) : '';
  const lists = /mso-element:\s*footnote-list|mso-element:\s*endnote-list/i.exec(rest);
  return lists ? `${body}${rest.slice(rest.lastIndexOf('<', lists.index))}` : body;
}

/** Characters that would be marks in Markdown; brackets and full stops are the author's own and stay as they are. */
function plainText(value: string): string {
  return value
    .replace(/[\\`*]/g, '\\$&')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/(^|[^\p{L}\p{N}])_(?=\S)|_(?=$|[^\p{L}\p{N}_])/gu, (mark) => mark.replace('_', '\\_'));
}

const DROPPED = new Set([
  ...['head', 'style', 'script', 'meta', 'link', 'title', 'xml', 'template', 'noscript', 'object', 'iframe'],
  ...['img', 'svg', 'picture', 'video', 'audio', 'canvas', 'del', 's', 'strike', 'button', 'input', 'select'],
]);
const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'center', 'address'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'blockquote', 'pre'],
  ...['hr', 'body', 'html', 'figure', 'figcaption', 'form', 'fieldset', 'details', 'summary'],
]);
/** Marks of lists that stand for no number. */
const BULLET = /^[·•▪◦●○■§oØüv*–—-]$/u;

class Cleaner {
  readonly #notesFrom: number;
  /** The bodies of notes, which come behind the text. */
  readonly notes: Element[] = [];

  constructor(notesFrom: number) {
    this.#notesFrom = notesFrom;
  }

  /** Blocks in the order of the text: paragraphs, headings and tables that hold nothing but words and their marks. */
  blocks(children: readonly (RootContent | ElementContent)[], depth = 0): Element[] {
    const out: Element[] = [];
    let line: ElementContent[] = [];
    const flush = (): void => {
      const words = tidy(line);
      line = [];
      if (hasWords(words)) out.push(element('p', words));
    };
    for (const child of children) {
      if (child.type === 'element' && (BLOCKS.has(child.tagName) || holdsBlocks(child))) {
        flush();
        out.push(...this.#block(child, depth));
      } else if (child.type === 'element' || child.type === 'text') line.push(...this.#inline(child));
    }
    flush();
    return out;
  }

  #block(node: Element, depth: number): Element[] {
    const style = styleOf(node);
    if (isHidden(node, style)) return [];
    // A text made to be deep is flattened rather than followed without end.
    if (depth > 60) return this.#paragraph(element('p', [text(textOf(node))]), style);
    const { tagName } = node;
    if (/mso-element:\s*(?:footnote|endnote)\b(?!-list)/i.test(style) || isNoteBody(node))
      return this.#note(node, depth);
    switch (tagName) {
      case 'hr':
        return [];
      case 'ul':
      case 'ol':
        return this.#list(node, depth);
      case 'table':
        return this.#table(node, depth);
      case 'pre':
        return textOf(node).trim() === ''
          ? []
          : [element('p', [text(textOf(node).replace(/\s+/g, ' ').trim())])];
      case 'blockquote': {
        const inner = this.blocks(node.children, depth + 1);
        return inner.length === 0 ? [] : [element('blockquote', inner)];
      }
      default:
        break;
    }
    if (
      node.children.some(
        (child) => child.type === 'element' && (BLOCKS.has(child.tagName) || holdsBlocks(child)),
      )
    )
      return this.blocks(node.children, depth + 1);
    return this.#paragraph(node, style);
  }

  /** A paragraph or heading with its number, if Word keeps one for it. */
  #paragraph(node: Element, style: string): Element[] {
    const { label, rest } = takeLabel(node);
    const words = tidy(rest.flatMap((child) => this.#inline(child)));
    if (!hasWords(words)) return [];
    const level = headingLevel(node, style, label, textOf(element('p', words)));
    const content = level > 0 ? withoutStrong(words) : words;
    const labelled = label === '' ? content : [raw(`${BULLET.test(label) ? '-' : label} `), ...content];
    return [element(level > 0 ? `h${level}` : 'p', labelled)];
  }

  #list(node: Element, depth: number): Element[] {
    const out: Element[] = [];
    let number = Number(property(node, 'start')) || 1;
    for (const child of node.children) {
      if (child.type !== 'element' || child.tagName !== 'li') {
        out.push(...this.blocks([child], depth + 1));
        continue;
      }
      number = Number(property(child, 'value')) || number;
      const label = node.tagName === 'ul' ? '-' : listLabel(node, child, number);
      number++;
      const [first, ...more] = this.blocks(child.children, depth + 1);
      if (!first) continue;
      // A list of lists has no words of its own.
      const own = first.tagName === 'p' && !startsWithLabel(first);
      out.push(own ? { ...first, children: [raw(`${label} `), ...first.children] } : first, ...more);
    }
    return out;
  }

  /** A table of at least two rows and columns; one that only arranges text on a page becomes its paragraphs. */
  #table(node: Element, depth: number): Element[] {
    const rows: Element[][] = [];
    const nested: Element[] = [];
    const walk = (children: readonly ElementContent[]): void => {
      for (const child of children) {
        if (child.type !== 'element') continue;
        if (child.tagName === 'tr')
          rows.push(
            child.children.filter(
              (cell) => cell.type === 'element' && /^t[dh]$/.test(cell.tagName),
            ) as Element[],
          );
        else if (child.tagName === 'caption') nested.push(...this.blocks(child.children, depth + 1));
        else walk(child.children);
      }
    };
    walk(node.children);
    const cells = rows.map((row) => row.map((cell) => this.blocks(cell.children, depth + 1)));
    const width = Math.max(0, ...cells.map((row) => row.length));
    const layout =
      cells.length < 2 ||
      width < 2 ||
      cells.some((row) => row.some((cell) => cell.some(isOfMasthead))) ||
      cells.some((row) => row.some((cell) => cell.length > 3 || cell.some(isTable)));
    if (layout) return [...nested, ...cells.flat(2)];
    const line = (row: readonly Element[][], tag: string): Element =>
      element(
        'tr',
        Array.from({ length: width }, (_, i) =>
          element(
            tag,
            (row[i] ?? []).flatMap((block, j): ElementContent[] => [
              ...(j > 0 ? [text(' ')] : []),
              ...(tag === 'th' ? withoutStrong(block.children) : block.children),
            ]),
          ),
        ),
      );
    const [head, ...body] = cells;
    return [
      ...nested,
      element('table', [
        element('thead', [line(head!, 'th')]),
        element(
          'tbody',
          body.map((row) => line(row, 'td')),
        ),
      ]),
    ];
  }

  /** The body of a note: its paragraphs as one, behind the mark. */
  #note(node: Element, depth: number): Element[] {
    const number = noteNumber(node);
    const body = this.blocks(node.children, depth + 1).flatMap((block, i): ElementContent[] => [
      ...(i > 0 ? [text(' ')] : []),
      ...block.children,
    ]);
    if (number === null) return body.length === 0 ? [] : [element('p', body)];
    const words = tidy(body);
    if (hasWords(words)) this.notes.push(element('p', [raw(`${this.#mark(number)}: `), ...words]));
    return [];
  }

  #mark(number: number): string {
    return `[^${number + this.#notesFrom}]`;
  }

  /** Words with their marks. */
  #inline(node: ElementContent | RootContent, depth = 0): ElementContent[] {
    if (node.type === 'text') return [text(node.value.replace(/\u00ad/g, '').replace(/[\s\u00a0]+/g, ' '))];
    if (node.type !== 'element') return [];
    const style = styleOf(node);
    if (isHidden(node, style)) return [];
    if (depth > 60) return [text(textOf(node))];
    const children = (): ElementContent[] => node.children.flatMap((child) => this.#inline(child, depth + 1));
    switch (node.tagName) {
      case RAW:
        return [node];
      case 'br':
        return [element('br', [])];
      case 'a':
        return this.#link(node, children);
      case 'sup':
      case 'sub': {
        const words = textOf(node).trim();
        if (/^(?:st|nd|rd|th)$/.test(words) || words === '') return [text(words)];
        // The mark of a note is a link within.
        const inner = children();
        if (inner.some((child) => child.type === 'element' && child.tagName === RAW)) return inner;
        return node.tagName === 'sup' ? [raw(`<sup>${words.replace(/[<>&]/g, '')}</sup>`)] : inner;
      }
      default: {
        let inner = children();
        if (isItalic(node, style)) inner = [element('em', inner)];
        if (isBold(node, style)) inner = [element('strong', inner)];
        return inner;
      }
    }
  }

  #link(node: Element, children: () => ElementContent[]): ElementContent[] {
    const href = property(node, 'href');
    if (BACK_REFERENCE.test(href)) return [];
    const reference = NOTE_REFERENCE.exec(href);
    if (reference) return [raw(this.#mark(Number(reference[1])))];
    if (/^#_msocom/i.test(href)) return [];
    if (!/^(?:https?|mailto):/i.test(href)) return children();
    return [{ ...element('a', children()), properties: { href } }];
  }
}

// ---- footnotes

/** The addresses of notes in Word, LibreOffice and Google Docs; the body points back at its mark. */
const NOTE_REFERENCE = /#_?(?:ftn|edn|ftnt|sdfootnote|sdendnote)(\d{1,4})(?:sym)?$/i;
const BACK_REFERENCE = /#_?(?:ftnref|ednref|ftnt_ref)\d{1,4}$|#sd(?:footnote|endnote)\d{1,4}anc$/i;

/** A block that begins with a link back to the mark of a note. */
function isNoteBody(node: Element): boolean {
  return noteNumber(node) !== null;
}

/** The number of the note that a block is the body of: by the link back at its beginning. */
function noteNumber(node: Element): number | null {
  let at = node;
  for (let depth = 0; depth < 6; depth++) {
    const first: ElementContent | undefined = at.children.find(
      (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
    );
    if (first?.type !== 'element') return null;
    if (first.tagName === 'a') {
      const href = property(first, 'href');
      return BACK_REFERENCE.test(href) ? Number(/(\d+)(?:anc)?$/.exec(href)![1]) : null;
    }
    at = first;
  }
  return null;
}

/** Whether a paragraph is a line of a masthead, which word processors arrange in a table. */
function isOfMasthead(block: Element): boolean {
  return /^\s*(?:United Nations|Distr\.? ?: ?\w+)\s*$/.test(textOf(block));
}

// ---- labels and headings

/** Word writes the number of a paragraph in a part of its own, which it ignores when it reads it back. */
function takeLabel(node: Element): { label: string; rest: ElementContent[] } {
  let label = '';
  const strip = (children: readonly ElementContent[], depth: number): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element' || depth > 6) return [child];
      if (/mso-list:\s*ignore/i.test(styleOf(child))) {
        label ||= textOf(child)
          .replace(/[\s\u00a0]+/g, ' ')
          .trim();
        return [];
      }
      return [{ ...child, children: strip(child.children, depth + 1) }];
    });
  const rest = strip(node.children, 0);
  return { label, rest };
}

function startsWithLabel({ children }: Element): boolean {
  const [first] = children;
  return first?.type === 'element' && first.tagName === RAW && !textOf(first).startsWith('[^');
}

function listLabel(list: Element, item: Element, number: number): string {
  const style = `${styleOf(list)};${styleOf(item)}`;
  const type = property(list, 'type');
  const letter =
    type.toLowerCase() === 'a' || /list-style-type:\s*(?:lower|upper)-(?:alpha|latin)/i.test(style);
  const roman = type.toLowerCase() === 'i' || /list-style-type:\s*(?:lower|upper)-roman/i.test(style);
  const upper = type === 'A' || type === 'I' || /list-style-type:\s*upper/i.test(style);
  const value = letter ? letters(number) : roman ? romans(number) : String(number);
  if (!letter && !roman) return `${value}.`;
  return upper ? `${value.toUpperCase()}.` : `(${value})`;
}

function letters(number: number): string {
  return number >= 1 && number <= 26 ? String.fromCharCode(96 + number) : String(number);
}

const ROMANS: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romans(number: number): string {
  if (number < 1 || number > 89) return String(number);
  let rest = number;
  let out = '';
  for (const [value, sign] of ROMANS) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}

/** The level of a heading in a draft: 1 for the title, 2 for "I.", 3 for "A.", 4 for "1."; 0 for what is none. */
function headingLevel(node: Element, style: string, label: string, words: string): number {
  const classes = classesOf(node);
  if (/\bMsoTitle\b/.test(classes)) return 1;
  const written = /^h([1-6])$/.exec(node.tagName)?.[1] ?? /\b(?:Mso)?Heading([1-6])\b/i.exec(classes)?.[1];
  const outline = /mso-outline-level:\s*([1-6])/i.exec(style)?.[1];
  const level = Number(written ?? outline ?? 0);
  if (level === 0) return 0;
  const number = label === '' ? (/^\s*(\S{1,8})/.exec(words)?.[1] ?? '') : label;
  if (/^[IVX]{1,6}\.$/.test(number)) return 2;
  if (/^[A-Z]\.$/.test(number)) return 3;
  if (/^\d{1,2}\.$/.test(number)) return 4;
  return Math.min(6, level + 1);
}

// ---- small parts

function element(tagName: string, children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children: [...children] };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function raw(value: string): Element {
  return element(RAW, [text(value)]);
}

function textOf(node: Root | ElementContent): string {
  const parts: string[] = [];
  // Without recursion: a text made to be deep must not end the walk.
  const open: (Root | RootContent | ElementContent)[] = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.type === 'text') parts.push(at.value);
    else if ('children' in at) for (let i = at.children.length - 1; i >= 0; i--) open.push(at.children[i]!);
  }
  return parts.join('');
}

/** An attribute as text; empty where it is not there. */
function property(node: Element, name: string): string {
  const value: unknown = node.properties[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function styleOf(node: Element): string {
  return property(node, 'style');
}

function classesOf(node: Element): string {
  const value: unknown = node.properties['className'];
  return Array.isArray(value) ? value.join(' ') : '';
}

function isHidden(node: Element, style: string): boolean {
  return (
    DROPPED.has(node.tagName) ||
    /mso-hide:\s*all|display:\s*none|mso-element:\s*(?:field-(?:begin|separator|end)|comment)|mso-special-character:\s*comment/i.test(
      style,
    ) ||
    /\bmsoDel\b|\bMsoCommentReference\b|\bMsoCommentText\b/.test(classesOf(node))
  );
}

function isItalic(node: Element, style: string): boolean {
  if (/font-style:\s*normal/i.test(style)) return false;
  return /^(?:i|em|cite|dfn|var)$/.test(node.tagName) || /font-style:\s*italic/i.test(style);
}

function isBold(node: Element, style: string): boolean {
  // Google Docs wraps all it copies in a <b> that is not bold.
  if (/font-weight:\s*(?:normal|[1-5]00)/i.test(style)) return false;
  return /^(?:b|strong)$/.test(node.tagName) || /font-weight:\s*(?:bold|[6-9]00)/i.test(style);
}

function holdsBlocks(node: Element): boolean {
  const open: { node: Element; depth: number }[] = [{ node, depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    for (const child of at.node.children) {
      if (child.type !== 'element') continue;
      if (BLOCKS.has(child.tagName)) return true;
      if (at.depth < 12) open.push({ node: child, depth: at.depth + 1 });
    }
  }
  return false;
}

function isTable(node: Element): boolean {
  return node.tagName === 'table';
}

function hasWords(content: readonly ElementContent[]): boolean {
  return content.some((node) => /[^\s\u00a0]/.test(textOf(node)));
}

function withoutStrong(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node) =>
    node.type === 'element' && node.tagName === 'strong' ? withoutStrong(node.children) : [node],
  );
}

const isMark = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && (node.tagName === 'em' || node.tagName === 'strong');

/** Words without doubled spaces; marks hold words only: the spaces at their ends stand outside, neighbours are joined. */
function tidy(content: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  const add = (node: ElementContent): void => {
    const last = out.at(-1);
    if (node.type === 'text') {
      if (node.value === '') return;
      if (last?.type === 'text') last.value += node.value;
      else out.push({ ...node });
    } else if (isMark(node) && isMark(last) && last.tagName === node.tagName) {
      last.children = tidy([...last.children, ...node.children]);
    } else out.push(node);
  };
  for (const node of content) {
    if (node.type !== 'element' || !['em', 'strong', 'a'].includes(node.tagName)) {
      add(node);
      continue;
    }
    const inner = tidy(node.children);
    const before = takeBlank(inner, 'first');
    const after = takeBlank(inner, 'last');
    for (const blank of before) add(blank);
    if (inner.length > 0) add({ ...node, children: inner });
    for (const blank of after) add(blank);
  }
  for (const node of out) if (node.type === 'text') node.value = node.value.replace(/ {2,}/g, ' ');
  trimEnds(out);
  // Markdown has no spaces at the ends of lines.
  out.forEach((node, i) => {
    if (node.type !== 'text') return;
    if (isBreak(out[i + 1])) node.value = node.value.trimEnd();
    if (isBreak(out[i - 1])) node.value = node.value.trimStart();
  });
  return out;
}

/** Takes spaces and line breaks from one end of words, and gives them back. */
function takeBlank(words: ElementContent[], end: 'first' | 'last'): ElementContent[] {
  const blank: ElementContent[] = [];
  for (;;) {
    const node = end === 'first' ? words[0] : words.at(-1);
    if (!node) return blank;
    if (node.type === 'text') {
      const kept = end === 'first' ? node.value.trimStart() : node.value.trimEnd();
      if (kept !== node.value) blank[end === 'first' ? 'push' : 'unshift'](text(' '));
      node.value = kept;
      if (kept !== '') return blank;
    } else if (isBreak(node)) blank[end === 'first' ? 'push' : 'unshift'](node);
    else return blank;
    if (end === 'first') words.shift();
    else words.pop();
  }
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

function trimEnds(content: ElementContent[]): void {
  while (isBreak(content[0])) content.shift();
  while (isBreak(content.at(-1))) content.pop();
}
