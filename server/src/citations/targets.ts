import { Slot, type Block } from '../document/block.js';
import { captionOf } from '../document/captions.js';
import { noteMark } from '../document/reading.js';
import type { Draft } from '../document/draft.js';
import type { Heading, Structure } from '../document/structure.js';
import { quotations } from '../text/quotations.js';
import { within } from '../text/span.js';
import type {
  ArticleReference,
  Citation,
  NumberToken,
  ParagraphReference,
  PartReference,
} from './citation.js';

/** What a number in a reference points at: a block, nothing, or more than one block. */
export type Target = { readonly block: Block } | 'missing' | 'ambiguous';

/** One number of a reference: where it stands in the reading text, how it is written, and what it points at. */
export interface ResolvedNumber {
  readonly start: number;
  readonly end: number;
  /** As written: "12", "7 (b)", "II.A". */
  readonly written: string;
  readonly target: Target;
  /** Which end of a range it is. */
  readonly range: 'from' | 'to' | null;
}

/** An internal reference with its numbers resolved. */
export interface ResolvedReference {
  readonly citation: ParagraphReference | ArticleReference | PartReference;
  readonly block: Block;
  readonly numbers: readonly ResolvedNumber[];
  /** False where the text does not say outright that this document is meant: the reading is the likely one. */
  readonly certain: boolean;
}

/** The mark that a note begins with, looked for once in each text. */
const NOTE_MARK = new Slot<ReturnType<typeof noteMark>>();

/** The mark that a note begins with; null for what is no note. */
export function markOfNote(block: Block): ReturnType<typeof noteMark> {
  if (block.role !== 'note') return null;
  let mark = NOTE_MARK.get(block);
  if (mark === undefined) NOTE_MARK.set(block, (mark = noteMark(block.text.slice(0, 80))));
  return mark;
}

const PLAIN_KEY = /^[a-z0-9()]+$/;

/** A number without white space and the full stop behind it: "7 (b)" and "7(b)" are the same. */
export function numberKey(number: string): string {
  if (PLAIN_KEY.test(number)) return number;
  return number
    .replace(/[\s.]+$/, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}

/** What has a number: one thing as a rule; several where the number is not unique. */
type Numbered<T> = Map<string, T | T[]>;

/** The references of a block. */
export interface References {
  /** The internal ones. */
  readonly references: readonly ResolvedReference[];
  /** Those that may be internal and may be not. */
  readonly doubtful: readonly ResolvedReference[];
}

/** One of the references of a block, and whether it is among the internal ones. */
export interface FoundReference {
  readonly reference: ResolvedReference;
  readonly internal: boolean;
}

/** What a block's references were found to be, the last time that they were asked for. */
const RESOLVED = new Slot<
  References & {
    readonly targets: Targets;
    readonly citations: readonly Citation[];
    /** By their citations; null until one is looked for. */
    byCitation: ReadonlyMap<Citation, FoundReference> | null;
  }
>();

const OF_STRUCTURE = new WeakMap<Structure, Targets>();

/**
 * The numbered things of a draft, found by the numbers one cites them with. Built from the structure; holds no text.
 * There is one for each state of the structure.
 */
export class Targets {
  /** Those of a draft as it stands. */
  static of(draft: Pick<Draft, 'blocks' | 'structure'>): Targets {
    let made = OF_STRUCTURE.get(draft.structure);
    if (!made) OF_STRUCTURE.set(draft.structure, (made = new Targets(draft)));
    return made;
  }

  readonly #draft: Pick<Draft, 'blocks' | 'structure'>;
  /** By scope, then by number. */
  readonly #paragraphs = new Map<number, Numbered<Block>>();
  /** By annex or article, then by number; made when one is asked for. */
  #containers: ReadonlyMap<string, Numbered<Block>> | null = null;
  readonly #headings: Numbered<Heading> = new Map();
  readonly #articles: Numbered<Block> = new Map();
  readonly #annexes: Numbered<Block> = new Map();
  readonly #notes: Numbered<Block> = new Map();
  readonly #tables: Numbered<Block> = new Map();
  readonly #headingNumbers = new Map<Heading, string>();
  readonly #captioned: Block[] = [];

  private constructor(draft: Pick<Draft, 'blocks' | 'structure'>) {
    this.#draft = draft;
    const { structure } = draft;
    for (const p of structure.paragraphs) {
      let scope = this.#paragraphs.get(p.scope);
      if (!scope) this.#paragraphs.set(p.scope, (scope = new Map<string, Block>()));
      const number = numberKey(p.number);
      put(scope, number, p);
      // Subparagraph "b." below 1 is cited as "paragraph 1 (b)".
      if (p.label?.style === 'lower') put(scope, number.replace(/([a-z]+)$/, '($1)'), p);
    }
    const paths: string[] = [];
    structure.headings.forEach((h, index) => {
      const own = h.label ? h.label.value : '';
      const above = h.parent >= 0 ? paths[h.parent]! : '';
      const style = h.label?.style;
      const path =
        style === 'roman' || style === 'capital' || style === 'arabic' || style === 'letter'
          ? above && style !== 'roman'
            ? `${above}.${own}`
            : own
          : above;
      paths[index] = path;
      if (style === 'article') put(this.#articles, own.toLowerCase(), h.labelBlock ?? h.block);
      else if (style === 'annex' || /^annex/i.test(h.block.body.text))
        put(this.#annexes, own.toLowerCase(), h.labelBlock ?? h.block);
      else if (style === 'division') put(this.#headings, own, h);
      else if (style && path) {
        put(
          this.#headings,
          h.container === 'body' || h.container === 'operative' ? path : `${h.container}:${path}`,
          h,
        );
        this.#headingNumbers.set(h, path);
      }
    });
    for (const b of draft.blocks) {
      const mark = markOfNote(b);
      if (mark) put(this.#notes, mark.key, b);
      const caption = captionOf(b);
      if (!caption) continue;
      put(this.#tables, `${caption.word} ${caption.value}`, b);
      this.#captioned.push(b);
    }
  }

  /** The blocks that are captions of tables, figures and boxes, in the order of the text. */
  get captioned(): readonly Block[] {
    return this.#captioned;
  }

  /** The number by which one cites a heading: "II.A.1"; empty for headings without a label of that kind. */
  headingNumber(heading: Heading): string {
    return this.#headingNumbers.get(heading) ?? '';
  }

  /** The heading that a block is, or that it is the label of. */
  headingOf(block: Block): Heading | undefined {
    return this.#draft.structure.headings.find((h) => h.block === block || h.labelBlock === block);
  }

  /** Paragraph `number` as cited from `from`: in its own scope, then in those around it, then in the body. */
  paragraph(number: string, from: Block, container?: string): Target {
    const key = numberKey(number);
    if (container !== undefined) {
      const numbers = this.#numbersIn(container);
      const found = numbers?.get(key);
      if (found) return pick(found);
      return undivided(numbers, key) ? 'ambiguous' : 'missing';
    }
    const { scopes } = this.#draft.structure;
    for (let id = from.scope; id >= 0; id = scopes[id]?.outer ?? -1) {
      const found = this.#paragraphs.get(id)?.get(key);
      if (found) return pick(found);
      if (undivided(this.#paragraphs.get(id), key)) return 'ambiguous';
    }
    // From a note or an annex "paragraph 3 above" may still be one of the body.
    const body = this.#paragraphs.get(0)?.get(key);
    return from.container.startsWith('annex') ? 'missing' : body ? pick(body) : 'missing';
  }

  /** The paragraphs of an annex or an article, by number. */
  #numbersIn(container: string): Numbered<Block> | undefined {
    if (!this.#containers) {
      const containers = new Map<string, Numbered<Block>>();
      for (const p of this.#draft.structure.paragraphs) {
        const key = containerKey(p.container);
        let numbers = containers.get(key);
        if (!numbers) containers.set(key, (numbers = new Map<string, Block>()));
        put(numbers, numberKey(p.number), p);
      }
      this.#containers = containers;
    }
    return this.#containers.get(containerKey(container));
  }

  /** A section by its number, "II.A" or "II"; a letter alone is one under the heading that `from` stands under. */
  section(number: string, from: Block): Target {
    const key = number.replace(/\s+/g, '').replace(/\.$/, '');
    const direct = this.#headings.get(key) ?? this.#headings.get(`${from.container}:${key}`);
    if (direct) return pick(all(direct).map((h) => h.labelBlock ?? h.block));
    const under = this.#sectionAbove(from);
    if (under) {
      for (
        let path = under;
        path !== '';
        path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
      ) {
        const found = this.#headings.get(`${path}.${key}`);
        if (found) return pick(all(found).map((h) => h.labelBlock ?? h.block));
      }
    }
    return 'missing';
  }

  #sectionAbove(from: Block): string {
    const { headings } = this.#draft.structure;
    for (let i = headings.length - 1; i >= 0; i--) {
      const h = headings[i]!;
      if (h.block.index < from.index && this.#headingNumbers.has(h)) return this.#headingNumbers.get(h)!;
    }
    return '';
  }

  /** An article; where several treaties are annexed, that of the annex that `from` stands in. */
  article(number: string, from?: Block): Target {
    const found = this.#articles.get(number.toLowerCase());
    if (!Array.isArray(found) || from === undefined) return pick(found ?? []);
    const annex = this.#annexOf(from);
    return pick(found.filter((one) => this.#annexOf(one) === annex));
  }

  /** The heading of the annex that a block stands below; -1 for none. */
  #annexOf({ index }: Block): number {
    let annex = -1;
    for (const found of this.#annexes.values())
      for (const one of all(found)) if (one.index <= index && one.index > annex) annex = one.index;
    return annex;
  }

  /** An annex by its numeral; an empty one means the only annex. */
  annex(number: string): Target {
    if (number === '' && this.#annexes.size === 1) return pick([...this.#annexes.values()][0]!);
    return pick(this.#annexes.get(number.toLowerCase()) ?? []);
  }

  note(key: string): Target {
    return pick(this.#notes.get(key) ?? []);
  }

  table(word: string, number: string): Target {
    return pick(this.#tables.get(`${word} ${number}`) ?? []);
  }

  get hasArticles(): boolean {
    return this.#articles.size > 0;
  }

  /**
   * The internal references among the citations of a block, resolved. Those to other documents are left out; those of
   * which the text does not say whose number it is are internal where nothing else is named before them in the sentence.
   */
  referencesOf(block: Block, citations: readonly Citation[]): readonly ResolvedReference[] {
    return this.resolved(block, citations).references;
  }

  /**
   * The same, and beside them those that are doubtful: references that name no document, where none is named in their
   * sentence, and the words before them do not tell whose number it is; and what stands between quotation marks, which
   * may be said of another text. A block quotation speaks of its own.
   */
  resolved(block: Block, citations: readonly Citation[]): References {
    if (block.quoted || !citations.some(isReference)) return NO_REFERENCES;
    const known = RESOLVED.get(block);
    if (known?.targets === this && known.citations === citations) return known;
    const made = { targets: this, citations, byCitation: null, ...this.#resolve(block, citations) };
    RESOLVED.set(block, made);
    return made;
  }

  /** What a citation of a block was found to be: undefined for one that is neither an internal nor a doubtful reference. */
  referenceOf(block: Block, citations: readonly Citation[], citation: Citation): FoundReference | undefined {
    const resolved = this.resolved(block, citations);
    if (resolved === NO_REFERENCES) return undefined;
    const kept = RESOLVED.get(block)!;
    kept.byCitation ??= new Map(
      [kept.doubtful, kept.references].flatMap((list, internal) =>
        list.map((reference) => [reference.citation, { reference, internal: internal === 1 }]),
      ),
    );
    return kept.byCitation.get(citation);
  }

  #resolve(block: Block, citations: readonly Citation[]): References {
    const out: ResolvedReference[] = [];
    const doubtful: ResolvedReference[] = [];
    const { text } = block.reading;
    const articles = citations.filter((c) => c.type === 'article');
    /** The first of the articles that does not end before the citation at hand. */
    let from = 0;
    /** What was named last before the citation at hand, and up to it. */
    let named: Citation | null = null;
    let next: Citation | null = null;
    citations.forEach((c, i) => {
      named = next;
      if (c.type === 'resolution' || c.type === 'symbol' || c.type === 'treaty' || c.type === 'article')
        next = c;
      if (c.type === 'paragraph') {
        if (c.anaphoric || c.tokens.length === 0) return;
        if (c.unit !== 'paragraph' && c.unit !== 'operative' && c.unit !== 'subparagraph') return;
        if (c.target !== null && c.target !== 'self') return;
        if (c.target === null && c.targetWord !== undefined) return;
        const near = nearParagraph(c, i, text, citations);
        let container: string | undefined;
        const previous = citations[i - 1];
        if (
          previous?.type === 'part' &&
          (previous.part === 'annex' || previous.part === 'appendix') &&
          c.start - previous.end <= 2
        ) {
          if (previous.target !== null && previous.target !== 'self') return;
          container = previous.numbers[0] ? `annex ${previous.numbers[0]}` : 'annex';
        }
        // "paragraph 20 of annex B of this resolution"
        const behind = citations[i + 1];
        if (
          behind?.type === 'part' &&
          behind.part === 'annex' &&
          behind.numbers[0] &&
          behind.start >= c.start &&
          behind.start - c.end <= 4
        )
          container = `annex ${behind.numbers[0]}`;
        while (from < articles.length && articles[from]!.end < c.start) from++;
        const subject = near?.after ? near.citation : c;
        const article = this.#articleOf(subject, articles, from, block);
        if (article === OUTSIDE) return;
        let list = out;
        if (article) container = `article ${article}`;
        else if (c.target === null && !container) {
          // "paragraph 2, subparagraph (b)" and "paras. 1 and 2; para. 4": what is said of the one holds of the other.
          const partner = near && !near.after ? near.citation : goesOn(c, text, out.at(-1));
          const joined = partner !== null && out.at(-1)?.citation === partner;
          const means = joined ? 'internal' : this.#means(subject, text, named);
          if (means === 'other') return;
          if (means === 'doubtful') list = doubtful;
        }
        if (/^this article/.test(text.slice(c.targetSpan ? c.targetSpan.start - 5 : c.end, c.end)))
          container = block.container;
        list.push({
          citation: c,
          block,
          certain: c.target === 'self' || container !== undefined,
          numbers: numbersOf(c.tokens, (n) => this.#paragraphNumber(n, c, block, container, near?.number)),
        });
      } else if (c.type === 'part') {
        if (c.tokens.length === 0 || (c.target !== null && c.target !== 'self')) return;
        const means = c.target === null ? this.#means(c, text, named) : 'internal';
        if (means === 'other') return;
        if (c.target === null && /^,? (?:to|of) (?!the present|this)/.test(text.slice(c.end, c.end + 20)))
          return;
        const resolve = this.#partResolver(c, block);
        if (!resolve) return;
        const list = means === 'doubtful' ? doubtful : out;
        list.push({
          citation: c,
          block,
          certain: c.target === 'self',
          numbers: numbersOf(c.tokens, resolve),
        });
      } else if (c.type === 'article') {
        const internal = c.target === 'self' || (c.target === null && this.#isTreaty(block));
        if (!internal || (c.target === null && this.#isForeign(c.targetWord))) return;
        const number = /^\d+(?: ?(?:bis|ter|quater))?|^[IVXL]+/.exec(c.article)?.[0];
        if (!number) return;
        const written = text.slice(c.numberSpan.start, c.numberSpan.end);
        if (!written.startsWith(number) || / to |[–-]/.test(written)) return;
        const at = c.numberSpan.start;
        const numbers: ResolvedNumber[] = [
          {
            start: at,
            end: at + number.length,
            written: number,
            target: this.article(number, block),
            range: null,
          },
        ];
        for (const part of paragraphsBehind(text, at + number.length, c.end))
          numbers.push({ ...part, target: this.paragraph(part.number, block, `article ${number}`) });
        out.push({ citation: c, block, certain: c.target === 'self', numbers });
      }
    });
    const quoted = out.length > 0 ? quotations(text, false) : NONE;
    if (quoted.length === 0) return { references: out, doubtful: doubtful.length > 0 ? doubtful : NONE };
    const references: ResolvedReference[] = [];
    for (const one of out) (within(quoted, one.citation.start) ? doubtful : references).push(one);
    return { references, doubtful };
  }

  #paragraphNumber(
    number: string,
    c: ParagraphReference,
    block: Block,
    container: string | undefined,
    near: string | undefined,
  ): Target {
    // "Paragraph 1 of this resolution" in an annex is a paragraph of the resolution.
    if (
      container === undefined &&
      block.container.startsWith('annex') &&
      c.targetSpan &&
      /\b(?:resolution|decision|report|note|letter)\b/.test(
        block.reading.text.slice(c.targetSpan.start, c.targetSpan.end),
      )
    ) {
      const own = this.#paragraphs.get(0)?.get(numberKey(number));
      if (own) return pick(own);
    }
    if (number.startsWith('(')) {
      const stem = near ?? /^\d+(?: bis| ter)?/.exec(block.number)?.[0] ?? '';
      return this.paragraph(`${stem}${number}`, block, container);
    }
    return this.paragraph(number, block, container);
  }

  /** The article that a reference names with "paragraph 1 of article 7"; "outside" where it is another treaty's. */
  #articleOf(
    c: ParagraphReference,
    articles: readonly ArticleReference[],
    from: number,
    block: Block,
  ): string | null {
    for (let i = from; i < articles.length; i++) {
      const other = articles[i]!;
      if (other.start > c.end + 4) break;
      if (other.end < c.start) continue;
      if (other.start >= c.start && other.start < c.end + 4) {
        const internal =
          other.target === 'self' ||
          (other.target === null && this.#isTreaty(block) && !this.#isForeign(other.targetWord));
        return internal ? other.article : OUTSIDE;
      }
      // "article 7, paragraph 2": told by the article.
      if (other.start < c.start && other.end >= c.end) return OUTSIDE;
    }
    return null;
  }

  /** Whether a block is one of a treaty: of the draft, or of one that is annexed to it, whose articles are its own. */
  #isTreaty(block: Block): boolean {
    if (this.#draft.structure.kind === 'treaty') return this.hasArticles;
    return block.container.startsWith('article ');
  }

  /** Whether "of the Convention" names another treaty than the draft: one that its title does not call it. */
  #isForeign(word: string | undefined): boolean {
    if (word === undefined) return false;
    this.#noun ??=
      TREATY.exec(
        this.#draft.blocks.find(({ role }) => role === 'title')?.reading.text ?? '',
      )?.[0].toLowerCase() ?? '';
    return this.#noun !== '' && TREATY.test(word) && word.toLowerCase() !== this.#noun;
  }
  #noun: string | undefined;

  /**
   * Which document a reference means that names none: another one where `named`, the document, treaty or article that is
   * named before it, stands in its sentence, or where one is named behind it; this one where the words before it are of
   * those that lead to a place; otherwise it is doubtful.
   */
  #means(c: Citation, text: string, named: Citation | null): 'internal' | 'other' | 'doubtful' {
    if (named) {
      const between = text.slice(named.end, c.start);
      if (
        !/[.;][)”]? /.test(between.replace(/\b(?:para|paras|sect|chap|No|Nos|art|arts|Mr|Ms|vol)\. /g, ' '))
      )
        return 'other';
    }
    const after = text.slice(c.end, c.end + 24);
    // "of the Convention" names another text; "of this report", "to paragraph 9 above" and "to reply" do not.
    if (
      /^,? (?:(?:of|in|thereof)\b|to (?:the|this|that|its|their|document|resolution|decision|para|[A-Z]))/.test(
        after,
      ) &&
      !/^,? (?:of|to) (?:the present|this)\b|^ to para(?:graphs?|s?\.) /.test(after)
    )
      return 'other';
    const before = text.slice(Math.max(0, c.start - 40), c.start);
    if (
      SOURCE.test(before) ||
      (c.type === 'paragraph' &&
        c.abbreviated &&
        NAMED_SOURCE.test(text.slice(Math.max(0, c.start - 120), c.start)))
    )
      return 'other';
    if (
      /\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ww]hose|report|resolution|decision|Declaration|document)(?:,| in)? (?:in )?$/.test(
        before,
      )
    )
      return 'other';
    return /\b(?:[Ss]ee(?: also)?|[Cc]f\.|in|under|with|by|per|and|to|of|[Ff]rom) $|\($|^$|, $|[.] $/.test(
      before,
    )
      ? 'internal'
      : 'doubtful';
  }

  #partResolver(c: PartReference, block: Block): ((n: string) => Target) | null {
    switch (c.part) {
      case 'section':
      case 'chapter':
      case 'part': {
        // "sections II.A and B": the letter goes on under the same numeral.
        let stem = '';
        return (n) => {
          const under = stem !== '' && /^[A-Z]$/.test(n) ? this.section(`${stem}.${n}`, block) : 'missing';
          if (under !== 'missing') return under;
          stem = n.slice(0, Math.max(0, n.lastIndexOf('.')));
          return this.section(n, block);
        };
      }
      case 'annex':
      case 'appendix':
        return (n) => this.annex(n);
      case 'footnote':
        return (n) => this.note(n);
      case 'table':
      case 'figure':
      case 'box':
        return (n) => this.table(c.part, n);
    }
  }
}

const NONE: readonly never[] = [];
const NO_REFERENCES: References = { references: NONE, doubtful: NONE };

function isReference({ type }: Citation): boolean {
  return type === 'paragraph' || type === 'part' || type === 'article';
}

const TREATY = /\b(?:convention|protocol|treaty|covenant|agreement|statute|charter)\b/i;

/** A paragraph that a subparagraph is named with: "paragraph 2, subparagraph (b)", "subparagraph (b) of paragraph 2". */
interface Near {
  readonly citation: ParagraphReference;
  readonly number: string;
  /** Whether it stands behind the subparagraph. */
  readonly after: boolean;
}

function nearParagraph(
  c: ParagraphReference,
  index: number,
  text: string,
  citations: readonly Citation[],
): Near | null {
  if (c.unit !== 'subparagraph' || c.tokens[0]?.from.startsWith('(') !== true) return null;
  const previous = citations[index - 1];
  if (
    previous?.type === 'paragraph' &&
    previous.tokens.length === 1 &&
    text.slice(previous.end, c.start) === ', '
  )
    return { citation: previous, number: previous.tokens[0]!.from, after: false };
  const next = citations[index + 1];
  if (next?.type === 'paragraph' && next.tokens.length === 1 && text.slice(c.end, next.start) === ' of ')
    return { citation: next, number: next.tokens[0]!.from, after: true };
  return null;
}

/** The reference that a list of sources goes on from: "paras. 1 and 2; para. 4". */
function goesOn(c: ParagraphReference, text: string, last: ResolvedReference | undefined): Citation | null {
  if (last?.citation.type !== 'paragraph') return null;
  return /^(?:,? (?:above|below))?; (?:and |see |see also )?$/.test(text.slice(last.citation.end, c.start))
    ? last.citation
    : null;
}

const BEHIND_ARTICLE = /^(?: \(|, (?:paragraphs?|paras?\.) )/;
const PARAGRAPH_OF_ARTICLE = /\d+(?: (?:bis|ter|quater))?(?: ?\([a-z]+\))*|\([a-z]+\)/y;
const BETWEEN_NUMBERS = /,? (?:and|or|to) |, | ?[–-] ?/y;

/** A number that is written, before it is known what it points at; `number` is written out: "2 (b)" for "(b)" behind "2 (a)". */
type WrittenNumber = Omit<ResolvedNumber, 'target'> & { readonly number: string };

/** The paragraphs of an article in a text, behind its number: "article 7, paragraphs 2 and 3 (a) and (b)", "article 7 (2)". */
function paragraphsBehind(text: string, from: number, end: number): WrittenNumber[] {
  const head = BEHIND_ARTICLE.exec(text.slice(from, Math.min(end, from + 16)))?.[0];
  if (!head) return [];
  const out: WrittenNumber[] = [];
  let at = from + head.length;
  let range: WrittenNumber['range'] = null;
  for (;;) {
    PARAGRAPH_OF_ARTICLE.lastIndex = at;
    const written = PARAGRAPH_OF_ARTICLE.exec(text)?.[0];
    if (!written || at + written.length > end) break;
    const stem = /^\d+(?: (?:bis|ter|quater))?/.exec(out.at(-1)?.number ?? '')?.[0] ?? '';
    const number = written.startsWith('(') ? `${stem} ${written}` : written;
    out.push({ start: at, end: at + written.length, written, number, range });
    at += written.length;
    if (head === ' (') break;
    BETWEEN_NUMBERS.lastIndex = at;
    const between = BETWEEN_NUMBERS.exec(text)?.[0];
    if (!between) break;
    range = /to|[–-]/.test(between) ? 'to' : null;
    const last = out.at(-1)!;
    if (range === 'to') out[out.length - 1] = { ...last, range: 'from' };
    at += between.length;
  }
  // A range that ends with nothing is none.
  if (out.at(-1)?.range === 'from') out[out.length - 1] = { ...out.at(-1)!, range: null };
  return out;
}

/** "p. 4 and ", "(Sales No. E.27.I.4), ", "resolution 1, ": a source that no symbol tells of, whose page or number is cited. */
const SOURCE = /(?:\bpp?\. ?\d+(?: ?[–-] ?\d+)?,? (?:and )?|[A-Za-z\d]\), |\bresolution \d+, )$/;
/**
 * "LSFO, ", "The Guild, Memorandum, ": all that stands before "para. 5" in its clause, so that it is the source that is
 * cited; in a sentence the words before a paragraph of this text are others.
 */
const NAMED_SOURCE =
  /(?:^|[.;,] )(?:\d{1,3} )?(?:[Ss]ee also )?(?!(?:As|For|In|Of|On|See|Under|With)\b)[A-Z][^.;()]*, (?:in particular )?$/;

/** Stands for an article of another treaty. */
const OUTSIDE = '\0outside';

/** Whether "1 (b)" is cited and paragraph 1 has no subparagraphs of its own lines: they may stand within its text. */
function undivided(numbers: ReadonlyMap<string, unknown> | undefined, key: string): boolean {
  const part = key.indexOf('(');
  if (part <= 0 || !numbers) return false;
  const stem = key.slice(0, part);
  return numbers.has(stem) && !numbers.has(`${stem}(a)`) && !numbers.has(`${stem}(i)`);
}

function containerKey(container: string): string {
  return container.toLowerCase();
}

function put<T>(map: Numbered<T>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else map.set(key, [known, value]);
}

function all<T>(found: T | readonly T[]): readonly T[] {
  return Array.isArray(found) ? (found as readonly T[]) : [found as T];
}

function pick(found: Block | readonly Block[]): Target {
  const blocks = all(found);
  return blocks.length === 0 ? 'missing' : blocks.length === 1 ? { block: blocks[0]! } : 'ambiguous';
}

function numbersOf(tokens: readonly NumberToken[], resolve: (number: string) => Target): ResolvedNumber[] {
  const out: ResolvedNumber[] = [];
  for (const t of tokens) {
    out.push({
      start: t.span.start,
      end: t.span.end,
      written: t.from,
      target: resolve(t.from),
      range: t.to === undefined ? null : 'from',
    });
    if (t.to !== undefined && t.toSpan) {
      // "7 (b)–(d)": the second end leaves out what it shares with the first.
      const full = t.to.startsWith('(') ? `${t.from.replace(/\s*\([a-z]+\)$/, '')} ${t.to}` : t.to;
      out.push({
        start: t.toSpan.start,
        end: t.toSpan.end,
        written: t.to,
        target: resolve(full),
        range: 'to',
      });
    }
  }
  return out;
}
