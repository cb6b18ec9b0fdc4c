import type { Citation, ResolutionCitation } from '../citations/citation.js';
import { defaultRecognizer } from '../catalogue/names.js';
import { contextOf, titleResolution } from '../catalogue/titleNumber.js';
import type { Block } from '../document/block.js';
import type { DocumentKind, DocumentStatus } from '../document/kinds.js';
import { readBlock } from '../document/reading.js';
import type { Heading, Structure } from '../document/structure.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { wordsOf } from '../document/words.js';

/** A place in a text: UTF-16 code units from its start, and exactly the text that stands there. */
export interface Place {
  readonly offset: number;
  readonly text: string;
}

/** A heading. The offset is that of its words; level 0 is a title, a document type or a body's name. */
export interface InspectedHeading extends Place {
  /** "I.", "Article 5"; empty where it has none. */
  readonly label: string;
  readonly level: number;
}

/** A numbered paragraph. The offset is that of its label. */
export interface InspectedParagraph {
  readonly offset: number;
  readonly label: string;
  /** As one would cite it: "12 (a)". */
  readonly number: string;
  /** 1 = "1.", 2 = "(a)", 3 = "(i)". */
  readonly level: number;
  /** body, operative, annex, article 5 … */
  readonly container: string;
}

/** A resolution or decision that is cited; the text is its designator alone. */
export interface InspectedResolution extends Place {
  readonly organ: string | null;
  readonly normalized: string;
  readonly decision: boolean;
}

/** A document symbol. */
export interface InspectedSymbol extends Place {
  readonly normalized: string;
}

/** A phrase that names paragraphs, or an article. */
export interface InspectedReference extends Place {
  readonly numbers: readonly string[];
  /** "self" for this document, a normalized designator or symbol, a treaty's short title, or null where nothing is said. */
  readonly target: string | null;
}

/** A date; null where no such day exists or its year is not known. */
export interface InspectedDate extends Place {
  readonly iso: string | null;
}

/** What the engine understood of a document; the shape of `plenary inspect --format json`. */
export interface Inspection {
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  /** The document's own symbol. */
  readonly symbol: string | null;
  readonly words: number;
  readonly headings: readonly InspectedHeading[];
  readonly paragraphs: readonly InspectedParagraph[];
  readonly resolutions: readonly InspectedResolution[];
  readonly symbols: readonly InspectedSymbol[];
  readonly paragraphReferences: readonly InspectedReference[];
  readonly articleReferences: readonly InspectedReference[];
  readonly dates: readonly InspectedDate[];
}

/** The places of one block, as places of the whole text. */
interface Cut {
  (start: number, end: number): Place;
}

/**
 * What the engine understood of a draft. Lists are in the order of the text; offsets are UTF-16 code units from its
 * start. What only points back ("that resolution", "ibid.") is left out of the lists of resolutions and symbols, for
 * nothing is written there.
 */
export function inspectDraft({ draft, analysis }: OpenDraft): Inspection {
  const { structure } = draft;
  const offsets = blockOffsets(draft.blocks);
  const out = {
    headings: structure.headings.map(({ block, label, level }): InspectedHeading => {
      const { text } = block.reading;
      const at = text === '' ? (label?.start ?? block.contentStart) : block.reading.toSource(0);
      return {
        offset: offsets.get(block)! + at,
        label: label?.text ?? '',
        text: text === '' ? (label?.text ?? '') : text,
        level,
      };
    }),
    paragraphs: structure.paragraphs.map((block): InspectedParagraph => ({
      offset: offsets.get(block)! + (block.label?.start ?? block.contentStart),
      label: block.label?.text ?? '',
      number: block.number,
      level: block.level,
      container: block.container,
    })),
    resolutions: [] as InspectedResolution[],
    symbols: [] as InspectedSymbol[],
    paragraphReferences: [] as InspectedReference[],
    articleReferences: [] as InspectedReference[],
    dates: [] as InspectedDate[],
  };
  for (const block of draft.blocks) {
    const furniture = block.form === 'furniture';
    const reading = furniture ? readBlock(block.text, 'text', null) : block.reading;
    // Running heads and feet are no words of the draft, but the symbols in them are its own.
    const citations = furniture
      ? defaultRecognizer()(reading.text, contextOf(structure))
      : analysis.citationsOf(block);
    if (citations.length === 0) continue;
    const base = offsets.get(block)!;
    const cut: Cut = (start, end) => {
      const span = reading.spanToSource(start, end);
      return { offset: base + span.start, text: block.text.slice(span.start, span.end) };
    };
    for (const citation of citations) list(citation, cut, out);
  }
  for (const heading of structure.headings) {
    const one = numberedBy(heading, structure, offsets.get(heading.block)!);
    if (one) out.resolutions.push(one);
  }
  out.resolutions.sort((a, b) => a.offset - b.offset);
  return {
    kind: structure.kind,
    status: structure.status,
    symbol: structure.masthead.symbol?.value ?? null,
    words: wordsOf(draft),
    ...out,
  };
}

/** The offset at which each block begins. */
export function blockOffsets(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const offsets = new Map<Block, number>();
  let offset = 0;
  for (const block of blocks) {
    offsets.set(block, offset);
    offset += block.text.length;
  }
  return offsets;
}

/** The resolution that a heading numbers ("79/310. Financing of …"), as it would be cited. */
function numberedBy(heading: Heading, structure: Structure, base: number): InspectedResolution | null {
  const { label, block } = heading;
  const cited = titleResolution(heading, structure);
  if (!label || !cited) return null;
  const { start, end } = label.valueSpan;
  return { offset: base + start, text: block.text.slice(start, end), ...resolutionFields(cited) };
}

/** Puts a citation into the list it belongs to; kinds that the contract does not name are left out. */
function list(
  citation: Citation,
  cut: Cut,
  out: {
    readonly resolutions: InspectedResolution[];
    readonly symbols: InspectedSymbol[];
    readonly paragraphReferences: InspectedReference[];
    readonly articleReferences: InspectedReference[];
    readonly dates: InspectedDate[];
  },
): void {
  switch (citation.type) {
    case 'resolution':
      if (citation.anaphoric) return;
      out.resolutions.push({ ...cut(citation.start, citation.end), ...resolutionFields(citation) });
      // A resolution that is written as a symbol is one of the symbols of the text as well.
      if (citation.asSymbol) {
        const { start, end, normalized } = citation;
        out.symbols.push({ ...cut(start, end), normalized });
      }
      return;
    case 'symbol':
      if (citation.anaphoric) return;
      out.symbols.push({ ...cut(citation.start, citation.end), normalized: citation.normalized });
      return;
    case 'paragraph':
      // Rules of procedure and regulations are numbered by themselves; they are no paragraphs.
      if (citation.unit === 'rule' || citation.unit === 'regulation') return;
      out.paragraphReferences.push({
        ...cut(citation.start, citation.end),
        numbers: citation.numbers,
        target: citation.target,
      });
      return;
    case 'article':
      out.articleReferences.push({
        ...cut(citation.start, citation.end),
        numbers: citation.numbers,
        target: citation.target,
      });
      return;
    case 'date':
      out.dates.push({ ...cut(citation.start, citation.end), iso: citation.iso });
      return;
    case 'date-range': {
      if (citation.unit !== 'day') return;
      const { first, last, from, to } = citation;
      out.dates.push(
        { ...cut(first.start, first.end), iso: from },
        { ...cut(last.start, last.end), iso: to },
      );
      return;
    }
    default:
  }
}

function resolutionFields({
  organ,
  normalized,
  decision,
}: ResolutionCitation): Pick<InspectedResolution, 'organ' | 'normalized' | 'decision'> {
  return { organ, normalized, decision };
}
