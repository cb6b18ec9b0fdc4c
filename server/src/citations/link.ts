import type {
  ArticleReference,
  ParagraphReference,
  PartReference,
  ResolutionCitation,
  SymbolCitation,
} from './citation.js';
import {
  isClosingQuote,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
  readAnyWord,
  readWord,
  readWordBack,
  sentenceEndBetween,
  skipNoteMark,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
} from './reading.js';
import type { Draft, Scan, TreatyAt } from './scan.js';
import { ownWords, SUBJECT_OPENERS } from './treatyNames.js';

/**
 * The second look at a text: what paragraphs, articles, sections and annexes are of, now that everything around them is
 * known. It touches only what was found.
 */

type Source = Draft<ResolutionCitation> | Draft<SymbolCitation>;
type Reference = Draft<ParagraphReference> | Draft<ArticleReference> | Draft<PartReference>;

/** What a reference turns out to be of. */
interface Target {
  readonly target: string | null;
  readonly start: number;
  readonly end: number;
  /** What it is called, where the text says no more: "resolution", "Convention", "ibid.". */
  readonly word?: string;
  /** National law and the like: no citation at all. */
  readonly none?: boolean;
}

/** The longest noun phrase that may stand between "of the" and its symbol in parentheses. */
const LONGEST_PHRASE = 260;

/** Fills in the targets of all references of a scan, and the antecedents of what points back. */
export function link(scan: Scan): void {
  const sources: Source[] = [];
  const articles: Draft<ArticleReference>[] = [];
  let references = 0;
  let anaphors = false;
  for (const one of scan.found) {
    if (one.type === 'resolution' || one.type === 'symbol') {
      sources.push(one);
      if (one.anaphoric) anaphors = true;
    } else if (one.type === 'article') {
      articles.push(one);
      references++;
    } else if (one.type === 'paragraph' || one.type === 'part') {
      references++;
    }
  }
  if (references === 0 && !anaphors) return;
  sources.sort((a, b) => a.start - b.start);
  if (anaphors) resolveAnaphors(scan.text, sources);
  if (references === 0) return;
  const linker = new Linker(scan, sources, articles);
  linker.articles();
  const dropped = new Set<Reference>();
  for (const one of scan.found) if (one.type === 'article' && linker.dropped.has(one)) dropped.add(one);
  for (const one of scan.found) {
    if (one.type !== 'paragraph' && one.type !== 'part') continue;
    linker.reference(one);
    linker.last = one;
  }
  if (dropped.size > 0) {
    let kept = 0;
    for (const one of scan.found) {
      if (one.type === 'article' && dropped.has(one)) continue;
      scan.found[kept++] = one;
    }
    scan.found.length = kept;
  }
}

/** What may stand between two articles of one treaty. */
const JOINS_ARTICLES = /^\s*(?:,|,?\s*(?:and|or))\s*(?:in|of|under|to)?\s*$/;

/** Small words with which the name of an instrument goes on behind its noun. */
const GOES_ON: readonly string[] = [...SUBJECT_OPENERS, 'to'];

const ANNEX_THERETO = /^(?:the )?annex(?:es)? thereto\b/;

/** What may stand between two parts of one document. */
const JOINS_PARTS = /^(?:, |,? and )$/;

/** Parts of a treaty that are its own where nothing else is named. */
const DIVISIONS: ReadonlySet<string> = new Set(['chapter', 'part', 'section']);

/** Sources between two notes that no document's symbol tells of: addresses, the Treaty Series, submissions with pages. */
const OTHER_SOURCES = /https?:|www\.|Treaty Series|\bpp?\. ?\d|submission/;

/** "UNESCO, para. 37": a source of another kind whose paragraph is cited, behind the end of the citation before it. */
const OTHER_PARAGRAPH = /[\d)][.;]\s+(?:\d{1,3}\s+)?[A-Z][^.;]{0,60},\s*paras?\.?\s*\d/;

/** "Ibid., Seventy-seventh Session, Supplement No. 5", "Ibid., 2013, Supplement No. 7", "Ibid., vol. 12": the same series, another volume. */
const SAME_SERIES =
  /^\.?,\s{1,2}(?:(?:[A-Z][a-z]+(?:-\s?[a-z]+)?\s){1,3}[Ss]ession|(?:(?:19|20)\d\d,\s)?Supplement|vol\.)/;

/** Gives what points back the designator of the last one of its kind before it in the text. */
function resolveAnaphors(text: string, sources: readonly Source[]): void {
  let last: Source | null = null;
  let lastEnd = 0;
  /** Whether the source cited last is one that no designator tells of. */
  let elsewhere = false;
  const resolutions = new Map<boolean, ResolutionCitation>();
  for (const one of sources) {
    if (one.anaphoric && one.type === 'symbol') {
      // "ibid.": whatever was cited last, unless a source that is no document stands between.
      const between = text.slice(lastEnd, one.start);
      if (OTHER_SOURCES.test(between) || OTHER_PARAGRAPH.test(between)) elsewhere = true;
      lastEnd = one.end;
      if (elsewhere || SAME_SERIES.test(text.slice(one.end, one.end + 48))) {
        one.elsewhere = true;
        continue;
      }
      if (last) {
        one.normalized = last.normalized;
        if (last.type === 'symbol') one.components = last.components;
      }
    } else if (one.anaphoric && one.type === 'resolution') {
      const before = resolutions.get(one.decision);
      if (before) takeOver(one, before);
    }
    if (one.normalized === '') continue;
    last = one;
    lastEnd = one.end;
    elsewhere = false;
    if (one.type === 'resolution') resolutions.set(one.decision, one);
  }
}

/** Makes what points back say what its antecedent says. */
export function takeOver(one: Draft<ResolutionCitation>, before: ResolutionCitation): void {
  one.organ = before.organ;
  one.normalized = before.normalized;
  one.number = before.number;
  if (before.session !== undefined) one.session = before.session;
  if (before.year !== undefined) one.year = before.year;
}

/** Words that may stand between a document and the paragraph cited of it. */
const CONNECTORS = new Set([
  'see',
  'also',
  'in',
  'particular',
  'notably',
  'especially',
  'including',
  'its',
  'annex',
  'annexes',
  'appendix',
  'chap',
  'chaps',
  'chapter',
  'sect',
  'sects',
  'section',
  'sections',
  'sec',
  'part',
  'vol',
  'programme',
  'prog',
  'operative',
  'preambular',
  'para',
  'paras',
  'paragraph',
  'paragraphs',
  'subpara',
  'to',
  'of',
  'of',
  'at',
  'first',
  'second',
  'third',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'adopted',
  'on',
  'enclosure',
  'bis',
  'note',
  'p',
  'pp',
  'the',
  'dated',
  'under',
  'by',
  'art',
  'arts',
  'article',
  'articles',
  'table',
  'figure',
]);

/** Nouns that a text uses of itself: "the present report", "this article". */
const SELF = ['this', 'present'];

/** Nouns of instruments. Others behind "article 5 of the" are laws of a country. */
const INSTRUMENTS = new Set([
  'convention',
  'conventions',
  'protocol',
  'protocols',
  'covenant',
  'covenants',
  'charter',
  'statute',
  'treaty',
  'agreement',
  'declaration',
  'pact',
  'accord',
  'compact',
  'principles',
  'resolution',
  'report',
  'articles',
  'memorandum',
  'platform',
  'agenda',
]);

/** Words that begin the name of an instrument: "of the International …", "of the Vienna …". */
const LAWS = new Set([
  'constitution',
  'code',
  'act',
  'law',
  'laws',
  'decree',
  'ordinance',
  'regulation',
  'regulations',
  'bill',
  'criminal',
  'penal',
  'civil',
  'labour',
  'federal',
  'order',
  'directive',
  'rules',
  'bylaws',
  'contract',
  'circular',
]);

/** How many treaties back a noun such as "the Convention" looks for its name. */
const NEAR = 60;

/** The index of the first of `list`, sorted by start, that starts at `at` or behind it. */
function indexOf(list: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Linker {
  readonly #text: string;
  readonly dropped = new Set<Draft<ArticleReference>>();
  /** The reference before the one at hand. */
  last: Draft<ParagraphReference> | Draft<PartReference> | null = null;
  /** The references to paragraphs by where they start. */
  readonly #paragraphs = new Map<number, Draft<ParagraphReference>>();

  constructor(
    readonly scan: Scan,
    readonly sources: readonly Source[],
    readonly articlesFound: readonly Draft<ArticleReference>[],
  ) {
    this.#text = scan.text;
    for (const one of scan.found) if (one.type === 'paragraph') this.#paragraphs.set(one.start, one);
  }

  // ---- Articles

  /** Articles of one list share their treaty; the phrase behind the last one tells it. */
  articles(): void {
    const list = this.articlesFound;
    const groups: { readonly first: number; readonly last: number }[] = [];
    for (let i = 0; i < list.length; i = groups[groups.length - 1]!.last + 1) {
      let last = i;
      while (list[i]!.list !== undefined && last + 1 < list.length && list[last + 1]!.list === list[i]!.list)
        last++;
      groups.push({ first: i, last });
    }
    const behind = groups.map(({ first, last }) => this.#treatyBehind(list[first]!, list[last]!));
    const next = this.#treatiesOfNext(groups, behind);
    groups.forEach(({ first: i, last }, group) => {
      const target = behind[group] ?? this.#treatyOf(list[i]!, next[group]!);
      for (let j = i; j <= last; j++) {
        const one = list[j]!;
        if (target.none) {
          this.dropped.add(one);
          continue;
        }
        one.target = target.target;
        if (target.word !== undefined) one.targetWord = target.word;
        if (target.end > target.start) one.targetSpan = { start: target.start, end: target.end };
        if (j === last && target.end > one.end) {
          one.end = target.end;
          one.text = this.#text.slice(one.start, one.end);
        }
      }
    });
  }

  /**
   * "article 16, para. 4, and article 18, para. 9, of the Convention": for each group of articles the treaty behind those
   * that it is joined to. Gone through from the end, so that a long row is gone through once.
   */
  #treatiesOfNext(
    groups: readonly { readonly first: number; readonly last: number }[],
    behind: readonly (Target | null)[],
  ): readonly (Target | null)[] {
    const next = new Array<Target | null>(groups.length).fill(null);
    for (let i = groups.length - 2; i >= 0; i--) {
      const from = this.articlesFound[groups[i]!.last]!.end;
      const to = this.articlesFound[groups[i + 1]!.first]!.start;
      if (!JOINS_ARTICLES.test(this.#text.slice(from, to))) continue;
      const target = behind[i + 1];
      if (!target) next[i] = next[i + 1]!;
      else if (!target.none) next[i] = { ...target, start: 0, end: 0 };
    }
    return next;
  }

  /** The instrument behind an article or a list of them: "of the Charter", "above", "ICCPR"; null where none stands there. */
  #treatyBehind(first: Draft<ArticleReference>, last: Draft<ArticleReference>): Target | null {
    const text = this.#text;
    let i = skipSpaces(text, last.end);
    // "art. 14 ICCPR"
    const beside = i === last.end ? null : this.#treatyAt(i);
    if (beside?.name && beside.noun === '' && isAcronym(text.slice(beside.start, beside.end)))
      return named(beside);
    if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
    const direction = readAnyWord(text, i, ['above', 'below']);
    if (direction > 0) return { target: 'self', start: 0, end: 0 };
    const of = readAnyWord(text, i, ['of', 'to', 'in', 'under', 'from']);
    if (of > 0) {
      return this.#instrumentAt(skipSpaces(text, of), first.start, readWord(text, i, 'of') > 0);
    }
    return null;
  }

  /** The instrument of an article behind which none stands; `next` is that of the articles it is joined to. */
  #treatyOf(first: Draft<ArticleReference>, next: Target | null): Target {
    const before = this.#instrumentBefore(first.start);
    // Behind a semicolon another clause begins, to which the articles that follow are nearer.
    if (before && !(next && this.#text.slice(before.at, first.start).includes(';'))) return before;
    // "the Convention, in its article 5"
    return next ?? { target: this.scan.context.kind === 'treaty' ? 'self' : null, start: 0, end: 0 };
  }

  /** The instrument named at `at` ("the Charter", "this Protocol", "the International Covenant on …"), or null. */
  #instrumentAt(at: number, before: number, possessive: boolean): Target | null {
    const text = this.#text;
    let i = at;
    const self = readAnyWord(text, i, SELF);
    const the = readWord(text, i, 'the');
    if (the > 0) i = skipSpaces(text, the);
    const present = the > 0 ? readWord(text, i, 'present') : -1;
    if (self > 0 || present > 0) {
      const noun = skipSpaces(text, self > 0 ? self : present);
      const end = wordEnd(text, noun);
      return { target: 'self', start: noun, end, word: text.slice(noun, end) };
    }
    const both = readAnyWord(text, i, ['that', 'both', 'said', 'same', 'two', 'draft']);
    if (both > 0) i = skipSpaces(text, both);
    const treaty = this.#treatyAt(i);
    if (treaty) {
      if (treaty.name !== null) return named(treaty);
      if (treaty.start === i) {
        // "the Protocol to the …": another one, whose name goes on.
        const known = this.#treatyByNoun(treaty.noun, before);
        const goesOn = this.#goesOn(treaty.end);
        if (goesOn) return { target: null, start: i, end: treaty.end };
        return { target: known, start: i, end: treaty.end, ...(known === null && { word: treaty.noun }) };
      }
    }
    if (!possessive) return null;
    // A long name that no table holds, or a law.
    let end = i;
    for (let words = 0; words < 14; words++) {
      const from = skipSpaces(text, end);
      const stop = wordEnd(text, from);
      if (stop === from) {
        const code = text.charCodeAt(from);
        if (words > 0 && (code === 0x27 || code === 0x2019 || code === 0x2d)) {
          end = from + 1;
          continue;
        }
        break;
      }
      const word = text.slice(from, stop).toLowerCase();
      if (INSTRUMENTS.has(word) && isUpper(text.charCodeAt(from)))
        return { target: null, start: i, end: stop };
      if (INSTRUMENTS.has(word))
        return words < 3
          ? { target: null, start: i, end: stop }
          : { target: null, start: 0, end: 0, none: true };
      if (LAWS.has(word)) return { target: null, start: 0, end: 0, none: true };
      end = stop;
    }
    return { target: null, start: 0, end: 0, none: true };
  }

  /** Whether the name of an instrument goes on behind its noun: "the Protocol to the Lake …", but not "the Protocol for consideration". */
  #goesOn(at: number): boolean {
    const text = this.#text;
    const word = readAnyWord(text, skipSpaces(text, at), GOES_ON);
    if (word < 0) return false;
    const next = skipSpaces(text, word);
    const small = readAnyWord(text, next, ['the', 'to']);
    return (
      isUpper(text.charCodeAt(small > 0 ? skipSpaces(text, small) : next)) || readWord(text, next, 'to') > 0
    );
  }

  /** The treaty or noun of a treaty that starts at `at`, or a name whose adjectives start there ("the 1951 Convention"). */
  #treatyAt(at: number): TreatyAt | null {
    const { treaties } = this.scan;
    const found = treaties[indexOf(treaties, at)];
    return found && found.start === at ? found : null;
  }

  /** The last treaty named before `before` that the noun may stand for. */
  #treatyByNoun(noun: string, before: number): string | null {
    const { treaties } = this.scan;
    const from = indexOf(treaties, before) - 1;
    for (let i = from; i >= 0 && i > from - NEAR; i--) {
      const one = treaties[i]!;
      if (one.name === null) {
        // "the Optional Protocol": from there on the noun means that one, whatever it is.
        if (one.other && one.noun.endsWith(` ${noun}`)) return this.#treatyByNoun(one.noun, one.start);
        continue;
      }
      const words = `${ownWords(one.name)} ${ownWords(this.#text.slice(one.start, one.end))}`;
      if (words.toLowerCase().includes(noun.toLowerCase())) return one.name;
    }
    return noun === 'Charter' ? this.#charter() : null;
  }

  /** "the Charter" is the United Nations' own where the names hold it. */
  #charter(): string | null {
    const hit = this.scan.names.match('Charter of the United Nations', 0);
    return hit && hit.entry.kind === 'treaty' ? hit.entry.of : null;
  }

  /** The treaty named right before the articles: "ICCPR, art. 14", "the Charter (Article 51)", "the Covenant, in its article 5". */
  #instrumentBefore(start: number): (Target & { readonly at: number }) | null {
    const { treaties } = this.scan;
    const from = indexOf(treaties, start) - 1;
    for (let i = from; i >= 0 && i > from - 4; i--) {
      const one = treaties[i]!;
      if (one.end > start) continue;
      // "UNTOC article 18"
      const beside =
        start - one.end === 1 && one.name !== null && isAcronym(this.#text.slice(one.start, one.end));
      if (!beside && (start - one.end > 160 || !this.#connected(one.end, start))) return null;
      if (one.name === null) {
        const name = this.#treatyByNoun(one.noun, one.start);
        return {
          at: one.end,
          target: name,
          start: one.start,
          end: one.end > start ? one.end : 0,
          ...(name === null && { word: one.noun }),
        };
      }
      return { ...named(one), at: one.end, start: 0, end: 0 };
    }
    return null;
  }

  // ---- Paragraphs and parts

  reference(one: Draft<ParagraphReference> | Draft<PartReference>): void {
    if (one.type === 'paragraph' && one.anaphoric) return;
    const text = this.#text;
    let i = skipSpaces(text, one.end);
    const direction = readAnyWord(text, i, ['above', 'below']);
    if (direction > 0) {
      const end = direction;
      one.direction = readWord(text, i, 'above') > 0 ? 'above' : 'below';
      one.directionSpan = { start: i, end };
      one.target = 'self';
      one.end = end;
      one.text = text.slice(one.start, end);
      return;
    }
    const found =
      this.#withNext(one, i) ?? this.#forward(one, i) ?? this.#backward(one.start) ?? this.#withLast(one);
    if (found) {
      one.target = found.target;
      if (found.word !== undefined) one.targetWord = found.word;
      if (found.end > found.start) one.targetSpan = { start: found.start, end: found.end };
      if (found.end > one.end) {
        one.end = found.end;
        one.text = text.slice(one.start, one.end);
      }
      return;
    }
    if (this.scan.context.kind === 'treaty' && (one.type === 'paragraph' || DIVISIONS.has(one.part))) {
      one.target = 'self';
      return;
    }
    i = skipSpacesBack(text, one.start);
    const also = readWordBack(text, i, 'also');
    const see = readWordBack(text, also >= 0 ? skipSpacesBack(text, also) : i, 'see');
    if (see >= 0 && opens(text, see) && !(also >= 0 && endsCitation(text, see))) one.target = 'self';
  }

  /** "annex I, paragraph 4, to resolution 5/1", "subparagraph (a) of paragraph 3 above": what the reference that follows is of. */
  #withNext(one: Reference, at: number): Target | null {
    const text = this.#text;
    const comma = text.charCodeAt(at) === 0x2c;
    if (comma && one.type !== 'part') return null;
    const of = comma ? at + 1 : readWord(text, at, 'of');
    if (of < 0) return null;
    const start = skipSpaces(text, of);
    const next = this.#paragraphs.get(start);
    if (!next || next.numbers.length === 0) return null;
    const behind = skipSpaces(text, next.end);
    if (readAnyWord(text, behind, ['above', 'below']) > 0)
      return comma ? null : { target: 'self', start: 0, end: 0 };
    const found = this.#forward(next, behind);
    return found && found.target !== null ? { target: found.target, start: 0, end: 0 } : null;
  }

  /** "chap. IV, sect. C, and annex II" of one document: what the part before it is of. */
  #withLast(one: Reference): Target | null {
    const { last } = this;
    if (one.type !== 'part' || !last || last.end > one.start || last.direction !== undefined) return null;
    if (last.target === 'self' || (last.target === null && last.targetWord === undefined)) return null;
    if (!JOINS_PARTS.test(this.#text.slice(last.end, one.start))) return null;
    // What stands behind the part before is behind this one no more: "annex I to the Convention and annex II".
    if (last.targetSpan && last.targetSpan.start >= last.start) return null;
    return {
      target: last.target,
      start: 0,
      end: 0,
      ...(last.targetWord !== undefined && { word: last.targetWord }),
    };
  }

  /** What stands behind "of", "in", "to" at `at`, or null. */
  #forward(one: Reference, at: number): Target | null {
    const text = this.#text;
    let i = at;
    if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
    if (readAnyWord(text, i, ['thereof', 'therein']) > 0) return this.#antecedent(one.start);
    if (readWord(text, i, 'hereof') > 0) return { target: 'self', start: 0, end: 0 };
    const of = readAnyWord(text, i, ['of', 'in', 'to', 'from', 'under']);
    if (of < 0) return null;
    const possessive = readWord(text, i, 'of') > 0 || readWord(text, i, 'to') > 0;
    if (!possessive && i !== at) return null;
    i = skipSpaces(text, of);
    if (readWord(text, i, 'which') > 0) return this.#antecedent(one.start);
    // "of the annex thereto"
    if (ANNEX_THERETO.test(text.slice(i, i + 24))) return this.#antecedent(one.start);
    // Containers on the way: "of annex II to", "of chapter VIII of".
    for (let round = 0; round < 4; round++) {
      const container = this.#container(i);
      if (container < 0) break;
      i = container;
    }
    const article = readAnyWord(text, i, ['article', 'articles', 'art', 'arts']);
    if (article > 0) return this.#ofArticle(one, i);
    const self = readAnyWord(text, i, SELF);
    if (self > 0 && possessive) {
      const noun = skipSpaces(text, self);
      return { target: 'self', start: noun, end: wordEnd(text, noun) };
    }
    const source = this.#sourceFrom(i);
    if (source) return source;
    const the = readAnyWord(text, i, ['the', 'its', 'that', 'my', 'his', 'her', 'their', 'said']);
    if (the > 0) {
      const word = text.slice(i, the).toLowerCase();
      i = skipSpaces(text, the);
      const present = readWord(text, i, 'present');
      if (present > 0 && possessive) {
        const noun = skipSpaces(text, present);
        return { target: 'self', start: noun, end: wordEnd(text, noun) };
      }
      const second = this.#container(i);
      if (second > 0) {
        const behind = this.#sourceFrom(second);
        if (behind) return behind;
        i = second;
        const again = readAnyWord(text, i, ['the', 'its', 'that']);
        if (again > 0) i = skipSpaces(text, again);
        const own = readAnyWord(text, i, SELF);
        if (own > 0) return { target: 'self', start: i, end: wordEnd(text, skipSpaces(text, own)) };
      }
      if (word === 'that' || readAnyWord(text, i, ['same', 'said', 'aforementioned']) > 0) {
        const noun = readAnyWord(text, i, ['same', 'said', 'aforementioned']);
        const from = noun > 0 ? skipSpaces(text, noun) : i;
        const end = wordEnd(text, from);
        const called = text.slice(from, end).toLowerCase();
        const pointed = this.#pointing(from, called);
        return pointed ?? { target: null, start: from, end, word: called };
      }
    }
    const treaty = this.#treatyAt(i);
    if (treaty && possessive) {
      if (treaty.name !== null) return named(treaty);
      const known = this.#treatyByNoun(treaty.noun, one.start);
      return {
        target: known,
        start: treaty.start,
        end: treaty.end,
        ...(known === null && { word: treaty.noun }),
      };
    }
    if (!possessive) return null;
    return this.#describedBy(i) ?? { target: null, start: 0, end: 0 };
  }

  /** The place behind "annex II to", "the annex to", "chapter VIII of" at `at`, or -1. */
  #container(at: number): number {
    const text = this.#text;
    let i = at;
    const the = readWord(text, i, 'the');
    if (the > 0) i = skipSpaces(text, the);
    const word = readAnyWord(text, i, [
      'annex',
      'annexes',
      'appendix',
      'chapter',
      'chap',
      'section',
      'sect',
      'part',
      'enclosure',
      'summary',
      'preamble',
    ]);
    if (word < 0) return -1;
    let end = text.charCodeAt(word) === 0x2e ? word + 1 : word;
    const number = skipSpaces(text, end);
    if (isUpper(text.charCodeAt(number)) || isDigit(text.charCodeAt(number))) {
      end = number;
      while (
        end < text.length &&
        !isSpace(text.charCodeAt(end)) &&
        text.charCodeAt(end) !== 0x2c &&
        text.charCodeAt(end) !== 0x29
      )
        end++;
    }
    let next = skipSpaces(text, end);
    if (text.charCodeAt(next) === 0x2c) next = skipSpaces(text, next + 1);
    const of = readAnyWord(text, next, ['of', 'to']);
    return of > 0 ? skipSpaces(text, of) : -1;
  }

  /** "paragraph 2 of article 5 of the Convention": the paragraph's treaty is the article's. */
  #ofArticle(one: Reference, at: number): Target {
    const article = this.articlesFound[indexOf(this.articlesFound, at)];
    if (!article || article.start > at + 1) return { target: null, start: 0, end: 0 };
    if (
      one.type === 'paragraph' &&
      article.paragraph === undefined &&
      article.list === undefined &&
      one.numbers.length > 0
    ) {
      article.paragraph = one.numbers.join(', ');
    }
    const end = article.end;
    return { target: article.target, start: article.targetSpan?.start ?? at, end };
  }

  /** The resolution or document that begins at `at`, its noun and body's name included, or null. */
  #sourceFrom(at: number): Target | null {
    const text = this.#text;
    let i = at;
    const noun = readAnyWord(text, i, ['document', 'documents', 'report', 'note']);
    if (noun > 0) i = skipSpaces(text, noun);
    const { sources } = this;
    let low = 0;
    let high = sources.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sources[middle]!.end <= i) low = middle + 1;
      else high = middle;
    }
    const found = sources[low];
    if (!found) return null;
    const start =
      found.type === 'resolution' && found.phrase ? Math.min(found.phrase.start, found.start) : found.start;
    if (start !== i && !(start < i && found.start >= i) && !(start > i && this.#adjectives(i, start)))
      return null;
    if (found.anaphoric && found.normalized === '')
      return {
        target: null,
        start: found.start,
        end: found.end,
        word: found.type === 'resolution' && found.decision ? 'decision' : 'resolution',
      };
    return { target: found.normalized, start: found.start, end: found.end };
  }

  /** Whether only words such as "the", "Assembly", "draft" stand between. */
  #adjectives(from: number, to: number): boolean {
    if (to - from > 60) return false;
    return /^(?:\s*(?:the|its|their|that|said|same|General|Assembly|Security|Council|Economic|and|Social|Human|Rights|Commission|Conference|resolution|resolutions|decision|Environment|Executive|Board)\b)*\s*$/.test(
      this.#text.slice(from, to),
    );
  }

  /** "that resolution", "the same decision": the citation that stands there, if it was understood. */
  #pointing(at: number, called: string): Target | null {
    if (called !== 'resolution' && called !== 'decision') return null;
    const found = this.sources[indexOf(this.sources, at + 1) - 1];
    if (!found?.anaphoric || found.type !== 'resolution' || found.end <= at) return null;
    return found.normalized !== '' ? { target: found.normalized, start: found.start, end: found.end } : null;
  }

  /** "of the report of the Secretary-General (A/79/7)", "of my report of 15 July 1994 (S/1994/828)": the symbol behind the noun phrase. */
  #describedBy(at: number): Target | null {
    const text = this.#text;
    const limit = Math.min(text.length, at + LONGEST_PHRASE);
    let i = at;
    while (i < limit) {
      const code = text.charCodeAt(i);
      if (code === 0x28) break;
      if (code === 0x2c) {
        const next = skipSpaces(text, i + 1);
        const contained = readAnyWord(text, next, ['contained', 'issued', 'document']);
        if (contained < 0) return null;
        let at2 = skipSpaces(text, contained);
        for (
          let w = readAnyWord(text, at2, ['in', 'as', 'document', 'documents']);
          w > 0;
          w = readAnyWord(text, at2, ['in', 'as', 'document', 'documents'])
        ) {
          at2 = skipSpaces(text, w);
        }
        return this.#sourceFrom(at2);
      }
      if (code === 0x3b || code === 0x3a) return null;
      if (code === 0x2e && sentenceEndBetween(text, i, i + 1)) return null;
      if (isLetter(code)) {
        const end = wordEnd(text, i);
        if (
          end - i > 3 &&
          readAnyWord(text, i, [
            'paragraph',
            'paragraphs',
            'paras',
            'resolution',
            'resolutions',
            'decision',
            'decisions',
          ]) > 0
        )
          return null;
        i = end;
        continue;
      }
      i++;
    }
    if (text.charCodeAt(i) !== 0x28) return null;
    let inner = skipSpaces(text, i + 1);
    for (
      let w = readAnyWord(text, inner, ['see', 'document', 'general', 'assembly']);
      w > 0;
      w = readAnyWord(text, inner, ['see', 'document', 'general', 'assembly'])
    ) {
      inner = skipSpaces(text, w);
    }
    const found = this.#sourceFrom(inner);
    return found && found.end - i < 120 ? { ...found } : null;
  }

  /** The document that the reference follows: "A/79/7, para. 6", "resolution 66/288, annex, paras. 5–7". */
  #backward(start: number): Target | null {
    const { sources } = this;
    const from = indexOf(sources, start) - 1;
    for (let i = from; i >= 0 && i > from - 3; i--) {
      const one = sources[i]!;
      if (one.end > start) continue;
      if (start - one.end > 240 || !this.#connected(one.end, start)) break;
      if (one.normalized === '')
        return {
          target: null,
          start: one.start,
          end: 0,
          word: one.type === 'symbol' ? 'ibid.' : 'resolution',
        };
      return { target: wholeOf(one, sources[i - 1]), start: one.start, end: 0 };
    }
    return null;
  }

  /** Whether nothing but commas, parts, numbers and small words stands in [from, to). */
  #connected(from: number, to: number): boolean {
    const text = this.#text;
    let i = skipNoteMark(text, from);
    let depth = 0;
    let words = 0;
    let paragraphs = false;
    while (i < to) {
      const code = text.charCodeAt(i);
      if (isLetter(code)) {
        const end = wordEnd(text, i);
        const word = text.slice(i, end);
        const lower = word.toLowerCase();
        if (lower === 'and' || lower === 'or') {
          // "A/79/7, paras. 3 and 5, and annex": a joint between parts, not between documents or clauses.
          if (!paragraphs) return false;
        } else if (lower.startsWith('para')) {
          paragraphs = true;
        } else if (!CONNECTORS.has(lower) && word.length > 1 && !/^[IVXLC]+$/.test(word)) {
          return false;
        }
        if (++words > 16) return false;
        i = end;
        continue;
      }
      if (code === 0x28) depth++;
      else if (code === 0x29) depth--;
      else if (code === 0x2e) {
        if (sentenceEndBetween(text, i, i + 1)) return false;
      } else if (isClosingQuote(code) || code === 0x3f) {
        return false;
      }
      if (depth < -1) return false;
      i++;
    }
    // A bare blank between is no tie: something must join them, or nothing at all stand between ("A/77/42para. 10").
    return /[,;:(]/.test(text.slice(from, to)) || words > 0 || from === to;
  }

  /** "of which", "thereof": the document or treaty named last in the sentence. */
  #antecedent(start: number): Target | null {
    const from = indexOf(this.sources, start) - 1;
    for (let i = from; i >= 0 && i > from - 3; i--) {
      const one = this.sources[i]!;
      if (one.end > start) continue;
      if (sentenceEndBetween(this.#text, one.end, start) || one.normalized === '') return null;
      return { target: one.normalized, start: one.start, end: 0 };
    }
    return null;
  }
}

/** A treaty with a name as a target; where the name is a noun alone, it is kept for what other texts say of it. */
function named({ name, noun, other, start, end }: TreatyAt): Target {
  return { target: name, start, end, ...(!other && noun !== '' && { word: noun }) };
}

/** "E/1999/23 and Corr.1, chap. IV": the chapter is one of the document, not of the corrigendum cited with it. */
function wholeOf(one: Source, before: Source | undefined): string {
  const whole = one.normalized.replace(CORRIGENDA, '');
  return before?.normalized.replace(CORRIGENDA, '') === whole ? whole : one.normalized;
}

const CORRIGENDA = /(?:\/Corr\.[\d-]+)+$/;

/** "ICCPR", "OP-CEDAW": a treaty's name that may stand right beside its article. */
function isAcronym(name: string): boolean {
  return /^[A-Z][A-Z-]+$/.test(name);
}

/** "Ibid., para. 30. See also para. 40": the same source goes on. */
function endsCitation(text: string, at: number): boolean {
  return /\b(?:paras?|pp?)\.\s{0,2}\d[\d, –-]{0,12}[.;]\s{0,2}$/.test(text.slice(Math.max(0, at - 28), at));
}

/** Whether a sentence or parenthesis opens at `at`. */
function opens(text: string, at: number): boolean {
  const before = skipSpacesBack(text, at);
  if (before === 0) return true;
  const code = text.charCodeAt(before - 1);
  return code === 0x28 || code === 0x2e || code === 0x3b || code === 0x5b || isClosingQuote(code);
}
