import type { Block } from '../document/block.js';
import { readBlock, type Reading } from '../document/reading.js';
import { wordsOfBlock } from '../document/words.js';
import type { Draft } from '../document/draft.js';

export interface RenderOptions {
  /** `page` as it would be printed; `reading` large, with minutes marked, for a speaker. */
  readonly mode: 'page' | 'reading';
  /** Speed of the speaker in words a minute; values that are not above 0 mark no minutes. */
  readonly wordsPerMinute: number;
}

export interface Rendered {
  /** Markup of the document's content, without `html` and `body`: headers, main part and notes. */
  readonly html: string;
  /** Styles for it, with colours that follow the editor's theme where there is one. */
  readonly css: string;
}

/** Text as it may stand in markup, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A draft as markup. Everything that a person wrote is escaped; no image, script or style of the text comes through, and
 * links only to http, https and mailto addresses. Front matter, comments and page furniture are left out. Each block
 * carries its 0-based line in `data-line`. Never fails.
 */
export function renderHtml(draft: Draft, options: RenderOptions): Rendered {
  const { bodyStart, language } = draft.structure;
  const head: string[] = [];
  const body: string[] = [];
  const notes: string[] = [];
  let words = 0;
  let minute = 0;
  draft.blocks.forEach((block, index) => {
    const html = renderBlock(block);
    if (html === '') return;
    if (block.role === 'note') {
      notes.push(html);
      return;
    }
    const front = index < bodyStart && block.role === 'masthead';
    if (!front && options.mode === 'reading' && options.wordsPerMinute > 0) {
      const reached = Math.floor(words / options.wordsPerMinute);
      if (reached > minute) body.push(`<p class="minute">${reached} min</p>`);
      minute = reached;
      words += wordsOfBlock(block);
    }
    (front ? head : body).push(html);
  });
  const lang = /^[a-z]{2}$/.test(language) ? ` lang="${language}"` : '';
  return {
    html:
      `<div class="draft ${options.mode}"${lang}>` +
      (head.length > 0 ? `<header>${head.join('')}</header>` : '') +
      `<main>${body.join('')}</main>` +
      (notes.length > 0 ? `<footer>${notes.join('')}</footer>` : '') +
      '</div>',
    css: CSS,
  };
}

function renderBlock(block: Block): string {
  const line = ` data-line="${block.startLine}"`;
  switch (block.role) {
    case 'furniture':
    case 'comment':
    case 'front-matter':
    case 'blank':
      return '';
    case 'code':
      return `<pre${line}>${escapeHtml(block.text.trim())}</pre>`;
    case 'table':
      return table(block.text, line);
    default:
  }
  if (block.form === 'rule') return `<hr${line}>`;
  const text = inline(block.reading);
  const label =
    block.labelled && block.label ? `<span class="number">${escapeHtml(block.label.text)}</span> ` : '';
  if (text === '' && label === '') return '';
  switch (block.role) {
    case 'title':
      return `<h1${line}>${label}${text}</h1>`;
    case 'heading': {
      const level = Math.max(2, Math.min(6, block.level + 1));
      return `<h${level}${line}>${label}${text}</h${level}>`;
    }
    case 'quote':
      return `<blockquote${line}>${label}${text}</blockquote>`;
    case 'note': {
      // The key of a note is a label of its own kind, which the block's reading leaves out.
      const key = /^\s{0,3}\[\^([^\]\s]{1,40})\]:/.exec(block.text)?.[1];
      return `<p class="note"${line}>${key === undefined ? '' : `<sup>${escapeHtml(key)}</sup> `}${label}${text}</p>`;
    }
    default: {
      const level = label === '' ? 0 : Math.max(1, Math.min(6, block.level));
      return `<p class="${block.role} level-${level}"${line}>${label}${text}</p>`;
    }
  }
}

function table(text: string, line: string): string {
  const rows: string[] = [];
  for (const row of text.split(/\r\n|\r|\n/)) {
    const trimmed = row.trim();
    if (trimmed === '' || /^[|:\s-]+$/.test(trimmed)) continue;
    const inner = trimmed.slice(trimmed.startsWith('|') ? 1 : 0, trimmed.endsWith('|') ? -1 : undefined);
    const cell = rows.length === 0 ? 'th' : 'td';
    const cells = inner
      .split('|')
      .map((content) => `<${cell}>${inline(readBlock(content.trim(), 'text', null))}</${cell}>`);
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return rows.length === 0 ? '' : `<table${line}>${rows.join('')}</table>`;
}

/** The words of a block with emphasis, links and indicators of notes. Spans that cross are closed and opened again. */
function inline(reading: Reading): string {
  const { text, emphasis, links, indicators } = reading;
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...emphasis, ...links]) cuts.add(start).add(end);
  for (const { at } of indicators) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  let out = '';
  places.forEach((from, i) => {
    for (const { at, key } of indicators) if (at === from) out += `<sup>${escapeHtml(key)}</sup>`;
    const to = places[i + 1];
    if (to === undefined) return;
    let piece = escapeHtml(text.slice(from, to));
    const covers = ({ start, end }: { start: number; end: number }): boolean => start <= from && end >= to;
    for (const e of emphasis)
      if (covers(e)) piece = e.strong ? `<strong>${piece}</strong>` : `<em>${piece}</em>`;
    const link = links.find(covers);
    if (link && /^(?:https?:\/\/|mailto:)/i.test(link.target))
      piece = `<a href="${escapeHtml(link.target)}">${piece}</a>`;
    out += piece;
  });
  return out;
}

const CSS = `.draft { font: 1rem/1.5 "Times New Roman", serif; max-width: 42rem; margin: 0 auto; padding: 1rem;
  color: var(--vscode-editor-foreground, #000); }
.draft header { border-bottom: 2px solid currentColor; margin-bottom: 1.5rem; }
.draft .number { display: inline-block; min-width: 2.5rem; }
.draft .level-2 { margin-left: 2.5rem; } .draft .level-3 { margin-left: 5rem; }
.draft table { border-collapse: collapse; } .draft th, .draft td { border: 1px solid currentColor; padding: .2rem .5rem; }
.draft footer { border-top: 1px solid currentColor; margin-top: 2rem; font-size: .85rem; }
.draft a { color: var(--vscode-textLink-foreground, #00508f); }
.draft.reading { font-size: 1.6rem; line-height: 1.9; }
.draft.reading .minute { font: bold 1rem sans-serif; border-top: 1px dashed currentColor; }
@media print { .draft { color: #000; max-width: none; } .draft a { color: #000; } }
`;
