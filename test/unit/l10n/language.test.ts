import assert from 'node:assert/strict';
import { ENGLISH, Language, localeOf } from '../../../server/src/l10n/language.js';
import { amount, day, listing, ordinal, phrase, plural } from '../../../server/src/l10n/phrase.js';

const FRENCH = new Language('fr', {
  'Replace with “{0}”': 'Remplacer par « {0} »',
  '{0} session': '{0:f} session',
  'one fix': 'une correction',
  '{0} fixes': '{0} corrections',
  'paragraph {number}': 'paragraphe {number}',
  'See {0}.': 'Voir {0}.',
});
const SPANISH = new Language('es');

describe('A phrase', () => {
  it('is its own words in English', () => {
    assert.equal(ENGLISH.say(phrase`Replace with “${'per cent'}”`), 'Replace with “per cent”');
    assert.equal(ENGLISH.say(phrase`No arguments`), 'No arguments');
  });

  it('is worded by a table, and in English where that leaves it out', () => {
    assert.equal(FRENCH.say(phrase`Replace with “${'per cent'}”`), 'Remplacer par « per cent »');
    assert.equal(FRENCH.say(phrase`Take it out`), 'Take it out');
  });

  it('words what stands in it', () => {
    const inner = phrase`Replace with “${'a'}”`;
    assert.equal(FRENCH.say(phrase`See ${inner}.`), 'Voir Remplacer par « a ».');
  });

  it('leaves the words of a text as they are, braces and all', () => {
    assert.equal(FRENCH.say(phrase`See ${'{0} {number}'}.`), 'Voir {0} {number}.');
    assert.equal(FRENCH.say('one fix'), 'one fix');
  });

  it('fills what has a name, and leaves a name without an argument', () => {
    assert.equal(FRENCH.fill('paragraph {number}', { number: 12 }), 'paragraphe 12');
    assert.equal(ENGLISH.fill('{first} and {last}', { first: 'a' }), 'a and {last}');
  });
});

describe('The grammar of a language', () => {
  const fixes = (n: number) => plural(n, phrase`one fix`, phrase`${n} fixes`);

  it('knows which numbers are one', () => {
    assert.deepEqual(
      [0, 1, 2].map((n) => ENGLISH.say(fixes(n))),
      ['0 fixes', 'one fix', '2 fixes'],
    );
    assert.deepEqual(
      [0, 1, 2].map((n) => FRENCH.say(fixes(n))),
      ['une correction', 'une correction', '2 corrections'],
    );
  });

  it('joins lists', () => {
    const list = listing(['14', '31', '40']);
    assert.deepEqual(
      [ENGLISH, FRENCH, SPANISH].map((one) => one.say(list)),
      ['14, 31 and 40', '14, 31 et 40', '14, 31 y 40'],
    );
    assert.equal(SPANISH.say(listing(['España', 'Italia'])), 'España e Italia');
    assert.equal(ENGLISH.say(listing([])), '');
  });

  it('joins lists as the tables of the platform do', () => {
    const words = ['España', 'Italia', 'hielo', 'Hijos', 'hiato', 'iglesia', 'Índia', 'a, b', '8', 'y'];
    for (const [one, tag] of [
      [ENGLISH, 'en-GB'],
      [FRENCH, 'fr'],
      [SPANISH, 'es'],
    ] as const)
      for (const last of words)
        for (const list of [[last], ['x', last], ['x', 'y, z', last]])
          assert.equal(one.list(list), new Intl.ListFormat(tag).format(list));
  });

  it('writes days, and leaves what is none', () => {
    assert.deepEqual(
      [ENGLISH, FRENCH, SPANISH].map((one) => one.say(day('2020-12-01'))),
      ['1 December 2020', '1er décembre 2020', '1 de diciembre de 2020'],
    );
    assert.equal(FRENCH.say(day('2020-13-01')), '2020-13-01');
  });

  it('sets thousands apart', () => {
    assert.deepEqual(
      [999, 8500, 1234567].map((n) => ENGLISH.say(amount(n))),
      ['999', '8,500', '1,234,567'],
    );
    assert.equal(FRENCH.say(amount(8500)), '8\u00a0500');
    assert.equal(SPANISH.say(amount(8500)), '8500');
    assert.equal(SPANISH.say(amount(10700)), '10\u00a0700');
  });

  it('writes ordinals by the gender of their noun', () => {
    const which = ordinal(1, 'first');
    assert.equal(ENGLISH.say(phrase`${which} session`), 'first session');
    assert.equal(FRENCH.say(phrase`${which} session`), '1re session');
    assert.equal(FRENCH.say(ordinal(75, 'seventy-fifth')), '75e');
    assert.equal(SPANISH.say(ordinal(12, 'twelfth')), '12º');
  });
});

describe('The language for a tag', () => {
  it('is found by its first part, and is English where none fits', () => {
    assert.deepEqual(['fr', 'fr-CA', 'ES_419', 'en-US', 'de', '', undefined, null].map(localeOf), [
      'fr',
      'fr',
      'es',
      'en',
      'en',
      'en',
      'en',
      'en',
    ]);
  });
});
