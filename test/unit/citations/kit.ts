import assert from 'node:assert/strict';
import { defaultRecognizer } from '../../../server/src/catalogue/names.js';
import type { Citation, CitationContext, CitationKind } from '../../../server/src/citations/citation.js';

/** The grammar as the engine uses it, with the names of the tables. */
export const recognize = defaultRecognizer();

/** What a citation says, in as few words as tell it apart. */
export function reading(c: Citation): string {
  switch (c.type) {
    case 'resolution':
      return `${c.anaphoric ? '= ' : ''}${c.normalized || '?'}`;
    case 'symbol': {
      const members = c.expandsTo ? ` = ${c.expandsTo[0]!} … ${c.expandsTo.at(-1)!}` : '';
      return `${c.anaphoric ? '= ' : ''}${c.normalized || '?'}${members}`;
    }
    case 'paragraph': {
      const unit = c.unit === 'paragraph' ? '' : `${c.unit} `;
      const numbers = c.anaphoric ? 'that one' : c.numbers.join(', ');
      return `${unit}${numbers} of ${c.target ?? (c.targetWord ? `the ${c.targetWord}` : '?')}${c.direction ? ` ${c.direction}` : ''}`;
    }
    case 'article': {
      const paragraph = c.paragraph === undefined ? '' : `, para. ${c.paragraph}`;
      return `${c.article}${paragraph} of ${c.target ?? (c.targetWord ? `the ${c.targetWord}` : '?')}`;
    }
    case 'part':
      return `${c.part} ${c.numbers.join(', ')} of ${c.target ?? '?'}${c.direction ? ` ${c.direction}` : ''}`.replace(
        '  ',
        ' ',
      );
    case 'agenda-item':
      return c.number;
    case 'session':
      return `${c.special ? `${c.special} ` : ''}${c.noun} ${c.number} of ${c.body ?? '?'}`;
    case 'date':
      return `${c.weekday ? `day ${c.weekday}, ` : ''}${c.iso ?? `${c.month}-${c.day}${c.exists ? '' : ' is none'}`}`;
    case 'date-range':
      return `${c.from ?? '?'} to ${c.to ?? '?'}`;
    case 'time':
      return `${Math.floor(c.minutes / 60)}:${String(c.minutes % 60).padStart(2, '0')}`;
    case 'treaty':
    case 'body':
      return c.name;
    case 'acronym-definition':
      return c.expansion;
    case 'acronym':
      return `${c.acronym}${c.standing ? ` ${c.standing}` : ''}`;
    case 'term-definition':
      return c.definition;
    case 'state':
      return `${c.iso3} ${c.form}`;
  }
}

/** A text with "⟦words→reading⟧" taken apart: the text alone. "⟦… words→reading⟧" stands for words that are there already. */
export function plain(marked: string): string {
  return marked.replace(/⟦… [^⟧]*⟧/g, '').replace(/⟦([^→⟧]*)→[^⟧]*⟧/g, '$1');
}

/** The text with the citations of these kinds marked as the cases write them. */
export function mark(text: string, citations: readonly Citation[], kinds: readonly CitationKind[]): string {
  let out = '';
  let at = 0;
  for (const c of citations) {
    if (!kinds.includes(c.type)) continue;
    if (c.start < at) {
      out += `⟦… ${text.slice(c.start, c.end)}→${reading(c)}⟧`;
      continue;
    }
    out += `${text.slice(at, c.start)}⟦${text.slice(c.start, c.end)}→${reading(c)}⟧`;
    at = c.end;
  }
  return out + text.slice(at);
}

/** Reads the text of a marked line and compares what is found with the marks. */
export function check(kinds: readonly CitationKind[], marked: string, context: CitationContext = {}): void {
  const text = plain(marked);
  assert.equal(mark(text, recognize(text, context), kinds), marked);
}

/** Cases of one kind: a test for each marked line. */
export function cases(
  kinds: readonly CitationKind[],
  lines: readonly string[],
  context: CitationContext = {},
): void {
  for (const line of lines) {
    it(plain(line).slice(0, 100), () => check(kinds, line, context));
  }
}
