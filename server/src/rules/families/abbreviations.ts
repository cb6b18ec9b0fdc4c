import { findAcronym } from '../../catalogue/bodies.js';
import type { AcronymUse } from '../../citations/citation.js';
import type { Block, Role } from '../../document/block.js';
import { phrase } from '../../l10n/phrase.js';
import type { SeveritySetting } from '../../settings/settings.js';
import type { DraftContext, Placed } from '../draftContext.js';
import type { Fix, Rule } from '../rule.js';
import {
  isApostrophe,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
  mayReport,
  nextWord,
  previousWord,
  replaceWith,
  wordAfter,
  wordBefore,
  inParentheses,
} from '../words.js';
import { placesOf } from '../../text/search.js';

const ABBREVIATIONS = 'United Nations Correspondence Manual, abbreviations';
const UNDRR = 'United Nations Office for Disaster Risk Reduction, editorial manual, abbreviations';

/** What was said and what was adopted stays as it is; there an abbreviation is a hint only. */
const STYLE: SeveritySetting = { default: 'warning', record: 'hint', treaty: 'hint' };

/** Acronyms that everyone reads without help, names that are no acronyms, and marks of measure. */
const KNOWN = new Set(
  `AIDS HIV COVID COVID-19 SARS SARS-CoV-2 DNA RNA ISIL ISIS DAESH INTERPOL EUROPOL UNICEF UNESCO UNAIDS NATO IBM OECD
  UN UK US USA EU USSR ID IT TV CD DVD PDF SMS GPS URL HTML XML USB ISBN ISSN DOI USD EUR GBP CHF GMT UTC BC AD BCE CE AM
  PM OK PhD UN-Women UN-Habitat UN-Oceans UN-Water UN-Energy SIM QR VIP PO NB PS CC RSVP HMS MV SS AK SOS LGBT LGBTI
  LGBTQ LGBTIQ LGBTIQA QA PCR CO FM KG KM MW GW TEU LLC LTD INC GMBH SA PLC BBC CNN HTTP HTTPS WWW UNTERM ISO TBC TBD TBA
  EN FR ES RU AR ZH DC NY GA SC SG UNGA ECOSOC CV MP MPS MR MS DR CEO CFO FAQ`.split(/\s+/),
);

/** Roles in which a use counts: the running text, not headings, tables and notes. */
const COUNTED: readonly Role[] = [
  'paragraph',
  'prose',
  'continuation',
  'preambular',
  'operative',
  'item',
  'closing',
];

function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2014);
}

function precedes(a: Placed<unknown> & { item: { start: number } }, block: Block, start: number): boolean {
  return a.block.index < block.index || (a.block.index === block.index && a.item.start < start);
}

/** The plural's s is no part of an acronym. */
function bare(written: string): string {
  const acronym = hasHyphen(written) ? written.replace(/[\u2010\u2011]/g, '-') : written;
  return acronym.endsWith('s') && isUpper(acronym.charCodeAt(acronym.length - 2))
    ? acronym.slice(0, -1)
    : acronym;
}

function hasHyphen(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2010 || code === 0x2011) return true;
  }
  return false;
}

/** The parts of an acronym that others are joined to: "SADC" and "EAC" of "SADC-EAC". */
function partsOf(acronym: string): readonly string[] {
  return acronym.includes('-') ? acronym.split('-') : NO_PARTS;
}

const NO_PARTS: readonly string[] = [];

/** The acronyms that the text uses, without the plural's s, and those in compounds of them. */
function usedAcronyms(context: DraftContext): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { item } of context.citationsOf('acronym')) {
    const acronym = bare(item.acronym);
    used.add(acronym);
    for (const part of partsOf(acronym)) used.add(part);
  }
  return used;
}

interface Use {
  readonly first: Placed<AcronymUse>;
  count: number;
  /** Whether it stands by itself somewhere: what stands in compounds alone may be a name that is known as a whole. */
  alone: boolean;
}

/** The acronyms of the running text that nothing explains, each with its first use. */
function unexplained(context: DraftContext): { uses: ReadonlyMap<string, Use>; explained: number } {
  const explained = new Set<string>();
  for (const { item } of context.citationsOf('acronym-definition')) explained.add(bare(item.acronym));
  const defined = explained.size;
  for (const { item } of context.citationsOf('acronym'))
    if (item.standing === 'explained' || item.standing === 'named') explained.add(bare(item.acronym));
  const uses = new Map<string, Use>();
  const add = (acronym: string, placed: Placed<AcronymUse>, alone: boolean): void => {
    if (explained.has(acronym) || KNOWN.has(acronym)) return;
    const use = uses.get(acronym);
    if (use) {
      use.count++;
      use.alone ||= alone;
    } else if (COUNTED.includes(placed.block.role)) uses.set(acronym, { first: placed, count: 1, alone });
  };
  const used = context.once(usedAlone);
  for (const placed of context.citationsOf('acronym')) {
    if (placed.block.quoted) continue;
    const acronym = bare(placed.item.acronym);
    const parts = partsOf(acronym);
    if (parts.some((part) => explained.has(part) || used.has(part))) {
      // "SADC-EAC", "AU-Regional Task Force": a compound whose parts are acronyms of this text.
      // The first part speaks for itself here, the others are uses of their own.
      if (/^[A-Z]{2,}$/.test(parts[0]!)) add(parts[0]!, placed, false);
    } else add(acronym, placed, placed.item.standing !== 'joined');
  }
  for (const [acronym, use] of uses) if (!use.alone) uses.delete(acronym);
  return { uses, explained: defined };
}

/** The acronyms that are no compounds. */
function usedAlone(context: DraftContext): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { item } of context.citationsOf('acronym')) used.add(bare(item.acronym));
  return used;
}

/** Writes the expansion before an acronym that stands alone; looked up anew when it is asked for. */
function expand(block: Block, acronym: string, expansion: string): Fix {
  return {
    kind: 'suggested',
    title: phrase`Replace with “${expansion} (${acronym})”`,
    edits: () => {
      const { reading } = block;
      for (const at of placesOf(reading.text, acronym)) {
        const end = at + acronym.length;
        const before = reading.text.charCodeAt(at - 1);
        const after = reading.text.charCodeAt(end);
        if (isLetter(before) || isDash(before) || isLetter(after) || isDash(after)) continue;
        if (!reading.isPlain(at, end)) return [];
        const source = reading.spanToSource(at, end);
        return [{ block, start: source.start, end: source.end, text: `${expansion} (${acronym})` }];
      }
      return [];
    },
  };
}

function expansionOf(acronym: string): string | null {
  const rows = findAcronym(acronym);
  return rows.length === 1 ? rows[0]!.expansion : null;
}

const undefinedAcronym: Rule = {
  code: 'acronym-undefined',
  ids: ['ABBR-001'],
  title: 'An acronym is explained where it is first used',
  why: 'Readers of other fields and languages do not know it; the full name with the acronym behind it costs little.',
  severity: {
    default: 'hint',
    report: 'warning',
    note: 'warning',
    resolution: 'off',
    decision: 'off',
    treaty: 'off',
    agenda: 'hint',
  },
  source: ABBREVIATIONS,
  fix: 'suggested',
  habit: true,
  houseStyle: true,
  distinct: true,
  messages: {
    default:
      '“{acronym}” is not explained. Write the full name first, with the acronym behind it in parentheses.',
    known: '“{acronym}” is not explained: {expansion} ({acronym}).',
  },
  wrong: [
    '1. The ⟦TRAC⟧ met in May, and TRAC met in June. The Amaru Legal Aid Network (ALAN) took part, with ALAN judges.',
    '1. The ⟦TRAC⟧ met in May with TRAC-led teams. The Amaru Legal Aid Network (ALAN) took part, with ALAN judges.',
    '1. The ⟦UNODC⟧ team met in May, and UNODC met in June. The Amaru Legal Aid Network (ALAN) took part, with ALAN judges.',
    // Another name behind the comma explains nothing, nor does a compound that it stands in.
    '1. The offices were ⟦TRAC⟧, the Technical Rivers Council and ALAN, the Amaru Legal Aid Network. TRAC met in June.',
    '1. The ⟦TRAC-ALAN⟧ meeting was in May, and TRAC met in June. The Amaru Legal Aid Network (ALAN) took part.',
    '1. The ALAN-⟦TRAC⟧-led meeting was in May, and TRAC met in June. The Amaru Legal Aid Network (ALAN) took part.',
    '1. In May ⟦GDP⟧ grew, and in June GDP fell.',
  ],
  right: [
    '1. The Training Academy of Rural Courts (TARC) met in May, and TARC met in June.',
    '1. TARC (Training Academy of Rural Courts) met in May, and TARC met in June.',
    '1. The Office leads TARC, the Training Academy of Rural Courts, and TARC met in June.',
    '1. Abbreviations: TARC, Training Academy of Rural Courts; NGS, national General Service.',
    '1. The Amaru Legal Aid Network (ALAN) led the ALAN-Regional Task Force and the ALAN-led OP-TARC.',
    '1. The effects of COVID-19 on persons with HIV were studied by UNICEF in part II.',
    '1. The Amaru Legal Aid Network (ALAN) took part, with ALAN judges.\n\n2. LAMPS; ROPES.',
    '1. The lights are new.\n\nKEY ARGUMENTS\n\n- The moorings are old.',
  ],
  draft: {
    reads: ['citation:acronym', 'citation:acronym-definition'],
    check(context) {
      if (context.facts.language !== 'en') return;
      const { uses, explained } = context.once(unexplained);
      for (const [acronym, { first, count }] of uses) {
        const expansion = expansionOf(acronym);
        context.report(first.block, first.anchor, {
          variant: expansion ? 'known' : 'default',
          args: { acronym, ...(expansion ? { expansion } : {}) },
          fixes: expansion ? [expand(first.block, acronym, expansion)] : [],
          // A text that explains none of its acronyms has readers who know them; one that is used once may be a name.
          ...(count < 2 || explained === 0 || (expansion === null && acronym.length > 6)
            ? { atMost: 'hint' as const }
            : {}),
        });
      }
    },
  },
};

const lateDefinition: Rule = {
  code: 'acronym-defined-late',
  ids: ['ABBR-001'],
  title: 'An acronym is explained before it is used alone',
  why: 'The explanation helps at the first place, not at the second.',
  severity: { default: 'hint', record: 'off' },
  source: ABBREVIATIONS,
  fix: 'none',
  messages: { default: '“{acronym}” is explained only further down.' },
  wrong: [
    '1. The ⟦TARC⟧ met in May.\n\n2. The Training Academy of Rural Courts (TARC) met again. Then TARC rested.',
    '1. The ⟦TARC⟧ met in May.\n\nAbbreviations: TARC, Training Academy of Rural Courts.',
  ],
  right: [
    '1. The Training Academy of Rural Courts (TARC) met in May.\n\n2. Then TARC rested.',
    '1. TARC, the Training Academy of Rural Courts, met in May.\n\n2. The Training Academy of Rural Courts (TARC) rested.',
  ],
  draft: {
    reads: ['citation:acronym', 'citation:acronym-definition'],
    check(context) {
      const definitions = new Map<string, Placed<{ start: number }>>();
      const define = (acronym: string, placed: Placed<{ start: number }>): void => {
        const first = definitions.get(acronym);
        if (!first || precedes(placed, first.block, first.item.start)) definitions.set(acronym, placed);
      };
      for (const placed of context.citationsOf('acronym-definition'))
        define(bare(placed.item.acronym), placed);
      for (const placed of context.citationsOf('acronym'))
        if (placed.item.standing === 'explained') define(bare(placed.item.acronym), placed);
      for (const { item } of context.citationsOf('acronym'))
        if (item.standing === 'named') definitions.delete(bare(item.acronym));
      const told = new Set<string>();
      for (const placed of context.citationsOf('acronym')) {
        const acronym = bare(placed.item.acronym);
        const definition = definitions.get(acronym);
        if (!definition || told.has(acronym) || KNOWN.has(acronym) || !COUNTED.includes(placed.block.role))
          continue;
        told.add(acronym);
        if (!precedes(placed, definition.block, definition.item.start)) continue;
        context.report(placed.block, placed.anchor, {
          args: { acronym },
          related: [{ block: definition.block, anchor: definition.anchor, message: phrase`Explained here.` }],
        });
      }
    },
  },
};

const RUNNING_TEXT: readonly Role[] = ['paragraph', 'prose', 'continuation'];

const unusedAcronym: Rule = {
  code: 'acronym-unused',
  ids: ['ABBR-002'],
  title: 'An acronym that is introduced is used',
  why: 'An acronym that is not used again only burdens the sentence.',
  severity: { default: 'hint', record: 'off' },
  source: ABBREVIATIONS,
  fix: 'suggested',
  onSave: true,
  messages: { default: '“{acronym}” is not used again; the parenthesis can go.' },
  wrong: [
    '1. The Training Academy of Rural Courts (⟦TARC⟧) met in May.',
    '1. The Rivers Association of the Amaru (⟦PRAMIS⟧) met in May.',
  ],
  right: [
    '1. The Rivers Association of the Amaru (PRAMIS) met in May, and PRAMIS met in June.',
    '1. The Training Academy of Rural Courts (TARC) met in May, and TARC met in June.',
    '1. The Islamic State in Iraq and the Levant (ISIL) was discussed.',
  ],
  draft: {
    reads: ['citation:acronym', 'citation:acronym-definition', 'words:acronym'],
    check(context) {
      const used = context.once(usedAcronyms);
      const times = new Map<string, number>();
      for (const { item } of context.citationsOf('acronym-definition'))
        times.set(bare(item.acronym), (times.get(bare(item.acronym)) ?? 0) + 1);
      for (const { block, item, anchor } of context.citationsOf('acronym-definition')) {
        const acronym = bare(item.acronym);
        // Symbols and compounds use it too ("CTOC/COP", "SADC-led"): capitals with a sign inside are left alone.
        if (used.has(acronym) || times.get(acronym)! > 1 || KNOWN.has(acronym) || !/^[A-Z]+$/.test(acronym))
          continue;
        if (block.role === 'title' || block.role === 'heading' || block.role === 'table') continue;
        context.report(block, anchor, { args: { acronym }, fixes: [dropParenthesis(block, item.acronym)] });
      }
      // The acronym of a name in another language, whose letters are not those of the words before it.
      const uses = new Map<string, number>();
      for (const { item } of context.citationsOf('acronym'))
        uses.set(item.acronym, (uses.get(item.acronym) ?? 0) + 1);
      for (const { block, item, anchor } of context.citationsOf('acronym')) {
        const { acronym } = item;
        if (uses.get(acronym)! > 1 || times.has(acronym) || KNOWN.has(acronym)) continue;
        if (!/^[A-Z]{4,}$/.test(acronym) || !RUNNING_TEXT.includes(block.role)) continue;
        const { text } = block.reading;
        if (!/[A-Z][a-z]+ \($/.test(text.slice(Math.max(0, item.start - 30), item.start))) continue;
        if (text[item.end] !== ')') continue;
        context.report(block, anchor, { args: { acronym }, fixes: [dropParenthesis(block, acronym)] });
      }
    },
  },
};

/** Takes " (TARC)" out. */
function dropParenthesis(block: Block, acronym: string): Fix {
  return {
    kind: 'suggested',
    title: phrase`Take the parenthesis out`,
    edits: () => {
      const { reading } = block;
      const m = new RegExp(` \\(${acronym.replace(/[^A-Za-z0-9]/g, '\\$&')}s?\\)`).exec(reading.text);
      if (!m || !reading.isPlain(m.index, m.index + m[0].length)) return [];
      const source = reading.spanToSource(m.index, m.index + m[0].length);
      return [{ block, start: source.start, end: source.end, text: '' }];
    },
  };
}

const definedTwice: Rule = {
  code: 'acronym-defined-twice',
  ids: ['ABBR-003'],
  title: 'An acronym is introduced once',
  why: 'A second introduction makes the reader look for a second meaning.',
  severity: { default: 'hint', record: 'off' },
  source: null,
  fix: 'none',
  messages: {
    default: '“{acronym}” has been introduced before.',
    other: '“{acronym}” has been introduced before, for “{expansion}”.',
  },
  wrong: [
    '1. The Training Academy of Rural Courts (TARC) met.\n\n2. The Training Academy of Rural Courts (⟦TARC⟧) met again.',
    '1. The Training Academy of Rural Courts (TARC) met.\n\n2. The Technical Aid to Rivers Council (⟦TARC⟧) met again.',
  ],
  right: [
    '1. The Training Academy of Rural Courts (TARC) met.\n\n2. TARC met again.',
    '# Report of the Training Academy of Rural Courts (TARC)\n\n1. The Training Academy of Rural Courts (TARC) met.\n\n2. TARC met again.',
  ],
  draft: {
    reads: ['citation:acronym-definition'],
    check(context) {
      const seen = new Map<string, Placed<{ expansion: string }>>();
      for (const placed of context.citationsOf('acronym-definition')) {
        const { block, item, anchor } = placed;
        // Headings, tables and notes may be read alone, and an annex is a text of its own.
        if (!COUNTED.includes(block.role)) continue;
        const acronym = `${block.container.startsWith('annex') ? block.container : ''}|${bare(item.acronym)}`;
        const first = seen.get(acronym);
        if (!first) {
          seen.set(acronym, placed);
          continue;
        }
        const same = first.item.expansion.toLowerCase() === item.expansion.toLowerCase();
        context.report(block, anchor, {
          variant: same ? 'default' : 'other',
          args: { acronym: bare(item.acronym), expansion: first.item.expansion },
          related: [{ block: first.block, anchor: first.anchor, message: phrase`Introduced here.` }],
        });
      }
    },
  },
};

const fullFormAgain: Rule = {
  code: 'full-name-after-acronym',
  ids: ['ABBR-003'],
  title: 'After its acronym a name is not written out again',
  why: 'Having introduced a short form, a text keeps to it.',
  severity: { default: 'hint', record: 'off', resolution: 'off', decision: 'off', treaty: 'off' },
  source: null,
  fix: 'suggested',
  messages: { default: 'The acronym “{acronym}” has been introduced for this.' },
  wrong: [
    '1. The United Nations Office on Drugs and Crime (UNODC) met.\n\n2. UNODC met again.\n\n3. The ⟦United Nations Office on Drugs and Crime⟧ rested.',
  ],
  right: [
    '1. The United Nations Office on Drugs and Crime (UNODC) met.\n\n2. UNODC met again.',
    '1. The United Nations Office on Drugs and Crime (UNODC) met.\n\n## United Nations Office on Drugs and Crime\n\n2. UNODC met again.',
  ],
  draft: {
    reads: ['citation:acronym-definition', 'citation:body', 'citation:acronym'],
    check(context) {
      const introduced = new Map<string, Placed<{ start: number; acronym: string }>>();
      for (const placed of context.citationsOf('acronym-definition')) {
        const key = placed.item.expansion.toLowerCase();
        if (COUNTED.includes(placed.block.role) && !introduced.has(key)) introduced.set(key, placed);
      }
      if (introduced.size === 0) return;
      const byText = new Map<string, Placed<{ start: number; acronym: string }> | null>();
      const used = context.once(usedAcronyms);
      for (const { block, item, anchor } of context.citationsOf('body')) {
        let definition = byText.get(item.text);
        if (definition === undefined) {
          definition = introduced.get(item.text.replace(/\s+/g, ' ').toLowerCase()) ?? null;
          byText.set(item.text, definition);
        }
        if (!definition || !COUNTED.includes(block.role) || block.quoted) continue;
        if (!used.has(bare(definition.item.acronym)) || block.container !== definition.block.container)
          continue;
        if (definition.block === block || !precedes(definition, block, item.start)) continue;
        context.report(block, anchor, {
          args: { acronym: definition.item.acronym },
          related: [
            { block: definition.block, anchor: definition.anchor, message: phrase`Introduced here.` },
          ],
        });
      }
    },
  },
};

/** Acronyms of things that are counted. */
const COUNTABLE = new Set(
  `NGO SDG MDG LDC LLDC CSO NGOS IDP SME ICT NSA DVD PDF CEO MP ID INGO GMO POP IFI TNC MNE IED UAV RPG CBM FTA BIT
  MOU`.split(/\s+/),
);

const acronymPlural: Rule = {
  code: 'acronym-plural',
  ids: ['ABBR-010'],
  title: 'The plural of an acronym has no apostrophe',
  why: 'The apostrophe makes it a possessive.',
  severity: STYLE,
  source: UNDRR,
  fix: 'suggested',
  houseStyle: true,
  messages: { default: 'The plural has no apostrophe: “{right}”.' },
  wrong: ['1. Many ⟦NGO’s⟧ took part.', '1. The role of ⟦SDG’s⟧ and of courts was studied.'],
  right: ['1. Many NGOs took part.', '1. The NGO’s report was read.'],
  block: {
    on: { citations: ['acronym'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'acronym' || !COUNTABLE.has(citation.acronym)) return;
      const { text } = context;
      if (
        !isApostrophe(text.charCodeAt(end)) ||
        text.charCodeAt(end + 1) !== 0x73 ||
        isLetter(text.charCodeAt(end + 2))
      )
        return;
      const before = previousWord(text, start);
      const after = nextWord(text, end + 2);
      const many =
        /^(?:many|several|all|these|those|other|some|both|few|two|three|four|five|local|international|national|with|of|by|and)$/;
      // "the NGO's report": a noun follows. "many NGO's took part", "of SDG's and": none does.
      if (
        !many.test(before) ||
        (after !== '' &&
          !/^(?:and|or|in|to|are|were|have|took|that|which|who|on|for|with|should|can|will|had)$/.test(after))
      )
        return;
      if (context.draft.language !== 'en' || context.inQuotation(start)) return;
      const right = `${citation.acronym}s`;
      context.report(start, end + 2, { args: { right }, fix: replaceWith(start, end + 2, right) });
    },
  },
};

const possessive: Rule = {
  code: 'acronym-possessive',
  ids: ['ABBR-004'],
  title: 'No possessive of an acronym',
  why: 'The manual writes “the work of UNODC” or “UNODC efforts”.',
  severity: 'hint',
  source: UNDRR,
  fix: 'suggested',
  messages: {
    default: 'An acronym has no possessive: write “of {acronym}”, or “{acronym}” before the noun.',
  },
  wrong: ['1. ⟦UNODC’s⟧ work went on.'],
  right: ['1. The work of UNODC went on. UNODC efforts helped.', '1. She said: “UNODC’s work went on.”'],
  block: {
    on: { citations: ['acronym'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'acronym') return;
      const { text } = context;
      if (
        !isApostrophe(text.charCodeAt(end)) ||
        text.charCodeAt(end + 1) !== 0x73 ||
        isLetter(text.charCodeAt(end + 2))
      )
        return;
      if (COUNTABLE.has(citation.acronym) && !/^the$/.test(previousWord(text, start))) return;
      if (citation.acronym === 'UN') return;
      if (context.draft.language !== 'en' || context.inQuotation(start)) return;
      context.report(start, end + 2, {
        args: { acronym: citation.acronym },
        fix: { title: phrase`Take the ’s out`, edits: [{ start: end, end: end + 2, text: '' }] },
      });
    },
  },
};

/** Organizations whose acronym has no article. */
const NO_ARTICLE =
  `UNODC UNHCR UNICEF UNDP UNESCO UNEP UNFPA UNOPS UNCTAD UNIDO UNITAR WHO ILO IOM FAO OHCHR OCHA
  ICAO IFAD WIPO WMO OSCE SADC ASEAN ECOWAS`
    .split(/\s+/)
    .filter((name) => name !== '');

const article: Rule = {
  code: 'article-before-acronym',
  ids: ['ABBR-005'],
  title: 'No article before the acronym of an organization',
  why: 'Acronyms of organizations are used like names: UNODC, WHO.',
  severity: 'hint',
  source: UNDRR,
  fix: 'safe',
  messages: { default: 'The acronym stands without “the”: “{acronym}”.' },
  wrong: ['1. ⟦The UNODC⟧ has trained judges with ⟦the WHO⟧.'],
  right: [
    '1. UNODC has trained judges with WHO.',
    '1. The UNODC Regional Office and the WHO guidelines helped.',
  ],
  block: {
    on: { words: NO_ARTICLE },
    check(context, start, end) {
      const { text } = context;
      if (!isUpper(text.charCodeAt(start + 1))) return;
      const the = wordBefore(text, start);
      if (!the || text.slice(the.start, the.end).toLowerCase() !== 'the') return;
      const code = text.charCodeAt(end);
      const next = nextWord(text, end);
      // A noun behind it makes it an attribute.
      const alone =
        code === 0x2c || code === 0x2e || code === 0x3b
          ? true
          : /^(?:and|or|in|to|is|has|was|will|should|for|with|on|by|at|as|from|had|can|may|also)$/.test(
              next,
            ) && !/^ and [A-Z]{2,}(?: [a-z]| [A-Z][a-z])/.test(text.slice(end, end + 20));
      if (!alone || (next === 'and' && !/^ and (?:the )?[A-Za-z]+ [A-Za-z]/.test(text.slice(end, end + 40))))
        return;
      if (context.draft.language !== 'en' || context.inQuotation(start)) return;
      const acronym = text.slice(start, end);
      context.report(the.start, end, {
        args: { acronym },
        fix: replaceWith(the.start, end, acronym),
      });
    },
  },
};

const unitedNations: Rule = {
  code: 'un-abbreviated',
  ids: ['ABBR-006'],
  title: 'United Nations written out',
  why: 'The name of the Organization is not abbreviated.',
  severity: { default: 'warning', statement: 'hint', record: 'hint', letter: 'hint', other: 'hint' },
  source: ABBREVIATIONS,
  fix: 'safe',
  habit: true,
  houseStyle: true,
  messages: { default: 'The name of the Organization is written out: “United Nations”.' },
  wrong: ['1. The ⟦UN⟧ system helped, with ⟦UN⟧ support.'],
  right: [
    'UNICEF UNFPA UN\n\n-Habitat UNHCR UN',
    '1. The United Nations system helped, with UN-Women, UN-Habitat and UN Women.',
    '1. The booklet *The UN at Work* and “UN Day” were mentioned.',
    '1. The road was named UN MISS Avenue.',
    '1. See https://un.org/UN/index and document UN/SA/1.',
  ],
  block: {
    on: { words: ['UN'] },
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(start) !== 0x55 || text.charCodeAt(start + 1) !== 0x4e) return;
      const code = text.charCodeAt(end);
      const before = text.charCodeAt(start - 1);
      if (
        code === 0x2d ||
        code === 0x2011 ||
        code === 0x2010 ||
        code === 0x2f ||
        (code === 0x2e && !isSpace(text.charCodeAt(end + 1)) && end + 1 < text.length)
      )
        return;
      if (
        before === 0x2d ||
        before === 0x2f ||
        before === 0x2e ||
        before === 0x40 ||
        (before === 0x28 && code === 0x29)
      )
        return;
      if (isDigit(code) || isDigit(before) || /^ [-–]/.test(text.slice(end, end + 2))) return;
      if (
        /^ (?:Women|Habitat|Water|Oceans|Energy|Nutrition|DSS|Tourism|Global Compact|Web TV|Chronicle|News|Volunteer)/.test(
          text.slice(end, end + 16),
        )
      )
        return;
      // A line of acronyms, as the head of a table has: “UNFPA UN UNHCR”; at its end a name may be cut: “UNFPA UN”, “-Habitat”.
      if (
        /[A-Z]{3,} $/.test(text.slice(Math.max(0, start - 8), start)) &&
        /^\s*(?:$|[A-Z]{3,})/.test(text.slice(end, end + 8))
      )
        return;
      if (!mayReport(context, start)) return;
      const next = /^ ([A-Z][A-Za-z]*|\d)/.exec(text.slice(end, end + 24))?.[1];
      if (next !== undefined && (next === 'Nations' || /^[A-Z]{2,}$/.test(next))) return;
      const { title, edits } = replaceWith(start, end, 'United Nations');
      // "UN Avenue", "UN 2.0" may be names of their own.
      const named = next !== undefined && !IN_NAMES_OF_THE_ORGANIZATION.test(next);
      context.report(start, end, {
        fix: { title, edits, ...(named ? { kind: 'suggested' as const } : {}) },
        ...(named ? { atMost: 'hint' as const } : {}),
      });
    },
  },
};

/** Words with a capital that follow "United Nations" in the names of its organs, offices and instruments. */
const IN_NAMES_OF_THE_ORGANIZATION =
  /^(?:Assistance|Charter|Children|Commission|Conference|Convention|Coordinator|Country|Decade|Department|Deputy|Development|Economic|Educational|Environment|Framework|General|Headquarters|High|Human|Joint|Member|Members|Mission|Office|Organization|Peacebuilding|Peacekeeping|Police|Population|Resident|Secretariat|Secretary|Security|Special|Statistical|Sustainable|System|Truce|Under|University)$/;

/** Principal organs and how they are abbreviated elsewhere. */
const ORGANS: ReadonlyMap<string, string> = new Map([
  ['UNGA', 'General Assembly'],
  ['GA', 'General Assembly'],
  ['UNSC', 'Security Council'],
  ['SC', 'Security Council'],
  ['ECOSOC', 'Economic and Social Council'],
  ['SG', 'Secretary-General'],
  ['UNSG', 'Secretary-General'],
]);

const organAbbreviated: Rule = {
  code: 'organ-abbreviated',
  ids: ['ABBR-007'],
  title: 'Principal organs and the Secretary-General written out',
  why: 'The names of the principal organs are not abbreviated.',
  severity: {
    default: 'hint',
    report: 'warning',
    note: 'warning',
    resolution: 'warning',
    decision: 'warning',
  },
  source: ABBREVIATIONS,
  fix: 'suggested',
  habit: true,
  houseStyle: true,
  messages: { default: 'This name is written out: “{right}”.' },
  wrong: ['1. The ⟦SG⟧ reported to the ⟦ECOSOC⟧ and to the ⟦GA⟧.'],
  right: [
    '1. The Secretary-General reported to the Economic and Social Council.',
    '1. Document ECOSOC/6789 and press release SG/SM/123 were issued in Columbia, SC 29201.',
    '1. The ECOSOC Youth Forum was held.',
  ],
  block: {
    on: { words: [...ORGANS.keys()] },
    check(context, start, end) {
      const { text } = context;
      const written = text.slice(start, end);
      const right = ORGANS.get(written);
      if (!right) return;
      const code = text.charCodeAt(end);
      const before = text.charCodeAt(start - 1);
      if (code === 0x2f || code === 0x2d || before === 0x2f || before === 0x2d || isDigit(before)) return;
      const after = wordAfter(text, end);
      const next = after ? text.slice(after.start, after.end) : '';
      // "GA res.", "SC resolution" is a way of citing, and another rule's; a capital behind makes it a name.
      if (/^(?:res|resolutions?|dec|decisions?)$/i.test(next) || (next !== '' && isUpper(next.charCodeAt(0))))
        return;
      if (written.length === 2 && previousWord(text, start) !== 'the') return;
      if (context.draft.language !== 'en' || context.inQuotation(start)) return;
      context.report(start, end, { args: { right }, fix: replaceWith(start, end, right) });
    },
  },
};

const STOPPED: ReadonlyMap<string, string> = new Map([
  ['U.S.', 'United States'],
  ['U.S.A.', 'United States of America'],
  ['U.N.', 'United Nations'],
  ['U.K.', 'United Kingdom'],
]);

const fullStops: Rule = {
  code: 'acronym-full-stops',
  ids: ['ABBR-008'],
  title: 'No full stops inside acronyms',
  why: 'Acronyms are written without full stops.',
  severity: 'hint',
  source: UNDRR,
  fix: 'suggested',
  messages: { default: 'Without full stops: “{right}”.' },
  wrong: ['1. The ⟦U.N.D.P.⟧ office and the ⟦U.S.⟧ office met.'],
  right: [
    '1. The UNDP office met at 3.30 p.m. with U. S. Amaru.',
    '1. E.U. Amaru and J.K. Brown spoke, i.e. both.',
  ],
  block: {
    on: { words: ['u'] },
    check(context, start) {
      const { text } = context;
      if (
        text.charCodeAt(start) !== 0x55 ||
        isLetter(text.charCodeAt(start - 1)) ||
        text.charCodeAt(start - 1) === 0x2e
      )
        return;
      const m = /^U\.(?:[A-Z]\.){1,8}/.exec(text.slice(start, start + 20));
      if (!m || isLetter(text.charCodeAt(start + m[0].length))) return;
      if (!mayReport(context, start)) return;
      const right = STOPPED.get(m[0]) ?? m[0].replace(/\./g, '');
      if (!STOPPED.has(m[0]) && m[0].length < 8) return;
      const to = start + m[0].length;
      // The last stop may end the sentence as well, and stays.
      const ends = to >= text.length;
      context.report(start, to, { args: { right }, fix: replaceWith(start, ends ? to - 1 : to, right) });
    },
  },
};

const LATIN: ReadonlyMap<string, string> = new Map([
  ['e.g.', 'for example'],
  ['i.e.', 'that is'],
  ['etc.', 'and so on'],
  ['viz.', 'namely'],
]);

const latin: Rule = {
  code: 'latin-abbreviation',
  ids: ['ABBR-009'],
  title: 'Latin abbreviations only in parentheses, tables and notes',
  why: 'In running text words read better: for example, that is.',
  severity: { default: 'off', report: 'hint', note: 'hint', resolution: 'hint', decision: 'hint' },
  source: UNDRR,
  fix: 'suggested',
  messages: { default: 'In running text this is written out: “{right}”.' },
  wrong: ['1. Judges, prosecutors, ⟦etc.⟧ were trained, ⟦i.e.⟧ in 2021.'],
  right: [
    '1. Officials (e.g. judges, prosecutors, etc.) were trained, that is, in 2021.',
    '1. He wrote: “i.e. in 2021”.',
  ],
  exampleKind: 'report',
  block: {
    on: { words: ['e', 'i', 'etc', 'viz'] },
    check(context, start, end) {
      const { text } = context;
      if (text.charCodeAt(end) !== 0x2e || context.role === 'note') return;
      const length = 4;
      const written = text.slice(start, start + length);
      const right = LATIN.get(written.toLowerCase());
      if (!right || isLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 0x2e) return;
      // Inside parentheses: an opening one before it that is not closed.
      if (inParentheses(text, start)) return;
      if (!mayReport(context, start)) return;
      context.report(start, start + length, {
        args: { right },
        fix: replaceWith(start, start + length, right),
      });
    },
  },
};

const SKIPPED = /^(?:of|the|and|for|on|in|to|a|an|against|with|from|by|at|or|as|de|la|du|des|et)$/i;

const initials: Rule = {
  code: 'acronym-initials',
  ids: ['ABBR-011'],
  title: 'An acronym has the initials of its name, in their order',
  why: 'Letters that have changed places are a slip, and every later use repeats it.',
  severity: 'warning',
  source: null,
  fix: 'suggested',
  messages: { default: 'The initials of the name give “{right}”.' },
  wrong: ['1. The Southern African Development Community (⟦SACD⟧) took part.'],
  right: [
    '1. The Southern African Development Community (SADC) took part.',
    '1. The Amaru Foundation (ABBA) and the Centre for Research (CRF) took part.',
    '1. The Amaru Bureau of Courts and the Office of Law (OAC) took part.',
  ],
  block: {
    on: { chars: '(' },
    check(context, start) {
      const { text } = context;
      let end = start + 1;
      while (isUpper(text.charCodeAt(end))) end++;
      const length = end - start - 1;
      if (length < 4 || length > 9 || text.charCodeAt(end) !== 0x29) return;
      const acronym = text.slice(start + 1, end);
      const all = text
        .slice(Math.max(0, start - 160), start)
        .split(/[\s-]+/)
        .filter((word) => word !== '');
      // The letters stand in the name in the order of the acronym, small words and parts of compounds counted or not.
      let letter = 0;
      for (const word of all.slice(-14)) if (word[0]!.toUpperCase() === acronym[letter]) letter++;
      if (letter === length) return;
      const words = all.filter((word) => !SKIPPED.test(word)).slice(-length);
      if (words.length < length || words.some((word) => !isUpper(word.charCodeAt(0)) || /[.,;:)]/.test(word)))
        return;
      const right = words.map((word) => word[0]!).join('');
      if (right === acronym || [...right].sort().join('') !== [...acronym].sort().join('')) return;
      // Two letters have changed places; more is another language.
      let different = 0;
      for (let i = 0; i < length; i++) if (right[i] !== acronym[i]) different++;
      if (different > 2 || !mayReport(context, start)) return;
      context.report(start + 1, end, { args: { right }, fix: replaceWith(start + 1, end, right) });
    },
  },
};

const inResolutions: Rule = {
  code: 'acronym-in-resolution',
  ids: ['ABBR-012'],
  title: 'No acronyms in resolutions',
  why: 'Resolutions write names out; what is adopted is read alone and for long.',
  severity: { default: 'off', resolution: 'hint', decision: 'hint' },
  source: 'Editorial Manual, Resolutions and other formal decisions',
  fix: 'suggested',
  exampleKind: 'resolution',
  distinct: true,
  messages: {
    default: 'Resolutions write names out; “{acronym}” is not explained here.',
    known: 'Resolutions write names out: {expansion}.',
  },
  wrong: [
    '1. The General Assembly,\n\n2. Recalling its resolution 75/158,\n\n1. Requests ⟦UNODC⟧ to report;\n\n2. Decides to meet again.\n',
  ],
  right: [
    '1. The General Assembly,\n\n2. Recalling its resolution 75/158,\n\n1. Requests the United Nations Office on Drugs and Crime to report on COVID-19;\n\n2. Decides to meet again.\n',
  ],
  draft: {
    reads: ['citation:acronym', 'citation:acronym-definition'],
    check(context) {
      if (context.facts.language !== 'en') return;
      for (const [acronym, { first }] of context.once(unexplained).uses) {
        const expansion = expansionOf(acronym);
        context.report(first.block, first.anchor, {
          variant: expansion ? 'known' : 'default',
          args: { acronym, ...(expansion ? { expansion } : {}) },
          fixes: expansion
            ? [
                {
                  ...expand(first.block, acronym, expansion),
                  title: phrase`Replace with “${expansion}”`,
                  edits: () =>
                    expand(first.block, acronym, expansion)
                      .edits()
                      .map((edit) => ({ ...edit, text: expansion })),
                },
              ]
            : [],
        });
      }
    },
  },
};

export const rules: readonly Rule[] = [
  undefinedAcronym,
  lateDefinition,
  unusedAcronym,
  definedTwice,
  fullFormAgain,
  possessive,
  article,
  unitedNations,
  organAbbreviated,
  fullStops,
  latin,
  acronymPlural,
  initials,
  inResolutions,
];
