import {
  bodyOfStem,
  CLIMATE_CONFERENCE,
  conferenceOf,
  ECONOMIC_AND_SOCIAL_COUNCIL,
  EXECUTIVE_BOARD,
  GENERAL_ASSEMBLY,
  HUMAN_RIGHTS_COUNCIL,
  SECURITY_COUNCIL,
  type AdoptingBody,
  type BodyNoun,
} from '../bodies.js';
import type { ReadDesignator } from '../designator.js';
import { conferenceStem } from '../normalize.js';
import { romanValue } from '../numerals.js';
import { sentenceEndBetween } from '../reading.js';
import type { Scan } from '../scan.js';
import type { Member } from './member.js';

/** The body that "the Council", "the Commission" stands for, given the number. */
export function bodyForNoun(
  scan: Scan,
  noun: BodyNoun,
  at: number,
  read: ReadDesignator,
  decision: boolean,
): AdoptingBody | null {
  const { bodies, own, text } = scan;
  let earlier: AdoptingBody | null = null;
  for (let i = bodies.length - 1; i >= 0 && i > bodies.length - 12; i--) {
    const one = bodies[i]!;
    if (!one.body || one.body.noun !== noun || !one.body.fits(read, decision)) continue;
    if (!sentenceEndBetween(text, one.end, at)) return one.body;
    earlier = one.body;
    break;
  }
  if (own && own.noun === noun && own.fits(read, decision)) return own;
  if (noun === 'Conference' && !earlier) {
    // "… the Convention against Corruption, the Conference …": the parties' own.
    for (let i = scan.treaties.length - 1; i >= 0 && i > scan.treaties.length - 60; i--) {
      const { name, start } = scan.treaties[i]!;
      if (start > at || name === null) continue;
      const conference = conferenceOf(name);
      if (conference?.fits(read, decision)) return conference;
    }
  }
  return earlier ?? nounDefault(noun, read, own);
}

function nounDefault(noun: BodyNoun, read: ReadDesignator, own: AdoptingBody | null): AdoptingBody | null {
  switch (noun) {
    case 'Assembly':
      return GENERAL_ASSEMBLY;
    case 'Council':
      if (read.form === 'year' || read.form === 'bare') return SECURITY_COUNCIL;
      if (read.form === 'year-slash' || read.form === 'roman') return ECONOMIC_AND_SOCIAL_COUNCIL;
      return read.form === 'slash' || read.form === 'special' ? HUMAN_RIGHTS_COUNCIL : null;
    case 'Conference':
      return read.form === 'conference' ? conferenceBody(read) : own?.noun === 'Conference' ? own : null;
    case 'Board':
      return own?.noun === 'Board' ? own : EXECUTIVE_BOARD;
    default:
      return own?.noun === noun ? own : null;
  }
}

/** The conference whose letters stand in a number: "1/CP.21". */
export function conferenceBody(read: ReadDesignator): AdoptingBody {
  return bodyOfStem(conferenceStem(read.organ)) ?? CLIMATE_CONFERENCE;
}

/** What the number alone tells of its body, and the words around it where it tells nothing. */
export function bodyByForm(scan: Scan, at: number, member: Member, decision: boolean): AdoptingBody | null {
  const { read } = member;
  const { own } = scan;
  switch (read.form) {
    case 'year':
    case 'bare':
      return SECURITY_COUNCIL;
    case 'conference':
      return conferenceBody(read);
    case 'roman': {
      const special = read.session.startsWith('S-') || read.session.startsWith('ES-');
      return special || romanValue(read.session) <= 30 ? GENERAL_ASSEMBLY : ECONOMIC_AND_SOCIAL_COUNCIL;
    }
    case 'year-slash':
      return own && own.noun === 'Board' ? own : ECONOMIC_AND_SOCIAL_COUNCIL;
    case 'special':
      if (read.session.startsWith('S-')) {
        const near = nearBody(scan, at, read, decision);
        if (near === HUMAN_RIGHTS_COUNCIL || own === HUMAN_RIGHTS_COUNCIL) return HUMAN_RIGHTS_COUNCIL;
      }
      return GENERAL_ASSEMBLY;
    case 'roman-slash': {
      const near = nearBody(scan, at, read, decision);
      if (near) return near;
      return own?.fits(read, decision)
        ? own
        : read.session.startsWith('SS.')
          ? (bodyOfStem('UNEP/GC') ?? null)
          : null;
    }
    case 'coded':
      return null;
    case 'letter':
      return nearBody(scan, at, read, decision) ?? (own?.fits(read, decision) ? own : null);
    case 'slash':
      return slashBody(scan, at, member, decision);
  }
}

/** The nearest body named before `at` whose number it may be, in the same sentence if possible. */
function nearBody(scan: Scan, at: number, read: ReadDesignator, decision: boolean): AdoptingBody | null {
  const { bodies } = scan;
  for (let i = bodies.length - 1; i >= 0 && i > bodies.length - 12; i--) {
    const one = bodies[i]!;
    if (one.body?.fits(read, decision)) return one.body;
    if (one.body === null && one.noun !== '') {
      const meant = bodyForNoun(scan, one.noun, at, read, decision);
      if (meant?.fits(read, decision)) return meant;
    }
  }
  return null;
}

/** Reports of the Human Rights Council are supplement 53 of each session of the Assembly. */
const COUNCIL_REPORT = /^A\/\d+\/53(?:\/|$)/;

/** What may stand between a report and the resolution cited in it: "(A/74/53/Add.1), chap. III, ". */
const IN_REPORT =
  /^[\s,;)]*(?:(?:see|also|chap|chaps|chapter|sect|sects|section|annex|annexes|appendix|part|draft|[IVXLC]+|[A-Z]|\d+)\b[\s.,;)]*)*$/;

/** The body whose report or series is cited right before the noun at `at`: "CBD/COP/15/17, decision 15/4". */
export function seriesBody(
  scan: Scan,
  at: number,
  read: ReadDesignator,
  decision: boolean,
): AdoptingBody | null {
  for (let i = scan.found.length - 1; i >= 0 && i > scan.found.length - 6; i--) {
    const one = scan.found[i]!;
    if (one.type !== 'symbol' || one.end > at) continue;
    if (at - one.end > 80 || !IN_REPORT.test(scan.text.slice(one.end, at))) return null;
    if (COUNCIL_REPORT.test(one.normalized) && HUMAN_RIGHTS_COUNCIL.fits(read, decision))
      return HUMAN_RIGHTS_COUNCIL;
    for (let length = Math.min(3, one.components.length); length > 1; length--) {
      const body =
        bodyOfStem(one.components.slice(0, length).join('/')) ??
        bodyOfStem(
          one.components
            .slice(0, length)
            .join('/')
            .replace(/\.\d+$/, ''),
        );
      if (body?.fits(read, decision)) return body;
    }
    return null;
  }
  return null;
}

/** "chap. I, sect. C, " before the noun: what follows is in a report. */
const IN_CHAPTER = /\b(?:chap|chapter|sect|section)s?\.?\s+[IVXLC\dA-Z.]+,\s*$/;

/** Whether a number with a slash is one in a report that is not the Assembly's, or not to be seen here: then it is of the body that reports. */
export function isReported(scan: Scan, at: number): boolean {
  if (!IN_CHAPTER.test(scan.text.slice(Math.max(0, at - 40), at))) return false;
  for (let i = scan.found.length - 1; i >= 0 && i > scan.found.length - 6; i--) {
    const one = scan.found[i]!;
    if (one.type === 'symbol' && one.end <= at && at - one.end < 80) return !one.normalized.startsWith('A/');
  }
  return true;
}

/**
 * "48/15" with no body beside it. The Assembly's sessions are told by the date if there is one: its session n opened in
 * 1945 + n. Below the thirty-first the Assembly had no such numbers; above, another body is believed only when it is
 * the last one named, or the document's own.
 */
function slashBody(scan: Scan, at: number, member: Member, decision: boolean): AdoptingBody | null {
  const { read, date } = member;
  const { own } = scan;
  const session = Number(read.session);
  const near = nearBody(scan, at, read, decision);
  const other = seriesBody(scan, at, read, decision) ?? (near && near !== GENERAL_ASSEMBLY ? near : null);
  const ownOther = own && own !== GENERAL_ASSEMBLY && own.fits(read, decision) ? own : null;
  // Since then the Assembly's decisions are numbered from 301: one below it is any other body's.
  const below = decision && Number(read.number) < 301 && own !== GENERAL_ASSEMBLY;
  if (session < 31 || below) {
    return other ?? ownOther ?? null;
  }
  if (date) {
    if (date.year === 1945 + session || date.year === 1946 + session) return GENERAL_ASSEMBLY;
    if (date.year >= 2006)
      return (
        other ??
        ownOther ??
        (HUMAN_RIGHTS_COUNCIL.fits(read, decision) ? HUMAN_RIGHTS_COUNCIL : GENERAL_ASSEMBLY)
      );
    return GENERAL_ASSEMBLY;
  }
  const series = seriesBody(scan, at, read, decision);
  if (series) return series;
  if (ownOther) return ownOther;
  const last = scan.bodies[scan.bodies.length - 1];
  if (
    last &&
    last.body === HUMAN_RIGHTS_COUNCIL &&
    other === HUMAN_RIGHTS_COUNCIL &&
    !sentenceEndBetween(scan.text, last.end, at)
  ) {
    return HUMAN_RIGHTS_COUNCIL;
  }
  return GENERAL_ASSEMBLY;
}
