import { listInWords } from '../messages.js';
import type { MessageKey, Translate } from '../messages.js';
import { properCase, runningName, shortName } from '../states.js';
import type { FoundState } from '../states.js';
import { known } from './explanation.js';
import type { Explanation, Fact } from './explanation.js';

/** Explains a State by the name that it was found by: its short and formal names, and those it had before. */
export function describeState({ state, form, name }: FoundState, t: Translate): Explanation {
  const facts: Fact[] = [];
  const add = (key: MessageKey, text: string): void => {
    if (text !== '') facts.push({ key, text });
  };
  const member = state.iso3 !== '';
  if (form === 'informal') add('state.informal', t('state.informal', { name }));
  add('state.member', t(member ? 'state.member' : 'state.former'));
  const running = runningName(state);
  if (running !== shortName(state)) add('state.running', t('state.running', { name: running }));
  if (state.formalName !== '' && state.formalName !== `the ${running}`)
    add('state.formal', t('state.formal', { name: state.formalName }));
  if (state.formerNames.length > 0) {
    const names = state.formerNames.map((former) =>
      t('state.name', {
        name: properCase(former.name),
        from: former.first.slice(0, 4),
        to: former.last.slice(0, 4),
      }),
    );
    add('state.names', t('state.names', { list: listInWords(t, names) }));
  }
  if (member) {
    add('state.codes', t('state.codes', { iso3: state.iso3, iso2: state.iso2, m49: state.m49 }));
  } else {
    add(
      'state.votes',
      t('state.votes', { from: state.firstVote.slice(0, 4), to: state.lastVote.slice(0, 4) }),
    );
  }
  return {
    kind: 'state',
    id: member ? state.iso3 : shortName(state),
    heading: shortName(state),
    title: '',
    described: false,
    facts,
    links: [],
    provenance: { sources: state.source === '' ? [] : [state.source], confidence: '' },
    data: known({
      iso3: state.iso3,
      iso2: state.iso2,
      m49: state.m49,
      shortName: shortName(state),
      runningName: running,
      formalName: state.formalName,
      formerNames: state.formerNames.map((former) => ({
        name: former.name,
        from: former.first,
        to: former.last,
      })),
      firstVote: state.firstVote,
      lastVote: state.lastVote,
      foundBy: form,
    }),
  };
}
