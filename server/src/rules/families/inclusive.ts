import type { Rule } from '../rule.js';
import { isNamed, Terms, type TermRow } from '../tables/terms.js';
import { isUpper, likeCase, nextWord, previousWord, replaceWith, wordAfter } from '../words.js';

const GUIDELINES = 'Guidelines for gender-inclusive language in English';
const DISABILITY =
  'Disability-inclusive language guidelines, in the manual of the Office for Disaster Risk Reduction';
const USAGE = 'usage of published documents';

function rows(source: string, text: string): readonly TermRow[] {
  return text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [wrong, right] = pair.split('=');
      return { wrong: wrong!.trim(), right: right!.trim(), source };
    });
}

/** Words of the same kind as those that the guidelines name. */
const ALIKE = `${GUIDELINES}; words of the same kind`;

const FUNCTIONS = new Terms([
  ...rows(
    GUIDELINES,
    `chairman=Chair, chairmen=Chairs, vice-chairman=Vice-Chair, vice-chairmen=Vice-Chairs, vice chairman=Vice-Chair,
    spokesman=spokesperson, spokesmen=spokespersons, policeman=police officer, policemen=police officers,
    manpower=workforce, man-made=human-made, man made=human-made, mankind=humankind`,
  ),
  ...rows(
    ALIKE,
    `chairwoman=Chair, spokeswoman=spokesperson, policewoman=police officer, fireman=firefighter, firemen=firefighters,
    businessman=businessperson, businessmen=businesspeople, layman=layperson, laymen=laypersons, fishermen=fishers,
    fisherman=fisher, salesman=salesperson, workmen=workers, middlemen=intermediaries, middleman=intermediary`,
  ),
]);

const OFFICE = /^[Tt]he (?:Vice-)?Chair(?:man|woman)$/;

const functions: Rule = {
  code: 'gender-neutral-function',
  ids: ['GIL-001'],
  title: 'Functions for women and men alike',
  why: 'Words for functions are to include everyone who may have them.',
  severity: {
    default: 'warning',
    record: 'hint',
    treaty: 'off',
    resolution: 'information',
    decision: 'information',
  },
  source: GUIDELINES,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'A word that includes everyone: “{right}”.' },
  wrong: [
    '1. The ⟦chairman⟧ and two ⟦policemen⟧ spoke.',
    '1. ⟦Man-made⟧ disasters and the lack of ⟦manpower⟧ were discussed by the ⟦Vice-Chairman⟧.',
  ],
  right: [
    '1. The Chair and two police officers spoke.',
    '1. The common heritage of mankind and crimes against the peace and security of mankind were discussed.',
    '1. Mr. Amaru, Chairman of the Amaru Bank, spoke.',
    '1. Ten businessmen and businesswomen spoke of present and future generations of mankind.',
    '1. He said: “The chairman was absent.”',
  ],
  block: {
    on: { words: FUNCTIONS.triggers },
    check(context, start) {
      const { text } = context;
      const hit = FUNCTIONS.at(text, start, context.word);
      if (!hit) return;
      const word = text.slice(hit.start, hit.end);
      // A post is called as its holder or its organization calls it.
      const named = isUpper(text.charCodeAt(hit.start)) && isNamed(text, hit);
      if (isUpper(text.charCodeAt(hit.start)) && /^(?:of|mr|and)$/.test(nextWord(text, hit.end))) return;
      // "The Chairman said": an office of the text's own time, which may still be called so.
      if (
        named &&
        !(context.draft.houseStyle && OFFICE.test(text.slice(Math.max(0, hit.start - 4), hit.end)))
      )
        return;
      // Terms of treaties: the common heritage, the peace and security, the benefit of all mankind.
      if (
        /^mankind$/i.test(word) &&
        /\b(?:heritage of|security of|scourge|province of all|all|conscience of|benefit of)\b[^.]{0,12}$/.test(
          text.slice(Math.max(0, start - 30), start),
        )
      )
        return;
      // An item of the agenda of the Assembly, and "businessmen and businesswomen".
      if (/\bgenerations of $/.test(text.slice(Math.max(0, start - 20), start))) return;
      if (/^ (?:and|or) [a-z]*women\b/.test(text.slice(hit.end, hit.end + 24))) return;
      const capital = hit.row.right.charAt(0) === 'C' || hit.row.right.charAt(0) === 'V';
      const right = capital ? hit.row.right : likeCase(word, hit.row.right);
      context.report(hit.start, hit.end, {
        args: { right },
        fix: replaceWith(hit.start, hit.end, right),
        ...(named ? { atMost: 'hint' as const } : {}),
      });
    },
  },
};

const genericMasculine: Rule = {
  code: 'generic-masculine',
  ids: ['GIL-002'],
  title: 'No masculine for everyone',
  why: 'A pronoun for men only leaves half of those meant out; the plural includes them.',
  severity: { default: 'hint', treaty: 'off' },
  source: GUIDELINES,
  fix: 'none',
  language: true,
  messages: {
    default: '“{word}” stands here for “{noun}”; the plural, or the noun again, includes everyone.',
  },
  wrong: ['1. Every representative must submit ⟦his⟧ credentials.'],
  right: [
    '1. Representatives must submit their credentials.',
    '1. Every day Mr. Amaru submits his report.',
    '1. Every representative must submit his or her credentials.',
  ],
  block: {
    on: { words: ['he', 'his', 'him', 'himself'] },
    check(context, start, end) {
      const { text } = context;
      if (/^ or (?:she|her|herself)\b/.test(text.slice(end, end + 12)) || text.charCodeAt(end) === 0x2f)
        return;
      const before = text.slice(Math.max(0, start - 90), start);
      const sentence = before.slice(before.lastIndexOf('. ') + 1);
      const m =
        /\b(?:every|each|any|no) (representative|delegate|member|person|victim|judge|candidate|speaker|participant|worker|citizen|child|expert|officer|employee|individual|accused|defendant|author|applicant|minister|official)\b/i.exec(
          sentence,
        );
      if (!m) return;
      // A man who has been named.
      if (/\b(?:Mr|Sir|Lord|King|Prince|father|son|husband|brother)\b/.test(sentence)) return;
      context.report(start, end, { args: { word: text.slice(start, end), noun: m[1]! } });
    },
  },
};

const females: Rule = {
  code: 'female-noun',
  ids: ['GIL-003'],
  title: 'Women and men, not females and males',
  why: 'As nouns, female and male name animals as well as persons.',
  severity: 'hint',
  source: GUIDELINES,
  fix: 'suggested',
  language: true,
  messages: { default: 'For persons: “{right}”.' },
  wrong: ['1. Ten ⟦females⟧ and five ⟦males⟧ were heard.'],
  right: ['1. Ten women and five men were heard, of them two female judges.'],
  block: {
    on: { words: ['females', 'males'] },
    check(context, start, end) {
      const right = likeCase(context.text.slice(start, end), end - start === 7 ? 'women' : 'men');
      // Girls are females too: the word is offered, not put in.
      context.report(start, end, { args: { right }, fix: replaceWith(start, end, right) });
    },
  },
};

const PERSONS = new Terms([
  ...rows(
    DISABILITY,
    `handicapped=persons with disabilities, the handicapped=persons with disabilities,
    handicapped persons=persons with disabilities, handicapped people=persons with disabilities,
    wheelchair-bound=wheelchair user, wheelchair bound=wheelchair user`,
  ),
  ...rows(
    `${DISABILITY}; words of the same kind`,
    `disabled persons=persons with disabilities, disabled people=persons with disabilities,
    disabled children=children with disabilities, disabled person=person with a disability,
    mentally retarded=persons with intellectual disabilities, the mentally ill=persons with psychosocial disabilities,
    deaf-mute=deaf person`,
  ),
]);

const personFirst: Rule = {
  code: 'person-first',
  ids: ['GIL-004'],
  title: 'The person before the disability',
  why: 'A person is more than a disability.',
  severity: { default: 'warning', record: 'hint', treaty: 'off', resolution: 'hint', decision: 'hint' },
  source: DISABILITY,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'The person comes first: “{right}”.' },
  wrong: ['1. Access for ⟦the disabled⟧ and for ⟦handicapped persons⟧ was improved.'],
  right: [
    '1. Access for persons with disabilities was improved.',
    '1. The Declaration on the Rights of Disabled Persons was cited.',
    '1. The disabled vessel was towed in.',
  ],
  block: {
    on: { words: [...PERSONS.triggers, 'disabled'] },
    check(context, start, end) {
      const { text } = context;
      const hit = PERSONS.at(text, start, context.word);
      if (hit) {
        if (isNamed(text, hit)) return;
        const { right } = hit.row;
        context.report(hit.start, hit.end, { args: { right }, fix: replaceWith(hit.start, hit.end, right) });
        return;
      }
      if (text.slice(start, end) !== 'disabled' || previousWord(text, start) !== 'the') return;
      // "the disabled vessel": an adjective. "the disabled and the elderly", "for the disabled.": persons.
      const next = wordAfter(text, end);
      if (
        next &&
        !/^(?:and|or|in|to|was|were|are|is|by|with|who|should|must|can|may|from|as)$/.test(
          text.slice(next.start, next.end),
        )
      )
        return;
      const from = start - 4;
      const right = 'persons with disabilities';
      context.report(from, end, { args: { right }, fix: replaceWith(from, end, right) });
    },
  },
};

const VICTIMS = new Terms(
  rows(
    USAGE,
    `illegal migrants=migrants in an irregular situation, illegal migrant=migrant in an irregular situation,
    illegal immigrants=migrants in an irregular situation, illegal immigrant=migrant in an irregular situation,
    trafficked victims=victims of trafficking, trafficked victim=victim of trafficking,
    child prostitutes=children exploited in prostitution, child prostitute=child exploited in prostitution,
    rescued prostitutes=victims of trafficking`,
  ),
);

const victims: Rule = {
  code: 'victim-terms',
  ids: ['GIL-005'],
  title: 'Words for victims and migrants',
  why: 'No person is illegal, and a child is no prostitute but exploited as one.',
  severity: { default: 'hint', treaty: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Usual in United Nations documents: “{right}”.' },
  wrong: ['1. Boats with ⟦illegal migrants⟧ and ⟦trafficked victims⟧ were found.'],
  right: [
    '1. Boats with migrants in an irregular situation and victims of trafficking were found; illegal migration fell.',
  ],
  block: {
    on: { words: VICTIMS.triggers },
    check(context, start) {
      const hit = VICTIMS.at(context.text, start, context.word);
      if (!hit || isNamed(context.text, hit)) return;
      const right = likeCase(context.text.slice(hit.start, hit.end), hit.row.right);
      context.report(hit.start, hit.end, { args: { right }, fix: replaceWith(hit.start, hit.end, right) });
    },
  },
};

export const rules: readonly Rule[] = [functions, genericMasculine, females, personFirst, victims];
