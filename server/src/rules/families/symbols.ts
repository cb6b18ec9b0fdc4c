import type { Citation, ResolutionCitation, SymbolCitation } from '../../citations/citation.js';
import { seriesRows } from '../../catalogue/tables.js';
import { lazy } from '../../text/lazy.js';
import { assemblySessionOn, sessionName, sessionOf } from '../../catalogue/sessions.js';
import { explainSymbol } from '../../catalogue/symbols.js';
import { titleKey } from '../../catalogue/words.js';
import { isLetter, isLower, sentenceEndBetween } from '../../citations/reading.js';
import { parseSymbol, type SymbolProblem } from '../../citations/symbols.js';
import type { Role } from '../../document/block.js';
import { phrase } from '../../l10n/phrase.js';
import type { BlockContext, ReadingEdit } from '../blockContext.js';
import { RUNNING } from '../blockContext.js';
import { isoOf } from '../calendar.js';
import type { Rule } from '../rule.js';
import { lastBefore } from '../../text/span.js';
import { firstIn } from '../../text/search.js';
import { inParentheses } from '../words.js';

const SYMBOLS = 'Dag Hammarskjöld Library, guide to document symbols';

/** Where symbols are written by the author of the text: running heads and contents are not. */
const WRITTEN: readonly Role[] = [...RUNNING, 'masthead', 'table'];
const SENTENCES: readonly Role[] = ['paragraph', 'prose', 'continuation', 'preambular', 'operative', 'item'];

/** The citation as a symbol written in the text; resolutions written as symbols included. Null for what points back. */
function written(citation: Citation | undefined): SymbolCitation | ResolutionCitation | null {
  if (citation?.type === 'symbol') return citation.anaphoric ? null : citation;
  if (citation?.type === 'resolution') return citation.asSymbol && !citation.anaphoric ? citation : null;
  return null;
}

/** What can hide a slip: small letters, a space, two strokes, a hyphen, a number without its point, a council's resolution. */
const SUSPICIOUS = /[a-z]{1,12}(?=\/)|[a-z]\.?\d|\s|\/\/|-|[A-Z]\d|^S\/RES|\/(?:ADD|REV|CORR|AMEND|SUB)\b/;

function problemsOf(
  context: BlockContext,
  citation: SymbolCitation | ResolutionCitation,
): readonly SymbolProblem[] {
  const text = context.text.slice(citation.start, citation.end);
  if (!SUSPICIOUS.test(text)) return [];
  return parseSymbol(text)?.problems ?? [];
}

const MALFORMED: readonly SymbolProblem['kind'][] = [
  'separator',
  'point-missing',
  'number-missing',
  'year-missing',
];

/** Edits that mend problems, and the symbol as it is after them; null where one of them has no certain form. */
function mended(
  text: string,
  start: number,
  problems: readonly SymbolProblem[],
): { edits: readonly ReadingEdit[]; right: string } | null {
  const edits: ReadingEdit[] = [];
  let right = text;
  for (const p of problems.toReversed()) {
    if (p.right === undefined) return null;
    if (edits.some((e) => e.start < start + p.end)) continue;
    edits.unshift({ start: start + p.start, end: start + p.end, text: p.right });
    right = right.slice(0, p.start) + p.right + right.slice(p.end);
  }
  return { edits, right };
}

const malformed: Rule = {
  code: 'symbol-malformed',
  ids: ['SYM-001', 'SYM-006'],
  title: 'A document symbol is well formed',
  why: 'A symbol is the address of a document: with a stroke too many or a point too few nothing is found under it.',
  severity: 'error',
  source: SYMBOLS,
  fix: 'suggested',
  messages: {
    default: 'This is no well-formed symbol. Is “{right}” meant?',
    number: 'The number of the addendum, corrigendum or revision is missing.',
    year: 'The symbol of a resolution of the Security Council has its year: S/RES/2546 (2020).',
  },
  wrong: [
    '1. See ⟦A/78//115⟧ and ⟦A-78/116⟧.\n',
    '1. See CTOC/COP/2024/CRP.2 and ⟦CTOC/COP/2024/CRP3⟧, and ⟦A/C.3/78/L.12/Rev1⟧.\n',
    '1. See ⟦S/RES/2231⟧ and ⟦A/RES/75-14⟧.\n',
  ],
  right: [
    '1. See A/78/115, A/C.3/78/L.12/Rev.1, S/RES/2231 (2015) and A/RES/75/14.\n',
    '1. Men and/or women s/he at 12 km/h on 12/10/2020: A/77/12-S/2023/14 and A/55/3 (Part I).\n',
    '1. See A/C.3/53/SR.3–6 and A/RES/S-26/2.\n',
  ],
  block: {
    on: { citations: ['symbol', 'resolution'], chars: '/' },
    roles: WRITTEN,
    check(context, start, end, citation) {
      if (!citation) {
        reportUnread(context, start, end);
        return;
      }
      const symbol = written(citation);
      if (!symbol) return;
      const problems = problemsOf(context, symbol).filter((p) => MALFORMED.includes(p.kind));
      const first = problems[0];
      if (!first) return;
      const text = context.text.slice(symbol.start, symbol.end);
      const fixed = mended(text, symbol.start, problems);
      context.report(symbol.start, symbol.end, {
        variant: first.kind === 'year-missing' ? 'year' : fixed ? 'default' : 'number',
        args: { right: fixed?.right ?? '' },
        fix: fixed ? { title: phrase`Replace with “${fixed.right}”`, edits: fixed.edits } : [],
        // Optical recognition loses points.
        ...(problems.every((p) => p.kind !== 'separator') ? { atMost: 'warning' as const } : {}),
      });
    },
  },
};

const UNREAD_BEFORE =
  /(?:^|[^A-Za-z0-9/.-])((?:A|S|E)-(?:HRC|C\.\d{1,2}|CN\.\d{1,2}|AC\.\d{1,3}|CONF\.\d{1,3}|\d{2,4}))$/;

/** "A-75/292" where the grammar of citations does not take it for a symbol. */
function reportUnread(context: BlockContext, start: number, end: number): void {
  const { text } = context;
  const before = UNREAD_BEFORE.exec(text.slice(Math.max(0, start - 14), start));
  if (!before || context.citationAt(start)) return;
  const behind = /^\d{1,4}(?:\/(?:\d{1,4}|(?:Add|Corr|Rev)\.\d{1,2})){0,2}(?![\d/A-Za-z])/.exec(
    text.slice(end, end + 24),
  );
  if (!behind) return;
  // "S-21/2" is a resolution of a special session.
  if (/^S-\d{1,3}$/.test(before[1]!)) return;
  const from = start - before[1]!.length;
  const right = text.slice(from, end + behind[0].length).replace('-', '/');
  context.report(from, end + behind[0].length, {
    args: { right },
    fix: { title: phrase`Replace with “${right}”`, edits: [{ start: from + 1, end: from + 2, text: '/' }] },
  });
}

const caseAndSpace: Rule = {
  code: 'symbol-case-spacing',
  ids: ['SYM-002', 'SYM-012'],
  title: 'Capitals and no spaces in a symbol',
  why: 'Search and links find a symbol only as it is written on the document.',
  severity: 'warning',
  source: SYMBOLS,
  fix: 'safe',
  messages: {
    default: 'Write the symbol as “{right}”.',
    broken: 'The symbol is broken across lines: “{right}”.',
  },
  wrong: ['1. See ⟦a/78/115⟧ and ⟦A/C.3/78/L. 12⟧.\n', '1. See ⟦A/78/115/ADD.1⟧ and ⟦A / 78 / 116⟧.\n'],
  right: [
    '1. See A/78/115/Add.1, A/C.3/78/L.12 and UNEP/EA.5/Res.1; and/or s/he and w/o.\n',
    '1. See NPT/CONF.2000/28 (Part I) and A/79/6 (Sect. 29D).\n',
  ],
  block: {
    on: { citations: ['symbol', 'resolution'] },
    roles: WRITTEN,
    check(context, _start, _end, citation) {
      const symbol = written(citation);
      if (!symbol) return;
      const all = problemsOf(context, symbol);
      if (all.some((p) => MALFORMED.includes(p.kind))) return;
      const problems = all.filter((p) => p.kind === 'case' || p.kind === 'space');
      if (problems.length === 0) return;
      const text = context.text.slice(symbol.start, symbol.end);
      const fixed = mended(text, symbol.start, problems);
      if (!fixed || fixed.right === text) return;
      const { reading } = context.block;
      const span = reading.spanToSource(symbol.start, symbol.end);
      const broken = /[\r\n]/.test(context.block.text.slice(span.start, span.end));
      if (broken && problems.every((p) => p.kind === 'space')) {
        context.report(symbol.start, symbol.end, {
          variant: 'broken',
          args: { right: fixed.right },
          atMost: 'hint',
        });
        return;
      }
      context.report(symbol.start, symbol.end, {
        args: { right: fixed.right },
        fix: { title: phrase`Replace with “${fixed.right}”`, edits: fixed.edits },
      });
    },
  },
};

/** Stems of the table that name a body by two components ("CTOC/COP"), longest words first; no stem of one letter. */
const stems: () => readonly string[] = lazy(() =>
  [...prefixes()].filter((prefix) => /^[A-Z]{2,5}\/[A-Z]{2,5}$/.test(prefix)),
);
const prefixes = lazy(() => new Set(seriesRows().map((row) => row.prefix)));

const unknownStem: Rule = {
  code: 'symbol-stem',
  ids: ['SYM-003'],
  title: 'The symbol begins with a known organ',
  why: 'Two letters that changed places lead to no document; new conferences have new stems, so this is for information.',
  severity: 'information',
  source: SYMBOLS,
  fix: 'suggested',
  messages: { default: 'No organ writes “{stem}”. Is “{near}” meant?' },
  wrong: ['1. See ⟦CTCO/COP⟧/2024/1 and ⟦CAC/COP⟧/2023/1.\n'],
  right: ['1. See CTOC/COP/2024/1, CAC/COSP/2023/1, A/AC.291/4 and FCCC/SB/2023/1.\n'],
  block: {
    on: { citations: ['symbol'] },
    roles: WRITTEN,
    check(context, start, _end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric || citation.components.length < 3) return;
      const [first, second] = citation.components;
      if (!/^[A-Z]{2,5}$/.test(first!) || !/^[A-Z]{2,5}$/.test(second!)) return;
      const stem = `${first!}/${second!}`;
      if (prefixes().has(stem)) return;
      const near = stems().find((other) => isSlip(stem, other));
      if (near === undefined || !context.text.startsWith(stem, start)) return;
      context.report(start, start + stem.length, {
        args: { stem, near },
        fix: {
          title: phrase`Replace with “${near}”`,
          edits: [{ start, end: start + stem.length, text: near }],
        },
      });
    },
  },
};

/** Whether two words of six letters or more differ by one letter left out or put in, or two neighbours that changed places. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 6) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length)
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  return a.length < b.length ? a.slice(i) === b.slice(i + 1) : a.slice(i + 1) === b.slice(i);
}

const implausibleSession: Rule = {
  code: 'symbol-session',
  ids: ['SYM-004', 'SYM-008'],
  title: 'Session or year in a symbol are possible',
  why: 'The General Assembly has its session in the symbol since 1976, the Economic and Social Council its year since 1978, the Security Council since 1994.',
  severity: 'warning',
  source: 'Library guides to document symbols (changes of 1976, 1978 and 1994)',
  fix: 'none',
  messages: {
    default: 'There has been no session {part} of the General Assembly yet. Check the symbol.',
    year: 'The year {part} lies ahead. Check the symbol.',
    council: 'Symbols of this organ have the year, of four figures, before the number.',
    early: 'Before its thirty-first session the General Assembly had no session in its symbols.',
  },
  wrong: [
    '1. See A/⟦178⟧/115, CTOC/COP/⟦2204⟧/1 and S/⟦78⟧/827.\n',
    'Distr.: General\n3 June 2022\n\n1. See A/⟦79⟧/115.\n',
  ],
  right: [
    '1. See A/78/115, CTOC/COP/2024/1, S/2021/827, A/10034, S/4567, E/5915/Add.1, A/CONF.222/11 and A/S-26/2.\n',
  ],
  block: {
    on: { citations: ['symbol'] },
    roles: WRITTEN,
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric) return;
      const { components } = citation;
      if (components.length < 3) return;
      const today = isoOf(context.draft.date) ?? context.draft.today;
      if (today === null) return;
      const place = (part: string): readonly [number, number] => {
        const at = firstIn(context.text, `/${part}`, start, end) + 1;
        return at > 0 ? [at, at + part.length] : [start, end];
      };
      const second = components[1]!;
      const third = components[2]!;
      if (components[0] === 'A' && /^\d{1,3}$/.test(second) && /^(?:\d{1,4}$|[LPI])/.test(third)) {
        const session = Number(second);
        const now = assemblySessionOn(today)?.number ?? 0;
        // Documents for a session are issued before it opens.
        if (now > 0 && session > now + 1) context.report(...place(second), { args: { part: second } });
        else if (session < 31 && /^\d{2,4}$/.test(third))
          context.report(...place(second), { variant: 'early', atMost: 'hint' });
        return;
      }
      if (
        (components[0] === 'S' || components[0] === 'E') &&
        /^\d{1,3}$/.test(second) &&
        /^\d{1,4}$/.test(third)
      ) {
        context.report(...place(second), {
          variant: 'council',
          atMost: components[0] === 'E' ? 'hint' : 'warning',
        });
        return;
      }
      const year = components.slice(1, -1).find((part) => /^[12]\d{3}$/.test(part));
      if (year !== undefined && Number(year) > Number(today.slice(0, 4)) + 1 && components.length < 6)
        context.report(...place(year), { variant: 'year', args: { part: year } });
    },
  },
};

const sessionYear: Rule = {
  code: 'symbol-year-against-session',
  ids: ['SYM-005'],
  title: 'The year of a symbol fits the session named beside it',
  why: 'The documents of a meeting carry its year: the ordinal or the symbol is wrong.',
  severity: { default: 'off', report: 'warning', note: 'warning', statement: 'warning', letter: 'warning' },
  source: 'Calendars of the bodies',
  fix: 'none',
  messages: {
    default: 'The {what} was in {year}; the symbol has {written}. Check the two.',
  },
  wrong: [
    '1. For the twelfth meeting of the Working Group on Trafficking in Persons a paper was issued (CTOC/COP/WG.4/⟦2020⟧/2).\n',
  ],
  right: [
    '1. For the twelfth meeting of the Working Group on Trafficking in Persons a paper was issued (CTOC/COP/WG.4/2022/2).\n',
    '1. Since the tenth meeting of the Working Group on Trafficking in Persons much was done. A paper followed (CTOC/COP/WG.4/2022/2).\n',
  ],
  block: {
    on: { citations: ['symbol'] },
    roles: SENTENCES,
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric) return;
      const year = citation.components.find((part) => /^(?:19|20)\d\d$/.test(part));
      if (year === undefined) return;
      const session = lastBefore(context.citationsOf('session'), start);
      if (!session?.body || start - session.end > 260) return;
      const body = explainSymbol(citation.normalized)?.body;
      if (!body || body !== session.body || sentenceEndBetween(context.text, session.end, start)) return;
      if (/\bsince\b[^,.]{0,40}$/i.test(context.text.slice(Math.max(0, session.start - 50), session.start)))
        return;
      const fact = sessionOf(body, session.number);
      if (!fact || fact.body === 'General Assembly') return;
      const y = Number(year);
      // Papers are issued before a meeting, in the year before where it is held early in the year.
      const early = fact.opened === '' || fact.opened.slice(5, 7) <= '03';
      if ((y >= fact.from && y <= fact.to) || (early && y === fact.from - 1)) return;
      const at = firstIn(context.text, year, start, end);
      if (at < 0) return;
      context.report(at, at + 4, {
        args: {
          what: sessionName(fact.number, fact.ordinal, fact.noun),
          year: fact.from,
          written: year,
        },
      });
    },
  },
};

const modifierOrder: Rule = {
  code: 'symbol-modifier-order',
  ids: ['SYM-006'],
  title: 'A corrigendum follows what it corrects',
  why: 'A/75/1/Add.1/Corr.1 corrects the addendum; A/75/1/Corr.1/Add.1 would add to a corrigendum.',
  severity: 'hint',
  source: SYMBOLS,
  fix: 'none',
  messages: { default: 'A corrigendum stands behind what it corrects. Is the order meant?' },
  wrong: ['1. See ⟦A/78/115/Corr.1/Add.1⟧.\n'],
  right: ['1. See A/78/115/Add.1/Corr.1.\n'],
  block: {
    on: { citations: ['symbol'] },
    roles: WRITTEN,
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric || citation.components.length < 4) return;
      const { components } = citation;
      const corr = components.findIndex((part) => part.startsWith('Corr'));
      if (corr > 0 && /^(?:Add|Rev|Amend)/.test(components[corr + 1] ?? '')) context.report(start, end, {});
    },
  },
};

const resolutionAsSymbol: Rule = {
  code: 'resolution-as-symbol',
  ids: ['SYM-007'],
  title: 'In running text a resolution is cited by number',
  why: 'The reader knows the body and the number; the symbol belongs to notes and lists.',
  severity: { default: 'hint', record: 'off', letter: 'off', other: 'off' },
  source: 'Editorial Manual, Resolutions and other formal decisions: system of identification',
  fix: 'suggested',
  language: true,
  messages: { default: 'In a sentence write “{right}”.' },
  wrong: ['1. In ⟦A/RES/78/115⟧, the Assembly was clear, as in resolution ⟦A/RES/79/12⟧.\n'],
  right: [
    '1. In its resolution 78/115, the Assembly was clear (A/RES/78/115).\n',
    '1. See [A/RES/78/115](https://undocs.org/en/A/RES/78/115).\n',
  ],
  block: {
    on: { citations: ['resolution'] },
    roles: SENTENCES,
    check(context, start, end, citation) {
      if (citation?.type !== 'resolution' || !citation.asSymbol || citation.anaphoric) return;
      if (citation.organ !== 'General Assembly' && citation.organ !== 'Security Council') return;
      const { text } = context;
      const before = text.slice(Math.max(0, start - 24), start);
      if (!/[a-z] (?:[Rr]esolutions? )?$/.test(before) || /\b(?:[Ss]ee|document|symbol) $/.test(before))
        return;
      if (inParentheses(text, start)) return;
      for (const l of context.block.reading.links) if (l.start <= start && start < l.end) return;
      const number = citation.session
        ? `${citation.session}/${citation.number}`
        : citation.year
          ? `${citation.number} (${citation.year})`
          : '';
      if (number === '') return;
      const noun = /[Rr]esolutions? $/.test(before);
      const right = noun ? number : `resolution ${number}`;
      context.report(start, end, {
        args: { right },
        fix: { title: phrase`Replace with “${right}”`, edits: [{ start, end, text: right }] },
      });
    },
  },
};

const provisional: Rule = {
  code: 'provisional-document-cited',
  ids: ['SYM-009'],
  title: 'Drafts and conference room papers are no lasting source',
  why: 'Documents of limited distribution and conference room papers are made for one meeting; later readers may not find them.',
  severity: { default: 'off', resolution: 'information', decision: 'information' },
  source: 'Editorial Manual, Footnotes and other references, chapter III',
  fix: 'none',
  messages: { default: '{text} was made for one meeting. Cite the final document where there is one.' },
  wrong: ['1. *Notes* the paper.[^1]\n\n[^1]: ⟦CTOC/COP/2024/CRP.2⟧.\n'],
  right: ['1. *Notes* the paper.[^1]\n\n[^1]: CTOC/COP/2024/2.\n'],
  block: {
    on: { citations: ['symbol'] },
    roles: ['note', 'preambular', 'operative'],
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric) return;
      if (citation.components.some((part) => /^(?:CRP|WP|R)\.\d/.test(part)))
        context.report(start, end, { args: { text: citation.text } });
    },
  },
};

/** The symbol that an address of the document system carries, in capitals and without language; empty where there is none. */
function symbolOfTarget(target: string): string {
  const m = /(?:undocs\.org|docs\.un\.org|un\.org\/docs)\/(?:(?:en|fr|es|ru|ar|zh)\/)?([^?#]{3,80})/i.exec(
    target,
  );
  const query = /[?&]symbol=([^&#]{3,80})/i.exec(target);
  const raw = query?.[1] ?? m?.[1];
  if (raw === undefined) return '';
  return raw
    .replace(/%2f/gi, '/')
    .replace(/%28/g, '(')
    .replace(/%29/g, ')')
    .replace(/%20|\+|_/g, ' ')
    .replace(/\s+/g, '')
    .replace(/\/$/, '')
    .toUpperCase();
}

const linkTarget: Rule = {
  code: 'symbol-link-target',
  ids: ['SYM-010'],
  title: 'The link leads to the document that is named',
  why: 'Whoever follows the link reads another document than the text says.',
  severity: 'error',
  source: null,
  fix: 'none',
  messages: { default: 'The text names {text}, the link leads to {target}.' },
  wrong: [
    '1. See [⟦A/78/115⟧](https://undocs.org/en/A/78/116) and General Assembly resolution [⟦78/12⟧](https://undocs.org/A/RES/78/13).\n',
  ],
  right: [
    '1. See [A/78/115](https://undocs.org/en/A/78/115), [78/12](https://undocs.org/A/RES/78/12) and [A/78/115](#).\n',
    '1. See [A/78/115](https://undocs.org/en/A%2F78%2F115), the [report](https://undocs.org/en/A/78/116) and [S/RES/2231 (2015)](https://undocs.org/S/RES/2231(2015)).\n',
  ],
  block: {
    on: { blocks: 'links' },
    roles: WRITTEN,
    check(context) {
      const { links } = context.block.reading;
      for (const link of links) {
        if (link.form !== 'inline') continue;
        const target = symbolOfTarget(link.target);
        if (!/^[A-Z]+(?:\.\d+)?\/.*\d/.test(target)) continue;
        for (const c of context.citations) {
          if (c.start < link.start || c.end > link.end + 8) continue;
          if (c.type !== 'symbol' && c.type !== 'resolution') continue;
          if (c.anaphoric || c.normalized === '' || c.start !== link.start) continue;
          const own = c.normalized.replace(/\s+/g, '').toUpperCase();
          if (own === target || target.startsWith(own) || own.startsWith(target)) continue;
          // "Resolution 10/3" of a body whose resolutions have no symbol of their own stands in its report.
          if (c.type === 'resolution' && (c.assumed || !/^[ASE]\/RES/.test(own)) && !target.includes('/RES/'))
            continue;
          context.report(c.start, c.end, { args: { text: c.text, target } });
        }
      }
    },
  },
};

const TITLE_BEFORE = /(?:entitled |, )?[“"]([^“”"]{12,160})[”"],? \($/;

const twoTitles: Rule = {
  code: 'symbol-two-titles',
  ids: ['SYM-011'],
  title: 'One symbol, one title',
  why: 'The same symbol stands behind two titles: one of the two is another document.',
  severity: { default: 'warning', record: 'hint' },
  source: 'Editorial Manual, Footnotes and other references, chapter III',
  fix: 'none',
  messages: { default: '{text} has another title before: “{other}”. Check the symbols.' },
  wrong: [
    '1. See the report entitled “Rivers of the northern region” (A/78/115).\n\n2. See the report entitled “Women in public life” (⟦A/78/115⟧).\n',
  ],
  right: [
    '1. See the report entitled “Rivers of the northern region” (A/78/115).\n\n2. See the report entitled “Rivers” (A/78/115) and the section “Women in public life” (A/78/115, sect. II).\n',
  ],
  block: {
    on: { citations: ['symbol'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric || context.text[end] !== ')') return;
      const title = TITLE_BEFORE.exec(context.text.slice(Math.max(0, start - 190), start));
      if (title) context.fact('symbol-title', `${citation.normalized}|${title[1]!}`, start, end);
    },
  },
  draft: {
    reads: ['fact:symbol-title'],
    check(context) {
      const first = new Map<string, string>();
      for (const { block, item, anchor } of context.factsOf('symbol-title')) {
        const bar = item.key.indexOf('|');
        const symbol = item.key.slice(0, bar);
        const title = item.key.slice(bar + 1);
        const known = first.get(symbol);
        if (known === undefined) first.set(symbol, title);
        else if (!alike(known, title))
          context.report(block, anchor, { args: { text: symbol, other: known } });
      }
    },
  },
};

/** Whether two titles share a word of five letters or more. */
function alike(a: string, b: string): boolean {
  const words = new Set(
    titleKey(a)
      .split(' ')
      .filter((word) => word.length > 4),
  );
  return titleKey(b)
    .split(' ')
    .some((word) => words.has(word));
}

const glued: Rule = {
  code: 'symbol-glued',
  ids: ['SYM-012'],
  title: 'A space follows a symbol',
  why: 'What is glued to a symbol is read as a part of it.',
  severity: 'hint',
  source: null,
  fix: 'safe',
  messages: { default: 'Put a space behind the symbol.' },
  wrong: ['1. See the report (⟦A/78/115)⟧and its annex.\n'],
  right: ['1. See the report (A/78/115) and its annex, and A/78/116.\n'],
  block: {
    on: { citations: ['symbol'] },
    check(context, start, end, citation) {
      if (citation?.type !== 'symbol' || citation.anaphoric) return;
      const { text } = context;
      let at = end;
      while (text[at] === ')' || text[at] === ']') at++;
      const code = text.charCodeAt(at);
      if (!isLetter(code) || !isLower(code) || (at === end && !isLower(text.charCodeAt(at + 1)))) return;
      context.report(start, at, {
        fix: { title: phrase`Insert a space`, edits: [{ start: at, end: at, text: ' ' }] },
      });
    },
  },
};

export const rules: readonly Rule[] = [
  malformed,
  caseAndSpace,
  unknownStem,
  implausibleSession,
  sessionYear,
  modifierOrder,
  resolutionAsSymbol,
  provisional,
  linkTarget,
  twoTitles,
  glued,
];
