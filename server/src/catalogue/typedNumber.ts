import { organOfStem } from './designator.js';

/** A number as far as it has been typed. */
export interface TypedNumber {
  /** The organ of the stem before it; undefined where there is no stem. */
  readonly organ: string | undefined;
  readonly decision: boolean;
  readonly slash: boolean;
  /** Before the slash, or the begun parenthesis. */
  readonly session: string;
  readonly number: string;
  readonly suffix: string;
}

/** Reads a number that is being typed: "75/1", "A/RES/75/", "S/RES/25", "2546 (20", "217 A (". Null for anything else. */
export function typedNumber(prefix: string): TypedNumber | null {
  if (prefix.length > 40) return null;
  const compact = prefix
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^UNEP\/EA\.(\d{1,3})\/(RES|DEC)\./, 'UNEP/EA/$2/$1/');
  const stem = /^([A-Z][A-Z.\d/]*)\/(RES|DEC)\//.exec(compact);
  const organ = stem ? (organOfStem(stem[1]!)?.code ?? stem[1]!) : undefined;
  const decision = stem?.[2] === 'DEC';
  const rest = stem ? compact.slice(stem[0].length) : compact;
  const slashed = /^((?:(?:ES|S)-)?\d{1,4})\/(\d{0,5})([A-Z]?)$/.exec(rest);
  if (slashed) {
    return {
      organ,
      decision,
      slash: true,
      session: slashed[1]!,
      number: slashed[2]!,
      suffix: slashed[3]!,
    };
  }
  const plain = /^(\d{0,5})([A-Z]{0,2})(?:\(([A-Z\d-]{0,7})\)?([A-Z]?))?$/.exec(rest);
  if (!plain || (plain[1] === '' && !stem)) return null;
  const suffix = plain[4] || plain[2]!;
  return { organ, decision, slash: false, session: plain[3] ?? '', number: plain[1]!, suffix };
}
