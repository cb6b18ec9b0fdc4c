import type { Position } from 'vscode-languageserver-types';
import { dateInWords, english } from '../catalogue/messages.js';
import { organName } from '../catalogue/describe/resolution.js';
import { informalNames, runningName, shortName, states } from '../catalogue/states.js';
import type { ViewEntry } from '../catalogue/view.js';
import type { Block } from '../document/block.js';
import { featuresOf } from '../document/features.js';
import type { Language } from '../l10n/language.js';
import { phrase, type Sentence } from '../l10n/phrase.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { isRefused } from '../numbering/operations.js';
import { insertFootnote } from '../numbering/footnote.js';
import { citedSymbols, isFirst } from './completion.js';
import { insertContents, updateContents } from './contents.js';
import type { Knowledge } from './knowledge.js';
import { numberedOf, refused, resultOf, type NumberingResult } from './numbering.js';
import { noteMarkOf } from './subjects.js';
import { firstWords, headingWords, sectionNumber, wordsOfParagraph } from './words.js';

/** What a person chooses from a list to have it put into the text. */
export type Offered = 'resolution' | 'reference' | 'state' | 'agenda-item';

/** One entry of such a list, with the words that it puts in at the place it was asked for. */
export interface InsertOffer {
  readonly group: string;
  readonly label: string;
  readonly description: string;
  /** What is put in, and what it is in full. */
  readonly detail: string;
  readonly text: string;
  /** The same with its title, where it has one. */
  readonly longText: string | null;
  /** What else it is found by: all its words, where only the first are shown, or other names. */
  readonly search?: string;
}

/** So many resolutions are listed. */
const MOST = 40;
/** So many characters of a part are searched for the words that a person remembers of it. */
const SEARCHED = 1000;
/** So far back the text is looked at for what the cursor stands behind. */
const LOOK_BACK = 200;

interface Site {
  readonly open: OpenDraft;
  readonly block: Block | null;
  /** What stands before the cursor in its block, as written. */
  readonly before: string;
  /** Within brackets and in notes references are abbreviated. */
  readonly short: boolean;
  readonly knowledge: Knowledge;
}

/** What can be put in at a position. `query` is what was typed so far; only resolutions are searched by it here. */
export function insertOffers(
  open: OpenDraft,
  position: Position,
  what: Offered,
  query: string,
  knowledge: Knowledge,
): InsertOffer[] {
  const place = open.draft.locate(position);
  const block = place?.block ?? null;
  const before = place ? place.block.text.slice(Math.max(0, place.offset - LOOK_BACK), place.offset) : '';
  const site: Site = {
    open,
    block,
    before,
    short: block?.role === 'note' || inBrackets(before),
    knowledge,
  };
  switch (what) {
    case 'resolution':
      return resolutions(site, query.trim());
    case 'reference':
      return references(site);
    case 'state':
      return statesFor(site);
    case 'agenda-item':
      return agendaItems(site, query);
  }
}

function inBrackets(before: string): boolean {
  // A label, "(a)", closes its own bracket.
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

// ---- resolutions

function resolutions(site: Site, query: string): InsertOffer[] {
  const { knowledge, open } = site;
  const { catalogue } = knowledge;
  const options = { limit: MOST };
  let entries: ViewEntry[];
  if (query === '') {
    // What the text cites already, then what its title is about.
    const cited = citedSymbols(open, 'resolution').map((symbol) => catalogue.get(symbol));
    const title = open.draft.structure.masthead.title?.value ?? '';
    const near = title === '' ? [] : catalogue.search(title, { limit: 10 }).map(({ entry }) => entry);
    entries = [...cited.filter((entry) => entry !== undefined), ...near];
  } else {
    const numbered = /\d/.test(query) && /^[\dA-Z(]/.test(query);
    const exact = numbered ? [...catalogue.byNumber(query), ...catalogue.completeNumber(query, options)] : [];
    entries = [...exact, ...catalogue.search(query, options).map(({ entry }) => entry)];
  }
  const seen = new Set<string>();
  return entries
    .filter(({ normalized }) => {
      const known = seen.has(normalized);
      seen.add(normalized);
      return !known;
    })
    .slice(0, MOST)
    .map((entry) => resolutionOffer(site, entry));
}

function resolutionOffer(site: Site, entry: ViewEntry): InsertOffer {
  const organ = organName(entry.designator.organ);
  const date = entry.adoptionDate === '' ? '' : dateInWords(english, entry.adoptionDate);
  const text = citation(site, entry);
  // What the tables have of the Security Council are a library's descriptions, not titles.
  const titled = entry.title !== '' && entry.designator.organ !== 'SC';
  const noun = entry.designator.decision ? 'decision' : 'resolution';
  const full = `${organ} ${noun} ${entry.number}${date === '' ? '' : ` of ${date}`}`;
  return {
    group: '',
    label: entry.number,
    description: firstWords(entry.title, 90),
    detail: titled ? `${full}, entitled “${firstWords(entry.title, 200)}”` : full,
    text,
    longText: titled ? `${text}, entitled “${entry.title}”` : null,
  };
}

/** A resolution as the place asks for it: only the number where the noun stands there already, the date in a preamble. */
function citation(site: Site, entry: ViewEntry): string {
  const { before, block, open } = site;
  const { structure } = open.draft;
  const { organ, decision } = entry.designator;
  const noun = decision ? 'decision' : 'resolution';
  const date =
    block?.role === 'preambular' && organ !== 'SC' && entry.adoptionDate !== '' && isFirst(open, block, entry)
      ? ` of ${dateInWords(english, entry.adoptionDate)}`
      : '';
  const number = `${entry.number}${date}`;
  if (
    /\b(?:resolutions?|decisions?)\s$|\b(?:resolutions|decisions)\b[^.;()]{1,120}(?:, | and )$/i.test(before)
  )
    return number;
  if (/\b(?:its|Assembly|Council|Conference|Commission)\s$/.test(before)) return `${noun} ${number}`;
  const name = organName(organ);
  const acting = structure.organLine?.replace(/^The /, '');
  if (acting !== undefined && acting === name) return `its ${noun} ${number}`;
  if (name.length < 40) return `${name} ${noun} ${number}`;
  const own = structure.masthead.organ?.value.includes(name) ?? false;
  const conference = /^[A-Z][a-z]+/.exec(name)?.[0] ?? name;
  return own ? `${noun} ${number} of the ${conference}` : `${noun} ${number} of the ${name}`;
}

// ---- references to this document

function references(site: Site): InsertOffer[] {
  const { open, block: from } = site;
  const { draft } = open;
  const { structure } = draft;
  const offers: InsertOffer[] = [];
  for (const block of structure.paragraphs) {
    if (block === from || block.number === '') continue;
    offers.push(
      referenceOffer(site, block, {
        group: 'paragraph',
        label: block.number,
        words: wordsOfParagraph(draft, block),
        long: 'paragraph',
        short: 'para.',
        behind: /\bparas?(?:\.|graphs?) $/i,
      }),
    );
  }
  structure.headings.forEach((heading, i) => {
    const { label, block } = heading;
    if (!label || block === from) return;
    // The number stands in the label of the offer already.
    const words = block.body.text.trim() || headingWords(heading);
    if (label.style === 'article' || label.style === 'annex') {
      const article = label.style === 'article';
      offers.push(
        referenceOffer(site, block, {
          group: label.style,
          label: label.value,
          words,
          long: article ? 'article' : 'annex',
          short: article ? 'art.' : 'annex',
          behind: article ? /\bart(?:\.|icles?) $/i : /\bannex(?:es)? $/i,
        }),
      );
    } else {
      const number = sectionNumber(structure.headings, i);
      const chapter =
        label.style === 'division' ? /^[A-Za-z]+/.exec(label.text)?.[0].toLowerCase() : undefined;
      offers.push(
        referenceOffer(site, block, {
          group: 'section',
          label: number,
          words,
          long: chapter ?? 'section',
          short: chapter === undefined ? 'sect.' : chapter === 'chapter' ? 'chap.' : chapter,
          behind: /\b(?:sects?(?:\.|ions?)|chap(?:\.|ters?)|part) $/i,
        }),
      );
    }
  });
  for (const block of draft.blocks) {
    const mark = noteMarkOf(block);
    if (!mark || block === from || !/^\d+$/.test(mark.key)) continue;
    offers.push(
      referenceOffer(site, block, {
        group: 'footnote',
        label: mark.key,
        words: block.reading.text,
        long: 'footnote',
        short: 'footnote',
        behind: /\b(?:foot)?notes? $/i,
      }),
    );
  }
  return offers;
}

interface Referred {
  readonly group: string;
  readonly label: string;
  readonly words: string;
  /** What it is called in running text, and within brackets. */
  readonly long: string;
  readonly short: string;
  /** Where the noun stands there already only the number is put in. */
  readonly behind: RegExp;
}

function referenceOffer(site: Site, block: Block, referred: Referred): InsertOffer {
  const { group, label, words, long, short, behind } = referred;
  const text = behind.test(site.before)
    ? label
    : withPlace(site, block, group, `${site.short ? short : long} ${label}`);
  return {
    group,
    label: `${long} ${label}`,
    description: firstWords(words, 90),
    detail: '',
    text,
    longText: null,
    search: words.slice(0, SEARCHED),
  };
}

/** "above" or "below" in the same part of the document; the name of the part where it is another one. */
function withPlace({ open, block: from }: Site, block: Block, group: string, text: string): string {
  const { kind } = open.draft.structure;
  const container = group === 'paragraph' ? block.container : 'body';
  const own = from?.container ?? 'body';
  if (group === 'paragraph' && container !== own && container !== 'body' && container !== 'operative')
    return `${text} of ${container === 'draft resolution' ? 'the draft resolution' : container}`;
  // Treaties have no above and below: their articles and annexes are cited for themselves.
  if (kind === 'treaty' || group === 'annex' || group === 'article' || !from) return text;
  return `${text} ${block.index < from.index ? 'above' : 'below'}`;
}

// ---- States

/** The names of States, by the language that they are described in, as running text wants them first and as lists do. */
const STATE_OFFERS = new WeakMap<Language, Record<'text' | 'list', InsertOffer[]>>();

/** Each State by the names that the tables give it; first the one that the place asks for. */
function statesFor({ block, before, knowledge }: Site): InsertOffer[] {
  const { language } = knowledge.say;
  let known = STATE_OFFERS.get(language);
  if (!known)
    STATE_OFFERS.set(
      language,
      (known = { text: stateOffers(language, 'text'), list: stateOffers(language, 'list') }),
    );
  const listed =
    block?.role === 'table' ||
    block?.role === 'item' ||
    (block !== null && featuresOf(block).line === 'draft-title');
  const offers = known[listed ? 'list' : 'text'];
  // An article that stands there already is not put in again.
  if (!/\bthe $/i.test(before)) return offers;
  return offers.map((offer) => ({ ...offer, text: offer.text.replace(/^the /, '') }));
}

/** Each State in the forms that a sentence or a list takes, those of one State together. Former States are left out. */
function stateOffers(language: Language, first: 'text' | 'list'): InsertOffer[] {
  const offers: { readonly key: string; readonly offer: InsertOffer }[] = [];
  for (const state of states()) {
    if (state.iso3 === '' || state.shortName === '') continue;
    const running = runningName(state);
    const article = /\(the\)$|\(.+ of(?: the)?\)$/.test(state.shortName) ? 'the ' : '';
    const short = `${article}${running}`;
    // Whoever knows a State by another name finds the right one.
    const search = [...informalNames(state), ...state.formerNames.map(({ name }) => name)].join(' ');
    const key = shortName(state);
    const add = (text: string, description: string, label = text): void => {
      offers.push({ key, offer: { ...NO_OFFER, search, label, description, text } });
    };
    const inList = (): void => {
      if (key !== running) add(key, language.say(phrase`as in lists`));
    };
    if (first === 'list') inList();
    // Editors list first what begins with the words that were typed: forms that begin otherwise stand behind its name.
    if (key === running) add(short, language.say(phrase`short form`));
    else add(short, short, key);
    if (first === 'text') inList();
    if (state.formalName !== '' && state.formalName !== short)
      add(state.formalName, language.say(phrase`formal form · ${running}`));
  }
  offers.sort((a, b) => a.key.localeCompare(b.key, 'en'));
  return offers.map(({ offer }) => offer);
}

const NO_OFFER: Omit<InsertOffer, 'label' | 'description' | 'text'> = {
  group: '',
  detail: '',
  longText: null,
};

// ---- agenda items

/** "12 (b): Title", or only a number, as a person types it. */
const TYPED_ITEM = /^\s*(\d{1,3}(?: ?\([a-z]{1,4}\))*)\s*(?:[:.–-]\s*(.{1,300}))?$/;

/** The document's own item, those that it cites, and the one that was typed. */
function agendaItems(site: Site, query: string): InsertOffer[] {
  const { open } = site;
  const { masthead } = open.draft.structure;
  const offers: InsertOffer[] = [];
  const seen = new Set<string>();
  const add = (number: string, title: string, group: string): void => {
    if (seen.has(number)) return;
    seen.add(number);
    const text = itemText(site, number, title);
    const label = `item ${number}`;
    offers.push({
      group,
      label,
      description: title,
      detail: text === label ? '' : text,
      text,
      longText: null,
    });
  };
  const typed = TYPED_ITEM.exec(query);
  if (typed) add(typed[1]!.replace(/ ?\(/g, ' ('), typed[2]?.trim() ?? '', 'typed');
  if (masthead.agendaItem) {
    add(masthead.agendaItem.value, titleOfItem(open, masthead.agendaItem), 'own');
  }
  for (const block of open.draft.blocks)
    for (const found of open.analysis.citationsOf(block))
      if (found.type === 'agenda-item') add(found.number, '', 'cited');
  return offers;
}

/** The title of the document's own item: behind its number, or in bold letters on the line below it. */
function titleOfItem(
  { draft }: OpenDraft,
  { block, end }: { readonly block: Block; readonly end: number },
): string {
  const behind = /^[:.]\s*(.+)$/s.exec(block.reading.text.slice(end))?.[1];
  if (behind !== undefined) return behind.trim();
  const { bodyStart, masthead } = draft.structure;
  const below = draft.blocks
    .slice(block.index + 1, bodyStart)
    .find(({ form }) => form !== 'blank' && form !== 'comment');
  const known = [masthead.title?.block, masthead.author?.block];
  if (!below || below.role !== 'title' || known.includes(below) || below.form === 'atx') return '';
  return below.reading.text.trim();
}

/** The line of a masthead, or the words of a sentence. */
function itemText({ open, block, before }: Site, number: string, title: string): string {
  const { kind, bodyStart } = open.draft.structure;
  const above = block === null || block.index < bodyStart;
  if (above && /(?:^|[\r\n])[ \t]*$/.test(before)) {
    if (kind === 'statement') return `Agenda item ${number}${title === '' ? '' : `: ${title}`}`;
    return `Item ${number} of the provisional agenda`;
  }
  if (/\bitems? $/i.test(before)) return number;
  const named = title === '' ? '' : `, entitled “${title}”`;
  return `${/\bagenda $/i.test(before) ? '' : 'agenda '}item ${number}${named}`;
}

// ---- what is put in at once

export const INSERTED = ['footnote', 'contents', 'update-contents', 'date'] as const;
export type Inserted = (typeof INSERTED)[number];

const NOTHING: Sentence = { text: '', args: [] };

/** Plans a footnote, the table of contents or today's date at a position, as edits that are made together. */
export function insertAt(
  open: OpenDraft,
  position: Position,
  what: Inserted,
  knowledge: Knowledge,
): NumberingResult {
  const { draft } = open;
  const { language } = knowledge.say;
  const edited = (edits: NumberingResult['edits']): NumberingResult => ({
    ...refused(NOTHING, language),
    edits,
    refused: null,
  });
  switch (what) {
    case 'footnote': {
      const place = draft.locate(position);
      if (!place) return refused(phrase`The document is empty.`, language);
      const outcome = insertFootnote(numberedOf(open), place.block, place.offset);
      return isRefused(outcome) ? refused(outcome.refused, language) : resultOf(draft, outcome, language);
    }
    case 'contents': {
      const edits = insertContents(draft);
      return 'refused' in edits ? refused(edits.refused, language) : edited(edits);
    }
    case 'update-contents':
      return edited(updateContents(draft));
    case 'date': {
      if (knowledge.today === null) return refused(phrase`The date is not known.`, language);
      const text = dateInWords(english, knowledge.today);
      return edited([{ range: { start: position, end: position }, newText: text }]);
    }
  }
}
