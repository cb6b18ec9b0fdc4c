import type { Block } from './block.js';
import { atxDepth, featuresOf, isDateLine, SHORT, type KnownLine } from './features.js';
import { KINDS, type DocumentKind, type DocumentLanguage, type DocumentStatus } from './kinds.js';
import { languageOf } from './language.js';

/** What a text is taken for, and why. */
export interface Recognition {
  /** Whether the text is a United Nations document at all, from its own words. */
  readonly recognized: boolean;
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly language: DocumentLanguage;
  /** The kind named in front matter, if any. */
  readonly declared: DocumentKind | null;
  /** Index of the first block behind the masthead. */
  readonly bodyStart: number;
  /** Blocks of the masthead that are headings of level 0. */
  readonly titles: ReadonlyMap<Block, true>;
  /** The depth of Markdown headings that stand at level 1. */
  readonly topAtx: number;
  /** Short words for the reasons, in the order they were found. */
  readonly evidence: readonly string[];
  /** Whether a delegation speaks in it rather than the Organization: "my country", a Prime Minister's name above it. */
  readonly forState: boolean;
  /** Whether it says of itself that it was not edited. */
  readonly unedited: boolean;
}

/** No masthead is longer. */
const FRONT_BLOCKS = 60;

/** Lines that show by themselves that a text is a United Nations document. */
const STRONG: Partial<Record<KnownLine, number>> = {
  organ: 3,
  distribution: 3,
  adopted: 2,
  compliments: 3,
  parties: 2,
  'resolution-title': 1,
  'draft-title': 1,
  author: 2,
  'note-title': 1,
  'letter-title': 1,
  'agenda-title': 1,
  'agenda-item': 2,
  symbol: 2,
  body: 2,
  session: 1,
  original: 1,
  salutation: 2,
  'statement-title': 1,
  delivery: 1,
  'united-nations': 1,
};

/**
 * What a document is, from its first blocks. A text with no sign of the United Nations is not recognized, whatever
 * its headings and numbers; the kind is then the best reading of its form, for those who say it is one.
 */
export function recognizeKind(blocks: readonly Block[]): Recognition {
  const evidence: string[] = [];
  const seen = new Map<KnownLine, Block>();
  let declared: DocumentKind | null = null;
  let weight = 0;
  let articles = 0;
  let operative = 0;
  let numbered = 0;
  let speakers = 0;
  let bracketed = 0;
  let floor = false;
  let addressed = false;
  let assured = false;
  let closed = false;
  let ownState = false;
  let unedited = false;
  const front = blocks.slice(0, FRONT_BLOCKS);
  for (const b of front) {
    if (b.form === 'front-matter') {
      declared = kindInFrontMatter(b.text);
      continue;
    }
    if (b.form === 'comment' || b.form === 'code' || b.form === 'blank') continue;
    if (b.form === 'furniture') {
      if (/^[\s\f]*(?:A|S|E|CTOC|CAC|FCCC|CEDAW)\/[A-Z0-9]/.test(b.text)) add('symbol', b);
      continue;
    }
    const f = featuresOf(b);
    if (b.label?.style === 'article') articles++;
    if (b.label?.style === 'arabic') {
      numbered++;
      if (f.opening === 'verb') operative++;
    }
    if (f.speaker) speakers++;
    ownState ||= f.ownState;
    unedited ||= f.unedited;
    if (b.form === 'text') {
      const head = b.body.text.slice(0, 300);
      floor ||= FLOOR.test(head);
      addressed ||= ADDRESSED.test(head);
      assured ||= ASSURED.test(head);
      closed ||= CLOSING.test(head);
    }
    if (f.brackets) bracketed++;
    if (f.line) add(f.line, b);
    else if (MASTHEAD_LINE.test(b.body.text)) add('symbol', b);
  }
  function add(line: KnownLine, b: Block): void {
    if (seen.has(line)) return;
    seen.set(line, b);
    weight += STRONG[line] ?? 0;
    if (STRONG[line]) evidence.push(line);
  }
  // A salutation alone opens any speech or letter; with a second sign it opens one of ours.
  const greeted = seen.get('salutation');
  if (greeted && addressed && PRESIDING.test(greeted.body.text.slice(0, 300))) sign('addressed', 1);
  if (greeted && assured) sign('assurances', 1);
  if (conferenceHead(front)) sign('conference', 3);
  function sign(reason: string, by: number): void {
    weight += by;
    evidence.push(reason);
  }
  const bodyStart = findBodyStart(front) ?? behindKnownLines(front, seen);
  const language = sampleLanguage(blocks);
  const has = (line: KnownLine): boolean => seen.has(line);
  const inFront = (line: KnownLine): boolean => {
    const b = seen.get(line);
    return b !== undefined && b.index <= bodyStart;
  };
  const kind =
    declared ??
    kindFrom({
      has,
      inFront,
      seen,
      articles,
      operative,
      numbered,
      speakers,
      floor,
      closed: closed || assured,
      front,
      bodyStart,
    });
  const status = statusOf(kind, blocks, seen, bracketed, bodyStart);
  const recognized = declared !== null || weight >= 3 || (articles >= 2 && has('parties'));
  return {
    recognized,
    kind,
    status,
    language,
    declared,
    bodyStart,
    titles: titlesOf(front, bodyStart, kind),
    topAtx: topAtx(blocks, bodyStart),
    evidence,
    unedited,
    forState:
      ownState ||
      (kind === 'letter' && front.some(({ body }) => FROM_STATE.test(body.text.slice(0, 300)))) ||
      (kind === 'statement' &&
        front
          .slice(0, bodyStart)
          .some(
            ({ body }) => OFFICE.test(body.text.slice(0, 300)) || BY_STATE.test(body.text.slice(0, 300)),
          )),
  };
}

/**
 * What the words of a block among the first ones say that bears on what a document is, beside what its features tell and
 * what is read of short lines. Equal for two texts only where `recognizeKind` can't tell them apart.
 */
export function recognitionKey(block: Block): string {
  const { text } = block.body;
  const head = text.slice(0, 300);
  return [
    block.form === 'text' &&
      `${FLOOR.test(head)}${ADDRESSED.test(head)}${ASSURED.test(head)}${CLOSING.test(head)}`,
    PRESIDING.test(head),
    conferenceFields(block),
    MASTHEAD_LINE.test(text),
    FROM_STATE.test(head),
    DRAFT.test(text.slice(0, 200)),
    OLD_NUMBER.test(text.slice(0, 40)),
    OPENS.test(text),
    isSentence(block),
  ].join(' ');
}

/** What a sentence of the text opens with. */
const OPENS = /^[A-Z“"]/;

const DRAFT = /\bdraft\b/i;

/** "United Nations A/75/292". */
const MASTHEAD_LINE = /^United Nations\b.{0,40}\b[A-Z]{1,4}\/[\w./-]+/;

/** A letter or a note verbale of a State. */
const FROM_STATE =
  /^(?:(?:Identical l|L)etters? dated [^]{4,40}? from (?:the )?(?:Deputy )?(?:Permanent|Chargé|Minister|Prime Minister|President of)|(?:Note verbale dated [^]{4,40}? from )?[Tt]he (?:Permanent Mission|Embassy|Ministry of Foreign Affairs) of|On behalf of (?:the Government|the people and Government) of)\b/;

/** What the chair of a meeting says. */
const FLOOR = /\b(?:call(?:ed)? to order|giv(?:e|en|ing) (?:you )?the floor|the floor is yours)\b/i;

/** Words of one who speaks to a meeting of the United Nations, or of its organs and members. */
const ADDRESSED =
  /\b(?:(?:[Mm]y|[Oo]ur) delegation|(?:deliver|make) this statement|United Nations|General Assembly|Security Council|Economic and Social Council|Human Rights Council|Member States|agenda item \d)\b/;

/** Whom speakers greet at such a meeting, not at any other. */
const PRESIDING =
  /\b(?:(?:Mr\.?|Madam|Madame|Ms\.?) (?:President|Chair|Vice-President|Secretary-General|Co-Chair)|Chairs?,|Excellencies|[Dd]istinguished (?:delegat|representative|Co-Chair|Chair|co-facilitator|Co-facilitator))/;

/** The courtesy at the end of a diplomatic letter. */
const ASSURED = /\bassurances? of (?:my|our|its) (?:highest|high|renewed|most)\b/;

/** How letters end. */
const CLOSING =
  /^(?:Yours (?:very )?(?:sincerely|faithfully|truly|respectfully)|(?:Faithfully|Sincerely|Respectfully|Truly) yours|(?:Sincerely|Respectfully),|(?:Please accept|Accept),? (?:Sir|Madam|Excellency|Mr\.|Ms\.|Madame))/;

/** Offices of those who speak for a State, as they stand above a statement. */
const OFFICE =
  /\b(?:Prime Minister|Minister (?:for|of) Foreign Affairs|Foreign Minister|President\s+of\s+the\s+(?:[a-z]+\s+)?Republic|Permanent Representative|Chargé d[’']affaires|Head of (?:the )?Delegation)\b/i;

/** "Statement by Aruland at the general debate": a State has no article and no office there. */
const BY_STATE =
  /\bStatement by (?!Secretariat|Chair|President|Secretary|Executive|Director|United Nations|Mr|Ms)[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:,| at| in| to| on)\s/;

/** The value of `kind:` in front matter; null where it is absent or no kind. */
function kindInFrontMatter(text: string): DocumentKind | null {
  const m = /^kind[ \t]*:[ \t]*["']?([a-z]+)/m.exec(text);
  return KINDS.find((k) => k === m?.[1]) ?? null;
}

interface Evidence {
  readonly has: (line: KnownLine) => boolean;
  readonly inFront: (line: KnownLine) => boolean;
  readonly seen: ReadonlyMap<KnownLine, Block>;
  readonly articles: number;
  readonly operative: number;
  readonly numbered: number;
  readonly speakers: number;
  readonly floor: boolean;
  /** Whether it ends as letters do. */
  readonly closed: boolean;
  readonly front: readonly Block[];
  readonly bodyStart: number;
}

function kindFrom(e: Evidence): DocumentKind {
  const { has, inFront } = e;
  const frontText = e.front
    .slice(0, e.bodyStart + 1)
    .map((b) => b.body.text.slice(0, 300))
    .join('\n');
  const decision =
    /(?:^|\n)(?:\d[\w/]*\.? )?(?:[^\n]{0,160}: )?(?:revised )?(?:Draft decision|draft decision|Decisions? adopted|Decision \d|Decision [A-Z]+[/ ])/.test(
      frontText,
    );
  const transcript = e.speakers >= 3 || (e.speakers > 0 && e.floor);
  if (
    transcript ||
    (has('record-title') &&
      !inFront('organ') &&
      !has('author') &&
      /(?:plenary meeting|verbatim record|summary record|called to order)/i.test(frontText))
  )
    return 'record';
  if (has('compliments')) return 'letter';
  if (inFront('letter-title')) return 'letter';
  const spoken = inFront('statement-title') || inFront('delivery');
  if (spoken && !inFront('author') && !inFront('draft-title')) return 'statement';
  if (inFront('agenda-title')) return 'agenda';
  if (inFront('author') && !inFront('adopted')) return 'report';
  if (inFront('note-title') && !inFront('adopted')) return 'note';
  if (e.articles >= 2 && !inFront('organ')) return 'treaty';
  if (has('parties') && !has('organ')) return 'treaty';
  if (has('organ') || inFront('adopted') || inFront('resolution-title') || inFront('draft-title'))
    return decision ? 'decision' : 'resolution';
  if (decision) return 'decision';
  if (inFront('report-title') && e.numbered >= 3) return 'report';
  if (has('salutation') && e.closed && !has('statement-title') && !has('thanks')) return 'letter';
  if (has('salutation') || (has('thanks') && e.numbered === 0)) return 'statement';
  if (has('statement-title') || has('delivery')) return 'statement';
  if (e.operative >= 2) return 'resolution';
  if (e.articles >= 2) return 'treaty';
  if (inFront('report-title')) return 'report';
  if (e.numbered >= 3 && (has('distribution') || has('symbol') || has('session')))
    return /\b(?:report|Report)\b/.test(frontText) ? 'report' : 'other';
  return 'other';
}

function statusOf(
  kind: DocumentKind,
  blocks: readonly Block[],
  seen: ReadonlyMap<KnownLine, Block>,
  bracketed: number,
  bodyStart: number,
): DocumentStatus {
  if (kind === 'record') return 'adopted';
  if (kind === 'treaty') {
    const head = blocks
      .slice(0, Math.min(blocks.length, 12))
      .map((b) => b.body.text.slice(0, 200))
      .join('\n');
    return bracketed > 0 || DRAFT.test(head) ? 'draft' : 'adopted';
  }
  if (kind !== 'resolution' && kind !== 'decision') return 'draft';
  const head = blocks
    .slice(0, bodyStart + 1)
    .map((b) => (b.form === 'furniture' ? b.text : b.body.text.slice(0, 400)))
    .join('\n');
  if (/\/L\.\d|\bdraft (?:resolution|decision)\b/i.test(head) && !/adopted (?:by|on)|\/RES\//i.test(head))
    return 'draft';
  if (
    seen.has('adopted') ||
    OLD_NUMBER.test(seen.get('resolution-title')?.body.text.slice(0, 40) ?? '') ||
    /\/RES\/|\/DEC\/|^Resolution \d{1,4} \(\d{4}\)/m.test(head) ||
    blocks.slice(0, bodyStart + 1).some((b) => b.label?.style === 'resolution')
  )
    return 'adopted';
  return 'draft';
}

/** "2099 (XX). ": the number that a resolution was given when it was adopted. */
const OLD_NUMBER = /^\d{1,4}(?: [A-Z])? \((?:S-)?[IVX]+\)\. [A-Z]/;

/** The index of the first block of the body: a numbered paragraph, a numbered heading, a salutation, an organ's line, long prose. */
function findBodyStart(front: readonly Block[]): number | null {
  for (const b of front) {
    if (
      b.form === 'front-matter' ||
      b.form === 'comment' ||
      b.form === 'furniture' ||
      b.form === 'rule' ||
      b.form === 'html' ||
      b.form === 'blank' ||
      b.form === 'note'
    )
      continue;
    if (b.form === 'table' || b.form === 'code' || b.form === 'quote') {
      if (b.index > 3) return b.index;
      continue;
    }
    const f = featuresOf(b);
    const style = b.label?.style;
    if (style === 'arabic' || style === 'article' || style === 'division' || style === 'letter')
      return b.index;
    if (style === 'roman' && f.length <= SHORT) return b.index;
    if (style === 'capital' && f.length <= SHORT && b.index > 2 && f.ending === 'none') return b.index;
    if (
      f.line === 'salutation' ||
      f.line === 'summary' ||
      f.line === 'contents' ||
      f.line === 'parties' ||
      f.line === 'compliments'
    )
      return b.index;
    if (f.line === 'organ' && (f.ending === 'comma' || f.ending === 'none')) return b.index;
    if (f.line === 'thanks' && b.index > 0) return b.index;
    if (
      f.length > 260 &&
      (f.ending === 'stop' ||
        f.ending === 'semicolon' ||
        f.ending === 'colon' ||
        f.ending === 'comma' ||
        f.lines > 4) &&
      f.line !== 'distribution' &&
      f.line !== 'united-nations'
    )
      return b.index;
    if (
      (f.length > 120 || (f.length > 80 && SENTENCE.test(b.body.text))) &&
      (f.ending === 'stop' || f.ending === 'colon') &&
      !f.bold &&
      b.form !== 'atx' &&
      f.line === null &&
      OPENS.test(b.body.text)
    )
      return b.index;
    if (b.form === 'bullet' && b.index > 2) return b.index;
    if (
      b.form === 'atx' &&
      /^(?:Annotations|Introduction|Background|Overview|Preamble|Summary|Abstract)$/i.test(b.body.text)
    )
      return b.index;
  }
  return null;
}

/** "I have the honour", "At the 9500th meeting": no title goes on with a small letter so soon. */
const SENTENCE = /^[“"]?\p{Lu}\S*\s+\p{Ll}/u;

/**
 * Where the body starts in a text whose first sentence does not tell (a short decision, a letter that is still to be
 * filled in): behind the last known line of the masthead, or behind the first lines of a text without masthead. A text
 * without any line that is known has no masthead: it begins with its first sentence.
 */
function behindKnownLines(front: readonly Block[], seen: ReadonlyMap<KnownLine, Block>): number {
  const sentence = seen.size === 0 ? front.find(isSentence) : undefined;
  if (sentence) return sentence.index;
  let last = 3;
  if (seen.has('distribution'))
    for (const line of MASTHEAD_LINES) last = Math.max(last, seen.get(line)?.index ?? 0);
  return Math.min(front.length, last + 1);
}

/** A short line of text that ends as a sentence does, and has the words for one. */
function isSentence(block: Block): boolean {
  const f = featuresOf(block);
  return (
    block.form === 'text' &&
    f.ending === 'stop' &&
    !f.bold &&
    /^[A-Z“"](?:\S+\s+){4}/.test(block.body.text.slice(0, 120))
  );
}

const MASTHEAD_LINES: readonly KnownLine[] = [
  'distribution',
  'original',
  'session',
  'agenda-item',
  'author',
  'note-title',
  'letter-title',
  'draft-title',
];

/** Lines of the masthead that are no titles whatever their marks. */
const FIELDS: ReadonlySet<KnownLine> = new Set<KnownLine>([
  'distribution',
  'original',
  'agenda-item',
  'united-nations',
  'symbol',
  'delivery',
]);

/** Who brings a draft before a Model UN conference, and where: lines at its head with a colon. */
const CONFERENCE_FIELD =
  /^[*_]*(?:Committee|Council|Forum|Conference|Topic|Subject|Question of|Agenda|(?:Co-?)?Sponsors?|Sponsored by|(?:Co-?)?Submitters?|Submitted by|Main submitters?|Signatories|Delegation|Country)[*_]* ?:/i;

/** The same lines where they tell by themselves that a text was written for such a conference. */
const CONFERENCE_FIELDS =
  /(?:^|\s)(?:(Committee|Council|Forum|Conference)|(Topic|Subject|Question of|Agenda)|((?:Co-?)?Sponsors?|Sponsored by|Delegation|Delegate|Country)|((?:Co-?)?Submitters?|Submitted by|Main submitters?|Signatories)) ?:/gi;

/** At most so many blocks hold the head of a draft for a conference. */
const HEAD_BLOCKS = 16;

/** Which of the four kinds of such lines a block has: the forum, the topic, a delegation, those who sign or submit. */
function conferenceFields(block: Block): number {
  if (block.form !== 'text' && block.form !== 'bullet') return 0;
  const text = block.body.text.slice(0, 600);
  if (!text.includes(':')) return 0;
  let fields = 0;
  for (const m of text.matchAll(CONFERENCE_FIELDS)) fields |= m[1] ? 1 : m[2] ? 2 : m[3] ? 4 : 8;
  return fields;
}

/** Whether the lines at the head say what a Model UN conference asks for: forum, topic and delegation, or who signs. */
function conferenceHead(front: readonly Block[]): boolean {
  let fields = 0;
  for (const b of front.slice(0, HEAD_BLOCKS)) fields |= conferenceFields(b);
  return (fields & 7) === 7 || ((fields & 8) !== 0 && (fields & 7) !== 0);
}

function titlesOf(front: readonly Block[], bodyStart: number, kind: DocumentKind): Map<Block, true> {
  const titles = new Map<Block, true>();
  let beforeAuthor: Block | null = null;
  let author = false;
  for (const b of front.slice(0, bodyStart)) {
    if (b.form !== 'text' && b.form !== 'atx') continue;
    const f = featuresOf(b);
    if (f.length === 0 || f.length > 400) continue;
    const text = b.body.text;
    if (b.label?.style === 'resolution') {
      titles.set(b, true);
      continue;
    }
    if (f.line && FIELDS.has(f.line)) continue;
    if (/Distr(?:ibution)?\.? ?:|^(?:Original|ORIGINAL) ?:/.test(text)) continue;
    if (
      isDateLine(text) ||
      /^\d{1,2}[-–—]\d{1,2} \p{Lu}/u.test(text) ||
      /^\(?\[?(?:without|on the report of|[Aa]dopted)/.test(text)
    ) {
      if (f.line !== 'adopted' || b.form !== 'atx') continue;
    }
    if (b.form === 'atx') {
      titles.set(b, true);
      continue;
    }
    if (f.line === 'author' || f.line === 'note-title') {
      titles.set(b, true);
      if (beforeAuthor) titles.set(beforeAuthor, true);
      author = true;
      continue;
    }
    if (
      f.line === 'resolution-title' ||
      f.line === 'draft-title' ||
      f.line === 'letter-title' ||
      f.line === 'agenda-title' ||
      f.line === 'statement-title'
    ) {
      titles.set(b, true);
      continue;
    }
    if (f.line === 'adopted' && f.length < 120 && /^Resolution/.test(text) && kind === 'resolution') {
      titles.set(b, true);
      continue;
    }
    if (f.bold && f.line !== 'session' && f.line !== 'body') {
      if (f.length > 12) titles.set(b, true);
      continue;
    }
    if (f.line === 'session' || f.line === 'body') continue;
    if (
      f.length > 14 &&
      f.ending === 'none' &&
      (f.first === 'upper' || f.first === 'quote') &&
      !/^(?:Rapporteur|Prepared by|Chair)/.test(text) &&
      !CONFERENCE_FIELD.test(text)
    )
      beforeAuthor = b;
  }
  // A report without a line for its author: its last plain line before the text is the title.
  if (!author && titles.size === 0 && beforeAuthor && kind !== 'statement') titles.set(beforeAuthor, true);
  return titles;
}

/** The smallest depth of Markdown headings in the body. */
function topAtx(blocks: readonly Block[], bodyStart: number): number {
  let top = 6;
  for (let i = bodyStart; i < blocks.length; i++) {
    const b = blocks[i]!;
    if (b.form !== 'atx') continue;
    const depth = atxDepth(b.text);
    if (depth < top) top = depth;
    if (top === 1) break;
  }
  return top;
}

/** The language of a document, from the running text of its first blocks. */
export function sampleLanguage(blocks: readonly Block[]): DocumentLanguage {
  return languageOf(sample(blocks));
}

/** How many blocks at the top have a say in what a document is. */
export const RECOGNITION_BLOCKS = FRONT_BLOCKS;

/** Some thousand characters of running text. */
function sample(blocks: readonly Block[]): string {
  let out = '';
  const front = blocks.slice(0, FRONT_BLOCKS);
  for (const b of front) {
    if (b.form !== 'text' || b.text.length < 80) continue;
    out += `${b.text.slice(0, 1500)} `;
    if (out.length > 6000) break;
  }
  if (out.length < 200) for (const b of front) out += `${b.text.slice(0, 300)} `;
  return out;
}
