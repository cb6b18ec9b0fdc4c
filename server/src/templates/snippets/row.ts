import type { DocumentKind } from '../../document/kinds.js';
import type { SnippetValues } from '../snippetSyntax.js';

/**
 * Where in a document a snippet belongs; completion offers it there first.
 * `reference` stands inside a sentence, all others are blocks of their own.
 */
export type SnippetPlace =
  | 'header'
  | 'salutation'
  | 'speech'
  | 'closing'
  | 'masthead'
  | 'heading'
  | 'paragraph'
  | 'reference'
  | 'note'
  | 'sponsors'
  | 'organ'
  | 'preamble'
  | 'operative'
  | 'decision'
  | 'amendment'
  | 'treaty'
  | 'final-clause'
  | 'letter'
  | 'front-matter';

/** A row of the table of snippets. */
export interface SnippetRow {
  /** Kebab-case; published, so never renamed. */
  readonly id: string;
  /** What a drafter types; the first is the one shown. */
  readonly prefixes: readonly string[];
  readonly title: string;
  readonly description: string;
  /** The kinds of document it fits; empty for every kind. */
  readonly kinds: readonly DocumentKind[];
  readonly place: SnippetPlace;
  /** In the snippet syntax of the Language Server Protocol, without variables and transformations. */
  readonly body: string;
  /** A value for each placeholder that is no choice, with which the text is faultless. */
  readonly examples: SnippetValues;
  /** What stands around the filled snippet when it is tried: where it needs more than its place gives. */
  readonly context?: SnippetContext;
}

/** The surroundings of a snippet in a test; texts are joined as they are. */
export interface SnippetContext {
  readonly before?: string;
  readonly after?: string;
  /** The body before which a statement is made, or which is to adopt the draft, where the snippet depends on it. */
  readonly body?: string;
}

/** Blocks of a document, parted by empty lines. */
export function blocks(...texts: readonly string[]): string {
  return texts.join('\n\n');
}

/** A choice in snippet syntax. Commas, bars and backslashes are escaped. */
export function choice(number: number, choices: readonly string[]): string {
  return `\${${number}|${choices.map((one) => one.replace(/[\\,|]/g, (mark) => `\\${mark}`)).join(',')}|}`;
}
