import { adoptingBody, conferenceOf, EXECUTIVE_BOARD, type AdoptingBody, type BodyNoun } from './bodies.js';
import type {
  ArticleReference,
  Citation,
  CitationContext,
  ParagraphReference,
  PartReference,
  ResolutionCitation,
  SymbolCitation,
  TermDefinition,
  TreatyMention,
} from './citation.js';
import { readDesignator } from './designator.js';
import { takeOver } from './link.js';
import { normalizedForm } from './normalize.js';
import { REPORTED } from './resolutions/adopter.js';
import type { Draft } from './scan.js';
import { CONGRESS, nounsOf, PARTIES_OF } from './sessions.js';
import { ownWords } from './treatyNames.js';

/**
 * What the citations of the blocks before say about those that follow. Each block is read by itself, so that its
 * citations can be kept while others change; this step runs over the citations alone and costs little.
 */
class Memory {
  /** By noun, where in the block at hand the treaty stands that was found behind an article; Infinity for none. */
  readonly later = new Map<string, number>();
  /** The last resolution and the last decision. */
  readonly last = new Map<boolean, ResolutionCitation>();
  /** By number: the resolution whose body the text has named; null where it has named two bodies with that number. */
  readonly named = new Map<string, ResolutionCitation | null>();
  /** The last document or resolution cited, for "ibid.". */
  source: ResolutionCitation | SymbolCitation | null = null;
  /** Normalized forms of Security Council resolutions by their number. */
  readonly council = new Map<string, ResolutionCitation>();
  readonly bodies = new Map<BodyNoun, AdoptingBody>();
  /** The names of bodies by the noun that stands for them where their sessions are spoken of. */
  readonly called = new Map<string, string>();
  /** The bodies named so far, the last one first. */
  readonly recent: AdoptingBody[] = [];
  /** The treaties named so far, the last one at the end. */
  readonly treaties: NamedTreaty[] = [];
  /** What a noun stands for from its definition on: "hereinafter “the Convention”"; null where that was not understood. */
  readonly defines = new Map<string, string | null>();
  /** The treaties named that no table holds. */
  readonly others: string[] = [];
  /** The nouns of instruments that have been named in full, a table's own. */
  readonly known = new Set<string>();
  /** What the acronyms stand for that the text has defined. */
  readonly defined = new Map<string, string>();
  #acronyms: Set<string> | null = null;

  constructor(readonly blocks: readonly (readonly Citation[])[]) {}

  /** Whether the text defines this acronym anywhere, or uses it where it is no word in capitals. */
  isAcronym(acronym: string): boolean {
    if (this.#acronyms === null) {
      this.#acronyms = new Set();
      for (const citations of this.blocks)
        for (const one of citations)
          if (one.type === 'acronym-definition' || (one.type === 'acronym' && !one.doubtful))
            this.#acronyms.add(one.acronym);
    }
    return this.#acronyms.has(acronym);
  }
}

interface NamedTreaty {
  readonly name: string;
  /** The name and what the text calls it: the nouns and phrases that may stand for it. */
  readonly words: string;
  /** The block that named it last. */
  readonly block: number;
  /** No table holds it. */
  readonly other: boolean;
}

/** How many blocks "the Convention" may stand behind the name of the one that is meant. */
const TREATY_REACH = 40;

/** The same where custom has the noun for another. */
const CUSTOM_REACH = 3;

/** How many of the treaties named last are kept in mind. */
const MOST_TREATIES = 24;

/** How many of the bodies named last are kept in mind. */
const MOST_RECENT = 8;

const TREATY_NOUNS = [
  'Convention',
  'Protocol',
  'Covenant',
  'Charter',
  'Statute',
  'Treaty',
  'Agreement',
  'Declaration',
  'Compact',
];

/** Nouns that stand for the body named last; what "the Council" is follows from the number and is left as it is. */
const BY_MEMORY: ReadonlySet<string> = new Set(['Commission', 'Conference', 'Committee', 'Board', 'Forum']);

/**
 * Resolves across consecutive blocks what a block alone can't: "that resolution", "ibid.", "resolution 2360" without its
 * year, "the Commission" of a paragraph before, "article 5 of the Convention". `blocks` are the citations of each block
 * as `recognize` returned them; the result has the same order and length, and the very same array where nothing
 * changed. Notes follow one another: give them apart from the text, lest "ibid." in a note mean something in the text.
 */
export function resolveAcross(
  blocks: readonly (readonly Citation[])[],
  context: CitationContext = {},
): readonly (readonly Citation[])[] {
  const memory = new Memory(blocks);
  const own = context.body ? adoptingBody(context.body) : undefined;
  if (own) {
    memory.bodies.set(own.noun, own);
    for (const noun of nounsOf(own.name)) memory.called.set(noun, own.name);
  }
  return blocks.map((citations, block) => {
    memory.later.clear();
    let changed: Citation[] | null = null;
    /** Mentions that the text's own definitions have done away with. */
    let dropped: Set<Citation> | null = null;
    let sourced = false;
    /** Normalized forms that this step has corrected, for the references to them. */
    let corrected: Map<string, string> | null = null;
    for (let i = 0; i < citations.length; i++) {
      const one = citations[i]!;
      const resolved = resolveOne(one, memory, citations, i, block);
      if (resolved === null) {
        dropped ??= new Set();
        dropped.add(one);
        continue;
      }
      if (resolved !== one) {
        changed ??= citations.slice();
        changed[i] = resolved;
        if (one.type === 'resolution' && resolved.type === 'resolution' && !one.anaphoric) {
          corrected ??= new Map();
          corrected.set(one.normalized, resolved.normalized);
        }
      }
      if (isSource(one)) sourced = true;
      remember(resolved, memory, block, citations);
    }
    // "Ibid." means the note before, not one further up.
    if (!sourced) memory.source = null;
    if (changed && corrected) follow(changed, corrected);
    if (dropped === null) return changed ?? citations;
    const gone: ReadonlySet<Citation> = dropped;
    return (changed ?? citations).filter((one) => !gone.has(one));
  });
}

/** Lets the targets of references follow the resolutions that were corrected. */
function follow(citations: Citation[], corrected: ReadonlyMap<string, string>): void {
  for (let i = 0; i < citations.length; i++) {
    const one = citations[i]!;
    if (one.type !== 'paragraph' && one.type !== 'part') continue;
    const target = one.target === null ? undefined : corrected.get(one.target);
    if (target !== undefined) citations[i] = { ...one, target };
  }
}

function resolveOne(
  one: Citation,
  memory: Memory,
  citations: readonly Citation[],
  index: number,
  block: number,
): Citation | null {
  switch (one.type) {
    case 'resolution':
      return resolveResolution(one, memory, citations, index);
    case 'symbol': {
      if (!one.anaphoric || one.elsewhere || one.normalized !== '' || !memory.source) return one;
      const { source } = memory;
      return {
        ...one,
        normalized: source.normalized,
        components: source.type === 'symbol' ? source.components : [],
      };
    }
    case 'paragraph': {
      if (one.targetWord === undefined) return one;
      if (one.target !== null || isTreatyNoun(one.targetWord))
        return ofTreaty(one, memory, citations, index, block);
      if (one.targetWord === 'ibid.')
        return memory.source ? { ...one, target: memory.source.normalized } : one;
      if (one.targetWord !== 'resolution' && one.targetWord !== 'decision') return one;
      // Within the block the last one before it counts, which memory holds as well.
      const antecedent = memory.last.get(one.targetWord === 'decision');
      return antecedent ? { ...one, target: antecedent.normalized } : one;
    }
    case 'part':
      if (one.targetWord === 'ibid.' && one.target === null)
        return memory.source ? { ...one, target: memory.source.normalized } : one;
      return ofTreaty(one, memory, citations, index, block);
    case 'article':
      return ofTreaty(one, memory, citations, index, block);
    case 'treaty': {
      if (one.other) {
        const longer = longerName(memory, one.name);
        return longer === undefined ? one : { ...one, name: longer };
      }
      // Only a noun alone ("the Charter") means by custom what a text may use it otherwise for.
      const meant =
        isTreatyNoun(one.text) && !/\s/.test(one.text)
          ? byCustom(one.text, one.name, memory, block)
          : one.name;
      if (meant === null) return null;
      if (meant !== one.name) return { ...one, name: meant, other: true };
      // "the Committee against Torture (CAT)": from here on CAT is the Committee, as the text says; the acronym is kept.
      const expansion = memory.defined.get(one.text);
      if (expansion === undefined || TREATY_NOUNS.some((noun) => expansion.includes(noun))) return one;
      // "CAT, art. 22": a committee has no articles.
      return citations.some(
        ({ type, start }) => type === 'article' && start > one.end && start <= one.end + 2,
      )
        ? one
        : null;
    }
    case 'body': {
      // "the Executive Board" in the documents of another fund.
      const board = one.text === BARE_BOARD ? memory.bodies.get('Board') : undefined;
      return board && board.name !== one.name ? { ...one, name: board.name } : one;
    }
    case 'acronym':
      return one.doubtful && !memory.isAcronym(one.acronym) ? null : one;
    case 'session': {
      if (one.body !== null || one.adopter === undefined) return one;
      const body = whoseSession(one.adopter, memory, block);
      return body === undefined ? one : { ...one, body };
    }
    default:
      return one;
  }
}

/** The body that is called by its noun, or by the noun of its treaty, where a session is spoken of. */
function whoseSession(word: string, memory: Memory, block: number): string | undefined {
  if (!word.startsWith(PARTIES_OF)) return memory.called.get(word);
  const treaty = lastTreaty(memory, word.slice(PARTIES_OF.length));
  return treaty && block - treaty.block <= TREATY_REACH ? conferenceOf(treaty.name)?.name : undefined;
}

type OfTreaty = ArticleReference | ParagraphReference | PartReference;

/** A reference to a treaty that other blocks may name: "article 5 of the Convention", "chapter V of the Charter". */
function ofTreaty<T extends OfTreaty>(
  one: T,
  memory: Memory,
  citations: readonly Citation[],
  index: number,
  block: number,
): T {
  const { target, targetWord: word } = one;
  if (target === 'self') return one;
  if (target !== null) {
    const meant =
      word === undefined ? (longerName(memory, target) ?? target) : byCustom(word, target, memory, block);
    return meant === target ? one : { ...one, target: meant };
  }
  if (word === undefined || !isTreatyNoun(word)) return one;
  const defined = memory.defines.get(word);
  if (defined !== undefined) return defined === null ? one : { ...one, target: defined };
  const named = lastTreaty(memory, word);
  const treaty =
    named && block - named.block <= TREATY_REACH ? named.name : laterTreaty(word, memory, citations, index);
  return treaty === undefined ? one : { ...one, target: treaty };
}

/**
 * What a noun means that custom has for one treaty ("the Charter"), where the text has named another of that noun: that
 * one, or null where both are named and only the reader can tell.
 */
function byCustom(noun: string, name: string, memory: Memory, block: number): string | null {
  const last = lastTreaty(memory, noun);
  if (!last?.other || block - last.block > TREATY_REACH) return name;
  return memory.known.has(noun) || block - last.block > CUSTOM_REACH ? null : last.name;
}

/** The treaty named last that a noun or phrase may stand for: "Convention", "Framework Convention". */
function lastTreaty(memory: Memory, noun: string): NamedTreaty | undefined {
  return memory.treaties.findLast(({ words }) => words.includes(noun));
}

/** "Convention", "Optional Protocol": what stands for a treaty. */
function isTreatyNoun(word: string): boolean {
  return TREATY_NOUNS.includes(word.slice(word.lastIndexOf(' ') + 1));
}

/** The longer name of which these words are the beginning: "the European Charter". */
function longerName(memory: Memory, words: string): string | undefined {
  return memory.others.find((name) => name.startsWith(`${words} `));
}

/** A treaty of this noun that the same block names behind the article. */
function laterTreaty(
  noun: string,
  { later }: Memory,
  citations: readonly Citation[],
  index: number,
): string | undefined {
  let at = later.get(noun) ?? -1;
  if (at <= index) {
    const means = (one: Citation): boolean =>
      one.type === 'treaty' && `${ownWords(one.name)} ${ownWords(one.text)}`.includes(noun);
    at = index + 1;
    while (at < citations.length && !means(citations[at]!)) at++;
    // What stands behind no article here stands behind none that follows.
    later.set(noun, at < citations.length ? at : Infinity);
  }
  const found = citations[at];
  return found?.type === 'treaty' ? found.name : undefined;
}

function resolveResolution(
  one: ResolutionCitation,
  memory: Memory,
  citations: readonly Citation[],
  index: number,
): ResolutionCitation {
  if (one.anaphoric) {
    if (one.normalized !== '') return one;
    const antecedent = memory.last.get(one.decision);
    if (!antecedent) return one;
    const resolved: Draft<ResolutionCitation> = { ...one };
    takeOver(resolved, antecedent);
    return resolved;
  }
  if (one.elliptical && one.year === undefined && !one.normalized.includes('(')) {
    const full = memory.council.get(one.number);
    return full ? { ...one, normalized: full.normalized } : one;
  }
  const board = one.organ === EXECUTIVE_BOARD.name ? memory.bodies.get('Board') : undefined;
  if (board && board !== EXECUTIVE_BOARD && calledBoard(one, citations, index)) {
    // "Executive Board decision 2009/11" in a text of which the Board of another fund is the Board.
    const number = readDesignator(one.text, 0);
    if (number)
      return { ...one, organ: board.name, normalized: normalizedForm(board.stem, one.decision, number) };
  }
  if (!one.assumed || one.adopter === REPORTED) return one;
  const named =
    one.adopter === undefined && one.date === undefined ? memory.named.get(keyOf(one)) : undefined;
  if (named) return { ...one, organ: named.organ, normalized: named.normalized };
  const read = one.organ === null || BY_MEMORY.has(one.adopter ?? '') ? readDesignator(one.text, 0) : null;
  if (!read) return one;
  // A number that says nothing of its body is of the last body whose number it may be.
  const body =
    one.adopter !== undefined && BY_MEMORY.has(one.adopter)
      ? memory.bodies.get(one.adopter as BodyNoun)
      : memory.recent.find((recent) => recent.fits(read, one.decision));
  if (!body || body.name === one.organ || !body.fits(read, one.decision)) return one;
  return { ...one, organ: body.name, normalized: normalizedForm(body.stem, one.decision, read) };
}

/** What resolutions of several bodies may have in common: the number, and whether it is a decision's. */
function keyOf({ text, decision }: ResolutionCitation): string {
  return `${decision ? 'decision' : 'resolution'} ${text}`;
}

/** Keeps whose number it is where the text says so: "Commission resolution 2025/1", "the Commission adopted decision 53/1". */
function rememberNamed(one: ResolutionCitation, { named }: Memory): void {
  const said = !one.assumed || (BY_MEMORY.has(one.adopter ?? '') && one.organ !== null);
  if (!said || one.asSymbol) return;
  const key = keyOf(one);
  const before = named.get(key);
  if (before === undefined) named.set(key, one);
  else if (before && before.normalized !== one.normalized) named.set(key, null);
}

/** Whether the words before a resolution say no more than "Board" or "Executive Board". */
function calledBoard(one: ResolutionCitation, citations: readonly Citation[], index: number): boolean {
  if (one.adopter === 'Board') return true;
  for (let i = index - 1; i >= 0 && i > index - 6; i--) {
    const before = citations[i]!;
    if (before.type === 'body') return before.text === BARE_BOARD;
  }
  return false;
}

/** The name that each fund's Executive Board has in its own documents. */
const BARE_BOARD = 'Executive Board';

/** Whether "ibid." may stand for it, or hands on what it stands for itself. */
function isSource(one: Citation): boolean {
  return one.type === 'symbol' || (one.type === 'resolution' && !one.anaphoric);
}

function remember(one: Citation, memory: Memory, block: number, citations: readonly Citation[]): void {
  switch (one.type) {
    case 'resolution':
      if (one.normalized === '' || one.anaphoric) return;
      memory.last.set(one.decision, one);
      rememberNamed(one, memory);
      memory.source = one;
      if (one.year !== undefined && one.normalized.startsWith('S/RES/')) memory.council.set(one.number, one);
      return;
    case 'symbol':
      if (!one.anaphoric) memory.source = one;
      else if (one.elsewhere) memory.source = null;
      return;
    case 'acronym-definition':
      memory.defined.set(one.acronym, one.expansion);
      return;
    case 'body': {
      if (one.text === BARE_BOARD) return;
      for (const noun of nounsOf(one.name)) memory.called.set(noun, one.name);
      if (one.treaty !== undefined) rememberTreaty({ name: one.treaty, text: '' }, memory, block);
      const body = adoptingBody(one.name);
      if (body && body.stem !== '' && body.noun !== '') {
        memory.bodies.set(body.noun, body);
        if (memory.recent[0] !== body) {
          const at = memory.recent.indexOf(body);
          if (at > 0) memory.recent.splice(at, 1);
          memory.recent.unshift(body);
          if (memory.recent.length > MOST_RECENT) memory.recent.pop();
        }
      }
      return;
    }
    case 'session':
      if (one.body !== null && one.noun === 'congress') memory.called.set(CONGRESS, one.body);
      return;
    case 'treaty':
      rememberTreaty(one, memory, block);
      return;
    case 'term-definition':
      defineTreaty(one, memory, citations);
      return;
    default:
  }
}

function rememberTreaty(
  { name, text, other = false }: Pick<TreatyMention, 'name' | 'text' | 'other'>,
  memory: Memory,
  block: number,
): void {
  const { treaties } = memory;
  const words = `${ownWords(name)} ${ownWords(text)}`;
  const before = treaties.findIndex((one) => one.name === name);
  if (before >= 0) treaties.splice(before, 1);
  else if (treaties.length >= MOST_TREATIES) treaties.shift();
  treaties.push({ name, words, block, other });
  if (!other)
    for (const noun of TREATY_NOUNS) if (noun !== text && words.includes(noun)) memory.known.add(noun);
  if (!other || memory.others.includes(name)) return;
  if (memory.others.length >= MOST_TREATIES) memory.others.shift();
  memory.others.push(name);
}

/**
 * "…, hereinafter “the Convention”", "“Protocol” means the Protocol to …": the noun stands for the treaty that is named in
 * the definition, wherever it is used from there on.
 */
function defineTreaty(definition: TermDefinition, memory: Memory, citations: readonly Citation[]): void {
  const noun = definition.term.replace(/^the /i, '');
  if (!TREATY_NOUNS.includes(noun)) return;
  let name: string | null = null;
  for (const one of citations) {
    if (
      one.type !== 'treaty' ||
      one.text === noun ||
      !`${ownWords(one.name)} ${ownWords(one.text)}`.includes(noun)
    )
      continue;
    if (!definition.definition.includes(folded(one.text))) continue;
    name = one.name;
    // Before the term the last one counts, behind it the first.
    if (one.start > definition.start) break;
  }
  memory.defines.set(noun, name);
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}
