import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type LocationLink,
} from 'vscode-languageserver-types';
import type { Position, Range } from '../document/draft.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { articleKey, documentKey, treatyKey, type DocumentSummary } from '../workspace/summary.js';
import {
  hereAt,
  noteBlock,
  noteMarkOf,
  occurrencesOf,
  rangeOfOccurrence,
  subjectsAt,
  type Occurrence,
  type Subject,
} from './subjects.js';

/** The key under which the documents of the workspace keep what a subject is; null for what is a document's own. */
export function keyOf(subject: Subject): string | null {
  switch (subject.kind) {
    case 'document':
      return documentKey(subject.symbol);
    case 'treaty':
      return treatyKey(subject.name);
    case 'article':
      return articleKey(subject.treaty, subject.article);
    default:
      return null;
  }
}

/**
 * Where the thing at a position is: the paragraph, section, note or definition that is pointed at, or the document that
 * is cited where the workspace has it, found by its symbol. At a note's own mark and at a definition it is where the text points at it.
 */
export function definition(
  open: OpenDraft,
  uri: string,
  position: Position,
  others: readonly DocumentSummary[] = [],
): LocationLink[] {
  const { draft } = open;
  const subjects = subjectsAt(open, position);
  const origin = originOf(open, position, subjects);
  const links: LocationLink[] = [];
  for (const subject of subjects) {
    if (subject.kind === 'document') {
      const key = documentKey(subject.symbol);
      for (const other of others) {
        const own = other.identities.find((identity) => identity.key === key);
        if (own)
          links.push({
            ...(origin ? { originSelectionRange: origin } : {}),
            targetUri: other.uri,
            targetRange: own.range,
            targetSelectionRange: own.range,
          });
      }
      continue;
    }
    const occurrences = occurrencesOf(open, subject);
    let wanted = occurrences.filter(({ is }) => is === 'definition');
    const atDefinition = wanted.some((one) => holds(rangeOfOccurrence(draft, one), position));
    // From the definition one goes to where it is used: from a note to its indicator.
    if (atDefinition)
      wanted = occurrences.filter(({ is }) => is === 'reference').slice(0, subject.kind === 'note' ? 1 : 100);
    for (const one of wanted) {
      const target = rangeOfOccurrence(draft, one);
      links.push({
        ...(origin ? { originSelectionRange: origin } : {}),
        targetUri: uri,
        targetRange: one.is === 'definition' && !atDefinition ? wholeOf(open, one) : target,
        targetSelectionRange: target,
      });
    }
  }
  return links;
}

/** Every place where the thing at a position stands; what is cited may be cited in other documents of the workspace. */
export function references(
  open: OpenDraft,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  others: readonly DocumentSummary[] = [],
): Location[] {
  const locations: Location[] = [];
  for (const subject of subjectsAt(open, position)) {
    for (const one of occurrencesOf(open, subject)) {
      if (one.is === 'definition' && !includeDeclaration) continue;
      locations.push({ uri, range: rangeOfOccurrence(open.draft, one) });
    }
    // Paragraphs, notes and definitions are a document's own.
    const key = keyOf(subject);
    if (key === null) continue;
    for (const other of others) {
      const own = includeDeclaration ? other.identities.find((identity) => identity.key === key) : undefined;
      if (own) locations.push({ uri: other.uri, range: own.range });
      for (const range of other.mentions.of(key)) locations.push({ uri: other.uri, range });
    }
  }
  return locations;
}

/** The places of the draft that belong together with the one at a position. */
export function documentHighlights(open: OpenDraft, position: Position): DocumentHighlight[] {
  return subjectsAt(open, position).flatMap((subject) =>
    occurrencesOf(open, subject).map((one) => ({
      range: rangeOfOccurrence(open.draft, one),
      kind: one.is === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
  );
}

/** The stretch of text that one points at with a position. */
function originOf(open: OpenDraft, position: Position, subjects: readonly Subject[]): Range | undefined {
  const here = hereAt(open, position);
  if (!here) return undefined;
  const { draft } = open;
  if (here.indicator) return draft.rangeOf(here.block, here.indicator.source);
  const mark = noteMarkOf(here.block);
  if (mark && here.noteMark) return draft.rangeOf(here.block, mark);
  if (here.onLabel && here.block.label) return draft.rangeOf(here.block, here.block.label);
  const [citation] = here.citations;
  return citation && subjects.length > 0
    ? draft.rangeOf(here.block, here.block.reading.spanToSource(citation.start, citation.end))
    : undefined;
}

/** The paragraph, note or heading around a definition. */
function wholeOf(open: OpenDraft, { block }: Occurrence): Range {
  return open.draft.contentRange(block);
}

function holds(range: Range, { line, character }: Position): boolean {
  const { start, end } = range;
  return (
    (line > start.line || (line === start.line && character >= start.character)) &&
    (line < end.line || (line === end.line && character <= end.character))
  );
}

/**
 * The mark of a note at a position and the mark that its body begins with, to be changed together. Null where there is no
 * note, or where either stands more than once: they would no longer belong together.
 */
export function linkedEditing(open: OpenDraft, position: Position): Range[] | null {
  const [subject] = subjectsAt(open, position);
  if (subject?.kind !== 'note' || !noteBlock(open.draft, subject.key)) return null;
  const occurrences = occurrencesOf(open, subject);
  if (occurrences.length !== 2 || occurrences[0]!.is === occurrences[1]!.is) return null;
  const ranges = occurrences.map((one) => keyRange(open, one, subject.key));
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** The key alone within a mark: the "3" of "[^3]". */
function keyRange(open: OpenDraft, { block, span }: Occurrence, key: string): Range | null {
  const at = block.text.slice(span.start, span.end).indexOf(key);
  if (at < 0) return null;
  return open.draft.rangeOf(block, { start: span.start + at, end: span.start + at + key.length });
}

/** What cites a paragraph or heading: the paragraphs and notes, in the order of the text, each once. */
export function citedIn(open: OpenDraft, subject: Subject): Occurrence[] {
  return occurrencesOf(open, subject).filter(({ is }) => is === 'reference');
}
