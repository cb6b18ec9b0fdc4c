import type { NameHit, Names } from './names.js';
import {
  digitsEnd,
  digitsStart,
  isApostrophe,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  readAnyWord,
  readWord,
  readWordBack,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './reading.js';

/**
 * The names of instruments that no table holds, read as a reader does who has never met them: words with capitals before
 * the noun ("European Social Charter"), and behind it words with capitals joined by small ones, commas and "and", until
 * the sentence's own syntax ends the name. Where it could go on or not, it ends.
 */

/** Nouns that stand for a treaty: "the Convention". */
export const TREATY_NOUNS: readonly string[] = [
  'convention',
  'protocol',
  'covenant',
  'charter',
  'statute',
  'treaty',
  'agreement',
  'declaration',
  'pact',
];

/** The first of them in a name is the instrument's own; those behind it are of others that the name speaks of. */
const OWN_NOUN =
  /\b(?:Convention|Protocol|Covenant|Charter|Statute|Treaty|Agreement|Declaration|Pact|Compact)\b/i;

/**
 * The words of a name up to the instrument's own noun: "Optional Protocol" of "Optional Protocol to the Lake Convention". All of
 * them where no noun is there.
 */
export function ownWords(name: string): string {
  const noun = OWN_NOUN.exec(name);
  return noun ? name.slice(0, noun.index + noun[0].length) : name;
}

// ---- Before the noun

/** What the tables' own treaties may bear in front of their names. */
const OWN_PREFIX = /^(?:United\s+Nations|UN|International|UN’s|UN's)\s*$/;

/** Words before the noun that say which kind of instrument it is, not which one. */
const KINDS = new Set([
  'optional',
  'additional',
  'supplementary',
  'draft',
  'model',
  'framework',
  'revised',
  'amended',
  'first',
  'second',
  'third',
  'final',
  'new',
  'old',
  'parent',
  'original',
  'present',
  'said',
  'same',
  'states',
  'state',
  'members',
  'member',
  'parties',
  'party',
  'contracting',
  'international',
  'united',
  'nations',
  'un',
  'multilateral',
  'bilateral',
]);

/** Words that begin with a capital before a name without belonging to it. */
const OPENERS =
  /^(?:a|an|the|this|that|these|those|in|on|under|of|by|for|to|from|with|as|at|and|or|if|when|where|while|see|cf|also|its|their|our|his|her|both|each|any|no|every|all|another|such|article|articles|art|arts|chapter|section|part|annex|paragraph)$/i;

/** The same where they begin a sentence: "Recalling Convention No. 29". */
const VERBS = /^(?!United$)\w+(?:ing|ed|s)$/;

/** Nouns that are joined to a name in front by "of": "Council of Europe Convention". */
const JOINED = /^(?:Council|League|Organi[sz]ation|Commonwealth|Community|Union)$/;

/** The words before a short title of the tables that make it another treaty's, or null; a long title is unmistakable. */
export function prefixOfShort(text: string, start: number, written: string): { start: number } | null {
  if (written.split(' ').length > 4) return null;
  if (!TREATY_NOUNS.includes(text.slice(start, wordEnd(text, start)).toLowerCase())) return null;
  const prefix = readPrefix(text, start);
  return prefix.named && !OWN_PREFIX.test(text.slice(prefix.start, start)) ? prefix : null;
}

/** The words with capitals before the noun at `start` that belong to its name; `named` where they tell it from others. */
export function readPrefix(
  text: string,
  start: number,
  names: Names | null = null,
): { start: number; named: boolean } {
  let at = start;
  let named = false;
  for (let words = 0; words < 8; words++) {
    let before = skipSpacesBack(text, at);
    if (before === at) break;
    const from = hyphenatedStart(text, before);
    if (from === before) break;
    const word = text.slice(from, before);
    if (word === 'of' && named) {
      before = skipSpacesBack(text, from);
      const head = wordStart(text, before);
      if (!JOINED.test(text.slice(head, before)) && !isCompound(text, head)) break;
      at = head;
      continue;
    }
    if (!isUpper(text.charCodeAt(from)) || OPENERS.test(word)) break;
    if (VERBS.test(word) && isFirstWord(text, from)) break;
    const acronym = word.length > 1 && word === word.toUpperCase();
    // "CRC Convention on …" in a list of abbreviations: another name, not the beginning of this one.
    if (acronym && (word.includes('-') || names?.match(text, from)?.entry.kind === 'treaty')) break;
    if (!KINDS.has(word.toLowerCase())) named = true;
    at = from;
    if (acronym) break;
  }
  return { start: at, named };
}

/** Whether the noun at `head` is joined to the name as one of its own: "the Separation of Boats Agreement", with an article or a year before the whole. */
function isCompound(text: string, head: number): boolean {
  const before = skipSpacesBack(text, head);
  return (
    isUpper(text.charCodeAt(head)) &&
    ACTIONS.test(text.slice(head, wordEnd(text, head))) &&
    (readWordBack(text, before, 'the') >= 0 || before - digitsStart(text, before) === 4)
  );
}

/** The start of the word that ends at `end`, parts joined by hyphens included: "Inter-American". */
export function hyphenatedStart(text: string, end: number): number {
  let start = wordStart(text, end);
  while (start < end && isDash(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start - 2))) {
    start = wordStart(text, start - 1);
  }
  return start;
}

/** Whether the word at `at` begins the text or a sentence, so that its capital says nothing. */
export function isFirstWord(text: string, at: number): boolean {
  const before = skipSpacesBack(text, at);
  return before === 0 || text.charCodeAt(before - 1) === 0x2e || text.charCodeAt(before - 1) === 0x28;
}

// ---- Behind the noun

/** Small words that say what an instrument is about, or between whom it is. */
export const SUBJECT_OPENERS: readonly string[] = [
  'on',
  'for',
  'against',
  'relating',
  'concerning',
  'relative',
  'regarding',
  'between',
];

/** Small words that a name goes on with behind its noun. */
const BEGINNINGS: readonly string[] = [...SUBJECT_OPENERS, 'of'];
/** Small words within the name of an instrument, behind its noun. */
const WITHIN = new Set([
  ...BEGINNINGS,
  'as',
  'to',
  'and',
  'or',
  'the',
  'in',
  'by',
  'that',
  'with',
  'from',
  'among',
  'at',
  'into',
  'towards',
  'under',
  'a',
  'an',
]);
/** Behind "to" at the beginning: what an instrument is made for. */
const PURPOSES: readonly string[] = [
  'combat',
  'prevent',
  'suppress',
  'eliminate',
  'regulate',
  'provide',
  'prohibit',
];
/** What is adopted together with a declaration under one name: "Declaration and Programme of Action". */
const COMPANIONS: readonly string[] = ['programme', 'platform', 'plan', 'agenda', 'framework'];
const PARTIES = /^(?:Part(?:y|ies)|States?|Members?)$/;
/** A capital behind these begins something else: "by Slovenia", a sentence whose stop a converter has lost. */
const ENDS =
  /^(?:The|This|These|We|Preamble|Article|Annex|Chapter|Section|Having|Recalling|Mr|Mrs|Ms|Dr|His|Her)$/;
export const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** Nouns of bodies, persons and instruments: behind "and the" they are no subject of a name. */
const OTHERS =
  /^(?:Action|Administration|Agency|Agenda|Assembly|Association|Authority|Commission|Committee|Compact|Conference|Constitution|Council|Corporation|Court|Delegation|Department|Federation|Foundation|Framework|Fund|Government|Group|Guidelines|Institution|Kingdom|Meeting|Ministry|Mission|Office|Organi[sz]ation|Parliament|Plan|Platform|Principles|Programme|Regulation|Republic|Resolution|Rules|Section|State|States|Strategy|Union)$/;
/** Behind these stands what a name speaks of. */
const OBJECT = /^(?:on|of|to|for|concerning) the $/;
/** What a name is about behind "and the": something that is done. */
const ACTIONS = /(?:tion|sion|ment|ing|ance|ence|Use|Rule|Rights)$/;
/** Places that are no place in particular. */
const ANYWHERE: readonly string[] = ['sea', 'work', 'home'];
const LEVELS = /^(?:the |All )(?:[A-Z][a-z]+,? (?:and )?)*Levels?\b/;
const LONGEST_NAME = 300;
/** So many members has a series within a name at most: "Asphyxiating, Poisonous or Other Gases". */
const MOST_ITEMS = 6;
/** So many words has a member that stands between commas. */
const LONGEST_ITEM = 4;

/** Whether a name goes on at `at`, behind its noun or behind "and the companion". */
function beginsRest(text: string, at: number): boolean {
  if (readAnyWord(text, at, BEGINNINGS) >= 0) return true;
  const to = readWord(text, at, 'to');
  return to > 0 && readAnyWord(text, skipSpaces(text, to), PURPOSES) > 0;
}

/**
 * The end of the name that goes on behind the noun in [start, end): "on Human Rights", "of the League of Nations", "against
 * Fraud, Forgery and Smuggling"; `end` where none does. `named` is whether words before the noun make it a name already.
 */
export function readRest(text: string, start: number, end: number, named: boolean, names: Names): number {
  return new Rest(text, end, text.slice(start, end), names).read(named);
}

/** Where the noun of the instrument ends whose words begin at `at`: "Lake Protection Convention"; -1 where a few words bring none. */
function nounEnd(text: string, at: number): number {
  let i = at;
  for (let words = 0; words <= LONGEST_ITEM && isUpper(text.charCodeAt(i)); words++) {
    const close = hyphenatedEnd(text, i);
    if (TREATY_NOUNS.includes(text.slice(i, close).toLowerCase())) return close;
    i = skipSpaces(text, close);
  }
  return -1;
}

/** The end of the name of an instrument that no table holds and that begins at `at`; -1 where none does. */
export function instrumentEnd(text: string, at: number, names: Names): number {
  const end = nounEnd(text, at);
  if (end < 0) return -1;
  const start = wordStart(text, end);
  return readRest(text, start, end, start > at, names);
}

/** The reading of one name from behind its noun. */
class Rest {
  /** Where the name ends as far as it is understood. */
  #stop: number;
  #at: number;
  /** The small words since the last one with a capital, each with a space behind it. */
  #gap = '';
  /** Where the name ends if what stands behind the last "and" begins another: "and Stockholm Convention". */
  #beforeAnd = -1;
  /** "between A and B": how many parties have begun. */
  #parties = 0;
  /** Whether the words with capitals that are being read are what "on the" or "to the" of the name speaks of. */
  #object = false;
  /** The last word with a capital. */
  #last = '';

  constructor(
    readonly text: string,
    readonly end: number,
    readonly noun: string,
    readonly names: Names,
  ) {
    this.#stop = end;
    this.#at = skipSpaces(text, end);
  }

  read(named: boolean): number {
    const { text, end } = this;
    const number = this.#number();
    if (number > 0) {
      this.#take(number);
      if (!beginsRest(text, this.#at)) return number;
    } else if (!beginsRest(text, this.#at) && !this.#beginsParent()) {
      const companion = named ? this.#companion() : -1;
      if (companion < 0) return end;
      this.#take(companion);
    }
    while (this.#at - end < LONGEST_NAME) {
      const at = this.#at;
      if (text.charCodeAt(at) === 0x28) {
        if (!this.#gloss()) break;
        continue;
      }
      if (isDigit(text.charCodeAt(at))) {
        // "Group of 77"
        const digits = digitsEnd(text, at);
        if (this.#last !== 'Group' || this.#gap !== 'of ' || digits > at + 2) break;
        this.#take(digits);
        continue;
      }
      const close = hyphenatedEnd(text, at);
      if (close === at) break;
      if (isUpper(text.charCodeAt(at))) {
        if (!this.#capital(close)) break;
      } else if (!this.#small(text.slice(at, close))) {
        break;
      }
    }
    return this.#stop;
  }

  /** Takes what ends at `close` into the name and goes on behind it. */
  #take(close: number): void {
    const { text } = this;
    this.#last = text.slice(wordStart(text, close), close);
    this.#stop = close;
    this.#gap = '';
    this.#at = this.#behind(close);
  }

  /** Where the name may go on behind the word that ends at `close`; beyond all words where it cannot. */
  #behind(close: number): number {
    const { text } = this;
    const mark = text.charCodeAt(close);
    if (mark === 0x2f && isLetter(text.charCodeAt(close + 1))) return close + 1;
    if (isApostrophe(mark)) {
      // "Peoples’ Rights", "Africa’s Development"; before a small word it is the name's own genitive.
      const s = text.charCodeAt(close + 1) === 0x73 && !isLetter(text.charCodeAt(close + 2)) ? 2 : 1;
      const next = skipSpaces(text, close + s);
      return next > close + s && isUpper(text.charCodeAt(next)) ? next : text.length;
    }
    if (mark === 0x2c) return this.#series(close);
    const next = skipSpaces(text, close);
    return next > close ? next : text.length;
  }

  /** Reads a word with a capital that ends at `close`. Returns whether the name goes on. */
  #capital(close: number): boolean {
    const { text, names, end } = this;
    const at = this.#at;
    const word = text.slice(at, close);
    const joined = this.#gap.startsWith('and ') || this.#gap.startsWith('or ');
    if (ENDS.test(word) || (CALENDAR.test(word) && this.#gap !== '')) return false;
    // "entry into force of the Convention for that Party"
    if (this.#stop === end && PARTIES.test(word)) return false;
    const hit = names.match(text, at);
    if (hit && hit.end >= close) return this.#known(hit, joined);
    if (TREATY_NOUNS.includes(word.toLowerCase())) {
      // "on the Lake Agreement and Health": the instrument that the name is about. Any other one has a name of its own.
      if (this.#gap !== '' || !this.#object) {
        if (this.#beforeAnd >= 0) this.#stop = this.#beforeAnd;
        return false;
      }
    } else if (joined) {
      // "and Agenda 21", "and UNICEF" are named beside it; "on HIV and AIDS" is one subject.
      const next = skipSpaces(text, close);
      const acronym = word.length > 1 && word === word.toUpperCase();
      if (isDigit(text.charCodeAt(next)) && next > close) return false;
      if (acronym && this.#last !== this.#last.toUpperCase()) return false;
      if (/(?:the|an?) $/.test(this.#gap) && !this.#isSubject(at)) return false;
    }
    if (this.#gap !== '') {
      this.#beforeAnd = this.#gap.startsWith('and ') ? this.#stop : -1;
      this.#object = OBJECT.test(this.#gap);
    }
    this.#take(close);
    return true;
  }

  /** A name of the tables at this place. Returns whether it belongs to this one and the name goes on. */
  #known({ entry, end }: NameHit, joined: boolean): boolean {
    if (joined) {
      if (this.#parties !== 1) return false;
      this.#parties = 2;
    } else if (this.#parties > 0 && /^of (?:the )?$/.test(this.#gap)) {
      // "between the Government of Norway and the Government of Malta"
      this.#take(end);
      return true;
    }
    switch (entry.kind) {
      case 'treaty':
        // "the Implementation of the Provisions of the …": behind "in" or "by" it is another one.
        if (!OBJECT.test(this.#gap) || this.#stop === this.end) return false;
        break;
      case 'state':
        // "by Slovenia", "in Slovenia" say who applies it; an agreement may be about what is in one State.
        if (/^(?:by|of|that|with|from|at|into|towards) (?:the )?$/.test(this.#gap)) return false;
        if (/^in (?:the )?$/.test(this.#gap) && !/^(?:agreement|pact)$/i.test(this.noun)) return false;
        break;
      case 'body':
        if (this.#gap === '' || /^(?:by|that|with|from|at) (?:the )?$/.test(this.#gap)) return false;
    }
    this.#take(end);
    return true;
  }

  /** Reads a small word. Returns whether the name may go on with it. */
  #small(word: string): boolean {
    const next = skipSpaces(this.text, this.#at + word.length);
    if (!WITHIN.has(word)) return false;
    if (word === 'at' && readAnyWord(this.text, next, ANYWHERE) < 0 && !this.#areLevels(next)) return false;
    // "as a Foundation for Peace", but neither "as amended" nor "as a Party".
    if (word === 'as' && !/^an? (?!Part|State|Member)[A-Z]/.test(this.text.slice(next, next + 10)))
      return false;
    if (word === 'between') this.#parties = 1;
    this.#gap += `${word} `;
    this.#at = next;
    // "by the", "with the": what has been done with the instrument, not what it is called.
    return !/^(?:by|with|from) (?:the|an?) $/.test(this.#gap);
  }

  /** "the National, Regional and International Levels" behind "at". */
  #areLevels(at: number): boolean {
    return LEVELS.test(this.text.slice(at, at + 80));
  }

  /** Whether "and the" before the words at `at` joins another subject: "and the Protection of Lakes". */
  #isSubject(at: number): boolean {
    const { text } = this;
    if (this.#parties === 1) {
      this.#parties = 2;
      return true;
    }
    let head = '';
    for (let i = at; isUpper(text.charCodeAt(i));) {
      const close = hyphenatedEnd(text, i);
      head = text.slice(i, close);
      if (TREATY_NOUNS.includes(head.toLowerCase()) || OTHERS.test(head)) return false;
      i = skipSpaces(text, close);
      if (readWord(text, i, 'of') > 0) return ACTIONS.test(head);
      // "the Fair and Equitable Sharing of Benefits"
      const and = readWord(text, i, 'and');
      if (and > 0 && head.length > 3) i = skipSpaces(text, and);
    }
    return false;
  }

  /** The end of "No. 111" at this place, by which the Labour Organization's conventions are told apart; -1 where none stands there. */
  #number(): number {
    const { text } = this;
    const no = readWord(text, this.#at, 'no');
    if (no < 0 || text.charCodeAt(no) !== 0x2e) return -1;
    const from = skipSpaces(text, no + 1);
    const close = digitsEnd(text, from);
    return close === from || close > from + 3 || isLetter(text.charCodeAt(close)) ? -1 : close;
  }

  /** The end of "and Programme" at this place, or -1. */
  #companion(): number {
    const { text } = this;
    const and = readWord(text, this.#at, 'and');
    if (and < 0) return -1;
    const at = skipSpaces(text, and);
    if (!isUpper(text.charCodeAt(at))) return -1;
    const close = readAnyWord(text, at, COMPANIONS);
    return close > 0 && beginsRest(text, skipSpaces(text, close)) ? close : -1;
  }

  /** "to the Lake Charter on Fishing" behind "Protocol": whether what it is added to is itself an instrument that no table holds. */
  #beginsParent(): boolean {
    const { text } = this;
    if (this.noun.toLowerCase() !== 'protocol') return false;
    const to = readWord(text, this.#at, 'to');
    const the = to < 0 ? -1 : readWord(text, skipSpaces(text, to), 'the');
    if (the < 0) return false;
    const parent = skipSpaces(text, the);
    if (this.names.match(text, parent)) return false;
    return nounEnd(text, parent) > hyphenatedEnd(text, parent);
  }

  /** "(Biological)" within a name, which goes on behind it. */
  #gloss(): boolean {
    const { text } = this;
    const from = this.#at + 1;
    const close = wordEnd(text, from);
    if (close - from < 3 || !isUpper(text.charCodeAt(from)) || !isLower(text.charCodeAt(from + 1)))
      return false;
    if (text.charCodeAt(close) !== 0x29 || TREATY_NOUNS.includes(text.slice(from, close).toLowerCase()))
      return false;
    const next = skipSpaces(text, close + 1);
    const and = readAnyWord(text, next, ['and', 'or']);
    let word = and > 0 ? skipSpaces(text, and) : next;
    // "and on Their Destruction"
    const small = and > 0 ? readAnyWord(text, word, ['of', 'on', 'for']) : -1;
    if (small > 0) word = skipSpaces(text, small);
    if (word === close + 1 || !isUpper(text.charCodeAt(word)) || this.names.match(text, word)) return false;
    this.#at = next;
    return true;
  }

  /**
   * Where the last member of the series begins that goes on behind the comma at `comma`: "Deter" in "to Prevent, Deter and
   * Eliminate". Members are a few words with capitals, and the last one stands behind "and" or "or". Beyond all words where
   * no such series is there.
   */
  #series(comma: number): number {
    const { text } = this;
    let i = comma;
    for (let items = 0; items < MOST_ITEMS; items++) {
      if (text.charCodeAt(i) === 0x2c) i = skipSpaces(text, i + 1);
      else if (items > 0 && readAnyWord(text, i, ['and', 'or']) < 0) return text.length;
      const joint = readAnyWord(text, i, ['and', 'or']);
      if (joint > 0) {
        this.#gap = text.slice(i, joint).toLowerCase() + ' ';
        let last = skipSpaces(text, joint);
        // ", and of Other Weapons": what the name has begun with goes on.
        for (
          let small = readAnyWord(text, last, ['of', 'on', 'for', 'the']);
          small > 0;
          small = readAnyWord(text, last, ['of', 'on', 'for', 'the'])
        ) {
          this.#gap += text.slice(last, small) + ' ';
          last = skipSpaces(text, small);
        }
        // A comma before "and" alone is no series: "…, and Norway".
        const series = items > 0 || /^(?:and|or) (?:of|on|for) $/.test(this.#gap);
        if (series && isUpper(text.charCodeAt(last))) return last;
        this.#gap = '';
        return text.length;
      }
      const close = this.#item(i, items === 0);
      if (close < 0) return text.length;
      i = text.charCodeAt(close) === 0x2c ? close : skipSpaces(text, close);
    }
    return text.length;
  }

  /** The end of the member of a series at `at`, or -1. */
  #item(at: number, first: boolean): number {
    const { text, names } = this;
    let close = at;
    for (let i = at, words = 0; isUpper(text.charCodeAt(i)); words++) {
      if (words === LONGEST_ITEM || names.match(text, i)) return -1;
      close = hyphenatedEnd(text, i);
      const word = text.slice(i, close);
      if (CALENDAR.test(word) || ENDS.test(word) || TREATY_NOUNS.includes(word.toLowerCase())) return -1;
      if ((first && PARTIES.test(word)) || OTHERS.test(word)) return -1;
      if (word.length > 1 && word === word.toUpperCase()) return -1;
      i = skipSpaces(text, close);
    }
    return close > at ? close : -1;
  }
}

/** The end of the word at `at`, parts joined by hyphens included: "Co-operation", "Well-being". */
export function hyphenatedEnd(text: string, at: number): number {
  let end = wordEnd(text, at);
  while (end > at && isDash(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1)))
    end = wordEnd(text, end + 1);
  return end;
}
