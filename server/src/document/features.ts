import type { Block, Role } from './block.js';
import { beginsAsCaption } from './captions.js';
import { noteMark } from './reading.js';

/** How a block's words end. */
export type Ending = 'stop' | 'semicolon' | 'colon' | 'comma' | 'none';

/** What is or is not so of a block's words. */
const enum Flag {
  Bold = 1,
  Italic = 2,
  ItalicStart = 4,
  Capitals = 8,
  BlankAfter = 16,
  Contents = 32,
  Brackets = 64,
  Speaker = 128,
  OwnState = 256,
  Unedited = 512,
}

/** What the structure pass looks at: a small summary of a block's words, kept for each block of a draft. */
export class Features {
  constructor(
    /** Length of the words. */
    readonly length: number,
    readonly first: 'upper' | 'lower' | 'digit' | 'quote' | 'other' | 'none',
    readonly ending: Ending,
    /** Lines of content. */
    readonly lines: number,
    /** White space before the first line's words. */
    readonly indent: number,
    /** What its words are when they are those of a known line. */
    readonly line: KnownLine | null,
    /** Grammatical class of the opening words. */
    readonly opening: 'participle' | 'verb' | null,
    private readonly flags: number,
  ) {}

  /** All of it is set in bold. */
  get bold(): boolean {
    return (this.flags & Flag.Bold) !== 0;
  }

  /** All of it is set in italics. */
  get italic(): boolean {
    return (this.flags & Flag.Italic) !== 0;
  }

  /** It begins in italics, as the opening words of resolutions do. */
  get italicStart(): boolean {
    return (this.flags & Flag.ItalicStart) !== 0;
  }

  /** Letters all in capitals. */
  get capitals(): boolean {
    return (this.flags & Flag.Capitals) !== 0;
  }

  /** A blank line follows. */
  get blankAfter(): boolean {
    return (this.flags & Flag.BlankAfter) !== 0;
  }

  /** A line of a table of contents, with leaders or a page number. */
  get contents(): boolean {
    return (this.flags & Flag.Contents) !== 0;
  }

  /** It holds text in square brackets that is no link. */
  get brackets(): boolean {
    return (this.flags & Flag.Brackets) !== 0;
  }

  /** A speaker's line in a transcript: bold, with bars between name and delegation. */
  get speaker(): boolean {
    return (this.flags & Flag.Speaker) !== 0;
  }

  /** It says that the document was not edited. */
  get unedited(): boolean {
    return (this.flags & Flag.Unedited) !== 0;
  }

  /** Somebody speaks for a State in it: "my delegation", "our country". */
  get ownState(): boolean {
    return (this.flags & Flag.OwnState) !== 0;
  }
}

/** Lines that are known by their words. */
export type KnownLine =
  | 'organ'
  | 'salutation'
  | 'thanks'
  | 'summary'
  | 'contents'
  | 'annex'
  | 'distribution'
  | 'original'
  | 'agenda-item'
  | 'author'
  | 'resolution-title'
  | 'adopted'
  | 'letter-title'
  | 'agenda-title'
  | 'statement-title'
  | 'delivery'
  | 'record-title'
  | 'united-nations'
  | 'body'
  | 'session'
  | 'parties'
  | 'compliments'
  | 'symbol'
  | 'draft-title'
  | 'note-title'
  | 'report-title';

const TERMINAL: Record<string, Ending> = {
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
  ';': 'semicolon',
  ':': 'colon',
  ',': 'comma',
};

/** The features of a block, computed once for its text. */
export function featuresOf(block: Block): Features {
  return (block.features ??= compute(block));
}

/** What a note out of a conversion begins with: it is cited by that number. */
const NOTE_HEAD = /^[\s*_#]*(?:<sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\d{1,3}[ \t])/;

/** Whether a source or words begin as those of a caption or a note do, which are cited by what they begin with. */
function isCitedByItsHead(text: string): boolean {
  return beginsAsCaption(text) || NOTE_HEAD.test(text);
}

/**
 * What a block says by which it is cited, beside its label: the mark of a note, the head of a caption, that it is an annex.
 * Empty for most blocks.
 */
export function citedBy(block: Block): string {
  if (block.form === 'note') return noteMark(block.text.slice(0, 80))?.key ?? '';
  if (isCitedByItsHead(block.text) || isCitedByItsHead(block.body.text))
    return `${block.text.slice(0, 80)}${featuresOf(block).length >= SHORT}`;
  return /^annex/i.test(block.body.text) ? 'annex' : '';
}

/** Parts of a text whose words the structure pass knows by their features alone, where no place is looked at more closely. */
const RUNNING_TEXT: ReadonlySet<Role> = new Set<Role>([
  'paragraph',
  'item',
  'continuation',
  'prose',
  'preambular',
  'operative',
  'quote',
  'note',
]);

/**
 * How closely the structure pass looks at the words of a block for the place where it stands: at all of them (in the
 * masthead), at those of a short line (among the first blocks, at the top of a page), or at no more than their features.
 */
export type Looked = 'all' | 'short' | 'features';

/**
 * A key that is equal for two texts of a block only where the structure pass can't tell them apart. Lines that may be read
 * for what they say (headings and other short ones that are no running text, whatever their place) are part of it.
 */
export function structureKey(block: Block, looked: Looked): string {
  const f = featuresOf(block);
  const label = block.label;
  const words =
    looked === 'all'
      ? block.text.slice(0, block.contentEnd)
      : f.length <= 120 && (looked === 'short' || !RUNNING_TEXT.has(block.role))
        ? block.body.text
        : citedBy(block);
  const body =
    label && (label.style === 'article' || label.style === 'annex')
      ? block.text.slice(label.bodyStart, label.bodyStart + 30)
      : label?.style === 'arabic' && f.length <= SHORT
        ? block.body.text.slice(-16)
        : '';
  return [
    block.form,
    block.form === 'atx' ? atxDepth(block.text) : 0,
    label ? `${label.style}${label.text}${label.alone}` : '',
    f.first,
    f.ending,
    f.bold,
    f.italic,
    f.italicStart,
    f.capitals,
    Math.min(f.lines, 5),
    lengthClass(f.length),
    f.blankAfter,
    f.indent,
    f.line,
    f.opening,
    f.contents,
    f.brackets,
    f.speaker,
    f.ownState,
    f.unedited,
    words,
    body,
    // The end of a range that the next line may carry on.
    /\d[–-]\s*$/.test(block.text.slice(-12)),
    block.form === 'comment' || block.form === 'front-matter' ? block.text : '',
  ].join('|');
}

/**
 * The lengths behind which the structure pass, the recognition and the checks of the structure change their minds; a test
 * looks for those that are missing.
 */
export const LIMITS: readonly number[] = [
  0, 2, 4, 12, 14, 15, 20, 29, 30, 39, 40, 59, 60, 80, 100, 119, 120, 160, 199, 200, 260, 299, 300, 320, 400,
];

function lengthClass(length: number): number {
  let i = 0;
  while (i < LIMITS.length && length > LIMITS[i]!) i++;
  return i;
}

/** No heading is longer. */
export const SHORT = 200;

function compute(block: Block): Features {
  const reading = block.body;
  const text = reading.text;
  const length = text.length;
  let end = length;
  while (end > 0 && isClosing(text.charCodeAt(end - 1))) end--;
  end = beforeLostMarks(text, end);
  const source = block.text;
  let indent = 0;
  while (indent < source.length && (source[indent] === ' ' || source[indent] === '\t')) indent++;
  const contentEnd = block.contentEnd;
  let breaksAfter = 0;
  for (let i = contentEnd; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) breaksAfter++;
  }
  const lines = block.lineBreaks + (breaksAfter === 0 ? 1 : 0) - Math.max(0, breaksAfter - 1);
  const emphasis = reading.emphasis;
  const plain = emphasis.length === 0;
  const whole = plain ? undefined : emphasis.find((e) => e.start === 0 && e.end >= length - 1);
  let flags = 0;
  if (!plain && length > 0 && coversAll(emphasis, length, true)) flags |= Flag.Bold;
  if (whole !== undefined && !whole.strong) flags |= Flag.Italic;
  if (!plain && emphasis.some((e) => e.start === 0 && !e.strong)) flags |= Flag.ItalicStart;
  if (length <= SHORT * 2 && inCapitals(text)) flags |= Flag.Capitals;
  if (breaksAfter > 1) flags |= Flag.BlankAfter;
  if (
    length > 0 &&
    length <= 400 &&
    mayLead(source) &&
    (CONTENTS_LINE.test(source) || (length >= FULL_LINE && SHORT_LEADER.test(source)))
  )
    flags |= Flag.Contents;
  if (hasBrackets(source) && reading.links.length === 0) flags |= Flag.Brackets;
  if (length < 60 && source.includes('|') && /^\*\*[^*|]{1,40}\|[^*]{1,40}\*\*$/.test(source.trim()))
    flags |= Flag.Speaker;
  if (speaksForState(text)) flags |= Flag.OwnState;
  if (length < 300 && text.includes('edit') && UNEDITED.test(text)) flags |= Flag.Unedited;
  return new Features(
    length,
    firstClass(text),
    end > 0 ? (TERMINAL[text[end - 1]!] ?? 'none') : 'none',
    Math.max(1, lines),
    indent,
    length <= 320 ? knownLine(text) : PREAMBLE_IN_ONE.test(text) ? 'parties' : null,
    openingClass(text),
    flags,
  );
}

/** "My delegation", "our country" in the first lines of a block: words of a speaker for a State. */
function speaksForState(text: string): boolean {
  const start = text.length > OWN_STATE_WITHIN ? text.slice(0, OWN_STATE_WITHIN) : text;
  return (
    (start.includes('y delegation') || start.includes(' country') || start.includes('y Government')) &&
    OWN_STATE.test(start)
  );
}

/** "The present document is issued without formal editing", "was not edited before being sent to …". */
const UNEDITED =
  /^\W{0,4}The present (?:document|statement|report|note|paper) (?:is|was|has) (?:being |been )?(?:issued |reproduced |circulated )?(?:without (?:formal )?editing|not (?:been )?(?:formally )?edited)\b/;

const OWN_STATE_WITHIN = 2000;
const OWN_STATE = /\b(?:[Mm]y (?:delegation|country|Government)|[Oo]ur country)\b/;

/**
 * Where the words end that lost note marks follow: "…Committee.12", "…mechanisms3, 4". Elsewhere the end itself: digits
 * that belong to the words ("in 2010", "Annex 3") stay.
 */
function beforeLostMarks(text: string, end: number): number {
  let at = end;
  for (;;) {
    let digits = at;
    while (digits > 0 && at - digits < 3 && isDigit(text.charCodeAt(digits - 1))) digits--;
    if (digits === at || digits === 0) return end;
    let before = digits;
    while (before > 0 && text.charCodeAt(before - 1) === 0x20) before--;
    const mark = text[before - 1]!;
    if (mark === ',' && isDigit(text.charCodeAt(before - 2))) {
      at = before - 1;
      continue;
    }
    if (TERMINAL[mark]) return before;
    return before === digits && at < end && /\p{L}/u.test(mark) ? before : end;
  }
}

/** Three characters or more in square brackets that are not the words of a link. */
function hasBrackets(text: string): boolean {
  let open = text.indexOf('[');
  while (open >= 0) {
    const close = text.indexOf(']', open);
    if (close < 0) return false;
    if (close - open > 3 && text[close + 1] !== '(') return true;
    open = text.indexOf('[', close);
  }
  return false;
}

/** Whether dots, a tab or a dot leader stand in a line, as in a table of contents. */
function mayLead(source: string): boolean {
  return source.includes('..') || source.includes('. .') || source.includes('\t') || source.includes('…');
}

const CONTENTS_LINE = /\.(?:[ \t]?\.){3,}|…{2,}|\t\d{1,3}\s*$/;
/** What a full line leaves of its leader, before a page number. In shorter lines, as in rows of a table, such dots stand for data that are lacking. */
const SHORT_LEADER = /[ \t]\.{2,3}[ \t]*\d{1,3}\s*$/;
const FULL_LINE = 60;

function coversAll(
  emphasis: readonly { start: number; end: number; strong: boolean }[],
  length: number,
  strong: boolean,
): boolean {
  let covered = 0;
  for (const e of emphasis) {
    if (e.strong !== strong || e.start > covered + 2) continue;
    covered = Math.max(covered, e.end);
  }
  return covered >= length - 2 && covered > 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** White space, closing quotation marks and brackets, an asterisk. */
function isClosing(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x2a ||
    code === 0x5d ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xa0
  );
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Two capitals or more, and no small letter but those of "Mr" and of ordinals. */
function inCapitals(text: string): boolean {
  let small = 0;
  for (let i = 0; i < text.length && i < 40; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x61 && c <= 0x7a && ++small > 6) return false;
  }
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\b(?:Mr|Ms|Mrs|st|nd|rd|th)\b/g, ''));
}

function firstClass(text: string): Features['first'] {
  const code = text.charCodeAt(0);
  if (code >= 0x41 && code <= 0x5a) return 'upper';
  if (code >= 0x61 && code <= 0x7a) return 'lower';
  if (isDigit(code)) return 'digit';
  const m = /[^\s([*_]/.exec(text.slice(0, 12));
  if (!m) return 'none';
  const c = m[0];
  if (/["“‘«']/.test(c)) return 'quote';
  if (/\d/.test(c)) return 'digit';
  if (/\p{Lu}/u.test(c)) return 'upper';
  if (/\p{Ll}/u.test(c)) return 'lower';
  return 'other';
}

const ADVERBS =
  'Also|Further|Again|Once again|Deeply|Gravely|Strongly|Fully|Particularly|Seriously|Solemnly|Firmly|Strongly|Reaffirming also|Once more|Especially|Profoundly|Extremely|Greatly|Highly|Strongly|Unequivocally|Urgently|Commending also';

/** Third-person verbs that open operative paragraphs (openings used by organs, from the table of openings). */
const VERBS =
  'Accepts|Acknowledges|Adopts|Affirms|Agrees|Appeals|Appoints|Appreciates|Approves|Asks|Authorizes|Authorises|Calls|Commends|Concludes|Concurs|Condemns|Confirms|Congratulates|Considers|Decides|Declares|Deeply|Demands|Deplores|Designates|Determines|Directs|Emphasizes|Emphasises|Encourages|Endorses|Establishes|Exhorts|Expresses|Extends|Hails|Highlights|Instructs|Insists|Intends|Invites|Looks|Makes|Nominates|Notes|Notices|Observes|Offers|Pays|Proclaims|Proposes|Reaffirms|Realizes|Recalls|Recognizes|Recognises|Recommends|Regrets|Reiterates|Rejects|Remains|Reminds|Renews|Repeats|Requests|Requires|Reserves|Resolves|Salutes|Shares|Stresses|Strongly|Suggests|Supports|Takes|Thanks|Transmits|Trusts|Underlines|Underscores|Undertakes|Urges|Welcomes';

const PARTICIPLE = new RegExp(
  `^(?:(?:${ADVERBS})[ ,]+)?(?:[A-Z]?[a-z]{2,}ing\\b|Convinced|Concerned|Alarmed|Mindful|Guided|Aware|Conscious|Determined|Disturbed|Encouraged|Grateful|Inspired|Appalled|Dismayed|Cognizant|Resolved|Shocked|Troubled|Desirous|Distressed|Outraged|Deeply|Gravely|Persuaded|Impressed|In)\\b`,
);
const VERB_WORDS: ReadonlySet<string> = new Set([...VERBS.split('|'), ...VERBS.toLowerCase().split('|')]);
const ADVERB = new RegExp(`^(?:${ADVERBS})[ ,]+`);

/** Whether a line begins with one of the verbs, or with an adverb and one of them. */
function beginsWithVerb(head: string): boolean {
  return VERB_WORDS.has(wordAt(head, 0)) || VERB_WORDS.has(wordAt(head, ADVERB.exec(head)?.[0].length ?? 0));
}

/** The letters, digits and low lines from an offset on. */
function wordAt(text: string, start: number): string {
  let end = start;
  while (isAsciiLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) || text[end] === '_') end++;
  return text.slice(start, end);
}

/** Words that an opening may begin with, apart from those in -ing. */
const OPENERS: ReadonlySet<string> = new Set([
  ...ADVERBS.split('|').map((words) => words.split(' ')[0]!),
  ...VERBS.split('|'),
  ...'Convinced Concerned Alarmed Mindful Guided Aware Conscious Determined Disturbed Encouraged Grateful Inspired'.split(
    ' ',
  ),
  ...'Appalled Dismayed Cognizant Resolved Shocked Troubled Desirous Distressed Outraged Persuaded Impressed In'.split(
    ' ',
  ),
]);

function openingClass(text: string): Features['opening'] {
  let end = 0;
  while (end < 48 && isAsciiLetter(text.charCodeAt(end))) end++;
  // Most blocks begin with a word that opens no paragraph of a resolution.
  const word = text.slice(0, end);
  if (!word.endsWith('ing') && !OPENERS.has(word)) return null;
  const head = text.slice(0, 48);
  const c = head.charCodeAt(0);
  if (c < 0x41 || c > 0x5a) return null;
  if (beginsWithVerb(head))
    return /^(?:Deeply|Strongly)\b/.test(head) && PARTICIPLE.test(head) && !/^\w+ (?:[a-z]+s)\b/.test(head)
      ? 'participle'
      : 'verb';
  return PARTICIPLE.test(head) ? 'participle' : null;
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/**
 * What a line must begin with (its first letter in lower case, 0 for a digit), hold and end with (one of these characters)
 * for a pattern to be tried.
 */
interface Guard {
  readonly first?: string;
  readonly has?: readonly string[];
  readonly last?: string;
  /** A longer line is not tried: the pattern allows no more characters. */
  readonly most?: number;
}

const KNOWN: readonly (readonly [KnownLine, RegExp, Guard])[] = [
  [
    'organ',
    /^The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Conference of the (?:States )?Parties|Commission on [A-Z][^.,]{3,80}|Council|Governing Council|United Nations Environment Assembly|Executive Board)(?:,|$)/,
    { first: 't' },
  ],
  [
    'parties',
    /^(?:Preamble[ .:—–-]*)?(?:The|THE) (?:States|STATES|Parties|PARTIES|Member States|High Contracting Parties|Contracting Parties|Contracting States|Governments)(?:[ ](?:Parties|PARTIES))?(?: to (?:this|the present)| (?:Members|signatory)|,? ?$|,? )(?:[^.]{0,60})?(?:Convention|Protocol|Covenant|Agreement|Charter|Treaty|Statute|,|$)/,
    { first: 'tp' },
  ],
  [
    'salutation',
    /^(?:Excellenc(?:y|ies)|Your Excellenc(?:y|ies)|Mr\.? (?:President|Chair(?:man|person)?|Secretary-General|Vice-President|Moderator|Co-Chair)|(?:Madam|Madame|Mme\.?|Ms\.?) (?:President|Chair(?:man|person|woman)?|Vice-President|Secretary-General|Moderator)|Distinguished (?:[A-Z]?[a-z-]+ ?){1,4}|Dear (?:colleagues|Colleagues|friends|[A-Z][a-z]+)|Ladies and [Gg]entlemen|Honou?rable (?:[A-Za-z-]+ ?){1,3}|Esteemed (?:[a-z]+ ?){1,3}|Colleagues|Your Majest(?:y|ies)|Thank you,? (?:Mr\.?|Madam|Ms\.?) (?:President|Chair))\b[^.]{0,160}[,.:!]?$/i,
    { first: 'eymdlhct' },
  ],
  // "Chair," without "Madam", as delegations say it.
  [
    'salutation',
    /^(?:(?:Co-)?Chairs?|President|Moderator)(?:, (?:Excellencies|[Dd]istinguished|[Cc]olleagues|[Ll]adies|[Mm]embers)\b[^.]{0,140})?,$/,
    { first: 'cpm', last: ',' },
  ],
  // The same lines in French and Spanish: a text in another language has its structure, and no rules of language.
  [
    'organ',
    /^(?:L[’']Assemblée générale|Le Conseil (?:de sécurité|économique et social|des droits de l[’']homme)|La Conférence des Parties|La Asamblea General|El Consejo (?:de Seguridad|Económico y Social|de Derechos Humanos)|La Conferencia de las Partes)(?:,|$)/,
    { first: 'le' },
  ],
  [
    'salutation',
    /^(?:Monsieur le (?:Président|Secrétaire général|Modérateur)|Madame la (?:Président|Présidente|Secrétaire générale|Modératrice)|Excellences|Mesdames et [Mm]essieurs|Señor (?:Presidente|Secretario General)|Señora (?:Presidenta|Secretaria General)|Excelencias|Señoras y [Ss]eñores|Distinguid[ao]s (?:delegad|coleg|representant|miembr)[a-z]+)(?![\p{L}])[^.]{0,160}[,.:!]?$/iu,
    { first: 'mesd' },
  ],
  ['thanks', /^(?:Je vous remercie|Muchas gracias|He dicho)\b[^]{0,120}[.!]?$/, { first: 'jmh' }],
  [
    'distribution',
    /^(?:\S.{0,120} )?Distr\. ?:? ?(?:générale|limitée|restreinte|general|limitada|reservada)$/i,
    { has: ['Distr'] },
  ],
  [
    'statement-title',
    /^(?:Déclaration|Allocution|Declaración|Discurso|Intervención) (?:de |du |des |del |d[’']|au nom |en nombre |prononcée? |pronunciad[ao] )(?=.{3,160}$)(?!.*[.;]$)/,
    { first: 'dai' },
  ],
  [
    'body',
    /^(?:Assemblée générale|Conseil (?:de sécurité|économique et social|des droits de l[’']homme)|Asamblea General|Consejo (?:de Seguridad|Económico y Social|de Derechos Humanos)|(?:Conférence des Parties|Conferencia de las Partes|Commission|Comisión|Comité) .{3,140})$/,
    {
      first: 'ac',
      has: [
        'ssemblée',
        'samblea',
        'onseil',
        'onsejo',
        'onférence',
        'onferencia',
        'ommission',
        'omisión',
        'omité',
      ],
    },
  ],
  ['thanks', /^(?:I thank you|Thank you|I wish you|Many thanks|I thank)\b[^]{0,120}[.!]?$/, { first: 'tim' }],
  ['summary', /^(?:Summary|Executive summary|Abstract)\*{0,4}$/i, { first: 'sea' }],
  ['contents', /^(?:Table of contents|Contents)$/i, { first: 'tc' }],
  ['annex', /^(?:Annex|Appendix|Enclosure)(?:es)?(?: (?:[IVXL]+|\d+|[A-Z]))?\.?$/i, { first: 'ae' }],
  [
    'distribution',
    /^(?:\S.{0,120} )?Distr(?:ibution)?\.? ?: ?(?:General|Limited|Restricted|GENERAL|LIMITED|RESTRICTED|[A-Z][a-z]+)/,
    { has: ['Distr'] },
  ],
  ['original', /^(?:ENGLISH )?(?:Original|ORIGINAL) ?:/, { first: 'eo' }],
  [
    'agenda-item',
    /^(?:(?:Provisional a|A)genda items? \d|Items? \d+ ?(?:\([a-z]\))? of the (?:provisional|preliminary|draft|supplementary)|Items? \d+ of the|Items? \d+ ?(?:\([a-z]\))?\*?$)/i,
    { first: 'pai' },
  ],
  [
    'author',
    /^(?:(?:Annual|Final|Interim|Third|Second|First|Special|Consolidated)? ?[Rr]eport (?:of|by|prepared by|submitted by) the |Background (?:paper|document) prepared by|(?:Prepared|Submitted) by the|Joint report of|Working paper (?:submitted|prepared) by)/,
    { first: 'afitscrbpjw' },
  ],
  [
    'note-title',
    /^(?:Note (?:by|of) the (?:Secretariat|Secretary-General|President|Chair|Executive|Director)|Conference room paper|Information note|Concept note|Background note)/i,
    { first: 'nci' },
  ],
  [
    'resolution-title',
    /^(?:Resolution \d{1,4} \(\d{4}\)|Resolution(?:s)? [A-Z\d-]+\/\d+|\d{1,4}\/\d{1,4}(?: ?[A-Z])?\.? [A-Z]|\d{1,4}(?: [A-Z])? \((?:S-)?[IVX]+\)\. [A-Z]|RESOLUTION \d)/,
    { first: 'r0' },
  ],
  [
    'adopted',
    /^\[?(?:Resolutions?|Decisions?|Statement)? ?(?:adopted by|Adopted by) the /i,
    { first: 'rdsa' },
  ],
  [
    'draft-title',
    /^(?:.{0,160}: )?(?:revised )?(?:draft (?:resolution|decision|amendment|protocol|convention)|amendments? to draft resolution)\b(?! of| to be)/i,
    { has: ['raft', 'RAFT', 'mendment', 'MENDMENT'] },
  ],
  [
    'letter-title',
    /^(?:Letters? dated|Identical letters dated|Note verbale dated|Notes verbales dated|Letter of transmittal|Note verbale)/i,
    { first: 'lin' },
  ],
  [
    'compliments',
    /^(?:The (?:Permanent (?:Mission|Representative|Observer)|Secretariat|Embassy|Ministry|Secretary-General|Office)[^]{0,200}presents? (?:its|his|her|their) compliments)/,
    { first: 't', has: ['compliments'] },
  ],
  [
    'agenda-title',
    /^(?:Annotated )?(?:Provisional |Preliminary |Annotated |Draft )?(?:annotated )?agenda(?: and annotations)?(?: for the .{0,80}session.{0,80})?$/i,
    { first: 'apd', has: ['genda', 'GENDA'] },
  ],
  [
    'statement-title',
    /^(?:(?:Introductory|Opening|Closing|General|National|Joint|Secretariat|Written|Oral) )*(?:statement|remarks|address|speaking notes|talking points|right of reply|intervention)\b(?: (?:by|of|for|on|to|delivered|made)\b.{0,160}|$|\s*[—–:-].{0,120}$)|^(?:Secretariat )?(?:Opening|Closing|Introductory) (?:Statement|Remarks)\b.{0,200}$|^Speaking notes\b.{0,200}$|^Statement by the President of the Security Council$/i,
    { first: 'iocgnjswrat' },
  ],
  [
    'delivery',
    /^\W{0,4}check against delivery\W{0,4}$/i,
    { has: ['against delivery', 'AGAINST DELIVERY', 'Against Delivery'], most: 30 },
  ],
  [
    'record-title',
    /^(?:Official Records|\d+(?:st|nd|rd|th) (?:plenary )?meeting|(?:Provisional )?(?:[Ss]ummary|[Vv]erbatim) record|The meeting was called to order|(?:President|Chair): )/,
    { first: 'o0psvtc' },
  ],
  [
    'report-title',
    /^(?:Report|Activities|Implementation|Review|Situation|Progress) (?:of|on) .{3,160}$/,
    { first: 'raisp' },
  ],
  [
    'united-nations',
    /^(?:\*? ?)?(?:United Nations|UNITED NATIONS|Nations Unies|NATIONS UNIES|Naciones Unidas|NACIONES UNIDAS)(?: [A-Z]{1,4}\/[\w./() -]+)?(?: General Assembly| Security Council)?$/,
    { first: 'un' },
  ],
  [
    'body',
    /^(?:(?:United Nations )?(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council)|Commission on [A-Z].{3,90}|Committee on [A-Z].{3,90}|Conference of the (?:States )?Parties to .{3,140}|Working Group on .{3,90}|Executive Board of the .{3,160})$/,
    {
      first: 'ugsehtcw',
      has: ['ssembly', 'ouncil', 'ommission', 'ommittee', 'onference', 'orking Group', 'xecutive Board'],
    },
  ],
  ['body', /^.{3,60} United Nations Congress on .{3,90}$/, { has: ['United Nations Congress'], most: 180 }],
  [
    'session',
    /^(?:(?:Resumed |Annual |First regular |Second regular |Special )?[A-Z][a-z]+(?:-[a-z]+)? (?:special |emergency special |regular |substantive |resumed |annual )*(?:session|meeting|year|period)|Annual session \d{4}|[A-Z][a-z]+ (?:regular )?session \d{4})$/,
    { has: ['session', 'meeting', 'year', 'period'], last: 'ngrd0123456789' },
  ],
  [
    'symbol',
    /^(?:[A-Z]{1,5}|UNEP|FCCC|CTOC|CEDAW|CCPR|CERD)\/(?:[A-Z0-9][A-Za-z0-9.]*\/)*[A-Z0-9][A-Za-z0-9.]*(?: \([A-Za-z0-9 /.]+\))?(?:[–-][A-Z]\/[\w./]+)?\*{0,3}$/,
    { has: ['/'] },
  ],
];

/** How many number signs a Markdown heading begins with, white space before them left out. */
export function atxDepth(text: string): number {
  let start = 0;
  while (text.charCodeAt(start) === 0x20 || text.charCodeAt(start) === 0x09) start++;
  let end = start;
  while (text.charCodeAt(end) === 0x23) end++;
  return end - start;
}

/** The first letter or digit behind brackets, asterisks and spaces: a letter in lower case, "0" for any digit. */
function firstLetter(text: string): string {
  for (let i = 0; i < text.length && i < 4; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) return '0';
    if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)) return String.fromCharCode(c | 0x20);
    if (c !== 0x5b && c !== 0x2a && c !== 0x20) return '?';
  }
  return '?';
}

/** The patterns that may fit a line, by its first letter as `firstLetter` gives it, in their order. */
const BY_FIRST: ReadonlyMap<string, typeof KNOWN> = new Map(
  Array.from('abcdefghijklmnopqrstuvwxyz0?', (first) => [
    first,
    KNOWN.filter(([, , guard]) => guard.first === undefined || guard.first.includes(first)),
  ]),
);

/** The preamble of a treaty that stands in one block with the line of its Parties. */
const PREAMBLE_IN_ONE = /^The States Parties to (?:this|the present) [A-Z][a-z]+,\s/;

function knownLine(text: string): KnownLine | null {
  for (const [line, pattern, { has, last, most }] of BY_FIRST.get(firstLetter(text))!) {
    if (most !== undefined && text.length > most) continue;
    if (last !== undefined && !last.includes(text.charAt(text.length - 1))) continue;
    if (has !== undefined && !holdsOne(text, has)) continue;
    if (pattern.test(text)) return line;
  }
  return null;
}

function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

/** Whether a line is a date alone, as in a masthead, weekday and place allowed. */
export function isDateLine(text: string): boolean {
  return DATE_LINE.test(text);
}

const DATE_LINE = new RegExp(
  `^(?:[A-Z][\\p{L} ,.'-]{2,40}, )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\\d{1,2}(?: ?[–-] ?\\d{1,2})? ${MONTH}(?: ?[–-] ?\\d{1,2} ${MONTH})?,? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|${MONTH} \\d{4})\\.?$`,
  'u',
);
