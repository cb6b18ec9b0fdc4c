import type { Citation, CitationKind } from '../citations/citation.js';
import type { Block, Role } from '../document/block.js';
import type { Range } from '../document/draft.js';
import type { DocumentKind, Severity } from '../document/kinds.js';
import type { Arguments, Sentence } from '../l10n/phrase.js';
import type { Settings, SeveritySetting } from '../settings/settings.js';
import type { Span } from '../text/span.js';
import type { BlockContext, DraftFacts } from './blockContext.js';
import type { DraftContext } from './draftContext.js';

export type FixKind = 'safe' | 'suggested' | 'none';

/**
 * A rule as data: a row of the table. The page of the rule, its first tests and its entry in the command line's table
 * are made from it.
 */
export interface RuleRow {
  /** Words that explain themselves, in kebab-case; ignores and configuration depend on it. */
  readonly code: string;
  /** Its identifiers in the catalogue of drafting rules: "PAR-001". */
  readonly ids: readonly string[];
  readonly title: string;
  /** One to three calm sentences: why it matters. */
  readonly why: string;
  /** Severity for all kinds, or by kind with a default. "off" by default is allowed. */
  readonly severity: SeveritySetting;
  /** Where the rule is written ("Editorial Manual, Paragraphs and subparagraphs"); null for practice without a written source. */
  readonly source: string | null;
  readonly fix: FixKind;
  /** A rule of language: English only, and never in quotations, titles, names, code and addresses. */
  readonly language?: true;
  /**
   * A matter of habit: a text that breaks it throughout is told so once, and the other places are hints
   * (see habit.ts).
   */
  readonly habit?: true;
  /** Each finding is of a thing of its own (an acronym each): none speaks for others, and all are shown. */
  readonly distinct?: true;
  /**
   * A matter of the Organization's house style (its spelling, its way to write dates and numbers, its names): a hint in
   * texts that it does not bind (see `DraftFacts.houseStyle`).
   */
  readonly houseStyle?: true;
  /**
   * A matter of what is read out to a meeting: off in statements by the President of the Security Council, which are read
   * as documents are (see `DraftFacts.speaksInQuotation`).
   */
  readonly spoken?: true;
  /** What a half-written draft cannot help: reported of the saved text only. */
  readonly onSave?: true;
  /**
   * What it says, by variant; `{name}` is replaced by the argument of that name. `default` is needed. What, why and how
   * in calm words, a full sentence each.
   */
  readonly messages: { readonly default: string } & Readonly<Record<string, string>>;
  /**
   * Texts with the rule broken, the places found between ⟦ and ⟧; and texts where it is silent. They are whole small
   * documents or pieces of one, read as a document of kind `exampleKind`.
   */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly exampleKind?: DocumentKind;
  /** The date the examples are read on, where it matters (ISO). */
  readonly exampleToday?: string;
  /** Texts of other documents of the workspace, as the examples need them. */
  readonly exampleElsewhere?: readonly string[];
  /** Settings that the examples need. */
  readonly exampleSettings?: Partial<Settings>;
}

/** A rule: a row and its check. One of `block` and `draft` is there, or both. */
export interface Rule extends RuleRow {
  readonly block?: BlockCheck;
  readonly draft?: DraftCheck;
}

/** Where a check of blocks looks. */
export interface Triggers {
  /** Words (letters only; the first or rarest of a phrase), without regard to case. */
  readonly words?: readonly string[];
  /** Characters other than letters and digits. */
  readonly chars?: string;
  /** Every run of digits. */
  readonly numbers?: true;
  /** Every citation of these kinds. */
  readonly citations?: readonly CitationKind[];
  /** Each word that stands once more behind itself, one character between: "the the". The offsets are those of the first. */
  readonly repeated?: true;
  /**
   * Once for each block, or for each block whose reading has something of this kind. For checks of the block as a
   * whole; never to search its text. `unread`: for each block that is too long to be read (see LONGEST_READ), which
   * nothing else is asked about.
   */
  readonly blocks?: true | ReadingPart | 'unread';
  /** Once for each block that holds one of these characters (no letters, no digits). */
  readonly blocksWith?: string;
}

/** What the reading of a block may have; `marked` is whatever makes it differ from the source. */
export type ReadingPart = 'links' | 'emphasis' | 'indicators' | 'marked';

export interface BlockCheck {
  readonly on: Triggers;
  /** Roles of blocks it looks at; by default all that hold words of the draft's own (see RUNNING in blockContext.ts). */
  readonly roles?: readonly Role[];
  /** Whether it has anything to do in a draft; asked once for each draft. Always, unless given. */
  readonly when?: (draft: DraftFacts) => boolean;
  /** Called at each trigger; offsets are those of the block's reading text. Reports through the context. */
  readonly check: (context: BlockContext, start: number, end: number, citation?: Citation) => void;
}

/**
 * What a check of the whole draft reads: the structure (roles, numbers, headings with their words, masthead), the numbers
 * alone (all of it but the words of headings and other lines; what blocks are cited by, see `citedBy`, is among them), what other documents of the workspace say, the number of words, facts that checks of blocks note down, citations of some kinds, the words of the
 * blocks that hold citations of a kind. It runs again only when one of them changed; a check that waits until the text is
 * saved, after any edit. Facts and citations of a block have changed where its role, its number or its container has, so
 * that who looks at no other blocks need not read the structure.
 */
export type Reads =
  | 'structure'
  | 'numbers'
  | 'elsewhere'
  | 'length'
  | `fact:${string}`
  | `citation:${CitationKind}`
  | `words:${CitationKind}`
  | 'notes';

/**
 * A check of what only the whole draft shows. It runs again as well where the text of a block has changed that one of its
 * findings stands in or names.
 */
export type DraftCheck = WholeCheck | CitingCheck;

/** A check that goes over the draft as a whole. */
export interface WholeCheck {
  readonly reads: readonly Reads[];
  readonly citing?: undefined;
  check(context: DraftContext): void;
}

/**
 * A check of one block after the other that needs more than the block: what its citations mean once all of the draft is
 * known. It looks at the words of no other block, reports on that block alone, and runs again for a block that has changed; for all
 * of them where something of what it reads has.
 */
export interface CitingCheck {
  readonly reads: readonly Reads[];
  /** It is called for blocks that cite one of these kinds. */
  readonly citing: readonly CitationKind[];
  checkBlock(context: DraftContext, block: Block): void;
}

/** Something a check of blocks notes down for a check of the draft. Offsets are those of the reading text. */
export interface Fact extends Span {
  readonly type: string;
  /** What is compared between blocks; a change of it makes the checks that read the type run again. */
  readonly key: string;
  readonly data?: unknown;
}

/** A change of one block's source. */
export interface SourceEdit {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What would mend a finding. Edits are made when they are asked for. */
export interface Fix {
  readonly kind: 'safe' | 'suggested';
  /** What the menu says: "Replace with “per cent”". */
  readonly title: Sentence;
  readonly edits: () => readonly SourceEdit[];
}

/**
 * Where a finding stands, as something that stays right while the block is edited elsewhere: a span of the source for
 * findings of blocks (made anew with the block), a mark for findings of the draft.
 */
export type Anchor =
  | { readonly kind: 'source'; readonly start: number; readonly end: number }
  | { readonly kind: 'label' }
  | { readonly kind: 'block' }
  | { readonly kind: 'fact'; readonly type: string; readonly ordinal: number }
  | {
      readonly kind: 'citation';
      readonly type: CitationKind;
      readonly ordinal: number;
      readonly part?: (c: Citation) => Span;
    }
  | { readonly kind: 'indicator'; readonly ordinal: number };

export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly block: Block;
  readonly anchor: Anchor;
  readonly variant: string;
  readonly args: Arguments;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  /** Places in other documents that belong to it; absent where there are none. */
  readonly elsewhere?: readonly RelatedElsewhere[];
  /** Places of the same rule that are not shown, for which this one speaks (see habit.ts). */
  readonly more?: number;
}

/** A place in another document that belongs to a finding. */
export interface RelatedElsewhere {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** Another place that belongs to a finding. */
export interface Related {
  readonly block: Block;
  readonly anchor: Anchor;
  readonly message: Sentence;
}
