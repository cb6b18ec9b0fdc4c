import { SECURITY_COUNCIL, type AdoptingBody } from '../bodies.js';
import { isDash, isLetter, readWordBack, skipSpacesBack } from '../reading.js';
import type { Scan } from '../scan.js';
import { adopterOf, bodiesBefore, type Adopter } from './adopter.js';
import { readMembers } from './list.js';
import { fitsDate } from './member.js';
import { pushMember } from './memberCitation.js';
import { firstNumberAt, isOthers, type ResolutionNoun } from './nouns.js';
import { recognizeAnaphor } from './pointers.js';

/** Resolutions and decisions around the noun in [start, end). */
export function recognizeResolutions(scan: Scan, start: number, end: number, noun: ResolutionNoun): void {
  const { text } = scan;
  if (start < scan.listEnd || start < scan.symbolEnd) return;
  const before = text.charCodeAt(start - 1);
  if (before === 0x2f || before === 0x2e) return;
  if (isDash(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1))) return;
  const isRes = end - start === 3;
  const stop = isRes && text.charCodeAt(end) === 0x2e ? end + 1 : end;
  const draft = readWordBack(text, skipSpacesBack(text, start), 'draft') >= 0;
  const { at, numbered } = firstNumberAt(text, stop, noun.plural && !draft, noun.decision);
  if (draft || isOthers(text, start)) return;
  const council = noun.council || bodiesBefore(scan, start).some((one) => one.body === SECURITY_COUNCIL);
  const { members, end: listEnd } = readMembers(text, at, noun.plural, null, council);
  if (members.length === 0) {
    if (!isRes && !noun.council) recognizeAnaphor(scan, start, end, noun);
    return;
  }
  const first = members[0]!;
  // The noun alone is evidence enough for a number with a slash, session or year, not for a number alone.
  if (isRes && first.read.form === 'bare' && bodiesBefore(scan, start).length === 0) return;
  const list = ++scan.lists;
  const listBefore = scan.listEnd;
  scan.listEnd = Math.max(scan.listEnd, listEnd);
  const phrase = { start, end: members[members.length - 1]!.read.end };
  const bareFirst = first.read.form === 'bare';
  const withYear = members.some((m) => m.read.form === 'year');
  let previous: AdoptingBody | null = null;
  for (let index = 0; index < members.length; index++) {
    const member = members[index]!;
    let adopter: Adopter = noun.council
      ? { body: SECURITY_COUNCIL, foreign: false, assumed: false, word: '', start }
      : adopterOf(scan, start, listEnd, member, index, noun.decision, listBefore);
    if (adopter.foreign) return;
    // A stroke before a year is a slip only where the Council adopted that number in that year.
    if (
      member.read.stroke &&
      (adopter.body !== SECURITY_COUNCIL ||
        scan.names.councilYear(Number(member.read.number)) !== Number(member.read.session))
    )
      return;
    phrase.start = Math.min(phrase.start, adopter.start);
    if (member.read.form === 'bare') {
      if (noun.decision) return;
      if (adopter.body !== SECURITY_COUNCIL) return;
      // Without a body's name, a number alone is the Council's only if it is long and the table knows it, or the list shows years.
      const named =
        !adopter.assumed || adopter.word === 'Council' || withYear || scan.own === SECURITY_COUNCIL;
      if (!named && bareFirst) {
        const number = Number(member.read.number);
        if (numbered || number < 1000 || scan.names.councilYear(number) === 0 || isOther(scan, number))
          return;
      }
    }
    // One list, one body, as long as the numbers allow it.
    if (previous && adopter.assumed && adopter.word !== '' && previous.fits(member.read, noun.decision)) {
      adopter = { ...adopter, body: previous };
    } else if (
      previous &&
      adopter.assumed &&
      previous.fits(member.read, noun.decision) &&
      previous.noun !== 'Assembly' &&
      fitsDate(previous, member)
    ) {
      adopter = { ...adopter, body: previous };
    }
    previous = adopter.body;
    pushMember(scan, member, adopter.body, {
      decision: noun.decision,
      assumed: adopter.assumed,
      word: adopter.word,
      list,
      phrase,
    });
  }
}

/** Whether this number stands before with a session in roman: then it is the Assembly's. */
function isOther(scan: Scan, number: number): boolean {
  const { found } = scan;
  const written = String(number);
  for (let i = found.length - 1; i >= 0 && i > found.length - 60; i--) {
    const one = found[i]!;
    if (one.type === 'resolution' && one.number === written && one.organ !== SECURITY_COUNCIL.name)
      return true;
  }
  return false;
}
