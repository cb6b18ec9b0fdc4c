import {
  ECONOMIC_AND_SOCIAL_COUNCIL,
  GENERAL_ASSEMBLY,
  SECURITY_COUNCIL,
  type AdoptingBody,
} from '../bodies.js';
import type { ResolutionCitation } from '../citation.js';
import type { ReadDesignator } from '../designator.js';
import { normalizedForm } from '../normalize.js';
import { folded } from '../reading.js';
import type { Draft, Scan } from '../scan.js';
import { REPORTED } from './adopter.js';
import { conferenceBody } from './bodyOfNumber.js';
import type { Member } from './member.js';

/**
 * Adds the citation of one number to what was found. `word` is what stood for the body that adopted it (`Adopter`),
 * `phrase` what the whole list covers; `assumed` that the text does not name the body outright.
 */
export function pushMember(
  scan: Scan,
  member: Member,
  body: AdoptingBody | null,
  options: {
    decision: boolean;
    assumed: boolean;
    word: string;
    list: number;
    phrase: { start: number; end: number };
  },
): void {
  const { text, names } = scan;
  const { read } = member;
  const { decision, assumed, word, list, phrase } = options;
  const bare = read.form === 'bare';
  const known = bare && body === SECURITY_COUNCIL ? names.councilYear(Number(read.number)) : 0;
  const stem = body?.stem ?? (word === REPORTED ? '' : fallbackStem(read, decision));
  const citation: Draft<ResolutionCitation> = {
    type: 'resolution',
    start: read.start,
    end: read.end,
    phrase,
    text: folded(text, read.start, read.end),
    organ: body?.name ?? null,
    normalized: normalizedForm(stem, decision, read, known),
    decision,
    assumed: assumed || body === null,
    number: read.number,
    list,
  };
  if (read.session !== '' && read.form !== 'year') citation.session = read.session;
  if (read.form === 'year') citation.year = Number(read.session);
  if (read.addedYear > 0) {
    citation.year = read.addedYear;
    citation.yearSpan = { start: read.addedYearStart, end: read.addedYearEnd };
  }
  if (member.date)
    citation.date = { iso: member.date.iso, span: { start: member.date.start, end: member.date.end } };
  if (member.part !== '') citation.part = member.part;
  if (word !== '') citation.adopter = word;
  if (bare) citation.elliptical = true;
  if (read.stroke) citation.stroke = true;
  if (read.form === 'coded') citation.coded = true;
  if (body === SECURITY_COUNCIL) scan.councilNamed = true;
  scan.found.push(citation);
}

/** The stem of a best reading where the text does not say whose number it is. */
function fallbackStem(read: ReadDesignator, decision: boolean): string {
  switch (read.form) {
    case 'year':
    case 'bare':
      return SECURITY_COUNCIL.stem;
    case 'year-slash':
      return ECONOMIC_AND_SOCIAL_COUNCIL.stem;
    case 'conference':
      return conferenceBody(read).stem;
    case 'slash':
      // Below the thirty-first session the Assembly had no such numbers, nor decisions below 301: it is any of the other bodies'.
      return Number(read.session) < 31 || (decision && Number(read.number) < 301)
        ? ''
        : GENERAL_ASSEMBLY.stem;
    case 'roman-slash':
    case 'letter':
    case 'coded':
      return '';
    default:
      return GENERAL_ASSEMBLY.stem;
  }
}
