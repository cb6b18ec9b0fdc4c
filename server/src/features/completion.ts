import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import { acronymsStarting, findAcronym } from '../catalogue/bodies.js';
import { describeAcronym } from '../catalogue/describe/body.js';
import type { Explanation } from '../catalogue/describe/explanation.js';
import { toMarkdown } from '../catalogue/describe/render.js';
import { describeResolution, organName } from '../catalogue/describe/resolution.js';
import { describeState } from '../catalogue/describe/state.js';
import { describeSymbol } from '../catalogue/describe/symbol.js';
import { describeTreaty } from '../catalogue/describe/treaty.js';
import { dateInWords } from '../catalogue/messages.js';
import { findState, runningName, statesStarting } from '../catalogue/states.js';
import { findTreaty, treatiesStarting } from '../catalogue/treaties.js';
import { seriesRows } from '../catalogue/tables.js';
import type { ViewEntry } from '../catalogue/view.js';
import type { Citation } from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Draft, Position, Range } from '../document/draft.js';
import { bracketSnippet, NEW_DOCUMENTS, newDocument } from '../templates/index.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import type { Knowledge } from './knowledge.js';
import { snippetsAt } from './snippets.js';
import { termsOf } from './subjects.js';
import { firstWords, headingWords, sectionNumber, wordsOfParagraph } from './words.js';

export interface CompletionOptions {
  /** The character that opened the list; undefined where a person or a letter did. */
  readonly trigger?: string;
  /** The client fills in tab stops. */
  readonly snippets: boolean;
}

/** What an item carries for its documentation: which table, and what to look up in it. */
export interface CompletionData {
  readonly table: 'resolution' | 'symbol' | 'treaty' | 'state' | 'acronym';
  readonly id: string;
}

/** At most so many items are sent at a time; the list is asked for again with each letter. */
const MOST = 40;

/** So far back a text is looked at for what the cursor stands behind. */
const LOOK_BACK = 160;

/** What can stand at a position. Null where nothing is offered. */
export function completion(
  open: OpenDraft,
  position: Position,
  knowledge: Knowledge,
  options: CompletionOptions,
): CompletionList | null {
  const { draft } = open;
  if (isBlank(draft)) {
    return options.trigger === undefined ? newDocuments(draft, options, knowledge.say.language) : null;
  }
  const place = draft.locate(position);
  if (!place) return null;
  const { block, offset } = place;
  if (block.role === 'front-matter' || block.role === 'comment' || block.role === 'code') return null;
  const at = draft.rangeOf(block, { start: offset, end: offset }).start;
  const before = lineBefore(block, offset);
  const site: Site = { open, block, at, before, knowledge };
  const items = ofNumber(site) ?? ofSymbol(site) ?? ofReference(site);
  if (items) return listOf(items);
  if (options.trigger !== undefined) return null;
  return listOf([...ofName(site), ...ofSnippet(site, options)]);
}

/** Whether a draft holds nothing but white space. */
export function isBlank(draft: Draft): boolean {
  return draft.blocks.every((block) => block.form === 'blank' || block.text.trim() === '');
}

interface Site {
  readonly open: OpenDraft;
  readonly block: Block;
  /** Where the cursor is. */
  readonly at: Position;
  /** What stands before it on its line, as written. */
  readonly before: string;
  readonly knowledge: Knowledge;
}

function lineBefore(block: Block, offset: number): string {
  const line = block.positionAt(offset).line;
  return block.text.slice(Math.max(block.lineStarts[line]!, offset - LOOK_BACK), offset);
}

function listOf(items: readonly CompletionItem[]): CompletionList | null {
  if (items.length === 0) return null;
  // Asked for again with each letter: the order is ours, and what fits depends on all that was typed.
  return {
    isIncomplete: true,
    items: items.slice(0, MOST).map((item, i) => ({ ...item, sortText: String(i).padStart(4, '0') })),
  };
}

/** An item that replaces what was typed. The filter text is what was typed, so that no client leaves it out. */
function itemOf(
  site: Site,
  typed: string,
  item: Omit<CompletionItem, 'textEdit'>,
  text: string,
): CompletionItem {
  const { at } = site;
  const range: Range = { start: { line: at.line, character: at.character - typed.length }, end: at };
  return { filterText: typed === '' ? text : typed, ...item, textEdit: { range, newText: text } };
}

// ---- resolutions

const ORGANS: readonly (readonly [RegExp, string])[] = [
  [/General Assembly(?: in its)? $/, 'GA'],
  [/Security Council(?: in its)? $/, 'SC'],
  [/Economic and Social Council(?: in its)? $/, 'ECOSOC'],
  [/Human Rights Council(?: in its)? $/, 'HRC'],
];

/** The organs by their names, for "its resolution" in their own texts. */
const ORGANS_BY_NAME: Readonly<Record<string, string>> = {
  'General Assembly': 'GA',
  'Security Council': 'SC',
  'Economic and Social Council': 'ECOSOC',
  'Human Rights Council': 'HRC',
};

/** The organ named before the word, or the one whose text it is: "its resolution". */
function organBefore(lead: string, open: OpenDraft): string | undefined {
  const named = ORGANS.find(([pattern]) => pattern.test(lead))?.[1];
  if (named !== undefined || !/\bits (?:\w+ )?$/.test(lead)) return named;
  const { structure } = open.draft;
  return structure.kind === 'resolution' || structure.kind === 'decision'
    ? ORGANS_BY_NAME[open.analysis.draftFacts.body ?? '']
    : undefined;
}

/** "resolution 75/1", "resolutions 66/288 and 7", "resolution trafficking wom"; of several such words the last one counts. */
const AFTER_RESOLUTION =
  /^(.*)\b([Rr]esolutions?|[Dd]ecisions?|[Rr]es\.) (?:[\w()/ ,]{0,60}(?:,|\band) )?([\w()/’'-]*(?: [\w()/’'-]*){0,4})$/;

function ofNumber(site: Site): CompletionItem[] | null {
  const { before, knowledge, open } = site;
  const match = AFTER_RESOLUTION.exec(before);
  if (!match) return null;
  const [, lead = '', noun = '', typed = ''] = match;
  // The catalogue holds no decisions: only those that the text cites already are offered.
  if (/^d/i.test(noun)) return decisionsOf(site, typed);
  const organ = organBefore(lead, open);
  const { catalogue } = knowledge;
  const options = { limit: MOST, ...(organ ? { organ } : {}) };
  const behind: Behind = { typed, bare: organ === undefined && isBare(match) ? lead.length : null };
  if (typed === '') {
    const known = new Set<string>();
    const entries: ViewEntry[] = [];
    const take = (entry: ViewEntry | undefined): void => {
      if (!entry || known.has(entry.normalized) || (organ && entry.designator.organ !== organ)) return;
      known.add(entry.normalized);
      entries.push(entry);
    };
    // What the text cites already, then what its title is about.
    for (const symbol of citedSymbols(open, 'resolution')) take(catalogue.get(symbol));
    const title = open.draft.structure.masthead.title?.value;
    if (title) for (const { entry } of catalogue.search(title, { ...options, limit: 8 })) take(entry);
    return entries.map((entry) => resolutionItem(site, behind, entry));
  }
  if (/^[\d(]|^(?:ES|S)-/.test(typed)) {
    return catalogue.completeNumber(typed, options).map((entry) => resolutionItem(site, behind, entry));
  }
  // Words of a title. A sentence that goes on behind "resolution" is left alone.
  if (typed.length < 3 || CONTINUES.test(typed)) return null;
  return catalogue
    .search(typed, { ...options, limit: 20 })
    .map(({ entry }) => resolutionItem(site, behind, entry));
}

/** The decisions that a text cites, the latest first. */
function decisionsOf(site: Site, typed: string): CompletionItem[] | null {
  const texts = new Set<string>();
  for (let i = site.open.draft.blocks.length - 1; i >= 0; i--) {
    const block = site.open.draft.blocks[i]!;
    for (const cited of site.open.analysis.citationsOf(block)) {
      if (cited.type !== 'resolution' || !cited.decision || cited.anaphoric || cited.asSymbol) continue;
      if (cited.text !== typed && cited.text.startsWith(typed)) texts.add(cited.text);
    }
  }
  if (texts.size === 0) return null;
  return [...texts].map((text) =>
    itemOf(site, typed, { label: text, kind: CompletionItemKind.Reference }, text),
  );
}

/** Words that carry a sentence on rather than name a resolution. */
const CONTINUES =
  /^(?:of|on|and|was|were|is|are|to|that|which|in|by|has|have|had|as|at|for|with|adopted|entitled|contained|concerning|calls?|the|a|an)\b(?: |$)/i;

/** What a number is put in behind. */
interface Behind {
  readonly typed: string;
  /** Where the noun begins on its line, if it stands alone: nothing before it says whose resolution it is. */
  readonly bare: number | null;
}

/** What says or hints already whose resolution it is, or would not go with the name of an organ between. */
const SAYS_WHOSE =
  /\b(?:its|their|his|her|our|the|this|that|those|these|said|same|own|Assembly|Council|Conference|Commission|Committee)(?: (?:\w+ )?)$/;

/** Whether the noun stands for itself: "see resolution 7", not "its resolution 7", "resolutions 7/1 and 7". */
function isBare([whole, lead = '', noun = '', typed = '']: RegExpExecArray): boolean {
  return noun.startsWith('r') && whole === `${lead}${noun} ${typed}` && !SAYS_WHOSE.test(lead);
}

function resolutionItem(site: Site, { typed, bare }: Behind, entry: ViewEntry): CompletionItem {
  const { knowledge, block, open, at } = site;
  const date = entry.adoptionDate === '' ? '' : dateInWords(knowledge.t, entry.adoptionDate);
  const first = isFirst(open, block, entry);
  // The preamble gives the date of a resolution where it is first recalled.
  const dated = block.role === 'preambular' && date !== '' && entry.designator.organ !== 'SC' && first;
  const name = bare === null ? '' : organName(entry.designator.organ);
  const column = at.character - site.before.length + (bare ?? 0);
  const place = { line: at.line, character: column };
  return itemOf(
    site,
    typed,
    {
      label: entry.number,
      labelDetails: {
        description: firstWords(
          name === '' || entry.designator.organ === 'GA'
            ? entry.title
            : `${knowledge.t.language.translate(name)}: ${entry.title}`,
          70,
        ),
      },
      detail: [firstWords(entry.title, 160), date].filter((x) => x !== '').join(' · '),
      kind: CompletionItemKind.Reference,
      data: { table: 'resolution', id: entry.normalized } satisfies CompletionData,
      ...(name !== '' && isNamed(open, entry, first)
        ? { additionalTextEdits: [{ range: { start: place, end: place }, newText: `${name} ` }] }
        : {}),
    },
    dated ? `${entry.number} of ${date}` : entry.number,
  );
}

/** Names longer than this follow the number: "resolution 10/3 of the Conference of the Parties to …". */
const LONG_NAME = 40;

/**
 * Whether the name of the organ belongs before "resolution": at the first mention, and always where the number alone
 * would be read as one of the General Assembly. A text of the organ itself does not name it.
 */
function isNamed(open: OpenDraft, entry: ViewEntry, first: boolean): boolean {
  const { organ } = entry.designator;
  const name = organName(organ);
  if (name.length >= LONG_NAME || (open.analysis.draftFacts.body ?? '') === name) return false;
  return first || (organ !== 'GA' && organ !== 'SC');
}

/** Whether a resolution is cited nowhere before a block. */
export function isFirst(open: OpenDraft, block: Block, entry: ViewEntry): boolean {
  for (const other of open.draft.blocks) {
    if (other.index > block.index) return true;
    const cited = open.analysis
      .citationsOf(other)
      .some((c) => c.type === 'resolution' && c.normalized === entry.normalized && other !== block);
    if (cited) return false;
  }
  return true;
}

/** What a text cites of a kind, the latest first, each once. */
export function citedSymbols(open: OpenDraft, type: Citation['type'] & ('resolution' | 'symbol')): string[] {
  const symbols = new Set<string>();
  for (let i = open.draft.blocks.length - 1; i >= 0; i--) {
    for (const citation of open.analysis.citationsOf(open.draft.blocks[i]!)) {
      if (citation.type === type && citation.normalized !== '' && !citation.anaphoric)
        symbols.add(citation.normalized);
    }
  }
  return [...symbols];
}

// ---- symbols

/** A symbol that was begun: capitals, a slash, and what follows. */
const SYMBOL = /(?:^|[\s(,;“"])([A-Z][A-Z.\d]{0,7}\/[\w./()-]{0,40})$/;

/** How symbols of resolutions and statements begin, and the part that says which they are. */
const BEGINNINGS: readonly (readonly [beginning: string, part: string])[] = [
  ['A/RES/', '-/RES/-'],
  ['A/HRC/RES/', '-/RES/-'],
  ['E/RES/', '-/RES/-'],
  ['S/RES/', '-/RES/-'],
  ['S/PRST/', '-/PRST/-'],
];

function ofSymbol(site: Site): CompletionItem[] | null {
  const { before, knowledge, open } = site;
  const typed = SYMBOL.exec(before)?.[1];
  if (typed === undefined) return null;
  const items: CompletionItem[] = [];
  for (const symbol of citedSymbols(open, 'symbol')) {
    if (!symbol.startsWith(typed) || symbol === typed) continue;
    items.push(
      itemOf(
        site,
        typed,
        {
          label: symbol,
          kind: CompletionItemKind.File,
          data: { table: 'symbol', id: symbol } satisfies CompletionData,
        },
        symbol,
      ),
    );
  }
  for (const [beginning, part] of BEGINNINGS) {
    if (!beginning.startsWith(typed) || beginning === typed) continue;
    const detail = seriesRows().find(({ prefix }) => prefix === part)?.meaning;
    items.push(
      itemOf(
        site,
        typed,
        { label: beginning, kind: CompletionItemKind.Folder, ...(detail !== undefined && { detail }) },
        beginning,
      ),
    );
  }
  for (const entry of knowledge.catalogue.completeNumber(typed, { limit: MOST })) {
    items.push(
      itemOf(
        site,
        typed,
        {
          label: entry.normalized,
          labelDetails: { description: firstWords(entry.title, 60) },
          detail: firstWords(entry.title, 160),
          kind: CompletionItemKind.Reference,
          data: { table: 'resolution', id: entry.normalized } satisfies CompletionData,
        },
        entry.normalized,
      ),
    );
  }
  return items;
}

// ---- references to this document

const PARAGRAPH =
  /\b(?:para|paras|paragraph|paragraphs)\.? (?:[\d ()a-z–-]{1,30}(?:,|\band|\bto) )?(\d{0,4})$/i;
const SECTION =
  /\b(?:section|sections|sect|sects|chapter|chap)\.? ([IVXLC]{0,7}|[IVXLC]{1,7}\.[A-Z]?|[A-Z])$/;
const ANNEX = /\b(?:annex|annexes) ([IVXLC]{0,7})$/i;
const ARTICLE = /\b(?:article|articles|art)\.? (\d{0,3})$/i;
const NOTE = /\b(?:footnote|note) (\d{0,3})$/i;

function ofReference(site: Site): CompletionItem[] | null {
  const { before, open } = site;
  const { structure } = open.draft;
  const paragraph = PARAGRAPH.exec(before);
  if (paragraph) {
    const typed = paragraph[1]!;
    const shown = new Set<string>();
    const own = structure.paragraphs.filter((block) => {
      const fits =
        block.level === 1 &&
        block !== site.block &&
        block.number.startsWith(typed) &&
        (block.container === site.block.container ||
          block.container === 'body' ||
          block.container === 'operative');
      if (!fits || shown.has(block.number)) return false;
      shown.add(block.number);
      return true;
    });
    return own.map((block) => referenceItem(site, typed, block.number, wordsOfParagraph(open.draft, block)));
  }
  const section = SECTION.exec(before);
  if (section) {
    const typed = section[1]!;
    return structure.headings.flatMap((heading, i) => {
      const style = heading.label?.style;
      if (style !== 'roman' && style !== 'capital' && style !== 'division') return [];
      const number = sectionNumber(structure.headings, i);
      return number.startsWith(typed) ? [referenceItem(site, typed, number, heading.block.reading.text)] : [];
    });
  }
  const annex = ANNEX.exec(before);
  if (annex) return headingItems(site, annex[1]!, 'annex');
  // Elsewhere an article is one of a treaty, which comes behind it.
  if (structure.kind === 'treaty') {
    const article = ARTICLE.exec(before);
    if (article) return headingItems(site, article[1]!, 'article');
  }
  const note = NOTE.exec(before);
  if (note) {
    const typed = note[1]!;
    return open.draft.blocks.flatMap((block) => {
      const key = block.role === 'note' ? /^\W{0,3}(\d{1,3})/.exec(block.text.trimStart())?.[1] : undefined;
      return key?.startsWith(typed) ? [referenceItem(site, typed, key, block.reading.text)] : [];
    });
  }
  return null;
}

function headingItems(site: Site, typed: string, style: 'annex' | 'article'): CompletionItem[] {
  return site.open.draft.structure.headings.flatMap((heading) => {
    const value = heading.label?.style === style ? heading.label.value : '';
    return value !== '' && value.startsWith(typed)
      ? [referenceItem(site, typed, value, headingWords(heading))]
      : [];
  });
}

function referenceItem(site: Site, typed: string, number: string, words: string): CompletionItem {
  return itemOf(
    site,
    typed,
    {
      label: number,
      labelDetails: { description: firstWords(words, 60) },
      detail: firstWords(words, 120),
      kind: CompletionItemKind.Reference,
    },
    number,
  );
}

// ---- names

/** Words that may be part of a name without a capital. */
const SMALL = new Set([
  'of',
  'the',
  'and',
  'in',
  'on',
  'to',
  'for',
  'against',
  'with',
  'from',
  'by',
  'its',
  'all',
  'or',
]);

/** The name that was begun before the cursor: from a capital on; the longest beginning that a table knows counts. */
function ofName(site: Site): CompletionItem[] {
  const { before, open } = site;
  const starts = nameStarts(before);
  for (const start of starts) {
    const typed = before.slice(start);
    if (typed.length < 2 || typed.length > 90) continue;
    const items = namesBeginning(site, typed);
    if (items.length > 0) return items;
  }
  const word = /[A-Za-z][\w-]*$/.exec(before)?.[0] ?? '';
  if (word.length < 2) return [];
  return [...termsOf(open).keys()]
    .filter((term) => term.toLowerCase().startsWith(word.toLowerCase()) && term !== word)
    .map((term) => itemOf(site, word, { label: term, kind: CompletionItemKind.Variable }, term));
}

/** Where a name may have begun: at each word with a capital from which only words of names follow, the first one first. */
function nameStarts(before: string): number[] {
  const starts: number[] = [];
  let end = before.length;
  for (let words = 0; words < 12; words++) {
    const word = /[\p{L}\p{N}’'.-]*$/u.exec(before.slice(0, end))?.[0] ?? '';
    const start = end - word.length;
    if (/^\p{Lu}/u.test(word) && word !== 'The') starts.unshift(start);
    else if (words > 0 && !SMALL.has(word)) break;
    else if (words === 0 && word !== '' && !SMALL.has(word) && !/^\p{Ll}/u.test(word)) break;
    if (before[start - 1] !== ' ') break;
    end = start - 1;
  }
  return starts;
}

function namesBeginning(site: Site, typed: string): CompletionItem[] {
  const { open } = site;
  const items: CompletionItem[] = [];
  const seen = new Set<string>();
  const add = (text: string, kind: CompletionItemKind, detail: string, data?: CompletionData): void => {
    if (seen.has(text) || text === typed) return;
    seen.add(text);
    items.push(
      itemOf(
        site,
        typed,
        { label: text, kind, ...(detail === '' ? {} : { detail }), ...(data ? { data } : {}) },
        text,
      ),
    );
  };
  if (/^[A-Z][A-Z-]+$/.test(typed)) {
    for (const { acronym, expansion } of definedAcronyms(open)) {
      if (acronym.startsWith(typed))
        add(acronym, CompletionItemKind.Constant, expansion, { table: 'acronym', id: acronym });
    }
    for (const row of acronymsStarting(typed)) {
      add(row.acronym, CompletionItemKind.Constant, row.expansion, { table: 'acronym', id: row.acronym });
    }
    return items;
  }
  for (const term of termsOf(open).keys()) {
    if (term.startsWith(typed)) add(term, CompletionItemKind.Variable, '');
  }
  for (const treaty of treatiesStarting(typed)) {
    const name = treaty.fullTitle.toLowerCase().startsWith(typed.toLowerCase())
      ? treaty.fullTitle
      : treaty.shortTitle;
    add(name, CompletionItemKind.Module, name === treaty.fullTitle ? '' : treaty.fullTitle, {
      table: 'treaty',
      id: treaty.shortTitle,
    });
  }
  if (typed.length >= 3) {
    for (const { state } of statesStarting(typed)) {
      const name = runningName(state);
      add(name, CompletionItemKind.Field, state.formalName, { table: 'state', id: name });
    }
    for (const { acronym, expansion } of definedAcronyms(open)) {
      if (expansion.startsWith(typed))
        add(acronym, CompletionItemKind.Constant, expansion, { table: 'acronym', id: acronym });
    }
  }
  return items;
}

function definedAcronyms(open: OpenDraft): { readonly acronym: string; readonly expansion: string }[] {
  return open.draft.blocks.flatMap((block) =>
    open.analysis.citationsOf(block).filter((citation) => citation.type === 'acronym-definition'),
  );
}

// ---- snippets

function ofSnippet(site: Site, options: CompletionOptions): CompletionItem[] {
  const { before, block, open } = site;
  const word = /[A-Za-z][\w-]*$/.exec(before)?.[0] ?? '';
  const { language } = site.knowledge.say;
  return snippetsAt(open, block, before).map(({ row, prefix, body }) =>
    itemOf(
      site,
      word,
      {
        label: row.prefixes[0]!,
        labelDetails: { description: language.translate(row.title) },
        detail: language.translate(row.title),
        kind: CompletionItemKind.Snippet,
        filterText: prefix,
        documentation: {
          kind: MarkupKind.Markdown,
          value: `${language.translate(row.description)}\n\n\`\`\`\n${bracketSnippet(body)}\n\`\`\``,
        },
        ...(options.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      },
      options.snippets ? body : bracketSnippet(body),
    ),
  );
}

/** What can be started in an empty file. */
export function newDocuments(
  draft: Draft,
  options: Pick<CompletionOptions, 'snippets'>,
  language: Language = ENGLISH,
): CompletionList | null {
  const last = draft.blocks.at(-1);
  const end = last
    ? draft.rangeOf(last, { start: last.text.length, end: last.text.length }).end
    : { line: 0, character: 0 };
  const range: Range = { start: { line: 0, character: 0 }, end };
  const items = NEW_DOCUMENTS.flatMap((template, i): CompletionItem[] => {
    const result = newDocument(template.id);
    if (!result.ok) return [];
    const { snippet, text } = result.document;
    return [
      {
        label: `new-${template.id}`,
        labelDetails: { description: language.translate(template.title) },
        detail: language.translate(template.title),
        kind: CompletionItemKind.Snippet,
        documentation: { kind: MarkupKind.Markdown, value: language.translate(template.description) },
        sortText: String(i).padStart(4, '0'),
        ...(options.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        textEdit: { range, newText: options.snippets ? snippet : text },
      },
    ];
  });
  return { isIncomplete: false, items };
}

// ---- documentation

/** An item with its documentation. It needs the item alone: nothing is kept from the list it was in. */
export function resolveCompletion(item: CompletionItem, knowledge: Knowledge): CompletionItem {
  const data = item.data as Partial<CompletionData> | undefined;
  if (!data || typeof data.id !== 'string') return item;
  const explanation = explain(data.table, data.id, knowledge);
  if (!explanation) return item;
  return {
    ...item,
    documentation: { kind: MarkupKind.Markdown, value: toMarkdown(explanation, knowledge.t) },
  };
}

function explain(
  table: CompletionData['table'] | undefined,
  id: string,
  knowledge: Knowledge,
): Explanation | null {
  const { catalogue, t } = knowledge;
  const today = knowledge.today ?? undefined;
  switch (table) {
    case 'resolution':
      return describeResolution(id, catalogue, t, today);
    case 'symbol':
      return describeSymbol(id, catalogue, t, today);
    case 'treaty': {
      const treaty = findTreaty(id);
      return treaty ? describeTreaty(treaty, t) : null;
    }
    case 'state': {
      const state = findState(id);
      return state ? describeState(state, t) : null;
    }
    case 'acronym': {
      const [row] = findAcronym(id);
      return row ? describeAcronym(row, t) : null;
    }
    default:
      return null;
  }
}
