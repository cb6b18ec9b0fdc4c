import type { Structure } from '../document/structure.js';
import type { Settings } from './settings.js';

/**
 * How many words a document may have; null where nothing limits it. Reports that originate in the Secretariat have the
 * shorter limit, those of others the longer one (ST/CS/SER.A/44/Rev.1).
 */
export function lengthLimit(structure: Structure, settings: Settings): number | null {
  if (structure.kind !== 'report') return null;
  const author = structure.masthead.author?.value;
  return isOfSecretariat(author) ? settings.length.secretariat : settings.length.other;
}

/** "Report of the Secretariat" or "of the Secretary-General". */
function isOfSecretariat(author: string | undefined): boolean {
  return author !== undefined && /\bSecretar(?:iat|y-General)\b/.test(author);
}
