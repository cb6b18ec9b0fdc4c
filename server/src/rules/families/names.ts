import { informalNames, runningName, shortName, stateByCode } from '../../catalogue/states.js';
import { findTreaty } from '../../catalogue/treaties.js';
import type { StateRow } from '../../catalogue/rows.js';
import type { StateMention } from '../../citations/citation.js';
import { phrase } from '../../l10n/phrase.js';
import type { HouseRule } from '../../settings/settings.js';
import { Anchors } from '../../text/anchors.js';
import type { BlockContext, DraftFacts } from '../blockContext.js';
import type { Derived, Place } from '../draftContext.js';
import type { Rule } from '../rule.js';
import {
  fixOccurrence,
  isApostrophe,
  isLetter,
  isLower,
  isUpper,
  likeCase,
  mayReport,
  nextWord,
  ordinalOf,
  previousWord,
  replaceWith,
  startsSentence,
  wordAfter,
  wordBefore,
} from '../words.js';
import { placeOf } from '../../text/span.js';

const COUNTRIES = 'Editorial Manual, Country names';

/** The names of States in use that the United Nations accepts after the first mention. */
const ACCEPTED = new Set(['United States', 'United Kingdom', 'Netherlands', 'UK', 'USA']);

/** The name as it stands in a sentence, with its article where it has one. */
function inSentence(iso3: string): string {
  const state = stateByCode(iso3);
  if (!state) return '';
  const running = runningName(state);
  return / \(the\)$/.test(state.shortName) || running !== shortName(state) ? `the ${running}` : running;
}

/** The last day of a vote under a former name, as an ISO date; empty where the table has none. */
function lastUsed(citation: StateMention): string {
  const state = stateByCode(citation.iso3);
  const name = citation.text.toUpperCase();
  return state?.formerNames.find((former) => former.name === name)?.last ?? '';
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The date the document speaks on, its own or today, as an ISO date; empty where neither is known. */
function dateOf(draft: DraftFacts): string {
  const written = /(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})/.exec(draft.date ?? '');
  const month = written ? MONTHS.indexOf(written[2]!.toLowerCase()) + 1 : 0;
  if (written && month > 0)
    return `${written[3]!}-${String(month).padStart(2, '0')}-${written[1]!.padStart(2, '0')}`;
  const iso = /\d{4}-\d{2}-\d{2}/.exec(draft.date ?? '');
  return iso?.[0] ?? draft.today ?? '';
}

/** Whether a State's name stands as a part of another name: "Bank of Syria Limited", "Envoy for Syria", "Greater Iran". */
function isInName(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 0x2d || code === 0x2011 || text.charCodeAt(start - 1) === 0x2d) return true;
  const after = wordAfter(text, end);
  if (
    after &&
    isUpper(text.charCodeAt(after.start)) &&
    !/^(?:I|He|She|It|They|We|The|In)$/.test(text.slice(after.start, after.end))
  )
    return true;
  const before = wordBefore(text, start);
  if (!before) return false;
  const word = text.slice(before.start, before.end);
  if (isUpper(word.charCodeAt(0)) && !startsSentence(text, before.start)) return true;
  // "Special Envoy for Syria", "Commission of Inquiry on Syria", "Islamic State in Iraq and Syria".
  if (/^(?:for|on|in|and)$/.test(word)) {
    const second = wordBefore(text, before.start);
    if (!second || !isUpper(text.charCodeAt(second.start))) return false;
    const noun = text.slice(second.start, second.end);
    if (word === 'and') return /Islamic State in Iraq and $/.test(text.slice(Math.max(0, start - 30), start));
    if (word === 'in')
      return /^(?:Mission|Office|Operation|Force|State|Commission|Situation|Conflict)$/.test(noun);
    return !startsSentence(text, second.start);
  }
  return false;
}

function replaceName(
  context: BlockContext,
  start: number,
  end: number,
  right: string,
): { start: number; end: number; text: string } {
  const { text } = context;
  let from = start;
  let name = right;
  if (name.startsWith('the ')) {
    const before = wordBefore(text, start);
    if (before && text.slice(before.start, before.end).toLowerCase() === 'the') name = name.slice(4);
    else if (startsSentence(text, start)) name = `T${name.slice(1)}`;
  } else if (previousWord(text, start) === 'the') {
    from = wordBefore(text, start)!.start;
  }
  return { start: from, end, text: name };
}

const informal: Rule = {
  code: 'country-name',
  ids: ['NAME-001'],
  title: 'Names of States as the United Nations uses them',
  why: 'Each State is called by the name it has given the United Nations.',
  severity: { default: 'warning', statement: 'information', record: 'hint', treaty: 'hint', letter: 'hint' },
  source: COUNTRIES,
  fix: 'suggested',
  language: true,
  habit: true,
  houseStyle: true,
  messages: { default: 'The United Nations calls this State “{right}”.' },
  wrong: ['1. Courses were held in ⟦Vietnam⟧, ⟦Bolivia⟧ and ⟦Russia⟧.', '1. The ⟦Ivory Coast⟧ took part.'],
  right: [
    '1. Courses were held in Viet Nam, the Plurinational State of Bolivia and the Russian Federation.',
    '1. Venezuelan courts and the Special Envoy of the Secretary-General for Syria were consulted.',
    '1. Iran (Islamic Republic of) and Bolivia (Plurinational State of) took part with the United States.',
    '1. The title “Russia and the law” was chosen.',
  ],
  exampleToday: '2026-01-15',
  block: {
    on: { citations: ['state'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'state' || citation.form === 'short' || citation.form === 'formal') return;
      const { text } = context;
      const written = text.slice(start, end);
      if (ACCEPTED.has(written)) return;
      const state = stateByCode(citation.iso3);
      if (!state || !isInformal(citation, informalNames(state))) return;
      const date = dateOf(context.draft);
      const last = lastUsed(citation);
      if (date !== '' && last !== '' && date <= last) return;
      if (OUTDATED.test(written) || isInName(text, start, end)) return;
      // The region of the Pacific.
      if (written === 'Micronesia' && /Polynesia|Melanesia/.test(text)) return;
      const right = inSentence(citation.iso3);
      context.report(start, end, {
        args: { right: right.replace(/^the /, '') },
        fix: { title: phrase`Replace with “${right}”`, edits: [replaceName(context, start, end, right)] },
      });
    },
  },
};

/** Whether the words are the State's informal name, or the beginning of an inverted one ("Iran"). */
function isInformal(citation: StateMention, names: readonly string[]): boolean {
  return names.includes(citation.text) || citation.form === 'informal';
}

/** Names that were a State's own until lately: they are of another rule. */
const OUTDATED = /^(?:Turkey|Swaziland|Czech Republic|Cape Verde|East Timor|Macedonia)$/;

const outdated: Rule = {
  code: 'country-name-outdated',
  ids: ['NAME-002'],
  title: 'The name that a State has on the date of the document',
  why: 'States change their names; what was right in an older document is not so now.',
  severity: { default: 'information', record: 'hint', treaty: 'off' },
  source: null,
  fix: 'suggested',
  language: true,
  habit: true,
  messages: { default: 'On the date of this document the State is called “{right}”.' },
  wrong: ['1. Courses were held in ⟦Swaziland⟧ and ⟦Turkey⟧.'],
  right: [
    '1. Courses were held in Eswatini and Türkiye.',
    'Distr.: General\n15 March 2015\n\nReport of the Amaru Group\n\n1. Courses were held in Swaziland.',
    '1. The former Yugoslavia and Zaire were mentioned.',
  ],
  exampleToday: '2026-01-15',
  block: {
    on: { citations: ['state'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'state' || citation.form === 'short' || citation.form === 'formal') return;
      const { text } = context;
      if (!OUTDATED.test(text.slice(start, end)) || isInName(text, start, end)) return;
      if (
        /(?:Yugoslav Republic of|Republic of|former|then|formerly) $/i.test(
          text.slice(Math.max(0, start - 24), start),
        )
      )
        return;
      const date = dateOf(context.draft);
      const state = stateByCode(citation.iso3);
      const last = lastUsed(citation);
      if (!state || date === '') return;
      // A State that is younger than the document had no other name then.
      if (last === '' ? date <= state.firstVote || state.firstVote === '' : date <= last) return;
      const right = inSentence(citation.iso3);
      context.report(start, end, {
        args: { right: right.replace(/^the /, '') },
        fix: { title: phrase`Replace with “${right}”`, edits: [replaceName(context, start, end, right)] },
      });
    },
  },
};

/**
 * Whether votes are listed under a formal name: they were on that date ("Czech Republic", until the end of 2017), or are
 * under the name inverted ("Netherlands (Kingdom of the)").
 */
function isListed(state: StateRow, written: string, date: string): boolean {
  const name = written.toUpperCase();
  return (
    state.formerNames.some((former) => former.name === name && date <= former.last) ||
    state.voteListNames.some((listed) => listed.replace(/^(.+) \((.+)\)$/, '$2 $1') === name)
  );
}

/** "President of the Republic of …", "Socialist Republic of …": a title has the formal name, and may be in capitals. */
function isInTitle(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  return (
    /\b(?:President|King|Queen|Emir|Sultan|Ambassador|Embassy|Constitution|Parliament) of the $/i.test(
      before,
    ) || /\p{Lu}\p{Ll}+ $/u.test(before.replace(/\b(?:The|In|For|From|With|And) $/, ''))
  );
}

const formal: Rule = {
  code: 'country-name-formal',
  ids: ['NAME-003'],
  title: 'The short name of a State in running text',
  why: 'The formal name is for treaties and credentials; running text has the short one.',
  severity: { default: 'hint', treaty: 'off', letter: 'off', record: 'off', agenda: 'off' },
  source: COUNTRIES,
  fix: 'suggested',
  language: true,
  messages: { default: 'In running text the short name is enough: “{right}”.' },
  wrong: ['1. A course was held in the ⟦Republic of Fiji⟧.'],
  right: [
    '1. A course was held in Fiji, the Republic of Moldova and the Plurinational State of Bolivia.',
    '1. The President of the Republic of Fiji and the Socialist Republic of Slovenia were mentioned.',
    '1. A course was held in the Kingdom of the Netherlands.',
    'Distr.: General\n15 March 2015\n\nReport of the Amaru Group\n\n1. A course was held in the Czech Republic.',
  ],
  block: {
    on: { citations: ['state'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'state' || citation.form !== 'formal') return;
      const state = stateByCode(citation.iso3);
      if (!state) return;
      const written = context.text.slice(start, end).replace(/\s+/g, ' ');
      const right = inSentence(citation.iso3);
      const bare = right.replace(/^the /, '');
      if (written === bare || written === shortName(state) || written.length <= bare.length) return;
      if (isListed(state, written, dateOf(context.draft)) || isInTitle(context.text, start)) return;
      context.report(start, end, {
        args: { right: bare },
        fix: { title: phrase`Replace with “${right}”`, edits: [replaceName(context, start, end, right)] },
      });
    },
  },
};

/** What stands between two States of a list. */
const BETWEEN = /^(?:,|;)? ?(?:and |and the |the )?$/;

function sortKey(iso3: string): string {
  const state = stateByCode(iso3);
  return state
    ? shortName(state)
        .normalize('NFD')
        .replace(/[^A-Za-z ]/g, '')
        .toLowerCase()
    : '';
}

const order: Rule = {
  code: 'country-order',
  ids: ['NAME-005'],
  title: 'Countries in English alphabetical order',
  why: 'The alphabet ranks no State before another.',
  severity: { default: 'hint', treaty: 'off', record: 'off' },
  source: 'United Nations University, style manual, countries',
  fix: 'none',
  language: true,
  messages: { default: 'In alphabetical order “{name}” stands before “{before}”.' },
  wrong: ['1. Courses were held in Niger, ⟦Ethiopia⟧ and Pakistan.'],
  right: [
    '1. Courses were held in Ethiopia, Niger and Pakistan.',
    '1. Courses were held in Bolivia (Plurinational State of), Brazil and Chad.',
    '1. Courses were held in Niger (May) and Ethiopia (June).',
  ],
  block: {
    on: { citations: ['state'] },
    check(context, start, _end, citation) {
      if (citation?.type !== 'state') return;
      const { text } = context;
      const states = context.citationsOf('state');
      const at = placeOf(states, citation);
      const before = states[at - 1];
      if (before && BETWEEN.test(text.slice(before.end, start))) return;
      let last = citation;
      let count = 1;
      let wrong: { start: number; end: number; name: string; before: string } | null = null;
      for (let i = at + 1; i < states.length; i++) {
        const next = states[i]!;
        if (next.start < last.end) continue;
        if (!BETWEEN.test(text.slice(last.end, next.start)) || next.start === last.end) break;
        count++;
        if (!wrong && sortKey(next.iso3) < sortKey(last.iso3))
          wrong = { start: next.start, end: next.end, name: next.text, before: last.text };
        last = next;
      }
      if (!wrong || count < 3 || nextWord(text, last.end) === 'respectively') return;
      context.report(wrong.start, wrong.end, { args: { name: wrong.name, before: wrong.before } });
    },
  },
};

const treatyForms: Rule = {
  code: 'treaty-name-varies',
  ids: ['NAME-008'],
  title: 'One short title for a treaty',
  why: 'A treaty that goes by two short names looks like two treaties.',
  severity: { default: 'information', record: 'off', treaty: 'off' },
  source: null,
  fix: 'suggested',
  messages: { default: 'This text mostly calls the treaty “{right}”.' },
  wrong: [
    '1. The Organized Crime Convention was applied. The Organized Crime Convention helped.\n\n2. The ⟦Palermo Convention⟧ was signed.',
  ],
  right: [
    '1. The Organized Crime Convention was applied. The Organized Crime Convention helped.',
    '1. The United Nations Convention against Transnational Organized Crime was signed. The Organized Crime Convention helped.',
  ],
  draft: {
    reads: ['citation:treaty', 'words:treaty'],
    check(context) {
      for (const forms of context.kept(VARYING_NAMES)) {
        const ranked = forms.toSorted((a, b) => b.length - a.length);
        const main = ranked[0]!;
        const model = context.citationAt('treaty', main[0]!);
        if (!model) continue;
        const right = model.item.text.replace(/\s+/g, ' ');
        for (const places of ranked.slice(1)) {
          if (places.length >= main.length) continue;
          for (const place of places) {
            const placed = context.citationAt('treaty', place);
            if (!placed) continue;
            const { block, item, anchor } = placed;
            const text = block.reading.text;
            context.report(block, anchor, {
              args: { right },
              fixes: [
                fixOccurrence(block, item.text, ordinalOf(text, item.text, item.start), right, 'suggested'),
              ],
              related: [{ block: model.block, anchor: model.anchor, message: phrase`Called so here.` }],
            });
          }
        }
      }
    },
  },
};

/** The treaties that go by more than one short name: for each the places of each name. */
const VARYING_NAMES: Derived<readonly (readonly (readonly Place[])[])[]> = {
  reads: ['citation:treaty'],
  make(context) {
    /** By name and words: the short form that they are, or null. */
    const keys = new Map<string, string | null>();
    const byTreaty = new Map<string, Map<string, Place[]>>();
    for (const placed of context.citationsOf('treaty')) {
      const { item, block } = placed;
      if (block.quoted) continue;
      // Acronyms and full titles may stand beside a short title; "the Charter" is short for itself.
      const written = `${item.name}|${item.text}`;
      let key = keys.get(written);
      if (key === undefined) keys.set(written, (key = shortForm(item.name, item.text)));
      if (key === null) continue;
      const forms = byTreaty.get(item.name) ?? new Map<string, Place[]>();
      byTreaty.set(item.name, forms);
      const places = forms.get(key);
      if (places) places.push(placed);
      else forms.set(key, [placed]);
    }
    return [...byTreaty.values()].filter(({ size }) => size > 1).map((forms) => [...forms.values()]);
  },
};

/** The short name that a treaty is called by, in lower case; null where the words are its title, an acronym or a noun. */
function shortForm(name: string, words: string): string | null {
  const text = words.replace(/\s+/g, ' ');
  const treaty = findTreaty(name);
  return !treaty || !text.includes(' ') || isFull(text, treaty.fullTitle) ? null : text.toLowerCase();
}

function isFull(text: string, fullTitle: string): boolean {
  const title = fullTitle.toLowerCase();
  const written = text.toLowerCase();
  return written === title || title.startsWith(written) || title.endsWith(written);
}

/** Nouns that name programmes, and the small words that follow them in their names. */
const PROGRAMMES = ['programme', 'initiative', 'network', 'partnership', 'mechanism', 'strategy', 'campaign'];
const LINKS = /^(?:on|against|for|to|of|in)$/;

const programmeName: Rule = {
  code: 'programme-name-varies',
  ids: ['NAME-009'],
  title: 'The name of a programme stays the same',
  why: 'A small word that changes makes two programmes out of one.',
  severity: 'hint',
  source: null,
  fix: 'suggested',
  messages: { default: 'Elsewhere this text has “{other}” in this name.' },
  wrong: [
    '1. The Global Programme against Cattle Theft began. The Global Programme against Cattle Theft grew.\n\n2. The ⟦Global Programme on Cattle Theft⟧ ended.',
  ],
  right: [
    '1. The Global Programme against Cattle Theft began.\n\n2. The Global Programme on Forest Crime ended.',
    '1. The Global Programme against Cattle Theft began.\n\n2. The Global Programme against Cattle Theft ended.',
  ],
  block: {
    on: { words: PROGRAMMES },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start)) || isUpper(text.charCodeAt(start + 1))) return;
      const link = wordAfter(text, end);
      if (!link || !LINKS.test(text.slice(link.start, link.end))) return;
      let from = start;
      for (let i = 0; i < 4; i++) {
        const before = wordBefore(text, from);
        if (
          !before ||
          !isUpper(text.charCodeAt(before.start)) ||
          /^(?:The|In|Its)$/.test(text.slice(before.start, before.end))
        )
          break;
        from = before.start;
      }
      if (from === start) return;
      let to = link.end;
      for (let i = 0; i < 6; i++) {
        const next = wordAfter(text, to);
        if (!next) break;
        if (!isUpper(text.charCodeAt(next.start))) {
          // A small word inside the name has another capital behind it.
          const second = wordAfter(text, next.end);
          if (!second || next.end - next.start > 4 || !isUpper(text.charCodeAt(second.start))) break;
          to = second.end;
        } else to = next.end;
      }
      if (to === link.end || !isUpper(text.charCodeAt(wordAfter(text, link.end)?.start ?? 0))) return;
      if (!mayReport(context, start)) return;
      const head = text.slice(from, end);
      const rest = text.slice(link.end, to);
      const preposition = text.slice(link.start, link.end);
      context.fact('programme-name', `${head}|${rest}|${preposition}`, from, to, {
        head,
        rest,
        preposition,
        written: text.slice(from, to),
        ordinal: ordinalOf(text, text.slice(from, to), from),
      });
    },
  },
  draft: {
    reads: ['fact:programme-name'],
    check(context) {
      interface Name {
        readonly head: string;
        readonly rest: string;
        readonly preposition: string;
        readonly written: string;
        readonly ordinal: number;
      }
      const names = new Map<string, Map<string, number>>();
      const facts = [...context.factsOf('programme-name')];
      for (const { item } of facts) {
        const { head, rest, preposition } = item.data as Name;
        const key = `${head}|${rest}`;
        const counts = names.get(key) ?? new Map<string, number>();
        names.set(key, counts);
        counts.set(preposition, (counts.get(preposition) ?? 0) + 1);
      }
      for (const { block, item, anchor } of facts) {
        const name = item.data as Name;
        const counts = names.get(`${name.head}|${name.rest}`)!;
        if (counts.size < 2) continue;
        const [most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
        if (most === name.preposition) continue;
        context.report(block, anchor, {
          args: { other: most },
          fixes: [
            fixOccurrence(block, name.written, name.ordinal, `${name.head} ${most}${name.rest}`, 'suggested'),
          ],
        });
      }
    },
  },
};

const courtesy: Rule = {
  code: 'courtesy-title',
  ids: ['NAME-010'],
  title: 'Mr., Ms. and Dr. with a full stop; Ms. for every woman',
  why: 'The title does not tell whether a woman is married.',
  severity: 'hint',
  source: 'Guidelines for gender-inclusive language in English',
  fix: 'suggested',
  language: true,
  messages: { default: 'Written “{right}”.', woman: 'Unless she prefers it otherwise, the title is “Ms.”.' },
  wrong: ['1. ⟦Mr⟧ Amaru and ⟦Mrs.⟧ Okello spoke.', '1. ⟦Miss⟧ Okello spoke.'],
  right: ['1. Mr. Amaru, Ms. Okello and Dr. Lindqvist spoke.', '1. The delegates miss Okello.'],
  block: {
    on: { words: ['mr', 'ms', 'dr', 'mrs', 'miss'] },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start)) || isUpper(text.charCodeAt(start + 1))) return;
      const stop = text.charCodeAt(end) === 0x2e;
      const name = wordAfter(text, stop ? end + 1 : end);
      if (!name || !isUpper(text.charCodeAt(name.start)) || !isLower(text.charCodeAt(name.start + 1))) return;
      const word = text.slice(start, end);
      if (word === 'Mrs' || word === 'Miss') {
        const to = stop ? end + 1 : end;
        context.report(start, to, { variant: 'woman', fix: replaceWith(start, to, 'Ms.') });
      } else if (!stop) {
        const right = `${word}.`;
        context.report(start, end, { args: { right }, fix: replaceWith(start, end, right) });
      }
    },
  },
};

const possessive: Rule = {
  code: 'country-possessive',
  ids: ['NAME-011'],
  title: 'No possessive of the name of a country',
  why: 'United Nations editors write “the policies of China”.',
  severity: { default: 'off', report: 'hint', note: 'hint', resolution: 'hint', decision: 'hint' },
  source: 'Editing in United Nations style, an editors’ guide to PerfectIt',
  fix: 'none',
  language: true,
  exampleKind: 'report',
  messages: { default: 'Write “of {name}” rather than the possessive.' },
  wrong: ['1. ⟦China’s⟧ report was read.'],
  right: ['1. The report of China and of Côte d’Ivoire was read.'],
  block: {
    on: { citations: ['state'] },
    check(context, start, end, citation) {
      const { text } = context;
      if (citation?.type !== 'state' || !isApostrophe(text.charCodeAt(end))) return;
      if (text.charCodeAt(end + 1) !== 0x73 || isLetter(text.charCodeAt(end + 2))) return;
      context.report(start, end + 2, { args: { name: citation.text } });
    },
  },
};

const designation: Rule = {
  code: 'quoted-designation',
  ids: ['NAME-012'],
  title: 'Names of unrecognized entities in quotation marks',
  why: 'Quotation marks show that the name is not the United Nations’ own.',
  severity: 'hint',
  source: null,
  fix: 'none',
  messages: { default: 'Reports put this name in quotation marks.' },
  wrong: ['1. Courses were held in ⟦Somaliland⟧.'],
  right: ['1. Courses were held in “Somaliland”.', '1. British Somaliland was mentioned.'],
  block: {
    on: { words: ['somaliland', 'cyprus'] },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start))) return;
      const before = wordBefore(text, start);
      const word = before ? text.slice(before.start, before.end) : '';
      if (end - start === 6) {
        if (word !== 'Northern' || !mayReport(context, start)) return;
        context.report(before!.start, end);
        return;
      }
      if (/^(?:British|French|Italian)$/.test(word) || !mayReport(context, start)) return;
      context.report(start, end);
    },
  },
};

// ---- Rules of a house

interface HouseEntry {
  readonly rule: HouseRule;
  /** Where the anchor word begins in `wrong`. */
  readonly offset: number;
}

/** House rules compiled to one table of anchors, by the list of the settings. */
const compiled = new WeakMap<readonly HouseRule[], Anchors<HouseEntry>>();

function houseAnchors(words: readonly HouseRule[]): Anchors<HouseEntry> {
  let anchors = compiled.get(words);
  if (!anchors) {
    const entries: [string, HouseEntry][] = [];
    for (const rule of words) {
      const m = /[A-Za-z\u00c0-\u024f]+/.exec(rule.wrong);
      if (m && rule.wrong !== rule.right) entries.push([m[0], { rule, offset: m.index }]);
    }
    anchors = new Anchors<HouseEntry>({ words: entries.filter(([word]) => /^[^\u00d7\u00f7]+$/.test(word)) });
    compiled.set(words, anchors);
  }
  return anchors;
}

function standsAt(text: string, at: number, wrong: string): boolean {
  if (at < 0 || at + wrong.length > text.length) return false;
  const found = text.slice(at, at + wrong.length).replace(/\u00a0/g, ' ');
  // A rule in small letters holds for all; one with capitals holds as it is written.
  if (found !== wrong && (wrong !== wrong.toLowerCase() || found.toLowerCase() !== wrong)) return false;
  const first = wrong.charCodeAt(0);
  const last = wrong.charCodeAt(wrong.length - 1);
  return (
    !(isLetter(first) && isLetter(text.charCodeAt(at - 1))) &&
    !(isLetter(last) && isLetter(text.charCodeAt(at + wrong.length)))
  );
}

const house: Rule = {
  code: 'house-word',
  ids: [],
  title: 'The words of your house',
  why: 'A house may add words of its own, with a reason, to its configuration.',
  severity: 'warning',
  source: null,
  fix: 'suggested',
  messages: {
    default: 'Your house writes “{right}”. Its reason: {reason}.',
    plain: 'Your house writes “{right}”.',
  },
  exampleSettings: {
    words: [{ wrong: 'field visit', right: 'mission', reason: 'the term of our travel rules' }],
  },
  wrong: ['1. The ⟦field visit⟧ took a week. ⟦Field visit⟧ plans were made.'],
  right: ['1. The mission took a week.', '1. The heading “Field visit” was kept.'],
  block: {
    on: { blocks: true },
    when: ({ settings }) => settings.words.length > 0,
    check(context) {
      const { words } = context.draft.settings;
      const { text } = context;
      houseAnchors(words).scan(text, ({ rule, offset }, start) => {
        const from = start - offset;
        if (!standsAt(text, from, rule.wrong) || context.isProtected(from)) return;
        const to = from + rule.wrong.length;
        const written = text.slice(from, to);
        const right = written === rule.wrong ? rule.right : likeCase(written, rule.right);
        const reason = rule.reason.trim().replace(/\.$/, '');
        context.report(from, to, {
          ...(reason === '' ? { variant: 'plain' } : {}),
          args: { right, reason },
          fix: replaceWith(from, to, right),
        });
      });
    },
  },
};

export const rules: readonly Rule[] = [
  informal,
  outdated,
  formal,
  order,
  treatyForms,
  programmeName,
  courtesy,
  possessive,
  designation,
  house,
];
