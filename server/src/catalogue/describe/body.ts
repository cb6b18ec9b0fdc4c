import { ordinal } from '../../l10n/phrase.js';
import type { BodyInfo } from '../bodies.js';
import { dateInWords, listInWords, ordinalFigure, yearsInWords } from '../messages.js';
import type { MessageKey, Translate } from '../messages.js';
import type { AcronymRow } from '../rows.js';
import { sessionsOf } from '../sessions.js';
import type { SessionFact } from '../sessions.js';
import { findTreaty } from '../treaties.js';
import { findBody } from '../bodies.js';
import { known } from './explanation.js';
import type { Explanation, Fact } from './explanation.js';
import { describeTreaty } from './treaty.js';

/** Explains an organ, body, office or mission: its acronyms, the stems of its documents' symbols, its sessions. */
export function describeBody(body: BodyInfo, t: Translate): Explanation {
  const facts: Fact[] = [];
  const add = (key: MessageKey, text: string): void => {
    if (text !== '') facts.push({ key, text });
  };
  if (body.acronyms.length > 0)
    add('body.acronyms', t('body.acronyms', { list: listInWords(t, body.acronyms) }));
  const stems = body.series.filter((row) => row.confidence !== 'general knowledge').map((row) => row.prefix);
  const usual = body.series.filter((row) => row.confidence === 'general knowledge').map((row) => row.prefix);
  if (stems.length > 0) add('body.symbols', t('body.symbols', { list: listInWords(t, stems) }));
  if (usual.length > 0) add('body.symbolsUsually', t('body.symbolsUsually', { list: listInWords(t, usual) }));
  const sessions = sessionsOf(body.name);
  const point = (session: SessionFact): string => {
    return t('body.sessionPoint', { number: session.number, year: session.from });
  };
  if (sessions.length > 0) {
    add('body.sessions', t('body.sessions', { first: point(sessions[0]!), last: point(sessions.at(-1)!) }));
  }
  return {
    kind: 'body',
    id: body.name,
    heading: body.name,
    title: '',
    described: false,
    facts,
    links: [],
    provenance: { sources: [], confidence: '' },
    data: known({
      name: body.name,
      acronyms: body.acronyms,
      symbols: body.series.map((row) => row.prefix),
      sessions: sessions.map((session) => known({ number: session.number, year: session.from })),
    }),
  };
}

/** Explains a session, meeting or congress of a body: when it was. */
export function describeSession(session: SessionFact, t: Translate): Explanation {
  const head =
    session.noun === 'meeting'
      ? 'heading.meeting'
      : session.noun === 'congress'
        ? 'heading.congress'
        : 'heading.session';
  const facts: Fact[] = [];
  if (session.opened !== '' && session.closed !== '') {
    const from = dateInWords(t, session.opened);
    facts.push({
      key: 'session.held',
      text: t('session.held', { from, to: dateInWords(t, session.closed) }),
    });
  } else {
    facts.push({
      key: 'session.years',
      text: t('session.years', { years: yearsInWords(t, session.from, session.to) }),
    });
    if (session.opened !== '') {
      facts.push({
        key: 'session.opened',
        text: t('session.opened', { date: dateInWords(t, session.opened) }),
      });
    }
  }
  const heading = t(head, {
    ordinal: ordinal(session.number, session.ordinal || ordinalFigure(session.number)),
    number: session.number,
    body: session.body,
  });
  return {
    kind: 'session',
    id: `${session.body}, ${session.number}`,
    heading: heading.charAt(0).toUpperCase() + heading.slice(1),
    title: '',
    described: false,
    facts,
    links: [],
    provenance: { sources: session.source === '' ? [] : [session.source], confidence: '' },
    data: known({
      body: session.body,
      noun: session.noun,
      number: session.number,
      year: session.from,
      endYear: session.to,
      opened: session.opened,
      closed: session.closed,
      source: session.source,
    }),
  };
}

/** Explains an acronym: what it stands for, and of a body or treaty what is known besides. */
export function describeAcronym(row: AcronymRow, t: Translate): Explanation {
  const body = row.kind === 'body' ? findBody(row.expansion) : undefined;
  const treaty = row.kind === 'treaty' ? findTreaty(row.expansion) : undefined;
  const more = body ? describeBody(body, t).facts : treaty ? describeTreaty(treaty, t).facts : [];
  return {
    kind: 'acronym',
    id: row.acronym,
    heading: row.acronym,
    title: row.expansion,
    described: false,
    facts: more.filter((fact) => fact.key !== 'body.acronyms' && fact.key !== 'treaty.aliases'),
    links: [],
    provenance: { sources: [row.source], confidence: '' },
    data: known({ acronym: row.acronym, expansion: row.expansion, kind: row.kind, source: row.source }),
  };
}
