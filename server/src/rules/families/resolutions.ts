import type { ResolutionCitation, SessionReference } from '../../citations/citation.js';
import { assemblyInterval, councilYear, rangeOf } from '../../catalogue/sessions.js';
import { titleKey } from '../../catalogue/words.js';
import { endsSentence, isDigit, isUpper } from '../../citations/reading.js';
import type { Role } from '../../document/block.js';
import { day, ordinal, phrase, type Sentence } from '../../l10n/phrase.js';
import { ordinalWords } from '../../text/ordinals.js';
import type { BlockContext, FixOption } from '../blockContext.js';
import { RUNNING } from '../blockContext.js';
import { dayMonthYear, isoOf } from '../calendar.js';
import type { Derived, Place } from '../draftContext.js';
import type { Rule } from '../rule.js';
import { lastBefore } from '../../text/span.js';
import { lastIn } from '../../text/search.js';

const IDENTIFICATION = 'Editorial Manual, Resolutions and other formal decisions: system of identification';
const ASSEMBLY = 'General Assembly';
const COUNCIL = 'Security Council';

/** Running text, in which a resolution is introduced to the reader. */
const SENTENCES: readonly Role[] = ['paragraph', 'prose', 'continuation', 'preambular', 'operative', 'item'];

/** Where resolutions are cited, the preamble that stands with the masthead included. */
const CITED: readonly Role[] = [...RUNNING, 'masthead'];

/** The resolution citations of the block that say which resolution they mean. */
function resolutionsOf(context: BlockContext): readonly ResolutionCitation[] {
  return context.citationsOf('resolution').filter((c) => !c.anaphoric);
}

/** The lists of the block by their number. */
function listsOf(context: BlockContext): ReadonlyMap<number, readonly ResolutionCitation[]> {
  const lists = new Map<number, ResolutionCitation[]>();
  for (const c of resolutionsOf(context)) {
    if (c.list === undefined) continue;
    const list = lists.get(c.list);
    if (list) list.push(c);
    else lists.set(c.list, [c]);
  }
  return lists;
}

/** The members of the list that a citation belongs to, in order; the citation alone where it stands alone. */
function listOf(context: BlockContext, citation: ResolutionCitation): readonly ResolutionCitation[] {
  if (citation.list === undefined) return [citation];
  return context.once(listsOf).get(citation.list) ?? [];
}

/** Whether the citation stands behind the noun itself, not further on in its list. */
function leads(context: BlockContext, citation: ResolutionCitation): boolean {
  return listOf(context, citation)[0] === citation;
}

/** ISO date of the document where it is known, or today. */
function dateOf(context: BlockContext): string | undefined {
  return isoOf(context.draft.date) ?? context.draft.today ?? undefined;
}

function spoken(iso: string): string {
  return dayMonthYear(Number(iso.slice(8, 10)), Number(iso.slice(5, 7)), Number(iso.slice(0, 4)));
}

// ---- How a resolution is named

const ABBREVIATED_BODIES: Readonly<Record<string, string>> = {
  GA: ASSEMBLY,
  UNGA: ASSEMBLY,
  SC: COUNCIL,
  UNSC: COUNCIL,
  ECOSOC: 'Economic and Social Council',
  HRC: 'Human Rights Council',
  UNHRC: 'Human Rights Council',
};

const BODY_BEFORE = /(?:^|[^A-Za-z])((?:UN |U\.N\. )?(UNGA|UNSC|UNHRC|GA|SC|HRC|ECOSOC) )$/;
const FULL_BODY_BEFORE =
  /(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council) $/;
const NUMBER_BEHIND =
  /^\.? ?(?:(?:Nos?|nos?)\.? ?)?(?=(?:A\/RES\/|S\/RES\/)?\d{1,4}(?:\/\d|(?: [A-Z])? ?\(|[^\d]|$)|(?:S|ES)-\d)/;

const abbreviated: Rule = {
  code: 'resolution-abbreviated',
  ids: ['RES-002', 'RES-009'],
  title: 'The body is written in full, “resolution” in lower case',
  why: 'The names of principal organs are never abbreviated, and a resolution is cited as “General Assembly resolution 64/293”.',
  severity: { default: 'warning', record: 'hint', statement: 'warning' },
  source: `${IDENTIFICATION}; Correspondence Manual`,
  fix: 'safe',
  language: true,
  habit: true,
  houseStyle: true,
  messages: {
    default: 'Write “{right}”.',
    capital: 'Write “resolution” in lower case: “{right}”.',
  },
  wrong: [
    '1. The Office welcomed ⟦GA Res.⟧ 79/12 and ⟦UNSCR⟧ 2231 (2015).\n',
    '1. The Office welcomed ⟦ECOSOC resolution⟧ 2019/3 and (⟦GA res.⟧ 73/4).\n',
    '1. The Office welcomed the United Nations General Assembly ⟦Resolution⟧ 73/4.\n',
    '1. The Office welcomed ⟦UNSC resolutions⟧ 1325 (2000) and 1820 (2008).\n',
  ],
  right: [
    '1. General Assembly resolution 79/12 and Security Council resolution 2231 (2015) were welcomed.\n',
    '1. Resolution 79/12 was welcomed. See “GA Res. 79/12”, and A/RES/79/12.\n',
    '1. The Res. 12 file and GA staff at the SC were not found; ECOSOC met.\n',
  ],
  block: {
    on: { words: ['res', 'resolution', 'resolutions', 'unscr', 'unscrs', 'scr', 'ungar'] },
    roles: CITED,
    check(context, start, end) {
      const { text } = context;
      const lower = text.slice(start, end).toLowerCase();
      const behind = NUMBER_BEHIND.exec(text.slice(end, end + 24));
      if (!behind || (text[end] !== '.' && text[end] !== ' ' && text[end] !== '\n')) return;
      const first = context.citationAt(end + behind[0].length, 'resolution');
      const own = first?.type === 'resolution' ? first : undefined;
      // "UNEP/EA.4/Res.1" is a symbol.
      if (text[start - 1] === '/' || (own?.asSymbol && lower === 'res')) return;
      const many = own !== undefined && listOf(context, own).length > 1;
      const noun = many || lower === 'resolutions' ? 'resolutions' : 'resolution';
      if (lower === 'unscr' || lower === 'unscrs' || lower === 'scr' || lower === 'ungar') {
        if (lower === 'scr' && own === undefined) return;
        const right = `${lower === 'ungar' ? ASSEMBLY : COUNCIL} ${noun}`;
        context.report(start, end, {
          args: { right },
          fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end, text: right }] },
        });
        return;
      }
      const before = text.slice(Math.max(0, start - 28), start);
      const body = BODY_BEFORE.exec(before);
      const full = body ? null : FULL_BODY_BEFORE.exec(before);
      const short = lower === 'res';
      const capital = isUpper(text.charCodeAt(start));
      if (short && !body && !full && own === undefined) return;
      if (!body && !short) {
        // A capital is right at the start of a sentence, and after nothing that says it is not one.
        if (!capital || !full || context.role === 'heading' || context.role === 'title') return;
      }
      const from = body ? start - body[1]!.length : start;
      let to = end;
      if (short && text[to] === '.') to++;
      const right = `${body ? `${ABBREVIATED_BODIES[body[2]!]!} ` : ''}${noun}`;
      const replacement = text[to] === ' ' || text[to] === '\n' ? right : `${right} `;
      context.report(from, to, {
        variant: body || short ? 'default' : 'capital',
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start: from, end: to, text: replacement }] },
      });
    },
  },
};

const bodyFirst: Rule = {
  code: 'resolution-body-at-first-mention',
  ids: ['RES-001'],
  title: 'The adopting body is named where a resolution is first mentioned',
  why: 'A number alone does not say whose resolution it is.',
  severity: {
    default: 'hint',
    resolution: 'off',
    decision: 'off',
    record: 'off',
    treaty: 'off',
    statement: 'off',
  },
  source: IDENTIFICATION,
  fix: 'suggested',
  messages: { default: 'Name the body at the first mention: “{right}”.' },
  wrong: ['1. In response to resolution ⟦79/12⟧, the Office trained judges.\n'],
  right: [
    '1. In response to General Assembly resolution 79/12, the Office trained judges; resolution 79/12 was welcomed.\n',
    '1. The General Assembly, in its resolution 79/12, welcomed the report.\n',
  ],
  draft: {
    reads: ['citation:resolution', 'words:resolution'],
    check(context) {
      for (const place of context.kept(BARE_FIRST_MENTIONS)) {
        const placed = context.citationAt('resolution', place);
        if (!placed || placed.item.organ === null) continue;
        const { block, item, anchor } = placed;
        const organ = item.organ!;
        const { text } = block.reading;
        // The subject of the sentence counts: "the General Assembly adopted … resolution 75/158".
        const from = sentenceStart(text, item.start);
        const to = sentenceEnd(text, item.end);
        if (/\b(?:Assembly|Council|Conference|Commission|Committee|Board)\b/.test(text.slice(from, to)))
          continue;
        const at = item.phrase?.start ?? item.start;
        const noun = /^resolutions? /.exec(text.slice(at, item.start));
        const right = `${organ} resolution ${text.slice(item.start, item.end)}`;
        const span = block.reading.spanToSource(at, at);
        context.report(block, anchor, {
          args: { right },
          fixes: noun
            ? [
                {
                  kind: 'suggested',
                  title: phrase`Insert “${organ}”`,
                  edits: () => [{ block, start: span.start, end: span.start, text: `${organ} ` }],
                },
              ]
            : [],
        });
      }
    },
  },
};

/** The first mentions of resolutions whose number alone says whose they are. */
const BARE_FIRST_MENTIONS: Derived<readonly Place[]> = {
  reads: ['citation:resolution'],
  make(context) {
    const seen = new Set<string>();
    return context.citationsOf('resolution').filter(({ item, block }) => {
      if (item.anaphoric || item.normalized === '' || item.decision) return false;
      const known = seen.has(item.normalized);
      seen.add(item.normalized);
      if (known || !SENTENCES.includes(block.role) || block.quoted) return false;
      return item.assumed && item.adopter === undefined && !item.asSymbol && item.organ !== null;
    });
  },
};

/** Where the sentence around an offset begins, 400 code units back at most. */
function sentenceStart(text: string, at: number): number {
  const limit = Math.max(0, at - 400);
  for (let i = at - 1; i > limit; i--) if (text.charCodeAt(i) === 0x2e && endsSentence(text, i)) return i + 1;
  return limit;
}

/** Where it ends, 300 code units on at most. */
function sentenceEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 300);
  for (let i = at; i < limit; i++) if (text.charCodeAt(i) === 0x2e && endsSentence(text, i)) return i;
  return limit;
}

const yearAdded: Rule = {
  code: 'assembly-year-added',
  ids: ['RES-003'],
  title: 'Resolutions of the General Assembly carry no year',
  why: 'Since the thirty-first session the number before the stroke is the session: a year in parentheses says it twice, and makes the number look like one of the Security Council.',
  severity: 'warning',
  source: IDENTIFICATION,
  fix: 'safe',
  messages: { default: 'The session is in the number: leave out “{year}”.' },
  wrong: ['1. In General Assembly resolution ⟦79/12 (2024)⟧ the Office was thanked.\n'],
  right: [
    '1. In General Assembly resolutions 79/12 of 2 December 2024 and 217 A (III) the Office was thanked.\n',
    '1. Security Council resolution 2231 (2015) and Economic and Social Council resolution 2015/23 hold.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || !citation.yearSpan || citation.asSymbol) return;
      if (citation.organ !== ASSEMBLY || !/^(?:3[1-9]|[4-9]\d|\d{3})$|^E?S-\d/.test(citation.session ?? ''))
        return;
      const year = citation.yearSpan;
      const stop = Math.max(end, year.end);
      // The space before the parenthesis goes with it.
      let from = year.start;
      while (/\s/.test(context.text.charAt(from - 1))) from--;
      context.report(start, stop, {
        args: { year: context.text.slice(year.start, year.end).trim() },
        fix: {
          title: phrase`Leave out the year`,
          edits: [{ start: from, end: year.end, text: '' }],
        },
      });
    },
  },
};

const councilYearMissing: Rule = {
  code: 'council-year-missing',
  ids: ['RES-004'],
  title: 'Resolutions of the Security Council carry their year',
  why: 'The year is part of the citation: resolution 1325 (2000).',
  severity: {
    default: 'warning',
    record: 'off',
    statement: 'hint',
    other: 'hint',
    resolution: 'hint',
    letter: 'hint',
  },
  source: IDENTIFICATION,
  fix: 'suggested',
  messages: {
    default: 'Add the year: “{right}”.',
    unknown: 'Add the year of the resolution in parentheses.',
    stroke: 'The year stands in parentheses behind the number: “{right}”.',
  },
  wrong: [
    '1. Security Council resolution ⟦1325⟧ opened a door; the Council recalled resolutions 1820 (2008) and ⟦1960⟧.\n',
    '1. Security Council resolutions ⟦418/1977⟧ and ⟦1325/2000⟧ hold; resolution ⟦1820/2008⟧ does too.\n',
  ],
  right: [
    '1. Security Council resolutions 1325 (2000) and 1820 (2008) opened a door; see S/RES/1325 (2000).\n',
    '1. Resolution 418/1978 is none of the Council’s.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.asSymbol || citation.anaphoric) return;
      if (citation.organ !== COUNCIL || citation.decision) return;
      if (citation.stroke) {
        const right = `${citation.number} (${citation.year ?? ''})`;
        context.report(start, end, {
          variant: 'stroke',
          args: { right },
          fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end, text: right }] },
        });
        return;
      }
      if (!citation.elliptical) return;
      const year = councilYear(Number(citation.number));
      const right = `${citation.text} (${year ?? ''})`;
      context.report(start, end, {
        variant: year === null ? 'unknown' : 'default',
        args: { right },
        fix:
          year === null
            ? []
            : { title: phrase`Add the year ${year}`, edits: [{ start: end, end, text: ` (${year})` }] },
      });
    },
  },
};

// ---- Whether there is such a resolution

const councilYearWrong: Rule = {
  code: 'council-year-wrong',
  ids: ['RES-005'],
  title: 'Number and year of a resolution of the Security Council agree',
  why: 'The Council numbers its resolutions through the years: each number belongs to one year.',
  severity: 'error',
  source: 'Resolutions of the Security Council by year',
  fix: 'suggested',
  messages: {
    default:
      'Resolution {number} was adopted in {year}. In {written} the Council adopted {range}. Check the number and the year.',
    future: 'The year {written} lies after the date of the document. Check the number and the year.',
  },
  wrong: [
    '1. The Council adopted Security Council resolution ⟦1325 (2001)⟧.\n',
    '1. Recalling resolutions 1820 (2008) and ⟦1325 (2010)⟧ of the Security Council.\n',
  ],
  right: ['1. Security Council resolutions 1325 (2000), 1820 (2008) and 2231 (2015).\n'],
  block: {
    on: { citations: ['resolution'] },
    roles: [...CITED, 'table', 'organ'],
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.organ !== COUNCIL || citation.decision) return;
      if (citation.anaphoric || citation.year === undefined || citation.normalized === '') return;
      const found = context.draft.catalogue.existence(citation.normalized, dateOf(context));
      if (found.status === 'implausible' && found.reason === 'future') {
        if (councilYear(Number(citation.number)) === null) {
          context.report(start, end, { variant: 'future', args: { written: citation.year } });
          return;
        }
      } else if (found.status !== 'absent' || found.reason !== 'other-year') return;
      const year = councilYear(Number(citation.number));
      if (year === null) return;
      const written = String(citation.year);
      const at = lastIn(context.text, written, start + 1, end);
      const fix: FixOption[] =
        at >= 0
          ? [
              {
                title: phrase`Replace the year with ${year}`,
                edits: [{ start: at, end: at + 4, text: String(year) }],
              },
            ]
          : [];
      context.report(start, end, {
        args: { number: citation.number, year, written, range: rangeText(citation.year) },
        fix,
      });
    },
  },
};

/** "resolutions 2504 to 2560"; "other resolutions" for a year of which nothing is known. */
function rangeText(year: number): Sentence {
  const range = rangeOf('SC', String(year));
  return range ? phrase`resolutions ${range.first} to ${range.last}` : phrase`other resolutions`;
}

/** Whether a number with a stroke is given to the Security Council, by its name before it or as what it adopted. */
function isCouncils(citation: ResolutionCitation, text: string): boolean {
  if (citation.asSymbol || citation.stroke || !/^\d{1,4}\/\d/.test(citation.text)) return false;
  if (citation.organ === 'Security Council') return true;
  return /\bSecurity Council,? (?:adopted|in|by) (?:its )?resolution $/.test(
    text.slice(Math.max(0, citation.start - 50), citation.start),
  );
}

const numberingEra: Rule = {
  code: 'resolution-numbering-era',
  ids: ['RES-006', 'RES-019'],
  title: 'The form of the number fits its time',
  why: 'Until its thirtieth session the General Assembly numbered its resolutions through, with the session in roman figures: 3379 (XXX). Since then it writes session and number: 31/59.',
  severity: 'error',
  source:
    'Dag Hammarskjöld Library, General Assembly resolutions; note on symbols and numbering of resolutions',
  fix: 'none',
  messages: {
    default:
      'The General Assembly wrote no resolution “{text}”: before the thirty-first session the form is “{old}”.',
    stroke: 'A roman session stands in parentheses behind the number: “{right}”.',
    special: 'Write the special session as “{right}”.',
    council:
      'The Security Council numbers its resolutions through and gives the year: “2546 (2020)”. “{text}” is of another body.',
  },
  wrong: [
    '1. In General Assembly resolution ⟦29/3201⟧ the order was declared.\n',
    '1. In General Assembly resolution ⟦3281/XXIX⟧ the charter was adopted.\n',
    '1. In General Assembly resolutions ⟦S-XXVI/2⟧ and ⟦ES10/13⟧ the need was stated.\n',
    '1. In Security Council resolution ⟦75/158⟧ the need was stated. The Security Council adopted resolution ⟦75/158⟧.\n',
  ],
  right: [
    '1. General Assembly resolutions 3201 (S-VI), 31/59, S-26/2 and ES-10/13; Human Rights Council resolution 10/3.\n',
    '1. The Conference, in its resolution 7/4, the file S26/2 and the vote of 3281/12.\n',
  ],
  block: {
    on: { citations: ['resolution'], chars: '/' },
    roles: CITED,
    check(context, start, end, citation) {
      const { text } = context;
      if (citation) {
        if (citation.type !== 'resolution' || citation.anaphoric) return;
        if (isCouncils(citation, text) && !citation.decision) {
          context.report(start, end, { variant: 'council', args: { text: citation.text } });
          return;
        }
        if (citation.organ !== ASSEMBLY) return;
        if (citation.asSymbol || !/\//.test(citation.text)) return;
        const found = context.draft.catalogue.existence(citation.normalized, dateOf(context));
        if (found.status !== 'implausible' || found.reason !== 'numbering') return;
        context.report(start, end, {
          args: { text: citation.text, old: '3281 (XXIX)' },
          ...(citation.assumed ? { atMost: 'warning' as const } : {}),
        });
        return;
      }
      const before = text.slice(Math.max(0, start - 24), start);
      const roman = /^([IVX]{1,7})(?![A-Za-z\d/])/.exec(text.slice(end, end + 9));
      const number = roman && /resolutions? (\d{1,4}(?: [A-Z])?)$/.exec(before);
      if (number) {
        const right = `${number[1]!} (${roman[1]!})`;
        const from = start - number[1]!.length;
        context.report(from, end + roman[1]!.length, {
          variant: 'stroke',
          args: { right },
          fix: {
            title: phrase`Replace with “${right}”`,
            edits: [{ start: from, end: end + roman[1]!.length, text: right }],
            kind: 'suggested',
          },
        });
        return;
      }
      const special = /(?:resolutions?|,|and) (ES|S)(?:-([IVX]{1,6})|(\d{1,2}))$/.exec(before);
      if (!special) return;
      const digits = /^\d{1,3}(?![\d/])/.exec(text.slice(end, end + 4));
      if (!digits || !/resolution/.test(text.slice(Math.max(0, start - 60), start))) return;
      const session = special[3] ?? romanNumber(special[2]!);
      const right = `${special[1]!}-${session}/${digits[0]}`;
      const from = start - (special[1]!.length + (special[3]?.length ?? special[2]!.length + 1));
      context.report(from, end + digits[0].length, {
        variant: 'special',
        args: { right },
        atMost: 'warning',
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: from, end: end + digits[0].length, text: right }],
          kind: 'suggested',
        },
      });
    },
  },
};

const ROMANS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanNumber(roman: string): number {
  let value = 0;
  for (let i = 0; i < roman.length; i++) {
    const digit = ROMANS[roman[i]!] ?? 0;
    value += digit < (ROMANS[roman[i + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value;
}

const unknownResolution: Rule = {
  code: 'resolution-unknown',
  ids: ['RES-020', 'RES-016'],
  title: 'The resolution or decision exists',
  why: 'A number that its session never reached sends the reader to nothing; one figure is usually wrong.',
  severity: 'error',
  source: 'Resolutions by session, as catalogued',
  fix: 'none',
  messages: {
    default: 'There is no resolution {text}: the last one of {where} is {last}.',
    implausible:
      'Hardly any session has had a resolution {text}; no session of the General Assembly has adopted more than 350.',
    future:
      '{text} belongs to a session that had not opened on {date}. Check the number, or the date of the document.',
    decision:
      'The General Assembly numbers its decisions from 301 or 401 upwards; {text} looks like a resolution, or a figure is wrong.',
    other: 'Resolution {number} belongs to session {session}. Check the number and the session.',
    zero: 'Resolutions are numbered from 1.',
  },
  wrong: [
    '1. General Assembly resolution ⟦78/912⟧ was welcomed.\n',
    'Distr.: General\n3 June 2022\n\n1. General Assembly resolution ⟦78/12⟧ was welcomed.\n',
    '1. General Assembly decision ⟦78/112⟧ was welcomed, and General Assembly resolution ⟦217 A (V)⟧.\n',
  ],
  right: [
    '1. General Assembly resolutions 78/12 and 217 A (III) were welcomed, and decision 78/512.\n',
    '1. Human Rights Council resolution 95/412 is not known here.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: [...CITED, 'table'],
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || citation.normalized === '') return;
      if (citation.organ === null || citation.elliptical) return;
      // Many bodies number their decisions so; and a body's own old resolutions have sessions in roman figures.
      const doubtful = citation.assumed && citation.adopter !== 'Assembly';
      if (citation.decision && doubtful) return;
      const at = dateOf(context);
      const found = context.draft.catalogue.existence(citation.normalized, at);
      const text = citation.text;
      if (found.status === 'absent') {
        if (found.reason !== 'after-last') return;
        const { range } = found;
        const council = citation.organ === COUNCIL;
        context.report(start, end, {
          args: {
            text,
            where: council ? (range?.session ?? phrase`the year`) : phrase`session ${range?.session ?? ''}`,
            last: council ? String(range?.last ?? '') : `${range?.session ?? ''}/${range?.last ?? ''}`,
          },
        });
        return;
      }
      if (found.status !== 'implausible') return;
      switch (found.reason) {
        case 'zero':
          context.report(start, end, { variant: 'zero', atMost: 'warning' });
          break;
        case 'too-many':
          context.report(start, end, { variant: 'implausible', args: { text }, atMost: 'warning' });
          break;
        case 'decision-number':
          context.report(start, end, { variant: 'decision', args: { text }, atMost: 'warning' });
          break;
        case 'other-session':
          if (doubtful) return;
          context.report(start, end, {
            variant: 'other',
            args: { number: citation.number, session: found.range?.session ?? '' },
            atMost: 'warning',
          });
          break;
        case 'future':
          if (citation.organ !== ASSEMBLY || at === undefined) return;
          context.report(start, end, {
            variant: 'future',
            args: { text, date: day(at) },
            ...(isoOf(context.draft.date) === null ? {} : { atMost: 'warning' as const }),
          });
          break;
        case 'numbering':
          break;
      }
    },
  },
};

// ---- Session and date

const LOOSE =
  /session|report|submit|present(?:ed)? to|pursuant|accordance|conformity|inclu|recall|follow-up|implementation|reaffirm|requested|contained|established|endorsed by|mandate|provisional|agenda/i;
/** What may stand between a session and the resolution adopted at it. */
const IN_RESOLUTION = /^,? ?(?:(?:and )?(?:also )?(?:by|in|through|with) (?:its |the )?resolutions?)? ?$/;

const sessionMismatch: Rule = {
  code: 'resolution-session-mismatch',
  ids: ['RES-007'],
  title: 'The session agrees with the number of the resolution',
  why: 'The number before the stroke is the session at which a resolution was adopted: one of the two is wrong.',
  severity: 'error',
  source: IDENTIFICATION,
  fix: 'suggested',
  messages: {
    default: 'Resolution {text} was adopted at the {right} session, not at the {written}. Check the two.',
  },
  wrong: [
    '1. At its ⟦seventy-fourth⟧ session, the General Assembly adopted resolution 75/14, on rivers.\n',
    '1. At its ⟦seventy-sixth⟧ session, in resolution 75/14, the Assembly welcomed the plan.\n',
    '1. At its seventy-fifth session, the General Assembly adopted resolution 75/14, on rivers.\n\n2. At the same session, the General Assembly adopted resolution ⟦74/15⟧, on lakes.\n',
  ],
  right: [
    '1. At its seventy-fifth session, the General Assembly adopted resolution 75/14, recalling resolution 74/15.\n\n2. At the same session, the Assembly adopted resolution 75/16.\n',
    '1. At its seventy-fifth session, the General Assembly will consider the report requested in resolution 74/14.\n',
    '1. The report was submitted to the Assembly at its seventy-fifth session pursuant to resolution 73/14.\n',
    '1. At its seventy-sixth session, held after resolution 75/14 had been adopted, the Assembly rested.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || citation.decision || citation.asSymbol)
        return;
      if (citation.session === undefined || !/^\d{1,2}$/.test(citation.session)) return;
      if (!leads(context, citation)) return;
      const session = sessionBefore(context, citation);
      const { text } = context;
      const noun = citation.phrase?.start ?? citation.start;
      if (session === null) {
        const from = Math.max(0, noun - 120);
        const same = /\b[Aa]t (?:the|that) same session,? [^.;]{0,60}adopted (?:its )?$/.exec(
          text.slice(from, noun),
        );
        if (same)
          context.fact(
            'session-adoption',
            `same ${citation.session} ${citation.organ}`,
            citation.start,
            citation.end,
          );
        return;
      }
      const prefix = Number(citation.session);
      context.fact(
        'session-adoption',
        `${session.number} ${citation.session} ${citation.organ}`,
        citation.start,
        citation.end,
      );
      if (session.number === prefix) return;
      const { start, end } = session.ordinalSpan;
      const right = ordinalWords(prefix);
      context.report(start, end, {
        args: {
          text: citation.text,
          right: ordinal(prefix, right),
          written: ordinal(session.number, text.slice(start, end).toLowerCase()),
        },
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [
            {
              start,
              end,
              text: isUpper(text.charCodeAt(start)) ? right[0]!.toUpperCase() + right.slice(1) : right,
            },
          ],
        },
      });
    },
  },
  draft: {
    reads: ['fact:session-adoption'],
    check(context) {
      let last = '';
      for (const { block, item, anchor } of context.factsOf('session-adoption')) {
        const [at, number, ...organ] = item.key.split(' ');
        if (at !== 'same') {
          last = `${at!} ${organ.join(' ')}`;
          continue;
        }
        const [session, ...body] = last.split(' ');
        if (last === '' || body.join(' ') !== organ.join(' ') || session === number) continue;
        context.report(block, anchor, {
          args: {
            text: block.reading.text.slice(item.start, item.end),
            right: ordinal(Number(number), ordinalWords(Number(number))),
            written: ordinal(Number(session), ordinalWords(Number(session))),
          },
        });
      }
    },
  },
};

/** The session in the same sentence at which a text says that a resolution was adopted; null where it says none. */
function sessionBefore(context: BlockContext, citation: ResolutionCitation): SessionReference | null {
  const { text } = context;
  const session = lastBefore(
    context.citationsOf('session'),
    citation.start,
    ({ noun }) => noun === 'session',
  );
  if (!session || citation.start - session.end > 260) return null;
  if (session.special === 'special' || session.special === 'emergency special') return null;
  if (session.body !== null && session.body !== citation.organ) return null;
  const noun = citation.phrase?.start ?? citation.start;
  const lead = text.slice(session.end, citation.start);
  if (LOOSE.test(lead.replace(/,? held [^,;.]{0,60},/, ''))) return null;
  if (/[;:]/.test(lead) || hasSentenceEnd(text, session.end, noun)) return null;
  // "At its Nth session": another preposition ("to", "for", "until") tells of something else.
  if (
    !/\b(?:at|during|of)\s+(?:the|its|their)\s+(?:resumed\s+)?$/i.test(
      text.slice(Math.max(0, session.start - 30), session.start),
    )
  )
    return null;
  const direct = IN_RESOLUTION.test(lead);
  const subject =
    /^,? (?:held [^,;.]{0,60}, )?(?:the )?(?:General Assembly|Assembly|Council|Human Rights Council|Conference|Commission)(?: of the (?:States )?Parties)?,? (?:by|in|through|with) (?:its )?(?:resolutions? )?$/.test(
      lead,
    );
  const adopted = /\badopt(?:ed|s|ing)?\b[^,;]{0,80}$/.test(lead);
  // "Adopted by the Assembly during its fifty-fifth session, on 20 October 2000 (resolution 55/3)".
  const bracketed = /^,?(?: on [^,;()]{6,30})? \((?:General Assembly )?resolutions? $/.test(lead);
  const earlier = text.slice(Math.max(0, session.start - 160), session.start);
  const object = /^,? of (?:its )?resolutions? $/.test(lead) && /\badoption\b/.test(earlier);
  return direct || subject || adopted || object || (bracketed && /\badopted\b/.test(earlier))
    ? session
    : null;
}

function hasSentenceEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x2e && endsSentence(text, i)) return true;
  return false;
}

const adoptionDate: Rule = {
  code: 'adoption-date-mismatch',
  ids: ['RES-008'],
  title: 'The date of adoption fits the resolution',
  why: 'A resolution is adopted at its session; a date outside of it means that the date or the number is wrong.',
  severity: 'error',
  source: 'Calendar of the General Assembly; dates of adoption as catalogued',
  fix: 'suggested',
  messages: {
    default:
      'Resolution {text} belongs to the {session} session, which {date} lies outside of. Check the date and the number.',
    year: 'Resolution {text} carries another year than {date}. Check the two.',
    catalogue: 'The catalogue has resolution {text} as adopted on {known}, not on {date}.',
  },
  wrong: [
    '1. General Assembly resolution 75/14 of ⟦16 December 2018⟧ was welcomed.\n',
    '1. Security Council resolution 2231 (2015) of ⟦20 July 2016⟧ was welcomed.\n',
    '1. General Assembly resolution 75/158 of ⟦17 December 2020⟧ was welcomed.\n',
  ],
  right: [
    '1. General Assembly resolutions 64/14 of 30 July 2010 and 75/14 of 16 December 2020 were welcomed.\n',
    '1. Security Council resolution 2231 (2015) of 20 July 2015 was welcomed, and resolution ES-10/13 of 21 October 2003.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || !citation.date) return;
      if (citation.assumed && (citation.decision || citation.organ === 'Economic and Social Council')) return;
      const { iso, span } = citation.date;
      const { catalogue } = context.draft;
      const entry = citation.normalized === '' ? undefined : catalogue.get(citation.normalized);
      const known = entry && entry.confidence === 'high' ? entry.adoptionDate : '';
      const fix: FixOption[] =
        known !== ''
          ? [
              {
                title: phrase`Replace with ${spoken(known)}`,
                edits: [{ start: span.start, end: span.end, text: spoken(known) }],
              },
            ]
          : [];
      const date = day(iso);
      const text = citation.text;
      if (known === iso) return;
      if (citation.organ === ASSEMBLY && /^\d{2}$/.test(citation.session ?? '')) {
        const interval = assemblyInterval(Number(citation.session));
        if (interval && (iso < interval.earliest || iso > interval.latest)) {
          context.report(span.start, span.end, {
            args: {
              text,
              session: ordinal(Number(citation.session), ordinalWords(Number(citation.session))),
              date,
            },
            fix,
            ...(citation.assumed ? { atMost: 'warning' as const } : {}),
          });
          return;
        }
      } else if (
        citation.organ === COUNCIL &&
        citation.year !== undefined &&
        iso.slice(0, 4) !== String(citation.year)
      ) {
        // A number that belongs to another year is reported itself.
        if (councilYear(Number(citation.number)) !== citation.year) return;
        context.report(span.start, span.end, { variant: 'year', args: { text, date }, fix });
        return;
      }
      if (known !== '')
        context.report(span.start, span.end, {
          variant: 'catalogue',
          args: { text, date, known: day(known) },
          fix,
          atMost: 'warning',
        });
    },
  },
};

// ---- Forms

const ecosocForm: Rule = {
  code: 'resolution-year-order',
  ids: ['RES-009'],
  title: 'Year, stroke, number for the Economic and Social Council',
  why: 'The Council writes the year first: 2015/23.',
  severity: 'warning',
  source: 'Library guides to document symbols',
  fix: 'safe',
  messages: { default: 'Write the year first: “{right}”.' },
  wrong: ['1. Economic and Social Council resolution ⟦23/2015⟧ was welcomed.\n'],
  right: [
    '1. Economic and Social Council resolution 2015/23 was welcomed; Law 23/2015 and decree 12/2020 hold.\n',
  ],
  block: {
    on: { chars: '/' },
    roles: CITED,
    check(context, start, end) {
      const { text } = context;
      const year = /^((?:19[89]|20[0-4])\d)(?![\d/])/.exec(text.slice(end, end + 5));
      if (!year) return;
      const before = /(?:Council|ECOSOC) (?:resolution|decision)s? (\d{1,3})$/.exec(
        text.slice(Math.max(0, start - 36), start),
      );
      if (!before || context.inQuotation(start)) return;
      const right = `${year[1]!}/${before[1]!}`;
      const from = start - before[1]!.length;
      context.report(from, end + 4, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start: from, end: end + 4, text: right }] },
      });
    },
  },
};

const bodyUnknown: Rule = {
  code: 'resolution-body-unknown',
  ids: ['RES-010'],
  title: 'A resolution with a small number has its body beside it',
  why: 'Several bodies have a resolution 10/3; nothing in the text says whose it is.',
  severity: { default: 'off', report: 'warning', note: 'warning', statement: 'warning', letter: 'warning' },
  source: null,
  fix: 'none',
  messages: { default: 'Say whose resolution {text} is: several bodies have one of that number.' },
  wrong: ['1. The Office acted pursuant to resolution ⟦10/3⟧.\n'],
  right: [
    '1. The Office acted pursuant to Human Rights Council resolution 10/3. In resolution 10/3, the Council was clear.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: SENTENCES,
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || citation.asSymbol) return;
      if (citation.organ !== null || citation.adopter !== undefined || citation.session === undefined) return;
      if (!/^\d{1,2}$/.test(citation.session)) return;
      const { text } = context;
      const sentence = text.slice(sentenceStart(text, start), sentenceEnd(text, end));
      if (/\b(?:Assembly|Council|Conference|Commission|Committee|Board|Parties|Meeting)\b/.test(sentence))
        return;
      context.report(start, end, {
        args: { text: citation.text },
        ...(context.draft.body ? { atMost: 'hint' as const } : {}),
      });
    },
  },
};

const listForm: Rule = {
  code: 'resolution-list-form',
  ids: ['RES-011'],
  title: '“Resolutions 75/158 and 75/195”',
  why: 'Two resolutions take the plural, and no comma stands before “and”.',
  severity: 'warning',
  source: IDENTIFICATION,
  fix: 'safe',
  language: true,
  messages: {
    default: 'Two or more take the plural: “resolutions”.',
    comma: 'No comma stands before “and” in a list of numbers.',
  },
  wrong: [
    '1. The Office welcomed ⟦resolution⟧ 79/12 and 79/14.\n',
    '1. The Office welcomed General Assembly resolutions 79/12⟦,⟧ and 79/14.\n',
  ],
  right: [
    '1. The Office welcomed resolutions 79/12 and 79/14, and resolution 79/15 and its annex.\n',
    '1. The Office welcomed resolution 55/25 and the Protocols thereto.\n',
    '1. It welcomed resolution 79/12 of 4 May 2024 and resolution 79/14 of 5 May 2024.\n',
    '1. It recalled resolutions 79/12 of 4 May 2024, 79/13 of 5 May 2024, and 79/14 of 6 May 2024.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, start, _end, citation) {
      if (
        citation?.type !== 'resolution' ||
        citation.anaphoric ||
        citation.asSymbol ||
        citation.list === undefined
      )
        return;
      if (!leads(context, citation)) return;
      const list = listOf(context, citation);
      const second = list[1];
      if (!second) return;
      const { text } = context;
      const between = text.slice(citation.end, second.start);
      const noun = /\b([Rr]esolution|[Dd]ecision) $/.exec(text.slice(Math.max(0, start - 12), start));
      if (noun && /^(?: and |, (?:and )?)$/.test(between)) {
        const from = start - noun[1]!.length - 1;
        context.report(from, start - 1, {
          fix: {
            title: phrase`Replace with “${noun[1]!}s”`,
            edits: [{ start: start - 1, end: start - 1, text: 's' }],
          },
        });
      }
      if (list.length === 2 && /^, and $/.test(between) && !citation.date && !second.date && !second.part) {
        context.report(citation.end, citation.end + 1, {
          variant: 'comma',
          fix: {
            title: phrase`Leave out the comma`,
            edits: [{ start: citation.end, end: citation.end + 1, text: '' }],
          },
        });
      }
    },
  },
};

const letterSpacing: Rule = {
  code: 'resolution-letter-spacing',
  ids: ['RES-012'],
  title: 'A space before the letter of a resolution',
  why: 'The letter stands apart: 31/16 A.',
  severity: 'hint',
  source: IDENTIFICATION,
  fix: 'safe',
  messages: { default: 'Set the letter apart: “{right}”.' },
  wrong: ['1. General Assembly resolutions ⟦61/16A⟧ and ⟦217A (III)⟧ hold.\n'],
  right: ['1. General Assembly resolutions 61/16 A and 217 A (III) hold; see A/RES/61/16A.\n'],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || citation.asSymbol) return;
      const glued = /\d(?=[A-Z](?![A-Za-z]))/.exec(context.text.slice(start, end));
      if (!glued) return;
      const at = start + glued.index + 1;
      const right = `${context.text.slice(start, at)} ${context.text.slice(at, end)}`;
      context.report(start, end, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start: at, end: at, text: ' ' }] },
      });
    },
  },
};

const annexForm: Rule = {
  code: 'resolution-annex-form',
  ids: ['RES-013'],
  title: '“Resolution 55/25, annex II”',
  why: 'A comma, “annex” in lower case and a roman number.',
  severity: 'warning',
  source: null,
  fix: 'suggested',
  language: true,
  houseStyle: true,
  messages: { default: 'Write “{right}”.' },
  wrong: [
    '1. See General Assembly resolution 79/12⟦, Annex II⟧, and General Assembly resolution 79/14⟦ annex⟧.\n',
  ],
  right: [
    '1. See General Assembly resolution 79/12, annex II; the resolution 79/14 annexed a plan. Annex II holds.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, _start, end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric) return;
      const { text } = context;
      const m = /^(,?) ([Aa]nnex)(?= [IVX\d]|[,.;)]|$)( [IVX]{1,5}\b)?/.exec(text.slice(end, end + 16));
      if (!m || (m[1] === ',' && m[2] === 'annex')) return;
      const right = `, annex${m[3] ?? ''}`;
      context.report(end, end + m[0].length, {
        args: { right: `${context.text.slice(citation.start, end)}${right}` },
        atMost: 'hint',
        fix: {
          title: phrase`Replace with “${right}”`,
          edits: [{ start: end, end: end + m[0].length, text: right }],
        },
      });
    },
  },
};

/** What a text says a resolution is about, behind its number: the words and how they are joined. */
interface Described {
  readonly comma: boolean;
  readonly how: 'on' | 'entitled';
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const ON = /^(,?) (on|entitled|concerning) (?=[“"a-zA-Z])/;

/** The description that follows a citation ("75/158, on trafficking in women and girls,"); null where none does. */
function describedBy(context: BlockContext, citation: ResolutionCitation): Described | null {
  // Several rules ask of one citation, one behind the other.
  if (lastDescribed?.citation === citation) return lastDescribed.described;
  const described = readDescription(context.text, citation);
  lastDescribed = { citation, described };
  return described;
}

let lastDescribed: { readonly citation: ResolutionCitation; readonly described: Described | null } | null =
  null;

function readDescription(text: string, citation: ResolutionCitation): Described | null {
  let from = citation.end;
  if (citation.date && citation.date.span.start - from < 8) from = citation.date.span.end;
  const m = ON.exec(text.slice(from, from + 14));
  if (!m) return null;
  const start = from + m[0].length;
  const quoted = text[start] === '“' || text[start] === '"';
  const limit = Math.min(text.length, start + 260);
  let end = start;
  while (end < limit) {
    const c = text[end]!;
    if (quoted ? end > start && (c === '”' || c === '"') : c === ',' || c === ';' || c === ')' || c === '(')
      break;
    if (!quoted && c === '.' && endsSentence(text, end)) break;
    end++;
  }
  if (end === limit && end < text.length) return null;
  return {
    comma: m[1] === ',',
    how: m[2] === 'entitled' ? 'entitled' : 'on',
    words: text.slice(quoted ? start + 1 : start, end),
    start: quoted ? start + 1 : start,
    end,
  };
}

const descriptionComma: Rule = {
  code: 'resolution-description-comma',
  ids: ['RES-014'],
  title: 'The same comma before each “on …”',
  why: 'Elsewhere in this text the description of a resolution stands between commas.',
  severity: { default: 'off', report: 'hint', note: 'hint' },
  source: null,
  fix: 'suggested',
  language: true,
  messages: { default: 'Elsewhere a comma stands between the number and “on”.' },
  wrong: [
    '1. In resolution 79/12, on rivers, and in resolution 79/14, on lakes, it was clear.\n\n2. In resolution ⟦79/15⟧ on seas it was not, and resolution 79/16, on rain, followed.\n',
  ],
  right: ['1. In resolution 79/12, on rivers, and in resolution 79/14, on lakes, it was clear.\n'],
  block: {
    on: { citations: ['resolution'] },
    roles: SENTENCES,
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || !leads(context, citation)) return;
      const said = /^(,?) on (?=[a-z])/.exec(context.text.slice(end, end + 6));
      if (said) context.fact('resolution-on', said[1] === ',' ? 'comma' : 'none', start, end);
    },
  },
  draft: {
    reads: ['fact:resolution-on'],
    check(context) {
      const all = [...context.factsOf('resolution-on')];
      const without = all.filter((placed) => placed.item.key === 'none');
      if (
        without.length === 0 ||
        all.length - without.length < 2 ||
        without.length * 2 > all.length - without.length
      )
        return;
      for (const { block, anchor, item } of without) {
        const at = block.reading.toSource(item.end);
        context.report(block, anchor, {
          fixes: [
            {
              kind: 'suggested',
              title: phrase`Insert a comma`,
              edits: () => [{ block, start: at, end: at, text: ',' }],
            },
          ],
        });
      }
    },
  },
};

const titleQuotation: Rule = {
  code: 'resolution-title-quotation',
  ids: ['RES-015'],
  title: 'After “entitled” the title stands in quotation marks',
  why: 'The title is a quotation: marks show where it begins and ends.',
  severity: { default: 'warning', statement: 'hint', record: 'off' },
  source: 'Editorial Manual, Resolutions and other formal decisions; Quotations',
  fix: 'suggested',
  language: true,
  houseStyle: true,
  messages: { default: 'Put the title of the resolution in quotation marks.' },
  wrong: ['1. In resolution 79/12, entitled ⟦Rivers and lakes⟧, the Assembly was clear.\n'],
  right: [
    '1. In resolution 79/12, entitled “Rivers and lakes”, the Assembly was clear.\n',
    '1. In resolution 79/12, entitled *Rivers and lakes*, and in the study entitled Rivers, it was clear. All are entitled to it.\n',
  ],
  block: {
    on: { words: ['entitled'] },
    roles: CITED,
    check(context, start, end) {
      const { text } = context;
      if (!/^ [A-Z][a-z]/.test(text.slice(end, end + 3))) return;
      const before = context.citationAt(Math.max(0, start - 3), 'resolution');
      if (!before) return;
      const from = end + 1;
      for (const e of context.block.reading.emphasis) if (e.start <= from && from < e.end) return;
      let stop = from;
      while (stop < text.length && stop - from < 240 && !/[,;.()“”"]/.test(text[stop]!)) stop++;
      context.report(from, stop, {
        fix: {
          title: phrase`Put quotation marks around the title`,
          edits: [
            { start: from, end: from, text: '“' },
            { start: stop, end: stop, text: '”' },
          ],
        },
      });
    },
  },
};

const STOP = new Set(
  'the of and in on for to a an with by at its their all as from against or between under through resolution entitled report'.split(
    ' ',
  ),
);

/** The words of a title that say something, stemmed by cutting the plural. */
function contentWords(words: string): ReadonlySet<string> {
  const known = contents.get(words);
  if (known) return known;
  if (contents.size >= MOST_CONTENTS) contents.clear();
  const made = readContentWords(words);
  contents.set(words, made);
  return made;
}

/** What was read last: a text describes the same resolutions again and again, in the same words. */
const contents = new Map<string, ReadonlySet<string>>();
const MOST_CONTENTS = 500;

function readContentWords(words: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const word of titleKey(words).split(/[^a-z0-9]+/)) {
    if (word.length < 3 || STOP.has(word)) continue;
    out.add(word.replace(/(?:ies|es|s)$/, '').slice(0, 8));
  }
  return out;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

const titleMismatch: Rule = {
  code: 'resolution-title-mismatch',
  ids: ['RES-015', 'RES-018'],
  title: 'The title fits the number',
  why: 'The catalogue knows this resolution under another title: the number or the title is wrong.',
  severity: { default: 'warning', record: 'hint' },
  source: 'Titles as catalogued',
  fix: 'none',
  messages: {
    default: 'The catalogue has resolution {text} as “{title}”. Check the number and the title.',
    near: 'The catalogue has the title as “{title}”.',
  },
  wrong: [
    '1. In General Assembly resolution ⟦75/158, entitled “Rivers and lakes⟧”, the Assembly was clear.\n',
    '1. In General Assembly resolution 75/158, entitled “⟦Trafficking in women⟧”, the Assembly was clear.\n',
  ],
  right: [
    '1. In General Assembly resolution 75/158, entitled “Trafficking in women and girls”, the Assembly was clear.\n',
    '1. In General Assembly resolution 75/158, on women and girls who are trafficked, the Assembly was clear.\n',
    '1. In General Assembly resolution 79/12, entitled “Rivers and lakes”, the Assembly was clear.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: CITED,
    check(context, _start, _end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || citation.decision) return;
      if (citation.organ === COUNCIL || citation.normalized === '' || citation.part !== undefined) return;
      if (listOf(context, citation).length > 1) return;
      if (citation.assumed && (citation.organ !== ASSEMBLY || citation.adopter === undefined)) return;
      // A part of a resolution has a title of its own.
      const noun = citation.phrase?.start ?? citation.start;
      if (
        /(?:section|part|annex|chapter|paragraphs?) (?:[IVX\d]+ )?(?:of|to) (?:its |the )?$/i.test(
          context.text.slice(Math.max(0, noun - 30), noun),
        )
      )
        return;
      const said = describedBy(context, citation);
      if (!said) return;
      const entry = context.draft.catalogue.get(citation.normalized);
      if (!entry || entry.title === '' || entry.confidence !== 'high') return;
      const written = contentWords(said.words);
      const known = contentWords(entry.title);
      if (written.size < 2 || known.size < 2) return;
      const common = shared(written, known);
      if (common === 0) {
        context.report(citation.start, said.end, {
          args: { text: citation.text, title: entry.title },
          ...(said.how === 'on' || citation.assumed ? { atMost: 'information' as const } : {}),
        });
        return;
      }
      if (said.how !== 'entitled' || titleKey(said.words) === titleKey(entry.title)) return;
      // A word left out or changed: the two are nearly the same.
      const a = titleKey(said.words).split(' ');
      const b = titleKey(entry.title).split(' ');
      if (Math.abs(a.length - b.length) > 2 || common < Math.max(written.size, known.size) - 1) return;
      context.report(said.start, said.end, {
        variant: 'near',
        args: { title: entry.title },
        atMost: 'information',
      });
    },
  },
};

const twoDescriptions: Rule = {
  code: 'resolution-two-descriptions',
  ids: ['RES-018'],
  title: 'One resolution, one description',
  why: 'The same number is given with two different subjects: one of the numbers may be wrong.',
  severity: { default: 'off', report: 'warning', note: 'warning', statement: 'warning' },
  source: null,
  fix: 'none',
  language: true,
  messages: {
    default: 'Resolution {text} is described as “{one}” here and as “{other}” before. Check the numbers.',
  },
  wrong: [
    '1. In resolution 79/12, on the protection of rivers, the Assembly was clear.\n\n2. In resolution ⟦79/12⟧, on women migrant workers, it was not.\n',
  ],
  right: [
    '1. In resolution 79/12, on the protection of rivers, the Assembly was clear.\n\n2. In resolution 79/12, on rivers, it was clear again.\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: [...SENTENCES, 'note'],
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || citation.anaphoric || citation.part !== undefined) return;
      if (citation.normalized === '' || listOf(context, citation).length > 1) return;
      const said = describedBy(context, citation);
      if (said && contentWords(said.words).size >= 2)
        context.fact('resolution-described', `${citation.normalized}|${said.words}`, start, end);
    },
  },
  draft: {
    reads: ['fact:resolution-described'],
    check(context) {
      // Most resolutions have one description, or several that agree: that is told without a look at the places.
      const byNumber = new Map<string, string[]>();
      for (const key of context.keysOf('resolution-described')) {
        const number = key.slice(0, key.indexOf('|'));
        const keys = byNumber.get(number);
        if (keys) keys.push(key);
        else byNumber.set(number, [key]);
      }
      const doubtful = [...byNumber.values()].filter(disagree).flat();
      const first = new Map<string, string>();
      for (const { block, item, anchor } of context.factsWith('resolution-described', doubtful)) {
        const bar = item.key.indexOf('|');
        const id = item.key.slice(0, bar);
        const words = item.key.slice(bar + 1);
        const known = first.get(id);
        if (known === undefined) first.set(id, words);
        else if (known !== words && shared(contentWords(known), contentWords(words)) === 0)
          context.report(block, anchor, {
            args: { text: block.reading.text.slice(item.start, item.end), one: words, other: known },
          });
      }
    },
  },
};

/** Whether two of these keys, "number|description", have no word in common. */
function disagree(keys: readonly string[]): boolean {
  const words = keys.map((key) => contentWords(key.slice(key.indexOf('|') + 1)));
  return words.some((one, i) => words.some((other, j) => j > i && shared(one, other) === 0));
}

const BODIES =
  'General Assembly|Economic and Social Council|Security Council|Human Rights Council|Commission on Narcotic Drugs|Commission on Crime Prevention and Criminal Justice|Conference of the Parties';
const ASKED = new RegExp(`^ by the (${BODIES})\\b`);
const ADOPTED = new RegExp(`\\badopted by the (${BODIES})\\b`);

const adoptingBody: Rule = {
  code: 'adopting-body-contradiction',
  ids: ['RES-017'],
  title: 'The body that adopts is the one that was asked to',
  why: 'The sentence asks one body to adopt the draft and has another one adopt it.',
  severity: { default: 'warning', resolution: 'off', decision: 'off' },
  source: null,
  fix: 'none',
  language: true,
  messages: {
    default:
      'The draft was meant for adoption by the {one}, and was adopted by the {other}. Check which it was.',
  },
  wrong: [
    '1. The Commission recommended a draft for adoption by the Economic and Social Council on rivers, which was then adopted by the ⟦General Assembly⟧.\n',
  ],
  right: [
    '1. The Commission recommended a draft for adoption by the General Assembly, which was then adopted by the General Assembly.\n',
    '1. The Commission recommended to the Economic and Social Council the approval of a draft for adoption by the General Assembly, and one adopted by the General Assembly was noted.\n',
  ],
  block: {
    on: { words: ['adoption'] },
    roles: SENTENCES,
    check(context, start, end) {
      const { text } = context;
      const asked = ASKED.exec(text.slice(end, end + 60));
      if (!asked || !/\bfor $/.test(text.slice(Math.max(0, start - 4), start))) return;
      if (!/(?:recommend|transmit|submit)/.test(text.slice(Math.max(0, start - 120), start))) return;
      const from = end + asked[0].length;
      const stop = Math.min(sentenceEnd(text, from), from + 300);
      const rest = text.slice(from, stop);
      const adopted = ADOPTED.exec(rest);
      if (!adopted || adopted[1] === asked[1] || /approv/.test(rest.slice(0, adopted.index))) return;
      const at = from + adopted.index + adopted[0].length - adopted[1]!.length;
      context.report(at, at + adopted[1]!.length, { args: { one: asked[1]!, other: adopted[1]! } });
    },
  },
};

const placeholder: Rule = {
  code: 'resolution-placeholder',
  ids: ['RES-021'],
  title: 'The number of the resolution is filled in',
  why: 'A placeholder is right in a draft; in a text that goes out it is a number forgotten.',
  severity: { default: 'warning', resolution: 'information', decision: 'information', note: 'information' },
  source: null,
  fix: 'none',
  messages: { default: 'Fill in the number when it is known.' },
  wrong: [
    '1. In General Assembly resolution ⟦79/…⟧ and in resolution ⟦XX/YY⟧, and decision ⟦79/[ ]⟧ it is said.\n',
  ],
  right: ['1. In General Assembly resolution 79/12 and resolution X of the Conference it is said.\n'],
  block: {
    on: { words: ['resolution', 'decision'] },
    check(context, _start, end) {
      const { text } = context;
      const c = text.charCodeAt(end + 1);
      if (!isDigit(c) && c !== 0x58 && c !== 0x5b && c !== 0x5f) return;
      const m =
        /^ ((?:\d{1,3}|X{2,3}|\[[ _.…X]{0,4}\]|_{2,4})\/(?:…|\.{3}|_{2,6}|[XYZ]{2,3}\b|\[[ _.…X]{0,4}\])|XX\b)/.exec(
          text.slice(end, end + 18),
        );
      if (m) context.report(end + 1, end + 1 + m[1]!.length, {});
    },
  },
};

export const rules: readonly Rule[] = [
  bodyFirst,
  abbreviated,
  yearAdded,
  councilYearMissing,
  councilYearWrong,
  numberingEra,
  unknownResolution,
  sessionMismatch,
  adoptionDate,
  ecosocForm,
  bodyUnknown,
  listForm,
  letterSpacing,
  annexForm,
  descriptionComma,
  titleQuotation,
  titleMismatch,
  twoDescriptions,
  adoptingBody,
  placeholder,
];
