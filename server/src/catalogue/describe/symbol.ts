import { ordinal } from '../../l10n/phrase.js';
import { documentUrl } from '../links.js';
import { ordinalFigure, yearsInWords } from '../messages.js';
import type { Translate } from '../messages.js';
import { ordinalWord } from '../sessions.js';
import { shortName } from '../states.js';
import { explainSymbol } from '../symbols.js';
import type { SymbolExplanation, SymbolPart } from '../symbols.js';
import type { CatalogueView } from '../view.js';
import { known } from './explanation.js';
import type { Explanation, Fact } from './explanation.js';
import { describeResolution } from './resolution.js';

/**
 * Explains a document symbol by its parts ("CTOC/COP/WG.4/2021/2"); the symbol of a resolution or decision is explained
 * as such. Null where the text is no symbol. An unknown part is said to be unknown, general knowledge is said with
 * "usually".
 */
export function describeSymbol(
  text: string,
  view: CatalogueView,
  t: Translate,
  today?: string,
): Explanation | null {
  const resolution = describeResolution(text, view, t, today);
  if (resolution) return resolution;
  const symbol = explainSymbol(text);
  if (!symbol) return null;
  const facts: Fact[] = symbol.parts.map((part) => ({
    key: 'symbol.part',
    text: t('symbol.part', { part: part.text, meaning: partWords(part, t) }),
  }));
  if (symbol.joint) {
    facts.push({ key: 'symbol.joint', text: t('symbol.joint', { symbol: symbol.joint.symbol }) });
  }
  const parts = symbol.parts.filter((part) => part.source !== '' && part.role !== 'state');
  const sources = new Set(parts.map((part) => sourceWords(part.source, t)));
  return {
    kind: 'symbol',
    id: symbol.symbol,
    heading: t('heading.symbol', { symbol: symbol.symbol }),
    title: isUsual(symbol) ? '' : symbol.body,
    described: false,
    facts,
    links: symbolsOf(symbol).map((one) => ({
      text: t('link.document', { symbol: one }),
      url: documentUrl(one),
    })),
    provenance: { sources: [...sources], confidence: '' },
    data: known({
      symbol: symbol.symbol,
      body: symbol.body,
      joint: symbol.joint?.symbol,
      parts: symbol.parts.map((part) =>
        known({
          text: part.text,
          role: part.role,
          meaning: part.meaning,
          number: part.number,
          confidence: part.confidence,
          years: part.session && `${part.session.from}–${part.session.to}`,
        }),
      ),
    }),
  };
}

/** Whether the body that a symbol stands for is general knowledge: it then is said of its part, with "usually". */
function isUsual(symbol: SymbolExplanation): boolean {
  return symbol.parts.findLast((part) => part.role === 'body')?.confidence === 'general knowledge';
}

/** What one part means, in words. */
function partWords(part: SymbolPart, t: Translate): string {
  switch (part.role) {
    case 'session': {
      const number = Number(part.number);
      if (!part.session) return t('symbol.session', { number });
      const which = ordinal(number, ordinalWord(number) || ordinalFigure(number));
      const { from, to } = part.session;
      return t('session.regular', { ordinal: which, number, years: yearsInWords(t, from, to) });
    }
    case 'special-session':
    case 'emergency-session': {
      const number = Number(part.number);
      const which = ordinal(number, ordinalWord(number) || ordinalFigure(number));
      return t(part.role === 'special-session' ? 'symbol.special' : 'symbol.emergency', {
        ordinal: which,
        number,
      });
    }
    case 'year':
      return t('symbol.year');
    case 'number':
      return t('symbol.number');
    case 'section':
      return t('symbol.section');
    case 'state':
      return t('symbol.state', { state: part.state ? shortName(part.state) : part.meaning });
    case 'unknown':
      return t('symbol.unknown');
    case 'body':
    case 'type':
    case 'modifier':
      return meaningWords(part, t);
  }
}

function meaningWords(part: SymbolPart, t: Translate): string {
  if (part.meaning === '') return t('symbol.unknown');
  const meaning =
    part.number === undefined
      ? part.meaning
      : t('symbol.numbered', { meaning: part.meaning, number: part.number });
  if (part.confidence === 'general knowledge') return t('symbol.usually', { meaning });
  return part.confidence === 'weak' ? t('symbol.apparently', { meaning }) : meaning;
}

/** How a meaning is known, in words: the table tells at length how it was found. */
function sourceWords(source: string, t: Translate): string {
  if (source.startsWith('body named within')) return t('source.named-beside');
  if (source.startsWith('UNxml/')) return t('source.drafts');
  return source.startsWith('general knowledge') ? t('confidence.general') : source;
}

/** The symbols under which texts stand: both of a joint document, the ends of a range, the one symbol of another. */
export function symbolsOf(symbol: SymbolExplanation): readonly string[] {
  const range = /^(.*\/(?:SR|PV|Add|Corr)\.)(\d+)-(\d+)$/.exec(symbol.symbol);
  if (range) return [`${range[1]!}${range[2]!}`, `${range[1]!}${range[3]!}`];
  return symbol.joint
    ? [symbol.symbol.slice(0, -symbol.joint.symbol.length - 1), symbol.joint.symbol]
    : [symbol.symbol];
}
