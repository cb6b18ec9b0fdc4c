import { runningName, stateByCode } from '../../catalogue/states.js';
import { phrase } from '../../l10n/phrase.js';
import type { Rule } from '../rule.js';
import { CITIES, TERRITORIES } from '../tables/places.js';
import { isLetter, isUpper } from '../words.js';

/** Names by one of their words, in lower case: the longest, which is the rarest. */
function byWord(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
    const word = words.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    found.set(word, [...(found.get(word) ?? []), name]);
  }
  return found;
}

/** The name of a list that the word at `start` belongs to, and where it stands; or null. */
function nameAt(
  names: ReadonlyMap<string, readonly string[]>,
  text: string,
  word: string,
  start: number,
): { readonly name: string; readonly start: number; readonly end: number } | null {
  for (const name of names.get(word) ?? []) {
    const from = start - name.toLowerCase().indexOf(word);
    const end = from + name.length;
    if (from < 0 || text.slice(from, end) !== name) continue;
    if (!isLetter(text.charCodeAt(from - 1)) && !isLetter(text.charCodeAt(end)))
      return { name, start: from, end };
  }
  return null;
}

const CITY_WORDS = byWord(CITIES.keys());
const TERRITORY_WORDS = byWord(TERRITORIES);

const cityWithoutCountry: Rule = {
  code: 'city-without-country',
  ids: ['NAME-004'],
  title: 'A city is named with its country',
  why: 'Only capitals and the seats of the United Nations are known to every reader by their name alone. The country is named once, with the first mention.',
  severity: {
    default: 'off',
    report: 'hint',
    note: 'hint',
    resolution: 'hint',
    decision: 'hint',
    agenda: 'hint',
  },
  source: 'Editorial Manual, Country names',
  fix: 'suggested',
  language: true,
  messages: { default: 'Name the country with the city: “{right}”.' },
  wrong: [
    '1. A workshop on lamps was held in ⟦Dubai⟧ in May. The next one will be in Dubai too.',
    '1. The staff met at ⟦Rio de Janeiro⟧.\n\n2. They met again in ⟦Palermo⟧.',
  ],
  right: [
    '1. A workshop on lamps was held in Dubai, United Arab Emirates. The next one will be in Dubai too.',
    '1. The Government of Japan held a workshop in Kyoto. It led to the Durban Declaration on Lamps.',
    '1. The staff met in Cairo, in Vienna and in New York. The lamps in Milan Hall are old.',
  ],
  block: {
    on: { words: [...CITY_WORDS.keys()] },
    check(context, start) {
      const { text } = context;
      const city = nameAt(CITY_WORDS, text, context.word, start);
      if (!city) return;
      const state = stateByCode(CITIES.get(city.name)!);
      if (!state) return;
      const named = context.citationsOf('state').some(({ iso3 }) => iso3 === state.iso3);
      // "the Durban Declaration", "in Milan Hall": a part of a name.
      const placed =
        /\b(?:in|at|from|to) $/.test(text.slice(Math.max(0, city.start - 5), city.start)) &&
        !(text.charCodeAt(city.end) === 0x20 && isUpper(text.charCodeAt(city.end + 1))) &&
        text.charCodeAt(city.end) !== 0x2d;
      if (named || placed)
        context.fact(
          'city',
          `${city.name}|${named ? 'named' : 'alone'}`,
          city.start,
          city.end,
          runningName(state),
        );
    },
  },
  draft: {
    reads: ['fact:city'],
    check(context) {
      const known = new Set<string>();
      for (const { block, item, anchor } of context.factsOf('city')) {
        const [city = '', how = ''] = item.key.split('|');
        if (known.has(city)) continue;
        known.add(city);
        if (how === 'named') continue;
        const right = `${city}, ${String(item.data)}`;
        context.report(block, anchor, {
          args: { right },
          fixes: [
            {
              kind: 'suggested',
              title: phrase`Replace with “${right}”`,
              edits: () => {
                if (!block.reading.isPlain(item.start, item.end)) return [];
                const span = block.reading.spanToSource(item.start, item.end);
                return [{ block, start: span.start, end: span.end, text: right }];
              },
            },
          ],
        });
      }
    },
  },
};

/** "five countries took action: ", "the two countries, ": what announces a list of States. */
const COUNTRIES =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{2}|following|these|those|several|other) (?:[a-z-]+ ){0,3}?(countries|States)\b(?! and territories)([^.:]{0,90}:|, (?:namely,? )?|,? (?:including|such as) )([^.:]*)$/i;

const territoryAmongCountries: Rule = {
  code: 'territory-among-countries',
  ids: ['NAME-006'],
  title: '“Countries and territories” where a territory is among them',
  why: 'A territory is no State. Readers who count the countries of a list will miss one.',
  severity: { default: 'hint', record: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: '{name} is a territory: “{noun} and territories”, or name it apart.' },
  wrong: [
    '1. Five countries took action: Brazil wrote a booklet; Colombia built a register; Ecuador and Peru met; and ⟦Aruba⟧ opened a centre.',
    '1. The two countries, Brazil and ⟦Curaçao⟧, met in May.',
  ],
  right: [
    '1. Five countries and territories took action: Brazil wrote a booklet; and Aruba opened a centre.',
    '1. Two countries met: Brazil and Colombia. The ships came from Aruba.',
    '1. Two countries took action: Brazil wrote to Aruba; and Colombia built a register.',
  ],
  block: {
    on: { words: [...TERRITORY_WORDS.keys()] },
    check(context, start) {
      const { text } = context;
      const territory = nameAt(TERRITORY_WORDS, text, context.word, start);
      if (!territory) return;
      const from = Math.max(0, territory.start - 900);
      const list = COUNTRIES.exec(text.slice(from, territory.start));
      const noun = list?.[1] ?? '';
      if (!list || !/^(?:[Cc]ountries|States)$/.test(noun)) return;
      // Only at the head of an item is it one of those that were announced.
      const item =
        list[2]!.endsWith(':') && list[3]!.includes(';') ? /; (?:and )?$/ : /(?:^|[;,] (?:and )?| and )$/;
      if (!item.test(list[3]!) || /\bbetween [A-Z][^,;]{2,40} and $/.test(list[3]!)) return;
      const at = from + list.index;
      const end = at + list[0].indexOf(noun) + noun.length;
      context.report(territory.start, territory.end, {
        args: { name: territory.name, noun },
        fix: {
          title: phrase`Write “${`${noun} and territories`}”`,
          edits: [{ start: end, end, text: ' and territories' }],
        },
      });
    },
  },
};

export const rules: readonly Rule[] = [cityWithoutCountry, territoryAmongCountries];
