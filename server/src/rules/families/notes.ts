import { linkedSymbol } from '../../catalogue/documentOf.js';
import { documentUrl } from '../../catalogue/links.js';
import type { Citation } from '../../citations/citation.js';
import { markOfNote } from '../../citations/targets.js';
import type { Block } from '../../document/block.js';
import type { Indicator } from '../../document/reading.js';
import { phrase } from '../../l10n/phrase.js';
import type { Span } from '../../text/span.js';
import type { BlockContext } from '../blockContext.js';
import type { Derived, DraftContext } from '../draftContext.js';
import type { Anchor, Rule } from '../rule.js';

const FOOTNOTES = 'Editorial Manual, Footnotes and other references, chapter IX';

interface Mark {
  readonly block: Block;
  readonly anchor: Anchor;
  readonly key: string;
  readonly form: string;
}

/**
 * Indicators in the text and bodies of notes, in order. Asterisks belong to the masthead and are left to other rules.
 */
const NOTES: Derived<{ readonly indicators: readonly Mark[]; readonly bodies: readonly Mark[] }> = {
  reads: ['notes'],
  make(context) {
    const indicators: Mark[] = [];
    const bodies: Mark[] = [];
    for (const block of context.blocksWithNotes) {
      if (block.quoted) continue;
      const mark = markOfNote(block);
      if (mark && mark.form !== 'asterisk')
        bodies.push({ block, anchor: { kind: 'block' }, key: mark.key, form: mark.form });
      const front = block.role === 'masthead' || block.role === 'title' || block.form === 'furniture';
      block.reading.indicators.forEach((n, ordinal) => {
        if (n.form === 'asterisk' || isLoose(block, n)) return;
        const raised = n.form === 'sup' || n.form === 'unicode';
        if (!raised || (!front && !inSymbol(block.reading.text, n.at)))
          indicators.push({ block, anchor: { kind: 'indicator', ordinal }, key: n.key, form: n.form });
      });
    }
    return { indicators, bodies };
  },
};

/** A raised figure inside a note, or one that begins a note which a converter joined to the text. */
function isLoose(block: Block, n: Indicator): boolean {
  const raised = n.form === 'sup' || n.form === 'unicode';
  return raised && (block.role === 'note' || beginsNote(block.reading.text, n.at));
}

/** The keys of what converters left of other bodies: a raised figure inside a note, a bare figure before text. */
function looseKeys(context: DraftContext): ReadonlySet<string> {
  const loose = new Set<string>();
  for (const block of context.blocks) {
    if (block.quoted || block.form !== 'text' || block.labelled || block.role === 'masthead') continue;
    const bare =
      beginsWithDigit(block.text) &&
      /^\s*(\d{1,3})[ \t]+(?:[A-Z][a-z]|[A-Z]{1,6}\/|https?:)/.exec(block.text.slice(0, 16));
    if (bare) loose.add(bare[1]!);
  }
  for (const block of context.blocksWithNotes) {
    if (block.quoted) continue;
    for (const n of block.reading.indicators)
      if (n.form !== 'asterisk' && isLoose(block, n)) loose.add(n.key);
  }
  return loose;
}

function beginsWithDigit(text: string): boolean {
  let at = 0;
  while (at < 16 && text.charCodeAt(at) <= 0x20) at++;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Some converters raise figures of symbols: "A/HRC/<sup>59</sup>/L.<sup>17</sup>". */
function inSymbol(text: string, at: number): boolean {
  return /\/(?:[A-Z]{1,3}\.)?$/.test(text.slice(Math.max(0, at - 5), at));
}

/** A raised figure behind the space that follows a full stop begins the next note rather than ends the sentence. */
function beginsNote(text: string, at: number): boolean {
  return (
    /[.)”f] $/.test(text.slice(Math.max(0, at - 2), at)) && /^\s?[\p{Lu}\d]/u.test(text.slice(at, at + 2))
  );
}

const footnoteMissing: Rule = {
  code: 'footnote-missing',
  ids: ['FN-001'],
  title: 'Every footnote indicator has its note',
  why: 'A reader who follows the indicator finds nothing.',
  severity: { default: 'error', record: 'off' },
  source: FOOTNOTES,
  fix: 'none',
  messages: { default: 'There is no note {key}. Write the note, or take the indicator out.' },
  wrong: ['1. The Office held a meeting.[^1]\n\n2. It trained judges.⟦[^2]⟧\n\n[^1]: A/75/292.\n'],
  right: [
    '1. The Office held a meeting.[^1]\n\n2. It trained judges.[^2]\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n',
  ],
  draft: {
    reads: ['notes', 'structure'],
    check(context) {
      const { indicators, bodies } = context.kept(NOTES);
      const known = new Set(bodies.map((b) => b.key));
      const missing = indicators.filter((i) => !known.has(i.key));
      // Converters lose notes, most often all of them at once: that would be no news. Markdown's own are certain.
      const raised = indicators.filter((i) => i.form !== 'markdown').length;
      const lost = missing.filter((i) => i.form !== 'markdown').length;
      if (missing.length === 0) return;
      const loose = looseKeys(context);
      for (const i of missing) {
        if (i.form !== 'markdown') {
          if (loose.has(i.key) || (raised > 2 && lost * 2 > raised) || !/^\d{1,3}$/.test(i.key)) continue;
        }
        context.report(i.block, i.anchor, { args: { key: i.key } });
      }
    },
  },
};

const footnoteUnreferenced: Rule = {
  code: 'footnote-unreferenced',
  ids: ['FN-001'],
  title: 'Every footnote has an indicator in the text',
  why: 'A note that nothing points at is never read.',
  severity: { default: 'warning', record: 'off' },
  source: FOOTNOTES,
  fix: 'none',
  onSave: true,
  messages: { default: 'No indicator in the text points to note {key}.' },
  wrong: ['1. The Office held a meeting.[^1]\n\n[^1]: A/75/292.\n\n⟦[^2]: A/75/293.⟧\n'],
  right: ['1. The Office held a meeting.[^1]\n\n[^1]: A/75/292.\n'],
  draft: {
    reads: ['notes'],
    check(context) {
      const { indicators, bodies } = context.kept(NOTES);
      const pointed = new Set(indicators.map((i) => i.key));
      for (const b of bodies) {
        // Converters lose raised figures; only Markdown's own notes are certain.
        if (b.form === 'markdown' && !pointed.has(b.key))
          context.report(b.block, b.anchor, { args: { key: b.key } });
      }
    },
  },
};

const footnoteSequence: Rule = {
  code: 'footnote-sequence',
  ids: ['FN-001'],
  title: 'Footnote indicators run consecutively',
  why: 'Notes are numbered in the order in which the text points at them.',
  severity: { default: 'warning', record: 'off', treaty: 'off' },
  source: FOOTNOTES,
  fix: 'suggested',
  messages: {
    default: 'Note {found} is pointed at where {expected} was expected.',
    missing: 'Note {found} follows note {previous}; {expected} is missing.',
  },
  wrong: [
    '1. The Office held a meeting.[^1]\n\n2. It trained judges.⟦[^3]⟧\n\n[^1]: A/75/292.\n\n[^3]: A/75/293.\n',
  ],
  right: [
    '1. The Office held a meeting.[^1]\n\n2. It trained judges.[^2]\n\n3. As said above.[^1]\n\n[^1]: A/75/292.\n\n[^2]: A/75/293.\n',
  ],
  draft: {
    reads: ['notes'],
    check(context) {
      const { indicators } = context.kept(NOTES);
      let last = 0;
      const seen = new Set<string>();
      const numeric = indicators.filter(
        (i) =>
          i.form === 'markdown' && /^\d+$/.test(i.key) && i.block.role !== 'table' && i.block.role !== 'note',
      );
      for (let at = 0; at < numeric.length; at++) {
        const i = numeric[at]!;
        if (seen.has(i.key)) continue;
        seen.add(i.key);
        const n = Number(i.key);
        if (n === last + 1) {
          last = n;
          continue;
        }
        let ahead = at + 1;
        while (ahead < numeric.length && seen.has(numeric[ahead]!.key)) ahead++;
        const next = numeric[ahead];
        context.report(i.block, i.anchor, {
          variant: n > last + 1 ? 'missing' : 'default',
          args: { found: n, expected: last + 1, previous: last },
        });
        last = next && Number(next.key) === last + 2 ? last + 1 : n;
      }
    },
  },
};

const indicatorPlace: Rule = {
  code: 'footnote-indicator-place',
  ids: ['FN-002'],
  title: 'A footnote indicator follows the punctuation mark',
  why: 'In English the indicator stands behind the comma or full stop.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: FOOTNOTES,
  fix: 'suggested',
  language: true,
  messages: { default: 'The indicator follows the punctuation mark: “{mark}” comes first.' },
  wrong: ['1. The Office held a meeting[^1]⟦.⟧\n\n[^1]: A/75/292.\n'],
  right: ['1. The Office held a meeting.[^1]\n\n[^1]: A/75/292.\n'],
  block: {
    on: { blocks: 'indicators' },
    roles: ['paragraph', 'prose', 'preambular', 'operative', 'continuation'],
    check(context) {
      const { text, block } = context;
      for (const n of block.reading.indicators) {
        if (n.form === 'asterisk') continue;
        const mark = text[n.at];
        if ((mark !== '.' && mark !== ',') || /[.,;:”)]/.test(text[n.at - 1] ?? '')) continue;
        context.report(n.at, n.at + 1, { args: { mark } });
      }
    },
  },
};

const noteStop: Rule = {
  code: 'footnote-full-stop',
  ids: ['FN-004'],
  title: 'A footnote ends with a full stop',
  why: 'Notes are closed like sentences.',
  severity: { default: 'hint', record: 'off', treaty: 'off', other: 'off' },
  source: null,
  fix: 'suggested',
  messages: { default: 'A note ends with a full stop.' },
  wrong: ['1. The Office held a meeting.[^1]\n\n[^1]: A/75/29⟦2⟧\n'],
  right: [
    '1. The Office held a meeting.[^1]\n\n2. It trained judges.[^2]\n\n[^1]: A/75/292.\n\n[^2]: https://example.org/report\n',
  ],
  block: {
    on: { blocks: true },
    roles: ['note'],
    check(context) {
      const { text, block } = context;
      if (text.length < 4 || !/[A-Za-z0-9]$/.test(text) || !/^\s*\[\^/.test(block.text.slice(0, 6))) return;
      // An address at the end takes no stop that could be taken for a part of it.
      if (block.reading.links.some((l) => l.end >= text.length - 1)) return;
      context.report(text.length - 1, text.length, {
        fix: { title: phrase`Add a full stop`, edits: [{ start: text.length, end: text.length, text: '.' }] },
      });
    },
  },
};

const emptyLink: Rule = {
  code: 'link-empty',
  ids: ['FN-008'],
  title: 'A link leads somewhere',
  why: 'A reader who follows the link stays where they are.',
  severity: 'warning',
  source: null,
  fix: 'suggested',
  messages: {
    default: 'This link has no target.',
    known: 'This link has no target. The document {symbol} is on the official site.',
  },
  wrong: [
    '1. The Office held a meeting on its [⟦policy brief⟧](#).\n',
    '1. The General Assembly adopted resolution [⟦75/158⟧](#) and read document [⟦A/75/292⟧]().\n',
  ],
  right: [
    '1. The Office held a meeting on its [policy brief](https://example.org/brief) and [paragraph 2](#para-2).\n',
  ],
  block: {
    on: { blocks: 'links' },
    check(context) {
      for (const l of context.block.reading.links) {
        if (l.form !== 'inline' || (l.target !== '#' && l.target !== '') || l.end <= l.start) continue;
        const symbol = onlySymbol(context, l);
        if (symbol === null) {
          context.report(l.start, l.end);
          continue;
        }
        context.report(l.start, l.end, {
          variant: 'known',
          args: { symbol },
          fix: {
            title: phrase`Link to the official document ${symbol}`,
            edits: [],
            source: [{ ...l.targetSource, text: documentUrl(symbol) }],
          },
        });
      }
    },
  },
};

/** The one document that the words of a link cite; null where they cite none or several. */
function onlySymbol(context: BlockContext, link: Span): string | null {
  const symbols = new Set<string>();
  for (const citation of context.citations) {
    if (citation.end <= link.start || citation.start >= link.end) continue;
    const symbol = linkedSymbol(citation);
    if (symbol !== null) symbols.add(symbol);
  }
  return symbols.size === 1 ? [...symbols][0]! : null;
}

const noteRepeatsText: Rule = {
  code: 'footnote-repeats-text',
  ids: ['FN-006'],
  title: 'A source is named once: in the text or in the note',
  why: 'A note that gives the symbol which stands in parentheses before it sends the reader down for nothing.',
  severity: { default: 'hint', record: 'off', treaty: 'off' },
  source: 'Editorial Manual, Footnotes and other references, chapter II',
  fix: 'none',
  messages: { default: 'The note gives {symbol} again. One of the two is enough.' },
  wrong: ['1. The report was read (A/75/292)⟦[^1]⟧.\n\n2. It was adopted.\n\n[^1]: A/75/292.\n'],
  right: [
    '1. The report was read.[^1]\n\n2. It was adopted (A/75/291).\n\n[^1]: A/75/292.\n',
    '1. The report (A/75/292) and an old letter[^1] were read.\n\n[^1]: See A/75/292, para. 4, and A/75/300.\n',
  ],
  draft: {
    reads: ['notes', 'citation:symbol', 'words:symbol'],
    check(context) {
      const notes = new Map<string, Block>();
      for (const block of context.blocksWithNotes) {
        const mark = markOfNote(block);
        if (mark) notes.set(mark.key, block);
      }
      if (notes.size === 0) return;
      for (const block of context.blocksWithNotes) {
        const { indicators } = block.reading;
        if (block.role === 'note' || block.role === 'table' || indicators.length === 0) continue;
        const cited = context.citationsIn(block).filter((c) => c.type === 'symbol');
        if (cited.length === 0) continue;
        indicators.forEach((indicator, ordinal) => {
          const note = notes.get(indicator.key);
          if (!note || indicator.form === 'asterisk') return;
          const own = context.citationsIn(note).filter((c) => c.type === 'symbol');
          // A note that says more than the symbol has something to add.
          if (own.length !== 1 || note.reading.text.length > own[0]!.end - own[0]!.start + 12) return;
          const near = cited.some(
            (c) =>
              c.end <= indicator.at && indicator.at - c.end <= 3 && normalizedOf(c) === normalizedOf(own[0]!),
          );
          if (near)
            context.report(
              block,
              { kind: 'indicator', ordinal },
              { args: { symbol: normalizedOf(own[0]!) } },
            );
        });
      }
    },
  },
};

function normalizedOf(citation: Citation): string {
  return citation.type === 'symbol' ? citation.normalized : '';
}

const noteInResolution: Rule = {
  code: 'resolution-source-in-text',
  ids: ['FN-005'],
  title: 'A resolution names its sources in footnotes',
  why: 'In a resolution symbols of documents stand in numbered footnotes, not in parentheses in the text.',
  severity: { default: 'off', resolution: 'hint', decision: 'hint' },
  source: 'Editorial Manual, Footnotes and other references, chapters II and IX',
  fix: 'none',
  messages: { default: 'In a resolution this symbol stands in a footnote.' },
  exampleKind: 'resolution',
  wrong: [
    '*The General Assembly*,\n\n*Recalling* the report of the Office (⟦A/75/292⟧),\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n',
  ],
  right: [
    '*The General Assembly*,\n\n*Recalling* the report of the Office,[^1]\n\n1. *Welcomes* the report;\n\n2. *Decides* to remain seized of the matter.\n\n[^1]: A/75/292.\n',
    '*The Security Council*,\n\n*Recalling* the statement of its President (S/PRST/2021/7),\n\n1. *Decides* to remain seized of the matter.\n',
  ],
  block: {
    on: { citations: ['symbol'] },
    roles: ['preambular', 'operative'],
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || context.block.quoted) return;
      // The Security Council puts the symbols of letters and reports into its text.
      if (!/^(?:A|E|CTOC|CAC)\//.test(citation.normalized) || context.draft.body === 'SC') return;
      const { text } = context;
      if (text[start - 1] !== '(' || text[end] !== ')') return;
      context.report(start, end);
    },
  },
};

const numberingNotes = [footnoteMissing, footnoteUnreferenced, footnoteSequence];

export const rules: readonly Rule[] = [
  ...numberingNotes,
  indicatorPlace,
  noteStop,
  emptyLink,
  noteRepeatsText,
  noteInResolution,
];
