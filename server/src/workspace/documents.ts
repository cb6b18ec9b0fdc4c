import { CatalogueView } from '../catalogue/view.js';
import { Draft, type Range } from '../document/draft.js';
import type { DocumentKind } from '../document/kinds.js';
import { wordsOf } from '../document/words.js';
import type { ChosenKind, DocumentStatusParams } from '../messages.js';
import type { Rule } from '../rules/rule.js';
import { FrontMatterLayer } from '../settings/frontMatter.js';
import { lengthLimit } from '../settings/length.js';
import { DEFAULTS, type Settings } from '../settings/settings.js';
import { attach, languageOf } from './attach.js';
import type { Elsewhere } from '../rules/stated.js';
import { OpenDraft } from './openDraft.js';
import { summarize, type DocumentSummary } from './summary.js';

/** An edit as the protocol sends it; without a range the text is the whole document. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** What an open document is read with. Handed in anew whenever one of them changes. */
export interface Surroundings {
  readonly settings: Settings;
  /** The file's path from the root of its folder, with slashes; null where it lies in none. */
  readonly path: string | null;
  readonly catalogue: CatalogueView;
  /** ISO date of today, or null. */
  readonly today: string | null;
  readonly onRuleFailure?: (rule: Rule, error: unknown) => void;
  /** A large text is not read at once, but by and by (see `Analysis.advance`). */
  readonly deferred?: boolean;
}

/** Shorter texts, in UTF-16 code units, are read at once. */
const LARGE = 400_000;

const NOTHING_AROUND: Surroundings = {
  settings: DEFAULTS,
  path: null,
  catalogue: CatalogueView.EMPTY,
  today: null,
};

/**
 * A document as the client has it open. Its structure is always kept, so that what it is taken for follows the text;
 * citations and findings are worked out only while it is attended to, and only when they are first asked for.
 */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  /** Whether the text is as it was saved. A document that has no file yet never is. */
  saved: boolean;
  /** Counts whatever may change an answer: edits, settings, the catalogue, a kind chosen by hand, being saved. */
  revision = 1;
  readonly draft: Draft;
  #chosen: ChosenKind;
  #around: Surroundings;
  #open: OpenDraft | null = null;
  #recognized = false;
  readonly #frontMatter = new FrontMatterLayer();

  constructor(
    document: {
      readonly uri: string;
      readonly languageId: string;
      readonly version: number;
      readonly text: string;
    },
    around: Surroundings = NOTHING_AROUND,
    chosen: ChosenKind = null,
  ) {
    this.uri = document.uri;
    this.languageId = languageOf(document.languageId, document.uri);
    this.version = document.version;
    this.saved = !document.uri.startsWith('untitled:');
    this.draft = new Draft(document.text);
    this.#around = around;
    this.#chosen = chosen;
    this.#attach();
  }

  /** Whether the document is attended to. */
  get recognized(): boolean {
    return this.#recognized;
  }

  get settings(): Settings {
    return this.#around.settings;
  }

  get catalogue(): CatalogueView {
    return this.#around.catalogue;
  }

  get today(): string | null {
    return this.#around.today;
  }

  /** All that is known of the text; null while it is not attended to. Worked out at the first call. */
  get open(): OpenDraft | null {
    if (!this.#recognized) return null;
    this.#open ??= new OpenDraft(this.draft, {
      ...this.#around,
      elsewhere: this.#elsewhere,
      deferred: this.#around.deferred === true && this.draft.length > LARGE,
    });
    return this.#open;
  }

  /** What other documents may know of this one, as it is now; null while it is not attended to. */
  get summary(): DocumentSummary | null {
    const { open, revision } = this;
    if (!open) return null;
    if (this.#summary?.revision !== revision) {
      const summary = summarize(this.draft, open.analysis, { uri: this.uri });
      this.#summary = { revision, summary };
    }
    return this.#summary.summary;
  }

  /** Takes in what other documents say. True where the findings may have changed. */
  meet(elsewhere: Elsewhere): boolean {
    const { open } = this;
    const summary = this.summary;
    if (!open || !summary) return false;
    // Only what is said otherwise about the same matters.
    const said = JSON.stringify(
      summary.stated.map((own) =>
        elsewhere
          .about(own.about)
          .filter(({ says }) => says !== own.says)
          .map(({ uri, says, range }) => [uri, says, range]),
      ),
    );
    this.#elsewhere = elsewhere;
    if (said === this.#said) return false;
    this.#said = said;
    open.analysis.meet(elsewhere);
    this.revision++;
    return true;
  }

  #elsewhere: Elsewhere | null = null;
  #said = '[]';

  #summary: { readonly revision: number; readonly summary: DocumentSummary } | undefined;

  /** Applies edits in their order, each on top of the one before. Ranges outside the text are clamped. */
  change(changes: Iterable<TextChange>, version: number): void {
    this.version = version;
    this.saved = false;
    this.revision++;
    try {
      (this.#open ?? this.draft).editAll(changes);
    } finally {
      this.#attach();
    }
  }

  /** The text was written to its file. */
  markSaved(): void {
    if (this.saved) return;
    this.saved = true;
    this.revision++;
  }

  /** Takes the document for what a person says it is; null leaves it to be found out. */
  choose(kind: ChosenKind): void {
    this.#chosen = kind;
    this.revision++;
    this.#attach();
  }

  /** Reads the document with other settings, another catalogue or on another day. */
  surround(around: Surroundings): void {
    const old = this.#around;
    this.#around = around;
    if (
      old.settings === around.settings &&
      old.catalogue === around.catalogue &&
      old.today === around.today &&
      old.path === around.path
    )
      return;
    this.revision++;
    this.#attach();
    this.#open?.reconfigure({
      settings: around.settings,
      catalogue: around.catalogue,
      today: around.today,
    });
  }

  /** What the document is taken for. */
  get status(): DocumentStatusParams {
    const { structure } = this.draft;
    const { kind, status, language } = structure;
    const settings = this.#frontMatter.over(this.#around.settings, this.draft);
    return {
      uri: this.uri,
      version: this.version,
      recognized: this.#recognized,
      kind,
      status,
      language,
      words: wordsOf(this.draft),
      limit: lengthLimit(structure, settings),
      wordsPerMinute: settings.statement.wordsPerMinute,
      minutes: settings.statement.minutes,
    };
  }

  #attach(): void {
    const { settings, path } = this.#around;
    const { recognized, kind } = attach({
      languageId: this.languageId,
      chosen: this.#chosen,
      settings,
      path,
      recognition: this.draft.structure.recognition,
    });
    this.#recognized = recognized;
    if (!recognized) this.#open = null;
    this.#takeFor(kind);
  }

  #kind: DocumentKind | null = null;

  #takeFor(kind: DocumentKind | null): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    if (this.#open) this.#open.setKind(kind);
    else this.draft.setKind(kind);
  }
}

/** The documents that are open, by their address. */
export class OpenDocuments implements Iterable<OpenDocument> {
  readonly #documents = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  set(document: OpenDocument): void {
    this.#documents.set(document.uri, document);
  }

  delete(uri: string): boolean {
    return this.#documents.delete(uri);
  }

  get size(): number {
    return this.#documents.size;
  }

  [Symbol.iterator](): Iterator<OpenDocument> {
    return this.#documents.values();
  }
}
