import type { CitationContext, ResolutionCitation } from '../citations/citation.js';
import type { Heading, Structure } from '../document/structure.js';
import { defaultRecognizer } from './names.js';

/** The resolution that a heading numbers ("79/310. Financing of …"), as it would be cited; null for another heading. */
export function titleResolution({ label }: Heading, structure: Structure): ResolutionCitation | null {
  if (label?.style !== 'resolution') return null;
  const noun = structure.kind === 'decision' ? 'decision' : 'resolution';
  const cited = defaultRecognizer()(`${noun} ${label.value}`, contextOf(structure))[0];
  return cited?.type === 'resolution' ? cited : null;
}

/** What the grammar is told of a document. */
export function contextOf({ masthead, kind }: Pick<Structure, 'masthead' | 'kind'>): CitationContext {
  return { body: masthead.organ?.value ?? null, kind };
}
