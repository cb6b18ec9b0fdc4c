import { bodyOfStem, ENVIRONMENT_ASSEMBLY } from './bodies.js';
import { readDesignator, type ReadDesignator } from './designator.js';
import type { Organ } from './citation.js';

/** Stems of the conferences that name themselves behind the slash of their decisions. */
const CONFERENCE_STEMS: Readonly<Record<string, string>> = {
  CP: 'FCCC/CP',
  CMP: 'FCCC/KP/CMP',
  CMA: 'FCCC/PA/CMA',
  COP: 'ICCD/COP',
};

/** The stem for a decision that names its conference ("CP.17", "COP.15"); empty for anything else. */
export function conferenceStem(organ: string): string {
  return CONFERENCE_STEMS[organ.slice(0, organ.indexOf('.'))] ?? '';
}

/**
 * The normalized form of a number that a body with this stem adopted: `A/RES/75/158`, `A/RES/217(III)A`,
 * `S/RES/2546(2020)`, `E/DEC/2013/201B`, `UNEP/EA.4/Res.1`. For bodies without symbols of that kind it is a convention;
 * without a stem (the body is not known) the form begins with "RES" or "DEC".
 */
export function normalizedForm(stem: string, decision: boolean, read: ReadDesignator, year = 0): string {
  const { number, session, letter } = read;
  const word = decision ? 'DEC' : 'RES';
  if (stem === '') return normalizedForm('?', decision, read, year).slice(2);
  switch (read.form) {
    case 'slash':
      if (stem === ENVIRONMENT_ASSEMBLY.stem)
        return `${stem}.${session}/${decision ? 'Dec' : 'Res'}.${number}${letter}`;
      return `${stem}/${word}/${session}/${number}${letter}`;
    case 'year-slash':
    case 'special':
    case 'roman-slash':
    case 'coded':
      return `${stem}/${word}/${session}/${number}${letter}`;
    case 'year':
    case 'roman':
      return `${stem}/${word}/${number}(${session})${letter}`;
    case 'letter':
      return `${stem}/${word}/${number}(${session})`;
    case 'conference':
      return `${stem}/${word}/${number}/${read.organ}`;
    case 'bare':
      return year > 0 ? `${stem}/${word}/${number}(${year})` : `${stem}/${word}/${number}`;
  }
}

/** A normalized form taken apart. */
export interface NormalizedParts {
  readonly stem: string;
  readonly decision: boolean;
  /** The number as one cites it: "75/158", "2546 (2020)", "217 A (III)", "2013/201 B". */
  readonly number: string;
  /** The body's name; the stem where the table of bodies does not hold it. */
  readonly organ: Organ;
}

/** Takes a normalized form apart; null for a text that is none (a document's symbol, say). */
export function parseNormalized(normalized: string): NormalizedParts | null {
  const environment = /^(UNEP\/EA)\.(\d{1,3})\/(Res|Dec)\.(\d{1,4})([A-Z]{0,2})$/i.exec(normalized);
  if (environment) {
    const [, stem, session, kind, number, letter] = environment;
    return {
      stem: stem!,
      decision: kind!.toLowerCase() === 'dec',
      number: `${session!}/${number!}${letter ? ` ${letter}` : ''}`,
      organ: ENVIRONMENT_ASSEMBLY.name,
    };
  }
  const at = normalized.search(/\/(?:RES|DEC)\//i);
  if (at < 1) return null;
  const stem = normalized.slice(0, at);
  const kind = normalized.slice(at + 1, at + 4).toUpperCase();
  const rest = normalized.slice(at + 5);
  const letter = /^(\d+)\(([^)]*)\)([A-Z]{1,2})?$/.exec(rest);
  let number: string;
  if (letter) number = `${letter[1]!}${letter[3] ? ` ${letter[3]}` : ''} (${letter[2]!})`;
  else if (/^[A-Z]\(\d+\)$/.test(rest)) number = rest.replace('(', ' (');
  else number = rest.replace(/([0-9])([A-Z]{1,2})$/, '$1 $2');
  return { stem, decision: kind === 'DEC', number, organ: bodyOfStem(stem)?.name ?? stem };
}

/** How a resolution or decision is officially cited. */
export interface CitedForm {
  readonly organ: Organ;
  readonly decision: boolean;
  readonly number: string;
  /** "General Assembly resolution 75/158": the form of a first mention. */
  readonly full: string;
  /** "resolution 75/158": the form of a later mention. */
  readonly short: string;
}

/** The official form of citation of a normalized form; null for a text that is none. */
export function citeForm(normalized: string): CitedForm | null {
  const parts = parseNormalized(normalized);
  if (!parts) return null;
  const { organ, decision, number } = parts;
  const short = `${decision ? 'decision' : 'resolution'} ${number}`;
  return { organ, decision, number, full: `${organ} ${short}`, short };
}

/**
 * The normalized form of a designator as written ("75/158", "217 A (III)") that is known to be of the body with this
 * stem; null where the text is no designator or goes on behind it.
 */
export function normalizeDesignatorText(text: string, stem: string, decision: boolean): string | null {
  const trimmed = text.trim();
  const read = readDesignator(trimmed, 0);
  return read && read.end === trimmed.length ? normalizedForm(stem, decision, read) : null;
}
