import type { DocumentLanguage } from './kinds.js';

/** Frequent short words that hardly stand in the other languages. */
const WORDS: Record<'en' | 'fr' | 'es', ReadonlySet<string>> = {
  en: new Set([
    'the',
    'of',
    'and',
    'to',
    'in',
    'that',
    'for',
    'with',
    'its',
    'by',
    'on',
    'which',
    'have',
    'shall',
    'is',
    'are',
    'be',
  ]),
  fr: new Set([
    'le',
    'la',
    'les',
    'des',
    'du',
    'et',
    'une',
    'dans',
    'pour',
    'que',
    'qui',
    'sur',
    'par',
    'aux',
    'sont',
    'est',
    'au',
  ]),
  es: new Set([
    'el',
    'los',
    'las',
    'del',
    'y',
    'una',
    'en',
    'para',
    'que',
    'por',
    'con',
    'al',
    'su',
    'sus',
    'es',
    'lo',
    'se',
  ]),
};

/**
 * The language of a text, from a sample of its words: the one whose frequent words lead clearly. A text too short to
 * tell is taken for English, the language that the rules are written for; other scripts and languages are "other".
 */
export function languageOf(sample: string): DocumentLanguage {
  let latin = 0;
  let foreign = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0xc0 && c < 0x250)) latin++;
    else if (c >= 0x370 && c < 0x2000) foreign++;
    else if (c >= 0x3000 && c < 0xe000) foreign++;
  }
  if (foreign > latin) return 'other';
  const score = { en: 0, fr: 0, es: 0 };
  let words = 0;
  for (const m of sample.toLowerCase().matchAll(/[a-zà-ÿ]+/g)) {
    words++;
    if (WORDS.en.has(m[0])) score.en++;
    if (WORDS.fr.has(m[0])) score.fr++;
    if (WORDS.es.has(m[0])) score.es++;
  }
  if (words < 25) return 'en';
  const best = score.en >= score.fr && score.en >= score.es ? 'en' : score.fr >= score.es ? 'fr' : 'es';
  if (score[best] * 14 < words) return words < 120 ? 'en' : 'other';
  return best;
}
