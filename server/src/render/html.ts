import type { DocumentKind, DocumentLanguage } from '../document/kinds.js';
import { Slot } from '../document/block.js';
import type { Draft } from '../document/draft.js';
import { contentsLines } from './contents.js';
import { escapeHtml, noteId } from './escape.js';
import { renderInline, renderTable } from './inline.js';
import { minutesOf, partsOf, type Head, type Part, type Printed } from './parts.js';

export interface RenderOptions {
  /** `page` as it would be printed; `reading` large, with minutes marked, for a speaker. */
  readonly view: 'page' | 'reading';
  /** Speed of the speaker in words a minute; values that are not above 0 mark no minutes. */
  readonly wordsPerMinute: number;
}

/** A piece of the printed document that stands by itself: an element of the page, replaced as a whole. */
export interface Piece {
  /** 0-based line of the draft that it begins on. Elements within it count theirs from there, in `data-at`. */
  readonly line: number;
  readonly html: string;
}

/** A draft as it would be printed. */
export interface Rendered {
  readonly kind: DocumentKind;
  readonly language: DocumentLanguage;
  /** What the document is called, as plain text: its title or its first heading; empty where it has neither. */
  readonly title: string;
  readonly symbol: string;
  readonly pieces: readonly Piece[];
  /** The notes, in the order of the text. */
  readonly notes: readonly Piece[];
}

/**
 * A draft as markup. No tag, image, script or style of the text comes through, and links lead to http, https and mailto
 * addresses only. Front matter, comments and page furniture are left out. The markup of a piece is the same wherever it
 * stands, so that two results can be compared piece by piece. Never fails.
 */
export function renderHtml(draft: Draft, options: RenderOptions): Rendered {
  const { structure } = draft;
  const printed = partsOf(draft);
  const pieces: Piece[] = [];
  if (structure.kind === 'statement' && isDistributed(printed) && structure.language === 'en')
    pieces.push({ line: 0, html: '<p class="delivery"><em>Check against delivery</em></p>' });
  if (printed.head) pieces.push(renderHead(printed.head));
  const minutes = options.view === 'reading' ? minutesOf(printed.parts, options.wordsPerMinute) : undefined;
  const { parts } = printed;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (part.type !== 'item') {
      pieces.push({ line: part.line, html: renderPart(part, minutes?.get(part)) });
      continue;
    }
    // Items that follow one another are one list.
    let html = '';
    for (; parts[i]?.type === 'item'; i++) {
      const item = parts[i]!;
      const words = wordsOf(item, minutes?.get(item));
      html += `<li class="level-${item.level}" data-at="${item.line - part.line}" dir="auto">${words}</li>`;
    }
    i--;
    pieces.push({ line: part.line, html: `<ul>${html}</ul>` });
  }
  const { masthead } = structure;
  return {
    kind: structure.kind,
    language: structure.language,
    title: (parts.find(({ type }) => type === 'title') ?? parts.find(isHeading))?.text ?? '',
    symbol: masthead.symbol?.value ?? '',
    pieces,
    notes: uniqueNotes(printed.notes),
  };
}

function isHeading({ type, text }: Part): boolean {
  return type === 'heading' && text !== '';
}

/** A statement that is handed out says that the spoken word counts; notes of a speaker are for no one else. */
function isDistributed({ head, parts }: Printed): boolean {
  return (
    head === null &&
    !parts.some(({ type, text }) => type === 'delivery' || /^(?:speaking notes|talking points)\b/i.test(text))
  );
}

// ---- the masthead

function renderHead(head: Head): Piece {
  const at = ({ line }: Part): string => ` data-at="${line - head.line}"`;
  const symbol = head.symbol === null ? '' : renderSymbol(head.symbol);
  const organs = [...head.organs].map((organ) => `<p${at(organ)} dir="auto">${wordsOf(organ)}</p>`).join('');
  const distribution = head.distribution.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('');
  const columns = head.columns.filter((column) => column.length > 0);
  const agenda = columns
    .map((column) => {
      const lines = column.map((part) => {
        const kind = part.type === 'organ' ? ' class="organ"' : '';
        return `<p${kind}${at(part)} dir="auto">${wordsOf(part)}</p>`;
      });
      return `<div class="column">${lines.join('')}</div>`;
    })
    .join('');
  return {
    line: head.line,
    html:
      '<div class="masthead">' +
      `<div class="top"><p class="organization">United Nations</p><p class="symbol">${symbol}</p></div>` +
      `<div class="middle"><div class="organs">${organs}</div><div class="distribution">${distribution}</div></div>` +
      (agenda === '' ? '' : `<div class="agenda columns-${columns.length}">${agenda}</div>`) +
      '</div>',
  };
}

/** The first letters of a symbol, which name the organ, are printed larger. */
function renderSymbol(symbol: string): string {
  const slash = symbol.indexOf('/');
  if (slash < 0) return escapeHtml(symbol);
  return `<span class="series">${escapeHtml(symbol.slice(0, slash))}</span>${escapeHtml(symbol.slice(slash))}`;
}

// ---- one part

function renderPart(part: Part, minutes?: ReadonlyMap<number, number>): string {
  const words = (): string => wordsOf(part, minutes);
  const label = part.label === '' ? '' : `<bdi class="number">${escapeHtml(part.label)} </bdi>`;
  switch (part.type) {
    case 'code':
      return `<pre dir="auto">${escapeHtml(part.source.trim())}</pre>`;
    case 'table':
      return tableOf(part);
    case 'rule':
      return '<hr>';
    case 'contents':
      return contents(part);
    case 'title':
      return `<h1 dir="auto">${label}${words()}</h1>`;
    case 'heading': {
      const tag = `h${Math.min(6, part.depth + 2)}`;
      const level = `heading level-${Math.max(1, Math.min(6, part.level))}${part.annex ? ' annex' : ''}`;
      return `<${tag} class="${level}" dir="auto">${label}<span class="words">${words()}</span></${tag}>`;
    }
    case 'heading-label':
      return `<p class="heading-label level-${Math.max(1, Math.min(6, part.level))}${part.annex ? ' annex' : ''}" dir="auto">${escapeHtml(part.label || part.text)}</p>`;
    case 'quote':
      return `<blockquote dir="auto"><p>${label}${words()}</p></blockquote>`;
    case 'item':
      return `<ul><li dir="auto">${words()}</li></ul>`;
    case 'delivery':
      return `<p class="delivery" dir="auto"><em>${escapeHtml(part.text)}</em></p>`;
    default: {
      const level = Math.max(label === '' ? 0 : 1, Math.min(6, part.level));
      return `<p class="${part.type} level-${level}" dir="auto">${label}${words()}</p>`;
    }
  }
}

/** The notes as paragraphs; of two with the same key only the first can be linked to. */
function uniqueNotes(notes: readonly Part[]): Piece[] {
  const seen = new Set<string>();
  return notes.map((part) => {
    const id = seen.has(part.label) || part.label === '' ? '' : ` id="${noteId(part.label)}"`;
    seen.add(part.label);
    // An asterisk is raised by itself.
    const tag = part.label.startsWith('*') ? 'span' : 'sup';
    const key = part.label === '' ? '' : `<${tag} class="mark">${escapeHtml(part.label)}</${tag}> `;
    return {
      line: part.line,
      html: `<p class="note"${id} data-note="${escapeHtml(part.label)}" dir="auto">${key}${wordsOf(part)}</p>`,
    };
  });
}

/** What was rendered of a block's source, kept with the block until its text or its role changes. */
const WORDS = new Slot<{ readonly source: string; readonly html: string }>();

function wordsOf(part: Part, minutes?: ReadonlyMap<number, number>): string {
  if (minutes) return renderInline(part.source, { breaks: part.breaks, minutes });
  return kept(part, () => renderInline(part.source, { breaks: part.breaks }));
}

function tableOf(part: Part): string {
  return kept(part, () => `<div class="table">${renderTable(part.source)}</div>`);
}

function kept(part: Part, render: () => string): string {
  const { block } = part.stretches[0]!;
  const known = WORDS.get(block);
  if (known?.source === part.source) return known.html;
  const html = render();
  WORDS.set(block, { source: part.source, html });
  return html;
}

/** A table of contents: words, a row of dots, the number of a page or of the paragraphs. */
function contents(part: Part): string {
  const html = contentsLines(part.source).map(({ level, words, page }) => {
    if (page === null) return `<p class="contents" dir="auto">${renderInline(words)}</p>`;
    const deep = level === 0 ? '' : ` deep-${level}`;
    return `<p class="contents${deep}" dir="auto"><span class="words">${renderInline(words)}</span><span class="dots"></span><span class="page">${escapeHtml(page)}</span></p>`;
  });
  return html.length === 1 ? html[0]! : `<div>${html.join('')}</div>`;
}
