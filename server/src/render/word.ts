import type { Draft } from '../document/draft.js';
import { contentsLines } from './contents.js';
import { escapeHtml } from './escape.js';
import { renderInline, renderTable, type InlineOptions } from './inline.js';
import { partsOf, type Head, type Part } from './parts.js';

/** A draft for the clipboard: rich text for word processors, and plain text for everything else. */
export interface ForWord {
  readonly html: string;
  readonly text: string;
}

/** Measures of United Nations documents: ten points on twelve, the number of a paragraph half an inch before its words. */
const FONT = "font-family:'Times New Roman',serif;font-size:10pt;line-height:12pt";
const AFTER = 'margin:0 0 6pt 0';
const STEP = 36;
/** Where the numbers of a table of contents end: a line of A4 paper. Points. */
const WIDTH = 450;
const SIZES: readonly string[] = ['14pt', '14pt', '12pt', '10pt', '10pt', '10pt', '10pt'];

/** A tab as Word writes it into its own clipboard: other programs see white space. */
const TAB = "<span style='mso-tab-count:1'>&#9;</span>";

/**
 * A draft as Word shows it: headings that Word knows as headings, paragraphs with their numbers and hanging indents,
 * footnotes that become Word's own. Styles stand in the elements, because word processors pass over style sheets.
 * Nothing of the text becomes a tag. Never fails.
 */
export function renderForWord(draft: Draft): ForWord {
  const { head, parts, notes } = partsOf(draft);
  const words = new Words(notes);
  const html: string[] = [];
  if (head) html.push(words.head(head));
  for (const part of parts) html.push(words.part(part));
  html.push(words.notes());
  const { language } = draft.structure;
  const lang = language === 'other' ? '' : ` lang="${language}"`;
  return {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"></head><body${lang} style="${FONT}">${html.join('\n')}</body></html>`,
    text: plainText(head, parts, notes),
  };
}

class Words {
  readonly #notes: readonly Part[];
  /** Numbers of the notes in Word, by their keys, in the order in which the text points at them. */
  readonly #numbers = new Map<string, number>();
  readonly #byKey = new Map<string, Part>();

  constructor(notes: readonly Part[]) {
    this.#notes = notes;
    for (const note of notes) if (!this.#byKey.has(note.label)) this.#byKey.set(note.label, note);
  }

  head(head: Head): string {
    const cell = 'padding:0 0 2pt 0;vertical-align:top';
    const paragraphs = (lines: readonly string[], style = ''): string =>
      lines.map((line) => `<p style="margin:0;${FONT};${style}">${line}</p>`).join('');
    const row = (left: string, right: string, border: string): string =>
      `<tr><td style="${cell};width:66%;border-bottom:${border}">${left}</td><td style="${cell};border-bottom:${border}">${right}</td></tr>`;
    const upper =
      row(
        paragraphs(['United Nations'], 'font-size:14pt;line-height:17pt'),
        paragraphs([escapeHtml(head.symbol ?? '')], 'font-size:14pt;line-height:17pt;text-align:right'),
        '.5pt solid windowtext',
      ) +
      row(
        paragraphs(
          head.organs.map((organ) => `<b>${escapeHtml(organ.text)}</b>`),
          'font-size:14pt;line-height:17pt',
        ),
        paragraphs(head.distribution.map(escapeHtml)),
        '1.5pt solid windowtext',
      );
    const columns = head.columns.filter((column) => column.length > 0);
    const agenda =
      columns.length < 2
        ? (columns[0] ?? []).map((part) => this.#paragraph(part, 'margin:0')).join('')
        : `<table style="border-collapse:collapse;width:100%"><tr>${columns
            .map(
              (column) =>
                `<td style="${cell}">${column.map((part) => this.#paragraph(part, 'margin:0')).join('')}</td>`,
            )
            .join('')}</tr></table>`;
    return `<table style="border-collapse:collapse;width:100%">${upper}</table>${agenda}<p style="${AFTER}">&nbsp;</p>`;
  }

  part(part: Part): string {
    switch (part.type) {
      case 'title':
        return this.#heading(part, 1, 0);
      case 'heading':
        return this.#heading(part, Math.min(6, part.depth + 2), part.level);
      case 'heading-label':
        return `<p style="${AFTER};${FONT};font-weight:bold">${escapeHtml(part.label || part.text)}</p>`;
      case 'table':
        return renderTable(part.source, this.#options(part))
          .replaceAll('<table>', `<table style="border-collapse:collapse;${FONT}">`)
          .replace(/<(t[hd])(?: scope="col")?(?: class="(\w+)")?/g, (_all, tag: string, align?: string) => {
            const side = align ? `;text-align:${align}` : '';
            return `<${tag} style="border:.5pt solid windowtext;padding:2pt 4pt${side}"`;
          });
      case 'code':
        return `<pre style="font-size:9pt">${escapeHtml(part.source.trim())}</pre>`;
      case 'contents':
        return contentsLines(part.source)
          .map(({ level, words, page }) => {
            const tab = page === null ? '' : `;margin-left:${level * 18}pt;tab-stops:right dotted ${WIDTH}pt`;
            const number = page === null ? '' : TAB + escapeHtml(page);
            return `<p style="${FONT};margin:0 0 2pt 0${tab}">${renderInline(words, this.#options(part))}${number}</p>`;
          })
          .join('');
      case 'rule':
        return '<hr style="width:25%">';
      case 'item':
        return this.#paragraph(part, hanging(part.level, 18), `•${TAB}`);
      case 'quote':
        return this.#paragraph(part, `margin:0 ${STEP}pt 6pt ${STEP}pt`);
      case 'signature':
        return this.#paragraph(part, 'margin:0 0 6pt 234pt');
      case 'preambular':
      case 'organ':
        return this.#paragraph(part, `${AFTER};text-indent:${STEP}pt`);
      case 'delivery':
        return `<p style="${AFTER};${FONT};text-align:right"><i>${escapeHtml(part.text)}</i></p>`;
      default:
        return part.label === ''
          ? this.#paragraph(part, AFTER)
          : this.#paragraph(part, hanging(part.level, STEP), `${escapeHtml(part.label)}${TAB}`);
    }
  }

  /** The notes that the text points at as Word's own, and those that nothing points at as paragraphs. */
  notes(): string {
    if (this.#notes.length === 0) return '';
    // A note may point at another one, which is numbered behind those that are known so far.
    const own: string[] = [];
    const pointedAt = new Set<Part>();
    for (const [key, number] of this.#numbers) {
      const note = this.#byKey.get(key);
      if (!note) continue;
      pointedAt.add(note);
      const mark = `<a style='mso-footnote-id:ftn${number}' href="#_ftnref${number}" name="_ftn${number}"><sup>${escapeHtml(key)}</sup></a>`;
      own.push(
        `<div style='mso-element:footnote' id="ftn${number}">${this.#paragraph(note, 'margin:0;font-size:9pt', `${mark} `)}</div>`,
      );
    }
    const rest = this.#notes
      .filter((note) => !pointedAt.has(note))
      .map((note) => this.#paragraph(note, AFTER, `<sup>${escapeHtml(note.label)}</sup> `));
    const list = own.length === 0 ? '' : `<div style='mso-element:footnote-list'>${own.join('')}</div>`;
    return rest.join('') + list;
  }

  #heading(part: Part, tag: number, level: number): string {
    const size = SIZES[level] ?? '10pt';
    const label = part.label === '' ? '' : `${escapeHtml(part.label)}${TAB}`;
    const words = renderInline(part.source, this.#options(part));
    // As in print: the lowest headings, which have no numbers, are in italics. Word and others make headings bold.
    const weight = level === 4 || level === 5 ? 'font-weight:normal;font-style:italic' : 'font-weight:bold';
    return `<h${tag} style="margin:12pt 0 6pt 0;font-family:'Times New Roman',serif;font-size:${size};color:windowtext;${weight}">${label}${words}</h${tag}>`;
  }

  #paragraph(part: Part, style: string, before = ''): string {
    return `<p style="${FONT};${style}">${before}${renderInline(part.source, this.#options(part))}</p>`;
  }

  #options(part: Part): InlineOptions {
    return {
      breaks: part.breaks,
      note: (key, _form, linked) => {
        const words = `<sup>${escapeHtml(key)}</sup>`;
        // Only the first mark of a note can be its own; one that has no text, or stands in a link, is a raised figure.
        if (linked || !this.#byKey.has(key) || this.#numbers.has(key)) return words;
        const number = this.#numbers.size + 1;
        this.#numbers.set(key, number);
        return `<a style='mso-footnote-id:ftn${number}' href="#_ftn${number}" name="_ftnref${number}">${words}</a>`;
      },
    };
  }
}

/** A paragraph whose number hangs before its words, the further in the deeper its level. Points. */
function hanging(level: number, step: number): string {
  const left = Math.max(1, level) * step;
  return `margin:0 0 6pt ${left}pt;text-indent:-${step}pt;tab-stops:${left}pt`;
}

function plainText(head: Head | null, parts: readonly Part[], notes: readonly Part[]): string {
  const lines: string[] = [];
  if (head) {
    lines.push(['United Nations', head.symbol ?? ''].join('\t').trim());
    for (const part of [...head.organs, ...head.columns.flat()]) lines.push(part.text);
    lines.push(...head.distribution);
  }
  for (const part of [...parts, ...notes]) {
    if (part.type === 'rule') continue;
    const whole = part.type === 'table' || part.type === 'code' || part.type === 'contents';
    const text = whole ? part.source.trim() : part.text;
    lines.push(part.label === '' ? text : `${part.label}\t${text}`);
  }
  return `${lines.join('\n\n')}\n`;
}
