import { defaultRecognizer } from '../catalogue/names.js';
import { adoptingBody } from '../citations/bodies.js';
import type { Citation } from '../citations/citation.js';
import { readDesignator } from '../citations/designator.js';
import { normalizedForm } from '../citations/normalize.js';
import { Draft, type Range } from '../document/draft.js';
import type { DocumentKind } from '../document/kinds.js';
import type { ChosenKind } from '../messages.js';
import { Analysis } from '../rules/analysis.js';
import { RuleSet } from '../rules/ruleSet.js';
import { statementsOf, symbolKey, type StatementElsewhere } from '../rules/stated.js';
import type { Settings } from '../settings/settings.js';
import { attach, languageOfName } from './attach.js';
import { decode } from './ignored.js';

/** A place in a document that points at something. */
export interface Mention {
  /** What is pointed at, as `keyOf` makes it. */
  readonly key: string;
  /** As one would write it: "A/RES/75/158", a treaty's short title. */
  readonly name: string;
  readonly range: Range;
}

/** A symbol or a resolution's number that a document bears itself. */
export interface Identity {
  readonly key: string;
  readonly name: string;
  /** Where it says so. */
  readonly range: Range;
  /** The title that goes with it; empty where none was found. */
  readonly title: string;
}

/** What is kept of a document of the workspace: facts with their places, none of its text. */
export interface DocumentSummary {
  readonly uri: string;
  readonly kind: DocumentKind;
  /** The symbols it bears: that of its masthead, and those of the resolutions that it holds. The first one names it. */
  readonly identities: readonly Identity[];
  readonly title: string;
  /** Where a reader begins: its title, or its first line. */
  readonly start: Range;
  readonly headings: readonly { readonly name: string; readonly range: Range }[];
  /** What it says of its meeting and of other documents, for others to compare with. */
  readonly stated: readonly StatementElsewhere[];
  /** In the order of the text. */
  readonly mentions: Mentions;
}

/** The key of a document's symbol or a resolution's normalized form: spelling, spaces and case do not count. */
export function documentKey(symbol: string): string {
  return `d:${symbol.replace(/\s+/g, '').toLowerCase()}`;
}

export function treatyKey(name: string): string {
  return `t:${name}`;
}

export function articleKey(treaty: string, article: string): string {
  return `a:${treaty}|${article}`;
}

/** The keys that mentions of all documents share, so that each is kept once. */
const KEYS = new Map<string, number>();
const NAMES: { readonly key: string; readonly name: string }[] = [];

const WIDTH = 5;

/** The mentions of one document, packed: five numbers each. */
export class Mentions {
  readonly #cells: Int32Array;

  constructor(mentions: readonly Mention[]) {
    this.#cells = new Int32Array(mentions.length * WIDTH);
    mentions.forEach(({ key, name, range }, i) => {
      let id = KEYS.get(key);
      if (id === undefined) {
        KEYS.set(key, (id = NAMES.length));
        NAMES.push({ key, name });
      }
      const { start, end } = range;
      this.#cells.set([id, start.line, start.character, end.line, end.character], i * WIDTH);
    });
  }

  static readonly NONE = new Mentions([]);

  get size(): number {
    return this.#cells.length / WIDTH;
  }

  /** The places that point at one thing, in order. */
  of(key: string): Range[] {
    const id = KEYS.get(key);
    const ranges: Range[] = [];
    if (id === undefined) return ranges;
    for (let at = 0; at < this.#cells.length; at += WIDTH)
      if (this.#cells[at] === id) ranges.push(this.#range(at));
    return ranges;
  }

  /** Everything that is pointed at, in the order of the first mentions. */
  all(): Map<string, { readonly name: string; readonly ranges: Range[] }> {
    const found = new Map<string, { readonly name: string; readonly ranges: Range[] }>();
    for (let at = 0; at < this.#cells.length; at += WIDTH) {
      const { key, name } = NAMES[this.#cells[at]!]!;
      const known = found.get(key);
      if (known) known.ranges.push(this.#range(at));
      else found.set(key, { name, ranges: [this.#range(at)] });
    }
    return found;
  }

  #range(at: number): Range {
    const cells = this.#cells;
    return {
      start: { line: cells[at + 1]!, character: cells[at + 2]! },
      end: { line: cells[at + 3]!, character: cells[at + 4]! },
    };
  }
}

export interface SummaryOptions {
  readonly uri: string;
  /** Turns a range of the draft into one that is kept, where places are counted otherwise by those who ask. */
  readonly place?: (range: Range) => Range;
}

/** What decides whether a file that nobody has opened is a document of ours, and what of it is kept. */
export interface FileFactsOptions {
  readonly uri: string;
  readonly settings: Settings;
  /** The file's path from the root of its folder, with slashes. */
  readonly path: string | null;
  readonly chosen: ChosenKind;
  /** Turns a range of the draft into one that is kept. */
  readonly place?: (range: Range, draft: Draft) => Range;
}

/** No rule has a say over a document of which only the facts are wanted. */
const FACTS = new RuleSet([]);

/** The facts of a file's text; null for what is no United Nations document. The text is not kept. Never throws. */
export function readSummary(
  text: string,
  { uri, settings, path, chosen, place }: FileFactsOptions,
): DocumentSummary | null {
  const draft = new Draft(text);
  const { recognition } = draft.structure;
  const languageId = languageOfName(uri);
  const { recognized, kind } = attach({ languageId, chosen, settings, path, recognition });
  if (!recognized) return null;
  draft.setKind(kind);
  const analysis = new Analysis(draft, {
    rules: FACTS,
    recognize: defaultRecognizer(),
    settings,
    today: null,
  });
  return summarize(draft, analysis, { uri, ...(place ? { place: (range) => place(range, draft) } : {}) });
}

/** So many characters of a heading or a title are kept. */
const SHOWN = 160;

/** The facts of a document whose citations were recognized. */
export function summarize(
  draft: Draft,
  analysis: Analysis,
  { uri, place = (range) => range }: SummaryOptions,
): DocumentSummary {
  const { structure } = draft;
  const title = structure.masthead.title;
  const identities = identitiesOf(draft, analysis, place);
  const own = new Set(identities.map(({ key }) => key));
  const mentions: Mention[] = [];
  for (const block of draft.blocks) {
    const front = block.index < structure.bodyStart || block.role === 'furniture' || block.role === 'title';
    for (const citation of analysis.citationsOf(block)) {
      for (const [key, name] of keysOf(citation)) {
        // A document that bears its own symbol does not cite itself there.
        if (front && own.has(key)) continue;
        const span = block.reading.spanToSource(citation.start, citation.end);
        mentions.push({ key, name, range: place(draft.rangeOf(block, span)) });
      }
    }
  }
  const first = title?.block ?? draft.blocks.find(({ role }) => role !== 'blank' && role !== 'front-matter');
  return {
    uri,
    kind: structure.kind,
    identities,
    title: title ? cut(title.value) : '',
    start: first ? place(draft.contentRange(first)) : NOWHERE,
    headings: structure.headings
      .filter(({ block }) => block.reading.text !== '')
      .map(({ block, label }) => ({
        name: cut(`${label?.text ?? ''} ${block.reading.text}`.trim()),
        range: place(draft.contentRange(block)),
      })),
    stated: statedIn(draft, analysis, { uri, place }, identities),
    mentions: new Mentions(mentions),
  };
}

/** What a document says of its meeting and of other documents, as others see it; nothing else of it is worked out. */
export function statedIn(
  draft: Draft,
  analysis: Analysis,
  { uri, place = (range) => range }: SummaryOptions,
  identities: readonly Identity[] = identitiesOf(draft, analysis, place),
): StatementElsewhere[] {
  const { symbol } = draft.structure.masthead;
  const document = identities[0]?.name ?? decode(uri.slice(uri.lastIndexOf('/') + 1));
  return statementsOf(draft, analysis.draftFacts.body, (block) => analysis.citationsOf(block)).map(
    ({ block, span, ...statement }) => ({
      ...statement,
      uri,
      range: place(draft.rangeOf(block, span)),
      document,
      symbol: symbol ? symbolKey(symbol.value) : '',
    }),
  );
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What a citation points at outside its document, as keys with names. */
function keysOf(citation: Citation): readonly (readonly [key: string, name: string])[] {
  switch (citation.type) {
    case 'resolution':
      return citation.normalized === '' ? [] : [[documentKey(citation.normalized), citation.normalized]];
    case 'symbol': {
      const symbols = new Set([citation.normalized, ...(citation.expandsTo ?? [])]);
      return [...symbols]
        .filter((symbol) => symbol !== '')
        .map((symbol) => [documentKey(symbol), symbol] as const);
    }
    case 'treaty':
      return [[treatyKey(citation.name), citation.name]];
    case 'article':
      return citation.target === null || citation.target === 'self'
        ? []
        : [
            [
              articleKey(citation.target, citation.article),
              `article ${citation.article}, ${citation.target}`,
            ] as const,
          ];
    default:
      return [];
  }
}

/** The symbol of the masthead, each half of a joint one, and the numbers of the resolutions in a text. */
function identitiesOf(draft: Draft, analysis: Analysis, place: (range: Range) => Range): Identity[] {
  const { masthead, kind } = draft.structure;
  const found = new Map<string, Identity>();
  const add = (name: string, range: Range, title: string): void => {
    const key = documentKey(name);
    if (!found.has(key)) found.set(key, { key, name, range: place(range), title: cut(title) });
  };
  const { symbol } = masthead;
  if (symbol) {
    const range = draft.rangeOf(symbol.block, symbol.block.body.spanToSource(symbol.start, symbol.end));
    const title = masthead.title?.value ?? '';
    add(symbol.value, range, title);
    for (const half of symbol.value.split(/[-–](?=[A-Z]+\/)/)) add(half, range, title);
  }
  const { body } = analysis.draftFacts;
  for (const block of draft.blocks) {
    if (block.role !== 'title' && block.role !== 'heading') continue;
    if (block.label?.style === 'resolution') {
      const stem = body === null ? '' : (adoptingBody(body)?.stem ?? '');
      const read = readDesignator(block.label.value, 0);
      if (stem === '' || !read) continue;
      add(
        normalizedForm(stem, kind === 'decision', read),
        draft.rangeOf(block, block.label),
        block.body.text,
      );
      continue;
    }
    const first = analysis.citationsOf(block).find(({ type }) => type === 'resolution');
    // "Resolution 2546 (2020)", and what follows it on its line is its title.
    if (first?.type !== 'resolution' || first.normalized === '' || (first.phrase ?? first).start > 0)
      continue;
    if (block.role === 'heading' && first.assumed) continue;
    const words = block.reading.text.slice(first.end).replace(/^[.:\s–—-]+/, '');
    if (/^[a-z(]/.test(words)) continue;
    add(first.normalized, draft.rangeOf(block, block.reading.spanToSource(first.start, first.end)), words);
  }
  return [...found.values()];
}

function cut(text: string): string {
  const words = text.length > SHOWN * 3 ? text.slice(0, SHOWN * 3) : text;
  const folded = words.replace(/\s+/g, ' ').trim();
  if (folded.length <= SHOWN) return folded;
  const space = folded.lastIndexOf(' ', SHOWN);
  return `${folded.slice(0, space > SHOWN / 2 ? space : SHOWN)}…`;
}
