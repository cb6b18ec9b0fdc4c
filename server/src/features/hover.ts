import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { findAcronym, findBody } from '../catalogue/bodies.js';
import { describeAcronym, describeBody, describeSession } from '../catalogue/describe/body.js';
import type { Explanation } from '../catalogue/describe/explanation.js';
import { escapeMarkdown, toMarkdown } from '../catalogue/describe/render.js';
import { describeResolution } from '../catalogue/describe/resolution.js';
import { describeState } from '../catalogue/describe/state.js';
import { describeSymbol } from '../catalogue/describe/symbol.js';
import { describeArticle, describeTreaty } from '../catalogue/describe/treaty.js';
import { dateInWords, ordinalFigure } from '../catalogue/messages.js';
import { assemblySessionOn, ordinalWord, sessionOf } from '../catalogue/sessions.js';
import { findState, stateByCode } from '../catalogue/states.js';
import { titleResolution } from '../catalogue/titleNumber.js';
import { findTreaty } from '../catalogue/treaties.js';
import type {
  AgendaItemReference,
  ArticleReference,
  Citation,
  DateCitation,
  DateRangeCitation,
  ParagraphReference,
  PartReference,
  ResolutionCitation,
  SessionReference,
  TimeCitation,
} from '../citations/citation.js';
import type { Block } from '../document/block.js';
import type { Position } from '../document/draft.js';
import { amount, ordinal } from '../l10n/phrase.js';
import { LONGEST_READ } from '../rules/blockContext.js';
import { containerWords } from '../rules/words.js';
import type { Span } from '../text/span.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import { citedIn } from './definition.js';
import { linkedSymbol } from '../catalogue/documentOf.js';
import type { Knowledge } from './knowledge.js';
import type { Say } from './messages.js';
import { placeOf, placesOf } from './places.js';
import {
  covers,
  hereAt,
  isAmbiguous,
  isInternal,
  noteBlock,
  noteMarkOf,
  occurrencesOf,
  subjectsAt,
  targetsOf,
  termsOf,
  type Here,
} from './subjects.js';
import { firstWords, headingWords, sectionNumber, wordsOfParagraph } from './words.js';

/** So much of a paragraph's own text is shown; the rest is a click away. */
const QUOTED = 700;

/** What the thing at a position is, as a knowledgeable colleague would say in a few lines; null where there is nothing to say. */
export function hover(open: OpenDraft, position: Position, knowledge: Knowledge): Hover | null {
  const here = hereAt(open, position);
  if (!here) return null;
  const found = explain(open, here, position, knowledge);
  if (!found) return null;
  const { text, span } = found;
  return {
    contents: { kind: MarkupKind.Markdown, value: text },
    ...(span && { range: open.draft.rangeOf(here.block, span) }),
  };
}

interface Found {
  readonly text: string;
  /** Of the block's source; null for the word at the position. */
  readonly span: Span | null;
}

function explain(open: OpenDraft, here: Here, position: Position, knowledge: Knowledge): Found | null {
  const { block } = here;
  const { say } = knowledge;
  if (here.indicator) return { text: ofNote(open, here.indicator.key, say), span: here.indicator.source };
  const mark = noteMarkOf(block);
  if (mark && here.noteMark) return { text: ofNoteMark(open, mark.key, say), span: mark };
  if (here.onLabel && block.label) {
    const text = ofTitle(open, block, knowledge) || ofLabel(open, block, say);
    return text === '' ? null : { text, span: block.label };
  }
  for (const citation of here.citations) {
    if (citation.type === 'acronym' && here.citations.some((other) => names(other, citation))) continue;
    const text = ofCitation(open, block, citation, here.offset, knowledge);
    if (text !== '') return { text, span: block.reading.spanToSource(citation.start, citation.end) };
  }
  const [subject] = subjectsAt(open, position);
  if (subject?.kind === 'term') {
    const use = occurrencesOf(open, subject).find(
      (one) => one.block === block && covers(one.span, here.offset),
    );
    const text = ofTerm(open, subject.term, say);
    if (use && text !== '') return { text, span: use.span };
  }
  const characters = block.reading.text.length;
  if (characters > LONGEST_READ)
    return { text: say('paragraph.unread', { characters: amount(characters) }), span: null };
  return null;
}

/** Whether a body or a treaty has a name of which the acronym is the beginning: "UN Charter". */
function names(other: Citation, { start, end }: Span): boolean {
  return (other.type === 'body' || other.type === 'treaty') && other.start <= start && other.end > end;
}

// ---- citations

function ofCitation(
  open: OpenDraft,
  block: Block,
  citation: Citation,
  offset: number,
  knowledge: Knowledge,
): string {
  const { catalogue, t, say } = knowledge;
  const today = knowledge.today ?? undefined;
  const show = (explanation: Explanation | null): string => (explanation ? toMarkdown(explanation, t) : '');
  const shown = knowledge.linksShown === true && linkedSymbol(citation) !== null;
  const showLinked = (explanation: Explanation | null): string =>
    show(explanation && shown ? { ...explanation, links: [] } : explanation);
  switch (citation.type) {
    case 'resolution':
      if (citation.normalized === '') return say('resolution.unresolved');
      return (
        showLinked(describeResolution(citation.normalized, catalogue, t, today)) ||
        ofUnlisted(citation, knowledge)
      );
    case 'symbol':
      if (citation.normalized === '') return say('symbol.unresolved');
      return (
        showLinked(describeSymbol(citation.normalized, catalogue, t, today)) ||
        say('symbol.unknown', { symbol: escapeMarkdown(citation.text) })
      );
    case 'paragraph':
    case 'article':
    case 'part':
      return ofReference(open, block, citation, offset, knowledge);
    case 'treaty': {
      const treaty = findTreaty(citation.name);
      return treaty
        ? show(describeTreaty(treaty, t))
        : ofAcronymOrNothing(open, citation.text, citation.name, knowledge);
    }
    case 'body': {
      const body = findBody(citation.name);
      const known = body ? show(describeBody(body, t)) : '';
      const here = definedHere(open, citation.text, say);
      return known === '' && here === ''
        ? say('body.unknown', { name: bold(citation.name) })
        : [known, here].filter((x) => x !== '').join('\n\n');
    }
    case 'state': {
      const found = findState(citation.text);
      const state = found ?? ofCode(citation.iso3, citation.text);
      return state ? show(describeState(state, t)) : '';
    }
    case 'acronym':
    case 'acronym-definition':
      return ofAcronym(open, citation.acronym, knowledge);
    case 'term-definition':
      return ofTerm(open, citation.term, say);
    case 'session':
      return ofSession(citation, knowledge);
    case 'agenda-item':
      return ofAgendaItem(open, citation, say);
    case 'date':
      return ofDate(citation, knowledge);
    case 'date-range':
      return ofRange(citation, knowledge);
    case 'time':
      return ofTime(citation, say);
  }
}

/** A resolution of a body whose resolutions no table holds: what the text says of it. */
function ofUnlisted(
  { organ, decision, normalized, coded }: ResolutionCitation,
  { say, t }: Knowledge,
): string {
  const number = normalized.replace(/^.*\b(?:RES|DEC)\//, '');
  const head = bold(say(decision ? 'decision.heading' : 'resolution.heading', { number }));
  const lines = organ === null ? [say(coded ? 'resolution.coded' : 'resolution.nobody')] : [organ];
  return [head, ...lines.map(escapeMarkdown), escapeMarkdown(t('unknown.row'))].join('  \n');
}

function ofCode(iso3: string, name: string): Parameters<typeof describeState>[0] | undefined {
  const state = stateByCode(iso3);
  return state && { state, form: 'short', name };
}

/** A paragraph, article, section, annex, note …: its own text where it is in this document, else what it is of. */
function ofReference(
  open: OpenDraft,
  block: Block,
  citation: ParagraphReference | ArticleReference | PartReference,
  offset: number,
  knowledge: Knowledge,
): string {
  const { say, t, catalogue } = knowledge;
  if (citation.type === 'paragraph' && citation.anaphoric && OWN_PARAGRAPH.test(citation.text)) {
    const own = paragraphAround(open, block);
    if (own) return ofTarget(open, own, say);
  }
  if (isInternal(open, block, citation)) {
    const targets = targetsOf(open, block, citation, offset);
    if (targets.length === 0) {
      const said =
        citation.target === 'self' || ('direction' in citation && citation.direction !== undefined);
      return said && !isAmbiguous(open, block, citation)
        ? nothingThere(citation, say)
        : say('reference.unknown', { text: bold(citation.text) });
    }
    return targets.length === 1 ? ofInternal(open, targets[0]!, say) : ofSeveral(open, targets, say);
  }
  const { target } = citation;
  if (target === null) return say('reference.unknown', { text: bold(citation.text) });
  const treaty = findTreaty(target);
  if (treaty) {
    const explanation =
      citation.type === 'article' ? describeArticle(treaty, citation.article, t) : describeTreaty(treaty, t);
    return toMarkdown(explanation, t);
  }
  const document = describeSymbol(target, catalogue, t, knowledge.today ?? undefined);
  if (!document) {
    const text = citation.text.replace(/\s+/g, ' ');
    // "article 7 of the Charter", where the text has named that one in full before.
    return citation.targetWord === undefined || text.includes(target)
      ? say('part.unknown', { text: bold(text) })
      : say('part.unknownOf', { text: bold(text), name: escapeMarkdown(target) });
  }
  return `${say('reference.of', { text: bold(closed(citation.text)) })}\n\n${toMarkdown(document, t)}`;
}

/** What a text calls the paragraph in which it says so. */
const OWN_PARAGRAPH = /^(?:this|the present) (?:sub-?)?para/i;

/** The numbered paragraph that a block is, or goes on with. */
function paragraphAround({ draft }: OpenDraft, block: Block): Block | undefined {
  for (let i = block.index; i >= 0; i--) {
    const one = draft.blocks[i];
    if (!one || one.scope !== block.scope || one.role === 'heading') return undefined;
    if (one.number !== '') return one;
  }
  return undefined;
}

/** "chap. IV of the report (A/75/38": with the parenthesis that stands behind it. */
function closed(text: string): string {
  const open = text.lastIndexOf('(');
  return open >= 0 && text.indexOf(')', open) < 0 ? `${text})` : text;
}

/** A part of this document with its own words. */
function ofInternal(open: OpenDraft, target: Block, say: Say): string {
  const mark = noteMarkOf(target);
  return mark ? ofNote(open, mark.key, say) : ofTarget(open, target, say);
}

/** So many of several paragraphs are shown, each by its first words. */
const SEVERAL = 8;

function ofSeveral(open: OpenDraft, targets: readonly Block[], say: Say): string {
  const { headings } = open.draft.structure;
  const lines = targets.slice(0, SEVERAL).map((target) => {
    const heading = headings.find(({ block, labelBlock }) => block === target || labelBlock === target);
    if (heading) return bold(headingWords(heading));
    const words = firstWords(wordsOfParagraph(open.draft, target), 100);
    return `${bold(target.number || noteMarkOf(target)?.key || '')} ${escapeMarkdown(words)}`.replace(
      /^\*{4} /,
      '',
    );
  });
  const more = targets.length - lines.length;
  if (more > 0) lines.push(escapeMarkdown(say('reference.more', { count: more })));
  return lines.join('  \n');
}

function nothingThere(citation: ParagraphReference | ArticleReference | PartReference, say: Say): string {
  if (citation.type === 'article') return say('part.none', { part: 'article', number: citation.article });
  const number = citation.numbers.join(', ');
  if (citation.type === 'part') return say('part.none', { part: citation.part, number });
  if (citation.unit === 'section') return say('section.none', { number });
  return number === ''
    ? say('reference.unknown', { text: bold(citation.text) })
    : say('paragraph.none', { number });
}

/** A paragraph, heading, caption … of this document with its own words. */
function ofTarget(open: OpenDraft, block: Block, say: Say): string {
  const { draft } = open;
  const { headings } = draft.structure;
  const index = headings.findIndex((heading) => heading.block === block || heading.labelBlock === block);
  const heading = headings[index];
  if (heading) {
    const number = sectionNumber(headings, index);
    const title = heading.block.reading.text;
    const style = heading.label?.style;
    const head =
      style === 'annex' || style === 'article' || style === 'division' || number === ''
        ? headingWords(heading)
        : say('section.heading', { number, title });
    return [bold(head), paragraphsUnder(open, index, say)].filter((x) => x !== '').join('  \n');
  }
  const name =
    block.number === ''
      ? ''
      : block.container === 'body' || block.container === 'operative'
        ? say('paragraph.heading', { number: block.number })
        : say('paragraph.of', { number: block.number, container: containerWords(block.container) });
  const text = quote(wordsOfParagraph(draft, block));
  return name === '' ? text : `${bold(name)}\n\n${text}`;
}

/** The numbers of the paragraphs under a heading. */
function paragraphsUnder(open: OpenDraft, index: number, say: Say): string {
  const { headings, paragraphs } = open.draft.structure;
  const heading = headings[index]!;
  const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
  const end = next ? (next.labelBlock ?? next.block).index : Number.POSITIVE_INFINITY;
  const under = paragraphs.filter(
    (block) => block.level === 1 && block.index > heading.block.index && block.index < end,
  );
  const first = under[0];
  const last = under.at(-1);
  if (!first || !last) return '';
  return first === last
    ? say('paragraph.heading', { number: first.number })
    : say('section.paragraphs', { first: first.number, last: last.number });
}

/** The number in the title of a resolution: the resolution that this is; empty for another label. */
function ofTitle(open: OpenDraft, block: Block, { catalogue, t, today }: Knowledge): string {
  const { structure } = open.draft;
  const heading = structure.headings.find((one) => one.block === block || one.labelBlock === block);
  const cited = heading ? titleResolution(heading, structure) : null;
  const explanation = cited && describeResolution(cited.normalized, catalogue, t, today ?? undefined);
  return explanation ? toMarkdown(explanation, t) : '';
}

/** The number of a paragraph or heading: where it is cited. */
function ofLabel(open: OpenDraft, block: Block, say: Say): string {
  const cited = citedIn(open, { kind: 'block', block });
  const { headings } = open.draft.structure;
  const index = headings.findIndex((heading) => heading.labelBlock === block || heading.block === block);
  const number = index < 0 ? block.number : sectionNumber(headings, index);
  if (number === '') return '';
  const head =
    index < 0
      ? say('paragraph.heading', { number })
      : say('section.heading', { number, title: headings[index]!.block.reading.text });
  const line =
    cited.length === 0
      ? say('paragraph.notCited')
      : say('paragraph.cited', {
          list: placesOf(
            cited.map((one) => one.block),
            say,
          ),
        });
  return `${bold(head)}  \n${escapeMarkdown(line)}`;
}

// ---- notes, acronyms, terms

function ofNote(open: OpenDraft, key: string, say: Say): string {
  const block = noteBlock(open.draft, key);
  if (!block) return say('note.none', { key: escapeMarkdown(key) });
  return `${bold(say('note.heading', { key }))}\n\n${quote(block.reading.text)}`;
}

function ofNoteMark(open: OpenDraft, key: string, say: Say): string {
  const cited = occurrencesOf(open, { kind: 'note', key }).filter(({ is }) => is === 'reference');
  const list = placesOf(
    cited.map(({ block }) => block),
    say,
  );
  const line = cited.length === 0 ? say('paragraph.notCited') : say('note.cited', { list });
  return `${bold(say('note.heading', { key }))}  \n${escapeMarkdown(line)}`;
}

/** Where and how this document defines an acronym; empty where it does not. */
function definedHere(open: OpenDraft, acronym: string, say: Say): string {
  const occurrences = occurrencesOf(open, { kind: 'acronym', acronym });
  const definition = occurrences.find(({ is }) => is === 'definition');
  if (!definition) return '';
  const count = occurrences.filter(({ is }) => is === 'reference').length;
  const lines = [say('acronym.defined', { place: placeOf(definition.block, say) })];
  if (count > 0) lines.push(say('acronym.used', { count }));
  return escapeMarkdown(lines.join('. '));
}

function ofAcronym(open: OpenDraft, acronym: string, { t, say }: Knowledge): string {
  const here = definedHere(open, acronym, say);
  const rows = findAcronym(acronym);
  if (here !== '') {
    const expansion = expansionHere(open, acronym);
    const known = rows.find((row) => row.expansion.toLowerCase() === expansion.toLowerCase());
    const head = known
      ? toMarkdown(describeAcronym(known, t), t)
      : `**${escapeMarkdown(acronym)}**  \n*${escapeMarkdown(expansion)}*`;
    return `${head}\n\n${here}`;
  }
  if (rows.length === 0) return say('acronym.unknown', { acronym: bold(acronym) });
  const texts = rows.slice(0, 4).map((row) => toMarkdown(describeAcronym(row, t), t));
  return rows.length === 1
    ? texts[0]!
    : [say('acronym.several', { acronym: bold(acronym) }), ...texts].join('\n\n');
}

function expansionHere(open: OpenDraft, acronym: string): string {
  for (const block of open.draft.blocks) {
    for (const citation of open.analysis.citationsOf(block)) {
      if (citation.type === 'acronym-definition' && citation.acronym === acronym) return citation.expansion;
    }
  }
  return '';
}

/** What is known of a treaty that the table of treaties does not hold: that of acronyms may. */
function ofAcronymOrNothing(open: OpenDraft, text: string, name: string, knowledge: Knowledge): string {
  return findAcronym(text).length > 0
    ? ofAcronym(open, text, knowledge)
    : knowledge.say('treaty.unknown', { name: bold(name) });
}

function ofTerm(open: OpenDraft, term: string, say: Say): string {
  const found = termsOf(open).get(term);
  if (!found) return '';
  const place = say('term.defined', { place: placeOf(found.block, say) });
  const text = found.definition === '' ? '' : `\n\n${quote(found.definition)}`;
  return `${bold(say('term.heading', { term }))}${text}\n\n${escapeMarkdown(place)}`;
}

// ---- sessions, dates, times

function ofSession(citation: SessionReference, { t, say }: Knowledge): string {
  const { body, number, special } = citation;
  const head = bold(citation.text);
  if (body === null) return `${head}  \n${say('session.nobody')}`;
  const fact = special === undefined || special === 'resumed' ? sessionOf(body, number) : null;
  if (fact?.noun !== citation.noun) return `${head}  \n${escapeMarkdown(say('session.unknown', { body }))}`;
  return toMarkdown(describeSession(fact, t), t);
}

function ofAgendaItem(open: OpenDraft, { number }: AgendaItemReference, say: Say): string {
  const { masthead } = open.draft.structure;
  const own =
    masthead.agendaItem?.value.replace(/^\D+/, '').replace(/\s+/g, '') === number.replace(/\s+/g, '');
  const line = own ? say('agenda.own') : say('agenda.unknown');
  return `${bold(say('agenda.heading', { number }))}  \n${escapeMarkdown(line)}`;
}

function ofDate(citation: DateCitation, { t, say }: Knowledge): string {
  if (!citation.exists) return say('date.none', { text: bold(citation.text) });
  if (citation.iso === null) return say('date.yearless', { text: bold(citation.text) });
  const weekday = say(`weekday.${weekdayOf(citation.iso)}`);
  const lines = [bold(say('date.weekday', { weekday, date: dateInWords(t, citation.iso) }))];
  const session = assemblySessionOn(citation.iso);
  if (session) {
    const words = ordinalWord(session.number) || ordinalFigure(session.number);
    lines.push(escapeMarkdown(say('date.session', { ordinal: ordinal(session.number, words) })));
  }
  return lines.join('  \n');
}

function ofRange(citation: DateRangeCitation, { t, say }: Knowledge): string {
  const { from, to, unit } = citation;
  if (unit !== 'day' || from === null || to === null) return '';
  const count = dayNumber(to) - dayNumber(from) + 1;
  if (count < 1 || Number.isNaN(count)) return '';
  const point = (iso: string): string =>
    say('date.weekday', { weekday: say(`weekday.${weekdayOf(iso)}`), date: dateInWords(t, iso) });
  return escapeMarkdown(say('range.days', { from: point(from), to: point(to), count }));
}

function ofTime({ minutes, form }: TimeCitation, say: Say): string {
  const hours = Math.floor(minutes / 60) % 24;
  const rest = minutes % 60;
  const two = String(rest).padStart(2, '0');
  if (form === '12-hour') return say('time.other', { hours: String(hours).padStart(2, '0'), minutes: two });
  const half = hours < 12 ? 'a.m.' : 'p.m.';
  const twelve = hours % 12 === 0 ? 12 : hours % 12;
  return say('time.twelve', { time: rest === 0 ? `${twelve} ${half}` : `${twelve}.${two} ${half}` });
}

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The day of the week of an ISO date, Monday = 1. */
function weekdayOf(iso: string): Weekday {
  return (((((dayNumber(iso) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Days since 1 January 1970. */
function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

// ---- Markdown

function bold(text: string): string {
  return `**${escapeMarkdown(text.trim())}**`;
}

function quote(text: string): string {
  const shown = firstWords(text, QUOTED);
  return shown === '' ? '' : `> ${escapeMarkdown(shown)}`;
}
